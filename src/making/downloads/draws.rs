//! What was drawn each time that an index was reckoned with other choices: a row for each run.

use crate::index::uncertainty::Choice;
use crate::index::uncertainty::draws::{Drawn, draws};
use crate::making::downloads::audit::{Book, imputed_by, joined_by, normalised};
use crate::making::downloads::write::{Field, Writer};

/// A choice that is not varied is empty, and `own` stands for that of the definition. `weight_…` is the share of a part
/// in the weight of its layer, as it was used. No rows where the definition has no `[uncertainty]`.
pub fn by_run(book: &Book<'_>, writer: &mut Writer) {
    let stock = book.stock;
    let found = draws(&stock.settings.indices, book.id, stock.atlas, stock.scores);
    let mut head = ["run", "normalise", "aggregate", "impute", "dropped"].map(str::to_owned).to_vec();
    let parts = found.iter().flat_map(|found| &found.parts);
    head.extend(parts.map(|part| format!("weight_{part}")));
    writer.head(&head.iter().map(String::as_str).collect::<Vec<_>>());
    let asked = stock.settings.indices[book.id.0].uncertainty.as_ref();
    let (Some(found), Some(asked)) = (found, asked) else { return };
    let told = |choice: Choice, at: usize, word: &dyn Fn(usize) -> String| match (choice, at) {
        (choice, _) if !found.choices.contains(&choice) => String::new(),
        (_, 0) => "own".to_owned(),
        (_, at) => word(at),
    };
    for (number, drawn) in found.runs.iter().enumerate() {
        let Drawn { normalise, aggregate, impute, dropped, weights } = drawn;
        let words = [
            told(Choice::Normalise, *normalise, &|at| normalised(book.stock, asked.normalise[at])),
            told(Choice::Aggregate, *aggregate, &|at| joined_by(asked.aggregate[at])),
            told(Choice::Impute, *impute, &|at| imputed_by(stock, &asked.impute[at])),
        ];
        let dropped = match dropped {
            Some(id) => stock.atlas.indicator(*id).id.as_str(),
            None if found.choices.contains(&Choice::Drop) => "none",
            None => "",
        };
        let mut row = vec![Field::Whole(number as i64 + 1)];
        let words = words.iter().map(String::as_str).chain([dropped]);
        row.extend(words.map(|word| if word.is_empty() { Field::Nothing } else { Field::Text(word) }));
        row.extend(weights.iter().map(|weight| Field::Number(*weight)));
        writer.row(&row);
    }
}
