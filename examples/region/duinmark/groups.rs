//! What people answered by age and by education: groups of which the mean is that of everybody.

use super::chance::{Stream, exp};
use super::figures::mean;
use super::people::FIRST_YEAR;
use super::recipes::{KEY_FIGURES, Recipe, SURVEY};
use super::tables::{Place, answers, interval};

/// The years of the survey in which everybody was asked for age and education.
const YEARS: [i32; 3] = [2020, 2022, 2024];

/// The groups of one division, from first to last.
struct Division {
    groups: [&'static str; 3],
    /// How the odds of a group differ from those of everybody, by the id of what was asked.
    shifts: &'static [(&'static str, [f64; 3])],
}

const AGE: Division = Division {
    groups: ["18-34", "35-64", "65plus"],
    shifts: &[
        ("onveilig", [0.28, -0.02, -0.3]),
        ("vrijwilligers", [-0.42, 0.14, 0.2]),
        ("mantelzorg", [-0.85, 0.3, 0.1]),
        ("gelukkig", [-0.12, -0.04, 0.22]),
        ("woontevreden", [-0.55, 0.02, 0.6]),
        ("thuisgevoel", [-0.5, 0.05, 0.5]),
    ],
};

const EDUCATION: Division = Division {
    groups: ["praktisch", "middelbaar", "theoretisch"],
    shifts: &[
        ("onveilig", [0.3, 0.02, -0.26]),
        ("vrijwilligers", [-0.5, -0.02, 0.4]),
        ("mantelzorg", [0.1, 0.06, -0.12]),
        ("gelukkig", [-0.6, -0.02, 0.48]),
        ("woontevreden", [-0.3, 0.0, 0.24]),
        ("thuisgevoel", [0.04, 0.02, -0.04]),
    ],
};

pub const HEAD: [&str; 8] = ["gebied", "jaar", "groep", "kenmerk", "waarde", "onder", "boven", "n"];

/// How many adults there are in each group, and what they answered; beside each share its 95 % interval.
pub fn rows(place: &Place) -> Vec<[String; 8]> {
    let mut rows = Vec::new();
    for year in YEARS {
        let at = (year - FIRST_YEAR) as usize;
        for division in [&AGE, &EDUCATION] {
            let shares = division.shares(place, at);
            let mut row = |group: usize, what: &str, [value, lower, upper, n]: [String; 4]| {
                let told = [place.code, &year.to_string(), division.groups[group], what].map(str::to_owned);
                let [code, year, group, what] = told;
                rows.push([code, year, group, what, value, lower, upper, n]);
            };
            for (group, share) in shares.iter().enumerate() {
                let people = (share * place.people(at).adults / 5.0).round() * 5.0;
                row(
                    group,
                    "volwassenen",
                    [format!("{people:.0}"), String::new(), String::new(), String::new()],
                );
            }
            for recipe in SURVEY {
                for (group, value) in division.values(place, recipe, at, shares).into_iter().enumerate() {
                    let n = (shares[group] * answers(place, at)).round();
                    let (lower, upper, n) = interval(value, n, recipe.decimals);
                    row(group, recipe.id, [format!("{value:.*}", recipe.decimals), lower, upper, n]);
                }
            }
        }
    }
    rows
}

impl Division {
    /// How the adults of a place are divided.
    fn shares(&self, place: &Place, year: usize) -> [f64; 3] {
        let people = place.people(year);
        if self.groups == AGE.groups {
            let old = people.elderly / people.adults;
            return [0.31 * (1.0 - old), 0.69 * (1.0 - old), old];
        }
        let unqualified = KEY_FIGURES.iter().find(|recipe| recipe.id == "zonder_startkwalificatie");
        let first = unqualified.map_or(0.2, |recipe| mean(&place.parts, recipe, year) / 100.0);
        [first, 0.55 * (1.0 - first), 0.45 * (1.0 - first)]
    }

    /// The percentage of each group; their mean, by how many they are, is that of everybody.
    fn values(&self, place: &Place, recipe: &Recipe, year: usize, shares: [f64; 3]) -> [f64; 3] {
        let told =
            self.shifts.iter().find(|(id, _)| *id == recipe.id).map_or([0.0; 3], |(_, shifts)| *shifts);
        let own: [f64; 3] = std::array::from_fn(|at| {
            told[at] + 0.05 * Stream::of(&format!("{} {} {}", recipe.id, self.groups[at], place.code)).bell()
        });
        let everybody = mean(&place.parts, recipe, year);
        let odds = everybody / (100.0 - everybody);
        let shifted = |by: f64| {
            own.map(|shift| {
                let odds = odds * exp(shift + by);
                100.0 * odds / (1.0 + odds)
            })
        };
        // halving: the mean grows with what is added to all
        let (mut low, mut high) = (-2.0, 2.0);
        for _ in 0..40 {
            let middle = (low + high) / 2.0;
            let found: f64 = shifted(middle).iter().zip(shares).map(|(value, share)| value * share).sum();
            if found < everybody { low = middle } else { high = middle }
        }
        shifted((low + high) / 2.0)
    }
}
