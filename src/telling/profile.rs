//! What is told about one subject in one language: numbers, words, figure specifications.
//!
//! In: the atlas, the scores, the words. Out: profiles that website and PDF both print, so that they cannot
//! disagree: neither decides anything. Holds figure specifications, not drawings; cannot fail. "Higher",
//! "better" and their like are said only beyond the margin of the numbers, or the threshold of their indicator.

mod area;
mod bottom;
mod chapters;
mod coherence;
mod columns;
mod compare;
mod comparison;
mod difference;
mod downloads;
mod draw_up;
mod explain;
mod explain_above;
mod ground;
mod groups;
mod home;
mod in_print;
mod index;
mod indicator;
mod indices;
mod left_out;
mod lenses;
mod margin;
mod method;
mod periods;
mod plain;
mod recipe;
mod score;
mod sentences;
mod since;
mod sparse;
mod speeds;
mod sure;
mod table;
mod taking_part;
mod theme;
mod unusual;
mod weights;
mod what_if;
mod within;

use serde::Serialize;

use crate::telling::address::SitePath;
use crate::telling::figures::Spec;

pub use area::{AreaProfile, Children};
pub use bottom::bottom;
pub use coherence::loose;
pub use downloads::{DataFile, DownloadsProfile, downloads};
pub use draw_up::{area, map};
pub use explain::{ExplainedRow, Explanation, explain};
pub use explain_above::explain_above;
pub use ground::Ground;
pub use groups::Grouped;
pub use home::{HomeProfile, home};
pub use in_print::{InPrint, PrintedPanel, PrintedSaid};
pub use index::{ClassRow, DomainRow, IndexProfile, index};
pub use indicator::{IndicatorProfile, indicator};
pub use indices::{IndexSummary, indices};
pub use lenses::without_domains;
pub use margin::unsure;
pub use method::{IndicatorDefinition, MethodProfile, method};
pub use since::since;
pub use sure::sure_of_place;
pub use theme::{ThemeProfile, theme};
pub use what_if::{WhatIfProfile, what_if};
pub use within::within;

/// Something to go to: its name, and its page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Link {
    pub name: String,
    pub path: SitePath,
}

/// How a number of an area compares, beyond the margin or the stated threshold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Mark {
    Better,
    Worse,
    /// Higher or lower, where neither end is good.
    Higher,
    Lower,
    Same,
    /// One of the numbers is not known, or nothing may be said.
    None,
}

/// One of the two lenses of an area: what is strong, or where it is hard.
#[derive(Clone, Debug, Serialize)]
pub struct Panel {
    pub title: String,
    /// One sentence that says what the panel is.
    pub lead: String,
    /// Sentences, the most telling first; at most five.
    pub points: Vec<Point>,
    /// What to say where there are none; empty where the notes say enough.
    pub empty: String,
    /// What else there is to know.
    pub notes: Vec<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Point {
    pub text: String,
    pub mark: Mark,
}

/// A number with its comparison, in people as well as in percentages.
#[derive(Clone, Debug, Serialize)]
pub struct KeyFigure {
    pub name: String,
    /// Of the indicator.
    pub page: SitePath,
    /// "27,4 %", or why there is none ("niet bekend").
    pub value: String,
    pub known: bool,
    /// "schatting", where a model made the number.
    pub estimate: Option<String>,
    /// "tussen 25,1 en 29,7 %", where the margin is known.
    pub interval: Option<String>,
    /// "412 mensen vulden de vragenlijst in"
    pub answered: Option<String>,
    pub period: String,
    /// "ongeveer 340 van de 1.240 huishoudens"
    pub people: Option<String>,
    /// "hoger dan in Heerlen (20,1 %)"
    pub compared: Option<String>,
    pub mark: Mark,
    /// "voorlopig", "berekend uit de buurten"
    pub notes: Vec<String>,
}

/// A part of a page: a heading that states the finding, sentences, and a figure.
#[derive(Clone, Debug, Serialize)]
pub struct Chapter {
    /// Unique on the page, for links: `inkomen`.
    pub anchor: String,
    pub kicker: String,
    /// The page of the theme.
    pub page: SitePath,
    pub heading: String,
    pub sentences: Vec<String>,
    #[serde(skip)]
    pub figure: Option<Spec>,
}

/// The table of all indicators of an area.
#[derive(Clone, Debug, Serialize)]
pub struct IndicatorTable {
    pub caption: String,
    /// Indicator, period, area, rest (of an area set), parent, whole: as many as `cells` of a row has, and the
    /// first; and compared, where any row is.
    pub head: Vec<String>,
    /// Of all rows; where it is there, neither head nor cells tell the period.
    pub period: Option<String>,
    pub groups: Vec<RowGroup>,
    /// What holds for nearly all rows, and is said once; empty but in print.
    pub notes: Vec<String>,
    /// What indices say, each on a line of its own before the notes; empty but in print.
    pub indices: Vec<String>,
}

impl IndicatorTable {
    /// Takes the column of periods away, where all rows have the same one.
    pub fn say_period_once(&mut self) {
        let mut rows = self.groups.iter().flat_map(|group| &group.rows);
        let Some(first) = rows.next().map(|row| row.cells[0].clone()) else { return };
        if rows.any(|row| row.cells[0] != first) {
            return;
        }
        self.head.remove(1);
        for row in self.groups.iter_mut().flat_map(|group| &mut group.rows) {
            row.cells.remove(0);
        }
        self.period = Some(first);
    }
}

/// The rows of one theme.
#[derive(Clone, Debug, Serialize)]
pub struct RowGroup {
    pub name: String,
    pub rows: Vec<Row>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// With its unit: "Laag inkomen (%)".
    pub name: String,
    /// Period (the first, unless the table tells it), area, rest (of an area set), parent (absent at the top),
    /// whole (absent where it is the parent).
    pub cells: Vec<String>,
    /// "beter", "hoger", "ongeveer gelijk", or nothing.
    pub word: String,
    pub mark: Mark,
    /// "tussen 25,1 en 29,7 %", where the margin of the area's number is known; shorter for print.
    pub interval: Option<String>,
    #[serde(skip)]
    pub interval_in_print: Option<String>,
    /// Estimated by a model, provisional, computed from parts: a word each.
    pub notes: Vec<String>,
    /// Whether it says how large the area is, and no more.
    #[serde(skip)]
    pub is_size: bool,
    /// The name in a sentence, without its unit.
    #[serde(skip)]
    pub plain_name: String,
    /// Whether the number of the area is known.
    #[serde(skip)]
    pub is_known: bool,
}

/// Who measured.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SourceLine {
    pub name: String,
    pub url: Option<String>,
    pub licence: Option<String>,
}
