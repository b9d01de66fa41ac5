//! When a difference between two numbers may be told: the one rule for "higher", "lower" and "about the same".
//!
//! A number is guarded by its margin; one without a margin by the threshold that its indicator states. With a
//! margin on both, a difference counts when it is larger than `√(a² + b²)`, where a and b are the halves of
//! the two intervals that face each other: the interval of a difference between independent samples, at the
//! level of confidence at which both were published (Newcombe, Statistics in Medicine 17 (1998), method 10;
//! Zou and Donner, Statistics in Medicine 27 (2008); for intervals that are as wide on either side, Schenker
//! and Gentleman, The American Statistician 55 (2001), who show why "the intervals do not overlap" asks too
//! much). The threshold has no say there.
//!
//! With a margin on one of them, the other must lie outside the interval. It has no margin of its own, and so
//! the difference must reach the threshold too, where one is stated: else the number of which less is known
//! would sooner be told to differ. Without any margin the threshold decides, and without a threshold nothing
//! is said. A threshold is held against the numbers as readers see them, rounded: who reads 1.1 and 1.3 km and a
//! threshold of 0.2 km can see that it is reached.
//!
//! A rate of events (crimes per 1,000 people) has a margin of chance where its publisher gives none: in a small
//! place one event more or less makes much of a difference. It is Byar's approximation to the exact 95 % interval
//! of a Poisson count (Breslow and Day, Statistical Methods in Cancer Research II, 1987, p. 69; used for the rates
//! of public health in England). Such a margin is not of how the count was made, and so it does not take the place
//! of the threshold: a difference must exceed both, and without a threshold nothing is said.
//!
//! A share of people or homes that were all counted has no such margin: that it is higher is a fact. But a
//! difference that fewer than five people or homes would undo is not told.
//!
//! An area is a part of what it is held against, and so is its sample: the two are not quite independent, and
//! the rule asks a little more than it need.

use crate::model::atlas::{AreaId, Atlas, Differs, IndicatorId, Interval, Kind, Measure, Period};
use crate::telling::figures::rounded;

/// Which way a difference goes, beyond the margin or the threshold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Higher,
    Lower,
    Same,
}

/// A number with its margin, where it has one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    pub value: f64,
    /// As published.
    pub interval: Option<Interval>,
    /// Of a rate of events without a published one: that of chance.
    pub chance: Option<Interval>,
    /// Of a share without a published one: how many people or homes it is of.
    pub of: Option<f64>,
    /// The value as readers see it.
    pub shown: f64,
}

impl Measured {
    /// The number of an area; absent where none is known.
    pub fn of(atlas: &Atlas, area: AreaId, indicator: IndicatorId, period: Period) -> Option<Measured> {
        let value = atlas.reading(area, indicator, period).value()?;
        let interval = atlas.margin(area, indicator, period).and_then(|margin| margin.interval);
        let told = atlas.indicator(indicator);
        let is_counted = interval.is_none() && told.kind_at(atlas.area(area).level) == Kind::Register;
        let count = |of| atlas.reading(area, of, period).value().filter(|count| is_counted && *count > 0.0);
        let chance = match told.measure {
            Measure::Rate { of: Some(of), times } if value >= 0.0 => count(of).map(|people| {
                let (low, high) = poisson(value * people / times);
                Interval { lower: low / people * times, upper: high / people * times }
            }),
            _ => None,
        };
        let of = match told.measure {
            Measure::Share { of: Some(of) } => count(of),
            _ => None,
        };
        Some(Measured { value, interval, chance, of, shown: rounded(value, told.decimals) })
    }

    /// How far its interval reaches towards another number.
    fn reach(self, other: f64) -> Option<f64> {
        let Interval { lower, upper } = self.interval.or(self.chance)?;
        // by rounding, the number may lie a little beyond an end
        Some(if other > self.value { upper - self.value } else { self.value - lower }.max(0.0))
    }
}

/// The 95 % interval of a count of events, by Byar's approximation; from 0 on where there was none. A count need not
/// be whole: it may be an estimate, or reckoned back from a rounded rate.
fn poisson(count: f64) -> (f64, f64) {
    const Z: f64 = 1.959_963_984_540_054;
    let end = |count: f64, z: f64| count * (1.0 - 1.0 / (9.0 * count) + z / (3.0 * count.sqrt())).powi(3);
    let low = if count > 0.0 { end(count, -Z).max(0.0) } else { 0.0 };
    (low, end(count + 1.0, Z))
}

/// A difference between shares is of at least so many people or homes, in the smaller of the two.
const FEWEST: f64 = 5.0;

