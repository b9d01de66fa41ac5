//! The profile of an index: what it finds, where, and what it is made of.

use serde::Serialize;

use crate::index::{IndexId, Outcome, Results, estimates};
use crate::input::settings::{self, Good};
use crate::model::atlas::{AreaId, IndicatorId, LevelId, Period};
use crate::telling::address::{Addresses, DataOf, SitePath};
use crate::telling::figures::{READABLE_ON_A_MAP, Spec, Studio, Subject, told};
use crate::telling::profile::bottom::FEWEST_COUNTED;
use crate::telling::profile::coherence::{CoherenceProfile, coherence, loose};
use crate::telling::profile::compare::Beside;
use crate::telling::profile::comparison::{ComparisonProfile, comparison};
use crate::telling::profile::downloads::links;
use crate::telling::profile::draw_up::source_line;
use crate::telling::profile::left_out::{LeftOutProfile, left_out};
use crate::telling::profile::margin::margins;
use crate::telling::profile::periods::{PeriodsProfile, periods};
use crate::telling::profile::speeds::{SpeedsProfile, speeds_profile};
use crate::telling::profile::sure::{SureProfile, sure};
use crate::telling::profile::weights::given;
use crate::telling::profile::what_if::weights_page;
use crate::telling::profile::{Link, SourceLine};
use crate::telling::words::Arg;

/// What is told about an index.
#[derive(Clone, Debug, Serialize)]
pub struct IndexProfile {
    pub id: String,
    pub name: String,
    pub about: Option<String>,
    /// Where its parts have too little to do with each other.
    pub loose: Option<String>,
    /// Which of its figures a model estimated.
    pub estimated: Option<String>,
    /// How wide the margins of the scores are, as far as they come from samples.
    pub margins: Option<String>,
    pub page: SitePath,
    /// Where other weights can be tried.
    pub weights_page: Option<SitePath>,
    /// The same definition at other levels.
    pub others: Vec<Link>,
    /// "2014, 2019 en 2024": those that are compared, or else the latest.
    pub periods: String,
    /// The finding, and how many areas have a score and why others have none.
    pub sentences: Vec<String>,
    pub classes: Vec<ClassRow>,
    pub classes_caption: String,
    pub domains: Vec<DomainRow>,
    pub domains_caption: String,
    pub sources: Vec<SourceLine>,
    pub data: Vec<Link>,
    /// Where it has more than one period.
    pub over_time: Option<PeriodsProfile>,
    /// Where it can be told of its periods.
    pub speeds: Option<SpeedsProfile>,
    /// Where its definition compares it with other figures.
    pub comparison: Option<ComparisonProfile>,
    /// Where it has parts to hold against each other.
    pub coherence: Option<CoherenceProfile>,
    /// Where it was reckoned again with other choices.
    pub sure: Option<SureProfile>,
    /// Where it has parts that can be left out.
    pub left_out: Option<LeftOutProfile>,
    #[serde(skip)]
    pub map: Option<Spec>,
    #[serde(skip)]
    pub bars: Option<Spec>,
    /// In how many figures areas are among the worst.
    #[serde(skip)]
    pub bottom: Option<Spec>,
}

/// One class in the latest period.
#[derive(Clone, Debug, Serialize)]
pub struct ClassRow {
    pub label: String,
    /// From the good end.
    pub class: usize,
    pub areas: String,
    pub people: String,
    pub share: String,
}

/// One domain, its weight as given and as used, and what it holds.
#[derive(Clone, Debug, Serialize)]
pub struct DomainRow {
    pub name: String,
    pub given: String,
    pub used: String,
    pub why: Option<String>,
    pub parts: Vec<String>,
}

