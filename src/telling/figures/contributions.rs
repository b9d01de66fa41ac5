//! What each domain adds to the score of an area, as bars that sum to it.
//!
//! The rows stand in the order of the definition, not by size: so they stand in the same place on the page of
//! every area, and who lays two beside each other compares row with row. What stands out shows against the
//! tick of the mean.

use serde::Serialize;

use crate::index::{IndexId, Outcome};
use crate::model::atlas::{Absence, AreaId, Period};
use crate::telling::look::Weight;
use crate::telling::words::Arg;

use super::bars::decimals_that_tell_apart;
use super::classes::rounded;
use super::scale::Scale;
use super::subject::{Lack, Topic};
use super::svg::{Anchor, Canvas, Letters, Paint, Path, Stroke};
use super::table::{Cell, Head, Table};
use super::tell;
use super::{Drawing, Reckoned, Studio, Subject};

#[derive(Clone, Debug)]
pub struct Contributions {
    /// The area, and what the ticks are, for the key.
    area: String,
    mean: String,
    rows: Vec<Row>,
    /// The name of the sum, and the score in words.
    total: (String, String),
    /// Why there is no score; the rows are empty then.
    none: String,
}

#[derive(Clone, Debug)]
struct Row {
    name: String,
    /// What the domain adds; absent where not enough of it is known.
    adds: Option<f64>,
    /// The same in words, or why there is none.
    text: String,
    /// Of all areas with a score.
    mean: Option<f64>,
}

pub fn reckon<'a>(
    studio: Studio<'a>,
    index: IndexId,
    area: AreaId,
    period: Period,
    title: Option<&str>,
) -> Reckoned<'a> {
    let words = studio.words;
    let language = words.language();
    let definition = &studio.settings.indices[index.0];
    let scores = &studio.scores.indices[index.0];
    let subject = Subject::Index(index);
    let level = scores.level;
    let topic = topic(&studio, index, period);
    let decimals = topic.decimals;
    let number = |value: f64| words.number(value, decimals);
    let outcome = scores.outcome(studio.atlas, area, period);
    let made = made_of(&studio, index, area, period);
    let year = period.to_string();
    let plural = tell::level(&studio, level).plural.get(language);
    let (name, index_name) = (tell::name(&studio, area), definition.name.get(language));
    let common = [("area", Arg::Text(name)), ("index", Arg::Text(index_name)), ("period", Arg::Text(&year))];
    let title =
        title.map(str::to_owned).unwrap_or_else(|| words.text_with("fig-title-contributions", &common));

    let made = made.as_ref();
    let rows: Vec<Row> = made
        .into_iter()
        .flat_map(|made| definition.domains.iter().zip(&made.domains))
        .map(|(domain, (adds, mean))| Row {
            name: domain.name.get(language).to_owned(),
            adds: *adds,
            text: adds.map_or_else(|| words.absence(Absence::Missing), number),
            mean: *mean,
        })
        .collect();
    let none = match outcome {
        None => Lack::NotEnough.words(words),
        Some(Outcome::Score(_)) => String::new(),
        Some(Outcome::TooFew) => Lack::TooFew.words(words),
        Some(Outcome::CountUnknown) => Lack::CountUnknown.words(words),
        Some(Outcome::CountSecret) => Lack::CountSecret.words(words),
        Some(Outcome::NotEnough { .. }) => Lack::NotEnough.words(words),
    };
    let total =
        (words.text("fig-contributions-total"), made.map(|made| number(made.score)).unwrap_or_default());
    let mean = words.text_with("fig-contributions-mean", &[("plural", Arg::Text(plural))]);

    let mut guide = Vec::new();
    if let Some(made) = made {
        guide.push(words.text("fig-guide-contributions"));
        if rows.iter().any(|row| row.adds.is_some_and(|adds| adds < 0.0)) {
            guide.push(words.text("fig-guide-contributions-below"));
        }
        if rows.iter().any(|row| row.mean.is_some()) {
            guide.push(words.text_with("fig-guide-contributions-mean", &[("plural", Arg::Text(plural))]));
        }
        guide.push(words.text(if scores.low_is_good {
            "fig-guide-low-is-good"
        } else {
            "fig-guide-high-is-good"
        }));
        if !adds_up(&rows, made.score, decimals) {
            guide.push(words.text("fig-guide-contributions-rounded"));
        }
    }
    Reckoned {
        subtitle: tell::subtitle(words, &topic, index_name, &[period]),
        sentence: match made {
            Some(_) => sentence(&studio, &rows, &total.1, &common),
            None => {
                let args = [&common[..], &[("why", Arg::Text(&none))]].concat();
                words.text_with("fig-say-contributions-none", &args)
            }
        },
        guide: tell::paragraph(guide),
        table: Table {
            caption: title.clone(),
            head: vec![
                Head::names(words.text("fig-head-part")),
                Head::numbers(words.text("fig-head-weight")),
                Head::numbers(words.text("fig-head-adds")),
                Head::numbers(words.text("fig-head-mean")),
            ],
            rows: table_rows(
                &studio,
                index,
                &rows,
                &total,
                made.and_then(|made| made.mean).map(number),
                number,
            ),
        },
        source: tell::source_line(&studio, &[subject], &[period]),
        title,
        studio,
        drawing: Drawing::Contributions(Contributions { area: name.to_owned(), mean, rows, total, none }),
    }
}

