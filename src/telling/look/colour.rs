//! A colour on a screen, and how far it stands out from another.

use std::fmt;

/// A colour in sRGB; written as `#rrggbb`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

/// In how many steps a colour is moved towards black or white.
const STEPS: u32 = 100;

impl Colour {
    pub const fn new(red: u8, green: u8, blue: u8) -> Colour {
        Colour { red, green, blue }
    }

    /// `#rrggbb`, in either case.
    pub fn parse(text: &str) -> Option<Colour> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
        let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
        Some(Colour { red: part(0)?, green: part(2)?, blue: part(4)? })
    }

    /// The contrast ratio of WCAG 2.2, from 1 to 21.
    ///
    /// ```
    /// use brede::telling::look::Colour;
    /// let (black, white) = (Colour::new(0, 0, 0), Colour::new(255, 255, 255));
    /// assert_eq!(white.contrast(black), 21.0);
    /// ```
    pub fn contrast(self, other: Colour) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// The relative luminance of WCAG 2.2.
    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }

    /// Moved towards black until it stands out enough from a light ground.
    #[must_use]
    pub fn darkened_to(self, contrast: f64, ground: Colour) -> Colour {
        self.moved_to(Colour::new(0, 0, 0), contrast, ground)
    }

    /// Moved towards white until it stands out enough from a dark ground.
    #[must_use]
    pub fn lightened_to(self, contrast: f64, ground: Colour) -> Colour {
        self.moved_to(Colour::new(0xff, 0xff, 0xff), contrast, ground)
    }

    fn moved_to(self, end: Colour, contrast: f64, ground: Colour) -> Colour {
        let steps = (0..=STEPS).map(|step| self.mixed(end, f64::from(step) / f64::from(STEPS)));
        steps.into_iter().find(|colour| colour.contrast(ground) >= contrast).unwrap_or(end)
    }

    /// This share of the way to another colour.
    #[must_use]
    pub fn mixed(self, other: Colour, share: f64) -> Colour {
        let part =
            |from: u8, to: u8| (f64::from(from) + (f64::from(to) - f64::from(from)) * share).round() as u8;
        Colour {
            red: part(self.red, other.red),
            green: part(self.green, other.green),
            blue: part(self.blue, other.blue),
        }
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(formatter, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_six_digits_are_a_colour() {
        assert_eq!(Colour::parse("#0F5c63"), Some(Colour::new(0x0f, 0x5c, 0x63)));
        for text in ["0f5c63", "#0f5c6", "#0f5c633", "#0f5cé", "#gggggg", ""] {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
    }
}
