//! Markdown to a checked tree of blocks, values and figure nodes, which HTML and Typst both print.
//!
//! Expressions between `{{` and `}}` are cut out with their place before the Markdown is parsed, and
//! become values or figures of the tree (docs/files.md). Text is never pasted into markup.

mod answer;
mod blocks;
mod expression;
mod front;
mod problem;
mod respect;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;

use crate::diagnostic::Report;
use crate::model::atlas::AreaId;
use crate::telling::address::SitePath;
use crate::telling::figures::{Spec, Studio};

pub use blocks::{plain, slug};
pub use front::Front;
pub use respect::respect;

/// Where a text stands, and what it may name.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    pub studio: Studio<'a>,
    /// The area whose text this is.
    pub area: Option<AreaId>,
    /// The texts that have a page of their own in this language, by path.
    pub pages: &'a BTreeMap<String, SitePath>,
    /// The files of `assets/`, by path.
    pub assets: &'a BTreeSet<String>,
    /// The level of the headings that are written `##`: 2 on a page of its own, 3 inside another.
    pub top: u8,
}

/// A text of a site.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Story {
    pub front: Front,
    pub prose: Prose,
}

/// Only the front matter, to know the addresses of all texts before any is read.
pub fn front(file: &Arc<str>, text: &str) -> Front {
    front::read(file, text, &mut Report::new()).0
}

/// Whether a text opens with front matter.
pub fn has_front(text: &str) -> bool {
    front::opened(text).is_some()
}

/// A text to a checked tree.
///
/// # Errors
/// Everything that is wrong in it.
pub fn read(file: &Arc<str>, text: &str, context: &Context<'_>) -> Result<Story, Report> {
    let mut report = Report::new();
    let (front, body) = front::read(file, text, &mut report);
    let prose = blocks::read(file, text, body, context, &mut report);
    report.and(Story { front, prose }).map(|(story, _)| story)
}

/// A block of prose. In JSON each carries its `kind`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Block {
    Heading {
        level: u8,
        anchor: String,
        inlines: Vec<Inline>,
    },
    Paragraph {
        inlines: Vec<Inline>,
    },
    List {
        ordered: bool,
        start: u64,
        items: Vec<Vec<Block>>,
    },
    Quote {
        blocks: Vec<Block>,
    },
    Box {
        tone: Tone,
        title: Option<Vec<Inline>>,
        blocks: Vec<Block>,
    },
    Table {
        head: Vec<Vec<Inline>>,
        align: Vec<Align>,
        rows: Vec<Vec<Vec<Inline>>>,
    },
    Code {
        text: String,
    },
    Image {
        source: String,
        alt: String,
        caption: Vec<Inline>,
    },
    Rule,
    /// By its position among the figures of the prose.
    Figure {
        at: usize,
    },
    Footnotes {
        notes: Vec<Footnote>,
    },
}

/// A footnote; its number counts from 1 in the order of reference.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Footnote {
    pub number: usize,
    pub blocks: Vec<Block>,
}

/// The sort of a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tone {
    Tip,
    Example,
    Dilemma,
    Quote,
    ReadMore,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Align {
    None,
    Left,
    Center,
    Right,
}

/// A piece of a line. In JSON each carries its `kind`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Inline {
    Text {
        text: String,
    },
    /// What an expression gave; `title` names its indicator and period for who wants to know.
    Value {
        text: String,
        title: String,
    },
    Emphasis {
        inlines: Vec<Inline>,
    },
    Strong {
        inlines: Vec<Inline>,
    },
    Code {
        text: String,
    },
    Link {
        target: Target,
        inlines: Vec<Inline>,
    },
    Footnote {
        number: usize,
    },
    Break,
}

/// Where a link leads: elsewhere (http, https, mailto), or a file of the site with an optional anchor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Target {
    Web(String),
    Site(String),
}

/// Prose in one language, checked: every value reckoned, every figure specified.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Prose {
    pub blocks: Vec<Block>,
    #[serde(skip)]
    pub figures: Vec<Spec>,
}
