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
}

impl Beside {
    pub fn of(studio: &Studio<'_>, area: AreaId) -> Beside {
        let parent = studio.above(area);
        match (studio.atlas.whole().filter(|whole| *whole != area), parent) {
            (Some(whole), Some(parent)) if whole == parent => {
                Beside { area, parent: None, whole: Some(whole) }
            }
            (None, Some(parent)) => Beside { area, parent: None, whole: Some(parent) },
            (whole, parent) => Beside { area, parent, whole },
        }
    }
}

/// Every indicator that belongs to a theme and has figures at the level of the area, in the order of the
/// settings.
pub fn facts(studio: &Studio<'_>, ground: &Ground, beside: Beside) -> Vec<Fact> {
    let atlas = studio.atlas;
    let level = atlas.area(beside.area).level;
    let is_judged = is_judged(studio, ground, beside.area);
    let themed = atlas.indicators().filter(|(_, indicator)| indicator.theme.is_some());
    themed
        .filter_map(|(indicator, _)| {
            let period = ground.latest(indicator, level)?;
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
    let period = ground.latest(population, studio.atlas.area(area).level)?;
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

    /// "hoger dan in Heerlen (20,1 %), ongeveer gelijk aan Nederland (21,0 %)"; absent where nothing may be said.
    pub fn compared(&self, studio: &Studio<'_>, beside: Beside) -> Option<String> {
        let own = self.reading.value().filter(|_| self.is_judged)?;
        let parts: Vec<String> = [(beside.parent, self.parent), (beside.whole, self.whole)]
            .into_iter()
            .filter_map(|(area, reading)| {
                let (area, reading) = (area?, reading?);
                let other = reading.value()?;
                let key = match direction(studio, self.indicator, own - other)? {
                    Direction::Higher => "compared-higher",
                    Direction::Lower => "compared-lower",
                    Direction::Same => "compared-same",
                };
                let (name, value) =
                    (&studio.atlas.area(area).name, shown(studio, self.texts(studio), reading));
                Some(studio.words.text_with(key, &[("area", Arg::Text(name)), ("value", Arg::Text(&value))]))
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
