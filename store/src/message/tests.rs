//! Messages, on both databases: everybody on a case reads the conversation, and only their own notes.

use domain::deed::Deed;
use domain::permit::{Actor, Role};

use super::*;
use crate::case::fixture::*;
use crate::tests::{Archive, both};

async fn read(store: &Archive, scope: Scope, key: CaseKey) -> Vec<Message> {
    let mut conn = store.read(scope).await.unwrap();
    all(&mut conn, scope, key).await.unwrap()
}

async fn words(store: &Archive, desk: AgencyId, key: CaseKey) -> Vec<String> {
    let messages = read(store, Scope::Agency(desk), key).await;
    messages.into_iter().map(|message| message.text).collect()
}

#[test]
fn messages_are_read_back_as_they_were_written() {
    both!(store => {
        with_desks(&store).await;
        let case = at_work(&store, 1).await;
        let handler = officer(A, Role::Handler);
        let question = act(&case, &handler, at(2), Deed::AskData { text: text("Kapan?") });
        let case = written(&store, question.clone()).await;
        let supplied = act(&case, &Actor::Reporter, at(3), Deed::Supply { text: text("Bulan lalu.") });
        let case = written(&store, supplied.clone()).await;
        let answer = act(&case, &handler, at(4), answering());
        let case = written(&store, answer.clone()).await;
        let written: Vec<_> = [question, supplied, answer].iter().flat_map(|change| change.messages().to_vec()).collect();
        assert_eq!(read(&store, Scope::Agency(A), case.key).await, written);
        assert_eq!(read(&store, Scope::Reporter(case.key), case.key).await, written);
    });
}

#[test]
fn a_note_is_its_own_desks_and_the_conversation_everybodys_on_the_case() {
    both!(store => {
        with_desks(&store).await;
        let case = at_work(&store, 1).await;
        let reply = |words: &str| Deed::Reply { text: text(words), pledge: None };
        let case = done(&store, &case, &admin(A), at(2), noting("note A")).await;
        let case = done(&store, &case, &admin(A), at(3), reply("reply A")).await;
        let case = done(&store, &case, &admin(A), at(4), offering(B)).await;
        assert_eq!(words(&store, A, case.key).await, ["note A", "reply A"]);
        assert_eq!(words(&store, B, case.key).await, ["reply A"]);
        assert_eq!(words(&store, PROVINCE, case.key).await, ["reply A"]);
        assert!(words(&store, STRANGER, case.key).await.is_empty());

        let case = done(&store, &case, &admin(B), at(5), Deed::Accept).await;
        let case = done(&store, &case, &admin(B), at(6), noting("note B")).await;
        let case = done(&store, &case, &admin(B), at(7), reply("reply B")).await;
        // A former holder keeps its own notes, and reads nothing of what is said.
        assert_eq!(words(&store, A, case.key).await, ["note A"]);
        assert_eq!(words(&store, B, case.key).await, ["reply A", "note B", "reply B"]);
        let of_reporter = read(&store, Scope::Reporter(case.key), case.key).await;
        assert_eq!(of_reporter.iter().map(|message| message.text.as_str()).collect::<Vec<_>>(), ["reply A", "reply B"]);
    });
}

#[test]
fn a_reporter_reads_the_messages_of_no_other_case() {
    both!(store => {
        with_desks(&store).await;
        let (first, second) = (at_work(&store, 1).await, at_work(&store, 2).await);
        let second = done(&store, &second, &Actor::Reporter, at(2), Deed::Supply { text: text("Tambahan.") }).await;
        assert!(read(&store, Scope::Reporter(first.key), second.key).await.is_empty());
        assert_eq!(read(&store, Scope::Reporter(second.key), second.key).await.len(), 1);
    });
}
