//! How sure numbers are: read from wide and long files, and what is said because of it.

use crate::town::{Town, text};

/// The small town with margins on its volunteers, in columns beside them. Of the whole, 41,0 ± 1,0 in 2024.
fn wide() -> Town {
    Town::small()
        .edit(
            "data/safety.toml",
            "vrijwilligers = \"volunteers\"",
            "vrijwilligers = { column = \"volunteers\", lower = \"from\", upper = \"to\", n = \"asked\" }",
        )
        .write("data/safety.csv", WIDE)
}

const WIDE: &str = "\
area;year;inhabitants;low_income;volunteers;from;to;asked;burglaries
S1;2020;3100;12,0;40,0;39,0;41,0;900;30
S1;2024;3160;11,0;41,0;40,0;42,0;950;24
B0101;2020;1000;20,0;30,0;24,0;36,0;210;12
B0101;2024;1010;17,5;36,0;30,0;42,1;200;9
B0102;2020;500;10,0;45,0;35,0;55,0;90;6
B0102;2024;510;10,2;44,0;34,0;54,0;88;5
B0103;2020;600;8,0;50,0;44,0;56,0;120;4
B0103;2024;610;8,0;50,0;44,0;56,0;121;4
B0201;2020;600;8,0;50,0;.;.;.;4
B0201;2024;610;8,0;50,0;.;.;.;3
B0202;2020;400;9,0;x;.;.;.;4
B0202;2024;420;.;52,0*;45,0;59,0;60;3
B0203;2020;;;;;;;0
B0203;2024;;;;;;;0
";

#[test]
fn a_margin_changes_what_is_said() {
    let (without, with) = (Town::small().build(&["--only", "pages"]), wide().build(&["--only", "pages"]));
    // 44,0 is 3,0 more than 41,0: beyond the threshold of 2, and within √(10² + 1²) = 10,05
    let page = |files| text(files, "gebieden/B0102/index.html").to_owned();
    assert!(page(&without).contains("hoger dan in Klein (41,0\u{a0}%)"));
    assert!(page(&with).contains("ongeveer gelijk aan Klein (41,0\u{a0}%)"));
    // 50,0 is 9,0 more: beyond √(6² + 1²) = 6,08
    let same = text(&with, "gebieden/B0103/index.html");
    assert!(same.contains("Dit is hier beter dan in Klein: vrijwilligers"), "{same}");
    // one without a margin lies outside 40,0–42,0, and reaches the threshold
    assert!(text(&with, "gebieden/B0201/index.html").contains("hoger dan in Klein (41,0\u{a0}%)"));
    // 30,0 ± 6 and 36,0 ± 6 of the same area: 6,0 is within √(6² + 6²) = 8,5
    let page = text(&with, "gebieden/B0101/index.html");
    assert!(
        page.contains("Vrijwilligers: ongeveer gelijk gebleven, 30,0\u{a0}% (2020) en 36,0\u{a0}% (2024).")
    );
    for told in [
        "<p class=\"key-note\">tussen 30,0 en 42,1\u{a0}%</p>",
        "2024, 200 mensen vulden de vragenlijst in",
        "<small>tussen 30,0 en 42,1\u{a0}%</small>",
        "Een cijfer met een marge is niet bij iedereen gemeten.",
        "het verschil valt binnen de marge",
    ] {
        assert!(page.contains(told), "the page lacks `{told}`");
    }
    assert!(!page.contains("Een cijfer uit een enquête heeft een marge"));
    let method = text(&with, "methode/index.html");
    assert!(method.contains("√(a² + b²)") && method.contains("de marge van het cijfer; zonder marge 2"));
    assert!(!text(&without, "methode/index.html").contains("√"));
}

#[test]
fn data_files_have_the_margins() {
    let files = wide().build(&["--only", "pages"]);
    let rows: Vec<&str> = text(&files, "data/areas/B0101.csv").lines().collect();
    assert!(rows[0].ends_with(",kind,lower,upper,n,differs,group"), "{}", rows[0]);
    let of = |start: &str| rows.iter().find(|row| row.starts_with(start)).copied().unwrap_or_default();
    assert!(of("B0101,Één,buurt,vrijwilligers,2024,36").ends_with(",survey,30,42.1,200,,"), "{rows:?}");
    assert!(of("B0101,Één,buurt,laag_inkomen,2024,17.5").ends_with(",register,,,,,"), "{rows:?}");
}

