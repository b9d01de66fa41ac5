//! Named lists of areas to areas of their own, and which areas the site is about.
//!
//! A set stands one level above its parts, though no list of that level holds it. Beside it stands its rest:
//! the areas of the same level that lie in the area around it, and not in the set.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use icu_normalizer::DecomposingNormalizerBorrowed;

use crate::diagnostic::{Place, Report};
use crate::input::settings::{AreaSet, Column, Condition, Each, Members, Settings};
use crate::input::sources::Table;
use crate::model::atlas::areas::{conditions, is_fit, nearest_code};
use crate::model::atlas::problem::Problem;
use crate::model::atlas::{Area, AreaId, Atlas, LevelId, Set};

/// A set, not yet placed.
struct Draft<'a> {
    code: String,
    name: String,
    told: &'a AreaSet,
    kind: usize,
    members: Vec<(AreaId, Place)>,
    place: Place,
}

/// Adds the sets and their rests to the areas, and notes what is published.
pub fn read(settings: &Settings, tables: &[Option<Arc<Table>>], atlas: &mut Atlas, report: &mut Report) {
    let mut drafts = Vec::new();
    for (kind, (told, table)) in settings.sets.iter().zip(tables).enumerate() {
        match (&told.members, table) {
            (Members::Given(codes), _) => drafts.extend(given(told, kind, codes, atlas, report)),
            (Members::Listed { area, only, each, .. }, Some(table)) => {
                drafts.extend(listed(told, kind, (area, only, each.as_ref()), table, atlas, report));
            }
            // it could not be read, which is told already
            (Members::Listed { .. }, None) => {}
        }
    }
    let mut in_capitals: HashMap<String, String> =
        atlas.by_code.keys().map(|code| (code.to_uppercase(), code.clone())).collect();
    let mut rests: Vec<(usize, Area)> = Vec::new();
    for draft in drafts {
        if atlas.by_code.contains_key(&draft.code) {
            report.push(Problem::CodeTwice { place: draft.place, code: draft.code }.into());
            continue;
        }
        if let Some(other) = in_capitals.insert(draft.code.to_uppercase(), draft.code.clone()) {
            let (place, code) = (draft.place, draft.code);
            report.push(Problem::CodesDifferInCase { place, code, other }.into());
            continue;
        }
        let Some((parts, below)) = parts(&draft, atlas, report) else { continue };
        let Some(around) = around(&draft, &parts, atlas, report) else { continue };
        let level = LevelId(below.0.saturating_sub(1));
        let rest: Vec<AreaId> = around.map_or_else(Vec::new, |around| {
            atlas.within(around, below).into_iter().filter(|area| !parts.contains(area)).collect()
        });
        if !rest.is_empty() {
            let area =
                Area { code: String::new(), name: String::new(), level, parent: around, children: rest };
            rests.push((atlas.sets.len(), area));
        }
        let area = AreaId(atlas.areas.len() as u32);
        atlas.by_code.insert(draft.code.clone(), area);
        atlas.sets.push(Set { area, rest: None, kind: draft.kind });
        let children = parts.into_iter().collect();
        atlas.areas.push(Area { code: draft.code, name: draft.name, level, parent: around, children });
    }
    for (set, area) in rests {
        atlas.sets[set].rest = Some(AreaId(atlas.areas.len() as u32));
        atlas.areas.push(area);
    }
    publish(settings, atlas, report);
}

/// Notes which areas the site is about.
fn publish(settings: &Settings, atlas: &mut Atlas, report: &mut Report) {
    let Some((code, place)) = &settings.site.publish else { return };
    let Some(subject) = atlas.find(code) else {
        let nearest = nearest_code(&atlas.by_code, code);
        report.push(Problem::UnknownArea { place: place.clone(), code: code.clone(), nearest }.into());
        return;
    };
    let lies_within: Vec<bool> = (0..atlas.areas.len() as u32)
        .map(|at| at == subject.0 || atlas.lies_in(AreaId(at), subject))
        .collect();
    atlas.subject = Some(subject);
    atlas.published = lies_within;
}

fn given<'a>(
    told: &'a AreaSet,
    kind: usize,
    codes: &[(String, Place)],
    atlas: &Atlas,
    report: &mut Report,
) -> Option<Draft<'a>> {
    let members: Option<Vec<(AreaId, Place)>> =
        codes.iter().map(|(code, place)| member(atlas, code, place.clone(), report)).collect();
    let place = told.place.clone();
    let fits = is_fit(&told.id, place.clone(), report);
    let (code, name) = (told.id.clone(), told.name.clone());
    members.filter(|_| fits).map(|members| Draft { code, name, told, kind, members, place })
}

fn member(atlas: &Atlas, code: &str, place: Place, report: &mut Report) -> Option<(AreaId, Place)> {
    let found = atlas.by_code.get(code).copied();
    if found.is_none() {
        let nearest = nearest_code(&atlas.by_code, code);
        report.push(Problem::UnknownArea { place: place.clone(), code: code.to_owned(), nearest }.into());
    }
    found.map(|area| (area, place))
}

