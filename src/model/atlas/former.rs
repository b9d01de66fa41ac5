//! Readings of areas of earlier years, carried over to the areas of today (METHODS.md section 1).
//!
//! A count goes by share; a share, a rate or a mean by the count that it is of in the old area; a median only
//! where an area got another code and nothing else. An area gets a number only where all that it was made of
//! are known. What a file tells of the area of today itself goes before.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::atlas::crosswalk::{Crosswalk, Predecessor};
use crate::model::atlas::{Absence, Atlas, IndicatorId, Margin, Measure, Origin, Period, Reading};

/// What is told within the borders of one year: an indicator, a period, and that year.
pub type Within = (IndicatorId, Period, Period);

/// What files tell of areas of earlier years, by their codes.
#[derive(Clone, Debug, Default)]
pub struct Former {
    pub readings: BTreeMap<Within, BTreeMap<String, Reading>>,
    pub margins: BTreeMap<Within, BTreeMap<String, Margin>>,
}

impl Former {
    fn reading(&self, within: Within, code: &str) -> Reading {
        let found = self.readings.get(&within).and_then(|codes| codes.get(code));
        found.copied().unwrap_or(Reading::MISSING)
    }

    /// A count of an old area, in whatever borders: of one code in one period there is one.
    fn count(&self, (indicator, period): (IndicatorId, Period), code: &str) -> Option<f64> {
        let all = (indicator, period, Period::MIN)..=(indicator, period, Period::MAX);
        self.readings.range(all).find_map(|(_, codes)| codes.get(code)?.value())
    }
}

/// Gives the areas of today what was told of those that they were made of.
pub fn carry_over(former: &Former, crosswalk: &Crosswalk, atlas: &mut Atlas) {
    // what is told within today's borders goes before, and then what is told within the latest
    for (within, codes) in former.readings.iter().rev() {
        let (indicator, period, borders) = *within;
        let told: BTreeSet<&str> = codes.keys().map(String::as_str).collect();
        for (area, parts) in crosswalk.predecessors(atlas, borders, &told) {
            let is_told = parts.iter().any(|part| told.contains(part.code.as_str()));
            if !is_told || atlas.reading(area, indicator, period) != Reading::MISSING {
                continue;
            }
            let reading = carried(former, *within, &parts, atlas);
            if reading == Reading::MISSING {
                continue;
            }
            atlas.set_reading(area, indicator, period, reading);
            if let [Predecessor { code, is_rename: true, .. }] = parts.as_slice()
                && let Some(margin) = former.margins.get(within).and_then(|codes| codes.get(code))
            {
                atlas.margins.entry((indicator, period)).or_default().insert(area, *margin);
            }
        }
    }
}

/// The reading of an area that was made of these.
fn carried(former: &Former, within: Within, parts: &[Predecessor], atlas: &Atlas) -> Reading {
    let (indicator, period, _) = within;
    if let [Predecessor { code, is_rename: true, .. }] = parts {
        return former.reading(within, code);
    }
    let measure = atlas.indicator(indicator).measure;
    let readings: Vec<(&Predecessor, Reading)> =
        parts.iter().map(|part| (part, former.reading(within, &part.code))).collect();
    if measure == Measure::Other {
        return Reading::MISSING;
    }
    let any = |absence| readings.iter().any(|(_, reading)| *reading == Reading::Absent(absence));
    if any(Absence::Suppressed) {
        return Reading::Absent(Absence::Suppressed);
    }
    if any(Absence::Missing) || any(Absence::TooFew) {
        return Reading::MISSING;
    }
    let known: Vec<(&Predecessor, f64)> =
        readings.iter().filter_map(|(part, reading)| Some((*part, reading.value()?))).collect();
    if known.is_empty() {
        return Reading::Absent(Absence::Impossible);
    }
    let value = match measure {
        Measure::Count => Some(known.iter().fold(0.0, |sum, (part, value)| sum + part.share * value)),
        Measure::Share { of } | Measure::Rate { of, .. } | Measure::Mean { of } => {
            let of = |part: &Predecessor| former.count((of?, period), &part.code);
            mean(&known, of)
        }
        Measure::Other => None,
    };
    let is_provisional = readings.iter().any(|(_, reading)| reading.is_provisional());
    // of whole areas nothing has to be estimated
    let is_merger = parts.iter().all(|part| part.share >= 1.0);
    let origin = if is_merger { Origin::Merged } else { Origin::Crosswalked };
    value.map_or(Reading::MISSING, |value| Reading::Value { value, origin, is_provisional })
}

/// The mean of old areas, by what each brings along of the count that it is of; of a single one, its own.
fn mean(known: &[(&Predecessor, f64)], of: impl Fn(&Predecessor) -> Option<f64>) -> Option<f64> {
    if let [(_, value)] = known {
        return Some(*value);
    }
    let weights: Option<Vec<f64>> = known.iter().map(|(part, _)| Some(part.share * of(part)?)).collect();
    let weights = weights?;
    let all: f64 = weights.iter().sum();
    let sum = known.iter().zip(&weights).fold(0.0, |sum, ((_, value), weight)| sum + weight * value);
    (all > 0.0).then(|| sum / all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(code: &str, share: f64) -> Predecessor {
        Predecessor { code: code.to_owned(), share, is_rename: false }
    }

    #[test]
    fn a_rate_goes_by_what_each_area_brings_along() {
        let (one, other) = (part("A", 1.0), part("B", 0.25));
        let of = |part: &Predecessor| Some(if part.code == "A" { 300.0 } else { 400.0 });
        // (300 · 10 + 100 · 20) ÷ 400
        assert_eq!(mean(&[(&one, 10.0), (&other, 20.0)], of), Some(12.5));
        assert_eq!(mean(&[(&one, 10.0), (&other, 20.0)], |_| None), None);
        assert_eq!(mean(&[(&other, 20.0)], |_| None), Some(20.0));
    }
}
