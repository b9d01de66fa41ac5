//! `data/indicators.toml` and `data/themes.toml`: what is measured, and how it is grouped for reading.

use std::cell::RefCell;

use crate::diagnostic::{Place, Report};
use crate::input::settings::problem::Problem;
use crate::input::settings::reader::{File, Section, Value, position};
use crate::input::settings::{Good, Indicator, Kind, Lens, Level, Measure, Text, Theme};

pub fn themes(file: File<'_>) -> Vec<Theme> {
    let table = file.parse();
    let mut themes = Vec::new();
    for (id, _, value) in Section::new(file, &table).entries() {
        let Some(table) = value.table() else { continue };
        check_id(&table, &id);
        let name = table.require("name", "name = { nl = \"Inkomen\", en = \"Income\" }");
        let lens = table.require("lens", "lens = \"signal\"");
        themes.push(Theme {
            id,
            name: name.and_then(|value| value.readers_text()).unwrap_or_default(),
            about: table.get("about").and_then(|value| value.readers_text()),
            lens: lens
                .and_then(|value| {
                    value.word(&[
                        ("signal", Lens::Signal),
                        ("compass", Lens::Compass),
                        ("context", Lens::Context),
                    ])
                })
                .unwrap_or(Lens::Signal),
        });
        table.finish();
    }
    themes
}

/// Ids become part of addresses and of attributes.
pub fn check_id(table: &Section<'_>, id: &str) {
    let fits = |character: char| {
        character.is_ascii_lowercase() || character.is_ascii_digit() || "_-".contains(character)
    };
    if id.is_empty() || !id.chars().all(fits) {
        table.file.problem(Problem::Conflict {
            place: table.place(),
            message: format!("`{id}` cannot be an id"),
            hint: "use lower-case letters, digits, `_` and `-`".to_owned(),
        });
    }
}

/// The ids alone, in the order of the file; its problems are told by [`indicators`].
pub fn ids(file: File<'_>) -> Vec<String> {
    let silent = RefCell::new(Report::new());
    let quiet = File { report: &silent, ..file };
    Section::new(quiet, &quiet.parse()).entries().into_iter().map(|(id, _, _)| id).collect()
}

pub fn indicators(file: File<'_>, themes: &[Theme], levels: &[Level]) -> Vec<Indicator> {
    let table = file.parse();
    let entries = Section::new(file, &table).entries();
    let ids: Vec<String> = entries.iter().map(|(id, _, _)| id.clone()).collect();
    let names = Names {
        indicators: ids.clone(),
        themes: themes.iter().map(|theme| theme.id.clone()).collect(),
        levels: levels.iter().map(|level| level.id.clone()).collect(),
    };
    let mut indicators = Vec::new();
    for (id, place, value) in entries {
        let Some(table) = value.table() else { continue };
        check_id(&table, &id);
        let indicator = indicator(&table, id, place, &names);
        table.finish();
        indicators.push(indicator);
    }
    if ids.len() > usize::from(u16::MAX) {
        file.problem(Problem::Conflict {
            place: file.place(0..0),
            message: "there are more than 65,535 indicators".to_owned(),
            hint: "split the site".to_owned(),
        });
    }
    check_counts(file, &indicators);
    indicators
}

/// What an indicator may refer to.
struct Names {
    indicators: Vec<String>,
    themes: Vec<String>,
    levels: Vec<String>,
}

