//! Scores held against figures outside the index (METHODS.md section 6).
//!
//! In: the atlas, an index and what its definition compares it with. Out: how its latest scores go together
//! with each figure, over which areas, and why they might do so of themselves. Says nothing of causes, nor of
//! persons.

use crate::index::Index;
use crate::index::correlation::Correlation;
use crate::index::people;
use crate::input::settings::{Compared, Weighting};
use crate::model::atlas::{Atlas, IndicatorId, Kind, Period};

/// With fewer areas than this, nothing is said: any two columns go together in a handful of areas.
pub const FEWEST: usize = 10;

/// How the scores of the latest period go together with one figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    pub indicator: IndicatorId,
    /// Of the figure: the period of the scores, else the latest earlier one, else the first later one. Absent
    /// where it is known of no area of the level.
    pub period: Option<Period>,
    /// Of the score with the figure: above 0 where both are high in the same areas. Over the areas of which
    /// both are known, and by people also how many live there. Absent where those are fewer than [`FEWEST`],
    /// or all have one score or one figure.
    pub correlation: Option<Correlation>,
    pub weighting: Weighting,
    /// Why they may go together of themselves.
    pub overlaps: Vec<Overlap>,
}

/// What a figure and an index have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlap {
    /// The figure, or another one of the same count, is in the index.
    Inside,
    /// The author of the index says so.
    Declared,
    /// At this level a model estimated the figure, from traits that may be in the index.
    Estimated,
}

/// How strongly two columns go together, as they are told with two decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    /// Below 0.10, or no further from 0 than chance explains.
    None,
    /// From 0.10 on
    Weak,
    /// From 0.30 on
    Moderate,
    /// From 0.50 on
    Strong,
}

impl Strength {
    /// The bounds are those of METHODS.md section 6, held against what a reader sees; below 0.10 less than a
    /// hundredth of the variance is shared (Cohen, Statistical Power Analysis, 1988). By chance alone, |r| over so
    /// many pairs stays within 1.96 ÷ √(pairs − 1) in 95 of 100 cases.
    ///
    /// ```
    /// use brede::index::comparison::Strength;
    /// assert_eq!(Strength::of(-0.838, 100), Strength::Strong);
    /// assert_eq!(Strength::of(0.496, 100), Strength::Strong);
    /// assert_eq!(Strength::of(0.494, 100), Strength::Moderate);
    /// assert_eq!(Strength::of(-0.2949, 100), Strength::Weak);
    /// assert_eq!(Strength::of(0.0949, 10_000), Strength::None);
    /// // 1.96 ÷ √16 = 0.49
    /// assert_eq!(Strength::of(0.48, 17), Strength::None);
    /// assert_eq!(Strength::of(0.5, 17), Strength::Strong);
    /// ```
    pub fn of(r: f64, pairs: usize) -> Strength {
        if r.abs() <= 1.96 / (pairs.max(2) as f64 - 1.0).sqrt() {
            return Strength::None;
        }
        match (r.abs() * 100.0).round() as u32 {
            0..10 => Strength::None,
            10..30 => Strength::Weak,
            30..50 => Strength::Moderate,
            _ => Strength::Strong,
        }
    }
}

/// In the order of the definition. Empty where no period has a score.
pub fn comparisons(atlas: &Atlas, compared: &[Compared], index: &Index) -> Vec<Comparison> {
    let Some((latest, results)) = index.latest().and_then(|it| Some((it, index.results.get(&it)?))) else {
        return Vec::new();
    };
    let scores = results.outcomes.iter().map(|outcome| outcome.score().map_or(f64::NAN, |score| score.value));
    let scores: Vec<f64> = scores.collect();
    let one = |compared: &Compared| {
        let indicator = IndicatorId(compared.indicator as u16);
        let period = period(atlas, index, indicator, latest);
        let correlation = period.and_then(|period| {
            let readings = atlas.readings(index.level, indicator, period).iter();
            let values: Vec<f64> = readings.map(|reading| reading.value().unwrap_or(f64::NAN)).collect();
            match (compared.weighting, atlas.population()) {
                (Weighting::Areas, _) => Correlation::of(&scores, &values),
                (Weighting::People, Some(population)) => {
                    let people = people::counts(atlas, index.level, population, latest);
                    Correlation::weighted(&scores, &values, &people)
                }
                (Weighting::People, None) => None,
            }
        });
        Comparison {
            indicator,
            period,
            correlation: correlation.filter(|it| it.pairs >= FEWEST),
            weighting: compared.weighting,
            overlaps: overlaps(atlas, index, indicator, compared),
        }
    };
    compared.iter().map(one).collect()
}

fn period(atlas: &Atlas, index: &Index, indicator: IndicatorId, latest: Period) -> Option<Period> {
    let is_measured = |period: &Period| atlas.is_measured(index.level, indicator, *period);
    let earlier = atlas.periods(indicator).rev().filter(|period| *period <= latest);
    let later = atlas.periods(indicator).filter(|period| *period > latest);
    earlier.chain(later).find(is_measured)
}

fn overlaps(atlas: &Atlas, index: &Index, indicator: IndicatorId, compared: &Compared) -> Vec<Overlap> {
    let counted = |id: IndicatorId| atlas.indicator(id).numerator.unwrap_or(id);
    let is_inside = index.indicators.iter().any(|id| counted(*id) == counted(indicator));
    let is_estimated = atlas.indicator(indicator).kind_at(index.level) == Kind::Model;
    let found = [
        is_inside.then_some(Overlap::Inside),
        compared.overlaps.is_some().then_some(Overlap::Declared),
        is_estimated.then_some(Overlap::Estimated),
    ];
    found.into_iter().flatten().collect()
}
