//! Faces and their measures, colours and their contrast.
//!
//! In: the look that a site chose. Out: [`Look`]: the fonts that pages and documents carry, how wide a text
//! is in them, and one palette for paper and light screens beside one for dark screens. A colour that a site
//! chose is moved, in lightness only, as far as readable text asks. Never asks the machine for a font.

mod colour;
mod face;
mod ramp;

use std::fmt::Write;

use crate::input::settings;
use crate::input::settings::Ramp;

pub use colour::Colour;
pub use face::{Face, Slant, Weight};

use face::Measures;

/// The family of data, captions and navigation, and of every text in a figure.
pub const SANS: &str = "Noto Sans";
/// The family of titles and stories.
pub const SERIF: &str = "Libertinus Serif";

/// The most classes that a ramp has colours for.
pub const MOST_CLASSES: usize = 9;

/// What text must reach against its ground (WCAG 2.2, 1.4.3).
const TEXT_CONTRAST: f64 = 4.5;

/// How much of the area's colour is in its wash.
const WASHED: f64 = 0.2;

/// Where a colour will be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Paper, and screens that are light.
    Light,
    Dark,
}

/// The colours of a scheme by what they are for. All but `tint`, `rule` and `paper` reach 3:1 against
/// `paper`; `ink`, `muted`, `primary` and `second` reach 4.5:1 against `paper` and `tint`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    pub paper: Colour,
    /// The ground of panels.
    pub tint: Colour,
    /// Lines that part things and say nothing.
    pub rule: Colour,
    pub ink: Colour,
    /// Context: parents, captions.
    pub muted: Colour,
    /// The whole country, bars that are not in focus: marks only, never text.
    pub faint: Colour,
    /// Links, and the area itself.
    pub primary: Colour,
    /// Attention.
    pub second: Colour,
}

/// In which order the colours of classes run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Order {
    /// From good to bad, in the hue that the site chose.
    Judged,
    /// From little to much, in grey: neither end is good.
    Neutral,
}

/// What letters on a class are drawn in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lettering {
    Ink,
    Paper,
}

/// How everything looks.
#[derive(Clone, Debug)]
pub struct Look {
    faces: Vec<Face>,
    measures: Measures,
    light: Palette,
    dark: Palette,
    classes: Ramp,
    logo: Option<String>,
}

const LIGHT: Palette = Palette {
    paper: Colour::new(0xff, 0xff, 0xff),
    tint: Colour::new(0xf6, 0xf4, 0xef),
    rule: Colour::new(0xd9, 0xd5, 0xcb),
    ink: Colour::new(0x1c, 0x21, 0x26),
    muted: Colour::new(0x66, 0x6a, 0x6e),
    faint: Colour::new(0x8a, 0x8f, 0x93),
    primary: Colour::new(0x0f, 0x5c, 0x63),
    second: Colour::new(0xb4, 0x54, 0x1a),
};

const DARK: Palette = Palette {
    paper: Colour::new(0x14, 0x19, 0x1c),
    tint: Colour::new(0x1f, 0x26, 0x2a),
    rule: Colour::new(0x3a, 0x43, 0x48),
    ink: Colour::new(0xe8, 0xe6, 0xe1),
    muted: Colour::new(0xa3, 0xa9, 0xad),
    faint: Colour::new(0x76, 0x7e, 0x83),
    primary: Colour::new(0x6f, 0xc3, 0xc8),
    second: Colour::new(0xe5, 0x9a, 0x5f),
};

