//! One number of an area beside those of its parent and of the whole, in words.

use crate::input::settings::{self, Indicator as Texts};
use crate::model::atlas::{AreaId, Good, IndicatorId, Kind, Measure, Origin, Period, Reading};
use crate::telling::figures::Studio;
use crate::telling::profile::{Ground, Mark};
use crate::telling::words::Arg;

/// One indicator of one area, in the period that pages of its level show.
#[derive(Clone, Debug)]
pub struct Fact {
    pub area: AreaId,
    pub indicator: IndicatorId,
    pub period: Period,
    pub reading: Reading,
    pub parent: Option<Reading>,
    pub whole: Option<Reading>,
    /// Of an area set: what lies in the area above it and not in the set.
    pub rest: Option<Reading>,
    /// Beside the whole.
    pub mark: Mark,
    /// How far from the whole, in standard deviations between the areas of the level.
    pub distance: f64,
    /// Whether enough people live there for a comparison to say something.
    pub is_judged: bool,
}

/// An area and what it is held against.
#[derive(Clone, Copy, Debug)]
pub struct Beside {
    pub area: AreaId,
    /// The area above it, where that is not the whole.
    pub parent: Option<AreaId>,
    /// The whole, where the area is not itself the whole.
    pub whole: Option<AreaId>,
    /// The rest of the area above an area set, where there is some.
    pub rest: Option<AreaId>,
}

impl Beside {
    pub fn of(studio: &Studio<'_>, area: AreaId) -> Beside {
        let parent = studio.above(area);
        let rest = studio.atlas.set(area).and_then(|set| set.rest);
        match (studio.atlas.whole().filter(|whole| *whole != area), parent) {
            (Some(whole), Some(parent)) if whole == parent => {
                Beside { area, parent: None, whole: Some(whole), rest }
            }
            (None, Some(parent)) => Beside { area, parent: None, whole: Some(parent), rest },
            (whole, parent) => Beside { area, parent, whole, rest },
        }
    }
}

/// What the rest of the area above an area set is called: "de rest van Heerlen".
pub fn rest_name(studio: &Studio<'_>, beside: Beside) -> Option<String> {
    beside.rest?;
    let around = &studio.atlas.area(studio.above(beside.area)?).name;
    Some(studio.words.text_with("set-rest", &[("area", Arg::Text(around))]))
}

/// Every indicator that belongs to a theme and has figures at the level of the area, in the order of the
/// settings. What no sum of parts gives is not told of an area set.
pub fn facts(studio: &Studio<'_>, ground: &Ground, beside: Beside) -> Vec<Fact> {
    let atlas = studio.atlas;
    // an area set has nothing of its own level beside it
    let level = match atlas.set(beside.area) {
        Some(_) => atlas.level_of_parts(beside.area),
        None => None,
    };
    let level = level.unwrap_or(atlas.area(beside.area).level);
    let is_judged = is_judged(studio, ground, beside.area);
    let themed = atlas.indicators().filter(|(_, indicator)| indicator.theme.is_some());
    themed
        .filter_map(|(indicator, _)| {
            let period = ground.period(atlas, indicator, beside.area)?;
            let reading = atlas.reading(beside.area, indicator, period);
            let of = |area: Option<AreaId>| area.map(|area| atlas.reading(area, indicator, period));
            let whole = of(beside.whole);
            let difference = match (reading.value(), whole.and_then(Reading::value)) {
                (Some(own), Some(whole)) => Some(own - whole),
                _ => None,
            };
            let spread = ground.spread(indicator, level);
            let distance = difference.map_or(0.0, |it| if spread > 0.0 { (it / spread).abs() } else { 0.0 });
            let mark = difference.filter(|_| is_judged).map_or(Mark::None, |it| mark(studio, indicator, it));
            Some(Fact {
                area: beside.area,
                indicator,
                period,
                reading,
                parent: of(beside.parent),
                whole,
                rest: of(beside.rest),
                mark,
                distance,
                is_judged,
            })
        })
        .collect()
}

