//! What was drawn in each run, to be looked into by others.

use super::{Bench, Choice, Run, remember, uniform};
use crate::index::compute::layers;
use crate::index::entry::Keep;
use crate::index::layer::{Branch, From, Ground};
use crate::index::panel::Panel;
use crate::index::{Index, IndexId, Scores};
use crate::input::settings;
use crate::model::atlas::{Atlas, IndicatorId};

/// All runs of an index.
#[derive(Clone, Debug, PartialEq)]
pub struct Draws {
    /// What is varied.
    pub choices: Vec<Choice>,
    /// The parts of all layers: the ids of each and of all that it is in, the outermost first, each before what is in it.
    pub parts: Vec<String>,
    pub runs: Vec<Drawn>,
}

/// One run. Positions are those among the alternatives of the definition; 0 is its own choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    pub normalise: usize,
    pub aggregate: usize,
    pub impute: usize,
    /// The indicator that is left out.
    pub dropped: Option<IndicatorId>,
    /// By part, its share of the weight of its layer: 0 where all in it is left out.
    pub weights: Vec<f64>,
}

/// The draws with which [`super::uncertainty`] reckons; absent where the definition does not ask for it.
pub fn draws(definitions: &[settings::Index], id: IndexId, atlas: &Atlas, scores: &Scores) -> Option<Draws> {
    let definition = &definitions[id.0];
    let asked = definition.uncertainty.as_ref()?;
    scores.indices[id.0].latest()?;
    let panel = Panel::new(definition, atlas);
    let others: Vec<Option<&Index>> = scores.indices.iter().map(Some).collect();
    let ground = Ground { definition, atlas, panel: &panel, others: &others };
    let (tree, layer) = layers(ground, Keep::Result, &mut Vec::new());
    let mut used = std::collections::BTreeMap::new();
    remember(&layer, "", &mut used);
    let bench = Bench {
        ground,
        asked,
        trees: vec![tree],
        used,
        groups: panel.groups(),
        nominal: Vec::new(),
        low_is_good: true,
        columns: std::sync::Mutex::default(),
    };
    let choices = asked.choices();
    let top = &bench.trees[0].top;
    let one = |number: usize| {
        let drawn: Vec<f64> = (0..choices.len()).map(|at| uniform(asked.seed, number, at)).collect();
        let run = bench.run(&choices, &drawn, number);
        let mut weights = Vec::new();
        bench.weights(top, &run, "", &mut weights);
        Drawn {
            normalise: run.normalise,
            aggregate: run.aggregate,
            impute: run.impute,
            dropped: run.dropped.map(|entry| bench.trees[0].entries[entry].id),
            weights: weights.into_iter().map(|(_, weight)| weight).collect(),
        }
    };
    let runs = (0..asked.runs).map(one).collect();
    let mut parts = Vec::new();
    bench.weights(top, &Run::default(), "", &mut parts);
    let parts = parts.into_iter().map(|(path, _)| path.trim_start_matches('/').to_owned()).collect();
    Some(Draws { choices, parts, runs })
}

impl Bench<'_> {
    /// Every part below a layer with its share of the weight of its own.
    fn weights(&self, branch: &Branch, run: &Run, path: &str, into: &mut Vec<(String, f64)>) {
        let paths: Vec<String> =
            branch.limbs.iter().map(|limb| format!("{path}/{}", limb.name.id())).collect();
        let among = branch.limbs.len();
        let weights: Vec<f64> =
            branch.limbs.iter().zip(&paths).map(|(limb, path)| self.weight(limb, run, path, among)).collect();
        let all = weights.iter().fold(0.0, |sum, weight| sum + weight);
        for ((limb, path), weight) in branch.limbs.iter().zip(paths).zip(weights) {
            into.push((path.clone(), if all > 0.0 { weight / all } else { 0.0 }));
            if let From::Branch(inner) = &limb.from {
                self.weights(inner, run, &path, into);
            }
        }
    }
}
