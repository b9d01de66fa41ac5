//! Points of the grid on which all is reckoned, and the exact arithmetic on them.
//!
//! The grid is a decimetre wide. The earth on it is 2.6 × 10⁸ wide, so that a product of two differences
//! fits an `i64` with room to spare: no answer here depends on rounding.

use std::cmp::Ordering;

/// Grid steps in a metre.
pub const STEPS: f64 = 10.0;

/// A point of the grid, from the centre of the projection; y up. Ordered by x, then y.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spot {
    pub x: i32,
    pub y: i32,
}

impl Spot {
    /// The nearest point of the grid, for coordinates in grid steps within the range of the grid.
    pub fn rounded(x: f64, y: f64) -> Spot {
        Spot { x: x.round() as i32, y: y.round() as i32 }
    }

    /// The way from here to there.
    pub fn to(self, there: Spot) -> (i64, i64) {
        (i64::from(there.x) - i64::from(self.x), i64::from(there.y) - i64::from(self.y))
    }

    pub fn distance(self, there: Spot) -> f64 {
        let (x, y) = self.to(there);
        (x as f64).hypot(y as f64)
    }
}

/// Twice the area of the triangle: positive where `c` lies left of the way from `a` to `b`.
pub fn turn(a: Spot, b: Spot, c: Spot) -> i64 {
    let (bx, by) = a.to(b);
    let (cx, cy) = a.to(c);
    bx * cy - by * cx
}

/// The order of directions by angle, from due east anticlockwise.
pub fn by_angle(a: (i64, i64), b: (i64, i64)) -> Ordering {
    let half = |(x, y): (i64, i64)| u8::from(y < 0 || (y == 0 && x < 0));
    half(a).cmp(&half(b)).then_with(|| (b.0 * a.1 - b.1 * a.0).cmp(&0))
}

/// Twice the signed area within closed rings, given without their last point; positive anticlockwise.
pub fn twice_area(ring: &[Spot]) -> i128 {
    let Some(first) = ring.first() else { return 0 };
    ring.windows(2).map(|pair| i128::from(turn(*first, pair[0], pair[1]))).sum()
}

/// The point of the segment nearest to `p`, in grid steps.
pub fn nearest_on(p: (f64, f64), a: Spot, b: Spot) -> (f64, f64) {
    let (ax, ay) = (f64::from(a.x), f64::from(a.y));
    let (x, y) = (f64::from(b.x) - ax, f64::from(b.y) - ay);
    let length = x * x + y * y;
    if length == 0.0 {
        return (ax, ay);
    }
    let along = (((p.0 - ax) * x + (p.1 - ay) * y) / length).clamp(0.0, 1.0);
    (ax + along * x, ay + along * y)
}
