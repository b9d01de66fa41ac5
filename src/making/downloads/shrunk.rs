//! Rates that were drawn to that of the area around them: a row for each.

use crate::making::downloads::audit::Book;
use crate::making::downloads::write::{Field, Writer};

/// `rate` and `shrunk` are in the unit of the indicator: of 100 in a share, of `times` in a rate. `n` are those of whom
/// the rate is, and `parent_rate` and `parent_n` the same over the parts of the area around that have both. `t2` and `w`
/// are those of [`crate::index::shrink`]; `t2` is empty where the area around has one part.
pub fn shrunk(book: &Book<'_>, names: &[String], writer: &mut Writer) {
    writer.head(&[
        "area",
        "name",
        "period",
        "indicator",
        "rate",
        "n",
        "times",
        "parent",
        "parent_rate",
        "parent_n",
        "t2",
        "w",
        "shrunk",
    ]);
    for (indicator, name) in book.audit.indicators.iter().zip(names) {
        for (cell, done) in &indicator.shrunk {
            let (area, period) = book.cell(*cell);
            let area = book.stock.atlas.area(area);
            let (own, around) = (done.shrunk.own, done.shrunk.around);
            writer.row(&[
                Field::Text(&area.code),
                Field::Text(&area.name),
                Field::Whole(i64::from(period)),
                Field::Text(name),
                Field::Number(own.r / own.n * done.times),
                Field::Number(own.n),
                Field::Number(done.times),
                Field::Text(&book.stock.atlas.area(done.around).code),
                Field::Number(around.r / around.n * done.times),
                Field::Number(around.n),
                done.shrunk.between.map_or(Field::Nothing, Field::Number),
                Field::Number(done.shrunk.weight),
                Field::Number(done.shrunk.rate * done.times),
            ]);
        }
    }
}
