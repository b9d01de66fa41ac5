//! Areas of which hardly anything is published, since hardly anybody lives there.

use crate::model::atlas::{Absence, AreaId, Measure, Reading};
use crate::telling::figures::Studio;
use crate::telling::profile::Ground;
use crate::telling::profile::compare::{Beside, Fact, people};
use crate::telling::profile::sentences::lower_first;
use crate::telling::words::Arg;

/// With more people, gaps have other reasons.
const FEW_PEOPLE: f64 = 100.0;

/// Whether less than half is known of what is known of most areas of the level, and few people live there; or
/// nothing is known at all. How large an area is does not count: that is known of an empty one, too.
pub fn is_sparse(studio: &Studio<'_>, ground: &Ground, beside: Beside, facts: &[Fact]) -> bool {
    let is_known = |fact: &&Fact| fact.reading.value().is_some();
    if !facts.iter().any(|fact| is_known(&fact)) {
        return true;
    }
    let counted = people(studio, ground, beside.area).and_then(|(reading, _)| reading.value());
    let few = FEW_PEOPLE.max(studio.settings.site.judged_from);
    if counted.is_none_or(|people| people >= few) {
        return false;
    }
    let level = studio.atlas.area(beside.area).level;
    let is_asked = |fact: &&Fact| {
        let is_size = studio.atlas.indicator(fact.indicator).measure == Measure::Count;
        !is_size && ground.is_mostly_known(fact.indicator, level)
    };
    let asked = facts.iter().filter(is_asked).count();
    let known = facts.iter().filter(is_asked).filter(is_known).count();
    2 * known < asked
}

/// Whether a figure is not known of which the count is.
fn is_counted(studio: &Studio<'_>, fact: &Fact) -> bool {
    let count = studio.atlas.indicator(fact.indicator).numerator;
    let reading = |count| {
        let latest = studio.atlas.periods(count).next_back()?;
        studio.atlas.reading(fact.area, count, latest).value()
    };
    count.and_then(reading).is_some_and(|count| count > 0.0)
}

/// The names of what is not known, in a list for each reason. What is told as a count is not among them. Where nobody lives, what does not apply needs no list.
pub fn absences(studio: &Studio<'_>, ground: &Ground, area: AreaId, facts: &[Fact]) -> Vec<String> {
    let is_empty = people(studio, ground, area).is_some_and(|(reading, _)| reading.value() == Some(0.0));
    let words = studio.words;
    let of = |absence: Absence| -> Vec<String> {
        let lacking = facts.iter().filter(|fact| fact.reading == Reading::Absent(absence));
        let lacking = lacking.filter(|fact| !is_counted(studio, fact));
        lacking.map(|fact| lower_first(&fact.name(studio))).collect()
    };
    let told = [
        (Absence::Missing, "absent-missing"),
        (Absence::Suppressed, "absent-suppressed"),
        (Absence::TooFew, "absent-too-few"),
        (Absence::Impossible, "absent-impossible"),
    ];
    let told = told.into_iter().filter(|(absence, _)| !(is_empty && *absence == Absence::Impossible));
    let told = told.map(|(absence, key)| (of(absence), key)).filter(|(names, _)| !names.is_empty());
    told.map(|(names, key)| words.text_with(key, &[("list", Arg::Text(&words.list(&names)))])).collect()
}
