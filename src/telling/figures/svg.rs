//! The one writer of SVG: escapes every text, rounds every number to a tenth of a unit.
//!
//! A drawing is written in whole tenths, with a view box to match, so that no number has a decimal sign.
//! Marks carry the colours of paper and light screens, and a class per paint (`f-` to fill, `s-` to stroke)
//! that `templates/css/figures.css` recolours. There is no `style`, and no id without the caller's prefix.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::telling::look::{Colour, Look, Order, SANS, Scheme, Weight};

use super::Picture;
use super::frame::Metrics;
use super::pattern::Pattern;

/// A colour by what it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// Nothing: what lies beneath shows.
    Clear,
    Paper,
    Tint,
    Rule,
    Ink,
    Muted,
    Faint,
    Primary,
    /// Where something of the area may lie.
    Wash,
    /// The colour of a class, from the quietest (0) on, and of how many.
    Class {
        order: Order,
        at: usize,
        of: usize,
    },
    Pattern(Pattern),
}

/// A line around or along something.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    pub paint: Paint,
    pub width: f64,
    pub dash: Dash,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dash {
    Solid,
    Dashed,
}

impl Stroke {
    pub fn solid(paint: Paint, width: f64) -> Stroke {
        Stroke { paint, width, dash: Dash::Solid }
    }

    pub fn dashed(paint: Paint, width: f64) -> Stroke {
        Stroke { paint, width, dash: Dash::Dashed }
    }
}

/// How a text is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Letters {
    pub size: f64,
    pub weight: Weight,
    pub paint: Paint,
    pub anchor: Anchor,
    /// What is laid under it, where it stands on other marks. Not a stroke around the letters: in PDF that
    /// of each letter covers the one before.
    pub ground: Option<Paint>,
}

/// Which point of a text is placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

impl Letters {
    pub fn new(size: f64, paint: Paint) -> Letters {
        Letters { size, weight: Weight::Regular, paint, anchor: Anchor::Start, ground: None }
    }

    #[must_use]
    pub fn bold(mut self) -> Letters {
        self.weight = Weight::Bold;
        self
    }

    #[must_use]
    pub fn anchored(mut self, anchor: Anchor) -> Letters {
        self.anchor = anchor;
        self
    }

    #[must_use]
    pub fn on(mut self, ground: Paint) -> Letters {
        self.ground = Some(ground);
        self
    }
}

/// How far below the middle of its line a text's baseline lies, in ems of its size.
const BASELINE: f64 = 0.36;

/// A drawing in progress.
pub struct Canvas<'a> {
    pub look: &'a Look,
    pub metrics: Metrics,
    prefix: &'a str,
    body: String,
    /// How the texts of the open group are set.
    lettered: Option<Letters>,
    patterns: BTreeSet<Pattern>,
}

