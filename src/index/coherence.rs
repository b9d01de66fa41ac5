//! Whether the parts of an index belong together (METHODS.md section 6).
//!
//! In: definitions and scores. Out: for the latest period, correlations between the domains, of the domains with
//! the score, of the indicators with their domain and with the score; Cronbach's alpha of the domains and of the
//! indicators of each; and what an author should look at. Judges nothing: a domain that goes its own way may be
//! there for that. For files also the correlations between all indicators.
//!
//! Indicators count in the direction of the index, with the reading that counts for the period, shrunk and
//! divided as the definition asks but neither filled nor treated, in areas that may have a score. Those of a
//! domain are all below it, at whatever depth, but for those of another index.

use rayon::prelude::*;

use crate::index::audit::{Audit, audit};
use crate::index::correlation::{Correlation, pearson};
use crate::index::{Index, IndexId, Outcome, Results, Score, Scores, Weighed};
use crate::input::settings::{self, Good};
use crate::model::atlas::{Atlas, IndicatorId, Period};

/// Beyond this correlation, two parts say nearly the same: what they share counts double (COINr's default).
pub const DOUBLE: f64 = 0.9;

/// A weaker correlation below 0 is not called working against each other, however many areas there are.
pub const AGAINST: f64 = 0.3;

/// How the parts of an index go together in its latest period.
#[derive(Clone, Debug, PartialEq)]
pub struct Coherence {
    pub period: Period,
    /// How many areas have a score.
    pub areas: usize,
    /// In the order of [`Index::domains`].
    pub domains: Vec<DomainCoherence>,
    /// Of the domains as they are added up: after normalisation.
    pub alpha: Option<Alpha>,
    /// In the order of the file: domain by domain, and then its indicators.
    pub indicators: Vec<IndicatorCoherence>,
    pub flags: Vec<Flag>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct DomainCoherence {
    /// With the domains before it.
    pub with_earlier: Vec<Option<Correlation>>,
    pub with_score: Option<Correlation>,
    /// Of its indicators, each brought to a standard deviation of 1: their units are not alike.
    pub alpha: Option<Alpha>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct IndicatorCoherence {
    pub indicator: IndicatorId,
    /// By its position in [`Index::parts`].
    pub part: usize,
    /// By its position.
    pub domain: usize,
    pub with_domain: Option<Correlation>,
    pub with_score: Option<Correlation>,
}

/// Cronbach's alpha, and over how many areas and parts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Alpha {
    pub value: f64,
    pub areas: usize,
    pub parts: usize,
}

/// What an author should look at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Flag {
    /// Two parts of one layer work against each other, further than chance explains: r is below −[`AGAINST`]
    /// and below −1.96 ÷ √(pairs − 1).
    Against { one: Part, other: Part, r: f64 },
    /// Two parts say nearly the same: |r| is above [`DOUBLE`].
    Double { one: Part, other: Part, r: f64 },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// By its position in [`Index::domains`].
    Domain(usize),
    Indicator(IndicatorId),
}

/// Cronbach's alpha: `k/(k−1)·(1 − Σ(variance of a part) / variance of their sum)`, with sample variances, over
/// the areas in which all parts are known. It grows with the correlation of the parts and with their number.
/// Absent with fewer than two parts or areas, and where the sum is the same everywhere.
///
/// ```
/// use brede::index::coherence::alpha;
/// // variances 1 and 1, sums 2, 4, 6 with variance 4: 2 × (1 − 2 ÷ 4)
/// let same = alpha(&[&[1.0, 2.0, 3.0], &[1.0, 2.0, 3.0]]).unwrap();
/// assert_eq!((same.value, same.areas, same.parts), (1.0, 3, 2));
/// // variances 1 and 1, sums 3, 3, 6 with variance 3: 2 × (1 − 2 ÷ 3); the last area is not complete
/// let some = alpha(&[&[1.0, 2.0, 3.0, 9.0], &[2.0, 1.0, 3.0, f64::NAN]]).unwrap();
/// assert!((some.value - 2.0 / 3.0).abs() < 1e-15 && some.areas == 3);
/// assert_eq!(alpha(&[&[1.0, 2.0]]), None);
/// assert_eq!(alpha(&[&[1.0, 2.0], &[2.0, 1.0]]), None);
/// ```
pub fn alpha(parts: &[&[f64]]) -> Option<Alpha> {
    alpha_of(&complete(parts))
}

