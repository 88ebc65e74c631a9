use proptest::prelude::*;
use uuid::Uuid;

use super::{Broken, Canonical, ChainHead, Commitment, Entry, Hash, verify};
use crate::id::AgencyId;
use crate::time::Timestamp;

fn genesis() -> ChainHead {
    ChainHead::genesis(AgencyId(Uuid::from_u128(1)))
}

fn chain(length: u64) -> Vec<Entry> {
    let mut head = genesis();
    (1..=length)
        .map(|number| {
            let canonical = Canonical::new("answered", 1).u64(number).finish();
            let previous = head.hash;
            head = head.next(&canonical);
            Entry {
                seq: head.seq,
                canonical,
                previous,
                hash: head.hash,
            }
        })
        .collect()
}

#[test]
fn a_whole_chain_ends_at_its_head() {
    let entries = chain(4);
    let head = verify(genesis(), entries.clone()).unwrap();
    assert_eq!((head.seq, head.hash), (4, entries[3].hash));
}

#[test]
fn a_chain_may_be_followed_from_any_known_head() {
    let entries = chain(4);
    let second = ChainHead {
        seq: 2,
        hash: entries[1].hash,
    };
    assert_eq!(verify(second, entries[2..].to_vec()), verify(genesis(), entries));
}

#[test]
fn the_first_bad_entry_is_named() {
    let whole = chain(4);
    let altered = |alter: fn(&mut Vec<Entry>)| {
        let mut entries = whole.clone();
        alter(&mut entries);
        verify(genesis(), entries)
    };
    assert_eq!(
        altered(|entries| entries[1].canonical.push(0)),
        Err(Broken::Changed { seq: 2 })
    );
    assert_eq!(
        altered(|entries| entries[1].hash = entries[0].hash),
        Err(Broken::Changed { seq: 2 })
    );
    assert_eq!(
        altered(|entries| entries[2].previous = entries[0].hash),
        Err(Broken::Unlinked { seq: 3 })
    );
    assert_eq!(
        altered(|entries| drop(entries.remove(1))),
        Err(Broken::Missing { seq: 2 })
    );
    assert_eq!(altered(|entries| entries.swap(1, 2)), Err(Broken::Missing { seq: 2 }));
}

#[test]
fn entries_missing_at_the_tail_show_against_the_kept_head() {
    let mut entries = chain(4);
    let kept = verify(genesis(), entries.clone());
    entries.pop();
    assert_ne!(verify(genesis(), entries), kept);
}

#[test]
fn the_chains_of_two_homes_begin_differently() {
    assert_ne!(genesis().hash, ChainHead::genesis(AgencyId(Uuid::from_u128(2))).hash);
}

/// Fixed for ever: kept chains could not be verified if this changed.
#[test]
fn the_canonical_bytes_and_hashes_stay_what_they_are() {
    let canonical = Canonical::new("filed", 2)
        .str("é")
        .bool(true)
        .instant(Timestamp::from_ms(-1))
        .option(Some(7), Canonical::u64)
        .option(None, Canonical::i64)
        .list([1, 2], Canonical::i64)
        .uuid(Uuid::from_u128(3))
        .finish();
    let expected = "01730000000000000005\
        66696c656475000000000000000273000000\
        0000000002c3a97974ffffffffffffffff3175000000000000000730\
        6c0000000000000002690000000000000001690000000000000002\
        7800000000000000000000000000000003";
    let hex: String = canonical.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(hex, expected);
    assert_eq!(
        genesis().hash.to_string(),
        "cd813ddda7b13f1f09ef543f0ec8875a7ca52073e65d8dae31ebf594d11b8c03"
    );
    assert_eq!(
        genesis().next(&canonical).hash.to_string(),
        "72c9536f935a6b4d68ef1c31805b6500a1b8173628c02dd88c96f38092c4332d"
    );
    assert_eq!(
        Commitment::new([9; 16], b"Siti").hash().to_string(),
        "c32824fe28931efc556bed4db39f791543ee88e6f970b9e100ba8114259e12c6"
    );
}

#[test]
fn fields_that_run_together_differ_from_fields_that_do_not() {
    let one = Canonical::new("note", 1).str("ab").str("c").finish();
    let two = Canonical::new("note", 1).str("a").str("bc").finish();
    assert_ne!(one, two);
}

#[test]
fn the_same_data_under_another_salt_is_another_commitment() {
    assert_ne!(Commitment::new([1; 16], b"Siti"), Commitment::new([2; 16], b"Siti"));
}

#[test]
fn a_text_that_is_no_hash_is_refused() {
    for text in [
        "",
        "00",
        &"g".repeat(64),
        &"é".repeat(32),
        &"0".repeat(65),
        &"+f".repeat(32),
    ] {
        assert!(text.parse::<Hash>().is_err(), "{text:?}");
    }
}

proptest! {
    #[test]
    fn a_hash_is_read_back_from_its_text(bytes in any::<[u8; 32]>()) {
        let hash = Hash::from_bytes(bytes);
        prop_assert_eq!(hash.to_string().parse(), Ok(hash));
    }

    #[test]
    fn a_changed_byte_anywhere_is_found(entry in 0_usize..5, place in 0_usize..30, other in 1_u8..=255) {
        let mut entries = chain(5);
        let place = place % entries[entry].canonical.len();
        entries[entry].canonical[place] ^= other;
        let seq = entries[entry].seq;
        prop_assert_eq!(verify(genesis(), entries), Err(Broken::Changed { seq }));
    }
}
