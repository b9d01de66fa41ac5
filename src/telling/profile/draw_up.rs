//! The profile of an area, put together.

use std::collections::BTreeSet;

use crate::index::{Index, IndexId};
use crate::input::settings;
use crate::model::atlas::{
    Absence, AreaId, Good, IndicatorId, Kind, LevelId, Measure, Origin, Period, Reading, SourceId,
};
use crate::telling::address::{Addresses, DataOf};
use crate::telling::figures::{READABLE_ON_A_MAP, Spec, Studio, Subject};
use crate::telling::profile::area::{AreaProfile, Children, TrendRow};
use crate::telling::profile::chapters::chapters;
use crate::telling::profile::coherence::loose_in_area;
use crate::telling::profile::compare::{Beside, Fact, facts, is_model, is_of_others, people};
use crate::telling::profile::downloads::links;
use crate::telling::profile::lenses::{all_said, compass, notes, signal};
use crate::telling::profile::plain::{Mapped, mapped};
use crate::telling::profile::sentences::{counts, lower_first, sentences};
use crate::telling::profile::sparse::{absences, is_sparse};
use crate::telling::profile::table::{Rows, table};
use crate::telling::profile::{Ground, InPrint, KeyFigure, Link, Mark, SourceLine, groups, in_print};
use crate::telling::words::Arg;

/// How many trends stand in a row of a factsheet, and how many rows there is room for at most.
const TRENDS_IN_A_ROW: usize = 3;
const ROWS_OF_TRENDS: usize = 2;
/// How many key figures stand in a row.
const KEY_FIGURES: usize = 6;
/// From how many periods on a figure of years says something.
pub const PERIODS_OF_A_TREND: usize = 3;

