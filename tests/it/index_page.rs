//! What the page of an index tells beside scores: on the demo, of which every number is invented.

use std::collections::BTreeMap;

use crate::town::{Town, text};

fn rows(files: &BTreeMap<String, Vec<u8>>, path: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(files[path].as_slice());
    reader.deserialize().map(|row| row.expect("a row")).collect()
}

#[test]
fn the_page_of_an_index_tells_what_goes_together_where_it_adds_up_and_how_fast() {
    let files = Town::demo().build(&["--only", "pages"]);
    for (page, told) in [
        ("indexen/mdi/index.html", ["_coherence", "_compared", "_bottom", "_speeds"]),
        ("en/indices/mdi/index.html", ["_coherence", "_compared", "_bottom", "_speeds"]),
    ] {
        told.iter()
            .for_each(|id| assert!(text(&files, page).contains(&format!("id=\"{id}\"")), "{page}: {id}"));
    }
    let page = text(&files, "indexen/mdi/index.html");
    assert!(page.contains("Let op: ‘Goede gezondheid’ is hier geschat met een model en niet gemeten."));
    assert!(
        page.contains("Let op: ‘Onveilig gevoel in de buurt’ en de index meten voor een deel hetzelfde.")
    );
    assert!(page.contains("Thuisgevoel in de buurt (elke inwoner telt even zwaar)"));
    assert!(page.contains("Dit gaat over de buurt, niet over dezelfde mensen"));
    assert!(page.contains("href=\"../../data/indices/mdi.above.csv\""));

    // the count of a neighbourhood in its data and on its page is one
    let scores = rows(&files, "data/indices/mdi.csv");
    let is_many = |row: &&BTreeMap<String, String>| row["period"] == "2024" && row["bottom_count"] == "4";
    let row = scores.iter().find(is_many).expect("a neighbourhood with four");
    assert_eq!(row["bottom_indicators"].split(' ').count(), 4);
    let told = format!(
        "Bij 4 van de {} bekende cijfers van ‘Achterstandsindex MDI’ hoort dit gebied",
        row["bottom_known"]
    );
    assert!(text(&files, &format!("gebieden/{}/index.html", row["area"])).contains(&told));

    // and so is that of the people in the worst tenth of a district
    let above = rows(&files, "data/indices/mdi.above.csv");
    let is_told = |row: &&BTreeMap<String, String>| row["level"] == "gemeente" && row["period"] == "2024";
    for row in above.iter().filter(is_told) {
        let [tenth, extent]: [f64; 2] =
            ["in_worst_tenth", "extent"].map(|name| row[name].parse().expect("a number"));
        assert!(tenth <= extent && extent <= 1.0);
        let page = text(&files, &format!("gebieden/{}/index.html", row["area"]));
        let share = match (100.0 * tenth).round() {
            _ if tenth == 0.0 && row["people_scored"] != row["people"] => {
                "woont niemand in de minst gunstige 10\u{a0}%".to_owned()
            }
            _ if tenth == 0.0 => "woont in de minst gunstige 10\u{a0}%".to_owned(),
            0.0 => "woont minder dan 1\u{a0}% in de minst gunstige 10\u{a0}%".to_owned(),
            share => format!("woont {share}\u{a0}% in de minst gunstige 10\u{a0}%"),
        };
        assert!(page.contains(&share), "{share}");
    }
}

#[test]
fn what_is_said_of_the_order_follows_from_the_intervals_in_the_data() {
    let town = Town::demo();
    let files = town.build(&["--only", "pages"]);
    let scores = rows(&files, "data/indices/mdi.csv");
    let told: Vec<_> = scores.iter().filter(|row| !row["rank_low"].is_empty()).collect();
    assert!(told.iter().all(|row| row["period"] == "2024"));
    let number = |row: &BTreeMap<String, String>, name: &str| row[name].parse::<f64>().expect("a number");
    let worst: Vec<_> = told.iter().filter(|row| row["class"] == "4").collect();
    let firm = worst.iter().filter(|row| number(row, "rank_high") <= worst.len() as f64).count();
    let mut widths: Vec<f64> =
        told.iter().map(|row| (number(row, "rank_high") - number(row, "rank_low")).ceil()).collect();
    widths.sort_by(f64::total_cmp);
    let middle = widths[(widths.len() - 1) / 2];
    let page = text(&files, "indexen/mdi/index.html");
    for said in [
        format!(
            "Daarvan horen er {firm} in ten minste 95 % van de berekeningen bij de {} minst",
            worst.len()
        ),
        format!("schelen de hoogste en de laagste plaats dan niet meer dan {middle}."),
        "elk gewicht tot 25\u{a0}% hoger of lager, 4 manieren om cijfers vergelijkbaar te maken".to_owned(),
        "dat is de marge van de cijfers".to_owned(),
        "het weglaten van één cijfer</th>".to_owned(),
    ] {
        assert!(page.contains(&said), "{said}");
    }
    assert!(text(&files, "en/indices/mdi/index.html").contains(&format!("Of these, {firm} have one of the")));

    // of one area only where areas of its level are told in order
    let row = told.iter().find(|row| row["rank_low"] != row["rank_high"]).expect("a rank that moves");
    let path = format!("gebieden/{}/index.html", row["area"]);
    assert!(!text(&files, &path).contains("Met andere keuzes"));
    let said = format!(
        "op plaats {} tot en met {} van",
        number(row, "rank_low").floor(),
        number(row, "rank_high").ceil()
    );
    let explained = town.run(&["explain", &row["area"], "mdi", "site"]);
    assert!(String::from_utf8_lossy(&explained.stdout).contains(&said), "{said}");
    let town = town.edit("site.toml", "compared_with = \"gemeente\"", "ranks = true");
    assert!(text(&town.build(&["--only", "pages"]), &path).contains(&said), "{said}");
}

