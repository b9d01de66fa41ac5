//! The map in `lib.rs` is the law: a room imports only rooms that stand above it, and keeps to its trade.
//!
//! Read as text, comments and string literals left out: `crate::` paths, and a few words that belong to one
//! room. What the text does not show (a trait's method, a macro's output) is not seen.

use std::collections::BTreeMap;
use std::path::Path;

/// The rooms in the order of the doc comment of `lib.rs`: `model::atlas`.
fn rooms() -> Vec<String> {
    let hall = read(Path::new("src/lib.rs"));
    let block = hall.split("//! ```text\n").nth(1).expect("lib.rs has the list").split("//! ```").next();
    let rooms: Vec<String> = block
        .expect("the list has an end")
        .lines()
        .map(|line| line.trim_start_matches("//!").trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect();
    assert!(rooms.len() > 5, "the list in lib.rs is not read: {rooms:?}");
    rooms
}

fn read(path: &Path) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A file of `src/`: where it is, the module it holds, and its code without comments and literals.
struct Source {
    path: String,
    module: String,
    code: String,
}

impl Source {
    /// Whether it belongs to a room or a part of one.
    fn is_in(&self, room: &str) -> bool {
        is_in(&self.module, room)
    }

    /// The paths that the code names from the root of the crate, with their lines.
    fn crate_paths(&self) -> Vec<(usize, String)> {
        let mut paths = Vec::new();
        for (at, start) in self.code.match_indices("crate::") {
            paths.extend(expand(&self.code[at + start.len()..]).map(|path| (self.line_at(at), path)));
        }
        paths
    }

    /// The same for paths from the parent. Inside a module within the file these begin one module lower than
    /// is assumed here, so one that names no room means nothing.
    fn super_paths(&self) -> Vec<(usize, String)> {
        let mut paths = Vec::new();
        for (at, _) in self.code.match_indices("super::") {
            if self.code[..at].ends_with("super::") {
                continue;
            }
            let mut rest = &self.code[at..];
            let mut parts: Vec<&str> = self.module.split("::").collect();
            while let Some(inner) = rest.strip_prefix("super::") {
                parts.pop();
                rest = inner;
            }
            for path in expand(rest) {
                let path = parts.iter().copied().chain([path.as_str()]).collect::<Vec<_>>().join("::");
                paths.push((self.line_at(at), path));
            }
        }
        paths
    }

    fn line_at(&self, at: usize) -> usize {
        self.code[..at].matches('\n').count() + 1
    }

    /// The lines with a word that is not part of a longer one.
    fn lines_with(&self, word: &str) -> Vec<usize> {
        let in_a_word = |c: char| c.is_alphanumeric() || c == '_';
        let whole = |at: usize| {
            let after = &self.code[at + word.len()..];
            let goes_on = word.ends_with(in_a_word) && after.starts_with(in_a_word);
            !goes_on && !self.code[..at].ends_with(in_a_word)
        };
        self.code.match_indices(word).filter(|(at, _)| whole(*at)).map(|(at, _)| self.line_at(at)).collect()
    }
}

fn is_in(module: &str, room: &str) -> bool {
    module == room || module.strip_prefix(room).is_some_and(|rest| rest.starts_with("::"))
}

/// Every path of an import, or the one path of an expression: `a::b` and `a::c` for `a::{b, c as d}`.
fn expand(text: &str) -> impl Iterator<Item = String> {
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':')).unwrap_or(text.len());
    let (path, rest) = (&text[..end], &text[end..]);
    let mut parts = Vec::new();
    if let Some(group) = rest.strip_prefix('{') {
        let (mut depth, mut from) = (0, 0);
        for (at, character) in group.char_indices() {
            match character {
                '{' => depth += 1,
                '}' if depth > 0 => depth -= 1,
                ',' | '}' if depth == 0 => {
                    parts.extend(expand(group[from..at].trim()).map(|part| format!("{path}{part}")));
                    from = at + 1;
                    if character == '}' {
                        break;
                    }
                }
                _ => {}
            }
        }
    } else if !path.is_empty() {
        parts.push(path.trim_end_matches(':').to_owned());
    }
    parts.into_iter()
}

