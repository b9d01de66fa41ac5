//! An index as its author defines it: what is weighed, how it is made comparable, and how it is joined.
//!
//! Only types: [`super::indices`] reads them from a file, `crate::index` carries them out. Indicators, levels
//! and other indices are positions in the settings.

use crate::diagnostic::Place;
use crate::input::settings::{Compared, Good, Text};

/// One index at one level. A definition that names several levels makes one for each.
#[derive(Clone, Debug)]
pub struct Index {
    pub id: String,
    pub name: Text,
    pub about: Option<Text>,
    pub level: usize,
    pub periods: Vec<i32>,
    /// High or low only.
    pub good: Good,
    /// Whether its classes are a verdict on an area: that it goes well there, or that it is hard.
    pub is_verdict: bool,
    pub reference: Reference,
    /// An indicator and the least count with which an area has a score.
    pub eligible: Option<(usize, f64)>,
    /// The share of the weight that must be known at every layer.
    pub minimum_known: f64,
    /// The share of eligible areas in which an indicator must be known, unless it is said to be sparse.
    pub available: f64,
    /// In what its author wants change to be told; the most that the scale allows where none is named.
    pub change: Option<Tells>,
    pub domains: Vec<Domain>,
    pub combine: Combine,
    pub classes: Option<Classes>,
    /// Whether and how it is reckoned again with other choices.
    pub uncertainty: Option<Uncertainty>,
    /// Figures outside it that its scores are held against.
    pub compare: Vec<Compared>,
    pub place: Place,
}

impl Index {
    /// Every indicator that is weighed in a domain of the index, layer by layer; not those of other indices.
    pub fn ingredients(&self) -> Vec<&Ingredient> {
        let mut found = Vec::new();
        let mut layers: Vec<&Domain> = self.domains.iter().rev().collect();
        while let Some(domain) = layers.pop() {
            match &domain.parts {
                Parts::Indicators(ingredients) => found.extend(ingredients),
                Parts::Domains(inner) => layers.extend(inner.iter().rev()),
                Parts::Index { .. } => {}
            }
        }
        found
    }

    /// The other indices that it is made of, by position, and where it says so.
    pub fn made_of(&self) -> Vec<(usize, &Place)> {
        let found = self.all_domains().into_iter().filter_map(|domain| match &domain.parts {
            Parts::Index { index, place } => Some((*index, place)),
            Parts::Indicators(_) | Parts::Domains(_) => None,
        });
        found.collect()
    }

    /// Whether another is the same definition at another level, or this one itself.
    pub fn is_of_same_definition(&self, other: &Index) -> bool {
        self.place == other.place
    }

    /// Whether in the whole every class has its share by how classes are made: each holds equally many, and no two
    /// periods share a scale.
    pub fn gives_shares(&self) -> bool {
        let is_quantile = |classes: &Classes| matches!(classes.rule, ClassRule::Quantile(_));
        let is_of_one_year = self.periods.len() == 1 || self.reference == Reference::EachPeriod;
        is_of_one_year && self.classes.as_ref().is_some_and(is_quantile)
    }

    /// Whether readers may try other weights of its domains: there are two or more with a weight, and their mean
    /// is of numbers, not a count of pairs.
    pub fn is_weighed(&self) -> bool {
        let is_given = self.combine.weigh == Weighing::Given;
        let weighed = self.domains.iter().filter(|domain| !is_given || domain.weight > 0.0);
        weighed.count() > 1 && self.combine.aggregate != Aggregate::Copeland
    }

    /// Every domain, those within domains too, each before what is in it.
    pub fn all_domains(&self) -> Vec<&Domain> {
        let mut found = Vec::new();
        let mut layers: Vec<&Domain> = self.domains.iter().rev().collect();
        while let Some(domain) = layers.pop() {
            found.push(domain);
            if let Parts::Domains(inner) = &domain.parts {
                layers.extend(inner.iter().rev());
            }
        }
        found
    }
}

/// A part of an index, or of another domain.
#[derive(Clone, Debug)]
pub struct Domain {
    pub id: String,
    pub name: Text,
    /// 1 where the layer that it is in weighs its parts in another way than as given.
    pub weight: f64,
    /// The reason and the source of the weight.
    pub why: Option<Text>,
    pub parts: Parts,
    /// How its parts are made comparable and joined.
    pub combine: Combine,
    pub goalposts: Option<Goalposts>,
    pub target: Option<f64>,
    pub place: Place,
}

