//! `site.toml`, and the order in which the other files are read: each needs the names of those before.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{Place, Report};
use crate::input::settings::problem::Problem;
use crate::input::settings::reader::{File, Section, Value, position};
use crate::input::settings::{
    Event, FileName, Level, Measure, Settings, Text, areas, boundaries, crosswalks, datasets, events, groups,
    indicators, indices, sets,
};

/// What `site.toml` says of the publication as a whole.
#[derive(Clone, Debug, Default)]
pub struct Site {
    pub title: Text,
    pub publisher: Text,
    /// With a scheme, without a slash at its end.
    pub base_url: String,
    /// Year, month, day: the one date of the site.
    pub published: (u16, u8, u8),
    /// Tags such as `nl`; the first is the default.
    pub languages: Vec<String>,
    /// The indicator that counts people, by its position.
    pub population: usize,
    /// Areas with fewer people are not called better or worse.
    pub judged_from: f64,
    /// Numbers about fewer people are not shown, unless their indicator says otherwise; 0 shows all.
    pub suppress_below: f64,
    /// The code of the one area or area set that the site is about, and where it is named; all areas where
    /// there is none. What is outside it serves comparison only.
    pub publish: Option<(String, Place)>,
    /// The indicator of the maps of areas, by its position; the first index that is a verdict, where there is none.
    pub map: Option<usize>,
    pub notice: Option<Text>,
    /// In order of time.
    pub events: Vec<Event>,
    pub look: Look,
    pub outputs: Outputs,
}

/// What a site changes of the look.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// As `#rrggbb`.
    pub primary: Option<String>,
    pub second: Option<String>,
    pub classes: Ramp,
    /// A file in `assets/`.
    pub logo: Option<FileName>,
}

/// A ColorBrewer ramp from light to dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ramp {
    #[default]
    BuPu,
    YlGnBu,
}

/// What is made beside the pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outputs {
    pub factsheets: Made,
    /// Files with the numbers of one area.
    pub data: Made,
}

/// Of which areas something is made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// Of those of these levels, by position.
    pub levels: Vec<usize>,
    /// Of area sets.
    pub of_sets: bool,
}

/// The languages that brede has strings for.
pub const LANGUAGES: [&str; 2] = ["nl", "en"];

pub fn check_all(files: &BTreeMap<Arc<str>, String>) -> Result<(Settings, Report), Report> {
    let report = RefCell::new(Report::new());
    let settings = read_all(files, &report);
    let report = report.into_inner();
    match settings {
        Some(settings) => report.and(settings),
        None => Err(report),
    }
}

fn read_all(files: &BTreeMap<Arc<str>, String>, report: &RefCell<Report>) -> Option<Settings> {
    let no_languages: [String; 0] = [];
    let site_file = open(files, report, &no_languages, "site.toml", "names the site and its levels")?;
    let languages = languages(&site_file)?;
    let open = |name, purpose| open(files, report, &languages, name, purpose);

    let site_file = open("site.toml", "names the site and its levels")?;
    let indicator_file = open("data/indicators.toml", "says what is measured");
    let area_file = open("data/areas.toml", "lists the areas");
    let set_file = files.contains_key("data/sets.toml").then(|| open("data/sets.toml", "")).flatten();
    let group_file = files.contains_key("data/groups.toml").then(|| open("data/groups.toml", "")).flatten();
    let theme_file = files.contains_key("data/themes.toml").then(|| open("data/themes.toml", "")).flatten();
    let source_file = open("data/sources.toml", "says who measured");
    let boundary_file =
        files.contains_key("data/boundaries.toml").then(|| open("data/boundaries.toml", "")).flatten();

    let crosswalk_file =
        files.contains_key("data/crosswalks.toml").then(|| open("data/crosswalks.toml", "")).flatten();

    let themes = theme_file.map(indicators::themes).unwrap_or_default();
    let indicator_file = indicator_file?;
    let (site, levels) = site(site_file, &indicators::ids(indicator_file));
    let indicators = indicators::indicators(indicator_file, &themes, &levels);
    if let Some(people) = indicators.get(site.population).filter(|it| it.measure != Measure::Count) {
        indicator_file.problem(Problem::Conflict {
            place: people.place.clone(),
            message: format!("`{}` is the `population` of `site.toml`, and it is not a count", people.id),
            hint: "make its measure a count, or name another indicator there".to_owned(),
        });
    }
    let sources = datasets::sources(source_file?);
    let areas = areas::lists(area_file?, &levels);
    let sets = set_file.map(|file| sets::read(file, &levels)).unwrap_or_default();
    let crosswalks = crosswalk_file.map(|file| crosswalks::read(file, &levels)).unwrap_or_default();
    let boundaries = boundary_file.map(|file| boundaries::read(file, &levels, &sources)).unwrap_or_default();

    let (divisions, groups) = group_file.map(groups::read).unwrap_or_default();

    let mut described = Vec::new();
    let (mut index_files, mut defined) = (Vec::new(), Vec::new());
    let index_ids: Vec<String> = files.keys().filter_map(|name| index_id(name)).map(str::to_owned).collect();
    let names =
        indices::Names { levels: &levels, indicators: &indicators, themes: &themes, indices: &index_ids };
    let known = datasets::Names { indicators: &indicators, sources: &sources, groups: &groups };
    for (name, text) in files {
        let file = File { name, text, languages: &languages, report };
        match name.strip_prefix("data/") {
            Some(
                "areas.toml" | "sets.toml" | "crosswalks.toml" | "indicators.toml" | "themes.toml"
                | "sources.toml" | "boundaries.toml" | "groups.toml",
            )
            | None => {}
            Some(rest) => match index_id(name) {
                Some(id) => {
                    index_files.push(file);
                    defined.push(indices::read(file, id, names));
                }
                None if !rest.contains('/') => {
                    described.extend(datasets::read(file, stem(rest), known));
                }
                None => {}
            },
        }
    }
    let defined = indices::join(&index_files, defined, &levels);
    let (named, mut indicators) = (indicators.len(), indicators);
    let breakdowns = groups::join(&mut indicators, &mut described, &groups);
    groups::check_counts(indicator_file, &site, &indicators, &breakdowns);
    let missing_lists = areas.len() != levels.len();
    (!missing_lists && !levels.is_empty()).then_some(Settings {
        site,
        levels,
        areas,
        sets,
        crosswalks,
        indicators,
        named,
        divisions,
        groups,
        breakdowns,
        themes,
        sources,
        datasets: described,
        boundaries,
        indices: defined,
    })
}

