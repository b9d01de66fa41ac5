//! Titles, sentences and source lines: what figures have in common to say.
//!
//! A sentence is built from the numbers that are drawn. It says "lowest" and "highest" with names only of
//! levels that have ranks; elsewhere it gives ranges and counts. It never judges: what is better or worse is
//! the profile's to say, which knows margins and thresholds.

use std::collections::BTreeSet;

use crate::index::Score;
use crate::index::change::Pair;
use crate::input::settings::{Kind, Level};
use crate::model::atlas::{Absence, AreaId, LevelId, Period, SourceId};
use crate::telling::words::{Arg, Words};

use super::counted::Besides;
use super::subject::{Lack, Reference, Standing, Topic, sources};
use super::table::{Cell, Head, Table};
use super::{Studio, Subject};

/// The parts of an area that a figure shows, in one period.
pub struct Shown<'a> {
    /// What the areas are of, by name.
    pub of: &'a str,
    pub level: LevelId,
    pub period: Period,
    pub standings: &'a [(AreaId, Standing)],
}

pub fn level<'a>(studio: &Studio<'a>, level: LevelId) -> &'a Level {
    &studio.settings.levels[level.0 as usize]
}

pub fn name<'a>(studio: &Studio<'a>, area: AreaId) -> &'a str {
    &studio.atlas.area(area).name
}

/// The names of areas that stand together: "Binnenstad (Havermonde)" where another has the same name.
pub struct Names<'a> {
    studio: &'a Studio<'a>,
    shared: BTreeSet<&'a str>,
}

impl<'a> Names<'a> {
    pub fn of(studio: &'a Studio<'a>, areas: impl Iterator<Item = AreaId>) -> Names<'a> {
        let (mut seen, mut shared) = (BTreeSet::new(), BTreeSet::new());
        for name in areas.map(|area| name(studio, area)) {
            if !seen.insert(name) {
                shared.insert(name);
            }
        }
        Names { studio, shared }
    }

    pub fn name(&self, area: AreaId) -> String {
        let own = name(self.studio, area);
        match self.studio.atlas.around(area).filter(|_| self.shared.contains(own)) {
            Some(around) => format!("{own} ({})", name(self.studio, around)),
            None => own.to_owned(),
        }
    }
}

/// "Laag inkomen per buurt in Goirle"; what the author wrote comes first.
pub fn title_by_level(studio: &Studio, given: Option<&str>, topic: &Topic, of: &str, at: LevelId) -> String {
    given.map(str::to_owned).unwrap_or_else(|| {
        let language = studio.words.language();
        studio.words.text_with(
            "fig-title-by-level",
            &[
                ("subject", Arg::Text(&topic.name)),
                ("level", Arg::Text(level(studio, at).name.get(language))),
                ("area", Arg::Text(of)),
            ],
        )
    })
}

/// What the numbers are, the periods, and whether a model made them.
pub fn subtitle(words: &Words, topic: &Topic, what: &str, periods: &[Period]) -> String {
    let mut parts: Vec<String> = Vec::new();
    if !what.is_empty() {
        parts.push(what.to_owned());
    }
    match periods {
        [] => {}
        [one] => parts.push(one.to_string()),
        several => {
            let names: Vec<String> = several.iter().map(Period::to_string).collect();
            parts.push(words.list(&names));
        }
    }
    if topic.kind == Kind::Model {
        parts.push(words.text("fig-model"));
    }
    parts.join(", ")
}

/// "Bron: CBS": who published what is shown of these periods; absent where no source is known.
pub fn source_line(studio: &Studio, subjects: &[Subject], periods: &[Period]) -> Option<String> {
    line_of(studio, sources(studio, subjects, periods))
}

