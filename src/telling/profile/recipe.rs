//! How an index is made, in sentences that follow from its definition, in the order in which it is carried
//! out: so that they cannot say anything else than what was done.

use crate::index::IndexId;
use crate::index::treat::Treatment;
use crate::input::settings::{
    Aggregate, Apart, By, ClassRule, Combine, Good, Impute, Index, Ingredient, Normalise, Parts, QuantileOf,
    Reference, Standard, Tells, Treat, Weighing,
};
use crate::telling::figures::Studio;
use crate::telling::profile::index::decimals;
use crate::telling::words::Arg;

/// The steps of an index.
pub fn steps(studio: &Studio<'_>, id: IndexId) -> Vec<String> {
    let recipe = Recipe { studio, id, index: &studio.settings.indices[id.0] };
    let mut steps = Vec::new();
    steps.extend(recipe.eligible());
    steps.push(recipe.reference());
    steps.extend(recipe.sparse());
    steps.extend(recipe.carried());
    steps.extend(recipe.shrunk());
    steps.extend(recipe.divided());
    steps.extend(recipe.imputed());
    steps.extend(recipe.treated());
    steps.extend(recipe.turned());
    steps.extend(recipe.layers());
    let share = studio.words.value(100.0 * recipe.index.minimum_known, "%", 0);
    steps.push(studio.words.text_with("method-known", &[("share", Arg::Text(&share))]));
    steps.extend(recipe.classes());
    steps.extend(recipe.change());
    steps.push(recipe.text("method-parents", &[]));
    steps
}

#[derive(Clone, Copy)]
struct Recipe<'a> {
    studio: &'a Studio<'a>,
    id: IndexId,
    index: &'a Index,
}

