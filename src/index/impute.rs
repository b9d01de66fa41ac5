//! What takes the place of a number that is not known (METHODS.md section 2).
//!
//! In: the numbers of a period by place, which cells may be filled, and the groups of the areas. Out: numbers
//! for those cells. Only known numbers are looked at, never imputed ones.

use crate::input::settings::Impute;

/// A mean or a median of those of one group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Middle {
    Mean,
    Median,
}

impl Middle {
    /// The middle that a rule asks for; absent for rules that ask for none.
    pub fn of(rule: &Impute) -> Option<Middle> {
        match rule {
            Impute::Mean(_) => Some(Middle::Mean),
            Impute::Median(_) => Some(Middle::Median),
            Impute::None | Impute::Parent | Impute::Earlier => None,
        }
    }
}

/// The middle of the known numbers of each group; absent in a group where none is known.
pub fn middles(values: &[f64], group_of: &[Option<u32>], groups: usize, middle: Middle) -> Vec<Option<f64>> {
    let mut members: Vec<Vec<f64>> = vec![Vec::new(); groups];
    for (value, group) in values.iter().zip(group_of) {
        if let Some(group) = group.filter(|_| !value.is_nan()) {
            members[group as usize].push(*value);
        }
    }
    let of = |known: Vec<f64>| match middle {
        Middle::Mean => mean(&known),
        Middle::Median => median(known),
    };
    members.into_iter().map(of).collect()
}

fn mean(known: &[f64]) -> Option<f64> {
    (!known.is_empty()).then(|| known.iter().fold(0.0, |sum, value| sum + value) / known.len() as f64)
}

/// The middle number; of an even count the mean of the two in the middle.
///
/// ```
/// use brede::index::impute::median;
/// assert_eq!(median(vec![9.0, 1.0, 4.0]), Some(4.0));
/// assert_eq!(median(vec![9.0, 1.0, 4.0, 5.0]), Some(4.5));
/// assert_eq!(median(vec![]), None);
/// ```
pub fn median(mut known: Vec<f64>) -> Option<f64> {
    known.sort_unstable_by(f64::total_cmp);
    let half = known.len() / 2;
    match known.len() {
        0 => None,
        count if count % 2 == 1 => Some(known[half]),
        _ => Some((known[half - 1] + known[half]) / 2.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_group_has_its_own_middle_and_an_empty_one_none() {
        let values = [1.0, f64::NAN, 4.0, 10.0, f64::NAN, 7.0];
        let groups = [Some(0), Some(0), Some(0), Some(1), Some(2), None];
        assert_eq!(middles(&values, &groups, 3, Middle::Mean), [Some(2.5), Some(10.0), None]);
        assert_eq!(middles(&values, &groups, 3, Middle::Median), [Some(2.5), Some(10.0), None]);
    }
}
