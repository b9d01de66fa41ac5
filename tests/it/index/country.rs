//! Builds an atlas and definitions without files. Only this file knows how.

use std::collections::BTreeMap;
use std::sync::Arc;

use brede::diagnostic::{Place, Report};
use brede::index::change::{Change, Obstacle, Pair};
use brede::index::{Index, Outcome, Results, Score, Scores, compute};
use brede::input::settings::{
    self, Aggregate, ClassRule, Classes, Combine, Domain, Good, Ingredient, Kind, Normalise, Parts,
    QuantileOf, Reference, Text, Weighing,
};
use brede::model::atlas::{Area, AreaId, Atlas, Indicator, IndicatorId, LevelId, Period, Reading};

pub const COUNTRY: LevelId = LevelId(0);

/// A country (`C`) with districts and, in them, neighbourhoods; the index is about the last of these.
#[derive(Clone, Default)]
pub struct Country {
    /// Code and district of each neighbourhood, in any order.
    neighbourhoods: Vec<(String, String)>,
    indicators: Vec<Given>,
}

#[derive(Clone)]
struct Given {
    id: String,
    good: Good,
    kind: Kind,
    breaks: Vec<Period>,
    carry: Period,
    /// By code.
    readings: BTreeMap<Period, BTreeMap<String, Reading>>,
}

impl Country {
    /// Neighbourhoods `N000`, `N001`, … in the districts `D0` and `D1` by turns.
    pub fn of(count: usize) -> Country {
        let neighbourhoods = (0..count).map(|at| (format!("N{at:05}"), format!("D{}", at % 2)));
        Country { neighbourhoods: neighbourhoods.collect(), indicators: Vec::new() }
    }

    pub fn with_codes<'a>(codes: impl IntoIterator<Item = (&'a str, &'a str)>) -> Country {
        let neighbourhoods = codes.into_iter().map(|(code, district)| (code.to_owned(), district.to_owned()));
        Country { neighbourhoods: neighbourhoods.collect(), indicators: Vec::new() }
    }

    /// An indicator of which low is good, in the order of the neighbourhoods as they were given.
    pub fn low(self, id: &str, period: Period, values: &[Option<f64>]) -> Country {
        self.indicator(id, Good::Low, period, values)
    }

    pub fn indicator(self, id: &str, good: Good, period: Period, values: &[Option<f64>]) -> Country {
        let readings: Vec<Reading> = values
            .iter()
            .map(|value| match value {
                Some(value) => Reading::published(*value),
                None => Reading::MISSING,
            })
            .collect();
        self.readings(id, good, period, &readings)
    }

    pub fn readings(mut self, id: &str, good: Good, period: Period, readings: &[Reading]) -> Country {
        if !self.indicators.iter().any(|given| given.id == id) {
            let (kind, breaks, readings) = (Kind::Register, Vec::new(), BTreeMap::new());
            self.indicators.push(Given { id: id.to_owned(), good, kind, breaks, carry: 0, readings });
        }
        let codes = self.neighbourhoods.iter().map(|(code, _)| code.clone());
        let column = codes.zip(readings.iter().copied()).collect();
        if let Some(given) = self.indicators.iter_mut().find(|given| given.id == id) {
            given.readings.insert(period, column);
        }
        self
    }

    /// Counts for so many years more.
    pub fn carry(self, id: &str, years: Period) -> Country {
        self.change(id, |given| given.carry = years)
    }

    /// Was measured in another way from this year on.
    pub fn broken(self, id: &str, from: Period) -> Country {
        self.change(id, |given| given.breaks.push(from))
    }

    pub fn estimated(self, id: &str) -> Country {
        self.change(id, |given| given.kind = Kind::Model)
    }

    fn change(mut self, id: &str, change: impl FnOnce(&mut Given)) -> Country {
        let given = self.indicators.iter_mut().find(|given| given.id == id);
        change(given.expect("the test names an indicator of its country"));
        self
    }

    /// The same country with its lists the other way round.
    pub fn reversed(mut self) -> Country {
        self.neighbourhoods.reverse();
        self.indicators.reverse();
        self
    }

    pub fn atlas(&self) -> Atlas {
        let mut districts: Vec<&str> = self.neighbourhoods.iter().map(|(_, code)| code.as_str()).collect();
        districts.sort_unstable();
        districts.dedup();
        let mut neighbourhoods = self.neighbourhoods.clone();
        neighbourhoods.sort();
        let area = |code: &str, level: u8, parent: Option<u32>| Area {
            code: code.to_owned(),
            name: code.to_owned(),
            level: LevelId(level),
            parent: parent.map(AreaId),
            children: Vec::new(),
        };
        let mut areas = vec![area("C", 0, None)];
        areas.extend(districts.iter().map(|code| area(code, 1, Some(0))));
        areas.extend(neighbourhoods.iter().map(|(code, district)| {
            let parent = districts.iter().position(|other| other == district).map(|at| at as u32 + 1);
            area(code, 2, parent)
        }));
        let column = |given: &BTreeMap<String, Reading>| {
            areas.iter().map(|area| given.get(&area.code).copied().unwrap_or(Reading::MISSING)).collect()
        };
        let readings = self.indicators.iter().map(|given| {
            given.readings.iter().map(|(period, readings)| (*period, column(readings))).collect()
        });
        let readings: Vec<BTreeMap<Period, Vec<Reading>>> = readings.collect();
        let indicators = self.indicators.iter().map(|given| Indicator {
            decimals: 1,
            kind: given.kind,
            breaks: given.breaks.clone(),
            carry: given.carry,
            ..Indicator::plain(&given.id, given.good)
        });
        let population = self.at("people").map(|at| IndicatorId(at as u16));
        Atlas::from_parts(3, areas, indicators.collect(), readings, population)
    }

    fn at(&self, id: &str) -> Option<usize> {
        self.indicators.iter().position(|given| given.id == id)
    }

    /// The domain that weighs these indicators; they are named after the country's.
    pub fn domain(&self, id: &str, weight: f64, normalise: Normalise, indicators: &[(&str, f64)]) -> Domain {
        let position = |id: &str| self.at(id).expect("the test names an indicator of its country");
        let ingredient = |(id, weight): &(&str, f64)| Ingredient::plain(position(id), *weight, place());
        let parts = indicators.iter().map(ingredient).collect();
        domain(id, weight, normalise, Parts::Indicators(parts))
    }

    pub fn reckon(&self, definition: &settings::Index) -> Result<(Told, Report), Report> {
        let atlas = self.atlas();
        let (scores, report) = compute(std::slice::from_ref(definition), &atlas)?;
        Ok((Told { scores, atlas }, report))
    }

    /// The result of a definition that must work, whatever it warns of.
    pub fn told(&self, definition: &settings::Index) -> Told {
        match self.reckon(definition) {
            Ok((told, _)) => told,
            Err(report) => panic!("{}", lines(&report).join("\n")),
        }
    }
}

