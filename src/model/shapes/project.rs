//! Longitude and latitude to the plane.
//!
//! Lambert's azimuthal equal-area projection (Snyder, Map Projections, 1987, pp. 182–190) on the WGS84
//! ellipsoid, centred on the data, so that areas compare and shapes near the middle are true.

use geo::{Coord, MultiPolygon};
use proj4rs::Proj;
use proj4rs::transform::transform;

use super::spot::{STEPS, Spot};

/// The way from degrees to the grid.
pub struct Projection {
    degrees: Proj,
    plane: Proj,
}

/// Whether a position is one on earth. Longitudes up to a full turn are met in data across the date line.
pub fn is_on_earth(at: Coord<f64>) -> bool {
    at.x.is_finite() && at.y.is_finite() && at.x.abs() <= 360.0 && at.y.abs() <= 90.0
}

impl Projection {
    /// Centred on the box around the shapes; none where there is no position on earth.
    pub fn around<'a>(shapes: impl Iterator<Item = &'a MultiPolygon<f64>>) -> Option<Projection> {
        let mut met = [false; 360];
        let (mut south, mut north) = (f64::INFINITY, f64::NEG_INFINITY);
        let (mut west, mut east) = (f64::INFINITY, f64::NEG_INFINITY);
        let outlines = shapes.flat_map(|shape| &shape.0).flat_map(|polygon| &polygon.exterior().0);
        for at in outlines.filter(|at| is_on_earth(**at)) {
            (south, north) = (south.min(at.y), north.max(at.y));
            (west, east) = (west.min(at.x), east.max(at.x));
            met[(at.x + 720.0) as usize % 360] = true;
        }
        if south > north {
            return None;
        }
        let longitude = match widest_gap(&met) {
            // nothing lies over the date line: the exact box
            _ if east - west < 180.0 => (west + east) / 2.0,
            Some((start, length)) => f64::from(start + length) + f64::from(360 - length) / 2.0,
            None => 0.0,
        };
        let longitude = (longitude + 540.0).rem_euclid(360.0) - 180.0;
        // at a pole or on the equator the library takes other formulas; a hair beside them it need not
        let latitude = ((south + north) / 2.0).clamp(-89.9, 89.9);
        let plane = format!("+proj=laea +lat_0={latitude:.4} +lon_0={longitude:.4} +datum=WGS84 +units=m");
        Some(Projection {
            degrees: Proj::from_proj_string("+proj=longlat +datum=WGS84").ok()?,
            plane: Proj::from_proj_string(&plane).ok()?,
        })
    }

    /// None for what is not on earth, and for the point opposite to the centre.
    pub fn spot(&self, at: Coord<f64>) -> Option<Spot> {
        if !is_on_earth(at) {
            return None;
        }
        let longitude = (at.x + 540.0).rem_euclid(360.0) - 180.0;
        // rounding at the pole itself would take the root of a negative number
        let mut point = (longitude.to_radians(), at.y.clamp(-89.999_999, 89.999_999).to_radians());
        transform(&self.degrees, &self.plane, &mut point).ok()?;
        let (x, y) = (point.0 * STEPS, point.1 * STEPS);
        // the whole earth is 2.6 × 10⁸ decimetres wide
        (x.abs() < 2e8 && y.abs() < 2e8).then(|| Spot::rounded(x, y))
    }
}

/// Start and length of the longest run of degrees of longitude without a position, around the earth.
fn widest_gap(met: &[bool; 360]) -> Option<(i32, i32)> {
    let mut widest: Option<(i32, i32)> = None;
    for start in (0..360).filter(|at| met[*at]) {
        let length = (1..360).take_while(|step| !met[(start + step) % 360]).count() as i32;
        if widest.is_none_or(|(_, longest)| length > longest) {
            widest = Some((start as i32 + 1, length));
        }
    }
    widest
}

#[cfg(test)]
mod tests {
    use geo::{LineString, MultiPolygon, Polygon};

    use super::*;

    /// The example of the EPSG's Guidance Note 7-2, 3.2.2, for ETRS89-extended / LAEA Europe: 50° N 5° E is
    /// at E 3962799.45 N 2999718.85 with the false origin 4321000, 3210000.
    #[test]
    fn agrees_with_the_published_example() {
        let around =
            |x: f64, y: f64| LineString::from(vec![(10.0 - x, 52.0 - y), (10.0 + x, 52.0 + y), (10.0, 52.0)]);
        let shape = MultiPolygon(vec![Polygon::new(around(6.0, 3.0), vec![])]);
        let projection = Projection::around(std::iter::once(&shape)).expect("there is a shape");
        let spot = projection.spot(Coord { x: 5.0, y: 50.0 }).expect("it is on earth");
        assert!(spot.distance(Spot { x: -3_582_006, y: -2_102_812 }) < 2.0, "{spot:?}");
        assert_eq!(projection.spot(Coord { x: 10.0, y: 52.0 }), Some(Spot { x: 0, y: 0 }));
        assert_eq!(projection.spot(Coord { x: 10.0, y: 91.0 }), None);
        assert_eq!(projection.spot(Coord { x: -170.0, y: -52.0 }), None, "the other end of the earth");
    }
}
