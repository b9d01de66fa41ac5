//! Years in which something happened: what must be said where a year is held against another.

use crate::index::IndexId;
use crate::input::settings::{Event, Reference};
use crate::model::atlas::{IndicatorId, Period};
use crate::telling::figures::Studio;
use crate::telling::words::Arg;

/// A sentence for each of the years that one of the events of an indicator is of.
pub fn of_indicator(studio: &Studio<'_>, indicator: IndicatorId, years: &[Period]) -> Vec<String> {
    cautions(studio, years, |event| event.is_of(usize::from(indicator.0)))
}

/// The same of an index; the year that all years are held against is one of them.
pub fn of_index(studio: &Studio<'_>, id: IndexId, years: &[Period]) -> Vec<String> {
    let index = &studio.scores.indices[id.0];
    let mut years = years.to_vec();
    if let Reference::Period(base) = studio.settings.indices[id.0].reference {
        years.push(base);
    }
    cautions(studio, &years, |event| index.indicators.iter().any(|it| event.is_of(usize::from(it.0))))
}

fn cautions(studio: &Studio<'_>, years: &[Period], is_of: impl Fn(&Event) -> bool) -> Vec<String> {
    let words = studio.words;
    let mut years = years.to_vec();
    years.sort_unstable();
    years.dedup();
    let one = |year: &Period| {
        let events = studio.settings.site.events.iter().filter(|event| is_of(event));
        let event = { events }.find(|event| (event.year..=event.until).contains(year))?;
        let (year, name) = (year.to_string(), event.name.get(words.language()));
        Some(words.text_with("change-unusual", &[("year", Arg::Text(&year)), ("event", Arg::Text(name))]))
    };
    years.iter().filter_map(one).collect()
}