impl Recipe<'_> {
    /// A text that may name the areas of the index, one or several.
    fn text(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let words = self.studio.words;
        let level = &self.studio.settings.levels[self.index.level];
        let own = [
            ("part", Arg::Text(level.name.get(words.language()))),
            ("parts", Arg::Text(level.plural.get(words.language()))),
        ];
        words.text_with(key, &[args, &own[..]].concat())
    }

    /// "‘Laag inkomen’ en ‘Bijstand’"
    fn names<'b>(&self, ingredients: impl Iterator<Item = &'b Ingredient>) -> Option<String> {
        let words = self.studio.words;
        let mut at: Vec<usize> = ingredients.map(|ingredient| ingredient.indicator).collect();
        at.sort_unstable();
        at.dedup();
        let names: Vec<String> = at.into_iter().map(|at| self.name(at)).collect();
        (!names.is_empty()).then(|| words.list(&names))
    }

    fn name(&self, indicator: usize) -> String {
        let words = self.studio.words;
        let name = self.studio.settings.indicators[indicator].name.get(words.language());
        words.text_with("index-quoted", &[("name", Arg::Text(name))])
    }

    fn level(&self, at: usize) -> &str {
        self.studio.settings.levels[at].definite.get(self.studio.words.language())
    }

    fn number(&self, value: f64) -> String {
        self.studio.words.number(value, decimals(value))
    }

    fn eligible(&self) -> Option<String> {
        let (indicator, least) = self.index.eligible?;
        let unit = self.studio.settings.indicators[indicator].unit.get(self.studio.words.language());
        let least = self.studio.words.value(least, unit, 0);
        Some(self.text("method-eligible", &[("least", Arg::Text(&least))]))
    }

    fn reference(&self) -> String {
        match self.index.reference {
            _ if self.index.periods.len() == 1 => self.text("method-one-period", &[]),
            Reference::EachPeriod => self.text("method-each-period", &[]),
            Reference::Pooled => {
                let years: Vec<String> = self.index.periods.iter().map(i32::to_string).collect();
                let years = self.studio.words.list(&years);
                self.text("method-pooled", &[("years", Arg::Text(&years))])
            }
            Reference::Period(period) => {
                self.text("method-period", &[("year", Arg::Text(&period.to_string()))])
            }
        }
    }

    /// Indicators that are known in few areas, and why they stay.
    fn sparse(&self) -> Vec<String> {
        let language = self.studio.words.language();
        let told = |ingredient: &&Ingredient| {
            let name = self.name(ingredient.indicator);
            let why = ingredient.sparse.as_ref()?.get(language);
            Some(self.text("method-sparse", &[("name", Arg::Text(&name)), ("why", Arg::Text(why))]))
        };
        self.index.ingredients().iter().filter_map(told).collect()
    }

    /// Which figures of an earlier year may count.
    fn carried(&self) -> Option<String> {
        let words = self.studio.words;
        let mut used: Vec<usize> = self.index.ingredients().iter().map(|it| it.indicator).collect();
        used.sort_unstable();
        used.dedup();
        let carried = used.iter().map(|at| &self.studio.settings.indicators[*at]).filter(|it| it.carry > 0);
        let items: Vec<String> = carried
            .map(|it| {
                let name = it.name.get(words.language());
                let args = [("name", Arg::Text(name)), ("count", Arg::Count(it.carry as usize))];
                words.text_with("method-carry-item", &args)
            })
            .collect();
        let list = words.list(&items);
        (!items.is_empty()).then(|| words.text_with("method-carry", &[("list", Arg::Text(&list))]))
    }

    fn shrunk(&self) -> Vec<String> {
        let ingredients = self.index.ingredients();
        let mut levels: Vec<usize> = ingredients.iter().filter_map(|it| it.shrink).collect();
        levels.sort_unstable();
        levels.dedup();
        let one = |level: usize| {
            let list = self.names(ingredients.iter().copied().filter(|it| it.shrink == Some(level)))?;
            let args = [("list", Arg::Text(&list)), ("around", Arg::Text(self.level(level)))];
            Some(self.text("method-shrunk", &args))
        };
        levels.into_iter().filter_map(one).collect()
    }

    fn divided(&self) -> Vec<String> {
        let one = |ingredient: &&Ingredient| {
            let per = ingredient.per?;
            let (name, by) = (self.name(ingredient.indicator), self.name(per.indicator));
            let times = self.number(per.times);
            let args = [("name", Arg::Text(&name)), ("by", Arg::Text(&by)), ("times", Arg::Text(&times))];
            Some(self.text(if per.times == 1.0 { "method-divided" } else { "method-divided-times" }, &args))
        };
        self.index.ingredients().iter().filter_map(one).collect()
    }

    fn imputed(&self) -> Vec<String> {
        let ingredients = self.index.ingredients();
        let mut rules: Vec<&Impute> = Vec::new();
        for ingredient in &ingredients {
            if ingredient.impute != Impute::None
                && !rules.iter().any(|rule| is_same(rule, &ingredient.impute))
            {
                rules.push(&ingredient.impute);
            }
        }
        let one = |rule: &Impute| {
            let of_rule = ingredients.iter().copied().filter(|it| is_same(&it.impute, rule));
            let list = self.names(of_rule)?;
            let mut args = vec![("list", Arg::Text(list.as_str()))];
            let key = match rule {
                Impute::None => return None,
                Impute::Parent => "method-impute-parent",
                Impute::Earlier => "method-impute-earlier",
                Impute::Mean(by) | Impute::Median(by) => {
                    let middle = if matches!(rule, Impute::Mean(_)) { "mean" } else { "median" };
                    args.push(("middle", Arg::Text(middle)));
                    match by {
                        By::All => "method-impute-all",
                        By::Level(level) => {
                            args.push(("around", Arg::Text(self.level(*level))));
                            "method-impute-level"
                        }
                        By::Grouping { name, .. } => {
                            args.push(("grouping", Arg::Text(name)));
                            "method-impute-grouping"
                        }
                    }
                }
            };
            Some(self.text(key, &args))
        };
        rules.into_iter().filter_map(one).collect()
    }

    /// What is done to outliers, and to which figures it was done.
    fn treated(&self) -> Vec<String> {
        let ingredients = self.index.ingredients();
        let mut steps = Vec::new();
        let rule = ingredients.iter().find_map(|it| match it.treat {
            Treat::Outliers { skew, kurtosis, points, .. } => Some((skew, kurtosis, points)),
            Treat::None | Treat::Log => None,
        });
        if let Some((skew, kurtosis, points)) = rule {
            let (skew, kurtosis) = (self.number(skew), self.number(kurtosis));
            let args = [
                ("skew", Arg::Text(skew.as_str())),
                ("kurtosis", Arg::Text(kurtosis.as_str())),
                ("count", Arg::Count(points)),
            ];
            steps.push(self.text("method-outliers", &args));
        }
        let treated = &self.studio.scores.indices[self.id.0].treated;
        let mut logs: Vec<usize> = Vec::new();
        for told in treated {
            let name = self.name(usize::from(told.indicator.0));
            match &told.what {
                Treatment::Log { .. } => logs.push(usize::from(told.indicator.0)),
                Treatment::Winsorised { cells, .. } => {
                    let args = [("name", Arg::Text(name.as_str())), ("count", Arg::Count(cells.len()))];
                    steps.push(self.text("method-winsorised", &args));
                }
            }
        }
        logs.dedup();
        if !logs.is_empty() {
            let names: Vec<String> = logs.into_iter().map(|at| self.name(at)).collect();
            let list = self.studio.words.list(&names);
            steps.push(self.text("method-log", &[("list", Arg::Text(&list))]));
        } else if rule.is_some() && treated.is_empty() {
            steps.push(self.text("method-untreated", &[]));
        }
        steps
    }

    fn turned(&self) -> Option<String> {
        let is_turned = |ingredient: &&Ingredient| {
            let good = self.studio.settings.indicators[ingredient.indicator].good;
            matches!(good, Good::High | Good::Low) && good != self.index.good
        };
        let list = self.names(self.index.ingredients().into_iter().filter(is_turned))?;
        let good = if self.index.good == Good::Low { "low" } else { "high" };
        Some(self.text("method-direction", &[("list", Arg::Text(&list)), ("good", Arg::Text(good))]))
    }

    /// How the figures of each layer are made comparable and joined, each way once.
    fn layers(&self) -> Vec<String> {
        let mut steps: Vec<String> = Vec::new();
        let mut push = |step: Option<String>| {
            if let Some(step) = step.filter(|step| !steps.contains(step)) {
                steps.push(step);
            }
        };
        let domains = self.index.all_domains();
        for domain in &domains {
            let (what, single) = match &domain.parts {
                Parts::Indicators(ingredients) => ("figures", ingredients.len() == 1),
                Parts::Domains(inner) => ("domains", inner.len() == 1),
                Parts::Index { .. } => ("domains", true),
            };
            push(self.normalised(domain.combine.normalise, what));
            push((!single).then(|| self.joined(domain.combine, "domain")));
        }
        push(self.normalised(self.index.combine.normalise, "domains"));
        push(Some(self.joined(self.index.combine, "index")));
        steps
    }

    fn normalised(&self, normalise: Normalise, what: &str) -> Option<String> {
        let what = ("what", Arg::Text(what));
        Some(match normalise {
            Normalise::None => {
                if matches!(what.1, Arg::Text("domains")) {
                    return None;
                }
                self.text("method-none", &[])
            }
            Normalise::MinMax { low, high } => {
                let (low, high) = (self.number(low), self.number(high));
                self.text("method-min-max", &[what, ("low", Arg::Text(&low)), ("high", Arg::Text(&high))])
            }
            Normalise::ZScore { mean, deviation } if (mean, deviation) == (0.0, 1.0) => {
                self.text("method-z-score", &[what])
            }
            Normalise::ZScore { mean, deviation } => {
                let (mean, deviation) = (self.number(mean), self.number(deviation));
                let args = [what, ("mean", Arg::Text(&mean)), ("deviation", Arg::Text(&deviation))];
                self.text("method-z-score-scaled", &args)
            }
            Normalise::PercentileRank => self.text("method-percentile-rank", &[what]),
            Normalise::Rank => self.text("method-rank", &[what]),
            Normalise::Goalposts { top } => {
                let top = self.number(top);
                self.text("method-goalposts", &[what, ("top", Arg::Text(&top))])
            }
            Normalise::Distance { to, apart } => {
                let apart = ("apart", Arg::Text(if apart == Apart::Ratio { "ratio" } else { "difference" }));
                match to {
                    Standard::Target => self.text("method-distance-target", &[what, apart]),
                    Standard::Whole => {
                        let around = self.level(0);
                        self.text("method-distance", &[what, apart, ("around", Arg::Text(around))])
                    }
                    Standard::Level(level) => {
                        let around = self.level(level);
                        self.text("method-distance", &[what, apart, ("around", Arg::Text(around))])
                    }
                }
            }
            Normalise::RankNormal => self.text("method-rank-normal", &[what]),
            Normalise::RankExponential => self.text("method-rank-exponential", &[what]),
        })
    }

    /// The weights of a layer and the form of its mean.
    fn joined(&self, combine: Combine, layer: &str) -> String {
        let weights = match combine.weigh {
            Weighing::Given => "given",
            Weighing::Equal => "equal",
            Weighing::FirstComponent => "component",
            Weighing::Entropy => "entropy",
        };
        let power = match combine.aggregate {
            Aggregate::Power(power) => self.number(power),
            _ => String::new(),
        };
        let args = [
            ("layer", Arg::Text(layer)),
            ("mean", Arg::Text(combine.aggregate.word())),
            ("power", Arg::Text(&power)),
        ];
        let joined = self.text("method-joined", &args);
        let weights = self.text("method-weights", &[("weights", Arg::Text(weights))]);
        format!("{joined} {weights}")
    }

    fn classes(&self) -> Option<String> {
        let words = self.studio.words;
        let classes = self.index.classes.as_ref()?;
        let labels: Vec<&str> = classes.labels.iter().map(|label| label.get(words.language())).collect();
        let labels = words.list(&labels);
        let year = match self.index.reference {
            Reference::Period(period) => period.to_string(),
            Reference::EachPeriod | Reference::Pooled => String::new(),
        };
        let mut args = vec![
            ("count", Arg::Count(classes.labels.len())),
            ("labels", Arg::Text(labels.as_str())),
            ("year", Arg::Text(year.as_str())),
        ];
        let key = match &classes.rule {
            ClassRule::Quantile(of) => {
                args.push(("of", Arg::Text(if *of == QuantileOf::People { "people" } else { "areas" })));
                return Some(self.text(
                    match self.index.reference {
                        _ if self.index.periods.len() < 2 => "method-classes",
                        Reference::Period(_) => "method-classes-period",
                        Reference::EachPeriod | Reference::Pooled => "method-classes-together",
                    },
                    &args,
                ));
            }
            ClassRule::EqualIntervals => "method-classes-equal",
            ClassRule::Jenks => "method-classes-jenks",
            ClassRule::Deviations(_) => "method-classes-deviations",
            ClassRule::Fixed(_) => "method-classes-fixed",
        };
        let several = self.index.periods.len() > 1 && !matches!(classes.rule, ClassRule::Fixed(_));
        let one = self.text(key, &args);
        Some(if several { format!("{one} {}", self.text("method-classes-all-years", &[])) } else { one })
    }

    fn change(&self) -> Vec<String> {
        if self.index.periods.len() < 2 {
            return Vec::new();
        }
        let how = match self.studio.scores.indices[self.id.0].tells {
            Tells::Points => "method-change-points",
            Tells::Classes => "method-change-classes",
            Tells::Position => "method-change-position",
        };
        vec![self.text("method-change", &[]), self.text(how, &[])]
    }
}

/// Whether two rules do the same; where they stand makes no difference.
fn is_same(one: &Impute, other: &Impute) -> bool {
    let by = |one: &By, other: &By| match (one, other) {
        (By::Grouping { name: one, .. }, By::Grouping { name: other, .. }) => one == other,
        (one, other) => one == other,
    };
    match (one, other) {
        (Impute::Mean(one), Impute::Mean(other)) | (Impute::Median(one), Impute::Median(other)) => {
            by(one, other)
        }
        (one, other) => one == other,
    }
}
