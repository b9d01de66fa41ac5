//! Makes the leaves that are stale, several at once, each written as soon as it is made.
//!
//! Leaves of one subject and language are one piece of work, so that the page and the PDF of an area share
//! their profile, which is dropped after them.

use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::diagnostic::{Diagnostic, Report};
use crate::input::settings::LanguageId;
use crate::making::documents::{Drawn, DrawnRow, Factsheet};
use crate::making::downloads::{self, Extent, Stock};
use crate::making::pages::{self, Announced, Page, Stand, WEB_FACES};
use crate::model::atlas::AreaId;
use crate::publishing::output::edition::Edition;
use crate::publishing::output::manifest::{Made, Manifest, Receipt};
use crate::publishing::output::receipt;
use crate::publishing::output::stage::Stage;
use crate::publishing::plan::{Leaf, Linked, Recipe, Subject, announced, check_links};
use crate::publishing::store::Store;
use crate::telling::address::SitePath;
use crate::telling::figures::{Frame, Picture, Reckoned, Spec, Studio};
use crate::telling::profile::{self, AreaProfile};
use crate::telling::words::Arg;

/// Which leaves are made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Only {
    #[default]
    All,
    Pages,
    Documents,
}

/// Told while leaves are made; several threads speak at once.
pub trait Progress: Sync {
    /// How many leaves are to be made.
    fn begin(&self, leaves: usize);
    /// One more is made.
    fn made(&self);
}

/// What was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub pages: usize,
    pub documents: usize,
    pub data: usize,
    /// Of all leaves, those that were as fresh as could be.
    pub fresh: usize,
}

impl Recipe {
    fn is_wanted(&self, only: Only) -> bool {
        match only {
            Only::All => true,
            Only::Documents => matches!(self, Recipe::Factsheet(_)),
            Only::Pages => !matches!(self, Recipe::Factsheet(_)),
        }
    }
}

/// Makes what is stale and writes it to the stage. The manifest of what will stand in the output comes back.
///
/// # Errors
/// What is wrong with templates and links; nothing is published then.
pub fn make(
    edition: &Edition,
    store: &Store,
    stage: &Stage,
    only: Only,
    jobs: usize,
    progress: &dyn Progress,
) -> Result<(Manifest, Tally, Report), Report> {
    let mut after = Manifest::default();
    let mut tally = Tally::default();
    let mut work: Vec<Vec<&Leaf>> = Vec::new();
    let mut stale: BTreeSet<&SitePath> = BTreeSet::new();
    for leaf in &edition.plan.leaves {
        let before = stage.before().get(&leaf.path);
        match before {
            Some(made) if made.facets == leaf.facets => {
                after.insert(leaf.path.clone(), made.clone());
                tally.fresh += 1;
            }
            _ if leaf.recipe.is_wanted(only) => match work.last_mut() {
                Some(piece) if belongs(piece, leaf) => piece.push(leaf),
                _ => work.push(vec![leaf]),
            },
            // what stands there from an earlier build stays, and is stale for the next one
            Some(made) => {
                after.insert(leaf.path.clone(), made.clone());
                stale.insert(&leaf.path);
            }
            None => {}
        }
    }
    progress.begin(work.iter().map(Vec::len).sum());
    let (made, report) = make_all(edition, store, stage, &work, jobs, progress);
    if report.has_errors() {
        return Err(report);
    }
    for (leaf, made) in made {
        match leaf.recipe {
            Recipe::Page(_) => tally.pages += 1,
            Recipe::Factsheet(_) => tally.documents += 1,
            Recipe::Data(..) => tally.data += 1,
            Recipe::Names | Recipe::Weights(_) | Recipe::Shared(_) | Recipe::Font(_) | Recipe::Asset(_) => {}
        }
        after.insert(leaf.path.clone(), made);
    }
    let linked: Vec<Linked<'_>> = after
        .iter()
        // what an earlier edition links to may be gone from this one
        .filter(|(path, _)| path.as_str().ends_with(".html") && !stale.contains(path))
        .map(|(path, made)| Linked { path, links: &made.receipt.links, anchors: &made.receipt.anchors })
        .collect();
    check_links(&linked, &edition.plan.paths())?;
    Ok((after, tally, report))
}

