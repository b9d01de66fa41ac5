//! What can be wrong with an index, and what its author should know.

use crate::diagnostic::{Diagnostic, Place, Severity, nearest};
use crate::input::settings::{Goalposts, Normalise};
use crate::model::atlas::Period;

#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// `good` of the indicator is `neither` or `context`: it says nothing of better or worse.
    NoGoodEnd {
        place: Place,
        index: String,
        indicator: String,
    },
    /// The indicator points the other way, and without a normalisation there is no turning it round.
    CannotTurn {
        place: Place,
        index: String,
        indicator: String,
    },
    NoScore {
        place: Place,
        index: String,
        why: WhyNone,
    },
    NoScoreIn {
        place: Place,
        index: String,
        periods: Vec<Period>,
        /// Those of its indicators that are nowhere known in any of these.
        unknown: Vec<String>,
    },
    NoReading {
        place: Place,
        index: String,
        indicator: String,
        periods: Vec<Period>,
    },
    FewReadings {
        place: Place,
        index: String,
        indicator: String,
        in_periods: Vec<Availability>,
        /// The share of areas in which it should be known.
        wanted: f64,
    },
    NoSpread {
        place: Place,
        index: String,
        part: Part,
        periods: Vec<Period>,
        /// Between which it was laid, as given.
        goalposts: Option<Goalposts>,
    },
    /// A ratio is asked for of numbers on both sides of 0.
    NoRatio {
        place: Place,
        index: String,
        part: Part,
    },
    /// Fewer areas have a score than there are classes.
    FewForClasses {
        place: Place,
        index: String,
        areas: usize,
        classes: usize,
    },
    OutOfReach {
        place: Place,
        index: String,
        part: Part,
    },
    /// A mean that takes only numbers above 0 (or not below it) gets others.
    NotPositive {
        place: Place,
        index: String,
        part: Part,
        mean: &'static str,
        normalise: Normalise,
        areas: Vec<String>,
    },
    /// Among the alternatives of `[uncertainty]`, a mean that cannot take what a normalisation gives.
    Incompatible {
        place: Place,
        index: String,
        part: Part,
        mean: &'static str,
        normalise: &'static str,
    },
    NoWeights {
        place: Place,
        index: String,
        layer: Part,
        why: WhyNoWeights,
    },
    DividedByZero {
        place: Place,
        index: String,
        indicator: String,
        divisor: String,
        period: Period,
        areas: usize,
    },
    /// After all that its rule does, an indicator is still as uneven as the rule wants it not to be.
    StillUneven {
        place: Place,
        index: String,
        indicator: String,
        periods: Vec<Period>,
        /// Absolute, after treatment.
        skew: f64,
    },
    /// More have the trait than there are: no rate to be shrunk.
    NoShare {
        place: Place,
        index: String,
        indicator: String,
        areas: Vec<String>,
    },
    NoGrouping {
        place: Place,
        name: String,
        known: Vec<String>,
    },
    /// A model estimated these at the level of the index.
    Estimates {
        place: Place,
        index: String,
        indicators: Vec<String>,
    },
    CountsTwice {
        place: Place,
        index: String,
        indicator: String,
    },
    /// Given weights that differ, of parts of one layer.
    WeightsWithoutReason {
        place: Place,
        index: String,
        parts: Vec<String>,
    },
    /// Weights that are given in a layer that finds its own.
    WeightsNotUsed {
        place: Place,
        index: String,
        /// As authors write the rule of the layer.
        rule: &'static str,
        parts: Vec<String>,
    },
    /// A figure that the scores are held against is in them.
    ComparedWithItself {
        place: Place,
        index: String,
        indicator: String,
    },
    /// With a figure that a model estimated at the level of the index.
    ComparedWithEstimate {
        place: Place,
        index: String,
        indicator: String,
    },
    SeveralUnits {
        place: Place,
        index: String,
        domain: String,
    },
    /// A mean that counts low numbers for more, where low is good.
    HidesBadParts {
        place: Place,
        index: String,
        layer: Part,
        mean: &'static str,
    },
    CountOfOtherYear {
        place: Place,
        index: String,
        indicator: String,
        periods: Vec<Period>,
    },
}

