//! The text of a cell to a reading.

use std::collections::BTreeMap;

use crate::input::settings::Absence;
use crate::model::atlas::{Origin, Reading};

/// `None` where the text is neither a number nor a sign for why there is none. A number that ends in `*` is
/// provisional; `-` and `–` alone are nil, a real zero (CBS, METHODS.md section 1). A dataset's own signs
/// go before all of these.
pub fn reading(text: &str, signs: &BTreeMap<String, Absence>, decimal: char, scale: f64) -> Option<Reading> {
    if let Some(absence) = signs.get(text) {
        return Some(Reading::Absent(*absence));
    }
    if text.is_empty() {
        return Some(Reading::MISSING);
    }
    if matches!(text, "-" | "–") {
        return Some(Reading::published(0.0));
    }
    let (digits, is_provisional) = match text.strip_suffix('*') {
        Some(digits) => (digits.trim_end(), true),
        None => (text, false),
    };
    let value = scaled(number(digits, decimal)?, scale);
    value.is_finite().then_some(Reading::Value { value, origin: Origin::Published, is_provisional })
}

/// Without what multiplying leaves behind the digits that a number can hold: 0.262 × 100 is 26.2.
fn scaled(value: f64, scale: f64) -> f64 {
    if scale == 1.0 {
        return value;
    }
    let product = value * scale;
    format!("{product:.14e}").parse().unwrap_or(product)
}

/// A plain decimal number: no thousands, no exponents of words, nothing infinite.
pub fn number(digits: &str, decimal: char) -> Option<f64> {
    let digits = digits.strip_prefix('−').map_or_else(|| digits.to_owned(), |rest| format!("-{rest}"));
    let fits = |character: char| {
        character.is_ascii_digit() || character == decimal || matches!(character, '-' | '+' | 'e' | 'E')
    };
    if !digits.chars().all(fits) || !digits.contains(|character: char| character.is_ascii_digit()) {
        return None;
    }
    digits.replace(decimal, ".").parse().ok()
}

/// The size of one in the last figure of a number as it is written that is no zero at the end of a whole number: 0.1 for
/// `27,4`, 100 for `31300` and for `1e2`. Of 0 it says nothing, and is infinite.
pub fn finest(text: &str, decimal: char) -> f64 {
    let text = text.trim_end_matches('*').trim_end().to_ascii_lowercase();
    let (digits, power) = text.split_once('e').unwrap_or((&text, "0"));
    let decimals = digits.split_once(decimal).map_or(0, |(_, part)| part.len() as i32);
    // what is so far from an ordinary number is none that a table holds
    let power = power.parse::<i32>().unwrap_or(0).clamp(-300, 300);
    let power = power - decimals.min(300);
    if decimals > 0 {
        return 10_f64.powi(power);
    }
    let digits = digits.trim_start_matches(['-', '+']);
    match digits.len() - digits.trim_end_matches('0').len() {
        zeros if zeros == digits.len() => f64::INFINITY,
        zeros => 10_f64.powi(power + zeros as i32),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scaled_number_is_the_one_that_was_meant() {
        assert_eq!((scaled(0.262, 100.0), scaled(0.014, 100.0), scaled(34.9, 1000.0)), (26.2, 1.4, 34_900.0));
    }

    fn read(text: &str, decimal: char) -> Option<Reading> {
        let signs =
            BTreeMap::from([(".".to_owned(), Absence::Missing), ("x".to_owned(), Absence::Suppressed)]);
        reading(text, &signs, decimal, 1.0)
    }

    fn published(value: f64) -> Option<Reading> {
        Some(Reading::published(value))
    }

    #[test]
    fn numbers_in_both_notations() {
        assert_eq!(read("27,4", ','), published(27.4));
        assert_eq!(read("27.4", '.'), published(27.4));
        assert_eq!(read("27.4", ','), None);
        assert_eq!(read("−3", '.'), published(-3.0));
        assert_eq!(read("1.5e3", '.'), published(1500.0));
        assert_eq!(read("1.000,5", ','), None);
    }

    #[test]
    fn what_is_not_known_is_never_zero() {
        assert_eq!(read("", '.'), Some(Reading::MISSING));
        assert_eq!(read(".", ','), Some(Reading::MISSING));
        assert_eq!(read("x", '.'), Some(Reading::Absent(Absence::Suppressed)));
        assert_eq!(read("-", '.'), published(0.0));
        for text in ["n/a", "NaN", "inf", "e", "+", "1e999", "12 345"] {
            assert_eq!(read(text, '.'), None, "{text}");
        }
    }

    #[test]
    fn the_last_decimal_is_that_of_the_text() {
        for (text, expected) in
            [("27,4", 0.1), ("27,40*", 0.01), ("27", 1.0), ("31300", 100.0), ("1e2", 100.0), ("1,5e3", 100.0)]
        {
            let step = finest(text, ',');
            assert!((step / expected - 1.0).abs() < 1e-12, "{text}: {step}");
        }
        // nothing, and a nought, are a whole number of times whatever
        assert_eq!((finest("-", ','), finest("0", ',')), (f64::INFINITY, f64::INFINITY));
    }

    #[test]
    fn a_star_marks_what_is_provisional() {
        let provisional = Reading::Value { value: 12.5, origin: Origin::Published, is_provisional: true };
        assert_eq!(read("12,5*", ','), Some(provisional));
    }
}