/// What is told about an area.
pub fn area(studio: &Studio<'_>, ground: &Ground, area: AreaId) -> AreaProfile {
    let atlas = studio.atlas;
    let words = studio.words;
    let addresses = Addresses::new(words);
    let own = atlas.area(area);
    let beside = Beside::of(studio, area);
    let facts = facts(studio, ground, beside);
    let mut lineage = atlas.lineage(area);
    lineage.pop();
    lineage.retain(|above| atlas.is_published(*above));
    let outputs = &studio.settings.site.outputs;
    let has_factsheet = atlas.is_made(area, &outputs.factsheets);
    let has_data = atlas.is_made(area, &outputs.data);
    let beside_it = studio.shapes.neighbours(area).iter().copied();
    let mut neighbours: Vec<AreaId> = beside_it.filter(|area| atlas.is_published(*area)).collect();
    by_name(studio, &mut neighbours);
    let mut part_of: Vec<AreaId> =
        atlas.sets_of(area).map(|set| set.area).filter(|set| atlas.is_published(*set)).collect();
    by_name(studio, &mut part_of);
    let is_sparse = is_sparse(studio, ground, beside, &facts);
    let trends = if is_sparse || !has_factsheet { Vec::new() } else { trends(studio, beside, &facts) };
    let mapped = map(studio, ground, area).map(|spec| mapped(studio, area, spec));
    let said = all_said(studio, beside);
    let counts = counts(studio, ground, beside, (&facts, is_sparse));
    let mut sentences = sentences(studio, ground, beside, (&facts, is_sparse), (&said, &counts));
    let mut numbers = None;
    let map = match mapped {
        Some(Mapped::Map(spec)) => Some(spec),
        Some(Mapped::Said(said)) => {
            sentences.extend(said.into_iter().filter(|_| !is_sparse));
            None
        }
        Some(Mapped::Numbers(said, indicator, period)) => {
            sentences.extend(Some(said).filter(|_| !is_sparse));
            numbers = Some((Subject::Indicator(indicator), vec![period])).filter(|_| !is_sparse);
            None
        }
        None => None,
    };
    let shown = match &map {
        Some(Spec::Map { subject, periods, .. }) => Some((*subject, periods.clone())),
        _ => numbers,
    };
    let is_located = own.parent.is_some() && studio.shapes.bounds(area).is_some();
    let chosen = key_facts(studio, &facts);
    let (compass, signal) = (compass(studio, beside, &facts, &said), signal(studio, beside, &facts, &said));
    let indices = indices_of(studio, area);
    let in_print = has_factsheet.then(|| {
        let verdicts: Vec<IndexId> =
            indices.iter().copied().filter(|index| is_verdict(studio, *index)).collect();
        // what only says how large an area is has no row on paper
        let is_printed = |fact: &&Fact| is_sparse || fact.texts(studio).measure != settings::Measure::Count;
        let printed: Vec<Fact> = facts.iter().filter(is_printed).cloned().collect();
        let panels = compass.as_ref().zip(signal.as_ref());
        InPrint {
            lenses: panels.map(|panels| in_print::lenses(studio, beside, &facts, panels)),
            // of an index that is no verdict nothing is printed
            caveats: caveats(studio, ground, area, (&printed, is_sparse), &verdicts),
            indices: in_print::said_of_indices(studio, beside, &verdicts),
        }
    });
    AreaProfile {
        area,
        code: own.code.clone(),
        name: own.name.clone(),
        level: studio.kind(area),
        page: addresses.area(&own.code),
        factsheet: has_factsheet.then(|| addresses.factsheet(&own.code)),
        lineage: links_to(studio, &lineage),
        inhabitants: inhabitants(studio, ground, area),
        sentences,
        is_sparse,
        compass,
        signal,
        notes: notes(&said),
        key_figures: key_figures(studio, beside, shown_key_facts(studio, ground, (&chosen, is_sparse))),
        chapters: if is_sparse { Vec::new() } else { chapters(studio, beside, &facts) },
        groups: if is_sparse { Vec::new() } else { groups::of_area(studio, ground, area) },
        children: children(studio, ground, area),
        neighbours: links_to_neighbours(studio, area, &neighbours),
        sets: sets(studio, area),
        part_of: links_to_sets(studio, &part_of),
        table: table(studio, beside, &facts, if is_sparse { Rows::Known } else { Rows::All }),
        caveats: caveats(studio, ground, area, (&facts, is_sparse), &indices),
        sources: sources(studio, &[&facts[..], &counts[..]].concat(), (shown, map.is_some() || is_located)),
        data: if has_data { links(DataOf::Area(&own.code)) } else { Vec::new() },
        locator: is_located.then_some(Spec::Locator { area }),
        map,
        beside: (!facts.is_empty() && !is_sparse).then(|| besides(beside, &chosen)),
        trends_key: trends
            .first()
            .is_some_and(|row| row.figures.len() == TRENDS_IN_A_ROW)
            .then_some(Spec::Key { area }),
        trends,
        in_print,
    }
}

/// In the order of names.
pub fn by_name(studio: &Studio<'_>, areas: &mut [AreaId]) {
    let name = |id: &AreaId| studio.atlas.area(*id).name.as_str();
    areas.sort_by(|one, other| studio.words.compare(name(one), name(other)).then(one.cmp(other)));
}

/// A count that is at most so many years older than the edition is told as how it is, and else as how it was.
const STILL_NOW: Period = 3;

/// How many people live there, or lived there, in a sentence.
pub fn inhabitants(studio: &Studio<'_>, ground: &Ground, area: AreaId) -> String {
    match people(studio, ground, area) {
        Some((Reading::Value { value, .. }, period)) => {
            let (count, year) = (studio.words.number(value, 0), period.to_string());
            let args = [("count", Arg::Text(count.as_str())), ("year", Arg::Text(&year))];
            let is_past = period + STILL_NOW < Period::from(studio.settings.site.published.0);
            match (value == 0.0, is_past) {
                (true, false) => studio.words.text_with("inhabitants-none", &args[1..]),
                (true, true) => studio.words.text_with("inhabitants-none-then", &args[1..]),
                (false, false) => studio.words.text_with("inhabitants-known", &args),
                (false, true) => studio.words.text_with("inhabitants-then", &args),
            }
        }
        Some((Reading::Absent(Absence::Suppressed), _)) => studio.words.text("inhabitants-secret"),
        Some((Reading::Absent(_), _)) | None => studio.words.text("inhabitants-unknown"),
    }
}

