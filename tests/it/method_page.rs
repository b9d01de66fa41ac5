//! What the method page tells of the weights of an index: on the demo, of which every number is invented.

use std::collections::BTreeMap;

use brede::index::correlation::spearman;

use crate::town::{Town, text};

const INDEX: &str = "data/indices/mdi.toml";

/// Rank and class by area, in the latest period.
fn ranks(files: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, (f64, String)> {
    let mut reader = csv::Reader::from_reader(files["data/indices/mdi.csv"].as_slice());
    let rows = reader.deserialize().map(|row: Result<BTreeMap<String, String>, _>| row.expect("a row"));
    rows.filter(|row| row["period"] == "2024" && !row["rank"].is_empty())
        .map(|row| (row["area"].clone(), (row["rank"].parse().expect("a number"), row["class"].clone())))
        .collect()
}

#[test]
fn equal_weights_change_what_they_do_where_an_author_writes_them() {
    let town = Town::demo();
    let files = town.build(&["--only", "pages"]);
    let definition = std::fs::read_to_string(town.site().join(INDEX)).expect("an index of the demo");
    let weights = ["weight     = 22.5", "weight     = 13.5", "weight     = 9.3"];
    let equal = weights.iter().fold(definition, |text, weight| text.replace(weight, "weight     = 1"));
    let equal = equal
        .replace("{ weight = 2, why", "{ weight = 1, why")
        .replace("weight     = 2\n", "weight     = 1\n");
    let others = town.write(INDEX, equal).build(&["--only", "pages"]);
    let (given, equal) = (ranks(&files), ranks(&others));
    let both: Vec<_> = given.iter().filter_map(|(area, one)| Some((one, equal.get(area)?))).collect();
    let (one, other): (Vec<f64>, Vec<f64>) = both.iter().map(|(one, other)| (one.0, other.0)).unzip();
    let r = spearman(&one, &other).expect("ranks that differ");
    let moved = both.iter().filter(|(one, other)| one.1 != other.1).count();
    let shift = one.iter().zip(&other).map(|(one, other)| (one - other).abs()).fold(0.0, f64::max).ceil();
    assert!(moved > 1 && shift > 1.0, "the weights of the demo make a difference");

    let page = text(&files, "en/method/index.html");
    for said in [
        format!("with this index is {r:.3} over the {} neighbourhoods with a score in 2024", both.len()),
        format!("With equal weights, {moved} neighbourhoods are in another class."),
        format!("No neighbourhood moves more than {shift} places in the order."),
    ] {
        assert!(page.contains(&said), "{said}");
    }
    assert!(!text(&others, "en/method/index.html").contains("With equal weights"), "they are equal");
}

#[test]
fn every_part_stands_in_the_table_of_weights_below_what_it_is_in() {
    let town = Town::demo();
    let files = town.build(&["--only", "pages"]);
    let page = text(&files, "methode/index.html");
    let row = |name: &str| {
        let start = page.find(&format!("<th scope=\"row\">{name}<")).expect("a row of the table");
        &page[start..start + page[start..].find("</tr>").expect("rows end")]
    };
    assert!(row("Inkomen").contains(">22,5</td>") && row("Inkomen").contains("Weinig geld werkt door"));
    let inside = row("Laag inkomen");
    assert!(inside.contains("<span class=\"unseen\"> (in Inkomen)</span>"), "{inside}");
    // 2 of 4 of the domain, whose 22.5 of 99.9 are 22.52 %
    assert!(inside.contains(">2</td>") && inside.contains(">50,0\u{a0}%</td>"), "{inside}");
    assert!(inside.contains(">11,3\u{a0}%</td>"), "{inside}");
    // figures that are not in all scores, and those of another year
    assert!(row("Schoolverlaters zonder diploma").contains("(in Opleiding)"));
    assert!(page.contains("3 van een eerder jaar"));
}

/// What is told of weights and of scores is made again with the figures that it follows from.
#[test]
fn the_method_page_follows_the_figures() {
    let town = Town::demo();
    let files = town.build(&["--only", "pages"]);
    let file = "data/kerncijfers.csv";
    let figures = std::fs::read_to_string(town.site().join(file)).expect("figures of the demo");
    let rest: Vec<&str> = figures.lines().filter(|line| !line.starts_with("DM010101;2024")).collect();
    assert_eq!(rest.len() + 1, figures.lines().count());
    let town = town.write(file, rest.join("\n") + "\n");
    let before = text(&files, "methode/index.html");
    let after = town.build(&["--only", "pages"]);
    let clean = town.build_site("site", "fresh", &["--only", "pages"]);
    assert_ne!(text(&after, "methode/index.html"), before);
    assert_eq!(text(&after, "methode/index.html"), text(&clean, "methode/index.html"));
}

/// A domain, then what is in it, under a heading one step lower.
#[test]
fn a_domain_stands_before_the_domains_in_it() {
    let files = Town::demo().build(&["--only", "pages"]);
    for (page, domain, inner, index) in [
        ("methode/index.html", "Woonomgeving", "Lucht en geluid (in Woonomgeving)", "Achterstandsindex MDI"),
        (
            "en/method/index.html",
            "Living environment",
            "Air and noise (in Living environment)",
            "Deprivation index MDI",
        ),
    ] {
        let page = text(&files, page);
        let at = |heading: String| page.find(&heading).unwrap_or_else(|| panic!("{heading}"));
        let places = [
            at(format!("<h3>{domain}</h3>")),
            at(format!("<h4>{inner}</h4>")),
            at(format!("<h3>{index}</h3>")),
        ];
        assert!(places.is_sorted(), "{places:?}");
    }
}

/// How places are counted where other choices leave fewer areas with a score is said there alone where they do.
#[test]
fn areas_that_lose_their_score_with_other_choices_are_told() {
    let told = "berekeningen met andere keuzes krijgen minder buurten een score";
    let files = Town::demo().build(&["--only", "pages"]);
    assert_eq!(text(&files, "methode/index.html").matches(told).count(), 1);
    // where a little is enough, and nothing is left out, none does
    let town = Town::demo().edit(INDEX, "minimum_known = 0.66", "minimum_known = 0.01").edit(
        INDEX,
        "drop      = \"indicator\"",
        "",
    );
    assert!(!text(&town.build(&["--only", "pages"]), "methode/index.html").contains(told));
}
