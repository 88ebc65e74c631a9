//! Words of `/`.

use super::words;

words! {
    /// What this is, file, track, and how the province is doing.
    Home {
        page: "Sampaikan dan lacak laporan" | "File and track reports",
        title: "Ceritakan masalahnya. Kami cari instansinya." | "Tell us the problem. We find the agency.",
        about: "Laporkan masalah layanan publik di Kalimantan Utara, gratis dan tanpa akun, lalu lihat siapa yang memegang laporan Anda dan sampai kapan."
            | "Report a problem with public services in Kalimantan Utara, free and without an account, and see who holds your report and until when.",
        lead: "Satu tempat untuk pengaduan, usul, dan pertanyaan tentang layanan publik di Kalimantan Utara. Gratis, tanpa akun. Anda melihat siapa yang memegang laporan Anda."
            | "One place for complaints, proposals and questions about public services in North Kalimantan. Free of charge, no account. You see who holds your report.",
        file: "Buat laporan" | "File a report",
        whistle: "Laporkan pelanggaran pegawai" | "Report wrongdoing by an official",
        track: "Lacak laporan" | "Track a report",
        track_button: "Lihat laporan" | "Show the report",
        figures: "Keadaan di provinsi" | "How the province is doing",
        received: "Laporan masuk" | "Reports received",
        first_response: "Tanggapan pertama, median" | "First response, median",
        on_time: "Selesai tepat waktu" | "Ended on time",
        confirmed: "Dikonfirmasi selesai pelapor" | "Confirmed solved by reporters",
        auto_closed: "{n} lagi selesai otomatis" | "{n} more closed automatically",
        definition: "Selesai tepat waktu: laporan yang berakhir dalam batas waktunya, dibagi semua laporan yang berakhir pada masa ini. Balasan otomatis tidak dihitung sebagai tanggapan. Selesai otomatis dihitung terpisah, karena pelapor tidak sempat mengonfirmasi."
            | "Ended on time: reports that ended within their limit, divided by all that ended in this period. Automatic replies do not count as responses. Automatic closings are counted apart, because the reporter did not confirm.",
        how: "Yang terjadi setelah Anda mengirim" | "What happens after you send",
        how_code: "Anda mendapat kode" | "You get a code",
        how_code_text: "Simpan kode dan kunci rahasianya. Dengan itu Anda melacak dan membalas, tanpa akun."
            | "Keep the code and its secret. With them you track and reply, without an account.",
        how_agency: "Kami cari instansinya" | "We find the agency",
        how_agency_text: "Paling lama 3 hari kerja. Anda diberi tahu laporan dikirim ke mana dan mengapa."
            | "Within 3 working days. We tell you where your report went and why.",
        how_work: "Instansi bekerja" | "The agency works",
        how_work_text: "Tindak lanjut pertama dalam 5 hari kerja. Bila beberapa instansi terlibat, Anda tetap memegang satu kode."
            | "First follow-up within 5 working days. When several agencies are involved, you still hold one code.",
        how_judge: "Anda yang menilai" | "You are the judge",
        how_judge_text: "Konfirmasi selesai, atau buka kembali bila belum. Laporan tidak ditutup dengan menyuruh Anda pergi ke tempat lain."
            | "Confirm that it is solved, or reopen it. A report is never closed by sending you elsewhere.",
    }
}
