//! What a factsheet is made from, and the virtual files that its template reads.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};
use typst::foundations::Bytes;

use crate::making::documents::problem::Problem;
use crate::making::documents::qr;
use crate::making::documents::readable::Readable;
use crate::telling::profile::{AreaProfile, PrintedPanel};
use crate::telling::prose::{Block, Prose};

/// Two pages about one area in one language; all of it is printed as it is.
#[derive(Clone, Debug)]
pub struct Factsheet<'a> {
    /// Of the document, as viewers show it: "Factsheet Heerlen".
    pub title: String,
    pub profile: &'a AreaProfile,
    /// The text of the area; as much of it is printed as there is room for.
    pub prose: Option<&'a Prose>,
    /// The figures of the prose, in its order.
    pub prose_figures: &'a [Drawn],
    pub map: Option<&'a Drawn>,
    /// The area beside its parent and the whole.
    pub beside: Option<&'a Drawn>,
    /// The most telling first; as many rows as there is room for.
    pub trends: &'a [DrawnRow],
    /// Which line is whose in all of them, where they do not tell it themselves.
    pub trends_key: Option<&'a Drawn>,
    pub imprint: &'a Imprint,
}

/// A figure, drawn for print.
#[derive(Clone, Debug, Serialize)]
pub struct Drawn {
    #[serde(skip)]
    pub svg: String,
    /// In points at its natural size, in which no letter is under 7.5 points.
    pub width: f64,
    pub height: f64,
    /// The sentence that says what the figure shows; for who cannot see it.
    pub alt: String,
    /// What is shown; printed above.
    pub title: String,
    /// The unit and the period; may be empty.
    pub subtitle: String,
    /// How to read it, and who measured: "De as begint niet bij nul. Bron: …"; printed under it, may be empty.
    pub note: String,
    /// The same without who measured, for where room is short.
    pub guide: String,
    /// How many times as large it may be printed; a figure with words in it hardly.
    pub largest: f64,
}

/// Figures side by side, with the source of all of them, which is printed once; it may be empty.
#[derive(Clone, Debug)]
pub struct DrawnRow {
    pub figures: Vec<Drawn>,
    pub source: String,
}

/// What all documents of a site have in common in one language.
#[derive(Clone, Debug)]
pub struct Imprint {
    /// A tag of two or three letters, such as `nl`; what follows a hyphen is not used.
    pub language: String,
    /// The title of the site.
    pub site: String,
    pub publisher: String,
    pub base_url: String,
    /// Year, month, day: the date in the file.
    pub published: (u16, u8, u8),
    /// The date as read: "Gepubliceerd op 12 juni 2025".
    pub published_words: String,
    /// Printed on both pages.
    pub notice: Option<String>,
    /// A file in `assets/`; without it the publisher's name is printed.
    pub logo: Option<String>,
    pub paint: Paint,
    pub labels: Labels,
}

/// Colours as `#rrggbb`, and families of faces.
#[derive(Clone, Debug, Serialize)]
pub struct Paint {
    pub ink: String,
    pub paper: String,
    pub tint: String,
    pub rule: String,
    /// The area itself, and links.
    pub primary: String,
    /// Attention.
    pub second: String,
    /// Context: parents, the whole, captions.
    pub muted: String,
    pub serif: String,
    pub sans: String,
}

impl Default for Paint {
    fn default() -> Paint {
        Paint {
            ink: "#1c2126".into(),
            paper: "#ffffff".into(),
            tint: "#f6f4ef".into(),
            rule: "#d9d5cb".into(),
            primary: "#0f5c63".into(),
            second: "#b4541a".into(),
            muted: "#6b6f73".into(),
            serif: "Libertinus Serif".into(),
            sans: "Noto Sans".into(),
        }
    }
}

/// The words that templates add to what is told, by their keys without `factsheet-`.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub struct Labels(BTreeMap<&'static str, String>);

impl Labels {
    /// The keys in the strings of a language.
    pub const KEYS: [&'static str; 17] = [
        "factsheet-about",
        "factsheet-address",
        "factsheet-box-dilemma",
        "factsheet-box-example",
        "factsheet-box-read-more",
        "factsheet-box-tip",
        "factsheet-caveats",
        "factsheet-page-1",
        "factsheet-page-2",
        "factsheet-page-only",
        "factsheet-places",
        "factsheet-qr",
        "factsheet-read-on",
        "factsheet-sources",
        "factsheet-table",
        "factsheet-theme",
        "factsheet-trends",
    ];

    /// Asks for every key once.
    pub fn new(mut text: impl FnMut(&str) -> String) -> Labels {
        Labels(
            Labels::KEYS
                .into_iter()
                .map(|key| (key.strip_prefix("factsheet-").unwrap_or(key), text(key)))
                .collect(),
        )
    }
}

