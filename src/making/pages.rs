//! Profiles and prose to HTML.
//!
//! In: profiles, prose, and a studio to draw figures with. Out: whole pages as text, and the files that all
//! of them share. MiniJinja prints the templates of `templates/html/`, of which a site may replace each one;
//! it escapes every text, and what is undefined is an error with its place. Decides nothing: templates do no
//! sums. Never touches the disk.

mod drawing;
mod problem;
mod prose;
mod shared;
mod weights;

use std::collections::BTreeMap;
use std::sync::Arc;

use include_dir::{Dir, include_dir};
use minijinja::value::{Kwargs, Serde, Value};
use minijinja::{
    AutoEscape, Environment, ErrorKind, Output, State, UndefinedBehavior, context, escape_formatter,
};
use serde::Serialize;

use crate::diagnostic::{Diagnostic, Report};
use crate::input::settings::{LanguageId, Settings};
use crate::making::pages::drawing::Drawings;
use crate::making::pages::problem::Problem;
use crate::telling::address::{Addresses, SitePath};
use crate::telling::figures::{Spec, Studio};
use crate::telling::profile::{
    AreaProfile, DownloadsProfile, HomeProfile, IndexProfile, IndexSummary, IndicatorDefinition,
    IndicatorProfile, MethodProfile, ThemeProfile, WhatIfProfile,
};
use crate::telling::prose::{Front, Story, plain};
use crate::telling::words::{Arg, Words};

pub use shared::{Shared, WEB_FACES, names, shared};
pub use weights::weights;

static EMBEDDED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates/html");

/// Where templates of pages are, in a site and here.
const TEMPLATES: &str = "templates/html/";

/// The templates of a site in every language, loaded once for all pages.
pub struct Pages {
    /// By language.
    environments: Vec<Environment<'static>>,
}

/// A link of a menu.
#[derive(Clone, Debug, Serialize)]
pub struct MenuItem {
    pub name: String,
    pub path: SitePath,
}

/// The same page in one of the languages.
#[derive(Clone, Debug, Serialize)]
pub struct Alternate {
    pub tag: String,
    pub name: String,
    pub path: SitePath,
    pub canonical: String,
}

/// What pages of a language share: the menu, and the pages that stand beside the stories.
#[derive(Clone, Debug, Default)]
pub struct Frame {
    pub menu: Vec<MenuItem>,
    pub extras: Vec<MenuItem>,
}

/// Where a page stands.
#[derive(Clone, Debug)]
pub struct Stand<'a> {
    pub path: &'a SitePath,
    /// In the order of the languages; its own among them.
    pub alternates: &'a [Alternate],
    pub frame: &'a Frame,
}

/// A story as it is announced elsewhere.
#[derive(Clone, Debug, Serialize)]
pub struct Announced {
    pub path: SitePath,
    pub title: String,
    pub kicker: Option<String>,
    pub standfirst: Option<String>,
}

/// A page, ready to be written.
#[derive(Clone, Debug)]
pub struct Page {
    pub html: String,
    pub title: String,
}

impl Pages {
    /// Compiles every template, embedded or the site's (`templates/html/…`), in every language.
    ///
    /// # Errors
    /// Every template that does not parse, with its line.
    pub fn new(words: &[Arc<Words>], site: &BTreeMap<Arc<str>, String>) -> Result<Pages, Report> {
        let mut sources: BTreeMap<String, String> = EMBEDDED
            .files()
            .filter_map(|file| Some((file.path().to_str()?.to_owned(), file.contents_utf8()?.to_owned())))
            .collect();
        for (path, text) in site {
            if let Some(name) = path.strip_prefix(TEMPLATES) {
                sources.insert(name.to_owned(), text.clone());
            }
        }
        let mut report = Report::new();
        let environments =
            words.iter().map(|words| environment(words.clone(), &sources, &mut report)).collect();
        report.and(Pages { environments }).map(|(pages, _)| pages)
    }

