//! The events of Markdown to a tree of blocks.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::diagnostic::{Place, Report, nearest};
use crate::telling::prose::answer::{Answer, answer};
use crate::telling::prose::expression::{self, Cut, Piece, pieces};
use crate::telling::prose::problem::Problem;
use crate::telling::prose::{Align, Block, Context, Footnote, Inline, Prose, Target, Tone};

/// The body of a text to blocks.
pub fn read(file: &Arc<str>, text: &str, from: usize, context: &Context<'_>, report: &mut Report) -> Prose {
    if let Some(at) = text.find([expression::OPEN, expression::CLOSE, expression::IMAGE]) {
        report.push(Problem::PrivateCharacter { place: Place::of_span(file, text, at..at) }.into());
        return Prose::default();
    }
    let (cut, unclosed) = expression::cut(text, from);
    let mut options = Options::empty();
    options.insert(Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES);
    let mut builder = Builder {
        file,
        original: text,
        cut: &cut,
        context,
        report,
        prose: Prose::default(),
        frames: vec![Frame::Blocks(Vec::new())],
        images: Vec::new(),
        heading: context.top - 1,
        anchors: BTreeSet::new(),
        in_comment: false,
        code: Vec::new(),
        notes: BTreeMap::new(),
        cited: Vec::new(),
    };
    for (event, span) in Parser::new_ext(&cut.text, options).into_offset_iter() {
        if builder.frames.len() > DEEPEST {
            let place = builder.place(&span);
            builder.problem(Problem::TooDeep { place });
            return Prose::default();
        }
        builder.event(event, span);
    }
    let code = std::mem::take(&mut builder.code);
    for open in unclosed {
        if !code.iter().any(|span: &Range<usize>| span.contains(&open.0.start)) {
            builder.report.push(Problem::OpenExpression { place: Place::of_span(file, text, open.0) }.into());
        }
    }
    builder.finish()
}

/// How many quotes, lists, items and links may be open at once: more than any text has, and few enough for
/// whatever prints them.
const DEEPEST: usize = 24;

/// What is being filled.
enum Frame {
    Blocks(Vec<Block>),
    Note { label: String, blocks: Vec<Block> },
    Inlines(Vec<Inline>),
    Link { target: String, inlines: Vec<Inline> },
    Image { source: String, caption: String, inlines: Vec<Inline> },
    List { start: Option<u64>, items: Vec<Vec<Block>> },
    Table { align: Vec<Align>, rows: Vec<Vec<Vec<Inline>>> },
    Cells(Vec<Vec<Inline>>),
    Code(String),
}

struct Builder<'a> {
    file: &'a Arc<str>,
    original: &'a str,
    cut: &'a Cut,
    context: &'a Context<'a>,
    report: &'a mut Report,
    prose: Prose,
    frames: Vec<Frame>,
    /// Blocks of images, until their paragraphs end.
    images: Vec<Block>,
    /// The level of the last heading.
    heading: u8,
    anchors: BTreeSet<String>,
    /// Whether a comment goes on in the next line.
    in_comment: bool,
    /// Where code stands, in the original.
    code: Vec<Range<usize>>,
    notes: BTreeMap<String, Vec<Block>>,
    /// The labels of footnotes, in the order of reference.
    cited: Vec<String>,
}

