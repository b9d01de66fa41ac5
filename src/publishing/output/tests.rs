//! A folder of output, built and meddled with.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use fs_err as fs;

use crate::diagnostic::Report;
use crate::publishing::output::{Content, Made, Manifest, Public, Receipt, Stage, Written};
use crate::publishing::plan::Facets;
use crate::telling::address::SitePath;

/// A site whose files are their paths and contents.
struct Site {
    folder: tempfile::TempDir,
}

type Files<'a> = &'a [(&'a str, &'a str)];

const FIRST: Files<'_> = &[("index.html", "home"), ("a/index.html", "a one"), ("a/b/index.html", "b")];

impl Site {
    fn new() -> Site {
        Site { folder: tempfile::tempdir().unwrap() }
    }

    /// One that was built once.
    fn built(files: Files<'_>) -> Site {
        let site = Site::new();
        site.build(files).unwrap();
        site
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn public(&self, path: &str) -> PathBuf {
        self.path("public").join(path)
    }

    fn hidden(&self) -> PathBuf {
        self.path(".public.brede/next")
    }

    fn put(&self, path: &str, content: &str) -> &Site {
        fs::create_dir_all(self.public(path).parent().unwrap()).unwrap();
        fs::write(self.public(path), content).unwrap();
        self
    }

    fn open(&self) -> (Public, Report) {
        Public::open(&self.path("public")).unwrap()
    }

    fn stage(&self, files: Files<'_>) -> Result<Stage, Report> {
        self.open().0.stage(files.iter().map(|(path, _)| SitePath::new(*path)).collect())
    }

    /// As a build does: makes what is stale, keeps the rest. What a file is made from is its content.
    fn build(&self, files: Files<'_>) -> Result<Written, Report> {
        let stage = self.stage(files)?;
        let mut after = Manifest::default();
        for (path, content) in files {
            let (path, facets) = (SitePath::new(*path), Facets::of_test(content));
            let made = match stage.before().get(&path) {
                Some(made) if made.facets == facets => made.clone(),
                _ => {
                    let receipt = Receipt::plain(stage.write(&path, content.as_bytes()).unwrap());
                    Arc::new(Made { facets, receipt })
                }
            };
            after.insert(path, made);
        }
        stage.finish(&after)
    }

    /// The files that readers get, and whether the record says the same.
    fn published(&self) -> BTreeMap<String, String> {
        let mut files = files_in(&self.path("public"));
        assert!(files.remove(".brede-build").is_some(), "the tree names its record");
        files
    }
}

fn files_in(root: &Path) -> BTreeMap<String, String> {
    walkdir::WalkDir::new(root)
        .min_depth(1)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| !entry.file_type().is_dir())
        .map(|entry| {
            let path = entry.path().strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            (path, fs::read_to_string(entry.path()).unwrap_or_default())
        })
        .collect()
}

fn folders_in(root: &Path) -> BTreeSet<String> {
    walkdir::WalkDir::new(root)
        .min_depth(1)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_dir())
        .map(|entry| entry.path().strip_prefix(root).unwrap().to_str().unwrap().to_owned())
        .collect()
}

fn owned(files: Files<'_>) -> BTreeMap<String, String> {
    files.iter().map(|(path, content)| ((*path).to_owned(), (*content).to_owned())).collect()
}

fn counts(written: usize, kept: usize, removed: usize) -> Written {
    Written { written, kept, removed, foreign: Vec::new() }
}

fn message(report: Report) -> String {
    let messages: Vec<String> = report.iter().map(crate::diagnostic::Diagnostic::wording).collect();
    messages.join("\n")
}

#[test]
fn the_first_build_makes_the_folder() {
    let site = Site::new();
    assert_eq!(site.build(FIRST).unwrap(), counts(3, 0, 0));
    assert_eq!(site.published(), owned(FIRST));
    assert_eq!(fs::read_to_string(site.path(".public.brede/.gitignore")).unwrap(), "*\n");
}

