//! Parts of a layer to one number (METHODS.md section 4).
//!
//! In: normalised columns with their weights. Out: one column, with the share of the weight that is known.
//! Knows neither what the parts are nor which areas stand in the column.

use rayon::prelude::*;

use crate::index::normalise::Group;
use crate::index::rank::in_order;
use crate::input::settings::Aggregate;

/// Numbers of a layer by cell.
#[derive(Clone, Debug)]
pub struct Column {
    /// Not-a-number where nothing, or not enough, is known.
    pub values: Vec<f64>,
    /// The share of the weight of all indicators below that is known; a part that has no number of its own
    /// counts as unknown. 0 where nothing is.
    pub known: Vec<f64>,
}

/// A part of a layer.
#[derive(Clone, Copy, Debug)]
pub struct Weighed<'a> {
    /// A share of 1.
    pub weight: f64,
    pub column: &'a Column,
}

/// The parts of a layer in one, and the share of this layer's weight that is known in each cell.
#[derive(Clone, Debug)]
pub struct Combined {
    pub column: Column,
    pub shares: Vec<f64>,
}

/// What must be known in a cell for it to have a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Minimum {
    /// Of a domain: this share of the weight, measured or filled in.
    Domain(f64),
    /// Of an index: the same, and not all of it filled in. An area of which nothing is known is not told apart
    /// from others by what was put in its place.
    Index(f64),
}

impl Minimum {
    /// `share` of the weight has a number, and of `known` of it that number is measured.
    fn is_met(self, share: f64, known: f64) -> bool {
        let (least, is_measured) = match self {
            Minimum::Domain(least) => (least, true),
            Minimum::Index(least) => (least, known > 0.0),
        };
        is_measured && share > 0.0 && share >= least - ROUNDING
    }
}

/// Shares of a weight are sums, and 0.06 + 0.6 falls just short of 0.66.
const ROUNDING: f64 = 1e-9;

