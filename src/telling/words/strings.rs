//! The strings of a language: those embedded, those of the site, and what must hold between them.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use unic_langid::LanguageIdentifier;

use crate::diagnostic::{Place, nearest};

use super::SiteStrings;
use super::problem::Problem;

const DUTCH: &str = include_str!("../../../templates/strings/nl.ftl");
const ENGLISH: &str = include_str!("../../../templates/strings/en.ftl");

/// The strings to add in this order: later ones replace earlier ones.
pub fn read(
    language: &LanguageIdentifier,
    site: Option<SiteStrings>,
) -> Result<Vec<FluentResource>, Vec<Problem>> {
    let embedded = match language.language.as_str() {
        "nl" => DUTCH,
        "en" => ENGLISH,
        _ => return Err(vec![Problem::Tag(language.to_string())]),
    };
    let site = site.map(|site| read_site(site, embedded)).transpose()?;
    Ok([parse_embedded(embedded)].into_iter().chain(site).collect())
}

fn parse_embedded(text: &str) -> FluentResource {
    FluentResource::try_new(text.to_owned()).expect("the embedded strings parse, kept by a test")
}

/// The site's strings, held against the embedded ones.
fn read_site(site: SiteStrings, embedded: &str) -> Result<FluentResource, Vec<Problem>> {
    let resource = FluentResource::try_new(site.text.to_owned()).map_err(|(_, errors)| {
        let problem = |error: fluent_syntax::parser::ParserError| {
            let reason = error.kind.to_string();
            let reason = reason.trim_end_matches('.').replacen("Expected", "expected", 1);
            Problem::syntax(site.file, site.text, error.pos, reason)
        };
        errors.into_iter().map(problem).collect::<Vec<_>>()
    })?;
    let known = variables_by_key(&parse_embedded(embedded));
    let mut problems = Vec::new();
    for entry in resource.entries() {
        if let Entry::Message(message) = entry
            && message.value.is_none()
        {
            let place = place_of_key(&site, message.id.name);
            problems.push(Problem::Syntax { place, reason: "a text is missing behind `=`".to_owned() });
        }
    }
    for message in messages(&resource) {
        let place = place_of_key(&site, message.key);
        let Some(variables) = known.get(message.key) else {
            let nearest = nearest(message.key, known.keys().map(String::as_str)).map(str::to_owned);
            problems.push(Problem::UnknownKey { place, key: message.key.to_owned(), nearest });
            continue;
        };
        for variable in message.used.variables.iter().filter(|variable| !variables.contains(**variable)) {
            problems.push(Problem::UnknownVariable {
                place: place.clone(),
                key: message.key.to_owned(),
                variable: (*variable).to_owned(),
                known: variables.iter().cloned().collect(),
            });
        }
        for name in &message.used.references {
            let (place, key) = (place.clone(), message.key.to_owned());
            problems.push(Problem::Reference { place, key, name: (*name).to_owned() });
        }
    }
    if problems.is_empty() { Ok(resource) } else { Err(problems) }
}

fn place_of_key(site: &SiteStrings, key: &str) -> Place {
    let mut start = 0;
    for line in site.text.split_inclusive('\n') {
        let rest = line.strip_prefix(key);
        if rest.is_some_and(|rest| rest.trim_start().starts_with('=')) {
            return Place::of_span(site.file, site.text, start..start + key.len());
        }
        start += line.len();
    }
    Place::file(site.file)
}

fn variables_by_key(resource: &FluentResource) -> BTreeMap<String, BTreeSet<String>> {
    let owned = |names: BTreeSet<&str>| names.into_iter().map(str::to_owned).collect();
    messages(resource).map(|message| (message.key.to_owned(), owned(message.used.variables))).collect()
}

struct Message<'a> {
    key: &'a str,
    used: Used<'a>,
}

/// What a string mentions.
#[derive(Default)]
struct Used<'a> {
    variables: BTreeSet<&'a str>,
    references: BTreeSet<&'a str>,
}

fn messages(resource: &FluentResource) -> impl Iterator<Item = Message<'_>> {
    resource.entries().filter_map(|entry| {
        let Entry::Message(message) = entry else { return None };
        let mut used = Used::default();
        used.pattern(message.value.as_ref()?);
        Some(Message { key: message.id.name, used })
    })
}