    /// The page of an area; `prose` is the text that somebody wrote about it.
    pub fn area(
        &self,
        studio: &Studio<'_>,
        stand: &Stand<'_>,
        profile: &AreaProfile,
        story: Option<&Story>,
    ) -> Result<Page, Diagnostic> {
        let mut drawings = Drawings::new(studio);
        let locator = profile.locator.as_ref().map(|spec| drawings.draw(spec));
        let map = profile.map.as_ref().map(|spec| drawings.draw(spec));
        let text = story.map(|story| drawings.prose(&story.prose, stand));
        let chapter_figures: Vec<Option<Value>> = profile
            .chapters
            .iter()
            .map(|chapter| chapter.figure.as_ref().map(|spec| drawings.draw(spec)))
            .collect();
        let group_figures = drawings.groups(&profile.groups);
        let content = context! {
            profile => Value::from(Serde(profile)),
            locator, map, chapter_figures, group_figures,
            prose => text,
        };
        let description = profile.sentences.first().cloned().unwrap_or_default();
        // many areas share a name; together with what it lies in it is told apart
        let title = match profile.lineage.last() {
            Some(parent) => {
                let parent = match studio.around_unless_in(profile.area, &parent.name) {
                    Some(around) => format!("{}, {around}", parent.name),
                    None => parent.name.clone(),
                };
                let args = [
                    ("name", Arg::Text(&profile.name)),
                    ("level", Arg::Text(&profile.level)),
                    ("parent", Arg::Text(&parent)),
                ];
                studio.words.text_with("area-title", &args)
            }
            None => profile.name.clone(),
        };
        self.page(studio, stand, Kind::Area, &title, &description, content)
    }

    /// The home page.
    pub fn home(
        &self,
        studio: &Studio<'_>,
        stand: &Stand<'_>,
        profile: &HomeProfile,
        story: &Story,
        stories: &[Announced],
    ) -> Result<Page, Diagnostic> {
        let mut drawings = Drawings::new(studio);
        let map = profile.map.as_ref().map(|spec| drawings.draw(spec));
        let text = (!story.prose.blocks.is_empty()).then(|| drawings.prose(&story.prose, stand));
        let title = title(studio.settings, studio.words.language());
        let mut front = story.front.clone();
        if front.title.is_empty() {
            front.title.clone_from(&title);
        }
        let content = context! {
            profile => Value::from(Serde(profile)),
            map, front => front_matter(&front), prose => text,
            stories => Value::from(Serde(stories)),
        };
        let description = story.front.standfirst.clone().unwrap_or_else(|| title.clone());
        self.page(studio, stand, Kind::Home, &title, &description, content)
    }

    /// The list of all areas of the upper levels.
    pub fn areas(
        &self,
        studio: &Studio<'_>,
        stand: &Stand<'_>,
        profile: &HomeProfile,
    ) -> Result<Page, Diagnostic> {
        let title = studio.words.text("areas-title");
        let content = context! { profile => Value::from(Serde(profile)) };
        self.page(studio, stand, Kind::Areas, &title, &studio.words.text("areas-lead"), content)
    }

    /// The list of stories.
    pub fn stories(
        &self,
        studio: &Studio<'_>,
        stand: &Stand<'_>,
        stories: &[Announced],
    ) -> Result<Page, Diagnostic> {
        let title = studio.words.text("stories-title");
        let content = context! { stories => Value::from(Serde(stories)) };
        self.page(studio, stand, Kind::Stories, &title, &studio.words.text("stories-lead"), content)
    }

    /// A story; `others` are those to read on with.
    pub fn story(
        &self,
        studio: &Studio<'_>,
        stand: &Stand<'_>,
        story: &Story,
        others: &[Announced],
    ) -> Result<Page, Diagnostic> {
        /// What an adult reads in a minute, in words.
        const PACE: usize = 200;
        let words = prose::words(&story.prose.blocks);
        let content = context! {
            front => front_matter(&story.front),
            prose => Drawings::new(studio).prose(&story.prose, stand),
            minutes => words.div_ceil(PACE).max(1),
            stories => Value::from(Serde(others)),
        };
        self.page(studio, stand, Kind::Story, &story.front.title, &description(story), content)
    }

    /// A page beside the stories.
    pub fn extra(&self, studio: &Studio<'_>, stand: &Stand<'_>, story: &Story) -> Result<Page, Diagnostic> {
        let content = context! {
            front => front_matter(&story.front),
            prose => Drawings::new(studio).prose(&story.prose, stand),
        };
        self.page(studio, stand, Kind::Extra, &story.front.title, &description(story), content)
    }

