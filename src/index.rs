//! Scores, ranks and classes: every sum of METHODS.md, arithmetic only.
//!
//! In: the atlas and the definitions. Out: [`Scores`], per index and period one [`Outcome`] for every area of
//! the index's level and one [`Summary`] for every area above it; or every problem of every index. Knows no
//! language and draws nothing.
//!
//! One file per step: `survey` looks at the indicators, `panel` says who counts, `carry` which reading does;
//! `entry` takes it through `shrink`, `impute` (where `known` finds anything at all) and `treat`; `layer` joins `normalise`, `weigh` and `aggregate`
//! from the bottom up; then come `rank`, `classify`, `summary`, `spread` and `change`; `bottom` counts;
//! `coherence` looks back at how the parts go together, `comparison` at what goes together with them; `uncertainty`,
//! `left_out` and `equal` reckon again with other choices, and `shift` says how far that moves areas. Inside, a column has not-a-number where nothing is known; none
//! leaves the room. Sums run in the order of ids, so neither the
//! order of an input nor that of its rows changes a bit.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::atlas::{AreaId, Atlas, IndicatorId, LevelId, Period};

pub mod aggregate;
pub mod audit;
pub mod bottom;
mod carry;
pub mod change;
pub mod classify;
pub mod coherence;
pub mod comparison;
mod compute;
mod contributions;
pub mod correlation;
mod doubts;
pub mod entry;
pub mod equal;
pub mod extent;
pub mod impute;
mod known;
mod layer;
pub mod left_out;
pub mod margins;
pub mod normalise;
mod panel;
pub mod people;
mod problem;
pub mod rank;
pub mod shift;
pub mod shrink;
pub mod speeds;
mod spread;
mod summary;
mod survey;
pub mod treat;
pub mod uncertainty;
pub mod weigh;

use bottom::{Bottom, Bottoms};
use change::{EqualPanel, Tells};
use coherence::Alpha;
use equal::Equal;
use left_out::LeftOut;
use margins::Margins;
use treat::{Shape, Treatment};
use uncertainty::Uncertainty;

use crate::input::settings::Good;
pub use compute::{compute, score};
pub use contributions::Means;
pub use doubts::{doubts, estimates};
pub use panel::Sense;

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
    /// The parts of all layers with their weights, in the order of the definition, each before what is in it.
    pub parts: Vec<Weight>,
    /// What [`Results::adds`] are of; empty where what adds to a score cannot be told.
    pub adders: Vec<Adder>,
    /// What was done to numbers that lie far from all others.
    pub treated: Vec<TreatedIndicator>,
    /// The values between the classes, from low to high scores: one less than there are classes. A score
    /// equal to a break is in the class above it. They are reckoned once and serve every period: over the
    /// scores of the fixed period where the reference is one, otherwise over those of all periods. Empty
    /// where the index has no classes.
    pub breaks: Vec<f64>,
    /// Whether low scores are the good end.
    pub low_is_good: bool,
    pub results: BTreeMap<Period, Results>,
    /// Those that have a weight, by id.
    pub indicators: Vec<IndicatorId>,
    /// In what a change may be told.
    pub tells: Tells,
    /// Which periods and areas are held against each other.
    pub panel: EqualPanel,
    /// How sure the ranks of the latest period are; absent where the definition does not ask for it, or it is
    /// not reckoned yet.
    pub uncertainty: Option<Uncertainty>,
    /// What the latest scores are without each of its parts; absent where no part can be left out.
    pub left_out: Option<LeftOut>,
    /// What equal weights would change; absent where no weights are given, or no two differ.
    pub equal: Option<Equal>,
    /// In how many of its indicators an area is among the worst; see [`Index::bottom`].
    pub bottoms: Bottoms,
    /// Cronbach's alpha of the domains in the latest period; absent where there are no two of them.
    pub alpha: Option<Alpha>,
    /// How far scores may be off because readings come from samples; see [`Index::margin`].
    pub margins: Margins,
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

