//! What areas without a number are filled with: told apart without colour.

use std::fmt::Write;

use crate::telling::look::{Look, Scheme};

use super::svg::short;

/// A way to fill an area that has no class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pattern {
    /// No data: thin diagonal hatch.
    Thin,
    /// Suppressed: dots.
    Dots,
    /// Too few people: wide hatch, the other way.
    Wide,
}

impl Pattern {
    /// The end of its id.
    pub fn name(self) -> &'static str {
        match self {
            Pattern::Thin => "thin",
            Pattern::Dots => "dots",
            Pattern::Wide => "wide",
        }
    }

    /// Its definition, in tenths. Every tile repeats without a seam: a line that crosses a corner is drawn on
    /// both sides of it.
    pub fn define(self, look: &Look, prefix: &str, svg: &mut String) {
        let palette = look.palette(Scheme::Light);
        let (tint, muted) = (short(palette.tint), short(palette.faint));
        let side = match self {
            Pattern::Thin => 40,
            Pattern::Dots => 50,
            Pattern::Wide => 80,
        };
        let mark = match self {
            Pattern::Thin => format!(
                "<path class=\"s-faint\" stroke=\"{muted}\" stroke-width=\"5\" d=\"M-10 10l20-20M-10 50l60-60M30 50l20-20\"/>"
            ),
            Pattern::Dots => {
                format!("<circle class=\"f-faint\" fill=\"{muted}\" cx=\"25\" cy=\"25\" r=\"9\"/>")
            }
            Pattern::Wide => format!(
                "<path class=\"s-faint\" stroke=\"{muted}\" stroke-width=\"6\" d=\"M-10-10l100 100M-10 70l20 20M70-10l20 20\"/>"
            ),
        };
        write!(
            svg,
            "<pattern id=\"{prefix}{name}\" width=\"{side}\" height=\"{side}\" patternUnits=\"userSpaceOnUse\">\
             <rect class=\"f-tint\" fill=\"{tint}\" width=\"{side}\" height=\"{side}\"/>{mark}</pattern>",
            name = self.name(),
        )
        .expect("writing to a string cannot fail");
    }
}
