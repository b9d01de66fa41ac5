//! Every step of an index as tables, so that each can be done again in a spreadsheet.
//!
//! One table for each step, with a row for each area and period and a column for each indicator, domain or
//! index; an empty cell is not known, or of an area that is not eligible. Numbers are written as they are
//! reckoned with. What is suppressed is in none of them, since no step has it.

use std::collections::BTreeMap;

use crate::index::audit::{Audit, audit};
use crate::index::entry::{Read, Source};
use crate::index::treat::{End, Shape, Treatment};
use crate::index::{IndexId, Weighed, people};
use crate::input::settings::{
    Aggregate, Apart, By, Combine, Domain, Fallback, Goalposts, Impute, Index, Ingredient, LanguageId,
    Normalise, Parts, Standard, Text, Treat, Weighing, word_of,
};
use crate::making::downloads::write::{Field, Writer};
use crate::making::downloads::{Stock, diagnostics, draws, left_out, parameters, shrunk};
use crate::model::atlas::{AreaId, LevelId, Period};
use crate::telling::address::Format;

/// The tables of an index, by the name of their file: CSV.
pub fn tables(stock: Stock<'_>, id: IndexId) -> Vec<(String, Vec<u8>)> {
    let audit = audit(&stock.settings.indices, id, stock.atlas, stock.scores);
    let book = Book { stock, id, audit: &audit };
    let indicators = columns_of(&stock.settings.indices[id.0], stock);
    let step = |column: fn(&crate::index::audit::AuditedIndicator) -> &Vec<f64>| {
        let columns: Vec<&[f64]> = audit.indicators.iter().map(|it| column(it).as_slice()).collect();
        book.table(&indicators, &columns)
    };
    let mut names = Vec::new();
    let mut columns: Vec<&[f64]> = Vec::new();
    for domain in &audit.domains {
        let name = book.name(&domain.of);
        names.push(format!("{name}_aggregated"));
        columns.push(&domain.aggregated);
        let mut parts = audit.parts.iter().filter(|part| part.entry.is_none() && part.of == domain.of);
        if let Some(standard) = parts.next().and_then(|part| part.standard.as_ref()) {
            names.push(format!("{name}_standard"));
            columns.push(standard);
        }
        names.push(format!("{name}_normalised"));
        columns.push(&domain.normalised);
    }
    names.extend(["score", "known"].map(str::to_owned));
    columns.extend([audit.score.as_slice(), audit.known.as_slice()]);
    let files = [
        ("0-areas", csv(|writer| book.areas(writer))),
        ("1-raw", step(|it| &it.raw)),
        ("1b-shrunk", csv(|writer| shrunk::shrunk(&book, &indicators, writer))),
        ("2-denominated", book.denominated(&indicators)),
        ("3-imputed", step(|it| &it.imputed)),
        ("4-treated", book.treated(&indicators)),
        ("5-normalised", step(|it| &it.normalised)),
        ("6-aggregated", book.table(&names, &columns)),
        ("cells", csv(|writer| book.cells(&indicators, writer))),
        ("treatment", csv(|writer| book.treatment(&indicators, writer))),
        ("weights", csv(|writer| book.weights(writer))),
        ("layers", csv(|writer| book.layers(&indicators, writer))),
        ("parameters", csv(|writer| parameters::parameters(&book, &indicators, writer))),
        ("classes", csv(|writer| parameters::classes(&book, writer))),
        ("left-out", csv(|writer| left_out::by_part(stock, id, writer))),
        ("left-out-areas", csv(|writer| left_out::by_area(stock, id, writer))),
        ("correlations", csv(|writer| diagnostics::correlations(stock, id, &audit, writer))),
        ("alpha", csv(|writer| diagnostics::alpha(stock, id, &audit, writer))),
        ("sensitivity", csv(|writer| diagnostics::sensitivity(stock, id, writer))),
        ("draws", csv(|writer| draws::by_run(&book, writer))),
    ];
    let mut files: Vec<(String, Vec<u8>)> =
        files.into_iter().map(|(name, table)| (format!("{name}.csv"), table)).collect();
    let outcomes = super::file(stock, super::Holds::Index(id), Format::Csv);
    files.insert(8, ("7-scores.csv".to_owned(), outcomes));
    files
}

