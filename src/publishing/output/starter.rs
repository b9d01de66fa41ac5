//! A site to begin with: the demo's settings, data and texts, which are embedded in the program.

use std::io;
use std::path::Path;

use fs_err as fs;
use include_dir::{Dir, include_dir};

use crate::diagnostic::{Diagnostic, Report};
use crate::publishing::output::problem::Problem;

static DATA: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/data");
static CONTENT: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/content");
const SITE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/site.toml"));

/// Writes it to a folder that is not there yet, or is empty. The number of files comes back.
///
/// # Errors
/// There is something in the folder, or it cannot be written; nothing stays then.
pub fn start(folder: &Path) -> Result<usize, Report> {
    write(folder).map_err(|problem| Diagnostic::from(problem).into())
}

fn write(folder: &Path) -> Result<usize, Problem> {
    let is_free = match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    };
    let name = folder.file_name().filter(|_| is_free);
    let Some(name) = name else { return Err(Problem::NotEmpty { folder: folder.to_owned() }) };
    let mut hidden = std::ffi::OsString::from(".");
    hidden.push(name);
    hidden.push(".new");
    // whole or not at all: written beside it, and renamed at the end
    let beside = folder.with_file_name(hidden);
    let written = fill(&beside).and_then(|count| {
        if folder.is_dir() {
            fs::remove_dir(folder)?;
        }
        fs::rename(&beside, folder)?;
        Ok(count)
    });
    if written.is_err() && beside.exists() {
        // the first failure tells more than one of tidying up
        drop(fs::remove_dir_all(&beside));
    }
    written.map_err(Problem::System)
}

fn fill(folder: &Path) -> io::Result<usize> {
    fs::create_dir_all(folder)?;
    fs::write(folder.join("site.toml"), SITE)?;
    let mut count = 1;
    for (name, dir) in [("data", &DATA), ("content", &CONTENT)] {
        count += unpack(dir, &folder.join(name))?;
    }
    Ok(count)
}

fn unpack(dir: &Dir<'_>, folder: &Path) -> io::Result<usize> {
    fs::create_dir_all(folder)?;
    let mut count = 0;
    for file in dir.files() {
        fs::write(folder.join(file.path().file_name().unwrap_or_default()), file.contents())?;
        count += 1;
    }
    for inner in dir.dirs() {
        count += unpack(inner, &folder.join(inner.path().file_name().unwrap_or_default()))?;
    }
    Ok(count)
}
