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
    /// Absent where no area has a score. An area in which a domain is not known has no say in the mean of that
    /// domain: nothing was added there because nothing was known, and so the means need not sum to that of
    /// the scores.
    pub fn means(&self) -> Option<Means> {
        let scores = || self.outcomes.iter().filter_map(Outcome::score);
        let count = scores().count();
        let domains = scores().next()?.domains.len();
        let contributions = (0..domains).map(|at| {
            let known = || {
                scores().filter_map(move |score| {
                    score.domains.get(at).copied().flatten()?;
                    score.contributions.get(at).copied()
                })
            };
            let (count, sum) = known().fold((0_usize, 0.0), |(count, sum), adds| (count + 1, sum + adds));
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

    fn score(domains: [Option<f64>; 2], contributions: [f64; 2]) -> Outcome {
        Outcome::Score(Score {
            value: contributions.iter().sum(),
            rank: 1.0,
            of: 1,
            class: None,
            domains: domains.to_vec(),
            contributions: contributions.to_vec(),
            known: 1.0,
            absent: Vec::new(),
            carried: Vec::new(),
            imputed: Vec::new(),
        })
    }

    #[test]
    fn a_domain_that_is_not_known_has_no_say_in_its_mean() {
        let outcomes = vec![
            score([Some(2.0), Some(1.0)], [1.0, 0.5]),
            Outcome::TooFew,
            score([Some(4.0), None], [4.0, 0.0]),
        ];
        let results = Results { outcomes, scored: 2, adds: Vec::new(), summaries: BTreeMap::new() };
        // (1 + 4) ÷ 2; 0.5 ÷ 1; (1.5 + 4) ÷ 2
        let means = Means { score: 2.75, contributions: vec![Some(2.5), Some(0.5)] };
        assert_eq!(results.means(), Some(means));
        let none = Results {
            outcomes: vec![Outcome::TooFew],
            scored: 0,
            adds: Vec::new(),
            summaries: BTreeMap::new(),
        };
        assert_eq!(none.means(), None);
    }
}