/// The same, and who drew the borders.
pub fn source_line_with_borders(studio: &Studio, subjects: &[Subject], periods: &[Period]) -> Option<String> {
    let mut found = sources(studio, subjects, periods);
    let borders = studio.settings.boundaries.layers.iter().filter_map(|layer| layer.source);
    for source in borders {
        if !found.contains(&source) {
            found.push(source);
        }
    }
    line_of(studio, found)
}

fn line_of(studio: &Studio, found: Vec<SourceId>) -> Option<String> {
    let language = studio.words.language();
    let names: Vec<&str> = found
        .iter()
        .filter_map(|source| studio.settings.sources.get(*source))
        .map(|source| source.name.get(language))
        .collect();
    (!names.is_empty()).then(|| {
        let args = [("count", Arg::Count(names.len())), ("sources", Arg::Text(&names.join("; ")))];
        studio.words.text_with("fig-source", &args)
    })
}

/// Sentences as one paragraph; absent where there are none.
pub fn paragraph(sentences: Vec<String>) -> Option<String> {
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// The guide's word on numbers that may still change, and on those of some parts of an area only.
pub fn cautions<'a>(words: &Words, standings: impl IntoIterator<Item = &'a Standing>) -> Vec<String> {
    let standings: Vec<&Standing> = standings.into_iter().collect();
    let any = |is: fn(Standing) -> bool| standings.iter().any(|standing| is(**standing));
    let provisional = any(Standing::is_provisional).then(|| words.text("fig-guide-provisional"));
    let in_part = any(Standing::is_in_part).then(|| words.text("fig-guide-in-part"));
    provisional.into_iter().chain(in_part).collect()
}

/// The guide's word on scores that hold a reading of an earlier period, or a number that a rule filled in, of the areas
/// shown or their parts.
pub fn carried(
    studio: &Studio,
    subject: Subject,
    areas: impl Iterator<Item = AreaId>,
    periods: &[Period],
) -> Option<String> {
    let (Subject::Index(id) | Subject::Bottom(id)) = subject else { return None };
    let words = studio.words;
    let index = &studio.scores.indices[id.0];
    let parts = level(studio, index.level);
    let places: Vec<usize> = areas
        .flat_map(|area| studio.atlas.within(area, index.level))
        .map(|area| studio.atlas.place_in_level(area))
        .collect();
    let one = |period: &Period, is: fn(&Score) -> bool| {
        let outcomes = &index.results.get(period)?.outcomes;
        let count = places.iter().filter(|place| outcomes[**place].score().is_some_and(is)).count();
        let year = period.to_string();
        let args = [
            ("count", Arg::Count(count)),
            ("level", Arg::Text(parts.name.get(words.language()))),
            ("plural", Arg::Text(parts.plural.get(words.language()))),
            ("year", Arg::Text(&year)),
        ];
        (count > 0).then(|| words.text_with("fig-carried-item", &args))
    };
    let told = |key: &str, is: fn(&Score) -> bool| {
        let items: Vec<String> = periods.iter().filter_map(|period| one(period, is)).collect();
        let list = words.list(&items);
        (!items.is_empty()).then(|| words.text_with(key, &[("list", Arg::Text(&list))]))
    };
    let carried = told("fig-guide-carried", |score| !score.carried.is_empty());
    // of an area in which both are the case, the earlier figure is told
    let imputed = told("fig-guide-imputed", |score| score.carried.is_empty() && !score.imputed.is_empty());
    paragraph(carried.into_iter().chain(imputed).collect())
}

