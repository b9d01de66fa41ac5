//! One score of one area, taken apart: what every domain adds, and the readings in it.

use crate::index::audit::{Audit, audit};
use crate::index::normalise::{ends, moments};
use crate::index::{IndexId, Outcome, Score, Sense, Weighed, Weight, people};
use crate::input::settings::{Aggregate, Kind, Normalise};
use crate::model::atlas::{AreaId, IndicatorId, Origin, Period, Reading};
use crate::telling::figures::Studio;
use crate::telling::profile::bottom::bottom_in_full;
use crate::telling::profile::compare::shown;
use crate::telling::profile::left_out::{name, without};
use crate::telling::profile::margin::explained;
use crate::telling::profile::since::{carried, imputed, since};
use crate::telling::profile::sure::interval_of;
use crate::telling::words::Arg;

/// What there is to say of a score.
#[derive(Clone, Debug)]
pub struct Explanation {
    pub sentences: Vec<String>,
    /// Name, weight, score, what it adds, value, with what it was made comparable, source.
    pub head: [String; 7],
    /// Domains, and below each the figures in it. Without rows where the area has no score.
    pub rows: Vec<ExplainedRow>,
    /// What its rank would be without each part, in the latest period; empty where that is not known.
    pub without: Vec<String>,
}

#[derive(Clone, Debug)]
pub struct ExplainedRow {
    /// 0 for a domain of the index, 1 for what is in it, and so on.
    pub depth: usize,
    pub cells: [String; 7],
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
            let shares = |other: &Outcome| other.score().is_some_and(|other| other.rank == score.rank);
            let all = index.results.get(&period).map(|results| results.outcomes.as_slice());
            let shared = all.unwrap_or_default().iter().filter(|other| shares(other)).count();
            let mut sentences = sentences(studio, id, (score, shared), &common);
            // what was then, directly behind the class that it is about
            if index.latest() == Some(period) {
                sentences.extend(since(studio, area, id));
            } else if !score.carried.is_empty() {
                sentences.push(carried(studio, &score.carried));
            } else if !score.imputed.is_empty() {
                sentences.push(imputed(studio, &score.imputed));
            }
            sentences.extend(explained(studio, area, id, period));
            sentences.extend(interval_of(studio, area, id, period));
            if index.latest() == Some(period) {
                sentences.extend(bottom_in_full(studio, area, id));
            }
            if !score.absent.is_empty() {
                sentences.push(words.text("explain-absent"));
            }
            (sentences, rows(studio, area, id, score, period))
        }
        Outcome::TooFew | Outcome::CountUnknown | Outcome::CountSecret => {
            let key = match outcome {
                Outcome::TooFew => "outcome-too-few",
                Outcome::CountUnknown => "outcome-count-unknown",
                _ => "outcome-count-secret",
            };
            let mut sentences = no_score(key);
            sentences.extend(who_counts(studio, area, id, period));
            (sentences, Vec::new())
        }
        Outcome::NotEnough { known } => {
            let mut sentences = no_score("outcome-not-enough");
            sentences.extend(what_lacks(studio, area, id, (period, *known)));
            (sentences, Vec::new())
        }
    };
    let head = ["domain", "weight", "domain-score", "adds", "value", "by", "source"];
    let head = head.map(|key| words.text(&format!("explain-{key}")));
    Some(Explanation { sentences, head, rows, without: without(studio, area, id, period) })
}

/// As many decimals as tell scores apart.
const DECIMALS: u8 = 3;

/// How many there are against how many a score needs; without the first where it is not known.
fn who_counts(studio: &Studio<'_>, area: AreaId, id: IndexId, period: Period) -> Option<String> {
    let words = studio.words;
    let (indicator, least) = studio.settings.indices[id.0].eligible?;
    let texts = &studio.settings.indicators[indicator];
    let level = studio.scores.indices[id.0].level;
    let counts = people::counts(studio.atlas, level, IndicatorId(indicator as u16), period);
    let count = counts.get(studio.atlas.place_in_level(area)).copied().filter(|count| !count.is_nan());
    let least = words.number(least, texts.decimals);
    let found = count.map(|count| words.number(count, texts.decimals)).unwrap_or_default();
    let args = [
        ("indicator", Arg::Text(texts.name.get(words.language()))),
        ("least", Arg::Text(&least)),
        ("count", Arg::Text(&found)),
    ];
    let key = if count.is_some() { "explain-eligible" } else { "explain-eligible-unknown" };
    Some(words.text_with(key, &args))
}

