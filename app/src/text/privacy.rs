//! Words of what belongs to the reporter: the receipt on paper, who looked, erasure, the copy of their data, the file
//! for the Ombudsman.

use domain::view::escalation::Ground;

use super::words;

words! {
    /// The receipt on paper, as a QR code, and as one text message.
    Paper {
        qr: "Kode QR ke laporan {code}" | "QR code to report {code}",
        qr_plain: "Pindai untuk membuka laporan. Kunci rahasia Anda ketik sendiri."
            | "Scan it to open the report. You type the secret yourself.",
        qr_secret: "Kode QR ini memuat kunci rahasia. Siapa pun yang memindainya dapat membuka laporan Anda."
            | "This QR code holds the secret. Whoever scans it can open your report.",
        with_secret: "Sertakan kunci rahasia dalam kode QR" | "Put the secret into the QR code",
        draw: "Perbarui kode QR" | "Draw the QR code anew",
        sms: "Semua dalam satu SMS" | "All of it in one text message",
        sms_note: "Salin, atau kirim ke ponsel Anda sendiri." | "Copy it, or send it to your own phone.",
        sms_text: "Sinergi {code} kunci {secret} lacak di {address}" | "Sinergi {code} secret {secret} track at {address}",
        copy: "Salin" | "Copy",
        copied: "Tersalin." | "Copied.",
        share: "Bagikan atau simpan" | "Share or save",
        print: "Cetak" | "Print",
    }
}

words! {
    /// Who opened the reporter's identity.
    Openings {
        title: "Siapa membuka identitas saya" | "Who opened my identity",
        none: "Belum ada yang membuka identitas Anda." | "Nobody has opened your identity.",
        anonymous: "Laporan ini anonim. Tidak ada instansi yang dapat membuka nama Anda."
            | "This report is anonymous. No agency can open your name.",
        named: "{name}, {role}, {agency}" | "{name}, {role}, {agency}",
        nameless: "{role}, {agency}" | "{role}, {agency}",
        reason: "Alasan: {reason}" | "Reason: {reason}",
        note: "Setiap pembukaan dicatat. Catatan ini tidak dapat dihapus instansi."
            | "Every opening is recorded. No agency can remove the record.",
    }
}

words! {
    /// A request that name and contact be erased, for the reporter and for who decides.
    Erasure {
        title: "Hapus nama dan kontak saya" | "Erase my name and contact",
        later: "Dapat Anda minta setelah laporan berakhir." | "You can ask for it once the report has ended.",
        goes: "Yang dihapus: nama, kontak, nomor permohonan, NIB, jawaban tambahan, dan nama berkas (UU 27/2022)."
            | "What goes: name, contact, application number, NIB, further answers and names of files (Law 27/2022).",
        stays: "Yang tetap: isi laporan, percakapan, jawaban, dan riwayat, tanpa nama dan kontak. Itu arsip resmi (UU 43/2009)."
            | "What stays: the report, the conversation, the answers and the history, without name and contact. They are official records (Law 43/2009).",
        then: "Setelah Anda meminta, kami tidak mengirim kabar lagi. Petugas memutuskan dalam 3 x 24 jam. Setelah dihapus, laporan juga keluar dari akun; kode dan kunci rahasia tetap berlaku."
            | "Once you ask, we send no more news. An officer decides within 3 x 24 hours. Once it is done, the report leaves your account too; code and secret still work.",
        ask: "Minta hapus nama dan kontak" | "Ask to erase name and contact",
        asked: "Anda meminta penghapusan pada {date}. Petugas memutuskan paling lambat {due}."
            | "You asked for erasure on {date}. An officer decides by {due}.",
        late: "Batas itu sudah lewat. Anda dapat membawanya ke Ombudsman, telepon 137."
            | "That limit has passed. You can take it to the Ombudsman, call 137.",
        refused: "Permintaan Anda ditolak pada {date}. Alasan: {reason}" | "Your request was refused on {date}. Reason: {reason}",
        granted: "Nama dan kontak Anda dihapus pada {date}." | "Your name and contact were erased on {date}.",
        done: "Permintaan Anda kami terima. Kami tidak mengirim kabar lagi." | "We have your request. We send no more news.",
        desk_title: "Pelapor meminta nama dan kontaknya dihapus" | "The reporter asks to erase name and contact",
        desk_due: "Putuskan paling lambat {due}." | "Decide by {due}.",
        desk_goes: "Yang dihapus: nama, kontak, nomor permohonan, NIB, jawaban tambahan, dan nama berkas. Isi laporan tetap sebagai arsip."
            | "What goes: name, contact, application number, NIB, further answers and names of files. The report stays on record.",
        desk_wait: "Pejabat penghubung atau admin provinsi yang memutuskan." | "The liaison officer or the province admin decides.",
        desk_sure: "Nama dan kontak tidak dapat dikembalikan." | "Name and contact cannot be brought back.",
        desk_refuse: "Pelapor membaca alasan Anda, dan dapat meminta lagi." | "The reporter reads your reason, and can ask again.",
    }
}

