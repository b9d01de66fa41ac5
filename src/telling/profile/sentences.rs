//! Three sentences that stand on their own.

use crate::input::settings::Lens;
use crate::model::atlas::{Absence, IndicatorId, Measure, Period, Reading};
use crate::telling::figures::Studio;
use crate::telling::profile::compare::{Beside, Fact, fact, people as counted};
use crate::telling::profile::draw_up::inhabitants;
use crate::telling::profile::lenses::{Said, all_among_the_worst, change, changes, hard_now, telling};
use crate::telling::profile::{Ground, Mark};
use crate::telling::words::Arg;

/// How many findings a sentence names.
pub const NAMED: usize = 3;

/// Three sentences: what and how large it is, what is strong, where it is hard. `counts` are those of [`counts`].
pub fn sentences(
    studio: &Studio<'_>,
    ground: &Ground,
    beside: Beside,
    (facts, is_sparse): (&[Fact], bool),
    (said, counts): (&[Said], &[Fact]),
) -> Vec<String> {
    let atlas = studio.atlas;
    let words = studio.words;
    let own = atlas.area(beside.area);
    let level = studio.kind(beside.area);
    let people = inhabitants(studio, ground, beside.area);
    let set = atlas.set(beside.area);
    let is = match (own.parent, set) {
        (Some(parent), _) => {
            let parent = studio.in_full_with_around(parent);
            let args = [
                ("name", Arg::Text(&own.name)),
                ("level", Arg::Text(&level)),
                ("parent", Arg::Text(&parent)),
            ];
            words.text_with(if set.is_some() { "set-is" } else { "area-is" }, &args)
        }
        (None, Some(_)) => {
            let args = [("name", Arg::Text(own.name.as_str())), ("level", Arg::Text(&level))];
            words.text_with("set-is-alone", &args)
        }
        (None, None) => words.text_with("area-is-whole", &[("name", Arg::Text(&own.name))]),
    };
    let first = [Some(is), Some(people), set.and_then(|_| share(studio, beside))];
    let first = first.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let mut sentences = vec![first];
    if is_unknown(facts) {
        sentences.push(words.text("sentence-nothing-known"));
        sentences.extend(what_is_counted(studio, counts, "sentence-counted"));
        return sentences;
    }
    if is_sparse {
        let is_empty = counted(studio, ground, beside.area).is_some_and(|(it, _)| it.value() == Some(0.0));
        sentences.push(words.text(if is_empty { "sentence-sparse-empty" } else { "sentence-sparse" }));
        sentences.extend(what_is_counted(studio, counts, "sentence-counted-too"));
        return sentences;
    }
    let Some(whole) = beside.whole else {
        sentences.extend(whole_sentences(studio, facts, said));
        return sentences;
    };
    let whole = &atlas.area(whole).name;
    if facts.iter().any(|fact| !fact.is_judged) {
        let least = words.number(studio.settings.site.judged_from, 0);
        let args = [("least", Arg::Text(&least)), ("whole", Arg::Text(whole))];
        let key = match counted(studio, ground, beside.area) {
            Some((Reading::Value { .. }, _)) => "sentence-few",
            Some((Reading::Absent(Absence::Suppressed), _)) => "sentence-few-secret",
            Some((Reading::Absent(_), _)) | None => "sentence-few-unknown",
        };
        sentences.push(words.text_with(key, &args));
        return sentences;
    }
    let worst = all_among_the_worst(studio, beside.area).into_iter().next();
    let is_found =
        |mark: Mark| facts.iter().any(|fact| fact.mark == mark) || index_said(said, mark).is_some();
    if worst.is_none() && !is_found(Mark::Better) && !is_found(Mark::Worse) {
        sentences.push(nothing(studio, facts, whole, "sentence-neither"));
        return sentences;
    }
    for (mark, lens, key, none) in [
        (Mark::Better, Lens::Compass, "sentence-better", "sentence-better-none"),
        (Mark::Worse, Lens::Signal, "sentence-worse", "sentence-worse-none"),
    ] {
        let found = telling(studio, facts, mark, lens);
        if found.is_empty() {
            let said = index_said(said, mark).or(worst.clone().filter(|_| mark == Mark::Worse));
            sentences.push(said.unwrap_or_else(|| nothing(studio, facts, whole, none)));
            continue;
        }
        let names: Vec<String> = found.iter().take(NAMED).map(|fact| fact.finding_beside(studio)).collect();
        let list = words.list(&names);
        let told = words.text_with(key, &[("whole", Arg::Text(whole)), ("list", Arg::Text(&list))]);
        // an index that says that it is hard there is never left to the panels alone
        let hard = hard_now(studio, beside).filter(|_| mark == Mark::Worse);
        sentences.push([Some(told), hard].into_iter().flatten().collect::<Vec<_>>().join(" "));
    }
    sentences
}

