//! The profile of the method page: how every figure came about, from the definitions themselves.

use serde::Serialize;

use crate::index::IndexId;
use crate::index::change::Tells;
use crate::input::settings::{Good, Kind, Measure};
use crate::model::atlas::{self, IndicatorId, LevelId};
use crate::telling::address::{Addresses, SitePath};
use crate::telling::figures::{Studio, Table};
use crate::telling::profile::coherence::loose;
use crate::telling::profile::draw_up::{of_boundaries, source_line};
use crate::telling::profile::index::decimals;
use crate::telling::profile::recipe::Recipe;
use crate::telling::profile::taking_part::taking_part;
use crate::telling::profile::weights::{WeightsTable, weights};
use crate::telling::profile::what_if::weights_page;
use crate::telling::profile::{SourceLine, recipe};
use crate::telling::words::Arg;

/// How the figures of the site came about.
#[derive(Clone, Debug, Serialize)]
pub struct MethodProfile {
    pub indices: Vec<IndexMethod>,
    pub indicators: Vec<IndicatorDefinition>,
    /// Whether any figure has a margin.
    pub has_margins: bool,
    /// Whether chance has a say in any figure.
    pub has_chance: bool,
    /// Whether there are shares of which it is known how many people or homes they are of.
    pub has_few: bool,
    /// Whether any index is told over the years.
    pub has_years: bool,
    /// Whether any index tells of points then and now.
    pub has_points: bool,
    /// Whether scores of any index have a margin.
    pub has_score_margins: bool,
    /// What made years unlike others, with those years.
    pub events: Vec<String>,
    /// Who drew the borders of the areas.
    pub borders: Vec<SourceLine>,
    /// Whether figures are told of groups of people.
    pub has_groups: bool,
    /// Whether figures about too few people are withheld.
    pub is_withholding: bool,
}

/// How an index is made, step by step.
#[derive(Clone, Debug, Serialize)]
pub struct IndexMethod {
    pub name: String,
    pub anchor: String,
    pub page: SitePath,
    pub about: Option<String>,
    /// Where its parts have too little to do with each other.
    pub loose: Option<String>,
    pub recipe: Recipe,
    pub weights: WeightsTable,
    /// Where other weights can be tried.
    pub weights_page: Option<SitePath>,
    /// Where a figure is not in every score with a number of the period itself.
    pub taking_part: Option<Table>,
}

/// What an indicator means, and who measured it.
#[derive(Clone, Debug, Serialize)]
pub struct IndicatorDefinition {
    pub name: String,
    pub page: SitePath,
    pub about: String,
    pub unit: String,
    pub kind: String,
    /// "laag", "hoog", or nothing.
    pub good: String,
    /// What counts as a difference, with the unit; or that nothing is said of differences.
    pub threshold: String,
    /// "2014–2024"
    pub periods: String,
    /// From when on it was measured in another way, and how.
    pub breaks: Vec<String>,
    /// For how long a figure counts in an index where there is no later one.
    pub carry: Option<String>,
    /// What happened in which of its years.
    pub events: Vec<String>,
    pub sources: Vec<SourceLine>,
}

pub fn method(studio: &Studio<'_>) -> MethodProfile {
    let indices = (0..studio.settings.indices.len()).map(|at| index_method(studio, IndexId(at)));
    let indicators = studio.atlas.indicators().map(|(id, _)| definition(studio, id));
    let has = |is: fn(&atlas::Measure) -> bool| {
        let mut told = studio.atlas.indicators().map(|(_, indicator)| indicator);
        told.any(|it| it.theme.is_some() && it.threshold.is_some() && is(&it.measure))
    };
    MethodProfile {
        indices: indices.collect(),
        indicators: indicators.collect(),
        is_withholding: studio.settings.withholds(),
        has_groups: !studio.atlas.breakdowns().is_empty(),
        has_margins: studio.atlas.indicators().any(|(id, _)| studio.atlas.has_intervals(id)),
        has_chance: has(|measure| matches!(measure, atlas::Measure::Rate { of: Some(_), .. })),
        has_few: has(|measure| matches!(measure, atlas::Measure::Share { of: Some(_) })),
        has_years: studio.scores.indices.iter().any(|index| index.periods.len() > 1),
        has_score_margins: studio.scores.indices.iter().any(|index| !index.margins.is_empty()),
        has_points: studio
            .scores
            .indices
            .iter()
            .any(|index| index.tells == Tells::Points && index.panel.first().is_some()),
        events: (studio.settings.site.events.iter())
            .map(|event| format!("{} ({})", event.name.get(studio.words.language()), event.years()))
            .collect(),
        borders: of_boundaries(studio).into_iter().map(|source| source_line(studio, source)).collect(),
    }
}

