//! Borders to arcs that neighbours share, and areas to rings of arcs.
//!
//! In: the mosaic of a level. Out: chains of spots between the points where three areas meet, each once,
//! and for each area the closed walks over them. Every spot of an arc gets its *detail*: the size of the
//! smallest map detail for which it is needed, so that a filter simplifies, and neighbours stay identical.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use rayon::prelude::*;

use super::cover::NOBODY;
use super::mosaic::Mosaic;
use super::plane::{successors_by_direction, twin, walk};
use super::spot::{Spot, turn, twice_area};

/// The detail of a spot that is never left out.
pub const ALWAYS: u32 = u32::MAX;

/// Spots that are needed for no detail larger than this (grid steps) are dropped for good: they stem from
/// crossings and cuts upon straight lines.
const NO_DETAIL: u32 = 5;

/// A border between two areas, or an area and nobody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arc {
    pub spots: Vec<Spot>,
    /// For each spot: the size (in grid steps) of the smallest square that is seen to change
    /// without it.
    pub details: Vec<u32>,
}

impl Arc {
    /// The spots needed for details of this size, without the last one.
    pub fn walk(&self, backwards: bool, detail: u32) -> impl Iterator<Item = Spot> + '_ {
        let last = self.spots.len().saturating_sub(1);
        (0..last).map(move |at| if backwards { last - at } else { at }).filter_map(move |at| {
            let is_needed = self.details.get(at).is_none_or(|needed| *needed >= detail);
            is_needed.then_some(self.spots[at])
        })
    }
}

/// A ring of an area: arcs, each by twice its number, and one more where it is walked backwards. The area
/// lies on the left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ring {
    pub arcs: Vec<u32>,
    /// The square root of the area within, in grid steps.
    pub size: u32,
    /// Whether it runs around the area, not around a hole.
    pub is_outer: bool,
    /// Whether it must be drawn however small: it is the largest of its area, or has an arc of such a ring.
    pub is_vital: bool,
}

/// Who is beside an arc.
#[derive(Clone, Copy, Debug)]
pub struct Beside {
    pub left: u32,
    pub right: u32,
    /// In grid steps.
    pub length: f64,
}

impl Beside {
    /// Whether one side is the outside, a lake or a gap.
    pub fn has_nobody(&self) -> bool {
        self.left == NOBODY || self.right == NOBODY
    }
}

/// The arcs and rings of one level.
#[derive(Clone, Debug, Default)]
pub struct Level {
    pub arcs: Vec<Arc>,
    /// Of each arc.
    pub beside: Vec<Beside>,
    /// By area; of an area first the largest ring.
    pub rings: Vec<(u32, Ring)>,
}

pub fn level(mosaic: &Mosaic) -> Level {
    let mut level = Level::unsimplified(mosaic);
    level.arcs.par_iter_mut().for_each(simplify);
    level.keep_rings_open();
    level
}

impl Level {
    /// Every spot in its place, without details.
    pub fn unsimplified(mosaic: &Mosaic) -> Level {
        let mut level = chains(mosaic);
        let next = {
            let nodes = mosaic.spots.len();
            let position = |spot: &Spot| mosaic.spots.binary_search(spot).unwrap_or(0) as u32;
            let directions = level.arcs.iter().flat_map(|arc| {
                let (first, last) = (arc.spots[0], arc.spots[arc.spots.len() - 1]);
                let (second, before) = (arc.spots[1], arc.spots[arc.spots.len() - 2]);
                [(position(&first), first.to(second)), (position(&last), last.to(before))]
            });
            successors_by_direction(nodes, directions)
        };
        let mut walked = vec![false; next.len()];
        for first in 0..next.len() as u32 {
            let beside = level.beside[first as usize / 2];
            let owner = if first % 2 == 0 { beside.left } else { beside.right };
            if owner == NOBODY || walked[first as usize] {
                continue;
            }
            let arcs: Vec<u32> = walk(&next, first).collect();
            for half in &arcs {
                walked[*half as usize] = true;
            }
            level.rings.push((owner, Ring { arcs, ..Ring::default() }));
        }
        for (area, rings) in &mosaic.loose {
            for ring in rings {
                let number = level.arcs.len() as u32;
                let closed: Vec<Spot> = ring.iter().chain(ring.first()).copied().collect();
                let forwards = u32::from(twice_area(ring) < 0);
                level.arcs.push(Arc { spots: closed, details: Vec::new() });
                level.beside.push(Beside { left: *area, right: NOBODY, length: 0.0 });
                level.rings.push((*area, Ring { arcs: vec![number * 2 + forwards], ..Ring::default() }));
            }
        }
        level.measure();
        level
    }
}

