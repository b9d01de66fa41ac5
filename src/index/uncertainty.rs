//! How sure a rank is, and what makes it unsure: the index reckoned again and again with choices that could
//! have been made otherwise (METHODS.md section 6).
//!
//! In: a definition with `[uncertainty]`, the atlas, the scores. Out: per area of the latest period the median
//! rank and the interval in which 90 % of its ranks lie, all among the areas that have a score; and per choice how much of the shifts of ranks is due
//! to it. This is the interval of the method; the margin of the data is another thing.
//!
//! Draws are numbered and not drawn one after the other, so that threads change nothing.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

pub mod draws;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::index::aggregate::{mean, refused};
use crate::index::compute::layers;
use crate::index::entry::{Keep, Read};
use crate::index::layer::{Below, Branch, From, Ground, Layer, Limb, Tree, tree};
use crate::index::normalise::Group;
use crate::index::panel::Panel;
use crate::index::problem::Problem;
use crate::index::{Index, IndexId, Scores, rank};
use crate::input::settings::{self, Combine, Domain, Drop, Impute, Ingredient, Normalise, Parts};
use crate::model::atlas::{Atlas, Period};

/// What came of all runs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Uncertainty {
    /// The latest of the index.
    pub period: Period,
    pub runs: usize,
    /// In how many of them fewer areas have a score than by the definition.
    pub incomplete: usize,
    /// By the area's place in its level; absent where it has no score.
    pub intervals: Vec<Option<Interval>>,
    /// Per choice that was varied; empty where no samples were asked for.
    pub sensitivities: Vec<Sensitivity>,
}

/// Ranks of one area over all runs; 1 is the bad end. Every run ranks the areas with a score of the definition, and no
/// others. Where a run gives m of these N areas a score, a rank r among them stands for `(r − ½)·N ÷ m + ½`, as if
/// those that it lost were spread evenly: so no end lies beyond the N that stands beside it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Interval {
    pub median: f32,
    /// Of the runs, 5 % give a lower rank, and 5 % one above `high`.
    pub low: f32,
    pub high: f32,
}

/// A choice that is varied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Choice {
    Weights,
    Normalise,
    Aggregate,
    Impute,
    Drop,
}

/// How much of the variance of the mean shift of ranks is due to a choice (Saltelli et al., Global Sensitivity
/// Analysis, 2008).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sensitivity {
    pub choice: Choice,
    /// On its own: `mean((y_B − ȳ)·(y_ABᵢ − y_A)) ÷ V`.
    pub first: f64,
    /// With all that it does together with other choices: `Σ(y_A − y_ABᵢ)² ÷ (2·N·V)`.
    pub total: f64,
}

/// Reckons an index again as its definition asks.
///
/// # Errors
/// A mean that cannot take what a normalisation gives, among the alternatives.
pub fn uncertainty(
    definitions: &[settings::Index],
    id: IndexId,
    atlas: &Atlas,
    scores: &Scores,
) -> Result<Option<Uncertainty>, Vec<Problem>> {
    let definition = &definitions[id.0];
    let Some(asked) = &definition.uncertainty else { return Ok(None) };
    let index = &scores.indices[id.0];
    let Some(period) = index.latest() else { return Ok(None) };
    let panel = Panel::new(definition, atlas);
    let others: Vec<Option<&Index>> = scores.indices.iter().map(Some).collect();
    let ground = Ground { definition, atlas, panel: &panel, others: &others };
    let bench = Bench::new(ground, asked, index)?;
    let choices = asked.choices();
    let draw = |run: usize| choices.iter().enumerate().map(move |(at, _)| uniform(asked.seed, run, at));
    let ranks: Vec<Vec<f32>> = (0..asked.runs)
        .into_par_iter()
        .map(|run| bench.spread_out(&bench.run(&choices, &draw(run).collect::<Vec<f64>>(), run)))
        .collect();
    Ok(Some(Uncertainty {
        period,
        runs: asked.runs,
        incomplete: ranks.iter().filter(|ranks| bench.is_incomplete(ranks)).count(),
        intervals: intervals(&ranks, &bench.nominal),
        sensitivities: asked.samples.map_or_else(Vec::new, |samples| bench.sobol(&choices, samples)),
    }))
}

