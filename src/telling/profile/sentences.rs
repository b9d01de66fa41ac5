//! Three sentences that stand on their own.

use crate::input::settings::Lens;
use crate::telling::figures::Studio;
use crate::telling::profile::compare::{Beside, Fact};
use crate::telling::profile::draw_up::inhabitants;
use crate::telling::profile::lenses::{self, change, telling};
use crate::telling::profile::{Ground, Mark};
use crate::telling::words::Arg;

/// Three sentences: what and how large it is, what is strong, where it is hard.
pub fn sentences(studio: &Studio<'_>, ground: &Ground, beside: Beside, facts: &[Fact]) -> Vec<String> {
    let atlas = studio.atlas;
    let words = studio.words;
    let own = atlas.area(beside.area);
    let level = studio.settings.levels[usize::from(own.level.0)].name.get(words.language());
    let people = inhabitants(studio, ground, beside.area);
    let first = match own.parent {
        Some(parent) => {
            let parent = &atlas.area(parent).name;
            let args =
                [("name", Arg::Text(&own.name)), ("level", Arg::Text(level)), ("parent", Arg::Text(parent))];
            format!("{} {people}", words.text_with("area-is", &args))
        }
        None => {
            let args = [("name", Arg::Text(&own.name)), ("level", Arg::Text(level))];
            format!("{} {people}", words.text_with("area-is-whole", &args))
        }
    };
    let mut sentences = vec![first];
    if facts.iter().all(|fact| fact.reading.value().is_none()) {
        sentences.push(words.text("sentence-nothing-known"));
        return sentences;
    }
    let Some(whole) = beside.whole else {
        sentences.extend(whole_sentences(studio, facts));
        return sentences;
    };
    let whole = &atlas.area(whole).name;
    for (mark, lens, key, none) in [
        (Mark::Better, Lens::Compass, "sentence-better", "sentence-better-none"),
        (Mark::Worse, Lens::Signal, "sentence-worse", "sentence-worse-none"),
    ] {
        let found = telling(studio, facts, mark, lens);
        sentences.push(if found.is_empty() {
            words.text_with(none, &[("whole", Arg::Text(whole))])
        } else {
            let names: Vec<String> =
                found.iter().take(3).map(|fact| lower_first(&fact.name(studio))).collect();
            let list = words.list(&names);
            words.text_with(key, &[("whole", Arg::Text(whole)), ("list", Arg::Text(&list))])
        });
    }
    sentences
}

/// Of the whole: what got better, and what got worse.
fn whole_sentences(studio: &Studio<'_>, facts: &[Fact]) -> Vec<String> {
    let words = studio.words;
    let changes: Vec<(&Fact, lenses::Change)> =
        facts.iter().filter_map(|fact| Some((fact, change(studio, fact)?))).collect();
    let Some(start) = changes.iter().map(|(_, change)| change.from.0).min() else { return Vec::new() };
    let year = start.to_string();
    [
        (Mark::Better, "sentence-improved", "sentence-improved-none"),
        (Mark::Worse, "sentence-worsened", "sentence-worsened-none"),
    ]
    .into_iter()
    .map(|(mark, key, none)| {
        let names: Vec<String> = changes
            .iter()
            .filter(|(_, change)| change.mark == mark)
            .map(|(fact, _)| lower_first(&fact.name(studio)))
            .collect();
        if names.is_empty() {
            return words.text_with(none, &[("year", Arg::Text(&year))]);
        }
        let list = words.list(&names[..names.len().min(3)]);
        words.text_with(key, &[("year", Arg::Text(year.as_str())), ("list", Arg::Text(&list))])
    })
    .collect()
}

/// A name inside a sentence: "Laag inkomen" as "laag inkomen", but "WOZ" and "65 jaar" as they are.
fn lower_first(name: &str) -> String {
    let mut characters = name.chars();
    match (characters.next(), characters.clone().next()) {
        (Some(first), Some(second)) if first.is_uppercase() && second.is_lowercase() => {
            first.to_lowercase().chain(characters).collect()
        }
        _ => name.to_owned(),
    }
}
