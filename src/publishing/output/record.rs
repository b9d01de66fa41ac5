//! A manifest as bytes on the disk, with the stamp of every file.
//!
//! ```text
//! "brede manifest\n"   the mark of such a file
//! version              of the body (u32)
//! length, paths        of every file, a line each: readable by every version, so that after an update of
//!                      brede what it made before is still known as its own
//! length, body         facets and receipts (postcard); texts that recur stand there once
//! times                when each file was last changed (i64, in the order of the paths)
//! checksum             of all the above (BLAKE3)
//! ```
//!
//! Numbers are little-endian. A record is named by the digest of its paths and body, without the times: the
//! same inputs give the same name. Never touches the disk.

use std::collections::HashMap;
use std::sync::Arc;

use blake3::Hash;
use indexmap::IndexSet;
use serde::{Deserialize, Serialize};

use crate::publishing::output::manifest::{Content, Made, Manifest, Receipt};
use crate::publishing::output::tree::Stamp;
use crate::publishing::plan::Facets;
use crate::telling::address::SitePath;

const MARK: &[u8] = b"brede manifest\n";

/// Of the body. Another one is not read: everything is made again.
const VERSION: u32 = 2;

/// A manifest, and the stamps of its files in the same order.
#[derive(Debug, PartialEq, Eq)]
pub struct Record {
    pub manifest: Manifest,
    pub stamps: Vec<Stamp>,
}

/// What could be read.
#[derive(Debug, PartialEq, Eq)]
pub enum Read {
    Whole(Record),
    /// Of another version: only which files there were.
    Paths(Vec<SitePath>),
    Damaged,
}

#[derive(Serialize, Deserialize)]
struct Body<'a> {
    #[serde(borrow)]
    texts: Vec<&'a str>,
    #[serde(borrow)]
    files: Vec<Row<'a>>,
}

/// A file; links and anchors by their position in the texts.
#[derive(Serialize, Deserialize)]
struct Row<'a> {
    facets: Facets,
    content: [u8; 32],
    size: u64,
    links: Vec<u32>,
    anchors: Vec<u32>,
    #[serde(borrow)]
    title: Option<&'a str>,
}

/// A manifest ready to be saved.
#[derive(Debug)]
pub struct Encoded {
    paths: String,
    body: Vec<u8>,
}

impl Encoded {
    pub fn of<'a>(manifest: &'a Manifest) -> Encoded {
        let mut texts: IndexSet<&str> = IndexSet::new();
        // most pages share their texts with an earlier page, and an address is found faster than a text
        let mut shared: HashMap<*const str, u32> = HashMap::new();
        let mut position = |text: &'a Arc<str>| {
            *shared
                .entry(Arc::as_ptr(text))
                .or_insert_with(|| u32::try_from(texts.insert_full(text).0).expect("texts fit in memory"))
        };
        let files = manifest
            .iter()
            .map(|(_, made)| Row {
                facets: made.facets.clone(),
                content: *made.receipt.content.hash.as_bytes(),
                size: made.receipt.content.size,
                links: made.receipt.links.iter().map(&mut position).collect(),
                anchors: made.receipt.anchors.iter().map(&mut position).collect(),
                title: made.receipt.title.as_deref(),
            })
            .collect();
        let texts = texts.into_iter().collect();
        let body = postcard::to_extend(&Body { texts, files }, Vec::new()).expect("memory takes all bytes");
        let paths: Vec<&str> = manifest.iter().map(|(path, _)| path.as_str()).collect();
        Encoded { paths: paths.join("\n"), body }
    }

    /// What the record is called: the same for the same manifest.
    pub fn name(&self) -> Hash {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&VERSION.to_le_bytes());
        hasher.update(&(self.paths.len() as u64).to_le_bytes());
        hasher.update(self.paths.as_bytes());
        hasher.update(&self.body);
        hasher.finalize()
    }

    /// The bytes of the file, with the stamps in the order of the manifest.
    pub fn file(&self, stamps: impl ExactSizeIterator<Item = Stamp>) -> Vec<u8> {
        let mut bytes =
            Vec::with_capacity(MARK.len() + self.paths.len() + self.body.len() + 8 * stamps.len() + 52);
        bytes.extend(MARK);
        bytes.extend(VERSION.to_le_bytes());
        for part in [self.paths.as_bytes(), &self.body] {
            bytes.extend((part.len() as u64).to_le_bytes());
            bytes.extend(part);
        }
        bytes.extend(stamps.flat_map(|stamp| stamp.modified.to_le_bytes()));
        let checksum = blake3::hash(&bytes);
        bytes.extend(checksum.as_bytes());
        bytes
    }
}

/// Reads the bytes of a file, of whatever version and in whatever state.
pub fn read(bytes: &[u8]) -> Read {
    try_read(bytes).unwrap_or(Read::Damaged)
}

