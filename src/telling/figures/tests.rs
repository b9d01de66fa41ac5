//! Figures of a small land, with a gap, a secret, a tie, an `&` and a name of 80 characters.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use geo::{LineString, MultiPolygon, Polygon};

use super::*;
use crate::diagnostic::{Place, Report};
use crate::index::{Domain, Index, Outcome, Results, Score, Summary};
use crate::input::settings::{self, Crs, Good, Kind, LanguageId};
use crate::input::sources::{Feature, Layer};
use crate::model::atlas::{Absence, Area, Indicator, Interval, Margin, Origin, Reading};
use crate::model::shapes;

const LONG_NAME: &str = "Buurtschap met een naam die precies tachtig tekens lang is, en toch overal past!";

const POOR: Subject = Subject::Indicator(IndicatorId(0));
const BALANCE: Subject = Subject::Indicator(IndicatorId(1));
const UNKNOWN: Subject = Subject::Indicator(IndicatorId(2));
const EQUAL: Subject = Subject::Indicator(IndicatorId(3));
const INDEX: Subject = Subject::Index(IndexId(0));

const LAND: AreaId = AreaId(0);
const TOWN: AreaId = AreaId(1);
const QUARTERS: LevelId = LevelId(2);
const TOWNS: LevelId = LevelId(1);
const CENTRE: AreaId = AreaId(3);

/// Everything a studio is made from.
struct Town {
    settings: Settings,
    atlas: Atlas,
    scores: Scores,
    shapes: Shapes,
    look: Look,
    dutch: Words,
    english: Words,
    spreads: Spreads,
}

impl Town {
    fn small() -> Town {
        let settings = settings();
        let atlas = atlas();
        let (shapes, _) = shapes::draw_up(&atlas, &[squares(&atlas)], 0.0);
        Town {
            scores: scores(),
            look: Look::new(&settings.site.look),
            dutch: Words::new(LanguageId(0), "nl", None).unwrap(),
            english: Words::new(LanguageId(1), "en", None).unwrap(),
            spreads: Spreads::default(),
            settings,
            atlas,
            shapes,
        }
    }

    fn studio<'a>(&'a self, words: &'a Words) -> Studio<'a> {
        let Town { settings, atlas, scores, shapes, look, spreads, .. } = self;
        Studio { settings, atlas, scores, shapes, look, words, spreads }
    }

    fn dutch(&self, spec: &Spec) -> Reckoned<'_> {
        self.studio(&self.dutch).reckon(spec)
    }

    fn english(&self, spec: &Spec) -> Reckoned<'_> {
        self.studio(&self.english).reckon(spec)
    }
}

