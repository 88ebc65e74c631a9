//! Words of what everybody reads: `/laporan`, `/instansi`, and the officer's publishing.

use domain::{case::status::StatusCode, view::public::PublicState};

use super::words;

words! {
    /// The list, a case, the map, agencies.
    Public {
        nav: "Publik" | "Public",
        title: "Laporan publik" | "Public reports",
        lead: "Sudah diverifikasi, tanpa nama orang. Cari yang terjadi di sekitar Anda, dan dukung yang sama."
            | "Verified, without names of people. Find what happens around you, and support what you see too.",
        description: "Daftar laporan layanan publik di Kalimantan Utara yang sudah diverifikasi, dengan keadaan dan batas waktunya."
            | "Verified reports about public services in North Kalimantan, with their state and their limits.",
        follow: "Ikuti (Atom)" | "Follow (Atom)",
        filter: "Saring laporan publik" | "Filter public reports",
        search: "Cari" | "Search",
        region: "Wilayah" | "Region",
        region_all: "Seluruh Kaltara" | "All of North Kalimantan",
        agency: "Instansi" | "Agency",
        agency_all: "Semua instansi" | "All agencies",
        state: "Keadaan" | "State",
        kind: "Jenis" | "Kind",
        subject: "Perihal" | "Subject",
        results: "Laporan, terbaru dulu" | "Reports, newest first",
        results_about: "Laporan tentang “{words}”" | "Reports about “{words}”",
        clear: "Hapus saringan" | "Clear the filters",
        none: "Tidak ada laporan yang cocok" | "No report matches",
        none_text: "Coba kata lain, atau hapus saringannya." | "Try other words, or clear the filters.",
        go_on: "Belum ketemu di bagian ini. Lanjutkan mencari." | "Nothing found in this part. Go on searching.",
        together: "{agency} bersama {others}" | "{agency} with {others}",
        late: "Melewati batas waktu" | "Past its limit",
        stopped: "Jam instansi berhenti" | "The agency's clock stands still",
        ended: "Selesai {date}" | "Ended {date}",
        received: "Diterima {date}" | "Received {date}",
        edited: "Teks disunting petugas untuk melindungi nama orang. Isi pokoknya tidak diubah."
            | "The text is as it was written, in Indonesian. An officer edited it to protect names of people.",
        photos: "Foto" | "Photos",
        photo: "Foto {n} dari {of} dalam laporan ini" | "Photo {n} of {of} in this report",
        response: "Tanggapan instansi" | "The agency's answer",
        response_none: "Belum ada tanggapan untuk umum." | "No public answer yet.",
        deadline: "Batas waktu" | "Limit",
        holder: "Instansi" | "Agencies",
        lead_agency: "instansi utama" | "lead agency",
        partner: "pendukung" | "supporting",
        partner_done: "Tugas selesai" | "Task done",
        partner_works: "Sedang bekerja" | "At work",
        history: "Perjalanan laporan" | "What happened",
        about: "Tentang laporan ini" | "About this report",
        service: "Layanan" | "Service",
        place: "Tempat" | "Place",
        code: "Kode" | "Code",
        supports: "{n} warga mendukung laporan ini" | "{n} people support this report",
        supports_none: "Belum ada yang mendukung laporan ini" | "Nobody supports this report yet",
        supports_short: "{n} dukungan" | "{n} supporters",
        support_text: "Mengalami hal yang sama? Dukung laporan ini, tanpa melapor ulang. Satu dukungan untuk satu peramban."
            | "The same happens to you? Support this report instead of filing again. One voice for each browser.",
        support: "Saya juga" | "Me too",
        supported: "Anda mendukung laporan ini." | "You support this report.",
        unsupport: "Batalkan dukungan" | "Take my support back",
        follow_case: "Ikuti laporan ini" | "Follow this report",
        follow_text: "Buka tautan ini di pembaca umpan. Setiap perubahan muncul di sana."
            | "Open this link in a feed reader. Every change shows up there.",
        map: "Peta" | "Map",
        map_title: "Laporan publik menurut kecamatan" | "Public reports by district",
        map_lead: "Satu kotak, satu kecamatan. Makin pekat warnanya, makin banyak laporan publiknya. Letak kotak tidak menurut peta bumi."
            | "One square, one district. The deeper its colour, the more public reports it has. The squares do not follow geography.",
        map_description: "Jumlah laporan publik menurut kabupaten, kota, dan kecamatan di Kalimantan Utara."
            | "Public reports by regency, city and district of North Kalimantan.",
        map_key: "Keterangan warna" | "What the colours mean",
        map_summary: "{regency}: {n} laporan publik" | "{regency}: {n} public reports",
        map_count: "{district}: {n} laporan" | "{district}: {n} reports",
        map_table: "Kecamatan di {regency}" | "Districts of {regency}",
        map_unnamed: "Tanpa kecamatan" | "No district named",
        district: "Kecamatan" | "District",
        count: "Laporan" | "Reports",
        few: "1–4" | "1–4",
        some: "5–9" | "5–9",
        many: "10–19" | "10–19",
        most: "20 atau lebih" | "20 or more",
        agencies: "Instansi dan janjinya" | "Agencies and their promises",
        agencies_lead: "Layanan tiap instansi, batas waktunya, dan angkanya." | "What each agency gives, its limits, and its figures.",
        agencies_province: "Pemerintah provinsi" | "Provincial government",
        agencies_regency: "Kabupaten dan kota" | "Regencies and cities",
        services_n: "{n} layanan" | "{n} services",
        agency_description: "Janji layanan dan angka {agency}." | "Service promises and figures of {agency}.",
        promises: "Janji layanan" | "Service promises",
        first_response: "Tanggapan pertama" | "First response",
        answer: "Jawaban pengaduan" | "Answer to a complaint",
        same_day: "hari itu juga" | "the same day",
        days: "{n} hari kerja" | "{n} working days",
        standard: "Standar" | "Standard",
        standard_none: "belum ditetapkan" | "not set yet",
        services_table: "Tabel layanan" | "Table of services",
        services: "Layanan dan standarnya" | "Services and their standards",
        services_empty: "Belum ada layanan yang tercatat." | "No service is on record yet.",
        figures: "Angka" | "Figures",
        figures_note: "Laporan publik dihitung apa adanya. Angka lain untuk {period}; angka 1–4 tertulis “kurang dari 5”, dan angka yang membukanya disembunyikan."
            | "Public reports are counted as they are. Other figures are for {period}; counts from 1 to 4 read “fewer than 5”, and counts that would give them away are hidden.",
        figures_open: "Publik, belum selesai" | "Public, not over",
        figures_late: "Publik, melewati batas" | "Public, past the limit",
        figures_ended: "Publik, selesai" | "Public, over",
        figures_received: "Masuk" | "Received",
        hidden: "disembunyikan" | "hidden",
        latest: "Laporan publik terbaru" | "Latest public reports",
        latest_empty: "Belum ada laporan publik." | "No public report yet.",
        solved: "Baru selesai" | "Solved lately",
        all: "Semua laporan publik" | "All public reports",
        map_link: "Peta laporan" | "Map of reports",
        agencies_link: "Janji tiap instansi" | "Promises of each agency",
        feed_title: "Laporan publik, Sinergi Kaltara" | "Public reports, Sinergi Kaltara",
    }
}

