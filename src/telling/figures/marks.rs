//! Marks on a strip, for an area and what it is held against: the same in every figure that has them.

use crate::model::atlas::Interval;

use super::scale::Scale;
use super::svg::{Canvas, Letters, Paint, Path, Stroke};

/// Told apart by shape, so that grey print keeps the difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The area itself.
    Circle,
    /// The area above it.
    Tick,
    /// The whole.
    Diamond,
    /// All groups of people in the area together.
    Bar,
}

impl Mark {
    pub fn draw(self, canvas: &mut Canvas, (x, y): (f64, f64)) {
        let metrics = canvas.metrics;
        match self {
            Mark::Circle => {
                let edge = Stroke::solid(Paint::Paper, metrics.hair);
                canvas.circle((x, y), metrics.em(0.42), Paint::Primary, Some(edge));
            }
            Mark::Tick => {
                let half = metrics.em(0.68);
                canvas.line((x, y - half), (x, y + half), Stroke::solid(Paint::Muted, metrics.stroke * 1.5));
            }
            Mark::Diamond => {
                let half = metrics.em(0.42);
                let mut path = Path::default();
                path.ring(&[(x, y - half), (x + half, y), (x, y + half), (x - half, y)]);
                canvas.path(
                    &path,
                    Some(Paint::Paper),
                    Some(Stroke::solid(Paint::Muted, metrics.stroke * 0.8)),
                );
            }
            Mark::Bar => {
                let half = metrics.em(0.5);
                canvas.line(
                    (x, y - half),
                    (x, y + half),
                    Stroke::solid(Paint::Primary, metrics.stroke * 1.8),
                );
            }
        }
    }
}

/// What each mark is, that of the area in bold; gives back where its last line ends.
pub fn legend<'a>(canvas: &mut Canvas, marks: impl Iterator<Item = (Mark, &'a str)>) -> f64 {
    let metrics = canvas.metrics;
    let (mut x, mut y) = (0.0, 0.0);
    for (mark, name) in marks {
        let letters = Letters::new(metrics.text, Paint::Ink);
        let letters = if mark == Mark::Circle { letters.bold() } else { letters };
        let indent = metrics.em(1.2);
        let text = canvas.look.fit(name, letters.size, letters.weight, metrics.width - indent);
        let width = indent + canvas.width_of(&text, letters);
        if x > 0.0 && x + width > metrics.width {
            (x, y) = (0.0, y + metrics.line());
        }
        mark.draw(canvas, (x + metrics.em(0.45), y + metrics.line() / 2.0));
        canvas.text((x + indent, y + metrics.line() / 2.0), &text, letters);
        x += width + metrics.em(1.2);
    }
    y + metrics.line()
}

/// The margin of the number of an area, with ends that reach as far up as down.
pub fn whisker(canvas: &mut Canvas, scale: Scale, interval: Interval, y: f64, reach: f64) {
    let (from, to) = (scale.at(interval.lower), scale.at(interval.upper));
    let mut whisker = Path::default();
    whisker.polyline(&[(from, y - reach), (from, y + reach)]);
    whisker.polyline(&[(from, y), (to, y)]);
    whisker.polyline(&[(to, y - reach), (to, y + reach)]);
    canvas.path(&whisker, None, Some(Stroke::solid(Paint::Primary, canvas.metrics.stroke * 0.8)));
}

/// A stretch of numbers with room at both ends: a mark at the very end would read as the lowest, or the highest,
/// that there can be.
pub fn roomy(low: f64, high: f64) -> (f64, f64) {
    const ROOM: f64 = 0.06;
    let room = (high - low) * ROOM;
    (low - room, high + room)
}
