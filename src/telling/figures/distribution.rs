//! Many areas counted in steps: how many have which numbers, without a name but that in focus.

use crate::telling::look::Weight;
use crate::telling::words::Words;

use super::scale::{Scale, Ticks, ticks};
use super::subject::Topic;
use super::svg::{Anchor, Canvas, Letters, Paint, Stroke};

/// About how many steps the numbers are counted in.
const STEPS: usize = 10;

#[derive(Clone)]
pub struct Distribution {
    /// The borders of the steps.
    ticks: Ticks,
    borders: Vec<String>,
    counts: Vec<usize>,
    /// The counts in words.
    labels: Vec<String>,
    reference: Option<(f64, String)>,
    focus: Option<(f64, String)>,
}

impl Distribution {
    /// Of at least one number.
    pub fn new(
        words: &Words,
        topic: &Topic,
        values: &[f64],
        reference: Option<(f64, String)>,
        focus: Option<(f64, String)>,
    ) -> Distribution {
        let low = values.iter().copied().fold(f64::INFINITY, f64::min);
        let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let ticks = ticks(low, high, STEPS);
        let last = ticks.values.len() - 2;
        let mut counts = vec![0; last + 1];
        for value in values {
            let below = ticks.values.iter().filter(|tick| *tick <= value).count();
            counts[below.saturating_sub(1).min(last)] += 1;
        }
        let borders = ticks.values.iter().map(|tick| {
            let unit = if topic.has_short_unit() { topic.unit.as_str() } else { "" };
            words.value(*tick, unit, ticks.decimals)
        });
        Distribution {
            borders: borders.collect(),
            labels: counts.iter().map(|count| words.number(*count as f64, 0)).collect(),
            ticks,
            counts,
            reference,
            focus,
        }
    }

    pub fn draw(&self, canvas: &mut Canvas) -> f64 {
        let metrics = canvas.metrics;
        let letters = Letters::new(metrics.small, Paint::Ink);
        let edge = self.borders.first().map_or(0.0, |text| canvas.width_of(text, letters) / 2.0);
        let far = self.borders.last().map_or(0.0, |text| canvas.width_of(text, letters) / 2.0);
        let scale = Scale {
            low: self.ticks.low(),
            high: self.ticks.high(),
            start: edge,
            end: metrics.width - far.max(metrics.hair),
        };
        let notes = [&self.focus, &self.reference].into_iter().flatten().count() as f64 * metrics.line();
        let head = notes + metrics.line() * 0.9;
        let floor = head + metrics.em(9.0);
        let most = self.counts.iter().copied().max().unwrap_or(1).max(1) as f64;
        let height = |count: usize| (floor - head) * count as f64 / most;
        for (at, count) in self.counts.iter().enumerate() {
            let (left, right) = (scale.at(self.ticks.values[at]), scale.at(self.ticks.values[at + 1]));
            let tall = height(*count);
            canvas.rect(
                (left + metrics.hair / 2.0, floor - tall),
                (right - left - metrics.hair, tall),
                Paint::Faint,
                None,
            );
            if *count > 0 {
                let above = ((left + right) / 2.0, floor - tall - metrics.small * 0.6);
                canvas.text(above, &self.labels[at], letters.anchored(Anchor::Middle));
            }
        }
        canvas.line((scale.start, floor), (scale.end, floor), Stroke::solid(Paint::Muted, metrics.hair));
        self.draw_borders(canvas, &scale, floor);
        let mut top = metrics.line() / 2.0;
        if let Some((value, label)) = &self.focus {
            note(canvas, (scale.at(*value), top), floor, label, Paint::Primary);
            top += metrics.line();
        }
        if let Some((value, label)) = &self.reference {
            note(canvas, (scale.at(*value), top), floor, label, Paint::Muted);
        }
        floor + metrics.line() * 1.1
    }

    /// As many borders as fit beside each other, always every so many.
    fn draw_borders(&self, canvas: &mut Canvas, scale: &Scale, floor: f64) {
        let metrics = canvas.metrics;
        let letters = Letters::new(metrics.small, Paint::Muted).anchored(Anchor::Middle);
        let widest = self.borders.iter().map(|text| canvas.width_of(text, letters)).fold(0.0, f64::max);
        let step = (scale.end - scale.start) / (self.borders.len() - 1).max(1) as f64;
        let every = ((widest + metrics.em(0.5)) / step.max(1.0)).ceil().max(1.0) as usize;
        for (at, text) in self.borders.iter().enumerate().step_by(every) {
            let x = scale.at(self.ticks.values[at]);
            canvas.line((x, floor), (x, floor + metrics.em(0.25)), Stroke::solid(Paint::Muted, metrics.hair));
            canvas.text((x, floor + metrics.em(0.85)), text, letters);
        }
    }
}

/// A line from a label down to the axis.
fn note(canvas: &mut Canvas, (x, y): (f64, f64), floor: f64, label: &str, paint: Paint) {
    let metrics = canvas.metrics;
    let letters = Letters::new(metrics.small, paint);
    let letters = if paint == Paint::Primary { letters.bold() } else { letters };
    let stroke = match paint {
        Paint::Primary => Stroke::solid(Paint::Primary, metrics.stroke * 1.3),
        _ => Stroke::dashed(Paint::Ink, metrics.hair),
    };
    canvas.line((x, y + metrics.small * 0.6), (x, floor), stroke);
    let label = canvas.look.fit(label, letters.size, Weight::Bold, metrics.width);
    let half = canvas.width_of(&label, letters) / 2.0;
    let x = x.clamp(half, (metrics.width - half).max(half));
    canvas.text((x, y), &label, letters.anchored(Anchor::Middle).on_marks());
}
