//! A checked specification and numbers to SVG for a frame; one file per form.
//!
//! A figure is reckoned once ([`Studio::reckon`]) and drawn for any [`Frame`]. Cannot fail: a
//! [`Spec`] is checked where it is made. SVG goes through one writer (`svg.rs`), numbers through one
//! rounding function; marks carry presentation attributes for light and paper, and a class that the
//! page's CSS recolours for dark. Title, subtitle, guide and source stand outside the drawing.

mod bars;
mod beside;
mod classes;
mod contributions;
mod counted;
mod distribution;
mod frame;
mod groups;
mod legend;
mod lines;
mod locator;
mod map;
mod marks;
mod pattern;
mod projection;
mod scale;
mod spread;
mod subject;
mod svg;
mod table;
mod tell;
mod upright;

use std::collections::BTreeSet;

use crate::index::{IndexId, Scores};
use crate::input::settings::Settings;
use crate::model::atlas::{AreaId, Atlas, DivisionId, IndicatorId, LevelId, Period, SourceId};
use crate::model::shapes::Shapes;
use crate::telling::look::Look;
use crate::telling::words::{Arg, Words};

pub use classes::rounded;
pub use contributions::MadeOf;
pub use counted::{Counted, told};
pub use spread::Spreads;
pub use table::{Cell, Head, Holds, Table};

use frame::Metrics;
use svg::Canvas;

/// What a figure is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    Indicator(IndicatorId),
    /// The classes of an index; areas above its level show the share of their people who live in its worst
    /// class, in plain words.
    Index(IndexId),
    /// In how many figures of an index an area of its level is among the worst quarter.
    Bottom(IndexId),
}

/// A figure to be made, checked: ids exist, periods have data, levels lie below the area.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Spec {
    /// A choropleth of the areas of `level` within `area`, one panel per period on one legend.
    Map {
        subject: Subject,
        area: AreaId,
        level: LevelId,
        periods: Vec<Period>,
        focus: Option<AreaId>,
        title: Option<String>,
    },
    /// A choropleth of an area and those near it, of its own level.
    Around { subject: Subject, area: AreaId, period: Period },
    /// The same areas as bars: in the order of the figure where the level has ranks, else by name. More than
    /// [`bars::MOST_BARS`] are counted in steps instead of named.
    Bars {
        subject: Subject,
        area: AreaId,
        level: LevelId,
        period: Period,
        focus: Option<AreaId>,
        title: Option<String>,
    },
    /// An indicator over the years for an area, its parent and the whole.
    Lines { indicator: IndicatorId, area: AreaId, title: Option<String> },
    /// An area beside its parent and the whole, a row for each indicator.
    Beside { indicators: Vec<(IndicatorId, Period)>, area: AreaId, title: Option<String> },
    /// Groups of people beside everybody, for each indicator.
    Groups {
        division: DivisionId,
        indicators: Vec<(IndicatorId, Period)>,
        area: AreaId,
        title: Option<String>,
    },
    /// What each domain adds to the score of an area of the index's level.
    Contributions { index: IndexId, area: AreaId, period: Period, title: Option<String> },
    /// The share of people in the worst class of an index over the periods of its equal panel, in an area and
    /// in the whole.
    People { index: IndexId, area: AreaId },
    /// Which line is whose, for years in [`Frame::Small`].
    Key { area: AreaId },
    /// Where an area lies in the area above it.
    Locator { area: AreaId },
}

/// With more areas than this, a map of them can no longer be read.
pub const READABLE_ON_A_MAP: usize = 600;

/// Everything that figures are made from, in one language.
#[derive(Clone, Copy)]
pub struct Studio<'a> {
    pub settings: &'a Settings,
    pub atlas: &'a Atlas,
    pub scores: &'a Scores,
    pub shapes: &'a Shapes,
    pub look: &'a Look,
    pub words: &'a Words,
    /// One for the whole site, whatever the language: `Spreads::default()`.
    pub spreads: &'a Spreads,
}

