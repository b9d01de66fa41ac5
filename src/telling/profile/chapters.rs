//! The chapters of an area: a theme each, with its finding, two sentences and a figure.

use crate::model::atlas::Measure;
use crate::telling::address::Addresses;
use crate::telling::figures::{Spec, Studio};
use crate::telling::profile::compare::{Beside, Fact};
use crate::telling::profile::draw_up::{besides, has_trend};
use crate::telling::profile::lenses::{change, change_sentence};
use crate::telling::profile::{Chapter, Mark};
use crate::telling::words::Arg;

/// How many chapters of an area without parts have a figure: the page is read on a phone, where eleven figures
/// below each other hide the ones that tell something.
const FIGURES_OF_THE_LOWEST: usize = 6;

/// One for each theme of which something is known.
pub fn chapters(studio: &Studio<'_>, beside: Beside, facts: &[Fact]) -> Vec<Chapter> {
    let language = studio.words.language();
    let mut chapters = Vec::new();
    let mut distances = Vec::new();
    for (at, theme) in studio.settings.themes.iter().enumerate() {
        let known: Vec<Fact> = facts
            .iter()
            .filter(|fact| studio.atlas.indicator(fact.indicator).theme == Some(at))
            .filter(|fact| fact.reading.value().is_some())
            .cloned()
            .collect();
        if known.is_empty() {
            continue;
        }
        distances.push(furthest(&known).map_or(0.0, |fact| fact.distance));
        chapters.push(Chapter {
            anchor: theme.id.clone(),
            kicker: theme.name.get(language).to_owned(),
            page: Addresses::new(studio.words).theme(&theme.id),
            heading: heading(studio, beside, theme.name.get(language), &known),
            sentences: sentences(studio, beside, &known),
            figure: figure(studio, beside, &known),
        });
    }
    if studio.atlas.area(beside.area).children.is_empty() {
        let mut order: Vec<usize> = (0..chapters.len()).filter(|at| chapters[*at].figure.is_some()).collect();
        order.sort_by(|one, other| distances[*other].total_cmp(&distances[*one]).then(one.cmp(other)));
        order.iter().skip(FIGURES_OF_THE_LOWEST).for_each(|at| chapters[*at].figure = None);
    }
    chapters
}

/// The largest difference from the whole that may be told.
fn furthest(known: &[Fact]) -> Option<&Fact> {
    known.iter().filter(|fact| fact.mark != Mark::None).max_by(|one, other| {
        one.distance.total_cmp(&other.distance).then(other.indicator.cmp(&one.indicator))
    })
}

/// The finding of a theme: the most telling difference, or that there is none.
fn heading(studio: &Studio<'_>, beside: Beside, theme: &str, known: &[Fact]) -> String {
    let words = studio.words;
    let Some(whole) = beside.whole else {
        let count = |wanted| {
            let changes = known.iter().filter_map(|fact| change(studio, fact));
            changes.filter(|change| change.mark == wanted).count()
        };
        let key = match (count(Mark::Better), count(Mark::Worse)) {
            (0, 0) => return theme.to_owned(),
            (_, 0) => "heading-improved",
            (0, _) => "heading-worsened",
            _ => "heading-both-ways",
        };
        return words.text_with(key, &[("theme", Arg::Text(theme))]);
    };
    let whole = &studio.atlas.area(whole).name;
    let count = |wanted| known.iter().filter(|fact| fact.mark == wanted).count();
    let (better, worse) = (count(Mark::Better), count(Mark::Worse));
    let (other, same) = (count(Mark::Higher) + count(Mark::Lower), count(Mark::Same));
    let key = match (better, worse) {
        (0, 0) if other > 0 => "heading-different",
        (0, 0) if same > 0 => "heading-same",
        (0, 0) => return theme.to_owned(),
        (_, 0) => "heading-better",
        (0, _) => "heading-worse",
        _ => "heading-mixed",
    };
    words.text_with(key, &[("theme", Arg::Text(theme)), ("whole", Arg::Text(whole))])
}

/// Two sentences: the largest difference, and the largest change.
pub fn sentences(studio: &Studio<'_>, beside: Beside, known: &[Fact]) -> Vec<String> {
    let mut sentences = Vec::new();
    if let Some(fact) = furthest(known).or(known.first()) {
        let (name, value) = (fact.name(studio), fact.value(studio));
        let args = [("name", Arg::Text(name.as_str())), ("value", Arg::Text(&value))];
        sentences.push(match fact.compared(studio, beside) {
            Some(compared) => {
                let args = [args[0], args[1], ("compared", Arg::Text(&compared))];
                studio.words.text_with("chapter-fact", &args)
            }
            None => studio.words.text_with("chapter-fact-alone", &args),
        });
    }
    let change = known
        .iter()
        .filter_map(|fact| Some((fact, change(studio, fact)?)))
        .filter(|(_, change)| !matches!(change.mark, Mark::None))
        .map(|(fact, change)| {
            let threshold = studio.atlas.indicator(fact.indicator).threshold.unwrap_or(1.0);
            ((change.to.1 - change.from.1).abs() / threshold, fact, change)
        })
        .max_by(|one, other| one.0.total_cmp(&other.0).then(other.1.indicator.cmp(&one.1.indicator)));
    sentences.extend(change.map(|(_, fact, change)| change_sentence(studio, fact, &change)));
    sentences
}

/// The years of the first indicator that has enough of them; else all beside parent and whole. Counts say
/// how large an area is: beside the whole they say nothing.
fn figure(studio: &Studio<'_>, beside: Beside, known: &[Fact]) -> Option<Spec> {
    let is_count = |fact: &Fact| studio.atlas.indicator(fact.indicator).measure == Measure::Count;
    let told: Vec<Fact> = known.iter().filter(|fact| !is_count(fact)).cloned().collect();
    match told.iter().find(|fact| has_trend(studio, fact)) {
        Some(fact) => Some(Spec::Lines { indicator: fact.indicator, area: beside.area, title: None }),
        None => (!told.is_empty()).then(|| besides(beside, &told)),
    }
}
