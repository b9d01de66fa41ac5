//! Every step of a treated, imputed, nested index against a reckoning that knows nothing of brede
//! (`tests/towns/steps/reckon.py`), and definitions that make no sense.

use std::collections::BTreeMap;
use std::path::Path;

use crate::town::Town;

/// Columns of a table by name, each with its cells by area.
fn table(text: &str) -> BTreeMap<String, BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let head = reader.headers().expect("a table has a head").clone();
    let mut columns: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for row in reader.records() {
        let row = row.expect("a row is whole");
        for (name, cell) in head.iter().zip(&row).skip(1) {
            columns.entry(name.to_owned()).or_default().insert(row[0].to_owned(), cell.to_owned());
        }
    }
    columns
}

#[test]
fn every_step_is_as_reckoned_apart() {
    let town = Town::steps();
    let run = town.run(&["index", "stappen", "site", "--audit", "audit"]);
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let expected = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/towns/steps/expected");
    let mut compared = 0;
    for entry in std::fs::read_dir(expected).expect("a folder of expected tables") {
        let path = entry.expect("a file").path();
        let name = path.file_name().expect("a name").to_owned();
        let wanted = table(&std::fs::read_to_string(&path).expect("an expected table"));
        let found = std::fs::read_to_string(town.site().join("../audit").join(&name));
        let found = table(&found.expect("a table of the audit"));
        for (column, cells) in &wanted {
            for (area, wanted) in cells {
                let found = &found[column][area];
                if wanted.is_empty() {
                    assert_eq!(found, "", "{name:?} {column} {area}");
                    continue;
                }
                let [wanted, found] = [wanted, found].map(|cell| cell.parse::<f64>().expect("a number"));
                let scale = wanted.abs().max(1.0);
                assert!(
                    (wanted - found).abs() < 1e-10 * scale,
                    "{name:?} {column} {area}: {found} is not {wanted}"
                );
                compared += 1;
            }
        }
    }
    assert!(compared > 5000, "{compared} cells were compared");
}

#[test]
fn cells_that_were_touched_are_listed() {
    let town = Town::steps();
    town.run(&["index", "stappen", "site", "--audit", "audit"]);
    let read = |name: &str| {
        std::fs::read_to_string(town.site().join("../audit").join(name)).expect("a table of the audit")
    };
    insta::assert_snapshot!(read("treatment.csv").replace('\r', ""));
    insta::assert_snapshot!(read("weights.csv").replace('\r', ""));
    insta::assert_snapshot!(read("layers.csv").replace('\r', ""));
    let cells = read("cells.csv");
    // what is empty in the data is imputed, cell by cell
    let data = std::fs::read_to_string(town.site().join("data/gebieden.csv")).expect("the data");
    let empty = data.lines().flat_map(|line| line.split(',')).filter(|cell| cell.is_empty()).count();
    assert_eq!(cells.lines().filter(|line| line.contains(",imputed,")).count(), empty);
    assert_eq!(cells.lines().filter(|line| line.contains(",winsorised-high,")).count(), 3);
}

/// What each indicator adds sums to the score, through two layers of means of two forms.
#[test]
fn what_is_added_sums_to_the_score() {
    let town = Town::steps();
    let run = town.run(&["index", "stappen", "site"]);
    let scores = table(&String::from_utf8(run.stdout).expect("a table is text"));
    for (area, score) in &scores["score"] {
        let number = |cell: &String| cell.parse::<f64>().unwrap_or(0.0);
        let added: f64 =
            scores.iter().filter(|(name, _)| name.ends_with("_adds")).map(|(_, it)| number(&it[area])).sum();
        assert!((added - number(score)).abs() < 1e-9, "{area}: {added} is not {score}");
    }
}

#[test]
fn a_workbook_is_written_and_the_same_each_time() {
    let town = Town::steps();
    let book = || town.run(&["index", "stappen", "site", "--format", "xlsx"]).stdout;
    let first = book();
    assert!(first.starts_with(b"PK"), "a workbook is a zip");
    assert_eq!(first, book());
}

#[test]
fn an_audit_goes_to_a_folder_of_its_own() {
    let town = Town::steps();
    let run = town.run(&["index", "stappen", "site", "--audit", "site"]);
    assert!(!run.status.success());
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    assert!(said.contains("there is something in"), "{said}");
}

const FILE: &str = "data/indices/stappen.toml";

