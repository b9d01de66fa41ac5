//! What stands in a folder: every file with its stamp, read in one walk.
//!
//! Links are never followed: a symbolic link is an entry like a file. Changes nothing.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use fs_err as fs;
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use rayon::slice::ParallelSliceMut;

/// Everything below a folder, by path from it, with `/` between the parts.
#[derive(Debug, Default)]
pub struct Tree {
    /// In the order of the paths' bytes, which is that of texts too.
    entries: Vec<(OsString, Entry)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    Folder,
    /// A regular file.
    File(Stamp),
    /// A symbolic link, a pipe: what brede never makes.
    Other(Stamp),
}

/// What tells cheaply whether a file is still the one that was written: an edit changes the time, and a file
/// put in its place has another time, size or number. Equal stamps in two trees are two links to one file;
/// where the system has no numbers, a file and its copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    pub size: u64,
    /// Nanoseconds since 1970, as the file system says.
    pub modified: i64,
    /// The file's number on its disk, the same for all hard links to it; 0 where the system has none. Not
    /// kept in the record, since a copy of a site has others.
    number: u64,
}

impl Stamp {
    pub fn of(metadata: &Metadata) -> Stamp {
        let modified = metadata.modified().map_or(0, nanoseconds);
        Stamp { size: metadata.len(), modified, number: number(metadata) }
    }

    /// Of a file as a record remembers it.
    pub fn remembered(size: u64, modified: i64) -> Stamp {
        Stamp { size, modified, number: 0 }
    }

    /// Whether a file has the content it had when it was remembered, as far as its size and time tell.
    pub fn is_untouched_since(&self, remembered: &Stamp) -> bool {
        self.size == remembered.size && self.modified == remembered.modified
    }
}

fn nanoseconds(time: SystemTime) -> i64 {
    let clamp = |nanoseconds: u128| i64::try_from(nanoseconds).unwrap_or(i64::MAX);
    match time.duration_since(UNIX_EPOCH) {
        Ok(after) => clamp(after.as_nanos()),
        Err(before) => -clamp(before.duration().as_nanos()),
    }
}

#[cfg(unix)]
fn number(metadata: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(metadata)
}

#[cfg(not(unix))]
fn number(_: &Metadata) -> u64 {
    0
}

impl Tree {
    /// Reads a folder; one that is not there is empty.
    ///
    /// # Errors
    /// The first folder or file that cannot be read.
    pub fn read(root: &Path) -> std::io::Result<Tree> {
        match fs::symlink_metadata(root) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Tree::default()),
            other => other?,
        };
        let mut entries = below(root.to_owned(), OsString::new())?;
        entries.par_sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        Ok(Tree { entries })
    }

    pub fn get(&self, path: impl AsRef<OsStr>) -> Option<Entry> {
        let at = self.entries.binary_search_by(|(other, _)| other.as_os_str().cmp(path.as_ref()));
        at.ok().map(|at| self.entries[at].1)
    }

    pub fn iter(&self) -> impl Iterator<Item = (&OsStr, Entry)> {
        self.entries.iter().map(|(path, entry)| (path.as_os_str(), *entry))
    }

    /// Only what `stays` holds for; asked in the order of the paths, so of a folder before what is in it.
    pub fn retain(&mut self, mut stays: impl FnMut(&OsStr, Entry) -> bool) {
        self.entries.retain(|(path, entry)| stays(path, *entry));
    }

    /// The same with these files and the folders that they stand in, whatever stood at their paths.
    pub fn with<'p>(mut self, files: impl Iterator<Item = (&'p str, Stamp)>) -> Tree {
        let mut new: BTreeMap<OsString, Entry> = BTreeMap::new();
        for (path, stamp) in files {
            for folder in folders_of(path.as_ref()) {
                new.insert(folder.to_owned(), Entry::Folder);
            }
            new.insert(path.into(), Entry::File(stamp));
        }
        self.entries.retain(|(path, _)| !new.contains_key(path));
        self.entries.extend(new);
        self.entries.par_sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        self
    }

    /// Every file beside the path at the same place of the given ones, which are in order; and what is at no
    /// such path. One walk through both, where a search for each would take longer than reading the disk.
    pub fn matched<'p>(&self, sorted: impl Iterator<Item = &'p str>) -> Matched<'_> {
        let mut paths = sorted.peekable();
        let mut matched = Matched { stamps: Vec::new(), others: Vec::new() };
        for (path, entry) in self.iter() {
            while paths.next_if(|wanted| OsStr::new(wanted) < path).is_some() {
                matched.stamps.push(None);
            }
            match (paths.next_if(|wanted| OsStr::new(wanted) == path), entry) {
                (Some(_), Entry::File(stamp)) => matched.stamps.push(Some(stamp)),
                (Some(_), Entry::Folder | Entry::Other(_)) => {
                    matched.stamps.push(None);
                    matched.others.push((path, entry));
                }
                (None, _) => matched.others.push((path, entry)),
            }
        }
        matched.stamps.extend(paths.map(|_| None));
        matched
    }
}

/// What stands at given paths, and what else there is.
pub struct Matched<'a> {
    /// For every path, if a file stands there.
    pub stamps: Vec<Option<Stamp>>,
    /// Folders, what is no file, and files at other paths; in order.
    pub others: Vec<(&'a OsStr, Entry)>,
}

/// The entries of a folder and of those in it; its folders are read side by side, since most of the time
/// goes into waiting for the system.
fn below(folder: PathBuf, prefix: OsString) -> std::io::Result<Vec<(OsString, Entry)>> {
    let mut entries = Vec::new();
    let mut folders = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let entry = entry?;
        let mut path = prefix.clone();
        path.push(entry.file_name());
        let kind = entry.file_type()?;
        if kind.is_dir() {
            let mut inside = path.clone();
            inside.push("/");
            folders.push((entry.path(), inside));
            entries.push((path, Entry::Folder));
        } else {
            let stamp = Stamp::of(&entry.metadata()?);
            entries.push((path, if kind.is_file() { Entry::File(stamp) } else { Entry::Other(stamp) }));
        }
    }
    let inner: Vec<Vec<_>> =
        folders.into_par_iter().map(|(folder, prefix)| below(folder, prefix)).collect::<Result<_, _>>()?;
    entries.extend(inner.into_iter().flatten());
    Ok(entries)
}

/// The folders that a path stands in, from the nearest to the root's child: `a/b`, `a` for `a/b/c`.
pub fn folders_of(path: &OsStr) -> impl Iterator<Item = &OsStr> {
    Path::new(path).ancestors().skip(1).map(Path::as_os_str).filter(|folder| !folder.is_empty())
}
