//! The cells of one cluster in one period: which are known, how they add up, and which must go.
//!
//! Cells are told in people: of a rate its count, so that parts add up to the whole without weights.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::model::atlas::suppression::Hidden;
use crate::model::atlas::suppression::cluster::{Cluster, Division, OfGroup};
use crate::model::atlas::suppression::solve::{Factor, Row, determined};
use crate::model::atlas::{Absence, AreaId, Atlas, IndicatorId, Measure, Origin, Period, Reading};

/// In which sums an area stands: as the whole, or as a part of these.
pub struct Incidence(Vec<Vec<AreaId>>);

impl Incidence {
    /// Of every area, set and rest.
    pub fn of(atlas: &Atlas) -> Incidence {
        let mut sums: Vec<Vec<AreaId>> = vec![Vec::new(); atlas.area_count()];
        for whole in (0..atlas.area_count() as u32).map(AreaId) {
            let parts = &atlas.area(whole).children;
            if !parts.is_empty() {
                for cell in parts.iter().chain([&whole]) {
                    sums[cell.0 as usize].push(whole);
                }
            }
        }
        Incidence(sums)
    }

    fn sums(&self, cell: AreaId) -> &[AreaId] {
        &self.0[cell.0 as usize]
    }
}

/// What a reader can tell of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Known,
    /// Nothing can be there: it has no people.
    Nil,
    Unknown,
}

/// A sum of parts that is a whole, or that times a factor.
struct Sum<'a> {
    whole: AreaId,
    parts: Cow<'a, [AreaId]>,
    /// Of the whole.
    factor: Factor,
}

impl Sum<'_> {
    fn cells(&self) -> impl Iterator<Item = AreaId> + '_ {
        self.parts.iter().copied().chain([self.whole])
    }
}

pub struct Table<'a> {
    atlas: &'a Atlas,
    incidence: &'a Incidence,
    cluster: &'a Cluster,
    period: Period,
    states: Vec<State>,
    /// The cells that are withheld here. What a publisher keeps secret is unknown, and guarded by its publisher:
    /// no number that is reckoned here was made with it.
    secret: BTreeSet<AreaId>,
    hidden: Hidden,
}

