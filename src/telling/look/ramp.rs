//! The colours of classes: ColorBrewer's, sampled from quiet to strong.

use crate::input::settings::Ramp;

use super::{Colour, MOST_CLASSES, Order, Scheme};

/// The stretch of a gradient that is used, from its light end: paler than this is lost on paper, darker is
/// black in print.
const LIGHT: (f64, f64) = (0.14, 0.92);
/// On a dark screen the same gradient runs the other way, from a dark end to a light one.
const DARK: (f64, f64) = (0.80, 0.16);
/// How much of a dark screen's ground its quietest class takes on: vivid colours would draw the eye to it.
const QUIETED: f64 = 0.55;

/// From little to much where neither is good: greys with a hint of the ink's blue.
const SLATE: (Colour, Colour) = (Colour::new(0xe4, 0xe4, 0xe0), Colour::new(0x34, 0x42, 0x4c));
const DARK_SLATE: (Colour, Colour) = (Colour::new(0x2a, 0x33, 0x39), Colour::new(0xd3, 0xd6, 0xd4));

/// The colour of class `at` out of `count`.
pub fn step(ramp: Ramp, order: Order, at: usize, count: usize, scheme: Scheme) -> Colour {
    let count = count.clamp(1, MOST_CLASSES);
    let at = at.min(count - 1);
    // A single class says nothing by its colour: it takes the middle.
    let share = if count == 1 { 0.4 } else { at as f64 / (count - 1) as f64 };
    let (from, to) = match scheme {
        Scheme::Light => LIGHT,
        Scheme::Dark => DARK,
    };
    let gradient = match (order, ramp) {
        (Order::Judged, Ramp::BuPu) => colorous::BLUE_PURPLE,
        (Order::Judged, Ramp::YlGnBu) => colorous::YELLOW_GREEN_BLUE,
        (Order::Neutral, _) => {
            let (quiet, strong) = match scheme {
                Scheme::Light => SLATE,
                Scheme::Dark => DARK_SLATE,
            };
            return quiet.mixed(strong, share);
        }
    };
    let colour = gradient.eval_continuous(from + (to - from) * share);
    let colour = Colour::new(colour.r, colour.g, colour.b);
    match scheme {
        Scheme::Light => colour,
        Scheme::Dark => colour.mixed(super::DARK.paper, QUIETED * (1.0 - share)),
    }
}
