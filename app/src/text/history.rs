//! What happened to a case, one line each.

use domain::deed::Act;

use super::words;

words! {
    /// One line per act: `{by}` did it, `{about}` is the other agency.
    History of Act {
        file = File: "Diterima" | "Received",
        verify = Verify: "{by} memverifikasi" | "{by} verified it",
        dispatch = Dispatch: "{by} meneruskan ke {about}" | "{by} sent it to {about}",
        classify = Classify: "{by} memperbarui jenis, layanan, atau kategori" | "{by} updated kind, service or category",
        assign = Assign: "{by} menunjuk petugas" | "{by} named an officer",
        note = Note: "{by} menulis catatan internal" | "{by} wrote an internal note",
        ask_data = AskData: "{by} meminta data" | "{by} asked for information",
        reply = Reply: "{by} menulis kepada pelapor" | "{by} wrote to the reporter",
        start = Start: "{by} mulai menangani" | "{by} started work",
        answer = Answer: "{by} memberi jawaban akhir" | "{by} gave the final answer",
        approve_answer = ApproveAnswer: "{by} menyetujui jawaban akhir" | "{by} approved the final answer",
        return_answer = ReturnAnswer: "{by} mengembalikan jawaban" | "{by} returned the answer",
        prolong = Prolong: "{by} mengajukan batas 60 hari kerja" | "{by} asked for 60 working days",
        approve_prolong = ApproveProlong: "{by} menyetujui batas 60 hari kerja" | "{by} approved 60 working days",
        send_to_ppid = SendToPpid: "{by} menjadikannya permintaan informasi resmi (PPID)" | "{by} made it a formal information request (PPID)",
        extend_ppid = ExtendPpid: "{by} memperpanjang batas PPID" | "{by} extended the PPID limit",
        propose_archive = ProposeArchive: "{by} mengusulkan pengarsipan" | "{by} proposed to archive it",
        approve_archive = ApproveArchive: "{by} mengarsipkan" | "{by} archived it",
        refer = Refer: "{by} meneruskan ke luar Pemprov" | "{by} passed it on outside the province",
        offer = Offer: "{by} menawarkan kepada {about}" | "{by} offered it to {about}",
        propose_outside = ProposeOutside: "{by} mengusulkan lembaga di luar Pemprov" | "{by} proposed a body outside the province",
        take_back = TakeBack: "{by} menarik kembali tawaran" | "{by} took the offer back",
        accept = Accept: "{by} menerima dan memegang laporan ini" | "{by} accepted and holds this report",
        decline = Decline: "{by} menolak tawaran" | "{by} declined the offer",
        together = Together: "{by} mengusulkan tangani bersama" | "{by} proposed to work together",
        agree_together = AgreeTogether: "{by} setuju tangani bersama {about}" | "{by} agreed to work together with {about}",
        refuse_together = RefuseTogether: "{by} tidak setuju tangani bersama" | "{by} did not agree to work together",
        rule = Rule: "{by} menetapkan {about}" | "{by} ruled: {about}",
        accept_task = AcceptTask: "{by} menerima tugasnya" | "{by} accepted its task",
        finish_task = FinishTask: "{by} menyelesaikan tugasnya" | "{by} finished its task",
        decline_task = DeclineTask: "{by} menolak tugasnya" | "{by} declined its task",
        rule_task = RuleTask: "{by} menetapkan tugas {about}" | "{by} ruled on the task of {about}",
        flag = Flag: "{by} menandai benturan kepentingan" | "{by} marked a conflict of interest",
        lift_flag = LiftFlag: "{by} mencabut tanda benturan kepentingan" | "{by} lifted the mark of a conflict of interest",
        new_receipt = NewReceipt: "{by} menerbitkan bukti baru di loket" | "{by} gave a new receipt at a counter",
        open_identity = OpenIdentity: "{by} membuka identitas pelapor" | "{by} opened the reporter's identity",
        publish = Publish: "{by} menerbitkannya untuk umum" | "{by} published it",
        revise = Revise: "{by} memperbaiki teks publiknya" | "{by} corrected the public text",
        unpublish = Unpublish: "Tidak lagi terbit untuk umum" | "No longer published",
        supply = Supply: "{by} menambahkan keterangan" | "{by} added information",
        confirm = Confirm: "{by} menyatakan selesai" | "{by} confirmed that it is solved",
        reopen = Reopen: "{by} membuka kembali" | "{by} reopened it",
        withdraw = Withdraw: "{by} mencabut laporan" | "{by} withdrew the report",
        rate = Rate: "{by} memberi nilai" | "{by} rated the handling",
        object = Object: "{by} menyatakan keberatan" | "{by} objected",
        ask_erasure = AskErasure: "{by} meminta nama dan kontak dihapus" | "{by} asked to erase name and contact",
        erase_identity = EraseIdentity: "{by} menghapus nama dan kontak pelapor" | "{by} erased the reporter's name and contact",
        refuse_erasure = RefuseErasure: "{by} menolak penghapusan nama dan kontak" | "{by} refused to erase name and contact",
        expire_offer = ExpireOffer: "{about} tidak menjawab tawaran, provinsi yang menetapkan" | "{about} did not answer the offer, the province rules",
        expire_together = ExpireTogether: "Usul tangani bersama tidak dijawab" | "The proposal to work together got no answer",
        archive_silent = ArchiveSilent: "Diarsipkan, karena data yang diminta tidak datang" | "Archived, as the requested information did not come",
        close_silent = CloseSilent: "Selesai otomatis" | "Closed automatically",
        recount = Recount: "Tenggat dihitung ulang menurut kalender baru" | "Deadlines counted anew by the new calendar",
    }
}

words! {
    /// Who did it.
    Doers {
        you: "Anda" | "You",
        reporter: "Pelapor" | "The reporter",
        clock: "Sistem" | "The system",
        person: "{person}, {agency}" | "{person}, {agency}",
        reporter_anonymous: "Pelapor (anonim)" | "Reporter (anonymous)",
    }
}
