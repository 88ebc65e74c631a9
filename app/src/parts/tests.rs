//! What holds for parts as they leave the server.

use domain::view::choices::{Choice, ChoiceGroup};
use leptos::prelude::*;
use leptos_router::{components::Router, location::RequestUrl};

use super::*;
use crate::text::{Lang, words_for};

/// The part as the server writes it, in Indonesian.
fn drawn<V: IntoView + 'static>(part: impl FnOnce() -> V) -> String {
    let owner = Owner::new();
    owner.with(|| {
        provide_context(words_for(Lang::Id));
        part().into_view().to_html()
    })
}

#[test]
fn a_field_without_hint_or_error_points_to_nothing() {
    let html = drawn(|| view! { <TextInput name="place" label="Patokan"/> });
    assert!(html.contains(r#"<label for="place">"#), "{html}");
    assert!(!html.contains("aria-describedby"), "{html}");
    assert!(html.contains(" required"), "{html}");
}

#[test]
fn a_field_with_hint_and_error_points_to_both() {
    let html =
        drawn(|| view! { <TextInput name="nib" label="NIB" hint="13 angka." optional=true error="Anda menulis 8."/> });
    assert!(html.contains(r#"aria-describedby="nib-h nib-e""#), "{html}");
    assert!(
        html.contains(r#"id="nib-h""#) && html.contains(r#"id="nib-e""#),
        "{html}"
    );
    assert!(
        html.contains(r#"aria-invalid="true""#) && html.contains("field-bad"),
        "{html}"
    );
    assert!(html.contains("(boleh kosong)") && !html.contains(" required"), "{html}");
}

#[test]
fn typed_text_cannot_leave_its_control() {
    let typed = "\"></textarea></select><script>";
    let html = drawn(|| {
        view! {
            <TextInput name="a" label="A" value=typed/>
            <TextArea name="b" label="B" value=typed/>
            <Quote text=typed/>
        }
    });
    assert!(!html.contains("<script>"), "{html}");
    assert_eq!(html.matches("</textarea>").count(), 1, "{html}");
}

#[test]
fn a_list_keeps_what_was_chosen_and_its_headings() {
    let choice = |value: &str, label: &str| Choice {
        value: value.to_owned(),
        label: label.to_owned(),
    };
    let districts = ChoiceGroup {
        label: "Bulungan".to_owned(),
        choices: vec![choice("65.01.09", "Sekatak")],
    };
    let groups = vec![districts, ungrouped(vec![choice("x", "Lainnya")])];
    let html =
        drawn(|| view! { <Select name="district" label="Kecamatan" nothing="Pilih" chosen="65.01.09" groups=groups/> });
    assert!(html.contains(r#"<option value="">Pilih</option>"#), "{html}");
    assert!(
        html.contains(r#"<optgroup label="Bulungan"><option value="65.01.09" selected>"#),
        "{html}"
    );
}

#[test]
fn one_of_several_is_set_and_the_group_can_be_led_to() {
    let choices = || {
        vec![
            ChoiceCard::new("open", "Terbuka", "Catatan"),
            ChoiceCard::new("secret", "Rahasia", ""),
        ]
    };
    let html = drawn(|| view! { <Choices name="visibility" legend="Siapa?" choices=choices() chosen="secret"/> });
    assert!(html.contains(r#"<fieldset id="visibility" tabindex="-1""#), "{html}");
    assert!(
        html.contains(r#"value="secret" checked"#) && !html.contains(r#"value="open" checked"#),
        "{html}"
    );
}

#[test]
fn a_summary_leads_to_each_field_and_is_absent_while_nothing_is_wrong() {
    let none = drawn(|| view! { <ErrorSummary problems=Vec::new()/> });
    assert!(!none.contains("summary"), "{none}");
    let two = vec![
        ("body".to_owned(), "Ceritakan.".to_owned()),
        ("nib".to_owned(), "13 angka.".to_owned()),
    ];
    let html = drawn(|| view! { <ErrorSummary problems=two/> });
    assert!(
        html.contains("Ada 2 isian") && html.contains(r##"href="#body""##) && html.contains(r##"href="#nib""##),
        "{html}"
    );
    assert!(html.contains(r#"role="alert""#), "{html}");
}

#[test]
fn widths_stand_in_attributes_because_the_policy_refuses_inline_styles() {
    let html = drawn(|| {
        let spans = vec![
            Held {
                held_as: domain::view::HeldAs::Own,
                permille: 750,
            },
            Held {
                held_as: domain::view::HeldAs::Citizen,
                permille: 250,
            },
        ];
        view! {
            <Deadline title="Kamis" left="Sisa 7 hari kerja" ticks=ticks(14, 7, 1, 0)/>
            <HolderBar spans lines=Vec::new() summary="DPMPTSP 9, pelapor 3 jam kerja"/>
        }
    });
    assert!(!html.contains("style="), "{html}");
    assert!(html.contains(r#"<rect x="75.00%" width="24.65%""#), "{html}");
    assert_eq!(html.matches("class=\"past\"").count(), 7, "{html}");
}

#[test]
fn a_dialog_opens_and_closes_by_address_and_keeps_the_router_out() {
    let html = drawn(|| {
        provide_context(RequestUrl::new("/lacak"));
        view! {
          <Router>
            <DialogLink dialog="cabut" word="Cabut"/>
            <Dialog id="cabut" title="Cabut?"><form><DialogActs word="Cabut" kind=ButtonKind::Risk/></form></Dialog>
          </Router>
        }
    });
    assert!(html.contains(r##"href="#cabut" rel="external""##), "{html}");
    assert!(
        html.contains(r#"aria-labelledby="cabut-title""#) && html.contains(r#"<h2 id="cabut-title">"#),
        "{html}"
    );
    assert_eq!(html.matches(r##"href="#isi""##).count(), 2, "{html}");
}

#[test]
fn a_page_without_a_next_one_offers_none() {
    let html = drawn(|| view! { <Pages back=None on=Some("/meja?sesudah=x".to_owned())/> });
    assert!(
        html.contains(r#"role="link" aria-disabled="true""#) && html.contains(r#"href="/meja?sesudah=x""#),
        "{html}"
    );
}

#[test]
fn every_status_has_a_mark_and_only_an_end_without_doubt_is_green() {
    use domain::case::status::StatusCode;
    let green: Vec<_> = StatusCode::ALL
        .iter()
        .filter(|&&status| badge::mark(status).0 == Tone::Good)
        .collect();
    assert_eq!(green, [&StatusCode::Resolved]);
}
