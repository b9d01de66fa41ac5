//! Whose each face is.
//!
//! In: the plane and the parts of areas. Out: an owner for every face that lies in a part. Where areas
//! overlap, the smallest has the face: an enclave that its surroundings forgot to leave out stays, and of
//! two borders that were simplified apart one is taken.

use super::node::{Noded, Part};
use super::plane::{OUTSIDE, Plane, twin};

/// Nobody: the outside, lakes, gaps.
pub const NOBODY: u32 = u32::MAX;

/// The areas of one level, as parts.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    /// The area that each part is of.
    pub area: Vec<u32>,
    /// Twice the area of each part, as given.
    pub size: Vec<i128>,
}

/// What became of an area that lies under others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hidden {
    pub area: u32,
    pub how: HowMuch,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HowMuch {
    /// More than half.
    Mostly,
    Wholly,
}

/// The owners of all faces, and the areas that lost most of their land to others.
pub fn owners(noded: &Noded, plane: &Plane, parts: &Parts) -> (Vec<u32>, Vec<Hidden>) {
    let covered = covering_parts(noded, plane);
    let areas = parts.area.iter().map(|area| *area as usize + 1).max().unwrap_or(0);
    let mut given = vec![0_i128; areas];
    for (area, size) in parts.area.iter().zip(&parts.size) {
        given[*area as usize] += size;
    }
    let mut owners = vec![NOBODY; plane.face_count()];
    // twice the area that is kept and that is covered
    let mut kept = vec![(0_i128, 0_i128); areas];
    for face in 1..plane.face_count() as u32 {
        let mut of: Vec<u32> = covered[face as usize].iter().map(|part| parts.area[*part as usize]).collect();
        of.dedup();
        let Some(owner) = of.iter().copied().min_by_key(|area| (given[*area as usize], *area)) else {
            continue;
        };
        owners[face as usize] = owner;
        kept[owner as usize].0 += plane.twice_area(face);
        of.sort_unstable();
        of.dedup();
        for area in of {
            kept[area as usize].1 += plane.twice_area(face);
        }
    }
    let hidden = kept.iter().enumerate().filter_map(|(area, (kept, covered))| {
        let how = match kept {
            0 if *covered > 0 => HowMuch::Wholly,
            kept if kept * 2 < *covered => HowMuch::Mostly,
            _ => return None,
        };
        Some(Hidden { area: area as u32, how })
    });
    (owners, hidden.collect())
}

/// The parts that each face lies in. The outside lies in none, and a segment leads into or out of the parts
/// whose border it is.
fn covering_parts(noded: &Noded, plane: &Plane) -> Vec<Vec<Part>> {
    let mut covering: Vec<Option<Vec<Part>>> = vec![None; plane.face_count()];
    covering[OUTSIDE as usize] = Some(Vec::new());
    let mut waiting = vec![OUTSIDE];
    while let Some(face) = waiting.pop() {
        for half in plane.around(face) {
            let beside = plane.face(twin(half));
            if covering[beside as usize].is_some() {
                continue;
            }
            let here = covering[face as usize].as_deref().unwrap_or_default();
            covering[beside as usize] = Some(either(here, noded.parts(half as usize / 2)));
            waiting.push(beside);
        }
    }
    covering.into_iter().map(Option::unwrap_or_default).collect()
}

/// What is in one of two ordered lists and not in both.
fn either(a: &[Part], b: &[Part]) -> Vec<Part> {
    let mut list: Vec<Part> = a.iter().chain(b).copied().collect();
    list.sort_unstable();
    let pairs = list.chunk_by(|a, b| a == b).filter(|same| same.len() == 1);
    pairs.map(|same| same[0]).collect()
}
