//! Problems on the terminal, drawn by miette.

use std::fmt;
use std::io::IsTerminal;

use miette::{
    GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents, ReportHandler,
    SourceCode, SourceSpan, SpanContents,
};

use crate::diagnostic::{Diagnostic, Place, Report, Severity};

/// Every problem on standard error, errors last, where the eye is.
pub fn report(report: &Report) {
    for severity in [Severity::Note, Severity::Warning, Severity::Error] {
        for diagnostic in report.iter().filter(|diagnostic| diagnostic.severity == severity) {
            eprintln!("{}", text(diagnostic, colours()));
        }
    }
}

fn colours() -> bool {
    std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none()
}

/// One problem as a block of text.
pub fn text(diagnostic: &Diagnostic, colours: bool) -> String {
    let theme = if colours { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    let handler = GraphicalReportHandler::new_themed(theme).with_width(100).with_context_lines(0);
    let drawn = Drawn(diagnostic);
    let mut text = String::new();
    struct Handled<'a>(&'a GraphicalReportHandler, &'a Drawn<'a>);
    impl fmt::Display for Handled<'_> {
        fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.0.debug(self.1, formatter)
        }
    }
    fmt::write(&mut text, format_args!("{}", Handled(&handler, &drawn))).expect("a string takes any text");
    text
}

/// A problem as miette knows one.
#[derive(Debug)]
struct Drawn<'a>(&'a Diagnostic);

impl fmt::Display for Drawn<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.0.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        write!(formatter, "{severity}: {}", self.0.wording())?;
        let Some(place) = self.0.places.first() else { return Ok(()) };
        if place.excerpt.is_none() {
            write!(formatter, "\nin {}", named(place))?;
        }
        Ok(())
    }
}

/// `data/kwb.csv:214:3`, or the file alone.
fn named(place: &Place) -> String {
    match (place.line, place.column) {
        (0, _) => place.file.to_string(),
        (line, 0) => format!("{}:{line}", place.file),
        (line, column) => format!("{}:{line}:{column}", place.file),
    }
}

impl std::error::Error for Drawn<'_> {}

impl miette::Diagnostic for Drawn<'_> {
    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.0.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
            Severity::Note => miette::Severity::Advice,
        })
    }

    fn help<'b>(&'b self) -> Option<Box<dyn fmt::Display + 'b>> {
        let mut lines: Vec<String> = self.0.hint.iter().cloned().collect();
        let others: Vec<String> = self.0.places.iter().skip(1).map(named).collect();
        if !others.is_empty() {
            let more = self.0.count.saturating_sub(self.0.places.len());
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            lines.push(format!("also at {}{more}", others.join(", ")));
        }
        (!lines.is_empty()).then(|| Box::new(lines.join("\n")) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        let place = self.0.places.first()?;
        place.excerpt.is_some().then_some(place as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let place = self.0.places.first()?;
        let excerpt = place.excerpt.as_ref()?;
        let bytes = |characters: u32| {
            let mut indices = excerpt.char_indices();
            indices.nth(characters as usize).map_or(excerpt.len(), |(at, _)| at)
        };
        let from = bytes(place.column.saturating_sub(1));
        let to = bytes(place.column.saturating_sub(1).saturating_add(place.width)).max(from);
        Some(Box::new(std::iter::once(LabeledSpan::new_with_span(None, (from, to - from)))))
    }
}

/// The one line that is known of the file, under its own number.
impl SourceCode for Place {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        _lines_before: usize,
        _lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let excerpt = self.excerpt.as_deref().unwrap_or("");
        if span.offset() > excerpt.len() {
            return Err(MietteError::OutOfBounds);
        }
        let line = self.line.saturating_sub(1) as usize;
        Ok(Box::new(MietteSpanContents::new_named(
            self.file.to_string(),
            excerpt.as_bytes(),
            SourceSpan::from((0, excerpt.len())),
            line,
            span.offset(),
            1,
        )))
    }
}
