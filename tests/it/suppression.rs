//! Figures about too few people, as readers and authors see them.

use crate::town::{Town, text};

/// In B0202 there are 400 and 420 people; beside it are B0201 and a park without people.
fn town() -> Town {
    let sparse = |id: &str| format!("{id} = {{ weight = 1, sparse = \"Geheim.\" }}");
    ["laag_inkomen", "vrijwilligers", "inbraken_per_1000"].iter().fold(
        Town::small().edit("site.toml", "population =", "suppress_below = 450\npopulation ="),
        |town, id| town.edit("data/indices/zorg.toml", &format!("{id} = 1"), &sparse(id)),
    )
}

#[test]
fn what_is_about_too_few_is_secret_wherever_it_is_told() {
    let files = town().build(&["--only", "pages"]);
    let rows = |area: &str| -> Vec<String> {
        text(&files, &format!("data/areas/{area}.csv")).lines().map(str::to_owned).collect()
    };
    let of = |area: &str, indicator: &str, year: &str| {
        let rows = rows(area);
        let row = rows.iter().find(|row| row.contains(&format!(",{indicator},{year},")));
        row.unwrap_or_else(|| panic!("{indicator} of {area} in {year}")).clone()
    };
    for (area, indicator, year) in [
        ("B0202", "inbraken", "2024"),
        ("B0202", "inbraken_per_1000", "2024"),
        ("B0202", "laag_inkomen", "2020"),
        // only this one is left to hide behind
        ("B0201", "inbraken", "2024"),
        ("B0201", "inbraken_per_1000", "2020"),
    ] {
        let row = of(area, indicator, year);
        assert!(row.contains(&format!(",{indicator},{year},,suppressed,,,")), "{row}");
    }
    assert!(of("B0202", "inwoners", "2024").contains(",420,value,"));
    // 3 of the one and 3 of the other, reckoned before they became secret
    assert!(of("W02", "inbraken", "2024").contains(",6,value,false,from-parts,"));
    assert!(of("B0101", "inbraken", "2024").contains(",9,value,"));
    let page = text(&files, "gebieden/B0202/index.html");
    assert!(page.to_lowercase().contains("geheim"), "{page}");
    assert!(text(&files, "en/areas/B0202/index.html").to_lowercase().contains("confidential"));
    assert!(text(&files, "methode/index.html").contains("Gaat een cijfer over heel weinig mensen"));
    let without = Town::small().build(&["--only", "pages"]);
    assert!(!text(&without, "methode/index.html").contains("heel weinig mensen"));
}

#[test]
fn an_author_is_told_how_many() {
    insta::assert_snapshot!(town().says_of_check());
}

#[test]
fn an_indicator_says_otherwise() {
    let town = town().edit("data/indicators.toml", "threshold = 1\n", "threshold = 1\nsuppress_below = 0\n");
    let told = town.says_of_check();
    assert!(told.contains("`inbraken`") && !told.contains("`laag_inkomen`"), "{told}");
    let without = Town::small().says_of_check();
    assert!(!without.contains("secret"), "{without}");
}

#[test]
fn rules_that_cannot_be() {
    let town = town()
        .edit("site.toml", "suppress_below = 450", "suppress_below = -1")
        .edit("data/indicators.toml", "threshold = 1\n", "threshold = 1\nsuppress_below = \"x\"\n")
        .edit(
            "data/indicators.toml",
            "of        = \"inwoners\"\ntheme     = \"samen\"\nthreshold = 2\nkey ",
            "suppress_below = 10\ntheme     = \"samen\"\nthreshold = 2\nkey ",
        );
    insta::assert_snapshot!(town.problems());
}
