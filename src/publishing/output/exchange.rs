//! Two folders change places: in one step where the system can do that, else in steps that are mended at
//! the next start.

use std::io;
use std::path::Path;

use fs_err as fs;

/// Puts `hidden` in the place of `public`, and the old tree in the place of the hidden one.
pub fn exchange(hidden: &Path, public: &Path, parked: &Path) -> io::Result<()> {
    if !public.exists() {
        return fs::rename(hidden, public);
    }
    match at_once(hidden, public) {
        Err(error) if cannot(&error) => by_renames(hidden, public, parked),
        done => done,
    }
}

/// Whether the system, or this file system, has no such step.
fn cannot(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput)
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn at_once(hidden: &Path, public: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, hidden, CWD, public, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn at_once(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// For a moment there is no `public`: [`recover`] brings the old one back if the process dies in it.
fn by_renames(hidden: &Path, public: &Path, parked: &Path) -> io::Result<()> {
    fs::rename(public, parked)?;
    if let Err(error) = fs::rename(hidden, public) {
        fs::rename(parked, public)?;
        return Err(error);
    }
    fs::rename(parked, hidden)
}

/// Ends what a killed build left in the middle: with the old tree where the new one was not there yet.
pub fn recover(hidden: &Path, public: &Path, parked: &Path) -> io::Result<()> {
    if !parked.exists() {
        return Ok(());
    }
    if !public.exists() {
        return fs::rename(parked, public);
    }
    if hidden.exists() {
        fs::remove_dir_all(hidden)?;
    }
    fs::rename(parked, hidden)
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Trees {
        folder: tempfile::TempDir,
    }

    impl Trees {
        fn new(names: &[(&str, &str)]) -> Trees {
            let trees = Trees { folder: tempfile::tempdir().unwrap() };
            for (name, content) in names {
                fs::create_dir(trees.path(name)).unwrap();
                fs::write(trees.path(name).join("file"), content).unwrap();
            }
            trees
        }

        fn path(&self, name: &str) -> std::path::PathBuf {
            self.folder.path().join(name)
        }

        fn with(&self, work: fn(&Path, &Path, &Path) -> io::Result<()>) -> [Option<String>; 3] {
            work(&self.path("hidden"), &self.path("public"), &self.path("parked")).unwrap();
            ["public", "hidden", "parked"].map(|name| fs::read_to_string(self.path(name).join("file")).ok())
        }
    }

    fn is(public: &str, hidden: Option<&str>) -> [Option<String>; 3] {
        [Some(public.to_owned()), hidden.map(str::to_owned), None]
    }

    #[test]
    fn both_ways_end_alike() {
        for way in [exchange, by_renames] {
            assert_eq!(Trees::new(&[("public", "old"), ("hidden", "new")]).with(way), is("new", Some("old")));
        }
        assert_eq!(Trees::new(&[("hidden", "new")]).with(exchange), is("new", None));
    }

    #[test]
    fn every_step_in_between_is_mended() {
        assert_eq!(Trees::new(&[("parked", "old"), ("hidden", "new")]).with(recover), is("old", Some("new")));
        assert_eq!(Trees::new(&[("parked", "old"), ("public", "new")]).with(recover), is("new", Some("old")));
        let all = [("parked", "older"), ("public", "new"), ("hidden", "odd")];
        assert_eq!(Trees::new(&all).with(recover), is("new", Some("older")));
        assert_eq!(Trees::new(&[("public", "new")]).with(recover), is("new", None));
    }

    #[test]
    fn a_new_tree_that_is_gone_leaves_the_old_one() {
        let trees = Trees::new(&[("public", "old")]);
        assert!(by_renames(&trees.path("hidden"), &trees.path("public"), &trees.path("parked")).is_err());
        assert_eq!(fs::read_to_string(trees.path("public").join("file")).unwrap(), "old");
    }
}
