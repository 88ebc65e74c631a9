//! Where ribbons and labels of the graph stand. Pure arithmetic in tenths of a pixel: printing floats costs the
//! browser's program more than the whole graph.

use domain::view::sinergi::{AgencyFigures, PairFigures};

/// Height of all ribbons of a side together. Unit: tenths of a pixel.
const RIBBONS: i64 = 3_300;
/// Thinnest ribbon.
const RIBBON_MIN: i64 = 15;
/// A label has two lines; a node never takes less.
const LABEL: i64 = 340;
/// Air between two nodes.
const GAP: i64 = 80;
/// Room for the words over the columns.
const TOP: i64 = 220;

/// An agency at one side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Node {
    /// Code of the agency.
    code: String,
    /// Short name.
    pub(super) name: String,
    /// Working hours: at the left of its ribbons, at the right all that it owes.
    pub(super) hours: i64,
    /// Upper edge.
    pub(super) top: i64,
    /// Height.
    pub(super) height: i64,
}

/// From who waits, at the left, to who is waited for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Ribbon {
    /// Place of its left node.
    pub(super) from: usize,
    /// Place of its right node; 0 is the one that is waited for the most.
    pub(super) to: usize,
    /// Working hours.
    pub(super) hours: i64,
    /// Upper edge at the left.
    pub(super) left: i64,
    /// Upper edge at the right.
    pub(super) right: i64,
    /// Thickness.
    pub(super) thick: i64,
}

/// The graph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Layout {
    /// Who waits, the most first.
    pub(super) left: Vec<Node>,
    /// Who is waited for, the most first.
    pub(super) right: Vec<Node>,
    /// The ribbons.
    pub(super) ribbons: Vec<Ribbon>,
    /// Height of the whole.
    pub(super) height: i64,
}

impl Layout {
    /// Lays out pairs that wait; `agencies` stand with the most owed first.
    pub(super) fn of(pairs: &[&PairFigures], agencies: &[AgencyFigures]) -> Self {
        let all: i64 = pairs.iter().map(|pair| pair.owed_hours).sum();
        let thick = |pair: &PairFigures| (pair.owed_hours * RIBBONS / all.max(1)).max(RIBBON_MIN);
        let mut left = Vec::new();
        let mut right = Vec::new();
        for pair in pairs {
            add(
                &mut left,
                &pair.from.code,
                &pair.from.short,
                pair.owed_hours,
                thick(pair),
            );
            add(&mut right, &pair.to.code, &pair.to.short, pair.owed_hours, thick(pair));
        }
        let rank = |node: &Node| agencies.iter().position(|known| known.agency.code == node.code);
        left.sort_by(|a: &Node, b| b.height.cmp(&a.height).then_with(|| a.name.cmp(&b.name)));
        right.sort_by_key(|node| rank(node).unwrap_or(agencies.len()));
        for node in &mut right {
            node.hours = rank(node)
                .and_then(|at| agencies.get(at))
                .map_or(node.hours, |owing| owing.owed_hours);
        }
        let tallest = stack(&mut left).max(stack(&mut right));
        centre(&mut left, tallest);
        centre(&mut right, tallest);
        let place = |nodes: &[Node], code: &str| nodes.iter().position(|node| node.code == code).unwrap_or(0);
        let mut ribbons: Vec<Ribbon> = pairs
            .iter()
            .map(|pair| Ribbon {
                from: place(&left, &pair.from.code),
                to: place(&right, &pair.to.code),
                hours: pair.owed_hours,
                left: 0,
                right: 0,
                thick: thick(pair),
            })
            .collect();
        ribbons.sort_by_key(|ribbon| (ribbon.to, ribbon.from));
        attach(&mut ribbons, &right, |ribbon| ribbon.to, |ribbon, at| ribbon.right = at);
        ribbons.sort_by_key(|ribbon| (ribbon.from, ribbon.to));
        attach(&mut ribbons, &left, |ribbon| ribbon.from, |ribbon, at| ribbon.left = at);
        Self {
            left,
            right,
            ribbons,
            height: TOP + tallest,
        }
    }
}

fn add(nodes: &mut Vec<Node>, code: &str, name: &str, hours: i64, thick: i64) {
    if let Some(node) = nodes.iter_mut().find(|node| node.code == code) {
        node.hours += hours;
        node.height += thick;
    } else {
        nodes.push(Node {
            code: code.to_owned(),
            name: name.to_owned(),
            hours,
            top: 0,
            height: thick,
        });
    }
}

