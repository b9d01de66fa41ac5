//! TOML tables read key by key, so that every problem of a file is found and not only the first.
//!
//! A [`Section`] remembers which keys were asked for; [`Section::finish`] reports the rest as unknown. A
//! value of the wrong type is reported and counts as absent.

use std::cell::RefCell;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use crate::diagnostic::{Place, Report};
use crate::input::settings::problem::Problem;
use crate::input::settings::site::LANGUAGES;
use crate::input::settings::{Column, Condition, FileName, Text};

/// A TOML file and where its problems go.
#[derive(Clone, Copy)]
pub struct File<'a> {
    pub name: &'a Arc<str>,
    pub text: &'a str,
    /// The languages of the site, by their tags.
    pub languages: &'a [String],
    pub report: &'a RefCell<Report>,
}

impl<'a> File<'a> {
    /// What is wrong with a value that could not be read as TOML is told already, and so is a key that is missing
    /// because its line could not.
    pub fn problem(&self, problem: Problem) {
        let is_told = match &problem {
            Problem::WrongType { place, .. } => self.is_unreadable(place),
            Problem::MissingKey { key, .. } => self.is_on_unreadable(key),
            _ => false,
        };
        if is_told {
            return;
        }
        self.report.borrow_mut().push(problem.into());
    }

    /// Whether this line of the file is not TOML.
    fn is_unreadable(&self, place: &Place) -> bool {
        let lines = || DeTable::parse_recoverable(self.text).1.into_iter().filter_map(|error| error.span());
        lines().any(|span| self.place(span).line == place.line)
    }

    /// Whether a line of the file that is not TOML names this key.
    fn is_on_unreadable(&self, key: &str) -> bool {
        let errors = DeTable::parse_recoverable(self.text).1;
        let spans = errors.into_iter().filter_map(|error| error.span());
        let lines: Vec<u32> = spans.map(|span| self.place(span).line).collect();
        let words = |line: &str| {
            let is_part = |sign: char| sign.is_alphanumeric() || sign == '_' || sign == '-';
            line.split(|sign| !is_part(sign)).find(|word| !word.is_empty()).map(str::to_owned)
        };
        let of = |line: &u32| self.text.lines().nth((*line as usize).checked_sub(1)?).and_then(words);
        lines.iter().filter_map(of).any(|first| first == key)
    }

    pub fn place(&self, span: std::ops::Range<usize>) -> Place {
        Place::of_span(self.name, self.text, span)
    }

    /// The whole file as a table; reports what is not TOML, and goes on with the rest.
    pub fn parse(&self) -> Spanned<DeTable<'a>> {
        let (table, errors) = DeTable::parse_recoverable(self.text);
        let mut last = None;
        for error in errors {
            let place = self.place(error.span().unwrap_or(0..0));
            // one slip makes several errors, on its own line
            if last.replace(place.line) != Some(place.line) {
                self.problem(Problem::Syntax { place, message: said(error.message()) });
            }
        }
        table
    }
}

/// What the parser says, on one line. Where it took the start of a word for that of a number, it names one.
fn said(message: &str) -> String {
    let message = message.trim();
    if message.starts_with("invalid float") {
        return "a text stands in quotes, a list in `[` and `]`, a table in `{` and `}`".to_owned();
    }
    message.replace('\n', ", ")
}

/// A table that is being read.
pub struct Section<'a> {
    pub file: File<'a>,
    table: &'a DeTable<'a>,
    span: std::ops::Range<usize>,
    asked: RefCell<Vec<&'static str>>,
}

impl<'a> Section<'a> {
    pub fn new(file: File<'a>, table: &'a Spanned<DeTable<'a>>) -> Section<'a> {
        Section { file, table: table.get_ref(), span: table.span(), asked: RefCell::default() }
    }

    pub fn place(&self) -> Place {
        self.file.place(self.span.clone())
    }

    pub fn get(&self, key: &'static str) -> Option<Value<'a>> {
        self.asked.borrow_mut().push(key);
        self.table.iter().find(|(name, _)| name.get_ref().as_ref() == key).map(|(name, item)| Value {
            file: self.file,
            key: name.get_ref().to_string(),
            item,
        })
    }

    /// As [`Section::get`]; absence is a problem that shows the example.
    pub fn require(&self, key: &'static str, example: &'static str) -> Option<Value<'a>> {
        let value = self.get(key);
        if value.is_none() {
            self.file.problem(Problem::MissingKey { place: self.place(), key, example });
        }
        value
    }

    /// Every entry, where the keys are the author's own names.
    pub fn entries(&self) -> Vec<(String, Place, Value<'a>)> {
        let entry = |(name, item): (&'a Spanned<std::borrow::Cow<'a, str>>, &'a Spanned<DeValue<'a>>)| {
            let key = name.get_ref().to_string();
            (key.clone(), self.file.place(name.span()), Value { file: self.file, key, item })
        };
        self.table.iter().map(entry).collect()
    }

    /// Reports the keys that are none of these: which ones may stand here follows from another key.
    pub fn allow(&self, known: &[&str]) {
        for (key, place, _) in self.entries() {
            if !known.contains(&key.as_str()) {
                let known = known.iter().map(|key| (*key).to_owned()).collect();
                self.file.problem(Problem::UnknownKey { place, key, known });
            }
        }
    }

    /// Reports the keys that nobody asked for.
    pub fn finish(self) {
        let asked = self.asked.into_inner();
        for (name, _) in self.table.iter() {
            if !asked.contains(&name.get_ref().as_ref()) {
                self.file.problem(Problem::UnknownKey {
                    place: self.file.place(name.span()),
                    key: name.get_ref().to_string(),
                    known: asked.iter().map(|key| (*key).to_owned()).collect(),
                });
            }
        }
    }
}

/// A value, with the key under which it stands.
#[derive(Clone)]
pub struct Value<'a> {
    pub file: File<'a>,
    pub key: String,
    item: &'a Spanned<DeValue<'a>>,
}

