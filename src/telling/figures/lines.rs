//! An indicator over the years for an area, the area above it, and the whole.

pub mod events;
pub mod key;
pub mod people;

use crate::input::settings::Kind;
use crate::model::atlas::{AreaId, IndicatorId, Interval, Measure, Period, Reading};
use crate::telling::look::Weight;
use crate::telling::words::Arg;

use super::counted::Besides;
use super::scale::{Scale, Ticks, ticks};
use super::subject::{Standing, Topic};
use super::svg::{Anchor, Canvas, Letters, Paint, Path, Stroke};
use super::table::{Cell, Head, Table};
use super::tell;
use super::{Drawing, Reckoned, Studio, Subject};

use super::frame::{Ends, Metrics};
use events::{Events, events};

/// Above this share of the highest number, the lowest lets the axis start elsewhere than at zero.
const FROM_ZERO_BELOW: f64 = 0.5;

#[derive(Clone, Debug)]
pub struct Lines {
    /// Those drawn first lie beneath.
    series: Vec<Series>,
    periods: Vec<Period>,
    ticks: Ticks,
    /// The ticks in words.
    levels: Vec<String>,
    /// From which periods on it was measured in another way.
    breaks: Vec<Period>,
    /// Years between the others of which nothing is known, although there is a figure for each year.
    missing: Vec<Period>,
    events: Events,
    empty: String,
}

#[derive(Clone, Debug)]
struct Series {
    name: String,
    role: Role,
    /// As many as there are periods; a gap is a gap.
    points: Vec<Option<Point>>,
    /// The last known number, in words.
    last: String,
}

#[derive(Clone, Copy, Debug)]
struct Point {
    value: f64,
    /// Of the area itself only: bands of three lines would hide each other.
    interval: Option<Interval>,
    is_provisional: bool,
    /// Reckoned from some of the parts of the area only.
    is_in_part: bool,
}

/// One code on every page: the area, what it lies in, the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Role {
    Area,
    Parent,
    Whole,
}

impl Role {
    fn stroke(self, metrics: &Metrics) -> Stroke {
        match self {
            Role::Area => Stroke::solid(Paint::Primary, metrics.stroke * 1.6),
            Role::Parent => Stroke::solid(Paint::Muted, metrics.stroke),
            Role::Whole => Stroke::dashed(Paint::Faint, metrics.stroke),
        }
    }
}

