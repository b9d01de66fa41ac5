//! Random towns: what a reader could find out from all that is left.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;
use crate::input::settings::Good;
use crate::model::atlas::{Area, Indicator, LevelId, Measure, Origin, Set, computed, upward};

const PERIOD: Period = 2024;
const PEOPLE: IndicatorId = IndicatorId(0);
const COUNT: IndicatorId = IndicatorId(1);
const RATE: IndicatorId = IndicatorId(2);
const SHARE: IndicatorId = IndicatorId(3);
const LEAST: f64 = 10.0;

fn indicator(id: &str, measure: Measure, numerator: Option<IndicatorId>) -> Indicator {
    Indicator { measure, numerator, ..Indicator::plain(id, Good::Low) }
}

/// One area, its districts, and in each as many neighbourhoods as said; and sets of neighbourhoods or of
/// districts, each with its rest.
fn town(districts: &[usize], sets: &[(u8, BTreeSet<usize>)]) -> Atlas {
    let area = |code: String, level, parent: Option<u32>| Area {
        code,
        name: String::new(),
        level: LevelId(level),
        parent: parent.map(AreaId),
        children: Vec::new(),
    };
    let mut areas = vec![area("T".to_owned(), 0, None)];
    areas.extend((0..districts.len()).map(|at| area(format!("W{at:02}"), 1, Some(0))));
    for (at, count) in districts.iter().enumerate() {
        areas.extend((0..*count).map(|leaf| area(format!("W{at:02}B{leaf:02}"), 2, Some(at as u32 + 1))));
    }
    let of = Some(PEOPLE);
    let indicators = vec![
        indicator("people", Measure::Count, None),
        indicator("count", Measure::Count, None),
        indicator("rate", Measure::Rate { of, times: 1000.0 }, Some(COUNT)),
        indicator("share", Measure::Share { of }, None),
    ];
    let mut atlas = Atlas::from_parts(3, areas, indicators, vec![BTreeMap::new(); 4], Some(PEOPLE));
    let mut rests = Vec::new();
    for (level, members) in sets {
        let all: Vec<AreaId> = atlas.level(LevelId(*level)).collect();
        let is_in = |at: usize| members.contains(&at);
        let chosen = |wanted: bool| {
            let all = all.iter().enumerate();
            all.filter(|(at, _)| is_in(*at) == wanted).map(|(_, area)| *area).collect::<Vec<AreaId>>()
        };
        let of = |children: Vec<AreaId>| Area {
            code: String::new(),
            name: String::new(),
            level: LevelId(level - 1),
            parent: Some(AreaId(0)),
            children,
        };
        let (parts, rest) = (chosen(true), chosen(false));
        if parts.is_empty() {
            continue;
        }
        atlas.sets.push(Set { area: AreaId(atlas.areas.len() as u32), rest: None, kind: 0 });
        atlas.areas.push(of(parts));
        rests.extend((!rest.is_empty()).then(|| (atlas.sets.len() - 1, of(rest))));
    }
    for (set, area) in rests {
        atlas.sets[set].rest = Some(AreaId(atlas.areas.len() as u32));
        atlas.areas.push(area);
    }
    atlas
}

/// What a file says of a cell.
fn cell(said: u16, highest: f64) -> Reading {
    match said % 16 {
        0 => Reading::MISSING,
        1 => Reading::Absent(Absence::Suppressed),
        _ => Reading::published((f64::from(said / 16) % (highest + 1.0)).floor()),
    }
}

fn fill(atlas: &mut Atlas, said: &[(u16, u16, u16)], published: &[u16]) {
    for (area, (people, count, share)) in atlas.level(LevelId(2)).zip(said.iter().cycle()) {
        // few are small, and some are not counted
        let people = match people % 12 {
            0 => Reading::MISSING,
            1 => Reading::published(0.0),
            2 | 3 => Reading::published(f64::from(people / 12 % 10)),
            _ => Reading::published(f64::from(people / 12 % 400)),
        };
        atlas.set_reading(area, PEOPLE, PERIOD, people);
        let there = people.value().unwrap_or(0.0);
        if there > 0.0 {
            atlas.set_reading(area, COUNT, PERIOD, cell(*count, there));
            atlas.set_reading(area, SHARE, PERIOD, cell(*share, 100.0));
        }
    }
    for (area, said) in atlas.level(LevelId(1)).zip(published.iter().cycle()) {
        if said % 3 == 0 {
            atlas.set_reading(area, SHARE, PERIOD, cell(*said / 3, 100.0));
        }
    }
    upward::fill(atlas, PEOPLE);
    upward::fill(atlas, COUNT);
    computed::fill(atlas, RATE, 1000.0, 0.0);
    upward::fill(atlas, RATE);
    upward::fill(atlas, SHARE);
}

