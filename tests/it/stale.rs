//! One input changed after another, in an order that a seed decides: what a build adds to the tree of the one
//! before is what a clean build makes, byte for byte.

use std::collections::BTreeMap;

use crate::town::Town;

#[derive(Clone, Copy, Debug)]
enum Change {
    /// A text for another, in a file that has it.
    Edit(&'static str, &'static str, &'static str),
    Write(&'static str, &'static str),
    Remove(&'static str),
}

use Change::{Edit, Remove, Write};

/// Each may be made before or after any other.
const CHANGES: [Change; 36] = [
    Edit("data/safety.csv", "B0101;2024;1010;17,5", "B0101;2024;1010;17,9"),
    Edit("data/safety.csv", "S1;2024;3160;11,0", "S1;2024;3160;11,5"),
    Edit("data/safety.csv", "B0201;2024;610;8,0", "B0201;2024;610;x"),
    Edit("data/survey.csv", "B0102;57,5", "B0102;40,0"),
    Edit("data/survey.csv", "66,5;61", "66,5;64"),
    Edit("data/areas.csv", "Café-kwartier", "Kerkwijk"),
    Edit("data/areas.csv", "B0103,Gelijk", "B0103,Anders"),
    Edit("data/buurten.geojson", "[4.51, 53.006]", "[4.511, 53.006]"),
    Edit("data/boundaries.toml", "[", "close_gaps = 20\n["),
    Edit("data/indicators.toml", "threshold = 1\n", "threshold = 2\n"),
    Edit("data/indicators.toml", "en = \"Volunteers\"", "en = \"People who volunteer\""),
    Edit("data/themes.toml", "lens", "about = \"Over dit thema.\"\nlens"),
    Edit("data/sources.toml", "name", "url = \"https://example.com/\"\nname"),
    Edit("data/indices/zorg.toml", "weight     = 2", "weight     = 3"),
    Edit("site.toml", "Klein & fijn", "Klein & groot"),
    Edit("site.toml", "[outputs]", "[look]\nprimary = \"#204080\"\n\n[outputs]"),
    Edit("site.toml", "2025-01-31", "2025-02-01"),
    Edit("site.toml", "een feest", "een groot feest"),
    Edit("data/indicators.toml", "theme     = \"samen\"\n", "theme     = \"samen\"\ncarry     = 4\n"),
    Edit("content/stories/een.md", "een laag inkomen", "te weinig geld"),
    Edit("content/stories/een.md", "Eén verhaal", "Nog een verhaal"),
    Edit("content/stories/een.md", "een-verhaal", "het-verhaal"),
    Edit("content/areas/B0102.md", "Hier wonen", "Er wonen"),
    Remove("content/stories/een.en.md"),
    Write("content/stories/twee.md", "+++\ntitle = \"Twee\"\n+++\n\nTekst.\n"),
    Write("content/stories/twee.en.md", "+++\ntitle = \"Two\"\n+++\n\nText.\n"),
    Write("content/pages/over.md", "+++\ntitle = \"Over ons\"\n+++\n\nTekst.\n"),
    Write("templates/strings/nl.ftl", "page-home = Voorpagina\n"),
    Write("templates/css/brede.css", "body { color: red }\n"),
    Write("templates/js/brede.js", "// nothing\n"),
    Write("templates/html/not-found.html", "<h1>{{ t(\"page-home\") }}</h1>"),
    Write("data/sets.toml", "[rivier]\nname = \"Langs de rivier\"\nareas = [\"B0101\", \"B0201\"]\n"),
    Write("assets/note.txt", "een bestand"),
    Edit("data/by-age.csv", "B0102;30,0", "B0102;40,0"),
    Edit("data/by-age.csv", "S1;41,0", "S1;41,5"),
    Edit("data/groups.toml", "\"tot 40 jaar\"", "\"onder de 40\""),
];

/// Marsaglia's xorshift: the same order on every machine.
fn shuffled(mut state: u64) -> Vec<Change> {
    let mut changes = CHANGES.to_vec();
    for last in (1..changes.len()).rev() {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        changes.swap(last, (state % (last as u64 + 1)) as usize);
    }
    changes
}

/// A survey beside the other figures, whose numbers have margins.
fn with_margins(town: Town) -> Town {
    town.write(
        "data/survey.toml",
        "file = \"survey.csv\"\nsource = \"count\"\narea = \"area\"\nperiod = 2024\n[columns]\n\
         gelukkig = { column = \"happy\", lower = \"from\", upper = \"to\", n = \"asked\" }\n",
    )
    .write(
        "data/survey.csv",
        "happy;area;from;to;asked\n70,0;S1;69,0;71,0;950\n62,0;B0102;57,5;66,5;61\n71,0;B0103;66,0;76,0;80\n",
    )
    .edit(
        "data/indicators.toml",
        "[inbraken]",
        "[gelukkig]\nname = \"Gelukkig\"\nunit = \"%\"\ndecimals = 1\ngood = \"high\"\nkind = \"survey\"\n\
         measure = \"share\"\nof = \"inwoners\"\ntheme = \"samen\"\nkey = true\n\n[inbraken]",
    )
}

/// Volunteers of two groups.
fn with_groups(town: Town) -> Town {
    let group =
        |id: &str, name: &str| format!("{id} = {{ name = \"{name}\", people = \"mensen {name}\" }}\n");
    let groups = [group("jong", "tot 40 jaar"), group("oud", "vanaf 40 jaar")].concat();
    town.write("data/groups.toml", format!("[leeftijd]\nname = \"leeftijd\"\n[leeftijd.groups]\n{groups}"))
        .write(
            "data/by-age.toml",
            "file = \"by-age.csv\"\nsource = \"count\"\narea = \"area\"\nperiod = 2024\n[columns]\n\
             vrijwilligers = { groups = { jong = \"young\", oud = \"old\" } }\n",
        )
        .write("data/by-age.csv", "area;young;old\nS1;41,0;42,0\nB0102;30,0;48,0\nB0103;50,0;49,5\n")
}

#[test]
fn a_build_after_a_change_gives_what_a_clean_one_gives() {
    // no text links to the one that goes
    let town = Town::small().edit("content/index.en.md", "[the story](stories/een.md)", "the story").edit(
        "site.toml",
        "[outputs]",
        "[[events]]\nyear = 2022\nname = \"een feest\"\n\n[outputs]",
    );
    // so that what is told of one place in the order hangs on the figures of all
    let town = town
        .edit("data/indices/zorg.toml", "laag_inkomen = 1", "laag_inkomen = { weight = 1, sparse = \"ja\" }")
        .edit("data/indices/zorg.toml", "[combine]", "[uncertainty]\nruns = 20\nweights = 0.5\n\n[combine]")
        .edit("site.toml", "id       = \"buurt\"", "id       = \"buurt\"\nranks    = true");
    let mut town = with_groups(with_margins(town));
    let files = town.build(&[]);
    let page = std::str::from_utf8(&files["gebieden/B0102/index.html"]).expect("a page is text");
    assert!(page.contains("Met andere keuzes"), "{page}");
    for change in shuffled(20_241_121) {
        town = match change {
            Edit(file, from, to) => town.edit(file, from, to),
            Write(file, text) => town.write(file, text),
            Remove(file) => town.remove(file),
        };
        let (after, clean) = (town.build(&[]), town.build_clean());
        let paths = after.keys().chain(clean.keys());
        let differ: Vec<&String> = paths.filter(|path| after.get(*path) != clean.get(*path)).collect();
        assert!(differ.is_empty(), "after {change:?} these differ: {differ:?}");
    }
}

/// Pages that were not made again may link to what is gone; they are not judged.
#[test]
fn a_part_may_be_made_when_addresses_went_away() {
    let town = Town::small();
    town.build(&[]);
    let town = town.edit("content/stories/een.md", "een-verhaal", "het-verhaal");
    town.build(&["--only", "documents"]);
    let town = town.edit("site.toml", "factsheets = [\"stad\", \"buurt\"]", "factsheets = [\"stad\"]");
    town.build(&["--only", "documents"]);
    let files = town.build(&[]);
    assert!(files == town.build_clean());
}

/// The text of an area, which page and PDF print, may link to a text whose address changes.
#[test]
fn a_factsheet_follows_the_address_that_it_links_to() {
    let town =
        Town::small().edit("content/areas/B0102.md", "Hier", "Zie [het verhaal](../stories/een.md). Hier");
    town.build(&[]);
    let town = town.edit("content/stories/een.md", "een-verhaal", "het-verhaal");
    assert!(town.build(&[]) == town.build_clean());
}

/// How many pages and data files a build of pages says that it made.
fn made(town: &Town) -> (usize, usize) {
    let output = town.run(&["build", "site", "--only", "pages"]);
    let said = String::from_utf8(output.stderr).expect("messages are UTF-8");
    let count = |what: &str| {
        let before = said.split(what).next().unwrap_or_default();
        let number = before.trim_end().rsplit([' ', '\n']).next().and_then(|number| number.parse().ok());
        if said.contains(what) { number.unwrap_or_else(|| panic!("{said}")) } else { 0 }
    };
    let pages = count(" page").max(count(" pages"));
    (pages, count(" data file"))
}

/// One of 97 neighbourhoods: its page, and those of the indicator, its theme and all themes; in two languages.
/// That of its district stays: the mean of its parts is written in tenths, and in tenths it is the same.
#[test]
fn a_changed_cell_makes_what_shows_it() {
    let town = Town::demo();
    let (pages, data) = made(&town);
    assert!(pages > 390 && data > 350, "{pages} {data}");
    assert_eq!(made(&town), (0, 0));
    let town = town.edit(
        "data/omgeving.csv",
        "DM020301,2024,afstand_huisarts,1.7",
        "DM020301,2024,afstand_huisarts,1.8",
    );
    // the area, the indicator and all readings, as CSV and JSON
    assert_eq!(made(&town), (8, 6));
    let explain = |path| {
        let output = town.run(&["build", "site", "--explain", path]);
        String::from_utf8(output.stdout).expect("answers are UTF-8")
    };
    assert!(explain("gebieden/DM020301/index.html").starts_with("nothing changed that it is made from:\n"));
    let town = town.edit(
        "data/omgeving.csv",
        "DM020301,2024,afstand_huisarts,1.8",
        "DM020301,2024,afstand_huisarts,1.9",
    );
    let why = town.run(&["build", "site", "--explain", "site/public/gebieden/DM020301/index.html"]);
    insta::assert_snapshot!(String::from_utf8_lossy(&why.stdout));
    let why = town.run(&["build", "site", "--explain", "gebieden/DM02030/index.html"]);
    insta::assert_snapshot!(String::from_utf8_lossy(&why.stderr));
}

#[test]
fn a_changed_story_makes_its_own_page() {
    let town = Town::demo();
    made(&town);
    let story = "content/stories/rijk-aan-elkaar.md";
    let text = std::fs::read_to_string(town.site().join(story)).expect("a story of the demo");
    let town = town.write(story, format!("{text}\nNog een zin.\n"));
    assert_eq!(made(&town), (1, 0));
    let town = town.write("templates/strings/nl.ftl", "page-home = Voorpagina\n");
    let (pages, data) = made(&town);
    assert!(pages > 390 && data == 0, "strings are on all pages and in no data: {pages} {data}");
}

/// Without an index the map is of the first key figure, and its table tells the margin of each area and what
/// its share is in people.
#[test]
fn a_page_follows_the_margins_and_counts_that_its_map_tells_of_others() {
    let not_key = "threshold = 1\nkey       = true";
    let town = with_margins(Town::small().remove("data/indices/zorg.toml"))
        .edit("data/indicators.toml", not_key, "threshold = 1")
        .edit("data/indicators.toml", &not_key.replace('1', "2"), "threshold = 2")
        .edit(
            "content/stories/een.md",
            "{{ figure(\"map\", index=\"zorg\", area=\"S1\", periods=[2020, 2024]) }}",
            "",
        )
        .edit("content/stories/een.md", "{{ class(\"zorg\", area=\"B0101\") }}", "daar");
    let page = "gebieden/B0103/index.html";
    let tells = |files: &BTreeMap<String, Vec<u8>>, text: &str| {
        assert!(String::from_utf8_lossy(&files[page]).contains(text), "{page} lacks {text}");
    };
    let before = town.build(&[]);
    tells(&before, "57,5–66,5");
    tells(&before, "<td>315</td>");
    let mut town = town;
    for (file, from, to, told) in [
        ("data/survey.csv", "57,5;66,5", "56,5;66,5", "56,5–66,5"),
        ("data/safety.csv", "B0102;2024;510", "B0102;2024;610", "<td>380</td>"),
    ] {
        town = town.edit(file, from, to);
        let why = town.run(&["build", "site", "--explain", page]).stdout;
        let why = String::from_utf8_lossy(&why);
        let changed = why.split("and these did not").next().unwrap_or_default();
        assert!(changed.contains("figures on its map"), "after {to}: {why}");
        let after = town.build(&[]);
        tells(&after, told);
        assert!(after == town.build_clean(), "after {to}");
    }
}
