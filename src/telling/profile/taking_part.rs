//! Which figures are in the scores of which period of an index: measured, carried, filled in, or not at all.

use crate::index::{Index, IndexId, Score};
use crate::model::atlas::{IndicatorId, Period};
use crate::telling::figures::{Cell, Head, Studio, Table};
use crate::telling::words::Arg;

/// In how many scores of a period a figure is, and how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Part {
    /// Those that it is not in.
    absent: usize,
    carried: usize,
    imputed: usize,
    scores: usize,
}

impl Part {
    fn of<'a>(scores: impl Iterator<Item = &'a Score>, id: IndicatorId) -> Part {
        let mut part = Part::default();
        for score in scores {
            part.scores += 1;
            part.absent += usize::from(score.absent.contains(&id));
            part.carried += usize::from(score.carried.iter().any(|carried| carried.indicator == id));
            part.imputed += usize::from(score.imputed.contains(&id));
        }
        part
    }

    /// Whether it is in every score, with a number of the period itself.
    fn is_whole(self) -> bool {
        self.absent + self.carried + self.imputed == 0
    }
}

/// A row for each figure that is not in every score with a number of the period itself; absent where all are.
pub fn taking_part(studio: &Studio<'_>, id: IndexId) -> Option<Table> {
    let words = studio.words;
    let language = words.language();
    let index = &studio.scores.indices[id.0];
    let rows: Vec<Vec<Cell>> = index
        .indicators
        .iter()
        .filter_map(|indicator| {
            let parts = index.periods.iter().map(|period| (*period, part(index, *indicator, *period)));
            let parts: Vec<(Period, Part)> = parts.collect();
            if parts.iter().all(|(_, part)| part.is_whole()) {
                return None;
            }
            let name = studio.settings.indicators[usize::from(indicator.0)].name.get(language);
            let cells = parts.iter().map(|(period, part)| cell(studio, index, *indicator, *period, *part));
            Some([Cell::known(name)].into_iter().chain(cells).collect())
        })
        .collect();
    let years = index.periods.iter().map(|period| Head::words(period.to_string()));
    let head = [Head::names(words.text("fig-head-indicator"))].into_iter().chain(years).collect();
    let level = &studio.settings.levels[usize::from(index.level.0)];
    let caption = words.text_with("taking-part-caption", &[("parts", Arg::Text(level.plural.get(language)))]);
    (!rows.is_empty()).then_some(Table { caption, head, rows })
}

fn part(index: &Index, indicator: IndicatorId, period: Period) -> Part {
    let outcomes = index.results.get(&period).map(|results| results.outcomes.as_slice());
    Part::of(outcomes.unwrap_or_default().iter().filter_map(|outcome| outcome.score()), indicator)
}

/// "in 83 van 90; 4 aangevuld", or why it is in none.
fn cell(studio: &Studio<'_>, index: &Index, indicator: IndicatorId, period: Period, part: Part) -> Cell {
    let words = studio.words;
    if part.scores == 0 {
        return Cell::absent(words.text("taking-part-no-score"));
    }
    if part.absent == part.scores {
        let is_known = studio.atlas.is_measured(index.level, indicator, period);
        let key = if is_known { "taking-part-too-little" } else { "taking-part-unknown" };
        return Cell::absent(words.text(key));
    }
    let count =
        |key: &str, count: usize| (count > 0).then(|| words.text_with(key, &[("count", Arg::Count(count))]));
    let args = [("count", Arg::Count(part.scores - part.absent)), ("all", Arg::Count(part.scores))];
    let in_all = if part.absent == 0 { "taking-part-all" } else { "taking-part-some" };
    let told = [
        Some(words.text_with(in_all, &args)),
        count("taking-part-carried", part.carried),
        count("taking-part-imputed", part.imputed),
    ];
    Cell::known(told.into_iter().flatten().collect::<Vec<String>>().join("; "))
}
