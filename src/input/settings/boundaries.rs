//! `data/boundaries.toml`: where the shapes of a level are.

use crate::input::settings::reader::{File, Section, Value};
use crate::input::settings::{Boundaries, BoundaryFile, Level};

pub fn read(file: File<'_>, levels: &[Level]) -> Boundaries {
    let table = file.parse();
    let section = Section::new(file, &table);
    let names: Vec<String> = levels.iter().map(|level| level.id.clone()).collect();
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
        if let Some(crs) = table.require("crs", "crs = \"EPSG:4326\"") {
            let told = crs.text();
            if told.is_some_and(|told| told != "EPSG:4326") {
                crs.out_of_range("EPSG:4326: convert the file to longitude and latitude");
            }
        }
        table.finish();
        if let (Some(file), Some(code)) = (name, code) {
            boundaries.layers.push(BoundaryFile { level, file, code });
        }
    }
    boundaries.layers.sort_by_key(|layer| layer.level);
    boundaries
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
