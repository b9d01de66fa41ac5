//! A PDF as another reader sees it.

use std::collections::BTreeMap;

use brede::making::documents::Printed;
use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object};

pub struct Read {
    document: Document,
    metadata: String,
    /// The elements of the structure tree, in the order of reading.
    elements: Vec<Dictionary>,
}

impl Read {
    pub fn new(printed: &Printed) -> Read {
        let document = Document::load_mem(&printed.pdf).expect("a PDF");
        assert_eq!(document.get_pages().len(), printed.pages);
        let metadata = document.catalog().and_then(|catalog| catalog.get(b"Metadata")).expect("metadata");
        let metadata =
            document.dereference(metadata).and_then(|(_, found)| found.as_stream()).expect("a stream");
        let metadata = utf(metadata.get_plain_content().expect("XMP"));
        let mut read = Read { document, metadata, elements: Vec::new() };
        let tree = read.deref(read.catalog().get(b"StructTreeRoot").expect("a structure tree"));
        let mut elements = Vec::new();
        read.gather(&tree, &mut elements);
        read.elements = elements;
        read
    }

    fn catalog(&self) -> &Dictionary {
        self.document.catalog().expect("a catalog")
    }

    fn deref(&self, object: &Object) -> Object {
        self.document
            .dereference(object)
            .map(|(_, object)| object.clone())
            .expect("what is referred to exists")
    }

    fn gather(&self, object: &Object, found: &mut Vec<Dictionary>) {
        match self.deref(object) {
            Object::Array(items) => items.iter().for_each(|item| self.gather(item, found)),
            Object::Dictionary(element) => {
                if element.has(b"S") {
                    found.push(element.clone());
                }
                if let Ok(kids) = element.get(b"K") {
                    self.gather(kids, found);
                }
            }
            _ => {}
        }
    }

    /// What a validator of PDF/UA-1 and PDF/A-2a looks at first.
    #[track_caller]
    pub fn conforms(&self) {
        let metadata = self.metadata.replace(['\n', ' '], "");
        for part in ["<pdfuaid:part>1<", "<pdfaid:part>2<", "<pdfaid:conformance>A<"] {
            assert!(metadata.contains(part), "{part} is not in {metadata}");
        }
        let marked = self.deref(self.catalog().get(b"MarkInfo").expect("mark info"));
        let marked = marked.as_dict().and_then(|info| info.get(b"Marked")).and_then(Object::as_bool);
        assert_eq!(marked.ok(), Some(true));
        assert!(!self.language().is_empty());
        assert!(!self.title().is_empty());
        assert!(self.catalog().has(b"Outlines"), "there are bookmarks");
        assert!(self.document.objects.values().all(|object| !is_simple_font_without_file(object)));
        // A table cell that heads others says which.
        let heads = self.tagged("TH");
        assert_eq!(heads.len(), self.scopes().len());
    }

    pub fn language(&self) -> String {
        self.catalog().get(b"Lang").and_then(Object::as_str).map(utf).unwrap_or_default()
    }

    pub fn title(&self) -> String {
        let from = self.metadata.find("<dc:title>").map_or("", |at| &self.metadata[at..]);
        let text = from.split("<rdf:li").nth(1).and_then(|rest| rest.split('>').nth(1)).unwrap_or_default();
        text.split('<').next().unwrap_or_default().to_owned()
    }

    pub fn tagged(&self, tag: &str) -> Vec<&Dictionary> {
        let is = |element: &&Dictionary| {
            element.get(b"S").and_then(Object::as_name).is_ok_and(|name| name == tag.as_bytes())
        };
        self.elements.iter().filter(is).collect()
    }

    pub fn alt(&self, element: &Dictionary) -> Option<String> {
        element.get(b"Alt").and_then(Object::as_str).ok().map(utf)
    }

    /// The scope of every cell that heads others.
    pub fn scopes(&self) -> Vec<String> {
        let mut found = Vec::new();
        for cell in self.tagged("TH") {
            let Ok(attributes) = cell.get(b"A") else { continue };
            let attributes = match self.deref(attributes) {
                Object::Array(items) => items.iter().map(|item| self.deref(item)).collect(),
                other => vec![other],
            };
            let scope = attributes
                .iter()
                .find_map(|one| one.as_dict().ok()?.get(b"Scope").ok()?.as_name().ok().map(utf));
            found.extend(scope);
        }
        found
    }

    /// How many links lead to an address.
    pub fn links(&self, address: &str) -> usize {
        let leads = |object: &&Object| {
            let action = object.as_dict().ok().filter(|one| one.has(b"URI"));
            action
                .and_then(|action| action.get(b"URI").ok()?.as_str().ok())
                .is_some_and(|uri| uri == address.as_bytes())
        };
        let direct = self.document.objects.values().filter_map(|object| {
            let annotation = object.as_dict().ok()?;
            annotation.get(b"A").ok()
        });
        let found = direct.filter(leads).count();
        found.min(self.tagged("Link").len())
    }

