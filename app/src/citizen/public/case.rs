//! `/laporan/{code}`: a published case.

use domain::view::{
    directory::first_words,
    public::{PublicCaseView, PublicResponseView},
};
use leptos::{nonce::use_nonce, prelude::*};
use leptos_router::hooks::use_params_map;

use super::{
    super::{
        case::initials,
        view::{Shown, use_view},
    },
    Shared, left,
    row::State,
};
use crate::{
    parts::{
        Button, ButtonKind, Card, Crumbs, Deadline, Facts, Glyph, Moment, Partner, Partners, Place, PublicFrame, Quote,
        Said, Talk, Timeline, Tone, Voice, badge::mark,
    },
    text::{Words, fill, use_text},
};

/// A published case.
#[component]
pub fn PublicCasePage() -> impl IntoView {
    let params = use_params_map();
    let case =
        use_view::<PublicCaseView>(move || format!("/laporan/{}", params.read().get("code").unwrap_or_default()));
    view! {
        <PublicFrame here=Place::Public>
            <Shown view=case draw=|case| view! { <Case case/> }/>
        </PublicFrame>
    }
}

#[component]
fn Case(
    /// What was read.
    case: PublicCaseView,
) -> impl IntoView {
    let words = use_text();
    let public = words.public;
    let trail = vec![
        ("/".to_owned(), words.common.home.to_owned()),
        ("/laporan".to_owned(), public.title.to_owned()),
    ];
    let row = case.row.clone();
    let feed = format!("/laporan/{}/umpan.atom", row.code);
    view! {
        <Shared url=case.url.clone() title=row.title.clone() description=first_words(&case.text) feed=feed.clone() article=true/>
        <Crumbs trail here=row.title.clone()/>
        <div class="headline">
            <div>
                <State row=row.clone()/>
                <h1>{row.title.clone()}</h1>
                <p class="soft">{format!("{} · {}", row.place, fill(public.received, &[("date", &row.received.long)]))}</p>
            </div>
        </div>
        <div class="split">
            <article class="stack stack-l">
                <Quote text=case.text.clone()/>
                <p class="fine soft">{public.edited}</p>
                <Photos case=case.clone()/>
                <Response response=case.response.clone()/>
                <Support case=case.clone()/>
                <History case=case.clone()/>
            </article>
            <aside class="stack stack-l" aria-label=public.about>
                <Limit case=case.clone()/>
                <Agencies case=case.clone()/>
                <About case=case.clone()/>
                <Card id="ikuti" title=public.follow_case>
                    <p class="fine soft">{public.follow_text}</p>
                    <p><a href=feed rel="external">{public.follow}</a></p>
                </Card>
            </aside>
        </div>
        <script type="application/ld+json" nonce=use_nonce() inner_html=case.data></script>
    }
    .into_any()
}

/// Smaller pictures of the photos that the officer chose. Each opens by itself.
#[component]
fn Photos(
    /// The case.
    case: PublicCaseView,
) -> impl IntoView {
    let public = use_text().public;
    let of = case.photos.len().to_string();
    if case.photos.is_empty() {
        return None;
    }
    let pictures = case.photos.into_iter().zip(1..).map(|(id, place)| {
        let address = format!("/laporan/{}/foto/{id}", case.row.code);
        let href = address.clone();
        let alt = fill(public.photo, &[("n", &i32::to_string(&place)), ("of", &of)]);
        view! {
            <li>
                <a href=href rel="external"><img src=address alt=alt loading="lazy" decoding="async"/></a>
            </li>
        }
    });
    Some(
        view! {
            <section class="stack" aria-labelledby="foto">
                <h2 id="foto">{public.photos}</h2>
                <ul class="photos">{pictures.collect_view()}</ul>
            </section>
        }
        .into_any(),
    )
}

#[component]
fn Response(
    /// The answer in words for everybody.
    response: Option<PublicResponseView>,
) -> impl IntoView {
    let public = use_text().public;
    let said = match response {
        Some(response) => {
            let said = Said {
                voice: Voice::Agency,
                name: response.by.short.clone(),
                unit: String::new(),
                initials: initials(&response.by.short),
                at: response.at.iso,
                when: response.at.long,
                text: response.text,
                files: Vec::new(),
            };
            view! { <Talk said=vec![said] at=String::new()/> }.into_any()
        }
        None => view! { <p class="soft">{public.response_none}</p> }.into_any(),
    };
    view! {
        <section class="stack" aria-labelledby="tanggapan">
            <h2 id="tanggapan">{public.response}</h2>
            {said}
        </section>
    }
    .into_any()
}

