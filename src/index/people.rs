//! How many people, or homes, an area counts.
//!
//! In: the atlas and an indicator that counts. Out: a column for a level and a period. Decides nothing about
//! who counts.

use crate::model::atlas::{Atlas, IndicatorId, LevelId, Period, Reading};

/// The counts of a level by place: those of the period; where no area of the level was counted in it, those of
/// the latest earlier period in which some were, else of the latest. Empty where none was ever counted.
pub fn readings(atlas: &Atlas, level: LevelId, indicator: IndicatorId, period: Period) -> &[Reading] {
    let earlier = atlas.periods(indicator).rev().filter(|other| *other <= period);
    let later = atlas.periods(indicator).rev().filter(|other| *other > period);
    let counted = earlier.chain(later).find(|other| atlas.is_measured(level, indicator, *other));
    counted.map_or(&[], |counted| atlas.readings(level, indicator, counted))
}

/// The same as numbers, not-a-number where none is known.
pub fn counts(atlas: &Atlas, level: LevelId, indicator: IndicatorId, period: Period) -> Vec<f64> {
    let column = readings(atlas, level, indicator, period);
    if column.is_empty() {
        return vec![f64::NAN; atlas.level_len(level)];
    }
    column.iter().map(|reading| reading.value().unwrap_or(f64::NAN)).collect()
}

/// The people of each area of a level, as [`counts`]; not-a-number everywhere where the site counts none.
pub fn of(atlas: &Atlas, level: LevelId, period: Period) -> Vec<f64> {
    match atlas.population() {
        Some(population) => counts(atlas, level, population, period),
        None => vec![f64::NAN; atlas.level_len(level)],
    }
}
