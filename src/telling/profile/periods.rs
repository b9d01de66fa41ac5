//! What the page of an index tells of its periods: how many areas moved between classes, over which areas that
//! is said, why not over others, and the classes of each period side by side.

use serde::Serialize;

use crate::index::change::{EqualPanel, Obstacle, Pair, Tells};
use crate::index::{Carried, Index, IndexId, Outcome};
use crate::input::settings::Reference;
use crate::model::atlas::{AreaId, IndicatorId, Kind, Period};
use crate::telling::figures::{Spec, Studio};
use crate::telling::profile::draw_up::PERIODS_OF_A_TREND;
use crate::telling::profile::since::carried_list;
use crate::telling::profile::unusual;
use crate::telling::words::Arg;

/// An index over its periods; only where it has more than one.
#[derive(Clone, Debug, Serialize)]
pub struct PeriodsProfile {
    pub sentences: Vec<String>,
    /// Absent where nothing is compared.
    pub table: Option<PeriodsTable>,
    /// The share of people in the worst class, in the whole.
    #[serde(skip)]
    pub lines: Option<Spec>,
}

/// A row for each class, a column for each period that is compared.
#[derive(Clone, Debug, Serialize)]
pub struct PeriodsTable {
    pub caption: String,
    pub head: Vec<String>,
    pub rows: Vec<PeriodsRow>,
}

#[derive(Clone, Debug, Serialize)]
pub struct PeriodsRow {
    pub label: String,
    /// "26 (25 %)": areas, and the share of the people.
    pub cells: Vec<String>,
}

pub fn periods(studio: &Studio<'_>, id: IndexId) -> Option<PeriodsProfile> {
    let index = &studio.scores.indices[id.0];
    let latest = index.latest().filter(|_| index.periods.len() > 1)?;
    let told = Told { studio, id, index, panel: &index.panel, latest };
    let mut sentences = Vec::new();
    if let Some(first) = index.panel.first() {
        sentences.extend(told.moves(first).into_iter().flatten());
        sentences.extend(unusual::of_index(studio, id, &index.panel.periods));
        sentences.extend(told.others());
    }
    sentences.extend(told.left_out());
    sentences.extend(told.carried_now());
    sentences.extend(told.caution());
    // where each year has its own scale, every class has about the same share of the whole in each
    let is_given = studio.settings.indices[id.0].gives_shares();
    let whole = studio.atlas.whole().filter(|_| index.level.0 > 0 && !is_given);
    let lines = whole.filter(|whole| {
        let has_share = |period: &Period| told.people_by_class(*whole, *period).is_some();
        index.panel.periods.iter().filter(|period| has_share(period)).count() >= PERIODS_OF_A_TREND
    });
    let lines = lines.map(|area| Spec::People { index: id, area });
    Some(PeriodsProfile { sentences, table: told.table(), lines })
}

struct Told<'a> {
    studio: &'a Studio<'a>,
    id: IndexId,
    index: &'a Index,
    panel: &'a EqualPanel,
    latest: Period,
}

