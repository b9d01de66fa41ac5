//! Levels from the lowest up, each as a mosaic.
//!
//! A level with polygons is surveyed: the land of each area as given, and of an area without a polygon as
//! joined from its parts. A level without any is joined from the level below.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::arcs::Level;
use super::cover::{self, HowMuch, NOBODY, Parts};
use super::crumbs;
use super::gaps;
use super::mend::{self, Land, Polygons};
use super::mosaic::Mosaic;
use super::node::{self, CUT, Part, Strand};
use super::notes::{self, Note};
use super::plane::Plane;
use super::project::Projection;
use super::spot::{STEPS, Spot, twice_area};
use super::tree::Tree;
use crate::diagnostic::Report;
use crate::input::sources::Layer;

/// Gaps up to this width (metres) are closed always: positions are published in degrees with five
/// decimals, and a point of one border upon a line of another is off by as much.
const ROUNDING: f64 = 1.0;

/// The borders of all levels.
pub struct Survey {
    /// From the whole to the smallest part.
    pub mosaics: Vec<Mosaic>,
    /// The areas with a polygon of their own.
    pub given: BTreeSet<u32>,
}

pub fn survey(
    tree: &Tree<'_>,
    layers: &[Cow<'_, Layer>],
    projection: &Projection,
    close_gaps: f64,
    report: &mut Report,
) -> Survey {
    let width = if close_gaps.is_finite() { close_gaps.max(ROUNDING) } else { ROUNDING } * STEPS;
    let mut survey = Survey { mosaics: Vec::new(), given: BTreeSet::new() };
    for level in (0..tree.levels.len()).rev() {
        let of_level: Vec<&Layer> =
            layers.iter().map(AsRef::as_ref).filter(|layer| layer.level == level).collect();
        let mut polygons = Polygons::new();
        for layer in &of_level {
            for (area, more) in mend::mend(tree, layer, projection, report) {
                polygons.entry(area).or_default().extend(more);
            }
        }
        survey.given.extend(polygons.keys());
        let mosaic = match (polygons.is_empty(), survey.mosaics.last()) {
            (true, None) => Mosaic::default(),
            (true, Some(below)) => below.joined(|area| tree.parent(area)),
            (false, below) => {
                let more = below.map(|below| joined(tree, below, &survey.given)).unwrap_or_default();
                polygons.extend(more);
                let files: Vec<Arc<str>> = of_level.iter().map(|layer| layer.file.clone()).collect();
                one_level(tree, &polygons, width, &files, report)
            }
        };
        survey.mosaics.push(mosaic);
    }
    survey.mosaics.reverse();
    survey
}

/// The areas without polygons that have some below, as one polygon each.
fn joined(tree: &Tree<'_>, below: &Mosaic, given: &BTreeSet<u32>) -> Vec<(u32, Vec<Land>)> {
    let mosaic = below.joined(|area| {
        let parent = tree.parent(area);
        if given.contains(&parent) { NOBODY } else { parent }
    });
    let level = Level::unsimplified(&mosaic);
    let of_areas = level.rings.chunk_by(|a, b| a.0 == b.0);
    of_areas
        .map(|of_area| {
            let rings = of_area.iter().map(|(_, ring)| level.spots(ring, 0).collect());
            let rings: Vec<Vec<Spot>> = rings.collect();
            // these lines have their land on the left, so that holes count against it
            let twice_area = rings.iter().map(|ring| twice_area(ring)).sum();
            (of_area[0].0, vec![Land { rings, twice_area }])
        })
        .collect()
}

/// One level of polygons to a mosaic.
fn one_level(
    tree: &Tree<'_>,
    polygons: &Polygons,
    width: f64,
    files: &[Arc<str>],
    report: &mut Report,
) -> Mosaic {
    let mut parts = Parts::default();
    let mut strands: Vec<Strand> = Vec::new();
    for (area, polygons) in polygons {
        for land in polygons {
            let part = parts.area.len() as Part;
            parts.area.push(*area);
            parts.size.push(land.twice_area);
            for ring in &land.rings {
                let ends = ring.iter().copied().cycle().skip(1);
                strands.extend(ring.iter().zip(ends).filter_map(|(a, b)| Strand::new(*a, b, part)));
            }
        }
    }
    let mut noded = node::node(strands);
    let crossed = std::mem::take(&mut noded.crossed);
    let mut plane = Plane::of(&noded);
    let (mut owners, hidden) = cover::owners(&noded, &plane, &parts);
    let cuts = gaps::cuts(&plane, &owners, width);
    if !cuts.is_empty() {
        let mut strands = noded.strands();
        strands.extend(cuts.iter().filter_map(|(a, b)| Strand::new(*a, *b, CUT)));
        noded = node::node(strands);
        plane = Plane::of(&noded);
        owners = cover::owners(&noded, &plane, &parts).0;
    }
    crumbs::set_free(&plane, &mut owners, &parts, width);
    gaps::close(&plane, &mut owners, width);
    let wholly: Vec<u32> = hidden.iter().filter(|it| it.how == HowMuch::Wholly).map(|it| it.area).collect();
    if let Some(file) = files.first() {
        let mut crossed: Vec<u32> = crossed.iter().map(|part| parts.area[*part as usize]).collect();
        crossed.dedup();
        let codes = |areas: &[u32]| -> Vec<&str> { areas.iter().map(|area| tree.code(*area)).collect() };
        let mostly: Vec<u32> =
            hidden.iter().filter(|it| it.how == HowMuch::Mostly).map(|it| it.area).collect();
        notes::tell(report, file, &codes(&crossed), Note::Crossed);
        notes::tell(report, file, &codes(&mostly), Note::MostlyHidden);
        notes::tell(report, file, &codes(&wholly), Note::WhollyHidden);
    }
    let rings_of =
        |area: u32| polygons.get(&area).into_iter().flatten().flat_map(|land| land.rings.clone()).collect();
    let loose = wholly.into_iter().map(|area| (area, rings_of(area))).collect();
    Mosaic::of(plane, &owners, loose)
}
