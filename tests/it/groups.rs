//! Figures of groups of people: read in three forms, reckoned, told, kept secret.

use brede::model::atlas::{Atlas, Reading};

use crate::town::{Town, text};

const GROUPS: &str = "\
[leeftijd]
name = { nl = \"leeftijd\", en = \"age\" }

[leeftijd.groups]
jong = { name = { nl = \"tot 40 jaar\", en = \"under 40\" }, people = { nl = \"mensen tot 40 jaar\", en = \"people under 40\" } }
oud  = { name = { nl = \"40 jaar en ouder\", en = \"40 and over\" }, people = { nl = \"mensen van 40 jaar en ouder\", en = \"people aged 40 and over\" } }
";

/// Of 3,160 people 1,360 are young; of the young 24 of 100 volunteer, of the old 53,8; of 24 burglaries 17 are
/// in homes of the young.
const WIDE: &str = "\
area;young;old;young_vol;old_vol;young_margin;young_burg;old_burg
S1;1360;1800;24,0;53,8;1,5;17;7
B0101;610;400;21,0;51,3;4,0;8;1
B0102;250;260;43,0;45,0;9,0;2;3
B0103;200;410;31,0;59,3;6,0;3;1
B0201;200;410;30,0;59,8;6,0;2;1
B0202;100;320;x;60,0;.;2;1
B0203;;;;;;0;0
";

const SETTINGS: &str = "\
file    = \"groups.csv\"
source  = \"count\"
area    = \"area\"
period  = 2024
missing = { \".\" = \"missing\", \"x\" = \"suppressed\" }

[columns]
inwoners      = { groups = { jong = \"young\", oud = \"old\" } }
vrijwilligers = { groups = { jong = { column = \"young_vol\", margin = \"young_margin\" }, oud = \"old_vol\" } }
inbraken      = { groups = { jong = \"young_burg\", oud = \"old_burg\" } }
";

/// A column for each group.
fn wide() -> Town {
    Town::small()
        .write("data/groups.toml", GROUPS)
        .write("data/by-group.toml", SETTINGS)
        .write("data/groups.csv", WIDE)
}

/// The same in rows that say of whom they are.
fn long() -> Town {
    let mut rows = vec!["area;of;inwoners;vrijwilligers;marge;inbraken".to_owned()];
    for line in WIDE.lines().skip(1) {
        let cells: Vec<&str> = line.split(';').collect();
        let [area, young, old, young_vol, old_vol, margin, young_burg, old_burg] = cells[..] else {
            panic!("eight cells");
        };
        rows.push(format!("{area};1;{young};{young_vol};{margin};{young_burg}"));
        rows.push(format!("{area};2;{old};{old_vol};;{old_burg}"));
        rows.push(format!("{area};3;1;1;1;1"));
    }
    let settings = "\
file    = \"groups.csv\"
source  = \"count\"
area    = \"area\"
period  = 2024
missing = { \".\" = \"missing\", \"x\" = \"suppressed\" }
group   = { column = \"of\", is = { \"1\" = \"jong\", \"2\" = \"oud\" } }

[columns]
inwoners      = \"inwoners\"
vrijwilligers = { column = \"vrijwilligers\", margin = \"marge\" }
inbraken      = \"inbraken\"
";
    wide().write("data/groups.csv", rows.join("\n")).write("data/by-group.toml", settings)
}

/// The same in a file for each group.
fn apart() -> Town {
    let of = |group: &str, column: &str, margin: &str| {
        format!(
            "file = \"groups.csv\"\nsource = \"count\"\narea = \"area\"\nperiod = 2024\ngroup = \"{group}\"\n\
             missing = {{ \".\" = \"missing\", \"x\" = \"suppressed\" }}\n[columns]\ninwoners = \"{column}\"\n\
             vrijwilligers = {{ column = \"{column}_vol\"{margin} }}\ninbraken = \"{column}_burg\"\n"
        )
    };
    wide()
        .write("data/by-group.toml", of("jong", "young", ", margin = \"young_margin\""))
        .write("data/by-group-2.toml", of("oud", "old", ""))
}

/// Every figure of a group by its id, area and what it is.
fn told(atlas: &Atlas) -> Vec<String> {
    let of_groups = atlas.breakdowns().iter().flat_map(|it| it.groups.iter().map(|(_, id)| *id));
    of_groups
        .flat_map(|id| {
            let areas = atlas.areas().map(move |(area, told)| {
                let (reading, margin) = (atlas.reading(area, id, 2024), atlas.margin(area, id, 2024));
                format!("{} {} {reading:?} {margin:?}", atlas.indicator(id).id, told.code)
            });
            areas.collect::<Vec<String>>()
        })
        .collect()
}

#[test]
fn three_forms_say_the_same() {
    let expected = told(&wide().atlas());
    assert_eq!(told(&long().atlas()), expected);
    assert_eq!(told(&apart().atlas()), expected);
    // two groups each of people, volunteers, burglaries, and burglaries per 1,000, of all nine areas
    assert_eq!(expected.len(), 2 * 4 * 9);
}

#[test]
fn what_is_computed_and_what_goes_up_is_so_for_groups_too() {
    let atlas = wide().atlas();
    let value = |id: &str, code: &str| {
        let mut all = atlas.indicators_and_groups();
        let (id, _) = all.find(|(_, indicator)| indicator.id == id).expect("a figure of a group");
        atlas.reading(atlas.find(code).expect("an area"), id, 2024)
    };
    // 8 of 610
    let found = value("inbraken_per_1000@jong", "B0101").value().expect("both are known");
    assert!((found - 8.0 / 0.61).abs() < 1e-9);
    // (610 × 21 + 250 × 43 + 200 × 31) ÷ 1060 = 28.07, as fine as its parts
    assert_eq!(value("vrijwilligers@jong", "W01").value(), Some(28.1));
    assert_eq!(value("inwoners@oud", "W01").value(), Some(1070.0));
    assert!(matches!(value("vrijwilligers@jong", "B0202"), Reading::Absent(_)));
    // no list holds them
    assert!(atlas.indicators().all(|(_, indicator)| !indicator.id.contains('@')));
    assert!(atlas.find_indicator("vrijwilligers@jong").is_none());
}

#[test]
fn groups_are_held_against_everybody_and_each_other() {
    let files = wide().build(&["--only", "pages"]);
    let page = text(&files, "index.html").len();
    assert!(page > 0);
    let town = text(&files, "gebieden/S1/index.html");
    for said in [
        "<p class=\"kicker\">Naar leeftijd</p>",
        "Vrijwilligers: verschil naar leeftijd",
        "Vrijwilligers in 2024, alle groepen samen: 41,0\u{a0}%.",
        "Het is lager bij mensen tot 40 jaar (24,0\u{a0}%).",
        "Het is hoger bij mensen van 40 jaar en ouder (53,8\u{a0}%).",
        "Bij mensen tot 40 jaar is het 29,8 procentpunt lager dan bij mensen van 40 jaar en ouder.",
        // 24 % of 1,360
        "325\u{a0}inwoners",
    ] {
        assert!(town.contains(said), "{said}: {town}");
    }
    let mut drawn = town.split("<svg").filter_map(|svg| svg.split_once("</svg>")).map(|(svg, _)| svg);
    let drawn = drawn.find(|svg| svg.contains("Cijfers naar leeftijd")).expect("it is drawn");
    for said in [
        "aria-label=\"Cijfers naar leeftijd: Klein. Vrijwilligers: Iedereen 41,0\u{a0}%; tot 40 jaar 24,0\u{a0}%; \
         40 jaar en ouder 53,8\u{a0}%. Inbraken per 1.000 inwoners: ",
        ">Vrijwilligers (%)</text>",
        ">tot 40 jaar</text>",
    ] {
        assert!(drawn.contains(said), "{said}: {drawn}");
    }
    // two groups of two indicators; everybody has a line
    assert_eq!(drawn.matches("<circle").count(), 4, "{drawn}");
    // 43,0 ± 9,0 beside 44,0 and 45,0: less than the margin
    let page = text(&files, "en/areas/B0102/index.html");
    for said in [
        "It is about the same among people under 40 (43.0%) and people aged 40 and over (45.0%).",
        "There is no clear difference between people under 40 and people aged 40 and over.",
        "Volunteers: little difference by age",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    // one group is secret: the other is told beside everybody
    let page = text(&files, "gebieden/B0202/index.html");
    assert!(page.contains("Het is hoger bij mensen van 40 jaar en ouder (60,0\u{a0}%)."), "{page}");
    assert!(!page.contains("procentpunt lager dan bij mensen van 40"));
    // nobody lives there
    assert!(!text(&files, "gebieden/B0203/index.html").contains("Naar leeftijd"));
    assert!(text(&files, "cijfers/vrijwilligers/index.html").contains("Naar leeftijd"));
    assert!(!text(&files, "cijfers/laag_inkomen/index.html").contains("Naar leeftijd"));
}

#[test]
fn of_estimates_and_of_few_people_no_difference_is_told() {
    let town = wide().edit("data/indicators.toml", "kind      = \"survey\"", "kind      = \"model\"");
    let files = town.build(&["--only", "pages"]);
    let page = text(&files, "gebieden/B0101/index.html");
    assert!(page.contains("Dit zijn schattingen van een model."), "{page}");
    assert!(page.contains(
        "Per groep: mensen tot 40 jaar (21,0\u{a0}%) en mensen van 40 jaar en ouder (51,3\u{a0}%)."
    ));
    let files = wide()
        .edit("site.toml", "population =", "judged_from = 600\npopulation =")
        .edit(
            "data/indices/zorg.toml",
            "inbraken_per_1000 = 1",
            "inbraken_per_1000 = { weight = 1, sparse = \"Weinig mensen.\" }",
        )
        .build(&["--only", "pages"]);
    let page = text(&files, "gebieden/B0102/index.html");
    assert!(page.contains("Vrijwilligers naar leeftijd"), "{page}");
    assert!(!page.contains("Het is ongeveer gelijk bij"));
}

#[test]
fn data_files_say_of_whom() {
    let files = wide().build(&["--only", "pages"]);
    let rows = text(&files, "data/areas/B0101.csv");
    assert!(rows.lines().next().is_some_and(|head| head.ends_with(",differs,group")));
    for row in [
        "B0101,Één,buurt,vrijwilligers,2024,33,value,false,published,,,survey,,,,,",
        "B0101,Één,buurt,vrijwilligers,2024,21,value,false,published,,,survey,17,25,,,jong",
        "B0101,Één,buurt,vrijwilligers,2024,51.3,value,false,published,,,survey,,,,,oud",
    ] {
        assert!(rows.lines().any(|line| line == row), "{row}: {rows}");
    }
    for file in ["data/indicators/vrijwilligers.csv", "data/readings.csv"] {
        assert!(text(&files, file).contains(",17,25,,,jong"), "{file}");
    }
    insta::assert_snapshot!(text(&files, "data/groups.csv"));
    assert!(text(&files, "downloads/index.html").contains("data/groups.csv"));
    assert!(!Town::small().build(&["--only", "pages"]).contains_key("data/groups.csv"));
}

#[test]
fn a_text_asks_for_a_group() {
    let town = wide().write(
        "content/areas/B0101.md",
        "Van de jongeren is {{ value(\"vrijwilligers\", group=\"jong\") }} vrijwilliger.\n\n\
         {{ figure(\"groups\", indicator=\"vrijwilligers\", by=\"leeftijd\", title=\"Jong en oud\") }}\n",
    );
    let files = town.build(&["--only", "pages"]);
    let page = text(&files, "gebieden/B0101/index.html");
    assert!(page.contains("21,0\u{a0}% (2024)</data>") || page.contains("21,0\u{a0}% (2024)"), "{page}");
    assert!(page.contains("Vrijwilligers, tot 40 jaar, Één, 2024"), "{page}");
    assert!(page.contains("Jong en oud"));
}

#[test]
fn a_group_of_too_few_people_does_not_follow_from_the_others() {
    let town = wide().edit("site.toml", "population =", "suppress_below = 150\npopulation =");
    let atlas = town.atlas();
    let secret = |id: &str| -> Vec<String> {
        let mut all = atlas.indicators_and_groups();
        let (id, _) = all.find(|(_, indicator)| indicator.id == id).expect("a figure of a group");
        let areas = atlas.areas().filter(|(area, _)| {
            atlas.reading(*area, id, 2024) == Reading::Absent(brede::model::atlas::Absence::Suppressed)
        });
        areas.map(|(_, area)| area.code.clone()).collect()
    };
    // 100 young people in B0202; B0201 is all there is to hide it behind
    for id in ["inbraken@jong", "inbraken@oud", "inbraken_per_1000@jong", "inbraken_per_1000@oud"] {
        assert_eq!(secret(id), ["B0201", "B0202"], "{id}");
    }
    assert_eq!(secret("inbraken"), [""; 0]);
}

#[test]
fn groups_that_cannot_be() {
    let town = wide()
        .edit("data/groups.toml", "jong =", "all = { name = \"Allen\", people = \"allen\" }\njong =")
        .edit("data/groups.toml", "[leeftijd.groups]", "against = [\"jong\", \"jong\"]\n\n[leeftijd.groups]")
        .edit("data/by-group.toml", "jong = \"young\"", "jongen = \"young\"");
    insta::assert_snapshot!(town.problems());
    let town = wide().edit("data/by-group.toml", "period  = 2024", "period  = 2024\ngroup = \"oud\"");
    insta::assert_snapshot!(town.problems());
    let town = long().edit("data/by-group.toml", "\"2\" = \"oud\"", "\"2\" = \"oude\", \"9\" = \"jong\"");
    insta::assert_snapshot!(town.problems());
    let town = long().edit("data/by-group.toml", "column = \"of\"", "column = \"off\"");
    insta::assert_snapshot!(town.problems());
    // not known of how many people they are
    let town = wide().edit("site.toml", "population =", "suppress_below = 10\npopulation =").edit(
        "data/by-group.toml",
        "inwoners      =",
        "# inwoners =",
    );
    insta::assert_snapshot!(town.problems());
    let town = wide().write(
        "content/areas/B0101.md",
        "{{ value(\"vrijwilligers\", group=\"jonge\") }} {{ value(\"laag_inkomen\", group=\"jong\") }}\n\n\
         {{ figure(\"groups\", indicator=\"vrijwilligers\", by=\"leeftij\") }}\n\n\
         {{ figure(\"groups\", indicator=\"vrijwilligers\", by=\"leeftijd\", period=2020) }}\n",
    );
    insta::assert_snapshot!(town.problems());
}
