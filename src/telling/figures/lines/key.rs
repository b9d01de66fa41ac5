//! Which line is whose: once for a row of years that are drawn too small to name their lines.

use crate::model::atlas::{AreaId, IndicatorId};
use crate::telling::figures::svg::{Canvas, Letters, Paint, Stroke};
use crate::telling::figures::table::Table;
use crate::telling::figures::tell::name;
use crate::telling::figures::{Drawing, Reckoned, Studio};
use crate::telling::words::Arg;

use super::events::of_all;
use super::{Role, context};

/// A key is as wide as a page of paper, whatever the frame of its lines.
pub const WIDTH: f64 = 510.0;

/// How long a sample of a line is, in ems.
const SAMPLE: f64 = 2.2;

/// The share of the width that events may take.
const EVENTS: f64 = 0.5;

#[derive(Clone)]
pub struct Key {
    entries: Vec<(Role, String)>,
    /// What happened, and when.
    events: Vec<String>,
}

pub fn reckon<'a>(studio: Studio<'a>, area: AreaId, indicators: &[IndicatorId]) -> Reckoned<'a> {
    let words = studio.words;
    let entries: Vec<(Role, String)> = context(&studio, area)
        .into_iter()
        .map(|(area, role)| (role, name(&studio, area).to_owned()))
        .collect();
    let told: Vec<String> = entries
        .iter()
        .map(|(role, name)| {
            let key = match role {
                Role::Area => "fig-key-area",
                Role::Parent => "fig-key-parent",
                Role::Whole => "fig-key-whole",
            };
            words.text_with(key, &[("name", Arg::Text(name))])
        })
        .collect();
    let known = |id: &IndicatorId| {
        let years = studio.atlas.periods(*id);
        let years = years.filter(|period| studio.atlas.reading(area, *id, *period).value().is_some());
        let years: Vec<i32> = years.collect();
        Some((*years.first()?, *years.last()?))
    };
    let spans: Vec<(i32, i32)> = indicators.iter().filter_map(known).collect();
    let first = spans.iter().map(|(first, _)| *first).min();
    let last = spans.iter().map(|(_, last)| *last).max();
    let events = first.zip(last).map(|(first, last)| of_all(&studio, first..=last)).unwrap_or_default();
    let mut sentence = words.text_with("fig-key", &[("lines", Arg::Text(&words.list(&told)))]);
    if !events.is_empty() {
        let args = [("count", Arg::Count(events.len())), ("list", Arg::Text(&words.list(&events)))];
        sentence = format!("{sentence} {}", words.text_with("fig-events", &args));
    }
    Reckoned {
        title: String::new(),
        subtitle: String::new(),
        sentence,
        guide: None,
        table: Table::default(),
        source: None,
        studio,
        drawing: Drawing::Key(Key { entries, events }),
    }
}

impl Key {
    pub fn draw(&self, canvas: &mut Canvas) -> f64 {
        let metrics = canvas.metrics;
        let middle = metrics.line() / 2.0;
        let indent = metrics.em(SAMPLE + 0.5);
        let plain = Letters::new(metrics.text, Paint::Ink);
        let most = metrics.width * EVENTS / self.events.len().max(1) as f64 - metrics.em(2.0);
        let events: Vec<String> = (self.events.iter())
            .map(|event| canvas.look.fit(event, plain.size, plain.weight, most))
            .collect();
        let taken: f64 = events.iter().map(|event| canvas.width_of(event, plain) + metrics.em(2.0)).sum();
        let room = (metrics.width - taken) / self.entries.len().max(1) as f64 - metrics.em(1.6);
        let mut x = 0.0;
        for (role, name) in &self.entries {
            canvas.line((x, middle), (x + metrics.em(SAMPLE), middle), role.stroke(&metrics));
            if *role == Role::Area {
                let dot = role.stroke(&metrics).paint;
                canvas.circle((x + metrics.em(SAMPLE / 2.0), middle), metrics.stroke * 2.1, dot, None);
            }
            let letters = if *role == Role::Area { plain.bold() } else { plain };
            let text = canvas.look.fit(name, letters.size, letters.weight, room - indent);
            canvas.text((x + indent, middle), &text, letters);
            x += indent + canvas.width_of(&text, letters) + metrics.em(1.6);
        }
        for event in events {
            let mark = Stroke::dashed(Paint::Muted, metrics.hair * 0.8);
            canvas.line((x, middle - metrics.em(0.5)), (x, middle + metrics.em(0.5)), mark);
            canvas.text((x + metrics.em(0.5), middle), &event, plain);
            x += canvas.width_of(&event, plain) + metrics.em(2.0);
        }
        metrics.line()
    }
}
