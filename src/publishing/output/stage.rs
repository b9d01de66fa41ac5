//! The next tree: takes what is made, and becomes `public/` when all of it is there.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard};

use fs_err as fs;

use crate::diagnostic::{Diagnostic, Report};
use crate::publishing::output::exchange::exchange;
use crate::publishing::output::folders::MARK;
use crate::publishing::output::hidden::{self, Stock};
use crate::publishing::output::manifest::{Content, Made, Manifest};
use crate::publishing::output::problem::Problem;
use crate::publishing::output::public::{MadeBefore, Public, State, in_the_way, mark};
use crate::publishing::output::record::Encoded;
use crate::publishing::output::tree::{Entry, Stamp, Tree};
use crate::telling::address::SitePath;

/// A tree in the making. Dropped without [`Stage::finish`], it leaves `public/` as it was.
#[derive(Debug)]
pub struct Stage {
    public: Public,
    planned: BTreeSet<SitePath>,
    /// What was written so far; nothing before the hidden tree was swept, which the first write does.
    written: Mutex<Option<Begun>>,
}

/// The hidden tree since the first write.
#[derive(Debug)]
struct Begun {
    /// What was left of it then. No other build changes it, so it is not read again.
    swept: Tree,
    files: Files,
}

type Files = BTreeMap<SitePath, (Content, Stamp)>;

/// What a build did to `public/`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    pub written: usize,
    /// Not made again, or made and found to be the same.
    pub kept: usize,
    /// Made by an earlier build and no longer in the manifest.
    pub removed: usize,
    /// What brede did not make and carried over, in the order of the paths.
    pub foreign: Vec<String>,
}

impl Stage {
    pub(super) fn new(public: Public, planned: BTreeSet<SitePath>) -> Stage {
        Stage { public, planned, written: Mutex::new(None) }
    }

    /// See [`Public::before`].
    pub fn before(&self) -> &Manifest {
        &self.public.before
    }

    /// Takes a file; many threads may do so at once, for different paths. A file that is the same as before
    /// is left alone, with the time of its last change.
    ///
    /// # Errors
    /// The path is not in the plan, or the disk refuses.
    pub fn write(&self, path: &SitePath, bytes: &[u8]) -> Result<Content, Diagnostic> {
        self.take(path, bytes).map_err(Diagnostic::from)
    }

    fn take(&self, path: &SitePath, bytes: &[u8]) -> Result<Content, Problem> {
        if !self.planned.contains(path) {
            return Err(Problem::NotPlanned { path: path.clone() });
        }
        let content = Content::of(bytes);
        if self.before().get(path).is_some_and(|made| made.receipt.content == content) {
            return Ok(content);
        }
        let root = self.public.folders.hidden();
        {
            let mut written = self.written();
            if written.is_none() {
                let swept = hidden::sweep(&root, Tree::read(&root)?, &self.stock_at_start())?;
                *written = Some(Begun { swept, files: Files::new() });
            }
        }
        let stamp = hidden::write(&root, path.as_str(), bytes)?;
        if let Some(begun) = self.written().as_mut() {
            begun.files.insert(path.clone(), (content, stamp));
        }
        Ok(content)
    }

