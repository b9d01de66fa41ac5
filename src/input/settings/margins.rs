//! Which columns of a dataset say how sure its numbers are.

use crate::input::settings::problem::Problem;
use crate::input::settings::reader::{Section, Value};
use crate::input::settings::{Differs, DiffersColumn, IntervalColumns, Margins};

const KEYS: [&str; 5] = ["lower", "upper", "margin", "n", "differs"];

/// The margins of a column of a wide file, or of all of a long one. An interval stands in two columns, or in
/// one as half its width.
pub fn margins(table: &Section<'_>) -> Option<Margins> {
    let [lower, upper, margin, n, differs] = KEYS.map(|key| table.get(key));
    let interval = match (lower, upper, margin) {
        (None, None, None) => None,
        (Some(lower), Some(upper), None) => {
            Some(IntervalColumns::Ends { lower: lower.column()?, upper: upper.column()? })
        }
        (None, None, Some(margin)) => Some(IntervalColumns::HalfWidth(margin.column()?)),
        (Some(one), None, None) | (None, Some(one), None) => {
            let (there, other) = if one.key == "lower" { ("lower", "upper") } else { ("upper", "lower") };
            return conflict(
                &one,
                format!("`{there}` is an end of an interval, and `{other}` is not there"),
                format!("add `{other} = \"…\"`; if the file has half the width, name that: `margin = \"…\"`"),
            );
        }
        (_, _, Some(margin)) => {
            return conflict(
                &margin,
                "an interval is given twice: as `margin`, and as `lower` and `upper`".to_owned(),
                "leave out one of the two".to_owned(),
            );
        }
    };
    let n = match n {
        Some(value) => Some(value.column()?),
        None => None,
    };
    let differs = match differs {
        Some(value) => Some(self::differs(&value)?),
        None => None,
    };
    Some(Margins { interval, n, differs })
}

/// A publisher's own word on whether a number differs from that of the whole. A text of the file has one
/// meaning.
fn differs(value: &Value<'_>) -> Option<DiffersColumn> {
    let table = value.table()?;
    let column = table.require("column", "column = \"sig\"").and_then(|value| value.column());
    table.require("higher", "higher = \"h\"");
    table.require("lower", "lower = \"l\"");
    let mut words: Vec<(String, Differs)> = Vec::new();
    let mut complete = true;
    for (key, meaning) in Differs::WORDS {
        let Some(value) = table.get(key) else { continue };
        let Some(texts) = value.texts() else {
            complete = false;
            continue;
        };
        for text in texts {
            if words.iter().any(|(known, _)| *known == text) {
                complete = false;
                let message = format!("`{text}` has two meanings here");
                let _: Option<()> = conflict(&value, message, "give every text of the file one".to_owned());
            } else {
                words.push((text, meaning));
            }
        }
    }
    table.finish();
    Some(DiffersColumn { column: column.filter(|_| complete)?, words })
}

/// In a wide file every column has its own margins: there is nothing that they could belong to beside it.
pub fn without_column(table: &Section<'_>) {
    for value in KEYS.into_iter().filter_map(|key| table.get(key)) {
        let key = &value.key;
        let _: Option<()> = conflict(
            &value,
            format!("it is not said to which column `{key}` belongs"),
            format!("put it with the column: `gezondheid = {{ column = \"…\", {key} = … }}`"),
        );
    }
}

fn conflict<T>(value: &Value<'_>, message: String, hint: String) -> Option<T> {
    value.file.problem(Problem::Conflict { place: value.place(), message, hint });
    None
}
