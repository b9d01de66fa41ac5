//! Numbers of any unit to numbers that can be weighed together (METHODS.md section 3).
//!
//! In: a column and the groups of cells over which it is normalised. Out: the same column, made comparable,
//! and what was found on the way. A number that is not known stays so, and none becomes unknown but where
//! there is nothing to compare it with. All forms grow with the number.

use std::ops::Range;

use crate::index::rank;
use crate::input::settings::Normalise;

/// Cells that are normalised together, and the cells whose spread or order decides how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    pub reference: Range<usize>,
    pub cells: Range<usize>,
}

/// What was found in a group, by its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// All known numbers of the reference are equal: every cell gets the same.
    NoSpread { group: usize },
    /// Numbers so large, or so far apart, that no sum of them can be written.
    OutOfReach { group: usize },
}

/// Normalises a column in place.
pub fn normalise(values: &mut [f64], groups: &[Group], method: Normalise) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (at, group) in groups.iter().enumerate() {
        let found = match method {
            Normalise::None => continue,
            Normalise::ZScore => z_scores(values, group),
            Normalise::RankExponential => rank_exponentials(values, group),
        };
        match found {
            Spread::Some => {}
            Spread::None => findings.push(Finding::NoSpread { group: at }),
            Spread::OutOfReach => findings.push(Finding::OutOfReach { group: at }),
        }
    }
    findings
}

enum Spread {
    Some,
    None,
    OutOfReach,
}

/// The mean and the sample standard deviation (divided by n − 1) of a column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moments {
    pub mean: f64,
    /// 0, and nothing else, where there is no spread: one number, or all equal.
    pub deviation: f64,
}

/// The moments of the known numbers; absent where none is known.
///
/// ```
/// use brede::index::normalise::moments;
/// // mean 40 ÷ 8; squares 9+1+1+1+0+0+4+16 = 32, and 32 ÷ 7 = 4.5714…
/// let moments = moments(&[2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0]).unwrap();
/// assert_eq!(moments.mean, 5.0);
/// assert!((moments.deviation - 2.138_089_935).abs() < 1e-9);
/// // nine times 0.1 is not 0.9 in a computer, and still there is no spread
/// assert_eq!(brede::index::normalise::moments(&[0.1; 9]).unwrap().deviation, 0.0);
/// ```
pub fn moments(values: &[f64]) -> Option<Moments> {
    let known = || values.iter().copied().filter(|value| !value.is_nan());
    let first = known().next()?;
    if known().all(|value| value == first) {
        return Some(Moments { mean: first, deviation: 0.0 });
    }
    let count = known().count() as f64;
    let mean = known().fold(0.0, |sum, value| sum + value) / count;
    let squares = known().fold(0.0, |sum, value| sum + (value - mean) * (value - mean));
    Some(Moments { mean, deviation: (squares / (count - 1.0)).sqrt() })
}

/// How many standard deviations a number lies above the mean; 0 where there is no spread.
///
/// ```
/// use brede::index::normalise::{Moments, z_score};
/// assert_eq!(z_score(26.0, Moments { mean: 20.0, deviation: 4.0 }), 1.5);
/// assert_eq!(z_score(26.0, Moments { mean: 20.0, deviation: 0.0 }), 0.0);
/// ```
pub fn z_score(value: f64, moments: Moments) -> f64 {
    if moments.deviation == 0.0 { 0.0 } else { (value - moments.mean) / moments.deviation }
}

fn z_scores(values: &mut [f64], group: &Group) -> Spread {
    let Some(found) = moments(&values[group.reference.clone()]) else {
        values[group.cells.clone()].fill(f64::NAN);
        return Spread::Some;
    };
    let spread = spread_of(&values[group.reference.clone()]);
    let mut finite = found.mean.is_finite() && found.deviation.is_finite();
    // the squares of tiny differences are nothing to a computer
    finite &= matches!(spread, Spread::None) || found.deviation > 0.0;
    for value in values[group.cells.clone()].iter_mut().filter(|value| !value.is_nan()) {
        *value = z_score(*value, found);
        finite &= value.is_finite();
    }
    if finite { spread } else { Spread::OutOfReach }
}

fn spread_of(reference: &[f64]) -> Spread {
    let mut known = reference.iter().filter(|value| !value.is_nan());
    match known.next() {
        Some(first) if known.all(|value| value == first) => Spread::None,
        _ => Spread::Some,
    }
}

/// The share of areas at or below a rank that counts from the largest: `R = (N − rank + 1) ÷ N`.
///
/// ```
/// use brede::index::normalise::share_at_rank;
/// assert_eq!(share_at_rank(1.0, 10), 1.0);
/// assert_eq!(share_at_rank(2.0, 10), 0.9);
/// assert_eq!(share_at_rank(6.0, 10), 0.5);
/// assert_eq!(share_at_rank(10.0, 10), 0.1);
/// ```
pub fn share_at_rank(rank: f64, of: usize) -> f64 {
    (of as f64 - rank + 1.0) / of as f64
}

