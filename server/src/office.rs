//! Opening the office: the folder, the key, the archive, the rules of the province.

use std::{error::Error, io, sync::Arc};

use portal::{Portal, SystemWorld, pack::Pack};
use store::Store;

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
    let portal = Portal::open(store, Pack::kaltara()?, Arc::new(SystemWorld), key).await?;
    Ok((portal, folder))
}
