//! What the indicators of an index promise before anything is reckoned: which way they point, and in how many
//! areas they are known.

use crate::index::carry::counted;
use crate::index::entry::sense;
use crate::index::layer::Ground;
use crate::index::panel::{Sense, Standing};
use crate::index::problem::{Availability, Problem};
use crate::input::settings::{Domain, Good, Ingredient, Normalise, Parts};
use crate::model::atlas::{IndicatorId, Period};

/// Every problem of the indicators, where a reading that was carried is known, and one that will be imputed is
/// not.
pub fn problems(ground: Ground<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for domain in &ground.definition.domains {
        survey_domain(ground, domain, &mut problems);
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

fn survey_domain(ground: Ground<'_>, domain: &Domain, problems: &mut Vec<Problem>) {
    match &domain.parts {
        Parts::Domains(inner) => inner.iter().for_each(|inner| survey_domain(ground, inner, problems)),
        Parts::Indicators(ingredients) => {
            for ingredient in ingredients {
                direction(ground, domain, ingredient, problems);
                availability(ground, ingredient, problems);
            }
        }
        Parts::Index { .. } => {}
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

fn availability(ground: Ground<'_>, ingredient: &Ingredient, problems: &mut Vec<Problem>) {
    let id = IndicatorId(ingredient.indicator as u16);
    let wanted = ground.definition.available;
    let mut none = Vec::new();
    let mut few = Vec::new();
    for (at, period) in ground.panel.periods.iter().enumerate() {
        let readings = counted(ground.atlas, ground.panel.level, id, *period);
        let standings = &ground.panel.standings[ground.panel.of_period(at)];
        let known = readings
            .iter()
            .zip(standings)
            .filter(|(reading, standing)| **standing == Standing::Eligible && reading.is_some())
            .count();
        let of = ground.panel.eligible[at];
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
