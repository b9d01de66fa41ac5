//! Readings as rows: one for each area, indicator, group of people and period of which anything is known at the
//! area's level.

use crate::input::settings::word_of;
use crate::making::downloads::Stock;
use crate::making::downloads::write::{Field, Writer};
use crate::model::atlas::{
    Absence, AreaId, Differs, GroupId, IndicatorId, Kind, LevelId, Origin, PartsOf, Period, Reading,
};

const HEAD: [&str; 17] = [
    "area",
    "name",
    "level",
    "indicator",
    "period",
    "value",
    "status",
    "provisional",
    "origin",
    "parts_known",
    "parts",
    "kind",
    "lower",
    "upper",
    "n",
    "differs",
    "group",
];

pub fn all(stock: Stock<'_>, writer: &mut Writer) {
    writer.head(&HEAD);
    for (indicator, _) in stock.atlas.indicators() {
        told_of(stock, indicator).for_each(|what| rows_of_indicator(stock, what, writer));
    }
}

pub fn of_indicator(stock: Stock<'_>, indicator: IndicatorId, writer: &mut Writer) {
    writer.head(&HEAD);
    told_of(stock, indicator).for_each(|what| rows_of_indicator(stock, what, writer));
}

/// What the rows are about.
#[derive(Clone, Copy)]
struct What {
    /// That of the group, where it is of one.
    indicator: IndicatorId,
    /// That of everybody.
    named: IndicatorId,
    group: Option<GroupId>,
}

/// Everybody first, then every group.
fn told_of(stock: Stock<'_>, named: IndicatorId) -> impl Iterator<Item = What> {
    let groups = stock.atlas.groups_of(named);
    let groups = groups.map(move |(group, id)| What { indicator: id, named, group: Some(group) });
    [What { indicator: named, named, group: None }].into_iter().chain(groups)
}

pub fn of_area(stock: Stock<'_>, area: AreaId, writer: &mut Writer) {
    writer.head(&HEAD);
    for what in stock.atlas.indicators().flat_map(|(indicator, _)| told_of(stock, indicator)) {
        let indicator = what.indicator;
        for period in stock.atlas.periods(indicator) {
            let is_known = match stock.atlas.set(area) {
                Some(_) => stock.atlas.reading(area, indicator, period) != Reading::MISSING,
                None => stock.atlas.is_known_of(stock.atlas.area(area).level, indicator, period),
            };
            if is_known {
                row(stock, area, what, period, writer);
            }
        }
    }
}

fn rows_of_indicator(stock: Stock<'_>, what: What, writer: &mut Writer) {
    let indicator = what.indicator;
    for period in stock.atlas.periods(indicator) {
        for level in (0..stock.atlas.level_count()).map(|level| LevelId(level as u8)) {
            if stock.atlas.is_known_of(level, indicator, period) {
                let shown = stock.atlas.level(level).filter(|area| stock.holds(*area));
                shown.for_each(|area| row(stock, area, what, period, writer));
            }
        }
        for set in stock.atlas.sets().iter().filter(|set| stock.holds(set.area)) {
            if stock.atlas.reading(set.area, indicator, period) != Reading::MISSING {
                row(stock, set.area, what, period, writer);
            }
        }
    }
}

fn row(stock: Stock<'_>, area: AreaId, what: What, period: Period, writer: &mut Writer) {
    let indicator = what.indicator;
    let place = stock.atlas.area(area);
    let reading = stock.atlas.reading(area, indicator, period);
    let told = stock.atlas.indicator(indicator);
    let (value, status) = match reading {
        Reading::Value { value, .. } => (Field::Number(value), "value"),
        Reading::Absent(Absence::TooFew) => (Field::Nothing, "too-few"),
        Reading::Absent(absence) => (Field::Nothing, word_of(&Absence::WORDS, absence)),
    };
    let (provisional, origin) = match reading {
        Reading::Value { origin, is_provisional, .. } => (
            Field::Truth(is_provisional),
            Field::Text(match origin {
                Origin::Published => "published",
                Origin::Computed => "computed",
                Origin::FromParts => "from-parts",
                Origin::Merged => "merged",
                Origin::Crosswalked => "crosswalked",
            }),
        ),
        Reading::Absent(_) => (Field::Nothing, Field::Nothing),
    };
    let of = stock.atlas.reckoned_from(area, indicator, period);
    let parts = |count: fn(PartsOf) -> usize| of.map_or(Field::Nothing, |of| Field::Whole(count(of) as i64));
    let margin = stock.atlas.margin(area, indicator, period);
    let interval = margin.and_then(|margin| margin.interval);
    let differs = margin.and_then(|margin| margin.differs);
    let number = |number: Option<f64>| number.map_or(Field::Nothing, Field::Number);
    let kind = word_of(&Kind::WORDS, told.kind_at(place.level));
    writer.row(&[
        Field::Text(&place.code),
        Field::Text(&place.name),
        Field::Text(stock.level(area)),
        Field::Text(&stock.atlas.indicator(what.named).id),
        Field::Whole(i64::from(period)),
        value,
        Field::Text(status),
        provisional,
        origin,
        parts(|of| of.known),
        parts(|of| of.all),
        Field::Text(kind),
        number(interval.map(|interval| interval.lower)),
        number(interval.map(|interval| interval.upper)),
        number(margin.and_then(|margin| margin.n)),
        differs.map_or(Field::Nothing, |differs| Field::Text(word_of(&Differs::WORDS, differs))),
        what.group.map_or(Field::Nothing, |group| Field::Text(&stock.settings.groups[group].id)),
    ]);
}
