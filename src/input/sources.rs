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
use walkdir::WalkDir;

use crate::diagnostic::{Diagnostic, Place, Report, nearest};
use crate::input::settings::{AreaSource, FileName, Members, Settings};

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
    let mut data = Data {
        areas: Vec::new(),
        sets: Vec::new(),
        crosswalks: Vec::new(),
        datasets: Vec::new(),
        layers: Vec::new(),
        layers_digest: blake3::hash(b""),
    };
    let mut read: BTreeMap<(PathBuf, String), Arc<Table>> = BTreeMap::new();
    let mut table = |file: &FileName, format: &crate::input::settings::Format, report: &mut Report| {
        let (path, name) = match folders.find(file) {
            Ok(found) => found,
            Err(diagnostic) => {
                report.push(diagnostic);
                return None;
            }
        };
        let key = (path.clone(), format!("{format:?}"));
        if let Some(table) = read.get(&key) {
            return Some(table.clone());
        }
        match csv_table::read(&path, &name, format) {
            Ok((table, warnings)) => {
                report.extend(warnings);
                let table = Arc::new(table);
                read.insert(key, table.clone());
                Some(table)
            }
            Err(problems) => {
                report.extend(problems);
                None
            }
        }
    };
    // a file of areas may be that of a dataset, and then its author has said there how it is written
    let format_of = |file: &FileName| {
        let told = settings.datasets.iter().find(|dataset| dataset.file.name == file.name);
        told.map(|dataset| dataset.format.clone()).unwrap_or_default()
    };
    for list in &settings.areas {
        data.areas.push(match &list.source {
            AreaSource::File { file, .. } => table(file, &format_of(file), &mut report),
            AreaSource::Given(_) => None,
        });
    }
    for set in &settings.sets {
        data.sets.push(match &set.members {
            Members::Listed { file, .. } => table(file, &format_of(file), &mut report),
            Members::Given(_) => None,
        });
    }
    for crosswalk in &settings.crosswalks {
        data.crosswalks.extend(table(&crosswalk.file, &format_of(&crosswalk.file), &mut report));
    }
    for dataset in &settings.datasets {
        data.datasets.extend(table(&dataset.file, &dataset.format, &mut report));
    }
    let mut digest = blake3::Hasher::new();
    for layer in &settings.boundaries.layers {
        match folders.find(&layer.file) {
            Ok((path, name)) => match boundaries::read(&path, &name, layer, &mut digest) {
                Ok((layer, warnings)) => {
                    report.extend(warnings);
                    data.layers.push(layer);
                }
                Err(problems) => report.extend(problems),
            },
            Err(diagnostic) => report.push(diagnostic),
        }
    }
    digest.update(&settings.boundaries.close_gaps.to_le_bytes());
    data.layers_digest = digest.finalize();
    report.and(data)
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
