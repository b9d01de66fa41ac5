//! One number of an area beside those of its parent and of the whole, in words.

use crate::input::settings::{self, Indicator as Texts};
use crate::model::atlas::{
    AreaId, Good, IndicatorId, Kind, LevelId, Margin, Measure, Origin, Period, Reading,
};
use crate::telling::figures::Studio;
use crate::telling::profile::difference::{self, Direction, Measured};
use crate::telling::profile::sentences::lower_first;
use crate::telling::profile::{Ground, Mark};
use crate::telling::words::Arg;

/// One indicator of one area, in the period that pages of its level show.
#[derive(Clone, Debug)]
pub struct Fact {
    pub area: AreaId,
    pub indicator: IndicatorId,
    pub period: Period,
    pub reading: Reading,
    /// How sure it is, where its publisher says so.
    pub margin: Option<Margin>,
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
        // an area around this one alone is the same place
        let is_another = |parent: &AreaId| studio.atlas.area(*parent).children.as_slice() != [area];
        let parent = studio.above(area).filter(is_another);
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

/// What the rest of the area above an area set is called over a column: "de rest van Heerlen".
pub fn rest_name(studio: &Studio<'_>, beside: Beside) -> Option<String> {
    beside.rest?;
    let around = studio.atlas.area(studio.above(beside.area)?).name.clone();
    Some(studio.words.text_with("set-rest", &[("area", Arg::Text(&around))]))
}

/// The same inside a sentence: "de rest van de gemeente Heerlen".
fn rest_in_full(studio: &Studio<'_>, beside: Beside) -> Option<String> {
    beside.rest?;
    let around = studio.in_full(studio.above(beside.area)?);
    Some(studio.words.text_with("set-rest", &[("area", Arg::Text(&around))]))
}

/// Every indicator that belongs to a theme and has figures at the level of the area, in the order of the
/// settings. What no sum of parts gives is not told of an area set.
pub fn facts(studio: &Studio<'_>, ground: &Ground, beside: Beside) -> Vec<Fact> {
    let themed = studio.atlas.indicators().filter(|(_, indicator)| indicator.theme.is_some());
    let facts = Facts::of(studio, ground, beside);
    themed.filter_map(|(indicator, _)| facts.fact(indicator)).collect()
}

/// The same of one indicator, with or without a theme.
pub fn fact(studio: &Studio<'_>, ground: &Ground, beside: Beside, indicator: IndicatorId) -> Option<Fact> {
    Facts::of(studio, ground, beside).fact(indicator)
}

/// What the facts of an area have in common.
struct Facts<'a> {
    studio: &'a Studio<'a>,
    ground: &'a Ground,
    beside: Beside,
    level: LevelId,
    is_judged: bool,
}