fn try_read(bytes: &[u8]) -> Option<Read> {
    let (bytes, checksum) = bytes.split_last_chunk::<32>()?;
    if blake3::hash(bytes) != *checksum {
        return None;
    }
    let (version, rest) = bytes.strip_prefix(MARK)?.split_first_chunk()?;
    let (paths, rest) = part(rest)?;
    let paths = std::str::from_utf8(paths).ok()?.lines().map(SitePath::new);
    if u32::from_le_bytes(*version) != VERSION {
        return Some(Read::Paths(paths.collect()));
    }
    let (body, times) = part(rest)?;
    let Body { texts, files } = postcard::from_bytes(body).ok()?;
    let texts: Vec<Arc<str>> = texts.into_iter().map(Arc::from).collect();
    let (times, odd) = times.as_chunks::<8>();
    let paths: Vec<SitePath> = paths.collect();
    if !odd.is_empty() || times.len() != files.len() || paths.len() != files.len() {
        return None;
    }
    let stamps =
        files.iter().zip(times).map(|(row, time)| Stamp::remembered(row.size, i64::from_le_bytes(*time)));
    let stamps = stamps.collect();
    let made = files.into_iter().map(|row| row.made(&texts)).collect::<Option<Vec<Made>>>()?;
    let manifest: Manifest = paths.into_iter().zip(made).collect();
    (manifest.len() == times.len()).then_some(Read::Whole(Record { manifest, stamps }))
}

/// A part that begins with its length, and what follows it.
fn part(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk()?;
    rest.split_at_checked(usize::try_from(u64::from_le_bytes(*length)).ok()?)
}

impl Row<'_> {
    fn made(self, texts: &[Arc<str>]) -> Option<Made> {
        let shared = |positions: Vec<u32>| -> Option<Vec<Arc<str>>> {
            positions.into_iter().map(|position| texts.get(position as usize).cloned()).collect()
        };
        Some(Made {
            facets: self.facets,
            receipt: Receipt {
                content: Content { hash: Hash::from_bytes(self.content), size: self.size },
                links: shared(self.links)?,
                anchors: shared(self.anchors)?,
                title: self.title.map(str::to_owned),
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest() -> Manifest {
        let made = |text: &str, links: &[&str]| Made {
            facets: Facets::of_test(text),
            receipt: Receipt {
                links: links.iter().map(|link| Arc::from(*link)).collect(),
                anchors: vec!["bronnen".into()],
                title: Some(format!("Gebied {text} – “é”")),
                ..Receipt::plain(Content::of(text.as_bytes()))
            },
        };
        [
            (SitePath::new("index.html"), made("een", &["a/index.html#bronnen"])),
            (SitePath::new("a/index.html"), made("twee", &["index.html", "a/index.html#bronnen"])),
        ]
        .into_iter()
        .collect()
    }

    fn stamps() -> [Stamp; 2] {
        [Stamp::remembered(4, 17), Stamp::remembered(3, -3)]
    }

    #[test]
    fn comes_back_whole() {
        let bytes = Encoded::of(&manifest()).file(stamps().into_iter());
        assert_eq!(read(&bytes), Read::Whole(Record { manifest: manifest(), stamps: stamps().to_vec() }));
        let empty = Encoded::of(&Manifest::default()).file([].into_iter());
        assert_eq!(read(&empty), Read::Whole(Record { manifest: Manifest::default(), stamps: Vec::new() }));
    }

    #[test]
    fn is_named_by_what_was_made_and_not_by_when() {
        let encoded = Encoded::of(&manifest());
        assert_eq!(encoded.name(), Encoded::of(&manifest()).name());
        let mut other = manifest();
        let made = Made { facets: Facets::default(), receipt: Receipt::plain(Content::of(b"")) };
        other.insert(SitePath::new("index.html"), made);
        assert_ne!(encoded.name(), Encoded::of(&other).name());
    }

    #[test]
    fn any_damage_is_noticed() {
        let bytes = Encoded::of(&manifest()).file(stamps().into_iter());
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 1;
            assert_eq!(read(&damaged), Read::Damaged, "byte {at}");
            assert_eq!(read(&bytes[..at]), Read::Damaged, "cut at {at}");
        }
    }

    #[test]
    fn another_version_still_tells_the_paths() {
        let mut bytes = Encoded::of(&manifest()).file(stamps().into_iter());
        bytes.truncate(bytes.len() - 32);
        bytes[MARK.len()] = 99;
        let paths_end = MARK.len() + 4 + 8 + "a/index.html\nindex.html".len();
        bytes.truncate(paths_end);
        bytes.extend(b"a body of the future");
        bytes.extend(*blake3::hash(&bytes).as_bytes());
        let paths = ["a/index.html", "index.html"].map(SitePath::new).to_vec();
        assert_eq!(read(&bytes), Read::Paths(paths));
    }

    /// A checksum that fits proves nothing about what a careless hand wrote.
    #[test]
    fn nonsense_with_a_right_checksum_is_damage() {
        let mut bytes = Encoded::of(&manifest()).file(stamps().into_iter());
        bytes.truncate(bytes.len() - 40);
        bytes.extend(*blake3::hash(&bytes).as_bytes());
        assert_eq!(read(&bytes), Read::Damaged);
        for length in [u64::MAX, 1 << 40] {
            let mut bytes = [MARK, &VERSION.to_le_bytes(), &length.to_le_bytes()].concat();
            bytes.extend(*blake3::hash(&bytes).as_bytes());
            assert_eq!(read(&bytes), Read::Damaged);
        }
    }
}
