//! A small town in, a file tree out.

use crate::town::{Town, text};

#[test]
fn every_artifact_has_its_place() {
    let files = Town::small().build(&[]);
    let names: Vec<&str> = files
        .keys()
        .map(String::as_str)
        .filter(|name| !name.contains("/B0") && !name.contains("/W0"))
        .collect();
    insta::assert_snapshot!(names.join("\n"));
}

#[test]
fn the_page_of_an_area_tells_what_is_known() {
    let files = Town::small().build(&["--only", "pages"]);
    let page = text(&files, "gebieden/B0101/index.html");
    for told in [
        "Één is een buurt in de wijk Oost &amp; West. Er wonen 1.010 mensen (2024).",
        "Dit is hier minder goed dan in Klein: laag inkomen",
        "Laag inkomen: gedaald van 20,0\u{a0}% (2020) naar 17,5\u{a0}% (2024).",
        "Dit dorp is verzonnen.",
    ] {
        assert!(page.contains(told), "the page lacks `{told}`");
    }
    let page = text(&files, "en/areas/B0101/index.html");
    assert!(page.contains("1,010 people live here (2024)."));
    let park = text(&files, "gebieden/B0203/index.html");
    assert!(park.contains("Hoeveel mensen er wonen, is niet bekend."));
    assert!(!park.contains("NaN"));
}

#[test]
fn names_never_become_markup() {
    let files = Town::small().build(&["--only", "pages"]);
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        assert!(!String::from_utf8_lossy(bytes).contains("<b>Vet</b>"), "{path}");
    }
    assert!(text(&files, "gebieden/B0202/index.html").contains("<h1>&lt;b&gt;Vet&lt;/b&gt;</h1>"));
}

#[test]
fn prose_shows_values_boxes_figures_and_code() {
    let files = Town::small().build(&["--only", "pages"]);
    let page = text(&files, "verhalen/een-verhaal/index.html");
    for told in [
        "<a href=\"../../gebieden/B0101/index.html\">Één</a>",
        ">20,0\u{a0}%</span>",
        ">17,5\u{a0}% (2024)</span>",
        "<h2 id=\"de-kaart\">De kaart</h2>",
        "<aside class=\"box box-tip\"",
        "<code>{{ dit blijft staan }}</code>",
        "<sup id=\"_r1\">",
    ] {
        assert!(page.contains(told), "the page lacks `{told}`");
    }
}

#[test]
fn the_bytes_are_the_same_on_one_thread_and_on_three_and_in_any_order_of_rows() {
    let first = Town::small().build(&["--jobs", "1"]);
    assert!(first == Town::small().build(&["--jobs", "3"]), "three threads make other bytes");
    let turned = Town::small().turn("data/areas.csv").turn("data/safety.csv").build(&[]);
    for (path, bytes) in &first {
        assert!(turned.get(path) == Some(bytes), "{path} depends on the order of rows");
    }
}

#[test]
fn nothing_changed_makes_nothing_and_one_story_makes_few() {
    let town = Town::small();
    town.build(&[]);
    assert!(town.says().contains("0 pages and 0 PDFs made"));
    let town = town.edit("content/stories/een.md", "een laag inkomen", "te weinig geld");
    assert!(town.says().contains("1 page and 0 PDFs made"), "only the story itself tells its text");
    let town = town.edit("content/stories/een.md", "Eén verhaal", "Nog een verhaal");
    assert!(town.says().contains("3 pages and 0 PDFs made"), "the home page and the list name its title");
    let town = town.edit("content/areas/B0102.md", "Hier wonen", "Er wonen");
    assert!(town.says().contains("1 page and 1 PDF made"));
}

#[test]
fn a_part_leaves_the_other_part_alone() {
    let town = Town::small();
    let pages = town.build(&["--only", "pages"]);
    assert!(!pages.keys().any(|path| path.ends_with(".pdf")));
    assert!(
        text(&pages, "gebieden/B0101/index.html").contains("factsheet.pdf"),
        "the plan is the whole plan"
    );
    let all = town.build(&["--only", "documents"]);
    assert_eq!(all.keys().filter(|path| path.ends_with(".pdf")).count(), 14, "7 areas in 2 languages");
    assert!(pages.iter().all(|(path, bytes)| all.get(path) == Some(bytes)));
}

#[test]
fn a_failed_build_leaves_what_was_there() {
    let town = Town::small();
    let before = town.build(&[]);
    let town = town.edit("data/safety.csv", "20,0", "n/a");
    assert_eq!(town.run(&["build", "site"]).status.code(), Some(1));
    let town = town.edit("data/safety.csv", "n/a", "20,0");
    assert!(before == town.build(&[]));
}

