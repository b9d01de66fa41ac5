//! What is costly to reckon and seldom changes, from the store or anew.

use blake3::{Hash, Hasher};

use crate::diagnostic::Report;
use crate::input::settings::Settings;
use crate::input::sources::Data;
use crate::model::atlas::Atlas;
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
