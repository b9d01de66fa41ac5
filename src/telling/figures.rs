//! A checked specification and numbers to SVG for a frame; one file per form.
//!
//! A figure is reckoned once ([`Studio::reckon`]) and drawn for any [`Frame`]. Cannot fail: a
//! [`Spec`] is checked where it is made. SVG goes through one writer (`svg.rs`), numbers through one
//! rounding function; marks carry presentation attributes for light and paper, and a class that the
//! page's CSS recolours for dark.

use crate::index::{IndexId, Scores};
use crate::input::settings::Settings;
use crate::model::atlas::{AreaId, Atlas, IndicatorId, LevelId, Period};
use crate::model::shapes::Shapes;
use crate::telling::look::Look;
use crate::telling::words::Words;

/// What a figure is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    Indicator(IndicatorId),
    /// The classes of an index; areas above its level show their people-weighted mean in plain words.
    Index(IndexId),
}

/// A figure to be made, checked: ids exist, periods have data, levels lie below the area.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Spec {
    /// A choropleth of the areas of `level` within `area`, one panel per period on one legend.
    Map { subject: Subject, area: AreaId, level: LevelId, periods: Vec<Period>, focus: Option<AreaId>, title: Option<String> },
    /// The same areas as bars: in the order of the figure where the level has ranks, else by name.
    Bars { subject: Subject, area: AreaId, level: LevelId, period: Period, focus: Option<AreaId>, title: Option<String> },
    /// An indicator over the years for an area, its parent and the whole.
    Lines { indicator: IndicatorId, area: AreaId, title: Option<String> },
    /// An area beside its parent and the whole, a row for each indicator.
    Beside { indicators: Vec<(IndicatorId, Period)>, area: AreaId, title: Option<String> },
    /// Where an area lies in the area above it.
    Locator { area: AreaId },
}

/// Everything that figures are made from, in one language.
#[derive(Clone, Copy)]
pub struct Studio<'a> {
    pub settings: &'a Settings,
    pub atlas: &'a Atlas,
    pub scores: &'a Scores,
    pub shapes: &'a Shapes,
    pub look: &'a Look,
    pub words: &'a Words,
}

/// Where a figure will stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Frame {
    /// 360 units wide: phones; pages set columns side by side.
    Column,
    /// Half an A4 page: 240 points wide.
    Print,
}
