//! Indicators that are computed from a numerator and a denominator.

use crate::model::atlas::{Absence, AreaId, Atlas, IndicatorId, Measure, Origin, Period, Reading};

/// numerator ÷ of × times, for every area and period in which both are known. A denominator of 0 makes the
/// figure impossible there, and a suppressed part makes it suppressed: with the other part it could be got
/// back.
///
/// Where fewer people than `fewest` are counted, it is not computed: one more or less would make another
/// figure.
///
/// The areas in which a share comes out above 100 % are given back, with the period.
pub fn fill(atlas: &mut Atlas, indicator: IndicatorId, times: f64, fewest: f64) -> Vec<(AreaId, Period)> {
    let mut beyond = Vec::new();
    let Some(numerator) = atlas.indicator(indicator).numerator else { return beyond };
    let (Measure::Share { of: Some(of) }
    | Measure::Rate { of: Some(of), .. }
    | Measure::Mean { of: Some(of) }) = atlas.indicator(indicator).measure
    else {
        return beyond;
    };
    let shared: Vec<Period> =
        atlas.periods(numerator).filter(|period| atlas.periods(of).any(|other| other == *period)).collect();
    let is_share = matches!(atlas.indicator(indicator).measure, Measure::Share { .. });
    let areas: Vec<AreaId> = (0..atlas.areas.len() as u32).map(AreaId).collect();
    for period in shared {
        for area in &areas {
            let over = atlas.reading(*area, numerator, period);
            let under = atlas.reading(*area, of, period);
            let people = atlas.population().and_then(|people| atlas.reading(*area, people, period).value());
            let reading = match divide(over, under, times) {
                Reading::Value { .. } if people.is_some_and(|people| people < fewest) => {
                    Reading::Absent(Absence::TooFew)
                }
                reading => reading,
            };
            // publishers round counts, so that a share may come out a little above 100 %: it is told, and stays
            if is_share && reading.value().is_some_and(|share| share > 100.0) {
                beyond.push((*area, period));
            }
            atlas.set_reading(*area, indicator, period, reading);
        }
    }
    beyond
}

fn divide(over: Reading, under: Reading, times: f64) -> Reading {
    match (over, under) {
        (Reading::Absent(Absence::Suppressed), _) | (_, Reading::Absent(Absence::Suppressed)) => {
            Reading::Absent(Absence::Suppressed)
        }
        (Reading::Absent(absence), _) | (_, Reading::Absent(absence)) => Reading::Absent(absence),
        (Reading::Value { .. }, Reading::Value { value: 0.0, .. }) => Reading::Absent(Absence::Impossible),
        (
            Reading::Value { value: above, origin: one, .. },
            Reading::Value { value: below, origin: other, .. },
        ) => {
            // what is estimated stays so
            let origin = [Origin::Crosswalked, Origin::Merged, Origin::FromParts]
                .into_iter()
                .find(|it| [one, other].contains(it));
            let value = above / below * times;
            if !value.is_finite() {
                return Reading::MISSING;
            }
            Reading::Value {
                value,
                origin: origin.unwrap_or(Origin::Computed),
                is_provisional: over.is_provisional() || under.is_provisional(),
            }
        }
    }
}
