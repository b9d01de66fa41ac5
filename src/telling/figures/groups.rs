//! Groups of people beside everybody: for each indicator a row for everybody and one for each group, on one
//! scale.

use crate::model::atlas::{AreaId, DivisionId, GroupId, IndicatorId, Interval, Kind, Period};
use crate::telling::look::Weight;
use crate::telling::words::Arg;

use super::counted;
use super::marks::{self, Mark};
use super::scale::Scale;
use super::subject::{Standing, Topic};
use super::svg::{Anchor, Canvas, Letters, Paint, Stroke};
use super::table::{Cell, Head, Table};
use super::tell;
use super::{Drawing, Reckoned, Studio, Subject};

/// How much of the width the names have at most.
const NAMES: f64 = 0.42;

#[derive(Clone, Debug)]
pub struct Groups {
    /// The area, and the whole where that is another.
    columns: Vec<String>,
    everybody: String,
    blocks: Vec<Block>,
    empty: String,
}

/// One indicator.
#[derive(Clone, Debug)]
struct Block {
    /// Empty where it is the only one.
    name: String,
    /// Everybody first.
    rows: Vec<Row>,
}

#[derive(Clone, Debug)]
struct Row {
    name: String,
    value: Option<f64>,
    written: String,
    interval: Option<Interval>,
    /// In the whole.
    whole: Option<f64>,
}

/// What a figure of groups is about.
pub struct About<'a> {
    pub division: DivisionId,
    pub indicators: &'a [(IndicatorId, Period)],
    pub area: AreaId,
    pub title: Option<&'a str>,
}

pub fn reckon<'a>(studio: Studio<'a>, about: About<'_>) -> Reckoned<'a> {
    let words = studio.words;
    let area = about.area;
    // an area that is the whole has nothing beside it
    let whole = studio.atlas.whole().filter(|whole| *whole != area);
    let areas: Vec<AreaId> = [area].into_iter().chain(whole).collect();
    let shown: Vec<Period> = about.indicators.iter().map(|(_, period)| *period).collect();
    let mut gathered = Gathered::default();
    for (indicator, period) in about.indicators {
        gathered.add(studio, &about, &areas, *indicator, *period);
    }
    let Gathered { blocks, mut rows, intervals, counts, said, standings, subjects, is_model } = gathered;
    let mut guide = Vec::new();
    if blocks.iter().any(|block| block.rows[0].value.is_some()) {
        guide.push(words.text("fig-guide-everybody"));
    }
    if blocks.iter().flat_map(|block| &block.rows).any(|row| row.interval.is_some()) {
        guide.push(words.text("fig-guide-whisker"));
    }
    guide.extend(tell::cautions(words, &standings));
    let mut head = vec![Head::names(words.text("fig-head-group"))];
    head.extend(areas.iter().map(|area| Head::numbers(tell::name(&studio, *area))));
    counted::put_beside(words, (&mut head, &mut rows), counts, intervals);
    let title = about.heading(studio);
    let named = [("area", Arg::Text(tell::name(&studio, area)))];
    Reckoned {
        subtitle: about.subtitle(studio, is_model),
        sentence: if said.is_empty() {
            words.text_with("fig-say-beside-none", &named)
        } else {
            said.join(" ")
        },
        guide: tell::paragraph(guide),
        table: Table { caption: title.clone(), head, rows },
        source: tell::source_line(&studio, &subjects, &shown),
        title,
        drawing: Drawing::Groups(Groups {
            columns: areas.iter().map(|area| tell::name(&studio, *area).to_owned()).collect(),
            everybody: tell::capitalised(&words.text("group-all")),
            blocks,
            empty: words.text("fig-no-numbers"),
        }),
        studio,
    }
}

impl About<'_> {
    /// The only indicator; absent where there are several.
    fn alone(&self, studio: Studio<'_>) -> Option<Topic> {
        let [(indicator, _)] = self.indicators else { return None };
        let level = studio.atlas.area(self.area).level;
        Some(Topic::of(&studio, Subject::Indicator(*indicator), level))
    }

    /// The period of all of them; absent where they are several.
    fn period(&self) -> Option<Period> {
        let (_, first) = self.indicators.first()?;
        self.indicators.iter().all(|(_, period)| period == first).then_some(*first)
    }

    fn heading(&self, studio: Studio<'_>) -> String {
        if let Some(title) = self.title {
            return title.to_owned();
        }
        let by = studio.settings.divisions[self.division].name.get(studio.words.language());
        let args = [("by", Arg::Text(by)), ("area", Arg::Text(tell::name(&studio, self.area)))];
        match self.alone(studio) {
            Some(topic) => {
                let args = [args[0], args[1], ("subject", Arg::Text(&topic.name))];
                studio.words.text_with("fig-title-groups-of", &args)
            }
            None => studio.words.text_with("fig-title-groups", &args),
        }
    }

    /// The unit where it stands neither at the numbers nor in heads, the period, and whether a model made them.
    fn subtitle(&self, studio: Studio<'_>, is_model: bool) -> String {
        let unit = self.alone(studio).filter(|topic| !topic.has_short_unit()).map(|topic| topic.unit);
        let period = self.period().map(|period| period.to_string());
        let model = is_model.then(|| studio.words.text("fig-model"));
        unit.into_iter().chain(period).chain(model).collect::<Vec<String>>().join(", ")
    }
}

