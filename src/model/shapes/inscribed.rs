//! Circles within shapes: how wide a shape is, and where a label fits.
//!
//! Both look for the inner point that is farthest from the border, as Agafonkin's polylabel does (Mapbox,
//! 2016): squares over the shape, of which those that cannot hold a better point are dropped and the
//! others quartered. Written here since the widths need the search to end at the first circle that is wide
//! enough, over any set of segments.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::spot::{Spot, nearest_on};

/// Whether a circle of this radius (in grid steps) fits within the segments, which bound this area.
pub fn holds_circle(segments: &[(Spot, Spot)], area: f64, radius: f64) -> bool {
    if area <= std::f64::consts::PI * radius * radius {
        return false;
    }
    let length: f64 = segments.iter().map(|(a, b)| a.distance(*b)).sum();
    // a band along the border as wide as the largest circle's radius covers the shape; what it gains at
    // corners is at most one circle for each closed line, and such a line has two segments or more
    let corners = std::f64::consts::PI * radius * radius * segments.len() as f64 / 2.0;
    if area > length * radius + corners {
        return true;
    }
    farthest(segments, Search { needed: Some(radius), precision: (radius / 50.0).max(1.0) })
        .is_some_and(|found| found.1 > radius)
}

/// The point within the segments that is farthest from them, to a thirtieth of the shape's extent.
pub fn centre(segments: &[(Spot, Spot)]) -> Option<(f64, f64)> {
    let (low, high) = extent(segments)?;
    let precision = ((high.0 - low.0).min(high.1 - low.1) / 30.0).max(1.0);
    farthest(segments, Search { needed: None, precision }).map(|found| found.0)
}

/// When to stop.
struct Search {
    /// At a point that is farther than this; for the farthest of all, none.
    needed: Option<f64>,
    /// When no point can be better by this much.
    precision: f64,
}

/// A square and the best that it may hold.
struct Square {
    at: (f64, f64),
    half: f64,
    distance: f64,
}

impl Square {
    fn of(segments: &[(Spot, Spot)], at: (f64, f64), half: f64) -> Square {
        Square { at, half, distance: distance_within(segments, at) }
    }

    fn most(&self) -> f64 {
        self.distance + self.half * std::f64::consts::SQRT_2
    }
}

impl PartialEq for Square {
    fn eq(&self, other: &Square) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Square {}

impl PartialOrd for Square {
    fn partial_cmp(&self, other: &Square) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Square {
    fn cmp(&self, other: &Square) -> Ordering {
        let by_place = self.at.0.total_cmp(&other.at.0).then(self.at.1.total_cmp(&other.at.1));
        self.most().total_cmp(&other.most()).then(by_place)
    }
}

/// Squares looked at before the best so far will do: enough for any real shape.
const SQUARES: usize = 20_000;

/// The point and its distance to the segments; none where no point lies within.
fn farthest(segments: &[(Spot, Spot)], search: Search) -> Option<((f64, f64), f64)> {
    let (low, high) = extent(segments)?;
    let (width, height) = (high.0 - low.0, high.1 - low.1);
    let side = width.min(height).max(width.max(height) / 64.0);
    if side <= 0.0 {
        return None;
    }
    let middle = ((low.0 + high.0) / 2.0, (low.1 + high.1) / 2.0);
    let mut best = Square::of(segments, middle, 0.0);
    let mut waiting = BinaryHeap::new();
    for column in 0..(width / side).ceil() as u32 {
        for row in 0..(height / side).ceil() as u32 {
            let at = (low.0 + (f64::from(column) + 0.5) * side, low.1 + (f64::from(row) + 0.5) * side);
            waiting.push(Square::of(segments, at, side / 2.0));
        }
    }
    let mut looked = 0;
    while let Some(square) = waiting.pop() {
        looked += 1;
        let goal = best.distance.max(search.needed.unwrap_or(0.0));
        let is_good_enough = search.needed.is_some() || best.distance > 0.0;
        if (is_good_enough && square.most() <= goal + search.precision)
            || square.half < 0.5
            || looked > SQUARES
        {
            break;
        }
        if square.distance > best.distance {
            best = Square { half: 0.0, ..square };
            if search.needed.is_some_and(|needed| best.distance > needed) {
                break;
            }
        }
        let half = square.half / 2.0;
        for (x, y) in [(-half, -half), (half, -half), (-half, half), (half, half)] {
            waiting.push(Square::of(segments, (square.at.0 + x, square.at.1 + y), half));
        }
    }
    (best.distance > 0.0).then_some((best.at, best.distance))
}

fn extent(segments: &[(Spot, Spot)]) -> Option<((f64, f64), (f64, f64))> {
    let ends = || segments.iter().flat_map(|(a, b)| [a, b]);
    let x = || ends().map(|spot| f64::from(spot.x));
    let y = || ends().map(|spot| f64::from(spot.y));
    Some(((x().reduce(f64::min)?, y().reduce(f64::min)?), (x().reduce(f64::max)?, y().reduce(f64::max)?)))
}

/// The distance to the nearest segment, negative outside (even-odd).
fn distance_within(segments: &[(Spot, Spot)], at: (f64, f64)) -> f64 {
    let mut nearest = f64::INFINITY;
    for (a, b) in segments {
        let (x, y) = nearest_on(at, *a, *b);
        nearest = nearest.min((x - at.0).powi(2) + (y - at.1).powi(2));
    }
    let distance = nearest.sqrt();
    if is_within(segments, at) { distance } else { -distance }
}

/// Whether the point lies within the segments, by even and odd crossings.
pub fn is_within(segments: &[(Spot, Spot)], at: (f64, f64)) -> bool {
    let mut within = false;
    for (a, b) in segments {
        let (ax, ay, bx, by) = (f64::from(a.x), f64::from(a.y), f64::from(b.x), f64::from(b.y));
        if (ay > at.1) != (by > at.1) && at.0 < (bx - ax) * (at.1 - ay) / (by - ay) + ax {
            within = !within;
        }
    }
    within
}
