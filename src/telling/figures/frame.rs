//! The sizes of a frame: how wide it is, and how large its letters and lines.

use super::Frame;

/// In units of the frame: pixels on a phone, points on paper.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Metrics {
    pub width: f64,
    /// The size of names and values.
    pub text: f64,
    /// The size of axes, legends and labels on a map: the smallest that may be read.
    pub small: f64,
    /// A line that parts things.
    pub hair: f64,
    /// A line that is a mark.
    pub stroke: f64,
    /// How high years are drawn: less on paper, where they stand in small multiples.
    pub years: f64,
    /// What stands at the end of a line of years.
    pub ends: Ends,
    /// Whether the areas of a map can be pointed at.
    pub pointed: bool,
}

/// What stands at the end of a line of years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends {
    /// The name and the last number.
    Named,
    /// The last number: a key tells which line is whose.
    Valued,
}

impl Metrics {
    pub fn of(frame: Frame) -> Metrics {
        match frame {
            Frame::Column => Metrics {
                width: 360.0,
                text: 14.0,
                small: 13.5,
                hair: 1.0,
                stroke: 1.6,
                years: 162.5,
                ends: Ends::Named,
                pointed: true,
            },
            Frame::Small => Metrics {
                width: 158.0,
                text: 8.0,
                small: 7.5,
                hair: 0.6,
                stroke: 1.0,
                years: 54.0,
                ends: Ends::Valued,
                pointed: false,
            },
            Frame::Print => Metrics {
                width: 240.0,
                text: 8.0,
                small: 7.5,
                hair: 0.6,
                stroke: 1.0,
                years: 78.0,
                ends: Ends::Named,
                pointed: false,
            },
        }
    }

    /// This many times the size of the text.
    pub fn em(&self, times: f64) -> f64 {
        self.text * times
    }

    /// From one line of text to the next.
    pub fn line(&self) -> f64 {
        self.text * 1.25
    }
}
