//! What an index says of an area above its level: the scores of its parts, together.

use crate::index::IndexId;
use crate::model::atlas::{AreaId, Period};
use crate::telling::figures::Studio;
use crate::telling::words::Arg;

/// As many decimals as tell scores apart.
const DECIMALS: u8 = 3;

/// Sentences on the parts of an area or a set in a period: how many have a score, the mean, the mean rank, how much of
/// the worst parts it has, and pockets. Absent where none of its parts has a score.
pub fn explain_above(studio: &Studio<'_>, area: AreaId, id: IndexId, period: Period) -> Option<Vec<String>> {
    let words = studio.words;
    let language = words.language();
    let summary = studio.scores.indices[id.0].results.get(&period)?.summaries.get(&area)?;
    let definition = &studio.settings.indices[id.0];
    let own = studio.atlas.area(area);
    let year = period.to_string();
    let score = |value: f64| words.number(value, DECIMALS);
    let share = |share: f64| words.value(100.0 * share, "%", 1);
    let [mean, lowest, highest] = [summary.mean, summary.lowest, summary.highest].map(score);
    let [tenth, extent] = [summary.in_worst_tenth, summary.extent].map(share);
    let [rank, local] = [summary.mean_rank, summary.local_concentration].map(|rank| words.number(rank, 1));
    let args = [
        ("area", Arg::Text(own.name.as_str())),
        ("code", Arg::Text(&own.code)),
        ("index", Arg::Text(definition.name.get(language))),
        ("year", Arg::Text(&year)),
        ("part", Arg::Text(studio.settings.levels[definition.level].name.get(language))),
        ("plural", Arg::Text(studio.settings.levels[definition.level].plural.get(language))),
        ("scored", Arg::Count(summary.scored)),
        ("parts", Arg::Count(summary.parts)),
        ("mean", Arg::Text(&mean)),
        ("lowest", Arg::Text(&lowest)),
        ("highest", Arg::Text(&highest)),
        ("of", Arg::Count(summary.of)),
        ("rank", Arg::Text(&rank)),
        ("local", Arg::Text(&local)),
        ("tenth", Arg::Text(&tenth)),
        ("extent", Arg::Text(&extent)),
        ("pockets", Arg::Count(summary.pockets)),
    ];
    let keys = ["explain-above", "explain-above-mean", "explain-above-rank", "explain-above-extent"];
    let pockets = (summary.pockets > 0).then_some("explain-above-pockets");
    Some(keys.into_iter().chain(pockets).map(|key| words.text_with(key, &args)).collect())
}
