//! Raw cells to checked areas, indicators and readings.
//!
//! In: settings and tables. Out: the [`Atlas`], in which every code has become an id and every cell a
//! [`Reading`]. Readings of parents that no file gives are computed here from their parts (METHODS.md
//! section 1), and derived indicators from their numerators. Never sees a file, knows no language.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

mod areas;
mod assemble;
mod computed;
mod crosswalk;
mod former;
mod grouping;
mod indicator;
mod margin;
mod number;
mod problem;
mod readings;
mod sets;
mod suppression;
mod upward;

use crate::input::settings::Made;
pub use crate::input::settings::{Absence, Differs, Good, Kind};
pub use assemble::assemble;
pub use grouping::Grouping;
pub use indicator::{Breakdown, DivisionId, GroupId, Indicator, Measure, SourceId, ThemeId};
pub use margin::{Interval, Margin};

/// An area, by its position in [`Atlas::areas`]: levels from the whole to the smallest part, and within a
/// level by code, so that an order of ids is an order of codes; then the area sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AreaId(pub u32);

/// A level, from the whole (0) to the smallest part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LevelId(pub u8);

/// An indicator, by its position in `indicators.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct IndicatorId(pub u16);

/// A year.
pub type Period = i32;

/// A place that readings are about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    pub code: String,
    pub name: String,
    /// Of an area set, the level above that of its parts; no list of that level holds it.
    pub level: LevelId,
    /// Absent only at the first level. Of an area set, the area that it is held against.
    pub parent: Option<AreaId>,
    /// The areas of the next level that lie in it, by code.
    pub children: Vec<AreaId>,
}

/// A named list of areas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Set {
    pub area: AreaId,
    /// What lies in the area around it and not in the set: an area without code and name, of which nothing
    /// but its figures is told. Absent where there is nothing.
    pub rest: Option<AreaId>,
    /// By its position in `sets.toml`.
    pub kind: usize,
}

/// What a file says of one area, indicator and period; never zero for want of a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reading {
    Value {
        value: f64,
        origin: Origin,
        /// Whether its publisher, or that of any number in it, may still change it.
        is_provisional: bool,
    },
    Absent(Absence),
}

/// How finely the numbers of an indicator are written.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Step {
    /// The least that one of them is a whole number of times.
    size: f64,
    /// The size of one, in the unit of the indicator.
    one: f64,
    /// How many numbers say so.
    count: usize,
}

impl Step {
    /// With fewer numbers, that all end in a zero may be chance.
    const ENOUGH: usize = 30;

    /// What a number reckoned from these is rounded to.
    fn of_means(self) -> f64 {
        if self.count < Step::ENOUGH { self.size.min(self.one) } else { self.size }
    }
}

/// Where a number comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    Published,
    /// Reckoned here from published numbers of the same area.
    Computed,
    /// Reckoned here from the area's parts.
    FromParts,
    /// Reckoned here from numbers of all areas of earlier years that it was made of, each of them whole.
    Merged,
    /// Estimated here from numbers of the areas of earlier years that it was made of.
    Crosswalked,
}

impl Reading {
    pub const MISSING: Reading = Reading::Absent(Absence::Missing);

    /// A number that is final, as a publisher gives it.
    pub fn published(value: f64) -> Reading {
        Reading::Value { value, origin: Origin::Published, is_provisional: false }
    }

    /// The number, where there is one.
    pub fn value(self) -> Option<f64> {
        match self {
            Reading::Value { value, .. } => Some(value),
            Reading::Absent(_) => None,
        }
    }

    /// The same; a number as one that may still change.
    #[must_use]
    pub fn provisional(self) -> Reading {
        match self {
            Reading::Value { value, origin, .. } => Reading::Value { value, origin, is_provisional: true },
            Reading::Absent(_) => self,
        }
    }

    /// Whether it is a number that may still change.
    pub fn is_provisional(self) -> bool {
        matches!(self, Reading::Value { is_provisional: true, .. })
    }
}

/// Of how many of its parts a number of an area was reckoned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartsOf {
    /// At least 1.
    pub known: usize,
    pub all: usize,
    /// Whether it is a number of the whole area: all parts are known, or those with nearly all that it is of, or
    /// else of the people.
    pub are_enough: bool,
}

/// With so much of what a number is of in the parts that are known, it is one of the whole area.
const ENOUGH: f64 = 0.98;

