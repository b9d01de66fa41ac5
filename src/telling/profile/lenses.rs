//! The two lenses of an area: what is strong, and where it is hard.

use crate::index::{IndexId, Outcome, people};
use crate::input::settings::Lens;
use crate::model::atlas::{AreaId, IndicatorId, Period};
use crate::telling::figures::Studio;
use crate::telling::profile::bottom::among_the_worst;
use crate::telling::profile::compare::{Beside, Fact, is_model, mark, told};
use crate::telling::profile::difference::{self, Measured};
use crate::telling::profile::margin::unsure;
use crate::telling::profile::sentences::{NAMED, lower_first, upper_first};
use crate::telling::profile::since::since;
use crate::telling::profile::{Mark, Panel, Point, unusual};
use crate::telling::words::Arg;

pub const POINTS: usize = 4;
/// How many names of what is alike there are room for.
const MOST_ALIKE: usize = 3;

/// The compass: what goes better here than in the whole; of the whole itself, what got better. Where indices
/// say that it goes well, that stands below. Absent where nothing may be compared.
pub fn compass(studio: &Studio<'_>, beside: Beside, facts: &[Fact], said: &[Said]) -> Option<Panel> {
    let keys = match beside.whole {
        Some(_) => ["compass-title", "compass-lead", "compass-empty"],
        None => ["compass-title", "compass-lead-whole", "compass-empty-whole"],
    };
    let points = points(studio, beside, facts, Mark::Better, Lens::Compass);
    let notes = said.iter().filter_map(|said| match said {
        Said::Well(text) => Some(text.clone()),
        Said::Hard(_) | Said::Else(_) => None,
    });
    let alike = alike(studio, beside, facts, Lens::Compass);
    is_compared(studio, beside, facts).then(|| panel(studio, beside, keys, (points, notes.collect()), &alike))
}

/// The signal: the indices where they tell of hardship, and what goes less well. Absent where nothing may be
/// compared.
pub fn signal(studio: &Studio<'_>, beside: Beside, facts: &[Fact], said: &[Said]) -> Option<Panel> {
    let keys = match beside.whole {
        Some(_) => ["signal-title", "signal-lead", "signal-empty"],
        None => ["signal-title", "signal-lead-whole", "signal-empty-whole"],
    };
    let mut all: Vec<Point> = (said.iter())
        .filter_map(|said| match said {
            Said::Hard(text) => Some(Point { text: text.clone(), mark: Mark::Worse }),
            Said::Well(_) | Said::Else(_) => None,
        })
        .collect();
    // whatever indices say, what the standfirst names stands here too
    let room = (POINTS + 1).saturating_sub(all.len()).max(NAMED);
    all.extend(points(studio, beside, facts, Mark::Worse, Lens::Signal).into_iter().take(room));
    let mut alike = alike(studio, beside, facts, Lens::Signal);
    if points(studio, beside, facts, Mark::Better, Lens::Compass).is_empty() {
        let named: Vec<IndicatorId> = self::alike(studio, beside, facts, Lens::Compass)
            .iter()
            .take(MOST_ALIKE)
            .map(|fact| fact.indicator)
            .collect();
        alike.retain(|fact| !named.contains(&fact.indicator));
    }
    is_compared(studio, beside, facts).then(|| {
        let mut panel = panel(studio, beside, keys, (all, Vec::new()), &alike);
        if panel.points.is_empty() {
            // where the whole has no number of its own, an area may still be among the worst of its level
            let worst = all_among_the_worst(studio, beside.area);
            if !worst.is_empty() {
                panel.empty = worst.join(" ");
            }
        }
        panel
    })
}

/// What the indices say that is neither: that an area is much as the whole, why it has no score, and all that
/// those say that are no verdict.
pub fn notes(said: &[Said]) -> Vec<String> {
    let neither = said.iter().filter_map(|said| match said {
        Said::Else(text) => Some(text.clone()),
        Said::Hard(_) | Said::Well(_) => None,
    });
    neither.collect()
}

/// What each index says of an area, of those that say something.
pub fn all_said(studio: &Studio<'_>, beside: Beside) -> Vec<Said> {
    (0..studio.scores.indices.len()).filter_map(|at| said(studio, beside, IndexId(at))).collect()
}

/// What is about the same as in the whole, or of the whole itself as before, of what can be better or worse: that
/// of the lens first.
fn alike<'a>(studio: &Studio<'_>, beside: Beside, facts: &'a [Fact], first: Lens) -> Vec<&'a Fact> {
    let is_alike = |fact: &&Fact| match beside.whole {
        Some(_) => fact.mark == Mark::Same,
        None => change(studio, fact).is_some_and(|change| change.mark == Mark::Same),
    };
    let mut found: Vec<&Fact> =
        facts.iter().filter(|fact| fact.has_good_end(studio)).filter(is_alike).collect();
    found.sort_by_key(|fact| (lens(studio, fact) != first, fact.indicator));
    found
}