/// Whether a leaf is told from the same profile as the piece of work before it.
fn belongs(piece: &[&Leaf], leaf: &Leaf) -> bool {
    let subject = |leaf: &Leaf| match leaf.recipe {
        Recipe::Page(Subject::Area(area)) | Recipe::Factsheet(area) => Some((area, leaf.language)),
        _ => None,
    };
    piece.first().is_some_and(|first| subject(first).is_some() && subject(first) == subject(leaf))
}

type MadeLeaf<'a> = (&'a Leaf, Made);

fn make_all<'a>(
    edition: &Edition,
    store: &Store,
    stage: &Stage,
    work: &[Vec<&'a Leaf>],
    jobs: usize,
    progress: &dyn Progress,
) -> (Vec<MadeLeaf<'a>>, Report) {
    /// One template can be wrong on every page; the first ones tell enough.
    const ENOUGH_PROBLEMS: usize = 20;
    let next = AtomicUsize::new(0);
    let problems = AtomicUsize::new(0);
    let results: Mutex<Vec<(usize, Vec<MadeLeaf<'_>>, Report)>> = Mutex::default();
    let worker = || {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(piece) = work.get(at) else { break };
            if problems.load(Ordering::Relaxed) >= ENOUGH_PROBLEMS {
                break;
            }
            let (made, report) = make_piece(edition, store, stage, piece, progress);
            if report.has_errors() {
                problems.fetch_add(1, Ordering::Relaxed);
            }
            results.lock().expect("nobody panics while holding it").push((at, made, report));
        }
    };
    // plain threads and not rayon: Typst yields to rayon, which would start one sheet inside another
    std::thread::scope(|scope| {
        for _ in 1..jobs.max(1) {
            scope.spawn(worker);
        }
        worker();
    });
    let mut results = results.into_inner().expect("nobody panics while holding it");
    // messages in the order of the plan, whatever thread was first
    results.sort_by_key(|(at, _, _)| *at);
    let mut all = Vec::new();
    let mut report = Report::new();
    for (_, made, problems) in results {
        all.extend(made);
        report.extend(problems);
    }
    (all, report)
}

fn make_piece<'a>(
    edition: &Edition,
    store: &Store,
    stage: &Stage,
    piece: &[&'a Leaf],
    progress: &dyn Progress,
) -> (Vec<MadeLeaf<'a>>, Report) {
    let mut report = Report::new();
    let mut made = Vec::new();
    let mut maker = Maker { edition, store, profile: None };
    for leaf in piece {
        match maker.make(leaf) {
            Ok((bytes, links, anchors, title, warnings)) => {
                report.extend(warnings);
                match stage.write(&leaf.path, &bytes) {
                    Ok(content) => {
                        let receipt = Receipt { content, links, anchors, title };
                        made.push((*leaf, Made { facets: leaf.facets.clone(), receipt }));
                    }
                    Err(problem) => report.push(problem),
                }
            }
            Err(problems) => report.extend(problems),
        }
        progress.made();
    }
    (made, report)
}

type Bytes = (Vec<u8>, Vec<std::sync::Arc<str>>, Vec<std::sync::Arc<str>>, Option<String>, Report);

/// Makes the leaves of one piece of work.
struct Maker<'a> {
    edition: &'a Edition,
    store: &'a Store,
    profile: Option<AreaProfile>,
}