/// The key indicators of the site, or else the first ones that are good or bad.
fn key_facts(studio: &Studio<'_>, facts: &[Fact]) -> Vec<Fact> {
    let chosen: Vec<Fact> =
        facts.iter().filter(|fact| studio.atlas.indicator(fact.indicator).key).cloned().collect();
    if chosen.is_empty() { facts.iter().take(KEY_FIGURES).cloned().collect() } else { chosen }
}

/// These beside parent and whole.
pub fn besides(beside: Beside, facts: &[Fact]) -> Spec {
    let indicators = facts.iter().map(|fact| (fact.indicator, fact.period)).collect();
    Spec::Beside { indicators, area: beside.area, title: None }
}

/// None where none of them is known. What is not known here is shown as such, but not what is known of few areas
/// of the level, and nothing of an area of which hardly anything is known.
fn shown_key_facts<'a>(
    studio: &Studio<'_>,
    ground: &Ground,
    (chosen, is_sparse): (&'a [Fact], bool),
) -> Vec<&'a Fact> {
    let is_known = |fact: &Fact| fact.reading.value().is_some();
    if !chosen.iter().any(is_known) {
        return Vec::new();
    }
    let is_expected = |fact: &Fact| {
        !is_sparse && ground.is_mostly_known(fact.indicator, studio.atlas.area(fact.area).level)
    };
    chosen.iter().filter(|fact| is_known(fact) || is_expected(fact)).take(KEY_FIGURES).collect()
}

fn key_figures(studio: &Studio<'_>, beside: Beside, shown: Vec<&Fact>) -> Vec<KeyFigure> {
    shown
        .into_iter()
        .map(|fact| KeyFigure {
            name: fact.name(studio),
            page: Addresses::new(studio.words).indicator(&fact.texts(studio).id),
            value: fact.value(studio),
            known: fact.reading.value().is_some(),
            estimate: fact.estimate(studio),
            interval: fact.interval(studio),
            answered: fact.answered(studio),
            period: fact.period.to_string(),
            people: fact.people(studio),
            compared: fact.compared(studio, beside),
            mark: fact.mark,
            notes: fact.notes_but_estimate(studio),
        })
        .collect()
}

/// Whether its years say something; a model's estimates tell of no change.
pub fn has_trend(studio: &Studio<'_>, fact: &Fact) -> bool {
    if is_model(studio, fact.area, fact.indicator) {
        return false;
    }
    let known = studio
        .atlas
        .periods(fact.indicator)
        .filter(|period| studio.atlas.reading(fact.area, fact.indicator, *period).value().is_some());
    known.count() >= PERIODS_OF_A_TREND
}

/// What the panels tell of first, then key indicators, then the others. No row has a hole, unless there are too few
/// for one row.
fn trends(studio: &Studio<'_>, beside: Beside, facts: &[Fact]) -> Vec<TrendRow> {
    let area = beside.area;
    let named = in_print::named(studio, beside, facts);
    let place = |fact: &&Fact| {
        let place = named.iter().position(|named| *named == fact.indicator);
        (place.unwrap_or(named.len()), !studio.atlas.indicator(fact.indicator).key)
    };
    let mut in_order: Vec<&Fact> = facts.iter().collect();
    in_order.sort_by_key(place);
    let found: Vec<&Fact> = in_order
        .into_iter()
        .filter(|fact| studio.atlas.indicator(fact.indicator).measure != Measure::Count)
        .filter(|fact| has_trend(studio, fact))
        .take(TRENDS_IN_A_ROW * ROWS_OF_TRENDS)
        .collect();
    let full =
        if found.len() < TRENDS_IN_A_ROW { found.len() } else { found.len() - found.len() % TRENDS_IN_A_ROW };
    found[..full]
        .chunks(TRENDS_IN_A_ROW)
        .map(|row| TrendRow {
            // the sheet is about one area, which need not be named over each figure
            figures: row
                .iter()
                .map(|fact| Spec::Lines { indicator: fact.indicator, area, title: Some(fact.name(studio)) })
                .collect(),
            source: told_of(studio, area, &row.iter().map(|fact| fact.indicator).collect::<Vec<_>>()),
        })
        .collect()
}