pub fn reckon<'a>(
    studio: Studio<'a>,
    indicator: IndicatorId,
    area: AreaId,
    title: Option<&str>,
) -> Reckoned<'a> {
    let words = studio.words;
    let level = studio.atlas.area(area).level;
    let topic = Topic::of(&studio, Subject::Indicator(indicator), level);
    let areas = context(&studio, area);
    let reading = |area: AreaId, period: Period| studio.atlas.reading(area, indicator, period);
    // Years in which none of them has a number are no gaps of these lines, but years without a measurement.
    let periods: Vec<Period> = studio
        .atlas
        .periods(indicator)
        .filter(|period| areas.iter().any(|(area, _)| reading(*area, *period).value().is_some()))
        .collect();
    let series: Vec<Series> = areas
        .iter()
        .map(|(area, role)| {
            let interval = |period: Period| {
                let margin = studio.atlas.margin(*area, indicator, period);
                margin.filter(|_| *role == Role::Area).and_then(|margin| margin.interval)
            };
            let points = periods.iter().map(|period| match reading(*area, *period) {
                Reading::Value { value, is_provisional, .. } => {
                    let of = studio.atlas.reckoned_from(*area, indicator, *period);
                    let is_in_part = of.is_some_and(|of| !of.are_enough);
                    Some(Point { value, interval: interval(*period), is_provisional, is_in_part })
                }
                Reading::Absent(_) => None,
            });
            Series::of(&studio, &topic, (*area, *role), points.collect())
        })
        .collect();
    let title = title.map(str::to_owned).unwrap_or_else(|| {
        let args = [("subject", Arg::Text(&topic.name)), ("area", Arg::Text(tell::name(&studio, area)))];
        words.text_with("fig-title-lines", &args)
    });

    let missing = if topic.kind == Kind::Register { missing(&periods) } else { Vec::new() };
    let known = || series.iter().flat_map(|series| series.points.iter().flatten());
    let low = known().map(|point| point.range().0).fold(f64::INFINITY, f64::min);
    let high = known().map(|point| point.range().1).fold(f64::NEG_INFINITY, f64::max);
    let (low, high) = widened(&studio, indicator, low, high);
    let starts_at_zero = low >= 0.0 && low < high * FROM_ZERO_BELOW;
    let ticks = ticks(if starts_at_zero { 0.0 } else { low }, high, 4);
    let mut guide = Vec::new();
    if !periods.is_empty() {
        if ticks.low() > 0.0 || ticks.high() < 0.0 {
            guide.push(words.text("fig-guide-axis"));
        }
        if !missing.is_empty() {
            let years = words.list(&in_ranges(&missing));
            guide.push(words.text_with("fig-guide-missing-years", &[("years", Arg::Text(&years))]));
        }
        if series.iter().any(Series::has_gap) {
            guide.push(words.text("fig-guide-gap"));
        }
        for (from, why) in &studio.settings.indicators[usize::from(indicator.0)].breaks {
            if periods.iter().any(|period| period < from) && periods.iter().any(|period| period >= from) {
                let (year, why) = (from.to_string(), why.get(words.language()));
                let args = [("year", Arg::Text(&year)), ("why", Arg::Text(why))];
                guide.push(words.text_with("fig-guide-break", &args));
            }
        }
        let breaks = &studio.atlas.indicator(indicator).breaks;
        let runs = series.iter().flat_map(|series| margin_runs(&series.points, &periods, breaks));
        let (alone, along): (Vec<_>, Vec<_>) = runs.partition(|run| run.len() == 1);
        if !along.is_empty() {
            guide.push(words.text("fig-guide-band"));
        } else if !alone.is_empty() {
            guide.push(words.text("fig-guide-bar"));
        }
        if known().any(|point| point.is_provisional) {
            guide.push(words.text("fig-guide-provisional-lines"));
        }
        let in_part = series.iter().flat_map(|series| {
            let points = series.points.iter().zip(&periods);
            points.filter_map(|(point, period)| {
                point.as_ref().filter(|point| point.is_in_part)?;
                Some(format!("{} {period}", series.name))
            })
        });
        let in_part: Vec<String> = in_part.collect();
        if !in_part.is_empty() {
            let list = words.list(&in_part);
            guide.push(words.text_with("fig-guide-in-part-of", &[("list", Arg::Text(&list))]));
        }
    }
    let told = studio.settings.site.events.iter().filter(|event| event.is_of(usize::from(indicator.0)));
    let events = events(&studio, told, &periods);
    let subtitle_periods: Vec<String> = match periods.as_slice() {
        [] => Vec::new(),
        [one] => vec![one.to_string()],
        [first, .., last] => vec![format!("{first}–{last}")],
    };
    let what = [topic.what.clone()].into_iter().chain(subtitle_periods).filter(|part| !part.is_empty());
    let what = what.collect::<Vec<_>>().join(", ");
    Reckoned {
        subtitle: tell::subtitle(words, &topic, &what, &[]),
        sentence: with(sentence(&studio, &topic, indicator, &periods, &series), &events),
        guide: tell::paragraph(guide),
        table: table(&studio, &topic, &title, indicator, &areas, &periods),
        source: tell::source_line(&studio, &[Subject::Indicator(indicator)], &periods),
        title,
        studio,
        drawing: Drawing::Lines(Lines {
            levels: levels(&studio, &topic, &ticks),
            series,
            periods,
            ticks,
            breaks: studio.atlas.indicator(indicator).breaks.clone(),
            missing,
            events,
            empty: words.text("fig-no-numbers"),
        }),
    }
}

/// The years that are lacking where there is a figure for each: two of the others follow each other.
fn missing(periods: &[Period]) -> Vec<Period> {
    let between = periods.windows(2).flat_map(|pair| pair[0] + 1..pair[1]);
    if is_yearly(periods) { between.collect() } else { Vec::new() }
}

fn is_yearly(periods: &[Period]) -> bool {
    periods.windows(2).any(|pair| pair[1] - pair[0] == 1)
}

/// Years that follow each other as one: "2015–2018".
fn in_ranges(years: &[Period]) -> Vec<String> {
    let ranges = years.chunk_by(|one, other| one + 1 == *other);
    let range = |years: &[Period]| match years {
        [first, .., last] => format!("{first}–{last}"),
        years => years.iter().map(Period::to_string).collect(),
    };
    ranges.map(range).collect()
}