words! {
    /// The statuses, as everybody reads them.
    PublicStatus of StatusCode {
        submitted = Submitted: "Menunggu verifikasi" | "Waiting for verification",
        need_info = NeedInfo: "Menunggu kelengkapan dari pelapor" | "Waiting for information from the reporter",
        dispatched = Dispatched: "Diteruskan ke instansi" | "Sent to the agency",
        in_progress = InProgress: "Sedang ditindaklanjuti" | "In progress",
        transfer_pending = TransferPending: "Sedang ditawarkan ke instansi lain" | "Being offered to another agency",
        responded = Responded: "Dijawab, menunggu pelapor" | "Answered, waiting for the reporter",
        reopened = Reopened: "Dibuka kembali" | "Reopened",
        resolved = Resolved: "Selesai, dikonfirmasi pelapor" | "Solved, confirmed by the reporter",
        auto_closed = AutoClosed: "Selesai otomatis" | "Closed automatically",
        merged = Merged: "Digabung dengan laporan lain" | "Merged with another report",
        referred = Referred: "Diteruskan ke luar Pemprov" | "Passed on outside the province",
        archived = Archived: "Diarsipkan" | "Archived",
        withdrawn = Withdrawn: "Dicabut pelapor" | "Withdrawn by the reporter",
    }
}