#[test]
fn a_build_of_the_same_touches_nothing() {
    let site = Site::built(FIRST);
    let before = fs::metadata(site.path("public")).unwrap().modified().unwrap();
    assert_eq!(site.build(FIRST).unwrap(), counts(0, 3, 0));
    assert_eq!(fs::metadata(site.path("public")).unwrap().modified().unwrap(), before);
    assert!(!site.hidden().exists());
}

#[test]
fn what_changed_is_written_what_went_is_removed() {
    let site = Site::built(FIRST);
    let second: Files<'_> = &[("index.html", "home"), ("a/index.html", "a two"), ("c/index.html", "c")];
    assert_eq!(site.build(second).unwrap(), counts(2, 1, 1));
    assert_eq!(site.published(), owned(second));
    assert_eq!(folders_in(&site.path("public")), BTreeSet::from(["a".to_owned(), "c".to_owned()]));
    assert_eq!(site.build(FIRST).unwrap(), counts(2, 1, 1));
    assert_eq!(site.published(), owned(FIRST));
    assert_eq!(site.build(&[]).unwrap(), counts(0, 0, 3));
    assert_eq!(site.published(), owned(&[]));
}

/// The old tree is never written through a link that it shares with the new one.
#[test]
fn the_old_tree_keeps_its_content() {
    let site = Site::built(FIRST);
    for (content, earlier) in [("a two", "a one"), ("a three", "a two"), ("a four", "a three")] {
        site.build(&[FIRST[0], ("a/index.html", content), FIRST[2]]).unwrap();
        let mut hidden = files_in(&site.hidden());
        hidden.remove(".brede-build");
        assert_eq!(hidden, owned(&[FIRST[0], ("a/index.html", earlier), FIRST[2]]));
    }
}

#[cfg(unix)]
#[test]
fn what_stays_the_same_is_one_file_in_both_trees() {
    use std::os::unix::fs::MetadataExt;
    let site = Site::built(FIRST);
    site.build(&[FIRST[0], ("a/index.html", "a two"), FIRST[2]]).unwrap();
    let number = |path: PathBuf| fs::metadata(path).unwrap().ino();
    assert_eq!(number(site.public("index.html")), number(site.hidden().join("index.html")));
    assert_ne!(number(site.public("a/index.html")), number(site.hidden().join("a/index.html")));
}

/// A page that is made again and comes out the same keeps its time, which web servers and rsync go by.
#[test]
fn the_same_content_is_not_written() {
    let site = Site::built(FIRST);
    let before = fs::metadata(site.public("index.html")).unwrap().modified().unwrap();
    let (path, facets) = (SitePath::new("index.html"), Facets::of_test("other facets"));
    let stage = site.stage(FIRST).unwrap();
    let content = stage.write(&path, b"home").unwrap();
    let mut after = stage.before().clone();
    after.insert(path.clone(), Made { facets, receipt: Receipt::plain(content) });
    assert_eq!(stage.finish(&after).unwrap(), counts(0, 3, 0));
    assert_eq!(fs::metadata(site.public("index.html")).unwrap().modified().unwrap(), before);
    assert_eq!(site.open().0.before(), &after, "the new facets are recorded all the same");
}

#[test]
fn a_build_that_fails_leaves_all_as_it_was() {
    let site = Site::built(FIRST);
    let stage = site.stage(FIRST).unwrap();
    stage.write(&SitePath::new("a/index.html"), b"half").unwrap();
    drop(stage);
    assert_eq!(site.published(), owned(FIRST));
    assert_eq!(site.build(FIRST).unwrap(), counts(0, 3, 0));
}

#[test]
fn what_a_killed_build_left_does_no_harm() {
    let site = Site::built(FIRST);
    site.build(&[FIRST[0]]).unwrap();
    fs::create_dir_all(site.hidden().join("left")).unwrap();
    fs::write(site.hidden().join("left/half"), "ha").unwrap();
    fs::remove_file(site.hidden().join("index.html")).unwrap();
    fs::create_dir(site.hidden().join("index.html")).unwrap();
    fs::write(site.path(".public.brede/part"), "half a record").unwrap();
    assert_eq!(site.build(FIRST).unwrap(), counts(2, 1, 0));
    assert_eq!(site.published(), owned(FIRST));
}