/// The rows of which all parts are known, by part.
fn complete(parts: &[&[f64]]) -> Vec<Vec<f64>> {
    let rows = parts.iter().map(|part| part.len()).min().unwrap_or(0);
    let is_complete = |row: &usize| parts.iter().all(|part| part[*row].is_finite());
    let rows: Vec<usize> = (0..rows).filter(is_complete).collect();
    parts.iter().map(|part| rows.iter().map(|row| part[*row]).collect()).collect()
}

fn alpha_of(parts: &[Vec<f64>]) -> Option<Alpha> {
    let areas = parts.first()?.len();
    let count = parts.len();
    if count < 2 || areas < 2 {
        return None;
    }
    let sums: Vec<f64> = (0..areas).map(|row| parts.iter().map(|part| part[row]).sum()).collect();
    let of_parts: f64 = parts.iter().map(|part| variance(part)).sum();
    let of_sums = variance(&sums);
    // what arithmetic leaves behind is no spread
    if of_sums <= of_parts * 1e-12 {
        return None;
    }
    let count_of = count as f64;
    let value = count_of / (count_of - 1.0) * (1.0 - of_parts / of_sums);
    value.is_finite().then_some(Alpha { value, areas, parts: count })
}

/// With the sample's denominator.
fn variance(values: &[f64]) -> f64 {
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / (count - 1.0)
}

/// Cronbach's alpha of the domains of an index, as they are added up: after normalisation, in the latest period.
/// Absent as in [`alpha`].
pub fn of_domains(index: &Index) -> Option<Alpha> {
    let results = index.results.get(&index.latest()?)?;
    let domains = columns_of_domains(results, index);
    alpha(&domains.iter().map(Vec::as_slice).collect::<Vec<&[f64]>>())
}

impl Coherence {
    /// Absent where no area has a score in the latest period.
    pub fn of(
        definitions: &[settings::Index],
        id: IndexId,
        atlas: &Atlas,
        scores: &Scores,
    ) -> Option<Coherence> {
        Coherence::of_audited(&audit(definitions, id, atlas, scores), atlas, &scores.indices[id.0])
    }

    /// The same where the steps of the index are at hand.
    pub fn of_audited(audit: &Audit, atlas: &Atlas, index: &Index) -> Option<Coherence> {
        let period = index.latest()?;
        let results = index.results.get(&period).filter(|results| results.scored > 0)?;
        let columns = Columns::new(results, index, turned(audit, atlas, index)?);
        let domains = columns.domains.iter().enumerate().map(|(at, domain)| DomainCoherence {
            with_earlier: columns.domains[..at].iter().map(|other| Correlation::of(domain, other)).collect(),
            with_score: Correlation::of(domain, &columns.score),
            alpha: alpha_of(&standardised(&columns.of_domain(at))),
        });
        let indicators = columns.indicators.iter().map(|it| IndicatorCoherence {
            indicator: it.indicator,
            part: it.part,
            domain: it.domain,
            with_domain: Correlation::of(&it.values, &columns.domains[it.domain]),
            with_score: Correlation::of(&it.values, &columns.score),
        });
        Some(Coherence {
            period,
            areas: results.scored,
            domains: domains.collect(),
            alpha: index.alpha,
            indicators: indicators.collect(),
            flags: columns.flags(),
        })
    }
}

/// Two indicators of an index, by their positions in [`Index::parts`], and how they go together: each pair once, by the
/// later of the two. An indicator that stands in several domains makes no pair with itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Between {
    pub one: usize,
    pub other: usize,
    /// Absent as in [`Correlation`].
    pub correlation: Option<Correlation>,
}

/// How all indicators of an index go together in its latest period, in the direction of the index. Empty where it has
/// no score.
pub fn between_indicators(audit: &Audit, atlas: &Atlas, index: &Index) -> Vec<Between> {
    let columns = turned(audit, atlas, index).unwrap_or_default();
    let pairs = columns.iter().enumerate().flat_map(|(at, other)| {
        let earlier = columns[..at].iter().filter(|one| one.indicator != other.indicator);
        earlier.map(move |one| (one, other))
    });
    let pairs: Vec<(&Column, &Column)> = pairs.collect();
    let between = |(one, other): (&Column, &Column)| Between {
        one: one.part,
        other: other.part,
        correlation: Correlation::of(&one.values, &other.values),
    };
    pairs.into_par_iter().map(between).collect()
}

/// The complete rows of each, to a standard deviation of 1; those without spread are left out.
fn standardised(parts: &[&[f64]]) -> Vec<Vec<f64>> {
    let mut parts = complete(parts);
    parts.retain(|part| part.len() > 1 && part.iter().any(|value| *value != part[0]));
    for part in &mut parts {
        let deviation = variance(part).sqrt();
        part.iter_mut().for_each(|value| *value /= deviation);
    }
    parts
}

