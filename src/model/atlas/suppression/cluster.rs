//! Indicators that tell of each other: a count, and what is made by dividing it.

use crate::model::atlas::suppression::Rule;
use crate::model::atlas::{Atlas, IndicatorId, Measure, Period};

/// Indicators of which the numbers of one area and period are withheld together.
#[derive(Clone, Debug, PartialEq)]
pub struct Cluster {
    /// In order. Numbers of any of them tell the same: count = rate × denominator.
    pub members: Vec<IndicatorId>,
    /// Which counts must be how large; empty where nothing is asked.
    pub asked: Vec<Asked>,
    /// The counts that its members are divided by, or means over.
    pub weights: Vec<IndicatorId>,
    /// Whether parts add up to the whole, weighted by these counts; medians and classes do not.
    pub is_additive: bool,
}

/// A count that must be this large.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Asked {
    pub of: IndicatorId,
    pub least: f64,
}

impl Cluster {
    /// The periods of any member.
    pub fn periods(&self, atlas: &Atlas) -> Vec<Period> {
        let mut periods: Vec<Period> = self.members.iter().flat_map(|id| atlas.periods(*id)).collect();
        periods.sort_unstable();
        periods.dedup();
        periods
    }

    /// The count that tells how many people a cell is about; absent where that is the cell itself.
    pub fn people(&self) -> Option<IndicatorId> {
        let asked = self.asked.iter().map(|asked| asked.of);
        asked.chain(self.weights.iter().copied()).find(|of| !self.members.contains(of))
    }
}

/// Every indicator in one cluster, in the order of their first members.
///
/// A share, rate or mean is held against its `of`, a count against its own where it has one. A count without
/// is held against itself only where it asks: a small count of events in a large town tells of nobody.
pub fn clusters(atlas: &Atlas, least: f64, rules: &[Rule]) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    for (id, indicator) in atlas.indicators() {
        if indicator.numerator.is_some() {
            continue;
        }
        let made_of = atlas.indicators().filter(|(_, other)| other.numerator == Some(id));
        let mut members: Vec<IndicatorId> = made_of.map(|(other, _)| other).chain([id]).collect();
        members.sort_unstable();
        let mut cluster = Cluster { members, asked: Vec::new(), weights: Vec::new(), is_additive: true };
        for member in &cluster.members {
            let rule = rules.get(usize::from(member.0)).copied().unwrap_or_default();
            let asked = match (rule.of, atlas.indicator(*member).measure) {
                (Some(of), _) => Some(Asked { of, least: rule.own.unwrap_or(least) }),
                (None, Measure::Count) => rule.own.map(|least| Asked { of: *member, least }),
                (None, _) => None,
            };
            if let Some(asked) = asked.filter(|asked| asked.least > 0.0) {
                match cluster.asked.iter_mut().find(|earlier| earlier.of == asked.of) {
                    Some(earlier) => earlier.least = earlier.least.max(asked.least),
                    None => cluster.asked.push(asked),
                }
            }
            match atlas.indicator(*member).measure {
                Measure::Share { of } | Measure::Rate { of, .. } | Measure::Mean { of } => {
                    cluster.weights.extend(of);
                    cluster.is_additive &= of.is_some();
                }
                Measure::Count => {}
                Measure::Other => cluster.is_additive = false,
            }
        }
        clusters.push(cluster);
    }
    clusters
}