/// A sentence, and what the marks on the axis stand for.
fn with(sentence: String, events: &Events) -> String {
    if events.sentence.is_empty() { sentence } else { format!("{sentence} {}", events.sentence) }
}

/// The area, the area above it, and the whole where that is another. An area above that is the whole is drawn
/// as the whole: it looks the same on every page.
fn context(studio: &Studio, area: AreaId) -> Vec<(AreaId, Role)> {
    let parent = studio.above(area);
    let whole = studio.atlas.whole().filter(|whole| *whole != area);
    [(area, Role::Area)]
        .into_iter()
        .chain(parent.filter(|parent| Some(*parent) != whole).map(|parent| (parent, Role::Parent)))
        .chain(whole.map(|whole| (whole, Role::Whole)))
        .collect()
}

/// What stands along the axis.
fn levels(studio: &Studio, topic: &Topic, ticks: &Ticks) -> Vec<String> {
    let unit = if topic.has_short_unit() { topic.unit.as_str() } else { "" };
    ticks.values.iter().map(|tick| studio.words.value(*tick, unit, ticks.decimals)).collect()
}

/// From the first number that was measured as the last one was.
fn sentence(
    studio: &Studio,
    topic: &Topic,
    indicator: IndicatorId,
    periods: &[Period],
    series: &[Series],
) -> String {
    let words = studio.words;
    let Some(own) = series.first() else { return String::new() };
    let known =
        own.points.iter().zip(periods).filter_map(|(point, period)| Some((point.as_ref()?.value, *period)));
    let mut known: Vec<(f64, Period)> = known.collect();
    if let Some((_, last)) = known.last().copied() {
        known.retain(|(_, period)| studio.atlas.indicator(indicator).is_same_measure(*period, last));
    }
    let mut sentences = Vec::new();
    let (Some(first), Some(last)) = (known.first(), known.last()) else {
        let args = [("subject", Arg::Text(&topic.name)), ("area", Arg::Text(&own.name))];
        return words.text_with("fig-say-line-none", &args);
    };
    let (from, to) = (first.1.to_string(), last.1.to_string());
    let (then, now) = (topic.value(words, first.0), topic.value(words, last.0));
    let mut args = vec![
        ("subject", Arg::Text(&topic.name)),
        ("area", Arg::Text(&own.name)),
        ("period", Arg::Text(&to)),
        ("value", Arg::Text(&now)),
    ];
    if known.len() == 1 {
        sentences.push(words.text_with("fig-say-one", &args));
    } else {
        args.push(("since", Arg::Text(&from)));
        args.push(("before", Arg::Text(&then)));
        sentences.push(words.text_with("fig-say-line", &args));
    }
    let at = periods.iter().position(|period| *period == last.1);
    let others: Vec<String> =
        series[1..]
            .iter()
            .filter_map(|other| {
                let point = other.points.get(at?)?.as_ref()?;
                let value = topic.value(words, point.value);
                Some(words.text_with(
                    "fig-say-in",
                    &[("value", Arg::Text(&value)), ("area", Arg::Text(&other.name))],
                ))
            })
            .collect();
    if !others.is_empty() {
        let list = words.list(&others);
        sentences.push(
            words.text_with("fig-say-others", &[("period", Arg::Text(&to)), ("list", Arg::Text(&list))]),
        );
    }
    sentences.join(" ")
}

/// A small change is to look small: where the indicator states what counts as a difference, the axis spans
/// some of those.
fn widened(studio: &Studio, indicator: IndicatorId, low: f64, high: f64) -> (f64, f64) {
    const DIFFERENCES: f64 = 6.0;
    let indicator = studio.atlas.indicator(indicator);
    let Some(threshold) = indicator.threshold.filter(|_| low <= high) else { return (low, high) };
    let more = (DIFFERENCES * threshold - (high - low)) / 2.0;
    if more <= 0.0 {
        return (low, high);
    }
    let lowest = if low >= 0.0 { 0.0 } else { f64::NEG_INFINITY };
    let highest = if matches!(indicator.measure, Measure::Share { .. }) { 100.0 } else { f64::INFINITY };
    ((low - more).max(lowest), (high + more).min(highest.max(high)))
}

