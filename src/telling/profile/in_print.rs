//! What two pages of paper tell of an area in other words than its page: the two lenses in a longer and a shorter
//! form, the caveats of the rows that are printed, and notes that hold for nearly all of them, once.

use serde::Serialize;

use crate::index::IndexId;
use crate::input::settings::Lens;
use crate::model::atlas::IndicatorId;
use crate::telling::figures::Studio;
use crate::telling::profile::compare::{Beside, Fact};
use crate::telling::profile::lenses::{
    POINTS, Said, changes, hard_now, is_said_by_another, points, said, said_now, telling,
};
use crate::telling::profile::margin::unsure;
use crate::telling::profile::sentences::{NAMED, upper_first};
use crate::telling::profile::{IndicatorTable, Mark, Panel, Point, RowGroup};
use crate::telling::words::{Arg, Words};

/// What is printed instead of what a page on the web has room for.
#[derive(Clone, Debug)]
pub struct InPrint {
    /// Compass and signal; absent where nothing may be compared.
    pub lenses: Option<[PrintedPanel; 2]>,
    /// What the printed figures do not say.
    pub caveats: Vec<String>,
    /// What each index says of the latest period, below the table: lenses have no room for what is neither strong nor
    /// hard, and may be short.
    pub indices: Vec<String>,
}

/// A lens for a room that may be short: of what the indices say there are two forms, and findings may be left out
/// from the end, but those that the standfirst names.
#[derive(Clone, Debug, Serialize)]
pub struct PrintedPanel {
    pub title: String,
    pub lead: String,
    /// What to say where there is neither a finding nor a hardship; may be empty.
    pub empty: String,
    /// What indices say: of the signal what is hard stands first, among the findings.
    pub said: Vec<PrintedSaid>,
    /// The most telling first.
    pub points: Vec<Point>,
    /// How many of them the standfirst names.
    pub named: usize,
    /// What to say where only so many points are printed, by their number; empty where that is all of them.
    pub more: Vec<String>,
}

/// What an index says of an area.
#[derive(Clone, Debug, Serialize)]
pub struct PrintedSaid {
    pub full: String,
    /// Of the latest period only.
    pub brief: String,
    /// Worse among the findings of the signal; none below them.
    pub mark: Mark,
    /// Whether the standfirst says it, too: where room is short, the others go before it.
    pub is_led: bool,
}

impl From<&Panel> for PrintedPanel {
    /// As it stands on a page: what indices say cannot be told from the findings, and nothing is shorter.
    fn from(panel: &Panel) -> PrintedPanel {
        let said = |text: &String| PrintedSaid {
            full: text.clone(),
            brief: text.clone(),
            mark: Mark::None,
            is_led: false,
        };
        PrintedPanel {
            title: panel.title.clone(),
            lead: panel.lead.clone(),
            empty: panel.empty.clone(),
            said: panel.notes.iter().map(said).collect(),
            points: panel.points.clone(),
            named: panel.points.len().min(NAMED),
            more: Vec::new(),
        }
    }
}

/// What each of these indices says of an area in its latest period, and whether that is certain.
pub fn said_of_indices(studio: &Studio<'_>, beside: Beside, indices: &[IndexId]) -> Vec<String> {
    let new = indices.iter().filter(|index| !is_said_by_another(studio, beside.area, **index));
    let told = new.filter_map(|index| {
        let said = upper_first(&said_now(studio, beside, *index)?.text());
        Some([said].into_iter().chain(unsure(studio, beside.area, *index)).collect::<Vec<String>>().join(" "))
    });
    told.collect()
}

/// Both lenses, from those of the page.
pub fn lenses(
    studio: &Studio<'_>,
    beside: Beside,
    facts: &[Fact],
    (compass, signal): (&Panel, &Panel),
) -> [PrintedPanel; 2] {
    let indices = || (0..studio.scores.indices.len()).map(IndexId);
    let told = |index: IndexId| Some((said(studio, beside, index)?, said_now(studio, beside, index)?.text()));
    let (mut well, mut hard) = (Vec::new(), Vec::new());
    let led = hard_now(studio, beside);
    for (full, brief) in indices().filter_map(told) {
        let (list, mark) = match full {
            Said::Well(_) => (&mut well, Mark::None),
            Said::Hard(_) => (&mut hard, Mark::Worse),
            // neither lens
            Said::Else(_) => continue,
        };
        let brief = upper_first(&brief);
        let is_led = led.as_ref() == Some(&brief);
        list.push(PrintedSaid { full: full.text(), brief, mark, is_led });
    }
    let panel = |panel: &Panel, said: Vec<PrintedSaid>, (mark, lens): (Mark, Lens)| {
        let points = points(studio, beside, facts, mark, lens);
        let all = match beside.whole {
            Some(_) => telling(studio, facts, mark, lens).len(),
            // its changes stand in no table
            None => points.len(),
        };
        let key = if beside.whole.is_some() { "panel-more" } else { "panel-more-whole" };
        let more = |shown: usize| match all - shown {
            0 => String::new(),
            left => studio.words.text_with(key, &[("count", Arg::Count(left))]),
        };
        PrintedPanel {
            title: panel.title.clone(),
            lead: panel.lead.clone(),
            empty: panel.empty.clone(),
            said,
            named: points.len().min(NAMED),
            more: (0..=points.len()).map(more).collect(),
            points,
        }
    };
    [panel(compass, well, (Mark::Better, Lens::Compass)), panel(signal, hard, (Mark::Worse, Lens::Signal))]
}

