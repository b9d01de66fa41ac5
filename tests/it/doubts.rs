//! What `check` doubts of an index, and what it thinks was meant.

use crate::town::Town;

const INDEX: &str = "data/indices/zorg.toml";
const INDICATORS: &str = "data/indicators.toml";

/// What is said, in one line each: the terminal breaks where it is full.
fn joined(said: &str) -> String {
    said.split(|sign: char| sign.is_whitespace() || sign == '│')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn estimates_are_doubted_below_the_level_that_was_measured() {
    let town = || {
        Town::small().edit(
            INDICATORS,
            "threshold = 1\n",
            "threshold = 1\nkind = \"model\"\nmeasured = \"wijk\"\n",
        )
    };
    let said = joined(&town().says_of_check());
    assert!(
        said.contains(
            "the index `zorg` is partly made of what a model estimated at its level: `laag_inkomen`"
        ),
        "{said}"
    );
    assert!(said.contains("which may be in the index too"), "{said}");
    let told = |levels: &str| {
        let town = town()
            .edit(INDEX, "\"buurt\"", levels)
            // it tells of the classes of neighbourhoods
            .edit("content/stories/een.md", "{{ class(\"zorg\", area=\"B0101\") }}", "");
        joined(&town.says_of_check()).matches("a model estimated").count()
    };
    // above it was measured, and of both levels only the lower one is doubted
    assert_eq!((told("\"buurt\""), told("\"wijk\""), told("[\"buurt\", \"wijk\"]")), (1, 0, 1));
}

#[test]
fn units_that_are_added_as_they_are_are_doubted() {
    let town = |normalise: &str, other: &str| {
        let one = format!("indicators = {{ laag_inkomen = 1, {other} = 1 }}\nnormalise  = \"{normalise}\"");
        Town::small()
            .edit(INDEX, "indicators = { laag_inkomen = 1 }\nnormalise  = \"z-score\"", &one)
            .says_of_check()
    };
    let said = joined(&town("none", "inbraken_per_1000"));
    assert!(
        said.contains("the domain `geld` of the index `zorg` adds indicators of different units as they are"),
        "{said}"
    );
    assert!(said.contains("choose a `normalise`, such as `z-score`"), "{said}");
    assert!(!town("z-score", "inbraken_per_1000").contains("different units"));
}

#[test]
fn a_level_that_is_nearly_there_is_named() {
    for (file, given, wrong, meant) in [
        (INDEX, "\"buurt\"", "\"buurtt\"", "buurt"),
        (INDEX, "reference = \"pooled\"", "reference = \"pooled\"\nimpute = { mean = \"wijkk\" }", "wijk"),
        ("data/boundaries.toml", "[buurt]", "[buurtn]", "buurt"),
        ("site.toml", "[\"stad\", \"buurt\"]", "[\"stat\"]", "stad"),
        (INDICATORS, "kind      = \"survey\"", "kind      = \"model\"\nmeasured = \"wijken\"", "wijk"),
    ] {
        let problems = Town::small().edit(file, given, wrong).problems();
        assert!(problems.contains(&format!("did you mean `{meant}`?")), "{problems}");
    }
    let far = Town::small().edit(
        INDEX,
        "reference = \"pooled\"",
        "reference = \"pooled\"\nimpute = { mean = \"inkomen\" }",
    );
    assert!(far.problems().contains("a grouping is a column of the areas: `groupings` in data/areas.toml"));
}

#[test]
fn more_than_there_are_is_no_share_to_be_shrunk() {
    let problems = Town::small()
        .edit(INDEX, "inbraken_per_1000 = 1", "inbraken_per_1000 = { weight = 1, shrink = \"wijk\" }")
        .edit("data/safety.csv", "B0103;2024;610;8,0;50,0;4", "B0103;2024;610;8,0;50,0;700")
        .problems();
    let problems = joined(&problems);
    assert!(problems.contains("`inbraken_per_1000` cannot be shrunk in the index `zorg`: it counts more than there are in `B0103`"), "{problems}");
    assert!(problems.contains("is `of` the right count?"), "{problems}");
}

#[test]
fn a_table_of_parts_left_out_says_why_it_is_empty() {
    let town = Town::small().edit(INDEX, "weight     = 2", "weight     = 0").edit(
        INDEX,
        "{ vrijwilligers = 1, inbraken_per_1000 = 1 }",
        "{ vrijwilligers = 1 }",
    );
    let run = town.run(&["index", "zorg", "site", "--table", "left-out"]);
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    assert!(run.status.success() && said.contains("nothing is left out of the index `zorg`"), "{said}");
    assert!(said.contains("counts pairs (`copeland`)"), "{said}");
    assert_eq!(String::from_utf8_lossy(&run.stdout).lines().count(), 1);
    let run = Town::small().run(&["index", "zorg", "site", "--table", "left-out"]);
    assert!(!String::from_utf8_lossy(&run.stderr).contains("nothing is left out"));
}
