//! Subject, kind and language to the path of a file.
//!
//! The default language stands at the root, others under `/<lang>/`. Paths are relative to the root of the
//! site, with `/` and without a leading one; pages link to each other through [`SitePath::root`].

use std::fmt;

use serde::Serialize;

/// The path of a file of the output, from its root: `gebieden/DM01/index.html`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct SitePath(String);

impl SitePath {
    pub fn new(path: impl Into<String>) -> SitePath {
        SitePath(path.into())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What leads from this file to the root: `../../`, or nothing at the root.
    pub fn root(&self) -> String {
        "../".repeat(self.0.matches('/').count())
    }

    /// The address on the web: with the site's base, without `index.html`.
    pub fn canonical(&self, base_url: &str) -> String {
        let path = match self.0.strip_suffix("index.html") {
            Some(folder) => folder,
            None => &self.0,
        };
        format!("{}/{path}", base_url.trim_end_matches('/'))
    }
}

impl fmt::Display for SitePath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
