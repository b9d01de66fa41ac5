//! A broken input in, the exact terminal text out.

use crate::town::Town;

#[test]
fn cells_that_are_no_numbers() {
    let town = Town::small().edit("data/safety.csv", "S1;2024;3160;11,0", "S1;2024;3160;1.1").edit(
        "data/safety.csv",
        "B0101;2020;1000;20,0",
        "B0101;2020;1000;n/a",
    );
    insta::assert_snapshot!(town.problems());
}

#[test]
fn every_problem_of_the_data_at_once() {
    let town = Town::small()
        .edit("data/safety.csv", "B0101;2020;1000;20,0", "B0101;2020;1000;n/a")
        .edit("data/safety.csv", "B0102;2020;500;10,0", "B0102;2020;500;101,0")
        .edit("data/safety.csv", "B0103;2020;600", "B0109;2020;600")
        .edit("data/safety.csv", "B0201;2024;610", "B0201;2020;610")
        .edit("data/safety.csv", "B0202;2024", "B0202;vorig jaar");
    insta::assert_snapshot!(town.problems());
}

#[test]
fn areas_without_parent_and_twice() {
    let town = Town::small()
        .edit("data/areas.csv", "W02,", "W03,")
        .edit("data/areas.csv", "B0103,", "B0102,")
        .edit("data/areas.csv", "B0203,Park", "b 0203,");
    insta::assert_snapshot!(town.problems());
}

#[test]
fn settings_with_unknown_keys_and_names() {
    let town = Town::small()
        .edit("site.toml", "published  =", "publishd   =")
        .edit("site.toml", "[\"stad\", \"buurt\"]", "[\"stadd\"]")
        .edit("data/indicators.toml", "good      = \"low\"", "good      = \"lower\"")
        .edit(
            "data/indicators.toml",
            "{ nl = \"Vrijwilligers\", en = \"Volunteers\" }",
            "{ nl = \"Vrijwilligers\" }",
        )
        .edit("data/safety.toml", "laag_inkomen =", "lag_inkomen =")
        .edit("data/indices/zorg.toml", "weight     = 2", "weight     = -2")
        .edit("data/indices/zorg.toml", "[2020, 2024]", "[\"2020\"]")
        .edit("data/themes.toml", "lens = \"signal\"", "lens = \"signal")
        .edit("data/boundaries.toml", "EPSG:4326", "EPSG:28992O");
    insta::assert_snapshot!(town.problems());
}

#[test]
fn a_break_in_no_year() {
    let town = Town::small().edit(
        "data/indicators.toml",
        "threshold = 1\n",
        "threshold = 1\nbreaks = { vorig = \"anders\" }\n",
    );
    insta::assert_snapshot!(town.problems());
}

#[test]
fn events_and_years_to_carry_that_cannot_be() {
    let events = "[[events]]\nyear = \"2020\"\nname = { nl = \"Feest\" }\n\n[[events]]\nyear = 20\n\
                  indicators = [\"laag_inkome\"]\nplace = \"here\"\n\n[[events]]\nyear = 2021\n\
                  name = \"Feest\"\nindicators = []\n\n[outputs]";
    let town = Town::small()
        .edit("site.toml", "[outputs]", events)
        .edit("data/indicators.toml", "threshold = 1\n", "threshold = 1\ncarry = 0\n")
        .edit("data/indicators.toml", "threshold = 2\nkey", "threshold = 2\ncarry = 1.5\nkey");
    insta::assert_snapshot!(town.problems());
}

#[test]
fn files_and_columns_that_are_not_there() {
    let town = Town::small().edit("data/safety.toml", "\"safety.csv\"", "\"safty.csv\"").edit(
        "data/boundaries.toml",
        "\"buurten.geojson\"",
        "\"../buurten.geojson\"",
    );
    insta::assert_snapshot!("files", town.problems());
    let town = Town::small().edit("data/safety.toml", "\"low_income\"", "\"lowincome\"").edit(
        "data/areas.toml",
        "name  = \"name\"",
        "name  = \"naam\"",
    );
    insta::assert_snapshot!("columns_of_areas", town.problems());
    let town = Town::small().edit("data/safety.toml", "\"low_income\"", "\"lowincome\"");
    insta::assert_snapshot!("columns_of_a_dataset", town.problems());
}

