//! How the figures of an area differ between groups of people: in sentences, and in a figure for each division.
//!
//! A group is held against everybody by the one rule of `difference`, and the two groups that the site names
//! against each other. Everybody holds the group, too, so that the rule asks a little more than it need. Of a
//! model's estimates no such word is used: a model often knows groups apart by what it was told of them.

use serde::Serialize;

use crate::model::atlas::{AreaId, Breakdown, DivisionId, GroupId, IndicatorId, Measure, Period, Reading};
use crate::telling::figures::{Spec, Studio};
use crate::telling::profile::Ground;
use crate::telling::profile::compare::{is_judged, is_model, shown};
use crate::telling::profile::difference::{self, Direction, Measured};
use crate::telling::words::Arg;

/// How many indicators a figure of groups shows: the rest is in the data files.
const MOST_IN_FIGURE: usize = 4;
/// Of how many the differences are told in sentences.
const MOST_IN_WORDS: usize = 2;

/// What is told of one division.
#[derive(Clone, Debug, Serialize)]
pub struct Grouped {
    /// Unique on the page: `leeftijd`.
    pub anchor: String,
    /// "Naar leeftijd"
    pub kicker: String,
    pub heading: String,
    pub paragraphs: Vec<String>,
    #[serde(skip)]
    pub figure: Spec,
}

/// Of all that belongs to a theme, one for each division of which the area has figures.
pub fn of_area(studio: &Studio<'_>, ground: &Ground, area: AreaId) -> Vec<Grouped> {
    let is_told = |breakdown: &&Breakdown| studio.atlas.indicator(breakdown.of).theme.is_some();
    grouped(studio, ground, area, studio.atlas.breakdowns().iter().filter(is_told).collect())
}

/// Of one indicator, in what the site is about.
pub fn of_indicator(studio: &Studio<'_>, ground: &Ground, id: IndicatorId) -> Vec<Grouped> {
    let Some(area) = studio.atlas.subject() else { return Vec::new() };
    grouped(studio, ground, area, studio.atlas.breakdowns_of(id).iter().collect())
}

fn grouped(studio: &Studio<'_>, ground: &Ground, area: AreaId, all: Vec<&Breakdown>) -> Vec<Grouped> {
    let is_judged = is_judged(studio, ground, area);
    let divisions = 0..studio.settings.divisions.len();
    divisions
        .filter_map(|division| {
            let own = all.iter().filter(|breakdown| breakdown.division == division);
            let mut told: Vec<Told> =
                own.filter_map(|breakdown| Told::of(studio, area, breakdown, is_judged)).collect();
            told.sort_by_key(|it| (!studio.atlas.indicator(it.indicator).key, it.indicator));
            // the clearest differences first
            told.sort_by(|one, other| other.distance().total_cmp(&one.distance()));
            (!told.is_empty()).then(|| section(studio, area, division, &told))
        })
        .collect()
}

/// An indicator by group, in one area.
struct Told {
    indicator: IndicatorId,
    period: Period,
    everybody: Reading,
    /// Those with a number, in the order of their file.
    groups: Vec<OfGroup>,
    /// The first of two groups beside the other.
    against: Option<Against>,
}

#[derive(Clone, Copy)]
struct Against {
    one: OfGroup,
    other: OfGroup,
    beside: Beside,
}

/// A number beside another.
#[derive(Clone, Copy)]
struct Beside {
    direction: Direction,
    /// How far from it, in the least difference that is told.
    distance: f64,
}

impl Beside {
    /// Absent where nothing may be said.
    fn of(own: Measured, other: Measured, threshold: Option<f64>) -> Option<Beside> {
        let direction = difference::direction(own, other, threshold)?;
        let least = difference::least(own, other, threshold)?.size();
        let difference = (own.value - other.value).abs();
        // of all people that there are, any difference is one
        let distance = if least > 0.0 { difference / least } else { difference };
        Some(Beside { direction, distance })
    }

    fn differs(self) -> bool {
        self.direction != Direction::Same
    }
}

#[derive(Clone, Copy)]
struct OfGroup {
    group: GroupId,
    reading: Reading,
    value: f64,
    /// Beside everybody; absent where nothing may be said.
    beside: Option<Beside>,
}

impl Told {
    /// In the latest of the periods in which most groups are known; absent where none is. Counts say how many
    /// people there are in each, and no more.
    fn of(studio: &Studio<'_>, area: AreaId, breakdown: &Breakdown, is_judged: bool) -> Option<Told> {
        let atlas = studio.atlas;
        let indicator = breakdown.of;
        if atlas.indicator(indicator).measure == Measure::Count {
            return None;
        }
        let ids = || breakdown.groups.iter().map(|(_, id)| *id);
        let known =
            |period: Period| ids().filter(|id| atlas.reading(area, *id, period).value().is_some()).count();
        let mut periods: Vec<Period> = ids().flat_map(|id| atlas.periods(id)).collect();
        periods.sort_unstable();
        let period = periods.into_iter().max_by_key(|period| known(*period))?;
        // what a model made of a group is no measurement of it
        let is_told = is_judged && !is_model(studio, area, indicator);
        let threshold = atlas.indicator(indicator).threshold;
        let measured = |id| Measured::of(atlas, area, id, period);
        let everybody = measured(indicator);
        let beside = |own: Option<Measured>, other: Option<Measured>| {
            let (own, other) = own.zip(other).filter(|_| is_told)?;
            Beside::of(own, other, threshold)
        };
        let of_group = |(group, id): &(GroupId, IndicatorId)| {
            let reading = atlas.reading(area, *id, period);
            let value = reading.value()?;
            Some(OfGroup { group: *group, reading, value, beside: beside(measured(*id), everybody) })
        };
        let groups: Vec<OfGroup> = breakdown.groups.iter().filter_map(of_group).collect();
        if groups.is_empty() {
            return None;
        }
        let against = studio.settings.divisions[breakdown.division].against.and_then(|[one, other]| {
            let id = |group| Some(breakdown.groups.iter().find(|(it, _)| *it == group)?.1);
            let told = |group| groups.iter().find(|it| it.group == group).copied();
            let beside = beside(measured(id(one)?), measured(id(other)?))?;
            Some(Against { one: told(one)?, other: told(other)?, beside })
        });
        Some(Told { indicator, period, everybody: atlas.reading(area, indicator, period), groups, against })
    }