words! {
    /// The file for the Ombudsman.
    Escalation {
        page: "Berkas untuk Ombudsman: {code}" | "File for the Ombudsman: {code}",
        title: "Berkas untuk Ombudsman" | "File for the Ombudsman",
        lead: "Riwayat laporan {code}, untuk dicetak dan dibawa." | "The history of report {code}, to print and take along.",
        made: "Dibuat dari catatan Sinergi Kaltara pada {date}." | "Made from the records of Sinergi Kaltara on {date}.",
        print_hint: "Cetak halaman ini, atau simpan sebagai PDF." | "Print this page, or save it as a PDF.",
        back: "Kembali ke laporan" | "Back to the report",
        offer: "Belum puas? Anda dapat ke Ombudsman" | "Not satisfied? You can go to the Ombudsman",
        open: "Buka berkas untuk Ombudsman" | "Open the file for the Ombudsman",
        why: "Mengapa ke Ombudsman" | "Why to the Ombudsman",
        too_early: "Belum ada batas waktu yang lewat. Ombudsman biasanya meminta Anda menunggu jawaban instansi dulu."
            | "No limit has passed yet. The Ombudsman usually asks you to wait for the agency's answer first.",
        case: "Laporannya" | "The report",
        status: "Keadaan" | "Status",
        holder: "Dipegang oleh" | "Held by",
        limits: "Batas waktu, dan kapan lewat" | "Limits, and when they passed",
        limits_table: "Tabel batas waktu" | "Table of limits",
        limit: "Batas" | "Limit",
        start: "Mulai" | "Began",
        due: "Jatuh tempo" | "Due",
        met: "Dipenuhi" | "Met",
        state: "Hasil" | "Outcome",
        source: "Dasar" | "Source",
        on_time: "Tepat waktu" | "In time",
        running: "Masih berjalan" | "Still running",
        late: "Lewat {n} hari kerja" | "{n} working days late",
        not_met: "Belum" | "Not yet",
        holders: "Siapa memegang, berapa lama" | "Who held it, for how long",
        since: "sejak {date}" | "since {date}",
        answers: "Jawaban instansi" | "Answers by the agencies",
        answers_none: "Belum ada jawaban akhir." | "There is no final answer yet.",
        proof: "Bukti bahwa laporan ini diajukan" | "Proof that this report was filed",
        proof_text: "Diterima {date}. Tercatat sebagai entri nomor {n} dalam rantai catatan {agency}, dengan tanda:"
            | "Received {date}. It stands as entry number {n} in the chain of records of {agency}, under the mark:",
        law: "Yang diminta Ombudsman" | "What the Ombudsman asks for",
        law_text: "Nama, tempat dan tanggal lahir, alamat Anda, dan ceritanya (UU 37/2008 pasal 24).
Bukti bahwa instansi atau atasannya sudah Anda beri tahu lebih dulu, dan belum diselesaikan sebagaimana mestinya. Halaman ini buktinya.
Kejadian yang tidak lebih dari dua tahun.
Anda boleh meminta identitas Anda dirahasiakan. Pengaduan ke Ombudsman tidak dipungut biaya."
            | "Your name, place and date of birth, your address, and the story (Law 37/2008, article 24).
Proof that you told the agency or its superior first, and that it was not settled as it should be. This page is that proof.
An event not older than two years.
You may ask to keep your identity secret. A complaint to the Ombudsman is free of charge.",
        too_old: "Kejadian ini lebih dari dua tahun yang lalu. Tanyakan dulu apakah Ombudsman masih menerimanya."
            | "This event is more than two years old. Ask first whether the Ombudsman still takes it.",
        reach: "Cara menghubungi" | "How to reach it",
        by_hand: "Isi dengan tulisan tangan" | "Fill in by hand",
        hand_name: "Nama lengkap" | "Full name",
        hand_birth: "Tempat dan tanggal lahir" | "Place and date of birth",
        hand_address: "Alamat" | "Address",
        hand_sign: "Tanggal dan tanda tangan" | "Date and signature",
    }
}

words! {
    /// Why the way to the Ombudsman is offered.
    Grounds of Ground {
        limit_passed = LimitPassed: "Ada batas waktu laporan ini yang lewat." | "A limit of this report has passed.",
        not_satisfied = NotSatisfied: "Laporan berakhir tanpa penyelesaian yang memuaskan Anda." | "The report ended without a result that satisfies you.",
        reopened_twice = ReopenedTwice: "Laporan sudah dua kali Anda buka kembali." | "You have reopened the report twice.",
    }
}
