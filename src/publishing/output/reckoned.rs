//! What is costly to reckon and seldom changes, from the store or anew.

use blake3::{Hash, Hasher};

use crate::diagnostic::Report;
use crate::index::uncertainty::{Uncertainty, uncertainty};
use crate::index::{IndexId, Scores};
use crate::input::settings::{self, Settings};
use crate::input::sources::Data;
use crate::model::atlas::{Atlas, IndicatorId};
use crate::model::shapes::{self, Shapes};
use crate::publishing::store::Store;

/// The shapes of all areas, with the warnings about them, which are kept beside them in the store.
pub fn shapes(
    store: &Store,
    program: Hash,
    settings: &Settings,
    atlas: &Atlas,
    data: &Data,
) -> (Shapes, Report) {
    let mut key = Hasher::new();
    key.update(program.as_bytes()).update(data.layers_digest.as_bytes());
    for (_, area) in atlas.areas() {
        key.update(area.code.as_bytes()).update(&[area.level.0]);
        key.update(&area.parent.map_or(u32::MAX, |parent| parent.0).to_le_bytes());
    }
    for set in atlas.sets() {
        let parts = &atlas.area(set.area).children;
        key.update(&(parts.len() as u64).to_le_bytes());
        parts.iter().for_each(|part| _ = key.update(&part.0.to_le_bytes()));
    }
    let key = key.finalize();
    let known = store.get("shapes", &key).and_then(|bytes| Shapes::from_bytes(&bytes));
    let notes = store.get("shape-notes", &key).and_then(|bytes| Report::from_bytes(&bytes));
    if let (Some(shapes), Some(notes)) = (known, notes) {
        return (shapes, notes);
    }
    let (shapes, notes) = shapes::draw_up(atlas, &data.layers, settings.boundaries.close_gaps);
    store.put("shapes", &key, &shapes.to_bytes());
    store.put("shape-notes", &key, &notes.to_bytes());
    (shapes, notes)
}

/// Reckons every index again with the choices that its definition says could have been made otherwise.
///
/// # Errors
/// Alternatives that do not go together.
pub fn uncertainties(
    store: &Store,
    program: Hash,
    settings: &Settings,
    atlas: &Atlas,
    mut scores: Scores,
) -> Result<(Scores, Report), Report> {
    let mut report = Report::new();
    for (at, definition) in settings.indices.iter().enumerate() {
        if definition.uncertainty.is_none() {
            continue;
        }
        let key = key(program, definition, atlas, &scores);
        let known: Option<Uncertainty> =
            store.get("uncertainty", &key).and_then(|bytes| postcard::from_bytes(&bytes).ok());
        let found = match known {
            Some(known) => Ok(Some(known)),
            None => uncertainty(&settings.indices, IndexId(at), atlas, &scores),
        };
        match found {
            Ok(found) => {
                if let Some(bytes) =
                    found.as_ref().and_then(|found| postcard::to_extend(found, Vec::new()).ok())
                {
                    store.put("uncertainty", &key, &bytes);
                }
                scores.indices[at].uncertainty = found;
            }
            Err(problems) => problems.into_iter().for_each(|problem| report.push(problem.into())),
        }
    }
    report.and(scores)
}

/// Everything that the ranks of an index follow from.
fn key(program: Hash, definition: &settings::Index, atlas: &Atlas, scores: &Scores) -> Hash {
    let mut key = Hasher::new();
    key.update(program.as_bytes()).update(format!("{definition:?}").as_bytes());
    for (_, area) in atlas.areas() {
        key.update(&area.parent.map_or(u32::MAX, |parent| parent.0).to_le_bytes());
    }
    let ingredients = definition.ingredients();
    let own = ingredients.iter().map(|ingredient| ingredient.indicator);
    let divisors = ingredients.iter().filter_map(|ingredient| ingredient.per.map(|per| per.indicator));
    let mut used: Vec<usize> = own.chain(divisors).collect();
    used.sort_unstable();
    used.dedup();
    let used = used.into_iter().map(|at| IndicatorId(at as u16));
    for id in used.chain(atlas.population()) {
        for period in atlas.periods(id) {
            key.update(&period.to_le_bytes());
            for (area, _) in atlas.areas() {
                let value = atlas.reading(area, id, period).value().unwrap_or(f64::NAN);
                key.update(&value.to_bits().to_le_bytes());
            }
        }
    }
    for index in &scores.indices {
        let outcomes = index.results.values().flat_map(|results| &results.outcomes);
        for score in outcomes.map(|outcome| outcome.score().map_or(f64::NAN, |score| score.value)) {
            key.update(&score.to_bits().to_le_bytes());
        }
    }
    key.finalize()
}