impl settings::Uncertainty {
    /// What is varied, in a fixed order.
    fn choices(&self) -> Vec<Choice> {
        let varied = [
            (Choice::Weights, self.weights.is_some()),
            (Choice::Normalise, self.normalise.len() > 1),
            (Choice::Aggregate, self.aggregate.len() > 1),
            (Choice::Impute, self.impute.len() > 1),
            (Choice::Drop, self.drop == Drop::Indicator),
        ];
        varied.into_iter().filter(|(_, is_varied)| *is_varied).map(|(choice, _)| choice).collect()
    }
}

/// One way to reckon the index.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Run {
    /// Which set of weights; none are those of the definition.
    weights: Option<usize>,
    /// Positions among the alternatives; 0 is the definition's own.
    normalise: usize,
    aggregate: usize,
    impute: usize,
    /// The entry that is left out.
    dropped: Option<usize>,
}

/// What all runs share.
struct Bench<'a> {
    ground: Ground<'a>,
    asked: &'a settings::Uncertainty,
    /// Per alternative of imputing, what is reckoned from.
    trees: Vec<Tree>,
    /// The weights as used by the definition, by limb: see [`Bench::weight`].
    used: BTreeMap<String, f64>,
    groups: Vec<Group>,
    /// The rank of each area of the latest period, by place; not-a-number where it has no score.
    nominal: Vec<f32>,
    low_is_good: bool,
    columns: Mutex<BTreeMap<Key, Arc<Column>>>,
}

/// Numbers by cell.
struct Column {
    values: Vec<f64>,
    /// Whether any of what a number follows from was measured; absent where all that is known was.
    measured: Option<Vec<bool>>,
}

impl Column {
    fn is_measured(&self, cell: usize) -> bool {
        !self.values[cell].is_nan() && self.measured.as_ref().is_none_or(|measured| measured[cell])
    }
}

/// A normalised column that several runs share: which limb, and what was chosen for it.
type Key = (String, Run);

