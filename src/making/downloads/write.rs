//! Rows to CSV or JSON, or to a sheet of a workbook.

use rust_xlsxwriter::Worksheet;

use crate::telling::address::Format;

/// One cell.
#[derive(Clone, Copy, Debug)]
pub enum Field<'a> {
    Text(&'a str),
    /// Written as the shortest text that gives the same number again.
    Number(f64),
    Whole(i64),
    Truth(bool),
    Nothing,
}

pub struct Writer {
    sink: Sink,
    rows: usize,
}

enum Sink {
    Csv(Vec<u8>),
    Json(Vec<u8>),
    Sheet(Box<Worksheet>),
}

impl Writer {
    pub fn new(format: Format) -> Writer {
        let sink = match format {
            Format::Csv => Sink::Csv(Vec::new()),
            Format::Json => Sink::Json(Vec::new()),
        };
        Writer { sink, rows: 0 }
    }

    /// Writes a sheet of a workbook, to be taken with [`Writer::into_sheet`].
    pub fn sheet(name: &str) -> Writer {
        let mut sheet = Worksheet::new();
        // a name that a workbook does not take leaves the sheet the one that it gives itself
        let _ = sheet.set_name(name);
        Writer { sink: Sink::Sheet(Box::new(sheet)), rows: 0 }
    }

    /// The names of the columns; once, before the rows.
    pub fn head(&mut self, names: &[&str]) {
        let fields: Vec<Field<'_>> = names.iter().map(|name| Field::Text(name)).collect();
        match &mut self.sink {
            Sink::Csv(bytes) => csv(bytes, &fields),
            Sink::Json(bytes) => {
                bytes.extend_from_slice(b"{\"columns\":");
                json(bytes, &fields);
                bytes.extend_from_slice(b",\n\"rows\":[");
            }
            Sink::Sheet(sheet) => {
                write_row(sheet, 0, &fields);
                let _ = sheet.set_freeze_panes(1, 0);
            }
        }
    }

    pub fn row(&mut self, fields: &[Field<'_>]) {
        match &mut self.sink {
            Sink::Csv(bytes) => csv(bytes, fields),
            Sink::Json(bytes) => {
                bytes.extend_from_slice(if self.rows == 0 { b"\n" } else { b",\n" });
                json(bytes, fields);
            }
            Sink::Sheet(sheet) => write_row(sheet, self.rows as u32 + 1, fields),
        }
        self.rows += 1;
    }

    /// The bytes of a file; none of a sheet.
    pub fn finish(self) -> Vec<u8> {
        match self.sink {
            Sink::Csv(bytes) => bytes,
            Sink::Json(mut bytes) => {
                bytes.extend_from_slice(b"\n]}\n");
                bytes
            }
            Sink::Sheet(_) => Vec::new(),
        }
    }

    /// The sheet of a writer that was begun as one.
    pub fn into_sheet(self) -> Option<Worksheet> {
        match self.sink {
            Sink::Sheet(sheet) => Some(*sheet),
            Sink::Csv(_) | Sink::Json(_) => None,
        }
    }
}

/// A row of cells; what a sheet cannot hold (a row beyond the last, a text beyond 32,767 characters) is left
/// empty. Texts are texts in it, and start no formula.
fn write_row(sheet: &mut Worksheet, row: u32, fields: &[Field<'_>]) {
    for (column, field) in fields.iter().enumerate() {
        let column = column as u16;
        let _ = match field {
            Field::Text(text) => sheet.write_string(row, column, *text).map(|_| ()),
            Field::Number(number) => sheet.write_number(row, column, *number).map(|_| ()),
            Field::Whole(number) => sheet.write_number(row, column, *number as f64).map(|_| ()),
            Field::Truth(truth) => sheet.write_boolean(row, column, *truth).map(|_| ()),
            Field::Nothing => Ok(()),
        };
    }
}

fn csv(bytes: &mut Vec<u8>, fields: &[Field<'_>]) {
    for (at, field) in fields.iter().enumerate() {
        if at > 0 {
            bytes.push(b',');
        }
        match field {
            Field::Text(text) => quoted_where_needed(bytes, text),
            Field::Number(number) => bytes.extend_from_slice(number.to_string().as_bytes()),
            Field::Whole(number) => bytes.extend_from_slice(number.to_string().as_bytes()),
            Field::Truth(truth) => bytes.extend_from_slice(truth.to_string().as_bytes()),
            Field::Nothing => {}
        }
    }
    bytes.extend_from_slice(b"\r\n");
}

/// A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection).
fn quoted_where_needed(bytes: &mut Vec<u8>, text: &str) {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = if is_formula { format!("'{text}") } else { text.to_owned() };
    if text.contains([',', '"', '\n', '\r']) {
        bytes.push(b'"');
        bytes.extend_from_slice(text.replace('"', "\"\"").as_bytes());
        bytes.push(b'"');
    } else {
        bytes.extend_from_slice(text.as_bytes());
    }
}

fn json(bytes: &mut Vec<u8>, fields: &[Field<'_>]) {
    let value = |field: &Field<'_>| match field {
        Field::Text(text) => serde_json::Value::from(*text),
        Field::Number(number) => serde_json::Value::from(*number),
        Field::Whole(number) => serde_json::Value::from(*number),
        Field::Truth(truth) => serde_json::Value::from(*truth),
        Field::Nothing => serde_json::Value::Null,
    };
    let row = serde_json::Value::Array(fields.iter().map(value).collect());
    bytes.extend_from_slice(row.to_string().as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(format: Format) -> String {
        let mut writer = Writer::new(format);
        writer.head(&["name", "value", "provisional", "note"]);
        writer.row(&[Field::Text("a \"b\", c"), Field::Number(0.1), Field::Truth(true), Field::Nothing]);
        writer.row(&[Field::Text("=1+1"), Field::Number(-3.0), Field::Truth(false), Field::Whole(7)]);
        String::from_utf8(writer.finish()).expect("it is UTF-8")
    }

    #[test]
    fn csv_quotes_what_it_must_and_starts_no_formula() {
        assert_eq!(
            written(Format::Csv),
            "name,value,provisional,note\r\n\"a \"\"b\"\", c\",0.1,true,\r\n'=1+1,-3,false,7\r\n"
        );
    }

    #[test]
    fn json_is_columns_and_rows() {
        let value: serde_json::Value = serde_json::from_str(&written(Format::Json)).expect("it is JSON");
        assert_eq!(value["columns"][0], "name");
        assert_eq!(value["rows"][0][0], "a \"b\", c");
        assert_eq!(value["rows"][1][0], "=1+1");
        assert!(value["rows"][0][3].is_null());
    }

    #[test]
    fn a_table_without_rows_is_whole() {
        let mut writer = Writer::new(Format::Json);
        writer.head(&["a"]);
        let value: serde_json::Value = serde_json::from_slice(&writer.finish()).expect("it is JSON");
        assert_eq!(value["rows"].as_array().map(Vec::len), Some(0));
    }
}
