//! The profile of an area, put together.

use crate::index::IndexId;
use crate::input::settings::Lens;
use crate::model::atlas::{AreaId, Kind, LevelId, Measure, Origin, Reading};
use crate::telling::address::Addresses;
use crate::telling::figures::{Spec, Studio, Subject};
use crate::telling::profile::area::{AreaProfile, Children};
use crate::telling::profile::compare::{Beside, Fact, facts, shown};
use crate::telling::profile::lenses::{self, change, change_sentence, compass, signal, telling};
use crate::telling::profile::{
    Chapter, Ground, IndicatorTable, KeyFigure, Link, Mark, Row, RowGroup, SourceLine,
};
use crate::telling::words::Arg;

/// How many trends a factsheet has room for.
const TRENDS: usize = 6;
/// How many key figures stand in a row.
const KEY_FIGURES: usize = 6;
/// From how many periods on a figure of years says something.
const PERIODS_OF_A_TREND: usize = 3;

/// What is told about an area.
pub fn area(studio: &Studio<'_>, ground: &Ground, area: AreaId) -> AreaProfile {
    let atlas = studio.atlas;
    let words = studio.words;
    let language = words.language();
    let addresses = Addresses::new(words);
    let own = atlas.area(area);
    let level = &studio.settings.levels[usize::from(own.level.0)];
    let beside = Beside::of(studio, area);
    let facts = facts(studio, ground, beside);
    let link = |id: &AreaId| {
        let area = atlas.area(*id);
        Link { name: area.name.clone(), path: addresses.area(&area.code) }
    };
    let mut lineage = atlas.lineage(area);
    lineage.pop();
    let has_factsheet = studio.settings.site.outputs.factsheets.contains(&usize::from(own.level.0));
    let mut neighbours: Vec<AreaId> = studio.shapes.neighbours(area).to_vec();
    by_name(studio, &mut neighbours);
    AreaProfile {
        area,
        code: own.code.clone(),
        name: own.name.clone(),
        level: level.name.get(language).to_owned(),
        page: addresses.area(&own.code),
        factsheet: has_factsheet.then(|| addresses.factsheet(&own.code)),
        lineage: lineage.iter().map(link).collect(),
        inhabitants: inhabitants(studio, ground, area),
        sentences: sentences(studio, ground, beside, &facts),
        compass: compass(studio, beside, &facts),
        signal: signal(studio, beside, &facts),
        key_figures: key_figures(studio, beside, &facts),
        chapters: chapters(studio, beside, &facts),
        children: children(studio, ground, area),
        neighbours: neighbours.iter().map(link).collect(),
        table: table(studio, beside, &facts),
        caveats: caveats(studio, area, &facts),
        sources: sources(studio, &facts),
        locator: (own.parent.is_some() && studio.shapes.bounds(area).is_some())
            .then_some(Spec::Locator { area }),
        map: map(studio, ground, area),
        beside: (!facts.is_empty()).then(|| besides(beside, &key_facts(studio, &facts))),
        trends: trends(studio, area, &facts),
    }
}

fn by_name(studio: &Studio<'_>, areas: &mut [AreaId]) {
    let name = |id: &AreaId| studio.atlas.area(*id).name.as_str();
    areas.sort_by(|one, other| studio.words.compare(name(one), name(other)).then(one.cmp(other)));
}

fn inhabitants(studio: &Studio<'_>, ground: &Ground, area: AreaId) -> String {
    let atlas = studio.atlas;
    let level = atlas.area(area).level;
    let known = atlas.population().and_then(|population| {
        let period = ground.latest(population, level)?;
        Some((atlas.reading(area, population, period), period))
    });
    match known {
        Some((Reading::Value { value, .. }, period)) => {
            let (count, year) = (studio.words.number(value, 0), period.to_string());
            let args = [("count", Arg::Text(&count)), ("year", Arg::Text(&year))];
            if value == 0.0 {
                return studio.words.text_with("inhabitants-none", &[("year", Arg::Text(&year))]);
            }
            studio.words.text_with("inhabitants-known", &args)
        }
        Some((Reading::Absent(_), _)) | None => studio.words.text("inhabitants-unknown"),
    }
}

