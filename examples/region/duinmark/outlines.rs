//! The shapes of the neighbourhoods as GeoJSON.
//!
//! The frame of the map stands in the open sea off the Dutch coast, so that nobody takes it for a real place.

use std::collections::BTreeSet;

use super::arcs::{Arc, arcs};
use super::land::Land;
use super::mesh::{Mesh, mesh};
use super::places::{Character, Neighbourhood, Region};
use super::territory::territories;

/// A closed line in hundred-thousandths of a degree; the first point stands at the end again.
type Ring = Vec<[i64; 2]>;

pub fn geojson(region: &Region) -> String {
    let neighbourhoods: Vec<&Neighbourhood> = region.neighbourhoods().collect();
    let town = |character| !matches!(character, Character::Country | Character::Dunes | Character::Empty);
    let towns: Vec<[f64; 2]> =
        neighbourhoods.iter().filter(|part| town(part.row.character)).map(|part| part.row.at).collect();
    let land = Land::new();
    let mut mesh = mesh(&land, &towns);
    let owners = territories(&mesh, &land, &neighbourhoods);
    wash(&mut mesh, &land, &owners);
    let arcs = arcs(&mesh, &owners);
    let features = neighbourhoods.iter().enumerate().map(|(owner, neighbourhood)| {
        let polygons = polygons(rings(&arcs, owner));
        feature(neighbourhood, &polygons)
    });
    let features: Vec<String> = features.collect();
    format!("{{\"type\":\"FeatureCollection\",\"features\":[\n{}\n]}}\n", features.join(",\n"))
}

/// Moves the corners along the water to the shore, so that the coast is as smooth as the land.
fn wash(mesh: &mut Mesh, land: &Land, owners: &[Option<usize>]) {
    let wet = mesh
        .edges
        .iter()
        .filter(|edge| edge.atoms.iter().filter(|atom| owners[**atom].is_none()).count() == 1);
    let corners: BTreeSet<usize> = wet.flat_map(|edge| edge.corners).collect();
    for corner in corners {
        mesh.corners[corner] = land.shore(mesh.corners[corner]);
    }
}

/// The closed lines around a territory, with the territory on their left.
fn rings(arcs: &[Arc], owner: usize) -> Vec<Ring> {
    let mut sides: Vec<([usize; 2], Vec<[f64; 2]>)> = Vec::new();
    for arc in arcs {
        let [start, end] = arc.ends;
        if arc.left == Some(owner) {
            sides.push(([start, end], arc.line.clone()));
        } else if arc.right == Some(owner) {
            sides.push(([end, start], arc.line.iter().rev().copied().collect()));
        }
    }
    let mut rings = Vec::new();
    while let Some(([start, mut end], mut line)) = sides.pop() {
        while end != start
            && let Some(next) = sides.iter().position(|([from, _], _)| *from == end)
        {
            let ([_, to], more) = sides.swap_remove(next);
            end = to;
            line.extend(&more[1..]);
        }
        rings.push(degrees(&line));
    }
    rings
}

/// Kilometres to degrees: the middle of the frame is at 53.19° N, 4.2° E.
fn degrees(line: &[[f64; 2]]) -> Ring {
    let mut ring: Ring = line
        .iter()
        .map(|[x, y]| {
            [4.2 + (x - 20.0) / 66.8, 53.19 + (y - 15.0) / 111.3].map(|angle| (angle * 1e5).round() as i64)
        })
        .collect();
    ring.dedup();
    ring
}

/// Outer rings, each with the rings of its holes.
fn polygons(rings: Vec<Ring>) -> Vec<Vec<Ring>> {
    let (outer, holes): (Vec<Ring>, Vec<Ring>) = rings.into_iter().partition(|ring| doubled_area(ring) > 0);
    let mut polygons: Vec<Vec<Ring>> = outer.into_iter().map(|ring| vec![ring]).collect();
    polygons.sort_by_key(|polygon| std::cmp::Reverse(doubled_area(&polygon[0])));
    for hole in holes {
        if let Some(around) = polygons.iter_mut().find(|polygon| contains(&polygon[0], hole[0])) {
            around.push(hole);
        }
    }
    polygons
}

/// Above zero where the ring runs against the clock.
fn doubled_area(ring: &Ring) -> i64 {
    let [x0, y0] = ring[0];
    ring.windows(2)
        .map(|side| (side[0][0] - x0) * (side[1][1] - y0) - (side[1][0] - x0) * (side[0][1] - y0))
        .sum()
}

fn contains(ring: &Ring, [x, y]: [i64; 2]) -> bool {
    let crosses = |side: &&[[i64; 2]]| {
        let ([ax, ay], [bx, by]) = (side[0], side[1]);
        (ay > y) != (by > y) && {
            let turn = (bx - ax) * (y - ay) - (x - ax) * (by - ay);
            (turn > 0) == (by > ay)
        }
    };
    ring.windows(2).filter(crosses).count() % 2 == 1
}

fn feature(neighbourhood: &Neighbourhood, polygons: &[Vec<Ring>]) -> String {
    let name = serde_json::Value::from(neighbourhood.row.name);
    let parts: Vec<String> = polygons.iter().map(|rings| bracket(rings.iter().map(text))).collect();
    let (kind, coordinates) = match &parts[..] {
        [one] => ("Polygon", one.clone()),
        more => ("MultiPolygon", bracket(more.iter().cloned())),
    };
    format!(
        "{{\"type\":\"Feature\",\"properties\":{{\"code\":\"{}\",\"naam\":{name}}},\
         \"geometry\":{{\"type\":\"{kind}\",\"coordinates\":{coordinates}}}}}",
        neighbourhood.code
    )
}

fn text(ring: &Ring) -> String {
    bracket(ring.iter().map(|point| bracket(point.iter().map(|angle| format!("{:.5}", *angle as f64 / 1e5)))))
}

fn bracket(parts: impl Iterator<Item = String>) -> String {
    format!("[{}]", parts.collect::<Vec<String>>().join(","))
}
