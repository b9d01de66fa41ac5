//! `data/sets.toml`: named lists of areas.

use crate::input::settings::problem::Problem;
use crate::input::settings::reader::{File, Section, Value};
use crate::input::settings::{AreaSet, Each, Level, Members};

/// The sets in the order of the file.
pub fn read(file: File<'_>, levels: &[Level]) -> Vec<AreaSet> {
    let table = file.parse();
    let section = Section::new(file, &table);
    for level in levels.iter().filter(|level| ["set", "sets"].contains(&level.id.as_str())) {
        file.problem(Problem::Conflict {
            place: section.place(),
            message: format!("a level is called `{}`, which stands for the areas of this file", level.id),
            hint: "give the level another id in site.toml".to_owned(),
        });
    }
    let entries = section.entries().into_iter();
    entries.filter_map(|(id, _, value)| set(id, &value.table()?)).collect()
}

fn set(id: String, table: &Section<'_>) -> Option<AreaSet> {
    let kind = match table.get("kind") {
        Some(value) => value.readers_text().map(Some),
        None => Some(None),
    };
    let within = match table.get("within") {
        Some(value) => value.text().map(|code| Some((code, value.place()))),
        None => Some(None),
    };
    let each = match table.get("each") {
        Some(value) => each(&value).map(Some),
        None => Some(None),
    };
    // where each value of a column makes a set, the file names them
    let name = match &each {
        Some(Some(_)) => Some(String::new()),
        Some(None) => table.require("name", "name = \"Heerlen-Noord\"").and_then(|value| value.text()),
        None => None,
    };
    let members = match (table.get("areas"), table.get("file")) {
        (Some(value), None) => given(&value),
        (None, Some(_)) => listed(table, each.clone().flatten()),
        _ => {
            table.file.problem(Problem::Conflict {
                place: table.place(),
                message: format!("the areas of `{id}` are named in two ways, or in none"),
                hint: "give a list as `areas = [\"…\"]`, or `file` and the column `area` in it".to_owned(),
            });
            None
        }
    };
    let known: &[&str] = match &members {
        Some(Members::Given(_)) => &["name", "kind", "within", "areas"],
        Some(Members::Listed { each: Some(_), .. }) => &["kind", "within", "file", "area", "where", "each"],
        Some(Members::Listed { each: None, .. }) => &["name", "kind", "within", "file", "area", "where"],
        None => return None,
    };
    table.allow(known);
    Some(AreaSet { id, name: name?, kind: kind?, within: within?, members: members?, place: table.place() })
}

fn given(value: &Value<'_>) -> Option<Members> {
    let mut codes = Vec::new();
    for item in value.list()? {
        codes.push((item.text()?, item.place()));
    }
    if codes.is_empty() {
        value.out_of_range("a list with at least one code");
        return None;
    }
    Some(Members::Given(codes))
}

fn listed(table: &Section<'_>, each: Option<Each>) -> Option<Members> {
    let file = table.get("file").and_then(|value| value.file_name());
    let area = table.require("area", "area = \"code\"").and_then(|value| value.column());
    let only = table.get("where").map_or(Some(Vec::new()), |value| value.conditions());
    Some(Members::Listed { file: file?, area: area?, only: only?, each })
}

fn each(value: &Value<'_>) -> Option<Each> {
    if value.is_text() {
        return Some(Each { code: None, name: value.column()? });
    }
    let table = value.table()?;
    let code = table.require("code", "each = { code = \"pv_code\", name = \"pv_naam\" }");
    let name = table.require("name", "each = { code = \"pv_code\", name = \"pv_naam\" }");
    let found = (code.and_then(|value| value.column()), name.and_then(|value| value.column()));
    table.finish();
    Some(Each { code: Some(found.0?), name: found.1? })
}
