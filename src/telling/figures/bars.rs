//! The parts of an area as bars: ranked where their level has ranks, else by name.

use crate::model::atlas::{AreaId, Interval, LevelId, Period};
use crate::telling::look::Weight;
use crate::telling::words::Arg;

use super::distribution::Distribution;
use super::scale::Scale;
use super::subject::{Reference, Standing, Topic};
use super::svg::{Anchor, Canvas, Letters, Paint, Path, Stroke};
use super::tell::{self, Shown};
use super::upright::{self, Kept};
use super::{Drawing, Reckoned, Studio, Subject};

/// More parts than this are not drawn by name but counted in steps; the table still has them all.
pub const MOST_BARS: usize = 40;

/// Between a bar and its number, in ems.
const GAP: f64 = 0.35;

#[derive(Clone, Debug)]
pub struct Bars {
    rows: Vec<Row>,
    /// The number of the whole of these parts, and how it is labelled.
    reference: Option<(f64, String)>,
}

#[derive(Clone, Debug)]
struct Row {
    name: String,
    value: Option<f64>,
    /// The margin of the value.
    interval: Option<Interval>,
    /// The value in words, or why there is none.
    text: String,
    role: Role,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Focus,
    Other,
}

pub fn reckon<'a>(
    studio: Studio<'a>,
    subject: Subject,
    (area, level): (AreaId, LevelId),
    period: Period,
    focus: Option<AreaId>,
    title: Option<&str>,
) -> Reckoned<'a> {
    let words = studio.words;
    let topic = decimals_that_tell_apart(&studio, Topic::of(&studio, subject, level), subject, level, period);
    let within = studio.atlas.within(area, level);
    let standings: Vec<(AreaId, Standing)> =
        within.iter().map(|part| (*part, Standing::of(&studio, subject, *part, period))).collect();
    let own = Reference::of(&studio, subject, area, level, period);
    let known: Vec<f64> = standings.iter().filter_map(|(_, standing)| standing.value()).collect();
    let is_counted = standings.len() > MOST_BARS && known.len() > 1;
    let title = match title {
        // the map on the same page has the other title
        None if is_counted => {
            let args = [
                ("subject", Arg::Text(topic.name.as_str())),
                ("plural", Arg::Text(tell::level(&studio, level).plural.get(words.language()))),
                ("area", Arg::Text(tell::name(&studio, area))),
            ];
            words.text_with("fig-title-distribution", &args)
        }
        title => tell::title_by_level(&studio, title, &topic, tell::name(&studio, area), level),
    };
    let shown = Shown { of: tell::name(&studio, area), level, period, standings: &standings };

    let label = |reference: Reference| {
        let value = topic.short_value(words, reference.value());
        let name = match reference {
            Reference::Own(_) => tell::name(&studio, area).to_owned(),
            Reference::Mean(_) => words.text("fig-mean"),
        };
        words.text_with("fig-label", &[("name", Arg::Text(&name)), ("value", Arg::Text(&value))])
    };
    let reference = own.map(|own| (own.value(), label(own)));
    let mut guide = Vec::new();
    let drawing = if is_counted {
        let plural = tell::level(&studio, level).plural.get(words.language());
        let focus = focus.and_then(|focus| {
            let value = Standing::of(&studio, subject, focus, period).value()?;
            let text = topic.short_value(words, value);
            let args = [("name", Arg::Text(tell::name(&studio, focus))), ("value", Arg::Text(&text))];
            Some((value, words.text_with("fig-label", &args)))
        });
        let counted = Distribution::new(words, &topic, &known, reference, focus);
        let step = counted.step(words, &topic);
        let args = [("plural", Arg::Text(plural)), ("step", Arg::Text(&step))];
        guide.push(words.text_with("fig-guide-distribution", &args));
        guide.extend(counted.has_beyond().then(|| words.text("fig-guide-beyond")));
        Drawing::Distribution(counted)
    } else {
        let mut order = standings.clone();
        tell::in_order(&studio, level, &mut order);
        let interval = |part: AreaId| match subject {
            Subject::Indicator(indicator) => studio.interval(indicator, part, period),
            Subject::Index(_) | Subject::Bottom(_) => None,
        };
        if order.iter().any(|(part, _)| interval(*part).is_some()) {
            guide.push(words.text("fig-guide-whisker-bar"));
        }
        let names = tell::Names::of(&studio, order.iter().map(|(part, _)| *part));
        let row = |(part, standing): &(AreaId, Standing)| Row {
            name: names.name(*part),
            value: standing.value(),
            interval: standing.value().and_then(|_| interval(*part)),
            text: match standing {
                Standing::Known { value, .. } => topic.short_value(words, *value),
                Standing::Lacking(lack) => lack.words(words),
            },
            role: if focus == Some(*part) { Role::Focus } else { Role::Other },
        };
        Drawing::Bars(Bars { rows: order.iter().map(row).collect(), reference })
    };
    guide.extend(tell::cautions(words, standings.iter().map(|(_, standing)| standing)));
    guide.extend(tell::carried(&studio, subject, standings.iter().map(|(area, _)| *area), &[period]));
    // In a table of scores the number says more than the class that the map shows.
    let columns = [(period, standings.clone())];
    let topic = Topic { labels: Vec::new(), ..topic };
    Reckoned {
        subtitle: tell::subtitle(words, &topic, &topic.what, &[period]),
        sentence: tell::range(&studio, &topic, &shown, own),
        guide: tell::paragraph(guide),
        table: tell::table(&studio, &topic, subject, level, &title, &columns),
        source: tell::source_line(&studio, &[subject], &[period]),
        title,
        studio,
        drawing,
    }
}