#[derive(Clone, Debug)]
pub enum Parts {
    Indicators(Vec<Ingredient>),
    Domains(Vec<Domain>),
    /// The scores of another index of the same level, by its position.
    Index {
        index: usize,
        place: Place,
    },
}

/// An indicator in a domain.
#[derive(Clone, Debug)]
pub struct Ingredient {
    pub indicator: usize,
    /// 1 where the domain weighs its parts in another way than as given.
    pub weight: f64,
    pub why: Option<Text>,
    /// What it is divided by.
    pub per: Option<Per>,
    /// The level to whose areas it is shrunk: a rate of few people is drawn to that of the area around it.
    pub shrink: Option<usize>,
    pub impute: Impute,
    pub treat: Treat,
    pub goalposts: Option<Goalposts>,
    pub target: Option<f64>,
    /// Why it is in the index though it is known in few areas.
    pub sparse: Option<Text>,
    pub place: Place,
}

impl Ingredient {
    /// An indicator with a weight, taken as it is.
    pub fn plain(indicator: usize, weight: f64, place: Place) -> Ingredient {
        Ingredient {
            indicator,
            weight,
            why: None,
            per: None,
            shrink: None,
            impute: Impute::None,
            treat: Treat::None,
            goalposts: None,
            target: None,
            sparse: None,
            place,
        }
    }
}

/// A denominator: the number is divided by this indicator and multiplied by `times`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Per {
    pub indicator: usize,
    pub times: f64,
}

/// The values that get the least and the most; as given, before an indicator is turned round.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Goalposts {
    pub low: f64,
    pub high: f64,
}

/// What takes the place of a number that is not known (METHODS.md section 2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Impute {
    None,
    /// The number of the area around it.
    Parent,
    Mean(By),
    Median(By),
    /// The latest earlier number of the area itself.
    Earlier,
}

/// Over which areas a mean or a median is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum By {
    All,
    /// Those in the same area of this level.
    Level(usize),
    /// Those in the same group, by the name of a grouping of `areas.toml`.
    Grouping {
        name: String,
        place: Place,
        /// The level whose name is nearly this one, which may have been meant.
        level: Option<String>,
    },
}

/// What is done to numbers that lie far from all others (METHODS.md section 2).
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Treat {
    None,
    /// Passes with less skew or less kurtosis than these; otherwise at most so many points are brought to the
    /// next value; if that is not enough, the logarithm is taken of the original, or nothing more is done.
    Outliers {
        skew: f64,
        kurtosis: f64,
        points: usize,
        log: Fallback,
    },
    /// The logarithm, whatever the numbers are.
    Log,
}

impl Treat {
    /// The rule of the handbook.
    pub const OUTLIERS: Treat = Treat::Outliers { skew: 2.0, kurtosis: 3.5, points: 5, log: Fallback::Log };
}

/// What is done where winsorising is not enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fallback {
    Log,
    Keep,
}

/// How the parts of a layer are made comparable, weighed and joined.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Combine {
    pub normalise: Normalise,
    pub weigh: Weighing,
    pub aggregate: Aggregate,
}

/// Numbers of any unit to numbers that can be weighed together (METHODS.md section 3).
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Normalise {
    None,
    MinMax {
        low: f64,
        high: f64,
    },
    ZScore {
        mean: f64,
        deviation: f64,
    },
    PercentileRank,
    Rank,
    /// Between the goalposts of each part, cut to 0 and `top`.
    Goalposts {
        top: f64,
    },
    Distance {
        to: Standard,
        apart: Apart,
    },
    RankNormal,
    RankExponential,
}

impl Normalise {
    /// The z-score with mean 0 and deviation 1.
    pub const Z_SCORE: Normalise = Normalise::ZScore { mean: 0.0, deviation: 1.0 };

    /// Whether a score follows from an order: equal steps of the indicator are then no equal steps of the score.
    pub fn is_by_rank(self) -> bool {
        match self {
            Normalise::PercentileRank
            | Normalise::Rank
            | Normalise::RankNormal
            | Normalise::RankExponential => true,
            Normalise::None
            | Normalise::MinMax { .. }
            | Normalise::ZScore { .. }
            | Normalise::Goalposts { .. }
            | Normalise::Distance { .. } => false,
        }
    }