impl Maker<'_> {
    fn make(&mut self, leaf: &Leaf) -> Result<Bytes, Report> {
        let edition = self.edition;
        let plain = |bytes: Vec<u8>| (bytes, Vec::new(), Vec::new(), None, Report::new());
        match &leaf.recipe {
            Recipe::Page(subject) => {
                let page = self.page(leaf, *subject).map_err(|problem| about(problem, leaf))?;
                let links = receipt::links(&page.html, &leaf.path);
                let anchors = receipt::anchors(&page.html);
                Ok((page.html.into_bytes(), links, anchors, Some(page.title), Report::new()))
            }
            Recipe::Factsheet(area) => self.factsheet(leaf, *area),
            Recipe::Data(holds, format) => {
                let stock = Stock {
                    settings: &edition.supplies.settings,
                    atlas: &edition.supplies.atlas,
                    scores: &edition.supplies.scores,
                    extent: Extent::Shown,
                };
                Ok(plain(downloads::file(stock, *holds, *format)))
            }
            Recipe::Weights(id) => {
                Ok(plain(pages::weights(&edition.studio(leaf.language), *id).into_bytes()))
            }
            Recipe::Names => Ok(plain(pages::names(&edition.studio(leaf.language)).into_bytes())),
            Recipe::Shared(which) => Ok(plain(
                pages::shared(*which, &edition.supplies.look, &edition.texts.templates).into_bytes(),
            )),
            Recipe::Font(at) => self.font(*at).map(plain),
            Recipe::Asset(path) => Ok(plain(edition.texts.assets.get(path).cloned().unwrap_or_default())),
        }
    }

    fn page(&mut self, leaf: &Leaf, subject: Subject) -> Result<Page, Diagnostic> {
        let edition = self.edition;
        let language = leaf.language;
        let studio = edition.studio(language);
        let basis = edition.basis();
        let alternates = edition.plan.alternates(basis, subject);
        let stand =
            Stand { path: &leaf.path, alternates: &alternates, frame: &edition.plan.frames[language.0] };
        let pages = &edition.pages;
        let stories = || announced(&edition.shelf, studio.words);
        let all =
            |stories: Vec<(usize, Announced)>| stories.into_iter().map(|(_, it)| it).collect::<Vec<_>>();
        let none = crate::telling::prose::Story::default();
        match subject {
            Subject::Home => {
                let story = edition.story(Some(&edition.shelf.home), language).unwrap_or(&none);
                let home = profile::home(&studio, &edition.ground);
                pages.home(&studio, &stand, &home, story, &all(stories()))
            }
            Subject::Areas => pages.areas(&studio, &stand, &profile::home(&studio, &edition.ground)),
            Subject::Stories => pages.stories(&studio, &stand, &all(stories())),
            Subject::Story(at) => {
                let story = edition.story(edition.shelf.stories.get(at), language).unwrap_or(&none);
                let others: Vec<_> = stories().into_iter().filter(|(other, _)| *other != at).collect();
                pages.story(&studio, &stand, story, &all(others))
            }
            Subject::Extra(at) => {
                let story = edition.story(edition.shelf.extras.get(at), language).unwrap_or(&none);
                pages.extra(&studio, &stand, story)
            }
            Subject::Indices => pages.indices(&studio, &stand, &profile::indices(&studio)),
            Subject::Index(id) => pages.index(&studio, &stand, &profile::index(&studio, id)),
            Subject::Weights(id) => pages.what_if(&studio, &stand, &profile::what_if(&studio, id)),
            Subject::Indicator(id) => {
                pages.indicator(&studio, &stand, &profile::indicator(&studio, &edition.ground, id))
            }
            Subject::Themes => {
                let themes: Vec<_> = (0..edition.supplies.settings.themes.len())
                    .map(|at| profile::theme(&studio, &edition.ground, at))
                    .collect();
                pages.themes(&studio, &stand, &themes)
            }
            Subject::Theme(at) => {
                let story = edition.story(edition.shelf.themes.get(&at), language);
                pages.theme(&studio, &stand, &profile::theme(&studio, &edition.ground, at), story)
            }
            Subject::Method => {
                let story = edition.story(Some(&edition.shelf.method), language);
                pages.method(&studio, &stand, &profile::method(&studio), story)
            }
            Subject::Downloads => pages.downloads(&studio, &stand, &profile::downloads(&studio)),
            Subject::NotFound => pages.not_found(&studio, &stand),
            Subject::Area(area) => {
                let story = edition.area_story(area, language);
                pages.area(&studio, &stand, self.profile(area, language), story)
            }
        }
    }

    fn profile(&mut self, area: AreaId, language: LanguageId) -> &AreaProfile {
        let edition = self.edition;
        self.profile.get_or_insert_with(|| profile::area(&edition.studio(language), &edition.ground, area))
    }

    fn factsheet(&mut self, leaf: &Leaf, area: AreaId) -> Result<Bytes, Report> {
        let edition = self.edition;
        let language = leaf.language;
        let studio = edition.studio(language);
        let profile = &self.profile(area, language).for_print(studio.words);
        let draw = |spec: &Spec| drawn(&studio, spec);
        // where a map would show nothing, where the area lies
        let map = profile.map.as_ref().or(profile.locator.as_ref()).map(draw);
        let beside = profile.beside.as_ref().map(draw);
        let trends: Vec<DrawnRow> = (profile.trends.iter())
            .map(|row| DrawnRow {
                figures: row.figures.iter().map(|spec| small(&studio, spec, row.figures.len())).collect(),
                source: row.source.clone(),
            })
            .collect();
        let prose = edition.area_story(area, language).map(|story| &story.prose);
        let prose_figures: Vec<Drawn> = prose.iter().flat_map(|prose| &prose.figures).map(draw).collect();
        let title = studio.words.text_with("factsheet-title", &[("name", Arg::Text(&profile.name))]);
        let printed = edition.printer.factsheet(&Factsheet {
            title: title.clone(),
            profile,
            prose,
            prose_figures: &prose_figures,
            map: map.as_ref(),
            beside: beside.as_ref(),
            trends: &trends,
            trends_key: profile.trends_key.as_ref().map(draw).as_ref(),
            imprint: &edition.imprints[language.0],
        })?;
        Ok((printed.pdf, Vec::new(), Vec::new(), Some(title), printed.report))
    }

    fn font(&self, at: usize) -> Result<Vec<u8>, Report> {
        let (family, weight, slant, _) = WEB_FACES[at];
        let faces = self.edition.supplies.look.faces().iter();
        let mut faces =
            faces.filter(|face| face.family == family && face.weight == weight && face.slant == slant);
        let Some(face) = faces.next() else { return Ok(Vec::new()) };
        let woff2 = self.store.remember("woff2", &blake3::hash(face.bytes), || {
            // the embedded faces convert, kept by a test
            ttf2woff2::encode(face.bytes, ttf2woff2::BrotliQuality::default()).unwrap_or_default()
        });
        Ok(woff2)
    }
}

