//! Domains, and what is in them.

use crate::input::settings::index::{Goalposts, Ingredient, Per, Weighing};
use crate::input::settings::indicators::check_id;
use crate::input::settings::indices::{Names, Usual, choices, conflict};
use crate::input::settings::problem::Problem;
use crate::input::settings::reader::{Section, Value, position};
use crate::input::settings::{Domain, Measure, Parts};

/// The domains of a layer; `weigh` says whether their weights must be given, and is absent where that is not
/// known itself.
pub fn domains(
    value: &Value<'_>,
    weigh: Option<Weighing>,
    usual: &Usual,
    names: Names<'_>,
) -> Option<Vec<Domain>> {
    let tables = value.list()?;
    if tables.is_empty() {
        value.out_of_range("a list with at least one domain");
        return None;
    }
    let mut domains: Vec<Domain> = Vec::new();
    let mut complete = true;
    for value in tables {
        match value.table().and_then(|table| domain(table, weigh, usual, names)) {
            Some(domain) => {
                if domains.iter().any(|earlier| earlier.id == domain.id) {
                    let message = format!("there are two domains `{}`", domain.id);
                    conflict(value.file, domain.place.clone(), message, "give one of them another id");
                }
                domains.push(domain);
            }
            None => complete = false,
        }
    }
    if complete && domains.iter().all(|domain| domain.weight == 0.0) {
        conflict(value.file, value.place(), "all weights are 0".to_owned(), "give one part a weight");
    }
    complete.then_some(domains)
}

fn domain(table: Section<'_>, weigh: Option<Weighing>, usual: &Usual, names: Names<'_>) -> Option<Domain> {
    let id = table.require("id", "id = \"inkomen\"").and_then(|value| value.text());
    if let Some(id) = &id {
        check_id(&table, id);
    }
    let name = match (table.get("name"), &id) {
        (Some(value), _) => value.readers_text(),
        (None, Some(id)) => match names.themes.iter().find(|theme| theme.id == *id) {
            Some(theme) => Some(theme.name.clone()),
            None => {
                let hint = format!("give it a `name`, or add a theme `{id}` to data/themes.toml");
                conflict(table.file, table.place(), format!("the domain `{id}` has no name"), hint);
                None
            }
        },
        (None, None) => None,
    };
    let weight = weight_in(&table, weigh, "weight = 22.5");
    let why = table.get("why").and_then(|value| value.readers_text());
    let combine = choices::combine(&table, names);
    let inner = combine.map(|combine| combine.weigh);
    let parts = match (table.get("indicators"), table.get("domain"), table.get("index")) {
        (Some(value), None, None) => indicators(&value, inner, usual, names).map(Parts::Indicators),
        (None, Some(value), None) => domains(&value, inner, usual, names).map(Parts::Domains),
        (None, None, Some(value)) => {
            let index = value.text().and_then(|id| {
                position(value.file, &id, value.place(), "index", "data/indices", names.indices)
            });
            index.map(|index| Parts::Index { index, place: value.place() })
        }
        _ => {
            table.file.problem(Problem::Conflict {
                place: table.place(),
                message: "a domain holds indicators, or domains, or another index".to_owned(),
                hint: "give one of `indicators = { … }`, `[[domain.domain]]` and `index = \"…\"`".to_owned(),
            });
            None
        }
    };
    let goalposts = optional(table.get("goalposts"), goalposts);
    let target = optional(table.get("target"), Value::number);
    let place = table.place();
    table.finish();
    Some(Domain {
        id: id?,
        name: name?,
        weight: weight?,
        why,
        parts: parts?,
        combine: combine?,
        goalposts: goalposts?,
        target: target?,
        place,
    })
}

/// What may be left out, but not be wrong.
fn optional<'a, T>(
    value: Option<Value<'a>>,
    read: impl FnOnce(&Value<'a>) -> Option<T>,
) -> Option<Option<T>> {
    match value {
        Some(value) => read(&value).map(Some),
        None => Some(None),
    }
}

/// The weight of a part: asked for where the layer has given ones, and else 1 where there is none.
fn weight_in(table: &Section<'_>, weigh: Option<Weighing>, example: &'static str) -> Option<f64> {
    let value = match weigh {
        Some(Weighing::Given) => Some(table.require("weight", example)?),
        Some(_) | None => table.get("weight"),
    };
    value.map_or(Some(1.0), |value| weight_of(&value, weigh))
}

fn weight_of(value: &Value<'_>, weigh: Option<Weighing>) -> Option<f64> {
    match weigh {
        Some(Weighing::Given) | None => weight(value),
        Some(_) => no_weight(value),
    }
}

/// A weight that is not asked for, since the layer finds its own: it says nothing, and so cannot leave a part out.
fn no_weight(value: &Value<'_>) -> Option<f64> {
    let weight = weight(value)?;
    if weight == 0.0 {
        let message = "a weight of 0 leaves nothing out where `weights` are not `given`".to_owned();
        conflict(value.file, value.place(), message, "leave the part out, or choose `weights = \"given\"`");
        return None;
    }
    Some(weight)
}

