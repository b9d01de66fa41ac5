//! What the domains add to the scores of all areas: what a reader holds those of one area against.

use crate::index::{Outcome, Results};

/// Means over the areas with a score in a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Means {
    pub score: f64,
    /// Per domain, over the areas in which enough of it is known; absent where that is none.
    pub contributions: Vec<Option<f64>>,
}

impl Results {
    /// The score of a domain after normalisation, in an area with a score, both by position; absent where the area
    /// has no score, or not enough of the domain is known.
    pub fn domain(&self, at: usize, place: usize) -> Option<f64> {
        self.outcomes[place].score()?;
        self.domains.get(at).map(|column| column[place]).filter(|value| !value.is_nan())
    }

    /// What a domain adds to the score of an area, both by position; absent where the area has no score, or it
    /// cannot be told.
    pub fn contribution(&self, at: usize, place: usize) -> Option<f64> {
        self.outcomes[place].score()?;
        self.contributions.get(at).map(|column| column[place])
    }

    /// Absent where no area has a score. An area in which a domain is not known has no say in the mean of that
    /// domain: nothing was added there because nothing was known, and so the means need not sum to that of
    /// the scores.
    pub fn means(&self) -> Option<Means> {
        let scores = || self.outcomes.iter().filter_map(Outcome::score);
        let count = scores().count();
        if count == 0 {
            return None;
        }
        let contributions = (0..self.domains.len()).map(|at| {
            let known = (0..self.outcomes.len())
                .filter_map(|place| self.domain(at, place).and(self.contribution(at, place)));
            let (count, sum) = known.fold((0_usize, 0.0), |(count, sum), adds| (count + 1, sum + adds));
            (count > 0).then(|| sum / count as f64)
        });
        let contributions = contributions.collect();
        let score = scores().fold(0.0, |sum, score| sum + score.value) / count as f64;
        Some(Means { score, contributions })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::index::Score;

    fn score(value: f64) -> Outcome {
        Outcome::Score(Score {
            value,
            rank: 1.0,
            of: 1,
            class: None,
            known: 1.0,
            absent: Vec::new(),
            carried: Vec::new(),
            imputed: Vec::new(),
        })
    }

    #[test]
    fn a_domain_that_is_not_known_has_no_say_in_its_mean() {
        let results = Results {
            outcomes: vec![score(1.5), Outcome::TooFew, score(4.0)],
            scored: 2,
            filled: Vec::new(),
            domains: vec![vec![2.0, 7.0, 4.0], vec![1.0, 7.0, f64::NAN]],
            contributions: vec![vec![1.0, 0.0, 4.0], vec![0.5, 0.0, 0.0]],
            adds: Vec::new(),
            summaries: BTreeMap::new(),
        };
        assert_eq!((results.domain(0, 1), results.contribution(0, 1)), (None, None));
        assert_eq!((results.domain(1, 2), results.contribution(1, 2)), (None, Some(0.0)));
        // (1 + 4) ÷ 2; 0.5 ÷ 1; (1.5 + 4) ÷ 2
        let means = Means { score: 2.75, contributions: vec![Some(2.5), Some(0.5)] };
        assert_eq!(results.means(), Some(means));
        let none = Results { outcomes: vec![Outcome::TooFew; 3], scored: 0, ..results };
        assert_eq!(none.means(), None);
    }
}
