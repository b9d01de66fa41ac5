//! The areas and periods over which an index is reckoned, and who counts in them.
//!
//! A column of the room holds a number for each cell of the panel: all areas of the level in the order of
//! their ids, period after period. An area that is not eligible has no numbers, and so no say in what is
//! normal, in ranks and in classes.

use std::ops::Range;

use crate::index::normalise::Group;
use crate::index::people;
use crate::input::settings::{self, Reference};
use crate::model::atlas::{Absence, Atlas, IndicatorId, LevelId, Period, Reading};

/// Whether an area counts in a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Eligible,
    TooFew,
    CountUnknown,
    CountSecret,
}

/// Whether a number is turned round, so that all indicators of an index point one way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    AsGiven,
    Reversed,
}

impl Sense {
    /// Neither leaves a negative zero, which would print as one.
    pub fn turn(self, value: f64) -> f64 {
        match self {
            Sense::AsGiven => value + 0.0,
            Sense::Reversed => 0.0 - value,
        }
    }
}

#[derive(Clone, Debug)]
pub struct Panel {
    pub level: LevelId,
    /// How many areas the level has.
    pub areas: usize,
    /// In order of time.
    pub periods: Vec<Period>,
    /// By cell.
    pub standings: Vec<Standing>,
    /// By period.
    pub eligible: Vec<usize>,
    reference: Reference,
}

impl Panel {
    pub fn new(definition: &settings::Index, atlas: &Atlas) -> Panel {
        let level = LevelId(definition.level as u8);
        let mut periods = definition.periods.clone();
        periods.sort_unstable();
        periods.dedup();
        let areas = atlas.level_len(level);
        let standings = periods.iter().flat_map(|period| standings(definition, atlas, *period)).collect();
        let mut panel =
            Panel { level, areas, periods, standings, eligible: Vec::new(), reference: definition.reference };
        panel.eligible = (0..panel.periods.len())
            .map(|at| panel.standings[panel.of_period(at)].iter())
            .map(|standings| standings.filter(|standing| **standing == Standing::Eligible).count())
            .collect();
        panel
    }

    pub fn cells(&self) -> usize {
        self.standings.len()
    }

    pub fn is_eligible(&self, cell: usize) -> bool {
        self.standings[cell] == Standing::Eligible
    }

    /// The cells of a period, by its position.
    pub fn of_period(&self, at: usize) -> Range<usize> {
        at * self.areas..(at + 1) * self.areas
    }

    /// Over what numbers are normalised: each period on its own, all as one, or all as one of them.
    pub fn groups(&self) -> Vec<Group> {
        let all = 0..self.cells();
        match self.reference {
            Reference::EachPeriod => (0..self.periods.len())
                .map(|at| Group { reference: self.of_period(at), cells: self.of_period(at) })
                .collect(),
            Reference::Pooled => vec![Group { reference: all.clone(), cells: all }],
            Reference::Period(_) => vec![Group { reference: self.classed_over(), cells: all }],
        }
    }

    /// The cells whose scores set the classes: those of the fixed period, otherwise of all periods, so that
    /// maps of several years share one legend.
    pub fn classed_over(&self) -> Range<usize> {
        match self.reference {
            Reference::EachPeriod | Reference::Pooled => 0..self.cells(),
            Reference::Period(period) => {
                self.periods.iter().position(|told| *told == period).map_or(0..0, |at| self.of_period(at))
            }
        }
    }

    /// The periods whose spread a group of [`Panel::groups`] is about.
    pub fn periods_of_group(&self, group: usize) -> Vec<Period> {
        match self.reference {
            Reference::EachPeriod => vec![self.periods[group]],
            Reference::Pooled => self.periods.clone(),
            Reference::Period(period) => vec![period],
        }
    }
}

/// Who counts in a period, be it one of the index or an earlier one, by place in the level.
pub fn standings(definition: &settings::Index, atlas: &Atlas, period: Period) -> Vec<Standing> {
    let level = LevelId(definition.level as u8);
    let areas = atlas.level_len(level);
    let Some((indicator, least)) = definition.eligible else { return vec![Standing::Eligible; areas] };
    let counts = people::readings(atlas, level, IndicatorId(indicator as u16), period);
    let count = |at: usize| counts.get(at).copied().unwrap_or(Reading::MISSING);
    (0..areas).map(|at| standing(count(at), least)).collect()
}

fn standing(count: Reading, least: f64) -> Standing {
    match count {
        Reading::Value { value, .. } if value < least => Standing::TooFew,
        Reading::Value { .. } => Standing::Eligible,
        Reading::Absent(Absence::Suppressed) => Standing::CountSecret,
        Reading::Absent(Absence::TooFew) => Standing::TooFew,
        Reading::Absent(Absence::Missing | Absence::Impossible) => Standing::CountUnknown,
    }
}
