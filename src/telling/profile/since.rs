//! What an index says of an area then and now, as far as both may be held against each other (METHODS.md
//! sections 2 and 3), and which readings of earlier years are in its score.

use crate::index::change::{Change, Obstacle, Pair, Tells};
use crate::index::{Carried, IndexId, Score};
use crate::model::atlas::{AreaId, IndicatorId, Period};
use crate::telling::figures::Studio;
use crate::telling::profile::{margin, unusual};
use crate::telling::words::Arg;

/// Sentences that follow the one on the latest period: of an area with a score, its class then and what was
/// carried into it; of an area above, the share of its people in the worst class over the equal panel, where no class
/// of its parts is unsure.
pub fn since(studio: &Studio<'_>, area: AreaId, id: IndexId) -> Vec<String> {
    let index = &studio.scores.indices[id.0];
    if !studio.atlas.is_of(area, index.level) {
        // how many live in parts of a class is no surer than those classes
        if margin::unsure(studio, area, id).is_some() {
            return Vec::new();
        }
        let key = "since-position-parts";
        return with_position(studio, id, (people(studio, area, id), key), index.panel.first());
    }
    let Some(latest) = index.latest() else { return Vec::new() };
    let Some(score) = score(studio, area, id, latest) else { return Vec::new() };
    if !score.carried.is_empty() {
        return vec![carried(studio, &score.carried)];
    }
    if !score.imputed.is_empty() {
        return vec![imputed(studio, &score.imputed)];
    }
    let place = studio.atlas.place_in_level(area);
    let mut obstacle = None;
    for period in index.panel.periods.iter().filter(|period| **period < latest) {
        match Pair::new(studio.atlas, index, *period, latest).map(|pair| pair.of(place)) {
            Some(Ok(change)) => {
                let told = changed(studio, id, score, &change, *period);
                return with_position(studio, id, (told, "since-position"), Some(*period));
            }
            Some(Err(why)) => obstacle = obstacle.or(Some((why, *period))),
            None => {}
        }
    }
    obstacle.and_then(|(why, period)| not_comparable(studio, why, period)).into_iter().collect()
}

/// The score of an area of the index's level.
pub fn score<'a>(studio: &Studio<'a>, area: AreaId, id: IndexId, period: Period) -> Option<&'a Score> {
    studio.scores.indices[id.0].outcome(studio.atlas, area, period)?.score()
}

/// What is told then and now, and where that says no more than a place within the year, that; and what must be known
/// of these years.
fn with_position(
    studio: &Studio<'_>,
    id: IndexId,
    (told, key): (Option<String>, &str),
    start: Option<Period>,
) -> Vec<String> {
    if told.is_none() {
        return Vec::new();
    }
    let index = &studio.scores.indices[id.0];
    let level = &studio.settings.levels[usize::from(index.level.0)];
    let args = [("parts", Arg::Text(level.plural.get(studio.words.language())))];
    let is_place = index.tells == Tells::Position;
    let place = is_place.then(|| studio.words.text_with(key, &args));
    let years: Vec<Period> = start.into_iter().chain(index.latest()).collect();
    told.into_iter().chain(place).chain(unusual::of_index(studio, id, &years)).collect()
}

/// As many decimals as figures of an index have.
pub const DECIMALS: u8 = 2;

fn changed(studio: &Studio<'_>, id: IndexId, now: &Score, change: &Change, period: Period) -> Option<String> {
    let words = studio.words;
    let definition = &studio.settings.indices[id.0];
    let label = |class: u8| definition.classes.as_ref()?.labels.get(usize::from(class));
    let before = label(change.before?)?.get(words.language());
    let year = period.to_string();
    let mut args = vec![("year", Arg::Text(&year)), ("class", Arg::Text(before))];
    let is_same = change.before == change.after;
    let Some(points) = change.points else {
        let key = match (is_same, change.is_chance) {
            (true, _) => "since-same",
            (false, true) => "since-class-chance",
            (false, false) => "since-class",
        };
        return Some(words.text_with(key, &args));
    };
    let (from, to) = (words.number(now.value - points, DECIMALS), words.number(now.value, DECIMALS));
    let is_alike = studio.scores.indices[id.0].panel.is_about_same(points, period);
    let is_nothing = from == to || is_alike;
    args.extend([("from", Arg::Text(&from)), ("to", Arg::Text(&to))]);
    let low_is_good = studio.scores.indices[id.0].low_is_good;
    args.push(("good", Arg::Text(if low_is_good { "low" } else { "high" })));
    args.push((
        "way",
        Arg::Text(if is_nothing {
            "none"
        } else if change.is_chance {
            "chance"
        } else if points > 0.0 {
            "up"
        } else {
            "down"
        }),
    ));
    Some(words.text_with(if is_same { "since-same-points" } else { "since-class-points" }, &args))
}

