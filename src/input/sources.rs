//! The disk: every file of a site, read as it is, with its places; interprets no number.
//!
//! First [`texts`], which needs nothing but the folder; then, when the settings say which, the tables and
//! boundaries by [`data`]. Files are looked for in the site and in the folder of `--data`, never outside.

mod boundaries;
mod csv_table;
mod decode;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use fs_err as fs;
use rayon::prelude::*;
use walkdir::WalkDir;

use crate::diagnostic::{Diagnostic, Place, Report, nearest};
use crate::input::settings::{AreaSource, BoundaryFile, FileName, Format, Members, Settings};

pub use boundaries::{Feature, Layer};
pub use csv_table::{ColumnAt, Table};

/// The folders of a site that its author fills.
pub const FOLDERS: [&str; 4] = ["data", "content", "templates", "assets"];

/// What an author wrote by hand, by path from the site's root, with `/`.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    /// `site.toml`, and all directly in `data/` and `data/indices/`.
    pub settings: BTreeMap<Arc<str>, String>,
    /// `content/**/*.md`.
    pub prose: BTreeMap<Arc<str>, String>,
    /// `templates/**`: overrides of the embedded ones.
    pub templates: BTreeMap<Arc<str>, String>,
    /// `assets/**`, as bytes.
    pub assets: BTreeMap<Arc<str>, Vec<u8>>,
}

/// The data files that the settings name.
#[derive(Clone, Debug)]
pub struct Data {
    /// Per level of the site; absent where the settings themselves name the areas.
    pub areas: Vec<Option<Arc<Table>>>,
    /// Per area set; absent where the settings themselves name the areas.
    pub sets: Vec<Option<Arc<Table>>>,
    /// Per crosswalk.
    pub crosswalks: Vec<Arc<Table>>,
    /// Per dataset.
    pub datasets: Vec<Arc<Table>>,
    /// Per level with shapes.
    pub layers: Vec<Layer>,
    /// Of every file of shapes, and of how they are to be joined.
    pub layers_digest: blake3::Hash,
}

/// Reads what an author wrote by hand.
///
/// # Errors
/// Every file that cannot be read, or is not UTF-8.
pub fn texts(site: &Path) -> Result<Texts, Report> {
    let mut texts = Texts::default();
    let mut report = Report::new();
    if !site.join("site.toml").is_file() {
        return Err(Diagnostic::error(format!("there is no site in `{}`", site.display()))
            .hint("name a folder with a `site.toml`; `brede new FOLDER` makes one")
            .into());
    }
    read_text(site, Path::new("site.toml"), &mut texts.settings, &mut report);
    for path in files_below(site, "data", 2, &mut report) {
        let folder = path.parent().map(Path::to_path_buf).unwrap_or_default();
        let is_settings = folder == Path::new("data") || folder == Path::new("data/indices");
        if is_settings && path.extension().is_some_and(|extension| extension == "toml") {
            read_text(site, &path, &mut texts.settings, &mut report);
        }
    }
    for path in files_below(site, "content", usize::MAX, &mut report) {
        if path.extension().is_some_and(|extension| extension == "md") {
            read_text(site, &path, &mut texts.prose, &mut report);
        }
    }
    for path in files_below(site, "templates", usize::MAX, &mut report) {
        read_text(site, &path, &mut texts.templates, &mut report);
    }
    for path in files_below(site, "assets", usize::MAX, &mut report) {
        match fs::read(site.join(&path)) {
            Ok(bytes) => {
                texts.assets.insert(name_of(&path), bytes);
            }
            Err(error) => report.push(Diagnostic::error(error.to_string())),
        }
    }
    if report.has_errors() { Err(report) } else { Ok(texts) }
}

