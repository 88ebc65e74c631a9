//! Words of `/masuk`.

use super::words;

words! {
    /// Sign-in of officers.
    SignIn {
        title: "Masuk untuk petugas" | "Staff sign-in",
        citizens: "Warga tidak perlu masuk." | "Citizens need no sign-in.",
        citizens_track: "Lacak laporan dengan kode" | "Track a report by its code",
        name: "Nama masuk" | "Sign-in name",
        name_hint: "Biasanya surel dinas Anda." | "Usually your office e-mail.",
        password: "Kata sandi" | "Password",
        send: "Masuk" | "Sign in",
        wrong: "Nama masuk atau kata sandi tidak cocok." | "The sign-in name or the password does not match.",
        resting: "Terlalu banyak percobaan. Akun ini beristirahat 15 menit." | "Too many attempts. This account rests for 15 minutes.",
        ended: "Sesi Anda berakhir. Masuk lagi untuk melanjutkan." | "Your session has ended. Sign in again to go on.",
        note: "Setelah 5 kali gagal, akun beristirahat 15 menit." | "After 5 failures an account rests for 15 minutes.",
        lost: "Lupa kata sandi? Minta admin instansi Anda." | "Lost your password? Ask the admin of your agency.",
    }
}
