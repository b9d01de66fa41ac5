//! Indices reckoned again with other choices: intervals of ranks, and what makes them wide.

use brede::index::uncertainty::{Choice, Uncertainty, uncertainty};
use brede::index::{IndexId, compute};
use brede::input::settings::{self, Aggregate, Drop, Normalise};

use crate::index::country::{Country, definition, known, place};

/// Ten areas, of which the first is best and the last worst on both, and the others differ.
fn country() -> Country {
    let one: Vec<f64> = vec![0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 20.0];
    let other: Vec<f64> = vec![0.0, 8.0, 3.0, 1.0, 7.0, 2.0, 5.0, 4.0, 6.0, 30.0];
    Country::of(10).low("one", 2024, &known(&one)).low("other", 2024, &known(&other))
}

fn asked() -> settings::Uncertainty {
    settings::Uncertainty {
        runs: 400,
        seed: 1,
        weights: Some(0.5),
        normalise: vec![Normalise::None],
        aggregate: vec![Aggregate::Arithmetic],
        impute: vec![settings::Impute::None],
        drop: Drop::Nothing,
        samples: None,
        place: place(),
    }
}

fn reckon(asked: settings::Uncertainty) -> Uncertainty {
    let country = country();
    let domain = |id: &str| country.domain(id, 1.0, Normalise::None, &[(id, 1.0)]);
    let mut index = definition(Normalise::Z_SCORE, vec![domain("one"), domain("other")]);
    index.uncertainty = Some(asked);
    let atlas = country.atlas();
    let (scores, _) = compute(std::slice::from_ref(&index), &atlas).expect("the definition is sound");
    let found = uncertainty(std::slice::from_ref(&index), IndexId(0), &atlas, &scores);
    found.expect("the alternatives go together").expect("it is asked for")
}

#[test]
fn what_is_worst_on_all_counts_is_so_whatever_is_chosen() {
    let found = reckon(settings::Uncertainty {
        normalise: vec![
            Normalise::None,
            Normalise::PercentileRank,
            Normalise::MinMax { low: 1.0, high: 2.0 },
        ],
        ..asked()
    });
    assert_eq!(found.incomplete, 0, "all is known of all");
    let ends = |at: usize| found.intervals[at].map(|it| (it.low, it.median, it.high));
    assert_eq!(ends(9), Some((1.0, 1.0, 1.0)));
    assert_eq!(ends(0), Some((10.0, 10.0, 10.0)));
    let wide = found.intervals.iter().flatten().filter(|it| it.high > it.low).count();
    assert!(wide >= 4, "areas that do well on one and badly on the other move: {found:?}");
}

#[test]
fn the_same_seed_gives_the_same_and_another_does_not() {
    assert_eq!(reckon(asked()), reckon(asked()));
    let other = reckon(settings::Uncertainty { seed: 2, runs: 20, ..asked() });
    assert_ne!(reckon(settings::Uncertainty { runs: 20, ..asked() }).intervals, other.intervals);
}

#[test]
fn threads_change_nothing() {
    let all = reckon(asked());
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a pool of one");
    assert_eq!(pool.install(|| reckon(asked())), all);
}

#[test]
fn the_choice_that_matters_is_the_one_that_is_found() {
    // a spread of weights of nearly nothing, beside leaving out half of the index
    let found = reckon(settings::Uncertainty {
        weights: Some(0.001),
        drop: Drop::Indicator,
        samples: Some(500),
        ..asked()
    });
    let of =
        |choice: Choice| found.sensitivities.iter().find(|it| it.choice == choice).copied().expect("varied");
    assert!(of(Choice::Drop).total > 0.9, "{:?}", found.sensitivities);
    assert!(of(Choice::Weights).total < 0.1, "{:?}", found.sensitivities);
}

#[test]
fn alternatives_that_do_not_go_together_are_a_problem() {
    let country = country();
    let domain = |id: &str| country.domain(id, 1.0, Normalise::None, &[(id, 1.0)]);
    let mut index = definition(Normalise::Z_SCORE, vec![domain("one"), domain("other")]);
    index.uncertainty = Some(settings::Uncertainty {
        aggregate: vec![Aggregate::Arithmetic, Aggregate::Geometric],
        ..asked()
    });
    let atlas = country.atlas();
    let (scores, _) = compute(std::slice::from_ref(&index), &atlas).expect("the definition is sound");
    let problems = uncertainty(std::slice::from_ref(&index), IndexId(0), &atlas, &scores).unwrap_err();
    let told: Vec<String> =
        problems.into_iter().map(|problem| brede::diagnostic::Diagnostic::from(problem).wording()).collect();
    assert!(told[0].contains("tries a geometric mean of `z-score` scores"), "{told:?}");
}

/// Where a choice gives a score to areas that have none, or takes it from others, ranks are still those of the areas
/// that they stand beside.
#[test]
fn intervals_count_the_areas_that_have_a_score() {
    // `other` is not known of four areas, the first four of `one`: with it imputed, they would rank among the others
    let one: Vec<f64> = (0..12).map(f64::from).collect();
    let other: Vec<Option<f64>> = (0..12).map(|at| (at >= 4).then(|| f64::from((at * 5) % 12))).collect();
    let country = Country::of(12).low("one", 2024, &known(&one)).low("other", 2024, &other);
    let domain = |id: &str| country.domain(id, 1.0, Normalise::None, &[(id, 1.0)]);
    let reckon = |minimum: f64, asked: settings::Uncertainty| {
        let mut index = definition(Normalise::Z_SCORE, vec![domain("one"), domain("other")]);
        index.minimum_known = minimum;
        index.uncertainty = Some(asked);
        let atlas = country.atlas();
        let (scores, _) = compute(std::slice::from_ref(&index), &atlas).expect("the definition is sound");
        let found = uncertainty(std::slice::from_ref(&index), IndexId(0), &atlas, &scores);
        found.expect("the alternatives go together").expect("it is asked for")
    };
    let imputed = settings::Uncertainty {
        weights: None,
        impute: vec![settings::Impute::None, settings::Impute::Median(settings::By::All)],
        ..asked()
    };
    let found = reckon(0.66, imputed);
    assert_eq!(found.intervals.iter().flatten().count(), 8);
    assert!(found.intervals.iter().flatten().all(|it| it.low >= 1.0 && it.high <= 8.0), "{found:?}");
    // one indicator alone is enough: without `one` four areas have no score, and the others keep to the same twelve
    let dropped = settings::Uncertainty { weights: None, drop: Drop::Indicator, ..asked() };
    let found = reckon(0.5, dropped);
    assert_eq!(found.intervals.iter().flatten().count(), 12);
    assert!(found.intervals.iter().flatten().all(|it| it.low >= 1.0 && it.high <= 12.0), "{found:?}");
}
