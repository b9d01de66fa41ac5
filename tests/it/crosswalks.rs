//! Areas of earlier years carried over to those of today.

use brede::model::atlas::{Absence, Atlas, Origin, Reading};

use crate::town::Town;

/// Two old neighbourhoods became two new ones; a third got another code, twice.
const CHANGES: &str = "\
old;new;year;part
X1;B0101;2022;1
X2;B0101;2022;0,5
X2;B0102;2022;0,5
X0;X3;2021;1
X3;B0103;2022;1
";

const SETTINGS: &str = "[buurten]\nfile = \"changes.csv\"\nlevel = \"buurt\"\nfrom = \"old\"\nto = \"new\"\nyear = \"year\"\nshare = \"part\"\n";

fn town() -> Town {
    Town::small()
        .write("data/changes.csv", CHANGES)
        .write("data/crosswalks.toml", SETTINGS)
        .edit("data/safety.csv", "B0101;2020;1000;20,0;30,0;12", "X1;2020;800;20,0;30,0;10")
        .edit("data/safety.csv", "B0102;2020;500;10,0;45,0;6", "X2;2020;400;10,0;45,0;6")
        .edit("data/safety.csv", "B0103;2020;600", "X0;2020;600")
}

fn reading(atlas: &Atlas, area: &str, indicator: &str) -> Reading {
    let area = atlas.find(area).expect("an area of the town");
    atlas.reading(area, atlas.find_indicator(indicator).expect("an indicator of the town"), 2020)
}

fn estimated(value: f64) -> Reading {
    Reading::Value { value, origin: Origin::Crosswalked, is_provisional: false }
}

/// Of whole areas, of which nothing has to be estimated.
fn merged(value: f64) -> Reading {
    Reading::Value { value, origin: Origin::Merged, is_provisional: false }
}

#[test]
fn counts_go_by_share_and_shares_by_people() {
    for town in [town(), town().turn("data/changes.csv"), town().turn("data/safety.csv")] {
        let atlas = town.atlas();
        for (area, indicator, expected) in [
            ("B0101", "inwoners", estimated(1000.0)),
            ("B0102", "inwoners", estimated(200.0)),
            // (20 · 800 + 10 · 200) ÷ 1000
            ("B0101", "laag_inkomen", estimated(18.0)),
            ("B0102", "laag_inkomen", estimated(10.0)),
            ("B0101", "inbraken", estimated(13.0)),
            ("B0101", "inbraken_per_1000", estimated(13.0)),
            ("B0103", "laag_inkomen", Reading::published(8.0)),
            ("B0103", "inwoners", Reading::published(600.0)),
        ] {
            assert_eq!(reading(&atlas, area, indicator), expected, "{indicator} of {area}");
        }
    }
}

#[test]
fn readers_are_told_that_a_figure_is_estimated() {
    let files = town().build(&["--only", "pages"]);
    let text = |path: &str| std::str::from_utf8(&files[path]).expect("it is UTF-8").to_owned();
    assert!(text("data/areas/B0101.csv").contains(",laag_inkomen,2020,18,value,false,crosswalked,"));
    assert!(text("data/areas/B0103.csv").contains(",laag_inkomen,2020,8,value,false,published,"));
    let changed = "De grenzen van dit gebied zijn veranderd.";
    assert!(text("gebieden/B0101/index.html").contains(changed));
    assert!(!text("gebieden/B0103/index.html").contains(changed));
    let output = town().run(&["explain", "B0101", "zorg", "site", "--period", "2020"]);
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(told.contains("omgerekend naar de grenzen van nu"), "{told}");
}

