//! A cache of what is costly to make: arcs, web fonts, resized images, Monte Carlo runs.
//!
//! In `SITE/.brede/store/<kind>/<key>`, where the key is a digest of all that the content depends on, so an
//! entry is never out of date. Each begins with a hash of its content: a damaged one counts as absent and is
//! made again. The store only saves time: where it cannot be read or written the build goes on, slower, and
//! says so in [`Store::warnings`]. Two builds may share it.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard};

use blake3::Hash;
use fs_err as fs;

use crate::diagnostic::{Diagnostic, Report};

#[derive(Debug)]
pub struct Store {
    /// None where the folder cannot be made.
    folder: Option<PathBuf>,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    /// What was asked for or put since the store was opened, by kind.
    used: BTreeMap<&'static str, BTreeSet<Hash256>>,
    warnings: Report,
    /// Names of files that are not whole yet.
    parts: u64,
}

type Hash256 = [u8; 32];

impl Store {
    /// Opens the store in a folder, which is made if it is not there.
    pub fn open(folder: &Path) -> Store {
        let mut state = State::default();
        let folder = match prepare(folder) {
            Ok(()) => Some(folder.to_owned()),
            Err(error) => {
                state.warn(&error);
                None
            }
        };
        Store { folder, state: Mutex::new(state) }
    }

    /// The content that was put under the key, if it is there and whole.
    pub fn get(&self, kind: &'static str, key: &Hash) -> Option<Vec<u8>> {
        let path = self.used(kind, key)?;
        match fs::read(path) {
            Ok(bytes) => content(bytes),
            Err(error) => {
                if error.kind() != io::ErrorKind::NotFound {
                    self.state().warn(&error);
                }
                None
            }
        }
    }

    /// Keeps the content for later builds; an entry is there whole or not at all.
    pub fn put(&self, kind: &'static str, key: &Hash, content: &[u8]) {
        let Some(path) = self.used(kind, key) else { return };
        if let Err(error) = self.write(&path, content) {
            self.state().warn(&error);
        }
    }

    /// The content under the key, made and kept if it is not there.
    pub fn remember(&self, kind: &'static str, key: &Hash, make: impl FnOnce() -> Vec<u8>) -> Vec<u8> {
        self.get(kind, key).unwrap_or_else(|| {
            let content = make();
            self.put(kind, key, &content);
            content
        })
    }

    /// Removes the entries of a kind that were not asked for since the store was opened; none where nothing of
    /// that kind was asked for, since then nothing of it was stale.
    pub fn prune(&self, kind: &'static str) {
        let Some(folder) = &self.folder else { return };
        if !self.state().used.contains_key(kind) {
            return;
        }
        if let Err(error) = self.remove_unused(&folder.join(kind), kind) {
            self.state().warn(&error);
        }
    }

    /// What went wrong so far; none of it makes the output another.
    pub fn warnings(&self) -> Report {
        self.state().warnings.clone()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("nobody panics while holding it")
    }

    /// Where an entry is or comes to stand.
    fn used(&self, kind: &'static str, key: &Hash) -> Option<PathBuf> {
        let folder = self.folder.as_ref()?;
        self.state().used.entry(kind).or_default().insert(*key.as_bytes());
        Some(folder.join(kind).join(key.to_hex().as_str()))
    }

    fn write(&self, path: &Path, content: &[u8]) -> io::Result<()> {
        let part = {
            let mut state = self.state();
            state.parts += 1;
            path.with_extension(format!("{}-{}.part", std::process::id(), state.parts))
        };
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let written = fs::write(&part, [blake3::hash(content).as_bytes(), content].concat())
            .and_then(|()| fs::rename(&part, path));
        if written.is_err() && part.exists() {
            fs::remove_file(&part)?;
        }
        written
    }

