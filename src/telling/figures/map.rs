//! Choropleths: the areas of a level in the colours of their classes, one panel per period on one legend.

mod labels;

use std::collections::BTreeSet;

use crate::model::atlas::{AreaId, LevelId, Period};
use crate::model::shapes::Bounds;
use crate::telling::look::Order;
use crate::telling::words::Arg;

use super::classes::Classes;
use super::legend::Legend;
use super::pattern::Pattern;
use super::projection::{MANY, Projection, around};
use super::subject::{Lack, Reference, Standing, Topic};
use super::svg::{Canvas, Letters, Paint, Path, Stroke};
use super::tell::{self, Shown, Then};
use super::{Drawing, Reckoned, Studio, Subject};

/// The borders of a level between the area and those shown are drawn where there are at most so many: more
/// would hide the colours.
const MOST_BETWEEN: usize = 60;

/// A map's height is at most this share of its width.
const TALLEST: f64 = 1.15;

#[derive(Clone)]
pub struct Map {
    area: AreaId,
    /// Of the areas shown.
    level: LevelId,
    /// Those with a shape, by code, and how each panel paints them.
    areas: Vec<AreaId>,
    panels: Vec<Panel>,
    legend: Legend,
    /// Areas of the levels in between, whose borders are drawn over those shown.
    between: Vec<AreaId>,
    focus: Option<AreaId>,
    /// What to say where no area has a shape.
    empty: String,
}

#[derive(Clone)]
struct Panel {
    /// The period, where there are several panels.
    heading: Option<String>,
    /// As many as there are areas.
    paints: Vec<Paint>,
}

/// What a map is of.
pub struct Place {
    pub area: AreaId,
    level: LevelId,
    /// Areas of the level, by code.
    pub areas: Vec<AreaId>,
    name: String,
    /// Areas of the levels in between, whose borders are drawn over the others.
    between: Vec<AreaId>,
    /// Whether the areas are all of the area, so that its own number may stand beside theirs.
    is_whole: bool,
}

impl Place {
    /// The areas of a level in an area.
    pub fn within(studio: &Studio, area: AreaId, level: LevelId) -> Place {
        Place {
            area,
            level,
            areas: studio.atlas.within(area, level),
            name: tell::name(studio, area).to_owned(),
            between: between(studio, area, level),
            is_whole: true,
        }
    }

    /// An area, its neighbours, and theirs, until there are enough to see where it lies.
    pub fn around(studio: &Studio, area: AreaId) -> Place {
        let mut areas = BTreeSet::from([area]);
        let mut edge = vec![area];
        while areas.len() < ENOUGH_AROUND && !edge.is_empty() {
            let beside = edge.iter().flat_map(|area| studio.shapes.neighbours(*area)).copied();
            let is_new = |area: &AreaId| !areas.contains(area) && studio.atlas.is_published(*area);
            let beside: BTreeSet<AreaId> = beside.filter(is_new).collect();
            edge = beside.into_iter().collect();
            areas.extend(&edge);
        }
        let mut areas: Vec<AreaId> = areas.into_iter().collect();
        if areas.len() > MOST_AROUND {
            let here = studio.shapes.anchor(area);
            let far = |other: &AreaId| match (here, studio.shapes.anchor(*other)) {
                (Some(here), Some(there)) => (here.x - there.x).hypot(here.y - there.y),
                _ => f64::INFINITY,
            };
            areas.sort_by(|one, other| far(one).total_cmp(&far(other)).then(one.cmp(other)));
            areas.truncate(MOST_AROUND);
            areas.sort_unstable();
        }
        let args = [("area", Arg::Text(tell::name(studio, area)))];
        Place {
            area,
            level: studio.atlas.area(area).level,
            areas,
            name: studio.words.text_with("fig-around", &args),
            between: Vec::new(),
            is_whole: false,
        }
    }
}

impl Place {
    /// Where the classes of a map of this place lie; empty where they have names.
    pub fn breaks(&self, studio: &Studio, subject: Subject, periods: &[Period]) -> Vec<f64> {
        let topic = Topic::of(studio, subject, self.level);
        if !topic.labels.is_empty() {
            return Vec::new();
        }
        Classes::of_map(studio, &topic, subject, self.level, periods).breaks
    }