/// What a score is made of, in numbers as they are written and drawn: they change no sooner than readers can
/// see.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MadeOf {
    /// By domain: what it adds, where enough of it is known, and what it adds on average.
    pub domains: Vec<(Option<f64>, Option<f64>)>,
    pub score: f64,
    /// Of all areas with a score.
    mean: Option<f64>,
}

/// Absent where the area has no score.
pub fn made_of(studio: &Studio, index: IndexId, area: AreaId, period: Period) -> Option<MadeOf> {
    let scores = &studio.scores.indices[index.0];
    let score = scores.outcome(studio.atlas, area, period)?.score()?;
    let (results, place) = (scores.results.get(&period)?, studio.atlas.place_in_level(area));
    // what a domain adds, where enough of it is known
    let adds = |at: usize| results.domain(at, place).and(results.contribution(at, place));
    let decimals = topic(studio, index, period).decimals;
    let means = studio.spreads.means(studio, index, period);
    let domain = |at: usize| {
        let mean = means.as_ref().and_then(|means| means.contributions.get(at).copied().flatten());
        (adds(at).map(|it| rounded(it, decimals)), mean.map(|it| rounded(it, decimals)))
    };
    Some(MadeOf {
        domains: (0..scores.domains.len()).map(domain).collect(),
        score: rounded(score.value, decimals),
        mean: means.as_ref().map(|means| rounded(means.score, decimals)),
    })
}

fn topic(studio: &Studio, index: IndexId, period: Period) -> Topic {
    let (subject, level) = (Subject::Index(index), studio.scores.indices[index.0].level);
    decimals_that_tell_apart(studio, Topic::of(studio, subject, level), subject, level, period)
}

/// Whether the numbers, as they are written, sum to the score as it is written.
fn adds_up(rows: &[Row], score: f64, decimals: u8) -> bool {
    let whole = |value: f64| (value * 10_f64.powi(i32::from(decimals))).round() as i64;
    rows.iter().filter_map(|row| row.adds).map(whole).sum::<i64>() == whole(score)
}

fn sentence(studio: &Studio, rows: &[Row], score: &str, common: &[(&str, Arg)]) -> String {
    let words = studio.words;
    let (known, unknown): (Vec<&Row>, Vec<&Row>) = rows.iter().partition(|row| row.adds.is_some());
    let items: Vec<String> = known
        .iter()
        .map(|row| {
            let args = [("name", Arg::Text(&row.name)), ("value", Arg::Text(&row.text))];
            words.text_with("fig-say-contribution", &args)
        })
        .collect();
    let list = words.list(&items);
    let args = [common, &[("score", Arg::Text(score)), ("list", Arg::Text(&list))]].concat();
    let mut sentences = vec![words.text_with("fig-say-contributions", &args)];
    if !unknown.is_empty() {
        let names: Vec<&str> = unknown.iter().map(|row| row.name.as_str()).collect();
        let list = words.list(&names);
        sentences.push(words.text_with("fig-say-contributions-unknown", &[("list", Arg::Text(&list))]));
    }
    sentences.join(" ")
}

