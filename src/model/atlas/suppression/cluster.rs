//! Indicators that tell of each other: a count, and what is made by dividing it.

use crate::model::atlas::suppression::Rule;
use crate::model::atlas::{Atlas, GroupId, IndicatorId, Measure, Period};

/// Indicators of which the numbers of one area and period are withheld together.
#[derive(Clone, Debug, PartialEq)]
pub struct Cluster {
    /// In order. Numbers of any of them tell the same: count = rate × denominator.
    pub members: Vec<IndicatorId>,
    /// Which counts must be how large; empty where nothing is asked.
    pub asked: Vec<Asked>,
    /// The counts that its members are divided by, or means over.
    pub weights: Vec<IndicatorId>,
    /// Where this is of groups.
    pub division: Option<Division>,
    /// Whether parts add up to the whole, weighted by these counts; medians and classes do not.
    pub is_additive: bool,
}

/// What is of groups, and of everybody.
#[derive(Clone, Debug, PartialEq)]
pub struct Division {
    /// Of everybody: where that is withheld, its groups would add up to it.
    pub wholes: Vec<IndicatorId>,
    /// The count of everybody; absent where nobody is counted.
    pub people: Option<IndicatorId>,
    pub groups: Vec<OfGroup>,
}

/// What tells of one group.
#[derive(Clone, Debug, PartialEq)]
pub struct OfGroup {
    pub members: Vec<IndicatorId>,
    /// The count of the people in it; absent where nobody is counted.
    pub people: Option<IndicatorId>,
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

    /// The numbers with which its own could be reckoned back.
    pub fn made_with(&self) -> Vec<IndicatorId> {
        self.weights.iter().chain(self.wholes()).copied().collect()
    }

    /// The numbers of everybody, where its own are of groups.
    pub fn wholes(&self) -> &[IndicatorId] {
        self.division.as_ref().map(|division| division.wholes.as_slice()).unwrap_or_default()
    }

    /// The count that tells how many people a cell is about; absent where that is the cell itself.
    pub fn people(&self) -> Option<IndicatorId> {
        let asked = self.asked.iter().map(|asked| asked.of);
        asked.chain(self.weights.iter().copied()).find(|of| !self.members.contains(of))
    }
}

/// Every indicator in one cluster, in the order of their first members; then the groups of each indicator.
///
/// A share, rate or mean is held against its `of`, a count against its own where it has one. A count without
/// is held against itself only where it asks: a small count of events in a large town tells of nobody.
///
/// The groups of one division are withheld together: from all but one of them and the number of everybody the
/// last would follow.
pub fn clusters(atlas: &Atlas, least: f64, rules: &[Rule]) -> Vec<Cluster> {
    let made_of = |id: IndicatorId| {
        let of = atlas.indicators().filter(move |(_, other)| other.numerator == Some(id));
        of.map(|(other, _)| other).chain([id])
    };
    let first = atlas.indicators().filter(|(_, indicator)| indicator.numerator.is_none());
    let mut clusters: Vec<Cluster> =
        first.map(|(id, _)| cluster(atlas, made_of(id).collect(), least, rules)).collect();
    let counted = |members: &[IndicatorId]| {
        let found = cluster(atlas, members.to_vec(), least, rules);
        found.asked.first().map(|asked| asked.of).or(found.weights.first().copied())
    };
    for breakdown in atlas.breakdowns() {
        if atlas.indicator(breakdown.of).numerator.is_some() {
            continue;
        }
        let wholes: Vec<IndicatorId> = made_of(breakdown.of).collect();
        let of_group = |(group, _): &(GroupId, IndicatorId)| {
            let members =
                wholes.iter().flat_map(|id| atlas.groups_of(*id)).filter(|(other, _)| other == group);
            let members: Vec<IndicatorId> = members.map(|(_, id)| id).collect();
            OfGroup { people: counted(&members), members }
        };
        let groups: Vec<OfGroup> = breakdown.groups.iter().map(of_group).collect();
        let members = groups.iter().flat_map(|group| group.members.iter().copied()).collect();
        let division = Some(Division { people: counted(&wholes), wholes, groups });
        clusters.push(Cluster { division, ..cluster(atlas, members, least, rules) });
    }
    clusters
}

fn cluster(atlas: &Atlas, mut members: Vec<IndicatorId>, least: f64, rules: &[Rule]) -> Cluster {
    members.sort_unstable();
    let (asked, weights) = (Vec::new(), Vec::new());
    let mut cluster = Cluster { members, asked, weights, division: None, is_additive: true };
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
    cluster
}
