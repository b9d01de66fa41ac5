//! `data/crosswalks.toml`: which areas of today the areas of earlier years have become.

use crate::input::settings::problem::Problem;
use crate::input::settings::reader::{File, Section, Value};
use crate::input::settings::{Crosswalk, Level, YearOf};

/// The crosswalks in the order of the file.
pub fn read(file: File<'_>, levels: &[Level]) -> Vec<Crosswalk> {
    let table = file.parse();
    let section = Section::new(file, &table);
    let names: Vec<String> = levels.iter().map(|level| level.id.clone()).collect();
    let entries = section.entries().into_iter();
    entries.filter_map(|(_, _, value)| crosswalk(&value.table()?, &names)).collect()
}

fn crosswalk(table: &Section<'_>, levels: &[String]) -> Option<Crosswalk> {
    let file = table.require("file", "file = \"herindelingen.csv\"").and_then(|value| value.file_name());
    let level = table
        .require("level", "level = \"gemeente\"")
        .and_then(|value| value.reference("level", "site.toml", levels));
    let from = table.require("from", "from = \"oud\"").and_then(|value| value.column());
    let to = table.require("to", "to = \"nieuw\"").and_then(|value| value.column());
    let year = table.require("year", "year = \"jaar\"").and_then(|value| year(&value));
    let share = match table.get("share") {
        Some(value) => value.column().map(Some),
        None => Some(None),
    };
    table.allow(&["file", "level", "from", "to", "year", "share"]);
    Some(Crosswalk { file: file?, level: level?, from: from?, to: to?, year: year?, share: share? })
}

/// A column, or one year for all.
fn year(value: &Value<'_>) -> Option<YearOf> {
    if value.is_text() {
        return value.column().map(YearOf::Column);
    }
    if value.is_table() || value.is_list() {
        value.file.problem(Problem::Conflict {
            place: value.place(),
            message: "`year` must be a column or a year".to_owned(),
            hint: "give `year = \"jaar\"` or `year = 2022`".to_owned(),
        });
        return None;
    }
    value.year().map(YearOf::Fixed)
}
