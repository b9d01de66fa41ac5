//! An area beside the area above it and the whole: for each indicator a strip with their marks, and the
//! numbers.

use crate::input::settings::Kind;
use crate::model::atlas::{AreaId, IndicatorId, Interval, LevelId, Period};
use crate::telling::look::Weight;
use crate::telling::words::Arg;

use super::counted;
use super::marks::{self, Mark};
use super::scale::Scale;
use super::spread::Spread;
use super::subject::{Standing, Topic};
use super::svg::{Anchor, Canvas, Letters, Paint, Path, Stroke};
use super::table::{Cell, Head, Table};
use super::tell;
use super::{Drawing, Reckoned, Studio, Subject};

/// So many areas are marked one by one: "90 % of five" says nothing.
const FEW: usize = 20;

/// The strip holds all areas but the lowest and highest of this share: outliers would press the rest together.
const TAIL: f64 = 0.05;

/// More numbers than this are left to the table.
const MOST_IN_SENTENCE: usize = 6;

#[derive(Clone, Debug)]
pub struct Beside {
    /// The area, and where they exist the area above it and the whole.
    columns: Vec<Column>,
    rows: Vec<Row>,
    empty: String,
}

#[derive(Clone, Debug)]
struct Column {
    name: String,
    mark: Mark,
}

#[derive(Clone, Debug)]
struct Row {
    name: String,
    /// Absent where there is nothing to compare.
    strip: Option<Strip>,
    /// The margin of the area's own number.
    interval: Option<Interval>,
    /// As many as there are columns: the number, and how it is written or why it is not.
    values: Vec<(Option<f64>, String)>,
}

/// Where the areas of the level are.
#[derive(Clone, Debug)]
pub enum Strip {
    /// Each of few.
    Each(Vec<f64>),
    /// From where to where most of many are.
    Most(f64, f64),
}

impl Strip {
    pub fn of(spread: &Spread) -> Option<Strip> {
        if spread.count() < 2 {
            return None;
        }
        if spread.count() <= FEW {
            return Some(Strip::Each(spread.sorted().to_vec()));
        }
        let (low, high) = spread.quantile(TAIL).zip(spread.quantile(1.0 - TAIL))?;
        Some(Strip::Most(low, high))
    }

    /// Every number of it.
    pub fn numbers(&self) -> Vec<f64> {
        match self {
            Strip::Each(values) => values.clone(),
            Strip::Most(low, high) => vec![*low, *high],
        }
    }

    fn range(&self) -> (f64, f64) {
        match self {
            Strip::Most(low, high) => (*low, *high),
            Strip::Each(values) => {
                let range = values.first().zip(values.last());
                range.map_or((0.0, 0.0), |(low, high)| (*low, *high))
            }
        }
    }
}

