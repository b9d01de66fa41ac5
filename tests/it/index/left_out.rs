//! An index without each of its parts in turn: reckoned by hand, and against the definition without the part.

use brede::index::left_out::Without;
use brede::input::settings::{Aggregate, Normalise, Parts};

use crate::index::country::{Country, Told, classes, definition, domain, known};

use Normalise::None as AsGiven;

/// Five areas. `home` weighs twice as much as `work` and `care`; care is not known of the last area.
fn country() -> Country {
    Country::of(5)
        .low("rent", 2024, &known(&[1.0, 2.0, 3.0, 4.0, 5.0]))
        .low("damp", 2024, &known(&[5.0, 4.0, 5.0, 6.0, 9.0]))
        .low("jobs", 2024, &known(&[9.0, 1.0, 4.0, 1.0, 2.0]))
        .low("care", 2024, &[Some(0.0), Some(9.0), Some(1.0), Some(2.0), None])
        .low("people", 2024, &known(&[10.0, 20.0, 30.0, 40.0, 100.0]))
}

fn told() -> Told {
    let country = country();
    let mut index = definition(
        AsGiven,
        vec![
            country.domain("home", 2.0, AsGiven, &[("rent", 1.0), ("damp", 1.0)]),
            country.domain("work", 1.0, AsGiven, &[("jobs", 1.0)]),
            country.domain("health", 1.0, AsGiven, &[("care", 1.0)]),
        ],
    );
    index.classes = classes(2);
    country.told(&index)
}

fn ranks(without: &Without) -> Vec<Option<f64>> {
    without.found.iter().map(|found| found.map(|found| found.rank)).collect()
}

#[test]
fn a_small_index_by_hand() {
    let told = told();
    let index = told.index();
    // home 3, 3, 4, 5, 7: scores (6 + 9 + 0) ÷ 4, (6 + 1 + 9) ÷ 4, 13 ÷ 4, 13 ÷ 4, and without care (14 + 2) ÷ 3
    let scores: Vec<f64> = told.all_scores(2024).into_iter().flatten().map(|score| score.value).collect();
    assert_eq!(scores[..4], [3.75, 4.0, 3.25, 3.25]);
    assert!((scores[4] - 16.0 / 3.0).abs() < 1e-12);
    let left_out = index.left_out.as_ref().expect("parts can be left out");
    assert_eq!(left_out.period, 2024);
    // jobs and care are alone in their domains, which are left out instead
    let parts: Vec<usize> = left_out.parts.iter().map(|without| without.part).collect();
    assert_eq!(parts, [0, 1, 2, 3, 5]);
    let [home, rent, _, work, health] = left_out.parts.as_slice() else { panic!("five parts") };

    // without home, half of the rest is known of the last area, which is too little
    assert_eq!(ranks(home), [Some(2.0), Some(1.0), Some(3.0), Some(4.0), None]);
    assert_eq!((home.of, home.shift.areas), (4, 4));
    // ranks were 3, 2, 4.5 and 4.5 of five; among the four that keep a score 2, 1, 3.5 and 3.5
    assert_eq!((home.shift.lost, home.shift.gained), (1, 0));
    assert_eq!(home.shift.mean, (0.5 + 0.5) / 4.0);
    let largest = home.shift.largest.expect("an area moves");
    assert_eq!((largest.place, largest.from, largest.to), (2, 3.5, 3.0));

    // without rent, home is damp alone: (10 + 9 + 0) ÷ 4, (8 + 1 + 9) ÷ 4, (10 + 4 + 1) ÷ 4, (12 + 1 + 2) ÷ 4, 20 ÷ 3
    let scores: Vec<f64> = rent.found.iter().flatten().map(|found| found.score).collect();
    assert_eq!(scores[..4], [4.75, 4.5, 3.75, 3.75]);
    assert!((scores[4] - 20.0 / 3.0).abs() < 1e-12);
    assert_eq!(ranks(rent), [2.0, 3.0, 4.5, 4.5, 1.0].map(Some));
    // of five, the worst two and a half are in the second class: ⌈2·rank ÷ 5⌉ = 1 for ranks 1 and 2
    let class = |without: &Without, place: usize| without.found[place].and_then(|found| found.class);
    assert_eq!([0, 1, 4].map(|place| class(rent, place)), [Some(1), Some(0), Some(1)]);
    // before, N00001 was second and N00000 third: both change, 30 of 200 people
    assert_eq!((rent.shift.other_class, rent.shift.people), (Some(2), Some(0.15)));

    // without work: (6 + 0) ÷ 3, (6 + 9) ÷ 3, (8 + 1) ÷ 3, (10 + 2) ÷ 3, and home alone is 2 ÷ 3 of the weight
    assert_eq!(ranks(work), [5.0, 2.0, 4.0, 3.0, 1.0].map(Some));
    // without health: (6 + 9) ÷ 3, 7 ÷ 3, 12 ÷ 3, 11 ÷ 3, 16 ÷ 3
    assert_eq!(ranks(health), [2.0, 5.0, 3.0, 4.0, 1.0].map(Some));
}

