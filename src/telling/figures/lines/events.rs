//! What happened in some of the years: a thin dashed line each, or a band over several years, with a label above
//! where there is room for one.

use crate::input::settings::Event;
use crate::model::atlas::{AreaId, IndicatorId, Period};
use crate::telling::figures::Studio;
use crate::telling::figures::frame::Ends;
use crate::telling::figures::scale::Scale;
use crate::telling::figures::svg::{Anchor, Canvas, Letters, Paint, Stroke};
use crate::telling::words::Arg;

/// Marks on the axis of years, in order of time.
#[derive(Clone, Debug, Default)]
pub struct Events {
    marks: Vec<Mark>,
    /// All of them in a sentence; empty where there are none.
    pub sentence: String,
    /// Those that are not of all figures, and so not named once for several; empty where there are none.
    pub own: String,
}

#[derive(Clone, Debug)]
struct Mark {
    year: Period,
    /// Its last year, as far as the figure goes.
    until: Period,
    label: String,
}

/// The events in the years of a figure.
pub fn events<'a>(studio: &Studio, told: impl Iterator<Item = &'a Event>, periods: &[Period]) -> Events {
    let words = studio.words;
    let (Some(first), Some(last)) = (periods.first(), periods.last()) else { return Events::default() };
    let is_seen = |event: &&Event| event.year <= *last && event.until >= *first;
    let seen: Vec<&Event> = told.filter(is_seen).collect();
    if seen.is_empty() {
        return Events::default();
    }
    let text = |key: &str, event: &Event| {
        let year = event.years();
        let name = event.name.get(words.language());
        words.text_with(key, &[("year", Arg::Text(&year)), ("event", Arg::Text(name))])
    };
    let marks = seen.iter().map(|event| Mark {
        year: event.year.max(*first),
        until: event.until.min(*last),
        label: text("fig-event", event),
    });
    let said = |seen: &[&Event]| {
        let (long, short): (Vec<&Event>, Vec<&Event>) =
            seen.iter().copied().partition(|event| event.until > event.year);
        let said = [("fig-events", short), ("fig-events-long", long)].map(|(key, seen)| {
            let list: Vec<String> = seen.iter().map(|event| text("fig-event-item", event)).collect();
            let args = [("count", Arg::Count(seen.len())), ("list", Arg::Text(&words.list(&list)))];
            (!seen.is_empty()).then(|| words.text_with(key, &args))
        });
        said.into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    let own: Vec<&Event> = seen.iter().filter(|event| event.indicators.is_some()).copied().collect();
    Events { marks: marks.collect(), sentence: said(&seen), own: said(&own) }
}

/// The events that are of all figures and in the years of any of these lines.
pub fn of_all(studio: &Studio, indicators: &[IndicatorId], area: AreaId) -> Option<String> {
    let known = |id: &IndicatorId| {
        let years = studio.atlas.periods(*id);
        let mut years = years.filter(|year| studio.atlas.reading(area, *id, *year).value().is_some());
        let first = years.next()?;
        Some((first, years.next_back().unwrap_or(first)))
    };
    let spans: Vec<(Period, Period)> = indicators.iter().filter_map(known).collect();
    let years = [spans.iter().map(|(first, _)| *first).min()?, spans.iter().map(|(_, last)| *last).max()?];
    let told = studio.settings.site.events.iter().filter(|event| event.indicators.is_none());
    Some(events(studio, told, &years).sentence).filter(|sentence| !sentence.is_empty())
}

/// A label in its row above the years.
struct Placed {
    text: String,
    middle: f64,
    row: usize,
}

impl Events {
    /// How much room the labels take above the years.
    pub fn height(&self, canvas: &Canvas, across: &Scale) -> f64 {
        let rows = self.place(canvas, across).iter().map(|label| label.row + 1).max().unwrap_or(0);
        rows as f64 * row(canvas)
    }

    /// The years of those that took several, beneath everything else.
    pub fn draw_bands(&self, canvas: &mut Canvas, across: &Scale, top: f64, floor: f64) {
        for mark in self.marks.iter().filter(|mark| mark.until > mark.year) {
            let (from, to) = (across.at(f64::from(mark.year)), across.at(f64::from(mark.until)));
            canvas.rect((from, top), (to - from, floor - top), Paint::Tint, None);
        }
    }

    /// Below the lines of the figure; the labels stand between the top of the canvas and `top`, and never
    /// over what is written at the ends of the lines.
    pub fn draw(&self, canvas: &mut Canvas, across: &Scale, top: f64, floor: f64) {
        if self.marks.is_empty() {
            return;
        }
        let metrics = canvas.metrics;
        for mark in self.marks.iter().filter(|mark| mark.until <= mark.year) {
            let x = across.at(f64::from(mark.year));
            canvas.line((x, top), (x, floor), Stroke::dashed(Paint::Muted, metrics.hair * 0.8));
        }
        let labels = self.place(canvas, across);
        if labels.is_empty() {
            return;
        }
        let letters = letters(canvas);
        canvas.open_lettered(letters);
        for label in labels {
            canvas.text((label.middle, (label.row as f64 + 0.5) * row(canvas)), &label.text, letters);
        }
        canvas.close_group();
    }

    /// Each over its line as far as the width allows, and in a row of its own where it would touch another.
    fn place(&self, canvas: &Canvas, across: &Scale) -> Vec<Placed> {
        // a small figure has no room for words: they stand in what is said of it
        if canvas.metrics.ends == Ends::Valued {
            return Vec::new();
        }
        let letters = letters(canvas);
        let mut ends: Vec<f64> = Vec::new();
        let place = |mark: &Mark| {
            let text = canvas.look.fit(&mark.label, letters.size, letters.weight, across.end);
            let half = canvas.width_of(&text, letters) / 2.0;
            let year = f64::from(mark.year + mark.until) / 2.0;
            let middle = across.at(year).min(across.end - half).max(half);
            let is_free = |end: &f64| end + canvas.metrics.em(0.8) <= middle - half;
            let row = ends.iter().position(is_free).unwrap_or(ends.len());
            if row == ends.len() {
                ends.push(0.0);
            }
            ends[row] = middle + half;
            Placed { text, middle, row }
        };
        self.marks.iter().map(place).collect()
    }
}

fn letters(canvas: &Canvas) -> Letters {
    Letters::new(canvas.metrics.small, Paint::Muted).anchored(Anchor::Middle)
}

fn row(canvas: &Canvas) -> f64 {
    canvas.metrics.small * 1.35
}
