//! Scores to classes (METHODS.md section 5).
//!
//! In: the scores of the reference. Out: the values between the classes, which then serve every period, and
//! the class of a score. Has no labels and no colours.

use crate::index::normalise::{ends, moments};
use crate::index::rank::Order;
use crate::input::settings::{ClassRule, QuantileOf};

/// Which end of a score is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GoodEnd {
    Low,
    High,
}

/// The values between `classes` classes by a rule, in ascending order; a score equal to one is in the class
/// above it. `people` are those of each score, and count only where the rule asks for them; not-a-number counts
/// as nobody. Empty where there are no scores; where all are equal, rules that look at distances give the
/// breaks of quantiles, so that no area is branded for it.
pub fn breaks(scores: &[f64], people: &[f64], classes: usize, rule: &ClassRule, good: GoodEnd) -> Vec<f64> {
    match (rule, ends(scores)) {
        (ClassRule::Fixed(breaks), _) => breaks.clone(),
        (_, None) => Vec::new(),
        (ClassRule::Quantile(QuantileOf::People), _) => quantiles_of_people(scores, people, classes),
        (_, Some((least, most))) if least == most => quantiles(scores, classes, good),
        (ClassRule::Quantile(QuantileOf::Areas), _) => quantiles(scores, classes, good),
        (ClassRule::EqualIntervals, Some((least, most))) => equal_intervals(least, most, classes),
        (ClassRule::Jenks, _) => {
            let known = scores.iter().copied().filter(|score| !score.is_nan());
            natural_breaks(&known.collect::<Vec<f64>>(), classes)
        }
        (ClassRule::Deviations(deviations), _) => {
            let Some(moments) = moments(scores) else { return Vec::new() };
            deviations.iter().map(|times| moments.mean + times * moments.deviation).collect()
        }
    }
}

/// The values that part a range into equally wide classes.
///
/// ```
/// use brede::index::classify::equal_intervals;
/// assert_eq!(equal_intervals(10.0, 30.0, 4), [15.0, 20.0, 25.0]);
/// ```
pub fn equal_intervals(least: f64, most: f64, classes: usize) -> Vec<f64> {
    (1..classes).map(|at| least + (most - least) * at as f64 / classes as f64).collect()
}

/// The values between classes of equally many people: an area is in the class in which the middle of its
/// people stands, when all people are lined up by the score of their area; areas of equal score stand
/// together. Empty where nobody is counted.
///
/// ```
/// use brede::index::classify::quantiles_of_people;
/// // of 100 people, 60 live in the area of 3.0: the middle of them is the 70th
/// assert_eq!(quantiles_of_people(&[1.0, 2.0, 3.0], &[20.0, 20.0, 60.0], 4), [2.0, 3.0, 3.0f64.next_up()]);
/// assert_eq!(quantiles_of_people(&[1.0, 2.0, 3.0, 4.0], &[25.0; 4], 4), [2.0, 3.0, 4.0]);
/// ```
pub fn quantiles_of_people(scores: &[f64], people: &[f64], classes: usize) -> Vec<f64> {
    let order = Order::of(scores);
    let count = |at: u32| people.get(at as usize).copied().filter(|count| *count > 0.0).unwrap_or(0.0);
    let all = order.places.iter().fold(0.0, |sum, place| sum + count(*place));
    if all == 0.0 || classes < 2 {
        return Vec::new();
    }
    let mut breaks = Vec::new();
    let mut below = 0.0;
    for tie in order.ties() {
        let own = tie.places.iter().fold(0.0, |sum, place| sum + count(*place));
        let middle = (below + own / 2.0) / all;
        let class = ((classes as f64 * middle) as usize).min(classes - 1);
        while breaks.len() < class {
            breaks.push(scores[tie.places[0] as usize]);
        }
        below += own;
    }
    let last = order.places.last().map_or(0.0, |last| scores[*last as usize]);
    breaks.resize(classes - 1, last.next_up());
    breaks
}