/// A row for each domain, and the score; none where there is no score.
fn table_rows(
    studio: &Studio,
    index: IndexId,
    rows: &[Row],
    (total, score): &(String, String),
    mean: Option<String>,
    number: impl Fn(f64) -> String,
) -> Vec<Vec<Cell>> {
    if rows.is_empty() {
        return Vec::new();
    }
    let domains = &studio.scores.indices[index.0].domains;
    let cell = |text: Option<String>| text.map_or(Cell::absent(""), Cell::known);
    // where a domain is not known, the others have its weight
    let is_known = |at: usize| rows.get(at).is_some_and(|row| row.adds.is_some());
    let known = (0..domains.len()).filter(|at| is_known(*at)).fold(0.0, |sum, at| sum + domains[at].used);
    let row = |(at, row): (usize, &Row)| {
        let used = domains.get(at).filter(|_| is_known(at)).map(|domain| domain.used / known);
        let weight = used.map(|used| studio.words.value(100.0 * used, "%", 1));
        let adds = if row.adds.is_some() { Cell::known(&row.text) } else { Cell::absent(&row.text) };
        vec![Cell::known(&row.name), cell(weight), adds, cell(row.mean.map(&number))]
    };
    let mut cells: Vec<Vec<Cell>> = rows.iter().enumerate().map(row).collect();
    cells.push(vec![Cell::known(total), Cell::absent(""), Cell::known(score), cell(mean)]);
    cells
}

impl Contributions {
    pub fn draw(&self, canvas: &mut Canvas) -> f64 {
        let metrics = canvas.metrics;
        if self.rows.is_empty() {
            canvas.text((0.0, metrics.line() / 2.0), &self.none, Letters::new(metrics.text, Paint::Muted));
            return metrics.line();
        }
        let letters = Letters::new(metrics.text, Paint::Ink);
        let gap = metrics.em(0.7);
        let widest = |texts: &mut dyn Iterator<Item = &String>, canvas: &Canvas| {
            texts.map(|text| canvas.look.width(text, metrics.text, Weight::Bold)).fold(0.0, f64::max)
        };
        let names = [&self.total.0];
        let names =
            widest(&mut self.rows.iter().map(|row| &row.name).chain(names), canvas).min(metrics.width * 0.36);
        let known = self.rows.iter().filter(|row| row.adds.is_some()).map(|row| &row.text);
        let values = widest(&mut known.chain([&self.total.1]), canvas);
        let numbers = || self.rows.iter().flat_map(|row| row.adds.into_iter().chain(row.mean));
        let (low, high) = (numbers().fold(0.0, f64::min), numbers().fold(0.0, f64::max));
        let start = names + gap + metrics.em(0.3);
        let scale = Scale {
            low,
            high: if high > low { high } else { low + 1.0 },
            start,
            end: (metrics.width - values - gap * 1.4).max(start + metrics.em(3.0)),
        };
        let lines: Vec<Vec<String>> = self
            .rows
            .iter()
            .map(|row| canvas.look.wrap(&row.name, metrics.text, Weight::Regular, names, 2))
            .collect();
        let head = self.draw_key(canvas);
        let mut middles = Vec::with_capacity(self.rows.len());
        let mut bottom = head;
        for lines in &lines {
            let height = metrics.em(if lines.len() > 1 { 2.7 } else { 1.75 });
            middles.push(bottom + height / 2.0);
            bottom += height;
        }
        let rows = || self.rows.iter().zip(middles.iter().copied());
        canvas.open_lettered(letters);
        for ((_, middle), lines) in rows().zip(&lines) {
            canvas.lines((0.0, middle), lines, letters);
        }
        canvas.close_group();
        let zero = scale.at(0.0);
        canvas.open_painted(Some(Paint::Primary), None);
        for (row, middle) in rows() {
            if let Some(adds) = row.adds {
                canvas.plain_rect((zero, middle - metrics.em(0.4)), (scale.at(adds) - zero, metrics.em(0.8)));
            }
        }
        canvas.close_group();
        canvas.line((zero, head), (zero, bottom), Stroke::solid(Paint::Muted, metrics.hair));
        self.draw_means(canvas, &scale, &middles);
        let right = letters.anchored(Anchor::End);
        canvas.open_lettered(right);
        for (row, middle) in rows().filter(|(row, _)| row.adds.is_some()) {
            canvas.text((metrics.width, middle), &row.text, right);
        }
        canvas.close_group();
        for (row, middle) in rows().filter(|(row, _)| row.adds.is_none()) {
            self.draw_lack(canvas, &scale, row, middle);
        }
        // the sum
        bottom += metrics.em(0.3);
        canvas.line((0.0, bottom), (metrics.width, bottom), Stroke::solid(Paint::Ink, metrics.hair));
        let middle = bottom + metrics.em(0.95);
        canvas.text((0.0, middle), &self.total.0, letters.bold());
        canvas.text((metrics.width, middle), &self.total.1, right.bold());
        middle + metrics.em(0.8)
    }

