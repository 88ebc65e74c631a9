//! Words around what the clerk suggests.

use super::words;

words! {
    /// Suggestions while filing, and in the triage.
    Suggesting {
        ask: "Sarankan instansi" | "Suggest an agency",
        legend: "Instansi yang kami sarankan" | "The agency we suggest",
        lead: "Dari cerita dan tempatnya. Anda boleh memilih yang lain; petugas provinsi memeriksanya."
            | "From your words and the place. You may choose another one; a province officer checks it.",
        sure: "yakin" | "sure",
        unsure: "kurang yakin" | "not quite sure",
        because: "Karena {because}." | "Because {because}.",
        outside: "Bukan kewenangan provinsi: hubungi {agency} ({contact}). Anda tetap dapat mengirim laporan ini; petugas provinsi meneruskannya."
            | "Not a matter of the province: contact {agency} ({contact}). You can still send this report; a province officer passes it on.",
        own: "Saya pilih sendiri" | "I choose myself",
        own_note: "Dari daftar di bawah." | "From the list below.",
        unknown: "Saya tidak tahu" | "I do not know",
        unknown_note: "Petugas provinsi yang menentukan." | "A province officer decides.",
        service: "Layanan yang mungkin: {service}." | "The service may be: {service}.",
        category: "Kategori: {category}." | "Category: {category}.",
        telling: "Hanya meja provinsi yang membaca isian yang dapat menunjukkan siapa Anda"
            | "Only the province desk reads what may show who you are",
        telling_note: "Berlaku untuk laporan anonim: nomor permohonan, NIB, dan isian bertanda sama."
            | "For anonymous reports: application number, NIB, and fields with the same mark.",
        desk_title: "Saran dari cerita" | "Suggested from the words",
        desk_sure: "{agency}: yakin ({percent} %)" | "{agency}: sure ({percent} %)",
        desk_unsure: "{agency}: kurang yakin ({percent} %)" | "{agency}: not quite sure ({percent} %)",
        hidden: "Isian yang dapat menunjukkan pelapor hanya dibaca meja provinsi."
            | "What may show who reported is read by the province desk only.",
    }
}
