//! What an index says without each of its parts: for its page, and for one area.

use serde::Serialize;

use crate::index::left_out::{LeftOut, Without};
use crate::index::shift::{self, Moved, Shift};
use crate::index::{IndexId, Weighed};
use crate::model::atlas::{AreaId, Period};
use crate::telling::figures::{Cell, Head, Studio, Table};
use crate::telling::profile::weights::{self, DECIMALS};
use crate::telling::words::Arg;

/// An index without each of its parts in turn, in its latest period.
#[derive(Clone, Debug, Serialize)]
pub struct LeftOutProfile {
    pub sentences: Vec<String>,
    /// Of the domains; where there is one alone, of what is in it.
    pub table: Table,
    /// Of what is in the domains.
    pub within: Option<Table>,
}

/// Absent where no part can be left out.
pub fn left_out(studio: &Studio<'_>, id: IndexId) -> Option<LeftOutProfile> {
    let index = &studio.scores.indices[id.0];
    let left_out = index.left_out.as_ref()?;
    let told = Told { studio, id, left_out };
    let (top, within): (Vec<&Without>, Vec<&Without>) =
        left_out.parts.iter().partition(|without| index.parts[without.part].depth == 0);
    let (first, second) = if top.is_empty() { (within, top) } else { (top, within) };
    let mut sentences = vec![told.lead()];
    sentences.extend(told.most_and_least(&first, "without-most", "without-least"));
    sentences.extend(told.most_and_least(&second, "without-within-most", "without-within-least"));
    let changes = left_out.parts.iter().any(|it| it.shift.areas > 0 && it.shift.lost + it.shift.gained > 0);
    sentences.extend(changes.then(|| told.text("without-in-both", &[])));
    sentences.push(studio.words.text("without-means"));
    Some(LeftOutProfile {
        sentences,
        table: told.table("without-caption", &first),
        within: (!second.is_empty()).then(|| told.table("without-caption-within", &second)),
    })
}

/// The name of a part of an index.
pub fn name<'a>(studio: &Studio<'a>, id: IndexId, of: &'a Weighed) -> &'a str {
    let language = studio.words.language();
    match of {
        Weighed::Domain(domain) => {
            let domains = studio.settings.indices[id.0].all_domains();
            let found = domains.into_iter().find(|known| known.id == *domain);
            found.map_or(domain, |known| known.name.get(language))
        }
        Weighed::Indicator(indicator) => {
            studio.settings.indicators[usize::from(indicator.0)].name.get(language)
        }
        Weighed::Index(other) => studio.settings.indices[other.0].name.get(language),
    }
}

/// A sentence for each part: the rank and class that an area has without it. Empty but for the latest period.
pub fn without(studio: &Studio<'_>, area: AreaId, id: IndexId, period: Period) -> Vec<String> {
    let index = &studio.scores.indices[id.0];
    let score = index.outcome(studio.atlas, area, period).and_then(|outcome| outcome.score());
    let left_out = index.left_out.as_ref().filter(|left_out| left_out.period == period);
    let (Some(score), Some(left_out)) = (score, left_out) else { return Vec::new() };
    let told = Told { studio, id, left_out };
    let place = studio.atlas.place_in_level(area);
    let given = index.results.get(&period).map(|results| shift::found(&results.outcomes)).unwrap_or_default();
    let labels = studio.settings.indices[id.0].classes.as_ref().map(|classes| classes.labels.as_slice());
    let one = |without: &Without| {
        let part = told.named(without);
        // ranks among those that have a score in both, so that none moves because another one has lost its own
        let both = shift::both(&given, &without.found);
        let Some(found) = both.iter().find(|both| both.place == place) else {
            return told.text("explain-without-none", &[("part", Arg::Text(&part))]);
        };
        let [published, before, after] =
            [score.rank, found.before.rank, found.after.rank].map(|rank| told.rank(rank));
        let is_shared = both.iter().filter(|one| one.after.rank == found.after.rank).count() > 1;
        let found = found.after;
        let label = found.class.and_then(|class| labels?.get(usize::from(class)));
        let label = label.map(|label| label.get(studio.words.language())).unwrap_or_default();
        let class = match found.class {
            None => "none",
            class if class == score.class => "same",
            Some(_) => "other",
        };
        let args = [
            ("part", Arg::Text(&part)),
            ("rank", Arg::Text(&after)),
            ("of", Arg::Count(both.len())),
            ("shared", Arg::Text(if is_shared { "yes" } else { "no" })),
            ("published", Arg::Text(&published)),
            ("before", Arg::Text(&before)),
            ("moves", Arg::Text(if before == after && before == published { "no" } else { "yes" })),
            ("fewer", Arg::Text(if before == published { "no" } else { "yes" })),
            ("class", Arg::Text(class)),
            ("label", Arg::Text(label)),
        ];
        told.text("explain-without", &args)
    };
    left_out.parts.iter().map(one).collect()
}

