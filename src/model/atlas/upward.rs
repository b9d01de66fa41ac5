//! Readings of parents from their parts, where no file gives them (METHODS.md section 1).
//!
//! A count is the sum, and only where every part is known; a share, a rate or a mean is the mean of its
//! parts weighted by the count they are of, where the known parts hold enough of it. What a publisher
//! suppressed stays suppressed. Ordinal scores and medians never go up.

use crate::model::atlas::{Absence, Area, AreaId, Atlas, IndicatorId, Measure, Origin, Period, Reading};

/// The share of the weight that the known parts must hold. Above the 0.66 of an index, since a mean of
/// parts is shown as a plain figure beside published ones.
const ENOUGH: f64 = 0.9;

/// Fills one indicator, from the last level up.
pub fn fill(atlas: &mut Atlas, indicator: IndicatorId) {
    let measure = atlas.indicator(indicator).measure;
    let weight = match measure {
        Measure::Count => None,
        Measure::Share { of: Some(of) }
        | Measure::Rate { of: Some(of), .. }
        | Measure::Mean { of: Some(of) } => Some(of),
        Measure::Share { of: None }
        | Measure::Rate { of: None, .. }
        | Measure::Mean { of: None }
        | Measure::Other => {
            return;
        }
    };
    let periods: Vec<Period> = atlas.periods(indicator).collect();
    for period in periods {
        for level in (0..atlas.last_level().0).rev() {
            let parents: Vec<AreaId> = atlas.level(crate::model::atlas::LevelId(level)).collect();
            for parent in parents {
                if atlas.reading(parent, indicator, period) != Reading::MISSING {
                    continue;
                }
                let value = match weight {
                    None => sum(atlas, atlas.area(parent), indicator, period),
                    Some(weight) => mean(atlas, parent, indicator, weight, period),
                };
                if let Some(value) = value {
                    atlas.set(parent, indicator, period, Reading::Value { value, origin: Origin::FromParts });
                }
            }
        }
    }
}

fn sum(atlas: &Atlas, parent: &Area, indicator: IndicatorId, period: Period) -> Option<f64> {
    let mut total = None;
    for part in &parent.children {
        match atlas.reading(*part, indicator, period) {
            Reading::Value { value, .. } => total = Some(total.unwrap_or(0.0) + value),
            Reading::Absent(Absence::Impossible) => {}
            Reading::Absent(Absence::Missing | Absence::Suppressed) => return None,
        }
    }
    total
}

fn mean(
    atlas: &Atlas,
    parent: AreaId,
    indicator: IndicatorId,
    weight: IndicatorId,
    period: Period,
) -> Option<f64> {
    let (mut total, mut known, mut all) = (0.0, 0.0, 0.0);
    for part in &atlas.area(parent).children {
        // a part whose people are not counted has no weight: in practice nobody lives there
        let Some(weight) = atlas.reading(*part, weight, period).value() else { continue };
        all += weight;
        if let Some(value) = atlas.reading(*part, indicator, period).value() {
            known += weight;
            total += weight * value;
        }
    }
    let all = atlas.reading(parent, weight, period).value().unwrap_or(0.0).max(all);
    (known > 0.0 && known >= ENOUGH * all).then(|| total / known)
}