impl<'a> Facts<'a> {
    fn of(studio: &'a Studio<'a>, ground: &'a Ground, beside: Beside) -> Facts<'a> {
        let atlas = studio.atlas;
        // an area set has nothing of its own level beside it
        let level = atlas.set(beside.area).and_then(|set| atlas.level_of_parts(set.area));
        let level = level.unwrap_or(atlas.area(beside.area).level);
        Facts { studio, ground, beside, level, is_judged: is_judged(studio, ground, beside.area) }
    }

    /// Absent where it has no figures at the level of the area.
    fn fact(&self, indicator: IndicatorId) -> Option<Fact> {
        let Facts { studio, ground, beside, level, is_judged } = *self;
        let atlas = studio.atlas;
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
        let direction = beside
            .whole
            .filter(|_| is_judged)
            .and_then(|whole| direction(studio, indicator, period, beside.area, whole));
        Some(Fact {
            area: beside.area,
            indicator,
            period,
            reading,
            margin: atlas.margin(beside.area, indicator, period),
            parent: of(beside.parent),
            whole,
            rest: of(beside.rest),
            mark: mark(studio, indicator, direction),
            distance,
            is_judged,
        })
    }
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

/// Which way the number of an area differs from that of another: as `difference` tells, and beside the whole
/// as its publisher judged, where it did. Absent where nothing may be said.
pub fn direction(
    studio: &Studio<'_>,
    indicator: IndicatorId,
    period: Period,
    area: AreaId,
    other: AreaId,
) -> Option<Direction> {
    let atlas = studio.atlas;
    let own = Measured::of(atlas, area, indicator, period)?;
    let beside = Measured::of(atlas, other, indicator, period)?;
    if is_of_others(studio, indicator, own.value) || is_of_others(studio, indicator, beside.value) {
        return None;
    }
    let said = atlas.margin(area, indicator, period).and_then(|margin| margin.differs);
    match said.filter(|_| atlas.whole() == Some(other)) {
        Some(said) => difference::direction_as_published(own, beside, said),
        None => difference::direction(own, beside, atlas.indicator(indicator).threshold),
    }
}

/// Whether a rate counts more events than there are people: it is about those who come there, and says nothing of
/// those who live there.
pub fn is_of_others(studio: &Studio<'_>, indicator: IndicatorId, value: f64) -> bool {
    match studio.atlas.indicator(indicator).measure {
        Measure::Rate { of, times } => of.is_some() && of == studio.atlas.population() && value >= times,
        _ => false,
    }
}

/// What a direction means for people: nothing where there is none.
pub fn mark(studio: &Studio<'_>, indicator: IndicatorId, direction: Option<Direction>) -> Mark {
    let good = studio.atlas.indicator(indicator).good;
    match (direction, good) {
        (None, _) => Mark::None,
        (Some(Direction::Same), _) => Mark::Same,
        (Some(Direction::Higher), Good::High) | (Some(Direction::Lower), Good::Low) => Mark::Better,
        (Some(Direction::Lower), Good::High) | (Some(Direction::Higher), Good::Low) => Mark::Worse,
        (Some(Direction::Higher), Good::Neither | Good::Context) => Mark::Higher,
        (Some(Direction::Lower), Good::Neither | Good::Context) => Mark::Lower,
    }
}

/// Whether a number of this area is a model's estimate.
pub fn is_model(studio: &Studio<'_>, area: AreaId, indicator: IndicatorId) -> bool {
    studio.atlas.indicator(indicator).kind_at(studio.atlas.area(area).level) == Kind::Model
}

impl Fact {
    /// Whether it can be better or worse.
    pub fn has_good_end(&self, studio: &Studio<'_>) -> bool {
        matches!(studio.atlas.indicator(self.indicator).good, Good::High | Good::Low)
    }

    pub fn texts<'a>(&self, studio: &Studio<'a>) -> &'a Texts {
        &studio.settings.indicators[usize::from(self.indicator.0)]
    }

    pub fn name(&self, studio: &Studio<'_>) -> String {
        self.texts(studio).name.get(studio.words.language()).to_owned()
    }

    /// What a list of findings calls it: "mensen hebben vaker werk", where its author says so of a figure that is
    /// higher or lower, and else its name.
    pub fn finding(&self, studio: &Studio<'_>, is_higher: bool) -> String {
        let texts = self.texts(studio);
        let phrase = if is_higher { &texts.higher } else { &texts.lower };
        match phrase {
            Some(phrase) => phrase.get(studio.words.language()).to_owned(),
            None => lower_first(&self.name(studio)),
        }
    }

    /// The same beside the whole.
    pub fn finding_beside(&self, studio: &Studio<'_>) -> String {
        let whole = self.whole.and_then(Reading::value);
        self.finding(studio, self.reading.value() > whole)
    }

    pub fn value(&self, studio: &Studio<'_>) -> String {
        shown(studio, self.texts(studio), self.reading)
    }

    /// The same, with what a reader must know at once: that a model made it, and of how many of the parts it is where
    /// that is not all. "73,8 %, schatting"; "€ 27.400, berekend uit 11 van de 13 wijken".
    pub fn told(&self, studio: &Studio<'_>) -> String {
        told(studio, self, self.area, self.reading)
    }

    /// "schatting", where a model made the number.
    pub fn estimate(&self, studio: &Studio<'_>) -> Option<String> {
        self.is_estimate(studio).then(|| studio.words.text("note-estimate"))
    }

    fn is_estimate(&self, studio: &Studio<'_>) -> bool {
        self.reading.value().is_some() && is_model(studio, self.area, self.indicator)
    }

