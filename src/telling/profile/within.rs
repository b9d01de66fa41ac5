//! How scores are spread within an area above the level of an index: what its page tells of it.

use crate::index::{IndexId, Summary};
use crate::model::atlas::AreaId;
use crate::telling::address::Addresses;
use crate::telling::figures::Studio;
use crate::telling::profile::Chapter;
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

/// Sentences on the latest period: who lives in the worst parts of all, how hard it is where it is hardest, and
/// parts of the worst class in an area that does well on the whole. Empty for the whole itself, in which the
/// worst tenth is a tenth.
pub fn within(studio: &Studio<'_>, area: AreaId, id: IndexId) -> Vec<String> {
    let index = &studio.scores.indices[id.0];
    let summary = index.latest().and_then(|period| index.results.get(&period)?.summaries.get(&area));
    let is_enough = |summary: &&Summary| {
        summary.scored >= FEWEST_PARTS
            && summary.people > 0.0
            && summary.people >= ENOUGH_PEOPLE * summary.all_people
    };
    let Some(summary) = summary.filter(is_enough).filter(|_| studio.atlas.area(area).parent.is_some()) else {
        return Vec::new();
    };
    let told = Told { studio, area, id, summary };
    [Some(told.extent()), Some(told.concentration()), told.pockets()].into_iter().flatten().collect()
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

    fn extent(&self) -> String {
        let words = self.studio.words;
        if self.summary.extent == 0.0 {
            return self.text("within-none", &[]);
        }
        let (tenth, extent) = (100.0 * self.summary.in_worst_tenth, 100.0 * self.summary.extent);
        let (tenth, extent) = (words.value(tenth, "%", 0), words.value(extent, "%", 0));
        self.text("within-extent", &[("tenth", Arg::Text(&tenth)), ("extent", Arg::Text(&extent))])
    }

    /// As a share of all ranks, upwards: ranks of the lowest level are not told.
    fn concentration(&self) -> String {
        let share = 100.0 * self.summary.local_concentration / self.summary.of as f64;
        let share = self.studio.words.value(share.ceil().max(1.0), "%", 0);
        self.text("within-concentration", &[("share", Arg::Text(&share))])
    }

    fn pockets(&self) -> Option<String> {
        let language = self.studio.words.language();
        let label = self.studio.settings.indices[self.id.0].classes.as_ref()?.labels.last()?;
        let args = [
            ("count", Arg::Count(self.summary.pockets)),
            ("all", Arg::Count(self.summary.scored)),
            ("class", Arg::Text(label.get(language))),
        ];
        (self.summary.pockets > 0).then(|| self.text("within-pockets", &args))
    }
}
