//! One score of one area, taken apart: what every domain adds, and the readings in it.

use crate::index::{IndexId, Outcome, Score};
use crate::input::settings::{Domain, Parts};
use crate::model::atlas::{AreaId, IndicatorId, Period};
use crate::telling::figures::Studio;
use crate::telling::profile::compare::shown;
use crate::telling::profile::since::{carried, since};
use crate::telling::words::Arg;

/// What there is to say of a score.
#[derive(Clone, Debug)]
pub struct Explanation {
    pub sentences: Vec<String>,
    /// Name, weight, score, what it adds, value, source.
    pub head: [String; 6],
    /// Domains, and below each the figures in it. Without rows where the area has no score.
    pub rows: Vec<ExplainedRow>,
}

#[derive(Clone, Debug)]
pub struct ExplainedRow {
    /// 0 for a domain of the index, 1 for what is in it, and so on.
    pub depth: usize,
    pub cells: [String; 6],
}

/// The score of an area of the index's level in a period of the index.
pub fn explain(studio: &Studio<'_>, area: AreaId, id: IndexId, period: Period) -> Option<Explanation> {
    let words = studio.words;
    let language = words.language();
    let index = &studio.scores.indices[id.0];
    let definition = &studio.settings.indices[id.0];
    let own = studio.atlas.area(area);
    let outcome = index.outcome(studio.atlas, area, period)?;
    let year = period.to_string();
    let common = [
        ("area", Arg::Text(own.name.as_str())),
        ("code", Arg::Text(&own.code)),
        ("year", Arg::Text(&year)),
        ("index", Arg::Text(definition.name.get(language))),
    ];
    let without = |key: &str| {
        let why = words.text(key);
        let args = [&common[..], &[("why", Arg::Text(&why))]].concat();
        vec![words.text_with("explain-none", &args)]
    };
    let (sentences, rows) = match outcome {
        Outcome::Score(score) => {
            let mut sentences = sentences(studio, id, score, &common);
            if index.latest() == Some(period) {
                sentences.extend(since(studio, area, id));
            } else if !score.carried.is_empty() {
                sentences.push(carried(studio, &score.carried));
            }
            (sentences, rows(studio, area, id, score, period))
        }
        Outcome::TooFew => (without("outcome-too-few"), Vec::new()),
        Outcome::CountUnknown => (without("outcome-count-unknown"), Vec::new()),
        Outcome::NotEnough { .. } => (without("outcome-not-enough"), Vec::new()),
    };
    let head = ["domain", "weight", "domain-score", "adds", "value", "source"];
    Some(Explanation { sentences, head: head.map(|key| words.text(&format!("explain-{key}"))), rows })
}

/// As many decimals as tell scores apart.
const DECIMALS: u8 = 3;

fn sentences(studio: &Studio<'_>, id: IndexId, score: &Score, common: &[(&str, Arg<'_>)]) -> Vec<String> {
    let words = studio.words;
    let definition = &studio.settings.indices[id.0];
    let rank_decimals = u8::from(score.rank.fract() != 0.0);
    let (value, rank) = (words.number(score.value, DECIMALS), words.number(score.rank, rank_decimals));
    let mut args = common.to_vec();
    args.extend([("score", Arg::Text(&value)), ("rank", Arg::Text(&rank)), ("of", Arg::Count(score.of))]);
    let mut sentences = vec![words.text_with("explain-score", &args)];
    let label = score.class.and_then(|class| definition.classes.as_ref()?.labels.get(usize::from(class)));
    if let Some(label) = label {
        let label = label.get(words.language());
        sentences.push(words.text_with("explain-class", &[("class", Arg::Text(label))]));
    }
    if score.known < 1.0 {
        let share = words.value(100.0 * score.known, "%", 0);
        sentences.push(words.text_with("explain-known", &[("share", Arg::Text(&share))]));
    }
    sentences.push(words.text("explain-sum"));
    sentences
}

fn rows(studio: &Studio<'_>, area: AreaId, id: IndexId, score: &Score, period: Period) -> Vec<ExplainedRow> {
    let words = studio.words;
    let index = &studio.scores.indices[id.0];
    let definition = &studio.settings.indices[id.0];
    let mut rows = Vec::new();
    for (at, domain) in definition.domains.iter().enumerate() {
        let own = score.domains.get(at).copied().flatten();
        let adds = score.contributions.get(at).copied().unwrap_or(0.0);
        rows.push(ExplainedRow {
            depth: 0,
            cells: [
                domain.name.get(words.language()).to_owned(),
                words.value(100.0 * index.domains[at].used, "%", 1),
                own.map_or_else(|| words.text("outcome-not-enough"), |own| words.number(own, DECIMALS)),
                words.number(adds, DECIMALS),
                String::new(),
                String::new(),
            ],
        });
        parts(studio, (area, score, period), domain, 1, &mut rows);
    }
    rows
}

fn parts(
    studio: &Studio<'_>,
    (area, score, period): (AreaId, &Score, Period),
    domain: &Domain,
    depth: usize,
    rows: &mut Vec<ExplainedRow>,
) {
    let words = studio.words;
    let language = words.language();
    let row = |name: &str, share: f64, value: String, source: String| ExplainedRow {
        depth,
        cells: [
            name.to_owned(),
            words.value(100.0 * share, "%", 1),
            String::new(),
            String::new(),
            value,
            source,
        ],
    };
    match &domain.parts {
        Parts::Indicators(indicators) => {
            let all: f64 = indicators.iter().map(|(_, weight)| weight).sum();
            for (at, weight) in indicators {
                let (texts, id) = (&studio.settings.indicators[*at], IndicatorId(*at as u16));
                let earlier = score.carried.iter().find(|carried| carried.indicator == id);
                let of = earlier.map_or(period, |carried| carried.of);
                let value = shown(studio, texts, studio.atlas.reading(area, id, of));
                let value = if of == period { value } else { format!("{value} ({of})") };
                let sources = studio.atlas.indicator(id).sources.iter();
                let sources: Vec<&str> =
                    sources.map(|source| studio.settings.sources[*source].name.get(language)).collect();
                rows.push(row(texts.name.get(language), weight / all, value, sources.join("; ")));
            }
        }
        Parts::Domains(domains) => {
            let all: f64 = domains.iter().map(|domain| domain.weight).sum();
            for inner in domains {
                rows.push(row(inner.name.get(language), inner.weight / all, String::new(), String::new()));
                parts(studio, (area, score, period), inner, depth + 1, rows);
            }
        }
    }
}