/// All areas, indicators and readings.
#[derive(Clone, Debug, Default)]
pub struct Atlas {
    /// Of all levels, then the sets, then their rests.
    areas: Vec<Area>,
    /// The ids of each level are `starts[level]..starts[level + 1]`.
    starts: Vec<u32>,
    by_code: BTreeMap<String, AreaId>,
    /// Those that have a name of their own, `named` of them, and behind them those of one group.
    indicators: Vec<Indicator>,
    named: usize,
    /// By indicator, then by division.
    breakdowns: Vec<Breakdown>,
    /// Per indicator and period one reading for each area, by id.
    readings: Vec<BTreeMap<Period, Vec<Reading>>>,
    /// Beside the readings, since few have one: by indicator, period and area.
    margins: BTreeMap<(IndicatorId, Period), BTreeMap<AreaId, Margin>>,
    /// The numbers that are withheld here, and not by their publisher.
    withheld: BTreeMap<(IndicatorId, Period), BTreeSet<AreaId>>,
    /// Of indicators that were published: how finely.
    steps: BTreeMap<IndicatorId, Step>,
    population: Option<IndicatorId>,
    /// By level; fewer where the last levels have none.
    groupings: Vec<Vec<Grouping>>,
    /// Other words by which readers look for an area.
    search: BTreeMap<AreaId, Vec<String>>,
    /// In the order of their ids.
    sets: Vec<Set>,
    /// The area that the site is about, where it is not about all.
    subject: Option<AreaId>,
    /// By area; empty where all are published.
    published: Vec<bool>,
}

impl Atlas {
    /// An atlas of checked parts: the areas from the first level to the last and within a level by code, each
    /// with the parent that it has in the level above; per indicator and period one reading for each area.
    /// Who lies in whom is taken from the parents, whatever `children` says.
    pub fn from_parts(
        level_count: usize,
        mut areas: Vec<Area>,
        indicators: Vec<Indicator>,
        readings: Vec<BTreeMap<Period, Vec<Reading>>>,
        population: Option<IndicatorId>,
    ) -> Atlas {
        let order = |area: &Area| (area.level, area.code.clone());
        debug_assert!(areas.is_sorted_by(|one, next| order(one) < order(next)), "areas stand in order");
        debug_assert!(areas.iter().all(|area| (area.level.0 as usize) < level_count), "levels are counted");
        debug_assert_eq!(readings.len(), indicators.len(), "every indicator has its readings");
        debug_assert!(
            readings.iter().flat_map(BTreeMap::values).all(|column| column.len() == areas.len()),
            "every area has its reading"
        );
        let starts = (0..=level_count)
            .map(|level| areas.partition_point(|area| (area.level.0 as usize) < level) as u32)
            .collect();
        let by_code = areas.iter().zip(0..).map(|(area, at)| (area.code.clone(), AreaId(at))).collect();
        for area in &mut areas {
            area.children.clear();
        }
        for at in 0..areas.len() {
            if let Some(parent) = areas[at].parent {
                debug_assert_eq!(areas[parent.0 as usize].level.0 + 1, areas[at].level.0, "one level up");
                areas[parent.0 as usize].children.push(AreaId(at as u32));
            }
        }
        let named = indicators.len();
        Atlas { areas, starts, by_code, indicators, named, readings, population, ..Atlas::default() }
    }

    /// The same, with what is known of how sure one published number is.
    #[must_use]
    pub fn with_margin(
        mut self,
        area: AreaId,
        indicator: IndicatorId,
        period: Period,
        margin: Margin,
    ) -> Atlas {
        self.margins.entry((indicator, period)).or_default().insert(area, margin);
        self
    }

    /// The same, with the areas of a level grouped.
    #[must_use]
    pub fn with_grouping(mut self, level: LevelId, grouping: Grouping) -> Atlas {
        debug_assert_eq!(grouping.of.len(), self.level_len(level), "every area of the level is asked");
        self.add_grouping(level, grouping);
        self
    }

    /// How the areas of a level are grouped, by the id that its author gave; absent where there is none.
    pub fn grouping(&self, level: LevelId, id: &str) -> Option<&Grouping> {
        self.groupings(level).iter().find(|grouping| grouping.id == id)
    }

    /// Other words than name and code by which readers look for an area: a name that people use, a postcode.
    pub fn search_words(&self, area: AreaId) -> &[String] {
        self.search.get(&area).map_or(&[], Vec::as_slice)
    }

    /// All groupings of a level, in the order of `areas.toml`.
    pub fn groupings(&self, level: LevelId) -> &[Grouping] {
        self.groupings.get(usize::from(level.0)).map_or(&[], Vec::as_slice)
    }