/// From where to where the numbers of the parts run, the number of the whole of them, and how many are not
/// known.
pub fn range(studio: &Studio, topic: &Topic, shown: &Shown, own: Option<Reference>) -> String {
    let words = studio.words;
    let language = words.language();
    let parts = level(studio, shown.level);
    let period = shown.period.to_string();
    let mut known: Vec<(AreaId, f64)> =
        shown.standings.iter().filter_map(|(area, standing)| Some((*area, standing.value()?))).collect();
    known.sort_by(|one, other| one.1.total_cmp(&other.1).then(one.0.cmp(&other.0)));
    let common = [
        ("subject", Arg::Text(&topic.said)),
        ("period", Arg::Text(&period)),
        ("area", Arg::Text(shown.of)),
        ("plural", Arg::Text(parts.plural.get(language))),
    ];
    let mut sentences = Vec::new();
    match known.as_slice() {
        [] => sentences.push(words.text_with("fig-say-none", &common)),
        [(area, value)] => {
            let value = topic.value(words, *value);
            let args = [
                ("subject", Arg::Text(&topic.said)),
                ("period", Arg::Text(&period)),
                ("area", Arg::Text(name(studio, *area))),
                ("value", Arg::Text(&value)),
            ];
            sentences.push(words.text_with("fig-say-one", &args));
        }
        [first, .., last] => {
            let (low, high) = (topic.value(words, first.1), topic.value(words, last.1));
            let mut args = common.to_vec();
            args.push(("count", Arg::Count(known.len())));
            args.push(("low", Arg::Text(&low)));
            args.push(("high", Arg::Text(&high)));
            if low == high {
                sentences.push(words.text_with("fig-say-same", &args));
            } else {
                sentences.push(words.text_with("fig-say-range", &args));
                if parts.ranks {
                    let lowest = who(studio, topic, &known, &low, parts.plural.get(language));
                    let highest = who(studio, topic, &known, &high, parts.plural.get(language));
                    let args = [("lowest", Arg::Text(&lowest)), ("highest", Arg::Text(&highest))];
                    let key =
                        if topic.is_distance { "fig-say-extremes-distance" } else { "fig-say-extremes" };
                    sentences.push(words.text_with(key, &args));
                }
            }
        }
    }
    if let Some(own) = own.filter(|_| known.len() > 1) {
        let value = topic.value(words, own.value());
        let args = [("area", Arg::Text(shown.of)), ("value", Arg::Text(&value))];
        sentences.push(match own {
            Reference::Own(_) => words.text_with("fig-say-own", &args),
            Reference::Mean(_) => words.text_with("fig-say-mean", &args),
        });
    }
    if !known.is_empty() {
        sentences.extend(lacking(studio, shown));
    }
    sentences.join(" ")
}

/// Who has this number as readers see it: a name, two names, or how many.
fn who(studio: &Studio, topic: &Topic, known: &[(AreaId, f64)], value: &str, plural: &str) -> String {
    let same: Vec<AreaId> = known
        .iter()
        .filter(|(_, other)| topic.value(studio.words, *other) == value)
        .map(|(area, _)| *area)
        .collect();
    if same.len() <= 2 {
        let names = Names::of(studio, known.iter().map(|(area, _)| *area));
        let same: Vec<String> = same.into_iter().map(|area| names.name(area)).collect();
        return studio.words.list(&same);
    }
    let args = [("count", Arg::Count(same.len())), ("plural", Arg::Text(plural))];
    studio.words.text_with("fig-count-of", &args)
}

/// Of how many parts there is no number, by the reasons that readers tell apart.
fn lacking(studio: &Studio, shown: &Shown) -> Vec<String> {
    let language = studio.words.language();
    let parts = level(studio, shown.level);
    let keys = shown.standings.iter().filter_map(|(_, standing)| match standing {
        Standing::Known { .. } => None,
        Standing::Lacking(Lack::Absent(Absence::TooFew) | Lack::TooFew) => Some("fig-say-few"),
        Standing::Lacking(Lack::Absent(Absence::Suppressed) | Lack::CountSecret) => Some("fig-say-secret"),
        Standing::Lacking(_) => Some("fig-say-unknown"),
    });
    let keys: Vec<&str> = keys.collect();
    let told = ["fig-say-few", "fig-say-secret", "fig-say-unknown"].into_iter().filter_map(|key| {
        let count = keys.iter().filter(|it| **it == key).count();
        let args = [
            ("count", Arg::Count(count)),
            ("level", Arg::Text(parts.name.get(language))),
            ("plural", Arg::Text(parts.plural.get(language))),
        ];
        (count > 0).then(|| studio.words.text_with(key, &args))
    });
    told.collect()
}

