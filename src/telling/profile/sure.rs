//! How sure the order of areas is: what the index says when it is reckoned again with other choices.
//!
//! This is about choices of the method. The margins of the data are another thing, and the sentences say so.

use serde::Serialize;

use crate::index::IndexId;
use crate::index::uncertainty::{Choice, Interval, Uncertainty};
use crate::input::settings::{self, Drop};
use crate::model::atlas::{AreaId, Period};
use crate::telling::figures::{Cell, Head, Studio, Table};
use crate::telling::words::{Arg, Words};

/// What came of all runs, in the latest period of an index.
#[derive(Clone, Debug, Serialize)]
pub struct SureProfile {
    pub sentences: Vec<String>,
    /// What the order hangs on; absent where that was not asked for, or nothing made a difference.
    pub table: Option<Table>,
}

/// Absent where the definition does not ask for it, or no area has an interval.
pub fn sure(studio: &Studio<'_>, id: IndexId) -> Option<SureProfile> {
    let asked = studio.settings.indices[id.0].uncertainty.as_ref()?;
    let found = studio.scores.indices[id.0].uncertainty.as_ref()?;
    found.intervals.iter().flatten().next()?;
    let told = Told { studio, id, asked, found };
    let mut sentences = vec![told.lead()];
    sentences.extend(told.shift());
    sentences.extend(told.worst());
    sentences.push(studio.words.text("sure-not-margin"));
    sentences.extend(told.most());
    let table = told.table();
    sentences.extend(table.is_some().then(|| studio.words.text("sure-table")));
    Some(SureProfile { sentences, table })
}

/// The sentence for the page of an area: only of a level whose areas are told in order.
pub fn sure_of_place(studio: &Studio<'_>, area: AreaId, id: IndexId) -> Option<String> {
    let index = &studio.scores.indices[id.0];
    let has_ranks = studio.settings.levels[usize::from(index.level.0)].ranks;
    has_ranks.then(|| interval_of(studio, area, id, index.latest()?)).flatten()
}

/// The median rank of an area and the interval in which 90 % of its ranks lie; absent where there is none for
/// the period.
pub fn interval_of(studio: &Studio<'_>, area: AreaId, id: IndexId, period: Period) -> Option<String> {
    let index = &studio.scores.indices[id.0];
    let found = index.uncertainty.as_ref().filter(|found| found.period == period)?;
    if !studio.atlas.is_of(area, index.level) {
        return None;
    }
    let Interval { median, low, high } = (*found.intervals.get(studio.atlas.place_in_level(area))?)?;
    let words = studio.words;
    let scored = index.results.get(&period)?.scored;
    let middle = words.number(f64::from(median), u8::from(median.fract() != 0.0));
    // outwards, so that what is said to hold nine in ten runs does
    let [low, high] = [low.floor(), high.ceil()].map(|rank| words.number(f64::from(rank), 0));
    let args = [
        ("runs", Arg::Count(found.runs)),
        ("median", Arg::Text(middle.as_str())),
        ("low", Arg::Text(low.as_str())),
        ("high", Arg::Text(high.as_str())),
        ("of", Arg::Count(scored)),
    ];
    let key = if low == high { "sure-place-same" } else { "sure-place" };
    Some(words.text_with(key, &args))
}

struct Told<'a> {
    studio: &'a Studio<'a>,
    id: IndexId,
    asked: &'a settings::Uncertainty,
    found: &'a Uncertainty,
}