/// Three sentences: what and how large it is, what is strong, where it is hard.
fn sentences(studio: &Studio<'_>, ground: &Ground, beside: Beside, facts: &[Fact]) -> Vec<String> {
    let atlas = studio.atlas;
    let words = studio.words;
    let own = atlas.area(beside.area);
    let level = studio.settings.levels[usize::from(own.level.0)].name.get(words.language());
    let people = inhabitants(studio, ground, beside.area);
    let first = match own.parent {
        Some(parent) => {
            let parent = &atlas.area(parent).name;
            let args =
                [("name", Arg::Text(&own.name)), ("level", Arg::Text(level)), ("parent", Arg::Text(parent))];
            format!("{} {people}", words.text_with("area-is", &args))
        }
        None => {
            let args = [("name", Arg::Text(&own.name)), ("level", Arg::Text(level))];
            format!("{} {people}", words.text_with("area-is-whole", &args))
        }
    };
    let mut sentences = vec![first];
    if facts.iter().all(|fact| fact.reading.value().is_none()) {
        sentences.push(words.text("sentence-nothing-known"));
        return sentences;
    }
    let Some(whole) = beside.whole else {
        sentences.extend(whole_sentences(studio, facts));
        return sentences;
    };
    let whole = &atlas.area(whole).name;
    for (mark, lens, key, none) in [
        (Mark::Better, Lens::Compass, "sentence-better", "sentence-better-none"),
        (Mark::Worse, Lens::Signal, "sentence-worse", "sentence-worse-none"),
    ] {
        let found = telling(studio, facts, mark, lens);
        sentences.push(if found.is_empty() {
            words.text_with(none, &[("whole", Arg::Text(whole))])
        } else {
            let names: Vec<String> =
                found.iter().take(3).map(|fact| lower_first(&fact.name(studio))).collect();
            let list = words.list(&names);
            words.text_with(key, &[("whole", Arg::Text(whole)), ("list", Arg::Text(&list))])
        });
    }
    sentences
}

/// Of the whole: what got better, and what got worse.
fn whole_sentences(studio: &Studio<'_>, facts: &[Fact]) -> Vec<String> {
    let words = studio.words;
    let changes: Vec<(&Fact, lenses::Change)> =
        facts.iter().filter_map(|fact| Some((fact, change(studio, fact)?))).collect();
    let Some(start) = changes.iter().map(|(_, change)| change.from.0).min() else { return Vec::new() };
    let year = start.to_string();
    [
        (Mark::Better, "sentence-improved", "sentence-improved-none"),
        (Mark::Worse, "sentence-worsened", "sentence-worsened-none"),
    ]
    .into_iter()
    .map(|(mark, key, none)| {
        let names: Vec<String> = changes
            .iter()
            .filter(|(_, change)| change.mark == mark)
            .map(|(fact, _)| lower_first(&fact.name(studio)))
            .collect();
        if names.is_empty() {
            return words.text_with(none, &[("year", Arg::Text(&year))]);
        }
        let list = words.list(&names[..names.len().min(3)]);
        words.text_with(key, &[("year", Arg::Text(year.as_str())), ("list", Arg::Text(&list))])
    })
    .collect()
}

/// A name inside a sentence: "Laag inkomen" as "laag inkomen", but "WOZ" and "65 jaar" as they are.
fn lower_first(name: &str) -> String {
    let mut characters = name.chars();
    match (characters.next(), characters.clone().next()) {
        (Some(first), Some(second)) if first.is_uppercase() && second.is_lowercase() => {
            first.to_lowercase().chain(characters).collect()
        }
        _ => name.to_owned(),
    }
}

/// The key indicators of the site, or else the first ones that are good or bad.
fn key_facts(studio: &Studio<'_>, facts: &[Fact]) -> Vec<Fact> {
    let chosen: Vec<Fact> =
        facts.iter().filter(|fact| studio.atlas.indicator(fact.indicator).key).cloned().collect();
    if chosen.is_empty() { facts.iter().take(KEY_FIGURES).cloned().collect() } else { chosen }
}

fn besides(beside: Beside, facts: &[Fact]) -> Spec {
    let indicators = facts.iter().map(|fact| (fact.indicator, fact.period)).collect();
    Spec::Beside { indicators, area: beside.area, title: None }
}

fn key_figures(studio: &Studio<'_>, beside: Beside, facts: &[Fact]) -> Vec<KeyFigure> {
    key_facts(studio, facts)
        .iter()
        .take(KEY_FIGURES)
        .map(|fact| KeyFigure {
            name: fact.name(studio),
            value: fact.value(studio),
            known: fact.reading.value().is_some(),
            period: fact.period.to_string(),
            people: fact.people(studio),
            compared: fact.compared(studio, beside),
            mark: fact.mark,
            notes: notes(studio, fact),
        })
        .collect()
}

