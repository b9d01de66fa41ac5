//! Every artifact by name, before any is made.
//!
//! In: settings, areas, and the front matter of the prose. Out: the [`Plan`]: for every file of the output
//! its path, the recipe that makes it and the facets that it depends on. Nothing is rendered to know it.

mod facets;
mod ledger;
mod links;
mod shelf;

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Report};
use crate::index::IndexId;
use crate::input::settings::{LanguageId, Settings};
use crate::making::downloads::Holds;
use crate::making::pages::{Alternate, Announced, Frame, MenuItem, Shared};
use crate::model::atlas::{AreaId, Atlas, IndicatorId};
use crate::telling::address::{Addresses, DataOf, Format, SitePath, weights_data};
use crate::telling::figures::Studio;
use crate::telling::profile::Ground;
use crate::telling::words::Words;

use facets::Finder;
pub use facets::{Digests, Facet, Facets};
pub use ledger::Ledger;
pub use links::{Linked, check_links};
pub use shelf::{Manuscript, Shelf, Work};

/// What a page is about; the same in every language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    Home,
    Areas,
    Stories,
    /// By its position among the stories of the shelf.
    Story(usize),
    Extra(usize),
    /// The list of them, where there are several.
    Indices,
    Index(IndexId),
    /// Where its weights are tried.
    Weights(IndexId),
    Indicator(IndicatorId),
    Themes,
    /// By its position in `themes.toml`.
    Theme(usize),
    Method,
    Downloads,
    NotFound,
    Area(AreaId),
}

/// How a leaf is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recipe {
    Page(Subject),
    Factsheet(AreaId),
    Data(Holds, Format),
    /// The names of all areas, for the search field.
    Names,
    /// What the browser reckons with where weights of an index are tried.
    Weights(IndexId),
    Shared(Shared),
    /// A web font, by its position in `making::pages::WEB_FACES`.
    Font(usize),
    /// A file of the site's `assets/`, by its path.
    Asset(Arc<str>),
}

/// A file of the output that is made on its own.
#[derive(Clone, Debug)]
pub struct Leaf {
    pub path: SitePath,
    pub language: LanguageId,
    pub recipe: Recipe,
    /// Everything it depends on.
    pub facets: Facets,
}

/// All leaves, in the order in which they are made: those of one subject and language stand together.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    pub leaves: Vec<Leaf>,
    /// By language.
    pub frames: Vec<Frame>,
}

/// What there are pages of.
#[derive(Clone, Copy)]
pub struct Content<'a> {
    pub settings: &'a Settings,
    pub atlas: &'a Atlas,
    /// By language.
    pub words: &'a [Arc<Words>],
    pub shelf: &'a Shelf,
}

/// What a plan is drawn up from.
#[derive(Clone, Copy)]
pub struct Basis<'a> {
    pub content: Content<'a>,
    pub digests: &'a Digests,
    pub ledger: &'a Ledger,
    pub ground: &'a Ground,
    /// In any language: of its words nothing is used.
    pub studio: Studio<'a>,
}

impl Plan {
    /// Names every artifact.
    ///
    /// # Errors
    /// Two artifacts would get one path, or paths that are one on some disks.
    pub fn draw_up(basis: Basis<'_>) -> Result<Plan, Report> {
        let mut named: Vec<(LanguageId, SitePath, Recipe)> = Vec::new();
        for words in basis.content.words {
            for (subject, path) in subjects(basis, words) {
                named.push((words.language(), path, Recipe::Page(subject)));
                if let Subject::Area(area) = subject
                    && basis.content.atlas.is_made(area, &basis.content.settings.site.outputs.factsheets)
                {
                    let path = Addresses::new(words).factsheet(&basis.content.atlas.area(area).code);
                    named.push((words.language(), path, Recipe::Factsheet(area)));
                }
            }
            named.push((words.language(), Addresses::new(words).names(), Recipe::Names));
        }
        let first = LanguageId(0);
        let mut of_all = |path: SitePath, recipe| named.push((first, path, recipe));
        of_all(SitePath::new("brede/brede.css"), Recipe::Shared(Shared::Style));
        of_all(SitePath::new("brede/brede.js"), Recipe::Shared(Shared::Script));
        of_all(SitePath::new("brede/icon.svg"), Recipe::Shared(Shared::Icon));
        let weighed: Vec<IndexId> = weighed(basis.content).collect();
        if !weighed.is_empty() {
            of_all(SitePath::new("brede/weights.js"), Recipe::Shared(Shared::Weights));
        }
        for id in weighed {
            of_all(weights_data(&basis.content.settings.indices[id.0].id), Recipe::Weights(id));
        }
        for (at, (_, _, _, file)) in crate::making::pages::WEB_FACES.iter().enumerate() {
            of_all(SitePath::new(format!("brede/fonts/{file}.woff2")), Recipe::Font(at));
        }
        for holds in data_files(basis) {
            for format in Format::ALL {
                of_all(data_of(basis, holds).path(format), Recipe::Data(holds, format));
            }
        }
        for path in basis.digests.assets.keys() {
            of_all(SitePath::new(path.clone()), Recipe::Asset(path.clone()));
        }
        let finder = Finder::new(basis);
        let leaf = |(language, path, recipe)| {
            let facets = finder.facets(language, &recipe);
            Leaf { path, language, recipe, facets }
        };
        let plan = Plan { leaves: named.into_par_iter().map(leaf).collect(), frames: frames(basis) };
        plan.check_paths()?;
        Ok(plan)
    }

