//! The words for each step, and whether they go together.

use crate::diagnostic::{Place, nearest};
use crate::input::settings::index::{
    Aggregate, Apart, By, ClassRule, Combine, Domain, Drop, Fallback, Goalposts, Impute, Ingredient,
    Normalise, QuantileOf, Standard, Treat, Uncertainty, Weighing,
};
use crate::input::settings::indices::{Names, conflict};
use crate::input::settings::reader::{File, Section, Value};
use crate::input::settings::{Classes, Index, LanguageId, Parts, Reference, Tells, Text};

/// What stands for itself as a word, and may take numbers as a table with a `method`.
const NORMALISATIONS: [(&str, Normalise); 9] = [
    ("none", Normalise::None),
    ("min-max", Normalise::MinMax { low: 0.0, high: 100.0 }),
    ("z-score", Normalise::Z_SCORE),
    ("percentile-rank", Normalise::PercentileRank),
    ("rank", Normalise::Rank),
    ("goalposts", Normalise::Goalposts { top: 1.0 }),
    ("distance-to-reference", Normalise::Distance { to: Standard::Whole, apart: Apart::Ratio }),
    ("rank-normal", Normalise::RankNormal),
    ("rank-exponential", Normalise::RankExponential),
];

const AGGREGATIONS: [(&str, Aggregate); 4] = [
    ("arithmetic", Aggregate::Arithmetic),
    ("geometric", Aggregate::Geometric),
    ("harmonic", Aggregate::Harmonic),
    ("copeland", Aggregate::Copeland),
];

/// `normalise`, `weights` and `aggregate` of a table.
pub fn combine(table: &Section<'_>, names: Names<'_>) -> Option<Combine> {
    let normalise =
        table.require("normalise", "normalise = \"z-score\"").and_then(|value| normalise(&value, names));
    let weigh = table.get("weights").map_or(Some(Weighing::Given), |value| value.word(&Weighing::WORDS));
    let aggregate = table.get("aggregate").map_or(Some(Aggregate::Arithmetic), |value| aggregate(&value));
    Some(Combine { normalise: normalise?, weigh: weigh?, aggregate: aggregate? })
}

fn normalise(value: &Value<'_>, names: Names<'_>) -> Option<Normalise> {
    if !value.is_table() {
        return value.word(&NORMALISATIONS);
    }
    let table = value.table()?;
    let method =
        table.require("method", "method = \"min-max\"").and_then(|value| value.word(&NORMALISATIONS));
    let number = |key: &'static str, usual: f64| table.get(key).map_or(Some(usual), |value| value.number());
    let read = match method {
        None => None,
        Some(Normalise::MinMax { low, high }) => {
            let (low, high) = (number("low", low), number("high", high));
            low.zip(high).and_then(|(low, high)| {
                if low >= high {
                    value.out_of_range("a `low` below its `high`");
                }
                (low < high).then_some(Normalise::MinMax { low, high })
            })
        }
        Some(Normalise::ZScore { mean, deviation }) => {
            let (mean, deviation) = (number("mean", mean), number("deviation", deviation));
            mean.zip(deviation).and_then(|(mean, deviation)| {
                if deviation <= 0.0 {
                    value.out_of_range("a `deviation` of more than 0");
                }
                (deviation > 0.0).then_some(Normalise::ZScore { mean, deviation })
            })
        }
        Some(Normalise::Goalposts { top }) => number("top", top).and_then(|top| {
            if top <= 0.0 {
                value.out_of_range("a `top` of more than 0");
            }
            (top > 0.0).then_some(Normalise::Goalposts { top })
        }),
        Some(Normalise::Distance { .. }) => {
            let to = table.get("to").map_or(Some(Standard::Whole), |value| standard(&value, names));
            let apart = table.get("as").map_or(Some(Apart::Ratio), |value| {
                value.word(&[("ratio", Apart::Ratio), ("difference", Apart::Difference)])
            });
            to.zip(apart).map(|(to, apart)| Normalise::Distance { to, apart })
        }
        Some(
            plain @ (Normalise::None
            | Normalise::PercentileRank
            | Normalise::Rank
            | Normalise::RankNormal
            | Normalise::RankExponential),
        ) => Some(plain),
    };
    if method.is_some() {
        table.finish();
    }
    read
}

