//! Whether areas with the worst scores catch up or lag: what the page of an index tells of it.

use serde::Serialize;

use crate::index::IndexId;
use crate::index::speeds::{Choice, Conclusion, ERRORS, Group, Speeds, speeds};
use crate::telling::figures::{Cell, Head, Studio, Table};
use crate::telling::words::Arg;

/// The speeds of the worst and the best areas of an index.
#[derive(Clone, Debug, Serialize)]
pub struct SpeedsProfile {
    pub heading: String,
    /// What may be concluded, or that nothing may be; how it was looked at; how far scores lie apart.
    pub sentences: Vec<String>,
    pub table: Table,
}

/// As many decimals as figures of an index have.
const DECIMALS: u8 = 2;

/// Absent where it cannot be told: the index has no points or no years to compare, or too few areas.
pub fn speeds_profile(studio: &Studio<'_>, id: IndexId) -> Option<SpeedsProfile> {
    let speeds = speeds(&studio.scores.indices[id.0])?;
    let told = Told { studio, id, speeds: &speeds };
    let conclusion = match speeds.conclusion {
        Some(Conclusion::CatchingUp) => "speeds-catching-up",
        Some(Conclusion::Lagging) => "speeds-lagging",
        Some(Conclusion::SameSpeed) => "speeds-same",
        None => "speeds-none",
    };
    Some(SpeedsProfile {
        heading: told.text("index-speeds", &[]),
        sentences: vec![
            told.text(conclusion, &[]),
            told.spread(),
            told.text("speeds-how", &[]),
            told.text("speeds-caution", &[]),
        ],
        table: told.table(),
    })
}

struct Told<'a> {
    studio: &'a Studio<'a>,
    id: IndexId,
    speeds: &'a Speeds,
}

impl Told<'_> {
    fn text(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let language = self.studio.words.language();
        let level = &self.studio.settings.levels[self.studio.settings.indices[self.id.0].level];
        let (start, end) = (self.speeds.start.to_string(), self.speeds.end.to_string());
        let common = [
            ("part", Arg::Text(level.name.get(language))),
            ("parts", Arg::Text(level.plural.get(language))),
            ("count", Arg::Count(self.speeds.areas)),
            ("start", Arg::Text(&start)),
            ("end", Arg::Text(&end)),
        ];
        self.studio.words.text_with(key, &[&common[..], args].concat())
    }

    /// "De scores lagen in 2014 0,80 uiteen, en in 2024 0,82."
    fn spread(&self) -> String {
        let words = self.studio.words;
        let item = |(period, deviation): &(i32, f64)| {
            let (year, value) = (period.to_string(), words.number(*deviation, DECIMALS));
            words.text_with("speeds-spread-item", &[("year", Arg::Text(&year)), ("value", Arg::Text(&value))])
        };
        let items: Vec<String> = self.speeds.spread.iter().map(item).collect();
        self.text("speeds-spread", &[("list", Arg::Text(&words.list(&items)))])
    }

    fn table(&self) -> Table {
        let words = self.studio.words;
        let mut head = vec![Head::names(words.text("speeds-head-group"))];
        let keys = ["speeds-head-start", "speeds-head-end", "speeds-head-mean"];
        head.extend(keys.map(|key| Head::numbers(self.text(key, &[]))));
        let row = |key: &str, group: fn(&Choice) -> Group| -> Vec<Cell> {
            let changes =
                self.speeds.choices.iter().map(|choice| words.number(group(choice).change, DECIMALS));
            let name = self.text(key, &[]);
            [name].into_iter().chain(changes).map(Cell::known).collect()
        };
        let mut rows = vec![
            row("speeds-worst", |choice| choice.worst),
            row("speeds-middle", |choice| choice.middle),
            row("speeds-best", |choice| choice.best),
        ];
        let differences = self.speeds.choices.iter().map(|choice| {
            let difference = words.number(choice.difference, DECIMALS);
            format!("{difference} (± {})", words.number(ERRORS * choice.error, DECIMALS))
        });
        let name = self.text("speeds-difference", &[]);
        rows.push([name].into_iter().chain(differences).map(Cell::known).collect());
        let low_is_good = self.studio.scores.indices[self.id.0].low_is_good;
        let good = words.text(if low_is_good { "fig-guide-low-is-good" } else { "fig-guide-high-is-good" });
        Table { caption: format!("{} {good}", self.text("speeds-caption", &[])), head, rows }
    }
}
