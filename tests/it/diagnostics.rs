//! Whether the parts of an index belong together and what its order hangs on, as tables: those of the page, and by hand.

use std::collections::BTreeMap;
use std::io::Read as _;

use crate::town::{Town, text};

type Row = BTreeMap<String, String>;

fn rows(bytes: &[u8]) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(bytes);
    reader.deserialize().map(|row| row.expect("a row")).collect()
}

fn table(town: &Town, index: &str, name: &str) -> Vec<Row> {
    rows(&town.run(&["index", index, "site", "--table", name]).stdout)
}

/// The cells of the row of a name, below a place in the page.
fn cells(page: &str, below: &str, name: &str) -> Vec<String> {
    let (_, rest) = page.split_once(&format!("id=\"{below}\"")).expect("the section is there");
    let (_, row) = rest.split_once(&format!("<th scope=\"row\">{name}</th>")).expect("a row of the table");
    let (row, _) = row.split_once("</tr>").expect("rows end");
    let cells = row.split("</td>").filter_map(|cell| Some(cell.rsplit_once('>')?.1.to_owned()));
    cells.collect()
}

/// As readers see it, in Dutch.
fn told(number: &str) -> String {
    let number: f64 = number.parse().expect("a number");
    format!("{number:.2}").replace('-', "−").replace('.', ",")
}

#[test]
fn the_tables_hold_the_numbers_of_the_page() {
    let town = Town::demo();
    let files = town.build(&["--only", "pages"]);
    let page = text(&files, "indexen/mdi/index.html");
    let correlations = table(&town, "mdi", "correlations");
    let of = |pair: &str, part: &str, with: &str| {
        let is = |row: &&Row| row["pair"] == pair && row["part"] == part && row["with"] == with;
        correlations.iter().find(is).unwrap_or_else(|| panic!("{pair} {part} {with}"))
    };
    // each domain beside those before it, then the score and its ranks, then alpha
    let all = ["inkomen", "werk", "opleiding", "gezondheid", "veiligheid", "huisvesting", "woonomgeving"];
    let names = ["Inkomen", "Werk", "Opleiding", "Gezondheid", "Veiligheid", "Huisvesting", "Woonomgeving"];
    let alphas = table(&town, "mdi", "alpha");
    assert_eq!(alphas.len(), 1 + all.len());
    for (at, (id, name)) in all.iter().zip(names).enumerate() {
        let mut wanted: Vec<String> =
            all[..at].iter().map(|one| told(&of("domains", one, id)["pearson"])).collect();
        wanted.extend((at..all.len() - 1).map(|_| String::new()));
        let score = of("domain-score", id, "mdi");
        wanted.extend([told(&score["pearson"]), told(&score["spearman"])]);
        let alpha = alphas.iter().find(|row| row["layer"] == *id).expect("a row for each domain");
        wanted.push(told(&alpha["alpha"]));
        assert_eq!(cells(page, "_coherence", name), wanted, "{name}");
    }
    assert!(page.contains(&format!("Cronbachs alfa van de domeinen is {}.", told(&alphas[0]["alpha"]))));
    // a figure below a sub-domain: its domain is the outermost
    let path = "woonomgeving/hinder/geluidhinder";
    let (own, score) = (of("indicator-domain", path, "woonomgeving"), of("indicator-score", path, "mdi"));
    assert_eq!(
        cells(page, "_coherence", "Veel geluid bij huis")[1..],
        [told(&own["pearson"]), told(&score["pearson"]), told(&score["spearman"])]
    );
    // what stands out among the figures stands in the table
    let double = &of("indicators", "inkomen/laag_inkomen", "inkomen/kinderarmoede")["pearson"];
    assert!(page.contains(&format!(
        "<li>‘Laag inkomen’ en ‘Kinderen met weinig geld thuis’ zeggen bijna hetzelfde ({}).</li>",
        told(double)
    )));
    // 16 figures, two and two
    assert_eq!(correlations.iter().filter(|row| row["pair"] == "indicators").count(), 16 * 15 / 2);
    let compared = of("compared", "mdi", "thuisgevoel");
    let shown = cells(page, "_compared", "Thuisgevoel in de buurt (elke inwoner telt even zwaar)");
    assert_eq!(compared["weighted"], "people");
    assert_eq!(
        shown[1..],
        [
            told(&compared["pearson"]),
            told(&compared["spearman"]),
            compared["areas"].clone(),
            compared["with_period"].clone()
        ]
    );
    let hangs = table(&town, "mdi", "sensitivity");
    let choices: Vec<&str> = hangs.iter().map(|row| row["choice"].as_str()).collect();
    assert_eq!(choices, ["weights", "normalise", "drop"]);
    for (row, name) in hangs.iter().zip([
        "de gewichten",
        "de manier om cijfers vergelijkbaar te maken",
        "het weglaten van één cijfer",
    ]) {
        let share = |name: &str| {
            let share: f64 = row[name].parse().expect("a number");
            format!("{}\u{a0}%", (100.0 * share).round())
        };
        assert_eq!(cells(page, "_sure", name), [share("first_order"), share("total")]);
        assert!(page.contains(&format!("schatting uit {} steekproeven", row["samples"])));
    }
}

