//! Real boundaries in, shapes out. Without the folder `../shared/data` beside the project these tests say so
//! and check nothing.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use brede::diagnostic::{Diagnostic, Report};
use brede::input::settings::Settings;
use brede::input::sources::{self, Data};
use brede::input::{settings, sources::Layer};
use brede::model::atlas::{AreaId, Atlas, LevelId, assemble};
use brede::model::shapes::{Point, Shapes, draw_up};

struct Country {
    atlas: Atlas,
    layers: Vec<Layer>,
    close_gaps: f64,
}

fn real_data() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let found = folder.is_dir().then_some(folder);
    if found.is_none() {
        eprintln!("skipped: there is no ../shared/data");
    }
    found
}

/// A site with its boundaries, read.
fn read(site: &Path, given: &Path) -> Country {
    let texts = sources::texts(site).expect("the site can be read");
    let (settings, _): (Settings, _) = settings::check(&texts.settings).expect("its settings are right");
    let (data, _): (Data, _) = sources::data(site, Some(given), &settings).expect("its data can be read");
    let (atlas, _) = assemble(&settings, &data).expect("its areas are right");
    Country { atlas, layers: data.layers, close_gaps: settings.boundaries.close_gaps }
}

fn netherlands() -> Option<Country> {
    let given = real_data()?;
    Some(read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/nederland"), &given))
}

/// The country and its shapes, drawn once for all tests that only look.
fn drawn() -> Option<&'static (Country, Shapes, Report)> {
    static DRAWN: OnceLock<Option<(Country, Shapes, Report)>> = OnceLock::new();
    let draw = || {
        let country = netherlands()?;
        let (shapes, report) = draw_up(&country.atlas, &country.layers, country.close_gaps);
        Some((country, shapes, report))
    };
    DRAWN.get_or_init(draw).as_ref()
}

/// Birmingham's 639 neighbourhoods in two halves that the test makes up.
fn birmingham() -> Option<Country> {
    let given = real_data()?;
    let text = fs_err::read_to_string(given.join("england-boundaries/lsoa11_birmingham.geojson")).ok()?;
    let json: serde_json::Value = serde_json::from_str(&text).ok()?;
    let folder = tempfile::tempdir().ok()?;
    let mut areas = "code,level,parent\nB,city,\nB0,half,B\nB1,half,B\n".to_owned();
    for (number, feature) in json["features"].as_array()?.iter().enumerate() {
        let code = feature["properties"]["lsoa11_code"].as_str()?;
        areas += &format!("{code},part,B{}\n", number % 2);
    }
    let level =
        |id: &str| format!("[[levels]]\nid = '{id}'\nname = '{id}'\nplural = '{id}'\ndefinite = '{id}'\n");
    let list = |id: &str, parent: &str| {
        format!(
            "[{id}]\nfile = 'areas.csv'\ncode = 'code'\nname = 'code'\nwhere = {{ level = '{id}' }}\n{parent}\n"
        )
    };
    let parent = "parent = { column = 'parent' }";
    let site = "title = 't'\npublisher = 'p'\nbase_url = 'https://example.com/'\npublished = 2024-01-01\nlanguages = ['en']\npopulation = 'people'\n";
    let people =
        "[people]\nname = 'people'\nabout = 'people'\nunit = 'people'\ngood = 'neither'\nmeasure = 'count'\n";
    let files = [
        ("site.toml", [site, &level("city"), &level("half"), &level("part")].concat()),
        ("data/areas.csv", areas),
        ("data/indicators.toml", people.to_owned()),
        ("data/sources.toml", String::new()),
        ("data/areas.toml", [list("city", ""), list("half", parent), list("part", parent)].concat()),
        (
            "data/boundaries.toml",
            "[part]\nfile = 'england-boundaries/lsoa11_birmingham.geojson'\ncode = 'lsoa11_code'\ncrs = 'EPSG:4326'\n"
                .to_owned(),
        ),
    ];
    fs_err::create_dir(folder.path().join("data")).ok()?;
    for (name, text) in files {
        fs_err::write(folder.path().join(name), text).ok()?;
    }
    Some(read(folder.path(), &given))
}

/// The example with its boundaries in RD New.
fn netherlands_in_rd_new() -> Option<Country> {
    let given = real_data()?;
    let folder = tempfile::tempdir().ok()?;
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/nederland");
    crate::town::copy(&example, folder.path());
    let file = folder.path().join("data/boundaries.toml");
    let told = fs_err::read_to_string(&file).ok()?;
    assert!(told.contains("_wgs84") && told.contains("EPSG:4326"), "{told}");
    fs_err::write(&file, told.replace("_wgs84", "_rd").replace("EPSG:4326", "EPSG:28992")).ok()?;
    Some(read(folder.path(), &given))
}

#[test]
fn boundaries_in_rd_new_lie_upon_those_in_degrees() {
    let (Some((country, _, _)), Some(rd)) = (drawn(), netherlands_in_rd_new()) else { return };
    // without closing gaps: which of two cuts closes one hangs on a decimetre
    let (in_rd, _) = draw_up(&rd.atlas, &rd.layers, 0.0);
    let (in_degrees, _) = draw_up(&country.atlas, &country.layers, 0.0);
    let mut off: Vec<f64> = Vec::new();
    for (area, _) in country.atlas.areas() {
        let (Some(one), Some(other)) = (in_degrees.bounds(area), in_rd.bounds(area)) else { continue };
        let sides = [
            one.low.x - other.low.x,
            one.low.y - other.low.y,
            one.high.x - other.high.x,
            one.high.y - other.high.y,
        ];
        off.push(sides.iter().map(|side| side.abs()).fold(0.0, f64::max));
    }
    assert!(off.len() > 18_000, "{}", off.len());
    // the few beyond lie where two areas are given the same land: rounding decides which is the smaller
    let beyond = off.iter().filter(|off| **off >= 2.0).count();
    assert!(beyond < off.len() / 500, "{beyond} of {} lie 2 m or more apart", off.len());
}