impl Look {
    pub fn new(chosen: &settings::Look) -> Look {
        let mut look = Look {
            faces: face::embedded(),
            measures: Measures::new(),
            light: LIGHT,
            dark: DARK,
            classes: chosen.classes,
            logo: chosen.logo.as_ref().map(|logo| logo.name.clone()),
        };
        // `settings` has checked that a colour is `#rrggbb`; what is no colour changes nothing.
        if let Some(primary) = chosen.primary.as_deref().and_then(Colour::parse) {
            look.light.primary = primary.darkened_to(TEXT_CONTRAST, LIGHT.tint);
            look.dark.primary = primary.lightened_to(TEXT_CONTRAST, DARK.tint);
        }
        if let Some(second) = chosen.second.as_deref().and_then(Colour::parse) {
            look.light.second = second.darkened_to(TEXT_CONTRAST, LIGHT.tint);
            look.dark.second = second.lightened_to(TEXT_CONTRAST, DARK.tint);
        }
        look
    }

    /// Every font that pages and documents may use.
    pub fn faces(&self) -> &[Face] {
        &self.faces
    }

    /// The site's logo, a file in its `assets/`.
    pub fn logo(&self) -> Option<&str> {
        self.logo.as_deref()
    }

    /// The ground of what is not quite sure about the area: its own colour, so light that marks and lines
    /// stand out on it.
    pub fn wash(&self, scheme: Scheme) -> Colour {
        let palette = self.palette(scheme);
        palette.paper.mixed(palette.primary, WASHED)
    }

    pub fn palette(&self, scheme: Scheme) -> &Palette {
        match scheme {
            Scheme::Light => &self.light,
            Scheme::Dark => &self.dark,
        }
    }

    /// The colours of `count` classes, from the first to the one that stands out most: from light to dark on
    /// paper, and from dark to light on a dark screen, where the light ones stand out. Words that explain a
    /// map therefore speak of the strongest colour, never of the darkest. Counts above [`MOST_CLASSES`] share
    /// its colours.
    pub fn ramp(&self, order: Order, count: usize, scheme: Scheme) -> Vec<Colour> {
        (0..count).map(|at| ramp::step(self.classes, order, at, count, scheme)).collect()
    }

    /// What can be read on a class in both schemes alike; absent where neither ink nor paper can.
    pub fn lettering(&self, order: Order, at: usize, count: usize) -> Option<Lettering> {
        let reads = |letters: fn(&Palette) -> Colour| {
            [Scheme::Light, Scheme::Dark].into_iter().all(|scheme| {
                let ground = ramp::step(self.classes, order, at, count, scheme);
                letters(self.palette(scheme)).contrast(ground) >= TEXT_CONTRAST
            })
        };
        if reads(|palette| palette.ink) {
            return Some(Lettering::Ink);
        }
        reads(|palette| palette.paper).then_some(Lettering::Paper)
    }

    /// How wide a text of one line is in the sans face at this size.
    pub fn width(&self, text: &str, size: f64, weight: Weight) -> f64 {
        self.measures.width(text, size, weight)
    }

    /// The text, or as much of it as fits with an ellipsis.
    pub fn fit(&self, text: &str, size: f64, weight: Weight, width: f64) -> String {
        self.measures.fit(text, size, weight, width)
    }

    /// The text in at most `lines` lines (at least one), broken at spaces and after hyphens; what does not
    /// fit ends in an ellipsis.
    pub fn wrap(&self, text: &str, size: f64, weight: Weight, width: f64, lines: usize) -> Vec<String> {
        self.measures.wrap(text, size, weight, width, lines)
    }

    /// The palette and the ramps as custom properties of `:root`, and those of the dark scheme for readers
    /// who ask for it: `--ink`, `--class-4-0` (the first of four), `--grey-5-4`.
    pub fn css_variables(&self) -> String {
        let mut css = String::from(":root{color-scheme:light dark;");
        self.declare(Scheme::Light, &mut css);
        css.push_str("}\n@media (prefers-color-scheme:dark){:root{");
        self.declare(Scheme::Dark, &mut css);
        css.push_str("}}\n");
        css
    }