/// A name for each indicator, in the order of the definition: its id, and behind that of its domain where it stands in
/// several.
fn columns_of(definition: &Index, stock: Stock<'_>) -> Vec<String> {
    let id = |ingredient: &Ingredient| stock.settings.indicators[ingredient.indicator].id.clone();
    let all: Vec<usize> = definition.ingredients().iter().map(|it| it.indicator).collect();
    let is_repeated = |at: usize| all.iter().filter(|other| **other == at).count() > 1;
    let mut names = Vec::new();
    for domain in definition.all_domains() {
        let Parts::Indicators(ingredients) = &domain.parts else { continue };
        names.extend(ingredients.iter().map(|it| match is_repeated(it.indicator) {
            true => format!("{}/{}", domain.id, id(it)),
            false => id(it),
        }));
    }
    names
}

/// A normalisation with its numbers, and the level that is a standard.
pub fn normalised(stock: Stock<'_>, normalise: Normalise) -> String {
    let word = normalise.word();
    match normalise {
        Normalise::MinMax { low, high } => format!("{word} {low} to {high}"),
        Normalise::ZScore { mean, deviation } => format!("{word} mean {mean} deviation {deviation}"),
        Normalise::Goalposts { top } => format!("{word} 0 to {top}"),
        Normalise::Distance { to, apart } => {
            let apart = match apart {
                Apart::Ratio => "ratio",
                Apart::Difference => "difference",
            };
            let to = match to {
                Standard::Whole => "whole",
                Standard::Target => "target",
                Standard::Level(level) => stock.settings.levels[level].id.as_str(),
            };
            format!("{word} {apart} to {to}")
        }
        Normalise::None
        | Normalise::PercentileRank
        | Normalise::Rank
        | Normalise::RankNormal
        | Normalise::RankExponential => word.to_owned(),
    }
}

/// A mean, as authors write it, with its number.
pub fn joined_by(aggregate: Aggregate) -> String {
    match aggregate {
        Aggregate::Power(power) => format!("power {power}"),
        other => other.word().to_owned(),
    }
}

/// What is filled in, and over which areas.
pub fn imputed_by(stock: Stock<'_>, rule: &Impute) -> String {
    let by = |by: &By| match by {
        By::All => "all".to_owned(),
        By::Level(level) => stock.settings.levels[*level].id.clone(),
        By::Grouping { name, .. } => name.clone(),
    };
    match rule {
        Impute::None => "none".to_owned(),
        Impute::Parent => "the parent".to_owned(),
        Impute::Earlier => "an earlier period".to_owned(),
        Impute::Mean(of) => format!("the mean of {}", by(of)),
        Impute::Median(of) => format!("the median of {}", by(of)),
    }
}

/// What is done to outliers, with its limits.
pub fn treated_by(rule: Treat) -> String {
    match rule {
        Treat::None => "none".to_owned(),
        Treat::Log => "logarithm".to_owned(),
        Treat::Outliers { skew, kurtosis, points, log } => {
            let then = if log == Fallback::Log { ", else logarithm" } else { "" };
            format!("outliers: skew {skew}, kurtosis {kurtosis}, at most {points} points{then}")
        }
    }
}

/// Periods in one cell.
pub fn years(periods: &[Period]) -> String {
    periods.iter().map(Period::to_string).collect::<Vec<_>>().join(" ")
}

/// What was done to outliers, and whether it was not enough.
pub fn treatment(what: &Treatment) -> &'static str {
    match what {
        Treatment::Winsorised { passed: true, .. } => "winsorised",
        Treatment::Winsorised { passed: false, .. } => "winsorised-not-enough",
        Treatment::Log { from: End::High, passed: true } => "log",
        Treatment::Log { from: End::High, passed: false } => "log-not-enough",
        Treatment::Log { from: End::Low, passed: true } => "log-mirrored",
        Treatment::Log { from: End::Low, passed: false } => "log-mirrored-not-enough",
    }
}

fn csv(write: impl FnOnce(&mut Writer)) -> Vec<u8> {
    let mut writer = Writer::new(Format::Csv);
    write(&mut writer);
    writer.finish()
}