/// `whole`, `target`, or a level.
fn standard(value: &Value<'_>, names: Names<'_>) -> Option<Standard> {
    match value.text()?.as_str() {
        "whole" => Some(Standard::Whole),
        "target" => Some(Standard::Target),
        _ => names.level(value).map(Standard::Level),
    }
}

fn aggregate(value: &Value<'_>) -> Option<Aggregate> {
    if !value.is_table() {
        return value.word(&AGGREGATIONS);
    }
    let table = value.table()?;
    let power = table.require("power", "power = 0.5").and_then(|value| value.number());
    table.finish();
    match power {
        Some(0.0) => {
            value.out_of_range("a power that is not 0; that of 0 is `geometric`");
            None
        }
        power => power.map(Aggregate::Power),
    }
}

/// `none`, `parent`, `mean`, `median` (of all areas), `earlier`, `{ mean = "gemeente" }`.
pub fn impute(value: &Value<'_>, names: Names<'_>) -> Option<Impute> {
    if !value.is_table() {
        let words = ["none", "parent", "mean", "median", "earlier"];
        let at = value.word(&[(words[0], 0), (words[1], 1), (words[2], 2), (words[3], 3), (words[4], 4)])?;
        return Some(match at {
            0 => Impute::None,
            1 => Impute::Parent,
            2 => Impute::Mean(By::All),
            3 => Impute::Median(By::All),
            _ => Impute::Earlier,
        });
    }
    let table = value.table()?;
    let (mean, median) = (table.get("mean"), table.get("median"));
    table.finish();
    match (mean, median) {
        (Some(value), None) => by(&value, names).map(Impute::Mean),
        (None, Some(value)) => by(&value, names).map(Impute::Median),
        _ => {
            value.out_of_range("`{ mean = \"…\" }` or `{ median = \"…\" }`");
            None
        }
    }
}

/// A level, or else the name of a grouping, which is looked for where the areas are known.
fn by(value: &Value<'_>, names: Names<'_>) -> Option<By> {
    let name = value.text()?;
    let level = names.levels.iter().position(|level| level.id == name);
    let nearest = nearest(&name, names.levels.iter().map(|level| level.id.as_str())).map(str::to_owned);
    Some(level.map_or_else(|| By::Grouping { name, place: value.place(), level: nearest }, By::Level))
}

/// `none`, `outliers`, `winsorise`, `log`, or a table with limits.
pub fn treat(value: &Value<'_>) -> Option<Treat> {
    let Treat::Outliers { skew, kurtosis, points, log } = Treat::OUTLIERS else { return None };
    if !value.is_table() {
        return value.word(&[
            ("none", Treat::None),
            ("outliers", Treat::OUTLIERS),
            ("winsorise", Treat::Outliers { skew, kurtosis, points, log: Fallback::Keep }),
            ("log", Treat::Log),
        ]);
    }
    let table = value.table()?;
    let limit = |key: &'static str, usual: f64| match table.get(key) {
        Some(value) => value.number().filter(|limit| {
            if *limit < 0.0 {
                value.out_of_range("0 or more");
            }
            *limit >= 0.0
        }),
        None => Some(usual),
    };
    let (skew, kurtosis) = (limit("skew", skew), limit("kurtosis", kurtosis));
    let points = match table.get("points") {
        Some(value) => match value.whole_number().map(usize::try_from) {
            Some(Ok(points)) => Some(points),
            Some(Err(_)) => {
                value.out_of_range("a whole number of points, 0 or more");
                None
            }
            None => None,
        },
        None => Some(points),
    };
    let log = match table.get("log") {
        Some(value) => value.truth().map(|log| if log { Fallback::Log } else { Fallback::Keep }),
        None => Some(log),
    };
    table.finish();
    Some(Treat::Outliers { skew: skew?, kurtosis: kurtosis?, points: points?, log: log? })
}

