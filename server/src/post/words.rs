//! What a letter says, in the words of the pages.

use app::text::{Lang, fill, words_for};
use portal::{Letter, What};

/// A letter in words.
pub(super) struct Said {
    pub(super) title: String,
    pub(super) text: String,
}

/// Longer form, in both languages where the reader's is not known: an e-mail.
pub(super) fn long(letter: &Letter, site: &str) -> Said {
    let languages = letter.lang.map_or_else(|| Lang::ALL.to_vec(), |lang| vec![lang]);
    let title = title(letter, languages.first().copied().unwrap_or_default());
    let parts: Vec<String> = languages.into_iter().map(|lang| body(letter, site, lang)).collect();
    Said {
        title: title.to_owned(),
        text: parts.join("\n\n--\n\n"),
    }
}

/// Shortest form: a text message, in Indonesian where the reader's language is not known.
pub(super) fn short(letter: &Letter, site: &str) -> String {
    let words = words_for(letter.lang.unwrap_or_default()).letters;
    let link = format!("{site}{}", letter.path);
    format!(
        "{} {link}",
        told(letter, letter.lang.unwrap_or_default()).unwrap_or(words.news.to_owned())
    )
}

/// The one sentence of a notice.
pub(super) fn notice(letter: &Letter) -> Said {
    let lang = letter.lang.unwrap_or_default();
    Said {
        title: title(letter, lang).to_owned(),
        text: told(letter, lang).unwrap_or_default(),
    }
}

fn title(letter: &Letter, lang: Lang) -> &'static str {
    let words = words_for(lang).letters;
    match letter.what {
        What::News => words.news_title,
        What::Confirm => words.confirm_title,
        What::NewSecret => words.secret_title,
        What::SignIn => words.account_title,
    }
}

fn told(letter: &Letter, lang: Lang) -> Option<String> {
    let words = words_for(lang).letters;
    Some(match (letter.what, &letter.code) {
        (What::News, Some(code)) => fill(words.news_named, &[("code", code)]),
        (What::News, None) => words.news.to_owned(),
        (What::Confirm, _) => words.confirm.to_owned(),
        (What::NewSecret, _) => words.secret.to_owned(),
        (What::SignIn, _) => words.account.to_owned(),
    })
}

fn body(letter: &Letter, site: &str, lang: Lang) -> String {
    let words = words_for(lang).letters;
    let link = format!("{site}{}", letter.path);
    let told = told(letter, lang).unwrap_or_default();
    match letter.what {
        What::News => {
            let open = fill(words.open, &[("link", &link)]);
            format!("{told}\n\n{open}\n\n{}\n{}", words.open_note, words.stop)
        }
        What::Confirm => format!("{told}\n\n{link}\n\n{}", words.confirm_note),
        What::NewSecret => format!("{told}\n\n{link}\n\n{}", words.secret_note),
        What::SignIn => format!("{told}\n\n{link}\n\n{}", words.account_note),
    }
}
