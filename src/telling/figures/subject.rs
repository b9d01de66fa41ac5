//! What a figure is about, made concrete for a level: names, units, and the number of each area.

use std::collections::BTreeSet;

use crate::index::{IndexId, Outcome, Score};
use crate::input::settings::{Good, Kind, Measure, Parts};
use crate::model::atlas::{Absence, AreaId, IndicatorId, LevelId, Period, Reading, SourceId};
use crate::telling::look::Order;
use crate::telling::words::{Arg, Words};

use super::pattern::Pattern;
use super::{Studio, Subject};

/// A subject in words.
#[derive(Clone, Debug)]
pub struct Topic {
    pub name: String,
    /// What a sentence about its numbers starts with.
    pub said: String,
    /// As it follows a number; empty where the name says it already.
    pub unit: String,
    /// The same after 1.
    pub one: String,
    pub decimals: u8,
    /// Whether they tell how far something is.
    pub is_distance: bool,
    /// What the numbers are, for a subtitle: "% van het aantal huishoudens".
    pub what: String,
    pub order: Order,
    pub strong: Strong,
    /// The names of the classes from good to bad, where areas of this level have a class.
    pub labels: Vec<String>,
    /// Estimated by a model.
    pub kind: Kind,
}

/// Which numbers get the strongest colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strong {
    High,
    Low,
}

/// What there is to say of one area in one period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Standing {
    Known {
        value: f64,
        class: Option<u8>,
        is_provisional: bool,
        /// Reckoned from some of the parts of the area only.
        is_in_part: bool,
    },
    Lacking(Lack),
}

/// Why an area has no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lack {
    Absent(Absence),
    TooFew,
    CountUnknown,
    CountSecret,
    NotEnough,
}

impl Lack {
    pub fn pattern(self) -> Pattern {
        match self {
            Lack::Absent(Absence::Missing | Absence::Impossible) | Lack::CountUnknown | Lack::NotEnough => {
                Pattern::Thin
            }
            Lack::Absent(Absence::Suppressed) | Lack::CountSecret => Pattern::Dots,
            Lack::TooFew | Lack::Absent(Absence::TooFew) => Pattern::Wide,
        }
    }

    pub fn words(self, words: &Words) -> String {
        match self {
            Lack::Absent(absence) => words.absence(absence),
            Lack::TooFew => words.text("fig-lack-too-few"),
            Lack::CountUnknown => words.text("fig-lack-count-unknown"),
            Lack::CountSecret => words.text("fig-lack-count-secret"),
            Lack::NotEnough => words.text("fig-lack-not-enough"),
        }
    }
}

impl Standing {
    fn scored(value: f64, class: Option<u8>) -> Standing {
        Standing::Known { value, class, is_provisional: false, is_in_part: false }
    }

    fn of_reading(studio: &Studio, indicator: IndicatorId, area: AreaId, period: Period) -> Standing {
        match studio.atlas.reading(area, indicator, period) {
            Reading::Value { value, is_provisional, .. } => {
                let of = studio.atlas.reckoned_from(area, indicator, period);
                let is_in_part = of.is_some_and(|of| !of.are_enough);
                Standing::Known { value, class: None, is_provisional, is_in_part }
            }
            Reading::Absent(Absence::TooFew) => Standing::Lacking(Lack::TooFew),
            Reading::Absent(absence) => Standing::Lacking(Lack::Absent(absence)),
        }
    }

    /// The number of an area: a reading, a score on the level of an index, and above that level the share of
    /// the people who live in its worst class.
    pub fn of(studio: &Studio, subject: Subject, area: AreaId, period: Period) -> Standing {
        match subject {
            Subject::Indicator(indicator) => Standing::of_reading(studio, indicator, area, period),
            Subject::Index(index) => Standing::in_index(studio, index, area, period),
            Subject::Bottom(index) => Standing::of_bottom(studio, index, area, period),
        }
    }

    fn in_index(studio: &Studio, index: IndexId, area: AreaId, period: Period) -> Standing {
        let missing = Standing::Lacking(Lack::Absent(Absence::Missing));
        let index = &studio.scores.indices[index.0];
        let Some(results) = index.results.get(&period) else { return missing };
        if !studio.atlas.is_of(area, index.level) {
            let summary = results.summaries.get(&area).filter(|summary| summary.people > 0.0);
            let share = summary.map(|it| it.in_worst_class().unwrap_or(100.0 * it.in_worst_tenth));
            return share.map_or(missing, |value| Standing::scored(value, None));
        }
        match results.outcomes.get(studio.atlas.place_in_level(area)) {
            Some(Outcome::Score(Score { value, class, .. })) => Standing::scored(*value, *class),
            Some(Outcome::TooFew) => Standing::Lacking(Lack::TooFew),
            Some(Outcome::CountUnknown) => Standing::Lacking(Lack::CountUnknown),
            Some(Outcome::CountSecret) => Standing::Lacking(Lack::CountSecret),
            Some(Outcome::NotEnough { .. }) => Standing::Lacking(Lack::NotEnough),
            None => missing,
        }
    }