pub fn classes(value: &Value<'_>) -> Option<Classes> {
    let table = value.table()?;
    let labels = table.require("labels", "labels = { nl = [\"Laag\", \"Hoog\"], en = [\"Low\", \"High\"] }");
    let given: Option<Vec<Text>> = labels.as_ref().and_then(Value::readers_texts);
    let given = given.filter(|texts| {
        let fits = (2..=10).contains(&texts.len());
        if let Some(value) = labels.as_ref().filter(|_| !fits) {
            value.out_of_range("a list of 2 to 10 labels");
        }
        fits
    });
    let given = given.filter(|texts| {
        let alike = alike(texts);
        if let (Some(value), Some(label)) = (&labels, &alike) {
            let message = format!("two classes are called `{label}`");
            conflict(
                value.file,
                value.place(),
                message,
                "give each class a label of its own in every language",
            );
        }
        alike.is_none()
    });
    let method = table.require("method", "method = \"quantile\"").and_then(|value| {
        value.word(&[
            ("quantile", Method::Quantile),
            ("deciles", Method::Deciles),
            ("equal-intervals", Method::EqualIntervals),
            ("jenks", Method::Jenks),
            ("standard-deviations", Method::Deviations),
            ("fixed", Method::Fixed),
        ])
    });
    let of = match (method, table.get("of")) {
        (Some(Method::Quantile | Method::Deciles), Some(value)) => {
            value.word(&[("areas", QuantileOf::Areas), ("people", QuantileOf::People)])
        }
        (Some(Method::Quantile | Method::Deciles) | None, None) => Some(QuantileOf::Areas),
        (_, Some(value)) => {
            let hint = "remove `of`, or choose `method = \"quantile\"`";
            conflict(value.file, value.place(), "only quantiles are of areas or people".to_owned(), hint);
            None
        }
        (Some(_), None) => Some(QuantileOf::Areas),
    };
    let breaks = match (method, table.get("breaks")) {
        (Some(Method::Fixed), None) => {
            table.require("breaks", "breaks = [10, 20, 30]");
            None
        }
        (Some(Method::Fixed), Some(value)) => breaks(&value, given.as_deref()),
        (Some(_), Some(value)) => {
            let hint = "remove `breaks`, or choose `method = \"fixed\"`";
            conflict(value.file, value.place(), "this method finds its own breaks".to_owned(), hint);
            None
        }
        (_, None) => Some(Vec::new()),
        (None, Some(_)) => None,
    };
    let count = given.as_ref().map(Vec::len);
    let place = labels.as_ref().map_or_else(|| table.place(), Value::place);
    let file = table.file;
    table.finish();
    let (method, of, breaks) = (method?, of?, breaks?);
    let rule = match method {
        Method::Quantile => ClassRule::Quantile(of),
        Method::Deciles => {
            if count? != 10 {
                conflict(file, place, "deciles need 10 labels".to_owned(), "give one for each tenth");
                return None;
            }
            ClassRule::Quantile(of)
        }
        Method::EqualIntervals => ClassRule::EqualIntervals,
        Method::Jenks => ClassRule::Jenks,
        Method::Deviations => ClassRule::Deviations(deviations(file, place, count?)?),
        Method::Fixed => ClassRule::Fixed(breaks),
    };
    Some(Classes { rule, labels: given? })
}

/// A label that two classes have in one language.
fn alike(labels: &[Text]) -> Option<String> {
    let languages = labels.iter().map(|label| label.0.len()).max().unwrap_or(0);
    let all = (0..languages).flat_map(|at| labels.iter().enumerate().map(move |(class, it)| (at, class, it)));
    let get = |label: &Text, at: usize| label.get(LanguageId(at)).trim().to_lowercase();
    let mut twice = all.filter(|(at, class, label)| {
        labels[..*class].iter().any(|earlier| get(earlier, *at) == get(label, *at))
    });
    twice.next().map(|(at, _, label)| label.get(LanguageId(at)).to_owned())
}

