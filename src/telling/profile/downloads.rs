//! What there is to download, and what stands in it.

use serde::Serialize;

use crate::telling::address::{
    DATA_FORMATS, SitePath, data_of_all, data_of_area, data_of_index, data_of_indicator,
};
use crate::telling::figures::Studio;
use crate::telling::profile::Link;

/// The page of downloads.
#[derive(Clone, Debug, Serialize)]
pub struct DownloadsProfile {
    pub whole: Vec<DataFile>,
    pub indices: Vec<DataFile>,
    pub indicators: Vec<DataFile>,
    /// Whether pages of areas have files of their own.
    pub has_areas: bool,
    /// The columns of readings whose name does not say it all, with what stands in them.
    pub columns: Vec<(String, String)>,
}

/// One set of numbers in every format.
#[derive(Clone, Debug, Serialize)]
pub struct DataFile {
    pub name: String,
    pub about: String,
    pub links: Vec<Link>,
}

/// A link for each format.
fn links(path: impl Fn(&str) -> SitePath) -> Vec<Link> {
    DATA_FORMATS.map(|(extension, name)| Link { name: name.to_owned(), path: path(extension) }).to_vec()
}

/// The files of an area; none where its level has none.
pub fn of_area(studio: &Studio<'_>, code: &str, level: usize) -> Vec<Link> {
    let has_files = studio.settings.site.outputs.data.contains(&level);
    if has_files { links(|extension| data_of_area(code, extension)) } else { Vec::new() }
}

pub fn of_indicator(id: &str) -> Vec<Link> {
    links(|extension| data_of_indicator(id, extension))
}

pub fn of_index(id: &str) -> Vec<Link> {
    links(|extension| data_of_index(id, extension))
}

pub fn downloads(studio: &Studio<'_>) -> DownloadsProfile {
    let words = studio.words;
    let language = words.language();
    let whole = [
        ("areas", "downloads-areas", "downloads-areas-about"),
        ("indicators", "downloads-meanings", "downloads-meanings-about"),
        ("readings", "downloads-readings", "downloads-readings-about"),
    ];
    DownloadsProfile {
        whole: whole
            .into_iter()
            .map(|(file, name, about)| DataFile {
                name: words.text(name),
                about: words.text(about),
                links: links(|extension| data_of_all(file, extension)),
            })
            .collect(),
        indices: studio
            .settings
            .indices
            .iter()
            .map(|index| DataFile {
                name: index.name.get(language).to_owned(),
                about: words.text("downloads-index-about"),
                links: of_index(&index.id),
            })
            .collect(),
        indicators: studio
            .settings
            .indicators
            .iter()
            .map(|indicator| DataFile {
                name: indicator.name.get(language).to_owned(),
                about: indicator
                    .about
                    .as_ref()
                    .map(|about| about.get(language).to_owned())
                    .unwrap_or_default(),
                links: of_indicator(&indicator.id),
            })
            .collect(),
        has_areas: !studio.settings.site.outputs.data.is_empty(),
        columns: ["value", "status", "provisional", "origin", "kind"]
            .map(|column| (column.to_owned(), words.text(&format!("downloads-{column}"))))
            .to_vec(),
    }
}