const FIELD: i128 = 998_244_353;

/// How many of the equations do not follow from the others.
fn rank(mut rows: Vec<Vec<i128>>) -> usize {
    let width = rows.first().map_or(0, Vec::len);
    let mut rank = 0;
    for column in 0..width {
        let Some(pivot) = (rank..rows.len()).find(|at| rows[*at][column] != 0) else { continue };
        rows.swap(rank, pivot);
        let lead = rows[rank].clone();
        for row in &mut rows[rank + 1..] {
            let (own, factor) = (lead[column], row[column]);
            for (value, of_lead) in row.iter_mut().zip(&lead) {
                *value = (*value * own - of_lead * factor).rem_euclid(FIELD);
            }
        }
        rank += 1;
    }
    rank
}

fn power(base: i128, exponent: i128) -> i128 {
    let half = if exponent == 0 { 1 } else { power(base * base % FIELD, exponent / 2) };
    if exponent % 2 == 1 { half * base % FIELD } else { half }
}

/// A town with all its numbers, as equations over the counts of its areas.
struct Town<'a>(&'a Atlas);

impl Town<'_> {
    fn people(&self, area: AreaId) -> Option<i128> {
        self.0.reading(area, PEOPLE, PERIOD).value().map(|people| people as i128)
    }

    fn one(&self, area: AreaId) -> Vec<i128> {
        let mut row = vec![0; self.0.area_count()];
        row[area.0 as usize] = 1;
        row
    }

    /// What a number is made of; of a rate, times the people it is of.
    fn made_of(&self, area: AreaId, id: IndicatorId) -> Vec<i128> {
        let reading = self.0.reading(area, id, PERIOD);
        let is_from_parts = matches!(reading, Reading::Value { origin: Origin::FromParts, .. });
        let is_divided = id == RATE && self.0.reading(area, COUNT, PERIOD).value().is_some();
        if !is_from_parts || is_divided || [PEOPLE, COUNT].contains(&id) {
            return self.one(area);
        }
        // the mean of the parts that are known
        let mut row = vec![0; self.0.area_count()];
        let mut people = 0;
        for part in &self.0.area(area).children {
            let Some(of_part) = self.people(*part) else { continue };
            if self.0.reading(*part, id, PERIOD).value().is_some() {
                people += of_part;
                for (sum, value) in row.iter_mut().zip(self.made_of(*part, id)) {
                    *sum = (*sum + value) % FIELD;
                }
            }
        }
        let scale = self.people(area).unwrap_or(1) * power(people, FIELD - 2) % FIELD;
        row.iter().map(|value| value * scale % FIELD).collect()
    }

    /// The cells whose number can be reckoned by who knows what is shown, that parts add up, of which parts a
    /// mean was made, how many people there are, and that nothing is where nobody lives.
    fn found_out(&self, shown: &Atlas, members: &[IndicatorId]) -> Vec<(AreaId, IndicatorId)> {
        let mut rows: Vec<Vec<i128>> = Vec::new();
        let areas = || (0..self.0.area_count() as u32).map(AreaId);
        for area in areas() {
            let parts = &self.0.area(area).children;
            if parts.is_empty() {
                let is_shown = shown.reading(area, PEOPLE, PERIOD) == self.0.reading(area, PEOPLE, PERIOD);
                if is_shown && self.people(area).unwrap_or(0) == 0 {
                    rows.push(self.one(area));
                }
            } else {
                let mut row = self.one(area);
                row[area.0 as usize] = FIELD - 1;
                parts.iter().for_each(|part| row[part.0 as usize] = 1);
                rows.push(row);
            }
            let known = members.iter().filter(|id| shown.reading(area, **id, PERIOD).value().is_some());
            rows.extend(known.map(|id| self.made_of(area, *id)));
        }
        let all = rank(rows.clone());
        let cells = areas().flat_map(|area| members.iter().map(move |id| (area, *id)));
        let was = |(area, id): &(AreaId, IndicatorId)| self.0.reading(*area, *id, PERIOD).value().is_some();
        let is_secret = |(area, id): &(AreaId, IndicatorId)| {
            // where nobody is counted, it is a secret of nobody
            let is_of_some = self.people(*area).unwrap_or(0) > 0;
            is_of_some && was(&(*area, *id)) && shown.reading(*area, *id, PERIOD).value().is_none()
        };
        let is_found = |(area, id): &(AreaId, IndicatorId)| {
            rank([rows.clone(), vec![self.made_of(*area, *id)]].concat()) == all
        };
        cells.filter(is_secret).filter(is_found).collect()
    }
}