/// How large a difference between two numbers must be before it is told.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Least {
    /// Larger than this: it is where chance ends.
    Beyond(f64),
    /// This, or more.
    From(f64),
    /// Both.
    Both { beyond: f64, from: f64 },
}

/// Absent where nothing may be said of any difference.
pub fn least(own: Measured, other: Measured, threshold: Option<f64>) -> Option<Least> {
    if own.chance.is_some() || other.chance.is_some() {
        let reach = |of: Measured, other: f64| of.reach(other).unwrap_or(0.0);
        let beyond = reach(own, other.value).hypot(reach(other, own.value));
        return threshold.map(|from| Least::Both { beyond, from });
    }
    let fewest = own.of.into_iter().chain(other.of).reduce(f64::min);
    let threshold = threshold.map(|from| from.max(fewest.map_or(0.0, |of| 100.0 * FEWEST / of)));
    match (own.reach(other.value), other.reach(own.value), threshold) {
        (Some(one), Some(two), _) => Some(Least::Beyond((one * one + two * two).sqrt())),
        (Some(beyond), None, Some(from)) | (None, Some(beyond), Some(from)) => {
            Some(Least::Both { beyond, from })
        }
        (Some(one), None, None) | (None, Some(one), None) => Some(Least::Beyond(one)),
        (None, None, Some(threshold)) => Some(Least::From(threshold)),
        (None, None, None) => None,
    }
}

/// Floating point must not decide.
const ROUNDING: f64 = 1e-9;

impl Least {
    fn is_met_by(self, own: Measured, other: Measured) -> bool {
        let size = (own.value - other.value).abs();
        let seen = (own.shown - other.shown).abs();
        let more_than = |least: f64| size > least * (1.0 + ROUNDING);
        let at_least = |least: f64| seen >= least * (1.0 - ROUNDING);
        match self {
            Least::Beyond(least) => more_than(least),
            Least::From(least) => at_least(least),
            Least::Both { beyond, from } => more_than(beyond) && at_least(from),
        }
    }

    /// What a difference is measured in, to tell which of several is the clearest.
    pub fn size(self) -> f64 {
        match self {
            Least::Beyond(least) | Least::From(least) => least,
            Least::Both { beyond, from } => beyond.max(from),
        }
    }
}

/// How a number lies beside another; absent where nothing may be said.
pub fn direction(own: Measured, other: Measured, threshold: Option<f64>) -> Option<Direction> {
    let least = least(own, other, threshold)?;
    Some(match (least.is_met_by(own, other), own.value > other.value) {
        (false, _) => Direction::Same,
        (true, true) => Direction::Higher,
        (true, false) => Direction::Lower,
    })
}

