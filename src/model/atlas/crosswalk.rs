//! Which areas of today the areas of earlier years have become (METHODS.md section 1).
//!
//! In: tables of old and new codes. Out: the [`Crosswalk`], which follows a code from the borders of a year to
//! areas of the atlas, with the share of it that each got.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostic::{Place, Report};
use crate::input::settings::{self, Settings, YearOf};
use crate::input::sources::{ColumnAt, Table};
use crate::model::atlas::areas::nearest_code;
use crate::model::atlas::number::number;
use crate::model::atlas::problem::Problem;
use crate::model::atlas::{AreaId, Atlas, LevelId, Period};

/// Shares of one area must add up to 1 but for this.
const TOLERANCE: f64 = 0.001;

/// What became of the codes of earlier years.
#[derive(Clone, Debug, Default)]
pub struct Crosswalk {
    /// By old code and the first year in which it was another area.
    changes: BTreeMap<String, BTreeMap<Period, Vec<Part>>>,
    /// By code, the years in which it came into being out of others.
    beginnings: BTreeMap<String, BTreeSet<Period>>,
}

/// What became of a part of an area.
#[derive(Clone, Debug)]
struct Part {
    to: String,
    share: f64,
    level: LevelId,
    place: Place,
}

/// An area of earlier years that is in one of today, and how much of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Predecessor {
    pub code: String,
    pub share: f64,
    /// Whether the area of today is the old one under another code, and nothing else.
    pub is_rename: bool,
}

/// Reads every table, with everything that is wrong in them.
pub fn read(settings: &Settings, tables: &[Arc<Table>], atlas: &Atlas, report: &mut Report) -> Crosswalk {
    let mut crosswalk = Crosswalk::default();
    for (told, table) in settings.crosswalks.iter().zip(tables) {
        crosswalk.add(told, table, report);
    }
    crosswalk.check_shares(report);
    crosswalk.check_cycles(report);
    crosswalk.check_ends(atlas, report);
    crosswalk
}

impl Crosswalk {
    fn add(&mut self, told: &settings::Crosswalk, table: &Table, report: &mut Report) {
        let mut column =
            |column: &settings::Column| table.column(column).map_err(|problem| report.push(problem)).ok();
        let (from, to) = (column(&told.from), column(&told.to));
        let share = told.share.as_ref().map(&mut column);
        let year = match &told.year {
            YearOf::Fixed(_) => None,
            YearOf::Column(it) => Some(column(it)),
        };
        let (Some(from), Some(to)) = (from, to) else { return };
        if share == Some(None) || year == Some(None) {
            return;
        }
        for row in 0..table.rows.len() {
            let cell = |column: ColumnAt| table.cell(row, column);
            let place = table.cell_place(row, from);
            let year = match (&told.year, year.flatten()) {
                (YearOf::Fixed(year), _) => Some(*year),
                (YearOf::Column(_), Some(column)) => year_of(table, row, column, report),
                (YearOf::Column(_), None) => None,
            };
            let share = share.flatten().map_or(Some(1.0), |column| share_of(table, row, column, report));
            let (from, to) = (cell(from), cell(to));
            if from.is_empty() || to.is_empty() {
                report.push(Problem::NoCode { place }.into());
                continue;
            }
            let (Some(year), Some(share)) = (year, share) else { continue };
            let parts = self.changes.entry(from.to_owned()).or_default().entry(year).or_default();
            if parts.iter().any(|part| part.to == to) {
                let (from, to) = (from.to_owned(), to.to_owned());
                report.push(Problem::TwicePair { place, from, to, year }.into());
                continue;
            }
            let level = LevelId(told.level as u8);
            parts.push(Part { to: to.to_owned(), share, level, place });
            if from != to {
                self.beginnings.entry(to.to_owned()).or_default().insert(year);
            }
        }
    }

    fn all_changes(&self) -> impl Iterator<Item = (&String, Period, &Vec<Part>)> {
        self.changes
            .iter()
            .flat_map(|(from, years)| years.iter().map(move |(year, parts)| (from, *year, parts)))
    }

    fn check_shares(&self, report: &mut Report) {
        for (from, year, parts) in self.all_changes() {
            let sum: f64 = parts.iter().map(|part| part.share).sum();
            if (sum - 1.0).abs() > TOLERANCE {
                let (place, from, sum) = (parts[0].place.clone(), from.clone(), format!("{sum:.3}"));
                report.push(Problem::SharesDoNotAdd { place, from, year, sum }.into());
            }
        }
    }

    /// Within a year the order of changes is not known, and so none may lead back.
    fn check_cycles(&self, report: &mut Report) {
        let mut told: BTreeSet<(&str, Period)> = BTreeSet::new();
        for (from, year, parts) in self.all_changes() {
            let mut seen: BTreeSet<&str> = BTreeSet::new();
            let mut waiting: Vec<&str> = vec![from];
            while let Some(code) = waiting.pop() {
                let next = self.changes.get(code).and_then(|years| years.get(&year)).into_iter().flatten();
                for part in next.filter(|part| part.to != code) {
                    if seen.insert(&part.to) {
                        waiting.push(&part.to);
                    }
                }
            }
            // one problem for each cycle
            if seen.contains(from.as_str()) && !told.contains(&(from.as_str(), year)) {
                told.extend(seen.into_iter().map(|code| (code, year)));
                let (place, code) = (parts[0].place.clone(), from.clone());
                report.push(Problem::Cycle { place, code, year }.into());
            }
        }
    }