    /// As authors write it.
    pub fn word(self) -> &'static str {
        match self {
            Normalise::None => "none",
            Normalise::MinMax { .. } => "min-max",
            Normalise::ZScore { .. } => "z-score",
            Normalise::PercentileRank => "percentile-rank",
            Normalise::Rank => "rank",
            Normalise::Goalposts { .. } => "goalposts",
            Normalise::Distance { .. } => "distance-to-reference",
            Normalise::RankNormal => "rank-normal",
            Normalise::RankExponential => "rank-exponential",
        }
    }
}

/// What a distance is measured from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standard {
    /// The area of the first level.
    Whole,
    /// The area of this level that it lies in.
    Level(usize),
    /// The target of each part.
    Target,
}

/// How a distance is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Apart {
    Ratio,
    Difference,
}

/// Where the weights of a layer come from (METHODS.md section 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weighing {
    Given,
    Equal,
    FirstComponent,
    Entropy,
}

impl Weighing {
    pub const WORDS: [(&str, Weighing); 4] = [
        ("given", Weighing::Given),
        ("equal", Weighing::Equal),
        ("first-component", Weighing::FirstComponent),
        ("entropy", Weighing::Entropy),
    ];
}

/// Parts to one number (METHODS.md section 4).
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Aggregate {
    Arithmetic,
    Geometric,
    Harmonic,
    /// The mean of powers; the exponent is not 0.
    Power(f64),
    Copeland,
}

impl Aggregate {
    /// Whether low numbers count for more than in an arithmetic mean: where low is good, one favourable part then hides
    /// others that are not.
    pub fn favours_low(self) -> bool {
        match self {
            Aggregate::Geometric | Aggregate::Harmonic => true,
            Aggregate::Power(power) => power < 1.0,
            Aggregate::Arithmetic | Aggregate::Copeland => false,
        }
    }

    /// As authors write it.
    pub fn word(self) -> &'static str {
        match self {
            Aggregate::Arithmetic => "arithmetic",
            Aggregate::Geometric => "geometric",
            Aggregate::Harmonic => "harmonic",
            Aggregate::Power(_) => "power",
            Aggregate::Copeland => "copeland",
        }
    }
}

/// Over what the scores of a period are normalised and classed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reference {
    EachPeriod,
    Pooled,
    Period(i32),
}

/// In what a change of score can be told; each more than the next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tells {
    /// Points, and classes: the score is linear in the indicators, on one scale for all periods.
    Points,
    /// Classes: the score follows from ranks on one scale for all periods, or from scores of a publisher.
    #[default]
    Classes,
    /// The place among the areas of the same period, and no more: each period has a scale of its own.
    Position,
}

impl Tells {
    pub const WORDS: [(&str, Tells); 3] =
        [("points", Tells::Points), ("classes", Tells::Classes), ("position", Tells::Position)];
}

/// Classes from good to bad: as many as there are labels.
#[derive(Clone, Debug, PartialEq)]
pub struct Classes {
    pub rule: ClassRule,
    pub labels: Vec<Text>,
}

/// Where the values between classes come from (METHODS.md section 5).
#[derive(Clone, Debug, PartialEq)]
pub enum ClassRule {
    /// Equally many areas, or people, in each.
    Quantile(QuantileOf),
    /// Between the lowest and the highest score of the reference, equally wide.
    EqualIntervals,
    /// Natural breaks: the least spread within classes (Fisher 1958, Jenks 1977).
    Jenks,
    /// So many standard deviations from the mean.
    Deviations(Vec<f64>),
    /// In ascending order, one less than there are labels.
    Fixed(Vec<f64>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuantileOf {
    Areas,
    People,
}

/// Choices that could have been made otherwise (METHODS.md section 6).
#[derive(Clone, Debug)]
pub struct Uncertainty {
    pub runs: usize,
    pub seed: u64,
    /// Each weight is drawn from so large a share below to so large a share above itself.
    pub weights: Option<f64>,
    /// For every layer that normalises; the first stands for the definition's own choice, as in the next two.
    pub normalise: Vec<Normalise>,
    /// For every layer.
    pub aggregate: Vec<Aggregate>,
    /// For every indicator.
    pub impute: Vec<Impute>,
    pub drop: Drop,
    /// Base samples of the sensitivities; none where they are not asked for.
    pub samples: Option<usize>,
    pub place: Place,
}

/// What is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drop {
    Nothing,
    /// One indicator at a time, or none.
    Indicator,
}
