//! The outcomes of an index: one row for each area of its level and period.

use crate::index::bottom::Bottom;
use crate::index::change::{Obstacle, Pair};
use crate::index::people;
use crate::index::{Adder, IndexId, Outcome, Score};
use crate::input::settings::LanguageId;
use crate::making::downloads::Stock;
use crate::making::downloads::write::{Field, Writer};
use crate::model::atlas::IndicatorId;

/// Contributions are in points and sum to the score. Classes are numbered from the good end, from 1 on.
/// `…_contribution` is what a domain adds to the score, `…_adds` what an indicator does through all layers.
/// `imputed` names indicators that are in the score with a number put in place of one that is not known.
/// `rank_low` to `rank_high` hold 90 % of the ranks that other choices would give, in the latest period.
/// `margin` is half the interval of the score, as far as its indicators come from samples.
/// `carried` names indicators that are in the score with a reading of an earlier year, with that year;
/// `comparable` says whether the row may be held against the latest period, or what stands in the way.
/// `eligible_count` is the count that `eligible` asks for: of the period, else of the nearest year that has one.
/// `bottom_count` is of how many of the `bottom_known` indicators an area is among the worst quarter, which
/// `bottom_indicators` names.
pub fn of_index(stock: Stock<'_>, id: IndexId, writer: &mut Writer) {
    let index = &stock.scores.indices[id.0];
    let definition = &stock.settings.indices[id.0];
    let mut head: Vec<String> =
        ["area", "name", "period", "status", "score", "rank", "of", "class", "class_name", "known"]
            .map(str::to_owned)
            .to_vec();
    for domain in &index.domains {
        head.push(format!("{}_score", domain.id));
        head.push(format!("{}_contribution", domain.id));
    }
    // one that is in two domains has one column
    let mut adders: Vec<Adder> = Vec::new();
    for adder in &index.adders {
        if !adders.contains(adder) {
            adders.push(*adder);
        }
    }
    for adder in &adders {
        head.push(format!("{}_adds", adder_id(stock, *adder)));
    }
    if definition.eligible.is_some() {
        head.push("eligible_count".to_owned());
    }
    head.extend(["bottom_count", "bottom_known", "bottom_indicators"].map(str::to_owned));
    head.extend(["carried", "imputed", "comparable", "points_to_latest"].map(str::to_owned));
    if !index.margins.is_empty() {
        head.push("margin".to_owned());
    }
    if index.uncertainty.is_some() {
        head.extend(["rank_low", "rank_median", "rank_high"].map(str::to_owned));
    }
    writer.head(&head.iter().map(String::as_str).collect::<Vec<_>>());
    for (period, results) in &index.results {
        let latest = index.latest().filter(|latest| latest != period);
        let pair = latest.and_then(|latest| Pair::new(stock.atlas, index, *period, latest));
        let counts = definition.eligible.map(|(indicator, _)| {
            people::counts(stock.atlas, index.level, IndicatorId(indicator as u16), *period)
        });
        for (place, (area, outcome)) in stock.atlas.level(index.level).zip(&results.outcomes).enumerate() {
            if !stock.holds(area) {
                continue;
            }
            let bottom = index.bottom(stock.atlas, area, *period);
            let area = stock.atlas.area(area);
            let score = outcome.score();
            let number =
                |of: fn(&Score) -> f64| score.map_or(Field::Nothing, |score| Field::Number(of(score)));
            let class = score.and_then(|score| score.class);
            let label = class.and_then(|class| definition.classes.as_ref()?.labels.get(usize::from(class)));
            let mut row = vec![
                Field::Text(&area.code),
                Field::Text(&area.name),
                Field::Whole(i64::from(*period)),
                Field::Text(match outcome {
                    Outcome::Score(_) => "score",
                    Outcome::TooFew => "too-few",
                    Outcome::CountUnknown => "count-unknown",
                    Outcome::CountSecret => "count-suppressed",
                    Outcome::NotEnough { .. } => "not-enough",
                }),
                number(|score| score.value),
                number(|score| score.rank),
                number(|score| score.of as f64),
                class.map_or(Field::Nothing, |class| Field::Whole(i64::from(class) + 1)),
                label.map_or(Field::Nothing, |label| Field::Text(label.get(LanguageId(0)))),
                match outcome {
                    Outcome::Score(score) => Field::Number(score.known),
                    Outcome::NotEnough { known } => Field::Number(*known),
                    Outcome::TooFew | Outcome::CountUnknown | Outcome::CountSecret => Field::Nothing,
                },
            ];
            for at in 0..index.domains.len() {
                row.push(results.domain(at, place).map_or(Field::Nothing, Field::Number));
                row.push(results.contribution(at, place).map_or(Field::Nothing, Field::Number));
            }
            for adder in &adders {
                let columns = index.adders.iter().zip(&results.adds).filter(|(of, _)| *of == adder);
                let adds = columns.fold(0.0, |sum, (_, column)| sum + column[place]);
                row.push(score.map_or(Field::Nothing, |_| Field::Number(adds)));
            }
            if let Some(counts) = &counts {
                let count = counts.get(place).copied().filter(|count| !count.is_nan());
                row.push(count.map_or(Field::Nothing, Field::Number));
            }
            let count = |of: fn(&Bottom) -> usize| {
                bottom.map_or(Field::Nothing, |bottom| Field::Whole(of(bottom) as i64))
            };
            row.extend([count(|bottom| bottom.worst.len()), count(|bottom| bottom.known)]);
            let worst = bottom.iter().flat_map(|bottom| &bottom.worst);
            let worst: Vec<&str> = worst.map(|id| stock.atlas.indicator(*id).id.as_str()).collect();
            let worst = worst.join(" ");
            row.push(if worst.is_empty() { Field::Nothing } else { Field::Text(&worst) });
            let carried: Vec<String> = score
                .iter()
                .flat_map(|score| &score.carried)
                .map(|carried| format!("{}:{}", stock.atlas.indicator(carried.indicator).id, carried.of))
                .collect();
            let carried = carried.join(" ");
            row.push(if carried.is_empty() { Field::Nothing } else { Field::Text(&carried) });
            let imputed: Vec<&str> = score
                .iter()
                .flat_map(|score| &score.imputed)
                .map(|id| stock.atlas.indicator(*id).id.as_str())
                .collect();
            let imputed = imputed.join(" ");
            row.push(if imputed.is_empty() { Field::Nothing } else { Field::Text(&imputed) });
            let change = pair.as_ref().map(|pair| pair.of(place));
            row.push(
                change.map_or(Field::Nothing, |change| Field::Text(change.map_or_else(word, |_| "yes"))),
            );
            let points = change.and_then(|change| change.ok()?.points);
            row.push(points.map_or(Field::Nothing, Field::Number));
            if !index.margins.is_empty() {
                let half = index.margin(place, *period).filter(|_| score.is_some());
                row.push(half.map_or(Field::Nothing, Field::Number));
            }
            if let Some(uncertainty) = &index.uncertainty {
                let is_told = uncertainty.period == *period && score.is_some();
                let interval = uncertainty.intervals.get(place).copied().flatten().filter(|_| is_told);
                // they are kept in 32 bits, and told no finer than they are
                let ends = interval.map(|it| [it.low, it.median, it.high].map(tenths));
                let fields = ends.map_or([Field::Nothing; 3], |ends| ends.map(Field::Number));
                row.extend(fields);
            }
            writer.row(&row);
        }
    }
}

/// A rank to one decimal.
fn tenths(rank: f32) -> f64 {
    (f64::from(rank) * 10.0).round() / 10.0
}

fn adder_id(stock: Stock<'_>, adder: Adder) -> &str {
    match adder {
        Adder::Indicator(id) => &stock.atlas.indicator(id).id,
        Adder::Index(id) => &stock.scores.indices[id.0].id,
    }
}

fn word(obstacle: Obstacle) -> &'static str {
    match obstacle {
        Obstacle::NoScore => "no-score",
        Obstacle::Estimated => "estimated",
        Obstacle::Break => "break",
        Obstacle::Carried => "carried",
        Obstacle::Imputed => "imputed",
        Obstacle::OtherIndicators => "other-indicators",
    }
}
