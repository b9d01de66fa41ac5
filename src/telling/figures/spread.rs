//! How the numbers of a level are spread over the whole atlas: reckoned once for all figures of a site.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::index::{IndexId, Means};
use crate::model::atlas::{LevelId, Period};

use super::subject::Standing;
use super::{Studio, Subject};

type Key = (Subject, LevelId, Vec<Period>);

type MeansByPeriod = BTreeMap<(IndexId, Period), Option<Arc<Means>>>;

/// Sorted numbers by subject, level and periods, kept for the figures that follow. It only saves work: a new
/// one gives the same figures.
#[derive(Debug, Default)]
pub struct Spreads {
    known: Mutex<BTreeMap<Key, Arc<Spread>>>,
    means: Mutex<MeansByPeriod>,
}

/// The numbers of every area of a level, in order.
#[derive(Debug)]
pub struct Spread {
    sorted: Vec<f64>,
}

impl Spreads {
    pub fn of(&self, studio: &Studio, subject: Subject, level: LevelId, periods: &[Period]) -> Arc<Spread> {
        let key = (subject, level, periods.to_vec());
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner).get(&key).cloned();
        known.unwrap_or_else(|| {
            // Reckoned outside the lock: twice at worst, with one outcome.
            let spread = Arc::new(Spread::reckon(studio, subject, level, periods));
            let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
            known.entry(key).or_insert(spread).clone()
        })
    }

    /// What the domains of an index add on average; absent where no area has a score.
    pub fn means(&self, studio: &Studio, index: IndexId, period: Period) -> Option<Arc<Means>> {
        let key = (index, period);
        let known = self.means.lock().unwrap_or_else(PoisonError::into_inner).get(&key).cloned();
        known.unwrap_or_else(|| {
            let results = studio.scores.indices[index.0].results.get(&period);
            let means = results.and_then(|results| results.means()).map(Arc::new);
            let mut known = self.means.lock().unwrap_or_else(PoisonError::into_inner);
            known.entry(key).or_insert(means).clone()
        })
    }
}

impl Spread {
    fn reckon(studio: &Studio, subject: Subject, level: LevelId, periods: &[Period]) -> Spread {
        let mut sorted: Vec<f64> = periods
            .iter()
            .flat_map(|period| studio.atlas.level(level).map(move |area| (area, *period)))
            .filter_map(|(area, period)| Standing::of(studio, subject, area, period).value())
            .collect();
        sorted.sort_by(f64::total_cmp);
        Spread { sorted }
    }

    pub fn sorted(&self) -> &[f64] {
        &self.sorted
    }

    pub fn count(&self) -> usize {
        self.sorted.len()
    }

    pub fn range(&self) -> Option<(f64, f64)> {
        Some((*self.sorted.first()?, *self.sorted.last()?))
    }

    /// The number below which this share of the others lies, between neighbours in proportion.
    pub fn quantile(&self, share: f64) -> Option<f64> {
        let last = self.sorted.len().checked_sub(1)?;
        let place = share.clamp(0.0, 1.0) * last as f64;
        let below = place.floor() as usize;
        let above = (below + 1).min(last);
        Some(self.sorted[below] + (self.sorted[above] - self.sorted[below]) * (place - below as f64))
    }
}
