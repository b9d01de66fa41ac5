//! What pages say where little is known, where chance has a say, and how readers find an area.

use crate::town::{Town, text};

fn said(town: &Town) -> String {
    String::from_utf8_lossy(&town.run(&["check", "site"]).stderr).into_owned()
}

#[test]
fn an_area_is_found_by_other_words() {
    let named = "parent = { code = \"S1\" }\naliases = { W02 = \"Koffiehoek\" }\nsearch = [\"post\"]";
    let rows =
        "code,name,level,post\nS1,Klein,stad,.\nW01,Oost & West,wijk,1011\nW02,Café-kwartier,wijk,1012\n";
    let small = std::fs::read_to_string(Town::small().site().join("data/areas.csv")).expect("a list");
    let others: String = small.lines().skip(4).map(|line| format!("{line},\n")).collect();
    let town = Town::small()
        .edit("data/areas.toml", "parent = { code = \"S1\" }", named)
        .write("data/areas.csv", format!("{rows}{others}"));
    let files = town.build(&["--only", "pages"]);
    let names = text(&files, "areas.js");
    assert!(names.contains("[\"W02\",\"Café-kwartier\",1,0,\"1012|Koffiehoek\"]"), "{names}");
    assert!(names.contains("[\"S1\",\"Klein\",0,-1]"), "a sign is no word: {names}");

    // a name in the place of that in the file, by which it is found as well
    let renamed =
        town.edit("data/areas.toml", "aliases = {", "names = { W02 = \"Het kwartier\" }\naliases = {");
    let files = renamed.build(&["--only", "pages"]);
    let names = text(&files, "areas.js");
    assert!(names.contains("[\"W02\",\"Het kwartier\",1,0,\"1012|Café-kwartier|Koffiehoek\"]"), "{names}");
    let page = text(&files, "gebieden/W02/index.html");
    assert!(page.contains("Het kwartier is een wijk") && !page.contains("Café-kwartier"), "{page}");
    let wrong = renamed.edit("data/areas.toml", "names = { W02", "names = { W03");
    let wrong = said(&wrong.edit("data/areas.toml", "aliases = { W02", "aliases = { W04"));
    for code in ["W03", "W04"] {
        assert!(wrong.contains(&format!("`{code}` is no area of level `wijk`")), "{wrong}");
    }
}

/// The two lenses of a page.
fn panels(page: &str) -> String {
    let (_, panels) = page.split_once("<div class=\"panels\">").expect("it has panels");
    panels.split_once("</div>").expect("they end").0.to_owned()
}

/// The page of an area of the small town where a row of its data is another.
fn page_where(area: &str, row: &str, other: &str) -> String {
    let files = Town::small().edit("data/safety.csv", row, other).build(&["--only", "pages"]);
    text(&files, &format!("gebieden/{area}/index.html")).to_owned()
}

#[test]
fn an_index_that_is_no_verdict_stands_apart() {
    let town = Town::small();
    let with = town.build(&["--only", "pages"]);
    let page = |files| text(files, "gebieden/B0101/index.html").to_owned();
    assert!(panels(&page(&with)).contains("Zorgindex: klasse"));
    assert!(page(&with).contains("Hij zegt waar de score hoog of laag is"));

    let town = town.edit("data/indices/zorg.toml", "good      = \"low\"", "good = \"low\"\nverdict = false");
    let without = town.build(&["--only", "pages"]);
    assert!(!panels(&page(&without)).contains("Zorgindex"));
    assert!(page(&without).contains("Zorgindex: klasse"), "it still tells its class");
    assert!(page(&without).contains("Deze index zegt niet of het hier goed of slecht gaat."));
    assert!(!page(&without).contains("Hij zegt waar de score hoog of laag is"));
    let home = text(&without, "index.html");
    assert!(home.contains("Laag inkomen per"), "the map is of a figure: {home}");

    let chosen = town.edit("site.toml", "languages", "map = \"vrijwilligers\"\nlanguages");
    assert!(text(&chosen.build(&["--only", "pages"]), "index.html").contains("Vrijwilligers per"));
    let wrong = chosen.edit("site.toml", "map = \"vrijwilligers\"", "map = \"vrijwiligers\"");
    assert!(said(&wrong).contains("did you mean `vrijwilligers`?"));
}

#[test]
fn findings_are_told_in_the_words_of_their_author() {
    let phrases = "threshold = 1\n\
                   higher = { nl = \"meer mensen met weinig\", en = \"more people with little\" }\n\
                   lower = { nl = \"minder mensen met weinig\", en = \"fewer people with little\" }\n";
    let files =
        Town::small().edit("data/indicators.toml", "threshold = 1\n", phrases).build(&["--only", "pages"]);
    for (path, told) in [
        ("gebieden/B0101/index.html", "Dit is hier minder goed dan in Klein: meer mensen met weinig"),
        ("gebieden/S1/index.html", "Tussen 2020 en 2024 werd dit beter: minder mensen met weinig."),
        ("en/areas/B0101/index.html", "more people with little"),
    ] {
        assert!(text(&files, path).contains(told), "{path} lacks `{told}`");
    }
    // a number has a name
    assert!(text(&files, "gebieden/B0101/index.html").contains("Laag inkomen: 17,5"));
}

#[test]
fn more_events_than_people_are_not_compared() {
    let page = |count: &str| {
        page_where("B0101", "B0101;2024;1010;17,5;33,0;9", &format!("B0101;2024;1010;17,5;33,0;{count}"))
    };
    let told = "Er zijn hier meer inbraken dan mensen die er wonen.";
    let compared = "per 1.000 inwoners, hoger dan in Klein";
    let (few, many) = (page("1000"), page("1010"));
    assert!(few.contains(compared) && !few.contains(told), "{few}");
    assert!(many.contains(told) && many.contains("1.000,0") && !many.contains(compared), "{many}");
}

