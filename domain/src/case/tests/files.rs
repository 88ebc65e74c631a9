//! Files: with a report or a message, committed in the history, and kept to one desk where an anonymous reporter asks.

use uuid::Uuid;

use super::fixture::*;
use crate::{
    case::{Case, change::Change, file::NewNames},
    chain::{Commitment, Hash},
    deed::Deed,
    facts::NewCase,
    file::{Attachment, File, FileKind, FileState, SentFile},
    id::{CaseId, FileId},
    kind::{Kind, Visibility},
    permit::Actor,
    refusal::Refusal,
};

fn sent(number: u8, is_for_province: bool) -> SentFile {
    SentFile {
        file: File {
            id: FileId(Uuid::from_u128(u128::from(number))),
            kind: FileKind::Jpeg,
            name: "foto.jpg".try_into().unwrap(),
            bytes: 10,
            hash: Hash::from_bytes([number; 32]),
            stored: "x".to_owned(),
            state: FileState::Clean,
        },
        is_for_province,
    }
}

fn filed(asked: NewCase) -> (Life, Change) {
    let life = Life::filed(complaint(DESDM));
    let names = NewNames {
        id: CaseId(Uuid::from_u128(9)),
        code: life.case.code.clone(),
    };
    let change = Case::file(life.acting(&Actor::Reporter), asked, names);
    (life, change)
}

fn only_of(asked: NewCase) -> Vec<Attachment> {
    let (life, change) = filed(asked);
    let files = vec![sent(1, true), sent(2, false)];
    change.with_files(files, &life.book.desks).unwrap().files().to_vec()
}

#[test]
fn each_file_enters_the_history_by_a_commitment_to_its_hash() {
    let (life, change) = filed(complaint(DESDM));
    let plain = change.events()[0].commitments.len();
    let change = change
        .with_files(vec![sent(1, false), sent(2, false)], &life.book.desks)
        .unwrap();
    let event = &change.events()[0];
    let of_files: Vec<_> = event.commitments[plain..].to_vec();
    let committed = |number| ("file", Commitment::new(event.salt, &[number; 32]));
    assert_eq!(of_files, [committed(1), committed(2)]);
    assert_eq!(change.files().len(), 2);
}

#[test]
fn files_go_with_a_report_or_a_message_and_with_nothing_else() {
    let life = Life::dispatched(DESDM);
    let with = |by: &Actor, deed: Deed| {
        let change = life.try_act(by, deed).unwrap();
        change.with_files(vec![sent(1, false)], &life.book.desks)
    };
    let supplied = with(
        &Actor::Reporter,
        Deed::Supply {
            text: "Ini fotonya.".try_into().unwrap(),
        },
    )
    .unwrap();
    assert_eq!(supplied.messages()[0].files.len(), 1);
    let replied = with(
        &handler(DESDM),
        Deed::Reply {
            text: "Lihat surat ini.".try_into().unwrap(),
            pledge: None,
        },
    );
    assert_eq!(replied.unwrap().messages()[0].files.len(), 1);
    let refused = |by: &Actor, deed: Deed| with(by, deed).map(|_| ()).unwrap_err();
    assert_eq!(refused(&Actor::Reporter, Deed::Withdraw), Refusal::FilesNotTaken);
    let note = Deed::Note {
        text: "Catatan.".try_into().unwrap(),
    };
    assert_eq!(refused(&handler(DESDM), note), Refusal::FilesNotTaken);
}

#[test]
fn an_anonymous_reporter_may_keep_a_file_to_the_province_desk_and_an_open_one_may_not() {
    let anonymous = NewCase {
        visibility: Visibility::Anonymous,
        ..complaint(DESDM)
    };
    let files = only_of(anonymous);
    assert_eq!(
        files.iter().map(|file| file.only).collect::<Vec<_>>(),
        [Some(PROVINSI), None]
    );
    assert!(files[0].is_for(PROVINSI) && !files[0].is_for(DESDM) && files[1].is_for(DESDM));
    let files = only_of(complaint(DESDM));
    assert!(files.iter().all(|file| file.only.is_none()));
}

#[test]
fn where_the_province_desk_reads_nothing_the_file_is_kept_to_the_desk_where_the_case_began() {
    let whistle = NewCase {
        visibility: Visibility::Anonymous,
        ..of_kind(Kind::Whistleblowing, DESDM)
    };
    assert_eq!(only_of(whistle)[0].only, Some(INSPEKTORAT));
}