/// One voice for each browser. The form posts to the page's own address.
#[component]
fn Support(
    /// The case.
    case: PublicCaseView,
) -> impl IntoView {
    let public = use_text().public;
    let said = if case.row.supports == 0 {
        public.supports_none.to_owned()
    } else {
        fill(public.supports, &[("n", &case.row.supports.to_string())])
    };
    let (text, act, word, kind) = if case.is_supported {
        (public.supported, UNSUPPORT, public.unsupport, ButtonKind::Usual)
    } else {
        (public.support_text, SUPPORT, public.support, ButtonKind::Main)
    };
    view! {
        <section class="card row row-ends" aria-labelledby="dukung">
            <div>
                <h2 id="dukung" tabindex="-1">{said}</h2>
                <p class="fine soft">{text}</p>
            </div>
            <form method="post" action=format!("/laporan/{}", case.row.code)>
                <Button word=word glyph=Glyph::Support kind name="act" value=act/>
            </form>
        </section>
    }
    .into_any()
}

/// What the form asks for: a voice.
pub const SUPPORT: &str = "support";
/// What the form asks for: to take it back.
pub const UNSUPPORT: &str = "unsupport";

#[component]
fn History(
    /// The case.
    case: PublicCaseView,
) -> impl IntoView {
    let words = use_text();
    let mut moments: Vec<Moment> = case
        .steps
        .iter()
        .map(|step| Moment {
            mark: Some(mark(step.status)),
            title: fill(words.public_steps.of(step.status), &[("agency", &step.holder.short)]),
            note: String::new(),
            when: step.at.short.clone(),
            at: step.at.iso.clone(),
        })
        .collect();
    moments.push(Moment {
        mark: Some((Tone::Good, Glyph::Check)),
        title: words.history.file.to_owned(),
        note: String::new(),
        when: case.row.received.short.clone(),
        at: case.row.received.iso,
    });
    view! { <Card id="perjalanan" title=words.public.history><Timeline moments/></Card> }.into_any()
}

#[component]
fn Limit(
    /// The case.
    case: PublicCaseView,
) -> impl IntoView {
    let words = use_text();
    case.row.due.map(|due| {
        let tone = if due.is_late {
            Tone::Late
        } else if due.is_paused || due.days_left <= 2 {
            Tone::Wait
        } else {
            Tone::Plain
        };
        view! {
            <section class="card stack" aria-labelledby="batas">
                <h2 id="batas">{words.public.deadline}</h2>
                <Deadline title=due.due.long.clone() left=left(&due, words) tone ticks=Vec::new()/>
            </section>
        }
        .into_any()
    })
}

#[component]
fn Agencies(
    /// The case.
    case: PublicCaseView,
) -> impl IntoView {
    let words = use_text();
    let partners = partners(&case, words);
    view! {
        <Card id="instansi" title=words.public.holder>
            <Partners partners/>
            <p class="fine"><a href=format!("/instansi/{}", case.row.holder.code)>{words.public.promises}": "{case.row.holder.short}</a></p>
        </Card>
    }
    .into_any()
}

fn partners(case: &PublicCaseView, words: &Words) -> Vec<Partner> {
    let public = words.public;
    let (tone, glyph) = mark(case.row.status);
    let lead = Partner {
        initials: initials(&case.row.holder.short),
        name: case.row.holder.short.clone(),
        part: public.lead_agency.to_owned(),
        task: String::new(),
        state: (tone, glyph, words.public_status.of(case.row.status).to_owned()),
    };
    let helping = case.partners.iter().map(|(agency, is_done)| Partner {
        initials: initials(&agency.short),
        name: agency.short.clone(),
        part: public.partner.to_owned(),
        task: String::new(),
        state: if *is_done {
            (Tone::Good, Glyph::Done, public.partner_done.to_owned())
        } else {
            (Tone::Info, Glyph::Joint, public.partner_works.to_owned())
        },
    });
    std::iter::once(lead).chain(helping).collect()
}

#[component]
fn About(
    /// The case.
    case: PublicCaseView,
) -> impl IntoView {
    let words = use_text();
    let public = words.public;
    let subject = case.subject.map(|subject| words.subjects.of(subject).to_owned());
    let point = case.point.as_ref().map_or_else(String::new, |point| {
        fill(words.spot.about, &[("point", &point.to_string())])
    });
    let facts = vec![
        (public.kind, words.kinds.of(case.kind).to_owned()),
        (public.service, case.service.unwrap_or_default()),
        (public.subject, subject.unwrap_or_default()),
        (public.place, case.row.place),
        (words.spot.title, point),
        (public.code, case.row.code),
    ];
    view! { <Card id="tentang" title=public.about><Facts facts/></Card> }.into_any()
}
