//! Whether every link of a build leads somewhere, by the receipts alone.

use std::collections::{BTreeSet, HashMap, HashSet};
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
    let anchors: HashMap<&str, &[Arc<str>]> =
        pages.iter().map(|page| (page.path.as_str(), page.anchors)).collect();
    let planned: HashSet<&str> = planned.iter().map(SitePath::as_str).collect();
    // thousands of pages share one text that leads to one place
    let mut good: HashSet<*const str> = HashSet::new();
    let mut report = Report::new();
    for page in pages {
        for link in page.links {
            if good.contains(&Arc::as_ptr(link)) {
                continue;
            }
            match dead(link, &planned, &anchors) {
                Some(problem) => report.push(problem.at(Place::file(&Arc::from(page.path.as_str())))),
                None => _ = good.insert(Arc::as_ptr(link)),
            }
        }
    }
    report.and(()).map(|_| ())
}

/// What is wrong with a link, where something is.
fn dead(link: &str, planned: &HashSet<&str>, anchors: &HashMap<&str, &[Arc<str>]>) -> Option<Diagnostic> {
    let (path, anchor) = link.split_once('#').map_or((link, None), |(path, at)| (path, Some(at)));
    if !planned.contains(path) {
        let problem = Diagnostic::error(format!("a link leads to `{path}`, which is not there"))
            .many(format!("{{count}} pages link to `{path}`, which is not there"))
            .hint("links to areas are `{{ link(\"CODE\") }}`, to texts the path of their file");
        return Some(problem);
    }
    let (anchor, known) = anchor.zip(anchors.get(path))?;
    if known.iter().any(|it| **it == *anchor) {
        return None;
    }
    let problem =
        Diagnostic::error(format!("a link leads to `{path}#{anchor}`, and there is no such heading"));
    Some(match nearest(anchor, known.iter().map(|it| &**it)) {
        Some(nearest) => problem.hint(format!("did you mean `#{nearest}`?")),
        None => problem,
    })
}
