//! An index without one of its parts (leave-one-out, METHODS.md section 6).
//!
//! In: the layers of an index that has been reckoned. Out: for every indicator and domain what areas would get
//! in the latest period if it were not in the index. Its weight goes to the others of its layer, in proportion
//! to theirs; what stands above it is normalised and joined anew by the same rules, and breaks between classes
//! are found anew by theirs. All else stays: the other parts as they were normalised, and weights that follow
//! from the data.

use rayon::prelude::*;
use serde::Serialize;

use crate::index::Index;
use crate::index::aggregate::{Column, Weighed, combine, refused, used_weights};
use crate::index::layer::{Below, Branch, From, Ground, Layer, Tree};
use crate::index::normalise::Group;
use crate::index::people;
use crate::index::shift::{Found, Shift, anew, found};
use crate::input::settings::Aggregate;
use crate::model::atlas::Period;

/// An index without each of its parts in turn.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LeftOut {
    /// The latest of the index.
    pub period: Period,
    /// In the order of [`Index::parts`]. Not among them are parts without weight, and a part that is alone in its
    /// layer: without it, what it is in is left out.
    pub parts: Vec<Without>,
}

/// What areas get without a part.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Without {
    /// By its position in [`Index::parts`].
    pub part: usize,
    /// By the area's place in its level, absent where it has no score; nothing at all where a mean cannot take
    /// what is left of a layer.
    pub found: Vec<Option<Found>>,
    pub of: usize,
    pub shift: Shift,
}

/// More areas than this are not counted pair by pair (Copeland) again for each part.
const MOST_IN_PAIRS: usize = 2_000;

/// Absent where no part can be left out, there are no scores, or pairs of too many areas would be counted.
pub fn left_out(ground: Ground<'_>, tree: &Tree, layer: &Layer, index: &Index) -> Option<LeftOut> {
    let panel = ground.panel;
    let period = index.latest()?;
    // one area is in no order
    let results = index.results.get(&period).filter(|results| results.scored > 1)?;
    if panel.areas > MOST_IN_PAIRS && counts_pairs(layer) {
        return None;
    }
    let mut ways = Vec::new();
    collect(&tree.top, layer, index, &mut 0, &mut Vec::new(), &mut ways);
    let given = found(&results.outcomes);
    let people = people::of(ground.atlas, panel.level, period);
    let groups = panel.groups();
    let one = |(part, way): &(usize, Vec<Step<'_>>)| {
        let found = match without(ground, way, &groups) {
            Some(scores) => anew(ground, &scores),
            None => vec![None; panel.areas],
        };
        let of = found.iter().flatten().count();
        let shift = Shift::of(&given, &found, &people);
        Without { part: *part, found, of, shift }
    };
    let parts: Vec<Without> = ways.par_iter().map(one).collect();
    (!parts.is_empty()).then_some(LeftOut { period, parts })
}

fn counts_pairs(layer: &Layer) -> bool {
    let below = |part: &crate::index::layer::LayerPart| match &part.below {
        Below::Layer(inner) => counts_pairs(inner),
        Below::Entry(_) | Below::Index(..) => false,
    };
    layer.combine.aggregate == Aggregate::Copeland || layer.parts.iter().any(below)
}

/// One layer on the way down to a part.
#[derive(Clone, Copy)]
struct Step<'a> {
    branch: &'a Branch,
    layer: &'a Layer,
    /// Which of its parts the way goes through.
    at: usize,
}

/// The way to every part that can be left out, with its position among all parts.
fn collect<'a>(
    branch: &'a Branch,
    layer: &'a Layer,
    index: &Index,
    next: &mut usize,
    above: &mut Vec<Step<'a>>,
    ways: &mut Vec<(usize, Vec<Step<'a>>)>,
) {
    for (at, (limb, part)) in branch.limbs.iter().zip(&layer.parts).enumerate() {
        let position = *next;
        *next += 1;
        above.push(Step { branch, layer, at });
        let others = layer.parts.iter().enumerate().filter(|(other, _)| *other != at);
        let are_others = others.map(|(_, other)| other.used).any(|used| used > 0.0);
        if are_others && index.parts[position].overall > 0.0 {
            ways.push((position, above.clone()));
        }
        if let (From::Branch(inner), Below::Layer(below)) = (&limb.from, &part.below) {
            collect(inner, below, index, next, above, ways);
        }
        above.pop();
    }
}

/// The scores by cell without the part at the end of a way; absent where a mean cannot take what is left.
fn without(ground: Ground<'_>, way: &[Step<'_>], groups: &[Group]) -> Option<Vec<f64>> {
    let (last, above) = way.split_last()?;
    let mut column = join(ground, *last, None, groups);
    for step in above.iter().rev() {
        let combine = step.layer.combine;
        step.branch.limbs[step.at].normalise(ground, &mut column.values, groups, combine.normalise);
        if !refused(&column.values, combine.aggregate).is_empty() {
            return None;
        }
        column = join(ground, *step, Some(&column), groups);
    }
    Some(column.values)
}

/// A layer joined with another column in the place of a part, or without it. Parts are added in the order of
/// their ids, as they are in `layer`.
fn join(ground: Ground<'_>, step: Step<'_>, instead: Option<&Column>, groups: &[Group]) -> Column {
    let parts = &step.layer.parts;
    let mut order: Vec<usize> = (0..parts.len()).filter(|at| *at != step.at || instead.is_some()).collect();
    order.sort_by(|one, other| parts[*one].name.cmp(&parts[*other].name));
    let used: Vec<f64> = order.iter().map(|at| parts[*at].used).collect();
    let weighed: Vec<Weighed<'_>> = (order.iter().zip(used_weights(&used)))
        .map(|(at, weight)| {
            let column = instead.filter(|_| *at == step.at).unwrap_or(&parts[*at].column);
            Weighed { weight, column }
        })
        .collect();
    let minimum = step.branch.minimum(ground);
    combine(&weighed, ground.panel.cells(), groups, minimum, step.layer.combine.aggregate).column
}
