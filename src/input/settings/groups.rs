//! `data/groups.toml`: how people are told apart, and the figures of an indicator that are of one group only.
//!
//! A figure of a group is one of an indicator of its own, which no list holds: it has all that is said of the
//! indicator but the people that it is about. Datasets say of which groups there are figures; what is
//! computed here is computed for a group where its numerator and its `of` are known of the group.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Place;
use crate::input::settings::indicators::check_id;
use crate::input::settings::problem::Problem;
use crate::input::settings::reader::{File, Section, Value};
use crate::input::settings::{Column, Dataset, Indicator, Layout, Series, Site, Text};

/// Stands for everybody, where a file names groups.
const ALL: &str = "all";

/// A way to tell people apart: by age, by education, by origin.
#[derive(Clone, Debug, PartialEq)]
pub struct Division {
    pub id: String,
    /// In running text: "leeftijd".
    pub name: Text,
    /// Two groups that are held against each other.
    pub against: Option<[usize; 2]>,
    pub place: Place,
}

/// Some of the people who live somewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    pub id: String,
    /// By its position.
    pub division: usize,
    /// For tables and figures: "65 jaar en ouder".
    pub name: Text,
    /// In running text: "mensen van 65 jaar en ouder".
    pub people: Text,
}

/// The figures of an indicator by group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breakdown {
    /// The indicator, which is of everybody.
    pub of: usize,
    pub division: usize,
    /// Groups in the order of their file, each with the indicator that is of it alone.
    pub groups: Vec<(usize, usize)>,
}

/// The divisions and all their groups, each in the order of the file.
pub fn read(file: File<'_>) -> (Vec<Division>, Vec<Group>) {
    let table = file.parse();
    let (mut divisions, mut groups): (Vec<Division>, Vec<Group>) = (Vec::new(), Vec::new());
    for (id, place, value) in Section::new(file, &table).entries() {
        let Some(table) = value.table() else { continue };
        check_id(&table, &id);
        let name = table.require("name", "name = { nl = \"leeftijd\", en = \"age\" }");
        let name = name.and_then(|value| value.readers_text()).unwrap_or_default();
        let first = groups.len();
        if let Some(value) =
            table.require("groups", "groups = { \"65plus\" = { name = \"…\", people = \"…\" } }")
        {
            read_groups(&value, divisions.len(), &mut groups);
        }
        let own: Vec<String> = groups[first..].iter().map(|group| group.id.clone()).collect();
        let against = match table.get("against") {
            Some(value) => against(&value, &own, first),
            None if own.len() == 2 => Some([first, first + 1]),
            None => None,
        };
        table.finish();
        divisions.push(Division { id, name, against, place });
    }
    (divisions, groups)
}

fn read_groups(value: &Value<'_>, division: usize, groups: &mut Vec<Group>) {
    let before = groups.len();
    for (id, place, value) in value.named().unwrap_or_default() {
        let Some(table) = value.table() else { continue };
        check_id(&table, &id);
        if id == ALL || groups.iter().any(|group| group.id == id) {
            let message = if id == ALL {
                format!("`{ALL}` stands for everybody, and here it is a group")
            } else {
                format!("there are two groups `{id}`")
            };
            value.file.problem(Problem::Conflict { place, message, hint: "give it another id".to_owned() });
            continue;
        }
        let text = |key, example| {
            table.require(key, example).and_then(|value| value.readers_text()).unwrap_or_default()
        };
        groups.push(Group {
            division,
            name: text("name", "name = { nl = \"65 jaar en ouder\", en = \"65 and over\" }"),
            people: text(
                "people",
                "people = { nl = \"mensen van 65 jaar en ouder\", en = \"people aged 65 and over\" }",
            ),
            id,
        });
        table.finish();
    }
    if groups.len() == before {
        value.out_of_range("a table with at least one group");
    }
}

/// Two groups of the division, whose first is at `first`.
fn against(value: &Value<'_>, own: &[String], first: usize) -> Option<[usize; 2]> {
    let items = value.list()?;
    let found: Option<Vec<usize>> =
        items.iter().map(|item| item.reference("group", "data/groups.toml", own)).collect();
    match found?.as_slice() {
        [one, other] if one != other => Some([first + one, first + other]),
        _ => {
            value.out_of_range("a list of two groups");
            None
        }
    }
}

