//! The TOML files of a site to checked choices.
//!
//! In: the text of every TOML file, with its path. Out: [`Settings`], in which every key is known, every
//! text is there in every language, and every reference between these files holds; or all that is wrong.
//! What needs the data (columns, codes) is checked further on. Never touches the disk.

mod areas;
mod boundaries;
mod compared;
mod crosswalks;
mod datasets;
mod events;
mod groups;
mod index;
mod indicators;
mod indices;
mod margins;
mod problem;
pub mod reader;
mod sets;
mod site;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use crate::diagnostic::{Place, Report};

pub use compared::{Compared, Weighting};
pub use events::Event;
pub use groups::{Breakdown, Division, Group};
pub use index::{
    Aggregate, Apart, By, ClassRule, Classes, Combine, Domain, Drop, Fallback, Goalposts, Impute, Index,
    Ingredient, Normalise, Parts, Per, QuantileOf, Reference, Standard, Tells, Treat, Uncertainty, Weighing,
};
pub use indices::tells;
pub use site::{LANGUAGES, Look, Made, Outputs, Ramp, Site};

/// The word for one of several meanings; empty for what has none.
pub fn word_of<T: PartialEq>(words: &[(&'static str, T)], meaning: T) -> &'static str {
    words.iter().find(|(_, known)| *known == meaning).map_or("", |(word, _)| word)
}

/// A language, by its position in `languages`; 0 is the default.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LanguageId(pub usize);

/// A text for readers: one for all languages, or one for each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(pub(crate) Vec<String>);

impl Text {
    pub fn get(&self, language: LanguageId) -> &str {
        self.0.get(language.0).or(self.0.first()).map_or("", String::as_str)
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Text {
        Text(vec![text.to_owned()])
    }
}

/// Everything that the TOML files say.
#[derive(Clone, Debug)]
pub struct Settings {
    pub site: Site,
    /// From the whole to the smallest part.
    pub levels: Vec<Level>,
    /// Where the areas of each level are listed, in the order of `levels`.
    pub areas: Vec<AreaList>,
    /// Named lists of areas, in the order of their file.
    pub sets: Vec<AreaSet>,
    /// What became of areas of earlier years, in the order of their file.
    pub crosswalks: Vec<Crosswalk>,
    /// Those of `indicators.toml` first, `named` of them; behind these, one for each group of which there are
    /// figures.
    pub indicators: Vec<Indicator>,
    pub named: usize,
    /// The ways in which people are told apart.
    pub divisions: Vec<Division>,
    /// Of all divisions.
    pub groups: Vec<Group>,
    /// Of which indicators there are figures by group; in the order of the indicators, and of the divisions.
    pub breakdowns: Vec<Breakdown>,
    pub themes: Vec<Theme>,
    pub sources: Vec<Source>,
    pub datasets: Vec<Dataset>,
    pub boundaries: Boundaries,
    pub indices: Vec<Index>,
}

impl Settings {
    /// The indices of the definition of one, at all its levels, by their positions; itself among them.
    pub fn same_definition(&self, index: usize) -> impl Iterator<Item = usize> {
        (0..self.indices.len())
            .filter(move |at| self.indices[*at].is_of_same_definition(&self.indices[index]))
    }

    /// The first index of each definition: it leads to those at other levels.
    pub fn definitions(&self) -> impl Iterator<Item = usize> {
        (0..self.indices.len()).filter(|at| self.same_definition(*at).next() == Some(*at))
    }

    /// Whether numbers of any indicator are withheld where they are about too few people.
    pub fn withholds(&self) -> bool {
        let least = |indicator: &Indicator| indicator.suppress_below.unwrap_or(self.site.suppress_below);
        self.indicators.iter().any(|indicator| least(indicator) > 0.0)
    }
}

/// A kind of area, and what it is called.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    pub id: String,
    pub name: Text,
    pub plural: Text,
    /// With its article: "de gemeente".
    pub definite: Text,
    /// The level above, by its position, with whose areas those of this level are compared; the next one
    /// above where none is named.
    pub compared_with: Option<usize>,
    /// Whether areas of this level may be listed in the order of a figure.
    pub ranks: bool,
}

/// Where the areas of a level are listed.
#[derive(Clone, Debug)]
pub struct AreaList {
    pub source: AreaSource,
    pub parent: Option<ParentRule>,
    /// Ids, each with the column whose text puts an area in a group; in the order of the file.
    pub groupings: Vec<(String, Column)>,
    /// Columns with other words by which readers look for an area, such as its postcode.
    pub search: Vec<Column>,
    /// Codes, each with the name to show in the place of that in the file, and where.
    pub names: Vec<(String, String, Place)>,
    /// Codes, each with another name of the area, and where.
    pub aliases: Vec<(String, String, Place)>,
    pub place: Place,
}

/// Where the areas of a level come from.
#[derive(Clone, Debug)]
#[expect(clippy::large_enum_variant, reason = "a site has a handful of these")]
pub enum AreaSource {
    /// Written in the settings: code, name, and where.
    Given(Vec<(String, String, Place)>),
    File {
        file: FileName,
        code: Column,
        name: Column,
        only: Vec<Condition>,
        /// Whether several rows may be of one area: the file lists something smaller.
        is_repeated: bool,
    },
}

/// How the parent of an area is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParentRule {
    Code(String),
    Column(Column),
    /// The first characters of the own code, with the text at its start replaced.
    Prefix {
        characters: usize,
        replace: Option<(String, String)>,
    },
}

/// A named list of areas, or one for each value of a column.
#[derive(Clone, Debug)]
pub struct AreaSet {
    /// Its code; where each value makes a set, only the name of the entry.
    pub id: String,
    pub name: String,
    /// What it is: "programmagebied".
    pub kind: Option<Text>,
    /// The code of the area that it is held against, and where it is named; else the smallest that holds it.
    pub within: Option<(String, Place)>,
    pub members: Members,
    pub place: Place,
}

/// Which areas are in a set.
#[derive(Clone, Debug)]
#[expect(clippy::large_enum_variant, reason = "a site has a handful of these")]
pub enum Members {
    /// Codes, and where they are named.
    Given(Vec<(String, Place)>),
    Listed {
        file: FileName,
        /// The column with their codes.
        area: Column,
        only: Vec<Condition>,
        each: Option<Each>,
    },
}

/// The columns with the code and the name of the set in which an area is; without one of codes, the name
/// makes the code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Each {
    pub code: Option<Column>,
    pub name: Column,
}

/// Which areas of a level the areas of earlier years have become.
#[derive(Clone, Debug)]
pub struct Crosswalk {
    pub file: FileName,
    /// Of the new codes, by its position.
    pub level: usize,
    pub from: Column,
    pub to: Column,
    pub year: YearOf,
    /// How much of the old area went to the new one, as a part of 1; all of it where there is no such column.
    pub share: Option<Column>,
}

/// The first year in which the new codes hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum YearOf {
    Fixed(i32),
    Column(Column),
}