/// What all indicators of a figure give, and the rows of its table.
#[derive(Default)]
struct Gathered {
    blocks: Vec<Block>,
    rows: Vec<Vec<Cell>>,
    /// As many as there are rows, like the next.
    intervals: Vec<Option<String>>,
    counts: Vec<Option<String>>,
    said: Vec<String>,
    standings: Vec<Standing>,
    subjects: Vec<Subject>,
    is_model: bool,
}

impl Gathered {
    fn add(
        &mut self,
        studio: Studio<'_>,
        about: &About<'_>,
        areas: &[AreaId],
        indicator: IndicatorId,
        period: Period,
    ) {
        let words = studio.words;
        let level = studio.atlas.area(about.area).level;
        let topic = Topic::of(&studio, Subject::Indicator(indicator), level);
        let is_alone = about.indicators.len() == 1;
        let head = match about.period() {
            Some(_) => topic.head(),
            None => format!("{}, {period}", topic.head()),
        };
        self.is_model |= topic.kind == Kind::Model;
        let mut rows = Vec::new();
        for (group, id) in studio.groups(indicator, about.division) {
            let subject = Subject::Indicator(id);
            let own: Vec<Standing> =
                areas.iter().map(|area| Standing::of(&studio, subject, *area, period)).collect();
            let name = match group {
                Some(group) => studio.settings.groups[group].name.get(words.language()).to_owned(),
                None => tell::capitalised(&words.text("group-all")),
            };
            let interval = studio.interval(id, about.area, period);
            let told = if is_alone { name.clone() } else { format!("{head}: {name}") };
            let cells = own.iter().map(|standing| tell::cell(words, &topic, *standing));
            self.rows.push([Cell::known(told)].into_iter().chain(cells).collect());
            self.intervals.push(interval.map(|interval| studio.from_to(id, interval)));
            let counted = studio.counted(id, about.area, period);
            self.counts.push(counted.map(|counted| counted.in_short(&studio)));
            rows.push(Row {
                name,
                value: own[0].value(),
                written: match own[0] {
                    Standing::Known { value, .. } => topic.short_value(words, value),
                    Standing::Lacking(lack) => lack.words(words),
                },
                interval,
                whole: own.get(1).and_then(|standing| standing.value()),
            });
            self.standings.extend(own);
            self.subjects.push(subject);
        }
        let known = rows.iter().filter(|row| row.value.is_some());
        let list: Vec<String> = known
            .map(|row| {
                let args = [("name", Arg::Text(row.name.as_str())), ("value", Arg::Text(&row.written))];
                words.text_with("fig-label", &args)
            })
            .collect();
        if !list.is_empty() {
            let list = list.join("; ");
            let args = [("subject", Arg::Text(&topic.name)), ("list", Arg::Text(&list))];
            self.said.push(words.text_with("fig-say-groups", &args));
        }
        self.blocks.push(Block { name: if is_alone { String::new() } else { head }, rows });
    }
}

impl Studio<'_> {
    /// Everybody, and then the groups of a division of which there are figures, each with the indicator that
    /// is of it.
    pub fn groups(
        &self,
        indicator: IndicatorId,
        division: DivisionId,
    ) -> Vec<(Option<GroupId>, IndicatorId)> {
        let own = self.atlas.breakdowns_of(indicator).iter().filter(|it| it.division == division);
        let groups = own.flat_map(|breakdown| &breakdown.groups).map(|(group, id)| (Some(*group), *id));
        [(None, indicator)].into_iter().chain(groups).collect()
    }
}

impl Block {
    /// From the lowest to the highest of all that is drawn; absent where nothing is known.
    fn range(&self) -> Option<(f64, f64)> {
        let ends = |row: &Row| {
            let interval = row.interval.map(|it| [it.lower, it.upper]);
            [row.value, row.whole]
                .into_iter()
                .flatten()
                .chain(interval.into_iter().flatten())
                .collect::<Vec<f64>>()
        };
        let all: Vec<f64> = self.rows.iter().flat_map(ends).collect();
        let (low, high) = (all.iter().copied().reduce(f64::min)?, all.iter().copied().reduce(f64::max)?);
        Some(marks::roomy(low, high))
    }
}

