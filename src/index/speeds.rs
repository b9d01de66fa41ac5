//! Whether areas with the worst scores move at another speed than those with the best (METHODS.md section 6).
//!
//! In: an index that has been reckoned. Out: the mean change of three groups of the equal panel (the worst
//! fifth, the best fifth and those between), with the groups chosen at the start, at the end, and by the mean
//! of both; how far scores lie apart in each period; and a conclusion, where one may be drawn. Only of an index
//! that tells of points. About areas: the people in them are not the same.
//!
//! Whoever is worst at the start is so partly by chance, and moves back: groups chosen at the start seem to
//! come together, and groups chosen at the end to part. By the mean of both, chance moves neither way. So a
//! conclusion needs all three.

use crate::index::change::Tells;
use crate::index::classify::{GoodEnd, quantile_of_rank};
use crate::index::rank;
use crate::index::{Index, Outcome};
use crate::model::atlas::Period;

/// A group of fewer areas tells nothing of others like it.
pub const FEWEST_IN_GROUP: usize = 15;

/// A difference counts beyond this many of its standard errors.
pub const ERRORS: f64 = 1.96;

/// Groups are called equally fast where their difference, with its margin, is within this share of the
/// standard deviation of the scores at the start.
pub const ALIKE: f64 = 0.05;

/// Between the first and the latest period that are compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Speeds {
    pub start: Period,
    pub end: Period,
    /// How many areas are compared.
    pub areas: usize,
    /// In the order of [`ChosenBy::ALL`].
    pub choices: [Choice; 3],
    pub conclusion: Option<Conclusion>,
    /// The standard deviation of the scores of the same areas in each period that is compared.
    pub spread: Vec<(Period, f64)>,
}

/// By which score areas are put in groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChosenBy {
    Start,
    End,
    Mean,
}

impl ChosenBy {
    pub const ALL: [ChosenBy; 3] = [ChosenBy::Start, ChosenBy::End, ChosenBy::Mean];
}

/// The groups as chosen in one way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Choice {
    pub worst: Group,
    pub middle: Group,
    pub best: Group,
    /// The mean change of the worst fifth less that of the best, in points.
    pub difference: f64,
    /// Its standard error: `√(s²ₙ/n + s²ₘ/m)` over the changes in both groups.
    pub error: f64,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Group {
    pub areas: usize,
    /// The mean of the scores at the end less those at the start.
    pub change: f64,
}

/// What all three choices say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conclusion {
    /// The worst fifth got better faster than the best, or worse more slowly.
    CatchingUp,
    Lagging,
    SameSpeed,
}

/// Absent where the index tells of no points, nothing is compared, or a group has fewer than
/// [`FEWEST_IN_GROUP`] areas.
pub fn speeds(index: &Index) -> Option<Speeds> {
    if index.tells != Tells::Points {
        return None;
    }
    let (start, end) = (index.panel.first()?, *index.panel.periods.last()?);
    let scores = |period: Period| -> Option<Vec<f64>> {
        let members = index.results.get(&period)?.outcomes.iter().zip(&index.panel.members);
        let members = members.filter(|(_, is_member)| **is_member).map(|(outcome, _)| outcome);
        members.map(Outcome::score).map(|score| Some(score?.value)).collect()
    };
    let (before, after) = (scores(start)?, scores(end)?);
    let good = if index.low_is_good { GoodEnd::Low } else { GoodEnd::High };
    let choices = choices(&before, &after, good)?;
    let periods = index.panel.periods.iter();
    Some(Speeds {
        start,
        end,
        areas: before.len(),
        choices,
        conclusion: conclusion(&choices, deviation(&before), good),
        spread: periods.filter_map(|period| Some((*period, deviation(&scores(*period)?)))).collect(),
    })
}

