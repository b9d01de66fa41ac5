//! Arguments, terminal, exit code.
//!
//! The only room that prints: problems through miette, progress as a bar where a terminal listens and as
//! plain lines elsewhere. Exit codes: 0 done, 1 problems, 2 wrong usage.

mod ask;
mod draw;
mod progress;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::diagnostic::{Diagnostic, Report, Severity};
use crate::publishing::output::{self, Freshness, Only, Standing};
use crate::publishing::plan::Facet;
use crate::{Built, Choices};

/// Turns indicator data about areas, their boundaries and Markdown stories into a monitor that people read.
#[derive(Debug, Parser)]
#[command(name = "brede", version, disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Begin a site: the settings, data and texts of the demo, to change into your own
    New(New),
    /// Make the website and the factsheets of a site
    Build(Build),
    /// Read a site and report what is wrong, without making anything
    Check(Input),
    /// Write the scores of an index: values, ranks, classes, what every domain adds
    Index(Index),
    /// Tell how an area came to its score on an index, or what it says of the parts of a larger one
    Explain(Explain),
}

#[derive(Debug, Args)]
struct New {
    /// The folder to make
    folder: PathBuf,
}

#[derive(Debug, Args)]
struct Input {
    /// The folder of the site
    #[arg(default_value = ".")]
    site: PathBuf,
    /// A folder with data files, beside `data/` of the site
    #[arg(long, value_name = "FOLDER")]
    data: Option<PathBuf>,
}

#[derive(Debug, Args)]
struct Build {
    #[command(flatten)]
    input: Input,
    /// Where the output goes [default: `public` in the site]
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
    /// Make only a part; what is there of the other part stays
    #[arg(long, value_enum)]
    only: Option<Part>,
    /// Tell why this file of the output would be made again, and make nothing
    #[arg(long, value_name = "PATH", conflicts_with_all = ["only", "jobs"])]
    explain: Option<String>,
    /// How many files are made at once [default: the number of cores]
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u16).range(1..=1024))]
    jobs: Option<u16>,
}

#[derive(Debug, Args)]
struct Index {
    /// The index, by the name of its file in `data/indices/`
    id: String,
    #[command(flatten)]
    input: Input,
    /// How it is written
    #[arg(long, value_enum, default_value_t = Written::Csv, conflicts_with = "audit")]
    format: Written,
    /// What it tells of
    #[arg(long, value_enum, default_value_t = Table::Scores, conflicts_with = "audit")]
    table: Table,
    /// Write a table of every step to this folder, so that each can be done again in a spreadsheet
    #[arg(long, value_name = "FOLDER")]
    audit: Option<PathBuf>,
}