    /// A count, where as large a share of the figures is known as of the weight of a score; an area without one
    /// lacks what it would need for a score.
    fn of_bottom(studio: &Studio, index: IndexId, area: AreaId, period: Period) -> Standing {
        let least = studio.settings.indices[index.0].minimum_known;
        let index = &studio.scores.indices[index.0];
        let least = least * index.indicators.len() as f64;
        let is_enough = |known: usize| known > 0 && known as f64 >= least;
        let found = index.bottom(studio.atlas, area, period).filter(|found| is_enough(found.known));
        if let Some(found) = found {
            let value = found.worst.len() as f64;
            return Standing::scored(value, None);
        }
        Standing::Lacking(match index.outcome(studio.atlas, area, period) {
            Some(Outcome::TooFew) => Lack::TooFew,
            Some(Outcome::CountUnknown) => Lack::CountUnknown,
            Some(Outcome::CountSecret) => Lack::CountSecret,
            Some(Outcome::Score(_) | Outcome::NotEnough { .. }) => Lack::NotEnough,
            None => Lack::Absent(Absence::Missing),
        })
    }

    pub fn value(self) -> Option<f64> {
        match self {
            Standing::Known { value, .. } => Some(value),
            Standing::Lacking(_) => None,
        }
    }

    pub fn is_provisional(self) -> bool {
        matches!(self, Standing::Known { is_provisional: true, .. })
    }

    pub fn is_in_part(self) -> bool {
        matches!(self, Standing::Known { is_in_part: true, .. })
    }
}

/// What a figure may set the parts of an area against.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reference {
    /// The area's own number.
    Own(f64),
    /// Of scores, the mean of its parts, weighted by people.
    Mean(f64),
}

impl Reference {
    pub fn of(
        studio: &Studio,
        subject: Subject,
        area: AreaId,
        level: LevelId,
        period: Period,
    ) -> Option<Reference> {
        match subject {
            Subject::Index(index) if studio.scores.indices[index.0].level == level => {
                let results = studio.scores.indices[index.0].results.get(&period)?;
                results.summaries.get(&area).map(|summary| Reference::Mean(summary.mean))
            }
            _ => Standing::of(studio, subject, area, period).value().map(Reference::Own),
        }
    }

    pub fn value(self) -> f64 {
        match self {
            Reference::Own(value) | Reference::Mean(value) => value,
        }
    }
}

impl Topic {
    pub fn of(studio: &Studio, subject: Subject, level: LevelId) -> Topic {
        match subject {
            Subject::Indicator(indicator) => Topic::of_indicator(studio, indicator, level),
            Subject::Index(index) => Topic::of_index(studio, index, level),
            Subject::Bottom(_) => Topic::of_bottom(studio, level),
        }
    }

    fn of_indicator(studio: &Studio, id: IndicatorId, level: LevelId) -> Topic {
        let language = studio.words.language();
        let settings = &studio.settings.indicators[usize::from(id.0)];
        let name = settings.name.get(language).to_owned();
        let unit = settings.unit.get(language);
        let unit =
            if name.to_lowercase().contains(&unit.to_lowercase()) { String::new() } else { unit.to_owned() };
        let one = settings.one.as_ref().filter(|_| !unit.is_empty());
        let one = one.map_or_else(|| unit.clone(), |one| one.get(language).to_owned());
        let of = settings
            .of
            .map(|of| studio.settings.indicators[of].unit.get(language))
            .filter(|of| !of.is_empty());
        let what = match (settings.measure, of, &settings.base) {
            (Measure::Share, _, Some(base)) if unit == "%" => format!("% {}", base.get(language)),
            (Measure::Share, Some(of), None) if unit == "%" => {
                studio.words.text_with("fig-what-share", &[("of", Arg::Text(of))])
            }
            _ => unit.clone(),
        };
        Topic {
            said: name.clone(),
            name,
            unit,
            one,
            decimals: settings.decimals,
            what,
            order: match settings.good {
                Good::High | Good::Low => Order::Judged,
                Good::Neither | Good::Context => Order::Neutral,
            },
            strong: if settings.good == Good::High { Strong::Low } else { Strong::High },
            labels: Vec::new(),
            is_distance: studio.is_distance(id),
            kind: studio.atlas.indicator(id).kind_at(level),
        }
    }