/// What stands once under a row: the events that are marked in all of it, where it is drawn too small to name
/// them, and who measured.
fn told_of(studio: &Studio<'_>, area: AreaId, row: &[IndicatorId]) -> String {
    let events = (row.len() == TRENDS_IN_A_ROW).then(|| studio.events_line(row, area)).flatten();
    let told: Vec<String> = events.into_iter().chain(studio.source_line(row)).collect();
    told.join(" ")
}

fn children(studio: &Studio<'_>, ground: &Ground, area: AreaId) -> Option<Children> {
    let atlas = studio.atlas;
    let own = atlas.area(area);
    let level = atlas.level_of_parts(area)?;
    let mut parts = own.children.clone();
    by_name(studio, &mut parts);
    let below = &studio.settings.levels[usize::from(level.0)];
    let language = studio.words.language();
    let args = [
        ("count", Arg::Count(parts.len())),
        ("parts", Arg::Text(below.plural.get(language))),
        ("part", Arg::Text(below.name.get(language))),
        ("name", Arg::Text(&own.name)),
    ];
    Some(Children {
        heading: studio.words.text_with("children-heading", &args),
        plural: below.plural.get(language).to_owned(),
        links: links_to(studio, &parts),
        map: parts_map(studio, ground, area, level),
    })
}

/// Areas by their names.
pub fn links_to(studio: &Studio<'_>, areas: &[AreaId]) -> Vec<Link> {
    let addresses = Addresses::new(studio.words);
    let areas = areas.iter().map(|id| studio.atlas.area(*id));
    areas.map(|area| Link { name: area.name.clone(), path: addresses.area(&area.code) }).collect()
}

/// "Bollenveld", and of one that lies in another municipality "Tuindorp (Lindervoort)": which area of the first level
/// below the whole it is in.
fn links_to_neighbours(studio: &Studio<'_>, area: AreaId, neighbours: &[AreaId]) -> Vec<Link> {
    let atlas = studio.atlas;
    let own = atlas.around(area);
    let mut links = links_to(studio, neighbours);
    for (link, neighbour) in links.iter_mut().zip(neighbours) {
        if atlas.around(*neighbour) == own {
            continue;
        }
        if let Some(around) = studio.around_unless_in(*neighbour, &link.name) {
            link.name = format!("{} ({around})", link.name);
        }
    }
    links
}

/// "Havenfront (programmagebied)": what a set is does not follow from its name.
pub fn links_to_sets(studio: &Studio<'_>, sets: &[AreaId]) -> Vec<Link> {
    let mut links = links_to(studio, sets);
    for (link, set) in links.iter_mut().zip(sets) {
        link.name = format!("{} ({})", link.name, studio.kind(*set));
    }
    links
}

/// The area sets that lie in an area, and are held against it.
fn sets(studio: &Studio<'_>, area: AreaId) -> Option<Children> {
    let atlas = studio.atlas;
    let own = atlas.area(area);
    let of_area = atlas.sets().iter().map(|set| set.area).filter(|set| atlas.area(*set).parent == Some(area));
    let mut sets: Vec<AreaId> = of_area.filter(|set| atlas.is_published(*set)).collect();
    if sets.is_empty() {
        return None;
    }
    by_name(studio, &mut sets);
    let args = [("count", Arg::Count(sets.len())), ("name", Arg::Text(&own.name))];
    Some(Children {
        heading: studio.words.text_with("sets-heading", &args),
        plural: String::new(),
        links: links_to_sets(studio, &sets),
        map: None,
    })
}

/// Where an area has more others beside it in its parent, its map shows those near it.
const MOST_IN_PARENT: usize = 50;

/// The map of a page: the parts of the area, or the area among those beside it; none where it is not on it.
pub fn map(studio: &Studio<'_>, ground: &Ground, area: AreaId) -> Option<Spec> {
    let own = studio.atlas.area(area);
    studio.shapes.bounds(area)?;
    if own.children.is_empty() {
        let parent = own.parent?;
        return match parts_map(studio, ground, parent, own.level)? {
            Spec::Map { subject, area: parent, level, periods, .. }
                if studio.atlas.within(parent, level).len() > MOST_IN_PARENT =>
            {
                Some(Spec::Around { subject, area, period: *periods.last()? })
            }
            Spec::Map { subject, area: parent, level, periods, title, .. } => {
                Some(Spec::Map { subject, area: parent, level, periods, focus: Some(area), title })
            }
            other => Some(other),
        };
    }
    parts_map(studio, ground, area, studio.atlas.level_of_parts(area)?)
}

