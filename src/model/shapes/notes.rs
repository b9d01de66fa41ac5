//! What was mended or is missing, in words.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place, Report};
use crate::input::settings::Crs;

/// What there is to say of some areas, by their codes.
#[derive(Clone, Copy, Debug)]
pub enum Note<'a> {
    /// In the file, and no area of the level; perhaps this one was meant.
    Unknown {
        likely: Option<&'a str>,
    },
    OffEarth {
        crs: &'a Crs,
    },
    /// Rings without land.
    Flat,
    /// Borders that crossed themselves.
    Crossed,
    MostlyHidden,
    WhollyHidden,
}

/// How many codes are named.
const CODES_SHOWN: usize = 3;

/// Says it once for all areas of a file; nothing where there are none.
pub fn tell(report: &mut Report, file: &Arc<str>, codes: &[&str], note: Note<'_>) {
    if codes.is_empty() {
        return;
    }
    let are = if codes.len() == 1 { "is" } else { "are" };
    let shapes = if codes.len() == 1 { "shape" } else { "shapes" };
    let cross = if codes.len() == 1 { "crosses itself" } else { "cross themselves" };
    let have = if codes.len() == 1 { "has" } else { "have" };
    let lie = if codes.len() == 1 { "lies" } else { "lie" };
    let count = codes.len();
    let (message, hint) = match note {
        Note::Unknown { likely } => (
            format!("{count} {shapes} {are} of no area of this level"),
            Some(match likely {
                Some(code) if codes.len() == 1 => format!("did you mean `{code}`?"),
                _ => "they are left out; an area is one that `data/areas.toml` finds".to_owned(),
            }),
        ),
        Note::OffEarth { crs } => (
            format!("{count} {shapes} {are} not on earth, and left out"),
            Some(if crs.is_degrees {
                format!("`crs` says {}: longitude, then latitude, in degrees", crs.name)
            } else {
                format!("`crs` says {}: metres east, then north", crs.name)
            }),
        ),
        Note::Flat => (format!("{count} {shapes} {have} rings without land; those rings are left out"), None),
        Note::Crossed => (
            format!("{count} {shapes} {cross}"),
            Some("mended: what is inside is told by even and odd crossings".to_owned()),
        ),
        Note::MostlyHidden => (
            format!("{count} {shapes} {lie} for more than half under smaller ones"),
            Some("where shapes overlap, the smaller one has the land".to_owned()),
        ),
        Note::WhollyHidden => (
            format!("{count} {shapes} {lie} wholly under smaller ones"),
            Some("drawn as given, over the others; they have no neighbours".to_owned()),
        ),
    };
    let message = format!("{message}: {}", named(codes));
    let diagnostic = Diagnostic::warning(message).at(Place::file(file));
    report.push(match hint {
        Some(hint) => diagnostic.hint(hint),
        None => diagnostic,
    });
}

/// Areas that are not on any map.
pub fn without_shape(report: &mut Report, codes: &[&str]) {
    match codes {
        [] => {}
        [code] => report.push(Diagnostic::warning(format!("`{code}` has no shape, and is on no map"))),
        codes => report.push(Diagnostic::warning(format!(
            "{} areas have no shape, and are on no map: {}",
            codes.len(),
            named(codes)
        ))),
    }
}

/// Holes in areas that were joined from their parts.
pub fn holes(report: &mut Report, holes: usize, areas: usize) {
    if holes == 0 {
        return;
    }
    let holes = if holes == 1 { "1 hole remains".to_owned() } else { format!("{holes} holes remain") };
    let areas = if areas == 1 { "1 area".to_owned() } else { format!("{areas} areas") };
    report.push(Diagnostic::warning(format!("{holes} in {areas} joined from their parts")).hint(
        "lakes are right; if they are gaps between neighbours, raise `close_gaps` in `data/boundaries.toml`",
    ));
}

fn named(codes: &[&str]) -> String {
    let mut shown: Vec<String> = codes.iter().take(CODES_SHOWN).map(|code| format!("`{code}`")).collect();
    if codes.len() > CODES_SHOWN {
        shown.push("…".to_owned());
    }
    shown.join(", ")
}