pub fn reckon<'a>(
    studio: Studio<'a>,
    indicators: &[(IndicatorId, Period)],
    area: AreaId,
    title: Option<&str>,
) -> Reckoned<'a> {
    let words = studio.words;
    let level = studio.atlas.area(area).level;
    let parent = studio.above(area);
    // An area above that is the whole has the mark of the whole: one mark for it on every page.
    let whole = studio.atlas.whole().filter(|whole| *whole != area);
    let others = parent
        .filter(|parent| Some(*parent) != whole)
        .map(|parent| (parent, Mark::Tick))
        .into_iter()
        .chain(whole.map(|whole| (whole, Mark::Diamond)));
    // a column that knows nothing is none
    let is_known = |area: AreaId| {
        indicators.iter().any(|(id, period)| studio.atlas.reading(area, *id, *period).value().is_some())
    };
    let others = others.filter(|(other, _)| is_known(*other));
    let areas: Vec<(AreaId, Mark)> = [(area, Mark::Circle)].into_iter().chain(others).collect();
    let one_period = match indicators {
        [] => None,
        [(_, first), rest @ ..] => rest.iter().all(|(_, period)| period == first).then_some(*first),
    };
    let shown: Vec<Period> = indicators.iter().map(|(_, period)| *period).collect();
    let compared = compared_level(&studio, level);
    let mut rows = Vec::new();
    let mut table_rows: Vec<Vec<Cell>> = Vec::new();
    let (mut intervals, mut counts) = (Vec::new(), Vec::new());
    let mut said = Vec::new();
    let mut standings = Vec::new();
    for (indicator, period) in indicators {
        let subject = Subject::Indicator(*indicator);
        let topic = Topic::of(&studio, subject, level);
        let own: Vec<Standing> =
            areas.iter().map(|(area, _)| Standing::of(&studio, subject, *area, *period)).collect();
        let estimate = (topic.kind == Kind::Model).then(|| words.text("note-estimate"));
        let year = one_period.is_none().then(|| period.to_string());
        let name = [Some(topic.head()), year, estimate].into_iter().flatten().collect::<Vec<_>>().join(", ");
        let spread = studio.spreads.of(&studio, subject, compared, &[*period]);
        let strip = Strip::of(&spread);
        let written = |standing: &Standing| match standing {
            Standing::Known { value, .. } => words.number(*value, topic.decimals),
            Standing::Lacking(lack) => lack.words(words),
        };
        let interval = studio.interval(*indicator, area, *period);
        intervals.push(interval.map(|interval| studio.from_to(*indicator, interval)));
        counts.push(studio.counted(*indicator, area, *period).map(|counted| counted.in_short(&studio)));
        rows.push(Row {
            name: name.clone(),
            strip,
            interval,
            values: own.iter().map(|standing| (standing.value(), written(standing))).collect(),
        });
        let cells = own.iter().map(|standing| tell::cell(words, &topic, *standing));
        table_rows.push([Cell::known(name)].into_iter().chain(cells).collect());
        if let Some(value) = own.first().copied().and_then(Standing::value) {
            let value = topic.value(words, value);
            said.push(
                words.text_with(
                    "fig-label",
                    &[("name", Arg::Text(&topic.name)), ("value", Arg::Text(&value))],
                ),
            );
        }
        standings.extend(own);
    }
    let names: Vec<&str> = areas.iter().map(|(area, _)| tell::name(&studio, *area)).collect();
    let title = title.map(str::to_owned).unwrap_or_else(|| heading(&studio, &names));
    let plural = tell::level(&studio, compared).plural.get(words.language());
    let mut guide = Vec::new();
    let has = |wanted: fn(&Strip) -> bool| rows.iter().filter_map(|row| row.strip.as_ref()).any(wanted);
    if has(|strip| matches!(strip, Strip::Most(..))) {
        guide.push(words.text_with("fig-guide-strip", &[("plural", Arg::Text(plural))]));
    }
    if has(|strip| matches!(strip, Strip::Each(_))) {
        guide.push(words.text_with("fig-guide-ticks", &[("plural", Arg::Text(plural))]));
    }
    if rows.iter().any(|row| row.strip.is_some() && row.interval.is_some()) {
        guide.push(words.text("fig-guide-whisker"));
    }
    guide.extend(tell::cautions(words, &standings));
    let mut head = vec![Head::names(words.text("fig-head-indicator"))];
    head.extend(names.iter().map(|name| Head::numbers(*name)));
    counted::put_beside(words, (&mut head, &mut table_rows), counts, intervals);
    let subjects: Vec<Subject> =
        indicators.iter().map(|(indicator, _)| Subject::Indicator(*indicator)).collect();
    Reckoned {
        subtitle: one_period.map(|period| period.to_string()).unwrap_or_default(),
        sentence: sentence(&studio, &names, said),
        guide: tell::paragraph(guide),
        table: Table { caption: title.clone(), head, rows: table_rows },
        source: tell::source_line(&studio, &subjects, &shown),
        title,
        drawing: Drawing::Beside(Beside {
            columns: areas
                .iter()
                .map(|(area, mark)| Column { name: tell::name(&studio, *area).to_owned(), mark: *mark })
                .collect(),
            rows,
            empty: words.text("fig-no-numbers"),
        }),
        studio,
    }
}

/// The level whose spread the strips show: that of the area, or where it is alone there, the next with more.
pub fn compared_level(studio: &Studio, level: LevelId) -> LevelId {
    let last = studio.atlas.last_level();
    (level.0..=last.0).map(LevelId).find(|level| studio.atlas.level_len(*level) > 1).unwrap_or(level)
}

fn heading(studio: &Studio, names: &[&str]) -> String {
    match names.split_first() {
        Some((own, others)) if !others.is_empty() => {
            let others = studio.words.list(others);
            studio
                .words
                .text_with("fig-title-beside", &[("area", Arg::Text(own)), ("others", Arg::Text(&others))])
        }
        Some((own, _)) => studio.words.text_with("fig-title-alone", &[("area", Arg::Text(own))]),
        None => String::new(),
    }
}

fn sentence(studio: &Studio, names: &[&str], mut said: Vec<String>) -> String {
    let own = names.first().copied().unwrap_or_default();
    if said.is_empty() {
        return studio.words.text_with("fig-say-beside-none", &[("area", Arg::Text(own))]);
    }
    let left = said.len().saturating_sub(MOST_IN_SENTENCE);
    said.truncate(MOST_IN_SENTENCE);
    let list = said.join("; ");
    studio.words.text_with(
        "fig-say-beside",
        &[("area", Arg::Text(own)), ("list", Arg::Text(&list)), ("left", Arg::Count(left))],
    )
}

