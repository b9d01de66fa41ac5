//! Strings, numbers, lists, dates and collation of one language.
//!
//! In: the tag of a language and, where the site has them, its own strings. Out: [`Words`], from which every
//! text comes that a reader sees and no author wrote. The strings of Dutch and English are embedded
//! (Fluent, `templates/strings/`); a site may replace any of them. Nothing is asked of the machine's locale.

mod numbers;
mod problem;
mod strings;

use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_locale_core::Locale;
use unic_langid::LanguageIdentifier;

use crate::diagnostic::Report;
use crate::input::settings::{Absence, LanguageId};

use numbers::Numbers;
use problem::Problem;

/// A Fluent file of a site: `templates/strings/<tag>.ftl`.
#[derive(Clone, Copy, Debug)]
pub struct SiteStrings<'a> {
    pub file: &'a Arc<str>,
    pub text: &'a str,
}

/// What a string is filled in with.
#[derive(Clone, Copy, Debug)]
pub enum Arg<'a> {
    Text(&'a str),
    /// A whole number; written with its grouping, and chooses the plural.
    Count(usize),
    /// Written with this many decimals; chooses the plural too.
    Number {
        value: f64,
        decimals: u8,
    },
}

/// The words of one language.
pub struct Words {
    language: LanguageId,
    tag: String,
    bundle: FluentBundle<FluentResource>,
    numbers: Numbers,
    collator: CollatorBorrowed<'static>,
}