#[derive(Debug, Args)]
struct Explain {
    /// The area, by its code, or by its name where no other has that
    area: String,
    /// The index, by the name of its file in `data/indices/`
    index: String,
    #[command(flatten)]
    input: Input,
    /// The year [default: the last one of the index]
    #[arg(long, value_name = "YEAR")]
    period: Option<i32>,
    /// A language of the site [default: its first]
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Written {
    Csv,
    Json,
    /// A workbook, with the weights and what was done to which cell
    Xlsx,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Table {
    /// What every area gets
    Scores,
    /// How far the order is another one without each part; a workbook holds this too, and what follows
    LeftOut,
    /// How indicators, domains, the score and the figures to compare with go together
    Correlations,
    /// Cronbach's alpha, of the domains and of the indicators of each
    Alpha,
    /// What the order hangs on, by Sobol's indices (`samples` in `[uncertainty]`)
    Sensitivity,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Part {
    /// Pages and what they need
    Pages,
    /// Factsheets
    Documents,
}

/// Reads the arguments of the process and does what they ask.
pub fn run() -> ExitCode {
    match Arguments::parse().command {
        Command::New(arguments) => new(&arguments),
        Command::Build(arguments) => build(&arguments),
        Command::Check(arguments) => check(&arguments),
        Command::Index(arguments) => ask::index(&arguments),
        Command::Explain(arguments) => ask::explain(&arguments),
    }
}

fn new(arguments: &New) -> ExitCode {
    let folder = arguments.folder.display();
    match output::start(&arguments.folder) {
        Ok(files) => {
            eprintln!("{} in `{folder}`, all of an invented region", count(files, "file", "files"));
            eprintln!(
                "build it with `brede build {folder}`, then change what is in `site.toml`, `data/` and `content/`"
            );
            ExitCode::SUCCESS
        }
        Err(report) => fail(&report),
    }
}

fn build(arguments: &Build) -> ExitCode {
    let start = Instant::now();
    let out = arguments.out.clone().unwrap_or_else(|| arguments.input.site.join("public"));
    let cores = || std::thread::available_parallelism().map_or(1, usize::from);
    let choices = Choices {
        data: arguments.input.data.as_deref(),
        out: &out,
        only: match arguments.only {
            None => Only::All,
            Some(Part::Pages) => Only::Pages,
            Some(Part::Documents) => Only::Documents,
        },
        jobs: arguments.jobs.map_or_else(cores, usize::from),
    };
    if let Err(problem) = exists(arguments.input.data.as_deref()) {
        return fail(&problem);
    }
    if let Some(file) = &arguments.explain {
        return why(arguments, &out, file);
    }
    let progress = progress::Bar::new();
    let built = crate::build(&arguments.input.site, choices, &progress);
    progress.end();
    match built {
        Ok(built) => {
            draw::report(&built.report);
            eprintln!("{}", summary(&built, &out, start.elapsed().as_secs_f64()));
            ExitCode::SUCCESS
        }
        Err(report) => fail(&report),
    }
}

fn check(arguments: &Input) -> ExitCode {
    if let Err(problem) = exists(arguments.data.as_deref()) {
        return refuse(&problem);
    }
    match crate::read(&arguments.site, arguments.data.as_deref()) {
        Ok(((edition, _), report)) => {
            draw::report(&report);
            let warnings = count(report.count(Severity::Warning), "warning", "warnings");
            eprintln!(
                "{} areas, {warnings}: nothing stands in the way of a build",
                edition.supplies.atlas.areas().count()
            );
            ExitCode::SUCCESS
        }
        Err(report) => refuse(&report),
    }
}

fn exists(data: Option<&Path>) -> Result<(), Report> {
    let Some(folder) = data.filter(|folder| !folder.is_dir()) else { return Ok(()) };
    let problem = Diagnostic::error(format!("there is no folder `{}`", folder.display()));
    Err(problem.hint("`--data` is relative to the current folder").into())
}

/// Where files or an answer were to be written.
fn fail(report: &Report) -> ExitCode {
    draw::report(report);
    eprintln!("{}; nothing was written", problems(report));
    ExitCode::from(1)
}

/// Where nothing is ever written.
fn refuse(report: &Report) -> ExitCode {
    draw::report(report);
    eprintln!("{}", problems(report));
    ExitCode::from(1)
}

/// "2 problems and 1 warning"
fn problems(report: &Report) -> String {
    let errors = count(report.count(Severity::Error), "problem", "problems");
    let warnings = match report.count(Severity::Warning) {
        0 => String::new(),
        warnings => format!(" and {}", count(warnings, "warning", "warnings")),
    };
    format!("{errors}{warnings}")
}

fn summary(built: &Built, out: &Path, seconds: f64) -> String {
    let Built { areas, tally, written, report } = built;
    let (pages, documents) = (count(tally.pages, "page", "pages"), count(tally.documents, "PDF", "PDFs"));
    let mut lines = vec![format!(
        "{}: {} made, {} still fresh, {} removed; {} in {seconds:.1} s",
        count(*areas, "area", "areas"),
        match tally.data {
            0 => format!("{pages} and {documents}"),
            data => format!("{pages}, {documents} and {}", count(data, "data file", "data files")),
        },
        count(tally.fresh, "file", "files"),
        written.removed,
        count(report.count(Severity::Warning), "warning", "warnings"),
    )];
    if !written.foreign.is_empty() {
        const SHOWN: usize = 5;
        let names: Vec<&str> = written.foreign.iter().take(SHOWN).map(String::as_str).collect();
        let more = if written.foreign.len() > SHOWN { ", …" } else { "" };
        let files = count(written.foreign.len(), "file that is", "files that are");
        lines.push(format!("{files} not of brede's making stayed: {}{more}", names.join(", ")));
    }
    lines.push(format!("the site is in {}", out.join("index.html").display()));
    lines.join("\n")
}

fn why(arguments: &Build, out: &Path, file: &str) -> ExitCode {
    match crate::standing(&arguments.input.site, arguments.input.data.as_deref(), out, file) {
        Ok(standing) => ask::print(format!("{}\n", standing_words(&standing)).as_bytes()),
        Err(report) => fail(&report),
    }
}

fn standing_words(standing: &Standing) -> String {
    let list = |facets: &[Facet]| -> String {
        facets.iter().map(|facet| format!("\n  {}", facet_words(*facet))).collect()
    };
    let all = list(&standing.facets);
    match &standing.freshness {
        Freshness::Fresh => format!("nothing changed that it is made from:{all}"),
        Freshness::Absent => format!("it is not there yet; it is made from:{all}"),
        Freshness::Stale(changed) => {
            let kept: Vec<Facet> =
                standing.facets.iter().filter(|facet| !changed.contains(facet)).copied().collect();
            let kept =
                if kept.is_empty() { String::new() } else { format!("\nand these did not:{}", list(&kept)) };
            format!("it would be made again, since these changed:{}{kept}", list(changed))
        }
    }
}

fn facet_words(facet: Facet) -> &'static str {
    match facet {
        Facet::Program => "the program",
        Facet::Settings => {
            "settings: site, indicators, themes, sources, area sets, indices; periods and classes"
        }
        Facet::Strings => "the site's own strings",
        Facet::Templates => "the site's own templates",
        Facet::Style => "the site's own style sheets and scripts",
        Facet::Assets => "files of `assets/`",
        Facet::Titles => "titles and addresses of other pages",
        Facet::Text => "the text about it in `content/`, with the numbers in it",
        Facet::Figures => "its figures",
        Facet::Compared => "figures of the areas that it is compared with",
        Facet::Level => "how areas of its level lie apart",
        Facet::Map => "figures on its map",
        Facet::Shapes => "shapes that it draws",
        Facet::Names => "names of areas, and who lies in whom",
    }
}

fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
