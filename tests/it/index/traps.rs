//! The traps at the end of METHODS.md, and the wording of every problem: each a defined result.

use brede::index::Outcome;
use brede::input::settings::{Absence, Good, Normalise, Parts, Reference};
use brede::model::atlas::Reading;

use crate::index::country::{COUNTRY, Country, classes, definition, domain, known, lines};

use Normalise::{None as AsGiven, RankExponential};

const Z_SCORE: Normalise = Normalise::Z_SCORE;

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-9
}

fn one_domain(
    country: &Country,
    normalise: Normalise,
    indicators: &[(&str, f64)],
) -> Vec<brede::input::settings::Domain> {
    vec![country.domain("only", 1.0, normalise, indicators)]
}

#[test]
fn equal_scores_share_rank_and_class() {
    let country = Country::of(6).low("x", 2024, &known(&[1.0, 2.0, 2.0, 2.0, 3.0, 4.0]));
    let mut index = definition(AsGiven, one_domain(&country, AsGiven, &[("x", 1.0)]));
    index.classes = classes(3);
    let told = country.told(&index);
    let of = |code| (told.score(code, 2024).rank, told.score(code, 2024).class);
    assert_eq!(of("N00005"), (1.0, Some(2)));
    assert_eq!([of("N00001"), of("N00002"), of("N00003")], [(4.0, Some(1)); 3]);
    assert_eq!(of("N00000"), (6.0, Some(0)));
    assert_eq!(told.index().breaks, [2.0, 3.0]);
}

#[test]
fn scores_that_rounding_alone_parts_share_rank_and_class() {
    // 0.1 + 0.2 is not 0.3 in a computer: all three have the mean 0.15
    let country = Country::of(4).low("a", 2024, &known(&[0.1, 0.3, 0.2, 9.0])).low(
        "b",
        2024,
        &known(&[0.2, 0.0, 0.1, 9.0]),
    );
    let mut index = definition(AsGiven, one_domain(&country, AsGiven, &[("a", 1.0), ("b", 1.0)]));
    index.classes = classes(2);
    let told = country.told(&index);
    let of = |code| (told.score(code, 2024).rank, told.score(code, 2024).class);
    assert_eq!([of("N00000"), of("N00001"), of("N00002")], [(3.0, Some(0)); 3]);
    let inner = country.domain("inner", 1.0, AsGiven, &[("a", 1.0), ("b", 1.0)]);
    let told = country.told(&definition(Normalise::PercentileRank, vec![inner]));
    assert_eq!(told.score("N00000", 2024).value, told.score("N00001", 2024).value);
}

#[test]
fn fewer_areas_than_classes_have_none() {
    let country =
        Country::of(3).low("x", 2019, &known(&[1.0, 2.0, 3.0])).low("x", 2024, &known(&[4.0, 5.0, 6.0]));
    let mut index = definition(AsGiven, one_domain(&country, AsGiven, &[("x", 1.0)]));
    index.periods = vec![2019, 2024];
    index.classes = classes(4);
    let (told, report) = country.reckon(&index).unwrap();
    assert!(told.index().breaks.is_empty() && told.score("N00000", 2024).class.is_none());
    assert_eq!(
        lines(&report),
        [
            "warning: the index `index` has no classes: 3 areas have a score, and there are 4 labels\n  hint: give fewer \
          labels, or `method = \"fixed\"` with `breaks`"
        ]
    );
    index.classes = classes(3);
    assert_eq!(country.told(&index).index().breaks.len(), 2);
}

#[test]
fn a_ratio_needs_a_true_zero() {
    let country = Country::of(2).low("x", 2024, &known(&[-1.0, 2.0]));
    let ratio = Normalise::Distance {
        to: brede::input::settings::Standard::Whole,
        apart: brede::input::settings::Apart::Ratio,
    };
    let index = definition(ratio, one_domain(&country, AsGiven, &[("x", 1.0)]));
    assert!(lines(&country.reckon(&index).err().unwrap())[0].contains("numbers on both sides of 0"));
}

#[test]
fn a_year_without_data_is_one_mistake() {
    let country = Country::of(2).low("x", 2024, &known(&[1.0, 2.0])).low("y", 2024, &known(&[1.0, 2.0]));
    let mut index = definition(AsGiven, one_domain(&country, AsGiven, &[("x", 1.0), ("y", 1.0)]));
    index.periods = vec![2012, 2024];
    let (_, report) = country.reckon(&index).unwrap();
    assert_eq!(
        lines(&report),
        [
            "warning: no area has a score of the index `index` for 2012\n  hint: take 2012 out of `periods`, or add \
          data: nothing is known there of `x` and `y`"
        ]
    );
}

