//! The cells of datasets to readings.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Report};
use crate::input::settings::{Column, Dataset, Layout, Measure, PeriodRule, Series, Settings};
use crate::input::sources::{ColumnAt, Table};
use crate::model::atlas::areas::{conditions, nearest_code};
use crate::model::atlas::crosswalk::Crosswalk;
use crate::model::atlas::former::Former;
use crate::model::atlas::margin::{self, Told};
use crate::model::atlas::number::{finest, reading};
use crate::model::atlas::problem::Problem;
use crate::model::atlas::{Absence, AreaId, Atlas, IndicatorId, Period, Reading, Step};

/// Reads one dataset into the atlas.
///
/// What is told of an area of earlier years goes to `former`.
pub fn read(
    settings: &Settings,
    dataset: &Dataset,
    table: &Table,
    crosswalk: &Crosswalk,
    (atlas, former): (&mut Atlas, &mut Former),
    report: &mut Report,
) {
    let mut found = |column: &Column| table.column(column).map_err(|problem| report.push(problem)).ok();
    let area = found(&dataset.area);
    let period = match &dataset.period {
        PeriodRule::Fixed(_) => None,
        PeriodRule::Column { column, .. } => Some(found(column)),
    };
    let cells: Option<Vec<Cells<'_>>> = match &dataset.layout {
        Layout::Wide(series) => {
            // every column that is not there is a problem, not only the first
            let columns: Vec<Option<Cells<'_>>> = series
                .iter()
                .map(|series| {
                    let column = found(&series.named);
                    let margins = margin::Columns::find(&series.margins, &mut found);
                    Some(Cells { column: column?, margins: margins?, series })
                })
                .collect();
            columns.into_iter().collect()
        }
        Layout::Long { value, margins, series, .. } => {
            let column = found(value);
            let margins = margin::Columns::find(margins, &mut found);
            let cells = column.zip(margins).map(|(column, margins)| (column, margins, series));
            cells.map(|(column, margins, series)| {
                series.iter().map(|series| Cells { column, margins, series }).collect()
            })
        }
    };
    let named = match &dataset.layout {
        Layout::Wide(_) => None,
        Layout::Long { indicator, .. } => Some(found(indicator)),
    };
    let group = dataset.group.as_ref().map(found);
    let only = conditions(&dataset.only, table, report);
    let (Some(area), Some(cells), Some(only)) = (area, cells, only) else { return };
    if period == Some(None) || named == Some(None) || group == Some(None) {
        return;
    }
    let (period, named, group) = (period.flatten(), named.flatten(), group.flatten());
    let columns = Columns { area, period, named, group, cells, only };
    let decimal = match table.decimal {
        Some(decimal) => decimal,
        None => match detect_decimal(table, &columns, dataset) {
            Ok(decimal) => decimal,
            Err(problem) => {
                report.push((*problem).into());
                return;
            }
        },
    };
    let rows_of = BTreeMap::new();
    let into = Into { crosswalk, atlas, former };
    let mut reader = Reader { settings, dataset, table, columns, decimal, into, report, rows_of };
    reader.run();
}

/// Where readings go.
struct Into<'a> {
    crosswalk: &'a Crosswalk,
    atlas: &'a mut Atlas,
    former: &'a mut Former,
}

/// What a row tells of.
#[derive(Clone, Debug)]
enum About {
    Area(AreaId),
    /// An area of earlier years: its code, and the year of its borders.
    Former(String, Period),
}

struct Columns<'a> {
    area: ColumnAt,
    period: Option<ColumnAt>,
    named: Option<ColumnAt>,
    /// Which says of whom a row is.
    group: Option<ColumnAt>,
    cells: Vec<Cells<'a>>,
    only: Vec<(ColumnAt, &'a [String])>,
}

/// Where the values of a series stand, and what is said of them.
#[derive(Clone, Copy)]
struct Cells<'a> {
    column: ColumnAt,
    margins: margin::Columns<'a>,
    series: &'a Series,
}