/// The indicators that the panels tell of, the most telling of each first and by turns: what is hard, what is strong.
pub fn named(studio: &Studio<'_>, beside: Beside, facts: &[Fact]) -> Vec<IndicatorId> {
    let found = |mark: Mark, lens: Lens| -> Vec<IndicatorId> {
        let all: Vec<IndicatorId> = match beside.whole {
            Some(_) => telling(studio, facts, mark, lens).iter().map(|fact| fact.indicator).collect(),
            None => changes(studio, facts, mark).iter().map(|(fact, _)| fact.indicator).collect(),
        };
        all.into_iter().take(POINTS).collect()
    };
    let (hard, strong) = (found(Mark::Worse, Lens::Signal), found(Mark::Better, Lens::Compass));
    let longest = hard.len().max(strong.len());
    (0..longest).flat_map(|at| [hard.get(at), strong.get(at)]).flatten().copied().collect()
}

/// Of a shorter table nobody would read a letter beside each row.
const ROWS_FOR_ONE_NOTE: usize = 4;
/// With more exceptions than this the letters are clearer.
const MOST_EXCEPTIONS: usize = 3;

/// Takes away the notes that nearly all known rows of a table have, and returns what to say of them once:
/// "Alle cijfers zijn voorlopig, behalve goede ervaren gezondheid."
pub fn say_notes_once(words: &Words, table: &mut IndicatorTable) -> Vec<String> {
    let rows = || table.groups.iter().flat_map(|group| &group.rows).filter(|row| row.is_known);
    let count = rows().count();
    let mut notes: Vec<String> = Vec::new();
    for note in rows().flat_map(|row| &row.notes) {
        if !notes.contains(note) {
            notes.push(note.clone());
        }
    }
    let mut said = Vec::new();
    let mut taken: Vec<String> = Vec::new();
    for note in notes {
        let others: Vec<String> =
            rows().filter(|row| !row.notes.contains(&note)).map(|row| row.plain_name.clone()).collect();
        if count < ROWS_FOR_ONE_NOTE || others.len() > MOST_EXCEPTIONS || 2 * others.len() >= count {
            continue;
        }
        let is_provisional = note == words.text("note-provisional");
        let key = if is_provisional { "table-all-provisional" } else { "table-all-noted" };
        let list = words.list(&others);
        let args = [
            ("note", Arg::Text(note.as_str())),
            ("list", Arg::Text(&list)),
            ("count", Arg::Count(others.len())),
        ];
        said.push(words.text_with(key, &args));
        taken.push(note);
    }
    let all = |group: &mut RowGroup| {
        group.rows.iter_mut().for_each(|row| row.notes.retain(|note| !taken.contains(note)));
    };
    table.groups.iter_mut().for_each(all);
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::settings::LanguageId;
    use crate::telling::profile::Row;

    fn row(name: &str, notes: &[&str]) -> Row {
        Row {
            name: name.to_owned(),
            cells: Vec::new(),
            word: String::new(),
            mark: Mark::None,
            interval: None,
            interval_in_print: None,
            notes: notes.iter().map(|note| (*note).to_owned()).collect(),
            is_size: false,
            plain_name: name.to_owned(),
            is_known: true,
        }
    }

    #[test]
    fn a_note_of_nearly_all_rows_is_said_once() {
        let words = Words::new(LanguageId(0), "nl", None).expect("the embedded strings are whole");
        let table = |rows: Vec<Row>| IndicatorTable {
            caption: String::new(),
            head: Vec::new(),
            period: None,
            groups: vec![RowGroup { name: "Thema".to_owned(), rows }],
            notes: Vec::new(),
            indices: Vec::new(),
        };
        let early = ["voorlopig"];
        let mut most = table(vec![
            row("a", &early),
            row("b", &["voorlopig", "schatting"]),
            row("c", &early),
            row("gezondheid", &[]),
        ]);
        let said = say_notes_once(&words, &mut most);
        assert_eq!(said, ["Alle cijfers zijn voorlopig, behalve gezondheid."]);
        let left: Vec<usize> = most.groups[0].rows.iter().map(|row| row.notes.len()).collect();
        assert_eq!(left, [0, 1, 0, 0]);
        // of two among four, letters say more
        let mut half = table(vec![row("a", &early), row("b", &early), row("c", &[]), row("d", &[])]);
        assert!(say_notes_once(&words, &mut half).is_empty());
    }
}