    /// Which mark is whose: the name of the area beside a bar, and that of the means beside a tick.
    fn draw_key(&self, canvas: &mut Canvas) -> f64 {
        let metrics = canvas.metrics;
        let letters = Letters::new(metrics.small, Paint::Muted);
        let indent = metrics.em(1.2);
        let (mut x, mut y) = (0.0, 0.0);
        let texts = [
            Some((&self.area, true)),
            self.rows.iter().any(|row| row.mean.is_some()).then_some((&self.mean, false)),
        ];
        for (text, is_bar) in texts.into_iter().flatten() {
            let text = canvas.look.fit(text, letters.size, letters.weight, metrics.width - indent);
            let width = indent + canvas.width_of(&text, letters);
            if x > 0.0 && x + width > metrics.width {
                (x, y) = (0.0, y + metrics.line());
            }
            let middle = y + metrics.line() / 2.0;
            if is_bar {
                canvas.rect(
                    (x, middle - metrics.em(0.3)),
                    (metrics.em(0.8), metrics.em(0.6)),
                    Paint::Primary,
                    None,
                );
            } else {
                draw_ticks(canvas, &[(x + metrics.em(0.4), middle)]);
            }
            canvas.text((x + indent, middle), &text, letters);
            x += width + metrics.em(1.2);
        }
        y + metrics.line() + metrics.em(0.4)
    }

    fn draw_means(&self, canvas: &mut Canvas, scale: &Scale, middles: &[f64]) {
        let rows = self.rows.iter().zip(middles).filter(|(row, _)| row.adds.is_some());
        let ticks: Vec<(f64, f64)> =
            rows.filter_map(|(row, middle)| Some((scale.at(row.mean?), *middle))).collect();
        draw_ticks(canvas, &ticks);
    }

    /// Why a domain has no bar, on the side of zero with the most room.
    fn draw_lack(&self, canvas: &mut Canvas, scale: &Scale, row: &Row, middle: f64) {
        let metrics = canvas.metrics;
        let gap = metrics.em(0.35);
        let zero = scale.at(0.0);
        let (left, right) = (zero - scale.start - gap, metrics.width - zero - gap);
        let letters = Letters::new(metrics.small, Paint::Muted);
        let text = canvas.look.fit(&row.text, letters.size, letters.weight, left.max(right));
        if left > right {
            canvas.text((zero - gap, middle), &text, letters.anchored(Anchor::End));
        } else {
            canvas.text((zero + gap, middle), &text, letters);
        }
    }
}

/// Longer than a bar is high, with paper on either side: they can be seen on a bar and beside one.
fn draw_ticks(canvas: &mut Canvas, places: &[(f64, f64)]) {
    if places.is_empty() {
        return;
    }
    let metrics = canvas.metrics;
    let half = metrics.em(0.62);
    let mut ticks = Path::default();
    for (x, middle) in places {
        ticks.polyline(&[(*x, middle - half), (*x, middle + half)]);
    }
    canvas.path(&ticks, None, Some(Stroke::solid(Paint::Paper, metrics.stroke * 2.6)));
    canvas.path(&ticks, None, Some(Stroke::solid(Paint::Muted, metrics.stroke * 1.2)));
}
