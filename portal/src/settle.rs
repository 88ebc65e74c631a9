//! Opening the office: the data pack is kept in the archive, and the rules are built from both.

use crate::{
    Error, Files, Inner, Portal, World,
    account::Passwords,
    book,
    boundary::Boundaries,
    keys::{KEY_BYTES, Keys},
    pack::{AgencyEntry, Pack, ProvinceEntry, RegionEntry, ServiceAgency, ServiceEntry, VillageEntry},
    suggest::Taught,
};
use domain::{calendar::Calendar, id::AgencyId, tracking_code::CodePrefix};
use std::sync::Arc;
use store::{Store, Tx, agency::Agency, region::Region, service::Service};
use tokio::sync::Semaphore;

/// Files made clean at a time. Unit: files. Each takes a core, and for the largest photo some 400 MB.
const CLEANINGS_MAX: usize = 2;

impl Portal {
    /// Opens the office over an archive: keeps the places, agencies, services and calendar of the pack (agencies that
    /// are known keep their ids), and builds the rules. `key` is the installation's own, kept outside the database.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails, [`Error::Broken`] if the pack contradicts itself.
    pub async fn open(
        store: Store,
        files: Files,
        pack: Pack,
        world: Arc<dyn World>,
        key: [u8; KEY_BYTES],
    ) -> Result<Self, Error> {
        keep_places(&store, &pack).await?;
        let ids = keep_agencies(&store, &pack, world.as_ref()).await?;
        keep_services(&store, &pack, &ids).await?;
        let calendars = keep_calendar(&store, &pack, world.as_ref()).await?;
        let book = book::rule_book(&pack, &ids, calendars)?;
        let directory = book::directory(&pack, &ids);
        let boundaries = Arc::new(Boundaries::open(&store).await?);
        let prefix = CodePrefix::try_from(pack.settings.province.code_prefix.clone());
        let prefix = prefix.map_err(|cause| Error::Broken(format!("the pack's code prefix: {cause}")))?;
        let (keys, passwords) = (Keys::new(key), Passwords::new()?);
        Ok(Self(Arc::new(Inner {
            store,
            pack,
            book,
            boundaries,
            directory,
            prefix,
            world,
            keys,
            passwords,
            vault: files.vault,
            scanner: files.scanner,
            heic: files.heic,
            cleaning: Arc::new(Semaphore::new(CLEANINGS_MAX)),
            clerk: Taught::default(),
            tells: true,
        })))
    }
}

/// Places before what lies in them.
async fn keep_places(store: &Store, pack: &Pack) -> Result<(), Error> {
    let mut places = vec![province(&pack.settings.province)];
    places.extend(
        pack.regions
            .iter()
            .map(|regency| regency_of(regency, &pack.settings.province)),
    );
    for regency in &pack.regions {
        places.extend(
            regency
                .districts
                .iter()
                .map(|district| place(&district.code, &regency.code, &district.name, "district")),
        );
    }
    places.extend(pack.villages.iter().map(village));
    store
        .write(async move |tx: &mut Tx| {
            for place in places {
                store::region::keep(tx, &place).await?;
            }
            Ok(())
        })
        .await
}

fn place(code: &str, parent: &str, name: &str, kind: &str) -> Region {
    Region {
        code: code.to_owned(),
        parent_code: Some(parent.to_owned()),
        name: name.to_owned(),
        kind: kind.to_owned(),
    }
}

fn province(entry: &ProvinceEntry) -> Region {
    Region {
        parent_code: None,
        ..place(&entry.code, "", &entry.name, "province")
    }
}

fn regency_of(entry: &RegionEntry, province: &ProvinceEntry) -> Region {
    place(&entry.code, &province.code, &entry.name, entry.kind.as_str())
}

fn village(entry: &VillageEntry) -> Region {
    place(&entry.code, &entry.district_code, &entry.name, entry.kind.as_str())
}

/// Agencies before those that are part of them: the pack names parents first.
async fn keep_agencies(store: &Store, pack: &Pack, world: &dyn World) -> Result<book::Ids, Error> {
    let entries: Vec<(AgencyEntry, AgencyId)> = pack
        .tenants()
        .map(|entry| (entry.clone(), AgencyId(new_id(world))))
        .collect();
    store
        .write(async move |tx: &mut Tx| {
            let mut ids = book::Ids::new();
            for (entry, fresh) in entries {
                let parent = entry.parent.as_ref().and_then(|code| ids.get(code)).copied();
                let code = entry.code.clone();
                let id = store::agency::keep(tx, &agency(entry, fresh, parent)).await?;
                ids.insert(code, id);
            }
            Ok(ids)
        })
        .await
}

fn agency(entry: AgencyEntry, id: AgencyId, parent: Option<AgencyId>) -> Agency {
    Agency {
        id,
        code: entry.code,
        name: entry.name,
        short_name: entry.short_name,
        name_en: entry.name_en,
        kind: entry.kind.as_str().to_owned(),
        level: entry.level.as_str().to_owned(),
        parent,
        region_code: entry.region_code,
        is_tenant: entry.is_tenant,
    }
}

async fn keep_services(store: &Store, pack: &Pack, ids: &book::Ids) -> Result<(), Error> {
    let services: Vec<Service> = pack.services.iter().map(|entry| service(entry, ids)).collect();
    store
        .write(async move |tx: &mut Tx| {
            for service in services {
                store::service::keep(tx, &service).await?;
            }
            Ok(())
        })
        .await
}

fn service(entry: &ServiceEntry, ids: &book::Ids) -> Service {
    let giver = match &entry.agency {
        ServiceAgency::RegencyOfPlace => None,
        ServiceAgency::Agency(code) => ids.get(code).copied(),
    };
    Service {
        code: entry.code.clone(),
        name: entry.name.clone(),
        name_en: entry.name_en.clone(),
        kind: entry.kind,
        agency: giver,
        technical_agency: entry
            .technical_agency_code
            .as_ref()
            .and_then(|code| ids.get(code))
            .copied(),
        level: entry.level.as_str().to_owned(),
        channel: entry.channel.clone(),
        risk_level: entry.risk_level.clone(),
        standard_working_days: entry.standard_working_days.map(i64::from),
    }
}

/// The calendars that the archive keeps, oldest first: the pack's from the first day, and each that was added since.
async fn keep_calendar(store: &Store, pack: &Pack, world: &dyn World) -> Result<Vec<Calendar>, Error> {
    let mut conn = store.look_up().await?;
    let kept = store::calendar::all(&mut conn).await?;
    drop(conn);
    if !kept.is_empty() {
        return Ok(kept);
    }
    let (first, now) = (book::calendar(pack), world.now());
    let added = first.clone();
    store
        .write(async move |tx: &mut Tx| Ok::<_, Error>(store::calendar::add(tx, &added, now).await?))
        .await?;
    Ok(vec![first])
}

fn new_id(world: &dyn World) -> uuid::Uuid {
    let mut random = [0; 10];
    world.fill(&mut random);
    uuid::Builder::from_unix_timestamp_millis(u64::try_from(world.now().as_ms()).unwrap_or(0), &random).into_uuid()
}
