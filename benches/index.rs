//! The bars of the index engine: how long it takes to score, to score many periods, to reckon again a thousand
//! times, and to find what ranks hang on. Prints a line for each: name, seconds (the best of several runs).
//!
//! `benches/index.sh` runs the same work in numpy beside it.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Instant;

use brede::diagnostic::Place;
use brede::index::uncertainty::{uncertainty, uniform};
use brede::index::{IndexId, compute, score};
use brede::input::settings::{
    self, Aggregate, ClassRule, Classes, Combine, Domain, Drop, Good, Impute, Ingredient, Normalise, Parts,
    QuantileOf, Reference, Text, Uncertainty, Weighing,
};
use brede::model::atlas::{Area, AreaId, Atlas, Indicator, LevelId, Period, Reading};

/// As the program itself.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const WEIGHTS: [f64; 7] = [22.5, 22.5, 13.5, 13.5, 9.3, 9.3, 9.3];

fn main() {
    let england = atlas(32_844, 7, 1);
    let index = |asked| definition(seven(), Normalise::RankExponential, &[2024], asked);
    let scored = [index(None)];
    told("score, rank and class 32,844 areas of 7 domains", 9, || {
        drop(score(&scored, &england).expect("the definition is sound"));
    });

    let many = atlas(14_574, 30, 10);
    let years: Vec<Period> = (2015..2025).collect();
    let panel = [definition(six_of_five(), Normalise::Z_SCORE, &years, None)];
    told("14,574 areas, 30 indicators, 10 periods, pooled", 3, || {
        drop(score(&panel, &many).expect("the definition is sound"));
    });

    let asked = Uncertainty { runs: 1000, weights: Some(0.25), ..plain() };
    let varied = [index(Some(asked))];
    let (scores, _) = compute(&varied, &england).expect("the definition is sound");
    told("1,000 runs of 32,844 areas of 7 domains", 3, || {
        drop(uncertainty(&varied, IndexId(0), &england, &scores).expect("the alternatives fit"));
    });

    let small = atlas(51, 49, 1);
    let asked = Uncertainty {
        runs: 100,
        samples: Some(1000),
        weights: Some(0.25),
        normalise: vec![Normalise::None, Normalise::PercentileRank, Normalise::RankNormal],
        drop: Drop::Indicator,
        ..plain()
    };
    let sampled = [definition(seven_of_seven(), Normalise::None, &[2024], Some(asked))];
    let (scores, _) = compute(&sampled, &small).expect("the definition is sound");
    told("Sobol, 1,000 base samples of 51 areas, 49 indicators", 3, || {
        drop(uncertainty(&sampled, IndexId(0), &small, &scores).expect("the alternatives fit"));
    });
}

/// Measures what is asked for: all, or what has a word of the arguments in its name.
fn told(what: &str, times: usize, mut work: impl FnMut()) {
    let mut wanted = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).peekable();
    if wanted.peek().is_some() && !wanted.any(|word| what.contains(&word)) {
        return;
    }
    let best = (0..times).map(|_| {
        let start = Instant::now();
        work();
        start.elapsed().as_secs_f64()
    });
    println!("{what}\t{:.4}", best.fold(f64::INFINITY, f64::min));
}

/// A whole with so many areas in it, and indicators with a number for each.
fn atlas(areas: usize, indicators: usize, periods: usize) -> Atlas {
    let area = |at: usize| Area {
        code: if at == 0 { "W".to_owned() } else { format!("A{at:06}") },
        name: String::new(),
        level: LevelId(u8::from(at > 0)),
        parent: (at > 0).then_some(AreaId(0)),
        children: Vec::new(),
    };
    let indicator = |at: usize| Indicator::plain(&format!("i{at:02}"), Good::Low);
    let readings = (0..indicators).map(|at| {
        let of = |period: usize| {
            let value = |area: usize| match area {
                0 => Reading::MISSING,
                area => Reading::published(100.0 * uniform(at as u64, area, period)),
            };
            (2025 - periods as Period + period as Period, (0..=areas).map(value).collect())
        };
        (0..periods).map(of).collect::<BTreeMap<Period, Vec<Reading>>>()
    });
    Atlas::from_parts(
        2,
        (0..=areas).map(area).collect(),
        (0..indicators).map(indicator).collect(),
        readings.collect(),
        None,
    )
}

fn place() -> Place {
    Place::file(&Arc::from("bench"))
}

fn combine(normalise: Normalise) -> Combine {
    Combine { normalise, weigh: Weighing::Given, aggregate: Aggregate::Arithmetic }
}

fn domain(at: usize, weight: f64, normalise: Normalise, indicators: std::ops::Range<usize>) -> Domain {
    Domain {
        id: format!("d{at}"),
        name: Text::from("domain"),
        weight,
        why: None,
        parts: Parts::Indicators(indicators.map(|at| Ingredient::plain(at, 1.0, place())).collect()),
        combine: combine(normalise),
        goalposts: None,
        target: None,
        place: place(),
    }
}

fn seven() -> Vec<Domain> {
    WEIGHTS.iter().enumerate().map(|(at, weight)| domain(at, *weight, Normalise::None, at..at + 1)).collect()
}

fn six_of_five() -> Vec<Domain> {
    (0..6).map(|at| domain(at, 1.0, Normalise::Z_SCORE, at * 5..at * 5 + 5)).collect()
}

fn seven_of_seven() -> Vec<Domain> {
    let min_max = Normalise::MinMax { low: 0.0, high: 100.0 };
    (0..7).map(|at| domain(at, 1.0, min_max, at * 7..at * 7 + 7)).collect()
}

fn plain() -> Uncertainty {
    Uncertainty {
        runs: 1,
        seed: 1,
        weights: None,
        normalise: vec![Normalise::None],
        aggregate: vec![Aggregate::Arithmetic],
        impute: vec![Impute::None],
        drop: Drop::Nothing,
        samples: None,
        place: place(),
    }
}

fn definition(
    domains: Vec<Domain>,
    normalise: Normalise,
    periods: &[Period],
    uncertainty: Option<Uncertainty>,
) -> settings::Index {
    let labels = (0..10).map(|_| Text::from("class")).collect();
    settings::Index {
        id: "index".to_owned(),
        name: Text::from("index"),
        about: None,
        level: 1,
        periods: periods.to_vec(),
        good: Good::Low,
        is_verdict: true,
        reference: if periods.len() > 1 { Reference::Pooled } else { Reference::EachPeriod },
        eligible: None,
        minimum_known: 0.66,
        available: 0.66,
        change: None,
        domains,
        combine: combine(normalise),
        classes: Some(Classes { rule: ClassRule::Quantile(QuantileOf::Areas), labels }),
        uncertainty,
        compare: Vec::new(),
        place: place(),
    }
}