/// What the first index says of an area that has no figure with this mark, where it says the same.
fn index_said(said: &[Said], mark: Mark) -> Option<String> {
    said.iter().find_map(|said| match (said, mark) {
        (Said::Well(text), Mark::Better) | (Said::Hard(text), Mark::Worse) => Some(text.clone()),
        _ => None,
    })
}

/// That none is better, or worse; of how many, where of others that is not told.
fn nothing(studio: &Studio<'_>, facts: &[Fact], whole: &str, key: &str) -> String {
    let known = facts.iter().filter(|fact| fact.reading.value().is_some());
    let compared =
        || known.clone().filter(|fact| fact.has_good_end(studio) && fact.mark != Mark::None).count();
    let args = [("whole", Arg::Text(whole)), ("count", Arg::Count(compared()))];
    let is_some = compared() > 0 && compared() < known.clone().count();
    studio.words.text_with(&if is_some { format!("{key}-some") } else { key.to_owned() }, &args)
}

fn is_unknown(facts: &[Fact]) -> bool {
    facts.iter().all(|fact| fact.reading.value().is_none())
}

/// What is counted in an area of which nothing else is known, or hardly anything.
pub fn counts(
    studio: &Studio<'_>,
    ground: &Ground,
    beside: Beside,
    (facts, is_sparse): (&[Fact], bool),
) -> Vec<Fact> {
    if !is_sparse && !is_unknown(facts) {
        return Vec::new();
    }
    let atlas = studio.atlas;
    let counts = atlas.indicators().filter(|(id, indicator)| {
        indicator.measure == Measure::Count && indicator.theme.is_none() && atlas.population() != Some(*id)
    });
    let known = counts.filter_map(|(id, _)| fact(studio, ground, beside, id));
    known.filter(|fact| fact.reading.value().is_some_and(|count| count > 0.0)).collect()
}

