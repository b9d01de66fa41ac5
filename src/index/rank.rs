//! Ranks: where a number stands among others.
//!
//! In: numbers, not-a-number where nothing is known. Out: ranks that count from the largest, 1 first; equal
//! numbers share the mean of their ranks. Which end is bad is for the caller to say.

/// A number as it is put in order: rounded to 40 bits, which are about 12 significant digits. Sums that differ by no
/// more than rounding are then one number, and share their rank and class. Scores themselves stay as they are.
///
/// By Veltkamp's splitting, which is the same on every machine and in a browser.
///
/// ```
/// use brede::index::rank::in_order;
/// assert_ne!(0.1 + 0.2, 0.3);
/// assert_eq!(in_order(0.1 + 0.2), in_order(0.3));
/// assert_eq!(in_order(1234.5), 1234.5);
/// assert!((in_order(1.0 / 3.0) - 1.0 / 3.0).abs() < 1e-12);
/// assert_ne!(in_order(1.000_000_000_01), 1.0);
/// assert!(in_order(f64::NAN).is_nan());
/// ```
pub fn in_order(value: f64) -> f64 {
    let scaled = 8193.0 * value;
    let rounded = scaled - (scaled - value);
    // numbers at the end of all that can be written
    if rounded.is_infinite() || rounded.is_nan() { value } else { rounded }
}

/// A column of them.
pub fn all_in_order(values: &[f64]) -> Vec<f64> {
    values.iter().map(|value| in_order(*value)).collect()
}

/// The ranks of a column and how many of its numbers are known.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranks {
    /// 1 for the largest; not-a-number where the number is not known.
    pub ranks: Vec<f64>,
    pub of: usize,
}

/// Ranks from the largest number, ties sharing the mean of their ranks.
///
/// ```
/// let ranks = brede::index::rank::from_largest(&[3.0, 8.0, 3.0, 1.0]);
/// assert_eq!(ranks.ranks, [2.5, 1.0, 2.5, 4.0]);
/// assert_eq!(ranks.of, 4);
/// ```
pub fn from_largest(values: &[f64]) -> Ranks {
    let order = Order::of(values);
    let mut ranks = vec![f64::NAN; values.len()];
    for tie in order.ties() {
        let rank = tie.rank_from_largest(order.len());
        tie.places.iter().for_each(|place| ranks[*place as usize] = rank);
    }
    Ranks { ranks, of: order.len() }
}

/// Where a number stands among others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Position {
    /// How many are smaller, and how many equal; of a number that is not among them, none is equal.
    pub smaller: usize,
    pub equal: usize,
    pub of: usize,
}

impl Position {
    /// Counted from the smallest, with the mean of the ranks of equal numbers.
    ///
    /// A number that is not among the others stands halfway between its neighbours, but never before the first
    /// or after the last: beyond the reference a rank says no more than "at the end".
    pub fn from_smallest(self) -> f64 {
        let rank = self.smaller as f64 + (self.equal as f64 + 1.0) / 2.0;
        rank.clamp(1.0, (self.of as f64).max(1.0))
    }

    /// The same, counted from the largest.
    pub fn from_largest(self) -> f64 {
        self.of.max(1) as f64 + 1.0 - self.from_smallest()
    }
}

/// Where a number stands, or would stand, among others in ascending order.
///
/// ```
/// use brede::index::rank::among;
/// let reference = [1.0, 3.0, 3.0, 8.0];
/// assert_eq!(among(&reference, 3.0).from_largest(), 2.5);
/// assert_eq!(among(&reference, 5.0).from_largest(), 1.5);
/// assert_eq!(among(&reference, 9.0).from_largest(), 1.0);
/// assert_eq!(among(&reference, 0.0).from_largest(), 4.0);
/// ```
pub fn among(ascending: &[f64], value: f64) -> Position {
    let smaller = ascending.partition_point(|other| *other < value);
    let not_above = ascending.partition_point(|other| *other <= value);
    Position { smaller, equal: not_above - smaller, of: ascending.len() }
}

/// The known numbers of a column, from the smallest up.
pub(super) struct Order {
    /// Where they stand in the column.
    pub(super) places: Vec<u32>,
    /// Where equal numbers end, in `places`.
    ends: Vec<u32>,
}

impl Order {
    pub(super) fn of(values: &[f64]) -> Order {
        struct Placed {
            /// The upper half of the bits, which few numbers have in common that are not equal.
            upper: u32,
            at: u32,
        }
        let known = values.iter().zip(0..).filter(|(value, _)| !value.is_nan());
        let mut order: Vec<Placed> =
            known.map(|(value, at)| Placed { upper: (key(*value) >> 32) as u32, at }).collect();
        radsort::sort_by_key(&mut order, |placed| placed.upper);
        for alike in order.chunk_by_mut(|one, next| one.upper == next.upper) {
            alike.sort_by_key(|placed| key(values[placed.at as usize]));
        }
        let places: Vec<u32> = order.into_iter().map(|placed| placed.at).collect();
        let number = |place: &u32| values[*place as usize];
        let last_of_tie =
            |at: &usize| places.get(at + 1).is_none_or(|next| number(next) != number(&places[*at]));
        let ends = (0..places.len()).filter(last_of_tie).map(|at| at as u32 + 1).collect();
        Order { places, ends }
    }

    pub(super) fn len(&self) -> usize {
        self.places.len()
    }

    pub(super) fn ties(&self) -> impl Iterator<Item = Tie<'_>> {
        let mut start = 0;
        self.ends.iter().map(move |end| {
            let tie = Tie { start, places: &self.places[start..*end as usize] };
            start = *end as usize;
            tie
        })
    }
}

/// Equal numbers.
#[derive(Clone, Copy)]
pub(super) struct Tie<'a> {
    /// How many are smaller.
    pub(super) start: usize,
    /// Where they stand in the column.
    pub(super) places: &'a [u32],
}

impl Tie<'_> {
    pub(super) fn rank_from_largest(self, of: usize) -> f64 {
        of as f64 + 1.0 - self.rank_from_smallest()
    }

    pub(super) fn rank_from_smallest(self) -> f64 {
        self.start as f64 + (self.places.len() as f64 + 1.0) / 2.0
    }
}

/// Bits that have the order of the number; both zeros are one number.
fn key(value: f64) -> u64 {
    let bits = (value + 0.0).to_bits();
    if bits >> 63 == 1 { !bits } else { bits | 1 << 63 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_numbers_have_no_rank_and_are_not_counted() {
        let ranks = from_largest(&[f64::NAN, 2.0, f64::NAN, 5.0]);
        assert!(ranks.ranks[0].is_nan() && ranks.ranks[2].is_nan());
        assert_eq!((ranks.ranks[1], ranks.ranks[3], ranks.of), (2.0, 1.0, 2));
        assert_eq!(from_largest(&[]).of, 0);
    }

    #[test]
    fn negative_numbers_and_both_zeros_keep_their_order() {
        let ranks = from_largest(&[-1.0, 0.0, -0.0, -2.5, 1.0]).ranks;
        assert_eq!(ranks, [4.0, 2.5, 2.5, 5.0, 1.0]);
    }

    #[test]
    fn a_rank_among_others_is_that_of_the_column() {
        let values = [4.0, -1.0, 4.0, 4.0, 0.5, 9.0];
        let mut reference = values.to_vec();
        reference.sort_by(f64::total_cmp);
        let ranks = from_largest(&values).ranks;
        for (value, rank) in values.iter().zip(ranks) {
            assert_eq!(among(&reference, *value).from_largest(), rank);
        }
    }
}
