//! The lists of areas to a checked hierarchy.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::diagnostic::{Place, Report, nearest};
use crate::input::settings::{AreaList, AreaSource, Column, Condition, ParentRule, Settings};
use crate::input::sources::{ColumnAt, Table};
use crate::model::atlas::problem::Problem;
use crate::model::atlas::{Area, AreaId, Atlas, Grouping, LevelId};

/// A row of a list, not yet placed.
struct Row {
    code: String,
    name: String,
    parent: Option<String>,
    /// The text of each grouping, in their order; none of a level that is written out.
    groups: Vec<String>,
    /// Other words by which readers look for it.
    search: Vec<String>,
    place: Place,
}

/// Fills the areas of the atlas: by level, and within a level by code.
pub fn read(settings: &Settings, tables: &[Option<Arc<Table>>], atlas: &mut Atlas, report: &mut Report) {
    atlas.starts = vec![0];
    let mut in_capitals: HashMap<String, String> = HashMap::new();
    for (at, (list, table)) in settings.areas.iter().zip(tables).enumerate() {
        let level = LevelId(at as u8);
        let mut rows = rows(list, table.as_deref(), report);
        if rows.is_empty() && !report.has_errors() {
            let id = settings.levels[at].id.clone();
            report.push(Problem::NoAreas { place: list.place.clone(), level: id }.into());
        }
        rows.sort_by(|one, other| one.code.cmp(&other.code));
        let mut groups: Vec<Vec<String>> = vec![Vec::new(); list.groupings.len()];
        for row in rows {
            let id = AreaId(atlas.areas.len() as u32);
            if atlas.by_code.contains_key(&row.code) {
                report.push(Problem::CodeTwice { place: row.place, code: row.code }.into());
                continue;
            }
            if let Some(other) = in_capitals.insert(row.code.to_uppercase(), row.code.clone()) {
                report.push(
                    Problem::CodesDifferInCase { place: row.place.clone(), code: row.code.clone(), other }
                        .into(),
                );
            }
            let parent = row.parent.and_then(|parent| {
                let found = atlas.by_code.get(&parent).copied();
                let found = found.filter(|id| atlas.area(*id).level.0 + 1 == level.0);
                if found.is_none() {
                    let above = atlas.starts[at - 1]..atlas.starts[at];
                    let codes = above.map(|id| atlas.areas[id as usize].code.as_str());
                    let nearest = nearest(&parent, codes).map(str::to_owned);
                    let level = settings.levels[at - 1].id.clone();
                    let (place, code) = (row.place.clone(), row.code.clone());
                    report.push(Problem::UnknownParent { place, code, parent, level, nearest }.into());
                }
                found
            });
            if let Some(parent) = parent {
                atlas.areas[parent.0 as usize].children.push(id);
            }
            for (texts, text) in groups.iter_mut().zip(row.groups) {
                texts.push(text);
            }
            if !row.search.is_empty() {
                atlas.search.insert(id, row.search);
            }
            atlas.by_code.insert(row.code.clone(), id);
            atlas.areas.push(Area { code: row.code, name: row.name, level, parent, children: Vec::new() });
        }
        atlas.starts.push(atlas.areas.len() as u32);
        let named = list.names.iter().map(|named| (true, named));
        for (is_shown, (code, name, place)) in named.chain(list.aliases.iter().map(|named| (false, named))) {
            match atlas.by_code.get(code).copied().filter(|id| atlas.area(*id).level == level) {
                Some(id) => {
                    // readers look for the name in the file as well
                    let shown = &mut atlas.areas[id.0 as usize].name;
                    let other = if is_shown { std::mem::replace(shown, name.clone()) } else { name.clone() };
                    atlas.search.entry(id).or_default().push(other);
                }
                None => {
                    let codes =
                        atlas.areas[atlas.starts[at] as usize..].iter().map(|area| area.code.as_str());
                    let nearest = nearest(code, codes).map(str::to_owned);
                    let (place, code, level) = (place.clone(), code.clone(), settings.levels[at].id.clone());
                    report.push(Problem::UnknownAlias { place, code, level, nearest }.into());
                }
            }
        }
        for ((id, column), texts) in list.groupings.iter().zip(&groups) {
            let grouping = Grouping::new(id, texts);
            if grouping.names.is_empty() && !report.has_errors() {
                let (place, id) = (column.place.clone(), id.clone());
                report.push(Problem::EmptyGrouping { place, id }.into());
            }
            atlas.add_grouping(level, grouping);
        }
    }
}

