//! Words of the closed lists of the rule book.

use domain::{
    kind::{Channel, Kind, ServiceKind, Subject, Visibility},
    permit::Role,
};

use super::words;

words! {
    /// Kinds of report.
    Kinds of Kind {
        complaint = Complaint: "Pengaduan" | "Complaint",
        aspiration = Aspiration: "Aspirasi" | "Proposal",
        information_request = InformationRequest: "Permintaan informasi" | "Information request",
        whistleblowing = Whistleblowing: "Pelaporan pelanggaran" | "Report of wrongdoing",
    }
}

words! {
    /// What each kind is for.
    KindNotes of Kind {
        complaint = Complaint: "Ada layanan yang bermasalah dan perlu diperbaiki" | "A service has failed and should be mended",
        aspiration = Aspiration: "Usul, saran, atau penghargaan" | "A proposal, a wish or praise",
        information_request = InformationRequest: "Bertanya tentang suatu layanan" | "A question about a service",
        whistleblowing = Whistleblowing: "Pegawai meminta uang atau menyalahgunakan wewenang. Hanya Inspektorat yang membacanya"
            | "An official asked for money or abused their office. Only the Inspectorate reads it",
    }
}

words! {
    /// Who may see a report.
    Visibilities of Visibility {
        open = Open: "Terbuka" | "Open",
        anonymous = Anonymous: "Anonim" | "Anonymous",
        secret = Secret: "Rahasia" | "Secret",
        anonymous_secret = AnonymousSecret: "Anonim dan rahasia" | "Anonymous and secret",
    }
}

words! {
    /// What each visibility means.
    VisibilityNotes of Visibility {
        open = Open: "Petugas yang menangani dapat membuka nama Anda, dan itu dicatat. Publik hanya membaca isi yang sudah disunting, tanpa nama"
            | "Officers in charge can open your name, and that is recorded. The public reads only an edited text, without a name",
        anonymous = Anonymous: "Tidak ada instansi yang dapat membuka nama Anda. Publik hanya membaca isi yang sudah disunting"
            | "No agency can open your name. The public reads only an edited text",
        secret = Secret: "Isinya hanya untuk Anda dan petugas yang menangani. Mereka dapat membuka nama Anda, dan itu dicatat"
            | "The text is only for you and the officers in charge. They can open your name, and that is recorded",
        anonymous_secret = AnonymousSecret: "Isinya hanya untuk Anda dan petugas yang menangani. Tidak ada instansi yang dapat membuka nama Anda"
            | "The text is only for you and the officers in charge. No agency can open your name",
    }
}

words! {
    /// What is wrong with a service.
    Subjects of Subject {
        delay = Delay: "Terlambat" | "Delay",
        unclear_requirement = UnclearRequirement: "Persyaratan tidak jelas" | "Unclear requirements",
        repeated_document = RepeatedDocument: "Berkas diminta berulang" | "The same papers asked for again",
        rejected_no_reason = RejectedNoReason: "Ditolak tanpa alasan" | "Turned down without a reason",
        illegal_fee = IllegalFee: "Diminta membayar di luar tarif" | "Asked to pay outside the tariff",
        system_error = SystemError: "Sistem galat" | "System failure",
        data_mismatch = DataMismatch: "Data tidak cocok" | "Records do not agree",
        technical_recommendation = TechnicalRecommendation: "Rekomendasi teknis belum terbit" | "Technical recommendation missing",
        spatial_or_environment = SpatialOrEnvironment: "Tata ruang atau lingkungan" | "Zoning or environment",
        staff_behaviour = StaffBehaviour: "Perilaku petugas" | "Behaviour of staff",
        wrong_information = WrongInformation: "Informasi keliru" | "Wrong information",
        licence_error = LicenceError: "Isi izin keliru" | "Error in the licence",
        unlicensed_activity = UnlicensedActivity: "Kegiatan tanpa izin" | "Activity without a licence",
        licence_violation = LicenceViolation: "Pelanggaran izin" | "Breach of a licence",
    }
}

words! {
    /// Kinds of service.
    ServiceKinds of ServiceKind {
        business_licence = BusinessLicence: "Perizinan berusaha" | "Business licences",
        licence = Licence: "Perizinan" | "Licences",
        non_licence = NonLicence: "Non-perizinan" | "Other services",
    }
}

words! {
    /// How a case reached us.
    Channels of Channel {
        web = Web: "Web" | "Web",
        mobile = Mobile: "Ponsel" | "Phone app",
        whatsapp = Whatsapp: "WhatsApp" | "WhatsApp",
        sms = Sms: "SMS" | "Text message",
        phone = Phone: "Telepon" | "Telephone",
        counter = Counter: "Loket" | "Counter",
        letter = Letter: "Surat" | "Letter",
        email = Email: "Surel" | "E-mail",
        social = Social: "Media sosial" | "Social media",
        sp4n = Sp4n: "SP4N-LAPOR!" | "SP4N-LAPOR!",
        other = Other: "Lainnya" | "Other",
    }
}

words! {
    /// What an officer is.
    Roles of Role {
        province_admin = ProvinceAdmin: "Admin provinsi" | "Province admin",
        province_leader = ProvinceLeader: "Pimpinan provinsi" | "Province leader",
        agency_admin = AgencyAdmin: "Admin instansi" | "Agency admin",
        liaison_officer = LiaisonOfficer: "Pejabat penghubung" | "Liaison officer",
        handler = Handler: "Petugas" | "Handler",
        agency_head = AgencyHead: "Kepala instansi" | "Head of agency",
        inspectorate = Inspectorate: "Inspektorat" | "Inspectorate",
        regency_admin = RegencyAdmin: "Admin kabupaten/kota" | "Regency admin",
        auditor = Auditor: "Evaluator" | "Auditor",
        intake_officer = IntakeOfficer: "Petugas loket" | "Intake officer",
    }
}
