//! Why an act was refused, and why a case is archived.

use domain::{kind::ArchiveReason, refusal::Refusal};

use super::words;

words! {
    /// One sentence per refusal, with what the person can do next.
    Refusals of Refusal {
        not_permitted = NotPermitted: "Tindakan ini bukan tugas peran Anda. Minta admin instansi Anda." | "Your role does not do this. Ask the admin of your agency.",
        not_yours = NotYours: "Laporan ini dipegang instansi lain." | "Another agency holds this report.",
        not_now = NotNow: "Ini tidak dapat dilakukan sekarang. Muat ulang halaman." | "This cannot be done now. Reload the page.",
        offer_open = OfferOpen: "Tawaran masih terbuka. Balas pelapor, atau tarik kembali tawarannya dulu." | "An offer is open. Reply to the reporter, or take the offer back first.",
        task_open = TaskOpen: "Tugas instansi pendukung belum selesai. Jawaban akhir menunggu tugas itu." | "A supporting agency's task is not done. The final answer waits for it.",
        ruled = Ruled: "Provinsi sudah menetapkan laporan ini. Ketetapan itu mengikat." | "The province has ruled on this report. The ruling binds.",
        ruling_needed = RulingNeeded: "Laporan ini sudah bolak-balik. Provinsi yang menetapkan." | "This report has gone back and forth. The province rules.",
        too_late = TooLate: "Waktunya sudah lewat." | "The time has passed.",
        too_early = TooEarly: "Waktunya belum lewat." | "The time has not passed yet.",
        second_person = SecondPerson: "Orang lain yang harus menyetujui, bukan pengusulnya." | "Another person must approve, not the one who proposed.",
        reopened_before = ReopenedBefore: "Jawaban ini sudah pernah dibuka kembali. Anda dapat membawanya ke Ombudsman, telepon 137."
            | "This answer was reopened before. You can take it to the Ombudsman, call 137.",
        objected_before = ObjectedBefore: "Keberatan sudah pernah diajukan." | "An objection was made before.",
        liaison_needed = LiaisonNeeded: "Permintaan data ketiga perlu pejabat penghubung." | "A third request for information needs the liaison officer.",
        wrong_agency = WrongAgency: "Instansi ini tidak dapat menerima laporan ini. Pilih yang lain." | "This agency cannot take this report. Choose another.",
        decision_needed = DecisionNeeded: "Ketetapan baru perlu nomor dan tanggal keputusan Sekda." | "A new ruling needs number and date of the Sekda's decision.",
        flag_needed = FlagNeeded: "Laporan ini hanya berpindah lewat tanda benturan kepentingan." | "This report moves only by the mark of a conflict of interest.",
        anonymous = Anonymous: "Pelapor anonim. Identitasnya tidak pernah dibuka untuk instansi." | "The reporter is anonymous. The identity is never opened to an agency.",
        erased = Erased: "Nama dan kontak sudah dihapus atas permintaan pelapor." | "Name and contact were erased, as the reporter asked.",
        consent_withdrawn = ConsentWithdrawn: "Anda meminta nama dan kontak dihapus, jadi kabar tidak dikirim lagi."
            | "You asked to erase name and contact, so no more news is sent.",
        not_public = NotPublic: "Laporan rahasia, yang melaporkan instansi, yang digabung, atau yang dicabut tidak diterbitkan." | "Reports that are secret, accuse an agency, were merged or withdrawn are not published.",
        date_passed = DatePassed: "Tanggal ini sudah lewat. Pilih tanggal yang akan datang." | "This date has passed. Choose one to come.",
        already_waiting = AlreadyWaiting: "Hal yang sama sudah menunggu persetujuan." | "The same is already waiting for approval.",
        rated_before = RatedBefore: "Jawaban ini sudah Anda nilai." | "You have rated this answer.",
        files_not_taken = FilesNotTaken: "Berkas hanya dapat ikut laporan atau balasan. Kirim lewat balasan." | "Files go with a report or a reply only. Send them with a reply.",
        out_of_range = OutOfRange: "Pilih nilai dari 1 sampai 4." | "Choose a mark from 1 to 4.",
    }
}

words! {
    /// Why a case is archived. "Belongs elsewhere" is no reason.
    ArchiveReasons of ArchiveReason {
        no_answer = NoAnswer: "Data yang diminta tidak datang" | "The requested information did not come",
        too_general = TooGeneral: "Terlalu umum, juga setelah ditanyakan" | "Too general, also after asking",
        not_public_service = NotPublicService: "Bukan tentang layanan pemerintah" | "Not about what the government does",
        private_dispute = PrivateDispute: "Sengketa antarpribadi" | "A dispute between private persons",
        in_court = InCourt: "Sedang di pengadilan" | "Before a court",
        abuse = Abuse: "Ujaran kebencian, hoaks, atau hinaan" | "Hate, hoax or abuse",
        duplicate = Duplicate: "Laporan yang sama dari pelapor yang sama" | "The same report by the same reporter",
    }
}