/// Gives every figure of a group an indicator of its own, behind those of `indicators.toml`, and says which
/// they are, by indicator and division.
pub fn join(indicators: &mut Vec<Indicator>, datasets: &mut [Dataset], groups: &[Group]) -> Vec<Breakdown> {
    let read = datasets.iter().flat_map(|dataset| series_of(&dataset.layout));
    let mut known: BTreeSet<(usize, usize)> =
        read.filter_map(|series| Some((series.indicator, series.group?))).collect();
    for (at, indicator) in indicators.iter().enumerate() {
        let Some((numerator, of)) = indicator.numerator.zip(indicator.of) else { continue };
        let is_known = |group: &usize| known.contains(&(numerator, *group)) && known.contains(&(of, *group));
        let computed: Vec<usize> = (0..groups.len()).filter(is_known).collect();
        known.extend(computed.into_iter().map(|group| (at, group)));
    }
    let named = indicators.len();
    let known: BTreeMap<(usize, usize), usize> = known.into_iter().zip(named..).collect();
    for (indicator, group) in known.keys() {
        let base = &indicators[*indicator];
        let of_group = |at: Option<usize>| at.and_then(|at| known.get(&(at, *group)).copied());
        let id = format!("{}@{}", base.id, groups[*group].id);
        let (of, numerator) = (of_group(base.of), of_group(base.numerator));
        indicators.push(Indicator { id, of, numerator, key: false, carry: 0, ..base.clone() });
    }
    for dataset in datasets {
        for series in series_of_mut(&mut dataset.layout) {
            if let Some(group) = series.group {
                series.indicator = known[&(series.indicator, group)];
            }
        }
    }
    let mut breakdowns: Vec<Breakdown> = Vec::new();
    for ((of, group), at) in known {
        let division = groups[group].division;
        match breakdowns.last_mut().filter(|last| last.of == of && last.division == division) {
            Some(last) => last.groups.push((group, at)),
            None => breakdowns.push(Breakdown { of, division, groups: vec![(group, at)] }),
        }
    }
    breakdowns
}

fn series_of(layout: &Layout) -> &[Series] {
    match layout {
        Layout::Wide(series) | Layout::Long { series, .. } => series,
    }
}

fn series_of_mut(layout: &mut Layout) -> &mut [Series] {
    match layout {
        Layout::Wide(series) | Layout::Long { series, .. } => series,
    }
}

/// Of whom the rows of a dataset tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OfWhom {
    /// Of everybody; its columns may say otherwise.
    All,
    Group(usize),
    /// What a column says: its texts, each with the group that it stands for, or nothing for everybody.
    Column(Column, Vec<(String, Option<usize>)>),
}

impl OfWhom {
    /// Each series once for all that its rows may tell of.
    pub fn apply(&self, series: Vec<Series>) -> Vec<Series> {
        let told = |group, when, series: &Series| Series { group, when, ..series.clone() };
        match self {
            OfWhom::All => series,
            OfWhom::Group(group) => series.iter().map(|it| told(Some(*group), None, it)).collect(),
            OfWhom::Column(_, texts) => series
                .iter()
                .flat_map(|it| texts.iter().map(|(text, group)| told(*group, Some(text.clone()), it)))
                .collect(),
        }
    }
}

/// `"65plus"`, or `{ column = "leeftijd", is = { "80200" = "65plus", "20300" = "all" } }`.
pub fn of_whom(value: &Value<'_>, groups: &[Group]) -> Option<OfWhom> {
    let ids: Vec<String> = groups.iter().map(|group| group.id.clone()).collect();
    if !value.is_table() {
        return value.reference("group", "data/groups.toml", &ids).map(OfWhom::Group);
    }
    let table = value.table()?;
    let column = table.require("column", "column = \"leeftijd\"").and_then(|value| value.column());
    let is = table.require("is", "is = { \"80200\" = \"65plus\", \"20300\" = \"all\" }");
    let texts = is.and_then(|value| {
        let texts = value.named()?.into_iter().map(|(text, _, value)| {
            let group = match value.text()?.as_str() {
                ALL => None,
                _ => Some(value.reference("group", "data/groups.toml", &ids)?),
            };
            Some((text.trim().to_owned(), group))
        });
        // every text that is not a group is a problem, not only the first
        let texts: Vec<Option<(String, Option<usize>)>> = texts.collect();
        texts.into_iter().collect::<Option<Vec<_>>>()
    });
    table.finish();
    Some(OfWhom::Column(column?, texts?))
}

/// What is withheld where it is about too few people must say of how many people it is, of each group too; and
/// ids of indicators must fit.
pub fn check_counts(file: File<'_>, site: &Site, indicators: &[Indicator], breakdowns: &[Breakdown]) {
    for Breakdown { of, groups, .. } in breakdowns {
        let told = &indicators[*of];
        let Some(count) = told.of.filter(|_| told.suppress_below.unwrap_or(site.suppress_below) > 0.0) else {
            continue;
        };
        if groups.iter().all(|(_, at)| indicators[*at].of.is_some()) {
            continue;
        }
        let (told, count) = (&told.id, &indicators[count].id);
        file.problem(Problem::Conflict {
            place: indicators[*of].place.clone(),
            message: format!("it is not said of how many people the figures of `{told}` by group are"),
            hint: format!(
                "give figures of `{count}` by the same groups, so that those about too few can be withheld"
            ),
        });
    }
    if indicators.len() > usize::from(u16::MAX) {
        file.problem(Problem::Conflict {
            place: file.place(0..0),
            message: "with their groups, there are more than 65,535 indicators".to_owned(),
            hint: "split the site".to_owned(),
        });
    }
}
