//! What a build made: of every file, from what, and what came out.
//!
//! Written and read by [`record`](super::record); `plan` decides by it what is stale and checks links by its
//! receipts. Knows nothing of files on a disk.

use std::collections::BTreeMap;
use std::sync::Arc;

use blake3::Hash;

use crate::publishing::plan::Facets;
use crate::telling::address::SitePath;

/// Every file of a tree of output that is to be there, by its path. What stays the same from one build to the next
/// is shared by the manifests of both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    files: BTreeMap<SitePath, Arc<Made>>,
}

/// One file: what it was made from and what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// Everything the file depends on.
    pub facets: Facets,
    pub receipt: Receipt,
}

/// What is worth knowing of a file without reading it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    pub content: Content,
    /// The files of the site that it links to: their paths from the root, with `#anchor` where there is one.
    /// Shared, since a page's menu links where every other page's does.
    pub links: Vec<Arc<str>>,
    /// The anchors that others may link to, without `#`.
    pub anchors: Vec<Arc<str>>,
    pub title: Option<String>,
}

/// The bytes of a file, by their hash and number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Content {
    pub hash: Hash,
    pub size: u64,
}

impl Content {
    pub fn of(bytes: &[u8]) -> Content {
        Content { hash: blake3::hash(bytes), size: bytes.len() as u64 }
    }
}

impl Receipt {
    /// Of a file that links nowhere.
    pub fn plain(content: Content) -> Receipt {
        Receipt { content, links: Vec::new(), anchors: Vec::new(), title: None }
    }
}

impl Manifest {
    pub fn get(&self, path: &SitePath) -> Option<&Arc<Made>> {
        self.files.get(path)
    }

    /// Replaces what stood at the path.
    pub fn insert(&mut self, path: SitePath, made: impl Into<Arc<Made>>) {
        self.files.insert(path, made.into());
    }

    pub fn remove(&mut self, path: &SitePath) {
        self.files.remove(path);
    }

    /// In the order of the paths.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&SitePath, &Arc<Made>)> {
        self.files.iter()
    }

    pub fn len(&self) -> usize {
        self.files.len()
    }

    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}

impl FromIterator<(SitePath, Made)> for Manifest {
    fn from_iter<T: IntoIterator<Item = (SitePath, Made)>>(files: T) -> Manifest {
        Manifest { files: files.into_iter().map(|(path, made)| (path, Arc::new(made))).collect() }
    }
}
