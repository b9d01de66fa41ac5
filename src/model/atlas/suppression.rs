//! Numbers about too few people are withheld, and with them those from which they could be got back
//! (METHODS.md section 1).
//!
//! In: an atlas with all its numbers, those of parents and sets among them, and from how many people on each
//! indicator may be shown. Out: the atlas without the numbers that may not. First the primary cells, by the
//! rule; then complementary ones, until no withheld cell follows from what is left (Willenborg & de Waal,
//! Elements of Statistical Disclosure Control, chapter 7). What is tied by a numerator is withheld together.
//! Knows of no relation between indicators but `numerator` and `of`, and that of groups to everybody; and of
//! none between periods.

mod cluster;
mod solve;
mod table;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Report;
use crate::input::settings::Settings;
use crate::model::atlas::problem::Problem;
use crate::model::atlas::suppression::cluster::{Cluster, clusters};
use crate::model::atlas::suppression::table::{Incidence, Table};
use crate::model::atlas::{Absence, AreaId, Atlas, IndicatorId, Period, Reading};

/// From how many people on the numbers of an indicator are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rule {
    /// The count that a number is about: its own `of`, for a count too.
    pub of: Option<IndicatorId>,
    /// What the indicator itself says; 0 where it asks for nothing.
    pub own: Option<f64>,
}

/// How many numbers of an indicator are withheld.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Withheld {
    /// Since they are about too few people.
    pub by_rule: usize,
    /// Since those could be got back from them.
    pub to_protect: usize,
}

/// Withholds numbers as the settings ask, with a note of how many.
pub fn apply(settings: &Settings, atlas: &mut Atlas) -> Report {
    let told = settings.indicators.iter();
    let rule = |told: &crate::input::settings::Indicator| Rule {
        of: told.of.map(|at| IndicatorId(at as u16)),
        own: told.suppress_below,
    };
    let withheld = withhold(atlas, settings.site.suppress_below, &told.map(rule).collect::<Vec<Rule>>());
    let mut report = Report::new();
    let told = |(id, count): (&IndicatorId, &Withheld)| (atlas.indicator(*id).id.clone(), *count);
    let withheld: Vec<(String, Withheld)> = withheld.iter().map(told).collect();
    if !withheld.is_empty() {
        report.push(Problem::Withheld { withheld }.into());
    }
    report
}

/// Withholds numbers by a rule for each indicator; `least` is that of an indicator that has none of its own.
/// Gives back how many, of those indicators that have any.
pub fn withhold(atlas: &mut Atlas, least: f64, rules: &[Rule]) -> BTreeMap<IndicatorId, Withheld> {
    if least <= 0.0 && rules.iter().all(|rule| rule.own.is_none_or(|own| own <= 0.0)) {
        return BTreeMap::new();
    }
    let clusters = clusters(atlas, least, rules);
    let incidence = Incidence::of(atlas);
    let mut hidden: BTreeMap<(usize, Period), Hidden> = BTreeMap::new();
    // what is divided by a withheld count is withheld, and may itself be a count that others are divided by
    let mut is_settled = false;
    while !is_settled {
        is_settled = true;
        for (at, cluster) in clusters.iter().enumerate() {
            for period in cluster.periods(atlas) {
                let known = Known { clusters: &clusters, hidden: &hidden, period };
                let inherited = known.withheld(cluster, &cluster.made_with());
                let everybody = known.withheld(cluster, cluster.wholes());
                let before = hidden.get(&(at, period));
                if before.is_some_and(|it| it.inherited == inherited && it.everybody == everybody) {
                    continue;
                }
                let before = before.cloned().unwrap_or_default();
                let start = Hidden { inherited, everybody, ..before };
                hidden.insert((at, period), Table::new(atlas, &incidence, cluster, period, start).protect());
                is_settled = false;
            }
        }
    }
    let mut withheld = BTreeMap::new();
    for ((at, period), hidden) in &hidden {
        for id in &clusters[*at].members {
            remove(atlas, *id, *period, hidden, &mut withheld);
        }
    }
    withheld
}

/// The cells of a cluster and period that are withheld.
#[derive(Clone, Debug, Default)]
pub struct Hidden {
    pub by_rule: BTreeSet<AreaId>,
    pub to_protect: BTreeSet<AreaId>,
    /// Where a count that the cluster is divided by is withheld, whether there is a number here or not.
    pub inherited: BTreeSet<AreaId>,
    /// Of groups: where the number of everybody is withheld; these are inherited, too.
    pub everybody: BTreeSet<AreaId>,
}

/// What is withheld of all clusters in a period.
struct Known<'a> {
    clusters: &'a [Cluster],
    hidden: &'a BTreeMap<(usize, Period), Hidden>,
    period: Period,
}

impl Known<'_> {
    /// The cells in which any of some numbers is withheld that are not of the cluster itself: from numerator and
    /// rate, or from the means of parents, a count could be got back, and everybody from all groups.
    fn withheld(&self, cluster: &Cluster, ids: &[IndicatorId]) -> BTreeSet<AreaId> {
        let mut cells = BTreeSet::new();
        for (at, other) in self.clusters.iter().enumerate() {
            if let Some(hidden) = self.hidden.get(&(at, self.period))
                && ids.iter().any(|id| other.members.contains(id))
                && cluster.members != other.members
            {
                cells.extend(hidden.by_rule.iter().chain(&hidden.to_protect));
            }
        }
        cells
    }
}

/// Takes the numbers of some cells out of the atlas, with all that is said of them.
fn remove(
    atlas: &mut Atlas,
    id: IndicatorId,
    period: Period,
    hidden: &Hidden,
    withheld: &mut BTreeMap<IndicatorId, Withheld>,
) {
    for (cells, is_by_rule) in [(&hidden.by_rule, true), (&hidden.to_protect, false)] {
        for area in cells {
            if atlas.reading(*area, id, period).value().is_none() {
                continue;
            }
            atlas.set_reading(*area, id, period, Reading::Absent(Absence::Suppressed));
            if let Some(margins) = atlas.margins.get_mut(&(id, period)) {
                margins.remove(area);
            }
            atlas.withheld.entry((id, period)).or_default().insert(*area);
            let count = withheld.entry(id).or_default();
            *(if is_by_rule { &mut count.by_rule } else { &mut count.to_protect }) += 1;
        }
    }
}
