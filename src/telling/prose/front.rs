//! The front matter of a text.

use std::cell::RefCell;
use std::sync::Arc;

use crate::diagnostic::{Place, Report};
use crate::input::settings::reader::{File, Section};
use crate::telling::prose::problem::Problem;

/// What stands between the two `+++`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Front {
    pub title: String,
    pub kicker: Option<String>,
    pub standfirst: Option<String>,
    pub author: Option<String>,
    pub order: i64,
    pub slug: Option<String>,
}

/// What follows the line that opens front matter; absent where the text has none.
pub fn opened(text: &str) -> Option<&str> {
    let (line, rest) = text.split_once('\n')?;
    (line.trim_end() == "+++").then_some(rest)
}

/// The front matter, and where in the text the rest begins. A text may go without.
pub fn read(file: &Arc<str>, text: &str, report: &mut Report) -> (Front, usize) {
    let Some(rest) = opened(text) else { return (Front::default(), 0) };
    let start = text.len() - rest.len();
    let mut at = start;
    let mut end = None;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == "+++" {
            end = Some((at, at + line.len()));
            break;
        }
        at += line.len();
    }
    let Some((end, body)) = end else {
        report.push(Problem::OpenFrontMatter { place: Place::line(file, 1) }.into());
        return (Front::default(), text.len());
    };
    // blank out what is not TOML, so that places stay those of the file
    let toml: String = format!("{}{}", "\n".repeat(text[..start].matches('\n').count()), &text[start..end]);
    let problems = RefCell::new(Report::new());
    let toml_file = File { name: file, text: &toml, languages: &[], report: &problems };
    let table = toml_file.parse();
    let section = Section::new(toml_file, &table);
    let optional = |key| section.get(key).and_then(|value| value.text());
    let front = Front {
        title: section.require("title", "title = \"…\"").and_then(|value| value.text()).unwrap_or_default(),
        kicker: optional("kicker"),
        standfirst: optional("standfirst"),
        author: optional("author"),
        order: section.get("order").and_then(|value| value.whole_number()).unwrap_or(0),
        slug: section.get("slug").and_then(|value| {
            let slug = value.text()?;
            let fits = !slug.is_empty()
                && slug.chars().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-');
            if !fits {
                value.out_of_range("lower-case letters, digits and `-`");
            }
            fits.then_some(slug)
        }),
    };
    section.finish();
    report.extend(problems.into_inner());
    (front, body)
}
