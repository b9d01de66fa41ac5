//! Every index of a site, one after the other: survey, layers, ranks, classes, summaries.

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Report};
use crate::index::aggregate;
use crate::index::bottom::{self, Bottoms, Entered};
use crate::index::change::EqualPanel;
use crate::index::classify::{self, GoodEnd};
use crate::index::coherence;
use crate::index::entry::{Keep, Read};
use crate::index::equal::equal;
use crate::index::layer::{self, Below, Ground, Layer, Leaf, Tree};
use crate::index::left_out::left_out;
use crate::index::margins::margins;
use crate::index::panel::{Panel, Standing};
use crate::index::people;
use crate::index::problem::{Part, Problem, WhyNone};
use crate::index::rank::{self, Ranks};
use crate::index::spread::spread;
use crate::index::summary::summaries;
use crate::index::survey;
use crate::index::{
    Adder, Carried, Domain, Index, IndexId, Outcome, Results, Score, Scores, TreatedIndicator, Weighed,
    Weight,
};
use crate::input::settings::{self, ClassRule, Good};
use crate::model::atlas::{Atlas, IndicatorId};

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
    all(definitions, atlas, |ground, tree, layer, index| {
        index.left_out = left_out(ground, tree, layer, index);
        index.equal = equal(ground, tree, index);
    })
}

/// The same without joining the layers again, without each part and with equal weights, which takes as long again.
///
/// # Errors
/// As [`compute`].
pub fn score(definitions: &[settings::Index], atlas: &Atlas) -> Result<(Scores, Report), Report> {
    all(definitions, atlas, |_, _, _, _| {})
}

fn all(
    definitions: &[settings::Index],
    atlas: &Atlas,
    beyond: impl Fn(Ground<'_>, &Tree, &Layer, &mut Index),
) -> Result<(Scores, Report), Report> {
    let mut report = Report::new();
    let mut found: Vec<Option<Index>> = definitions.iter().map(|_| None).collect();
    let mut problems: Vec<Vec<Problem>> = vec![Vec::new(); definitions.len()];
    for at in order(definitions) {
        let definition = &definitions[at];
        let panel = Panel::new(definition, atlas);
        let others: Vec<Option<&Index>> = found.iter().map(Option::as_ref).collect();
        let ground = Ground { definition, atlas, panel: &panel, others: &others };
        let (mut index, tree, layer) = index(ground, &mut problems[at]);
        beyond(ground, &tree, &layer, &mut index);
        let filled: Vec<Vec<usize>> = layer.parts.iter().map(|part| filled(&part.column)).collect();
        let domains = layer.parts.into_iter().map(|part| part.column.values).collect();
        for (at, (results, domains)) in index.results.values_mut().zip(by_period(&panel, domains)).enumerate()
        {
            let cells = panel.of_period(at);
            let place = |cell: &usize| cells.contains(cell).then(|| cell - cells.start);
            results.filled = filled.iter().map(|filled| filled.iter().filter_map(place).collect()).collect();
            results.domains = domains;
        }
        index.alpha = coherence::of_domains(&index);
        found[at] = Some(index);
    }
    let mut told: Vec<Vec<Diagnostic>> = Vec::new();
    for (at, (definition, problems)) in definitions.iter().zip(problems).enumerate() {
        // what is the same at each level of a definition is told once
        let earlier = definitions[..at].iter().position(|it| it.is_of_same_definition(definition));
        let is_new = |problem: &Diagnostic| {
            let Some(earlier) = earlier else { return true };
            let base = problem.naming(&definition.id, &definitions[earlier].id);
            !told[earlier].iter().any(|told| told.is_same(&base))
        };
        let problems: Vec<Diagnostic> = problems.into_iter().map(Diagnostic::from).collect();
        problems.iter().filter(|problem| is_new(problem)).for_each(|problem| report.push(problem.clone()));
        told.push(problems);
    }
    report.and(Scores { indices: found.into_iter().flatten().collect() })
}

/// The cells with a number that follows from nothing that was measured.
fn filled(column: &aggregate::Column) -> Vec<usize> {
    let cells = column.values.iter().zip(&column.known).enumerate();
    cells.filter(|(_, (value, known))| !value.is_nan() && **known == 0.0).map(|(cell, _)| cell).collect()
}

/// Every index after those that it is made of; settings have seen to it that there is such an order.
fn order(definitions: &[settings::Index]) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::new();
    while order.len() < definitions.len() {
        let ready = |at: &usize| {
            let made_of = definitions[*at].made_of();
            !order.contains(at) && made_of.iter().all(|(other, _)| order.contains(other))
        };
        let next = (0..definitions.len()).find(ready);
        order.push(next.expect("settings refuse an index that is made of itself"));
    }
    order
}

