//! Everything that leaves are made from, read and checked: a site, ready to be published.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Report, nearest};
use crate::index::Scores;
use crate::input::settings::{LanguageId, Settings};
use crate::input::sources::Texts;
use crate::making::documents::{Imprint, Labels, Paint, Printer};
use crate::making::pages::Pages;
use crate::model::atlas::{AreaId, Atlas};
use crate::model::shapes::Shapes;
use crate::publishing::output::supplies::Supplies;
use crate::publishing::plan::{Basis, Content, Digests, Ledger, Plan, Shelf, Subject, Work, path_of};
use crate::telling::address::SitePath;
use crate::telling::figures::Studio;
use crate::telling::look::{Look, SANS, SERIF, Scheme};
use crate::telling::profile::Ground;
use crate::telling::prose::{self, Context, Story};
use crate::telling::words::{Arg, Words};

/// A site, read and reckoned. What is told in each language is made from it, leaf by leaf.
pub struct Edition {
    pub supplies: Supplies,
    pub texts: Texts,
    pub ground: Ground,
    pub shelf: Shelf,
    pub digests: Digests,
    pub ledger: Ledger,
    pub plan: Plan,
    pub pages: Pages,
    pub printer: Printer,
    /// By language.
    pub imprints: Vec<Imprint>,
    /// Every text, by its file.
    stories: BTreeMap<Arc<str>, Story>,
}

/// What an edition is put together from.
pub struct Parts {
    pub settings: Settings,
    pub texts: Texts,
    pub atlas: Atlas,
    pub scores: Scores,
    pub shapes: Shapes,
    pub digests: Digests,
}

impl Edition {
    /// Reads the strings, the templates and the prose, and names every artifact.
    ///
    /// # Errors
    /// Everything that is wrong in any of them.
    pub fn new(parts: Parts) -> Result<(Edition, Report), Report> {
        let Parts { settings, texts, atlas, scores, shapes, digests } = parts;
        let mut report = Report::new();
        let mut collect = |result: Result<(), Report>| {
            if let Err(problems) = result {
                report.extend(problems);
            }
        };
        collect(check_logo(&settings, &texts));
        let mut problems = Report::new();
        let supplies = Supplies::new(settings, &texts, (atlas, scores, shapes), &mut problems);
        collect(problems.and(()).map(|_| ()));
        let Supplies { settings, atlas, look, words, .. } = &supplies;
        let (shelf, problems) = Shelf::fill(settings, atlas, &texts.prose);
        collect(problems.and(()).map(|_| ()));
        if words.len() != settings.site.languages.len() {
            return Err(report);
        }
        let mut pages = None;
        collect(Pages::new(words, &texts.templates).map(|read| pages = Some(read)));
        let mut printer = None;
        collect(Printer::new(print_files(&texts)).map(|read| printer = Some(read)));
        let ground = Ground::new(atlas);
        let studio = |at: usize| supplies.studio(LanguageId(at));
        let mut stories = BTreeMap::new();
        let mut ledger = Ledger::new(&studio(0), &ground);
        let content = Content { settings, atlas, words, shelf: &shelf };
        for at in 0..words.len() {
            collect(read_prose(content, &studio(at), &texts, &mut stories));
            ledger.add_texts(&studio(at), &stories);
        }
        let mut plan = Plan::default();
        let basis = Basis { content, digests: &digests, ledger: &ledger, ground: &ground, studio: studio(0) };
        collect(Plan::draw_up(basis).map(|drawn| plan = drawn));
        if report.has_errors() {
            return Err(report);
        }
        report.extend(prose::respect(&texts.prose, &settings.site.languages));
        let imprints = words.iter().map(|words| imprint(settings, look, words)).collect();
        let (Some(pages), Some(printer)) = (pages, printer) else { return Err(report) };
        let edition = Edition {
            supplies,
            texts,
            ground,
            shelf,
            digests,
            ledger,
            plan,
            pages,
            printer,
            imprints,
            stories,
        };
        Ok((edition, report))
    }

    /// Everything that figures and profiles of a language are made from.
    pub fn studio(&self, language: LanguageId) -> Studio<'_> {
        self.supplies.studio(language)
    }

    pub fn basis(&self) -> Basis<'_> {
        let Supplies { settings, atlas, words, .. } = &self.supplies;
        Basis {
            content: Content { settings, atlas, words, shelf: &self.shelf },
            digests: &self.digests,
            ledger: &self.ledger,
            ground: &self.ground,
            studio: self.studio(LanguageId(0)),
        }
    }

    /// A text in a language, where it is there.
    pub fn story(&self, work: Option<&Work>, language: LanguageId) -> Option<&Story> {
        self.stories.get(&work?.in_language(language)?.file)
    }

    pub fn area_story(&self, area: AreaId, language: LanguageId) -> Option<&Story> {
        self.story(self.shelf.areas.get(&area), language)
    }
}

