//! A CSV file, plain or with gzip, as rows of texts, each with its place.

use std::path::Path;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place, Report, nearest};
use crate::input::settings::{Column, Encoding, Format};
use crate::input::sources::decode::{decode, unpacked};

/// A CSV file: cells are trimmed, numbers are still text.
#[derive(Debug)]
pub struct Table {
    pub file: Arc<str>,
    pub columns: Vec<String>,
    pub rows: Vec<csv::StringRecord>,
    /// As told by the author.
    pub decimal: Option<char>,
    /// Of the bytes of the file.
    pub digest: blake3::Hash,
    delimiter: u8,
    text: String,
}

/// The position of a column in its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ColumnAt(pub usize);

const DELIMITERS: [u8; 4] = *b";,\t|";

pub fn read(path: &Path, name: &str, format: &Format) -> Result<(Table, Report), Report> {
    let file: Arc<str> = name.into();
    let mut report = Report::new();
    let (text, digest) = match unpacked(path) {
        Ok(bytes) => {
            let digest = blake3::hash(&bytes);
            (decode(bytes, format.encoding), digest)
        }
        Err(error) => {
            report.push(Diagnostic::error(error.to_string()));
            return Err(report);
        }
    };
    let text = match text {
        Ok(text) => text,
        Err(Encoding::Utf8 | Encoding::Windows1252) => {
            report.push(
                Diagnostic::error("this file is not UTF-8")
                    .at(Place::file(&file))
                    .hint("leave out `encoding`, so that it is detected"),
            );
            return Err(report);
        }
    };
    let delimiter = format.delimiter.unwrap_or_else(|| detect_delimiter(&text));
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .trim(csv::Trim::All)
        .flexible(true)
        .from_reader(text.as_bytes());
    let columns: Vec<String> = match reader.headers() {
        Ok(headers) => headers.iter().map(str::to_owned).collect(),
        Err(error) => {
            report.push(Diagnostic::error(error.to_string()).at(Place::file(&file)));
            return Err(report);
        }
    };
    let rows: Result<Vec<csv::StringRecord>, csv::Error> = reader.records().collect();
    let rows = match rows {
        Ok(rows) => rows,
        Err(error) => {
            report.push(Diagnostic::error(error.to_string()).at(Place::file(&file)));
            return Err(report);
        }
    };
    let mut table =
        Table { file, columns, rows: Vec::new(), decimal: format.decimal, digest, delimiter, text };
    if table.columns.iter().all(String::is_empty) {
        report.push(Diagnostic::error("this file is empty").at(Place::file(&table.file)));
    }
    table.rows = rows;
    for row in 0..table.rows.len() {
        let (found, wanted) = (table.rows[row].len(), table.columns.len());
        if found != wanted {
            report.push(
                Diagnostic::error(format!("this row has {found} cells, and the head has {wanted}"))
                    .many("{count} rows have more or fewer cells than the head")
                    .at(table.row_place(row))
                    .hint("is a delimiter inside a cell that has no quotes round it?"),
            );
        }
    }
    report.and(table)
}

/// The delimiter that stands most often outside quotes in the first line.
fn detect_delimiter(text: &str) -> u8 {
    let mut quoted = false;
    let mut counts = [0_usize; DELIMITERS.len()];
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => break,
            _ if !quoted => {
                if let Some(at) = DELIMITERS.iter().position(|delimiter| *delimiter == byte) {
                    counts[at] += 1;
                }
            }
            _ => {}
        }
    }
    let most = counts.iter().max().copied().unwrap_or(0);
    // a file of one column has none of them; the comma is as good as any
    if most == 0 { b',' } else { DELIMITERS[counts.iter().position(|count| *count == most).unwrap_or(0)] }
}

impl Table {
    /// The column that an author names.
    ///
    /// # Errors
    /// It is not there, or there more than once.
    pub fn column(&self, wanted: &Column) -> Result<ColumnAt, Diagnostic> {
        let mut found = self.columns.iter().enumerate().filter(|(_, name)| **name == wanted.name);
        match (found.next(), found.next()) {
            (Some((at, _)), None) => Ok(ColumnAt(at)),
            (Some(_), Some(_)) => {
                Err(Diagnostic::error(format!("`{}` has more than one column `{}`", self.file, wanted.name))
                    .at(wanted.place.clone())
                    .hint("give each column its own name"))
            }
            (None, _) => {
                let problem = Diagnostic::error(format!("`{}` has no column `{}`", self.file, wanted.name))
                    .at(wanted.place.clone());
                Err(match nearest(&wanted.name, self.columns.iter().map(String::as_str)) {
                    Some(name) => problem.hint(format!("did you mean `{name}`?")),
                    None => {
                        let mut shown: Vec<String> =
                            self.columns.iter().take(12).map(|name| format!("`{name}`")).collect();
                        if self.columns.len() > shown.len() {
                            shown.push("…".to_owned());
                        }
                        problem.hint(format!("its columns are {}", shown.join(", ")))
                    }
                })
            }
        }
    }

    /// The text of a cell, trimmed.
    pub fn cell(&self, row: usize, column: ColumnAt) -> &str {
        self.rows[row].get(column.0).unwrap_or("")
    }

    /// The place of a row, with its text.
    pub fn row_place(&self, row: usize) -> Place {
        let (line, text) = self.line(row);
        Place { file: self.file.clone(), line, column: 1, excerpt: Some(shorten(text).into()), width: 0 }
    }

    /// The place of a cell, with the text of its row.
    pub fn cell_place(&self, row: usize, column: ColumnAt) -> Place {
        let (line, text) = self.line(row);
        let (mut quoted, mut cell, mut start, mut end) = (false, 0, None, None);
        for (at, byte) in text.bytes().enumerate() {
            if cell == column.0 && start.is_none() {
                start = Some(at);
            }
            match byte {
                b'"' => quoted = !quoted,
                byte if byte == self.delimiter && !quoted => {
                    if cell == column.0 {
                        end = Some(at);
                        break;
                    }
                    cell += 1;
                }
                _ => {}
            }
        }
        let start = start.unwrap_or(text.len());
        let end = end.unwrap_or(text.len());
        let count = |part: &str| u32::try_from(part.chars().count()).unwrap_or(u32::MAX - 1);
        Place {
            file: self.file.clone(),
            line,
            column: count(&text[..start]) + 1,
            excerpt: Some(shorten(text).into()),
            width: count(&text[start..end]),
        }
    }

    fn line(&self, row: usize) -> (u32, &str) {
        let Some(position) = self.rows[row].position() else { return (0, "") };
        let start = usize::try_from(position.byte()).unwrap_or(usize::MAX).min(self.text.len());
        // the reader counts line ends that it skips as part of the next record
        let rest = self.text[start..].trim_start_matches(['\n', '\r']);
        let skipped = self.text[start..self.text.len() - rest.len()].matches('\n').count() as u64;
        let end = rest.find('\n').unwrap_or(rest.len());
        (u32::try_from(position.line() + skipped).unwrap_or(u32::MAX), rest[..end].trim_end_matches('\r'))
    }
}

/// An excerpt that fits a terminal.
fn shorten(line: &str) -> String {
    const LONGEST: usize = 160;
    match line.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_outside_quotes_wins() {
        assert_eq!(detect_delimiter("\"a,b,c\";d\n1;2"), b';');
        assert_eq!(detect_delimiter("code,naam\n"), b',');
        assert_eq!(detect_delimiter("code\n1\n"), b',');
        assert_eq!(detect_delimiter("a\tb\n"), b'\t');
    }
}