/// What is left out alone in a layer, or weighs nothing, is told by what it is in, or not at all.
#[test]
fn nothing_is_told_where_nothing_can_be_left_out() {
    let country = country();
    let one = |indicators: &[(&str, f64)]| country.domain("only", 1.0, AsGiven, indicators);
    let told = |domains| country.told(&definition(AsGiven, domains)).index().left_out.clone();
    assert_eq!(told(vec![one(&[("rent", 1.0)])]), None);
    assert_eq!(told(vec![one(&[("rent", 1.0), ("damp", 0.0)])]), None);
    let two = told(vec![one(&[("rent", 1.0), ("damp", 3.0)])]).expect("each of two can be left out");
    assert_eq!(two.parts.iter().map(|without| without.part).collect::<Vec<usize>>(), [1, 2]);
}

/// A mean of logarithms may find nothing to take in what is left of a domain.
#[test]
fn what_cannot_be_reckoned_without_a_part_is_not() {
    let country = Country::of(3)
        .low("up", 2024, &known(&[5.0, 6.0, 7.0]))
        .low("down", 2024, &known(&[-1.0, -2.0, -3.0]))
        .low("other", 2024, &known(&[1.0, 2.0, 4.0]));
    let mut index = definition(
        AsGiven,
        vec![
            country.domain("both", 1.0, AsGiven, &[("up", 1.0), ("down", 1.0)]),
            country.domain("other", 1.0, AsGiven, &[("other", 1.0)]),
        ],
    );
    index.combine.aggregate = Aggregate::Geometric;
    let told = country.told(&index);
    let left_out = told.index().left_out.as_ref().expect("parts can be left out");
    let areas: Vec<usize> = left_out.parts.iter().map(|without| without.shift.areas).collect();
    // without both, up, down and other
    assert_eq!(areas, [3, 0, 3, 3]);
}

/// Without a domain, or a figure of one, an index is what it would be if its definition had never named it.
#[test]
fn it_is_the_definition_without_the_part() {
    let values = |seed: usize| -> Vec<Option<f64>> {
        let draw = |at: usize| 1.0 + (9.0 * brede::index::uncertainty::uniform(seed as u64, at, 0));
        (0..40).map(|at| (at % 11 != seed).then(|| draw(at))).collect()
    };
    let names = ["a", "b", "c", "d", "e"];
    let country = names.iter().enumerate().fold(Country::of(40), |country, (seed, name)| {
        country.low(name, 2019, &values(seed)).low(name, 2024, &values(seed + 6))
    });
    let normalisations = [
        AsGiven,
        Normalise::MinMax { low: 1.0, high: 100.0 },
        Normalise::RankExponential,
        Normalise::PercentileRank,
    ];
    let means = [Aggregate::Arithmetic, Aggregate::Geometric, Aggregate::Power(2.0), Aggregate::Copeland];
    for normalise in normalisations {
        for aggregate in means {
            if normalise == Normalise::PercentileRank && aggregate == Aggregate::Geometric {
                continue;
            }
            let build = |left_out: Option<&str>| {
                let indicators = |of: &[(&'static str, f64)]| -> Vec<(&'static str, f64)> {
                    of.iter().copied().filter(|(name, _)| Some(*name) != left_out).collect()
                };
                let inner = vec![
                    country.domain("in", 3.0, normalise, &indicators(&[("a", 2.0), ("b", 1.0)])),
                    country.domain("alone", 2.0, normalise, &[("c", 1.0)]),
                ];
                let inner = inner.into_iter().filter(|domain| Some(domain.id.as_str()) != left_out).collect();
                let domains = vec![
                    domain("deep", 5.0, normalise, Parts::Domains(inner)),
                    country.domain("flat", 2.5, normalise, &indicators(&[("d", 1.0), ("e", 4.0)])),
                ];
                let domains = domains.into_iter().filter(|domain| Some(domain.id.as_str()) != left_out);
                let mut index = definition(normalise, domains.collect());
                index.periods = vec![2019, 2024];
                index.combine.aggregate = aggregate;
                index.classes = classes(4);
                country.told(&index)
            };
            let told = build(None);
            let index = told.index();
            let left_out = index.left_out.as_ref().expect("parts can be left out");
            assert_eq!(left_out.parts.len(), 8);
            for without in &left_out.parts {
                let id = match &index.parts[without.part].of {
                    brede::index::Weighed::Domain(id) => id.clone(),
                    brede::index::Weighed::Indicator(id) => told.atlas.indicator(*id).id.clone(),
                    brede::index::Weighed::Index(_) => unreachable!("it is made of no other index"),
                };
                let apart = build(Some(&id));
                for (one, other) in without.found.iter().zip(apart.all_scores(2024)) {
                    assert_eq!(one.is_some(), other.is_some(), "{id} {normalise:?} {aggregate:?}");
                    let (Some(one), Some(other)) = (one, other) else { continue };
                    let scale = other.value.abs().max(1.0);
                    assert!(
                        (one.score - other.value).abs() < 1e-9 * scale,
                        "{id} {normalise:?} {aggregate:?}"
                    );
                    assert_eq!(
                        (one.rank, one.class),
                        (other.rank, other.class),
                        "{id} {normalise:?} {aggregate:?}"
                    );
                }
            }
        }
    }
}
