//! Polygons to shapes: projected, joined upward, simplified; and who is next to whom.
//!
//! In: the atlas and the layers of polygons as read. Out: [`Shapes`], in which every area with land has its
//! rings, and areas of a level share their borders: simplified at any scale, neighbours stay identical.
//! Cannot fail: what was mended or is missing comes back as warnings. Knows no readings, draws nothing.
//!
//! A level's polygons become one plane of segments (`node`, `plane`) whose faces get an owner (`cover`,
//! `gaps`); so overlaps and gaps vanish, and a parent is its parts without the segments between them
//! (`mosaic`). Borders become arcs with a measure of detail for each point (`arcs`).

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::diagnostic::Report;
use crate::input::sources::Layer;
use crate::model::atlas::{AreaId, Atlas};

mod arcs;
mod bytes;
mod cover;
mod crumbs;
mod gaps;
mod inscribed;
mod mend;
mod mosaic;
mod node;
mod notes;
mod plane;
mod project;
mod sets;
mod spot;
mod survey;
#[cfg(test)]
mod tests;
mod tree;

use arcs::Level;
use cover::NOBODY;
use project::Projection;
use spot::{STEPS, Spot};
use tree::Tree;

/// A point of the plane: metres from the middle of the data, y up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

/// The box around an area, in metres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    pub low: Point,
    pub high: Point,
}

impl Bounds {
    pub fn width(&self) -> f64 {
        self.high.x - self.low.x
    }

    pub fn height(&self) -> f64 {
        self.high.y - self.low.y
    }

    /// The box around both.
    #[must_use]
    pub fn and(self, other: Bounds) -> Bounds {
        Bounds {
            low: Point { x: self.low.x.min(other.low.x), y: self.low.y.min(other.low.y) },
            high: Point { x: self.high.x.max(other.high.x), y: self.high.y.max(other.high.y) },
        }
    }
}

/// A closed line: its last point is its first.
pub type Ring = Vec<Point>;

/// The shapes of all areas.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shapes {
    /// The arcs of all levels, one after another.
    arcs: Vec<arcs::Arc>,
    /// By area, area sets after the others.
    outlines: Vec<Outline>,
}

/// One area; without rings where it has no shape.
#[derive(Clone, Debug, Default, PartialEq)]
struct Outline {
    /// The largest first.
    rings: Vec<arcs::Ring>,
    /// The lowest and the highest coordinates.
    extent: Option<(Spot, Spot)>,
    anchor: Option<Spot>,
    neighbours: Vec<AreaId>,
}

/// Draws up the shapes of all areas. An area without a polygon is joined from the areas in it, and they
/// from theirs. Gaps up to `close_gaps` metres wide between neighbours are closed.
///
/// The order of layers and features changes nothing.
pub fn draw_up(atlas: &Atlas, layers: &[Layer], close_gaps: f64) -> (Shapes, Report) {
    draw_up_tree(&Tree::of(atlas), layers, close_gaps)
}

fn draw_up_tree(tree: &Tree<'_>, layers: &[Layer], close_gaps: f64) -> (Shapes, Report) {
    let mut report = Report::new();
    let layers = &project::in_degrees(layers);
    let shapes = layers.iter().flat_map(|layer| &layer.features).map(|feature| &feature.geometry);
    let Some(projection) = Projection::around(shapes) else {
        for layer in layers {
            let codes: Vec<&str> = layer.features.iter().map(|feature| feature.code.as_str()).collect();
            notes::tell(&mut report, &layer.file, &codes, notes::Note::OffEarth { crs: &layer.crs });
        }
        if !layers.is_empty() {
            notes::without_shape(&mut report, &tree.codes);
        }
        return (Shapes::of(tree, Vec::new(), Vec::new(), close_gaps), report);
    };
    let survey = survey::survey(tree, layers, &projection, close_gaps, &mut report);
    let levels: Vec<Level> = survey.mosaics.par_iter().map(arcs::level).collect();
    note_holes(&levels, &survey.given, &mut report);
    let sets = sets::mosaics(tree, &survey.mosaics).par_iter().map(arcs::level).collect();
    let shapes = Shapes::of(tree, levels, sets, close_gaps);
    let missing: Vec<&str> = shapes
        .outlines
        .iter()
        .zip(&tree.codes)
        .filter(|(it, _)| it.rings.is_empty())
        .map(|(_, code)| *code)
        .collect();
    notes::without_shape(&mut report, &missing);
    (shapes, report)
}

