//! Opening the office: the data pack is kept in the archive, and the rules are built from both.

use crate::{
    Error, Inner, Portal, World,
    account::Passwords,
    book,
    keys::{KEY_BYTES, Keys},
    pack::{AgencyEntry, Pack},
};
use domain::{id::AgencyId, tracking_code::CodePrefix};
use std::sync::Arc;
use store::{Store, Tx, agency::Agency};

impl Portal {
    /// Opens the office over an archive: keeps the agencies of the pack (those known keep their ids) and its
    /// calendar, and builds the rules. `key` is the installation's own, kept outside the database.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails, [`Error::Broken`] if the pack contradicts itself.
    pub async fn open(store: Store, pack: Pack, world: Arc<dyn World>, key: [u8; KEY_BYTES]) -> Result<Self, Error> {
        let ids = keep_agencies(&store, &pack, world.as_ref()).await?;
        keep_calendar(&store, &pack, world.as_ref()).await?;
        let book = book::rule_book(&pack, &ids)?;
        let directory = book::directory(&pack, &ids);
        let prefix = CodePrefix::try_from(pack.settings.province.code_prefix.clone());
        let prefix = prefix.map_err(|cause| Error::Broken(format!("the pack's code prefix: {cause}")))?;
        Ok(Self(Arc::new(Inner {
            store,
            pack,
            book,
            directory,
            prefix,
            world,
            keys: Keys::new(key),
            passwords: Passwords::new()?,
        })))
    }
}

async fn keep_agencies(store: &Store, pack: &Pack, world: &dyn World) -> Result<book::Ids, Error> {
    let entries: Vec<(AgencyEntry, AgencyId)> = pack
        .tenants()
        .map(|entry| (entry.clone(), AgencyId(new_id(world))))
        .collect();
    store
        .write(async move |tx: &mut Tx| {
            let mut ids = book::Ids::new();
            for (entry, fresh) in entries {
                let code = entry.code.clone();
                let id = store::agency::keep(tx, &agency(entry, fresh)).await?;
                ids.insert(code, id);
            }
            Ok(ids)
        })
        .await
}

/// The agency as the archive keeps it. A parent is a matter of names only, so it is not tied here.
fn agency(entry: AgencyEntry, id: AgencyId) -> Agency {
    Agency {
        id,
        code: entry.code,
        name: entry.name,
        short_name: entry.short_name,
        name_en: entry.name_en,
        kind: entry.kind.as_str().to_owned(),
        level: entry.level.as_str().to_owned(),
        parent: None,
        region_code: entry.region_code,
        is_tenant: entry.is_tenant,
    }
}

async fn keep_calendar(store: &Store, pack: &Pack, world: &dyn World) -> Result<(), Error> {
    let (calendar, now) = (book::calendar(pack), world.now());
    let mut conn = store.look_up().await?;
    let is_kept = store::calendar::find(&mut conn, calendar.version()).await?.is_some();
    drop(conn);
    if is_kept {
        return Ok(());
    }
    store
        .write(async move |tx: &mut Tx| Ok(store::calendar::add(tx, &calendar, now).await?))
        .await
}

fn new_id(world: &dyn World) -> uuid::Uuid {
    let mut random = [0; 10];
    world.fill(&mut random);
    uuid::Builder::from_unix_timestamp_millis(u64::try_from(world.now().as_ms()).unwrap_or(0), &random).into_uuid()
}