fn index_method(studio: &Studio<'_>, id: IndexId) -> IndexMethod {
    let definition = &studio.settings.indices[id.0];
    let language = studio.words.language();
    IndexMethod {
        name: definition.name.get(language).to_owned(),
        anchor: definition.id.clone(),
        page: Addresses::new(studio.words).index(&definition.id),
        about: definition.about.as_ref().map(|about| about.get(language).to_owned()),
        loose: loose(studio, id),
        recipe: recipe::recipe(studio, id),
        weights: weights(studio, id),
        weights_page: weights_page(studio, id),
        taking_part: taking_part(studio, id),
    }
}

/// "uit een enquête"; of an indicator that is estimated below a level, both: "uit een enquête; voor wijken en buurten
/// een schatting met een model".
fn kind(studio: &Studio<'_>, id: IndicatorId) -> String {
    let words = studio.words;
    let known = studio.atlas.indicator(id);
    let word = |kind: Kind| match kind {
        Kind::Register => words.text("kind-register"),
        Kind::Survey => words.text("kind-survey"),
        Kind::Model => words.text("kind-model"),
    };
    let Some(measured) = known.measured.filter(|measured| *measured < studio.atlas.last_level()) else {
        return word(known.kind_at(LevelId(0)));
    };
    let below = studio.settings.levels.iter().skip(usize::from(measured.0) + 1);
    let below: Vec<&str> = below.map(|level| level.plural.get(words.language())).collect();
    let (kind, levels) = (word(known.kind_at(measured)), words.list(&below));
    words.text_with("kind-estimated-below", &[("kind", Arg::Text(&kind)), ("levels", Arg::Text(&levels))])
}

pub fn definition(studio: &Studio<'_>, id: IndicatorId) -> IndicatorDefinition {
    let words = studio.words;
    let language = words.language();
    let texts = &studio.settings.indicators[usize::from(id.0)];
    let unit = texts.unit.get(language);
    let years: Vec<i32> = studio.atlas.periods(id).collect();
    let threshold = texts.threshold.map(|threshold| {
        // a difference between percentages is in points
        if unit == "%" && matches!(texts.measure, Measure::Share) {
            words.points(threshold, decimals(threshold))
        } else {
            let decimals = decimals(threshold);
            words.value(threshold, texts.unit_after(threshold, decimals, language), decimals)
        }
    });
    let is_counted = texts.kind == Kind::Register;
    let threshold = match (threshold, studio.atlas.has_intervals(id)) {
        (None, false) => words.text("threshold-none"),
        (Some(threshold), false) if is_counted => threshold,
        (Some(threshold), false) => {
            words.text_with("threshold-without-margin", &[("threshold", Arg::Text(&threshold))])
        }
        (None, true) => words.text("threshold-margin"),
        (Some(threshold), true) => {
            words.text_with("threshold-margin-or", &[("threshold", Arg::Text(&threshold))])
        }
    };
    IndicatorDefinition {
        page: Addresses::new(words).indicator(&texts.id),
        name: texts.name.get(language).to_owned(),
        about: texts.about.as_ref().map(|about| about.get(language).to_owned()).unwrap_or_default(),
        unit: unit.to_owned(),
        kind: kind(studio, id),
        good: match texts.good {
            Good::High => words.text("good-high"),
            Good::Low => words.text("good-low"),
            Good::Neither | Good::Context => words.text("good-neither"),
        },
        threshold,
        periods: match (years.first(), years.last()) {
            (Some(first), Some(last)) if first != last && years.len() as i32 == last - first + 1 => {
                format!("{first}–{last}")
            }
            _ => words.list(&years.iter().map(i32::to_string).collect::<Vec<_>>()),
        },
        breaks: texts.breaks.iter().map(|(from, why)| format!("{from}: {}", why.get(language))).collect(),
        carry: (texts.carry > 0)
            .then(|| words.text_with("carry-years", &[("count", Arg::Count(texts.carry as usize))])),
        events: (studio.settings.site.events.iter())
            .filter(|event| event.is_of(usize::from(id.0)))
            .filter(|event| years.first().is_some_and(|first| *first <= event.year))
            .filter(|event| years.last().is_some_and(|last| event.year <= *last))
            .map(|event| format!("{}: {}", event.years(), event.name.get(language)))
            .collect(),
        sources: studio
            .atlas
            .indicator(id)
            .sources
            .keys()
            .map(|source| source_line(studio, *source))
            .collect(),
    }
}
