//! The chapter of an index: what the score of an area is made of.

use crate::index::{IndexId, Outcome, Score};
use crate::input::settings;
use crate::model::atlas::AreaId;
use crate::telling::address::Addresses;
use crate::telling::figures::{Spec, Studio};
use crate::telling::profile::Chapter;
use crate::telling::profile::compare::Beside;
use crate::telling::profile::lenses::{Said, said};
use crate::telling::profile::sentences::lower_first;
use crate::telling::words::Arg;

/// How many domains are named that raise the score, and that lower it.
const NAMED: usize = 2;

/// What the scores of an area are made of, in words: all that its page tells of them beside the figures.
pub fn scores_in_words(studio: &Studio<'_>, area: AreaId) -> Vec<String> {
    chapters(studio, Beside::of(studio, area)).into_iter().flat_map(|chapter| chapter.sentences).collect()
}

/// One for each index on which the area has a score of its own.
pub fn chapters(studio: &Studio<'_>, beside: Beside) -> Vec<Chapter> {
    (0..studio.scores.indices.len()).filter_map(|at| chapter(studio, beside, IndexId(at))).collect()
}

fn chapter(studio: &Studio<'_>, beside: Beside, id: IndexId) -> Option<Chapter> {
    let words = studio.words;
    let index = &studio.scores.indices[id.0];
    let definition = &studio.settings.indices[id.0];
    if !studio.atlas.is_of(beside.area, index.level) {
        return None;
    }
    let period = index.latest()?;
    let outcome = &index.results.get(&period)?.outcomes[studio.atlas.place_in_level(beside.area)];
    let Outcome::Score(score) = outcome else { return None };
    let mut sentences: Vec<String> = said(studio, beside, id).map(Said::text).into_iter().collect();
    sentences.extend(weightiest(studio, definition, score));
    Some(Chapter {
        // no theme has a point in its id
        anchor: format!("index.{}", definition.id),
        kicker: definition.name.get(words.language()).to_owned(),
        page: Addresses::new(words).index(&definition.id),
        heading: words.text("heading-contributions"),
        sentences,
        figure: Some(Spec::Contributions { index: id, area: beside.area, period, title: None }),
    })
}

/// The domains that add most and those that take off most, by name; absent where none does either.
fn weightiest(studio: &Studio<'_>, definition: &settings::Index, score: &Score) -> Option<String> {
    let words = studio.words;
    let mut domains: Vec<(usize, f64)> = score.contributions.iter().copied().enumerate().collect();
    domains.sort_by(|one, other| other.1.abs().total_cmp(&one.1.abs()).then(one.0.cmp(&other.0)));
    let named = |wanted: fn(f64) -> bool| {
        let domains = domains.iter().filter(|(_, adds)| wanted(*adds)).take(NAMED);
        let domains = domains.filter_map(|(at, _)| definition.domains.get(*at));
        let names: Vec<String> =
            domains.map(|domain| lower_first(domain.name.get(words.language()))).collect();
        words.list(&names)
    };
    let (raise, lower) = (named(|adds| adds > 0.0), named(|adds| adds < 0.0));
    let key = match (raise.is_empty(), lower.is_empty()) {
        (true, true) => return None,
        (false, true) => "contributions-raise",
        (true, false) => "contributions-lower",
        (false, false) => "contributions-both",
    };
    Some(words.text_with(key, &[("raise", Arg::Text(&raise)), ("lower", Arg::Text(&lower))]))
}
