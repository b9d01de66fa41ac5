//! What every indicator adds to a score, through all layers (METHODS.md section 6).
//!
//! In: a layer that has been reckoned. Out: for each indicator, and each other index that it is made of, a
//! column of points; over one cell they sum to its score.
//!
//! What a part adds to the mean of its layer is its share by Euler's theorem ([`aggregate::contributions`]).
//! Between layers a linear normalisation is `x = a·v + b`: the part with `a` follows the parts of the domain,
//! and what is left (an offset, or what a goalpost cut off) is shared out as their mean contributions are over
//! the reference, so that a part on average adds what an average part adds; where these differ in sign, by
//! weight. Behind a normalisation by rank nothing is linear: there what a domain adds is shared out over its
//! parts by weight × the share of areas at or below.

use rayon::prelude::*;

use crate::index::Adder;
use crate::index::aggregate::{self, Combined};
use crate::index::entry::Entry;
use crate::index::layer::{Below, Layer, LayerPart};
use crate::index::normalise::{Group, by_rank, ends, moments};
use crate::input::settings::{Aggregate, Apart, Goalposts, Normalise};

/// What reaches a part, by cell.
enum Flow {
    /// It adds `slope · x + extra`, where x is its normalised number; nothing extra at the top.
    Linear { slope: Vec<f64>, extra: Option<Vec<f64>> },
    /// It adds this much, however it came about.
    Shared(Vec<f64>),
}

/// Every adder with what it adds by cell, in the order of the definition; absent where the topmost layer counts
/// pairs (Copeland).
pub fn spread(layer: &Layer, entries: &[Entry], groups: &[Group]) -> Option<Vec<(Adder, Vec<f64>)>> {
    let one = |(part, slope)| {
        let mut down = Down { entries, groups, found: Vec::new() };
        down.part(part, layer.combine.normalise, Flow::Linear { slope, extra: None });
        down.found
    };
    let found: Vec<Vec<(Adder, Vec<f64>)>> = layer.parts.par_iter().zip(slopes(layer)?).map(one).collect();
    Some(found.into_iter().flatten().collect())
}

/// The way down through the layers.
struct Down<'a> {
    entries: &'a [Entry],
    groups: &'a [Group],
    found: Vec<(Adder, Vec<f64>)>,
}

/// By part, how much the mean of a layer grows with its normalised number.
fn slopes(layer: &Layer) -> Option<Vec<Vec<f64>>> {
    let Combined { column, shares } = &layer.combined;
    let is_known = |(x, mean): (&f64, &f64)| !x.is_nan() && !mean.is_nan();
    if layer.combine.aggregate == Aggregate::Arithmetic {
        let one = |part: &LayerPart| {
            let cells = part.column.values.iter().zip(&column.values).zip(shares);
            cells.map(|(both, share)| if is_known(both) { part.used / share } else { 0.0 }).collect()
        };
        return Some(layer.parts.par_iter().map(one).collect());
    }
    let adds = aggregate::contributions(&layer.weighed(), &layer.combined, layer.combine.aggregate)?;
    let one = |(part, adds): (&LayerPart, Vec<f64>)| {
        let cells = part.column.values.iter().zip(&column.values).zip(adds);
        cells.map(|(both, adds)| if is_known(both) && *both.0 != 0.0 { adds / both.0 } else { 0.0 }).collect()
    };
    Some(layer.parts.iter().zip(adds).map(one).collect())
}

impl Down<'_> {
    fn part(&mut self, part: &LayerPart, normalised: Normalise, flow: Flow) {
        let inner = match &part.below {
            Below::Entry(at) => {
                return self.found.push((Adder::Indicator(self.entries[*at].id), total(part, flow)));
            }
            Below::Index(id, _) => return self.found.push((Adder::Index(*id), total(part, flow))),
            Below::Layer(inner) => inner,
        };
        if let [only] = inner.parts.as_slice() {
            let all = Flow::Shared(total(part, flow));
            return self.part(only, inner.combine.normalise, all);
        }
        match flow {
            Flow::Linear { slope, extra } if !normalised.is_by_rank() => match slopes(inner) {
                Some(inner_slopes) => self.follow(part, inner, normalised, (slope, extra), &inner_slopes),
                // above counted pairs
                None => self.share_out(part, inner, total(part, Flow::Linear { slope, extra })),
            },
            // behind an order nothing can be followed by slopes
            flow => self.share_out(part, inner, total(part, flow)),
        }
    }

    fn follow(
        &mut self,
        part: &LayerPart,
        inner: &Layer,
        normalised: Normalise,
        (slope, extra): (Vec<f64>, Option<Vec<f64>>),
        inner_slopes: &[Vec<f64>],
    ) {
        let a = steepness(part, &inner.combined.column.values, normalised, self.groups);
        let offsets = offset_shares(inner, self.groups);
        let cells = slope.len();
        let mean = &inner.combined.column.values;
        let known = |cell: usize| !part.column.values[cell].is_nan() && !mean[cell].is_nan();
        let left = |cell: usize| {
            let b = part.column.values[cell] - a[cell] * mean[cell];
            slope[cell] * b + extra.as_ref().map_or(0.0, |extra| extra[cell])
        };
        for (at, below) in inner.parts.iter().enumerate() {
            let of = |cell: usize, value: f64| if known(cell) { value } else { 0.0 };
            let slope =
                (0..cells).map(|cell| of(cell, slope[cell] * a[cell] * inner_slopes[at][cell])).collect();
            let extra = (0..cells).map(|cell| of(cell, left(cell) * offsets[at][cell])).collect();
            self.part(below, inner.combine.normalise, Flow::Linear { slope, extra: Some(extra) });
        }
    }

    /// Shares out what a part adds over what is in it, by weight × the share of areas at or below.
    fn share_out(&mut self, part: &LayerPart, inner: &Layer, total: Vec<f64>) {
        let positions: Vec<Vec<f64>> = (inner.parts.iter())
            .map(|below| {
                let mut column = below.column.values.clone();
                by_rank::at_or_below(&mut column, self.groups);
                column
            })
            .collect();
        let pull = |at: usize, cell: usize| {
            let position = positions[at][cell];
            if position.is_nan() { 0.0 } else { inner.parts[at].used * position }
        };
        let sums: Vec<f64> = (0..total.len())
            .map(|cell| (0..inner.parts.len()).fold(0.0, |sum, at| sum + pull(at, cell)))
            .collect();
        for (at, below) in inner.parts.iter().enumerate() {
            let of = |cell: usize| match sums[cell] {
                sum if sum > 0.0 && !part.column.values[cell].is_nan() => total[cell] * pull(at, cell) / sum,
                _ => 0.0,
            };
            let shared = Flow::Shared((0..total.len()).map(of).collect());
            self.part(below, inner.combine.normalise, shared);
        }
    }
}

