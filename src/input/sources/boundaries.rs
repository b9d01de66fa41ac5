//! GeoJSON, plain or with gzip, as features with a code.

use std::path::Path;
use std::sync::Arc;

use geojson::GeometryValue;

use crate::diagnostic::{Diagnostic, Place, Report};
use crate::input::settings::{BoundaryFile, Crs};
use crate::input::sources::decode::unpacked;

/// The shapes of one level, as read.
#[derive(Clone, Debug)]
pub struct Layer {
    /// The level, by its position in the settings.
    pub level: usize,
    pub file: Arc<str>,
    /// What the numbers of the shapes mean.
    pub crs: Crs,
    pub features: Vec<Feature>,
}

/// A shape, in the coordinates of its file.
#[derive(Clone, Debug)]
pub struct Feature {
    pub code: String,
    /// GeoJSON knows no lines; the file.
    pub place: Place,
    pub geometry: geo::MultiPolygon<f64>,
}

/// The shapes in a file, and the digest of the file and of what its author says of it.
///
/// # Errors
/// The file cannot be read; every feature that has no code, or no shape of an area.
pub fn read(
    path: &Path,
    name: &str,
    layer: &BoundaryFile,
) -> Result<((Layer, blake3::Hash), Report), Report> {
    let file: Arc<str> = name.into();
    let mut report = Report::new();
    let bytes = match unpacked(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            report.push(Diagnostic::error(error.to_string()).at(layer.file.place.clone()));
            return Err(report);
        }
    };
    let mut digest = blake3::Hasher::new();
    digest.update(&[layer.level as u8]);
    for text in [&layer.code.name, &layer.crs.name] {
        digest.update(text.as_bytes()).update(&[0]);
    }
    digest.update(&bytes);
    let mut features = Vec::new();
    let reader = geojson::FeatureReader::from_reader(bytes.as_slice());
    for (number, feature) in reader.features().enumerate() {
        let feature = match feature {
            Ok(feature) => feature,
            Err(error) => {
                report.push(unreadable(number + 1, &error.to_string()).at(Place::file(&file)));
                break;
            }
        };
        let code = feature.properties.as_ref().and_then(|properties| properties.get(&layer.code.name));
        let code = match code {
            Some(serde_json::Value::String(code)) => code.trim().to_owned(),
            Some(serde_json::Value::Number(code)) => code.to_string(),
            Some(_) | None => {
                let known = feature.properties.as_ref().map(|it| it.keys().cloned().collect::<Vec<_>>());
                let known = known.unwrap_or_default().join("`, `");
                report.push(
                    Diagnostic::error(format!(
                        "feature {} of `{file}` has no `{}`",
                        number + 1,
                        layer.code.name
                    ))
                    .many(format!("{{count}} features of `{file}` have no `{}`", layer.code.name))
                    .at(layer.code.place.clone())
                    .hint(format!("its properties are `{known}`")),
                );
                continue;
            }
        };
        let geometry = match feature.geometry {
            None => continue,
            Some(geometry) => polygons(geometry),
        };
        match geometry {
            Some(geometry) => features.push(Feature { code, place: Place::file(&file), geometry }),
            None => report.push(
                Diagnostic::error(format!(
                    "the shape of `{code}` is neither a polygon nor several, of positions of two numbers or more"
                ))
                .many(
                    "{count} shapes are neither a polygon nor several, of positions of two numbers or more",
                )
                .at(Place::file(&file)),
            ),
        }
    }
    let read = Layer { level: layer.level, file, crs: layer.crs.clone(), features };
    report.and((read, digest.finalize()))
}

/// A feature that is not GeoJSON. The parser counts lines from where the feature begins, which helps nobody.
fn unreadable(number: usize, error: &str) -> Diagnostic {
    if error.contains("EOF") {
        let problem = Diagnostic::error(format!("the file breaks off in feature {number}"));
        return problem.hint("it was not copied or unpacked as a whole: get it again");
    }
    let error = error.rsplit_once(" at line ").map_or(error, |(error, _)| error);
    Diagnostic::error(format!("feature {number} is not GeoJSON: {error}"))
}

fn polygons(geometry: geojson::Geometry) -> Option<geo::MultiPolygon<f64>> {
    let is_whole = |ring: &Vec<geojson::Position>| ring.iter().all(|position| position.as_slice().len() >= 2);
    match &geometry.value {
        GeometryValue::Polygon { coordinates } if coordinates.iter().all(is_whole) => {}
        GeometryValue::MultiPolygon { coordinates } if coordinates.iter().flatten().all(is_whole) => {}
        _ => return None,
    }
    match geo::Geometry::<f64>::try_from(geometry) {
        Ok(geo::Geometry::Polygon(polygon)) => Some(geo::MultiPolygon(vec![polygon])),
        Ok(geo::Geometry::MultiPolygon(polygons)) => Some(polygons),
        Ok(_) | Err(_) => None,
    }
}
