//! Gaps between neighbours, to be closed.
//!
//! A gap is a face without an owner in which no circle wider than asked for fits. Cracks that open into
//! wider water or to the outside, and gaps along several neighbours, are first cut across: from each corner
//! of an area to the nearest border of another one. Each piece goes to an area beside it; between the same
//! two areas always to the same, so that the new border is one of the two old lines and no saw.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::cover::NOBODY;
use super::inscribed;
use super::plane::{OUTSIDE, Plane, twin};
use super::spot::{Spot, nearest_on, turn};

/// Whether no circle of this diameter (in grid steps) fits in the face.
fn is_narrow(plane: &Plane, face: u32, width: f64) -> bool {
    if face == OUTSIDE {
        return false;
    }
    let segments: Vec<(Spot, Spot)> =
        plane.around(face).map(|half| (plane.start(half), plane.end(half))).collect();
    !inscribed::holds_circle(&segments, plane.twice_area(face) as f64 / 2.0, width / 2.0)
}

/// The lines along which gaps are to be cut before they are closed.
pub fn cuts(plane: &Plane, owners: &[u32], width: f64) -> Vec<(Spot, Spot)> {
    let free: Vec<u32> =
        (0..plane.face_count() as u32).filter(|face| owners[*face as usize] == NOBODY).collect();
    let mut cuts: Vec<(Spot, Spot)> = free
        .par_iter()
        .filter(|face| {
            let mut beside: Vec<u32> =
                plane.around(**face).map(|half| owners[plane.face(twin(half)) as usize]).collect();
            beside.sort_unstable();
            beside.dedup();
            beside.retain(|owner| *owner != NOBODY);
            beside.len() > 2 || (beside.len() == 2 && !is_narrow(plane, **face, width))
        })
        .flat_map_iter(|face| cuts_of(plane, owners, *face, width))
        .collect();
    cuts.par_sort_unstable();
    cuts.dedup();
    cuts
}

/// A side of a free face.
struct Side {
    from: Spot,
    to: Spot,
    /// Whose the other side is.
    owner: u32,
    /// Of the side before it on the walk.
    owner_before: u32,
    /// Where the side before it starts.
    before: Spot,
    walk: u32,
    /// How far along the walk it starts.
    along: f64,
}

/// How many times longer than a cut the way around it must be: less is a bend of the coast, no crack.
const WAY_AROUND: f64 = 3.0;

fn cuts_of(plane: &Plane, owners: &[u32], face: u32, width: f64) -> Vec<(Spot, Spot)> {
    let owner = |half: u32| owners[plane.face(twin(half)) as usize];
    let mut sides: Vec<Side> = Vec::new();
    let mut lengths = Vec::new();
    for (number, walk) in plane.walks(face).enumerate() {
        let first = sides.len();
        let mut along = 0.0;
        for half in walk {
            let (from, to) = (plane.start(half), plane.end(half));
            let (before, owner_before) =
                sides[first..].last().map_or((from, NOBODY), |side: &Side| (side.from, side.owner));
            sides.push(Side {
                from,
                to,
                owner: owner(half),
                owner_before,
                before,
                walk: number as u32,
                along,
            });
            along += from.distance(to);
        }
        if let Some(last) = sides[first..].last() {
            (sides[first].before, sides[first].owner_before) = (last.from, last.owner);
        }
        lengths.push(along);
    }
    // not smaller than the width, so that what is near lies in the cells around; and not so small that a
    // side lies in many
    let mean = lengths.iter().sum::<f64>() / sides.len().max(1) as f64;
    let cell = (width.max(mean) as i64).max(1);
    let cell_of = |x: i64, y: i64| (x.div_euclid(cell), y.div_euclid(cell));
    let mut cells: BTreeMap<(i64, i64), Vec<u32>> = BTreeMap::new();
    for (number, side) in sides.iter().enumerate().filter(|(_, side)| side.owner != NOBODY) {
        for at in cells_along(side.from, side.to, cell) {
            cells.entry(at).or_default().push(number as u32);
        }
    }
    let mut cuts = Vec::new();
    for corner in sides.iter().filter(|side| side.owner != NOBODY && side.owner_before != NOBODY) {
        let (x, y) = cell_of(i64::from(corner.from.x), i64::from(corner.from.y));
        let near = (x - 1..=x + 1).flat_map(|x| (y - 1..=y + 1).map(move |y| (x, y)));
        let mut nearest: Option<(f64, Spot)> = None;
        for other in near.filter_map(|at| cells.get(&at)).flatten().map(|number| &sides[*number as usize]) {
            if other.owner == corner.owner || other.owner == corner.owner_before {
                continue;
            }
            let (nx, ny) =
                nearest_on((f64::from(corner.from.x), f64::from(corner.from.y)), other.from, other.to);
            let at = Spot::rounded(nx, ny);
            let distance = corner.from.distance(at);
            if distance > width || at == corner.from || nearest.is_some_and(|best| (distance, at) >= best) {
                continue;
            }
            let whole = lengths[corner.walk as usize];
            let ahead = (other.along + other.from.distance(at) - corner.along).rem_euclid(whole.max(1.0));
            let is_crack = other.walk != corner.walk || ahead.min(whole - ahead) >= WAY_AROUND * distance;
            if is_crack && looks_into(corner, at) {
                nearest = Some((distance, at));
            }
        }
        cuts.extend(nearest.map(|(_, at)| (corner.from.min(at), corner.from.max(at))));
    }
    cuts
}

