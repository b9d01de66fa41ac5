//! One layer of an index: its parts made comparable, weighed and joined; and the layers below it first.
//!
//! Direction acts here, once, where an indicator enters. Parts are added in the order of their ids, so that
//! their order in a file changes no bit of a score.

use crate::diagnostic::Place;
use crate::index::aggregate::{Column, Combined, Weighed, combine, used_weights};
use crate::index::normalise::{Finding, Group, normalise};
use crate::index::panel::{Panel, Sense};
use crate::index::problem::{Part, Problem};
use crate::input::settings::{self, Combine, Good, Parts};
use crate::model::atlas::{Atlas, IndicatorId, Period};

/// What the layers of an index have in common.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    pub definition: &'a settings::Index,
    pub atlas: &'a Atlas,
    pub panel: &'a Panel,
}

/// A layer that has been reckoned.
pub struct Layer {
    pub combined: Combined,
    /// In the order of the definition.
    pub parts: Vec<LayerPart>,
    /// Every indicator below that has a weight.
    pub leaves: Vec<Leaf>,
}

/// An indicator where it enters the index.
pub struct Leaf {
    pub indicator: IndicatorId,
    /// By cell, of which period its reading is; none where it is in no score of the layer.
    pub read: Vec<Option<Period>>,
}

pub struct LayerPart {
    name: Part,
    place: Place,
    /// Per group of the panel, whether it is known to be the same everywhere, or nowhere known.
    flat: Vec<bool>,
    given: f64,
    /// A share of 1.
    pub used: f64,
    /// After normalisation.
    pub column: Column,
    leaves: Vec<Leaf>,
}

/// The topmost layer.
pub fn index(ground: Ground<'_>, problems: &mut Vec<Problem>) -> Layer {
    let parts = domains(ground, &ground.definition.domains, problems);
    join(ground, parts, ground.definition.combine, problems)
}

fn domains(ground: Ground<'_>, domains: &[settings::Domain], problems: &mut Vec<Problem>) -> Vec<LayerPart> {
    let groups = ground.panel.groups().len();
    let one = |domain: &settings::Domain| {
        let parts = match &domain.parts {
            Parts::Indicators(weights) => {
                weights.iter().map(|(at, weight)| indicator(ground, domain, *at, *weight)).collect()
            }
            Parts::Domains(inner) => self::domains(ground, inner, problems),
        };
        let layer = join(ground, parts, domain.combine, problems);
        LayerPart {
            name: Part::Domain(domain.id.clone()),
            place: domain.place.clone(),
            flat: (0..groups).map(|group| layer.parts.iter().all(|part| part.flat[group])).collect(),
            given: domain.weight,
            used: 0.0,
            column: layer.combined.column,
            leaves: layer.leaves,
        }
    };
    domains.iter().map(one).collect()
}

fn indicator(ground: Ground<'_>, domain: &settings::Domain, at: usize, weight: f64) -> LayerPart {
    let id = IndicatorId(at as u16);
    let indicator = ground.atlas.indicator(id);
    let sense = sense(indicator.good, ground.definition.good);
    let (values, read) = ground.panel.column(ground.atlas, id, sense);
    let known = values.iter().map(|value| if value.is_nan() { 0.0 } else { 1.0 }).collect();
    LayerPart {
        name: Part::Indicator(indicator.id.clone()),
        place: domain.place.clone(),
        flat: vec![false; ground.panel.groups().len()],
        given: weight,
        used: 0.0,
        column: Column { values, known },
        leaves: vec![Leaf { indicator: id, read }],
    }
}

/// An indicator whose good end is the other one is turned round.
pub fn sense(indicator: Good, index: Good) -> Sense {
    match (indicator, index) {
        (Good::High, Good::Low) | (Good::Low, Good::High) => Sense::Reversed,
        _ => Sense::AsGiven,
    }
}

fn join(ground: Ground<'_>, mut parts: Vec<LayerPart>, rule: Combine, problems: &mut Vec<Problem>) -> Layer {
    let groups = ground.panel.groups();
    for part in &mut parts {
        let findings = normalise(&mut part.column.values, &groups, rule.normalise);
        let known = part.column.known.iter_mut().zip(&part.column.values);
        for (known, _) in known.filter(|(_, value)| value.is_nan()) {
            *known = 0.0;
        }
        note(ground, part, &findings, &groups, problems);
    }
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by(|one, other| parts[*one].name.cmp(&parts[*other].name));
    let given: Vec<f64> = order.iter().map(|at| parts[*at].given).collect();
    for (at, used) in order.iter().zip(used_weights(&given)) {
        parts[*at].used = used;
    }
    let weighed: Vec<Weighed<'_>> =
        order.iter().map(|at| Weighed { weight: parts[*at].used, column: &parts[*at].column }).collect();
    let minimum = ground.definition.minimum_known;
    let combined = combine(&weighed, ground.panel.cells(), minimum, rule.aggregate);
    let leaves = parts.iter_mut().flat_map(leaves).collect();
    Layer { combined, parts, leaves }
}

/// The indicators of a part, as far as they go up with it: not where it has no weight, or no number.
fn leaves(part: &mut LayerPart) -> Vec<Leaf> {
    if part.used == 0.0 {
        return Vec::new();
    }
    let mut leaves = std::mem::take(&mut part.leaves);
    for leaf in &mut leaves {
        let cells = leaf.read.iter_mut().zip(&part.column.values);
        cells.filter(|(_, value)| value.is_nan()).for_each(|(read, _)| *read = None);
    }
    leaves
}

/// Tells once, at the lowest layer where it shows, that a part is the same everywhere.
fn note(
    ground: Ground<'_>,
    part: &mut LayerPart,
    findings: &[Finding],
    groups: &[Group],
    problems: &mut Vec<Problem>,
) {
    let mut periods: Vec<Period> = Vec::new();
    let mut out_of_reach = false;
    for finding in findings {
        match *finding {
            Finding::NoSpread { group } if !part.flat[group] => {
                periods.extend(ground.panel.periods_of_group(group));
                part.flat[group] = true;
            }
            Finding::NoSpread { .. } => {}
            Finding::OutOfReach { .. } => out_of_reach = true,
        }
    }
    for (group, flat) in groups.iter().zip(&mut part.flat) {
        *flat |= part.column.values[group.cells.clone()].iter().all(|value| value.is_nan());
    }
    let told = || (part.place.clone(), ground.definition.id.clone(), part.name.clone());
    if out_of_reach {
        let (place, index, part) = told();
        problems.push(Problem::OutOfReach { place, index, part });
    }
    if !periods.is_empty() {
        let (place, index, part) = told();
        problems.push(Problem::NoSpread { place, index, part, periods });
    }
}