/// Where the part that matters least moves areas by at least this share of what the one does that matters most, none
/// is named before the others.
const ALIKE: f64 = 0.9;

struct Told<'a> {
    studio: &'a Studio<'a>,
    id: IndexId,
    left_out: &'a LeftOut,
}

impl Told<'_> {
    /// A string that may tell of areas of the level and of the year.
    fn text(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let words = self.studio.words;
        let level = &self.studio.settings.levels[self.studio.settings.indices[self.id.0].level];
        let year = self.left_out.period.to_string();
        let own = [("parts", Arg::Text(level.plural.get(words.language()))), ("year", Arg::Text(&year))];
        words.text_with(key, &[args, &own[..]].concat())
    }

    fn lead(&self) -> String {
        let results = self.studio.scores.indices[self.id.0].results.get(&self.left_out.period);
        self.text("without-lead", &[("count", Arg::Count(results.map_or(0, |results| results.scored)))])
    }

    /// In quotes.
    fn named(&self, without: &Without) -> String {
        let index = &self.studio.scores.indices[self.id.0];
        self.studio
            .words
            .text_with("index-quoted", &[("name", Arg::Text(self.name(&index.parts[without.part].of)))])
    }

    fn name<'b>(&'b self, of: &'b Weighed) -> &'b str {
        name(self.studio, self.id, of)
    }

    fn rank(&self, rank: f64) -> String {
        self.studio.words.number(rank, u8::from(rank.fract() != 0.0))
    }

    fn mean(&self, shift: &Shift) -> String {
        // of hundreds of places nobody wants tenths
        self.studio.words.number(shift.mean, if shift.mean < 10.0 { 1 } else { 0 })
    }

    /// Without which part areas move most, and without which least.
    fn most_and_least(&self, parts: &[&Without], most_key: &str, least_key: &str) -> Vec<String> {
        let known = || parts.iter().filter(|without| without.shift.areas > 0);
        let by = |one: &&&Without, other: &&&Without| one.shift.mean.total_cmp(&other.shift.mean);
        // of those that are alike, the first
        let (most, least) = (known().rev().max_by(by), known().min_by(by));
        let (Some(most), Some(least)) = (most, least) else { return Vec::new() };
        let told = |without: &Without, key: &str| {
            let (part, mean) = (self.named(without), self.mean(&without.shift));
            self.text(key, &[("part", Arg::Text(&part)), ("mean", Arg::Text(&mean))])
        };
        if most.part != least.part && least.shift.mean >= ALIKE * most.shift.mean {
            let [mean, fewest] = [most, least].map(|it| self.mean(&it.shift));
            let is_one = mean == fewest;
            let args = [
                ("mean", Arg::Text(mean.as_str())),
                ("fewest", Arg::Text(&fewest)),
                ("one", Arg::Text(if is_one { "yes" } else { "no" })),
            ];
            return vec![self.text(&format!("{most_key}-alike"), &args)];
        }
        let mut sentences = vec![told(most, most_key)];
        sentences.extend((most.part != least.part).then(|| told(least, least_key)));
        sentences
    }

    fn table(&self, caption: &str, parts: &[&Without]) -> Table {
        let words = self.studio.words;
        let has_classes = parts.iter().any(|without| without.shift.other_class.is_some());
        let has_people = parts.iter().any(|without| without.shift.people.is_some());
        let has_lost = parts.iter().any(|without| without.shift.lost > 0 && without.shift.areas > 0);
        let has_gained = parts.iter().any(|without| without.shift.gained > 0);
        let mut head = vec![Head::names(words.text("weights-part"))];
        let columns = [
            Some("without-head-order"),
            has_classes.then_some("without-head-class"),
            has_people.then_some("without-head-people"),
            Some("without-head-mean"),
            Some("without-head-largest"),
            has_lost.then_some("without-head-lost"),
            has_gained.then_some("without-head-gained"),
        ];
        head.extend(columns.into_iter().flatten().map(|key| Head::numbers(self.text(key, &[]))));
        let index = &self.studio.scores.indices[self.id.0];
        let row = |without: &&Without| {
            let Shift { spearman, other_class, people, .. } = &without.shift;
            let around: Vec<&str> =
                index.around(without.part).into_iter().map(|at| self.name(&index.parts[at].of)).collect();
            let name = self.name(&index.parts[without.part].of);
            let name = match weights::within(words, &around) {
                Some(around) => format!("{name} {around}"),
                None => name.to_owned(),
            };
            let number = |text: Option<String>| text.map_or(Cell::absent("–"), Cell::known);
            let is_known = without.shift.areas > 0;
            let mut cells = vec![Cell::known(name), number(spearman.map(|r| words.number(r, DECIMALS)))];
            if has_classes {
                cells.push(number(other_class.map(|count| words.number(count as f64, 0))));
            }
            if has_people {
                cells.push(number(people.map(|share| words.value(100.0 * share, "%", 1))));
            }
            cells.push(number(is_known.then(|| self.mean(&without.shift))));
            cells.push(number(is_known.then(|| self.largest(without.shift.largest))));
            let count = |areas: usize| number(is_known.then(|| words.number(areas as f64, 0)));
            cells.extend(has_lost.then(|| count(without.shift.lost)));
            cells.extend(has_gained.then(|| count(without.shift.gained)));
            cells
        };
        Table { caption: self.text(caption, &[]), head, rows: parts.iter().map(row).collect() }
    }

    /// How far, and which area where the site shows it; its ranks only at a level that tells them.
    fn largest(&self, largest: Option<Moved>) -> String {
        let Some(moved) = largest else { return self.studio.words.number(0.0, 0) };
        let atlas = self.studio.atlas;
        let area = atlas.level(self.studio.scores.indices[self.id.0].level).nth(moved.place);
        let distance = self.rank(moved.distance());
        let has_ranks = self.studio.settings.levels[self.studio.settings.indices[self.id.0].level].ranks;
        match area.filter(|area| atlas.is_published(*area)) {
            Some(area) if !has_ranks => {
                let own = atlas.area(area).name.as_str();
                let around = self.studio.around_unless_in(area, own);
                let name = around.map_or_else(|| own.to_owned(), |around| format!("{own} ({around})"));
                let args = [("distance", Arg::Text(distance.as_str())), ("area", Arg::Text(&name))];
                self.text("without-moved-no-ranks", &args)
            }
            Some(area) => {
                let [from, to] = [moved.from, moved.to].map(|rank| self.rank(rank));
                let args = [
                    ("distance", Arg::Text(distance.as_str())),
                    ("area", Arg::Text(&atlas.area(area).name)),
                    ("from", Arg::Text(&from)),
                    ("to", Arg::Text(&to)),
                ];
                self.text("without-moved", &args)
            }
            None => distance,
        }
    }
}
