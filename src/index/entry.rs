//! From the readings of an indicator to the column with which it enters an index: divided, shrunk, imputed,
//! treated and turned, in that order (METHODS.md sections 1 and 2).
//!
//! Each step looks at eligible areas only. What a step did to which cell is told in the entry; the columns
//! between the steps are kept where they are asked for.

use crate::index::carry::{Counted, counted};
use crate::index::impute::{Middle, middles};
use crate::index::layer::Ground;
use crate::index::panel::{Sense, Standing, standings};
use crate::index::problem::Problem;
use crate::index::shrink::{self, Count, Shrunk};
use crate::index::treat::{Treated, treat};
use crate::input::settings::{By, Good, Impute, Ingredient};
use crate::model::atlas::{Absence, AreaId, IndicatorId, LevelId, Measure, Period, Reading};

/// Where the number of a cell comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Read {
    /// There is none.
    Nothing,
    /// A reading of this period: that of the cell, or an earlier one that is carried.
    Of(Period),
    /// A rule of the definition.
    Imputed,
}

/// An indicator where it enters the index, by cell.
#[derive(Clone, Debug)]
pub struct Entry {
    pub id: IndicatorId,
    pub sense: Sense,
    /// Turned, but not yet normalised; not-a-number where nothing is known.
    pub values: Vec<f64>,
    pub read: Vec<Read>,
    /// By period, in how many eligible areas a reading counts.
    pub available: Vec<usize>,
    /// What was done to numbers that lie far from all others.
    pub treated: Vec<Treated>,
    /// What was drawn to the area around it, by cell; empty where nothing is.
    pub shrunk: Vec<(usize, Shrinkage)>,
    pub steps: Option<Steps>,
}

/// The columns between the steps.
#[derive(Clone, Debug)]
pub struct Steps {
    /// As read, for eligible areas.
    pub raw: Vec<f64>,
    /// What it is divided by, by cell; not-a-number where that is not known. Empty where it is divided by nothing.
    pub divisors: Vec<f64>,
    /// Shrunk and divided.
    pub denominated: Vec<f64>,
    /// What was filled in comes from here, by cell.
    pub filled: Vec<(usize, Source)>,
    pub imputed: Vec<f64>,
    /// Not yet turned.
    pub treated: Vec<f64>,
}

/// A rate that was drawn to that of the area around it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shrinkage {
    pub around: AreaId,
    pub shrunk: Shrunk,
    /// A rate is of so many; 100 of a share.
    pub times: f64,
}

/// Where a number comes from that was filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The middle of all areas.
    All,
    /// The middle of the areas within this one, or its own number, as the rule says.
    Area(AreaId),
    /// The middle of the areas in this group of a grouping.
    Group(u32),
    /// The area's own number of this year.
    Earlier(Period),
}

/// Whether the columns between the steps are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    Result,
    Steps,
}

/// An indicator whose good end is the other one is turned round.
pub fn sense(indicator: Good, index: Good) -> Sense {
    match (indicator, index) {
        (Good::High, Good::Low) | (Good::Low, Good::High) => Sense::Reversed,
        _ => Sense::AsGiven,
    }
}

/// An indicator as it is read, shrunk and divided.
#[derive(Clone, Debug)]
pub struct Readings {
    values: Vec<f64>,
    pub read: Vec<Read>,
    available: Vec<usize>,
    shrunk: Vec<(usize, Shrinkage)>,
    /// Where the columns between the steps are kept.
    before: Option<Before>,
}

/// What there was before an indicator was divided.
#[derive(Clone, Debug, Default)]
struct Before {
    raw: Vec<f64>,
    divisors: Vec<f64>,
}