/// How many of the parts shown were in the worst class then, and are now: of those that can be compared.
pub struct Then {
    since: Period,
    before: usize,
    after: usize,
    of: usize,
}

impl Then {
    /// Absent where nothing can be compared, or there are no classes.
    pub fn of(studio: &Studio, subject: Subject, shown: &Shown, since: Period) -> Option<Then> {
        let Subject::Index(id) = subject else { return None };
        let index = &studio.scores.indices[id.0];
        let worst = u8::try_from(index.class_count().checked_sub(1)?).ok();
        if index.level != shown.level {
            return None;
        }
        let pair = Pair::new(studio.atlas, index, since, shown.period)?;
        let mut then = Then { since, before: 0, after: 0, of: 0 };
        for (area, _) in shown.standings {
            if let Ok(change) = pair.of(studio.atlas.place_in_level(*area)) {
                then.before += usize::from(change.before == worst);
                then.after += usize::from(change.after == worst);
                then.of += 1;
            }
        }
        (then.of > 0).then_some(then)
    }
}

/// How many parts fall in each class, from bad to good, and what became of the worst since the first period.
pub fn classes(studio: &Studio, topic: &Topic, shown: &Shown, then: Option<&Then>) -> String {
    let words = studio.words;
    let language = words.language();
    let parts = level(studio, shown.level);
    let period = shown.period.to_string();
    let counts = counts_by_class(shown.standings, topic.labels.len());
    let scored: usize = counts.iter().sum();
    let common = [
        ("subject", Arg::Text(&topic.name)),
        ("period", Arg::Text(&period)),
        ("area", Arg::Text(shown.of)),
        ("plural", Arg::Text(parts.plural.get(language))),
    ];
    if scored == 0 {
        return words.text_with("fig-say-none", &common);
    }
    let items: Vec<String> = counts
        .iter()
        .zip(&topic.labels)
        .rev()
        .map(|(count, label)| {
            words.text_with(
                "fig-say-class-item",
                &[("count", Arg::Count(*count)), ("class", Arg::Text(label))],
            )
        })
        .collect();
    let list = words.list(&items);
    let mut args = common.to_vec();
    args.push(("count", Arg::Count(scored)));
    args.push(("list", Arg::Text(&list)));
    args.push(("level", Arg::Text(parts.name.get(language))));
    let mut sentences = vec![words.text_with("fig-say-classes", &args)];
    if let (Some(then), Some(worst)) = (then, topic.labels.last()) {
        let since = then.since.to_string();
        let args = [
            ("class", Arg::Text(worst)),
            ("since", Arg::Text(&since)),
            ("before", Arg::Count(then.before)),
            ("period", Arg::Text(&period)),
            ("after", Arg::Count(then.after)),
            ("of", Arg::Count(then.of)),
            ("level", Arg::Text(parts.name.get(language))),
            ("plural", Arg::Text(parts.plural.get(language))),
        ];
        sentences.push(words.text_with("fig-say-classes-then", &args));
    }
    sentences.extend(lacking(studio, shown));
    sentences.join(" ")
}

fn counts_by_class(standings: &[(AreaId, Standing)], classes: usize) -> Vec<usize> {
    let mut counts = vec![0; classes];
    for (_, standing) in standings {
        if let Standing::Known { class: Some(class), .. } = standing
            && let Some(count) = counts.get_mut(usize::from(*class))
        {
            *count += 1;
        }
    }
    counts
}