impl<'a> Canvas<'a> {
    /// Every id in the drawing starts with the prefix.
    pub fn new(look: &'a Look, metrics: Metrics, prefix: &'a str) -> Canvas<'a> {
        Canvas { look, metrics, prefix, body: String::new(), lettered: None, patterns: BTreeSet::new() }
    }

    pub fn width_of(&self, text: &str, letters: Letters) -> f64 {
        self.look.width(text, letters.size, letters.weight)
    }

    /// A rectangle; a negative width or height is drawn the other way.
    pub fn rect(&mut self, corner: (f64, f64), size: (f64, f64), fill: Paint, stroke: Option<Stroke>) {
        self.open("rect");
        self.paints(Some(fill), stroke);
        self.place_rect(corner, size);
    }

    /// A rectangle that takes its paints from the group around it.
    pub fn plain_rect(&mut self, corner: (f64, f64), size: (f64, f64)) {
        self.open("rect");
        self.place_rect(corner, size);
    }

    fn place_rect(&mut self, (x, y): (f64, f64), (width, height): (f64, f64)) {
        let (x, width) = if width < 0.0 { (x + width, -width) } else { (x, width) };
        let (y, height) = if height < 0.0 { (y + height, -height) } else { (y, height) };
        // Corners are rounded apart, so that neighbours keep touching.
        let (left, top) = (tenths(x), tenths(y));
        self.number("x", left);
        self.number("y", top);
        self.number("width", tenths(x + width) - left);
        self.number("height", tenths(y + height) - top);
        self.body.push_str("/>");
    }

    pub fn circle(&mut self, middle: (f64, f64), radius: f64, fill: Paint, stroke: Option<Stroke>) {
        self.open("circle");
        self.paints(Some(fill), stroke);
        self.place_circle(middle, radius);
    }

    /// A circle that takes its paints from the group around it.
    pub fn plain_circle(&mut self, middle: (f64, f64), radius: f64) {
        self.open("circle");
        self.place_circle(middle, radius);
    }

    fn place_circle(&mut self, (x, y): (f64, f64), radius: f64) {
        self.number("cx", tenths(x));
        self.number("cy", tenths(y));
        self.number("r", tenths(radius));
        self.body.push_str("/>");
    }

    pub fn line(&mut self, from: (f64, f64), to: (f64, f64), stroke: Stroke) {
        let mut path = Path::default();
        path.polyline(&[from, to]);
        self.path(&path, None, Some(stroke));
    }

    pub fn path(&mut self, path: &Path, fill: Option<Paint>, stroke: Option<Stroke>) {
        self.open("path");
        self.paints(fill, stroke);
        self.bare_path(path);
    }

    /// A path that takes its paints from the group around it.
    pub fn plain_path(&mut self, path: &Path) {
        self.open("path");
        self.bare_path(path);
    }

    /// The outline of an area, which a page makes a way to the page of that area; with its name, where there
    /// is one to show.
    /// The code without the letters of [`Canvas::open_areas`].
    pub fn area_path(&mut self, path: &Path, code: &str, name: Option<&str>) {
        self.open("path");
        self.write(format_args!(" data-area=\"{}\" d=\"{}\"", Escaped(code), path.commands));
        match name {
            Some(name) => self.write(format_args!("><title>{}</title></path>", Escaped(name))),
            None => self.write(format_args!("/>")),
        }
    }

    /// A path that is drawn where [`Canvas::reuse`] names it.
    pub fn shared_path(&mut self, path: &Path, name: usize) {
        self.open("path");
        self.write(format_args!(" id=\"{}{name}\"", Escaped(self.prefix)));
        self.bare_path(path);
    }

    pub fn reuse(&mut self, name: usize) {
        self.write(format_args!("<use href=\"#{}{name}\"/>", Escaped(self.prefix)));
    }

    fn bare_path(&mut self, path: &Path) {
        self.write(format_args!(" d=\"{}\"/>", path.commands));
    }

    pub fn open_definitions(&mut self) {
        self.body.push_str("<defs>");
    }

    pub fn close_definitions(&mut self) {
        self.body.push_str("</defs>");
    }

    /// Opens a group of marks that are painted alike; those with a fill and a stroke may have holes.
    pub fn open_painted(&mut self, fill: Option<Paint>, stroke: Option<Stroke>) {
        self.open("g");
        self.paints(fill, stroke);
        if fill.is_some() && stroke.is_some() {
            self.body.push_str(" fill-rule=\"evenodd\"");
        }
        if stroke.is_some() {
            self.body.push_str(" stroke-linejoin=\"round\"");
        }
        self.body.push('>');
    }

    /// Opens a group that is moved, of areas whose codes all begin with these letters.
    pub fn open_areas(&mut self, x: f64, y: f64, start: &str) {
        let (x, y) = (tenths(x), tenths(y));
        self.write(format_args!("<g transform=\"translate({x} {y})\" data-start=\"{}\">", Escaped(start)));
    }

    /// Opens a group that is moved.
    pub fn open_moved(&mut self, x: f64, y: f64) {
        self.write(format_args!("<g transform=\"translate({} {})\">", tenths(x), tenths(y)));
    }

    /// Opens a group of texts that are mostly set alike: each says only what differs. Holds no other group.
    pub fn open_lettered(&mut self, letters: Letters) {
        self.open("g");
        self.letters(letters);
        self.body.push('>');
        self.lettered = Some(letters);
    }

    pub fn close_group(&mut self) {
        self.body.push_str("</g>");
        self.lettered = None;
    }

    /// A line of text around the height `y`, half of it above.
    pub fn text(&mut self, (x, y): (f64, f64), text: &str, letters: Letters) {
        if let Some(ground) = letters.ground {
            let (wide, tall) = (self.width_of(text, letters) + letters.size * 0.3, letters.size * 1.15);
            let left = match letters.anchor {
                Anchor::Start => letters.size * 0.15,
                Anchor::Middle => wide / 2.0,
                Anchor::End => wide - letters.size * 0.15,
            };
            self.rect((x - left, y - tall / 2.0), (wide, tall), ground, None);
        }
        self.open("text");
        self.letters(letters);
        self.number("x", tenths(x));
        self.number("y", tenths(y + BASELINE * letters.size));
        self.write(format_args!(">{}</text>", Escaped(text)));
    }

    /// Lines of text of which the whole block lies around the height `y`.
    pub fn lines(&mut self, (x, y): (f64, f64), lines: &[String], letters: Letters) {
        let step = letters.size * 1.2;
        let first = y - step * (lines.len().saturating_sub(1)) as f64 / 2.0;
        for (at, line) in lines.iter().enumerate() {
            self.text((x, first + step * at as f64), line, letters);
        }
    }

    /// What differs from how the group or the drawing as a whole is lettered.
    fn letters(&mut self, letters: Letters) {
        let around = self.lettered.unwrap_or(Letters::new(self.metrics.text, Paint::Ink));
        if letters.paint != around.paint {
            self.paints(Some(letters.paint), None);
        }
        if letters.size != around.size {
            self.number("font-size", tenths(letters.size));
        }
        if letters.weight != around.weight {
            self.body.push_str(match letters.weight {
                Weight::Regular => " font-weight=\"400\"",
                Weight::Bold => " font-weight=\"700\"",
            });
        }
        if letters.anchor != around.anchor {
            self.body.push_str(match letters.anchor {
                Anchor::Start => " text-anchor=\"start\"",
                Anchor::Middle => " text-anchor=\"middle\"",
                Anchor::End => " text-anchor=\"end\"",
            });
        }
    }

    fn open(&mut self, element: &str) {
        self.body.push('<');
        self.body.push_str(element);
    }

    fn number(&mut self, name: &str, value: i64) {
        self.write(format_args!(" {name}=\"{value}\""));
    }

    fn paints(&mut self, fill: Option<Paint>, stroke: Option<Stroke>) {
        for paint in fill.into_iter().chain(stroke.map(|stroke| stroke.paint)) {
            if let Paint::Pattern(pattern) = paint {
                self.patterns.insert(pattern);
            }
        }
        let classes: Vec<String> = (fill.and_then(|paint| class("f", paint)).into_iter())
            .chain(stroke.and_then(|stroke| class("s", stroke.paint)))
            .collect();
        if !classes.is_empty() {
            self.write(format_args!(" class=\"{}\"", classes.join(" ")));
        }
        match fill {
            Some(paint) => self.write(format_args!(" fill=\"{}\"", colour(self.look, self.prefix, paint))),
            None => self.body.push_str(" fill=\"none\""),
        }
        if let Some(stroke) = stroke {
            self.write(format_args!(" stroke=\"{}\"", colour(self.look, self.prefix, stroke.paint)));
            self.number("stroke-width", tenths(stroke.width).max(1));
            if stroke.dash == Dash::Dashed {
                let (dash, gap) = (tenths(stroke.width * 3.0), tenths(stroke.width * 2.0));
                self.write(format_args!(" stroke-dasharray=\"{dash} {gap}\""));
            }
        }
    }

    fn write(&mut self, arguments: std::fmt::Arguments) {
        self.body.write_fmt(arguments).expect("writing to a string cannot fail");
    }

    /// The whole drawing, so high, and with its name for those who cannot see it.
    pub fn finish(self, height: f64, name: &str) -> Picture {
        let Metrics { width, text, .. } = self.metrics;
        let mut svg = String::with_capacity(self.body.len() + 1024);
        let (tall, wide) = (tenths(height.max(1.0)), tenths(width));
        let height = tall as f64 / 10.0;
        let ink = short(self.look.palette(Scheme::Light).ink);
        write!(
            svg,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"figure f-ink\" width=\"{}\" height=\"{}\" \
             viewBox=\"0 0 {wide} {tall}\" role=\"img\" aria-label=\"{}\" font-family=\"{SANS}, sans-serif\" \
             font-size=\"{}\" fill=\"{ink}\">",
            width,
            height,
            Escaped(name),
            tenths(text),
        )
        .expect("writing to a string cannot fail");
        if !self.patterns.is_empty() {
            svg.push_str("<defs>");
            for pattern in &self.patterns {
                pattern.define(self.look, &Escaped(self.prefix).to_string(), &mut svg);
            }
            svg.push_str("</defs>");
        }
        svg.push_str(&self.body);
        svg.push_str("</svg>");
        Picture { svg, width, height }
    }
}

