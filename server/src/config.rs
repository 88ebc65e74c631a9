//! What an operator sets: defaults, then `sinergi.toml` in the working folder, then `SINERGI_…` variables.

use std::{net::SocketAddr, path::PathBuf};

use figment::{
    Figment,
    providers::{Env, Format, Serialized, Toml},
};
use serde::{Deserialize, Serialize};

/// The settings of one server.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Where to listen. A proxy in front terminates TLS and passes `Host` and `Origin` on unchanged.
    pub address: SocketAddr,
    /// Folder of the key and of the SQLite file; made on first start.
    pub data_dir: PathBuf,
    /// `postgres://…`, where the archive is not the SQLite file in `data_dir`.
    pub database_url: Option<String>,
    /// Header in which a proxy of ours names the client: `x-forwarded-for`. Without one no header is believed.
    pub client_header: Option<String>,
    /// `s3://bucket/prefix` for the bytes of files, where they lie in no folder of `data_dir`.
    pub files: Option<String>,
    /// `https://…` of the service that keeps the bucket; without one, Amazon's own.
    pub s3_endpoint: Option<String>,
    /// Region of the bucket.
    pub s3_region: String,
    /// Name of the key that may read and write the bucket.
    pub s3_key_id: Option<String>,
    /// The key itself.
    pub s3_secret: Option<String>,
    /// Where clamd listens, to look for viruses: `tcp://host:port` or `unix:///path`. Without one nothing is scanned.
    pub clamd: Option<String>,
    /// A program on this server that turns the photos of iPhones (HEIC) into PNG or JPEG: `heif-dec {in} {out}`. Without
    /// one they are refused with a sentence.
    pub heic_decoder: Option<String>,
    /// Folder with what cargo-leptos built for the browser.
    pub site_dir: PathBuf,
    /// How logs are written.
    pub log: LogStyle,
    /// The address of the site as people type it: `https://lapor.contoh.go.id`. Links in messages begin with it; without
    /// it nothing is sent, and all messages wait.
    pub site_url: Option<String>,
    /// The server that takes our e-mail: `smtps://user:password@host`, or `smtp://host:587?tls=required`.
    pub smtp_url: Option<String>,
    /// Who e-mail comes from: `Sinergi <kabar@contoh.go.id>`.
    pub mail_from: Option<String>,
    /// Where pictures of maps come from: `https://tiles.example.go.id/{z}/{x}/{y}.png`. Without it maps show only the
    /// boundaries and points that were imported.
    pub tiles: Option<String>,
    /// Who made these pictures, as maps name them; an address at its end is where the words lead.
    pub tiles_attribution: Option<String>,
    /// What carries messages to telephones: `log` writes a line for each and sends nothing. Without it they wait.
    pub phone_gateway: Option<String>,
}

/// How logs are written to standard error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogStyle {
    /// One JSON object a line, for collectors.
    Json,
    /// For people.
    Plain,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            address: SocketAddr::from(([127, 0, 0, 1], 3000)),
            data_dir: PathBuf::from("data"),
            database_url: None,
            client_header: None,
            files: None,
            s3_endpoint: None,
            s3_region: "us-east-1".to_owned(),
            s3_key_id: None,
            s3_secret: None,
            clamd: None,
            heic_decoder: None,
            site_dir: PathBuf::from("site"),
            log: LogStyle::Json,
            site_url: None,
            smtp_url: None,
            mail_from: None,
            tiles: None,
            tiles_attribution: None,
            phone_gateway: None,
        }
    }
}

impl Config {
    /// Where everybody finds this installation: what is shared and fed names it.
    pub fn site(&self) -> String {
        let here = || format!("http://localhost:{}", self.address.port());
        self.site_url.clone().unwrap_or_else(here)
    }

    /// Reads the settings.
    ///
    /// # Errors
    /// If a value cannot be read; the error names the setting and where it came from.
    pub fn load() -> Result<Self, Box<figment::Error>> {
        Figment::from(Serialized::defaults(Self::default()))
            .merge(Toml::file("sinergi.toml"))
            .merge(Env::prefixed("SINERGI_"))
            .extract()
            .map_err(Box::new)
    }
}
