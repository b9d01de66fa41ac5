//! What there is to download, and what stands in it.

use serde::Serialize;

use crate::telling::address::{DataOf, Format};
use crate::telling::figures::Studio;
use crate::telling::profile::Link;
use crate::telling::profile::columns::{Columns, columns};
use crate::telling::words::Arg;

/// The page of downloads.
#[derive(Clone, Debug, Serialize)]
pub struct DownloadsProfile {
    pub whole: Vec<DataFile>,
    pub indices: Vec<DataFile>,
    pub indicators: Vec<DataFile>,
    /// Whether pages of areas have files of their own.
    pub has_areas: bool,
    /// What stands in the columns, for each kind of file.
    pub columns: Vec<Columns>,
}

/// One set of numbers in every format.
#[derive(Clone, Debug, Serialize)]
pub struct DataFile {
    pub name: String,
    pub about: String,
    pub links: Vec<Link>,
}

/// A link for each format.
pub fn links(of: DataOf<'_>) -> Vec<Link> {
    Format::ALL.map(|format| Link { name: format.name().to_owned(), path: of.path(format) }).to_vec()
}

pub fn downloads(studio: &Studio<'_>) -> DownloadsProfile {
    let (words, settings) = (studio.words, studio.settings);
    let language = words.language();
    let file = |name: String, about: String, of: DataOf<'_>| DataFile { name, about, links: links(of) };
    let whole = |name: &str, of| file(words.text(name), words.text(&format!("{name}-about")), of);
    let (has_sets, has_groups) = (!studio.atlas.sets().is_empty(), !studio.atlas.breakdowns().is_empty());
    DownloadsProfile {
        whole: [
            Some(whole("downloads-areas", DataOf::Areas)),
            has_sets.then(|| whole("downloads-sets", DataOf::Sets)),
            Some(whole("downloads-meanings", DataOf::Indicators)),
            has_groups.then(|| whole("downloads-groups", DataOf::Groups)),
            Some(whole("downloads-readings", DataOf::Readings)),
        ]
        .into_iter()
        .flatten()
        .collect(),
        indices: (settings.indices.iter())
            .flat_map(|index| {
                let name = index.name.get(language);
                let scores = words.text("downloads-index-about");
                let scores = file(name.to_owned(), scores, DataOf::Index(&index.id));
                let above = (index.level > 0).then(|| {
                    let name = words.text_with("downloads-above", &[("name", Arg::Text(name))]);
                    file(name, words.text("downloads-above-about"), DataOf::Above(&index.id))
                });
                [scores].into_iter().chain(above)
            })
            .collect(),
        indicators: (settings.indicators[..settings.named].iter())
            .map(|indicator| {
                let about = indicator.about.as_ref().map(|about| about.get(language).to_owned());
                let name = indicator.name.get(language).to_owned();
                file(name, about.unwrap_or_default(), DataOf::Indicator(&indicator.id))
            })
            .collect(),
        has_areas: studio
            .atlas
            .areas()
            .any(|(area, _)| studio.atlas.is_made(area, &settings.site.outputs.data)),
        columns: columns(studio),
    }
}
