//! Publishing replaces a folder as a whole: never one that holds what the site is made from.

use std::path::{Path, PathBuf};

use crate::diagnostic::{Diagnostic, Report};
use crate::input::sources::FOLDERS;
use crate::publishing::output::problem::Problem;

/// Whether the output can go there.
///
/// # Errors
/// The folder is the site's or one above it, or it lies in one of the folders that the author fills.
pub fn apart(site: &Path, public: &Path) -> Result<(), Report> {
    let (real_site, real_public) = (resolved(site), resolved(public));
    let inside = FOLDERS.into_iter().find(|part| real_public.starts_with(real_site.join(part)));
    let part = if real_site.starts_with(&real_public) { Some("site.toml") } else { inside };
    let Some(part) = part else { return Ok(()) };
    let problem = Problem::HoldsTheSite { public: public.to_owned(), part: PathBuf::from(part) };
    Err(Diagnostic::from(problem).into())
}

/// The path without links and `..`, as far as it exists.
fn resolved(path: &Path) -> PathBuf {
    if let Ok(real) = fs_err::canonicalize(path) {
        return real;
    }
    match (path.parent(), path.file_name()) {
        (Some(parent), Some(name)) if parent.as_os_str().is_empty() => resolved(Path::new(".")).join(name),
        (Some(parent), Some(name)) => resolved(parent).join(name),
        _ => path.to_owned(),
    }
}