/// Whether an area has at least as many people as the site asks for before it is called better or worse;
/// where they are not counted, it has not.
pub fn is_judged(studio: &Studio<'_>, ground: &Ground, area: AreaId) -> bool {
    let least = studio.settings.site.judged_from;
    let people = people(studio, ground, area).and_then(|(reading, _)| reading.value());
    least == 0.0 || people.is_some_and(|people| people >= least)
}

/// How many people live there, in the period that pages of its level show.
pub fn people(studio: &Studio<'_>, ground: &Ground, area: AreaId) -> Option<(Reading, Period)> {
    let population = studio.atlas.population()?;
    let period = ground.period(studio.atlas, population, area)?;
    Some((studio.atlas.reading(area, population, period), period))
}

/// What may be said of a difference: nothing without a stated threshold.
pub fn mark(studio: &Studio<'_>, indicator: IndicatorId, difference: f64) -> Mark {
    let indicator = studio.atlas.indicator(indicator);
    let Some(threshold) = indicator.threshold else { return Mark::None };
    // a difference of exactly the threshold counts, and floating point must not decide
    if difference.abs() < threshold * (1.0 - 1e-9) {
        return Mark::Same;
    }
    match (indicator.good, difference > 0.0) {
        (Good::High, true) | (Good::Low, false) => Mark::Better,
        (Good::High, false) | (Good::Low, true) => Mark::Worse,
        (Good::Neither | Good::Context, true) => Mark::Higher,
        (Good::Neither | Good::Context, false) => Mark::Lower,
    }
}

/// Whether a number of this area is a model's estimate.
pub fn is_model(studio: &Studio<'_>, area: AreaId, indicator: IndicatorId) -> bool {
    studio.atlas.indicator(indicator).kind_at(studio.atlas.area(area).level) == Kind::Model
}

impl Fact {
    pub fn texts<'a>(&self, studio: &Studio<'a>) -> &'a Texts {
        &studio.settings.indicators[usize::from(self.indicator.0)]
    }

    pub fn name(&self, studio: &Studio<'_>) -> String {
        self.texts(studio).name.get(studio.words.language()).to_owned()
    }

    pub fn value(&self, studio: &Studio<'_>) -> String {
        shown(studio, self.texts(studio), self.reading)
    }

    /// "hoger dan in Heerlen (20,1 %), ongeveer gelijk aan Nederland (21,0 %)"; absent where nothing may be
    /// said. An area set is held against the rest of the area above it, of which it is no part.
    pub fn compared(&self, studio: &Studio<'_>, beside: Beside) -> Option<String> {
        let own = self.reading.value().filter(|_| self.is_judged)?;
        let name = |area: Option<AreaId>| Some(studio.atlas.area(area?).name.clone());
        let above = match rest_name(studio, beside) {
            Some(rest) => (Some(rest), self.rest),
            None => (name(beside.parent), self.parent),
        };
        let parts: Vec<String> = [above, (name(beside.whole), self.whole)]
            .into_iter()
            .filter_map(|(name, reading)| {
                let (name, reading) = (name?, reading?);
                let other = reading.value()?;
                let key = match direction(studio, self.indicator, own - other)? {
                    Direction::Higher => "compared-higher",
                    Direction::Lower => "compared-lower",
                    Direction::Same => "compared-same",
                };
                let value = shown(studio, self.texts(studio), reading);
                Some(studio.words.text_with(key, &[("area", Arg::Text(&name)), ("value", Arg::Text(&value))]))
            })
            .collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }

    /// "ongeveer 340 van de 1.240 huishoudens": a share told in people or homes.
    pub fn people(&self, studio: &Studio<'_>) -> Option<String> {
        let atlas = studio.atlas;
        let Measure::Share { of: Some(of) } = atlas.indicator(self.indicator).measure else { return None };
        let share = self.reading.value()?;
        let whole = atlas.reading(self.area, of, self.period).value()?;
        if whole < 1.0 {
            return None;
        }
        let unit = studio.settings.indicators[usize::from(of.0)].unit.get(studio.words.language());
        let counted = atlas.indicator(self.indicator).numerator;
        let counted = counted.and_then(|of| atlas.reading(self.area, of, self.period).value());
        let part = told(counted.unwrap_or(whole * share / 100.0), whole);
        if part == 0.0 {
            return None;
        }
        let part = studio.words.number(part, 0);
        let whole = studio.words.value(whole, unit, 0);
        Some(studio.words.text_with("people-of", &[("part", Arg::Text(&part)), ("whole", Arg::Text(&whole))]))
    }

    /// How the number came about, where a reader should know.
    pub fn notes(&self, studio: &Studio<'_>) -> Vec<String> {
        let mut notes = Vec::new();
        let Reading::Value { origin, is_provisional, .. } = self.reading else { return notes };
        if is_model(studio, self.area, self.indicator) {
            notes.push(studio.words.text("note-model"));
        }
        if is_provisional {
            notes.push(studio.words.text("note-provisional"));
        }
        match origin {
            Origin::Published | Origin::Computed => {}
            Origin::FromParts => notes.push(studio.words.text("note-from-parts")),
        }
        notes
    }
}