/// The columns of every step of an index, to be recomputed by others: see [`crate::index::audit`].
pub fn layers(ground: Ground<'_>, keep: Keep, problems: &mut Vec<Problem>) -> (Tree, Layer) {
    let tree = layer::tree(ground, keep, problems);
    let layer = tree.reckon(ground, problems);
    (tree, layer)
}

/// One index, without the scores of its domains, and without what is asked of it beside its scores; `others` of
/// the ground are those that it may be made of.
fn index(ground: Ground<'_>, problems: &mut Vec<Problem>) -> (Index, Tree, Layer) {
    let Ground { definition, panel, atlas, .. } = ground;
    let mut in_layers = Vec::new();
    let (tree, layer) = layers(ground, Keep::Result, &mut in_layers);
    problems.extend(survey::problems(ground, &tree.entries));
    problems.append(&mut in_layers);
    let mut leaves = layer::leaves(&layer, &tree.entries);
    leaves.sort_by_key(|leaf| (leaf.indicator, leaf.entry));
    let good = good_end(definition);
    let people: Vec<Vec<f64>> =
        panel.periods.iter().map(|period| people::of(atlas, panel.level, *period)).collect();
    let order = rank::all_in_order(&layer.combined.column.values);
    let breaks = breaks(ground, &order, &people.concat());
    let adders = spread(&layer, &tree.entries, &panel.groups());
    let mut indicators: Vec<IndicatorId> = leaves.iter().map(|leaf| leaf.indicator).collect();
    let others = others(ground, &layer);
    indicators.extend(others.iter().flat_map(|(_, index)| index.indicators.iter().copied()));
    indicators.sort_unstable();
    indicators.dedup();
    let contributions = aggregate::contributions(&layer.weighed(), &layer.combined, layer.combine.aggregate)
        .unwrap_or_default();
    let whole = Whole {
        ground,
        layer: &layer,
        order: &order,
        leaves: &leaves,
        others: &others,
        breaks: &breaks,
        good,
    };
    let (adders, adds): (Vec<Adder>, Vec<Vec<f64>>) = adders.unwrap_or_default().into_iter().unzip();
    let columns = by_period(panel, contributions).into_iter().zip(by_period(panel, adds));
    let results = (panel.periods.iter().zip(columns).enumerate())
        .map(|(at, (period, (contributions, adds)))| {
            (*period, Results { contributions, adds, ..whole.results(at, &people[at]) })
        })
        .collect();
    let mut index = Index {
        id: definition.id.clone(),
        level: panel.level,
        periods: panel.periods.clone(),
        domains: definition
            .domains
            .iter()
            .zip(&layer.parts)
            .map(|(domain, part)| Domain { id: domain.id.clone(), weight: part.given, used: part.used })
            .collect(),
        parts: weights(&layer, &tree, 0, 1.0),
        adders,
        treated: treated(ground, &tree),
        low_is_good: good == GoodEnd::Low,
        results,
        breaks: breaks.clone(),
        indicators,
        tells: definition.change.unwrap_or_else(|| settings::tells(definition)),
        panel: EqualPanel::default(),
        uncertainty: None,
        left_out: None,
        equal: None,
        bottoms: Bottoms::default(),
        alpha: None,
        margins: margins(ground, &tree, &layer),
    };
    let mut entered: Vec<Entered<'_>> = leaves
        .iter()
        .map(|leaf| (leaf.indicator, &tree.entries[leaf.entry]))
        .map(|(indicator, entry)| Entered { indicator, values: &entry.values, read: &entry.read })
        .collect();
    entered.dedup_by_key(|entered| entered.indicator);
    let made_of: Vec<&Index> = others.iter().map(|(_, other)| *other).collect();
    index.bottoms = bottom::bottoms(&index, &entered, &made_of);
    index.panel = EqualPanel::of(atlas, &index);
    note(ground, &layer, &index, problems);
    (index, tree, layer)
}

