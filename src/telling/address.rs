//! Subject, kind and language to the path of a file.
//!
//! The default language stands at the root, others under `/<lang>/`. Paths are relative to the root of the
//! site, with `/` and without a leading one; pages link to each other through [`SitePath::root`].

use std::fmt;
use std::sync::Arc;

use serde::Serialize;

use crate::input::settings::LanguageId;
use crate::telling::words::Words;

/// The path of a file of the output, from its root: `gebieden/DM01/index.html`. Copies are one text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct SitePath(Arc<str>);

impl SitePath {
    pub fn new(path: impl Into<Arc<str>>) -> SitePath {
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

/// How a data file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Csv,
    Json,
}

impl Format {
    pub const ALL: [Format; 2] = [Format::Csv, Format::Json];

    /// What the name of a file ends in.
    fn extension(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Json => "json",
        }
    }

    /// What readers call it.
    pub fn name(self) -> &'static str {
        match self {
            Format::Csv => "CSV",
            Format::Json => "JSON",
        }
    }
}

/// What a data file is of; it is the same in every language.
#[derive(Clone, Copy, Debug)]
pub enum DataOf<'a> {
    Areas,
    /// Which areas are in which set.
    Sets,
    /// Which groups of people there are.
    Groups,
    Indicators,
    Readings,
    /// By its code.
    Area(&'a str),
    /// By its id.
    Indicator(&'a str),
    /// By its id.
    Index(&'a str),
    /// Of the areas above its level, by its id.
    Above(&'a str),
}

impl DataOf<'_> {
    pub fn path(self, format: Format) -> SitePath {
        let name = match self {
            DataOf::Areas => "areas".to_owned(),
            DataOf::Sets => "sets".to_owned(),
            DataOf::Groups => "groups".to_owned(),
            DataOf::Indicators => "indicators".to_owned(),
            DataOf::Readings => "readings".to_owned(),
            DataOf::Area(code) => format!("areas/{code}"),
            DataOf::Indicator(id) => format!("indicators/{id}"),
            DataOf::Index(id) => format!("indices/{id}"),
            DataOf::Above(id) => format!("indices/{id}.above"),
        };
        SitePath::new(format!("data/{name}.{}", format.extension()))
    }
}

impl fmt::Display for SitePath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// What the browser reckons with where weights of an index are tried; the same in every language.
pub fn weights_data(id: &str) -> SitePath {
    SitePath::new(format!("brede/weights/{id}.js"))
}

/// The addresses of one language.
#[derive(Clone, Copy)]
pub struct Addresses<'a> {
    words: &'a Words,
}

impl<'a> Addresses<'a> {
    pub fn new(words: &'a Words) -> Addresses<'a> {
        Addresses { words }
    }

    fn page(&self, parts: &[&str]) -> SitePath {
        self.file(parts, "index.html")
    }

    fn file(&self, parts: &[&str], name: &str) -> SitePath {
        let language = match self.words.language() {
            LanguageId(0) => String::new(),
            LanguageId(_) => format!("{}/", self.words.tag()),
        };
        let folders: String = parts.iter().map(|part| format!("{part}/")).collect();
        SitePath::new(format!("{language}{folders}{name}"))
    }

    pub fn home(&self) -> SitePath {
        self.page(&[])
    }

    pub fn area(&self, code: &str) -> SitePath {
        self.page(&[&self.words.text("slug-areas"), code])
    }

    pub fn factsheet(&self, code: &str) -> SitePath {
        self.file(
            &[&self.words.text("slug-areas"), code],
            &format!("{}.pdf", self.words.text("slug-factsheet")),
        )
    }

    pub fn areas(&self) -> SitePath {
        self.page(&[&self.words.text("slug-areas")])
    }

    pub fn indices(&self) -> SitePath {
        self.page(&[&self.words.text("slug-indices")])
    }

    pub fn index(&self, id: &str) -> SitePath {
        self.page(&[&self.words.text("slug-indices"), id])
    }

    /// Where a reader tries other weights of an index.
    pub fn weights(&self, id: &str) -> SitePath {
        self.page(&[&self.words.text("slug-indices"), id, &self.words.text("slug-weights")])
    }

    pub fn stories(&self) -> SitePath {
        self.page(&[&self.words.text("slug-stories")])
    }

    pub fn story(&self, slug: &str) -> SitePath {
        self.page(&[&self.words.text("slug-stories"), slug])
    }

    pub fn themes(&self) -> SitePath {
        self.page(&[&self.words.text("slug-themes")])
    }

    pub fn theme(&self, id: &str) -> SitePath {
        self.page(&[&self.words.text("slug-themes"), id])
    }

    pub fn indicator(&self, id: &str) -> SitePath {
        self.page(&[&self.words.text("slug-indicators"), id])
    }

    pub fn method(&self) -> SitePath {
        self.page(&[&self.words.text("slug-method")])
    }

    pub fn downloads(&self) -> SitePath {
        self.page(&[&self.words.text("slug-downloads")])
    }

    /// A page beside the stories.
    pub fn extra(&self, slug: &str) -> SitePath {
        self.page(&[slug])
    }

    /// The names and codes of all areas, for the search field.
    pub fn names(&self) -> SitePath {
        self.file(&[], "areas.js")
    }
}