    /// Every area of every level, and then every area set.
    pub fn areas(&self) -> impl Iterator<Item = (AreaId, &Area)> {
        let rests = self.sets.iter().filter(|set| set.rest.is_some()).count();
        let named = &self.areas[..self.areas.len() - rests];
        named.iter().enumerate().map(|(at, area)| (AreaId(at as u32), area))
    }

    /// How many areas, area sets and rests of sets there are: ids are below it.
    pub fn area_count(&self) -> usize {
        self.areas.len()
    }

    /// The area sets, by id.
    pub fn sets(&self) -> &[Set] {
        &self.sets
    }

    /// The set that an area is, where it is one.
    pub fn set(&self, id: AreaId) -> Option<Set> {
        self.sets.binary_search_by_key(&id, |set| set.area).ok().map(|at| self.sets[at])
    }

    /// Whether it is a set, or the rest of one.
    fn is_set_or_rest(&self, id: AreaId) -> bool {
        self.starts.last().is_none_or(|end| id.0 >= *end)
    }

    /// Whether an area is of a level itself; an area set never is.
    pub fn is_of(&self, id: AreaId, level: LevelId) -> bool {
        self.area(id).level == level && !self.is_set_or_rest(id)
    }

    /// The level of the parts of an area; absent where it has none.
    pub fn level_of_parts(&self, id: AreaId) -> Option<LevelId> {
        self.area(id).children.first().map(|part| self.area(*part).level)
    }

    /// Whether all of an area lies in another; no area lies in itself.
    pub fn lies_in(&self, id: AreaId, around: AreaId) -> bool {
        if id == around {
            return false;
        }
        if self.is_set_or_rest(id) {
            return self.area(id).children.iter().all(|part| *part == around || self.lies_in(*part, around));
        }
        if !self.is_set_or_rest(around) {
            return self.ancestor(id, self.area(around).level) == Some(around);
        }
        let parts = &self.area(around).children;
        let Some(level) = self.level_of_parts(around) else { return false };
        if self.area(id).level >= level {
            return self.ancestor(id, level).is_some_and(|part| parts.binary_search(&part).is_ok());
        }
        let own = self.within(id, level);
        !own.is_empty() && own.iter().all(|part| parts.binary_search(part).is_ok())
    }

