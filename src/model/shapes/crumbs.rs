//! Slivers that an area keeps on the far side of another one.
//!
//! Where two borders that were simplified apart cross and cross again, an area may keep a bit beyond its
//! neighbour's strip of land. Such a bit is nobody's wish: it is set free, and closed like a gap.

use std::collections::BTreeMap;

use super::cover::{NOBODY, Parts};
use super::inscribed;
use super::plane::{Plane, twin};
use super::spot::Spot;

/// Faces of one owner that hang together.
struct Piece {
    owner: u32,
    faces: Vec<u32>,
    twice_area: i128,
}

/// Sets free every piece of an area that is no wider than `width` (grid steps) and smaller than half of
/// anything the area was given. The largest piece stays, and so does what lies beside no other area.
pub fn set_free(plane: &Plane, owners: &mut [u32], parts: &Parts, width: f64) {
    let mut smallest_part: BTreeMap<u32, i128> = BTreeMap::new();
    for (area, size) in parts.area.iter().zip(&parts.size) {
        let smallest = smallest_part.entry(*area).or_insert(*size);
        *smallest = (*smallest).min(*size);
    }
    let pieces = pieces(plane, owners);
    let mut largest: BTreeMap<u32, i128> = BTreeMap::new();
    for piece in &pieces {
        let largest = largest.entry(piece.owner).or_default();
        *largest = (*largest).max(piece.twice_area);
    }
    for piece in &pieces {
        let is_small = smallest_part.get(&piece.owner).is_some_and(|part| piece.twice_area * 2 < *part);
        let is_largest = largest.get(&piece.owner) == Some(&piece.twice_area);
        if is_small && !is_largest && is_narrow_and_beside_others(plane, owners, piece, width) {
            for face in &piece.faces {
                owners[*face as usize] = NOBODY;
            }
        }
    }
}

fn pieces(plane: &Plane, owners: &[u32]) -> Vec<Piece> {
    let mut seen = vec![false; plane.face_count()];
    let mut pieces = Vec::new();
    for first in 0..plane.face_count() as u32 {
        let owner = owners[first as usize];
        if owner == NOBODY || std::mem::replace(&mut seen[first as usize], true) {
            continue;
        }
        let mut piece = Piece { owner, faces: vec![first], twice_area: 0 };
        let mut at = 0;
        while let Some(face) = piece.faces.get(at).copied() {
            at += 1;
            piece.twice_area += plane.twice_area(face);
            for half in plane.around(face) {
                let beside = plane.face(twin(half));
                if owners[beside as usize] == owner && !std::mem::replace(&mut seen[beside as usize], true) {
                    piece.faces.push(beside);
                }
            }
        }
        pieces.push(piece);
    }
    pieces
}

fn is_narrow_and_beside_others(plane: &Plane, owners: &[u32], piece: &Piece, width: f64) -> bool {
    let mut has_neighbour = false;
    let mut segments: Vec<(Spot, Spot)> = Vec::new();
    for half in piece.faces.iter().flat_map(|face| plane.around(*face)) {
        let beside = owners[plane.face(twin(half)) as usize];
        if beside != piece.owner {
            has_neighbour |= beside != NOBODY;
            segments.push((plane.start(half), plane.end(half)));
        }
    }
    has_neighbour && !inscribed::holds_circle(&segments, piece.twice_area as f64 / 2.0, width / 2.0)
}
