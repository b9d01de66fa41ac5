//! The outcomes of an index: one row for each area of its level and period.

use crate::index::{IndexId, Outcome, Score};
use crate::input::settings::LanguageId;
use crate::making::downloads::Stock;
use crate::making::downloads::write::{Field, Writer};

/// Contributions are in points and sum to the score. Classes are numbered from the good end, from 1 on.
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
    writer.head(&head.iter().map(String::as_str).collect::<Vec<_>>());
    for (period, results) in &index.results {
        for (area, outcome) in stock.atlas.level(index.level).zip(&results.outcomes) {
            if !stock.holds(area) {
                continue;
            }
            let area = stock.atlas.area(area);
            let score: Option<&Score> = match outcome {
                Outcome::Score(score) => Some(score),
                Outcome::TooFew | Outcome::CountUnknown | Outcome::NotEnough { .. } => None,
            };
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
                    Outcome::TooFew | Outcome::CountUnknown => Field::Nothing,
                },
            ];
            for at in 0..index.domains.len() {
                let domain = score.and_then(|score| *score.domains.get(at)?);
                row.push(domain.map_or(Field::Nothing, Field::Number));
                let adds = score.and_then(|score| score.contributions.get(at).copied());
                row.push(adds.map_or(Field::Nothing, Field::Number));
            }
            writer.row(&row);
        }
    }
}
