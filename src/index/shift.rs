//! How far one order of areas is another than the one that is published.
//!
//! In: what each area gets in both, and its people. Out: a [`Shift`] over the areas that have a score in both, which
//! are ranked among themselves: an area does not move because another one has lost its score. Does not know what
//! was done otherwise.

use serde::Serialize;

use crate::index::compute::{breaks, from_bad_end, good_end};
use crate::index::correlation::spearman;
use crate::index::layer::Ground;
use crate::index::{Outcome, Score, classify, people, rank};

/// What an area gets.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Found {
    pub score: f64,
    /// 1 is the bad end; equal scores share the mean of their ranks.
    pub rank: f64,
    /// 0 is the good end. Absent where the index has no classes.
    pub class: Option<u8>,
}

/// What another way to reckon changes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Shift {
    /// How many areas have a score in both.
    pub areas: usize,
    /// How many have one before alone, and after alone.
    pub lost: usize,
    pub gained: usize,
    /// Spearman's correlation of the ranks; absent where there are fewer than two areas, or all ranks are shared.
    pub spearman: Option<f64>,
    /// How many areas are in another class; absent where the index has no classes.
    pub other_class: Option<usize>,
    /// Of the people in areas with a score in both, the share who live in those; absent where nobody is counted.
    pub people: Option<f64>,
    /// The area that moves most, by its place in its level, and the places that it moves: up is towards the bad
    /// end. The first of those that move as far; absent where none moves.
    pub largest: Option<Moved>,
    /// The mean of how far areas move; 0 where there are none.
    pub mean: f64,
}

/// An area that gets another rank, among the areas with a score in both.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Moved {
    pub place: usize,
    pub from: f64,
    pub to: f64,
}

impl Moved {
    /// How many places, whichever way.
    pub fn distance(self) -> f64 {
        (self.from - self.to).abs()
    }
}

impl From<&Score> for Found {
    fn from(score: &Score) -> Found {
        Found { score: score.value, rank: score.rank, class: score.class }
    }
}

/// What areas have got, by their places.
pub fn found(outcomes: &[Outcome]) -> Vec<Option<Found>> {
    outcomes.iter().map(|outcome| outcome.score().map(Found::from)).collect()
}

/// What areas get in the latest period where scores have been reckoned anew, by their places: breaks between classes
/// are found anew by the rule of the definition. `scores` by cell.
pub fn anew(ground: Ground<'_>, scores: &[f64]) -> Vec<Option<Found>> {
    let panel = ground.panel;
    let people: Vec<f64> =
        panel.periods.iter().flat_map(|period| people::of(ground.atlas, panel.level, *period)).collect();
    let good = good_end(ground.definition);
    let order = rank::all_in_order(scores);
    let breaks = breaks(ground, &order, &people);
    let cells = panel.of_period(panel.periods.len() - 1);
    let (latest, order) = (&scores[cells.clone()], &order[cells]);
    let ranks = rank::from_largest(order);
    let one = |((score, order), from_largest): ((&f64, &f64), &f64)| {
        let class = (!breaks.is_empty()).then(|| classify::class(*order, &breaks, good) as u8);
        let rank = from_bad_end(*from_largest, &ranks, good);
        (!score.is_nan()).then_some(Found { score: *score, rank, class })
    };
    latest.iter().zip(order).zip(&ranks.ranks).map(one).collect()
}

/// An area with a score in both orders, with its ranks among all of these.
#[derive(Clone, Copy, Debug)]
pub struct Both {
    /// In its level.
    pub place: usize,
    pub before: Found,
    pub after: Found,
}

