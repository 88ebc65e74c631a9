//! Words of what a phone keeps and sends by itself: steps, drafts, the outbox, own reports.

use super::words;

words! {
    /// The form step by step, drafts, the outbox and `/laporan-saya`.
    Phone {
        steps: "Langkah" | "Steps",
        step_of: "Langkah {n} dari {of}" | "Step {n} of {of}",
        step_story: "Cerita" | "Story",
        step_place: "Tempat" | "Place",
        step_agency: "Tujuan" | "Agency",
        step_licence: "Izin" | "Licence",
        step_files: "Berkas" | "Files",
        step_you: "Anda" | "You",
        step_review: "Periksa" | "Check",
        next: "Lanjut" | "Next",
        back: "Kembali" | "Back",
        review: "Periksa, lalu kirim" | "Check, then send",
        change: "Ubah {what}" | "Change {what}",
        camera: "Ambil foto" | "Take a photo",
        shrinking: "Menyiapkan berkas" | "Preparing the files",
        files_count: "{n} berkas dari {of}" | "{n} of {of} files",
        files_full: "Paling banyak {n} berkas. Hapus satu, lalu pilih lagi." | "At most {n} files. Remove one, then choose again.",
        file_large: "{name}: {size}. Paling besar {most}. Potong atau kecilkan, lalu coba lagi."
            | "{name}: {size}. The largest is {most}. Cut it or make it smaller, then try again.",
        file_remove: "Hapus {name}" | "Remove {name}",
        file_up: "Naikkan {name}" | "Move {name} up",
        no_room: "Tidak ada ruang di ponsel ini. Hapus foto lain di ponsel, lalu coba lagi."
            | "There is no room on this phone. Remove other photos from the phone, then try again.",
        kept: "Draf tersimpan di ponsel ini pukul {time}." | "The draft is kept on this phone, at {time}.",
        discard: "Hapus draf" | "Delete the draft",
        offline: "Anda sedang luring" | "You are offline",
        offline_text: "Terus saja menulis. Laporan tersimpan di ponsel ini dan terkirim sendiri, satu kali, saat jaringan kembali."
            | "Keep writing. The report stays on this phone and sends itself, once, when the network returns.",
        sending: "Mengirim laporan" | "Sending the report",
        sending_percent: "Mengirim, {n} %" | "Sending, {n} %",
        waiting: "Menunggu jaringan" | "Waiting for the network",
        waiting_percent: "Menunggu jaringan. Dilanjutkan dari {n} %." | "Waiting for the network. Continues from {n} %.",
        waiting_text: "Laporan terkirim sendiri, satu kali, saat jaringan kembali. Halaman ini boleh ditutup."
            | "The report sends itself, once, when the network returns. You can close this page.",
        refused: "Perlu diperbaiki" | "Needs a correction",
        another: "Buat laporan lain" | "File another report",
        drafts: "Draf di ponsel ini" | "Drafts on this phone",
        drafts_none: "Belum ada draf di ponsel ini." | "No drafts on this phone yet.",
        untitled: "Belum ada cerita" | "No story yet",
        changed: "Diubah {time}" | "Changed {time}",
        go_on: "Lanjutkan" | "Continue",
        delete: "Hapus" | "Delete",
        delete_named: "Hapus {what}" | "Delete {what}",
        shared: "Ini ponsel bersama" | "Several people use this phone",
        shared_note: "Setelah terkirim, draf dan bukti dihapus dari ponsel ini. Catat kode dan kunci rahasianya."
            | "After sending, drafts and receipts are deleted from this phone. Write down code and secret.",
        clear: "Hapus semua dari ponsel ini" | "Delete everything from this phone",
        clear_note: "Draf, foto, dan bukti di ponsel ini hilang. Laporan yang sudah kami terima tetap ada. Yang sedang antre tetap dikirim."
            | "Drafts, photos and receipts on this phone go. Reports that we have received stay. What is queued is still sent.",
        cleared: "Sudah dihapus dari ponsel ini." | "Deleted from this phone.",
        strip_one: "Satu laporan menunggu dikirim" | "One report waits to be sent",
        strip_many: "{n} laporan menunggu dikirim" | "{n} reports wait to be sent",
        mine: "Laporan saya di ponsel ini" | "My reports on this phone",
        mine_short: "Milik saya" | "Mine",
        mine_lead: "Draf, laporan yang antre, dan bukti. Semuanya hanya ada di ponsel ini." | "Drafts, queued reports and receipts. All of it is only on this phone.",
        mine_plain: "Halaman ini perlu skrip. Tanpa skrip, buka laporan Anda dengan kode dan kunci rahasia."
            | "This page needs scripts. Without scripts, open your report with code and secret.",
        queue: "Antrean kirim" | "Waiting to be sent",
        send_now: "Kirim sekarang" | "Send now",
        receipts: "Bukti laporan" | "Receipts",
        receipts_none: "Belum ada laporan terkirim dari ponsel ini." | "No report has been sent from this phone yet.",
        receipts_locked: "{n} bukti terkunci." | "{n} receipts are locked.",
        received: "Diterima, nomor {code}" | "Received, number {code}",
        open: "Buka laporan" | "Open the report",
        pin: "PIN" | "PIN",
        pin_hint: "4 sampai 12 angka atau huruf." | "4 to 12 digits or letters.",
        pin_set: "Kunci dengan PIN" | "Lock with a PIN",
        pin_set_note: "PIN hanya Anda yang tahu dan tidak dapat kami pulihkan. Bila lupa, pakai bukti di kertas. Bukti yang baru masuk terkunci saat daftar ini dibuka lagi."
            | "Only you know the PIN, and we cannot restore it. If you forget it, use the receipt on paper. New receipts are locked when this list is opened again.",
        pin_open: "Buka kunci" | "Unlock",
        pin_wrong: "PIN tidak cocok. Coba lagi." | "The PIN does not match. Try again.",
        pin_short: "PIN paling sedikit 4 angka atau huruf." | "A PIN has at least 4 digits or letters.",
        pin_off: "Lepas kunci" | "Remove the lock",
        pin_lost: "Lupa PIN: hapus bukti dari ponsel ini" | "Forgot the PIN: delete the receipts from this phone",
        pin_cannot: "Peramban ini tidak dapat mengunci." | "This browser cannot lock.",
        install: "Pasang di ponsel" | "Install on the phone",
        install_text: "Laporan Anda dapat dibuka dan ditulis tanpa jaringan." | "Read and write your reports without a network.",
        offline_page: "Halaman ini belum tersimpan di ponsel" | "This page is not on the phone yet",
        offline_page_text: "Jaringan terputus. Yang dapat dibuka tanpa jaringan: formulir laporan, laporan saya, dan bantuan."
            | "The network is gone. What opens without it: the report form, my reports, and help.",
    }
}
