//! The layers of an index: parts made comparable, weighed and joined, from the bottom up.
//!
//! [`Tree`] is what is reckoned with: entries and how they are joined. [`Tree::reckon`] gives a [`Layer`] and
//! may be done again with other choices. Parts are added in the order of their ids, so that their order in a
//! file changes no bit of a score.

use rayon::prelude::*;

use crate::diagnostic::Place;
use crate::index::aggregate::{Column, Combined, Minimum, Weighed, combine, refused, used_weights};
use crate::index::entry::{self, Entry, Keep, Read, of_level, sense};
use crate::index::known;
use crate::index::normalise::{Finding, Group, Yardstick, normalise};
use crate::index::panel::{Panel, Sense};
use crate::index::people;
use crate::index::problem::{Part, Problem};
use crate::index::weigh;
use crate::index::{Index, IndexId, rank};
use crate::input::settings::{
    self, Apart, Combine, Domain, Goalposts, Impute, Ingredient, Normalise, Parts, Reference, Standard,
    Weighing,
};
use crate::model::atlas::{Atlas, IndicatorId, LevelId, Period};

/// What the layers of an index have in common.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    pub definition: &'a settings::Index,
    pub atlas: &'a Atlas,
    pub panel: &'a Panel,
    /// The indices that this one may be made of; absent where one is not reckoned, or could not be.
    pub others: &'a [Option<&'a Index>],
}

/// What an index is reckoned from: the topmost layer and all below it.
#[derive(Clone, Debug)]
pub struct Tree {
    /// Indicators, in the order of the definition.
    pub entries: Vec<Entry>,
    pub top: Branch,
}

/// How parts are joined.
#[derive(Clone, Debug)]
pub struct Branch {
    pub name: Part,
    pub place: Place,
    pub combine: Combine,
    /// In the order of the definition.
    pub limbs: Vec<Limb>,
}

impl Branch {
    /// What must be known for it to have a number; the topmost is the index itself.
    pub fn minimum(&self, ground: Ground<'_>) -> Minimum {
        let share = ground.definition.minimum_known;
        match self.name {
            Part::Index(_) => Minimum::Index(share),
            Part::Indicator(_) | Part::Domain(_) => Minimum::Domain(share),
        }
    }
}

/// A part of a layer.
#[derive(Clone, Debug)]
pub struct Limb {
    pub name: Part,
    pub place: Place,
    pub weight: f64,
    pub yardstick: Yardstick,
    pub from: From,
}

#[derive(Clone, Debug)]
pub enum From {
    /// An entry, by its position.
    Entry(usize),
    Branch(Box<Branch>),
    /// The scores of another index, turned where its good end is the other one.
    Index(IndexId, Column),
}

/// A layer that has been reckoned.
#[derive(Clone, Debug)]
pub struct Layer {
    pub combine: Combine,
    pub combined: Combined,
    /// In the order of the definition.
    pub parts: Vec<LayerPart>,
}

#[derive(Clone, Debug)]
pub struct LayerPart {
    pub name: Part,
    pub place: Place,
    /// Per group of the panel, whether it is known to be the same everywhere, or nowhere known.
    flat: Vec<bool>,
    pub given: f64,
    /// A share of 1.
    pub used: f64,
    /// After normalisation.
    pub column: Column,
    pub goalposts: Option<Goalposts>,
    pub below: Below,
}

/// What a part is made of.
#[derive(Clone, Debug)]
pub enum Below {
    Entry(usize),
    Layer(Box<Layer>),
    /// Another index, with its scores before normalisation.
    Index(IndexId, Vec<f64>),
}

impl Layer {
    /// Its parts with their weights, for the steps of `aggregate`.
    pub fn weighed(&self) -> Vec<Weighed<'_>> {
        self.parts.iter().map(|part| Weighed { weight: part.used, column: &part.column }).collect()
    }
}

