//! What can be wrong in a TOML file of a site.

use crate::diagnostic::{Diagnostic, Place, nearest};

#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// The text is not TOML.
    Syntax {
        place: Place,
        message: String,
    },
    /// A file that every site has is not there.
    NoFile {
        file: &'static str,
        purpose: &'static str,
    },
    UnknownKey {
        place: Place,
        key: String,
        known: Vec<String>,
    },
    MissingKey {
        place: Place,
        key: &'static str,
        example: &'static str,
    },
    WrongType {
        place: Place,
        key: String,
        wanted: &'static str,
        found: &'static str,
    },
    /// A word that is none of those that may stand there.
    UnknownWord {
        place: Place,
        key: String,
        word: String,
        known: Vec<String>,
    },
    /// A text lacks a language of the site, or has one too many.
    MissingLanguage {
        place: Place,
        key: String,
        language: String,
    },
    OtherLanguage {
        place: Place,
        key: String,
        language: String,
        known: Vec<String>,
    },
    /// A name that refers to something that is nowhere defined.
    UnknownName {
        place: Place,
        what: &'static str,
        name: String,
        file: &'static str,
        known: Vec<String>,
    },
    OutOfRange {
        place: Place,
        key: String,
        wanted: &'static str,
    },
    /// Two definitions exclude each other, or one makes no sense; said in the site's own words.
    Conflict {
        place: Place,
        message: String,
        hint: String,
    },
}

impl From<Problem> for Diagnostic {
    fn from(problem: Problem) -> Diagnostic {
        match problem {
            Problem::Syntax { place, message } => {
                Diagnostic::error(format!("this is not TOML: {message}")).at(place)
            }
            Problem::NoFile { file, purpose } => Diagnostic::error(format!("there is no `{file}`"))
                .hint(format!("it {purpose}; `brede new` writes one")),
            Problem::UnknownKey { place, key, known } => {
                let diagnostic = Diagnostic::error(format!("unknown key `{key}`")).at(place);
                suggest(diagnostic, &key, &known, "the keys here are")
            }
            Problem::MissingKey { place, key, example } => Diagnostic::error(format!("`{key}` is missing"))
                .at(place)
                .hint(format!("for example: `{example}`")),
            Problem::WrongType { place, key, wanted, found } => {
                Diagnostic::error(format!("`{key}` must be {wanted}, not {found}")).at(place)
            }
            Problem::UnknownWord { place, key, word, known } => {
                let diagnostic = Diagnostic::error(format!("`{key}` cannot be `{word}`")).at(place);
                suggest(diagnostic, &word, &known, "it is one of")
            }
            Problem::MissingLanguage { place, key, language } => {
                Diagnostic::error(format!("`{key}` has no text for the language `{language}`"))
                    .at(place)
                    .hint("give it in every language of the site, or once as a plain text")
            }
            Problem::OtherLanguage { place, key, language, known } => {
                let diagnostic = Diagnostic::error(format!(
                    "`{key}` has a text for `{language}`, a language that brede has no words for"
                ))
                .at(place);
                suggest(diagnostic, &language, &known, "the languages are")
            }
            Problem::UnknownName { place, what, name, file, known } => {
                let diagnostic = Diagnostic::error(format!("{what} `{name}` is not in `{file}`")).at(place);
                suggest(diagnostic, &name, &known, "it has")
            }
            Problem::OutOfRange { place, key, wanted } => {
                Diagnostic::error(format!("`{key}` must be {wanted}")).at(place)
            }
            Problem::Conflict { place, message, hint } => Diagnostic::error(message).at(place).hint(hint),
        }
    }
}

/// The likeliest candidate as a hint, or else all of them where they are few.
fn suggest(diagnostic: Diagnostic, wanted: &str, known: &[String], listing: &str) -> Diagnostic {
    match nearest(wanted, known.iter().map(String::as_str)) {
        Some(nearest) => diagnostic.hint(format!("did you mean `{nearest}`?")),
        None if known.is_empty() => diagnostic,
        None => {
            const SHOWN: usize = 12;
            let shown: Vec<String> = known.iter().take(SHOWN).map(|name| format!("`{name}`")).collect();
            let more = if known.len() > SHOWN { ", …" } else { "" };
            diagnostic.hint(format!("{listing} {}{more}", shown.join(", ")))
        }
    }
}
