//! Words of the province desk: triage and rulings.

use super::words;

words! {
    /// Triage: verify, classify, dispatch, refer, archive.
    Triage {
        title: "Pilah laporan" | "Triage",
        lead: "Laporan yang tujuannya belum pasti. Batas verifikasi 3 hari kerja." | "Reports whose agency is not certain. Verification within 3 working days.",
        table: "Tabel laporan yang dipilah" | "Triage table",
        caption: "Laporan yang menunggu meja provinsi, batas waktu terdekat dulu" | "Reports waiting for the province desk, nearest deadline first",
        proposed: "Usul: {agency}" | "Proposed: {agency}",
        no_proposal: "Tanpa usul" | "No proposal",
        why: "Mengapa diusulkan?" | "Why is it proposed?",
        to: "Instansi tujuan" | "Agency",
        sentence: "Mengapa ke sana, satu kalimat untuk pelapor" | "Why there, one sentence for the reporter",
        classify: "Jenis dan layanan" | "Kind and service",
        kind: "Jenis" | "Kind",
        service: "Layanan" | "Service",
        subject: "Masalah" | "Problem",
        ready: "Laporan ini urusan {agency}, jadi kami meneruskannya ke sana." | "This report is for {agency}, so we send it there.",
        ready_service: "{service} diurus {agency}, jadi laporan ini kami teruskan ke sana." | "{agency} is in charge of {service}, so we send this report there.",
        dispatch: "Teruskan" | "Send",
        refer: "Teruskan ke luar Pemprov" | "Pass on outside the province",
        refer_text: "Laporan berakhir di sini. Pelapor mendapat nama lembaga, kontak, dan tanggalnya." | "The report ends here. The reporter gets the body's name, contact and date.",
        refer_body: "Lembaga" | "Body",
        empty: "Semua laporan sudah dipilah" | "All reports are triaged",
        empty_text: "Laporan baru yang tujuannya belum pasti muncul di sini." | "New reports whose agency is not certain appear here.",
    }
}

words! {
    /// Rulings on authority.
    Rulings {
        title: "Ketetapan" | "Rulings",
        lead: "Tawaran yang lewat waktu atau ditolak. Tetapkan dalam 1 hari kerja, dan ketetapannya mengikat."
            | "Offers that expired or were declined. Rule within 1 working day, and the ruling binds.",
        table: "Tabel ketetapan" | "Rulings table",
        caption: "Laporan yang menunggu ketetapan" | "Reports awaiting a ruling",
        cause: "Sebab" | "Cause",
        between: "Antara" | "Between",
        lost: "{n} jam kerja hilang" | "{n} working hours lost",
        holder: "Pemegang sekarang" | "Holder now",
        rule: "Tetapkan wewenang" | "Rule on authority",
        how: "Ketetapan" | "Ruling",
        to_agency: "Tetapkan pemegang" | "Name the holder",
        to_agency_note: "Instansi ini memegang dan menjawab" | "This agency holds and answers",
        joint: "Tangani bersama" | "Joint case",
        joint_note: "Satu instansi utama, satu sampai tiga pendukung dengan tugas masing-masing" | "One lead, one to three supporting agencies, each with its task",
        back: "Kembali ke pemegang" | "Back to the holder",
        back_note: "Pemegang sekarang melanjutkan" | "The present holder goes on",
        refer: "Ke luar Pemprov" | "Outside the province",
        refer_note: "Laporan berakhir dengan nama lembaga dan kontaknya" | "The report ends with the body's name and contact",
        agency: "Instansi" | "Agency",
        partner: "Instansi pendukung" | "Supporting agency",
        more_partners: "Lebih dari satu pendukung" | "More than one supporting agency",
        task: "Tugas pendukung" | "Task of the supporting agency",
        sentence: "Satu kalimat untuk pelapor" | "One sentence for the reporter",
        decision_note: "Hanya bila laporan ini sudah pernah ditetapkan." | "Only if this report was ruled on before.",
        anew: "Laporan ini sudah ditetapkan. Ketetapan baru perlu nomor dan tanggal keputusan Sekda."
            | "This report has a ruling. A new one needs number and date of the Sekda's decision.",
        back_to: "Tetap di {agency}" | "Stays with {agency}",
        decision: "Nomor dan tanggal keputusan Sekda" | "Number and date of the Sekda's decision",
        body: "Lembaga di luar Pemprov" | "Body outside the province",
        task_by: "Dikerjakan instansi lain" | "Another agency does it",
        task_cancelled: "Tidak diperlukan" | "Not needed",
        task_back: "Tetap dikerjakan instansi ini" | "This agency does it after all",
        task_agency: "Instansi yang mengerjakan" | "Agency that does it",
        send: "Tetapkan" | "Rule",
        empty: "Tidak ada yang menunggu ketetapan" | "Nothing awaits a ruling",
        empty_text: "Tawaran yang lewat waktu atau dua kali ditolak muncul di sini." | "Offers that expire or are declined twice appear here.",
    }
}
