//! How an index is made, in sentences that follow from its definition, in the order in which it is carried
//! out: so that they cannot say anything else than what was done.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::index::treat::{End, Treatment};
use crate::index::{IndexId, TreatedIndicator};
use crate::input::settings::{
    Aggregate, Apart, By, ClassRule, Combine, Domain, Fallback, Good, Impute, Index, Ingredient, Normalise,
    Parts, QuantileOf, Reference, Standard, Tells, Treat, Weighing,
};
use crate::telling::figures::Studio;
use crate::telling::profile::index::decimals;
use crate::telling::profile::weights;
use crate::telling::words::Arg;

/// How an index is made.
#[derive(Clone, Debug, Serialize)]
pub struct Recipe {
    /// What holds for all of it.
    pub start: Vec<String>,
    /// Domains, each before the domains in it; those that are made by the same rules stand together.
    pub domains: Vec<Block>,
    /// How the domains become the index, and what is told of it.
    pub index: Vec<String>,
}

/// Domains that are made in the same way.
#[derive(Clone, Debug, Serialize)]
pub struct Block {
    /// 0 for domains of the index, 1 for domains in one of these, and so on.
    pub depth: usize,
    /// "Inkomen, Werk en Opleiding"
    pub title: String,
    pub steps: Vec<String>,
}

pub fn recipe(studio: &Studio<'_>, id: IndexId) -> Recipe {
    let index = &studio.settings.indices[id.0];
    let told = Told { studio, id, index, ingredients: &index.ingredients() };
    let mut start = Vec::new();
    start.extend(told.eligible());
    start.push(told.reference());
    let share = studio.words.value(100.0 * index.minimum_known, "%", 0);
    start.push(studio.words.text_with("method-known", &[("share", Arg::Text(&share))]));
    if told.is_treated_alike() {
        start.extend(told.treated());
    }
    let mut domains = Vec::new();
    told.blocks(&index.domains, &mut Vec::new(), &mut domains);
    let mut last = Vec::new();
    last.extend(told.normalised(index.combine.normalise, "domains"));
    last.extend(told.joined(index.combine, "index"));
    last.extend(told.classes());
    last.extend(told.change());
    last.extend(told.lost());
    last.push(told.text("method-parents", &[]));
    Recipe { start, domains, index: last }
}

#[derive(Clone, Copy)]
struct Told<'a> {
    studio: &'a Studio<'a>,
    id: IndexId,
    index: &'a Index,
    /// Those that are told of.
    ingredients: &'a [&'a Ingredient],
}