    /// "hoger dan in Nederland (20,1 %), ongeveer gelijk aan de gemeente Heerlen (21,0 %)"; absent where nothing may be
    /// said. An area set is held against the rest of the area above it, of which it is no part.
    pub fn compared(&self, studio: &Studio<'_>, beside: Beside) -> Option<String> {
        let value = self.reading.value().filter(|_| self.is_judged)?;
        if is_of_others(studio, self.indicator, value) {
            return Some(studio.words.text("compared-of-others"));
        }
        let name = |area: Option<AreaId>| Some(studio.in_full(area?));
        let above = match rest_in_full(studio, beside) {
            Some(rest) => (Some(rest), beside.rest, self.rest),
            None => (name(beside.parent), beside.parent, self.parent),
        };
        // the whole first: the mark is about it
        let mut found: Vec<(&str, Vec<String>)> = Vec::new();
        let parts = [(name(beside.whole), beside.whole, self.whole), above].into_iter().filter_map(
            |(name, area, reading)| {
                let (name, area, reading) = (name?, area?, reading?);
                let direction = direction(studio, self.indicator, self.period, self.area, area)?;
                let key = match (direction, studio.is_distance(self.indicator)) {
                    (Direction::Higher, false) => "compared-higher",
                    (Direction::Lower, false) => "compared-lower",
                    (Direction::Higher, true) => "compared-further",
                    (Direction::Lower, true) => "compared-nearer",
                    (Direction::Same, _) => "compared-same",
                };
                let value = told(studio, self, area, reading);
                let args = [("area", Arg::Text(name.as_str())), ("value", Arg::Text(&value))];
                Some((key, studio.words.text_with("compared-with", &args)))
            },
        );
        for (key, with) in parts {
            match found.last_mut() {
                Some((last, list)) if *last == key => list.push(with),
                _ => found.push((key, vec![with])),
            }
        }
        let told = found
            .iter()
            .map(|(key, list)| studio.words.text_with(key, &[("list", Arg::Text(&studio.words.list(list)))]));
        (!found.is_empty()).then(|| told.collect::<Vec<_>>().join(", "))
    }

    /// "ongeveer 340 van de 1.240 huishoudens": a share told in people or homes.
    pub fn people(&self, studio: &Studio<'_>) -> Option<String> {
        studio.counted(self.indicator, self.area, self.period).map(|counted| counted.in_words(studio))
    }

    /// "tussen 25,1 en 29,7 %": where the number probably lies, for who reads on.
    pub fn interval(&self, studio: &Studio<'_>) -> Option<String> {
        let interval = self.margin?.interval?;
        Some(studio.between(self.indicator, interval))
    }

    /// "412 mensen vulden de vragenlijst in"
    pub fn answered(&self, studio: &Studio<'_>) -> Option<String> {
        let n = self.margin?.n?;
        let level = studio.atlas.area(self.area).level;
        let key = match studio.atlas.indicator(self.indicator).kind_at(level) {
            Kind::Survey => "answered",
            Kind::Register | Kind::Model => "measured-of",
        };
        let count = studio.words.number(n, 0);
        Some(studio.words.text_with(key, &[("number", Arg::Count(n as usize)), ("count", Arg::Text(&count))]))
    }

    /// A number from parts names the parts, and how many of them are known where some are not. That those of an
    /// area set are from parts is said once on its page.
    fn note_on_parts(&self, studio: &Studio<'_>) -> Option<String> {
        let in_part = studio.in_part(self.indicator, self.area, self.period);
        in_part.or_else(|| {
            studio.atlas.set(self.area).is_none().then_some(())?;
            let level = studio.atlas.level_of_parts(self.area)?;
            let plural = studio.settings.levels[usize::from(level.0)].plural.get(studio.words.language());
            Some(studio.words.text_with("note-from-parts", &[("parts", Arg::Text(plural))]))
        })
    }

    /// How the number came about, where a reader should know.
    pub fn notes(&self, studio: &Studio<'_>) -> Vec<String> {
        let estimate = self.is_estimate(studio).then(|| studio.words.text("note-model"));
        estimate.into_iter().chain(self.notes_but_estimate(studio)).collect()
    }

    /// The same without that a model made it, where that is said already.
    pub fn notes_but_estimate(&self, studio: &Studio<'_>) -> Vec<String> {
        let mut notes = Vec::new();
        let Reading::Value { origin, is_provisional, .. } = self.reading else { return notes };
        if is_provisional {
            notes.push(studio.words.text("note-provisional"));
        }
        match origin {
            Origin::Published | Origin::Computed => {}
            Origin::FromParts => notes.extend(self.note_on_parts(studio)),
            Origin::Merged => notes.push(studio.words.text("note-merged")),
            Origin::Crosswalked => notes.push(studio.words.text("note-crosswalked")),
        }
        notes
    }
}

/// A number of an area beside which a fact stands, or of the fact itself, with how many of the parts it is of where
/// that is not all.
pub fn told(studio: &Studio<'_>, fact: &Fact, area: AreaId, reading: Reading) -> String {
    let value = shown(studio, fact.texts(studio), reading);
    let estimate = fact.estimate(studio).filter(|_| area == fact.area);
    let in_part = studio.in_part(fact.indicator, area, fact.period);
    [Some(value), estimate, in_part].into_iter().flatten().collect::<Vec<_>>().join(", ")
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
            studio.words.value(value, texts.unit_after(value, texts.decimals, language), texts.decimals)
        }
        Reading::Absent(absence) => studio.words.absence(absence),
    }
}
