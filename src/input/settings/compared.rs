//! `[[compare]]` of an index: figures outside it that its scores are held against.

use crate::diagnostic::Place;
use crate::input::settings::Text;
use crate::input::settings::problem::Problem;
use crate::input::settings::reader::{Section, Value};

/// A figure with which scores may go together.
#[derive(Clone, Debug)]
pub struct Compared {
    /// By its position.
    pub indicator: usize,
    /// Why it goes together with the index of itself, where its author knows that it does.
    pub overlaps: Option<Text>,
    pub weighting: Weighting,
    pub place: Place,
}

/// What weighs the same in a correlation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weighting {
    /// Every area.
    Areas,
    /// Everyone who lives in one.
    People,
}

/// In the order in which they are written.
pub fn read(value: &Value<'_>, indicators: &[String]) -> Vec<Compared> {
    let mut found: Vec<Compared> = Vec::new();
    for value in value.list().unwrap_or_default() {
        let Some(table) = value.table() else { continue };
        let Some(compared) = compared(&table, indicators) else {
            table.finish();
            continue;
        };
        if found.iter().any(|earlier| earlier.indicator == compared.indicator) {
            table.file.problem(Problem::Conflict {
                place: compared.place.clone(),
                message: format!("the index is compared with `{}` twice", indicators[compared.indicator]),
                hint: "leave one of them out".to_owned(),
            });
        } else {
            found.push(compared);
        }
        table.finish();
    }
    found
}

fn compared(table: &Section<'_>, indicators: &[String]) -> Option<Compared> {
    let indicator = table.require("indicator", "indicator = \"opkomst\"");
    let place = indicator.as_ref().map(Value::place);
    let indicator =
        indicator.and_then(|value| value.reference("indicator", "data/indicators.toml", indicators));
    let overlaps = table.get("overlaps").and_then(|value| value.readers_text());
    let weighting = match table.get("weighted").and_then(|value| value.truth()) {
        Some(true) => Weighting::People,
        Some(false) | None => Weighting::Areas,
    };
    Some(Compared { indicator: indicator?, overlaps, weighting, place: place? })
}