/// Counts what nobody has within areas that were joined from their parts.
fn note_holes(levels: &[Level], given: &BTreeSet<u32>, report: &mut Report) {
    let (mut holes, mut areas) = (0, 0);
    let of_areas =
        levels.iter().flat_map(|level| level.rings.chunk_by(|a, b| a.0 == b.0).map(move |of| (level, of)));
    for (level, of_area) in of_areas.filter(|(_, of_area)| !given.contains(&of_area[0].0)) {
        let is_empty = |half: &u32| level.beside[*half as usize / 2].has_nobody();
        let found =
            of_area.iter().filter(|(_, ring)| !ring.is_outer && ring.arcs.iter().any(is_empty)).count();
        holes += found;
        areas += usize::from(found > 0);
    }
    notes::holes(report, holes, areas);
}

impl Shapes {
    /// Of levels and of sets, whose neighbours say nothing: which sets lie in one layer is chance.
    fn of(tree: &Tree<'_>, levels: Vec<Level>, sets: Vec<Level>, close_gaps: f64) -> Shapes {
        let count = tree.codes.len() + tree.sets.len();
        let mut shapes = Shapes { arcs: Vec::new(), outlines: vec![Outline::default(); count] };
        for level in &levels {
            for (area, neighbours) in neighbours(level, close_gaps * STEPS) {
                shapes.outlines[area as usize].neighbours = neighbours.into_iter().map(AreaId).collect();
            }
        }
        for level in levels.into_iter().chain(sets) {
            let offset = shapes.arcs.len() as u32 * 2;
            for (area, mut ring) in level.rings {
                ring.arcs.iter_mut().for_each(|half| *half += offset);
                shapes.outlines[area as usize].rings.push(ring);
            }
            shapes.arcs.extend(level.arcs);
        }
        shapes.measure();
        let anchors: Vec<Option<Spot>> =
            shapes.outlines.par_iter().map(|outline| shapes.find_anchor(outline)).collect();
        for (outline, anchor) in shapes.outlines.iter_mut().zip(anchors) {
            outline.anchor = anchor;
        }
        shapes
    }

    /// Finds the extents, which are not kept in bytes.
    fn measure(&mut self) {
        let extents: Vec<Option<(Spot, Spot)>> = self
            .outlines
            .par_iter()
            .map(|outline| {
                outline.rings.iter().flat_map(|ring| self.spots(ring, 0)).fold(None, |extent, spot| {
                    let (low, high) = extent.unwrap_or((spot, spot));
                    Some((
                        Spot { x: low.x.min(spot.x), y: low.y.min(spot.y) },
                        Spot { x: high.x.max(spot.x), y: high.y.max(spot.y) },
                    ))
                })
            })
            .collect();
        for (outline, extent) in self.outlines.iter_mut().zip(extents) {
            outline.extent = extent;
        }
    }

    /// The box around an area; none where it has no shape.
    pub fn bounds(&self, area: AreaId) -> Option<Bounds> {
        let (low, high) = self.outlines.get(area.0 as usize)?.extent?;
        Some(Bounds { low: point(low), high: point(high) })
    }

    /// The closed lines around an area and around what it does not hold, to be filled by even and odd; none
    /// where it has no shape.
    ///
    /// Points whose absence changes less than a square of `tolerance` metres are left out, and so are rings
    /// smaller than that. The largest ring of every area stays at any tolerance, with three points or more,
    /// and is never made larger than it is: a place for a sign is [`Shapes::anchor`]. At one tolerance
    /// areas of a level have their common borders point for point.
    pub fn outline(&self, area: AreaId, tolerance: f64) -> Option<Vec<Ring>> {
        let outline = self.outlines.get(area.0 as usize)?;
        // a float beyond the range becomes the end of the range
        let detail = ((tolerance * STEPS) as u32).min(arcs::ALWAYS - 1);
        let mut rings = Vec::new();
        for (number, ring) in outline.rings.iter().enumerate() {
            if ring.size < detail && !ring.is_vital {
                continue;
            }
            let mut closed: Ring = self.spots(ring, detail).map(point).collect();
            closed.extend(closed.first().copied());
            if closed.len() >= 4 || number == 0 {
                rings.push(closed);
            }
        }
        (!rings.is_empty()).then_some(rings)
    }

    /// The lines around areas of one level together, without the borders between them, at the same tolerance as their
    /// outlines: point for point the outer sides of those. A line is closed where it ends as it begins.
    pub fn border(&self, areas: &[AreaId], tolerance: f64) -> Vec<Vec<Point>> {
        let detail = ((tolerance * STEPS) as u32).min(arcs::ALWAYS - 1);
        let outlines = areas.iter().filter_map(|area| self.outlines.get(area.0 as usize));
        let rings = outlines.flat_map(|outline| &outline.rings);
        let rings: Vec<&arcs::Ring> = rings.filter(|ring| ring.size >= detail || ring.is_vital).collect();
        let mut times: BTreeMap<u32, usize> = BTreeMap::new();
        for half in rings.iter().flat_map(|ring| &ring.arcs) {
            *times.entry(half / 2).or_default() += 1;
        }
        let mut lines = Vec::new();
        for ring in rings {
            let mut line: Vec<Point> = Vec::new();
            let mut end = None;
            for half in &ring.arcs {
                let arc = &self.arcs[*half as usize / 2];
                if times[&(half / 2)] > 1 {
                    line.extend(end.take());
                    lines.push(std::mem::take(&mut line));
                    continue;
                }
                line.extend(arc.walk(half % 2 == 1, detail).map(point));
                let last = if half % 2 == 1 { arc.spots.first() } else { arc.spots.last() };
                end = last.copied().map(point);
            }
            line.extend(end);
            lines.push(line);
        }
        lines.retain(|line| line.len() > 1);
        lines
    }

