//! What stands in the columns of data files, for who takes them without this site.
//!
//! One list for each kind of file. A name with `…` stands for all columns that begin or end like it: those of every
//! language, domain, indicator or class.

use serde::Serialize;

use crate::telling::figures::Studio;

/// The columns of one kind of file.
#[derive(Clone, Debug, Serialize)]
pub struct Columns {
    pub title: String,
    /// In the order of the file: the name as it stands there, and what it says.
    pub columns: Vec<(&'static str, String)>,
}

/// The name of a column, and the string that explains it.
type Explained = (&'static str, &'static str);

const AREAS: [Explained; 4] = [
    ("area", "column-area"),
    ("name", "column-name"),
    ("level", "column-level"),
    ("parent", "column-parent"),
];

const SETS: [Explained; 2] = [("set", "column-set"), ("area", "column-area-in-set")];

const MEANINGS: [Explained; 19] = [
    ("indicator", "column-indicator"),
    ("name_…", "column-names"),
    ("unit_…", "column-units"),
    ("about_…", "column-abouts"),
    ("theme", "column-theme"),
    ("measure", "column-measure"),
    ("of", "column-of-count"),
    ("numerator", "column-numerator"),
    ("times", "column-times"),
    ("good", "column-good"),
    ("kind", "column-kind-whole"),
    ("measured", "column-measured"),
    ("kind_below", "column-kind-below"),
    ("threshold", "column-threshold"),
    ("decimals", "column-decimals"),
    ("periods", "column-periods"),
    ("sources", "column-sources"),
    ("carry", "column-carry"),
    ("groups", "column-groups"),
];

const GROUPS: [Explained; 5] = [
    ("group", "column-group-code"),
    ("by", "column-by"),
    ("by_…", "column-by-names"),
    ("name_…", "column-group-names"),
    ("people_…", "column-group-people"),
];

const READINGS: [Explained; 17] = [
    ("area", "column-area"),
    ("name", "column-name"),
    ("level", "column-level"),
    ("indicator", "column-indicator"),
    ("period", "column-period"),
    ("value", "column-value"),
    ("status", "column-status"),
    ("provisional", "column-provisional"),
    ("origin", "column-origin"),
    ("parts_known", "column-parts-known"),
    ("parts", "column-parts"),
    ("kind", "column-kind"),
    ("lower", "column-lower"),
    ("upper", "column-upper"),
    ("n", "column-n"),
    ("differs", "column-differs"),
    ("group", "column-group"),
];

const SCORES: [Explained; 20] = [
    ("area", "column-area"),
    ("name", "column-name"),
    ("period", "column-period"),
    ("status", "column-score-status"),
    ("score", "column-score"),
    ("rank", "column-rank"),
    ("of", "column-of"),
    ("class", "column-class"),
    ("class_name", "column-class-name"),
    ("known", "column-known"),
    ("…_score", "column-domain-score"),
    ("…_contribution", "column-contribution"),
    ("…_adds", "column-adds"),
    ("bottom_count", "column-bottom-count"),
    ("bottom_known", "column-bottom-known"),
    ("bottom_indicators", "column-bottom-indicators"),
    ("carried", "column-carried"),
    ("imputed", "column-imputed"),
    ("comparable", "column-comparable"),
    ("points_to_latest", "column-points-to-latest"),
];

/// Only where an index asks for a count.
const COUNT: Explained = ("eligible_count", "column-eligible-count");

/// Only where figures of an index come from samples.
const MARGIN: Explained = ("margin", "column-margin");

/// Only where an index was reckoned again with other choices.
const RANKS: [Explained; 3] = [
    ("rank_low", "column-rank-low"),
    ("rank_median", "column-rank-median"),
    ("rank_high", "column-rank-high"),
];

const ABOVE: [Explained; 19] = [
    ("area", "column-area"),
    ("name", "column-name"),
    ("level", "column-level"),
    ("period", "column-period"),
    ("parts", "column-above-parts"),
    ("scored", "column-scored"),
    ("people", "column-people"),
    ("people_scored", "column-people-scored"),
    ("mean_score", "column-mean-score"),
    ("lowest_score", "column-lowest-score"),
    ("highest_score", "column-highest-score"),
    ("of", "column-of"),
    ("mean_rank", "column-mean-rank"),
    ("in_worst_tenth", "column-in-worst-tenth"),
    ("extent", "column-extent"),
    ("local_concentration", "column-local-concentration"),
    ("pockets", "column-pockets"),
    ("people_class_…", "column-people-class"),
    ("parts_class_…", "column-parts-class"),
];

/// A list for each kind of file that the site has.
pub fn columns(studio: &Studio<'_>) -> Vec<Columns> {
    let (words, settings, atlas) = (studio.words, studio.settings, studio.atlas);
    let is_ranked_again = settings.indices.iter().any(|index| index.uncertainty.is_some());
    let is_counted = settings.indices.iter().any(|index| index.eligible.is_some());
    let count = is_counted.then_some(&COUNT);
    let has_margins = studio.scores.indices.iter().any(|index| !index.margins.is_empty());
    let margin = has_margins.then_some(&MARGIN);
    let scores = SCORES.iter().chain(count).chain(margin).chain(RANKS.iter().filter(|_| is_ranked_again));
    let has_above = settings.indices.iter().any(|index| index.level > 0);
    let kinds: [(&str, Vec<&Explained>, bool); 7] = [
        ("columns-areas", AREAS.iter().collect(), true),
        ("columns-sets", SETS.iter().collect(), !atlas.sets().is_empty()),
        ("columns-meanings", MEANINGS.iter().collect(), true),
        ("columns-groups", GROUPS.iter().collect(), !atlas.breakdowns().is_empty()),
        ("columns-readings", READINGS.iter().collect(), true),
        ("columns-scores", scores.collect(), !settings.indices.is_empty()),
        ("columns-above", ABOVE.iter().collect(), has_above),
    ];
    let told = kinds.into_iter().filter(|(_, _, is_there)| *is_there);
    told.map(|(title, columns, _)| Columns {
        title: words.text(title),
        columns: columns.into_iter().map(|(name, key)| (*name, words.text(key))).collect(),
    })
    .collect()
}
