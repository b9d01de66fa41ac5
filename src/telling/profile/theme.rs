//! The profile of a theme: its indicators, in the whole and in its parts.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::input::settings::Lens;
use crate::model::atlas::{IndicatorId, LevelId, Measure, SourceId};
use crate::telling::address::{Addresses, SitePath};
use crate::telling::figures::{Spec, Studio, Subject};
use crate::telling::profile::compare::{Beside, Fact, facts};
use crate::telling::profile::draw_up::{has_trend, source_line};
use crate::telling::profile::lenses::{change, change_sentence};
use crate::telling::profile::{Ground, Mark, SourceLine};
use crate::telling::words::Arg;

/// What is told about a theme.
#[derive(Clone, Debug, Serialize)]
pub struct ThemeProfile {
    pub id: String,
    pub name: String,
    pub about: Option<String>,
    /// "Signaal: waar is het moeilijk?"
    pub lens: String,
    pub page: SitePath,
    pub indicators: Vec<ThemeIndicator>,
    pub sources: Vec<SourceLine>,
}

/// One indicator of a theme.
#[derive(Clone, Debug, Serialize)]
pub struct ThemeIndicator {
    pub id: String,
    pub page: SitePath,
    pub name: String,
    pub about: Option<String>,
    /// The number of the whole, where it is known: "8,1 % (2024, voorlopig)".
    pub now: Option<String>,
    pub sentences: Vec<String>,
    /// Over the years in the whole.
    #[serde(skip)]
    pub lines: Option<Spec>,
    /// In the parts of the whole.
    #[serde(skip)]
    pub parts: Option<Spec>,
}

pub fn theme(studio: &Studio<'_>, ground: &Ground, at: usize) -> ThemeProfile {
    let words = studio.words;
    let language = words.language();
    let theme = &studio.settings.themes[at];
    let whole = studio.atlas.subject();
    let known = whole.map(|whole| facts(studio, ground, Beside::of(studio, whole))).unwrap_or_default();
    let own = studio.atlas.indicators().filter(|(_, indicator)| indicator.theme == Some(at));
    let own: Vec<IndicatorId> = own.map(|(id, _)| id).collect();
    let sources: BTreeSet<SourceId> =
        own.iter().flat_map(|id| studio.atlas.indicator(*id).sources.keys().copied()).collect();
    ThemeProfile {
        id: theme.id.clone(),
        name: theme.name.get(language).to_owned(),
        about: theme.about.as_ref().map(|about| about.get(language).to_owned()),
        lens: words.text(match theme.lens {
            Lens::Signal => "theme-signal",
            Lens::Compass => "theme-compass",
            Lens::Context => "theme-context",
        }),
        page: Addresses::new(words).theme(&theme.id),
        indicators: own
            .iter()
            .map(|id| indicator(studio, ground, *id, known.iter().find(|fact| fact.indicator == *id)))
            .collect(),
        sources: sources.into_iter().map(|source| source_line(studio, source)).collect(),
    }
}

fn indicator(studio: &Studio<'_>, ground: &Ground, id: IndicatorId, fact: Option<&Fact>) -> ThemeIndicator {
    let language = studio.words.language();
    let texts = &studio.settings.indicators[usize::from(id.0)];
    let known = fact.filter(|fact| fact.reading.value().is_some());
    let lines = known.filter(|fact| has_trend(studio, fact)).map(|fact| Spec::Lines {
        indicator: id,
        area: fact.area,
        title: None,
    });
    ThemeIndicator {
        id: texts.id.clone(),
        page: Addresses::new(studio.words).indicator(&texts.id),
        name: texts.name.get(language).to_owned(),
        about: texts.about.as_ref().map(|about| about.get(language).to_owned()),
        now: known.map(|fact| now(studio, fact)),
        sentences: sentences(studio, ground, id, known),
        lines,
        parts: parts(studio, ground, id),
    }
}

/// The number of the whole, where it is known, and how it changed.
pub fn sentences(studio: &Studio<'_>, ground: &Ground, id: IndicatorId, known: Option<&Fact>) -> Vec<String> {
    let words = studio.words;
    let Some(fact) = known else {
        let last = (0..studio.atlas.level_count()).rev().map(|at| LevelId(at as u8));
        let level = { last }.find(|level| ground.latest(id, *level).is_some());
        let level = level.map(|level| &studio.settings.levels[usize::from(level.0)]);
        let (Some(level), Some(whole)) = (level, studio.atlas.subject()) else {
            return vec![words.text("theme-unknown")];
        };
        let part = level.name.get(words.language());
        let args = [("part", Arg::Text(part)), ("whole", Arg::Text(&studio.atlas.area(whole).name))];
        return vec![words.text_with("theme-unknown-whole", &args)];
    };
    let (name, value) = (fact.name(studio), now(studio, fact));
    let args = [("name", Arg::Text(&name)), ("value", Arg::Text(&value))];
    let mut sentences = vec![words.text_with("chapter-fact-alone", &args)];
    if let Some(change) = change(studio, fact).filter(|change| change.mark != Mark::None) {
        sentences.push(change_sentence(studio, fact, &change));
    }
    sentences
}

/// "8,1 % (2024, voorlopig)"
fn now(studio: &Studio<'_>, fact: &Fact) -> String {
    let told = [vec![fact.period.to_string()], fact.notes(studio)].concat().join(", ");
    format!("{} ({told})", fact.value(studio))
}

/// The parts of what the site is about in order, or counted in steps: their map is on the page of the indicator.
/// Counts say how large an area is, and no more.
fn parts(studio: &Studio<'_>, ground: &Ground, id: IndicatorId) -> Option<Spec> {
    let area = studio.atlas.subject()?;
    let first = studio.atlas.level_of_parts(area)?;
    if studio.atlas.indicator(id).measure == Measure::Count {
        return None;
    }
    let mut levels = (first.0..=studio.atlas.last_level().0).map(LevelId);
    let (level, period) = levels.find_map(|level| Some((level, ground.latest(id, level)?)))?;
    Some(Spec::Bars { subject: Subject::Indicator(id), area, level, period, focus: None, title: None })
}
