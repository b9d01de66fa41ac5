//! The Netherlands of 2024, read whole; where the data are not there, each test says so.

use std::path::{Path, PathBuf};

use brede::model::atlas::{self, Atlas, LevelId, Origin, Reading};
use brede::{input::settings, input::sources};

fn data() -> Option<PathBuf> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    if !data.join("nl-kwb-2024").is_dir() {
        eprintln!("skipped: there are no real data in ../shared/data");
        return None;
    }
    Some(data)
}

/// The atlas of `examples/nederland`, with another text in place of one of its files.
fn country(data: &Path, replaced: Option<(&str, &str)>) -> Atlas {
    let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/nederland");
    let mut texts = sources::texts(&site).expect("the example is there");
    if let Some((file, text)) = replaced {
        texts.settings.insert(file.into(), text.to_owned());
    }
    let (mut settings, _) = settings::check(&texts.settings).expect("the example is right");
    // shapes are tested elsewhere
    settings.boundaries.layers.clear();
    let (tables, _) = sources::data(&site, Some(data), &settings).expect("the files are there");
    atlas::assemble(&settings, &tables).expect("the data are right").0
}

#[test]
fn all_areas_have_their_place_and_their_number() {
    let Some(data) = data() else { return };
    let atlas = country(&data, None);
    let counts: Vec<usize> = (0..4).map(|level| atlas.level_len(LevelId(level))).collect();
    assert_eq!(counts, [1, 342, 3393, 14574]);
    let people = atlas.population().expect("the example names it");
    let reading =
        |code: &str| atlas.reading(atlas.find(code).expect("an area of 2024"), people, 2024).value();
    assert_eq!(reading("NL00"), Some(17_942_942.0));
    assert_eq!(reading("GM0917"), Some(87_461.0));
    assert_eq!(reading("BU02090125"), Some(205.0));
    let heerlen = atlas.find("GM0917").expect("an area of 2024");
    let crimes = atlas.find_indicator("misdrijven").expect("the example has it");
    let districts: f64 = atlas
        .within(heerlen, LevelId(2))
        .iter()
        .filter_map(|district| atlas.reading(*district, crimes, 2024).value())
        .sum();
    let published = atlas.reading(heerlen, crimes, 2024).value().expect("police figures are there");
    assert!(
        (districts - published).abs() / published < 0.05,
        "{districts} of the districts, {published} of the whole"
    );
}

#[test]
fn municipalities_that_were_merged_have_their_earlier_years() {
    let Some(data) = data() else { return };
    let atlas = country(&data, None);
    let people = atlas.population().expect("the example names it");
    let reading = |code: &str, year| atlas.reading(atlas.find(code).expect("an area of 2024"), people, year);
    for (code, year, expected) in [
        // Amsterdam and Weesp
        ("GM0363", 2021, 873_338.0 + 20_445.0),
        ("GM0363", 2022, 882_633.0 + 20_766.0),
        // Heerhugowaard and Langedijk
        ("GM1980", 2021, 58_387.0 + 28_335.0),
    ] {
        let origin = Origin::Merged;
        assert_eq!(reading(code, year), Reading::Value { value: expected, origin, is_provisional: false });
    }
    assert!(matches!(reading("GM1980", 2022), Reading::Value { origin: Origin::Published, .. }));
    // the whole of 2021, which no file gives, is the sum of all
    assert_eq!(reading("NL00", 2021).value().map(|people| people.round()), Some(17_475_415.0));
    // the police counts within the borders of now
    let crimes = atlas.find_indicator("misdrijven").expect("the example has it");
    let of_crimes = atlas.reading(atlas.find("GM0363").expect("an area of 2024"), crimes, 2021);
    assert!(matches!(of_crimes, Reading::Value { origin: Origin::Published, .. }));
}

/// The same numbers in the layout of the publisher: `;`, decimal comma, `.` for missing, BOM, CRLF.
#[test]
fn both_layouts_of_the_key_figures_give_the_same_atlas() {
    let Some(data) = data() else { return };
    let described = "file = \"nl-kwb-2024/kwb-2024_cbs_kolomnamen.csv\"\nsource = \"cbs-kwb\"\nperiod = 2024\nprovisional = true\n\
        area = \"gwb_code_10\"\nmissing = { \".\" = \"missing\" }\n[columns]\ninwoners = \"a_inw\"\nouderen = \"a_65_oo\"\n\
        kinderen = \"a_00_14\"\nhuishoudens = \"a_hh\"\nhuishoudgrootte = \"g_hhgro\"\ndichtheid = \"bev_dich\"\n\
        woz = { column = \"g_woz\", scale = 1000 }\nkoopwoningen = \"p_koopw\"\neengezins = \"p_1gezw\"\n\
        inkomen = { column = \"g_ink_pi\", scale = 1000 }\nhuisarts = \"g_afs_hp\"\nsupermarkt = \"g_afs_gs\"\n\
        school = \"g_afs_sc\"\nscholen = \"g_3km_sc\"\n";
    let (plain, official) = (country(&data, None), country(&data, Some(("data/kwb.toml", described))));
    for (id, indicator) in plain.indicators() {
        for period in plain.periods(id) {
            for (area, its) in plain.areas() {
                let (one, other) = (plain.reading(area, id, period), official.reading(area, id, period));
                assert_eq!(one, other, "{} of {} in {period}", indicator.id, its.code);
            }
        }
    }
}
