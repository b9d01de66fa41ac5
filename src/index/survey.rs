//! What the indicators of an index promise before anything is reckoned: which way they point, and in how many
//! areas they are known.

use crate::index::carry::counted;
use crate::index::layer::{Ground, sense};
use crate::index::panel::{Sense, Standing};
use crate::index::problem::{Availability, Problem};
use crate::input::settings::{Domain, Good, Normalise, Parts};
use crate::model::atlas::{IndicatorId, Period};

/// The share of eligible areas in which an indicator should be known (METHODS.md section 2).
const AVAILABLE: f64 = 0.66;

/// Every problem of the indicators, where a reading that was carried is known. Too few readings are no more
/// than a warning as long as a definition cannot say that an indicator is sparse, and why.
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
        Parts::Indicators(weights) => {
            for (at, _) in weights {
                direction(ground, domain, IndicatorId(*at as u16), problems);
                availability(ground, domain, IndicatorId(*at as u16), problems);
            }
        }
    }
}

fn direction(ground: Ground<'_>, domain: &Domain, id: IndicatorId, problems: &mut Vec<Problem>) {
    let indicator = ground.atlas.indicator(id);
    let (place, index) = (domain.place.clone(), ground.definition.id.clone());
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

fn availability(ground: Ground<'_>, domain: &Domain, id: IndicatorId, problems: &mut Vec<Problem>) {
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
        } else if (known as f64) < AVAILABLE * of as f64 {
            few.push(Availability { period: *period, known, of });
        }
    }
    let told = || {
        let indicator = ground.atlas.indicator(id).id.clone();
        (domain.place.clone(), ground.definition.id.clone(), indicator)
    };
    if !none.is_empty() {
        let (place, index, indicator) = told();
        problems.push(Problem::NoReading { place, index, indicator, periods: none });
    }
    if !few.is_empty() {
        let (place, index, indicator) = told();
        problems.push(Problem::FewReadings { place, index, indicator, in_periods: few });
    }
}
