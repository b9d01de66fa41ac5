//! An index with equal weights, held against the index as it is (METHODS.md section 4).
//!
//! In: the layers of an index that has been reckoned. Out: how far the order of the latest period is another one
//! where all parts of every layer weigh the same. Says nothing of which of the two is right.

use crate::index::Index;
use crate::index::layer::{Branch, From, Ground, Tree};
use crate::index::people;
use crate::index::shift::{Shift, anew, found};
use crate::input::settings::Weighing;
use crate::model::atlas::Period;

/// What equal weights change. Breaks between classes are found anew by the same rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Equal {
    /// The latest of the index.
    pub period: Period,
    pub shift: Shift,
}

/// Joins an index again with equal weights in every layer. A part without weight stays out, and another index
/// that it is made of stays as it is. Absent where the definition gives no weights, or no two that differ.
pub fn equal(ground: Ground<'_>, tree: &Tree, index: &Index) -> Option<Equal> {
    let mut top = tree.top.clone();
    if !level(&mut top) {
        return None;
    }
    // what is wrong with the definition itself was told when the scores were reckoned
    let layer = tree.branch(ground, &top, &mut Vec::new());
    let period = index.latest()?;
    let before = found(&index.results.get(&period)?.outcomes);
    let after = anew(ground, &layer.combined.column.values);
    let people = people::of(ground.atlas, ground.panel.level, period);
    Some(Equal { period, shift: Shift::of(&before, &after, &people) })
}

/// Makes the weights of all layers equal; whether any were given, and not all so.
fn level(branch: &mut Branch) -> bool {
    let mut differ = false;
    if branch.combine.weigh == Weighing::Given {
        let weights = branch.limbs.iter_mut().map(|limb| &mut limb.weight);
        let mut weights: Vec<&mut f64> = weights.filter(|weight| **weight > 0.0).collect();
        differ = weights.windows(2).any(|pair| *pair[0] != *pair[1]);
        weights.iter_mut().for_each(|weight| **weight = 1.0);
    } else {
        branch.combine.weigh = Weighing::Equal;
    }
    for limb in &mut branch.limbs {
        if let From::Branch(inner) = &mut limb.from {
            differ |= level(inner);
        }
    }
    differ
}
