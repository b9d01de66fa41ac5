//! `data/indices/<id>.toml`: what is weighed, and how.
//!
//! `parts` reads domains and indicators, `choices` the words for each step, `join` brings the files of a site
//! together: levels of one definition, and indices that are made of other indices.

mod choices;
mod join;
mod parts;

use std::cell::RefCell;

use crate::diagnostic::Place;
use crate::input::settings::compared;
use crate::input::settings::index::{Impute, Treat};
use crate::input::settings::indicators::check_id;
use crate::input::settings::problem::Problem;
use crate::input::settings::reader::{File, Section, Value, position};
use crate::input::settings::{Good, Index, Indicator, Level, Measure, Reference, Tells, Text, Theme};

pub use choices::tells;
pub use join::join;

/// The share of the weight that must be known, and of the areas in which an indicator must be, unless a
/// definition says otherwise (METHODS.md section 2).
const ENOUGH: f64 = 0.66;

/// An example of what joins the domains.
const COMBINE: &str = "[combine]` with `normalise = \"z-score\"` and `aggregate = \"arithmetic\"";

/// What a definition may refer to.
#[derive(Clone, Copy)]
pub struct Names<'a> {
    pub levels: &'a [Level],
    pub indicators: &'a [Indicator],
    pub themes: &'a [Theme],
    /// The ids of all indices, in the order of their files.
    pub indices: &'a [String],
}

impl Names<'_> {
    fn level(&self, value: &Value<'_>) -> Option<usize> {
        let names: Vec<String> = self.levels.iter().map(|level| level.id.clone()).collect();
        value.reference("level", "site.toml", &names)
    }

    fn indicator(&self, file: File<'_>, id: &str, place: Place) -> Option<usize> {
        let names: Vec<String> = self.indicators.iter().map(|indicator| indicator.id.clone()).collect();
        position(file, id, place, "indicator", "data/indicators.toml", &names)
    }
}

/// What holds for every indicator of an index that does not say otherwise itself.
#[derive(Clone)]
struct Usual {
    impute: Impute,
    treat: Treat,
}

/// One index for each level of a definition; nothing where any part of it cannot be read.
pub fn read(file: File<'_>, id: &str, names: Names<'_>) -> Vec<Index> {
    let table = file.parse();
    let table = Section::new(file, &table);
    check_id(&table, id);
    let read = definition(&table, id, names);
    table.finish();
    let Some((index, levels, combine)) = read else { return Vec::new() };
    let of_level = |at: usize, level: usize| {
        let mut index = Index { level, ..index.clone() };
        if at > 0 {
            let told = &names.levels[level];
            index.id = format!("{id}-{}", told.id);
            index.name = index.name.with(&told.plural, |name, plural| format!("{name} ({plural})"));
        }
        // what holds for the definition as a whole is told once
        let found = RefCell::default();
        choices::check(File { report: &found, ..file }, &index, &combine, names);
        for problem in found.into_inner().iter() {
            let base = problem.naming(&index.id, id);
            let is_told = at > 0 && file.report.borrow().iter().any(|told| told.is_same(&base));
            if !is_told {
                file.report.borrow_mut().push(problem.clone());
            }
        }
        index
    };
    levels.iter().enumerate().map(|(at, level)| of_level(at, *level)).collect()
}

fn definition(table: &Section<'_>, id: &str, names: Names<'_>) -> Option<(Index, Vec<usize>, Place)> {
    let name = table
        .require("name", "name = { nl = \"Achterstandsindex\", en = \"Deprivation index\" }")
        .and_then(|value| value.readers_text());
    let about = table.get("about").and_then(|value| value.readers_text());
    let levels = table.require("level", "level = \"buurt\"").and_then(|value| levels(&value, names));
    let periods = table.require("periods", "periods = [2014, 2019, 2024]").and_then(|value| periods(&value));
    let good = table
        .require("good", "good = \"low\"")
        .and_then(|value| value.word(&[("high", Good::High), ("low", Good::Low)]));
    let is_verdict = table.get("verdict").map_or(Some(true), |value| value.truth());
    let reference = match table.get("reference") {
        Some(value) => reference(&value, periods.as_deref().unwrap_or_default()),
        None => Some(Reference::EachPeriod),
    };
    let eligible = match table.get("eligible") {
        Some(value) => eligible(&value, names).map(Some),
        None => Some(None),
    };
    let minimum_known = table.get("minimum_known").map_or(Some(ENOUGH), |value| share(&value));
    let available = table.get("available").map_or(Some(ENOUGH), |value| share(&value));
    let change = match table.get("change") {
        Some(value) => value.word(&Tells::WORDS).map(Some),
        None => Some(None),
    };
    let impute = table.get("impute").map_or(Some(Impute::None), |value| choices::impute(&value, names));
    let treat = table.get("treat").map_or(Some(Treat::None), |value| choices::treat(&value));
    let usual = Usual { impute: impute.clone().unwrap_or(Impute::None), treat: treat.unwrap_or(Treat::None) };
    let combine = table.require("combine", COMBINE).and_then(|value| {
        let table = value.table()?;
        let combine = choices::combine(&table, names);
        let place = table.place();
        table.finish();
        Some((combine?, place))
    });
    let (combine, combine_place) = combine.unzip();
    let weigh = combine.map(|combine| combine.weigh);
    let domains =
        table.require("domain", "[[domain]]").and_then(|value| parts::domains(&value, weigh, &usual, names));
    let classes = match table.get("classes") {
        Some(value) => choices::classes(&value).map(Some),
        None => Some(None),
    };
    let uncertainty = match table.get("uncertainty") {
        Some(value) => choices::uncertainty(&value, names).map(Some),
        None => Some(None),
    };
    let ids: Vec<String> = names.indicators.iter().map(|indicator| indicator.id.clone()).collect();
    let compare = table.get("compare").map(|value| compared::read(&value, &ids));
    let levels = levels?;
    let index = Index {
        id: id.to_owned(),
        name: name?,
        about,
        level: *levels.first()?,
        periods: periods?,
        good: good?,
        is_verdict: is_verdict?,
        reference: reference?,
        eligible: eligible?,
        minimum_known: minimum_known?,
        available: available?,
        change: change?,
        domains: domains?,
        combine: combine?,
        classes: classes?,
        uncertainty: uncertainty?,
        compare: compare.unwrap_or_default(),
        place: table.place(),
    };
    let place = combine_place?;
    (impute.is_some() && treat.is_some()).then_some((index, levels, place))
}

