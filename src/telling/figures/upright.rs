//! An upright line through a figure, at a number that the others are held against.

use super::svg::{Canvas, Paint, Stroke};

/// What a line must not touch: from left to right, and from top to bottom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Kept {
    pub across: (f64, f64),
    pub down: (f64, f64),
}

/// Draws it on paper of its own, so that it can be seen on a mark, and leaves out where it would touch a text.
pub fn draw(canvas: &mut Canvas, x: f64, down: (f64, f64), kept: &[Kept], stroke: Stroke) {
    let air = canvas.metrics.em(0.4);
    for (top, bottom) in pieces(x, down, kept, air) {
        canvas.line((x, top), (x, bottom), Stroke::solid(Paint::Paper, stroke.width * 3.0));
        canvas.line((x, top), (x, bottom), stroke);
    }
}

/// What is left of a line, from top to bottom, where it keeps so much air to the left and right of each text.
fn pieces(x: f64, (top, bottom): (f64, f64), kept: &[Kept], air: f64) -> Vec<(f64, f64)> {
    let touched = |it: &&Kept| it.across.0 - air < x && x < it.across.1 + air;
    let mut holes: Vec<(f64, f64)> = kept.iter().filter(touched).map(|it| it.down).collect();
    holes.sort_by(|one, other| one.0.total_cmp(&other.0));
    let (mut pieces, mut from) = (Vec::new(), top);
    for (start, end) in holes {
        if start.min(bottom) > from {
            pieces.push((from, start.min(bottom)));
        }
        from = from.max(end);
    }
    if from < bottom {
        pieces.push((from, bottom));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_leaves_out_the_texts_that_it_would_touch() {
        let text = |left: f64, top: f64| Kept { across: (left, left + 20.0), down: (top, top + 10.0) };
        let pieces = |kept: &[Kept]| pieces(50.0, (0.0, 100.0), kept, 5.0);
        assert_eq!(pieces(&[]), [(0.0, 100.0)]);
        // beside it, too near beside it, on it
        assert_eq!(pieces(&[text(56.0, 20.0)]), [(0.0, 100.0)]);
        assert_eq!(pieces(&[text(54.0, 20.0)]), [(0.0, 20.0), (30.0, 100.0)]);
        assert_eq!(pieces(&[text(40.0, 60.0), text(40.0, 20.0)]), [(0.0, 20.0), (30.0, 60.0), (70.0, 100.0)]);
        // at the ends, and over each other
        assert_eq!(pieces(&[text(40.0, -5.0), text(40.0, 95.0)]), [(5.0, 95.0)]);
        assert_eq!(pieces(&[text(40.0, 20.0), text(40.0, 25.0)]), [(0.0, 20.0), (35.0, 100.0)]);
        assert_eq!(pieces(&[text(40.0, 120.0)]), [(0.0, 100.0)]);
    }
}