/// Reads all entries of a definition.
pub fn tree(ground: Ground<'_>, keep: Keep, problems: &mut Vec<Problem>) -> Tree {
    let definition = ground.definition;
    let ingredients = definition.ingredients();
    let read: Vec<(entry::Readings, Vec<Problem>)> = (ingredients.par_iter())
        .map(|ingredient| {
            let mut problems = Vec::new();
            (entry::read(ground, ingredient, keep, &mut problems), problems)
        })
        .collect();
    let is_filled = ingredients.iter().any(|ingredient| ingredient.impute != Impute::None);
    let reads: Vec<&[Read]> = read.iter().map(|(readings, _)| readings.read.as_slice()).collect();
    let open = if is_filled { known::known(ground, &reads) } else { Vec::new() };
    let finish = |((readings, mut problems), ingredient): ((entry::Readings, Vec<Problem>), &&Ingredient)| {
        let entry = entry::entry(ground, ingredient, readings, &open, &mut problems);
        (entry, problems)
    };
    let all: Vec<(Entry, Vec<Problem>)> = read.into_par_iter().zip(&ingredients).map(finish).collect();
    let mut entries = Vec::new();
    for (entry, found) in all {
        entries.push(entry);
        // what holds for all indicators is told once
        let new: Vec<Problem> = found.into_iter().filter(|problem| !problems.contains(problem)).collect();
        problems.extend(new);
    }
    let mut next = 0;
    let limbs = domains(ground, &definition.domains, definition.combine, &entries, &mut next, problems);
    let name = Part::Index(definition.id.clone());
    let top = Branch { name, place: definition.place.clone(), combine: definition.combine, limbs };
    Tree { entries, top }
}

fn domains(
    ground: Ground<'_>,
    domains: &[Domain],
    above: Combine,
    entries: &[Entry],
    next: &mut usize,
    problems: &mut Vec<Problem>,
) -> Vec<Limb> {
    let mut limbs = Vec::new();
    for domain in domains {
        let name = Part::Domain(domain.id.clone());
        let inner = match &domain.parts {
            Parts::Indicators(ingredients) => ingredients
                .iter()
                .map(|ingredient| indicator(ground, ingredient, domain.combine, entries, next, problems))
                .collect(),
            Parts::Domains(inner) => self::domains(ground, inner, domain.combine, entries, next, problems),
            Parts::Index { index, .. } => vec![other(ground, domain, IndexId(*index))],
        };
        let branch =
            Branch { name: name.clone(), place: domain.place.clone(), combine: domain.combine, limbs: inner };
        let standard = match above.normalise {
            Normalise::Distance { to: Standard::Target, .. } => {
                domain.target.map(|target| vec![target; ground.panel.cells()])
            }
            // the mean of what it holds, which is not known before it is reckoned
            _ => None,
        };
        limbs.push(Limb {
            name,
            place: domain.place.clone(),
            weight: domain.weight,
            yardstick: Yardstick { goalposts: domain.goalposts, standard },
            from: From::Branch(Box::new(branch)),
        });
    }
    limbs
}

fn other(ground: Ground<'_>, domain: &Domain, id: IndexId) -> Limb {
    let mut values = vec![f64::NAN; ground.panel.cells()];
    let mut known = vec![0.0; ground.panel.cells()];
    let (mut name, mut turned) = (Part::Domain(domain.id.clone()), Sense::AsGiven);
    if let Some(Some(index)) = ground.others.get(id.0) {
        name = Part::Index(index.id.clone());
        turned = sense(index.good(), ground.definition.good);
        for (at, period) in ground.panel.periods.iter().enumerate() {
            let Some(results) = index.results.get(period) else { continue };
            for (cell, outcome) in ground.panel.of_period(at).zip(&results.outcomes) {
                let eligible = ground.panel.is_eligible(cell);
                if let Some(score) = outcome.score().filter(|_| eligible) {
                    values[cell] = turned.turn(score.value);
                    known[cell] = score.known;
                }
            }
        }
    }
    Limb {
        name,
        place: domain.place.clone(),
        weight: 1.0,
        yardstick: Yardstick {
            goalposts: domain.goalposts.map(|ends| turn(ends, turned)),
            standard: domain.target.map(|target| vec![turned.turn(target); ground.panel.cells()]),
        },
        from: From::Index(id, Column { values, known }),
    }
}

