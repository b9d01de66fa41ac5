//! Every step of an index, so that each can be done again in a spreadsheet.
//!
//! In: a definition, the atlas, the scores. Out: the columns between all steps, by cell: all areas of the level
//! in the order of their ids, period after period; not-a-number where nothing is known.

use std::ops::Range;

use crate::index::Scores;
use crate::index::compute::layers;
use crate::index::entry::{Keep, Read, Shrinkage, Source, sense};
use crate::index::layer::{Below, Branch, From, Ground, Layer, LayerPart, Tree, means_of};
use crate::index::normalise::Group;
use crate::index::panel::{Panel, Sense};
use crate::index::treat::Treated;
use crate::index::{Index, IndexId, Weighed};
use crate::input::settings::{self, Goalposts, Normalise};
use crate::model::atlas::{Atlas, IndicatorId, LevelId, Period};

/// The steps of an index.
#[derive(Clone, Debug)]
pub struct Audit {
    pub level: LevelId,
    /// How many areas the level has.
    pub areas: usize,
    /// In order of time.
    pub periods: Vec<Period>,
    /// In the order of the definition.
    pub indicators: Vec<AuditedIndicator>,
    /// Domains and other indices, each before what is in it.
    pub domains: Vec<AuditedDomain>,
    /// Every part of every layer before it is normalised, each before what is in it.
    pub parts: Vec<AuditedPart>,
    /// The cells that are normalised together, with the periods to which that applies, and those that decide.
    pub groups: Vec<Group>,
    pub applied: Vec<Vec<Period>>,
    pub referred: Vec<Vec<Period>>,
    /// The periods whose scores set the classes.
    pub classed_over: Vec<Period>,
    pub score: Vec<f64>,
    /// The share of the weight of all indicators that is known, without what is imputed.
    pub known: Vec<f64>,
}

/// An indicator, step by step.
#[derive(Clone, Debug)]
pub struct AuditedIndicator {
    pub indicator: IndicatorId,
    /// As read, for eligible areas; a reading that is carried stands in the cell for which it counts.
    pub raw: Vec<f64>,
    /// By cell, how a rate was drawn to that of the area around it.
    pub shrunk: Vec<(usize, Shrinkage)>,
    /// What it is divided by; empty where it is divided by nothing.
    pub divisors: Vec<f64>,
    /// Shrunk and divided, as the definition asks.
    pub denominated: Vec<f64>,
    pub imputed: Vec<f64>,
    pub treated: Vec<f64>,
    /// Turned, where its good end is the other one, and normalised.
    pub normalised: Vec<f64>,
    /// Where the number of a cell comes from.
    pub read: Vec<Read>,
    /// By cell, where a number comes from that was filled in.
    pub filled: Vec<(usize, Source)>,
    /// What was done to outliers.
    pub treatment: Vec<Treated>,
}

#[derive(Clone, Debug)]
pub struct AuditedDomain {
    pub depth: usize,
    pub of: Weighed,
    /// Its parts joined; of another index its scores.
    pub aggregated: Vec<f64>,
    /// What goes into the layer above.
    pub normalised: Vec<f64>,
}

/// A part as it goes into its layer.
#[derive(Clone, Debug)]
pub struct AuditedPart {
    /// The id of its layer.
    pub layer: String,
    pub of: Weighed,
    /// Of an indicator, its position in [`Audit::indicators`].
    pub entry: Option<usize>,
    /// Whether it was turned round, since its good end is the other one.
    pub sense: Sense,
    pub normalise: Normalise,
    /// Turned, and not yet normalised.
    pub before: Vec<f64>,
    /// As it is: turned round with it.
    pub goalposts: Option<Goalposts>,
    /// By cell, what its distance is measured from; absent where it is held against nothing else.
    pub standard: Option<Vec<f64>>,
}

