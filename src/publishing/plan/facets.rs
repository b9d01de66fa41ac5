//! What a leaf depends on, as digests of inputs; never of anything rendered.
//!
//! A leaf is made again when one of its facets changed, so they are as fine as it pays to tell apart: a
//! changed cell changes the facets of those pages that show it. A facet that is left out here is a page that
//! stays as it was, which `tests/it/stale.rs` looks for.

use std::collections::BTreeMap;
use std::sync::Arc;

use blake3::Hash;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::index::IndexId;
use crate::input::settings::LanguageId;
use crate::input::sources::Texts;
use crate::making::downloads::Holds;
use crate::model::atlas::{AreaId, IndicatorId, LevelId};
use crate::publishing::plan::ledger::{self, Digest};
use crate::publishing::plan::{Basis, Recipe, Subject, Work, path_of};
use crate::telling::address::SitePath;

/// Something that a leaf is made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Facet {
    /// The program, and the language.
    Program,
    /// What TOML files say of the site, its indicators, themes, sources, sets and indices; and what follows
    /// from the data for all areas alike: periods, sources, classes.
    Settings,
    Strings,
    Templates,
    /// The style sheets and scripts.
    Style,
    Assets,
    /// Titles and addresses that pages tell of others: the menu, the stories, other languages.
    Titles,
    /// The text that somebody wrote, with the numbers in it.
    Text,
    /// The figures of what the leaf is about.
    Figures,
    /// The figures that those are compared with.
    Compared,
    /// How the areas of the level lie apart.
    Level,
    /// The figures on the map.
    Map,
    Shapes,
    /// Names, and who lies in whom.
    Names,
}

/// The facets of one leaf with their digests, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facets(Vec<(Facet, Digest)>);

impl Facets {
    /// What is not the same, in order.
    pub fn changed(&self, before: &Facets) -> Vec<Facet> {
        let differs = |(facet, digest): &&(Facet, Digest)| !before.0.contains(&(*facet, *digest));
        let gone = before.0.iter().filter(|(facet, _)| !self.0.iter().any(|(other, _)| other == facet));
        let mut changed: Vec<Facet> = self.0.iter().filter(differs).chain(gone).map(|(it, _)| *it).collect();
        changed.sort_unstable();
        changed
    }

    pub fn all(&self) -> Vec<Facet> {
        self.0.iter().map(|(facet, _)| *facet).collect()
    }

    /// Such as no leaf has.
    #[cfg(test)]
    pub fn of_test(text: &str) -> Facets {
        Facets(vec![(Facet::Text, ledger::of_bytes(text.as_bytes()))])
    }

    fn push(&mut self, facet: Facet, digest: Digest) {
        self.0.push((facet, digest));
    }
}

impl FromIterator<(Facet, Digest)> for Facets {
    fn from_iter<T: IntoIterator<Item = (Facet, Digest)>>(facets: T) -> Facets {
        let mut facets: Vec<(Facet, Digest)> = facets.into_iter().collect();
        facets.sort_unstable();
        Facets(facets)
    }
}

/// The digests of what authors wrote by hand.
#[derive(Clone, Debug)]
pub struct Digests {
    /// The program itself.
    pub program: Hash,
    /// The TOML files that pages are made from; what others say shows in what was read with them.
    settings: Digest,
    /// The site's own strings, templates, styles and scripts, by path.
    templates: BTreeMap<Arc<str>, Hash>,
    pub assets: BTreeMap<Arc<str>, Hash>,
}

/// The digest of each text or file.
fn each<T: AsRef<[u8]>>(files: &BTreeMap<Arc<str>, T>) -> BTreeMap<Arc<str>, Hash> {
    files.iter().map(|(path, content)| (path.clone(), blake3::hash(content.as_ref()))).collect()
}