/// Whether the way from the corner to the point starts in the face, which lies left of both its sides.
fn looks_into(corner: &Side, at: Spot) -> bool {
    let left_of_before = turn(corner.before, corner.from, at) > 0;
    let left_of_after = turn(corner.from, corner.to, at) > 0;
    let is_convex = turn(corner.before, corner.from, corner.to) > 0;
    if is_convex { left_of_before && left_of_after } else { left_of_before || left_of_after }
}

/// The cells that hold the segment, and at its corners a few more.
fn cells_along(from: Spot, to: Spot, cell: i64) -> Vec<(i64, i64)> {
    let (x, y) = from.to(to);
    let steps = x.abs().max(y.abs()) / cell + 1;
    let mut found: Vec<(i64, i64)> = Vec::new();
    let at = |step: i64| {
        (
            (i64::from(from.x) + x * step / steps).div_euclid(cell),
            (i64::from(from.y) + y * step / steps).div_euclid(cell),
        )
    };
    for step in 0..steps {
        let (a, b) = (at(step), at(step + 1));
        for x in a.0.min(b.0)..=a.0.max(b.0) {
            for y in a.1.min(b.1)..=a.1.max(b.1) {
                found.push((x, y));
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Gives every narrow face without an owner to an area beside it.
pub fn close(plane: &Plane, owners: &mut [u32], width: f64) {
    let free: Vec<u32> =
        (1..plane.face_count() as u32).filter(|face| owners[*face as usize] == NOBODY).collect();
    let mut narrow: Vec<u32> = free.into_par_iter().filter(|face| is_narrow(plane, *face, width)).collect();
    // the length of border of both in all gaps between two areas
    let mut between: BTreeMap<(u32, u32), (f64, f64)> = BTreeMap::new();
    for face in &narrow {
        if let [a, b] = borders(plane, owners, *face)[..] {
            let sum = between.entry((a.0, b.0)).or_default();
            *sum = (sum.0 + a.1, sum.1 + b.1);
        }
    }
    // a piece that lies between cuts only has to wait for those beside it
    while !narrow.is_empty() {
        let mut given = Vec::new();
        narrow.retain(|face| {
            let borders = borders(plane, owners, *face);
            let longest =
                borders.iter().copied().reduce(|best, next| if next.1 > best.1 { next } else { best });
            let owner = match borders[..] {
                [a, b] => between.get(&(a.0, b.0)).map(|sum| if sum.1 > sum.0 { b.0 } else { a.0 }),
                _ => None,
            };
            match owner.or(longest.map(|longest| longest.0)) {
                Some(owner) => {
                    given.push((*face, owner));
                    false
                }
                None => true,
            }
        });
        if given.is_empty() {
            break;
        }
        for (face, owner) in given {
            owners[face as usize] = owner;
        }
    }
}

/// The areas beside a face, by number, with the length of their border.
fn borders(plane: &Plane, owners: &[u32], face: u32) -> Vec<(u32, f64)> {
    let mut borders: BTreeMap<u32, f64> = BTreeMap::new();
    for half in plane.around(face) {
        let owner = owners[plane.face(twin(half)) as usize];
        if owner != NOBODY {
            *borders.entry(owner).or_default() += plane.start(half).distance(plane.end(half));
        }
    }
    borders.into_iter().collect()
}