fn settings() -> Settings {
    let level = |id: &str, name: &str, plural: &str, english: (&str, &str)| {
        let (one, many) = english;
        format!(
            "[[levels]]\nid = \"{id}\"\nname = {{ nl = \"{name}\", en = \"{one}\" }}\n\
             plural = {{ nl = \"{plural}\", en = \"{many}\" }}\ndefinite = \"{name}\"\n"
        )
    };
    let site = [
        "title = \"T\"\npublisher = \"P\"\nbase_url = \"https://t.example\"\npublished = 2025-06-12\n\
         languages = [\"nl\", \"en\"]\npopulation = \"mensen\"\n"
            .to_owned(),
        level("land", "land", "landen", ("country", "countries")),
        level("gemeente", "gemeente", "gemeenten", ("town", "towns")),
        level("buurt", "buurt", "buurten", ("quarter", "quarters")),
    ]
    .concat();
    let indicators = "
        [arm]
        name = { nl = \"Laag inkomen\", en = \"Low income\" }
        unit = \"%\"
        decimals = 1
        good = \"low\"
        measure = \"share\"
        of = \"mensen\"
        [saldo]
        name = { nl = \"Saldo\", en = \"Balance\" }
        unit = \"€\"
        good = \"context\"
        measure = \"other\"
        [leeg]
        name = { nl = \"Leeg\", en = \"Empty\" }
        unit = \"%\"
        good = \"high\"
        measure = \"other\"
        kind = \"model\"
        [gelijk]
        name = { nl = \"Gelijk\", en = \"Equal\" }
        unit = { nl = \"punten\", en = \"points\" }
        good = \"high\"
        measure = \"other\"
        [mensen]
        name = { nl = \"Mensen\", en = \"People\" }
        unit = { nl = \"mensen\", en = \"people\" }
        good = \"context\"
        measure = \"count\"";
    let areas = "[land]\nfile = \"a.csv\"\ncode = \"c\"\nname = \"n\"\n\
        [gemeente]\nfile = \"a.csv\"\ncode = \"c\"\nname = \"n\"\nparent = { code = \"L\" }\n\
        [buurt]\nfile = \"a.csv\"\ncode = \"c\"\nname = \"n\"\nparent = { column = \"p\" }\n";
    let index = "name = { nl = \"Achterstand\", en = \"Deprivation\" }\nlevel = \"buurt\"\nperiods = [2020, 2024]\n\
        good = \"low\"\n[[domain]]\nid = \"geld\"\nname = \"Geld\"\nweight = 1\nwhy = \"x\"\n\
        indicators = { arm = 1 }\nnormalise = \"z-score\"\n\
        [[domain]]\nid = \"thuis\"\nname = \"Thuis & straat\"\nweight = 2\nindicators = { gelijk = 1 }\nnormalise = \"z-score\"\n\
        [[domain]]\nid = \"leeg\"\nname = \"Leeg\"\nweight = 1\nindicators = { leeg = 1 }\nnormalise = \"z-score\"\n\
        [combine]\nnormalise = \"z-score\"\naggregate = \"arithmetic\"\n\
        [classes]\nmethod = \"quantile\"\nlabels = { nl = [\"Laag\", \"Hoog\"], en = [\"Low\", \"High\"] }\n";
    let files = [
        ("site.toml", site.as_str()),
        ("data/areas.toml", areas),
        ("data/indicators.toml", indicators),
        ("data/sources.toml", "[cbs]\nname = \"CBS & co\"\n"),
        ("data/boundaries.toml", ""),
        ("data/indices/mdi.toml", index),
    ];
    let files: BTreeMap<Arc<str>, String> =
        files.into_iter().map(|(path, text)| (Arc::from(path), text.to_owned())).collect();
    let problems = |report: Report| report.iter().map(|problem| problem.message.clone()).collect::<Vec<_>>();
    settings::check(&files)
        .map(|(settings, _)| settings)
        .unwrap_or_else(|report| panic!("{:?}", problems(report)))
}

/// The areas of the land, in order: two towns of three quarters each.
const AREAS: [(&str, &str, u8, Option<u32>); 9] = [
    ("L", "Land", 0, None),
    ("G1", "Aa & Zn <1>", 1, Some(0)),
    ("G2", "Beek", 1, Some(0)),
    ("Q11", "Centrum", 2, Some(1)),
    ("Q12", LONG_NAME, 2, Some(1)),
    ("Q13", "Élan", 2, Some(1)),
    ("Q21", "Haven", 2, Some(2)),
    ("Q22", "Noord", 2, Some(2)),
    ("Q23", "West", 2, Some(2)),
];

fn atlas() -> Atlas {
    let areas = AREAS.map(|(code, name, level, parent)| Area {
        code: code.to_owned(),
        name: name.to_owned(),
        level: LevelId(level),
        parent: parent.map(AreaId),
        children: Vec::new(),
    });
    let indicator = |id: &str, decimals: u8, good: Good, kind: Kind| Indicator {
        decimals,
        kind,
        sources: BTreeMap::from([(0, (2014..=2024).collect())]),
        ..Indicator::plain(id, good)
    };
    let indicators = vec![
        indicator("arm", 1, Good::Low, Kind::Register),
        indicator("saldo", 0, Good::Context, Kind::Register),
        indicator("leeg", 0, Good::High, Kind::Model),
        indicator("gelijk", 0, Good::High, Kind::Register),
        indicator("mensen", 0, Good::Context, Kind::Register),
    ];
    let value = Reading::published;
    let provisional = |value: f64| Reading::Value { value, origin: Origin::Published, is_provisional: true };
    let secret = Reading::Absent(Absence::Suppressed);
    let gap = Reading::MISSING;
    let poor = BTreeMap::from([
        (2020, [8.0, 9.0, 7.0, 12.0, 6.0, 9.5, 7.0, 7.0, 6.9].map(value).to_vec()),
        (2022, vec![gap; 9]),
        (2023, [value(7.9)].into_iter().chain(vec![gap; 8]).collect()),
        (
            2024,
            vec![
                value(7.5),
                value(8.5),
                provisional(6.5),
                value(11.25),
                value(5.75),
                secret,
                value(6.5),
                gap,
                value(6.54),
            ],
        ),
    ]);
    let balance = BTreeMap::from([(
        2024,
        [0.0, -1500.0, 900.0, -4200.0, -10.0, 0.0, 25.0, 900.0, 1200.0].map(value).to_vec(),
    )]);
    let unknown = BTreeMap::from([(2024, vec![gap; 9])]);
    let equal = BTreeMap::from([(2024, vec![value(5.0); 9])]);
    let people = BTreeMap::from([(2024, vec![value(100.0); 9])]);
    Atlas::from_parts(
        3,
        areas.to_vec(),
        indicators,
        vec![poor, balance, unknown, equal, people],
        Some(IndicatorId(4)),
    )
}

fn scores() -> Scores {
    let score = |value: f64, class: u8| {
        Outcome::Score(Score {
            value,
            rank: 1.0,
            of: 4,
            class: Some(class),
            known: 1.0,
            absent: Vec::new(),
            carried: Vec::new(),
            imputed: Vec::new(),
        })
    };
    let summary = |high: f64, people: f64| Summary {
        mean: 0.25,
        lowest: -1.0,
        highest: 1.0,
        scored: 2,
        parts: 3,
        people,
        all_people: people,
        people_by_class: vec![people - high, high],
        parts_by_class: vec![1, 1],
        in_worst_tenth: 0.1,
        of: 6,
        mean_rank: 3.5,
        extent: 0.2,
        local_concentration: 1.0,
        pockets: 0,
    };
    let value = |outcome: &Outcome| outcome.score().map_or(0.0, |score| score.value);
    let results = |last: Outcome| Results {
        // the last is not known, and the others sum to the score
        filled: Vec::new(),
        domains: [1.0, 1.0, f64::NAN].map(|score| vec![score; 6]).to_vec(),
        contributions: vec![
            vec![1.24, -0.76, 0.0, value(&last) - 0.26, 0.0, 0.0],
            vec![0.26; 6],
            vec![0.0; 6],
        ],
        outcomes: vec![
            score(1.5, 1),
            score(-0.5, 0),
            Outcome::TooFew,
            last,
            Outcome::NotEnough { known: 0.2 },
            Outcome::CountUnknown,
        ],
        scored: 3,
        adds: Vec::new(),
        summaries: BTreeMap::from([
            (LAND, summary(100.0, 300.0)),
            (TOWN, summary(100.0, 200.0)),
            (AreaId(2), summary(0.0, 100.0)),
        ]),
    };
    Scores {
        indices: vec![Index {
            id: "mdi".to_owned(),
            level: QUARTERS,
            periods: vec![2020, 2024],
            domains: [("geld", 1.0), ("thuis", 2.0), ("leeg", 1.0)]
                .map(|(id, weight)| Domain { id: id.to_owned(), weight, used: weight / 4.0 })
                .to_vec(),
            parts: Vec::new(),
            adders: Vec::new(),
            treated: Vec::new(),
            breaks: vec![0.0],
            low_is_good: true,
            results: BTreeMap::from([(2020, results(score(0.5, 1))), (2024, results(score(-0.9, 0)))]),
            indicators: vec![IndicatorId(0)],
            tells: Default::default(),
            panel: Default::default(),
            uncertainty: None,
            left_out: None,
            equal: None,
            bottoms: Default::default(),
            alpha: None,
            margins: Default::default(),
        }],
    }
}

/// Two rows of three squares, but for the last quarter, which has no shape.
fn squares(atlas: &Atlas) -> Layer {
    let file: Arc<str> = "quarters.geojson".into();
    let quarters: Vec<AreaId> = atlas.level(QUARTERS).collect();
    let features = quarters[..5].iter().zip(0u32..).map(|(area, at)| {
        let (west, south) = (5.0 + f64::from(at % 3) * 0.02, 52.0 + f64::from(at / 3) * 0.01);
        let corners = [
            (west, south),
            (west + 0.02, south),
            (west + 0.02, south + 0.01),
            (west, south + 0.01),
            (west, south),
        ];
        Feature {
            code: atlas.area(*area).code.clone(),
            place: Place::file(&file),
            geometry: MultiPolygon(vec![Polygon::new(LineString::from(corners.to_vec()), Vec::new())]),
        }
    });
    Layer { level: 2, features: features.collect(), crs: Crs::degrees(), file: file.clone() }
}

fn map(subject: Subject, area: AreaId, level: LevelId, periods: &[Period], focus: Option<AreaId>) -> Spec {
    Spec::Map { subject, area, level, periods: periods.to_vec(), focus, title: None }
}

fn bars(subject: Subject, area: AreaId, level: LevelId, focus: Option<AreaId>) -> Spec {
    Spec::Bars { subject, area, level, period: 2024, focus, title: None }
}

fn lines(indicator: u16, area: AreaId) -> Spec {
    Spec::Lines { indicator: IndicatorId(indicator), area, title: None }
}

fn beside(indicators: &[u16], area: AreaId) -> Spec {
    let indicators = indicators.iter().map(|indicator| (IndicatorId(*indicator), 2024)).collect();
    Spec::Beside { indicators, area, title: None }
}

fn contributions(area: AreaId) -> Spec {
    Spec::Contributions { index: IndexId(0), area, period: 2024, title: None }
}

/// The small town, in which some shares have a margin: of the quarter in all years but one, and in one alone.
fn town_with_margins() -> Town {
    let mut town = Town::small();
    let interval = |lower: f64, upper: f64| Margin {
        interval: Some(Interval { lower, upper }),
        n: Some(150.0),
        differs: None,
    };
    town.atlas = town
        .atlas
        .with_margin(CENTRE, IndicatorId(0), 2020, interval(10.0, 14.25))
        .with_margin(CENTRE, IndicatorId(0), 2024, interval(9.5, 13.0))
        .with_margin(LAND, IndicatorId(0), 2020, interval(7.5, 8.5))
        .with_margin(LAND, IndicatorId(0), 2023, interval(7.4, 8.4))
        .with_margin(LAND, IndicatorId(0), 2024, interval(7.0, 8.0));
    town
}

/// One of everything, the odd cases with it.
fn all_specs() -> Vec<Spec> {
    let mut specs = Vec::new();
    for subject in [POOR, BALANCE, UNKNOWN, EQUAL, INDEX] {
        specs.push(map(subject, LAND, QUARTERS, &[2024], Some(CENTRE)));
        specs.push(map(subject, LAND, TOWNS, &[2020, 2024], None));
        specs.push(map(subject, TOWN, QUARTERS, &[2020, 2022, 2024], Some(AreaId(8))));
        specs.push(map(subject, AreaId(8), QUARTERS, &[2024], None));
        specs.push(bars(subject, LAND, QUARTERS, Some(CENTRE)));
        specs.push(bars(subject, LAND, TOWNS, None));
        specs.push(bars(subject, CENTRE, QUARTERS, None));
    }
    for area in 0..9 {
        specs.push(Spec::Locator { area: AreaId(area) });
        specs.extend((0..5).map(|indicator| lines(indicator, AreaId(area))));
        specs.push(beside(&[0, 1, 2, 3, 4], AreaId(area)));
    }
    specs.extend((0..9).map(|area| contributions(AreaId(area))));
    specs.push(beside(&[], TOWN));
    specs.push(map(POOR, TOWN, QUARTERS, &[], None));
    specs
}

#[test]
fn every_figure_is_sound_svg_in_every_frame_and_language() {
    for town in [Town::small(), town_with_margins()] {
        every_figure_is_sound(&town);
    }
}

fn every_figure_is_sound(town: &Town) {
    for words in [&town.dutch, &town.english] {
        for (number, spec) in all_specs().iter().enumerate() {
            let figure = town.studio(words).reckon(spec);
            for frame in [Frame::Column, Frame::Print, Frame::Small] {
                let svg = figure.draw(frame, &format!("p{number}-")).svg;
                assert_sound(&svg, &format!("p{number}-"));
            }
            for row in &figure.table.rows {
                assert_eq!(row.len(), figure.table.head.len(), "{}", figure.title);
            }
            assert!(!figure.title.is_empty() && !figure.sentence.contains("NaN"), "{spec:?}");
        }
    }
}

/// Well formed, with a name, without styles, and every reference of the page's own.
fn assert_sound(svg: &str, prefix: &str) {
    let tree = roxmltree::Document::parse(svg).unwrap_or_else(|error| panic!("{error}\n{svg}"));
    let root = tree.root_element();
    assert_eq!(root.attribute("role"), Some("img"));
    assert!(root.attribute("aria-label").is_some_and(|name| !name.is_empty()));
    let mut ids = BTreeSet::new();
    for node in tree.descendants().filter(roxmltree::Node::is_element) {
        assert!(!matches!(node.tag_name().name(), "style" | "script" | "a"), "{svg}");
        if let Some(id) = node.attribute("id") {
            assert!(id.starts_with(prefix) && ids.insert(id.to_owned()), "{id}");
        }
        for attribute in node.attributes() {
            assert_ne!(attribute.name(), "style");
            let value = attribute.value();
            assert!(!value.contains("NaN") && !value.contains("inf"), "{} {value}", attribute.name());
            if matches!(attribute.name(), "x" | "y" | "width" | "height" | "r" | "cx" | "cy") {
                assert!(
                    value.parse::<f64>().is_ok_and(|value| value.abs() < 1e5),
                    "{} {value}",
                    attribute.name()
                );
            }
        }
    }
    for node in tree.descendants() {
        for reference in node.attributes().filter_map(|attribute| {
            let value = attribute.value();
            value.strip_prefix("url(#").and_then(|rest| rest.strip_suffix(')')).or(value.strip_prefix('#'))
        }) {
            let is_colour = reference.len() <= 6 && reference.chars().all(|digit| digit.is_ascii_hexdigit());
            assert!(is_colour || ids.contains(reference), "{reference}\n{svg}");
        }
    }
}

#[test]
fn drawing_twice_gives_the_same_bytes() {
    let (one, other) = (Town::small(), Town::small());
    for spec in all_specs().iter().rev() {
        one.dutch(spec).draw(Frame::Column, "a");
    }
    for spec in all_specs() {
        let draw = |town: &Town| town.dutch(&spec).draw(Frame::Column, "a").svg;
        assert_eq!(draw(&one), draw(&other));
    }
}

#[test]
fn a_map_of_an_indicator_tells_range_and_gaps() {
    let town = Town::small();
    let spec = map(POOR, TOWN, QUARTERS, &[2024], Some(CENTRE));
    let figure = town.dutch(&spec);
    assert_eq!(figure.title, "Laag inkomen per buurt: Aa & Zn <1>");
    assert_eq!(figure.subtitle, "% van het aantal mensen, 2024");
    assert_eq!(
        figure.sentence,
        "Laag inkomen, Aa & Zn <1>, 2024: van 5,8\u{a0}% tot 11,3\u{a0}% in de 2 buurten waarvan het \
         cijfer bekend is. Het geheel, Aa & Zn <1>: 8,5\u{a0}%. Van 1 buurt is het cijfer geheim."
    );
    assert_eq!(figure.source.as_deref(), Some("Bron: CBS & co"));
    let english = town.english(&spec);
    assert_eq!(english.title, "Low income by quarter: Aa & Zn <1>");
    assert_eq!(
        english.sentence,
        "Low income, Aa & Zn <1>, 2024: from 5.8% to 11.3% across the 2 quarters with a known figure. \
         The whole, Aa & Zn <1>: 8.5%. The figure of 1 quarter is confidential."
    );
    let rows: Vec<Vec<&str>> =
        figure.table.rows.iter().map(|row| row.iter().map(|cell| cell.text.as_str()).collect()).collect();
    assert_eq!(rows, [vec![LONG_NAME, "5,8"], vec!["Centrum", "11,3"], vec!["Élan", "geheim"]]);
    assert_eq!(figure.table.head[1].text, "Laag inkomen (%), 2024");
}

#[test]
fn a_map_writes_the_outline_of_the_area_in_focus_once() {
    let town = Town::small();
    let around = Spec::Around { subject: POOR, area: CENTRE, period: 2024 };
    for spec in [map(POOR, TOWN, QUARTERS, &[2024], Some(CENTRE)), around] {
        let Picture { svg, .. } = town.dutch(&spec).draw(Frame::Column, "m-");
        let outlines: Vec<&str> =
            svg.split(" d=\"").skip(1).filter_map(|path| path.split('"').next()).collect();
        let different: BTreeSet<&str> = outlines.iter().copied().collect();
        assert_eq!(outlines.len(), different.len(), "{svg}");
        assert_eq!(svg.matches("<use ").count(), 2, "its border, and what sets that off: {svg}");
    }
}

#[test]
fn names_in_order_are_only_told_of_levels_with_ranks() {
    let town = Town::small();
    let ranked = town.dutch(&bars(POOR, LAND, TOWNS, None));
    assert!(
        ranked.sentence.contains("Het laagst is het in Beek, het hoogst in Aa & Zn <1>."),
        "{}",
        ranked.sentence
    );
    assert!(ranked.guide.as_deref().is_some_and(|guide| guide.contains("voorlopig")));
    assert_eq!(ranked.table.rows[0][0].text, "Aa & Zn <1>");
    for spec in [bars(POOR, LAND, QUARTERS, None), map(POOR, LAND, QUARTERS, &[2024], None)] {
        let figure = town.dutch(&spec);
        let named = AREAS[3..].iter().find(|area| figure.sentence.contains(area.1));
        assert!(named.is_none(), "{}", figure.sentence);
        let names: Vec<&str> = figure.table.rows.iter().map(|row| row[0].text.as_str()).collect();
        assert_eq!(names, [LONG_NAME, "Centrum", "Élan", "Haven", "Noord", "West"]);
    }
}

#[test]
fn an_index_is_told_in_classes_and_above_its_level_in_people() {
    let town = Town::small();
    let classes = town.dutch(&map(INDEX, LAND, QUARTERS, &[2020, 2024], None));
    assert_eq!(
        classes.sentence,
        "Achterstand, Land, 2024: van de 3 buurten met een score vallen er 1 onder ‘Hoog’ en 2 onder ‘Laag’. \
         Van de 3 buurten die met 2020 te vergelijken zijn: 2 onder ‘Hoog’ in 2020, en 1 in 2024. In 1 buurt \
         wonen te weinig mensen voor een cijfer. Van 2 buurten is geen cijfer bekend."
    );
    assert_eq!(classes.guide.as_deref(), Some("1 buurt staat niet op de kaart."));
    assert_eq!(classes.table.rows[0][1..], [Cell::known("Laag"), Cell::known("Laag")]);
    assert_eq!(classes.table.rows[2][1], Cell::absent("te weinig inwoners"));

    let people = town.dutch(&map(INDEX, LAND, TOWNS, &[2024], None));
    assert_eq!(people.subtitle, "% van de inwoners van buurten met een score, 2024");
    assert!(people.sentence.starts_with(
        "Inwoners in een buurt met de klasse ‘Hoog’ (Achterstand), Land, 2024: van 0\u{a0}% tot 50\u{a0}%"
    ));
    let scores = town.dutch(&bars(INDEX, LAND, QUARTERS, None));
    assert!(scores.sentence.contains("Gemiddeld over alle inwoners (Land): 0,25."), "{}", scores.sentence);
}

#[test]
fn what_is_the_same_alone_or_unknown_is_said_so() {
    let town = Town::small();
    let say = |spec: &Spec| town.dutch(spec).sentence;
    assert_eq!(
        say(&map(EQUAL, LAND, QUARTERS, &[2024], None)),
        "Gelijk, Land, 2024: 5\u{a0}punten in alle 6 buurten waarvan het cijfer bekend is. \
         Het geheel, Land: 5\u{a0}punten."
    );
    assert_eq!(say(&bars(EQUAL, CENTRE, QUARTERS, None)), "Gelijk, Centrum: 5\u{a0}punten in 2024.");
    assert_eq!(
        say(&map(UNKNOWN, LAND, QUARTERS, &[2024], None)),
        "Leeg, Land, 2024: van geen van de buurten bekend."
    );
    assert_eq!(town.dutch(&bars(UNKNOWN, LAND, QUARTERS, None)).subtitle, "%, 2024, schatting met een model");
}

#[test]
fn lines_stop_at_gaps_and_name_the_last_year_known() {
    let town = Town::small();
    let figure = town.dutch(&lines(0, CENTRE));
    assert_eq!(figure.title, "Laag inkomen door de jaren: Centrum");
    assert_eq!(figure.subtitle, "% van het aantal mensen, 2020–2024");
    assert_eq!(
        figure.sentence,
        "Laag inkomen, Centrum: 12,0\u{a0}% in 2020 en 11,3\u{a0}% in 2024. Ter vergelijking, in 2024: \
         Aa & Zn <1> 8,5\u{a0}% en Land 7,5\u{a0}%."
    );
    assert_eq!(
        figure.guide.as_deref(),
        Some(
            "De as begint niet bij nul. Voor 2021–2022 is er geen cijfer: daar is de lijn onderbroken. \
             Waar de lijn stopt, is geen cijfer bekend."
        )
    );
    // 2022, of which nobody has a number, is no year of this figure; 2023 is a gap of the quarter.
    let years: Vec<&str> = figure.table.rows.iter().map(|row| row[0].text.as_str()).collect();
    assert_eq!(years, ["2020", "2023", "2024"]);
    assert_eq!(figure.table.rows[1][1], Cell::absent("niet bekend"));
    assert_eq!(town.dutch(&lines(2, CENTRE)).sentence, "Leeg, Centrum: niet bekend.");
}

#[test]
fn events_are_marked_and_never_overlap() {
    let mut town = Town::small();
    let event = |year: i32, name: &str, indicators: Option<Vec<usize>>| settings::Event {
        year,
        until: year,
        name: name.into(),
        indicators,
    };
    town.settings.site.events = vec![
        event(2019, "voor de eerste meting", None),
        event(2021, "een app", Some(vec![0])),
        event(2022, "een zeer lange naam die nergens past en toch moet passen, met een &", None),
        event(2023, "van een ander cijfer", Some(vec![1])),
    ];
    let figure = town.dutch(&lines(0, CENTRE));
    let said = "Verticale streepjeslijnen: een app (2021) en een zeer lange naam die nergens past en toch moet \
                passen, met een & (2022).";
    assert!(figure.sentence.ends_with(said), "{}", figure.sentence);
    insta::assert_snapshot!("lines_with_events", figure.draw(Frame::Column, "e").svg);
    // where there is no room for labels, the guide names those of this figure, and a line those of all
    let small = figure.draw(Frame::Small, "e").svg;
    assert!(!small.contains(">2021: een app<") && small.contains("stroke-dasharray"), "{small}");
    let guide = figure.guide_in(Frame::Small);
    assert!(guide.is_some_and(|guide| guide.ends_with("Verticale streepjeslijn: een app (2021).")));
    let line = town.studio(&town.dutch).events_line(&[IndicatorId(0)], CENTRE);
    let named = "Verticale streepjeslijn: een zeer lange naam die nergens past en toch moet passen, met een & (2022).";
    assert_eq!(line.as_deref(), Some(named));
    assert_eq!(town.studio(&town.dutch).events_line(&[IndicatorId(1)], CENTRE), None);
    assert_eq!(figure.guide_in(Frame::Column), figure.guide);
    for frame in [Frame::Column, Frame::Print, Frame::Small] {
        assert_sound(&figure.draw(frame, "e").svg, "e");
    }
}

#[test]
fn beside_lists_the_numbers_of_the_area() {
    let town = Town::small();
    let figure = town.dutch(&beside(&[0, 1, 2], CENTRE));
    assert_eq!(figure.title, "Centrum naast Aa & Zn <1> en Land");
    assert_eq!(figure.sentence, "Centrum: Laag inkomen 11,3\u{a0}%; Saldo €\u{a0}−4.200.");
    let last: Vec<&str> = figure.table.rows[2].iter().map(|cell| cell.text.as_str()).collect();
    assert_eq!(last, ["Leeg (%), schatting", "niet bekend", "niet bekend", "niet bekend"]);
    assert_eq!(town.dutch(&beside(&[2], LAND)).title, "Land in cijfers");
}

#[test]
fn margins_are_drawn_around_the_own_number_and_told() {
    let town = town_with_margins();
    let figure = town.dutch(&beside(&[0, 3], CENTRE));
    assert_eq!(
        figure.guide.as_deref(),
        Some(
            "Elk streepje is een van de buurten. De streep door het rondje loopt van de onderkant tot de bovenkant \
             van de marge."
        )
    );
    let head: Vec<&str> = figure.table.head.iter().map(|head| head.text.as_str()).collect();
    assert_eq!(head, ["Cijfer", "Centrum", "Marge", "Aa & Zn <1>", "Land"]);
    assert_eq!(figure.table.rows[0][2], Cell::known("9,5–13,0"));
    assert_eq!(figure.table.rows[1][2], Cell::absent(""));
    insta::assert_snapshot!(
        "beside_with_a_margin",
        figure.draw(Frame::Column, "a").svg.replace("><", ">\n<")
    );

    let figure = town.dutch(&bars(POOR, TOWN, QUARTERS, None));
    assert!(
        figure.guide.as_deref().is_some_and(|guide| guide.contains("De streep op het eind van een balk"))
    );
    insta::assert_snapshot!("bars_with_a_margin", figure.draw(Frame::Column, "a").svg.replace("><", ">\n<"));
    let figure = Town::small().dutch(&bars(POOR, TOWN, QUARTERS, None)).guide;
    assert!(!figure.is_some_and(|guide| guide.contains("marge")));

    // the quarter has no number in 2023: each year stands alone; those of the land follow each other
    let alone = town.dutch(&lines(0, CENTRE));
    assert!(
        alone.guide.as_deref().is_some_and(|guide| guide.contains("De streep door een punt is de marge"))
    );
    let alone = alone.draw(Frame::Column, "a").svg;
    assert!(!alone.contains("f-wash"), "{alone}");
    let figure = town.dutch(&lines(0, LAND));
    assert_eq!(figure.table.head[2].text, "Marge");
    let svg = figure.draw(Frame::Column, "a").svg;
    assert_eq!(svg.matches("f-wash").count(), 1, "{svg}");
    insta::assert_snapshot!("lines_with_margins", svg.replace("><", ">\n<"));
    assert!(!Town::small().dutch(&lines(0, LAND)).draw(Frame::Column, "a").svg.contains("f-wash"));
}

#[test]
fn contributions_sum_to_the_score_and_say_what_is_not_known() {
    let town = Town::small();
    let figure = town.dutch(&contributions(AreaId(4)));
    assert_eq!(figure.title, format!("Wat elk onderdeel toevoegt aan de score: {LONG_NAME}"));
    assert_eq!(figure.subtitle, "Achterstand, 2024");
    assert_eq!(
        figure.sentence,
        format!(
            "Achterstand, {LONG_NAME}, 2024: de score is −0,50. Dat is de som van Geld (−0,76) en Thuis & straat \
             (0,26). Te weinig bekend is er over Leeg."
        )
    );
    assert_eq!(
        figure.guide.as_deref(),
        Some(
            "Elke balk laat zien hoeveel punten een onderdeel aan de score toevoegt. Samen zijn ze de score. Een balk \
             links van nul maakt de score lager. Het streepje is het gemiddelde van alle buurten met een score. Een \
             lage score is gunstig."
        )
    );
    let rows: Vec<Vec<&str>> =
        figure.table.rows.iter().map(|row| row.iter().map(|cell| cell.text.as_str()).collect()).collect();
    assert_eq!(rows[0], ["Geld", "33,3\u{a0}%", "−0,76", "−0,23"]);
    assert_eq!(rows[2], ["Leeg", "", "niet bekend", ""]);
    assert_eq!(rows[3], ["De score", "", "−0,50", "0,03"]);
    insta::assert_snapshot!("contributions", figure.draw(Frame::Column, "a").svg.replace("><", ">\n<"));

    let none = town.dutch(&contributions(AreaId(5)));
    assert_eq!(none.sentence, "Élan: geen score op ‘Achterstand’ in 2024 (te weinig inwoners).");
    assert!(none.table.rows.is_empty() && none.guide.is_none());
    assert!(none.draw(Frame::Print, "a").svg.contains("te weinig inwoners"));
}

#[test]
fn many_parts_are_counted_instead_of_named() {
    let mut town = Town::small();
    let mut areas = vec![Area {
        code: "L".to_owned(),
        name: "Land".to_owned(),
        level: LevelId(0),
        parent: None,
        children: Vec::new(),
    }];
    areas.extend((0..100).map(|at| Area {
        code: format!("G{at:03}"),
        name: format!("Gemeente {at}"),
        level: LevelId(1),
        parent: Some(LAND),
        children: Vec::new(),
    }));
    let indicators: Vec<Indicator> =
        town.atlas.indicators().map(|(_, indicator)| indicator.clone()).collect();
    let column = (0..101).map(|at| Reading::published(f64::from(at) / 2.0));
    let mut readings = vec![BTreeMap::new(); indicators.len()];
    readings[0] = BTreeMap::from([(2024, column.collect())]);
    town.atlas = Atlas::from_parts(2, areas, indicators, readings, None);
    town.shapes = Shapes::default();
    town.scores = Scores::default();
    let figure = town.dutch(&bars(POOR, LAND, TOWNS, Some(AreaId(50))));
    let svg = figure.draw(Frame::Column, "a").svg;
    assert_sound(&svg, "a");
    assert!(svg.contains("Gemeente 49 25,0") && !svg.contains("Gemeente 3<"), "{svg}");
    assert_eq!(figure.table.rows.len(), 100);
    let map = town.dutch(&map(POOR, LAND, TOWNS, &[2024], None));
    assert!(map.draw(Frame::Print, "a").svg.contains("Van deze gebieden is geen kaart."));
}