/// The scores of the same areas then and now, grouped in three ways. Areas are in the worst or the best fifth
/// by their mean rank among equal scores, so that equal ones are never parted. Absent where a fifth has fewer
/// than [`FEWEST_IN_GROUP`] areas.
///
/// ```
/// use brede::index::classify::GoodEnd;
/// use brede::index::speeds::choices;
/// // a hundred scores from 0 to 99, of which each loses a tenth
/// let before: Vec<f64> = (0..100).map(f64::from).collect();
/// let after: Vec<f64> = before.iter().map(|score| 0.9 * score).collect();
/// let [start, end, mean] = choices(&before, &after, GoodEnd::Low).unwrap();
/// // the worst are 80 to 99, with the mean 89.5; the best 0 to 19, with the mean 9.5
/// assert!((start.worst.change + 8.95).abs() < 1e-12 && (start.best.change + 0.95).abs() < 1e-12);
/// assert!((start.difference + 8.0).abs() < 1e-12);
/// // both variances are that of 20 numbers in a row, 35, × 0.1²
/// assert!((start.error - (2.0 * 0.35_f64 / 20.0).sqrt()).abs() < 1e-12);
/// assert_eq!((start, start), (end, mean));
/// assert_eq!(choices(&before[..70], &after[..70], GoodEnd::Low), None);
/// ```
pub fn choices(before: &[f64], after: &[f64], good: GoodEnd) -> Option<[Choice; 3]> {
    let both: Vec<f64> = before.iter().zip(after).map(|(before, after)| (before + after) / 2.0).collect();
    let by = |chosen| match chosen {
        ChosenBy::Start => before,
        ChosenBy::End => after,
        ChosenBy::Mean => both.as_slice(),
    };
    let changes: Vec<f64> = before.iter().zip(after).map(|(before, after)| after - before).collect();
    let [start, end, mean] = ChosenBy::ALL.map(|chosen| choice(by(chosen), &changes, good));
    Some([start?, end?, mean?])
}

fn choice(by: &[f64], changes: &[f64], good: GoodEnd) -> Option<Choice> {
    let ranks = rank::from_largest(by);
    let (mut worst, mut middle, mut best) = (Vec::new(), Vec::new(), Vec::new());
    for (rank, change) in ranks.ranks.iter().zip(changes) {
        let from_bad_end = match good {
            GoodEnd::Low => *rank,
            GoodEnd::High => ranks.of as f64 + 1.0 - rank,
        };
        match quantile_of_rank(from_bad_end, ranks.of, 5) {
            1 => worst.push(*change),
            5 => best.push(*change),
            _ => middle.push(*change),
        }
    }
    if worst.len().min(best.len()) < FEWEST_IN_GROUP {
        return None;
    }
    let error = |group: &[f64]| deviation(group).powi(2) / group.len() as f64;
    let (worst_group, best_group) = (group(&worst), group(&best));
    Some(Choice {
        worst: worst_group,
        middle: group(&middle),
        best: best_group,
        difference: worst_group.change - best_group.change,
        error: (error(&worst) + error(&best)).sqrt(),
    })
}

fn group(changes: &[f64]) -> Group {
    if changes.is_empty() {
        return Group::default();
    }
    Group { areas: changes.len(), change: changes.iter().sum::<f64>() / changes.len() as f64 }
}

/// With the sample's denominator; 0 of fewer than two.
pub fn deviation(values: &[f64]) -> f64 {
    let count = values.len() as f64;
    if count < 2.0 {
        return 0.0;
    }
    let mean = values.iter().sum::<f64>() / count;
    (values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / (count - 1.0)).sqrt()
}

