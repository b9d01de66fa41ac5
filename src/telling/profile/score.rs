//! The chapter of an index: what the score of an area is made of.

use crate::index::IndexId;
use crate::telling::address::Addresses;
use crate::telling::figures::{MadeOf, Spec, Studio};
use crate::telling::profile::Chapter;
use crate::telling::profile::bottom::bottom;
use crate::telling::profile::compare::Beside;
use crate::telling::profile::sentences::lower_first;
use crate::telling::profile::sure::sure_of_place;
use crate::telling::words::Arg;

/// How many domains are named that raise the score, and that lower it.
const NAMED: usize = 2;

/// One for each index on which the area has a score of its own.
pub fn chapters(studio: &Studio<'_>, beside: Beside) -> Vec<Chapter> {
    (0..studio.scores.indices.len()).filter_map(|at| chapter(studio, beside, IndexId(at))).collect()
}

fn chapter(studio: &Studio<'_>, beside: Beside, id: IndexId) -> Option<Chapter> {
    let words = studio.words;
    let index = &studio.scores.indices[id.0];
    let definition = &studio.settings.indices[id.0];
    let period = index.latest()?;
    let made = studio.made_of(id, beside.area, period)?;
    let sentences = [
        standing_out(studio, id, &made),
        bottom(studio, beside.area, id),
        sure_of_place(studio, beside.area, id),
    ];
    Some(Chapter {
        // no theme has a point in its id
        anchor: format!("index.{}", definition.id),
        kicker: definition.name.get(words.language()).to_owned(),
        page: Addresses::new(words).index(&definition.id),
        heading: words.text("heading-contributions"),
        sentences: sentences.into_iter().flatten().collect(),
        figure: Some(Spec::Contributions { index: id, area: beside.area, period, title: None }),
    })
}

/// The domains that add more than in other areas and those that add less, by name; as far as their numbers
/// show it when they are written. Absent where none does either.
fn standing_out(studio: &Studio<'_>, id: IndexId, made: &MadeOf) -> Option<String> {
    let words = studio.words;
    let definition = &studio.settings.indices[id.0];
    let more = |(adds, mean): &(Option<f64>, Option<f64>)| Some((*adds)? - (*mean)?);
    let domains = made.domains.iter().enumerate();
    let mut domains: Vec<(usize, f64)> =
        domains.filter_map(|(at, domain)| Some((at, more(domain)?))).collect();
    domains.sort_by(|one, other| other.1.abs().total_cmp(&one.1.abs()).then(one.0.cmp(&other.0)));
    let named = |wanted: fn(f64) -> bool| {
        let domains = domains.iter().filter(|(_, more)| wanted(*more)).take(NAMED);
        let domains = domains.filter_map(|(at, _)| definition.domains.get(*at));
        let names: Vec<String> =
            domains.map(|domain| lower_first(domain.name.get(words.language()))).collect();
        words.list(&names)
    };
    // numbers of two decimals differ by less than a hundredth only in what arithmetic leaves behind
    let (more, less) = (named(|more| more > 1e-6), named(|more| more < -1e-6));
    let key = match (more.is_empty(), less.is_empty()) {
        (true, true) => return None,
        (false, true) => "contributions-more",
        (true, false) => "contributions-less",
        (false, false) => "contributions-both",
    };
    Some(words.text_with(key, &[("more", Arg::Text(&more)), ("less", Arg::Text(&less))]))
}