    /// What nothing is said of later must be an area of its level.
    fn check_ends(&self, atlas: &Atlas, report: &mut Report) {
        for (_, year, parts) in self.all_changes() {
            for part in parts {
                let changes_later = self.next(&part.to, year).is_some();
                let is_area = atlas.find(&part.to).is_some_and(|area| atlas.is_of(area, part.level));
                if !changes_later && !is_area {
                    let nearest = nearest_code(&atlas.by_code, &part.to);
                    let (place, code) = (part.place.clone(), part.to.clone());
                    report.push(Problem::UnknownSuccessor { place, code, nearest }.into());
                }
            }
        }
    }

    /// The first change of a code after a year.
    fn next(&self, code: &str, after: Period) -> Option<(Period, &Vec<Part>)> {
        self.changes.get(code)?.range(after + 1..).next().map(|(year, parts)| (*year, parts))
    }

    /// Whether a code, in the borders of a year, is that of an area which is no more, or is another now. What
    /// is told of a code after its end is about the area that it was.
    pub fn is_former(&self, atlas: &Atlas, code: &str, borders: Period) -> bool {
        self.next(code, borders).is_some() || self.changes.contains_key(code) && atlas.find(code).is_none()
    }

    /// The areas of today that a code of some year has become, with its share in each. Chains multiply.
    fn become_of(&self, atlas: &Atlas, code: &str, borders: Period) -> BTreeMap<AreaId, f64> {
        let mut found = BTreeMap::new();
        let last = || self.changes.get(code).filter(|_| atlas.find(code).is_none())?.last_key_value();
        let first = self.next(code, borders).or_else(|| last().map(|(year, parts)| (*year, parts)));
        let mut waiting: Vec<(&str, Period, f64)> = Vec::new();
        if let Some((year, parts)) = first {
            waiting.extend(parts.iter().map(|part| (part.to.as_str(), year, part.share)));
        }
        while let Some((code, since, share)) = waiting.pop() {
            match self.next(code, since) {
                Some((year, parts)) => {
                    waiting.extend(parts.iter().map(|part| (part.to.as_str(), year, share * part.share)));
                }
                None => {
                    if let Some(area) = atlas.find(code).filter(|_| share > 0.0) {
                        *found.entry(area).or_insert(0.0) += share;
                    }
                }
            }
        }
        found
    }

    /// Of each area of today that is made of others, these: those that there were within the borders of a year,
    /// and those that are `told` of.
    pub fn predecessors(
        &self,
        atlas: &Atlas,
        borders: Period,
        told: &BTreeSet<&str>,
    ) -> BTreeMap<AreaId, Vec<Predecessor>> {
        let mut found: BTreeMap<AreaId, Vec<Predecessor>> = BTreeMap::new();
        for code in self.changes.keys() {
            let end = self.next(code, borders).map(|(year, _)| year);
            let beginning =
                self.beginnings.get(code).and_then(|years| years.range(borders + 1..).next().copied());
            // what comes into being later was not there; what grows has itself among its parts
            let was_there = end.is_some_and(|end| beginning.is_none_or(|beginning| end <= beginning));
            if !was_there && !told.contains(code.as_str()) {
                continue;
            }
            let areas = self.become_of(atlas, code, borders);
            let is_whole = areas.len() == 1;
            for (area, share) in areas {
                let is_rename = is_whole && (share - 1.0).abs() <= TOLERANCE;
                found.entry(area).or_default().push(Predecessor { code: code.clone(), share, is_rename });
            }
        }
        for parts in found.values_mut().filter(|parts| parts.len() > 1) {
            parts.iter_mut().for_each(|part| part.is_rename = false);
        }
        found
    }
}

fn year_of(table: &Table, row: usize, column: ColumnAt, report: &mut Report) -> Option<Period> {
    let text = table.cell(row, column);
    match text.parse::<Period>() {
        Ok(year @ 1000..=9999) => Some(year),
        _ => {
            let place = table.cell_place(row, column);
            report.push(Problem::NotAPeriod { place, text: text.to_owned() }.into());
            None
        }
    }
}

/// With a point or a comma: a share has no thousands.
fn share_of(table: &Table, row: usize, column: ColumnAt, report: &mut Report) -> Option<f64> {
    let text = table.cell(row, column);
    let decimal = table.decimal.unwrap_or(if text.contains(',') { ',' } else { '.' });
    let share = number(text, decimal).filter(|share| (0.0..=1.0).contains(share));
    if share.is_none() {
        let place = table.cell_place(row, column);
        report.push(Problem::NotAShare { place, text: text.to_owned() }.into());
    }
    share
}