fn rows(list: &AreaList, table: Option<&Table>, report: &mut Report) -> Vec<Row> {
    match (&list.source, table) {
        (AreaSource::Given(areas), _) => given(list, areas, report),
        (AreaSource::File { code, name, only, is_repeated, .. }, Some(table)) => {
            let rows = listed(list, (code, name, only), table, report);
            if *is_repeated { once(rows, report) } else { rows }
        }
        // it could not be read, which is told already
        (AreaSource::File { .. }, None) => Vec::new(),
    }
}

fn given(list: &AreaList, areas: &[(String, String, Place)], report: &mut Report) -> Vec<Row> {
    let mut rows = Vec::new();
    for (code, name, place) in areas {
        let parent = match &list.parent {
            Some(ParentRule::Column(column)) => {
                let place = column.place.clone();
                report.push(Problem::NoColumns { place }.into());
                None
            }
            rule => rule.as_ref().and_then(|rule| parent_by_code(rule, code)),
        };
        if is_fit(code, place.clone(), report) {
            let (code, name, groups, search) = (code.clone(), name.clone(), Vec::new(), Vec::new());
            rows.push(Row { code, name, parent, groups, search, place: place.clone() });
        }
    }
    rows
}

/// One row of each area, which must have the same name, parent and groups in all; it is found by the words of each.
fn once(rows: Vec<Row>, report: &mut Report) -> Vec<Row> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut once: Vec<Row> = Vec::new();
    for row in rows {
        let Some(at) = seen.get(&row.code) else {
            seen.insert(row.code.clone(), once.len());
            once.push(row);
            continue;
        };
        let new: Vec<String> =
            row.search.iter().filter(|word| !once[*at].search.contains(word)).cloned().collect();
        once[*at].search.extend(new);
        let first = &once[*at];
        let groups =
            first.groups.iter().zip(&row.groups).map(|(one, other)| ("group", Some(one), Some(other)));
        let said = [
            ("name", Some(&first.name), Some(&row.name)),
            ("parent", first.parent.as_ref(), row.parent.as_ref()),
        ];
        for (what, one, other) in said.into_iter().chain(groups) {
            if one != other {
                let text = |it: Option<&String>| it.cloned().unwrap_or_default();
                report.push(
                    Problem::TwoOfOne {
                        place: row.place.clone(),
                        code: row.code.clone(),
                        what,
                        first: text(one),
                        second: text(other),
                    }
                    .into(),
                );
            }
        }
    }
    once
}

/// Whether a code can be part of an address.
pub fn is_fit(code: &str, place: Place, report: &mut Report) -> bool {
    if code.is_empty() {
        report.push(Problem::NoCode { place }.into());
        return false;
    }
    let fits = code.chars().all(|character| character.is_ascii_alphanumeric() || "-_".contains(character));
    if !fits {
        report.push(Problem::UnfitCode { place, code: code.to_owned() }.into());
    }
    fits
}

/// The code of the parent, where the own code tells it.
fn parent_by_code(rule: &ParentRule, own: &str) -> Option<String> {
    match rule {
        ParentRule::Code(code) => Some(code.clone()),
        ParentRule::Column(_) => None,
        ParentRule::Prefix { characters, replace } => {
            let start: String = own.chars().take(*characters).collect();
            Some(match replace {
                Some((from, to)) => match start.strip_prefix(from.as_str()) {
                    Some(rest) => format!("{to}{rest}"),
                    None => start,
                },
                None => start,
            })
        }
    }
}

