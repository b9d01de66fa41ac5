//! The tables of an audit against each other: what one says follows from the others.

use std::collections::BTreeMap;

use crate::town::Town;

const MDI: &str = "data/indices/mdi.toml";

type Row = BTreeMap<String, String>;

/// The rows of a table of the audit of an index.
pub fn rows(town: &Town, index: &str, name: &str) -> Vec<Row> {
    let folder = format!("audit-{index}");
    let path = town.site().join("..").join(&folder);
    if !path.exists() {
        let run = town.run(&["index", index, "site", "--audit", &folder]);
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    }
    let bytes = std::fs::read(path.join(format!("{name}.csv"))).expect("a table of the audit");
    csv::Reader::from_reader(bytes.as_slice()).deserialize().map(|row| row.expect("a row")).collect()
}

/// Absent where the cell is empty.
fn number(row: &Row, column: &str) -> Option<f64> {
    let cell = row.get(column).unwrap_or_else(|| panic!("no column {column} in {row:?}"));
    (!cell.is_empty()).then(|| cell.parse().unwrap_or_else(|_| panic!("{column}: {cell}")))
}

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-9 * one.abs().max(1.0)
}

/// Of one area only the money is known: without it, it has no score, and ranks are among fewer areas.
#[test]
fn shifts_of_rank_follow_from_the_ranks_of_areas() {
    let town = Town::small().edit("data/safety.csv", "B0102;2024;510;10,2;44,0;5", "B0102;2024;510;10,2;.;.");
    let mut lost = 0;
    for (town, index) in [(&town, "zorg"), (&demo(), "mdi")] {
        let areas = rows(town, index, "left-out-areas");
        for told in rows(town, index, "left-out") {
            let part = &told["part"];
            let (mut moved, mut of) = (0.0, 0.0);
            for row in &areas {
                let both = [format!("with_{part}_rank"), format!("without_{part}_rank")];
                let both = both.map(|column| number(row, &column));
                let without = number(row, &format!("without_{part}_score"));
                let has_both = number(row, "score").is_some() && without.is_some();
                assert_eq!(both.map(|rank| rank.is_some()), [has_both; 2], "{part}");
                if let [Some(with), Some(without)] = both {
                    assert_eq!(row[&format!("without_{part}_of")], told["areas"]);
                    moved += (with - without).abs();
                    of += 1.0;
                }
            }
            assert_eq!(Some(of), number(&told, "areas"));
            assert_eq!(Some(moved / of), number(&told, "mean_shift"), "{part}");
            lost += number(&told, "areas_lost").map_or(0, |lost| lost as usize);
        }
    }
    assert!(lost > 0, "an area has no score without a part");
    // the third of four is the second of the three that are left
    let areas = rows(&town, "zorg", "left-out-areas");
    let row = areas.iter().find(|row| row["area"] == "B0103").expect("an area");
    let cells = ["rank", "of", "with_geld_rank", "without_geld_rank", "without_geld_of"]
        .map(|cell| row[cell].as_str());
    assert_eq!(cells, ["3", "4", "2", "2", "3"]);
    for (language, told) in [
        ("nl", "plaats 2 van 3 in plaats van 3 (2 onder de 3 met in beide een score)"),
        ("en", "rank 2 of 3 instead of 3 (2 among the 3 with a score in both)"),
    ] {
        let run = town.run(&["explain", "B0103", "zorg", "site", "--language", language]);
        let said = String::from_utf8_lossy(&run.stdout).into_owned();
        assert!(said.contains(told), "{told}\n{said}");
    }
}

const SMALL: &str = "data/indices/zorg.toml";

