//! Text → words: letters folded, chat spelling read as meant, words that carry nothing known.

use std::{
    collections::{HashMap, HashSet},
    sync::OnceLock,
};

/// Longer words are no words: they would only cost time.
const WORD_CHARS_MAX: usize = 40;
/// No more words of one text are read. A report has at most 5 000 characters.
const WORDS_MAX: usize = 1_200;

/// One word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// As it was written, in small letters.
    pub written: String,
    /// As it is meant: in plain letters, chat spelling spelt out.
    pub meant: String,
}

/// The words of `text`, in their order. Numbers are no words.
#[must_use]
pub fn read(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    for written in text
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|it| !it.is_empty())
    {
        let written = written.to_lowercase();
        let Some(plain) = plain(&written) else { continue };
        // "jalan-jalan" says no more than "jalan".
        if words.last().is_some_and(|last: &Word| last.meant == plain) {
            continue;
        }
        let meant = spelling().get(plain.as_str()).copied();
        for meant in meant.unwrap_or(&plain).split(' ') {
            let meant = meant.to_owned();
            words.push(Word {
                written: written.clone(),
                meant,
            });
        }
        if words.len() >= WORDS_MAX {
            break;
        }
    }
    words
}

/// Whether the word carries nothing about the matter.
#[must_use]
pub fn is_stop(meant: &str) -> bool {
    static STOP: OnceLock<HashSet<&str>> = OnceLock::new();
    let stop = STOP.get_or_init(|| {
        lines(include_str!("../words/stop.txt"))
            .flat_map(str::split_whitespace)
            .collect()
    });
    stop.contains(meant) || meant.chars().count() < 2
}

/// Words that make a name of an office of the next one: "dinas kesehatan" names who should act, not what is the matter.
const OFFICES: [&str; 4] = ["dinas", "kementerian", "biro", "balai"];

/// Joins the name of an office to one stem: `dinas`, `sehat` → `dinas+sehat`.
pub(crate) fn join_offices<T>(words: Vec<T>, stem: impl Fn(&mut T) -> &mut String, join: impl Fn(&mut T, T)) -> Vec<T> {
    let mut joined: Vec<T> = Vec::with_capacity(words.len());
    for mut word in words {
        let is_office = joined
            .last_mut()
            .is_some_and(|last| OFFICES.contains(&stem(last).as_str()));
        match joined.last_mut().filter(|_| is_office && !is_faint(stem(&mut word))) {
            Some(office) => {
                let whole = format!("{}+{}", stem(office), stem(&mut word));
                *stem(office) = whole;
                join(office, word);
            }
            None => joined.push(word),
        }
    }
    joined
}

/// Whether people use the stem about every matter.
pub(crate) fn is_faint(stem: &str) -> bool {
    static FAINT: OnceLock<HashSet<&str>> = OnceLock::new();
    let faint = FAINT.get_or_init(|| {
        lines(include_str!("../words/faint.txt"))
            .flat_map(str::split_whitespace)
            .collect()
    });
    faint.contains(stem)
}

/// Latin letters without marks, no letter three times in a row, no figure 2 for a doubled word. None for a number.
fn plain(written: &str) -> Option<String> {
    if !written.chars().any(char::is_alphabetic) || written.chars().count() > WORD_CHARS_MAX {
        return None;
    }
    let mut plain = String::with_capacity(written.len());
    let (mut last, mut run) = ('\0', 0_u8);
    for sign in written.chars().map(folded) {
        run = if sign == last { run.saturating_add(1) } else { 1 };
        last = sign;
        if run < 3 {
            plain.push(sign);
        } else if run == 3 {
            // "rusaaaak" is "rusak": the second of the run goes as well.
            plain.pop();
        }
    }
    if plain.len() > 3 && plain.ends_with('2') && !plain.starts_with(|sign: char| sign.is_ascii_digit()) {
        plain.pop();
    }
    Some(plain)
}

fn folded(sign: char) -> char {
    match sign {
        'à' | 'á' | 'â' | 'ä' | 'ã' | 'å' => 'a',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ò' | 'ó' | 'ô' | 'ö' | 'õ' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        _ => sign,
    }
}

/// Written → meant.
fn spelling() -> &'static HashMap<&'static str, &'static str> {
    static SPELLING: OnceLock<HashMap<&str, &str>> = OnceLock::new();
    SPELLING.get_or_init(|| {
        lines(include_str!("../words/spelling.txt"))
            .filter_map(|line| line.split_once('='))
            .map(|(written, meant)| (written.trim(), meant.trim()))
            .collect()
    })
}

/// The lines of a list, without its remarks.
pub(crate) fn lines(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(text: &str) -> Vec<String> {
        read(text).into_iter().map(|word| word.meant).collect()
    }

    #[test]
    fn chat_spelling_is_read_as_meant() {
        assert_eq!(
            meant("jln yg rsak blm diperbaiki"),
            ["jalan", "yang", "rusak", "belum", "diperbaiki"]
        );
        assert_eq!(meant("RS lagi penuh"), ["rumah", "sakit", "lagi", "penuh"]);
    }

    #[test]
    fn doubled_words_and_letters_are_read_once() {
        assert_eq!(meant("anak-anak anak2 rusaaaak"), ["anak", "rusak"]);
        assert_eq!(meant("maaf"), ["maaf"]);
    }

    #[test]
    fn numbers_are_no_words_but_names_with_figures_are() {
        assert_eq!(meant("tanggal 12 k3 b3"), ["tanggal", "k3", "b3"]);
    }

    #[test]
    fn an_endless_word_and_an_endless_text_cost_little() {
        assert!(read(&"a".repeat(5_000)).is_empty());
        assert!(read(&"kata lain ".repeat(5_000)).len() <= WORDS_MAX + 3);
    }
}