pub fn index(studio: &Studio<'_>, id: IndexId) -> IndexProfile {
    let words = studio.words;
    let language = words.language();
    let definition = &studio.settings.indices[id.0];
    let scores = &studio.scores.indices[id.0];
    let compared = &scores.panel.periods;
    let shown = if compared.is_empty() { scores.latest().into_iter().collect() } else { compared.clone() };
    let years: Vec<String> = shown.iter().map(i32::to_string).collect();
    let latest = scores.latest().and_then(|period| Some((period, scores.results.get(&period)?)));
    let whole = studio.atlas.subject();
    let map = whole.filter(|whole| studio.shapes.bounds(*whole).is_some()).and_then(|area| {
        let level = readable_level(studio, area, scores.level)?;
        // side by side stand only those that may be compared
        let (subject, periods) = (Subject::Index(id), scores.panel.periods.clone());
        Some(Spec::Map { subject, area, level, periods, focus: None, title: None })
    });
    let bars = whole.and_then(|area| {
        let level = studio.atlas.level_of_parts(area).filter(|level| scores.level > *level)?;
        let few = studio.atlas.within(area, level).len() <= 40;
        let (subject, period) = (Subject::Index(id), scores.latest()?);
        few.then_some(Spec::Bars { subject, area, level, period, focus: None, title: None })
    });
    let level = &studio.settings.levels[definition.level];
    let args = [("parts", Arg::Text(level.plural.get(language)))];
    IndexProfile {
        id: definition.id.clone(),
        name: definition.name.get(language).to_owned(),
        about: definition.about.as_ref().map(|about| about.get(language).to_owned()),
        loose: loose(studio, id),
        estimated: estimated(studio, id),
        margins: margins(studio, id),
        page: Addresses::new(words).index(&definition.id),
        weights_page: weights_page(studio, id),
        others: others(studio, id),
        periods: words.list(&years),
        sentences: latest.map(|(period, results)| sentences(studio, id, period, results)).unwrap_or_default(),
        classes: latest.map(|(_, results)| classes(studio, id, results)).unwrap_or_default(),
        classes_caption: words.text_with("classes-caption", &args),
        domains: domains(studio, id),
        domains_caption: words.text("domains-caption"),
        sources: sources(studio, id),
        data: data(studio, id),
        over_time: periods(studio, id),
        speeds: speeds_profile(studio, id),
        comparison: comparison(studio, id),
        coherence: coherence(studio, id),
        sure: sure(studio, id),
        left_out: left_out(studio, id),
        map,
        bars,
        bottom: bottom_map(studio, id),
    }
}

/// The same definition at other levels.
pub fn others(studio: &Studio<'_>, id: IndexId) -> Vec<Link> {
    let words = studio.words;
    let others = studio.settings.same_definition(id.0).filter(|at| *at != id.0);
    let link = |at: usize| {
        let other = &studio.settings.indices[at];
        Link {
            name: other.name.get(words.language()).to_owned(),
            path: Addresses::new(words).index(&other.id),
        }
    };
    others.map(link).collect()
}

/// The scores, and what larger areas get from them.
fn data(studio: &Studio<'_>, id: IndexId) -> Vec<Link> {
    let definition = &studio.settings.indices[id.0];
    let mut data = links(DataOf::Index(&definition.id));
    if definition.level > 0 {
        data.extend(links(DataOf::Above(&definition.id)).into_iter().map(|link| Link {
            name: studio.words.text_with("downloads-above", &[("name", Arg::Text(&link.name))]),
            ..link
        }));
    }
    data
}

/// Of the level of the index, where a map of it can be read.
fn bottom_map(studio: &Studio<'_>, id: IndexId) -> Option<Spec> {
    let index = &studio.scores.indices[id.0];
    let area = studio.atlas.subject().filter(|area| studio.shapes.bounds(*area).is_some())?;
    let is_readable = readable_level(studio, area, index.level) == Some(index.level);
    (is_readable && index.indicators.len() >= FEWEST_COUNTED).then_some(Spec::Map {
        subject: Subject::Bottom(id),
        area,
        level: index.level,
        periods: vec![index.latest()?],
        focus: None,
        title: None,
    })
}

/// The deepest level of which a map of an area can still be read.
fn readable_level(studio: &Studio<'_>, area: AreaId, deepest: LevelId) -> Option<LevelId> {
    let first = studio.atlas.level_of_parts(area)?;
    let mut levels = (first.0..=deepest.0).rev().map(LevelId);
    levels.find(|level| studio.atlas.within(area, *level).len() <= READABLE_ON_A_MAP)
}

fn sentences(studio: &Studio<'_>, id: IndexId, period: Period, results: &Results) -> Vec<String> {
    let words = studio.words;
    let language = words.language();
    let definition = &studio.settings.indices[id.0];
    let level = &studio.settings.levels[definition.level];
    let year = period.to_string();
    let mut sentences = Vec::new();
    if let Some(whole) = studio.atlas.subject() {
        let said = super::lenses::said(studio, Beside::of(studio, whole), id);
        sentences.extend(said.map(super::lenses::Said::text));
    }
    let scored = Arg::Count(results.scored);
    let args = [
        ("scored", scored),
        ("all", Arg::Count(results.outcomes.len())),
        ("parts", Arg::Text(level.plural.get(language))),
        ("year", Arg::Text(&year)),
    ];
    let is_all = results.scored == results.outcomes.len();
    sentences.push(words.text_with(if is_all { "index-scored-all" } else { "index-scored" }, &args));
    let count =
        |wanted: fn(&Outcome) -> bool| results.outcomes.iter().filter(|outcome| wanted(outcome)).count();
    for (key, count) in [
        ("index-without-few", count(|outcome| matches!(outcome, Outcome::TooFew))),
        ("index-without-count", count(|outcome| matches!(outcome, Outcome::CountUnknown))),
        ("index-without-secret", count(|outcome| matches!(outcome, Outcome::CountSecret))),
        ("index-without-known", count(|outcome| matches!(outcome, Outcome::NotEnough { .. }))),
    ] {
        if count > 0 {
            let args = [
                ("count", Arg::Count(count)),
                ("part", Arg::Text(level.name.get(language))),
                ("parts", Arg::Text(level.plural.get(language))),
            ];
            sentences.push(words.text_with(key, &args));
        }
    }
    sentences
}

