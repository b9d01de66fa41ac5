//! `data/indices/<id>.toml`: what is weighed, and how.

use crate::diagnostic::Place;
use crate::input::settings::indicators::check_id;
use crate::input::settings::problem::Problem;
use crate::input::settings::reader::{File, Section, Value, position};
use crate::input::settings::{
    Aggregate, Classes, Combine, Domain, Good, Index, Indicator, Level, Normalise, Parts, Reference, Text,
    Theme,
};

/// The share of the weight that must be known, unless a definition says otherwise (METHODS.md section 2).
const MINIMUM_KNOWN: f64 = 0.66;

const NORMALISATIONS: [(&str, Normalise); 3] = [
    ("none", Normalise::None),
    ("z-score", Normalise::ZScore),
    ("rank-exponential", Normalise::RankExponential),
];

const AGGREGATIONS: [(&str, Aggregate); 1] = [("arithmetic", Aggregate::Arithmetic)];

/// The names that a definition may refer to.
struct Names<'a> {
    indicators: Vec<String>,
    themes: &'a [Theme],
}

pub fn read(
    file: File<'_>,
    id: &str,
    levels: &[Level],
    indicators: &[Indicator],
    themes: &[Theme],
) -> Option<Index> {
    let table = file.parse();
    let table = Section::new(file, &table);
    check_id(&table, id);
    let names = Names { indicators: indicators.iter().map(|it| it.id.clone()).collect(), themes };
    let level_names: Vec<String> = levels.iter().map(|level| level.id.clone()).collect();
    let name = table
        .require("name", "name = { nl = \"Achterstandsindex\", en = \"Deprivation index\" }")
        .and_then(|value| value.readers_text());
    let about = table.get("about").and_then(|value| value.readers_text());
    let level = table
        .require("level", "level = \"buurt\"")
        .and_then(|value| value.reference("level", "site.toml", &level_names));
    let periods = table.require("periods", "periods = [2014, 2019, 2024]").and_then(|value| periods(&value));
    let good = table
        .require("good", "good = \"low\"")
        .and_then(|value| value.word(&[("high", Good::High), ("low", Good::Low)]));
    let reference = match table.get("reference") {
        Some(value) => reference(&value, periods.as_deref().unwrap_or_default()),
        None => Some(Reference::EachPeriod),
    };
    let eligible = match table.get("eligible") {
        Some(value) => eligible(&value, &names, indicators).map(Some),
        None => Some(None),
    };
    let minimum_known = match table.get("minimum_known") {
        Some(value) => share(&value),
        None => Some(MINIMUM_KNOWN),
    };
    let combine = match table.require("combine", "[combine]") {
        Some(value) => value.table().map(|table| {
            let combine = combine(&table, "normalise");
            table.finish();
            combine
        }),
        None => None,
    };
    let domains = match table.require("domain", "[[domain]]") {
        Some(value) => domains(&value, &names),
        None => None,
    };
    let classes = match table.get("classes") {
        Some(value) => classes(&value).map(Some),
        None => Some(None),
    };
    let place = table.place();
    table.finish();
    Some(Index {
        id: id.to_owned(),
        name: name?,
        about,
        level: level?,
        periods: periods?,
        good: good?,
        reference: reference?,
        eligible: eligible?,
        minimum_known: minimum_known?,
        domains: domains?,
        combine: combine?,
        classes: classes?,
        place,
    })
}

fn periods(value: &Value<'_>) -> Option<Vec<i32>> {
    let mut periods = value.list()?.iter().map(Value::year).collect::<Option<Vec<i32>>>()?;
    periods.sort_unstable();
    periods.dedup();
    if periods.is_empty() {
        value.out_of_range("a list with at least one year");
        return None;
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
        (_, Some(_)) => {
            value.out_of_range("one of the periods of the index");
            None
        }
        _ => {
            value.out_of_range("`each-period`, `pooled` or `period:` and a year");
            None
        }
    }
}