    fn remove_unused(&self, folder: &Path, kind: &'static str) -> io::Result<()> {
        if !folder.exists() {
            return Ok(());
        }
        let used: BTreeSet<String> = self
            .state()
            .used
            .get(kind)
            .into_iter()
            .flatten()
            .map(|key| Hash::from_bytes(*key).to_hex().to_string())
            .collect();
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            if !entry.file_name().to_str().is_some_and(|name| used.contains(name)) {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }
}

impl State {
    fn warn(&mut self, error: &io::Error) {
        self.warnings.push(
            Diagnostic::warning(format!("the store cannot be used, so this build is slower: {error}"))
                .many("the store cannot be used {count} times, so this build is slower")
                .hint("see who may read and write there, and whether the disk is full; it may be deleted"),
        );
    }
}

/// The folder, and in the one above it what keeps git away.
fn prepare(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let Some(state) = folder.parent() else { return Ok(()) };
    let ignore = state.join(".gitignore");
    if ignore.exists() { Ok(()) } else { fs::write(ignore, "*\n") }
}

/// Takes the hash off the front, if it is the right one.
fn content(mut bytes: Vec<u8>) -> Option<Vec<u8>> {
    let hash = *bytes.first_chunk::<32>()?;
    (blake3::hash(&bytes[32..]) == hash).then(|| bytes.split_off(32))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(text: &str) -> Hash {
        blake3::hash(text.as_bytes())
    }

    struct Site(tempfile::TempDir);

    impl Site {
        fn new() -> Site {
            Site(tempfile::tempdir().unwrap())
        }

        fn store(&self) -> Store {
            Store::open(&self.0.path().join(".brede/store"))
        }

        fn entry(&self, kind: &str, text: &str) -> PathBuf {
            self.0.path().join(".brede/store").join(kind).join(key(text).to_hex().as_str())
        }
    }

    #[test]
    fn what_is_put_is_got_by_kind_and_key() {
        let site = Site::new();
        site.store().put("fonts", &key("sans"), b"glyphs");
        let store = site.store();
        assert_eq!(store.get("fonts", &key("sans")), Some(b"glyphs".to_vec()));
        assert_eq!(store.get("fonts", &key("serif")), None);
        assert_eq!(store.get("arcs", &key("sans")), None);
        assert!(store.warnings().is_empty());
        assert_eq!(fs::read_to_string(site.0.path().join(".brede/.gitignore")).unwrap(), "*\n");
    }

    #[test]
    fn remembers_by_making_only_once() {
        let site = Site::new();
        let made = site.store().remember("arcs", &key("a"), || b"made".to_vec());
        let again = site.store().remember("arcs", &key("a"), || panic!("it is in the store"));
        assert_eq!((made, again), (b"made".to_vec(), b"made".to_vec()));
        assert_eq!(site.store().remember("arcs", &key("nothing"), Vec::new), b"");
        assert_eq!(site.store().get("arcs", &key("nothing")), Some(Vec::new()));
    }

    #[test]
    fn a_damaged_entry_is_absent_and_then_replaced() {
        let site = Site::new();
        let store = site.store();
        store.put("fonts", &key("sans"), b"glyphs");
        for damage in [&b""[..], b"short", &[0; 40]] {
            fs::write(site.entry("fonts", "sans"), damage).unwrap();
            assert_eq!(store.get("fonts", &key("sans")), None);
            assert_eq!(store.remember("fonts", &key("sans"), || b"glyphs".to_vec()), b"glyphs");
            assert_eq!(store.get("fonts", &key("sans")), Some(b"glyphs".to_vec()));
        }
        assert!(store.warnings().is_empty());
    }

    #[test]
    fn pruning_keeps_what_was_used_and_other_kinds() {
        let site = Site::new();
        let store = site.store();
        for (kind, name) in [("fonts", "sans"), ("fonts", "serif"), ("fonts", "new"), ("arcs", "a")] {
            store.put(kind, &key(name), b"content");
        }
        let store = site.store();
        assert!(store.get("fonts", &key("sans")).is_some());
        store.put("fonts", &key("new"), b"content");
        store.prune("fonts");
        store.prune("images");
        let there = |kind, name| site.entry(kind, name).exists();
        assert!(there("fonts", "sans") && there("fonts", "new") && there("arcs", "a"));
        assert!(!there("fonts", "serif"));
        assert!(store.warnings().is_empty());
    }

    #[test]
    fn a_store_that_cannot_be_used_is_a_warning() {
        let site = Site::new();
        fs::write(site.0.path().join(".brede"), "a file where the folder should be").unwrap();
        let store = site.store();
        assert_eq!(store.remember("arcs", &key("a"), || b"made".to_vec()), b"made");
        store.prune("arcs");
        let warnings = store.warnings();
        assert!(!warnings.has_errors());
        assert_eq!(warnings.iter().count(), 1);
        assert!(warnings.iter().all(|warning| warning.message.contains(".brede")));
    }

    #[test]
    fn an_entry_that_cannot_be_written_is_a_warning_and_leaves_nothing() {
        let site = Site::new();
        let store = site.store();
        fs::create_dir_all(site.entry("arcs", "a")).unwrap();
        assert_eq!(store.remember("arcs", &key("a"), || b"made".to_vec()), b"made");
        assert_eq!(store.warnings().iter().map(|warning| warning.count).sum::<usize>(), 2);
        assert_eq!(fs::read_dir(site.entry("arcs", "a").parent().unwrap()).unwrap().count(), 1);
    }

    #[test]
    fn many_threads_may_use_it_at_once() {
        let site = Site::new();
        let store = site.store();
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    for number in 0..50 {
                        let name = (number % 5).to_string();
                        let content = store.remember("arcs", &key(&name), || name.clone().into_bytes());
                        assert_eq!(content, name.as_bytes());
                    }
                });
            }
        });
        assert!(store.warnings().is_empty());
    }
}