/// Volunteers have no limit that is reached, and so cannot be called worse than in the whole.
#[test]
fn what_cannot_be_compared_may_still_be_among_the_worst() {
    let town = Town::small().edit("data/indicators.toml", "threshold = 2\nkey", "threshold = 90\nkey").edit(
        "data/safety.csv",
        "B0103;2024;610;8,0;50,0;4",
        "B0103;2024;610;8,0;30,0;4",
    );
    let files = town.build(&["--only", "pages"]);
    let panels = |area: &str| panels(text(&files, &format!("gebieden/{area}/index.html")));
    let told = "Bij 1 van de 3 bekende cijfers van ‘Zorgindex’ hoort dit gebied bij de ongunstigste 25\u{a0}% van \
                de buurten: vrijwilligers.";
    assert!(panels("B0103").contains(told), "{}", panels("B0103"));
    assert!(!panels("B0201").contains("bekende cijfers van ‘Zorgindex’ hoort"), "{}", panels("B0201"));
}

/// 5 of 400 people are 1.25 points.
#[test]
fn a_difference_of_few_people_is_none() {
    let page = |share: &str| {
        page_where("B0202", "B0202;2024;420;.;52,0*;3", &format!("B0202;2024;420;{share};52,0*;3"))
    };
    let changed = "Laag inkomen: gestegen van 9,0";
    assert!(!page("10,2").contains(changed));
    assert!(page("10,3").contains(changed));
}

#[test]
fn a_score_says_which_domains_it_lacks() {
    let lacking = Town::small()
        .edit("data/indices/zorg.toml", "weight     = 2", "weight     = 1")
        .edit("data/indices/zorg.toml", "eligible", "minimum_known = 0.4\neligible")
        .edit(
            "data/indices/zorg.toml",
            "laag_inkomen = 1",
            "laag_inkomen = { weight = 1, sparse = { nl = \"ja\", en = \"yes\" } }",
        );
    let files = lacking.build(&["--only", "pages"]);
    let pages = files.iter().filter(|(path, _)| path.starts_with("gebieden/B"));
    let told: Vec<&str> = pages
        .filter_map(|(path, page)| {
            let page = std::str::from_utf8(page).ok()?;
            page.contains("telt niet mee, want daarover is te weinig bekend: de score gaat over 50\u{a0}%")
                .then_some(path.as_str())
        })
        .collect();
    assert_eq!(told.len(), 1, "{told:?}");
}

#[test]
fn a_map_in_one_colour_is_a_sentence() {
    let town = |map: &str| {
        Town::small()
            .edit("site.toml", "population = ", &format!("map = \"{map}\"\npopulation = "))
            .edit("data/safety.csv", "B0102;2024;510;10,2", "B0102;2024;510;17,5")
            .edit("data/safety.csv", "B0103;2024;610;8,0", "B0103;2024;610;17,5")
    };
    let files =
        town("laag_inkomen").edit("data/indicators.toml", "threshold = 1\n", "").build(&["--only", "pages"]);
    let told =
        "Laag inkomen: in de 3 buurten van de wijk Oost &amp; West met een cijfer is dat 17,5\u{a0}% (2024).";
    let is_mapped = |area: &str| {
        let page = text(&files, &format!("gebieden/{area}/index.html"));
        (page.contains(told), page.contains("Laag inkomen per buurt: "))
    };
    assert_eq!((is_mapped("W01"), is_mapped("B0101")), ((true, false), (true, false)));
    // of all neighbourhoods of the town some have another number
    assert_eq!(is_mapped("S1"), (false, true));
    let english = text(&files, "en/areas/W01/index.html");
    assert!(english.contains("with a known figure it is 17.5% (2024)."), "{english}");
    // numbers that differ by less than a difference are not told
    let alike = town("laag_inkomen").build(&["--only", "pages"]);
    let page = text(&alike, "gebieden/W01/index.html");
    assert!(!page.contains("met een cijfer is dat") && !page.contains("Laag inkomen per buurt: "), "{page}");
    // what a model estimated is called an estimate
    let files = town("laag_inkomen")
        .edit("data/indicators.toml", "threshold = 1\n", "kind = \"model\"\nmeasured = \"wijk\"\n")
        .build(&["--only", "pages"]);
    let page = text(&files, "gebieden/W01/index.html");
    assert!(page.contains("is dat 17,5\u{a0}% (2024, schatting)."), "{page}");
}

#[test]
fn who_drew_the_borders_is_named_where_they_are_drawn() {
    let town = |source: &str| {
        let sources = include_str!("../towns/small/data/sources.toml");
        Town::small()
            .write("data/sources.toml", format!("{sources}\n[kaart]\nname = \"Landmeters & zonen\"\n"))
            .edit("data/boundaries.toml", "crs  =", &format!("source = \"{source}\"\ncrs  ="))
    };
    let files = town("kaart").build(&["--only", "pages"]);
    let named = "<li>Landmeters &amp; zonen</li>";
    for (path, is_named) in
        [("gebieden/B0101", true), ("gebieden/S1", true), ("methode", true), ("gebieden/B0203", false)]
    {
        let page = text(&files, &format!("{path}/index.html"));
        assert_eq!(page.contains(named), is_named, "{path}: {page}");
    }
    let wrong = town("kart").problems();
    assert!(wrong.contains("did you mean `kaart`?"), "{wrong}");
}