/// The name of a paint in the stylesheet; patterns are recoloured from within.
fn class(part: &str, paint: Paint) -> Option<String> {
    let name = match paint {
        Paint::Clear | Paint::Pattern(_) => return None,
        Paint::Paper => "paper",
        Paint::Tint => "tint",
        Paint::Rule => "rule",
        Paint::Ink => "ink",
        Paint::Muted => "muted",
        Paint::Faint => "faint",
        Paint::Primary => "primary",
        Paint::Wash => "wash",
        Paint::Class { order: Order::Judged, at, of } => return Some(format!("{part}-class-{of}-{at}")),
        Paint::Class { order: Order::Neutral, at, of } => return Some(format!("{part}-grey-{of}-{at}")),
    };
    Some(format!("{part}-{name}"))
}

fn colour(look: &Look, prefix: &str, paint: Paint) -> String {
    let palette = look.palette(Scheme::Light);
    let colour = match paint {
        Paint::Clear => return "none".to_owned(),
        Paint::Paper => palette.paper,
        Paint::Tint => palette.tint,
        Paint::Rule => palette.rule,
        Paint::Ink => palette.ink,
        Paint::Muted => palette.muted,
        Paint::Faint => palette.faint,
        Paint::Primary => palette.primary,
        Paint::Wash => look.wash(Scheme::Light),
        Paint::Class { order, at, of } => {
            look.ramp(order, of, Scheme::Light).get(at).copied().unwrap_or(palette.tint)
        }
        Paint::Pattern(pattern) => return format!("url(#{}{})", Escaped(prefix), pattern.name()),
    };
    short(colour)
}