/// Whether anything may be compared: with the whole, or of the whole itself over the years.
fn is_compared(studio: &Studio<'_>, beside: Beside, facts: &[Fact]) -> bool {
    match beside.whole {
        Some(_) => facts.iter().any(|fact| fact.mark != Mark::None),
        None => facts.iter().any(|fact| change(studio, fact).is_some_and(|it| it.mark != Mark::None)),
    }
}

/// Without points it says so, and names what is alike.
fn panel(
    studio: &Studio<'_>,
    beside: Beside,
    [title, lead, empty]: [&str; 3],
    (points, notes): (Vec<Point>, Vec<String>),
    alike: &[&Fact],
) -> Panel {
    let words = studio.words;
    let whole = beside.whole.map(|whole| studio.atlas.area(whole).name.clone()).unwrap_or_default();
    let text = |key: &str| words.text_with(key, &[("whole", Arg::Text(&whole))]);
    let names: Vec<String> =
        alike.iter().take(MOST_ALIKE).map(|fact| lower_first(&fact.name(studio))).collect();
    let alike = if names.is_empty() {
        Vec::new()
    } else {
        let key = if beside.whole.is_some() { "panel-alike" } else { "panel-alike-whole" };
        let list = words.list(&names);
        let told = words.text_with(key, &[("whole", Arg::Text(&whole)), ("list", Arg::Text(&list))]);
        let changes = alike.iter().take(MOST_ALIKE).filter(|_| beside.whole.is_none());
        let mut cautions: Vec<String> =
            changes.filter_map(|fact| Some(change(studio, fact)?.cautions(studio, fact))).flatten().collect();
        cautions.sort();
        cautions.dedup();
        [vec![told], cautions].concat()
    };
    let empty = [vec![text(empty)], alike].concat().join(" ");
    // what is better, or worse, is announced only where there is something
    let lead = if points.is_empty() { String::new() } else { text(lead) };
    Panel { title: text(title), lead, points, empty, notes }
}

/// The lens of its theme.
fn lens(studio: &Studio<'_>, fact: &Fact) -> Lens {
    let theme = studio.atlas.indicator(fact.indicator).theme;
    theme.map_or(Lens::Signal, |theme| studio.settings.themes[theme].lens)
}

/// The most telling facts with this mark: those of the lens first, then by distance.
pub fn telling(studio: &Studio<'_>, facts: &[Fact], wanted: Mark, first: Lens) -> Vec<Fact> {
    let mut found: Vec<Fact> = facts.iter().filter(|fact| fact.mark == wanted).cloned().collect();
    found.sort_by(|one, other| {
        (lens(studio, one) != first)
            .cmp(&(lens(studio, other) != first))
            .then(other.distance.total_cmp(&one.distance))
            .then(one.indicator.cmp(&other.indicator))
    });
    found
}