impl Factsheet<'_> {
    /// The address of the area's page.
    pub fn address(&self) -> String {
        self.profile.page.canonical(&self.imprint.base_url)
    }

    /// The images of the prose and the logo, as paths within the site.
    pub fn images(&self) -> Vec<String> {
        let mut found: Vec<String> = self.imprint.logo.iter().map(|logo| format!("assets/{logo}")).collect();
        for block in self.prose.into_iter().flat_map(|prose| &prose.blocks) {
            gather_images(block, &mut found);
        }
        found
    }

    /// What the template reads: `data.json`, and the figures that it names.
    pub fn files(&self, readable: &mut Readable) -> BTreeMap<String, Bytes> {
        let mut files = BTreeMap::new();
        let mut drawn = |path: String, figure: &Drawn| -> Value {
            let mut value = json!(figure);
            value["path"] = format!("/{path}").into();
            // PDF/UA wants words for every figure.
            if figure.alt.trim().is_empty() {
                value["alt"] =
                    if figure.title.trim().is_empty() { &self.title } else { &figure.title }.as_str().into();
            }
            files.insert(path, Bytes::from_string(readable.text(&figure.svg)));
            value
        };
        let mut all = |name: &str, figures: &[Drawn]| -> Value {
            let numbered = figures.iter().enumerate();
            numbered.map(|(at, figure)| drawn(format!("figures/{name}-{at}.svg"), figure)).collect()
        };
        let trends: Vec<Value> = (self.trends.iter().enumerate())
            .map(|(at, row)| json!({ "figures": all(&format!("trend-{at}"), &row.figures), "source": row.source }))
            .collect();
        let prose_figures = all("prose", self.prose_figures);
        let key = self.trends_key.map(|key| drawn("figures/key.svg".to_owned(), key));
        let map = self.map.map(|figure| drawn("figures/map.svg".to_owned(), figure));
        let beside = self.beside.map(|figure| drawn("figures/beside.svg".to_owned(), figure));
        let address = self.address();
        let qr = qr::svg(&in_ascii(&address)).map(|svg| {
            files.insert("figures/qr.svg".to_owned(), Bytes::from_string(svg));
            "/figures/qr.svg"
        });
        let imprint = self.imprint;
        let mut prose = json!(self.prose);
        link(&mut prose, &imprint.base_url);
        let mut profile = json!(self.profile);
        if let Some(sources) = profile["sources"].as_array_mut() {
            sources.iter_mut().for_each(|source| percent_encode(&mut source["url"]));
        }
        let of_page = || {
            let panels = self.profile.compass.as_ref().zip(self.profile.signal.as_ref());
            panels.map(|(compass, signal)| [PrintedPanel::from(compass), PrintedPanel::from(signal)])
        };
        let lenses = self.profile.in_print.as_ref().map_or_else(of_page, |told| told.lenses.clone());
        let mut data = json!({
            "title": self.title,
            "lenses": lenses,
            "language": imprint.language.split('-').next(),
            "profile": profile,
            "prose": prose,
            "figures": { "map": map, "beside": beside, "trends": trends, "key": key, "prose": prose_figures },
            "page": { "address": address, "url": in_ascii(&address), "qr": qr },
            "site": {
                "title": imprint.site,
                "publisher": imprint.publisher,
                "published": imprint.published_words,
                "notice": imprint.notice,
                "logo": imprint.logo.as_ref().map(|logo| format!("/assets/{logo}")),
            },
            "look": imprint.paint,
            "labels": imprint.labels,
        });
        readable.value(&mut data);
        // Texts become JSON strings, so that nothing in them can be taken for anything else.
        files.insert("data.json".to_owned(), Bytes::from_string(data.to_string()));
        files
    }

    /// The characters that could not be shown, if any.
    pub fn unprinted(&self, readable: &Readable) -> Option<Problem> {
        let characters = readable.missing();
        (!characters.is_empty()).then(|| Problem::NoGlyph { code: self.profile.code.clone(), characters })
    }
}

fn gather_images(block: &Block, found: &mut Vec<String>) {
    match block {
        Block::Image { source, .. } => found.push(source.trim_start_matches('/').to_owned()),
        Block::List { items, .. } => items.iter().flatten().for_each(|inner| gather_images(inner, found)),
        Block::Quote { blocks } | Block::Box { blocks, .. } => {
            blocks.iter().for_each(|inner| gather_images(inner, found));
        }
        Block::Footnotes { notes } => {
            notes.iter().flat_map(|note| &note.blocks).for_each(|inner| gather_images(inner, found));
        }
        Block::Heading { .. }
        | Block::Paragraph { .. }
        | Block::Table { .. }
        | Block::Code { .. }
        | Block::Rule
        | Block::Figure { .. } => {}
    }
}

/// Makes every target of a link an address on the web: paper has no site to be relative to.
fn link(value: &mut Value, base_url: &str) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| link(item, base_url)),
        Value::Object(fields) => {
            if let Some(target) = fields.get_mut("target") {
                let web = target["web"].as_str().map(in_ascii);
                let site = target["site"].as_str().map(|path| in_ascii(&on_the_web(path, base_url)));
                *target = web.or(site).map_or(Value::Null, Value::String);
            }
            fields.values_mut().for_each(|field| link(field, base_url));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// A file of the site, perhaps with an anchor, as an address without `index.html`.
fn on_the_web(target: &str, base_url: &str) -> String {
    let (path, anchor) = target.split_at(target.find('#').unwrap_or(target.len()));
    let folder = path.strip_suffix("index.html").filter(|rest| rest.is_empty() || rest.ends_with('/'));
    format!("{}/{}{anchor}", base_url.trim_end_matches('/'), folder.unwrap_or(path).trim_start_matches('/'))
}

fn percent_encode(url: &mut Value) {
    if let Some(text) = url.as_str() {
        *url = in_ascii(text).into();
    }
}

/// An address as PDF wants it: what is not ASCII is percent-encoded.
fn in_ascii(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for byte in url.bytes() {
        match byte {
            b'!'..=b'~' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