    /// A point within the largest part of the area, far from its border: for a label or a sign.
    pub fn anchor(&self, area: AreaId) -> Option<Point> {
        self.outlines.get(area.0 as usize)?.anchor.map(point)
    }

    /// All that is known of the shape of an area, as bytes: the same shape gives the same bytes.
    pub fn bytes_of(&self, area: AreaId) -> Vec<u8> {
        let Some(outline) = self.outlines.get(area.0 as usize) else { return Vec::new() };
        let mut bytes = Vec::new();
        let mut number = |number: i64| bytes.extend(number.to_le_bytes());
        for ring in &outline.rings {
            number(i64::from(ring.size) << 2 | i64::from(ring.is_outer) << 1 | i64::from(ring.is_vital));
            for half in &ring.arcs {
                let arc = &self.arcs[*half as usize / 2];
                number(i64::from(half % 2));
                for (spot, detail) in arc.spots.iter().zip(&arc.details) {
                    [i64::from(spot.x), i64::from(spot.y), i64::from(*detail)]
                        .into_iter()
                        .for_each(&mut number);
                }
            }
        }
        if let Some(spot) = outline.anchor {
            [i64::from(spot.x), i64::from(spot.y)].into_iter().for_each(&mut number);
        }
        outline.neighbours.iter().for_each(|other| number(i64::from(other.0)));
        bytes
    }

    /// The areas of the same level with a common border, in order; where gaps are closed, one at least as
    /// long as those are wide.
    pub fn neighbours(&self, area: AreaId) -> &[AreaId] {
        self.outlines.get(area.0 as usize).map_or(&[], |outline| outline.neighbours.as_slice())
    }

    /// The spots of a ring that are needed for a detail, without the first one again.
    fn spots<'a>(&'a self, ring: &'a arcs::Ring, detail: u32) -> impl Iterator<Item = Spot> + 'a {
        ring.arcs.iter().flat_map(move |half| self.arcs[*half as usize / 2].walk(half % 2 == 1, detail))
    }

    fn find_anchor(&self, outline: &Outline) -> Option<Spot> {
        let largest = outline.rings.first()?;
        // a fiftieth of the size is nothing for a point in the middle of it
        for detail in [largest.size / 50, 0] {
            let mut segments = Vec::new();
            for ring in std::iter::once(largest).chain(outline.rings.iter().filter(|ring| !ring.is_outer)) {
                segments.extend(self.segments(ring, detail));
            }
            let Some((x, y)) = inscribed::centre(&segments) else { continue };
            let whole: Vec<(Spot, Spot)> =
                outline.rings.iter().flat_map(|ring| self.segments(ring, 0)).collect();
            let spot = Spot::rounded(x, y);
            if inscribed::is_within(&whole, (f64::from(spot.x), f64::from(spot.y))) {
                return Some(spot);
            }
        }
        self.spots(largest, 0).next()
    }

    fn segments(&self, ring: &arcs::Ring, detail: u32) -> Vec<(Spot, Spot)> {
        let spots: Vec<Spot> = self.spots(ring, detail).collect();
        let ends = spots.iter().copied().cycle().skip(1);
        spots.iter().copied().zip(ends).collect()
    }
}

fn point(spot: Spot) -> Point {
    Point { x: f64::from(spot.x) / STEPS, y: f64::from(spot.y) / STEPS }
}

/// Who shares a border with whom, if it is at least so long (grid steps).
fn neighbours(level: &Level, shortest: f64) -> BTreeMap<u32, BTreeSet<u32>> {
    let mut lengths: BTreeMap<(u32, u32), f64> = BTreeMap::new();
    for beside in level.beside.iter().filter(|beside| beside.left != NOBODY && beside.right != NOBODY) {
        let pair = (beside.left.min(beside.right), beside.left.max(beside.right));
        *lengths.entry(pair).or_default() += beside.length;
    }
    let mut neighbours: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
    for ((a, b), _) in lengths.into_iter().filter(|(_, length)| *length >= shortest) {
        neighbours.entry(a).or_default().insert(b);
        neighbours.entry(b).or_default().insert(a);
    }
    neighbours
}
