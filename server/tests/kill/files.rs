//! A photo that was taken is never lost: the server is killed while people send photos and file reports with them.

use std::{collections::BTreeMap, sync::mpsc, thread};

use crate::{
    citizen::{self, Receipt},
    house::House,
};

const PHOTO: &[u8] = include_bytes!("../../../files/src/tests/fixtures/photo.jpg");
/// A photo is sent in as many pieces. Unit: bytes.
const PIECE_BYTES: usize = 700;
/// People who send a photo and a report at the same moment.
const AT_ONCE: usize = 40;

/// Person `number`'s key of the form, and id of the photo.
fn names(number: usize) -> (String, String) {
    (
        format!("filing-{number}"),
        format!("019ab000-0000-7000-8000-{number:012}"),
    )
}

/// Everybody without a receipt sends photo and report, from where they were; `told` hears of each photo and receipt.
fn send(house: &House, people: &[usize], mut told: impl FnMut(usize)) -> Vec<(usize, Receipt)> {
    let (hand_in, answers) = mpsc::channel();
    thread::scope(|scope| {
        for &number in people {
            let hand_in = hand_in.clone();
            scope.spawn(move || {
                let (key, id) = names(number);
                // Whoever has filed already, and heard nothing of it, is told by the form; the photo is then no more.
                if let Some(receipt) = citizen::upload(house.port, number, &id, PHOTO, PIECE_BYTES)
                    .inspect(|()| hand_in.send(None).unwrap())
                    .and_then(|()| citizen::file_with(house.port, number, &key, &id))
                {
                    hand_in.send(Some((number, receipt))).unwrap();
                }
            });
        }
        drop(hand_in);
        let mut got = Vec::new();
        for (count, answer) in (1..).zip(answers) {
            got.extend(answer);
            told(count);
        }
        got
    })
}

#[test]
fn a_kill_between_photo_and_report_leaves_no_report_without_its_photo() {
    let house = House::open();
    let mut receipts: BTreeMap<usize, Receipt> = BTreeMap::new();
    // Killed while photos arrive, while the first reports are filed, and while the last ones are.
    for kill_after in [5, AT_ONCE / 2, AT_ONCE, AT_ONCE + AT_ONCE / 2] {
        let open: Vec<usize> = (0..AT_ONCE).filter(|number| !receipts.contains_key(number)).collect();
        let mut server = house.start();
        let got = send(&house, &open, |count| {
            if count == kill_after.min(open.len()) {
                server.kill();
            }
        });
        receipts.extend(got);
    }
    let server = house.start();
    let open: Vec<usize> = (0..AT_ONCE).filter(|number| !receipts.contains_key(number)).collect();
    receipts.extend(send(&house, &open, |_| {}));
    assert_eq!(receipts.len(), AT_ONCE, "everybody has a receipt");
    for (number, receipt) in &receipts {
        let (_, id) = names(*number);
        let status = citizen::open_file(house.port, *number, receipt, &id);
        assert_eq!(status, "HTTP/1.1 200 OK", "{} has its photo", receipt.code);
    }
    drop(server);
}
