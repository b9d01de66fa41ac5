//! What holds for every index, whatever the data.

use brede::index::Outcome;
use brede::input::settings::{self, Apart, Goalposts, Normalise, Reference, Standard};
use brede::model::atlas::Period;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::index::country::{Country, Told, classes, definition};

const NAMES: [&str; 3] = ["alpha", "beta", "gamma"];
const PERIODS: [i32; 2] = [2019, 2024];

/// Values of three indicators in two periods, with ties and gaps.
type Values = Vec<Vec<Vec<Option<f64>>>>;

fn values() -> impl Strategy<Value = Values> {
    let value = prop_oneof![
        1 => Just(None),
        3 => (-3_i32..4).prop_map(|tied| Some(f64::from(tied))),
        4 => (-1e4_f64..1e4).prop_map(Some),
    ];
    (1_usize..24).prop_flat_map(move |count| vec(vec(vec(value.clone(), count), 2), 3))
}

fn weights() -> impl Strategy<Value = [f64; 3]> {
    prop::array::uniform3(prop_oneof![1 => Just(0.0), 6 => 0.05_f64..30.0])
        .prop_filter("some weight", |weights| weights.iter().sum::<f64>() > 0.0)
}

fn normalisations() -> impl Strategy<Value = Normalise> {
    prop_oneof![
        Just(Normalise::None),
        Just(Normalise::MinMax { low: 0.0, high: 100.0 }),
        Just(Normalise::Z_SCORE),
        Just(Normalise::PercentileRank),
        Just(Normalise::Rank),
        Just(Normalise::RankNormal),
        Just(Normalise::RankExponential),
        Just(Normalise::Goalposts { top: 100.0 }),
        Just(Normalise::Distance { to: Standard::Target, apart: Apart::Ratio }),
        Just(Normalise::Distance { to: Standard::Target, apart: Apart::Difference }),
    ]
}

fn references() -> impl Strategy<Value = Reference> {
    prop_oneof![Just(Reference::EachPeriod), Just(Reference::Pooled), Just(Reference::Period(2019))]
}

fn country(values: &Values) -> Country {
    let count = values[0][0].len();
    NAMES.iter().zip(values).fold(Country::of(count), |country, (name, periods)| {
        PERIODS
            .iter()
            .zip(periods)
            .fold(country, |country, (period, column)| country.low(name, *period, column))
    })
}

/// Two indicators in one domain, the third in another.
fn index(country: &Country, weights: [f64; 3], below: Normalise, above: Normalise) -> settings::Index {
    let mut index = definition(
        above,
        vec![
            country.domain("two", weights[0], below, &[("alpha", 1.0), ("beta", weights[1])]),
            country.domain("one", weights[2], below, &[("gamma", 2.0)]),
        ],
    );
    index.periods = PERIODS.to_vec();
    index.classes = classes(4);
    // for the normalisations that look at them; some values lie beyond the goalposts
    let ends = Some(Goalposts { low: -4e3, high: 6e3 });
    for domain in &mut index.domains {
        (domain.goalposts, domain.target) = (ends, Some(7.0));
        if let settings::Parts::Indicators(parts) = &mut domain.parts {
            parts.iter_mut().for_each(|part| (part.goalposts, part.target) = (ends, Some(-2.5)));
        }
    }
    index
}

/// Bit for bit: everything that an area is told.
fn outcomes(told: &Told) -> Vec<String> {
    let one = |(period, (place, outcome)): (Period, (usize, &Outcome))| {
        let Outcome::Score(score) = outcome else { return format!("{outcome:?}") };
        // the place of an indicator in its file is no part of what is told
        let mut score = score.clone();
        let absent = std::mem::take(&mut score.absent);
        let mut absent: Vec<&str> = absent.iter().map(|id| told.atlas.indicator(*id).id.as_str()).collect();
        absent.sort_unstable();
        format!("{score:?} {absent:?} {:?}", told.made_of(place, period))
    };
    let of_period = |period| told.results(period).outcomes.iter().enumerate().map(move |it| (period, it));
    PERIODS.into_iter().flat_map(of_period).map(one).collect()
}