/// Takes an indicator through the steps that look at nothing else.
pub fn read(
    ground: Ground<'_>,
    ingredient: &Ingredient,
    keep: Keep,
    problems: &mut Vec<Problem>,
) -> Readings {
    let panel = ground.panel;
    let id = IndicatorId(ingredient.indicator as u16);
    let mut before = (keep == Keep::Steps).then(Before::default);
    let mut available = Vec::new();
    let mut shrunk = Vec::new();
    let mut values = vec![f64::NAN; panel.cells()];
    let mut read = vec![Read::Nothing; panel.cells()];
    for (at, period) in panel.periods.iter().enumerate() {
        let cells = panel.of_period(at);
        let standings = &panel.standings[cells.clone()];
        let mut column = counted(ground.atlas, panel.level, id, *period);
        for (counted, standing) in column.iter_mut().zip(standings) {
            *counted = counted.filter(|_| *standing == Standing::Eligible);
        }
        available.push(column.iter().flatten().count());
        let raw: Vec<f64> = match before {
            Some(_) => {
                column.iter().map(|counted| counted.map_or(f64::NAN, |counted| counted.value)).collect()
            }
            None => Vec::new(),
        };
        let done = prepare(ground, ingredient, panel.level, *period, &mut column, problems);
        shrunk.extend(done.shrunk.into_iter().map(|(place, one)| (cells.start + place, one)));
        if let Some(before) = &mut before {
            before.raw.extend(raw);
            before.divisors.extend(done.divisors);
        }
        for (cell, counted) in cells.zip(column) {
            if let Some(counted) = counted {
                values[cell] = counted.value + 0.0;
                read[cell] = Read::Of(counted.of);
            }
        }
    }
    Readings { values, read, available, shrunk, before }
}

/// Takes it through the steps that are left. `open` says by cell where a number may be filled in: where something
/// of the index is known.
pub fn entry(
    ground: Ground<'_>,
    ingredient: &Ingredient,
    readings: Readings,
    open: &[bool],
    problems: &mut Vec<Problem>,
) -> Entry {
    let panel = ground.panel;
    let id = IndicatorId(ingredient.indicator as u16);
    let Readings { mut values, mut read, available, shrunk, before } = readings;
    let denominated = before.is_some().then(|| values.clone());
    let filled = impute(ground, ingredient, &mut values, &mut read, open, problems);
    let imputed = before.is_some().then(|| values.clone());
    let treated = treat(&mut values, &panel.groups(), ingredient.treat);
    for treated in treated.iter().filter(|treated| !treated.what.has_passed()) {
        problems.push(Problem::StillUneven {
            place: ingredient.place.clone(),
            index: ground.definition.id.clone(),
            indicator: ground.atlas.indicator(id).id.clone(),
            periods: panel.periods_of_group(treated.group),
            skew: treated.after.map_or(0.0, |shape| shape.skew.abs()),
        });
    }
    let steps = before.zip(denominated.zip(imputed)).map(|(before, (denominated, imputed))| Steps {
        raw: before.raw,
        divisors: before.divisors,
        denominated,
        filled,
        imputed,
        treated: values.clone(),
    });
    let sense = sense(ground.atlas.indicator(id).good, ground.definition.good);
    if sense == Sense::Reversed {
        values.iter_mut().for_each(|value| *value = sense.turn(*value));
    }
    Entry { id, sense, values, read, available, treated, shrunk, steps }
}

/// What was done to the numbers of a level in a period.
struct Prepared {
    /// By place.
    shrunk: Vec<(usize, Shrinkage)>,
    /// By place; empty where nothing is divided.
    divisors: Vec<f64>,
}

/// Shrinks and divides the numbers of a level in a period.
fn prepare(
    ground: Ground<'_>,
    ingredient: &Ingredient,
    level: LevelId,
    period: Period,
    column: &mut [Option<Counted>],
    problems: &mut Vec<Problem>,
) -> Prepared {
    let shrunk = match ingredient.shrink.filter(|_| level == ground.panel.level) {
        Some(to) => shrink(ground, ingredient, LevelId(to as u8), column, problems),
        None => Vec::new(),
    };
    let Some(per) = ingredient.per else { return Prepared { shrunk, divisors: Vec::new() } };
    let divisor = IndicatorId(per.indicator as u16);
    let divisors = counted(ground.atlas, level, divisor, period);
    let mut zeros = 0;
    for (value, divisor) in column.iter_mut().zip(&divisors) {
        let Some(counted) = value else { continue };
        match divisor {
            Some(divisor) if divisor.value != 0.0 => {
                counted.value = counted.value / divisor.value * per.times
            }
            Some(_) => {
                zeros += 1;
                *value = None;
            }
            None => *value = None,
        }
    }
    if zeros > 0 && level == ground.panel.level {
        problems.push(Problem::DividedByZero {
            place: ingredient.place.clone(),
            index: ground.definition.id.clone(),
            indicator: ground.atlas.indicator(IndicatorId(ingredient.indicator as u16)).id.clone(),
            divisor: ground.atlas.indicator(divisor).id.clone(),
            period,
            areas: zeros,
        });
    }
    let divisors = divisors.into_iter().map(|divisor| divisor.map_or(f64::NAN, |divisor| divisor.value));
    Prepared { shrunk, divisors: divisors.collect() }
}