    fn of_index(studio: &Studio, id: IndexId, level: LevelId) -> Topic {
        let words = studio.words;
        let language = words.language();
        let settings = &studio.settings.indices[id.0];
        let index = &studio.scores.indices[id.0];
        let labels: Vec<String> = settings
            .classes
            .iter()
            .flat_map(|classes| &classes.labels)
            .map(|label| label.get(language).to_owned())
            .collect();
        let parts = &studio.settings.levels[index.level.0 as usize];
        let name = settings.name.get(language).to_owned();
        let topic = Topic {
            said: name.clone(),
            name,
            unit: String::new(),
            one: String::new(),
            decimals: 0,
            what: String::new(),
            order: Order::Judged,
            strong: Strong::High,
            labels: Vec::new(),
            is_distance: false,
            kind: Kind::Register,
        };
        if level == index.level {
            let strong = if index.low_is_good { Strong::High } else { Strong::Low };
            let said = words.text_with("fig-said-score", &[("index", Arg::Text(&topic.name))]);
            return Topic { said, decimals: 2, what: words.text("fig-what-score"), strong, labels, ..topic };
        }
        let mut args = vec![("level", Arg::Text(parts.name.get(language)))];
        let (what, said) = match labels.last() {
            Some(class) => {
                args.push(("class", Arg::Text(class)));
                args.push(("plural", Arg::Text(parts.plural.get(language))));
                let what = words.text_with("fig-what-worst-class", &args);
                args.push(("index", Arg::Text(&topic.name)));
                (what, words.text_with("fig-said-worst-class", &args))
            }
            None => {
                let mut args = vec![("plural", Arg::Text(parts.plural.get(language)))];
                let what = words.text_with("fig-what-worst-tenth", &args);
                args.push(("index", Arg::Text(&topic.name)));
                (what, words.text_with("fig-said-worst-tenth", &args))
            }
        };
        Topic { unit: "%".to_owned(), one: "%".to_owned(), what, name: said.clone(), said, ..topic }
    }

    fn of_bottom(studio: &Studio, level: LevelId) -> Topic {
        let words = studio.words;
        let part = studio.settings.levels[usize::from(level.0)].name.get(words.language());
        let name = words.text("fig-bottom");
        Topic {
            said: name.clone(),
            name,
            unit: String::new(),
            one: String::new(),
            decimals: 0,
            is_distance: false,
            what: words.text_with("fig-what-bottom", &[("part", Arg::Text(part))]),
            order: Order::Judged,
            strong: Strong::High,
            labels: Vec::new(),
            kind: Kind::Register,
        }
    }

    /// A number with its unit.
    pub fn value(&self, words: &Words, value: f64) -> String {
        let is_one = self.decimals == 0 && value.abs().round() == 1.0;
        words.value(value, if is_one { &self.one } else { &self.unit }, self.decimals)
    }

    /// The unit where it is short enough to stand at every number: a sign, or an abbreviation.
    pub fn short_value(&self, words: &Words, value: f64) -> String {
        if self.has_short_unit() { self.value(words, value) } else { words.number(value, self.decimals) }
    }

    pub fn has_short_unit(&self) -> bool {
        self.unit.chars().count() <= 3
    }

    /// The name with its unit, for the head of a column of bare numbers.
    pub fn head(&self) -> String {
        if self.unit.is_empty() {
            return self.name.clone();
        }
        format!("{} ({})", self.name, self.unit)
    }
}

/// Who measured what a figure shows, in the order of `sources.toml`.
pub fn sources(studio: &Studio, subjects: &[Subject], periods: &[Period]) -> Vec<SourceId> {
    let mut sources = BTreeSet::new();
    let mut add = |at: usize, periods: &[Period]| {
        sources.extend(studio.atlas.indicator(IndicatorId(at as u16)).sources_of(periods));
    };
    for subject in subjects {
        match subject {
            Subject::Indicator(indicator) => add(usize::from(indicator.0), periods),
            Subject::Index(index) | Subject::Bottom(index) => {
                let mut indicators = Vec::new();
                for domain in &studio.settings.indices[index.0].domains {
                    collect_indicators(&domain.parts, &mut indicators);
                }
                for at in indicators {
                    let carry = studio.atlas.indicator(IndicatorId(at as u16)).carry;
                    let counted = periods.iter().flat_map(|period| period - carry..=*period);
                    add(at, &counted.collect::<Vec<Period>>());
                }
            }
        }
    }
    sources.into_iter().collect()
}

fn collect_indicators(parts: &Parts, found: &mut Vec<usize>) {
    match parts {
        Parts::Indicators(ingredients) => found.extend(ingredients.iter().map(|it| it.indicator)),
        Parts::Index { .. } => {}
        Parts::Domains(domains) => domains.iter().for_each(|domain| collect_indicators(&domain.parts, found)),
    }
}
