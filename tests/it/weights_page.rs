//! The page on which weights of an index are tried, as it is without scripts, and what the browser is given.

use std::collections::BTreeMap;

use crate::town::{Town, text};

const INDEX: &str = "data/indices/zorg.toml";

/// What stands in the script of an index.
fn given(files: &BTreeMap<String, Vec<u8>>) -> serde_json::Value {
    let script = text(files, "brede/weights/zorg.js");
    let json = script.strip_prefix("bredeWeights(").and_then(|rest| rest.strip_suffix(");\n"));
    serde_json::from_str(json.expect("a call")).expect("it is JSON")
}

#[test]
fn the_page_is_whole_without_scripts() {
    let files = Town::small().build(&["--only", "pages"]);
    for (page, index, method, link) in [
        (
            "indexen/zorg/gewichten/index.html",
            "indexen/zorg/index.html",
            "methode/index.html",
            "gewichten/index.html",
        ),
        (
            "en/indices/zorg/weights/index.html",
            "en/indices/zorg/index.html",
            "en/method/index.html",
            "weights/index.html",
        ),
    ] {
        for from in [index, method] {
            assert!(
                text(&files, from).contains(&format!("indices/zorg/{link}"))
                    || text(&files, from).contains(&format!("indexen/zorg/{link}")),
                "{from}"
            );
        }
        let page = text(&files, page);
        for told in
            ["<noscript>", "class=\"weights stacked\"", "id=\"_without\"", "<div class=\"try\" hidden"]
        {
            assert!(page.contains(told), "{told} in {page}");
        }
        // one slider and one number for each domain
        for kind in ["range", "number"] {
            assert_eq!(page.matches(&format!("type=\"{kind}\"")).count(), 2);
        }
        assert!(page.contains("value=\"66.7\"") && page.contains("value=\"33.3\""));
    }
    assert!(files.contains_key("brede/weights.js"));
    let given = given(&files);
    assert_eq!(given["used"], serde_json::json!([2.0 / 3.0, 1.0 / 3.0]));
    assert_eq!((&given["mean"], &given["minimum"]), (&"arithmetic".into(), &0.66.into()));
}

#[test]
fn there_is_none_where_weights_say_nothing() {
    let is_there = |town: Town| {
        let files = town.build(&["--only", "pages"]);
        let is_there =
            files.keys().any(|path| path.contains("gewichten") || path.starts_with("brede/weights"));
        assert!(is_there || !text(&files, "indexen/zorg/index.html").contains("gewichten/"));
        is_there
    };
    assert!(is_there(Town::small()));
    assert!(!is_there(Town::small().edit(INDEX, "[combine]", "[combine]\naggregate = \"copeland\"")));
    assert!(!is_there(Town::small().edit(INDEX, "weight     = 2", "weight     = 0")));
}

/// Areas that the site does not show count, but no row says which they are.
#[test]
fn areas_that_are_not_shown_have_rows_without_a_place() {
    let all = given(&Town::small().build(&["--only", "pages"]));
    let some = given(
        &Town::small()
            .edit("site.toml", "population =", "publish = \"W01\"\npopulation =")
            .build(&["--only", "pages"]),
    );
    assert!(some["shown"].as_u64() < all["shown"].as_u64());
    let length = |given: &serde_json::Value| given["parts"]["columns"][0].as_str().map(str::len);
    assert_eq!(length(&all), length(&some));
}

/// The cells of which all was filled in, by domain and numbered period after period.
#[test]
fn the_browser_is_told_what_was_filled_in() {
    let filled = |town: Town| given(&town.build(&["--only", "pages"]))["filled"].clone();
    assert!(filled(Town::small()).is_null());
    // of B0202 low income is not known in 2024: the fifth of six, in the second year; volunteers are secret in 2020,
    // but burglaries are known
    let town =
        Town::small().edit(INDEX, "reference = \"pooled\"", "reference = \"pooled\"\nimpute = \"median\"");
    assert_eq!(filled(town), serde_json::json!([[10], []]));
}

#[test]
fn the_browser_makes_no_classes_where_there_are_fewer_areas() {
    let classes = |labels: &str| {
        let two = "{ nl = [\"Laag\", \"Hoog\"], en = [\"Low\", \"High\"] }";
        let files = Town::small().edit(INDEX, two, labels).build(&["--only", "pages"]);
        given(&files)["classes"].clone()
    };
    assert_eq!(classes("[\"a\", \"b\", \"c\"]")["count"], 3);
    assert!(classes("[\"a\", \"b\", \"c\", \"d\", \"e\", \"f\", \"g\"]").is_null());
}
