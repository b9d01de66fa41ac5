//! The profile of the home page: what there is to find.

use serde::Serialize;

use crate::model::atlas::{AreaId, LevelId};
use crate::telling::figures::{Spec, Studio};
use crate::telling::profile::draw_up;
use crate::telling::profile::{Ground, KeyFigure, Link, Panel};
use crate::telling::words::Arg;

/// What the home page tells beside its prose and stories.
#[derive(Clone, Debug, Serialize)]
pub struct HomeProfile {
    /// "5 gemeenten, 25 wijken en 104 buurten"
    pub counts: String,
    /// The areas to choose from, by name: the parts of what the site is about.
    pub choose: Vec<Link>,
    /// What they are: "gemeenten".
    pub choose_plural: String,
    /// What the site is about, where that is one area.
    pub whole: Option<Link>,
    /// The area sets, by name.
    pub sets: Vec<Link>,
    pub key_figures: Vec<KeyFigure>,
    pub compass: Option<Panel>,
    pub signal: Option<Panel>,
    #[serde(skip)]
    pub map: Option<Spec>,
}

pub fn home(studio: &Studio<'_>, ground: &Ground) -> HomeProfile {
    let atlas = studio.atlas;
    let words = studio.words;
    let language = words.language();
    let subject = atlas.subject();
    let chosen = match subject {
        Some(subject) => atlas.level_of_parts(subject).unwrap_or(atlas.area(subject).level),
        None => LevelId(0),
    };
    let all = |level: LevelId| match subject {
        Some(subject) => atlas.within(subject, level),
        None => atlas.level(level).collect(),
    };
    let mut choose: Vec<AreaId> = all(chosen);
    draw_up::by_name(studio, &mut choose);
    let below = studio.settings.levels.iter().enumerate().skip(usize::from(chosen.0));
    let counts: Vec<String> = below
        .map(|(at, level)| {
            let count = all(LevelId(at as u8)).len();
            let args = [
                ("count", Arg::Count(count)),
                ("part", Arg::Text(level.name.get(language))),
                ("parts", Arg::Text(level.plural.get(language))),
            ];
            words.text_with("count-of-parts", &args)
        })
        .collect();
    let profile = subject.map(|subject| draw_up::area(studio, ground, subject));
    let of_site = atlas.sets().iter().map(|set| set.area);
    let mut sets: Vec<AreaId> =
        of_site.filter(|set| atlas.is_published(*set) && subject != Some(*set)).collect();
    draw_up::by_name(studio, &mut sets);
    HomeProfile {
        counts: words.list(&counts),
        choose: draw_up::links_to(studio, &choose),
        choose_plural: studio.settings.levels[usize::from(chosen.0)].plural.get(language).to_owned(),
        whole: draw_up::links_to(studio, subject.as_slice()).pop(),
        sets: draw_up::links_to_sets(studio, &sets),
        map: profile.as_ref().and_then(|profile| profile.map.clone()),
        key_figures: profile.as_ref().map(|profile| profile.key_figures.clone()).unwrap_or_default(),
        compass: profile.as_ref().and_then(|profile| profile.compass.clone()),
        signal: profile.and_then(|profile| profile.signal),
    }
}
