//! Expressions cut out of a text, and what they ask for.
//!
//! MiniJinja parses and evaluates them, strictly and with little fuel. Its functions only note what was
//! asked ([`Call`]); the answers are given where the numbers are.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use minijinja::value::{Kwargs, Object, Rest};
use minijinja::{Environment, UndefinedBehavior, Value};

use crate::diagnostic::nearest;

/// The mark that stands for expression n while Markdown is parsed: private-use characters, which a text may
/// not hold itself.
pub const OPEN: char = '\u{e000}';
pub const CLOSE: char = '\u{e001}';

/// Opens the mark that stands for image n until its paragraph knows whether it stands alone.
pub const IMAGE: char = '\u{e002}';

/// A text with its expressions replaced by marks.
#[derive(Debug, Default)]
pub struct Cut {
    pub text: String,
    pub expressions: Vec<Expression>,
    /// Where pieces of `text` come from: start in `text`, start in the original, in order.
    pieces: Vec<(usize, usize)>,
}

#[derive(Debug)]
pub struct Expression {
    /// With its braces, in the original.
    pub span: Range<usize>,
    pub source: String,
}

/// The range of an `{{` without end.
#[derive(Debug)]
pub struct Unclosed(pub Range<usize>);

/// Cuts the expressions out of `text[from..]`.
pub fn cut(text: &str, from: usize) -> (Cut, Vec<Unclosed>) {
    let mut cut = Cut::default();
    let mut unclosed = Vec::new();
    let mut at = from;
    while let Some(open) = text[at..].find("{{").map(|found| at + found) {
        let Some(close) = end_of(text, open + 2) else {
            // inside code, braces need no partner; the reader of the blocks decides
            unclosed.push(Unclosed(open..open + 2));
            cut.pieces.push((cut.text.len(), at));
            cut.text.push_str(&text[at..open + 2]);
            at = open + 2;
            continue;
        };
        cut.pieces.push((cut.text.len(), at));
        cut.text.push_str(&text[at..open]);
        cut.pieces.push((cut.text.len(), open));
        cut.text.push_str(&format!("{OPEN}{}{CLOSE}", cut.expressions.len()));
        cut.expressions.push(Expression { span: open..close + 2, source: text[open + 2..close].to_owned() });
        at = close + 2;
    }
    cut.pieces.push((cut.text.len(), at));
    cut.text.push_str(&text[at..]);
    (cut, unclosed)
}

/// Where the `}}` begins that closes an expression: not in a string, not over a blank line.
fn end_of(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut quote = None;
    let mut at = start;
    while at < bytes.len() {
        match (quote, bytes[at]) {
            (None, b'"' | b'\'') => quote = Some(bytes[at]),
            (Some(_), b'\\') => at += 1,
            (Some(open), byte) if byte == open => quote = None,
            (None, b'}') if bytes.get(at + 1) == Some(&b'}') => return Some(at),
            (None, b'{') if bytes.get(at + 1) == Some(&b'{') => return None,
            (_, b'\n') if text[at + 1..].lines().next().is_none_or(|line| line.trim().is_empty()) => {
                return None;
            }
            _ => {}
        }
        at += 1;
    }
    None
}

impl Cut {
    /// The place in the original of a place in `text`.
    pub fn original(&self, at: usize) -> usize {
        let piece = self.pieces.partition_point(|(start, _)| *start <= at).saturating_sub(1);
        self.pieces.get(piece).map_or(at, |(start, original)| original + (at - start))
    }

    /// A text of the tree with the expressions as their author wrote them.
    pub fn restore(&self, text: &str) -> String {
        let mut restored = String::new();
        for piece in pieces(text) {
            match piece {
                Piece::Text(text) => restored.push_str(text),
                Piece::Expression(at) => {
                    let source = self.expressions.get(at).map_or("", |expression| &expression.source);
                    restored.push_str(&format!("{{{{{source}}}}}"));
                }
                Piece::Image(_) => {}
            }
        }
        restored
    }
}

/// A part of a text with marks.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    Text(&'a str),
    Expression(usize),
    Image(usize),
}

/// A text with marks, part by part.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find([OPEN, IMAGE]) {
        let is_image = rest[open..].starts_with(IMAGE);
        let after = &rest[open + OPEN.len_utf8()..];
        let number = after.find(CLOSE).and_then(|close| Some((close, after[..close].parse::<usize>().ok()?)));
        let Some((close, number)) = number else { break };
        if open > 0 {
            found.push(Piece::Text(&rest[..open]));
        }
        found.push(if is_image { Piece::Image(number) } else { Piece::Expression(number) });
        rest = &after[close + CLOSE.len_utf8()..];
    }
    if !rest.is_empty() {
        found.push(Piece::Text(rest));
    }
    found
}