fn listed(
    list: &AreaList,
    (code, name, only): (&Column, &Column, &[Condition]),
    table: &Table,
    report: &mut Report,
) -> Vec<Row> {
    let parent_column = match &list.parent {
        Some(ParentRule::Column(column)) => Some(column),
        Some(ParentRule::Code(_) | ParentRule::Prefix { .. }) | None => None,
    };
    let code = table.column(code).map_err(|problem| report.push(problem));
    let name = table.column(name).map_err(|problem| report.push(problem));
    let parent = parent_column.map(|column| table.column(column).map_err(|problem| report.push(problem)));
    let groupings = columns(list.groupings.iter().map(|(_, column)| column), table, report);
    let search = columns(list.search.iter(), table, report);
    let only = conditions(only, table, report);
    let (Ok(code), Ok(name), Some(groupings), Some(search), Some(only)) =
        (code, name, groupings, search, only)
    else {
        return Vec::new();
    };
    let parent = match parent {
        Some(Err(())) => return Vec::new(),
        Some(Ok(column)) => Some(column),
        None => None,
    };
    let mut rows = Vec::new();
    for row in 0..table.rows.len() {
        if !only.iter().all(|(column, texts)| texts.iter().any(|text| text == table.cell(row, *column))) {
            continue;
        }
        let own = table.cell(row, code);
        if !is_fit(own, table.cell_place(row, code), report) {
            continue;
        }
        if table.cell(row, name).is_empty() {
            report.push(Problem::NoName { place: table.cell_place(row, name), code: own.to_owned() }.into());
        }
        let parent = match (&list.parent, parent) {
            (_, Some(column)) => Some(table.cell(row, column).to_owned()),
            (rule, None) => rule.as_ref().and_then(|rule| parent_by_code(rule, own)),
        };
        let place = table.cell_place(row, code);
        let (code, name) = (own.to_owned(), table.cell(row, name).to_owned());
        let groups = groupings.iter().map(|column| table.cell(row, *column).to_owned()).collect();
        let words = search.iter().map(|column| table.cell(row, *column));
        // a sign for what is not known is no word
        let words = words.filter(|word| word.chars().any(char::is_alphanumeric)).map(str::to_owned);
        rows.push(Row { code, name, parent, groups, search: words.collect(), place });
    }
    rows
}

/// These columns; `None` where one of them is not there.
fn columns<'a>(
    named: impl Iterator<Item = &'a Column>,
    table: &Table,
    report: &mut Report,
) -> Option<Vec<ColumnAt>> {
    // each is looked for, so that every one that is not there is a problem
    let found: Vec<Option<ColumnAt>> =
        named.map(|column| table.column(column).map_err(|problem| report.push(problem)).ok()).collect();
    found.into_iter().collect()
}

/// The columns of `where`; `None` where one of them is not there.
pub fn conditions<'a>(
    only: &'a [Condition],
    table: &Table,
    report: &mut Report,
) -> Option<Vec<(ColumnAt, &'a [String])>> {
    let mut found = Vec::new();
    let mut complete = true;
    for condition in only {
        match table.column(&condition.column) {
            Ok(column) => found.push((column, condition.any_of.as_slice())),
            Err(problem) => {
                report.push(problem);
                complete = false;
            }
        }
    }
    complete.then_some(found)
}

/// The nearest known code, for a hint. Only codes that begin alike are compared, since a country has many.
pub fn nearest_code(by_code: &BTreeMap<String, AreaId>, wanted: &str) -> Option<String> {
    let start: String = wanted.chars().take(2).collect();
    let alike = by_code.range(start.clone()..).take_while(|(code, _)| code.starts_with(&start));
    const COMPARED: usize = 50_000;
    nearest(wanted, alike.take(COMPARED).map(|(code, _)| code.as_str())).map(str::to_owned)
}