impl<'a> Bench<'a> {
    fn new(
        ground: Ground<'a>,
        asked: &'a settings::Uncertainty,
        index: &Index,
    ) -> Result<Bench<'a>, Vec<Problem>> {
        // what is wrong with the definition itself was told when the scores were reckoned
        let (first, layer) = layers(ground, Keep::Result, &mut Vec::new());
        let mut trees = vec![first];
        for rule in asked.impute.iter().skip(1) {
            let mut definition = ground.definition.clone();
            definition.domains.iter_mut().for_each(|domain| fill(domain, rule));
            let ground = Ground { definition: &definition, ..ground };
            let mut problems = Vec::new();
            trees.push(tree(ground, Keep::Result, &mut problems));
            if problems.iter().any(Problem::is_error) {
                return Err(problems);
            }
        }
        let mut used = BTreeMap::new();
        remember(&layer, "", &mut used);
        let latest = index.latest().and_then(|period| index.results.get(&period));
        let nominal = latest.map(|results| {
            let rank =
                |outcome: &crate::index::Outcome| outcome.score().map_or(f32::NAN, |it| it.rank as f32);
            results.outcomes.iter().map(rank).collect()
        });
        let bench = Bench {
            ground,
            asked,
            trees,
            used,
            groups: ground.panel.groups(),
            nominal: nominal.unwrap_or_default(),
            low_is_good: index.low_is_good,
            columns: Mutex::default(),
        };
        bench.try_out()?;
        Ok(bench)
    }

    /// Every pair of normalisation and mean once, since not every mean takes what every normalisation gives.
    fn try_out(&self) -> Result<(), Vec<Problem>> {
        let mut problems = Vec::new();
        for impute in 0..self.trees.len() {
            for normalise in 0..self.asked.normalise.len() {
                for aggregate in 0..self.asked.aggregate.len() {
                    let run = Run { normalise, aggregate, impute, ..Run::default() };
                    self.check(&self.trees[impute].top, &run, "", &mut problems);
                }
            }
        }
        problems.dedup();
        if problems.is_empty() { Ok(()) } else { Err(problems) }
    }

    fn check(&self, branch: &Branch, run: &Run, path: &str, problems: &mut Vec<Problem>) {
        let combine = self.combine(branch, run);
        for limb in &branch.limbs {
            let path = format!("{path}/{}", limb.name.id());
            if let From::Branch(inner) = &limb.from {
                self.check(inner, run, &path, problems);
            }
            let column = self.column(limb, branch, run, &path);
            let cells = refused(&column.values, combine.aggregate);
            if !cells.is_empty() && branch.limbs.len() > 1 {
                problems.push(Problem::Incompatible {
                    place: self.asked.place.clone(),
                    index: self.ground.definition.id.clone(),
                    part: limb.name.clone(),
                    mean: combine.aggregate.word(),
                    normalise: combine.normalise.word(),
                });
            }
        }
    }

    /// The run that numbers from 0 to 1 stand for, one for each choice.
    fn run(&self, choices: &[Choice], draws: &[f64], number: usize) -> Run {
        let mut run = Run::default();
        let pick = |draw: f64, of: usize| ((draw * of as f64) as usize).min(of - 1);
        for (choice, draw) in choices.iter().zip(draws) {
            match choice {
                // a run of its own has weights of its own; a sample must give the same weights for the same draw
                Choice::Weights if number == SAMPLED => run.weights = Some(pick(*draw, self.asked.runs)),
                Choice::Weights => run.weights = Some(number),
                Choice::Normalise => run.normalise = pick(*draw, self.asked.normalise.len()),
                Choice::Aggregate => run.aggregate = pick(*draw, self.asked.aggregate.len()),
                Choice::Impute => run.impute = pick(*draw, self.asked.impute.len()),
                Choice::Drop => {
                    // one more, since nothing may be left out too
                    let entries = self.trees[0].entries.len();
                    run.dropped = pick(*draw, entries + 1).checked_sub(1);
                }
            }
        }
        run
    }

    /// The ranks of the latest period, by place, among the areas with a score both in this run and of the
    /// definition, and how many those are; not-a-number for all others.
    fn ranks(&self, run: &Run) -> (Vec<f64>, usize) {
        let scores = self.branch(&self.trees[run.impute].top, run, "");
        let panel = self.ground.panel;
        let cells = panel.of_period(panel.periods.len() - 1);
        // an index needs something that was measured
        let score = |(cell, nominal): (usize, &f32)| match nominal.is_nan() {
            false if scores.is_measured(cell) => rank::in_order(scores.values[cell]),
            _ => f64::NAN,
        };
        let ranks = rank::from_largest(&cells.zip(&self.nominal).map(score).collect::<Vec<f64>>());
        if self.low_is_good {
            return (ranks.ranks, ranks.of);
        }
        let end = ranks.of as f64 + 1.0;
        (ranks.ranks.into_iter().map(|rank| end - rank).collect(), ranks.of)
    }

    /// The same among all areas with a score of the definition: see [`Interval`].
    fn spread_out(&self, run: &Run) -> Vec<f32> {
        let (ranks, of) = self.ranks(run);
        let all = self.nominal.iter().filter(|rank| !rank.is_nan()).count();
        ranks.into_iter().map(|rank| among_all(rank, of, all) as f32).collect()
    }

    /// Whether a run left out areas with a score of the definition.
    fn is_incomplete(&self, ranks: &[f32]) -> bool {
        ranks.iter().zip(&self.nominal).any(|(rank, nominal)| rank.is_nan() && !nominal.is_nan())
    }

    /// The parts of a layer joined.
    fn branch(&self, branch: &Branch, run: &Run, path: &str) -> Column {
        let combine = self.combine(branch, run);
        let mut columns = Vec::new();
        for limb in &branch.limbs {
            let path = format!("{path}/{}", limb.name.id());
            let weight = self.weight(limb, run, &path, branch.limbs.len());
            if weight > 0.0 {
                columns.push((weight, self.column(limb, branch, run, &path)));
            }
        }
        let all = columns.iter().fold(0.0, |sum, (weight, _)| sum + weight);
        let parts: Vec<(f64, &[f64])> =
            columns.iter().map(|(weight, column)| (weight / all, column.values.as_slice())).collect();
        let (cells, minimum) = (self.ground.panel.cells(), self.ground.definition.minimum_known);
        let values = mean(&parts, cells, minimum, combine.aggregate);
        let is_any = |cell: usize| columns.iter().any(|(_, column)| column.is_measured(cell));
        let is_filled = columns.iter().any(|(_, column)| column.measured.is_some());
        Column { values, measured: is_filled.then(|| (0..cells).map(is_any).collect()) }
    }

    fn combine(&self, branch: &Branch, run: &Run) -> Combine {
        let mut combine = branch.combine;
        if combine.normalise != Normalise::None && run.normalise > 0 {
            combine.normalise = self.asked.normalise[run.normalise];
        }
        if run.aggregate > 0 {
            combine.aggregate = self.asked.aggregate[run.aggregate];
        }
        combine
    }

    /// The weight of a limb; 0 where all in it is left out.
    fn weight(&self, limb: &Limb, run: &Run, path: &str, among: usize) -> f64 {
        if run.dropped.is_some_and(|dropped| holds_only(limb, dropped)) {
            return 0.0;
        }
        let used = self.used.get(path).copied().unwrap_or(0.0);
        match (self.asked.weights, run.weights) {
            (Some(spread), Some(set)) if among > 1 => {
                used * (1.0 + spread * (2.0 * uniform(self.asked.seed ^ hash(path), set, 0) - 1.0))
            }
            _ => used,
        }
    }

    /// A limb after normalisation.
    fn column(&self, limb: &Limb, branch: &Branch, run: &Run, path: &str) -> Arc<Column> {
        let is_shared = !has_choice(limb);
        let key = (
            path.to_owned(),
            Run {
                weights: run.weights.filter(|_| !is_shared),
                dropped: run.dropped.filter(|dropped| holds(limb, *dropped)),
                ..*run
            },
        );
        if is_shared && let Some(column) = self.columns().get(&key) {
            return Arc::clone(column);
        }
        let mut column = match &limb.from {
            From::Entry(at) => {
                let entry = &self.trees[run.impute].entries[*at];
                let is_read = |read: &Read| matches!(read, Read::Of(_));
                let is_filled = entry.read.contains(&Read::Imputed);
                let measured = is_filled.then(|| entry.read.iter().map(is_read).collect());
                Column { values: entry.values.clone(), measured }
            }
            From::Branch(inner) => self.branch(inner, run, path),
            From::Index(_, column) => Column { values: column.values.clone(), measured: None },
        };
        let method = self.combine(branch, run).normalise;
        limb.normalise(self.ground, &mut column.values, &self.groups, method);
        let column = Arc::new(column);
        if is_shared {
            self.columns().insert(key, Arc::clone(&column));
        }
        column
    }

    fn columns(&self) -> std::sync::MutexGuard<'_, BTreeMap<Key, Arc<Column>>> {
        self.columns.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Sobol's indices of the mean shift of ranks from those of the definition.
    fn sobol(&self, choices: &[Choice], samples: usize) -> Vec<Sensitivity> {
        let matrix = |which: usize, sample: usize| -> Vec<f64> {
            (0..choices.len()).map(|at| uniform(self.asked.seed, sample, 16 * (which + 1) + at)).collect()
        };
        let all = self.nominal.iter().filter(|rank| !rank.is_nan()).count();
        let shift = |draws: &[f64]| {
            let (ranks, of) = self.ranks(&self.run(choices, draws, SAMPLED));
            let both = ranks.iter().zip(&self.nominal).filter(|(rank, _)| !rank.is_nan());
            let (ranks, mut nominal): (Vec<f64>, Vec<f64>) =
                both.map(|(rank, nominal)| (*rank, f64::from(*nominal))).unzip();
            // an area moves where the order of those that are in both is another one
            if of < all {
                let among = rank::from_largest(&nominal);
                nominal = among.ranks.into_iter().map(|rank| of as f64 + 1.0 - rank).collect();
            }
            let sum =
                ranks.iter().zip(&nominal).fold(0.0, |sum, (rank, nominal)| sum + (rank - nominal).abs());
            if of == 0 { 0.0 } else { sum / of as f64 }
        };
        // per sample: that of A, that of B, and those of A with one choice of B
        let told: Vec<Vec<f64>> = (0..samples)
            .into_par_iter()
            .map(|sample| {
                let (a, b) = (matrix(0, sample), matrix(1, sample));
                let mut told = vec![shift(&a), shift(&b)];
                for at in 0..choices.len() {
                    let mut mixed = a.clone();
                    mixed[at] = b[at];
                    told.push(shift(&mixed));
                }
                told
            })
            .collect();
        sensitivities(choices, &told)
    }
}

