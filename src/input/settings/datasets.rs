//! The descriptions of data files, and `data/sources.toml`.

use std::collections::BTreeMap;

use crate::input::settings::groups::{OfWhom, of_whom};
use crate::input::settings::margins::{margins, without_column};
use crate::input::settings::problem::Problem;
use crate::input::settings::reader::{File, Section, Value, position};
use crate::input::settings::{
    Absence, Column, Dataset, Encoding, Format, Group, Indicator, Layout, Margins, PeriodRule, Provisional,
    Series, Source,
};

pub fn sources(file: File<'_>) -> Vec<Source> {
    let table = file.parse();
    let mut sources = Vec::new();
    for (id, _, value) in Section::new(file, &table).entries() {
        let Some(table) = value.table() else { continue };
        let name = table.require("name", "name = \"CBS, Kerncijfers wijken en buurten 2024\"");
        let url = table.get("url").and_then(|value| {
            let url = value.text()?;
            let fits = url.starts_with("https://") || url.starts_with("http://");
            if !fits {
                value.out_of_range("an address that begins with https:// or http://");
            }
            fits.then_some(url)
        });
        sources.push(Source {
            id,
            name: name.and_then(|value| value.readers_text()).unwrap_or_default(),
            url,
            licence: table.get("licence").and_then(|value| value.readers_text()),
        });
        table.finish();
    }
    sources
}

/// What a dataset may refer to.
#[derive(Clone, Copy)]
pub struct Names<'a> {
    pub indicators: &'a [Indicator],
    pub sources: &'a [Source],
    pub groups: &'a [Group],
}

pub fn read(file: File<'_>, id: &str, names: Names<'_>) -> Option<Dataset> {
    let table = file.parse();
    let table = Section::new(file, &table);
    let source_ids: Vec<String> = names.sources.iter().map(|source| source.id.clone()).collect();
    let name = table.require("file", "file = \"kwb-2024.csv\"").and_then(|value| value.file_name());
    let source = table
        .require("source", "source = \"cbs-kwb\"")
        .and_then(|value| value.reference("source", "data/sources.toml", &source_ids));
    let area = table.require("area", "area = \"gwb_code_10\"").and_then(|value| value.column());
    let period = table.require("period", "period = 2024").and_then(|value| period(&value));
    let missing = table.get("missing").map_or(Some(BTreeMap::new()), |value| missing(&value));
    let only = table.get("where").map_or(Some(Vec::new()), |value| value.conditions());
    let ignore_unknown_areas =
        table.get("unknown_areas").and_then(|value| value.word(&[("ignore", true), ("refuse", false)]));
    let borders = match table.get("borders") {
        Some(value) => value.year().map(Some),
        None => Some(None),
    };
    let format = Format {
        delimiter: table
            .get("delimiter")
            .and_then(|value| value.word(&[(";", b';'), (",", b','), ("\t", b'\t'), ("|", b'|')])),
        decimal: table.get("decimal").and_then(|value| value.word(&[(",", ','), (".", '.')])),
        encoding: table.get("encoding").and_then(|value| {
            value.word(&[("utf-8", Encoding::Utf8), ("windows-1252", Encoding::Windows1252)])
        }),
    };
    let provisional = table.get("provisional").map_or(Some(Provisional::Signed), |value| provisional(&value));
    let of_whom = table.get("group").map_or(Some(OfWhom::All), |value| of_whom(&value, names.groups));
    let layout = layout(&table, names, of_whom.as_ref().unwrap_or(&OfWhom::All));
    let group = of_whom.map(|of_whom| match of_whom {
        OfWhom::Column(column, _) => Some(column),
        OfWhom::All | OfWhom::Group(_) => None,
    });
    let place = table.place();
    table.finish();
    Some(Dataset {
        id: id.to_owned(),
        file: name?,
        source: source?,
        area: area?,
        period: period?,
        missing: missing?,
        provisional: provisional?,
        only: only?,
        borders: borders?,
        group: group?,
        ignore_unknown_areas: ignore_unknown_areas.unwrap_or(false),
        layout: layout?,
        format,
        place,
    })
}

fn period(value: &Value<'_>) -> Option<PeriodRule> {
    if !value.is_table() {
        return value.year().map(PeriodRule::Fixed);
    }
    let table = value.table()?;
    let column = table.require("column", "column = \"jaar\"").and_then(|value| value.column());
    let only = match table.get("only") {
        Some(value) => Some(value.list()?.iter().map(Value::year).collect::<Option<Vec<i32>>>()?),
        None => None,
    };
    table.finish();
    Some(PeriodRule::Column { column: column?, only })
}

fn provisional(value: &Value<'_>) -> Option<Provisional> {
    if value.is_list() {
        return value.list()?.iter().map(Value::year).collect::<Option<Vec<i32>>>().map(Provisional::Periods);
    }
    Some(if value.truth()? { Provisional::All } else { Provisional::Signed })
}

fn missing(value: &Value<'_>) -> Option<BTreeMap<String, Absence>> {
    let mut signs = BTreeMap::new();
    for (sign, _, value) in value.named()? {
        let absence = value.word(&Absence::WORDS);
        signs.insert(sign.trim().to_owned(), absence?);
    }
    Some(signs)
}