/// How the number came about; a number from parts names the parts.
pub fn notes(studio: &Studio<'_>, fact: &Fact) -> Vec<String> {
    let below = usize::from(studio.atlas.area(fact.area).level.0) + 1;
    let mut notes = fact.notes(studio);
    if matches!(fact.reading, Reading::Value { origin: Origin::FromParts, .. })
        && let (Some(level), Some(last)) = (studio.settings.levels.get(below), notes.last_mut())
    {
        let parts = level.plural.get(studio.words.language());
        *last = studio.words.text_with("note-from-parts", &[("parts", Arg::Text(parts))]);
    }
    notes
}

fn chapters(studio: &Studio<'_>, beside: Beside, facts: &[Fact]) -> Vec<Chapter> {
    let language = studio.words.language();
    let mut chapters = Vec::new();
    for (at, theme) in studio.settings.themes.iter().enumerate() {
        let own: Vec<Fact> = facts
            .iter()
            .filter(|fact| studio.atlas.indicator(fact.indicator).theme == Some(at))
            .cloned()
            .collect();
        let known: Vec<Fact> = own.iter().filter(|fact| fact.reading.value().is_some()).cloned().collect();
        if known.is_empty() {
            continue;
        }
        chapters.push(Chapter {
            anchor: theme.id.clone(),
            kicker: theme.name.get(language).to_owned(),
            page: Addresses::new(studio.words).theme(&theme.id),
            heading: chapter_heading(studio, beside, theme.name.get(language), &known),
            sentences: chapter_sentences(studio, beside, &known),
            figure: chapter_figure(studio, beside, &known),
        });
    }
    chapters
}

/// The finding of a theme: the most telling difference, or that there is none.
fn chapter_heading(studio: &Studio<'_>, beside: Beside, theme: &str, known: &[Fact]) -> String {
    let words = studio.words;
    let Some(whole) = beside.whole else {
        let count = |wanted| {
            let changes = known.iter().filter_map(|fact| change(studio, fact));
            changes.filter(|change| change.mark == wanted).count()
        };
        let key = match (count(Mark::Better), count(Mark::Worse)) {
            (0, 0) => return theme.to_owned(),
            (_, 0) => "heading-improved",
            (0, _) => "heading-worsened",
            _ => "heading-both-ways",
        };
        return words.text_with(key, &[("theme", Arg::Text(theme))]);
    };
    let whole = &studio.atlas.area(whole).name;
    let count = |wanted| known.iter().filter(|fact| fact.mark == wanted).count();
    let (better, worse) = (count(Mark::Better), count(Mark::Worse));
    let (other, same) = (count(Mark::Higher) + count(Mark::Lower), count(Mark::Same));
    let key = match (better, worse) {
        (0, 0) if other > 0 => "heading-different",
        (0, 0) if same > 0 => "heading-same",
        (0, 0) => return theme.to_owned(),
        (_, 0) => "heading-better",
        (0, _) => "heading-worse",
        _ => "heading-mixed",
    };
    words.text_with(key, &[("theme", Arg::Text(theme)), ("whole", Arg::Text(whole))])
}

/// Two sentences: the largest difference, and the largest change.
pub fn chapter_sentences(studio: &Studio<'_>, beside: Beside, known: &[Fact]) -> Vec<String> {
    let mut sentences = Vec::new();
    let furthest = known.iter().filter(|fact| fact.mark != Mark::None).max_by(|one, other| {
        one.distance.total_cmp(&other.distance).then(other.indicator.cmp(&one.indicator))
    });
    if let Some(fact) = furthest.or(known.first()) {
        let (name, value) = (fact.name(studio), fact.value(studio));
        let args = [("name", Arg::Text(name.as_str())), ("value", Arg::Text(&value))];
        sentences.push(match fact.compared(studio, beside) {
            Some(compared) => {
                let args = [args[0], args[1], ("compared", Arg::Text(&compared))];
                studio.words.text_with("chapter-fact", &args)
            }
            None => studio.words.text_with("chapter-fact-alone", &args),
        });
    }
    let change = known
        .iter()
        .filter_map(|fact| Some((fact, change(studio, fact)?)))
        .filter(|(_, change)| !matches!(change.mark, Mark::None))
        .map(|(fact, change)| {
            let threshold = studio.atlas.indicator(fact.indicator).threshold.unwrap_or(1.0);
            ((change.to.1 - change.from.1).abs() / threshold, fact, change)
        })
        .max_by(|one, other| one.0.total_cmp(&other.0).then(other.1.indicator.cmp(&one.1.indicator)));
    sentences.extend(change.map(|(_, fact, change)| change_sentence(studio, fact, &change)));
    sentences
}