/// The most detailed map that still can be read: of the indicator that the site chooses, of the first index that is a
/// verdict, or else of the first key indicator, one with a good end first.
fn parts_map(studio: &Studio<'_>, ground: &Ground, area: AreaId, next: LevelId) -> Option<Spec> {
    let atlas = studio.atlas;
    studio.shapes.bounds(area)?;
    let map = |subject, level, period| Spec::Map {
        subject,
        area,
        level,
        periods: vec![period],
        focus: None,
        title: None,
    };
    let is_readable = |level: &LevelId| atlas.within(area, *level).len() <= READABLE_ON_A_MAP;
    let of_indicator = |id: IndicatorId| {
        let deepest = (next.0..=atlas.last_level().0).rev().map(LevelId);
        let known = deepest.filter(is_readable).find(|level| ground.is_mostly_known(id, *level));
        let level = known.unwrap_or(next);
        Some(map(Subject::Indicator(id), level, ground.latest(id, level)?))
    };
    if let Some(map) = studio.settings.site.map.and_then(|at| of_indicator(IndicatorId(at as u16))) {
        return Some(map);
    }
    for (at, scores) in studio.scores.indices.iter().enumerate() {
        let Some(period) = scores.latest() else { continue };
        if next > scores.level || !is_verdict(studio, IndexId(at)) {
            continue;
        }
        let level = (next.0..=scores.level.0).rev().map(LevelId).find(is_readable);
        return Some(map(Subject::Index(IndexId(at)), level.unwrap_or(next), period));
    }
    let telling = || {
        let says_something = |id| atlas.has_intervals(id);
        atlas.indicators().filter(move |(id, it)| it.key && (it.threshold.is_some() || says_something(*id)))
    };
    let has_good_end = |good: Good| matches!(good, Good::High | Good::Low);
    let judged = telling().filter(|(_, indicator)| has_good_end(indicator.good));
    judged.chain(telling()).find_map(|(id, _)| of_indicator(id))
}