fn table(
    studio: &Studio,
    topic: &Topic,
    caption: &str,
    indicator: IndicatorId,
    areas: &[(AreaId, Role)],
    periods: &[Period],
) -> Table {
    let head = [Head::names(studio.words.text("fig-head-year"))];
    let own: Vec<(AreaId, Period)> = periods.iter().map(|period| (areas[0].0, *period)).collect();
    let told = Besides::of(studio, indicator, &own);
    let mut columns: Vec<Head> =
        areas.iter().map(|(area, _)| Head::numbers(tell::name(studio, *area))).collect();
    columns.splice(1..1, told.head(studio));
    let row = |period: &Period| {
        let mut cells: Vec<Cell> = areas
            .iter()
            .map(|(area, _)| {
                let standing = Standing::of(studio, Subject::Indicator(indicator), *area, *period);
                tell::cell(studio.words, topic, standing)
            })
            .collect();
        cells.splice(1..1, told.cells(studio, indicator, areas[0].0, *period));
        [Cell::known(period.to_string())].into_iter().chain(cells).collect()
    };
    let unit = if topic.unit.is_empty() { String::new() } else { format!(" ({})", topic.unit) };
    Table {
        caption: format!("{caption}{unit}"),
        head: head.into_iter().chain(columns).collect(),
        rows: periods.iter().map(row).collect(),
    }
}

impl Point {
    /// From the lower end of its margin to the upper; without one, from itself to itself.
    fn range(&self) -> (f64, f64) {
        self.interval
            .map_or((self.value, self.value), |it| (it.lower.min(self.value), it.upper.max(self.value)))
    }
}

impl Series {
    /// The line of an area, with its last number.
    fn of(
        studio: &Studio,
        topic: &Topic,
        (area, role): (AreaId, Role),
        points: Vec<Option<Point>>,
    ) -> Series {
        let last = points.iter().rev().flatten().next();
        Series {
            name: tell::name(studio, area).to_owned(),
            role,
            last: last.map(|point| topic.short_value(studio.words, point.value)).unwrap_or_default(),
            points,
        }
    }

    /// Whether a year is missing between two that are known.
    fn has_gap(&self) -> bool {
        let first = self.points.iter().position(Option::is_some);
        let last = self.points.iter().rposition(Option::is_some);
        match (first, last) {
            (Some(first), Some(last)) => self.points[first..=last].iter().any(Option::is_none),
            _ => false,
        }
    }
}

/// A name at the end of a line, and where it would stand by itself.
struct EndLabel {
    lines: Vec<String>,
    wanted: f64,
    height: f64,
}

impl Lines {
    /// What those of its marks stand for that are not named once for several figures; empty where it has none.
    pub fn own_marks(&self) -> &str {
        &self.events.own
    }