/// Joins parts that are of one length. Copeland's counts are over the reference of each group; all other forms
/// look at one cell at a time.
pub fn combine(
    parts: &[Weighed<'_>],
    cells: usize,
    groups: &[Group],
    minimum: Minimum,
    method: Aggregate,
) -> Combined {
    match method {
        Aggregate::Arithmetic => arithmetic(parts, cells, minimum),
        Aggregate::Geometric => generalised(parts, cells, minimum, Bend::Log),
        Aggregate::Harmonic => generalised(parts, cells, minimum, Bend::Power(-1.0)),
        Aggregate::Power(power) => generalised(parts, cells, minimum, Bend::Power(power)),
        Aggregate::Copeland => copeland(parts, cells, groups, minimum),
    }
}

/// The cells of a column that a form cannot work with: zero or less where a logarithm or a division is taken,
/// less than zero where a root is.
pub fn refused(values: &[f64], method: Aggregate) -> Vec<usize> {
    let cannot = |value: f64| match method {
        Aggregate::Arithmetic | Aggregate::Copeland => false,
        Aggregate::Geometric | Aggregate::Harmonic => value <= 0.0,
        Aggregate::Power(power) => value < 0.0 && power != 1.0 || value == 0.0 && power < 0.0,
    };
    values.iter().enumerate().filter(|(_, value)| cannot(**value)).map(|(at, _)| at).collect()
}

/// As [`combine`] with [`Minimum::Domain`], of columns alone and without telling what is known: for reckoning many
/// times. Copeland's counts are not among its forms, and give nothing.
pub fn mean(parts: &[(f64, &[f64])], cells: usize, minimum_known: f64, method: Aggregate) -> Vec<f64> {
    let bend = match method {
        Aggregate::Arithmetic => None,
        Aggregate::Geometric => Some(Bend::Log),
        Aggregate::Harmonic => Some(Bend::Power(-1.0)),
        Aggregate::Power(power) => Some(Bend::Power(power)),
        Aggregate::Copeland => return vec![f64::NAN; cells],
    };
    let mut sums = vec![0.0; cells];
    let mut shares = vec![0.0; cells];
    for (weight, column) in parts {
        for ((value, sum), share) in column.iter().zip(&mut sums).zip(&mut shares) {
            if !value.is_nan() {
                *sum += weight * bend.map_or(*value, |bend| bend.there(*value));
                *share += weight;
            }
        }
    }
    for (sum, share) in sums.iter_mut().zip(shares) {
        let enough = Minimum::Domain(minimum_known).is_met(share, share);
        let mean = *sum / whole(share);
        *sum = if enough { bend.map_or(mean, |bend| bend.back(mean)) } else { f64::NAN };
    }
    sums
}

/// What is done to each number before it is averaged, and undone after it.
#[derive(Clone, Copy)]
enum Bend {
    Log,
    Power(f64),
}

impl Bend {
    fn there(self, value: f64) -> f64 {
        match self {
            Bend::Log => libm::log(value),
            Bend::Power(power) => libm::pow(value, power),
        }
    }

    fn back(self, mean: f64) -> f64 {
        match self {
            Bend::Log => libm::exp(mean),
            Bend::Power(power) => libm::pow(mean, 1.0 / power),
        }
    }
}

/// The geometric mean `exp(Σw·ln x ÷ Σw)`, the harmonic mean `Σw ÷ Σ(w ÷ x)` and the power mean
/// `(Σw·xᵖ ÷ Σw)^(1/p)` are arithmetic means of bent numbers.
///
/// ```
/// use brede::index::aggregate::{Column, Minimum, Weighed, combine};
/// use brede::input::settings::Aggregate;
/// let columns = [2.0, 8.0].map(|value| Column { values: vec![value], known: vec![1.0] });
/// let parts: Vec<_> = columns.iter().map(|column| Weighed { weight: 0.5, column }).collect();
/// let mean = |method| combine(&parts, 1, &[], Minimum::Domain(0.66), method).column.values[0];
/// assert!((mean(Aggregate::Geometric) - 4.0).abs() < 1e-12);
/// assert!((mean(Aggregate::Harmonic) - 3.2).abs() < 1e-12); // 1 ÷ (0.5 ÷ 2 + 0.5 ÷ 8)
/// assert!((mean(Aggregate::Power(2.0)) - 34.0_f64.sqrt()).abs() < 1e-12); // √(0.5·4 + 0.5·64)
/// ```
fn generalised(parts: &[Weighed<'_>], cells: usize, minimum: Minimum, bend: Bend) -> Combined {
    let bent: Vec<Column> = parts
        .iter()
        .map(|part| Column {
            values: part.column.values.iter().map(|value| bend.there(*value)).collect(),
            known: part.column.known.clone(),
        })
        .collect();
    let weighed: Vec<Weighed<'_>> =
        parts.iter().zip(&bent).map(|(part, column)| Weighed { weight: part.weight, column }).collect();
    let mut combined = arithmetic(&weighed, cells, minimum);
    for value in combined.column.values.iter_mut().filter(|value| !value.is_nan()) {
        *value = bend.back(*value);
    }
    combined
}

/// What each part adds to the mean of each cell, in the order of the parts; they sum to it. A part that is not
/// known adds 0. Absent for Copeland's counts, which are of pairs and not of parts.
///
/// All these means are homogeneous: twice the numbers give twice the mean. So by Euler's theorem
/// `f = Σ x·∂f/∂x`, and a part adds `f` times its share in the sum of bent numbers.
///
/// ```
/// use brede::index::aggregate::{Column, Minimum, Weighed, combine, contributions};
/// use brede::input::settings::Aggregate;
/// let columns = [2.0, 8.0].map(|value| Column { values: vec![value], known: vec![1.0] });
/// let parts: Vec<_> = columns.iter().map(|column| Weighed { weight: 0.5, column }).collect();
/// let adds = |method| {
///     let combined = combine(&parts, 1, &[], Minimum::Domain(0.66), method);
///     let adds = contributions(&parts, &combined, method).unwrap();
///     [adds[0][0], adds[1][0]]
/// };
/// assert_eq!(adds(Aggregate::Arithmetic), [1.0, 4.0]);
/// // the logarithm of each part counts by its weight alone
/// let geometric = adds(Aggregate::Geometric);
/// assert!((geometric[0] - 2.0).abs() < 1e-12 && (geometric[1] - 2.0).abs() < 1e-12);
/// // 3.2 · 0.25 ÷ 0.3125
/// assert!((adds(Aggregate::Harmonic)[0] - 2.56).abs() < 1e-12);
/// ```
pub fn contributions(parts: &[Weighed<'_>], combined: &Combined, method: Aggregate) -> Option<Vec<Vec<f64>>> {
    let bend = match method {
        Aggregate::Copeland => return None,
        Aggregate::Arithmetic => {
            let one = |part: &Weighed<'_>| {
                let cells = part.column.values.iter().zip(&combined.column.values).zip(&combined.shares);
                // the sum keeps the zero of a part without weight from being a negative one
                let adds = |((value, mean), share): ((&f64, &f64), &f64)| match value.is_nan() {
                    true => 0.0,
                    false if mean.is_nan() => 0.0,
                    false => part.weight * value / share + 0.0,
                };
                cells.map(adds).collect()
            };
            return Some(parts.par_iter().map(one).collect());
        }
        Aggregate::Geometric => None,
        Aggregate::Harmonic => Some(Bend::Power(-1.0)),
        Aggregate::Power(power) => Some(Bend::Power(power)),
    };
    // in a geometric mean the derivative of the logarithm leaves the weight alone
    let pull = |value: f64| bend.map_or(1.0, |bend| bend.there(value));
    let mut adds: Vec<Vec<f64>> = Vec::new();
    let mut sums = vec![0.0; combined.shares.len()];
    for part in parts {
        let mut column = vec![0.0; sums.len()];
        for ((adds, sum), value) in column.iter_mut().zip(&mut sums).zip(&part.column.values) {
            // no weight times one over zero is no number
            if part.weight > 0.0 && !value.is_nan() {
                *adds = part.weight * pull(*value);
                *sum += *adds;
            }
        }
        adds.push(column);
    }
    for column in &mut adds {
        for ((adds, sum), mean) in column.iter_mut().zip(&sums).zip(&combined.column.values) {
            *adds = if mean.is_nan() || *sum == 0.0 { 0.0 } else { mean * *adds / sum };
        }
    }
    Some(adds)
}

/// Copeland's count: against how many others of the reference an area wins, less against how many it loses. It
/// wins where the parts in which it is larger have more than half of the weight of the parts that are known of
/// both; a part in which both are equal, but for rounding, counts half for each.
fn copeland(parts: &[Weighed<'_>], cells: usize, groups: &[Group], minimum: Minimum) -> Combined {
    // the mean tells what is known, and where that is enough
    let mut combined = arithmetic(parts, cells, minimum);
    let parts: Vec<&Weighed<'_>> = parts.iter().filter(|part| part.weight > 0.0).collect();
    let row = |cell: usize| parts.iter().map(move |part| in_order(part.column.values[cell]));
    for group in groups {
        let counts = |cell: &usize| !combined.column.values[*cell].is_nan();
        let known: Vec<usize> = group.cells.clone().filter(counts).collect();
        let others: Vec<usize> = group.reference.clone().filter(counts).collect();
        let rows: Vec<f64> = others.iter().flat_map(|other| row(*other)).collect();
        let score = |cell: &usize| {
            let own: Vec<f64> = row(*cell).collect();
            let mut count = 0_i64;
            for other in rows.chunks_exact(parts.len()) {
                let mut lead = 0.0;
                for ((part, one), other) in parts.iter().zip(&own).zip(other) {
                    // comparisons with not-a-number are false
                    lead +=
                        part.weight * (f64::from(u8::from(one > other)) - f64::from(u8::from(one < other)));
                }
                count += i64::from(lead > ROUNDING) - i64::from(lead < -ROUNDING);
            }
            count as f64
        };
        let scores: Vec<f64> = known.par_iter().map(score).collect();
        for (cell, score) in known.iter().zip(scores) {
            combined.column.values[*cell] = score;
        }
    }
    combined
}

/// The weighted mean `Σwx ÷ Σw` over what is known, where enough of the weight is.
///
/// ```
/// use brede::index::aggregate::{Column, Minimum, Weighed, arithmetic};
/// let one = Column { values: vec![10.0, 10.0, f64::NAN], known: vec![1.0, 1.0, 0.0] };
/// let two = Column { values: vec![40.0, f64::NAN, 40.0], known: vec![1.0, 0.0, 1.0] };
/// let parts = [Weighed { weight: 0.7, column: &one }, Weighed { weight: 0.3, column: &two }];
/// let mean = arithmetic(&parts, 3, Minimum::Domain(0.66)).column;
/// assert!((mean.values[0] - 19.0).abs() < 1e-12); // 0.7·10 + 0.3·40
/// assert!((mean.values[1] - 10.0).abs() < 1e-12); // 0.7 of the weight is known, and it alone is used
/// assert!(mean.values[2].is_nan() && mean.known[2] == 0.3); // 0.3 is not enough
/// ```
pub fn arithmetic(parts: &[Weighed<'_>], cells: usize, minimum: Minimum) -> Combined {
    let mut values = vec![0.0; cells];
    let mut shares = vec![0.0; cells];
    let mut known = vec![0.0; cells];
    for part in parts.iter().filter(|part| part.weight > 0.0) {
        let cells = part.column.values.iter().zip(&part.column.known);
        let sums = values.iter_mut().zip(&mut shares).zip(&mut known);
        for ((value, below), ((sum, share), known)) in cells.zip(sums) {
            if !value.is_nan() {
                *sum += part.weight * value;
                *share += part.weight;
                *known += part.weight * below;
            }
        }
    }
    for ((value, share), known) in values.iter_mut().zip(&mut shares).zip(&mut known) {
        (*share, *known) = (whole(*share), whole(*known));
        *value = if minimum.is_met(*share, *known) { *value / *share } else { f64::NAN };
    }
    Combined { column: Column { values, known }, shares }
}

/// Shares of all parts make 1, whatever rounding says.
fn whole(share: f64) -> f64 {
    if share > 1.0 - ROUNDING { 1.0 } else { share }
}

/// Weights as shares of 1, whatever they sum to; all 0 where they are.
///
/// ```
/// use brede::index::aggregate::used_weights;
/// assert_eq!(used_weights(&[2.0, 1.0, 1.0]), [0.5, 0.25, 0.25]);
/// assert_eq!(used_weights(&[0.0, 0.0]), [0.0, 0.0]);
/// // the weights of the English index make 99.9
/// let used = used_weights(&[22.5, 22.5, 13.5, 13.5, 9.3, 9.3, 9.3]);
/// assert!((used[0] - 0.225_225_225).abs() < 1e-9);
/// ```
pub fn used_weights(given: &[f64]) -> Vec<f64> {
    let sum = given.iter().fold(0.0, |sum, weight| sum + weight);
    given.iter().map(|weight| if sum > 0.0 { weight / sum } else { 0.0 }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(values: &[f64]) -> Column {
        let known = values.iter().map(|value| if value.is_nan() { 0.0 } else { 1.0 }).collect();
        Column { values: values.to_vec(), known }
    }

    #[test]
    fn the_least_share_is_enough_though_rounding_falls_short() {
        let columns = [column(&[1.0]), column(&[2.0]), column(&[f64::NAN])];
        let parts: Vec<Weighed<'_>> = columns
            .iter()
            .zip([0.06, 0.6, 0.34])
            .map(|(column, weight)| Weighed { weight, column })
            .collect();
        assert!(!arithmetic(&parts, 1, Minimum::Domain(0.66)).column.values[0].is_nan());
        assert!(arithmetic(&parts, 1, Minimum::Domain(0.67)).column.values[0].is_nan());
    }

    #[test]
    fn a_weight_of_zero_adds_nothing_and_is_not_missed() {
        let columns = [column(&[1.0, f64::NAN]), column(&[f64::NAN, 5.0])];
        let parts =
            [Weighed { weight: 1.0, column: &columns[0] }, Weighed { weight: 0.0, column: &columns[1] }];
        let combined = arithmetic(&parts, 2, Minimum::Index(0.0));
        assert_eq!((combined.column.values[0], combined.column.known[0]), (1.0, 1.0));
        assert!(combined.column.values[1].is_nan() && combined.column.known[1] == 0.0);
    }

    #[test]
    fn an_index_needs_something_that_was_measured() {
        let filled = Column { values: vec![3.0, 4.0], known: vec![0.0, 0.0] };
        let mixed = Column { values: vec![5.0, 6.0], known: vec![0.0, 0.5] };
        let parts = [Weighed { weight: 0.5, column: &filled }, Weighed { weight: 0.5, column: &mixed }];
        assert_eq!(arithmetic(&parts, 2, Minimum::Domain(0.66)).column.values, [4.0, 5.0]);
        for method in [Aggregate::Arithmetic, Aggregate::Harmonic, Aggregate::Copeland] {
            let groups = [Group { reference: 0..2, cells: 0..2 }];
            let found = combine(&parts, 2, &groups, Minimum::Index(0.66), method).column;
            assert!(found.values[0].is_nan() && !found.values[1].is_nan(), "{method:?}");
            assert_eq!(found.known, [0.0, 0.25]);
        }
    }

    #[test]
    fn what_is_known_below_is_passed_on() {
        let half = Column { values: vec![3.0], known: vec![0.7] };
        let full = column(&[5.0]);
        let parts = [Weighed { weight: 0.5, column: &half }, Weighed { weight: 0.5, column: &full }];
        let combined = arithmetic(&parts, 1, Minimum::Domain(0.66));
        assert_eq!(combined.shares, [1.0]);
        assert!((combined.column.known[0] - 0.85).abs() < 1e-12);
    }

    #[test]
    fn copeland_counts_wins_less_losses() {
        let columns = [column(&[3.0, 2.0, 1.0, 2.0]), column(&[1.0, 5.0, 0.0, 5.0])];
        let parts =
            [Weighed { weight: 0.6, column: &columns[0] }, Weighed { weight: 0.4, column: &columns[1] }];
        let groups = [Group { reference: 0..4, cells: 0..4 }];
        let combined = combine(&parts, 4, &groups, Minimum::Index(0.66), Aggregate::Copeland);
        // the first wins of all by the heavier part; the second and the last are equal and beat the third
        assert_eq!(combined.column.values, [3.0, 0.0, -3.0, 0.0]);
        assert_eq!(contributions(&parts, &combined, Aggregate::Copeland), None);
    }

    #[test]
    fn rounding_wins_no_pair() {
        let columns = [column(&[0.1 + 0.2, 0.3]), column(&[1.0, 2.0])];
        let parts =
            [Weighed { weight: 0.6, column: &columns[0] }, Weighed { weight: 0.4, column: &columns[1] }];
        let groups = [Group { reference: 0..2, cells: 0..2 }];
        let combined = combine(&parts, 2, &groups, Minimum::Index(0.66), Aggregate::Copeland);
        assert_eq!(combined.column.values, [-1.0, 1.0]);
    }

    #[test]
    fn a_zero_without_weight_adds_nothing() {
        let columns = [column(&[0.0]), column(&[4.0])];
        let parts =
            [Weighed { weight: 0.0, column: &columns[0] }, Weighed { weight: 1.0, column: &columns[1] }];
        for method in [Aggregate::Geometric, Aggregate::Harmonic, Aggregate::Power(-2.0)] {
            let combined = combine(&parts, 1, &[], Minimum::Index(0.66), method);
            let adds = contributions(&parts, &combined, method).expect("a mean has contributions");
            let adds: Vec<f64> = adds.into_iter().flatten().collect();
            assert!(adds[0] == 0.0 && (adds[1] - 4.0).abs() < 1e-12, "{method:?}: {adds:?}");
        }
    }

    #[test]
    fn what_a_mean_cannot_take_is_named() {
        let values = [1.0, 0.0, -2.0, f64::NAN];
        assert_eq!(refused(&values, Aggregate::Geometric), [1, 2]);
        assert_eq!(refused(&values, Aggregate::Power(0.5)), [2]);
        assert_eq!(refused(&values, Aggregate::Power(-2.0)), [1, 2]);
        assert_eq!(refused(&values, Aggregate::Arithmetic), [] as [usize; 0]);
    }

    #[test]
    fn what_is_added_sums_to_the_mean_in_every_form() {
        let columns = [column(&[2.0, 7.0]), column(&[5.0, f64::NAN]), column(&[11.0, 0.5])];
        let weights = [0.2, 0.3, 0.5];
        let parts: Vec<Weighed<'_>> = weights
            .iter()
            .zip(&columns)
            .map(|(weight, column)| Weighed { weight: *weight, column })
            .collect();
        for method in [
            Aggregate::Arithmetic,
            Aggregate::Geometric,
            Aggregate::Harmonic,
            Aggregate::Power(3.0),
            Aggregate::Power(-0.5),
        ] {
            let combined = combine(&parts, 2, &[], Minimum::Domain(0.66), method);
            let adds = contributions(&parts, &combined, method).expect("a mean has contributions");
            for cell in 0..2 {
                let sum: f64 = adds.iter().map(|column| column[cell]).sum();
                assert!((sum - combined.column.values[cell]).abs() < 1e-12, "{method:?}");
            }
            assert_eq!(adds[1][1], 0.0);
        }
    }

    #[test]
    fn no_parts_give_nothing() {
        assert!(arithmetic(&[], 2, Minimum::Domain(0.66)).column.values.iter().all(|value| value.is_nan()));
    }
}