/// A part of any layer, and its weights.
#[derive(Clone, Debug, PartialEq)]
pub struct Weight {
    /// 0 for a domain of the index, 1 for what is in it, and so on.
    pub depth: usize,
    pub of: Weighed,
    /// As the author wrote it; 1 where the layer finds its own weights.
    pub given: f64,
    /// A share of the weight of its layer.
    pub used: f64,
    /// The same as a share of the whole index.
    pub overall: f64,
}

/// What has a weight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Weighed {
    /// By its id.
    Domain(String),
    Indicator(IndicatorId),
    Index(IndexId),
}

/// What adds to a score through all layers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Adder {
    Indicator(IndicatorId),
    Index(IndexId),
}

/// What was done to an indicator of which some numbers lie far from all others.
#[derive(Clone, Debug, PartialEq)]
pub struct TreatedIndicator {
    pub indicator: IndicatorId,
    /// The periods whose numbers decided.
    pub periods: Vec<Period>,
    pub before: Option<Shape>,
    pub after: Option<Shape>,
    /// Cells are numbered period after period, and in each by the area's place in its level.
    pub what: Treatment,
}

/// One period of an index.
#[derive(Clone, Debug)]
pub struct Results {
    /// By the area's place in its level.
    pub outcomes: Vec<Outcome>,
    /// How many areas have a score.
    pub scored: usize,
    /// Per domain of [`Index::domains`] and by the area's place, its score after normalisation; not-a-number where
    /// not enough of it is known. It may be known of an area without a score.
    pub domains: Vec<Vec<f64>>,
    /// Per domain of [`Index::domains`], the places where a rule filled in all that its number follows from.
    pub filled: Vec<Vec<usize>>,
    /// Per domain and by the area's place, what it adds to the score: in a weighted mean its share of the known
    /// weight × its score after normalisation, in others as [`aggregate::contributions`] says, and 0 where it has
    /// none. Over an area they sum to the score. Empty where the index counts pairs (Copeland), in which domains
    /// have no share.
    pub contributions: Vec<Vec<f64>>,
    /// Per adder of [`Index::adders`] and by the area's place, what it adds to the score in points; over an
    /// area they sum to it. 0 where the area has no score, or not this figure.
    pub adds: Vec<Vec<f64>>,
    /// The areas above the index's level that hold at least one area with a score.
    pub summaries: BTreeMap<AreaId, Summary>,
}

/// What an area of the index's level gets.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum Outcome {
    Score(Score),
    /// Fewer people than the definition asks for.
    TooFew,
    /// Not known how many people there are.
    CountUnknown,
    /// Its publisher keeps secret how many people there are.
    CountSecret,
    /// Less of the weight is known, at some layer, than the definition asks for; the share that is, as in
    /// [`Score::known`].
    NotEnough {
        known: f64,
    },
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Score {
    /// Higher is worse where low is good, and better otherwise.
    pub value: f64,
    /// Among the scores of the period; 1 is the bad end; equal scores share the mean of their ranks.
    pub rank: f64,
    /// Of how many areas with a score in the period.
    pub of: usize,
    /// 0 is the good end. Absent where the index has no classes.
    pub class: Option<u8>,
    /// The share of the weight of all indicators, through all layers, that is known; 1 where all is. A domain
    /// without a score of its own counts as unknown. It may be less than the definition asks for, which is
    /// asked of every layer apart.
    pub known: f64,
    /// The indicators with a weight that are not in it, by id: not known themselves, or in a domain of which
    /// not enough is.
    pub absent: Vec<IndicatorId>,
    /// Those that are in it with the reading of an earlier period, by id.
    pub carried: Vec<Carried>,
    /// Those that are in it with a number that a rule put in place of one that is not known, by id.
    pub imputed: Vec<IndicatorId>,
}

/// A reading of an earlier period that counts for a later one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Carried {
    pub indicator: IndicatorId,
    pub of: Period,
}

