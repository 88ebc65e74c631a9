//! What is wrong with a field, and what to do about it.

use domain::{masking::Found, text::FieldError};

use super::{fill, words};

words! {
    /// General sentences take the counts of the field; those named after a field say it more exactly.
    Problems {
        missing: "Isi bagian ini." | "Fill this in.",
        choose: "Pilih salah satu." | "Choose one.",
        too_short: "Tulis paling sedikit {min} huruf. Anda baru menulis {typed}." | "Write at least {min} characters. You wrote {typed}.",
        too_long: "Paling banyak {max} huruf. Anda menulis {typed}." | "At most {max} characters. You wrote {typed}.",
        unknown: "Pilihan ini tidak ada dalam daftar. Pilih lagi." | "This is not in the list. Choose again.",
        not_a_date: "Tulis tanggal seperti 24-11-2026." | "Write the date like 2026-11-24.",
        in_the_future: "Tanggal ini belum terjadi. Periksa tahunnya." | "This date has not come yet. Check the year.",
        in_the_past: "Tanggal ini sudah lewat. Pilih tanggal yang akan datang." | "This date has passed. Choose one to come.",
        too_old: "Tanggal ini terlalu lama. Periksa tahunnya." | "This date is too long ago. Check the year.",
        digits: "Isi {needed} angka. Anda menulis {typed}." | "Write {needed} digits. You wrote {typed}.",
        private: "Teks ini memuat {found}. Samarkan, atau biarkan bila memang perlu." | "This text holds {found}. Mask it, or keep it if it is needed.",
        found_nik: "NIK" | "an NIK",
        found_phone: "nomor telepon" | "a phone number",
        found_email: "alamat surel" | "an e-mail address",
        found_account: "nomor rekening atau kartu" | "a number of an account or card",
        found_plate: "pelat nomor" | "a number plate",
        found_nib: "NIB" | "an NIB",
        found_name: "nama orang" | "a person's name",
        not_a_contact: "Tulis nomor telepon atau alamat surel, misalnya 0812 3456 7890." | "Write a phone number or an e-mail address, for example 0812 3456 7890.",
        not_a_point: "Tulis angka derajat, misalnya 2.84412." | "Write a number of degrees, for example 2.84412.",
        outside_province: "Titik itu di luar Kalimantan Utara. Periksa angkanya, atau hapus titiknya."
            | "That point is outside North Kalimantan. Check the numbers, or remove the point.",
        half_a_point: "Isi lintang dan bujur, atau kosongkan keduanya." | "Fill in latitude and longitude, or leave both empty.",
        body_short: "Ceritakan sedikit lebih lengkap, paling sedikit {min} huruf. Anda baru menulis {typed}."
            | "Tell us a little more, at least {min} characters. You wrote {typed}.",
        regency_missing: "Pilih kabupaten atau kota tempat kejadian." | "Choose the regency or city where it happened.",
        district_elsewhere: "Kecamatan ini ada di kabupaten lain. Pilih lagi." | "This district is in another regency. Choose again.",
        village_elsewhere: "Desa ini ada di kecamatan lain. Pilih lagi." | "This village is in another district. Choose again.",
        nib: "NIB terdiri dari {needed} angka. Anda menulis {typed}." | "An NIB has {needed} digits. You wrote {typed}.",
        consent_missing: "Beri tanda centang agar laporan dapat dikirim." | "Tick this so that the report can be sent.",
        code_wrong: "Kode atau kunci rahasia tidak cocok. Periksa lagi bukti laporan Anda."
            | "The code or the secret does not match. Look at your receipt again.",
        code_typo: "Kode ini salah ketik. Bentuknya seperti KTR-26-7F3K-9QX6." | "This code is mistyped. It looks like KTR-26-7F3K-9QX6.",
        rating_missing: "Pilih nilai dari 1 sampai 4." | "Choose a mark from 1 to 4.",
    }
}

impl Problems {
    /// The general sentence about a field, with its counts.
    #[must_use]
    pub fn say(&self, problem: &FieldError) -> String {
        match problem {
            FieldError::Missing => self.missing.to_owned(),
            FieldError::TooShort { min, typed } => counts(self.too_short, "min", *min, *typed),
            FieldError::TooLong { max, typed } => counts(self.too_long, "max", *max, *typed),
            FieldError::Unknown => self.unknown.to_owned(),
            FieldError::NotADate => self.not_a_date.to_owned(),
            FieldError::InTheFuture => self.in_the_future.to_owned(),
            FieldError::InThePast => self.in_the_past.to_owned(),
            FieldError::TooOld => self.too_old.to_owned(),
            FieldError::Digits { needed, typed } => counts(self.digits, "needed", *needed, *typed),
            FieldError::NotAContact => self.not_a_contact.to_owned(),
            FieldError::NotAPoint => self.not_a_point.to_owned(),
            FieldError::OutsideProvince => self.outside_province.to_owned(),
            // Files have sentences of their own.
            FieldError::File { .. } => self.unknown.to_owned(),
            FieldError::Private(offers) => fill(self.private, &[("found", &self.found(offers))]),
        }
    }

    /// What was found, each kind once.
    fn found(&self, offers: &[(Found, String)]) -> String {
        let mut kinds: Vec<&str> = offers
            .iter()
            .map(|(kind, _)| match kind {
                Found::Nik => self.found_nik,
                Found::Phone => self.found_phone,
                Found::Email => self.found_email,
                Found::Account => self.found_account,
                Found::Plate => self.found_plate,
                Found::Nib => self.found_nib,
                Found::Name => self.found_name,
            })
            .collect();
        kinds.dedup();
        kinds.join(", ")
    }
}

fn counts(sentence: &str, name: &str, count: u16, typed: u16) -> String {
    fill(sentence, &[(name, &count.to_string()), ("typed", &typed.to_string())])
}