    /// The paths of all leaves.
    pub fn paths(&self) -> BTreeSet<SitePath> {
        self.leaves.iter().map(|leaf| leaf.path.clone()).collect()
    }

    fn check_paths(&self) -> Result<(), Report> {
        let mut report = Report::new();
        let mut seen: HashMap<String, &Leaf> = HashMap::with_capacity(self.leaves.len());
        for leaf in &self.leaves {
            if let Some(earlier) = seen.insert(leaf.path.as_str().to_lowercase(), leaf) {
                report.push(
                    Diagnostic::error(format!("`{}` and `{}` would be one file", earlier.path, leaf.path))
                        .hint("change the `slug` in the front matter of one of the texts"),
                );
            }
        }
        report.and(()).map(|_| ())
    }

    /// Where the same subject is told in each language.
    pub fn alternates(&self, basis: Basis<'_>, subject: Subject) -> Vec<Alternate> {
        let found = basis.content.words.iter().filter_map(|words| {
            let path = path_of(basis.content, words, subject)?;
            Some(Alternate {
                tag: words.tag().to_owned(),
                name: words.text("language-name"),
                canonical: path.canonical(&basis.content.settings.site.base_url),
                path,
            })
        });
        found.collect()
    }
}

/// The indices of which weights can be tried.
fn weighed(content: Content<'_>) -> impl Iterator<Item = IndexId> {
    let indices = content.settings.indices.iter().enumerate();
    indices.filter(|(_, index)| index.is_weighed()).map(|(at, _)| IndexId(at))
}

/// Every page of a language, in the order in which they are made.
fn subjects(basis: Basis<'_>, words: &Words) -> Vec<(Subject, SitePath)> {
    let shelf = basis.content.shelf;
    let mut subjects = vec![Subject::Home, Subject::Areas, Subject::Stories];
    subjects.extend((0..shelf.stories.len()).map(Subject::Story));
    subjects.extend((0..shelf.extras.len()).map(Subject::Extra));
    subjects.push(Subject::Indices);
    subjects.extend((0..basis.content.settings.indices.len()).map(|at| Subject::Index(IndexId(at))));
    subjects.extend(weighed(basis.content).map(Subject::Weights));
    subjects.extend(basis.content.atlas.indicators().map(|(id, _)| Subject::Indicator(id)));
    subjects.push(Subject::Themes);
    subjects.extend((0..basis.content.settings.themes.len()).map(Subject::Theme));
    subjects.extend([Subject::Method, Subject::Downloads, Subject::NotFound]);
    let published = basis.content.atlas.areas().filter(|(id, _)| basis.content.atlas.is_published(*id));
    subjects.extend(published.map(|(id, _)| Subject::Area(id)));
    subjects
        .into_iter()
        .filter_map(|subject| Some((subject, path_of(basis.content, words, subject)?)))
        .collect()
}

/// What there are data files of.
fn data_files(basis: Basis<'_>) -> Vec<Holds> {
    let made = &basis.content.settings.site.outputs.data;
    let areas = basis.content.atlas.areas().filter(|(id, _)| basis.content.atlas.is_made(*id, made));
    let mut files = vec![Holds::Areas, Holds::Indicators, Holds::Readings];
    files.extend((!basis.content.atlas.sets().is_empty()).then_some(Holds::Sets));
    files.extend((!basis.content.atlas.breakdowns().is_empty()).then_some(Holds::Groups));
    for (at, index) in basis.content.settings.indices.iter().enumerate() {
        files.push(Holds::Index(IndexId(at)));
        files.extend((index.level > 0).then_some(Holds::Above(IndexId(at))));
    }
    files.extend(basis.content.atlas.indicators().map(|(id, _)| Holds::Indicator(id)));
    files.extend(areas.map(|(id, _)| Holds::Area(id)));
    files
}

