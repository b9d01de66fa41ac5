//! Numbers of any unit to numbers that can be weighed together (METHODS.md section 3).
//!
//! In: a column and the groups of cells over which it is normalised. Out: the same column, made comparable,
//! and what was found on the way. A number that is not known stays so, and none becomes unknown but where
//! there is nothing to compare it with. All forms grow with the number.

use std::ops::Range;

use crate::input::settings::{Apart, Goalposts, Normalise};

pub mod by_rank;

pub use by_rank::{exponential, share_at_rank};

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

/// What a part is held against, beside the other numbers of its column.
#[derive(Clone, Debug, Default)]
pub struct Yardstick {
    /// Of the part as it is: turned round with it.
    pub goalposts: Option<Goalposts>,
    /// By cell, what its distance is measured from; not-a-number where that is not known.
    pub standard: Option<Vec<f64>>,
}

/// Normalises a column in place.
pub fn normalise(
    values: &mut [f64],
    groups: &[Group],
    method: Normalise,
    yardstick: &Yardstick,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (at, group) in groups.iter().enumerate() {
        let found = match method {
            Normalise::None => continue,
            Normalise::MinMax { low, high } => min_max(values, group, low, high),
            Normalise::ZScore { mean, deviation } => z_scores(values, group, Moments { mean, deviation }),
            Normalise::Goalposts { top } => {
                let ends = yardstick.goalposts.expect("settings ask for goalposts where they are used");
                between(values, group, ends, top)
            }
            Normalise::Distance { apart, .. } => {
                let standard = yardstick.standard.as_deref();
                distances(values, group, standard.expect("the layer finds what distances are from"), apart)
            }
            Normalise::PercentileRank => by_rank::scores(values, group, by_rank::percentile),
            Normalise::Rank => by_rank::scores(values, group, by_rank::count_below),
            Normalise::RankNormal => by_rank::scores(values, group, by_rank::normal),
            Normalise::RankExponential => by_rank::scores(values, group, by_rank::imd),
        };
        match found {
            Spread::Some => {}
            Spread::None => findings.push(Finding::NoSpread { group: at }),
            Spread::OutOfReach => findings.push(Finding::OutOfReach { group: at }),
        }
    }
    findings
}

