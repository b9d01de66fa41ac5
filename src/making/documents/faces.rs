//! The faces that documents are set in, and what characters they have.

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};

/// Faces in the order in which Typst knows them by number.
pub struct Faces {
    faces: Vec<Font>,
    /// How many of the first faces are Noto Sans and Libertinus Serif.
    plain: usize,
}

impl Faces {
    /// Noto Sans and Libertinus Serif, which the templates use, and for what these lack the other text faces
    /// that come with Typst.
    pub fn embedded() -> Faces {
        let sans =
            [notosans::REGULAR_TTF, notosans::ITALIC_TTF, notosans::BOLD_TTF, notosans::BOLD_ITALIC_TTF];
        let mut faces: Vec<Font> = sans.into_iter().flat_map(|data| Font::iter(Bytes::new(data))).collect();
        let (serif, other): (Vec<Font>, Vec<Font>) = typst_assets::fonts()
            .flat_map(|data| Font::iter(Bytes::new(data)))
            .filter(|font| !font.info().family.ends_with("Math"))
            .partition(|font| font.info().family == "Libertinus Serif");
        faces.extend(serif);
        let plain = faces.len();
        faces.extend(other);
        Faces { faces, plain }
    }

    /// Whether there was a face in these bytes.
    #[must_use = "a file without a face is a problem"]
    pub fn add(&mut self, data: Bytes) -> bool {
        let before = self.faces.len();
        self.faces.extend(Font::iter(data));
        self.faces.len() > before
    }

    pub fn book(&self) -> FontBook {
        FontBook::from_fonts(&self.faces)
    }

    pub fn get(&self, index: usize) -> Option<&Font> {
        self.faces.get(index)
    }

    /// Whether one face has all of these characters, which are shown as one.
    pub fn have(&self, cluster: &[char]) -> bool {
        self.faces.iter().any(|face| cluster.iter().all(|character| covers(face, *character)))
    }

    /// Whether every face of the two families that the templates use has this character.
    pub fn all_have(&self, character: char) -> bool {
        self.faces.iter().take(self.plain).all(|face| covers(face, character))
    }
}

fn covers(face: &Font, character: char) -> bool {
    face.info().coverage.contains(u32::from(character))
}
