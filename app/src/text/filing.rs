//! Words of `/lapor`.

use super::words;

words! {
    /// The filing form.
    Filing {
        title: "Buat laporan" | "File a report",
        title_bad: "{n} isian perlu diperiksa: Buat laporan" | "{n} fields need a look: File a report",
        about: "Buat pengaduan, permintaan informasi, atau aspirasi tentang layanan publik di Kalimantan Utara: lima menit, tanpa akun, juga tanpa nama."
            | "File a complaint, a question or an idea about public services in Kalimantan Utara: five minutes, no account, also without your name.",
        lead: "Kira-kira lima menit. Yang wajib: cerita, tempat, dan persetujuan Anda." | "About five minutes. Needed: what happened, where, and your consent.",
        kind: "Apa yang ingin Anda sampaikan?" | "What do you want to tell us?",
        whistle: "Pegawai meminta uang atau menyalahgunakan wewenang? Pilih pelaporan pelanggaran. Hanya Inspektorat yang membacanya."
            | "Did an official ask for money or abuse their office? Choose report of wrongdoing. Only the Inspectorate reads it.",
        part_event: "Kejadiannya" | "What happened",
        body: "Ceritakan apa yang terjadi" | "Tell us what happened",
        body_hint: "Apa, di mana, sejak kapan, dan apa yang Anda harapkan. Jangan menulis NIK atau nomor telepon di sini."
            | "What, where, since when, and what you hope for. Do not write your NIK or phone number here.",
        event_date: "Tanggal kejadian" | "Date of the event",
        event_date_hint: "Bila berlangsung lama, tulis tanggal mulainya." | "If it has gone on for long, write when it began.",
        part_place: "Tempatnya" | "Where",
        part_when: "Tempat dan waktunya" | "Where and when",
        regency: "Kabupaten atau kota" | "Regency or city",
        district: "Kecamatan" | "District",
        district_unknown: "Belum tahu" | "Not sure",
        village: "Desa atau kelurahan" | "Village",
        place: "Patokan tempat" | "Landmark",
        place_hint: "Contoh: 200 meter setelah jembatan, arah Malinau." | "For example: 200 metres past the bridge, towards Malinau.",
        part_agency: "Instansi dan layanan" | "Agency and service",
        agency_lead: "Tidak tahu instansinya? Biarkan saja. Kami yang mencari, lalu memberi tahu Anda alasannya."
            | "Not sure which agency? Leave it. We find it, and tell you why.",
        agency: "Instansi" | "Agency",
        agency_unknown: "Saya tidak tahu" | "I do not know",
        service: "Layanan" | "Service",
        service_none: "Bukan tentang perizinan" | "Not about a licence",
        part_licence: "Bila tentang izin" | "If it is about a licence",
        application_no: "Nomor permohonan" | "Application number",
        application_no_hint: "Dari OSS, SiCantik, atau SIMBG." | "From OSS, SiCantik or SIMBG.",
        nib: "NIB" | "NIB (business number)",
        nib_hint: "13 angka." | "13 digits.",
        can_tell: "Dapat menunjukkan siapa Anda. Boleh dikosongkan." | "May show who you are. You can leave it empty.",
        applied_on: "Tanggal mengajukan" | "Date applied",
        fee: "Apakah Anda diminta membayar di luar tarif?" | "Were you asked to pay outside the tariff?",
        fee_yes_note: "Laporan ini dibaca Inspektorat" | "The Inspectorate reads this report",
        part_you: "Tentang Anda" | "About you",
        visibility: "Siapa yang boleh melihat?" | "Who may see it?",
        name: "Nama" | "Name",
        name_hint: "Disimpan terpisah dari laporan." | "Kept apart from the report.",
        contact: "Telepon atau surel" | "Phone or e-mail",
        contact_hint: "Hanya untuk memberi kabar." | "Only to send you news.",
        consent: "Saya mengerti bagaimana data saya dipakai" | "I understand how my data is used",
        consent_note: "Data dipakai untuk menangani laporan ini. Setiap orang yang membuka identitas Anda dicatat, dan Anda dapat melihat catatannya."
            | "Your data is used to handle this report. Everyone who opens your identity is recorded, and you can see the record.",
        send: "Kirim laporan" | "Send the report",
        check: "Periksa dulu" | "Check first",
        review: "Yang akan Anda kirim" | "What you are about to send",
        review_note: "Laporan belum terkirim. Bila sudah benar, tekan Kirim laporan di bawah formulir."
            | "Nothing is sent yet. If it is right, press Send the report below the form.",
        after: "Batas waktu dihitung sejak laporan kami terima. Anda langsung mendapat kode."
            | "Time limits count from when we receive the report. You get a code at once.",
    }
}
