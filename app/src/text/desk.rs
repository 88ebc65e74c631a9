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
        all_open: "Semua terbuka" | "All open",
        sorted: "Batas waktu terdekat dulu." | "Nearest deadline first.",
        count: "{n} laporan" | "{n} reports",
        found: "Hasil pencarian \"{query}\"" | "Found for \"{query}\"",
        for_citizen: "Catat untuk warga" | "File for a citizen",
        table: "Tabel antrean" | "Queue table",
        caption: "Laporan {agency}, batas waktu terdekat dulu" | "Reports of {agency}, nearest deadline first",
        report: "Laporan" | "Report",
        state: "Keadaan" | "State",
        due: "Batas waktu" | "Deadline",
        handler: "Petugas" | "Officer",
        nobody: "Belum ada" | "Nobody yet",
        untitled: "Belum berjudul" | "No title yet",
        urgent: "Mendesak" | "Urgent",
        offered: "Ditawarkan kepada kita" | "Offered to us",
        answer_today: "Jawab hari ini" | "Answer today",
        empty: "Tidak ada laporan di sini" | "No reports here",
        empty_text: "Laporan yang baru muncul di sini begitu diteruskan." | "New reports appear here as soon as they are sent.",
        empty_due: "Tidak ada yang jatuh tempo hari ini" | "Nothing is due today",
        empty_search: "Tidak ada laporan tentang \"{query}\"" | "No reports about \"{query}\"",
        next_due: "Yang berikutnya {date}." | "The next is on {date}.",
        shown: "{n} laporan di halaman ini" | "{n} reports on this page",
        search_on: "Lanjutkan mencari" | "Search on",
    }
}