/// What an expression asks for.
#[derive(Clone, Debug)]
pub struct Call {
    pub function: Function,
    /// The argument without a name.
    pub subject: Option<Value>,
    pub arguments: BTreeMap<String, Value>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Function {
    Value,
    Class,
    Name,
    Link,
    Figure,
}

impl Object for Call {}

/// The functions, as authors write them.
const FUNCTIONS: [(&str, Function); 5] = [
    ("value", Function::Value),
    ("class", Function::Class),
    ("name", Function::Name),
    ("link", Function::Link),
    ("figure", Function::Figure),
];

/// The function that an expression calls, where there is none of that name; and the nearest that there is.
pub fn unknown_function(source: &str) -> Option<(String, Option<String>)> {
    let (name, _) = source.split_once('(')?;
    let name = name.trim();
    let is_name = name.chars().all(|character| character.is_alphanumeric() || character == '_');
    let known = || FUNCTIONS.iter().map(|(known, _)| *known);
    if name.is_empty() || !is_name || known().any(|known| known == name) {
        return None;
    }
    Some((name.to_owned(), nearest(name, known()).map(str::to_owned)))
}

/// Evaluates one expression.
///
/// # Errors
/// MiniJinja's words; or `None` where the result is not something to show.
pub fn call(source: &str) -> Result<Call, Option<String>> {
    const FUEL: u64 = 1_000;
    let mut environment = Environment::empty();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    for (name, function) in FUNCTIONS {
        environment.add_function(name, move |positional: Rest<Value>, named: Kwargs| {
            let arguments = named
                .args()
                .map(|name| Ok((name.to_owned(), named.get::<Value>(name)?)))
                .collect::<Result<BTreeMap<String, Value>, minijinja::Error>>()?;
            if positional.len() > 1 {
                return Err(minijinja::Error::new(
                    minijinja::ErrorKind::TooManyArguments,
                    "only the first argument goes without a name",
                ));
            }
            Ok(Value::from_object(Call { function, subject: positional.first().cloned(), arguments }))
        });
    }
    let said = |error: minijinja::Error| {
        Some(error.detail().map_or_else(|| error.kind().to_string(), str::to_owned))
    };
    let expression = environment.compile_expression(source.trim()).map_err(said)?;
    let value = expression.eval(()).map_err(said)?;
    match value.downcast_object::<Call>() {
        Some(call) => Ok(Arc::unwrap_or_clone(call)),
        None => Err(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_are_cut_with_their_places() {
        let text = "Een {{ value(\"a}}b\") }} en {{x}}.";
        let (cut, unclosed) = cut(text, 0);
        assert!(unclosed.is_empty());
        assert_eq!(cut.text, "Een \u{e000}0\u{e001} en \u{e000}1\u{e001}.");
        assert_eq!(cut.expressions[0].source, " value(\"a}}b\") ");
        assert_eq!(&text[cut.expressions[1].span.clone()], "{{x}}");
        assert_eq!(
            cut.original(cut.text.find("en").expect("the text has it")),
            text.find("en").expect("likewise")
        );
        assert_eq!(cut.restore(&cut.text), text);
    }

    #[test]
    fn what_never_closes_is_told() {
        let (cut, unclosed) = cut("a {{ b\n\nc }}", 0);
        assert_eq!(unclosed.len(), 1);
        assert_eq!(cut.text, "a {{ b\n\nc }}");
    }

    #[test]
    fn a_function_that_does_not_exist_has_a_nearest() {
        let nearest = |source| unknown_function(source).and_then(|(_, nearest)| nearest);
        assert_eq!(nearest(" valeu('x', area='DM')"), Some("value".to_owned()));
        assert_eq!(unknown_function("zzz(1)"), Some(("zzz".to_owned(), None)));
        assert_eq!(unknown_function("value('a(b)')"), None);
        assert_eq!(unknown_function("27"), None);
    }

    #[test]
    fn only_calls_are_shown() {
        assert!(call("value('x', area='DM')").is_ok());
        assert!(matches!(call("27"), Err(None)));
        assert!(call("nothing").is_err());
        assert!(matches!(call("nothing.at.all"), Err(Some(_))));
        assert!(matches!(call("value('a', 'b')"), Err(Some(_))));
    }
}