/// "Wel geteld: misdrijven (206 in 2024)."
fn what_is_counted(studio: &Studio<'_>, counts: &[Fact], key: &str) -> Option<String> {
    let words = studio.words;
    let told = counts.iter().map(|fact| {
        let (name, value, year) =
            (lower_first(&fact.name(studio)), fact.value(studio), fact.period.to_string());
        let args = [("name", Arg::Text(&name)), ("value", Arg::Text(&value)), ("year", Arg::Text(&year))];
        words.text_with("counted-item", &args)
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| words.text_with(key, &[("list", Arg::Text(&words.list(&told)))]))
}

/// How much of the area above it an area set is: "Dat is 14 % van de inwoners en 15 % van de huishoudens van
/// Heerlen." People, and the other counts that shares of the site are of.
fn share(studio: &Studio<'_>, beside: Beside) -> Option<String> {
    const MOST: usize = 3;
    let atlas = studio.atlas;
    let above = studio.above(beside.area)?;
    beside.rest?;
    let of = atlas.indicators().filter(|(_, indicator)| indicator.theme.is_some());
    let of = of.filter_map(|(_, indicator)| indicator.measure.of());
    let mut counts: Vec<IndicatorId> = atlas.population().into_iter().collect();
    for count in of {
        if !counts.contains(&count) {
            counts.push(count);
        }
    }
    let language = studio.words.language();
    let said = counts.into_iter().filter_map(|count| {
        let known = atlas.periods(count).rev();
        let shares = { known }.filter_map(|period| {
            let own = atlas.reading(beside.area, count, period).value()?;
            let all = atlas.reading(above, count, period).value()?;
            studio.words.percent_of(own, all)
        });
        let share = { shares }.next()?;
        let unit = studio.settings.indicators[usize::from(count.0)].unit.get(language);
        let args = [("share", Arg::Text(&share)), ("unit", Arg::Text(unit))];
        Some(studio.words.text_with("set-share-of", &args))
    });
    let said: Vec<String> = said.take(MOST).collect();
    let (list, above) = (studio.words.list(&said), studio.in_full(above));
    (!said.is_empty()).then(|| {
        studio.words.text_with("set-share", &[("list", Arg::Text(&list)), ("area", Arg::Text(&above))])
    })
}

/// Of the whole: what got better, and what got worse; where there are no years to compare, what the indices
/// say.
fn whole_sentences(studio: &Studio<'_>, facts: &[Fact], said: &[Said]) -> Vec<String> {
    let words = studio.words;
    let told: Vec<Mark> =
        facts.iter().filter_map(|fact| change(studio, fact)).map(|change| change.mark).collect();
    let count = told.iter().filter(|mark| **mark != Mark::None).count();
    if count == 0 {
        return said.iter().cloned().map(Said::text).collect();
    }
    if !told.iter().any(|mark| matches!(mark, Mark::Better | Mark::Worse)) {
        return vec![words.text_with("sentence-changed-none", &[("count", Arg::Count(count))])];
    }
    [
        (Mark::Better, "sentence-improved", "sentence-improved-none"),
        (Mark::Worse, "sentence-worsened", "sentence-worsened-none"),
    ]
    .into_iter()
    .filter_map(|(mark, key, none)| {
        let found = changes(studio, facts, mark);
        let named = found.iter().take(NAMED);
        let mut years: Vec<(Period, Period)> =
            named.clone().map(|(_, change)| (change.from.0, change.to.0)).collect();
        years.dedup();
        let named = named.map(|(fact, change)| {
            let name = fact.finding(studio, change.to.1 > change.from.1);
            if years.len() == 1 {
                return name;
            }
            let (start, end) = (change.from.0.to_string(), change.to.0.to_string());
            let args =
                [("name", Arg::Text(name.as_str())), ("start", Arg::Text(&start)), ("end", Arg::Text(&end))];
            words.text_with("changed-item", &args)
        });
        let names: Vec<String> = named.collect();
        if names.is_empty() {
            // of the only figure, the other sentence says it all
            return (count > 1).then(|| words.text_with(none, &[("count", Arg::Count(count))]));
        }
        let list = words.list(&names);
        let told = match years.as_slice() {
            [(start, end)] => {
                let (start, end) = (start.to_string(), end.to_string());
                let args = [
                    ("list", Arg::Text(list.as_str())),
                    ("start", Arg::Text(&start)),
                    ("end", Arg::Text(&end)),
                ];
                words.text_with(&format!("{key}-between"), &args)
            }
            _ => words.text_with(key, &[("list", Arg::Text(&list))]),
        };
        let mut cautions: Vec<String> =
            found.iter().take(NAMED).flat_map(|(fact, change)| change.cautions(studio, fact)).collect();
        cautions.sort();
        cautions.dedup();
        Some([vec![told], cautions].concat().join(" "))
    })
    .collect()
}

/// A sentence, whatever its first word is elsewhere.
pub fn upper_first(sentence: &str) -> String {
    let mut characters = sentence.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

/// A name inside a sentence: "Laag inkomen" as "laag inkomen", but "WOZ" and "65 jaar" as they are.
pub fn lower_first(name: &str) -> String {
    let mut characters = name.chars();
    match (characters.next(), characters.clone().next()) {
        (Some(first), Some(second)) if first.is_uppercase() && second.is_lowercase() => {
            first.to_lowercase().chain(characters).collect()
        }
        _ => name.to_owned(),
    }
}
