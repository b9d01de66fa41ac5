//! What is wrong, where, and what to do.
//!
//! Every fallible room has an enum of its problems that holds data; at the room's door each becomes a
//! [`Diagnostic`]. A [`Report`] collects them and folds the same problem on many rows into one with a
//! count. Never prints: drawing is the work of `cli`.

use std::collections::BTreeSet;
use std::sync::Arc;

use indexmap::IndexMap;
use indexmap::map::Entry;
use serde::{Deserialize, Serialize};

/// Where something stands in an input file: lines and columns count from 1, columns in characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The path as a reader of the message knows it: relative to the site or to the `--data` folder.
    pub file: Arc<str>,
    /// 0 where the whole file is meant.
    pub line: u32,
    pub column: u32,
    /// The text of that line, where it helps; without its line end.
    pub excerpt: Option<Arc<str>>,
    /// How many characters from `column` on are meant; 0 marks a point.
    pub width: u32,
}

impl Place {
    /// The whole of a file.
    pub fn file(file: &Arc<str>) -> Place {
        Place { file: file.clone(), line: 0, column: 0, excerpt: None, width: 0 }
    }

    /// A line of a file, from its first column.
    pub fn line(file: &Arc<str>, line: u32) -> Place {
        Place { file: file.clone(), line, column: 1, excerpt: None, width: 0 }
    }

    /// The place of a byte range in the text of a file, with the line it stands on.
    pub fn of_span(file: &Arc<str>, text: &str, span: std::ops::Range<usize>) -> Place {
        let start = floor_to_char(text, span.start);
        let end = floor_to_char(text, span.end).max(start);
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let count = |part: &str| u32::try_from(part.chars().count()).unwrap_or(u32::MAX);
        Place {
            file: file.clone(),
            line: u32::try_from(text[..start].matches('\n').count()).unwrap_or(u32::MAX - 1) + 1,
            column: count(&text[line_start..start]) + 1,
            excerpt: Some(text[line_start..line_end].trim_end_matches('\r').into()),
            width: count(&text[start..end.min(line_end).max(start)]),
        }
    }
}

fn floor_to_char(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Whether the output can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Severity {
    /// Nothing is written.
    Error,
    /// The output is made, and the reader of the message should know.
    Warning,
    /// Nothing is wrong: what was done because a setting asks for it.
    Note,
}

/// One thing to tell the user: wording in lower case, no full stop, literals in backticks.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Diagnostic {
    pub severity: Severity,
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
    /// The first places, in the order of the input.
    pub places: Vec<Place>,
    /// How many places there are; at least 1.
    pub count: usize,
    /// The wording for many places at once, with `{count}` where the number goes. Problems with the same
    /// one in the same file are folded; without it only those with the same message are.
    pub many: Option<String>,
}

impl Diagnostic {
    pub fn error(message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            severity: Severity::Error,
            message: message.into(),
            hint: None,
            places: Vec::new(),
            count: 1,
            many: None,
        }
    }

    pub fn warning(message: impl Into<String>) -> Diagnostic {
        Diagnostic { severity: Severity::Warning, ..Diagnostic::error(message) }
    }

    pub fn note(message: impl Into<String>) -> Diagnostic {
        Diagnostic { severity: Severity::Note, ..Diagnostic::error(message) }
    }

    #[must_use]
    pub fn at(mut self, place: Place) -> Diagnostic {
        self.places.push(place);
        self
    }

    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Diagnostic {
        self.hint = Some(hint.into());
        self
    }

    /// The wording for many of this kind: `{count} areas are not in …`.
    #[must_use]
    pub fn many(mut self, wording: impl Into<String>) -> Diagnostic {
        self.many = Some(wording.into());
        self
    }

    /// The same with one name in the place of another, where it stands in backticks.
    #[must_use]
    pub fn naming(&self, one: &str, other: &str) -> Diagnostic {
        let named = |text: &str| text.replace(&format!("`{one}`"), &format!("`{other}`"));
        Diagnostic {
            message: named(&self.message),
            hint: self.hint.as_deref().map(named),
            many: self.many.as_deref().map(named),
            ..self.clone()
        }
    }

    /// Whether another says the same of the same place.
    pub fn is_same(&self, other: &Diagnostic) -> bool {
        (self.severity, &self.message, &self.hint) == (other.severity, &other.message, &other.hint)
            && other.places.iter().all(|place| self.places.contains(place))
    }

    /// The wording that fits the count.
    pub fn wording(&self) -> String {
        match &self.many {
            Some(many) if self.count > 1 => many.replace("{count}", &self.count.to_string()),
            _ => self.message.clone(),
        }
    }
}