/// Natural breaks: the classes within which the squares of what scores differ from the mean of their class sum
/// to the least (Fisher 1958; Jenks 1977). A break is the least score of the class above it. Where there are
/// fewer different scores than classes, the last breaks lie above all.
///
/// ```
/// use brede::index::classify::natural_breaks;
/// assert_eq!(natural_breaks(&[1.0, 2.0, 10.0, 11.0, 12.0, 30.0], 3), [10.0, 30.0]);
/// ```
pub fn natural_breaks(scores: &[f64], classes: usize) -> Vec<f64> {
    let mut sorted = scores.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    // equal scores go together: each different score, with how often it is there
    let mut different: Vec<(f64, f64)> = Vec::new();
    for score in sorted {
        match different.last_mut() {
            Some((last, count)) if *last == score => *count += 1.0,
            _ => different.push((score, 1.0)),
        }
    }
    let count = different.len();
    let Some((highest, _)) = different.last().copied() else { return Vec::new() };
    if count < classes {
        let mut breaks: Vec<f64> = different[1..].iter().map(|(score, _)| *score).collect();
        breaks.resize(classes - 1, highest.next_up());
        return breaks;
    }
    // sums from the start, of scores less the first so that squares stay small
    let first = different[0].0;
    let mut sums = vec![[0.0; 3]; count + 1];
    for (at, (score, times)) in different.iter().enumerate() {
        let (before, value) = (sums[at], score - first);
        sums[at + 1] = [before[0] + times, before[1] + times * value, before[2] + times * value * value];
    }
    let spread = |from: usize, to: usize| {
        let [n, sum, squares] = [0, 1, 2].map(|of| sums[to][of] - sums[from][of]);
        (squares - sum * sum / n).max(0.0)
    };
    let mut costs: Vec<f64> = (0..=count).map(|to| if to == 0 { 0.0 } else { spread(0, to) }).collect();
    let mut starts: Vec<Vec<usize>> = Vec::new();
    for class in 1..classes {
        let mut next = vec![f64::INFINITY; count + 1];
        let mut start = vec![0; count + 1];
        // the best start of the last class moves up with its end, so that halves can be done apart
        let mut open = vec![(class + 1, count, class, count)];
        while let Some((low, high, from, to)) = open.pop() {
            if low > high {
                continue;
            }
            let end = low.midpoint(high);
            let best = (from..=to.min(end - 1))
                .map(|start| (costs[start] + spread(start, end), start))
                .fold((f64::INFINITY, from), |best, one| if one.0 < best.0 { one } else { best });
            (next[end], start[end]) = best;
            open.push((low, end - 1, from, best.1));
            open.push((end + 1, high, best.1, to));
        }
        costs = next;
        starts.push(start);
    }
    let mut breaks = Vec::new();
    let mut end = count;
    for start in starts.iter().rev() {
        end = start[end];
        breaks.push(different[end].0);
    }
    breaks.reverse();
    breaks
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
    let order = Order::of(scores);
    let Some(last) = order.places.last().filter(|_| classes >= 2) else { return Vec::new() };
    let mut breaks = Vec::with_capacity(classes - 1);
    for tie in order.ties() {
        let from_low = match good {
            GoodEnd::Low => {
                classes - quantile_of_rank(tie.rank_from_largest(order.len()), order.len(), classes)
            }
            GoodEnd::High => quantile_of_rank(tie.rank_from_smallest(), order.len(), classes) - 1,
        };
        while breaks.len() < from_low {
            breaks.push(scores[tie.places[0] as usize]);
        }
    }
    breaks.resize(classes - 1, scores[*last as usize].next_up());
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
        let ranks = crate::index::rank::from_largest(&scores);
        for (score, rank) in classes(&scores, 4, GoodEnd::Low).into_iter().zip(&ranks.ranks) {
            assert_eq!(score, 4 - quantile_of_rank(*rank, ranks.of, 4));
        }
        for (score, rank) in classes(&scores, 4, GoodEnd::High).into_iter().zip(&ranks.ranks) {
            assert_eq!(score, 4 - quantile_of_rank(12.0 - *rank, ranks.of, 4));
        }
    }

    #[test]
    fn natural_breaks_are_the_best_of_all() {
        let scores = [4.0, 5.0, 9.0, 10.0, 4.5, 20.0, 21.0, 9.5, 30.0, 2.0, 4.0];
        let cost = |breaks: &[f64]| -> f64 {
            let classes = (0..=breaks.len()).map(|class| {
                let of =
                    scores.iter().filter(|score| breaks.partition_point(|limit| limit <= *score) == class);
                let of: Vec<f64> = of.copied().collect();
                let mean = of.iter().sum::<f64>() / of.len().max(1) as f64;
                of.iter().map(|score| (score - mean).powi(2)).sum::<f64>()
            });
            classes.sum()
        };
        let found = natural_breaks(&scores, 4);
        for one in scores {
            for two in scores.iter().filter(|two| **two > one) {
                for three in scores.iter().filter(|three| *three > two) {
                    assert!(cost(&found) <= cost(&[one, *two, *three]) + 1e-9);
                }
            }
        }
        assert_eq!(natural_breaks(&[1.0, 1.0, 2.0], 4), [2.0, 2.0_f64.next_up(), 2.0_f64.next_up()]);
    }

    #[test]
    fn rules_of_distance_brand_nobody_where_all_are_equal() {
        for rule in [ClassRule::EqualIntervals, ClassRule::Jenks, ClassRule::Deviations(vec![-1.0, 1.0])] {
            let scores = [5.0; 6];
            let breaks = breaks(&scores, &[], 3, &rule, GoodEnd::Low);
            assert_eq!(class(5.0, &breaks, GoodEnd::Low), 1, "{rule:?}");
        }
    }

    #[test]
    fn deviations_are_counted_from_the_mean() {
        let scores = [2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0];
        let breaks = breaks(&scores, &[], 3, &ClassRule::Deviations(vec![-1.0, 1.0]), GoodEnd::Low);
        assert!((breaks[0] - 2.861_910).abs() < 1e-6 && (breaks[1] - 7.138_090).abs() < 1e-6);
    }

    #[test]
    fn few_scores_leave_classes_empty() {
        assert_eq!(classes(&[1.0], 4, GoodEnd::Low), [0]);
        assert_eq!(classes(&[1.0, 2.0], 4, GoodEnd::Low), [0, 2]);
        assert!(quantiles(&[f64::NAN], 4, GoodEnd::Low).is_empty());
        assert!(quantiles(&[1.0, 2.0], 1, GoodEnd::Low).is_empty());
    }
}