/// A data file as named by a TOML file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileName {
    pub name: String,
    pub place: Place,
}

/// A column as named by a TOML file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub name: String,
    pub place: Place,
}

/// A row counts when the cell in this column is one of these texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    pub column: Column,
    pub any_of: Vec<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    pub id: String,
    pub name: Text,
    pub about: Option<Text>,
    pub lens: Lens,
}

/// The two ways of looking: where it is hard, and what people value; and what is neither.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lens {
    Signal,
    Compass,
    /// Describes the place.
    Context,
}

/// A publisher's publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    pub id: String,
    pub name: Text,
    pub url: Option<String>,
    pub licence: Option<Text>,
}

/// What an indicator is called and how it is to be read. References are positions in these settings.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    pub id: String,
    pub name: Text,
    pub about: Option<Text>,
    pub unit: Text,
    /// The unit after 1: "school" for "scholen"; absent where it is the same.
    pub one: Option<Text>,
    /// What a share is of, in words, where no count says so.
    pub base: Option<Text>,
    /// What is the case where it is higher than elsewhere or than before: "mensen hebben vaker werk".
    pub higher: Option<Text>,
    /// The same where it is lower.
    pub lower: Option<Text>,
    pub decimals: u8,
    pub good: Good,
    pub kind: Kind,
    /// Of a model's estimates: the last level at which it was measured, by its position.
    pub measured: Option<usize>,
    pub measure: Measure,
    pub of: Option<usize>,
    pub times: f64,
    pub numerator: Option<usize>,
    pub theme: Option<usize>,
    pub threshold: Option<f64>,
    /// From which periods on it was measured in another way, in order, and how.
    pub breaks: Vec<(i32, Text)>,
    /// For how many years after its own a reading counts in an index, where there is no later one; 0 where
    /// none does.
    pub carry: i32,
    /// From how many people on its numbers are shown, where it says so itself; 0 shows all.
    pub suppress_below: Option<f64>,
    pub key: bool,
    pub place: Place,
}

