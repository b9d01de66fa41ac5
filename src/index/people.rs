//! How many people, or homes, an area counts.
//!
//! In: the atlas and an indicator that counts. Out: a column for a level and a period. Decides nothing about
//! who counts.

use crate::model::atlas::{Absence, Atlas, IndicatorId, LevelId, Period, Reading};

/// The counts of a level by place, not-a-number where none is known: the reading of the period itself, else
/// the latest earlier one, else the latest of all.
///
/// Only where nothing is published does another year stand in: a count that is secret, or cannot be, in the
/// nearest year that speaks of the area is not known.
pub fn counts(atlas: &Atlas, level: LevelId, indicator: IndicatorId, period: Period) -> Vec<f64> {
    let mut nearest: Vec<Period> = atlas.periods(indicator).rev().filter(|other| *other <= period).collect();
    nearest.extend(atlas.periods(indicator).rev().filter(|other| *other > period));
    let columns: Vec<&[Reading]> =
        nearest.iter().map(|period| atlas.readings(level, indicator, *period)).collect();
    let spoken = |place: usize| {
        let mut readings = columns.iter().map(|column| column[place]);
        readings.find(|reading| *reading != Reading::Absent(Absence::Missing)).and_then(Reading::value)
    };
    (0..atlas.level_len(level)).map(|place| spoken(place).unwrap_or(f64::NAN)).collect()
}

/// Whether any area of a level has a count of the period itself.
pub fn counted_in(atlas: &Atlas, level: LevelId, indicator: IndicatorId, period: Period) -> bool {
    atlas.readings(level, indicator, period).iter().any(|reading| reading.value().is_some())
}