/// Reckons an index again, and keeps what lies between its steps.
pub fn audit(definitions: &[settings::Index], id: IndexId, atlas: &Atlas, scores: &Scores) -> Audit {
    let definition = &definitions[id.0];
    let panel = Panel::new(definition, atlas);
    let others: Vec<Option<&Index>> = scores.indices.iter().map(Some).collect();
    let ground = Ground { definition, atlas, panel: &panel, others: &others };
    // what is wrong was told when the scores were reckoned
    let (tree, layer) = layers(ground, Keep::Steps, &mut Vec::new());
    let mut normalised: Vec<Vec<f64>> = vec![Vec::new(); tree.entries.len()];
    let (mut domains, mut parts) = (Vec::new(), Vec::new());
    parts_of(ground, &tree, &tree.top, &layer, &mut parts);
    collect(&layer, 0, &mut normalised, &mut domains);
    let indicators = tree.entries.into_iter().zip(normalised).filter_map(|(entry, normalised)| {
        let steps = entry.steps?;
        Some(AuditedIndicator {
            indicator: entry.id,
            raw: steps.raw,
            shrunk: entry.shrunk,
            divisors: steps.divisors,
            denominated: steps.denominated,
            imputed: steps.imputed,
            treated: steps.treated,
            normalised,
            read: entry.read,
            filled: steps.filled,
            treatment: entry.treated,
        })
    });
    Audit {
        level: panel.level,
        areas: panel.areas,
        indicators: indicators.collect(),
        domains,
        parts,
        applied: applied(&panel),
        referred: (0..panel.groups().len()).map(|group| panel.periods_of_group(group)).collect(),
        classed_over: within(&panel, &panel.classed_over()),
        groups: panel.groups(),
        score: layer.combined.column.values,
        known: layer.combined.column.known,
        periods: panel.periods,
    }
}

/// The periods of which a range holds cells.
fn within(panel: &Panel, cells: &Range<usize>) -> Vec<Period> {
    let of = panel.periods.iter().enumerate();
    of.filter(|(at, _)| cells.contains(&panel.of_period(*at).start)).map(|(_, period)| *period).collect()
}

fn applied(panel: &Panel) -> Vec<Vec<Period>> {
    panel.groups().iter().map(|group| within(panel, &group.cells)).collect()
}

fn parts_of(ground: Ground<'_>, tree: &Tree, branch: &Branch, layer: &Layer, into: &mut Vec<AuditedPart>) {
    for (limb, part) in branch.limbs.iter().zip(&layer.parts) {
        let normalise = branch.combine.normalise;
        let (of, entry, turned, before) = match &part.below {
            Below::Entry(at) => {
                let entry = &tree.entries[*at];
                (Weighed::Indicator(entry.id), Some(*at), entry.sense, entry.values.clone())
            }
            Below::Layer(inner) => (
                Weighed::Domain(part.name.id().to_owned()),
                None,
                Sense::AsGiven,
                inner.combined.column.values.clone(),
            ),
            Below::Index(id, scores) => {
                let other = ground.others.get(id.0).copied().flatten();
                let turned =
                    other.map_or(Sense::AsGiven, |other| sense(other.good(), ground.definition.good));
                (Weighed::Index(*id), None, turned, scores.clone())
            }
        };
        let standard = match normalise {
            Normalise::Distance { to, .. } => {
                Some(limb.yardstick.standard.clone().unwrap_or_else(|| means_of(ground, &before, to)))
            }
            _ => None,
        };
        let (goalposts, layer) = (limb.yardstick.goalposts, branch.name.id().to_owned());
        into.push(AuditedPart { layer, of, entry, sense: turned, normalise, before, goalposts, standard });
        if let (From::Branch(inner), Below::Layer(below)) = (&limb.from, &part.below) {
            parts_of(ground, tree, inner, below, into);
        }
    }
}

fn collect(layer: &Layer, depth: usize, normalised: &mut [Vec<f64>], domains: &mut Vec<AuditedDomain>) {
    for LayerPart { name, column, below, .. } in &layer.parts {
        let (of, aggregated) = match below {
            Below::Entry(at) => {
                normalised[*at].clone_from(&column.values);
                continue;
            }
            Below::Layer(inner) => {
                (Weighed::Domain(name.id().to_owned()), inner.combined.column.values.clone())
            }
            Below::Index(id, scores) => (Weighed::Index(*id), scores.clone()),
        };
        domains.push(AuditedDomain { depth, of, aggregated, normalised: column.values.clone() });
        if let Below::Layer(inner) = below {
            collect(inner, depth + 1, normalised, domains);
        }
    }
}
