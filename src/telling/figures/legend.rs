//! What the colours and patterns of a map mean.

use crate::telling::look::{Order, Weight};
use crate::telling::words::Words;

use super::classes::Classes;
use super::pattern::Pattern;
use super::subject::{Lack, Strong, Topic};
use super::svg::{Anchor, Canvas, Letters, Paint, Stroke};

/// One entry: a swatch and what it means.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub swatch: Swatch,
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Swatch {
    Fill(Paint),
    /// The outline of the area that the figure is about.
    Focus,
}

/// The legend of a figure.
#[derive(Clone, Debug, Default)]
pub struct Legend {
    /// Steps along a bar, from low to high, with the numbers between them.
    steps: Vec<Paint>,
    breaks: Vec<String>,
    /// What the lowest and the highest numbers are, where one end is good.
    ends: Option<[String; 2]>,
    entries: Vec<Entry>,
}

/// How many decimals it takes to write all of these.
fn fewest_decimals(breaks: &[f64], most: u8) -> u8 {
    let exact = |decimals: u8| {
        let factor = 10f64.powi(i32::from(decimals));
        breaks.iter().all(|at| ((at * factor).round() / factor - at).abs() <= at.abs() * 1e-12)
    };
    (0..most).find(|decimals| exact(*decimals)).unwrap_or(most)
}

impl Legend {
    /// Classes with names: a swatch for each, from good to bad.
    pub fn named(classes: &[(Paint, String)]) -> Legend {
        let entries =
            classes.iter().map(|(paint, text)| Entry { swatch: Swatch::Fill(*paint), text: text.clone() });
        Legend { entries: entries.collect(), ..Legend::default() }
    }

    /// Classes between numbers: a bar in steps.
    pub fn stepped(words: &Words, topic: &Topic, classes: &Classes) -> Legend {
        Legend {
            steps: (0..classes.count()).map(|at| classes.paint(at)).collect(),
            breaks: {
                let topic =
                    Topic { decimals: fewest_decimals(&classes.breaks, topic.decimals), ..topic.clone() };
                classes.breaks.iter().map(|at| topic.short_value(words, *at)).collect()
            },
            ends: (classes.order == Order::Judged && classes.count() > 1).then(|| {
                let ends = ["fig-legend-good", "fig-legend-bad"].map(|key| words.text(key));
                match classes.strong {
                    Strong::High => ends,
                    Strong::Low => {
                        let [good, bad] = ends;
                        [bad, good]
                    }
                }
            }),
            entries: Vec::new(),
        }
    }

    /// Adds the patterns that occur: named for what they stand for, in general words where that is several
    /// things.
    pub fn add_lacks(&mut self, words: &Words, lacks: &[Lack]) {
        for pattern in [Pattern::Thin, Pattern::Dots, Pattern::Wide] {
            let mut names: Vec<String> =
                lacks.iter().filter(|lack| lack.pattern() == pattern).map(|lack| lack.words(words)).collect();
            names.dedup();
            let text = match names.as_slice() {
                [] => continue,
                [one] => one.clone(),
                _ => words.text("fig-no-data"),
            };
            self.entries.push(Entry { swatch: Swatch::Fill(Paint::Pattern(pattern)), text });
        }
    }

    pub fn add_focus(&mut self, name: &str) {
        self.entries.push(Entry { swatch: Swatch::Focus, text: name.to_owned() });
    }

    /// Draws it in a box of this width and gives its height.
    pub fn draw(&self, canvas: &mut Canvas, (left, top): (f64, f64), width: f64) -> f64 {
        let metrics = canvas.metrics;
        let mut height = 0.0;
        if !self.steps.is_empty() {
            height += self.draw_steps(canvas, (left, top), width);
            if !self.entries.is_empty() {
                height += metrics.em(0.45);
            }
        }
        height + self.draw_entries(canvas, (left, top + height), width)
    }

    fn draw_steps(&self, canvas: &mut Canvas, (left, top): (f64, f64), width: f64) -> f64 {
        let metrics = canvas.metrics;
        let letters = Letters::new(metrics.small, Paint::Ink);
        let widest = self.breaks.iter().map(|text| canvas.width_of(text, letters)).fold(0.0, f64::max)
            + metrics.em(0.8);
        let words = self.ends.iter().flatten().map(|text| canvas.width_of(text, letters));
        let words = words.sum::<f64>() + metrics.em(0.8);
        let count = self.steps.len() as f64;
        let step = widest.max(metrics.em(3.0)).max(words / count).min(width / count);
        let tall = metrics.em(0.8);
        let mut head = 0.0;
        if let Some([low, high]) = &self.ends {
            // the bar is at least as wide as these words
            let end = left + step * count;
            canvas.text((left, top + metrics.small * 0.6), low, letters);
            canvas.text((end, top + metrics.small * 0.6), high, letters.anchored(Anchor::End));
            head = metrics.small * 1.35;
        }
        let top = top + head;
        for (at, paint) in self.steps.iter().enumerate() {
            canvas.rect((left + step * at as f64, top), (step, tall), *paint, None);
        }
        // The quietest step is close to paper: a frame holds the bar together.
        let whole = step * self.steps.len() as f64;
        canvas.rect(
            (left, top),
            (whole, tall),
            Paint::Clear,
            Some(Stroke::solid(Paint::Faint, metrics.hair * 0.8)),
        );
        if self.breaks.is_empty() {
            return head + tall;
        }
        for (at, text) in self.breaks.iter().enumerate() {
            let x = left + step * (at + 1) as f64;
            canvas.line(
                (x, top),
                (x, top + tall + metrics.em(0.2)),
                Stroke::solid(Paint::Muted, metrics.hair),
            );
            canvas.text((x, top + tall + metrics.em(0.75)), text, letters.anchored(Anchor::Middle));
        }
        head + tall + metrics.em(1.3)
    }

    fn draw_entries(&self, canvas: &mut Canvas, (left, top): (f64, f64), width: f64) -> f64 {
        if self.entries.is_empty() {
            return 0.0;
        }
        let metrics = canvas.metrics;
        let letters = Letters::new(metrics.small, Paint::Ink);
        let (wide, tall) = (metrics.em(1.3), metrics.em(0.85));
        let (gap, line) = (metrics.em(0.4), metrics.line());
        let (mut x, mut y) = (left, top);
        for entry in &self.entries {
            let text = canvas.look.fit(&entry.text, letters.size, Weight::Regular, width - wide - gap);
            let needed = wide + gap + canvas.width_of(&text, letters);
            if x > left && x + needed > left + width {
                (x, y) = (left, y + line);
            }
            let frame = Stroke::solid(Paint::Faint, metrics.hair * 0.8);
            match entry.swatch {
                Swatch::Fill(paint) => {
                    canvas.rect((x, y + (line - tall) / 2.0), (wide, tall), paint, Some(frame))
                }
                Swatch::Focus => {
                    let stroke = Stroke::solid(Paint::Primary, metrics.stroke * 1.4);
                    let inset = stroke.width / 2.0;
                    canvas.rect(
                        (x + inset, y + (line - tall) / 2.0 + inset),
                        (wide - stroke.width, tall - stroke.width),
                        Paint::Clear,
                        Some(stroke),
                    );
                }
            }
            canvas.text((x + wide + gap, y + line / 2.0), &text, letters);
            x += needed + metrics.em(1.1);
        }
        y + line - top
    }
}