/// The edges as arcs between nodes; then those that meet no node, from their leftmost spot.
fn chains(mosaic: &Mosaic) -> Level {
    let mut starts = vec![0_u32; mosaic.spots.len() + 1];
    for edge in &mosaic.edges {
        for end in edge.ends {
            starts[end as usize + 1] += 1;
        }
    }
    for at in 1..starts.len() {
        starts[at] += starts[at - 1];
    }
    let mut filled = starts.clone();
    let mut stars = vec![0_u32; mosaic.edges.len() * 2];
    for (number, edge) in mosaic.edges.iter().enumerate() {
        for (side, end) in edge.ends.iter().enumerate() {
            stars[filled[*end as usize] as usize] = (number * 2 + side) as u32;
            filled[*end as usize] += 1;
        }
    }
    let star = |spot: u32| &stars[starts[spot as usize] as usize..starts[spot as usize + 1] as usize];
    let sides = |half: u32| {
        let edge = &mosaic.edges[half as usize / 2];
        if half.is_multiple_of(2) { (edge.left, edge.right) } else { (edge.right, edge.left) }
    };
    // the half-edge with which the line goes on, where nothing else meets it
    let onward = |half: u32| {
        let end = mosaic.edges[half as usize / 2].ends[1 - half as usize % 2];
        match star(end) {
            [a, b] => Some(if *a == twin(half) { *b } else { *a }).filter(|next| sides(*next) == sides(half)),
            _ => None,
        }
    };
    let mut level = Level::default();
    let mut seen = vec![false; mosaic.edges.len()];
    let mut follow = |first: u32, seen: &mut Vec<bool>| {
        let (left, right) = sides(first);
        let mut beside = Beside { left, right, length: 0.0 };
        let start =
            |half: u32| mosaic.spots[mosaic.edges[half as usize / 2].ends[half as usize % 2] as usize];
        let mut spots = vec![start(first)];
        let mut half = first;
        loop {
            seen[half as usize / 2] = true;
            let end = start(twin(half));
            beside.length += spots[spots.len() - 1].distance(end);
            spots.push(end);
            match onward(half) {
                Some(next) if !seen[next as usize / 2] => half = next,
                Some(_) | None => break,
            }
        }
        level.arcs.push(Arc { spots, details: Vec::new() });
        level.beside.push(beside);
    };
    for spot in 0..mosaic.spots.len() as u32 {
        for half in star(spot) {
            if !seen[*half as usize / 2] && onward(twin(*half)).is_none() {
                follow(*half, &mut seen);
            }
        }
    }
    for spot in 0..mosaic.spots.len() as u32 {
        for half in star(spot) {
            if !seen[*half as usize / 2] {
                follow(*half, &mut seen);
            }
        }
    }
    level
}

impl Level {
    /// The spots of a ring that are needed for details of this size, without the first one again.
    pub fn spots<'a>(&'a self, ring: &'a Ring, detail: u32) -> impl Iterator<Item = Spot> + 'a {
        ring.arcs.iter().flat_map(move |half| self.arcs[*half as usize / 2].walk(half % 2 == 1, detail))
    }

