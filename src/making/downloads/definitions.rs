//! What areas and indicators are.

use crate::input::settings::{Good, Kind, LanguageId, Measure, Text, word_of};
use crate::making::downloads::Stock;
use crate::making::downloads::write::{Field, Writer};
use crate::model::atlas::LevelId;

pub fn areas(stock: Stock<'_>, writer: &mut Writer) {
    writer.head(&["area", "name", "level", "parent"]);
    for (id, area) in stock.atlas.areas().filter(|(id, _)| stock.holds(*id)) {
        writer.row(&[
            Field::Text(&area.code),
            Field::Text(&area.name),
            Field::Text(stock.level(id)),
            area.parent.map_or(Field::Nothing, |parent| Field::Text(&stock.atlas.area(parent).code)),
        ]);
    }
}

/// A row for each area of each set.
pub fn sets(stock: Stock<'_>, writer: &mut Writer) {
    writer.head(&["set", "area"]);
    for set in stock.atlas.sets().iter().filter(|set| stock.holds(set.area)) {
        let set = stock.atlas.area(set.area);
        for part in &set.children {
            writer.row(&[Field::Text(&set.code), Field::Text(&stock.atlas.area(*part).code)]);
        }
    }
}

/// A row for each group, with what it is called in every language.
pub fn groups(stock: Stock<'_>, writer: &mut Writer) {
    let settings = stock.settings;
    let languages = &settings.site.languages;
    let mut head = vec!["group".to_owned(), "by".to_owned()];
    for what in ["by", "name", "people"] {
        head.extend(languages.iter().map(|language| format!("{what}_{language}")));
    }
    writer.head(&head.iter().map(String::as_str).collect::<Vec<_>>());
    for group in &settings.groups {
        let division = &settings.divisions[group.division];
        let texts = [&division.name, &group.name, &group.people];
        let texts =
            texts.into_iter().flat_map(|text| (0..languages.len()).map(|at| text.get(LanguageId(at))));
        let row = [&group.id, &division.id].into_iter().map(String::as_str).chain(texts).map(Field::Text);
        writer.row(&row.collect::<Vec<_>>());
    }
}

/// The texts of every language in columns of their own: `name_nl`, `name_en`.
pub fn indicators(stock: Stock<'_>, writer: &mut Writer) {
    let settings = stock.settings;
    let languages = &settings.site.languages;
    let mut head = vec!["indicator".to_owned()];
    for what in ["name", "unit", "about"] {
        head.extend(languages.iter().map(|language| format!("{what}_{language}")));
    }
    let plain = [
        "theme",
        "measure",
        "of",
        "numerator",
        "times",
        "good",
        "kind",
        "measured",
        "kind_below",
        "threshold",
        "decimals",
        "periods",
        "sources",
        "carry",
        "groups",
    ];
    head.extend(plain.map(str::to_owned));
    writer.head(&head.iter().map(String::as_str).collect::<Vec<_>>());
    for ((id, known), told) in stock.atlas.indicators().zip(&settings.indicators) {
        let texts = |text: Option<&Text>| -> Vec<String> {
            let in_language = |at: usize| text.map_or("", |text| text.get(LanguageId(at))).to_owned();
            (0..languages.len()).map(in_language).collect()
        };
        let texts = [texts(Some(&told.name)), texts(Some(&told.unit)), texts(told.about.as_ref())].concat();
        let periods: Vec<String> = stock.atlas.periods(id).map(|period| period.to_string()).collect();
        let sources: Vec<&str> = known.sources.keys().map(|at| settings.sources[*at].id.as_str()).collect();
        let (periods, sources) = (periods.join(" "), sources.join(" "));
        let groups = stock.atlas.groups_of(id);
        let groups: Vec<&str> = groups.map(|(group, _)| settings.groups[group].id.as_str()).collect();
        let groups = groups.join(" ");
        let name =
            |at: Option<usize>| at.map_or(Field::Nothing, |at| Field::Text(&settings.indicators[at].id));
        let mut row = vec![Field::Text(&told.id)];
        row.extend(texts.iter().map(|text| Field::Text(text)));
        row.extend([
            told.theme.map_or(Field::Nothing, |theme| Field::Text(&settings.themes[theme].id)),
            Field::Text(word_of(&Measure::WORDS, told.measure)),
            name(told.of),
            name(told.numerator),
            Field::Number(told.times),
            Field::Text(word_of(&Good::WORDS, told.good)),
            // that of the first level; estimates are of levels below the one that was measured
            Field::Text(word_of(&Kind::WORDS, known.kind_at(LevelId(0)))),
            told.measured.map_or(Field::Nothing, |level| Field::Text(&settings.levels[level].id)),
            told.measured.map_or(Field::Nothing, |_| Field::Text(word_of(&Kind::WORDS, told.kind))),
            told.threshold.map_or(Field::Nothing, Field::Number),
            Field::Whole(i64::from(told.decimals)),
            Field::Text(&periods),
            Field::Text(&sources),
            Field::Whole(i64::from(told.carry)),
            Field::Text(&groups),
        ]);
        writer.row(&row);
    }
}