/// The same beside the whole, where its publisher's own word decides. Absent, too, where that word and the two
/// numbers contradict each other: then its whole is another than that of the site.
pub fn direction_as_published(own: Measured, whole: Measured, said: Differs) -> Option<Direction> {
    let difference = own.value - whole.value;
    match said {
        Differs::Same => Some(Direction::Same),
        Differs::Higher => (difference >= 0.0).then_some(Direction::Higher),
        Differs::Lower => (difference <= 0.0).then_some(Direction::Lower),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(value: f64) -> Measured {
        Measured { value, interval: None, chance: None, of: None, shown: value }
    }

    fn within(value: f64, lower: f64, upper: f64) -> Measured {
        Measured { interval: Some(Interval { lower, upper }), ..plain(value) }
    }

    #[test]
    fn with_two_margins_a_difference_must_exceed_both_joined() {
        // half-widths 3 and 4: √(9 + 16) = 5
        let one = within(30.0, 27.0, 33.0);
        for (value, expected) in [
            (25.0, Direction::Same),
            (24.9, Direction::Higher),
            (35.0, Direction::Same),
            (35.1, Direction::Lower),
            (30.0, Direction::Same),
        ] {
            let other = within(value, value - 4.0, value + 4.0);
            assert_eq!(direction(one, other, None), Some(expected), "{value}");
            // intervals that overlap may still differ, and a threshold changes nothing
            assert_eq!(direction(one, other, Some(8.0)), Some(expected), "{value}");
        }
    }

    #[test]
    fn of_lopsided_intervals_the_halves_count_that_face_each_other() {
        // 90 (80 to 93) above 85 (83 to 86): 10 below the one, 1 above the other, √101 = 10.05
        assert_eq!(
            direction(within(90.0, 80.0, 93.0), within(85.0, 83.0, 86.0), None),
            Some(Direction::Same)
        );
        // the other way round: 3 above the one, 2 below the other, √13 = 3.6
        assert_eq!(
            direction(within(90.0, 80.0, 93.0), within(95.0, 93.0, 96.0), None),
            Some(Direction::Lower)
        );
    }

    #[test]
    fn with_one_margin_the_other_lies_outside_and_keeps_its_threshold() {
        let one = within(30.0, 27.0, 33.0);
        assert_eq!(direction(one, plain(33.0), None), Some(Direction::Same));
        assert_eq!(direction(one, plain(33.1), None), Some(Direction::Lower));
        assert_eq!(direction(plain(26.9), one, None), Some(Direction::Lower));
        assert_eq!(direction(one, plain(33.1), Some(5.0)), Some(Direction::Same));
        assert_eq!(direction(one, plain(35.0), Some(5.0)), Some(Direction::Lower));
        assert_eq!(direction(one, plain(33.0), Some(1.0)), Some(Direction::Same));
    }

    #[test]
    fn without_margins_the_threshold_decides_and_without_it_nothing_is_said() {
        // 0.3 − 0.2 falls just short of 0.1
        assert_eq!(direction(plain(0.3), plain(0.2), Some(0.1)), Some(Direction::Higher));
        assert_eq!(direction(plain(0.3), plain(0.21), Some(0.1)), Some(Direction::Same));
        assert_eq!(direction(plain(0.3), plain(0.2), None), None);
    }

    #[test]
    fn the_interval_of_chance_is_close_to_the_exact_one() {
        // from the quantiles of chi-squared: 4.795 to 18.391, and 0 to 3.689
        let (low, high) = poisson(10.0);
        assert!((low - 4.795).abs() < 0.02 && (high - 18.391).abs() < 0.02, "{low} {high}");
        let (low, high) = poisson(0.0);
        assert!(low == 0.0 && (high - 3.689).abs() < 0.05, "{high}");
    }

    /// 5 of 250 are 2 points.
    #[test]
    fn a_difference_between_shares_is_of_five_or_more() {
        let of = |value: f64, of: f64| Measured { of: Some(of), ..plain(value) };
        for (value, expected) in [(12.0, Direction::Lower), (11.9, Direction::Same)] {
            assert_eq!(direction(of(10.0, 250.0), of(value, 90_000.0), Some(1.0)), Some(expected), "{value}");
        }
        assert_eq!(direction(of(10.0, 250.0), of(12.5, 90_000.0), Some(3.0)), Some(Direction::Same));
        assert_eq!(direction(of(10.0, 250.0), of(30.0, 90_000.0), None), None);
    }

    #[test]
    fn a_threshold_is_held_against_what_readers_see() {
        let seen = |value: f64| Measured { shown: rounded(value, 1), ..plain(value) };
        // 1.1 and 1.3 km, though they lie 0.18 apart; 1.1 and 1.2, though they lie 0.19 apart
        assert_eq!(direction(seen(1.14), seen(1.32), Some(0.2)), Some(Direction::Lower));
        assert_eq!(direction(seen(1.05), seen(1.24), Some(0.2)), Some(Direction::Same));
    }

    #[test]
    fn chance_and_threshold_must_both_be_exceeded() {
        let by_chance = |value: f64, half: f64| Measured {
            chance: Some(Interval { lower: value - half, upper: value + half }),
            ..plain(value)
        };
        // √(9 + 16) = 5
        let one = by_chance(30.0, 3.0);
        for (value, threshold, expected) in [
            (24.0, Some(4.0), Some(Direction::Higher)),
            (25.5, Some(4.0), Some(Direction::Same)),
            (24.0, Some(8.0), Some(Direction::Same)),
            (24.0, None, None),
        ] {
            assert_eq!(direction(one, by_chance(value, 4.0), threshold), expected, "{value}, {threshold:?}");
        }
        assert_eq!(direction(one, plain(26.5), Some(3.0)), Some(Direction::Higher));
        assert_eq!(direction(one, plain(27.5), Some(2.0)), Some(Direction::Same));
    }

    #[test]
    fn a_count_of_all_has_no_margin_to_exceed() {
        let all = |value: f64| within(value, value, value);
        assert_eq!(direction(all(2.0), all(2.0), None), Some(Direction::Same));
        assert_eq!(direction(all(2.0), all(2.1), None), Some(Direction::Lower));
    }

    #[test]
    fn the_word_of_the_publisher_goes_before_the_margins_unless_the_numbers_contradict_it() {
        let (low, high) = (plain(20.0), plain(30.0));
        assert_eq!(direction_as_published(low, high, Differs::Same), Some(Direction::Same));
        assert_eq!(direction_as_published(low, high, Differs::Lower), Some(Direction::Lower));
        assert_eq!(direction_as_published(low, high, Differs::Higher), None);
        assert_eq!(direction_as_published(low, low, Differs::Higher), Some(Direction::Higher));
    }
}
