//! Many areas counted in steps: how many have which numbers, without a name but that in focus.

use crate::telling::words::Words;

use super::scale::{Scale, Ticks, ticks};
use super::subject::Topic;
use super::svg::{Anchor, Canvas, Letters, Paint, Path, Stroke};
use super::upright::{self, Kept};

/// About how many steps the numbers are counted in.
const STEPS: usize = 10;

/// The scale ends at about this share of the numbers, and one bar counts the others, ...
const TAIL: f64 = 0.99;
/// ... where they would take up more than this many times the room.
const LONG: f64 = 1.5;

#[derive(Clone, Debug)]
pub struct Distribution {
    /// The borders of the steps.
    ticks: Ticks,
    borders: Vec<String>,
    /// The borders in thousands, and what says so, where they are whole thousands.
    thousands: Option<(Vec<String>, String)>,
    counts: Vec<usize>,
    /// The counts in words.
    labels: Vec<String>,
    /// How many are beyond the last step, in words, and what stands under their bar.
    beyond: Option<(usize, String, String)>,
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
        let mut sorted = values.to_vec();
        sorted.sort_by(f64::total_cmp);
        let (low, high) = (sorted[0], sorted[sorted.len() - 1]);
        let tail = sorted[((sorted.len() - 1) as f64 * TAIL) as usize];
        let is_long = high - low > LONG * (tail - low) && tail > low;
        let ticks = ticks(low, if is_long { tail } else { high }, STEPS);
        let last = ticks.values.len() - 2;
        let mut counts = vec![0; last + 1];
        let is_beyond = |value: &&f64| is_long && **value > ticks.high();
        for value in values.iter().filter(|value| !is_beyond(value)) {
            let below = ticks.values.iter().filter(|tick| *tick <= value).count();
            counts[below.saturating_sub(1).min(last)] += 1;
        }
        let beyond = values.iter().filter(is_beyond).count();
        let unit = if topic.has_short_unit() { topic.unit.as_str() } else { "" };
        let borders = ticks.values.iter().map(|tick| words.value(*tick, unit, ticks.decimals));
        let is_thousands = ticks.high() >= 10_000.0 && ticks.values.iter().all(|tick| tick % 1000.0 == 0.0);
        let thousands = is_thousands.then(|| {
            let short = ticks.values.iter().map(|tick| words.number(tick / 1000.0, 0));
            (short.collect(), format!("× {}", words.value(1000.0, unit, 0)))
        });
        Distribution {
            borders: borders.collect(),
            thousands,
            labels: counts.iter().map(|count| words.number(*count as f64, 0)).collect(),
            beyond: (beyond > 0).then(|| (beyond, words.number(beyond as f64, 0), words.text("fig-beyond"))),
            ticks,
            counts,
            reference,
            focus,
        }
    }

    /// From one border to the next, in words.
    pub fn step(&self, words: &Words, topic: &Topic) -> String {
        let topic = Topic { decimals: self.ticks.decimals, ..topic.clone() };
        let step = self.ticks.values[1] - self.ticks.values[0];
        if topic.unit == "%" { words.points(step, topic.decimals) } else { topic.value(words, step) }
    }

    /// Whether the last bar counts all that is beyond the scale.
    pub fn has_beyond(&self) -> bool {
        self.beyond.is_some()
    }

    pub fn draw(&self, canvas: &mut Canvas) -> f64 {
        let metrics = canvas.metrics;
        let letters = Letters::new(metrics.small, Paint::Ink);
        let borders = self.written(canvas);
        let edge = borders.first().map_or(0.0, |text| canvas.width_of(text, letters) / 2.0);
        let far = borders.last().map_or(0.0, |text| canvas.width_of(text, letters) / 2.0).max(metrics.hair);
        let air = metrics.em(0.5);
        // what is beyond the scale has a bar apart from the others, as wide as they are, or as its word asks
        let count = self.counts.len() as f64;
        let extra = self.beyond.as_ref().map_or(0.0, |(_, _, more)| {
            let word = canvas.width_of(more, letters) + far;
            word.max((metrics.width - edge - air) / (count + 1.0))
        });
        let right = if self.beyond.is_some() { air + extra } else { far };
        let scale =
            Scale { low: self.ticks.low(), high: self.ticks.high(), start: edge, end: metrics.width - right };
        let notes = self.notes(canvas, &scale);
        let rows = notes.iter().map(|note| note.row + 1).max().unwrap_or(0);
        let head = rows as f64 * metrics.line() + metrics.line() * 0.9;
        let floor = head + metrics.em(9.0);
        let beyond = self.beyond.as_ref().map(|(count, _, _)| *count);
        let most = self.counts.iter().copied().chain(beyond).max().unwrap_or(1).max(1) as f64;
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
                counts.push((above, self.labels[at].as_str()));
            }
        }
        if let Some((count, label, _)) = &self.beyond {
            let (left, tall) = (scale.end + air, height(*count));
            canvas.plain_rect((left, floor - tall), (extra - metrics.hair, tall));
            counts.push(((left + extra / 2.0, floor - tall - metrics.small * 0.6), label.as_str()));
        }
        canvas.close_group();
        canvas.line((scale.start, floor), (scale.end, floor), Stroke::solid(Paint::Muted, metrics.hair));
        let mut bottom = floor + metrics.line() * 1.1;
        if let Some((_, _, more)) = &self.beyond {
            let left = scale.end + air;
            canvas.line((left, floor), (left + extra, floor), Stroke::solid(Paint::Muted, metrics.hair));
            let under = Letters::new(metrics.small, Paint::Muted).anchored(Anchor::End);
            canvas.text((metrics.width, floor + metrics.em(0.85)), more, under);
        }
        self.draw_borders(canvas, &scale, floor, &borders);
        if let Some((_, times)) = self.thousands.as_ref().filter(|(short, _)| *short == borders) {
            let under = Letters::new(metrics.small, Paint::Muted).anchored(Anchor::End);
            canvas.text((metrics.width, floor + metrics.em(0.85) + metrics.line()), times, under);
            bottom += metrics.line();
        }
        let numbers: Vec<Kept> = counts
            .iter()
            .map(|((x, y), label)| {
                let half = canvas.width_of(label, letters) / 2.0;
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
        for (above, label) in counts {
            canvas.text(above, label, letters.on(Paint::Paper));
        }
        canvas.close_group();
        bottom
    }

    /// The borders as they are written: in thousands, where all are and else not all would fit.
    fn written(&self, canvas: &Canvas) -> Vec<String> {
        let letters = Letters::new(canvas.metrics.small, Paint::Muted);
        let widest = self.borders.iter().map(|text| canvas.width_of(text, letters)).fold(0.0, f64::max);
        let count = self.borders.len() + usize::from(self.beyond.is_some());
        let is_narrow = (widest + canvas.metrics.em(0.5)) * count as f64 > canvas.metrics.width;
        match &self.thousands {
            Some((short, _)) if is_narrow => short.clone(),
            _ => self.borders.clone(),
        }
    }

    /// A mark at each border, and as many numbers as fit beside each other, always every so many.
    fn draw_borders(&self, canvas: &mut Canvas, scale: &Scale, floor: f64, borders: &[String]) {
        let metrics = canvas.metrics;
        let letters = Letters::new(metrics.small, Paint::Muted).anchored(Anchor::Middle);
        let widest = borders.iter().map(|text| canvas.width_of(text, letters)).fold(0.0, f64::max);
        let step = (scale.end - scale.start) / (borders.len() - 1).max(1) as f64;
        let every = ((widest + metrics.em(0.4)) / step.max(1.0)).ceil().max(1.0) as usize;
        let mut marks = Path::default();
        canvas.open_lettered(letters);
        for (at, text) in borders.iter().enumerate() {
            let x = scale.at(self.ticks.values[at]);
            marks.polyline(&[(x, floor), (x, floor + metrics.em(0.25))]);
            if at % every == 0 {
                canvas.text((x, floor + metrics.em(0.85)), text, letters);
            }
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
