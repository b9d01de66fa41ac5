//! The two lenses of an area: what is strong, and where it is hard.

use crate::index::{IndexId, Outcome, Summary};
use crate::input::settings::Lens;
use crate::model::atlas::{AreaId, Period};
use crate::telling::figures::Studio;
use crate::telling::profile::compare::{Beside, Fact, mark, shown};
use crate::telling::profile::{Mark, Panel, Point};
use crate::telling::words::Arg;

const POINTS: usize = 4;

/// The compass: what goes better here than in the whole; of the whole itself, what got better.
pub fn compass(studio: &Studio<'_>, beside: Beside, facts: &[Fact]) -> Panel {
    let (title, lead, empty) = match beside.whole {
        Some(_) => ("compass-title", "compass-lead", "compass-empty"),
        None => ("compass-title", "compass-lead-whole", "compass-empty-whole"),
    };
    let points = points(studio, beside, facts, Mark::Better, Lens::Compass);
    panel(studio, beside, [title, lead, empty], points)
}

/// The signal: the indices, and what goes less well.
pub fn signal(studio: &Studio<'_>, beside: Beside, facts: &[Fact]) -> Panel {
    let (title, lead, empty) = match beside.whole {
        Some(_) => ("signal-title", "signal-lead", "signal-empty"),
        None => ("signal-title", "signal-lead-whole", "signal-empty-whole"),
    };
    let mut all = Vec::new();
    for index in 0..studio.scores.indices.len() {
        all.extend(
            index_sentence(studio, beside.area, IndexId(index)).map(|text| Point { text, mark: Mark::None }),
        );
    }
    all.extend(points(studio, beside, facts, Mark::Worse, Lens::Signal));
    all.truncate(POINTS + 1);
    panel(studio, beside, [title, lead, empty], all)
}

fn panel(studio: &Studio<'_>, beside: Beside, keys: [&str; 3], points: Vec<Point>) -> Panel {
    let whole = beside.whole.map(|whole| studio.atlas.area(whole).name.clone()).unwrap_or_default();
    let text = |key: &str| studio.words.text_with(key, &[("whole", Arg::Text(&whole))]);
    let [title, lead, empty] = keys;
    Panel { title: text(title), lead: text(lead), points, empty: text(empty) }
}

/// The most telling facts with this mark: those of the lens first, then by distance.
pub fn telling(studio: &Studio<'_>, facts: &[Fact], wanted: Mark, first: Lens) -> Vec<Fact> {
    let lens = |fact: &Fact| {
        let theme = studio.atlas.indicator(fact.indicator).theme;
        theme.map_or(Lens::Signal, |theme| studio.settings.themes[theme].lens)
    };
    let mut found: Vec<Fact> = facts.iter().filter(|fact| fact.mark == wanted).cloned().collect();
    found.sort_by(|one, other| {
        (lens(one) != first)
            .cmp(&(lens(other) != first))
            .then(other.distance.total_cmp(&one.distance))
            .then(one.indicator.cmp(&other.indicator))
    });
    found
}

fn points(studio: &Studio<'_>, beside: Beside, facts: &[Fact], wanted: Mark, first: Lens) -> Vec<Point> {
    let Some(whole) = beside.whole else { return changes(studio, facts, wanted) };
    let name = &studio.atlas.area(whole).name;
    let found = telling(studio, facts, wanted, first);
    found
        .iter()
        .take(POINTS)
        .filter_map(|fact| {
            let args = [
                ("name", fact.name(studio)),
                ("value", fact.value(studio)),
                ("whole", name.clone()),
                ("other", shown(studio, fact.texts(studio), fact.whole?)),
            ];
            let args: Vec<(&str, Arg<'_>)> = args.iter().map(|(key, text)| (*key, Arg::Text(text))).collect();
            Some(Point { text: studio.words.text_with("point-beside", &args), mark: wanted })
        })
        .collect()
}

/// An indicator of an area over the years, where that is a change beyond the threshold.
#[derive(Clone, Debug)]
pub struct Change {
    pub from: (Period, f64),
    pub to: (Period, f64),
    pub mark: Mark,
}

/// From the first known period to the one that is shown.
pub fn change(studio: &Studio<'_>, fact: &Fact) -> Option<Change> {
    let atlas = studio.atlas;
    let to = (fact.period, fact.reading.value()?);
    let known = |period: Period| Some((period, atlas.reading(fact.area, fact.indicator, period).value()?));
    let from = atlas.periods(fact.indicator).find_map(known).filter(|from| from.0 < to.0)?;
    Some(Change { from, to, mark: mark(studio, fact.indicator, to.1 - from.1) })
}

fn changes(studio: &Studio<'_>, facts: &[Fact], wanted: Mark) -> Vec<Point> {
    let mut found: Vec<(f64, &Fact, Change)> = facts
        .iter()
        .filter_map(|fact| {
            let change = change(studio, fact).filter(|change| change.mark == wanted)?;
            let threshold = studio.atlas.indicator(fact.indicator).threshold?;
            Some(((change.to.1 - change.from.1).abs() / threshold, fact, change))
        })
        .collect();
    found.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.indicator.cmp(&other.1.indicator)));
    found
        .into_iter()
        .take(POINTS)
        .map(|(_, fact, change)| Point { text: change_sentence(studio, fact, &change), mark: wanted })
        .collect()
}

