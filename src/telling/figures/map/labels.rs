//! Names on a map, where there is room for them.

use crate::model::atlas::AreaId;
use crate::telling::look::{Lettering, Weight};

use super::super::Studio;
use super::super::projection::Projection;
use super::super::svg::{Anchor, Canvas, Letters, Paint};
use super::super::tell::name;

/// On a map of more areas no names are tried.
const MOST_AREAS: usize = 40;
/// With a smaller share of the areas named, the names left would look like a choice: none is shown but that
/// of the area in focus.
const LEAST_NAMED: f64 = 0.5;
/// A name that has found its place.
struct Label {
    area: AreaId,
    lines: Vec<String>,
    middle: (f64, f64),
    half: (f64, f64),
    /// Whether it sticks out of its area.
    is_forced: bool,
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
        let label = fitted(studio, canvas, projection, area);
        // what the map is about is named in any case
        let label = if Some(area) == focus {
            label.or_else(|| forced(studio, canvas, projection, area))
        } else {
            label
        };
        if let Some(label) = label
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
        let own_ground =
            Letters::new(canvas.metrics.small, Paint::Ink).anchored(Anchor::Middle).on(Paint::Paper);
        let letters = if label.is_forced { own_ground } else { letters };
        let letters = if Some(label.area) == focus { letters.bold() } else { letters };
        canvas.lines(label.middle, &label.lines, letters);
    }
}

/// Letters that can be read on a class; on a class in the middle, from which neither dark nor light letters
/// stand out, and on patterns, they have a ground of their own.
fn on(canvas: &Canvas, ground: Paint) -> Letters {
    let letters = |paint: Paint| Letters::new(canvas.metrics.small, paint);
    match ground {
        Paint::Class { order, at, of } => match canvas.look.lettering(order, at, of) {
            Some(Lettering::Ink) => letters(Paint::Ink),
            Some(Lettering::Paper) => letters(Paint::Paper),
            None => letters(Paint::Ink).on(Paint::Paper),
        },
        _ => letters(Paint::Ink).on(Paint::Tint),
    }
}

fn size(studio: &Studio, area: AreaId) -> f64 {
    studio.shapes.bounds(area).map_or(0.0, |bounds| bounds.width() * bounds.height())
}

/// The name of an area in one line or two around its anchor, where it stays within the area: what would stick
/// out could be taken for a name of a neighbour.
fn fitted(studio: &Studio, canvas: &Canvas, projection: &Projection, area: AreaId) -> Option<Label> {
    let metrics = canvas.metrics;
    let room = projection.length(studio.shapes.bounds(area)?.width());
    let middle = projection.point(studio.shapes.anchor(area)?);
    let text = name(studio, area);
    let words = text.split_inclusive([' ', '-', '–', '/']).map(str::trim_end);
    let longest = words.map(|word| canvas.look.width(word, metrics.small, Weight::Bold)).fold(0.0, f64::max);
    if longest > room {
        return None;
    }
    let rings = studio.shapes.outline(area, projection.tolerance())?;
    let rings: Vec<Vec<(f64, f64)>> = rings.iter().map(|ring| projection.ring(ring)).collect();
    // In one line where that fits, else in two: first about even, then as the longest word asks.
    let whole = canvas.look.width(text, metrics.small, Weight::Bold);
    [(whole + 1.0, 1), (whole * 0.6, 2), (longest.max(whole * 0.5) + 1.0, 2)].into_iter().find_map(
        |(width, count)| {
            let lines = canvas.look.wrap(text, metrics.small, Weight::Bold, width.max(longest + 1.0), count);
            if lines.iter().any(|line| line.ends_with('…')) {
                return None;
            }
            let widest = lines
                .iter()
                .map(|line| canvas.look.width(line, metrics.small, Weight::Bold))
                .fold(0.0, f64::max);
            let half = (widest / 2.0 + metrics.em(0.1), metrics.small * 0.6 * lines.len() as f64);
            let crossed = rings
                .iter()
                .flat_map(|ring| ring.windows(2))
                .any(|edge| crosses(edge[0], edge[1], middle, half));
            (!crossed).then_some(Label { area, lines, middle, half, is_forced: false })
        },
    )
}

/// How wide the name of the area in focus may be where it does not fit the area, in ems, and in how many lines.
const FORCED_WIDTH: f64 = 9.0;
const FORCED_LINES: usize = 4;

/// The name of an area around its anchor, whatever is beneath it, moved so that it stays on the map.
fn forced(studio: &Studio, canvas: &Canvas, projection: &Projection, area: AreaId) -> Option<Label> {
    let metrics = canvas.metrics;
    let anchor = projection.point(studio.shapes.anchor(area)?);
    let width = |text: &str| canvas.look.width(text, metrics.small, Weight::Bold);
    let text = name(studio, area);
    let longest = text.split(' ').map(width).fold(metrics.em(FORCED_WIDTH), f64::max);
    let most = longest.min(metrics.width * 0.8);
    let lines = canvas.look.wrap(text, metrics.small, Weight::Bold, most, FORCED_LINES);
    let widest = lines.iter().map(|line| width(line)).fold(0.0, f64::max);
    let half = (widest / 2.0 + metrics.em(0.1), metrics.small * 0.6 * lines.len() as f64);
    let within = |at: f64, half: f64, end: f64| at.min(end - half).max(half);
    let edge = metrics.width - 2.0 * metrics.stroke * 1.2;
    let middle = (within(anchor.0, half.0, edge), within(anchor.1, half.1, projection.height));
    Some(Label { area, lines, middle, half, is_forced: true })
}

/// Whether a line runs through a box (Liang and Barsky's clipping).
fn crosses(from: (f64, f64), to: (f64, f64), middle: (f64, f64), half: (f64, f64)) -> bool {
    let (mut enters, mut leaves) = (0.0f64, 1.0f64);
    for (start, end, centre, reach) in [(from.0, to.0, middle.0, half.0), (from.1, to.1, middle.1, half.1)] {
        let (run, low, high) = (end - start, centre - reach - start, centre + reach - start);
        if run == 0.0 {
            if low > 0.0 || high < 0.0 {
                return false;
            }
            continue;
        }
        let (first, last) = if run > 0.0 { (low / run, high / run) } else { (high / run, low / run) };
        enters = enters.max(first);
        leaves = leaves.min(last);
    }
    enters <= leaves
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_crosses_a_box_or_passes_by() {
        let crosses = |from, to| crosses(from, to, (0.0, 0.0), (2.0, 1.0));
        assert!(crosses((-5.0, 0.0), (5.0, 0.0)));
        assert!(crosses((0.0, 0.0), (0.5, 0.5)));
        assert!(crosses((-3.0, 0.0), (0.0, 3.0)) == crosses((0.0, 3.0), (-3.0, 0.0)));
        assert!(!crosses((-5.0, 2.0), (5.0, 2.0)));
        assert!(!crosses((-5.0, 0.0), (-3.0, 0.0)));
        assert!(!crosses((3.0, -9.0), (3.0, 9.0)));
        assert!(!crosses((0.0, 9.0), (9.0, 0.0)));
    }
}