    fn written(&self) -> MutexGuard<'_, Option<Begun>> {
        self.written.lock().expect("nobody panics while holding it")
    }

    /// What may stand in the hidden tree while files are written to it: nothing that a path leads through.
    fn stock_at_start(&self) -> Stock<'_> {
        let planned = self.planned.iter().map(SitePath::as_str);
        let standing = self.public.tree.matched(planned).stamps.into_iter();
        let before = self.planned.iter().zip(standing);
        let before = before.filter(|(path, _)| self.before().get(path).is_some());
        let before = before.filter_map(|(path, stamp)| Some((as_os(path), Entry::File(stamp?))));
        before.chain(self.public.foreign(&self.public.tree, &self.planned)).collect()
    }

    /// Makes the tree whole, with exactly the files of the manifest and those that brede did not make, and
    /// puts it in the place of the old one.
    ///
    /// # Errors
    /// The manifest names what was not made; something foreign came where a file is to stand; the disk
    /// refuses. `public/` is then as it was.
    pub fn finish(self, after: &Manifest) -> Result<Written, Report> {
        self.publish(after).map_err(|problem| Diagnostic::from(problem).into())
    }

    fn publish(self, after: &Manifest) -> Result<Written, Problem> {
        let Stage { public, planned, written } = self;
        let begun = written.into_inner().expect("nobody panics while holding it");
        let (swept, mut written) = begun.map_or((None, Files::new()), |it| (Some(it.swept), it.files));
        let root = public.folders.hidden();
        // what stands there now: what was left at the first write, and what was written since
        let hidden =
            swept.map(|tree| tree.with(written.iter().map(|(path, (_, stamp))| (path.as_str(), *stamp))));
        written.retain(|path, _| after.get(path).is_some());
        let removed = match &public.made {
            MadeBefore::These(paths) => paths.iter().filter(|path| after.get(path).is_none()).count(),
            MadeBefore::WhatIsPlanned => 0,
        };
        let counts = Written {
            written: written.len(),
            kept: after.len() - written.len(),
            removed,
            foreign: Vec::new(),
        };
        let same = public.state == State::AsRecorded && written.is_empty() && removed == 0;
        if same && public.before == *after {
            return Ok(Written { foreign: names(&public.foreign(&public.tree, &planned)), ..counts });
        }
        let stamps = stamps(&public, &planned, &written, after)?;
        if same {
            save_record(&public, after, &stamps, &public.folders.public)?;
            return Ok(Written { foreign: names(&public.foreign(&public.tree, &planned)), ..counts });
        }

        let mut tree = Tree::read(&public.folders.public)?;
        tree.retain(|path, _| path != MARK);
        let foreign = public.foreign(&tree, &planned);
        if let Some(problem) = in_the_way(&foreign, &planned) {
            return Err(problem);
        }
        let carried = names(&foreign);
        let files = after.iter().zip(&stamps).map(|((path, _), stamp)| (as_os(path), Entry::File(*stamp)));
        let mut stock: Stock = foreign.into_iter().chain(files).collect();
        let hidden = hidden.map_or_else(|| Tree::read(&root), Ok)?;
        let there = hidden::sweep(&root, hidden, &stock)?;
        stock.retain(|path, entry| there.get(path) != Some(*entry));
        if let Some(path) = written.keys().find(|path| stock.contains_key(as_os(path))) {
            return Err(Problem::NotMade { path: path.clone() });
        }
        fs::create_dir_all(&root)?;
        hidden::link(&root, &public.folders.public, stock)?;
        if let Ok(metadata) = fs::metadata(&public.folders.public) {
            fs::set_permissions(&root, metadata.permissions())?;
        }
        save_record(&public, after, &stamps, &root)?;
        exchange(&root, &public.folders.public, &public.folders.parked()).map_err(|error| {
            match error.kind() {
                io::ErrorKind::ResourceBusy | io::ErrorKind::CrossesDevices => {
                    Problem::MountPoint { public: public.folders.public.clone() }
                }
                _ => Problem::System(error),
            }
        })?;
        Ok(Written { foreign: carried, ..counts })
    }
}

fn as_os(path: &SitePath) -> &OsStr {
    path.as_str().as_ref()
}

fn names(foreign: &Stock) -> Vec<String> {
    let files = foreign.iter().filter(|(_, entry)| **entry != Entry::Folder);
    files.map(|(path, _)| path.to_string_lossy().into_owned()).collect()
}

/// The stamp of each file of the manifest, which is either written now or kept.
fn stamps(
    public: &Public,
    planned: &BTreeSet<SitePath>,
    written: &Files,
    after: &Manifest,
) -> Result<Vec<Stamp>, Problem> {
    let standing = public.tree.matched(after.iter().map(|(path, _)| path.as_str())).stamps;
    let stamp = |((path, made), standing): ((&SitePath, &Arc<Made>), Option<Stamp>)| {
        if !planned.contains(path) {
            return Err(Problem::NotPlanned { path: path.clone() });
        }
        let content = made.receipt.content;
        let stamp = match (written.get(path), public.before.get(path)) {
            (Some((now, stamp)), _) => (*now == content).then_some(*stamp),
            (None, Some(before)) if before.receipt.content == content => standing,
            (None, _) => None,
        };
        stamp.ok_or_else(|| Problem::NotMade { path: path.clone() })
    };
    after.iter().zip(standing).map(stamp).collect()
}

/// Saves the record, then the mark that names it: each comes to its place whole, by a rename.
fn save_record(
    public: &Public,
    after: &Manifest,
    stamps: &[Stamp],
    tree: &std::path::Path,
) -> io::Result<()> {
    let encoded = Encoded::of(after);
    let part = public.folders.part();
    fs::write(&part, encoded.file(stamps.iter().copied()))?;
    fs::rename(&part, public.folders.record(&encoded.name()))?;
    fs::write(&part, mark(&encoded.name()))?;
    fs::rename(&part, tree.join(MARK))
}
