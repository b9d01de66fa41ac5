//! Which reading of an area counts for a period (METHODS.md section 2).
//!
//! In: the atlas, an indicator and a period. Out: per area of a level a number and the period that it is of:
//! the period itself, or an earlier one as far as the indicator is carried. Knows nothing of who is eligible.

use crate::model::atlas::{Absence, Atlas, IndicatorId, LevelId, Period, Reading};

/// A number that counts for a period, and the period that it was measured in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Counted {
    pub value: f64,
    pub of: Period,
}

/// The number of each area of a level by place: that of the period, else the latest of those years back that
/// the indicator allows.
///
/// Carried is over what nobody spoke of, and no further: a figure that is secret, that cannot be there or
/// that is of too few people stands in the way of an older one, in the period itself and before it. What was
/// measured in another way is not carried.
pub fn counted(
    atlas: &Atlas,
    level: LevelId,
    indicator: IndicatorId,
    period: Period,
) -> Vec<Option<Counted>> {
    let told = atlas.indicator(indicator);
    let mut found: Vec<Option<Counted>> = vec![None; atlas.level_len(level)];
    let mut is_open = vec![true; found.len()];
    let years = atlas.periods(indicator).rev();
    let years = years.filter(|of| (period - told.carry..=period).contains(of));
    for of in years.filter(|of| told.is_same_measure(*of, period)) {
        let readings = atlas.readings(level, indicator, of).iter();
        for ((found, is_open), reading) in found.iter_mut().zip(&mut is_open).zip(readings) {
            match reading {
                Reading::Value { value, .. } if *is_open => *found = Some(Counted { value: *value, of }),
                Reading::Value { .. } | Reading::Absent(Absence::Missing) => continue,
                Reading::Absent(Absence::Suppressed | Absence::Impossible | Absence::TooFew) => {}
            }
            *is_open = false;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::input::settings::Good;
    use crate::model::atlas::{Area, Indicator};

    /// One level of as many areas as each year has readings.
    fn land(carry: Period, breaks: &[Period], years: &[(Period, &[Reading])]) -> Atlas {
        let count = years[0].1.len();
        let area = |at: usize| Area {
            code: format!("A{at}"),
            name: String::new(),
            level: LevelId(0),
            parent: None,
            children: Vec::new(),
        };
        let indicator = Indicator { breaks: breaks.to_vec(), carry, ..Indicator::plain("x", Good::Low) };
        let readings: BTreeMap<Period, Vec<Reading>> =
            years.iter().map(|(year, column)| (*year, column.to_vec())).collect();
        Atlas::from_parts(1, (0..count).map(area).collect(), vec![indicator], vec![readings], None)
    }

    fn of(atlas: &Atlas, period: Period) -> Vec<Option<(f64, Period)>> {
        let counted = counted(atlas, LevelId(0), IndicatorId(0), period);
        counted.into_iter().map(|it| it.map(|it| (it.value, it.of))).collect()
    }

    const GAP: Reading = Reading::MISSING;
    const SECRET: Reading = Reading::Absent(Absence::Suppressed);

    #[test]
    fn the_latest_of_the_years_that_are_allowed_counts() {
        let [one, two, three] = [1.0, 2.0, 3.0].map(Reading::published);
        let years: [(Period, &[Reading]); 3] =
            [(2018, &[one, one, one]), (2020, &[two, GAP, GAP]), (2022, &[three, GAP, three])];
        assert_eq!(of(&land(0, &[], &years), 2022), [Some((3.0, 2022)), None, Some((3.0, 2022))]);
        assert_eq!(of(&land(3, &[], &years), 2022), [Some((3.0, 2022)), None, Some((3.0, 2022))]);
        let far = of(&land(4, &[], &years), 2022);
        assert_eq!(far, [Some((3.0, 2022)), Some((1.0, 2018)), Some((3.0, 2022))]);
        // a year of which there is nothing at all, and one before all of them
        assert_eq!(of(&land(1, &[], &years), 2021), [Some((2.0, 2020)), None, None]);
        assert_eq!(of(&land(4, &[], &years), 2017), [None, None, None]);
    }

    #[test]
    fn what_is_secret_is_not_got_round() {
        let one = Reading::published(1.0);
        let nothing_there = Reading::Absent(Absence::Impossible);
        let years: [(Period, &[Reading]); 3] = [
            (2020, &[one, one, one, one]),
            (2021, &[GAP, SECRET, GAP, GAP]),
            (2022, &[SECRET, GAP, nothing_there, GAP]),
        ];
        assert_eq!(of(&land(5, &[], &years), 2022), [None, None, None, Some((1.0, 2020))]);
    }

    #[test]
    fn a_break_stops_it() {
        let one = Reading::published(1.0);
        let years: [(Period, &[Reading]); 2] = [(2020, &[one, one]), (2022, &[GAP, one])];
        assert_eq!(of(&land(2, &[2021], &years), 2022), [None, Some((1.0, 2022))]);
        assert_eq!(of(&land(2, &[2022], &years), 2022), [None, Some((1.0, 2022))]);
        assert_eq!(of(&land(2, &[2020], &years), 2022), [Some((1.0, 2020)), Some((1.0, 2022))]);
    }
}
