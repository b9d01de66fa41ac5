//! An index without each of its parts in turn: a table by part, and one by area.

use crate::index::shift::{self, Both, Found};
use crate::index::{Index, IndexId, Weighed};
use crate::making::downloads::Stock;
use crate::making::downloads::write::{Field, Writer};

/// The ids of a part and of all that it is in, the outermost first: `veiligheid/inbraak`.
pub fn path(stock: Stock<'_>, index: &Index, part: usize) -> String {
    let name = |at: usize| match &index.parts[at].of {
        Weighed::Domain(id) => id.as_str(),
        Weighed::Indicator(id) => &stock.atlas.indicator(*id).id,
        Weighed::Index(id) => &stock.scores.indices[id.0].id,
    };
    let mut names: Vec<&str> = index.around(part).into_iter().map(name).collect();
    names.push(name(part));
    names.join("/")
}

/// A row for each part: how far the order of the latest period is another one without it. Ranks count from the bad
/// end, among the areas with a score in both; shares are of 1. Empty cells say nothing: there are no classes, nobody is counted, no area moves, or the
/// mean of a layer cannot take what is left.
pub fn by_part(stock: Stock<'_>, id: IndexId, writer: &mut Writer) {
    let index = &stock.scores.indices[id.0];
    writer.head(&[
        "part",
        "depth",
        "used_in_index",
        "period",
        "areas",
        "areas_lost",
        "areas_gained",
        "spearman",
        "other_class_areas",
        "other_class_people",
        "mean_shift",
        "largest_shift",
        "largest_shift_area",
        "largest_shift_from",
        "largest_shift_to",
    ]);
    let Some(left_out) = &index.left_out else { return };
    for without in &left_out.parts {
        let (shift, part) = (&without.shift, &index.parts[without.part]);
        let moved = shift.largest.and_then(|moved| {
            let area = stock.atlas.level(index.level).nth(moved.place)?;
            Some((moved, stock.atlas.area(area).code.as_str()))
        });
        let number = |of: Option<f64>| of.map_or(Field::Nothing, Field::Number);
        let is_known = shift.areas > 0;
        writer.row(&[
            Field::Text(&path(stock, index, without.part)),
            Field::Whole(part.depth as i64),
            Field::Number(part.overall),
            Field::Whole(i64::from(left_out.period)),
            Field::Whole(shift.areas as i64),
            Field::Whole(shift.lost as i64),
            Field::Whole(shift.gained as i64),
            number(shift.spearman),
            shift.other_class.map_or(Field::Nothing, |count| Field::Whole(count as i64)),
            number(shift.people),
            number(is_known.then_some(shift.mean)),
            number(is_known.then(|| moved.map_or(0.0, |(moved, _)| moved.distance()))),
            moved.map_or(Field::Nothing, |(_, code)| Field::Text(code)),
            number(moved.map(|(moved, _)| moved.from)),
            number(moved.map(|(moved, _)| moved.to)),
        ]);
    }
}

/// A row for each area of the latest period: score, rank and class as they are, and without each part. Of each part
/// `with_…_rank` and `without_…_rank` are both among the `without_…_of` areas with a score with it and without it, so
/// that the mean of their distances is `mean_shift` of [`by_part`]; empty where an area has but one of the two. Classes
/// are numbered from the good end, from 1 on.
pub fn by_area(stock: Stock<'_>, id: IndexId, writer: &mut Writer) {
    let index = &stock.scores.indices[id.0];
    let Some(left_out) = &index.left_out else { return writer.head(&["area", "name", "period"]) };
    let mut head = ["area", "name", "period", "score", "rank", "of", "class"].map(str::to_owned).to_vec();
    for without in &left_out.parts {
        let path = path(stock, index, without.part);
        head.push(format!("with_{path}_rank"));
        head.extend(["rank", "of", "score", "class"].map(|what| format!("without_{path}_{what}")));
    }
    writer.head(&head.iter().map(String::as_str).collect::<Vec<_>>());
    let Some(results) = index.results.get(&left_out.period) else { return };
    let given = shift::found(&results.outcomes);
    let both: Vec<(usize, Vec<Option<Both>>)> =
        left_out.parts.iter().map(|without| by_place(&given, &without.found)).collect();
    let class_of = |found: Option<Found>| {
        let class = found.and_then(|found| found.class);
        class.map_or(Field::Nothing, |class| Field::Whole(i64::from(class) + 1))
    };
    let score_of = |found: Option<Found>| found.map_or(Field::Nothing, |found| Field::Number(found.score));
    for (place, area) in stock.atlas.level(index.level).enumerate() {
        let area = stock.atlas.area(area);
        let mut row = vec![
            Field::Text(&area.code),
            Field::Text(&area.name),
            Field::Whole(i64::from(left_out.period)),
            score_of(given[place]),
            given[place].map_or(Field::Nothing, |found| Field::Number(found.rank)),
            given[place].map_or(Field::Nothing, |_| Field::Whole(results.scored as i64)),
            class_of(given[place]),
        ];
        for (without, (of, both)) in left_out.parts.iter().zip(&both) {
            let (found, both) = (without.found[place], both[place]);
            row.extend([
                both.map_or(Field::Nothing, |both| Field::Number(both.before.rank)),
                both.map_or(Field::Nothing, |both| Field::Number(both.after.rank)),
                both.map_or(Field::Nothing, |_| Field::Whole(*of as i64)),
                score_of(found),
                class_of(found),
            ]);
        }
        writer.row(&row);
    }
}

/// The areas with a score in both orders, by place, and how many they are.
fn by_place(before: &[Option<Found>], after: &[Option<Found>]) -> (usize, Vec<Option<Both>>) {
    let both = shift::both(before, after);
    let mut places = vec![None; before.len()];
    both.iter().for_each(|one| places[one.place] = Some(*one));
    (both.len(), places)
}