/// The years of the first indicator that has enough of them; else all beside parent and whole. Counts say
/// how large an area is: beside the whole they say nothing.
fn chapter_figure(studio: &Studio<'_>, beside: Beside, known: &[Fact]) -> Option<Spec> {
    let is_count = |fact: &Fact| studio.atlas.indicator(fact.indicator).measure == Measure::Count;
    let told: Vec<Fact> = known.iter().filter(|fact| !is_count(fact)).cloned().collect();
    match told.iter().find(|fact| has_trend(studio, fact)) {
        Some(fact) => Some(Spec::Lines { indicator: fact.indicator, area: beside.area, title: None }),
        None => (!told.is_empty()).then(|| besides(beside, &told)),
    }
}

pub fn has_trend(studio: &Studio<'_>, fact: &Fact) -> bool {
    let known = studio
        .atlas
        .periods(fact.indicator)
        .filter(|period| studio.atlas.reading(fact.area, fact.indicator, *period).value().is_some());
    known.count() >= PERIODS_OF_A_TREND
}

/// Key indicators first, then the others.
fn trends(studio: &Studio<'_>, area: AreaId, facts: &[Fact]) -> Vec<Spec> {
    let is_key = |fact: &&Fact| studio.atlas.indicator(fact.indicator).key;
    let in_order = facts.iter().filter(is_key).chain(facts.iter().filter(|fact| !is_key(fact)));
    in_order
        .filter(|fact| studio.atlas.indicator(fact.indicator).measure != Measure::Count)
        .filter(|fact| has_trend(studio, fact))
        .take(TRENDS)
        .map(|fact| Spec::Lines { indicator: fact.indicator, area, title: None })
        .collect()
}

fn children(studio: &Studio<'_>, ground: &Ground, area: AreaId) -> Option<Children> {
    let atlas = studio.atlas;
    let own = atlas.area(area);
    if own.children.is_empty() {
        return None;
    }
    let mut parts = own.children.clone();
    by_name(studio, &mut parts);
    let below = &studio.settings.levels[usize::from(own.level.0) + 1];
    let language = studio.words.language();
    let args = [
        ("count", Arg::Count(parts.len())),
        ("parts", Arg::Text(below.plural.get(language))),
        ("part", Arg::Text(below.name.get(language))),
        ("name", Arg::Text(&own.name)),
    ];
    let addresses = Addresses::new(studio.words);
    let link = |id: &AreaId| {
        let area = atlas.area(*id);
        Link { name: area.name.clone(), path: addresses.area(&area.code) }
    };
    Some(Children {
        heading: studio.words.text_with("children-heading", &args),
        links: parts.iter().map(link).collect(),
        map: parts_map(studio, ground, area, LevelId(own.level.0 + 1)),
    })
}

/// The map of a page: the parts of the area, or the area among those beside it.
fn map(studio: &Studio<'_>, ground: &Ground, area: AreaId) -> Option<Spec> {
    let own = studio.atlas.area(area);
    if own.children.is_empty() {
        let parent = own.parent?;
        return match parts_map(studio, ground, parent, own.level)? {
            Spec::Map { subject, area: parent, level, periods, title, .. } => {
                Some(Spec::Map { subject, area: parent, level, periods, focus: Some(area), title })
            }
            other => Some(other),
        };
    }
    parts_map(studio, ground, area, LevelId(own.level.0 + 1))
}

/// The most detailed map of the first index that still can be read; without an index, of the first key
/// indicator with a good end.
fn parts_map(studio: &Studio<'_>, ground: &Ground, area: AreaId, next: LevelId) -> Option<Spec> {
    const READABLE: usize = 600;
    studio.shapes.bounds(area)?;
    let map = |subject, level, period| Spec::Map {
        subject,
        area,
        level,
        periods: vec![period],
        focus: None,
        title: None,
    };
    for (at, scores) in studio.scores.indices.iter().enumerate() {
        let Some(period) = scores.latest() else { continue };
        if next > scores.level {
            continue;
        }
        let deepest = (next.0..=scores.level.0).rev().map(LevelId);
        let level = deepest.into_iter().find(|level| studio.atlas.within(area, *level).len() <= READABLE);
        return Some(map(Subject::Index(IndexId(at)), level.unwrap_or(next), period));
    }
    let telling = studio.atlas.indicators().filter(|(_, it)| it.key && it.threshold.is_some());
    let (indicator, period) = telling.filter_map(|(id, _)| Some((id, ground.latest(id, next)?))).next()?;
    Some(map(Subject::Indicator(indicator), next, period))
}