/// "Laag inkomen ging van 14,2 % (2014) naar 11,0 % (2024)."
pub fn change_sentence(studio: &Studio<'_>, fact: &Fact, change: &Change) -> String {
    let texts = fact.texts(studio);
    let unit = texts.unit.get(studio.words.language());
    let value = |value: f64| studio.words.value(value, unit, texts.decimals);
    let args = [
        ("name", fact.name(studio)),
        ("from", value(change.from.1)),
        ("start", change.from.0.to_string()),
        ("to", value(change.to.1)),
        ("end", change.to.0.to_string()),
    ];
    let key = match change.mark {
        Mark::Same | Mark::None => "change-same",
        Mark::Better | Mark::Worse | Mark::Higher | Mark::Lower if change.to.1 > change.from.1 => "change-up",
        Mark::Better | Mark::Worse | Mark::Higher | Mark::Lower => "change-down",
    };
    let args: Vec<(&str, Arg<'_>)> = args.iter().map(|(key, text)| (*key, Arg::Text(text))).collect();
    studio.words.text_with(key, &args)
}

/// What an index says of an area, in one sentence; absent where it says nothing.
pub fn index_sentence(studio: &Studio<'_>, area: AreaId, index: IndexId) -> Option<String> {
    let scores = &studio.scores.indices[index.0];
    let definition = &studio.settings.indices[index.0];
    let language = studio.words.language();
    let name = definition.name.get(language);
    let period = scores.latest()?;
    let results = scores.results.get(&period)?;
    let year = period.to_string();
    let level = studio.atlas.area(area).level;
    if level < scores.level {
        let summary = results.summaries.get(&area)?;
        return summary_sentence(studio, index, summary, &year);
    }
    if level > scores.level {
        return None;
    }
    Some(match &results.outcomes[studio.atlas.place_in_level(area)] {
        Outcome::Score(score) => {
            let labels = definition.classes.as_ref()?;
            let label = labels.labels.get(usize::from(score.class?))?.get(language);
            let args = [("index", Arg::Text(name)), ("class", Arg::Text(label)), ("year", Arg::Text(&year))];
            studio.words.text_with("index-class", &args)
        }
        Outcome::TooFew => studio.words.text_with("index-too-few", &[("index", Arg::Text(name))]),
        Outcome::CountUnknown => studio.words.text_with("index-count-unknown", &[("index", Arg::Text(name))]),
        Outcome::NotEnough { .. } => {
            studio.words.text_with("index-not-enough", &[("index", Arg::Text(name))])
        }
    })
}

/// How many people live in parts of the worst class.
fn summary_sentence(studio: &Studio<'_>, index: IndexId, summary: &Summary, year: &str) -> Option<String> {
    let definition = &studio.settings.indices[index.0];
    let level = &studio.settings.levels[definition.level];
    let language = studio.words.language();
    let label = definition.classes.as_ref()?.labels.last()?.get(language);
    let share = studio.words.percent_of(*summary.people_by_class.last()?, summary.people)?;
    let args = [
        ("share", Arg::Text(&share)),
        ("level", Arg::Text(level.name.get(language))),
        ("index", Arg::Text(definition.name.get(language))),
        ("class", Arg::Text(label)),
        ("year", Arg::Text(year)),
    ];
    Some(studio.words.text_with("index-people", &args))
}
