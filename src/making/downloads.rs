//! Data files: the numbers of a site for those who reckon on.
//!
//! In: settings, atlas and scores. Out: CSV and JSON, the same in every language: areas, indicators and
//! periods stand by their codes, and what is not known by the name of its absence, never as zero. A CSV file
//! has a head and is separated by commas (RFC 4180, UTF-8); a JSON file holds the same as `columns` and
//! `rows`.

mod above;
mod audit;
mod definitions;
mod diagnostics;
mod draws;
mod left_out;
mod parameters;
mod readings;
mod scores;
mod shrunk;
mod workbook;
mod write;

pub use audit::tables;
pub use workbook::workbook;

use crate::index::audit::audit;
use crate::index::{IndexId, Scores};
use crate::input::settings::Settings;
use crate::model::atlas::{AreaId, Atlas, IndicatorId};
use crate::telling::address::Format;

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Every area: code, name, level, parent.
    Areas,
    /// Which areas are in which area set.
    Sets,
    /// Which groups of people there are, in every language.
    Groups,
    /// What every indicator is, in every language.
    Indicators,
    /// Every reading.
    Readings,
    /// The readings of an area.
    Area(AreaId),
    /// The readings of an indicator.
    Indicator(IndicatorId),
    /// The outcomes of an index.
    Index(IndexId),
    /// What areas above the level of an index get from their parts.
    Above(IndexId),
}

/// What a table tells of an index as a whole, in its latest period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// What it is without each of its parts in turn.
    LeftOut,
    /// How its parts, its score and other figures go together.
    Correlations,
    /// Cronbach's alpha, of its domains and of the indicators of each.
    Alpha,
    /// What the order hangs on (Sobol).
    Sensitivity,
}

/// What files are made from.
#[derive(Clone, Copy)]
pub struct Stock<'a> {
    pub settings: &'a Settings,
    pub atlas: &'a Atlas,
    pub scores: &'a Scores,
    pub extent: Extent,
}

/// Of which areas there are rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Those that the site shows.
    Shown,
    /// Those that were reckoned with.
    All,
}

impl Stock<'_> {
    fn holds(&self, area: AreaId) -> bool {
        self.extent == Extent::All || self.atlas.is_shown(area)
    }

    /// The id of the level of an area; `set` of an area set.
    fn level(&self, area: AreaId) -> &str {
        match self.atlas.set(area) {
            Some(_) => "set",
            None => &self.settings.levels[usize::from(self.atlas.area(area).level.0)].id,
        }
    }
}

/// The bytes of a file.
pub fn file(stock: Stock<'_>, holds: Holds, format: Format) -> Vec<u8> {
    let mut writer = write::Writer::new(format);
    fill(stock, holds, &mut writer);
    writer.finish()
}

/// A table about an index as a whole.
pub fn about(stock: Stock<'_>, id: IndexId, told: About, format: Format) -> Vec<u8> {
    let mut writer = write::Writer::new(format);
    let audit = || audit(&stock.settings.indices, id, stock.atlas, stock.scores);
    match told {
        About::LeftOut => left_out::by_part(stock, id, &mut writer),
        About::Correlations => diagnostics::correlations(stock, id, &audit(), &mut writer),
        About::Alpha => diagnostics::alpha(stock, id, &audit(), &mut writer),
        About::Sensitivity => diagnostics::sensitivity(stock, id, &mut writer),
    }
    writer.finish()
}

fn fill(stock: Stock<'_>, holds: Holds, writer: &mut write::Writer) {
    match holds {
        Holds::Areas => definitions::areas(stock, writer),
        Holds::Sets => definitions::sets(stock, writer),
        Holds::Groups => definitions::groups(stock, writer),
        Holds::Indicators => definitions::indicators(stock, writer),
        Holds::Readings => readings::all(stock, writer),
        Holds::Area(area) => readings::of_area(stock, area, writer),
        Holds::Indicator(indicator) => readings::of_indicator(stock, indicator, writer),
        Holds::Index(index) => scores::of_index(stock, index, writer),
        Holds::Above(index) => above::of_index(stock, index, writer),
    }
}