#[test]
fn where_high_is_good_the_lowest_score_is_first() {
    let values = known(&[10.0, 20.0, 30.0, 40.0]);
    let country = Country::of(4).indicator("x", Good::High, 2024, &values);
    let mut index = definition(AsGiven, one_domain(&country, AsGiven, &[("x", 1.0)]));
    index.good = Good::High;
    index.classes = classes(2);
    let told = country.told(&index);
    assert!(!told.index().low_is_good);
    let of = |code| (told.score(code, 2024).value, told.score(code, 2024).rank, told.score(code, 2024).class);
    assert_eq!(of("N00000"), (10.0, 1.0, Some(1)));
    assert_eq!(of("N00003"), (40.0, 4.0, Some(0)));
}

#[test]
fn direction_acts_once_and_at_the_bottom() {
    // two layers of z-scores: turned twice it would point the right way again
    let country = Country::of(3).indicator("work", Good::High, 2024, &known(&[10.0, 20.0, 30.0])).low(
        "debt",
        2024,
        &known(&[30.0, 20.0, 10.0]),
    );
    let inner = country.domain("inner", 1.0, Z_SCORE, &[("work", 1.0), ("debt", 1.0)]);
    let outer = domain("outer", 1.0, Z_SCORE, Parts::Domains(vec![inner]));
    let told = country.told(&definition(Z_SCORE, vec![outer]));
    assert!(near(told.score("N00000", 2024).value, 1.0));
    assert!(near(told.score("N00002", 2024).value, -1.0));
    assert_eq!(told.score("N00000", 2024).rank, 1.0);
    assert_eq!(told.score("N00001", 2024).value.to_bits(), 0.0_f64.to_bits(), "no negative zero");
}

#[test]
fn layers_within_layers_by_hand() {
    // z of 1, 2, 3 is −1, 0, 1; z of 2, 2, 5 is −1, −1, 2 times 1/√3
    let country = Country::of(3)
        .low("a", 2024, &known(&[1.0, 2.0, 3.0]))
        .low("b", 2024, &known(&[2.0, 2.0, 5.0]))
        .low("c", 2024, &known(&[7.0, 8.0, 9.0]));
    let inner = country.domain("inner", 3.0, Z_SCORE, &[("a", 1.0), ("b", 3.0)]);
    let other = country.domain("other", 1.0, AsGiven, &[("c", 1.0)]);
    let outer = domain("outer", 60.0, AsGiven, Parts::Domains(vec![inner, other]));
    let last = country.domain("last", 20.0, AsGiven, &[("c", 5.0)]);
    let told = country.told(&definition(AsGiven, vec![outer, last]));
    let third = 1.0 / 3.0_f64.sqrt();
    let inner = [-0.25 - 0.75 * third, 0.75 * -third, 0.25 + 0.75 * 2.0 * third];
    for (at, code) in ["N00000", "N00001", "N00002"].into_iter().enumerate() {
        let c = 7.0 + at as f64;
        let outer = 0.75 * inner[at] + 0.25 * c;
        let score = told.score(code, 2024);
        assert!(near(score.value, 0.75 * outer + 0.25 * c));
        let domains = told.domains(code, 2024);
        assert!(near(domains[0].1, 0.75 * outer) && near(domains[1].1, 0.25 * c));
        assert!(near(domains[0].0, outer));
    }
    let domains = &told.index().domains;
    assert_eq!((domains[0].weight, domains[0].used), (60.0, 0.75));
}

#[test]
fn no_spread_gives_zero_and_is_told() {
    let country =
        Country::of(3).low("flat", 2024, &known(&[0.1; 3])).low("x", 2024, &known(&[1.0, 2.0, 3.0]));
    let domains = vec![
        country.domain("flat", 1.0, Z_SCORE, &[("flat", 1.0)]),
        country.domain("x", 1.0, Z_SCORE, &[("x", 1.0)]),
    ];
    let (told, report) = country.reckon(&definition(Z_SCORE, domains)).unwrap();
    assert_eq!(told.domains("N00002", 2024), [(0.0, 0.0), (1.0, 0.5)]);
    assert_eq!(told.score("N00002", 2024).value, 0.5);
    assert_eq!(
        lines(&report),
        [
            "warning: `flat` is the same in every area in 2024, and makes no difference in the index `index`\n  \
          hint: is this the column that was meant?"
        ]
    );
}