#[test]
fn bad_definitions_are_told_all_at_once() {
    let problems = Town::steps()
        .edit(FILE, "weight    = 3\n", "")
        .edit(FILE, "wegen    = 2", "wegen    = -2\nweegen   = 1")
        .edit(FILE, "internet\", \"servers", "internet\", \"internet")
        .edit(FILE, "{ method = \"min-max\", low = 1, high = 100 }", "\"z-score\"")
        .edit(FILE, "afval        = { weight = 1,", "afval        = { weight = 1, goalposts = [9, 3],")
        .edit(FILE, "impute        = { mean = \"groep\" }", "impute        = \"guess\"\nchange = \"points\"")
        .edit(
            FILE,
            "[combine]\nnormalise = \"none\"",
            "[combine]\nnormalise = \"goalposts\"\n\n[classes]\nmethod = \"fixed\"\nbreaks = [3, 1]\nlabels = [\"a\", \"b\"]",
        )
        .problems();
    insta::assert_snapshot!(problems);
}

#[test]
fn choices_that_do_not_go_together() {
    let problems = Town::steps()
        .edit(FILE, "{ method = \"min-max\", low = 1, high = 100 }", "\"z-score\"")
        .edit(FILE, "treat         = \"outliers\"", "treat         = \"outliers\"\nchange        = \"points\"")
        .edit(
            FILE,
            "[combine]\nnormalise = \"none\"",
            "[combine]\nnormalise = \"goalposts\"\n\n[classes]\nmethod = \"standard-deviations\"\nlabels = [\"a\", \"b\"]\n\n[uncertainty]\nruns = 0\naggregate = [\"copeland\"]",
        )
        .problems();
    insta::assert_snapshot!(problems);
}

#[test]
fn scales_that_a_later_step_cannot_work_with() {
    let problems = Town::steps()
        .edit(FILE, "{ method = \"min-max\", low = 1, high = 100 }", "\"z-score\"")
        .edit(
            FILE,
            "treat         = \"outliers\"",
            "treat         = \"outliers\"\nchange        = \"points\"",
        )
        .edit(FILE, "hernieuwbaar = 1", "hernieuwbaar = { weight = 1, impute = { mean = \"gebied\" } }")
        .edit(FILE, "[combine]\nnormalise = \"none\"", "[combine]\nnormalise = \"goalposts\"")
        .problems();
    insta::assert_snapshot!(problems);
}

#[test]
fn steps_that_do_not_fit_each_other() {
    let problems = Town::steps()
        .edit(FILE, "wegen    = 2", "wegen    = { weight = 2, goalposts = [0, 9] }")
        .edit(FILE, "uitstoot     = 1", "uitstoot     = { weight = 1, target = 3 }")
        .edit(
            FILE,
            "{ method = \"min-max\", low = 1, high = 100 }\naggregate  = \"geometric\"",
            "{ method = \"distance-to-reference\", to = \"gebied\" }",
        )
        .edit(FILE, "normalise  = \"min-max\"", "normalise  = \"z-score\"")
        .edit(FILE, "normalise = \"none\"", "normalise = \"distance-to-reference\"")
        .problems();
    insta::assert_snapshot!(problems);
}

#[test]
fn numbers_that_leave_nothing_out_or_reach_too_far() {
    let problems = Town::steps()
        .edit(FILE, "[\"internet\", \"servers\"]", "{ internet = 1, servers = 0 }")
        .edit(
            FILE,
            "[combine]\nnormalise = \"none\"",
            "[combine]\nnormalise = { method = \"z-score\", mean = inf }",
        )
        .problems();
    insta::assert_snapshot!(problems);
}

#[test]
fn doubts_are_told() {
    let said = Town::steps()
        .edit(FILE, "good          = \"high\"", "good          = \"low\"")
        .edit(FILE, "hernieuwbaar = 1", "hernieuwbaar = 1\nwegen        = 1")
        .edit(FILE, "id         = \"digitaal\"", "id         = \"digitaal\"\nwhy        = \"Omdat.\"")
        .says_of_check();
    insta::assert_snapshot!(said);
}

#[test]
fn a_grouping_that_is_not_there() {
    insta::assert_snapshot!(Town::steps().edit(FILE, "mean = \"groep\"", "mean = \"groop\"").problems());
}

#[test]
fn a_definition_may_be_made_of_another() {
    let of = |index: &str| {
        format!(
            "name = \"Boven\"\nlevel = \"gebied\"\nperiods = [2024]\ngood = \"low\"\n\n[[domain]]\nid = \"een\"\nname = \"Een\"\nweight = 1\nindex = \"{index}\"\nnormalise = \"z-score\"\n\n[combine]\nnormalise = \"none\"\n"
        )
    };
    let town = Town::steps().write("data/indices/boven.toml", of("stappen"));
    let scores = |id: &str| {
        let run = town.run(&["index", id, "site"]);
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        table(&String::from_utf8(run.stdout).expect("a table is text"))
    };
    let (above, below) = (scores("boven"), scores("stappen"));
    // its good end is the other one: the order is turned, and rank 1 is still the bad end
    assert_eq!(above["rank"], below["rank"]);
    let circle = Town::steps().write("data/indices/boven.toml", of("boven")).problems();
    insta::assert_snapshot!(circle);
    insta::assert_snapshot!(Town::steps().write("data/indices/boven.toml", of("stapen")).problems());
}

