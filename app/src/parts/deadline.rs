//! A deadline: its date, what is left of it, and its working days as ticks.

use leptos::either::Either;
use leptos::prelude::*;

use super::Tone;

/// One working day of a deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tick {
    /// It has passed.
    Past,
    /// The clock stood still.
    Paused,
    /// It passed after the limit.
    Over,
    /// It is still to come.
    Ahead,
}

impl Tick {
    const fn class(self) -> Option<&'static str> {
        match self {
            Self::Past => Some("past"),
            Self::Paused => Some("paused"),
            Self::Over => Some("over"),
            Self::Ahead => None,
        }
    }
}

/// Most ticks drawn past the limit. More would only make them too thin; the words say how many days it is.
const OVER_MAX: usize = 15;

/// The ticks of a limit of `days` working days, of which `day` have passed, `paused` stood still and `late` are over.
#[must_use]
pub fn ticks(days: u16, day: u32, paused: u16, late: u32) -> Vec<Tick> {
    let days = usize::from(days);
    let past = usize::try_from(day).unwrap_or(days).min(days);
    let over = usize::try_from(late).unwrap_or(OVER_MAX).min(OVER_MAX);
    let mut ticks = vec![Tick::Past; past];
    ticks.extend(vec![Tick::Paused; usize::from(paused)]);
    ticks.extend(vec![Tick::Ahead; days - past]);
    ticks.extend(vec![Tick::Over; over]);
    ticks
}

/// Hundredths of a per cent as an SVG length. Whole numbers: printing floats costs the browser's program 14 kB.
pub(super) fn per_cent(hundredths: usize) -> String {
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

/// Air between two ticks, in hundredths of a per cent.
const GAP: usize = 80;

/// A deadline. The ticks only repeat what `left` and `note` say in words.
#[component]
pub fn Deadline(
    /// What is due, and on which date.
    #[prop(into)]
    title: String,
    /// Id that makes the title a heading.
    #[prop(optional)]
    heading_id: Option<&'static str>,
    /// "Sisa 7 hari kerja", "Lewat 5 hari kerja".
    #[prop(into)]
    left: String,
    /// [`Tone::Wait`] when nearly due, [`Tone::Late`] when past.
    #[prop(optional)]
    tone: Tone,
    /// The working days of the limit, pauses and lateness among them.
    ticks: Vec<Tick>,
    /// How the days are counted, pauses named.
    #[prop(optional, into)]
    note: String,
) -> impl IntoView {
    let pitch = 10_000 / ticks.len().max(1);
    let width = per_cent(pitch.saturating_sub(GAP).max(GAP / 2));
    let drawn = (!ticks.is_empty()).then(|| {
        let rects = ticks.into_iter().enumerate().map(|(at, tick)| {
            let x = per_cent(GAP / 2 + at * pitch);
            view! { <rect class=tick.class() x=x width=width.clone() y="1" height="10" rx="2"></rect> }
        });
        view! { <svg class="ticks" aria-hidden="true" width="100%" height="12">{rects.collect_view()}</svg> }
    });
    let title = match heading_id {
        Some(id) => Either::Left(view! { <h2 id=id>{title}</h2> }),
        None => Either::Right(view! { <span>{title}</span> }),
    };
    view! {
        <div class=format!("deadline {}", tone.class())>
            <div class="said">{title}<span class="left">{left}</span></div>
            {drawn}
            {(!note.is_empty()).then(|| view! { <p class="fine soft">{note}</p> })}
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::{Tick, per_cent, ticks};

    #[test]
    fn a_paused_limit_shows_its_pause_between_what_passed_and_what_is_left() {
        let drawn = ticks(3, 1, 2, 0);
        assert_eq!(
            drawn,
            [Tick::Past, Tick::Paused, Tick::Paused, Tick::Ahead, Tick::Ahead]
        );
    }

    #[test]
    fn a_limit_long_past_stays_readable() {
        assert_eq!(ticks(5, 205, 0, 200).len(), 20);
    }

    #[test]
    fn lengths_are_written_with_two_places() {
        assert_eq!(per_cent(40), "0.40%");
        assert_eq!(per_cent(706), "7.06%");
        assert_eq!(per_cent(10_000), "100.00%");
    }
}
