//! Of which areas anything at all is known.
//!
//! In: a definition and, for each of its indicators, where it was read. Out: by cell, whether something that has a
//! weight was. Elsewhere nothing is filled in: what a rule put in place of everything would be no figure of that
//! area, and would shift what is normal for the others.

use crate::index::entry::Read;
use crate::index::layer::Ground;
use crate::input::settings::{Domain, Parts, Weighing};

/// `reads` are those of the indicators in the order of the definition, by cell.
pub fn known(ground: Ground<'_>, reads: &[&[Read]]) -> Vec<bool> {
    let mut found = vec![false; ground.panel.cells()];
    let mut reads = reads.iter();
    let definition = ground.definition;
    domains(ground, &definition.domains, definition.combine.weigh, &mut reads, Some(&mut found));
    found
}

/// Goes through all indicators below; those without a weight are found nowhere.
fn domains<'a>(
    ground: Ground<'_>,
    all: &[Domain],
    weigh: Weighing,
    reads: &mut impl Iterator<Item = &'a &'a [Read]>,
    mut found: Option<&mut Vec<bool>>,
) {
    for domain in all {
        let mut found = found.as_deref_mut().filter(|_| counts(weigh, domain.weight));
        match &domain.parts {
            Parts::Domains(inner) => domains(ground, inner, domain.combine.weigh, &mut *reads, found),
            Parts::Indicators(ingredients) => {
                for (ingredient, read) in ingredients.iter().zip(&mut *reads) {
                    let counts = counts(domain.combine.weigh, ingredient.weight);
                    for (found, read) in
                        found.as_deref_mut().filter(|_| counts).into_iter().flatten().zip(*read)
                    {
                        *found |= matches!(read, Read::Of(_));
                    }
                }
            }
            Parts::Index { index, .. } => {
                let Some(found) = found else { continue };
                let Some(Some(index)) = ground.others.get(*index) else { continue };
                for (at, period) in ground.panel.periods.iter().enumerate() {
                    let outcomes = index.results.get(period).map(|results| results.outcomes.as_slice());
                    for (cell, outcome) in ground.panel.of_period(at).zip(outcomes.unwrap_or_default()) {
                        found[cell] |= outcome.score().is_some();
                    }
                }
            }
        }
    }
}

fn counts(weigh: Weighing, weight: f64) -> bool {
    weigh != Weighing::Given || weight > 0.0
}