/// That it is partly made of what a model estimated at its level, and of which figures.
fn estimated(studio: &Studio<'_>, id: IndexId) -> Option<String> {
    let words = studio.words;
    let definition = &studio.settings.indices[id.0];
    let estimates = estimates(definition, studio.atlas);
    let name = |at: &IndicatorId| {
        let name = studio.settings.indicators[usize::from(at.0)].name.get(words.language());
        words.text_with("index-quoted", &[("name", Arg::Text(name))])
    };
    let list = words.list(&estimates.iter().map(name).collect::<Vec<String>>());
    let plural = studio.settings.levels[definition.level].plural.get(words.language());
    let args = [
        ("count", Arg::Count(estimates.len())),
        ("list", Arg::Text(list.as_str())),
        ("parts", Arg::Text(plural)),
    ];
    (!estimates.is_empty()).then(|| words.text_with("index-estimated", &args))
}

fn classes(studio: &Studio<'_>, id: IndexId, results: &Results) -> Vec<ClassRow> {
    let words = studio.words;
    let definition = &studio.settings.indices[id.0];
    let labels = definition.classes.as_ref().map(|classes| classes.labels.as_slice()).unwrap_or_default();
    let summary = studio.atlas.subject().and_then(|subject| results.summaries.get(&subject));
    let level = studio.scores.indices[id.0].level;
    let shown = studio.atlas.level(level).zip(&results.outcomes);
    let shown: Vec<&Outcome> =
        shown.filter(|(area, _)| studio.atlas.is_published(*area)).map(|(_, outcome)| outcome).collect();
    // fewer areas than labels make no classes
    let labels = labels.iter().take(studio.scores.indices[id.0].class_count());
    labels
        .enumerate()
        .map(|(class, label)| {
            let people =
                summary.and_then(|summary| Some((*summary.people_by_class.get(class)?, summary.people)));
            ClassRow {
                label: label.get(words.language()).to_owned(),
                class,
                areas: words
                    .number(shown.iter().filter(|outcome| outcome.is_of_class(class)).count() as f64, 0),
                people: people.map_or_else(
                    || words.text("absence-missing"),
                    |(people, all)| words.number(told(people, all), 0),
                ),
                share: people.and_then(|(people, all)| words.percent_of(people, all)).unwrap_or_default(),
            }
        })
        .collect()
}

/// What an index is made of.
pub fn domains(studio: &Studio<'_>, id: IndexId) -> Vec<DomainRow> {
    let words = studio.words;
    let language = words.language();
    let definition = &studio.settings.indices[id.0];
    let scores = &studio.scores.indices[id.0];
    definition
        .domains
        .iter()
        .zip(&scores.domains)
        .map(|(domain, used)| DomainRow {
            name: domain.name.get(language).to_owned(),
            given: given(words, definition.combine.weigh, domain.weight),
            used: words.value(100.0 * used.used, "%", 1),
            why: domain.why.as_ref().map(|why| why.get(language).to_owned()),
            parts: parts(studio, definition, &domain.parts),
        })
        .collect()
}

/// As many decimals as the author wrote, up to three.
pub fn decimals(weight: f64) -> u8 {
    (0..3).find(|decimals| (weight * 10_f64.powi(i32::from(*decimals))).fract().abs() < 1e-9).unwrap_or(3)
}

/// The names of what a domain holds, with a word where the good end is the other one.
fn parts(studio: &Studio<'_>, definition: &settings::Index, parts: &settings::Parts) -> Vec<String> {
    let words = studio.words;
    let language = words.language();
    match parts {
        settings::Parts::Indicators(indicators) => indicators
            .iter()
            .map(|ingredient| {
                let indicator = &studio.settings.indicators[ingredient.indicator];
                let name = indicator.name.get(language);
                let turned =
                    indicator.good != definition.good && matches!(indicator.good, Good::High | Good::Low);
                if turned {
                    let good = if indicator.good == Good::High { "high" } else { "low" };
                    words.text_with("part-turned", &[("name", Arg::Text(name)), ("good", Arg::Text(good))])
                } else {
                    name.to_owned()
                }
            })
            .collect(),
        settings::Parts::Domains(domains) => domains
            .iter()
            .map(|domain| {
                let inner = self::parts(studio, definition, &domain.parts);
                format!("{} ({})", domain.name.get(language), words.list(&inner))
            })
            .collect(),
        settings::Parts::Index { index, .. } => {
            vec![studio.settings.indices[*index].name.get(language).to_owned()]
        }
    }
}

fn sources(studio: &Studio<'_>, id: IndexId) -> Vec<SourceLine> {
    let used = studio.sources(Subject::Index(id), &studio.scores.indices[id.0].periods);
    used.into_iter().map(|source| source_line(studio, source)).collect()
}
