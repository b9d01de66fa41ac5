//! Why a build would make a file again.

use std::path::Path;

use crate::diagnostic::{Diagnostic, Report, nearest};
use crate::publishing::output::edition::Edition;
use crate::publishing::output::public::Public;
use crate::publishing::plan::Facet;

/// How a file of the output stands to its input, and what it is made from.
#[derive(Clone, Debug)]
pub struct Standing {
    pub freshness: Freshness,
    pub facets: Vec<Facet>,
}

/// Whether a build would make a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Freshness {
    /// It is there, and nothing that it is made from changed.
    Fresh,
    /// It is not there, or not as it was made.
    Absent,
    /// It is there, and these changed.
    Stale(Vec<Facet>),
}

/// Of a file by its path in the output, with or without the folder of the output before it.
///
/// # Errors
/// The output cannot be read, or it is no file of the site.
pub fn standing(edition: &Edition, out: &Path, file: &str) -> Result<Standing, Report> {
    let (public, _) = Public::open(out)?;
    let wanted =
        Path::new(file).strip_prefix(out).unwrap_or(Path::new(file)).to_string_lossy().replace('\\', "/");
    let wanted = wanted.trim_start_matches("./");
    let leaves = &edition.plan.leaves;
    let Some(leaf) = leaves.iter().find(|leaf| leaf.path.as_str() == wanted) else {
        let problem = Diagnostic::error(format!("there is no file `{wanted}` in the output of this site"));
        return Err(match nearest(wanted, leaves.iter().map(|leaf| leaf.path.as_str())) {
            Some(nearest) => problem.hint(format!("did you mean `{nearest}`?")),
            None => problem.hint("name it by its path in the output, such as `index.html`"),
        }
        .into());
    };
    let freshness = match public.before().get(&leaf.path) {
        None => Freshness::Absent,
        Some(made) if made.facets == leaf.facets => Freshness::Fresh,
        Some(made) => Freshness::Stale(leaf.facets.changed(&made.facets)),
    };
    Ok(Standing { freshness, facets: leaf.facets.all() })
}