/// `#fff` for `#ffffff`.
pub fn short(colour: Colour) -> String {
    let long = colour.to_string();
    let digits = long.as_bytes();
    let doubled = digits[1..].chunks(2).all(|pair| pair[0] == pair[1]);
    if doubled { ["#", &long[1..2], &long[3..4], &long[5..6]].concat() } else { long }
}

/// The one rounding function: to whole tenths of a unit; what is no number becomes 0.
pub fn tenths(value: f64) -> i64 {
    (value * 10.0).round() as i64
}

/// A path in relative commands, each from where the rounded pen stands, so that errors do not add up.
#[derive(Clone, Debug, Default)]
pub struct Path {
    commands: String,
    pen: (i64, i64),
    /// The last letter but `z`, after which there is always a move.
    letter: char,
}

impl Path {
    pub fn is_empty(&self) -> bool {
        self.commands.is_empty()
    }

    /// An open line through points.
    pub fn polyline(&mut self, points: &[(f64, f64)]) {
        let Some((first, rest)) = points.split_first() else { return };
        self.move_to(rounded(*first));
        for point in rest {
            self.line_to(rounded(*point));
        }
    }

    /// A closed ring; without one that rounding leaves without an area.
    pub fn ring(&mut self, points: &[(f64, f64)]) {
        let mut corners: Vec<(i64, i64)> = points.iter().map(|point| rounded(*point)).collect();
        corners.dedup();
        while corners.len() > 1 && corners.first() == corners.last() {
            corners.pop();
        }
        if corners.len() < 3 {
            return;
        }
        let start = corners[0];
        self.move_to(start);
        for corner in &corners[1..] {
            self.line_to(*corner);
        }
        self.commands.push('z');
        self.pen = start;
    }

