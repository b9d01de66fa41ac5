//! Rows to CSV or JSON.

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
    bytes: Vec<u8>,
    format: Format,
    rows: usize,
}

impl Writer {
    pub fn new(format: Format) -> Writer {
        Writer { bytes: Vec::new(), format, rows: 0 }
    }

    /// The names of the columns; once, before the rows.
    pub fn head(&mut self, names: &[&str]) {
        let fields: Vec<Field<'_>> = names.iter().map(|name| Field::Text(name)).collect();
        match self.format {
            Format::Csv => self.csv(&fields),
            Format::Json => {
                self.bytes.extend_from_slice(b"{\"columns\":");
                self.json(&fields);
                self.bytes.extend_from_slice(b",\n\"rows\":[");
            }
        }
    }

    pub fn row(&mut self, fields: &[Field<'_>]) {
        match self.format {
            Format::Csv => self.csv(fields),
            Format::Json => {
                self.bytes.extend_from_slice(if self.rows == 0 { b"\n" } else { b",\n" });
                self.json(fields);
            }
        }
        self.rows += 1;
    }

    pub fn finish(mut self) -> Vec<u8> {
        if self.format == Format::Json {
            self.bytes.extend_from_slice(b"\n]}\n");
        }
        self.bytes
    }

    fn csv(&mut self, fields: &[Field<'_>]) {
        for (at, field) in fields.iter().enumerate() {
            if at > 0 {
                self.bytes.push(b',');
            }
            match field {
                Field::Text(text) => self.quoted_where_needed(text),
                Field::Number(number) => self.bytes.extend_from_slice(number.to_string().as_bytes()),
                Field::Whole(number) => self.bytes.extend_from_slice(number.to_string().as_bytes()),
                Field::Truth(truth) => self.bytes.extend_from_slice(truth.to_string().as_bytes()),
                Field::Nothing => {}
            }
        }
        self.bytes.extend_from_slice(b"\r\n");
    }

    /// A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection).
    fn quoted_where_needed(&mut self, text: &str) {
        let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
        let text = if is_formula { format!("'{text}") } else { text.to_owned() };
        if text.contains([',', '"', '\n', '\r']) {
            self.bytes.push(b'"');
            self.bytes.extend_from_slice(text.replace('"', "\"\"").as_bytes());
            self.bytes.push(b'"');
        } else {
            self.bytes.extend_from_slice(text.as_bytes());
        }
    }

    fn json(&mut self, fields: &[Field<'_>]) {
        let value = |field: &Field<'_>| match field {
            Field::Text(text) => serde_json::Value::from(*text),
            Field::Number(number) => serde_json::Value::from(*number),
            Field::Whole(number) => serde_json::Value::from(*number),
            Field::Truth(truth) => serde_json::Value::from(*truth),
            Field::Nothing => serde_json::Value::Null,
        };
        let row = serde_json::Value::Array(fields.iter().map(value).collect());
        self.bytes.extend_from_slice(row.to_string().as_bytes());
    }
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
