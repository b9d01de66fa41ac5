//! The world that Typst sees while it sets one document.
//!
//! In: the [`Printer`]'s files and those of the document. Out: those files, and nothing else: no disk, no
//! packages, no plugins, no clock.

use std::collections::BTreeMap;

use typst::diag::{FileError, FileResult, PackageError};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, Source, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World};

use crate::making::documents::{Printer, day};

/// What a template gets that asks for a package; [`super::problem`] adds what to do.
pub const NO_PACKAGES: &str = "packages are not available";
pub const NO_PLUGINS: &str = "plugins are not available";

pub struct Desk<'a> {
    printer: &'a Printer,
    /// The virtual files of this document, by path: `data.json`, `figures/map.svg`.
    files: BTreeMap<String, Bytes>,
    published: (u16, u8, u8),
}

impl<'a> Desk<'a> {
    pub fn new(printer: &'a Printer, files: BTreeMap<String, Bytes>, published: (u16, u8, u8)) -> Desk<'a> {
        Desk { printer, files, published }
    }

    pub fn date(&self) -> Option<Datetime> {
        day(self.published)
    }
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.printer.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.printer.book
    }

    fn main(&self) -> FileId {
        self.printer.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let path = within(id)?;
        if id == self.printer.main.id() {
            return Ok(self.printer.main.clone());
        }
        match self.printer.templates.get(path) {
            Some(source) => Ok(source.clone()),
            None if self.files.contains_key(path) || self.printer.files.contains_key(path) => {
                Err(FileError::NotSource)
            }
            None => Err(FileError::NotFound(path.into())),
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let path = within(id)?;
        if path.ends_with(".wasm") {
            return Err(FileError::Other(Some(NO_PLUGINS.into())));
        }
        let files = [&self.files, &self.printer.files];
        if let Some(bytes) = files.into_iter().find_map(|files| files.get(path)) {
            return Ok(bytes.clone());
        }
        self.source(id).map(|source| Bytes::from_string(source.text().to_owned()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.printer.faces.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        self.date()
    }
}

/// The path within the site; a package's is refused.
fn within(id: FileId) -> FileResult<&'static str> {
    match id.get().root() {
        VirtualRoot::Project => Ok(id.get().vpath().get_without_slash()),
        VirtualRoot::Package(_) => Err(FileError::Package(PackageError::Other(Some(NO_PACKAGES.into())))),
    }
}