fn layout(table: &Section<'_>, names: Names<'_>, of_whom: &OfWhom) -> Option<Layout> {
    let columns = table.get("columns");
    let (indicator, value, rows) = (table.get("indicator"), table.get("value"), table.get("rows"));
    match (columns, indicator, value, rows) {
        (Some(columns), None, None, None) => {
            without_column(table);
            series(&columns, names, of_whom, Form::Wide).map(Layout::Wide)
        }
        (None, Some(indicator), Some(value), Some(rows)) => {
            let margins = margins(table);
            Some(Layout::Long {
                indicator: indicator.column()?,
                value: value.column()?,
                margins: Box::new(margins?),
                series: series(&rows, names, of_whom, Form::Long)?,
            })
        }
        _ => {
            table.file.problem(Problem::Conflict {
                place: table.place(),
                message: "it is not said where the values stand".to_owned(),
                hint: "give `[columns]` (a column per indicator), or `indicator`, `value` and `[rows]` (a row each)"
                    .to_owned(),
            });
            None
        }
    }
}

/// What the entry of a series names: a column, or what a row says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Wide,
    Long,
}

fn series(value: &Value<'_>, names: Names<'_>, of_whom: &OfWhom, form: Form) -> Option<Vec<Series>> {
    let indicators = names.indicators;
    let ids: Vec<String> = indicators.iter().map(|indicator| indicator.id.clone()).collect();
    let mut found = Vec::new();
    let mut complete = true;
    for (id, place, value) in value.named()? {
        let indicator = position(value.file, &id, place.clone(), "indicator", "data/indicators.toml", &ids);
        if let Some(computed) =
            indicator.and_then(|at| indicators.get(at)).filter(|it| it.numerator.is_some())
        {
            value.file.problem(Problem::Conflict {
                place,
                message: format!(
                    "`{}` is computed from its `numerator`, and here it is also read",
                    computed.id
                ),
                hint: "leave out one of the two".to_owned(),
            });
        }
        // the columns of a series that has no indicator are checked all the same
        match (entry(&value, indicator.unwrap_or(0), names, of_whom, form), indicator) {
            (Some(series), Some(_)) => found.extend(series),
            _ => complete = false,
        }
    }
    complete.then(|| of_whom.apply(found))
}

/// The series of one indicator: that of everybody, where there is one, and those of groups.
fn entry(
    value: &Value<'_>,
    indicator: usize,
    names: Names<'_>,
    of_whom: &OfWhom,
    form: Form,
) -> Option<Vec<Series>> {
    if value.is_text() {
        return Some(vec![plain(indicator, value.column()?)]);
    }
    let table = value.table()?;
    let by_group = match form {
        Form::Wide => table.get("groups"),
        Form::Long => None,
    };
    if let Some(value) = by_group.as_ref().filter(|_| *of_whom != OfWhom::All) {
        value.file.problem(Problem::Conflict {
            place: value.place(),
            message: "it is said twice of which groups this is: here, and by `group` for the whole file"
                .to_owned(),
            hint: "leave out one of the two".to_owned(),
        });
    }
    let of_all = match (&by_group, table.get("column")) {
        (Some(_), None) => Some(None),
        _ => measured(&table, indicator, form).map(Some),
    };
    table.finish();
    let of_groups = match by_group {
        Some(value) => groups(&value, indicator, names.groups),
        None => Some(Vec::new()),
    };
    Some(of_all?.into_iter().chain(of_groups?).collect())
}

fn plain(indicator: usize, named: Column) -> Series {
    Series { indicator, group: None, when: None, named, scale: 1.0, margins: Margins::default() }
}

fn measured(table: &Section<'_>, indicator: usize, form: Form) -> Option<Series> {
    let column = table.require("column", "column = \"g_woz\"").and_then(|value| value.column());
    let scale = match table.get("scale") {
        Some(value) => value.number(),
        None => Some(1.0),
    };
    let margins = match form {
        Form::Wide => margins(table),
        Form::Long => Some(Margins::default()),
    };
    Some(Series { scale: scale?, margins: margins?, ..plain(indicator, column?) })
}

/// `groups = { "65plus" = "kolom", "18-64" = { column = "kolom", margin = "kolom" } }`
fn groups(value: &Value<'_>, indicator: usize, known: &[Group]) -> Option<Vec<Series>> {
    let ids: Vec<String> = known.iter().map(|group| group.id.clone()).collect();
    let entries = value.named()?.into_iter().map(|(id, place, value)| {
        let group = position(value.file, &id, place, "group", "data/groups.toml", &ids);
        let series = if value.is_text() {
            value.column().map(|named| plain(indicator, named))
        } else {
            value.table().and_then(|table| {
                let series = measured(&table, indicator, Form::Wide);
                table.finish();
                series
            })
        };
        Some(Series { group: Some(group?), ..series? })
    });
    // every entry is read, so that all that is wrong is told
    let entries: Vec<Option<Series>> = entries.collect();
    entries.into_iter().collect()
}