/// Everything by the place of an area in its level; not-a-number where it is not known.
struct Columns {
    score: Vec<f64>,
    domains: Vec<Vec<f64>>,
    indicators: Vec<Column>,
}

/// An indicator in the direction of the index.
struct Column {
    indicator: IndicatorId,
    /// By its position in [`Index::parts`].
    part: usize,
    /// By its position.
    domain: usize,
    values: Vec<f64>,
}

/// By the place of an area in its level.
fn column(results: &Results, read: &dyn Fn(&Score) -> Option<f64>) -> Vec<f64> {
    let scores = results.outcomes.iter().map(Outcome::score);
    scores.map(|score| score.and_then(read).unwrap_or(f64::NAN)).collect()
}

fn columns_of_domains(results: &Results, index: &Index) -> Vec<Vec<f64>> {
    let of = |at: usize| -> Vec<f64> {
        (0..results.outcomes.len()).map(|place| results.domain(at, place).unwrap_or(f64::NAN)).collect()
    };
    (0..index.domains.len()).map(of).collect()
}

impl Columns {
    fn new(results: &Results, index: &Index, indicators: Vec<Column>) -> Columns {
        Columns {
            score: column(results, &|score| Some(score.value)),
            domains: columns_of_domains(results, index),
            indicators,
        }
    }

    fn of_domain(&self, domain: usize) -> Vec<&[f64]> {
        let own = self.indicators.iter().filter(|it| it.domain == domain);
        own.map(|it| it.values.as_slice()).collect()
    }

    /// Domains first; each pair once. Two domains of one indicator each have said it already.
    fn flags(&self) -> Vec<Flag> {
        let mut flags = Vec::new();
        for (at, other) in self.domains.iter().enumerate() {
            for (before, one) in self.domains[..at].iter().enumerate() {
                flags.extend(flag((Part::Domain(before), one), (Part::Domain(at), other), Layer::Same));
            }
        }
        for (at, other) in self.indicators.iter().enumerate() {
            for one in &self.indicators[..at] {
                let is_alone = |it: &Column| self.of_domain(it.domain).len() == 1;
                if one.indicator == other.indicator || (is_alone(one) && is_alone(other)) {
                    continue;
                }
                let layer = if one.domain == other.domain { Layer::Same } else { Layer::Other };
                let [one, other] =
                    [one, other].map(|it| (Part::Indicator(it.indicator), it.values.as_slice()));
                flags.extend(flag(one, other, layer));
            }
        }
        flags
    }
}

/// Whether two parts are added to each other before anything else is.
#[derive(Clone, Copy, PartialEq)]
enum Layer {
    Same,
    Other,
}

fn flag((one, first): (Part, &[f64]), (other, second): (Part, &[f64]), layer: Layer) -> Option<Flag> {
    let r = pearson(first, second)?;
    let pairs = first.iter().zip(second).filter(|(one, other)| one.is_finite() && other.is_finite()).count();
    let by_chance = 1.96 / ((pairs - 1) as f64).sqrt();
    if layer == Layer::Same && r < -by_chance.max(AGAINST) {
        return Some(Flag::Against { one, other, r });
    }
    // two areas always lie on a line
    (r.abs() > DOUBLE && pairs > 2).then_some(Flag::Double { one, other, r })
}

/// The indicators with a weight in the latest period, each with its domain, turned to the direction of the index.
fn turned(audit: &Audit, atlas: &Atlas, index: &Index) -> Option<Vec<Column>> {
    let at = audit.periods.len().checked_sub(1)?;
    let cells = at * audit.areas..(at + 1) * audit.areas;
    let mut audited = audit.indicators.iter();
    let (mut found, mut begun) = (Vec::new(), 0);
    for (part, weight) in index.parts.iter().enumerate() {
        begun += usize::from(weight.depth == 0);
        let Weighed::Indicator(indicator) = weight.of else { continue };
        // both are in the order of the definition
        let audited = audited.next().filter(|audited| audited.indicator == indicator)?;
        if weight.overall <= 0.0 {
            continue;
        }
        let is_turned = matches!(
            (atlas.indicator(indicator).good, index.good()),
            (Good::High, Good::Low) | (Good::Low, Good::High)
        );
        let values = audited.denominated[cells.clone()].iter();
        let values = values.map(|value| if is_turned { 0.0 - value } else { *value }).collect();
        found.push(Column { indicator, part, domain: begun - 1, values });
    }
    Some(found)
}
