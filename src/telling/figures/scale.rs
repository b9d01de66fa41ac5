//! Axes: round numbers to put along them, and places for values.

/// A stretch of numbers drawn along a stretch of the frame.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    pub low: f64,
    pub high: f64,
    pub start: f64,
    pub end: f64,
}

impl Scale {
    /// Where a value lies; the middle where the numbers have no spread.
    pub fn at(&self, value: f64) -> f64 {
        let span = self.high - self.low;
        let share = if span > 0.0 { (value - self.low) / span } else { 0.5 };
        self.start + (self.end - self.start) * share
    }
}

/// Round numbers along an axis, from the first to the last, and the decimals to write them with.
#[derive(Clone, Debug, PartialEq)]
pub struct Ticks {
    pub values: Vec<f64>,
    pub decimals: u8,
}

impl Ticks {
    pub fn low(&self) -> f64 {
        self.values[0]
    }

    pub fn high(&self) -> f64 {
        self.values[self.values.len() - 1]
    }
}

/// The smallest step between ticks.
const FINEST: f64 = 1e-9;

/// At least two round numbers that enclose the values, about `wanted` of them, in steps of 1, 2 or 5.
/// Values without spread get room around them.
pub fn ticks(low: f64, high: f64, wanted: usize) -> Ticks {
    let (low, high) =
        if low.is_finite() && high.is_finite() { (low.min(high), low.max(high)) } else { (0.0, 1.0) };
    let span = high - low;
    let span = if span > low.abs().max(high.abs()) * 1e-9 && span > 0.0 {
        span
    } else {
        // Nothing to tell apart: an axis as long as the number itself.
        if high == 0.0 { 1.0 } else { high.abs() * 0.5 }
    };
    // Finer than the decimals that are written, ticks would all look the same.
    let rough = (span / wanted.max(2) as f64).max(FINEST);
    let power = rough.log10().floor();
    let step = [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|factor| (factor, power))
        .find(|(factor, power)| factor * 10f64.powf(*power) >= rough * 0.999)
        .unwrap_or((10.0, power));
    let size = step.0 * 10f64.powf(step.1);
    let first = (low / size + 1e-9).floor();
    let mut last = (high / size - 1e-9).ceil();
    if last <= first {
        last = first + 1.0;
    }
    let count = ((last - first).round() as usize).min(100);
    let decimals = (-step.1 - if step.0 == 10.0 { 1.0 } else { 0.0 }).clamp(0.0, 9.0) as u8;
    // Each from its whole number of steps: adding would drift.
    let values = (0..=count).map(|at| round_to((first + at as f64) * size, decimals)).collect();
    Ticks { values, decimals }
}

/// Takes away what arithmetic left behind the last decimal.
fn round_to(value: f64, decimals: u8) -> f64 {
    let factor = 10f64.powi(i32::from(decimals));
    let rounded = (value * factor).round() / factor;
    if rounded.is_finite() { rounded + 0.0 } else { value }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_enclose() {
        for (low, high, wanted, expected, decimals) in [
            (0.0, 27.4, 4, vec![0.0, 10.0, 20.0, 30.0], 0),
            (3.1, 4.2, 4, vec![3.0, 3.5, 4.0, 4.5], 1),
            (-2.0, 3.0, 4, vec![-2.0, 0.0, 2.0, 4.0], 0),
            (0.0, 0.03, 3, vec![0.0, 0.01, 0.02, 0.03], 2),
            (5.0, 5.0, 4, vec![5.0, 6.0], 0),
            (0.0, 0.0, 4, vec![0.0, 0.5], 1),
            (187_000.0, 412_000.0, 4, vec![100_000.0, 200_000.0, 300_000.0, 400_000.0, 500_000.0], 0),
        ] {
            assert_eq!(ticks(low, high, wanted), Ticks { values: expected, decimals }, "{low} {high}");
        }
    }

    #[test]
    fn ticks_of_anything_are_finite_and_rising() {
        let odd = [f64::NAN, f64::INFINITY, -1e300, 1e300, 1e-300, 0.0, -0.0, 1.0, 1e15 + 1.0];
        for low in odd {
            for high in odd {
                let ticks = ticks(low, high, 4);
                assert!(ticks.values.len() >= 2, "{low} {high} {ticks:?}");
                assert!(ticks.values.iter().all(|value| value.is_finite()), "{low} {high} {ticks:?}");
                assert!(ticks.low() < ticks.high(), "{low} {high} {ticks:?}");
            }
        }
    }

    #[test]
    fn a_scale_without_spread_stays_in_the_middle() {
        let scale = Scale { low: 3.0, high: 3.0, start: 0.0, end: 10.0 };
        assert_eq!(scale.at(3.0), 5.0);
    }
}