#[derive(Clone, Copy)]
enum Method {
    Quantile,
    Deciles,
    EqualIntervals,
    Jenks,
    Deviations,
    Fixed,
}

fn breaks(value: &Value<'_>, labels: Option<&[Text]>) -> Option<Vec<f64>> {
    let breaks = value.list()?.iter().map(Value::number).collect::<Option<Vec<f64>>>()?;
    if !breaks.is_sorted_by(|one, next| one < next) {
        value.out_of_range("a list of numbers from low to high, each once");
        return None;
    }
    if labels.is_some_and(|labels| labels.len() != breaks.len() + 1) {
        let count = labels.map_or(0, <[Text]>::len);
        let message = format!(
            "{} breaks make {} classes, and there are {count} labels",
            breaks.len(),
            breaks.len() + 1
        );
        conflict(value.file, value.place(), message, "give a label for each class");
        return None;
    }
    Some(breaks)
}

/// Deviations from the mean between so many classes.
fn deviations(file: File<'_>, place: Place, classes: usize) -> Option<Vec<f64>> {
    match classes {
        3 => Some(vec![-1.0, 1.0]),
        4 => Some(vec![-1.0, 0.0, 1.0]),
        5 => Some(vec![-2.0, -1.0, 1.0, 2.0]),
        6 => Some(vec![-2.0, -1.0, 0.0, 1.0, 2.0]),
        _ => {
            let message = "standard deviations make 3 to 6 classes".to_owned();
            conflict(file, place, message, "give 3 labels (±1), 4 (±1 and the mean), 5 (±1, ±2) or 6");
            None
        }
    }
}

/// `[uncertainty]`: what is varied, and how often.
pub fn uncertainty(value: &Value<'_>, names: Names<'_>) -> Option<Uncertainty> {
    let table = value.table()?;
    let count = |key: &'static str, usual: Option<usize>| match table.get(key) {
        Some(value) => match value.whole_number().map(usize::try_from) {
            Some(Ok(count @ 1..=100_000)) => Some(Some(count)),
            Some(_) => {
                value.out_of_range("a whole number, 1 to 100,000");
                None
            }
            None => None,
        },
        None => Some(usual),
    };
    let (runs, samples) = (count("runs", Some(1000)), count("samples", None));
    let seed = match table.get("seed") {
        Some(value) => match value.whole_number().map(u64::try_from) {
            Some(Ok(seed)) => Some(seed),
            Some(Err(_)) => {
                value.out_of_range("a whole number, 0 or more");
                None
            }
            None => None,
        },
        None => Some(1),
    };
    let weights = match table.get("weights") {
        Some(value) => match value.number() {
            Some(share) if share > 0.0 && share <= 1.0 => Some(Some(share)),
            Some(_) => {
                value.out_of_range(
                    "more than 0 and at most 1 (0.25 draws each weight from 75 % to 125 % of it)",
                );
                None
            }
            None => None,
        },
        None => Some(None),
    };
    let normalise = alternatives(table.get("normalise"), |value| {
        let method = normalise(value, names)?;
        match method {
            Normalise::None | Normalise::Goalposts { .. } | Normalise::Distance { .. } => {
                value.out_of_range("a normalisation that needs nothing but the numbers");
                None
            }
            method => Some(method),
        }
    });
    let aggregate = alternatives(table.get("aggregate"), |value| match aggregate(value)? {
        Aggregate::Copeland => {
            value.out_of_range("a mean: counting pairs again and again takes too long");
            None
        }
        mean => Some(mean),
    });
    let impute = alternatives(table.get("impute"), |value| impute(value, names));
    let drop = match table.get("drop") {
        Some(value) => value.word(&[("nothing", Drop::Nothing), ("indicator", Drop::Indicator)]),
        None => Some(Drop::Nothing),
    };
    let (file, place) = (table.file, table.place());
    table.finish();
    let found = Uncertainty {
        runs: runs??,
        seed: seed?,
        weights: weights?,
        normalise: first(Normalise::None, normalise?),
        aggregate: first(Aggregate::Arithmetic, aggregate?),
        impute: first(Impute::None, impute?),
        drop: drop?,
        samples: samples?,
        place: place.clone(),
    };
    let is_varied = found.weights.is_some()
        || found.normalise.len() > 1
        || found.aggregate.len() > 1
        || found.impute.len() > 1
        || found.drop == Drop::Indicator;
    if !is_varied {
        let hint = "add `weights = 0.25`, `normalise = […]`, `aggregate = […]`, `impute = […]` or `drop = \"indicator\"`";
        conflict(file, place, "`uncertainty` varies nothing".to_owned(), hint);
        return None;
    }
    Some(found)
}