impl Builder<'_> {
    fn place(&self, span: &Range<usize>) -> Place {
        let start = self.cut.original(span.start);
        let end = self.cut.original(span.end).max(start);
        Place::of_span(self.file, self.original, start..end)
    }

    fn problem(&mut self, problem: Problem) {
        self.report.push(problem.into());
    }

    fn event(&mut self, event: Event<'_>, span: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, span),
            Event::End(tag) => self.end(&tag, &span),
            Event::Text(text) => match self.frames.last_mut() {
                Some(Frame::Code(code)) => code.push_str(&text),
                _ => self.text(&text),
            },
            Event::Code(code) => {
                self.code.push(self.cut.original(span.start)..self.cut.original(span.end));
                let text = self.cut.restore(&code);
                self.inline(Inline::Code { text });
            }
            Event::SoftBreak => self.inline(Inline::Text { text: "\n".to_owned() }),
            Event::HardBreak => self.inline(Inline::Break),
            Event::Rule => self.block(Block::Rule),
            Event::FootnoteReference(label) => {
                let label = label.to_string();
                if !self.cited.contains(&label) {
                    self.cited.push(label.clone());
                }
                let number = self.cited.iter().position(|it| *it == label).unwrap_or(0) + 1;
                self.inline(Inline::Footnote { number });
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                // a comment shows nothing, and authors leave notes in them
                if !self.is_comment(&html) {
                    let place = self.place(&span);
                    self.problem(Problem::RawHtml { place });
                }
            }
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::TaskListMarker(_) => {}
        }
    }

    /// Whether a piece of HTML is nothing but comments, which may go on from piece to piece.
    fn is_comment(&mut self, html: &str) -> bool {
        let mut rest = html;
        loop {
            if self.in_comment {
                let Some((_, after)) = rest.split_once("-->") else { return true };
                self.in_comment = false;
                rest = after;
            }
            rest = rest.trim_start();
            match rest.strip_prefix("<!--") {
                Some(after) => {
                    self.in_comment = true;
                    rest = after;
                }
                None => return rest.is_empty(),
            }
        }
    }

    fn start(&mut self, tag: &Tag<'_>, span: Range<usize>) {
        // a tight list has text directly in its items
        if matches!(tag, Tag::Paragraph | Tag::List(_) | Tag::BlockQuote(_) | Tag::CodeBlock(_)) {
            self.close_loose_text();
        }
        self.frames.push(match tag {
            Tag::Link { dest_url, .. } => Frame::Link { target: dest_url.to_string(), inlines: Vec::new() },
            Tag::Image { dest_url, title, .. } => {
                Frame::Image { source: dest_url.to_string(), caption: title.to_string(), inlines: Vec::new() }
            }
            Tag::FootnoteDefinition(label) => Frame::Note { label: label.to_string(), blocks: Vec::new() },
            Tag::List(start) => Frame::List { start: *start, items: Vec::new() },
            Tag::Table(align) => {
                Frame::Table { align: align.iter().copied().map(alignment).collect(), rows: Vec::new() }
            }
            Tag::TableHead | Tag::TableRow => Frame::Cells(Vec::new()),
            Tag::CodeBlock(_) => {
                self.code.push(self.cut.original(span.start)..self.cut.original(span.end));
                Frame::Code(String::new())
            }
            Tag::BlockQuote(_) | Tag::Item | Tag::HtmlBlock | Tag::MetadataBlock(_) | Tag::DefinitionList => {
                Frame::Blocks(Vec::new())
            }
            Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::TableCell
            | Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Superscript
            | Tag::Subscript => Frame::Inlines(Vec::new()),
        });
    }

    fn end(&mut self, tag: &TagEnd, span: &Range<usize>) {
        if matches!(tag, TagEnd::Item | TagEnd::BlockQuote(_) | TagEnd::FootnoteDefinition) {
            self.close_loose_text();
        }
        if matches!(tag, TagEnd::HtmlBlock) {
            self.in_comment = false;
        }
        let Some(frame) = self.frames.pop() else { return };
        match (tag, frame) {
            (TagEnd::Paragraph, Frame::Inlines(inlines)) => self.paragraph(inlines, span),
            (TagEnd::Heading(level), Frame::Inlines(inlines)) => self.heading(*level, inlines, span),
            (TagEnd::BlockQuote(_), Frame::Blocks(blocks)) => self.quote(blocks, span),
            (TagEnd::Item, Frame::Blocks(blocks)) => {
                if let Some(Frame::List { items, .. }) = self.frames.last_mut() {
                    items.push(blocks);
                }
            }
            (TagEnd::TableCell, Frame::Inlines(inlines)) => {
                let inlines = self.settle(inlines, span);
                if let Some(Frame::Cells(cells)) = self.frames.last_mut() {
                    cells.push(inlines);
                }
            }
            (TagEnd::Emphasis, Frame::Inlines(inlines)) => self.inline(Inline::Emphasis { inlines }),
            (TagEnd::Strong, Frame::Inlines(inlines)) => self.inline(Inline::Strong { inlines }),
            (_, Frame::Code(text)) => {
                let text = self.cut.restore(&text);
                self.block(Block::Code { text });
            }
            (_, Frame::List { start, items }) => {
                self.block(Block::List { ordered: start.is_some(), start: start.unwrap_or(1), items });
            }
            (_, Frame::Note { label, blocks }) => {
                self.notes.insert(label, blocks);
            }
            (_, Frame::Cells(cells)) => {
                if let Some(Frame::Table { rows, .. }) = self.frames.last_mut() {
                    rows.push(cells);
                }
            }
            (_, Frame::Table { align, mut rows }) => {
                let head = if rows.is_empty() { Vec::new() } else { rows.remove(0) };
                self.block(Block::Table { head, align, rows });
            }
            (_, Frame::Link { target, inlines }) => match self.target(&target, span) {
                Some(target) => self.inline(Inline::Link { target, inlines }),
                None => inlines.into_iter().for_each(|inline| self.inline(inline)),
            },
            (_, Frame::Image { source, caption, inlines }) => self.image(&source, caption, inlines, span),
            // what is not switched on never comes
            (_, Frame::Inlines(inlines)) => inlines.into_iter().for_each(|inline| self.inline(inline)),
            (_, Frame::Blocks(blocks)) => blocks.into_iter().for_each(|block| self.block(block)),
        }
    }

    fn block(&mut self, block: Block) {
        if let Some(Frame::Blocks(blocks) | Frame::Note { blocks, .. }) = self.frames.last_mut() {
            blocks.push(block);
        }
    }

    fn inline(&mut self, inline: Inline) {
        match self.frames.last_mut() {
            Some(Frame::Inlines(inlines) | Frame::Link { inlines, .. } | Frame::Image { inlines, .. }) => {
                inlines.push(inline);
            }
            Some(Frame::Blocks(_) | Frame::Note { .. }) => self.frames.push(Frame::Inlines(vec![inline])),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        self.inline(Inline::Text { text: text.to_owned() });
    }

    /// Text that stands in an item without a paragraph becomes one.
    fn close_loose_text(&mut self) {
        if let [.., Frame::Blocks(_) | Frame::Note { .. }, Frame::Inlines(_)] = self.frames.as_slice()
            && let Some(Frame::Inlines(inlines)) = self.frames.pop()
        {
            let inlines = self.settle(inlines, &(0..0));
            self.block(Block::Paragraph { inlines });
        }
    }

    fn paragraph(&mut self, inlines: Vec<Inline>, span: &Range<usize>) {
        if let [Inline::Text { text }] = merge(inlines.clone()).as_slice()
            && let [piece] = pieces(text.trim()).as_slice()
            && !matches!(piece, Piece::Text(_))
        {
            let answer = match piece {
                Piece::Expression(at) => self.answer(*at),
                Piece::Image(at) => {
                    let image = self.images.get(*at).cloned();
                    image.into_iter().for_each(|image| self.block(image));
                    None
                }
                Piece::Text(_) => None,
            };
            match answer {
                Some(Answer::Figure(spec)) => {
                    let at = self.prose.figures.len();
                    self.prose.figures.push(spec);
                    self.block(Block::Figure { at });
                }
                Some(Answer::Inline(inline)) => self.block(Block::Paragraph { inlines: vec![inline] }),
                None => {}
            }
            return;
        }
        let inlines = self.settle(inlines, span);
        if !inlines.is_empty() {
            self.block(Block::Paragraph { inlines });
        }
    }

    fn heading(&mut self, level: HeadingLevel, inlines: Vec<Inline>, span: &Range<usize>) {
        let written = level as u8;
        if written == 1 {
            let place = self.place(span);
            self.problem(Problem::TitleInText { place });
            return;
        }
        // `##` is the first level of a text, wherever the text stands
        let level = written - 2 + self.context.top;
        if level > self.heading + 1 {
            let place = self.place(span);
            let from = (self.heading + 2).saturating_sub(self.context.top);
            self.problem(Problem::SkippedHeading { place, from, to: written });
        }
        self.heading = level;
        let inlines = self.settle(inlines, span);
        let slug = slug(&plain(&inlines));
        let numbered = (2..).map(|number| format!("{slug}-{number}"));
        let mut free = std::iter::once(slug.clone()).chain(numbered);
        let anchor = free.find(|anchor| !self.anchors.contains(anchor)).unwrap_or_default();
        self.anchors.insert(anchor.clone());
        self.block(Block::Heading { level: level.min(6), anchor, inlines });
    }

    /// A quote, or a box: `[!tip] Title` opens one.
    fn quote(&mut self, mut blocks: Vec<Block>, span: &Range<usize>) {
        let opening = match blocks.first() {
            Some(Block::Paragraph { inlines }) => match inlines.first() {
                Some(Inline::Text { text }) => text.strip_prefix("[!").map(str::to_owned),
                _ => None,
            },
            _ => None,
        };
        let Some((name, after)) = opening.as_deref().and_then(|text| text.split_once(']')) else {
            self.block(Block::Quote { blocks });
            return;
        };
        const TONES: [(&str, Tone); 5] = [
            ("tip", Tone::Tip),
            ("example", Tone::Example),
            ("dilemma", Tone::Dilemma),
            ("quote", Tone::Quote),
            ("read-more", Tone::ReadMore),
        ];
        let Some((_, tone)) = TONES.iter().find(|(word, _)| *word == name) else {
            let place = self.place(span);
            let nearest = nearest(name, TONES.map(|(word, _)| word)).map(str::to_owned);
            self.problem(Problem::UnknownBox { place, name: name.to_owned(), nearest });
            return;
        };
        let Block::Paragraph { inlines } = blocks.remove(0) else { return };
        let mut rest = inlines.into_iter();
        rest.next();
        let mut opening = vec![Inline::Text { text: after.trim_start_matches(' ').to_owned() }];
        opening.extend(rest);
        let (title, body) = split_line(opening);
        if !body.is_empty() {
            blocks.insert(0, Block::Paragraph { inlines: body });
        }
        self.block(Block::Box { tone: *tone, title: (!title.is_empty()).then_some(title), blocks });
    }

    /// Answers the expressions in a line, and joins its texts. Line ends stay as `\n` in texts, for boxes;
    /// to HTML and to Typst they are white space.
    fn settle(&mut self, inlines: Vec<Inline>, span: &Range<usize>) -> Vec<Inline> {
        let mut settled = Vec::new();
        for inline in merge(inlines) {
            match inline {
                Inline::Text { text } => {
                    for piece in pieces(&text) {
                        match piece {
                            Piece::Text(text) => settled.push(Inline::Text { text: text.to_owned() }),
                            Piece::Expression(at) => match self.answer(at) {
                                Some(Answer::Inline(inline)) => settled.push(inline),
                                Some(Answer::Figure(_)) => {
                                    let place = self.expression_place(at).unwrap_or_else(|| self.place(span));
                                    self.problem(Problem::FigureInLine { place });
                                }
                                None => {}
                            },
                            Piece::Image(_) => {
                                let place = self.place(span);
                                self.problem(Problem::ImageInLine { place });
                            }
                        }
                    }
                }
                Inline::Emphasis { inlines } => {
                    settled.push(Inline::Emphasis { inlines: self.settle(inlines, span) });
                }
                Inline::Strong { inlines } => {
                    settled.push(Inline::Strong { inlines: self.settle(inlines, span) })
                }
                Inline::Link { target, inlines } => {
                    settled.push(Inline::Link { target, inlines: self.settle(inlines, span) });
                }
                other => settled.push(other),
            }
        }
        settled
    }

    fn expression_place(&self, at: usize) -> Option<Place> {
        let expression = self.cut.expressions.get(at)?;
        Some(Place::of_span(self.file, self.original, expression.span.clone()))
    }

    fn answer(&mut self, at: usize) -> Option<Answer> {
        let place = self.expression_place(at)?;
        let source = &self.cut.expressions.get(at)?.source;
        if let Some((name, nearest)) = expression::unknown_function(source) {
            self.problem(Problem::UnknownName { place, what: "function", name, nearest });
            return None;
        }
        let call = match expression::call(source) {
            Ok(call) => call,
            Err(Some(message)) => {
                self.problem(Problem::Expression { place, message });
                return None;
            }
            Err(None) => {
                self.problem(Problem::NotShown { place });
                return None;
            }
        };
        match answer(&call, self.context, &place) {
            Ok(answer) => Some(answer),
            Err(problems) => {
                problems.into_iter().for_each(|problem| self.problem(problem));
                None
            }
        }
    }

    fn target(&mut self, target: &str, span: &Range<usize>) -> Option<Target> {
        let target = self.cut.restore(target);
        let scheme = target.split_once(':').map(|(scheme, _)| scheme).filter(|scheme| {
            !scheme.is_empty() && scheme.chars().all(|it| it.is_ascii_alphanumeric() || "+-.".contains(it))
        });
        if matches!(scheme, Some("http" | "https" | "mailto")) {
            return Some(Target::Web(target));
        }
        if scheme.is_some() || target.starts_with('/') || target.is_empty() || target.contains("{{") {
            let place = self.place(span);
            self.problem(Problem::BadLink { place, target });
            return None;
        }
        if target.starts_with('#') {
            return Some(Target::Site(target));
        }
        let (path, anchor) =
            target.split_once('#').map_or((target.as_str(), None), |(path, at)| (path, Some(at)));
        let found = resolve(self.file, path).and_then(|path| {
            let page = self.context.pages.get(&path).map(|page| page.as_str().to_owned());
            page.or_else(|| self.context.assets.contains(&path).then_some(path))
        });
        match found {
            Some(path) => Some(Target::Site(match anchor {
                Some(anchor) => format!("{path}#{anchor}"),
                None => path,
            })),
            None => {
                let place = self.place(span);
                let known = self.context.pages.keys().chain(self.context.assets).map(String::as_str);
                let nearest = nearest(path, known).map(str::to_owned);
                self.problem(Problem::DeadLink { place, target, nearest });
                None
            }
        }
    }

    fn image(&mut self, source: &str, caption: String, alt: Vec<Inline>, span: &Range<usize>) {
        let alt = self.cut.restore(&plain(&merge(alt)));
        if alt.trim().is_empty() {
            let place = self.place(span);
            self.problem(Problem::NoAlt { place });
            return;
        }
        let Some(path) = resolve(self.file, source).filter(|path| self.context.assets.contains(path)) else {
            let place = self.place(span);
            self.problem(Problem::NoImage { place, source: source.to_owned() });
            return;
        };
        let caption = if caption.is_empty() { Vec::new() } else { vec![Inline::Text { text: caption }] };
        self.text(&format!("{}{}{}", expression::IMAGE, self.images.len(), expression::CLOSE));
        self.images.push(Block::Image { source: path, alt: alt.trim().to_owned(), caption });
    }

    fn finish(mut self) -> Prose {
        while self.frames.len() > 1 {
            self.close_loose_text();
            if self.frames.len() > 1 {
                self.frames.pop();
            }
        }
        if let Some(Frame::Blocks(blocks)) = self.frames.pop() {
            self.prose.blocks = blocks;
        }
        let notes: Vec<Footnote> = (1..)
            .zip(&self.cited)
            .filter_map(|(number, label)| Some(Footnote { number, blocks: self.notes.remove(label)? }))
            .collect();
        if !notes.is_empty() {
            self.prose.blocks.push(Block::Footnotes { notes });
        }
        self.prose
    }
}

