//! In how many indicators an area is among the worst.

use brede::index::Carried;
use brede::input::settings::{Good, Normalise};
use brede::model::atlas::{IndicatorId, Period, Reading};

use crate::index::country::{Country, Told, definition, known};

const TWELVE: [f64; 12] = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0, 12.0];

fn index(country: &Country, indicators: &[(&str, f64)]) -> brede::input::settings::Index {
    let domain = country.domain("one", 1.0, Normalise::Z_SCORE, indicators);
    definition(Normalise::Z_SCORE, vec![domain])
}

/// How many, of how many, and of which.
fn told(told: &Told, code: &str, period: Period) -> Option<(usize, usize, Vec<u16>)> {
    let area = told.atlas.find(code).expect("the test names an area of its country");
    let found = told.index().bottom(&told.atlas, area, period)?;
    Some((found.worst.len(), found.known, found.worst.iter().map(|id| id.0).collect()))
}

#[test]
fn each_indicator_counts_by_its_own_good_end_whatever_its_weight() {
    let country = Country::of(12)
        .low("a", 2024, &known(&TWELVE))
        .indicator("b", Good::High, 2024, &known(&TWELVE))
        .low("c", 2024, &known(&TWELVE))
        .low("d", 2024, &known(&TWELVE));
    let reckoned = country.told(&index(&country, &[("a", 9.0), ("b", 1.0), ("c", 0.0)]));
    // of twelve, the worst three; what has no weight is not in the index
    assert_eq!(told(&reckoned, "N00009", 2024), Some((1, 2, vec![0])));
    assert_eq!(told(&reckoned, "N00011", 2024), Some((1, 2, vec![0])));
    assert_eq!(told(&reckoned, "N00002", 2024), Some((1, 2, vec![1])));
    assert_eq!(told(&reckoned, "N00005", 2024), Some((0, 2, vec![])));
    assert_eq!(told(&reckoned, "D0", 2024), None);
    assert_eq!(told(&reckoned, "N00005", 2019), None);
}

#[test]
fn who_may_have_no_score_neither_counts_nor_is_counted() {
    let mut people = vec![Some(900.0); 12];
    people[11] = Some(3.0);
    people[10] = None;
    let mut values = known(&TWELVE);
    values[9] = None;
    let country =
        Country::of(12).low("a", 2024, &values).low("b", 2024, &known(&TWELVE)).low("people", 2024, &people);
    let mut index = index(&country, &[("a", 1.0), ("b", 1.0)]);
    index.eligible = Some((2, 200.0));
    let reckoned = country.told(&index);
    assert_eq!(told(&reckoned, "N00011", 2024), None);
    assert_eq!(told(&reckoned, "N00010", 2024), None);
    // without a score, for too little is known; of the ten numbers of `b` the worst two
    assert_eq!(told(&reckoned, "N00009", 2024), Some((1, 1, vec![1])));
    assert_eq!(told(&reckoned, "N00008", 2024), Some((2, 2, vec![0, 1])));
    assert_eq!(told(&reckoned, "N00007", 2024), Some((1, 2, vec![0])));
}

#[test]
fn what_was_carried_counts_with_its_year() {
    let mut now = vec![Reading::published(1.0); 12];
    now[3] = Reading::MISSING;
    let country = Country::of(12)
        .readings("a", Good::Low, 2024, &now)
        .low("a", 2022, &known(&[5.0; 12]))
        .low("b", 2024, &known(&TWELVE))
        .carry("a", 2);
    let reckoned = country.told(&index(&country, &[("a", 1.0), ("b", 1.0)]));
    let area = reckoned.atlas.find("N00003").unwrap();
    let found = reckoned.index().bottom(&reckoned.atlas, area, 2024).unwrap();
    assert_eq!(found.carried, [Carried { indicator: IndicatorId(0), of: 2022 }]);
    // where all others are alike, none of them is among the worst
    assert_eq!(told(&reckoned, "N00004", 2024), Some((0, 2, vec![])));
}