/// Each step of the method of the English indices, from the columns of the table.
#[test]
fn a_shrunk_rate_follows_from_its_row() {
    let town = Town::small().edit(
        SMALL,
        "inbraken_per_1000 = 1",
        "inbraken_per_1000 = { weight = 1, shrink = \"wijk\" }",
    );
    let shrunk = rows(&town, "zorg", "1b-shrunk");
    let (raw, denominated) = (rows(&town, "zorg", "1-raw"), rows(&town, "zorg", "2-denominated"));
    let of = |row: &Row, column: &str| number(row, column).unwrap_or_else(|| panic!("{column} of {row:?}"));
    let odds = |rate: f64, n: f64, times: f64| {
        let r = rate * n / times;
        ((r + 0.5) / (n - r + 0.5)).ln()
    };
    let mut drawn = 0;
    for row in &shrunk {
        let (n, times) = (of(row, "n"), of(row, "times"));
        assert_eq!((row["indicator"].as_str(), times), ("inbraken_per_1000", 1000.0));
        let is_same = |other: &&Row| other["area"] == row["area"] && other["period"] == row["period"];
        let beside = |table: &[Row]| of(table.iter().find(is_same).expect("a row"), "inbraken_per_1000");
        assert!(near(beside(&raw), of(row, "rate")) && near(beside(&denominated), of(row, "shrunk")));
        let siblings: Vec<&Row> = shrunk
            .iter()
            .filter(|other| other["parent"] == row["parent"] && other["period"] == row["period"])
            .collect();
        assert!(near(of(row, "parent_n"), siblings.iter().map(|row| of(row, "n")).sum()));
        if siblings.len() < 2 {
            assert_eq!((row["t2"].as_str(), of(row, "w")), ("", 1.0));
            continue;
        }
        let middle = odds(of(row, "parent_rate"), of(row, "parent_n"), times);
        let own = odds(of(row, "rate"), n, times);
        let squares: f64 =
            siblings.iter().map(|row| (odds(of(row, "rate"), of(row, "n"), times) - middle).powi(2)).sum();
        let between = squares / (siblings.len() as f64 - 1.0);
        let r = of(row, "rate") * n / times;
        let variance = (n + 1.0) * (n + 2.0) / (n * (r + 1.0) * (n - r + 1.0));
        let weight = (1.0 / variance) / (1.0 / variance + 1.0 / between);
        assert!(near(of(row, "t2"), between) && near(of(row, "w"), weight), "{row:?}");
        let odds = (weight * own + (1.0 - weight) * middle).exp();
        assert!(near(of(row, "shrunk"), odds / (1.0 + odds) * times));
        drawn += 1;
    }
    assert!(drawn > 3);
    assert_eq!(rows(&Town::small(), "zorg", "1b-shrunk"), Vec::<Row>::new());
}

#[test]
fn what_is_divided_stands_beside_what_it_is_divided_by() {
    let town = Town::steps();
    let (raw, denominated) = (rows(&town, "stappen", "1-raw"), rows(&town, "stappen", "2-denominated"));
    let mut divided = 0;
    for (raw, row) in raw.iter().zip(&denominated) {
        for (name, by, times) in [("handel", "bbp", 100.0), ("vluchten", "inwoners", 1000.0)] {
            let by = number(row, &format!("{name}_per_{by}"));
            if let (Some(raw), Some(by)) = (number(raw, name), by) {
                assert!(near(raw / by * times, number(row, name).expect("a quotient")));
                divided += 1;
            }
        }
    }
    assert!(divided > 100);
    assert!(!denominated[0].keys().any(|column| column.starts_with("wegen_")));
}

#[test]
fn what_was_filled_in_says_from_where() {
    let town = Town::steps();
    let groups: BTreeMap<String, String> = csv::Reader::from_path(town.site().join("data/gebieden.csv"))
        .expect("a file of areas")
        .deserialize()
        .map(|row: Result<Row, _>| row.expect("a row"))
        .map(|row| (row["code"].clone(), row["groep"].clone()))
        .collect();
    let mut means = 0;
    for row in rows(&town, "stappen", "cells") {
        let wanted = match (row["what"].as_str(), row["indicator"].as_str()) {
            ("imputed", "afval") => "median of all".to_owned(),
            ("imputed", _) => format!("mean of groep {}", groups[&row["area"]]),
            _ => String::new(),
        };
        means += usize::from(wanted.starts_with("mean"));
        assert_eq!(row["source"], wanted, "{row:?}");
    }
    assert!(means > 0);
    let around =
        |row: &Row| row["source"].len() < row["area"].len() && row["area"].starts_with(&row["source"]);
    let of_demo = rows(&demo(), "mdi", "cells");
    let imputed: Vec<&Row> = of_demo.iter().filter(|row| row["what"] == "imputed").collect();
    assert!(!imputed.is_empty() && imputed.into_iter().all(around), "of the area around it");
}