/// The scores of one index, by code.
pub struct Told {
    pub scores: Scores,
    pub atlas: Atlas,
}

impl Told {
    pub fn index(&self) -> &Index {
        &self.scores.indices[0]
    }

    pub fn results(&self, period: Period) -> &Results {
        &self.index().results[&period]
    }

    /// What may be told of an area between two periods.
    pub fn change(&self, code: &str, from: Period, to: Period) -> Result<Change, Obstacle> {
        let id = self.atlas.find(code).expect("the test names an area of its country");
        let pair = Pair::new(&self.atlas, self.index(), from, to).expect("the index has these periods");
        pair.of(self.atlas.place_in_level(id))
    }

    pub fn outcome(&self, code: &str, period: Period) -> &Outcome {
        let id = self.atlas.find(code).expect("the test names an area of its country");
        &self.results(period).outcomes[self.atlas.place_in_level(id)]
    }

    pub fn score(&self, code: &str, period: Period) -> &Score {
        match self.outcome(code, period) {
            Outcome::Score(score) => score,
            other => panic!("{code} has no score in {period}: {other:?}"),
        }
    }

    /// Per domain its score and what it adds, by the area's place.
    pub fn made_of(&self, place: usize, period: Period) -> Vec<(Option<f64>, Option<f64>)> {
        let results = self.results(period);
        let domains = 0..self.index().domains.len();
        domains.map(|at| (results.domain(at, place), results.contribution(at, place))).collect()
    }

    /// The same, by code, of domains of which enough is known.
    pub fn domains(&self, code: &str, period: Period) -> Vec<(f64, f64)> {
        let id = self.atlas.find(code).expect("the test names an area of its country");
        let made_of = self.made_of(self.atlas.place_in_level(id), period);
        made_of.into_iter().filter_map(|(score, adds)| score.zip(adds)).collect()
    }

    pub fn all_scores(&self, period: Period) -> Vec<Option<&Score>> {
        let outcomes = self.results(period).outcomes.iter();
        outcomes
            .map(|outcome| match outcome {
                Outcome::Score(score) => Some(score),
                _ => None,
            })
            .collect()
    }
}

pub fn place() -> Place {
    Place::file(&Arc::from("data/indices/index.toml"))
}

/// A weighted mean with given weights.
pub fn combine(normalise: Normalise) -> Combine {
    Combine { normalise, weigh: Weighing::Given, aggregate: Aggregate::Arithmetic }
}

pub fn domain(id: &str, weight: f64, normalise: Normalise, parts: Parts) -> Domain {
    Domain {
        id: id.to_owned(),
        name: Text::from(id),
        weight,
        why: None,
        parts,
        combine: combine(normalise),
        goalposts: None,
        target: None,
        place: place(),
    }
}

/// An index of neighbourhoods for 2024, low is good, without classes.
pub fn definition(normalise: Normalise, domains: Vec<Domain>) -> settings::Index {
    settings::Index {
        id: "index".to_owned(),
        name: Text::from("index"),
        about: None,
        level: 2,
        periods: vec![2024],
        good: Good::Low,
        is_verdict: true,
        reference: Reference::EachPeriod,
        eligible: None,
        minimum_known: 0.66,
        // small countries have gaps
        available: 0.01,
        change: None,
        domains,
        combine: combine(normalise),
        classes: None,
        uncertainty: None,
        compare: Vec::new(),
        place: place(),
    }
}

pub fn classes(count: usize) -> Option<Classes> {
    let rule = ClassRule::Quantile(QuantileOf::Areas);
    Some(Classes { rule, labels: (0..count).map(|at| Text::from(format!("class {at}").as_str())).collect() })
}

pub fn known(values: &[f64]) -> Vec<Option<f64>> {
    values.iter().copied().map(Some).collect()
}

/// The wordings of a report with their hints, in order.
pub fn lines(report: &Report) -> Vec<String> {
    let line = |diagnostic: &brede::diagnostic::Diagnostic| {
        let hint = diagnostic.hint.as_ref().map_or(String::new(), |hint| format!("\n  hint: {hint}"));
        format!("{:?}: {}{hint}", diagnostic.severity, diagnostic.wording()).to_lowercase()
    };
    report.iter().map(line).collect()
}