    /// The page of an index.
    pub fn index(
        &self,
        studio: &Studio<'_>,
        stand: &Stand<'_>,
        profile: &IndexProfile,
    ) -> Result<Page, Diagnostic> {
        let mut drawings = Drawings::new(studio);
        let map = profile.map.as_ref().map(|spec| drawings.draw(spec));
        let bars = profile.bars.as_ref().map(|spec| drawings.draw(spec));
        let bottom = profile.bottom.as_ref().map(|spec| drawings.draw(spec));
        let years = profile.over_time.as_ref().and_then(|periods| periods.lines.as_ref());
        let years = years.map(|spec| drawings.draw(spec));
        let level =
            studio.settings.indices.iter().find(|index| index.id == profile.id).map(|index| index.level);
        let parts_name = level.map(|level| studio.settings.levels[level].plural.get(studio.words.language()));
        let content =
            context! { profile => Value::from(Serde(profile)), map, bars, bottom, years, parts_name };
        let description = profile.about.clone().unwrap_or_else(|| profile.name.clone());
        self.page(studio, stand, Kind::Index, &profile.name, &description, content)
    }

    /// Where weights of an index can be tried.
    pub fn what_if(
        &self,
        studio: &Studio<'_>,
        stand: &Stand<'_>,
        profile: &WhatIfProfile,
    ) -> Result<Page, Diagnostic> {
        let title = studio.words.text_with("try-page", &[("index", Arg::Text(&profile.index_name))]);
        let content = context! { profile => Value::from(Serde(profile)) };
        self.page(studio, stand, Kind::Weights, &title, &profile.lead, content)
    }

    /// The page of an indicator.
    pub fn indicator(
        &self,
        studio: &Studio<'_>,
        stand: &Stand<'_>,
        profile: &IndicatorProfile,
    ) -> Result<Page, Diagnostic> {
        let mut drawings = Drawings::new(studio);
        let mut draw = |spec: &Option<Spec>| spec.as_ref().map(|spec| drawings.draw(spec));
        let (map, lines) = (draw(&profile.map), draw(&profile.lines));
        let (parts_drawn, smallest) = (draw(&profile.parts), draw(&profile.smallest));
        let group_figures = drawings.groups(&profile.groups);
        let content = context! {
            profile => Value::from(Serde(profile)),
            map, lines, parts_drawn, smallest, group_figures,
        };
        let IndicatorDefinition { name, about, .. } = &profile.definition;
        let description = if about.is_empty() { name } else { about };
        self.page(studio, stand, Kind::Indicator, name, description, content)
    }

    /// The list of indices.
    pub fn indices(
        &self,
        studio: &Studio<'_>,
        stand: &Stand<'_>,
        profiles: &[IndexSummary],
    ) -> Result<Page, Diagnostic> {
        let title = studio.words.text("page-indices");
        let description = studio.words.text("indices-lead");
        let content = context! { indices => Value::from(Serde(profiles)) };
        self.page(studio, stand, Kind::Indices, &title, &description, content)
    }

    /// The list of themes.
    pub fn themes(
        &self,
        studio: &Studio<'_>,
        stand: &Stand<'_>,
        profiles: &[ThemeProfile],
    ) -> Result<Page, Diagnostic> {
        let title = studio.words.text("page-themes");
        let description = match studio.atlas.subject() {
            Some(whole) => {
                let whole = &studio.atlas.area(whole).name;
                studio.words.text_with("themes-lead", &[("whole", Arg::Text(whole))])
            }
            None => studio.words.text("themes-lead-alone"),
        };
        let content = context! { themes => Value::from(Serde(profiles)) };
        self.page(studio, stand, Kind::Themes, &title, &description, content)
    }

