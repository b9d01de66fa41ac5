//! The results of an index as a workbook (XLSX).

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::index::IndexId;
use crate::making::downloads::write::Writer;
use crate::making::downloads::{Holds, Stock, audit, fill};

/// A sheet of scores, and one for each table that tells how they came about and what they hang on.
///
/// # Errors
/// More rows than a sheet holds (1,048,576).
pub fn workbook(stock: Stock<'_>, id: IndexId) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // a clock would make other bytes of the same input
    let (year, month, day) = stock.settings.site.published;
    let published = ExcelDateTime::from_ymd(year, month, day)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&published));
    let mut scores = Writer::sheet("scores");
    fill(stock, Holds::Index(id), &mut scores);
    for sheet in std::iter::once(scores).chain(audit::sheets(stock, id)) {
        if let Some(sheet) = sheet.into_sheet() {
            book.push_worksheet(sheet);
        }
    }
    book.save_to_buffer()
}