/// The same margins in a long file, as half their width and in parts of 1, with the publisher's own word.
#[test]
fn a_long_file_has_the_same_columns_for_all_its_rows() {
    let town = Town::small()
        .edit("data/safety.toml", "vrijwilligers = \"volunteers\"\n", "")
        .write(
            "data/survey.toml",
            "file = \"survey.csv\"\nsource = \"count\"\narea = \"area\"\nperiod = 2024\nindicator = \"what\"\n\
             value = \"share\"\nmargin = \"half\"\nn = \"asked\"\nmissing = { \"-9\" = \"missing\" }\n\
             differs = { column = \"sig\", higher = [\"h\", \"hh\"], lower = \"l\", same = \"o\" }\n\
             [rows]\nvrijwilligers = { column = \"V\", scale = 100 }\n",
        )
        .write(
            "data/survey.csv",
            "area,what,share,half,asked,sig\nS1,V,0.41,0.01,950,\nB0101,V,0.36,0.06,200,l\n\
             B0102,V,0.44,0.10,88,-9\nB0103,V,0.50,-9,-9,o\nB0201,V,0.50,0.02,121,l\n",
        );
    let files = town.build(&["--only", "pages"]);
    let data = text(&files, "data/indicators/vrijwilligers.csv");
    for (code, ends) in [("S1", "950,,"), ("B0101", "200,lower,"), ("B0103", ",same,"), ("B0102", "88,,")] {
        let row = data.lines().find(|row| row.starts_with(&format!("{code},")) && row.contains(",2024,"));
        assert!(row.is_some_and(|row| row.ends_with(ends)), "{code}: {row:?}");
    }
    let page = |code: &str| text(&files, &format!("gebieden/{code}/index.html")).to_owned();
    assert!(page("B0101").contains("tussen 30,0 en 42,0\u{a0}%"));
    // 36 lies within the margins of 41, and its publisher says that it is lower
    assert!(page("B0101").contains("lager dan in Klein (41,0\u{a0}%)"));
    // 50 lies beyond them, and its publisher says that it is not
    assert!(page("B0103").contains("ongeveer gelijk aan Klein (41,0\u{a0}%)"));
    assert!(page("B0102").contains("ongeveer gelijk aan Klein (41,0\u{a0}%)"));
    // lower, and yet more: of another whole, so that nothing is said
    assert!(page("B0201").contains("50,0") && !page("B0201").contains("Klein (41,0"));
}

#[test]
fn every_margin_that_cannot_be_is_told_with_its_place() {
    let town = wide()
        .edit("data/safety.csv", "30,0;24,0;36,0;210", "30,0;31,0;36,0;210")
        .edit("data/safety.csv", "45,0;35,0;55,0;90", "45,0;35,0;44,8;90")
        .edit("data/safety.csv", "44,0;34,0;54,0;88", "44,0;34,0;.;88")
        .edit("data/safety.csv", "50,0;44,0;56,0;120", "50,0;44,0;ja;120")
        .edit("data/safety.csv", "50,0;44,0;56,0;121", "50,0;50,05;56,0;-1");
    insta::assert_snapshot!(town.problems());
}

#[test]
fn settings_of_margins_that_exclude_each_other() {
    let town = Town::small()
        .edit(
            "data/safety.toml",
            "laag_inkomen = \"low_income\"",
            "laag_inkomen = { column = \"low_income\", lower = \"a\" }",
        )
        .edit(
            "data/safety.toml",
            "vrijwilligers = \"volunteers\"",
            "vrijwilligers = { column = \"volunteers\", margin = \"a\", upper = \"b\" }",
        )
        .edit(
            "data/safety.toml",
            "inbraken     = \"burglaries\"",
            "inbraken = { column = \"burglaries\", differs = { column = \"s\", higher = \"h\", same = [\"h\"] } }",
        )
        .edit("data/safety.toml", "missing =", "n = \"asked\"\nmissing =");
    insta::assert_snapshot!("settings", town.problems());
    let town = Town::small().edit(
        "data/safety.toml",
        "vrijwilligers = \"volunteers\"",
        "vrijwilligers = { column = \"volunteers\", lower = \"low\", upper = \"high\", differs = { column = \"s\", higher = \"h\", lower = \"l\" } }",
    );
    insta::assert_snapshot!("columns", town.problems());
}

#[test]
fn words_and_margins_of_a_file_that_disagree() {
    let town = Town::small()
        .edit(
            "data/safety.toml",
            "vrijwilligers = \"volunteers\"",
            "vrijwilligers = { column = \"volunteers\", margin = \"half\", differs = { column = \"sig\", higher = \"h\", lower = \"l\" } }",
        )
        .write(
            "data/safety.csv",
            "area;year;inhabitants;low_income;volunteers;half;sig;burglaries\n\
             S1;2020;3100;12,0;40,0;1;;30\nS1;2024;3160;11,0;41,0;1;;24\n\
             B0101;2020;1000;20,0;30,0;-6;l;12\nB0101;2024;1010;17,5;33,0;6;nee;9\n\
             B0102;2024;510;10,2;44,0;6;h;5\nB0102;2024;510;10,2;44,0;5;h;5\n",
        );
    insta::assert_snapshot!(town.problems());
}

