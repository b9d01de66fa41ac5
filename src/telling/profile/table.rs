//! The table of all indicators of an area.

use crate::input::settings::Measure;
use crate::model::atlas::{AreaId, Reading};
use crate::telling::figures::Studio;
use crate::telling::profile::compare::{Beside, Fact, rest_name, shown};
use crate::telling::profile::draw_up::notes;
use crate::telling::profile::{IndicatorTable, Mark, Row, RowGroup};
use crate::telling::words::Arg;

/// A row for each indicator, known or not, by theme.
pub fn table(studio: &Studio<'_>, beside: Beside, facts: &[Fact]) -> IndicatorTable {
    let words = studio.words;
    let language = words.language();
    let name = |area: AreaId| studio.atlas.area(area).name.clone();
    let mut head = vec![words.text("table-indicator"), words.text("table-period"), name(beside.area)];
    head.extend(rest_name(studio, beside));
    head.extend(beside.parent.map(name));
    head.extend(beside.whole.map(name));
    if let Some(whole) = beside.whole {
        head.push(words.text_with("table-compared", &[("whole", Arg::Text(&name(whole)))]));
    }
    let mut groups: Vec<RowGroup> = Vec::new();
    for (at, theme) in studio.settings.themes.iter().enumerate() {
        let own = facts.iter().filter(|fact| studio.atlas.indicator(fact.indicator).theme == Some(at));
        let rows: Vec<Row> = own.map(|fact| row(studio, beside, fact)).collect();
        if !rows.is_empty() {
            groups.push(RowGroup { name: theme.name.get(language).to_owned(), rows });
        }
    }
    let caption = words.text_with("table-caption", &[("name", Arg::Text(&name(beside.area)))]);
    IndicatorTable { caption, head, period: None, groups }
}

fn row(studio: &Studio<'_>, beside: Beside, fact: &Fact) -> Row {
    let words = studio.words;
    let texts = fact.texts(studio);
    let unit = texts.unit.get(words.language());
    let is_size = texts.measure == Measure::Count;
    let name = if is_size { fact.name(studio) } else { with_unit(&fact.name(studio), unit) };
    // the unit stands once, beside the name
    let number = |reading: Reading| match reading {
        Reading::Value { value, .. } => words.number(value, texts.decimals),
        Reading::Absent(_) => shown(studio, texts, reading),
    };
    let mut cells = vec![fact.period.to_string(), number(fact.reading)];
    if beside.rest.is_some() {
        cells.push(fact.rest.map(number).unwrap_or_default());
    }
    if beside.parent.is_some() {
        cells.push(fact.parent.map(number).unwrap_or_default());
    }
    if beside.whole.is_some() {
        cells.push(fact.whole.map(number).unwrap_or_default());
    }
    let word = match fact.mark {
        Mark::Better => words.text("mark-better"),
        Mark::Worse => words.text("mark-worse"),
        Mark::Higher if studio.is_distance(fact.indicator) => words.text("mark-further"),
        Mark::Lower if studio.is_distance(fact.indicator) => words.text("mark-nearer"),
        Mark::Higher => words.text("mark-higher"),
        Mark::Lower => words.text("mark-lower"),
        Mark::Same => words.text("mark-same"),
        Mark::None => String::new(),
    };
    let interval = fact.margin.and_then(|margin| margin.interval);
    Row {
        name,
        cells,
        word,
        mark: fact.mark,
        interval: fact.interval(studio),
        interval_in_print: interval.map(|interval| studio.from_to(fact.indicator, interval)),
        notes: notes(studio, fact),
        is_size,
    }
}

/// "Laag inkomen (%)"; a short unit stays on the line of the word before it.
fn with_unit(name: &str, unit: &str) -> String {
    match unit.trim() {
        "" => name.to_owned(),
        unit if unit.chars().count() <= 2 => format!("{name}\u{a0}({unit})"),
        unit => format!("{name} ({unit})"),
    }
}