fn data_of(basis: Basis<'_>, holds: Holds) -> DataOf<'_> {
    match holds {
        Holds::Areas => DataOf::Areas,
        Holds::Sets => DataOf::Sets,
        Holds::Groups => DataOf::Groups,
        Holds::Indicators => DataOf::Indicators,
        Holds::Readings => DataOf::Readings,
        Holds::Area(id) => DataOf::Area(&basis.content.atlas.area(id).code),
        Holds::Indicator(id) => DataOf::Indicator(&basis.content.atlas.indicator(id).id),
        Holds::Index(id) => DataOf::Index(&basis.content.settings.indices[id.0].id),
        Holds::Above(id) => DataOf::Above(&basis.content.settings.indices[id.0].id),
    }
}

/// Absent where the subject is not told in this language.
pub fn path_of(content: Content<'_>, words: &Words, subject: Subject) -> Option<SitePath> {
    let addresses = Addresses::new(words);
    let slug = |works: &[Work], at: usize| Some(works.get(at)?.in_language(words.language())?.slug.clone());
    Some(match subject {
        Subject::Home => addresses.home(),
        Subject::Areas => addresses.areas(),
        Subject::Stories if content.shelf.stories_in(words.language()).is_empty() => return None,
        Subject::Stories => addresses.stories(),
        Subject::Story(at) => addresses.story(&slug(&content.shelf.stories, at)?),
        Subject::Extra(at) => addresses.extra(&slug(&content.shelf.extras, at)?),
        Subject::Indices if content.settings.definitions().count() < 2 => return None,
        Subject::Indices => addresses.indices(),
        Subject::Index(id) => addresses.index(&content.settings.indices[id.0].id),
        Subject::Weights(id) => addresses.weights(&content.settings.indices[id.0].id),
        Subject::Indicator(id) => addresses.indicator(&content.atlas.indicator(id).id),
        Subject::Themes if content.settings.themes.is_empty() => return None,
        Subject::Themes => addresses.themes(),
        Subject::Theme(at) => addresses.theme(&content.settings.themes[at].id),
        Subject::Method => addresses.method(),
        Subject::Downloads => addresses.downloads(),
        // a host has one such page
        Subject::NotFound if words.language() != LanguageId(0) => return None,
        Subject::NotFound => SitePath::new("404.html"),
        Subject::Area(id) => addresses.area(&content.atlas.area(id).code),
    })
}

fn frames(basis: Basis<'_>) -> Vec<Frame> {
    basis
        .content
        .words
        .iter()
        .map(|words| {
            let addresses = Addresses::new(words);
            let language = words.language();
            let item = |name: String, path: SitePath| MenuItem { name, path };
            let mut menu = vec![item(words.text("page-areas"), addresses.areas())];
            if !basis.content.shelf.stories_in(language).is_empty() {
                menu.push(item(words.text("page-stories"), addresses.stories()));
            }
            let settings = &basis.content.settings;
            // a menu with a name for each would be long
            match settings.definitions().map(|at| &settings.indices[at]).collect::<Vec<_>>()[..] {
                [] => {}
                [index] => menu.push(item(index.name.get(language).to_owned(), addresses.index(&index.id))),
                _ => menu.push(item(words.text("page-indices"), addresses.indices())),
            }
            if !basis.content.settings.themes.is_empty() {
                menu.push(item(words.text("page-themes"), addresses.themes()));
            }
            menu.push(item(words.text("page-method"), addresses.method()));
            let extras = basis.content.shelf.extras.iter().filter_map(|work| work.in_language(language));
            let extras = extras.map(|text| item(text.front.title.clone(), addresses.extra(&text.slug)));
            Frame { menu, extras: extras.collect() }
        })
        .collect()
}

/// The stories of a language as they are announced, in their order.
pub fn announced(shelf: &Shelf, words: &Words) -> Vec<(usize, Announced)> {
    let addresses = Addresses::new(words);
    shelf
        .stories_in(words.language())
        .into_iter()
        .map(|(at, text)| {
            let announced = Announced {
                path: addresses.story(&text.slug),
                title: text.front.title.clone(),
                kicker: text.front.kicker.clone(),
                standfirst: text.front.standfirst.clone(),
            };
            (at, announced)
        })
        .collect()
}
