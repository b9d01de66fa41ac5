//! The weights of an index in all layers, as given and as used, and what equal weights would change.

use serde::Serialize;

use crate::index::shift::Moved;
use crate::index::{IndexId, Weight};
use crate::input::settings::{Domain, Parts, Text, Weighing};
use crate::telling::figures::Studio;
use crate::telling::profile::index::decimals;
use crate::telling::words::{Arg, Words};

/// The weights of an index, a row for each part of every layer.
#[derive(Clone, Debug, Serialize)]
pub struct WeightsTable {
    pub caption: String,
    /// Each before what is in it.
    pub rows: Vec<WeightRow>,
    /// What equal weights would change; empty where no weights are given, or no two differ.
    pub equal: Vec<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct WeightRow {
    /// 0 for a domain of the index, 1 for what is in it, and so on.
    pub depth: usize,
    pub name: String,
    /// The names of what it is in, for who does not see the indentation: "in Inkomen en werk".
    pub within: Option<String>,
    /// As the author wrote it; or where it comes from.
    pub given: String,
    /// The share of its layer, and of the index.
    pub used: String,
    pub overall: String,
    pub why: Option<String>,
}

pub fn weights(studio: &Studio<'_>, id: IndexId) -> WeightsTable {
    let definition = &studio.settings.indices[id.0];
    let mut told = Told { studio, weights: studio.scores.indices[id.0].parts.iter(), rows: Vec::new() };
    told.domains(&definition.domains, definition.combine.weigh, &mut Vec::new());
    let name = definition.name.get(studio.words.language());
    WeightsTable {
        caption: studio.words.text_with("weights-caption", &[("index", Arg::Text(name))]),
        rows: told.rows,
        equal: beside(studio, id),
    }
}

struct Told<'a> {
    studio: &'a Studio<'a>,
    /// Those of the index, which stand in the order of its definition.
    weights: std::slice::Iter<'a, Weight>,
    rows: Vec<WeightRow>,
}

impl<'a> Told<'a> {
    fn domains(&mut self, domains: &'a [Domain], weigh: Weighing, above: &mut Vec<&'a str>) {
        let language = self.studio.words.language();
        for domain in domains {
            let name = domain.name.get(language);
            self.row(name, above, weigh, domain.why.as_ref());
            above.push(name);
            match &domain.parts {
                Parts::Domains(inner) => self.domains(inner, domain.combine.weigh, above),
                Parts::Indicators(ingredients) => {
                    for ingredient in ingredients {
                        let name = self.studio.settings.indicators[ingredient.indicator].name.get(language);
                        self.row(name, above, domain.combine.weigh, ingredient.why.as_ref());
                    }
                }
                Parts::Index { index, .. } => {
                    let name = self.studio.settings.indices[*index].name.get(language);
                    self.row(name, above, Weighing::Given, None);
                }
            }
            above.pop();
        }
    }

    fn row(&mut self, name: &str, above: &[&str], weigh: Weighing, why: Option<&Text>) {
        let words = self.studio.words;
        let Some(weight) = self.weights.next() else { return };
        let share = |of: f64| words.value(100.0 * of, "%", 1);
        self.rows.push(WeightRow {
            depth: weight.depth,
            name: name.to_owned(),
            within: within(words, above),
            given: given(words, weigh, weight.given),
            used: share(weight.used),
            overall: share(weight.overall),
            why: why.map(|why| why.get(words.language()).to_owned()),
        });
    }
}

/// A weight as its author gave it, or what finds the weights of its layer.
pub fn given(words: &Words, weigh: Weighing, weight: f64) -> String {
    match weigh {
        Weighing::Given => words.number(weight, decimals(weight)),
        Weighing::Equal => words.text("weights-equal"),
        Weighing::FirstComponent => words.text("weights-component"),
        Weighing::Entropy => words.text("weights-entropy"),
    }
}

/// "(in Woonomgeving, Lucht en geluid)": the names of all that a part is in, the outermost first; absent where it
/// is in nothing.
pub fn within(words: &Words, around: &[&str]) -> Option<String> {
    let names = around.join(", ");
    (!names.is_empty()).then(|| words.text_with("weights-within", &[("around", Arg::Text(&names))]))
}

/// As many decimals as correlations near 1 are told apart by.
pub const DECIMALS: u8 = 3;

/// What the index is with equal weights beside it.
fn beside(studio: &Studio<'_>, id: IndexId) -> Vec<String> {
    let Some(equal) = &studio.scores.indices[id.0].equal else { return Vec::new() };
    let words = studio.words;
    let level = &studio.settings.levels[studio.settings.indices[id.0].level];
    let year = equal.period.to_string();
    // ranks that are shared differ by halves
    let shift = equal.shift.largest.map_or(0.0, Moved::distance).ceil() as usize;
    let own = [
        ("count", Arg::Count(equal.shift.areas)),
        ("part", Arg::Text(level.name.get(words.language()))),
        ("parts", Arg::Text(level.plural.get(words.language()))),
        ("year", Arg::Text(&year)),
        ("shift", Arg::Count(shift)),
        ("lost", Arg::Count(equal.shift.lost)),
        ("gained", Arg::Count(equal.shift.gained)),
    ];
    let mut sentences = Vec::new();
    if let Some(correlation) = equal.shift.spearman {
        let r = words.number(correlation, DECIMALS);
        sentences.push(words.text_with("equal-order", &[&own[..], &[("r", Arg::Text(&r))]].concat()));
    }
    if let Some(moved) = equal.shift.other_class {
        sentences
            .push(words.text_with("equal-classes", &[&own[..], &[("moved", Arg::Count(moved))]].concat()));
    }
    sentences.push(words.text_with("equal-shift", &own));
    if equal.shift.lost > 0 {
        sentences.push(words.text_with("equal-lost", &own));
    }
    if equal.shift.gained > 0 {
        sentences.push(words.text_with("equal-gained", &own));
    }
    sentences
}