    /// Whether all numbers of these areas lie in one class of a map of the level.
    pub fn has_one_colour(&self, studio: &Studio, subject: Subject, period: Period) -> bool {
        let topic = Topic::of(studio, subject, self.level);
        let classes = Classes::of_map(studio, &topic, subject, self.level, &[period]);
        let values = (self.areas.iter())
            .filter_map(|area| Standing::of(studio, subject, *area, period).value())
            .map(|value| classes.of(value));
        let values: BTreeSet<usize> = values.collect();
        values.len() == 1
    }
}

/// With fewer areas around it, the neighbours of the outermost are added.
const ENOUGH_AROUND: usize = 20;
/// Of more areas around it, the nearest are shown.
const MOST_AROUND: usize = 30;

pub fn reckon<'a>(
    studio: Studio<'a>,
    subject: Subject,
    place: Place,
    periods: &[Period],
    focus: Option<AreaId>,
    title: Option<&str>,
) -> Reckoned<'a> {
    let words = studio.words;
    let Place { area, level, areas: within, name: of, between, is_whole } = place;
    let topic = Topic::of(&studio, subject, level);
    let columns: Vec<(Period, Vec<(AreaId, Standing)>)> = periods
        .iter()
        .map(|period| {
            let standings = within.iter().map(|area| (*area, Standing::of(&studio, subject, *area, *period)));
            (*period, standings.collect())
        })
        .collect();
    let title = tell::title_by_level(&studio, title, &topic, &of, level);
    let shown = |(period, standings): &'_ (Period, Vec<(AreaId, Standing)>)| (*period, standings.clone());
    let named = !topic.labels.is_empty();

    let classes = Classes::of_map(&studio, &topic, subject, level, periods);
    let mut legend = if named {
        let of = topic.labels.len();
        let paints = (0..of).map(|at| Paint::Class { order: Order::Judged, at, of });
        Legend::named(&paints.zip(topic.labels.iter().cloned()).collect::<Vec<_>>())
    } else {
        Legend::stepped(words, &topic, &classes)
    };
    let mut lacks: Vec<Lack> = columns
        .iter()
        .flat_map(|(_, standings)| standings)
        .filter_map(|(_, standing)| match standing {
            Standing::Lacking(lack) => Some(*lack),
            Standing::Known { .. } => None,
        })
        .collect();
    lacks.sort_unstable();
    lacks.dedup();
    legend.add_lacks(words, &lacks);
    if let Some(focus) = focus.filter(|focus| studio.shapes.bounds(*focus).is_some()) {
        legend.add_focus(tell::name(&studio, focus));
    }

    let areas: Vec<AreaId> =
        within.iter().copied().filter(|area| studio.shapes.bounds(*area).is_some()).collect();
    let panels = columns
        .iter()
        .map(|(period, standings)| Panel {
            heading: (columns.len() > 1).then(|| period.to_string()),
            paints: standings
                .iter()
                .filter(|(area, _)| areas.binary_search(area).is_ok())
                .map(|(_, standing)| paint(*standing, &topic, &classes))
                .collect(),
        })
        .collect();

    let sentence = columns.last().map(shown).map(|(period, standings)| {
        let now = Shown { of: &of, level, period, standings: &standings };
        if named {
            let first = columns.first().filter(|_| columns.len() > 1);
            let then = first.and_then(|(first, _)| Then::of(&studio, subject, &now, *first));
            tell::classes(&studio, &topic, &now, then.as_ref())
        } else {
            let own = Reference::of(&studio, subject, area, level, period).filter(|_| is_whole);
            tell::range(&studio, &topic, &now, own)
        }
    });
    let what = if named { words.text("fig-what-classes") } else { topic.what.clone() };
    let mut guide = Vec::new();
    if !named && classes.count() > 1 {
        guide.push(match topic.order {
            Order::Judged => words.text("fig-guide-judged"),
            Order::Neutral => words.text("fig-guide-neutral"),
        });
    }
    if let Subject::Bottom(_) = subject {
        let plural = tell::level(&studio, level).plural.get(words.language());
        guide.push(words.text_with("fig-guide-bottom", &[("plural", Arg::Text(plural))]));
    }
    if let Subject::Indicator(indicator) = subject {
        let has_margin = |area: &AreaId| {
            let margin = periods.last().and_then(|period| studio.atlas.margin(*area, indicator, *period));
            margin.is_some_and(|margin| margin.interval.is_some())
        };
        if within.iter().any(has_margin) {
            let plural = tell::level(&studio, level).plural.get(words.language());
            guide.push(words.text_with("fig-guide-margin-map", &[("plural", Arg::Text(plural))]));
        }
    }
    guide.extend(tell::cautions(
        words,
        columns.iter().flat_map(|(_, standings)| standings).map(|(_, its)| its),
    ));
    guide.extend(tell::carried(&studio, subject, within.iter().copied(), periods));
    let shapeless = within.len() - areas.len();
    if shapeless > 0 && !areas.is_empty() {
        let parts = tell::level(&studio, level);
        guide.push(words.text_with(
            "fig-guide-no-shape",
            &[
                ("count", Arg::Count(shapeless)),
                ("level", Arg::Text(parts.name.get(words.language()))),
                ("plural", Arg::Text(parts.plural.get(words.language()))),
            ],
        ));
    }
    Reckoned {
        subtitle: tell::subtitle(words, &topic, &what, periods),
        sentence: sentence.unwrap_or_default(),
        guide: tell::paragraph(guide),
        table: tell::table(&studio, &topic, subject, level, &title, &columns),
        source: tell::source_line_with_borders(&studio, &[subject], periods),
        title,
        studio,
        drawing: Drawing::Map(Map {
            area,
            level,
            areas,
            panels,
            legend,
            between,
            focus,
            empty: words.text("fig-no-shapes"),
        }),
    }
}

