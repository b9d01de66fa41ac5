//! What an expression asks for, looked up: a number, a name, or a figure to be made.

use minijinja::Value;

use crate::diagnostic::{Place, nearest};
use crate::index::{IndexId, Outcome};
use crate::model::atlas::{AreaId, IndicatorId, Kind, LevelId, Period};
use crate::telling::address::Addresses;
use crate::telling::figures::{Spec, Subject};
use crate::telling::prose::expression::{Call, Function};
use crate::telling::prose::problem::Problem;
use crate::telling::prose::{Context, Inline, Target};

/// What becomes of an expression.
#[derive(Debug)]
pub enum Answer {
    Inline(Inline),
    Figure(Spec),
}

/// Answers one call, or says everything that is wrong with it.
pub fn answer(call: &Call, context: &Context<'_>, place: &Place) -> Result<Answer, Vec<Problem>> {
    let mut asked = Asked { call, context, place, problems: Vec::new() };
    let answer = match call.function {
        Function::Value => asked.value(),
        Function::Class => asked.class(),
        Function::Name => asked.subject_area().map(|area| Answer::Inline(asked.name(area))),
        Function::Link => asked.subject_area().and_then(|area| asked.link(area)).map(Answer::Inline),
        Function::Figure => asked.figure().map(Answer::Figure),
    };
    match answer {
        Some(answer) if asked.problems.is_empty() => Ok(answer),
        _ => Err(asked.problems),
    }
}

struct Asked<'a> {
    call: &'a Call,
    context: &'a Context<'a>,
    place: &'a Place,
    problems: Vec<Problem>,
}

