//! Digests of the parts of all that was read and reckoned, so that each leaf can name those that it shows.
//!
//! In: the atlas, the scores, the shapes and the prose as read. Out: for every area a digest of its figures,
//! of its name and of its shape; for every level, indicator and index one of what is told of it as a whole.
//! Never of anything rendered.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use serde::Serialize;

use crate::index::{Index, IndexId, Outcome};
use crate::model::atlas::{AreaId, Atlas, IndicatorId, LevelId, Margin, PartsOf, Period, Reading};
use crate::telling::figures::{OnMap, Studio, Subject};
use crate::telling::profile::{self, Ground};
use crate::telling::prose::Story;

/// The first 64 bits of a BLAKE3 hash: enough to tell two states of one thing apart.
pub type Digest = u64;

/// The digest of bytes.
pub fn of_bytes(bytes: &[u8]) -> Digest {
    let hash = blake3::hash(bytes);
    let (first, _) = hash.as_bytes().split_first_chunk().expect("a hash has 32 bytes");
    u64::from_le_bytes(*first)
}

/// The digest of a value, whatever fields it gets.
pub fn of(value: &impl Serialize) -> Digest {
    of_bytes(&postcard::to_extend(value, Vec::new()).expect("memory takes all bytes"))
}

/// Digests of numbers, names and shapes.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// By area, sets and their rests among them: every reading.
    readings: Vec<Digest>,
    /// By area: what every index says of it on pages.
    said: Vec<Digest>,
    /// By area: code, name, level, and the code of the area above.
    names: Vec<Digest>,
    /// By area: outline, place for a sign, neighbours.
    shapes: Vec<Digest>,
    /// By indicator, those of groups too, and level: every reading of its areas.
    indicators: Vec<Vec<Digest>>,
    /// By index: every outcome and summary, and how sure the order is.
    indices: Vec<Digest>,
    /// By index: the numbers of its domains.
    domains: Vec<Digest>,
    /// By level: which period its pages show, and how far its areas lie apart.
    levels: Vec<Digest>,
    /// By level: of what anything is known.
    known: Vec<Digest>,
    /// Which areas there are, and which of them are published.
    pub all_names: Digest,
    pub all_readings: Digest,
    pub all_shapes: Digest,
    /// What all areas have in common: periods and sources of the indicators, weights of the indices.
    pub catalogue: Digest,
    /// By the file of a text: all of it, with the numbers that were looked up and those of its figures.
    pub texts: BTreeMap<Arc<str>, Digest>,
}

impl Ledger {
    /// `studio` in one language, whichever: in the others the same numbers stand in what is said of change.
    pub fn new(studio: &Studio<'_>, ground: &Ground) -> Ledger {
        let atlas = studio.atlas;
        let count = atlas.area_count();
        let areas = || (0..count as u32).into_par_iter().map(AreaId);
        let indices = &studio.scores.indices;
        let levels = || (0..atlas.level_count()).map(|at| LevelId(at as u8)).collect::<Vec<_>>();
        let ids: Vec<IndicatorId> = atlas.indicators_and_groups().map(|(id, _)| id).collect();
        let mut ledger = Ledger {
            readings: areas().map(|area| readings(atlas, area)).collect(),
            said: areas().map(|area| said(studio, area)).collect(),
            names: areas().map(|area| name(atlas, area)).collect(),
            shapes: areas().map(|area| of_bytes(&studio.shapes.bytes_of(area))).collect(),
            indicators: ids.par_iter().map(|id| indicator(atlas, *id)).collect(),
            indices: indices.par_iter().map(index).collect(),
            domains: indices.par_iter().map(domains).collect(),
            levels: levels().into_par_iter().map(|it| level(studio, ground, it)).collect(),
            known: levels().into_iter().map(|it| known(atlas, it)).collect(),
            ..Ledger::default()
        };
        let published: Vec<bool> = (0..count as u32).map(|at| atlas.is_published(AreaId(at))).collect();
        ledger.all_names = of(&(&ledger.names, published, atlas.subject().map(|area| area.0)));
        ledger.all_readings = of(&ledger.readings);
        ledger.all_shapes = of(&ledger.shapes);
        ledger.catalogue = catalogue(studio);
        ledger
    }

    /// Adds the texts of a language.
    pub fn add_texts(&mut self, studio: &Studio<'_>, stories: &BTreeMap<Arc<str>, Story>) {
        let texts = stories.iter().filter(|(file, _)| !self.texts.contains_key(*file));
        let digests: Vec<(Arc<str>, Digest)> = texts
            .map(|(file, story)| {
                let figures: Vec<_> = story.prose.figures.iter().map(|spec| studio.reckon(spec)).collect();
                let told: Vec<_> = figures
                    .iter()
                    .map(|it| (&it.title, &it.subtitle, &it.sentence, &it.guide, &it.table, &it.source))
                    .collect();
                // what a figure draws: numbers finer than those of its table, and what lies beside them
                let numbers: Vec<String> = figures.iter().map(|it| it.drawn()).collect();
                let maps = story.prose.figures.iter().filter_map(|spec| studio.on_map(spec));
                let maps: Vec<Digest> = maps.map(|map| self.map(studio, &map)).collect();
                let drawn = (!told.is_empty()).then_some((&self.levels, self.all_shapes));
                (file.clone(), of(&(format!("{story:?}"), told, numbers, maps, drawn)))
            })
            .collect();
        self.texts.extend(digests);
    }

