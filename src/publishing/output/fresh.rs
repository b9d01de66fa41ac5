//! Folders that are written once, whole or not at all.

use std::ffi::OsString;
use std::io;
use std::path::Path;

use fs_err as fs;

use crate::diagnostic::{Diagnostic, Report};
use crate::publishing::output::problem::Problem;

/// Writes files to a folder that is not there yet, or is empty. The number of files comes back.
///
/// # Errors
/// There is something in the folder, or it cannot be written; nothing stays then.
pub fn files(at: &Path, files: &[(String, Vec<u8>)]) -> Result<usize, Report> {
    folder(at, |folder| {
        fs::create_dir_all(folder)?;
        files.iter().try_for_each(|(name, content)| fs::write(folder.join(name), content))?;
        Ok(files.len())
    })
}

/// A folder that `fill` fills.
pub fn folder(at: &Path, fill: impl FnOnce(&Path) -> io::Result<usize>) -> Result<usize, Report> {
    write(at, fill).map_err(|problem| Diagnostic::from(problem).into())
}

fn write(folder: &Path, fill: impl FnOnce(&Path) -> io::Result<usize>) -> Result<usize, Problem> {
    let is_free = match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    };
    let name = folder.file_name().filter(|_| is_free);
    let Some(name) = name else { return Err(Problem::NotEmpty { folder: folder.to_owned() }) };
    let mut hidden = OsString::from(".");
    hidden.push(name);
    hidden.push(".new");
    // written beside it, and renamed at the end
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