/// Why no weights follow from the data of a layer.
#[derive(Clone, Debug, PartialEq)]
pub enum WhyNoWeights {
    TooFewCells,
    Flat(Part),
    Against(Part),
    BelowZero(Part),
}

/// Why no area at all has a score.
#[derive(Clone, Debug, PartialEq)]
pub enum WhyNone {
    NobodyEligible { indicator: String, least: f64 },
    TooLittleKnown { minimum: f64 },
}

/// In how many of the eligible areas an indicator is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Availability {
    pub period: Period,
    pub known: usize,
    pub of: usize,
}

/// What a layer is made of, by its id; in this order they are added.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    Indicator(String),
    Domain(String),
    Index(String),
}

impl Part {
    pub fn id(&self) -> &str {
        match self {
            Part::Indicator(id) | Part::Domain(id) | Part::Index(id) => id,
        }
    }

    fn wording(&self) -> String {
        match self {
            Part::Indicator(id) => format!("`{id}`"),
            Part::Domain(id) => format!("the domain `{id}`"),
            Part::Index(id) => format!("the index `{id}`"),
        }
    }
}

impl Problem {
    /// Whether there is no index because of it; otherwise it is told as a warning.
    pub fn is_error(&self) -> bool {
        Diagnostic::from(self.clone()).severity == Severity::Error
    }
}

