//! What is measured: of everybody, and of groups of people.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::atlas::{Good, IndicatorId, Kind, LevelId, Period};

/// What sort of number an indicator is; decides how it goes up to a parent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Measure {
    /// A percentage of the count `of`.
    Share {
        of: Option<IndicatorId>,
    },
    /// Per `times` of the count `of`.
    Rate {
        of: Option<IndicatorId>,
        times: f64,
    },
    Count,
    /// A mean over the count `of`.
    Mean {
        of: Option<IndicatorId>,
    },
    /// A median, a class, a score: never carried up.
    Other,
}

impl Measure {
    /// The count that it is a part of, or a mean over.
    pub fn of(self) -> Option<IndicatorId> {
        match self {
            Measure::Share { of } | Measure::Rate { of, .. } | Measure::Mean { of } => of,
            Measure::Count | Measure::Other => None,
        }
    }
}

/// A theme groups indicators for reading; a source says who measured. Both by position in their files.
pub type ThemeId = usize;
pub type SourceId = usize;

/// What is measured. Its texts stay in the settings, under the same `id`.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    pub id: String,
    pub decimals: u8,
    pub good: Good,
    pub kind: Kind,
    /// Of a model's estimates: the last level at which it was measured.
    pub measured: Option<LevelId>,
    pub measure: Measure,
    /// Computed as this count ÷ `of` × times.
    pub numerator: Option<IndicatorId>,
    pub theme: Option<ThemeId>,
    /// A difference smaller than this is "about the same"; without it no such word is used.
    pub threshold: Option<f64>,
    /// The periods from which on it was measured in another way, in order.
    pub breaks: Vec<Period>,
    /// For how many years after its own a reading counts in an index, where there is no later one; 0 where
    /// none does.
    pub carry: Period,
    pub key: bool,
    /// Who published its readings, in the order of `sources.toml`, each with the periods of these.
    pub sources: BTreeMap<SourceId, BTreeSet<Period>>,
}

impl Indicator {
    /// A registered number that is neither share nor mean, written whole; of it nothing else is known.
    pub fn plain(id: &str, good: Good) -> Indicator {
        Indicator {
            id: id.to_owned(),
            decimals: 0,
            good,
            kind: Kind::Register,
            measured: None,
            measure: Measure::Other,
            numerator: None,
            theme: None,
            threshold: None,
            breaks: Vec::new(),
            carry: 0,
            key: false,
            sources: BTreeMap::new(),
        }
    }

    /// Who published its readings of these periods.
    pub fn sources_of(&self, periods: &[Period]) -> impl Iterator<Item = SourceId> {
        let is_of = |told: &BTreeSet<Period>| periods.iter().any(|period| told.contains(period));
        self.sources.iter().filter(move |(_, told)| is_of(told)).map(|(source, _)| *source)
    }

    /// Whether numbers of two periods were measured in the same way.
    pub fn is_same_measure(&self, one: Period, other: Period) -> bool {
        let (first, last) = (one.min(other), one.max(other));
        !self.breaks.iter().any(|from| first < *from && *from <= last)
    }

    /// How its numbers of a level came about: estimates are of levels below those that were measured.
    pub fn kind_at(&self, level: LevelId) -> Kind {
        match self.measured {
            Some(measured) if level <= measured => Kind::Survey,
            Some(_) | None => self.kind,
        }
    }
}

/// A way to tell people apart, and a group of people, by position in the settings.
pub type DivisionId = usize;
pub type GroupId = usize;

/// The figures of an indicator by group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breakdown {
    /// The indicator, which is of everybody.
    pub of: IndicatorId,
    pub division: DivisionId,
    /// In the order of their file, each with the indicator that is of it alone.
    pub groups: Vec<(GroupId, IndicatorId)>,
}