/// The tables that tell how an index is made, as sheets of a workbook.
pub fn sheets(stock: Stock<'_>, id: IndexId) -> Vec<Writer> {
    let audit = audit(&stock.settings.indices, id, stock.atlas, stock.scores);
    let book = Book { stock, id, audit: &audit };
    let indicators = columns_of(&stock.settings.indices[id.0], stock);
    let sheet = |name: &str, write: &dyn Fn(&mut Writer)| {
        let mut sheet = Writer::sheet(name);
        write(&mut sheet);
        sheet
    };
    vec![
        sheet("weights", &|writer| book.weights(writer)),
        sheet("layers", &|writer| book.layers(&indicators, writer)),
        sheet("parameters", &|writer| parameters::parameters(&book, &indicators, writer)),
        sheet("classes", &|writer| parameters::classes(&book, writer)),
        sheet("treatment", &|writer| book.treatment(&indicators, writer)),
        sheet("cells", &|writer| book.cells(&indicators, writer)),
        sheet("left-out", &|writer| left_out::by_part(stock, id, writer)),
        sheet("correlations", &|writer| diagnostics::correlations(stock, id, &audit, writer)),
        sheet("alpha", &|writer| diagnostics::alpha(stock, id, &audit, writer)),
        sheet("sensitivity", &|writer| diagnostics::sensitivity(stock, id, writer)),
    ]
}

/// An index and its steps.
pub struct Book<'a> {
    pub stock: Stock<'a>,
    pub id: IndexId,
    pub audit: &'a Audit,
}

