//! Markdown to a checked tree of blocks, values and figure nodes, which HTML and Typst both print.
//!
//! Expressions between `{{` and `}}` are cut out with their place before the Markdown is parsed, and
//! become values or figures of the tree (docs/files.md). Text is never pasted into markup.

use serde::Serialize;

use crate::telling::figures::Spec;

/// A block of prose. In JSON each carries its `kind`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Block {
    Heading { level: u8, anchor: String, inlines: Vec<Inline> },
    Paragraph { inlines: Vec<Inline> },
    List { ordered: bool, start: u64, items: Vec<Vec<Block>> },
    Quote { blocks: Vec<Block> },
    Box { tone: Tone, title: Option<Vec<Inline>>, blocks: Vec<Block> },
    Table { head: Vec<Vec<Inline>>, align: Vec<Align>, rows: Vec<Vec<Vec<Inline>>> },
    Code { text: String },
    Image { source: String, alt: String, caption: Vec<Inline> },
    Rule,
    /// By its position among the figures of the prose.
    Figure { at: usize },
    Footnotes { notes: Vec<Footnote> },
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
    Text { text: String },
    /// What an expression gave; `title` names its indicator and period for who wants to know.
    Value { text: String, title: String },
    Emphasis { inlines: Vec<Inline> },
    Strong { inlines: Vec<Inline> },
    Code { text: String },
    Link { target: Target, inlines: Vec<Inline> },
    Footnote { number: usize },
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