/// How much of the weight is known against how much every layer needs, and every figure that is not known, with the
/// reason.
fn what_lacks(studio: &Studio<'_>, area: AreaId, id: IndexId, (period, known): (Period, f64)) -> Vec<String> {
    let words = studio.words;
    let definition = &studio.settings.indices[id.0];
    let share = |share: f64| words.value(100.0 * share, "%", 0);
    let (known, needed) = (share(known), share(definition.minimum_known));
    let args = [("known", Arg::Text(known.as_str())), ("needed", Arg::Text(&needed))];
    let mut sentences = vec![words.text_with("explain-enough", &args)];
    let audit = audit(&studio.settings.indices, id, studio.atlas, studio.scores);
    let Some(cell) = cell_of(studio, area, &audit, period) else { return sentences };
    let mut lacking: Vec<IndicatorId> = Vec::new();
    for indicator in audit.indicators.iter().filter(|it| it.imputed[cell].is_nan()) {
        if !lacking.contains(&indicator.indicator) {
            lacking.push(indicator.indicator);
        }
    }
    let one = |indicator: &IndicatorId| {
        let texts = &studio.settings.indicators[usize::from(indicator.0)];
        let name = texts.name.get(words.language());
        match studio.atlas.reading(area, *indicator, period) {
            reading @ Reading::Absent(_) => format!("{name} ({})", shown(studio, texts, reading)),
            Reading::Value { .. } => name.to_owned(),
        }
    };
    if !lacking.is_empty() {
        let list = words.list(&lacking.iter().map(one).collect::<Vec<String>>());
        sentences.push(words.text_with("explain-lacking", &[("list", Arg::Text(&list))]));
    }
    sentences
}

/// The cell of an area and a period.
fn cell_of(studio: &Studio<'_>, area: AreaId, audit: &Audit, period: Period) -> Option<usize> {
    let at = audit.periods.iter().position(|known| *known == period)?;
    Some(at * audit.areas + studio.atlas.place_in_level(area))
}

fn sentences(
    studio: &Studio<'_>,
    id: IndexId,
    (score, shared): (&Score, usize),
    common: &[(&str, Arg<'_>)],
) -> Vec<String> {
    let words = studio.words;
    let definition = &studio.settings.indices[id.0];
    let rank_decimals = u8::from(score.rank.fract() != 0.0);
    // pairs that are won less those that are lost are a count
    let is_count = definition.combine.aggregate == Aggregate::Copeland;
    let value_decimals = if is_count { 0 } else { DECIMALS };
    let (value, rank) = (words.number(score.value, value_decimals), words.number(score.rank, rank_decimals));
    let mut args = common.to_vec();
    args.extend([("score", Arg::Text(&value)), ("rank", Arg::Text(&rank)), ("of", Arg::Count(score.of))]);
    args.push(("shared", Arg::Text(if shared > 1 { "yes" } else { "no" })));
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
    let audit = audit(&studio.settings.indices, id, studio.atlas, studio.scores);
    let cell = cell_of(studio, area, &audit, period);
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
        } else if let Some(normalised) = cell.and_then(|cell| normalised(&audit, at, cell)) {
            own = words.number(normalised, DECIMALS);
        }
        // what is not known adds nothing, and not a nought
        let is_known = cell.is_none_or(|cell| normalised(&audit, at, cell).is_some());
        let added = added.filter(|_| is_known);
        let by = cell.map(|cell| made_comparable(studio, &audit, at, cell)).unwrap_or_default();
        let Part { name, value, source } = told(studio, area, id, score, period, part);
        rows.push(ExplainedRow {
            depth: part.depth,
            cells: [
                name,
                words.value(100.0 * part.used, "%", 1),
                own,
                added.map_or_else(String::new, |added| words.number(added, DECIMALS)),
                value,
                by,
                source,
            ],
        });
    }
    rows
}