/// Columns by cell to columns by place, one set for each period.
fn by_period(panel: &Panel, mut columns: Vec<Vec<f64>>) -> Vec<Vec<Vec<f64>>> {
    // from the last on, so that each is split off and none is copied
    let last_first = (0..panel.periods.len()).rev().map(|at| match panel.of_period(at).start {
        0 => std::mem::take(&mut columns),
        start => columns.iter_mut().map(|column| column.split_off(start)).collect(),
    });
    let mut found: Vec<Vec<Vec<f64>>> = last_first.collect();
    found.reverse();
    found
}

/// Which end of the scores of a definition is good.
pub fn good_end(definition: &settings::Index) -> GoodEnd {
    match definition.good {
        Good::High => GoodEnd::High,
        Good::Low | Good::Neither | Good::Context => GoodEnd::Low,
    }
}

/// The values between the classes of scores as they are put in order, by cell as the people; none where the definition
/// asks for no classes, or where rules that follow from the scores would part fewer areas than there are classes.
pub fn breaks(ground: Ground<'_>, scores: &[f64], people: &[f64]) -> Vec<f64> {
    let Some(classes) = &ground.definition.classes else { return Vec::new() };
    let over = ground.panel.classed_over();
    if !matches!(classes.rule, ClassRule::Fixed(_))
        && scored(ground, &scores[over.clone()]) < classes.labels.len()
    {
        return Vec::new();
    }
    let good = good_end(ground.definition);
    classify::breaks(&scores[over.clone()], &people[over], classes.labels.len(), &classes.rule, good)
}

/// How many areas have a number in any of some periods.
fn scored(ground: Ground<'_>, scores: &[f64]) -> usize {
    let areas = ground.panel.areas;
    (0..areas).filter(|place| scores.iter().skip(*place).step_by(areas).any(|score| !score.is_nan())).count()
}

/// The weights of all layers, each part before what is in it.
fn weights(layer: &Layer, tree: &Tree, depth: usize, above: f64) -> Vec<Weight> {
    let mut found = Vec::new();
    for part in &layer.parts {
        let overall = above * part.used;
        let (of, below) = match (&part.below, &part.name) {
            (Below::Entry(at), _) => (Weighed::Indicator(tree.entries[*at].id), Vec::new()),
            (Below::Index(id, _), _) => (Weighed::Index(*id), Vec::new()),
            (Below::Layer(inner), name) => {
                (Weighed::Domain(name.id().to_owned()), weights(inner, tree, depth + 1, overall))
            }
        };
        found.push(Weight { depth, of, given: part.given, used: part.used, overall });
        found.extend(below);
    }
    found
}

/// What was done to numbers that lie far from all others, told by area and period.
fn treated(ground: Ground<'_>, tree: &Tree) -> Vec<TreatedIndicator> {
    let panel = ground.panel;
    let told = tree.entries.iter().flat_map(|entry| {
        entry.treated.iter().map(move |treated| TreatedIndicator {
            indicator: entry.id,
            periods: panel.periods_of_group(treated.group),
            before: treated.before,
            after: treated.after,
            what: treated.what.clone(),
        })
    });
    told.collect()
}

/// The other indices that a layer is made of.
fn others<'a>(ground: Ground<'a>, layer: &Layer) -> Vec<(IndexId, &'a Index)> {
    let mut found = Vec::new();
    for part in layer.parts.iter().filter(|part| part.used > 0.0) {
        match &part.below {
            Below::Entry(_) => {}
            Below::Layer(inner) => found.extend(others(ground, inner)),
            Below::Index(id, _) => {
                found.extend(ground.others.get(id.0).copied().flatten().map(|index| (*id, index)));
            }
        }
    }
    found
}

/// An index whose layers are reckoned.
struct Whole<'a> {
    ground: Ground<'a>,
    layer: &'a Layer,
    /// Its numbers as they are put in order.
    order: &'a [f64],
    leaves: &'a [Leaf],
    others: &'a [(IndexId, &'a Index)],
    breaks: &'a [f64],
    good: GoodEnd,
}

