//! Text from data, made such that every character of it can be printed.
//!
//! PDF/A wants a glyph and a meaning for every character. Controls and marks that cannot be seen go; what no
//! face has becomes [`BOX`], and is remembered so that the user hears of it.

use std::collections::BTreeSet;

use serde_json::Value;
use unicode_segmentation::UnicodeSegmentation;

use crate::making::documents::faces::Faces;

/// What stands for a character that cannot be shown.
pub const BOX: char = '\u{25A1}';

/// Words with more bytes than this may break anywhere, or they would stand out of their column.
const LONGEST_WORD: usize = 40;

/// What the template opens or links to: addresses in ASCII, and paths that [`crate::making::documents`] made.
const NOT_PRINTED: [&str; 5] = ["url", "target", "path", "qr", "logo"];

/// How much is asked of the faces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cover {
    /// Some face has the character.
    Any,
    /// Every face of the templates has it.
    Plain,
}

pub struct Readable<'a> {
    faces: &'a Faces,
    cover: Cover,
    missing: BTreeSet<char>,
}

impl<'a> Readable<'a> {
    pub fn new(faces: &'a Faces, cover: Cover) -> Readable<'a> {
        Readable { faces, cover, missing: BTreeSet::new() }
    }

    /// The characters for which a box stands, each once.
    pub fn missing(&self) -> Vec<char> {
        self.missing.iter().copied().collect()
    }

    /// Every text in a value that is printed; the keys are our own.
    pub fn value(&mut self, value: &mut Value) {
        match value {
            Value::String(text) => {
                if !is_plain_ascii(text) {
                    *text = self.text(text);
                }
                // The template breaks addresses at their slashes.
                if text.len() > LONGEST_WORD && !text.starts_with("http") {
                    *text = breakable(text);
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.value(item)),
            Value::Object(fields) => {
                let is_image = fields.get("kind").is_some_and(|kind| kind == "image");
                for (key, field) in fields.iter_mut() {
                    let stays = NOT_PRINTED.contains(&key.as_str()) || (is_image && key == "source");
                    if !stays {
                        self.value(field);
                    }
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    pub fn text(&mut self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        for cluster in text.graphemes(true) {
            if is_plain_ascii(cluster) {
                out.push_str(cluster);
                continue;
            }
            let characters: Vec<char> = cluster.chars().filter_map(|one| self.visible(one)).collect();
            let unknown: Vec<char> = characters.iter().copied().filter(|one| !self.has(*one)).collect();
            if unknown.is_empty() && (characters.len() < 2 || self.have(&characters)) {
                out.extend(characters);
            } else {
                self.missing.extend(if unknown.is_empty() { characters } else { unknown });
                out.push(BOX);
            }
        }
        out
    }

    /// The character to print, if any: spaces for what parts words and lines, nothing for what only steers.
    fn visible(&self, character: char) -> Option<char> {
        match character {
            '\n' | ' ' => Some(character),
            '\t' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
            '\u{AD}' | '\u{200B}' if self.cover == Cover::Any => Some(character),
            _ if character.is_control() || steers(character) => None,
            _ => Some(character),
        }
    }

    fn has(&self, character: char) -> bool {
        match character {
            '\n' | ' ' | '\u{AD}' | '\u{200B}' | BOX => true,
            _ if is_private(character) => false,
            _ if self.cover == Cover::Plain => self.faces.all_have(character),
            _ => self.faces.have(&[character]),
        }
    }

    fn have(&self, cluster: &[char]) -> bool {
        self.cover == Cover::Plain || self.faces.have(cluster)
    }
}

/// The text with a place to break after each letter of its longest words.
fn breakable(text: &str) -> String {
    if text.split_whitespace().all(|word| word.len() <= LONGEST_WORD) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len() * 2);
    for word in text.split_inclusive(char::is_whitespace) {
        if word.trim_end().len() > LONGEST_WORD {
            word.graphemes(true).for_each(|cluster| out.extend([cluster, "\u{200B}"]));
        } else {
            out.push_str(word);
        }
    }
    out
}

fn is_plain_ascii(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n'))
}

/// What has no shape of its own: direction marks, joiners, variation selectors, tags, byte order marks. Typst
/// finds the direction of a text by itself.
fn steers(character: char) -> bool {
    matches!(character,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}'
        | '\u{FFF0}'..='\u{FFFB}' | '\u{FFFE}' | '\u{FFFF}' | '\u{1BCA0}'..='\u{1BCA3}'
        | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

fn is_private(character: char) -> bool {
    matches!(character, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
}
