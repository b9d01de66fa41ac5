//! Profiles and prose to PDF: two pages about one area, or one where hardly anything is known.
//!
//! In: a [`Factsheet`], in which every number is already a text and every figure already drawn. Out: the bytes
//! of a PDF that conforms to PDF/UA-1 and PDF/A-2a, the same for the same input. Typst sets the page by the
//! templates in `templates/pdf/`, which a site may replace one by one; it sees the embedded templates, the
//! site's `templates/` and `assets/`, and the virtual files of the sheet at hand, as data: no text becomes
//! Typst code. Reckons nothing, never touches the disk, knows no clock: the date is that of the site.
//!
//! A [`Printer`] is made once and shared by threads. Workers should be plain threads over a counter: Typst
//! yields to rayon while it exports, so that in a rayon loop one worker would start sheet within sheet.

mod desk;
mod faces;
mod problem;
mod qr;
mod readable;
mod sheet;

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};
use typst::diag::SourceDiagnostic;
use typst::ecow::EcoVec;
use typst::foundations::{Bytes, Datetime, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::FontBook;
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::diagnostic::Report;
use crate::making::documents::desk::Desk;
use crate::making::documents::faces::Faces;
use crate::making::documents::problem::{Compilation, Problem};
use crate::making::documents::readable::{Cover, Readable};

pub use sheet::{Drawn, DrawnRow, Factsheet, Imprint, Labels, Paint};

static EMBEDDED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates/pdf");

/// What the embedded and the site's templates are called: `templates/pdf/factsheet.typ`.
const TEMPLATES: &str = "templates/pdf/";
const ASSETS: &str = "assets/";

/// The one line that Typst starts from; all else is in the templates.
const MAIN: &str = "#import \"/templates/pdf/factsheet.typ\": factsheet\n#factsheet(json(\"/data.json\"))\n";

/// Faces, templates and Typst's library, loaded once for all documents of a site.
pub struct Printer {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    faces: Faces,
    main: Source,
    /// Templates by path, embedded or the site's.
    templates: BTreeMap<String, Source>,
    /// All other files that a template may read, by path.
    files: BTreeMap<String, Bytes>,
    standards: PdfStandards,
}

/// A document, and what a reader of the build's messages should know of it.
#[derive(Clone, Debug)]
pub struct Printed {
    pub pdf: Vec<u8>,
    pub pages: usize,
    /// Warnings only.
    pub report: Report,
}

impl Printer {
    /// Takes the site's own files by their paths within the site: those under `templates/` replace the
    /// embedded ones or stand beside them, those under `assets/` can be read by templates, and fonts among
    /// them (`.ttf`, `.otf`, `.ttc`) can be named in [`Paint`]. Files elsewhere are not taken.
    ///
    /// # Errors
    /// Every template that is not UTF-8 and every font that cannot be read.
    pub fn new(site: BTreeMap<String, Vec<u8>>) -> Result<Printer, Report> {
        let mut report = Report::new();
        let mut faces = Faces::embedded();
        let mut templates: BTreeMap<String, Source> = EMBEDDED
            .files()
            .filter_map(|file| Some((format!("{TEMPLATES}{}", file.path().to_str()?), file.contents_utf8()?)))
            .filter_map(|(path, text)| Some((path.clone(), Source::new(id_of(&path)?, text.to_owned()))))
            .collect();
        let mut files = BTreeMap::new();
        for (path, bytes) in site {
            let Some(id) = id_of(&path) else { continue };
            if path.starts_with("templates/") && path.ends_with(".typ") {
                match String::from_utf8(bytes) {
                    Ok(text) => drop(templates.insert(path, Source::new(id, text))),
                    Err(_) => report.push(Problem::NotText { path }.diagnostic()),
                }
            } else if path.starts_with(ASSETS) || path.starts_with("templates/") {
                let bytes = Bytes::new(bytes);
                if is_font(&path) && !faces.add(bytes.clone()) {
                    report.push(Problem::NotAFont { path: path.clone() }.diagnostic());
                }
                files.insert(path, bytes);
            }
        }
        let library = Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build();
        let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
            .expect("PDF/UA-1 and PDF/A-2a go together");
        let main = Source::new(id_of("main.typ").expect("a plain name is a path"), MAIN.to_owned());
        let book = LazyHash::new(faces.book());
        let printer =
            Printer { library: LazyHash::new(library), book, faces, main, templates, files, standards };
        report.and(printer).map(|(printer, _)| printer)
    }

    /// Prints a factsheet. Characters that no face has are shown as an empty box and come back as a warning,
    /// since data may hold any; everything that Typst says, warnings included, is an error, since it is about
    /// a template.
    ///
    /// # Errors
    /// What is wrong with a template, or with an image that the prose shows.
    pub fn factsheet(&self, sheet: &Factsheet) -> Result<Printed, Report> {
        self.check_images(sheet)?;
        let printed = match self.print(sheet, Cover::Any) {
            // Shaping may still find no glyph where the face lists the character; plain ones always work.
            Err(problems) if problems.iter().any(Compilation::is_about_glyphs) => {
                self.print(sheet, Cover::Plain)
            }
            other => other,
        };
        // Nothing is shared between two areas, and what Typst remembers of one is 5 MB.
        typst::comemo::evict(0);
        printed.map_err(|problems| {
            let mut report = Report::new();
            for problem in problems {
                report.push(Problem::Typst(problem).diagnostic());
            }
            report
        })
    }

    fn print(&self, sheet: &Factsheet, cover: Cover) -> Result<Printed, Vec<Compilation>> {
        let mut readable = Readable::new(&self.faces, cover);
        let files = sheet.files(&mut readable);
        let desk = Desk::new(self, files, sheet.imprint.published);
        let compiled = typst::compile::<PagedDocument>(&desk);
        let problems = |found: EcoVec<SourceDiagnostic>| -> Vec<Compilation> {
            found.iter().map(|one| Compilation::new(one, &desk)).collect()
        };
        let document = compiled.output.map_err(problems)?;
        if !compiled.warnings.is_empty() {
            return Err(problems(compiled.warnings));
        }
        let options = PdfOptions {
            ident: Smart::Custom(sheet.address()),
            creator: Smart::Custom(Some("brede".to_owned())),
            timestamp: desk.date().map(Timestamp::new_utc),
            page_ranges: None,
            standards: self.standards.clone(),
            tagged: true,
            pretty: false,
        };
        let pdf = typst_pdf::pdf(&document, &options).map_err(problems)?;
        let mut report = Report::new();
        if let Some(problem) = sheet.unprinted(&readable) {
            report.push(problem.diagnostic());
        }
        Ok(Printed { pdf, pages: document.pages().len(), report })
    }

    /// Prose names images by their paths, which only here meet the files.
    fn check_images(&self, sheet: &Factsheet) -> Result<(), Report> {
        let mut report = Report::new();
        for source in sheet.images() {
            if !self.files.contains_key(&source) {
                report.push(Problem::NoImage { path: source }.diagnostic());
            }
        }
        report.and(()).map(|_| ())
    }
}

fn is_font(path: &str) -> bool {
    let ending = path.rsplit('.').next().map(str::to_ascii_lowercase);
    matches!(ending.as_deref(), Some("ttf" | "otf" | "ttc" | "otc"))
}

/// Typst keeps every path for good, and has room for 65,000: sheets must reuse theirs.
fn id_of(path: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).ok()?).intern())
}

/// A day as Typst knows it; absent where there is no such day.
fn day(published: (u16, u8, u8)) -> Option<Datetime> {
    let (year, month, day) = published;
    Datetime::from_ymd_hms(i32::from(year), month, day, 0, 0, 0)
}
