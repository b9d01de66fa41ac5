//! Features to parts: positions on earth, rings that hold land, codes that are areas.
//!
//! In: a layer as read. Out: the polygons of each area as closed lines on the grid, and a note on all that
//! was left out. Unclosed rings, doubled points and the direction of rings are mended without a word: they
//! change nothing.

use std::collections::BTreeMap;

use geo::{LineString, Polygon};
use rayon::prelude::*;

use super::notes::{self, Note};
use super::project::Projection;
use super::spot::{Spot, twice_area};
use super::tree::Tree;
use crate::diagnostic::{Report, nearest};
use crate::input::sources::{Feature, Layer};

/// A piece of land: closed lines without their last point, in any direction; the inside by even and odd.
#[derive(Clone, Debug)]
pub struct Land {
    pub rings: Vec<Vec<Spot>>,
    pub twice_area: i128,
}

/// The polygons of each area of a layer.
pub type Polygons = BTreeMap<u32, Vec<Land>>;

/// What one feature became.
struct Mended {
    polygons: Vec<Land>,
    has_flat_rings: bool,
}

pub fn mend(tree: &Tree<'_>, layer: &Layer, projection: &Projection, report: &mut Report) -> Polygons {
    let mended: Vec<Option<Mended>> =
        layer.features.par_iter().map(|feature| mend_feature(feature, projection)).collect();
    let mut polygons: Polygons = BTreeMap::new();
    let (mut unknown, mut off_earth, mut flat) = (Vec::new(), Vec::new(), Vec::new());
    for (feature, mended) in layer.features.iter().zip(mended) {
        let code = feature.code.as_str();
        let Some(area) = tree.find(layer.level, code) else {
            unknown.push(code);
            continue;
        };
        let Some(mended) = mended else {
            off_earth.push(code);
            continue;
        };
        if mended.has_flat_rings {
            flat.push(code);
        }
        if !mended.polygons.is_empty() {
            polygons.entry(area).or_default().extend(mended.polygons);
        }
    }
    let range = tree.levels.get(layer.level).cloned().unwrap_or_default();
    let likely = unknown.first().and_then(|code| nearest(code, range.map(|area| tree.code(area))));
    notes::tell(report, &layer.file, &unknown, Note::Unknown { likely });
    notes::tell(report, &layer.file, &off_earth, Note::OffEarth { crs: &layer.crs });
    notes::tell(report, &layer.file, &flat, Note::Flat);
    polygons
}

/// None where a position is not on earth.
fn mend_feature(feature: &Feature, projection: &Projection) -> Option<Mended> {
    let mut mended = Mended { polygons: Vec::new(), has_flat_rings: false };
    for polygon in &feature.geometry {
        let mut rings: Vec<Vec<Spot>> = Vec::new();
        for (number, line) in lines(polygon).enumerate() {
            let mut ring = Vec::with_capacity(line.0.len());
            for at in &line.0 {
                ring.push(projection.spot(*at)?);
            }
            ring.dedup();
            while ring.len() > 1 && ring.first() == ring.last() {
                ring.pop();
            }
            // a line back and forth; a bowtie of two equal halves adds up to nothing and is none
            let is_flat = ring.len() < 3 || (twice_area(&ring) == 0 && is_there_and_back(&ring));
            mended.has_flat_rings |= is_flat;
            if !is_flat {
                rings.push(ring);
            } else if number == 0 {
                break;
            }
        }
        if let [outer, holes @ ..] = rings.as_slice() {
            let of_holes: i128 = holes.iter().map(|hole| twice_area(hole).abs()).sum();
            let twice_area = twice_area(outer).abs() - of_holes;
            mended.polygons.push(Land { rings, twice_area });
        }
    }
    Some(mended)
}

fn lines(polygon: &Polygon<f64>) -> impl Iterator<Item = &LineString<f64>> {
    std::iter::once(polygon.exterior()).chain(polygon.interiors())
}

/// Whether all points lie on one line.
fn is_there_and_back(ring: &[Spot]) -> bool {
    let farthest = ring.iter().copied().max_by_key(|spot| {
        let (x, y) = ring[0].to(*spot);
        x * x + y * y
    });
    farthest.is_none_or(|end| ring.iter().all(|spot| super::spot::turn(ring[0], end, *spot) == 0))
}