fn alternatives<T>(value: Option<Value<'_>>, read: impl Fn(&Value<'_>) -> Option<T>) -> Option<Vec<T>> {
    match value {
        Some(value) => value.list()?.iter().map(read).collect(),
        None => Some(Vec::new()),
    }
}

/// The definition's own choice, whose place is held by anything, before its alternatives.
fn first<T>(own: T, alternatives: Vec<T>) -> Vec<T> {
    std::iter::once(own).chain(alternatives).collect()
}

/// What each step makes of its parts, and whether the next one can work with it. `place` is that of `[combine]`.
pub fn check(file: File<'_>, index: &Index, place: &Place, names: Names<'_>) {
    let domains: Vec<Part<'_>> = index.domains.iter().map(Part::Domain).collect();
    layer(file, index, index.combine, &domains, (place, names));
    for domain in index.all_domains() {
        let parts: Vec<Part<'_>> = match &domain.parts {
            Parts::Indicators(ingredients) => ingredients.iter().map(Part::Indicator).collect(),
            Parts::Domains(inner) => inner.iter().map(Part::Domain).collect(),
            Parts::Index { .. } => vec![Part::Domain(domain)],
        };
        layer(file, index, domain.combine, &parts, (&domain.place, names));
    }
    let allowed = tells(index);
    if let Some(wanted) = index.change.filter(|wanted| *wanted < allowed) {
        let word = crate::input::settings::word_of(&Tells::WORDS, wanted);
        let allowed = crate::input::settings::word_of(&Tells::WORDS, allowed);
        let message = format!("the index `{}` has no scale on which change can be told in {word}", index.id);
        let is_yearly = index.reference == Reference::EachPeriod && is_linear(index);
        let hint = if is_yearly {
            format!(
                "its layers are linear, but each period has a scale of its own: choose `reference = \"pooled\"`, which \
                 changes nothing where each layer has goalposts or targets; as it is, this index can tell of {allowed}"
            )
        } else {
            format!(
                "points need a linear scale (min-max, z-score, goalposts, distance-to-reference) in all layers, classes \
             a reference that is `pooled` or `period:…`; this index can tell of {allowed}"
            )
        };
        conflict(file, index.place.clone(), message, hint);
    }
    for ingredient in index.ingredients() {
        let above = |level: usize| level < index.level;
        let told = |what: &str| {
            let message = format!("{what} is not a level above that of the index `{}`", index.id);
            conflict(file, ingredient.place.clone(), message, "name a level that holds several of its areas");
        };
        if ingredient.shrink.is_some_and(|level| !above(level)) {
            told("`shrink`");
        }
        if let Impute::Mean(By::Level(level)) | Impute::Median(By::Level(level)) = ingredient.impute
            && !above(level)
        {
            told("`impute`");
        }
        if ingredient.impute == Impute::Parent && index.level == 0 {
            told("the parent of `impute`");
        }
    }
}

