//! The statuses in words.

use domain::case::status::StatusCode;

use super::words;

words! {
    /// The statuses, as a citizen reads them.
    Status of StatusCode {
        submitted = Submitted: "Menunggu diperiksa" | "Waiting to be checked",
        need_info = NeedInfo: "Menunggu kelengkapan dari Anda" | "Waiting for information from you",
        dispatched = Dispatched: "Diteruskan ke {agency}" | "Sent to {agency}",
        in_progress = InProgress: "Sedang ditangani" | "In progress",
        transfer_pending = TransferPending: "Ditawarkan ke {agency}" | "Offered to {agency}",
        responded = Responded: "Sudah dijawab, giliran Anda" | "Answered, your turn",
        reopened = Reopened: "Dibuka kembali" | "Reopened",
        resolved = Resolved: "Selesai, dikonfirmasi pelapor" | "Solved, confirmed by the reporter",
        auto_closed = AutoClosed: "Selesai otomatis" | "Closed automatically",
        merged = Merged: "Digabung dengan laporan lain" | "Merged with another report",
        referred = Referred: "Diteruskan ke luar pemerintah provinsi" | "Passed on outside the province",
        archived = Archived: "Diarsipkan" | "Archived",
        withdrawn = Withdrawn: "Dicabut pelapor" | "Withdrawn by the reporter",
    }
}

words! {
    /// The statuses, as an officer reads them: who acts next.
    StatusForDesk of StatusCode {
        submitted = Submitted: "Perlu diverifikasi" | "To be verified",
        need_info = NeedInfo: "Menunggu pelapor" | "Waiting for the reporter",
        dispatched = Dispatched: "Baru diteruskan" | "Newly sent",
        in_progress = InProgress: "Dikerjakan" | "In progress",
        transfer_pending = TransferPending: "Sedang dialihkan" | "Being handed off",
        responded = Responded: "Sudah ditanggapi" | "Answered",
        reopened = Reopened: "Dibuka kembali" | "Reopened",
        resolved = Resolved: "Selesai" | "Solved",
        auto_closed = AutoClosed: "Selesai otomatis" | "Closed automatically",
        merged = Merged: "Digabung" | "Merged",
        referred = Referred: "Di luar Pemprov" | "Outside the province",
        archived = Archived: "Diarsipkan" | "Archived",
        withdrawn = Withdrawn: "Dicabut" | "Withdrawn",
    }
}

words! {
    /// Where the case is and who acts next, in one or two sentences.
    StatusLines of StatusCode {
        submitted = Submitted: "Laporan Anda kami terima. {agency} memeriksanya paling lambat {date}."
            | "We have your report. {agency} checks it by {date}.",
        need_info = NeedInfo: "{agency} menunggu data dari Anda. {left}. Selama itu batas waktu instansi berhenti."
            | "{agency} waits for information from you. {left}. Meanwhile the agency's limit stands still.",
        dispatched = Dispatched: "{agency} menerima laporan Anda dan menanggapi paling lambat {date}."
            | "{agency} has your report and responds by {date}.",
        in_progress = InProgress: "{agency} menangani laporan Anda. Jawaban selambatnya {date}."
            | "{agency} is working on your report. Answer by {date}.",
        transfer_pending = TransferPending: "{agency} menawarkan laporan ini ke {other}. Sampai diterima, {agency} tetap bertanggung jawab."
            | "{agency} has offered this report to {other}. Until it is accepted, {agency} stays responsible.",
        responded = Responded: "{agency} sudah menjawab. Apakah masalah Anda selesai?" | "{agency} has answered. Is your problem solved?",
        reopened = Reopened: "Laporan terbuka kembali. {agency} menjawab lagi paling lambat {date}."
            | "The report is open again. {agency} answers again by {date}.",
        resolved = Resolved: "Anda menyatakan masalah ini selesai pada {date}." | "You said on {date} that this is solved.",
        auto_closed = AutoClosed: "Selesai otomatis pada {date}, karena tidak ada jawaban Anda dalam 10 hari kerja."
            | "Closed automatically on {date}, as we had no reply in 10 working days.",
        merged = Merged: "Laporan ini digabung dengan laporan yang sama. Jawabannya sampai juga kepada Anda."
            | "This report was merged with the same one by others. Its answer reaches you too.",
        referred = Referred: "Ini urusan {body}, di luar pemerintah provinsi. Kami meneruskannya pada {date}. Kontaknya: {contact}."
            | "This is for {body}, outside the province. We sent it there on {date}. Contact: {contact}.",
        archived = Archived: "Laporan ini diarsipkan pada {date}." | "This report was archived on {date}.",
        withdrawn = Withdrawn: "Anda mencabut laporan ini pada {date}." | "You withdrew this report on {date}.",
    }
}