/// What a rank among some of the areas stands for among all of them.
///
/// ```
/// use brede::index::uncertainty::among_all;
/// // 2 of 4 among 8: halfway between the 3rd and the 4th
/// assert_eq!(among_all(2.0, 4, 8), 3.5);
/// assert_eq!((among_all(1.0, 4, 8), among_all(4.0, 4, 8)), (1.5, 7.5));
/// assert_eq!(among_all(7.5, 8, 8), 7.5);
/// ```
pub fn among_all(rank: f64, of: usize, all: usize) -> f64 {
    if of == all { rank } else { (rank - 0.5) * all as f64 / of as f64 + 0.5 }
}

/// In the place of a run's number where the weights follow from the draw.
const SAMPLED: usize = usize::MAX;

/// First-order and total indices from the outcomes of A, B and each A with one choice of B. The variance is that
/// of the outcomes of A and B together; without any, no choice makes a difference. Outcomes are taken from their
/// mean, which changes nothing in what is expected and makes first-order indices steadier.
fn sensitivities(choices: &[Choice], told: &[Vec<f64>]) -> Vec<Sensitivity> {
    let all: Vec<f64> = told.iter().flat_map(|told| [told[0], told[1]]).collect();
    let count = told.len() as f64;
    let mean = all.iter().fold(0.0, |sum, y| sum + y) / all.len().max(1) as f64;
    let variance = all.iter().fold(0.0, |sum, y| sum + (y - mean) * (y - mean)) / all.len().max(1) as f64;
    let one = |(at, choice): (usize, &Choice)| {
        let (first, total) = told.iter().fold((0.0, 0.0), |(first, total), told| {
            let (a, b, mixed) = (told[0], told[1], told[at + 2]);
            (first + (b - mean) * (mixed - a), total + (a - mixed) * (a - mixed))
        });
        let by = |sum: f64, of: f64| if variance > 0.0 { sum / (of * variance) } else { 0.0 };
        Sensitivity { choice: *choice, first: by(first, count), total: by(total, 2.0 * count) }
    };
    choices.iter().enumerate().map(one).collect()
}

