//! How far scores may be off because readings come from samples (METHODS.md section 1).
//!
//! In: layers that have been reckoned, and the intervals of the readings in them. Out: half the interval of every
//! score, at the level of confidence at which the readings were published.
//!
//! Each half of an interval goes up by the slope of every step on its way, and halves that meet are joined as
//! `√(a² + b²)`: the law of propagation of uncertainty for independent numbers (JCGM 100:2008, 5.1.2). Where a step
//! is not straight (ranks, goalposts, means that are not arithmetic) a half is half of what comes of both ends of the
//! interval, which reach no further than the numbers of other areas. What is normal for all areas is taken as known,
//! and so are numbers that a rule filled in; a number that was brought to the next one keeps its half.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::index::aggregate::mean;
use crate::index::carry::counted;
use crate::index::entry::{Entry, Read};
use crate::index::layer::{Below, Ground, Layer, LayerPart, Tree};
use crate::index::normalise::{Group, ends, goalpost};
use crate::index::shrink;
use crate::index::spread::steepness;
use crate::index::treat::{End, Treatment};
use crate::input::settings::{Aggregate, Ingredient, Normalise};
use crate::model::atlas::{IndicatorId, Interval, Period};

/// By period and by the area's place in its level, half the interval of a score: 0 where nothing in it comes from a
/// sample, not-a-number where it cannot be told (Copeland's counts). Empty where no reading has an interval.
pub type Margins = BTreeMap<Period, Vec<f64>>;

/// Of an index whose layers are known.
pub fn margins(ground: Ground<'_>, tree: &Tree, layer: &Layer) -> Margins {
    let has_intervals = tree.entries.iter().any(|entry| ground.atlas.has_intervals(entry.id));
    if !has_intervals && !is_made_of_others_with_margins(ground, layer) {
        return Margins::new();
    }
    let ingredients = ground.definition.ingredients();
    let entries = tree.entries.par_iter().zip(&ingredients);
    let halves = entries.map(|(entry, ingredient)| of_entry(ground, entry, ingredient)).collect();
    let found = Walk { ground, tree, halves, groups: ground.panel.groups() }.layer(layer);
    let of_period = |(at, period): (usize, &Period)| (*period, found[ground.panel.of_period(at)].to_vec());
    ground.panel.periods.iter().enumerate().map(of_period).collect()
}

fn is_made_of_others_with_margins(ground: Ground<'_>, layer: &Layer) -> bool {
    layer.parts.iter().any(|part| match &part.below {
        Below::Entry(_) => false,
        Below::Layer(inner) => is_made_of_others_with_margins(ground, inner),
        Below::Index(id, _) => ground.others[id.0].is_some_and(|other| !other.margins.is_empty()),
    })
}

/// Half the interval of an indicator where it enters the index, by cell.
fn of_entry(ground: Ground<'_>, entry: &Entry, ingredient: &Ingredient) -> Vec<f64> {
    let (atlas, panel) = (ground.atlas, ground.panel);
    let mut halves = vec![0.0; panel.cells()];
    if !atlas.has_intervals(entry.id) {
        return halves;
    }
    for (at, period) in panel.periods.iter().enumerate() {
        let divisors =
            ingredient.per.map(|per| counted(atlas, panel.level, IndicatorId(per.indicator as u16), *period));
        for (place, (cell, area)) in panel.of_period(at).zip(atlas.level(panel.level)).enumerate() {
            let Read::Of(of) = entry.read[cell] else { continue };
            let margin = atlas.margin(area, entry.id, of).and_then(|margin| margin.interval);
            let Some(Interval { lower, upper }) = margin else { continue };
            let divided = ingredient
                .per
                .zip(divisors.as_ref())
                .and_then(|(per, divisors)| divisors[place].map(|divisor| (per.times / divisor.value).abs()));
            halves[cell] = (upper - lower) / 2.0 * divided.unwrap_or(1.0);
        }
    }
    for (cell, one) in &entry.shrunk {
        halves[*cell] *= shrink::slope(&one.shrunk);
    }
    let groups = panel.groups();
    for treated in &entry.treated {
        let Treatment::Log { from, .. } = treated.what else { continue };
        for cell in groups[treated.group].cells.clone() {
            // of y = ln(x − a) the slope is 1 ÷ (x − a), of y = −ln(a − x) it is 1 ÷ (a − x)
            let y = entry.sense.turn(entry.values[cell]);
            halves[cell] *= if from == End::High { -y } else { y }.exp();
        }
    }
    halves
}

/// The way up through the layers.
struct Walk<'a> {
    ground: Ground<'a>,
    tree: &'a Tree,
    /// By entry and cell.
    halves: Vec<Vec<f64>>,
    groups: Vec<Group>,
}

