//! In how many indicators of an index an area is among the worst (METHODS.md section 6).
//!
//! In: an index that has been reckoned, and its indicators as they entered it. Out: per period and area of its
//! level, the indicators of which it is in the worst quarter, and how many are known there. Weights have no say:
//! this is a count.
//!
//! Each indicator is looked at on its own, by its `good` end, among the areas that may have a score and of which
//! it is known: with the reading that counts for the period, shrunk, divided and treated as the definition asks,
//! but not where a rule filled a gap. Of other indices in it, what was counted there is added.

use std::collections::BTreeMap;

use serde::Serialize;

use rayon::prelude::*;

use crate::index::entry::Read;
use crate::index::{Carried, Index, Outcome};
use crate::model::atlas::{IndicatorId, Period};

/// What a bottom count is told in on maps: fewer than 2, 2 to 4, 5 to 9, 10 to 14, 15 or more. A count equal
/// to one of these is in the class above it.
pub const BREAKS: [usize; 4] = [2, 5, 10, 15];

/// Of one area in one period.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Bottom {
    /// Those of which it is among the worst quarter, by id.
    pub worst: Vec<IndicatorId>,
    /// How many of the indicators of the index are known there.
    pub known: usize,
    /// Those of `worst` whose reading is of an earlier period, by id.
    pub carried: Vec<Carried>,
}

/// By period and by the area's place in its level; absent for areas that may have no score.
pub type Bottoms = BTreeMap<Period, Vec<Option<Bottom>>>;

/// An indicator as it entered an index, by cell: all areas of the level, period after period.
#[derive(Clone, Copy, Debug)]
pub struct Entered<'a> {
    pub indicator: IndicatorId,
    /// In the direction of the index.
    pub values: &'a [f64],
    pub read: &'a [Read],
}

/// Of an index whose results are known; each indicator stands once in `entered`. `others` are the indices that it
/// is made of.
pub fn bottoms(index: &Index, entered: &[Entered<'_>], others: &[&Index]) -> Bottoms {
    let of_period = |(at, period): (usize, &Period)| {
        let outcomes =
            index.results.get(period).map(|results| results.outcomes.as_slice()).unwrap_or_default();
        let start = at * outcomes.len();
        let columns: Vec<Column<'_>> =
            entered.par_iter().map(|one| Column::of(index, one, start, outcomes)).collect();
        let count = |(place, outcome): (usize, &Outcome)| {
            is_eligible(outcome).then(|| bottom(&columns, place, *period))
        };
        let mut found: Vec<Option<Bottom>> = outcomes.par_iter().enumerate().map(count).collect();
        for other in others.iter().filter_map(|other| other.bottoms.get(period)) {
            add(other, &mut found);
        }
        (*period, found)
    };
    index.periods.iter().enumerate().map(of_period).collect()
}

fn is_eligible(outcome: &Outcome) -> bool {
    !matches!(outcome, Outcome::TooFew | Outcome::CountUnknown | Outcome::CountSecret)
}

/// An indicator in a period, by place.
struct Column<'a> {
    indicator: IndicatorId,
    /// Higher is worse; not-a-number where it does not count.
    values: Vec<f64>,
    read: &'a [Read],
    /// From which number on an area is among the worst quarter; absent where none is.
    least: Option<f64>,
}

impl<'a> Column<'a> {
    fn of(index: &Index, entered: &Entered<'a>, start: usize, outcomes: &[Outcome]) -> Column<'a> {
        let cells = start..start + outcomes.len();
        let (values, read) = (&entered.values[cells.clone()], &entered.read[cells]);
        let values: Vec<f64> = (values.iter().zip(read).zip(outcomes))
            .map(|((value, read), outcome)| match read {
                Read::Of(_) if is_eligible(outcome) && index.low_is_good => *value,
                Read::Of(_) if is_eligible(outcome) => 0.0 - *value,
                _ => f64::NAN,
            })
            .collect();
        let least = worst_quarter(&values);
        Column { indicator: entered.indicator, values, read, least }
    }
}

fn bottom(columns: &[Column<'_>], place: usize, period: Period) -> Bottom {
    let mut found = Bottom::default();
    for column in columns {
        let (value, Read::Of(of)) = (column.values[place], column.read[place]) else { continue };
        if value.is_nan() {
            continue;
        }
        found.known += 1;
        if column.least.is_some_and(|least| value >= least) {
            found.worst.push(column.indicator);
            found.carried.extend((of != period).then_some(Carried { indicator: column.indicator, of }));
        }
    }
    found
}

/// What was counted in another index of the same level.
fn add(other: &[Option<Bottom>], found: &mut [Option<Bottom>]) {
    for (found, other) in found.iter_mut().zip(other) {
        let (Some(found), Some(other)) = (found, other) else { continue };
        found.known += other.known;
        found.worst.extend(&other.worst);
        found.worst.sort_unstable();
        found.carried.extend(&other.carried);
        found.carried.sort_unstable();
    }
}

/// The least of the numbers that are in the highest quarter of those that are known: those whose rank from the
/// largest is at most N ÷ 4, where equal numbers share the mean of their ranks. Absent where none is, as with
/// fewer than four numbers, or where all are alike.
///
/// ```
/// use brede::index::bottom::worst_quarter;
/// let eight = [3.0, 8.0, 1.0, 7.0, 2.0, 6.0, 4.0, 5.0];
/// assert_eq!(worst_quarter(&eight), Some(7.0));
/// // three share the ranks 1 to 3, of which the mean is 2: at most 8 ÷ 4
/// assert_eq!(worst_quarter(&[9.0, 9.0, 9.0, 1.0, 1.0, 1.0, 1.0, 1.0]), Some(9.0));
/// // four share 1 to 4, of which the mean is 2.5: none of them is in it
/// assert_eq!(worst_quarter(&[9.0, 9.0, 9.0, 9.0, 1.0, 1.0, 1.0, 1.0]), None);
/// // the highest is alone; the next two share 2 and 3
/// assert_eq!(worst_quarter(&[9.0, 8.0, 8.0, 2.0, 1.0, 1.0, 1.0, 1.0, f64::NAN]), Some(9.0));
/// assert_eq!(worst_quarter(&[1.0, 2.0, 3.0]), None);
/// ```
pub fn worst_quarter(values: &[f64]) -> Option<f64> {
    let mut known: Vec<f64> = values.iter().copied().filter(|value| !value.is_nan()).collect();
    let of = known.len() as f64;
    let last = (known.len() / 4).checked_sub(1)?;
    let (larger, at, smaller) = known.select_nth_unstable_by(last, |one, other| other.total_cmp(one));
    let at = *at;
    let above = larger.iter().filter(|value| **value > at).count();
    let equal = larger.iter().chain(smaller.iter()).filter(|value| **value == at).count() + 1;
    if above as f64 + (equal as f64 + 1.0) / 2.0 <= of / 4.0 {
        return Some(at);
    }
    larger.iter().copied().filter(|value| *value > at).min_by(f64::total_cmp)
}

/// The class of a count, from 0 on; see [`BREAKS`].
///
/// ```
/// use brede::index::bottom::class;
/// assert_eq!([0, 1, 2, 4, 5, 9, 10, 14, 15, 99].map(class), [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
/// ```
pub fn class(count: usize) -> usize {
    BREAKS.iter().filter(|least| **least <= count).count()
}
