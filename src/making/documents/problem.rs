//! What can be wrong with a document, and what to do about it.

use std::sync::Arc;

use typst::WorldExt;
use typst::diag::SourceDiagnostic;
use typst::{World, syntax::FileId};

use crate::diagnostic::{Diagnostic, Place};
use crate::making::documents::desk::{Desk, NO_PACKAGES, NO_PLUGINS};

#[derive(Clone, Debug)]
pub enum Problem {
    NotText {
        path: String,
    },
    NotAFont {
        path: String,
    },
    NoImage {
        path: String,
    },
    /// Characters of the data that no face has, each once.
    NoGlyph {
        code: String,
        characters: Vec<char>,
    },
    Typst(Compilation),
}

impl Problem {
    pub fn diagnostic(self) -> Diagnostic {
        match self {
            Problem::NotText { path } => Diagnostic::error("this template is not UTF-8 text")
                .at(Place::file(&path.into()))
                .hint("save it as UTF-8"),
            Problem::NotAFont { path } => Diagnostic::error("there is no font in this file")
                .at(Place::file(&path.into()))
                .hint("use a TrueType or OpenType font, or take the file out of `assets/`"),
            Problem::NoImage { path } => Diagnostic::error(format!("there is no image `{path}`"))
                .hint("images of the text of an area are files in `assets/`"),
            Problem::NoGlyph { code, characters } => Diagnostic::warning(format!(
                "the factsheet of `{code}` shows a box for characters that no font has: {}",
                listed(&characters)
            ))
            .many("{count} factsheets show a box for characters that no font has")
            .hint("put a font that has them in `assets/`, or change the text"),
            Problem::Typst(compilation) => compilation.diagnostic(),
        }
    }
}

/// How many of the missing characters are named.
const NAMED: usize = 8;

/// Names characters by number as well, since they may not show.
fn listed(characters: &[char]) -> String {
    let mut names: Vec<String> =
        characters.iter().take(NAMED).map(|character| format!("U+{:04X}", u32::from(*character))).collect();
    if characters.len() > NAMED {
        names.push(format!("and {} more", characters.len() - NAMED));
    }
    names.join(", ")
}

/// What Typst says, out of Typst's terms.
#[derive(Clone, Debug)]
pub struct Compilation {
    message: String,
    hints: Vec<String>,
    place: Option<Place>,
}

impl Compilation {
    /// The place is in the template at hand; where Typst reports one elsewhere (in the data, in a figure), in
    /// the template that used it.
    pub fn new(found: &SourceDiagnostic, desk: &Desk) -> Compilation {
        let calls = found.trace.iter().map(|point| point.span.into());
        let place = std::iter::once(found.span).chain(calls).find_map(|span| {
            let (id, range) = (span.id()?, desk.range(span)?);
            let source = template(id, desk)?;
            let file: Arc<str> = id.get().vpath().get_without_slash().into();
            Some(Place::of_span(&file, source.text(), range))
        });
        Compilation {
            message: found.message.to_string(),
            hints: found.hints.iter().map(|hint| hint.v.to_string()).collect(),
            place,
        }
    }

    /// Whether plainer text would help.
    pub fn is_about_glyphs(&self) -> bool {
        ["could not be displayed with", "codepoint", "code point"]
            .iter()
            .any(|part| self.message.contains(part))
    }

    fn diagnostic(self) -> Diagnostic {
        let mut hints = self.hints;
        if self.message.contains(NO_PACKAGES) {
            hints = vec![
                "a site is built without a network: copy what you need from the package into \
                 `templates/pdf/` and import it from there"
                    .to_owned(),
            ];
        } else if self.message.contains(NO_PLUGINS) {
            hints = vec!["write it as a Typst function in `templates/pdf/`".to_owned()];
        } else if self.place.is_none() {
            hints.push("the message is from Typst, which sets the PDFs by `templates/pdf/`".to_owned());
        }
        let mut diagnostic = Diagnostic::error(self.message);
        diagnostic.places.extend(self.place);
        match hints.is_empty() {
            true => diagnostic,
            false => diagnostic.hint(hints.join("; ")),
        }
    }
}

fn template(id: FileId, desk: &Desk) -> Option<typst::syntax::Source> {
    if id == desk.main() { None } else { desk.source(id).ok() }
}
