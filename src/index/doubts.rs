//! What can be reckoned, and should be thought over: what an author is told of a definition before readers ask.
//!
//! In: the definitions and indicators of a site, and how these came about. Out: warnings. Knows no scores.

use crate::diagnostic::{Place, Report};
use crate::index::problem::{Part, Problem};
use crate::input::settings::{
    self, Combine, Domain, Indicator, Ingredient, Normalise, Parts, Text, Weighing,
};
use crate::model::atlas::{Atlas, IndicatorId, Kind, LevelId};

/// Every doubt about every index, in the order of the settings.
pub fn doubts(definitions: &[settings::Index], indicators: &[Indicator], atlas: &Atlas) -> Report {
    let mut report = Report::new();
    for (at, index) in definitions.iter().enumerate() {
        let mut problems = Vec::new();
        estimated(index, atlas, &mut problems);
        compared_with_estimates(index, atlas, &mut problems);
        // of a definition at several levels, what holds at each is told once
        if definitions[..at].iter().any(|earlier| earlier.is_of_same_definition(index)) {
            problems.into_iter().for_each(|problem| report.push(problem.into()));
            continue;
        }
        twice(index, indicators, &mut problems);
        compared(definitions, index, indicators, &mut problems);
        let domains = index.domains.iter().map(|domain| (domain.id.as_str(), domain.weight, &domain.why));
        unexplained(index, index.combine, domains, &index.place, &mut problems);
        hidden(index, index.combine, Part::Index(index.id.clone()), &index.place, &mut problems);
        for domain in index.all_domains() {
            within(index, domain, indicators, &mut problems);
        }
        problems.into_iter().for_each(|problem| report.push(problem.into()));
    }
    report
}