/// An index within another whose good end is the other one: its scores are turned before they are normalised.
#[test]
fn an_index_within_another_is_turned_to_its_good_end() {
    let domain = |id: &str, what: &str| {
        format!("[[domain]]\nid = \"{id}\"\nname = \"{id}\"\nweight = 1\n{what}\nnormalise = \"z-score\"\n\n")
    };
    let head = "name = \"Boven\"\nlevel = \"gebied\"\nperiods = [2024]\n";
    let scores = |good: &str| {
        let [one, other] =
            [domain("een", "index = \"stappen\""), domain("twee", "indicators = { uitstoot = 1 }")];
        let boven = format!("{head}good = \"{good}\"\n\n{one}{other}[combine]\nnormalise = \"none\"\n");
        let town = Town::steps().write("data/indices/boven.toml", boven);
        let of = |id: &str| table(&String::from_utf8(town.run(&["index", id, "site"]).stdout).expect("text"));
        (of("boven"), of("stappen"))
    };
    let number = |cell: &String| cell.parse::<f64>().expect("a number");
    for (good, sign) in [("low", -1.0), ("high", 1.0)] {
        let (above, inner) = scores(good);
        let is_known = |cell: &&String| !cell.is_empty();
        let values: Vec<f64> = inner["score"].values().filter(is_known).map(number).collect();
        let count = values.len() as f64;
        let mean = values.iter().sum::<f64>() / count;
        let deviation =
            (values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / (count - 1.0)).sqrt();
        let both = inner["score"]
            .iter()
            .filter(|(area, score)| is_known(score) && is_known(&&above["score"][*area]));
        assert!(both.clone().count() > 100);
        for (area, score) in both {
            let wanted = sign * (number(score) - mean) / deviation;
            assert!((number(&above["een_score"][area]) - wanted).abs() < 1e-9, "{good} {area}");
            let added = number(&above["stappen_adds"][area]) + number(&above["uitstoot_adds"][area]);
            assert!((added - number(&above["score"][area])).abs() < 1e-9, "{good} {area}");
        }
        // rank 1 is the bad end of each
        let worst = above["rank"].iter().find(|(_, rank)| *rank == "1").expect("a first").0;
        let end = above["score"].values().filter(is_known).map(|score| sign * number(score));
        let end = end.fold(f64::INFINITY, f64::min);
        assert!((sign * number(&above["score"][worst]) - end).abs() < 1e-12, "{good}");
    }
}

#[test]
fn an_audit_is_so_many_tables_by_name() {
    let town = Town::steps();
    let run = town.run(&["index", "stappen", "site", "--audit", "audit"]);
    let files = std::fs::read_dir(town.site().join("../audit")).expect("a folder of tables");
    let name = |file: std::io::Result<std::fs::DirEntry>| file.expect("a file").file_name().into_string();
    let mut names: Vec<String> = files.map(|file| name(file).expect("a name is UTF-8")).collect();
    names.sort();
    let steps = [
        "0-areas",
        "1-raw",
        "1b-shrunk",
        "2-denominated",
        "3-imputed",
        "4-treated",
        "5-normalised",
        "6-aggregated",
        "7-scores",
    ];
    let others = [
        "alpha",
        "cells",
        "classes",
        "correlations",
        "draws",
        "layers",
        "left-out",
        "left-out-areas",
        "parameters",
        "sensitivity",
        "treatment",
        "weights",
    ];
    let mut wanted: Vec<String> = steps.into_iter().chain(others).map(|name| format!("{name}.csv")).collect();
    wanted.sort();
    assert_eq!(names, wanted);
    assert!(String::from_utf8_lossy(&run.stderr).contains(&format!("{} tables in", wanted.len())));
    // the documentation names each
    let docs = include_str!("../../docs/files.md");
    let (_, told) = docs.split_once("`brede index ID --audit FOLDER` writes").expect("it tells of the audit");
    let (told, _) = told.split_once("`brede explain AREA ID`").expect("it goes on");
    for name in steps.into_iter().chain(others) {
        assert!(told.contains(&format!("`{name}`")), "{name}");
    }
}

#[test]
fn a_definition_at_two_levels_makes_two_indices() {
    let town = Town::steps()
        .edit(FILE, "level         = \"gebied\"", "level         = [\"gebied\", \"land\"]")
        .edit(
            FILE,
            "impute        = { mean = \"groep\" }",
            "impute        = \"median\"\navailable     = 0.1",
        );
    let run = town.run(&["index", "stappen-land", "site"]);
    // the country has no published figures of its own but sums, so there is nothing to compare
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    assert!(said.contains("`stappen-land`"), "{said}");
}