    pub fn draw(&self, canvas: &mut Canvas) -> f64 {
        let metrics = canvas.metrics;
        if self.periods.is_empty() {
            canvas.text((0.0, metrics.line() / 2.0), &self.empty, Letters::new(metrics.text, Paint::Muted));
            return metrics.line();
        }
        let small = Letters::new(metrics.small, Paint::Muted);
        let left =
            self.levels.iter().map(|text| canvas.width_of(text, small)).fold(0.0, f64::max) + metrics.em(0.5);
        // a name is not broken within a word, where the years leave any room
        let words = self.series.iter().flat_map(|series| series.name.split(' '));
        let longest =
            words.map(|word| canvas.look.width(word, metrics.small, Weight::Bold)).fold(0.0, f64::max);
        let longest = if metrics.ends == Ends::Named { longest } else { 0.0 };
        let most = (longest + 0.1).clamp(metrics.width * 0.27, metrics.width * 0.4);
        let names: Vec<Vec<String>> =
            self.series.iter().map(|series| end_lines(canvas, series, most)).collect();
        let right = names
            .iter()
            .flatten()
            .map(|line| canvas.look.width(line, metrics.small, Weight::Bold))
            .fold(0.0, f64::max)
            .min(most)
            + metrics.em(0.7);
        let across = Scale {
            low: f64::from(self.periods[0]),
            high: f64::from(self.periods[self.periods.len() - 1]),
            start: left + metrics.em(0.4),
            end: metrics.width - right,
        };
        let top = self.events.height(canvas, &across) + metrics.small * 0.6;
        let floor = top + metrics.years;
        let up = Scale { low: self.ticks.low(), high: self.ticks.high(), start: floor, end: top };
        // beneath the grid and every line
        self.events.draw_bands(canvas, &across, top, floor);
        self.series.iter().for_each(|series| self.draw_margins(canvas, series, &across, &up));
        let mut grid = Path::default();
        for tick in self.ticks.values.iter().filter(|tick| **tick != 0.0) {
            grid.polyline(&[(left, up.at(*tick)), (across.end, up.at(*tick))]);
        }
        canvas.path(&grid, None, Some(Stroke::solid(Paint::Rule, metrics.hair * 0.8)));
        if self.ticks.values.contains(&0.0) {
            let zero = Stroke::solid(Paint::Muted, metrics.hair * 0.8);
            canvas.line((left, up.at(0.0)), (across.end, up.at(0.0)), zero);
        }
        let letters = small.anchored(Anchor::End);
        canvas.open_lettered(letters);
        for (tick, text) in self.ticks.values.iter().zip(&self.levels) {
            canvas.text((left - metrics.em(0.4), up.at(*tick)), text, letters);
        }
        canvas.close_group();
        self.draw_years(canvas, &across, floor);
        self.events.draw(canvas, &across, top, floor);

        let mut labels: Vec<(usize, EndLabel)> = Vec::new();
        for (at, series) in self.series.iter().enumerate().rev() {
            self.draw_series(canvas, series, &across, &up);
            if let Some(last) = series.points.iter().rev().flatten().next() {
                let lines = names[at].clone();
                let height = lines.len() as f64 * metrics.small * 1.2 + metrics.em(0.25);
                labels.push((at, EndLabel { lines, wanted: up.at(last.value), height }));
            }
        }
        labels.sort_by(|one, other| one.1.wanted.total_cmp(&other.1.wanted).then(one.0.cmp(&other.0)));
        let middles =
            spread_out(&labels.iter().map(|(_, label)| (label.wanted, label.height)).collect::<Vec<_>>());
        let mut lowest = floor + metrics.line() * 1.25 + metrics.em(0.2);
        for ((at, label), middle) in labels.iter().zip(middles) {
            let paint = if self.series[*at].role == Role::Area { Paint::Primary } else { Paint::Muted };
            let letters = Letters::new(metrics.small, paint);
            let letters = if self.series[*at].role == Role::Area { letters.bold() } else { letters };
            canvas.open_lettered(letters);
            canvas.lines((across.end + metrics.em(0.7), middle), &label.lines, letters);
            canvas.close_group();
            lowest = lowest.max(middle + label.height / 2.0);
        }
        lowest
    }

    /// All years with a figure where they fit. Else, of a figure of every year, years at equal distances up to the last
    /// one; of another, those with a figure that fit. The last one ends where the names at the ends of the lines begin.
    fn draw_years(&self, canvas: &mut Canvas, across: &Scale, floor: f64) {
        let metrics = canvas.metrics;
        let letters = Letters::new(metrics.small, Paint::Muted).anchored(Anchor::Middle);
        let y = floor + metrics.em(1.1);
        let width = canvas.width_of("2000", letters) + metrics.em(0.6);
        let (first, last) = (self.periods[0], self.periods[self.periods.len() - 1]);
        // so far the last one stands to the left of its mark
        let aside = if first == last { 0.0 } else { width / 2.0 - metrics.em(0.7) };
        let place = |year: Period| across.at(f64::from(year)) - if year == last { aside } else { 0.0 };
        let fit = |years: &[Period]| years.windows(2).all(|pair| place(pair[0]) + width <= place(pair[1]));
        let every = |step: Period| -> Vec<Period> {
            let back = (first..=last).rev().step_by(usize::try_from(step).unwrap_or(1));
            back.collect::<Vec<_>>().into_iter().rev().collect()
        };
        let span = last - first;
        let least = (1..=span).find(|step| fit(&every(*step))).unwrap_or(1);
        // the first year stands there too where that takes no more than twice as long steps
        let even = (least..=2 * least).find(|step| span % step == 0 && fit(&every(*step))).unwrap_or(least);
        let shown = match (fit(&self.periods), is_yearly(&self.periods)) {
            (true, _) => self.periods.clone(),
            (false, true) => every(even),
            (false, false) => {
                let mut shown: Vec<Period> = vec![first];
                let fits = |one: Period, other: Period| fit(&[one.min(other), one.max(other)]);
                for year in self.periods[1..].iter().rev() {
                    if shown.iter().all(|other| fits(*year, *other)) {
                        shown.push(*year);
                    }
                }
                shown
            }
        };
        let mut marks = Path::default();
        let mut marked: Vec<Period> = self.periods.iter().chain(&shown).copied().collect();
        marked.sort_unstable();
        marked.dedup();
        for year in marked {
            let x = across.at(f64::from(year));
            marks.polyline(&[(x, floor), (x, floor + metrics.em(0.25))]);
        }
        canvas.open_lettered(letters);
        for year in shown {
            canvas.text((place(year), y), &year.to_string(), letters);
        }
        canvas.close_group();
        canvas.path(&marks, None, Some(Stroke::solid(Paint::Muted, metrics.hair)));
    }

