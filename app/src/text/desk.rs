//! Words of `/meja`: the queue, and a case with its acts.

use domain::{case::seat::Capacity, deadline::LimitKind, view::queue::QueueFilter};

use super::words;

words! {
    /// The queue of an agency.
    Queue {
        title: "Antrean {agency}" | "Queue of {agency}",
        views: "Tampilan antrean" | "Views of the queue",
        own: "Antrean" | "Queue",
        between: "Antarinstansi" | "Between agencies",
        sorted: "batas waktu terdekat dulu." | "nearest deadline first.",
        count: "{n} laporan" | "{n} reports",
        late_of: "{n} terlambat." | "{n} late.",
        ended_note: "Laporan yang sudah berakhir." | "Reports that have ended.",
        table: "Tabel antrean" | "Queue table",
        caption: "Laporan {agency}, batas waktu terdekat dulu" | "Reports of {agency}, nearest deadline first",
        report: "Laporan" | "Report",
        state: "Keadaan" | "State",
        due: "Batas waktu" | "Deadline",
        no_due: "Tanpa batas waktu" | "No deadline",
        handler: "Petugas" | "Officer",
        nobody: "Belum ada" | "Nobody yet",
        urgent: "Mendesak" | "Urgent",
        offered: "Ditawarkan kepada kita" | "Offered to us",
        joint: "Laporan bersama" | "Joint case",
        shown: "{n} laporan di halaman ini" | "{n} reports on this page",
        empty: "Tidak ada laporan di sini" | "No reports here",
        empty_text: "Laporan yang baru muncul di sini begitu diteruskan." | "New reports appear here as soon as they are sent.",
        empty_mine: "Belum ada laporan atas nama Anda" | "No reports in your name yet",
        empty_mine_text: "Buka laporan di antrean, lalu tekan Ambil." | "Open a report of the queue and press Take.",
        empty_late: "Tidak ada yang terlambat" | "Nothing is late",
        empty_late_text: "Semua laporan masih dalam batas waktunya." | "All reports are within their limits.",
        empty_waiting: "Tidak ada yang menunggu pihak lain" | "Nothing waits for others",
        empty_waiting_text: "Laporan yang menunggu pelapor, instansi lain, atau provinsi muncul di sini."
            | "Reports that wait for reporters, other agencies or the province appear here.",
        empty_awaiting_us: "Tidak ada yang menunggu kita" | "Nobody waits for us",
        empty_awaiting_us_text: "Tawaran dan tugas dari instansi lain muncul di sini." | "Offers and tasks from other agencies appear here.",
        empty_ended: "Belum ada laporan yang berakhir" | "No report has ended yet",
        empty_ended_text: "Laporan yang selesai, diarsipkan, atau diteruskan ke luar muncul di sini."
            | "Reports that are solved, archived or passed on appear here.",
        keys: "Pintasan papan ketik" | "Keyboard shortcuts",
        keys_move: "pindah" | "move",
        keys_open: "buka" | "open",
        keys_tell: "petunjuk ini" | "this help",
    }
}