words! {
    /// A case and its acts.
    CaseDesk {
        reporter_words: "Kata pelapor" | "The reporter's words",
        talk: "Percakapan" | "Conversation",
        notes: "Catatan internal" | "Internal notes",
        notes_note: "Hanya {agency} yang membacanya." | "Only {agency} reads them.",
        no_talk: "Belum ada percakapan." | "No conversation yet.",
        no_notes: "Belum ada catatan." | "No notes yet.",
        facts: "Fakta" | "Facts",
        facts_label: "Fakta laporan" | "Facts of the report",
        deadline: "Batas waktu" | "Deadline",
        holders: "Siapa memegang" | "Who holds it",
        kind: "Jenis" | "Kind",
        service: "Layanan" | "Service",
        subject: "Masalah" | "Problem",
        place: "Tempat" | "Place",
        event_date: "Tanggal kejadian" | "Date of the event",
        application_no: "Permohonan" | "Application",
        nib: "NIB" | "NIB",
        applied_on: "Diajukan" | "Applied on",
        fee: "Diminta membayar" | "Asked to pay",
        hidden_fact: "Disembunyikan, karena dapat menunjukkan siapa pelapornya" | "Hidden, as it may show who the reporter is",
        visibility: "Terlihat" | "Visible",
        channel: "Kanal" | "Channel",
        received: "Diterima" | "Received",
        reporter: "Pelapor" | "Reporter",
        reporter_anonymous: "Anonim" | "Anonymous",
        reporter_open: "Terbuka, nama disimpan terpisah" | "Open, the name is kept apart",
        officer: "Petugas" | "Officer",
        take: "Ambil" | "Take",
        acts: "Tindakan" | "Acts",
        more_acts: "Tindakan lain" | "More acts",
        no_acts: "Tidak ada tindakan untuk Anda pada keadaan ini." | "There is no act for you in this state.",
        text_for_reporter: "Tanggapan untuk pelapor" | "Message to the reporter",
        text_hint: "Sebut tindakan, tanggal, dan unit. Balasan otomatis tidak dihitung sebagai tanggapan."
            | "Name the act, the date and the unit. Automatic replies do not count as a response.",
        act_named: "Tindakan yang dilakukan" | "What is done",
        act_date: "Tanggal tindakan" | "Date of the act",
        act_date_hint: "Pelapor melihatnya sebagai janji." | "The reporter sees it as a promise.",
        act_unit: "Unit yang melakukannya" | "Unit that does it",
        answer_text: "Jawaban akhir" | "Final answer",
        answer_hint: "Sebut apa yang sudah dilakukan, kapan, dan oleh unit mana. Setelah ini pelapor yang memutuskan."
            | "Name what was done, when, and by which unit. After this the reporter decides.",
        answer_approval: "Jawaban terbit setelah disetujui pejabat penghubung." | "The answer goes out once the liaison officer approves.",
        answer_waiting: "Jawaban ini menunggu persetujuan Anda" | "This answer waits for your approval",
        answer_waiting_other: "Jawaban menunggu persetujuan pejabat penghubung" | "The answer waits for the liaison officer",
        ask_text: "Data yang Anda minta" | "What you ask for",
        ask_hint: "Sebut datanya, dan di mana pelapor menemukannya. Batas waktu Anda berhenti sampai dijawab."
            | "Name it, and where the reporter finds it. Your limit stands still until it is answered.",
        ask_left: "Permintaan ke-{n}. Yang ketiga perlu pejabat penghubung." | "Request {n}. The third needs the liaison officer.",
        note_text: "Catatan untuk rekan" | "Note for colleagues",
        verify_text: "Laporan ini memang untuk {agency}. Jam tanggapan pertama mulai berjalan." | "This report is for {agency}. The clock of the first response starts.",
        public_title: "Judul untuk publik" | "Public title",
        public_title_hint: "Tanpa nama orang." | "Without names of persons.",
        urgent: "Mendesak: bahaya bagi nyawa, atau anak" | "Urgent: danger to life, or a child",
        handler: "Petugas yang memegang" | "Officer in charge",
        archive_title: "Arsipkan dengan dua orang" | "Archive with two persons",
        archive_text: "Pengarsipan terbit setelah orang kedua menyetujui. Tindakan lain membatalkan usul ini."
            | "It is archived once a second person approves. Any other act drops the proposal.",
        archive_reason: "Alasan" | "Reason",
        archive_waiting: "Usul pengarsipan oleh {name}: {reason}" | "{name} proposes to archive: {reason}",
        sentence: "Satu kalimat untuk pelapor" | "One sentence for the reporter",
        sentence_hint: "Terbit di halaman lacak. Hindari istilah dalam." | "Stands on the tracking page. Avoid inside terms.",
        prolong_title: "Perlu pemeriksaan lapangan" | "Needs examination on site",
        prolong_text: "Batas waktu menjadi 60 hari kerja. Diajukan sebelum hari kerja ke-5, dan disetujui pejabat penghubung."
            | "The limit becomes 60 working days. Asked before working day 5, and approved by the liaison officer.",
        prolong_reason: "Alasan yang dibaca pelapor" | "Reason that the reporter reads",
        flag_title: "Tandai benturan kepentingan" | "Mark a conflict of interest",
        flag_text: "Laporan pindah sekarang juga ke Inspektorat. Instansi yang dilaporkan tidak melihatnya lagi."
            | "The report moves to the Inspectorate at once. The accused agency no longer sees it.",
        flag_agency: "Instansi yang dilaporkan" | "Accused agency",
        identity_title: "Buka identitas pelapor" | "Open the reporter's identity",
        identity_text: "Dicatat dengan nama Anda, dan pelapor melihat catatannya." | "Recorded with your name, and the reporter sees the record.",
        identity_reason: "Untuk apa Anda membukanya?" | "Why do you open it?",
        identity_name: "Nama" | "Name",
        identity_contact: "Kontak" | "Contact",
        stale_title: "Laporan ini berubah saat Anda menulis" | "This report changed while you were writing",
        stale_text: "Teks Anda tetap ada di formulir. Lihat riwayat yang baru, lalu kirim lagi." | "Your text is still in the form. Look at the new history, then send again.",
        approve: "Setujui dan terbitkan" | "Approve and publish",
        send_back: "Kembalikan ke petugas" | "Send back to the officer",
        done: "Tersimpan." | "Saved.",
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