fn table(studio: &Studio<'_>, beside: Beside, facts: &[Fact]) -> IndicatorTable {
    let words = studio.words;
    let language = words.language();
    let name = |area: AreaId| studio.atlas.area(area).name.clone();
    let mut head = vec![words.text("table-indicator"), words.text("table-period"), name(beside.area)];
    head.extend(beside.parent.map(name));
    head.extend(beside.whole.map(name));
    if beside.whole.is_some() {
        head.push(words.text("table-compared"));
    }
    let mut groups: Vec<RowGroup> = Vec::new();
    for (at, theme) in studio.settings.themes.iter().enumerate() {
        let own = facts.iter().filter(|fact| studio.atlas.indicator(fact.indicator).theme == Some(at));
        let rows: Vec<Row> = own.map(|fact| row(studio, beside, fact)).collect();
        if !rows.is_empty() {
            groups.push(RowGroup { name: theme.name.get(language).to_owned(), rows });
        }
    }
    let caption = words.text_with("table-caption", &[("name", Arg::Text(&name(beside.area)))]);
    IndicatorTable { caption, head, groups }
}

fn row(studio: &Studio<'_>, beside: Beside, fact: &Fact) -> Row {
    let words = studio.words;
    let texts = fact.texts(studio);
    let unit = texts.unit.get(words.language());
    let name = match texts.measure {
        crate::input::settings::Measure::Count => fact.name(studio),
        _ => format!("{} ({unit})", fact.name(studio)),
    };
    // the unit stands once, beside the name
    let number = |reading: Reading| match reading {
        Reading::Value { value, .. } => words.number(value, texts.decimals),
        Reading::Absent(_) => shown(studio, texts, reading),
    };
    let mut cells = vec![fact.period.to_string(), number(fact.reading)];
    if beside.parent.is_some() {
        cells.push(fact.parent.map(number).unwrap_or_default());
    }
    if beside.whole.is_some() {
        cells.push(fact.whole.map(number).unwrap_or_default());
    }
    let word = match fact.mark {
        Mark::Better => words.text("mark-better"),
        Mark::Worse => words.text("mark-worse"),
        Mark::Higher => words.text("mark-higher"),
        Mark::Lower => words.text("mark-lower"),
        Mark::Same => words.text("mark-same"),
        Mark::None => String::new(),
    };
    let is_size = texts.measure == crate::input::settings::Measure::Count;
    Row { name, cells, word, mark: fact.mark, notes: notes(studio, fact), is_size }
}

/// What the figures do not say, as far as it holds for this area.
fn caveats(studio: &Studio<'_>, area: AreaId, facts: &[Fact]) -> Vec<String> {
    let words = studio.words;
    let atlas = studio.atlas;
    let mut caveats = vec![words.text("caveat-area")];
    let unknown = facts.iter().filter(|fact| fact.reading.value().is_none()).count();
    if unknown > 0 {
        let args = [("unknown", Arg::Count(unknown)), ("all", Arg::Count(facts.len()))];
        caveats.push(words.text_with("caveat-unknown", &args));
    }
    let known = |fact: &&Fact| fact.reading.value().is_some();
    if facts.iter().filter(known).any(|fact| atlas.indicator(fact.indicator).kind == Kind::Model) {
        caveats.push(words.text("caveat-model"));
    }
    if facts.iter().filter(known).any(|fact| atlas.indicator(fact.indicator).kind == Kind::Survey) {
        caveats.push(words.text("caveat-survey"));
    }
    let origin = |wanted: Origin| {
        facts.iter().any(|fact| matches!(fact.reading, Reading::Value { origin, .. } if origin == wanted))
    };
    if origin(Origin::Provisional) {
        caveats.push(words.text("caveat-provisional"));
    }
    if origin(Origin::FromParts) {
        caveats.push(words.text("caveat-from-parts"));
    }
    if facts.iter().any(|fact| fact.mark == Mark::Same) {
        caveats.push(words.text("caveat-same"));
    }
    let scored = studio.scores.indices.iter().any(|index| index.level >= atlas.area(area).level);
    if scored {
        caveats.push(words.text("caveat-index"));
    }
    caveats
}

fn sources(studio: &Studio<'_>, facts: &[Fact]) -> Vec<SourceLine> {
    let mut used: Vec<usize> =
        facts.iter().flat_map(|fact| studio.atlas.indicator(fact.indicator).sources.clone()).collect();
    used.sort_unstable();
    used.dedup();
    used.into_iter().map(|source| source_line(studio, source)).collect()
}

/// A source as it is named.
pub fn source_line(studio: &Studio<'_>, source: usize) -> SourceLine {
    let language = studio.words.language();
    let source = &studio.settings.sources[source];
    SourceLine {
        name: source.name.get(language).to_owned(),
        url: source.url.clone(),
        licence: source.licence.as_ref().map(|licence| licence.get(language).to_owned()),
    }
}