words! {
    /// A move, as everybody reads it: `{agency}` owned the case after it.
    PublicSteps of StatusCode {
        submitted = Submitted: "Diperiksa kembali oleh {agency}" | "Checked again by {agency}",
        need_info = NeedInfo: "{agency} meminta data dari pelapor" | "{agency} asked the reporter for information",
        dispatched = Dispatched: "Diterima {agency}" | "Received by {agency}",
        in_progress = InProgress: "{agency} menangani" | "{agency} works on it",
        transfer_pending = TransferPending: "{agency} menawarkannya ke instansi lain" | "{agency} offered it to another agency",
        responded = Responded: "{agency} menjawab" | "{agency} answered",
        reopened = Reopened: "Pelapor membukanya kembali" | "The reporter reopened it",
        resolved = Resolved: "Pelapor menyatakan selesai" | "The reporter said that it is solved",
        auto_closed = AutoClosed: "Selesai otomatis, pelapor tidak menjawab" | "Closed automatically, the reporter did not answer",
        merged = Merged: "Digabung dengan laporan lain" | "Merged with another report",
        referred = Referred: "Diteruskan ke lembaga di luar Pemprov" | "Passed on to a body outside the province",
        archived = Archived: "Diarsipkan {agency}" | "Archived by {agency}",
        withdrawn = Withdrawn: "Dicabut pelapor" | "Withdrawn by the reporter",
    }
}

words! {
    /// How published cases stand, as the list filters them.
    PublicStates of PublicState {
        open = Open: "Belum selesai" | "Not over",
        late = Late: "Melewati batas waktu" | "Past its limit",
        answered = Answered: "Sudah dijawab" | "Answered",
        done = Done: "Selesai" | "Over",
    }
}

words! {
    /// Masking while filing, and what is similar.
    Masking {
        legend: "Bagian yang dapat menunjuk orang" | "What may point to a person",
        mask: "Samarkan" | "Mask it",
        mask_note: "Menjadi: {masks}" | "It becomes: {masks}",
        keep: "Biarkan apa adanya" | "Keep it as it is",
        keep_note: "Instansi membacanya. Di laporan publik petugas tetap menyamarkannya."
            | "The agency reads it. In public an officer masks it all the same.",
        similar: "Laporan serupa di sekitar sini" | "Similar reports around here",
        similar_text: "Bila masalahnya sama, dukung saja. Anda tidak perlu melapor ulang."
            | "If it is the same problem, support it. You need not file again.",
        similar_open: "Lihat dan dukung" | "Look and support",
        unlike: "Laporan saya berbeda, karena" | "My report is another one, because",
        unlike_hint: "Petugas membacanya, agar laporan Anda tidak digabung." | "The officer reads it, so that your report is not merged.",
    }
}

words! {
    /// The officer's publishing, on the page of a case.
    Publishing {
        card: "Untuk umum" | "In public",
        not_yet: "Belum terbit. Hanya pelapor dan instansi yang membacanya." | "Not published. Only the reporter and the agencies read it.",
        shown: "Terbit {date}." | "Published {date}.",
        open: "Buka halaman publik" | "Open the public page",
        publish_lead: "Semua orang membaca teks ini. Bagian yang dapat menunjuk orang sudah disamarkan; periksa lagi sebelum terbit."
            | "Everybody reads this text. What may point to a person is masked; check it again before it goes out.",
        revise_lead: "Perbaikan langsung terbaca semua orang." | "Everybody reads the correction at once.",
        title: "Judul publik" | "Public title",
        text: "Teks publik" | "Public text",
        respond: "Terbitkan juga jawabannya" | "Publish the answer too",
        respond_note: "Hanya bila Anda sudah menyuntingnya." | "Only if you have edited it.",
        response: "Jawaban untuk umum" | "Answer in public",
        photos: "Foto untuk umum" | "Photos in public",
        photos_note: "Centang hanya foto tanpa wajah, pelat nomor, atau surat dengan nama. Umum melihat salinan kecilnya, tanpa data kamera."
            | "Tick only photos without faces, number plates, or papers with names. Everybody sees a smaller copy, without data of the camera.",
        photo: "Foto {n}" | "Photo {n}",
        photo_open: "{photo}, buka penuh" | "{photo}, open in full",
        checked: "Sudah saya periksa. Yang ditandai boleh tetap terbaca." | "I have checked it. What is marked may stay readable.",
        checked_note: "Perlu dicentang hanya bila ada bagian yang ditandai." | "Needed only where something is marked.",
        unpublish_lead: "Halaman publiknya langsung hilang. Alasannya tercatat di riwayat." | "Its public page is gone at once. The reason stands in the history.",
        reason: "Alasan" | "Reason",
        unlike: "Berbeda dari" | "Unlike",
        public_link: "Laporan Anda terbit untuk umum, tanpa nama Anda." | "Your report is public, without your name.",
        public_open: "Lihat seperti yang dibaca orang" | "See it as everybody does",
    }
}
