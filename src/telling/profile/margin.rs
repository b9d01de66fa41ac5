//! What readers are told of the margins of scores: they come from samples as far as their figures do.

use crate::index::normalise::ends;
use crate::index::{Index, IndexId, Outcome};
use crate::model::atlas::{AreaId, Period};
use crate::telling::figures::Studio;
use crate::telling::profile::since::DECIMALS;
use crate::telling::words::Arg;

/// How wide the margins of the latest scores are, and how many could be in another class for it; absent where no
/// score has a margin.
pub fn margins(studio: &Studio<'_>, id: IndexId) -> Option<String> {
    let index = &studio.scores.indices[id.0];
    let latest = index.latest()?;
    let outcomes = &index.results.get(&latest)?.outcomes;
    let mut halves: Vec<f64> = (0..outcomes.len())
        .filter(|place| outcomes[*place].score().is_some())
        .filter_map(|place| index.margin(place, latest))
        .collect();
    halves.sort_by(f64::total_cmp);
    let scores: Vec<f64> = outcomes.iter().filter_map(Outcome::score).map(|score| score.value).collect();
    let (lowest, highest) = ends(&scores)?;
    let [lowest, highest] = [lowest, highest].map(|end| studio.words.number(end, DECIMALS));
    let middle = studio.words.number(*halves.get(halves.len() / 2)?, DECIMALS);
    let unsure = (0..outcomes.len()).filter(|place| is_unsure(index, *place, latest)).count();
    let year = latest.to_string();
    let level = &studio.settings.levels[usize::from(index.level.0)];
    let language = studio.words.language();
    let args = [
        ("year", Arg::Text(&year)),
        ("margin", Arg::Text(&middle)),
        ("lowest", Arg::Text(&lowest)),
        ("highest", Arg::Text(&highest)),
        ("part", Arg::Text(level.name.get(language))),
        ("parts", Arg::Text(level.plural.get(language))),
        ("count", Arg::Count(unsure)),
        ("scored", Arg::Count(scores.len())),
    ];
    let key = if index.breaks.is_empty() { "index-margin" } else { "index-margin-classes" };
    Some(studio.words.text_with(key, &args))
}

/// That another class is possible too in the latest period: for the area, or for parts of it where it is above the
/// index's level.
pub fn unsure(studio: &Studio<'_>, area: AreaId, id: IndexId) -> Option<String> {
    let index = &studio.scores.indices[id.0];
    let latest = index.latest().filter(|_| !index.margins.is_empty())?;
    let is_told = |area: &AreaId| is_unsure(index, studio.atlas.place_in_level(*area), latest);
    if studio.atlas.is_of(area, index.level) {
        return is_told(&area).then(|| studio.words.text("since-unsure"));
    }
    let level = &studio.settings.levels[usize::from(index.level.0)];
    let args = [("parts", Arg::Text(level.plural.get(studio.words.language())))];
    let has_unsure = studio.atlas.within(area, index.level).iter().any(is_told);
    has_unsure.then(|| studio.words.text_with("since-unsure-parts", &args))
}

/// How wide the margin of a score is, and whether it reaches into another class.
pub fn explained(studio: &Studio<'_>, area: AreaId, id: IndexId, period: Period) -> Option<String> {
    let index = &studio.scores.indices[id.0];
    let place = studio.atlas.place_in_level(area);
    let margin = studio.words.number(index.margin(place, period)?, DECIMALS);
    let unsure = if is_unsure(index, place, period) { "yes" } else { "no" };
    let args = [("margin", Arg::Text(margin.as_str())), ("unsure", Arg::Text(unsure))];
    Some(studio.words.text_with("explain-margin", &args))
}

/// Whether the margin of a score reaches into another class.
fn is_unsure(index: &Index, place: usize, period: Period) -> bool {
    let outcome = index.results.get(&period).and_then(|results| results.outcomes.get(place));
    let Some((score, half)) = outcome.and_then(Outcome::score).zip(index.margin(place, period)) else {
        return false;
    };
    let above = |value: f64| index.breaks.partition_point(|limit| *limit <= value);
    above(score.value - half) != above(score.value + half)
}
