//! `[[events]]` of `site.toml`: what happened in a year, and which figures it may have moved.

use crate::input::settings::Text;
use crate::input::settings::reader::{Section, Value};

/// Something that readers should know of when they look at the years around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    pub year: i32,
    /// The last year of it; `year` where it is of one.
    pub until: i32,
    pub name: Text,
    /// By position, in order; all indicators where none is named.
    pub indicators: Option<Vec<usize>>,
}

impl Event {
    /// Whether the figures of an indicator are marked with it.
    pub fn is_of(&self, indicator: usize) -> bool {
        self.indicators.as_ref().is_none_or(|named| named.contains(&indicator))
    }

    /// "2020", or "2020–2022".
    pub fn years(&self) -> String {
        if self.until > self.year { format!("{}–{}", self.year, self.until) } else { self.year.to_string() }
    }
}

/// In order of time, and within a year in the order in which they are written.
pub fn read(value: &Value<'_>, indicators: &[String]) -> Vec<Event> {
    let tables = value.list().unwrap_or_default();
    let mut events: Vec<Event> = tables
        .iter()
        .filter_map(|value| {
            let table = value.table()?;
            let event = event(&table, indicators);
            table.finish();
            event
        })
        .collect();
    events.sort_by_key(|event| event.year);
    events
}

fn event(table: &Section<'_>, indicators: &[String]) -> Option<Event> {
    let year = table.require("year", "year = 2020").and_then(|value| value.year());
    let until = table.get("until").and_then(|value| {
        let until = value.year()?;
        if year.is_some_and(|year| until < year) {
            value.out_of_range("the year of the event, or a later one");
        }
        Some(until)
    });
    let name = table
        .require("name", "name = { nl = \"coronapandemie\", en = \"COVID-19 pandemic\" }")
        .and_then(|value| value.readers_text());
    let named = table.get("indicators").map(|value| {
        let all = value.list().unwrap_or_default();
        if all.is_empty() && value.is_list() {
            value.out_of_range("a list with at least one indicator");
        }
        let one = |value: &Value<'_>| value.reference("indicator", "data/indicators.toml", indicators);
        let mut named: Vec<usize> = all.iter().filter_map(one).collect();
        named.sort_unstable();
        named.dedup();
        named
    });
    Some(Event { year: year?, until: until.or(year)?, name: name?, indicators: named })
}
