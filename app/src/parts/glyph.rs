//! The drawings of the sprite `public/icons.svg`.

use leptos::prelude::*;

/// Declares the drawings: the member, its id in the sprite, what it stands for.
macro_rules! glyphs {
    ($($(#[$doc:meta])* $glyph:ident = $id:literal,)+) => {
        /// A drawing of the sprite.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Glyph { $($(#[$doc])* $glyph,)+ }

        impl Glyph {
            /// Every drawing.
            pub const ALL: &'static [Self] = &[$(Self::$glyph),+];

            /// The address of the drawing in the sprite.
            #[must_use]
            pub const fn href(self) -> &'static str {
                match self { $(Self::$glyph => concat!("/icons.svg#", $id),)+ }
            }
        }
    };
}

glyphs! {
    /// File a report.
    Write = "lapor",
    /// Search, track.
    Find = "lacak",
    /// A list or queue.
    List = "daftar",
    /// A place.
    Place = "lokasi",
    /// A file.
    Attachment = "lampiran",
    /// Time that runs.
    Clock = "jam",
    /// A date.
    Calendar = "kalender",
    /// It happened.
    Check = "centang",
    /// It is finished.
    Done = "selesai",
    /// Close, turn down.
    Cross = "silang",
    /// Late, or wrong.
    Warn = "awas",
    /// Good to know.
    Info = "info",
    /// A question, a definition.
    Question = "tanya",
    /// Send.
    Send = "kirim",
    /// Onwards.
    On = "maju",
    /// Back.
    Back = "mundur",
    /// More below.
    Open = "bawah",
    /// More than before.
    Up = "naik",
    /// Less than before.
    Down = "turun",
    /// From one agency to another.
    Handoff = "alih",
    /// Agencies together.
    Joint = "muara",
    /// A dated promise.
    Promise = "janji",
    /// A person.
    Person = "orang",
    /// Sign-in.
    Key = "kunci",
    /// Not shown.
    Hidden = "samar",
    /// Shown.
    Eye = "mata",
    /// Download.
    Download = "unduh",
    /// Print.
    Print = "cetak",
    /// An agency, the province.
    Office = "gedung",
    /// Narrow a list.
    Filter = "saring",
    /// Words of a person.
    Message = "pesan",
    /// An internal note.
    Note = "catatan",
    /// News.
    Bell = "lonceng",
    /// A clock stands still.
    Pause = "jeda",
    /// Once more.
    Again = "ulang",
    /// Numbers.
    Figures = "angka",
    /// The same happens to me.
    Support = "dukung",
    /// Call.
    Phone = "telepon",
}

/// One drawing, as large as the text beside it. Decorative: a word always stands with it.
#[component]
pub fn Icon(
    /// The drawing.
    glyph: Glyph,
) -> impl IntoView {
    view! { <svg class="icon" aria-hidden="true"><use href=glyph.href()></use></svg> }
}

#[cfg(test)]
mod tests {
    use super::Glyph;

    #[test]
    fn every_drawing_stands_in_the_sprite() {
        let sprite = include_str!("../../../public/icons.svg");
        for glyph in Glyph::ALL {
            let id = glyph.href().trim_start_matches("/icons.svg#");
            assert!(sprite.contains(&format!("<symbol id=\"{id}\" ")), "{id}");
        }
    }
}
