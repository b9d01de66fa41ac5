//! Where there is land: a coast with dunes, an estuary, an island, a lake, and rivers in the east and south.
//!
//! Plain kilometres, x to the east and y to the north, in a frame of 40 × 31. The outlines are drawn by
//! hand, coarsely; chance makes them as rough as nature.

use super::chance::Field;
use super::mesh::distance;

/// The lie of the land.
pub struct Land {
    broad: Field,
    fine: Field,
}

/// Against the clock, from the dunes in the south-west.
#[rustfmt::skip]
const MAINLAND: &[[f64; 2]] = &[
    [3.4, 2.4], [5.2, 1.5], [7.6, 1.1], [11.0, 2.3], [14.0, 0.8], [16.8, 2.4], [19.6, 1.5], [22.6, 2.9],
    [25.6, 1.9], [28.0, 3.4], [31.5, 2.5], [34.0, 4.3], [36.8, 5.2], [38.0, 8.0], [36.9, 10.6], [35.8, 13.0],
    [37.2, 15.2], [37.9, 18.0], [36.7, 20.3], [37.4, 22.4], [36.0, 24.8], [33.8, 24.4], [31.0, 25.7],
    [28.0, 24.9], [26.5, 24.2], [24.0, 25.3], [22.0, 24.7], [19.5, 25.6], [17.6, 24.7], [17.0, 22.0],
    [17.4, 20.0], [17.1, 18.8], [16.5, 18.8], [16.1, 19.9], [15.6, 21.8], [14.6, 23.8], [13.0, 23.9], [11.5, 22.5],
    [9.8, 23.6], [8.2, 23.1], [6.7, 20.5], [5.4, 17.0], [4.6, 13.5], [4.3, 10.5], [3.7, 6.0],
];

#[rustfmt::skip]
const ISLAND: &[[f64; 2]] = &[
    [5.6, 27.6], [6.6, 27.1], [8.8, 27.4], [10.6, 27.3], [12.6, 28.2], [14.9, 28.9], [14.3, 29.4], [12.0, 29.5],
    [9.8, 29.1], [8.0, 28.9], [6.2, 28.6],
];

#[rustfmt::skip]
const LAKE: &[[f64; 2]] = &[
    [25.9, 15.2], [26.2, 13.9], [27.2, 12.9], [28.1, 13.2], [29.0, 12.6], [30.4, 13.1], [31.3, 14.5], [31.2, 16.0],
    [30.4, 16.9], [29.2, 16.2], [27.9, 16.8], [26.5, 16.4],
];

impl Land {
    pub fn new() -> Land {
        Land { broad: Field::of("land, broad", 2.6), fine: Field::of("land, fine", 0.9) }
    }

    /// How many kilometres inside the land a point is; below zero in the water and beyond the borders.
    pub fn depth(&self, point: [f64; 2]) -> f64 {
        let rough = 0.3 * self.broad.at(point) + 0.1 * self.fine.at(point);
        let dry = (inside(MAINLAND, point) + rough).min(0.7 * rough - inside(LAKE, point));
        dry.max(inside(ISLAND, point) + 0.7 * rough)
    }

    /// The point moved towards where the water begins, by a quarter of a kilometre at most.
    pub fn shore(&self, point: [f64; 2]) -> [f64; 2] {
        const STEP: f64 = 0.05;
        const FURTHEST: f64 = 0.2;
        let [mut x, mut y] = point;
        for _ in 0..4 {
            let depth = self.depth([x, y]);
            let slope_x = (self.depth([x + STEP, y]) - self.depth([x - STEP, y])) / (2.0 * STEP);
            let slope_y = (self.depth([x, y + STEP]) - self.depth([x, y - STEP])) / (2.0 * STEP);
            let steepness = (slope_x * slope_x + slope_y * slope_y).max(0.2);
            x -= 0.6 * depth * slope_x / steepness;
            y -= 0.6 * depth * slope_y / steepness;
        }
        let [along, up] = [x - point[0], y - point[1]];
        let share = (FURTHEST / (along * along + up * up).sqrt().max(FURTHEST)).min(1.0);
        [point[0] + share * along, point[1] + share * up]
    }
}

/// The distance to an outline, below zero outside it.
fn inside(outline: &[[f64; 2]], point: [f64; 2]) -> f64 {
    let [x, y] = point;
    let mut nearest = f64::INFINITY;
    let mut within = false;
    for (start, end) in outline.iter().zip(outline.iter().cycle().skip(1)) {
        let [across, up] = [end[0] - start[0], end[1] - start[1]];
        let along = ((x - start[0]) * across + (y - start[1]) * up) / (across * across + up * up);
        let along = along.clamp(0.0, 1.0);
        nearest = nearest.min(distance(point, [start[0] + along * across, start[1] + along * up]));
        if (start[1] > y) != (end[1] > y) && x < start[0] + (y - start[1]) / up * across {
            within = !within;
        }
    }
    if within { nearest } else { -nearest }
}