/// In square kilometres.
fn land(shapes: &Shapes, area: AreaId) -> f64 {
    let of_ring = |ring: &Vec<Point>| {
        ring.windows(2).map(|pair| pair[0].x * pair[1].y - pair[1].x * pair[0].y).sum::<f64>()
    };
    shapes.outline(area, 0.0).iter().flatten().map(of_ring).sum::<f64>() / 2e6
}

fn points(shapes: &Shapes, areas: impl Iterator<Item = AreaId>, tolerance: f64) -> usize {
    areas.filter_map(|area| shapes.outline(area, tolerance)).flatten().map(|ring| ring.len()).sum()
}

#[test]
fn the_netherlands_is_drawn_without_gaps_from_districts_that_have_them() {
    let Some((country, shapes, report)) = drawn() else { return };
    let atlas = &country.atlas;
    let told: Vec<String> = report.iter().map(Diagnostic::wording).collect();
    assert_eq!(told[0], "1 shape has rings without land; those rings are left out: `WK030717`");
    assert_eq!(
        told[2],
        "8 areas have no shape, and are on no map: `BU02090125`, `BU0363MK03`, `BU06380006`, …"
    );

    let whole = atlas.whole().expect("there is one country");
    let levels = [LevelId(1), LevelId(2), LevelId(3)];
    for level in levels {
        let sum: f64 = atlas.level(level).map(|area| land(shapes, area)).sum();
        assert!((sum - land(shapes, whole)).abs() < 1.0, "{sum} km² at level {}", level.0);
    }
    // 4,399 without closing, most of them in the country
    let rings = |areas: &mut dyn Iterator<Item = AreaId>| -> usize {
        areas.filter_map(|area| shapes.outline(area, 0.0)).map(|rings| rings.len()).sum()
    };
    assert!(rings(&mut std::iter::once(whole)) < 200);
    assert!(rings(&mut atlas.level(LevelId(1))) < 500);
    // 14,884 polygons with 884 holes come in
    assert!(rings(&mut atlas.level(LevelId(3))) < 15_768);

    let neighbours = |code: &str| -> Vec<&str> {
        let area = atlas.find(code).expect("it is an area");
        shapes.neighbours(area).iter().map(|area| atlas.area(*area).name.as_str()).collect()
    };
    assert_eq!(
        neighbours("GM0917"),
        ["Landgraaf", "Brunssum", "Kerkrade", "Simpelveld", "Voerendaal", "Beekdaelen"]
    );
    assert!(neighbours("GM0096").is_empty(), "Vlieland is an island");
}

#[test]
fn outlines_of_the_netherlands_are_small_at_any_scale_and_none_is_lost() {
    let Some((country, shapes, _)) = drawn() else { return };
    for tolerance in [0.0, 50.0, 800.0, 1e7] {
        for (id, area) in country.atlas.areas() {
            let Some(outline) = shapes.outline(id, tolerance) else {
                assert!(shapes.bounds(id).is_none());
                continue;
            };
            assert!(outline.iter().all(|ring| ring.len() >= 4), "{} at {tolerance} m", area.code);
            let corners: BTreeSet<(i64, i64)> =
                outline[0].iter().map(|at| ((at.x * 10.0) as i64, (at.y * 10.0) as i64)).collect();
            assert!(corners.len() >= 3, "{} at {tolerance} m", area.code);
        }
    }
    assert!(points(shapes, country.atlas.level(LevelId(1)), 800.0) < 8_000);
    assert!(points(shapes, country.atlas.level(LevelId(0)), 800.0) < 1_200);
}

#[test]
fn the_bytes_of_the_netherlands_depend_on_nothing_but_the_shapes() {
    let (Some((_, shapes, _)), Some(mut country)) = (drawn(), netherlands()) else { return };
    let bytes = |country: &Country| draw_up(&country.atlas, &country.layers, country.close_gaps).0.to_bytes();
    let first = shapes.to_bytes();
    assert!(first.len() < 2_500_000);
    let back = Shapes::from_bytes(&first).expect("these are shapes");
    assert!(back.to_bytes() == first);
    country.layers.reverse();
    country.layers.iter_mut().for_each(|layer| layer.features.reverse());
    let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a thread can be had");
    assert!(alone.install(|| bytes(&country)) == first);
}

#[test]
fn clean_borders_are_joined_exactly() {
    let Some(country) = birmingham() else { return };
    let (shapes, report) = draw_up(&country.atlas, &country.layers, country.close_gaps);
    assert!(report.is_empty(), "{report:?}");
    let city = country.atlas.whole().expect("there is one city");
    let sum: f64 = country.atlas.level(LevelId(2)).map(|area| land(&shapes, area)).sum();
    // 267.8 km² by the Office for National Statistics
    assert!((sum - 267.8).abs() < 1.0, "{sum} km²");
    assert!((sum - land(&shapes, city)).abs() < 0.05);
    assert_eq!(shapes.outline(city, 0.0).map(|rings| rings.len()), Some(1));
    let lonely = country.atlas.level(LevelId(2)).filter(|area| shapes.neighbours(*area).is_empty()).count();
    assert_eq!(lonely, 0);
}