/// Every file of the library, apart from the hall itself and from files of tests.
fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = Vec::new();
    for entry in walkdir::WalkDir::new(&root).sort_by_file_name() {
        let entry = entry.expect("src can be read");
        let path = entry.path().strip_prefix(&root).expect("it is in src");
        let name = path.to_str().expect("plain names").replace(std::path::MAIN_SEPARATOR, "/");
        if !name.ends_with(".rs") || name == "lib.rs" || name == "main.rs" || name.ends_with("/tests.rs") {
            continue;
        }
        let module = name.trim_end_matches(".rs").replace('/', "::");
        let code = without_tests(&code_of(&read(&Path::new("src").join(path))));
        sources.push(Source { path: format!("src/{name}"), module, code });
    }
    assert!(!sources.is_empty());
    sources
}

/// The text with comments and the insides of literals made blank; lines stay where they are.
fn code_of(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let mut code = String::with_capacity(text.len());
    let mut at = 0;
    while at < characters.len() {
        let length = comment(&characters[at..]).or_else(|| literal(&characters[at..], code.chars().last()));
        let Some(length) = length else {
            code.push(characters[at]);
            at += 1;
            continue;
        };
        code.push(' ');
        code.extend(characters[at..at + length].iter().filter(|c| **c == '\n'));
        at += length;
    }
    code
}

/// How long the comment at the start is.
fn comment(rest: &[char]) -> Option<usize> {
    match rest {
        ['/', '/', ..] => Some(rest.iter().position(|c| *c == '\n').unwrap_or(rest.len())),
        ['/', '*', ..] => {
            let (mut depth, mut at) = (1, 2);
            while depth > 0 && at < rest.len() {
                let step = match rest[at..] {
                    ['/', '*', ..] => (1, 2),
                    ['*', '/', ..] => (-1, 2),
                    _ => (0, 1),
                };
                depth += step.0;
                at += step.1;
            }
            Some(at)
        }
        _ => None,
    }
}

/// How long the text or character literal at the start is; lifetimes are none.
fn literal(rest: &[char], before: Option<char>) -> Option<usize> {
    let in_a_word = before.is_some_and(|c| c.is_alphanumeric() || c == '_');
    match rest {
        ['"', ..] => Some(until_quote(rest, 1, '"')),
        ['\'', '\\', ..] => Some(until_quote(rest, 1, '\'')),
        ['\'', _, '\'', ..] => Some(3),
        ['r', '"' | '#', ..] if !in_a_word => {
            let hashes = rest[1..].iter().take_while(|c| **c == '#').count();
            (rest.get(1 + hashes) == Some(&'"')).then(|| {
                let end = |at: &usize| {
                    rest[*at] == '"' && rest[at + 1..].iter().take_while(|c| **c == '#').count() >= hashes
                };
                (hashes + 2..rest.len()).find(end).map_or(rest.len(), |at| at + 1 + hashes)
            })
        }
        _ => None,
    }
}

fn until_quote(rest: &[char], from: usize, quote: char) -> usize {
    let mut at = from;
    while at < rest.len() && rest[at] != quote {
        at += if rest[at] == '\\' { 2 } else { 1 };
    }
    (at + 1).min(rest.len())
}

/// The code before the tests of the file, which may use what they like to set a scene.
fn without_tests(code: &str) -> String {
    match code.find("#[cfg(test)]\nmod tests {") {
        Some(at) => code[..at].to_owned(),
        None => code.to_owned(),
    }
}

/// The room that a path from the root leads into, or the wing where it names no more than that.
fn room_of<'a>(path: &str, rooms: &'a [String]) -> Option<(usize, &'a str)> {
    rooms.iter().enumerate().find(|(_, room)| is_in(path, room)).map(|(at, room)| (at, room.as_str()))
}

/// Whether a path names what stands in `lib.rs` itself.
fn is_hall(path: &str, rooms: &[String]) -> bool {
    let first = path.split("::").next();
    rooms.iter().all(|room| room.split("::").next() != first)
}

#[test]
fn every_file_belongs_to_a_room_and_every_room_is_there() {
    let (rooms, sources) = (rooms(), sources());
    for source in &sources {
        assert!(
            room_of(&source.module, &rooms).is_some(),
            "{} is in no room of the list in lib.rs",
            source.path
        );
    }
    let missing: Vec<&String> =
        rooms.iter().filter(|room| !sources.iter().any(|source| source.is_in(room))).collect();
    assert!(missing.is_empty(), "rooms of the list in lib.rs without a file: {missing:?}");
}

