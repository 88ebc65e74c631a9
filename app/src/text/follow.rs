//! Words of following a case: being told, news while the page is open, links, and a lost receipt.

use domain::{
    case::status::StatusCode,
    notice::{NoticeChannel, NoticeGroup},
};

use super::words;

words! {
    /// The part "tell me" of `/lacak/{code}`, the pages of links, and `/lacak/hilang`.
    Follow {
        title: "Kabari saya" | "Tell me",
        lead: "Kami hanya mengabarkan bahwa ada perkembangan. Isi laporan dan nama Anda tidak pernah ikut dikirim. Antara pukul 21.00 dan 06.00 WITA tidak ada yang dikirim."
            | "We only say that there is news. The report and your name are never sent along. Nothing is sent between 21.00 and 06.00 WITA.",
        to: "Ke {address}" | "To {address}",
        no_address: "Belum ada alamat surel." | "There is no e-mail address yet.",
        new_mail: "Alamat surel lain" | "Another e-mail address",
        new_mail_hint: "Kami kirim tautan konfirmasi ke sana. Alamat dipakai setelah Anda menekannya."
            | "We send a link there to confirm it. It is used once you have pressed it.",
        asked: "Menunggu konfirmasi dari {address}. Periksa kotak masuk, juga folder spam."
            | "Waits for the confirmation of {address}. Look into the inbox, and the spam folder.",
        save: "Simpan pilihan" | "Save these choices",
        saved: "Pilihan kabar tersimpan." | "Your choices are saved.",
        last: "Kontak Anda terakhir kami pakai {date}, lewat {way}." | "We last used your contact {date}, by {way}.",
        push_title: "Kabar di ponsel ini" | "Notices on this phone",
        push_note: "Muncul di layar, tanpa nomor laporan." | "They appear on the screen, without the report code.",
        push_named: "Sebutkan nomor laporan di kabar itu" | "Name the report code in them",
        push_on: "Kabari lewat ponsel ini" | "Tell me on this phone",
        push_off: "Hentikan kabar di semua ponsel" | "Stop notices on all phones",
        push_count: "{n} peramban menerima kabar." | "{n} browsers receive notices.",
        push_refused: "Peramban ini tidak mengizinkan kabar. Ubah di setelan peramban, lalu coba lagi."
            | "This browser does not allow notices. Change it in its settings, then try again.",
        news: "Ada perkembangan baru pada laporan ini." | "There is news of this report.",
        reload: "Muat ulang" | "Load it",
        unsent: "Tulisan Anda yang belum terkirim:" | "What you wrote and did not send yet:",
        next: "Selanjutnya" | "What comes next",
        since_own: "{agency} memegang laporan ini sejak {date}." | "{agency} has had this report since {date}.",
        since_province: "Petugas provinsi memeriksanya sejak {date}." | "A province officer has been checking it since {date}.",
        since_citizen: "Sejak {date} kami menunggu Anda." | "We have been waiting for you since {date}.",
        since_partner: "Sejak {date} kami menunggu tugas {agency}." | "Since {date} we have been waiting for the task of {agency}.",
        since_offered: "Sejak {date} menunggu jawaban instansi yang ditawari." | "Since {date} it waits for the agency that it was offered to.",
        by_link: "Anda membuka laporan ini lewat tautan kabar, jadi hanya dapat membaca. Untuk membalas, masukkan kunci rahasia."
            | "You opened this report by a link from a message, so you can only read. To reply, enter the secret.",
        by_link_go: "Masukkan kunci rahasia" | "Enter the secret",
        link_title: "Tautan dari kami" | "A link from us",
        link_over: "Tautan ini tidak berlaku lagi" | "This link does not hold any more",
        link_over_text: "Tautan berlaku beberapa hari saja, dan sekali untuk bukti baru. Buka laporan dengan kode dan kunci rahasia, atau minta bukti baru."
            | "A link holds for a few days only, and once for a new receipt. Open the report with code and secret, or ask for a new receipt.",
        confirm_title: "Terima kabar di alamat ini?" | "Receive news at this address?",
        confirm_text: "Laporan {code} akan mengabari alamat surel tempat tautan ini tiba." | "Report {code} will tell the e-mail address that this link came to.",
        confirm: "Ya, kabari alamat ini" | "Yes, tell this address",
        confirmed: "Alamat terkonfirmasi" | "The address is confirmed",
        confirmed_text: "Mulai sekarang kabar dikirim ke alamat ini." | "From now on news goes to this address.",
        secret_title: "Buat kunci rahasia baru?" | "Make a new secret?",
        secret_text: "Kunci lama laporan {code} mati saat itu juga. Kunci baru ditampilkan satu kali." | "The old secret of report {code} dies at once. The new one is shown once.",
        secret: "Buat kunci baru" | "Make a new secret",
        counter_title: "Terbitkan bukti baru" | "Give a new receipt",
        counter_text: "Periksa KTP atau kartu identitas orangnya dulu, dan cocokkan dengan laporan. Kunci lama mati saat itu juga. Pelapor membaca siapa yang menerbitkan, dan mengapa."
            | "First check the person's identity card, and compare it with the report. The old secret dies at once. The reporter reads who gave the new one, and why.",
        counter_reason: "Apa yang Anda periksa?" | "What did you check?",
        counter_page: "Bukti baru untuk pelapor" | "New receipt for the reporter",
        counter_lead: "Cetak, lalu serahkan kepada pelapor. Bukti ini hilang dari layar dalam 15 menit."
            | "Print it, then hand it to the reporter. This receipt leaves the screen within 15 minutes.",
        counter_back: "Kembali ke laporan" | "Back to the report",
        lost_title: "Bukti laporan hilang" | "Lost receipt",
        lost_lead: "Tulis kode laporan dan kontak yang Anda berikan dulu. Kami kirim tautan untuk membuat kunci baru ke kontak itu."
            | "Enter the report code and the contact that you gave. We send a link to make a new secret to that contact.",
        lost_contact: "Nomor telepon atau surel di laporan" | "Phone number or e-mail on the report",
        lost_contact_hint: "Harus sama dengan yang tertulis di laporan." | "It must be the one on the report.",
        lost_send: "Kirim tautan" | "Send the link",
        lost_sent_title: "Permintaan diterima" | "We have your request",
        lost_sent: "Bila kode dan kontak itu cocok, tautan tiba dalam beberapa menit. Tautan berlaku sehari."
            | "If code and contact belong together, a link arrives within minutes. It holds for one day.",
        lost_other: "Tidak memberi kontak, atau lupa kodenya? Datang ke loket instansi atau MPP dengan kartu identitas."
            | "Gave no contact, or forgot the code? Come to the counter of the agency or the MPP with your identity card.",
    }
}