#[test]
fn nothing_is_carried_over_that_is_not_known() {
    let secret = town().edit("data/safety.csv", "X2;2020;400;10,0", "X2;2020;400;x").atlas();
    for area in ["B0101", "B0102"] {
        assert_eq!(reading(&secret, area, "laag_inkomen"), Reading::Absent(Absence::Suppressed));
    }
    let missing = town().edit("data/safety.csv", "X1;2020;800;20,0", "X1;2020;800;.").atlas();
    assert_eq!(reading(&missing, "B0101", "laag_inkomen"), Reading::MISSING);
    assert_eq!(reading(&missing, "B0102", "laag_inkomen"), estimated(10.0));
    // without its people, an area brings along nobody knows how much
    let uncounted = town().edit("data/safety.csv", "X1;2020;800;", "X1;2020;;").atlas();
    assert_eq!(reading(&uncounted, "B0101", "laag_inkomen"), Reading::MISSING);
    assert_eq!(reading(&uncounted, "B0102", "laag_inkomen"), estimated(10.0));
    let median =
        town().edit("data/indicators.toml", "measure   = \"share\"", "measure   = \"other\"").atlas();
    assert_eq!(reading(&median, "B0101", "laag_inkomen"), Reading::MISSING);
    assert_eq!(reading(&median, "B0103", "laag_inkomen"), Reading::published(8.0));
}

#[test]
fn what_is_told_of_an_area_itself_goes_before() {
    let told = town().edit("data/safety.csv", "X1;2020", "B0101;2020;990;19,0;;\nX1;2020").atlas();
    assert_eq!(reading(&told, "B0101", "laag_inkomen"), Reading::published(19.0));
    assert_eq!(reading(&told, "B0101", "inbraken"), estimated(13.0));
    // an area that keeps its code, and was smaller before
    let grown = Town::small()
        .write("data/changes.csv", "old;new;year;part\nB0102;B0102;2022;1\nX9;B0102;2022;1\n")
        .write("data/crosswalks.toml", SETTINGS)
        .edit("data/safety.csv", "B0102;2020", "X9;2020;100;40,0;45,0;1\nB0102;2020");
    let atlas = grown.atlas();
    assert_eq!(reading(&atlas, "B0102", "inwoners"), merged(600.0));
    assert_eq!(reading(&atlas, "B0102", "laag_inkomen"), merged(15.0));
    let files = grown.build(&["--only", "pages"]);
    let page = std::str::from_utf8(&files["gebieden/B0102/index.html"]).expect("it is UTF-8");
    assert!(page.contains("daarom samengeteld uit de gebieden van toen."), "{page}");
    assert!(!page.contains("daarom geschat"));
    let csv = std::str::from_utf8(&files["data/areas/B0102.csv"]).expect("it is UTF-8");
    assert!(csv.contains(",laag_inkomen,2020,15,value,false,merged,"), "{csv}");
    // what is within the borders of now is no longer about what it was
    let within = grown
        .edit("data/safety.csv", "X9;2020;100;40,0;45,0;1\n", "")
        .edit("data/safety.toml", "area    =", "borders = 2024\narea    =")
        .atlas();
    assert_eq!(reading(&within, "B0102", "inwoners"), Reading::published(500.0));
}

#[test]
fn crosswalks_that_cannot_be() {
    let town = town().write(
        "data/changes.csv",
        "old;new;year;part\nX1;B0101;2022;0,6\nX1;B0102;2022;0,3\nX2;B0101;2022;1,5\nX3;B0103;2022;1\n\
         X3;B0103;2022;1\nX4;B9999;2022;1\nX5;W01;2022;1\nX6;X7;2021;1\nX7;X6;2021;1\nX8;B0103;vorig;1\n;B0103;2022;1\n",
    );
    insta::assert_snapshot!("a_broken_crosswalk", town.problems());
    let settings = Town::small().write(
        "data/crosswalks.toml",
        "[a]\nfile = \"changes.csv\"\nlevel = \"buurtt\"\nfrom = \"old\"\nyear = [2022]\nto_ = \"new\"\n",
    );
    insta::assert_snapshot!("crosswalks_in_the_settings", settings.problems());
}
