//! One score of one area, taken apart: what every domain adds, and the readings in it.

use crate::index::{IndexId, Outcome, Score, Weighed, Weight};
use crate::input::settings::Aggregate;
use crate::model::atlas::{AreaId, Origin, Period, Reading};
use crate::telling::figures::Studio;
use crate::telling::profile::bottom::bottom;
use crate::telling::profile::compare::shown;
use crate::telling::profile::left_out::{name, without};
use crate::telling::profile::since::{carried, imputed, since};
use crate::telling::profile::sure::interval_of;
use crate::telling::words::Arg;

/// What there is to say of a score.
#[derive(Clone, Debug)]
pub struct Explanation {
    pub sentences: Vec<String>,
    /// Name, weight, score, what it adds, value, source.
    pub head: [String; 6],
    /// Domains, and below each the figures in it. Without rows where the area has no score.
    pub rows: Vec<ExplainedRow>,
    /// What its rank would be without each part, in the latest period; empty where that is not known.
    pub without: Vec<String>,
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
    let no_score = |key: &str| {
        let why = words.text(key);
        let args = [&common[..], &[("why", Arg::Text(&why))]].concat();
        vec![words.text_with("explain-none", &args)]
    };
    let (sentences, rows) = match outcome {
        Outcome::Score(score) => {
            let mut sentences = sentences(studio, id, score, &common);
            sentences.extend(interval_of(studio, area, id, period));
            if index.latest() == Some(period) {
                sentences.extend(since(studio, area, id));
                sentences.extend(bottom(studio, area, id));
            } else if !score.carried.is_empty() {
                sentences.push(carried(studio, &score.carried));
            } else if !score.imputed.is_empty() {
                sentences.push(imputed(studio, &score.imputed));
            }
            (sentences, rows(studio, area, id, score, period))
        }
        Outcome::TooFew => (no_score("outcome-too-few"), Vec::new()),
        Outcome::CountUnknown => (no_score("outcome-count-unknown"), Vec::new()),
        Outcome::CountSecret => (no_score("outcome-count-secret"), Vec::new()),
        Outcome::NotEnough { .. } => (no_score("outcome-not-enough"), Vec::new()),
    };
    let head = ["domain", "weight", "domain-score", "adds", "value", "source"];
    let head = head.map(|key| words.text(&format!("explain-{key}")));
    Some(Explanation { sentences, head, rows, without: without(studio, area, id, period) })
}

/// As many decimals as tell scores apart.
const DECIMALS: u8 = 3;

fn sentences(studio: &Studio<'_>, id: IndexId, score: &Score, common: &[(&str, Arg<'_>)]) -> Vec<String> {
    let words = studio.words;
    let definition = &studio.settings.indices[id.0];
    let rank_decimals = u8::from(score.rank.fract() != 0.0);
    // pairs that are won less those that are lost are a count
    let is_count = definition.combine.aggregate == Aggregate::Copeland;
    let value_decimals = if is_count { 0 } else { DECIMALS };
    let (value, rank) = (words.number(score.value, value_decimals), words.number(score.rank, rank_decimals));
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
    if !studio.scores.indices[id.0].adders.is_empty() {
        sentences.push(words.text("explain-sum"));
    }
    sentences
}

fn rows(studio: &Studio<'_>, area: AreaId, id: IndexId, score: &Score, period: Period) -> Vec<ExplainedRow> {
    let words = studio.words;
    let index = &studio.scores.indices[id.0];
    let place = studio.atlas.place_in_level(area);
    let adds = |adder: usize| {
        let columns = index.results.get(&period).map(|results| results.adds.as_slice()).unwrap_or_default();
        columns.get(adder).map(|column| column[place])
    };
    let is_adder = |part: &Weight| !matches!(part.of, Weighed::Domain(_));
    let (mut rows, mut domain, mut adder) = (Vec::new(), 0, 0);
    for (at, part) in index.parts.iter().enumerate() {
        let below = index.parts[at + 1..].iter().take_while(|other| other.depth > part.depth);
        let added = if is_adder(part) {
            adder += 1;
            adds(adder - 1)
        } else {
            let count = below.filter(|other| is_adder(other)).count();
            (adder..adder + count).map(adds).try_fold(0.0, |sum, adds| Some(sum + adds?))
        };
        let mut own = String::new();
        if part.depth == 0 {
            let found = index.results.get(&period).and_then(|results| results.domain(domain, place));
            own = found.map_or_else(|| words.text("outcome-not-enough"), |own| words.number(own, DECIMALS));
            domain += 1;
        }
        let Part { name, value, source } = told(studio, area, id, score, period, part);
        rows.push(ExplainedRow {
            depth: part.depth,
            cells: [
                name,
                words.value(100.0 * part.used, "%", 1),
                own,
                added.map_or_else(String::new, |added| words.number(added, DECIMALS)),
                value,
                source,
            ],
        });
    }
    rows
}

/// What is said of a part beside its numbers in the index.
struct Part {
    name: String,
    value: String,
    source: String,
}

fn told(
    studio: &Studio<'_>,
    area: AreaId,
    id: IndexId,
    score: &Score,
    period: Period,
    part: &Weight,
) -> Part {
    let words = studio.words;
    let language = words.language();
    let name = name(studio, id, &part.of).to_owned();
    match &part.of {
        Weighed::Domain(_) => Part { name, value: String::new(), source: String::new() },
        Weighed::Index(other) => {
            let own = studio.scores.indices[other.0].outcome(studio.atlas, area, period);
            let own = own.and_then(Outcome::score);
            Part {
                name,
                value: own.map_or_else(
                    || words.text("outcome-not-enough"),
                    |own| words.number(own.value, DECIMALS),
                ),
                source: String::new(),
            }
        }
        Weighed::Indicator(indicator) => {
            let texts = &studio.settings.indicators[usize::from(indicator.0)];
            let earlier = score.carried.iter().find(|carried| carried.indicator == *indicator);
            let of = earlier.map_or(period, |carried| carried.of);
            let reading = studio.atlas.reading(area, *indicator, of);
            let value = shown(studio, texts, reading);
            let is_crosswalked = matches!(reading, Reading::Value { origin: Origin::Crosswalked, .. });
            let note = is_crosswalked.then(|| words.text("note-crosswalked"));
            let value = note.map_or(value.clone(), |note| format!("{value} ({note})"));
            // the margin, and the year where it is an earlier one
            let interval = studio.interval(*indicator, area, of);
            let interval = interval.map(|interval| studio.from_to(*indicator, interval));
            let beside: Vec<String> =
                interval.into_iter().chain((of != period).then(|| of.to_string())).collect();
            let value = if beside.is_empty() { value } else { format!("{value} ({})", beside.join("; ")) };
            let value = if score.imputed.contains(indicator) {
                words.text_with("explain-imputed", &[("value", Arg::Text(&value))])
            } else {
                value
            };
            let years = [of];
            let sources = studio.atlas.indicator(*indicator).sources_of(&years);
            let sources: Vec<&str> =
                sources.map(|source| studio.settings.sources[source].name.get(language)).collect();
            Part { name, value, source: sources.join("; ") }
        }
    }
}