proptest! {
    #[test]
    fn contributions_sum_to_the_score(
        values in values(), weights in weights(), below in normalisations(), above in normalisations(),
        reference in references(),
    ) {
        let country = country(&values);
        let mut index = index(&country, weights, below, above);
        index.reference = reference;
        let Ok((told, _)) = country.reckon(&index) else { return Ok(()) };
        for period in PERIODS {
            for (place, score) in told.all_scores(period).into_iter().enumerate() {
                let made_of = told.made_of(place, period);
                let Some(score) = score else {
                    prop_assert!(made_of.iter().all(|told| *told == (None, None)));
                    continue;
                };
                prop_assert!(made_of.iter().all(|(domain, adds)| domain.is_some() || *adds == Some(0.0)));
                let adds = || made_of.iter().filter_map(|(_, adds)| *adds);
                let sum: f64 = adds().sum();
                prop_assert!((sum - score.value).abs() <= 1e-9 * score.value.abs().max(1.0));
                // and so does what every indicator adds, through all layers
                let sum: f64 = told.results(period).adds.iter().map(|column| column[place]).sum();
                let scale = adds().fold(1.0, |scale: f64, adds| scale.max(adds.abs()));
                prop_assert!((sum - score.value).abs() <= 1e-7 * scale, "{sum} is not {}", score.value);
            }
        }
    }

    #[test]
    fn no_order_changes_a_bit(
        values in values(), weights in weights(), below in normalisations(), above in normalisations(),
    ) {
        let country = country(&values);
        let there = country.reckon(&index(&country, weights, below, above));
        let country = country.reversed();
        let mut turned = index(&country, weights, below, above);
        for domain in &mut turned.domains {
            if let settings::Parts::Indicators(parts) = &mut domain.parts {
                parts.reverse();
            }
        }
        turned.periods.reverse();
        match (there, country.reckon(&turned)) {
            (Ok((there, there_notes)), Ok((back, back_notes))) => {
                prop_assert_eq!(outcomes(&there), outcomes(&back));
                prop_assert_eq!(there_notes, back_notes);
                prop_assert_eq!(&there.index().breaks, &back.index().breaks);
                for period in PERIODS {
                    prop_assert_eq!(&there.results(period).summaries, &back.results(period).summaries);
                }
            }
            (there, back) => prop_assert_eq!(there.is_err(), back.is_err()),
        }
    }

    #[test]
    fn the_order_of_domains_changes_no_bit(values in values(), weights in weights()) {
        let country = country(&values);
        let there = index(&country, weights, Normalise::Z_SCORE, Normalise::RankExponential);
        let mut back = there.clone();
        back.domains.reverse();
        if let (Ok((there, _)), Ok((back, _))) = (country.reckon(&there), country.reckon(&back)) {
            for (there, back) in PERIODS.iter().flat_map(|period| {
                there.all_scores(*period).into_iter().zip(back.all_scores(*period))
            }) {
                prop_assert_eq!(
                    there.map(|score| (score.value.to_bits(), score.rank, score.class)),
                    back.map(|score| (score.value.to_bits(), score.rank, score.class))
                );
            }
        }
    }

    #[test]
    fn scaling_all_weights_changes_nothing(values in values(), weights in weights(), twice in -8_i32..9) {
        let country = country(&values);
        // a power of two, so that not even rounding differs
        let scaled = weights.map(|weight| weight * 2.0_f64.powi(twice));
        let build = |weights: [f64; 3]| {
            let mut index = index(&country, weights, Normalise::Z_SCORE, Normalise::Z_SCORE);
            if let settings::Parts::Indicators(parts) = &mut index.domains[0].parts {
                parts[0].weight = weights[1] / 3.0 + weights[2] / 5.0;
            }
            index
        };
        if let (Ok((one, _)), Ok((other, _))) =
            (country.reckon(&build(weights)), country.reckon(&build(scaled)))
        {
            prop_assert_eq!(outcomes(&one), outcomes(&other));
        }
    }

    #[test]
    fn scaling_by_any_number_moves_scores_by_rounding_alone(
        values in values(), weights in weights(), times in 0.01_f64..100.0,
    ) {
        let country = country(&values);
        let build = |weights| index(&country, weights, Normalise::Z_SCORE, Normalise::None);
        let mut scaled = build(weights);
        for domain in &mut scaled.domains {
            domain.weight *= times;
        }
        if let (Ok((one, _)), Ok((other, _))) = (country.reckon(&build(weights)), country.reckon(&scaled)) {
            for period in PERIODS {
                for (one, other) in one.all_scores(period).into_iter().zip(other.all_scores(period)) {
                    prop_assert_eq!(one.is_some(), other.is_some());
                    if let (Some(one), Some(other)) = (one, other) {
                        prop_assert!((one.value - other.value).abs() < 1e-9);
                    }
                }
            }
        }
    }

    #[test]
    fn ranks_know_no_unit(
        values in values(), weights in weights(), factor in 1_u32..20, shift in -50_i32..50,
        reference in references(),
    ) {
        // whole numbers, so that the change itself does not round
        let whole = |value: &Option<f64>| value.map(f64::round);
        let before: Values = values.iter().map(|indicator| {
            indicator.iter().map(|column| column.iter().map(whole).collect()).collect()
        }).collect();
        let mut after = before.clone();
        for value in after[0].iter_mut().flatten().flatten() {
            *value = *value * f64::from(factor) + f64::from(shift);
        }
        let told = |values: &Values| {
            let country = country(values);
            let mut index = index(&country, weights, Normalise::RankExponential, Normalise::RankExponential);
            index.reference = reference;
            country.reckon(&index)
        };
        match (told(&before), told(&after)) {
            (Ok((before, _)), Ok((after, _))) => prop_assert_eq!(outcomes(&before), outcomes(&after)),
            (before, after) => prop_assert_eq!(before.is_err(), after.is_err()),
        }
    }

    #[test]
    fn every_number_is_finite_and_in_its_range(
        values in values(), weights in weights(), below in normalisations(), above in normalisations(),
        reference in references(), minimum in 0.01_f64..1.0,
    ) {
        let country = country(&values);
        let mut index = index(&country, weights, below, above);
        index.reference = reference;
        index.minimum_known = minimum;
        let Ok((told, _)) = country.reckon(&index) else { return Ok(()) };
        prop_assert!(told.index().breaks.iter().all(|limit| limit.is_finite()));
        prop_assert!(told.index().breaks.is_sorted());
        for period in PERIODS {
            let results = told.results(period);
            for (place, outcome) in results.outcomes.iter().enumerate() {
                match outcome {
                    Outcome::Score(score) => {
                        prop_assert!(score.value.is_finite());
                        prop_assert!(score.rank >= 1.0 && score.rank <= results.scored as f64);
                        prop_assert_eq!(score.of, results.scored);
                        prop_assert!(score.known > 0.0 && score.known <= 1.0);
                        prop_assert!(score.class.is_none_or(|class| class < 4));
                        let domains = told.made_of(place, period).into_iter().filter_map(|(score, _)| score);
                        prop_assert!(domains.into_iter().all(f64::is_finite));
                        if above == Normalise::RankExponential {
                            prop_assert!(score.value > 0.0 && score.value <= 100.0);
                        }
                    }
                    Outcome::NotEnough { known } => prop_assert!(*known >= 0.0 && *known < minimum),
                    Outcome::TooFew | Outcome::CountUnknown | Outcome::CountSecret => prop_assert!(false, "everybody is eligible"),
                }
            }
            for summary in results.summaries.values() {
                prop_assert!(summary.lowest <= summary.mean + 1e-9 && summary.mean <= summary.highest + 1e-9);
                prop_assert!(summary.scored <= summary.parts && summary.scored > 0);
                prop_assert!((0.0..=1.0).contains(&summary.in_worst_tenth));
                prop_assert!(summary.extent >= summary.in_worst_tenth - 1e-9 && summary.extent <= 1.0 + 1e-9);
                prop_assert!(summary.local_concentration >= 1.0 - 1e-9);
                prop_assert!(summary.local_concentration <= summary.mean_rank + 1e-9);
                prop_assert!(summary.mean_rank <= summary.of as f64);
            }
        }
    }
}