#[test]
fn one_area_is_first_and_last() {
    let country = Country::of(1).low("x", 2024, &known(&[5.0]));
    for (normalise, value) in [(Z_SCORE, 0.0), (RankExponential, 100.0), (AsGiven, 5.0)] {
        let mut index = definition(normalise, one_domain(&country, normalise, &[("x", 1.0)]));
        index.classes = classes(4);
        let told = country.told(&index);
        let score = told.score("N00000", 2024);
        assert!(near(score.value, value));
        assert_eq!((score.rank, score.of, score.class), (1.0, 1, None), "one area is in no order");
    }
}

#[test]
fn nothing_known_is_an_error_that_says_why() {
    let country = Country::of(2).low("x", 2024, &[None, None]);
    let index = definition(Z_SCORE, one_domain(&country, Z_SCORE, &[("x", 1.0)]));
    assert_eq!(
        lines(&country.reckon(&index).err().unwrap()),
        [
            "warning: no area that the index `index` counts has `x` for 2024\n  hint: the index does without \
             it there; does a dataset name that year and this level?",
            "error: no area has a score of the index `index`\n  hint: nowhere is 66 % of the weight known, \
             which every layer needs"
        ]
    );
    let nowhere = Country::with_codes([]).low("x", 2024, &[]);
    assert_eq!(lines(&nowhere.reckon(&index).err().unwrap()).len(), 1);
}

#[test]
fn a_domain_with_nothing_known_leaves_its_weight_to_the_others() {
    let country = Country::of(3)
        .low("x", 2024, &known(&[1.0, 2.0, 3.0]))
        .low("y", 2024, &[Some(4.0), None, Some(8.0)])
        .low("z", 2024, &[Some(5.0), Some(6.0), None]);
    let domains = ["x", "y", "z"].map(|id| (id, if id == "x" { 50.0 } else { 25.0 }));
    let domains = domains.map(|(id, weight)| country.domain(id, weight, AsGiven, &[(id, 1.0)]));
    let told = country.told(&definition(AsGiven, domains.to_vec()));
    let score = told.score("N00001", 2024);
    assert!(near(score.value, (2.0 * 0.5 + 6.0 * 0.25) / 0.75));
    let place = told.atlas.place_in_level(told.atlas.find("N00001").unwrap());
    let domains = told.made_of(place, 2024);
    assert_eq!(domains.iter().map(|(score, _)| *score).collect::<Vec<_>>(), [Some(2.0), None, Some(6.0)]);
    assert!(near(domains[0].1.unwrap(), 4.0 / 3.0) && domains[1].1 == Some(0.0));
    assert_eq!(score.known, 0.75);
    assert_eq!(told.score("N00000", 2024).known, 1.0);
}

#[test]
fn below_two_thirds_there_is_no_score_at_any_layer() {
    let country = Country::of(2).low("a", 2024, &known(&[1.0, 2.0])).low("b", 2024, &[Some(1.0), None]).low(
        "c",
        2024,
        &known(&[3.0, 4.0]),
    );
    let mut index = definition(
        AsGiven,
        vec![
            country.domain("half", 70.0, AsGiven, &[("a", 1.0), ("b", 1.0)]),
            country.domain("whole", 30.0, AsGiven, &[("c", 1.0)]),
        ],
    );
    // half of a domain is not enough for the domain, and 30 % is not enough for the index
    assert_eq!(*country.told(&index).outcome("N00001", 2024), Outcome::NotEnough { known: 0.3 });
    index.minimum_known = 0.3;
    let told = country.told(&index);
    let score = told.score("N00001", 2024);
    assert!(near(score.value, 0.7 * 2.0 + 0.3 * 4.0));
    assert!(near(score.known, 0.35 + 0.3), "what is missing below is not hidden");
}

