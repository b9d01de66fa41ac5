//! The areas of a level as segments between two different owners.
//!
//! In: faces with owners, or the mosaic of the level below and whose parents are whose. Out: the segments
//! that remain. Parts are joined by leaving out the segments between them, exactly and without any sum.

use super::cover::NOBODY;
use super::plane::{Plane, twin};
use super::spot::Spot;

/// A segment of a border, with the area on either side of the way from its lower end.
#[derive(Clone, Copy, Debug)]
pub struct Edge {
    pub ends: [u32; 2],
    pub left: u32,
    pub right: u32,
}

/// The borders of the areas of one level.
#[derive(Clone, Debug, Default)]
pub struct Mosaic {
    /// In order; the ends of edges are positions in it.
    pub spots: Vec<Spot>,
    pub edges: Vec<Edge>,
    /// Closed lines, without the last point, of areas that lie wholly under others: they have no face.
    pub loose: Vec<(u32, Vec<Vec<Spot>>)>,
}

impl Mosaic {
    pub fn of(plane: Plane, owners: &[u32], loose: Vec<(u32, Vec<Vec<Spot>>)>) -> Mosaic {
        let owner = |half: u32| owners[plane.face(half) as usize];
        let edges = (0..plane.segment_count() as u32).filter_map(|segment| {
            let half = segment * 2;
            let (left, right) = (owner(half), owner(twin(half)));
            let ends = [plane.start_position(half), plane.start_position(twin(half))];
            (left != right).then_some(Edge { ends, left, right })
        });
        Mosaic { edges: edges.collect(), loose, spots: plane.spots }
    }

    /// The mosaic of the parents.
    pub fn joined(&self, parent: impl Fn(u32) -> u32) -> Mosaic {
        let parent = |area: u32| if area == NOBODY { NOBODY } else { parent(area) };
        let edges: Vec<Edge> = self
            .edges
            .iter()
            .map(|edge| Edge { left: parent(edge.left), right: parent(edge.right), ..*edge })
            .filter(|edge| edge.left != edge.right)
            .collect();
        let mut with_land: Vec<u32> = edges.iter().flat_map(|edge| [edge.left, edge.right]).collect();
        with_land.sort_unstable();
        with_land.dedup();
        let loose = self
            .loose
            .iter()
            .map(|(area, rings)| (parent(*area), rings.clone()))
            .filter(|(area, _)| *area != NOBODY && with_land.binary_search(area).is_err())
            .collect();
        Mosaic { spots: self.spots.clone(), edges, loose }
    }
}
