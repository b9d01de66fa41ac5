//! The profile of an indicator: what it is, where it is high and low, and how it changes.

use serde::Serialize;

use crate::model::atlas::{IndicatorId, LevelId, Measure};
use crate::telling::address::{Addresses, DataOf, SitePath};
use crate::telling::figures::{READABLE_ON_A_MAP, Spec, Studio, Subject};
use crate::telling::profile::compare::{Beside, fact};
use crate::telling::profile::downloads::links;
use crate::telling::profile::draw_up::has_trend;
use crate::telling::profile::method::{IndicatorDefinition, definition};
use crate::telling::profile::theme::sentences;
use crate::telling::profile::{Ground, Grouped, Link, groups};

/// What is told about an indicator.
#[derive(Clone, Debug, Serialize)]
pub struct IndicatorProfile {
    pub id: String,
    pub page: SitePath,
    pub theme: Option<Link>,
    /// Of the whole: its number, and how it changed.
    pub sentences: Vec<String>,
    pub definition: IndicatorDefinition,
    /// How it differs between groups of people, by division.
    pub groups: Vec<Grouped>,
    pub data: Vec<Link>,
    /// The most detailed level that can be read on a map of the whole.
    #[serde(skip)]
    pub map: Option<Spec>,
    /// Over the years in the whole.
    #[serde(skip)]
    pub lines: Option<Spec>,
    /// The areas of the second level in order, or counted in steps.
    #[serde(skip)]
    pub parts: Option<Spec>,
    /// The areas of the last level, counted in steps.
    #[serde(skip)]
    pub smallest: Option<Spec>,
}

pub fn indicator(studio: &Studio<'_>, ground: &Ground, id: IndicatorId) -> IndicatorProfile {
    let addresses = Addresses::new(studio.words);
    let language = studio.words.language();
    let atlas = studio.atlas;
    let texts = &studio.settings.indicators[usize::from(id.0)];
    let theme = texts.theme.map(|theme| &studio.settings.themes[theme]);
    let whole = atlas.subject();
    let fact = whole.and_then(|whole| fact(studio, ground, Beside::of(studio, whole), id));
    let fact = fact.as_ref().filter(|fact| fact.reading.value().is_some());
    let lines = fact.filter(|fact| has_trend(studio, fact)).map(|fact| Spec::Lines {
        indicator: id,
        area: fact.area,
        title: None,
    });
    let bars = |level: LevelId| {
        let (area, period) = (whole?, ground.latest(id, level)?);
        Some(Spec::Bars { subject: Subject::Indicator(id), area, level, period, focus: None, title: None })
    };
    // counts say how large an area is, and no more
    let is_count = atlas.indicator(id).measure == Measure::Count;
    let second = whole.and_then(|whole| atlas.level_of_parts(whole)).filter(|_| !is_count);
    let last = Some(atlas.last_level()).filter(|last| second.is_some_and(|second| *last > second));
    IndicatorProfile {
        id: texts.id.clone(),
        page: addresses.indicator(&texts.id),
        theme: theme.map(|theme| Link {
            name: theme.name.get(language).to_owned(),
            path: addresses.theme(&theme.id),
        }),
        sentences: sentences(studio, ground, id, fact),
        definition: definition(studio, id),
        groups: groups::of_indicator(studio, ground, id),
        data: links(DataOf::Indicator(&texts.id)),
        map: second.and_then(|_| map(studio, ground, id)),
        lines,
        parts: second.and_then(bars),
        smallest: last.and_then(bars),
    }
}

fn map(studio: &Studio<'_>, ground: &Ground, id: IndicatorId) -> Option<Spec> {
    let area = studio.atlas.subject()?;
    studio.shapes.bounds(area)?;
    let first = studio.atlas.level_of_parts(area)?;
    let levels = (first.0..=studio.atlas.last_level().0).rev().map(LevelId);
    let readable = levels.filter(|level| studio.atlas.within(area, *level).len() <= READABLE_ON_A_MAP);
    let (level, period) = readable.filter_map(|level| Some((level, ground.latest(id, level)?))).next()?;
    let subject = Subject::Indicator(id);
    Some(Spec::Map { subject, area, level, periods: vec![period], focus: None, title: None })
}
