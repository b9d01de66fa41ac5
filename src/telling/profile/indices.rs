//! The list of the indices of a site that has several.

use serde::Serialize;

use crate::index::IndexId;
use crate::telling::address::{Addresses, SitePath};
use crate::telling::figures::Studio;
use crate::telling::profile::Link;
use crate::telling::profile::compare::Beside;
use crate::telling::profile::index::others;
use crate::telling::words::Arg;

/// An index in short.
#[derive(Clone, Debug, Serialize)]
pub struct IndexSummary {
    pub name: String,
    pub about: Option<String>,
    pub page: SitePath,
    /// Of which areas it is, and its periods: "buurten, 2014, 2019 en 2024".
    pub kicker: String,
    /// What it finds in the whole; absent where it has no classes, or where there is no whole.
    pub finding: Option<String>,
    /// The same definition at other levels.
    pub others: Vec<Link>,
}

/// Every index in the order of the site; of one definition at several levels the first.
pub fn indices(studio: &Studio<'_>) -> Vec<IndexSummary> {
    studio.settings.definitions().map(|at| summary(studio, IndexId(at))).collect()
}

fn summary(studio: &Studio<'_>, id: IndexId) -> IndexSummary {
    let words = studio.words;
    let language = words.language();
    let definition = &studio.settings.indices[id.0];
    let years: Vec<String> = studio.scores.indices[id.0].periods.iter().map(i32::to_string).collect();
    let level = &studio.settings.levels[definition.level];
    let args =
        [("parts", Arg::Text(level.plural.get(language))), ("periods", Arg::Text(&words.list(&years)))];
    let whole = studio.atlas.subject();
    let said = whole.and_then(|whole| super::lenses::said(studio, Beside::of(studio, whole), id));
    IndexSummary {
        name: definition.name.get(language).to_owned(),
        about: definition.about.as_ref().map(|about| about.get(language).to_owned()),
        page: Addresses::new(words).index(&definition.id),
        kicker: words.text_with("indices-of", &args),
        finding: said.map(super::lenses::Said::text),
        others: others(studio, id),
    }
}