    /// The page of a theme; `story` is what somebody wrote about it.
    pub fn theme(
        &self,
        studio: &Studio<'_>,
        stand: &Stand<'_>,
        profile: &ThemeProfile,
        story: Option<&Story>,
    ) -> Result<Page, Diagnostic> {
        let mut drawings = Drawings::new(studio);
        let text = story.map(|story| drawings.prose(&story.prose, stand));
        let figures: Vec<Value> = profile
            .indicators
            .iter()
            .map(|indicator| {
                let lines = indicator.lines.as_ref().map(|spec| drawings.draw(spec));
                let parts = indicator.parts.as_ref().map(|spec| drawings.draw(spec));
                context! { lines, parts }
            })
            .collect();
        let content = context! {
            profile => Value::from(Serde(profile)),
            front => front_matter(&story.map(|story| story.front.clone()).unwrap_or_default()),
            prose => text,
            figures,
        };
        let description = profile.about.clone().unwrap_or_else(|| profile.name.clone());
        self.page(studio, stand, Kind::Theme, &profile.name, &description, content)
    }

    /// How the figures came about; `story` is what somebody wrote about it.
    pub fn method(
        &self,
        studio: &Studio<'_>,
        stand: &Stand<'_>,
        profile: &MethodProfile,
        story: Option<&Story>,
    ) -> Result<Page, Diagnostic> {
        let front = story.map(|story| story.front.clone()).unwrap_or_default();
        let title =
            if front.title.is_empty() { studio.words.text("method-title") } else { front.title.clone() };
        let content = context! {
            profile => Value::from(Serde(profile)),
            front => front_matter(&front),
            prose => story.map(|story| Drawings::new(studio).prose(&story.prose, stand)),
        };
        let description = story.map_or_else(|| title.clone(), description);
        self.page(studio, stand, Kind::Method, &title, &description, content)
    }

    /// What there is to download.
    pub fn downloads(
        &self,
        studio: &Studio<'_>,
        stand: &Stand<'_>,
        profile: &DownloadsProfile,
    ) -> Result<Page, Diagnostic> {
        let title = studio.words.text("downloads-title");
        let content = context! { profile => Value::from(Serde(profile)) };
        self.page(studio, stand, Kind::Downloads, &title, &studio.words.text("downloads-lead"), content)
    }

    /// What is shown where there is no page.
    pub fn not_found(&self, studio: &Studio<'_>, stand: &Stand<'_>) -> Result<Page, Diagnostic> {
        let title = studio.words.text("page-not-found");
        self.page(
            studio,
            stand,
            Kind::NotFound,
            &title,
            &studio.words.text("page-not-found-text"),
            context! {},
        )
    }

    fn page(
        &self,
        studio: &Studio<'_>,
        stand: &Stand<'_>,
        kind: Kind,
        title: &str,
        description: &str,
        content: Value,
    ) -> Result<Page, Diagnostic> {
        let words = studio.words;
        let site = &studio.settings.site;
        let language = words.language();
        let addresses = Addresses::new(words);
        let root = match kind {
            // shown at any address, so that its links begin at the root of the host
            Kind::NotFound => root_of_host(&site.base_url),
            _ => stand.path.root(),
        };
        let names = addresses.names();
        let shell = context! {
            kind => kind.name(),
            lang => words.tag(),
            root,
            path => stand.path.as_str(),
            title, description,
            canonical => stand.path.canonical(&site.base_url),
            alternates => Value::from(Serde(stand.alternates)),
            menu => Value::from(Serde(&stand.frame.menu)),
            extras => Value::from(Serde(&stand.frame.extras)),
            home => addresses.home().as_str(),
            method_path => addresses.method().as_str(),
            downloads_path => addresses.downloads().as_str(),
            names_path => names.as_str(),
            areas_folder => addresses.areas().as_str().trim_end_matches("index.html"),
            site => context! {
                title => site.title.get(language),
                publisher => site.publisher.get(language),
                notice => site.notice.as_ref().map(|notice| notice.get(language)),
                published => words.date(site.published),
                logo => site.look.logo.as_ref().map(|logo| format!("assets/{}", logo.name)),
            },
        };
        let environment = &self.environments[language.0];
        let rendered = environment
            .get_template(kind.template())
            .and_then(|template| template.render(context! { ..content, ..shell }));
        match rendered {
            Ok(html) => Ok(Page { html, title: title.to_owned() }),
            Err(error) => Err(Problem::Template(error).into()),
        }
    }
}

