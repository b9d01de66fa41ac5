//! What may be told of a change between two periods of an index (METHODS.md sections 2 and 3).
//!
//! In: an index that has been reckoned. Out: per area the class and, where the scale allows it, the points
//! between two periods, or what stands in the way; and the equal panel, over which everything is told that is
//! about more than one area. Decides no words.

use std::collections::BTreeMap;

use crate::index::people;
use crate::index::speeds::{ALIKE, deviation};
use crate::index::summary::summaries;
use crate::index::{Index, Outcome, Results, Score, Summary};
pub use crate::input::settings::Tells;
use crate::model::atlas::{AreaId, Atlas, IndicatorId, Kind, Period};

/// An area then and now, where both may be held against each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// 0 is the good end. Absent where the index has no classes, as is the other.
    pub before: Option<u8>,
    pub after: Option<u8>,
    /// The score now less the score then; only where the index tells of points.
    pub points: Option<f64>,
    /// Whether the scores differ by no more than chance explains: the margins of what comes from samples.
    pub is_chance: bool,
}

/// Why an area then is not held against the area now; where there are several reasons, the first of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Obstacle {
    /// It has no score in one of the periods: too few people, or not enough known.
    NoScore,
    /// A model estimated one of the indicators at this level: what changed may be the traits that it reckons
    /// with.
    Estimated,
    /// One of the indicators was measured in another way in between.
    Break,
    /// One of the scores holds a reading of an earlier period.
    Carried,
    /// One of the scores holds a number that a rule put in place of one that is not known.
    Imputed,
    /// The scores are made of other indicators.
    OtherIndicators,
}

impl Obstacle {
    /// In the order in which they are looked for.
    pub const ALL: [Obstacle; 6] = [
        Obstacle::NoScore,
        Obstacle::Estimated,
        Obstacle::Break,
        Obstacle::Carried,
        Obstacle::Imputed,
        Obstacle::OtherIndicators,
    ];
}

/// Two periods of an index, to be asked of each area.
pub struct Pair<'a> {
    index: &'a Index,
    before: &'a Results,
    after: &'a Results,
    from: Period,
    to: Period,
    /// Indicators of which nothing is told between these periods, and why.
    barred: Vec<(IndicatorId, Obstacle)>,
}

