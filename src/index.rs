//! Scores, ranks and classes: every sum of METHODS.md, arithmetic only.
//!
//! In: the atlas and the definitions. Out: [`Scores`], per index and period one [`Outcome`] for every area of
//! the index's level and one [`Summary`] for every area above it. Knows no language and draws nothing.

use std::collections::BTreeMap;

use crate::model::atlas::{AreaId, LevelId, Period};

mod aggregate;
mod classify;
mod compute;
mod normalise;
mod problem;
mod rank;
mod summary;

pub use compute::compute;

/// An index, by its position in the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IndexId(pub usize);

/// The results of every index of the site.
#[derive(Clone, Debug, Default)]
pub struct Scores {
    pub indices: Vec<Index>,
}

/// One index over all its periods.
#[derive(Clone, Debug)]
pub struct Index {
    pub id: String,
    pub level: LevelId,
    /// In order of time.
    pub periods: Vec<Period>,
    /// The topmost layer, with the weights as given and as used.
    pub domains: Vec<Domain>,
    /// The values between the classes, from low to high scores: one less than there are classes. A score
    /// equal to a break is in the class above it. Empty where the index has no classes.
    pub breaks: Vec<f64>,
    /// Whether low scores are the good end.
    pub low_is_good: bool,
    pub results: BTreeMap<Period, Results>,
}

/// A domain and its weights.
#[derive(Clone, Debug)]
pub struct Domain {
    pub id: String,
    /// As the author wrote it.
    pub weight: f64,
    /// A share of 1.
    pub used: f64,
}

/// One period of an index.
#[derive(Clone, Debug)]
pub struct Results {
    /// By the area's place in its level.
    pub outcomes: Vec<Outcome>,
    /// How many areas have a score.
    pub scored: usize,
    /// The areas above the index's level that hold at least one area with a score.
    pub summaries: BTreeMap<AreaId, Summary>,
}

/// What an area of the index's level gets.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    Score(Score),
    /// Fewer people than the definition asks for.
    TooFew,
    /// Not known how many people there are.
    CountUnknown,
    /// Less of the weight is known than the definition asks for; the share that is.
    NotEnough { known: f64 },
}

#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    pub value: f64,
    /// 1 is the bad end; equal scores share the mean of their ranks.
    pub rank: f64,
    /// Of how many areas in the reference of the period.
    pub of: usize,
    /// 0 is the good end. Absent where the index has no classes.
    pub class: Option<u8>,
    /// Per domain, in the order of [`Index::domains`]: its score after normalisation, absent where not
    /// enough is known.
    pub domains: Vec<Option<f64>>,
    /// Per domain, what it adds to the score; they sum to `value`.
    pub contributions: Vec<f64>,
    /// The share of the weight that is known.
    pub known: f64,
}

/// What an area above the index's level gets from its parts; never a class of its own (METHODS.md section 4).
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// The mean score of its parts, weighted by people.
    pub mean: f64,
    pub lowest: f64,
    pub highest: f64,
    /// How many of its parts have a score, and how many it has.
    pub scored: usize,
    pub parts: usize,
    /// The people in scored parts.
    pub people: f64,
    /// Per class, from the good end: the people in parts of that class.
    pub people_by_class: Vec<f64>,
    /// Per class, from the good end: the parts of that class.
    pub parts_by_class: Vec<usize>,
    /// The share of `people` in the worst tenth of all scored parts of the index.
    pub in_worst_tenth: f64,
}

impl Index {
    pub fn latest(&self) -> Option<Period> {
        self.periods.last().copied()
    }

    pub fn class_count(&self) -> usize {
        if self.breaks.is_empty() { 0 } else { self.breaks.len() + 1 }
    }
}
