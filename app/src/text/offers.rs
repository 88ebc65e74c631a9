//! Words of offers between agencies.

use domain::{case::status::RulingCause, kind::HandoffReason};

use super::words;

words! {
    /// Offers to us and by us.
    Offers {
        title: "{agency} menawarkan laporan ini kepada {other}" | "{agency} offers this report to {other}",
        reason: "Alasan: {reason}." | "Reason: {reason}.",
        holds: "Sampai Anda menerima, {agency} tetap pemilik dan jamnya tetap berjalan. Tanpa jawaban sampai {date}, provinsi yang menetapkan."
            | "Until you accept, {agency} stays the holder and its clock runs. Without an answer by {date}, the province rules.",
        before_declining: "Sebelum menolak" | "Before you decline",
        back_to_former: "Laporan ini kembali ke pemegang lama. Bila ditolak, laporan naik ke meja provinsi, dan ketetapannya mengikat."
            | "This report comes back to a former holder. If declined, it goes to the province desk, whose ruling binds.",
        first_decline: "Laporan tetap pada pemegangnya, dan pelapor membaca alasan Anda. Penolakan kedua naik ke meja provinsi."
            | "The report stays with its holder, and the reporter reads your reason. A second decline goes to the province desk.",
        second_decline: "Laporan ini sudah pernah ditolak. Penolakan kedua naik ke meja provinsi, dan ketetapannya mengikat."
            | "This report was declined before. A second decline goes to the province desk, whose ruling binds.",
        make: "Tawarkan ke instansi lain" | "Offer to another agency",
        make_lead: "Laporan ini tetap milik {agency}, dan jamnya tetap berjalan, sampai diterima."
            | "{agency} keeps this report, and its clock runs, until it is accepted.",
        better: "Instansi yang lebih tepat" | "Agency that fits better",
        better_outside: "Lembaga di luar Pemprov" | "Body outside the province",
        outside_note: "Usul ke luar Pemprov ditetapkan meja provinsi." | "The province desk rules on a proposal outside the province.",
        why: "Alasan" | "Reason",
        sentence: "Satu kalimat untuk pelapor" | "One sentence for the reporter",
        sentence_hint: "Terbit di halaman lacak. Hindari istilah dalam." | "Stands on the tracking page. Avoid inside terms.",
        window_note: "Instansi itu punya 1 hari kerja, kecuali ada kesepakatan lain. Lewat itu, provinsi yang menetapkan."
            | "That agency has 1 working day, unless agreed otherwise. After that the province rules.",
        send: "Tawarkan" | "Offer",
        outside_send: "Usulkan ke provinsi" | "Propose to the province",
        outside_named: "Diusulkan: {body}." | "Proposed: {body}.",
        open: "{agency} menawarkan laporan ini ke {other}" | "{agency} offers this report to {other}",
        open_note: "Sampai diterima, {agency} tetap pemegang. {other} menjawab sampai {date}; lewat itu, provinsi yang menetapkan."
            | "Until it is accepted, {agency} stays the holder. {other} answers by {date}; after that the province rules.",
        refuse_lead: "Penolakan ini dihitung sebagai penolakan tawaran, dan laporan tetap pada Anda."
            | "It counts as a decline of the offer, and the report stays with you.",
        accept: "Terima" | "Accept",
        accept_note: "Anda menjadi pemegang. Batas waktu pelapor tidak berubah." | "You become the holder. The reporter's limits do not change.",
        decline: "Tolak dengan alasan" | "Decline with a reason",
        decline_title: "Tolak tawaran {agency}" | "Decline the offer of {agency}",
        decline_lead: "Alasan dan instansi yang lebih tepat terbit di riwayat." | "The reason and the better agency stand in the history.",
        decline_send: "Tolak" | "Decline",
        decline_send_up: "Tolak, naik ke provinsi" | "Decline, goes to the province",
        together: "Usul tangani bersama" | "Propose to work together",
        together_title: "Tangani bersama" | "Work together",
        together_lead: "{agency} tetap pemegang dan menjawab pelapor. Anda mengambil satu tugas."
            | "{agency} stays the holder and answers the reporter. You take one task.",
        together_task: "Tugas instansi Anda" | "Task of your agency",
        together_asked: "{agency} mengusulkan tangani bersama" | "{agency} proposes to work together",
        together_answer: "Jawab sampai {date}. Tanpa jawaban, usul ini dihitung sebagai penolakan." | "Answer by {date}. Without an answer it counts as a decline.",
        take_back: "Tarik kembali tawaran" | "Take the offer back",
        awaiting: "Menunggu ketetapan provinsi" | "Awaiting a ruling of the province",
        awaiting_note: "{agency} tetap pemegang sampai ditetapkan, selambatnya {date}." | "{agency} stays the holder until the ruling, by {date}.",
        ruled: "Sudah ditetapkan provinsi" | "Ruled by the province",
    }
}

words! {
    /// Why a case moves to another agency.
    HandoffReasons of HandoffReason {
        other_opd = OtherOpd: "Wewenang perangkat daerah lain" | "For another agency of the province",
        regency_authority = RegencyAuthority: "Wewenang kabupaten/kota" | "For the regency or city",
        central_authority = CentralAuthority: "Wewenang pusat" | "For the central government",
        private_dispute = PrivateDispute: "Sengketa antarpribadi" | "A dispute between private persons",
        in_court = InCourt: "Sedang di pengadilan" | "Before a court",
        not_public_service = NotPublicService: "Bukan layanan publik" | "Not a public service",
        duplicate = Duplicate: "Sudah ada laporan yang sama" | "The same report exists",
        insufficient_data = InsufficientData: "Data kurang" | "Too little information",
    }
}

words! {
    /// Why the province desk has to rule.
    RulingCauses of RulingCause {
        expired = Expired: "Tawaran tidak dijawab dalam jendelanya" | "The offer was not answered in its window",
        second_decline = SecondDecline: "Ditolak dua kali" | "Declined twice",
        former_holder = FormerHolder: "Ditolak pemegang lama" | "Declined by a former holder",
        outside_proposed = OutsideProposed: "Diusulkan ke luar Pemprov" | "Proposed for a body outside the province",
    }
}
