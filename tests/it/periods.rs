//! An index over two years, as readers see it: what is carried, what is compared, and over whom.

use crate::town::{Town, text};

/// Low income of `B0202` is missing in 2024, and its volunteers are secret in 2020.
fn carrying() -> Town {
    Town::small().edit("data/indicators.toml", "threshold = 1\n", "threshold = 1\ncarry     = 4\n")
}

#[test]
fn a_carried_figure_is_named_with_its_year_and_tells_no_change() {
    let plain = Town::small().build(&["--only", "pages"]);
    let page = "gebieden/B0202/index.html";
    assert!(text(&plain, page).contains("geen score, want er is niet genoeg bekend"));
    let town = carrying();
    let files = town.build(&["--only", "pages"]);
    let told = "Hierin telt een ouder cijfer mee, omdat er geen nieuwer is: ‘Laag inkomen’ van 2020. \
                Daarom zeggen we niet wat er veranderde.";
    assert!(text(&files, page).contains(told));
    let index = text(&files, "indexen/zorg/index.html");
    assert!(
        index
            .contains("In de score van 2024 van 1 buurt telt een ouder cijfer mee: ‘Laag inkomen’ van 2020.")
    );
    assert!(index.contains("Bij 1 buurt (2024) telt een cijfer van een eerder jaar mee."), "the map says so");
    // the park has no people, and the other one no score of its own year
    assert!(index.contains("Tussen 2020 en 2024 zijn 4 van de 6 buurten te vergelijken."));
    assert!(index.contains("1 buurt zonder score in een van de jaren"), "{index}");
    assert!(index.contains("1 buurt met een cijfer van een eerder jaar"), "{index}");
    assert!(
        text(&files, "cijfers/laag_inkomen/index.html").contains("nog 4 jaar, als er geen nieuwer cijfer is")
    );
    assert!(text(&files, "methode/index.html").contains("‘Laag inkomen’ van hooguit 4 jaar eerder"));
    let rows: Vec<Vec<String>> = csv::Reader::from_reader(files["data/indices/zorg.csv"].as_slice())
        .records()
        .map(|row| row.expect("a row").iter().map(str::to_owned).collect())
        .collect();
    let ends = |code: &str, period: &str| {
        let row = rows.iter().find(|row| row[0] == code && row[2] == period).expect("the area has a row");
        row[row.len() - 4..].to_vec()
    };
    assert_eq!(ends("B0202", "2024"), ["laag_inkomen:2020", "", "", ""]);
    assert_eq!(ends("B0202", "2020"), ["", "", "carried", ""]);
    assert_eq!(ends("B0203", "2020"), ["", "", "no-score", ""]);
    assert_eq!(ends("B0101", "2020")[..3], ["", "", "yes"]);
    let said = town.run(&["explain", "B0202", "zorg", "site"]);
    let said = String::from_utf8(said.stdout).expect("answers are UTF-8");
    assert!(said.contains("9,0\u{a0}% (2020)") && said.contains("‘Laag inkomen’ van 2020"), "{said}");
}

/// The margin beside a carried figure is that of its own year.
#[test]
fn a_carried_figure_keeps_the_margin_of_its_year() {
    let town = carrying()
        .edit(
            "data/safety.toml",
            "laag_inkomen = \"low_income\"",
            "laag_inkomen = { column = \"low_income\", margin = \"half\" }",
        )
        .edit("data/safety.csv", "burglaries\n", "burglaries;half\n");
    let rows = std::fs::read_to_string(town.site().join("data/safety.csv")).expect("a file of the town");
    let with_half = |row: &str| match row {
        row if row.starts_with("area;") => row.to_owned(),
        row if row.starts_with("B0202;2020") => format!("{row};1,5"),
        row => format!("{row};."),
    };
    let rows: Vec<String> = rows.lines().map(with_half).collect();
    let said =
        town.write("data/safety.csv", rows.join("\n") + "\n").run(&["explain", "B0202", "zorg", "site"]);
    let said = String::from_utf8(said.stdout).expect("answers are UTF-8");
    assert!(said.contains("9,0\u{a0}% (7,5–10,5; 2020)"), "{said}");
}