#[test]
fn a_small_table_is_as_reckoned_by_hand() {
    let town = Town::small();
    let correlations = table(&town, "zorg", "correlations");
    let of = |pair: &str, part: &str, with: &str| -> [f64; 3] {
        let is = |row: &&Row| row["pair"] == pair && row["part"] == part && row["with"] == with;
        let row = correlations.iter().find(is).unwrap_or_else(|| panic!("{pair} {part} {with}"));
        assert_eq!((row["period"].as_str(), row["weighted"].as_str()), ("2024", "areas"));
        ["areas", "pearson", "spearman"].map(|name| row[name].parse().expect("a number"))
    };
    // 17.5, 10.2, 8, 8 about 10.925, and −33, −44, −50, −50 (high is good) about −44.25:
    // 107.425 ÷ √(60.8675 × 192.75); the ranks are alike
    let [areas, pearson, spearman] = of("indicators", "geld/laag_inkomen", "samen/vrijwilligers");
    assert!((pearson - 107.425 / (60.8675_f64 * 192.75).sqrt()).abs() < 1e-12, "{pearson}");
    assert!((areas, (spearman - 1.0).abs() < 1e-12) == (4.0, true));
    // a domain of one figure is that figure
    let [areas, pearson, _] = of("indicator-domain", "geld/laag_inkomen", "geld");
    assert!((areas, (pearson - 1.0).abs() < 1e-12) == (4.0, true));
    // alpha of two parts of one deviation is 2r ÷ (1 + r); here over five areas
    let alphas = table(&town, "zorg", "alpha");
    let [areas, r, _] = of("indicators", "samen/vrijwilligers", "samen/inbraken_per_1000");
    let [of_index, of_one, of_two] = alphas.as_slice() else { panic!("a row for each layer") };
    assert_eq!([&of_index["layer"], &of_one["layer"], &of_two["layer"]], ["zorg", "geld", "samen"]);
    assert_eq!((areas, of_two["areas"].as_str(), of_two["parts"].as_str()), (5.0, "5", "2"));
    let alpha: f64 = of_two["alpha"].parse().expect("a number");
    assert!((alpha - 2.0 * r / (1.0 + r)).abs() < 1e-12);
    assert_eq!([&of_one["parts"], &of_one["areas"], &of_one["alpha"]], ["", "", ""]);
    assert_eq!(of_index["parts"], "2");
    // each pair once: domains, domains and score, figures, figures and domain, figures and score
    assert_eq!(correlations.len(), 1 + 2 + 3 + 3 + 3);
}

