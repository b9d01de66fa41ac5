//! How people are spread over the ranks of the parts of an area.

use brede::input::settings::{Good, Normalise};

use crate::index::country::{Country, classes, definition, known};

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-12
}

/// Twenty neighbourhoods with scores from 1 to 20, and as many people in each.
fn twenty() -> (Country, Vec<f64>) {
    let scores: Vec<f64> = (1..=20).map(f64::from).collect();
    (Country::of(20).low("x", 2024, &known(&scores)), scores)
}

fn index(country: &Country) -> brede::input::settings::Index {
    let domain = country.domain("one", 1.0, Normalise::None, &[("x", 1.0)]);
    definition(Normalise::None, vec![domain])
}

#[test]
fn the_whole_by_hand() {
    let (country, scores) = twenty();
    let country = country.indicator("people", Good::Context, 2024, &known(&scores));
    let told = country.told(&index(&country));
    let whole = &told.results(2024).summaries[&told.atlas.find("C").unwrap()];
    // ranks 1 to 6 are the percentiles 5, 10, 15, 20, 25 and 30
    let step = 0.9 / 19.0;
    let slide = [0.95 - 4.0 * step, 0.95 - 9.0 * step, 0.95 - 14.0 * step, 0.05];
    let counted: f64 =
        slide.iter().zip([18.0, 17.0, 16.0, 15.0]).map(|(weight, people)| weight * people).sum();
    assert!(near(whole.extent, (20.0 + 19.0 + counted) / 210.0));
    // a tenth of 210 people: all 20 of the worst, and one of the next
    assert!(near(whole.local_concentration, (20.0 + 2.0) / 21.0));
    // Σ rank × (21 − rank) is 21 × 210 − 2,870
    assert!(near(whole.mean_rank, (21.0 * 210.0 - 2870.0) / 210.0));
    assert_eq!((whole.of, whole.pockets), (20, 0));
}

#[test]
fn where_nobody_is_counted_each_part_weighs_the_same() {
    let (country, _) = twenty();
    let told = country.told(&index(&country));
    let whole = &told.results(2024).summaries[&told.atlas.find("C").unwrap()];
    assert!(near(whole.local_concentration, 1.5) && near(whole.mean_rank, 10.5));
    let step = 0.9 / 19.0;
    assert!(near(whole.extent, (2.0 + 3.0 * 0.95 - 27.0 * step + 0.05) / 20.0));
}

#[test]
fn a_very_high_part_of_a_low_district_is_a_pocket() {
    let codes = ["A0", "A1", "A2", "A3", "A4", "B0", "B1", "B2", "B3", "B4"];
    let codes = codes.map(|code| (code, if code.starts_with('A') { "D0" } else { "D1" }));
    let scores = known(&[1.0, 2.0, 3.0, 4.0, 10.0, 5.0, 6.0, 7.0, 8.0, 9.0]);
    let country = Country::with_codes(codes).low("x", 2024, &scores);
    let mut definition = index(&country);
    definition.classes = classes(5);
    let told = country.told(&definition);
    let summary = |code: &str| &told.results(2024).summaries[&told.atlas.find(code).unwrap()];
    // both have one of the two neighbourhoods of the worst class
    assert_eq!((summary("D0").parts_by_class[4], summary("D1").parts_by_class[4]), (1, 1));
    assert_eq!((summary("D0").mean_rank, summary("D0").pockets), (7.0, 1));
    assert_eq!((summary("D1").mean_rank, summary("D1").pockets), (4.0, 0));
}

#[test]
fn the_good_end_may_be_the_high_one() {
    let (country, _) = twenty();
    let mut definition = index(&country);
    definition.good = Good::High;
    // an indicator of which low is good cannot be turned where nothing is normalised
    let high = Country::of(20).indicator(
        "x",
        Good::High,
        2024,
        &known(&(1..=20).map(f64::from).collect::<Vec<f64>>()),
    );
    let told = high.told(&definition);
    let district = &told.results(2024).summaries[&told.atlas.find("D0").unwrap()];
    // its scores are 1, 3, … 19, and so are its ranks from the bad end: a tenth of ten parts is the first
    assert!(near(district.local_concentration, 1.0) && near(district.mean_rank, 10.0));
}
