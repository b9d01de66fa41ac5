//! Which unknowns follow from linear equations, whatever the known numbers are.

use std::collections::{BTreeMap, BTreeSet};

/// An equation: its unknowns by name, each with its factor; what is known stands on the other side. No unknown
/// is in it twice.
pub type Row = Vec<(u32, Factor)>;

/// A number modulo a prime: the arithmetic is exact, and equations of ones that depend on each other here do so
/// among the rational numbers, but for a chance of one in as many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Factor(u64);

const PRIME: u64 = (1 << 61) - 1;

impl Factor {
    pub const ONE: Factor = Factor(1);
    pub const MINUS_ONE: Factor = Factor(PRIME - 1);

    /// One that stands for a number of which nothing is known but that it is none of the others: the same for
    /// the same seed (Steele and others, Fast splittable pseudorandom number generators).
    pub fn any(seed: u64) -> Factor {
        let mut state = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
        state = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        state = (state ^ (state >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        Factor((state ^ (state >> 31)) % (PRIME - 2) + 1)
    }
}

/// Those of the wanted unknowns that have one solution only.
///
/// ```text
/// a + b     = 5      neither
/// a + b + c = 9      c = 4, since a + b is known
/// ```
pub fn determined(rows: &[Row], is_wanted: impl Fn(u32) -> bool) -> BTreeSet<u32> {
    let mut columns: BTreeMap<u32, Vec<(usize, Factor)>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        for (unknown, factor) in row {
            columns.entry(*unknown).or_default().push((at, *factor));
        }
    }
    // unknowns that stand in the same equations in the same way are only ever known as a sum
    let mut alike: BTreeMap<&[(usize, Factor)], Vec<u32>> = BTreeMap::new();
    for (unknown, column) in &columns {
        alike.entry(column).or_default().push(*unknown);
    }
    let firsts: BTreeSet<u32> = alike.values().map(|group| group[0]).collect();
    let wanted: BTreeSet<u32> =
        alike.values().filter(|group| group.len() == 1).map(|group| group[0]).collect();
    let wanted: BTreeSet<u32> = wanted.into_iter().filter(|unknown| is_wanted(*unknown)).collect();
    let rows: Vec<Row> =
        rows.iter().map(|row| row.iter().filter(|(it, _)| firsts.contains(it)).copied().collect()).collect();
    let left = peel(&rows, &columns, &wanted);
    let mut found = BTreeSet::new();
    for together in components(&left, &rows) {
        found.extend(eliminate(together.iter().map(|at| &rows[*at])));
    }
    found.intersection(&wanted).copied().collect()
}

/// The equations without those that have an unknown which no other has and nobody wants: they tell of that one
/// only.
fn peel(rows: &[Row], columns: &BTreeMap<u32, Vec<(usize, Factor)>>, wanted: &BTreeSet<u32>) -> Vec<usize> {
    let mut is_left = vec![true; rows.len()];
    let unknowns = rows.iter().flatten().map(|(it, _)| *it);
    let mut in_rows: BTreeMap<u32, usize> = unknowns.map(|it| (it, columns[&it].len())).collect();
    let is_alone = |it: &u32, rows: usize| rows == 1 && !wanted.contains(it);
    let mut alone: Vec<u32> =
        in_rows.iter().filter(|(it, rows)| is_alone(it, **rows)).map(|(it, _)| *it).collect();
    while let Some(unknown) = alone.pop() {
        let Some((at, _)) = columns[&unknown].iter().find(|(at, _)| is_left[*at]).copied() else { continue };
        is_left[at] = false;
        for (other, _) in &rows[at] {
            let count = in_rows.entry(*other).or_default();
            *count = count.saturating_sub(1);
            if is_alone(other, *count) {
                alone.push(*other);
            }
        }
    }
    (0..rows.len()).filter(|at| is_left[*at]).collect()
}

/// Equations that hang together by their unknowns.
fn components(left: &[usize], rows: &[Row]) -> Vec<Vec<usize>> {
    let mut with: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for at in left {
        for (unknown, _) in &rows[*at] {
            with.entry(*unknown).or_default().push(*at);
        }
    }
    let mut seen: BTreeSet<usize> = BTreeSet::new();
    let mut components = Vec::new();
    for first in left {
        if !seen.insert(*first) {
            continue;
        }
        let mut component = vec![*first];
        let mut next = 0;
        while let Some(at) = component.get(next).copied() {
            next += 1;
            // every unknown is asked for its equations once
            let others = rows[at].iter().flat_map(|(it, _)| with.remove(it).unwrap_or_default());
            component.extend(others.filter(|other| seen.insert(*other)));
        }
        components.push(component);
    }
    components
}

/// Gauss and Jordan: in the reduced form, an unknown that stands alone in a row has one solution.
fn eliminate<'a>(rows: impl Iterator<Item = &'a Row>) -> BTreeSet<u32> {
    type Reduced = BTreeMap<u32, u64>;
    let mut reduced: BTreeMap<u32, Reduced> = BTreeMap::new();
    for row in rows {
        let mut row: Reduced = row.iter().map(|(it, factor)| (*it, factor.0)).collect();
        let pivots: Vec<u32> = row.keys().filter(|it| reduced.contains_key(it)).copied().collect();
        for pivot in pivots {
            let factor = row[&pivot];
            subtract(&mut row, &reduced[&pivot], factor);
        }
        let Some((pivot, lead)) = row.first_key_value().map(|(it, lead)| (*it, *lead)) else { continue };
        let inverse = power(lead, PRIME - 2);
        row.values_mut().for_each(|value| *value = times(*value, inverse));
        for other in reduced.values_mut() {
            if let Some(factor) = other.get(&pivot).copied() {
                subtract(other, &row, factor);
            }
        }
        reduced.insert(pivot, row);
    }
    reduced.into_iter().filter(|(_, row)| row.len() == 1).map(|(pivot, _)| pivot).collect()
}

