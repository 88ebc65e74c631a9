//! What a report is, who may see it, and why it moves or ends. Source: glossary; `docs/rules.md`.

use crate::codes::codes;

codes! {
    /// The kind of a report (*klasifikasi laporan*), as SP4N-LAPOR! has it.
    pub enum Kind {
        /// Dissatisfaction with a service; wants a fix.
        Complaint = "complaint",
        /// A proposal, wish, praise or criticism.
        Aspiration = "aspiration",
        /// A question about a service.
        InformationRequest = "information_request",
        /// Wrongdoing by officials; read by the Inspektorat only.
        Whistleblowing = "whistleblowing",
    }
}

codes! {
    /// Who sees the reporter's name, and who sees the text.
    pub enum Visibility {
        /// The holder may open the name, logged; the public sees the edited text.
        Open = "open",
        /// No agency ever sees the name; the public sees the edited text.
        Anonymous = "anonymous",
        /// Reporter and handlers only; never listed.
        Secret = "secret",
        /// Secret, and the name is never opened to an agency.
        AnonymousSecret = "anonymous_secret",
    }
}

impl Visibility {
    /// Whether no agency may ever open the identity.
    #[must_use]
    pub const fn is_anonymous(self) -> bool {
        matches!(self, Self::Anonymous | Self::AnonymousSecret)
    }

    /// Whether the text is for the reporter and the handlers only.
    #[must_use]
    pub const fn is_secret(self) -> bool {
        matches!(self, Self::Secret | Self::AnonymousSecret)
    }

    /// The same promise about the name, with the text kept secret.
    #[must_use]
    pub const fn made_secret(self) -> Self {
        match self {
            Self::Open | Self::Secret => Self::Secret,
            Self::Anonymous | Self::AnonymousSecret => Self::AnonymousSecret,
        }
    }
}

codes! {
    /// What is wrong with a service, in the terms of licensing complaints. Source: domain reference §8.3.
    pub enum Subject {
        /// It takes too long.
        Delay = "delay",
        /// Nobody says what is needed.
        UnclearRequirement = "unclear_requirement",
        /// The same paper is asked for again.
        RepeatedDocument = "repeated_document",
        /// Turned down without a reason.
        RejectedNoReason = "rejected_no_reason",
        /// Money outside the tariff was asked for.
        IllegalFee = "illegal_fee",
        /// The system fails.
        SystemError = "system_error",
        /// Records do not agree.
        DataMismatch = "data_mismatch",
        /// A technical recommendation is missing.
        TechnicalRecommendation = "technical_recommendation",
        /// Zoning or environment papers.
        SpatialOrEnvironment = "spatial_or_environment",
        /// How staff behaved.
        StaffBehaviour = "staff_behaviour",
        /// What was told was wrong.
        WrongInformation = "wrong_information",
        /// The licence itself has an error.
        LicenceError = "licence_error",
        /// Somebody works without a licence.
        UnlicensedActivity = "unlicensed_activity",
        /// Somebody breaks the terms of a licence.
        LicenceViolation = "licence_violation",
    }
}

codes! {
    /// Why an agency says a case belongs elsewhere. Source: `docs/rules.md`, "Hand-off".
    pub enum HandoffReason {
        /// Another agency of the province.
        OtherOpd = "other_opd",
        /// The regency or city.
        RegencyAuthority = "regency_authority",
        /// The central government.
        CentralAuthority = "central_authority",
        /// A dispute between private persons.
        PrivateDispute = "private_dispute",
        /// Before a court.
        InCourt = "in_court",
        /// Not a public service.
        NotPublicService = "not_public_service",
        /// The same matter is already handled.
        Duplicate = "duplicate",
        /// Too little is known.
        InsufficientData = "insufficient_data",
    }
}

codes! {
    /// Why a case is archived. "Belongs elsewhere" is deliberately not among them.
    pub enum ArchiveReason {
        /// The citizen did not answer a data request within its limit.
        NoAnswer = "no_answer",
        /// Too general to act on, after asking.
        TooGeneral = "too_general",
        /// Not about what the government does.
        NotPublicService = "not_public_service",
        /// A dispute between private persons.
        PrivateDispute = "private_dispute",
        /// Before a court.
        InCourt = "in_court",
        /// Hate, hoax or abuse.
        Abuse = "abuse",
        /// The same report by the same reporter.
        Duplicate = "duplicate",
    }
}

codes! {
    /// How a case reached us.
    pub enum Channel {
        /// This site.
        Web = "web",
        /// The site as an installed app.
        Mobile = "mobile",
        /// A WhatsApp message.
        Whatsapp = "whatsapp",
        /// A text message.
        Sms = "sms",
        /// A telephone call.
        Phone = "phone",
        /// A counter.
        Counter = "counter",
        /// A letter.
        Letter = "letter",
        /// An e-mail.
        Email = "email",
        /// Social media.
        Social = "social",
        /// SP4N-LAPOR!.
        Sp4n = "sp4n",
        /// Any other way.
        Other = "other",
    }
}

codes! {
    /// The kind of a service. Source: the province's three service kinds.
    pub enum ServiceKind {
        /// *Perizinan berusaha*, risk-based, through OSS.
        BusinessLicence = "business_licence",
        /// *Perizinan*, not for business.
        Licence = "licence",
        /// *Non-perizinan*.
        NonLicence = "non_licence",
    }
}
