//! What tells of an index whether its parts belong together, and what its order hangs on: tables of the latest period.

use crate::index::IndexId;
use crate::index::audit::Audit;
use crate::index::coherence::{Coherence, between_indicators};
use crate::index::comparison::comparisons;
use crate::index::correlation::Correlation;
use crate::index::uncertainty::Choice;
use crate::input::settings::Weighting;
use crate::making::downloads::Stock;
use crate::making::downloads::left_out::path;
use crate::making::downloads::write::{Field, Writer};

/// A row for each pair, with its kind in `pair`: `domains`, `domain-score`, `indicators` (every two of them),
/// `indicator-domain`, `indicator-score` and `compared` (the score and a figure outside the index, of `with_period`).
/// A part stands by its path, the score by the id of the index. Indicators are turned to the direction of the index;
/// figures to compare with are not. Every area weighs the same, or where `weighted` says so every inhabitant. Empty
/// where nothing can be said: too few areas, or the same number everywhere.
pub fn correlations(stock: Stock<'_>, id: IndexId, audit: &Audit, writer: &mut Writer) {
    let index = &stock.scores.indices[id.0];
    writer.head(&[
        "pair",
        "part",
        "with",
        "period",
        "with_period",
        "weighted",
        "areas",
        "pearson",
        "spearman",
    ]);
    let Some(coherence) = Coherence::of_audited(audit, stock.atlas, index) else { return };
    let mut row = |pair: Pair<'_>, correlation: Option<Correlation>| {
        let number =
            |of: fn(Correlation) -> f64| correlation.map_or(Field::Nothing, |it| Field::Number(of(it)));
        writer.row(&[
            Field::Text(pair.kind),
            Field::Text(pair.part),
            Field::Text(pair.with),
            Field::Whole(i64::from(coherence.period)),
            pair.with_period.map_or(Field::Nothing, |period| Field::Whole(i64::from(period))),
            Field::Text(match pair.weighting {
                Weighting::Areas => "areas",
                Weighting::People => "people",
            }),
            correlation.map_or(Field::Nothing, |it| Field::Whole(it.pairs as i64)),
            number(|it| it.pearson),
            number(|it| it.spearman),
        ]);
    };
    let domains: Vec<&str> = index.domains.iter().map(|domain| domain.id.as_str()).collect();
    for (at, domain) in coherence.domains.iter().enumerate() {
        for (before, with) in domains.iter().zip(&domain.with_earlier) {
            row(Pair::new("domains", before, domains[at]), *with);
        }
    }
    for (domain, told) in domains.iter().zip(&coherence.domains) {
        row(Pair::new("domain-score", domain, &index.id), told.with_score);
    }
    for between in between_indicators(audit, stock.atlas, index) {
        let [one, other] = [between.one, between.other].map(|part| path(stock, index, part));
        row(Pair::new("indicators", &one, &other), between.correlation);
    }
    for told in &coherence.indicators {
        let own = path(stock, index, told.part);
        row(Pair::new("indicator-domain", &own, domains[told.domain]), told.with_domain);
    }
    for told in &coherence.indicators {
        row(Pair::new("indicator-score", &path(stock, index, told.part), &index.id), told.with_score);
    }
    for told in comparisons(stock.atlas, &stock.settings.indices[id.0].compare, index) {
        let figure = &stock.atlas.indicator(told.indicator).id;
        let pair = Pair::new("compared", &index.id, figure);
        row(Pair { with_period: told.period, weighting: told.weighting, ..pair }, told.correlation);
    }
}

struct Pair<'a> {
    kind: &'static str,
    part: &'a str,
    with: &'a str,
    /// Of what the score is compared with.
    with_period: Option<i32>,
    weighting: Weighting,
}

impl<'a> Pair<'a> {
    fn new(kind: &'static str, part: &'a str, with: &'a str) -> Pair<'a> {
        Pair { kind, part, with, with_period: None, weighting: Weighting::Areas }
    }
}

/// A row for the index, over its domains as they are added up, then one for each domain, over all indicators below it
/// brought to one standard deviation. `parts` and `areas` are those that are reckoned with, and empty with `alpha` where
/// there are no two parts, or not enough areas in which all are known.
pub fn alpha(stock: Stock<'_>, id: IndexId, audit: &Audit, writer: &mut Writer) {
    let index = &stock.scores.indices[id.0];
    writer.head(&["layer", "period", "parts", "areas", "alpha"]);
    let Some(coherence) = Coherence::of_audited(audit, stock.atlas, index) else { return };
    let domains = index.domains.iter().zip(&coherence.domains);
    let domains = domains.map(|(domain, told)| (&domain.id, told.alpha));
    for (layer, alpha) in [(&index.id, coherence.alpha)].into_iter().chain(domains) {
        let count = |count: Option<usize>| count.map_or(Field::Nothing, |count| Field::Whole(count as i64));
        writer.row(&[
            Field::Text(layer),
            Field::Whole(i64::from(coherence.period)),
            count(alpha.map(|alpha| alpha.parts)),
            count(alpha.map(|alpha| alpha.areas)),
            alpha.map_or(Field::Nothing, |alpha| Field::Number(alpha.value)),
        ]);
    }
}

/// A row for each choice that was varied: the share of the variance of the mean shift of ranks that is due to it on its
/// own (`first_order`), and with all that it does together with other choices (`total`). Estimates from `samples` base
/// samples, which may fall a little below 0 or above 1. No row where no samples are asked for.
pub fn sensitivity(stock: Stock<'_>, id: IndexId, writer: &mut Writer) {
    writer.head(&["choice", "period", "samples", "first_order", "total"]);
    let asked = stock.settings.indices[id.0].uncertainty.as_ref().and_then(|asked| asked.samples);
    let found = stock.scores.indices[id.0].uncertainty.as_ref();
    let (Some(samples), Some(found)) = (asked, found) else { return };
    for told in &found.sensitivities {
        writer.row(&[
            Field::Text(match told.choice {
                Choice::Weights => "weights",
                Choice::Normalise => "normalise",
                Choice::Aggregate => "aggregate",
                Choice::Impute => "impute",
                Choice::Drop => "drop",
            }),
            Field::Whole(i64::from(found.period)),
            Field::Whole(samples as i64),
            Field::Number(told.first),
            Field::Number(told.total),
        ]);
    }
}