impl<'a> Used<'a> {
    fn pattern(&mut self, pattern: &Pattern<&'a str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&'a str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                variants.iter().for_each(|variant| self.pattern(&variant.value));
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&'a str>) {
        match inline {
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name);
            }
            InlineExpression::FunctionReference { id, arguments } => {
                self.references.insert(id.name);
                self.arguments(arguments);
            }
            InlineExpression::MessageReference { id, .. } | InlineExpression::TermReference { id, .. } => {
                self.references.insert(id.name);
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
        }
    }

    fn arguments(&mut self, arguments: &CallArguments<&'a str>) {
        arguments.positional.iter().for_each(|argument| self.inline(argument));
        arguments.named.iter().for_each(|argument| self.inline(&argument.value));
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::input::settings::LanguageId;
    use crate::telling::words::Words;

    #[test]
    fn both_languages_have_the_same_keys_and_variables() {
        let (dutch, english) = (parse_embedded(DUTCH), parse_embedded(ENGLISH));
        assert_eq!(variables_by_key(&dutch), variables_by_key(&english));
        assert!(messages(&dutch).chain(messages(&english)).all(|message| message.used.references.is_empty()));
        for resource in [&dutch, &english] {
            let keys: Vec<&str> = messages(resource).map(|message| message.key).collect();
            let distinct: BTreeSet<&str> = keys.iter().copied().collect();
            assert_eq!(keys.len(), distinct.len(), "a key stands twice");
        }
    }

    /// Reads the sources for calls of `text` and `text_with` with a literal key.
    #[test]
    fn every_key_used_is_a_string() {
        let known = variables_by_key(&parse_embedded(ENGLISH));
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/src");
        let mut seen = 0;
        for entry in walkdir::WalkDir::new(root).sort_by_file_name() {
            let entry = entry.unwrap();
            if entry.path().extension().is_none_or(|extension| extension != "rs") {
                continue;
            }
            let source = std::fs::read_to_string(entry.path()).unwrap();
            for call in [".text", ".text_with"] {
                for (at, _) in source.match_indices(&format!("{call}(")) {
                    let argument = source[at + call.len() + 1..].trim_start();
                    let Some(key) = argument.strip_prefix('"').and_then(|rest| rest.split('"').next()) else {
                        continue;
                    };
                    assert!(
                        known.contains_key(key),
                        "no string is called `{key}` ({})",
                        entry.path().display()
                    );
                    seen += 1;
                }
            }
        }
        assert!(seen > 20);
    }

    /// A key stands in a room or a template as it is, or is made there by `format!` of a text of the same file
    /// and what `format!` puts before or behind it.
    #[test]
    fn every_string_is_used() {
        let files: Vec<String> = ["/src", "/templates/html"]
            .into_iter()
            .flat_map(|folder| {
                walkdir::WalkDir::new(format!("{}{folder}", env!("CARGO_MANIFEST_DIR"))).sort_by_file_name()
            })
            .map(|entry| entry.unwrap())
            .filter(|entry| entry.file_type().is_file() && entry.file_name() != "tests.rs")
            .map(|entry| std::fs::read_to_string(entry.path()).unwrap())
            .map(|text| text.split("#[cfg(test)]").next().unwrap_or_default().to_owned())
            .collect();
        let has = |file: &str, text: &str| !text.is_empty() && file.contains(&format!("\"{text}\""));
        let is_made = |file: &str, key: &str| {
            file.split("format!(\"").skip(1).filter_map(|rest| rest.split('"').next()).any(|form| {
                let Some((before, rest)) = form.split_once('{') else { return false };
                let Some((_, behind)) = rest.split_once('}') else { return false };
                let middle = key.strip_prefix(before).and_then(|rest| rest.strip_suffix(behind));
                before.len() + behind.len() > 1
                    && middle.is_some_and(|middle| has(file, middle) || has(file, &middle.replace('-', "_")))
            })
        };
        let unused: Vec<String> = variables_by_key(&parse_embedded(ENGLISH))
            .into_keys()
            .filter(|key| !files.iter().any(|file| has(file, key) || is_made(file, key)))
            .collect();
        assert!(unused.is_empty(), "nothing says {unused:?}");
    }

    fn complaints(tag: &str, text: &str) -> Vec<String> {
        let file: Arc<str> = "templates/strings/nl.ftl".into();
        let report = Words::new(LanguageId(0), tag, Some(SiteStrings { file: &file, text })).unwrap_err();
        let line = |place: &Place| format!("{}:{}", place.line, place.column);
        report
            .iter()
            .map(|problem| {
                let place = problem.places.first().map(line).unwrap_or_default();
                format!("{place} {} ({})", problem.message, problem.hint.as_deref().unwrap_or("-"))
            })
            .collect()
    }

    #[test]
    fn what_is_wrong_in_a_file_of_the_site_is_told_with_its_line() {
        assert_eq!(
            complaints(
                "nl",
                "list-last = { $start } en { $final }\nlist-lst = x\n\nlist-next = { NUMBER($start) }\n"
            ),
            [
                "1:1 the string `list-last` has no variable `$final` (it has `$last`, `$start`)",
                "2:1 no string is called `list-lst` (did you mean `list-last`?)",
                "4:1 the string `list-next` refers to `NUMBER` (a string may hold text, variables and plurals)",
            ]
        );
        let broken = complaints("nl", "list-last = { $start\n");
        assert_eq!(broken.len(), 1);
        assert!(broken[0].starts_with("1:") || broken[0].starts_with("2:"), "{broken:?}");
        for tag in ["fy", "not a tag"] {
            let expected = format!(
                " there are no strings for the language `{tag}` (`languages` of `site.toml` knows `nl` and `en`)"
            );
            assert_eq!(complaints(tag, ""), [expected]);
        }
    }
}