/// The demo with few runs and no samples.
fn demo() -> Town {
    Town::demo().edit(MDI, "runs      = 500", "runs      = 10").edit(MDI, "samples   = 256", "")
}

/// Every number of the next step follows from that of the step before and the parameters.
#[test]
fn what_is_normalised_follows_from_the_parameters() {
    let mut followed = 0;
    for (town, index) in [(demo(), "mdi"), (Town::steps(), "stappen")] {
        let [treated, normalised] = ["4-treated", "5-normalised"].map(|name| rows(&town, index, name));
        let joined = rows(&town, index, "6-aggregated");
        for told in rows(&town, index, "parameters") {
            let part = &told["part"];
            let is_indicator = !told["treat"].is_empty();
            let (before, after) = match is_indicator {
                true => (part.clone(), part.clone()),
                false => (format!("{part}_aggregated"), format!("{part}_normalised")),
            };
            let tables = if is_indicator { [&treated, &normalised] } else { [&joined, &joined] };
            let sign = if told["turned"] == "yes" { -1.0 } else { 1.0 };
            for (before_row, after_row) in tables[0].iter().zip(tables[1]) {
                assert!(told["period"].split(' ').any(|period| period == before_row["period"]));
                let Some(x) = number(before_row, &before).map(|x| sign * x) else { continue };
                let wanted = match told["normalise"].as_str() {
                    "none" => x,
                    "z-score mean 0 deviation 1" => {
                        (x - number(&told, "mean").expect("a mean"))
                            / number(&told, "sd").expect("a deviation")
                    }
                    min_max => {
                        let (low, high) = min_max
                            .strip_prefix("min-max ")
                            .and_then(|it| it.split_once(" to "))
                            .expect("two");
                        let [low, high]: [f64; 2] = [low, high].map(|end| end.parse().expect("a number"));
                        let [least, most] = ["min", "max"].map(|end| number(&told, end).expect("an end"));
                        (x - least) / (most - least) * (high - low) + low
                    }
                };
                let found = number(after_row, &after).expect("a number");
                assert!(
                    near(wanted, found) || (wanted - found).abs() < 1e-12,
                    "{part}: {found} is not {wanted}"
                );
                followed += 1;
            }
            // of a group of periods treated on its own, in the words of `treatment`
            let done = rows(&town, index, "treatment");
            let mut done = done.iter().filter(|row| row["indicator"] == *part).map(|row| &row["what"]);
            match told["treated"].as_str() {
                "" => assert!(!is_indicator),
                "no" => assert!(done.next().is_none(), "{part}"),
                treated => assert!(done.any(|what| what == treated), "{part}: {treated}"),
            }
            if told["treated"].starts_with("winsorised") {
                let known = || treated.iter().filter_map(|row| number(row, part));
                assert_eq!(number(&told, "treated_high"), known().reduce(f64::max));
                assert_eq!(number(&told, "treated_low"), known().reduce(f64::min));
            }
        }
    }
    assert!(followed > 1000, "{followed}");
}

#[test]
fn classes_follow_from_their_limits() {
    let town = demo();
    let (classes, scores) = (rows(&town, "mdi", "classes"), rows(&town, "mdi", "7-scores"));
    assert_eq!(classes.len(), 3 * 4);
    for told in &classes {
        assert_eq!(
            (told["rule"].as_str(), told["reference"].as_str()),
            ("quantile of areas", "2014 2019 2024")
        );
        let (least, below) = (number(told, "at_least"), number(told, "below"));
        let inside: Vec<&Row> = scores
            .iter()
            .filter(|row| row["period"] == told["period"])
            .filter(|row| {
                number(row, "score").is_some_and(|score| {
                    least.is_none_or(|least| score >= least - 1e-9)
                        && below.is_none_or(|below| score < below - 1e-9)
                })
            })
            .collect();
        assert_eq!(inside.len().to_string(), told["areas"], "{told:?}");
        assert!(inside.iter().all(|row| row["class"] == told["class"] && row["class_name"] == told["label"]));
    }
    assert_eq!((classes[0]["at_least"].as_str(), classes[3]["below"].as_str()), ("", ""));
    // who counts, and for how many
    for row in &scores {
        let count = number(row, "eligible_count");
        assert_eq!(row["status"] == "too-few", count.is_some_and(|count| count < 200.0), "{row:?}");
    }
    let people: f64 =
        classes.iter().filter(|row| row["period"] == "2024").filter_map(|row| number(row, "people")).sum();
    let counted: f64 = scores
        .iter()
        .filter(|row| row["period"] == "2024" && row["status"] == "score")
        .filter_map(|row| number(row, "eligible_count"))
        .sum();
    assert_eq!(people, counted);
}

