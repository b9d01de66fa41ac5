//! What shapes need to know of areas: codes, levels, parents.

use std::ops::Range;

use super::cover::NOBODY;
use crate::model::atlas::{Atlas, LevelId, Set};

/// The areas by number, as in the atlas: levels from the whole to the smallest part, codes in order.
pub struct Tree<'a> {
    pub codes: Vec<&'a str>,
    /// [`NOBODY`] where there is none.
    pub parents: Vec<u32>,
    /// The areas of each level.
    pub levels: Vec<Range<u32>>,
    /// The parts of each area set; their numbers follow those of the areas.
    pub sets: Vec<Vec<u32>>,
}

impl<'a> Tree<'a> {
    pub fn of(atlas: &'a Atlas) -> Tree<'a> {
        let mut tree = Tree { codes: Vec::new(), parents: Vec::new(), levels: Vec::new(), sets: Vec::new() };
        for level in 0..atlas.level_count() {
            let start = tree.codes.len() as u32;
            for id in atlas.level(LevelId(level as u8)) {
                let area = atlas.area(id);
                tree.codes.push(&area.code);
                tree.parents.push(area.parent.map_or(NOBODY, |parent| parent.0));
            }
            tree.levels.push(start..tree.codes.len() as u32);
        }
        let parts = |set: &Set| atlas.area(set.area).children.iter().map(|part| part.0).collect();
        tree.sets = atlas.sets().iter().map(parts).collect();
        tree
    }

    /// The level of an area, by its position.
    pub fn level_of(&self, area: u32) -> Option<usize> {
        self.levels.iter().position(|level| level.contains(&area))
    }

    /// The area of a level with this code.
    pub fn find(&self, level: usize, code: &str) -> Option<u32> {
        let range = self.levels.get(level)?;
        let codes = &self.codes[range.start as usize..range.end as usize];
        codes.binary_search(&code).ok().map(|at| range.start + at as u32)
    }

    pub fn code(&self, area: u32) -> &'a str {
        self.codes[area as usize]
    }

    pub fn parent(&self, area: u32) -> u32 {
        self.parents[area as usize]
    }
}