fn indicator(
    ground: Ground<'_>,
    ingredient: &Ingredient,
    combine: Combine,
    entries: &[Entry],
    next: &mut usize,
    problems: &mut Vec<Problem>,
) -> Limb {
    let entry = &entries[*next];
    let standard = match combine.normalise {
        Normalise::Distance { to, .. } => Some(standard(ground, ingredient, entry.sense, to, problems)),
        _ => None,
    };
    let limb = Limb {
        name: Part::Indicator(ground.atlas.indicator(entry.id).id.clone()),
        place: ingredient.place.clone(),
        weight: ingredient.weight,
        yardstick: Yardstick {
            goalposts: ingredient.goalposts.map(|ends| turn(ends, entry.sense)),
            standard,
        },
        from: From::Entry(*next),
    };
    *next += 1;
    limb
}

/// Goalposts of a part that is turned round.
fn turn(ends: Goalposts, sense: Sense) -> Goalposts {
    match sense {
        Sense::AsGiven => ends,
        Sense::Reversed => Goalposts { low: -ends.high, high: -ends.low },
    }
}

/// By cell, what the distance of an indicator is measured from: the target, or the number of the area around
/// it, of the same period, of the fixed period, or the mean of all periods, as the reference asks.
fn standard(
    ground: Ground<'_>,
    ingredient: &Ingredient,
    sense: Sense,
    to: Standard,
    problems: &mut Vec<Problem>,
) -> Vec<f64> {
    let panel = ground.panel;
    let level = match to {
        Standard::Target => {
            let target = ingredient.target.expect("settings ask for a target where it is used");
            return vec![sense.turn(target); panel.cells()];
        }
        Standard::Whole => LevelId(0),
        Standard::Level(level) => LevelId(level as u8),
    };
    let mut of_period = |period: Period| -> Vec<f64> {
        let column = of_level(ground, ingredient, level, period, problems);
        let around = |area| {
            let around = ground.atlas.ancestor(area, level)?;
            column[ground.atlas.place_in_level(around)].map(|counted| sense.turn(counted.value))
        };
        ground.atlas.level(panel.level).map(|area| around(area).unwrap_or(f64::NAN)).collect()
    };
    match ground.definition.reference {
        Reference::EachPeriod => panel.periods.iter().flat_map(|period| of_period(*period)).collect(),
        Reference::Period(period) => {
            let one = of_period(period);
            panel.periods.iter().flat_map(|_| one.iter().copied()).collect()
        }
        Reference::Pooled => {
            let all: Vec<Vec<f64>> = panel.periods.iter().map(|period| of_period(*period)).collect();
            let mean = |place: usize| {
                let known = all.iter().map(|column| column[place]).filter(|value| !value.is_nan());
                let (sum, count) = known.fold((0.0, 0), |(sum, count), value| (sum + value, count + 1));
                if count == 0 { f64::NAN } else { sum / f64::from(count) }
            };
            let mean: Vec<f64> = (0..panel.areas).map(mean).collect();
            panel.periods.iter().flat_map(|_| mean.iter().copied()).collect()
        }
    }
}

impl Tree {
    /// Reckons all layers.
    pub fn reckon(&self, ground: Ground<'_>, problems: &mut Vec<Problem>) -> Layer {
        self.branch(ground, &self.top, problems)
    }

    /// Reckons a layer and all below it, which may be joined in another way than those of the tree itself.
    pub fn branch(&self, ground: Ground<'_>, branch: &Branch, problems: &mut Vec<Problem>) -> Layer {
        let one = |limb| {
            let mut problems = Vec::new();
            (self.limb(ground, limb, &mut problems), problems)
        };
        let reckoned: Vec<(LayerPart, Vec<Problem>)> = branch.limbs.par_iter().map(one).collect();
        let mut parts = Vec::new();
        for (part, found) in reckoned {
            parts.push(part);
            problems.extend(found);
        }
        join(ground, parts, branch, problems)
    }

