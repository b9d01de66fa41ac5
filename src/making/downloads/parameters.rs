//! What is chosen once for all areas: how each part is made comparable with the numbers that follow from the data, and
//! how scores are classed.

use crate::index::Sense;
use crate::index::audit::AuditedPart;
use crate::index::normalise::{ends, moments};
use crate::index::people;
use crate::index::treat::Treatment;
use crate::input::settings::{ClassRule, Good, Impute, LanguageId, Normalise, QuantileOf, Treat};
use crate::making::downloads::audit::{self, Book, imputed_by, normalised, treated_by, years};
use crate::making::downloads::write::{Field, Writer};

/// A row for each part of each layer, and for each group of periods that is normalised on its own. All numbers but those
/// of `treated_…` are of the part as it is normalised: treated, and turned where `turned` is `yes`.
pub fn parameters(book: &Book<'_>, names: &[String], writer: &mut Writer) {
    writer.head(&[
        "layer",
        "part",
        "period",
        "reference",
        "turned",
        "impute",
        "treat",
        "treated",
        "treated_low",
        "treated_high",
        "normalise",
        "n",
        "mean",
        "sd",
        "min",
        "max",
        "goalpost_low",
        "goalpost_high",
        "standard",
        "minimum_known",
        "eligible",
        "eligible_least",
        "good",
    ]);
    let (stock, audit) = (book.stock, book.audit);
    let definition = &stock.settings.indices[book.id.0];
    let ingredients = definition.ingredients();
    let text = |text: &'static str| if text.is_empty() { Field::Nothing } else { Field::Text(text) };
    let number = |number: Option<f64>| number.map_or(Field::Nothing, Field::Number);
    for part in &audit.parts {
        let name = part.entry.map_or_else(|| book.name(&part.of), |at| names[at].as_str());
        let ingredient = part.entry.map(|at| ingredients[at]);
        let impute = ingredient.map_or_else(String::new, |it| match it.impute {
            Impute::None => "none".to_owned(),
            _ => imputed_by(stock, &it.impute),
        });
        let treat = ingredient.map_or_else(String::new, |it| match it.treat {
            Treat::None => "none".to_owned(),
            _ => treated_by(it.treat),
        });
        let normalise = normalised(stock, part.normalise);
        for (at, group) in audit.groups.iter().enumerate() {
            let (word, limits) = treatment(book, part, at);
            let known = &part.before[group.reference.clone()];
            let of = moments(known).filter(|_| matches!(part.normalise, Normalise::ZScore { .. }));
            let between = ends(known).filter(|_| matches!(part.normalise, Normalise::MinMax { .. }));
            let goalposts = part.goalposts.filter(|_| matches!(part.normalise, Normalise::Goalposts { .. }));
            let standard = part.standard.as_ref().and_then(|all| same(&all[group.cells.clone()]));
            let [period, reference] = [&audit.applied[at], &audit.referred[at]].map(|all| years(all));
            writer.row(&[
                Field::Text(&part.layer),
                Field::Text(name),
                Field::Text(&period),
                Field::Text(&reference),
                text(if part.sense == Sense::Reversed { "yes" } else { "no" }),
                if impute.is_empty() { Field::Nothing } else { Field::Text(&impute) },
                if treat.is_empty() { Field::Nothing } else { Field::Text(&treat) },
                text(word),
                number(limits.map(|(low, _)| low)),
                number(limits.map(|(_, high)| high)),
                Field::Text(&normalise),
                Field::Whole(known.iter().filter(|value| !value.is_nan()).count() as i64),
                number(of.map(|of| of.mean)),
                number(of.map(|of| of.deviation)),
                number(between.map(|(least, _)| least)),
                number(between.map(|(_, most)| most)),
                number(goalposts.map(|ends| ends.low)),
                number(goalposts.map(|ends| ends.high)),
                number(standard),
                Field::Number(definition.minimum_known),
                definition
                    .eligible
                    .map_or(Field::Nothing, |(at, _)| Field::Text(&stock.settings.indicators[at].id)),
                number(definition.eligible.map(|(_, least)| least)),
                Field::Text(if definition.good == Good::Low { "low" } else { "high" }),
            ]);
        }
    }
}

/// What was done to the outliers of a group, and the numbers between which that was done: those to which others were
/// brought, or the least and the most of a logarithm.
fn treatment(book: &Book<'_>, part: &AuditedPart, group: usize) -> (&'static str, Option<(f64, f64)>) {
    let Some(indicator) = part.entry.map(|at| &book.audit.indicators[at]) else { return ("", None) };
    let Some(treated) = indicator.treatment.iter().find(|treated| treated.group == group) else {
        return ("no", None);
    };
    let reference = book.audit.groups[group].reference.clone();
    let limits = match &treated.what {
        Treatment::Winsorised { .. } => ends(&indicator.treated[reference]),
        Treatment::Log { .. } => ends(&indicator.imputed[reference]),
    };
    (audit::treatment(&treated.what), limits)
}

/// The number that all known ones are; absent where they differ.
fn same(values: &[f64]) -> Option<f64> {
    ends(values).filter(|(least, most)| least == most).map(|(least, _)| least)
}

/// A row for each period and class, from the good end: the scores in it (`at_least` so much and `below` so much), how
/// many areas and how many people. No rows where there are no classes.
pub fn classes(book: &Book<'_>, writer: &mut Writer) {
    writer.head(&["period", "class", "label", "rule", "reference", "at_least", "below", "areas", "people"]);
    let stock = book.stock;
    let (definition, index) = (&stock.settings.indices[book.id.0], &stock.scores.indices[book.id.0]);
    let Some(classes) = definition.classes.as_ref().filter(|_| !index.breaks.is_empty()) else { return };
    let rule = match &classes.rule {
        ClassRule::Quantile(QuantileOf::Areas) => "quantile of areas".to_owned(),
        ClassRule::Quantile(QuantileOf::People) => "quantile of people".to_owned(),
        ClassRule::EqualIntervals => "equal-intervals".to_owned(),
        ClassRule::Jenks => "jenks".to_owned(),
        ClassRule::Deviations(times) => {
            let times: Vec<String> = times.iter().map(f64::to_string).collect();
            format!("standard-deviations {}", times.join(" "))
        }
        ClassRule::Fixed(_) => "fixed".to_owned(),
    };
    let reference = years(&book.audit.classed_over);
    let limit = |at: Option<usize>| {
        at.and_then(|at| index.breaks.get(at)).map_or(Field::Nothing, |limit| Field::Number(*limit))
    };
    for (period, results) in &index.results {
        let people = people::of(stock.atlas, index.level, *period);
        for (class, label) in classes.labels.iter().enumerate() {
            let from_low = if index.low_is_good { class } else { index.breaks.len() - class };
            let inside =
                results.outcomes.iter().zip(&people).filter(|(outcome, _)| outcome.is_of_class(class));
            let (areas, people) = inside.fold((0, None), |(areas, sum), (_, people)| {
                let counted = (!people.is_nan()).then_some(*people);
                (areas + 1, counted.map(|people| sum.unwrap_or(0.0) + people).or(sum))
            });
            writer.row(&[
                Field::Whole(i64::from(*period)),
                Field::Whole(class as i64 + 1),
                Field::Text(label.get(LanguageId(0))),
                Field::Text(&rule),
                if matches!(classes.rule, ClassRule::Fixed(_)) {
                    Field::Nothing
                } else {
                    Field::Text(&reference)
                },
                limit(from_low.checked_sub(1)),
                limit(Some(from_low)),
                Field::Whole(areas),
                people.map_or(Field::Nothing, Field::Number),
            ]);
        }
    }
}