/// The same town with each reference: what may be said of then and now.
#[test]
fn the_reference_decides_what_is_told() {
    let told = |reference: &str| {
        let town = Town::small().edit("data/indices/zorg.toml", "\"pooled\"", reference);
        let files = town.build(&["--only", "pages"]);
        [
            "gebieden/B0101/index.html",
            "indexen/zorg/index.html",
            "methode/index.html",
            "gebieden/S1/index.html",
        ]
        .map(|page| text(&files, page).to_owned())
    };
    let [area, index, method, town] = told("\"pooled\"");
    assert!(area.contains("In 2020 was dat ook zo; de score daalde van"), "{area}");
    assert!(index.contains("Komt er een jaar bij, dan kunnen ook klassen van eerdere jaren veranderen."));
    assert!(method.contains("Daarom zeggen we ook hoeveel punten hij veranderde."));
    // of the people of the four neighbourhoods that can be compared: 2,700 in 2020 and 2,740 in 2024
    assert!(town.contains("In de 4 buurten (van de 6) die met 2020 te vergelijken zijn: "), "{town}");

    let [area, index, ..] = told("\"period:2020\"");
    assert!(area.contains("de score daalde van"));
    assert!(!index.contains("Komt er een jaar bij"));

    let [area, index, method, town] = told("\"each-period\"");
    assert!(
        area.contains(
            "In 2020 was dat ook zo. Dat zegt hoe het hier was naast de andere buurten van dat jaar"
        )
    );
    assert!(index.contains("Elk jaar is apart bekeken."));
    assert!(method.contains("Daarom noemen we een andere klasse geen verbetering of verslechtering."));
    // by how its classes are made, every year has about the same share of the whole in each
    assert!(!town.contains("met de klasse ‘Hoog’"), "{town}");
}

#[test]
fn ranks_tell_classes_and_no_points() {
    let ranks = "[combine]\nnormalise = \"rank-exponential\"";
    let town = Town::small().edit("data/indices/zorg.toml", "[combine]\nnormalise = \"z-score\"", ranks);
    let files = town.build(&["--only", "pages"]);
    let area = text(&files, "gebieden/B0101/index.html");
    assert!(area.contains("In 2020 was dat ook zo.") && !area.contains("; de score"), "{area}");
    assert!(
        text(&files, "indexen/zorg/index.html").contains("De score loopt niet gelijk op met de cijfers.")
    );
}

#[test]
fn a_year_that_was_measured_in_another_way_is_left_out() {
    let how = "threshold = 1\nbreaks    = { 2022 = \"De vraag is nu anders.\" }\n";
    let files =
        Town::small().edit("data/indicators.toml", "threshold = 1\n", how).build(&["--only", "pages"]);
    let index = text(&files, "indexen/zorg/index.html");
    let why = "Het jaar 2020 vergelijken we niet met 2024. Sindsdien anders gemeten: ‘Laag inkomen’.";
    assert!(index.contains(why), "{index}");
    assert!(!index.contains("in een gunstiger klasse"));
    assert!(!text(&files, "gebieden/B0101/index.html").contains("In 2020 was dat"));
    assert!(!index.contains("te vergelijken zijn:"), "nor does the map tell of then and now");
}

#[test]
fn an_event_marks_the_figures_that_it_is_about() {
    let event = |more: &str| {
        let event = format!(
            "[[events]]\nyear = 2022\nname = {{ nl = \"een feest\", en = \"a party\" }}\n{more}\n[outputs]"
        );
        Town::small().edit("site.toml", "[outputs]", &event).build(&["--only", "pages"])
    };
    let page = "gebieden/B0102/index.html";
    let all = event("");
    assert!(text(&all, page).contains(">2022: een feest</text>"));
    assert!(text(&all, page).contains("Verticale streepjeslijn: een feest (2022)."));
    assert!(text(&all, "en/indicators/laag_inkomen/index.html").contains("<dd>2022: a party</dd>"));
    assert!(text(&all, "cijfers/laag_inkomen/index.html").contains("<dd>2022: een feest</dd>"));
    // a year of it is none to hold another against without saying so
    let told = "naar 17,5\u{a0}% (2024). Let op: 2024 was geen gewoon jaar (een feest).";
    assert!(text(&event("until = 2024\n"), "gebieden/B0101/index.html").contains(told));
    assert!(!text(&all, "gebieden/B0101/index.html").contains("geen gewoon jaar"));
    // and none to begin with: what comes back is no gain
    let begun =
        Town::small().edit("site.toml", "[outputs]", "[[events]]\nyear = 2020\nname = \"storm\"\n[outputs]");
    let begun = begun.build(&["--only", "pages"]);
    assert!(!text(&begun, "gebieden/B0101/index.html").contains("Laag inkomen: gedaald"));
    let other = event("indicators = [\"vrijwilligers\"]\n");
    assert!(!text(&other, page).contains("een feest"));
    assert!(text(&other, "cijfers/vrijwilligers/index.html").contains("<dd>2022: een feest</dd>"));
}
