//! Words of `/saya`: a citizen's own account.

use super::words;

words! {
    /// Signing in by a link, and the reports of an account.
    Account {
        title: "Akun saya" | "My account",
        about: "Satu akun dengan alamat surel: semua laporan Anda di ponsel mana pun, tanpa kata sandi."
            | "One account with your e-mail address: all your reports on any phone, without a password.",
        lead: "Dengan akun, semua laporan Anda terbuka di ponsel mana pun, tanpa kata sandi."
            | "With an account all your reports open on any phone, without a password.",
        not_needed: "Akun tidak wajib. Tanpa akun pun Anda dapat melapor, dan melacak dengan kode dan kunci rahasia."
            | "You need no account. Without one you can file, and track with code and secret.",
        apart: "Instansi tidak melihat siapa yang punya akun, atau laporan mana yang ada di dalamnya."
            | "No agency sees who has an account, or which reports are in it.",
        email: "Alamat surel" | "E-mail address",
        email_hint: "Kami kirim tautan masuk ke sana. Berlaku 30 menit, satu kali." | "We send a sign-in link there. It holds for 30 minutes and works once.",
        send: "Kirim tautan masuk" | "Send the sign-in link",
        sent_title: "Periksa surel Anda" | "Look into your mail",
        sent: "Bila alamat itu benar, tautan tiba dalam beberapa menit. Buka, lalu tekan Masuk. Periksa juga folder spam."
            | "If the address is right, a link arrives within minutes. Open it and press Sign in. Look into the spam folder too.",
        unavailable: "Akun belum tersedia di sini" | "Accounts are not available here",
        unavailable_text: "Lacak laporan Anda dengan kode dan kunci rahasia." | "Track your report with code and secret.",
        signed_in: "Masuk sebagai {address}" | "Signed in as {address}",
        reports: "Laporan di akun ini" | "Reports in this account",
        none: "Belum ada laporan di akun ini" | "No reports in this account yet",
        none_text: "Buat laporan, atau tambahkan yang sudah ada dengan kode dan kunci rahasianya."
            | "File a report, or add one with its code and secret.",
        your_turn: "Giliran Anda, paling lambat {date}" | "Your turn, by {date}",
        received: "Diterima {date}" | "Received {date}",
        remove: "Keluarkan {code} dari akun" | "Take {code} out of the account",
        remove_short: "Keluarkan" | "Take out",
        removed: "Laporan dikeluarkan dari akun. Laporannya tetap ada: buka dengan kode dan kunci rahasia."
            | "The report is out of the account. It still exists: open it with code and secret.",
        add_title: "Tambahkan laporan" | "Add a report",
        add_lead: "Kode dan kunci rahasia ada di bukti laporan." | "Code and secret are on the receipt.",
        add: "Tambahkan ke akun" | "Add to the account",
        added: "Laporan itu ada di akun Anda." | "The report is in your account.",
        sign_out: "Keluar dari akun" | "Sign out",
        sign_out_note: "Pakai tombol ini bila ponsel dipakai bersama. Tanpa itu, Anda tetap masuk selama 30 hari."
            | "Use this when you share the phone. Otherwise you stay signed in for 30 days.",
        signed_out: "Anda sudah keluar dari akun." | "You are signed out.",
        delete: "Hapus akun" | "Delete the account",
        delete_text: "Akun dan daftar ini hilang di semua ponsel. Laporan Anda tetap ada: simpan dulu kode dan kunci rahasianya."
            | "The account and this list go on every phone. Your reports stay: keep their codes and secrets first.",
        deleted: "Akun dihapus. Laporan Anda tetap ada." | "The account is deleted. Your reports stay.",
        confirm_title: "Masuk ke akun?" | "Sign in to the account?",
        confirm_text: "Tautan ini membuka akun {address}. Bukan alamat Anda? Tutup halaman ini."
            | "This link opens the account {address}. Not your address? Close this page.",
        sign_in: "Masuk" | "Sign in",
        over: "Tautan masuk ini tidak berlaku lagi" | "This sign-in link does not hold any more",
        over_text: "Tautan masuk berlaku 30 menit dan satu kali." | "A sign-in link holds for 30 minutes and works once.",
        again: "Minta tautan baru" | "Ask for a new link",
        keep: "Simpan ke akun saya" | "Keep it in my account",
        kept: "Laporan ini ada di akun Anda" | "This report is in your account",
        keep_filed: "Simpan juga di akun saya" | "Keep it in my account too",
        other_phone: "Ganti ponsel? Dengan akun surel, laporan Anda terbuka di ponsel mana pun."
            | "Another phone? With an account by e-mail your reports open on any phone.",
    }
}
