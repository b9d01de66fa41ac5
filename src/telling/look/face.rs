//! The embedded fonts, and how wide text is in them.

use ttf_parser::name_id;

use super::{SANS, SERIF};

/// One font file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Face {
    pub family: &'static str,
    pub slant: Slant,
    /// 400 is regular, 700 bold.
    pub weight: u16,
    /// TrueType or OpenType.
    pub bytes: &'static [u8],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slant {
    Upright,
    Italic,
}

/// The two weights in which figures are lettered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    Regular,
    Bold,
}

/// Noto Sans and Libertinus Serif: the sans first, each from regular to bold.
pub fn embedded() -> Vec<Face> {
    let sans = [notosans::REGULAR_TTF, notosans::ITALIC_TTF, notosans::BOLD_TTF, notosans::BOLD_ITALIC_TTF]
        .into_iter();
    let mut faces: Vec<Face> = sans.chain(typst_assets::fonts()).filter_map(face).collect();
    faces.sort_by_key(|face| (face.family != SANS, face.weight, face.slant));
    faces
}

/// The face of a file, where it is of one of the two families.
fn face(bytes: &'static [u8]) -> Option<Face> {
    let parsed = ttf_parser::Face::parse(bytes, 0).ok()?;
    let named = |id: u16| {
        let names = parsed.names().into_iter();
        names.filter(|name| name.name_id == id).find_map(|name| name.to_string())
    };
    let family = named(name_id::TYPOGRAPHIC_FAMILY).or_else(|| named(name_id::FAMILY))?;
    let family = [SANS, SERIF].into_iter().find(|known| *known == family)?;
    let slant = if parsed.is_italic() { Slant::Italic } else { Slant::Upright };
    Some(Face { family, slant, weight: parsed.weight().to_number(), bytes })
}

/// Advances of the sans face. Kerning is left out: text comes out a hair narrower than measured.
#[derive(Clone, Debug)]
pub struct Measures {
    regular: ttf_parser::Face<'static>,
    bold: ttf_parser::Face<'static>,
}

/// The advance, in ems, taken for a character that the face lacks and another font will draw.
const UNKNOWN_ADVANCE: f64 = 1.0;

const ELLIPSIS: char = '…';

impl Measures {
    pub fn new() -> Measures {
        let parse =
            |bytes| ttf_parser::Face::parse(bytes, 0).expect("the embedded fonts parse, kept by a test");
        Measures { regular: parse(notosans::REGULAR_TTF), bold: parse(notosans::BOLD_TTF) }
    }

    pub fn width(&self, text: &str, size: f64, weight: Weight) -> f64 {
        text.chars().map(|character| self.advance(character, weight)).sum::<f64>() * size
    }

    /// In ems.
    fn advance(&self, character: char, weight: Weight) -> f64 {
        let face = match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        };
        let glyph = face.glyph_index(character).and_then(|glyph| face.glyph_hor_advance(glyph));
        glyph.map_or(UNKNOWN_ADVANCE, |advance| f64::from(advance) / f64::from(face.units_per_em()))
    }

    pub fn fit(&self, text: &str, size: f64, weight: Weight, width: f64) -> String {
        if self.width(text, size, weight) <= width {
            return text.to_owned();
        }
        self.cut(text, size, weight, width)
    }

    /// As much of a text as fits before an ellipsis; the ellipsis alone where nothing does.
    fn cut(&self, text: &str, size: f64, weight: Weight, width: f64) -> String {
        let room = width / size - self.advance(ELLIPSIS, weight);
        let mut used = 0.0;
        let end = text
            .char_indices()
            .find(|(_, character)| {
                used += self.advance(*character, weight);
                used > room
            })
            .map_or(text.len(), |(at, _)| at);
        let kept = text[..end].trim_end_matches(|end: char| end.is_whitespace() || ",.;:-–(".contains(end));
        format!("{kept}{ELLIPSIS}")
    }

    pub fn wrap(&self, text: &str, size: f64, weight: Weight, width: f64, lines: usize) -> Vec<String> {
        let mut wrapped = Vec::new();
        let mut rest = text.trim();
        while !rest.is_empty() {
            if self.width(rest, size, weight) <= width {
                wrapped.push(rest.to_owned());
                break;
            }
            if wrapped.len() + 1 >= lines {
                wrapped.push(self.cut(rest, size, weight, width));
                break;
            }
            let end = self.line_end(rest, size, weight, width);
            let hyphen = if is_within_word(rest, end) && end > 1 { "-" } else { "" };
            wrapped.push(format!("{}{hyphen}", rest[..end].trim_end()));
            rest = rest[end..].trim_start();
        }
        if wrapped.is_empty() {
            wrapped.push(String::new());
        }
        wrapped
    }

    /// Where the first line of a text that is too wide ends: after the last space, hyphen or slash that
    /// fits, or within a word that is wider than the line.
    fn line_end(&self, text: &str, size: f64, weight: Weight, width: f64) -> usize {
        let mut used = 0.0;
        let mut best = None;
        for (at, character) in text.char_indices() {
            used += self.advance(character, weight) * size;
            let after = at + character.len_utf8();
            if character == ' ' {
                // The space itself may hang over the edge.
                best = Some(after);
            }
            if used > width {
                let within = if at == 0 { after } else { at };
                let room = width - self.advance('-', weight) * size;
                return best
                    .unwrap_or_else(|| self.syllable_end(text, room / size, weight).unwrap_or(within));
            }
            if matches!(character, '-' | '–' | '/') {
                best = Some(after);
            }
        }
        text.len()
    }

    /// Where the last syllable ends that fits in so many ems: before a consonant with a vowel behind it and one before
    /// it, three letters from either end. A rule of thumb that holds for most words of Dutch and English.
    fn syllable_end(&self, text: &str, room: f64, weight: Weight) -> Option<usize> {
        let word: Vec<(usize, char)> =
            text.char_indices().take_while(|(_, character)| character.is_alphabetic()).collect();
        let is_vowel = |at: usize| "aeiouyAEIOUY".contains(unaccented(word[at].1));
        // "ch" and its like are one sound
        let begins_a_sound = |at: usize| word[at].1 != 'h' || is_vowel(at - 1);
        let is_end = |at: &usize| {
            let is_between = !is_vowel(*at) && is_vowel(at + 1);
            is_between && begins_a_sound(*at) && (0..*at).any(is_vowel)
        };
        let ends = (3..word.len().saturating_sub(2)).filter(is_end);
        let fits = |at: &usize| {
            word[..*at].iter().map(|(_, character)| self.advance(*character, weight)).sum::<f64>() <= room
        };
        ends.take_while(fits).last().map(|at| word[at].0)
    }
}

