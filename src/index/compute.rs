//! Every index of a site, one after the other: survey, layers, ranks, classes, summaries.

use crate::diagnostic::Report;
use crate::index::change::{EqualPanel, Tells};
use crate::index::classify::{self, GoodEnd};
use crate::index::layer::{self, Ground, Layer};
use crate::index::panel::{Panel, Standing};
use crate::index::people;
use crate::index::problem::{Part, Problem, WhyNone};
use crate::index::rank::{self, Ranks};
use crate::index::summary::summaries;
use crate::index::survey;
use crate::index::{Carried, Domain, Index, Outcome, Results, Score, Scores};
use crate::input::settings::{self, Good};
use crate::model::atlas::{Atlas, IndicatorId, Period};

/// The scores of all indices, in the order of their definitions, with what their authors should know:
/// indicators that are nowhere or seldom known in a period, or the same everywhere, and periods without a
/// score. Indicators and levels of the definitions are those of the atlas.
///
/// People, for whom is eligible and for what parents get, are those of the period itself, else of the latest
/// earlier one that speaks of the area, else of the latest.
///
/// # Errors
/// Every problem of every index: an indicator without a good end, one that points the other way where nothing
/// is normalised, numbers that cannot be reckoned with, an index in which no area has a score.
pub fn compute(definitions: &[settings::Index], atlas: &Atlas) -> Result<(Scores, Report), Report> {
    let mut report = Report::new();
    let mut scores = Scores::default();
    for definition in definitions {
        let panel = Panel::new(definition, atlas);
        let ground = Ground { definition, atlas, panel: &panel };
        let mut problems = survey::problems(ground);
        scores.indices.push(index(ground, &mut problems));
        for problem in problems {
            report.push(problem.into());
        }
    }
    report.and(scores)
}

fn index(ground: Ground<'_>, problems: &mut Vec<Problem>) -> Index {
    let Ground { definition, panel, .. } = ground;
    let mut layer = layer::index(ground, problems);
    layer.leaves.sort_by_key(|leaf| leaf.indicator);
    let good = match definition.good {
        Good::High => GoodEnd::High,
        Good::Low | Good::Neither | Good::Context => GoodEnd::Low,
    };
    let classes = definition.classes.as_ref().map_or(0, |classes| classes.labels.len());
    let scores = &layer.combined.column.values;
    let breaks = classify::quantiles(&scores[panel.classed_over()], classes, good);
    let periods = panel.periods.iter().enumerate();
    let results = periods.map(|(at, period)| (*period, results(ground, &layer, at, &breaks, good)));
    let mut indicators: Vec<IndicatorId> = layer.leaves.iter().map(|leaf| leaf.indicator).collect();
    indicators.dedup();
    let mut index = Index {
        id: definition.id.clone(),
        level: panel.level,
        periods: panel.periods.clone(),
        domains: definition
            .domains
            .iter()
            .zip(&layer.parts)
            .map(|(domain, part)| Domain { id: domain.id.clone(), weight: domain.weight, used: part.used })
            .collect(),
        low_is_good: good == GoodEnd::Low,
        results: results.collect(),
        breaks,
        indicators,
        tells: Tells::of(definition),
        panel: EqualPanel::default(),
    };
    index.panel = EqualPanel::of(ground.atlas, &index);
    note(ground, &layer, &index, problems);
    index
}

fn results(ground: Ground<'_>, layer: &Layer, at: usize, breaks: &[f64], good: GoodEnd) -> Results {
    let Ground { atlas, panel, .. } = ground;
    let cells = panel.of_period(at);
    let ranks = rank::from_largest(&layer.combined.column.values[cells.clone()]);
    let outcomes: Vec<Outcome> = cells
        .zip(&ranks.ranks)
        .map(|(cell, from_largest)| match panel.standings[cell] {
            Standing::TooFew => Outcome::TooFew,
            Standing::CountUnknown => Outcome::CountUnknown,
            Standing::Eligible if from_largest.is_nan() => {
                Outcome::NotEnough { known: layer.combined.column.known[cell] }
            }
            Standing::Eligible => {
                let rank = from_bad_end(*from_largest, &ranks, good);
                let period = panel.periods[at];
                Outcome::Score(score(layer, (cell, period), rank, ranks.of, breaks, good))
            }
        })
        .collect();
    let people = match atlas.population() {
        Some(population) => people::counts(atlas, panel.level, population, panel.periods[at]),
        None => vec![f64::NAN; panel.areas],
    };
    let classes = if breaks.is_empty() { 0 } else { breaks.len() + 1 };
    let summaries = summaries(atlas, panel.level, &outcomes, &people, classes);
    Results { outcomes, scored: ranks.of, summaries }
}

/// The score grows towards the bad end where low is good, and towards the good end otherwise.
fn from_bad_end(from_largest: f64, ranks: &Ranks, good: GoodEnd) -> f64 {
    match good {
        GoodEnd::Low => from_largest,
        GoodEnd::High => ranks.of as f64 + 1.0 - from_largest,
    }
}

fn score(
    layer: &Layer,
    (cell, period): (usize, Period),
    rank: f64,
    of: usize,
    breaks: &[f64],
    good: GoodEnd,
) -> Score {
    let value = layer.combined.column.values[cell];
    let domains: Vec<Option<f64>> = layer
        .parts
        .iter()
        .map(|part| Some(part.column.values[cell]).filter(|value| !value.is_nan()))
        .collect();
    let contributions = layer
        .parts
        .iter()
        .zip(&domains)
        // the sum keeps the zero of an unweighed domain from being a negative one
        .map(|(part, domain)| {
            domain.map_or(0.0, |value| part.used * value / layer.combined.shares[cell] + 0.0)
        })
        .collect();
    let class = (!breaks.is_empty()).then(|| classify::class(value, breaks, good) as u8);
    let known = layer.combined.column.known[cell];
    let absent = layer.leaves.iter().filter(|leaf| leaf.read[cell].is_none()).map(|leaf| leaf.indicator);
    let carried = layer.leaves.iter().filter_map(|leaf| {
        let of = leaf.read[cell].filter(|of| *of != period)?;
        Some(Carried { indicator: leaf.indicator, of })
    });
    let (absent, mut carried): (_, Vec<Carried>) = (absent.collect(), carried.collect());
    carried.dedup();
    Score { value, rank, of, class, domains, contributions, known, absent, carried }
}

fn note(ground: Ground<'_>, layer: &Layer, index: &Index, problems: &mut Vec<Problem>) {
    let Ground { definition, atlas, panel } = ground;
    let (place, id) = (definition.place.clone(), definition.id.clone());
    if layer.combined.column.values.iter().any(|value| value.is_infinite()) {
        let part = Part::Index(id.clone());
        problems.push(Problem::OutOfReach { place: place.clone(), index: id.clone(), part });
    }
    let without: Vec<i32> =
        index.results.iter().filter(|(_, results)| results.scored == 0).map(|(period, _)| *period).collect();
    if without.len() == index.periods.len() {
        let nobody = panel.eligible.iter().all(|count| *count == 0);
        let why = match definition.eligible.filter(|_| nobody) {
            Some((indicator, least)) => WhyNone::NobodyEligible {
                indicator: atlas.indicator(IndicatorId(indicator as u16)).id.clone(),
                least,
            },
            None => WhyNone::TooLittleKnown { minimum: definition.minimum_known },
        };
        problems.push(Problem::NoScore { place, index: id, why });
    } else if !without.is_empty() {
        problems.push(Problem::NoScoreIn { place, index: id, periods: without });
    }
}
