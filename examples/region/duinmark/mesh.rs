//! The atoms of the map: small Voronoi cells, fine in towns and along the water, wide in the country.
//!
//! Everything on the map is made of whole atoms, so that neighbours share their border point by point.

use delaunator::{EMPTY, Point, Triangulation, next_halfedge, triangulate};

use super::chance::Stream;
use super::land::Land;

/// Cells around points, and their common edges.
pub struct Mesh {
    /// The middle of each atom, in kilometres.
    pub atoms: Vec<[f64; 2]>,
    /// The corners of the cells.
    pub corners: Vec<[f64; 2]>,
    pub edges: Vec<Edge>,
}

/// Where two cells meet.
pub struct Edge {
    pub atoms: [usize; 2],
    pub corners: [usize; 2],
}

/// The frame that is filled with atoms: wider than the land.
const FRAME: [[f64; 2]; 2] = [[-1.0, -1.0], [42.0, 33.0]];
const DRAWS: usize = 60_000;

/// Fills the frame; `towns` are the points around which atoms are small.
pub fn mesh(land: &Land, towns: &[[f64; 2]]) -> Mesh {
    let atoms = scatter(land, towns);
    let points: Vec<Point> = atoms.iter().map(|&[x, y]| Point { x, y }).collect();
    let Triangulation { triangles, halfedges, .. } = triangulate(&points);
    let corners =
        triangles.chunks_exact(3).map(|corner| centre(corner.iter().map(|atom| atoms[*atom]))).collect();
    let twins = halfedges.iter().enumerate().filter(|(edge, twin)| **twin != EMPTY && *edge < **twin);
    let edges = twins.map(|(edge, twin)| Edge {
        atoms: [triangles[edge], triangles[next_halfedge(edge)]],
        corners: [edge / 3, twin / 3],
    });
    Mesh { edges: edges.collect(), atoms, corners }
}

/// Points of which no two are closer than what is wanted at their place.
fn scatter(land: &Land, towns: &[[f64; 2]]) -> Vec<[f64; 2]> {
    let mut chance = Stream::of("atoms");
    let mut atoms: Vec<[f64; 2]> = Vec::new();
    let [low, high] = FRAME;
    for _ in 0..DRAWS {
        let point = [0, 1].map(|axis| low[axis] + chance.uniform() * (high[axis] - low[axis]));
        let nearest_town = towns.iter().map(|town| distance(*town, point)).fold(f64::INFINITY, f64::min);
        let in_town = 0.2 + 0.2 * (nearest_town - 0.5).max(0.0);
        let at_water = 0.3 + 0.35 * land.depth(point).abs();
        let apart = in_town.min(at_water).min(0.65);
        if atoms.iter().all(|atom| distance(*atom, point) >= apart) {
            atoms.push(point);
        }
    }
    atoms
}

pub fn distance(from: [f64; 2], to: [f64; 2]) -> f64 {
    let [x, y] = [to[0] - from[0], to[1] - from[1]];
    (x * x + y * y).sqrt()
}

/// The point at the same distance from three points.
fn centre(points: impl Iterator<Item = [f64; 2]>) -> [f64; 2] {
    let points: Vec<[f64; 2]> = points.collect();
    let [ax, ay] = points[0];
    let [bx, by] = [points[1][0] - ax, points[1][1] - ay];
    let [cx, cy] = [points[2][0] - ax, points[2][1] - ay];
    let twice = 2.0 * (bx * cy - by * cx);
    let (b, c) = (bx * bx + by * by, cx * cx + cy * cy);
    [ax + (cy * b - by * c) / twice, ay + (bx * c - cx * b) / twice]
}
