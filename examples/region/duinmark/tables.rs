//! The tables of the demo: which areas there are, and their figures in wide and long files.
//!
//! Absences are what statistics offices write: `.` not published, `x` too few people to say, an empty cell
//! where there is nothing to measure, and `*` after what is not yet final.

use std::io::Result;

use super::chance::Stream;
use super::figures::{Circumstances, mean};
use super::groups;
use super::people::{FIRST_YEAR, People, YEARS};
use super::places::Region;
use super::recipes::{
    CARE_AND_HOUSING, CRIMES, ESTIMATES, KEY_FIGURES, MEETING_PLACES, NUISANCE, Recipe, SURROUNDINGS, SURVEY,
};

/// An area of any level, with the neighbourhoods in it.
pub struct Place<'a> {
    pub code: &'a str,
    level: Level,
    pub parts: Vec<&'a Circumstances<'a>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Level {
    Region,
    Municipality,
    District,
    Neighbourhood,
}

impl Place<'_> {
    pub fn people(&self, year: usize) -> People {
        self.parts.iter().fold(People::default(), |sum, part| sum + part.people[year])
    }
}

/// Every table by the name of its file.
pub fn all(region: &Region) -> Result<Vec<(&'static str, Vec<u8>)>> {
    let circumstances: Vec<Circumstances> = region.neighbourhoods().map(Circumstances::of).collect();
    let places = places(region, &circumstances);
    let without_districts: Vec<&Place> =
        places.iter().filter(|place| place.level != Level::District).collect();
    let places: Vec<&Place> = places.iter().collect();
    Ok(vec![
        ("gebieden.csv", areas(region)?),
        ("kerncijfers.csv", key_figures(&places)?),
        ("zorg-en-wonen.csv", care_and_housing(&without_districts)?),
        ("veiligheid.csv", safety(&without_districts)?),
        ("omgeving.csv", surroundings(&without_districts)?),
        ("enquete.csv", survey(&without_districts)?),
        ("enquete-groepen.csv", survey_by_group(&places)?),
        ("schattingen.csv", estimates(&without_districts)?),
    ])
}

/// The whole first, then each level by code.
fn places<'a>(region: &'a Region, circumstances: &'a [Circumstances<'a>]) -> Vec<Place<'a>> {
    let place = |code: &'a str, level| {
        let within = circumstances.iter().filter(|part| part.neighbourhood.code.starts_with(code));
        Place { code, level, parts: within.collect() }
    };
    let mut places = vec![place(region.code, Level::Region)];
    places.extend(region.municipalities.iter().map(|area| place(&area.code, Level::Municipality)));
    places.extend(region.districts().map(|(_, area)| place(&area.code, Level::District)));
    places.extend(region.neighbourhoods().map(|area| place(&area.code, Level::Neighbourhood)));
    places
}

fn areas(region: &Region) -> Result<Vec<u8>> {
    let mut rows = vec![["niveau", "code", "naam", "gemeente"].map(str::to_owned)];
    let mut row = |level: &str, code: &str, name: &str, municipality: &str| {
        rows.push([level, code, name, municipality].map(str::to_owned));
    };
    row("regio", region.code, region.name, "");
    for municipality in &region.municipalities {
        row("gemeente", &municipality.code, municipality.name, "");
    }
    for (municipality, district) in region.districts() {
        row("wijk", &district.code, district.name, &municipality.code);
    }
    for (municipality, district) in region.districts() {
        for neighbourhood in &district.neighbourhoods {
            row("buurt", &neighbourhood.code, neighbourhood.row.name, &municipality.code);
        }
    }
    table(b';', rows)
}

/// People, income, work and schooling, for every level.
fn key_figures(places: &[&Place]) -> Result<Vec<u8>> {
    let counts = ["inwoners", "huishoudens", "woningen", "volwassenen", "kinderen", "jongeren"];
    let mut head = vec!["gebied", "jaar"];
    head.extend(counts);
    head.extend(["ouderen", "huishoudgrootte"]);
    head.extend(KEY_FIGURES.iter().map(|recipe| recipe.id));
    wide(&head, places, |place, year| {
        let people = place.people(year);
        let counts = [
            people.inhabitants,
            people.households,
            people.homes,
            people.adults,
            people.children,
            people.young,
        ];
        let mut cells: Vec<String> = counts.iter().map(|count| decimal_comma(fives(*count), 0)).collect();
        let inhabited = people.inhabitants > 0.0;
        let ratio = |value: f64| if inhabited { decimal_comma(value, 1) } else { String::new() };
        cells.push(ratio(100.0 * people.elderly / people.inhabitants));
        cells.push(ratio(people.inhabitants / people.households));
        for recipe in KEY_FIGURES {
            // in small places the value of homes is known from the third year on
            let not_known_yet =
                recipe.id == "woz" && people.homes < 200.0 && people.inhabitants >= FEW && year < 2;
            let provisional =
                year + 1 == YEARS && matches!(recipe.id, "laag_inkomen" | "kinderarmoede" | "inkomen");
            let cell = if not_known_yet { ".".to_owned() } else { decimal_comma_cell(place, recipe, year) };
            cells.push(if provisional && is_number(&cell) { format!("{cell}*") } else { cell });
        }
        cells
    })
}