impl Indicator {
    /// The unit as it follows a number that is written with so many decimals: the form of one after 1 and −1, in
    /// Dutch as in English not after 1.0 (CLDR: `i = 1 and v = 0`).
    pub fn unit_after(&self, value: f64, decimals: u8, language: LanguageId) -> &str {
        let is_one = decimals == 0 && value.abs().round() == 1.0;
        self.one.as_ref().filter(|_| is_one).unwrap_or(&self.unit).get(language)
    }
}

/// Which end of an indicator is good for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Good {
    High,
    Low,
    /// Neither end is good.
    Neither,
    /// Describes the place; never counted as good or bad.
    Context,
}

impl Good {
    /// As authors and data files write them.
    pub const WORDS: [(&str, Good); 4] =
        [("high", Good::High), ("low", Good::Low), ("neither", Good::Neither), ("context", Good::Context)];
}

/// How an indicator came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    Register,
    Survey,
    /// Estimated from other traits of an area; labelled wherever it is shown.
    Model,
}

impl Kind {
    /// As authors and data files write them.
    pub const WORDS: [(&str, Kind); 3] =
        [("register", Kind::Register), ("survey", Kind::Survey), ("model", Kind::Model)];
}

/// What sort of number an indicator is; decides how it goes up to a parent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Measure {
    /// A percentage of the count `of`.
    Share,
    /// Per `times` of the count `of`.
    Rate,
    Count,
    /// A mean over the count `of`.
    Mean,
    /// A median, a class, a score: never carried up.
    Other,
}

impl Measure {
    /// As authors and data files write them.
    pub const WORDS: [(&str, Measure); 5] = [
        ("share", Measure::Share),
        ("rate", Measure::Rate),
        ("count", Measure::Count),
        ("mean", Measure::Mean),
        ("other", Measure::Other),
    ];
}

/// One file and what its columns mean.
#[derive(Clone, Debug)]
pub struct Dataset {
    pub id: String,
    pub file: FileName,
    pub source: usize,
    pub area: Column,
    pub period: PeriodRule,
    pub missing: BTreeMap<String, Absence>,
    pub provisional: Provisional,
    pub only: Vec<Condition>,
    /// Whether codes that no area has are left out instead of refused.
    pub ignore_unknown_areas: bool,
    /// The year of the borders of its areas; that of each period where none is named.
    pub borders: Option<i32>,
    /// Where it says of which group a row is.
    pub group: Option<Column>,
    pub layout: Layout,
    pub format: Format,
    pub place: Place,
}

/// What a text that is not a number means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Absence {
    Missing,
    Suppressed,
    Impossible,
    /// So few people live there that a figure computed here would say nothing.
    TooFew,
}

impl Absence {
    /// What an author may say of a sign; the rest are found here.
    pub const WORDS: [(&str, Absence); 3] = [
        ("missing", Absence::Missing),
        ("suppressed", Absence::Suppressed),
        ("impossible", Absence::Impossible),
    ];
}

/// Which numbers their publisher may still change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Provisional {
    /// Those that end in `*`.
    Signed,
    All,
    Periods(Vec<i32>),
}

