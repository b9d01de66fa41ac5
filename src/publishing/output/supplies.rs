//! What is told from: settings, data, indices and shapes, with the words of every language.

use std::sync::Arc;

use crate::diagnostic::Report;
use crate::index::Scores;
use crate::input::settings::{LanguageId, Settings};
use crate::input::sources::Texts;
use crate::model::atlas::Atlas;
use crate::model::shapes::Shapes;
use crate::telling::figures::{Spreads, Studio};
use crate::telling::look::Look;
use crate::telling::words::{SiteStrings, Words};

/// Everything that a studio of any language is made of.
pub struct Supplies {
    pub settings: Settings,
    pub atlas: Atlas,
    pub scores: Scores,
    /// None where nothing is drawn.
    pub shapes: Shapes,
    pub look: Look,
    /// By language, of those whose strings can be read.
    pub words: Vec<Arc<Words>>,
    pub spreads: Spreads,
}

impl Supplies {
    /// Reads the strings; `report` gets everything that is wrong in those of the site.
    pub fn new(
        settings: Settings,
        texts: &Texts,
        (atlas, scores, shapes): (Atlas, Scores, Shapes),
        report: &mut Report,
    ) -> Supplies {
        let words = words(&settings, texts, report);
        let look = Look::new(&settings.site.look);
        Supplies { settings, atlas, scores, shapes, look, words, spreads: Spreads::default() }
    }

    /// Everything that figures and profiles of a language are made from.
    pub fn studio(&self, language: LanguageId) -> Studio<'_> {
        Studio {
            settings: &self.settings,
            atlas: &self.atlas,
            scores: &self.scores,
            shapes: &self.shapes,
            look: &self.look,
            words: &self.words[language.0],
            spreads: &self.spreads,
        }
    }
}

fn words(settings: &Settings, texts: &Texts, report: &mut Report) -> Vec<Arc<Words>> {
    let mut words = Vec::new();
    for (at, tag) in settings.site.languages.iter().enumerate() {
        let path = format!("templates/strings/{tag}.ftl");
        let site = texts.templates.get_key_value(path.as_str());
        let site = site.map(|(file, text)| SiteStrings { file, text });
        match Words::new(LanguageId(at), tag, site) {
            Ok(read) => words.push(Arc::new(read)),
            Err(problems) => report.extend(problems),
        }
    }
    words
}
