//! What the reader's browser reckons with, where weights are tried: a script that hands over the domains of an
//! index, after normalisation, with the rules by which they are joined, ranked and classed.
//!
//! A page that is opened from disk may load no data in another form. Numbers are the bytes of the engine's own, so
//! that the same sums give the same ranks. Areas that the site does not show count too: their rows come last, in
//! the order of their numbers, so that none tells which area it is.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::index::{Index, IndexId, Results, people};
use crate::input::settings::{Aggregate, ClassRule, QuantileOf, Reference};
use crate::model::atlas::{AreaId, Atlas, LevelId};
use crate::telling::figures::Studio;

/// The script of an index; the same in every language.
pub fn weights(studio: &Studio<'_>, id: IndexId) -> String {
    let definition = &studio.settings.indices[id.0];
    let index = &studio.scores.indices[id.0];
    let atlas = studio.atlas;
    let count = atlas.level_len(index.level);
    let offered: Vec<usize> = (0..index.domains.len()).filter(|at| index.domains[*at].used > 0.0).collect();
    let mut order: Vec<usize> = (0..offered.len()).collect();
    order.sort_by_key(|at| &index.domains[offered[*at]].id);
    let counts: Vec<f64> =
        index.periods.iter().flat_map(|period| people::of(atlas, index.level, *period)).collect();
    let of_domain = |at: &usize| -> Vec<f64> {
        index.results.values().flat_map(|results| results.domains[*at].iter().copied()).collect()
    };
    let columns: Vec<Vec<f64>> = offered.iter().map(of_domain).collect();
    let shown = atlas.level(index.level).filter(|area| atlas.is_published(*area)).count();
    let places = places(atlas, index.level, &columns, &counts);
    let arranged = |column: &[f64]| -> Vec<f64> {
        column.chunks(count.max(1)).flat_map(|of_period| places.iter().map(|at| of_period[*at])).collect()
    };
    let first = atlas.level(index.level).next().unwrap_or(AreaId(0));
    let (mean, power) = match definition.combine.aggregate {
        Aggregate::Power(power) => ("power", Some(power)),
        mean => (mean.word(), None),
    };
    let over = match definition.reference {
        Reference::EachPeriod | Reference::Pooled => 0..index.periods.len(),
        Reference::Period(fixed) => {
            let at = index.periods.iter().position(|period| *period == fixed);
            at.map_or(0..0, |at| at..at + 1)
        }
    };
    let columns: Vec<Vec<f64>> = columns.iter().map(|column| arranged(column)).collect();
    let filled: Vec<Vec<usize>> = offered.iter().map(|at| filled(index, *at, &places)).collect();
    let is_counted = counts.iter().any(|count| !count.is_nan());
    let written = json!({
        "first": atlas.areas().filter(|(area, _)| *area < first && atlas.is_published(*area)).count(),
        "shown": shown,
        "periods": index.periods.len(),
        "over": [over.start * count, over.end * count],
        "order": order,
        "used": offered.iter().map(|at| index.domains[*at].used).collect::<Vec<f64>>(),
        "mean": mean,
        "power": power,
        "minimum": definition.minimum_known,
        "lowIsGood": index.low_is_good,
        "classes": definition.classes.as_ref().filter(|_| index.class_count() > 0).map(|classes| {
            let (rule, at) = rule(&classes.rule);
            json!({ "rule": rule, "count": classes.labels.len(), "at": at })
        }),
        "parts": packed(&columns),
        "filled": filled.iter().any(|cells| !cells.is_empty()).then_some(filled),
        "people": is_counted.then(|| packed(&[arranged(&counts)])),
    });
    format!("bredeWeights({written});\n")
}

/// The cells of a domain whose number follows from nothing that was measured, with the places of a period in this
/// order.
fn filled(index: &Index, domain: usize, places: &[usize]) -> Vec<usize> {
    let of_period = |(at, results): (usize, &Results)| -> Vec<usize> {
        let filled = &results.filled[domain];
        let is_filled = |place: &usize| filled.binary_search(place).is_ok();
        let cells = places.iter().enumerate().filter(|(_, place)| is_filled(place));
        cells.map(|(cell, _)| at * places.len() + cell).collect()
    };
    index.results.values().enumerate().flat_map(of_period).collect()
}

fn rule(rule: &ClassRule) -> (&'static str, &[f64]) {
    match rule {
        ClassRule::Quantile(QuantileOf::Areas) => ("quantile", &[]),
        ClassRule::Quantile(QuantileOf::People) => ("people", &[]),
        ClassRule::EqualIntervals => ("equal-intervals", &[]),
        ClassRule::Jenks => ("jenks", &[]),
        ClassRule::Deviations(times) => ("deviations", times),
        ClassRule::Fixed(breaks) => ("fixed", breaks),
    }
}

/// The places of all areas of a level: those that are shown in their order, then the others in that of their
/// numbers.
fn places(atlas: &Atlas, level: LevelId, columns: &[Vec<f64>], people: &[f64]) -> Vec<usize> {
    let areas = atlas.level(level).enumerate();
    let (shown, mut others): (Vec<_>, Vec<_>) = areas.partition(|(_, area)| atlas.is_published(*area));
    let count = atlas.level_len(level).max(1);
    let numbers = |place: usize| -> Vec<u64> {
        let columns = columns.iter().map(Vec::as_slice).chain([people]);
        columns
            .flat_map(|column| column.iter().skip(place).step_by(count))
            .map(|value| value.to_bits())
            .collect()
    };
    others.sort_by_cached_key(|(place, _)| numbers(*place));
    shown.into_iter().chain(others).map(|(place, _)| place).collect()
}

/// Columns as the bytes of their numbers; as places in a list of all that differ, where that is shorter.
fn packed(columns: &[Vec<f64>]) -> Value {
    let all = || columns.iter().flatten().copied().filter(|value| !value.is_nan());
    // bits tell both zeros apart, which only makes the list longer
    let mut places: BTreeMap<u64, u16> = all().map(|value| (value.to_bits(), 0)).collect();
    let cells: usize = columns.iter().map(Vec::len).sum();
    if places.len() >= usize::from(u16::MAX) || 8 * places.len() + 2 * cells >= 8 * cells {
        let bytes =
            |column: &Vec<f64>| base64(&column.iter().flat_map(|it| it.to_le_bytes()).collect::<Vec<u8>>());
        return json!({ "columns": columns.iter().map(bytes).collect::<Vec<String>>() });
    }
    places.values_mut().zip(0..).for_each(|(place, at)| *place = at);
    let values: Vec<u8> = places.keys().flat_map(|bits| bits.to_le_bytes()).collect();
    let place = |value: &f64| places.get(&value.to_bits()).copied().unwrap_or(u16::MAX);
    let bytes = |column: &Vec<f64>| {
        base64(&column.iter().flat_map(|it| place(it).to_le_bytes()).collect::<Vec<u8>>())
    };
    json!({ "values": base64(&values), "columns": columns.iter().map(bytes).collect::<Vec<String>>() })
}

/// Bytes as text (RFC 4648).
fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The test vectors of RFC 4648.
    #[test]
    fn bytes_become_text() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }

    #[test]
    fn numbers_that_come_back_are_written_once() {
        let many = packed(&[vec![1.0, f64::NAN, 1.0, 1.0, 1.0, 1.0]]);
        assert_eq!(many["values"], base64(&1.0_f64.to_le_bytes()));
        assert_eq!(many["columns"][0], base64(&[0, 0, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0]));
        let few = packed(&[vec![1.0, 2.0]]);
        assert!(few["values"].is_null() && few["columns"][0].as_str().is_some());
    }
}
