//! How scores are spread within an area above the level of an index: what its page tells of it.

use crate::index::{IndexId, Summary};
use crate::model::atlas::AreaId;
use crate::telling::address::Addresses;
use crate::telling::figures::Studio;
use crate::telling::profile::Chapter;
use crate::telling::profile::lenses::is_said_by_another;
use crate::telling::words::Arg;

/// Of fewer parts with a score, and where fewer of the people live in those, nothing is told of how they lie
/// apart.
const FEWEST_PARTS: usize = 5;
const ENOUGH_PEOPLE: f64 = 0.5;

/// One for each index of which the area has parts enough with a score.
pub fn chapters(studio: &Studio<'_>, area: AreaId) -> Vec<Chapter> {
    let words = studio.words;
    let of_index = |at: usize| {
        let definition = &studio.settings.indices[at];
        let sentences = within(studio, area, IndexId(at));
        let name = studio.in_full(area);
        let args = [("name", Arg::Text(&name))];
        (!sentences.is_empty()).then(|| Chapter {
            anchor: format!("index.{}", definition.id),
            kicker: definition.name.get(words.language()).to_owned(),
            page: Addresses::new(words).index(&definition.id),
            heading: words.text_with("heading-within", &args),
            sentences,
            figure: None,
        })
    };
    (0..studio.scores.indices.len()).filter_map(of_index).collect()
}

/// Sentences on the latest period: who lives in the worst parts of all, and parts of the worst class in an area that
/// does well on the whole. Empty for the whole itself, in which the worst tenth is a tenth, and where another level
/// of the same definition says it. Extent and local concentration ask for more words than a page has: they are in
/// the data files.
pub fn within(studio: &Studio<'_>, area: AreaId, id: IndexId) -> Vec<String> {
    let index = &studio.scores.indices[id.0];
    let summary = index.latest().and_then(|period| index.results.get(&period)?.summaries.get(&area));
    let is_enough = |summary: &&Summary| {
        summary.scored >= FEWEST_PARTS
            && summary.people > 0.0
            && summary.people >= ENOUGH_PEOPLE * summary.all_people
    };
    // what is no verdict has no worst tenth
    let is_told = studio.atlas.area(area).parent.is_some()
        && studio.settings.indices[id.0].is_verdict
        && !is_said_by_another(studio, area, id);
    let Some(summary) = summary.filter(is_enough).filter(|_| is_told) else {
        return Vec::new();
    };
    let told = Told { studio, area, id, summary };
    [Some(told.worst()), told.pockets()].into_iter().flatten().collect()
}

struct Told<'a> {
    studio: &'a Studio<'a>,
    area: AreaId,
    id: IndexId,
    summary: &'a Summary,
}

impl Told<'_> {
    fn text(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let studio = self.studio;
        let language = studio.words.language();
        let level = &studio.settings.levels[studio.settings.indices[self.id.0].level];
        let year = studio.scores.indices[self.id.0].latest().unwrap_or_default().to_string();
        let name = studio.in_full(self.area);
        let common = [
            ("name", Arg::Text(name.as_str())),
            ("part", Arg::Text(level.name.get(language))),
            ("parts", Arg::Text(level.plural.get(language))),
            ("year", Arg::Text(&year)),
        ];
        studio.words.text_with(key, &[&common[..], args].concat())
    }

    fn worst(&self) -> String {
        let tenth = self.studio.words.percent_of(self.summary.in_worst_tenth, 1.0);
        let tenth = tenth.filter(|_| self.summary.in_worst_tenth > 0.0);
        let key = match (tenth.is_some(), self.summary.people < self.summary.all_people) {
            (true, true) => "within-extent-scored",
            (true, false) => "within-extent",
            (false, true) => "within-none-scored",
            (false, false) => "within-none",
        };
        self.text(key, &[("tenth", Arg::Text(&tenth.unwrap_or_default()))])
    }

    fn pockets(&self) -> Option<String> {
        let language = self.studio.words.language();
        let label = self.studio.settings.indices[self.id.0].classes.as_ref()?.labels.last()?;
        let args = [
            ("count", Arg::Count(self.summary.pockets)),
            ("all", Arg::Count(self.summary.scored)),
            ("class", Arg::Text(label.get(language))),
        ];
        let has_classes = !self.summary.parts_by_class.is_empty();
        (has_classes && self.summary.pockets > 0).then(|| self.text("within-pockets", &args))
    }
}
