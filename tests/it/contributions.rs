//! What the score of an area is made of, on its page and in prose.

use crate::town::Town;

fn page(town: &Town, path: &str) -> String {
    let files = town.build(&["--only", "pages"]);
    String::from_utf8(files[path].clone()).expect("a page is UTF-8")
}

#[test]
fn the_page_of_an_area_tells_what_its_score_is_made_of() {
    let town = Town::small();
    let told = page(&town, "gebieden/B0101/index.html");
    for part in [
        "<h2 id=\"theme.index.zorg\">Waaruit bestaat deze score?</h2>",
        "Wat elk onderdeel toevoegt aan de score: Één",
        "Elke balk laat zien hoeveel punten een onderdeel aan de score toevoegt.",
        "<th scope=\"row\">De score</th>",
    ] {
        assert!(told.contains(part), "the page lacks `{part}`");
    }
    // an area above the level of the index has no score of its own, and one without people has none
    for path in ["gebieden/S1/index.html", "gebieden/B0203/index.html"] {
        assert!(!page(&town, path).contains("Waaruit bestaat deze score?"), "{path}");
    }
}

#[test]
fn prose_may_show_what_a_score_is_made_of() {
    let figure = |arguments: &str| {
        Town::small().write(
            "content/areas/B0102.md",
            format!("Tekst.\n\n{{{{ figure(\"contributions\", {arguments}) }}}}\n"),
        )
    };
    let told =
        page(&figure("index=\"zorg\", period=2020, title=\"Zo zit het\""), "gebieden/B0102/index.html");
    assert!(told.contains("<p class=\"figure-title\">Zo zit het</p>") && told.contains("Zorgindex, 2020"));
    insta::assert_snapshot!("of_a_whole", figure("index=\"zorg\", area=\"S1\"").problems());
    insta::assert_snapshot!("of_no_index", figure("indicator=\"laag_inkomen\"").problems());
}