impl Told<'_> {
    fn words(&self) -> &Words {
        self.studio.words
    }

    fn text(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let level = &self.studio.settings.levels[self.studio.settings.indices[self.id.0].level];
        let language = self.words().language();
        let year = self.found.period.to_string();
        let own = [
            ("part", Arg::Text(level.name.get(language))),
            ("parts", Arg::Text(level.plural.get(language))),
            ("year", Arg::Text(&year)),
        ];
        self.words().text_with(key, &[args, &own[..]].concat())
    }

    /// How often it was reckoned, and what was varied.
    fn lead(&self) -> String {
        let asked = self.asked;
        let share = asked.weights.map(|share| self.words().value(100.0 * share, "%", 0));
        let varied = [
            share.map(|share| self.text("sure-weights", &[("share", Arg::Text(&share))])),
            self.ways("sure-normalise", asked.normalise.len()),
            self.ways("sure-aggregate", asked.aggregate.len()),
            self.ways("sure-impute", asked.impute.len()),
            (asked.drop == Drop::Indicator).then(|| self.dropped()),
        ];
        let varied: Vec<String> = varied.into_iter().flatten().collect();
        let list = self.words().list(&varied);
        self.text("sure-lead", &[("runs", Arg::Count(self.found.runs)), ("list", Arg::Text(&list))])
    }

    /// In how many of the calculations a figure is left out: each once, and none once.
    fn dropped(&self) -> String {
        let figures = self.studio.settings.indices[self.id.0].ingredients().len();
        self.text("sure-drop", &[("count", Arg::Count(figures)), ("of", Arg::Count(figures + 1))])
    }

    fn ways(&self, key: &str, count: usize) -> Option<String> {
        (count > 1).then(|| self.text(key, &[("count", Arg::Count(count))]))
    }

    /// How far apart the middle 90 % of ranks lie in at least half of the areas.
    fn shift(&self) -> Option<String> {
        let intervals = self.found.intervals.iter().flatten();
        let mut widths: Vec<f32> = intervals.map(|it| (it.high - it.low).ceil()).collect();
        widths.sort_unstable_by(f32::total_cmp);
        let places = widths.get(widths.len().checked_sub(1)? / 2)?;
        let args = [("count", Arg::Count(widths.len())), ("places", Arg::Count(*places as usize))];
        Some(self.text("sure-shift", &args))
    }

    /// How firm the worst class is: its areas that are among as many worst ranks in nearly every run.
    fn worst(&self) -> Option<String> {
        let index = &self.studio.scores.indices[self.id.0];
        let classes = self.studio.settings.indices[self.id.0].classes.as_ref()?;
        let worst = index.class_count().checked_sub(1)?;
        let outcomes = &index.results.get(&self.found.period)?.outcomes;
        let of_class = outcomes.iter().zip(&self.found.intervals).filter(|(it, _)| it.is_of_class(worst));
        let highs: Vec<f32> = of_class.filter_map(|(_, interval)| Some(interval.as_ref()?.high)).collect();
        let firm = highs.iter().filter(|high| **high <= highs.len() as f32).count();
        let label = classes.labels.get(worst)?.get(self.words().language());
        let args =
            [("class", Arg::Text(label)), ("count", Arg::Count(highs.len())), ("firm", Arg::Count(firm))];
        (!highs.is_empty()).then(|| self.text("sure-worst", &args))
    }

    /// The choice that the order hangs on most.
    fn most(&self) -> Option<String> {
        let all = &self.found.sensitivities;
        let most = all.iter().max_by(|one, other| one.total.total_cmp(&other.total))?;
        if most.total <= 0.0 {
            return Some(self.text("sure-none", &[]));
        }
        let choice = self.text(choice_key(most.choice), &[]);
        (all.len() > 1).then(|| self.text("sure-most", &[("choice", Arg::Text(&choice))]))
    }

    fn table(&self) -> Option<Table> {
        let all = &self.found.sensitivities;
        let samples = self.asked.samples.filter(|_| all.iter().any(|it| it.total > 0.0))?;
        // an estimate may fall a little outside of what a share can be
        let share = |of: f64| Cell::known(self.words().value((100.0 * of).clamp(0.0, 100.0), "%", 0));
        let rows = all.iter().map(|it| {
            vec![Cell::known(self.text(choice_key(it.choice), &[])), share(it.first), share(it.total)]
        });
        let keys = ["sure-head-own", "sure-head-total"];
        let mut head = vec![Head::names(self.text("sure-head-choice", &[]))];
        head.extend(keys.map(|key| Head::numbers(self.text(key, &[]))));
        let caption = self.text("sure-caption", &[("samples", Arg::Count(samples))]);
        (all.len() > 1).then(|| Table { caption, head, rows: rows.collect() })
    }
}

fn choice_key(choice: Choice) -> &'static str {
    match choice {
        Choice::Weights => "sure-choice-weights",
        Choice::Normalise => "sure-choice-normalise",
        Choice::Aggregate => "sure-choice-aggregate",
        Choice::Impute => "sure-choice-impute",
        Choice::Drop => "sure-choice-drop",
    }
}
