//! Mistakes of a definition that went unnoticed, or were told twice or without a name.

use crate::town::Town;

const INDEX: &str = "data/indices/zorg.toml";

/// What is said, in one line: the terminal breaks where it is full.
fn joined(said: &str) -> String {
    said.split(|sign: char| sign.is_whitespace() || sign == '│')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn problems(from: &str, to: &str) -> String {
    joined(&Town::small().edit(INDEX, from, to).problems())
}

fn warnings(from: &str, to: &str) -> String {
    joined(&Town::small().edit(INDEX, from, to).says_of_check())
}

#[test]
fn periods_are_in_order_and_each_once() {
    for (periods, column) in [("[2024, 2020]", 20), ("[2020, 2020, 2024]", 20)] {
        let said = problems("[2020, 2024]", periods);
        assert!(
            said.contains("`periods` must be a list of years from the first to the last, each once"),
            "{said}"
        );
        assert!(said.contains(&format!("{INDEX}:3:{column}")), "{said}");
        assert!(said.ends_with("1 problem"), "{said}");
    }
}

#[test]
fn a_reference_that_is_not_there_lists_what_is() {
    let said = problems("reference = \"pooled\"", "reference = \"period:2016\"");
    assert!(said.contains("2016 is not one of the periods of the index"), "{said}");
    assert!(said.contains("it is one of `period:2020`, `period:2024`"), "{said}");
}

#[test]
fn classes_of_one_name_are_refused() {
    let labels = "nl = [\"Laag\", \"Hoog\"], en = [\"Low\", \"High\"]";
    let said = problems(labels, "nl = [\"Laag\", \"Hoog\"], en = [\"Low\", \"low\"]");
    assert!(said.contains("two classes are called `low`") && said.ends_with("1 problem"), "{said}");
    let said = problems(&format!("{{ {labels} }}"), "[\"Laag\", \"Laag\"]");
    assert!(said.contains("two classes are called `Laag`"), "{said}");
}

#[test]
fn weights_that_are_not_used_are_told_and_stand_in_no_table() {
    let equal = "[combine]\nweights = \"equal\"\nnormalise = \"z-score\"";
    let said = warnings("[combine]\nnormalise = \"z-score\"", equal);
    assert!(said.contains("weights of the index `zorg` are given and not used: `geld`"), "{said}");
    assert!(said.contains("this layer has `weights = \"equal\"`"), "{said}");
    assert!(!joined(&Town::small().says_of_check()).contains("not used"));
    let town = Town::small().edit(INDEX, "[combine]\nnormalise = \"z-score\"", equal);
    let weights = crate::audit::rows(&town, "zorg", "weights");
    let given: Vec<[&str; 2]> =
        weights.iter().map(|row| ["part", "given"].map(|cell| row[cell].as_str())).collect();
    let wanted = [
        ["geld", ""],
        ["laag_inkomen", "1"],
        ["samen", ""],
        ["vrijwilligers", "1"],
        ["inbraken_per_1000", "1"],
    ];
    assert_eq!(given, wanted);
}

#[test]
fn an_index_is_not_compared_with_itself() {
    let compare =
        |id: &str| warnings("[classes]", &format!("[[compare]]\nindicator = \"{id}\"\n\n[classes]"));
    let said = compare("vrijwilligers");
    assert!(said.contains("the index `zorg` is compared with `vrijwilligers`, which is in it"), "{said}");
    assert!(!compare("inbraken").contains("which is in it"));
}

#[test]
fn an_index_is_compared_with_what_was_measured() {
    let said = |kind: &str| {
        let town = Town::small()
            .edit(INDEX, "[classes]", "[[compare]]\nindicator = \"inbraken\"\n\n[classes]")
            .edit(
                "data/indicators.toml",
                "measure = \"count\"\n\n[inbraken_per",
                &format!("measure = \"count\"\n{kind}\n[inbraken_per"),
            );
        joined(&town.says_of_check())
    };
    let told = "the index `zorg` is compared with `inbraken`, which a model estimated at its level";
    assert!(said("kind = \"model\"\n").contains(told), "{}", said("kind = \"model\"\n"));
    // who knows what they have in common has thought of it
    let known =
        "[[compare]]\nindicator = \"inbraken\"\noverlaps = { nl = \"Zo.\", en = \"So.\" }\n\n[classes]";
    let town = Town::small()
        .edit(
            "data/indicators.toml",
            "measure = \"count\"\n\n[inbraken_per",
            "measure = \"count\"\nkind = \"model\"\n\n[inbraken_per",
        )
        .edit(INDEX, "[classes]", known);
    assert!(!joined(&town.says_of_check()).contains("a model estimated"));
    // above the level of the index it was measured
    assert!(said("kind = \"model\"\nmeasured = \"wijk\"\n").contains(told));
    assert!(!said("kind = \"model\"\nmeasured = \"buurt\"\n").contains(told));
    assert!(!said("").contains("a model estimated"));
}

#[test]
fn a_definition_at_two_levels_says_each_thing_once() {
    let town = Town::small().edit(INDEX, "\"buurt\"", "[\"wijk\", \"buurt\"]").edit(
        INDEX,
        "reference = \"pooled\"",
        "reference = \"each-period\"\nchange = \"points\"",
    );
    let said = joined(&town.problems());
    assert!(said.contains("`zorg` has no scale on which change can be told in points"), "{said}");
    assert!(said.ends_with("1 problem"), "{said}");
    // and what is found in the data
    let town = Town::small().edit(INDEX, "\"buurt\"", "[\"wijk\", \"buurt\"]").edit(
        "data/indicators.toml",
        "good      = \"high\"",
        "good      = \"neither\"",
    );
    let said = joined(&town.problems());
    assert_eq!(said.matches("has no good and no bad end").count(), 1, "{said}");
}

#[test]
fn one_slip_is_one_problem() {
    let said = problems("[combine]\n", "[combine\n");
    assert!(said.contains("this is not TOML") && !said.contains("is missing"), "{said}");
    let said = problems("[combine]\nnormalise = \"z-score\"\n", "");
    assert!(
        said.contains(
            "for example: `[combine]` with `normalise = \"z-score\"` and `aggregate = \"arithmetic\"`"
        ),
        "{said}"
    );
}

#[test]
fn a_part_without_a_target_is_named() {
    let target = "normalise = { method = \"distance-to-reference\", to = \"target\" }";
    let said = problems("normalise  = \"z-score\"", target);
    assert!(said.contains("`laag_inkomen` has no target"), "{said}");
    let said = problems("[combine]\nnormalise = \"z-score\"", "[combine]\nnormalise = \"goalposts\"");
    assert!(said.contains("`geld` has no goalposts") && said.contains("`samen` has no goalposts"), "{said}");
}

#[test]
fn questions_do_not_say_that_nothing_was_written() {
    let said = |arguments: &[&str]| {
        let run = Town::small().edit(INDEX, "good      = \"low\"", "good      = \"lo\"").run(arguments);
        String::from_utf8_lossy(&run.stderr).into_owned()
    };
    assert!(said(&["check", "site"]).ends_with("1 problem\n"));
    assert!(said(&["explain", "B0101", "zorg", "site"]).ends_with("1 problem\n"));
    assert!(said(&["build", "site"]).ends_with("1 problem; nothing was written\n"));
}
