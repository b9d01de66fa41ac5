//! An index with equal weights, held against the index as it is (METHODS.md section 4).
//!
//! In: a definition and the scores. Out: how far the order of the latest period is another one where all parts
//! of every layer weigh the same. Says nothing of which of the two is right.

use crate::index::compute::index;
use crate::index::layer::Ground;
use crate::index::panel::Panel;
use crate::index::people;
use crate::index::shift::{Shift, found};
use crate::index::{Index, IndexId, Scores};
use crate::input::settings::{self, Combine, Domain, Parts, Weighing};
use crate::model::atlas::{Atlas, Period};

/// What equal weights change. Breaks between classes are found anew by the same rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Equal {
    /// The latest of the index.
    pub period: Period,
    pub shift: Shift,
}

/// Reckons an index again with equal weights in every layer. A part without weight stays out, and another index
/// that it is made of stays as it is. Absent where the definition gives no weights, or no two that differ.
pub fn equal(definitions: &[settings::Index], id: IndexId, atlas: &Atlas, scores: &Scores) -> Option<Equal> {
    let definition = levelled(&definitions[id.0])?;
    let panel = Panel::new(&definition, atlas);
    let others: Vec<Option<&Index>> = scores.indices.iter().map(Some).collect();
    let ground = Ground { definition: &definition, atlas, panel: &panel, others: &others };
    // what is wrong with the definition itself was told when the scores were reckoned
    let equal = index(ground, &mut Vec::new());
    let given = &scores.indices[id.0];
    let period = given.latest()?;
    let (before, after) = (given.results.get(&period)?, equal.results.get(&period)?);
    let people = people::of(atlas, panel.level, period);
    Some(Equal { period, shift: Shift::of(&found(&before.outcomes), &found(&after.outcomes), &people) })
}

/// A definition in which all parts of a layer weigh the same; absent where no layer has given weights that differ.
fn levelled(definition: &settings::Index) -> Option<settings::Index> {
    let mut definition = definition.clone();
    let mut differ = false;
    let weights = definition.domains.iter_mut().map(|domain| &mut domain.weight);
    differ |= level(&mut definition.combine, weights.collect());
    for domain in &mut definition.domains {
        differ |= within(domain);
    }
    differ.then_some(definition)
}

fn within(domain: &mut Domain) -> bool {
    match &mut domain.parts {
        Parts::Indicators(ingredients) => {
            level(&mut domain.combine, ingredients.iter_mut().map(|it| &mut it.weight).collect())
        }
        Parts::Domains(inner) => {
            let differ = level(&mut domain.combine, inner.iter_mut().map(|it| &mut it.weight).collect());
            inner.iter_mut().map(within).fold(differ, |differ, below| differ | below)
        }
        Parts::Index { .. } => false,
    }
}

/// Makes the weights of a layer equal; whether they were given, and not all so.
fn level(combine: &mut Combine, weights: Vec<&mut f64>) -> bool {
    if combine.weigh != Weighing::Given {
        combine.weigh = Weighing::Equal;
        return false;
    }
    let mut weights: Vec<&mut f64> = weights.into_iter().filter(|weight| **weight > 0.0).collect();
    let differ = weights.windows(2).any(|pair| *pair[0] != *pair[1]);
    weights.iter_mut().for_each(|weight| **weight = 1.0);
    differ
}
