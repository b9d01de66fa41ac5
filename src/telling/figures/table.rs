//! The numbers of a figure, for those who want them exactly.

use serde::Serialize;

/// A table of which the first column heads the rows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Table {
    pub caption: String,
    pub head: Vec<Head>,
    /// Each as long as `head`.
    pub rows: Vec<Vec<Cell>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Head {
    pub text: String,
    pub holds: Holds,
}

/// What a column holds; numbers are set to the right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Holds {
    Names,
    Words,
    Numbers,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cell {
    pub text: String,
    pub known: bool,
}

impl Head {
    pub fn names(text: impl Into<String>) -> Head {
        Head { text: text.into(), holds: Holds::Names }
    }

    pub fn words(text: impl Into<String>) -> Head {
        Head { text: text.into(), holds: Holds::Words }
    }

    pub fn numbers(text: impl Into<String>) -> Head {
        Head { text: text.into(), holds: Holds::Numbers }
    }
}

impl Cell {
    pub fn known(text: impl Into<String>) -> Cell {
        Cell { text: text.into(), known: true }
    }

    /// Why there is no number, in words.
    pub fn absent(text: impl Into<String>) -> Cell {
        Cell { text: text.into(), known: false }
    }
}
