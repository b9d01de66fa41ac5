//! Indicators that are computed from a numerator and a denominator.

use crate::model::atlas::{Absence, Atlas, IndicatorId, Measure, Origin, Period, Reading};

/// numerator ÷ of × times, for every area and period in which both are known. A denominator of 0 makes the
/// figure impossible there, and a suppressed part makes it suppressed: with the other part it could be got
/// back.
pub fn fill(atlas: &mut Atlas, indicator: IndicatorId, times: f64) {
    let Some(numerator) = atlas.indicator(indicator).numerator else { return };
    let (Measure::Share { of: Some(of) }
    | Measure::Rate { of: Some(of), .. }
    | Measure::Mean { of: Some(of) }) = atlas.indicator(indicator).measure
    else {
        return;
    };
    let shared: Vec<Period> =
        atlas.periods(numerator).filter(|period| atlas.periods(of).any(|other| other == *period)).collect();
    let areas: Vec<_> = atlas.areas().map(|(id, _)| id).collect();
    for period in shared {
        for area in &areas {
            let over = atlas.reading(*area, numerator, period);
            let under = atlas.reading(*area, of, period);
            atlas.set(*area, indicator, period, divide(over, under, times));
        }
    }
}

fn divide(over: Reading, under: Reading, times: f64) -> Reading {
    match (over, under) {
        (Reading::Absent(Absence::Suppressed), _) | (_, Reading::Absent(Absence::Suppressed)) => {
            Reading::Absent(Absence::Suppressed)
        }
        (Reading::Absent(absence), _) | (_, Reading::Absent(absence)) => Reading::Absent(absence),
        (Reading::Value { .. }, Reading::Value { value: 0.0, .. }) => Reading::Absent(Absence::Impossible),
        (Reading::Value { value: over, origin: one }, Reading::Value { value: under, origin: other }) => {
            let origin = match (one, other) {
                (Origin::FromParts, _) | (_, Origin::FromParts) => Origin::FromParts,
                (Origin::Provisional, _) | (_, Origin::Provisional) => Origin::Provisional,
                _ => Origin::Computed,
            };
            Reading::Value { value: over / under * times, origin }
        }
    }
}
