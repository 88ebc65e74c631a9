//! Every agency's figures, as a table.

use domain::view::sinergi::AgencyFigures;
use leptos::prelude::*;

use super::numbers::{basis, count, share, tenths};
use crate::{
    parts::{Define, TableRegion},
    text::use_text,
};

/// The table.
#[component]
pub(super) fn AgencyTable(
    /// Every agency with a figure, the most owed first.
    agencies: Vec<AgencyFigures>,
    /// All agencies together.
    province: AgencyFigures,
) -> impl IntoView {
    let words = use_text().sinergi;
    let rows = agencies.into_iter().map(|agency| {
        let name = agency.agency.short.clone();
        view! { <tr><th scope="row">{name}</th>{cells(&agency)}</tr> }
    });
    let all = cells(&province);
    view! {
        <section class="card flush w12" aria-labelledby="instansi">
            <div class="table-head">
                <h2 id="instansi">{words.per_agency}</h2>
                <p class="fine soft">{words.per_agency_text}</p>
            </div>
            <TableRegion label=words.per_agency_table>
                <table class="table table-tight">
                    <caption class="hide">{words.per_agency}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{words.agency}</th>
                            <th scope="col" class="num">{words.received_head}</th>
                            <th scope="col" class="num">{words.answered}</th>
                            <th scope="col" class="num">{words.open}</th>
                            <th scope="col" class="num">{words.late}</th>
                            <th scope="col" class="num">{words.first_response_head}</th>
                            <th scope="col" class="num">{words.resolution_head}</th>
                            <th scope="col" class="num">{words.on_time_head}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                    <tfoot><tr><th scope="row">{words.sum}</th>{all}</tr></tfoot>
                </table>
            </TableRegion>
            <Define summary=use_text().common.meaning text=words.per_agency_how/>
        </section>
    }
}

/// The figures of one line, without its name.
fn cells(agency: &AgencyFigures) -> impl IntoView + use<> {
    let basis = basis(agency.on_time);
    view! {
        <td class="num">{count(agency.received)}</td>
        <td class="num">{count(agency.answered)}</td>
        <td class="num">{count(agency.open)}</td>
        <td class="num">{count(agency.late)}</td>
        <td class="num">{tenths(agency.first_response_tenths)}</td>
        <td class="num">{tenths(agency.resolution_tenths)}</td>
        <td class="num">
            {share(agency.on_time)}
            {(!basis.is_empty()).then(|| view! { " "<span class="fine soft">{basis}</span> })}
        </td>
    }
}