    fn limb(&self, ground: Ground<'_>, limb: &Limb, problems: &mut Vec<Problem>) -> LayerPart {
        let groups = ground.panel.groups().len();
        let (column, below, flat) = match &limb.from {
            From::Entry(at) => {
                let entry = &self.entries[*at];
                let known = entry.read.iter().map(|read| f64::from(u8::from(matches!(read, Read::Of(_)))));
                let column = Column { values: entry.values.clone(), known: known.collect() };
                (column, Below::Entry(*at), vec![false; groups])
            }
            From::Branch(branch) => {
                let layer = self.branch(ground, branch, problems);
                let flat = (0..groups).map(|group| layer.parts.iter().all(|part| part.flat[group]));
                let flat = flat.collect();
                (layer.combined.column.clone(), Below::Layer(Box::new(layer)), flat)
            }
            From::Index(id, column) => {
                let below = Below::Index(*id, column.values.clone());
                (column.clone(), below, vec![false; groups])
            }
        };
        LayerPart {
            name: limb.name.clone(),
            place: limb.place.clone(),
            flat,
            given: limb.weight,
            used: 0.0,
            column,
            goalposts: limb.yardstick.goalposts,
            below,
        }
    }
}

impl Limb {
    /// Normalises a column of it in place; what its distance is measured from is its own mean where it has no
    /// other standard.
    pub fn normalise(
        &self,
        ground: Ground<'_>,
        values: &mut [f64],
        groups: &[Group],
        method: Normalise,
    ) -> Vec<Finding> {
        // sums that differ by no more than rounding have one rank
        if method.is_by_rank() && matches!(&self.from, From::Branch(branch) if branch.limbs.len() > 1) {
            values.iter_mut().for_each(|value| *value = rank::in_order(*value));
        }
        match (method, &self.yardstick.standard) {
            (Normalise::Distance { to, .. }, None) => {
                let standard = Some(means_of(ground, values, to));
                normalise(values, groups, method, &Yardstick { standard, ..self.yardstick })
            }
            _ => normalise(values, groups, method, &self.yardstick),
        }
    }
}

fn join(
    ground: Ground<'_>,
    mut parts: Vec<LayerPart>,
    branch: &Branch,
    problems: &mut Vec<Problem>,
) -> Layer {
    let groups = ground.panel.groups();
    let rule = branch.combine;
    if matches!(rule.normalise, Normalise::Distance { apart: Apart::Ratio, .. }) {
        let is_on_both_sides = |part: &&LayerPart| {
            let values = &part.column.values;
            values.iter().any(|value| *value < 0.0) && values.iter().any(|value| *value > 0.0)
        };
        problems.extend(parts.iter().filter(is_on_both_sides).map(|part| Problem::NoRatio {
            place: part.place.clone(),
            index: ground.definition.id.clone(),
            part: part.name.clone(),
        }));
    }
    let one = |(part, limb): (&mut LayerPart, &Limb)| {
        let findings = limb.normalise(ground, &mut part.column.values, &groups, rule.normalise);
        let known = part.column.known.iter_mut().zip(&part.column.values);
        for (known, _) in known.filter(|(_, value)| value.is_nan()) {
            *known = 0.0;
        }
        findings
    };
    let found: Vec<Vec<Finding>> = parts.par_iter_mut().zip(&branch.limbs).map(one).collect();
    for (part, findings) in parts.iter_mut().zip(found) {
        note(ground, part, &findings, &groups, problems);
    }
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by(|one, other| parts[*one].name.cmp(&parts[*other].name));
    let given = weights(ground, &parts, &order, branch, problems);
    for (at, used) in order.iter().zip(used_weights(&given)) {
        parts[*at].used = used;
    }
    for part in parts.iter().filter(|part| part.used > 0.0) {
        let cells = refused(&part.column.values, rule.aggregate);
        if !cells.is_empty() {
            problems.push(Problem::NotPositive {
                place: part.place.clone(),
                index: ground.definition.id.clone(),
                part: part.name.clone(),
                mean: rule.aggregate.word(),
                normalise: rule.normalise,
                areas: codes(ground, &cells),
            });
        }
    }
    let weighed: Vec<Weighed<'_>> =
        order.iter().map(|at| Weighed { weight: parts[*at].used, column: &parts[*at].column }).collect();
    let minimum = branch.minimum(ground);
    let combined = combine(&weighed, ground.panel.cells(), &groups, minimum, rule.aggregate);
    Layer { combine: rule, combined, parts }
}

