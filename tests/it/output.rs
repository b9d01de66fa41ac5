//! Builds that are killed at any moment: readers get the old tree or the new one, whole.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use brede::publishing::output::{Made, Manifest, Public, Receipt, Written};
use brede::publishing::plan::Facets;
use brede::telling::address::SitePath;

use crate::town::Town;

/// Names the folder in which the child builds until it is killed; without it the test below is none.
const CHILD: &str = "BREDE_TEST_BUILDS_IN";

const KILLS: u64 = 25;

/// Every file of an edition holds its number; one file and one folder exist in that edition only, and every
/// third file stays the same from edition to edition, so that it is linked.
fn edition(number: u32) -> BTreeMap<SitePath, String> {
    let page = |index: u32| {
        let content =
            if index.is_multiple_of(3) { "the same".to_owned() } else { format!("edition {number}") };
        (SitePath::new(format!("areas/{index}/index.html")), content)
    };
    let own = (SitePath::new(format!("editions/{number}/index.html")), format!("edition {number}"));
    (0..150).map(page).chain([own]).collect()
}

fn build(public: &Path, number: u32) -> Written {
    let (public, _) = Public::open(public).expect("nobody else builds here");
    let files = edition(number);
    let stage = public.stage(files.keys().cloned().collect()).expect("nothing is in the way");
    let mut after = Manifest::default();
    for (path, text) in files {
        let content = stage.write(&path, text.as_bytes()).expect("there is room");
        after.insert(path, Made { facets: Facets::default(), receipt: Receipt::plain(content) });
    }
    stage.finish(&after).expect("all was made")
}

/// What stands in the folder, apart from brede's own mark and the file that is not brede's.
fn published(public: &Path) -> BTreeMap<SitePath, String> {
    let mut files = BTreeMap::new();
    for entry in walkdir::WalkDir::new(public).min_depth(1) {
        let entry = entry.expect("the tree stands still");
        if entry.file_type().is_file() {
            let path =
                entry.path().strip_prefix(public).expect("it is in there").to_str().expect("plain names");
            let content = std::fs::read_to_string(entry.path()).expect("it can be read");
            files.insert(SitePath::new(path), content);
        }
    }
    assert!(files.remove(&SitePath::new(".brede-build")).is_some());
    assert_eq!(files.remove(&SitePath::new("CNAME")).as_deref(), Some("not made by brede"));
    files
}

/// The edition that is whole; a mixture of two has none.
fn whole_edition(public: &Path) -> u32 {
    let files = published(public);
    let number = files
        .keys()
        .find_map(|path| path.as_str().strip_prefix("editions/")?.strip_suffix("/index.html"))
        .and_then(|number| number.parse().ok())
        .expect("every edition has its own file");
    assert_eq!(files, edition(number), "the tree is a mixture");
    number
}

/// Not a test of its own: the process that [`survives_being_killed`] starts and kills.
#[test]
fn builds_until_killed() {
    let Some(public) = std::env::var_os(CHILD) else { return };
    let public = Path::new(&public);
    for number in whole_edition(public) + 1.. {
        build(public, number);
    }
}

fn start(public: &Path) -> Child {
    Command::new(std::env::current_exe().expect("this program has a path"))
        .args(["output::builds_until_killed", "--exact", "--test-threads=1", "--nocapture"])
        .env(CHILD, public)
        .stdout(Stdio::null())
        .spawn()
        .expect("this program can be started")
}

#[test]
fn survives_being_killed() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let public = folder.path().join("public");
    build(&public, 0);
    std::fs::write(public.join("CNAME"), "not made by brede").expect("there is room");
    let mut editions = 0;
    // a busy machine needs longer for a build
    let mut patience = 1;
    for kill in 0..KILLS {
        let before = whole_edition(&public);
        let mut child = start(&public);
        // Every kill at another moment of a build, which takes about ten milliseconds.
        std::thread::sleep(Duration::from_micros(patience * (20_000 + kill * 7_919 % 50_000)));
        assert!(child.try_wait().expect("it is our child").is_none(), "the child ended by itself");
        child.kill().expect("it is our child");
        child.wait().expect("it is our child");
        let made = whole_edition(&public) - before;
        editions += made;
        if made == 0 {
            patience = (patience * 2).min(64);
        }
    }
    assert!(editions > 0, "no build was ever finished, so nothing was tested");
    let next = whole_edition(&public) + 1;
    let written = build(&public, next);
    assert_eq!((written.written, written.kept, written.removed), (101, 50, 1));
    assert_eq!(whole_edition(&public), next);
}

#[test]
fn the_output_never_replaces_what_the_site_is_made_from() {
    let town = Town::small();
    for out in ["site", "site/.", ".", "site/data", "site/content/../data/public", "site/assets/new"] {
        let output = town.run(&["build", "site", "--out", out]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{out}: {said}");
        assert!(said.contains("the output cannot go to"), "{out}: {said}");
        assert!(town.site().join("data/safety.csv").exists());
    }
}
