//! Names on a map, where there is room for them.

use crate::model::atlas::AreaId;
use crate::telling::look::{Lettering, Weight};

use super::super::Studio;
use super::super::projection::Projection;
use super::super::svg::{Anchor, Canvas, Ground, Letters, Paint};
use super::super::tell::name;

/// On a map of more areas no names are tried.
const MOST_AREAS: usize = 40;
/// With a smaller share of the areas named, the names left would look like a choice: none is shown but that
/// of the area in focus.
const LEAST_NAMED: f64 = 0.6;
/// How much room a name has, as a share of the box around its area.
const OVERHANG: f64 = 1.0;

/// A name that has found its place.
struct Label {
    area: AreaId,
    lines: Vec<String>,
    middle: (f64, f64),
    half: (f64, f64),
}

impl Label {
    fn overlaps(&self, other: &Label) -> bool {
        (self.middle.0 - other.middle.0).abs() < self.half.0 + other.half.0
            && (self.middle.1 - other.middle.1).abs() < self.half.1 + other.half.1
    }
}

pub fn draw(
    studio: &Studio,
    canvas: &mut Canvas,
    projection: &Projection,
    (areas, paints): (&[AreaId], &[Paint]),
    focus: Option<AreaId>,
) {
    if areas.len() > MOST_AREAS {
        return;
    }
    let mut order: Vec<(AreaId, f64)> = areas.iter().map(|area| (*area, size(studio, *area))).collect();
    // What is in focus first, then the largest, which are the easiest to read on.
    order.sort_by(|(one, its), (other, others)| {
        let first = (Some(*other) == focus).cmp(&(Some(*one) == focus));
        first.then(others.total_cmp(its)).then(one.cmp(other))
    });
    let mut placed: Vec<Label> = Vec::new();
    for (area, _) in order {
        if let Some(label) = fitted(studio, canvas, projection, area)
            && !placed.iter().any(|other| other.overlaps(&label))
        {
            placed.push(label);
        }
    }
    if (placed.len() as f64) < areas.len() as f64 * LEAST_NAMED {
        placed.retain(|label| Some(label.area) == focus);
    }
    placed.sort_by_key(|label| label.area);
    for label in placed {
        let paint = areas.iter().zip(paints).find(|(area, _)| **area == label.area).map(|(_, paint)| *paint);
        let letters = on(canvas, paint.unwrap_or(Paint::Paper)).anchored(Anchor::Middle);
        let letters = if Some(label.area) == focus { letters.bold() } else { letters };
        canvas.lines(label.middle, &label.lines, letters);
    }
}

/// Letters that can be read on a class: those that stick out keep its colour around them. On a class in the
/// middle, from which neither dark nor light letters stand out, and on patterns, there is paper around them.
fn on(canvas: &Canvas, ground: Paint) -> Letters {
    let lettering = match ground {
        Paint::Class { order, at, of } => canvas.look.lettering(order, at, of),
        _ => None,
    };
    let (paint, around) = match lettering {
        Some(Lettering::Ink) => (Paint::Ink, ground),
        Some(Lettering::Paper) => (Paint::Paper, ground),
        None => (Paint::Ink, Paint::Paper),
    };
    Letters::new(canvas.metrics.small, paint).on(Ground::Around(around, HALO))
}

/// How wide the ground around a letter is, in ems.
const HALO: f64 = 0.3;

fn size(studio: &Studio, area: AreaId) -> f64 {
    studio.shapes.bounds(area).map_or(0.0, |bounds| bounds.width() * bounds.height())
}

/// The name of an area in one line or two, around its anchor, where it stays over the area and in the map.
fn fitted(studio: &Studio, canvas: &Canvas, projection: &Projection, area: AreaId) -> Option<Label> {
    let metrics = canvas.metrics;
    let bounds = studio.shapes.bounds(area)?;
    let room = projection.length(bounds.width()) * OVERHANG;
    let tall = projection.length(bounds.height()) * OVERHANG;
    let middle = projection.point(studio.shapes.anchor(area)?);
    let text = name(studio, area);
    let word = text.split_inclusive([' ', '-', '–', '/']).map(|word| word.trim_end());
    let longest = word.map(|word| canvas.look.width(word, metrics.small, Weight::Bold)).fold(0.0, f64::max);
    if longest > room {
        return None;
    }
    [1, 2].into_iter().find_map(|count| {
        let lines = canvas.look.wrap(text, metrics.small, Weight::Bold, room, count);
        if lines.iter().any(|line| line.ends_with('…')) {
            return None;
        }
        let widest =
            lines.iter().map(|line| canvas.look.width(line, metrics.small, Weight::Bold)).fold(0.0, f64::max);
        let half = (widest / 2.0 + metrics.em(0.15), metrics.small * 0.6 * lines.len() as f64);
        let inside = middle.0 - half.0 >= 0.0
            && middle.0 + half.0 <= metrics.width
            && middle.1 - half.1 >= 0.0
            && middle.1 + half.1 <= projection.height;
        (widest <= room && 2.0 * half.1 <= tall.max(metrics.small) && inside).then_some(Label {
            area,
            lines,
            middle,
            half,
        })
    })
}