/// How many places of one problem are kept.
pub const PLACES_SHOWN: usize = 3;

/// What makes two problems the same: severity, wording, file.
type Kind = (Severity, String, Option<Arc<str>>);

/// Problems in the order in which they were found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    diagnostics: IndexMap<Kind, Diagnostic>,
    /// What was told of which line and column: a file that is read for several purposes has its problems once.
    told: BTreeSet<(Severity, String, Arc<str>, u32, u32)>,
}

impl Report {
    pub fn new() -> Report {
        Report::default()
    }

    /// Adds a problem, or makes an earlier one of the same kind in the same file longer. Of the folded
    /// ones the first hint stays.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        let wording = diagnostic.many.clone().unwrap_or_else(|| diagnostic.message.clone());
        let file = diagnostic.places.first().map(|place| place.file.clone());
        if let [place] = diagnostic.places.as_slice()
            && place.line > 0
            && diagnostic.count == 1
        {
            let (severity, message) = (diagnostic.severity, diagnostic.message.clone());
            if !self.told.insert((severity, message, place.file.clone(), place.line, place.column)) {
                return;
            }
        }
        match self.diagnostics.entry((diagnostic.severity, wording, file)) {
            Entry::Occupied(mut earlier) => {
                let earlier = earlier.get_mut();
                earlier.count += diagnostic.count;
                let room = PLACES_SHOWN.saturating_sub(earlier.places.len());
                earlier.places.extend(diagnostic.places.into_iter().take(room));
            }
            Entry::Vacant(vacant) => {
                vacant.insert(diagnostic);
            }
        }
    }

    pub fn extend(&mut self, other: Report) {
        for (_, diagnostic) in other.diagnostics {
            self.push(diagnostic);
        }
    }

    pub fn has_errors(&self) -> bool {
        self.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    pub fn count(&self, severity: Severity) -> usize {
        self.iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }

    pub fn is_empty(&self) -> bool {
        self.diagnostics.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.values()
    }

    /// The report for the store.
    pub fn to_bytes(&self) -> Vec<u8> {
        let all: Vec<&Diagnostic> = self.iter().collect();
        serde_json::to_vec(&all).expect("texts and numbers are JSON")
    }

    /// A report from the store; `None` where it is not one.
    pub fn from_bytes(bytes: &[u8]) -> Option<Report> {
        let all: Vec<Diagnostic> = serde_json::from_slice(bytes).ok()?;
        let mut report = Report::new();
        all.into_iter().for_each(|diagnostic| report.push(diagnostic));
        Some(report)
    }

    /// The value of a step, with its warnings kept here.
    ///
    /// # Errors
    /// The problems of the step, behind what was kept before.
    pub fn keep<T>(&mut self, step: Result<(T, Report), Report>) -> Result<T, Report> {
        match step {
            Ok(step) => Ok(self.with(step)),
            Err(problems) => {
                self.extend(problems);
                Err(std::mem::take(self))
            }
        }
    }

    /// The value of a step that cannot fail, with its warnings kept here.
    pub fn with<T>(&mut self, (value, warnings): (T, Report)) -> T {
        self.extend(warnings);
        value
    }

    /// The value, or every problem: for a room that must stop where there is an error.
    pub fn and<T>(self, value: T) -> Result<(T, Report), Report> {
        if self.has_errors() { Err(self) } else { Ok((value, self)) }
    }
}

impl From<Diagnostic> for Report {
    fn from(diagnostic: Diagnostic) -> Report {
        let mut report = Report::new();
        report.push(diagnostic);
        report
    }
}

/// The candidate that was most likely meant, for a hint "did you mean".
pub fn nearest<'a>(wanted: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = wanted.to_lowercase();
    candidates
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(&wanted, &candidate.to_lowercase()), candidate))
        .filter(|(likeness, _)| *likeness >= 0.8)
        .fold(None, |best: Option<(f64, &str)>, next| match best {
            Some(best) if best.0 >= next.0 => Some(best),
            _ => Some(next),
        })
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_of_one_place_is_told_once() {
        let file: Arc<str> = "data/areas.csv".into();
        let row = |line| {
            Diagnostic::error("this row is short").many("{count} rows are short").at(Place::line(&file, line))
        };
        let mut report = Report::new();
        // the file of four levels is read four times
        [5, 9, 5, 9, 5, 9, 5, 9].into_iter().for_each(|line| report.push(row(line)));
        let told: Vec<&Diagnostic> = report.iter().collect();
        assert_eq!(told.len(), 1);
        assert_eq!((told[0].count, told[0].places.len()), (2, 2));
    }
}
