//! What `explain` tells a researcher of a score, and of an area without one.

use crate::audit::rows;
use crate::town::Town;

const INDEX: &str = "data/indices/zorg.toml";

fn told(town: &Town, area: &str, index: &str, language: &str) -> String {
    let run = town.run(&["explain", area, index, "site", "--language", language]);
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).expect("answers are UTF-8").replace('\u{a0}', " ")
}

#[test]
fn an_area_with_too_few_people_is_told_how_many_it_needs() {
    let town = Town::small().edit("data/safety.csv", "B0203;2024;;;;0", "B0203;2024;150;;;0");
    let said = told(&town, "B0203", "zorg", "nl");
    assert!(said.contains("‘Inwoners’ is daar 150. Voor een score is ten minste 200 nodig."), "{said}");
    let said = told(&town, "B0203", "zorg", "en");
    assert!(said.contains("‘Inhabitants’ is 150 there. A score needs at least 200."), "{said}");
    let said = told(&Town::small().edit("data/safety.csv", "B0203;2024;;;;0\n", ""), "B0203", "zorg", "en");
    assert!(said.contains("A score needs at least 200 for ‘Inhabitants’."), "{said}");
}

#[test]
fn an_area_of_which_too_little_is_known_is_told_what_lacks() {
    let said = told(&Town::small(), "B0202", "zorg", "en");
    assert!(said.contains("33% is known") && said.contains("at least 66% of the weight is needed"), "{said}");
    assert!(said.contains("Not known: Low income ("), "{said}");
    assert!(!said.contains("Volunteers"), "{said}");
}

#[test]
fn each_figure_has_its_normalised_value_and_what_it_follows_from() {
    let town = Town::small();
    let said = told(&town, "B0101", "zorg", "en");
    let parameters = rows(&town, "zorg", "parameters");
    let normalised = rows(&town, "zorg", "5-normalised");
    let row = normalised.iter().find(|row| row["area"] == "B0101" && row["period"] == "2024").expect("a row");
    let number = |cell: &str| cell.parse::<f64>().expect("a number");
    let shown = |value: f64| format!("{value:.3}").replace('-', "−");
    for (id, name) in [("laag_inkomen", "Low income"), ("vrijwilligers", "Volunteers")] {
        let line = said.lines().find(|line| line.trim().starts_with(name)).expect("a line");
        let told = parameters.iter().find(|row| row["part"] == id).expect("a row");
        assert!(line.contains(&format!(" {} ", shown(number(&row[id])))), "{line}");
        let sign = if told["turned"] == "yes" { -1.0 } else { 1.0 };
        let by = format!(
            "mean {}, standard deviation {}",
            shown(sign * number(&told["mean"])),
            shown(number(&told["sd"]))
        );
        assert!(line.contains(&by), "{by}: {line}");
        assert_eq!(line.contains("turned round"), id == "vrijwilligers", "{line}");
        assert!(line.contains("(2024)"), "{line}");
    }
    let town = Town::small().edit("data/indicators.toml", "kind      = \"survey\"", "kind      = \"model\"");
    let said = told(&town, "B0101", "zorg", "nl");
    assert!(said.contains("33,0 % (schatting; 2024)"), "{said}");
}

#[test]
fn every_way_to_make_figures_comparable_is_told() {
    let own = "indicators = { laag_inkomen = 1 }\nnormalise  = \"z-score\"";
    let posts = "{ weight = 1, goalposts = [5, 25] }";
    for (ingredient, normalise, wanted) in [
        ("1", "min-max", "from 8.000 to 20.000"),
        // of five areas in 2020, and four in 2024
        ("1", "percentile-rank", "rank among 9"),
        ("1", "rank-exponential", "rank among 9"),
        (posts, "goalposts", "from 5.000 to 25.000"),
        // beside all of Klein: 12,0 % in 2020 and 11,0 % in 2024, which decide together
        ("1", "distance-to-reference", "against 11.500"),
    ] {
        let other = format!("indicators = {{ laag_inkomen = {ingredient} }}\nnormalise  = \"{normalise}\"");
        let said = told(&Town::small().edit(INDEX, own, &other), "B0101", "zorg", "en");
        let line = said.lines().find(|line| line.trim().starts_with("Low income")).expect("a line");
        assert!(line.contains(wanted), "{normalise}: {line}");
    }
}

#[test]
fn equal_scores_share_a_place() {
    let town =
        Town::small().edit("data/safety.csv", "B0201;2024;610;8,0;50,0;3", "B0201;2024;610;8,0;50,0;4");
    let said = told(&town, "B0103", "zorg", "nl");
    assert!(said.contains("rang 3,5 van 4 (een gedeelde plaats), waarin"), "{said}");
    let said = told(&town, "B0103", "zorg", "en");
    assert!(said.contains("rank 3.5 of 4 (a shared place), where"), "{said}");
    assert!(said.contains("still rank 3.5 of 4 (a shared place), in the same class"), "{said}");
    assert!(!told(&Town::small(), "B0101", "zorg", "en").contains("shared"));
}

/// Pages name six, `explain` all.
#[test]
fn every_figure_is_named() {
    let town = Town::demo().edit("data/indices/mdi.toml", "runs      = 500", "runs      = 2").edit(
        "data/indices/mdi.toml",
        "samples   = 256",
        "",
    );
    let scores = rows(&town, "mdi", "7-scores");
    let most = scores
        .iter()
        .filter(|row| row["period"] == "2024" && row["status"] == "score")
        .max_by_key(|row| row["bottom_count"].parse::<usize>().unwrap_or(0))
        .expect("an area");
    assert!(most["bottom_count"].parse::<usize>().expect("a count") > 6);
    let said = told(&town, &most["area"], "mdi", "nl");
    let line = said.lines().find(|line| line.contains("bekende cijfers")).expect("a sentence");
    assert!(!line.contains("nog "), "{line}");
    let count: usize = most["bottom_count"].parse().expect("a count");
    assert!(line.matches(", ").count() + line.matches(" en ").count() >= count - 1, "{line}");
}