/// A share may be rounded past the end of its interval, and rows may stand in any order.
#[test]
fn rounding_and_order_change_nothing() {
    let rounded = wide().edit("data/safety.csv", "36,0;30,0;42,1", "36,0;36,05;42,1");
    let files = rounded.build(&["--only", "pages"]);
    assert!(text(&files, "gebieden/B0101/index.html").contains("tussen 36,1 en 42,1\u{a0}%"));
    let (first, turned) = (wide().build(&[]), wide().turn("data/safety.csv").build(&[]));
    for (path, bytes) in &first {
        assert!(turned.get(path) == Some(bytes), "{path} depends on the order of rows");
    }
}

/// A part of few people whose figure is secret takes away the margin of a district only where it is more than 2 % of it.
#[test]
fn a_part_of_few_people_takes_no_margin_away() {
    let row = |people: &str| {
        let town = wide().edit(
            "data/safety.csv",
            "B0102;2024;510;10,2;44,0;34,0;54,0;88;5",
            &format!("B0102;2024;{people};10,2;x;.;.;.;5"),
        );
        let files = town.build(&["--only", "pages"]);
        let rows = text(&files, "data/areas/W01.csv").lines();
        let row = rows.filter(|row| row.contains(",vrijwilligers,2024,")).collect::<Vec<_>>();
        row.concat()
    };
    // (1010 · 36 + 610 · 50) ÷ 1620 = 41.3 in tenths; √((1010 · 6)² + (610 · 6)²) ÷ 1620 = 4.4 below it
    let few = row("30");
    assert!(few.contains(",41.3,value,") && few.contains(",36.9"), "{few}");
    assert!(row("60").ends_with(",survey,,,,,"), "{}", row("60"));
}

/// The standard deviation of the nine known shares of volunteers is 7,546, and their domain has a third of the
/// weight: half of 30,0 to 42,1 is 6,05, and 6,05 ÷ 7,546 ÷ 3 = 0,267.
#[test]
fn a_score_has_the_margin_of_what_is_in_it() {
    let index = "data/indices/zorg.toml";
    let town = wide().edit(index, "vrijwilligers = 1, inbraken_per_1000 = 1", "vrijwilligers = 1").edit(
        index,
        "[combine]\nnormalise = \"z-score\"",
        "[combine]\nnormalise = \"none\"",
    );
    let output = town.run(&["index", "zorg", "site"]);
    let scores = String::from_utf8(output.stdout).expect("a table is UTF-8");
    let head = scores.lines().next().expect("it has a head");
    let at = head.split(',').position(|name| name == "margin").expect("margins have a column");
    let margin = |code: &str, year: &str| {
        let row = scores.lines().find(|row| row.starts_with(code) && row.contains(year)).expect("a row");
        // no name of these has a comma
        row.split(',').nth(at).expect("as long as the head").to_owned()
    };
    let told: f64 = margin("B0101", "2024").parse().expect("a number");
    assert!((told - 0.267_24).abs() < 1e-5, "{told}");
    assert_eq!(margin("B0201", "2024"), "", "nothing there has a margin");

    let output = town.run(&["explain", "B0101", "zorg", "site"]);
    let explained = String::from_utf8(output.stdout).expect("answers are UTF-8");
    assert!(
        explained.contains("De score heeft een marge van 0,27 naar boven en naar beneden"),
        "{explained}"
    );
    let files = town.build(&["--only", "pages"]);
    // 10,0 ± 10 of both years is far more than what moved
    let page = text(&files, "gebieden/B0102/index.html");
    assert!(page.contains(", maar dat kan toeval zijn (laag is gunstig)"), "{page}");
    // and here people have a lower income less often, too
    let page = text(&files, "gebieden/B0101/index.html");
    assert!(page.contains("de score daalde van"), "{page}");
    let page = text(&files, "indexen/zorg/index.html");
    assert!(page.contains("Daardoor hebben de scores van 2024 een marge"), "{page}");
    // −0,06 ± 0,44 reaches below the limit of −0,43
    assert!(text(&files, "gebieden/B0102/index.html").contains("een andere klasse is ook mogelijk"));
    let page = text(&files, "gebieden/S1/index.html");
    assert!(page.contains("Niet van alle buurten staat de klasse vast"), "{page}");
    assert!(!page.contains("die met 2020 te vergelijken zijn"), "{page}");
    assert!(text(&files, "methode/index.html").contains("dan heeft de score een marge"));
}
