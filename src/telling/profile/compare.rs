//! One number of an area beside those of its parent and of the whole, in words.

use crate::input::settings::Indicator as Texts;
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
        let parent = studio.atlas.area(area).parent;
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
            let mark = difference.map_or(Mark::None, |it| mark(studio, indicator, it));
            Some(Fact {
                area: beside.area,
                indicator,
                period,
                reading,
                parent: of(beside.parent),
                whole,
                mark,
                distance,
            })
        })
        .collect()
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
        let own = self.reading.value()?;
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
        let part = rounded(whole * share / 100.0);
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
        let Reading::Value { origin, .. } = self.reading else { return notes };
        if studio.atlas.indicator(self.indicator).kind == Kind::Model {
            notes.push(studio.words.text("note-model"));
        }
        match origin {
            Origin::Published | Origin::Computed => {}
            Origin::Provisional => notes.push(studio.words.text("note-provisional")),
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
            studio.words.value(value, texts.unit.get(studio.words.language()), texts.decimals)
        }
        Reading::Absent(absence) => studio.words.absence(absence),
    }
}

/// A count as it is told in words: to 5 below 100, to 10 below 1,000, else to two figures.
pub fn rounded(count: f64) -> f64 {
    let step = match count {
        count if count < 100.0 => 5.0,
        count if count < 1_000.0 => 10.0,
        count => 10_f64.powf((count.log10().floor() - 1.0).max(1.0)),
    };
    (count / step).round() * step
}

#[cfg(test)]
mod tests {
    use super::rounded;

    #[test]
    fn told_counts_are_rounded() {
        for (count, told) in [
            (3.0, 5.0),
            (2.0, 0.0),
            (47.0, 45.0),
            (343.0, 340.0),
            (1_284.0, 1_300.0),
            (17_942_942.0, 18_000_000.0),
        ] {
            assert_eq!(rounded(count), told);
        }
    }
}