impl Beside {
    pub fn draw(&self, canvas: &mut Canvas) -> f64 {
        let metrics = canvas.metrics;
        if self.rows.is_empty() {
            canvas.text((0.0, metrics.line() / 2.0), &self.empty, Letters::new(metrics.text, Paint::Muted));
            return metrics.line();
        }
        let several = self.columns.len() > 1;
        let marks = self.columns.iter().map(|column| (column.mark, column.name.as_str()));
        let mut top = if several { marks::legend(canvas, marks) + metrics.em(0.4) } else { 0.0 };
        let gap = metrics.em(0.8);
        let most = metrics.width * 0.2;
        let widths: Vec<f64> = (0..self.columns.len())
            .map(|column| {
                let texts = self.rows.iter().map(|row| row.values[column].1.as_str());
                let bold = if column == 0 { Weight::Bold } else { Weight::Regular };
                let widest =
                    texts.map(|text| canvas.look.width(text, metrics.text, bold)).fold(0.0, f64::max);
                widest.min(most).max(metrics.em(2.0))
            })
            .collect();
        let left = metrics.width - widths.iter().map(|width| width + gap).sum::<f64>();
        // The mark of each column stands over its numbers.
        if several {
            let mut x = left;
            for (column, width) in self.columns.iter().zip(&widths) {
                x += gap + width;
                column.mark.draw(canvas, (x - metrics.em(0.45), top + metrics.em(0.6)));
            }
            top += metrics.em(1.45);
        }
        for row in &self.rows {
            canvas.line((0.0, top), (metrics.width, top), Stroke::solid(Paint::Rule, metrics.hair * 0.8));
            top = self.draw_row(canvas, row, top, left, &widths, gap);
        }
        top
    }

    fn draw_row(&self, canvas: &mut Canvas, row: &Row, top: f64, left: f64, widths: &[f64], gap: f64) -> f64 {
        let metrics = canvas.metrics;
        let letters = Letters::new(metrics.text, Paint::Ink);
        let lines = canvas.look.wrap(&row.name, metrics.text, Weight::Regular, left, 2);
        let names = lines.len() as f64 * metrics.text * 1.2;
        let pad = metrics.em(0.4);
        canvas.lines((0.0, top + pad + names / 2.0), &lines, letters);
        let strip = top + pad + names + metrics.em(0.7);
        self.draw_strip(canvas, row, strip, left);
        let bottom = strip + metrics.em(0.85);
        let mut x = left;
        for (column, ((value, text), width)) in row.values.iter().zip(widths).enumerate() {
            x += gap + width;
            let (paint, bold) = match (column, value) {
                (_, None) => (Paint::Muted, false),
                (0, Some(_)) => (Paint::Primary, true),
                (_, Some(_)) => (Paint::Ink, false),
            };
            let letters = Letters::new(metrics.text, paint).anchored(Anchor::End);
            let letters = if bold { letters.bold() } else { letters };
            let words = canvas.look.wrap(text, metrics.text, letters.weight, width + gap * 0.6, 3);
            canvas.lines((x, (top + bottom) / 2.0), &words, letters);
        }
        bottom
    }

    fn draw_strip(&self, canvas: &mut Canvas, row: &Row, y: f64, width: f64) {
        let metrics = canvas.metrics;
        let Some(strip) = &row.strip else { return };
        let (low, high) = strip.range();
        let ends = row.interval.map(|Interval { lower, upper }| [lower, upper]);
        let known = || {
            let values = row.values.iter().filter_map(|(value, _)| *value);
            values.chain(ends.into_iter().flatten())
        };
        let (lowest, highest) = marks::roomy(known().fold(low, f64::min), known().fold(high, f64::max));
        let inset = metrics.em(0.5);
        let scale = Scale { low: lowest, high: highest, start: inset, end: width - inset };
        // from the lowest to the highest that is drawn, so that no mark floats
        let thin = Stroke::solid(Paint::Rule, metrics.hair);
        let [start, end] = [known().fold(low, f64::min), known().fold(high, f64::max)];
        if start < end {
            canvas.line((scale.at(start), y), (scale.at(end), y), thin);
        }
        let tall = metrics.em(0.32);
        if let Strip::Each(values) = strip {
            canvas.open_painted(None, Some(Stroke::solid(Paint::Faint, metrics.hair)));
            for value in values {
                let mut tick = Path::default();
                tick.polyline(&[(scale.at(*value), y - tall), (scale.at(*value), y + tall)]);
                canvas.plain_path(&tick);
            }
            canvas.close_group();
        } else if high > low {
            canvas.rect(
                (scale.at(low), y - tall / 2.0),
                (scale.at(high) - scale.at(low), tall),
                Paint::Rule,
                None,
            );
        }
        if let Some(interval) = row.interval {
            marks::whisker(canvas, scale, interval, y, tall);
        }
        // What matters most is drawn last.
        for (column, (value, _)) in self.columns.iter().zip(&row.values).rev() {
            if let Some(value) = value {
                column.mark.draw(canvas, (scale.at(*value), y));
            }
        }
    }
}
