//! Words of `/meja/bantu`: an officer files for a citizen.

use super::words;

words! {
    /// One screen, made for the keyboard.
    Assist {
        title: "Isikan laporan warga" | "File for a citizen",
        link: "Isikan" | "File",
        lead: "Tanyakan, isi, lalu serahkan buktinya. Mengisikan tidak memberi meja Anda akses ke laporan."
            | "Ask, fill in, then hand over the receipt. Filing gives your desk no access to the report.",
        keys: "Pintasan papan ketik" | "Keyboard shortcuts",
        keys_note: "Tekan Alt (Chrome) atau Alt+Shift (Firefox) dengan huruf atau angkanya."
            | "Press Alt (Chrome) or Alt+Shift (Firefox) with the letter or number.",
        key_event: "1 Kejadian" | "1 What happened",
        key_place: "2 Tempat" | "2 Place",
        key_agency: "3 Instansi" | "3 Agency",
        key_citizen: "4 Warga" | "4 Citizen",
        key_send: "9 Kirim" | "9 Send",
        citizen: "Tentang warga" | "About the citizen",
        channel: "Bagaimana warga datang?" | "How does the citizen come?",
        counter_note: "Juga kantor desa dan kecamatan" | "Village and district offices too",
        name: "Nama warga" | "Name of the citizen",
        contact: "Telepon atau surel warga" | "Phone or e-mail of the citizen",
        consent: "Warga sudah mendengar dan setuju" | "The citizen has heard this and agrees",
        consent_note: "Bacakan: data dipakai untuk menangani laporan ini. Setiap orang yang membuka identitas Anda dicatat, dan Anda dapat melihat catatannya."
            | "Read out: your data is used to handle this report. Everyone who opens your identity is recorded, and you can see the record.",
        own: "Laporannya tentang instansi Anda sendiri? Biarkan warga mengisi sendiri, atau di loket lain."
            | "Is it about your own agency? Let the citizen file alone, or at another counter.",
        send: "Kirim dan tampilkan bukti" | "Send and show the receipt",
        done: "Serahkan bukti ini kepada warga" | "Hand this receipt to the citizen",
        done_lead: "Bukti hanya tampil sekarang. Cetak, lalu tutup halaman ini." | "The receipt shows only now. Print it, then close this page.",
        again: "Isikan laporan berikutnya" | "File the next report",
        filed_by: "Diterima, diisikan oleh {by}" | "Received, typed in by {by}",
    }
}