/// Whether pages are made from a TOML file itself, and not only from what was read as it says.
fn is_told(file: &str) -> bool {
    const TOLD: [&str; 6] = [
        "site.toml",
        "data/indicators.toml",
        "data/themes.toml",
        "data/sources.toml",
        "data/sets.toml",
        "data/groups.toml",
    ];
    TOLD.contains(&file) || file.starts_with("data/indices/")
}

impl Digests {
    /// `program` stands for the program itself, with all that is embedded in it.
    pub fn of(program: Hash, texts: &Texts) -> Digests {
        let told = texts.settings.iter().filter(|(file, _)| is_told(file)).collect::<Vec<_>>();
        Digests {
            program,
            settings: ledger::of(&told),
            templates: each(&texts.templates),
            assets: each(&texts.assets),
        }
    }

    fn templates(&self, folder: &str) -> Digest {
        digest_of(self.templates.iter().filter(|(path, _)| path.starts_with(folder)))
    }
}

fn digest_of<'a>(files: impl Iterator<Item = (&'a Arc<str>, &'a Hash)>) -> Digest {
    ledger::of(&files.map(|(path, hash)| (path, hash.as_bytes())).collect::<Vec<_>>())
}

/// Finds the facets of leaves. What leaves have in common is reckoned once.
pub struct Finder<'a> {
    basis: Basis<'a>,
    settings: Digest,
    strings: Digest,
    html: Digest,
    pdf: Digest,
    style: Digest,
    assets: Digest,
    /// By language.
    titles: Vec<Digest>,
    /// By language: the stories as lists show them.
    announced: Vec<Digest>,
    /// By area; absent of those that have no page.
    areas: Vec<Option<AreaFacets>>,
}

/// What page, factsheet and home page tell of an area.
#[derive(Clone, Copy)]
struct AreaFacets {
    compared: Digest,
    level: Digest,
    map: Digest,
    shapes: Digest,
    names: Digest,
}

