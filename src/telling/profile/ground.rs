//! What profiles of one level have in common, reckoned once.

use crate::model::atlas::{AreaId, Atlas, IndicatorId, LevelId, Period};

/// Per indicator and level: the latest period, how far areas lie apart in it, and how much of it is known.
#[derive(Clone, Debug)]
pub struct Ground {
    /// `[indicator][level]`
    latest: Vec<Vec<Option<Period>>>,
    spread: Vec<Vec<f64>>,
    /// Which share of the areas of the level has a number in it.
    known: Vec<Vec<f64>>,
}

impl Ground {
    pub fn new(atlas: &Atlas) -> Ground {
        let levels = || (0..atlas.level_count()).map(|level| LevelId(level as u8));
        let latest: Vec<Vec<Option<Period>>> = atlas
            .indicators()
            .map(|(indicator, _)| levels().map(|level| atlas.latest(indicator, level)).collect())
            .collect();
        let spread = atlas
            .indicators()
            .zip(&latest)
            .map(|((indicator, _), latest)| {
                levels().zip(latest).map(|(level, period)| spread(atlas, indicator, level, *period)).collect()
            })
            .collect();
        let known = atlas
            .indicators()
            .zip(&latest)
            .map(|((indicator, _), latest)| {
                levels().zip(latest).map(|(level, period)| known(atlas, indicator, level, *period)).collect()
            })
            .collect();
        Ground { latest, spread, known }
    }

    /// The period that pages of a level show.
    pub fn latest(&self, indicator: IndicatorId, level: LevelId) -> Option<Period> {
        self.latest[usize::from(indicator.0)][usize::from(level.0)]
    }

    /// The period that the page of an area shows; of an area set, the latest in which it has a number.
    pub fn period(&self, atlas: &Atlas, indicator: IndicatorId, area: AreaId) -> Option<Period> {
        if atlas.set(area).is_none() {
            return self.latest(indicator, atlas.area(area).level);
        }
        let is_known = |period: &Period| atlas.reading(area, indicator, *period).value().is_some();
        atlas.periods(indicator).rev().find(is_known)
    }

    /// Whether at least half of the areas of a level have a number in that period.
    pub fn is_mostly_known(&self, indicator: IndicatorId, level: LevelId) -> bool {
        self.known[usize::from(indicator.0)][usize::from(level.0)] >= 0.5
    }

    /// The standard deviation between the areas of a level in that period; 0 where there is none.
    pub fn spread(&self, indicator: IndicatorId, level: LevelId) -> f64 {
        self.spread[usize::from(indicator.0)][usize::from(level.0)]
    }
}

fn spread(atlas: &Atlas, indicator: IndicatorId, level: LevelId, period: Option<Period>) -> f64 {
    let Some(period) = period else { return 0.0 };
    let values: Vec<f64> =
        atlas.level(level).filter_map(|area| atlas.reading(area, indicator, period).value()).collect();
    if values.len() < 2 {
        return 0.0;
    }
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    rough((values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / (count - 1.0)).sqrt())
}

/// Two digits of a number: enough to put differences in order, and the same after a small change in one of
/// many areas.
fn rough(number: f64) -> f64 {
    format!("{number:.1e}").parse().unwrap_or(number)
}

fn known(atlas: &Atlas, indicator: IndicatorId, level: LevelId, period: Option<Period>) -> f64 {
    let Some(period) = period else { return 0.0 };
    let known = atlas.level(level).filter(|area| atlas.reading(*area, indicator, period).value().is_some());
    known.count() as f64 / atlas.level_len(level).max(1) as f64
}
