//! The chapters of an area: what its scores are made of, and a theme each, with its finding, two sentences and
//! a figure.

use crate::model::atlas::Measure;
use crate::telling::address::Addresses;
use crate::telling::figures::{Spec, Studio};
use crate::telling::profile::compare::{Beside, Fact};
use crate::telling::profile::draw_up::{besides, has_trend};
use crate::telling::profile::lenses::{change, change_sentence, changes};
use crate::telling::profile::{Chapter, Mark, score, within};
use crate::telling::words::Arg;

/// How many chapters of an area without parts have a figure: the page is read on a phone, where eleven figures
/// below each other hide the ones that tell something.
const FIGURES_OF_THE_LOWEST: usize = 6;

/// One for each index on which the area or its parts have a score, and one for each theme of which something is known.
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
        let finding = finding(studio, beside, theme.name.get(language), &known);
        distances.push(finding.leads.iter().map(|lead| lead.distance).fold(0.0, f64::max));
        chapters.push(Chapter {
            anchor: theme.id.clone(),
            kicker: theme.name.get(language).to_owned(),
            page: Addresses::new(studio.words).theme(&theme.id),
            sentences: sentences(studio, beside, &finding.leads),
            figure: figure(studio, beside, &finding.leads, &known),
            heading: finding.heading,
        });
    }
    let scores = [score::chapters(studio, beside), within::chapters(studio, beside.area)].concat();
    if studio.atlas.area(beside.area).children.is_empty() {
        let mut order: Vec<usize> = (0..chapters.len()).filter(|at| chapters[*at].figure.is_some()).collect();
        order.sort_by(|one, other| distances[*other].total_cmp(&distances[*one]).then(one.cmp(other)));
        let room = FIGURES_OF_THE_LOWEST.saturating_sub(scores.len());
        order.iter().skip(room).for_each(|at| chapters[*at].figure = None);
    }
    [scores, chapters].concat()
}

/// What a theme tells, and the figures that decide it: sentences and drawing are about these.
struct Finding<'a> {
    heading: String,
    /// One; or two, where one is better and one is worse.
    leads: Vec<&'a Fact>,
}

fn finding<'a>(studio: &Studio<'_>, beside: Beside, theme: &str, known: &'a [Fact]) -> Finding<'a> {
    let words = studio.words;
    let furthest_of = |is: &dyn Fn(&Fact) -> bool| {
        known.iter().filter(|fact| is(fact)).max_by(|one, other| {
            one.distance.total_cmp(&other.distance).then(other.indicator.cmp(&one.indicator))
        })
    };
    let furthest = |wanted: &[Mark]| furthest_of(&|fact| wanted.contains(&fact.mark));
    let changed = |wanted| changes(studio, known, wanted).into_iter().next().map(|(fact, _)| fact);
    let nothing = || Finding { heading: theme.to_owned(), leads: known.iter().take(1).collect() };
    let Some(whole) = beside.whole else {
        let (key, leads) = match (changed(Mark::Better), changed(Mark::Worse)) {
            (None, None) => return nothing(),
            (Some(better), None) => ("heading-improved", vec![better]),
            (None, Some(worse)) => ("heading-worsened", vec![worse]),
            (Some(better), Some(worse)) => ("heading-both-ways", vec![better, worse]),
        };
        return Finding { heading: words.text_with(key, &[("theme", Arg::Text(theme))]), leads };
    };
    let (key, leads) = match (furthest(&[Mark::Better]), furthest(&[Mark::Worse])) {
        (Some(better), None) => ("heading-better", vec![better]),
        (None, Some(worse)) => ("heading-worse", vec![worse]),
        (Some(better), Some(worse)) => ("heading-mixed", vec![better, worse]),
        (None, None) => {
            let judged = furthest_of(&|fact| fact.mark == Mark::Same && fact.has_good_end(studio));
            match (furthest(&[Mark::Higher, Mark::Lower]), judged.or(furthest(&[Mark::Same]))) {
                // what is neither good nor bad makes no theme another one
                (Some(other), Some(same)) if judged.is_some() => ("heading-same", vec![same, other]),
                (Some(other), _) => ("heading-different", vec![other]),
                (None, Some(same)) => ("heading-same", vec![same]),
                (None, None) => return nothing(),
            }
        }
    };
    let args = [("theme", Arg::Text(theme)), ("whole", Arg::Text(&studio.atlas.area(whole).name))];
    Finding { heading: words.text_with(key, &args), leads }
}

/// How each of the leads compares; of one alone, also how it changed. Of the whole, how they changed.
fn sentences(studio: &Studio<'_>, beside: Beside, leads: &[&Fact]) -> Vec<String> {
    let changed = |fact: &Fact| {
        let change = change(studio, fact).filter(|change| change.mark != Mark::None)?;
        Some(change_sentence(studio, fact, &change))
    };
    if beside.whole.is_none() {
        let changes: Vec<String> = leads.iter().filter_map(|lead| changed(lead)).collect();
        if !changes.is_empty() {
            return changes;
        }
    }
    let mut sentences: Vec<String> = leads.iter().map(|lead| sentence(studio, beside, lead)).collect();
    if let [lead] = leads {
        sentences.extend(changed(lead));
    }
    sentences
}

fn sentence(studio: &Studio<'_>, beside: Beside, fact: &Fact) -> String {
    let (name, value) = (fact.name(studio), fact.told(studio));
    let args = [("name", Arg::Text(name.as_str())), ("value", Arg::Text(&value))];
    match fact.compared(studio, beside) {
        Some(compared) => {
            let args = [args[0], args[1], ("compared", Arg::Text(&compared))];
            studio.words.text_with("chapter-fact", &args)
        }
        None => studio.words.text_with("chapter-fact-alone", &args),
    }
}

/// The years of the first lead that has enough of them; else all of the theme beside parent and whole.
/// Counts say how large an area is: beside the whole they say nothing.
fn figure(studio: &Studio<'_>, beside: Beside, leads: &[&Fact], known: &[Fact]) -> Option<Spec> {
    let is_count = |fact: &Fact| studio.atlas.indicator(fact.indicator).measure == Measure::Count;
    let with_years = leads.iter().find(|fact| !is_count(fact) && has_trend(studio, fact));
    if let Some(fact) = with_years {
        return Some(Spec::Lines { indicator: fact.indicator, area: beside.area, title: None });
    }
    let told: Vec<Fact> = known.iter().filter(|fact| !is_count(fact)).cloned().collect();
    (!told.is_empty()).then(|| besides(beside, &told))
}
