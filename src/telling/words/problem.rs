//! What can be wrong with the strings of a site.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place, Report};

/// A thing that is wrong, and the data to say it with.
#[derive(Debug)]
pub enum Problem {
    /// A language without strings.
    Tag(String),
    Syntax {
        place: Place,
        reason: String,
    },
    UnknownKey {
        place: Place,
        key: String,
        nearest: Option<String>,
    },
    UnknownVariable {
        place: Place,
        key: String,
        variable: String,
        known: Vec<String>,
    },
    /// Calls a function or another string; only plain variables and plurals are filled in.
    Reference {
        place: Place,
        key: String,
        name: String,
    },
}

impl Problem {
    pub fn syntax(file: &Arc<str>, text: &str, span: Range<usize>, reason: String) -> Problem {
        Problem::Syntax { place: Place::of_span(file, text, span), reason }
    }

    fn into_diagnostic(self) -> Diagnostic {
        match self {
            Problem::Tag(tag) => Diagnostic::error(format!("there are no strings for the language `{tag}`"))
                .hint("`languages` of `site.toml` knows `nl` and `en`"),
            Problem::Syntax { place, reason } => {
                Diagnostic::error(format!("this is not a Fluent string: {reason}")).at(place)
            }
            Problem::UnknownKey { place, key, nearest } => {
                let diagnostic = Diagnostic::error(format!("no string is called `{key}`")).at(place);
                match nearest {
                    Some(nearest) => diagnostic.hint(format!("did you mean `{nearest}`?")),
                    None => diagnostic,
                }
            }
            Problem::UnknownVariable { place, key, variable, known } => {
                let diagnostic =
                    Diagnostic::error(format!("the string `{key}` has no variable `${variable}`")).at(place);
                match known.as_slice() {
                    [] => diagnostic.hint("it has none"),
                    known => diagnostic.hint(format!("it has `${}`", known.join("`, `$"))),
                }
            }
            Problem::Reference { place, key, name } => {
                Diagnostic::error(format!("the string `{key}` refers to `{name}`"))
                    .at(place)
                    .hint("a string may hold text, variables and plurals")
            }
        }
    }
}

pub fn report(problems: impl IntoIterator<Item = Problem>) -> Report {
    let mut report = Report::new();
    for problem in problems {
        report.push(problem.into_diagnostic());
    }
    report
}
