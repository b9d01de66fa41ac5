//! What readers get now: read, compared with its record, and locked for this build.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::io;
use std::path::Path;

use blake3::Hash;
use fs_err as fs;

use crate::diagnostic::Report;
use crate::publishing::output::exchange;
use crate::publishing::output::folders::{Folders, MARK};
use crate::publishing::output::hidden::Stock;
use crate::publishing::output::manifest::Manifest;
use crate::publishing::output::problem::Problem;
use crate::publishing::output::record::{self, Read, Record};
use crate::publishing::output::stage::Stage;
use crate::publishing::output::tree::{Entry, Tree, folders_of};
use crate::telling::address::SitePath;

/// The folder of the output as it was found. No other build changes it while this value, or the [`Stage`]
/// that it becomes, is there.
#[derive(Debug)]
pub struct Public {
    pub(super) folders: Folders,
    /// What the folder holds, without its mark.
    pub(super) tree: Tree,
    /// The files of the last build that are still as it made them.
    pub(super) before: Manifest,
    /// What the last build left there, changed since or not.
    pub(super) made: MadeBefore,
    /// Whether the tree is to the last file what the record says.
    pub(super) state: State,
    /// Held until the end.
    _lock: fs::File,
}

/// Which files brede made.
#[derive(Debug)]
pub(super) enum MadeBefore {
    These(BTreeSet<SitePath>),
    /// The tree is brede's and its record is lost: whatever stands at the path of an artifact.
    WhatIsPlanned,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    AsRecorded,
    Otherwise,
}

impl Public {
    /// Reads the folder, which need not be there yet. With it come warnings: files that were edited by hand.
    ///
    /// # Errors
    /// Another build is going on, or the folder or the place beside it cannot be used.
    pub fn open(public: &Path) -> Result<(Public, Report), Report> {
        let mut warnings = Report::new();
        match Public::read(public, &mut warnings) {
            Ok(public) => Ok((public, warnings)),
            Err(problem) => {
                warnings.push(problem.into());
                Err(warnings)
            }
        }
    }

    /// The same where a build was published before; elsewhere it makes nothing, and nothing comes back.
    ///
    /// # Errors
    /// As [`Public::open`].
    pub fn reopen(public: &Path) -> Option<Result<(Public, Report), Report>> {
        public.join(MARK).is_file().then(|| Public::open(public))
    }

    fn read(public: &Path, warnings: &mut Report) -> Result<Public, Problem> {
        let folders = Folders::of(public)?;
        let lock = folders.lock()?;
        exchange::recover(&folders.hidden(), &folders.public, &folders.parked())?;
        let mut tree = Tree::read(&folders.public)?;
        let mark = tree.get(MARK).map(|_| read_mark(&folders.public)).transpose()?;
        tree.retain(|path, _| path != MARK);
        let name = mark.flatten();
        for record in folders
            .records()?
            .into_iter()
            .filter(|file| name.is_none_or(|name| *file != folders.record(&name)))
        {
            if let Err(error) = fs::remove_file(record) {
                warnings.push(Problem::Leftover(error).into());
            }
        }
        let found = match (mark, name) {
            (None, _) => Read::Paths(Vec::new()),
            (Some(_), Some(name)) => read_record(&folders, &name)?,
            (Some(_), None) => Read::Damaged,
        };
        let (before, made, state) = match found {
            Read::Whole(record) => compare(record, &tree, warnings),
            Read::Paths(paths) => {
                (Manifest::default(), MadeBefore::These(paths.into_iter().collect()), State::Otherwise)
            }
            Read::Damaged => {
                warnings.push(Problem::RecordLost { public: public.to_owned() }.into());
                (Manifest::default(), MadeBefore::WhatIsPlanned, State::Otherwise)
            }
        };
        Ok(Public { folders, tree, before, made, state, _lock: lock })
    }

    /// The files of the last build that are still as it made them. What was edited or deleted since is not
    /// among them, and so is made again.
    pub fn before(&self) -> &Manifest {
        &self.before
    }

    /// Begins a new tree, in which only these paths may be written.
    ///
    /// # Errors
    /// Every path at which something stands that brede did not make, or that is no path of a file.
    pub fn stage(self, planned: BTreeSet<SitePath>) -> Result<Stage, Report> {
        let mut report = Report::new();
        for path in &planned {
            if !is_plain(path) {
                report.push(Problem::NotPlain { path: path.clone() }.into());
            }
        }
        for (path, folder) in nested(&planned) {
            report.push(Problem::Inside { path: path.clone(), folder: folder.to_owned() }.into());
        }
        let foreign = self.foreign(&self.tree, &planned);
        if let Some(problem) = in_the_way(&foreign, &planned) {
            report.push(problem.into());
        }
        match report.is_empty() {
            true => Ok(Stage::new(self, planned)),
            false => Err(report),
        }
    }

