//! Where a tree of output and what belongs to it lie, and the lock that keeps a second build out.

use std::ffi::OsString;
use std::fs::TryLockError;
use std::io;
use std::path::{Path, PathBuf};

use blake3::Hash;
use fs_err as fs;

use crate::publishing::output::problem::Problem;

/// The file in a tree that names its record. Readers do not need it; it says nothing but a digest.
pub const MARK: &str = ".brede-build";

/// The ending of a record's file.
const RECORD: &str = "manifest";

#[derive(Debug)]
pub struct Folders {
    pub public: PathBuf,
    /// Beside `public`: what readers do not see.
    own: PathBuf,
}

impl Folders {
    /// Finds the real place of `public`, which need not be there yet, and makes the folder beside it.
    pub fn of(public: &Path) -> Result<Folders, Problem> {
        let public = settle(public)?;
        let (Some(parent), Some(name)) = (public.parent(), public.file_name()) else {
            return Err(Problem::NoName { public });
        };
        let mut own = OsString::from(".");
        own.push(name);
        own.push(".brede");
        let own = parent.join(own);
        fs::create_dir_all(&own)?;
        let ignore = own.join(".gitignore");
        if !ignore.exists() {
            fs::write(ignore, "*\n")?;
        }
        Ok(Folders { public, own })
    }

    /// The tree that is being made, or the last one but one.
    pub fn hidden(&self) -> PathBuf {
        self.own.join("next")
    }

    /// Where `public` stands for a moment if the system cannot exchange two folders in one step.
    pub fn parked(&self) -> PathBuf {
        self.own.join("parked")
    }

    pub fn record(&self, name: &Hash) -> PathBuf {
        self.own.join(format!("{name}.{RECORD}"))
    }

    /// A file that is to be renamed to its place when it is whole.
    pub fn part(&self) -> PathBuf {
        self.own.join("part")
    }

    /// The records that are there.
    pub fn records(&self) -> io::Result<Vec<PathBuf>> {
        let mut records = Vec::new();
        for entry in fs::read_dir(&self.own)? {
            let path = entry?.path();
            if path.extension().is_some_and(|ending| ending == RECORD) {
                records.push(path);
            }
        }
        Ok(records)
    }

    /// Keeps other builds out until the file is dropped; the system lets go of it when a process is killed.
    pub fn lock(&self) -> Result<fs::File, Problem> {
        let file =
            fs::OpenOptions::new().create(true).truncate(false).write(true).open(self.own.join("lock"))?;
        match file.file().try_lock() {
            Ok(()) => Ok(file),
            Err(TryLockError::WouldBlock) => Err(Problem::Busy { public: self.public.clone() }),
            // A network disk without locks: two builds at once are then the user's to avoid.
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => Ok(file),
            Err(TryLockError::Error(error)) => Err(Problem::System(error)),
        }
    }
}

/// The path without symbolic links, since an exchange would replace the link and not the folder.
fn settle(public: &Path) -> Result<PathBuf, Problem> {
    match fs::symlink_metadata(public) {
        Ok(_) => {
            let real = fs::canonicalize(public)?;
            if real.is_dir() { Ok(real) } else { Err(Problem::NotAFolder { public: public.to_owned() }) }
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let Some(name) = public.file_name() else {
                return Err(Problem::NoName { public: public.to_owned() });
            };
            let parent = match public.parent() {
                Some(parent) if !parent.as_os_str().is_empty() => parent,
                _ => Path::new("."),
            };
            fs::create_dir_all(parent)?;
            Ok(fs::canonicalize(parent)?.join(name))
        }
        Err(error) => Err(Problem::System(error)),
    }
}