impl Walk<'_> {
    /// Half the interval of a layer, by cell.
    fn layer(&self, layer: &Layer) -> Vec<f64> {
        let cells = layer.combined.shares.len();
        if layer.combine.aggregate == Aggregate::Copeland {
            return vec![f64::NAN; cells];
        }
        let mut squares = vec![0.0; cells];
        for (at, part) in layer.parts.iter().enumerate().filter(|(_, part)| part.used > 0.0) {
            let halves = self.part(part, layer.combine.normalise);
            let ends = ends(&part.column.values);
            for (cell, (square, half)) in squares.iter_mut().zip(halves).enumerate() {
                let x = part.column.values[cell];
                if half != 0.0 && !x.is_nan() && !layer.combined.column.values[cell].is_nan() {
                    let moved = moves(layer, at, cell, half, ends.unwrap_or((x, x)));
                    *square += moved * moved;
                }
            }
        }
        squares.into_iter().map(f64::sqrt).collect()
    }

    /// Half the interval of a part after it was normalised, by cell.
    fn part(&self, part: &LayerPart, method: Normalise) -> Vec<f64> {
        let (values, mut halves) = match &part.below {
            Below::Entry(at) => (&self.tree.entries[*at].values, self.halves[*at].clone()),
            Below::Layer(inner) => (&inner.combined.column.values, self.layer(inner)),
            Below::Index(id, values) => (values, self.other(id.0)),
        };
        match (method, part.goalposts) {
            (Normalise::Goalposts { top }, Some(posts)) => {
                let of = |value: f64| goalpost(value, posts, top);
                let both = halves.iter_mut().zip(values).filter(|(half, _)| **half != 0.0);
                both.for_each(|(half, x)| *half = (of(x + *half) - of(x - *half)) / 2.0);
            }
            _ if method.is_by_rank() => {
                for group in &self.groups {
                    by_rank(&mut halves, values, &part.column.values, group);
                }
            }
            _ => {
                let steepness = steepness(part, values, method, &self.groups);
                halves.iter_mut().zip(steepness).for_each(|(half, a)| *half *= a.abs());
            }
        }
        halves
    }

    fn other(&self, at: usize) -> Vec<f64> {
        let panel = self.ground.panel;
        let mut halves = vec![0.0; panel.cells()];
        let Some(other) = self.ground.others[at] else { return halves };
        for (at, period) in panel.periods.iter().enumerate() {
            if let Some(of_period) = other.margins.get(period) {
                halves[panel.of_period(at)].copy_from_slice(of_period);
            }
        }
        halves
    }
}

/// How far the mean of a layer moves with a part of it, in a cell where both are known.
fn moves(layer: &Layer, at: usize, cell: usize, half: f64, (least, most): (f64, f64)) -> f64 {
    let x = layer.parts[at].column.values[cell];
    if layer.combine.aggregate == Aggregate::Arithmetic || half.is_nan() {
        return half * layer.parts[at].used / layer.combined.shares[cell];
    }
    let mean_at = |end: f64| {
        let value =
            |(other, part): (usize, &LayerPart)| if other == at { end } else { part.column.values[cell] };
        let all: Vec<f64> = layer.parts.iter().enumerate().map(value).collect();
        let parts: Vec<(f64, &[f64])> =
            layer.parts.iter().zip(all.chunks(1)).map(|(part, value)| (part.used, value)).collect();
        mean(&parts, 1, 0.0, layer.combine.aggregate)[0]
    };
    (mean_at((x + half).min(most)) - mean_at((x - half).max(least))) / 2.0
}

/// Halves before a normalisation by rank to those after it: half of what lies between both ends.
fn by_rank(halves: &mut [f64], before: &[f64], after: &[f64], group: &Group) {
    if halves[group.cells.clone()].iter().all(|half| *half == 0.0) {
        return;
    }
    let cells = group.cells.clone().filter(|cell| !before[*cell].is_nan() && !after[*cell].is_nan());
    let mut known: Vec<(f64, f64)> = cells.map(|cell| (before[cell], after[cell])).collect();
    known.sort_by(|one, other| one.0.total_cmp(&other.0));
    known.dedup_by(|next, one| next.0 == one.0);
    for cell in group.cells.clone() {
        let (x, half) = (before[cell], halves[cell]);
        // what cannot be told of a part cannot be told of the whole
        if half == 0.0 || half.is_nan() {
            continue;
        }
        halves[cell] = (between(&known, x + half) - between(&known, x - half)) / 2.0;
    }
}

/// On the line through points in order; beyond their ends, as there.
fn between(points: &[(f64, f64)], x: f64) -> f64 {
    let next = points.partition_point(|(known, _)| *known < x);
    match (next.checked_sub(1).map(|at| points[at]), points.get(next)) {
        (Some((x1, y1)), Some((x2, y2))) => y1 + (y2 - y1) * (x - x1) / (x2 - x1),
        (Some((_, y)), None) | (None, Some(&(_, y))) => y,
        (None, None) => f64::NAN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn behind_an_order_a_margin_is_what_lies_between_its_ends() {
        // the third lies 2 to either side: from a place below 10 to a place above 20
        let (before, after) = ([10.0, 20.0, 14.0, f64::NAN, 40.0], [0.0, 0.5, 0.25, f64::NAN, 0.75]);
        let mut halves = [0.0, 0.0, 2.0, 0.0, 100.0];
        by_rank(&mut halves, &before, &after, &Group { reference: 0..5, cells: 0..5 });
        // at 16 it would have 0.25 + 0.25 · 2 ÷ 6, at 12 it would have 0.125
        assert!((halves[2] - (0.25 + 0.25 / 3.0 - 0.125) / 2.0).abs() < 1e-12);
        assert_eq!((halves[0], halves[1]), (0.0, 0.0));
        assert_eq!(halves[4], 0.375, "no place lies beyond the first and the last");
    }
}
