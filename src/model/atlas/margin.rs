//! How sure a number is: the cells beside it to a [`Margin`].

use std::collections::BTreeMap;

use serde::Serialize;

use crate::input::settings::{self, Absence, Differs, IntervalColumns};
use crate::input::sources::{ColumnAt, Table};
use crate::model::atlas::number::{finest, reading};
use crate::model::atlas::problem::Problem;

/// What a publisher says of how sure a number is: the margin of the data. It says nothing of the choices with
/// which an index is made.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Margin {
    pub interval: Option<Interval>,
    /// How many answered, or were measured.
    pub n: Option<f64>,
    /// Beside the whole, as the publisher judged.
    pub differs: Option<Differs>,
}

/// From where to where a number may lie, at the level of confidence of its publisher. The ends are as
/// published: by rounding, the number itself may lie beyond one by less than its last decimal.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Interval {
    pub lower: f64,
    pub upper: f64,
}

/// The columns of a table that say how sure its numbers are.
#[derive(Clone, Copy)]
pub struct Columns<'a> {
    interval: Option<Ends>,
    n: Option<ColumnAt>,
    differs: Option<(ColumnAt, &'a [(String, Differs)])>,
}

#[derive(Clone, Copy)]
enum Ends {
    Both(ColumnAt, ColumnAt),
    HalfWidth(ColumnAt),
}

impl<'a> Columns<'a> {
    /// As an author names them; absent where one of them is not there, which `find` reports.
    pub fn find(
        named: &'a settings::Margins,
        mut find: impl FnMut(&settings::Column) -> Option<ColumnAt>,
    ) -> Option<Columns<'a>> {
        // each is looked for, so that every one that is not there is a problem
        let interval = named.interval.as_ref().map(|interval| match interval {
            IntervalColumns::Ends { lower, upper } => {
                let (lower, upper) = (find(lower), find(upper));
                Some(Ends::Both(lower?, upper?))
            }
            IntervalColumns::HalfWidth(column) => find(column).map(Ends::HalfWidth),
        });
        let n = named.n.as_ref().map(&mut find);
        let differs = named.differs.as_ref().map(|it| Some((find(&it.column)?, it.words.as_slice())));
        let all_are_there = interval.is_none_or(|found| found.is_some())
            && n.is_none_or(|found| found.is_some())
            && differs.is_none_or(|found| found.is_some());
        let columns = Columns { interval: interval.flatten(), n: n.flatten(), differs: differs.flatten() };
        all_are_there.then_some(columns)
    }

    /// Those with numbers that are written as the values are.
    pub fn of_numbers(self) -> impl Iterator<Item = ColumnAt> {
        let ends = match self.interval {
            None => [None, None],
            Some(Ends::Both(lower, upper)) => [Some(lower), Some(upper)],
            Some(Ends::HalfWidth(column)) => [Some(column), None],
        };
        ends.into_iter().flatten()
    }
}

/// A number in a table, and how the cells of its row are to be read.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    pub table: &'a Table,
    pub row: usize,
    pub column: ColumnAt,
    /// As it is in the atlas: scaled.
    pub value: f64,
    pub scale: f64,
    pub decimal: char,
    pub signs: &'a BTreeMap<String, Absence>,
    /// For messages.
    pub indicator: &'a str,
}

/// What its row says of how sure a number is, with everything that is wrong there; absent where it says
/// nothing.
pub fn read(told: Told<'_>, columns: Columns<'_>) -> (Option<Margin>, Vec<Problem>) {
    let mut problems = Vec::new();
    let margin = Margin {
        interval: columns.interval.and_then(|ends| told.interval(ends, &mut problems)),
        n: columns.n.and_then(|column| told.sample(column, &mut problems)),
        differs: columns.differs.and_then(|(column, words)| told.differs(column, words, &mut problems)),
    };
    let says_nothing = margin.interval.is_none() && margin.n.is_none() && margin.differs.is_none();
    ((!says_nothing).then_some(margin), problems)
}

/// A cell that should hold a number.
enum Cell {
    Number(f64),
    Absent,
    Broken,
}