    /// The area sets in which all of an area lies, by id.
    pub fn sets_of(&self, id: AreaId) -> impl Iterator<Item = Set> + '_ {
        self.sets.iter().copied().filter(move |set| self.lies_in(id, set.area))
    }

    /// What the site is about: the area that it publishes, else the whole.
    pub fn subject(&self) -> Option<AreaId> {
        self.subject.or(self.whole())
    }

    /// Whether an area has a page; what has none serves comparison only.
    pub fn is_published(&self, id: AreaId) -> bool {
        self.published.get(id.0 as usize).copied().unwrap_or(true)
    }

    /// Whether figures of an area are shown: it is published, or holds what is.
    pub fn is_shown(&self, id: AreaId) -> bool {
        self.is_published(id) || self.subject.is_some_and(|subject| self.lies_in(subject, id))
    }

    /// Whether something that is made of some areas only is made of this one.
    pub fn is_made(&self, id: AreaId, made: &Made) -> bool {
        let is_chosen = match self.set(id) {
            Some(_) => made.of_sets,
            None => made.levels.contains(&usize::from(self.area(id).level.0)),
        };
        is_chosen && self.is_published(id)
    }

    pub fn area(&self, id: AreaId) -> &Area {
        &self.areas[id.0 as usize]
    }

    /// The area with this code, in capitals as given.
    pub fn find(&self, code: &str) -> Option<AreaId> {
        self.by_code.get(code).copied()
    }

    /// The whole: the only area of the first level, where it has one.
    pub fn whole(&self) -> Option<AreaId> {
        (self.level_len(LevelId(0)) == 1).then_some(AreaId(0))
    }

    pub fn level_count(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    pub fn last_level(&self) -> LevelId {
        LevelId(self.level_count().saturating_sub(1) as u8)
    }

    /// The areas of a level, by code.
    pub fn level(
        &self,
        level: LevelId,
    ) -> impl DoubleEndedIterator<Item = AreaId> + ExactSizeIterator + use<> {
        (self.starts[level.0 as usize]..self.starts[level.0 as usize + 1]).map(AreaId)
    }

    pub fn level_len(&self, level: LevelId) -> usize {
        (self.starts[level.0 as usize + 1] - self.starts[level.0 as usize]) as usize
    }

    /// The position of an area within its level; a set has none.
    pub fn place_in_level(&self, id: AreaId) -> usize {
        (id.0 - self.starts[self.area(id).level.0 as usize]) as usize
    }

    /// The area at a level that holds this one: itself, its parent, and so on; absent below it.
    pub fn ancestor(&self, id: AreaId, level: LevelId) -> Option<AreaId> {
        let mut at = id;
        while self.area(at).level > level {
            at = self.area(at).parent?;
        }
        (self.area(at).level == level).then_some(at)
    }

    /// Every area of a level that lies in `id`, by code; `id` itself at its own level.
    pub fn within(&self, id: AreaId, level: LevelId) -> Vec<AreaId> {
        let mut found = if self.is_set_or_rest(id) { self.area(id).children.clone() } else { vec![id] };
        while found.first().is_some_and(|first| self.area(*first).level < level) {
            found = found.iter().flat_map(|area| self.area(*area).children.iter().copied()).collect();
        }
        found.retain(|area| self.area(*area).level == level);
        found
    }

    /// From the whole down to the area, itself included.
    pub fn lineage(&self, id: AreaId) -> Vec<AreaId> {
        let mut line: Vec<AreaId> = std::iter::successors(Some(id), |at| self.area(*at).parent).collect();
        line.reverse();
        line
    }

    /// The area right below the whole that an area lies in; absent where it is that itself, or the whole.
    pub fn around(&self, area: AreaId) -> Option<AreaId> {
        let below = self.lineage(area).into_iter().find(|above| Some(*above) != self.whole());
        below.filter(|around| *around != area)
    }

    /// What is measured of everybody.
    pub fn indicators(&self) -> impl Iterator<Item = (IndicatorId, &Indicator)> {
        self.indicators_and_groups().take(self.named)
    }

    /// What is measured of everybody, and then what is measured of one group: an indicator that no list holds.
    pub fn indicators_and_groups(&self) -> impl Iterator<Item = (IndicatorId, &Indicator)> {
        self.indicators.iter().enumerate().map(|(at, indicator)| (IndicatorId(at as u16), indicator))
    }

    /// The figures by group, by indicator and division.
    pub fn breakdowns(&self) -> &[Breakdown] {
        &self.breakdowns
    }

    /// The figures by group of one indicator, a breakdown for each division of which there are some.
    pub fn breakdowns_of(&self, indicator: IndicatorId) -> &[Breakdown] {
        let from = self.breakdowns.partition_point(|it| it.of < indicator);
        let to = self.breakdowns.partition_point(|it| it.of <= indicator);
        &self.breakdowns[from..to]
    }

    /// All groups of which an indicator has figures, by division, each with the indicator that is of it alone.
    pub fn groups_of(&self, indicator: IndicatorId) -> impl Iterator<Item = (GroupId, IndicatorId)> + '_ {
        self.breakdowns_of(indicator).iter().flat_map(|breakdown| breakdown.groups.iter().copied())
    }

    pub fn indicator(&self, id: IndicatorId) -> &Indicator {
        &self.indicators[id.0 as usize]
    }

    pub fn find_indicator(&self, id: &str) -> Option<IndicatorId> {
        self.indicators().find(|(_, indicator)| indicator.id == id).map(|(at, _)| at)
    }

    /// The indicator that counts people.
    pub fn population(&self) -> Option<IndicatorId> {
        self.population
    }

    /// The periods for which any area has a reading, in order.
    pub fn periods(&self, indicator: IndicatorId) -> impl DoubleEndedIterator<Item = Period> + '_ {
        self.readings[indicator.0 as usize].keys().copied()
    }

    /// [`Reading::MISSING`] where no file speaks of it.
    pub fn reading(&self, area: AreaId, indicator: IndicatorId, period: Period) -> Reading {
        self.readings[indicator.0 as usize]
            .get(&period)
            .map_or(Reading::MISSING, |column| column[area.0 as usize])
    }

    /// Whether a number was there when those of parents were reckoned: it is known, or withheld since.
    pub fn was_reckoned_with(&self, area: AreaId, indicator: IndicatorId, period: Period) -> bool {
        let is_withheld =
            || self.withheld.get(&(indicator, period)).is_some_and(|areas| areas.contains(&area));
        self.reading(area, indicator, period).value().is_some() || is_withheld()
    }

    /// Of how many of how many parts a number of an area was reckoned: where one count is divided by another,
    /// those of which what is divided is known, since counts are added first; of a mean those that have a weight,
    /// too. A part where the number cannot arise, or where nobody is counted, is not asked. Absent where it was
    /// not reckoned from parts, or from counts of the area itself.
    pub fn reckoned_from(&self, area: AreaId, indicator: IndicatorId, period: Period) -> Option<PartsOf> {
        let reading = self.reading(area, indicator, period);
        if !matches!(reading, Reading::Value { origin: Origin::FromParts, .. }) {
            return None;
        }
        let told = self.indicator(indicator);
        let counted = told.numerator.filter(|count| self.was_reckoned_with(area, *count, period));
        let of = told.measure.of();
        let is_known = |part: AreaId, id| self.was_reckoned_with(part, id, period);
        let is_asked = |part: &AreaId| {
            let cannot_be = |id| self.reading(*part, id, period) == Reading::Absent(Absence::Impossible);
            let counts = of.map(|of| self.reading(*part, of, period).value());
            !cannot_be(counted.unwrap_or(indicator)) && counts != Some(Some(0.0))
        };
        let parts: Vec<AreaId> = self.area(area).children.iter().copied().filter(is_asked).collect();
        let weight = of.filter(|_| counted.is_none());
        let is_in = |part: &AreaId| {
            is_known(*part, counted.unwrap_or(indicator)) && weight.is_none_or(|of| is_known(*part, of))
        };
        let known = parts.iter().filter(|part| is_in(part)).count();
        let size = |part: &AreaId| self.reading(*part, of.or(self.population)?, period).value();
        let sizes: Option<Vec<(bool, f64)>> =
            parts.iter().map(|part| Some((is_in(part), size(part)?))).collect();
        let are_nearly_all = sizes.is_some_and(|sizes| {
            let sum =
                |sizes: &mut dyn Iterator<Item = &(bool, f64)>| sizes.fold(0.0, |sum, (_, size)| sum + size);
            sum(&mut sizes.iter().filter(|(is_in, _)| *is_in)) >= ENOUGH * sum(&mut sizes.iter())
        });
        let are_enough = known == parts.len() || are_nearly_all;
        (known > 0).then_some(PartsOf { known, all: parts.len(), are_enough })
    }

    /// How sure a number is, where its publisher says so. Of what is computed here only a mean over parts has
    /// an interval, and only where each of its parts has one: samples of parts are joined as strata. A part
    /// that is not known has no sample that speaks of it.
    pub fn margin(&self, area: AreaId, indicator: IndicatorId, period: Period) -> Option<Margin> {
        self.margins.get(&(indicator, period))?.get(&area).copied()
    }

    /// Whether any number of an indicator has an interval.
    pub fn has_intervals(&self, indicator: IndicatorId) -> bool {
        let of_indicator = (indicator, Period::MIN)..=(indicator, Period::MAX);
        let mut margins = self.margins.range(of_indicator).flat_map(|(_, areas)| areas.values());
        margins.any(|margin| margin.interval.is_some())
    }

    /// The readings of a level by the area's place in it; empty where no area of the atlas has one.
    pub fn readings(&self, level: LevelId, indicator: IndicatorId, period: Period) -> &[Reading] {
        let range = self.starts[level.0 as usize] as usize..self.starts[level.0 as usize + 1] as usize;
        self.readings[indicator.0 as usize].get(&period).map_or(&[], |column| &column[range])
    }

    /// Whether anything is known of a level in a period, be it why there is no number.
    pub fn is_known_of(&self, level: LevelId, indicator: IndicatorId, period: Period) -> bool {
        self.readings(level, indicator, period).iter().any(|reading| *reading != Reading::MISSING)
    }

    /// Whether any area of a level has a number in a period.
    pub fn is_measured(&self, level: LevelId, indicator: IndicatorId, period: Period) -> bool {
        self.readings(level, indicator, period).iter().any(|reading| reading.value().is_some())
    }

    /// The latest period in which any area of this level has a value.
    pub fn latest(&self, indicator: IndicatorId, level: LevelId) -> Option<Period> {
        let range = self.starts[level.0 as usize] as usize..self.starts[level.0 as usize + 1] as usize;
        let columns = self.readings[indicator.0 as usize].iter().rev();
        columns
            .filter(|(_, column)| column[range.clone()].iter().any(|reading| reading.value().is_some()))
            .map(|(period, _)| *period)
            .next()
    }
}

impl Atlas {
    fn add_grouping(&mut self, level: LevelId, grouping: Grouping) {
        let level = usize::from(level.0);
        if self.groupings.len() <= level {
            self.groupings.resize_with(level + 1, Vec::new);
        }
        self.groupings[level].push(grouping);
    }

    fn set_reading(&mut self, area: AreaId, indicator: IndicatorId, period: Period, reading: Reading) {
        let count = self.areas.len();
        let column = self.readings[indicator.0 as usize].entry(period);
        column.or_insert_with(|| vec![Reading::MISSING; count])[area.0 as usize] = reading;
    }
}