words! {
    /// A case and its acts.
    CaseDesk {
        reporter_words: "Kata pelapor" | "The reporter's words",
        parts: "Isi laporan" | "Parts of the report",
        talk: "Percakapan" | "Conversation",
        no_talk: "Belum ada percakapan." | "No conversation yet.",
        named: "{act}, {date}, oleh {unit}." | "{act}, {date}, by {unit}.",
        notes: "Catatan internal" | "Internal notes",
        notes_note: "Hanya {agency} yang membacanya." | "Only {agency} reads them.",
        note_text: "Catatan untuk rekan" | "Note for colleagues",
        note_send: "Simpan catatan" | "Save the note",
        history: "Riwayat" | "History",
        deadline: "Batas waktu" | "Deadline",
        limit_left: "{limit}: {left}" | "{limit}: {left}",
        limit_due: "{limit}, {date}" | "{limit}, {date}",
        day_of: "Hari kerja ke-{n} dari {all}." | "Working day {n} of {all}.",
        day_paused: "Berhenti {n} hari, saat menunggu pelapor." | "Stood still for {n} days, waiting for the reporter.",
        day_source: "Dasar: {source}." | "Source: {source}.",
        holders: "Siapa memegang" | "Who holds it",
        promises: "Janji" | "Promises",
        promise_due: "{agency}, sampai {date}" | "{agency}, by {date}",
        promise_past: "{agency}, {date}, sudah lewat" | "{agency}, {date}, has passed",
        facts: "Fakta" | "Facts",
        facts_label: "Fakta laporan" | "Facts of the report",
        kind: "Jenis" | "Kind",
        service: "Layanan" | "Service",
        subject: "Masalah" | "Problem",
        category: "Kategori" | "Category",
        place: "Tempat" | "Place",
        event_date: "Tanggal kejadian" | "Date of the event",
        application_no: "Permohonan" | "Application",
        nib: "NIB" | "NIB",
        applied_on: "Diajukan" | "Applied on",
        fee: "Diminta membayar" | "Asked to pay",
        tells_who: "{value} (dapat menunjukkan siapa pelapor)" | "{value} (may show who the reporter is)",
        visibility: "Terlihat" | "Visible",
        channel: "Kanal" | "Channel",
        received: "Diterima" | "Received",
        filed: "Ditulis" | "Written",
        holder: "Pemegang" | "Holder",
        officer: "Petugas" | "Officer",
        take: "Ambil" | "Take",
        reporter: "Pelapor" | "Reporter",
        reporter_anonymous_text: "Anonim. Namanya tidak dibuka untuk instansi mana pun." | "Anonymous. No agency ever opens the name.",
        reporter_open: "Nama dan kontak disimpan terpisah dari laporan." | "Name and contact are kept apart from the report.",
        identity_title: "Buka identitas pelapor" | "Open the reporter's identity",
        identity_text: "Dicatat dengan nama Anda, dan pelapor melihat catatannya." | "Recorded with your name, and the reporter sees the record.",
        identity_reason: "Untuk apa Anda membukanya?" | "Why do you open it?",
        identity_name: "Nama" | "Name",
        identity_contact: "Kontak" | "Contact",
        joint: "Instansi yang terlibat" | "Agencies at work",
        lead_task: "Memegang laporan dan menjawab pelapor." | "Holds the report and answers the reporter.",
        task_line: "{what}, selambatnya {date}" | "{what}, by {date}",
        task_late: "Lewat tanggalnya" | "Past its date",
        task_result: "Hasil tugas" | "Result of the task",
        task_result_hint: "Dibagikan kepada instansi utama dan pelapor." | "Shared with the lead agency and the reporter.",
        acts: "Tindakan" | "Acts",
        more_acts: "Tindakan lain" | "More acts",
        text_for_reporter: "Tanggapan untuk pelapor" | "Message to the reporter",
        text_hint: "Sebut tindakan, tanggal, dan unit. Bila Anda minta data, sebut di mana pelapor menemukannya."
            | "Name the act, the date and the unit. If you ask for information, say where the reporter finds it.",
        promise_act: "Janji kepada pelapor" | "Promise to the reporter",
        promise_hint: "Perlu untuk mulai menangani." | "Needed to start work.",
        act_date: "Tanggal tindakan" | "Date of the act",
        act_date_hint: "Pelapor melihatnya sebagai janji." | "The reporter sees it as a promise.",
        answer_text: "Jawaban akhir" | "Final answer",
        answer_hint: "Setelah ini pelapor yang memutuskan: selesai, atau dibuka kembali." | "After this the reporter decides: solved, or reopened.",
        answer_approval: "Bila instansi Anda mewajibkannya, pejabat penghubung menyetujui jawaban ini sebelum terbit."
            | "If your agency requires it, the liaison officer approves this answer before it goes out.",
        act_named: "Tindakan yang dilakukan" | "What was done",
        act_unit: "Unit yang melakukannya" | "Unit that did it",
        answer_waiting: "Jawaban ini menunggu persetujuan Anda" | "This answer waits for your approval",
        answer_waiting_other: "Jawaban menunggu persetujuan pejabat penghubung" | "The answer waits for the liaison officer",
        approve: "Setujui dan terbitkan" | "Approve and publish",
        send_back: "Kembalikan ke petugas" | "Send back to the officer",
        return_lead: "Jawaban tidak terbit. Catatan ini hanya dibaca rekan Anda." | "The answer does not go out. Only colleagues read this note.",
        verify_title: "Verifikasi laporan" | "Verify the report",
        verify_text: "Laporan ini memang untuk {agency}. Setelah ini jam tindak lanjut pertama berjalan."
            | "This report is for {agency}. From here the clock of the first response runs.",
        classify_lead: "Perubahan jenis menghitung ulang batas waktu, dengan satu baris di riwayat. Layanan dan kategori yang Anda perbaiki ikut memperbaiki saran berikutnya."
            | "A changed kind computes the limits again, with a line in the history. A service or category that you correct makes later suggestions better.",
        public_title: "Judul untuk publik" | "Public title",
        public_title_hint: "Tanpa nama orang." | "Without names of persons.",
        urgent: "Mendesak: bahaya bagi nyawa, atau anak" | "Urgent: danger to life, or a child",
        assign_title: "Tugaskan kepada petugas" | "Give it to an officer",
        handler: "Petugas yang memegang" | "Officer in charge",
        archive_title: "Arsipkan dengan dua orang" | "Archive with two persons",
        archive_text: "Pengarsipan terbit setelah orang kedua menyetujui. Tindakan lain membatalkan usul ini."
            | "It is archived once a second person approves. Any other act drops the proposal.",
        archive_reason: "Alasan" | "Reason",
        archive_waiting: "Usul pengarsipan: {reason}" | "Proposal to archive: {reason}",
        mine_waits: "Anda yang mengusulkan, jadi orang lain yang menyetujui." | "You proposed it, so another person approves.",
        prolong_title: "Perlu pemeriksaan lapangan" | "Needs examination on site",
        prolong_text: "Batas waktu menjadi 60 hari kerja. Diajukan sebelum hari kerja ke-5, dan disetujui pejabat penghubung."
            | "The limit becomes 60 working days. Asked before working day 5, and approved by the liaison officer.",
        prolong_waiting: "Usul batas 60 hari kerja" | "Proposal of 60 working days",
        ppid_text: "Batas waktunya menjadi 10 hari kerja, menurut undang-undang keterbukaan informasi publik."
            | "Its limit becomes 10 working days, by the law on public information.",
        ppid_more_text: "Satu kali, paling lama 7 hari kerja. Pelapor membaca alasannya." | "Once, by at most 7 working days. The reporter reads why.",
        flag_title: "Tandai benturan kepentingan" | "Mark a conflict of interest",
        flag_text: "Laporan pindah sekarang juga ke Inspektorat, atau ke Sekretariat Daerah bila Inspektorat yang dilaporkan. Instansi yang dilaporkan tidak melihatnya lagi."
            | "The report moves at once to the Inspectorate, or to the Regional Secretariat if the Inspectorate is accused. The accused agency no longer sees it.",
        flag_more: "Lebih dari satu instansi" | "More than one agency",
        flag_agency: "Instansi yang dilaporkan" | "Accused agency",
        lift_text: "Laporan tetap pada pemegangnya dan dapat ditawarkan lagi." | "The report stays with its holder and may be offered again.",
        record_reason: "Alasan, untuk catatan" | "Reason, for the record",
        accused_title: "Benturan kepentingan" | "Conflict of interest",
        accused_text: "Laporan ini menyangkut {agencies}. Instansi itu tidak melihatnya." | "This report is about {agencies}, which does not see it.",
        ended: "{status}, {date}" | "{status}, {date}",
        rating: "Nilai pelapor: {n} dari 4." | "Rating by the reporter: {n} of 4.",
        stale_title: "Laporan ini berubah saat Anda menulis" | "This report changed while you were writing",
        stale_text: "Kedua teks tetap ada: teks Anda di formulir ini, yang baru di halaman. Baca dulu, lalu kirim lagi."
            | "Both texts are kept: yours in this form, the new one on the page. Read it, then send again.",
        refused_title: "Belum tersimpan" | "Not saved yet",
    }
}

