//! What areas above the level of an index get from their parts: one row for each area and period.

use crate::index::IndexId;
use crate::making::downloads::Stock;
use crate::making::downloads::write::{Field, Writer};

/// `mean_rank`, `extent` and `local_concentration` are as in the English Indices of Deprivation, with ranks that
/// count from the bad end among `of` areas. Classes are numbered from the good end, from 1 on.
pub fn of_index(stock: Stock<'_>, id: IndexId, writer: &mut Writer) {
    let index = &stock.scores.indices[id.0];
    let plain = [
        "area",
        "name",
        "level",
        "period",
        "parts",
        "scored",
        "people",
        "people_scored",
        "mean_score",
        "lowest_score",
        "highest_score",
        "of",
        "mean_rank",
        "in_worst_tenth",
        "extent",
        "local_concentration",
        "pockets",
    ];
    let mut head: Vec<String> = plain.map(str::to_owned).to_vec();
    for class in 1..=index.class_count() {
        head.extend([format!("people_class_{class}"), format!("parts_class_{class}")]);
    }
    writer.head(&head.iter().map(String::as_str).collect::<Vec<_>>());
    for (period, results) in &index.results {
        for (id, told) in results.summaries.iter().filter(|(id, _)| stock.holds(**id)) {
            let area = stock.atlas.area(*id);
            let count = |count: usize| Field::Whole(count as i64);
            let mut row = vec![
                Field::Text(&area.code),
                Field::Text(&area.name),
                Field::Text(stock.level(*id)),
                Field::Whole(i64::from(*period)),
                count(told.parts),
                count(told.scored),
                Field::Number(told.all_people),
                Field::Number(told.people),
                Field::Number(told.mean),
                Field::Number(told.lowest),
                Field::Number(told.highest),
                count(told.of),
                Field::Number(told.mean_rank),
                Field::Number(told.in_worst_tenth),
                Field::Number(told.extent),
                Field::Number(told.local_concentration),
                count(told.pockets),
            ];
            for (people, parts) in told.people_by_class.iter().zip(&told.parts_by_class) {
                row.extend([Field::Number(*people), count(*parts)]);
            }
            writer.row(&row);
        }
    }
}