    /// All letters that are shown, in the order of drawing, without the white between pieces.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for (_, page) in self.document.get_pages() {
            let fonts = self.document.get_page_fonts(page).expect("fonts");
            let maps: BTreeMap<Vec<u8>, BTreeMap<u16, String>> =
                fonts.iter().map(|(name, font)| (name.clone(), self.letters(font))).collect();
            let bytes = self.document.get_page_content(page);
            let mut font = Vec::new();
            for operation in Content::decode(&bytes).expect("operations").operations {
                match (operation.operator.as_str(), operation.operands.as_slice()) {
                    ("Tf", [Object::Name(name), ..]) => font.clone_from(name),
                    ("Tj", [Object::String(glyphs, _)]) => show(&maps, &font, glyphs, &mut text),
                    ("TJ", [Object::Array(items)]) => {
                        for item in items {
                            if let Object::String(glyphs, _) = item {
                                show(&maps, &font, glyphs, &mut text);
                            }
                        }
                    }
                    _ => {}
                }
            }
        }
        text
    }

    /// What the glyphs of a font mean.
    fn letters(&self, font: &Dictionary) -> BTreeMap<u16, String> {
        let Ok(stream) = font.get(b"ToUnicode").map(|map| self.deref(map)) else { return BTreeMap::new() };
        let map = stream.as_stream().expect("a stream").decompressed_content().expect("a map of glyphs");
        let map = utf(&map);
        let mut found = BTreeMap::new();
        for line in map.lines() {
            let codes: Vec<&str> = line.split(['<', '>']).filter(|part| !part.trim().is_empty()).collect();
            if let [glyph, letters] = codes.as_slice()
                && let Ok(glyph) = u16::from_str_radix(glyph, 16)
            {
                let units: Vec<u16> = (0..letters.len() / 4)
                    .filter_map(|at| u16::from_str_radix(letters.get(at * 4..at * 4 + 4)?, 16).ok())
                    .collect();
                found.insert(glyph, String::from_utf16_lossy(&units));
            }
        }
        found
    }

    /// Every run of letters starts on the paper, and none below the line at the foot or, where that is one line,
    /// in the white above it.
    #[track_caller]
    pub fn lies_within_the_page(&self, foot: Foot) {
        for (number, page) in self.document.get_pages() {
            let starts = self.starts(page);
            assert!(starts.iter().any(|[_, y]| *y < 30.0), "page {number} has a foot");
            for [x, y] in starts {
                assert!(
                    (0.0..=595.3).contains(&x),
                    "page {number}: letters at {x} points from its left edge"
                );
                assert!(y > 25.0, "page {number}: letters at {y} points from its lower edge");
                let is_in_foot = y < 30.0;
                let is_in_white = foot == Foot::OneLine && y < 45.0;
                assert!(
                    is_in_foot || !is_in_white,
                    "page {number}: letters at {y} points from its lower edge"
                );
            }
        }
    }

    /// Where runs of letters start, in points from the lower left corner of the paper.
    fn starts(&self, page: lopdf::ObjectId) -> Vec<[f32; 2]> {
        let mut found = Vec::new();
        let mut stack = Vec::new();
        let mut place = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];
        let mut line = place;
        for operation in
            Content::decode(&self.document.get_page_content(page)).expect("operations").operations
        {
            let numbers: Vec<f32> = operation.operands.iter().filter_map(|one| one.as_float().ok()).collect();
            match operation.operator.as_str() {
                "q" => stack.push(place),
                "Q" => place = stack.pop().expect("as many restores as saves"),
                "cm" => place = times(&matrix(&numbers), &place),
                "Tm" => line = matrix(&numbers),
                "Tj" | "TJ" => {
                    let [.., x, y] = times(&line, &place);
                    found.push([x, y]);
                }
                _ => {}
            }
        }
        found
    }
}

/// How many lines the notice at the foot has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Foot {
    OneLine,
    More,
}

fn show(maps: &BTreeMap<Vec<u8>, BTreeMap<u16, String>>, font: &[u8], glyphs: &[u8], text: &mut String) {
    for glyph in glyphs.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])) {
        text.push_str(maps.get(font).and_then(|map| map.get(&glyph)).map_or("", String::as_str));
    }
}

fn matrix(numbers: &[f32]) -> [f32; 6] {
    numbers.try_into().expect("six numbers")
}

fn times(first: &[f32; 6], then: &[f32; 6]) -> [f32; 6] {
    let [a, b, c, d, e, f] = *first;
    let [g, h, i, j, k, l] = *then;
    [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l]
}

fn is_simple_font_without_file(object: &Object) -> bool {
    let Ok(descriptor) = object.as_dict() else { return false };
    let is_descriptor =
        descriptor.get(b"Type").and_then(Object::as_name).is_ok_and(|kind| kind == b"FontDescriptor");
    is_descriptor
        && ![b"FontFile".as_slice(), b"FontFile2", b"FontFile3"].iter().any(|key| descriptor.has(key))
}

fn utf(bytes: impl AsRef<[u8]>) -> String {
    let bytes = bytes.as_ref();
    match bytes.strip_prefix(&[0xfe, 0xff]) {
        Some(wide) => {
            let units: Vec<u16> =
                wide.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        None => String::from_utf8_lossy(bytes).into_owned(),
    }
}