/// School, care and housing; districts are left to whoever reads the file.
fn care_and_housing(places: &[&Place]) -> Result<Vec<u8>> {
    let mut head = vec!["gebied", "jaar"];
    head.extend(CARE_AND_HOUSING.iter().map(|recipe| recipe.id));
    wide(&head, places, |place, year| {
        CARE_AND_HOUSING.iter().map(|recipe| decimal_comma_cell(place, recipe, year)).collect()
    })
}

/// Crimes are counted, also where nobody lives; some can be placed in a municipality but in none of its parts.
fn safety(places: &[&Place]) -> Result<Vec<u8>> {
    wide(&["gebied", "jaar", "misdrijven", "overlast"], places, |place, year| {
        let per_part = |part: &&Circumstances| {
            let people = part.people[year].inhabitants.max(150.0);
            (part.value(&CRIMES, year) * people / 1000.0).round()
        };
        let known: f64 = place.parts.iter().map(per_part).sum();
        let crimes = if place.level == Level::Neighbourhood { known } else { (1.02 * known).round() };
        let provisional = if year + 1 == YEARS { "*" } else { "" };
        let nuisance = decimal_comma_cell(place, &NUISANCE, year);
        let nuisance = if is_number(&nuisance) { format!("{nuisance}{provisional}") } else { nuisance };
        vec![format!("{}{provisional}", decimal_comma(crimes, 0)), nuisance]
    })
}

/// One municipality lost a year of noise, and one district has not been measured yet in the last year.
fn surroundings(places: &[&Place]) -> Result<Vec<u8>> {
    let mut rows = long_head();
    for place in places {
        for year in 0..YEARS {
            let calendar = FIRST_YEAR + year as i32;
            for recipe in SURROUNDINGS {
                let measured = match recipe.id {
                    "boomkroon" => matches!(calendar, 2018 | 2021 | 2024),
                    "loopafstand" => calendar >= 2016,
                    _ => true,
                };
                let lost = match (recipe.id, calendar) {
                    ("geluidhinder", 2017) => place.code.starts_with("DM05"),
                    ("geluidhinder", 2024) => place.code.starts_with("DM0402"),
                    _ => false,
                };
                if measured {
                    let cell = if lost { ".".to_owned() } else { cell(place, recipe, year) };
                    rows.push(long_row(place, year, recipe.id, cell));
                }
            }
            let each = place.parts.iter().map(|part| {
                (part.value(&MEETING_PLACES, year) * part.people[year].inhabitants / 10_000.0).round()
            });
            rows.push(long_row(place, year, MEETING_PLACES.id, format!("{:.0}", each.sum::<f64>())));
        }
    }
    table(b',', rows)
}

/// Every other year from 2016, save for 2018; one municipality came in late, before which there is no figure for
/// the region, and small places are too few to ask. Beside each share how many answered, and between which two it lies with 95 % confidence.
fn survey(places: &[&Place]) -> Result<Vec<u8>> {
    let mut rows = vec![["gebied", "jaar", "kenmerk", "waarde", "onder", "boven", "n"].map(str::to_owned)];
    for place in places {
        for year in [2016, 2020, 2022, 2024] {
            let at = (year - FIRST_YEAR) as usize;
            if year == 2016 && (place.level == Level::Region || place.code.starts_with("DM05")) {
                continue;
            }
            for recipe in SURVEY {
                let too_few = place.people(at).inhabitants < 450.0 && place.people(at).inhabitants > 0.0;
                let cell = if too_few { "x".to_owned() } else { cell(place, recipe, at) };
                let [code, year, indicator, cell] = long_row(place, at, recipe.id, cell);
                let (lower, upper, n) = match is_number(&cell) {
                    true => interval(mean(&place.parts, recipe, at), answers(place, at), recipe.decimals),
                    false => Default::default(),
                };
                rows.push([code, year, indicator, cell, lower, upper, n]);
            }
        }
    }
    table(b',', rows)
}