/// A part as it goes into its layer, by its position among all parts; absent where it is not known.
fn normalised(audit: &Audit, at: usize, cell: usize) -> Option<f64> {
    let value = match audit.parts[at].entry {
        Some(entry) => audit.indicators[entry].normalised[cell],
        None => {
            let earlier = audit.parts[..at].iter().filter(|part| part.entry.is_none()).count();
            audit.domains[earlier].normalised[cell]
        }
    };
    (!value.is_nan()).then_some(value)
}

/// The number that counts where it is not the one that was read, and with what it was made comparable: "as 3.1; mean
/// 4.2, standard deviation 1.5". Numbers are as they are before a part is turned round.
fn made_comparable(studio: &Studio<'_>, audit: &Audit, at: usize, cell: usize) -> String {
    let words = studio.words;
    let part = &audit.parts[at];
    let Some(group) = audit.groups.iter().find(|group| group.cells.contains(&cell)) else {
        return String::new();
    };
    let known = &part.before[group.reference.clone()];
    let turned = |value: f64| if part.sense == Sense::Reversed { 0.0 - value } else { value };
    let number = |value: f64| words.number(value, DECIMALS);
    let between = |low: f64, high: f64| {
        let (low, high) = (turned(low).min(turned(high)), turned(low).max(turned(high)));
        let (low, high) = (number(low), number(high));
        words.text_with("explain-by-ends", &[("low", Arg::Text(&low)), ("high", Arg::Text(&high))])
    };
    let counts = part.entry.map(|entry| &audit.indicators[entry]).filter(|it| !it.treated[cell].is_nan());
    let counts = counts.filter(|it| it.raw[cell] != it.treated[cell]).map(|it| it.treated[cell]);
    let by = match part.normalise {
        Normalise::None => None,
        Normalise::ZScore { .. } => moments(known).map(|of| {
            let (mean, deviation) = (number(turned(of.mean)), number(of.deviation));
            let args = [("mean", Arg::Text(mean.as_str())), ("deviation", Arg::Text(&deviation))];
            words.text_with("explain-by-mean", &args)
        }),
        Normalise::MinMax { .. } => ends(known).map(|(low, high)| between(low, high)),
        Normalise::Goalposts { .. } => part.goalposts.map(|ends| between(ends.low, ends.high)),
        Normalise::Distance { .. } => {
            let standard = part.standard.as_ref().map(|all| all[cell]).filter(|value| !value.is_nan());
            let standard = standard.map(|value| number(turned(value)));
            standard.map(|value| words.text_with("explain-by-standard", &[("standard", Arg::Text(&value))]))
        }
        Normalise::PercentileRank | Normalise::Rank | Normalise::RankNormal | Normalise::RankExponential => {
            let count = known.iter().filter(|value| !value.is_nan()).count();
            Some(words.text_with("explain-by-rank", &[("count", Arg::Count(count))]))
        }
    };
    let counts = counts.map(|value| {
        let value = number(value);
        words.text_with("explain-counts", &[("value", Arg::Text(&value))])
    });
    let turned = (part.sense == Sense::Reversed).then(|| words.text("explain-turned"));
    counts.into_iter().chain(by).chain(turned).collect::<Vec<String>>().join("; ")
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
            let note = match reading {
                Reading::Value { origin: Origin::Crosswalked, .. } => Some(words.text("note-crosswalked")),
                Reading::Value { origin: Origin::Merged, .. } => Some(words.text("note-merged")),
                Reading::Value { .. } | Reading::Absent(_) => None,
            };
            let value = note.map_or(value.clone(), |note| format!("{value} ({note})"));
            // the margin, whether a model made it, and its year
            let interval = studio.interval(*indicator, area, of);
            let interval = interval.map(|interval| studio.from_to(*indicator, interval));
            let is_known = matches!(reading, Reading::Value { .. });
            let kind = studio.atlas.indicator(*indicator).kind_at(studio.atlas.area(area).level);
            let estimate = (is_known && kind == Kind::Model).then(|| words.text("note-estimate"));
            let year = is_known.then(|| of.to_string());
            let beside: Vec<String> = interval.into_iter().chain(estimate).chain(year).collect();
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