fn rules(of_people: Option<f64>) -> Vec<Rule> {
    let of = Some(PEOPLE);
    let people = Rule { of: None, own: of_people };
    vec![people, Rule::default(), Rule { of, own: None }, Rule { of, own: None }]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn nothing_secret_follows_from_what_is_shown(
        districts in prop::collection::vec(1..6_usize, 1..5),
        sets in prop::collection::vec((1..3_u8, prop::collection::btree_set(0..12_usize, 1..6)), 0..4),
        said in prop::collection::vec(any::<(u16, u16, u16)>(), 20),
        published in prop::collection::vec(any::<u16>(), 5),
        is_of_people in any::<bool>(),
    ) {
        let mut before = town(&districts, &sets);
        fill(&mut before, &said, &published);
        let mut atlas = before.clone();
        let withheld = withhold(&mut atlas, LEAST, &rules(is_of_people.then_some(LEAST)));
        let areas = || (0..atlas.area_count() as u32).map(AreaId);
        for area in areas() {
            let of = |id| atlas.reading(area, id, PERIOD);
            let people = before.reading(area, PEOPLE, PERIOD).value();
            if people.is_some_and(|people| 0.0 < people && people < LEAST) {
                prop_assert!([COUNT, RATE, SHARE].iter().all(|id| of(*id).value().is_none()));
                prop_assert!(!is_of_people || of(PEOPLE).value().is_none());
            }
            if of(PEOPLE) == Reading::Absent(Absence::Suppressed) {
                prop_assert!(of(COUNT).value().is_none() || of(RATE).value().is_none(), "people = count ÷ rate");
            }
            for id in [PEOPLE, COUNT, RATE, SHARE] {
                let (now, then) = (of(id), before.reading(area, id, PERIOD));
                prop_assert!(now == then || now == Reading::Absent(Absence::Suppressed) && then.value().is_some());
            }
        }
        for members in [&[PEOPLE][..], &[COUNT, RATE], &[SHARE]] {
            let found = Town(&before).found_out(&atlas, members);
            if members != [PEOPLE] || is_of_people {
                prop_assert!(found.is_empty(), "{members:?}: {found:?} of {withheld:?}");
            }
        }
    }
}

/// People and a count by two groups, behind the others: `[people, count]` of each.
const GROUPS: [[IndicatorId; 2]; 2] = [[IndicatorId(4), IndicatorId(5)], [IndicatorId(6), IndicatorId(7)]];