fn indicator(table: &Section<'_>, id: String, place: Place, names: &Names) -> Indicator {
    let measure = table
        .require("measure", "measure = \"share\"")
        .and_then(|value| value.word(&Measure::WORDS))
        .unwrap_or(Measure::Other);
    let reference = |key: &'static str| {
        let value: Value<'_> = table.get(key)?;
        position(
            table.file,
            &value.text()?,
            value.place(),
            "indicator",
            "data/indicators.toml",
            &names.indicators,
        )
    };
    let of = reference("of");
    let numerator = reference("numerator");
    let times = positive(table.get("times"));
    if measure == Measure::Rate && of.is_none() {
        table.require("of", "of = \"inwoners\"");
    }
    if numerator.is_some()
        && (of.is_none() || !matches!(measure, Measure::Share | Measure::Rate | Measure::Mean))
    {
        table.file.problem(Problem::Conflict {
            place: table.place(),
            message: format!(
                "`{id}` has a `numerator`, and so it must be a share, a rate or a mean with `of`"
            ),
            hint: "name the count it is divided by in `of`".to_owned(),
        });
    }
    let default_times = match measure {
        Measure::Share => 100.0,
        Measure::Rate => 1000.0,
        Measure::Count | Measure::Mean | Measure::Other => 1.0,
    };
    let kind = table.get("kind").and_then(|value| value.word(&Kind::WORDS)).unwrap_or(Kind::Register);
    let measured = table.get("measured").and_then(|value| {
        if kind != Kind::Model {
            table.file.problem(Problem::Conflict {
                place: value.place(),
                message: format!("`{id}` is not estimated, and so it is measured at every level"),
                hint: "add `kind = \"model\"`, or remove `measured`".to_owned(),
            });
        }
        value.reference("level", "site.toml", &names.levels)
    });
    let suppress_below = table.get("suppress_below").and_then(|value| {
        let least = value.number_of_people()?;
        if least > 0.0 && of.is_none() && measure != Measure::Count {
            table.file.problem(Problem::Conflict {
                place: value.place(),
                message: format!("it is not said how many people `{id}` is about"),
                hint: "name the count in `of`".to_owned(),
            });
        }
        Some(least)
    });
    Indicator {
        name: required_text(table, "name", "name = { nl = \"Laag inkomen\", en = \"Low income\" }"),
        about: table.get("about").and_then(|value| value.readers_text()),
        unit: required_text(table, "unit", "unit = \"%\""),
        one: table.get("one").and_then(|value| value.readers_text()),
        base: table.get("base").and_then(|value| value.readers_text()),
        higher: table.get("higher").and_then(|value| value.readers_text()),
        lower: table.get("lower").and_then(|value| value.readers_text()),
        decimals: decimals(table.get("decimals")),
        good: table
            .require("good", "good = \"low\"")
            .and_then(|value| value.word(&Good::WORDS))
            .unwrap_or(Good::Context),
        kind,
        measured,
        measure,
        of,
        times: times.unwrap_or(default_times),
        numerator,
        theme: table
            .get("theme")
            .and_then(|value| value.reference("theme", "data/themes.toml", &names.themes)),
        threshold: positive(table.get("threshold")),
        breaks: table.get("breaks").map(|value| breaks(&value)).unwrap_or_default(),
        carry: table.get("carry").map_or(0, |value| carry(&value)),
        suppress_below,
        key: table.get("key").and_then(|value| value.truth()).unwrap_or(false),
        id,
        place,
    }
}

fn breaks(value: &Value<'_>) -> Vec<(i32, Text)> {
    let mut breaks = Vec::new();
    for (year, place, why) in value.named().unwrap_or_default() {
        match year.parse() {
            Ok(year @ 1000..=9999) => breaks.extend(why.readers_text().map(|why| (year, why))),
            _ => value.file.problem(Problem::Conflict {
                place,
                message: format!("`{year}` is not a year"),
                hint: "name the first year that was measured in another way: `2021 = \"…\"`".to_owned(),
            }),
        }
    }
    breaks.sort_by_key(|(year, _)| *year);
    breaks
}

/// Whole years; 0 where they cannot be read.
fn carry(value: &Value<'_>) -> i32 {
    match value.whole_number().map(i32::try_from) {
        Some(Ok(years @ 1..=100)) => years,
        Some(_) => {
            value.out_of_range("a whole number of years, 1 to 100");
            0
        }
        None => 0,
    }
}

fn required_text(table: &Section<'_>, key: &'static str, example: &'static str) -> Text {
    table.require(key, example).and_then(|value| value.readers_text()).unwrap_or_default()
}

fn positive(value: Option<Value<'_>>) -> Option<f64> {
    let value = value?;
    let number = value.number()?;
    if number > 0.0 {
        return Some(number);
    }
    value.out_of_range("more than 0");
    None
}

fn decimals(value: Option<Value<'_>>) -> u8 {
    let Some(value) = value else { return 0 };
    match value.whole_number() {
        Some(decimals @ 0..=6) => decimals as u8,
        Some(_) => {
            value.out_of_range("0 to 6");
            0
        }
        None => 0,
    }
}

/// What is divided by must be a count, and nothing may be computed from itself.
fn check_counts(file: File<'_>, indicators: &[Indicator]) {
    for indicator in indicators {
        for (key, other) in [("of", indicator.of), ("numerator", indicator.numerator)] {
            if let Some(other) = other.and_then(|at| indicators.get(at))
                && other.measure != Measure::Count
            {
                file.problem(Problem::Conflict {
                    place: indicator.place.clone(),
                    message: format!("`{key}` of `{}` is `{}`, which is not a count", indicator.id, other.id),
                    hint: format!("make the measure of `{}` a count, or name another indicator", other.id),
                });
            }
        }
    }
}
