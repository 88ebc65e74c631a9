//! Words of the receipt.

use domain::routing::Why;

use super::words;

words! {
    /// Code, secret, where the report went and why, and what happens by when.
    Receipt {
        page: "Laporan diterima: {code}" | "Report received: {code}",
        title: "Laporan Anda kami terima" | "We have your report",
        lead: "Simpan halaman ini. Kunci rahasia hanya ditampilkan sekarang." | "Keep this page. The secret is shown only now.",
        receipt: "Bukti laporan" | "Receipt",
        code: "Kode laporan" | "Report code",
        secret: "Kunci rahasia, jangan dibagikan" | "Secret, do not share it",
        open: "Buka laporan" | "Open the report",
        print_hint: "Cetak halaman ini, potret, atau salin kode dan kuncinya ke tempat yang aman."
            | "Print this page, take a picture, or copy code and secret to a safe place.",
        sms: "Kirim ke SMS saya" | "Text it to me",
        sent: "Dikirim ke {agency}" | "Sent to {agency}",
        proposed: "Kami usulkan ke {agency}" | "We propose {agency}",
        unknown: "Petugas provinsi mencari instansinya" | "A province officer finds the agency",
        proposed_by: "Petugas provinsi memeriksa paling lambat {date}." | "A province officer checks it by {date}.",
        restricted: "Dikirim ke {agency}, tidak ke instansi lain" | "Sent to {agency}, to no other agency",
        wrong: "Salah tujuan? Tulis di halaman lacak, dan kami memeriksanya." | "Wrong place? Tell us on the tracking page, and we check it.",
        dates: "Yang terjadi, dan kapan" | "What happens, and when",
        received: "Diterima" | "Received",
        verified: "Diperiksa petugas {agency}" | "Checked by an officer of {agency}",
        verified_by_province: "Diperiksa petugas provinsi" | "Checked by a province officer",
        first_response: "Tindak lanjut pertama dari instansi" | "First follow-up by the agency",
        first_response_note: "{n} hari kerja setelah laporan diteruskan" | "{n} working days after the report is passed on",
        answered: "Jawaban akhir" | "Final answer",
        answered_note: "{n} hari kerja, kalender {calendar}" | "{n} working days, calendar {calendar}",
        by: "selambatnya {date}" | "by {date}",
        kind: "Jenis" | "Kind",
        service: "Layanan" | "Service",
        place: "Tempat" | "Place",
        visible: "Terlihat oleh" | "Visible to",
        filed_at: "Ditulis di ponsel" | "Written on the phone",
        entry: "Tanda bukti" | "Proof mark",
        entry_check: "Cara memeriksanya" | "How to check it",
        gone: "Tidak ada bukti yang terbuka di ponsel ini" | "No receipt is open on this phone",
        gone_text: "Buka laporan Anda dengan kode dan kunci rahasia." | "Open your report with its code and secret.",
        entry_note: "Tanda bukti dihitung dari laporan Anda. Bila satu huruf diubah, tandanya tidak cocok lagi."
            | "The mark is computed from your report. If one letter is changed, it no longer fits.",
    }
}

words! {
    /// Why a case went where it went, after "Dikirim ke …".
    Whys of Why {
        chosen = Chosen: "Anda memilih {agency}, dan layanan ini ada di sana." | "You chose {agency}, and it gives this service.",
        service_rule = ServiceRule: "{service} diurus oleh {agency}." | "{agency} is in charge of {service}.",
        other_gives_service = OtherGivesService: "{service} bukan urusan instansi yang Anda pilih, tetapi {agency}."
            | "{service} is not with the agency you chose, but with {agency}.",
        suggested = Suggested: "Dari cerita Anda, {agency} yang paling mungkin. Petugas provinsi memeriksanya dulu."
            | "From your words, {agency} is the most probable. A province officer checks it first.",
        no_rule = NoRule: "Instansinya belum pasti dari cerita Anda, jadi petugas provinsi membacanya dulu."
            | "Your words do not tell the agency for sure, so a province officer reads them first.",
        whistleblowing = Whistleblowing: "Laporan pelanggaran hanya dibaca {agency}." | "Only {agency} reads reports of wrongdoing.",
        conflict_of_interest = ConflictOfInterest: "Laporan ini menyangkut pegawai instansi itu sendiri, jadi {agency} yang menanganinya. Instansi itu tidak melihatnya."
            | "This report is about the staff of that very agency, so {agency} handles it. That agency does not see it.",
    }
}
