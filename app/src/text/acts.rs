//! The acts as buttons. Drawn for the acts a view allows, never by role.

use domain::deed::Act;

use super::words;

words! {
    /// One short verb per act.
    Acts of Act {
        file = File: "Kirim laporan" | "Send the report",
        verify = Verify: "Verifikasi" | "Verify",
        dispatch = Dispatch: "Teruskan ke instansi" | "Send to an agency",
        classify = Classify: "Ubah jenis dan layanan" | "Change kind and service",
        assign = Assign: "Ambil" | "Take",
        note = Note: "Tulis catatan" | "Write a note",
        ask_data = AskData: "Minta data" | "Ask for information",
        reply = Reply: "Kirim balasan" | "Send the reply",
        start = Start: "Mulai tangani" | "Start work",
        answer = Answer: "Kirim jawaban akhir" | "Send the final answer",
        approve_answer = ApproveAnswer: "Setujui jawaban" | "Approve the answer",
        return_answer = ReturnAnswer: "Kembalikan jawaban" | "Return the answer",
        prolong = Prolong: "Perlu pemeriksaan lapangan" | "Needs examination on site",
        approve_prolong = ApproveProlong: "Setujui batas 60 hari kerja" | "Approve 60 working days",
        send_to_ppid = SendToPpid: "Jadikan permintaan PPID" | "Make it a PPID request",
        extend_ppid = ExtendPpid: "Perpanjang batas PPID" | "Extend the PPID limit",
        propose_archive = ProposeArchive: "Usulkan pengarsipan" | "Propose to archive",
        approve_archive = ApproveArchive: "Setujui pengarsipan" | "Approve archiving",
        refer = Refer: "Teruskan ke luar Pemprov" | "Pass on outside the province",
        offer = Offer: "Tawarkan ke instansi lain" | "Offer to another agency",
        propose_outside = ProposeOutside: "Usulkan lembaga di luar Pemprov" | "Propose a body outside the province",
        take_back = TakeBack: "Tarik kembali tawaran" | "Take the offer back",
        accept = Accept: "Terima" | "Accept",
        decline = Decline: "Tolak dengan alasan" | "Decline with a reason",
        together = Together: "Tangani bersama" | "Work together",
        agree_together = AgreeTogether: "Setuju tangani bersama" | "Agree to work together",
        refuse_together = RefuseTogether: "Tidak setuju" | "Do not agree",
        rule = Rule: "Tetapkan" | "Rule",
        accept_task = AcceptTask: "Terima tugas" | "Accept the task",
        finish_task = FinishTask: "Tugas selesai" | "Task done",
        decline_task = DeclineTask: "Tolak tugas" | "Decline the task",
        rule_task = RuleTask: "Tetapkan tugas" | "Rule on the task",
        flag = Flag: "Tandai benturan kepentingan" | "Mark a conflict of interest",
        lift_flag = LiftFlag: "Cabut tanda benturan" | "Lift the mark",
        open_identity = OpenIdentity: "Buka identitas" | "Open the identity",
        supply = Supply: "Kirim data" | "Send the information",
        confirm = Confirm: "Ya, sudah selesai" | "Yes, it is solved",
        reopen = Reopen: "Belum, buka kembali" | "No, reopen it",
        withdraw = Withdraw: "Cabut laporan" | "Withdraw the report",
        rate = Rate: "Kirim penilaian" | "Send the rating",
        object = Object: "Nyatakan keberatan" | "Object",
        expire_offer = ExpireOffer: "Tawaran lewat waktu" | "Offer expired",
        expire_together = ExpireTogether: "Usul bersama lewat waktu" | "Proposal to work together expired",
        archive_silent = ArchiveSilent: "Arsip karena data tidak datang" | "Archived as no information came",
        close_silent = CloseSilent: "Selesai otomatis" | "Closed automatically",
    }
}