/// The decimal sign of the cells that are read: the point where no cell has either.
fn detect_decimal(table: &Table, columns: &Columns<'_>, dataset: &Dataset) -> Result<char, Box<Problem>> {
    let shaped = |text: &str, sign: char| {
        let text = text.strip_suffix('*').unwrap_or(text).trim_start_matches(['-', '+', '−']);
        let Some((whole, part)) = text.split_once(sign) else { return false };
        !part.is_empty()
            && whole.bytes().chain(part.bytes()).all(|byte| byte.is_ascii_digit())
            && !dataset.missing.contains_key(text)
    };
    let mut value_columns: Vec<ColumnAt> = columns.cells.iter().map(|cells| cells.column).collect();
    value_columns.extend(columns.cells.iter().flat_map(|cells| cells.margins.of_numbers()));
    value_columns.sort_unstable();
    value_columns.dedup();
    let cells =
        || (0..table.rows.len()).flat_map(|row| value_columns.iter().map(move |column| (row, *column)));
    let with = |sign: char| move |(row, column): &(usize, ColumnAt)| shaped(table.cell(*row, *column), sign);
    let (point, comma) = (cells().find(with('.')), cells().find(with(',')));
    if let (Some(point), Some(comma)) = (point, comma) {
        // the rarer sign is the odd one; of as many, the one that came later
        let (row, column) = match cells().filter(with('.')).count().cmp(&cells().filter(with(',')).count()) {
            Ordering::Less => point,
            Ordering::Greater => comma,
            Ordering::Equal => point.max(comma),
        };
        let text = table.cell(row, column).to_owned();
        return Err(Box::new(Problem::TwoDecimals { place: table.cell_place(row, column), text }));
    }
    Ok(if comma.is_some() { ',' } else { '.' })
}

struct Reader<'a> {
    settings: &'a Settings,
    dataset: &'a Dataset,
    table: &'a Table,
    columns: Columns<'a>,
    decimal: char,
    into: Into<'a>,
    report: &'a mut Report,
    /// How many rows of a long file there are per series, for a warning where there are none.
    rows_of: BTreeMap<usize, usize>,
}