impl Studio<'_> {
    /// The area above this one with which it is compared: that of the level which the site names, else its
    /// parent.
    pub fn above(&self, area: AreaId) -> Option<AreaId> {
        let own = self.atlas.area(area);
        if self.atlas.set(area).is_some() {
            return own.parent;
        }
        let chosen = self.settings.levels[usize::from(own.level.0)].compared_with;
        chosen.and_then(|level| self.atlas.ancestor(area, LevelId(level as u8))).or(own.parent)
    }
}

impl Studio<'_> {
    /// What an area is: "buurt"; or of an area set what its author calls it.
    pub fn kind(&self, area: AreaId) -> String {
        let language = self.words.language();
        match self.atlas.set(area) {
            Some(set) => {
                let told = self.settings.sets[set.kind].kind.as_ref();
                told.map_or_else(|| self.words.text("set-kind"), |kind| kind.get(language).to_owned())
            }
            None => {
                let level = self.atlas.area(area).level;
                self.settings.levels[usize::from(level.0)].name.get(language).to_owned()
            }
        }
    }
}

/// Where a figure will stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Frame {
    /// 360 units wide: phones; pages set columns side by side.
    Column,
    /// Half an A4 page: 240 points wide.
    Print,
    /// A third of an A4 page, for small multiples: 158 points wide.
    Small,
}

/// A figure as drawn.
#[derive(Clone, Debug)]
pub struct Picture {
    pub svg: String,
    /// In the units of its frame, which in print are points.
    pub width: f64,
    pub height: f64,
}

/// A figure with its words and its table, ready to be drawn.
#[derive(Clone)]
pub struct Reckoned<'a> {
    pub title: String,
    /// What the numbers are, and of which period; empty where there is nothing to say.
    pub subtitle: String,
    /// What the figure shows, in one to three sentences, for those who cannot see it.
    pub sentence: String,
    /// How to read it, and what to mind.
    pub guide: Option<String>,
    /// Every number of the figure; without rows where it has none.
    pub table: Table,
    /// "Bron: …", where a source is known.
    pub source: Option<String>,
    studio: Studio<'a>,
    drawing: Drawing,
}

/// What is drawn, apart from any frame.
#[derive(Clone)]
enum Drawing {
    Map(map::Map),
    Bars(bars::Bars),
    Distribution(distribution::Distribution),
    Lines(lines::Lines),
    Beside(beside::Beside),
    Groups(groups::Groups),
    Contributions(contributions::Contributions),
    Locator(locator::Locator),
    Key(lines::key::Key),
}

impl Reckoned<'_> {
    /// The numbers that are drawn, finer than the table tells them; of a map its areas' numbers are not among them
    /// (see [`Studio::on_map`]).
    pub fn drawn(&self) -> String {
        match &self.drawing {
            Drawing::Bars(it) => format!("{it:?}"),
            Drawing::Distribution(it) => format!("{it:?}"),
            Drawing::Lines(it) => format!("{it:?}"),
            Drawing::Beside(it) => format!("{it:?}"),
            Drawing::Groups(it) => format!("{it:?}"),
            Drawing::Contributions(it) => format!("{it:?}"),
            Drawing::Map(_) | Drawing::Locator(_) | Drawing::Key(_) => String::new(),
        }
    }
}

