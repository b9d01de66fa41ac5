//! Every step of an index, so that each can be done again in a spreadsheet.
//!
//! In: a definition, the atlas, the scores. Out: the columns between all steps, by cell: all areas of the level
//! in the order of their ids, period after period; not-a-number where nothing is known.

use crate::index::Scores;
use crate::index::compute::layers;
use crate::index::entry::{Keep, Read};
use crate::index::layer::{Below, Ground, Layer, LayerPart};
use crate::index::panel::Panel;
use crate::index::treat::Treated;
use crate::index::{Index, IndexId, Weighed};
use crate::input::settings;
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
    /// Shrunk and divided, as the definition asks.
    pub denominated: Vec<f64>,
    pub imputed: Vec<f64>,
    pub treated: Vec<f64>,
    /// Turned, where its good end is the other one, and normalised.
    pub normalised: Vec<f64>,
    /// Where the number of a cell comes from.
    pub read: Vec<Read>,
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

/// Reckons an index again, and keeps what lies between its steps.
pub fn audit(definitions: &[settings::Index], id: IndexId, atlas: &Atlas, scores: &Scores) -> Audit {
    let definition = &definitions[id.0];
    let panel = Panel::new(definition, atlas);
    let others: Vec<Option<&Index>> = scores.indices.iter().map(Some).collect();
    let ground = Ground { definition, atlas, panel: &panel, others: &others };
    // what is wrong was told when the scores were reckoned
    let (tree, layer) = layers(ground, Keep::Steps, &mut Vec::new());
    let mut normalised: Vec<Vec<f64>> = vec![Vec::new(); tree.entries.len()];
    let mut domains = Vec::new();
    collect(&layer, 0, &mut normalised, &mut domains);
    let indicators = tree.entries.into_iter().zip(normalised).filter_map(|(entry, normalised)| {
        let steps = entry.steps?;
        Some(AuditedIndicator {
            indicator: entry.id,
            raw: steps.raw,
            denominated: steps.denominated,
            imputed: steps.imputed,
            treated: steps.treated,
            normalised,
            read: entry.read,
            treatment: entry.treated,
        })
    });
    Audit {
        level: panel.level,
        areas: panel.areas,
        indicators: indicators.collect(),
        domains,
        score: layer.combined.column.values,
        known: layer.combined.column.known,
        periods: panel.periods,
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