    /// What in a tree brede did not make, in the order of the paths. Of folders only those in which it made
    /// nothing; what is in them comes after them.
    pub(super) fn foreign<'t>(&self, tree: &'t Tree, planned: &BTreeSet<SitePath>) -> Stock<'t> {
        let ours = match &self.made {
            MadeBefore::These(paths) => paths,
            MadeBefore::WhatIsPlanned => planned,
        };
        let ours: Vec<&str> = ours.iter().map(SitePath::as_str).collect();
        let others = tree.matched(ours.iter().copied()).others.into_iter();
        let holds_ours = |folder: &OsStr| {
            folder.to_str().is_some_and(|folder| {
                let inside = format!("{folder}/");
                let first = ours.partition_point(|path| *path < inside.as_str());
                ours.get(first).is_some_and(|path| path.starts_with(&inside))
            })
        };
        others.filter(|(path, entry)| *entry != Entry::Folder || !holds_ours(path)).collect()
    }
}

/// Paths of files below the path of another file.
fn nested(planned: &BTreeSet<SitePath>) -> Vec<(&SitePath, &str)> {
    let paths: Vec<&str> = planned.iter().map(SitePath::as_str).collect();
    let mut known: Option<&str> = None;
    let mut nested = Vec::new();
    for path in planned {
        let folder = path.as_str().rsplit_once('/').map(|(folder, _)| folder);
        if folder == known {
            continue;
        }
        known = folder;
        for folder in folders_of(path.as_str().as_ref()).filter_map(OsStr::to_str) {
            if paths.binary_search(&folder).is_ok() {
                nested.push((path, folder));
            }
        }
    }
    nested
}

/// Every planned path that something foreign stands at, above or below.
pub(super) fn in_the_way(foreign: &Stock, planned: &BTreeSet<SitePath>) -> Option<Problem> {
    if foreign.is_empty() {
        return None;
    }
    let files: BTreeSet<&OsStr> = planned.iter().map(|path| path.as_str().as_ref()).collect();
    let mut folders: BTreeMap<&OsStr, &SitePath> = BTreeMap::new();
    for path in planned {
        for folder in folders_of(path.as_str().as_ref()) {
            folders.entry(folder).or_insert(path);
        }
    }
    let mut in_the_way = Vec::new();
    for (standing, entry) in foreign {
        let at = std::iter::once(*standing).chain(folders_of(standing)).find(|path| files.contains(path));
        let path = match (at.and_then(OsStr::to_str), entry) {
            (Some(path), _) => Some(SitePath::new(path)),
            (None, Entry::Folder) => None,
            (None, Entry::File(_) | Entry::Other(_)) => folders.get(standing).map(|path| (*path).clone()),
        };
        in_the_way.extend(path.map(|path| (standing.to_string_lossy().into_owned(), path)));
    }
    (!in_the_way.is_empty()).then_some(Problem::Foreign { in_the_way })
}

/// The name of the record of a tree; none in a mark that was cut short.
fn read_mark(public: &Path) -> io::Result<Option<Hash>> {
    let mark = fs::read(public.join(MARK))?;
    let name = mark.strip_prefix(b"brede ").map(<[u8]>::trim_ascii);
    Ok(name.and_then(|name| Hash::from_hex(name).ok()))
}

pub(super) fn mark(name: &Hash) -> String {
    format!("brede {name}\n")
}

fn read_record(folders: &Folders, name: &Hash) -> io::Result<Read> {
    match fs::read(folders.record(name)) {
        Ok(bytes) => Ok(record::read(&bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Read::Damaged),
        Err(error) => Err(error),
    }
}

/// Keeps of a record what still stands as it says.
fn compare(record: Record, tree: &Tree, warnings: &mut Report) -> (Manifest, MadeBefore, State) {
    let Record { manifest, stamps } = record;
    let made: BTreeSet<SitePath> = manifest.iter().map(|(path, _)| path.clone()).collect();
    let (mut gone, mut edited) = (Vec::new(), Vec::new());
    let now = tree.matched(manifest.iter().map(|(path, _)| path.as_str())).stamps;
    for ((path, _), (then, now)) in manifest.iter().zip(stamps.iter().zip(now)) {
        match now {
            Some(now) if now.is_untouched_since(then) => {}
            now => {
                if now.is_some() {
                    edited.push(path.clone());
                }
                gone.push(path.clone());
            }
        }
    }
    if !edited.is_empty() {
        warnings.push(Problem::Edited { paths: edited }.into());
    }
    let state = if gone.is_empty() { State::AsRecorded } else { State::Otherwise };
    let mut before = manifest;
    for path in gone {
        before.remove(&path);
    }
    (before, MadeBefore::These(made), state)
}

/// Whether a path names a file below the root on every system.
fn is_plain(path: &SitePath) -> bool {
    let parts = || path.as_str().split('/');
    path.as_str() != MARK
        && parts().all(|part| !matches!(part, "" | "." | ".."))
        && !path.as_str().contains(|character: char| character == '\\' || character.is_control())
}