words! {
    /// Views of the queue.
    QueueFilters of QueueFilter {
        work = Work: "Perlu dikerjakan" | "To be worked on",
        mine = Mine: "Milik saya" | "Mine",
        late = Late: "Terlambat" | "Late",
        waiting = Waiting: "Menunggu pihak lain" | "Waiting for others",
        awaiting_us = AwaitingUs: "Menunggu kita" | "Waiting for us",
        ended = Ended: "Berakhir" | "Ended",
    }
}

words! {
    /// In what capacity a desk looks at a case.
    Capacities of Capacity {
        accused = Accused: "dilaporkan" | "accused",
        holder = Holder: "pemegang" | "holder",
        partner = Partner: "pendukung" | "supporting",
        offered = Offered: "ditawari" | "offered",
        overseer = Overseer: "meja provinsi" | "province desk",
        former = Former: "pemegang lama" | "former holder",
    }
}

words! {
    /// Names of the limits, as an officer reads them.
    Limits of LimitKind {
        verification = Verification: "Verifikasi" | "Verification",
        first_response = FirstResponse: "Tindak lanjut pertama" | "First response",
        resolution_simple = ResolutionSimple: "Jawaban akhir" | "Final answer",
        resolution_complaint = ResolutionComplaint: "Jawaban akhir" | "Final answer",
        resolution_supervision = ResolutionSupervision: "Jawaban akhir, pemeriksaan lapangan" | "Final answer, examination on site",
        ppid = Ppid: "PPID" | "PPID",
        ppid_extended = PpidExtended: "PPID, diperpanjang" | "PPID, extended",
        offer = Offer: "Jawaban tawaran" | "Answer to the offer",
        ruling = Ruling: "Ketetapan" | "Ruling",
        citizen_data = CitizenData: "Data dari pelapor" | "Information from the reporter",
        citizen_answer = CitizenAnswer: "Keputusan pelapor" | "Reporter's decision",
        reopened_reply = ReopenedReply: "Balasan setelah dibuka kembali" | "Reply after reopening",
        reopened_answer = ReopenedAnswer: "Jawaban setelah dibuka kembali" | "Answer after reopening",
    }
}