impl<'a> Studio<'a> {
    /// Looks up every number of a figure and puts it in words.
    pub fn reckon(&self, spec: &Spec) -> Reckoned<'a> {
        match spec {
            Spec::Map { subject, area, level, periods, focus, title } => {
                let place = map::Place::within(self, *area, *level);
                map::reckon(*self, *subject, place, periods, *focus, title.as_deref())
            }
            Spec::Around { subject, area, period } => {
                let place = map::Place::around(self, *area);
                map::reckon(*self, *subject, place, &[*period], Some(*area), None)
            }
            Spec::Bars { subject, area, level, period, focus, title } => {
                bars::reckon(*self, *subject, (*area, *level), *period, *focus, title.as_deref())
            }
            Spec::Lines { indicator, area, title } => {
                lines::reckon(*self, *indicator, *area, title.as_deref())
            }
            Spec::Beside { indicators, area, title } => {
                beside::reckon(*self, indicators, *area, title.as_deref())
            }
            Spec::Groups { division, indicators, area, title } => {
                let (division, area, title) = (*division, *area, title.as_deref());
                groups::reckon(*self, groups::About { division, indicators, area, title })
            }
            Spec::Contributions { index, area, period, title } => {
                contributions::reckon(*self, *index, *area, *period, title.as_deref())
            }
            Spec::People { index, area } => lines::people::reckon(*self, *index, *area),
            Spec::Key { area } => lines::key::reckon(*self, *area),
            Spec::Locator { area } => locator::reckon(*self, *area),
        }
    }
}

/// What a map shows.
#[derive(Clone, Debug, PartialEq)]
pub struct OnMap {
    pub subject: Subject,
    /// Those with colours, by code; and the one in whose outline they lie.
    pub areas: Vec<AreaId>,
    pub around: AreaId,
    pub periods: Vec<Period>,
    /// Where its classes lie; empty where they have names.
    pub breaks: Vec<f64>,
    /// What its guide says of readings that were carried.
    pub carried: Option<String>,
}

impl Studio<'_> {
    /// What a map shows; absent where the figure is no map.
    pub fn on_map(&self, spec: &Spec) -> Option<OnMap> {
        let (subject, place, periods) = match spec {
            Spec::Map { subject, area, level, periods, .. } => {
                (*subject, map::Place::within(self, *area, *level), periods.clone())
            }
            Spec::Around { subject, area, period } => {
                (*subject, map::Place::around(self, *area), vec![*period])
            }
            _ => return None,
        };
        let breaks = place.breaks(self, subject, &periods);
        let carried = tell::carried(self, subject, place.areas.iter().copied(), &periods);
        Some(OnMap { subject, breaks, areas: place.areas, around: place.area, periods, carried })
    }

    /// Who measured what is shown of a subject in these periods, in the order of `sources.toml`.
    pub fn sources(&self, subject: Subject, periods: &[Period]) -> Vec<SourceId> {
        subject::sources(self, &[subject], periods)
    }

    /// Whether all areas of a map of which a number is known have one colour.
    pub fn has_one_colour(&self, subject: Subject, (area, level): (AreaId, LevelId), period: Period) -> bool {
        map::Place::within(self, area, level).has_one_colour(self, subject, period)
    }

    /// What the score of an area is made of, as the figure of it is drawn; absent where it has none.
    pub fn made_of(&self, index: IndexId, area: AreaId, period: Period) -> Option<MadeOf> {
        contributions::made_of(self, index, area, period)
    }

    /// The numbers that the strip of a level is drawn from, on pages of that level.
    pub fn strip(&self, indicator: IndicatorId, level: LevelId, period: Period) -> Vec<f64> {
        let compared = beside::compared_level(self, level);
        let spread = self.spreads.of(self, Subject::Indicator(indicator), compared, &[period]);
        beside::Strip::of(&spread).map(|strip| strip.numbers()).unwrap_or_default()
    }

    /// Who measured these, in all their years: "Bron: CBS"; absent where no source is known.
    pub fn source_line(&self, indicators: &[IndicatorId]) -> Option<String> {
        let subjects: Vec<Subject> = indicators.iter().copied().map(Subject::Indicator).collect();
        let years: BTreeSet<Period> = indicators.iter().flat_map(|id| self.atlas.periods(*id)).collect();
        tell::source_line(self, &subjects, &years.into_iter().collect::<Vec<Period>>())
    }
}

