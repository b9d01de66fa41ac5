//! `data/boundaries.toml`: where the shapes of a level are.

use proj4rs::Proj;

use crate::diagnostic::Place;
use crate::input::settings::problem::Problem;
use crate::input::settings::reader::{File, Section, Value};
use crate::input::settings::{Boundaries, BoundaryFile, Crs, Level, Source};

pub fn read(file: File<'_>, levels: &[Level], sources: &[Source]) -> Boundaries {
    let table = file.parse();
    let section = Section::new(file, &table);
    let names: Vec<String> = levels.iter().map(|level| level.id.clone()).collect();
    let known: Vec<String> = sources.iter().map(|source| source.id.clone()).collect();
    let mut boundaries = Boundaries::default();
    for (key, place, value) in section.entries() {
        if key == "close_gaps" {
            boundaries.close_gaps = close_gaps(&value);
            continue;
        }
        let level = super::reader::position(file, &key, place, "level", "site.toml", &names);
        let (Some(level), Some(table)) = (level, value.table()) else { continue };
        let name = table.require("file", "file = \"buurten.geojson\"").and_then(|value| value.file_name());
        let code = table.require("code", "code = \"buurtcode\"").and_then(|value| value.column());
        let crs = table.require("crs", "crs = \"EPSG:4326\"").and_then(|value| crs(&value));
        let source =
            table.get("source").and_then(|value| value.reference("source", "data/sources.toml", &known));
        table.finish();
        if let (Some(file), Some(code), Some(crs)) = (name, code, crs) {
            boundaries.layers.push(BoundaryFile { level, file, code, crs, source });
        }
    }
    boundaries.layers.sort_by_key(|layer| layer.level);
    boundaries
}

/// The system in which positions are given, by its number in the EPSG's register.
fn crs(value: &Value<'_>) -> Option<Crs> {
    let name = value.text()?;
    let unknown = |place: Place, message: String| {
        value.file.problem(Problem::Conflict {
            place,
            message,
            hint: "common ones are EPSG:4326 (longitude and latitude), EPSG:28992 (the Netherlands, RD New) and \
                   EPSG:27700 (British National Grid)"
                .to_owned(),
        });
    };
    let number = name.strip_prefix("EPSG:").and_then(|number| number.parse().ok());
    let Some(definition) = number.and_then(crs_definitions::from_code) else {
        unknown(value.place(), format!("`{name}` is no coordinate system of the EPSG"));
        return None;
    };
    let Ok(proj) = Proj::from_proj_string(definition.proj4) else {
        unknown(value.place(), format!("`{name}` is a coordinate system that brede cannot convert"));
        return None;
    };
    Some(Crs { name, definition: definition.proj4, is_degrees: proj.is_latlong() })
}

fn close_gaps(value: &Value<'_>) -> f64 {
    match value.number() {
        Some(metres) if (0.0..=1000.0).contains(&metres) => metres,
        Some(_) => {
            value.out_of_range("a number of metres from 0 to 1000");
            0.0
        }
        None => 0.0,
    }
}
