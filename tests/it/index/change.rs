//! Periods of an index held against each other: what is carried, what may be compared, and over which areas.

use brede::index::change::{Change, Obstacle, Tells};
use brede::index::{Carried, Outcome};
use brede::input::settings::{self, Absence, Good, Normalise, Parts, Reference};
use brede::model::atlas::{AreaId, IndicatorId, Reading};

use crate::index::country::{COUNTRY, Country, classes, definition, domain, known};

use Normalise::{None as AsGiven, RankExponential};

const Z_SCORE: Normalise = Normalise::Z_SCORE;

const YEARS: [i32; 2] = [2020, 2024];

/// Two indicators of equal weight in a domain each, over both years.
fn index(country: &Country, reference: Reference, normalise: Normalise) -> settings::Index {
    let one = |id: &str| country.domain(id, 1.0, normalise, &[(id, 1.0)]);
    let mut index = definition(normalise, vec![one("a"), one("b")]);
    index.periods = YEARS.to_vec();
    index.reference = reference;
    index.minimum_known = 0.5;
    index.classes = classes(2);
    index
}

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-12
}

/// Four areas; `a` falls by 2 everywhere, `b` stays.
fn falling() -> Country {
    Country::of(4)
        .low("a", 2020, &known(&[3.0, 4.0, 5.0, 6.0]))
        .low("a", 2024, &known(&[1.0, 2.0, 3.0, 4.0]))
        .low("b", 2020, &known(&[1.0, 1.0, 2.0, 2.0]))
        .low("b", 2024, &known(&[1.0, 1.0, 2.0, 2.0]))
        .low("people", 2020, &known(&[100.0, 200.0, 300.0, 400.0]))
        .low("people", 2024, &known(&[100.0, 200.0, 300.0, 500.0]))
}

#[test]
fn points_are_told_from_scores_that_are_linear_on_one_scale() {
    let country = falling();
    // the sample deviation of 3, 4, 5, 6 is √(5 ÷ 3); two of it less on half of the weight, and the second
    // layer of z-scores divides by its own deviation, which is 1 for each domain
    let told = country.told(&index(&country, Reference::Period(2020), Z_SCORE));
    assert_eq!(told.index().tells, Tells::Points);
    for code in ["N00000", "N00003"] {
        let points = told.change(code, 2020, 2024).unwrap().points.unwrap();
        assert!(near(points, -1.0 / (5.0_f64 / 3.0).sqrt()), "{points}");
    }
    // pooled: the deviation of 3, 4, 5, 6, 1, 2, 3, 4 about 3.5 is √(18 ÷ 7)
    let told = country.told(&index(&country, Reference::Pooled, Z_SCORE));
    let points = told.change("N00001", 2020, 2024).unwrap().points.unwrap();
    assert!(near(points, -1.0 / (18.0_f64 / 7.0).sqrt()), "{points}");
}

#[test]
fn with_each_period_on_its_own_scale_only_the_place_is_told() {
    let country = falling();
    let told = country.told(&index(&country, Reference::EachPeriod, Z_SCORE));
    assert_eq!(told.index().tells, Tells::Position);
    // everything fell alike, and nobody's place changed
    let change = told.change("N00000", 2020, 2024).unwrap();
    assert_eq!(change, Change { before: Some(0), after: Some(0), points: None, is_chance: false });
}

