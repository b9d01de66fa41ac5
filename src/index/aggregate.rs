//! Parts of a layer to one number (METHODS.md section 4).
//!
//! In: normalised columns with their weights. Out: one column, with the share of the weight that is known.
//! Knows neither what the parts are nor which areas stand in the column.

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

/// Shares of a weight are sums, and 0.06 + 0.6 falls just short of 0.66.
const ROUNDING: f64 = 1e-9;

/// Joins parts that are of one length.
pub fn combine(parts: &[Weighed<'_>], cells: usize, minimum_known: f64, method: Aggregate) -> Combined {
    match method {
        Aggregate::Arithmetic => arithmetic(parts, cells, minimum_known),
    }
}

/// The weighted mean `Σwx ÷ Σw` over what is known, where at least `minimum_known` of the weight is.
///
/// ```
/// use brede::index::aggregate::{Column, Weighed, arithmetic};
/// let one = Column { values: vec![10.0, 10.0, f64::NAN], known: vec![1.0, 1.0, 0.0] };
/// let two = Column { values: vec![40.0, f64::NAN, 40.0], known: vec![1.0, 0.0, 1.0] };
/// let parts = [Weighed { weight: 0.7, column: &one }, Weighed { weight: 0.3, column: &two }];
/// let mean = arithmetic(&parts, 3, 0.66).column;
/// assert!((mean.values[0] - 19.0).abs() < 1e-12); // 0.7·10 + 0.3·40
/// assert!((mean.values[1] - 10.0).abs() < 1e-12); // 0.7 of the weight is known, and it alone is used
/// assert!(mean.values[2].is_nan() && mean.known[2] == 0.3); // 0.3 is not enough
/// ```
pub fn arithmetic(parts: &[Weighed<'_>], cells: usize, minimum_known: f64) -> Combined {
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
        let enough = *share > 0.0 && *share >= minimum_known - ROUNDING;
        *value = if enough { *value / *share } else { f64::NAN };
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
        assert!(!arithmetic(&parts, 1, 0.66).column.values[0].is_nan());
        assert!(arithmetic(&parts, 1, 0.67).column.values[0].is_nan());
    }

    #[test]
    fn a_weight_of_zero_adds_nothing_and_is_not_missed() {
        let columns = [column(&[1.0, f64::NAN]), column(&[f64::NAN, 5.0])];
        let parts =
            [Weighed { weight: 1.0, column: &columns[0] }, Weighed { weight: 0.0, column: &columns[1] }];
        let combined = arithmetic(&parts, 2, 0.0);
        assert_eq!((combined.column.values[0], combined.column.known[0]), (1.0, 1.0));
        assert!(combined.column.values[1].is_nan() && combined.column.known[1] == 0.0);
    }

    #[test]
    fn what_is_known_below_is_passed_on() {
        let half = Column { values: vec![3.0], known: vec![0.7] };
        let full = column(&[5.0]);
        let parts = [Weighed { weight: 0.5, column: &half }, Weighed { weight: 0.5, column: &full }];
        let combined = arithmetic(&parts, 1, 0.66);
        assert_eq!(combined.shares, [1.0]);
        assert!((combined.column.known[0] - 0.85).abs() < 1e-12);
    }

    #[test]
    fn no_parts_give_nothing() {
        assert!(arithmetic(&[], 2, 0.66).column.values.iter().all(|value| value.is_nan()));
    }
}