/// What keeps all areas from being compared is said on the page of the index, and that there was no score is
/// nothing to explain.
fn not_comparable(studio: &Studio<'_>, why: Obstacle, period: Period) -> Option<String> {
    let year = period.to_string();
    let key = match why {
        Obstacle::Carried => "since-carried-then",
        Obstacle::Imputed => "since-imputed-then",
        Obstacle::OtherIndicators => "since-other",
        Obstacle::NoScore | Obstacle::Estimated | Obstacle::Break => return None,
    };
    Some(studio.words.text_with(key, &[("year", Arg::Text(&year))]))
}

/// "Hierin telt een ouder cijfer mee: ‘Veel geluid bij huis’ van 2023."
pub fn carried(studio: &Studio<'_>, carried: &[Carried]) -> String {
    let list = carried_list(studio, carried);
    studio
        .words
        .text_with("since-carried", &[("count", Arg::Count(carried.len())), ("list", Arg::Text(&list))])
}

/// "Hierin is een cijfer aangevuld dat niet bekend is: ‘Veel geluid bij huis’."
pub fn imputed(studio: &Studio<'_>, imputed: &[IndicatorId]) -> String {
    let words = studio.words;
    let one = |id: &IndicatorId| {
        let name = studio.settings.indicators[usize::from(id.0)].name.get(words.language());
        words.text_with("index-quoted", &[("name", Arg::Text(name))])
    };
    let list = words.list(&imputed.iter().map(one).collect::<Vec<String>>());
    words.text_with("since-imputed", &[("count", Arg::Count(imputed.len())), ("list", Arg::Text(&list))])
}

/// "‘Veel geluid bij huis’ van 2023"
pub fn carried_list(studio: &Studio<'_>, carried: &[Carried]) -> String {
    let words = studio.words;
    let one = |carried: &Carried| {
        let indicator = &studio.settings.indicators[usize::from(carried.indicator.0)];
        let year = carried.of.to_string();
        let name = indicator.name.get(words.language());
        words.text_with("since-carried-item", &[("name", Arg::Text(name)), ("year", Arg::Text(&year))])
    };
    let items: Vec<String> = carried.iter().map(one).collect();
    words.list(&items)
}

fn people(studio: &Studio<'_>, area: AreaId, id: IndexId) -> Option<String> {
    let words = studio.words;
    let index = &studio.scores.indices[id.0];
    let (start, end) = (index.panel.first()?, index.latest()?);
    let share = |period: Period| {
        let share = index.panel.summaries.get(&period)?.get(&area)?.in_worst_class()?;
        words.percent_of(share, 100.0)
    };
    let summary = index.panel.summaries.get(&end)?.get(&area)?;
    let level = &studio.settings.levels[usize::from(index.level.0)];
    let (before, after) = (share(start)?, share(end)?);
    let [none, all] = [0.0, 100.0].map(|share| words.value(share, "%", 0));
    if before == after && (before == none || before == all) {
        return None;
    }
    let (start, end, name) = (start.to_string(), end.to_string(), studio.in_full(area));
    let args = [
        ("area", Arg::Text(name.as_str())),
        ("count", Arg::Count(summary.scored)),
        ("all", Arg::Count(summary.parts)),
        ("part", Arg::Text(level.name.get(words.language()))),
        ("parts", Arg::Text(level.plural.get(words.language()))),
        ("before", Arg::Text(&before)),
        ("start", Arg::Text(&start)),
        ("after", Arg::Text(&after)),
        ("end", Arg::Text(&end)),
    ];
    let key = if summary.scored == summary.parts { "since-people-all" } else { "since-people" };
    Some(words.text_with(key, &args))
}
