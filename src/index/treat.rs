//! Numbers that lie far from all others (METHODS.md section 2; OECD/JRC handbook on composite indicators).
//!
//! In: a column and its groups. Out: the same column, and what was done to which cell. The cells of the
//! reference decide; what lies outside them is brought within the same limits. Whatever is done, more stays more.

use crate::index::normalise::{Group, ends};
use crate::input::settings::{Fallback, Treat};

/// What was done to the numbers of a group, by its position.
#[derive(Clone, Debug, PartialEq)]
pub struct Treated {
    pub group: usize,
    /// Skew and excess kurtosis of the reference, before and after; absent where they cannot be told.
    pub before: Option<Shape>,
    pub after: Option<Shape>,
    pub what: Treatment,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Treatment {
    /// The cells that were brought to the next value, and at which end; and whether that was enough, which it
    /// need not be where no logarithm was asked for.
    Winsorised { cells: Vec<(usize, End)>, passed: bool },
    /// The logarithm of all, from the end that the skew leaves long; and whether that was enough, as far as a limit
    /// was asked for.
    Log { from: End, passed: bool },
}

impl Treatment {
    /// Whether the numbers are as even as the rule asks.
    pub fn has_passed(&self) -> bool {
        match self {
            Treatment::Winsorised { passed, .. } | Treatment::Log { passed, .. } => *passed,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    High,
    Low,
}

/// How a column is shaped.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shape {
    pub skew: f64,
    pub kurtosis: f64,
}

/// The sample skew of the known numbers, `√n·Σd³/(Σd²)^1.5 · √(n(n−1))/(n−2)`; absent below three numbers, or
/// where all are equal.
///
/// ```
/// use brede::index::treat::skew;
/// // mean 3; d = −2, −1, −1, 0, 4: Σd² = 22, Σd³ = 54
/// // √5·54 ÷ 22^1.5 · √20 ÷ 3 = 1.170 157 · 1.490 712
/// assert!((skew(&[1.0, 2.0, 2.0, 3.0, 7.0]).unwrap() - 1.744_369_5).abs() < 1e-6);
/// assert_eq!(skew(&[1.0, 2.0]), None);
/// assert_eq!(skew(&[4.0; 5]), None);
/// ```
pub fn skew(values: &[f64]) -> Option<f64> {
    let (n, [_, squares, cubes, _]) = sums(values)?;
    (n >= 3.0).then(|| n.sqrt() * cubes / (squares * squares.sqrt()) * (n * (n - 1.0)).sqrt() / (n - 2.0))
}

/// The sample excess kurtosis of the known numbers: with `r = n·Σd⁴/(Σd²)²`,
/// `((n+1)(r−3)+6)(n−1)/((n−2)(n−3))`; absent below four numbers, or where all are equal.
///
/// ```
/// use brede::index::treat::kurtosis;
/// // Σd⁴ = 16 + 1 + 1 + 0 + 256 = 274; r = 5·274 ÷ 484 = 2.830 579
/// // (6·(r − 3) + 6)·4 ÷ (3·2) = 3.322 314
/// assert!((kurtosis(&[1.0, 2.0, 2.0, 3.0, 7.0]).unwrap() - 3.322_314).abs() < 1e-6);
/// ```
pub fn kurtosis(values: &[f64]) -> Option<f64> {
    let (n, [_, squares, _, fourths]) = sums(values)?;
    let r = n * fourths / (squares * squares);
    (n >= 4.0).then(|| ((n + 1.0) * (r - 3.0) + 6.0) * (n - 1.0) / ((n - 2.0) * (n - 3.0)))
}

/// How many numbers are known, and the sums of the first four powers of what they differ from their mean.
fn sums(values: &[f64]) -> Option<(f64, [f64; 4])> {
    let known = || values.iter().copied().filter(|value| !value.is_nan());
    let first = known().next()?;
    if known().all(|value| value == first) {
        return None;
    }
    let n = known().count() as f64;
    let mean = known().fold(0.0, |sum, value| sum + value) / n;
    let mut sums = [0.0; 4];
    for value in known() {
        let d = value - mean;
        let square = d * d;
        sums[0] += d;
        sums[1] += square;
        sums[2] += square * d;
        sums[3] += square * square;
    }
    (sums[1] > 0.0).then_some((n, sums))
}

fn shape(values: &[f64]) -> Option<Shape> {
    Some(Shape { skew: skew(values)?, kurtosis: kurtosis(values)? })
}

/// Treats a column in place. Columns that pass, or whose shape cannot be told (below four numbers, no spread),
/// stay as they are and give no record.
pub fn treat(values: &mut [f64], groups: &[Group], rule: Treat) -> Vec<Treated> {
    let one = |(at, group): (usize, &Group)| {
        let (before, what) = match rule {
            Treat::None => return None,
            Treat::Log => {
                let before = shape(&values[group.reference.clone()]);
                let from = logarithm(values, group, before)?;
                (before, Treatment::Log { from, passed: true })
            }
            Treat::Outliers { skew, kurtosis, points, log } => {
                let limits = Shape { skew, kurtosis };
                let before = shape(&values[group.reference.clone()])?;
                if passes(before, limits) {
                    return None;
                }
                (Some(before), outliers(values, group, limits, points, log))
            }
        };
        Some(Treated { group: at, before, after: shape(&values[group.reference.clone()]), what })
    };
    groups.iter().enumerate().filter_map(one).collect()
}

fn passes(shape: Shape, limits: Shape) -> bool {
    shape.skew.abs() < limits.skew || shape.kurtosis < limits.kurtosis
}

/// Brings the extreme to the next value, at the end that the skew indicates, until the column passes or more than so
/// many points of the reference would be brought; equal extremes go together.
fn outliers(
    values: &mut [f64],
    group: &Group,
    limits: Shape,
    points: usize,
    fallback: Fallback,
) -> Treatment {
    let mut reference: Vec<f64> =
        values[group.reference.clone()].iter().copied().filter(|value| !value.is_nan()).collect();
    reference.sort_unstable_by(f64::total_cmp);
    let original = reference.clone();
    let passed = loop {
        let Some(now) = shape(&reference) else { break true };
        if passes(now, limits) {
            break true;
        }
        let (mut low, mut high) = (reference[0], reference[reference.len() - 1]);
        if now.skew >= 0.0 {
            high = reference.iter().rev().find(|value| **value < high).copied().unwrap_or(high);
        } else {
            low = reference.iter().find(|value| **value > low).copied().unwrap_or(low);
        }
        if original.iter().filter(|value| **value < low || **value > high).count() > points {
            break false;
        }
        reference.iter_mut().for_each(|value| *value = value.clamp(low, high));
    };
    if !passed
        && fallback == Fallback::Log
        && let Some(from) = logarithm(values, group, shape(&original))
    {
        let after = shape(&values[group.reference.clone()]);
        return Treatment::Log { from, passed: after.is_none_or(|after| passes(after, limits)) };
    }
    let (low, high) = (reference[0], reference[reference.len() - 1]);
    let mut cells = Vec::new();
    for at in group.cells.clone() {
        let value = &mut values[at];
        if *value > high {
            *value = high;
            cells.push((at, End::High));
        } else if *value < low {
            *value = low;
            cells.push((at, End::Low));
        }
    }
    Treatment::Winsorised { cells, passed }
}

/// `ln(x − min + 0.01·(max − min))`, where min and max are those of the reference; what lies below its least
/// number counts as that. Where the skew is below zero, the long end is the low one, and the same is done from there:
/// `−ln(max − x + 0.01·(max − min))` (as `log_CT_plus` of COINr 1.1). Tells from which end; not done where there is no
/// spread.
///
/// ```
/// use brede::index::normalise::Group;
/// use brede::index::treat::{End, Shape, logarithm};
/// let group = Group { reference: 0..3, cells: 0..3 };
/// let skewed = |skew| Some(Shape { skew, kurtosis: 0.0 });
/// let mut values = [0.0, 90.0, 100.0];
/// assert_eq!(logarithm(&mut values, &group, skewed(-1.5)), Some(End::Low));
/// // −ln(100 + 1), −ln(10 + 1), −ln(0 + 1)
/// assert!((values[0] + 101.0_f64.ln()).abs() < 1e-12 && (values[1] + 11.0_f64.ln()).abs() < 1e-12);
/// assert_eq!(values[2], 0.0);
/// let mut values = [0.0, 10.0, 100.0];
/// assert_eq!(logarithm(&mut values, &group, skewed(1.5)), Some(End::High));
/// assert!((values[1] - 11.0_f64.ln()).abs() < 1e-12);
/// ```
pub fn logarithm(values: &mut [f64], group: &Group, shape: Option<Shape>) -> Option<End> {
    let (low, high) = ends(&values[group.reference.clone()]).filter(|(low, high)| low < high)?;
    let offset = 0.01 * (high - low);
    let from = if shape.is_some_and(|shape| shape.skew < 0.0) { End::Low } else { End::High };
    for value in values[group.cells.clone()].iter_mut().filter(|value| !value.is_nan()) {
        *value = match from {
            End::High => libm::log(value.max(low) - low + offset),
            // no negative zero
            End::Low => 0.0 - libm::log(high - value.min(high) + offset),
        };
    }
    Some(from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(count: usize) -> Vec<Group> {
        vec![Group { reference: 0..count, cells: 0..count }]
    }

    #[test]
    fn one_far_number_is_brought_to_the_next() {
        let mut values: Vec<f64> = (1..=10).map(f64::from).collect();
        values.push(100.0);
        let done = treat(&mut values, &all(11), Treat::OUTLIERS);
        assert_eq!(values[10], 10.0);
        assert_eq!(done[0].what, Treatment::Winsorised { cells: vec![(10, End::High)], passed: true });
        assert!(done[0].before.unwrap().skew > 2.0 && done[0].after.unwrap().skew < 2.0);
    }

    #[test]
    fn equal_extremes_go_together_and_the_low_end_is_treated_too() {
        let mut values = vec![-100.0];
        values.extend((1..=12).map(f64::from));
        let done = treat(&mut values, &all(13), Treat::OUTLIERS);
        assert_eq!(done[0].what, Treatment::Winsorised { cells: vec![(0, End::Low)], passed: true });
        assert_eq!(values[0], 1.0);
    }

    #[test]
    fn what_winsorising_cannot_mend_gets_a_logarithm_of_the_original() {
        let mut original: Vec<f64> = (0..200).map(f64::from).collect();
        original.extend((4..12).map(|power| 10.0_f64.powi(power)));
        let mut values = original.clone();
        let done = treat(&mut values, &all(208), Treat::OUTLIERS);
        assert!(matches!(done[0].what, Treatment::Log { from: End::High, .. }));
        let high = original[207];
        assert!((values[0] - (0.01 * high).ln()).abs() < 1e-9);
        assert!((values[207] - (1.01 * high).ln()).abs() < 1e-9);
        let keep = Treat::Outliers { skew: 2.0, kurtosis: 3.5, points: 5, log: Fallback::Keep };
        let mut values = original.clone();
        let done = treat(&mut values, &all(208), keep);
        assert!(matches!(&done[0].what, Treatment::Winsorised { cells, passed: false } if cells.len() == 5));
        assert_eq!(values[207], original[202]);
    }

    /// A long low end: the logarithm of the skew's other end would make it longer.
    #[test]
    fn a_logarithm_is_taken_from_the_long_end() {
        let original: Vec<f64> =
            (0..200).map(f64::from).chain((4..12).map(|at| -(10.0_f64.powi(at)))).collect();
        let mut values = original.clone();
        let done = treat(&mut values, &all(208), Treat::OUTLIERS);
        let Treatment::Log { from: End::Low, passed } = done[0].what else { panic!("{done:?}") };
        let (before, after) = (done[0].before.expect("a shape"), done[0].after.expect("a shape"));
        assert!(after.skew.abs() < before.skew.abs(), "{before:?} {after:?}");
        assert_eq!(passed, after.skew.abs() < 2.0 || after.kurtosis < 3.5);
        let mut order: Vec<usize> = (0..208).collect();
        order.sort_by(|one, other| original[*one].total_cmp(&original[*other]));
        assert!(order.windows(2).all(|pair| values[pair[0]] <= values[pair[1]]), "more stays more");
        // where the skew is not known, from the low end as ever
        let mut few = vec![1.0, 2.0];
        treat(&mut few, &all(2), Treat::Log);
        assert!(few[0] < few[1]);
    }

    #[test]
    fn no_more_points_are_brought_than_are_allowed() {
        let mut original: Vec<f64> = (0..100).map(|at| f64::from(at % 10)).collect();
        original.extend([500.0; 4]);
        original.extend([400.0; 4]);
        let keep = |points| Treat::Outliers { skew: 0.1, kurtosis: 0.1, points, log: Fallback::Keep };
        for (points, moved) in [(3, 0), (5, 4), (8, 8)] {
            let mut values = original.clone();
            let done = treat(&mut values, &all(108), keep(points));
            let Treatment::Winsorised { cells, .. } = &done[0].what else { panic!("{done:?}") };
            assert_eq!(cells.len(), moved);
        }
    }

    #[test]
    fn what_passes_or_has_no_shape_stays() {
        for mut values in
            [vec![1.0, 2.0, 3.0, 4.0, 5.0], vec![1.0, 1.0, 90.0], vec![7.0; 9], vec![f64::NAN; 4]]
        {
            let (before, count) = (values.clone(), values.len());
            assert_eq!(treat(&mut values, &all(count), Treat::OUTLIERS), []);
            assert!(values.iter().zip(&before).all(|(one, other)| one.to_bits() == other.to_bits()));
        }
    }

    #[test]
    fn the_reference_sets_the_limits_for_other_periods() {
        let mut values: Vec<f64> = (1..=10).map(f64::from).collect();
        values.extend([100.0, 500.0, 3.0, f64::NAN]);
        let groups = [Group { reference: 0..11, cells: 0..14 }];
        treat(&mut values, &groups, Treat::OUTLIERS);
        assert_eq!((values[10], values[11], values[12]), (10.0, 10.0, 3.0));
        let mut values = vec![0.0, 10.0, -5.0, 20.0];
        treat(&mut values, &[Group { reference: 0..2, cells: 0..4 }], Treat::Log);
        assert_eq!(values[2], values[0], "below the least is as the least");
        assert!(values[3] > values[1]);
    }
}