/// Scores have no decimals of their own: as many as their spread over the level asks for.
pub fn decimals_that_tell_apart(
    studio: &Studio,
    topic: Topic,
    subject: Subject,
    level: LevelId,
    period: Period,
) -> Topic {
    match subject {
        Subject::Index(index) if studio.scores.indices[index.0].level == level => {
            let spread = studio.spreads.of(studio, subject, level, &[period]);
            let wide = spread.range().is_some_and(|(low, high)| high - low >= 20.0);
            Topic { decimals: if wide { 1 } else { 2 }, ..topic }
        }
        _ => topic,
    }
}

/// What a row takes up.
struct Placed {
    lines: Vec<String>,
    height: f64,
}

impl Bars {
    pub fn draw(&self, canvas: &mut Canvas) -> f64 {
        let metrics = canvas.metrics;
        let letters = Letters::new(metrics.text, Paint::Ink);
        let gap = metrics.em(0.5);
        let widest = |canvas: &Canvas, texts: &mut dyn Iterator<Item = &String>| {
            texts.map(|text| canvas.look.width(text, metrics.text, Weight::Bold)).fold(0.0, f64::max)
        };
        let most = metrics.width * 0.42;
        let names = widest(canvas, &mut self.rows.iter().map(|row| &row.name)).min(most);
        let values =
            widest(canvas, &mut self.rows.iter().filter(|row| row.value.is_some()).map(|row| &row.text));
        let known = || {
            let of_rows = self.rows.iter().flat_map(Row::reaches);
            of_rows.chain(self.reference.as_ref().map(|own| own.0))
        };
        let low = known().fold(0.0, f64::min);
        let high = known().fold(0.0, f64::max);
        let room_left = if low < 0.0 { values + gap } else { 0.0 };
        let room_right = if high > 0.0 || low == 0.0 { values + gap } else { 0.0 };
        let scale = Scale {
            low,
            high: if high > low { high } else { low + 1.0 },
            start: names + gap * 1.4 + room_left,
            end: (metrics.width - room_right).max(names + gap * 1.4 + room_left + metrics.em(3.0)),
        };

        let placed: Vec<Placed> = self
            .rows
            .iter()
            .map(|row| {
                let lines = canvas.look.wrap(&row.name, metrics.text, Weight::Bold, names.max(1.0), 2);
                let height = metrics.em(if lines.len() > 1 { 2.7 } else { 1.65 });
                Placed { lines, height }
            })
            .collect();
        let head = if self.reference.is_some() { metrics.line() * 1.15 } else { 0.0 };
        let height = head + placed.iter().map(|row| row.height).sum::<f64>();

        let mut middles = Vec::with_capacity(placed.len());
        let mut top = head;
        for place in &placed {
            middles.push(top + place.height / 2.0);
            top += place.height;
        }
        let rows = || self.rows.iter().zip(middles.iter().copied());
        // behind the bars
        if let Some((value, _)) = &self.reference {
            let numbers: Vec<Kept> = rows()
                .zip(&placed)
                .filter_map(|((row, middle), place)| row.kept(canvas, &scale, middle, place.height))
                .collect();
            let dashed = Stroke::dashed(Paint::Ink, metrics.hair);
            upright::draw(canvas, scale.at(*value), (head, height), &numbers, dashed);
        }
        canvas.open_lettered(letters.anchored(Anchor::End));
        for ((row, middle), place) in rows().zip(&placed) {
            canvas.lines((names, middle), &place.lines, row.letters(letters).anchored(Anchor::End));
        }
        canvas.close_group();
        for (role, paint) in [(Role::Other, Paint::Faint), (Role::Focus, Paint::Primary)] {
            let bars: Vec<(f64, f64)> = rows()
                .filter(|(row, _)| row.role == role)
                .filter_map(|(row, middle)| Some((row.value?, middle)))
                .collect();
            if !bars.is_empty() {
                canvas.open_painted(Some(paint), None);
                bars.into_iter().for_each(|(value, middle)| draw_bar(canvas, &scale, value, middle));
                canvas.close_group();
            }
        }
        draw_whiskers(canvas, &scale, rows());
        canvas.open_lettered(letters);
        for (row, middle) in rows() {
            row.draw_value(canvas, &scale, middle, names);
        }
        canvas.close_group();
        let zero = scale.at(0.0);
        canvas.line((zero, head), (zero, height), Stroke::solid(Paint::Muted, metrics.hair));
        if let Some((value, label)) = &self.reference {
            let x = scale.at(*value);
            let letters = Letters { size: metrics.small, paint: Paint::Muted, ..letters };
            let label = canvas.look.fit(label, letters.size, Weight::Regular, metrics.width);
            let half = canvas.width_of(&label, letters) / 2.0;
            let x = x.clamp(half, (metrics.width - half).max(half));
            canvas.text((x, head * 0.42), &label, letters.anchored(Anchor::Middle));
        }
        height
    }
}