fn weight(value: &Value<'_>) -> Option<f64> {
    let weight = value.number()?;
    if weight < 0.0 {
        value.out_of_range("0 or more");
        return None;
    }
    Some(weight)
}

/// `[0, 100]`: the value that gets the least, and the one that gets the most.
fn goalposts(value: &Value<'_>) -> Option<Goalposts> {
    let ends = value.list()?.iter().map(Value::number).collect::<Option<Vec<f64>>>()?;
    match ends.as_slice() {
        [low, high] if low < high => Some(Goalposts { low: *low, high: *high }),
        _ => {
            value.out_of_range("two numbers, the lower one first");
            None
        }
    }
}

/// A table of indicators, each with its weight or with a table of its own; where weights are not given, a list
/// of indicators will do.
fn indicators(
    value: &Value<'_>,
    weigh: Option<Weighing>,
    usual: &Usual,
    names: Names<'_>,
) -> Option<Vec<Ingredient>> {
    let mut parts: Vec<Ingredient> = Vec::new();
    let mut complete = true;
    if value.is_list() && weigh != Some(Weighing::Given) {
        for item in value.list()? {
            let at = item.text().and_then(|id| names.indicator(value.file, &id, item.place()));
            match at {
                Some(at) if parts.iter().any(|part| part.indicator == at) => {
                    let message = format!("`{}` stands here twice", names.indicators[at].id);
                    conflict(value.file, item.place(), message, "name each indicator once");
                }
                Some(at) => parts.push(Ingredient {
                    impute: usual.impute.clone(),
                    treat: usual.treat,
                    ..Ingredient::plain(at, 1.0, item.place())
                }),
                None => complete = false,
            }
        }
    } else {
        for (id, place, item) in value.named()? {
            let at = names.indicator(value.file, &id, place);
            let read = if item.is_table() {
                item.table().and_then(|table| ingredient(table, at, weigh, usual, names))
            } else {
                at.zip(weight_of(&item, weigh)).map(|(at, weight)| Ingredient {
                    impute: usual.impute.clone(),
                    treat: usual.treat,
                    ..Ingredient::plain(at, weight, item.place())
                })
            };
            match read {
                Some(part) => parts.push(part),
                None => complete = false,
            }
        }
    }
    if complete && parts.iter().all(|part| part.weight == 0.0) {
        let message = "all weights are 0, or there are none".to_owned();
        conflict(value.file, value.place(), message, "give one indicator a weight");
        return None;
    }
    complete.then_some(parts)
}

fn ingredient(
    table: Section<'_>,
    at: Option<usize>,
    weigh: Option<Weighing>,
    usual: &Usual,
    names: Names<'_>,
) -> Option<Ingredient> {
    let weight = weight_in(&table, weigh, "weight = 1");
    let why = table.get("why").and_then(|value| value.readers_text());
    let per = optional(table.get("per"), |value| per(value, names));
    let shrink = optional(table.get("shrink"), |value| {
        let level = names.level(value)?;
        let is_share = at.is_none_or(|at| {
            let told = &names.indicators[at];
            told.of.is_some() && matches!(told.measure, Measure::Share | Measure::Rate)
        });
        if !is_share {
            let hint = "a rate is shrunk by how many people it is of: `measure = \"share\"` or `\"rate\"` with the count \
                        in `of`; otherwise remove `shrink`";
            let message = "only a share or a rate of a count can be shrunk".to_owned();
            conflict(value.file, value.place(), message, hint);
        }
        is_share.then_some(level)
    });
    let impute = table
        .get("impute")
        .map_or_else(|| Some(usual.impute.clone()), |value| choices::impute(&value, names));
    let treat = table.get("treat").map_or(Some(usual.treat), |value| choices::treat(&value));
    let goalposts = optional(table.get("goalposts"), goalposts);
    let target = optional(table.get("target"), Value::number);
    let sparse = optional(table.get("sparse"), Value::readers_text);
    let place = table.place();
    table.finish();
    Some(Ingredient {
        indicator: at?,
        weight: weight?,
        why,
        per: per?,
        shrink: shrink?,
        impute: impute?,
        treat: treat?,
        goalposts: goalposts?,
        target: target?,
        sparse: sparse?,
        place,
    })
}

/// `per = "inwoners"`, or `per = { indicator = "inwoners", times = 1000 }`.
fn per(value: &Value<'_>, names: Names<'_>) -> Option<Per> {
    if !value.is_table() {
        let indicator = names.indicator(value.file, &value.text()?, value.place())?;
        return Some(Per { indicator, times: 1.0 });
    }
    let table = value.table()?;
    let indicator = table
        .require("indicator", "indicator = \"inwoners\"")
        .and_then(|value| names.indicator(value.file, &value.text()?, value.place()));
    let times = match table.get("times") {
        Some(value) => value.number().filter(|times| {
            if *times <= 0.0 {
                value.out_of_range("more than 0");
            }
            *times > 0.0
        }),
        None => Some(1.0),
    };
    table.finish();
    Some(Per { indicator: indicator?, times: times? })
}
