//! Numbers by ICU: grouping, decimal sign, minus.

use fixed_decimal::{Decimal, SignedRoundingMode, UnsignedRoundingMode};
use fluent_bundle::FluentValue;
use fluent_bundle::memoizer::MemoizerKind;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use icu_decimal::DecimalFormatter;
use icu_decimal::options::DecimalFormatterOptions;
use icu_locale_core::Locale;
use intl_memoizer::Memoizable;
use unic_langid::LanguageIdentifier;

use super::Arg;

pub const MINUS: char = '−';

/// More decimals than any reader wants, and few enough for exact arithmetic.
const MOST_DECIMALS: u8 = 12;

/// Writes numbers in one language.
pub struct Numbers {
    formatter: DecimalFormatter,
}

impl Numbers {
    /// Absent where ICU has no data for the language.
    pub fn new(locale: &Locale) -> Option<Numbers> {
        let formatter = DecimalFormatter::try_new(locale.into(), DecimalFormatterOptions::default()).ok()?;
        Some(Numbers { formatter })
    }

    /// A dash where the value is no number.
    pub fn format(&self, value: f64, decimals: u8) -> String {
        let Some(decimal) = value.is_finite().then(|| rounded(value.abs(), decimals)).flatten() else {
            return "–".to_owned();
        };
        let digits = self.formatter.format(&decimal).to_string();
        if value < 0.0 && !decimal.absolute.is_zero() { format!("{MINUS}{digits}") } else { digits }
    }
}

/// Rounds what a reader would see of the number (its shortest text), halves away from zero: 0.285 is 0.29,
/// though its binary form lies below.
fn rounded(value: f64, decimals: u8) -> Option<Decimal> {
    let position = -i16::from(decimals.min(MOST_DECIMALS));
    let mut decimal = Decimal::try_from_str(&value.to_string()).ok()?;
    decimal.round_with_mode(position, SignedRoundingMode::Unsigned(UnsignedRoundingMode::HalfExpand));
    decimal.absolute.trim_end();
    decimal.absolute.pad_end(position);
    Some(decimal)
}

impl Memoizable for Numbers {
    type Args = ();
    type Error = ();

    fn construct(language: LanguageIdentifier, (): ()) -> Result<Numbers, ()> {
        let locale = Locale::try_from_str(&language.to_string()).map_err(|_| ())?;
        Numbers::new(&locale).ok_or(())
    }
}

/// How a number inside a Fluent string is written.
pub fn in_a_string<M: MemoizerKind>(value: &FluentValue, memoizer: &M) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let decimals =
        number.options.minimum_fraction_digits.and_then(|digits| u8::try_from(digits).ok()).unwrap_or(0);
    memoizer
        .with_try_get_threadsafe::<Numbers, _, _>((), |numbers| numbers.format(number.value, decimals))
        .ok()
}

impl<'a> From<Arg<'a>> for FluentValue<'a> {
    fn from(arg: Arg<'a>) -> FluentValue<'a> {
        match arg {
            Arg::Text(text) => FluentValue::from(text),
            Arg::Count(count) => FluentValue::from(count),
            Arg::Number { value, decimals } => {
                let digits = Some(usize::from(decimals.min(MOST_DECIMALS)));
                let options = FluentNumberOptions {
                    minimum_fraction_digits: digits,
                    maximum_fraction_digits: digits,
                    ..FluentNumberOptions::default()
                };
                FluentValue::Number(FluentNumber::new(value, options))
            }
        }
    }
}