/// What an area above the index's level gets from its parts; never a class of its own (METHODS.md section 4).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Summary {
    /// The mean score of its parts, weighted by people; where none of them is counted (`people` is 0), each
    /// part weighs the same.
    pub mean: f64,
    pub lowest: f64,
    pub highest: f64,
    /// How many of its parts have a score, and how many it has.
    pub scored: usize,
    pub parts: usize,
    /// The people in scored parts, as far as they are known: those of the period, else of the latest earlier
    /// one that speaks of the part, else of the latest.
    pub people: f64,
    /// The same for all parts, with a score or not.
    pub all_people: f64,
    /// Per class, from the good end: the people in parts of that class.
    pub people_by_class: Vec<f64>,
    /// Per class, from the good end: the parts of that class.
    pub parts_by_class: Vec<usize>,
    /// The share of `people` in the parts whose rank is in the worst tenth of the period; where nobody is
    /// counted, the share of those parts.
    pub in_worst_tenth: f64,
    /// Among how many areas with a score the ranks of its parts are.
    pub of: usize,
    /// The mean rank of its parts, by people; 1 is the bad end. This and the next two are measures of the English
    /// Indices of Deprivation (see `extent`); where nobody is counted, each part weighs the same.
    pub mean_rank: f64,
    /// The share of the people in the worst 30 % of parts: those of the worst 10 % count in full, the others
    /// less and less.
    pub extent: f64,
    /// The mean rank, by people, of the worst parts that hold exactly a tenth of them.
    pub local_concentration: f64,
    /// Parts of the worst class (without classes, of the worst tenth) in an area whose mean rank is in the better
    /// half; 0 in any other area.
    pub pockets: usize,
}

impl Outcome {
    pub fn score(&self) -> Option<&Score> {
        match self {
            Outcome::Score(score) => Some(score),
            Outcome::TooFew | Outcome::CountUnknown | Outcome::CountSecret | Outcome::NotEnough { .. } => {
                None
            }
        }
    }

    /// Whether it is a score of this class, counted from the good end.
    pub fn is_of_class(&self, class: usize) -> bool {
        self.score().is_some_and(|score| score.class.map(usize::from) == Some(class))
    }
}

impl Summary {
    /// The percentage of its people who live in parts of the worst class; absent where nobody is counted, or
    /// there are no classes.
    pub fn in_worst_class(&self) -> Option<f64> {
        (self.people > 0.0).then_some(100.0 * self.people_by_class.last()? / self.people)
    }
}

impl Index {
    /// What an area gets in a period; absent where it is not of the index's level, or there is no such period.
    pub fn outcome(&self, atlas: &Atlas, area: AreaId, period: Period) -> Option<&Outcome> {
        let results = self.results.get(&period)?;
        atlas.is_of(area, self.level).then(|| &results.outcomes[atlas.place_in_level(area)])
    }

    /// Which end of a score is good.
    pub fn good(&self) -> Good {
        if self.low_is_good { Good::Low } else { Good::High }
    }

    /// Half the interval of a score, by the area's place in its level; absent where nothing in it comes from a sample,
    /// or it cannot be told.
    pub fn margin(&self, place: usize, period: Period) -> Option<f64> {
        self.margins.get(&period)?.get(place).copied().filter(|half| *half > 0.0)
    }

    /// In how many of its indicators an area is among the worst; absent where it is not of the index's level, may
    /// have no score, or there is no such period.
    pub fn bottom(&self, atlas: &Atlas, area: AreaId, period: Period) -> Option<&Bottom> {
        let found = self.bottoms.get(&period).filter(|_| atlas.is_of(area, self.level))?;
        found.get(atlas.place_in_level(area))?.as_ref()
    }

    /// The parts that one is in, the outermost first, all by their positions in [`Index::parts`].
    pub fn around(&self, part: usize) -> Vec<usize> {
        let mut found: Vec<usize> = Vec::new();
        for at in (0..part).rev() {
            if self.parts[at].depth < self.parts[found.last().copied().unwrap_or(part)].depth {
                found.push(at);
            }
        }
        found.reverse();
        found
    }

    pub fn latest(&self) -> Option<Period> {
        self.periods.last().copied()
    }

    pub fn class_count(&self) -> usize {
        if self.breaks.is_empty() { 0 } else { self.breaks.len() + 1 }
    }
}