impl Book<'_> {
    /// The id of a part.
    pub fn name<'b>(&'b self, of: &'b Weighed) -> &'b str {
        match of {
            Weighed::Domain(id) => id,
            Weighed::Indicator(id) => &self.stock.atlas.indicator(*id).id,
            Weighed::Index(id) => &self.stock.scores.indices[id.0].id,
        }
    }

    /// The area of a cell and its period.
    pub fn cell(&self, cell: usize) -> (AreaId, i32) {
        let first = self.stock.atlas.level(self.audit.level).next().map_or(0, |area| area.0);
        let (period, place) = (cell / self.audit.areas, cell % self.audit.areas);
        (AreaId(first + place as u32), self.audit.periods[period])
    }

    fn table(&self, names: &[String], columns: &[&[f64]]) -> Vec<u8> {
        let mut writer = Writer::new(Format::Csv);
        let head: Vec<&str> =
            ["area", "name", "period"].into_iter().chain(names.iter().map(String::as_str)).collect();
        writer.head(&head);
        for cell in 0..self.audit.score.len() {
            let (area, period) = self.cell(cell);
            let area = self.stock.atlas.area(area);
            let mut row =
                vec![Field::Text(&area.code), Field::Text(&area.name), Field::Whole(i64::from(period))];
            row.extend(columns.iter().map(|column| match column.get(cell).copied() {
                Some(value) if !value.is_nan() => Field::Number(value),
                Some(_) | None => Field::Nothing,
            }));
            writer.row(&row);
        }
        writer.finish()
    }

    /// Treated; behind each that is told as a distance what it is measured from, as the part is: turned round with it.
    fn treated(&self, indicators: &[String]) -> Vec<u8> {
        let (mut names, mut columns): (Vec<String>, Vec<&[f64]>) = (Vec::new(), Vec::new());
        for (at, (audited, name)) in self.audit.indicators.iter().zip(indicators).enumerate() {
            names.push(name.clone());
            columns.push(&audited.treated);
            let part = self.audit.parts.iter().find(|part| part.entry == Some(at));
            if let Some(standard) = part.and_then(|part| part.standard.as_ref()) {
                names.push(format!("{name}_standard"));
                columns.push(standard);
            }
        }
        self.table(&names, &columns)
    }

    /// Shrunk and divided; behind each that is divided what it is divided by.
    fn denominated(&self, indicators: &[String]) -> Vec<u8> {
        let (mut names, mut columns): (Vec<String>, Vec<&[f64]>) = (Vec::new(), Vec::new());
        let definition = &self.stock.settings.indices[self.id.0];
        let all = self.audit.indicators.iter().zip(definition.ingredients()).zip(indicators);
        for ((audited, ingredient), name) in all {
            names.push(name.clone());
            columns.push(&audited.denominated);
            if let Some(per) = ingredient.per {
                names.push(format!("{name}_per_{}", self.stock.settings.indicators[per.indicator].id));
                columns.push(&audited.divisors);
            }
        }
        self.table(&names, &columns)
    }

    /// In which larger areas and groups each area is, and how many people live there by the count that weighs it.
    fn areas(&self, writer: &mut Writer) {
        let (atlas, level) = (self.stock.atlas, self.audit.level);
        let above: Vec<LevelId> = (0..level.0).map(LevelId).collect();
        let groupings = atlas.groupings(level);
        let mut head = vec!["area".to_owned(), "name".to_owned(), "period".to_owned()];
        head.extend(
            above.iter().map(|it| format!("within_{}", self.stock.settings.levels[usize::from(it.0)].id)),
        );
        head.extend(groupings.iter().map(|grouping| format!("group_{}", grouping.id)));
        head.push("people".to_owned());
        writer.head(&head.iter().map(String::as_str).collect::<Vec<&str>>());
        let people: Vec<Vec<f64>> =
            self.audit.periods.iter().map(|period| people::of(atlas, level, *period)).collect();
        for cell in 0..self.audit.score.len() {
            let (area, period) = self.cell(cell);
            let own = atlas.area(area);
            let mut row =
                vec![Field::Text(&own.code), Field::Text(&own.name), Field::Whole(i64::from(period))];
            row.extend(above.iter().map(|level| {
                let around = std::iter::successors(own.parent, |around| atlas.area(*around).parent);
                let around = around.map(|around| atlas.area(around)).find(|around| around.level == *level);
                around.map_or(Field::Nothing, |around| Field::Text(&around.code))
            }));
            let place = cell % self.audit.areas;
            row.extend(groupings.iter().map(|grouping| {
                let group = grouping.of.get(place).copied().flatten();
                group.map_or(Field::Nothing, |group| Field::Text(&grouping.names[group as usize]))
            }));
            let people = people[cell / self.audit.areas][place];
            row.push(if people.is_nan() { Field::Nothing } else { Field::Number(people) });
            writer.row(&row);
        }
    }

    /// Cells that are not simply a reading of their period: carried, imputed, treated.
    fn cells(&self, names: &[String], writer: &mut Writer) {
        writer.head(&["area", "name", "period", "indicator", "what", "from", "to", "source"]);
        let ingredients = self.stock.settings.indices[self.id.0].ingredients();
        for ((indicator, ingredient), id) in self.audit.indicators.iter().zip(ingredients).zip(names) {
            let sources: BTreeMap<usize, String> = (indicator
                .filled
                .iter()
                .map(|(cell, source)| (*cell, self.source(&ingredient.impute, *source))))
            .collect();
            let mut row = |cell: usize, what: &str, from: Option<f64>, to: f64| {
                let (area, period) = self.cell(cell);
                let area = self.stock.atlas.area(area);
                writer.row(&[
                    Field::Text(&area.code),
                    Field::Text(&area.name),
                    Field::Whole(i64::from(period)),
                    Field::Text(id),
                    Field::Text(what),
                    from.filter(|from| !from.is_nan()).map_or(Field::Nothing, Field::Number),
                    Field::Number(to),
                    sources
                        .get(&cell)
                        .filter(|_| what == "imputed")
                        .map_or(Field::Nothing, |source| Field::Text(source)),
                ]);
            };
            for (cell, read) in indicator.read.iter().enumerate() {
                let (_, period) = self.cell(cell);
                match read {
                    Read::Imputed => row(cell, "imputed", None, indicator.imputed[cell]),
                    Read::Of(year) if *year != period => {
                        row(cell, &format!("carried:{year}"), None, indicator.raw[cell]);
                    }
                    Read::Of(_) | Read::Nothing => {}
                }
            }
            for treated in &indicator.treatment {
                if let Treatment::Winsorised { cells, .. } = &treated.what {
                    for (cell, end) in cells {
                        let what = if *end == End::High { "winsorised-high" } else { "winsorised-low" };
                        row(*cell, what, Some(indicator.imputed[*cell]), indicator.treated[*cell]);
                    }
                }
            }
        }
    }

    /// What a number was taken from that was filled in: `mean of GM0855`, `2019`.
    fn source(&self, rule: &Impute, source: Source) -> String {
        let (atlas, level) = (self.stock.atlas, self.audit.level);
        let (word, by) = match rule {
            Impute::Mean(by) => ("mean of ", Some(by)),
            Impute::Median(by) => ("median of ", Some(by)),
            Impute::None | Impute::Parent | Impute::Earlier => ("", None),
        };
        let of = match source {
            Source::All => "all".to_owned(),
            Source::Area(area) => atlas.area(area).code.clone(),
            Source::Earlier(year) => year.to_string(),
            Source::Group(group) => {
                let grouping = match by {
                    Some(By::Grouping { name, .. }) => atlas.grouping(level, name),
                    _ => None,
                };
                let name = grouping.and_then(|grouping| grouping.names.get(group as usize));
                let name = name.cloned().unwrap_or_else(|| group.to_string());
                grouping.map_or(name.clone(), |grouping| format!("{} {name}", grouping.id))
            }
        };
        format!("{word}{of}")
    }

    fn treatment(&self, names: &[String], writer: &mut Writer) {
        writer.head(&[
            "indicator",
            "period",
            "what",
            "points",
            "skew_before",
            "kurtosis_before",
            "skew_after",
            "kurtosis_after",
        ]);
        for (indicator, name) in self.audit.indicators.iter().zip(names) {
            for treated in &indicator.treatment {
                let points = match &treated.what {
                    Treatment::Winsorised { cells, .. } => Field::Whole(cells.len() as i64),
                    Treatment::Log { .. } => Field::Nothing,
                };
                let number = |shape: Option<Shape>, of: fn(Shape) -> f64| {
                    shape.map_or(Field::Nothing, |shape| Field::Number(of(shape)))
                };
                writer.row(&[
                    Field::Text(name),
                    Field::Text(&years(&self.audit.applied[treated.group])),
                    Field::Text(treatment(&treated.what)),
                    points,
                    number(treated.before, |shape| shape.skew),
                    number(treated.before, |shape| shape.kurtosis),
                    number(treated.after, |shape| shape.skew),
                    number(treated.after, |shape| shape.kurtosis),
                ]);
            }
        }
    }

    fn weights(&self, writer: &mut Writer) {
        writer.head(&["depth", "part", "given", "used_in_layer", "used_in_index", "why"]);
        let definition = &self.stock.settings.indices[self.id.0];
        let domains = definition.all_domains();
        let index = &self.stock.scores.indices[self.id.0];
        for (at, part) in index.parts.iter().enumerate() {
            let around = index.around(at).last().map(|at| self.name(&index.parts[*at].of).to_owned());
            let layer = around.and_then(|id| domains.iter().find(|domain| domain.id == id));
            let weigh = layer.map_or(definition.combine.weigh, |layer| layer.combine.weigh);
            let why: Option<&Text> = match &part.of {
                Weighed::Domain(id) => {
                    domains.iter().find(|domain| domain.id == *id).and_then(|it| it.why.as_ref())
                }
                // of this layer: it may stand in several
                Weighed::Indicator(id) => match layer.map(|layer| &layer.parts) {
                    Some(Parts::Indicators(all)) => {
                        all.iter().find(|it| it.indicator == usize::from(id.0)).and_then(|it| it.why.as_ref())
                    }
                    _ => None,
                },
                Weighed::Index(_) => None,
            };
            let is_given = weigh == Weighing::Given;
            let why = why.filter(|_| is_given);
            writer.row(&[
                Field::Whole(part.depth as i64),
                Field::Text(self.name(&part.of)),
                if is_given { Field::Number(part.given) } else { Field::Nothing },
                Field::Number(part.used),
                Field::Number(part.overall),
                why.map_or(Field::Nothing, |why| Field::Text(why.get(LanguageId(0)))),
            ]);
        }
    }

    /// What is done in each layer, and to each indicator before it.
    fn layers(&self, names: &[String], writer: &mut Writer) {
        writer.head(&["layer", "normalise", "weights", "aggregate"]);
        let definition = &self.stock.settings.indices[self.id.0];
        let mut row = |layer: &str, combine: Combine| {
            let aggregate = joined_by(combine.aggregate);
            writer.row(&[
                Field::Text(layer),
                Field::Text(&normalised(self.stock, combine.normalise)),
                Field::Text(word_of(&Weighing::WORDS, combine.weigh)),
                Field::Text(&aggregate),
            ]);
        };
        for Domain { id, combine, .. } in definition.all_domains() {
            row(id, *combine);
        }
        row(&definition.id, definition.combine);
        for (ingredient, id) in definition.ingredients().into_iter().zip(names) {
            let mut steps = Vec::new();
            if let Some(level) = ingredient.shrink {
                steps.push(format!("shrunk to {}", self.stock.settings.levels[level].id));
            }
            if let Some(per) = ingredient.per {
                let by = &self.stock.settings.indicators[per.indicator].id;
                steps.push(format!("divided by {by} times {}", per.times));
            }
            if ingredient.impute != Impute::None {
                steps.push(format!("imputed by {}", imputed_by(self.stock, &ingredient.impute)));
            }
            if ingredient.treat != Treat::None {
                steps.push(treated_by(ingredient.treat));
            }
            if let Some(Goalposts { low, high }) = ingredient.goalposts {
                steps.push(format!("goalposts {low} and {high}"));
            }
            if let Some(target) = ingredient.target {
                steps.push(format!("target {target}"));
            }
            if !steps.is_empty() {
                let steps = steps.join(", ");
                writer.row(&[Field::Text(id), Field::Text(&steps), Field::Nothing, Field::Nothing]);
            }
        }
    }
}