#[test]
fn a_room_imports_only_rooms_above_it() {
    let (rooms, mut wrong) = (rooms(), Vec::new());
    for source in sources() {
        let Some((own, _)) = room_of(&source.module, &rooms) else { continue };
        let below = |path: &str| room_of(path, &rooms).filter(|(at, _)| *at > own);
        let named = source.crate_paths().into_iter().chain(source.super_paths());
        for (line, path) in named {
            if let Some((_, room)) = below(&path) {
                wrong.push(format!("{}:{line}: `{room}` stands below it", source.path));
            }
        }
        for (line, path) in source.crate_paths() {
            match room_of(&path, &rooms) {
                Some(_) => {}
                // The hall calls every room, so only the room that stands below all others may call the hall.
                None if is_hall(&path, &rooms) && own + 1 == rooms.len() => {}
                None => wrong.push(format!("{}:{line}: `crate::{path}` names no room", source.path)),
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_makers_never_import_each_other() {
    let rooms = rooms();
    let makers: Vec<&String> = rooms.iter().filter(|room| room.starts_with("making::")).collect();
    let mut wrong = Vec::new();
    for source in sources() {
        let Some(own) = makers.iter().find(|maker| source.is_in(maker)) else { continue };
        for (line, path) in source.crate_paths().into_iter().chain(source.super_paths()) {
            if is_in(&path, "making") && !is_in(&path, own) {
                wrong.push(format!("{}:{line}: `crate::{path}`", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// A word of a trade, and who may say it.
const TRADES: &[(&str, &[&str])] = &[
    ("typst", &["making::documents"]),
    ("typst_layout", &["making::documents"]),
    ("typst_pdf", &["making::documents"]),
    ("typst_assets", &["making::documents", "telling::look"]),
    ("minijinja", &["making::pages", "telling::prose"]),
    ("fs_err", DISK),
    ("std::fs", DISK),
    ("walkdir", DISK),
    ("csv::", &["input", "making::downloads"]),
    ("println!", &["cli"]),
    ("eprintln!", &["cli"]),
    ("print!", &["cli"]),
    ("eprint!", &["cli"]),
    ("SystemTime::now", &[]),
    ("Instant::now", &["cli"]),
    ("dbg!", &[]),
    ("todo!", &[]),
    ("unimplemented!", &[]),
];

const DISK: &[&str] =
    &["input::sources", "input::fetch", "input::import", "publishing::store", "publishing::output"];

#[test]
fn every_trade_is_kept_to_its_room() {
    let mut wrong: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for source in sources() {
        for (word, rooms) in TRADES {
            if rooms.iter().any(|room| source.is_in(room)) {
                continue;
            }
            for line in source.lines_with(word) {
                wrong.entry(word).or_default().push(format!("{}:{line}", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn numbers_know_no_language() {
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| source.is_in("index") || source.is_in("model")) {
        for (line, path) in source.crate_paths() {
            if ["telling", "making", "publishing", "cli"].iter().any(|wing| is_in(&path, wing)) {
                wrong.push(format!("{}:{line}: `crate::{path}`", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn imports_are_read_in_every_form() {
    let code = "use crate::{a::b, c::{self, d as e}, f::*};\nlet g = crate::h::I::new();\n\
                use super::super::j::{k, l};\nuse super::own;";
    let source = Source { path: String::new(), module: "wing::room::part".into(), code: code.into() };
    let lines = |paths: &[(usize, &str)]| -> Vec<(usize, String)> {
        paths.iter().map(|(line, path)| (*line, (*path).to_owned())).collect()
    };
    let from_root = [(1, "a::b"), (1, "c::self"), (1, "c::d"), (1, "f"), (2, "h::I::new")];
    assert_eq!(source.crate_paths(), lines(&from_root));
    let from_parent = [(3, "wing::j::k"), (3, "wing::j::l"), (4, "wing::room::own")];
    assert_eq!(source.super_paths(), lines(&from_parent));
}

/// The reader above is itself tested: what it overlooks, the tests above overlook.
#[test]
fn code_is_read_without_comments_and_literals() {
    let text = "a // crate::x\nb \"crate::y \\\" // z\" c /* d /* e */\nf */ 'g' '\\'' <'h> r#\"i\"j\"# k";
    assert_eq!(code_of(text), "a  \nb   c  \n     <'h>   k");
}
