//! What a question about scores is answered from: settings, data and indices, without texts, shapes and pages.

use std::sync::Arc;

use crate::diagnostic::Report;
use crate::index::Scores;
use crate::input::settings::{LanguageId, Settings};
use crate::input::sources::Texts;
use crate::model::atlas::Atlas;
use crate::model::shapes::Shapes;
use crate::publishing::output::edition::words;
use crate::telling::figures::{Spreads, Studio};
use crate::telling::look::Look;
use crate::telling::words::Words;

/// Scores, and the words to tell of them.
pub struct Asked {
    pub settings: Settings,
    pub atlas: Atlas,
    pub scores: Scores,
    /// None: no question is about them.
    shapes: Shapes,
    look: Look,
    /// By language.
    words: Vec<Arc<Words>>,
    spreads: Spreads,
}

impl Asked {
    /// Reads the strings.
    ///
    /// # Errors
    /// Everything that is wrong in those of the site.
    pub fn new(
        settings: Settings,
        texts: &Texts,
        atlas: Atlas,
        scores: Scores,
    ) -> Result<(Asked, Report), Report> {
        let mut report = Report::new();
        let words = words(&settings, texts, &mut report);
        let look = Look::new(&settings.site.look);
        let (shapes, spreads) = (Shapes::default(), Spreads::default());
        report.and(Asked { settings, atlas, scores, shapes, look, words, spreads })
    }

    /// Everything that is told of in a language.
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
