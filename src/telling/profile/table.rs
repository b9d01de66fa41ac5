//! The table of all indicators of an area.

use crate::input::settings::Measure;
use crate::model::atlas::{AreaId, Reading};
use crate::telling::figures::Studio;
use crate::telling::profile::compare::{Beside, Fact, rest_name, shown};
use crate::telling::profile::sentences::lower_first;
use crate::telling::profile::{IndicatorTable, Mark, Row, RowGroup};
use crate::telling::words::Arg;

/// Which indicators have a row.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Rows {
    All,
    /// Those that are known of the area.
    Known,
}

/// A row for each indicator, by theme.
pub fn table(studio: &Studio<'_>, beside: Beside, facts: &[Fact], wanted: Rows) -> IndicatorTable {
    let words = studio.words;
    let language = words.language();
    let name = |area: AreaId| studio.atlas.area(area).name.clone();
    let mut head = vec![words.text("table-indicator"), words.text("table-period"), name(beside.area)];
    head.extend(rest_name(studio, beside));
    head.extend(beside.parent.map(name));
    head.extend(beside.whole.map(name));
    if let Some(whole) = beside.whole.filter(|_| facts.iter().any(|fact| fact.mark != Mark::None)) {
        head.push(words.text_with("table-compared", &[("whole", Arg::Text(&name(whole)))]));
    }
    let mut groups: Vec<RowGroup> = Vec::new();
    for (at, theme) in studio.settings.themes.iter().enumerate() {
        let is_shown = |fact: &Fact| wanted == Rows::All || fact.reading.value().is_some();
        let own = facts.iter().filter(|fact| studio.atlas.indicator(fact.indicator).theme == Some(at));
        let own = own.filter(|fact| is_shown(fact));
        let rows: Vec<Row> = own.map(|fact| row(studio, beside, fact)).collect();
        if !rows.is_empty() {
            groups.push(RowGroup { name: theme.name.get(language).to_owned(), rows });
        }
    }
    let caption = words.text_with("table-caption", &[("name", Arg::Text(&name(beside.area)))]);
    IndicatorTable { caption, head, period: None, groups, notes: Vec::new(), indices: Vec::new() }
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
        notes: [fact.notes(studio), notes_on_others(studio, beside, fact)].concat(),
        is_size,
        plain_name: lower_first(&fact.name(studio)),
        is_known: fact.reading.value().is_some(),
    }
}

/// "de rest van Heerlen: berekend uit 7 van de 10 wijken": what a number beside it is of, where that is not all of
/// the area.
fn notes_on_others(studio: &Studio<'_>, beside: Beside, fact: &Fact) -> Vec<String> {
    let name = |area: AreaId| studio.atlas.area(area).name.clone();
    let rest = beside.rest.zip(rest_name(studio, beside));
    let above = [beside.parent, beside.whole].into_iter().flatten().map(|area| (area, name(area)));
    let others = rest.into_iter().chain(above);
    let notes = others.filter_map(|(area, name)| {
        let note = studio.in_part(fact.indicator, area, fact.period)?;
        let args = [("area", Arg::Text(name.as_str())), ("note", Arg::Text(&note))];
        Some(studio.words.text_with("note-on-other", &args))
    });
    notes.collect()
}

/// "Laag inkomen (%)"; a short unit stays on the line of the word before it.
fn with_unit(name: &str, unit: &str) -> String {
    match unit.trim() {
        "" => name.to_owned(),
        unit if unit.chars().count() <= 2 => format!("{name}\u{a0}({unit})"),
        unit => format!("{name} ({unit})"),
    }
}