    /// Whatever may be said of its groups.
    fn besides(&self) -> impl Iterator<Item = Beside> {
        let against = self.against.iter().map(|against| against.beside);
        self.groups.iter().filter_map(|it| it.beside).chain(against)
    }

    /// That of the clearest difference; 0 where there is none.
    fn distance(&self) -> f64 {
        self.besides().filter(|it| it.differs()).map(|it| it.distance).fold(0.0, f64::max)
    }
}

fn section(studio: &Studio<'_>, area: AreaId, division: DivisionId, told: &[Told]) -> Grouped {
    let words = studio.words;
    let language = words.language();
    let by = studio.settings.divisions[division].name.get(language);
    let name = |told: &Told| studio.settings.indicators[usize::from(told.indicator.0)].name.get(language);
    let lead = &told[0];
    let key = match (lead.besides().next(), lead.besides().any(Beside::differs)) {
        (Some(_), true) => "groups-different",
        (Some(_), false) => "groups-alike",
        (None, _) => "groups-plain",
    };
    let heading = words.text_with(key, &[("by", Arg::Text(by)), ("name", Arg::Text(name(lead)))]);
    let in_words = told.iter().take(MOST_IN_WORDS);
    let mut paragraphs: Vec<String> = in_words.map(|it| sentences(studio, name(it), it).join(" ")).collect();
    if told.iter().any(|told| is_model(studio, area, told.indicator)) {
        paragraphs.push(words.text("groups-model"));
    }
    let indicators = told.iter().take(MOST_IN_FIGURE).map(|it| (it.indicator, it.period)).collect();
    Grouped {
        anchor: studio.settings.divisions[division].id.clone(),
        kicker: words.text_with("groups-kicker", &[("by", Arg::Text(by))]),
        heading,
        paragraphs,
        figure: Spec::Groups { division, indicators, area, title: None },
    }
}

/// What everybody has, which groups have more or less, and what is between the two groups that the site holds
/// against each other.
fn sentences(studio: &Studio<'_>, name: &str, told: &Told) -> Vec<String> {
    let words = studio.words;
    let language = words.language();
    let texts = &studio.settings.indicators[usize::from(told.indicator.0)];
    let people = |group: GroupId| studio.settings.groups[group].people.get(language);
    let listed = |direction: Option<Direction>| -> Option<String> {
        let groups = told.groups.iter().filter(|it| it.beside.map(|beside| beside.direction) == direction);
        let items: Vec<String> = groups
            .map(|it| {
                let value = shown(studio, texts, it.reading);
                let args = [("people", Arg::Text(people(it.group))), ("value", Arg::Text(&value))];
                words.text_with("groups-item", &args)
            })
            .collect();
        (!items.is_empty()).then(|| words.list(&items))
    };
    let year = told.period.to_string();
    let mut sentences = Vec::new();
    let all = shown(studio, texts, told.everybody);
    let args = [("name", Arg::Text(name)), ("year", Arg::Text(&year)), ("value", Arg::Text(&all))];
    sentences.push(match told.everybody.value() {
        Some(_) => words.text_with("groups-all", &args),
        None => words.text_with("groups-all-unknown", &args[..2]),
    });
    let is_distance = studio.is_distance(told.indicator);
    let keys = [
        (Some(Direction::Lower), if is_distance { "groups-nearer" } else { "groups-lower" }),
        (Some(Direction::Higher), if is_distance { "groups-further" } else { "groups-higher" }),
        (Some(Direction::Same), "groups-same"),
        (None, "groups-values"),
    ];
    for (direction, key) in keys {
        let list = listed(direction);
        sentences.extend(list.map(|list| words.text_with(key, &[("groups", Arg::Text(&list))])));
    }
    if let Some(Against { one, other, beside: Beside { direction, .. } }) = &told.against {
        let difference = (one.value - other.value).abs();
        let difference = match texts.unit_after(difference, texts.decimals, language) {
            "%" => words.points(difference, texts.decimals),
            unit => words.value(difference, unit, texts.decimals),
        };
        let key = match (direction, is_distance) {
            (Direction::Higher, false) => "groups-against-higher",
            (Direction::Lower, false) => "groups-against-lower",
            (Direction::Higher, true) => "groups-against-further",
            (Direction::Lower, true) => "groups-against-nearer",
            (Direction::Same, _) => "groups-against-same",
        };
        let (one, other) = (people(one.group), people(other.group));
        let args =
            [("one", Arg::Text(one)), ("other", Arg::Text(other)), ("difference", Arg::Text(&difference))];
        sentences.push(words.text_with(key, if *direction == Direction::Same { &args[..2] } else { &args }));
    }
    sentences
}