/// The same town, in which everybody is in one of two groups.
fn divided(districts: &[usize], sets: &[(u8, BTreeSet<usize>)], said: &[[u16; 2]]) -> Atlas {
    let mut atlas = town(districts, sets);
    for [people, count] in GROUPS {
        atlas.indicators.push(indicator("people of a group", Measure::Count, None));
        atlas.indicators.push(indicator("count of a group", Measure::Count, None));
        atlas.readings.extend([BTreeMap::new(), BTreeMap::new()]);
        assert_eq!(usize::from(people.0) + 1, usize::from(count.0));
    }
    let of = |of, at: usize| crate::model::atlas::Breakdown {
        of,
        division: 0,
        groups: GROUPS.iter().enumerate().map(|(group, ids)| (group, ids[at])).collect(),
    };
    atlas.breakdowns = vec![of(PEOPLE, 0), of(COUNT, 1)];
    for (area, said) in atlas.level(LevelId(2)).zip(said.iter().cycle()) {
        let mut all = [0.0, 0.0];
        for (ids, said) in GROUPS.iter().zip(said) {
            // some are nobody, and some are few
            let people = match said % 5 {
                0 => 0.0,
                1 => f64::from(said / 5 % 12),
                _ => f64::from(said / 5 % 400),
            };
            let count = (people * f64::from(said / 7 % 10) / 10.0).floor();
            for (at, number) in [people, count].into_iter().enumerate() {
                atlas.set_reading(area, ids[at], PERIOD, Reading::published(number));
                all[at] += number;
            }
        }
        atlas.set_reading(area, PEOPLE, PERIOD, Reading::published(all[0]));
        atlas.set_reading(area, COUNT, PERIOD, Reading::published(all[1]));
    }
    for id in [PEOPLE, COUNT].into_iter().chain(GROUPS.into_iter().flatten()) {
        upward::fill(&mut atlas, id);
    }
    atlas
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_group_follows_from_the_others_and_everybody(
        districts in prop::collection::vec(1..6_usize, 1..5),
        sets in prop::collection::vec((1..3_u8, prop::collection::btree_set(0..12_usize, 1..6)), 0..3),
        said in prop::collection::vec(any::<[u16; 2]>(), 20),
    ) {
        let before = divided(&districts, &sets, &said);
        let mut atlas = before.clone();
        let of = |id| Rule { of: Some(id), own: None };
        let (none, all) = (Rule::default(), of(PEOPLE));
        let rules = [none, all, none, none, none, of(GROUPS[0][0]), none, of(GROUPS[1][0])];
        withhold(&mut atlas, LEAST, &rules);
        // unknown are the counts of everybody and of the groups, in every area
        let columns = [COUNT, GROUPS[0][1], GROUPS[1][1]];
        let people = [PEOPLE, GROUPS[0][0], GROUPS[1][0]];
        let width = before.area_count() * columns.len();
        let at = |area: AreaId, column: usize| area.0 as usize * columns.len() + column;
        let mut rows: Vec<Vec<i128>> = Vec::new();
        let mut secret = Vec::new();
        for area in (0..before.area_count() as u32).map(AreaId) {
            let mut whole = vec![0; width];
            whole[at(area, 0)] = FIELD - 1;
            (1..columns.len()).for_each(|column| whole[at(area, column)] = 1);
            rows.push(whole);
            for column in 0..columns.len() {
                let mut one = vec![0; width];
                one[at(area, column)] = 1;
                let count = before.reading(area, people[column], PERIOD).value().unwrap_or(0.0);
                let is_shown = atlas.reading(area, columns[column], PERIOD).value().is_some();
                if is_shown || count == 0.0 {
                    rows.push(one.clone());
                } else if count < LEAST || column == 0 {
                    // what went only to protect others may follow
                    secret.push((area, column, one));
                }
                prop_assert!(!is_shown || count == 0.0 || count >= LEAST);
                let parts = &before.area(area).children;
                if !parts.is_empty() {
                    let mut sum = vec![0; width];
                    sum[at(area, column)] = FIELD - 1;
                    parts.iter().for_each(|part| sum[at(*part, column)] = 1);
                    rows.push(sum);
                }
            }
        }
        let all = rank(rows.clone());
        for (area, column, one) in secret {
            let is_found = rank([rows.clone(), vec![one]].concat()) == all;
            prop_assert!(!is_found, "{area:?}, {column}");
        }
    }
}

#[test]
fn without_a_rule_nothing_is_done() {
    let mut atlas = town(&[3, 2], &[]);
    fill(&mut atlas, &[(50, 40, 200)], &[1]);
    let before = format!("{:?}", atlas.readings);
    assert!(withhold(&mut atlas, 0.0, &rules(Some(0.0))).is_empty());
    assert_eq!(format!("{:?}", atlas.readings), before);
}