    /// Sizes and order of the rings, and which of them are vital.
    fn measure(&mut self) {
        let areas: Vec<i128> = self.rings.par_iter().map(|(_, ring)| self.twice_area(ring)).collect();
        for ((_, ring), area) in self.rings.iter_mut().zip(areas) {
            ring.is_outer = area > 0;
            ring.size = ((area.unsigned_abs() / 2) as f64).sqrt() as u32;
        }
        self.rings.sort_by_key(|(area, ring)| {
            (*area, !ring.is_outer, Reverse(ring.size), ring.arcs.first().copied())
        });
        let mut vital = vec![false; self.arcs.len()];
        for of_area in self.rings.chunk_by_mut(|a, b| a.0 == b.0) {
            of_area[0].1.is_vital = true;
            for half in &of_area[0].1.arcs {
                vital[*half as usize / 2] = true;
            }
        }
        for (_, ring) in &mut self.rings {
            ring.is_vital |= ring.arcs.iter().any(|half| vital[*half as usize / 2]);
        }
    }

    fn twice_area(&self, ring: &Ring) -> i128 {
        let spots: Vec<Spot> = self.spots(ring, 0).collect();
        twice_area(&spots)
    }

    /// Marks spots for good where a ring would otherwise collapse to a line at the coarsest detail.
    fn keep_rings_open(&mut self) {
        let rings = std::mem::take(&mut self.rings);
        for (_, ring) in &rings {
            let coarse: Vec<Spot> = self.spots(ring, ALWAYS).collect();
            let left = twice_area(&coarse).unsigned_abs() / 2;
            if left * 4 >= (u128::from(ring.size)).pow(2) && coarse.len() > 2 {
                continue;
            }
            // of each arc the spot that is needed longest
            for half in &ring.arcs {
                let arc = &mut self.arcs[*half as usize / 2];
                let inner = 1..arc.spots.len() - 1;
                if let Some(most) = inner.max_by_key(|at| (arc.details[*at], Reverse(*at))) {
                    arc.details[most] = ALWAYS;
                }
            }
        }
        self.rings = rings;
    }
}

/// Gives each spot its detail: the spot whose triangle with its neighbours is smallest goes first, then the
/// next, and none counts less than one that went before it (Visvalingam and Whyatt 1993). The ends stay,
/// and of a closed arc two spots more, so that a triangle is left.
fn simplify(arc: &mut Arc) {
    let count = arc.spots.len();
    let mut details = vec![ALWAYS; count];
    let mut before: Vec<usize> = (0..count).map(|at| at.saturating_sub(1)).collect();
    let mut after: Vec<usize> = (1..=count).collect();
    let mut current = vec![u32::MAX; count];
    let mut waiting = BinaryHeap::with_capacity(count);
    let inner = 1..count.saturating_sub(1);
    for at in inner.clone() {
        current[at] = detail(arc.spots[at - 1], arc.spots[at], arc.spots[at + 1]);
        waiting.push(Reverse((current[at], at)));
    }
    let mut left = inner.len();
    let stay = if arc.spots.first() == arc.spots.last() { 2 } else { 0 };
    let mut most = 0;
    while let Some(Reverse((size, at))) = waiting.pop() {
        if current[at] != size || details[at] != ALWAYS {
            continue;
        }
        if left <= stay {
            break;
        }
        left -= 1;
        most = most.max(size);
        details[at] = most;
        let (previous, next) = (before[at], after[at]);
        after[previous] = next;
        before[next] = previous;
        for at in [previous, next].into_iter().filter(|at| inner.contains(at)) {
            current[at] = detail(arc.spots[before[at]], arc.spots[at], arc.spots[after[at]]);
            waiting.push(Reverse((current[at], at)));
        }
    }
    let mut needed = details.iter().map(|detail| *detail >= NO_DETAIL);
    arc.spots.retain(|_| needed.next().unwrap_or(true));
    details.retain(|detail| *detail >= NO_DETAIL);
    arc.details = details;
}

/// A bend that is flatter than this part of a detail is not seen, however long it is.
const FLAT: f64 = 4.0;

/// The detail of a bend: the side of a square as large as its triangle, or less where it is flat.
fn detail(before: Spot, at: Spot, after: Spot) -> u32 {
    let twice_area = turn(before, at, after).unsigned_abs() as f64;
    let base = before.distance(after);
    let side = (twice_area / 2.0).sqrt();
    let height = if base > 0.0 { twice_area / base } else { f64::INFINITY };
    // a float goes to the nearest number in range
    side.min(height * FLAT) as u32
}
