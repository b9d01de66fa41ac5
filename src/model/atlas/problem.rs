//! What can be wrong in the data.

use crate::diagnostic::{Diagnostic, Place};
use crate::model::atlas::suppression::Withheld;

#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    NoCode {
        place: Place,
    },
    NoName {
        place: Place,
        code: String,
    },
    /// A code becomes part of an address and of a file name.
    UnfitCode {
        place: Place,
        code: String,
    },
    CodeTwice {
        place: Place,
        code: String,
    },
    /// Codes that differ in capitals only would get one address on some disks.
    CodesDifferInCase {
        place: Place,
        code: String,
        other: String,
    },
    NoAreas {
        place: Place,
        level: String,
    },
    UnknownAlias {
        place: Place,
        code: String,
        level: String,
        nearest: Option<String>,
    },
    UnknownParent {
        place: Place,
        code: String,
        parent: String,
        level: String,
        nearest: Option<String>,
    },
    /// Two members of a set hold the same area.
    TwiceInSet {
        place: Place,
        set: String,
        code: String,
    },
    /// A set is said to lie in an area that does not hold all of it.
    OutsideOfSet {
        place: Place,
        set: String,
        around: String,
        outside: String,
    },
    EmptySet {
        place: Place,
        what: String,
    },
    /// No area has a text in the column of a grouping.
    EmptyGrouping {
        place: Place,
        id: String,
    },
    UnknownArea {
        place: Place,
        code: String,
        nearest: Option<String>,
    },
    NotANumber {
        place: Place,
        text: String,
        decimal: char,
    },
    NotAPeriod {
        place: Place,
        text: String,
    },
    /// Some numbers have a point and others a comma.
    TwoDecimals {
        place: Place,
        /// The odd one.
        text: String,
    },
    /// A list of areas in the settings has no columns in which a parent could stand.
    NoColumns {
        place: Place,
    },
    /// Two rows of one area differ in its name or its parent.
    TwoOfOne {
        place: Place,
        code: String,
        what: &'static str,
        first: String,
        second: String,
    },
    /// A warning: a share that is computed here came out above 100 %.
    ComputedAboveHundred {
        place: Place,
        indicator: String,
        count: usize,
        first: String,
    },
    ShareOutOfRange {
        place: Place,
        indicator: String,
        value: String,
    },
    Negative {
        place: Place,
        indicator: String,
        value: String,
    },
    TwoValues {
        place: Place,
        indicator: String,
        code: String,
        first: String,
        second: String,
    },
    /// An interval of which one end is known and the other is not.
    OneEnd {
        place: Place,
        indicator: String,
    },
    /// A number that lies beyond its own interval, as the file writes them.
    OutsideInterval {
        place: Place,
        indicator: String,
        value: String,
        lower: String,
        upper: String,
    },
    NegativeMargin {
        place: Place,
        text: String,
    },
    NegativeSample {
        place: Place,
        text: String,
    },
    /// A text that is none of those that say how a number lies beside that of the whole.
    UnknownDifference {
        place: Place,
        text: String,
        known: Vec<String>,
    },
    TwoMargins {
        place: Place,
        indicator: String,
        code: String,
    },
    /// What a row of a long file names is in no `[rows]`.
    NothingRead {
        place: Place,
        what: String,
    },
    NoReading {
        place: Place,
        indicator: String,
    },
    /// Two rows of a crosswalk tell of the same two codes.
    TwicePair {
        place: Place,
        from: String,
        to: String,
        year: i32,
    },
    SharesDoNotAdd {
        place: Place,
        from: String,
        year: i32,
        sum: String,
    },
    NotAShare {
        place: Place,
        text: String,
    },
    /// Changes of one year that lead back to the code they began with.
    Cycle {
        place: Place,
        code: String,
        year: i32,
    },
    /// A crosswalk ends in a code that no area has.
    UnknownSuccessor {
        place: Place,
        code: String,
        nearest: Option<String>,
    },
    /// A note: numbers that are withheld, by indicator.
    Withheld {
        withheld: Vec<(String, Withheld)>,
    },
}

