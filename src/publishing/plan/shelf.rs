//! Which texts there are: the files of `content/`, by what they are about and their language.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place, Report, nearest};
use crate::input::settings::{LANGUAGES, LanguageId, Settings};
use crate::model::atlas::{AreaId, Atlas};
use crate::telling::prose::{self, Front};

/// Every text of a site, not yet read beyond its front matter.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    pub home: Work,
    pub method: Work,
    /// In the order in which they are listed.
    pub stories: Vec<Work>,
    pub extras: Vec<Work>,
    pub areas: BTreeMap<AreaId, Work>,
    /// By the position of the theme.
    pub themes: BTreeMap<usize, Work>,
}

/// One text in the languages in which it is there.
#[derive(Clone, Debug, Default)]
pub struct Work {
    pub stem: String,
    /// By language.
    texts: Vec<Option<Manuscript>>,
}

/// One file of a text.
#[derive(Clone, Debug)]
pub struct Manuscript {
    pub file: Arc<str>,
    pub slug: String,
    pub front: Front,
}

impl Work {
    pub fn in_language(&self, language: LanguageId) -> Option<&Manuscript> {
        self.texts.get(language.0)?.as_ref()
    }

    fn put(&mut self, language: LanguageId, manuscript: Manuscript) {
        if self.texts.len() <= language.0 {
            self.texts.resize(language.0 + 1, None);
        }
        self.texts[language.0] = Some(manuscript);
    }

    fn order(&self) -> (i64, String) {
        let first = self.texts.iter().flatten().next();
        first.map_or((0, String::new()), |text| (text.front.order, text.front.title.clone()))
    }
}