impl Reader<'_> {
    fn run(&mut self) {
        let mut rows_read = 0_usize;
        for row in 0..self.table.rows.len() {
            let cell = |column: ColumnAt| self.table.cell(row, column);
            if !self.columns.only.iter().all(|(column, texts)| texts.iter().any(|text| text == cell(*column)))
            {
                continue;
            }
            let Some(period) = self.period(row) else { continue };
            let Some(about) = self.about(row, period) else { continue };
            rows_read += 1;
            let named = self.columns.named.map(|column| cell(column).to_owned());
            let group = self.columns.group.map(|column| cell(column).to_owned());
            for at in 0..self.columns.cells.len() {
                let cells = self.columns.cells[at];
                if named.as_ref().is_some_and(|named| *named != cells.series.named.name) {
                    continue;
                }
                if cells.series.when.is_some() && cells.series.when != group {
                    continue;
                }
                *self.rows_of.entry(at).or_default() += 1;
                self.cell(row, cells, &about, period);
            }
        }
        let place = self.dataset.place.clone();
        if rows_read == 0 {
            let what = format!("the dataset `{}`", self.dataset.id);
            self.report.push(Problem::NothingRead { place, what }.into());
            return;
        }
        for (at, Cells { series, .. }) in self.columns.cells.iter().enumerate() {
            if !self.rows_of.contains_key(&at) {
                let what = format!("`{}`", self.settings.indicators[series.indicator].id);
                self.report.push(Problem::NothingRead { place: series.named.place.clone(), what }.into());
            }
        }
    }

    /// The year of a row; `None` where it is not one, or not one that is wanted.
    fn period(&mut self, row: usize) -> Option<Period> {
        match (&self.dataset.period, self.columns.period) {
            (PeriodRule::Fixed(period), _) => Some(*period),
            (PeriodRule::Column { only, .. }, Some(column)) => {
                let text = self.table.cell(row, column);
                match text.parse::<Period>() {
                    Ok(period @ 1000..=9999) => {
                        only.as_ref().is_none_or(|only| only.contains(&period)).then_some(period)
                    }
                    _ => {
                        let place = self.table.cell_place(row, column);
                        self.report.push(Problem::NotAPeriod { place, text: text.to_owned() }.into());
                        None
                    }
                }
            }
            (PeriodRule::Column { .. }, None) => None,
        }
    }

    fn about(&mut self, row: usize, period: Period) -> Option<About> {
        let code = self.table.cell(row, self.columns.area);
        let borders = self.dataset.borders.unwrap_or(period);
        if self.into.crosswalk.is_former(self.into.atlas, code, borders) {
            return Some(About::Former(code.to_owned(), borders));
        }
        let found = self.into.atlas.find(code);
        if found.is_none() && !self.dataset.ignore_unknown_areas {
            let place = self.table.cell_place(row, self.columns.area);
            let nearest = nearest_code(&self.into.atlas.by_code, code);
            self.report.push(Problem::UnknownArea { place, code: code.to_owned(), nearest }.into());
        }
        found.map(About::Area)
    }

    fn cell(&mut self, row: usize, cells: Cells<'_>, about: &About, period: Period) {
        let Cells { column, series, .. } = cells;
        let text = self.table.cell(row, column);
        let place = || self.table.cell_place(row, column);
        let Some(reading) = reading(text, &self.dataset.missing, self.decimal, series.scale) else {
            let (text, decimal) = (text.to_owned(), self.decimal);
            self.report.push(Problem::NotANumber { place: place(), text, decimal }.into());
            return;
        };
        let reading = if self.dataset.provisional.holds(period) { reading.provisional() } else { reading };
        let told = &self.settings.indicators[series.indicator];
        if let Some(value) = reading.value() {
            let problem = match told.measure {
                Measure::Share if !(0.0..=100.0).contains(&value) => Some(Problem::ShareOutOfRange {
                    place: place(),
                    indicator: told.id.clone(),
                    value: value.to_string(),
                }),
                Measure::Count | Measure::Rate if value < 0.0 => Some(Problem::Negative {
                    place: place(),
                    indicator: told.id.clone(),
                    value: value.to_string(),
                }),
                Measure::Share | Measure::Rate | Measure::Count | Measure::Mean | Measure::Other => None,
            };
            if let Some(problem) = problem {
                self.report.push(Diagnostic::from(problem));
                return;
            }
        }
        let Into { atlas, former, .. } = &mut self.into;
        let id = IndicatorId(series.indicator as u16);
        let (code, earlier) = match about {
            About::Area(area) => {
                let count = atlas.areas.len();
                let readings = atlas.readings[series.indicator].entry(period);
                let readings = readings.or_insert_with(|| vec![Reading::MISSING; count]);
                (atlas.areas[area.0 as usize].code.as_str(), &mut readings[area.0 as usize])
            }
            About::Former(code, borders) => {
                let readings = former.readings.entry((id, period, *borders)).or_default();
                (code.as_str(), readings.entry(code.clone()).or_insert(Reading::MISSING))
            }
        };
        if let (Some(first), Some(second)) = (earlier.value(), reading.value())
            && first != second
        {
            let code = code.to_owned();
            let (first, second) = (first.to_string(), second.to_string());
            let indicator = told.id.clone();
            self.report.push(Problem::TwoValues { place: place(), indicator, code, first, second }.into());
        }
        if weight(reading) > weight(*earlier) {
            *earlier = reading;
        }
        if let Some(value) = reading.value() {
            let one = series.scale.abs();
            let size = finest(text, self.decimal) * one;
            let steps = self.into.atlas.steps.entry(IndicatorId(series.indicator as u16));
            let step = steps.or_insert(Step { size, one, count: 0 });
            (step.size, step.one, step.count) = (step.size.min(size), step.one.min(one), step.count + 1);
            self.margin(row, cells, value, about, period);
        }
        let sources = &mut self.into.atlas.indicators[series.indicator].sources;
        sources.entry(self.dataset.source).or_default().insert(period);
    }

    fn margin(&mut self, row: usize, cells: Cells<'_>, value: f64, about: &About, period: Period) {
        let Cells { column, margins, series } = cells;
        let indicator = &self.settings.indicators[series.indicator].id;
        let (table, decimal, signs) = (self.table, self.decimal, &self.dataset.missing);
        let told = Told { table, row, column, value, scale: series.scale, decimal, signs, indicator };
        let (margin, problems) = margin::read(told, margins);
        for problem in problems {
            self.report.push(problem.into());
        }
        let Some(margin) = margin else { return };
        let Into { atlas, former, .. } = &mut self.into;
        let id = IndicatorId(series.indicator as u16);
        let (code, earlier) = match about {
            About::Area(area) => {
                let code = atlas.areas[area.0 as usize].code.clone();
                (code, atlas.margins.entry((id, period)).or_default().insert(*area, margin))
            }
            About::Former(code, borders) => {
                let margins = former.margins.entry((id, period, *borders)).or_default();
                (code.clone(), margins.insert(code.clone(), margin))
            }
        };
        if earlier.is_some_and(|earlier| earlier != margin) {
            let (place, indicator) = (table.cell_place(row, column), indicator.clone());
            self.report.push(Problem::TwoMargins { place, indicator, code }.into());
        }
    }
}

/// Of two readings of one cell, the one that says more stays, whichever comes first: a number before a sign,
/// and what its publisher may still change before what is final.
fn weight(reading: Reading) -> u8 {
    match reading {
        Reading::Value { is_provisional: true, .. } => 5,
        Reading::Value { .. } => 4,
        Reading::Absent(Absence::Suppressed | Absence::TooFew) => 3,
        Reading::Absent(Absence::Impossible) => 2,
        Reading::Absent(Absence::Missing) => 1,
    }
}
