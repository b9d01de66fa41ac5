//! A small site in a folder of its own, to be changed, built and looked at. Only this file knows how.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;
use brede::input::{settings, sources};
use brede::model::atlas::{self, Atlas};
use tempfile::TempDir;

/// A copy of one of the sites in `tests/towns`.
pub struct Town {
    folder: TempDir,
}

impl Town {
    pub fn small() -> Town {
        let town = Town { folder: tempfile::tempdir().expect("a folder for a town") };
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/towns/small"), &town.site());
        town
    }

    /// Areas of one country and an index of many steps.
    pub fn steps() -> Town {
        let town = Town { folder: tempfile::tempdir().expect("a folder for a town") };
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/towns/steps"), &town.site());
        town
    }

    /// A copy of the demo, without its templates, which are those of the program.
    pub fn demo() -> Town {
        let town = Town { folder: tempfile::tempdir().expect("a folder for a town") };
        let demo = Path::new(env!("CARGO_MANIFEST_DIR"));
        for folder in ["data", "content"] {
            copy(&demo.join(folder), &town.site().join(folder));
        }
        std::fs::copy(demo.join("site.toml"), town.site().join("site.toml")).expect("a file of the demo");
        town
    }

    pub fn site(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    /// Replaces a text that must be there.
    pub fn edit(self, file: &str, from: &str, to: &str) -> Town {
        let path = self.site().join(file);
        let text = std::fs::read_to_string(&path).expect("a file of the town");
        assert!(text.contains(from), "{file} has no `{from}`");
        std::fs::write(path, text.replacen(from, to, 1)).expect("a file of the town");
        self
    }

    pub fn write(self, file: &str, content: impl AsRef<[u8]>) -> Town {
        let path = self.site().join(file);
        std::fs::create_dir_all(path.parent().expect("a file lies in a folder"))
            .expect("a folder of the town");
        std::fs::write(path, content).expect("a file of the town");
        self
    }

    pub fn remove(self, file: &str) -> Town {
        std::fs::remove_file(self.site().join(file)).expect("a file of the town");
        self
    }

    /// Puts the rows of a CSV file below its head in the opposite order.
    pub fn turn(self, file: &str) -> Town {
        let text = std::fs::read_to_string(self.site().join(file)).expect("a file of the town");
        let (head, rows) = text.split_once('\n').expect("a table has a head");
        let rows: Vec<&str> = rows.lines().rev().collect();
        self.write(file, format!("{head}\n{}\n", rows.join("\n")))
    }

    pub fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::cargo_bin("brede").expect("the program is built");
        command.current_dir(self.folder.path()).env("NO_COLOR", "1").args(arguments);
        command.output().expect("the program runs")
    }

    /// Its areas and readings.
    pub fn atlas(&self) -> Atlas {
        let texts = sources::texts(&self.site()).expect("the town is there");
        let (settings, _) = settings::check(&texts.settings).expect("its settings are right");
        let (tables, _) = sources::data(&self.site(), None, &settings).expect("its files are there");
        atlas::assemble(&settings, &tables).expect("its data are right").0
    }

    /// Builds it, with more arguments, and reads what came out.
    pub fn build(&self, arguments: &[&str]) -> BTreeMap<String, Vec<u8>> {
        self.build_to("site/public", arguments)
    }

    /// Builds another site, by its folder.
    pub fn build_site(&self, site: &str, out: &str, arguments: &[&str]) -> BTreeMap<String, Vec<u8>> {
        self.built(&[&["build", site, "--out", out], arguments].concat(), out)
    }

    /// Builds it where nothing was built before.
    pub fn build_clean(&self) -> BTreeMap<String, Vec<u8>> {
        for folder in ["clean", ".clean.brede"] {
            let folder = self.folder.path().join(folder);
            if folder.exists() {
                std::fs::remove_dir_all(folder).expect("a folder of the town");
            }
        }
        self.build_to("clean", &[])
    }

    fn build_to(&self, out: &str, arguments: &[&str]) -> BTreeMap<String, Vec<u8>> {
        self.built(&[&["build", "site", "--out", out], arguments].concat(), out)
    }

    fn built(&self, arguments: &[&str], out: &str) -> BTreeMap<String, Vec<u8>> {
        let output = self.run(arguments);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{said}");
        let mut files = BTreeMap::new();
        let public = self.folder.path().join(out);
        read(&public, &public, &mut files);
        files.remove(".brede-build");
        files
    }

    /// What a build that goes well says.
    pub fn says(&self) -> String {
        let output = self.run(&["build", "site"]);
        assert_eq!(output.status.code(), Some(0));
        String::from_utf8(output.stderr).expect("messages are UTF-8")
    }

    /// What `check` says of a site that can be built.
    pub fn says_of_check(&self) -> String {
        let output = self.run(&["check", "site"]);
        assert_eq!(output.status.code(), Some(0));
        String::from_utf8(output.stderr).expect("messages are UTF-8")
    }

    /// What `check` says of a site that cannot be built.
    pub fn problems(&self) -> String {
        let output = self.run(&["check", "site"]);
        assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
        assert!(!self.site().join("public").exists(), "nothing is written");
        String::from_utf8(output.stderr).expect("messages are UTF-8")
    }
}

/// A file of the output that is text.
pub fn text<'a>(files: &'a BTreeMap<String, Vec<u8>>, path: &str) -> &'a str {
    let bytes = files.get(path).unwrap_or_else(|| panic!("{path} is not among {:?}", files.keys()));
    std::str::from_utf8(bytes).expect("pages and scripts are UTF-8")
}

pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder of the town");
    for entry in std::fs::read_dir(from).expect("a town of the tests") {
        let entry = entry.expect("a file of a town");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("a file of a town");
        }
    }
}

fn read(root: &Path, folder: &Path, into: &mut BTreeMap<String, Vec<u8>>) {
    for entry in std::fs::read_dir(folder).expect("the output") {
        let path = entry.expect("a file of the output").path();
        if path.is_dir() {
            read(root, &path, into);
        } else {
            let name = path.strip_prefix(root).expect("it lies below").to_string_lossy().replace('\\', "/");
            into.insert(name, std::fs::read(&path).expect("a file of the output"));
        }
    }
}