impl<'a> Value<'a> {
    pub fn place(&self) -> Place {
        self.file.place(self.item.span())
    }

    fn wrong<T>(&self, wanted: &'static str) -> Option<T> {
        let found = match self.item.get_ref() {
            DeValue::String(_) => "a text",
            DeValue::Integer(_) | DeValue::Float(_) => "a number",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        self.file.problem(Problem::WrongType { place: self.place(), key: self.key.clone(), wanted, found });
        None
    }

    pub fn text(&self) -> Option<String> {
        match self.item.get_ref() {
            DeValue::String(text) => Some(text.to_string()),
            _ => self.wrong("a text"),
        }
    }

    pub fn is_text(&self) -> bool {
        self.item.get_ref().is_str()
    }

    pub fn is_list(&self) -> bool {
        self.item.get_ref().is_array()
    }

    pub fn is_table(&self) -> bool {
        self.item.get_ref().is_table()
    }

    pub fn truth(&self) -> Option<bool> {
        match self.item.get_ref() {
            DeValue::Boolean(truth) => Some(*truth),
            _ => self.wrong("true or false"),
        }
    }

    pub fn number(&self) -> Option<f64> {
        let digits = match self.item.get_ref() {
            DeValue::Integer(integer) if integer.radix() == 10 => integer.as_str(),
            DeValue::Float(float) => float.as_str(),
            _ => return self.wrong("a number"),
        };
        match digits.parse::<f64>() {
            Ok(number) if number.is_finite() => Some(number),
            _ => {
                self.out_of_range("a number that is not infinite, and not larger than can be reckoned with");
                None
            }
        }
    }

    pub fn whole_number(&self) -> Option<i64> {
        match self.item.get_ref() {
            DeValue::Integer(integer) => match i64::from_str_radix(integer.as_str(), integer.radix()) {
                Ok(number) => Some(number),
                Err(_) => self.wrong("a smaller whole number"),
            },
            _ => self.wrong("a whole number"),
        }
    }

    /// 0 or more.
    pub fn number_of_people(&self) -> Option<f64> {
        let number = self.number()?;
        if number < 0.0 {
            self.out_of_range("a number of people");
            return None;
        }
        Some(number)
    }

    pub fn year(&self) -> Option<i32> {
        let year = self.whole_number()?;
        match i32::try_from(year) {
            Ok(year @ 1000..=9999) => Some(year),
            _ => {
                self.out_of_range("a year of four digits");
                None
            }
        }
    }

    pub fn out_of_range(&self, wanted: &'static str) {
        self.file.problem(Problem::OutOfRange { place: self.place(), key: self.key.clone(), wanted });
    }

    /// A date without a time, as year, month, day.
    pub fn date(&self) -> Option<(u16, u8, u8)> {
        match self.item.get_ref() {
            DeValue::Datetime(toml::value::Datetime { date: Some(date), time: None, offset: None }) => {
                Some((date.year, date.month, date.day))
            }
            _ => self.wrong("a date such as 2025-06-12"),
        }
    }

    pub fn list(&self) -> Option<Vec<Value<'a>>> {
        match self.item.get_ref() {
            DeValue::Array(array) => Some(self.items(array)),
            _ => self.wrong("a list"),
        }
    }