fn alignment(align: pulldown_cmark::Alignment) -> Align {
    match align {
        pulldown_cmark::Alignment::None => Align::None,
        pulldown_cmark::Alignment::Left => Align::Left,
        pulldown_cmark::Alignment::Center => Align::Center,
        pulldown_cmark::Alignment::Right => Align::Right,
    }
}

/// Neighbouring texts as one, so that a mark is never cut in two.
fn merge(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut merged: Vec<Inline> = Vec::new();
    for inline in inlines {
        match (merged.last_mut(), inline) {
            (Some(Inline::Text { text: before }), Inline::Text { text }) => before.push_str(&text),
            (_, inline) => merged.push(inline),
        }
    }
    merged
}

/// The first line, and the rest.
fn split_line(inlines: Vec<Inline>) -> (Vec<Inline>, Vec<Inline>) {
    let (mut first, mut rest) = (Vec::new(), Vec::new());
    let mut ended = false;
    for inline in inlines {
        match inline {
            Inline::Text { text } if !ended => match text.split_once('\n') {
                Some((before, after)) => {
                    ended = true;
                    first.push(Inline::Text { text: before.to_owned() });
                    rest.push(Inline::Text { text: after.to_owned() });
                }
                None => first.push(Inline::Text { text }),
            },
            inline if ended => rest.push(inline),
            inline => first.push(inline),
        }
    }
    let not_empty = |inline: &Inline| !matches!(inline, Inline::Text { text } if text.is_empty());
    first.retain(not_empty);
    rest.retain(not_empty);
    (first, rest)
}

/// The texts of a line, without marks.
pub fn plain(inlines: &[Inline]) -> String {
    let mut text = String::new();
    for inline in inlines {
        match inline {
            Inline::Text { text: part } | Inline::Value { text: part, .. } | Inline::Code { text: part } => {
                text.push_str(part);
            }
            Inline::Emphasis { inlines } | Inline::Strong { inlines } | Inline::Link { inlines, .. } => {
                text.push_str(&plain(inlines));
            }
            Inline::Break => text.push(' '),
            Inline::Footnote { .. } => {}
        }
    }
    text
}

/// The path from the site's root of a path beside a file; `None` where it leads out of the site.
fn resolve(file: &str, path: &str) -> Option<String> {
    let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
    let from_root = path.starts_with("assets/") || path.starts_with("content/");
    let mut parts: Vec<&str> = if from_root { Vec::new() } else { folder.split('/').collect() };
    for part in path.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// A text as an anchor: letters and digits, lower case, `-` between words.
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    for character in text.chars() {
        if character.is_alphanumeric() {
            slug.extend(character.to_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "text".to_owned() } else { slug.to_owned() }
}