/// One run: its order is that of its weights.
#[test]
fn ranks_follow_from_the_draws() {
    let town = Town::small()
        .edit(SMALL, "[combine]\nnormalise = \"z-score\"", "[combine]\nnormalise = \"none\"")
        .edit(SMALL, "[classes]", "[uncertainty]\nruns = 1\nseed = 3\nweights = 0.9\n\n[classes]");
    let draws = rows(&town, "zorg", "draws");
    let [draw] = draws.as_slice() else { panic!("one run") };
    let weight = |part: &str| number(draw, &format!("weight_{part}")).expect("a weight");
    assert_eq!(draw["run"], "1");
    assert_eq!(["normalise", "aggregate", "impute", "dropped"].map(|choice| draw[choice].as_str()), [""; 4]);
    assert!(near(weight("geld") + weight("samen"), 1.0) && (weight("geld") - 2.0 / 3.0).abs() > 0.01);
    assert!(near(weight("samen/vrijwilligers") + weight("samen/inbraken_per_1000"), 1.0));
    assert_eq!(weight("geld/laag_inkomen"), 1.0);
    let is_latest = |row: &&Row| row["period"] == "2024";
    let normalised = rows(&town, "zorg", "5-normalised");
    let scores = rows(&town, "zorg", "7-scores");
    let mut order: Vec<(f64, f64)> = Vec::new();
    for (row, score) in normalised.iter().zip(&scores).filter(|(row, _)| is_latest(row)) {
        assert_eq!(row["area"], score["area"]);
        let parts = ["laag_inkomen", "vrijwilligers", "inbraken_per_1000"].map(|part| number(row, part));
        if let [Some(one), Some(two), Some(three)] = parts {
            let samen = weight("samen/vrijwilligers") * two + weight("samen/inbraken_per_1000") * three;
            let value = weight("geld") * one + weight("samen") * samen;
            assert_eq!(score["rank_low"], score["rank_high"]);
            order.push((value, number(score, "rank_median").expect("a rank")));
        }
    }
    order.sort_by(|one, other| other.0.total_cmp(&one.0));
    assert!(order.len() > 2 && order.is_sorted_by(|one, next| one.1 <= next.1), "{order:?}");
}

#[test]
fn draws_say_what_was_chosen() {
    let town = demo();
    let draws = rows(&town, "mdi", "draws");
    assert_eq!(draws.len(), 10);
    let chosen = |column: &str| {
        draws.iter().map(|row| row[column].as_str()).collect::<std::collections::BTreeSet<_>>()
    };
    let known = ["own", "percentile-rank", "rank-exponential", "min-max 1 to 100"];
    assert!(chosen("normalise").len() > 1 && chosen("normalise").iter().all(|word| known.contains(word)));
    assert!(chosen("dropped").len() > 1);
    let parts = rows(&town, "mdi", "left-out").into_iter().map(|row| row["part"].clone());
    let domains: Vec<String> = parts.filter(|part| !part.contains('/')).collect();
    for row in &draws {
        let sum: f64 = domains.iter().filter_map(|part| number(row, &format!("weight_{part}"))).sum();
        assert!(near(sum, 1.0), "{sum}");
        // one that is left out alone weighs nothing
        if let Some((_, weight)) =
            row.iter().find(|(name, _)| name.ends_with(&format!("/{}", row["dropped"])))
        {
            assert_eq!(weight, "0");
        }
    }
    // no rank is told finer than it is
    for row in rows(&town, "mdi", "7-scores") {
        for column in ["rank_low", "rank_median", "rank_high"] {
            assert!(row[column].split_once('.').is_none_or(|(_, decimals)| decimals.len() == 1), "{row:?}");
        }
    }
    assert_eq!(rows(&Town::small(), "zorg", "draws"), Vec::<Row>::new());
}
