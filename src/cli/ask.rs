//! The commands that answer a question and publish nothing.

use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use unicode_segmentation::UnicodeSegmentation as _;

use super::{Explain, Index, Input, Table, Written, draw, exists, fail};
use crate::diagnostic::{Diagnostic, Report, nearest};
use crate::index::IndexId;
use crate::input::settings::LanguageId;
use crate::making::downloads::{self, Extent, Holds, Stock};
use crate::publishing::output::{self, Edition};
use crate::telling::address::Format;
use crate::telling::profile::{self, Explanation};

pub fn index(arguments: &Index) -> ExitCode {
    if let Some(folder) = &arguments.audit {
        return audit(arguments, folder);
    }
    let answer = read(&arguments.input).and_then(|edition| {
        let index = find_index(&edition, &arguments.id)?;
        let stock = stock(&edition);
        let file = |format| match arguments.table {
            Table::Scores => downloads::file(stock, Holds::Index(index), format),
            Table::LeftOut => downloads::left_out(stock, index, format),
        };
        match arguments.format {
            Written::Csv => Ok(file(Format::Csv)),
            Written::Json => Ok(file(Format::Json)),
            Written::Xlsx => downloads::workbook(stock, index).map_err(|error| {
                let problem = Diagnostic::error(format!("this does not fit in a workbook: {error}"));
                problem.hint("choose `--format csv`").into()
            }),
        }
    });
    match answer {
        Ok(bytes) => print(&bytes),
        Err(problems) => fail(&problems),
    }
}

/// All that was reckoned, whatever the site shows.
fn stock(edition: &Edition) -> Stock<'_> {
    let Edition { settings, atlas, scores, .. } = edition;
    Stock { settings, atlas, scores, extent: Extent::All }
}

/// Every step of an index, a file for each.
fn audit(arguments: &Index, folder: &Path) -> ExitCode {
    let written = read(&arguments.input).and_then(|edition| {
        let index = find_index(&edition, &arguments.id)?;
        let stock = stock(&edition);
        output::files(folder, &downloads::tables(stock, index))
    });
    match written {
        Ok(count) => {
            eprintln!("{count} tables in `{}`", folder.display());
            ExitCode::SUCCESS
        }
        Err(problems) => fail(&problems),
    }
}

pub fn explain(arguments: &Explain) -> ExitCode {
    let answer = read(&arguments.input).and_then(|edition| {
        let index = find_index(&edition, &arguments.index)?;
        explanation(&edition, index, arguments)
    });
    match answer {
        Ok(explanation) => print(written(&explanation).as_bytes()),
        Err(problems) => fail(&problems),
    }
}

fn read(input: &Input) -> Result<Edition, Report> {
    exists(input.data.as_deref())?;
    let ((edition, _), warnings) = crate::read(&input.site, input.data.as_deref())?;
    draw::report(&warnings);
    Ok(edition)
}

/// A name that is not there, with the nearest that is.
fn unknown<'a>(message: String, wanted: &str, known: impl Iterator<Item = &'a str>) -> Report {
    let known: Vec<&str> = known.collect();
    let problem = Diagnostic::error(message);
    let hint = match nearest(wanted, known.iter().copied()) {
        Some(nearest) => format!("did you mean `{nearest}`?"),
        None => {
            const SHOWN: usize = 8;
            format!("there is `{}`", known[..known.len().min(SHOWN)].join("`, `"))
        }
    };
    problem.hint(hint).into()
}

fn find_index(edition: &Edition, id: &str) -> Result<IndexId, Report> {
    let ids = edition.settings.indices.iter().map(|index| index.id.as_str());
    let found = ids.clone().position(|known| known == id).map(IndexId);
    found.ok_or_else(|| {
        if edition.settings.indices.is_empty() {
            let problem = Diagnostic::error("this site has no index");
            return problem.hint("an index is `data/indices/<id>.toml`").into();
        }
        unknown(format!("there is no index `{id}`"), id, ids)
    })
}

fn explanation(edition: &Edition, index: IndexId, arguments: &Explain) -> Result<Explanation, Report> {
    let scores = &edition.scores.indices[index.0];
    let code = arguments.area.as_str();
    let Some(area) = edition.atlas.find(code) else {
        let codes = edition.atlas.level(scores.level).map(|area| edition.atlas.area(area).code.as_str());
        return Err(unknown(format!("there is no area `{code}`"), code, codes));
    };
    if !edition.atlas.is_of(area, scores.level) {
        let level = &edition.settings.levels[usize::from(scores.level.0)].id;
        let hint = format!("the index `{}` has scores of the level `{level}`", scores.id);
        return Err(Diagnostic::error(format!("`{code}` has no score of its own")).hint(hint).into());
    }
    let period = arguments.period.or(scores.latest()).unwrap_or_default();
    let explained = profile::explain(&edition.studio(LanguageId(0)), area, index, period);
    explained.ok_or_else(|| {
        let periods: Vec<String> = scores.periods.iter().map(i32::to_string).collect();
        let problem = Diagnostic::error(format!("the index `{}` has no scores of {period}", scores.id));
        problem.hint(format!("its periods are {}", periods.join(", "))).into()
    })
}

/// Sentences, a table with its numbers to the right, then what it would be without each part.
fn written(explanation: &Explanation) -> String {
    let mut text = explanation.sentences.join("\n");
    text.push('\n');
    if !explanation.rows.is_empty() {
        text.push_str(&table(explanation));
    }
    if !explanation.without.is_empty() {
        text.push('\n');
    }
    explanation.without.iter().for_each(|line| text.push_str(&format!("{line}\n")));
    text
}

fn table(explanation: &Explanation) -> String {
    let mut text = String::new();
    let mut rows: Vec<[String; 6]> = vec![explanation.head.clone()];
    rows.extend(explanation.rows.iter().map(|row| {
        let mut cells = row.cells.clone();
        cells[0].insert_str(0, &"  ".repeat(row.depth));
        cells
    }));
    let wide = |text: &str| text.graphemes(true).count();
    let widths: Vec<usize> =
        (0..6).map(|at| rows.iter().map(|row| wide(&row[at])).max().unwrap_or(0)).collect();
    for row in rows {
        let mut line = String::new();
        for (at, cell) in row.iter().enumerate() {
            let white = " ".repeat(widths[at] - wide(cell));
            let is_number = (1..5).contains(&at);
            line.push_str(&if is_number { format!("{white}{cell}  ") } else { format!("{cell}{white}  ") });
        }
        text.push('\n');
        text.push_str(line.trim_end());
    }
    text.push('\n');
    text
}

/// To the terminal, or to a pipe that may be closed early.
pub fn print(bytes: &[u8]) -> ExitCode {
    match std::io::stdout().lock().write_all(bytes) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => fail(&Diagnostic::error(format!("the answer cannot be written: {error}")).into()),
    }
}
