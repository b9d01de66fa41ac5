//! What a leaf depends on, as digests of inputs; never of anything rendered.

use std::collections::BTreeMap;
use std::sync::Arc;

use blake3::{Hash, Hasher};

use crate::input::settings::LanguageId;
use crate::input::sources::{Data, Texts};
use crate::publishing::plan::{Basis, Recipe, Subject, Work, path_of};
use crate::telling::address::SitePath;

/// The digests of all inputs of a build.
#[derive(Clone, Debug)]
pub struct Digests {
    /// The program itself.
    pub program: Hash,
    /// Every TOML file.
    pub settings: Hash,
    /// Every table and every shape.
    pub data: Hash,
    /// The site's own strings, templates, styles and scripts, by path.
    pub templates: BTreeMap<Arc<str>, Hash>,
    pub prose: BTreeMap<Arc<str>, Hash>,
    pub assets: BTreeMap<Arc<str>, Hash>,
}

/// The digest of each text or file.
fn each<T: AsRef<[u8]>>(files: &BTreeMap<Arc<str>, T>) -> BTreeMap<Arc<str>, Hash> {
    files.iter().map(|(path, content)| (path.clone(), blake3::hash(content.as_ref()))).collect()
}

/// One digest of all, with their names.
fn together<T: AsRef<[u8]>>(files: &BTreeMap<Arc<str>, T>) -> Hash {
    let mut hasher = Hasher::new();
    for (path, hash) in each(files) {
        hasher.update(path.as_bytes()).update(&[0]).update(hash.as_bytes());
    }
    hasher.finalize()
}

impl Digests {
    /// `program` stands for the program itself, with all that is embedded in it.
    pub fn of(program: Hash, texts: &Texts, data: &Data) -> Digests {
        Digests {
            program,
            settings: together(&texts.settings),
            data: data.digest(),
            templates: each(&texts.templates),
            prose: each(&texts.prose),
            assets: each(&texts.assets),
        }
    }

    /// The facets of one leaf, as one digest.
    pub fn facets(&self, basis: Basis<'_>, language: LanguageId, recipe: &Recipe) -> Hash {
        let mut facets = Facets { hasher: Hasher::new(), digests: self, language };
        facets.hasher.update(self.program.as_bytes());
        facets.hasher.update(&[u8::try_from(language.0).unwrap_or(u8::MAX)]);
        match recipe {
            Recipe::Page(subject) => {
                facets.numbers();
                facets.templates("templates/html/");
                facets.templates("templates/strings/");
                facets.menu(basis);
                facets.alternates(basis, *subject);
                facets.text(basis, *subject);
            }
            Recipe::Factsheet(area) => {
                facets.numbers();
                facets.templates("templates/pdf/");
                facets.templates("templates/strings/");
                facets.assets();
                facets.menu(basis);
                facets.work(basis.shelf.areas.get(area));
            }
            Recipe::Data(_, format) => {
                facets.numbers();
                facets.hasher.update(&[*format as u8]);
            }
            Recipe::Names => {
                facets.numbers();
                facets.templates("templates/strings/");
            }
            Recipe::Shared(which) => {
                facets.hasher.update(self.settings.as_bytes()).update(&[*which as u8]);
                facets.templates("templates/css/");
                facets.templates("templates/js/");
            }
            Recipe::Font(at) => {
                facets.hasher.update(&at.to_le_bytes());
            }
            Recipe::Asset(path) => {
                facets.hasher.update(path.as_bytes());
                facets.hasher.update(self.assets.get(path).map_or(&[], |hash| hash.as_bytes()));
            }
        }
        facets.hasher.finalize()
    }
}

struct Facets<'a> {
    hasher: Hasher,
    digests: &'a Digests,
    language: LanguageId,
}

impl Facets<'_> {
    fn numbers(&mut self) {
        self.hasher.update(self.digests.settings.as_bytes()).update(self.digests.data.as_bytes());
    }

    fn templates(&mut self, folder: &str) {
        let of_folder = self.digests.templates.iter().filter(|(path, _)| path.starts_with(folder));
        for (path, hash) in of_folder {
            self.hasher.update(path.as_bytes()).update(hash.as_bytes());
        }
    }

    fn assets(&mut self) {
        for (path, hash) in &self.digests.assets {
            self.hasher.update(path.as_bytes()).update(hash.as_bytes());
        }
    }

    /// The titles of the pages that every page links to, and the addresses of all texts, to which any prose
    /// may link.
    fn menu(&mut self, basis: Basis<'_>) {
        for work in &basis.shelf.extras {
            if let Some(text) = work.in_language(self.language) {
                self.words(&text.front.title);
                self.words(&text.slug);
            }
        }
        let has_stories = !basis.shelf.stories_in(self.language).is_empty();
        self.hasher.update(&[u8::from(has_stories)]);
        let own = self.language;
        for (_, text, _) in basis.shelf.all().filter(|(language, _, _)| *language == own) {
            self.words(&text.file);
            self.words(&text.slug);
        }
    }

    fn text(&mut self, basis: Basis<'_>, subject: Subject) {
        let shelf = basis.shelf;
        match subject {
            Subject::Home => {
                self.work(Some(&shelf.home));
                self.announced(basis);
            }
            Subject::Stories => self.announced(basis),
            Subject::Story(at) => {
                self.work(shelf.stories.get(at));
                self.announced(basis);
            }
            Subject::Extra(at) => self.work(shelf.extras.get(at)),
            Subject::Method => self.work(Some(&shelf.method)),
            Subject::Theme(at) => self.work(shelf.themes.get(&at)),
            Subject::Area(area) => self.work(shelf.areas.get(&area)),
            Subject::Areas
            | Subject::Themes
            | Subject::Index(_)
            | Subject::Indicator(_)
            | Subject::Downloads
            | Subject::NotFound => {}
        }
    }

    /// A text with the addresses that it may link to.
    fn work(&mut self, work: Option<&Work>) {
        let Some(text) = work.and_then(|work| work.in_language(self.language)) else { return };
        if let Some(hash) = self.digests.prose.get(&text.file) {
            self.hasher.update(text.file.as_bytes()).update(hash.as_bytes());
        }
    }

    /// Where the same subject is told in other languages.
    fn alternates(&mut self, basis: Basis<'_>, subject: Subject) {
        for words in basis.words {
            let path = path_of(basis, words, subject);
            self.words(path.as_ref().map_or("", SitePath::as_str));
        }
    }

    /// A text with its length, so that two of them are never one.
    fn words(&mut self, text: &str) {
        self.hasher.update(&(text.len() as u64).to_le_bytes()).update(text.as_bytes());
    }

    /// The stories as lists show them.
    fn announced(&mut self, basis: Basis<'_>) {
        for (_, text) in basis.shelf.stories_in(self.language) {
            let front = &text.front;
            for part in
                [Some(&front.title), Some(&text.slug), front.kicker.as_ref(), front.standfirst.as_ref()]
            {
                self.words(part.map_or("", String::as_str));
            }
        }
    }
}