impl<'a> Finder<'a> {
    pub fn new(basis: Basis<'a>) -> Finder<'a> {
        let digests = basis.digests;
        let languages = 0..basis.content.words.len();
        let atlas = basis.content.atlas;
        let areas = (0..atlas.area_count() as u32).map(AreaId).collect::<Vec<_>>();
        let of_area = |area| atlas.is_published(area).then(|| area_facets(basis, area));
        Finder {
            basis,
            settings: ledger::of(&(digests.settings, basis.ledger.catalogue)),
            strings: digests.templates("templates/strings/"),
            html: digests.templates("templates/html/"),
            pdf: digests.templates("templates/pdf/"),
            style: ledger::of(
                &["templates/css/", "templates/js/", "templates/icon.svg"].map(|at| digests.templates(at)),
            ),
            assets: digest_of(digests.assets.iter()),
            titles: languages.clone().map(|at| titles(basis, LanguageId(at))).collect(),
            announced: languages.map(|at| announced(basis, LanguageId(at))).collect(),
            areas: areas.into_par_iter().map(of_area).collect(),
        }
    }

    /// The facets of one leaf.
    pub fn facets(&self, language: LanguageId, recipe: &Recipe) -> Facets {
        let (basis, ledger) = (self.basis, self.basis.ledger);
        let program = ledger::of(&(basis.digests.program.as_bytes(), language.0));
        let mut facets = Facets::default();
        facets.push(Facet::Program, program);
        match recipe {
            Recipe::Page(subject) => {
                facets.push(Facet::Settings, self.settings);
                facets.push(Facet::Strings, self.strings);
                facets.push(Facet::Templates, self.html);
                self.page(language, *subject, &mut facets);
            }
            Recipe::Factsheet(area) => {
                facets.push(Facet::Settings, self.settings);
                facets.push(Facet::Strings, self.strings);
                facets.push(Facet::Templates, self.pdf);
                facets.push(Facet::Assets, self.assets);
                facets.push(Facet::Text, self.text(basis.content.shelf.areas.get(area), language));
                self.area(*area, &mut facets);
            }
            Recipe::Data(holds, _) => {
                facets.push(Facet::Settings, self.settings);
                let (figures, names) = match holds {
                    Holds::Areas | Holds::Sets => (0, ledger.all_names),
                    Holds::Groups | Holds::Indicators => (0, 0),
                    Holds::Readings => (ledger.all_readings, ledger.all_names),
                    Holds::Area(area) => (
                        // which of its figures are known of any area of its level
                        ledger::of(&[
                            ledger.readings(*area),
                            ledger.known(basis.content.atlas.area(*area).level),
                        ]),
                        ledger.name(*area),
                    ),
                    Holds::Indicator(id) => (self.by_group(*id), ledger.all_names),
                    Holds::Index(id) | Holds::Above(id) => (ledger.index(*id), ledger.all_names),
                };
                facets.push(Facet::Figures, figures);
                facets.push(Facet::Names, names);
            }
            Recipe::Weights(id) => {
                facets.push(Facet::Settings, self.settings);
                let people = self.people();
                facets.push(Facet::Figures, ledger::of(&[ledger.domains(*id), people]));
                facets.push(Facet::Names, ledger.all_names);
            }
            Recipe::Names => {
                facets.push(Facet::Settings, self.settings);
                facets.push(Facet::Strings, self.strings);
                facets.push(Facet::Names, ledger.all_names);
            }
            Recipe::Shared(_) => {
                facets.push(Facet::Settings, self.settings);
                facets.push(Facet::Style, self.style);
            }
            Recipe::Font(_) => {}
            Recipe::Asset(path) => {
                let hash = basis.digests.assets.get(path).map(|hash| *hash.as_bytes());
                facets.push(Facet::Assets, ledger::of(&hash));
            }
        }
        facets.0.into_iter().collect()
    }

    fn page(&self, language: LanguageId, subject: Subject, facets: &mut Facets) {
        let (basis, ledger) = (self.basis, self.basis.ledger);
        let shelf = basis.content.shelf;
        let mut titles = vec![self.titles[language.0], alternates(basis, subject)];
        if matches!(subject, Subject::Home | Subject::Stories | Subject::Story(_)) {
            titles.push(self.announced[language.0]);
        }
        facets.push(Facet::Titles, ledger::of(&titles));
        let mut text = |work| facets.push(Facet::Text, self.text(work, language));
        match subject {
            Subject::Home => {
                text(Some(&shelf.home));
                facets.push(Facet::Names, ledger.all_names);
                if let Some(area) = basis.content.atlas.subject() {
                    let mut of_area = Facets::default();
                    self.area(area, &mut of_area);
                    facets.0.extend(of_area.0.into_iter().filter(|(facet, _)| *facet != Facet::Names));
                }
            }
            Subject::Areas | Subject::NotFound => facets.push(Facet::Names, ledger.all_names),
            Subject::Stories => {}
            Subject::Story(at) => text(shelf.stories.get(at)),
            Subject::Extra(at) => text(shelf.extras.get(at)),
            Subject::Method => {
                text(Some(&shelf.method));
                let indices = 0..basis.studio.scores.indices.len();
                let told: Vec<Digest> = indices.map(|at| ledger.index(IndexId(at))).collect();
                facets.push(Facet::Figures, ledger::of(&told));
            }
            Subject::Indices => {
                if let Some(whole) = basis.content.atlas.subject() {
                    facets.push(Facet::Figures, ledger.figures(whole));
                    facets.push(Facet::Names, ledger.name(whole));
                }
            }
            Subject::Downloads => facets.push(Facet::Names, ledger.all_names),
            Subject::Themes => self.themes(None, facets),
            Subject::Theme(at) => {
                text(shelf.themes.get(&at));
                self.themes(Some(at), facets);
            }
            Subject::Indicator(id) => {
                facets.push(Facet::Figures, self.indicators([id].into_iter()));
                self.parts(facets);
            }
            Subject::Index(id) => {
                facets.push(Facet::Figures, self.index(id));
                self.parts(facets);
            }
            Subject::Weights(id) => {
                facets.push(Facet::Figures, self.index(id));
                facets.push(Facet::Names, ledger.all_names);
            }
            Subject::Area(area) => {
                text(shelf.areas.get(&area));
                self.area(area, facets);
            }
        }
    }

    /// The figures of the indicators of one theme, or of all.
    fn themes(&self, theme: Option<usize>, facets: &mut Facets) {
        let of_theme = self.basis.content.atlas.indicators().filter(|(_, indicator)| match theme {
            Some(_) => indicator.theme == theme,
            None => indicator.theme.is_some(),
        });
        facets.push(Facet::Figures, self.indicators(of_theme.map(|(id, _)| id)));
        self.parts(facets);
    }

    /// Indicators, what they are of, and the people for whom they are judged.
    fn indicators(&self, ids: impl Iterator<Item = IndicatorId>) -> Digest {
        let atlas = self.basis.content.atlas;
        let all = self.with_counts(ids).chain(atlas.population()).map(|id| self.by_group(id));
        ledger::of(&all.collect::<Vec<Digest>>())
    }

    /// The people for whom anything is judged.
    fn people(&self) -> Digest {
        self.indicators(std::iter::empty())
    }

    /// Indicators, and what they are of.
    fn with_counts(&self, ids: impl Iterator<Item = IndicatorId>) -> impl Iterator<Item = IndicatorId> {
        let atlas = self.basis.content.atlas;
        ids.flat_map(|id| {
            let indicator = atlas.indicator(id);
            [Some(id), indicator.measure.of(), indicator.numerator].into_iter().flatten()
        })
    }

    /// An indicator, and its figures of groups.
    fn by_group(&self, id: IndicatorId) -> Digest {
        let (atlas, ledger) = (self.basis.content.atlas, self.basis.ledger);
        let all =
            [id].into_iter().chain(atlas.groups_of(id).map(|(_, id)| id)).map(|id| ledger.indicator(id));
        ledger::of(&all.collect::<Vec<Digest>>())
    }

    /// An index, and the figures at its level that its page holds against its scores.
    fn index(&self, id: IndexId) -> Digest {
        let ledger = self.basis.ledger;
        let index = &self.basis.studio.scores.indices[id.0];
        let compared = &self.basis.content.settings.indices[id.0].compare;
        let outside = compared.iter().map(|compared| IndicatorId(compared.indicator as u16));
        let inside = index.indicators.iter().copied();
        let figures = self.with_counts(inside.chain(outside)).map(|it| ledger.indicator_at(it, index.level));
        let people = self.people();
        ledger::of(&(ledger.index(id), figures.collect::<Vec<Digest>>(), people))
    }

    /// The areas of all levels, on a map and by name.
    fn parts(&self, facets: &mut Facets) {
        let (atlas, ledger) = (self.basis.content.atlas, self.basis.ledger);
        let levels = (0..atlas.level_count()).map(|at| ledger.level(LevelId(at as u8)));
        facets.push(Facet::Level, ledger::of(&levels.collect::<Vec<Digest>>()));
        facets.push(Facet::Shapes, ledger.all_shapes);
        facets.push(Facet::Names, ledger.all_names);
    }

    fn area(&self, area: AreaId, facets: &mut Facets) {
        let known = self.areas[area.0 as usize].unwrap_or_else(|| area_facets(self.basis, area));
        facets.push(Facet::Figures, self.basis.ledger.figures(area));
        facets.push(Facet::Compared, known.compared);
        facets.push(Facet::Level, known.level);
        facets.push(Facet::Map, known.map);
        facets.push(Facet::Shapes, known.shapes);
        facets.push(Facet::Names, known.names);
    }

    /// A text, with all that was looked up for it.
    fn text(&self, work: Option<&Work>, language: LanguageId) -> Digest {
        let text = work.and_then(|work| work.in_language(language));
        ledger::of(&text.map(|text| (&text.file, self.basis.ledger.texts.get(&text.file))))
    }
}

/// Whatever the pages of an area show beside its own figures.
fn area_facets(basis: Basis<'_>, area: AreaId) -> AreaFacets {
    let (atlas, ledger, studio) = (basis.content.atlas, basis.ledger, basis.studio);
    let own = atlas.area(area);
    let map = ledger::map_of(&studio, basis.ground, area);
    let around = map.as_ref().map(|map| map.around);
    let rest = atlas.set(area).and_then(|set| set.rest);
    let compared = [studio.above(area), atlas.whole(), rest].into_iter().flatten();
    let levels = [Some(own.level), atlas.level_of_parts(area)].into_iter().flatten();
    let on_map = map.iter().flat_map(|map| map.areas.iter().copied());
    let beside = studio.above(area).into_iter().flat_map(|above| atlas.within(above, own.level));
    let drawn: Vec<AreaId> =
        [area].into_iter().chain(studio.above(area)).chain(around).chain(beside).chain(on_map).collect();
    let between = around.into_iter().flat_map(|around| between(basis, around));
    let sets = atlas.sets().iter().map(|set| set.area);
    let sets = sets.filter(|set| atlas.lies_in(area, *set) || atlas.area(*set).parent == Some(area));
    let named = (atlas.lineage(area).into_iter())
        .chain(own.children.iter().copied())
        .chain(studio.shapes.neighbours(area).iter().flat_map(|beside| atlas.lineage(*beside)))
        .chain(sets)
        .chain(drawn.iter().copied());
    let published = |area: AreaId| (ledger.name(area), atlas.is_published(area));
    AreaFacets {
        compared: ledger::of(&compared.map(|it| ledger.figures(it)).collect::<Vec<Digest>>()),
        level: ledger::of(&levels.map(|it| ledger.level(it)).collect::<Vec<Digest>>()),
        map: map.as_ref().map_or(0, |map| ledger.map(&studio, map)),
        shapes: ledger::of(
            &drawn.iter().copied().chain(between).map(|it| ledger.shape(it)).collect::<Vec<Digest>>(),
        ),
        names: ledger::of(&named.map(published).collect::<Vec<_>>()),
    }
}

/// The areas of all levels within one, whose borders a map may draw; those of the last level are on it.
fn between(basis: Basis<'_>, around: AreaId) -> Vec<AreaId> {
    let atlas = basis.content.atlas;
    let first = atlas.level_of_parts(around).unwrap_or(atlas.last_level());
    let levels = (first.0..atlas.last_level().0).map(LevelId);
    levels.flat_map(|level| atlas.within(around, level)).collect()
}

/// The titles of the pages that every page links to.
fn titles(basis: Basis<'_>, language: LanguageId) -> Digest {
    let extras = basis.content.shelf.extras.iter().filter_map(|work| work.in_language(language));
    let extras: Vec<(&str, &str)> =
        extras.map(|text| (text.front.title.as_str(), text.slug.as_str())).collect();
    let has_stories = !basis.content.shelf.stories_in(language).is_empty();
    ledger::of(&(extras, has_stories))
}

/// Where the same subject is told in each language.
fn alternates(basis: Basis<'_>, subject: Subject) -> Digest {
    let paths = basis.content.words.iter().map(|words| path_of(basis.content, words, subject));
    ledger::of(&paths.map(|path| path.as_ref().map(SitePath::as_str).map(str::to_owned)).collect::<Vec<_>>())
}

/// The stories as lists show them.
fn announced(basis: Basis<'_>, language: LanguageId) -> Digest {
    let stories = basis.content.shelf.stories_in(language);
    let told = stories.iter().map(|(_, text)| {
        let front = &text.front;
        (&front.title, &text.slug, &front.kicker, &front.standfirst)
    });
    ledger::of(&told.collect::<Vec<_>>())
}