/// The sorts of pages.
#[derive(Clone, Copy, Debug)]
enum Kind {
    Home,
    Area,
    Areas,
    Stories,
    Story,
    Extra,
    Indices,
    Index,
    Weights,
    Indicator,
    Themes,
    Theme,
    Method,
    Downloads,
    NotFound,
}

impl Kind {
    fn template(self) -> &'static str {
        match self {
            Kind::Home => "home.html",
            Kind::Area => "area.html",
            Kind::Areas => "areas.html",
            Kind::Stories => "stories.html",
            Kind::Story => "story.html",
            Kind::Extra => "page.html",
            Kind::Indices => "indices.html",
            Kind::Index => "index.html",
            Kind::Weights => "weights.html",
            Kind::Indicator => "indicator.html",
            Kind::Themes => "themes.html",
            Kind::Theme => "theme.html",
            Kind::Method => "method.html",
            Kind::Downloads => "downloads.html",
            Kind::NotFound => "not-found.html",
        }
    }

    /// As the `data-kind` of the page's body.
    fn name(self) -> &'static str {
        match self {
            Kind::NotFound => "404",
            _ => self.template().trim_end_matches(".html"),
        }
    }
}

fn environment(
    words: Arc<Words>,
    sources: &BTreeMap<String, String>,
    report: &mut Report,
) -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_formatter(escaped);

    environment.add_function("t", move |key: &str, named: Kwargs| text(&words, key, &named));
    for (name, source) in sources {
        if let Err(error) = environment.add_template_owned(name.clone(), source.clone()) {
            report.push(Problem::Template(error).into());
        }
    }
    environment
}

/// Escapes as MiniJinja does, but for `/`: it means nothing in a text or between quotes, and a page with the
/// names of many areas has thousands.
fn escaped(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), minijinja::Error> {
    let text = value.as_str().filter(|text| !value.is_safe() && text.contains('/'));
    let Some(text) = text.filter(|_| matches!(state.auto_escape(), AutoEscape::Html)) else {
        return escape_formatter(out, state, value);
    };
    for (at, part) in text.split('/').enumerate() {
        if at > 0 {
            out.write_str("/")?;
        }
        escape_formatter(out, state, &Value::from(part))?;
    }
    Ok(())
}

/// A string of the language: `t("page-by", author=front.author)`.
fn text(words: &Words, key: &str, named: &Kwargs) -> Result<String, minijinja::Error> {
    let mut counts = Vec::new();
    let mut texts = Vec::new();
    for name in named.args() {
        let value: Value = named.get(name)?;
        match usize::try_from(value.clone()) {
            Ok(count) if value.is_integer() => counts.push((name, count)),
            Ok(_) | Err(_) => texts.push((name, value.to_string())),
        }
    }
    let counts = counts.iter().map(|(name, count)| (*name, Arg::Count(*count)));
    let args: Vec<(&str, Arg<'_>)> =
        counts.chain(texts.iter().map(|(name, text)| (*name, Arg::Text(text)))).collect();
    words.find(key, &args).ok_or_else(|| {
        minijinja::Error::new(ErrorKind::InvalidOperation, format!("there is no string `{key}`"))
    })
}

fn front_matter(front: &Front) -> Value {
    context! {
        title => &front.title,
        kicker => &front.kicker,
        standfirst => &front.standfirst,
        author => &front.author,
    }
}

fn title(settings: &Settings, language: LanguageId) -> String {
    settings.site.title.get(language).to_owned()
}

/// The standfirst, or else the first paragraph.
fn description(story: &Story) -> String {
    let first = || {
        story.prose.blocks.iter().find_map(|block| match block {
            crate::telling::prose::Block::Paragraph { inlines } => Some(plain(inlines)),
            _ => None,
        })
    };
    story.front.standfirst.clone().or_else(first).unwrap_or_else(|| story.front.title.clone())
}

/// `/` or `/sub/path/`.
fn root_of_host(base_url: &str) -> String {
    let after_scheme = base_url.split_once("://").map_or(base_url, |(_, rest)| rest);
    match after_scheme.split_once('/') {
        Some((_, path)) => format!("/{}/", path.trim_matches('/')),
        None => "/".to_owned(),
    }
}
