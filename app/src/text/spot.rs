//! Words of the point on the map: in the form, and where it is read.

use super::words;

words! {
    /// The point of a report.
    Spot {
        find: "Cari desa atau kecamatan" | "Find a village or district",
        find_hint: "Ketik beberapa huruf, lalu pilih. Kabupaten dan kecamatan terisi sendiri." | "Type a few letters, then choose. Regency and district are filled in.",
        found: "{n} tempat ditemukan." | "{n} places found.",
        none: "Tidak ditemukan. Periksa ejaannya, atau pilih dari daftar di bawah." | "Not found. Check the spelling, or choose from the lists below.",
        unread: "Daftar tempat tidak dapat dibaca tanpa jaringan. Pilih dari daftar di bawah." | "Places cannot be found without a network. Choose from the lists below.",
        filled: "Sudah diisi: {place}." | "Filled in: {place}.",
        district_of: "Kecamatan {place}" | "District {place}",
        title: "Titik di peta" | "Point on the map",
        stored: "Yang disimpan hanya satu titik, bukan perjalanan Anda: petugas melihatnya tepat, publik hanya dibulatkan sekitar 1 km, dan tidak sama sekali bila laporan anonim atau rahasia."
            | "Only one point is stored, not where you go: officers see it exactly, the public only to about 1 km, and not at all if the report is anonymous or secret.",
        locate: "Gunakan lokasi saya" | "Use my location",
        locate_hint: "Hanya bila Anda sedang di tempat kejadian." | "Only if you are at the place now.",
        asking: "Mencari lokasi Anda. Bila ponsel bertanya, pilih Izinkan." | "Finding your location. If the phone asks, choose Allow.",
        got: "Titik sudah diisi, tepat sampai sekitar {n} meter." | "The point is filled in, exact to about {n} metres.",
        refused: "Ponsel tidak mengizinkan lokasi. Izinkan lokasi untuk situs ini di pengaturan, atau lanjutkan tanpa titik."
            | "The phone does not allow location. Allow it for this site in the settings, or go on without a point.",
        unavailable: "Ponsel tidak tahu lokasinya. Nyalakan lokasi lalu coba lagi, atau lanjutkan tanpa titik."
            | "The phone does not know where it is. Turn location on and try again, or go on without a point.",
        timed_out: "Pencarian terlalu lama. Coba lagi di tempat terbuka, atau lanjutkan tanpa titik."
            | "It took too long. Try again in the open, or go on without a point.",
        outside: "Anda berada di luar Kalimantan Utara, jadi titik ini tidak diisi. Pilih tempat kejadian di bawah."
            | "You are outside North Kalimantan, so this point is not filled in. Choose the place below.",
        by_hand: "Tulis koordinat" | "Write coordinates",
        latitude: "Lintang" | "Latitude",
        latitude_hint: "Contoh: 2.84412" | "For example: 2.84412",
        longitude: "Bujur" | "Longitude",
        longitude_hint: "Contoh: 117.36399" | "For example: 117.36399",
        remove: "Hapus titik" | "Remove the point",
        removed: "Titik dihapus." | "The point is removed.",
        picked: "Titik sudah diisi dari peta." | "The point is filled in from the map.",
        picked_outside: "Titik itu di luar Kalimantan Utara, jadi tidak diisi. Ketuk tempat lain." | "That point is outside North Kalimantan, so it is not filled in. Tap another place.",
        holds: "Titik ini di {place}." | "This point lies in {place}.",
        fill_in: "Isi tempat ini" | "Fill in this place",
        nearest: "Titik ini paling dekat dengan {capital}, {regency}." | "This point is nearest to {capital}, {regency}.",
        choose: "Pilih {regency}" | "Choose {regency}",
        open: "Lihat di OpenStreetMap" | "See it on OpenStreetMap",
        about: "Sekitar {point}, dibulatkan" | "About {point}, rounded",
        why: "Membantu petugas menemukan tempatnya. Publik hanya melihat titik yang dibulatkan, dan hanya bila laporan Anda terbuka."
            | "Helps the officer find the place. The public sees it rounded, and only if your report is open.",
    }
}
