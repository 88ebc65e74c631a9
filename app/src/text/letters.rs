//! Words of what is sent out of the house: e-mail, text messages, notices of a browser. None of them says anything of
//! a case.

use super::words;

words! {
    /// `{link}` opens something; `{code}` is there only where its reporter chose so.
    Letters {
        news_title: "Kabar laporan Anda" | "News of your report",
        news: "Ada perkembangan pada laporan Anda." | "There is news of your report.",
        news_named: "Ada perkembangan pada laporan {code}." | "There is news of report {code}.",
        open: "Buka: {link}" | "Open: {link}",
        open_note: "Tautan ini berlaku 7 hari dan hanya untuk Anda. Jangan diteruskan. Tautan ini hanya untuk membaca; untuk membalas, pakai kunci rahasia di bukti laporan."
            | "This link holds for 7 days and is for you alone. Do not pass it on. It only lets you read; to reply, use the secret on your receipt.",
        stop: "Untuk mengatur atau menghentikan kabar ini, buka laporan Anda, bagian \"Kabari saya\"."
            | "To change or stop these messages, open your report, part \"Tell me\".",
        confirm_title: "Konfirmasi alamat surel" | "Confirm your e-mail address",
        confirm: "Alamat ini dimasukkan untuk menerima kabar sebuah laporan. Bila itu Anda, buka tautan ini dan tekan tombolnya:"
            | "This address was entered to receive news of a report. If it was you, open this link and press the button:",
        confirm_note: "Bila bukan Anda, abaikan pesan ini; tidak ada yang dikirim lagi."
            | "If it was not you, ignore this message; nothing more is sent.",
        secret_title: "Bukti laporan baru" | "A new receipt",
        secret: "Seseorang meminta kunci rahasia baru untuk laporan Anda. Bila itu Anda, buka tautan ini dan tekan tombolnya:"
            | "Somebody asked for a new secret for your report. If it was you, open this link and press the button:",
        secret_note: "Tautan ini berlaku sehari dan satu kali. Bila bukan Anda, abaikan pesan ini; kunci lama tetap berlaku."
            | "This link holds for one day and works once. If it was not you, ignore this message; the old secret stays valid.",
        account_title: "Tautan masuk" | "Your sign-in link",
        account: "Seseorang meminta tautan masuk untuk akun dengan alamat ini. Bila itu Anda, buka tautan ini dan tekan tombolnya:"
            | "Somebody asked to sign in to the account of this address. If it was you, open this link and press the button:",
        account_note: "Tautan ini berlaku 30 menit dan satu kali. Bila bukan Anda, abaikan pesan ini; tidak ada yang berubah."
            | "This link holds for 30 minutes and works once. If it was not you, ignore this message; nothing changes.",
    }
}