/// Without its accent, where it is a vowel of a western language.
fn unaccented(character: char) -> char {
    match character {
        'à'..='å' => 'a',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ò'..='ö' => 'o',
        'ù'..='ü' => 'u',
        other => other,
    }
}

/// Whether a text is parted between two letters.
fn is_within_word(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    let is_letter = |character: Option<char>| character.is_some_and(char::is_alphabetic);
    is_letter(before.chars().next_back()) && is_letter(after.chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_families_have_regular_bold_and_italics() {
        let faces = embedded();
        for family in [SANS, SERIF] {
            for weight in [400, 700] {
                for slant in [Slant::Upright, Slant::Italic] {
                    let found = faces
                        .iter()
                        .filter(|face| face.family == family && face.weight == weight && face.slant == slant);
                    assert_eq!(found.count(), 1, "{family} {weight} {slant:?}");
                }
            }
        }
    }

    #[test]
    fn digits_are_tabular_and_bold_is_wider() {
        let measures = Measures::new();
        let one = measures.width("1111", 10.0, Weight::Regular);
        assert_eq!(one, measures.width("8080", 10.0, Weight::Regular));
        assert!((one - 22.88).abs() < 0.01, "{one}");
        assert!(measures.width("Wijk", 10.0, Weight::Bold) > measures.width("Wijk", 10.0, Weight::Regular));
    }

    #[test]
    fn text_is_cut_and_broken_where_a_reader_would() {
        let measures = Measures::new();
        let wrap = |text, width, lines| measures.wrap(text, 10.0, Weight::Regular, width, lines);
        assert_eq!(measures.fit("Hoek", 10.0, Weight::Regular, 100.0), "Hoek");
        assert_eq!(measures.fit("Hoek van Holland", 10.0, Weight::Regular, 52.0), "Hoek van…");
        assert_eq!(measures.fit("Hoek", 10.0, Weight::Regular, 1.0), "…");
        assert_eq!(wrap("Hoek van Holland", 50.0, 2), ["Hoek van", "Holland"]);
        assert_eq!(wrap("Nieuw-Vennep", 50.0, 2), ["Nieuw-", "Vennep"]);
        assert_eq!(wrap("", 50.0, 2), [""]);
        assert_eq!(wrap("Hoek van Holland en Rozenburg", 50.0, 2), ["Hoek van", "Holland…"]);
        assert_eq!(wrap("aaaaaaaaaaaaaaaaaaaa", 60.0, 2).len(), 2);
        assert_eq!(wrap("aaa", 0.0, 9), ["a", "a", "a"]);
        assert_eq!(wrap("Touwslagersbuurt", 80.0, 2), ["Touwslagers-", "buurt"]);
        assert_eq!(wrap("Schiermonnikoog", 60.0, 2), ["Schiermon-", "nikoog"]);
    }
}