impl Words {
    /// The embedded strings of a language, with those of the site in their place.
    ///
    /// # Errors
    /// A tag of a language without embedded strings; in the site's file what does not parse, and every key or
    /// variable that no string has.
    pub fn new(language: LanguageId, tag: &str, site: Option<SiteStrings>) -> Result<Words, Report> {
        let (Ok(identifier), Ok(locale)) = (tag.parse::<LanguageIdentifier>(), Locale::try_from_str(tag))
        else {
            return Err(problem::report([Problem::Tag(tag.to_owned())]));
        };
        let resources = strings::read(&identifier, site).map_err(problem::report)?;

        let mut preferences = CollatorPreferences::from(&locale);
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        let collator = CollatorBorrowed::try_new(preferences, CollatorOptions::default())
            .map_err(|_| problem::report([Problem::Tag(tag.to_owned())]))?;
        let numbers = Numbers::new(&locale).ok_or_else(|| problem::report([Problem::Tag(tag.to_owned())]))?;

        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(numbers::in_a_string));
        for resource in resources {
            bundle.add_resource_overriding(resource);
        }
        Ok(Words { language, tag: tag.to_owned(), bundle, numbers, collator })
    }

    pub fn language(&self) -> LanguageId {
        self.language
    }

    /// As `site.toml` writes it: `nl`, `en`.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// A string without variables.
    ///
    /// # Panics
    /// When there is no such string, which a test rules out for every key in the program.
    pub fn text(&self, key: &str) -> String {
        self.text_with(key, &[])
    }

    /// A string with its variables filled in.
    ///
    /// # Panics
    /// As [`Words::text`].
    pub fn text_with(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.find(key, args).unwrap_or_else(|| panic!("every key used is an embedded string: `{key}`"))
    }

    /// A string by a key that comes from a template of the site, and may not exist.
    pub fn find(&self, key: &str, args: &[(&str, Arg)]) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut filled = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            filled.set(*name, FluentValue::from(*arg));
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&filled), &mut errors).into_owned();
        debug_assert!(errors.is_empty(), "`{key}` lacks a variable: {errors:?}");
        Some(text)
    }

    /// With grouping and decimal sign of the language, halves rounded away from zero, and − for minus. A
    /// number that rounds to zero has no sign.
    pub fn number(&self, value: f64, decimals: u8) -> String {
        self.numbers.format(value, decimals)
    }

    /// A difference between percentages: "1,5 procentpunt", "1 percentage point".
    pub fn points(&self, value: f64, decimals: u8) -> String {
        let number = self.number(value, decimals);
        let count = if number == self.number(1.0, 0) { 1 } else { 2 };
        self.text_with("threshold-points", &[("count", Arg::Count(count)), ("value", Arg::Text(&number))])
    }

    /// A number with its unit: "27,4 %", "€ 34.900", "1.240 huishoudens". Words after a sign follow the
    /// number: the unit "€ per maand" gives "€ 810 per maand".
    pub fn value(&self, value: f64, unit: &str, decimals: u8) -> String {
        let unit = unit.trim();
        let number = self.number(value, decimals);
        let sign = unit.chars().next().filter(|first| matches!(first, '%' | '€' | '£' | '$'));
        let (text, rest) = match sign {
            Some('%') => (self.text_with("value-percent", &[("number", Arg::Text(&number))]), &unit[1..]),
            Some(currency) => {
                let minus = if number.starts_with(numbers::MINUS) { "−" } else { "" };
                let digits = number.trim_start_matches(numbers::MINUS);
                let symbol = currency.to_string();
                let args = [
                    ("symbol", Arg::Text(&symbol)),
                    ("sign", Arg::Text(minus)),
                    ("number", Arg::Text(digits)),
                ];
                (self.text_with("value-currency", &args), &unit[currency.len_utf8()..])
            }
            None if unit.is_empty() => (number, ""),
            None => {
                let args = [("number", Arg::Text(&number)), ("unit", Arg::Text(unit))];
                (self.text_with("value-unit", &args), "")
            }
        };
        match rest.trim() {
            "" => text,
            rest => format!("{text} {rest}"),
        }
    }

    /// How much of a whole a part is, in whole percents: "14 %", and "minder dan 1 %" where that would be none;
    /// absent where there is no whole.
    pub fn percent_of(&self, part: f64, whole: f64) -> Option<String> {
        let share = 100.0 * part / whole;
        (whole > 0.0).then(|| match share > 0.0 && share < 0.5 {
            true => self.text_with("less-than", &[("value", Arg::Text(&self.value(1.0, "%", 0)))]),
            false => self.value(share, "%", 0),
        })
    }

    /// Why there is no number: "niet bekend".
    pub fn absence(&self, absence: Absence) -> String {
        match absence {
            Absence::Missing => self.text("absence-missing"),
            Absence::Suppressed => self.text("absence-suppressed"),
            Absence::Impossible => self.text("absence-impossible"),
            Absence::TooFew => self.text("absence-too-few"),
        }
    }

    /// Year, month, day: "12 juni 2025"; of a month outside 1 to 12 only the year.
    pub fn date(&self, (year, month, day): (u16, u8, u8)) -> String {
        let month = match month {
            1 => self.text("month-1"),
            2 => self.text("month-2"),
            3 => self.text("month-3"),
            4 => self.text("month-4"),
            5 => self.text("month-5"),
            6 => self.text("month-6"),
            7 => self.text("month-7"),
            8 => self.text("month-8"),
            9 => self.text("month-9"),
            10 => self.text("month-10"),
            11 => self.text("month-11"),
            12 => self.text("month-12"),
            _ => return year.to_string(),
        };
        let (day, year) = (day.to_string(), year.to_string());
        self.text_with(
            "date",
            &[("day", Arg::Text(&day)), ("month", Arg::Text(&month)), ("year", Arg::Text(&year))],
        )
    }

    /// "a, b en c".
    pub fn list<S: AsRef<str>>(&self, items: &[S]) -> String {
        let Some((last, start)) = items.split_last() else { return String::new() };
        let Some((first, between)) = start.split_first() else { return last.as_ref().to_owned() };
        let start = between.iter().fold(first.as_ref().to_owned(), |start, next| {
            self.text_with("list-next", &[("start", Arg::Text(&start)), ("next", Arg::Text(next.as_ref()))])
        });
        self.text_with("list-last", &[("start", Arg::Text(&start)), ("last", Arg::Text(last.as_ref()))])
    }

    /// The order of the language, in which "Buurt 9" comes before "Buurt 10". Names that differ in nothing
    /// that this order knows are equal: settle those by code.
    pub fn compare(&self, one: &str, other: &str) -> Ordering {
        self.collator.compare(one, other)
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.debug_struct("Words").field("tag", &self.tag).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(tag: &str) -> Words {
        Words::new(LanguageId(0), tag, None).unwrap()
    }

    #[test]
    fn values_are_written_as_the_language_does() {
        let (nl, en) = (words("nl"), words("en"));
        for (value, unit, decimals, dutch, english) in [
            (27.4, "%", 1, "27,4\u{a0}%", "27.4%"),
            (34900.0, "€", 0, "€\u{a0}34.900", "€34,900"),
            (-34900.0, "€", 0, "€\u{a0}−34.900", "−€34,900"),
            (1240.0, "huishoudens", 0, "1.240\u{a0}huishoudens", "1,240\u{a0}huishoudens"),
            (810.0, "€ per maand", 0, "€\u{a0}810 per maand", "€810 per maand"),
            (3.2, "km", 1, "3,2\u{a0}km", "3.2\u{a0}km"),
            (7.0, "", 1, "7,0", "7.0"),
            (-0.04, "", 1, "0,0", "0.0"),
            (-1.25, "", 1, "−1,3", "−1.3"),
            (2.5, "", 0, "3", "3"),
            (0.285, "", 2, "0,29", "0.29"),
            (1_234_567.0, "", 0, "1.234.567", "1,234,567"),
        ] {
            assert_eq!(nl.value(value, unit, decimals), dutch);
            assert_eq!(en.value(value, unit, decimals), english);
        }
        assert_eq!(nl.number(f64::NAN, 1), "–");
        assert_eq!(nl.percent_of(1.0, 3.0).as_deref(), Some("33\u{a0}%"));
        assert_eq!(nl.percent_of(1.0, 0.0), None);
    }

    #[test]
    fn lists_dates_and_order() {
        let (nl, en) = (words("nl"), words("en"));
        assert_eq!(nl.list::<&str>(&[]), "");
        assert_eq!(nl.list(&["a"]), "a");
        assert_eq!(nl.list(&["a", "b"]), "a en b");
        assert_eq!(nl.list(&["a", "b", "c", "d"]), "a, b, c en d");
        assert_eq!(en.list(&["a", "b", "c"]), "a, b and c");
        assert_eq!(nl.date((2025, 6, 12)), "12 juni 2025");
        assert_eq!(en.date((2025, 6, 12)), "12 June 2025");
        let mut names = ["Zuid", "Buurt 10", "Élan", "Buurt 9", "eiland"];
        names.sort_by(|one, other| nl.compare(one, other));
        assert_eq!(names, ["Buurt 9", "Buurt 10", "eiland", "Élan", "Zuid"]);
    }

    #[test]
    fn a_count_chooses_the_plural_and_is_grouped() {
        let file: Arc<str> = "templates/strings/nl.ftl".into();
        let text = "list-next = { $start ->\n    [one] { $start } huis\n   *[other] { $start } huizen\n} { $next }\n";
        let words = Words::new(LanguageId(0), "nl", Some(SiteStrings { file: &file, text })).unwrap();
        let say =
            |count| words.text_with("list-next", &[("start", Arg::Count(count)), ("next", Arg::Text("."))]);
        assert_eq!(say(1), "1 huis .");
        assert_eq!(say(1234), "1.234 huizen .");
    }
}