impl Asked<'_> {
    fn problem<T>(&mut self, problem: impl FnOnce(Place) -> Problem) -> Option<T> {
        self.problems.push(problem(self.place.clone()));
        None
    }

    fn allow(&mut self, known: &'static [&'static str]) {
        for name in self.call.arguments.keys() {
            if !known.contains(&name.as_str()) {
                let (place, name) = (self.place.clone(), name.clone());
                self.problems.push(Problem::UnknownArgument { place, name, known });
            }
        }
    }

    fn argument(&mut self, name: &'static str) -> Option<String> {
        let value = self.call.arguments.get(name)?;
        match value.as_str() {
            Some(text) => Some(text.to_owned()),
            None => self.problem(|place| Problem::WrongArgument {
                place,
                name: name.to_owned(),
                wanted: "a text",
            }),
        }
    }

    fn year(&mut self, name: &'static str, value: &Value) -> Option<Period> {
        match Period::try_from(value.clone()) {
            Ok(period @ 1000..=9999) => Some(period),
            Ok(_) | Err(_) => self.problem(|place| Problem::WrongArgument {
                place,
                name: name.to_owned(),
                wanted: "a year",
            }),
        }
    }

    fn subject(&mut self, name: &'static str) -> Option<String> {
        match self.call.subject.as_ref().map(|value| value.as_str()) {
            Some(Some(text)) => Some(text.to_owned()),
            Some(None) => self.problem(|place| Problem::WrongArgument {
                place,
                name: name.to_owned(),
                wanted: "a text",
            }),
            None => self.problem(|place| Problem::MissingArgument { place, name }),
        }
    }

    /// The area that is named, or else the one whose text this is.
    fn area(&mut self) -> Option<AreaId> {
        match (self.argument("area"), self.context.area) {
            (Some(code), _) => self.find_area(&code),
            (None, Some(area)) => Some(area),
            (None, None) if self.call.arguments.contains_key("area") => None,
            (None, None) => self.problem(|place| Problem::MissingArgument { place, name: "area" }),
        }
    }

    fn subject_area(&mut self) -> Option<AreaId> {
        self.allow(&[]);
        match (&self.call.subject, self.context.area) {
            (None, Some(area)) => Some(area),
            _ => {
                let code = self.subject("code")?;
                self.find_area(&code)
            }
        }
    }

    fn find_area(&mut self, code: &str) -> Option<AreaId> {
        let atlas = self.context.studio.atlas;
        let found = atlas.find(code);
        if found.is_none() {
            let nearest = nearest(code, atlas.areas().map(|(_, area)| area.code.as_str())).map(str::to_owned);
            let name = code.to_owned();
            return self.problem(|place| Problem::UnknownName { place, what: "area", name, nearest });
        }
        found
    }

    fn find_indicator(&mut self, id: &str) -> Option<IndicatorId> {
        let atlas = self.context.studio.atlas;
        let found = atlas.find_indicator(id);
        if found.is_none() {
            let nearest = nearest(id, atlas.indicators().map(|(_, it)| it.id.as_str())).map(str::to_owned);
            let name = id.to_owned();
            return self.problem(|place| Problem::UnknownName { place, what: "indicator", name, nearest });
        }
        found
    }

    /// The indicator that is of one group alone.
    fn find_group(&mut self, indicator: IndicatorId, group: &str) -> Option<IndicatorId> {
        let studio = self.context.studio;
        let own = studio.atlas.groups_of(indicator);
        let known: Vec<(&str, IndicatorId)> =
            own.map(|(at, id)| (studio.settings.groups[at].id.as_str(), id)).collect();
        let found = known.iter().find(|(id, _)| *id == group).map(|(_, at)| *at);
        if found.is_none() {
            let nearest = nearest(group, known.iter().map(|(id, _)| *id)).map(str::to_owned);
            let name = group.to_owned();
            return self.problem(|place| Problem::UnknownName { place, what: "group", name, nearest });
        }
        found
    }

    fn find_index(&mut self, id: &str) -> Option<IndexId> {
        let indices = &self.context.studio.scores.indices;
        let found = indices.iter().position(|index| index.id == id).map(IndexId);
        if found.is_none() {
            let nearest = nearest(id, indices.iter().map(|index| index.id.as_str())).map(str::to_owned);
            let name = id.to_owned();
            return self.problem(|place| Problem::UnknownName { place, what: "index", name, nearest });
        }
        found
    }

    fn name(&self, area: AreaId) -> Inline {
        Inline::Text { text: self.context.studio.atlas.area(area).name.clone() }
    }

    fn link(&mut self, id: AreaId) -> Option<Inline> {
        let atlas = self.context.studio.atlas;
        let area = atlas.area(id);
        if !atlas.is_published(id) {
            return self.problem(|place| Problem::NotPublished { place, code: area.code.clone() });
        }
        let path = Addresses::new(self.context.studio.words).area(&area.code);
        Some(Inline::Link {
            target: Target::Site(path.as_str().to_owned()),
            inlines: vec![Inline::Text { text: area.name.clone() }],
        })
    }

    fn value(&mut self) -> Option<Answer> {
        self.allow(&["area", "period", "group"]);
        let id = self.subject("indicator");
        let named = id.and_then(|id| self.find_indicator(&id));
        let group = self.argument("group");
        let of_group = match (named, &group) {
            (Some(indicator), Some(group)) => self.find_group(indicator, group),
            (indicator, None) => indicator,
            (None, Some(_)) => None,
        };
        let area = self.area();
        let told = self.call.arguments.get("period").cloned().and_then(|value| self.year("period", &value));
        let (indicator, area) = (of_group?, area?);
        let studio = self.context.studio;
        let atlas = studio.atlas;
        let texts = &studio.settings.indicators[usize::from(indicator.0)];
        let known: Vec<Period> = atlas
            .periods(indicator)
            .filter(|it| atlas.reading(area, indicator, *it).value().is_some())
            .collect();
        let period = match told.or(known.last().copied()) {
            Some(period) => period,
            None => {
                let what = format!("`{}` in `{}`", texts.id, atlas.area(area).code);
                return self.problem(|place| Problem::NoReadings { place, what, periods: Vec::new() });
            }
        };
        let Some(value) = atlas.reading(area, indicator, period).value() else {
            let what = format!("`{}` in `{}` in {period}", texts.id, atlas.area(area).code);
            return self.problem(|place| Problem::NoReadings { place, what, periods: known });
        };
        let words = studio.words;
        let language = words.language();
        let shown = words.value(value, texts.unit_after(value, texts.decimals, language), texts.decimals);
        let people = studio.settings.groups.iter().find(|it| group.as_ref() == Some(&it.id));
        let of_whom = people.map_or(String::new(), |it| format!(", {}", it.name.get(language)));
        let title = format!("{}{of_whom}, {}, {period}", texts.name.get(language), atlas.area(area).name);
        let kind = atlas.indicator(indicator).kind_at(atlas.area(area).level);
        let notes = [
            told.is_none().then(|| period.to_string()),
            (kind == Kind::Model).then(|| words.text("note-estimate")),
            studio.in_part(indicator, area, period),
        ];
        let notes = notes.into_iter().flatten().collect::<Vec<String>>().join(", ");
        let text = if notes.is_empty() { shown } else { format!("{shown} ({notes})") };
        Some(Answer::Inline(Inline::Value { text, title }))
    }

    fn class(&mut self) -> Option<Answer> {
        self.allow(&["area", "period"]);
        let id = self.subject("index");
        let index = id.and_then(|id| self.find_index(&id));
        let area = self.area();
        let told = self.call.arguments.get("period").cloned().and_then(|value| self.year("period", &value));
        let (index, area) = (index?, area?);
        let studio = self.context.studio;
        let scores = &studio.scores.indices[index.0];
        let definition = &studio.settings.indices[index.0];
        if !studio.atlas.is_of(area, scores.level) || definition.classes.is_none() {
            let level = studio.settings.levels[usize::from(scores.level.0)].id.clone();
            return self.problem(|place| Problem::NotAFigureHere {
                place,
                message: "this area has no class of its own".to_owned(),
                hint: format!(
                    "only an area of the level `{level}` has one, and only where the index has `[classes]`"
                ),
            });
        }
        let period = told.or(scores.latest());
        let results = period.and_then(|period| Some((period, scores.results.get(&period)?)));
        let Some((period, results)) = results else {
            let what = format!("`{}` in that year", scores.id);
            let periods = scored(scores);
            return self.problem(|place| Problem::NoReadings { place, what, periods });
        };
        let words = studio.words;
        let label = match &results.outcomes[studio.atlas.place_in_level(area)] {
            Outcome::Score(score) => {
                let labels =
                    definition.classes.as_ref().map(|classes| classes.labels.as_slice()).unwrap_or_default();
                score.class.and_then(|class| labels.get(usize::from(class))).map_or_else(
                    || words.text("absence-missing"),
                    |label| label.get(words.language()).to_owned(),
                )
            }
            Outcome::TooFew => words.text("outcome-too-few"),
            Outcome::CountUnknown => words.text("outcome-count-unknown"),
            Outcome::CountSecret => words.text("outcome-count-secret"),
            Outcome::NotEnough { .. } => words.text("outcome-not-enough"),
        };
        let title =
            format!("{}, {}, {period}", definition.name.get(words.language()), studio.atlas.area(area).name);
        let text = if told.is_some() { label } else { format!("{label} ({period})") };
        Some(Answer::Inline(Inline::Value { text, title }))
    }

    fn figure(&mut self) -> Option<Spec> {
        static FORMS: [&str; 6] = ["map", "bars", "lines", "beside", "groups", "contributions"];
        let form = self.subject("form")?;
        match form.as_str() {
            "map" => {
                self.allow(&["indicator", "index", "area", "level", "periods", "period", "title"]);
                let (subject, area, level) = self.parts()?;
                let periods = self.periods(subject, level)?;
                let title = self.argument("title");
                Some(Spec::Map { subject, area, level, periods, focus: None, title })
            }
            "bars" => {
                self.allow(&["indicator", "index", "area", "level", "period", "title"]);
                let (subject, area, level) = self.parts()?;
                let period = *self.periods(subject, level)?.last()?;
                let title = self.argument("title");
                Some(Spec::Bars { subject, area, level, period, focus: None, title })
            }
            "lines" => {
                self.allow(&["indicator", "area", "title"]);
                let indicator = self.indicator();
                let (area, title) = (self.area(), self.argument("title"));
                Some(Spec::Lines { indicator: indicator?, area: area?, title })
            }
            "beside" => {
                self.allow(&["indicator", "area", "period", "title"]);
                let indicator = self.indicator();
                let (area, title) = (self.area(), self.argument("title"));
                let (indicator, area) = (indicator?, area?);
                let level = self.context.studio.atlas.area(area).level;
                let periods = self.periods(Subject::Indicator(indicator), level)?;
                Some(Spec::Beside { indicators: vec![(indicator, *periods.last()?)], area, title })
            }
            "groups" => {
                self.allow(&["indicator", "by", "area", "period", "title"]);
                self.groups()
            }
            "contributions" => {
                self.allow(&["index", "area", "period", "title"]);
                self.contributions()
            }
            _ => self.problem(|place| Problem::UnknownForm { place, name: form, known: &FORMS }),
        }
    }

    /// One indicator by the groups of one division; in the latest period in which any is known there.
    fn groups(&mut self) -> Option<Spec> {
        let indicator = self.indicator();
        let by = match self.argument("by") {
            Some(by) => Some(by),
            None if self.call.arguments.contains_key("by") => None,
            None => self.problem(|place| Problem::MissingArgument { place, name: "by" }),
        };
        let (area, title) = (self.area(), self.argument("title"));
        let told = self.call.arguments.get("period").cloned().and_then(|value| self.year("period", &value));
        let (indicator, by, area) = (indicator?, by?, area?);
        let (atlas, settings) = (self.context.studio.atlas, self.context.studio.settings);
        let id = |division: usize| settings.divisions[division].id.as_str();
        let own = atlas.breakdowns_of(indicator);
        let Some(breakdown) = own.iter().find(|it| id(it.division) == by) else {
            let nearest = nearest(&by, own.iter().map(|it| id(it.division))).map(str::to_owned);
            return self.problem(|place| Problem::UnknownName { place, what: "division", name: by, nearest });
        };
        let groups = || breakdown.groups.iter().map(|(_, id)| *id);
        let is_known = |period: Period| groups().any(|id| atlas.reading(area, id, period).value().is_some());
        let mut periods: Vec<Period> = groups().flat_map(|id| atlas.periods(id)).collect();
        periods.sort_unstable();
        periods.dedup();
        periods.retain(|period| is_known(*period));
        match told.or(periods.last().copied()).filter(|period| periods.contains(period)) {
            Some(period) => {
                let indicators = vec![(indicator, period)];
                Some(Spec::Groups { division: breakdown.division, indicators, area, title })
            }
            None => {
                let what =
                    format!("`{}` by `{by}` in `{}`", atlas.indicator(indicator).id, atlas.area(area).code);
                self.problem(|place| Problem::NoReadings { place, what, periods })
            }
        }
    }

    /// Only areas of the level of an index have a score, and only a score has parts.
    fn contributions(&mut self) -> Option<Spec> {
        let index = match self.argument("index") {
            Some(id) => self.find_index(&id),
            None => self.problem(|place| Problem::MissingArgument { place, name: "index" }),
        };
        let (area, title) = (self.area(), self.argument("title"));
        let (index, area) = (index?, area?);
        let level = self.context.studio.scores.indices[index.0].level;
        if !self.context.studio.atlas.is_of(area, level) {
            let name = self.context.studio.settings.levels[usize::from(level.0)].id.clone();
            return self.problem(|place| Problem::NotAFigureHere {
                place,
                message: "this area has no score of its own".to_owned(),
                hint: format!("name an area of level `{name}`"),
            });
        }
        let period = *self.periods(Subject::Index(index), level)?.last()?;
        Some(Spec::Contributions { index, area, period, title })
    }

    fn indicator(&mut self) -> Option<IndicatorId> {
        match self.argument("indicator") {
            Some(id) => self.find_indicator(&id),
            None => self.problem(|place| Problem::MissingArgument { place, name: "indicator" }),
        }
    }

    /// What a figure of parts is about, whose parts they are, and of which level.
    fn parts(&mut self) -> Option<(Subject, AreaId, LevelId)> {
        let subject = match (self.argument("indicator"), self.argument("index")) {
            (Some(id), None) => self.find_indicator(&id).map(Subject::Indicator),
            (None, Some(id)) => self.find_index(&id).map(Subject::Index),
            _ => self.problem(|place| Problem::NotAFigureHere {
                place,
                message: "this figure shows neither one indicator nor one index".to_owned(),
                hint: "give one of `indicator` and `index`".to_owned(),
            }),
        };
        let area = self.area();
        let named = self.argument("level");
        let (subject, area) = (subject?, area?);
        let studio = self.context.studio;
        let own = studio.atlas.area(area).level;
        let level = match named {
            Some(name) => {
                let levels = studio.settings.levels.iter().map(|level| level.id.as_str());
                match levels.clone().position(|level| level == name) {
                    Some(at) => LevelId(at as u8),
                    None => {
                        let nearest = nearest(&name, levels).map(str::to_owned);
                        return self.problem(|place| Problem::UnknownName {
                            place,
                            what: "level",
                            name,
                            nearest,
                        });
                    }
                }
            }
            None => match subject {
                Subject::Index(index) | Subject::Bottom(index) => studio.scores.indices[index.0].level,
                Subject::Indicator(_) => studio.atlas.level_of_parts(area).unwrap_or(LevelId(own.0 + 1)),
            },
        };
        let too_deep =
            matches!(subject, Subject::Index(index) if level > studio.scores.indices[index.0].level);
        let first = studio.atlas.level_of_parts(area).unwrap_or(LevelId(own.0 + 1));
        if level < first || usize::from(level.0) >= studio.atlas.level_count() || too_deep {
            return self.problem(|place| Problem::NotAFigureHere {
                place,
                message: "this area has no parts of that level to show".to_owned(),
                hint: "name a `level` below that of the area, and not below that of the index".to_owned(),
            });
        }
        Some((subject, area, level))
    }

    fn periods(&mut self, subject: Subject, level: LevelId) -> Option<Vec<Period>> {
        let studio = self.context.studio;
        let (known, latest, what) = match subject {
            Subject::Indicator(indicator) => (
                studio.atlas.periods(indicator).collect::<Vec<Period>>(),
                studio.atlas.latest(indicator, level),
                studio.atlas.indicator(indicator).id.clone(),
            ),
            Subject::Index(index) | Subject::Bottom(index) => {
                let index = &studio.scores.indices[index.0];
                (scored(index), index.latest(), index.id.clone())
            }
        };
        let mut told: Vec<Value> = Vec::new();
        for name in ["period", "periods"] {
            let Some(value) = self.call.arguments.get(name) else { continue };
            match value.try_iter() {
                Ok(values) if value.as_str().is_none() => told.extend(values),
                _ => told.push(value.clone()),
            }
        }
        let mut periods = Vec::new();
        for value in &told {
            let period = self.year("periods", value)?;
            if !known.contains(&period) {
                let what = format!("`{what}` in {period}");
                return self.problem(|place| Problem::NoReadings { place, what, periods: known });
            }
            periods.push(period);
        }
        periods.sort_unstable();
        periods.dedup();
        if periods.is_empty() {
            match latest {
                Some(latest) => periods.push(latest),
                None => {
                    let what = format!("`{what}` at that level");
                    return self.problem(|place| Problem::NoReadings { place, what, periods: known });
                }
            }
        }
        Some(periods)
    }
}

/// The periods of an index in which any area has a score.
fn scored(index: &crate::index::Index) -> Vec<Period> {
    index.results.iter().filter(|(_, results)| results.scored > 0).map(|(period, _)| *period).collect()
}