fn paint(standing: Standing, topic: &Topic, classes: &Classes) -> Paint {
    match standing {
        Standing::Known { class: Some(class), .. } if !topic.labels.is_empty() => {
            Paint::Class { order: Order::Judged, at: usize::from(class), of: topic.labels.len() }
        }
        // An index with class names gives every score a class.
        Standing::Known { .. } if !topic.labels.is_empty() => Paint::Pattern(Pattern::Thin),
        Standing::Known { value, .. } => classes.paint(classes.of(value)),
        Standing::Lacking(lack) => Paint::Pattern(lack.pattern()),
    }
}

/// The areas whose borders are drawn over those shown: of every level in between that has few enough.
fn between(studio: &Studio, area: AreaId, level: LevelId) -> Vec<AreaId> {
    let above = studio.atlas.area(area).level;
    (above.0 + 1..level.0)
        .map(|between| studio.atlas.within(area, LevelId(between)))
        .filter(|areas| areas.len() > 1 && areas.len() <= MOST_BETWEEN)
        .flatten()
        .collect()
}

/// Where one panel stands.
struct Corner {
    left: f64,
    top: f64,
}

impl Map {
    pub fn draw(&self, studio: &Studio, canvas: &mut Canvas) -> f64 {
        let metrics = canvas.metrics;
        let Some(land) = self.land(studio) else {
            let letters = Letters::new(metrics.text, Paint::Muted);
            let lines = canvas.look.wrap(&self.empty, letters.size, letters.weight, metrics.width, 2);
            let height = metrics.line() * lines.len() as f64;
            canvas.lines((0.0, height / 2.0), &lines, letters);
            return height;
        };
        let several = self.panels.len() > 1;
        let gap = metrics.em(1.0);
        // Room for the outline of an area at the edge.
        let margin = metrics.stroke * 1.2;
        let columns = if several { 2 } else { 1 };
        let width = (metrics.width - gap * (columns - 1) as f64) / columns as f64;
        let projection =
            Projection::fit(&land, width - 2.0 * margin, width * TALLEST).of_many(self.areas.len());
        let projection = match self.focus {
            Some(_) => projection.of_detailed(self.points(studio, &projection)),
            None => projection,
        };
        let heading = if several { metrics.line() * 1.1 } else { 0.0 };
        let row = heading + projection.height + 2.0 * margin + if several { metrics.em(0.9) } else { 0.0 };
        if several {
            canvas.open_definitions();
            self.share(studio, canvas, &projection);
            canvas.close_definitions();
        }
        for (at, panel) in self.panels.iter().enumerate() {
            let place =
                Corner { left: (at % columns) as f64 * (width + gap), top: (at / columns) as f64 * row };
            if let Some(text) = &panel.heading {
                let letters = Letters::new(metrics.text, Paint::Ink).bold();
                canvas.text((place.left, place.top + metrics.line() / 2.0), text, letters);
            }
            let corner = (place.left + margin, place.top + heading + margin);
            if metrics.pointed && !several {
                canvas.open_areas(corner.0, corner.1, common_start(studio, &self.areas));
            } else {
                canvas.open_moved(corner.0, corner.1);
            }
            self.draw_panel(studio, canvas, &projection, panel);
            canvas.close_group();
        }
        let rows = self.panels.len().div_ceil(columns);
        let below = rows as f64 * row;
        // An odd number of panels leaves a place that the legend fits.
        if several && self.panels.len() % columns == 1 {
            let left = width + gap;
            let top = (rows - 1) as f64 * row + heading + margin;
            let tall = self.legend.draw(canvas, (left, top), width);
            return below.max(top + tall);
        }
        let top = below + if several { 0.0 } else { metrics.em(0.7) };
        top + self.legend.draw(canvas, (0.0, top), metrics.width)
    }