#[test]
fn json_and_the_audit_hold_what_csv_holds() {
    let town = Town::demo();
    town.run(&["index", "mdi", "site", "--audit", "audit"]);
    for name in ["left-out", "correlations", "alpha", "sensitivity"] {
        let run = town.run(&["index", "mdi", "site", "--table", name]);
        let audited = std::fs::read(town.site().join(format!("../audit/{name}.csv"))).expect("a table");
        assert_eq!(audited, run.stdout, "{name}");
        let json = town.run(&["index", "mdi", "site", "--table", name, "--format", "json"]).stdout;
        let json: serde_json::Value = serde_json::from_slice(&json).expect("it is JSON");
        let (columns, of_json) = (json["columns"].as_array(), json["rows"].as_array().expect("rows"));
        let of_csv = rows(&run.stdout);
        assert_eq!(of_json.len(), of_csv.len(), "{name}");
        for (row, wanted) in of_json.iter().zip(&of_csv) {
            assert_eq!(columns.map(Vec::len), Some(wanted.len()));
            for (at, column) in columns.into_iter().flatten().enumerate() {
                let wanted = &wanted[column.as_str().expect("a name")];
                let is_same = match &row[at] {
                    serde_json::Value::Null => wanted.is_empty(),
                    serde_json::Value::String(text) => text == wanted,
                    number => {
                        let wanted: f64 = wanted.parse().expect("a number");
                        number
                            .as_f64()
                            .is_some_and(|number| (number - wanted).abs() < 1e-12 * wanted.abs().max(1.0))
                    }
                };
                assert!(is_same, "{name} {column}: {} is not {wanted}", row[at]);
            }
        }
    }
}

#[test]
fn a_workbook_has_a_sheet_of_each() {
    let town = Town::demo();
    let book = town.run(&["index", "mdi", "site", "--format", "xlsx"]).stdout;
    let sheets = file(&book, "xl/workbook.xml");
    let names = ["scores", "weights", "layers", "parameters", "classes", "treatment", "cells", "left-out"];
    let names = names.into_iter().chain(["correlations", "alpha", "sensitivity"]);
    for (at, name) in names.enumerate() {
        assert!(sheets.contains(&format!("<sheet name=\"{name}\" sheetId=\"{}\"", at + 1)), "{sheets}");
    }
    for (sheet, name, column) in
        [(9, "correlations", "pearson"), (10, "alpha", "alpha"), (11, "sensitivity", "total")]
    {
        let sheet = file(&book, &format!("xl/worksheets/sheet{sheet}.xml"));
        let table = table(&town, "mdi", name);
        assert_eq!(sheet.matches("<row ").count(), table.len() + 1, "{name}");
        let number: f64 = table[0][column].parse().expect("a number");
        let found = sheet.split("<v>").filter_map(|cell| cell.split_once('<')?.0.parse::<f64>().ok());
        assert!(found.into_iter().any(|found| (found - number).abs() < 1e-12), "{name}");
    }
}

#[test]
fn a_table_without_rows_says_why() {
    let run = Town::small().run(&["index", "zorg", "site", "--table", "sensitivity"]);
    assert!(run.status.success());
    assert_eq!(String::from_utf8_lossy(&run.stdout), "choice,period,samples,first_order,total\r\n");
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    assert!(said.contains("asks for no sensitivities") && said.contains("`samples = 1000`"), "{said}");
}

/// A file of a ZIP archive, found by its list at the end.
fn file(archive: &[u8], name: &str) -> String {
    let number = |at: usize, bytes: usize| {
        (0..bytes).rev().fold(0, |sum, byte| sum << 8 | usize::from(archive[at + byte]))
    };
    let end = archive.windows(4).rposition(|four| four == b"PK\x05\x06").expect("a list of files");
    let mut at = number(end + 16, 4);
    for _ in 0..number(end + 10, 2) {
        let [own, extra, note] = [28, 30, 32].map(|field| number(at + field, 2));
        if &archive[at + 46..at + 46 + own] == name.as_bytes() {
            let (packed, local) = (number(at + 20, 4), number(at + 42, 4));
            let start = local + 30 + number(local + 26, 2) + number(local + 28, 2);
            let mut text = String::new();
            let packed = &archive[start..start + packed];
            match number(at + 10, 2) {
                0 => text.push_str(std::str::from_utf8(packed).expect("XML is UTF-8")),
                _ => {
                    _ = flate2::read::DeflateDecoder::new(packed)
                        .read_to_string(&mut text)
                        .expect("XML is UTF-8")
                }
            }
            return text;
        }
        at += 46 + own + extra + note;
    }
    panic!("the archive has no {name}")
}