/// The indicators of an index that a model estimated at its level, each once, by id.
pub fn estimates(index: &settings::Index, atlas: &Atlas) -> Vec<IndicatorId> {
    let level = LevelId(index.level as u8);
    let all = index.ingredients().into_iter().map(|ingredient| IndicatorId(ingredient.indicator as u16));
    let mut found: Vec<IndicatorId> =
        all.filter(|id| atlas.indicator(*id).kind_at(level) == Kind::Model).collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn estimated(index: &settings::Index, atlas: &Atlas, problems: &mut Vec<Problem>) {
    let indicators: Vec<String> =
        estimates(index, atlas).into_iter().map(|id| atlas.indicator(id).id.clone()).collect();
    if !indicators.is_empty() {
        let (place, index) = (index.place.clone(), index.id.clone());
        problems.push(Problem::Estimates { place, index, indicators });
    }
}

/// Figures of `[[compare]]` that a model estimated at the level of the index, where their author does not say what
/// they have in common with it.
fn compared_with_estimates(index: &settings::Index, atlas: &Atlas, problems: &mut Vec<Problem>) {
    for told in index.compare.iter().filter(|told| told.overlaps.is_none()) {
        let indicator = atlas.indicator(IndicatorId(told.indicator as u16));
        if indicator.kind_at(LevelId(index.level as u8)) == Kind::Model {
            problems.push(Problem::ComparedWithEstimate {
                place: told.place.clone(),
                index: index.id.clone(),
                indicator: indicator.id.clone(),
            });
        }
    }
}

/// Indicators that stand in several domains.
fn twice(index: &settings::Index, indicators: &[Indicator], problems: &mut Vec<Problem>) {
    let all = index.ingredients();
    for (at, ingredient) in all.iter().enumerate() {
        if all[..at].iter().any(|earlier| earlier.indicator == ingredient.indicator) {
            problems.push(Problem::CountsTwice {
                place: ingredient.place.clone(),
                index: index.id.clone(),
                indicator: indicators[ingredient.indicator].id.clone(),
            });
        }
    }
}

/// Figures of `[[compare]]` that are in the index, or in another that it is made of.
fn compared(
    definitions: &[settings::Index],
    index: &settings::Index,
    indicators: &[Indicator],
    problems: &mut Vec<Problem>,
) {
    let mut inside = vec![index];
    let mut next = 0;
    while let Some(one) = inside.get(next).copied() {
        let others = one.made_of().into_iter().filter_map(|(at, _)| definitions.get(at));
        let new: Vec<&settings::Index> =
            others.filter(|other| !inside.iter().any(|known| known.id == other.id)).collect();
        inside.extend(new);
        next += 1;
    }
    let all: Vec<usize> =
        inside.iter().flat_map(|index| index.ingredients()).map(|it| it.indicator).collect();
    for told in index.compare.iter().filter(|told| all.contains(&told.indicator)) {
        problems.push(Problem::ComparedWithItself {
            place: told.place.clone(),
            index: index.id.clone(),
            indicator: indicators[told.indicator].id.clone(),
        });
    }
}

fn within(index: &settings::Index, domain: &Domain, indicators: &[Indicator], problems: &mut Vec<Problem>) {
    match &domain.parts {
        Parts::Indicators(ingredients) => {
            let told = |it: &'_ Ingredient| indicators[it.indicator].id.clone();
            let ids: Vec<String> = ingredients.iter().map(told).collect();
            let parts = ids.iter().zip(ingredients).map(|(id, it)| (id.as_str(), it.weight, &it.why));
            unexplained(index, domain.combine, parts, &domain.place, problems);
            units(index, domain, ingredients, indicators, problems);
        }
        Parts::Domains(inner) => {
            let parts = inner.iter().map(|inner| (inner.id.as_str(), inner.weight, &inner.why));
            unexplained(index, domain.combine, parts, &domain.place, problems);
        }
        Parts::Index { .. } => return,
    }
    hidden(index, domain.combine, Part::Domain(domain.id.clone()), &domain.place, problems);
}

/// Weights of a layer that are given and not used, or that are and differ, without a reason. The least of them needs
/// none: it is what the others are more than.
fn unexplained<'a>(
    index: &settings::Index,
    combine: Combine,
    parts: impl Iterator<Item = (&'a str, f64, &'a Option<Text>)>,
    place: &Place,
    problems: &mut Vec<Problem>,
) {
    let parts: Vec<(&str, f64, &Option<Text>)> = parts.collect();
    if combine.weigh != Weighing::Given {
        let given = parts.iter().filter(|(_, weight, why)| why.is_some() || *weight != 1.0);
        let names: Vec<String> = given.map(|(id, ..)| (*id).to_owned()).collect();
        if !names.is_empty() {
            problems.push(Problem::WeightsNotUsed {
                place: place.clone(),
                index: index.id.clone(),
                rule: settings::word_of(&Weighing::WORDS, combine.weigh),
                parts: names,
            });
        }
        return;
    }
    let differ = parts.windows(2).any(|pair| pair[0].1 != pair[1].1);
    if !differ {
        return;
    }
    let least = parts.iter().map(|(_, weight, _)| *weight).fold(f64::INFINITY, f64::min);
    let without = parts.iter().filter(|(_, weight, why)| why.is_none() && *weight > least);
    let names: Vec<String> = without.map(|(id, ..)| (*id).to_owned()).collect();
    if !names.is_empty() {
        let (place, index) = (place.clone(), index.id.clone());
        problems.push(Problem::WeightsWithoutReason { place, index, parts: names });
    }
}

/// Numbers of several units that are added as they are.
fn units(
    index: &settings::Index,
    domain: &Domain,
    ingredients: &[Ingredient],
    indicators: &[Indicator],
    problems: &mut Vec<Problem>,
) {
    let units: Vec<&Text> = ingredients.iter().map(|it| &indicators[it.indicator].unit).collect();
    let differ = units.windows(2).any(|pair| pair[0] != pair[1]);
    let is_divided = ingredients.iter().any(|it| it.per.is_some());
    if domain.combine.normalise == Normalise::None && differ && !is_divided {
        let (place, index) = (domain.place.clone(), index.id.clone());
        problems.push(Problem::SeveralUnits { place, index, domain: domain.id.clone() });
    }
}

/// Means in which one favourable part hides others.
fn hidden(
    index: &settings::Index,
    combine: Combine,
    layer: Part,
    place: &Place,
    problems: &mut Vec<Problem>,
) {
    if index.good == settings::Good::Low && combine.aggregate.favours_low() {
        problems.push(Problem::HidesBadParts {
            place: place.clone(),
            index: index.id.clone(),
            layer,
            mean: combine.aggregate.word(),
        });
    }
}
