//! Numbers to classes, and classes to colours: one legend for all figures of a level.

use crate::index::bottom::BREAKS;
use crate::model::atlas::{LevelId, Period};
use crate::telling::look::Order;

use super::spread::Spread;
use super::subject::{Strong, Topic};
use super::svg::Paint;
use super::{Studio, Subject};

/// How many classes a map of an indicator has, where its numbers allow it.
pub const CLASSES: usize = 5;

/// How far a break may lie from the number that parts the areas in equal groups, as a share of the distance
/// to its neighbours, for the sake of a round number.
const ROUNDING_FREEDOM: f64 = 0.2;

/// The classes of a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Classes {
    /// Between the classes, rising; a number equal to a break is in the class above it. Numbers are compared
    /// as readers see them, rounded to `decimals`.
    pub breaks: Vec<f64>,
    pub decimals: u8,
    pub order: Order,
    pub strong: Strong,
}

impl Classes {
    /// Classes that each hold about as many areas of the level, parted at round numbers. Fewer where many
    /// areas have the same number.
    pub fn quantiles(topic: &Topic, spread: &Spread) -> Classes {
        let plain = Classes {
            breaks: Vec::new(),
            decimals: topic.decimals,
            order: topic.order,
            strong: topic.strong,
        };
        let Some((low, high)) = spread.range() else { return plain };
        let shares = (1..CLASSES).map(|at| at as f64 / CLASSES as f64);
        let mut exact: Vec<f64> = shares.filter_map(|share| spread.quantile(share)).collect();
        exact.dedup();
        let mut breaks = round_breaks(low, high, &exact, topic.decimals);
        let lowest = rounded(low, topic.decimals);
        let highest = rounded(high, topic.decimals);
        breaks.retain(|at| *at > lowest && *at <= highest);
        breaks.dedup();
        Classes { breaks, ..plain }
    }

    /// Classes with bounds of their own, as far as there are numbers beyond them.
    pub fn between(topic: &Topic, breaks: impl Iterator<Item = f64>, spread: &Spread) -> Classes {
        let highest = spread.range().map_or(f64::NEG_INFINITY, |(_, highest)| highest);
        Classes {
            breaks: breaks.filter(|least| *least <= highest).collect(),
            decimals: topic.decimals,
            order: topic.order,
            strong: topic.strong,
        }
    }

    /// Those of a map of these periods.
    pub fn of_map(
        studio: &Studio,
        topic: &Topic,
        subject: Subject,
        level: LevelId,
        periods: &[Period],
    ) -> Classes {
        let spread = studio.spreads.of(studio, subject, level, periods);
        match subject {
            Subject::Bottom(_) => Classes::between(topic, BREAKS.iter().map(|least| *least as f64), &spread),
            Subject::Indicator(_) | Subject::Index(_) => Classes::quantiles(topic, &spread),
        }
    }

    pub fn count(&self) -> usize {
        self.breaks.len() + 1
    }

    /// The class of a number, counted from the lowest numbers.
    pub fn of(&self, value: f64) -> usize {
        let value = rounded(value, self.decimals);
        self.breaks.iter().filter(|at| **at <= value).count()
    }

    pub fn paint(&self, class: usize) -> Paint {
        let of = self.count();
        let class = class.min(of - 1);
        let at = match self.strong {
            Strong::High => class,
            Strong::Low => of - 1 - class,
        };
        Paint::Class { order: self.order, at, of }
    }
}

/// The roundest numbers that part the areas nearly as well.
fn round_breaks(low: f64, high: f64, exact: &[f64], decimals: u8) -> Vec<f64> {
    let finest = 10f64.powi(-i32::from(decimals));
    let mut power = (high - low).abs().max(finest).log10().ceil() as i32;
    while 10f64.powi(power) > finest * 1.5 {
        for factor in [1.0, 0.5, 0.2] {
            let step = factor * 10f64.powi(power);
            // 0.5 of the finest power is no number of so many decimals.
            if step < finest * 0.999 {
                continue;
            }
            let round: Vec<f64> = exact.iter().map(|at| (at / step).round() * step).collect();
            if is_near(low, high, exact, &round) {
                return round.into_iter().map(|at| rounded(at, decimals)).collect();
            }
        }
        power -= 1;
    }
    exact.iter().map(|at| rounded(*at, decimals)).collect()
}

fn is_near(low: f64, high: f64, exact: &[f64], round: &[f64]) -> bool {
    (0..exact.len()).all(|at| {
        let below = if at == 0 { low } else { exact[at - 1] };
        let above = exact.get(at + 1).copied().unwrap_or(high);
        let free = (exact[at] - below).min(above - exact[at]) * ROUNDING_FREEDOM;
        (round[at] - exact[at]).abs() <= free
    })
}

/// A number as readers see it; too large to round, it stays.
pub fn rounded(value: f64, decimals: u8) -> f64 {
    let factor = 10f64.powi(i32::from(decimals));
    // A hair more, so that 0.285 goes up as it does in words, though its binary form lies below.
    let rounded = (value * factor * (1.0 + 4.0 * f64::EPSILON)).round() / factor;
    if rounded.is_finite() { rounded } else { value }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn classes(breaks: &[f64], strong: Strong) -> Classes {
        Classes { breaks: breaks.to_vec(), decimals: 1, order: Order::Judged, strong }
    }

    #[test]
    fn a_number_equal_to_a_break_as_readers_see_it_is_above_it() {
        let classes = classes(&[2.0, 4.0], Strong::High);
        assert_eq!([1.94, 1.95, 2.0, 3.9, 4.0, 9.0].map(|value| classes.of(value)), [0, 1, 1, 1, 2, 2]);
        assert_eq!(classes.paint(2), Paint::Class { order: Order::Judged, at: 2, of: 3 });
    }

    #[test]
    fn the_strongest_colour_goes_to_the_bad_end() {
        assert_eq!(
            classes(&[2.0], Strong::Low).paint(0),
            Paint::Class { order: Order::Judged, at: 1, of: 2 }
        );
    }

    #[test]
    fn breaks_are_as_round_as_the_numbers_allow() {
        assert_eq!(round_breaks(0.0, 48.0, &[10.4, 19.7, 30.3, 39.6], 1), [10.0, 20.0, 30.0, 40.0]);
        assert_eq!(round_breaks(0.0, 4.0, &[1.13, 1.24, 1.36], 1), [1.1, 1.2, 1.4]);
        assert_eq!(round_breaks(-3.0, 3.0, &[-1.02, 0.98], 1), [-1.0, 1.0]);
        assert_eq!(round_breaks(5.0, 5.0, &[5.0], 0), [5.0]);
    }
}
