//! How two columns of numbers go together (METHODS.md section 6).
//!
//! In: columns of equal length, not-a-number where nothing is known. Out: a correlation over the pairs of which
//! both are known; absent where there are fewer than two, or one of the two is the same everywhere. Says
//! nothing of why.

use crate::index::rank::Order;

/// Both correlations of two columns, over the same pairs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Correlation {
    /// Of the numbers.
    pub pearson: f64,
    /// Of their ranks.
    pub spearman: f64,
    /// Over how many pairs.
    pub pairs: usize,
}

impl Correlation {
    /// Of two columns in which every pair weighs the same.
    pub fn of(one: &[f64], other: &[f64]) -> Option<Correlation> {
        Correlation::weighted(one, other, &vec![1.0; one.len()])
    }

    /// Of two columns whose pairs weigh as given; see [`weighted_pearson`] and [`weighted_spearman`].
    pub fn weighted(one: &[f64], other: &[f64], weights: &[f64]) -> Option<Correlation> {
        let pairs = Pairs::known(one, other, weights);
        Some(Correlation {
            pearson: pairs.pearson()?,
            spearman: pairs.of_ranks().pearson()?,
            pairs: pairs.weights.len(),
        })
    }
}

/// Pearson's correlation: `Σ(x−x̄)(y−ȳ) / √(Σ(x−x̄)²·Σ(y−ȳ)²)`.
///
/// ```
/// use brede::index::correlation::pearson;
/// // deviations −1.5, −0.5, 0.5, 1.5 and −1, −2, 2, 1: 5 ÷ √(5 × 10)
/// let r = pearson(&[1.0, 2.0, 3.0, 4.0], &[2.0, 1.0, 5.0, 4.0]).unwrap();
/// assert!((r - 5.0 / 50.0_f64.sqrt()).abs() < 1e-15);
/// // pairs of which one is not known do not count, and what is the same everywhere goes with nothing
/// let r = pearson(&[1.0, 2.0, 3.0, f64::NAN], &[3.0, 2.0, 1.0, 9.0]).unwrap();
/// assert_eq!(r, -1.0);
/// assert_eq!(pearson(&[1.0, 2.0, 3.0], &[7.0, 7.0, 7.0]), None);
/// assert_eq!(pearson(&[1.0, f64::NAN], &[f64::NAN, 2.0]), None);
/// ```
pub fn pearson(one: &[f64], other: &[f64]) -> Option<f64> {
    weighted_pearson(one, other, &vec![1.0; one.len()])
}

/// The same with means and sums that are weighted. A pair whose weight is not known, or not above 0, does not
/// count.
///
/// ```
/// use brede::index::correlation::weighted_pearson;
/// // a weight of 2 is a pair that stands there twice
/// let weighted = weighted_pearson(&[1.0, 2.0, 4.0], &[1.0, 3.0, 2.0], &[2.0, 1.0, 1.0]).unwrap();
/// // 1, 1, 2, 4 about 2 and 1, 1, 3, 2 about 1.75: 2.0 ÷ √(6 × 2.75)
/// assert!((weighted - 2.0 / 16.5_f64.sqrt()).abs() < 1e-15);
/// ```
pub fn weighted_pearson(one: &[f64], other: &[f64], weights: &[f64]) -> Option<f64> {
    Pairs::known(one, other, weights).pearson()
}

/// Spearman's correlation: Pearson's of the ranks, in which equal numbers share the mean of theirs.
///
/// ```
/// use brede::index::correlation::spearman;
/// // ranks 1, 2.5, 2.5, 4 and 1, 2, 3, 4: 4.5 ÷ √(4.5 × 5)
/// let r = spearman(&[1.0, 5.0, 5.0, 90.0], &[2.0, 3.0, 4.0, 5.0]).unwrap();
/// assert!((r - 4.5 / 22.5_f64.sqrt()).abs() < 1e-15);
/// // only the order counts
/// assert_eq!(spearman(&[1.0, 2.0, 3.0], &[1.0, 10.0, 1000.0]), Some(1.0));
/// assert_eq!(spearman(&[1.0, 2.0], &[f64::NAN, 1000.0]), None);
/// ```
pub fn spearman(one: &[f64], other: &[f64]) -> Option<f64> {
    weighted_spearman(one, other, &vec![1.0; one.len()])
}

