//! `data/areas.toml`: where the areas of each level are listed.

use crate::diagnostic::Place;
use crate::input::settings::indicators::check_id;
use crate::input::settings::problem::Problem;
use crate::input::settings::reader::{File, Section, Value};
use crate::input::settings::{AreaList, AreaSource, Column, Level, ParentRule};

/// What a list from a file may say.
const OF_FILE: [&str; 10] =
    ["file", "code", "name", "names", "where", "repeated", "parent", "groupings", "search", "aliases"];

/// One list per level, in their order; fewer where one is wrong.
pub fn lists(file: File<'_>, levels: &[Level]) -> Vec<AreaList> {
    let table = file.parse();
    let section = Section::new(file, &table);
    let entries = section.entries();
    let names: Vec<String> = levels.iter().map(|level| level.id.clone()).collect();
    for (key, place, _) in &entries {
        super::reader::position(file, key, place.clone(), "level", "site.toml", &names);
    }
    let mut lists = Vec::new();
    for (at, level) in levels.iter().enumerate() {
        match entries.iter().find(|(key, _, _)| *key == level.id) {
            Some((_, _, value)) => lists.extend(value.table().and_then(|table| list(&table, at == 0))),
            None => file.problem(Problem::Conflict {
                place: section.place(),
                message: format!("the level `{}` has no list of areas", level.id),
                hint: format!("add `[{}]` with `file`, `code` and `name`, or with `areas`", level.id),
            }),
        }
    }
    lists
}

fn list(table: &Section<'_>, is_first: bool) -> Option<AreaList> {
    let source = match table.get("areas") {
        Some(value) => named(&value).map(AreaSource::Given),
        None => file(table),
    };
    let parent = match (table.get("parent"), is_first) {
        (Some(value), true) => {
            table.file.problem(Problem::Conflict {
                place: value.place(),
                message: "the first level has no parent".to_owned(),
                hint: "remove `parent` here".to_owned(),
            });
            None
        }
        (None, false) => {
            table.require("parent", "parent = { column = \"gemeentecode\" }");
            None
        }
        (None, true) => None,
        (Some(value), false) => parent_rule(&value),
    };
    let known = match &source {
        Some(AreaSource::Given(_)) => vec!["areas", "parent", "aliases"],
        Some(AreaSource::File { .. }) => OF_FILE.to_vec(),
        None => [&["areas"], &OF_FILE[..]].concat(),
    };
    table.allow(&known);
    let groupings = table.get("groupings").map_or(Some(Vec::new()), |value| groupings(&value));
    let search = table.get("search").map_or(Some(Vec::new()), |value| {
        value.list()?.iter().map(Value::column).collect::<Option<Vec<Column>>>()
    });
    let [names, aliases] =
        ["names", "aliases"].map(|key| table.get(key).map_or(Some(Vec::new()), |value| named(&value)));
    Some(AreaList {
        source: source?,
        parent,
        groupings: groupings?,
        search: search?,
        names: names?,
        aliases: aliases?,
        place: table.place(),
    })
}

/// Ids and columns.
fn groupings(value: &Value<'_>) -> Option<Vec<(String, Column)>> {
    let table = value.table()?;
    let mut groupings = Vec::new();
    for (id, _, column) in table.entries() {
        check_id(&table, &id);
        groupings.push((id, column.column()?));
    }
    Some(groupings)
}

/// Codes with a name, and where.
fn named(value: &Value<'_>) -> Option<Vec<(String, String, Place)>> {
    value.named()?.into_iter().map(|(code, place, name)| Some((code, name.text()?, place))).collect()
}

fn file(table: &Section<'_>) -> Option<AreaSource> {
    let file = table.require("file", "file = \"areas.csv\"").and_then(|value| value.file_name());
    let code = table.require("code", "code = \"code\"").and_then(|value| value.column());
    let name = table.require("name", "name = \"name\"").and_then(|value| value.column());
    let only = table.get("where").map_or(Some(Vec::new()), |value| value.conditions());
    let is_repeated = table.get("repeated").and_then(|value| value.truth()).unwrap_or(false);
    Some(AreaSource::File { file: file?, code: code?, name: name?, only: only?, is_repeated })
}

fn parent_rule(value: &Value<'_>) -> Option<ParentRule> {
    let table = value.table()?;
    let (column, code, prefix) = (table.get("column"), table.get("code"), table.get("prefix"));
    let replace = table.get("replace");
    let rule = match (column, code, prefix) {
        (Some(column), None, None) => column.column().map(ParentRule::Column),
        (None, Some(code), None) => code.text().map(ParentRule::Code),
        (None, None, Some(prefix)) => match prefix.whole_number().map(usize::try_from) {
            Some(Ok(characters @ 1..)) => {
                Some(ParentRule::Prefix { characters, replace: replace.as_ref().and_then(replacement) })
            }
            Some(_) => {
                prefix.out_of_range("a number of characters");
                None
            }
            None => None,
        },
        _ => {
            value.file.problem(Problem::Conflict {
                place: value.place(),
                message: "the parent is found in more than one way, or in none".to_owned(),
                hint: "give one of `column`, `code` and `prefix`".to_owned(),
            });
            None
        }
    };
    table.finish();
    rule
}

fn replacement(value: &Value<'_>) -> Option<(String, String)> {
    match value.texts()?.as_slice() {
        [from, to] => Some((from.clone(), to.clone())),
        _ => {
            value.out_of_range("two texts, such as [\"BU\", \"WK\"]");
            None
        }
    }
}