/// Reads the tables and boundaries. What is in two descriptions is read once.
///
/// # Errors
/// Every file that is missing, cannot be read or is not of its kind.
pub fn data(site: &Path, given: Option<&Path>, settings: &Settings) -> Result<(Data, Report), Report> {
    let folders = Folders::new(site, given);
    let mut report = Report::new();
    // a file of areas may be that of a dataset, and then its author has said there how it is written
    let format_of = |file: &FileName| {
        let told = settings.datasets.iter().find(|dataset| dataset.file.name == file.name);
        told.map(|dataset| dataset.format.clone()).unwrap_or_default()
    };
    let areas = settings.areas.iter().map(|list| match &list.source {
        AreaSource::File { file, .. } => Some(file),
        AreaSource::Given(_) => None,
    });
    let sets = settings.sets.iter().map(|set| match &set.members {
        Members::Listed { file, .. } => Some(file),
        Members::Given(_) => None,
    });
    let crosswalks = settings.crosswalks.iter().map(|crosswalk| Some(&crosswalk.file));
    let wanted = areas.chain(sets).chain(crosswalks).map(|file| file.map(|file| (file, format_of(file))));
    let datasets = settings.datasets.iter().map(|dataset| Some((&dataset.file, dataset.format.clone())));
    let wanted: Vec<Option<(&FileName, Format)>> = wanted.chain(datasets).collect();
    let (found, layers) = rayon::join(
        || tables(&folders, &wanted),
        || settings.boundaries.layers.par_iter().map(|layer| shapes(&folders, layer)).collect::<Vec<_>>(),
    );
    let mut tables = report.with(found).into_iter();
    let areas = tables.by_ref().take(settings.areas.len()).collect();
    let sets = tables.by_ref().take(settings.sets.len()).collect();
    let crosswalks = tables.by_ref().take(settings.crosswalks.len()).flatten().collect();
    let datasets = tables.flatten().collect();
    let mut digest = blake3::Hasher::new();
    let mut read = Vec::new();
    for layer in layers {
        match layer {
            Ok(((layer, of_layer), warnings)) => {
                report.extend(warnings);
                read.push(layer);
                digest.update(of_layer.as_bytes());
            }
            Err(problems) => report.extend(problems),
        }
    }
    digest.update(&settings.boundaries.close_gaps.to_le_bytes());
    let layers_digest = digest.finalize();
    report.and(Data { areas, sets, crosswalks, datasets, layers: read, layers_digest })
}

/// The table of each file that is wanted, in the same order, where there is one. What is wanted twice is read once.
fn tables(folders: &Folders, wanted: &[Option<(&FileName, Format)>]) -> (Vec<Option<Arc<Table>>>, Report) {
    let mut report = Report::new();
    let mut files: Vec<(PathBuf, String, &Format)> = Vec::new();
    let mut find = |(file, format)| {
        let (path, name) = folders.find(file).map_err(|problem| report.push(problem)).ok()?;
        let known = files.iter().position(|(other, _, written)| *other == path && *written == format);
        Some(known.unwrap_or_else(|| {
            files.push((path, name, format));
            files.len() - 1
        }))
    };
    let places: Vec<Option<usize>> =
        wanted.iter().map(|wanted| wanted.as_ref().and_then(|(file, format)| find((file, format)))).collect();
    let read = files.par_iter().map(|(path, name, format)| csv_table::read(path, name, format));
    let mut tables = Vec::new();
    for table in read.collect::<Vec<_>>() {
        tables.push(match table {
            Ok((table, warnings)) => {
                report.extend(warnings);
                Some(Arc::new(table))
            }
            Err(problems) => {
                report.extend(problems);
                None
            }
        });
    }
    (places.into_iter().map(|at| tables[at?].clone()).collect(), report)
}

/// The shapes of one level, with the digest of all that they are read from.
fn shapes(folders: &Folders, layer: &BoundaryFile) -> Result<((Layer, blake3::Hash), Report), Report> {
    let (path, name) = folders.find(&layer.file)?;
    boundaries::read(&path, &name, layer)
}

impl Data {
    /// Of every table and every shape.
    pub fn digest(&self) -> blake3::Hash {
        let mut digest = blake3::Hasher::new();
        for table in
            self.areas.iter().chain(&self.sets).flatten().chain(&self.crosswalks).chain(&self.datasets)
        {
            digest.update(table.digest.as_bytes());
        }
        digest.update(self.layers_digest.as_bytes());
        digest.finalize()
    }
}

/// Where data files may be.
struct Folders {
    folders: Vec<PathBuf>,
}

impl Folders {
    fn new(site: &Path, given: Option<&Path>) -> Folders {
        Folders { folders: std::iter::once(site.join("data")).chain(given.map(Path::to_path_buf)).collect() }
    }

