//! Rates of few people drawn to that of the area around them (METHODS.md section 1; English Indices of
//! Deprivation; Scottish Indices of Deprivation 2003, Appendix 1).
//!
//! In: counts of the parts of one area. Out: their rates. Knows no areas.

/// `r` of `n`: how many have the trait, of how many.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Count {
    pub r: f64,
    pub n: f64,
}

impl Count {
    /// `m = ln((r + ½) ÷ (n − r + ½))`
    fn log_odds(self) -> f64 {
        libm::log((self.r + 0.5) / (self.n - self.r + 0.5))
    }

    /// `s² = (n + 1)(n + 2) ÷ (n(r + 1)(n − r + 1))`
    fn variance(self) -> f64 {
        (self.n + 1.0) * (self.n + 2.0) / (self.n * (self.r + 1.0) * (self.n - self.r + 1.0))
    }
}

/// The shrunk rates of the parts of one area, as shares from 0 to 1, in their order. Each part has a count of
/// more than 0 and `0 ≤ r ≤ n`. With one part, or where all have the same odds, the rates stay as they are.
///
/// ```
/// use brede::index::shrink::{Count, shrunk};
/// let parts = [Count { r: 1.0, n: 4.0 }, Count { r: 50.0, n: 200.0 }, Count { r: 90.0, n: 200.0 }];
/// // M = ln(141.5 ÷ 263.5) = −0.621 754; m = −0.847 298, −1.091 990, −0.199 666
/// // t² = (0.225 544² + 0.470 236² + 0.422 088²) ÷ 2 = 0.225 075
/// // s² of the first = 5·6 ÷ (4·2·4) = 0.9375, w = 0.193 601, m* = −0.665 419, rate 0.339 523
/// let rates = shrunk(&parts);
/// assert!((rates[0] - 0.339_523).abs() < 1e-5);
/// // the two with many people keep most of their own
/// assert!((rates[1] - 0.25).abs() < 0.02 && (rates[2] - 0.45).abs() < 0.02);
/// assert_eq!(shrunk(&parts[..1]), [0.25]);
/// ```
pub fn shrunk(parts: &[Count]) -> Vec<f64> {
    shrink(parts).into_iter().map(|shrunk| shrunk.rate).collect()
}

/// What a rate becomes, with what it was reckoned from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shrunk {
    /// A share from 0 to 1.
    pub rate: f64,
    pub own: Count,
    /// Σr and Σn of all parts of the area around it.
    pub around: Count,
    /// `t²`, the spread of the log-odds of those parts; absent where there is one part.
    pub between: Option<f64>,
    /// `w`, the weight of its own log-odds; 1 where the rate stays as it is.
    pub weight: f64,
}

/// How much of a small change of a rate the shrunk rate follows: the derivative, with what is around it as it is.
///
/// ```
/// use brede::index::shrink::{Count, shrink, slope};
/// // a single part stays as it is, and follows all
/// let alone = shrink(&[Count { r: 20.0, n: 100.0 }]);
/// assert_eq!(slope(&alone[0]), 1.0);
/// // of two parts each is drawn to both
/// let two = shrink(&[Count { r: 2.0, n: 20.0 }, Count { r: 60.0, n: 200.0 }]);
/// assert!(two.iter().all(|one| slope(one) > 0.0 && one.weight < 1.0));
/// ```
pub fn slope(shrunk: &Shrunk) -> f64 {
    if shrunk.weight == 1.0 {
        return 1.0;
    }
    // of the log-odds it follows `w`; one of the odds of a rate is p(1 − p)
    let own = (shrunk.own.r + 0.5) / (shrunk.own.n + 1.0);
    shrunk.weight * shrunk.rate * (1.0 - shrunk.rate) / (own * (1.0 - own))
}

/// The same with every step, for [`shrunk`].
///
/// ```
/// use brede::index::shrink::{Count, shrink};
/// let parts = [Count { r: 1.0, n: 4.0 }, Count { r: 50.0, n: 200.0 }, Count { r: 90.0, n: 200.0 }];
/// let first = shrink(&parts)[0];
/// assert_eq!(first.around, Count { r: 141.0, n: 404.0 });
/// assert!((first.between.unwrap() - 0.225_075).abs() < 1e-5 && (first.weight - 0.193_601).abs() < 1e-5);
/// let alone = shrink(&parts[..1])[0];
/// assert_eq!((alone.rate, alone.between, alone.weight), (0.25, None, 1.0));
/// ```
pub fn shrink(parts: &[Count]) -> Vec<Shrunk> {
    let all = parts
        .iter()
        .fold(Count { r: 0.0, n: 0.0 }, |all, part| Count { r: all.r + part.r, n: all.n + part.n });
    let kept = |between: Option<f64>| {
        let one = |own: &Count| Shrunk { rate: own.r / own.n, own: *own, around: all, between, weight: 1.0 };
        parts.iter().map(one).collect()
    };
    if parts.len() < 2 {
        return kept(None);
    }
    let middle = all.log_odds();
    let squares = parts.iter().fold(0.0, |sum, part| {
        let apart = part.log_odds() - middle;
        sum + apart * apart
    });
    let between = squares / (parts.len() as f64 - 1.0);
    if between == 0.0 {
        return kept(Some(between));
    }
    let one = |part: &Count| {
        let (own, around) = (1.0 / part.variance(), 1.0 / between);
        let weight = own / (own + around);
        let odds = libm::exp(weight * part.log_odds() + (1.0 - weight) * middle);
        let rate = odds / (1.0 + odds);
        Shrunk { rate, own: *part, around: all, between: Some(between), weight }
    };
    parts.iter().map(one).collect()
}