/// Which way a difference goes, beyond the threshold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Higher,
    Lower,
    Same,
}

/// Absent where no threshold is stated.
pub fn direction(studio: &Studio<'_>, indicator: IndicatorId, difference: f64) -> Option<Direction> {
    match (mark(studio, indicator, difference), difference > 0.0) {
        (Mark::None, _) => None,
        (Mark::Same, _) => Some(Direction::Same),
        (Mark::Better | Mark::Worse | Mark::Higher | Mark::Lower, true) => Some(Direction::Higher),
        (Mark::Better | Mark::Worse | Mark::Higher | Mark::Lower, false) => Some(Direction::Lower),
    }
}

/// A number with its unit, or why there is none.
pub fn shown(studio: &Studio<'_>, texts: &Texts, reading: Reading) -> String {
    match reading {
        Reading::Value { value, .. } => {
            let language = studio.words.language();
            let (name, unit) = (texts.name.get(language), texts.unit.get(language));
            // "Inwoners: 17.942.942", and not "inwoners" again
            if texts.measure == settings::Measure::Count && name.to_lowercase().contains(&unit.to_lowercase())
            {
                return studio.words.number(value, texts.decimals);
            }
            studio.words.value(value, unit, texts.decimals)
        }
        Reading::Absent(absence) => studio.words.absence(absence),
    }
}

/// A part of a count as it is told in words: rounded to 5 at least, and for large counts to the largest step
/// of 1 or 5 and noughts that is no more than half a percent of the whole, so that it agrees with the
/// percentage beside it.
pub fn told(part: f64, whole: f64) -> f64 {
    let finest = whole * 0.005;
    let mut step = 5.0;
    for larger in (1..15).flat_map(|noughts| [1.0, 5.0].map(|one| one * 10_f64.powi(noughts))) {
        if larger <= finest {
            step = larger;
        }
    }
    (part / step).round() * step
}

#[cfg(test)]
mod tests {
    use super::told;

    #[test]
    fn told_counts_agree_with_their_percentage() {
        for (part, whole, expected) in [
            (3.0, 15.0, 5.0),
            (2.0, 900.0, 0.0),
            (105.45, 185.0, 105.0),
            (343.0, 1_240.0, 345.0),
            (105_438.3, 146_850.0, 105_500.0),
            (126_656.5, 931_298.0, 127_000.0),
            (2_442_115.0, 17_942_942.0, 2_450_000.0),
        ] {
            assert_eq!(told(part, whole), expected, "{part} of {whole}");
            assert!((expected - part).abs() <= 0.25 / 100.0 * whole.max(1_000.0), "{part} of {whole}");
        }
    }
}