pub(super) enum Spread {
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

/// `(x − x̄) ÷ sd · σ + μ`, with the wanted μ and σ.
fn z_scores(values: &mut [f64], group: &Group, wanted: Moments) -> Spread {
    let Some(found) = moments(&values[group.reference.clone()]) else {
        values[group.cells.clone()].fill(f64::NAN);
        return Spread::Some;
    };
    let spread = spread_of(&values[group.reference.clone()]);
    let mut finite = found.mean.is_finite() && found.deviation.is_finite();
    // the squares of tiny differences are nothing to a computer
    finite &= matches!(spread, Spread::None) || found.deviation > 0.0;
    for value in values[group.cells.clone()].iter_mut().filter(|value| !value.is_nan()) {
        *value = z_score(*value, found) * wanted.deviation + wanted.mean;
        finite &= value.is_finite();
    }
    if finite { spread } else { Spread::OutOfReach }
}

pub(super) fn spread_of(reference: &[f64]) -> Spread {
    let mut known = reference.iter().filter(|value| !value.is_nan());
    match known.next() {
        Some(first) if known.all(|value| value == first) => Spread::None,
        _ => Spread::Some,
    }
}

/// The least and the largest of the known numbers; absent where none is known.
///
/// ```
/// use brede::index::normalise::ends;
/// assert_eq!(ends(&[3.0, f64::NAN, -1.0]), Some((-1.0, 3.0)));
/// assert_eq!(ends(&[f64::NAN]), None);
/// ```
pub fn ends(values: &[f64]) -> Option<(f64, f64)> {
    let known = values.iter().copied().filter(|value| !value.is_nan());
    known.fold(None, |ends: Option<(f64, f64)>, value| {
        let (least, most) = ends.unwrap_or((value, value));
        Some((least.min(value), most.max(value)))
    })
}

/// `(x − min) ÷ (max − min) · (high − low) + low` over the reference; halfway where there is no spread.
fn min_max(values: &mut [f64], group: &Group, low: f64, high: f64) -> Spread {
    let Some((least, most)) = ends(&values[group.reference.clone()]) else {
        values[group.cells.clone()].fill(f64::NAN);
        return Spread::Some;
    };
    let mut finite = (most - least).is_finite();
    for value in values[group.cells.clone()].iter_mut().filter(|value| !value.is_nan()) {
        *value = scaled(*value, (least, most), (low, high));
        finite &= value.is_finite();
    }
    match (finite, least == most) {
        (false, _) => Spread::OutOfReach,
        (true, true) => Spread::None,
        (true, false) => Spread::Some,
    }
}

/// A number between two others, laid between two ends.
///
/// ```
/// use brede::index::normalise::scaled;
/// assert_eq!(scaled(7.0, (5.0, 13.0), (0.0, 100.0)), 25.0);
/// assert_eq!(scaled(7.0, (7.0, 7.0), (1.0, 3.0)), 2.0);
/// ```
pub fn scaled(value: f64, (least, most): (f64, f64), (low, high): (f64, f64)) -> f64 {
    let share = if least == most { 0.5 } else { (value - least) / (most - least) };
    share * (high - low) + low
}

/// `(x − low) ÷ (high − low) · top`, cut to 0 and `top`.
fn between(values: &mut [f64], group: &Group, ends: Goalposts, top: f64) -> Spread {
    for value in values[group.cells.clone()].iter_mut().filter(|value| !value.is_nan()) {
        *value = goalpost(*value, ends, top);
    }
    spread_of(&values[group.reference.clone()])
}

/// A number between goalposts, as a share of `top`.
///
/// ```
/// use brede::index::normalise::goalpost;
/// use brede::input::settings::Goalposts;
/// let years = Goalposts { low: 20.0, high: 85.0 };
/// assert_eq!(goalpost(72.0, years, 1.0), 0.8);
/// assert_eq!(goalpost(90.0, years, 10.0), 10.0);
/// assert_eq!(goalpost(3.0, years, 10.0), 0.0);
/// ```
pub fn goalpost(value: f64, ends: Goalposts, top: f64) -> f64 {
    ((value - ends.low) / (ends.high - ends.low)).clamp(0.0, 1.0) * top
}

/// How far each number lies from its standard; not known where that is not.
fn distances(values: &mut [f64], group: &Group, standard: &[f64], apart: Apart) -> Spread {
    let mut finite = true;
    for (value, standard) in values[group.cells.clone()].iter_mut().zip(&standard[group.cells.clone()]) {
        *value = distance(*value, *standard, apart);
        finite &= !value.is_infinite();
    }
    if finite { spread_of(&values[group.reference.clone()]) } else { Spread::OutOfReach }
}

/// `x ÷ standard` or `x − standard`. Both grow with x: an indicator that was turned round, and its standard
/// with it, has ratios below zero.
///
/// ```
/// use brede::index::normalise::distance;
/// use brede::input::settings::Apart;
/// assert_eq!(distance(30.0, 20.0, Apart::Ratio), 1.5);
/// assert_eq!(distance(-30.0, -20.0, Apart::Ratio), -1.5);
/// assert_eq!(distance(30.0, 20.0, Apart::Difference), 10.0);
/// ```
pub fn distance(value: f64, standard: f64, apart: Apart) -> f64 {
    match apart {
        Apart::Ratio => value / standard.abs(),
        Apart::Difference => value - standard,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const METHODS: [Normalise; 6] = [
        Normalise::MinMax { low: 0.0, high: 100.0 },
        Normalise::Z_SCORE,
        Normalise::PercentileRank,
        Normalise::Rank,
        Normalise::RankNormal,
        Normalise::RankExponential,
    ];

    fn over(reference: Range<usize>, cells: Range<usize>) -> Vec<Group> {
        vec![Group { reference, cells }]
    }

    #[test]
    fn a_fixed_reference_reaches_beyond_itself() {
        let mut values = [1.0, 2.0, 3.0, 4.0, 2.5, 9.0, -9.0, f64::NAN];
        normalise(&mut values, &over(0..4, 0..8), Normalise::RankExponential, &Yardstick::default());
        assert_eq!(values[5], values[3], "beyond the largest is as the largest");
        assert_eq!(values[6], values[0], "below the smallest is as the smallest");
        assert!(values[1] < values[4] && values[4] < values[2]);
        assert!(values[7].is_nan());
        assert!(values.iter().filter(|value| !value.is_nan()).all(|value| *value > 0.0 && *value <= 100.0));
    }

    #[test]
    fn z_scores_use_the_reference_alone() {
        let mut values = [10.0, 20.0, 30.0, 50.0];
        assert_eq!(normalise(&mut values, &over(0..3, 0..4), Normalise::Z_SCORE, &Yardstick::default()), []);
        assert_eq!(values, [-1.0, 0.0, 1.0, 3.0]);
    }

    #[test]
    fn without_a_known_reference_nothing_is_known() {
        for method in METHODS {
            let mut values = [f64::NAN, f64::NAN, 3.0, 4.0];
            assert_eq!(normalise(&mut values, &over(0..2, 0..4), method, &Yardstick::default()), []);
            assert!(values.iter().all(|value| value.is_nan()));
        }
    }

    #[test]
    fn no_spread_is_found_and_gives_all_the_same() {
        for method in METHODS {
            let mut values = [7.0, 7.0, f64::NAN, 7.0];
            assert_eq!(
                normalise(&mut values, &over(0..4, 0..4), method, &Yardstick::default()),
                [Finding::NoSpread { group: 0 }]
            );
            assert_eq!((values[0], values[1]), (values[1], values[3]));
            assert!(values[2].is_nan() && values[0].is_finite());
        }
    }

    #[test]
    fn numbers_beyond_reckoning_are_found() {
        for numbers in [[1e308, -1e308, 1e308], [1e-300, 2e-300, 3e-300]] {
            let mut values = numbers;
            let found = normalise(&mut values, &over(0..3, 0..3), Normalise::Z_SCORE, &Yardstick::default());
            assert_eq!(found, [Finding::OutOfReach { group: 0 }]);
        }
    }
}
