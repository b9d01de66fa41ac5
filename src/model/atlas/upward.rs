//! Readings of parents from their parts, where no file gives them (METHODS.md section 1).
//!
//! A count is the sum, and only where every part is known; a share, a rate or a mean is the mean of its
//! parts weighted by the count they are of, where the known parts hold enough of it. What a publisher
//! suppressed stays suppressed. Ordinal scores and medians never go up.

use crate::model::atlas::{
    Absence, Area, AreaId, Atlas, IndicatorId, Interval, LevelId, Margin, Measure, Origin, Period, Reading,
};

/// The share of the weight that the known parts must hold. Above the 0.66 of an index, since a mean of
/// parts is shown as a plain figure beside published ones.
const ENOUGH: f64 = 0.9;

/// Fills one indicator, from the last level up. A mean is reckoned from numbers as they are, and then written
/// no finer than those that were published.
pub fn fill(atlas: &mut Atlas, indicator: IndicatorId) {
    let measure = atlas.indicator(indicator).measure;
    let weight = measure.of();
    if weight.is_none() && measure != Measure::Count {
        return;
    }
    let periods: Vec<Period> = atlas.periods(indicator).collect();
    let mut means: Vec<(AreaId, Period)> = Vec::new();
    for period in periods {
        let levels = (0..atlas.last_level().0).rev().map(LevelId);
        let parents: Vec<AreaId> = levels.flat_map(|level| atlas.level(level)).collect();
        // sets and their rests have parts of any level
        let sets = atlas.sets().iter().flat_map(|set| [Some(set.area), set.rest]).flatten();
        for parent in parents.into_iter().chain(sets.collect::<Vec<AreaId>>()) {
            if atlas.reading(parent, indicator, period) != Reading::MISSING {
                continue;
            }
            let carried = match weight {
                None => sum(atlas, atlas.area(parent), indicator, period),
                Some(weight) => mean(atlas, parent, indicator, weight, period),
            };
            let margin = carried.zip(weight).and_then(|((value, _), weight)| {
                Some(margin(value, &strata(atlas, parent, indicator, weight, period)?))
            });
            if let Some(margin) = margin {
                atlas.margins.entry((indicator, period)).or_default().insert(parent, margin);
            }
            if let Some((value, is_provisional)) = carried {
                let reading = Reading::Value { value, origin: Origin::FromParts, is_provisional };
                atlas.set_reading(parent, indicator, period, reading);
                means.extend(weight.map(|_| (parent, period)));
            }
        }
    }
    let step = atlas.steps.get(&indicator).map(|step| step.of_means());
    let Some(step) = step.filter(|step| step.is_finite()) else { return };
    for (area, period) in means {
        if let Reading::Value { value, origin, is_provisional } = atlas.reading(area, indicator, period) {
            let value = rounded(value, step);
            atlas.set_reading(area, indicator, period, Reading::Value { value, origin, is_provisional });
        }
    }
}

/// To a whole number of steps, halves away from zero: 35,213.03 by 100 is 35,200, and 12.349 by 0.1 is 12.3.
fn rounded(value: f64, step: f64) -> f64 {
    // a tenth is no binary number, and ten is
    if step < 1.0 {
        (value * step.recip().round()).round() / step.recip().round()
    } else {
        (value / step).round() * step
    }
}

/// A number, and whether any number in it is provisional.
type Carried = (f64, bool);