#[test]
fn prose_that_asks_for_what_is_not_there() {
    let town = Town::small()
        .write(
            "content/stories/een.md",
            "+++\ntitle = \"Eén\"\nkiker = \"x\"\n+++\n\n# Titel\n\n{{ value(\"laag_inkome\", area=\"B0101\") }} en {{ 27 }} en \
             {{ value(\"laag_inkomen\", area=\"B0101\", period=1999) }}.\n\nEen {{ figure(\"map\", index=\"zorg\", area=\"S1\") }} in de lijn.\n\n\
             {{ figure(\"kaart\", indicator=\"laag_inkomen\", area=\"S1\") }}\n\n> [!tipp] x\n> y\n\n[dood](stories/twee.md) \
             [slecht](javascript:alert(1)) ![](assets/a.png)\n\n<script>alert(1)</script>\n\n{{ value(\"x\"\n",
        )
        .write("content/areas/B0999.md", "tekst")
        .write("content/over.md", "tekst");
    insta::assert_snapshot!(town.problems());
}

#[test]
fn a_link_to_a_heading_that_is_not_there() {
    let town = Town::small().edit("content/stories/een.md", "](#de-kaart)", "](#de-kart)");
    let output = town.run(&["build", "site"]);
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!(String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_broken_template() {
    let town = Town::small().write("templates/html/not-found.html", "<h1>\n{{ nothing.here }}\n</h1>\n");
    let output = town.run(&["build", "site", "--only", "pages"]);
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!(String::from_utf8_lossy(&output.stderr));
}

#[test]
fn wrong_usage() {
    let town = Town::small();
    assert_eq!(town.run(&["biuld"]).status.code(), Some(2));
    assert_eq!(town.run(&["build", "site", "--jobs", "0"]).status.code(), Some(2));
    let output = town.run(&["build", "nowhere"]);
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!("no_site", String::from_utf8_lossy(&output.stderr));
    let output = town.run(&["build", "site", "--data", "nowhere"]);
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!("no_data", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn words_that_brand_a_place_are_a_warning() {
    let town = Town::small().edit("content/areas/B0102.md", "Hier wonen", "In deze probleemwijk wonen");
    let output = town.run(&["check", "site"]);
    assert_eq!(output.status.code(), Some(0));
    insta::assert_snapshot!(String::from_utf8_lossy(&output.stderr));
}

#[test]
fn boundaries_in_another_system_than_said_are_a_warning() {
    let town = Town::small().edit("data/boundaries.toml", "EPSG:4326", "EPSG:28992");
    insta::assert_snapshot!(town.says_of_check());
}

#[test]
fn prose_that_would_be_lost_or_never_end() {
    let town = Town::small()
        .write("content/stories/twee.md", "Geen titel.\n")
        .write(
            "content/stories/drie.md",
            "+++ \ntitle = \"Drie\"\n+++\n\n<!-- noot -->\n\n<!-- noot --> Belangrijk.\n\n<!-- twee\nregels -->\n",
        )
        .write("content/stories/vier.md", format!("+++\ntitle = \"Vier\"\n+++\n\n{} diep\n", ">".repeat(40)))
        .write("content/areas/B0102.nl.md", "Nog een tekst.");
    insta::assert_snapshot!("lost_prose", town.problems());
    let town = Town::small().write("templates/strings/nl.ftl", "compass-title =\n    .x = y\n");
    insta::assert_snapshot!("a_string_without_text", town.problems());
}

#[test]
fn shapes_that_are_none() {
    let town = Town::small().edit("data/buurten.geojson", "[4.5, 53.0], [4.51, 53.0]", "[4.5], [4.51, 53.0]");
    insta::assert_snapshot!(town.problems());
}

#[test]
fn settings_that_contradict_the_data() {
    let town = Town::small()
        .edit("site.toml", "population = \"inwoners\"", "population = \"laag_inkomen\"")
        .edit("site.toml", "[outputs]", "[look]\nlogo = \"logo.svg\"\n\n[outputs]");
    insta::assert_snapshot!("population", town.problems());
    let town = Town::small().edit("site.toml", "[outputs]", "[look]\nlogo = \"logo.svg\"\n\n[outputs]");
    insta::assert_snapshot!("logo", town.problems());
}

#[test]
fn comparisons_that_cannot_be() {
    let compare = "[[compare]]\nindicator = \"vrijwilligers\"\n\n\
        [[compare]]\nindicator = \"opkomst\"\nweighted = \"people\"\n\n\
        [[compare]]\nindicator = \"vrijwilligers\"\n\n\
        [[compare]]\noverlap = \"welzijn\"\n\n[combine]";
    let town = Town::small().edit("data/indices/zorg.toml", "[combine]", compare);
    insta::assert_snapshot!(town.problems());
}