/// What Typst may see of a site.
fn print_files(texts: &Texts) -> BTreeMap<String, Vec<u8>> {
    let templates = texts.templates.iter().filter(|(path, _)| path.starts_with("templates/pdf/"));
    let templates = templates.map(|(path, text)| (path.to_string(), text.clone().into_bytes()));
    templates.chain(texts.assets.iter().map(|(path, bytes)| (path.to_string(), bytes.clone()))).collect()
}

fn read_prose(
    content: Content<'_>,
    studio: &Studio<'_>,
    texts: &Texts,
    stories: &mut BTreeMap<Arc<str>, Story>,
) -> Result<(), Report> {
    let language = studio.words.language();
    let assets: BTreeSet<String> = texts.assets.keys().map(ToString::to_string).collect();
    let pages = addresses_of_texts(content, studio.words);
    let mut report = Report::new();
    for (of, manuscript, area) in content.shelf.all() {
        if of != language {
            continue;
        }
        let top = match area {
            Some(_) => 3,
            None => 2,
        };
        let context = Context { studio: *studio, area, pages: &pages, assets: &assets, top };
        let text = texts.prose.get(&manuscript.file).map_or("", String::as_str);
        match prose::read(&manuscript.file, text, &context) {
            Ok(story) => {
                stories.insert(manuscript.file.clone(), story);
            }
            Err(problems) => report.extend(problems),
        }
    }
    report.and(()).map(|_| ())
}

/// Where links to the files of texts lead in a language. A text may be named by its file in any language.
fn addresses_of_texts(content: Content<'_>, words: &Words) -> BTreeMap<String, SitePath> {
    let shelf = content.shelf;
    let mut works: Vec<(&Work, Subject)> =
        vec![(&shelf.home, Subject::Home), (&shelf.method, Subject::Method)];
    works.extend(shelf.stories.iter().enumerate().map(|(at, work)| (work, Subject::Story(at))));
    works.extend(shelf.extras.iter().enumerate().map(|(at, work)| (work, Subject::Extra(at))));
    works.extend(shelf.themes.iter().map(|(at, work)| (work, Subject::Theme(*at))));
    works.extend(shelf.areas.iter().map(|(area, work)| (work, Subject::Area(*area))));
    let mut found = BTreeMap::new();
    for (work, subject) in works {
        let Some(path) = path_of(content, words, subject) else { continue };
        for other in content.words {
            if let Some(text) = work.in_language(other.language()) {
                found.insert(text.file.to_string(), path.clone());
            }
        }
    }
    found
}

fn check_logo(settings: &Settings, texts: &Texts) -> Result<(), Report> {
    let Some(logo) = &settings.site.look.logo else { return Ok(()) };
    let path = format!("assets/{}", logo.name);
    if texts.assets.contains_key(path.as_str()) {
        return Ok(());
    }
    let problem = Diagnostic::error(format!("there is no file `{path}`")).at(logo.place.clone());
    let problem = match nearest(&path, texts.assets.keys().map(|path| &**path)) {
        Some(nearest) => problem.hint(format!("did you mean `{}`?", nearest.trim_start_matches("assets/"))),
        None => problem.hint("the logo is a file in `assets/` of the site"),
    };
    Err(problem.into())
}

fn imprint(settings: &Settings, look: &Look, words: &Words) -> Imprint {
    let language = words.language();
    let site = &settings.site;
    let palette = look.palette(Scheme::Light);
    let date = words.date(site.published);
    Imprint {
        language: words.tag().to_owned(),
        site: site.title.get(language).to_owned(),
        publisher: site.publisher.get(language).to_owned(),
        base_url: site.base_url.clone(),
        published: site.published,
        published_words: words.text_with("page-edition", &[("date", Arg::Text(&date))]),
        notice: site.notice.as_ref().map(|notice| notice.get(language).to_owned()),
        logo: site.look.logo.as_ref().map(|logo| logo.name.clone()),
        paint: Paint {
            ink: palette.ink.to_string(),
            paper: palette.paper.to_string(),
            tint: palette.tint.to_string(),
            rule: palette.rule.to_string(),
            primary: palette.primary.to_string(),
            second: palette.second.to_string(),
            muted: palette.muted.to_string(),
            serif: SERIF.to_owned(),
            sans: SANS.to_owned(),
        },
        labels: Labels::new(|key| words.text(key)),
    }
}
