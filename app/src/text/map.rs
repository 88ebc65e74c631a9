//! Words of maps that are drawn on demand.

use super::words;

words! {
    /// Buttons, hints and labels of a map.
    Maps {
        pick: "Pilih di peta" | "Pick on the map",
        look: "Lihat di peta" | "See them on a map",
        close: "Tutup peta" | "Close the map",
        pictures: "Gambar peta diambil dari {host}. Pemiliknya dapat tahu daerah mana yang Anda lihat."
            | "Pictures of the map come from {host}. Its owner can tell which area you look at.",
        pick_hint: "Ketuk tempat kejadian. Peta mendekat: ketuk lagi, atau geser penandanya, sampai tepat. Dengan papan ketik: panah menggeser peta, Enter menaruh penanda, lalu panah menggeser penanda."
            | "Tap the place. The map comes nearer: tap again, or drag the pin, until it is exact. By keyboard: arrows move the map, Enter puts the pin down, then arrows move the pin.",
        look_hint: "Angka adalah jumlah laporan publik. Tekan angka atau penanda untuk melihat laporannya. Letak penanda dibulatkan sekitar 1 km."
            | "A number counts public reports. Press a number or a pin to see its reports. Pins are rounded to about 1 km.",
        pick_label: "Peta untuk memilih titik kejadian" | "Map to pick the point",
        look_label: "Peta laporan publik" | "Map of public reports",
        pin: "Penanda tempat kejadian" | "Pin at the place",
        heap: "{n} laporan di sekitar titik ini" | "{n} reports around this point",
        zoom_in: "Perbesar peta" | "Zoom in",
        zoom_out: "Perkecil peta" | "Zoom out",
        failed: "Peta tidak dapat dimuat. Pilih kecamatan dari daftar." | "The map cannot be loaded. Choose the district from the list.",
    }
}