/// The codes of the areas of some cells, each once.
fn codes(ground: Ground<'_>, cells: &[usize]) -> Vec<String> {
    let mut places: Vec<usize> = cells.iter().map(|cell| cell % ground.panel.areas).collect();
    places.sort_unstable();
    places.dedup();
    let first = ground.atlas.level(ground.panel.level).next().map_or(0, |area| area.0);
    let code = |place: usize| {
        let id = crate::model::atlas::AreaId(first + place as u32);
        ground.atlas.area(id).code.clone()
    };
    places.into_iter().map(code).collect()
}

/// The weights of the parts in this order, before they are brought to a sum of 1.
fn weights(
    ground: Ground<'_>,
    parts: &[LayerPart],
    order: &[usize],
    branch: &Branch,
    problems: &mut Vec<Problem>,
) -> Vec<f64> {
    let over = ground.panel.classed_over();
    let columns: Vec<&[f64]> = order.iter().map(|at| &parts[*at].column.values[over.clone()]).collect();
    let found = match branch.combine.weigh {
        Weighing::Given => return order.iter().map(|at| parts[*at].given).collect(),
        Weighing::Equal => return vec![1.0; order.len()],
        Weighing::FirstComponent => weigh::first_component(&columns),
        Weighing::Entropy => weigh::entropy(&columns),
    };
    found.unwrap_or_else(|refusal| {
        problems.push(Problem::NoWeights {
            place: branch.place.clone(),
            index: ground.definition.id.clone(),
            layer: branch.name.clone(),
            why: match refusal {
                weigh::Refusal::TooFewCells => WhyNoWeights::TooFewCells,
                weigh::Refusal::Flat(at) => WhyNoWeights::Flat(parts[order[at]].name.clone()),
                weigh::Refusal::Against(at) => WhyNoWeights::Against(parts[order[at]].name.clone()),
                weigh::Refusal::BelowZero(at) => WhyNoWeights::BelowZero(parts[order[at]].name.clone()),
            },
        });
        vec![1.0; order.len()]
    })
}

pub use crate::index::problem::WhyNoWeights;

/// By cell, the mean of a part over the areas that lie in the same area around them, weighted by people where
/// they are counted: of the same period, the fixed one, or all, as the reference asks.
pub fn means_of(ground: Ground<'_>, values: &[f64], to: Standard) -> Vec<f64> {
    let (atlas, panel) = (ground.atlas, ground.panel);
    let level = match to {
        Standard::Whole | Standard::Target => LevelId(0),
        Standard::Level(level) => LevelId(level as u8),
    };
    let around: Vec<Option<usize>> = atlas
        .level(panel.level)
        .map(|area| atlas.ancestor(area, level).map(|around| atlas.place_in_level(around)))
        .collect();
    let count = atlas.level_len(level);
    let sums: Vec<Vec<(f64, f64)>> = (0..panel.periods.len())
        .map(|at| {
            let people = match atlas.population() {
                Some(population) => people::counts(atlas, panel.level, population, panel.periods[at]),
                None => vec![1.0; panel.areas],
            };
            let mut sums = vec![(0.0, 0.0); count];
            for ((cell, around), people) in panel.of_period(at).zip(&around).zip(people) {
                if let Some(around) = around.filter(|_| !values[cell].is_nan() && !people.is_nan()) {
                    sums[around].0 += people * values[cell];
                    sums[around].1 += people;
                }
            }
            sums
        })
        .collect();
    let mean = |sums: &[(f64, f64)], around: usize| sums[around].0 / sums[around].1;
    let of = |at: usize, around: usize| match ground.definition.reference {
        Reference::EachPeriod => mean(&sums[at], around),
        Reference::Period(period) => {
            let fixed = panel.periods.iter().position(|told| *told == period).unwrap_or(at);
            mean(&sums[fixed], around)
        }
        Reference::Pooled => {
            let all =
                sums.iter().fold((0.0, 0.0), |all, sums| (all.0 + sums[around].0, all.1 + sums[around].1));
            all.0 / all.1
        }
    };
    let cells = (0..panel.periods.len()).flat_map(|at| around.iter().map(move |around| (at, around)));
    cells.map(|(at, around)| around.map_or(f64::NAN, |around| of(at, around))).collect()
}

