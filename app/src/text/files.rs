//! Words about files that people send along.

use domain::file::{FileKind, FileProblem};

use super::words;

words! {
    /// Choosing files, and files that are here.
    Files {
        part: "Foto atau berkas" | "Photos or files",
        choose: "Pilih foto, PDF, atau video pendek" | "Choose photos, a PDF or a short video",
        hint: "Paling banyak {count} berkas: foto sampai {photo} MB, PDF sampai {pdf} MB, video sampai {seconds} detik. Lokasi dan data ponsel kami hapus dari berkas."
            | "At most {count} files: photos up to {photo} MB, a PDF up to {pdf} MB, a video up to {seconds} seconds. We take location and phone data out of them.",
        chosen: "Berkas yang sudah kami terima" | "Files we have received",
        remove: "Hapus {name}" | "Remove {name}",
        desk_note: "Pelapor dan instansi yang membaca laporan ini melihat berkasnya bersama pesan Anda."
            | "The reporter and the agencies that read this report see the files with your message.",
        on_their_way: "Berkas sedang dikirim, {n} %" | "Sending the files, {n} %",
        can_tell: "Dapat menunjukkan siapa Anda" | "May show who you are",
        can_tell_note: "Bila Anda anonim, jangan kirim berkas yang memuat wajah, nama, atau rumah Anda. Atau beri tanda di bawah ini."
            | "If you stay anonymous, leave out files that show your face, name or house. Or tick the box below.",
        only: "Hanya dibaca meja provinsi" | "Only the province desk reads it",
        only_all: "Berkas yang saya pilih hanya dibaca meja provinsi" | "Only the province desk reads the files I choose",
        only_all_note: "Berlaku bila Anda anonim. Instansi lain tidak melihat berkasnya." | "Holds if you are anonymous. Other agencies do not see the files.",
        list: "Berkas" | "Files",
        quarantined: "Sedang diperiksa dari virus. Coba lagi nanti." | "Being checked for viruses. Try again later.",
        infected: "Dibuang karena mengandung virus." | "Thrown away because it carried a virus.",
    }
}

words! {
    /// What a file is. A file whose name is kept back is called so.
    FileKinds of FileKind {
        jpeg = Jpeg: "Foto" | "Photo",
        png = Png: "Gambar" | "Picture",
        pdf = Pdf: "Dokumen PDF" | "PDF document",
        mp4 = Mp4: "Video" | "Video",
    }
}

words! {
    /// Why a file cannot be taken, and what to do.
    FileProblems of FileProblem {
        empty = Empty: "Berkas ini kosong. Pilih berkas lain." | "This file is empty. Choose another.",
        too_large = TooLarge: "Berkas ini terlalu besar. Kirim foto yang lebih kecil, atau video yang lebih pendek."
            | "This file is too large. Send a smaller photo or a shorter video.",
        too_many = TooMany: "Berkasnya terlalu banyak. Kirim sisanya lewat balasan setelah laporan terkirim."
            | "These are too many files. Send the others in a reply once the report is sent.",
        heic = Heic: "Foto HEIC belum dapat dibaca. Ubah menjadi JPEG dulu: di iPhone buka Pengaturan, Kamera, Format, lalu pilih Paling Kompatibel."
            | "HEIC photos cannot be read here. Turn it into a JPEG first: on an iPhone open Settings, Camera, Formats, and choose Most Compatible.",
        unsupported = Unsupported: "Jenis berkas ini tidak dapat diterima. Kirim foto JPEG, PNG, atau WEBP, dokumen PDF, atau video MP4."
            | "This kind of file is not taken. Send a JPEG, PNG or WEBP photo, a PDF document or an MP4 video.",
        broken = Broken: "Berkas ini rusak atau tidak lengkap. Ambil atau simpan lagi, lalu kirim."
            | "This file is damaged or not whole. Take or save it again, then send it.",
        too_many_pixels = TooManyPixels: "Foto ini terlalu besar untuk dibuka. Perkecil dulu, lalu kirim lagi."
            | "This photo is too large to open. Make it smaller, then send it again.",
        encrypted = Encrypted: "PDF ini terkunci dengan kata sandi. Simpan tanpa kata sandi, lalu kirim lagi."
            | "This PDF is locked with a password. Save it without one, then send it again.",
        too_many_pages = TooManyPages: "PDF ini terlalu tebal. Kirim halaman yang penting saja." | "This PDF has too many pages. Send only those that matter.",
        too_long = TooLong: "Video ini terlalu panjang. Potong dulu menjadi paling lama 90 detik." | "This video is too long. Cut it to 90 seconds at most.",
        uncleanable = Uncleanable: "Data pribadi di dalam berkas ini tidak dapat dihapus, jadi tidak kami terima. Kirim foto, atau simpan lagi dengan aplikasi lain."
            | "Personal data cannot be taken out of this file, so we do not take it. Send a photo, or save it again with another app.",
        infected = Infected: "Berkas ini mengandung virus dan tidak kami simpan. Periksa ponsel atau komputer Anda."
            | "This file carries a virus and was not kept. Check your phone or computer.",
        unfinished = Unfinished: "Berkas ini belum sampai dengan lengkap. Pilih dan kirim lagi." | "This file has not arrived whole. Choose and send it again.",
        too_much = TooMuch: "Terlalu banyak berkas dikirim dari jaringan ini. Tunggu beberapa menit, lalu kirim lagi."
            | "Too many files came from this network. Wait a few minutes, then send it again.",
    }
}