    pub fn readings(&self, area: AreaId) -> Digest {
        self.readings[area.0 as usize]
    }

    /// Its readings, and what the indices say of it.
    pub fn figures(&self, area: AreaId) -> Digest {
        of(&(self.readings[area.0 as usize], self.said[area.0 as usize]))
    }

    pub fn name(&self, area: AreaId) -> Digest {
        self.names[area.0 as usize]
    }

    pub fn shape(&self, area: AreaId) -> Digest {
        self.shapes[area.0 as usize]
    }

    /// Of all levels.
    pub fn indicator(&self, id: IndicatorId) -> Digest {
        of(&self.indicators[usize::from(id.0)])
    }

    pub fn indicator_at(&self, id: IndicatorId, level: LevelId) -> Digest {
        self.indicators[usize::from(id.0)][usize::from(level.0)]
    }

    pub fn index(&self, id: IndexId) -> Digest {
        self.indices[id.0]
    }

    pub fn domains(&self, id: IndexId) -> Digest {
        self.domains[id.0]
    }

    pub fn known(&self, level: LevelId) -> Digest {
        self.known[usize::from(level.0)]
    }

    pub fn level(&self, level: LevelId) -> Digest {
        self.levels[usize::from(level.0)]
    }

    /// Of a map: the numbers of its areas and of the one around them, and where its classes lie.
    pub fn map(&self, studio: &Studio<'_>, map: &OnMap) -> Digest {
        let mut bytes = Vec::new();
        for area in map.areas.iter().chain([&map.around]) {
            match map.subject {
                Subject::Indicator(id) => {
                    for period in &map.periods {
                        add(&mut bytes, studio.atlas, (*area, id, *period));
                        // its table tells of both
                        add_margin(&mut bytes, studio.atlas.margin(*area, id, *period));
                        let counted = studio.counted(id, *area, *period);
                        bytes.extend(counted.map_or(u64::MAX, |it| it.part.to_bits()).to_le_bytes());
                    }
                }
                Subject::Bottom(id) => {
                    for period in &map.periods {
                        let found = studio.scores.indices[id.0].bottom(studio.atlas, *area, *period);
                        bytes.extend(of(&found).to_le_bytes());
                    }
                }
                Subject::Index(id) => {
                    let index = &studio.scores.indices[id.0];
                    for period in &map.periods {
                        bytes.extend(said_in(studio.atlas, index, *area, *period).to_le_bytes());
                    }
                }
            }
        }
        of(&(bytes, &map.periods, &map.breaks, &map.carried))
    }
}

/// A reading as bytes, with the number of parts that it is of: pages and data files tell it. Nothing two readings
/// have in common.
fn add(bytes: &mut Vec<u8>, atlas: &Atlas, (area, id, period): (AreaId, IndicatorId, Period)) {
    match atlas.reading(area, id, period) {
        Reading::Value { value, origin, is_provisional } => {
            bytes.extend([1, origin as u8, u8::from(is_provisional)]);
            bytes.extend(value.to_bits().to_le_bytes());
            if let Some(PartsOf { known, all, are_enough }) = atlas.reckoned_from(area, id, period) {
                bytes.extend([known as u64, all as u64].into_iter().flat_map(u64::to_le_bytes));
                bytes.push(u8::from(are_enough));
            }
        }
        Reading::Absent(absence) => bytes.extend([0, absence as u8]),
    }
}

fn add_margin(bytes: &mut Vec<u8>, margin: Option<Margin>) {
    if let Some(margin) = margin {
        bytes.extend(of(&margin).to_le_bytes());
    }
}

fn readings(atlas: &Atlas, area: AreaId) -> Digest {
    let mut bytes = Vec::new();
    for (id, _) in atlas.indicators_and_groups() {
        for period in atlas.periods(id) {
            let reading = atlas.reading(area, id, period);
            if reading != Reading::MISSING {
                bytes.extend(id.0.to_le_bytes());
                bytes.extend(period.to_le_bytes());
                add(&mut bytes, atlas, (area, id, period));
                add_margin(&mut bytes, atlas.margin(area, id, period));
            }
        }
    }
    of_bytes(&bytes)
}

