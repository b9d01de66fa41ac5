//! From metres with north up to units of the frame.

use crate::model::shapes::{Bounds, Point};

/// How far an outline may be off, in units of the frame.
pub const TOLERANCE: f64 = 0.85;

/// With more areas than this on a map, they are not named where they are pointed at.
pub const MANY: usize = 250;

/// With more areas than this on a map, their outlines get coarser.
const CROWDED: f64 = 160.0;

/// With more points than this on a map of one area among others, outlines get coarser: long coasts weigh much
/// and say little of where it lies.
const DETAILED: f64 = 1200.0;

/// Fits a stretch of land into a box.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Projection {
    west: f64,
    north: f64,
    /// Units per metre.
    scale: f64,
    left: f64,
    pub height: f64,
    /// How far an outline may be off, in units of the frame.
    tolerance: f64,
}

impl Projection {
    /// The land as large as width and height allow, in the middle of the width.
    pub fn fit(land: &Bounds, width: f64, most_height: f64) -> Projection {
        let (east_west, north_south) = (land.width().max(1.0), land.height().max(1.0));
        let scale = (width / east_west).min(most_height / north_south);
        Projection {
            west: land.low.x,
            north: land.high.y,
            scale,
            left: (width - east_west * scale) / 2.0,
            height: north_south * scale,
            tolerance: TOLERANCE,
        }
    }

    /// How far an outline may be off, in metres.
    pub fn tolerance(&self) -> f64 {
        self.tolerance / self.scale
    }

    /// The same for so many areas: where they are small, less of each is seen, and all together weigh much.
    #[must_use]
    pub fn of_many(self, areas: usize) -> Projection {
        let tolerance = TOLERANCE * (areas as f64 / CROWDED).sqrt().clamp(1.0, 2.0);
        Projection { tolerance, ..self }
    }

    /// The same where outlines have so many points.
    #[must_use]
    pub fn of_detailed(self, points: usize) -> Projection {
        let tolerance = self.tolerance * (points as f64 / DETAILED).clamp(1.0, 2.5);
        Projection { tolerance, ..self }
    }

    /// The same for a drawing that only shows where something is.
    #[must_use]
    pub fn coarse(self) -> Projection {
        Projection { tolerance: TOLERANCE * 1.6, ..self }
    }

    pub fn point(&self, point: Point) -> (f64, f64) {
        (self.left + (point.x - self.west) * self.scale, (self.north - point.y) * self.scale)
    }

    pub fn ring(&self, ring: &[Point]) -> Vec<(f64, f64)> {
        ring.iter().map(|point| self.point(*point)).collect()
    }

    pub fn length(&self, metres: f64) -> f64 {
        metres * self.scale
    }
}

/// The stretch of land that holds all of these; absent where there are none.
pub fn around(bounds: impl IntoIterator<Item = Bounds>) -> Option<Bounds> {
    bounds.into_iter().reduce(Bounds::and)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_points_make_outlines_coarser_up_to_a_limit() {
        let land = Bounds { low: Point { x: 0.0, y: 0.0 }, high: Point { x: 360.0, y: 360.0 } };
        let plain = Projection::fit(&land, 360.0, 360.0);
        assert_eq!(plain.tolerance(), TOLERANCE);
        for (points, times) in [(10, 1.0), (1_200, 1.0), (1_800, 1.5), (90_000, 2.5)] {
            assert_eq!(plain.of_detailed(points).tolerance(), TOLERANCE * times, "{points}");
        }
    }
}