impl Row {
    /// Its value and the ends of its margin.
    fn reaches(&self) -> impl Iterator<Item = f64> {
        let ends = self.interval.map(|interval| [interval.lower, interval.upper]);
        self.value.into_iter().chain(ends.into_iter().flatten())
    }

    /// The end of its bar, or of the margin where that reaches further.
    fn end(&self, value: f64) -> f64 {
        match self.interval {
            Some(interval) if value < 0.0 => interval.lower.min(value),
            Some(interval) => interval.upper.max(value),
            None => value,
        }
    }

    /// Where its number stands; absent where it has none.
    fn kept(&self, canvas: &Canvas, scale: &Scale, middle: f64, height: f64) -> Option<Kept> {
        let value = self.value?;
        let (end, gap) = (scale.at(self.end(value)), canvas.metrics.em(GAP));
        let width = canvas.width_of(&self.text, self.letters(Letters::new(canvas.metrics.text, Paint::Ink)));
        let across =
            if value < 0.0 { (end - gap - width, end - gap) } else { (end + gap, end + gap + width) };
        Some(Kept { across, down: (middle - height / 2.0, middle + height / 2.0) })
    }

    fn letters(&self, letters: Letters) -> Letters {
        if self.role == Role::Focus { letters.bold() } else { letters }
    }

    /// The number at the end of its bar; why there is none, on the side of the axis with the most room.
    fn draw_value(&self, canvas: &mut Canvas, scale: &Scale, middle: f64, names: f64) {
        let metrics = canvas.metrics;
        let gap = metrics.em(GAP);
        let zero = scale.at(0.0);
        let plain = Letters::new(metrics.text, Paint::Ink).on(Paint::Paper);
        let Some(value) = self.value else {
            let (left, right) = (zero - names - gap * 3.0, metrics.width - zero - gap);
            let letters = Letters { size: metrics.small, paint: Paint::Muted, ..plain };
            let text = canvas.look.fit(&self.text, letters.size, letters.weight, left.max(right));
            if left > right {
                canvas.text((zero - gap, middle), &text, letters.anchored(Anchor::End));
            } else {
                canvas.text((zero + gap, middle), &text, letters);
            }
            return;
        };
        let letters = self.letters(plain);
        if value < 0.0 {
            canvas.text((scale.at(self.end(value)) - gap, middle), &self.text, letters.anchored(Anchor::End));
        } else {
            canvas.text((scale.at(self.end(value)) + gap, middle), &self.text, letters);
        }
    }
}

/// The margins, on paper of their own so that they can be seen on a bar.
fn draw_whiskers<'a>(canvas: &mut Canvas, scale: &Scale, rows: impl Iterator<Item = (&'a Row, f64)>) {
    let metrics = canvas.metrics;
    let tall = metrics.em(0.25);
    let mut whiskers = Path::default();
    for (row, middle) in rows {
        if let Some(Interval { lower, upper }) = row.interval {
            let (from, to) = (scale.at(lower), scale.at(upper));
            whiskers.polyline(&[(from, middle - tall), (from, middle + tall)]);
            whiskers.polyline(&[(from, middle), (to, middle)]);
            whiskers.polyline(&[(to, middle - tall), (to, middle + tall)]);
        }
    }
    if !whiskers.is_empty() {
        canvas.path(&whiskers, None, Some(Stroke::solid(Paint::Paper, metrics.hair * 3.0)));
        canvas.path(&whiskers, None, Some(Stroke::solid(Paint::Ink, metrics.hair)));
    }
}

fn draw_bar(canvas: &mut Canvas, scale: &Scale, value: f64, middle: f64) {
    let tall = canvas.metrics.em(0.95);
    let zero = scale.at(0.0);
    canvas.plain_rect((zero, middle - tall / 2.0), (scale.at(value) - zero, tall));
}