/// Draws the rates of few people to that of the area around them; tells by place how.
fn shrink(
    ground: Ground<'_>,
    ingredient: &Ingredient,
    to: LevelId,
    column: &mut [Option<Counted>],
    problems: &mut Vec<Problem>,
) -> Vec<(usize, Shrinkage)> {
    let atlas = ground.atlas;
    let indicator = atlas.indicator(IndicatorId(ingredient.indicator as u16));
    let (of, times) = match indicator.measure {
        Measure::Share { of: Some(of) } => (of, 100.0),
        Measure::Rate { of: Some(of), times } => (of, times),
        _ => return Vec::new(),
    };
    let mut parts: Vec<(AreaId, usize, Count)> = Vec::new();
    let mut beyond = Vec::new();
    for (place, (area, counted)) in atlas.level(ground.panel.level).zip(column.iter()).enumerate() {
        let Some(counted) = counted else { continue };
        let Some(n) = atlas.reading(area, of, counted.of).value().filter(|n| *n > 0.0) else { continue };
        let r = counted.value * n / times;
        let Some(around) = atlas.ancestor(area, to) else { continue };
        // shares are rounded, and so a little more than all is still all
        if r < 0.0 || r > n * 1.001 {
            beyond.push(atlas.area(area).code.clone());
        }
        parts.push((around, place, Count { r: r.clamp(0.0, n), n }));
    }
    if !beyond.is_empty() {
        problems.push(Problem::NoShare {
            place: ingredient.place.clone(),
            index: ground.definition.id.clone(),
            indicator: indicator.id.clone(),
            areas: beyond,
        });
        return Vec::new();
    }
    let mut done = Vec::new();
    parts.sort_by_key(|(around, place, _)| (*around, *place));
    for siblings in parts.chunk_by(|one, next| one.0 == next.0) {
        let counts: Vec<Count> = siblings.iter().map(|(_, _, count)| *count).collect();
        for ((around, place, _), shrunk) in siblings.iter().zip(shrink::shrink(&counts)) {
            if let Some(counted) = &mut column[*place] {
                counted.value = shrunk.rate * times;
                done.push((*place, Shrinkage { around: *around, shrunk, times }));
            }
        }
    }
    done.sort_by_key(|(place, _)| *place);
    done
}

/// Numbers for open cells without one; not for those of which it is known that there can be none. Tells by cell where
/// they come from.
fn impute(
    ground: Ground<'_>,
    ingredient: &Ingredient,
    values: &mut [f64],
    read: &mut [Read],
    open: &[bool],
    problems: &mut Vec<Problem>,
) -> Vec<(usize, Source)> {
    let panel = ground.panel;
    let mut filled = Vec::new();
    if ingredient.impute == Impute::None {
        return filled;
    }
    let id = IndicatorId(ingredient.indicator as u16);
    let Some(groups) = groups(ground, &ingredient.impute, problems) else { return filled };
    for (at, period) in panel.periods.iter().enumerate() {
        let cells = panel.of_period(at);
        let readings = ground.atlas.readings(panel.level, id, *period);
        let is_open = |place: usize| {
            let never = Reading::Absent(Absence::Impossible);
            panel.standings[cells.start + place] == Standing::Eligible
                && open[cells.start + place]
                && readings.get(place).is_none_or(|reading| *reading != never)
        };
        let gaps: Vec<usize> = (0..panel.areas)
            .filter(|place| values[cells.start + place].is_nan() && is_open(*place))
            .collect();
        if gaps.is_empty() {
            continue;
        }
        let found: Vec<Option<(f64, Source)>> = match (&ingredient.impute, Middle::of(&ingredient.impute)) {
            (Impute::Mean(by) | Impute::Median(by), Some(middle)) => {
                let (group_of, count) = (&groups.0, groups.1);
                let middles = middles(&values[cells.clone()], group_of, count, middle);
                let of = |place: &usize| {
                    let group = group_of[*place]?;
                    Some((middles[group as usize]?, source(ground, by, group)))
                };
                gaps.iter().map(of).collect()
            }
            (Impute::Parent, _) => {
                let parents = around(ground, ingredient, *period, problems);
                gaps.iter().map(|place| parents[*place]).collect()
            }
            _ => {
                let earlier = earlier(ground, ingredient, *period, problems);
                gaps.iter().map(|place| earlier[*place]).collect()
            }
        };
        for (place, found) in gaps.into_iter().zip(found) {
            if let Some((value, source)) = found {
                values[cells.start + place] = value + 0.0;
                read[cells.start + place] = Read::Imputed;
                filled.push((cells.start + place, source));
            }
        }
    }
    filled
}