impl Studio<'_> {
    /// The name of an area as it stands inside a sentence, with what the area is: "de gemeente Havermonde", "the
    /// district of City of London". Names of their own take an article or none, which no program knows. The whole
    /// and area sets are named by the author of the site, and stand as they are.
    pub fn in_full(&self, area: AreaId) -> String {
        let place = self.atlas.area(area);
        if self.atlas.whole() == Some(area) || !self.atlas.is_of(area, place.level) {
            return place.name.clone();
        }
        let level = &self.settings.levels[usize::from(place.level.0)];
        // "Wijk 33 Centrum" says it already
        let language = self.words.language();
        if place.name.to_lowercase().starts_with(&format!("{} ", level.name.get(language).to_lowercase())) {
            return place.name.clone();
        }
        let definite = level.definite.get(language);
        let args = [("definite", Arg::Text(definite)), ("name", Arg::Text(&place.name))];
        self.words.text_with("name-in-full", &args)
    }

    /// The name of what lies around an area, where a text about it does not say that already, as "Colchester 001A".
    pub fn around_unless_in(&self, area: AreaId, text: &str) -> Option<&str> {
        let around = self.atlas.around(area).map(|around| self.atlas.area(around).name.as_str());
        around.filter(|around| !text.contains(around))
    }

    /// An area inside a sentence, with what is around it: "de wijk Centrum (Groningen)".
    pub fn in_full_with_around(&self, area: AreaId) -> String {
        let own = self.in_full(area);
        match self.around_unless_in(area, &own) {
            Some(around) => format!("{own} ({around})"),
            None => own,
        }
    }

    /// The events of all figures in the years of these lines of an area, once for all of them; absent where
    /// there are none.
    pub fn events_line(&self, indicators: &[IndicatorId], area: AreaId) -> Option<String> {
        lines::events::of_all(self, indicators, area)
    }
}

impl Reckoned<'_> {
    /// How to read it in a frame. [`Frame::Small`] has no room for the labels of events: those that are of all
    /// figures are named by [`Studio::events_line`], the others here.
    pub fn guide_in(&self, frame: Frame) -> Option<String> {
        let marks = match &self.drawing {
            Drawing::Lines(lines) if frame == Frame::Small => lines.own_marks(),
            _ => "",
        };
        let said = self.guide.as_deref().into_iter().chain(Some(marks).filter(|marks| !marks.is_empty()));
        tell::paragraph(said.map(str::to_owned).collect())
    }

    /// The figure as SVG, which names itself by title and sentence. Every id in it starts with the prefix,
    /// which must be unique on the page.
    pub fn draw(&self, frame: Frame, id_prefix: &str) -> Picture {
        let mut metrics = Metrics::of(frame);
        match self.drawing {
            Drawing::Locator(_) => metrics.width *= locator::SHARE_OF_WIDTH,
            Drawing::Key(_) => metrics.width = lines::key::WIDTH,
            _ => {}
        }
        let mut canvas = Canvas::new(self.studio.look, metrics, id_prefix);
        let height = match &self.drawing {
            Drawing::Map(map) => map.draw(&self.studio, &mut canvas),
            Drawing::Bars(bars) => bars.draw(&mut canvas),
            Drawing::Distribution(distribution) => distribution.draw(&mut canvas),
            Drawing::Lines(lines) => lines.draw(&mut canvas),
            Drawing::Beside(beside) => beside.draw(&mut canvas),
            Drawing::Groups(groups) => groups.draw(&mut canvas),
            Drawing::Contributions(contributions) => contributions.draw(&mut canvas),
            Drawing::Key(key) => key.draw(&mut canvas),
            Drawing::Locator(locator) => locator.draw(&self.studio, &mut canvas),
        };
        let name = [self.title.trim_end_matches('.'), &self.sentence];
        let name: Vec<&str> = name.into_iter().filter(|part| !part.is_empty()).collect();
        canvas.finish(height, &name.join(". "))
    }
}

#[cfg(test)]
mod tests;