/// The most that the scale of an index allows to be told of change (METHODS.md section 3).
pub fn tells(index: &Index) -> Tells {
    match index.reference {
        Reference::EachPeriod => Tells::Position,
        _ if is_linear(index) => Tells::Points,
        _ => Tells::Classes,
    }
}

fn is_linear(index: &Index) -> bool {
    index.combine.is_linear() && index.all_domains().iter().all(|domain| domain.is_linear())
}

impl Combine {
    fn is_linear(&self) -> bool {
        !self.normalise.is_by_rank() && self.aggregate != Aggregate::Copeland
    }
}

impl Domain {
    /// Between layers, as given is linear. Of indicators it is not known to be: their publisher may have
    /// transformed them; nor of another index.
    fn is_linear(&self) -> bool {
        self.combine.is_linear()
            && match self.parts {
                Parts::Indicators(_) => self.combine.normalise != Normalise::None,
                Parts::Index { .. } => false,
                Parts::Domains(_) => true,
            }
    }
}

enum Part<'a> {
    Domain(&'a Domain),
    Indicator(&'a Ingredient),
}

impl Part<'_> {
    fn id<'b>(&'b self, names: Names<'b>) -> &'b str {
        match self {
            Part::Domain(domain) => &domain.id,
            Part::Indicator(ingredient) => &names.indicators[ingredient.indicator].id,
        }
    }

    fn place(&self) -> &Place {
        match self {
            Part::Domain(domain) => &domain.place,
            Part::Indicator(ingredient) => &ingredient.place,
        }
    }

    fn goalposts(&self) -> Option<Goalposts> {
        match self {
            Part::Domain(domain) => domain.goalposts,
            Part::Indicator(ingredient) => ingredient.goalposts,
        }
    }

    fn target(&self) -> Option<f64> {
        match self {
            Part::Domain(domain) => domain.target,
            Part::Indicator(ingredient) => ingredient.target,
        }
    }
}

/// Whether numbers of a domain may lie on both sides of 0, or around a 0 that means nothing, as far as its rules tell.
fn is_without_zero(domain: &Domain) -> bool {
    match (domain.combine.aggregate, domain.combine.normalise, &domain.parts) {
        (Aggregate::Copeland, ..) => true,
        (_, Normalise::ZScore { .. } | Normalise::RankNormal, _) => true,
        (_, Normalise::Distance { apart: Apart::Difference, .. }, _) => true,
        (_, Normalise::MinMax { low, .. }, _) => low < 0.0,
        (_, Normalise::None, Parts::Domains(inner)) => inner.iter().any(is_without_zero),
        _ => false,
    }
}

/// What cannot be carried through a step before it, or would say nothing.
fn yardstick(file: File<'_>, index: &Index, combine: Combine, part: &Part<'_>) {
    let told = |message: &str, hint: &str| {
        conflict(file, part.place().clone(), message.to_owned(), hint);
    };
    let (is_between, is_distance) = match combine.normalise {
        Normalise::Goalposts { .. } => (true, false),
        Normalise::Distance { .. } => (false, true),
        _ => (false, false),
    };
    if part.goalposts().is_some() && !is_between {
        let hint = "remove them, or choose `normalise = \"goalposts\"` for the layer that it is in";
        told("goalposts are not looked at by this normalisation", hint);
    }
    let to_target = matches!(combine.normalise, Normalise::Distance { to: Standard::Target, .. });
    if part.target().is_some() && !to_target {
        let hint =
            "remove it, or choose `normalise = { method = \"distance-to-reference\", to = \"target\" }`";
        told("a target is not looked at by this normalisation", hint);
    }
    let may_be_logged = match part {
        Part::Indicator(ingredient) => {
            matches!(ingredient.treat, Treat::Log | Treat::Outliers { log: Fallback::Log, .. })
        }
        Part::Domain(_) => false,
    };
    if may_be_logged && (is_between || is_distance) {
        let what = if is_between { "goalposts" } else { "what a distance is measured from" };
        let message =
            format!("`treat` may take the logarithm of an indicator, and {what} would keep its own unit");
        told(&message, "choose `treat = \"winsorise\"` or `\"none\"` for it, which keep its unit");
    }
    let is_ratio = matches!(combine.normalise, Normalise::Distance { apart: Apart::Ratio, .. });
    if let Part::Domain(domain) = part
        && is_ratio
        && is_without_zero(domain)
    {
        let message =
            format!("the scores of `{}` have no true zero, and no ratio can be taken of them", domain.id);
        told(&message, "choose `as = \"difference\"`, or another `normalise` for what is in it");
    }
    let level = match combine.normalise {
        Normalise::Distance { to: Standard::Whole, .. } => Some(0),
        Normalise::Distance { to: Standard::Level(level), .. } => Some(level),
        _ => None,
    };
    if level.is_some_and(|level| level >= index.level) {
        let hint = "name a level that holds several of its areas";
        told(
            &format!("every area of the index `{}` would be held against itself, or a part of it", index.id),
            hint,
        );
    }
}