impl Told<'_> {
    fn text(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let level = &self.studio.settings.levels[usize::from(self.index.level.0)];
        let language = self.studio.words.language();
        let names =
            [("part", Arg::Text(level.name.get(language))), ("parts", Arg::Text(level.plural.get(language)))];
        self.studio.words.text_with(key, &[&names[..], args].concat())
    }

    /// How many areas of the panel changed class between its first period and the latest.
    fn moves(&self, first: Period) -> Option<Vec<String>> {
        let pair = Pair::new(self.studio.atlas, self.index, first, self.latest)?;
        let (mut better, mut worse, mut same, mut by_chance) = (0, 0, 0, 0);
        for (place, _) in self.panel.members.iter().enumerate().filter(|(_, is_member)| **is_member) {
            let Ok(change) = pair.of(place) else { continue };
            by_chance += usize::from(change.is_chance && change.before != change.after);
            match (change.before?, change.after?) {
                (before, after) if after < before => better += 1,
                (before, after) if after > before => worse += 1,
                _ => same += 1,
            }
        }
        let (start, end) = (first.to_string(), self.latest.to_string());
        let args = [
            ("count", Arg::Count(self.panel.count())),
            ("all", Arg::Count(self.panel.members.len())),
            ("which", Arg::Text(if self.panel.count() == self.panel.members.len() { "all" } else { "some" })),
            ("better", Arg::Count(better)),
            ("worse", Arg::Count(worse)),
            ("same", Arg::Count(same)),
            ("start", Arg::Text(&start)),
            ("end", Arg::Text(&end)),
        ];
        let mut told = vec![self.text("index-moves", &args)];
        if by_chance > 0 {
            let args = [("moved", Arg::Count(better + worse)), ("count", Arg::Count(by_chance))];
            told.push(self.text("index-moves-chance", &args));
        }
        Some(told)
    }

    /// Why the other areas are not compared.
    fn others(&self) -> Option<String> {
        let mut counts = [0; Obstacle::ALL.len()];
        let earlier: Vec<Pair<'_>> = self.panel.periods[..self.panel.periods.len() - 1]
            .iter()
            .filter_map(|period| Pair::new(self.studio.atlas, self.index, *period, self.latest))
            .collect();
        for (place, _) in self.panel.members.iter().enumerate().filter(|(_, is_member)| !**is_member) {
            let why = earlier.iter().filter_map(|pair| pair.of(place).err()).min();
            if let Some(at) = why.and_then(|why| Obstacle::ALL.iter().position(|known| *known == why)) {
                counts[at] += 1;
            }
        }
        let items: Vec<String> = (Obstacle::ALL.iter().zip(counts))
            .filter(|(_, count)| *count > 0)
            .map(|(why, count)| self.text(other_key(*why), &[("count", Arg::Count(count))]))
            .collect();
        let list = self.studio.words.list(&items);
        (!items.is_empty()).then(|| self.text("index-others", &[("list", Arg::Text(&list))]))
    }

    /// The earlier periods that are not held against the latest one, each with what keeps most areas from it.
    fn left_out(&self) -> Vec<String> {
        let left_out = self.index.periods.iter().filter(|period| !self.panel.periods.contains(period));
        left_out.filter_map(|period| self.why_left_out(*period)).collect()
    }

    fn why_left_out(&self, period: Period) -> Option<String> {
        let words = self.studio.words;
        let pair = Pair::new(self.studio.atlas, self.index, period, self.latest)?;
        let mut counts = [0_usize; Obstacle::ALL.len()];
        for why in pair.all().filter_map(Result::err) {
            counts[Obstacle::ALL.iter().position(|known| *known == why)?] += 1;
        }
        // that some have no score is the reason only where it is of all
        counts[0] = usize::from(counts[1..].iter().all(|count| *count == 0));
        let most = *counts.iter().max()?;
        let why = Obstacle::ALL[counts.iter().position(|count| *count == most)?];
        let names = self.named(why, period);
        let items: Vec<String> = names
            .iter()
            .map(|id| self.studio.settings.indicators[usize::from(id.0)].name.get(words.language()))
            .map(|name| words.text_with("index-quoted", &[("name", Arg::Text(name))]))
            .collect();
        let why = self.text(left_out_key(why), &[("list", Arg::Text(&words.list(&items)))]);
        let (year, end) = (period.to_string(), self.latest.to_string());
        let args = [("year", Arg::Text(&year)), ("end", Arg::Text(&end)), ("why", Arg::Text(&why))];
        Some(self.text("index-left-out", &args))
    }

    /// The indicators behind an obstacle, in the order of their file.
    fn named(&self, why: Obstacle, period: Period) -> Vec<IndicatorId> {
        let atlas = self.studio.atlas;
        let indicators = self.index.indicators.iter().copied();
        match why {
            Obstacle::Estimated => {
                let is_estimated =
                    |id: &IndicatorId| atlas.indicator(*id).kind_at(self.index.level) == Kind::Model;
                indicators.filter(is_estimated).collect()
            }
            Obstacle::Break => {
                let is_broken = |id: &IndicatorId| !atlas.indicator(*id).is_same_measure(period, self.latest);
                indicators.filter(is_broken).collect()
            }
            Obstacle::Carried => {
                let both = [self.carried_in(period), self.carried_in(self.latest)].concat();
                indicators.filter(|id| both.iter().any(|carried| carried.indicator == *id)).collect()
            }
            Obstacle::Imputed => {
                let imputed = [period, self.latest].map(|period| self.imputed_in(period)).concat();
                indicators.filter(|id| imputed.contains(id)).collect()
            }
            Obstacle::NoScore | Obstacle::OtherIndicators => Vec::new(),
        }
    }

    /// Every indicator that a rule filled in the scores of a period.
    fn imputed_in(&self, period: Period) -> Vec<IndicatorId> {
        let outcomes = self.index.results.get(&period).map(|results| results.outcomes.as_slice());
        let scores = outcomes.unwrap_or_default().iter().filter_map(Outcome::score);
        scores.flat_map(|score| &score.imputed).copied().collect()
    }

    /// Every reading of an earlier period in the scores of a period, once, in the order of the indicators.
    fn carried_in(&self, period: Period) -> Vec<Carried> {
        let outcomes = self.index.results.get(&period).map(|results| results.outcomes.as_slice());
        let mut found: Vec<Carried> = outcomes
            .unwrap_or_default()
            .iter()
            .filter_map(Outcome::score)
            .flat_map(|score| &score.carried)
            .copied()
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// In how many scores of the latest period a reading of an earlier one counts.
    fn carried_now(&self) -> Option<String> {
        let found = self.carried_in(self.latest);
        let outcomes = &self.index.results.get(&self.latest)?.outcomes;
        let holds = |outcome: &&Outcome| outcome.score().is_some_and(|score| !score.carried.is_empty());
        let count = outcomes.iter().filter(holds).count();
        let year = self.latest.to_string();
        let list = carried_list(self.studio, &found);
        let args = [("count", Arg::Count(count)), ("year", Arg::Text(&year)), ("list", Arg::Text(&list))];
        (count > 0).then(|| self.text("index-carried", &args))
    }

    /// What must be known to read the years side by side.
    fn caution(&self) -> Vec<String> {
        let mut cautions = Vec::new();
        if self.panel.first().is_some() {
            match self.index.tells {
                Tells::Position => cautions.push(self.text("index-caution-position", &[])),
                Tells::Classes => cautions.push(self.text("index-caution-classes", &[])),
                Tells::Points => {}
            }
            let other: Vec<String> = (self.panel.periods.iter())
                .filter(|period| !self.is_counted(**period))
                .map(Period::to_string)
                .collect();
            if !other.is_empty() {
                let years = self.studio.words.list(&other);
                cautions.push(self.text("index-people-other-year", &[("years", Arg::Text(&years))]));
            }
        }
        match self.studio.settings.indices[self.id.0].reference {
            Reference::Pooled => cautions.push(self.text("index-caution-pooled", &[])),
            Reference::Period(base) => {
                let year = base.to_string();
                cautions.push(self.text("index-caution-period", &[("year", Arg::Text(&year))]));
            }
            Reference::EachPeriod => {}
        }
        cautions
    }

    /// Whether people were counted in the period itself; where nobody was ever counted, nothing is told of
    /// people.
    fn is_counted(&self, period: Period) -> bool {
        let atlas = self.studio.atlas;
        let Some(population) = atlas.population().filter(|id| atlas.periods(*id).next().is_some()) else {
            return true;
        };
        atlas.is_measured(self.index.level, population, period)
    }

    /// The people of an area in each class and in all, of members of the panel.
    fn people_by_class(&self, area: AreaId, period: Period) -> Option<(&[f64], f64)> {
        let summary = self.panel.summaries.get(&period)?.get(&area)?;
        (summary.people > 0.0 && !summary.people_by_class.is_empty())
            .then_some((summary.people_by_class.as_slice(), summary.people))
    }

    fn table(&self) -> Option<PeriodsTable> {
        self.panel.first()?;
        let words = self.studio.words;
        let labels = &self.studio.settings.indices[self.id.0].classes.as_ref()?.labels;
        let whole = self.studio.atlas.whole();
        let cell = |class: usize, period: &Period| {
            let outcomes = self.index.results.get(period).map(|results| results.outcomes.as_slice());
            let members = outcomes.unwrap_or_default().iter().zip(&self.panel.members);
            let in_class = |outcome: &Outcome| outcome.is_of_class(class);
            let count = members.filter(|(outcome, is_member)| **is_member && in_class(outcome)).count();
            let count = words.number(count as f64, 0);
            let people = whole.and_then(|whole| self.people_by_class(whole, *period));
            match people.and_then(|(people, all)| words.percent_of(*people.get(class)?, all)) {
                Some(share) => format!("{count} ({share})"),
                None => count,
            }
        };
        let rows = labels.iter().enumerate().map(|(class, label)| PeriodsRow {
            label: label.get(words.language()).to_owned(),
            cells: self.panel.periods.iter().map(|period| cell(class, period)).collect(),
        });
        let years = self.panel.periods.iter().map(Period::to_string);
        let people = whole.and_then(|whole| self.people_by_class(whole, self.latest));
        let key = if people.is_some() { "index-periods-people" } else { "index-periods-areas" };
        Some(PeriodsTable {
            caption: self.text(key, &[("count", Arg::Count(self.panel.count()))]),
            head: [words.text("index-class-head")].into_iter().chain(years).collect(),
            rows: rows.collect(),
        })
    }
}

fn other_key(why: Obstacle) -> &'static str {
    match why {
        Obstacle::NoScore => "index-other-no-score",
        Obstacle::Estimated => "index-other-estimated",
        Obstacle::Break => "index-other-break",
        Obstacle::Carried => "index-other-carried",
        Obstacle::Imputed => "index-other-imputed",
        Obstacle::OtherIndicators => "index-other-indicators",
    }
}

fn left_out_key(why: Obstacle) -> &'static str {
    match why {
        Obstacle::NoScore => "index-left-no-score",
        Obstacle::Estimated => "index-left-estimated",
        Obstacle::Break => "index-left-break",
        Obstacle::Carried => "index-left-carried",
        Obstacle::Imputed => "index-left-imputed",
        Obstacle::OtherIndicators => "index-left-indicators",
    }
}