#[test]
fn a_site_replaces_templates_strings_and_styles() {
    let town = Town::small()
        .write("templates/strings/nl.ftl", "page-home = Voorpagina\n")
        .write("templates/css/brede.css", "body { color: red }\n")
        .write(
            "templates/html/not-found.html",
            "{% extends \"base.html\" %}{% block main %}<h1>{{ t(\"page-home\") }}</h1>{% endblock %}",
        );
    let files = town.build(&["--only", "pages"]);
    assert!(text(&files, "404.html").contains("<h1>Voorpagina</h1>"));
    assert!(text(&files, "brede/brede.css").ends_with("body { color: red }\n"));
}

/// Every number of the site, by codes and with the reason where there is none.
#[test]
fn data_files_hold_what_pages_show() {
    let files = Town::small().build(&["--only", "pages"]);
    let rows = |path: &str| -> Vec<Vec<String>> {
        let mut reader = csv::Reader::from_reader(files.get(path).expect("it is made").as_slice());
        reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
    };
    let incomes = rows("data/indicators/laag_inkomen.csv");
    let row = |code: &str, period: &str| {
        incomes.iter().find(|row| row[0] == code && row[4] == period).expect("the area has a row").clone()
    };
    assert_eq!(row("B0101", "2024")[5..12], ["17.5", "value", "false", "published", "", "", "register"]);
    assert_eq!(row("W01", "2024")[8..11], ["from-parts", "3", "3"]);
    let volunteers = rows("data/areas/B0202.csv");
    let secret = volunteers.iter().find(|row| row[3] == "vrijwilligers" && row[4] == "2020");
    assert_eq!(secret.expect("it is told that there is one")[5..7], ["", "suppressed"]);
    let scores = rows("data/indices/zorg.csv");
    for row in scores.iter().filter(|row| row[3] == "score") {
        let number = |at: usize| row[at].parse::<f64>().unwrap_or(0.0);
        let sum = number(11) + number(13);
        assert!((number(4) - sum).abs() < 1e-9, "contributions sum to the score: {row:?}");
    }
    let json: serde_json::Value =
        serde_json::from_slice(&files["data/indicators/laag_inkomen.json"]).expect("it is JSON");
    assert_eq!(json["rows"].as_array().map(Vec::len), Some(incomes.len()));
    let links_to = |page: &str, link: &str| text(&files, page).contains(link);
    assert!(links_to("downloads/index.html", "../data/readings.csv"));
    assert!(links_to("gebieden/B0101/index.html", "../../data/areas/B0101.csv"));
}

#[test]
fn an_indicator_has_a_page() {
    let files = Town::small().build(&["--only", "pages"]);
    let page = text(&files, "cijfers/laag_inkomen/index.html");
    for told in ["<h1>Laag inkomen</h1>", "Laag inkomen: gedaald van 12,0", "id=\"_map\"", "laag is goed"] {
        assert!(page.contains(told), "the page lacks `{told}`");
    }
    let themes = text(&files, "themas/index.html");
    assert!(themes.contains(">Laag inkomen</a> <span>11,0\u{a0}% (2024)</span>"), "{themes}");
    let theme = text(&files, "themas/geld/index.html");
    assert!(theme.contains("../../cijfers/laag_inkomen/index.html"));
    assert!(text(&files, "en/indicators/laag_inkomen/index.html").contains("<h1>Low income</h1>"));
}

