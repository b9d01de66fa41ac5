//! In how many figures of an index an area is among the worst: what its page tells of it.

use crate::index::IndexId;
use crate::index::bottom::Bottom;
use crate::model::atlas::{AreaId, Period};
use crate::telling::figures::Studio;
use crate::telling::profile::sentences::lower_first;
use crate::telling::words::Arg;

/// How many figures are named; of the others, only how many they are.
const NAMED: usize = 6;

/// Of an index with fewer figures, no count is told.
pub const FEWEST_COUNTED: usize = 3;

/// One sentence on the latest period; absent where the area is not of the level of the index, may have no
/// score, nothing is known of it, or the index has too few figures.
pub fn bottom(studio: &Studio<'_>, area: AreaId, id: IndexId) -> Option<String> {
    told(studio, area, id, NAMED)
}

/// The same with the names of all figures, however many.
pub fn bottom_in_full(studio: &Studio<'_>, area: AreaId, id: IndexId) -> Option<String> {
    told(studio, area, id, usize::MAX)
}

fn told(studio: &Studio<'_>, area: AreaId, id: IndexId, most: usize) -> Option<String> {
    let index = &studio.scores.indices[id.0];
    let period = index.latest().filter(|_| index.indicators.len() >= FEWEST_COUNTED)?;
    let found = index.bottom(studio.atlas, area, period).filter(|found| found.known > 0)?;
    let words = studio.words;
    let level = &studio.settings.levels[usize::from(index.level.0)];
    let mut named = names(studio, found, period, most);
    if found.worst.len() > most {
        let more = [("count", Arg::Count(found.worst.len() - most))];
        named.push(words.text_with("bottom-more", &more));
    }
    let list = words.list(&named);
    let args = [
        ("index", Arg::Text(studio.settings.indices[id.0].name.get(words.language()))),
        ("count", Arg::Count(found.worst.len())),
        ("known", Arg::Count(found.known)),
        ("parts", Arg::Text(level.plural.get(words.language()))),
        ("list", Arg::Text(&list)),
    ];
    Some(words.text_with(if found.worst.is_empty() { "bottom-none" } else { "bottom-some" }, &args))
}

/// The same sentence, where the area is among the worst of its level in any of the figures.
pub fn among_the_worst(studio: &Studio<'_>, area: AreaId, id: IndexId) -> Option<String> {
    let index = &studio.scores.indices[id.0];
    let found = index.bottom(studio.atlas, area, index.latest()?)?;
    if found.worst.is_empty() { None } else { bottom(studio, area, id) }
}

/// With the year of those that were carried: "veel geluid bij huis (2023)".
fn names(studio: &Studio<'_>, found: &Bottom, period: Period, most: usize) -> Vec<String> {
    let language = studio.words.language();
    let told = found.worst.iter().take(most).map(|indicator| {
        let name = lower_first(studio.settings.indicators[usize::from(indicator.0)].name.get(language));
        let earlier = found.carried.iter().find(|carried| carried.indicator == *indicator);
        match earlier.filter(|carried| carried.of != period) {
            Some(carried) => format!("{name} ({})", carried.of),
            None => name,
        }
    });
    told.collect()
}