fn said(studio: &Studio<'_>, area: AreaId) -> Digest {
    let mut bytes = Vec::new();
    for (at, index) in studio.scores.indices.iter().enumerate() {
        bytes.extend(of(&profile::loose(studio, IndexId(at))).to_le_bytes());
        bytes.extend(of(&profile::since(studio, area, IndexId(at))).to_le_bytes());
        bytes.extend(of(&profile::unsure(studio, area, IndexId(at))).to_le_bytes());
        bytes.extend(of(&profile::bottom(studio, area, IndexId(at))).to_le_bytes());
        bytes.extend(of(&profile::within(studio, area, IndexId(at))).to_le_bytes());
        bytes.extend(of(&profile::without_domains(studio, area, IndexId(at))).to_le_bytes());
        bytes.extend(of(&profile::sure_of_place(studio, area, IndexId(at))).to_le_bytes());
        for period in &index.periods {
            bytes.extend(said_in(studio.atlas, index, area, *period).to_le_bytes());
            bytes.extend(of(&studio.made_of(IndexId(at), area, *period)).to_le_bytes());
        }
    }
    of_bytes(&bytes)
}

/// What an index says of an area on pages: of classes, where it has some, and else of scores. Every score
/// changes a little with any number in it; seldom does a class.
fn said_in(atlas: &Atlas, index: &Index, area: AreaId, period: Period) -> Digest {
    let outcome = index.outcome(atlas, area, period);
    let summary = index.results.get(&period).and_then(|results| results.summaries.get(&area));
    if index.class_count() == 0 {
        return of(&(outcome, summary));
    }
    let outcome = outcome.map(|outcome| match outcome {
        Outcome::Score(score) => (0, score.class),
        Outcome::TooFew => (1, None),
        Outcome::CountUnknown => (2, None),
        Outcome::CountSecret => (4, None),
        Outcome::NotEnough { .. } => (3, None),
    });
    let summary = summary.map(|it| (&it.people_by_class, it.people.to_bits(), it.all_people.to_bits()));
    of(&(outcome, summary))
}

fn name(atlas: &Atlas, id: AreaId) -> Digest {
    let area = atlas.area(id);
    let parent = area.parent.map(|parent| &atlas.area(parent).code);
    of(&(&area.code, &area.name, area.level.0, parent, atlas.search_words(id)))
}

fn indicator(atlas: &Atlas, id: IndicatorId) -> Vec<Digest> {
    let mut bytes = vec![Vec::new(); atlas.level_count()];
    for period in atlas.periods(id) {
        bytes.iter_mut().for_each(|bytes| bytes.extend(period.to_le_bytes()));
        for area in (0..atlas.area_count() as u32).map(AreaId) {
            let bytes = &mut bytes[usize::from(atlas.area(area).level.0)];
            add(bytes, atlas, (area, id, period));
            add_margin(bytes, atlas.margin(area, id, period));
        }
    }
    bytes.iter().map(|bytes| of_bytes(bytes)).collect()
}

fn index(index: &Index) -> Digest {
    let results = index.results.iter().map(|(period, results)| {
        let summaries: Vec<_> = results.summaries.iter().map(|(area, summary)| (area.0, summary)).collect();
        let told = of(&(period, &results.outcomes, summaries, index.bottoms.get(period)));
        of(&(told, columns(&results.domains), columns(&results.contributions)))
    });
    of(&(results.collect::<Vec<Digest>>(), &index.uncertainty, &index.margins))
}

fn domains(index: &Index) -> Digest {
    of(&index.results.values().map(|results| columns(&results.domains)).collect::<Vec<Digest>>())
}

fn columns(columns: &[Vec<f64>]) -> Digest {
    let numbers = columns.iter().flatten().flat_map(|value| value.to_bits().to_le_bytes());
    of_bytes(&numbers.collect::<Vec<u8>>())
}

fn level(studio: &Studio<'_>, ground: &Ground, level: LevelId) -> Digest {
    let atlas = studio.atlas;
    let told: Vec<_> = atlas
        .indicators()
        .map(|(id, _)| {
            let latest = ground.latest(id, level);
            let strip = latest.map(|period| studio.strip(id, level, period));
            let is_mostly_known = ground.is_mostly_known(id, level);
            (latest, strip, ground.spread(id, level).to_bits(), is_mostly_known)
        })
        .collect();
    of(&(told, atlas.level_len(level)))
}

fn known(atlas: &Atlas, level: LevelId) -> Digest {
    let of_indicator =
        |id| -> Vec<bool> { atlas.periods(id).map(|period| atlas.is_known_of(level, id, period)).collect() };
    of(&atlas.indicators_and_groups().map(|(id, _)| of_indicator(id)).collect::<Vec<_>>())
}

fn catalogue(studio: &Studio<'_>) -> Digest {
    let indicators: Vec<_> = studio
        .atlas
        .indicators_and_groups()
        .map(|(id, indicator)| (&indicator.sources, studio.atlas.periods(id).collect::<Vec<_>>()))
        .collect();
    let weights: Vec<Vec<u64>> = (studio.scores.indices.iter())
        .map(|index| index.domains.iter().map(|domain| domain.used.to_bits()).collect())
        .collect();
    of(&(indicators, weights))
}

/// The map of the page of an area.
pub fn map_of(studio: &Studio<'_>, ground: &Ground, area: AreaId) -> Option<OnMap> {
    studio.on_map(&profile::map(studio, ground, area)?)
}