fn subtract(from: &mut BTreeMap<u32, u64>, row: &BTreeMap<u32, u64>, factor: u64) {
    for (unknown, value) in row {
        let entry = from.entry(*unknown).or_insert(0);
        *entry = (*entry + PRIME - times(*value, factor)) % PRIME;
        if *entry == 0 {
            from.remove(unknown);
        }
    }
}

fn times(one: u64, other: u64) -> u64 {
    (u128::from(one) * u128::from(other) % u128::from(PRIME)) as u64
}

fn power(base: u64, exponent: u64) -> u64 {
    let (mut base, mut exponent, mut product) = (base, exponent, 1);
    while exponent > 0 {
        if exponent & 1 == 1 {
            product = times(product, base);
        }
        base = times(base, base);
        exponent >>= 1;
    }
    product
}

#[cfg(test)]
mod tests {
    use super::*;

    fn solved(rows: &[&[i32]]) -> Vec<u32> {
        let factor = |it: &i32| if *it < 0 { Factor::MINUS_ONE } else { Factor::ONE };
        let row = |row: &&[i32]| row.iter().map(|it| (it.unsigned_abs(), factor(it))).collect();
        determined(&rows.iter().map(row).collect::<Vec<Row>>(), |_| true).into_iter().collect()
    }

    #[test]
    fn what_follows_is_found() {
        assert_eq!(solved(&[&[1]]), [1]);
        assert_eq!(solved(&[&[1, 2]]), [0; 0]);
        // the difference of two sums
        assert_eq!(solved(&[&[1, 2], &[1, 2, 3]]), [3]);
        // three pairs of three
        assert_eq!(solved(&[&[1, 2], &[2, 3], &[1, 3]]), [1, 2, 3]);
        // four in a ring: the fourth sum follows from the others
        assert_eq!(solved(&[&[1, 2], &[2, 3], &[3, 4], &[4, 1]]), [0; 0]);
        // a sum that is known, though neither of its parts is
        assert_eq!(solved(&[&[1, 2], &[3, -1], &[4, -2], &[3, 4, -8]]), [8]);
        // from the whole down: 9 is known, its one part with it, but not what is in that
        assert_eq!(solved(&[&[9], &[-9, 5], &[-5, 6, 7]]), [5, 9]);
    }

    #[test]
    fn a_number_of_which_nothing_is_known_is_no_other() {
        // 1 + 2 is 4 times something, and 4 + 3 and 1 + 2 + 3 are known: with a factor of 1 they tell the same
        let rows = |factor| -> Vec<Row> {
            let one = |it| (it, Factor::ONE);
            vec![vec![one(1), one(2), (4, factor)], vec![one(3), one(4)], vec![one(1), one(2), one(3)]]
        };
        assert!(determined(&rows(Factor::MINUS_ONE), |_| true).is_empty());
        assert_eq!(determined(&rows(Factor::any(7)), |_| true), BTreeSet::from([3, 4]));
    }
}
