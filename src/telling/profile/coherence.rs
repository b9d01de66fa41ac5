//! Whether the parts of an index belong together: what its page tells of it.

use serde::Serialize;

use crate::index::IndexId;
use crate::index::coherence::{Alpha, Coherence, Flag, Part};
use crate::index::correlation::Correlation;
use crate::telling::figures::{Cell, Head, Studio, Table};
use crate::telling::words::{Arg, Words};

/// How the parts of an index go together in its latest period.
#[derive(Clone, Debug, Serialize)]
pub struct CoherenceProfile {
    pub sentences: Vec<String>,
    /// What stands out: parts that work against each other, and parts that say nearly the same.
    pub flags: Vec<String>,
    /// Of the domains, and of the figures.
    pub tables: Vec<Table>,
}

/// As many decimals as correlations are told with.
pub const DECIMALS: u8 = 2;

/// From this alpha on, parts are commonly said to measure one thing (OECD/JRC handbook, step 4).
const ENOUGH: f64 = 0.7;

/// How many flags are told one by one.
const MOST_FLAGS: usize = 8;

/// Absent where no area has a score, or there are no two parts.
pub fn coherence(studio: &Studio<'_>, id: IndexId) -> Option<CoherenceProfile> {
    let coherence = Coherence::of(&studio.settings.indices, id, studio.atlas, studio.scores)?;
    if coherence.domains.len() < 2 && coherence.indicators.len() < 2 {
        return None;
    }
    let told = Told { studio, id, coherence: &coherence };
    Some(CoherenceProfile {
        sentences: told.sentences(),
        flags: told.flags(),
        tables: [told.domains(), told.indicators()].into_iter().flatten().collect(),
    })
}

/// That the parts of an index have too little to do with each other to measure one thing; absent where they have
/// enough, and where that cannot be told.
pub fn loose(studio: &Studio<'_>, id: IndexId) -> Option<String> {
    let words = studio.words;
    let alpha = alpha_of_loose(studio, id)?;
    let name = studio.settings.indices[id.0].name.get(words.language());
    let (value, enough) = (words.number(alpha, DECIMALS), words.number(ENOUGH, 1));
    let args = [
        ("index", Arg::Text(name)),
        ("alpha", Arg::Text(value.as_str())),
        ("enough", Arg::Text(enough.as_str())),
    ];
    Some(words.text_with("index-loose", &args))
}

/// The same on the page of an area, where no number of it says anything.
pub fn loose_in_area(studio: &Studio<'_>, id: IndexId) -> Option<String> {
    alpha_of_loose(studio, id)?;
    let name = studio.settings.indices[id.0].name.get(studio.words.language());
    Some(studio.words.text_with("caveat-index-loose", &[("index", Arg::Text(name))]))
}

fn alpha_of_loose(studio: &Studio<'_>, id: IndexId) -> Option<f64> {
    let alpha = studio.scores.indices[id.0].alpha?.value;
    // as readers see it
    let shown = (alpha * 100.0).round() / 100.0;
    (shown < ENOUGH).then_some(alpha)
}

struct Told<'a> {
    studio: &'a Studio<'a>,
    id: IndexId,
    coherence: &'a Coherence,
}