fn sum(atlas: &Atlas, parent: &Area, indicator: IndicatorId, period: Period) -> Option<Carried> {
    let mut total: Option<Carried> = None;
    for part in &parent.children {
        match atlas.reading(*part, indicator, period) {
            Reading::Value { value, is_provisional, .. } => {
                let (sum, any) = total.unwrap_or((0.0, false));
                total = Some((sum + value, any || is_provisional));
            }
            Reading::Absent(Absence::Impossible) => {}
            Reading::Absent(Absence::Missing | Absence::Suppressed | Absence::TooFew) => return None,
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
) -> Option<Carried> {
    let (mut total, mut known, mut all) = (0.0, 0.0, 0.0);
    let mut is_provisional = false;
    for part in &atlas.area(parent).children {
        // a part whose people are not counted has no weight: in practice nobody lives there
        let counted = atlas.reading(*part, weight, period);
        let Some(weight) = counted.value() else { continue };
        all += weight;
        let reading = atlas.reading(*part, indicator, period);
        if let Some(value) = reading.value() {
            known += weight;
            total += weight * value;
            is_provisional |= reading.is_provisional() || counted.is_provisional();
        }
    }
    let all = atlas.reading(parent, weight, period).value().unwrap_or(0.0).max(all);
    (known > 0.0 && known >= ENOUGH * all).then(|| (total / known, is_provisional))
}

/// A part that was sampled on its own.
struct Stratum {
    weight: f64,
    value: f64,
    interval: Interval,
    n: Option<f64>,
}

/// The parts that have a weight and an interval; absent where there are none, or they hold too little of the weight to
/// tell how sure the mean is.
fn strata(
    atlas: &Atlas,
    parent: AreaId,
    indicator: IndicatorId,
    weight: IndicatorId,
    period: Period,
) -> Option<Vec<Stratum>> {
    let parts = atlas.area(parent).children.iter();
    let weighed = parts.filter_map(|part| Some((part, atlas.reading(*part, weight, period).value()?)));
    let weighed: Vec<(&AreaId, f64)> = weighed.filter(|(_, weight)| *weight > 0.0).collect();
    let strata: Vec<Stratum> = (weighed.iter())
        .filter_map(|(part, weight)| {
            let value = atlas.reading(**part, indicator, period).value()?;
            let margin = atlas.margin(**part, indicator, period)?;
            Some(Stratum { weight: *weight, value, interval: margin.interval?, n: margin.n })
        })
        .collect();
    let all: f64 = weighed.iter().map(|(_, weight)| weight).sum();
    let known: f64 = strata.iter().map(|stratum| stratum.weight).sum();
    (!strata.is_empty() && known >= super::ENOUGH * all).then_some(strata)
}

/// The interval of a mean over strata: independent samples, so that squares of half widths add up, each by
/// the square of its share of the weight (Cochran, Sampling Techniques, stratified sampling); the two sides
/// apart, since intervals of shares are not even.
fn margin(mean: f64, strata: &[Stratum]) -> Margin {
    let all = strata.iter().fold(0.0, |sum, stratum| sum + stratum.weight);
    let half = |width: fn(&Stratum) -> f64| {
        let squares = strata.iter().fold(0.0, |sum, it| sum + (it.weight / all * width(it)).powi(2));
        squares.sqrt()
    };
    let (below, above) = (half(|it| it.value - it.interval.lower), half(|it| it.interval.upper - it.value));
    let n = strata.iter().try_fold(0.0, |sum, stratum| Some(sum + stratum.n?));
    Margin { interval: Some(Interval { lower: mean - below, upper: mean + above }), n, differs: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mean_has_no_more_digits_than_what_it_is_of() {
        for (value, step, expected) in [
            (35_213.03, 100.0, 35_200.0),
            (12.349, 0.1, 12.3),
            (2.05, 0.1, 2.1),
            (-0.25, 0.5, -0.5),
            (7.4, 1.0, 7.0),
        ] {
            assert_eq!(rounded(value, step), expected);
        }
    }

    #[test]
    fn the_interval_of_a_mean_is_narrower_than_those_of_its_parts() {
        let stratum = |weight, value, half: f64, n| Stratum {
            weight,
            value,
            interval: Interval { lower: value - half, upper: value + half },
            n: Some(n),
        };
        // weights 3/4 and 1/4: √((3/4·4)² + (1/4·16)²) = √(9 + 16) = 5
        let margin = margin(40.0, &[stratum(300.0, 38.0, 4.0, 90.0), stratum(100.0, 46.0, 16.0, 10.0)]);
        let interval = margin.interval.expect("both have one");
        assert!((interval.lower - 35.0).abs() < 1e-9 && (interval.upper - 45.0).abs() < 1e-9);
        assert_eq!(margin.n, Some(100.0));
    }
}