/// Puts the nodes one below the other; how high they stand together.
fn stack(nodes: &mut [Node]) -> i64 {
    let mut at = TOP;
    for node in nodes {
        let slot = node.height.max(LABEL);
        node.top = at + (slot - node.height) / 2;
        at += slot + GAP;
    }
    at - TOP - GAP
}

fn centre(nodes: &mut [Node], tallest: i64) {
    let bottom = nodes
        .last()
        .map_or(TOP, |last| last.top + (last.height + last.height.max(LABEL)) / 2);
    let shift = (TOP + tallest - bottom) / 2;
    nodes.iter_mut().for_each(|node| node.top += shift);
}

/// Gives each ribbon its place at its node, in the order in which they come.
fn attach(ribbons: &mut [Ribbon], nodes: &[Node], node_of: fn(&Ribbon) -> usize, put: fn(&mut Ribbon, i64)) {
    let mut free: Vec<i64> = nodes.iter().map(|node| node.top).collect();
    for ribbon in ribbons {
        if let Some(at) = free.get_mut(node_of(ribbon)) {
            put(ribbon, *at);
            *at += ribbon.thick;
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::view::directory::AgencyName;

    use super::*;

    fn owing(code: &str, owed_hours: i64) -> AgencyFigures {
        AgencyFigures {
            agency: AgencyName {
                code: code.into(),
                short: code.into(),
                name: code.into(),
            },
            received: 0,
            answered: 0,
            open: 0,
            late: 0,
            first_response_tenths: None,
            resolution_tenths: None,
            on_time: (0, 0),
            owed_hours,
            owed_tasks: 1,
        }
    }

    fn pair(from: &str, to: &str, owed_hours: i64) -> PairFigures {
        let agency = |code: &str| AgencyName {
            code: code.into(),
            short: code.into(),
            name: code.into(),
        };
        PairFigures {
            from: agency(from),
            to: agency(to),
            offered: 0,
            accepted: 0,
            declined: 0,
            expired: 0,
            accept_minutes: None,
            waiting: 1,
            owed_hours,
        }
    }

    /// With the hours that each right agency owes, the most first.
    fn laid_out(pairs: &[PairFigures], owed: &[(&str, i64)]) -> Layout {
        let agencies: Vec<_> = owed.iter().map(|(code, hours)| owing(code, *hours)).collect();
        Layout::of(&pairs.iter().collect::<Vec<_>>(), &agencies)
    }

    #[test]
    fn the_agency_that_is_waited_for_the_most_stands_first_with_the_hours_of_all_who_wait() {
        let pairs = [pair("A", "X", 60), pair("A", "Y", 100), pair("B", "X", 50)];
        let layout = laid_out(&pairs, &[("X", 111), ("Y", 100)]);
        let right: Vec<_> = layout
            .right
            .iter()
            .map(|node| (node.name.as_str(), node.hours))
            .collect();
        assert_eq!(right, [("X", 111), ("Y", 100)]);
    }

    #[test]
    fn ribbons_fill_their_nodes_without_gap_or_overlap() {
        let pairs = [
            pair("A", "X", 60),
            pair("A", "Y", 100),
            pair("B", "X", 50),
            pair("C", "Y", 0),
        ];
        let layout = laid_out(&pairs, &[("X", 110), ("Y", 100)]);
        for (at, node) in layout.right.iter().enumerate() {
            let mut spans: Vec<_> = layout
                .ribbons
                .iter()
                .filter(|ribbon| ribbon.to == at)
                .map(|ribbon| (ribbon.right, ribbon.thick))
                .collect();
            spans.sort_unstable();
            let end = spans.iter().fold(node.top, |end, (from, thick)| {
                assert_eq!(*from, end);
                end + thick
            });
            assert_eq!(end, node.top + node.height);
        }
    }

    #[test]
    fn labels_of_small_nodes_do_not_touch() {
        let pairs = [
            pair("A", "X", 900),
            pair("B", "Y", 1),
            pair("C", "Z", 1),
            pair("D", "Z", 0),
        ];
        let layout = laid_out(&pairs, &[("X", 900), ("Y", 1), ("Z", 1)]);
        for nodes in [&layout.left, &layout.right] {
            let centres: Vec<_> = nodes.iter().map(|node| node.top + node.height / 2).collect();
            assert!(centres.windows(2).all(|two| two[1] - two[0] >= LABEL));
        }
        assert!(
            layout
                .left
                .iter()
                .chain(&layout.right)
                .all(|node| node.top >= TOP && node.top + node.height <= layout.height)
        );
    }
}
