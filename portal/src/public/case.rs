//! One published case.

use super::Public;
use crate::Error;
use domain::{
    id::{CaseKey, FileId},
    lang::Lang,
    tracking_code::TrackingCode,
    view::{
        When,
        public::{PublicCaseView, PublicResponseView, PublicStep},
    },
};
use serde_json::json;

impl Public<'_> {
    /// The published case with this code. What was never published, was taken back, or does not exist answers alike.
    /// `browser` is the key of the browser that asks, if it ever supported anything.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn case(&self, code: &str, browser: Option<&str>, lang: Lang) -> Result<Option<PublicCaseView>, Error> {
        let Ok(code) = code.parse::<TrackingCode>() else {
            return Ok(None);
        };
        let mut conn = self.portal.0.store.look_up().await?;
        let found = (
            store::published::find(&mut conn, &code).await?,
            store::published::whole(&mut conn, &code).await?,
        );
        let (Some(row), Some(whole)) = found else {
            return Ok(None);
        };
        let is_supported = match browser {
            Some(browser) => {
                let supporter = self.portal.0.keys.supporter(code.as_str(), browser);
                store::published::is_supported(&mut conn, &code, &supporter).await?
            }
            None => false,
        };
        let directory = &self.portal.0.directory;
        let shown = self.row(&mut conn, &row, lang).await?;
        let url = self.address(&format!("/laporan/{code}"));
        let data = data(&url, &shown.title, &row, &shown.holder.name);
        Ok(Some(PublicCaseView {
            url,
            text: whole.text,
            kind: row.kind,
            service: row
                .service
                .as_deref()
                .and_then(|code| directory.service(code, lang))
                .map(str::to_owned),
            subject: row.subject,
            point: whole.point.map(|point| point.texts().into()),
            response: whole.response.map(|(by, text, at)| PublicResponseView {
                by: directory.agency(by),
                text,
                at: When::instant(at, lang),
            }),
            steps: whole
                .steps
                .into_iter()
                .map(|(status, holder, at)| PublicStep {
                    status,
                    holder: directory.agency(holder),
                    at: When::instant(at, lang),
                })
                .collect(),
            partners: whole
                .partners
                .into_iter()
                .filter(|(partner, _)| *partner != row.holder)
                .map(|(partner, is_done)| (directory.agency(partner), is_done))
                .collect(),
            row: shown,
            photos: whole.photos.into_iter().map(|id| id.uuid().to_string()).collect(),
            data,
            is_supported,
        }))
    }

    /// Whether everybody sees this photo under this code. A photo of another case, one that was not chosen, one that was
    /// taken back, and none answer alike.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn has_photo(&self, code: &str, id: FileId) -> Result<bool, Error> {
        Ok(self.case_of_photo(code, id).await?.is_some())
    }

    /// The smaller picture of a photo that everybody sees, a JPEG; as [`Public::has_photo`].
    ///
    /// # Errors
    /// [`Error::Store`] if the archive or the place of the files fails.
    pub async fn photo(&self, code: &str, id: FileId) -> Result<Option<Vec<u8>>, Error> {
        match self.case_of_photo(code, id).await? {
            Some(case) => self.portal.photo_for_public(case, id).await,
            None => Ok(None),
        }
    }

    async fn case_of_photo(&self, code: &str, id: FileId) -> Result<Option<CaseKey>, Error> {
        let Ok(code) = code.parse::<TrackingCode>() else {
            return Ok(None);
        };
        let mut conn = self.portal.0.store.look_up().await?;
        Ok(store::published::case_of_photo(&mut conn, &code, id).await?)
    }
}

/// The case as machines read it. `<` never stands in it, so no text can end the element it is in.
fn data(url: &str, title: &str, row: &store::published::Row, holder: &str) -> String {
    let data = json!({
        "@context": "https://schema.org",
        "@type": "Report",
        "headline": title,
        "url": url,
        "inLanguage": "id",
        "datePublished": row.first_at.wita_date().to_string(),
        "dateModified": row.worded_at.wita_date().to_string(),
        "publisher": { "@type": "GovernmentOrganization", "name": holder },
    });
    data.to_string().replace('<', "\\u003c")
}