    fn declare(&self, scheme: Scheme, css: &mut String) {
        let palette = self.palette(scheme);
        let named = [
            ("paper", palette.paper),
            ("tint", palette.tint),
            ("rule", palette.rule),
            ("ink", palette.ink),
            ("muted", palette.muted),
            ("faint", palette.faint),
            ("primary", palette.primary),
            ("second", palette.second),
        ];
        let mut write = |name: &str, colour: Colour| {
            write!(css, "--{name}:{colour};").expect("writing to a string cannot fail");
        };
        write("wash", self.wash(scheme));
        for (name, colour) in named {
            write(name, colour);
        }
        for (order, name) in [(Order::Judged, "class"), (Order::Neutral, "grey")] {
            for count in 1..=MOST_CLASSES {
                for (at, colour) in self.ramp(order, count, scheme).into_iter().enumerate() {
                    write(&format!("{name}-{count}-{at}"), colour);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What marks and outlines must reach (WCAG 2.2, 1.4.11).
    const MARK_CONTRAST: f64 = 3.0;

    fn plain() -> Look {
        Look::new(&settings::Look::default())
    }

    fn assert_reaches(look: &Look) {
        for scheme in [Scheme::Light, Scheme::Dark] {
            let palette = look.palette(scheme);
            for text in [palette.ink, palette.muted, palette.primary, palette.second] {
                for ground in [palette.paper, palette.tint] {
                    let contrast = text.contrast(ground);
                    assert!(contrast >= TEXT_CONTRAST, "{text} on {ground} is {contrast:.2}");
                }
            }
            for mark in [palette.faint, palette.muted, palette.primary, palette.second] {
                assert!(mark.contrast(palette.paper) >= MARK_CONTRAST, "{mark} on {}", palette.paper);
            }
        }
    }

    #[test]
    fn text_and_marks_can_be_told_from_their_ground() {
        assert_reaches(&plain());
    }

    #[test]
    fn a_chosen_colour_is_moved_until_it_can_be_read() {
        for chosen in ["#ffff00", "#000000", "#ffffff", "#ff0000", "#0f5c63", "#777777"] {
            let chosen = Some(chosen.to_owned());
            let look =
                Look::new(&settings::Look { primary: chosen.clone(), second: chosen, ..Default::default() });
            assert_reaches(&look);
        }
        let look = Look::new(&settings::Look { primary: Some("#0f5c63".to_owned()), ..Default::default() });
        assert_eq!(look.palette(Scheme::Light).primary.to_string(), "#0f5c63");
    }

    #[test]
    fn classes_run_from_quiet_to_strong_in_steps_that_can_be_told_apart() {
        for classes in [Ramp::BuPu, Ramp::YlGnBu] {
            let look = Look::new(&settings::Look { classes, ..Default::default() });
            for order in [Order::Judged, Order::Neutral] {
                for scheme in [Scheme::Light, Scheme::Dark] {
                    for count in 2..=MOST_CLASSES {
                        let paper = look.palette(scheme).paper;
                        let steps: Vec<f64> = look
                            .ramp(order, count, scheme)
                            .iter()
                            .map(|colour| colour.contrast(paper))
                            .collect();
                        assert!(steps.is_sorted(), "{order:?} {scheme:?} {steps:?}");
                        assert!(
                            steps.windows(2).all(|pair| pair[1] / pair[0] > 1.05),
                            "{classes:?} {steps:?}"
                        );
                        assert!(steps[count - 1] > 4.5 && steps[0] < 2.0, "{order:?} {scheme:?} {steps:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn the_stylesheet_names_every_paint() {
        let css = include_str!("../../templates/css/figures.css");
        let look = plain().css_variables();
        for (at, _) in css.match_indices("var(--") {
            let name = css[at + 4..].split(')').next().unwrap();
            assert!(look.contains(&format!("{name}:")), "{name}");
        }
        for name in ["class", "grey"] {
            for count in 1..=MOST_CLASSES {
                for at in 0..count {
                    assert!(
                        css.contains(&format!(".f-{name}-{count}-{at}{{fill:var(--{name}-{count}-{at})}}"))
                    );
                }
            }
        }
    }
}