impl Provisional {
    /// Whether all numbers of a period are.
    pub fn holds(&self, period: i32) -> bool {
        match self {
            Provisional::Signed => false,
            Provisional::All => true,
            Provisional::Periods(periods) => periods.contains(&period),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PeriodRule {
    Fixed(i32),
    Column { column: Column, only: Option<Vec<i32>> },
}

/// Where the values stand.
#[derive(Clone, Debug)]
pub enum Layout {
    /// A column per indicator.
    Wide(Vec<Series>),
    /// A row per area and indicator: the column that names it, the one with the value, and those that say how
    /// sure it is, which are the same for all series.
    Long { indicator: Column, value: Column, margins: Box<Margins>, series: Vec<Series> },
}

/// An indicator, what names it in the file (a column, or a text in the column of a long file), and what
/// its values are multiplied by.
#[derive(Clone, Debug)]
pub struct Series {
    pub indicator: usize,
    /// Of whom alone; `indicator` is then that of the group.
    pub group: Option<usize>,
    /// Only rows count in which the column of groups says this.
    pub when: Option<String>,
    pub named: Column,
    pub scale: f64,
    /// Of a wide file; in a long one they stand with the layout.
    pub margins: Margins,
}

/// The columns that say how sure a number is.
#[derive(Clone, Debug, Default)]
pub struct Margins {
    pub interval: Option<IntervalColumns>,
    /// How many answered, or were measured.
    pub n: Option<Column>,
    pub differs: Option<DiffersColumn>,
}

/// Where the interval of a number stands, at the level of confidence of its publisher.
#[derive(Clone, Debug)]
pub enum IntervalColumns {
    Ends {
        lower: Column,
        upper: Column,
    },
    /// What lies on either side of the number.
    HalfWidth(Column),
}

/// Where a publisher says whether a number differs from that of the whole, and in which words.
#[derive(Clone, Debug)]
pub struct DiffersColumn {
    pub column: Column,
    pub words: Vec<(String, Differs)>,
}

/// How a number lies beside that of the whole, as its publisher judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Differs {
    Higher,
    Lower,
    Same,
}

impl Differs {
    /// As authors write them.
    pub const WORDS: [(&str, Differs); 3] =
        [("higher", Differs::Higher), ("lower", Differs::Lower), ("same", Differs::Same)];
}

/// How a file is written, where its author says so; the rest is detected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Format {
    pub delimiter: Option<u8>,
    pub decimal: Option<char>,
    pub encoding: Option<Encoding>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    Windows1252,
}

#[derive(Clone, Debug, Default)]
pub struct Boundaries {
    /// Gaps up to this wide (metres) between neighbours are closed when parts are joined.
    pub close_gaps: f64,
    pub layers: Vec<BoundaryFile>,
}

/// The shapes of a level.
#[derive(Clone, Debug)]
pub struct BoundaryFile {
    /// The level, by its position.
    pub level: usize,
    pub file: FileName,
    /// The property with the area's code.
    pub code: Column,
    pub crs: Crs,
    /// Who drew them, by position in the sources.
    pub source: Option<usize>,
}

/// A coordinate reference system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crs {
    /// As its author wrote it: `EPSG:28992`.
    pub name: String,
    /// As PROJ writes it.
    pub definition: &'static str,
    /// Whether positions are longitudes and latitudes.
    pub is_degrees: bool,
}

impl Crs {
    /// The definition of EPSG:4326.
    pub const DEGREES: &str = "+proj=longlat +datum=WGS84 +no_defs";

    /// Longitude and latitude on WGS84, as GeoJSON has them.
    pub fn degrees() -> Crs {
        Crs { name: "EPSG:4326".to_owned(), definition: Crs::DEGREES, is_degrees: true }
    }
}

/// Reads every TOML file of a site: `site.toml` and all directly in `data/` and `data/indices/`.
///
/// # Errors
/// Everything that is wrong in any of them.
pub fn check(files: &BTreeMap<Arc<str>, String>) -> Result<(Settings, Report), Report> {
    site::check_all(files)
}