#[test]
fn a_file_may_become_a_folder_and_the_other_way_round() {
    let site = Site::built(&[("a", "file"), ("b/index.html", "in a folder")]);
    site.build(&[("a", "file"), ("b/index.html", "again")]).unwrap();
    let second: Files<'_> = &[("a/index.html", "in a folder"), ("b", "file")];
    assert_eq!(site.build(second).unwrap(), counts(2, 0, 2));
    assert_eq!(site.published(), owned(second));
}

#[test]
fn files_of_others_are_carried_over_and_listed() {
    let site = Site::built(FIRST);
    site.put("CNAME", "monitor.example").put("a/photo.jpg", "photo").put("own/deep/notes.txt", "notes");
    fs::create_dir_all(site.public("own/empty")).unwrap();
    let foreign = ["CNAME", "a/photo.jpg", "own/deep/notes.txt"].map(str::to_owned).to_vec();
    let same = site.build(FIRST).unwrap();
    assert_eq!(same, Written { foreign: foreign.clone(), ..counts(0, 3, 0) });
    for content in ["two", "three", "four"] {
        let written = site.build(&[("index.html", content)]).unwrap();
        assert_eq!(written.foreign, foreign);
        let mut files = owned(&[("index.html", content), ("CNAME", "monitor.example")]);
        files.extend(owned(&[("a/photo.jpg", "photo"), ("own/deep/notes.txt", "notes")]));
        assert_eq!(site.published(), files);
        assert!(site.public("own/empty").is_dir());
    }
    fs::remove_dir_all(site.public("own")).unwrap();
    fs::remove_file(site.public("CNAME")).unwrap();
    let written = site.build(&[("index.html", "five")]).unwrap();
    assert_eq!(written.foreign, ["a/photo.jpg"]);
    assert_eq!(folders_in(&site.path("public")), BTreeSet::from(["a".to_owned()]));
}

#[test]
fn a_file_that_comes_while_building_is_carried_over_too() {
    let site = Site::built(FIRST);
    let stage = site.stage(&[("index.html", "")]).unwrap();
    let path = SitePath::new("index.html");
    let content = stage.write(&path, b"new").unwrap();
    site.put("late.txt", "late");
    let after = Manifest::from_iter([(
        path,
        Made { facets: Facets::of_test("content"), receipt: Receipt::plain(content) },
    )]);
    assert_eq!(stage.finish(&after).unwrap().foreign, ["late.txt"]);
    assert_eq!(site.published(), owned(&[("index.html", "new"), ("late.txt", "late")]));
}

#[test]
fn files_of_others_are_never_overwritten() {
    let site = Site::new();
    site.put("index.html", "mine").put("a", "mine, where a folder is to come").put("a.txt", "mine");
    let refused = message(site.build(FIRST).unwrap_err());
    assert_eq!(
        refused,
        "brede did not make `a` (where `a/b/index.html` is to come), `index.html`, and would have to overwrite \
         what stands there"
    );
    let other: Files<'_> = &[("b/index.html", "b")];
    assert_eq!(site.build(other).unwrap().foreign, ["a", "a.txt", "index.html"]);
    assert!(message(site.build(&[("a.txt/index.html", "")]).unwrap_err()).contains("`a.txt`"));
    assert!(message(site.put("b/c/mine", "").build(&[("b/c", "")]).unwrap_err()).contains("`b/c/mine`"));
    assert_eq!(fs::read_to_string(site.public("index.html")).unwrap(), "mine");
}

#[test]
fn a_file_that_comes_while_building_is_not_overwritten_either() {
    let site = Site::built(FIRST);
    let stage = site.stage(&[("new.html", "")]).unwrap();
    let path = SitePath::new("new.html");
    let content = stage.write(&path, b"new").unwrap();
    site.put("new.html", "mine");
    let after = Manifest::from_iter([(
        path,
        Made { facets: Facets::of_test("content"), receipt: Receipt::plain(content) },
    )]);
    assert!(message(stage.finish(&after).unwrap_err()).contains("`new.html`"));
    assert_eq!(fs::read_to_string(site.public("new.html")).unwrap(), "mine");
}