/// Those of a lens, as sentences; of the whole itself its changes.
pub fn points(studio: &Studio<'_>, beside: Beside, facts: &[Fact], wanted: Mark, first: Lens) -> Vec<Point> {
    let Some(whole) = beside.whole else {
        let found = changes(studio, facts, wanted).into_iter().take(POINTS);
        return found
            .map(|(fact, change)| Point { text: change_sentence(studio, fact, &change), mark: wanted })
            .collect();
    };
    let name = &studio.atlas.area(whole).name;
    let found = telling(studio, facts, wanted, first);
    found
        .iter()
        .take(POINTS)
        .filter_map(|fact| {
            let args = [
                ("name", fact.name(studio)),
                ("value", fact.told(studio)),
                ("whole", name.clone()),
                ("other", told(studio, fact, whole, fact.whole?)),
            ];
            let args: Vec<(&str, Arg<'_>)> = args.iter().map(|(key, text)| (*key, Arg::Text(text))).collect();
            Some(Point { text: studio.words.text_with("point-beside", &args), mark: wanted })
        })
        .collect()
}

/// An indicator of an area over the years.
#[derive(Clone, Debug)]
pub struct Change {
    pub from: (Period, f64),
    pub to: (Period, f64),
    /// Whether it is one, beyond margins or threshold.
    pub mark: Mark,
    /// How many times as large as it must be for that.
    pub times: f64,
}

/// From the first known period that was measured in the same way to the one that is shown. It is an ordinary one: a
/// recovery is no gain. A model's estimates tell of no change: what changed may be the traits that it reckons with
/// (METHODS.md section 1).
pub fn change(studio: &Studio<'_>, fact: &Fact) -> Option<Change> {
    let atlas = studio.atlas;
    if !fact.is_judged || is_model(studio, fact.area, fact.indicator) {
        return None;
    }
    // another share of the parts would be another area
    let is_whole = |period: Period| {
        atlas.reckoned_from(fact.area, fact.indicator, period).is_none_or(|of| of.are_enough)
    };
    let known = |period: Period| {
        let measured = Measured::of(atlas, fact.area, fact.indicator, period).filter(|_| is_whole(period))?;
        Some((period, measured))
    };
    let to = known(fact.period)?;
    let measured_alike = |period: &Period| atlas.indicator(fact.indicator).is_same_measure(*period, to.0);
    let periods = atlas.periods(fact.indicator).filter(measured_alike);
    let ordinary = |period: &Period| unusual::of_indicator(studio, fact.indicator, &[*period]).is_empty();
    let from = { periods }.take_while(|period| *period < to.0).filter(ordinary).find_map(known)?;
    let threshold = atlas.indicator(fact.indicator).threshold;
    let direction = difference::direction(to.1, from.1, threshold);
    let size = (to.1.value - from.1.value).abs();
    let times = difference::least(to.1, from.1, threshold).map_or(0.0, |least| size / least.size());
    Some(Change {
        from: (from.0, from.1.value),
        to: (to.0, to.1.value),
        mark: mark(studio, fact.indicator, direction),
        times: if times.is_nan() { 0.0 } else { times },
    })
}

/// The changes with this mark, the clearest first.
pub fn changes<'a>(studio: &Studio<'_>, facts: &'a [Fact], wanted: Mark) -> Vec<(&'a Fact, Change)> {
    let mut found: Vec<(f64, &Fact, Change)> = facts
        .iter()
        .filter_map(|fact| {
            let change = change(studio, fact).filter(|change| change.mark == wanted)?;
            Some((change.times, fact, change))
        })
        .collect();
    found.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.indicator.cmp(&other.1.indicator)));
    found.into_iter().map(|(_, fact, change)| (fact, change)).collect()
}