/// One level, or a list of them.
fn levels(value: &Value<'_>, names: Names<'_>) -> Option<Vec<usize>> {
    if !value.is_list() {
        return Some(vec![names.level(value)?]);
    }
    let levels: Vec<usize> =
        value.list()?.iter().map(|value| names.level(value)).collect::<Option<Vec<usize>>>()?;
    let is_repeated = levels.iter().enumerate().any(|(at, level)| levels[..at].contains(level));
    if levels.is_empty() || is_repeated {
        value.out_of_range("a list with at least one level, and each once");
        return None;
    }
    Some(levels)
}

fn periods(value: &Value<'_>) -> Option<Vec<i32>> {
    let items = value.list()?;
    let periods = items.iter().map(Value::year).collect::<Option<Vec<i32>>>()?;
    if periods.is_empty() {
        value.out_of_range("a list with at least one year");
        return None;
    }
    for (pair, item) in periods.windows(2).zip(&items[1..]) {
        if pair[0] >= pair[1] {
            item.out_of_range("a list of years from the first to the last, each once");
            return None;
        }
    }
    Some(periods)
}

fn reference(value: &Value<'_>, periods: &[i32]) -> Option<Reference> {
    let text = value.text()?;
    let year = text.strip_prefix("period:").and_then(|year| year.trim().parse::<i32>().ok());
    match (text.as_str(), year) {
        ("each-period", _) => Some(Reference::EachPeriod),
        ("pooled", _) => Some(Reference::Pooled),
        (_, Some(year)) if periods.contains(&year) => Some(Reference::Period(year)),
        (_, Some(year)) => {
            // periods that cannot be read are a problem of their own
            if !periods.is_empty() {
                let known: Vec<String> = periods.iter().map(|period| format!("`period:{period}`")).collect();
                let message = format!("{year} is not one of the periods of the index");
                conflict(value.file, value.place(), message, format!("it is one of {}", known.join(", ")));
            }
            None
        }
        _ => {
            value.out_of_range("`each-period`, `pooled` or `period:` and a year");
            None
        }
    }
}

fn eligible(value: &Value<'_>, names: Names<'_>) -> Option<(usize, f64)> {
    let entries = value.named()?;
    let [(id, place, least)] = entries.as_slice() else {
        value.out_of_range("one indicator and its least count, such as { inwoners = 200 }");
        return None;
    };
    let indicator = names.indicator(value.file, id, place.clone())?;
    if names.indicators[indicator].measure != Measure::Count {
        value.out_of_range("a count");
        return None;
    }
    let number = least.number()?;
    if number < 0.0 {
        least.out_of_range("0 or more");
        return None;
    }
    Some((indicator, number))
}

fn share(value: &Value<'_>) -> Option<f64> {
    let number = value.number()?;
    if !(0.0..=1.0).contains(&number) || number == 0.0 {
        value.out_of_range("more than 0 and at most 1");
        return None;
    }
    Some(number)
}

fn conflict(file: File<'_>, place: Place, message: String, hint: impl Into<String>) {
    file.problem(Problem::Conflict { place, message, hint: hint.into() });
}

impl Text {
    /// Two texts in one, language by language.
    fn with(&self, other: &Text, join: impl Fn(&str, &str) -> String) -> Text {
        let count = self.0.len().max(other.0.len());
        let one = |at: usize| {
            let language = crate::input::settings::LanguageId(at);
            join(self.get(language), other.get(language))
        };
        Text((0..count).map(one).collect())
    }
}
