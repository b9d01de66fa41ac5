//! Which atom belongs to which neighbourhood: all grow at once from their first atom, each at its own pace.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::chance::Field;
use super::land::Land;
use super::mesh::{Mesh, distance};
use super::places::{Character, Neighbourhood};

/// The neighbourhood of every atom, by its place in the list; none in the water and beyond the borders.
///
/// An atom goes to the first that reaches it over land, so every part of a neighbourhood hangs together.
pub fn territories(mesh: &Mesh, land: &Land, neighbourhoods: &[&Neighbourhood]) -> Vec<Option<usize>> {
    let mut neighbours: Vec<Vec<usize>> = vec![Vec::new(); mesh.atoms.len()];
    for edge in &mesh.edges {
        let [one, other] = edge.atoms;
        neighbours[one].push(other);
        neighbours[other].push(one);
    }
    let ground = Field::of("ground", 1.6);
    let mut owners = vec![None; mesh.atoms.len()];
    let mut arrivals = BinaryHeap::new();
    for (owner, neighbourhood) in neighbourhoods.iter().enumerate() {
        for seed in [Some(neighbourhood.row.at), neighbourhood.row.also].into_iter().flatten() {
            arrivals.push(Reverse((0, nearest(&mesh.atoms, seed), owner)));
        }
    }
    while let Some(Reverse((time, atom, owner))) = arrivals.pop() {
        if owners[atom].is_some() || land.depth(mesh.atoms[atom]) <= 0.0 {
            continue;
        }
        owners[atom] = Some(owner);
        let pace = pace(neighbourhoods[owner].row.character);
        for &next in &neighbours[atom] {
            let [from, to] = [mesh.atoms[atom], mesh.atoms[next]];
            let slowness = 1.0 + 0.4 * ground.at(to);
            let arrival = time + (distance(from, to) * pace * slowness * 1e6) as u64;
            if owners[next].is_none() {
                arrivals.push(Reverse((arrival, next, owner)));
            }
        }
    }
    drain(&mut owners, &neighbours);
    owners
}

/// Gives ponds of one or two atoms to the land around them.
fn drain(owners: &mut [Option<usize>], neighbours: &[Vec<usize>]) {
    for atom in 0..owners.len() {
        let around: Vec<usize> = neighbours[atom].iter().filter_map(|next| owners[*next]).collect();
        if owners[atom].is_none() && around.len() + 1 >= neighbours[atom].len() {
            owners[atom] = around.first().copied();
        }
    }
}

/// How slowly a neighbourhood spreads: built-up places stay small.
fn pace(character: Character) -> f64 {
    use Character::{
        Centre, Country, Dense, Dunes, Empty, Garden, Growing, New, Park, Postwar, Villa, Village, Works,
    };
    match character {
        Centre | Dense => 3.2,
        Postwar | Garden | New | Growing | Park => 2.8,
        Villa | Works => 2.4,
        Village => 1.9,
        Country | Dunes | Empty => 1.0,
    }
}

fn nearest(atoms: &[[f64; 2]], point: [f64; 2]) -> usize {
    let by_distance = |one: &&usize, other: &&usize| {
        distance(atoms[**one], point).total_cmp(&distance(atoms[**other], point))
    };
    let all: Vec<usize> = (0..atoms.len()).collect();
    all.iter().min_by(by_distance).copied().unwrap_or_default()
}