/// A group of those over which a middle is taken, by its number.
fn source(ground: Ground<'_>, by: &By, group: u32) -> Source {
    match by {
        By::All => Source::All,
        By::Level(level) => {
            let mut areas = ground.atlas.level(LevelId(*level as u8));
            areas.nth(group as usize).map_or(Source::All, Source::Area)
        }
        By::Grouping { .. } => Source::Group(group),
    }
}

/// By place, the group whose middle is taken, and how many groups there are; absent where they are not known.
fn groups(
    ground: Ground<'_>,
    rule: &Impute,
    problems: &mut Vec<Problem>,
) -> Option<(Vec<Option<u32>>, usize)> {
    let (Impute::Mean(by) | Impute::Median(by)) = rule else { return Some((Vec::new(), 0)) };
    let (atlas, level) = (ground.atlas, ground.panel.level);
    match by {
        By::All => Some((vec![Some(0); ground.panel.areas], 1)),
        By::Level(of) => {
            let of = LevelId(*of as u8);
            let place = |area| atlas.ancestor(area, of).map(|around| atlas.place_in_level(around) as u32);
            Some((atlas.level(level).map(place).collect(), atlas.level_len(of)))
        }
        By::Grouping { name, place, level: nearest } => {
            let grouping = atlas.grouping(level, name);
            if grouping.is_none() {
                let groupings = atlas.groupings(level).iter().map(|grouping| grouping.id.clone());
                let known = groupings.chain(nearest.clone()).collect();
                problems.push(Problem::NoGrouping { place: place.clone(), name: name.clone(), known });
            }
            grouping.map(|grouping| (grouping.of.clone(), grouping.names.len()))
        }
    }
}

/// The number of the area around each area.
fn around(
    ground: Ground<'_>,
    ingredient: &Ingredient,
    period: Period,
    problems: &mut Vec<Problem>,
) -> Vec<Option<(f64, Source)>> {
    let (atlas, level) = (ground.atlas, ground.panel.level);
    let Some(above) = level.0.checked_sub(1).map(LevelId) else { return vec![None; ground.panel.areas] };
    let column = of_level(ground, ingredient, above, period, problems);
    let one = |area| {
        let parent = atlas.area(area).parent?;
        column[atlas.place_in_level(parent)].map(|counted| (counted.value, Source::Area(parent)))
    };
    atlas.level(level).map(one).collect()
}

/// What the areas of a level have themselves, divided as the parts are.
pub fn of_level(
    ground: Ground<'_>,
    ingredient: &Ingredient,
    level: LevelId,
    period: Period,
    problems: &mut Vec<Problem>,
) -> Vec<Option<Counted>> {
    let mut column = counted(ground.atlas, level, IndicatorId(ingredient.indicator as u16), period);
    prepare(ground, ingredient, level, period, &mut column, problems);
    column
}

/// The latest earlier number of each area that was measured in the same way.
fn earlier(
    ground: Ground<'_>,
    ingredient: &Ingredient,
    period: Period,
    problems: &mut Vec<Problem>,
) -> Vec<Option<(f64, Source)>> {
    let id = IndicatorId(ingredient.indicator as u16);
    let told = ground.atlas.indicator(id);
    let mut found = vec![None; ground.panel.areas];
    let years = ground.atlas.periods(id).rev().filter(|year| *year < period);
    for year in years.filter(|year| told.is_same_measure(*year, period)).collect::<Vec<Period>>() {
        let mut column = counted(ground.atlas, ground.panel.level, id, year);
        // as in its own period: whoever did not count then has no say, and no number to go by
        let standings = standings(ground.definition, ground.atlas, year);
        for (counted, standing) in column.iter_mut().zip(standings) {
            *counted = counted.filter(|_| standing == Standing::Eligible);
        }
        prepare(ground, ingredient, ground.panel.level, year, &mut column, problems);
        for (found, counted) in found.iter_mut().zip(column) {
            *found = found.or(counted.map(|counted| (counted.value, Source::Earlier(year))));
        }
    }
    found
}
