//! What stands beside a number for who reads on: a share told in people, and where it probably lies.

use crate::input::settings::Indicator as Texts;
use crate::model::atlas::{AreaId, IndicatorId, Interval, Measure, Period};
use crate::telling::words::{Arg, Words};

use super::Studio;
use super::table::{Cell, Head};

/// A share as a part of a count, rounded as it is told.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Counted {
    pub part: f64,
    pub whole: f64,
    /// What is counted.
    pub of: IndicatorId,
}

impl Studio<'_> {
    /// A share of an area in people, homes or whatever it is of; absent where it is of no count that is known
    /// there, or would round to none.
    pub fn counted(&self, indicator: IndicatorId, area: AreaId, period: Period) -> Option<Counted> {
        let atlas = self.atlas;
        let Measure::Share { of: Some(of) } = atlas.indicator(indicator).measure else { return None };
        let share = atlas.reading(area, indicator, period).value()?;
        let whole = atlas.reading(area, of, period).value()?;
        if whole < 1.0 {
            return None;
        }
        let counted = atlas.indicator(indicator).numerator;
        let counted = counted.and_then(|counted| atlas.reading(area, counted, period).value());
        let part = told(counted.unwrap_or(whole * share / 100.0), whole);
        (part != 0.0).then_some(Counted { part, whole, of })
    }

    /// "berekend uit 7 van de 10 wijken", where a number was reckoned from some of the parts of an area only.
    pub fn in_part(&self, indicator: IndicatorId, area: AreaId, period: Period) -> Option<String> {
        let of = self.atlas.reckoned_from(area, indicator, period).filter(|of| !of.are_enough)?;
        let level = self.atlas.level_of_parts(area)?;
        let plural = self.settings.levels[usize::from(level.0)].plural.get(self.words.language());
        let args =
            [("parts", Arg::Text(plural)), ("known", Arg::Count(of.known)), ("all", Arg::Count(of.all))];
        Some(self.words.text_with("note-from-some-parts", &args))
    }

    pub fn interval(&self, indicator: IndicatorId, area: AreaId, period: Period) -> Option<Interval> {
        self.atlas.margin(area, indicator, period)?.interval
    }

    /// "tussen 25,1 en 29,7 %"
    pub fn between(&self, indicator: IndicatorId, interval: Interval) -> String {
        let texts = self.texts(indicator);
        let unit = texts.unit.get(self.words.language());
        let lower = self.words.number(interval.lower, texts.decimals);
        let upper = self.words.value(interval.upper, unit, texts.decimals);
        self.words.text_with("between", &[("lower", Arg::Text(&lower)), ("upper", Arg::Text(&upper))])
    }

    /// "25,1–29,7", where there is little room.
    pub fn from_to(&self, indicator: IndicatorId, interval: Interval) -> String {
        let decimals = self.texts(indicator).decimals;
        let number = |value: f64| self.words.number(value, decimals);
        let between = if interval.lower < 0.0 || interval.upper < 0.0 { " – " } else { "–" };
        format!("{}{between}{}", number(interval.lower), number(interval.upper))
    }

    /// Whether its numbers tell how far something is, so that more of it is further and not higher.
    pub fn is_distance(&self, indicator: IndicatorId) -> bool {
        let unit = self.texts(indicator).unit.get(self.words.language()).trim();
        self.atlas.indicator(indicator).measure != Measure::Count && matches!(unit, "km" | "m")
    }

    fn texts(&self, indicator: IndicatorId) -> &Texts {
        &self.settings.indicators[usize::from(indicator.0)]
    }
}

/// What a table says beside the numbers of an indicator, where any row has something to say: where each
/// probably lies, and what a share is in people or homes.
#[derive(Clone, Copy, Debug)]
pub struct Besides {
    has_intervals: bool,
    /// What is counted.
    of: Option<IndicatorId>,
}

impl Besides {
    /// For the rows of a table: areas and periods.
    pub fn of(studio: &Studio, indicator: IndicatorId, rows: &[(AreaId, Period)]) -> Besides {
        Besides {
            has_intervals: rows
                .iter()
                .any(|(area, period)| studio.interval(indicator, *area, *period).is_some()),
            of: rows.iter().find_map(|(area, period)| Some(studio.counted(indicator, *area, *period)?.of)),
        }
    }

    pub fn head(self, studio: &Studio) -> Vec<Head> {
        let words = studio.words;
        let interval = self.has_intervals.then(|| Head::numbers(words.text("fig-head-interval")));
        let counted = self.of.map(|of| {
            let unit = studio.texts(of).unit.get(words.language());
            Head::numbers(words.text_with("fig-head-counted", &[("of", Arg::Text(unit))]))
        });
        interval.into_iter().chain(counted).collect()
    }

    /// As many as [`Besides::head`] has.
    pub fn cells(self, studio: &Studio, indicator: IndicatorId, area: AreaId, period: Period) -> Vec<Cell> {
        let interval = self.has_intervals.then(|| {
            let interval = studio.interval(indicator, area, period);
            interval.map_or(Cell::absent(""), |interval| Cell::known(studio.from_to(indicator, interval)))
        });
        let counted = self.of.map(|_| {
            let counted = studio.counted(indicator, area, period);
            counted.map_or(Cell::absent(""), |counted| Cell::known(studio.words.number(counted.part, 0)))
        });
        interval.into_iter().chain(counted).collect()
    }
}

/// Puts what is counted and where numbers lie beside the first numbers of a table, a text for each row, where any
/// row has something to say.
pub fn put_beside(
    words: &Words,
    (head, rows): (&mut Vec<Head>, &mut [Vec<Cell>]),
    counts: Vec<Option<String>>,
    intervals: Vec<Option<String>>,
) {
    let besides = [
        (Head::words(words.text("fig-head-counted-any")), counts),
        (Head::numbers(words.text("fig-head-interval")), intervals),
    ];
    for (title, column) in besides.into_iter().filter(|(_, column)| column.iter().any(Option::is_some)) {
        head.insert(2, title);
        for (row, text) in rows.iter_mut().zip(column) {
            row.insert(2, text.map_or(Cell::absent(""), Cell::known));
        }
    }
}

impl Counted {
    /// "ongeveer 340 van de 1.240 huishoudens"
    pub fn in_words(self, studio: &Studio) -> String {
        let words = studio.words;
        let unit = studio.texts(self.of).unit_after(self.whole, 0, words.language());
        let (part, whole) = (words.number(self.part, 0), words.value(self.whole, unit, 0));
        words.text_with("people-of", &[("part", Arg::Text(&part)), ("whole", Arg::Text(&whole))])
    }

    /// "340 huishoudens", where the head of a column says that it is about so many.
    pub fn in_short(self, studio: &Studio) -> String {
        let unit = studio.texts(self.of).unit_after(self.part, 0, studio.words.language());
        studio.words.value(self.part, unit, 0)
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
