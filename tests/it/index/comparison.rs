//! Scores held against figures outside the index.

use brede::index::comparison::{Overlap, comparisons};
use brede::input::settings::{Compared, Normalise, Weighting};

use crate::index::country::{Country, definition, known, place};

fn compared(indicator: usize, weighting: Weighting) -> Compared {
    Compared { indicator, overlaps: None, weighting, place: place() }
}

/// The score is `a`; `b` goes the other way, but for two areas with many people.
fn country() -> Country {
    let a: Vec<f64> = (0..12).map(f64::from).collect();
    let b: Vec<f64> = a.iter().map(|value| if *value > 9.0 { 40.0 * value } else { -value }).collect();
    let people: Vec<f64> = a.iter().map(|value| if *value > 9.0 { 9000.0 } else { 100.0 }).collect();
    Country::of(12).low("a", 2024, &known(&a)).low("b", 2021, &known(&b)).low("b", 2025, &known(&a)).low(
        "people",
        2024,
        &known(&people),
    )
}

fn index(country: &Country) -> brede::input::settings::Index {
    definition(Normalise::Z_SCORE, vec![country.domain("one", 1.0, Normalise::Z_SCORE, &[("a", 1.0)])])
}

#[test]
fn the_period_is_the_latest_that_is_not_later_than_the_score() {
    let country = country();
    let told = country.told(&index(&country));
    let found = comparisons(&told.atlas, &[compared(1, Weighting::Areas)], told.index());
    assert_eq!((found[0].period, found[0].correlation.unwrap().pairs), (Some(2021), 12));
    assert!(found[0].overlaps.is_empty());
}

#[test]
fn people_may_weigh_more_than_areas() {
    let country = country();
    let told = country.told(&index(&country));
    let of =
        |weighting| comparisons(&told.atlas, &[compared(1, weighting)], told.index())[0].correlation.unwrap();
    let (areas, people) = (of(Weighting::Areas), of(Weighting::People));
    assert!(people.spearman > areas.spearman, "{areas:?} {people:?}");
}

#[test]
fn what_is_in_the_index_and_what_a_model_estimated_is_said() {
    let country = country().estimated("b");
    let told = country.told(&index(&country));
    let both = [compared(0, Weighting::Areas), compared(1, Weighting::Areas)];
    let found = comparisons(&told.atlas, &both, told.index());
    assert_eq!(found[0].overlaps, [Overlap::Inside]);
    assert!((found[0].correlation.unwrap().pearson - 1.0).abs() < 1e-12);
    assert_eq!(found[1].overlaps, [Overlap::Estimated]);
}

#[test]
fn of_a_handful_of_areas_nothing_is_said() {
    let few: Vec<Option<f64>> = (0..12).map(|at| (at < 9).then_some(f64::from(at))).collect();
    let country = country().low("c", 2024, &few).low("d", 2024, &[None; 12]);
    let told = country.told(&index(&country));
    let both = [compared(3, Weighting::Areas), compared(4, Weighting::Areas)];
    let found = comparisons(&told.atlas, &both, told.index());
    assert_eq!((found[0].period, found[0].correlation), (Some(2024), None));
    assert_eq!((found[1].period, found[1].correlation), (None, None));
}
