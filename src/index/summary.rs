//! What an area above the index's level gets from its parts (METHODS.md section 4).
//!
//! In: the outcomes of a period and the people of each part. Out: a summary for every area above that holds a
//! part with a score. Parts are added in the order of their codes.

use std::collections::BTreeMap;

use crate::index::classify::quantile_of_rank;
use crate::index::extent::{Ranked, extent, local_concentration, mean_rank};
use crate::index::{Outcome, Score, Summary};
use crate::model::atlas::{AreaId, Atlas, LevelId};

/// Summaries of all areas above a level; `people` and `outcomes` by place in the level.
pub fn summaries(
    atlas: &Atlas,
    level: LevelId,
    outcomes: &[Outcome],
    people: &[f64],
    classes: usize,
) -> BTreeMap<AreaId, Summary> {
    let above = atlas.areas().take_while(|(_, area)| area.level < level).count();
    let mut sums: Vec<Option<Sums>> = std::iter::repeat_with(|| None).take(above).collect();
    for ((area, outcome), people) in atlas.level(level).zip(outcomes).zip(people) {
        let part = Part::new(outcome, *people);
        let mut above = atlas.area(area).parent;
        while let Some(parent) = above {
            sums[parent.0 as usize].get_or_insert_with(|| Sums::of(classes)).add(part);
            above = atlas.area(parent).parent;
        }
    }
    let of_areas = sums.into_iter().zip(0..).filter_map(|(sums, at)| sums.map(|sums| (AreaId(at), sums)));
    // a set of parts of parts has no score of its own parts to add
    let sets = atlas.sets().iter().filter(|set| atlas.level_of_parts(set.area).is_some_and(|it| it <= level));
    let of_sets = sets.map(|set| {
        let mut sums = Sums::of(classes);
        for area in atlas.within(set.area, level) {
            let at = atlas.place_in_level(area);
            sums.add(Part::new(&outcomes[at], people[at]));
        }
        (set.area, sums)
    });
    let known = of_areas.chain(of_sets).filter(|(_, sums)| sums.summary.scored > 0);
    known.map(|(area, sums)| (area, sums.finish())).collect()
}

/// What is added to every area above.
#[derive(Clone, Copy)]
struct Part<'a> {
    score: Option<&'a Score>,
    /// 0 where they are not known.
    people: f64,
    in_worst_tenth: bool,
}

impl Part<'_> {
    fn new(outcome: &Outcome, people: f64) -> Part<'_> {
        let score = outcome.score();
        let in_worst_tenth = score.is_some_and(|score| quantile_of_rank(score.rank, score.of, 10) == 1);
        Part { score, people: if people.is_nan() { 0.0 } else { people }, in_worst_tenth }
    }
}

struct Sums {
    summary: Summary,
    /// Score × people.
    weighed: f64,
    scores: f64,
    people_in_worst: f64,
    parts_in_worst: usize,
    /// Of the parts with a score, by people.
    ranked: Vec<Ranked>,
}

impl Sums {
    fn of(classes: usize) -> Sums {
        let summary = Summary {
            mean: 0.0,
            lowest: f64::INFINITY,
            highest: f64::NEG_INFINITY,
            scored: 0,
            parts: 0,
            people: 0.0,
            all_people: 0.0,
            people_by_class: vec![0.0; classes],
            parts_by_class: vec![0; classes],
            in_worst_tenth: 0.0,
            of: 0,
            mean_rank: 0.0,
            extent: 0.0,
            local_concentration: 0.0,
            pockets: 0,
        };
        Sums {
            summary,
            weighed: 0.0,
            scores: 0.0,
            people_in_worst: 0.0,
            parts_in_worst: 0,
            ranked: Vec::new(),
        }
    }

    fn add(&mut self, part: Part<'_>) {
        self.summary.parts += 1;
        let people = part.people;
        self.summary.all_people += people;
        let Some(score) = part.score else { return };
        self.summary.scored += 1;
        self.summary.lowest = self.summary.lowest.min(score.value);
        self.summary.highest = self.summary.highest.max(score.value);
        self.summary.people += people;
        self.summary.of = score.of;
        self.ranked.push(Ranked { rank: score.rank, weight: people });
        self.weighed += score.value * people;
        self.scores += score.value;
        if let Some(class) = score.class {
            self.summary.people_by_class[class as usize] += people;
            self.summary.parts_by_class[class as usize] += 1;
        }
        if part.in_worst_tenth {
            self.people_in_worst += people;
            self.parts_in_worst += 1;
        }
    }

    fn finish(mut self) -> Summary {
        let mut summary = self.summary;
        let scored = summary.scored as f64;
        (summary.mean, summary.in_worst_tenth) = if summary.people > 0.0 {
            (self.weighed / summary.people, self.people_in_worst / summary.people)
        } else {
            self.ranked.iter_mut().for_each(|part| part.weight = 1.0);
            (self.scores / scored, self.parts_in_worst as f64 / scored)
        };
        summary.mean_rank = mean_rank(&self.ranked).unwrap_or_default();
        summary.extent = extent(&self.ranked, summary.of).unwrap_or_default();
        summary.local_concentration = local_concentration(&self.ranked).unwrap_or_default();
        if summary.mean_rank > (summary.of as f64 + 1.0) / 2.0 {
            summary.pockets = summary.parts_by_class.last().copied().unwrap_or(self.parts_in_worst);
        }
        summary
    }
}