impl<'a> Table<'a> {
    /// With the cells withheld that are about too few, and all of `hidden` that have a number.
    pub fn new(
        atlas: &'a Atlas,
        incidence: &'a Incidence,
        cluster: &'a Cluster,
        period: Period,
        hidden: Hidden,
    ) -> Table<'a> {
        let (states, secret) = (Vec::new(), BTreeSet::new());
        let mut table = Table { atlas, incidence, cluster, period, states, secret, hidden };
        let cells = || (0..atlas.area_count() as u32).map(AreaId);
        if !cluster.asked.is_empty() {
            let too_few = cells().filter(|cell| table.is_too_few(*cell) && table.has_number(*cell));
            table.hidden.by_rule = too_few.collect();
        }
        let inherited = table.hidden.inherited.iter().copied().filter(|cell| table.has_number(*cell));
        let inherited: Vec<AreaId> = inherited.filter(|cell| !table.hidden.by_rule.contains(cell)).collect();
        table.hidden.to_protect.extend(inherited);
        table.secret.extend(table.hidden.by_rule.iter().chain(&table.hidden.to_protect));
        if !table.secret.is_empty() {
            table.states = cells().map(|cell| table.state(cell)).collect();
        }
        table
    }

    /// Withholds more until no secret cell follows from the rest.
    pub fn protect(mut self) -> Hidden {
        if self.secret.is_empty() || !self.cluster.is_additive {
            return self.hidden;
        }
        let mut sums: BTreeSet<AreaId> = self.sums_of(&self.secret);
        loop {
            self.protect_sums(std::mem::take(&mut sums));
            let solved = self.solved();
            for cell in solved {
                // one more in a sum may free them all
                let of_cell = self.incidence.sums(cell);
                if of_cell.iter().any(|sum| sums.contains(sum)) {
                    continue;
                }
                let choices = of_cell.iter().flat_map(|whole| self.rows(*whole));
                let choices: Vec<Sum<'_>> = choices.filter(|sum| sum.cells().any(|it| it == cell)).collect();
                let chosen = self.choose(&choices).or_else(|| self.choose(&self.around(cell)));
                if let Some(chosen) = chosen {
                    self.withhold(chosen);
                    sums.extend(self.incidence.sums(chosen));
                }
            }
            if sums.is_empty() {
                return self.hidden;
            }
        }
    }

    fn readings(&self, cell: AreaId) -> impl Iterator<Item = Reading> + '_ {
        self.cluster.members.iter().map(move |id| self.atlas.reading(cell, *id, self.period))
    }

    fn has_number(&self, cell: AreaId) -> bool {
        self.readings(cell).any(|reading| reading.value().is_some())
    }

    /// Whether it is about somebody, and about too few. Of nobody there is nothing to withhold.
    fn is_too_few(&self, cell: AreaId) -> bool {
        self.cluster.asked.iter().any(|asked| {
            let people = self.atlas.reading(cell, asked.of, self.period).value();
            people.is_some_and(|people| 0.0 < people && people < asked.least)
        })
    }

    fn state(&self, cell: AreaId) -> State {
        if self.secret.contains(&cell) {
            return State::Unknown;
        }
        if self.has_number(cell) {
            return State::Known;
        }
        if self.readings(cell).any(|reading| reading == Reading::Absent(Absence::Impossible)) {
            return State::Nil;
        }
        let Some(people) = self.cluster.people() else { return State::Unknown };
        match self.atlas.reading(cell, people, self.period) {
            Reading::Value { value, .. } if value > 0.0 => State::Unknown,
            Reading::Value { .. } => State::Nil,
            Reading::Absent(Absence::Suppressed) => State::Unknown,
            // where people are not counted, in practice nobody lives; of a whole, its parts tell
            Reading::Absent(_) if self.atlas.area(cell).children.is_empty() => State::Nil,
            Reading::Absent(_) => State::Unknown,
        }
    }

    fn is_unknown(&self, cell: AreaId) -> bool {
        self.states[cell.0 as usize] == State::Unknown
    }

    fn withhold(&mut self, cell: AreaId) {
        self.states[cell.0 as usize] = State::Unknown;
        self.secret.insert(cell);
        self.hidden.to_protect.insert(cell);
    }

    fn sums_of(&self, cells: &BTreeSet<AreaId>) -> BTreeSet<AreaId> {
        cells.iter().flat_map(|cell| self.incidence.sums(*cell)).copied().collect()
    }

    /// The sums that a reader can make of an area: of all its parts; but where its number is a mean of the
    /// parts that are known, only of those.
    fn rows(&self, whole: AreaId) -> Vec<Sum<'a>> {
        self.rows_of(whole, &self.cluster.members)
    }

    fn rows_of(&self, whole: AreaId, members: &[IndicatorId]) -> Vec<Sum<'a>> {
        let parts: &'a [AreaId] = &self.atlas.area(whole).children;
        let mut rows: Vec<Sum<'a>> = Vec::new();
        let mut is_of_all = false;
        for id in members {
            let Reading::Value { origin, .. } = self.atlas.reading(whole, *id, self.period) else { continue };
            let indicator = self.atlas.indicator(*id);
            let has_count = |id| self.atlas.reading(whole, id, self.period).value().is_some();
            let is_mean = origin == Origin::FromParts && !indicator.numerator.is_some_and(has_count);
            match indicator.measure {
                Measure::Share { of: Some(of) }
                | Measure::Rate { of: Some(of), .. }
                | Measure::Mean { of: Some(of) }
                    if is_mean =>
                {
                    rows.push(self.mean(whole, *id, of));
                }
                _ => is_of_all = true,
            }
        }
        if is_of_all || rows.is_empty() {
            rows.push(Sum { whole, parts: Cow::Borrowed(parts), factor: Factor::MINUS_ONE });
        }
        rows
    }

    /// The parts of which a number is the mean: those that are known, and whose people are counted. Where these
    /// have not all people of the whole, it stands for more than they add up to.
    fn mean(&self, whole: AreaId, id: IndicatorId, of: IndicatorId) -> Sum<'a> {
        let value = |area: AreaId, id| self.atlas.reading(area, id, self.period).value();
        let parts = self.atlas.area(whole).children.iter().copied();
        let known: Vec<AreaId> =
            parts.filter(|part| value(*part, id).is_some() && value(*part, of).is_some()).collect();
        let people: f64 = known.iter().filter_map(|part| value(*part, of)).sum();
        let is_all = value(whole, of).is_some_and(|all| (all - people).abs() <= 1e-9 * all);
        let factor = if is_all { Factor::MINUS_ONE } else { Factor::any(u64::from(whole.0)) };
        Sum { whole, parts: Cow::Owned(known), factor }
    }

    /// Goes through sums until none of them tells too much by itself.
    fn protect_sums(&mut self, mut waiting: BTreeSet<AreaId>) {
        while let Some(whole) = waiting.pop_first() {
            for sum in self.rows(whole) {
                while self.tells_too_much(&sum) {
                    let Some(chosen) = self.choose(std::slice::from_ref(&sum)) else { break };
                    self.withhold(chosen);
                    waiting.extend(self.incidence.sums(chosen));
                }
            }
        }
    }

    /// Whether a sum has a secret cell, and leaves only one cell unknown, or of a known whole so few people
    /// that even all unknown parts together are too few.
    fn tells_too_much(&self, sum: &Sum<'_>) -> bool {
        let unknown: Vec<AreaId> = sum.cells().filter(|cell| self.is_unknown(*cell)).collect();
        if !unknown.iter().any(|cell| self.secret.contains(cell)) {
            return false;
        }
        if unknown.len() == 1 {
            return true;
        }
        !unknown.contains(&sum.whole)
            && self.cluster.asked.iter().any(|asked| {
                let people =
                    unknown.iter().filter_map(|it| self.atlas.reading(*it, asked.of, self.period).value());
                people.sum::<f64>() < asked.least
            })
    }

    /// The known part with the fewest people, by code where several have as many; where no part is left, the
    /// whole of the fewest. A cell without people protects nothing.
    fn choose(&self, sums: &[Sum<'_>]) -> Option<AreaId> {
        let is_open = |cell: &AreaId| self.states[cell.0 as usize] == State::Known;
        let fewest = |cells: &mut dyn Iterator<Item = AreaId>| {
            let weighed = cells.filter(is_open).filter_map(|cell| Some((self.weight(cell)?, cell)));
            weighed
                .min_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)))
                .map(|(_, cell)| cell)
        };
        let parts = fewest(&mut sums.iter().flat_map(|sum| sum.parts.iter().copied()));
        parts.or_else(|| fewest(&mut sums.iter().map(|sum| sum.whole)))
    }

    /// How many people a cell is about, for the order in which cells go; absent where there are none: a nought
    /// would be found out by what is impossible there.
    fn weight(&self, cell: AreaId) -> Option<f64> {
        let people = match self.cluster.people() {
            Some(people) => self.atlas.reading(cell, people, self.period).value(),
            None => self.readings(cell).find_map(Reading::value),
        };
        people.map_or(Some(f64::INFINITY), |people| (people > 0.0).then_some(people))
    }

    /// Every sum that hangs together with a cell by unknown cells.
    fn around(&self, cell: AreaId) -> Vec<Sum<'a>> {
        let wholes = self.reached(&BTreeSet::from([cell]));
        wholes.into_iter().flat_map(|whole| self.rows(whole)).collect()
    }

    /// The wholes of the sums that hang together with some cells by unknown cells.
    fn reached(&self, cells: &BTreeSet<AreaId>) -> BTreeSet<AreaId> {
        let mut reached = BTreeSet::new();
        let mut waiting: Vec<AreaId> = cells.iter().copied().collect();
        let mut seen: BTreeSet<AreaId> = cells.clone();
        while let Some(cell) = waiting.pop() {
            for whole in self.incidence.sums(cell) {
                if !reached.insert(*whole) {
                    continue;
                }
                let parts = self.atlas.area(*whole).children.iter().copied().chain([*whole]);
                waiting.extend(parts.filter(|it| self.is_unknown(*it) && seen.insert(*it)));
            }
        }
        reached
    }

    /// The secret cells that follow from the known ones.
    fn solved(&self) -> Vec<AreaId> {
        if let Some(division) = &self.cluster.division {
            return self.solved_by_group(division);
        }
        let mut rows: BTreeSet<Row> = BTreeSet::new();
        for whole in self.reached(&self.secret) {
            for sum in self.rows(whole) {
                let unknown = sum.cells().filter(|cell| self.is_unknown(*cell));
                let mut row: Row = unknown
                    .map(|cell| (cell.0, if cell == sum.whole { sum.factor } else { Factor::ONE }))
                    .collect();
                row.sort_unstable();
                if !row.is_empty() {
                    rows.insert(row);
                }
            }
        }
        let rows: Vec<Row> = rows.into_iter().collect();
        let found = determined(&rows, |cell| self.secret.contains(&AreaId(cell)));
        found.into_iter().map(AreaId).collect()
    }

    /// The same of groups, where a group of one area is an unknown, and so is everybody where that is withheld.
    /// Groups add up to everybody; those with nobody in them are known. What has gone only to protect others
    /// may follow, as long as these do not.
    fn solved_by_group(&self, division: &Division) -> Vec<AreaId> {
        let width = division.groups.len() as u32 + 1;
        let name = |cell: AreaId, group: usize| cell.0 * width + group as u32;
        let everybody = division.groups.len();
        let mut rows: BTreeSet<Row> = BTreeSet::new();
        let mut unknown: BTreeSet<AreaId> = self.secret.clone();
        for whole in self.reached(&self.secret) {
            for (at, group) in division.groups.iter().enumerate() {
                for sum in self.rows_of(whole, &group.members) {
                    let own = sum.cells().filter(|cell| self.is_unknown_of(group, *cell));
                    let mut row: Row = own
                        .map(|cell| {
                            (name(cell, at), if cell == sum.whole { sum.factor } else { Factor::ONE })
                        })
                        .collect();
                    row.sort_unstable();
                    rows.insert(row);
                }
            }
            let parts = self.atlas.area(whole).children.iter().copied().chain([whole]);
            unknown.extend(parts.filter(|cell| self.is_unknown(*cell)));
        }
        let is_withheld = |cell: AreaId| self.hidden.everybody.contains(&cell);
        for cell in unknown.iter().copied().filter(|cell| self.adds_up(division, *cell)) {
            let groups = division.groups.iter().enumerate();
            let own = groups.filter(|(_, group)| self.is_unknown_of(group, cell));
            let mut row: Row = own.map(|(at, _)| (name(cell, at), Factor::ONE)).collect();
            row.extend(is_withheld(cell).then_some((name(cell, everybody), Factor::MINUS_ONE)));
            rows.insert(row);
        }
        rows.remove(&Row::new());
        let rows: Vec<Row> = rows.into_iter().collect();
        let is_wanted = |unknown: u32| {
            let (cell, group) = (AreaId(unknown / width), (unknown % width) as usize);
            division.groups.get(group).is_none_or(|group| self.is_too_few_of(group, cell))
        };
        let found = determined(&rows, is_wanted).into_iter().map(|unknown| AreaId(unknown / width));
        found.collect::<BTreeSet<AreaId>>().into_iter().collect()
    }

    /// Whether a reader does not know the number of a group in an area.
    fn is_unknown_of(&self, group: &OfGroup, cell: AreaId) -> bool {
        let value = |id: &IndicatorId| self.atlas.reading(cell, *id, self.period).value();
        let is_nobody = group.people.is_some_and(|people| value(&people) == Some(0.0));
        let is_withheld = self.secret.contains(&cell);
        self.is_unknown(cell)
            && !is_nobody
            && (is_withheld || !group.members.iter().any(|id| value(id).is_some()))
    }

    fn is_too_few_of(&self, group: &OfGroup, cell: AreaId) -> bool {
        let people = group.people.and_then(|people| self.atlas.reading(cell, people, self.period).value());
        let asked = self.cluster.asked.iter().find(|asked| Some(asked.of) == group.people);
        asked.zip(people).is_some_and(|(asked, people)| 0.0 < people && people < asked.least)
    }

    /// Whether the groups of an area are all of its people, but for rounding; where people are not counted they
    /// may be.
    fn adds_up(&self, division: &Division, cell: AreaId) -> bool {
        const ALL: f64 = 0.98;
        let value = |id: IndicatorId| self.atlas.reading(cell, id, self.period).value();
        let is_told = division.wholes.iter().any(|id| value(*id).is_some());
        let everybody = division.people.and_then(value);
        let counted: Option<f64> = division.groups.iter().map(|group| group.people.and_then(value)).sum();
        is_told && everybody.zip(counted).is_none_or(|(everybody, counted)| counted >= ALL * everybody)
    }
}
