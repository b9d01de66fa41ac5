//! What goes together with an index: what its page tells of figures outside it.

use serde::Serialize;

use crate::index::IndexId;
use crate::index::comparison::{Comparison, Overlap, Strength, comparisons};
use crate::input::settings::Weighting;
use crate::telling::figures::{Cell, Head, Studio, Table};
use crate::telling::profile::coherence::{correlation, of_ranks};
use crate::telling::words::Arg;

/// The scores of an index held against figures outside it.
#[derive(Clone, Debug, Serialize)]
pub struct ComparisonProfile {
    pub sentences: Vec<String>,
    pub table: Table,
    /// Which of them go together with the index of themselves, and why.
    pub warnings: Vec<String>,
}

/// Absent where its definition compares it with nothing, or nobody has a score.
pub fn comparison(studio: &Studio<'_>, id: IndexId) -> Option<ComparisonProfile> {
    let compared = &studio.settings.indices[id.0].compare;
    let found = comparisons(studio.atlas, compared, &studio.scores.indices[id.0]);
    if found.is_empty() {
        return None;
    }
    let told = Told { studio, id };
    Some(ComparisonProfile {
        sentences: told.sentences(),
        warnings: found.iter().flat_map(|it| told.warnings(it)).collect(),
        table: told.table(&found),
    })
}

struct Told<'a> {
    studio: &'a Studio<'a>,
    id: IndexId,
}

impl Told<'_> {
    fn text(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let language = self.studio.words.language();
        let index = &self.studio.scores.indices[self.id.0];
        let level = &self.studio.settings.levels[usize::from(index.level.0)];
        let year = index.latest().unwrap_or_default().to_string();
        let common = [
            ("part", Arg::Text(level.name.get(language))),
            ("parts", Arg::Text(level.plural.get(language))),
            ("year", Arg::Text(&year)),
        ];
        self.studio.words.text_with(key, &[&common[..], args].concat())
    }

    fn sentences(&self) -> Vec<String> {
        let low_is_good = self.studio.scores.indices[self.id.0].low_is_good;
        let good = if low_is_good { "fig-guide-low-is-good" } else { "fig-guide-high-is-good" };
        vec![self.text("compare-read", &[]), self.studio.words.text(good), self.text("compare-caution", &[])]
    }

    fn name(&self, comparison: &Comparison) -> &str {
        let texts = &self.studio.settings.indicators[usize::from(comparison.indicator.0)];
        texts.name.get(self.studio.words.language())
    }

    fn table(&self, found: &[Comparison]) -> Table {
        let words = self.studio.words;
        let head = vec![
            Head::names(words.text("fig-head-indicator")),
            Head::words(words.text("compare-head-words")),
            Head::numbers(words.text("compare-head-correlation")),
            Head::numbers(words.text("compare-head-ranks")),
            Head::numbers(self.text("compare-head-areas", &[])),
            Head::words(words.text("fig-head-year")),
        ];
        let rows = found.iter().map(|it| {
            let name = self.name(it);
            let name = match it.weighting {
                Weighting::Areas => name.to_owned(),
                Weighting::People => words.text_with("compare-by-people", &[("name", Arg::Text(name))]),
            };
            let areas = it.correlation.map_or(Cell::absent("–"), |correlation| {
                Cell::known(words.number(correlation.pairs as f64, 0))
            });
            vec![
                Cell::known(name),
                self.in_words(it),
                correlation(words, it.correlation),
                of_ranks(words, it.correlation),
                areas,
                it.period.map_or(Cell::absent("–"), |period| Cell::known(period.to_string())),
            ]
        });
        Table { caption: self.text("compare-caption", &[]), head, rows: rows.collect() }
    }

    /// "sterk: waar de score hoger is, is dit cijfer lager"
    fn in_words(&self, comparison: &Comparison) -> Cell {
        let words = self.studio.words;
        let Some(correlation) = comparison.correlation else {
            return Cell::absent(self.text("compare-too-few", &[]));
        };
        let way = if correlation.pearson > 0.0 { "up" } else { "down" };
        let key = match Strength::of(correlation.pearson, correlation.pairs) {
            Strength::None => return Cell::known(words.text("compare-none")),
            Strength::Weak => {
                let way = [("way", Arg::Text(way))];
                return Cell::known(words.text_with("compare-way-weak", &way));
            }
            Strength::Moderate => "compare-moderate",
            Strength::Strong => "compare-strong",
        };
        let strength = words.text(key);
        let args = [("strength", Arg::Text(&strength)), ("way", Arg::Text(way))];
        Cell::known(words.text_with("compare-way", &args))
    }

    /// Why they may go together of themselves; nothing where they do not.
    fn warnings(&self, comparison: &Comparison) -> Vec<String> {
        let strength = comparison.correlation.map(|it| Strength::of(it.pearson, it.pairs));
        if matches!(strength, None | Some(Strength::None)) {
            return Vec::new();
        }
        let language = self.studio.words.language();
        let compared = &self.studio.settings.indices[self.id.0].compare;
        let compared = compared.iter().find(|it| it.indicator == usize::from(comparison.indicator.0));
        let name = self.name(comparison);
        let quoted = self.studio.words.text_with("index-quoted", &[("name", Arg::Text(name))]);
        let quoted = [("name", Arg::Text(quoted.as_str()))];
        let warning = |overlap: &Overlap| match overlap {
            Overlap::Inside => Some(self.text("compare-inside", &quoted)),
            Overlap::Estimated => Some(self.text("compare-estimated", &quoted)),
            Overlap::Declared => {
                let why = compared?.overlaps.as_ref()?.get(language);
                Some(self.text("compare-overlaps", &[&quoted[..], &[("why", Arg::Text(why))]].concat()))
            }
        };
        comparison.overlaps.iter().filter_map(warning).collect()
    }
}
