//! Duinmark, a region that does not exist: its areas, its map and eleven years of figures.
//!
//! In: nothing but the tables of names in [`places`]. Out: the generated files of the demo's `data` folder.
//! The same on every machine: chance is the output stream of BLAKE3, and only `+ − × ÷ √` are used, which
//! are exact everywhere, where a platform's own `exp` or `sin` may differ in the last bit.

mod arcs;
mod chance;
mod figures;
mod groups;
mod land;
mod mesh;
mod outlines;
mod people;
mod places;
mod recipes;
mod tables;
mod territory;

use std::io::Result;
use std::path::Path;

/// Writes every generated file into `data` under `site`, which is made where it is not there.
///
/// # Errors
/// What the disk says.
pub fn write(site: &Path) -> Result<()> {
    let data = site.join("data");
    fs_err::create_dir_all(&data)?;
    let region = places::region();
    fs_err::write(data.join("buurten.geojson"), outlines::geojson(&region))?;
    for (name, text) in tables::all(&region)? {
        fs_err::write(data.join(name), text)?;
    }
    Ok(())
}