impl Whole<'_> {
    /// One period, by its position, without the columns of what is in its scores.
    fn results(&self, at: usize, people: &[f64]) -> Results {
        let Ground { atlas, panel, .. } = self.ground;
        let cells = panel.of_period(at);
        let ranks = rank::from_largest(&self.order[cells.clone()]);
        let outcomes: Vec<Outcome> = cells
            .into_par_iter()
            .zip(&ranks.ranks)
            .map(|(cell, from_largest)| match panel.standings[cell] {
                Standing::TooFew => Outcome::TooFew,
                Standing::CountUnknown => Outcome::CountUnknown,
                Standing::CountSecret => Outcome::CountSecret,
                Standing::Eligible if from_largest.is_nan() => {
                    Outcome::NotEnough { known: self.layer.combined.column.known[cell] }
                }
                Standing::Eligible => {
                    let rank = from_bad_end(*from_largest, &ranks, self.good);
                    Outcome::Score(self.score((at, cell), rank, ranks.of))
                }
            })
            .collect();
        let classes = if self.breaks.is_empty() { 0 } else { self.breaks.len() + 1 };
        let summaries = summaries(atlas, panel.level, &outcomes, people, classes);
        let (domains, filled, contributions, adds) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Results { outcomes, scored: ranks.of, domains, filled, contributions, adds, summaries }
    }

    fn score(&self, (at, cell): (usize, usize), rank: f64, of: usize) -> Score {
        let panel = self.ground.panel;
        let period = panel.periods[at];
        let value = self.layer.combined.column.values[cell];
        let order = self.order[cell];
        let class = (!self.breaks.is_empty()).then(|| classify::class(order, self.breaks, self.good) as u8);
        let mut score = Score {
            value,
            rank,
            of,
            class,
            known: self.layer.combined.column.known[cell],
            absent: Vec::new(),
            carried: Vec::new(),
            imputed: Vec::new(),
        };
        for leaf in self.leaves {
            match leaf.read[cell] {
                Read::Nothing => score.absent.push(leaf.indicator),
                Read::Imputed => score.imputed.push(leaf.indicator),
                Read::Of(year) if year != period => {
                    score.carried.push(Carried { indicator: leaf.indicator, of: year });
                }
                Read::Of(_) => {}
            }
        }
        score.carried.dedup();
        score.imputed.dedup();
        let place = cell - panel.of_period(at).start;
        for (_, other) in self.others {
            match other.results.get(&period).map(|results| &results.outcomes[place]) {
                Some(Outcome::Score(inner)) => {
                    score.absent.extend(&inner.absent);
                    score.carried.extend(&inner.carried);
                    score.imputed.extend(&inner.imputed);
                }
                _ => score.absent.extend(&other.indicators),
            }
        }
        score
    }
}

/// The score grows towards the bad end where low is good, and towards the good end otherwise.
pub fn from_bad_end(from_largest: f64, ranks: &Ranks, good: GoodEnd) -> f64 {
    match good {
        GoodEnd::Low => from_largest,
        GoodEnd::High => ranks.of as f64 + 1.0 - from_largest,
    }
}

fn note(ground: Ground<'_>, layer: &Layer, index: &Index, problems: &mut Vec<Problem>) {
    let Ground { definition, atlas, panel, .. } = ground;
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
        // what is known of no area there is no news of its own
        let mut unknown = Vec::new();
        problems.retain_mut(|problem| match problem {
            Problem::NoReading { indicator, periods, .. } => {
                if without.iter().all(|period| periods.contains(period)) {
                    unknown.push(indicator.clone());
                }
                periods.retain(|period| !without.contains(period));
                !periods.is_empty()
            }
            Problem::NoSpread { periods, .. } | Problem::CountOfOtherYear { periods, .. } => {
                periods.retain(|period| !without.contains(period));
                !periods.is_empty()
            }
            Problem::FewReadings { in_periods, .. } => {
                in_periods.retain(|at| !without.contains(&at.period));
                !in_periods.is_empty()
            }
            _ => true,
        });
        unknown.sort_unstable();
        unknown.dedup();
        problems.push(Problem::NoScoreIn { place, index: id, periods: without, unknown });
    } else if let Some(classes) = definition.classes.as_ref().filter(|_| index.breaks.is_empty()) {
        let areas = scored(ground, &layer.combined.column.values[panel.classed_over()]);
        if areas < classes.labels.len() {
            let classes = classes.labels.len();
            problems.push(Problem::FewForClasses { place, index: id, areas, classes });
        }
    }
}