/// What all three choices say: that the worst fifth moved for the better by more than the best, beyond
/// [`ERRORS`] standard errors; by less; or that both moved alike, as [`ALIKE`] says. `spread` is the standard
/// deviation of the scores at the start.
pub fn conclusion(choices: &[Choice; 3], spread: f64, good: GoodEnd) -> Option<Conclusion> {
    let better = |choice: &Choice| match good {
        GoodEnd::Low => -choice.difference,
        GoodEnd::High => choice.difference,
    };
    let margin = |choice: &Choice| ERRORS * choice.error;
    if choices.iter().all(|choice| better(choice) > margin(choice)) {
        return Some(Conclusion::CatchingUp);
    }
    if choices.iter().all(|choice| better(choice) < -margin(choice)) {
        return Some(Conclusion::Lagging);
    }
    let is_alike = |choice: &Choice| choice.difference.abs() + margin(choice) <= ALIKE * spread;
    (spread > 0.0 && choices.iter().all(is_alike)).then_some(Conclusion::SameSpeed)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers that look like chance: splitmix64, by the polar method of Marsaglia.
    struct Chance(u64);

    impl Chance {
        fn uniform(&mut self) -> f64 {
            self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut bits = self.0;
            bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            ((bits ^ (bits >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
        }

        fn normal(&mut self) -> f64 {
            loop {
                let (x, y) = (2.0 * self.uniform() - 1.0, 2.0 * self.uniform() - 1.0);
                let square = x * x + y * y;
                if square > 0.0 && square < 1.0 {
                    return x * (-2.0 * square.ln() / square).sqrt();
                }
            }
        }
    }

    /// True scores with a deviation of 1, which grow by `slope` for each point above the mean; both are
    /// measured with noise of 0.2.
    fn measured(seed: u64, areas: usize, slope: f64) -> Option<Conclusion> {
        let mut chance = Chance(seed);
        let (mut before, mut after) = (Vec::new(), Vec::new());
        for _ in 0..areas {
            let truth = chance.normal();
            before.push(truth + 0.2 * chance.normal());
            after.push(truth * (1.0 + slope) - 0.5 + 0.2 * chance.normal());
        }
        conclusion(&choices(&before, &after, GoodEnd::Low).unwrap(), deviation(&before), GoodEnd::Low)
    }

    #[test]
    fn noise_alone_brings_no_conclusion() {
        for areas in [150, 300, 2000] {
            for seed in 0..400 {
                assert_eq!(measured(seed, areas, 0.0), None, "seed {seed}, {areas} areas");
            }
        }
    }

    #[test]
    fn a_choice_at_the_start_alone_would_mistake_noise_for_catching_up() {
        let mut chance = Chance(7);
        let truth: Vec<f64> = (0..2000).map(|_| chance.normal()).collect();
        let mut measure = || truth.iter().map(|truth| truth + 0.2 * chance.normal()).collect::<Vec<f64>>();
        let [start, end, mean] = choices(&measure(), &measure(), GoodEnd::Low).unwrap();
        assert!(start.difference < -ERRORS * start.error, "{start:?}");
        assert!(end.difference > ERRORS * end.error, "{end:?}");
        assert!(mean.difference.abs() < ERRORS * mean.error, "{mean:?}");
    }

    #[test]
    fn a_true_difference_is_found() {
        for seed in 0..100 {
            assert_eq!(measured(seed, 300, -0.2), Some(Conclusion::CatchingUp), "seed {seed}");
            assert_eq!(measured(seed, 300, 0.2), Some(Conclusion::Lagging), "seed {seed}");
        }
    }

    #[test]
    fn what_moves_alike_is_equally_fast_at_either_good_end() {
        let before: Vec<f64> = (0..100).map(f64::from).collect();
        let moved: Vec<f64> = before.iter().map(|score| score + 3.0).collect();
        let shrunk: Vec<f64> = before.iter().map(|score| score * 0.9).collect();
        for good in [GoodEnd::Low, GoodEnd::High] {
            let of =
                |after: &[f64]| conclusion(&choices(&before, after, good).unwrap(), deviation(&before), good);
            assert_eq!(of(&moved), Some(Conclusion::SameSpeed));
            assert_eq!(of(&shrunk), Some(Conclusion::CatchingUp));
        }
    }

    #[test]
    fn without_spread_there_are_no_groups() {
        assert_eq!(choices(&[5.0; 200], &[4.0; 200], GoodEnd::Low), None);
        assert_eq!(choices(&[], &[], GoodEnd::Low), None);
    }
}
