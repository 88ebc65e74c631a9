//! Opening the office: the folder, the key, the archive, the rules of the province.

use std::{error::Error, io, sync::Arc};

use portal::{Files, HeicDecoder, Portal, Scanner, SystemWorld, pack::Pack};
use store::{
    Store,
    vault::{Bucket, Vault},
};

use crate::{config::Config, data_dir::DataDir, logs::say};

/// Opens the office that `config` names, with its folder, and makes what is missing.
///
/// # Errors
/// If the folder or the database cannot be opened; the sentence names which.
pub async fn open(config: &Config) -> Result<(Portal, DataDir), Box<dyn Error>> {
    let (folder, is_sqlite) = (config.data_dir.clone(), config.database_url.is_none());
    let named = |error: io::Error| format!("the data in {} cannot be used: {error}", config.data_dir.display());
    let opened = tokio::task::spawn_blocking(move || {
        let folder = DataDir::open(&folder)?;
        if is_sqlite && folder.drop_half_demo()? {
            say("The demonstration was cut off while it was filled in. It begins anew.");
        }
        Ok((folder.key(&SystemWorld)?, folder))
    });
    let (key, folder) = opened.await?.map_err(named)?;
    let file = folder.database();
    let address = config.database_url.as_deref().unwrap_or(&file);
    let store = Store::open(address)
        .await
        .map_err(|error| format!("the database cannot be opened: {error}"))?;
    let files = Files {
        vault: vault(config, &folder)?,
        scanner: Scanner::at(config.clamd.as_deref().unwrap_or_default())?,
        heic: HeicDecoder::at(config.heic_decoder.as_deref().unwrap_or_default())?,
    };
    let portal = Portal::open(store, files, Pack::kaltara()?, Arc::new(SystemWorld), key).await?;
    Ok((portal, folder))
}

/// Where the bytes of files lie: in the folder, or in the bucket that the settings name.
fn vault(config: &Config, folder: &DataDir) -> Result<Vault, Box<dyn Error>> {
    let Some(address) = &config.files else {
        let files = folder
            .files()
            .map_err(|error| format!("the files cannot be kept: {error}"))?;
        return Ok(Vault::folder(&files)?);
    };
    let place = address
        .strip_prefix("s3://")
        .ok_or("files lie at s3://bucket/prefix, or in the data folder")?;
    let (name, prefix) = place.split_once('/').unwrap_or((place, ""));
    let set = |value: &Option<String>, name: &str| value.clone().ok_or(format!("{name} is not set"));
    Ok(Vault::bucket(&Bucket {
        name: name.to_owned(),
        prefix: prefix.trim_end_matches('/').to_owned(),
        endpoint: config.s3_endpoint.clone().unwrap_or_default(),
        region: config.s3_region.clone(),
        key_id: set(&config.s3_key_id, "s3_key_id")?,
        secret: set(&config.s3_secret, "s3_secret")?,
    })?)
}
