//! The order in which an atlas is put together.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Report;
use crate::input::settings::{self, Settings};
use crate::input::sources::Data;
use crate::model::atlas::former::Former;
use crate::model::atlas::problem::Problem;
use crate::model::atlas::{
    AreaId, Atlas, Breakdown, Indicator, IndicatorId, LevelId, Measure, Period, SourceId, areas, computed,
    crosswalk, former, readings, sets, suppression, upward,
};

/// Settings and tables to an atlas, with warnings.
///
/// # Errors
/// Everything that is wrong in the lists of areas; or, where they are right, in all datasets.
pub fn assemble(settings: &Settings, data: &Data) -> Result<(Atlas, Report), Report> {
    let mut report = Report::new();
    let mut atlas = Atlas::default();
    areas::read(settings, &data.areas, &mut atlas, &mut report);
    if report.has_errors() {
        // every reading would name an unknown area
        return Err(report);
    }
    sets::read(settings, &data.sets, &mut atlas, &mut report);
    if report.has_errors() {
        return Err(report);
    }
    atlas.indicators = settings.indicators.iter().map(indicator).collect();
    atlas.named = settings.named;
    atlas.breakdowns = settings.breakdowns.iter().map(breakdown).collect();
    atlas.readings = vec![BTreeMap::new(); atlas.indicators.len()];
    atlas.population = atlas.find_indicator(&settings.indicators[settings.site.population].id);
    let crosswalk = crosswalk::read(settings, &data.crosswalks, &atlas, &mut report);
    let mut former = Former::default();
    for (dataset, table) in settings.datasets.iter().zip(&data.datasets) {
        let into = (&mut atlas, &mut former);
        readings::read(settings, dataset, table, &crosswalk, into, &mut report);
    }
    if report.has_errors() {
        return Err(report);
    }
    former::carry_over(&former, &crosswalk, &mut atlas);
    let ids: Vec<IndicatorId> = atlas.indicators_and_groups().map(|(id, _)| id).collect();
    let is_count = |atlas: &Atlas, id: &IndicatorId| atlas.indicator(*id).measure == Measure::Count;
    // counts first: what is computed and what is weighted needs them
    for id in ids.iter().filter(|id| is_count(&atlas, id)).copied().collect::<Vec<_>>() {
        upward::fill(&mut atlas, id);
    }
    for (at, id) in ids.iter().enumerate() {
        if settings.indicators[at].numerator.is_some() {
            let beyond =
                computed::fill(&mut atlas, *id, settings.indicators[at].times, settings.site.judged_from);
            report.extend(above_a_hundred(settings, &atlas, *id, &beyond));
            inherit_sources(&mut atlas, *id);
        }
    }
    for id in ids.iter().filter(|id| !is_count(&atlas, id)).copied().collect::<Vec<_>>() {
        upward::fill(&mut atlas, id);
    }
    report.extend(suppression::apply(settings, &mut atlas));
    for (at, told) in settings.indicators.iter().enumerate() {
        if atlas.readings[at].is_empty() {
            report.push(Problem::NoReading { place: told.place.clone(), indicator: told.id.clone() }.into());
        }
    }
    report.and(atlas)
}

/// A warning on shares that came out above 100 %, where there are any.
fn above_a_hundred(
    settings: &Settings,
    atlas: &Atlas,
    id: IndicatorId,
    beyond: &[(AreaId, Period)],
) -> Report {
    let mut report = Report::new();
    let told = &settings.indicators[usize::from(id.0)];
    let (place, indicator) = (told.place.clone(), told.id.clone());
    if let Some((area, period)) = beyond.first() {
        let first = format!("`{}` in {period}", atlas.area(*area).code);
        report.push(Problem::ComputedAboveHundred { place, indicator, count: beyond.len(), first }.into());
    }
    report
}

fn indicator(told: &settings::Indicator) -> Indicator {
    let id = |at: usize| IndicatorId(at as u16);
    Indicator {
        id: told.id.clone(),
        decimals: told.decimals,
        good: told.good,
        kind: told.kind,
        measured: told.measured.map(|level| LevelId(level as u8)),
        measure: match told.measure {
            settings::Measure::Share => Measure::Share { of: told.of.map(id) },
            settings::Measure::Rate => Measure::Rate { of: told.of.map(id), times: told.times },
            settings::Measure::Count => Measure::Count,
            settings::Measure::Mean => Measure::Mean { of: told.of.map(id) },
            settings::Measure::Other => Measure::Other,
        },
        numerator: told.numerator.map(id),
        theme: told.theme,
        threshold: told.threshold,
        breaks: told.breaks.iter().map(|(from, _)| *from).collect(),
        carry: told.carry,
        key: told.key,
        sources: BTreeMap::new(),
    }
}

fn breakdown(told: &settings::Breakdown) -> Breakdown {
    let id = |at: usize| IndicatorId(at as u16);
    let groups = told.groups.iter().map(|(group, at)| (*group, id(*at))).collect();
    Breakdown { of: id(told.of), division: told.division, groups }
}

/// What is computed was measured by those who measured its parts, in the periods in which it could be computed.
fn inherit_sources(atlas: &mut Atlas, id: IndicatorId) {
    let indicator = atlas.indicator(id);
    let mut sources: BTreeMap<SourceId, BTreeSet<Period>> = BTreeMap::new();
    for part in indicator.numerator.into_iter().chain(indicator.measure.of()) {
        for (source, periods) in &atlas.indicator(part).sources {
            let computed = periods.iter().filter(|period| atlas.readings[id.0 as usize].contains_key(period));
            let mut computed = computed.peekable();
            if computed.peek().is_some() {
                sources.entry(*source).or_default().extend(computed);
            }
        }
    }
    atlas.indicators[id.0 as usize].sources = sources;
}