    /// Whether years are lacking just before the period in this place.
    fn is_after_missing(&self, at: usize) -> bool {
        self.periods.get(at).is_some_and(|period| self.missing.contains(&(period - 1)))
    }

    /// Whether no line leads to the period in this place: years are lacking, or it was measured in another way.
    fn is_cut_before(&self, at: usize) -> bool {
        self.is_after_missing(at) || is_broken_before(&self.periods, &self.breaks, at)
    }

    /// A band along the years with a margin, and a whisker where such a year stands alone.
    fn draw_margins(&self, canvas: &mut Canvas, series: &Series, across: &Scale, up: &Scale) {
        let metrics = canvas.metrics;
        let (mut band, mut whiskers) = (Path::default(), Path::default());
        let half = metrics.stroke * 2.2;
        let x = |at: usize| across.at(f64::from(self.periods[at]));
        for run in margin_runs(&series.points, &self.periods, &self.breaks) {
            match run.as_slice() {
                [(at, Interval { lower, upper })] => {
                    let (x, lower, upper) = (x(*at), up.at(*lower), up.at(*upper));
                    whiskers.polyline(&[(x - half, upper), (x + half, upper)]);
                    whiskers.polyline(&[(x, upper), (x, lower)]);
                    whiskers.polyline(&[(x - half, lower), (x + half, lower)]);
                }
                several => {
                    let above = several.iter().map(|(at, interval)| (x(*at), up.at(interval.upper)));
                    let below = several.iter().rev().map(|(at, interval)| (x(*at), up.at(interval.lower)));
                    band.ring(&above.chain(below).collect::<Vec<_>>());
                }
            }
        }
        if !band.is_empty() {
            canvas.path(&band, Some(Paint::Wash), None);
        }
        if !whiskers.is_empty() {
            canvas.path(&whiskers, None, Some(Stroke::solid(Paint::Primary, metrics.hair)));
        }
    }

    fn draw_series(&self, canvas: &mut Canvas, series: &Series, across: &Scale, up: &Scale) {
        let metrics = canvas.metrics;
        let stroke = series.role.stroke(&metrics);
        let place = |at: usize, point: &Point| (across.at(f64::from(self.periods[at])), up.at(point.value));
        let mut path = Path::default();
        let mut run: Vec<(f64, f64)> = Vec::new();
        for (at, point) in series.points.iter().enumerate() {
            if self.is_cut_before(at) {
                path.polyline(&std::mem::take(&mut run));
            }
            match point {
                Some(point) => run.push(place(at, point)),
                None => path.polyline(&std::mem::take(&mut run)),
            }
        }
        if run.len() > 1 {
            path.polyline(&run);
        }
        if !path.is_empty() {
            canvas.path(&path, None, Some(stroke));
        }
        let radius = metrics.stroke * if series.role == Role::Area { 2.1 } else { 1.6 };
        let mut dots = Vec::new();
        for (at, point) in series.points.iter().enumerate() {
            let Some(known) = point else { continue };
            let joined =
                |at: Option<usize>| at.and_then(|at| series.points.get(at)).is_some_and(Option::is_some);
            let before = at.checked_sub(1).filter(|_| !self.is_cut_before(at));
            let after = Some(at + 1).filter(|after| !self.is_cut_before(*after));
            let alone = !joined(before) && !joined(after);
            if known.is_provisional {
                let ring = Stroke::solid(stroke.paint, stroke.width * 0.8);
                canvas.circle(place(at, known), radius, Paint::Paper, Some(ring));
            } else if alone || (series.role == Role::Area && self.periods.len() <= 12) {
                dots.push(place(at, known));
            }
        }
        if !dots.is_empty() {
            canvas.open_painted(Some(stroke.paint), None);
            dots.into_iter().for_each(|dot| canvas.plain_circle(dot, radius));
            canvas.close_group();
        }
    }
}