#[test]
fn weights_of_zero() {
    let country = Country::of(2).low("a", 2024, &known(&[1.0, 2.0])).low("b", 2024, &[Some(-9.0), None]);
    let mut index = definition(
        AsGiven,
        vec![
            country.domain("a", 2.0, AsGiven, &[("a", 1.0)]),
            country.domain("b", 0.0, AsGiven, &[("b", 1.0)]),
        ],
    );
    let told = country.told(&index);
    assert_eq!((told.score("N00001", 2024).value, told.score("N00001", 2024).known), (2.0, 1.0));
    let adds: Vec<u64> = told.domains("N00000", 2024).iter().map(|(_, adds)| adds.to_bits()).collect();
    assert_eq!(adds, [1.0_f64, 0.0].map(f64::to_bits));
    index.domains[0].weight = 0.0;
    assert!(country.reckon(&index).is_err(), "all weights are 0");
}

#[test]
fn a_score_does_not_say_whether_things_improved() {
    // everybody improves; within each year the places are the same, in one scale for both years they are not
    let country =
        Country::of(3).low("x", 2019, &known(&[10.0, 20.0, 30.0])).low("x", 2024, &known(&[5.0, 15.0, 25.0]));
    let mut index = definition(Z_SCORE, one_domain(&country, AsGiven, &[("x", 1.0)]));
    index.periods = vec![2024, 2019];
    let told = country.told(&index);
    assert_eq!(told.index().periods, [2019, 2024]);
    for code in ["N00000", "N00001", "N00002"] {
        assert_eq!(told.score(code, 2019).value, told.score(code, 2024).value);
    }
    index.reference = Reference::Pooled;
    let told = country.told(&index);
    for code in ["N00000", "N00001", "N00002"] {
        assert!(told.score(code, 2024).value < told.score(code, 2019).value);
        assert_eq!(told.score(code, 2024).rank, told.score(code, 2019).rank);
    }
    index.reference = Reference::Period(2019);
    let told = country.told(&index);
    assert_eq!(told.score("N00001", 2019).value, 0.0);
    assert_eq!(told.score("N00001", 2024).value, -0.5);
}

#[test]
fn a_rank_can_improve_while_conditions_worsen() {
    let country = Country::of(3).low("x", 2019, &known(&[10.0, 20.0, 30.0])).low(
        "x",
        2024,
        &known(&[12.0, 41.0, 40.0]),
    );
    let mut index = definition(AsGiven, one_domain(&country, AsGiven, &[("x", 1.0)]));
    index.periods = vec![2019, 2024];
    let told = country.told(&index);
    let [before, after] = [2019, 2024].map(|period| told.score("N00002", period));
    assert!(after.value > before.value && after.rank > before.rank);
}

#[test]
fn classes_of_all_years_share_their_breaks() {
    let country = Country::of(4).low("x", 2019, &known(&[1.0, 2.0, 3.0, 4.0])).low(
        "x",
        2024,
        &known(&[5.0, 6.0, 7.0, 8.0]),
    );
    let mut index = definition(AsGiven, one_domain(&country, AsGiven, &[("x", 1.0)]));
    index.periods = vec![2019, 2024];
    index.classes = classes(2);
    for (reference, breaks, of_2024) in [
        (Reference::Pooled, [5.0], [1, 1, 1, 1]),
        (Reference::EachPeriod, [5.0], [1, 1, 1, 1]),
        (Reference::Period(2019), [3.0], [1, 1, 1, 1]),
        (Reference::Period(2024), [7.0], [0, 0, 1, 1]),
    ] {
        index.reference = reference;
        let told = country.told(&index);
        assert_eq!(told.index().breaks, breaks);
        let classes: Vec<u8> =
            told.all_scores(2024).into_iter().flatten().filter_map(|it| it.class).collect();
        assert_eq!(classes, of_2024);
    }
}

#[test]
fn few_people_count_for_nothing() {
    let people = [Some(500.0), Some(199.0), None, Some(200.0), Some(800.0)];
    let country = Country::of(5).indicator("people", Good::Context, 2024, &people).low(
        "x",
        2024,
        &known(&[1.0, 1e6, -1e6, 2.0, 3.0]),
    );
    let mut index = definition(Z_SCORE, one_domain(&country, Z_SCORE, &[("x", 1.0)]));
    index.eligible = Some((0, 200.0));
    index.classes = classes(3);
    let told = country.told(&index);
    assert_eq!(*told.outcome("N00001", 2024), Outcome::TooFew);
    assert_eq!(*told.outcome("N00002", 2024), Outcome::CountUnknown);
    assert!(near(told.score("N00004", 2024).value, 1.0), "the extremes are out of the reference");
    assert_eq!((told.score("N00004", 2024).rank, told.score("N00004", 2024).of), (1.0, 3));
    assert_eq!(told.results(2024).scored, 3);
    index.eligible = Some((0, 1000.0));
    assert_eq!(
        lines(&country.reckon(&index).err().unwrap()),
        ["error: no area has a score of the index `index`\n  hint: no area is known to have the 1000 of \
          `people` that `eligible` asks for"]
    );
}

