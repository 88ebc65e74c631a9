//! Files before the virus scanner: one that speaks as clamd does.

use domain::file::{FileProblem, FileState};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpListener,
};

use crate::{Scanner, Size, fixture::Office};

const PHOTO: &[u8] = include_bytes!("../../../files/src/tests/fixtures/photo.jpg");

/// A scanner that says one thing to each question, one after the other.
async fn scanner(says: &'static [&'static str]) -> (Scanner, tokio::task::JoinHandle<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let answering = tokio::spawn(async move {
        for answer in says {
            let (mut socket, _) = listener.accept().await.unwrap();
            let mut word = [0; 10];
            socket.read_exact(&mut word).await.unwrap();
            assert_eq!(&word, b"zINSTREAM\0");
            loop {
                let length = socket.read_u32().await.unwrap();
                if length == 0 {
                    break;
                }
                let mut piece = vec![0; usize::try_from(length).unwrap()];
                socket.read_exact(&mut piece).await.unwrap();
            }
            socket.write_all(answer.as_bytes()).await.unwrap();
        }
    });
    (Scanner::at(&format!("tcp://{address}")).unwrap(), answering)
}

#[tokio::test]
async fn a_file_with_a_virus_is_refused_and_one_that_nobody_could_judge_waits() {
    let (scanner, answering) = scanner(&[
        "stream: Eicar-Test-Signature FOUND\0",
        "INSTREAM size limit exceeded. ERROR\0",
        "stream: OK\0",
        "INSTREAM size limit exceeded. ERROR\0",
        "stream: Eicar-Test-Signature FOUND\0",
    ])
    .await;
    let office = Office::open_scanned(scanner).await;
    let infected = office.portal.uploads().whole(PHOTO.to_vec()).await.unwrap();
    assert_eq!(infected, Err(FileProblem::Infected));
    for (later, opens) in [(FileState::Clean, true), (FileState::Infected, false)] {
        let id = office.portal.uploads().whole(PHOTO.to_vec()).await.unwrap().unwrap();
        let receipt = office.file(&[("upload", &id.uuid().to_string())]).await;
        let state = async || office.seen_by_reporter(&receipt).await.facts.unwrap().files[0].state;
        let open = async || {
            let citizen = office.portal.citizen();
            citizen
                .open_file((&receipt.code, &receipt.secret), id, Size::Whole, None)
                .await
                .unwrap()
                .is_some()
        };
        assert_eq!((state().await, open().await), (FileState::Quarantined, false));
        assert_eq!(office.portal.sweep_files().await.unwrap(), 1);
        assert_eq!((state().await, open().await), (later, opens));
    }
    answering.await.unwrap();
}