impl<'a> Pair<'a> {
    /// Absent where the index has no such period.
    pub fn new(atlas: &Atlas, index: &'a Index, from: Period, to: Period) -> Option<Pair<'a>> {
        let bar = |id: &IndicatorId| {
            let indicator = atlas.indicator(*id);
            let is_estimated = indicator.kind_at(index.level) == Kind::Model;
            let obstacle = if is_estimated { Obstacle::Estimated } else { Obstacle::Break };
            (is_estimated || !indicator.is_same_measure(from, to)).then_some((*id, obstacle))
        };
        Some(Pair {
            index,
            before: index.results.get(&from)?,
            after: index.results.get(&to)?,
            from,
            to,
            barred: index.indicators.iter().filter_map(bar).collect(),
        })
    }

    /// Of one area, by its place in the level.
    pub fn of(&self, place: usize) -> Result<Change, Obstacle> {
        let (Some(before), Some(after)) = (score(self.before, place), score(self.after, place)) else {
            return Err(Obstacle::NoScore);
        };
        let is_in = |id: &IndicatorId| !before.absent.contains(id) && !after.absent.contains(id);
        let barred = self.barred.iter().filter(|(id, _)| is_in(id)).map(|(_, obstacle)| *obstacle).min();
        if let Some(obstacle) = barred {
            return Err(obstacle);
        }
        if !before.carried.is_empty() || !after.carried.is_empty() {
            return Err(Obstacle::Carried);
        }
        if !before.imputed.is_empty() || !after.imputed.is_empty() {
            return Err(Obstacle::Imputed);
        }
        if before.absent != after.absent {
            return Err(Obstacle::OtherIndicators);
        }
        let moved = after.value - before.value;
        let margin = |period| self.index.margin(place, period).unwrap_or(0.0);
        let chance = margin(self.from).hypot(margin(self.to));
        let points = (self.index.tells == Tells::Points).then_some(moved);
        let is_chance = chance > 0.0 && moved.abs() <= chance;
        Ok(Change { before: before.class, after: after.class, points, is_chance })
    }

    /// Of all areas of the level.
    pub fn all(&self) -> impl Iterator<Item = Result<Change, Obstacle>> {
        (0..self.before.outcomes.len()).map(|place| self.of(place))
    }
}

fn score(results: &Results, place: usize) -> Option<&Score> {
    results.outcomes.get(place)?.score()
}

/// The equal panel: the periods that are held against each other, and the areas that can be compared in all
/// of them. Whatever is told of change over several areas is told over these.
#[derive(Clone, Debug, Default)]
pub struct EqualPanel {
    /// In order of time; the latest of the index is the last, and the only one where nothing is compared.
    pub periods: Vec<Period>,
    /// By the area's place in its level.
    pub members: Vec<bool>,
    /// By period, what areas above the level get from members alone. Empty where nothing is compared.
    pub summaries: BTreeMap<Period, BTreeMap<AreaId, Summary>>,
    /// By period, the sample standard deviation of the scores of members; none where nothing is compared.
    pub deviations: BTreeMap<Period, f64>,
}

/// A period is held against the latest one where at least this share of the areas with a score in both can
/// be: one that few can be compared with would leave few in the panel.
const COMPARABLE: f64 = 0.5;

impl EqualPanel {
    /// The panel of an index whose other parts are known.
    pub fn of(atlas: &Atlas, index: &Index) -> EqualPanel {
        let Some((latest, earlier)) = index.periods.split_last() else { return EqualPanel::default() };
        let mut members = vec![true; atlas.level_len(index.level)];
        let mut periods = Vec::new();
        for period in earlier {
            let Some(pair) = Pair::new(atlas, index, *period, *latest) else { continue };
            let changes: Vec<Result<Change, Obstacle>> = pair.all().collect();
            let comparable = changes.iter().filter(|change| change.is_ok()).count();
            let scored = changes.iter().filter(|change| **change != Err(Obstacle::NoScore)).count();
            if comparable > 0 && comparable as f64 >= COMPARABLE * scored as f64 {
                periods.push(*period);
                members.iter_mut().zip(&changes).for_each(|(member, change)| *member &= change.is_ok());
            }
        }
        if periods.is_empty() || !members.contains(&true) {
            let members = vec![false; members.len()];
            return EqualPanel { periods: vec![*latest], members, ..EqualPanel::default() };
        }
        periods.push(*latest);
        let of_members = |period: &Period| {
            let outcomes = index.results[period].outcomes.iter().zip(&members);
            // whoever is not a member counts as an area without a score
            let outcomes: Vec<Outcome> = outcomes
                .map(|(outcome, is_member)| if *is_member { outcome.clone() } else { Outcome::CountUnknown })
                .collect();
            let people = people::of(atlas, index.level, *period);
            (*period, summaries(atlas, index.level, &outcomes, &people, index.class_count()))
        };
        let spread = |period: &Period| {
            let outcomes = index.results[period].outcomes.iter().zip(&members);
            let scores =
                outcomes.filter(|(_, is_member)| **is_member).filter_map(|(outcome, _)| outcome.score());
            (*period, deviation(&scores.map(|score| score.value).collect::<Vec<f64>>()))
        };
        EqualPanel {
            summaries: periods.iter().map(of_members).collect(),
            deviations: periods.iter().map(spread).collect(),
            periods,
            members,
        }
    }

    /// The first of the periods that are compared; absent where there is only one.
    pub fn first(&self) -> Option<Period> {
        self.periods.split_last()?.1.first().copied()
    }

    /// Whether a score is about as it was in an earlier period: it moved by less than a twentieth of the standard
    /// deviation of the scores then. Where nothing is compared, only what did not move is.
    pub fn is_about_same(&self, points: f64, then: Period) -> bool {
        points.abs() < self.deviations.get(&then).map_or(0.0, |deviation| ALIKE * deviation)
    }

    /// How many areas can be compared in all of its periods.
    pub fn count(&self) -> usize {
        self.members.iter().filter(|member| **member).count()
    }
}
