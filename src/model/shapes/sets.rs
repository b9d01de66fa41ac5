//! The borders of area sets, joined from those of their parts.
//!
//! Sets may overlap, and a mosaic has one owner for each place: sets without a part in common share one.

use super::cover::NOBODY;
use super::mosaic::Mosaic;
use super::tree::Tree;

/// The mosaics of all sets; `levels` are those of the levels, from the whole to the smallest part.
pub fn mosaics(tree: &Tree<'_>, levels: &[Mosaic]) -> Vec<Mosaic> {
    let mut layers: Vec<Layer> = Vec::new();
    for (at, parts) in tree.sets.iter().enumerate() {
        let set = (tree.codes.len() + at) as u32;
        let Some(level) = parts.first().and_then(|part| tree.level_of(*part)) else { continue };
        let range = tree.levels[level].clone();
        let place = |part: &u32| (part - range.start) as usize;
        let free = layers.iter_mut().find(|layer| {
            layer.level == level && parts.iter().all(|part| layer.owners[place(part)] == NOBODY)
        });
        let layer = match free {
            Some(layer) => layer,
            None => {
                layers.push(Layer { level, owners: vec![NOBODY; range.len()] });
                layers.last_mut().expect("one was just added")
            }
        };
        parts.iter().for_each(|part| layer.owners[place(part)] = set);
    }
    let joined = layers.iter().map(|layer| {
        let start = tree.levels[layer.level].start;
        levels[layer.level].joined(|area| layer.owners[(area - start) as usize])
    });
    joined.collect()
}

/// Sets of one level that do not overlap.
struct Layer {
    level: usize,
    /// By the place of an area in its level.
    owners: Vec<u32>,
}
