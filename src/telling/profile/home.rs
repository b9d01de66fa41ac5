//! The profile of the home page: what there is to find.

use serde::Serialize;

use crate::model::atlas::{AreaId, LevelId};
use crate::telling::address::Addresses;
use crate::telling::figures::{Spec, Studio};
use crate::telling::profile::draw_up;
use crate::telling::profile::{Ground, KeyFigure, Link, Panel};
use crate::telling::words::Arg;

/// What the home page tells beside its prose and stories.
#[derive(Clone, Debug, Serialize)]
pub struct HomeProfile {
    /// "5 gemeenten, 25 wijken en 104 buurten"
    pub counts: String,
    /// The areas to choose from: those of the second level, by name; of the first where there is no second.
    pub choose: Vec<Link>,
    /// What they are: "gemeenten".
    pub choose_plural: String,
    /// The whole, where there is one.
    pub whole: Option<Link>,
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
    let addresses = Addresses::new(words);
    let chosen = LevelId(u8::from(atlas.level_count() > 1));
    let mut choose: Vec<AreaId> = atlas.level(chosen).collect();
    let name = |id: &AreaId| atlas.area(*id).name.as_str();
    choose.sort_by(|one, other| words.compare(name(one), name(other)).then(one.cmp(other)));
    let link = |id: &AreaId| Link { name: name(id).to_owned(), path: addresses.area(&atlas.area(*id).code) };
    let below = studio.settings.levels.iter().enumerate().skip(1);
    let counts: Vec<String> = below
        .map(|(at, level)| {
            let count = atlas.level_len(LevelId(at as u8));
            let args = [
                ("count", Arg::Count(count)),
                ("part", Arg::Text(level.name.get(language))),
                ("parts", Arg::Text(level.plural.get(language))),
            ];
            words.text_with("count-of-parts", &args)
        })
        .collect();
    let whole = atlas.whole();
    let profile = whole.map(|whole| draw_up::area(studio, ground, whole));
    HomeProfile {
        counts: words.list(&counts),
        choose: choose.iter().map(link).collect(),
        choose_plural: studio.settings.levels[usize::from(chosen.0)].plural.get(language).to_owned(),
        whole: whole.as_ref().map(link),
        map: profile.as_ref().and_then(|profile| profile.map.clone()),
        key_figures: profile.as_ref().map(|profile| profile.key_figures.clone()).unwrap_or_default(),
        compass: profile.as_ref().and_then(|profile| profile.compass.clone()),
        signal: profile.and_then(|profile| profile.signal),
    }
}
