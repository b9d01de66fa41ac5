//! Whether every link of a build leads somewhere, by the receipts alone.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place, Report, nearest};
use crate::telling::address::SitePath;

/// A page as its receipt tells of it.
pub struct Linked<'a> {
    pub path: &'a SitePath,
    /// Paths from the root, with `#anchor` where there is one.
    pub links: &'a [Arc<str>],
    pub anchors: &'a [Arc<str>],
}

/// Every link to a file that is not planned, or to an anchor that the file does not have. A planned file
/// that was not made this time is no dead link.
///
/// # Errors
/// One problem for each page and target.
pub fn check_links(pages: &[Linked<'_>], planned: &BTreeSet<SitePath>) -> Result<(), Report> {
    let anchors: std::collections::BTreeMap<&str, &[Arc<str>]> =
        pages.iter().map(|page| (page.path.as_str(), page.anchors)).collect();
    let planned: std::collections::HashSet<&str> = planned.iter().map(SitePath::as_str).collect();
    let mut report = Report::new();
    for page in pages {
        for link in page.links {
            let (path, anchor) = link.split_once('#').map_or((&**link, None), |(path, at)| (path, Some(at)));
            let place = || Place::file(&Arc::from(page.path.as_str()));
            if !planned.contains(path) {
                report.push(
                    Diagnostic::error(format!("a link leads to `{path}`, which is not there"))
                        .many(format!("{{count}} pages link to `{path}`, which is not there"))
                        .at(place())
                        .hint("links to areas are `{{ link(\"CODE\") }}`, to texts the path of their file"),
                );
                continue;
            }
            let known = anchors.get(path).copied();
            if let (Some(anchor), Some(known)) = (anchor, known)
                && !known.iter().any(|it| **it == *anchor)
            {
                let problem = Diagnostic::error(format!(
                    "a link leads to `{path}#{anchor}`, and there is no such heading"
                ))
                .at(place());
                report.push(match nearest(anchor, known.iter().map(|it| &**it)) {
                    Some(nearest) => problem.hint(format!("did you mean `#{nearest}`?")),
                    None => problem,
                });
            }
        }
    }
    report.and(()).map(|_| ())
}
