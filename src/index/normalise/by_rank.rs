//! Normalisations that know an order and no distances. They count from the smallest number.

use crate::index::normalise::{Group, Spread, spread_of};
use crate::index::rank::{self, Order, Position};

/// Gives every cell of a group the score of its position.
pub(super) fn scores(values: &mut [f64], group: &Group, score: fn(Position) -> f64) -> Spread {
    if group.reference == group.cells {
        let cells = &mut values[group.cells.clone()];
        let spread = spread_of(cells);
        let order = Order::of(cells);
        for tie in order.ties() {
            let score = score(Position { smaller: tie.start, equal: tie.places.len(), of: order.len() });
            tie.places.iter().for_each(|place| cells[*place as usize] = score);
        }
        return spread;
    }
    let mut reference: Vec<f64> =
        values[group.reference.clone()].iter().copied().filter(|value| !value.is_nan()).collect();
    if reference.is_empty() {
        values[group.cells.clone()].fill(f64::NAN);
        return Spread::Some;
    }
    reference.sort_unstable_by(f64::total_cmp);
    for value in values[group.cells.clone()].iter_mut().filter(|value| !value.is_nan()) {
        *value = score(rank::among(&reference, *value));
    }
    spread_of(&reference)
}

/// The share of the reference at or below each number, with the mean rank of equal numbers.
pub fn at_or_below(values: &mut [f64], groups: &[Group]) {
    for group in groups {
        scores(values, group, |position| position.from_smallest() / position.of as f64);
    }
}

/// `(rank − 1) ÷ (N − 1)`, where equal numbers share the lowest rank; 0 where there is one number.
///
/// ```
/// use brede::index::normalise::by_rank::percentile;
/// use brede::index::rank::Position;
/// // 3, 5, 5, 8, 9: the two fives have one below them
/// assert_eq!(percentile(Position { smaller: 1, equal: 2, of: 5 }), 0.25);
/// assert_eq!(percentile(Position { smaller: 4, equal: 1, of: 5 }), 1.0);
/// assert_eq!(percentile(Position { smaller: 0, equal: 1, of: 1 }), 0.0);
/// ```
pub fn percentile(position: Position) -> f64 {
    if position.of < 2 { 0.0 } else { count_below(position) / (position.of as f64 - 1.0) }
}

/// `rank − 1`, the count of Borda: how many are smaller. A number beyond the largest counts as that one.
///
/// ```
/// use brede::index::normalise::by_rank::count_below;
/// use brede::index::rank::Position;
/// assert_eq!(count_below(Position { smaller: 3, equal: 2, of: 5 }), 3.0);
/// assert_eq!(count_below(Position { smaller: 5, equal: 0, of: 5 }), 4.0);
/// ```
pub fn count_below(position: Position) -> f64 {
    position.smaller.min(position.of.saturating_sub(1)) as f64
}

/// The inverse normal of `(rank − ½) ÷ N`, where equal numbers share their mean rank.
///
/// ```
/// use brede::index::normalise::by_rank::normal;
/// use brede::index::rank::Position;
/// assert!(normal(Position { smaller: 1, equal: 1, of: 3 }).abs() < 1e-15);
/// // (3 − ½) ÷ 3 = 0.8333…
/// assert!((normal(Position { smaller: 2, equal: 1, of: 3 }) - 0.967_421_566).abs() < 1e-9);
/// ```
pub fn normal(position: Position) -> f64 {
    inverse_normal((position.from_smallest() - 0.5) / position.of as f64)
}

/// The exponential score of the rank from the largest: see [`exponential`].
pub(super) fn imd(position: Position) -> f64 {
    exponential(share_at_rank(position.from_largest(), position.of))
}

/// The share of areas at or below a rank that counts from the largest: `R = (N − rank + 1) ÷ N`.
///
/// ```
/// use brede::index::normalise::share_at_rank;
/// assert_eq!(share_at_rank(1.0, 10), 1.0);
/// assert_eq!(share_at_rank(2.0, 10), 0.9);
/// assert_eq!(share_at_rank(6.0, 10), 0.5);
/// assert_eq!(share_at_rank(10.0, 10), 0.1);
/// ```
pub fn share_at_rank(rank: f64, of: usize) -> f64 {
    (of as f64 - rank + 1.0) / of as f64
}

/// The exponential transformation of the English indices of deprivation,
/// `X = −23·ln(1 − R·(1 − e^(−100/23)))`, for R in (0, 1]: it lies in (0, 100], and half of it is given to
/// the last tenth, so that an area that does well on one domain hides less of what is hard on another.
///
/// ```
/// use brede::index::normalise::exponential;
/// assert!((exponential(0.5) - 15.65).abs() < 0.005);
/// assert!((exponential(0.9) - 50.43).abs() < 0.005);
/// assert!((exponential(1.0) - 100.0).abs() < 1e-9);
/// assert!(exponential(1.0) <= 100.0 && exponential(1e-9) > 0.0);
/// ```
pub fn exponential(share: f64) -> f64 {
    // ln(1 + …) keeps small shares exact; libm, unlike the machine's own, has the same last bit everywhere
    (-23.0 * libm::log1p(-share * REACH)).min(100.0)
}

/// 1 − e^(−100/23)
const REACH: f64 = 0.987_065_098_611_050_2;

/// The number below which a share of the standard normal distribution lies, for shares between 0 and 1: the
/// root of Φ(x) = p, from a rational start (Odeh and Evans 1974) by Halley's steps on the error function.
///
/// ```
/// use brede::index::normalise::by_rank::inverse_normal;
/// assert!((inverse_normal(0.975) - 1.959_963_984_540_054).abs() < 1e-12);
/// assert!((inverse_normal(1e-9) + 5.997_807_015_008_182).abs() < 1e-9);
/// assert_eq!(inverse_normal(0.25), -inverse_normal(0.75));
/// ```
pub fn inverse_normal(share: f64) -> f64 {
    let tail = share.min(1.0 - share);
    if tail <= 0.0 || tail.is_nan() {
        return if share < 0.5 { f64::NEG_INFINITY } else { f64::INFINITY };
    }
    let t = (-2.0 * libm::log(tail)).sqrt();
    let above = (((t * 4.536_422_101_48e-5 + 0.020_423_121_024_5) * t + 0.342_242_088_547) * t + 1.0) * t
        + 0.322_232_431_088;
    let below =
        (((t * 0.003_856_070_063_4 + 0.103_537_752_85) * t + 0.531_103_462_366) * t + 0.588_581_570_495) * t
            + 0.099_348_462_606;
    let mut x = t - above / below;
    for _ in 0..3 {
        // the upper tail: what is beyond x, less what should be
        let error = 0.5 * libm::erfc(x / std::f64::consts::SQRT_2) - tail;
        let density = libm::exp(-x * x / 2.0) / (2.0 * std::f64::consts::PI).sqrt();
        let step = error / density;
        x += step / (1.0 - x * step / 2.0);
    }
    if share < 0.5 { -x } else { x }
}
