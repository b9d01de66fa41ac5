//! What can be wrong in prose.

use crate::diagnostic::{Diagnostic, Place};

#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// The `+++` that opens the front matter has no second one.
    OpenFrontMatter {
        place: Place,
    },
    /// `{{` without `}}`.
    OpenExpression {
        place: Place,
    },
    Expression {
        place: Place,
        message: String,
    },
    NotShown {
        place: Place,
    },
    UnknownArgument {
        place: Place,
        name: String,
        known: &'static [&'static str],
    },
    MissingArgument {
        place: Place,
        name: &'static str,
    },
    WrongArgument {
        place: Place,
        name: String,
        wanted: &'static str,
    },
    UnknownName {
        place: Place,
        what: &'static str,
        name: String,
        nearest: Option<String>,
    },
    /// Quotes and lists within each other.
    TooDeep {
        place: Place,
    },
    UnknownForm {
        place: Place,
        name: String,
        known: &'static [&'static str],
    },
    /// An area that serves comparison only.
    NotPublished {
        place: Place,
        code: String,
    },
    NoReadings {
        place: Place,
        what: String,
        periods: Vec<i32>,
    },
    FigureInLine {
        place: Place,
    },
    NotAFigureHere {
        place: Place,
        message: String,
        hint: String,
    },
    RawHtml {
        place: Place,
    },
    TitleInText {
        place: Place,
    },
    SkippedHeading {
        place: Place,
        from: u8,
        to: u8,
    },
    UnknownBox {
        place: Place,
        name: String,
        nearest: Option<String>,
    },
    NoAlt {
        place: Place,
    },
    NoImage {
        place: Place,
        source: String,
    },
    ImageInLine {
        place: Place,
    },
    BadLink {
        place: Place,
        target: String,
    },
    DeadLink {
        place: Place,
        target: String,
        nearest: Option<String>,
    },
    PrivateCharacter {
        place: Place,
    },
}

impl From<Problem> for Diagnostic {
    fn from(problem: Problem) -> Diagnostic {
        match problem {
            Problem::OpenFrontMatter { place } => Diagnostic::error("the front matter does not end")
                .at(place)
                .hint("close it with a line of its own: `+++`"),
            Problem::OpenExpression { place } => Diagnostic::error("`{{` has no `}}`")
                .at(place)
                .hint("close the expression; to show braces, write them as code: `` `{{` ``"),
            Problem::Expression { place, message } => {
                Diagnostic::error(format!("this expression cannot be read: {message}")).at(place)
            }
            Problem::NotShown { place } => Diagnostic::error("this expression shows nothing")
                .at(place)
                .hint("it must be one of `value(…)`, `class(…)`, `name(…)`, `link(…)` and `figure(…)`"),
            Problem::UnknownArgument { place, name, known } => {
                let problem = Diagnostic::error(format!("there is no argument `{name}` here")).at(place);
                match crate::diagnostic::nearest(&name, known.iter().copied()) {
                    Some(nearest) => problem.hint(format!("did you mean `{nearest}`?")),
                    None => problem.hint(format!("it may have `{}`", known.join("`, `"))),
                }
            }
            Problem::MissingArgument { place, name } => {
                Diagnostic::error(format!("the argument `{name}` is missing")).at(place)
            }
            Problem::WrongArgument { place, name, wanted } => {
                Diagnostic::error(format!("`{name}` must be {wanted}")).at(place)
            }
            Problem::UnknownName { place, what, name, nearest } => {
                let problem = Diagnostic::error(format!("there is no {what} `{name}`")).at(place);
                did_you_mean(problem, nearest)
            }
            Problem::TooDeep { place } => {
                Diagnostic::error("quotes, boxes and lists stand too deep within each other")
                    .at(place)
                    .hint("end the inner ones with an empty line")
            }
            Problem::UnknownForm { place, name, known } => {
                let problem = Diagnostic::error(format!("there is no form of figure `{name}`")).at(place);
                match crate::diagnostic::nearest(&name, known.iter().copied()) {
                    Some(nearest) => problem.hint(format!("did you mean `{nearest}`?")),
                    None => problem.hint(format!("there are `{}`", known.join("`, `"))),
                }
            }
            Problem::NotPublished { place, code } => {
                Diagnostic::error(format!("`{code}` has no page to link to"))
                    .at(place)
                    .hint("`publish` in site.toml leaves it out; `name` gives its name without a link")
            }
            Problem::NoReadings { place, what, periods } => {
                let problem = Diagnostic::error(format!("nothing is known of {what}")).at(place);
                if periods.is_empty() {
                    return problem;
                }
                let years: Vec<String> = periods.iter().map(i32::to_string).collect();
                problem.hint(format!("there are figures for {}", years.join(", ")))
            }
            Problem::FigureInLine { place } => Diagnostic::error("a figure stands inside a line")
                .at(place)
                .hint("put it alone on a line, with an empty line before and after"),
            Problem::NotAFigureHere { place, message, hint } => {
                Diagnostic::error(message).at(place).hint(hint)
            }
            Problem::RawHtml { place } => {
                Diagnostic::error("raw HTML is off").at(place).hint("write Markdown; `<` as text is `\\<`")
            }
            Problem::TitleInText { place } => Diagnostic::error("a text has no heading of level 1")
                .at(place)
                .hint("the title is in the front matter; begin with `##`"),
            Problem::SkippedHeading { place, from, to } => {
                Diagnostic::error(format!("a heading of level {to} follows one of level {from}"))
                    .at(place)
                    .hint("do not skip a level: people who listen to a page find their way by them")
            }
            Problem::UnknownBox { place, name, nearest } => {
                let problem = Diagnostic::error(format!("there is no box `{name}`")).at(place);
                match nearest {
                    Some(_) => did_you_mean(problem, nearest),
                    None => problem.hint("there are `tip`, `example`, `dilemma`, `quote` and `read-more`"),
                }
            }
            Problem::NoAlt { place } => Diagnostic::error("this image has no description")
                .at(place)
                .hint("say between the brackets what is to be seen, for who cannot see it"),
            Problem::NoImage { place, source } => Diagnostic::error(format!("there is no image `{source}`"))
                .at(place)
                .hint("images are files in `assets/`: `![what is to be seen](assets/photo.jpg)`"),
            Problem::ImageInLine { place } => {
                Diagnostic::error("an image stands inside a line").at(place).hint("put it alone on a line")
            }
            Problem::BadLink { place, target } => {
                Diagnostic::error(format!("`{target}` is no address to link to"))
                    .at(place)
                    .hint("links are https, http, mailto, a file of `content/` or of `assets/`")
            }
            Problem::DeadLink { place, target, nearest } => {
                let problem = Diagnostic::error(format!("the link to `{target}` leads nowhere")).at(place);
                did_you_mean(problem, nearest)
            }
            Problem::PrivateCharacter { place } => Diagnostic::error("a character of no script stands here")
                .at(place)
                .hint("it is for private use, and no font has it; remove it"),
        }
    }
}

fn did_you_mean(problem: Diagnostic, nearest: Option<String>) -> Diagnostic {
    match nearest {
        Some(name) => problem.hint(format!("did you mean `{name}`?")),
        None => problem,
    }
}
