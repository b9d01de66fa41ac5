//! The edges between territories to smooth lines, each drawn once and shared by the two beside it.

use std::collections::{BTreeMap, BTreeSet};

use super::mesh::Mesh;

/// A line between two territories, from junction to junction or closed.
pub struct Arc {
    /// In kilometres; a closed line ends in its first point.
    pub line: Vec<[f64; 2]>,
    /// The corners of the mesh in which it starts and ends; the same one for a closed line.
    pub ends: [usize; 2],
    /// The territory to the left and to the right of its direction.
    pub left: Option<usize>,
    pub right: Option<usize>,
}

/// A corner, with the territories to the left and right on the way to it.
type Step = (usize, Option<usize>, Option<usize>);

/// All lines between territories.
pub fn arcs(mesh: &Mesh, owners: &[Option<usize>]) -> Vec<Arc> {
    let steps = steps(mesh, owners);
    let junction = |corner: usize| steps[&corner].len() != 2;
    let (junctions, others): (Vec<usize>, Vec<usize>) = steps.keys().partition(|corner| junction(**corner));
    let mut arcs: Vec<Arc> = Vec::new();
    let mut walked: BTreeSet<(usize, usize)> = BTreeSet::new();
    // junctions first: what is left after them are closed lines
    for start in junctions.into_iter().chain(others) {
        for &(first, left, right) in &steps[&start] {
            if walked.contains(&(start, first)) {
                continue;
            }
            let mut path = vec![start, first];
            walked.insert((start, first));
            walked.insert((first, start));
            while let [.., before, at] = path[..]
                && !junction(at)
                && at != start
            {
                let Some(&(next, ..)) = steps[&at].iter().find(|(next, ..)| *next != before) else { break };
                walked.insert((at, next));
                walked.insert((next, at));
                path.push(next);
            }
            let end = path[path.len() - 1];
            let line: Vec<[f64; 2]> = path.iter().map(|corner| mesh.corners[*corner]).collect();
            let line = if end == start && !junction(start) { smooth_ring(&line) } else { smooth(&line) };
            arcs.push(Arc { line, ends: [start, end], left, right });
        }
    }
    arcs
}

/// From every corner on a border, the corners along it.
fn steps(mesh: &Mesh, owners: &[Option<usize>]) -> BTreeMap<usize, Vec<Step>> {
    let mut steps: BTreeMap<usize, Vec<Step>> = BTreeMap::new();
    for edge in &mesh.edges {
        let [one, other] = edge.atoms;
        if owners[one] == owners[other] {
            continue;
        }
        let [from, to] = edge.corners;
        let ([ax, ay], [bx, by], [px, py]) = (mesh.corners[from], mesh.corners[to], mesh.atoms[one]);
        let one_is_left = (bx - ax) * (py - ay) - (by - ay) * (px - ax) > 0.0;
        let (left, right) =
            if one_is_left { (owners[one], owners[other]) } else { (owners[other], owners[one]) };
        steps.entry(from).or_default().push((to, left, right));
        steps.entry(to).or_default().push((from, right, left));
    }
    steps
}

/// Cuts every corner once (Chaikin); the ends stay. Stays within the cells beside it, so that lines that
/// did not cross do not cross.
fn smooth(line: &[[f64; 2]]) -> Vec<[f64; 2]> {
    let mut smooth = vec![line[0]];
    smooth.extend(line.windows(3).flat_map(|corner| cut(corner[0], corner[1], corner[2])));
    smooth.push(line[line.len() - 1]);
    smooth
}

fn smooth_ring(ring: &[[f64; 2]]) -> Vec<[f64; 2]> {
    let mut around = ring.to_vec();
    around.push(ring[1]);
    let mut smooth: Vec<[f64; 2]> =
        around.windows(3).flat_map(|corner| cut(corner[0], corner[1], corner[2])).collect();
    smooth.push(smooth[0]);
    smooth
}

/// Two points instead of a corner: a quarter along the way to each neighbour.
fn cut(before: [f64; 2], corner: [f64; 2], after: [f64; 2]) -> [[f64; 2]; 2] {
    [before, after].map(|other| [0, 1].map(|axis| corner[axis] + 0.25 * (other[axis] - corner[axis])))
}