/// Gives a domain another rule for what is not known.
fn fill(domain: &mut Domain, rule: &Impute) {
    match &mut domain.parts {
        Parts::Indicators(ingredients) => {
            ingredients.iter_mut().for_each(|ingredient: &mut Ingredient| ingredient.impute = rule.clone());
        }
        Parts::Domains(inner) => inner.iter_mut().for_each(|domain| fill(domain, rule)),
        Parts::Index { .. } => {}
    }
}

/// The used weights by the path of each part.
fn remember(layer: &Layer, path: &str, used: &mut BTreeMap<String, f64>) {
    for part in &layer.parts {
        let path = format!("{path}/{}", part.name.id());
        if let Below::Layer(inner) = &part.below {
            remember(inner, &path, used);
        }
        used.insert(path, part.used);
    }
}

/// Whether a limb is made of an entry.
fn holds(limb: &Limb, entry: usize) -> bool {
    match &limb.from {
        From::Entry(at) => *at == entry,
        From::Branch(branch) => branch.limbs.iter().any(|limb| holds(limb, entry)),
        From::Index(..) => false,
    }
}

/// Whether a limb is made of an entry and nothing else.
fn holds_only(limb: &Limb, entry: usize) -> bool {
    match &limb.from {
        From::Entry(at) => *at == entry,
        From::Branch(branch) => branch.limbs.iter().all(|limb| holds_only(limb, entry)),
        From::Index(..) => false,
    }
}

/// Whether weights make a difference within a limb.
fn has_choice(limb: &Limb) -> bool {
    match &limb.from {
        From::Branch(branch) => branch.limbs.len() > 1 || branch.limbs.iter().any(has_choice),
        From::Entry(_) | From::Index(..) => false,
    }
}

