//! The commands that answer a question and publish nothing.

use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use unicode_segmentation::UnicodeSegmentation as _;

use super::{Explain, Index, Input, Table, Written, draw, exists, fail, refuse};
use crate::diagnostic::{Diagnostic, Report, nearest};
use crate::index::IndexId;
use crate::input::settings::LanguageId;
use crate::making::downloads::{self, About, Extent, Holds, Stock};
use crate::model::atlas::{AreaId, Atlas};
use crate::publishing::output::{self, Supplies};
use crate::telling::address::Format;
use crate::telling::profile::{self, Explanation};

pub fn index(arguments: &Index) -> ExitCode {
    if let Some(folder) = &arguments.audit {
        return audit(arguments, folder);
    }
    let answer = read(&arguments.input).and_then(|supplies| {
        let index = find_index(&supplies, &arguments.id)?;
        draw::report(&no_rows(&supplies, index, arguments.table));
        let stock = stock(&supplies);
        let file = |format| match arguments.table {
            Table::Scores => downloads::file(stock, Holds::Index(index), format),
            Table::LeftOut => downloads::about(stock, index, About::LeftOut, format),
            Table::Correlations => downloads::about(stock, index, About::Correlations, format),
            Table::Alpha => downloads::about(stock, index, About::Alpha, format),
            Table::Sensitivity => downloads::about(stock, index, About::Sensitivity, format),
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

/// Why a table that was asked for has no rows.
fn no_rows(supplies: &Supplies, index: IndexId, table: Table) -> Report {
    let (scores, id) = (&supplies.scores.indices[index.0], &supplies.settings.indices[index.0].id);
    let note = match table {
        Table::LeftOut if scores.left_out.is_none() => {
            let told = format!("nothing is left out of the index `{id}`, and the table has no rows");
            Diagnostic::note(told).hint(
                "it has one part alone, or fewer than two areas with a score, or counts pairs (`copeland`) of more than \
                 2,000 areas, which takes too long",
            )
        }
        Table::Sensitivity if !has_sensitivities(supplies, index) => {
            let told = format!("the index `{id}` asks for no sensitivities, and the table has no rows");
            Diagnostic::note(told)
                .hint("give `[uncertainty]` in its definition what varies, and `samples = 1000`")
        }
        Table::Scores | Table::LeftOut | Table::Correlations | Table::Alpha | Table::Sensitivity => {
            return Report::new();
        }
    };
    Report::from(note)
}

fn has_sensitivities(supplies: &Supplies, index: IndexId) -> bool {
    let found = supplies.scores.indices[index.0].uncertainty.as_ref();
    found.is_some_and(|found| !found.sensitivities.is_empty())
}

/// All that was reckoned, whatever the site shows.
fn stock(supplies: &Supplies) -> Stock<'_> {
    let Supplies { settings, atlas, scores, .. } = supplies;
    Stock { settings, atlas, scores, extent: Extent::All }
}

/// Every step of an index, a file for each.
fn audit(arguments: &Index, folder: &Path) -> ExitCode {
    let written = read(&arguments.input).and_then(|supplies| {
        let index = find_index(&supplies, &arguments.id)?;
        let stock = stock(&supplies);
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
    let answer = read(&arguments.input).and_then(|supplies| {
        let index = find_index(&supplies, &arguments.index)?;
        explanation(&supplies, index, arguments)
    });
    match answer {
        Ok(text) => print(text.as_bytes()),
        Err(problems) => refuse(&problems),
    }
}

fn read(input: &Input) -> Result<Supplies, Report> {
    exists(input.data.as_deref())?;
    let (supplies, warnings) = crate::reckon(&input.site, input.data.as_deref())?;
    draw::report(&warnings);
    Ok(supplies)
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

fn find_index(supplies: &Supplies, id: &str) -> Result<IndexId, Report> {
    let ids = supplies.settings.indices.iter().map(|index| index.id.as_str());
    let found = ids.clone().position(|known| known == id).map(IndexId);
    found.ok_or_else(|| {
        if supplies.settings.indices.is_empty() {
            let problem = Diagnostic::error("this site has no index");
            return problem.hint("an index is `data/indices/<id>.toml`").into();
        }
        unknown(format!("there is no index `{id}`"), id, ids)
    })
}

/// What there is to say of a score; or of an area above the level of the index, of its parts.
fn explanation(supplies: &Supplies, index: IndexId, arguments: &Explain) -> Result<String, Report> {
    let scores = &supplies.scores.indices[index.0];
    let area = find_area(supplies, arguments.area.as_str(), index)?;
    let studio = supplies.studio(find_language(supplies, arguments.language.as_deref())?);
    let period = arguments.period.or(scores.latest()).unwrap_or_default();
    if !scores.periods.contains(&period) {
        let periods: Vec<String> = scores.periods.iter().map(i32::to_string).collect();
        let problem = Diagnostic::error(format!("the index `{}` has no scores of {period}", scores.id));
        return Err(problem.hint(format!("its periods are {}", periods.join(", "))).into());
    }
    if supplies.atlas.is_of(area, scores.level) {
        let explained = profile::explain(&studio, area, index, period);
        return explained.map(|explained| written(&explained)).ok_or_else(|| no_score(supplies, area, index));
    }
    let told = profile::explain_above(&studio, area, index, period);
    told.map(|sentences| format!("{}\n", sentences.join("\n"))).ok_or_else(|| no_score(supplies, area, index))
}

fn no_score(supplies: &Supplies, area: AreaId, index: IndexId) -> Report {
    let scores = &supplies.scores.indices[index.0];
    let level = &supplies.settings.levels[usize::from(scores.level.0)].id;
    let hint =
        format!("the index `{}` has scores of the level `{level}`, and tells of what lies above", scores.id);
    let code = &supplies.atlas.area(area).code;
    Diagnostic::error(format!("`{code}` has no score, and no parts with one")).hint(hint).into()
}

fn find_language(supplies: &Supplies, tag: Option<&str>) -> Result<LanguageId, Report> {
    let Some(tag) = tag else { return Ok(LanguageId(0)) };
    let known = supplies.settings.site.languages.iter().map(String::as_str);
    let found = known.clone().position(|known| known == tag).map(LanguageId);
    found.ok_or_else(|| unknown(format!("the site has no language `{tag}`"), tag, known))
}

/// An area by its code, or by its name where no other has that.
fn find_area(supplies: &Supplies, named: &str, index: IndexId) -> Result<AreaId, Report> {
    let atlas = &supplies.atlas;
    if let Some(area) = atlas.find(named) {
        return Ok(area);
    }
    let wanted = named.to_lowercase();
    let all: Vec<(AreaId, String)> = atlas.areas().map(|(id, area)| (id, area.name.to_lowercase())).collect();
    let those = |is: &dyn Fn(&str) -> bool| -> Vec<AreaId> {
        all.iter().filter(|(_, name)| is(name)).map(|(id, _)| *id).collect()
    };
    let exact = those(&|name| name == wanted);
    if let [area] = exact.as_slice() {
        return Ok(*area);
    }
    let found = if exact.is_empty() { those(&|name| name.contains(&wanted)) } else { exact.clone() };
    if !found.is_empty() {
        const SHOWN: usize = 8;
        let shown: Vec<String> = found.iter().take(SHOWN).map(|area| placed(atlas, *area)).collect();
        let more = if found.len() > SHOWN { ", …" } else { "" };
        let message = if exact.is_empty() {
            format!("there is no area `{named}`")
        } else {
            format!("there are {} areas `{named}`", exact.len())
        };
        let hint = format!("name one by its code: {}{more}", shown.join(", "));
        return Err(Diagnostic::error(message).hint(hint).into());
    }
    let level = supplies.scores.indices[index.0].level;
    let of_level = atlas.level(level).map(|id| atlas.area(id));
    let names: Vec<&str> = of_level.flat_map(|area| [area.code.as_str(), area.name.as_str()]).collect();
    Err(unknown(format!("there is no area `{named}`"), named, names.into_iter()))
}

/// "`DM010203` Rozenhof (Havermonde)": with the area of the first level below the whole that it lies in.
fn placed(atlas: &Atlas, area: AreaId) -> String {
    let own = atlas.area(area);
    let around = atlas.around(area);
    let around = around.map(|above| format!(" ({})", atlas.area(above).name)).unwrap_or_default();
    format!("`{}` {}{around}", own.code, own.name)
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
    let mut rows: Vec<[String; 7]> = vec![explanation.head.clone()];
    rows.extend(explanation.rows.iter().map(|row| {
        let mut cells = row.cells.clone();
        cells[0].insert_str(0, &"  ".repeat(row.depth));
        cells
    }));
    let wide = |text: &str| text.graphemes(true).count();
    let widths: Vec<usize> =
        (0..7).map(|at| rows.iter().map(|row| wide(&row[at])).max().unwrap_or(0)).collect();
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