fn layer(
    file: File<'_>,
    index: &Index,
    combine: Combine,
    parts: &[Part<'_>],
    (place, names): (&Place, Names<'_>),
) {
    let by_target = Normalise::Distance { to: Standard::Target, apart: Apart::Ratio };
    let by_gap = Normalise::Distance { to: Standard::Target, apart: Apart::Difference };
    for part in parts {
        yardstick(file, index, combine, part);
        match combine.normalise {
            Normalise::Goalposts { .. } if part.goalposts().is_none() => {
                let hint = "give it `goalposts = [0, 100]`, the values that get the least and the most";
                conflict(file, part.place().clone(), format!("`{}` has no goalposts", part.id(names)), hint);
            }
            wanted if (wanted == by_target || wanted == by_gap) && part.target().is_none() => {
                let hint = "give it `target = 5`";
                conflict(file, part.place().clone(), format!("`{}` has no target", part.id(names)), hint);
            }
            Normalise::Distance { apart: Apart::Ratio, .. } if part.target() == Some(0.0) => {
                let hint = "choose `as = \"difference\"`, or another target";
                conflict(
                    file,
                    part.place().clone(),
                    "no ratio can be taken to a target of 0".to_owned(),
                    hint,
                );
            }
            _ => {}
        }
    }
    // what holds zero or less for certain, and what may
    let least = match combine.normalise {
        Normalise::ZScore { mean, .. } if mean <= 0.0 => Some(Least::Negative),
        Normalise::RankNormal | Normalise::Distance { apart: Apart::Difference, .. } => Some(Least::Negative),
        Normalise::MinMax { low, .. } if low < 0.0 => Some(Least::Negative),
        Normalise::MinMax { low: 0.0, .. } => Some(Least::Zero),
        Normalise::PercentileRank | Normalise::Rank => Some(Least::Zero),
        Normalise::None
        | Normalise::MinMax { .. }
        | Normalise::ZScore { .. }
        | Normalise::Goalposts { .. }
        | Normalise::Distance { .. }
        | Normalise::RankExponential => None,
    };
    let cannot = match (combine.aggregate, least) {
        (Aggregate::Geometric | Aggregate::Harmonic, Some(_)) => true,
        (Aggregate::Power(power), Some(least)) => power < 0.0 || (least == Least::Negative && power != 1.0),
        (Aggregate::Arithmetic | Aggregate::Copeland, _) | (_, None) => false,
    };
    if cannot {
        let message = format!(
            "a {} mean needs numbers above 0, and `{}` gives others",
            combine.aggregate.word(),
            combine.normalise.word()
        );
        let hint =
            "normalise with `{ method = \"min-max\", low = 1, high = 100 }`, or aggregate with `arithmetic`";
        conflict(file, place.clone(), message, hint);
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Least {
    Zero,
    Negative,
}
