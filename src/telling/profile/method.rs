//! The profile of the method page: how every figure came about, from the definitions themselves.

use serde::Serialize;

use crate::index::IndexId;
use crate::index::change::Tells;
use crate::input::settings::{Combine, Domain, Good, Index, Kind, Measure, Normalise, Parts, Reference};
use crate::model::atlas::IndicatorId;
use crate::telling::address::{Addresses, SitePath};
use crate::telling::figures::Studio;
use crate::telling::profile::draw_up::source_line;
use crate::telling::profile::index::decimals;
use crate::telling::profile::{DomainRow, IndexProfile, SourceLine, index};
use crate::telling::words::Arg;

/// How the figures of the site came about.
#[derive(Clone, Debug, Serialize)]
pub struct MethodProfile {
    pub indices: Vec<IndexMethod>,
    pub indicators: Vec<IndicatorDefinition>,
    /// Whether any figure has a margin.
    pub has_margins: bool,
}

/// How an index is made, step by step.
#[derive(Clone, Debug, Serialize)]
pub struct IndexMethod {
    pub name: String,
    pub anchor: String,
    pub page: SitePath,
    pub about: Option<String>,
    pub steps: Vec<String>,
    pub domains: Vec<DomainRow>,
    pub domains_caption: String,
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
    MethodProfile {
        indices: indices.collect(),
        indicators: indicators.collect(),
        has_margins: studio.atlas.indicators().any(|(id, _)| studio.atlas.has_intervals(id)),
    }
}

fn index_method(studio: &Studio<'_>, id: IndexId) -> IndexMethod {
    let definition = &studio.settings.indices[id.0];
    let IndexProfile { name, about, page, domains, domains_caption, .. } = index(studio, id);
    let anchor = definition.id.clone();
    IndexMethod { name, anchor, page, about, steps: steps(studio, definition), domains, domains_caption }
}

/// The recipe in sentences, in the order in which it is carried out.
fn steps(studio: &Studio<'_>, index: &Index) -> Vec<String> {
    let words = studio.words;
    let language = words.language();
    let level = &studio.settings.levels[index.level];
    let parts = level.plural.get(language);
    let mut steps = Vec::new();
    if let Some((indicator, least)) = index.eligible {
        let unit = studio.settings.indicators[indicator].unit.get(language);
        let least = words.value(least, unit, 0);
        let args = [("parts", Arg::Text(parts)), ("least", Arg::Text(&least))];
        steps.push(words.text_with("method-eligible", &args));
    }
    let year;
    steps.push(match index.reference {
        Reference::EachPeriod => words.text_with("method-each-period", &[("parts", Arg::Text(parts))]),
        Reference::Pooled => {
            let years: Vec<String> = index.periods.iter().map(i32::to_string).collect();
            let years = words.list(&years);
            words.text_with("method-pooled", &[("parts", Arg::Text(parts)), ("years", Arg::Text(&years))])
        }
        Reference::Period(period) => {
            year = period.to_string();
            words.text_with("method-period", &[("parts", Arg::Text(parts)), ("year", Arg::Text(&year))])
        }
    });
    steps.push(words.text("method-direction"));
    let mut inner = Vec::new();
    collect(&index.domains, &mut inner);
    inner.sort_by_key(|combine: &Combine| combine.normalise as u8);
    inner.dedup();
    steps.extend(inner.iter().map(|combine| words.text(normalise_key(combine.normalise))));
    steps.push(words.text("method-domain"));
    steps.push(words.text(match index.combine.normalise {
        Normalise::None => "method-combine-none",
        Normalise::ZScore => "method-combine-z-score",
        Normalise::RankExponential => "method-combine-rank-exponential",
    }));
    steps.extend(carry(studio, index));
    let share = words.value(100.0 * index.minimum_known, "%", 0);
    steps.push(words.text_with("method-known", &[("share", Arg::Text(&share))]));
    if let Some(classes) = &index.classes {
        let labels: Vec<&str> = classes.labels.iter().map(|label| label.get(language)).collect();
        let labels = words.list(&labels);
        let year = match index.reference {
            Reference::Period(period) => period.to_string(),
            Reference::EachPeriod | Reference::Pooled => String::new(),
        };
        let args = [
            ("count", Arg::Count(classes.labels.len())),
            ("labels", Arg::Text(&labels)),
            ("parts", Arg::Text(parts)),
            ("year", Arg::Text(&year)),
        ];
        steps.push(words.text_with(
            match index.reference {
                _ if index.periods.len() < 2 => "method-classes",
                Reference::Period(_) => "method-classes-period",
                Reference::EachPeriod | Reference::Pooled => "method-classes-together",
            },
            &args,
        ));
    }
    if index.periods.len() > 1 {
        steps.push(words.text_with("method-change", &[("parts", Arg::Text(parts))]));
        steps.push(words.text(match Tells::of(index) {
            Tells::Points => "method-change-points",
            Tells::Classes => "method-change-classes",
            Tells::Position => "method-change-position",
        }));
    }
    steps.push(words.text_with("method-parents", &[("part", Arg::Text(level.name.get(language)))]));
    steps
}

/// Which figures of an earlier year may count.
fn carry(studio: &Studio<'_>, index: &Index) -> Option<String> {
    let words = studio.words;
    let mut used = Vec::new();
    let mut layers: Vec<&Domain> = index.domains.iter().collect();
    while let Some(domain) = layers.pop() {
        match &domain.parts {
            Parts::Domains(inner) => layers.extend(inner),
            Parts::Indicators(indicators) => used.extend(indicators.iter().map(|(at, _)| *at)),
        }
    }
    used.sort_unstable();
    used.dedup();
    let carried = used.iter().map(|at| &studio.settings.indicators[*at]).filter(|it| it.carry > 0);
    let items: Vec<String> = carried
        .map(|it| {
            let name = it.name.get(words.language());
            let args = [("name", Arg::Text(name)), ("count", Arg::Count(it.carry as usize))];
            words.text_with("method-carry-item", &args)
        })
        .collect();
    let list = words.list(&items);
    (!items.is_empty()).then(|| words.text_with("method-carry", &[("list", Arg::Text(&list))]))
}

fn normalise_key(normalise: Normalise) -> &'static str {
    match normalise {
        Normalise::None => "method-none",
        Normalise::ZScore => "method-z-score",
        Normalise::RankExponential => "method-rank-exponential",
    }
}

/// How the parts of every layer below the topmost are made comparable.
fn collect(domains: &[Domain], into: &mut Vec<Combine>) {
    for domain in domains {
        into.push(domain.combine);
        if let Parts::Domains(inner) = &domain.parts {
            collect(inner, into);
        }
    }
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
            words.text_with(
                "threshold-points",
                &[("value", Arg::Text(&words.number(threshold, decimals(threshold))))],
            )
        } else {
            words.value(threshold, unit, decimals(threshold))
        }
    });
    let threshold = match (threshold, studio.atlas.has_intervals(id)) {
        (threshold, false) => threshold.unwrap_or_else(|| words.text("threshold-none")),
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
        kind: words.text(match texts.kind {
            Kind::Register => "kind-register",
            Kind::Survey => "kind-survey",
            Kind::Model => "kind-model",
        }),
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
            .map(|event| format!("{}: {}", event.year, event.name.get(language)))
            .collect(),
        sources: studio
            .atlas
            .indicator(id)
            .sources
            .iter()
            .map(|source| source_line(studio, *source))
            .collect(),
    }
}