    /// The path of a file, and what messages call it: `data/…` in the site, the plain name elsewhere.
    fn find(&self, file: &FileName) -> Result<(PathBuf, String), Diagnostic> {
        for (at, folder) in self.folders.iter().enumerate() {
            let path = folder.join(&file.name);
            if !path.is_file() {
                continue;
            }
            // a link may lead anywhere, and only these folders are the author's
            return match leads_within(&path, folder) {
                Ok(true) => {
                    let name = if at == 0 { format!("data/{}", file.name) } else { file.name.clone() };
                    Ok((path, name))
                }
                Ok(false) => Err(Diagnostic::error(format!("`{}` is a link out of its folder", file.name))
                    .at(file.place.clone())
                    .hint("copy the file, or give its folder with `--data`")),
                Err(error) => Err(Diagnostic::error(error.to_string()).at(file.place.clone())),
            };
        }
        let looked: Vec<String> =
            self.folders.iter().map(|folder| format!("`{}`", folder.display())).collect();
        let problem = Diagnostic::error(format!("there is no file `{}`", file.name)).at(file.place.clone());
        Err(match (self.nearest(&file.name), self.folders.len()) {
            (Some(name), _) => problem.hint(format!("did you mean `{name}`?")),
            (None, 1) => problem.hint(format!("it was looked for in {}; `--data` adds a folder", looked[0])),
            (None, _) => problem.hint(format!("it was looked for in {}", looked.join(" and "))),
        })
    }

    fn nearest(&self, name: &str) -> Option<String> {
        let beside = Path::new(name).parent().unwrap_or(Path::new(""));
        let mut names = Vec::new();
        for folder in &self.folders {
            let Ok(entries) = fs::read_dir(folder.join(beside)) else { continue };
            for entry in entries.flatten() {
                let path = beside.join(entry.file_name());
                names.push(name_of(&path).to_string());
            }
        }
        names.sort_unstable();
        nearest(name, names.iter().map(String::as_str)).map(str::to_owned)
    }
}

/// Every file below a folder of the site, in order of name; hidden ones are left out.
fn files_below(site: &Path, folder: &str, depth: usize, report: &mut Report) -> Vec<PathBuf> {
    let root = site.join(folder);
    if !root.is_dir() {
        return Vec::new();
    }
    let hidden =
        |entry: &walkdir::DirEntry| entry.depth() > 0 && entry.file_name().to_string_lossy().starts_with('.');
    let walk = WalkDir::new(&root).max_depth(depth).sort_by_file_name().into_iter();
    let mut found = Vec::new();
    for entry in walk.filter_entry(|entry| !hidden(entry)) {
        match entry {
            Ok(entry) if entry.file_type().is_file() => {
                found.extend(entry.path().strip_prefix(site).map(Path::to_path_buf).ok());
            }
            Ok(entry) if entry.path_is_symlink() => match linked(site, entry.path()) {
                Ok(path) => found.push(path),
                Err(problem) => report.push(problem),
            },
            Ok(_) => {}
            Err(error) => report.push(Diagnostic::error(error.to_string())),
        }
    }
    found
}

/// A link to a file of the site is read as a file; any other link is a problem, since what it leads to would
/// be missing without a word.
fn linked(site: &Path, path: &Path) -> Result<PathBuf, Diagnostic> {
    let name = path.strip_prefix(site).unwrap_or(path).to_path_buf();
    match leads_within(path, site) {
        Ok(true) if path.is_file() => Ok(name),
        Ok(_) => {
            Err(Diagnostic::error(format!("`{}` is a link, and not to a file of the site", name.display()))
                .hint("copy what it leads to"))
        }
        Err(error) => Err(Diagnostic::error(error.to_string())),
    }
}

/// Whether a path, links followed, lies in a folder.
fn leads_within(path: &Path, folder: &Path) -> std::io::Result<bool> {
    Ok(fs::canonicalize(path)?.starts_with(fs::canonicalize(folder)?))
}

/// A path as messages and settings name it.
fn name_of(path: &Path) -> Arc<str> {
    let parts: Vec<String> =
        path.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    parts.join("/").into()
}

fn read_text(site: &Path, path: &Path, into: &mut BTreeMap<Arc<str>, String>, report: &mut Report) {
    let name = name_of(path);
    match fs::read(site.join(path)) {
        Ok(bytes) => match String::from_utf8(bytes) {
            Ok(text) => {
                let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
                into.insert(name, text);
            }
            Err(error) => {
                let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
                let line = valid.iter().filter(|byte| **byte == b'\n').count() + 1;
                let place = Place::line(&name, u32::try_from(line).unwrap_or(0));
                report.push(Diagnostic::error("this file is not UTF-8").at(place).hint("save it as UTF-8"));
            }
        },
        Err(error) => report.push(Diagnostic::error(error.to_string())),
    }
}
