//! Area sets, and sites about a part of their areas.

use crate::town::{Town, text};

/// Every neighbourhood but the park has a low income that is known.
fn town() -> Town {
    Town::small().edit("data/safety.csv", "B0202;2024;420;.", "B0202;2024;420;12,0")
}

const RIVER: &str = "[rivier]\nname = \"Langs de rivier\"\nkind = { nl = \"programmagebied\", en = \"programme area\" }\nareas = [\"B0101\", \"B0201\"]\n";

#[test]
fn a_set_is_told_beside_the_rest_and_the_whole() {
    let town = town().write("data/sets.toml", RIVER);
    let files = town.edit("site.toml", "\"buurt\"]", "\"buurt\", \"sets\"]").build(&[]);
    let page = text(&files, "gebieden/rivier/index.html");
    for told in [
        // 1,010 and 610 of 3,160 people; (17.5 × 1010 + 8 × 610) ÷ 1620 = 13.92
        "Langs de rivier is een programmagebied in Klein. Er wonen 1.620 mensen (2024). Dat is 51\u{a0}% van de inwoners van Klein.",
        "<p class=\"key-value\">13,9\u{a0}%</p>",
        // (10.2 × 510 + 8 × 610 + 12 × 420) ÷ 1540 = 9.82, without the park, whose people are not counted
        "hoger dan in Klein (11,0\u{a0}%) en de rest van Klein (9,8\u{a0}%, berekend uit 3 van de 4 buurten)",
        "<small>de rest van Klein: berekend uit 3 van de 4 buurten</small>",
        "Dit gebied is samengesteld uit delen, en de cijfers zijn daaruit berekend.",
        "<th scope=\"col\">de rest van Klein</th>",
        "Langs de rivier: de 2 buurten",
    ] {
        assert!(page.contains(told), "the page lacks `{told}`");
    }
    assert!(text(&files, "en/areas/rivier/index.html").contains("(programme area) is part of Klein."));
    assert!(text(&files, "gebieden/B0101/index.html").contains(">Langs de rivier (programmagebied)</a>"));
    assert!(text(&files, "gebieden/S1/index.html").contains("Een gebied in Klein met een eigen pagina"));
    assert!(files.contains_key("gebieden/rivier/factsheet.pdf"));
    assert!(text(&files, "areas.js").contains("Langs de rivier"));
    assert_eq!(text(&files, "data/sets.csv"), "set,area\r\nrivier,B0101\r\nrivier,B0201\r\n");
    let readings = text(&files, "data/areas/rivier.csv");
    assert!(
        readings
            .contains("rivier,Langs de rivier,set,inwoners,2024,1620,value,false,from-parts,2,2,register")
    );
}

#[test]
fn a_list_a_file_and_a_column_give_the_same_set() {
    let listed = town().write("data/sets.toml", RIVER).build(&["--only", "pages"]);
    let file = RIVER.replace(
        "areas = [\"B0101\", \"B0201\"]",
        "file = \"river.csv\"\narea = \"code\"\nwhere = { bank = \"links\" }",
    );
    let rows = "code,bank,set,name\nB0101,links,rivier,Langs de rivier\nB0102,rechts,,\nB0201,links,rivier,Langs de rivier\n";
    let from_file = town().write("data/sets.toml", &file).write("data/river.csv", rows);
    assert!(listed == from_file.build(&["--only", "pages"]));
    let each = "[x]\nkind = { nl = \"programmagebied\", en = \"programme area\" }\nfile = \"river.csv\"\narea = \"code\"\neach = { code = \"set\", name = \"name\" }\n";
    let from_column = town().write("data/sets.toml", each).write("data/river.csv", rows);
    assert!(listed == from_column.build(&["--only", "pages"]));
    let named = each.replace("{ code = \"set\", name = \"name\" }", "\"name\"");
    let files =
        town().write("data/sets.toml", named).write("data/river.csv", rows).build(&["--only", "pages"]);
    assert!(text(&files, "gebieden/langs-de-rivier/index.html").contains("Er wonen 1.620 mensen"));
}

#[test]
fn a_published_figure_wins_over_that_of_the_parts() {
    let town = town().write("data/sets.toml", RIVER);
    let town = town.edit("data/safety.csv", "S1;2024", "rivier;2024;1650;14,4;;\nS1;2024");
    let files = town.build(&["--only", "pages"]);
    let page = text(&files, "gebieden/rivier/index.html");
    assert!(page.contains("Er wonen 1.650 mensen (2024)."));
    assert!(page.contains("<p class=\"key-value\">14,4\u{a0}%</p>"));
}

#[test]
fn a_site_about_a_part_still_counts_all() {
    let all = town().build(&["--only", "pages"]);
    let part = || town().edit("site.toml", "population =", "publish = \"W01\"\npopulation =");
    let files = part().build(&[]);
    let areas: Vec<&String> =
        files.keys().filter(|path| path.starts_with("gebieden/") && path.ends_with(".html")).collect();
    assert_eq!(
        areas,
        [
            "gebieden/B0101/index.html",
            "gebieden/B0102/index.html",
            "gebieden/B0103/index.html",
            "gebieden/W01/index.html",
            "gebieden/index.html",
        ]
    );
    let page = text(&files, "gebieden/B0101/index.html");
    assert!(page.contains("hoger dan in Klein (11,0\u{a0}%)"), "the whole is still compared with");
    assert!(!page.contains("gebieden/S1/"), "and has no page");
    let class = |files| {
        let rows = text(files, "data/indices/zorg.csv").lines();
        rows.filter(|row| row.starts_with("B01")).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(class(&files), class(&all), "scores, ranks and classes are those of all areas");
    assert_eq!(text(&files, "data/indices/zorg.csv").lines().count(), 1 + class(&files).len());
    let codes: std::collections::BTreeSet<&str> =
        text(&files, "data/readings.csv").lines().skip(1).filter_map(|row| row.split(',').next()).collect();
    assert_eq!(codes.into_iter().collect::<Vec<_>>(), ["B0101", "B0102", "B0103", "S1", "W01"]);
    assert!(!text(&files, "areas.js").contains("B02"));
    let of_set = part().edit("site.toml", "\"W01\"", "\"rivier\"").write("data/sets.toml", RIVER);
    let of_set = of_set.remove("content/areas/B0102.md").build(&["--only", "pages"]);
    assert!(of_set.contains_key("gebieden/B0201/index.html"));
    assert!(!of_set.contains_key("gebieden/W01/index.html"));
}

#[test]
fn sets_that_cannot_be() {
    let sets = "\
[dubbel]
name  = \"Dubbel\"
areas = [\"W01\", \"B0101\"]

[buiten]
name   = \"Buiten\"
areas  = [\"B0201\"]
within = \"W01\"

[onbekend]
name  = \"Onbekend\"
areas = [\"B0109\"]

[W02]
name  = \"Al een wijk\"
areas = [\"B0101\"]
";
    insta::assert_snapshot!(Town::small().write("data/sets.toml", sets).problems());
    let sets = "\
[niets]
name = \"Niets\"

[leeg]
name  = \"Leeg\"
areas = []

[beide]
name  = \"Beide\"
areas = [\"B0101\"]
each  = \"naam\"

[naamloos]
areas = [\"B0101\"]
kinds = \"gebied\"
";
    insta::assert_snapshot!(Town::small().write("data/sets.toml", sets).problems());
    let town = Town::small().edit("site.toml", "population =", "publish = \"W03\"\npopulation =");
    insta::assert_snapshot!(town.problems());
}
