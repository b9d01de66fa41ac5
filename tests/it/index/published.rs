//! Published indices, reckoned again from their published domain scores.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use brede::index::classify::quantile_of_rank;
use brede::input::settings::{Good, Normalise};

use crate::index::country::{Country, Told, classes, definition};

/// A file of the shared data; says so where it is not there.
fn shared(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(name);
    if path.exists() {
        return Some(path);
    }
    println!("skipped: {} is not there", path.display());
    None
}

/// Reckons an index whose domains are columns of a file: name and weight.
fn reckon(path: &Path, area: [&str; 2], domains: &[(&str, f64)], normalise: Normalise) -> Told {
    let mut reader = csv::Reader::from_path(path).expect("the file opens");
    let headers = reader.headers().expect("the file has a head").clone();
    let column = |name: &str| headers.iter().position(|header| header == name).expect("the column is there");
    let [code, district] = area.map(column);
    let rows: Vec<csv::StringRecord> =
        reader.records().collect::<Result<_, _>>().expect("the rows are whole");
    let mut country = Country::with_codes(rows.iter().map(|row| (&row[code], &row[district])));
    for (name, _) in domains {
        let at = column(name);
        let values: Vec<Option<f64>> = rows.iter().map(|row| row[at].parse().ok()).collect();
        country = country.low(name, 2024, &values);
    }
    if let Some(at) = headers.iter().position(|header| header == "pop_total_2015") {
        let people: Vec<Option<f64>> = rows.iter().map(|row| row[at].parse().ok()).collect();
        country = country.indicator("people", Good::Context, 2024, &people);
    }
    let parts = domains
        .iter()
        .map(|(name, weight)| country.domain(name, *weight, Normalise::None, &[(name, 1.0)]))
        .collect();
    let mut index = definition(normalise, parts);
    index.classes = classes(10);
    country.told(&index)
}

const ENGLAND: [&str; 7] = ["income", "employment", "education", "health", "crime", "barriers", "living_env"];
const ENGLISH_WEIGHTS: [f64; 7] = [0.225, 0.225, 0.135, 0.135, 0.093, 0.093, 0.093];

#[test]
fn wales_2019() {
    let Some(path) = shared("wimd2019/wimd2019_domain_scores_lsoa.csv") else { return };
    let domains = [
        ("Income_score", 0.22),
        ("Employment_score", 0.22),
        ("Health_score", 0.15),
        ("Education_score", 0.14),
        ("Access_score", 0.10),
        ("Housing_score", 0.07),
        ("Crime_score", 0.05),
        ("Environment_score", 0.05),
    ];
    let wales = reckon(&path, ["lsoa11_code", "la_name"], &domains, Normalise::None);
    assert_eq!(wales.results(2024).scored, 1909);
    for (code, score, rank) in [
        ("W01000779", 14.760_422_11, 1147.0),
        ("W01001230", 12.839_519_35, 1280.0),
        ("W01000124", 13.370_995_11, 1251.0),
        ("W01001913", 7.273_820_554, 1621.0),
    ] {
        let told = wales.score(code, 2024);
        assert!((told.value - score).abs() < 1e-8, "{code}: {} is not {score}", told.value);
        assert_eq!(told.rank, rank, "{code}");
    }
}

#[test]
fn england_2025_from_domain_scores() {
    let Some(path) = shared("imd2025/imd2025_lsoa.csv") else { return };
    let columns = ["income_rate", "employment_rate", "education_score", "health_score", "crime_score"];
    let columns = columns.into_iter().chain(["barriers_score", "living_env_score"]);
    let domains: Vec<(&str, f64)> = columns.zip(ENGLISH_WEIGHTS).collect();
    let england = reckon(&path, ["lsoa21_code", "lad24_name"], &domains, Normalise::RankExponential);
    assert_eq!(england.results(2024).scored, 33_755);
    for (code, score) in [
        ("E01022341", 14.495),
        ("E01010412", 38.344),
        ("E01027254", 7.001),
        ("E01003321", 38.732),
        ("E01005009", 48.190),
        ("E01006491", 17.216),
    ] {
        let told = england.score(code, 2024).value;
        assert!((told - score).abs() < 0.1, "{code}: {told} is not {score}");
    }
    // the class is the decile of the rank
    for score in england.all_scores(2024).into_iter().flatten() {
        let decile = quantile_of_rank(score.rank, score.of, 10);
        assert_eq!(score.class.map(usize::from), Some(10 - decile));
    }
}

#[test]
fn england_2019_from_transformed_scores() {
    let Some(path) = shared("imd2019/imd2019_lsoa.csv") else { return };
    let names: Vec<String> = ENGLAND.iter().map(|name| format!("{name}_t")).collect();
    let domains: Vec<(&str, f64)> = names.iter().map(String::as_str).zip(ENGLISH_WEIGHTS).collect();
    let england = reckon(&path, ["lsoa11_code", "lad19_code"], &domains, Normalise::None);
    assert_eq!(england.results(2024).scored, 32_844);
    let given: f64 = england.index().domains.iter().map(|domain| domain.weight).sum();
    assert!((given - 0.999).abs() < 1e-12);
    let mut reader = csv::Reader::from_path(&path).expect("the file opens");
    let rows: Result<Vec<BTreeMap<String, String>>, _> = reader.deserialize().collect();
    let mut worst = Vec::new();
    for row in rows.expect("the rows are whole") {
        let weighed = names.iter().zip(ENGLISH_WEIGHTS).map(|(name, weight)| {
            let score: f64 = row[name].parse().expect("a transformed score is a number");
            assert!(score > 0.0 && score <= 100.0);
            weight * score
        });
        let by_hand = weighed.sum::<f64>() / 0.999;
        let told = england.score(&row["lsoa11_code"], 2024);
        assert!((told.value - by_hand).abs() < 1e-9);
        if told.rank == 1.0 {
            worst.push(row["lsoa11_code"].clone());
        }
    }
    // the release names the five districts with the highest share of neighbourhoods among the most deprived tenth,
    // in this order, and that it is 49 per cent in the first
    let districts = england.results(2024).summaries.iter();
    let districts = districts.filter(|(area, _)| england.atlas.area(**area).level.0 == 1);
    let mut shares: Vec<(f64, &str)> = districts
        .map(|(area, told)| {
            assert!(told.extent >= told.in_worst_tenth && told.local_concentration <= told.mean_rank);
            let share = told.parts_by_class[9] as f64 / told.scored as f64;
            (share, england.atlas.area(*area).code.as_str())
        })
        .collect();
    shares.sort_by(|one, other| other.0.total_cmp(&one.0));
    let highest: Vec<&str> = shares[..5].iter().map(|(_, code)| *code).collect();
    assert_eq!(highest, ["E06000002", "E08000012", "E08000011", "E06000010", "E08000003"]);
    assert_eq!((100.0 * shares[0].0).round(), 49.0);
    // Jaywick, east of Clacton-on-Sea, was published as the most deprived of 2019
    assert_eq!(worst, ["E01021988"]);
}
