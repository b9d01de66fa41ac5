//! What a page links to and can be linked to, read from its HTML.
//!
//! The HTML is ours: attributes are always in double quotes, so a scan finds them all.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::telling::address::SitePath;

/// Where the links and images of a page lead within the site: paths from the root, each once, in order.
pub fn links(html: &str, page: &SitePath) -> Vec<Arc<str>> {
    let mut found = BTreeSet::new();
    for attribute in [" href=\"", " src=\"", " data-names=\""] {
        for target in values(html, attribute) {
            if let Some(path) = within(&unescape(target), page) {
                found.insert(path);
            }
        }
    }
    found.into_iter().map(Arc::from).collect()
}

/// The ids of a page, each once, in order.
pub fn anchors(html: &str) -> Vec<Arc<str>> {
    let found: BTreeSet<&str> = values(html, " id=\"").collect();
    found.into_iter().map(Arc::from).collect()
}

fn values<'a>(html: &'a str, attribute: &'a str) -> impl Iterator<Item = &'a str> {
    html.match_indices(attribute).filter_map(move |(at, _)| {
        let rest = &html[at + attribute.len()..];
        rest.split_once('"').map(|(value, _)| value)
    })
}

/// A target of the site itself, from its root; absent for addresses elsewhere, and for the page that stands
/// at any address and so links from the root of its host.
fn within(target: &str, page: &SitePath) -> Option<String> {
    let elsewhere = target.contains("://") || target.starts_with("mailto:") || target.starts_with('/');
    if elsewhere || target.is_empty() {
        return None;
    }
    if target.starts_with('#') {
        return Some(format!("{page}{target}"));
    }
    let folder = page.as_str().rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

fn unescape(text: &str) -> String {
    text.replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&#x2f;", "/")
        .replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_told_from_the_root() {
        let page = SitePath::new("gebieden/DM01/index.html");
        let html = r##"<a href="../../index.html">a</a><a href="#_map">b</a><a href="https://x.nl/">c</a>
            <a href="factsheet.pdf">d</a><img src="../../assets/a.png"><h2 id="_map">e</h2>"##;
        let found: Vec<String> = links(html, &page).iter().map(ToString::to_string).collect();
        let expected =
            ["assets/a.png", "gebieden/DM01/factsheet.pdf", "gebieden/DM01/index.html#_map", "index.html"];
        assert_eq!(found, expected);
        assert_eq!(anchors(html), [Arc::from("_map")]);
    }
}
