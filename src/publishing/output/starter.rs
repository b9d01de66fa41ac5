//! A site to begin with: the demo's settings, data and texts, which are embedded in the program.

use std::io;
use std::path::Path;

use fs_err as fs;
use include_dir::{Dir, include_dir};

use crate::diagnostic::Report;
use crate::publishing::output::fresh;

static DATA: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/data");
static CONTENT: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/content");
const SITE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/site.toml"));

/// Writes it to a folder that is not there yet, or is empty. The number of files comes back.
///
/// # Errors
/// There is something in the folder, or it cannot be written; nothing stays then.
pub fn start(folder: &Path) -> Result<usize, Report> {
    fresh::folder(folder, fill)
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