impl Told<'_> {
    fn sentences(&self) -> Vec<String> {
        let words = self.studio.words;
        let level = &self.studio.settings.levels[self.studio.settings.indices[self.id.0].level];
        let year = self.coherence.period.to_string();
        let args = [
            ("count", Arg::Count(self.coherence.areas)),
            ("parts", Arg::Text(level.plural.get(words.language()))),
            ("part", Arg::Text(level.name.get(words.language()))),
            ("year", Arg::Text(&year)),
        ];
        let alpha = self.coherence.alpha.map(|alpha| {
            let (value, enough) = (words.number(alpha.value, DECIMALS), words.number(ENOUGH, 1));
            words
                .text_with("coherence-alpha", &[("alpha", Arg::Text(&value)), ("enough", Arg::Text(&enough))])
        });
        let lead = words.text_with("coherence-lead", &args);
        let has = |wanted: fn(&Flag) -> bool| self.coherence.flags.iter().any(wanted);
        let means = [
            has(|flag| matches!(flag, Flag::Against { .. })).then_some("coherence-against-means"),
            has(|flag| matches!(flag, Flag::Double { .. })).then_some("coherence-double-means"),
            Some("coherence-own-way"),
        ];
        let means = means.into_iter().flatten().map(|key| words.text(key));
        [lead].into_iter().chain(alpha).chain(means).collect()
    }

    fn flags(&self) -> Vec<String> {
        let words = self.studio.words;
        let flags = &self.coherence.flags;
        if flags.is_empty() {
            return vec![words.text("coherence-no-flags")];
        }
        let mut told: Vec<String> = flags.iter().take(MOST_FLAGS).map(|flag| self.flag(flag)).collect();
        if flags.len() > MOST_FLAGS {
            let more = [("count", Arg::Count(flags.len() - MOST_FLAGS))];
            told.push(words.text_with("coherence-more-flags", &more));
        }
        told
    }

    fn flag(&self, flag: &Flag) -> String {
        let words = self.studio.words;
        let (key, one, other, r) = match flag {
            Flag::Against { one, other, r } => ("coherence-against", one, other, r),
            Flag::Double { one, other, r } if *r > 0.0 => ("coherence-double", one, other, r),
            Flag::Double { one, other, r } => ("coherence-opposite", one, other, r),
        };
        let (one, other, r) = (self.quoted(*one), self.quoted(*other), words.number(*r, DECIMALS));
        words.text_with(key, &[("one", Arg::Text(&one)), ("other", Arg::Text(&other)), ("r", Arg::Text(&r))])
    }

    fn quoted(&self, part: Part) -> String {
        self.studio.words.text_with("index-quoted", &[("name", Arg::Text(self.name(part)))])
    }

    fn name(&self, part: Part) -> &str {
        let language = self.studio.words.language();
        match part {
            Part::Domain(at) => self.studio.settings.indices[self.id.0].domains[at].name.get(language),
            Part::Indicator(id) => self.studio.settings.indicators[usize::from(id.0)].name.get(language),
        }
    }

    fn caption(&self, key: &str) -> String {
        let year = self.coherence.period.to_string();
        self.studio.words.text_with(key, &[("year", Arg::Text(&year))])
    }

    /// Each domain beside those before it.
    fn domains(&self) -> Option<Table> {
        let words = self.studio.words;
        let domains = &self.coherence.domains;
        let (last, earlier) = domains.split_last()?;
        debug_assert_eq!(last.with_earlier.len(), earlier.len(), "each domain is held against all before it");
        let mut head = vec![Head::names(words.text("coherence-head-domain"))];
        head.extend((0..earlier.len()).map(|at| Head::numbers(self.name(Part::Domain(at)))));
        let keys = ["coherence-head-score", "coherence-head-score-ranks", "coherence-head-alpha"];
        head.extend(keys.map(|key| Head::numbers(words.text(key))));
        let rows = domains.iter().enumerate().map(|(at, domain)| {
            let mut row = vec![Cell::known(self.name(Part::Domain(at)))];
            row.extend(domain.with_earlier.iter().map(|with| correlation(words, *with)));
            row.extend((at..earlier.len()).map(|_| Cell::absent("")));
            row.push(correlation(words, domain.with_score));
            row.push(of_ranks(words, domain.with_score));
            row.push(alpha(words, domain.alpha));
            row
        });
        Some(Table { caption: self.caption("coherence-domains-caption"), head, rows: rows.collect() })
    }

    fn indicators(&self) -> Option<Table> {
        let words = self.studio.words;
        let keys = ["coherence-head-own", "coherence-head-score", "coherence-head-score-ranks"];
        let mut head = vec![
            Head::names(words.text("fig-head-indicator")),
            Head::words(words.text("coherence-head-domain")),
        ];
        head.extend(keys.map(|key| Head::numbers(words.text(key))));
        let rows = self.coherence.indicators.iter().map(|it| {
            vec![
                Cell::known(self.name(Part::Indicator(it.indicator))),
                Cell::known(self.name(Part::Domain(it.domain))),
                correlation(words, it.with_domain),
                correlation(words, it.with_score),
                of_ranks(words, it.with_score),
            ]
        });
        let caption = self.caption("coherence-indicators-caption");
        (self.coherence.indicators.len() > 1).then(|| Table { caption, head, rows: rows.collect() })
    }
}

pub fn correlation(words: &Words, correlation: Option<Correlation>) -> Cell {
    cell(words, correlation.map(|it| it.pearson))
}

pub fn of_ranks(words: &Words, correlation: Option<Correlation>) -> Cell {
    cell(words, correlation.map(|it| it.spearman))
}

fn alpha(words: &Words, alpha: Option<Alpha>) -> Cell {
    cell(words, alpha.map(|it| it.value))
}

fn cell(words: &Words, number: Option<f64>) -> Cell {
    number.map_or(Cell::absent("–"), |number| Cell::known(words.number(number, DECIMALS)))
}
