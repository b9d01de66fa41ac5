//! Maps that show nothing that a sentence does not say: of one shape, or in one colour.

use crate::index::{IndexId, Outcome};
use crate::model::atlas::{AreaId, IndicatorId, Kind, LevelId, Period, Reading};
use crate::telling::figures::{Spec, Studio, Subject};
use crate::telling::profile::compare::shown;
use crate::telling::words::Arg;

/// A map as a page shows it, or what stands in its place.
#[derive(Clone, Debug)]
pub enum Mapped {
    Map(Spec),
    /// Empty where nothing is left to say.
    Said(Vec<String>),
    /// The numbers of a map that would have one colour, with the indicator and the period that they are of.
    Numbers(String, IndicatorId, Period),
}

/// The map of the page of an area, held against what it would show.
pub fn mapped(studio: &Studio<'_>, own: AreaId, spec: Spec) -> Mapped {
    let Spec::Map { subject, area, level, periods, .. } = &spec else { return Mapped::Map(spec) };
    let parts = studio.atlas.within(*area, *level);
    if let [part] = parts.as_slice() {
        let said = (*area == own).then(|| one_part(studio, own, *part, *level));
        return Mapped::Said(said.into_iter().collect());
    }
    let [period] = periods.as_slice() else { return Mapped::Map(spec) };
    let index = match subject {
        Subject::Index(index) => index,
        Subject::Indicator(id) => {
            let reading = |part: &AreaId| studio.atlas.reading(*part, *id, *period);
            let known: Vec<Reading> =
                parts.iter().map(reading).filter(|reading| reading.value().is_some()).collect();
            // one colour beside hatching
            if known.len() < 2 {
                return Mapped::Said(Vec::new());
            }
            if !studio.has_one_colour(*subject, (*area, *level), *period) {
                return Mapped::Map(spec);
            }
            let is_about_own = *area == own || reading(&own).value().is_some();
            let values = || known.iter().filter_map(|reading| reading.value());
            let apart = values().fold(f64::MIN, f64::max) - values().fold(f64::MAX, f64::min);
            // what differs by less than would be called a difference is not worth a sentence
            let is_told = studio.atlas.indicator(*id).threshold.is_none_or(|least| apart >= least);
            if !is_about_own || !is_told {
                return Mapped::Said(Vec::new());
            }
            let said = one_colour(studio, (*id, *period), (*area, *level), &known);
            return Mapped::Numbers(said, *id, *period);
        }
        Subject::Bottom(_) => return Mapped::Map(spec),
    };
    let scores = &studio.scores.indices[index.0];
    if scores.level != *level || scores.class_count() == 0 {
        return Mapped::Map(spec);
    }
    let outcomes = parts.iter().filter_map(|part| scores.outcome(studio.atlas, *part, *period));
    let classes: Vec<u8> = outcomes.filter_map(Outcome::score).filter_map(|score| score.class).collect();
    // a map of what lies around an area without a score says nothing of it
    let is_about_own = *area == own
        || scores.outcome(studio.atlas, own, *period).is_some_and(|outcome| outcome.score().is_some());
    match classes.split_first() {
        None => Mapped::Said(Vec::new()),
        Some((first, others)) if others.iter().all(|class| class == first) => {
            if !is_about_own {
                return Mapped::Said(Vec::new());
            }
            let told = one_class(studio, (*index, *period), (*area, *level), (*first, classes.len()));
            Mapped::Said(told.into_iter().collect())
        }
        Some(_) => Mapped::Map(spec),
    }
}

fn one_part(studio: &Studio<'_>, area: AreaId, part: AreaId, level: LevelId) -> String {
    let level = studio.settings.levels[usize::from(level.0)].name.get(studio.words.language());
    let name = |area: AreaId| studio.atlas.area(area).name.as_str();
    let args =
        [("name", Arg::Text(name(area))), ("part", Arg::Text(level)), ("child", Arg::Text(name(part)))];
    studio.words.text_with("map-one-part", &args)
}

fn one_colour(
    studio: &Studio<'_>,
    (indicator, period): (IndicatorId, Period),
    (area, level): (AreaId, LevelId),
    known: &[Reading],
) -> String {
    let language = studio.words.language();
    let texts = &studio.settings.indicators[usize::from(indicator.0)];
    let parts = &studio.settings.levels[usize::from(level.0)];
    let value = |reading: &&Reading| reading.value().unwrap_or(f64::NAN);
    let by_value = |one: &&Reading, other: &&Reading| value(one).total_cmp(&value(other));
    let told = |reading: Option<&Reading>| reading.map_or_else(String::new, |it| shown(studio, texts, *it));
    let [low, high] = [known.iter().min_by(by_value), known.iter().max_by(by_value)].map(told);
    let is_estimate = studio.atlas.indicator(indicator).kind_at(level) == Kind::Model;
    let estimate = is_estimate.then(|| studio.words.text("note-estimate"));
    let when = [Some(period.to_string()), estimate].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let area = studio.in_full(area);
    let args = [
        ("name", Arg::Text(texts.name.get(language))),
        ("count", Arg::Count(known.len())),
        ("parts", Arg::Text(parts.plural.get(language))),
        ("area", Arg::Text(&area)),
        ("low", Arg::Text(&low)),
        ("high", Arg::Text(&high)),
        ("same", Arg::Text(if low == high { "yes" } else { "no" })),
        ("when", Arg::Text(&when)),
    ];
    studio.words.text_with("map-one-colour", &args)
}

fn one_class(
    studio: &Studio<'_>,
    (index, period): (IndexId, Period),
    (area, level): (AreaId, LevelId),
    (class, count): (u8, usize),
) -> Option<String> {
    let language = studio.words.language();
    let definition = &studio.settings.indices[index.0];
    let level = &studio.settings.levels[usize::from(level.0)];
    let label = definition.classes.as_ref()?.labels.get(usize::from(class))?;
    let (year, area) = (period.to_string(), studio.in_full(area));
    let args = [
        ("count", Arg::Count(count)),
        ("part", Arg::Text(level.name.get(language))),
        ("parts", Arg::Text(level.plural.get(language))),
        ("area", Arg::Text(&area)),
        ("class", Arg::Text(label.get(language))),
        ("index", Arg::Text(definition.name.get(language))),
        ("year", Arg::Text(&year)),
    ];
    Some(studio.words.text_with("map-one-class", &args))
}