/// Per area the median and the ends of the middle 90 % of its ranks over all runs in which it has one.
fn intervals(ranks: &[Vec<f32>], nominal: &[f32]) -> Vec<Option<Interval>> {
    const BLOCK: usize = 64;
    let blocks: Vec<Vec<Option<Interval>>> = nominal
        .par_chunks(BLOCK)
        .enumerate()
        .map(|(block, nominal)| {
            let start = block * BLOCK;
            let mut columns = vec![Vec::with_capacity(ranks.len()); nominal.len()];
            for run in ranks {
                for (column, rank) in columns.iter_mut().zip(&run[start..start + nominal.len()]) {
                    if !rank.is_nan() {
                        column.push(*rank);
                    }
                }
            }
            let one = |mut column: Vec<f32>| {
                column.sort_unstable_by(f32::total_cmp);
                let [low, median, high] = [0.05, 0.5, 0.95].map(|share| quantile(&column, share));
                Some(Interval { median: median?, low: low?, high: high? })
            };
            columns.into_iter().map(one).collect()
        })
        .collect();
    blocks.concat()
}

/// The number below which a share of the ascending numbers lies, between neighbours in proportion (type 7 of
/// Hyndman and Fan 1996).
fn quantile(ascending: &[f32], share: f64) -> Option<f32> {
    let last = ascending.len().checked_sub(1)?;
    let at = share * last as f64;
    let (below, rest) = (at.floor() as usize, (at - at.floor()) as f32);
    let above = ascending[(below + 1).min(last)];
    Some(ascending[below] + rest * (above - ascending[below]))
}

/// The draw with these numbers, from 0 up to 1: the finaliser of SplitMix64 (Steele, Lea and Flood 2014) over
/// what names it.
///
/// ```
/// use brede::index::uncertainty::uniform;
/// assert_eq!(uniform(1, 2, 3), uniform(1, 2, 3));
/// let draws: Vec<f64> = (0..10_000).map(|run| uniform(7, run, 0)).collect();
/// let mean = draws.iter().sum::<f64>() / 10_000.0;
/// assert!((mean - 0.5).abs() < 0.01 && draws.iter().all(|draw| (0.0..1.0).contains(draw)));
/// ```
pub fn uniform(seed: u64, run: usize, at: usize) -> f64 {
    let mixed = mix(mix(mix(seed).wrapping_add(run as u64)).wrapping_add(at as u64));
    (mixed >> 11) as f64 / (1_u64 << 53) as f64
}

fn mix(seed: u64) -> u64 {
    let mut z = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// A number for a path (FNV-1a), the same on every machine.
fn hash(path: &str) -> u64 {
    path.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_lie_between_their_neighbours() {
        let numbers = [1.0, 2.0, 4.0, 8.0, 16.0];
        assert_eq!(quantile(&numbers, 0.5), Some(4.0));
        assert_eq!(quantile(&numbers, 0.05), Some(1.2));
        assert_eq!(quantile(&[], 0.5), None);
    }

    /// The function of Ishigami with a = 7, b = 0.1 has known indices: 0.314, 0.442, 0 and 0.558, 0.442, 0.244.
    #[test]
    fn sensitivities_of_a_known_function() {
        use std::f64::consts::PI;
        let y = |x: &[f64]| {
            let x: Vec<f64> = x.iter().map(|u| PI * (2.0 * u - 1.0)).collect();
            x[0].sin() + 7.0 * x[1].sin().powi(2) + 0.1 * x[2].powi(4) * x[0].sin()
        };
        let told: Vec<Vec<f64>> = (0..60_000)
            .map(|sample| {
                let row = |from: usize| (0..3).map(|at| uniform(3, sample, from + at)).collect::<Vec<f64>>();
                let (a, b) = (row(0), row(8));
                let mixed = (0..3).map(|at| {
                    let mut mixed = a.clone();
                    mixed[at] = b[at];
                    y(&mixed)
                });
                [y(&a), y(&b)].into_iter().chain(mixed).collect()
            })
            .collect();
        let choices = [Choice::Weights, Choice::Normalise, Choice::Aggregate];
        let found = sensitivities(&choices, &told);
        for (found, (first, total)) in found.iter().zip([(0.314, 0.558), (0.442, 0.442), (0.0, 0.244)]) {
            assert!((found.first - first).abs() < 0.02, "{found:?}");
            assert!((found.total - total).abs() < 0.02, "{found:?}");
        }
    }
}
