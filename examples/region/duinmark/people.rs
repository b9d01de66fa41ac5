//! How many people, households and homes there are in a neighbourhood, year by year.

use super::chance::Stream;
use super::places::{Character, Neighbourhood};

pub const FIRST_YEAR: i32 = 2014;
pub const YEARS: usize = 11;

/// Counts before rounding.
#[derive(Clone, Copy, Default)]
pub struct People {
    pub inhabitants: f64,
    pub households: f64,
    pub homes: f64,
    /// 18 and over.
    pub adults: f64,
    /// Under 18.
    pub children: f64,
    /// From 12 to 22.
    pub young: f64,
    /// 65 and over.
    pub elderly: f64,
}

impl std::ops::Add for People {
    type Output = People;

    fn add(self, other: People) -> People {
        People {
            inhabitants: self.inhabitants + other.inhabitants,
            households: self.households + other.households,
            homes: self.homes + other.homes,
            adults: self.adults + other.adults,
            children: self.children + other.children,
            young: self.young + other.young,
            elderly: self.elderly + other.elderly,
        }
    }
}

/// What holds for all places of one sort.
pub struct Traits {
    household: f64,
    children: f64,
    young: f64,
    elderly: f64,
    /// Growth over the years, as a share.
    growth: f64,
    /// From 0 in the country to 1 in a centre.
    pub city: f64,
    /// About −1 for stone to 1.5 for dunes.
    pub green: f64,
    /// Square kilometres or thereabouts, to weigh shares of the surface.
    pub surface: f64,
}

pub fn traits(character: Character) -> Traits {
    let [household, children, young, elderly, growth, city, green, surface] = match character {
        Character::Centre => [1.62, 0.11, 0.14, 0.15, 0.10, 1.0, -1.0, 1.2],
        Character::Dense => [1.88, 0.17, 0.13, 0.12, 0.04, 0.75, -0.6, 1.5],
        Character::Postwar => [2.10, 0.22, 0.14, 0.14, 0.04, 0.55, 0.4, 1.8],
        Character::Garden => [2.26, 0.19, 0.13, 0.20, 0.01, 0.35, 0.3, 2.0],
        Character::New => [2.72, 0.28, 0.15, 0.09, 0.06, 0.25, 0.1, 2.2],
        Character::Growing => [2.60, 0.30, 0.11, 0.07, 0.0, 0.3, -0.3, 2.0],
        Character::Villa => [2.34, 0.20, 0.12, 0.27, 0.0, 0.2, 0.9, 2.4],
        Character::Village => [2.40, 0.20, 0.125, 0.21, 0.01, 0.1, 0.5, 6.0],
        Character::Country => [2.52, 0.20, 0.13, 0.19, -0.03, 0.0, 0.8, 28.0],
        Character::Works => [1.80, 0.10, 0.10, 0.10, -0.02, 0.5, -1.2, 4.0],
        Character::Park => [2.00, 0.15, 0.10, 0.20, 0.0, 0.3, 1.2, 1.4],
        Character::Dunes => [2.20, 0.14, 0.10, 0.26, -0.02, 0.0, 1.5, 27.0],
        Character::Empty => [1.00, 0.0, 0.0, 0.0, 0.0, 0.3, -1.2, 24.0],
    };
    Traits { household, children, young, elderly, growth, city, green, surface }
}

/// The share of the homes that are finished, by year, where a neighbourhood is being built.
const BUILT: [f64; YEARS] = [0.04, 0.09, 0.17, 0.27, 0.38, 0.5, 0.62, 0.74, 0.85, 0.94, 1.0];

pub fn people(neighbourhood: &Neighbourhood) -> [People; YEARS] {
    let traits = traits(neighbourhood.row.character);
    let mut own = Stream::of(&format!("people {}", neighbourhood.code));
    let [older, younger, larger, growth, spare] = std::array::from_fn(|_| own.bell());
    let growth = traits.growth + 0.02 * growth;
    std::array::from_fn(|year| {
        let passed = year as f64 / (YEARS - 1) as f64;
        let grown = match neighbourhood.row.character {
            Character::Growing => BUILT[year],
            _ => (1.0 + growth * passed) / (1.0 + growth),
        };
        let inhabitants = neighbourhood.row.people * grown;
        let households = inhabitants / (traits.household + 0.05 * larger - 0.07 * passed);
        let children = inhabitants * (traits.children * (1.0 + 0.05 * younger) - 0.014 * passed).max(0.0);
        People {
            inhabitants,
            households,
            homes: households * (1.02 + 0.008 * spare),
            adults: inhabitants - children,
            children,
            young: inhabitants * traits.young * (1.0 + 0.04 * younger),
            elderly: inhabitants * (traits.elderly * (1.0 + 0.1 * older) + 0.04 * passed),
        }
    })
}