    fn land(&self, studio: &Studio) -> Option<Bounds> {
        let parts = around(self.areas.iter().filter_map(|area| studio.shapes.bounds(*area)))?;
        around(studio.shapes.bounds(self.area).into_iter().chain([parts]))
    }

    /// How many points its outlines have together.
    fn points(&self, studio: &Studio, projection: &Projection) -> usize {
        let all = self.areas.iter().copied().chain(self.over());
        let rings = all.filter_map(|area| studio.shapes.outline(area, projection.tolerance())).flatten();
        rings.map(|ring| ring.len()).sum()
    }

    /// Writes every outline once, for all panels to use: the areas by their place, then the borders.
    fn share(&self, studio: &Studio, canvas: &mut Canvas, projection: &Projection) {
        for (name, area) in self.areas.iter().enumerate() {
            canvas.shared_path(&outline(studio, projection, *area), name);
        }
        for (at, area) in self.over().iter().enumerate() {
            canvas.shared_path(&self.border(studio, projection, *area), self.areas.len() + at);
        }
    }

    /// The border of an area over those shown in it: along their own sides, since the area itself may have been drawn
    /// by another hand.
    fn border(&self, studio: &Studio, projection: &Projection, area: AreaId) -> Path {
        let is_shown = |part: &AreaId| self.areas.binary_search(part).is_ok();
        let parts: Vec<AreaId> = studio.atlas.within(area, self.level).into_iter().filter(is_shown).collect();
        if parts.is_empty() {
            return outline(studio, projection, area);
        }
        let mut path = Path::default();
        for line in studio.shapes.border(&parts, projection.tolerance()) {
            let line = projection.ring(&line);
            if line.first() != line.last() || extent(&line) >= SMALLEST_RING {
                path.polyline(&line);
            }
        }
        path
    }

    /// Outlines over the colours, in this order: levels in between, the area itself unless that is in focus,
    /// what is in focus unless it has a colour.
    fn over(&self) -> Vec<AreaId> {
        let own = Some(self.area).filter(|area| self.focus != Some(*area));
        let focus = self.focus.filter(|focus| !self.areas.contains(focus));
        self.between.iter().copied().chain(own).chain(focus).collect()
    }

    /// Where the outline of an area stands among those written.
    fn place_of(&self, area: AreaId) -> Option<usize> {
        self.areas.iter().chain(&self.over()).position(|other| *other == area)
    }

