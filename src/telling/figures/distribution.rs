//! Many areas counted in steps: how many have which numbers, without a name but that in focus.

use crate::telling::words::Words;

use super::scale::{Scale, Ticks, ticks};
use super::subject::Topic;
use super::svg::{Anchor, Canvas, Letters, Paint, Path, Stroke};
use super::upright::{self, Kept};

/// About how many steps the numbers are counted in.
const STEPS: usize = 10;

#[derive(Clone, Debug)]
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
        let notes = self.notes(canvas, &scale);
        let rows = notes.iter().map(|note| note.row + 1).max().unwrap_or(0);
        let head = rows as f64 * metrics.line() + metrics.line() * 0.9;
        let floor = head + metrics.em(9.0);
        let most = self.counts.iter().copied().max().unwrap_or(1).max(1) as f64;
        let height = |count: usize| (floor - head) * count as f64 / most;
        let mut counts = Vec::new();
        canvas.open_painted(Some(Paint::Faint), None);
        for (at, count) in self.counts.iter().enumerate() {
            let (left, right) = (scale.at(self.ticks.values[at]), scale.at(self.ticks.values[at + 1]));
            let tall = height(*count);
            if *count > 0 {
                let corner = (left + metrics.hair / 2.0, floor - tall);
                canvas.plain_rect(corner, (right - left - metrics.hair, tall));
                let above = ((left + right) / 2.0, floor - tall - metrics.small * 0.6);
                counts.push((above, at));
            }
        }
        canvas.close_group();
        canvas.line((scale.start, floor), (scale.end, floor), Stroke::solid(Paint::Muted, metrics.hair));
        self.draw_borders(canvas, &scale, floor);
        let numbers: Vec<Kept> = counts
            .iter()
            .map(|((x, y), at)| {
                let half = canvas.width_of(&self.labels[*at], letters) / 2.0;
                let tall = metrics.small * 0.6;
                Kept { across: (x - half, x + half), down: (y - tall, y + tall) }
            })
            .collect();
        for note in &notes {
            let y = metrics.line() * (note.row as f64 + 0.5);
            let down = (y + metrics.small * note.gap, floor);
            upright::draw(canvas, note.x, down, &numbers, note.stroke(canvas));
        }
        for note in &notes {
            let y = metrics.line() * (note.row as f64 + 0.5);
            canvas.text((note.text_x, y), &note.text, note.letters);
        }
        let letters = letters.anchored(Anchor::Middle);
        canvas.open_lettered(letters);
        for (above, at) in counts {
            canvas.text(above, &self.labels[at], letters.on(Paint::Paper));
        }
        canvas.close_group();
        floor + metrics.line() * 1.1
    }

    /// As many borders as fit beside each other, always every so many.
    fn draw_borders(&self, canvas: &mut Canvas, scale: &Scale, floor: f64) {
        let metrics = canvas.metrics;
        let letters = Letters::new(metrics.small, Paint::Muted).anchored(Anchor::Middle);
        let widest = self.borders.iter().map(|text| canvas.width_of(text, letters)).fold(0.0, f64::max);
        let step = (scale.end - scale.start) / (self.borders.len() - 1).max(1) as f64;
        let every = ((widest + metrics.em(0.5)) / step.max(1.0)).ceil().max(1.0) as usize;
        let mut marks = Path::default();
        canvas.open_lettered(letters);
        for (at, text) in self.borders.iter().enumerate().step_by(every) {
            let x = scale.at(self.ticks.values[at]);
            marks.polyline(&[(x, floor), (x, floor + metrics.em(0.25))]);
            canvas.text((x, floor + metrics.em(0.85)), text, letters);
        }
        canvas.close_group();
        canvas.path(&marks, None, Some(Stroke::solid(Paint::Muted, metrics.hair)));
    }
}

/// A number that is pointed out: its line, and where its label stands.
struct Note {
    x: f64,
    text: String,
    text_x: f64,
    row: usize,
    letters: Letters,
    /// How far below the middle of the label its line starts, in ems.
    gap: f64,
}

impl Note {
    fn stroke(&self, canvas: &Canvas) -> Stroke {
        match self.letters.paint {
            Paint::Primary => Stroke::solid(Paint::Primary, canvas.metrics.stroke * 1.3),
            _ => Stroke::dashed(Paint::Ink, canvas.metrics.hair),
        }
    }
}

impl Distribution {
    /// The numbers pointed out, from left to right: two labels point away from each other in one row where
    /// both fit, and else stand above each other.
    fn notes(&self, canvas: &Canvas, scale: &Scale) -> Vec<Note> {
        let metrics = canvas.metrics;
        let focus =
            self.focus.as_ref().map(|note| (note, Letters::new(metrics.small, Paint::Primary).bold()));
        let reference = self.reference.as_ref().map(|note| (note, Letters::new(metrics.small, Paint::Muted)));
        let mut notes: Vec<Note> = focus
            .into_iter()
            .chain(reference)
            .map(|((value, label), letters)| {
                let x = scale.at(value.clamp(scale.low, scale.high));
                let text = canvas.look.fit(label, letters.size, letters.weight, metrics.width);
                Note { x, text, text_x: x, row: 0, letters, gap: 0.6 }
            })
            .collect();
        notes.sort_by(|one, other| one.x.total_cmp(&other.x));
        let apart = metrics.em(0.3);
        let widths: Vec<f64> = notes.iter().map(|note| canvas.width_of(&note.text, note.letters)).collect();
        if let [left, right] = notes.as_mut_slice()
            && left.x - apart >= widths[0]
            && right.x + apart + widths[1] <= metrics.width
        {
            (left.letters, left.text_x) = (left.letters.anchored(Anchor::End), left.x - apart);
            right.text_x = right.x + apart;
            (left.gap, right.gap) = (-0.5, -0.5);
            return notes;
        }
        for (row, (note, width)) in notes.iter_mut().zip(widths).enumerate() {
            let half = width / 2.0;
            note.row = row;
            note.text_x = note.x.clamp(half, (metrics.width - half).max(half));
            note.letters = note.letters.anchored(Anchor::Middle).on(Paint::Paper);
        }
        notes
    }
}