#[test]
fn what_was_edited_or_deleted_by_hand_is_made_again() {
    let site = Site::built(FIRST);
    site.put("a/index.html", "my own words");
    fs::remove_file(site.public("index.html")).unwrap();
    let (public, warnings) = site.open();
    assert_eq!(public.before().len(), 1);
    drop(public);
    assert_eq!(message(warnings), "edited since it was made, and made again: `a/index.html`");
    assert_eq!(site.build(FIRST).unwrap(), counts(2, 1, 0));
    assert_eq!(site.published(), owned(FIRST));
    assert!(site.open().1.is_empty());
}

/// Also where the edit went into the file itself, and so into the hidden tree.
#[test]
fn an_edit_does_not_come_back_from_the_hidden_tree() {
    let site = Site::built(FIRST);
    site.build(&[FIRST[0], FIRST[1], FIRST[2], ("more", "")]).unwrap();
    site.put("index.html", "my own words");
    site.build(FIRST).unwrap();
    assert_eq!(site.published(), owned(FIRST));
}

#[test]
fn a_lost_record_costs_time_and_no_file() {
    let site = Site::built(FIRST);
    site.put("mine.txt", "mine");
    for damage in ["deleted", "cut", "mark"] {
        for entry in fs::read_dir(site.path(".public.brede")).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|ending| ending == "manifest") {
                match damage {
                    "deleted" => fs::remove_file(path).unwrap(),
                    "cut" => fs::write(path, "").unwrap(),
                    _ => fs::write(site.public(".brede-build"), "").unwrap(),
                }
            }
        }
        assert!(message(site.open().1).contains("is lost or damaged; all of it is made again"), "{damage}");
        let written = site.build(FIRST).unwrap();
        assert_eq!(written, Written { foreign: vec!["mine.txt".to_owned()], ..counts(3, 0, 0) });
        assert!(site.open().1.is_empty());
    }
}

#[test]
fn only_the_record_in_use_is_kept() {
    let site = Site::built(FIRST);
    for content in ["two", "three", "four"] {
        site.build(&[("index.html", content)]).unwrap();
    }
    drop(site.open());
    let records = fs::read_dir(site.path(".public.brede")).unwrap().map(|entry| entry.unwrap().path());
    assert_eq!(records.filter(|path| path.extension().is_some_and(|ending| ending == "manifest")).count(), 1);
}

#[test]
fn two_builds_at_once_are_refused() {
    let site = Site::built(FIRST);
    let first = site.open();
    let refused = message(Public::open(&site.path("public")).unwrap_err());
    assert!(refused.starts_with("another build is writing to `"), "{refused}");
    drop(first);
    site.open();
}

#[test]
fn no_path_leads_out_of_the_tree() {
    let site = Site::new();
    for path in
        ["", "/etc/x", "../x", "a/../../x", "a//b", "./a", "a/", "a\\b", "a\nb", "a\0", ".brede-build"]
    {
        let refused = message(site.build(&[(path, "")]).unwrap_err());
        assert!(refused.contains("cannot be the path of a file"), "{path:?}: {refused}");
    }
    assert!(message(site.build(&[("a", ""), ("a/b", "")]).unwrap_err()).contains("`a` is a file as well"));
    let stage = site.stage(FIRST).unwrap();
    assert!(stage.write(&SitePath::new("other.html"), b"").is_err());
}

#[test]
fn a_manifest_must_tell_the_truth() {
    let site = Site::built(&[FIRST[0]]);
    let stage = site.stage(FIRST).unwrap();
    let mut after = stage.before().clone();
    let made = Made { facets: Facets::default(), receipt: Receipt::plain(Content::of(b"")) };
    after.insert(SitePath::new("a/index.html"), made);
    assert_eq!(message(stage.finish(&after).unwrap_err()), "`a/index.html` is in the plan and was not made");
    assert_eq!(site.published(), owned(&[FIRST[0]]));
}