impl From<Problem> for Diagnostic {
    fn from(problem: Problem) -> Diagnostic {
        match problem {
            Problem::NoGoodEnd { place, index, indicator } => Diagnostic::error(format!(
                "`{indicator}` has no good and no bad end, and cannot be weighed in the index `{index}`"
            ))
            .at(place)
            .hint("leave it out, or give it `good = \"high\"` or `good = \"low\"` in data/indicators.toml"),
            Problem::CannotTurn { place, index, indicator } => Diagnostic::error(format!(
                "`{indicator}` and the index `{index}` differ in which end is good, and with \
                 `normalise = \"none\"` neither is turned round"
            ))
            .at(place)
            .hint("normalise with `z-score` or `rank-exponential`, or leave the indicator out"),
            Problem::NoScore { place, index, why } => no_score(&index, &why).at(place),
            Problem::NoScoreIn { place, index, periods, unknown } => {
                let years = years(&periods);
                let problem =
                    Diagnostic::warning(format!("no area has a score of the index `{index}` for {years}"));
                problem.at(place).hint(match unknown.is_empty() {
                    true => "take it out of `periods`, or add data for it".to_owned(),
                    false => format!(
                        "take {years} out of `periods`, or add data: nothing is known there of {}",
                        some(&unknown)
                    ),
                })
            }
            Problem::NoReading { place, index, indicator, periods } => Diagnostic::warning(format!(
                "no area that the index `{index}` counts has `{indicator}` for {}",
                years(&periods)
            ))
            .at(place)
            .hint("the index does without it there; does a dataset name that year and this level?"),
            Problem::FewReadings { place, index, indicator, in_periods, wanted } => {
                let counts: Vec<String> = in_periods
                    .iter()
                    .map(|at| format!("{} of {} in {}", at.known, at.of, at.period))
                    .collect();
                Diagnostic::error(format!(
                    "`{indicator}` is known in few of the areas that the index `{index}` counts: {}",
                    listed(&counts)
                ))
                .at(place)
                .hint(format!(
                    "below {} % the index compares areas by different things: leave it out, or say why it stays with \
                     `{indicator} = {{ weight = …, sparse = \"…\" }}`",
                    (100.0 * wanted).round()
                ))
            }
            Problem::NoSpread { place, index, part, periods, goalposts } => Diagnostic::warning(format!(
                "{} is the same in every area in {}, and makes no difference in the index `{index}`",
                part.wording(),
                years(&periods)
            ))
            .at(place)
            .hint(match goalposts {
                Some(Goalposts { low, high }) => format!(
                    "are the goalposts {low} and {high} right? all beyond one of them gets the same score"
                ),
                None => "is this the column that was meant?".to_owned(),
            }),
            Problem::NoRatio { place, index, part } => Diagnostic::error(format!(
                "no ratio can be taken of {} in the index `{index}`: it has numbers on both sides of 0",
                part.wording()
            ))
            .at(place)
            .hint("choose `as = \"difference\"` for its distance, or another `normalise`"),
            Problem::FewForClasses { place, index, areas, classes } => Diagnostic::warning(format!(
                "the index `{index}` has no classes: {areas} {} a score, and there are {classes} labels",
                if areas == 1 { "area has" } else { "areas have" }
            ))
            .at(place)
            .hint("give fewer labels, or `method = \"fixed\"` with `breaks`"),
            Problem::OutOfReach { place, index, part } => Diagnostic::error(format!(
                "the numbers of {} are too large, or too far apart, to be reckoned with in the index `{index}`",
                part.wording()
            ))
            .at(place)
            .hint("look for a number that cannot be, or for a wrong `scale`"),
            Problem::NotPositive { place, index, part, mean, normalise, areas } => Diagnostic::error(format!(
                "a {mean} mean takes no numbers of 0 or less, and {} has them in the index `{index}`: {}",
                part.wording(),
                some(&areas)
            ))
            .at(place)
            .hint(match normalise {
                Normalise::MinMax { low, .. } if low > 0.0 => format!(
                    "they lie below the least of the fixed reference, which gets {low}: choose `reference = \"pooled\"`, a \
                     higher `low`, or aggregate with `arithmetic`"
                ),
                _ => "normalise to a scale above 0, such as `{ method = \"min-max\", low = 1, high = 100 }`".to_owned(),
            }),
            Problem::Incompatible { place, index, part, mean, normalise } => Diagnostic::error(format!(
                "`uncertainty` of the index `{index}` tries a {mean} mean of `{normalise}` scores, which are not all above \
                 0 for {}",
                part.wording()
            ))
            .at(place)
            .hint("leave one of the two out, or give `{ method = \"min-max\", low = 1, high = 100 }`"),
            Problem::NoWeights { place, index, layer, why } => {
                let layer = layer.wording();
                Diagnostic::error(match why {
                    WhyNoWeights::TooFewCells => format!(
                        "the weights of {layer} cannot be found in the index `{index}`: all its parts are known in fewer \
                         than 3 areas"
                    ),
                    WhyNoWeights::Flat(part) => format!(
                        "the weights of {layer} cannot be found in the index `{index}`: {} is the same everywhere",
                        part.wording()
                    ),
                    WhyNoWeights::Against(part) => format!(
                        "{} lies against the other parts of {layer} in the index `{index}`, and would weigh less than \
                         nothing",
                        part.wording()
                    ),
                    WhyNoWeights::BelowZero(part) => format!(
                        "entropy is of shares, and {} has numbers below 0 in the index `{index}`",
                        part.wording()
                    ),
                })
                .at(place)
                .hint("choose `weights = \"given\"` or `\"equal\"`, or look at what each part measures")
            }
            Problem::DividedByZero { place, index, indicator, divisor, period, areas } => {
                Diagnostic::warning(format!(
                    "`{indicator}` is divided by `{divisor}`, which is 0 in {areas} of the areas that the index \
                     `{index}` counts in {period}; there it is not known"
                ))
                .at(place)
            }
            Problem::StillUneven { place, index, indicator, periods, skew } => Diagnostic::warning(format!(
                "`{indicator}` is still unevenly spread after `treat` in the index `{index}`, with a skew of {skew:.1} in {}",
                years(&periods)
            ))
            .at(place)
            .hint("a few areas decide much of its score: look at its numbers, or normalise by rank"),
            Problem::NoShare { place, index, indicator, areas } => Diagnostic::error(format!(
                "`{indicator}` cannot be shrunk in the index `{index}`: it counts more than there are in {}",
                some(&areas)
            ))
            .at(place)
            .hint("only shares of a count are shrunk; is `of` the right count?"),
            Problem::NoGrouping { place, name, known } => {
                let problem = Diagnostic::error(format!(
                    "there is no level and no grouping `{name}` of the areas of this index"
                ))
                .at(place);
                match nearest(&name, known.iter().map(String::as_str)) {
                    Some(nearest) => problem.hint(format!("did you mean `{nearest}`?")),
                    None => problem.hint("a grouping is a column of the areas: `groupings` in data/areas.toml"),
                }
            }
            Problem::Estimates { place, index, indicators } => Diagnostic::warning(format!(
                "the index `{index}` is partly made of what a model estimated at its level: {}",
                some(&indicators)
            ))
            .at(place)
            .hint(
                "such estimates follow from traits of the people who live there, which may be in the index too; its page \
                 says so",
            ),
            Problem::CountsTwice { place, index, indicator } => Diagnostic::warning(format!(
                "`{indicator}` stands in several domains of the index `{index}`, and counts in each of them"
            ))
            .at(place)
            .hint("keep it in one domain, unless it is meant to count more than once"),
            Problem::WeightsWithoutReason { place, index, parts } => Diagnostic::warning(format!(
                "weights of the index `{index}` are given without a reason: {}",
                some(&parts)
            ))
            .at(place)
            .hint("say why in `why`, with the source; readers see it on the method page"),
            Problem::WeightsNotUsed { place, index, rule, parts } => Diagnostic::warning(format!(
                "weights of the index `{index}` are given and not used: {}",
                some(&parts)
            ))
            .at(place)
            .hint(format!(
                "this layer has `weights = \"{rule}\"`: leave out `weight` and `why`, or choose `weights = \"given\"`"
            )),
            Problem::ComparedWithItself { place, index, indicator } => Diagnostic::warning(format!(
                "the index `{index}` is compared with `{indicator}`, which is in it"
            ))
            .at(place)
            .hint("of itself they go together; compare with a figure outside the index"),
            Problem::ComparedWithEstimate { place, index, indicator } => Diagnostic::warning(format!(
                "the index `{index}` is compared with `{indicator}`, which a model estimated at its level"
            ))
            .at(place)
            .hint(
                "such estimates follow from traits that may be in the index too; say in `overlaps` which these are, or \
                 compare with what was measured",
            ),
            Problem::SeveralUnits { place, index, domain } => Diagnostic::warning(format!(
                "the domain `{domain}` of the index `{index}` adds indicators of different units as they are"
            ))
            .at(place)
            .hint("choose a `normalise`, such as `z-score`, unless their publisher has made them comparable"),
            Problem::HidesBadParts { place, index, layer, mean } => Diagnostic::warning(format!(
                "low is good in the index `{index}`, and the {mean} mean of {} counts low numbers for more: one favourable \
                 part hides others that are not",
                layer.wording()
            ))
            .at(place)
            .hint("aggregate with `arithmetic`, or with a power above 1; the method page says so"),
            Problem::CountOfOtherYear { place, index, indicator, periods } => Diagnostic::warning(format!(
                "no area has `{indicator}` for {}: the index `{index}` takes the count of another year",
                years(&periods)
            ))
            .at(place)
            .hint("the latest earlier year, or else the latest of all; add the count of that year"),
        }
    }
}

fn no_score(index: &str, why: &WhyNone) -> Diagnostic {
    let problem = Diagnostic::error(format!("no area has a score of the index `{index}`"));
    match why {
        WhyNone::NobodyEligible { indicator, least } => problem
            .hint(format!("no area is known to have the {least} of `{indicator}` that `eligible` asks for")),
        WhyNone::TooLittleKnown { minimum } => {
            let percentage = (minimum * 1000.0).round() / 10.0;
            problem.hint(format!("nowhere is {percentage} % of the weight known, which every layer needs"))
        }
    }
}

fn years(periods: &[Period]) -> String {
    listed(&periods.iter().map(Period::to_string).collect::<Vec<_>>())
}

/// "2014, 2019 and 2024"
fn listed(texts: &[String]) -> String {
    match texts {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// The first of many, and how many more there are.
fn some(areas: &[String]) -> String {
    const SHOWN: usize = 5;
    let shown: Vec<String> = areas.iter().take(SHOWN).map(|code| format!("`{code}`")).collect();
    match areas.len().saturating_sub(SHOWN) {
        0 => listed(&shown),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}
