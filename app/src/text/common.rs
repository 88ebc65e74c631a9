//! Words of every page.

use super::words;

words! {
    /// Header, footer, buttons and units that every page shares.
    Common {
        lang: "id" | "en",
        site: "Sinergi Kaltara" | "Sinergi Kaltara",
        brand: "Sinergi" | "Sinergi",
        brand_line: "Pengaduan publik Kaltara" | "Public complaints, North Kalimantan",
        description: "Sampaikan dan lacak laporan tentang layanan publik di Kalimantan Utara."
            | "File and track reports about public services in North Kalimantan.",
        skip: "Langsung ke isi" | "Skip to content",
        nav: "Utama" | "Main",
        home: "Beranda" | "Home",
        file: "Lapor" | "File a report",
        track: "Lacak" | "Track",
        help: "Bantuan" | "Help",
        language: "Bahasa" | "Language",
        crumbs: "Remah jejak" | "Breadcrumb",
        optional: "(boleh kosong)" | "(optional)",
        choose: "Pilih" | "Choose",
        close: "Tutup" | "Close",
        cancel: "Batal" | "Cancel",
        save: "Simpan" | "Save",
        send: "Kirim" | "Send",
        show: "Tampilkan" | "Show",
        change: "Ubah" | "Change",
        yes: "Ya" | "Yes",
        no: "Tidak" | "No",
        none: "Belum ada" | "None yet",
        you: "Anda" | "You",
        now: "sekarang" | "now",
        loading: "Memuat" | "Loading",
        back: "Sebelumnya" | "Previous",
        on: "Berikutnya" | "Next",
        pages: "Halaman" | "Pages",
        all: "Semua" | "All",
        few: "kurang dari 5" | "fewer than 5",
        how_counted: "Bagaimana angka ini dihitung?" | "How is this counted?",
        meaning: "Arti angka" | "What this means",
        as_table: "Angka yang sama sebagai tabel" | "The same figures as a table",
        summary_one: "Belum terkirim. Satu isian perlu diperiksa." | "Not sent yet. One field needs a look.",
        summary_many: "Belum terkirim. Ada {n} isian yang perlu diperiksa."
            | "Not sent yet. {n} fields need a look.",
        kept: "Yang sudah Anda tulis tetap tersimpan di halaman ini." | "What you wrote is kept on this page.",
        working_days: "hari kerja" | "working days",
        working_hours: "jam kerja" | "working hours",
        days_left: "Sisa {n} hari kerja" | "{n} working days left",
        due_today: "Jatuh tempo hari ini" | "Due today",
        days_late: "Lewat {n} hari kerja" | "{n} working days late",
        clock_stopped: "Jam berhenti" | "Clock stopped",
        hours_held: "{n} jam kerja" | "{n} working hours",
        wita: "WITA" | "WITA (UTC+8)",
        foot_about: "Sinergi Kalimantan Utara" | "Sinergi North Kalimantan",
        foot_about_text:
            "Dikelola DKISP dan Biro Organisasi, Pemerintah Provinsi Kalimantan Utara. Gratis, dan tidak perlu membuat akun."
            | "Run by DKISP and Biro Organisasi, Government of North Kalimantan. Free of charge, no account needed.",
        foot_other: "Jalan lain" | "Other ways",
        foot_sms: "SMS ke 1708 (SP4N-LAPOR!)" | "Text 1708 (SP4N-LAPOR!)",
        foot_emergency: "Keadaan darurat: telepon 112" | "Emergency: call 112",
        foot_counter: "Loket dan petugas desa" | "Counters and village officers",
        foot_ombudsman: "Ombudsman Kaltara" | "Ombudsman of North Kalimantan",
        foot_rights: "Hak Anda" | "Your rights",
        foot_identity: "Bagaimana identitas Anda dijaga" | "How your identity is protected",
        foot_data: "Data pribadi dan penghapusan" | "Personal data and erasure",
        foot_whistle: "Melaporkan pelanggaran pegawai" | "Reporting wrongdoing by an official",
        foot_access: "Aksesibilitas" | "Accessibility",
        staff: "Masuk untuk petugas" | "Staff sign-in",
        desk: "Meja petugas" | "Staff desk",
        queue: "Antrean" | "Queue",
        sinergi: "Sinergi" | "Sinergi",
        triage: "Pilah" | "Triage",
        rulings: "Ketetapan" | "Rulings",
        account: "Akun {name}" | "Account of {name}",
        sign_out: "Keluar" | "Sign out",
    }
}

words! {
    /// Pages for what is missing or broken.
    Fault {
        lost_title: "Halaman ini tidak ada" | "This page does not exist",
        lost_text: "Alamatnya mungkin salah ketik, atau laporan ini tidak terbuka untuk umum."
            | "The address may be mistyped, or this report is not open to the public.",
        lost_code: "Punya kode laporan?" | "Do you have a report code?",
        lost_track: "Lacak dengan kode dan kunci rahasia" | "Track it with code and secret",
        lost_file: "Ingin melapor?" | "Do you want to file a report?",
        lost_file_link: "Buat laporan" | "File a report",
        to_home: "Ke beranda" | "To the home page",
        broken_title: "Ada gangguan di pihak kami" | "Something failed on our side",
        broken_text: "Ini bukan kesalahan Anda. Coba lagi sebentar lagi." | "This is not your mistake. Try again in a moment.",
        broken_again: "Coba lagi" | "Try again",
        broken_number:
            "Bila berulang, sebutkan nomor kejadian ini kepada kami: {incident}. Untuk hal mendesak, SMS ke 1708 atau telepon 112."
            | "If it happens again, tell us this incident number: {incident}. For urgent matters, text 1708 or call 112.",
        denied_title: "Anda tidak berwenang membuka halaman ini" | "You may not open this page",
        denied_text: "Halaman ini untuk petugas dengan tugas lain. Kembali ke meja Anda."
            | "This page is for officers with another task. Go back to your desk.",
        to_desk: "Ke meja saya" | "To my desk",
        too_many_title: "Terlalu banyak percobaan" | "Too many attempts",
        too_many_text: "Tunggu beberapa menit, lalu coba lagi. Yang sudah terkirim tetap tersimpan."
            | "Wait a few minutes, then try again. What was sent is kept.",
        offline: "Jaringan terputus. Yang Anda tulis masih ada di halaman ini. Coba lagi."
            | "The network is gone. What you wrote is still on this page. Try again.",
        stale: "Laporan ini berubah saat Anda menulis. Teks Anda tetap ada. Periksa riwayatnya, lalu kirim lagi."
            | "This report changed while you were writing. Your text is kept. Look at its history, then send again.",
    }
}
