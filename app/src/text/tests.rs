//! What holds for words in every language.

use super::*;

#[test]
fn words_survive_the_way_to_the_browser() {
    let bytes = postcard::to_allocvec(words_for(Lang::En)).unwrap();
    let words = read(bytes).unwrap();
    assert_eq!(words.common.skip, "Skip to content");
    assert_eq!(words.fault.stale, EN.fault.stale);
}

#[test]
fn bytes_that_are_not_words_give_nothing() {
    assert!(read(vec![0xff; 8]).is_none());
}

#[test]
fn a_sentence_is_filled_by_name_and_keeps_what_it_does_not_know() {
    assert_eq!(fill("{a} ke {b}: {c", &[("b", "DKP"), ("a", "DLH")]), "DLH ke DKP: {c");
    assert_eq!(fill("{x}", &[("a", "b")]), "{x}");
}

#[test]
fn both_languages_have_the_same_blanks() {
    for (id, en) in sentences(&ID).iter().zip(&sentences(&EN)) {
        assert_eq!(blanks(id), blanks(en), "{id:?} and {en:?}");
    }
}

#[test]
fn no_sentence_is_empty_or_shouts_or_begs() {
    for words in [&ID, &EN] {
        for sentence in sentences(words) {
            assert!(!sentence.trim().is_empty());
            let plain = sentence.replace("LAPOR!", "LAPOR");
            assert!(!plain.contains('!'), "{sentence}");
            let lower = sentence.to_lowercase();
            assert!(!lower.contains("mohon ") && !lower.contains("silakan"), "{sentence}");
        }
    }
}

/// Every sentence, in declared order, as the wire has them: a length and the text.
fn sentences(words: &Words) -> Vec<String> {
    let mut bytes = &*postcard::to_allocvec(words).unwrap();
    let mut found = Vec::new();
    while !bytes.is_empty() {
        let (sentence, rest) = postcard::take_from_bytes::<String>(bytes).unwrap();
        found.push(sentence);
        bytes = &*rest.to_vec().leak();
    }
    found
}

fn blanks(sentence: &str) -> Vec<&str> {
    let mut found: Vec<&str> = sentence
        .split('{')
        .skip(1)
        .filter_map(|part| part.split_once('}'))
        .map(|(name, _)| name)
        .collect();
    found.sort_unstable();
    found
}
