//! `brede` turns indicator data about areas, their boundaries and Markdown into a monitor that people read.
//!
//! The house, in the order in which data flow through it. A room imports only rooms that stand above it;
//! `tests/it/layers.rs` reads this list and holds every `crate::` path against it.
//!
//! ```text
//! diagnostic
//! input::settings
//! input::sources
//! model::atlas
//! model::shapes
//! index
//! telling::words
//! telling::look
//! telling::address
//! telling::figures
//! telling::prose
//! telling::profile
//! making::pages
//! making::documents
//! making::downloads
//! publishing::plan
//! publishing::store
//! publishing::output
//! cli
//! ```
//!
//! The hall is [`read`] and [`build`]: read, parse, assemble, compute, draw up, publish, one after the other.

pub mod diagnostic;
pub mod input {
    //! What a site's author wrote, read with places and checked; interprets no number.
    pub mod settings;
    pub mod sources;
}
pub mod model {
    //! Checked numbers and shapes; knows no language and no file.
    pub mod atlas;
    pub mod shapes;
}
pub mod index;
pub mod telling {
    //! Words, figures, prose and profiles: what is told, in one language, for every maker alike.
    pub mod address;
    pub mod figures;
    pub mod look;
    pub mod profile;
    pub mod prose;
    pub mod words;
}
pub mod making {
    //! Profiles and prose to HTML and PDF, numbers to data files.
    pub mod documents;
    pub mod downloads;
    pub mod pages;
}
pub mod publishing {
    //! Every artifact by name, what is stale, and the tree that readers get.
    pub mod output;
    pub mod plan;
    pub mod store;
}
pub mod cli;

use std::path::Path;
use std::thread;

use diagnostic::Report;
use input::{settings, sources};
use model::{atlas, shapes::Shapes};
use publishing::output::{self, Edition, Only, Parts, Progress, Public, Standing, Supplies, Tally, Written};
use publishing::plan::Digests;
use publishing::store::Store;

/// What a build did.
#[derive(Clone, Debug)]
pub struct Built {
    pub areas: usize,
    pub tally: Tally,
    pub written: Written,
    /// Warnings only.
    pub report: Report,
}

/// How a site is built.
#[derive(Clone, Copy, Debug)]
pub struct Choices<'a> {
    /// A folder with data files, beside those of the site.
    pub data: Option<&'a Path>,
    pub out: &'a Path,
    pub only: Only,
    /// How many leaves are made at once; at least 1.
    pub jobs: usize,
}

/// Reads a site and reckons everything that its leaves are made from. The store is `.brede/` in the site.
///
/// # Errors
/// Everything that is wrong in the first step that has errors; the steps after it need its outcome.
pub fn read(site: &Path, data: Option<&Path>) -> Result<((Edition, Store), Report), Report> {
    let mut notes = Report::new();
    let texts = sources::texts(site)?;
    let store = Store::open(&site.join(".brede").join("store"));
    let settings = notes.keep(settings::check(&texts.settings))?;
    let data = notes.keep(sources::data(site, data, &settings))?;
    let program = output::program();
    let digests = Digests::of(program, &texts);
    let atlas = notes.keep(atlas::assemble(&settings, &data))?;
    let shapes = notes.with(output::shapes(&store, program, &settings, &atlas, &data));
    notes.extend(index::doubts(&settings.indices, &settings.indicators, &atlas));
    let scores = notes.keep(index::compute(&settings.indices, &atlas))?;
    let scores = notes.keep(output::uncertainties(&store, program, &settings, &atlas, scores))?;
    let edition = notes.keep(Edition::new(Parts { settings, texts, atlas, scores, shapes, digests }))?;
    Ok(((edition, store), notes))
}

/// Reads of a site what its scores are reckoned from, and reckons them: no texts, no shapes, no templates of pages.
///
/// # Errors
/// Everything that is wrong in the first step that has errors.
pub fn reckon(site: &Path, data: Option<&Path>) -> Result<(Supplies, Report), Report> {
    let mut notes = Report::new();
    let texts = sources::texts(site)?;
    let store = Store::open(&site.join(".brede").join("store"));
    let mut settings = notes.keep(settings::check(&texts.settings))?;
    settings.boundaries.layers.clear();
    let data = notes.keep(sources::data(site, data, &settings))?;
    let atlas = notes.keep(atlas::assemble(&settings, &data))?;
    let scores = notes.keep(index::compute(&settings.indices, &atlas))?;
    let scores = notes.keep(output::uncertainties(&store, output::program(), &settings, &atlas, scores))?;
    let supplies = Supplies::new(settings, &texts, (atlas, scores, Shapes::default()), &mut notes);
    notes.and(supplies)
}

/// Tells why a build would make a file again, and makes nothing.
///
/// # Errors
/// As [`read`]; the output cannot be read; it is no file of the site.
pub fn standing(site: &Path, data: Option<&Path>, out: &Path, file: &str) -> Result<Standing, Report> {
    let ((edition, _), _) = read(site, data)?;
    output::standing(&edition, out, file)
}

/// Builds a site: brings the output up to date with its input.
///
/// # Errors
/// As [`read`]; and what is wrong with templates, links and the output itself. `public/` is then as it was.
pub fn build(site: &Path, choices: Choices<'_>, progress: &dyn Progress) -> Result<Built, Report> {
    let mut notes = Report::new();
    output::apart(site, choices.out)?;
    let (read, before) = thread::scope(|scope| {
        // what stands there is looked at while what it is made from is read
        let before = scope.spawn(|| Public::reopen(choices.out));
        (read(site, choices.data), before.join().expect("no panic in a room"))
    });
    let (edition, store) = notes.keep(read)?;
    let public = notes.keep(before.unwrap_or_else(|| Public::open(choices.out)))?;
    let stage = public.stage(edition.plan.paths())?;
    let (manifest, tally, warnings) =
        output::make(&edition, &store, &stage, choices.only, choices.jobs, progress)?;
    notes.extend(warnings);
    let written = stage.finish(&manifest)?;
    store.prune("shapes");
    store.prune("shape-notes");
    store.prune("uncertainty");
    store.prune("woff2");
    notes.extend(store.warnings());
    Ok(Built { areas: edition.supplies.atlas.areas().count(), tally, written, report: notes })
}
