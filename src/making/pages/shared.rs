//! The files that all pages share: one style sheet, one script, and the names of all areas.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::input::settings::Settings;
use crate::model::atlas::Atlas;
use crate::telling::look::{Look, SANS, SERIF, Slant};
use crate::telling::words::Words;

const STYLE: &str = include_str!("../../../templates/css/brede.css");
const FIGURES: &str = include_str!("../../../templates/css/figures.css");
const SCRIPT: &str = include_str!("../../../templates/js/brede.js");

/// A file that all pages share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shared {
    Style,
    Script,
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

/// The text of a shared file. A site replaces one by `templates/css/brede.css` or `templates/js/brede.js`.
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
    }
}

/// The names, codes and places of all areas, as a script that hands them to the search field: a page that
/// is opened from disk may load no data in another form. `[code, name, level, position of the parent]`.
pub fn names(settings: &Settings, atlas: &Atlas, words: &Words) -> String {
    let levels: Vec<&str> = settings.levels.iter().map(|level| level.name.get(words.language())).collect();
    let areas: Vec<(&str, &str, u8, i64)> = atlas
        .areas()
        .map(|(_, area)| {
            let parent = area.parent.map_or(-1, |parent| i64::from(parent.0));
            (area.code.as_str(), area.name.as_str(), area.level.0, parent)
        })
        .collect();
    let json = |value: serde_json::Result<String>| value.expect("texts and numbers are JSON");
    let (levels, areas) = (json(serde_json::to_string(&levels)), json(serde_json::to_string(&areas)));
    // U+2028 and U+2029 end a line in older scripts
    format!("bredeAreas({levels},{areas});\n").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}