/// Tells once, at the lowest layer where it shows, that a part is the same everywhere.
fn note(
    ground: Ground<'_>,
    part: &mut LayerPart,
    findings: &[Finding],
    groups: &[Group],
    problems: &mut Vec<Problem>,
) {
    let mut periods: Vec<Period> = Vec::new();
    let mut out_of_reach = false;
    for finding in findings {
        match *finding {
            Finding::NoSpread { group } if !part.flat[group] => {
                periods.extend(ground.panel.periods_of_group(group));
                part.flat[group] = true;
            }
            Finding::NoSpread { .. } => {}
            Finding::OutOfReach { .. } => out_of_reach = true,
        }
    }
    for (group, flat) in groups.iter().zip(&mut part.flat) {
        *flat |= part.column.values[group.cells.clone()].iter().all(|value| value.is_nan());
    }
    let told = || (part.place.clone(), ground.definition.id.clone(), part.name.clone());
    if out_of_reach {
        let (place, index, part) = told();
        problems.push(Problem::OutOfReach { place, index, part });
    }
    if !periods.is_empty() {
        let goalposts = part.goalposts.map(|ends| as_given(ground, &part.name, ends));
        let (place, index, part) = told();
        problems.push(Problem::NoSpread { place, index, part, periods, goalposts });
    }
}

/// Goalposts as their author wrote them: those of an indicator that is turned round are turned with it.
fn as_given(ground: Ground<'_>, part: &Part, ends: Goalposts) -> Goalposts {
    let Part::Indicator(id) = part else { return ends };
    let found = ground.atlas.find_indicator(id).map(|id| ground.atlas.indicator(id).good);
    found.map_or(ends, |good| turn(ends, sense(good, ground.definition.good)))
}

/// An indicator as it goes up through the layers.
#[derive(Clone, Debug)]
pub struct Leaf {
    pub indicator: IndicatorId,
    /// The entry, by its position.
    pub entry: usize,
    /// By cell, where its number comes from; nothing where it is in no score of the layer.
    pub read: Vec<Read>,
}

/// Every indicator with a weight below a layer, as far as it goes up: not where a part on its way has no
/// number.
pub fn leaves(layer: &Layer, entries: &[Entry]) -> Vec<Leaf> {
    let mut found = Vec::new();
    for part in layer.parts.iter().filter(|part| part.used > 0.0) {
        let mut below = match &part.below {
            Below::Entry(at) => {
                let entry = &entries[*at];
                vec![Leaf { indicator: entry.id, entry: *at, read: entry.read.clone() }]
            }
            Below::Layer(inner) => leaves(inner, entries),
            Below::Index(..) => Vec::new(),
        };
        for leaf in &mut below {
            let cells = leaf.read.iter_mut().zip(&part.column.values);
            cells.filter(|(_, value)| value.is_nan()).for_each(|(read, _)| *read = Read::Nothing);
        }
        found.append(&mut below);
    }
    found
}
