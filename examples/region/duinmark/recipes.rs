//! What is measured, and how each measure goes with deprivation, city, age and time.
//!
//! Levels are those of an ordinary place in the Netherlands, as published figures have them; the strength of
//! each tie is an assumption, and so is every turn of the years.

use super::people::People;

/// How the value of a neighbourhood follows from its circumstances.
#[derive(Clone, Copy)]
pub enum Form {
    /// Between 0 and 100: circumstances work on the odds.
    Percentage,
    /// Above 0: circumstances work on its logarithm.
    Amount,
}

/// What a value is a mean over.
#[derive(Clone, Copy)]
pub enum Weight {
    People(fn(&People) -> f64),
    Surface,
}

pub struct Recipe {
    pub id: &'static str,
    /// What varies together beyond deprivation.
    pub group: &'static str,
    pub form: Form,
    pub weight: Weight,
    pub decimals: usize,
    /// The typical value in 2014, 2019 and 2024.
    pub typical: [f64; 3],
    pub ties: Ties,
    /// In 2020 and, for half of it, in 2021.
    pub pandemic: f64,
    /// How far places differ for reasons of their own, and how much of that changes from year to year.
    pub own: f64,
    pub restless: f64,
}

/// Per standard deviation or thereabouts, on the odds or the logarithm.
#[derive(Clone, Copy, Default)]
pub struct Ties {
    pub deprivation: f64,
    pub city: f64,
    pub old: f64,
    pub green: f64,
    /// How much more people do for each other.
    pub bond: f64,
}

const fn percentage(
    id: &'static str,
    group: &'static str,
    weight: fn(&People) -> f64,
    typical: [f64; 3],
) -> Recipe {
    Recipe {
        id,
        group,
        form: Form::Percentage,
        weight: Weight::People(weight),
        decimals: 1,
        typical,
        ties: Ties { deprivation: 0.0, city: 0.0, old: 0.0, green: 0.0, bond: 0.0 },
        pandemic: 0.0,
        own: 0.14,
        restless: 0.04,
    }
}

const fn amount(
    id: &'static str,
    group: &'static str,
    weight: fn(&People) -> f64,
    typical: [f64; 3],
    decimals: usize,
) -> Recipe {
    Recipe { form: Form::Amount, decimals, ..percentage(id, group, weight, typical) }
}

impl Recipe {
    const fn ties(self, deprivation: f64, city: f64, old: f64, green: f64) -> Recipe {
        Recipe { ties: Ties { deprivation, city, old, green, ..self.ties }, ..self }
    }

    const fn bond(self, bond: f64) -> Recipe {
        Recipe { ties: Ties { bond, ..self.ties }, ..self }
    }

    const fn pandemic(self, pandemic: f64) -> Recipe {
        Recipe { pandemic, ..self }
    }

    const fn own(self, own: f64, restless: f64) -> Recipe {
        Recipe { own, restless, ..self }
    }

    const fn of_surface(self) -> Recipe {
        Recipe { weight: Weight::Surface, ..self }
    }
}

const fn inhabitants(people: &People) -> f64 {
    people.inhabitants
}
const fn households(people: &People) -> f64 {
    people.households
}
const fn homes(people: &People) -> f64 {
    people.homes
}
const fn adults(people: &People) -> f64 {
    people.adults
}
const fn children(people: &People) -> f64 {
    people.children
}
const fn young(people: &People) -> f64 {
    people.young
}

/// Income, work and schooling.
#[rustfmt::skip]
pub const KEY_FIGURES: &[Recipe] = &[
    percentage("laag_inkomen", "inkomen", households, [8.6, 7.7, 5.8]).ties(0.58, 0.1, -0.1, 0.0).pandemic(-0.04),
    percentage("kinderarmoede", "inkomen", children, [9.4, 8.0, 5.6]).ties(0.66, 0.1, 0.0, 0.0).pandemic(-0.04).own(0.16, 0.06),
    amount("inkomen", "inkomen", inhabitants, [31_200.0, 32_400.0, 33_700.0], 0).ties(-0.15, 0.0, 0.08, 0.0).pandemic(-0.01).own(0.05, 0.01),
    percentage("bijstand", "werk", adults, [4.3, 3.7, 3.0]).ties(0.74, 0.2, -0.2, 0.0).pandemic(0.16).own(0.2, 0.04),
    percentage("werkenden", "werk", adults, [64.5, 67.2, 70.6]).ties(-0.25, 0.0, -0.35, 0.0).pandemic(-0.13).own(0.09, 0.03),
    percentage("flexwerk", "werk", adults, [24.0, 27.0, 25.2]).ties(0.14, 0.25, -0.2, 0.0).pandemic(-0.1).own(0.08, 0.04),
    percentage("zonder_startkwalificatie", "opleiding", adults, [24.6, 22.0, 19.4]).ties(0.42, -0.2, 0.25, 0.0).own(0.12, 0.02),
    amount("woz", "huisvesting", homes, [262.0, 301.0, 408.0], 0).ties(-0.22, -0.06, 0.05, 0.1).own(0.09, 0.01),
];