/// What the page says of an index without its parts is what the command writes.
#[test]
fn the_page_tells_what_each_part_changes() {
    let town = Town::demo();
    let files = town.build(&["--only", "pages"]);
    let run = town.run(&["index", "mdi", "site", "--table", "left-out"]);
    let mut reader = csv::Reader::from_reader(run.stdout.as_slice());
    let rows: Vec<BTreeMap<String, String>> = reader.deserialize().map(|row| row.expect("a row")).collect();
    let page = text(&files, "indexen/mdi/index.html");
    let (_, table) = page.split_once("id=\"_without\"").expect("the section is there");
    assert!(rows.iter().any(|row| row["depth"] == "0") && rows.iter().any(|row| row["depth"] == "1"));
    for row in &rows {
        let number = |name: &str| row[name].parse::<f64>().expect("a number");
        let told = |value: f64, decimals: usize| format!("{value:.decimals$}").replace('.', ",");
        let cells = format!(
            "<td>{}</td><td>{}</td><td>{}\u{a0}%</td><td>{}</td><td>{} (",
            told(number("spearman"), 3),
            row["other_class_areas"],
            told(100.0 * number("other_class_people"), 1),
            told(number("mean_shift"), 1),
            told(number("largest_shift"), usize::from(number("largest_shift").fract() != 0.0)),
        );
        assert!(table.contains(&cells), "{}: {cells}", row["part"]);
    }
    // for one area, the one that moves most
    let most = rows.iter().max_by(|one, other| one["largest_shift"].len().cmp(&other["largest_shift"].len()));
    let most = most.expect("there are parts");
    let run = town.run(&["explain", &most["largest_shift_area"], "mdi", "site"]);
    let told = String::from_utf8(run.stdout).expect("an explanation is text");
    let moved = format!("plaats {} van", most["largest_shift_to"].replace('.', ","));
    assert!(told.contains(&moved), "{moved} in {told}");
}

#[test]
fn what_there_is_little_of_is_said_once() {
    let files = Town::demo().build(&["--only", "pages"]);
    let empty = text(&files, "gebieden/DM010304/index.html");
    for told in [
        "Er woont niemand (2024).",
        "Daarom is er bijna niets bekend.",
        "<details class=\"on-paper\" open>",
        // it lies in another municipality
        ">Bollenveld (’s-Gravenduin)</a>",
        ">Westhaven</a>",
    ] {
        assert!(empty.contains(told), "the page lacks `{told}`");
    }
    for left_out in ["id=\"_key\"", "id=\"_map\"", "class=\"chapter\"", "niet van toepassing"] {
        assert!(!empty.contains(left_out), "{left_out}");
    }
    let few = text(&files, "gebieden/DM020304/index.html");
    assert!(few.contains("Over zo weinig mensen wordt bijna niets bekendgemaakt."));
    assert!(few.contains("<li>Geheim: laag inkomen, kinderen met weinig geld thuis, "));
    // a map in one colour
    let north = text(&files, "gebieden/DM0103/index.html");
    assert!(north.contains(
        "Alle buurten met een score in de wijk Noordoever hebben dezelfde klasse: ‘Zeer hoge MDI’"
    ));
    assert!(!north.contains("id=\"_map\""));
    // what a model made is called so wherever it stands
    let city = text(&files, "gebieden/DM0101/index.html");
    assert!(city.contains("<li>Goede gezondheid: 73,8\u{a0}%, schatting (in Duinmark: 71,8\u{a0}%).</li>"));
    assert!(city.contains("<p class=\"key-value\">73,8\u{a0}% <small>schatting</small></p>"));
}

#[test]
fn an_index_of_parts_that_do_not_belong_together_says_so_at_once() {
    let whole = Town::small();
    assert!(!text(&whole.build(&["--only", "pages"]), "indexen/zorg/index.html").contains("te weinig samen"));
    // two figures of which one is low where the other is high
    let other = Town::small()
        .edit(
            "data/indices/zorg.toml",
            "{ vrijwilligers = 1, inbraken_per_1000 = 1 }",
            "{ vrijwilligers = 1 }",
        )
        .edit("data/indicators.toml", "good      = \"high\"\nkind", "good      = \"low\"\nkind")
        .build(&["--only", "pages"]);
    let told = text(&other, "indexen/zorg/index.html");
    let (head, _) = told.split_once("id=\"_finding\"").expect("it tells what it finds");
    assert!(head.contains("te weinig samen om één ding te meten (Cronbachs alfa is "), "{head}");
    assert!(text(&other, "gebieden/B0101/index.html").contains("hangen weinig samen"));
}
