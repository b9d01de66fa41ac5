//! How an area's people are spread over the ranks of its parts: measures of the English Indices of Deprivation
//! (technical report 2019, appendix N).
//!
//! In: per part with a score, its rank from the bad end and its people. Out: the mean rank, the extent and the
//! local concentration.

use crate::index::classify::quantile_of_rank;

/// A part with a score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ranked {
    /// 1 is the bad end.
    pub rank: f64,
    /// What it weighs: its people, or 1 where nobody is counted.
    pub weight: f64,
}

/// How much the people of a part count for the extent, by its percentile from the bad end, `⌈100·rank ÷ N⌉`:
/// 1 up to the tenth, then from 0.95 in the eleventh down by `(0.95 − 0.05) ÷ 19` a percentile to 0.05 in the
/// thirtieth, and 0 from there on.
///
/// ```
/// use brede::index::extent::weight_of_percentile;
/// assert_eq!([1, 10, 11, 31, 100].map(weight_of_percentile), [1.0, 1.0, 0.95, 0.0, 0.0]);
/// assert!((weight_of_percentile(30) - 0.05).abs() < 1e-15);
/// // the middle of the slide
/// assert!((weight_of_percentile(20) + weight_of_percentile(21) - 1.0).abs() < 1e-15);
/// ```
pub fn weight_of_percentile(percentile: usize) -> f64 {
    match percentile {
        ..=10 => 1.0,
        11..=30 => 0.95 - (percentile - 11) as f64 * (0.95 - 0.05) / 19.0,
        _ => 0.0,
    }
}

/// The share of the people who live in the worst parts, each counted by the percentile of their part among `of`
/// ranks. Absent where nothing weighs anything.
///
/// ```
/// use brede::index::extent::{Ranked, extent};
/// // of 100 ranks: 300 people count in full, 100 for 0.95, 600 not at all
/// let parts = [(10.0, 300.0), (11.0, 100.0), (31.0, 600.0)].map(|(rank, weight)| Ranked { rank, weight });
/// assert!((extent(&parts, 100).unwrap() - 0.395).abs() < 1e-15);
/// assert_eq!(extent(&[], 100), None);
/// ```
pub fn extent(parts: &[Ranked], of: usize) -> Option<f64> {
    mean(parts, |part| weight_of_percentile(quantile_of_rank(part.rank, of, 100)))
}

/// The mean rank, by people.
pub fn mean_rank(parts: &[Ranked]) -> Option<f64> {
    mean(parts, |part| part.rank)
}

fn mean(parts: &[Ranked], of: impl Fn(&Ranked) -> f64) -> Option<f64> {
    let all: f64 = parts.iter().map(|part| part.weight).sum();
    (all > 0.0).then(|| parts.iter().map(|part| part.weight * of(part)).sum::<f64>() / all)
}

/// The mean rank, by people, of the worst parts that hold exactly a tenth of the people: of the last of them only
/// as many count as are still needed. The lower, the worse it is where it is worst. (England publishes
/// `N + 1` less this.) Absent where nothing weighs anything.
///
/// ```
/// use brede::index::extent::{Ranked, local_concentration};
/// // a tenth of 1,000 people: 40 at rank 3 and 60 of those at rank 8
/// let parts = [(90.0, 800.0), (8.0, 160.0), (3.0, 40.0)].map(|(rank, weight)| Ranked { rank, weight });
/// assert!((local_concentration(&parts).unwrap() - (0.4 * 3.0 + 0.6 * 8.0)).abs() < 1e-12);
/// ```
pub fn local_concentration(parts: &[Ranked]) -> Option<f64> {
    let all: f64 = parts.iter().map(|part| part.weight).sum();
    let tenth = all / 10.0;
    let mut order: Vec<&Ranked> = parts.iter().collect();
    order.sort_by(|one, other| one.rank.total_cmp(&other.rank));
    let (mut left, mut sum) = (tenth, 0.0);
    for part in order {
        let counted = part.weight.min(left);
        sum += counted * part.rank;
        left -= counted;
    }
    (tenth > 0.0).then(|| sum / tenth)
}
