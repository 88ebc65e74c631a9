//! Published cases on the map: numbers by district, and pins at the rounded points that reporters gave.

use super::Public;
use crate::{Error, pack::RegionEntry};
use domain::{
    point::{Point, RoundedPoint},
    view::places::{CasesOnMap, MapCase, MapCount, MapPin},
};
use std::collections::BTreeMap;

impl Public<'_> {
    /// Published cases as the map shows them. A district whose place is not known is counted at the seat of its regency.
    ///
    /// # Errors
    /// [`Error::Store`] if the archive fails.
    pub async fn on_map(&self) -> Result<CasesOnMap, Error> {
        let mut conn = self.portal.0.store.look_up().await?;
        let cases: BTreeMap<String, i64> = store::published::places(&mut conn).await?.into_iter().collect();
        let on_map = store::published::on_map(&mut conn).await?;
        drop(conn);
        let regions = self.portal.0.pack.regions.iter();
        let mut pins: Vec<MapPin> = Vec::new();
        for case in on_map {
            let (at, case) = (
                rounded(case.point),
                MapCase {
                    href: format!("/laporan/{}", case.code),
                    title: case.title,
                },
            );
            match pins.iter_mut().find(|pin| pin.at == at) {
                Some(pin) => pin.cases.push(case),
                None => pins.push(MapPin { at, cases: vec![case] }),
            }
        }
        Ok(CasesOnMap {
            counts: regions.flat_map(|regency| self.counts(regency, &cases)).collect(),
            pins,
        })
    }

    /// The numbers of one regency: its districts, then what is left of it.
    fn counts(&self, regency: &RegionEntry, cases: &BTreeMap<String, i64>) -> Vec<MapCount> {
        let of = |code: &str| cases.get(code).copied().unwrap_or(0);
        let mut left = of(&regency.code);
        let mut counts = Vec::new();
        for district in &regency.districts {
            match self.portal.0.boundaries.middle(&district.code) {
                Some(at) => counts.push(MapCount {
                    name: district.name.clone(),
                    cases: of(&district.code),
                    at: degrees(at),
                    href: format!("/laporan?wilayah={}&kecamatan={}", regency.code, district.code),
                }),
                None => left += of(&district.code),
            }
        }
        counts.extend(self.portal.seat_of(regency).map(|at| MapCount {
            name: regency.short_name.clone(),
            cases: left,
            at: degrees(at),
            href: format!("/laporan?wilayah={}", regency.code),
        }));
        counts.retain(|count| count.cases > 0);
        counts
    }
}

fn degrees(point: Point) -> [f64; 2] {
    [point.latitude_e5(), point.longitude_e5()].map(|e5| f64::from(e5) / 100_000.0)
}

fn rounded(point: RoundedPoint) -> [f64; 2] {
    [point.latitude_e2, point.longitude_e2].map(|e2| f64::from(e2) / 100.0)
}