/// The exponential transformation of the English indices of deprivation,
/// `X = −23·ln(1 − R·(1 − e^(−100/23)))`, for R in (0, 1]: it lies in (0, 100], and half of it is given to
/// the last tenth, so that an area that does well on one domain hides less of what is hard on another.
///
/// ```
/// use brede::index::normalise::exponential;
/// assert!((exponential(0.5) - 15.65).abs() < 0.005);
/// assert!((exponential(0.9) - 50.43).abs() < 0.005);
/// assert!((exponential(1.0) - 100.0).abs() < 1e-9);
/// assert!(exponential(1.0) <= 100.0 && exponential(1e-9) > 0.0);
/// ```
pub fn exponential(share: f64) -> f64 {
    // ln(1 + …) keeps small shares exact; libm, unlike the machine's own, has the same last bit everywhere
    (-23.0 * libm::log1p(-share * REACH)).min(100.0)
}

/// 1 − e^(−100/23)
const REACH: f64 = 0.987_065_098_611_050_2;

fn rank_exponentials(values: &mut [f64], group: &Group) -> Spread {
    if group.reference == group.cells {
        let cells = &mut values[group.cells.clone()];
        let spread = spread_of(cells);
        let order = rank::ascending(cells);
        for tie in rank::ties(&order) {
            let score = exponential(share_at_rank(tie.rank_from_largest(order.len()), order.len()));
            for place in &order[tie.start..tie.end] {
                cells[place.at as usize] = score;
            }
        }
        return spread;
    }
    let mut reference: Vec<f64> =
        values[group.reference.clone()].iter().copied().filter(|value| !value.is_nan()).collect();
    if reference.is_empty() {
        values[group.cells.clone()].fill(f64::NAN);
        return Spread::Some;
    }
    reference.sort_unstable_by(f64::total_cmp);
    for value in values[group.cells.clone()].iter_mut().filter(|value| !value.is_nan()) {
        *value = exponential(share_at_rank(rank::among(&reference, *value), reference.len()));
    }
    spread_of(&reference)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn over(reference: Range<usize>, cells: Range<usize>) -> Vec<Group> {
        vec![Group { reference, cells }]
    }

    #[test]
    fn a_fixed_reference_reaches_beyond_itself() {
        let mut values = [1.0, 2.0, 3.0, 4.0, 2.5, 9.0, -9.0, f64::NAN];
        normalise(&mut values, &over(0..4, 0..8), Normalise::RankExponential);
        assert_eq!(values[5], values[3], "beyond the largest is as the largest");
        assert_eq!(values[6], values[0], "below the smallest is as the smallest");
        assert!(values[1] < values[4] && values[4] < values[2]);
        assert!(values[7].is_nan());
        assert!(values.iter().filter(|value| !value.is_nan()).all(|value| *value > 0.0 && *value <= 100.0));
    }

    #[test]
    fn z_scores_use_the_reference_alone() {
        let mut values = [10.0, 20.0, 30.0, 50.0];
        assert_eq!(normalise(&mut values, &over(0..3, 0..4), Normalise::ZScore), []);
        assert_eq!(values, [-1.0, 0.0, 1.0, 3.0]);
    }

    #[test]
    fn without_a_known_reference_nothing_is_known() {
        for method in [Normalise::ZScore, Normalise::RankExponential] {
            let mut values = [f64::NAN, f64::NAN, 3.0, 4.0];
            assert_eq!(normalise(&mut values, &over(0..2, 0..4), method), []);
            assert!(values.iter().all(|value| value.is_nan()));
        }
    }

    #[test]
    fn no_spread_is_found_and_gives_all_the_same() {
        for method in [Normalise::ZScore, Normalise::RankExponential] {
            let mut values = [7.0, 7.0, f64::NAN, 7.0];
            assert_eq!(normalise(&mut values, &over(0..4, 0..4), method), [Finding::NoSpread { group: 0 }]);
            assert_eq!((values[0], values[1]), (values[1], values[3]));
            assert!(values[2].is_nan() && values[0].is_finite());
        }
    }

    #[test]
    fn numbers_beyond_reckoning_are_found() {
        for numbers in [[1e308, -1e308, 1e308], [1e-300, 2e-300, 3e-300]] {
            let mut values = numbers;
            let found = normalise(&mut values, &over(0..3, 0..3), Normalise::ZScore);
            assert_eq!(found, [Finding::OutOfReach { group: 0 }]);
        }
    }
}