#[test]
fn people_of_another_year_stand_in_and_secrets_stay() {
    let told = Reading::published;
    let earlier = [told(100.0), told(300.0), told(300.0), Reading::MISSING];
    let later = [told(300.0), told(100.0), Reading::Absent(Absence::Suppressed), told(300.0)];
    let country = Country::of(4)
        .readings("people", Good::Context, 2010, &[told(900.0); 4])
        .readings("people", Good::Context, 2015, &earlier)
        .readings("people", Good::Context, 2024, &later)
        .low("x", 2019, &known(&[1.0, 2.0, 3.0, 4.0]))
        .low("x", 2024, &known(&[1.0, 2.0, 3.0, 4.0]))
        .low("x", 2005, &known(&[1.0, 2.0, 3.0, 4.0]));
    let mut index = definition(AsGiven, one_domain(&country, AsGiven, &[("x", 1.0)]));
    index.eligible = Some((0, 200.0));
    index.periods = vec![2005, 2019, 2024];
    let (told, report) = country.reckon(&index).unwrap();
    // 2019: the latest earlier year in which areas were counted; who was not counted then stays unknown
    assert_eq!(*told.outcome("N00000", 2019), Outcome::TooFew);
    assert_eq!(*told.outcome("N00003", 2019), Outcome::CountUnknown);
    // 2005: nothing earlier, so the latest of all
    assert_eq!(told.score("N00000", 2005).value, 1.0);
    assert_eq!(*told.outcome("N00002", 2005), Outcome::CountSecret);
    assert_eq!(*told.outcome("N00002", 2024), Outcome::CountSecret);
    assert_eq!(told.score("N00003", 2024).value, 4.0);
    assert_eq!(
        lines(&report),
        ["warning: no area has `people` for 2005 and 2019: the index `index` takes the count of another \
          year\n  hint: the latest earlier year, or else the latest of all; add the count of that year"]
    );
}

#[test]
fn parents_get_people_not_a_class() {
    // districts by turns: D0 has the even neighbourhoods
    let people = [Some(100.0), Some(300.0), Some(300.0), None, Some(50.0), Some(100.0)];
    let country = Country::of(6).indicator("people", Good::Context, 2024, &people).low(
        "x",
        2024,
        &[Some(1.0), Some(2.0), Some(5.0), Some(4.0), None, Some(6.0)],
    );
    let mut index = definition(AsGiven, one_domain(&country, AsGiven, &[("x", 1.0)]));
    index.classes = classes(2);
    let told = country.told(&index);
    let find = |code: &str| told.atlas.find(code).unwrap();
    let district = &told.results(2024).summaries[&find("D0")];
    assert_eq!((district.mean, district.lowest, district.highest), (4.0, 1.0, 5.0));
    assert_eq!((district.scored, district.parts, district.people), (2, 3, 400.0));
    assert_eq!(district.people_by_class, [100.0, 300.0]);
    assert_eq!(district.parts_by_class, [1, 1]);
    let other = &told.results(2024).summaries[&find("D1")];
    assert_eq!((other.scored, other.people), (3, 400.0), "a part with unknown people has a score");
    assert_eq!((other.mean, other.highest), (3.0, 6.0));
    assert_eq!(other.parts_by_class, [2, 1]);
    let whole = &told.results(2024).summaries[&told.atlas.level(COUNTRY).next().unwrap()];
    assert_eq!((whole.parts, whole.scored, whole.people, whole.mean), (6, 5, 800.0, 3.5));
}

#[test]
fn the_worst_tenth_is_by_rank_and_told_in_people() {
    let people: Vec<Option<f64>> = (1..=20).map(|count| Some(f64::from(count))).collect();
    let scores: Vec<f64> = (1..=20).map(f64::from).collect();
    let country =
        Country::of(20).indicator("people", Good::Context, 2024, &people).low("x", 2024, &known(&scores));
    let told = country.told(&definition(AsGiven, one_domain(&country, AsGiven, &[("x", 1.0)])));
    let whole = &told.results(2024).summaries[&told.atlas.find("C").unwrap()];
    assert!(near(whole.in_worst_tenth, (19.0 + 20.0) / 210.0));
    assert!(whole.people_by_class.is_empty() && told.index().breaks.is_empty());
    // nobody counted: each part counts as one
    let nobody = Country::of(20).low("x", 2024, &known(&scores));
    let told = nobody.told(&definition(AsGiven, one_domain(&nobody, AsGiven, &[("x", 1.0)])));
    let whole = &told.results(2024).summaries[&told.atlas.find("C").unwrap()];
    assert_eq!((whole.people, whole.mean, whole.in_worst_tenth), (0.0, 10.5, 0.1));
}