words! {
    /// The switches.
    NoticeGroups of NoticeGroup {
        answers = Answers: "Balasan, pertanyaan, dan jawaban" | "Replies, questions and answers",
        moves = Moves: "Laporan diterima atau berpindah instansi" | "The report is received or moves to another agency",
        limits = Limits: "Batas waktu" | "Limits",
        ends = Ends: "Laporan selesai atau ditutup" | "The report ends",
        identity = Identity: "Identitas saya dibuka petugas" | "An officer opens my identity",
    }
}

words! {
    /// The ways.
    NoticeChannels of NoticeChannel {
        mail = Mail: "Surel" | "E-mail",
        phone = Phone: "SMS atau WhatsApp" | "SMS or WhatsApp",
        push = Push: "Kabar peramban" | "Browser notices",
    }
}

words! {
    /// What comes after the present status.
    NextSteps of StatusCode {
        submitted = Submitted: "Setelah diperiksa, laporan masuk ke instansi yang berwenang. Halaman ini menyebutkan ke mana."
            | "Once it is checked, the report goes to the agency in charge. This page says which.",
        need_info = NeedInfo: "Setelah Anda menjawab, {agency} bekerja lagi. Tanpa jawaban sampai batas waktu, laporan diarsipkan; jawaban dalam 30 hari masih membukanya."
            | "Once you answer, {agency} works again. Without an answer by the limit the report is archived; an answer within 30 days still opens it.",
        dispatched = Dispatched: "{agency} membalas dengan tindakan dan tanggalnya, atau meminta data dari Anda."
            | "{agency} replies with what it does and by when, or asks you for information.",
        in_progress = InProgress: "{agency} menyelesaikan tindakannya, lalu mengirim jawaban akhir." | "{agency} finishes its work and then sends the final answer.",
        transfer_pending = TransferPending: "Bila diterima, laporan pindah ke instansi itu. Bila tidak, provinsi yang menetapkan. Batas waktunya tetap."
            | "If it is accepted, the report moves to that agency. If not, the province rules. The limits stay.",
        responded = Responded: "Anda memutuskan: selesai, atau dibuka kembali satu kali. Tanpa pilihan dalam 10 hari kerja, laporan selesai otomatis."
            | "You decide: solved, or reopened once. Without a choice within 10 working days it closes by itself.",
        reopened = Reopened: "{agency} membalas dan menjawab lagi, masing-masing paling lambat 5 hari kerja." | "{agency} replies and answers again, each within 5 working days.",
        resolved = Resolved: "Dalam 10 hari kerja Anda masih dapat membukanya kembali, satu kali." | "Within 10 working days you can still reopen it, once.",
        auto_closed = AutoClosed: "Dalam 10 hari kerja Anda masih dapat membukanya kembali, satu kali." | "Within 10 working days you can still reopen it, once.",
        merged = Merged: "Jawaban untuk laporan induk muncul juga di sini." | "The answer to the main report appears here too.",
        referred = Referred: "Lembaga itu yang menangani. Tidak setuju? Nyatakan keberatan dalam 10 hari kerja."
            | "That body handles it. Not agreed? Object within 10 working days.",
        archived = Archived: "Tidak setuju? Nyatakan keberatan dalam 10 hari kerja." | "Not agreed? Object within 10 working days.",
        withdrawn = Withdrawn: "Tidak ada lagi yang terjadi pada laporan ini." | "Nothing more happens to this report.",
    }
}