fn eligible(value: &Value<'_>, names: &Names<'_>, indicators: &[Indicator]) -> Option<(usize, f64)> {
    let entries = value.named()?;
    let [(id, place, least)] = entries.as_slice() else {
        value.out_of_range("one indicator and its least count, such as { inwoners = 200 }");
        return None;
    };
    let indicator =
        position(value.file, id, place.clone(), "indicator", "data/indicators.toml", &names.indicators)?;
    if indicators[indicator].measure != crate::input::settings::Measure::Count {
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

fn combine(table: &Section<'_>, key: &'static str) -> Combine {
    let normalise = table.require(key, "normalise = \"z-score\"");
    Combine {
        normalise: normalise.and_then(|value| value.word(&NORMALISATIONS)).unwrap_or(Normalise::None),
        aggregate: table
            .get("aggregate")
            .and_then(|value| value.word(&AGGREGATIONS))
            .unwrap_or(Aggregate::Arithmetic),
    }
}

fn domains(value: &Value<'_>, names: &Names<'_>) -> Option<Vec<Domain>> {
    let tables = value.list()?;
    if tables.is_empty() {
        value.out_of_range("a list with at least one domain");
        return None;
    }
    let mut domains: Vec<Domain> = Vec::new();
    let mut complete = true;
    for value in tables {
        match value.table().and_then(|table| domain(table, names)) {
            Some(domain) => {
                if domains.iter().any(|earlier| earlier.id == domain.id) {
                    conflict(
                        value.file,
                        domain.place.clone(),
                        format!("there are two domains `{}`", domain.id),
                    );
                }
                domains.push(domain);
            }
            None => complete = false,
        }
    }
    if complete && domains.iter().all(|domain| domain.weight == 0.0) {
        conflict(value.file, value.place(), "all weights are 0".to_owned());
    }
    complete.then_some(domains)
}

fn conflict(file: File<'_>, place: Place, message: String) {
    let hint = "see the chapter on indices in docs/files.md".to_owned();
    file.problem(Problem::Conflict { place, message, hint });
}

fn domain(table: Section<'_>, names: &Names<'_>) -> Option<Domain> {
    let id = table.require("id", "id = \"inkomen\"").and_then(|value| value.text());
    if let Some(id) = &id {
        check_id(&table, id);
    }
    let name = match (table.get("name"), &id) {
        (Some(value), _) => value.readers_text(),
        (None, Some(id)) => match names.themes.iter().find(|theme| theme.id == *id) {
            Some(theme) => Some(theme.name.clone()),
            None => {
                table.file.problem(Problem::Conflict {
                    place: table.place(),
                    message: format!("the domain `{id}` has no name"),
                    hint: format!("give it a `name`, or add a theme `{id}` to data/themes.toml"),
                });
                None
            }
        },
        (None, None) => None,
    };
    let given = table.require("weight", "weight = 22.5");
    let weight = given.and_then(|value| weight(&value));
    let why = table.get("why").and_then(|value| value.readers_text());
    let parts = match (table.get("indicators"), table.get("domain")) {
        (Some(value), None) => indicators(&value, names).map(Parts::Indicators),
        (None, Some(value)) => domains(&value, names).map(Parts::Domains),
        _ => {
            table.file.problem(Problem::Conflict {
                place: table.place(),
                message: "a domain holds either indicators or domains".to_owned(),
                hint: "give `indicators = { … }` or `[[domain.domain]]`".to_owned(),
            });
            None
        }
    };
    let combine = combine(&table, "normalise");
    let place = table.place();
    table.finish();
    Some(Domain { id: id?, name: name?, weight: weight?, why, parts: parts?, combine, place })
}

fn weight(value: &Value<'_>) -> Option<f64> {
    let weight = value.number()?;
    if weight < 0.0 {
        value.out_of_range("0 or more");
        return None;
    }
    Some(weight)
}

fn indicators(value: &Value<'_>, names: &Names<'_>) -> Option<Vec<(usize, f64)>> {
    let mut parts = Vec::new();
    let mut complete = true;
    for (id, place, value) in value.named()? {
        let at = position(value.file, &id, place, "indicator", "data/indicators.toml", &names.indicators);
        match (at, weight(&value)) {
            (Some(at), Some(weight)) => parts.push((at, weight)),
            _ => complete = false,
        }
    }
    if complete && parts.iter().all(|(_, weight)| *weight == 0.0) {
        conflict(value.file, value.place(), "all weights are 0, or there are none".to_owned());
        return None;
    }
    complete.then_some(parts)
}

fn classes(value: &Value<'_>) -> Option<Classes> {
    let table = value.table()?;
    if let Some(method) = table.require("method", "method = \"quantile\"") {
        method.word(&[("quantile", ())]);
    }
    let labels = table.require("labels", "labels = { nl = [\"Laag\", \"Hoog\"], en = [\"Low\", \"High\"] }");
    let given: Option<Vec<Text>> = labels.as_ref().and_then(Value::readers_texts);
    if let (Some(value), Some(texts)) = (&labels, &given)
        && !(2..=9).contains(&texts.len())
    {
        value.out_of_range("a list of 2 to 9 labels");
        return None;
    }
    table.finish();
    Some(Classes { labels: given? })
}