/// The same by weight: the rank of a number is the weight of what is smaller and half the weight of what is
/// equal, itself among it. With equal weights that is the mean rank less a half, and the correlation the same.
///
/// ```
/// use brede::index::correlation::weighted_spearman;
/// // ranks 0.5, 1 + 1, 3 + 0.5 and 0.5, 2 + 1, 1 + 0.5, both with the mean (1×0.5 + 2×2 + 1×3.5) ÷ 4 = 2
/// let r = weighted_spearman(&[1.0, 2.0, 3.0], &[1.0, 3.0, 2.0], &[1.0, 2.0, 1.0]).unwrap();
/// // 1×(−1.5)×(−1.5) + 2×0×1 + 1×1.5×(−0.5) = 1.5, and squares 2.25 + 0 + 2.25 and 2.25 + 2 + 0.25
/// assert!((r - 1.5 / 4.5).abs() < 1e-15);
/// ```
pub fn weighted_spearman(one: &[f64], other: &[f64], weights: &[f64]) -> Option<f64> {
    Pairs::known(one, other, weights).of_ranks().pearson()
}

/// The pairs that count, in the order of the columns.
struct Pairs {
    one: Vec<f64>,
    other: Vec<f64>,
    weights: Vec<f64>,
}

impl Pairs {
    fn known(one: &[f64], other: &[f64], weights: &[f64]) -> Pairs {
        let mut pairs = Pairs { one: Vec::new(), other: Vec::new(), weights: Vec::new() };
        for ((one, other), weight) in one.iter().zip(other).zip(weights) {
            if one.is_finite() && other.is_finite() && weight.is_finite() && *weight > 0.0 {
                pairs.one.push(*one);
                pairs.other.push(*other);
                pairs.weights.push(*weight);
            }
        }
        pairs
    }

    fn pearson(&self) -> Option<f64> {
        if self.weights.len() < 2 || is_flat(&self.one) || is_flat(&self.other) {
            return None;
        }
        let all: f64 = self.weights.iter().sum();
        let mean = |of: &[f64]| {
            of.iter().zip(&self.weights).map(|(value, weight)| value * weight).sum::<f64>() / all
        };
        let (mean_one, mean_other) = (mean(&self.one), mean(&self.other));
        let (mut both, mut one, mut other) = (0.0, 0.0, 0.0);
        for ((x, y), weight) in self.one.iter().zip(&self.other).zip(&self.weights) {
            let (x, y) = (x - mean_one, y - mean_other);
            both += weight * x * y;
            one += weight * x * x;
            other += weight * y * y;
        }
        // of numbers so small or so large that a product is none, the roots still are
        let product = one * other;
        let r = both / if product.is_normal() { product.sqrt() } else { one.sqrt() * other.sqrt() };
        r.is_finite().then(|| r.clamp(-1.0, 1.0))
    }

    fn of_ranks(&self) -> Pairs {
        Pairs {
            one: ranks(&self.one, &self.weights),
            other: ranks(&self.other, &self.weights),
            weights: self.weights.clone(),
        }
    }
}

fn is_flat(values: &[f64]) -> bool {
    values.iter().all(|value| *value == values[0])
}

/// By weight, from the smallest.
fn ranks(values: &[f64], weights: &[f64]) -> Vec<f64> {
    let mut ranks = vec![0.0; values.len()];
    let mut below = 0.0;
    for tie in Order::of(values).ties() {
        let own: f64 = tie.places.iter().map(|place| weights[*place as usize]).sum();
        tie.places.iter().for_each(|place| ranks[*place as usize] = below + own / 2.0);
        below += own;
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_that_are_alike_change_nothing() {
        let (one, other) = ([3.0, 1.0, 4.0, 1.0, 5.0, 9.0], [2.0, 7.0, 1.0, 8.0, 2.0, 8.0]);
        let plain = Correlation::of(&one, &other).unwrap();
        let weighed = Correlation::weighted(&one, &other, &[7.0; 6]).unwrap();
        assert!((plain.pearson - weighed.pearson).abs() < 1e-14);
        assert!((plain.spearman - weighed.spearman).abs() < 1e-14);
        assert_eq!(plain.pairs, 6);
    }

    #[test]
    fn a_pair_without_weight_does_not_count() {
        let weights = [1.0, 1.0, 0.0, f64::NAN, 1.0];
        let correlation =
            Correlation::weighted(&[1.0, 2.0, 9.0, 9.0, 3.0], &[1.0, 2.0, 0.0, 0.0, 3.0], &weights);
        assert_eq!(correlation, Some(Correlation { pearson: 1.0, spearman: 1.0, pairs: 3 }));
    }

    #[test]
    fn nothing_is_said_of_nothing() {
        assert_eq!(Correlation::of(&[], &[]), None);
        assert_eq!(Correlation::of(&[1.0], &[1.0]), None);
        assert_eq!(Correlation::of(&[f64::INFINITY, 1.0, 2.0], &[1.0, 1.0, 1.0]), None);
        assert_eq!(Correlation::of(&[0.0, -0.0], &[1.0, 2.0]), None);
    }
}