    fn items(&self, array: &'a DeArray<'a>) -> Vec<Value<'a>> {
        array.iter().map(|item| Value { file: self.file, key: self.key.clone(), item }).collect()
    }

    /// A list of texts, or one text.
    pub fn texts(&self) -> Option<Vec<String>> {
        match self.item.get_ref() {
            DeValue::String(text) => Some(vec![text.to_string()]),
            DeValue::Array(array) => self.items(array).iter().map(Value::text).collect(),
            _ => self.wrong("a text or a list of texts"),
        }
    }

    pub fn table(&self) -> Option<Section<'a>> {
        match self.item.get_ref() {
            DeValue::Table(table) => {
                Some(Section { file: self.file, table, span: self.item.span(), asked: RefCell::default() })
            }
            _ => self.wrong("a table"),
        }
    }

    /// A table of the site's own names.
    pub fn named(&self) -> Option<Vec<(String, Place, Value<'a>)>> {
        self.table().map(|table| table.entries())
    }

    /// A text for readers: one, or one per language of the site.
    pub fn readers_text(&self) -> Option<Text> {
        if self.is_text() {
            return Some(Text(vec![self.text()?]));
        }
        if !self.is_table() {
            return self.wrong("a text, or a table with a text per language");
        }
        let given = self.per_language(Value::text)?;
        Some(Text(given))
    }

    /// A list of texts for readers: `["a", "b"]`, or one such list per language, all of one length.
    pub fn readers_texts(&self) -> Option<Vec<Text>> {
        if !self.is_table() {
            let texts = self.list()?.iter().map(Value::text).collect::<Option<Vec<String>>>()?;
            return Some(texts.into_iter().map(|text| Text(vec![text])).collect());
        }
        let lists = self.per_language(Value::texts)?;
        let length = lists.first().map_or(0, Vec::len);
        if lists.iter().any(|list| list.len() != length) {
            self.file.problem(Problem::Conflict {
                place: self.place(),
                message: format!("`{}` has not as many texts in each language", self.key),
                hint: "give every language the same number".to_owned(),
            });
            return None;
        }
        Some((0..length).map(|at| Text(lists.iter().map(|list| list[at].clone()).collect())).collect())
    }

    fn per_language<T>(&self, read: fn(&Value<'a>) -> Option<T>) -> Option<Vec<T>> {
        let mut entries: Vec<(String, Place, Value<'a>)> = self.named()?;
        for (tag, place, _) in &entries {
            // a site may keep texts for a language that it has switched off
            if !LANGUAGES.contains(&tag.as_str()) {
                self.file.problem(Problem::OtherLanguage {
                    place: place.clone(),
                    key: self.key.clone(),
                    language: tag.clone(),
                    known: LANGUAGES.map(str::to_owned).to_vec(),
                });
            }
        }
        let mut found = Vec::new();
        let mut complete = true;
        for language in self.file.languages {
            match entries.iter_mut().find(|(tag, _, _)| tag == language) {
                Some((_, _, value)) => match read(value) {
                    Some(value) => found.push(value),
                    None => complete = false,
                },
                None => {
                    complete = false;
                    self.file.problem(Problem::MissingLanguage {
                        place: self.place(),
                        key: self.key.clone(),
                        language: language.clone(),
                    });
                }
            }
        }
        complete.then_some(found)
    }

    /// One of a few words, each with its meaning.
    pub fn word<T: Copy>(&self, words: &[(&str, T)]) -> Option<T> {
        let word = self.text()?;
        match words.iter().find(|(name, _)| *name == word) {
            Some((_, meaning)) => Some(*meaning),
            None => {
                self.file.problem(Problem::UnknownWord {
                    place: self.place(),
                    key: self.key.clone(),
                    word,
                    known: words.iter().map(|(name, _)| (*name).to_owned()).collect(),
                });
                None
            }
        }
    }

    /// The position of a name that is defined in another file.
    pub fn reference(&self, what: &'static str, file: &'static str, known: &[String]) -> Option<usize> {
        position(self.file, &self.text()?, self.place(), what, file, known)
    }

    pub fn column(&self) -> Option<Column> {
        Some(Column { name: self.text()?, place: self.place() })
    }

    pub fn file_name(&self) -> Option<FileName> {
        let name = self.text()?;
        let outside = name.starts_with(['/', '\\'])
            || name.contains(':')
            || name.split(['/', '\\']).any(|part| part == "..")
            || name.is_empty();
        if outside {
            self.file.problem(Problem::Conflict {
                place: self.place(),
                message: format!("`{name}` leads outside the data folders"),
                hint: "name a file in `data/` or in the folder given with `--data`".to_owned(),
            });
            return None;
        }
        Some(FileName { name, place: self.place() })
    }

    /// `{ column = "text", other = ["a", "b"] }`: which rows count.
    pub fn conditions(&self) -> Option<Vec<Condition>> {
        let entries = self.named()?;
        entries
            .into_iter()
            .map(|(name, place, value)| {
                Some(Condition { column: Column { name, place }, any_of: value.texts()? })
            })
            .collect()
    }
}

/// The position of `name` among `known`, or a problem.
pub fn position(
    file: File<'_>,
    name: &str,
    place: Place,
    what: &'static str,
    defined_in: &'static str,
    known: &[String],
) -> Option<usize> {
    let at = known.iter().position(|candidate| candidate == name);
    if at.is_none() {
        let known = known.to_vec();
        file.problem(Problem::UnknownName { place, what, name: name.to_owned(), file: defined_in, known });
    }
    at
}