/// "Laag inkomen ging van 14,2 % (2014) naar 11,0 % (2024).", and what must be known of these years.
pub fn change_sentence(studio: &Studio<'_>, fact: &Fact, change: &Change) -> String {
    let texts = fact.texts(studio);
    let language = studio.words.language();
    let unit = |value: f64| texts.unit_after(value, texts.decimals, language);
    let value = |value: f64| studio.words.value(value, unit(value), texts.decimals);
    let args = [
        ("name", fact.name(studio)),
        ("from", value(change.from.1)),
        ("start", change.from.0.to_string()),
        ("to", value(change.to.1)),
        ("end", change.to.0.to_string()),
    ];
    let rose = change.to.1 > change.from.1;
    let key = match (change.mark, studio.is_distance(fact.indicator)) {
        (Mark::Same | Mark::None, _) => "change-same",
        (_, false) if rose => "change-up",
        (_, false) => "change-down",
        (_, true) if rose => "change-further",
        (_, true) => "change-nearer",
    };
    let args: Vec<(&str, Arg<'_>)> = args.iter().map(|(key, text)| (*key, Arg::Text(text))).collect();
    let told = studio.words.text_with(key, &args);
    [vec![told], change.cautions(studio, fact)].concat().join(" ")
}

impl Change {
    /// That a year of it was not an ordinary one.
    pub fn cautions(&self, studio: &Studio<'_>, fact: &Fact) -> Vec<String> {
        unusual::of_indicator(studio, fact.indicator, &[self.from.0, self.to.0])
    }
}

/// What an index says of an area.
#[derive(Clone, Debug)]
pub enum Said {
    /// That it is hard there.
    Hard(String),
    /// That it goes well there.
    Well(String),
    /// That it is neither, or why nothing is known.
    Else(String),
}

impl Said {
    pub fn text(self) -> String {
        match self {
            Said::Hard(text) | Said::Well(text) | Said::Else(text) => text,
        }
    }
}

/// What it says of the latest period, and of then and now; absent where it says nothing.
pub fn said(studio: &Studio<'_>, beside: Beside, index: IndexId) -> Option<Said> {
    if is_said_by_another(studio, beside.area, index) {
        return None;
    }
    let without = without_domains(studio, beside.area, index);
    let is_verdict = studio.settings.indices[index.0].is_verdict;
    let with = |text: String| {
        let told = without.iter().cloned().chain(since(studio, beside.area, index));
        let told = told.chain(unsure(studio, beside.area, index));
        [upper_first(&text)].into_iter().chain(told).collect::<Vec<String>>().join(" ")
    };
    Some(match said_now(studio, beside, index)? {
        Said::Hard(text) if is_verdict => Said::Hard(with(text)),
        Said::Well(text) if is_verdict => Said::Well(with(text)),
        Said::Hard(text) | Said::Well(text) => {
            Said::Else([with(text), studio.words.text("index-no-verdict")].join(" "))
        }
        Said::Else(text) if !is_verdict && is_told(studio, beside.area, index) => {
            Said::Else([with(text), studio.words.text("index-no-verdict")].join(" "))
        }
        Said::Else(text) => Said::Else(with(text)),
    })
}

/// Whether an index tells of an area what may be taken for a verdict: its class, or those of its parts.
fn is_told(studio: &Studio<'_>, area: AreaId, id: IndexId) -> bool {
    let index = &studio.scores.indices[id.0];
    let outcome = index.latest().and_then(|latest| index.outcome(studio.atlas, area, latest));
    outcome.is_none_or(|outcome| outcome.score().is_some())
}

/// The latest of what the first index says of hardship, where one does.
pub fn hard_now(studio: &Studio<'_>, beside: Beside) -> Option<String> {
    let verdicts = (0..studio.scores.indices.len()).filter(|at| studio.settings.indices[*at].is_verdict);
    let said = verdicts.filter(|at| !is_said_by_another(studio, beside.area, IndexId(*at)));
    { said }.find_map(|at| match said_now(studio, beside, IndexId(at))? {
        Said::Hard(text) => Some(upper_first(&text)),
        Said::Well(_) | Said::Else(_) => None,
    })
}

/// In which figures of an index an area is among the worst of its level, for each index that says so.
pub fn all_among_the_worst(studio: &Studio<'_>, area: AreaId) -> Vec<String> {
    let verdicts = (0..studio.scores.indices.len()).filter(|at| studio.settings.indices[*at].is_verdict);
    verdicts.filter_map(|at| among_the_worst(studio, area, IndexId(at))).collect()
}

/// Whether an area gets the same from another level of the same definition, which stands before it: of an area above
/// both levels one is enough.
pub fn is_said_by_another(studio: &Studio<'_>, area: AreaId, id: IndexId) -> bool {
    let is_own = studio.atlas.is_of(area, studio.scores.indices[id.0].level);
    !is_own && studio.settings.same_definition(id.0).next().is_some_and(|first| first < id.0)
}

/// The domains that are not in the score of an area, since too little of them is known, and how much of the weight
/// is; absent where all are in it, or the area has no score.
pub fn without_domains(studio: &Studio<'_>, area: AreaId, id: IndexId) -> Option<String> {
    let words = studio.words;
    let index = &studio.scores.indices[id.0];
    let period = index.latest().filter(|_| studio.atlas.is_of(area, index.level))?;
    let (results, place) = (index.results.get(&period)?, studio.atlas.place_in_level(area));
    let score = results.outcomes[place].score()?;
    let lacking = (0..index.domains.len()).filter(|at| index.domains[*at].used > 0.0);
    let lacking = lacking.filter(|at| results.domain(*at, place).is_none());
    let name = |at: usize| studio.settings.indices[id.0].domains[at].name.get(words.language());
    let names: Vec<String> =
        lacking.map(|at| words.text_with("index-quoted", &[("name", Arg::Text(name(at)))])).collect();
    let (list, share) = (words.list(&names), words.value(100.0 * score.known, "%", 0));
    let args = [("count", Arg::Count(names.len())), ("list", Arg::Text(&list)), ("share", Arg::Text(&share))];
    (!names.is_empty()).then(|| words.text_with("index-without-domains", &args))
}

/// One sentence of the latest period.
pub fn said_now(studio: &Studio<'_>, beside: Beside, index: IndexId) -> Option<Said> {
    let area = beside.area;
    let scores = &studio.scores.indices[index.0];
    let definition = &studio.settings.indices[index.0];
    let language = studio.words.language();
    let name = definition.name.get(language);
    let period = scores.latest()?;
    let year = period.to_string();
    let Some(outcome) = scores.outcome(studio.atlas, area, period) else {
        // an area below the level of the index has no summary either
        return people_said(studio, beside, index, period);
    };
    let none = |key| Some(Said::Else(studio.words.text_with(key, &[("index", Arg::Text(name))])));
    match outcome {
        Outcome::Score(score) => {
            let labels = &definition.classes.as_ref()?.labels;
            let class = usize::from(score.class?);
            let args = [
                ("index", Arg::Text(name)),
                ("class", Arg::Text(labels.get(class)?.get(language))),
                ("year", Arg::Text(&year)),
            ];
            let text = studio.words.text_with("index-class", &args);
            // of what an index measures, its half of the classes speaks: of deprivation the worse half and the
            // best class, of welfare the better half and the worst class; what lies between is neither
            let last = labels.len() - 1;
            let (is_hard, is_well) = match scores.low_is_good {
                true => (class * 2 >= labels.len(), class == 0),
                false => (class == last, (class + 1) * 2 <= labels.len()),
            };
            Some(if is_hard {
                Said::Hard(text)
            } else if is_well {
                Said::Well(text)
            } else {
                Said::Else(text)
            })
        }
        Outcome::TooFew => {
            none(if is_empty(studio, area, index, period) { "index-nobody" } else { "index-too-few" })
        }
        Outcome::CountUnknown => none("index-count-unknown"),
        Outcome::CountSecret => none("index-count-secret"),
        Outcome::NotEnough { .. } => none("index-not-enough"),
    }
}

/// Whether what an index asks enough of is not there at all: nobody lives there.
fn is_empty(studio: &Studio<'_>, area: AreaId, index: IndexId, period: Period) -> bool {
    let Some((indicator, _)) = studio.settings.indices[index.0].eligible else { return false };
    let id = IndicatorId(indicator as u16);
    let level = studio.scores.indices[index.0].level;
    let counts = people::counts(studio.atlas, level, id, period);
    studio.atlas.population() == Some(id) && counts.get(studio.atlas.place_in_level(area)) == Some(&0.0)
}

/// With fewer people in parts with a score, nothing is said of them.
const ENOUGH_PEOPLE: f64 = 0.5;

/// By how many points more people than in the whole must live in the worst class before it is called hard;
/// and fewer before it is called well.
const MORE_IN_WORST: f64 = 5.0;

/// With more people in parts with a score, they are all.
const NEARLY_ALL: f64 = 0.99;

/// How many people live in parts of the worst class, and in the whole.
fn people_said(studio: &Studio<'_>, beside: Beside, index: IndexId, period: Period) -> Option<Said> {
    let words = studio.words;
    let definition = &studio.settings.indices[index.0];
    let summaries = &studio.scores.indices[index.0].results.get(&period)?.summaries;
    let share = |area: AreaId| summaries.get(&area)?.in_worst_class();
    let language = words.language();
    let own = share(beside.area)?;
    // where some live in parts without a score, the sentence says of whom it speaks
    let summary = summaries.get(&beside.area)?;
    let is_partial = summary.people < NEARLY_ALL * summary.all_people
        || (own >= 99.5 && summary.people < summary.all_people);
    let written = |share: f64| words.percent_of(share, 100.0).unwrap_or_default();
    let (own_written, year) = (written(own), period.to_string());
    let mut args = vec![
        ("share", Arg::Text(own_written.as_str())),
        ("level", Arg::Text(studio.settings.levels[definition.level].name.get(language))),
        ("index", Arg::Text(definition.name.get(language))),
        ("class", Arg::Text(definition.classes.as_ref()?.labels.last()?.get(language))),
        ("year", Arg::Text(&year)),
    ];
    if summary.people < ENOUGH_PEOPLE * summary.all_people {
        let plural = studio.settings.levels[definition.level].plural.get(language);
        args.push(("parts", Arg::Text(plural)));
        return Some(Said::Else(words.text_with("index-people-few", &args)));
    }
    let Some((whole, of_whole)) = beside.whole.and_then(|whole| Some((whole, share(whole)?))) else {
        if definition.gives_shares() {
            return None;
        }
        let key = if is_partial { "index-people-scored" } else { "index-people" };
        return Some(Said::Hard(words.text_with(key, &args)));
    };
    if own == 0.0 {
        let key = if is_partial { "index-people-none-scored" } else { "index-people-none" };
        return Some(Said::Well(words.text_with(key, &args)));
    }
    let of_whole_written = written(of_whole);
    args.push(("whole", Arg::Text(&studio.atlas.area(whole).name)));
    args.push(("other", Arg::Text(&of_whole_written)));
    let key = if is_partial { "index-people-beside-scored" } else { "index-people-beside" };
    let text = words.text_with(key, &args);
    Some(if own >= of_whole + MORE_IN_WORST {
        Said::Hard(text)
    } else if own <= of_whole - MORE_IN_WORST {
        Said::Well(text)
    } else {
        Said::Else(text)
    })
}