/// Two districts of 3 and 2 neighbourhoods with these numbers of people; 2 of 100 are counted.
fn plain(people: [f64; 5], sets: &[(u8, BTreeSet<usize>)]) -> Atlas {
    let mut atlas = town(&[3, 2], sets);
    for (area, people) in atlas.level(LevelId(2)).zip(people) {
        atlas.set_reading(area, PEOPLE, PERIOD, Reading::published(people));
        atlas.set_reading(area, COUNT, PERIOD, Reading::published(people / 50.0));
    }
    fill_up(&mut atlas);
    atlas
}

fn fill_up(atlas: &mut Atlas) {
    upward::fill(atlas, PEOPLE);
    upward::fill(atlas, COUNT);
    computed::fill(atlas, RATE, 1000.0, 0.0);
}

fn secret(atlas: &Atlas, id: IndicatorId) -> Vec<u32> {
    let areas = (0..atlas.area_count() as u32).map(AreaId);
    let is_secret = |area: &AreaId| atlas.reading(*area, id, PERIOD) == Reading::Absent(Absence::Suppressed);
    areas.filter(is_secret).map(|area| area.0).collect()
}

#[test]
fn the_smallest_beside_it_goes_too() {
    // the areas are 0; 1, 2; 3, 4, 5; 6, 7
    let mut atlas = plain([5.0, 300.0, 200.0, 400.0, 500.0], &[]);
    let withheld = withhold(&mut atlas, LEAST, &rules(None));
    assert_eq!((secret(&atlas, COUNT), secret(&atlas, RATE)), (vec![3, 5], vec![3, 5]));
    assert_eq!(secret(&atlas, PEOPLE), [0; 0]);
    let expected = Withheld { by_rule: 1, to_protect: 1 };
    assert_eq!(withheld, BTreeMap::from([(COUNT, expected), (RATE, expected)]));
    assert!(atlas.was_reckoned_with(AreaId(3), RATE, PERIOD));
    // nobody lives in the second: it hides nothing, and 4 + 5 are too few together
    let mut atlas = plain([4.0, 0.0, 200.0, 400.0, 500.0], &[]);
    withhold(&mut atlas, LEAST, &rules(None));
    assert_eq!(secret(&atlas, COUNT), [3, 5]);
    let mut atlas = plain([4.0, 5.0, 200.0, 400.0, 500.0], &[]);
    withhold(&mut atlas, LEAST, &rules(None));
    assert_eq!(secret(&atlas, COUNT), [3, 4, 5]);
}

#[test]
fn a_set_and_its_rest_tell_no_more() {
    // in the set are the first and the fourth: with 3 and 5 secret, the set would tell 3, and its rest 5
    let sets = [(2, BTreeSet::from([0, 3]))];
    let mut atlas = plain([5.0, 300.0, 200.0, 400.0, 500.0], &sets);
    withhold(&mut atlas, LEAST, &rules(None));
    // 3 goes by the rule, 5 beside it in its district, 6 in the set, 7 beside that one
    assert_eq!(secret(&atlas, COUNT), [3, 5, 6, 7]);
}

#[test]
fn a_count_is_held_against_itself_where_it_asks() {
    let mut atlas = plain([300.0, 350.0, 2000.0, 400.0, 5000.0], &[]);
    let mut asked = rules(None);
    assert!(withhold(&mut atlas, LEAST, &asked).is_empty(), "6 of 300 people");
    asked[1].own = Some(7.0);
    withhold(&mut atlas, LEAST, &asked);
    // 6, 7 and 40; 8 and 100
    assert_eq!((secret(&atlas, COUNT), secret(&atlas, RATE)), (vec![3, 4], vec![3, 4]));
}

#[test]
fn a_publishers_secret_is_unknown() {
    let kept = |people| {
        let mut atlas = plain([5.0, people, 200.0, 400.0, 500.0], &[]);
        for id in [COUNT, RATE] {
            atlas.set_reading(AreaId(4), id, PERIOD, Reading::Absent(Absence::Suppressed));
        }
        withhold(&mut atlas, LEAST, &rules(None));
        secret(&atlas, COUNT)
    };
    // 3 hides behind 4, if that is about enough people
    assert_eq!(kept(300.0), [3, 4]);
    assert_eq!(kept(4.0), [3, 4, 5]);
}
