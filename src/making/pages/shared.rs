//! The files that pages share: one style sheet, the scripts, and the names of all areas.

use std::collections::BTreeMap;
use std::sync::Arc;

use indexmap::IndexSet;
use serde_json::json;

use crate::model::atlas::AreaId;
use crate::telling::figures::Studio;
use crate::telling::look::{Look, SANS, SERIF, Slant};

const STYLE: &str = include_str!("../../../templates/css/brede.css");
const FIGURES: &str = include_str!("../../../templates/css/figures.css");
const SCRIPT: &str = include_str!("../../../templates/js/brede.js");
const ICON: &str = include_str!("../../../templates/icon.svg");
const WEIGHTS: &str = include_str!("../../../templates/js/weights.js");

/// A file that all pages share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shared {
    Style,
    Script,
    /// Of pages on which weights are tried.
    Weights,
    /// What browsers show beside the name of a page.
    Icon,
}

/// The faces that pages use, by family, weight and slant, and their files: the rest of [`Look::faces`] is for documents.
pub const WEB_FACES: [(&str, u16, Slant, &str); 6] = [
    (SANS, 400, Slant::Upright, "sans-regular"),
    (SANS, 700, Slant::Upright, "sans-bold"),
    (SANS, 400, Slant::Italic, "sans-italic"),
    (SERIF, 400, Slant::Upright, "serif-regular"),
    (SERIF, 700, Slant::Upright, "serif-bold"),
    (SERIF, 400, Slant::Italic, "serif-italic"),
];

/// The text of a shared file. A site replaces one by one of the same path: `templates/css/brede.css`, `templates/js/brede.js`.
pub fn shared(which: Shared, look: &Look, site: &BTreeMap<Arc<str>, String>) -> String {
    let given =
        |path: &str, embedded: &'static str| site.get(path).map_or(embedded, String::as_str).to_owned();
    match which {
        Shared::Style => {
            let faces: String = WEB_FACES
                .iter()
                .map(|(family, weight, slant, file)| {
                    let style = match slant {
                        Slant::Upright => "normal",
                        Slant::Italic => "italic",
                    };
                    format!(
                        "@font-face{{font-family:\"{family}\";font-weight:{weight};font-style:{style};\
                         font-display:swap;src:url(fonts/{file}.woff2) format(\"woff2\")}}\n"
                    )
                })
                .collect();
            [
                faces,
                look.css_variables(),
                given("templates/css/figures.css", FIGURES),
                given("templates/css/brede.css", STYLE),
            ]
            .concat()
        }
        Shared::Script => given("templates/js/brede.js", SCRIPT),
        Shared::Icon => given("templates/icon.svg", ICON),
        Shared::Weights => given("templates/js/weights.js", WEIGHTS),
    }
}

/// The names, codes and places of all areas, as a script that hands them to the search field: a page that
/// is opened from disk may load no data in another form. `[code, name, kind, position of the parent]`, and where
/// readers may look for an area by other words, those, between bars.
pub fn names(studio: &Studio<'_>) -> String {
    let atlas = studio.atlas;
    let levels = studio.settings.levels.iter();
    let mut kinds: IndexSet<String> =
        levels.map(|level| level.name.get(studio.words.language()).to_owned()).collect();
    let published: IndexSet<AreaId> =
        atlas.areas().map(|(id, _)| id).filter(|id| atlas.is_published(*id)).collect();
    let areas: Vec<serde_json::Value> = published
        .iter()
        .map(|id| {
            let area = atlas.area(*id);
            let parent = area.parent.and_then(|parent| published.get_index_of(&parent));
            let kind = kinds.insert_full(studio.kind(*id)).0;
            let parent = parent.map_or(-1, |parent| parent as i64);
            let words = atlas.search_words(*id).join("|");
            if words.is_empty() {
                json!([area.code, area.name, kind, parent])
            } else {
                json!([area.code, area.name, kind, parent, words])
            }
        })
        .collect();
    let levels: Vec<&String> = kinds.iter().collect();
    let json = |value: serde_json::Result<String>| value.expect("texts and numbers are JSON");
    let (levels, areas) = (json(serde_json::to_string(&levels)), json(serde_json::to_string(&areas)));
    // U+2028 and U+2029 end a line in older scripts
    format!("bredeAreas({levels},{areas});\n").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}
