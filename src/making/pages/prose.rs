//! The blocks of prose to HTML.
//!
//! Every text goes through [`Html::text`], every attribute through [`Html::attribute`]: nothing else of what
//! an author or a file said reaches the page.

use std::collections::BTreeSet;

use crate::making::pages::drawing::Drawn;
use crate::telling::figures::{Holds, Table};
use crate::telling::prose::{Align, Block, Footnote, Inline, Prose, Target, Tone, plain};
use crate::telling::words::Words;

/// Prose with its figures, in order; `root` leads to the root of the site.
pub fn html(prose: &Prose, figures: &[Drawn], words: &Words, root: &str) -> String {
    let mut html = Html { text: String::new(), figures, words, root, cited: BTreeSet::new() };
    html.blocks(&prose.blocks);
    html.text
}

/// How many words there are to read.
pub fn words(blocks: &[Block]) -> usize {
    let count = |inlines: &[Inline]| plain(inlines).split_whitespace().count();
    blocks
        .iter()
        .map(|block| match block {
            Block::Heading { inlines, .. } | Block::Paragraph { inlines } => count(inlines),
            Block::List { items, .. } => items.iter().map(|item| words(item)).sum(),
            Block::Quote { blocks } => words(blocks),
            Block::Box { blocks, title, .. } => words(blocks) + title.as_deref().map_or(0, count),
            Block::Table { rows, .. } => rows.iter().flatten().map(|cell| count(cell)).sum(),
            Block::Footnotes { notes } => notes.iter().map(|note| words(&note.blocks)).sum(),
            Block::Code { .. } | Block::Image { .. } | Block::Rule | Block::Figure { .. } => 0,
        })
        .sum()
}

struct Html<'a> {
    text: String,
    figures: &'a [Drawn],
    words: &'a Words,
    root: &'a str,
    /// The numbers of the footnotes that are named so far.
    cited: BTreeSet<usize>,
}