impl Told<'_> {
    fn text(&self, column: ColumnAt) -> &str {
        self.table.cell(self.row, column)
    }

    fn cell(&self, column: ColumnAt, scale: f64, problems: &mut Vec<Problem>) -> Cell {
        let text = self.text(column);
        match reading(text, self.signs, self.decimal, scale) {
            Some(reading) => reading.value().map_or(Cell::Absent, Cell::Number),
            None => {
                let place = self.table.cell_place(self.row, column);
                problems.push(Problem::NotANumber { place, text: text.to_owned(), decimal: self.decimal });
                Cell::Broken
            }
        }
    }

    fn interval(&self, ends: Ends, problems: &mut Vec<Problem>) -> Option<Interval> {
        let place = |column: ColumnAt| self.table.cell_place(self.row, column);
        let (lower, upper) = match ends {
            Ends::Both(lower, upper) => (lower, upper),
            Ends::HalfWidth(column) => {
                let Cell::Number(half) = self.cell(column, self.scale.abs(), problems) else { return None };
                if half < 0.0 {
                    let text = self.text(column).to_owned();
                    problems.push(Problem::NegativeMargin { place: place(column), text });
                    return None;
                }
                return Some(Interval { lower: self.value - half, upper: self.value + half });
            }
        };
        let cells = (self.cell(lower, self.scale, problems), self.cell(upper, self.scale, problems));
        let (low, high) = match cells {
            (Cell::Number(low), Cell::Number(high)) => (low, high),
            (Cell::Number(_), Cell::Absent) => {
                problems.push(Problem::OneEnd { place: place(upper), indicator: self.indicator.to_owned() });
                return None;
            }
            (Cell::Absent, Cell::Number(_)) => {
                problems.push(Problem::OneEnd { place: place(lower), indicator: self.indicator.to_owned() });
                return None;
            }
            (Cell::Absent, Cell::Absent) | (Cell::Broken, _) | (_, Cell::Broken) => return None,
        };
        // a scale below zero turns the ends round
        let turned = self.scale < 0.0;
        let interval =
            if turned { Interval { lower: high, upper: low } } else { Interval { lower: low, upper: high } };
        let below = if turned { self.value - interval.upper } else { interval.lower - self.value };
        let above = if turned { interval.lower - self.value } else { self.value - interval.upper };
        for (beyond, column) in [(below, lower), (above, upper)] {
            if beyond > self.rounding(column) {
                problems.push(Problem::OutsideInterval {
                    place: place(column),
                    indicator: self.indicator.to_owned(),
                    value: self.text(self.column).to_owned(),
                    lower: self.text(lower).to_owned(),
                    upper: self.text(upper).to_owned(),
                });
                return None;
            }
        }
        Some(interval)
    }

    /// How far rounding may have put the number beyond an end: half the last decimal of either.
    fn rounding(&self, column: ColumnAt) -> f64 {
        let step = |column: ColumnAt| finest(self.text(column), self.decimal);
        let half = (step(self.column) + step(column)) / 2.0 * self.scale.abs();
        // floating point must not decide
        half * (1.0 + 1e-9) + self.value.abs() * 1e-12
    }

    fn sample(&self, column: ColumnAt, problems: &mut Vec<Problem>) -> Option<f64> {
        let Cell::Number(n) = self.cell(column, 1.0, problems) else { return None };
        if n < 0.0 {
            let place = self.table.cell_place(self.row, column);
            problems.push(Problem::NegativeSample { place, text: self.text(column).to_owned() });
            return None;
        }
        Some(n)
    }

    fn differs(
        &self,
        column: ColumnAt,
        words: &[(String, Differs)],
        problems: &mut Vec<Problem>,
    ) -> Option<Differs> {
        let text = self.text(column);
        let meaning = words.iter().find(|(word, _)| word == text).map(|(_, meaning)| *meaning);
        if meaning.is_none() && !text.is_empty() && !self.signs.contains_key(text) {
            let known = words.iter().map(|(word, _)| word.clone()).collect();
            let place = self.table.cell_place(self.row, column);
            problems.push(Problem::UnknownDifference { place, text: text.to_owned(), known });
        }
        meaning
    }
}