/// What the figures do not say, as far as it holds for this area.
fn caveats(
    studio: &Studio<'_>,
    ground: &Ground,
    area: AreaId,
    (facts, is_sparse): (&[Fact], bool),
    indices: &[IndexId],
) -> Vec<String> {
    let words = studio.words;
    let atlas = studio.atlas;
    let mut caveats = vec![words.text("caveat-area")];
    let unknown = facts.iter().filter(|fact| fact.reading.value().is_none()).count();
    if is_sparse {
        caveats.extend(absences(studio, ground, area, facts));
    } else if unknown > 0 {
        let args = [("unknown", Arg::Count(unknown)), ("all", Arg::Count(facts.len()))];
        caveats.push(words.text_with("caveat-unknown", &args));
    }
    let known = |fact: &&Fact| fact.reading.value().is_some();
    let is_of = |fact: &Fact, kind| atlas.indicator(fact.indicator).kind_at(atlas.area(area).level) == kind;
    let estimated = || facts.iter().filter(known).filter(|fact| is_of(fact, Kind::Model));
    if estimated().next().is_some() {
        caveats.push(words.text("caveat-model"));
    }
    if estimated().any(|fact| atlas.periods(fact.indicator).count() > 1) {
        caveats.push(words.text("caveat-model-change"));
    }
    let of_others = facts
        .iter()
        .filter(|fact| fact.reading.value().is_some_and(|value| is_of_others(studio, fact.indicator, value)));
    // what is counted: crimes, and not crimes per 1,000 people
    let counted = |fact: &Fact| {
        let texts = fact.texts(studio);
        let told = texts.numerator.map_or(texts, |count| &studio.settings.indicators[count]);
        lower_first(told.name.get(words.language()))
    };
    let of_others: Vec<String> = of_others.map(counted).collect();
    if !of_others.is_empty() {
        let list = words.list(&of_others);
        caveats.push(words.text_with("caveat-of-others", &[("list", Arg::Text(&list))]));
    }
    let has_interval = |fact: &Fact| fact.margin.is_some_and(|margin| margin.interval.is_some());
    let mut asked = facts.iter().filter(known).filter(|fact| is_of(fact, Kind::Survey));
    if facts.iter().any(has_interval) {
        caveats.push(words.text("caveat-interval"));
    } else if asked.next().is_some() {
        caveats.push(words.text("caveat-survey"));
    }
    if facts.iter().any(|fact| fact.reading.is_provisional()) {
        caveats.push(words.text("caveat-provisional"));
    }
    let from_parts = |fact: &Fact| matches!(fact.reading, Reading::Value { origin: Origin::FromParts, .. });
    if atlas.set(area).is_some() {
        caveats.push(words.text("caveat-set"));
    } else if facts.iter().any(from_parts) {
        caveats.push(words.text("caveat-from-parts"));
    }
    let is_nearly_all = |fact: &Fact| {
        let of = atlas.reckoned_from(area, fact.indicator, fact.period);
        of.is_some_and(|of| of.known < of.all && of.are_enough)
    };
    if facts.iter().any(is_nearly_all) {
        caveats.push(words.text("caveat-nearly-all"));
    }
    let is_ever = |fact: &Fact, wanted: Origin| {
        let mut readings =
            atlas.periods(fact.indicator).map(|period| atlas.reading(area, fact.indicator, period));
        readings.any(|it| matches!(it, Reading::Value { origin, .. } if origin == wanted))
    };
    for (origin, key) in [(Origin::Merged, "caveat-merged"), (Origin::Crosswalked, "caveat-crosswalked")] {
        if facts.iter().any(|fact| is_ever(fact, origin)) {
            caveats.push(words.text(key));
        }
    }
    let mut same = facts.iter().filter(|fact| fact.mark == Mark::Same).peekable();
    if same.peek().is_some() {
        let by_margin = same.any(|fact| studio.atlas.has_intervals(fact.indicator));
        caveats.push(words.text(if by_margin { "caveat-same-margin" } else { "caveat-same" }));
    }
    if indices.iter().any(|index| is_verdict(studio, *index)) {
        caveats.push(words.text("caveat-index"));
    }
    caveats.extend(indices.iter().filter_map(|index| loose_in_area(studio, *index)));
    caveats
}

/// The indices of which an area has a score, or its parts have.
fn indices_of(studio: &Studio<'_>, area: AreaId) -> Vec<IndexId> {
    let is_told = |index: &Index| {
        index.results.iter().any(|(period, results)| {
            let outcome = index.outcome(studio.atlas, area, *period);
            results.summaries.contains_key(&area) || outcome.is_some_and(|it| it.score().is_some())
        })
    };
    let indices = studio.scores.indices.iter().enumerate().filter(|(_, index)| is_told(index));
    indices.map(|(at, _)| IndexId(at)).collect()
}

fn is_verdict(studio: &Studio<'_>, index: IndexId) -> bool {
    studio.settings.indices[index.0].is_verdict
}

/// Who published what is known of the area, in any year, what is `shown` or told of its parts, and the borders where any
/// are drawn.
fn sources(
    studio: &Studio<'_>,
    facts: &[Fact],
    (shown, is_on_map): (Option<(Subject, Vec<Period>)>, bool),
) -> Vec<SourceLine> {
    let atlas = studio.atlas;
    let of = |fact: &Fact| {
        let periods = atlas.periods(fact.indicator);
        let is_known = |period: &Period| atlas.reading(fact.area, fact.indicator, *period).value().is_some();
        let known: Vec<Period> = periods.filter(is_known).collect();
        atlas.indicator(fact.indicator).sources_of(&known).collect::<Vec<SourceId>>()
    };
    let mut used: BTreeSet<SourceId> = facts.iter().flat_map(of).collect();
    if let Some((subject, periods)) = shown {
        used.extend(studio.sources(subject, &periods));
    }
    if is_on_map {
        used.extend(of_boundaries(studio));
    }
    used.into_iter().map(|source| source_line(studio, source)).collect()
}

/// Who drew the borders.
pub fn of_boundaries(studio: &Studio<'_>) -> BTreeSet<SourceId> {
    studio.settings.boundaries.layers.iter().filter_map(|layer| layer.source).collect()
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