#[test]
fn many_threads_write_at_once() {
    let site = Site::built(FIRST);
    let paths: Vec<SitePath> =
        (0..400).map(|number| SitePath::new(format!("{}/{number}/index.html", number % 7))).collect();
    let stage = site.open().0.stage(paths.iter().cloned().collect()).unwrap();
    let made: Vec<(SitePath, Made)> = std::thread::scope(|scope| {
        let workers: Vec<_> = paths
            .chunks(50)
            .map(|share| {
                let stage = &stage;
                scope.spawn(move || {
                    let make = |path: &SitePath| {
                        let content = stage.write(path, path.as_str().as_bytes()).unwrap();
                        (
                            path.clone(),
                            Made { facets: Facets::of_test("content"), receipt: Receipt::plain(content) },
                        )
                    };
                    share.iter().map(make).collect::<Vec<_>>()
                })
            })
            .collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    });
    assert_eq!(stage.finish(&made.into_iter().collect()).unwrap(), counts(400, 0, 3));
    assert!(site.published().iter().all(|(path, content)| path == content));
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    /// A link that was carried over once and is gone since may still stand in the hidden tree.
    #[test]
    fn nothing_is_written_through_a_link() {
        let site = Site::built(FIRST);
        fs::create_dir(site.path("elsewhere")).unwrap();
        symlink(site.path("elsewhere"), site.public("data")).unwrap();
        assert!(message(site.build(&[("data/x.csv", "x")]).unwrap_err()).contains("`data`"));
        for content in ["two", "three"] {
            assert_eq!(site.build(&[("index.html", content)]).unwrap().foreign, ["data"]);
        }
        assert_eq!(fs::read_link(site.public("data")).unwrap(), site.path("elsewhere"));
        fs::remove_file(site.public("data")).unwrap();
        site.build(&[("data/x.csv", "x")]).unwrap();
        assert_eq!(fs::read_dir(site.path("elsewhere")).unwrap().count(), 0);
        assert_eq!(site.published(), owned(&[("data/x.csv", "x")]));
    }

    #[test]
    fn a_link_in_the_place_of_a_file_is_not_followed() {
        let site = Site::built(FIRST);
        fs::write(site.path("secret"), "keep").unwrap();
        fs::remove_file(site.public("index.html")).unwrap();
        symlink(site.path("secret"), site.public("index.html")).unwrap();
        assert!(message(site.build(FIRST).unwrap_err()).contains("`index.html`"));
        assert_eq!(fs::read_to_string(site.path("secret")).unwrap(), "keep");
    }

    #[test]
    fn a_linked_folder_of_output_stays_a_link() {
        let site = Site::new();
        fs::create_dir_all(site.path("disk/www")).unwrap();
        symlink(site.path("disk/www"), site.path("public")).unwrap();
        site.build(FIRST).unwrap();
        assert!(site.path("public").is_symlink());
        assert_eq!(site.published(), owned(FIRST));
        assert!(site.path("disk/.www.brede").is_dir());
    }

    #[test]
    fn the_rights_of_the_folder_stay() {
        let site = Site::built(FIRST);
        fs::set_permissions(site.path("public"), std::fs::Permissions::from_mode(0o2750)).unwrap();
        site.build(&[FIRST[0]]).unwrap();
        assert_eq!(fs::metadata(site.path("public")).unwrap().permissions().mode() & 0o7777, 0o2750);
    }

    #[test]
    fn names_that_are_no_text_are_carried_over() {
        use std::os::unix::ffi::OsStrExt;
        let site = Site::built(FIRST);
        let name = std::ffi::OsStr::from_bytes(b"caf\xe9.txt");
        fs::write(site.path("public").join(name), "mine").unwrap();
        assert_eq!(site.build(&[FIRST[0]]).unwrap().foreign, ["caf\u{fffd}.txt"]);
        assert_eq!(fs::read_to_string(site.path("public").join(name)).unwrap(), "mine");
    }
}

#[test]
fn odd_folders_of_output_are_problems() {
    let site = Site::new();
    fs::write(site.path("file"), "").unwrap();
    for odd in [site.path("file"), PathBuf::from("/"), site.path("file/public"), site.path("none/..")] {
        let refused = Public::open(&odd).unwrap_err();
        assert!(refused.has_errors(), "{}", odd.display());
    }
    Public::open(&site.path("made/on/the/way/public")).unwrap();
}