#[test]
fn ranks_and_scores_of_a_publisher_tell_classes_only() {
    let country = falling();
    for normalise in [RankExponential, AsGiven] {
        let told = country.told(&index(&country, Reference::Pooled, normalise));
        assert_eq!(told.index().tells, Tells::Classes);
        assert!(told.change("N00000", 2020, 2024).unwrap().points.is_none());
    }
    let tells = |below: Normalise, between: Normalise, above: Normalise| {
        let inner = country.domain("a", 1.0, below, &[("a", 1.0)]);
        let mut index = definition(above, vec![domain("outer", 1.0, between, Parts::Domains(vec![inner]))]);
        index.reference = Reference::Pooled;
        settings::tells(&index)
    };
    // one layer of ranks is enough; between layers, as given is linear
    assert_eq!(tells(Z_SCORE, AsGiven, AsGiven), Tells::Points);
    assert_eq!(tells(Z_SCORE, RankExponential, Z_SCORE), Tells::Classes);
    assert_eq!(tells(Z_SCORE, Z_SCORE, RankExponential), Tells::Classes);
    assert_eq!(tells(RankExponential, Z_SCORE, Z_SCORE), Tells::Classes);
    assert_eq!(tells(AsGiven, Z_SCORE, Z_SCORE), Tells::Classes);
}

#[test]
fn a_carried_reading_counts_is_named_and_yields_no_change() {
    let mut country = falling();
    country = country.low("b", 2024, &[Some(1.0), None, Some(2.0), Some(2.0)]);
    let plain = country.told(&index(&country, Reference::Pooled, Z_SCORE));
    let score = plain.score("N00001", 2024);
    assert_eq!((score.absent.as_slice(), score.carried.len()), (&[IndicatorId(1)][..], 0));
    assert_eq!(plain.change("N00001", 2020, 2024), Err(Obstacle::OtherIndicators));

    let carried = country.clone().carry("b", 4);
    let told = carried.told(&index(&carried, Reference::Pooled, Z_SCORE));
    let score = told.score("N00001", 2024);
    assert_eq!(score.carried, [Carried { indicator: IndicatorId(1), of: 2020 }]);
    assert!(score.absent.is_empty() && score.known == 1.0);
    assert_eq!(told.change("N00001", 2020, 2024), Err(Obstacle::Carried));
    assert!(told.change("N00000", 2020, 2024).is_ok());

    // three years are not enough for what was last measured four years ago, and a break is not crossed
    for country in [country.clone().carry("b", 3), carried.broken("b", 2022)] {
        let told = country.told(&index(&country, Reference::Pooled, Z_SCORE));
        assert_eq!(told.score("N00001", 2024).absent, [IndicatorId(1)]);
    }
}

#[test]
fn what_is_secret_stays_so() {
    let one = Reading::published(1.0);
    let secret = Reading::Absent(Absence::Suppressed);
    let country = falling().readings("b", Good::Low, 2024, &[one, secret, one, one]).carry("b", 9);
    let told = country.told(&index(&country, Reference::Pooled, Z_SCORE));
    assert_eq!(told.score("N00001", 2024).absent, [IndicatorId(1)]);
}

#[test]
fn nothing_is_told_across_a_break_or_of_estimates() {
    let country = falling().broken("a", 2022);
    let told = country.told(&index(&country, Reference::Pooled, Z_SCORE));
    assert_eq!(told.change("N00000", 2020, 2024), Err(Obstacle::Break));
    assert_eq!((told.index().panel.periods.as_slice(), told.index().panel.count()), (&[2024][..], 0));
    assert!(told.index().panel.summaries.is_empty() && told.index().panel.first().is_none());
    let country = falling().estimated("b");
    let told = country.told(&index(&country, Reference::Pooled, Z_SCORE));
    assert_eq!(told.change("N00000", 2020, 2024), Err(Obstacle::Estimated));
    // of an indicator without weight nothing is asked
    let mut unweighed = index(&country, Reference::Pooled, Z_SCORE);
    unweighed.domains[1].weight = 0.0;
    assert!(country.told(&unweighed).change("N00000", 2020, 2024).is_ok());
}