/// Names the page on which a template failed.
fn about(mut problem: Diagnostic, leaf: &Leaf) -> Report {
    let page = format!("it was printing `{}`", leaf.path);
    problem.hint = Some(problem.hint.map_or(page.clone(), |hint| format!("{page}; {hint}")));
    problem.into()
}

/// One of so many figures in a row, whose source stands under the row.
fn small(studio: &Studio<'_>, spec: &Spec, of: usize) -> Drawn {
    let frame = if of < 3 { Frame::Print } else { Frame::Small };
    let reckoned = studio.reckon(spec);
    let guide = reckoned.guide_in(frame).unwrap_or_default();
    printed(&reckoned, frame, [guide.clone(), guide])
}

/// A figure by itself, with how to read it and who measured.
fn drawn(studio: &Studio<'_>, spec: &Spec) -> Drawn {
    let reckoned = studio.reckon(spec);
    let note: Vec<&str> = reckoned.guide.as_deref().into_iter().chain(reckoned.source.as_deref()).collect();
    let guide = reckoned.guide.clone().unwrap_or_default();
    let mut drawn = printed(&reckoned, Frame::Print, [note.join(" "), guide]);
    if let Spec::Locator { .. } = spec {
        drawn.largest = LARGEST_LOCATOR;
    }
    drawn
}

/// Figures with letters, which stay as large as those around them.
const LARGEST: f64 = 1.12;
/// A locator has no words.
const LARGEST_LOCATOR: f64 = 2.4;

fn printed(reckoned: &Reckoned<'_>, frame: Frame, [note, guide]: [String; 2]) -> Drawn {
    let Picture { svg, width, height } = reckoned.draw(frame, "f");
    Drawn {
        svg,
        width,
        height,
        alt: reckoned.sentence.clone(),
        title: reckoned.title.clone(),
        subtitle: reckoned.subtitle.clone(),
        note,
        guide,
        largest: LARGEST,
    }
}