/// The id of the index that a file defines; absent where it defines none.
fn index_id(file: &str) -> Option<&str> {
    file.strip_prefix("data/indices/").filter(|rest| !rest.contains('/')).map(stem)
}

fn stem(file: &str) -> &str {
    file.strip_suffix(".toml").unwrap_or(file)
}

fn open<'a>(
    files: &'a BTreeMap<Arc<str>, String>,
    report: &'a RefCell<Report>,
    languages: &'a [String],
    name: &'static str,
    purpose: &'static str,
) -> Option<File<'a>> {
    match files.get_key_value(name) {
        Some((name, text)) => Some(File { name, text, languages, report }),
        None => {
            report.borrow_mut().push(Problem::NoFile { file: name, purpose }.into());
            None
        }
    }
}

/// The languages alone, since every other text is checked against them. The problems of the rest of the
/// file are found when it is read as a whole.
fn languages(file: &File<'_>) -> Option<Vec<String>> {
    let silent = RefCell::new(Report::new());
    let quiet = File { report: &silent, ..*file };
    let table = quiet.parse();
    let section = Section::new(quiet, &table);
    let given = section.get("languages").and_then(|value| value.texts());
    match given {
        Some(languages) if !languages.is_empty() => Some(languages),
        _ => {
            let table = file.parse();
            let section = Section::new(*file, &table);
            match section.require("languages", "languages = [\"nl\", \"en\"]") {
                Some(value) if value.texts().is_some() => {
                    value.out_of_range("a list with at least one language")
                }
                _ => {}
            }
            None
        }
    }
}