#[test]
fn a_district_without_scores_has_no_summary() {
    let country = Country::of(4).low("x", 2024, &[Some(1.0), None, Some(2.0), None]);
    let told = country.told(&definition(AsGiven, one_domain(&country, AsGiven, &[("x", 1.0)])));
    let summaries = &told.results(2024).summaries;
    assert!(summaries.contains_key(&told.atlas.find("D0").unwrap()));
    assert!(!summaries.contains_key(&told.atlas.find("D1").unwrap()));
}

#[test]
fn all_problems_at_once() {
    let country = Country::of(4)
        .indicator("origin", Good::Context, 2024, &known(&[1.0, 2.0, 3.0, 4.0]))
        .indicator("age", Good::Neither, 2024, &known(&[1.0, 2.0, 3.0, 4.0]))
        .indicator("work", Good::High, 2024, &known(&[1.0, 2.0, 3.0, 4.0]))
        .low("seldom", 2024, &[Some(1.0), None, None, Some(2.0)])
        .low("huge", 2024, &known(&[1e308, -1e308, 1e308, 1.0]));
    let domains = vec![
        country.domain("one", 1.0, Z_SCORE, &[("origin", 1.0), ("age", 1.0), ("huge", 1.0)]),
        country.domain("two", 1.0, AsGiven, &[("work", 1.0), ("seldom", 1.0)]),
    ];
    let mut index = definition(Z_SCORE, domains);
    index.periods = vec![2019, 2024];
    index.available = 0.66;
    let report = country.reckon(&index).err().unwrap();
    insta::assert_snapshot!(lines(&report).join("\n"), @r#"
    error: `origin` has no good and no bad end, and cannot be weighed in the index `index`
      hint: leave it out, or give it `good = "high"` or `good = "low"` in data/indicators.toml
    error: `age` has no good and no bad end, and cannot be weighed in the index `index`
      hint: leave it out, or give it `good = "high"` or `good = "low"` in data/indicators.toml
    error: `work` and the index `index` differ in which end is good, and with `normalise = "none"` neither is turned round
      hint: normalise with `z-score` or `rank-exponential`, or leave the indicator out
    error: `seldom` is known in few of the areas that the index `index` counts: 2 of 4 in 2024
      hint: below 66 % the index compares areas by different things: leave it out, or say why it stays with `seldom = { weight = …, sparse = "…" }`
    error: the numbers of `huge` are too large, or too far apart, to be reckoned with in the index `index`
      hint: look for a number that cannot be, or for a wrong `scale`
    warning: no area has a score of the index `index` for 2019
      hint: take 2019 out of `periods`, or add data: nothing is known there of `age`, `huge`, `origin`, `seldom` and `work`
    "#);
}

#[test]
fn a_period_without_scores_is_told() {
    let country = Country::of(2).low("x", 2024, &known(&[1.0, 2.0])).low("y", 2019, &known(&[1.0, 2.0]));
    let domains = vec![
        country.domain("x", 7.0, AsGiven, &[("x", 1.0)]),
        country.domain("y", 3.0, AsGiven, &[("y", 1.0)]),
    ];
    let mut index = definition(AsGiven, domains);
    index.periods = vec![2019, 2024];
    let (told, report) = country.reckon(&index).unwrap();
    assert_eq!(told.results(2019).scored, 0);
    assert!(told.results(2019).summaries.is_empty());
    assert_eq!(*told.outcome("N00000", 2019), Outcome::NotEnough { known: 0.3 });
    insta::assert_snapshot!(lines(&report).join("\n"), @r#"
    warning: no area that the index `index` counts has `y` for 2024
      hint: the index does without it there; does a dataset name that year and this level?
    warning: no area has a score of the index `index` for 2019
      hint: take 2019 out of `periods`, or add data: nothing is known there of `x`
    "#);
}