/// In the order in which readers may see names: by number where the level has ranks, the highest first and
/// what is not known last; else by name. Equal ones by name, then by code.
pub fn in_order(studio: &Studio, at: LevelId, standings: &mut [(AreaId, Standing)]) {
    let by_name = |one: AreaId, other: AreaId| {
        studio.words.compare(name(studio, one), name(studio, other)).then(one.cmp(&other))
    };
    let ranks = level(studio, at).ranks;
    standings.sort_by(|(one, its), (other, others)| {
        let by_number = match (its.value(), others.value()) {
            (Some(its), Some(others)) => others.total_cmp(&its),
            (its, others) => others.is_some().cmp(&its.is_some()),
        };
        if ranks { by_number.then_with(|| by_name(*one, *other)) } else { by_name(*one, *other) }
    });
}

/// A table of the parts of an area, with a column for each period; for one period of an indicator, also with
/// what there is to say beside its numbers, and of a bottom count, how many figures are known.
pub fn table(
    studio: &Studio,
    topic: &Topic,
    subject: Subject,
    at: LevelId,
    caption: &str,
    columns: &[(Period, Vec<(AreaId, Standing)>)],
) -> Table {
    let words = studio.words;
    let first = capitalised(level(studio, at).name.get(words.language()));
    let with_classes = !topic.labels.is_empty();
    let mut head = vec![Head::names(first)];
    for (period, _) in columns {
        let period = period.to_string();
        match (with_classes, columns.len()) {
            (true, 1) => head.push(Head::words(format!("{}, {period}", words.text("fig-head-class")))),
            (true, _) => head.push(Head::words(period)),
            (false, 1) => head.push(Head::numbers(format!("{}, {period}", topic.head()))),
            (false, _) => head.push(Head::numbers(period)),
        }
    }
    let Some((_, latest)) = columns.last() else {
        return Table { caption: caption.to_owned(), head, rows: Vec::new() };
    };
    let mut order = latest.clone();
    in_order(studio, at, &mut order);
    let besides = match (subject, columns) {
        (Subject::Indicator(indicator), [(period, _)]) => {
            let rows: Vec<(AreaId, Period)> = order.iter().map(|(area, _)| (*area, *period)).collect();
            Some((indicator, *period, Besides::of(studio, indicator, &rows)))
        }
        _ => None,
    };
    head.extend(besides.iter().flat_map(|(_, _, told)| told.head(studio)));
    let known = match (subject, columns) {
        (Subject::Bottom(index), [(period, _)]) => Some((index, *period)),
        _ => None,
    };
    head.extend(known.map(|_| Head::numbers(words.text("fig-head-bottom-known"))));
    let names = Names::of(studio, order.iter().map(|(area, _)| *area));
    let rows = order
        .iter()
        .map(|(area, _)| {
            let told = besides
                .iter()
                .flat_map(|(indicator, period, told)| told.cells(studio, *indicator, *area, *period));
            let cells = columns.iter().map(|(_, standings)| {
                // Every column is in the order of the codes.
                let at = standings.binary_search_by_key(area, |(area, _)| *area);
                let standing = at.map_or(Standing::Lacking(Lack::NotEnough), |at| standings[at].1);
                cell(words, topic, standing)
            });
            let known = known.map(|(index, period)| {
                let found = studio.scores.indices[index.0].bottom(studio.atlas, *area, period);
                Cell::known(words.number(found.map_or(0, |found| found.known) as f64, 0))
            });
            std::iter::once(Cell::known(names.name(*area))).chain(cells).chain(told).chain(known).collect()
        })
        .collect();
    Table { caption: caption.to_owned(), head, rows }
}

/// A number, or the name of its class where it has one; or why there is none.
pub fn cell(words: &Words, topic: &Topic, standing: Standing) -> Cell {
    match standing {
        Standing::Known { value, class, .. } => {
            let label = class.and_then(|class| topic.labels.get(usize::from(class)));
            Cell::known(label.cloned().unwrap_or_else(|| words.number(value, topic.decimals)))
        }
        Standing::Lacking(lack) => Cell::absent(lack.words(words)),
    }
}

/// "Buurt" for "buurt".
pub fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