/// The areas that have a score in both orders; both by place.
///
/// ```
/// use brede::index::shift::{Found, both};
/// let found = |rank: f64| Some(Found { score: 9.0 - rank, rank, class: None });
/// let both = both(&[found(1.0), found(2.0), found(3.0)], &[None, found(2.0), found(1.0)]);
/// let ranks: Vec<(f64, f64)> = both.iter().map(|one| (one.before.rank, one.after.rank)).collect();
/// assert_eq!(ranks, [(1.0, 2.0), (2.0, 1.0)]);
/// ```
pub fn both(before: &[Option<Found>], after: &[Option<Found>]) -> Vec<Both> {
    let mut both: Vec<Both> = (before.iter().zip(after).enumerate())
        .filter_map(|(place, (before, after))| Some(Both { place, before: (*before)?, after: (*after)? }))
        .collect();
    if both.len() < before.iter().flatten().count() {
        among(&mut both, |one| &mut one.before);
    }
    if both.len() < after.iter().flatten().count() {
        among(&mut both, |one| &mut one.after);
    }
    both
}

/// Ranks these areas among themselves.
fn among(both: &mut [Both], of: fn(&mut Both) -> &mut Found) {
    let ranks: Vec<f64> = both.iter_mut().map(|one| of(one).rank).collect();
    let end = ranks.len() as f64 + 1.0;
    for (one, from_largest) in both.iter_mut().zip(rank::from_largest(&ranks).ranks) {
        of(one).rank = end - from_largest;
    }
}

impl Shift {
    /// From one order to another, by the areas' places; `people` are not-a-number where they are not known.
    ///
    /// ```
    /// use brede::index::shift::{Found, Shift};
    /// let found = |rank: f64, class| Some(Found { score: 9.0 - rank, rank, class: Some(class) });
    /// let before = [found(1.0, 1), found(2.0, 1), found(3.0, 0), found(4.0, 0), None];
    /// let after = [found(1.0, 1), found(4.0, 0), found(2.0, 1), found(3.0, 0), found(5.0, 0)];
    /// let shift = Shift::of(&before, &after, &[40.0, 10.0, 20.0, 30.0, 99.0]);
    /// // the fifth area has no score before; moves of 0, 2, 1 and 1: 1 − 6·(0 + 4 + 1 + 1) ÷ (4·15)
    /// assert!((shift.spearman.unwrap() - 0.4).abs() < 1e-12);
    /// assert_eq!((shift.areas, shift.lost, shift.gained, shift.mean), (4, 0, 1, 1.0));
    /// // the second and the third are in another class, and 30 of 100 people live in them
    /// assert_eq!((shift.other_class, shift.people), (Some(2), Some(0.3)));
    /// let largest = shift.largest.unwrap();
    /// assert_eq!((largest.place, largest.from, largest.to, largest.distance()), (1, 2.0, 4.0, 2.0));
    /// ```
    pub fn of(before: &[Option<Found>], after: &[Option<Found>], people: &[f64]) -> Shift {
        let both = both(before, after);
        let ranks = |of: fn(&Both) -> f64| both.iter().map(of).collect::<Vec<f64>>();
        let (mut people_moved, mut all_people, mut distance) = (0.0, 0.0, 0.0);
        let (mut moved, mut has_classes) = (0, false);
        let mut largest: Option<Moved> = None;
        for Both { place, before, after } in &both {
            let one = Moved { place: *place, from: before.rank, to: after.rank };
            distance += one.distance();
            if one.distance() > largest.map_or(0.0, Moved::distance) {
                largest = Some(one);
            }
            has_classes |= before.class.is_some();
            let count = people.get(*place).copied().filter(|count| *count > 0.0).unwrap_or(0.0);
            all_people += count;
            if before.class != after.class {
                moved += 1;
                people_moved += count;
            }
        }
        Shift {
            areas: both.len(),
            lost: before.iter().flatten().count() - both.len(),
            gained: after.iter().flatten().count() - both.len(),
            spearman: spearman(&ranks(|one| one.before.rank), &ranks(|one| one.after.rank)),
            other_class: has_classes.then_some(moved),
            people: (has_classes && all_people > 0.0).then(|| people_moved / all_people),
            largest,
            mean: distance / both.len().max(1) as f64,
        }
    }
}
