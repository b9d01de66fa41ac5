//! Scores to classes of equally many areas (METHODS.md section 5).
//!
//! In: the scores of the reference. Out: the values between the classes, which then serve every period, and
//! the class of a score. Has no labels and no colours.

use crate::index::rank;

/// Which end of a score is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GoodEnd {
    Low,
    High,
}

/// The values between `classes` classes of equally many areas, in ascending order; a score equal to one is in
/// the class above it. Empty where there are fewer than two classes or no scores.
///
/// They are such that the class of an area, counted from the bad end, is `⌈classes·rank ÷ N⌉` with the mean
/// rank of its ties: equal scores are never parted. Where ties leave a class without areas, its two values
/// are equal, or lie just above the largest score.
///
/// ```
/// use brede::index::classify::{GoodEnd, quantiles};
/// let scores = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0];
/// // ranks 1–2, 3–5, 6–7 and 8–10 from the bad end
/// assert_eq!(quantiles(&scores, 4, GoodEnd::Low), [4.0, 6.0, 9.0]);
/// assert_eq!(quantiles(&scores, 4, GoodEnd::High), [3.0, 6.0, 8.0]);
/// ```
pub fn quantiles(scores: &[f64], classes: usize, good: GoodEnd) -> Vec<f64> {
    let order = rank::ascending(scores);
    let Some(last) = order.last().filter(|_| classes >= 2) else { return Vec::new() };
    let mut breaks = Vec::with_capacity(classes - 1);
    for tie in rank::ties(&order) {
        let from_low = match good {
            GoodEnd::Low => {
                classes - quantile_of_rank(tie.rank_from_largest(order.len()), order.len(), classes)
            }
            GoodEnd::High => quantile_of_rank(tie.rank_from_smallest(), order.len(), classes) - 1,
        };
        while breaks.len() < from_low {
            breaks.push(scores[order[tie.start].at as usize]);
        }
    }
    breaks.resize(classes - 1, scores[last.at as usize].next_up());
    breaks
}

/// Which of `parts` equal parts of N areas a rank falls in, counted from 1: `⌈parts·rank ÷ N⌉`.
///
/// ```
/// use brede::index::classify::quantile_of_rank;
/// assert_eq!(quantile_of_rank(3284.0, 32_844, 10), 1);
/// assert_eq!(quantile_of_rank(3285.0, 32_844, 10), 2);
/// assert_eq!(quantile_of_rank(32_844.0, 32_844, 10), 10);
/// ```
pub fn quantile_of_rank(rank: f64, of: usize, parts: usize) -> usize {
    ((parts as f64 * rank / of as f64).ceil() as usize).clamp(1, parts)
}

/// The class of a score, 0 at the good end.
///
/// ```
/// use brede::index::classify::{GoodEnd, class};
/// assert_eq!(class(3.9, &[4.0, 6.0, 9.0], GoodEnd::Low), 0);
/// assert_eq!(class(4.0, &[4.0, 6.0, 9.0], GoodEnd::Low), 1);
/// assert_eq!(class(9.5, &[4.0, 6.0, 9.0], GoodEnd::High), 0);
/// ```
pub fn class(score: f64, breaks: &[f64], good: GoodEnd) -> usize {
    let from_low = breaks.partition_point(|limit| *limit <= score);
    match good {
        GoodEnd::Low => from_low,
        GoodEnd::High => breaks.len() - from_low,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn classes(scores: &[f64], count: usize, good: GoodEnd) -> Vec<usize> {
        let breaks = quantiles(scores, count, good);
        scores.iter().map(|score| class(*score, &breaks, good)).collect()
    }

    #[test]
    fn equal_scores_are_in_one_class_and_none_is_branded_for_it() {
        assert_eq!(classes(&[5.0; 10], 4, GoodEnd::Low), [1; 10]);
        assert_eq!(classes(&[5.0; 10], 4, GoodEnd::High), [1; 10]);
        assert_eq!(classes(&[1.0, 2.0, 2.0, 2.0, 3.0, 4.0], 3, GoodEnd::Low), [0, 1, 1, 1, 2, 2]);
    }

    #[test]
    fn classes_are_those_of_the_mean_rank() {
        let scores = [3.0, 1.0, 4.0, 1.0, 5.0, 9.0, 2.0, 6.0, 5.0, 3.0, 5.0];
        let ranks = rank::from_largest(&scores);
        for (score, rank) in classes(&scores, 4, GoodEnd::Low).into_iter().zip(&ranks.ranks) {
            assert_eq!(score, 4 - quantile_of_rank(*rank, ranks.of, 4));
        }
        for (score, rank) in classes(&scores, 4, GoodEnd::High).into_iter().zip(&ranks.ranks) {
            assert_eq!(score, 4 - quantile_of_rank(12.0 - *rank, ranks.of, 4));
        }
    }

    #[test]
    fn few_scores_leave_classes_empty() {
        assert_eq!(classes(&[1.0], 4, GoodEnd::Low), [0]);
        assert_eq!(classes(&[1.0, 2.0], 4, GoodEnd::Low), [0, 2]);
        assert!(quantiles(&[f64::NAN], 4, GoodEnd::Low).is_empty());
        assert!(quantiles(&[1.0, 2.0], 1, GoodEnd::Low).is_empty());
    }
}
