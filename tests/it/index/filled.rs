//! Areas of which nothing is known, or nothing is left: what a rule filled in makes no score.

use brede::index::uncertainty::uncertainty;
use brede::index::{IndexId, Outcome, compute};
use brede::input::settings::{self, Aggregate, By, Drop, Impute, Normalise, Parts};

use crate::index::country::{Country, definition, known, place};

/// Of the last area nothing is known, and of the one before it `x` alone.
fn country() -> Country {
    Country::of(5).low("x", 2024, &[Some(1.0), Some(2.0), Some(6.0), Some(3.0), None]).low(
        "y",
        2024,
        &[Some(5.0), Some(1.0), Some(6.0), None, None],
    )
}

fn index(country: &Country) -> settings::Index {
    let mut domains = vec![
        country.domain("x", 1.0, Normalise::Z_SCORE, &[("x", 1.0)]),
        country.domain("y", 1.0, Normalise::Z_SCORE, &[("y", 1.0)]),
    ];
    for domain in &mut domains {
        let Parts::Indicators(ingredients) = &mut domain.parts else { panic!("it holds indicators") };
        ingredients.iter_mut().for_each(|ingredient| ingredient.impute = Impute::Mean(By::All));
    }
    definition(Normalise::Z_SCORE, domains)
}

#[test]
fn an_area_of_which_nothing_is_known_has_no_score_and_no_say() {
    let country = country();
    let told = country.told(&index(&country));
    assert_eq!(*told.outcome("N00004", 2024), Outcome::NotEnough { known: 0.0 });
    // z of y 5, 1, 6 and the mean 4, without a second 4: d = 1, −3, 2, 0, and √(14 ÷ 3)
    let deviation = (14.0_f64 / 3.0).sqrt();
    let domains = told.domains("N00000", 2024);
    assert!((domains[1].0 - 1.0 / deviation).abs() < 1e-12, "{domains:?}");
    // what is known in part is filled in and scored
    let score = told.score("N00003", 2024);
    assert_eq!((score.known, score.imputed.len(), score.of), (0.5, 1, 4));
    assert_eq!(told.results(2024).filled, [vec![], vec![3]]);
}

#[test]
fn what_is_left_without_a_part_must_be_measured_too() {
    let country = country();
    let told = country.told(&index(&country));
    let left_out = told.index().left_out.as_ref().expect("parts can be left out");
    let scored = |at: usize| left_out.parts[at].found.iter().map(Option::is_some).collect::<Vec<bool>>();
    assert_eq!(scored(0), [true, true, true, false, false]);
    assert_eq!(scored(1), [true, true, true, true, false]);
}

#[test]
fn a_run_without_it_gives_no_rank() {
    let country = country();
    let mut index = index(&country);
    index.uncertainty = Some(settings::Uncertainty {
        runs: 60,
        seed: 1,
        weights: None,
        normalise: vec![Normalise::None],
        aggregate: vec![Aggregate::Arithmetic],
        impute: vec![Impute::None],
        drop: Drop::Indicator,
        samples: None,
        place: place(),
    });
    let atlas = country.atlas();
    let (scores, _) = compute(std::slice::from_ref(&index), &atlas).expect("the definition is sound");
    let found = uncertainty(std::slice::from_ref(&index), IndexId(0), &atlas, &scores);
    let found = found.expect("the alternatives go together").expect("it is asked for");
    assert!(found.intervals[4].is_none());
    // one of three choices leaves `x` out, and N00003 with it
    assert!((10..30).contains(&found.incomplete), "{} of {}", found.incomplete, found.runs);
    // of N00003 x alone is known: without y and with both it is second from the bad end, and without x nowhere
    let interval = found.intervals[3].expect("it has a score");
    assert_eq!((interval.low, interval.high), (2.0, 2.0), "{interval:?}");
}

#[test]
fn a_weight_of_zero_is_no_knowledge() {
    let country =
        Country::of(3).low("x", 2024, &known(&[1.0, 2.0, 6.0])).low("y", 2024, &[Some(5.0), Some(1.0), None]);
    let mut index = index(&country);
    index.domains[0].weight = 0.0;
    let told = country.told(&index);
    assert_eq!(*told.outcome("N00002", 2024), Outcome::NotEnough { known: 0.0 });
}
