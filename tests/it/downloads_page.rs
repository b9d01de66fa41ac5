//! Every column of every data file is explained, to readers and to authors: on the demo.

use std::collections::{BTreeMap, BTreeSet};

use brede::input::settings::{Absence, Good, Kind, Measure};

use crate::town::{Town, text};

/// The kinds of files, by what their path in `data/` begins and ends with, and their headings in both languages.
const KINDS: [(&str, &str, [&str; 2]); 9] = [
    ("areas.csv", "", ["Alle gebieden", "All areas"]),
    ("sets.csv", "", ["Samengestelde gebieden", "Area sets"]),
    ("indicators.csv", "", ["Wat alle cijfers betekenen", "What every figure means"]),
    ("groups.csv", "", ["Groepen mensen", "Groups of people"]),
    ("readings.csv", "", READINGS),
    ("areas/", ".csv", READINGS),
    ("indicators/", ".csv", READINGS),
    ("indices/", ".above.csv", ["De indexen: grotere gebieden", "The indices: larger areas"]),
    ("indices/", ".csv", ["De indexen", "The indices"]),
];

const READINGS: [&str; 2] = [
    "Cijfers: van alle gebieden, van één gebied of over één onderwerp",
    "Figures: for all areas, for one area or on one subject",
];

/// The columns of the files of the demo, by the headings of their kind.
fn columns(files: &BTreeMap<String, Vec<u8>>) -> BTreeMap<[&'static str; 2], BTreeSet<String>> {
    let mut found: BTreeMap<[&str; 2], BTreeSet<String>> = BTreeMap::new();
    for (path, bytes) in files {
        let Some(name) = path.strip_prefix("data/").filter(|name| name.ends_with(".csv")) else { continue };
        let is_of = |(begins, ends, _): &&(&str, &str, [&str; 2])| {
            name.starts_with(begins) && (name == *begins || (!ends.is_empty() && name.ends_with(ends)))
        };
        let (.., headings) = KINDS.iter().find(is_of).unwrap_or_else(|| panic!("{name} is of no kind"));
        let mut reader = csv::Reader::from_reader(bytes.as_slice());
        let head = reader.headers().expect("a file has a head");
        found.entry(*headings).or_default().extend(head.iter().map(str::to_owned));
    }
    found
}

/// The names that stand between two marks, in order.
fn between<'a>(text: &'a str, before: &str, behind: &str) -> Vec<&'a str> {
    text.split(before).skip(1).filter_map(|rest| Some(rest.split_once(behind)?.0)).collect()
}

/// Whether an explanation is of a column: by its name, or by what stands before or behind `…` in it.
fn is_of(explained: &str, column: &str) -> bool {
    match explained.split_once('…') {
        None => explained == column,
        Some((before, behind)) => {
            column.len() > before.len() + behind.len()
                && column.starts_with(before)
                && column.ends_with(behind)
        }
    }
}

#[test]
fn the_page_explains_every_column_and_no_other() {
    let files = Town::demo().build(&["--only", "pages"]);
    let columns = columns(&files);
    let kinds: BTreeSet<[&str; 2]> = KINDS.iter().map(|(.., headings)| *headings).collect();
    assert_eq!(columns.keys().copied().collect::<BTreeSet<_>>(), kinds, "the demo has files of every kind");
    for (language, page) in ["downloads/index.html", "en/downloads/index.html"].into_iter().enumerate() {
        let page = text(&files, page);
        for (headings, columns) in &columns {
            let heading = headings[language];
            let (_, list) = page.split_once(&format!("<h3>{heading}</h3>")).expect("a heading for each kind");
            let (list, _) = list.split_once("</dl>").expect("a list below it");
            let explained = between(list, "<dt><code>", "</code></dt><dd>");
            for column in columns {
                assert!(
                    explained.iter().any(|name| is_of(name, column)),
                    "{heading}: nothing explains `{column}`"
                );
            }
            for name in &explained {
                assert!(columns.iter().any(|column| is_of(name, column)), "{heading}: no file has `{name}`");
            }
            assert!(!list.contains("<dd></dd>"));
        }
    }
}

#[test]
fn the_documentation_of_files_names_every_column() {
    let town = Town::demo();
    let mut columns: BTreeSet<String> =
        columns(&town.build(&["--only", "pages"])).into_values().flatten().collect();
    for table in ["left-out", "correlations", "alpha", "sensitivity"] {
        let run = town.run(&["index", "mdi", "site", "--table", table]);
        let head = String::from_utf8(run.stdout).expect("a table is text");
        columns.extend(head.lines().next().expect("a head").trim_end().split(',').map(str::to_owned));
    }
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/files.md");
    let docs = std::fs::read_to_string(file).expect("the documentation");
    let named = |section: &str| {
        let (_, section) = docs.split_once(&format!("\n{section}\n")).expect("a section");
        let section = section.split("\n## ").next().unwrap_or_default();
        let names = section.split('`').skip(1).step_by(2).filter(|name| *name != "…");
        names.map(str::to_owned).collect::<BTreeSet<String>>()
    };
    let names: BTreeSet<String> =
        ["### Looking into an index", "## Data files"].into_iter().flat_map(named).collect();
    for column in columns {
        assert!(names.iter().any(|name| is_of(name, &column)), "nothing tells of `{column}`");
    }
}

/// What may stand in a cell that says why there is no number, why years are not compared, or where a number is from.
#[test]
fn every_word_of_a_cell_is_explained() {
    let files = Town::small().build(&["--only", "pages"]);
    let absences = Absence::WORDS.iter().map(|(word, _)| *word).chain(["value", "too-few"]);
    let outcomes = ["score", "too-few", "count-unknown", "count-suppressed", "not-enough"];
    let obstacles = ["yes", "no-score", "estimated", "break", "carried", "imputed", "other-indicators"];
    let origins = ["published", "computed", "from-parts", "crosswalked"];
    let words: [(usize, &str, Vec<&str>); 7] = [
        (4, "status", absences.collect()),
        (4, "origin", origins.to_vec()),
        (4, "kind", Kind::WORDS.iter().map(|(word, _)| *word).collect()),
        (2, "measure", Measure::WORDS.iter().map(|(word, _)| *word).collect()),
        (2, "good", Good::WORDS.iter().map(|(word, _)| *word).collect()),
        (8, "status", outcomes.to_vec()),
        (8, "comparable", obstacles.to_vec()),
    ];
    for (language, page) in ["downloads/index.html", "en/downloads/index.html"].into_iter().enumerate() {
        let page = text(&files, page);
        for (kind, column, words) in &words {
            let (_, list) =
                page.split_once(&format!("<h3>{}</h3>", KINDS[*kind].2[language])).expect("a heading");
            let explained = between(list, &format!("<dt><code>{column}</code></dt><dd>"), "</dd>")[0];
            let said: Vec<&str> =
                explained.split(|sign: char| !sign.is_alphanumeric() && sign != '-').collect();
            for word in words {
                assert!(said.contains(word), "{column}: `{word}` is not in: {explained}");
            }
        }
    }
}
