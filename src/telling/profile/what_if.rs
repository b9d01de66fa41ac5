//! The page on which a reader tries other weights: what stands on it before any is tried.

use serde::Serialize;

use crate::index::IndexId;
use crate::telling::address::{Addresses, SitePath, weights_data};
use crate::telling::figures::Studio;
use crate::telling::profile::left_out::{LeftOutProfile, left_out};
use crate::telling::profile::weights::{WeightsTable, weights};
use crate::telling::words::Arg;

/// An index whose weights may be tried.
#[derive(Clone, Debug, Serialize)]
pub struct WhatIfProfile {
    pub index_id: String,
    pub index_name: String,
    pub index_page: SitePath,
    pub page: SitePath,
    pub lead: String,
    /// In the order of the definition; those without weight are not offered.
    pub parts: Vec<TriedPart>,
    /// Whether they weigh the same.
    pub are_equal: bool,
    /// How many areas are listed that move most.
    pub rows: usize,
    /// Whether places are told at this level; if not, how far an area moves.
    pub has_ranks: bool,
    pub has_classes: bool,
    /// The names of the classes from the good end, as a list in JSON.
    pub labels: String,
    /// "In een andere klasse: buurten"
    pub in_other_class: String,
    /// "Zoek een buurt"
    pub search: String,
    /// "Gekozen buurt"
    pub picked: String,
    /// The script with what is reckoned with.
    pub data: SitePath,
    pub weights: WeightsTable,
    pub left_out: Option<LeftOutProfile>,
}

#[derive(Clone, Debug, Serialize)]
pub struct TriedPart {
    pub name: String,
    /// As a share of 100, as a form takes it: `22.5`.
    pub given: String,
    /// The same for readers: "22,5 %".
    pub share: String,
}

const ROWS: usize = 10;

/// The page of an index; absent where weights cannot be tried (see [`crate::input::settings::Index::is_weighed`]).
pub fn weights_page(studio: &Studio<'_>, id: IndexId) -> Option<SitePath> {
    let definition = &studio.settings.indices[id.0];
    definition.is_weighed().then(|| Addresses::new(studio.words).weights(&definition.id))
}

pub fn what_if(studio: &Studio<'_>, id: IndexId) -> WhatIfProfile {
    let words = studio.words;
    let language = words.language();
    let definition = &studio.settings.indices[id.0];
    let index = &studio.scores.indices[id.0];
    let level = &studio.settings.levels[definition.level];
    let (name, addresses) = (definition.name.get(language), Addresses::new(words));
    let year = index.latest().unwrap_or_default().to_string();
    let own = [
        ("index", Arg::Text(name)),
        ("part", Arg::Text(level.name.get(language))),
        ("parts", Arg::Text(level.plural.get(language))),
        ("year", Arg::Text(&year)),
    ];
    let labels = definition.classes.as_ref().map(|classes| classes.labels.as_slice()).unwrap_or_default();
    let labels: Vec<&str> =
        labels.iter().take(index.class_count()).map(|label| label.get(language)).collect();
    let parts = definition.domains.iter().zip(&index.domains).filter(|(_, domain)| domain.used > 0.0);
    let part = |(domain, used): (&crate::input::settings::Domain, &crate::index::Domain)| TriedPart {
        name: domain.name.get(language).to_owned(),
        given: format!("{}", (1000.0 * used.used).round() / 10.0),
        share: words.value(100.0 * used.used, "%", 1),
    };
    let parts: Vec<TriedPart> = parts.map(part).collect();
    WhatIfProfile {
        index_id: definition.id.clone(),
        index_name: name.to_owned(),
        index_page: addresses.index(&definition.id),
        page: addresses.weights(&definition.id),
        lead: words.text_with("try-lead", &own),
        are_equal: parts.iter().all(|part| part.given == parts[0].given),
        parts,
        rows: ROWS.min(studio.atlas.level_len(index.level)),
        has_ranks: level.ranks,
        has_classes: !labels.is_empty(),
        labels: serde_json::to_string(&labels).expect("texts are JSON"),
        in_other_class: words.text_with("without-head-class", &own),
        search: words.text_with("try-search", &own),
        picked: words.text_with("try-picked", &own),
        data: weights_data(&definition.id),
        weights: weights(studio, id),
        left_out: left_out(studio, id),
    }
}
