//! Positions of any coordinate system to longitude and latitude, and these to the plane.
//!
//! Lambert's azimuthal equal-area projection (Snyder, Map Projections, 1987, pp. 182–190) on the WGS84
//! ellipsoid, centred on the data, so that areas compare and shapes near the middle are true.

use std::borrow::Cow;

use geo::{Coord, MapCoords, MultiPolygon};
use proj4rs::Proj;
use proj4rs::transform::transform;
use rayon::prelude::*;

use super::spot::{STEPS, Spot};
use crate::input::settings::Crs;
use crate::input::sources::Layer;

/// The way from degrees to the grid.
pub struct Projection {
    degrees: Proj,
    plane: Proj,
}

/// The layers with positions in longitude and latitude (WGS84). What is no position of its system becomes
/// none on earth. The shift between datums is the one of seven numbers, right to a metre or some: enough
/// for maps.
pub fn in_degrees(layers: &[Layer]) -> Vec<Cow<'_, Layer>> {
    layers.iter().map(|layer| converted(layer).map_or(Cow::Borrowed(layer), Cow::Owned)).collect()
}

/// None where nothing is to be converted.
fn converted(layer: &Layer) -> Option<Layer> {
    if layer.crs.definition == Crs::DEGREES {
        return None;
    }
    // settings has checked the definition
    let from = Proj::from_proj_string(layer.crs.definition).ok()?;
    let to = Proj::from_proj_string(Crs::DEGREES).ok()?;
    let nowhere = Coord { x: f64::NAN, y: f64::NAN };
    let degrees = |at: Coord<f64>| {
        let mut point = if layer.crs.is_degrees { (at.x.to_radians(), at.y.to_radians()) } else { at.x_y() };
        match transform(&from, &to, &mut point) {
            Ok(()) => Coord { x: point.0.to_degrees(), y: point.1.to_degrees() },
            Err(_) => nowhere,
        }
    };
    let mut layer = layer.clone();
    let is_mistaken = looks_like_degrees(&layer);
    layer.features.par_iter_mut().for_each(|feature| {
        feature.geometry = feature.geometry.map_coords(|at| if is_mistaken { nowhere } else { degrees(at) });
    });
    Some(layer)
}

/// Whether a file in metres holds nothing but small numbers: its author named the wrong system.
fn looks_like_degrees(layer: &Layer) -> bool {
    let positions = layer.features.iter().flat_map(|feature| &feature.geometry);
    let mut positions = positions.flat_map(|polygon| &polygon.exterior().0);
    !layer.crs.is_degrees && positions.all(|at| at.x.abs() <= 360.0 && at.y.abs() <= 90.0)
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
            degrees: Proj::from_proj_string(Crs::DEGREES).ok()?,
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
    use crate::diagnostic::Place;
    use crate::input::sources::Feature;

    fn degrees_of(number: u16, at: (f64, f64)) -> (f64, f64) {
        let definition = crs_definitions::from_code(number).expect("the number is known").proj4;
        let crs = Crs { name: format!("EPSG:{number}"), definition, is_degrees: false };
        let line = LineString::from(vec![at; 4]);
        let feature = Feature {
            code: "a".to_owned(),
            place: Place::file(&"shapes.geojson".into()),
            geometry: MultiPolygon(vec![Polygon::new(line, vec![])]),
        };
        let layer = Layer { level: 0, file: "shapes.geojson".into(), crs, features: vec![feature] };
        let converted = in_degrees(std::slice::from_ref(&layer));
        converted[0].features[0].geometry.0[0].exterior().0[0].x_y()
    }

    /// How many metres the position of a system lies from the one that its publisher gives.
    fn metres_off(number: u16, at: (f64, f64), (latitude, longitude): (f64, f64)) -> f64 {
        let (east, north) = degrees_of(number, at);
        let x = (east - longitude) * 111_320.0 * latitude.to_radians().cos();
        x.hypot((north - latitude) * 111_320.0)
    }

    /// Control points of RDNAPTRANS (Kadaster and Rijkswaterstaat), in RD New and ETRS89.
    #[test]
    fn rd_new_is_right_within_two_metres() {
        for (at, there) in [
            ((117_380.12, 575_040.34), (53.160_753_042, 4.824_761_912)),
            ((247_380.56, 604_580.78), (53.419_482_050, 6.776_726_674)),
            ((16_460.91, 377_380.23), (51.368_607_152, 3.397_588_595)),
            ((182_260.45, 311_480.67), (50.792_584_916, 5.773_795_548)),
        ] {
            let off = metres_off(28992, at, there);
            assert!(off < 2.0, "{at:?} is {off} m off");
        }
    }

    /// Control points of OSTN15 (Ordnance Survey), in the National Grid and ETRS89.
    #[test]
    fn british_national_grid_is_right_within_ten_metres() {
        for (at, there) in [
            ((91_492.146, 11_318.804), (49.922_263_937_30, -6.299_777_520_14)),
            ((250_359.811, 62_016.569), (50.438_858_256_10, -4.108_645_635_61)),
            ((530_624.974, 178_388.464), (51.489_365_649_50, -0.119_925_571_80)),
            ((331_534.564, 431_920.794), (53.779_110_257_60, -3.040_454_906_91)),
            ((319_188.434, 670_947.534), (55.924_782_655_10, -3.294_792_193_37)),
        ] {
            let off = metres_off(27700, at, there);
            assert!(off < 10.0, "{at:?} is {off} m off");
        }
    }

    #[test]
    fn degrees_that_are_called_metres_are_nowhere() {
        assert!(degrees_of(28992, (5.38, 52.15)).0.is_nan());
    }

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