impl Groups {
    pub fn draw(&self, canvas: &mut Canvas) -> f64 {
        let metrics = canvas.metrics;
        if self.blocks.iter().all(|block| block.range().is_none()) {
            canvas.text((0.0, metrics.line() / 2.0), &self.empty, Letters::new(metrics.text, Paint::Muted));
            return metrics.line();
        }
        let rows = || self.blocks.iter().flat_map(|block| &block.rows);
        let widest = |texts: &mut dyn Iterator<Item = &str>| {
            texts.map(|text| canvas.look.width(text, metrics.text, Weight::Bold)).fold(0.0, f64::max)
        };
        let names = widest(&mut rows().map(|row| row.name.as_str())).min(metrics.width * NAMES);
        let values = widest(&mut rows().filter(|row| row.value.is_some()).map(|row| row.written.as_str()));
        let values = values.clamp(metrics.em(2.0), metrics.width * 0.25);
        let gap = metrics.em(0.9);
        let (start, end) = (names + gap, metrics.width - values - gap);
        let own = [Mark::Circle, Mark::Diamond].into_iter().zip(self.columns.iter().map(String::as_str));
        let signs = own.chain([(Mark::Bar, self.everybody.as_str())]);
        let has_legend = self.columns.len() > 1;
        let mut top = if has_legend { marks::legend(canvas, signs) + metrics.em(0.3) } else { 0.0 };
        for block in &self.blocks {
            if !block.name.is_empty() {
                let lines = canvas.look.wrap(&block.name, metrics.text, Weight::Bold, metrics.width, 2);
                let height = lines.len() as f64 * metrics.text * 1.2;
                top += metrics.em(0.3);
                canvas.lines(
                    (0.0, top + height / 2.0),
                    &lines,
                    Letters::new(metrics.text, Paint::Ink).bold(),
                );
                top += height + metrics.em(0.3);
            }
            top = block.draw(canvas, top, (start, end)) + metrics.em(0.4);
        }
        top
    }
}

impl Block {
    fn draw(&self, canvas: &mut Canvas, top: f64, (start, end): (f64, f64)) -> f64 {
        let metrics = canvas.metrics;
        let inset = metrics.em(0.5);
        let scale =
            self.range().map(|(low, high)| Scale { low, high, start: start + inset, end: end - inset });
        let names: Vec<Vec<String>> = self
            .rows
            .iter()
            .map(|row| canvas.look.wrap(&row.name, metrics.text, Weight::Regular, start - metrics.em(0.9), 2))
            .collect();
        let height = |lines: &Vec<String>| {
            (lines.len() as f64 * metrics.text * 1.2).max(metrics.em(1.1)) + metrics.em(0.5)
        };
        let bottom = top + names.iter().map(height).sum::<f64>();
        // under all rows: what the groups are held against
        if let (Some(scale), Some(everybody)) = (scale, self.rows[0].value) {
            let x = scale.at(everybody);
            canvas.line((x, top), (x, bottom), Stroke::solid(Paint::Muted, metrics.stroke * 0.8));
        }
        let mut y = top;
        for (at, (row, lines)) in self.rows.iter().zip(&names).enumerate() {
            let middle = y + height(lines) / 2.0;
            canvas.line((0.0, y), (metrics.width, y), Stroke::solid(Paint::Rule, metrics.hair * 0.8));
            let paint = if row.value.is_some() { Paint::Ink } else { Paint::Muted };
            canvas.lines((0.0, middle), lines, Letters::new(metrics.text, paint));
            if let Some(scale) = scale {
                row.draw(canvas, scale, middle, if at == 0 { Mark::Bar } else { Mark::Circle });
            }
            let letters =
                Letters::new(metrics.text, if row.value.is_some() { Paint::Primary } else { Paint::Muted });
            let letters = letters.anchored(Anchor::End);
            let letters = if row.value.is_some() { letters.bold() } else { letters };
            // why there is none takes more room than a number
            let room = if row.value.is_some() { metrics.width - end } else { metrics.width - start };
            let words = canvas.look.wrap(&row.written, metrics.text, letters.weight, room, 2);
            canvas.lines((metrics.width, middle), &words, letters);
            y += height(lines);
        }
        bottom
    }
}

impl Row {
    fn draw(&self, canvas: &mut Canvas, scale: Scale, y: f64, mark: Mark) {
        let Some(value) = self.value else { return };
        if let Some(interval) = self.interval {
            let reach = canvas.metrics.em(0.28);
            marks::whisker(canvas, scale, interval, y, reach);
        }
        if let Some(whole) = self.whole {
            Mark::Diamond.draw(canvas, (scale.at(whole), y));
        }
        mark.draw(canvas, (scale.at(value), y));
    }
}
