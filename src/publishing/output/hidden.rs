//! The tree that readers do not see yet: swept, linked and written to.
//!
//! A file in it may be a link to one in `public/`, so nothing is ever written into a file that is there:
//! it is taken away and made anew.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::{OsStr, OsString};
use std::io::{self, Write};
use std::ops::Bound;
use std::path::Path;

use fs_err as fs;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::publishing::output::tree::{Entry, Stamp, Tree, folders_of};

/// What is to stand in a tree, by path: files and links with their stamps, and folders that may be empty.
pub type Stock<'a> = BTreeMap<&'a OsStr, Entry>;

/// Takes away all of a tree that is not in stock, or not the same file, and says what is left. What is in stock
/// and not left is to be linked.
pub fn sweep(root: &Path, mut tree: Tree, stock: &Stock) -> io::Result<Tree> {
    let mut wanted = stock.iter().peekable();
    let mut gone: BTreeSet<OsString> = BTreeSet::new();
    let mut failed = Ok(());
    tree.retain(|path, entry| {
        if folders_of(path).any(|folder| gone.contains(folder)) {
            return false;
        }
        while wanted.next_if(|(other, _)| **other < path).is_some() {}
        let is_wanted = wanted.peek() == Some(&(&path, &entry));
        let stays = is_wanted || (entry == Entry::Folder && holds_any(path, stock));
        if !stays && failed.is_ok() {
            failed = match entry {
                Entry::Folder => {
                    gone.insert(path.to_owned());
                    fs::remove_dir_all(root.join(path))
                }
                Entry::File(_) | Entry::Other(_) => fs::remove_file(root.join(path)),
            };
        }
        stays
    });
    failed.map(|()| tree)
}

/// Whether anything in stock lies below a folder.
fn holds_any(folder: &OsStr, stock: &Stock) -> bool {
    let mut inside = folder.to_owned();
    inside.push("/");
    let first = stock.range::<OsStr, _>((Bound::Included(inside.as_os_str()), Bound::Unbounded)).next();
    first.is_some_and(|(path, _)| Path::new(path).starts_with(folder))
}

/// Writes a new file.
pub fn write(root: &Path, path: &str, bytes: &[u8]) -> io::Result<Stamp> {
    let target = root.join(path);
    let mut file = anew(&target, || fs::File::create_new(&target))?;
    file.write_all(bytes)?;
    drop(file);
    Ok(Stamp::of(&fs::symlink_metadata(&target)?))
}

/// Lets files of `public` stand in the hidden tree as well; many at once, since most of the time goes into
/// waiting for the system.
pub fn link(root: &Path, public: &Path, stock: Stock) -> io::Result<()> {
    stock.into_par_iter().try_for_each(|(path, entry)| {
        let (from, to) = (public.join(path), root.join(path));
        if entry == Entry::Folder {
            return fs::create_dir_all(to);
        }
        match anew(&to, || fs::hard_link(&from, &to)) {
            // Some file systems have no hard links.
            Err(error) if error.kind() != io::ErrorKind::NotFound && matches!(entry, Entry::File(_)) => {
                copy(&from, &to)
            }
            done => done,
        }
    })
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::copy(from, to)?;
    let modified = fs::metadata(from)?.modified()?;
    fs::OpenOptions::new().write(true).open(to)?.file().set_modified(modified)
}

/// Makes a file, and what it needs: its folder, or that an earlier one be taken away.
fn anew<T>(target: &Path, make: impl Fn() -> io::Result<T>) -> io::Result<T> {
    match make() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            if let Some(folder) = target.parent() {
                fs::create_dir_all(folder)?;
            }
            make()
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            fs::remove_file(target)?;
            make()
        }
        done => done,
    }
}
