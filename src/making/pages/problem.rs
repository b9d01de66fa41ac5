//! What can be wrong with a template of a page.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place};
use crate::making::pages::TEMPLATES;

#[derive(Debug)]
pub enum Problem {
    /// MiniJinja's word, with its file and line.
    Template(minijinja::Error),
}

impl From<Problem> for Diagnostic {
    fn from(problem: Problem) -> Diagnostic {
        match problem {
            Problem::Template(error) => {
                // an error inside an included template knows its own place
                let mut innermost: &minijinja::Error = &error;
                while let Some(source) = std::error::Error::source(innermost)
                    && let Some(source) = source.downcast_ref::<minijinja::Error>()
                    && source.name().is_some()
                {
                    innermost = source;
                }
                let message = innermost.detail().map_or_else(
                    || innermost.kind().to_string(),
                    |detail| format!("{}: {detail}", innermost.kind()),
                );
                let problem = Diagnostic::error(format!("this template cannot be printed: {message}"))
                    .hint("templates are strict: every name in them must exist; what they are given is what the embedded one of the same path uses");
                match innermost.name() {
                    Some(name) => {
                        let file: Arc<str> = format!("{TEMPLATES}{name}").into();
                        let line = innermost.line().and_then(|line| u32::try_from(line).ok()).unwrap_or(0);
                        problem.at(Place::line(&file, line))
                    }
                    None => problem,
                }
            }
        }
    }
}