    fn move_to(&mut self, point: (i64, i64)) {
        if self.commands.is_empty() {
            self.letter('M');
            self.pair(point);
        } else {
            self.letter('m');
            self.pair((point.0 - self.pen.0, point.1 - self.pen.1));
        }
        self.pen = point;
    }

    fn line_to(&mut self, point: (i64, i64)) {
        let (right, down) = (point.0 - self.pen.0, point.1 - self.pen.1);
        match (right, down) {
            (0, 0) => return,
            (_, 0) => self.single('h', right),
            (0, _) => self.single('v', down),
            pair => {
                // After `m` and `l` more pairs need no letter; after `M` they would be absolute.
                if matches!(self.letter, 'm' | 'l') {
                    if pair.0 >= 0 {
                        self.commands.push(' ');
                    }
                } else {
                    self.letter('l');
                }
                self.pair(pair);
            }
        }
        self.pen = point;
    }

    fn letter(&mut self, letter: char) {
        self.commands.push(letter);
        self.letter = letter;
    }

    fn single(&mut self, letter: char, value: i64) {
        self.letter(letter);
        write!(self.commands, "{value}").expect("writing to a string cannot fail");
    }

    fn pair(&mut self, (right, down): (i64, i64)) {
        let between = if down < 0 { "" } else { " " };
        write!(self.commands, "{right}{between}{down}").expect("writing to a string cannot fail");
    }
}

fn rounded((x, y): (f64, f64)) -> (i64, i64) {
    (tenths(x), tenths(y))
}

/// A text that may stand in SVG, between tags or in an attribute; characters that XML does not know are left
/// out.
pub struct Escaped<'a>(pub &'a str);

impl std::fmt::Display for Escaped<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        for character in self.0.chars() {
            match character {
                '&' => formatter.write_str("&amp;")?,
                '<' => formatter.write_str("&lt;")?,
                '>' => formatter.write_str("&gt;")?,
                '"' => formatter.write_str("&quot;")?,
                '\t' | '\n' | '\r' => formatter.write_char(' ')?,
                '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => {}
                other => formatter.write_char(other)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::settings;
    use crate::telling::figures::Frame;

    #[test]
    fn text_never_becomes_markup() {
        let look = Look::new(&settings::Look::default());
        let mut canvas = Canvas::new(&look, Metrics::of(Frame::Column), "x\"y");
        canvas.text((1.0, 2.0), "a & <b> \"c\"\u{0}\u{1}", Letters::new(13.0, Paint::Ink));
        canvas.reuse(3);
        let Picture { svg, .. } = canvas.finish(10.0, "\"><script>");
        assert!(svg.contains(">a &amp; &lt;b&gt; &quot;c&quot;</text>"), "{svg}");
        assert!(
            svg.contains("#x&quot;y3") && svg.contains("aria-label=\"&quot;&gt;&lt;script&gt;\""),
            "{svg}"
        );
    }

    #[test]
    fn paths_are_relative_and_do_not_drift() {
        let mut path = Path::default();
        path.ring(&[(0.04, 0.0), (10.0, 0.0), (10.0, 10.04), (0.0, 10.0), (0.0, 0.0)]);
        path.ring(&[(2.0, 2.0), (3.0, 3.5), (4.0, 2.0)]);
        path.ring(&[(2.0, 2.0), (2.01, 2.0), (2.0, 2.01)]);
        assert_eq!(path.commands, "M0 0h100v100h-100zm20 20 10 15 10-15z");
        let mut path = Path::default();
        path.polyline(&[(0.0, 0.0), (1.0, 1.0), (2.0, 0.0), (2.0, 5.0), (3.0, 6.0)]);
        assert_eq!(path.commands, "M0 0l10 10 10-10v50l10 10");
    }

    #[test]
    fn rounding_knows_no_nonsense() {
        assert_eq!(tenths(0.05), 1);
        assert_eq!(tenths(-0.05), -1);
        assert_eq!(tenths(f64::NAN), 0);
        assert_eq!(short(Colour::new(255, 0, 170)), "#f0a");
    }
}
