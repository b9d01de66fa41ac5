//! The share of people in the worst class of an index over the years, over the areas that can be compared in
//! all of them.

use crate::index::IndexId;
use crate::model::atlas::{AreaId, LevelId, Period};
use crate::telling::figures::scale::ticks;
use crate::telling::figures::subject::Topic;
use crate::telling::figures::table::{Cell, Head, Table};
use crate::telling::figures::{Drawing, Reckoned, Studio, Subject, tell};
use crate::telling::words::Arg;

use super::{Lines, Point, Role, Series, context, events, levels, with};

pub fn reckon(studio: Studio, id: IndexId, area: AreaId) -> Reckoned {
    let words = studio.words;
    let index = &studio.scores.indices[id.0];
    // what is told of people is told of areas above the level of the index
    let topic = Topic::of(&studio, Subject::Index(id), LevelId(0));
    let periods = index.panel.periods.clone();
    // an area above that is not the whole would be a third line of the same kind
    let areas: Vec<(AreaId, Role)> =
        context(&studio, area).into_iter().filter(|(_, role)| *role != Role::Parent).collect();
    let share =
        |area: AreaId, period: Period| index.panel.summaries.get(&period)?.get(&area)?.in_worst_class();
    let series: Vec<Series> = areas
        .iter()
        .map(|(area, role)| {
            let point = |period: &Period| {
                share(*area, *period).map(|value| Point {
                    value,
                    is_provisional: false,
                    is_in_part: false,
                    interval: None,
                })
            };
            Series::of(&studio, &topic, (*area, *role), periods.iter().map(point).collect())
        })
        .collect();
    let labels = studio.settings.indices[id.0].classes.as_ref().map(|classes| classes.labels.as_slice());
    let worst = labels.and_then(<[_]>::last).map_or("", |label| label.get(words.language()));
    let level = tell::level(&studio, index.level);
    let args = [
        ("level", Arg::Text(level.name.get(words.language()))),
        ("class", Arg::Text(worst)),
        ("area", Arg::Text(tell::name(&studio, area))),
    ];
    let title = words.text_with("fig-title-people", &args);
    let high = series.iter().flat_map(|series| series.points.iter().flatten());
    let high = high.map(|point| point.value).fold(0.0, f64::max);
    let ticks = ticks(0.0, high, 4);
    // what moved one figure is told with that figure
    let of_all = studio.settings.site.events.iter().filter(|event| event.indicators.is_none());
    let marked = events(&studio, of_all, &periods);
    let years: Vec<String> = periods.iter().map(Period::to_string).collect();
    let rows = periods.iter().map(|period| {
        let cells = areas.iter().map(|(area, _)| match share(*area, *period) {
            Some(value) => Cell::known(words.number(value, topic.decimals)),
            None => Cell::absent(words.text("absence-missing")),
        });
        [Cell::known(period.to_string())].into_iter().chain(cells).collect()
    });
    let columns = areas.iter().map(|(area, _)| Head::numbers(tell::name(&studio, *area)));
    let parts = level.plural.get(words.language());
    let args = [("count", Arg::Count(index.panel.count())), ("parts", Arg::Text(parts))];
    Reckoned {
        subtitle: format!("{}, {}", topic.what, words.list(&years)),
        sentence: with(sentence(&studio, &topic, &periods, &series), &marked),
        guide: Some(words.text_with("fig-guide-panel", &args)),
        table: Table {
            caption: format!("{title} (%)"),
            head: [Head::names(words.text("fig-head-year"))].into_iter().chain(columns).collect(),
            rows: rows.collect(),
        },
        source: tell::source_line(&studio, &[Subject::Index(id)], &periods),
        title,
        studio,
        drawing: Drawing::Lines(Lines {
            levels: levels(&studio, &topic, &ticks),
            series,
            periods,
            ticks,
            breaks: Vec::new(),
            missing: Vec::new(),
            events: marked,
            empty: words.text("fig-no-numbers"),
        }),
    }
}

/// The share then and now.
fn sentence(studio: &Studio, topic: &Topic, periods: &[Period], series: &[Series]) -> String {
    let words = studio.words;
    let own = series.first();
    let known = own.into_iter().flat_map(|own| own.points.iter().zip(periods));
    let known: Vec<(f64, Period)> =
        known.filter_map(|(point, period)| Some((point.as_ref()?.value, *period))).collect();
    let area = own.map_or("", |own| own.name.as_str());
    let (Some(first), Some(last)) = (known.first(), known.last()) else {
        let args = [("subject", Arg::Text(&topic.said)), ("area", Arg::Text(area))];
        return words.text_with("fig-say-line-none", &args);
    };
    let (since, period) = (first.1.to_string(), last.1.to_string());
    let (before, value) = (topic.value(words, first.0), topic.value(words, last.0));
    let args = [
        ("subject", Arg::Text(&topic.said)),
        ("area", Arg::Text(area)),
        ("since", Arg::Text(&since)),
        ("before", Arg::Text(&before)),
        ("period", Arg::Text(&period)),
        ("value", Arg::Text(&value)),
    ];
    words.text_with("fig-say-line", &args)
}
