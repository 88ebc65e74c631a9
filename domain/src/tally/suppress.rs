//! Small cells of a public table, hidden so that nobody can work them out from the rest and the total.
//! Source: `docs/rules.md`, "Figures".

use super::summary::PUBLIC_CELL_MIN;
use crate::view::sinergi::PublicCell;

/// The least sum of hidden cells: two unknown whole numbers that make 4 have five possible values each.
const HIDDEN_SUM_MIN: i64 = 4;

/// The cells of one row of a table whose total everybody may know. Counts from 1 to 4 are hidden; where they could be
/// worked out from the total, the smallest of the other counts are hidden too.
#[must_use]
pub fn suppressed(counts: &[i64]) -> Vec<PublicCell> {
    let is_few = |count: i64| (1..PUBLIC_CELL_MIN).contains(&count);
    let mut cells: Vec<PublicCell> = counts
        .iter()
        .map(|count| {
            if is_few(*count) {
                PublicCell::Few
            } else {
                PublicCell::Shown(*count)
            }
        })
        .collect();
    let (mut many, mut sum) = counts
        .iter()
        .filter(|count| is_few(**count))
        .fold((0, 0), |(many, sum), count| (many + 1, sum + count));
    let mut others: Vec<(i64, usize)> = counts
        .iter()
        .enumerate()
        .filter(|(_, count)| **count >= PUBLIC_CELL_MIN)
        .map(|(place, count)| (*count, place))
        .collect();
    others.sort_unstable();
    for (count, place) in others {
        if many == 0 || (many >= 2 && sum >= HIDDEN_SUM_MIN) {
            break;
        }
        if let Some(cell) = cells.get_mut(place) {
            *cell = PublicCell::Hidden;
            (many, sum) = (many + 1, sum + count);
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_small_cell_takes_the_smallest_other_one_along() {
        assert_eq!(
            suppressed(&[12, 3, 7, 0]),
            [
                PublicCell::Shown(12),
                PublicCell::Few,
                PublicCell::Hidden,
                PublicCell::Shown(0)
            ]
        );
    }

    #[test]
    fn small_cells_that_hide_each_other_hide_no_more() {
        assert_eq!(
            suppressed(&[2, 2, 9]),
            [PublicCell::Few, PublicCell::Few, PublicCell::Shown(9)]
        );
        // One and one could only be 0 and 2, 1 and 1, 2 and 0.
        assert_eq!(
            suppressed(&[1, 1, 9]),
            [PublicCell::Few, PublicCell::Few, PublicCell::Hidden]
        );
    }

    proptest! {
        #[test]
        fn every_hidden_cell_has_at_least_five_possible_values(counts in prop::collection::vec(0_i64..12, 1..20)) {
            let cells = suppressed(&counts);
            let is_hidden = |cell: &PublicCell| !matches!(cell, PublicCell::Shown(_));
            let hidden: Vec<i64> = cells.iter().zip(&counts).filter(|(cell, _)| is_hidden(cell)).map(|(_, count)| *count).collect();
            // A total below five is not shown, and nothing can be worked out from it.
            let total: i64 = counts.iter().sum();
            if hidden.is_empty() || total < PUBLIC_CELL_MIN {
                return Ok(());
            }
            // Unknown whole numbers with a known sum: alone it is known, else it is anything from 0 to the sum.
            let values = if hidden.len() == 1 { 1 } else { hidden.iter().sum::<i64>() + 1 };
            prop_assert!(values >= 5, "{counts:?}: {cells:?}");
            for (cell, count) in cells.iter().zip(&counts) {
                prop_assert!(is_hidden(cell) || !(1..5).contains(count));
            }
        }
    }
}
