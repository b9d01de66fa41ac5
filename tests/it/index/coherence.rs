//! Whether the parts of an index go together.

use brede::index::IndexId;
use brede::index::coherence::{Coherence, Flag, Part};
use brede::input::settings::{self, Good, Normalise};
use brede::model::atlas::IndicatorId;

use crate::index::country::{Country, definition, known};

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-12
}

/// Two domains: one of two indicators that point opposite ways, one of a single one.
fn country() -> Country {
    let rising: Vec<f64> = (0..30).map(f64::from).collect();
    let uneven: Vec<f64> = (0..30).map(|at| f64::from(at * 7 % 30)).collect();
    let falling: Vec<f64> = uneven.iter().map(|value| -value).collect();
    Country::of(30)
        .low("a", 2024, &known(&uneven))
        .low("b", 2024, &known(&falling))
        .low("c", 2024, &known(&rising))
        .indicator("d", Good::High, 2024, &known(&falling))
}

fn index(country: &Country, first: &[(&str, f64)]) -> settings::Index {
    let normalise = Normalise::Z_SCORE;
    let one = country.domain("one", 1.0, normalise, first);
    let other = country.domain("other", 1.0, normalise, &[("c", 1.0)]);
    definition(normalise, vec![one, other])
}

fn of(country: &Country, definition: settings::Index) -> Coherence {
    let told = country.told(&definition);
    Coherence::of(&[definition], IndexId(0), &told.atlas, &told.scores).expect("areas have a score")
}

fn coherence(country: &Country, first: &[(&str, f64)]) -> Coherence {
    of(country, index(country, first))
}

#[test]
fn an_indicator_without_weight_is_in_nothing() {
    let found = coherence(&country(), &[("a", 1.0), ("b", 0.0)]);
    assert_eq!((found.period, found.areas, found.indicators.len()), (2024, 30, 2));
    // a domain of one indicator is that indicator
    let first = found.indicators[0];
    assert!(near(first.with_domain.unwrap().pearson, 1.0) && first.with_domain.unwrap().pairs == 30);
    assert!(near(first.with_score.unwrap().pearson, found.domains[0].with_score.unwrap().pearson));
    assert!(found.domains[0].alpha.is_none());
    // two domains of one deviation add up to their mean: alpha is 2r ÷ (1 + r), and r with the score √((1 + r) ÷ 2)
    let r = found.domains[1].with_earlier[0].unwrap().pearson;
    assert!(near(found.alpha.unwrap().value, 2.0 * r / (1.0 + r)));
    assert!(near(found.domains[0].with_score.unwrap().pearson, ((1.0 + r) / 2.0).sqrt()));
}

#[test]
fn parts_that_work_against_each_other_and_parts_that_say_the_same_are_told() {
    let (a, b, d) = (IndicatorId(0), IndicatorId(1), IndicatorId(3));
    let found = coherence(&country(), &[("a", 2.0), ("b", 1.0)]);
    let against = |flag: &Flag| match flag {
        Flag::Against { one, other, r } => {
            (*one, *other) == (Part::Indicator(a), Part::Indicator(b)) && near(*r, -1.0)
        }
        Flag::Double { .. } => false,
    };
    assert!(found.flags.iter().any(against), "{:?}", found.flags);
    // turned to the direction of the index, `d` is `a`
    let found = coherence(&country(), &[("a", 2.0), ("d", 1.0)]);
    let double = |flag: &Flag| match flag {
        Flag::Double { one, other, r } => {
            (*one, *other) == (Part::Indicator(a), Part::Indicator(d)) && near(*r, 1.0)
        }
        Flag::Against { .. } => false,
    };
    assert!(found.flags.iter().any(double), "{:?}", found.flags);
    assert!(near(found.domains[0].alpha.unwrap().value, 1.0));
}

#[test]
fn areas_that_may_have_no_score_have_no_say() {
    let mut people = vec![Some(500.0); 30];
    people[29] = Some(10.0);
    people[28] = None;
    let country = country().low("people", 2024, &people);
    let mut definition = index(&country, &[("a", 1.0)]);
    definition.eligible = Some((4, 200.0));
    let found = of(&country, definition);
    assert_eq!(found.indicators[0].with_score.unwrap().pairs, 28);
}

#[test]
fn what_is_the_same_everywhere_goes_with_nothing() {
    let flat = Country::of(30).low("a", 2024, &vec![Some(3.0); 30]).low("c", 2024, &known(&[1.0; 30]));
    let found = of(&flat, index(&flat, &[("a", 1.0)]));
    assert!(found.alpha.is_none() && found.flags.is_empty());
    assert!(found.domains.iter().all(|domain| domain.with_score.is_none()));
}
