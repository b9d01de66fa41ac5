//! What readers are told of the margins of scores: they come from samples as far as their figures do.

use crate::index::{Index, IndexId, Outcome};
use crate::model::atlas::{AreaId, Period};
use crate::telling::figures::Studio;
use crate::telling::words::Arg;

/// As many decimals as figures of an index have.
const DECIMALS: u8 = 2;

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
    let middle = studio.words.number(*halves.get(halves.len() / 2)?, DECIMALS);
    let unsure = (0..outcomes.len()).filter(|place| is_unsure(index, *place, latest)).count();
    let year = latest.to_string();
    let level = &studio.settings.levels[usize::from(index.level.0)];
    let language = studio.words.language();
    let args = [
        ("year", Arg::Text(&year)),
        ("margin", Arg::Text(&middle)),
        ("part", Arg::Text(level.name.get(language))),
        ("parts", Arg::Text(level.plural.get(language))),
        ("count", Arg::Count(unsure)),
        ("scored", Arg::Count(outcomes.iter().filter(|outcome| outcome.score().is_some()).count())),
    ];
    let key = if index.breaks.is_empty() { "index-margin" } else { "index-margin-classes" };
    Some(studio.words.text_with(key, &args))
}

/// That another class is possible too, for an area of the index's level in the latest period.
pub fn unsure(studio: &Studio<'_>, area: AreaId, id: IndexId) -> Option<String> {
    let index = &studio.scores.indices[id.0];
    let place = studio.atlas.place_in_level(area);
    let is_told = studio.atlas.is_of(area, index.level) && is_unsure(index, place, index.latest()?);
    is_told.then(|| studio.words.text("since-unsure"))
}

/// How wide the margin of a score is.
pub fn explained(studio: &Studio<'_>, area: AreaId, id: IndexId, period: Period) -> Option<String> {
    let half = studio.scores.indices[id.0].margin(studio.atlas.place_in_level(area), period)?;
    let margin = studio.words.number(half, DECIMALS);
    Some(studio.words.text_with("explain-margin", &[("margin", Arg::Text(&margin))]))
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