impl Told<'_> {
    /// A block for all domains of a layer that hold figures and are made in the same way, and one for each that holds
    /// domains, before those of these.
    fn blocks<'b>(&self, domains: &'b [Domain], above: &mut Vec<&'b str>, blocks: &mut Vec<Block>) {
        let language = self.studio.words.language();
        let mut done: Vec<&Domain> = Vec::new();
        for domain in domains {
            if done.iter().any(|earlier| is_made_as(earlier, domain)) {
                continue;
            }
            done.push(domain);
            let alike: Vec<&Domain> = domains.iter().filter(|other| is_made_as(domain, other)).collect();
            let names: Vec<String> = alike.iter().map(|it| it.name.get(language).to_owned()).collect();
            let names = self.studio.words.list(&names);
            let title = match weights::within(self.studio.words, above) {
                Some(around) => format!("{names} {around}"),
                None => names,
            };
            blocks.push(Block { depth: above.len(), title, steps: self.domains(&alike) });
            if let Parts::Domains(inner) = &domain.parts {
                above.push(domain.name.get(language));
                self.blocks(inner, above, blocks);
                above.pop();
            }
        }
    }

    /// The steps of domains that are made in the same way.
    fn domains(&self, alike: &[&Domain]) -> Vec<String> {
        let mut ingredients: Vec<&Ingredient> = Vec::new();
        for domain in alike {
            if let Parts::Indicators(own) = &domain.parts {
                ingredients.extend(own);
            }
        }
        let told = Told { ingredients: &ingredients, ..*self };
        let mut steps = Vec::new();
        steps.extend(told.sparse());
        steps.extend(told.carried());
        steps.extend(told.shrunk());
        steps.extend(told.divided());
        steps.extend(told.imputed());
        if !self.is_treated_alike() {
            steps.extend(told.treated());
        }
        steps.extend(told.turned());
        let Some(first) = alike.first() else { return steps };
        if let Parts::Index { index, .. } = &first.parts {
            let name = self.studio.settings.indices[*index].name.get(self.studio.words.language());
            steps.push(self.text("method-other-index", &[("index", Arg::Text(name))]));
        }
        let what = if ingredients.is_empty() { "domains" } else { "figures" };
        steps.extend(told.normalised(first.combine.normalise, what));
        if parts_of(first) > 1 {
            steps.extend(told.joined(first.combine, "domain"));
        }
        steps
    }

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
        self.named(ingredients.map(|ingredient| ingredient.indicator).collect())
    }

    /// The same of indicators, each once.
    fn named(&self, mut at: Vec<usize>) -> Option<String> {
        let words = self.studio.words;
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
        self.ingredients.iter().filter_map(told).collect()
    }

    /// Which figures of an earlier year may count.
    fn carried(&self) -> Option<String> {
        let words = self.studio.words;
        let mut used: Vec<usize> = self.ingredients.iter().map(|it| it.indicator).collect();
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
        let ingredients = self.ingredients;
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
        self.ingredients.iter().filter_map(one).collect()
    }

    fn imputed(&self) -> Vec<String> {
        let ingredients = self.ingredients;
        let mut rules: Vec<&Impute> = Vec::new();
        for ingredient in ingredients {
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

    /// Whether one rule for outliers holds for all figures of the index: then it is told once.
    fn is_treated_alike(&self) -> bool {
        let all = self.index.ingredients();
        all.windows(2).all(|pair| pair[0].treat == pair[1].treat)
    }

    /// What is done to outliers: each rule with its figures, and to which of these it was done.
    fn treated(&self) -> Vec<String> {
        let mut rules: Vec<Treat> = Vec::new();
        for rule in self.ingredients.iter().map(|it| it.treat).filter(|rule| *rule != Treat::None) {
            if !rules.contains(&rule) {
                rules.push(rule);
            }
        }
        rules.into_iter().flat_map(|rule| self.treated_by(rule)).collect()
    }

    fn treated_by(&self, rule: Treat) -> Vec<String> {
        let of_rule: Vec<&Ingredient> =
            self.ingredients.iter().copied().filter(|it| it.treat == rule).collect();
        let Some(list) = self.names(of_rule.iter().copied()) else { return Vec::new() };
        let which = if of_rule.len() == self.ingredients.len() { "all" } else { "some" };
        let own = [("which", Arg::Text(which)), ("list", Arg::Text(list.as_str()))];
        let treated: Vec<&TreatedIndicator> = (self.studio.scores.indices[self.id.0].treated.iter())
            .filter(|told| of_rule.iter().any(|it| it.indicator == usize::from(told.indicator.0)))
            .collect();
        let mut steps = Vec::new();
        match rule {
            Treat::None => {}
            Treat::Log => steps.push(self.text("method-log-asked", &own)),
            Treat::Outliers { skew, kurtosis, points, log } => {
                let (skew, kurtosis) = (self.number(skew), self.number(kurtosis));
                let then = if log == Fallback::Log { "log" } else { "nothing" };
                let args = [
                    ("skew", Arg::Text(skew.as_str())),
                    ("kurtosis", Arg::Text(kurtosis.as_str())),
                    ("count", Arg::Count(points)),
                    ("then", Arg::Text(then)),
                ];
                steps.push(self.text("method-outliers", &[&own[..], &args[..]].concat()));
                if treated.is_empty() {
                    steps.push(self.text("method-untreated", &[]));
                }
            }
        }
        let mut brought: BTreeMap<usize, usize> = BTreeMap::new();
        for told in &treated {
            if let Treatment::Winsorised { cells, .. } = &told.what {
                *brought.entry(usize::from(told.indicator.0)).or_default() += cells.len();
            }
        }
        for (at, count) in brought.into_iter().filter(|(_, count)| *count > 0) {
            let name = self.name(at);
            let args = [("name", Arg::Text(name.as_str())), ("count", Arg::Count(count))];
            steps.push(self.text("method-winsorised", &args));
        }
        let is_from =
            |what: &Treatment, end: End| matches!(what, Treatment::Log { from, .. } if *from == end);
        let of = |is: &dyn Fn(&Treatment) -> bool| {
            let at = treated.iter().filter(|told| is(&told.what)).map(|told| usize::from(told.indicator.0));
            self.named(at.collect())
        };
        let kinds = [
            ("method-log", of(&|what| is_from(what, End::High))),
            ("method-log-mirrored", of(&|what| is_from(what, End::Low))),
            ("method-uneven", of(&|what| !what.has_passed())),
        ];
        for (key, list) in kinds {
            steps.extend(list.map(|list| self.text(key, &[("list", Arg::Text(&list))])));
        }
        steps
    }

    fn turned(&self) -> Option<String> {
        let is_turned = |ingredient: &&Ingredient| {
            let good = self.studio.settings.indicators[ingredient.indicator].good;
            matches!(good, Good::High | Good::Low) && good != self.index.good
        };
        let list = self.names(self.ingredients.iter().copied().filter(|it| is_turned(it)))?;
        let good = if self.index.good == Good::Low { "low" } else { "high" };
        Some(self.text("method-direction", &[("list", Arg::Text(&list)), ("good", Arg::Text(good))]))
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
    fn joined(&self, combine: Combine, layer: &str) -> Vec<String> {
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
        let good = if self.index.good == Good::Low { "low" } else { "high" };
        let args = [
            ("good", Arg::Text(good)),
            ("layer", Arg::Text(layer)),
            ("mean", Arg::Text(combine.aggregate.word())),
            ("power", Arg::Text(&power)),
        ];
        let joined = self.text("method-joined", &args);
        let weights = self.text("method-weights", &[("weights", Arg::Text(weights))]);
        let hides = combine.aggregate.favours_low() && self.index.good == Good::Low;
        let mut steps = vec![format!("{joined} {weights}")];
        steps.extend(hides.then(|| self.text("method-joined-hides", &[])));
        steps
    }

    fn classes(&self) -> Option<String> {
        let words = self.studio.words;
        let classes = self.index.classes.as_ref()?;
        if self.studio.scores.indices[self.id.0].class_count() == 0 {
            return Some(self.text("method-classes-too-few", &[("count", Arg::Count(classes.labels.len()))]));
        }
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

    /// How places are counted where other choices leave fewer areas with a score; absent where they never do.
    fn lost(&self) -> Option<String> {
        let found = self.studio.scores.indices[self.id.0].uncertainty.as_ref()?;
        let args = [("count", Arg::Count(found.incomplete)), ("runs", Arg::Count(found.runs))];
        (found.incomplete > 0).then(|| self.text("method-lost", &args))
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

/// Whether two domains are told of together: both hold figures, and the same is done with them. What is done to single
/// figures is told with their names.
fn is_made_as(one: &Domain, other: &Domain) -> bool {
    let is_same = one.combine == other.combine && (parts_of(one) > 1) == (parts_of(other) > 1);
    let both_of_figures = matches!((&one.parts, &other.parts), (Parts::Indicators(_), Parts::Indicators(_)));
    one.id == other.id || (is_same && both_of_figures)
}

fn parts_of(domain: &Domain) -> usize {
    match &domain.parts {
        Parts::Indicators(ingredients) => ingredients.len(),
        Parts::Domains(inner) => inner.len(),
        Parts::Index { .. } => 1,
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