/// A domain of which not enough is known is not in the score, nor is what is known in it.
#[test]
fn an_indicator_of_a_domain_that_falls_out_is_not_in_the_score() {
    let values = |last: Option<f64>| [Some(1.0), Some(2.0), Some(3.0), last];
    let country = ["a", "b", "c"].iter().fold(Country::of(4), |country, id| {
        let then = if *id == "b" { None } else { Some(4.0) };
        country.low(id, 2020, &values(then)).low(id, 2024, &values(Some(4.0)))
    });
    let domains = vec![
        country.domain("both", 1.0, Z_SCORE, &[("a", 1.0), ("b", 1.0)]),
        country.domain("last", 2.0, Z_SCORE, &[("c", 1.0)]),
    ];
    let mut index = definition(Z_SCORE, domains);
    index.periods = YEARS.to_vec();
    let told = country.told(&index);
    assert_eq!(told.score("N00003", 2020).absent, [IndicatorId(0), IndicatorId(1)]);
    assert_eq!(told.change("N00003", 2020, 2024), Err(Obstacle::OtherIndicators));
    assert!(told.change("N00000", 2020, 2024).is_ok());
}

/// What is told of the whole runs over the areas that can be compared, and over their people.
#[test]
fn the_panel_is_the_same_in_every_period() {
    let mut country = falling();
    // the last area has no score in 2020, and the first none in 2022
    country = country
        .low("a", 2020, &[Some(3.0), Some(4.0), Some(5.0), None])
        .low("b", 2020, &[Some(1.0), Some(1.0), Some(2.0), None])
        .low("a", 2022, &[None, Some(4.0), Some(5.0), Some(6.0)])
        .low("b", 2022, &[None, Some(1.0), Some(2.0), Some(2.0)]);
    let mut index = index(&country, Reference::Pooled, Z_SCORE);
    index.periods = vec![2020, 2022, 2024];
    let told = country.told(&index);
    let panel = &told.index().panel;
    assert_eq!(panel.periods, [2020, 2022, 2024]);
    assert_eq!(panel.members, [false, true, true, false]);
    assert_eq!((panel.first(), panel.count()), (Some(2020), 2));
    assert_eq!(told.change("N00003", 2020, 2024), Err(Obstacle::NoScore));
    assert!(told.change("N00003", 2022, 2024).is_ok(), "but it is not in the panel");
    let country = AreaId(u32::from(COUNTRY.0));
    for period in [2020, 2022, 2024] {
        let summary = &panel.summaries[&period][&country];
        assert_eq!((summary.scored, summary.parts, summary.people), (2, 4, 500.0));
        assert_eq!(summary.people_by_class.iter().sum::<f64>(), 500.0);
    }
    // with pooled scores the classes part at the median of nine: N00002 was above it in 2020
    let class = |period| told.score("N00002", period).class;
    assert_eq!([class(2020), class(2022), class(2024)], [Some(1), Some(1), Some(1)]);
    assert_eq!(panel.summaries[&2020][&country].people_by_class, [200.0, 300.0]);
}

/// A period that few areas can be compared with is left out, and takes nobody out of the panel.
#[test]
fn a_period_that_cannot_be_compared_leaves_the_others_alone() {
    let country = falling()
        .low("a", 2022, &known(&[2.0, 3.0, 4.0, 5.0]))
        .low("b", 2022, &[None, None, None, Some(2.0)])
        .carry("b", 2);
    let mut index = index(&country, Reference::Pooled, Z_SCORE);
    index.periods = vec![2020, 2022, 2024];
    let told = country.told(&index);
    assert_eq!(told.index().panel.periods, [2020, 2024]);
    assert_eq!(told.index().panel.count(), 4);
    assert_eq!(told.score("N00000", 2022).carried, [Carried { indicator: IndicatorId(1), of: 2020 }]);
}

#[test]
fn an_index_of_one_period_compares_nothing() {
    let country = falling();
    let mut index = index(&country, Reference::EachPeriod, Z_SCORE);
    index.periods = vec![2024];
    let told = country.told(&index);
    assert_eq!((told.index().panel.periods.as_slice(), told.index().panel.count()), (&[2024][..], 0));
    assert!(matches!(told.outcome("N00000", 2024), Outcome::Score(_)));
}
