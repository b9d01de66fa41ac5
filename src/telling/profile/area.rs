//! The shape of the profile of an area.

use serde::Serialize;

use crate::model::atlas::AreaId;
use crate::telling::address::SitePath;
use crate::telling::figures::Spec;
use crate::telling::profile::in_print::{InPrint, say_notes_once};
use crate::telling::profile::{Chapter, Grouped, IndicatorTable, KeyFigure, Link, Panel, SourceLine};
use crate::telling::words::Words;

/// What is told about an area of any level.
#[derive(Clone, Debug, Serialize)]
pub struct AreaProfile {
    #[serde(skip)]
    pub area: AreaId,
    pub code: String,
    pub name: String,
    /// "buurt", "gemeente"
    pub level: String,
    pub page: SitePath,
    /// Its PDF, where its level has them.
    pub factsheet: Option<SitePath>,
    /// From the whole down to the parent, as far as they have pages; empty for the whole.
    pub lineage: Vec<Link>,
    /// "Er wonen 4.530 mensen (2024).", or that this is not known.
    pub inhabitants: String,
    /// Three plain sentences that stand on their own.
    pub sentences: Vec<String>,
    /// Whether hardly anything is known: then its table has only what is, and it has no chapters.
    pub is_sparse: bool,
    /// Absent, as is the signal, where nothing may be compared.
    pub compass: Option<Panel>,
    pub signal: Option<Panel>,
    /// What indices say that is neither strength nor hardship.
    pub notes: Vec<String>,
    pub key_figures: Vec<KeyFigure>,
    pub chapters: Vec<Chapter>,
    /// How figures differ between groups of people, by division.
    pub groups: Vec<Grouped>,
    /// The areas of the next level in it.
    pub children: Option<Children>,
    /// Areas of the same level that border on it, by name; with the area around them where that is another.
    pub neighbours: Vec<Link>,
    /// The area sets that are held against this area, by name.
    pub sets: Option<Children>,
    /// The area sets in which all of it lies, by name.
    pub part_of: Vec<Link>,
    pub table: IndicatorTable,
    /// What these figures do not say: sentences.
    pub caveats: Vec<String>,
    pub sources: Vec<SourceLine>,
    /// Its data files: "CSV", "JSON".
    pub data: Vec<Link>,
    /// Where it lies in the area above it.
    #[serde(skip)]
    pub locator: Option<Spec>,
    /// For the factsheet: a map, the area beside its parent and the whole, and the trends (at most two rows).
    #[serde(skip)]
    pub map: Option<Spec>,
    #[serde(skip)]
    pub beside: Option<Spec>,
    #[serde(skip)]
    pub trends: Vec<TrendRow>,
    /// Which line of the trends is whose, where they are three in a row.
    #[serde(skip)]
    pub trends_key: Option<Spec>,
    /// What the factsheet tells in other words; absent where there is none.
    #[serde(skip)]
    pub in_print: Option<InPrint>,
}

impl AreaProfile {
    /// What two pages of paper have room for: the table without the rows that only say how large the area
    /// is, and without the column of periods where all rows have the same, and intervals in numbers only. The
    /// inhabitants stand at the head. Notes that nearly all rows have are said once.
    #[must_use]
    pub fn for_print(&self, words: &Words) -> AreaProfile {
        let mut printed = self.clone();
        for group in &mut printed.table.groups {
            // where hardly anything else is known, there is room for them
            group.rows.retain(|row| self.is_sparse || !row.is_size);
            group.rows.iter_mut().for_each(|row| row.interval = row.interval_in_print.take());
        }
        printed.table.groups.retain(|group| !group.rows.is_empty());
        printed.table.say_period_once();
        printed.table.notes = say_notes_once(words, &mut printed.table);
        if let Some(told) = &mut printed.in_print {
            printed.caveats = std::mem::take(&mut told.caveats);
            printed.table.indices = std::mem::take(&mut told.indices);
        }
        printed
    }
}

/// Years side by side, with the events and the source of all of them.
#[derive(Clone, Debug)]
pub struct TrendRow {
    /// Three; or fewer, where there are no more in all.
    pub figures: Vec<Spec>,
    pub source: String,
}

/// The areas of the next level.
#[derive(Clone, Debug, Serialize)]
pub struct Children {
    /// "De 12 wijken van Heerlen"
    pub heading: String,
    /// What the parts are called: "wijken"; empty where they are area sets.
    pub plural: String,
    pub links: Vec<Link>,
    #[serde(skip)]
    pub map: Option<Spec>,
}
