//! What the indicators of an index promise before they are joined: which way they point, and in how many areas
//! they are known.

use crate::index::entry::{Entry, sense};
use crate::index::layer::Ground;
use crate::index::panel::Sense;
use crate::index::problem::{Availability, Problem};
use crate::input::settings::{Domain, Good, Ingredient, Normalise, Parts};
use crate::model::atlas::{IndicatorId, Period};

/// Every problem of the indicators, where a reading that was carried is known, and one that will be imputed is
/// not.
///
/// `entries` are the indicators in the order of the definition.
pub fn problems(ground: Ground<'_>, entries: &[Entry]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut entries = entries.iter();
    for domain in &ground.definition.domains {
        survey_domain(ground, domain, &mut entries, &mut problems);
    }
    if let Some((indicator, _)) = ground.definition.eligible {
        let id = IndicatorId(indicator as u16);
        let counted = |period: &Period| ground.atlas.is_measured(ground.panel.level, id, *period);
        let periods: Vec<Period> =
            ground.panel.periods.iter().copied().filter(|period| !counted(period)).collect();
        if !periods.is_empty() && ground.atlas.periods(id).next().is_some() {
            let (place, index) = (ground.definition.place.clone(), ground.definition.id.clone());
            let indicator = ground.atlas.indicator(id).id.clone();
            problems.push(Problem::CountOfOtherYear { place, index, indicator, periods });
        }
    }
    problems
}

fn survey_domain<'a>(
    ground: Ground<'_>,
    domain: &Domain,
    entries: &mut impl Iterator<Item = &'a Entry>,
    problems: &mut Vec<Problem>,
) {
    match &domain.parts {
        Parts::Domains(inner) => {
            inner.iter().for_each(|inner| survey_domain(ground, inner, entries, problems));
        }
        Parts::Indicators(ingredients) => {
            for (ingredient, entry) in ingredients.iter().zip(entries) {
                direction(ground, domain, ingredient, problems);
                availability(ground, ingredient, entry, problems);
            }
        }
        Parts::Index { index, place } => {
            let Some(Some(other)) = ground.others.get(*index) else { return };
            if other.good() != ground.definition.good && domain.combine.normalise == Normalise::None {
                let (place, index) = (place.clone(), ground.definition.id.clone());
                problems.push(Problem::CannotTurn { place, index, indicator: other.id.clone() });
            }
        }
    }
}

fn direction(ground: Ground<'_>, domain: &Domain, ingredient: &Ingredient, problems: &mut Vec<Problem>) {
    let indicator = ground.atlas.indicator(IndicatorId(ingredient.indicator as u16));
    let (place, index) = (ingredient.place.clone(), ground.definition.id.clone());
    match indicator.good {
        Good::Neither | Good::Context => {
            problems.push(Problem::NoGoodEnd { place, index, indicator: indicator.id.clone() });
        }
        Good::High | Good::Low => {
            let turned = sense(indicator.good, ground.definition.good) == Sense::Reversed;
            if turned && domain.combine.normalise == Normalise::None {
                problems.push(Problem::CannotTurn { place, index, indicator: indicator.id.clone() });
            }
        }
    }
}

fn availability(ground: Ground<'_>, ingredient: &Ingredient, entry: &Entry, problems: &mut Vec<Problem>) {
    let id = IndicatorId(ingredient.indicator as u16);
    let wanted = ground.definition.available;
    let mut none = Vec::new();
    let mut few = Vec::new();
    for ((period, known), of) in ground.panel.periods.iter().zip(&entry.available).zip(&ground.panel.eligible)
    {
        let (known, of) = (*known, *of);
        if known == 0 && of > 0 {
            none.push(*period);
        } else if (known as f64) < wanted * of as f64 && ingredient.sparse.is_none() {
            few.push(Availability { period: *period, known, of });
        }
    }
    let told = || {
        let indicator = ground.atlas.indicator(id).id.clone();
        (ingredient.place.clone(), ground.definition.id.clone(), indicator)
    };
    if !none.is_empty() {
        let (place, index, indicator) = told();
        problems.push(Problem::NoReading { place, index, indicator, periods: none });
    }
    if !few.is_empty() {
        let (place, index, indicator) = told();
        problems.push(Problem::FewReadings { place, index, indicator, in_periods: few, wanted });
    }
}
