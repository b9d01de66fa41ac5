//! Bytes of a file, plain or with gzip; and bytes to text: UTF-8 with or without its mark, else Windows-1252.

use std::io::Read;
use std::path::Path;

use fs_err as fs;

use crate::input::settings::Encoding;

/// The bytes of a file, unpacked where they are packed with gzip, whatever its name is.
pub fn unpacked(path: &Path) -> std::io::Result<Vec<u8>> {
    let bytes = fs::read(path)?;
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return Ok(bytes);
    }
    let mut unpacked = Vec::new();
    flate2::read::MultiGzDecoder::new(bytes.as_slice()).read_to_end(&mut unpacked)?;
    Ok(unpacked)
}

/// The text, and whether it had to be guessed that this is Windows-1252.
pub fn decode(bytes: Vec<u8>, told: Option<Encoding>) -> Result<String, Encoding> {
    let text = match told {
        Some(Encoding::Windows1252) => windows_1252(&bytes),
        Some(Encoding::Utf8) => String::from_utf8(bytes).map_err(|_| Encoding::Utf8)?,
        None => String::from_utf8(bytes).unwrap_or_else(|error| windows_1252(error.as_bytes())),
    };
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

fn windows_1252(bytes: &[u8]) -> String {
    encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf_8_is_told_from_windows_1252() {
        assert_eq!(decode("\u{feff}naam;é".into(), None), Ok("naam;é".to_owned()));
        assert_eq!(decode(vec![b'F', b'r', b'y', b's', b'l', 0xe2, b'n'], None), Ok("Fryslân".to_owned()));
        assert_eq!(decode(vec![0x80], Some(Encoding::Windows1252)), Ok("€".to_owned()));
        assert_eq!(decode(vec![0x80], Some(Encoding::Utf8)), Err(Encoding::Utf8));
    }
}