/// Of the region and its municipalities: elsewhere too few answered to tell groups apart.
fn survey_by_group(places: &[&Place]) -> Result<Vec<u8>> {
    let told = places.iter().filter(|place| matches!(place.level, Level::Region | Level::Municipality));
    let head = groups::HEAD.map(str::to_owned);
    table(b',', [head].into_iter().chain(told.flat_map(|place| groups::rows(place))).collect())
}

/// How many filled in the questionnaire: about one in six adults, here a few more and there a few less.
pub fn answers(place: &Place, year: usize) -> f64 {
    let answered = |part: &&Circumstances| {
        let mut chance = Stream::of(&format!("answers {} {year}", part.neighbourhood.code));
        (part.people[year].adults * (0.165 + 0.02 * chance.bell()).max(0.05)).round()
    };
    place.parts.iter().map(answered).sum()
}

/// The 95 % interval of a percentage (Wilson, 1927), and of how many it is.
pub fn interval(percentage: f64, n: f64, decimals: usize) -> (String, String, String) {
    const Z: f64 = 1.96;
    let share = percentage / 100.0;
    let middle = (share + Z * Z / (2.0 * n)) / (1.0 + Z * Z / n);
    let half = Z / (1.0 + Z * Z / n) * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
    let written = |end: f64| format!("{:.decimals$}", 100.0 * end);
    (written(middle - half), written(middle + half), format!("{n:.0}"))
}

fn estimates(places: &[&Place]) -> Result<Vec<u8>> {
    let mut rows = long_head();
    for place in places {
        for year in [2016, 2020, 2024] {
            let at = (year - FIRST_YEAR) as usize;
            rows.extend(
                ESTIMATES.iter().map(|recipe| long_row(place, at, recipe.id, cell(place, recipe, at))),
            );
        }
    }
    table(b',', rows)
}

/// Under this many inhabitants a neighbourhood gets no shares.
const FEW: f64 = 200.0;

/// The value of an area as published, with a decimal point; or why there is none.
fn cell(place: &Place, recipe: &Recipe, year: usize) -> String {
    let people = place.people(year);
    if people.inhabitants == 0.0 && recipe.id != "boomkroon" {
        return String::new();
    }
    let value = mean(&place.parts, recipe, year);
    let hidden = match recipe.id {
        "boomkroon" | "fijnstof" | "afstand_huisarts" | "groen_dichtbij" => false,
        "kinderarmoede" => people.children < 75.0,
        "schoolverlaters" => people.young < 75.0,
        // a share that stands for fewer than five people
        "bijstand" => value * people.adults < 500.0,
        _ => people.inhabitants < FEW,
    };
    let hardly_anyone = people.inhabitants < 50.0 && recipe.id != "boomkroon";
    if place.level == Level::Neighbourhood && (hidden || hardly_anyone) {
        return "x".to_owned();
    }
    let value = if recipe.id == "inkomen" { (value / 100.0).round() * 100.0 } else { value };
    format!("{value:.*}", recipe.decimals)
}

fn decimal_comma_cell(place: &Place, recipe: &Recipe, year: usize) -> String {
    let cell = cell(place, recipe, year);
    if is_number(&cell) { cell.replace('.', ",") } else { cell }
}

fn is_number(cell: &str) -> bool {
    cell.starts_with(|first: char| first.is_ascii_digit())
}

fn decimal_comma(value: f64, decimals: usize) -> String {
    format!("{value:.decimals$}").replace('.', ",")
}

/// To the nearest five, as counts of people are published.
fn fives(count: f64) -> f64 {
    (count / 5.0).round() * 5.0
}

/// One row for each area and year.
fn wide(head: &[&str], places: &[&Place], cells: impl Fn(&Place, usize) -> Vec<String>) -> Result<Vec<u8>> {
    let mut rows = vec![head.iter().map(|name| (*name).to_owned()).collect::<Vec<String>>()];
    for place in places {
        for year in 0..YEARS {
            let mut row = vec![place.code.to_owned(), (FIRST_YEAR + year as i32).to_string()];
            row.extend(cells(place, year));
            rows.push(row);
        }
    }
    table(b';', rows)
}

fn long_head() -> Vec<[String; 4]> {
    vec![["gebied", "jaar", "kenmerk", "waarde"].map(str::to_owned)]
}

fn long_row(place: &Place, year: usize, indicator: &str, cell: String) -> [String; 4] {
    [place.code.to_owned(), (FIRST_YEAR + year as i32).to_string(), indicator.to_owned(), cell]
}

fn table<R: AsRef<[String]>>(delimiter: u8, rows: Vec<R>) -> Result<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
    for row in rows {
        writer.write_record(row.as_ref())?;
    }
    writer.into_inner().map_err(|error| error.into_error())
}