/// The demo's own `templates/` are those in the program, so a new site, which has none, is the demo.
#[test]
fn a_new_site_is_the_demo() {
    let town = Town::small();
    let output = town.run(&["new", "mine"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let demo = env!("CARGO_MANIFEST_DIR");
    let mine = town.build_site("mine", "mine/public", &["--only", "pages"]);
    assert!(mine == town.build_site(demo, "demo", &["--only", "pages"]));
    let again = town.run(&["new", "mine"]);
    assert_eq!(again.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&again.stderr).contains("there is something in `mine` already"));
}

/// Answers go to the standard output, so that they can be sent on.
#[test]
fn an_index_is_written_and_a_score_explained() {
    let town = Town::small();
    let ask = |arguments: &[&str]| {
        let output = town.run(arguments);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        (output.status.code(), String::from_utf8(output.stdout).expect("answers are UTF-8"), said)
    };
    let (code, table, _) = ask(&["index", "zorg", "site"]);
    assert_eq!(code, Some(0));
    assert!(table.starts_with("area,name,period,status,score,rank,of,class,class_name,known,geld_score,"));
    let (_, json, _) = ask(&["index", "zorg", "site", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    assert_eq!(json["columns"][0], "area");
    insta::assert_snapshot!(ask(&["explain", "B0101", "zorg", "site"]).1);
    for (arguments, expected) in [
        (["explain", "B0101", "zrg", "site"], "did you mean `zorg`?"),
        (["explain", "B0110", "zorg", "site"], "did you mean `B0101`?"),
        (["explain", "Nergens", "zorg", "site"], "there is no area `Nergens`"),
    ] {
        let (code, _, said) = ask(&arguments);
        assert_eq!(code, Some(1));
        assert!(said.contains(expected), "{said}");
    }
    let (code, _, said) = ask(&["explain", "B0101", "zorg", "site", "--period", "1999"]);
    assert_eq!(code, Some(1));
    assert!(said.contains("its periods are 2020, 2024"), "{said}");
    // a larger area has what its parts have together, by its name too, in any language of the site
    let (code, told, said) = ask(&["explain", "W01", "zorg", "site"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(told.contains("De gemiddelde score"), "{told}");
    let (code, told, said) = ask(&["explain", "W01", "zorg", "site", "--language", "xx"]);
    assert_eq!(code, Some(1), "{told}");
    assert!(said.contains("the site has no language `xx`"), "{said}");
}

/// No change is told across a break, and the line stops there.
#[test]
fn what_was_measured_in_another_way_is_not_compared() {
    let how = "{ nl = \"De vraag is nu anders.\", en = \"The question changed.\" }";
    let break_in = |year: &str| {
        let town = Town::small().edit(
            "data/indicators.toml",
            "threshold = 1\n",
            &format!("threshold = 1\nbreaks    = {{ {year} = {how} }}\n"),
        );
        town.build(&["--only", "pages"])
    };
    let (files, plain) = (break_in("2024"), break_in("2019"));
    let (page, compared) = ("gebieden/B0101/index.html", "Laag inkomen: gedaald van 20,0");
    assert!(text(&plain, page).contains(compared));
    assert!(!text(&files, page).contains(compared));
    let told = "Vanaf 2024 is anders gemeten. De vraag is nu anders.";
    assert!(text(&files, "gebieden/B0102/index.html").contains(told), "the figure of the text says so");
    assert!(!text(&plain, "gebieden/B0102/index.html").contains("anders gemeten"));
    assert!(text(&files, "cijfers/laag_inkomen/index.html").contains("2024: De vraag is nu anders."));
}

/// A count that its publisher keeps secret is not called unknown: on the page, in the index and in data files.
#[test]
fn a_secret_count_is_called_secret() {
    let town = Town::small().edit("data/safety.csv", "B0202;2024;420", "B0202;2024;x");
    let files = town.build(&["--only", "pages"]);
    let page = text(&files, "gebieden/B0202/index.html");
    assert!(page.contains("Hoeveel mensen er wonen, is geheim."), "{page}");
    assert!(page.contains("geen score, want het aantal inwoners is geheim"), "{page}");
    let index = text(&files, "indexen/zorg/index.html");
    assert!(index.contains("Van 1 buurt is het aantal inwoners geheim."), "{index}");
    assert!(
        index.contains("aantal inwoners geheim")
            && text(&files, "en/indices/zorg/index.html").contains("confidential")
    );
    let rows = text(&files, "data/indices/zorg.csv");
    assert!(
        rows.lines().any(|row| row.starts_with("B0202,") && row.contains(",2024,count-suppressed,")),
        "{rows}"
    );
}

/// Who lived there long before the edition need not live there now.
#[test]
fn an_old_count_is_told_as_what_it_was() {
    let page = |published: &str| {
        let files = Town::small().edit("site.toml", "2025-01-31", published).build(&["--only", "pages"]);
        text(&files, "gebieden/B0101/index.html").to_owned()
    };
    assert!(page("2027-12-31").contains("Er wonen 1.010 mensen (2024)."));
    assert!(page("2028-01-01").contains("In 2024 woonden er 1.010 mensen."));
}

/// More kilometres are further, and not higher.
#[test]
fn a_distance_is_further_or_nearer() {
    let files = Town::small()
        .edit(
            "data/indicators.toml",
            "unit      = \"%\"\ndecimals  = 1\ngood      = \"low\"\nmeasure   = \"share\"",
            "unit      = \"km\"\ndecimals  = 1\ngood      = \"low\"\nmeasure   = \"mean\"",
        )
        .build(&["--only", "pages"]);
    let page = text(&files, "gebieden/B0101/index.html");
    assert!(page.contains("17,5\u{a0}km, verder dan in Klein (11,0\u{a0}km)"), "{page}");
    assert!(page.contains("dichterbij gekomen, van 20,0\u{a0}km (2020) naar 17,5\u{a0}km (2024)"), "{page}");
    assert!(text(&files, "gebieden/B0103/index.html").contains("dichterbij dan in Klein"));
    assert!(text(&files, "en/areas/B0101/index.html").contains("further than in Klein (11.0\u{a0}km)"));
}