/// One set; or one for each code in a column, in their order, where a blank cell means that the area is in
/// none.
fn listed<'a>(
    told: &'a AreaSet,
    kind: usize,
    (area, only, each): (&Column, &[Condition], Option<&Each>),
    table: &Table,
    atlas: &Atlas,
    report: &mut Report,
) -> Vec<Draft<'a>> {
    let mut column = |column: &Column| table.column(column).map_err(|problem| report.push(problem)).ok();
    let own = column(area);
    let each = each.map(|each| (each.code.as_ref().map(&mut column), column(&each.name)));
    let only = conditions(only, table, report);
    let (Some(own), Some(only)) = (own, only) else { return Vec::new() };
    let mut drafts: BTreeMap<String, Draft<'a>> = BTreeMap::new();
    for row in 0..table.rows.len() {
        if !only.iter().all(|(column, texts)| texts.iter().any(|text| text == table.cell(row, *column))) {
            continue;
        }
        let (code, name, place) = match each {
            Some((Some(Some(code)), Some(name))) => {
                (table.cell(row, code).to_owned(), table.cell(row, name), table.cell_place(row, code))
            }
            Some((None, Some(name))) => {
                (code_of(table.cell(row, name)), table.cell(row, name), table.cell_place(row, name))
            }
            Some(_) => return Vec::new(),
            None => (told.id.clone(), told.name.as_str(), told.place.clone()),
        };
        if code.is_empty() {
            continue;
        }
        let member = member(atlas, table.cell(row, own), table.cell_place(row, own), report);
        let first = drafts.entry(code.clone()).or_insert_with(|| Draft {
            code,
            name: name.to_owned(),
            told,
            kind,
            members: Vec::new(),
            place: place.clone(),
        });
        if first.name != name {
            let (code, first, second) = (first.code.clone(), first.name.clone(), name.to_owned());
            report.push(Problem::TwoOfOne { place, code, what: "name", first, second }.into());
        }
        first.members.extend(member);
    }
    if drafts.is_empty() {
        let what = format!("the area set `{}`", told.id);
        report.push(Problem::EmptySet { place: told.place.clone(), what }.into());
    }
    let fit = drafts.into_values().filter(|draft| is_fit(&draft.code, draft.place.clone(), report));
    fit.collect()
}

/// A name as a code: letters and digits without accents, `-` between words.
fn code_of(name: &str) -> String {
    let plain = DecomposingNormalizerBorrowed::new_nfd().normalize(name);
    let letters = plain.chars().filter(|letter| letter.is_ascii() || letter.is_alphanumeric());
    let mut code = String::new();
    for letter in letters {
        if letter.is_alphanumeric() {
            code.push(letter.to_ascii_lowercase());
        } else if !code.is_empty() && !code.ends_with('-') {
            code.push('-');
        }
    }
    code.truncate(code.trim_end_matches('-').len());
    code
}

/// The areas of a set at the level of its smallest member, and that level; each once. A member may be a set
/// itself, one that stands before it.
fn parts(draft: &Draft<'_>, atlas: &Atlas, report: &mut Report) -> Option<(BTreeSet<AreaId>, LevelId)> {
    let level_of = |area: AreaId| match atlas.set(area) {
        Some(_) => atlas.level_of_parts(area),
        None => Some(atlas.area(area).level),
    };
    let level = draft.members.iter().filter_map(|(area, _)| level_of(*area)).max()?;
    let mut parts = BTreeSet::new();
    let mut is_right = true;
    for (member, place) in &draft.members {
        for part in atlas.within(*member, level) {
            if !parts.insert(part) {
                is_right = false;
                let (set, code) = (draft.code.clone(), atlas.area(part).code.clone());
                report.push(Problem::TwiceInSet { place: place.clone(), set, code }.into());
            }
        }
    }
    is_right.then_some((parts, level))
}

/// The area that a set is held against: the one that its author names, else the smallest with all its parts.
fn around(
    draft: &Draft<'_>,
    parts: &BTreeSet<AreaId>,
    atlas: &Atlas,
    report: &mut Report,
) -> Option<Option<AreaId>> {
    let holds_all = |around: AreaId| parts.iter().find(|part| !atlas.lies_in(**part, around)).copied();
    let Some((code, place)) = &draft.told.within else {
        let first = parts.first()?;
        let mut above = atlas.lineage(*first);
        above.pop();
        return Some(above.into_iter().rev().find(|around| holds_all(*around).is_none()));
    };
    let Some(around) = atlas.by_code.get(code).copied() else {
        let nearest = nearest_code(&atlas.by_code, code);
        report.push(Problem::UnknownArea { place: place.clone(), code: code.clone(), nearest }.into());
        return None;
    };
    if let Some(outside) = holds_all(around) {
        let (set, outside) = (draft.code.clone(), atlas.area(outside).code.clone());
        let (place, around) = (place.clone(), code.clone());
        report.push(Problem::OutsideOfSet { place, set, around, outside }.into());
        return None;
    }
    Some(Some(around))
}
