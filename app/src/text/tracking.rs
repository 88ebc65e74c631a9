//! Words of `/lacak`.

use domain::{case::message::MessageKind, deadline::LimitKind, view::TaskStateCode};

use super::words;

words! {
    /// Code and secret in; status, holder, deadline, conversation and acts out.
    Tracking {
        title: "Lacak laporan" | "Track a report",
        about: "Lacak laporan Anda dengan kode dan kunci rahasianya: siapa yang memegangnya, sampai kapan, dan apa yang terjadi setelah itu."
            | "Track your report with its code and secret: who holds it, until when, and what happens next.",
        lead: "Masukkan kode dan kunci rahasia dari bukti laporan Anda." | "Enter the code and the secret from your receipt.",
        code: "Kode laporan" | "Report code",
        code_example: "KTR-26-7F3K-9QX6" | "KTR-26-7F3K-9QX6",
        secret: "Kunci rahasia" | "Secret",
        secret_hint: "Tertulis di bukti laporan Anda." | "It stands on your receipt.",
        show: "Lihat laporan" | "Show the report",
        lost_link: "Bukti hilang?" | "Lost your receipt?",
        leave: "Keluar dari laporan ini" | "Leave this report",
        leave_note: "Pakai tombol ini bila ponsel dipakai bersama." | "Use this when you share the phone.",
        page: "{code}: {status}" | "{code}: {status}",
        state: "Keadaan laporan" | "State of the report",
        waiting_partner: "Sekarang menunggu {agency}, sejak {date}." | "It now waits for {agency}, since {date}.",
        awaiting_ruling: "Provinsi menetapkan instansi yang berwenang paling lambat {date}. Sebelum itu {agency} tetap bertanggung jawab."
            | "The province rules which agency is in charge by {date}. Until then {agency} stays responsible.",
        archived_why: "Alasan: {reason}." | "Reason: {reason}.",
        day_of: "Hari kerja ke-{n} dari {all}." | "Working day {n} of {all}.",
        day_paused: "Berhenti {n} hari, saat menunggu data dari Anda." | "Stood still for {n} days while we waited for you.",
        day_first: "Dihitung mulai hari kerja berikutnya, {all} hari kerja." | "Counted from the next working day, {all} working days.",
        day_late: "Melewati batas waktu {n} hari kerja." | "{n} working days past the limit.",
        why_date: "Mengapa tanggal ini?" | "Why this date?",
        why_date_text: "Dihitung {n} hari kerja, mulai sehari setelah laporan diterima. Dasar: {source}, kalender {calendar}. Sabtu, Minggu, dan hari libur tidak dihitung."
            | "Counted as {n} working days from the day after we received it. Source: {source}, calendar {calendar}. Saturdays, Sundays and holidays do not count.",
        holders: "Siapa memegang, berapa lama" | "Who holds it, for how long",
        holder_province: "Provinsi memeriksa" | "Province checks",
        holder_own: "{agency}" | "{agency}",
        holder_citizen: "Menunggu Anda" | "Waiting for you",
        holder_reporter: "Menunggu pelapor" | "Waiting for the reporter",
        holder_offered: "Ditawarkan ke {agency}, belum diterima" | "Offered to {agency}, not accepted yet",
        holder_partner: "{agency}, tugas bersama" | "{agency}, joint task",
        holder_now: "{name} (sekarang)" | "{name} (now)",
        holder_summary: "Pemegang laporan: {spans}" | "Holders of the report: {spans}",
        holder_sum: "Seluruhnya {n} jam kerja sejak diterima." | "{n} working hours in all since it was received.",
        joint: "{n} instansi, satu laporan" | "{n} agencies, one report",
        lead_agency: "instansi utama" | "lead agency",
        partner_agency: "pendukung" | "supporting",
        lead_task: "Menjawab Anda dan bertanggung jawab atas laporan ini." | "Answers you and is responsible for this report.",
        task_late: "Lewat batas waktu" | "Past its limit",
        talk: "Percakapan" | "Conversation",
        named: "Tindakan: {act}, {date}. Pelaksana: {unit}." | "Done: {act}, {date}. By: {unit}.",
        reply: "Tulis balasan atau tambahan" | "Write a reply or an addition",
        supply: "Jawab permintaan data" | "Answer the request for information",
        supply_note: "Setelah Anda menjawab, instansi bekerja lagi dan batas waktunya berjalan." | "Once you answer, the agency works again and its limit runs.",
        send_reply: "Kirim balasan" | "Send the reply",
        decide_after: "Setelah jawaban akhir tiba, Anda yang memutuskan di halaman ini: selesai, atau belum dan dibuka kembali."
            | "When the final answer is here, you decide on this page: solved, or not and reopened.",
        decide: "Apakah masalahnya sudah selesai?" | "Is the problem solved?",
        decide_by: "Pilih paling lambat {date}. Lewat itu laporan selesai otomatis, dan masih dapat dibuka sekali."
            | "Choose by {date}. After that the report closes by itself, and can still be reopened once.",
        confirm: "Ya, sudah selesai" | "Yes, it is solved",
        reopen: "Belum, buka kembali" | "No, reopen it",
        reopen_title: "Buka kembali laporan ini" | "Reopen this report",
        reopen_reason: "Apa yang belum selesai?" | "What is not solved?",
        reopen_within: "Dapat dibuka kembali satu kali, paling lambat {date}. Tulis alasannya."
            | "It can be reopened once, by {date}. Write why.",
        rate: "Bagaimana laporan Anda ditangani?" | "How was your report handled?",
        rate_1: "Tidak baik" | "Bad",
        rate_2: "Kurang baik" | "Poor",
        rate_3: "Baik" | "Good",
        rate_4: "Sangat baik" | "Very good",
        rate_reason: "Apa alasannya?" | "Why?",
        rate_send: "Kirim penilaian" | "Send the rating",
        rate_thanks: "Penilaian Anda: {n} dari 4. Terima kasih." | "Your rating: {n} of 4. Thank you.",
        withdraw: "Cabut laporan" | "Withdraw the report",
        withdraw_text: "Instansi berhenti bekerja. Laporan yang dicabut tidak dapat dibuka lagi."
            | "The agency stops working. A withdrawn report cannot be opened again.",
        object: "Nyatakan keberatan" | "Object",
        object_title: "Keberatan atas penutupan ini" | "Object to this closing",
        object_text: "Satu kali, paling lambat {date}. Yang memutuskan {agency}, bukan instansi yang menutupnya. Diperiksa lagi dari awal, paling lama 3 hari kerja."
            | "Once, by {date}. {agency} decides, not the agency that closed it. It is checked again from the start, within 3 working days.",
        object_reason: "Mengapa Anda keberatan?" | "Why do you object?",
        ombudsman: "Tidak puas dengan jawabannya? Anda dapat membawanya ke Ombudsman Kaltara, telepon 137."
            | "Not satisfied with the answer? You can take it to the Ombudsman of North Kalimantan, call 137.",
        history: "Riwayat" | "History",
        promise: "Janji {agency}, {due}" | "Promise of {agency}, {due}",
        promise_due: "jatuh tempo {date}" | "due {date}",
        promise_past: "tanggalnya {date}" | "its day was {date}",
        facts: "Isi laporan" | "The report",
        received: "Diterima" | "Received",
        done_sent: "Terkirim. Balasan Anda ada di percakapan." | "Sent. Your reply is in the conversation.",
        done_confirmed: "Terima kasih. Laporan selesai." | "Thank you. The report is solved.",
        done_reopened: "Laporan terbuka kembali. Instansi diberi tahu." | "The report is open again. The agency has been told.",
        done_withdrawn: "Laporan dicabut." | "The report is withdrawn.",
        done_objected: "Keberatan Anda kami terima, dan diperiksa lagi dari awal." | "We have your objection, and it is checked again from the start.",
    }
}