fn total(part: &LayerPart, flow: Flow) -> Vec<f64> {
    match flow {
        Flow::Shared(total) => total,
        Flow::Linear { mut slope, extra } => {
            for (cell, (adds, x)) in slope.iter_mut().zip(&part.column.values).enumerate() {
                let extra = extra.as_ref().map_or(0.0, |extra| extra[cell]);
                *adds = if x.is_nan() { 0.0 } else { *adds * x + extra };
            }
            slope
        }
    }
}

/// By cell, the `a` of `x = a·v + b`, where the part was `v` before it was normalised.
pub fn steepness(part: &LayerPart, mean: &[f64], normalised: Normalise, groups: &[Group]) -> Vec<f64> {
    let mut a = vec![1.0; mean.len()];
    for group in groups {
        let reference = &mean[group.reference.clone()];
        let constant = match normalised {
            Normalise::ZScore { deviation, .. } => moments(reference)
                .filter(|moments| moments.deviation > 0.0)
                .map_or(0.0, |moments| deviation / moments.deviation),
            Normalise::MinMax { low, high } => {
                let spread = ends(reference).filter(|(least, most)| most > least);
                spread.map_or(0.0, |(least, most)| (high - low) / (most - least))
            }
            Normalise::Goalposts { top } => {
                part.goalposts.map_or(0.0, |Goalposts { low, high }| top / (high - low))
            }
            Normalise::Distance { apart: Apart::Ratio, .. } => {
                for cell in group.cells.clone() {
                    a[cell] = if mean[cell] == 0.0 { 0.0 } else { part.column.values[cell] / mean[cell] };
                }
                continue;
            }
            Normalise::None
            | Normalise::Distance { apart: Apart::Difference, .. }
            | Normalise::PercentileRank
            | Normalise::Rank
            | Normalise::RankNormal
            | Normalise::RankExponential => 1.0,
        };
        a[group.cells.clone()].fill(constant);
    }
    a
}

/// By part and cell, its share in what does not follow the parts; those of the known parts sum to 1.
fn offset_shares(inner: &Layer, groups: &[Group]) -> Vec<Vec<f64>> {
    let cells = inner.combined.shares.len();
    let adds = aggregate::contributions(&inner.weighed(), &inner.combined, inner.combine.aggregate);
    let mut shares = vec![vec![0.0; cells]; inner.parts.len()];
    for group in groups {
        let mean = |at: usize| {
            let adds = adds.as_ref().map_or(0.0, |adds| {
                let column = &adds[at][group.reference.clone()];
                column.iter().fold(0.0, |sum, value| sum + value)
            });
            adds / group.reference.len().max(1) as f64
        };
        let means: Vec<f64> = (0..inner.parts.len()).map(mean).collect();
        let one_sign = means.iter().all(|mean| *mean >= 0.0) || means.iter().all(|mean| *mean <= 0.0);
        let pulls: Vec<f64> = match one_sign && means.iter().any(|mean| *mean != 0.0) {
            true => means.iter().map(|mean| mean.abs()).collect(),
            false => inner.parts.iter().map(|part| part.used).collect(),
        };
        for cell in group.cells.clone() {
            let known = |at: &usize| !inner.parts[*at].column.values[cell].is_nan();
            let all = (0..pulls.len()).filter(known).fold(0.0, |sum, at| sum + pulls[at]);
            // where only parts without a mean are known, they share evenly by weight
            let by_weight = (0..pulls.len()).filter(known).fold(0.0, |sum, at| sum + inner.parts[at].used);
            for at in (0..pulls.len()).filter(known) {
                shares[at][cell] = if all > 0.0 {
                    pulls[at] / all
                } else if by_weight > 0.0 {
                    inner.parts[at].used / by_weight
                } else {
                    0.0
                };
            }
        }
    }
    shares
}