    fn draw_panel(&self, studio: &Studio, canvas: &mut Canvas, projection: &Projection, panel: &Panel) {
        let metrics = canvas.metrics;
        let shared = self.panels.len() > 1;
        let start = common_start(studio, &self.areas).len();
        let put = |canvas: &mut Canvas, name: usize, area: AreaId| {
            if shared {
                canvas.reuse(name);
            } else {
                let is_over = name >= self.areas.len();
                let path = if is_over {
                    self.border(studio, projection, area)
                } else {
                    outline(studio, projection, area)
                };
                if !path.is_empty() {
                    canvas.plain_path(&path);
                }
            }
        };
        let thin = metrics.hair * if self.areas.len() > 120 { 0.35 } else { 0.7 };
        let mut paints: Vec<Paint> = Vec::new();
        panel.paints.iter().for_each(|paint| {
            if !paints.contains(paint) {
                paints.push(*paint);
            }
        });
        paints.sort_by_key(|paint| match paint {
            Paint::Class { at, .. } => *at,
            _ => usize::MAX,
        });
        for paint in paints {
            canvas.open_painted(Some(paint), Some(Stroke::solid(Paint::Paper, thin)));
            for (name, (area, its)) in self.areas.iter().zip(&panel.paints).enumerate() {
                if *its != paint {
                    continue;
                }
                if !shared && self.focus == Some(*area) {
                    // written once, for its border too
                    canvas.shared_path(&outline(studio, projection, *area), name);
                    continue;
                }
                if metrics.pointed && !shared && studio.atlas.is_published(*area) {
                    let path = outline(studio, projection, *area);
                    let area = studio.atlas.area(*area);
                    let name = (self.areas.len() <= MANY).then_some(area.name.as_str());
                    canvas.area_path(&path, &area.code[start..], name);
                } else {
                    put(canvas, name, *area);
                }
            }
            canvas.close_group();
        }
        let first = self.areas.len();
        if !self.between.is_empty() {
            canvas.open_painted(
                None,
                Some(Stroke::solid(Paint::Muted, metrics.hair * if shared { 0.5 } else { 0.8 })),
            );
            for (at, area) in self.between.iter().enumerate() {
                put(canvas, first + at, *area);
            }
            canvas.close_group();
        }
        if self.focus != Some(self.area) {
            canvas.open_painted(None, Some(Stroke::solid(Paint::Muted, metrics.hair)));
            put(canvas, first + self.between.len(), self.area);
            canvas.close_group();
        }
        if let Some((focus, place)) = self.focus.and_then(|focus| Some((focus, self.place_of(focus)?))) {
            for stroke in [
                Stroke::solid(Paint::Paper, metrics.stroke * 2.6),
                Stroke::solid(Paint::Primary, metrics.stroke * 1.4),
            ] {
                canvas.open_painted(None, Some(stroke));
                if place < first {
                    canvas.reuse(place);
                } else {
                    put(canvas, place, focus);
                }
                canvas.close_group();
            }
        }
        if !shared {
            labels::draw(studio, canvas, projection, (&self.areas, &panel.paints), self.focus);
        }
    }
}

/// What the codes of all areas begin with: written once, it makes a map of many areas lighter.
fn common_start<'a>(studio: &Studio<'a>, areas: &[AreaId]) -> &'a str {
    let mut codes = areas.iter().map(|area| studio.atlas.area(*area).code.as_str());
    let Some(first) = codes.next() else { return "" };
    // codes are letters and digits of one byte
    let same = |code: &str| first.bytes().zip(code.bytes()).take_while(|(one, other)| one == other).count();
    let shared = codes.map(same).min().unwrap_or(0);
    &first[..shared]
}

/// The outline of an area in the frame. Islands and holes too small to be seen are left out, but for the
/// largest part of the area.
pub fn outline(studio: &Studio, projection: &Projection, area: AreaId) -> Path {
    let rings = studio.shapes.outline(area, projection.tolerance()).unwrap_or_default();
    let rings: Vec<Vec<(f64, f64)>> = rings.iter().map(|ring| projection.ring(ring)).collect();
    let extents: Vec<f64> = rings.iter().map(|ring| extent(ring)).collect();
    let largest = extents.iter().copied().fold(0.0, f64::max);
    let mut path = Path::default();
    for (ring, its) in rings.iter().zip(extents) {
        if its >= SMALLEST_RING || its >= largest {
            path.ring(ring);
        }
    }
    path
}

/// The larger side, in units, below which a ring is not seen.
const SMALLEST_RING: f64 = 1.0;

fn extent(ring: &[(f64, f64)]) -> f64 {
    let span = |of: fn(&(f64, f64)) -> f64| {
        let (low, high) = ring
            .iter()
            .map(of)
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
        high - low
    };
    span(|point| point.0).max(span(|point| point.1))
}