words! {
    /// What is due by when, as a citizen reads it. `{date}` is the last day.
    LimitLines of LimitKind {
        verification = Verification: "Diperiksa selambatnya {date}" | "Checked by {date}",
        first_response = FirstResponse: "Tindak lanjut pertama selambatnya {date}" | "First follow-up by {date}",
        resolution_simple = ResolutionSimple: "Jawaban selambatnya {date}" | "Answer by {date}",
        resolution_complaint = ResolutionComplaint: "Jawaban selambatnya {date}" | "Answer by {date}",
        resolution_supervision = ResolutionSupervision: "Jawaban selambatnya {date}, setelah pemeriksaan lapangan" | "Answer by {date}, after an examination on site",
        ppid = Ppid: "Jawaban PPID selambatnya {date}" | "Answer by the information officer by {date}",
        ppid_extended = PpidExtended: "Jawaban PPID, diperpanjang, selambatnya {date}" | "Answer by the information officer, extended, by {date}",
        offer = Offer: "Tawaran dijawab selambatnya {date}" | "Offer answered by {date}",
        ruling = Ruling: "Ketetapan provinsi selambatnya {date}" | "Ruling of the province by {date}",
        citizen_data = CitizenData: "Data dari Anda selambatnya {date}" | "Information from you by {date}",
        citizen_answer = CitizenAnswer: "Keputusan Anda selambatnya {date}" | "Your decision by {date}",
        reopened_reply = ReopenedReply: "Balasan selambatnya {date}" | "Reply by {date}",
        reopened_answer = ReopenedAnswer: "Jawaban baru selambatnya {date}" | "New answer by {date}",
    }
}

words! {
    /// What a message is, beside its writer.
    MessageKinds of MessageKind {
        addition = Addition: "tambahan" | "addition",
        question = Question: "meminta data" | "asks for information",
        reply = Reply: "balasan" | "reply",
        answer = Answer: "jawaban akhir" | "final answer",
        objection = Objection: "belum selesai" | "not solved",
        task_result = TaskResult: "hasil tugas" | "result of the task",
        note = Note: "catatan internal" | "internal note",
    }
}

words! {
    /// Where a partner's task stands.
    TaskStates of TaskStateCode {
        asked = Asked: "Diminta" | "Asked",
        accepted = Accepted: "Sedang bekerja" | "At work",
        done = Done: "Tugas selesai" | "Task done",
        declined = Declined: "Tugas ditolak, menunggu provinsi" | "Task declined, waits for the province",
        cancelled = Cancelled: "Tugas dibatalkan" | "Task cancelled",
    }
}
