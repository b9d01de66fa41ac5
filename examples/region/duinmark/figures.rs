//! Circumstances and recipes to the value of every neighbourhood in every year, before rounding.

use super::chance::{Stream, exp};
use super::people::{FIRST_YEAR, People, YEARS, people, traits};
use super::places::Neighbourhood;
use super::recipes::{Form, Recipe, Weight};

/// One neighbourhood with its people and what makes it better or worse off.
pub struct Circumstances<'a> {
    pub neighbourhood: &'a Neighbourhood,
    pub people: [People; YEARS],
    deprivation: [f64; YEARS],
}

impl<'a> Circumstances<'a> {
    pub fn of(neighbourhood: &'a Neighbourhood) -> Circumstances<'a> {
        let wander = wander(&format!("deprivation {}", neighbourhood.code));
        let row = neighbourhood.row;
        let deprivation =
            std::array::from_fn(|year| row.start + row.drift * passed(year) + 0.05 * wander[year]);
        Circumstances { neighbourhood, people: people(neighbourhood), deprivation }
    }

    /// The value in a year; no number where nobody lives, except for the surface.
    pub fn value(&self, recipe: &Recipe, year: usize) -> f64 {
        let code = &self.neighbourhood.code;
        let traits = traits(self.neighbourhood.row.character);
        let people = &self.people[year];
        let group = &mut Stream::of(&format!("{} {code}", recipe.group));
        let own = &mut Stream::of(&format!("{} {code}", recipe.id));
        let elderly = people.elderly / people.inhabitants.max(1.0);
        let ties = recipe.ties;
        let circumstances = ties.deprivation * self.deprivation[year]
            + ties.city * (traits.city - 0.4)
            + ties.old * 6.0 * (elderly - 0.18)
            + ties.green * traits.green
            + ties.bond * self.neighbourhood.row.bond;
        let apart = recipe.own * (0.6 * group.bell() + 0.8 * own.bell() + 0.7 * group.bell() * passed(year));
        let restless = recipe.restless * wander(&format!("{} {code} by year", recipe.id))[year];
        let shift = exp(circumstances + apart + restless + pandemic(recipe, year));
        let typical = between(recipe.typical, year);
        match recipe.form {
            Form::Amount => typical * shift,
            Form::Percentage => {
                let odds = typical / (100.0 - typical) * shift;
                100.0 * odds / (1.0 + odds)
            }
        }
    }

    /// What the value weighs in the mean of a larger area.
    pub fn weight(&self, recipe: &Recipe, year: usize) -> f64 {
        match recipe.weight {
            Weight::People(count) => count(&self.people[year]),
            Weight::Surface => traits(self.neighbourhood.row.character).surface,
        }
    }
}

/// The mean of a larger area.
pub fn mean(parts: &[&Circumstances], recipe: &Recipe, year: usize) -> f64 {
    let total: f64 = parts.iter().map(|part| part.weight(recipe, year)).sum();
    parts.iter().map(|part| part.weight(recipe, year) * part.value(recipe, year)).sum::<f64>() / total
}

/// From 0 in the first year to 1 in the last.
fn passed(year: usize) -> f64 {
    year as f64 / (YEARS - 1) as f64
}

/// The typical value of a year, on straight lines between three.
fn between([first, middle, last]: [f64; 3], year: usize) -> f64 {
    let along = 2.0 * passed(year);
    if along < 1.0 { first + (middle - first) * along } else { middle + (last - middle) * (along - 1.0) }
}

fn pandemic(recipe: &Recipe, year: usize) -> f64 {
    match FIRST_YEAR + year as i32 {
        2020 => recipe.pandemic,
        2021 => 0.5 * recipe.pandemic,
        _ => 0.0,
    }
}

/// A slow random walk around zero: each year keeps seven tenths of the last.
fn wander(label: &str) -> [f64; YEARS] {
    let mut chance = Stream::of(label);
    let mut at = chance.bell();
    std::array::from_fn(|_| {
        let now = at;
        at = 0.7 * at + 0.714 * chance.bell();
        now
    })
}
