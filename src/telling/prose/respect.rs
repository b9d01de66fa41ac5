//! Words that brand a place, looked for in the prose of a site.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place, Report};

/// A word, and what may be said instead.
type Branding = (&'static str, &'static str);

const DUTCH: [Branding; 9] = [
    ("achterbuurt", "zeg wat er moeilijk is, in cijfers"),
    ("achterstandswijk", "zeg wat er moeilijk is, in cijfers"),
    ("achterstandsbuurt", "zeg wat er moeilijk is, in cijfers"),
    ("kansarme", "zeg welke kansen er ontbreken"),
    ("krachtwijk", "noem de wijk bij haar naam"),
    ("probleembuurt", "zeg wat er moeilijk is, in cijfers"),
    ("probleemwijk", "zeg wat er moeilijk is, in cijfers"),
    ("slechte buurt", "zeg wat er moeilijk is, in cijfers"),
    ("slechte wijk", "zeg wat er moeilijk is, in cijfers"),
];

const ENGLISH: [Branding; 7] = [
    ("bad area", "say what is hard there, in figures"),
    ("bad neighbourhood", "say what is hard there, in figures"),
    ("problem area", "say what is hard there, in figures"),
    ("problem neighbourhood", "say what is hard there, in figures"),
    ("sink estate", "name the place"),
    ("slum", "name the place"),
    ("the deprived", "say people first"),
];

/// A warning for every place where a text of the site has such a word.
pub fn respect(files: &BTreeMap<Arc<str>, String>, languages: &[String]) -> Report {
    let mut report = Report::new();
    for (file, text) in files {
        let own = languages.iter().find(|tag| file.ends_with(&format!(".{tag}.md"))).or(languages.first());
        let words: &[Branding] = match own.map(String::as_str) {
            Some("nl") => &DUTCH,
            Some("en") => &ENGLISH,
            _ => &[],
        };
        for (word, instead) in words {
            for at in occurrences(text, word) {
                report.push(
                    Diagnostic::warning(format!("`{word}` brands a place"))
                        .at(Place::of_span(file, text, at..at + word.len()))
                        .hint(*instead),
                );
            }
        }
    }
    report
}

/// Where a word stands, alone or with an ending, whatever its capitals.
fn occurrences(text: &str, word: &str) -> Vec<usize> {
    // only ASCII capitals change, so that places stay those of the text
    let lower = text.to_ascii_lowercase();
    let starts_a_word = |at: usize| !lower[..at].ends_with(|before: char| before.is_alphanumeric());
    lower.match_indices(word).map(|(at, _)| at).filter(|at| starts_a_word(*at)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn branding_words_are_found_with_their_endings() {
        let files = BTreeMap::from([
            (Arc::from("content/a.md"), "De Probleemwijken van toen.".to_owned()),
            (Arc::from("content/a.en.md"), "A slum, or a sink estate?".to_owned()),
        ]);
        let report = respect(&files, &["nl".to_owned(), "en".to_owned()]);
        let found: Vec<String> = report.iter().map(|problem| problem.message.clone()).collect();
        assert_eq!(
            found,
            ["`sink estate` brands a place", "`slum` brands a place", "`probleemwijk` brands a place"]
        );
    }
}