impl Html<'_> {
    /// Markup of our own.
    fn raw(&mut self, markup: &str) {
        self.text.push_str(markup);
    }

    fn text(&mut self, text: &str) {
        for character in text.chars() {
            match character {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '"' => self.text.push_str("&quot;"),
                '\'' => self.text.push_str("&#39;"),
                character => self.text.push(character),
            }
        }
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.raw(" ");
        self.raw(name);
        self.raw("=\"");
        self.text(value);
        self.raw("\"");
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, anchor, inlines } => {
                let tag = format!("h{level}");
                self.raw(&format!("<{tag}"));
                self.attribute("id", anchor);
                self.raw(">");
                self.inlines(inlines);
                self.raw(&format!("</{tag}>\n"));
            }
            Block::Paragraph { inlines } => self.around("p", inlines),
            Block::List { ordered, start, items } => {
                let tag = if *ordered { "ol" } else { "ul" };
                self.raw(&format!("<{tag}"));
                if *ordered && *start != 1 {
                    self.attribute("start", &start.to_string());
                }
                self.raw(">\n");
                for item in items {
                    self.raw("<li>");
                    match item.as_slice() {
                        [Block::Paragraph { inlines }] => self.inlines(inlines),
                        blocks => self.blocks(blocks),
                    }
                    self.raw("</li>\n");
                }
                self.raw(&format!("</{tag}>\n"));
            }
            Block::Quote { blocks } => {
                self.raw("<blockquote>\n");
                self.blocks(blocks);
                self.raw("</blockquote>\n");
            }
            Block::Box { tone: Tone::Quote, title, blocks } => {
                self.raw("<blockquote class=\"quote\">\n");
                self.blocks(blocks);
                if let Some(title) = title {
                    self.raw("<footer>");
                    self.inlines(title);
                    self.raw("</footer>\n");
                }
                self.raw("</blockquote>\n");
            }
            Block::Box { tone, title, blocks } => {
                let (class, key) = match tone {
                    Tone::Tip => ("box-tip", "box-tip"),
                    Tone::Example => ("box-example", "box-example"),
                    Tone::Dilemma => ("box-dilemma", "box-dilemma"),
                    Tone::Quote => ("box-quote", "box-quote"),
                    Tone::ReadMore => ("box-read-more", "box-read-more"),
                };
                let label = self.words.text(key);
                self.raw("<aside class=\"box ");
                self.raw(class);
                self.raw("\"");
                self.attribute(
                    "aria-label",
                    &match title {
                        Some(title) => format!("{label}: {}", plain(title)),
                        None => label.clone(),
                    },
                );
                self.raw(">\n<p class=\"box-label\">");
                self.text(&label);
                self.raw("</p>\n");
                if let Some(title) = title {
                    self.raw("<p class=\"box-title\">");
                    self.inlines(title);
                    self.raw("</p>\n");
                }
                self.blocks(blocks);
                self.raw("</aside>\n");
            }
            Block::Table { head, align, rows } => self.table(head, align, rows),
            Block::Code { text } => {
                self.raw("<pre tabindex=\"0\"><code>");
                self.text(text);
                self.raw("</code></pre>\n");
            }
            Block::Image { source, alt, caption } => {
                self.raw("<figure class=\"figure figure-wide\"><img loading=\"lazy\"");
                let source = format!("{}{source}", self.root);
                self.attribute("src", &source);
                self.attribute("alt", alt);
                self.raw(">");
                if !caption.is_empty() {
                    self.raw("<figcaption class=\"figure-note\">");
                    self.inlines(caption);
                    self.raw("</figcaption>");
                }
                self.raw("</figure>\n");
            }
            Block::Rule => self.raw("<hr>\n"),
            Block::Figure { at } => {
                if let Some(drawn) = self.figures.get(*at) {
                    self.figure(drawn);
                }
            }
            Block::Footnotes { notes } => self.footnotes(notes),
        }
    }

    fn around(&mut self, tag: &str, inlines: &[Inline]) {
        self.raw(&format!("<{tag}>"));
        self.inlines(inlines);
        self.raw(&format!("</{tag}>\n"));
    }

    fn table(&mut self, head: &[Vec<Inline>], align: &[Align], rows: &[Vec<Vec<Inline>>]) {
        let class = |at: usize| if align.get(at) == Some(&Align::Right) { " class=\"n\"" } else { "" };
        self.raw("<div class=\"scroll\"><table>\n<thead><tr>");
        for (at, cell) in head.iter().enumerate() {
            self.raw(&format!("<th scope=\"col\"{}>", class(at)));
            self.inlines(cell);
            self.raw("</th>");
        }
        self.raw("</tr></thead>\n<tbody>\n");
        for row in rows {
            self.raw("<tr>");
            for (at, cell) in row.iter().enumerate() {
                self.raw(&format!("<td{}>", class(at)));
                self.inlines(cell);
                self.raw("</td>");
            }
            self.raw("</tr>\n");
        }
        self.raw("</tbody>\n</table></div>\n");
    }

    /// As the macro `figure` of `parts.html`.
    fn figure(&mut self, drawn: &Drawn) {
        self.raw("<figure class=\"figure figure-wide\"");
        self.attribute("id", &drawn.id);
        self.raw(">\n<figcaption>\n<p class=\"figure-title\">");
        self.text(&drawn.title);
        self.raw("</p>\n");
        if !drawn.subtitle.is_empty() {
            self.raw("<p class=\"figure-subtitle\">");
            self.text(&drawn.subtitle);
            self.raw("</p>\n");
        }
        self.raw("</figcaption>\n");
        self.raw(&drawn.svg);
        for note in [&drawn.guide, &drawn.source].into_iter().flatten() {
            self.raw("\n<p class=\"figure-note\">");
            self.text(note);
            self.raw("</p>");
        }
        if !drawn.table.rows.is_empty() {
            self.raw("\n<details>\n<summary>");
            let label = self.words.text("figure-table");
            self.text(&label);
            self.raw("</summary>\n");
            self.numbers(&drawn.table);
            self.raw("</details>");
        }
        self.raw("\n</figure>\n");
    }

    fn numbers(&mut self, table: &Table) {
        self.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\"");
        self.attribute("aria-label", &table.caption);
        self.raw("><table>\n<caption>");
        self.text(&table.caption);
        self.raw("</caption>\n<thead><tr>");
        for head in &table.head {
            self.raw("<th scope=\"col\"");
            self.raw(if head.holds == Holds::Numbers { " class=\"n\">" } else { ">" });
            self.text(&head.text);
            self.raw("</th>");
        }
        self.raw("</tr></thead>\n<tbody>\n");
        for row in &table.rows {
            self.raw("<tr>");
            for (at, cell) in row.iter().enumerate() {
                let number = table.head.get(at).is_some_and(|head| head.holds == Holds::Numbers);
                let tag = if at == 0 { "th" } else { "td" };
                self.raw(match (at, number, cell.known) {
                    (0, _, _) => "<th scope=\"row\">",
                    (_, true, true) => "<td class=\"n\">",
                    (_, true, false) => "<td class=\"n u\">",
                    (_, false, true) => "<td>",
                    (_, false, false) => "<td class=\"u\">",
                });
                self.text(&cell.text);
                self.raw(&format!("</{tag}>"));
            }
            self.raw("</tr>\n");
        }
        self.raw("</tbody>\n</table></div>\n");
    }

    fn footnotes(&mut self, notes: &[Footnote]) {
        let (title, back) = (self.words.text("footnotes"), self.words.text("footnote-back"));
        self.raw("<section class=\"footnotes\"");
        self.attribute("aria-label", &title);
        self.raw(">\n<ol>\n");
        for note in notes {
            self.raw(&format!("<li id=\"_n{}\">", note.number));
            self.blocks(&note.blocks);
            self.raw(&format!("<a href=\"#_r{}\"", note.number));
            self.attribute("aria-label", &back);
            self.raw(">↩</a></li>\n");
        }
        self.raw("</ol>\n</section>\n");
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            self.inline(inline);
        }
    }

    fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Text { text } => self.text(text),
            Inline::Value { text, title } => {
                self.raw("<span class=\"value\"");
                self.attribute("title", title);
                self.raw(">");
                self.text(text);
                self.raw("</span>");
            }
            Inline::Emphasis { inlines } => self.inside("em", inlines),
            Inline::Strong { inlines } => self.inside("strong", inlines),
            Inline::Code { text } => {
                self.raw("<code>");
                self.text(text);
                self.raw("</code>");
            }
            Inline::Link { target, inlines } => {
                self.raw("<a");
                match target {
                    Target::Web(address) => self.attribute("href", address),
                    Target::Site(path) if path.starts_with('#') => self.attribute("href", path),
                    Target::Site(path) => {
                        let path = format!("{}{path}", self.root);
                        self.attribute("href", &path);
                    }
                }
                self.raw(">");
                self.inlines(inlines);
                self.raw("</a>");
            }
            Inline::Footnote { number } => {
                self.raw("<sup");
                // the way back from the note leads to where it is named first
                if self.cited.insert(*number) {
                    self.raw(&format!(" id=\"_r{number}\""));
                }
                self.raw(&format!("><a href=\"#_n{number}\">{number}</a></sup>"));
            }
            Inline::Break => self.raw("<br>\n"),
        }
    }

    fn inside(&mut self, tag: &str, inlines: &[Inline]) {
        self.raw(&format!("<{tag}>"));
        self.inlines(inlines);
        self.raw(&format!("</{tag}>"));
    }
}