/// What a file of `content/` is, by its path.
enum Kind<'a> {
    Home,
    Method,
    Story(&'a str),
    Extra(&'a str),
    Area(&'a str),
    Theme(&'a str),
    Unknown,
}

impl Shelf {
    /// Sorts the files of `content/`; every file that is about nothing in the site is a problem.
    pub fn fill(settings: &Settings, atlas: &Atlas, files: &BTreeMap<Arc<str>, String>) -> (Shelf, Report) {
        let mut report = Report::new();
        let mut shelf = Shelf::default();
        let mut stories: BTreeMap<String, Work> = BTreeMap::new();
        let mut extras: BTreeMap<String, Work> = BTreeMap::new();
        for (file, text) in files {
            let (path, Some(language)) = language_of(file, &settings.site.languages) else { continue };
            let front = prose::front(file, text);
            let stem = path.rsplit('/').next().unwrap_or(path).to_owned();
            let slug = front.slug.clone().unwrap_or_else(|| prose::slug(&stem));
            let manuscript = Manuscript { file: file.clone(), slug, front };
            let kind = kind_of(path);
            if matches!(kind, Kind::Story(_) | Kind::Extra(_)) && !prose::has_front(text) {
                report.push(
                    Diagnostic::error("this text has no title")
                        .at(Place::line(file, 1))
                        .hint("begin it with a line `+++`, a line `title = \"…\"` and a line `+++`"),
                );
            }
            let work = match kind {
                Kind::Home => &mut shelf.home,
                Kind::Method => &mut shelf.method,
                Kind::Story(stem) => stories.entry(stem.to_owned()).or_default(),
                Kind::Extra(stem) => extras.entry(stem.to_owned()).or_default(),
                Kind::Area(code) => match atlas.find(code) {
                    Some(area) if !atlas.is_published(area) => {
                        report.push(
                            Diagnostic::error(format!("this text is about `{code}`, which has no page"))
                                .at(Place::file(file))
                                .hint("`publish` in site.toml leaves it out"),
                        );
                        continue;
                    }
                    Some(area) => shelf.areas.entry(area).or_default(),
                    None => {
                        let codes = atlas.areas().map(|(_, area)| area.code.as_str());
                        let problem =
                            Diagnostic::error(format!("this text is about `{code}`, which is no area"))
                                .at(Place::file(file));
                        report.push(match nearest(code, codes) {
                            Some(nearest) => problem.hint(format!("did you mean `{nearest}`?")),
                            None => problem.hint("a text about an area is `content/areas/CODE.md`"),
                        });
                        continue;
                    }
                },
                Kind::Theme(id) => match settings.themes.iter().position(|theme| theme.id == id) {
                    Some(at) => shelf.themes.entry(at).or_default(),
                    None => {
                        let ids = settings.themes.iter().map(|theme| theme.id.as_str());
                        let problem =
                            Diagnostic::error(format!("this text is about `{id}`, which is no theme"))
                                .at(Place::file(file));
                        report.push(match nearest(id, ids) {
                            Some(nearest) => problem.hint(format!("did you mean `{nearest}`?")),
                            None => problem.hint("a text about a theme is `content/themes/ID.md`"),
                        });
                        continue;
                    }
                },
                Kind::Unknown => {
                    report.push(Diagnostic::error("this text has no place in the site").at(Place::file(file)).hint(
                        "texts are `content/index.md`, `content/method.md`, `content/stories/…`, `content/pages/…`, \
                         `content/themes/…` and `content/areas/…`",
                    ));
                    continue;
                }
            };
            work.stem = stem;
            if let Some(other) = work.in_language(language) {
                report.push(
                    Diagnostic::error(format!("this text and `{}` are one text in one language", other.file))
                        .at(Place::file(file))
                        .hint("the file without a language in its name is in the default language"),
                );
            }
            work.put(language, manuscript);
        }
        shelf.stories = in_order(stories);
        shelf.extras = in_order(extras);
        (shelf, report)
    }

    /// The stories that are told in a language, with their positions.
    pub fn stories_in(&self, language: LanguageId) -> Vec<(usize, &Manuscript)> {
        let stories = self.stories.iter().enumerate();
        stories.filter_map(|(at, work)| Some((at, work.in_language(language)?))).collect()
    }

    /// Every text with its language and the area it is about.
    pub fn all(&self) -> impl Iterator<Item = (LanguageId, &Manuscript, Option<AreaId>)> {
        let plain = [&self.home, &self.method].into_iter().chain(&self.stories).chain(&self.extras);
        let plain = plain.map(|work| (work, None));
        let areas = self.areas.iter().map(|(area, work)| (work, Some(*area)));
        let themes = self.themes.values().map(|work| (work, None));
        plain.chain(themes).chain(areas).flat_map(|(work, area)| {
            let texts = work.texts.iter().enumerate();
            texts.filter_map(move |(at, text)| Some((LanguageId(at), text.as_ref()?, area)))
        })
    }
}

fn in_order(works: BTreeMap<String, Work>) -> Vec<Work> {
    let mut works: Vec<Work> = works.into_values().collect();
    works.sort_by_key(Work::order);
    works
}

/// The path without `.md` and without the language, and the language: the default one where the name has
/// none, and none where it is one that the site is not published in.
fn language_of<'a>(file: &'a str, languages: &[String]) -> (&'a str, Option<LanguageId>) {
    let path = file.strip_suffix(".md").unwrap_or(file);
    for tag in LANGUAGES {
        if let Some(path) = path.strip_suffix(tag).and_then(|path| path.strip_suffix('.')) {
            return (path, languages.iter().position(|language| language == tag).map(LanguageId));
        }
    }
    (path, Some(LanguageId(0)))
}

fn kind_of(path: &str) -> Kind<'_> {
    let Some(path) = path.strip_prefix("content/") else { return Kind::Unknown };
    match path.split_once('/') {
        None if path == "index" => Kind::Home,
        None if path == "method" => Kind::Method,
        Some(("stories", stem)) if !stem.contains('/') => Kind::Story(stem),
        Some(("pages", stem)) if !stem.contains('/') => Kind::Extra(stem),
        Some(("themes", id)) if !id.contains('/') => Kind::Theme(id),
        Some(("areas", code)) if !code.contains('/') => Kind::Area(code),
        _ => Kind::Unknown,
    }
}