fn site(file: File<'_>, indicators: &[String]) -> (Site, Vec<Level>) {
    let table = file.parse();
    let section = Section::new(file, &table);
    let mut site = Site { languages: file.languages.to_vec(), ..Site::default() };
    if let Some(languages) = section.get("languages").and_then(|value| value.list()) {
        let mut seen = Vec::new();
        for language in languages {
            let tag = language.word(&LANGUAGES.map(|tag| (tag, tag)));
            if tag.is_some_and(|tag| seen.contains(&tag)) {
                language.out_of_range("a list without repetition");
            }
            seen.extend(tag);
        }
    }
    let text = |value: Option<Value<'_>>| value.and_then(|value| value.readers_text()).unwrap_or_default();
    site.title = text(section.require("title", "title = \"The state of our city\""));
    site.publisher = text(section.require("publisher", "publisher = \"City of …\""));
    site.notice = section.get("notice").and_then(|value| value.readers_text());
    if let Some(value) = section.require("base_url", "base_url = \"https://monitor.example.org/\"")
        && let Some(url) = value.text()
    {
        if !(url.starts_with("https://") || url.starts_with("http://")) || url.contains(char::is_whitespace) {
            value.out_of_range("an address that begins with https:// or http://");
        }
        site.base_url = url.trim_end_matches('/').to_owned();
    }
    if let Some(value) = section.require("published", "published = 2025-06-12") {
        site.published = value.date().unwrap_or_default();
    }
    if let Some(value) = section.require("population", "population = \"inhabitants\"")
        && let Some(name) = value.text()
    {
        let found = position(file, &name, value.place(), "indicator", "data/indicators.toml", indicators);
        site.population = found.unwrap_or_default();
    }
    site.map = section.get("map").and_then(|value| {
        position(file, &value.text()?, value.place(), "indicator", "data/indicators.toml", indicators)
    });
    let people =
        |key| section.get(key).and_then(|value: Value<'_>| value.number_of_people()).unwrap_or_default();
    site.judged_from = people("judged_from");
    site.suppress_below = people("suppress_below");
    site.publish = section.get("publish").and_then(|value| Some((value.text()?, value.place())));
    site.events = section.get("events").map(|value| events::read(&value, indicators)).unwrap_or_default();
    let levels = levels(&section);
    let names: Vec<String> = levels.iter().map(|level| level.id.clone()).collect();
    site.look = section.get("look").and_then(|value| value.table()).map(look).unwrap_or_default();
    let all = Made { levels: (0..levels.len()).collect(), of_sets: true };
    site.outputs = Outputs { factsheets: all.clone(), data: all };
    if let Some(outputs) = section.get("outputs").and_then(|value| value.table()) {
        if let Some(value) = outputs.get("factsheets") {
            site.outputs.factsheets = made(&value, &names);
        }
        if let Some(value) = outputs.get("data") {
            site.outputs.data = made(&value, &names);
        }
        outputs.finish();
    }
    section.finish();
    (site, levels)
}

/// Levels, and the word `sets`.
fn made(value: &Value<'_>, levels: &[String]) -> Made {
    let mut made = Made::default();
    for item in value.list().unwrap_or_default() {
        match item.text() {
            Some(word) if word == "sets" => made.of_sets = true,
            Some(_) => made.levels.extend(item.reference("level", "site.toml", levels)),
            None => {}
        }
    }
    made.levels.sort_unstable();
    made.levels.dedup();
    made
}

fn levels(section: &Section<'_>) -> Vec<Level> {
    let Some(value) = section.require("levels", "[[levels]]") else { return Vec::new() };
    let tables = value.list().unwrap_or_default();
    let count = tables.len();
    if count == 0 {
        value.out_of_range("a list with at least one level");
    }
    if count > 16 {
        value.out_of_range("a list of at most 16 levels");
    }
    let mut levels: Vec<Level> = Vec::new();
    for (at, value) in tables.into_iter().enumerate() {
        let Some(table) = value.table() else { continue };
        let text = |key, example| {
            table.require(key, example).and_then(|value: Value<'_>| value.readers_text()).unwrap_or_default()
        };
        let level = Level {
            id: table.require("id", "id = \"gemeente\"").and_then(|value| value.text()).unwrap_or_default(),
            name: text("name", "name = { nl = \"gemeente\", en = \"municipality\" }"),
            plural: text("plural", "plural = { nl = \"gemeenten\", en = \"municipalities\" }"),
            definite: text("definite", "definite = { nl = \"de gemeente\", en = \"the municipality\" }"),
            compared_with: None,
            ranks: table.get("ranks").and_then(|value| value.truth()).unwrap_or(at + 1 < count),
        };
        if levels.iter().any(|earlier| earlier.id == level.id) && !level.id.is_empty() {
            table.file.problem(Problem::Conflict {
                place: table.place(),
                message: format!("there are two levels `{}`", level.id),
                hint: "give each level its own id".to_owned(),
            });
        }
        let compared = table.get("compared_with");
        table.finish();
        let above: Vec<String> = levels.iter().map(|level| level.id.clone()).collect();
        let compared_with = compared.and_then(|value| {
            let name = value.text()?;
            position(value.file, &name, value.place(), "higher level", "site.toml", &above)
        });
        levels.push(Level { compared_with, ..level });
    }
    levels
}

fn look(table: Section<'_>) -> Look {
    let colour = |key| {
        let value: Value<'_> = table.get(key)?;
        let text = value.text()?;
        let digits = text.strip_prefix('#').unwrap_or("");
        if digits.len() == 6 && digits.chars().all(|digit| digit.is_ascii_hexdigit()) {
            Some(text.to_lowercase())
        } else {
            value.out_of_range("a colour such as #0f5c63");
            None
        }
    };
    let look = Look {
        primary: colour("primary"),
        second: colour("second"),
        classes: table
            .get("classes")
            .and_then(|value| value.word(&[("BuPu", Ramp::BuPu), ("YlGnBu", Ramp::YlGnBu)]))
            .unwrap_or_default(),
        logo: table.get("logo").and_then(|value| value.file_name()),
    };
    table.finish();
    look
}