/// Whether the period in this place was measured in another way than the one before.
fn is_broken_before(periods: &[Period], breaks: &[Period], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|before| periods.get(before)) else {
        return false;
    };
    let here = periods.get(at).copied().unwrap_or(*before);
    breaks.iter().any(|from| *before < *from && *from <= here)
}

/// The margins of periods that follow each other, by their places, as far as they were measured in one way.
fn margin_runs(
    points: &[Option<Point>],
    periods: &[Period],
    breaks: &[Period],
) -> Vec<Vec<(usize, Interval)>> {
    let mut runs: Vec<Vec<(usize, Interval)>> = vec![Vec::new()];
    for (at, point) in points.iter().enumerate() {
        let interval = point.and_then(|point| point.interval);
        if interval.is_none() || is_broken_before(periods, breaks, at) {
            runs.push(Vec::new());
        }
        if let (Some(interval), Some(run)) = (interval, runs.last_mut()) {
            run.push((at, interval));
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

/// A name of some ten words has this many lines, and is not cut.
const LINES_OF_A_NAME: usize = 5;

/// The name in one line or more, where there is room for names, then the last number.
fn end_lines(canvas: &Canvas, series: &Series, width: f64) -> Vec<String> {
    if series.last.is_empty() {
        return Vec::new();
    }
    let mut lines = match canvas.metrics.ends {
        Ends::Named => {
            canvas.look.wrap(&series.name, canvas.metrics.small, Weight::Bold, width, LINES_OF_A_NAME)
        }
        Ends::Valued => Vec::new(),
    };
    lines.push(canvas.look.fit(&series.last, canvas.metrics.small, Weight::Bold, width));
    lines
}

/// Moves labels apart until none overlaps the next or sticks out above; in the order of their wanted places.
fn spread_out(labels: &[(f64, f64)]) -> Vec<f64> {
    let mut middles: Vec<f64> = Vec::with_capacity(labels.len());
    // Groups of labels that touch, each centred on what its members wanted.
    let mut groups: Vec<(f64, f64, usize)> = Vec::new();
    for (wanted, height) in labels {
        let mut group = (wanted.max(height / 2.0), *height, 1usize);
        while let Some(above) = groups.last().copied() {
            if above.0 + above.1 / 2.0 <= group.0 - group.1 / 2.0 {
                break;
            }
            groups.pop();
            let count = above.2 + group.2;
            let middle = (above.0 * above.2 as f64 + group.0 * group.2 as f64) / count as f64;
            let height = above.1 + group.1;
            group = (middle.max(height / 2.0), height, count);
        }
        groups.push(group);
    }
    let mut at = 0;
    for (middle, height, count) in groups {
        let mut top = middle - height / 2.0;
        for (_, its) in &labels[at..at + count] {
            middles.push(top + its / 2.0);
            top += its;
        }
        at += count;
    }
    middles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_missing_only_where_there_is_a_figure_for_each() {
        assert_eq!(missing(&[2021, 2022, 2024]), [2023]);
        assert_eq!(missing(&[2014, 2019, 2020]), [2015, 2016, 2017, 2018]);
        // a survey of every few years
        assert_eq!(missing(&[2012, 2016, 2020, 2022, 2024]), Vec::<Period>::new());
        assert_eq!(in_ranges(&[2015, 2016, 2017, 2019]), ["2015–2017", "2019"]);
    }

    #[test]
    fn labels_move_apart_around_where_they_wanted_to_be() {
        assert_eq!(spread_out(&[(10.0, 4.0), (30.0, 4.0)]), [10.0, 30.0]);
        assert_eq!(spread_out(&[(10.0, 4.0), (10.0, 4.0)]), [8.0, 12.0]);
        let middles = spread_out(&[(10.0, 4.0), (11.0, 4.0), (13.0, 4.0), (40.0, 4.0)]);
        assert!(middles.windows(2).all(|pair| pair[1] - pair[0] >= 4.0 - 1e-9), "{middles:?}");
        assert_eq!(spread_out(&[(1.0, 4.0), (3.0, 4.0)]), [2.0, 6.0]);
        assert_eq!(spread_out(&[]), Vec::<f64>::new());
    }
}