/// School, care and housing.
#[rustfmt::skip]
pub const CARE_AND_HOUSING: &[Recipe] = &[
    percentage("schoolverlaters", "opleiding", young, [2.7, 2.4, 2.0]).ties(0.44, 0.2, 0.0, 0.0).pandemic(-0.12).own(0.18, 0.1),
    percentage("chronisch_ziek", "gezondheid", adults, [29.2, 30.6, 32.7]).ties(0.17, 0.0, 0.45, 0.0).own(0.06, 0.02),
    percentage("psychische_zorg", "gezondheid", adults, [5.7, 6.3, 7.6]).ties(0.28, 0.3, -0.2, 0.0).pandemic(-0.06).own(0.1, 0.03),
    percentage("hoge_woonlasten", "huisvesting", households, [14.4, 16.4, 20.2]).ties(0.33, 0.3, 0.1, 0.0).own(0.12, 0.03),
    percentage("te_krap", "huisvesting", households, [3.9, 4.7, 6.3]).ties(0.46, 0.5, -0.35, 0.0).own(0.16, 0.04),
];

/// Reports to the police, per 1,000 inhabitants.
#[rustfmt::skip]
pub const CRIMES: Recipe =
    amount("misdrijven", "veiligheid", inhabitants, [41.0, 36.0, 30.5], 0).ties(0.28, 1.5, 0.0, 0.0).pandemic(-0.08).own(0.14, 0.07);
#[rustfmt::skip]
pub const NUISANCE: Recipe =
    amount("overlast", "veiligheid", inhabitants, [22.0, 19.4, 18.0], 1).ties(0.42, 0.6, -0.1, 0.0).pandemic(0.3).own(0.16, 0.07);

/// The surroundings.
#[rustfmt::skip]
pub const SURROUNDINGS: &[Recipe] = &[
    percentage("geluidhinder", "woonomgeving", inhabitants, [25.5, 23.6, 20.6]).ties(0.13, 0.8, 0.0, -0.1).pandemic(-0.2).own(0.16, 0.03),
    amount("fijnstof", "woonomgeving", inhabitants, [10.4, 9.5, 8.7], 1).ties(0.02, 0.22, 0.0, -0.02).pandemic(-0.05).own(0.03, 0.008),
    percentage("groen_dichtbij", "natuur", inhabitants, [79.0, 80.0, 82.0]).ties(-0.05, -0.7, 0.0, 0.6).own(0.16, 0.02),
    percentage("boomkroon", "bomen", inhabitants, [15.6, 15.9, 16.8]).ties(-0.06, -0.2, 0.0, 0.3).own(0.2, 0.02).of_surface(),
    percentage("loopafstand", "voorzieningen", inhabitants, [72.0, 71.0, 69.5]).ties(0.06, 1.9, 0.0, -0.2).own(0.28, 0.03),
    amount("afstand_huisarts", "voorzieningen", inhabitants, [1.15, 1.2, 1.3], 1).ties(-0.05, -1.2, 0.0, 0.1).own(0.25, 0.02),
];

/// Places to meet, per 10,000 inhabitants.
#[rustfmt::skip]
pub const MEETING_PLACES: Recipe =
    amount("ontmoetingsplekken", "samenleven", inhabitants, [8.6, 8.8, 9.6], 0).ties(0.12, -0.2, 0.3, 0.0).bond(0.4).pandemic(-0.05).own(0.28, 0.03);

/// What people answered.
#[rustfmt::skip]
pub const SURVEY: &[Recipe] = &[
    percentage("onveilig", "veiligheid", adults, [17.6, 16.2, 15.0]).ties(0.42, 0.4, 0.0, 0.0).own(0.12, 0.06),
    percentage("vrijwilligers", "samenleven", adults, [44.0, 44.5, 45.5]).ties(-0.1, -0.4, 0.3, 0.0).bond(0.45).pandemic(-0.14).own(0.18, 0.05),
    percentage("mantelzorg", "samenleven", adults, [14.4, 15.6, 17.6]).ties(0.12, -0.15, 0.4, 0.0).bond(0.2).pandemic(0.08).own(0.1, 0.05),
    percentage("gelukkig", "welbevinden", adults, [86.4, 86.0, 86.2]).ties(-0.24, -0.15, 0.05, 0.0).pandemic(-0.16).own(0.1, 0.05),
    percentage("woontevreden", "wonen", adults, [86.0, 84.6, 82.4]).ties(-0.32, -0.25, 0.2, 0.05).own(0.12, 0.05),
    percentage("thuisgevoel", "wonen", adults, [75.0, 76.0, 77.4]).ties(-0.07, -0.3, 0.3, 0.0).bond(0.55).pandemic(0.03).own(0.18, 0.05),
];

/// What is estimated from other traits.
#[rustfmt::skip]
pub const ESTIMATES: &[Recipe] = &[
    percentage("laaggeletterd", "opleiding", adults, [12.6, 12.3, 12.0]).ties(0.46, 0.0, 0.2, 0.0).own(0.05, 0.01),
    percentage("goede_gezondheid", "gezondheid", adults, [78.6, 77.0, 74.8]).ties(-0.28, -0.05, -0.45, 0.0).pandemic(0.06).own(0.05, 0.01),
    percentage("regie", "welbevinden", adults, [90.2, 89.8, 89.2]).ties(-0.3, -0.05, -0.2, 0.0).pandemic(-0.05).own(0.05, 0.01),
];
