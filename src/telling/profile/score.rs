//! The chapter of an index: what the score of an area is made of.

use crate::index::IndexId;
use crate::telling::address::Addresses;
use crate::telling::figures::{MadeOf, Spec, Studio};
use crate::telling::profile::Chapter;
use crate::telling::profile::bottom::bottom;
use crate::telling::profile::compare::Beside;
use crate::telling::profile::lenses::without_domains;
use crate::telling::profile::sentences::lower_first;
use crate::telling::profile::sure::sure_of_place;
use crate::telling::words::Arg;

/// How many domains are named on either side; one more is named, too.
const NAMED: usize = 3;

/// A difference of less than this share of the largest one is not told.
const LITTLE: f64 = 0.1;

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
    let mut sentences = standing_out(studio, id, &made);
    sentences.extend(without_domains(studio, beside.area, id));
    sentences.extend(bottom(studio, beside.area, id));
    sentences.extend(sure_of_place(studio, beside.area, id));
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

/// The domains in which the area is less favourable than the mean of all, and those in which it is more so, the
/// farthest first; of the others, only how many they are. What differs by little beside the farthest is not told.
/// Empty where none differs as it is written.
fn standing_out(studio: &Studio<'_>, id: IndexId, made: &MadeOf) -> Vec<String> {
    let words = studio.words;
    let definition = &studio.settings.indices[id.0];
    let more = |(adds, mean): &(Option<f64>, Option<f64>)| Some((*adds)? - (*mean)?);
    let domains = made.domains.iter().enumerate();
    let mut domains: Vec<(usize, f64)> =
        domains.filter_map(|(at, domain)| Some((at, more(domain)?))).collect();
    domains.sort_by(|one, other| other.1.abs().total_cmp(&one.1.abs()).then(one.0.cmp(&other.0)));
    let farthest = domains.first().map_or(0.0, |(_, more)| more.abs());
    // numbers of two decimals differ by less than a hundredth only in what arithmetic leaves behind
    domains.retain(|(_, more)| more.abs() > 1e-6 && more.abs() >= LITTLE * farthest);
    let low_is_good = studio.scores.indices[id.0].low_is_good;
    let parts = studio.settings.levels[definition.level].plural.get(words.language());
    let told = |key: &str, is_worse: bool| {
        let of: Vec<usize> = domains
            .iter()
            .filter(|(_, more)| ((*more > 0.0) == low_is_good) == is_worse)
            .map(|(at, _)| *at)
            .collect();
        let named = if of.len() > NAMED + 1 { NAMED } else { of.len() };
        let name = |at: &usize| lower_first(definition.domains[*at].name.get(words.language()));
        let mut names: Vec<String> = of[..named].iter().map(name).collect();
        let rest = of.len() - named;
        names.extend(
            (rest > 0).then(|| words.text_with("contributions-rest", &[("count", Arg::Count(rest))])),
        );
        let list = words.list(&names);
        let args = [("parts", Arg::Text(parts)), ("list", Arg::Text(&list))];
        (!names.is_empty()).then(|| words.text_with(key, &args))
    };
    let told = [told("contributions-worse", true), told("contributions-better", false)];
    told.into_iter().flatten().collect()
}