impl From<Problem> for Diagnostic {
    fn from(problem: Problem) -> Diagnostic {
        match problem {
            Problem::NoCode { place } => {
                Diagnostic::error("this area has no code").many("{count} areas have no code").at(place)
            }
            Problem::NoName { place, code } => Diagnostic::error(format!("area `{code}` has no name"))
                .many("{count} areas have no name")
                .at(place),
            Problem::TwiceInSet { place, set, code } => {
                Diagnostic::error(format!("`{code}` is in the area set `{set}` twice"))
                    .many("{count} areas are in an area set twice")
                    .at(place)
                    .hint("name an area once, or an area above it, and not both")
            }
            Problem::OutsideOfSet { place, set, around, outside } => {
                Diagnostic::error(format!("the area set `{set}` does not lie in `{around}`"))
                    .at(place)
                    .hint(format!("`{outside}`, for one, lies elsewhere"))
            }
            Problem::EmptySet { place, what } => Diagnostic::error(format!("{what} has no areas"))
                .at(place)
                .hint("do `area` and `where` name what the file says?"),
            Problem::EmptyGrouping { place, id } => {
                Diagnostic::error(format!("no area is in a group of `{id}`"))
                    .at(place)
                    .hint("the text of the column names the group of an area, and all of its cells are blank")
            }
            Problem::UnfitCode { place, code } => {
                Diagnostic::error(format!("`{code}` cannot be the code of an area"))
                    .many("{count} codes cannot be those of an area")
                    .at(place)
                    .hint("a code has letters, digits, `-` and `_` only, since it becomes part of an address")
            }
            Problem::CodeTwice { place, code } => Diagnostic::error(format!("there are two areas `{code}`"))
                .many("{count} codes are those of an earlier area")
                .at(place)
                .hint("give each area one row, or choose rows with `where`"),
            Problem::CodesDifferInCase { place, code, other } => {
                Diagnostic::error(format!("`{code}` and `{other}` differ in capitals only"))
                    .many("{count} codes differ from another in capitals only")
                    .at(place)
                    .hint("give each area a code of its own: on some disks both would be one file")
            }
            Problem::NoAreas { place, level } => Diagnostic::error(format!("no row is a `{level}`"))
                .at(place)
                .hint("does `where` name what the file says?"),
            Problem::UnknownParent { place, code, parent, level, nearest } => {
                let problem = Diagnostic::error(format!(
                    "the parent `{parent}` of `{code}` is no area of level `{level}`"
                ))
                .many(format!("{{count}} areas have a parent that is no area of level `{level}`"))
                .at(place);
                did_you_mean(problem, nearest)
            }
            Problem::UnknownAlias { place, code, level, nearest } => {
                let problem = Diagnostic::error(format!("`{code}` is no area of level `{level}`")).at(place);
                did_you_mean(problem, nearest)
            }
            Problem::UnknownArea { place, code, nearest } => {
                let problem =
                    Diagnostic::error(format!("area `{code}` is in none of the files of `data/areas.toml`"))
                        .many("{count} rows name areas that are in none of the files of `data/areas.toml`")
                        .at(place);
                match nearest {
                    Some(_) => did_you_mean(problem, nearest),
                    None => {
                        problem.hint("to leave out such rows: `unknown_areas = \"ignore\"` in the dataset")
                    }
                }
            }
            Problem::NotANumber { place, text, decimal } => {
                let sign = if decimal == ',' { "a decimal comma" } else { "a decimal point" };
                Diagnostic::error(format!("`{text}` is not a number with {sign}"))
                    .many(format!("{{count}} cells are not numbers with {sign}"))
                    .at(place)
                    .hint("a sign for what is missing goes into `missing`; signs between thousands must go")
            }
            Problem::NotAPeriod { place, text } => Diagnostic::error(format!("`{text}` is not a year"))
                .many("{count} cells are not years")
                .at(place)
                .hint("a period is a year of four digits"),
            Problem::TwoDecimals { place, text } => {
                let (own, others, sign) = if text.contains(',') {
                    ("comma", "point", ".")
                } else {
                    ("point", "comma", ",")
                };
                Diagnostic::error(format!("`{text}` has a {own}, other numbers of this file a decimal {others}"))
                    .at(place)
                    .hint(format!(
                        "signs between thousands must go; or say which the decimal sign is: `decimal = \"{sign}\"`"
                    ))
            }
            Problem::NoColumns { place } => {
                Diagnostic::error("areas that are written here have no column in which their parent stands")
                    .at(place)
                    .hint("give `parent = { code = \"…\" }` or `parent = { prefix = … }`")
            }
            Problem::TwoOfOne { place, code, what, first, second } => {
                Diagnostic::error(format!("`{code}` has the {what} `{second}` here, and `{first}` above"))
                    .many(format!("{{count}} rows give an area another {what} than a row above"))
                    .at(place)
                    .hint("an area that stands in several rows (`repeated`) is the same in all of them")
            }
            Problem::ComputedAboveHundred { place, indicator, count, first } => {
                let times = if count == 1 { "once".to_owned() } else { format!("{count} times") };
                Diagnostic::warning(format!("`{indicator}` comes out above 100 % {times}, first for {first}"))
                    .at(place)
                    .hint("rounded counts may do so by a little; otherwise hold `numerator` against `of`")
            }
            Problem::ShareOutOfRange { place, indicator, value } => Diagnostic::error(format!(
                "`{indicator}` is a share, and {value} is not between 0 and 100"
            ))
            .many(format!("{{count}} values of `{indicator}` are not between 0 and 100, and it is a share"))
            .at(place)
            .hint("if the file has parts of 1, give `scale = 100`; if this is no share, change `measure`"),
            Problem::Negative { place, indicator, value } => {
                Diagnostic::error(format!("`{indicator}` counts, and {value} is less than 0"))
                    .many(format!("{{count}} values of `{indicator}` are less than 0, and it counts"))
                    .at(place)
                    .hint("if this stands for something missing, put it into `missing`")
            }
            Problem::TwoValues { place, indicator, code, first, second } => Diagnostic::error(format!(
                "`{indicator}` of `{code}` is {first} before, and {second} here"
            ))
            .many(format!(
                "{{count}} values of `{indicator}` differ from an earlier one of the same area and period"
            ))
            .at(place)
            .hint("keep one of the rows, or choose rows with `where`"),
            Problem::OneEnd { place, indicator } => {
                Diagnostic::error(format!("the interval of `{indicator}` has one end here, and not the other"))
                    .many(format!("{{count}} intervals of `{indicator}` have one end, and not the other"))
                    .at(place)
                    .hint("give both, or neither")
            }
            Problem::OutsideInterval { place, indicator, value, lower, upper } => Diagnostic::error(format!(
                "`{indicator}` is {value} here, which is not between {lower} and {upper}"
            ))
            .many(format!("{{count}} numbers of `{indicator}` are not within their intervals"))
            .at(place)
            .hint("do `lower` and `upper` name the right columns? half the width of an interval is its `margin`"),
            Problem::NegativeMargin { place, text } => {
                Diagnostic::error(format!("a margin cannot be less than 0, and this is {text}"))
                    .many("{count} margins are less than 0")
                    .at(place)
                    .hint("if this stands for something missing, put it into `missing`")
            }
            Problem::NegativeSample { place, text } => {
                Diagnostic::error(format!("`n` counts, and {text} is less than 0"))
                    .many("{count} cells of `n` are less than 0, and it counts")
                    .at(place)
                    .hint("if this stands for something missing, put it into `missing`")
            }
            Problem::UnknownDifference { place, text, known } => {
                let known: Vec<String> = known.iter().map(|word| format!("`{word}`")).collect();
                Diagnostic::error(format!("`{text}` does not say whether the number differs"))
                    .many("{count} cells do not say whether the number differs")
                    .at(place)
                    .hint(format!("`differs` knows {}; add it there, or to `missing`", known.join(", ")))
            }
            Problem::TwoMargins { place, indicator, code } => Diagnostic::error(format!(
                "the margin of `{indicator}` of `{code}` is another one than before"
            ))
            .many(format!(
                "{{count}} margins of `{indicator}` differ from an earlier one of the same area and period"
            ))
            .at(place)
            .hint("keep one of the rows, or choose rows with `where`"),
            Problem::NothingRead { place, what } => {
                Diagnostic::warning(format!("nothing was read for {what}"))
                    .at(place)
                    .hint("do `where`, `period` and `[rows]` name what the file says?")
            }
            Problem::NoReading { place, indicator } => {
                Diagnostic::warning(format!("no dataset gives `{indicator}`"))
                    .at(place)
                    .hint("name it in a dataset, or remove it")
            }
            Problem::TwicePair { place, from, to, year } => {
                Diagnostic::error(format!("it is told twice that `{from}` became `{to}` in {year}"))
                    .many("{count} rows tell of two codes and a year of which an earlier row told")
                    .at(place)
                    .hint("keep one of the rows")
            }
            Problem::SharesDoNotAdd { place, from, year, sum } => {
                Diagnostic::error(format!("the shares of `{from}` in {year} add up to {sum}"))
                    .many("the shares of {count} areas do not add up to 1")
                    .at(place)
                    .hint("all of an area goes somewhere: the shares of one code in one year add up to 1")
            }
            Problem::NotAShare { place, text } => {
                Diagnostic::error(format!("`{text}` is not a share between 0 and 1"))
                    .many("{count} cells are not shares between 0 and 1")
                    .at(place)
                    .hint("a share is a part of 1: half of an area is 0.5")
            }
            Problem::Cycle { place, code, year } => {
                Diagnostic::error(format!("`{code}` becomes itself again by the changes of {year}"))
                    .at(place)
                    .hint("within a year nothing tells which change came first; remove one of them")
            }
            Problem::UnknownSuccessor { place, code, nearest } => {
                let problem = Diagnostic::error(format!("`{code}` is no area of this level, nor did it change later"))
                    .many("{count} codes are no areas of this level, nor did they change later")
                    .at(place);
                did_you_mean(problem, nearest)
            }
            Problem::Withheld { withheld } => {
                let all: usize = withheld.iter().map(|(_, count)| count.by_rule + count.to_protect).sum();
                let figures = if all == 1 { "1 figure is secret" } else { &format!("{all} figures are secret") };
                let told = withheld.iter().map(|(id, count)| {
                    format!("`{id}`: {} by the rule, {} to protect those", count.by_rule, count.to_protect)
                });
                Diagnostic::note(format!("{figures} because of `suppress_below`"))
                    .hint(told.collect::<Vec<String>>().join("\n"))
            }
        }
    }
}

fn did_you_mean(problem: Diagnostic, nearest: Option<String>) -> Diagnostic {
    match nearest {
        Some(name) => problem.hint(format!("did you mean `{name}`?")),
        None => problem,
    }
}
