//! What an author is told where an index cannot be reckoned, or can be and should be thought over.

use brede::input::settings::{
    Aggregate, Goalposts, Impute, Ingredient, Normalise, Parts, Reference, Weighing,
};

use crate::index::country::{Country, definition, known, lines};

use Normalise::None as AsGiven;

const MIN_MAX: Normalise = Normalise::MinMax { low: 0.0, high: 100.0 };

/// The only domain of an index, with two indicators that are joined in some way.
fn index(
    country: &Country,
    normalise: Normalise,
    (weigh, aggregate): (Weighing, Aggregate),
) -> brede::input::settings::Index {
    let mut domain = country.domain("only", 1.0, normalise, &[("a", 1.0), ("b", 1.0)]);
    domain.combine.weigh = weigh;
    domain.combine.aggregate = aggregate;
    definition(AsGiven, vec![domain])
}

fn two(one: &[Option<f64>], other: &[Option<f64>]) -> Country {
    Country::of(one.len()).low("a", 2024, one).low("b", 2024, other)
}

fn error(country: &Country, index: &brede::input::settings::Index) -> String {
    lines(&country.reckon(index).err().expect("the definition is not sound")).join("\n")
}

#[test]
fn a_mean_that_cannot_take_its_numbers_says_what_could() {
    let country = two(&known(&[1.0, 2.0, 3.0]), &known(&[2.0, 1.0, 3.0]));
    let geometric = (Weighing::Given, Aggregate::Geometric);
    insta::assert_snapshot!(error(&country, &index(&country, MIN_MAX, geometric)), @r#"
    error: a geometric mean takes no numbers of 0 or less, and `a` has them in the index `index`: `n00000`
      hint: normalise to a scale above 0, such as `{ method = "min-max", low = 1, high = 100 }`
    error: a geometric mean takes no numbers of 0 or less, and `b` has them in the index `index`: `n00001`
      hint: normalise to a scale above 0, such as `{ method = "min-max", low = 1, high = 100 }`
    "#);
    // below the least of the year that others are held against
    let country = country.low("a", 2019, &known(&[5.0, 6.0, 9.0])).low("b", 2019, &known(&[5.0, 6.0, 9.0]));
    let mut index = index(&country, Normalise::MinMax { low: 1.0, high: 100.0 }, geometric);
    index.periods = vec![2019, 2024];
    index.reference = Reference::Period(2019);
    let said = error(&country, &index);
    assert!(
        said.contains(
            "below the least of the fixed reference, which gets 1: choose `reference = \"pooled\"`"
        ),
        "{said}"
    );
}

#[test]
fn weights_that_do_not_follow_from_the_data_say_why() {
    let told =
        |country: &Country, weigh| error(country, &index(country, AsGiven, (weigh, Aggregate::Arithmetic)));
    let few = two(&[Some(1.0), Some(2.0), Some(3.0), None], &[Some(1.0), Some(2.0), None, Some(4.0)]);
    assert!(told(&few, Weighing::FirstComponent).contains("known in fewer than 3 areas"));
    let flat = two(&known(&[1.0, 2.0, 4.0]), &known(&[7.0; 3]));
    assert!(told(&flat, Weighing::FirstComponent).contains("`b` is the same everywhere"));
    let against = two(&known(&[1.0, 2.0, 4.0]), &known(&[3.0, 2.0, 1.0]));
    assert!(
        told(&against, Weighing::FirstComponent)
            .contains("lies against the other parts of the domain `only`")
    );
    let below = two(&known(&[1.0, 2.0, 4.0]), &known(&[-3.0, 2.0, 1.0]));
    let said = told(&below, Weighing::Entropy);
    assert!(said.contains("entropy is of shares, and `b` has numbers below 0"), "{said}");
    assert!(
        said.contains(
            "hint: choose `weights = \"given\"` or `\"equal\"`, or look at what each part measures"
        )
    );
}

#[test]
fn goalposts_beyond_which_all_lies_are_named() {
    let country = Country::of(3).low("a", 2024, &known(&[11.0, 12.0, 13.0]));
    let mut domain = country.domain("only", 1.0, Normalise::Goalposts { top: 1.0 }, &[("a", 1.0)]);
    let Parts::Indicators(parts) = &mut domain.parts else { panic!("it holds indicators") };
    parts
        .iter_mut()
        .for_each(|part: &mut Ingredient| part.goalposts = Some(Goalposts { low: 1.0, high: 10.0 }));
    let (_, report) = country.reckon(&definition(AsGiven, vec![domain])).expect("it is only a warning");
    let said = lines(&report).join("\n");
    assert!(
        said.contains("are the goalposts 1 and 10 right? all beyond one of them gets the same score"),
        "{said}"
    );
}

/// All is known of some area, and no area has enough.
#[test]
fn a_year_in_which_no_area_has_enough_is_told_without_blame() {
    let whole = known(&[1.0, 2.0]);
    let country = two(&whole, &whole).low("a", 2019, &[Some(1.0), None]).low("b", 2019, &[None, Some(1.0)]);
    let mut index = index(&country, Normalise::Z_SCORE, (Weighing::Given, Aggregate::Arithmetic));
    index.periods = vec![2019, 2024];
    let (_, report) = country.reckon(&index).expect("the other year has scores");
    let said = lines(&report).join("\n");
    assert!(said.contains("no area has a score of the index `index` for 2019\n  hint: take it out of `periods`, or add data for it"), "{said}");
}

#[test]
fn what_is_divided_by_nothing_is_not_known() {
    let country =
        Country::of(3).low("a", 2024, &known(&[1.0, 2.0, 3.0])).low("by", 2024, &known(&[1.0, 0.0, 2.0]));
    let mut domain = country.domain("only", 1.0, AsGiven, &[("a", 1.0)]);
    let Parts::Indicators(parts) = &mut domain.parts else { panic!("it holds indicators") };
    parts[0].per = Some(brede::input::settings::Per { indicator: 1, times: 1.0 });
    parts[0].impute = Impute::None;
    let (told, report) = country.reckon(&definition(AsGiven, vec![domain])).expect("it is only a warning");
    assert_eq!(told.results(2024).scored, 2);
    let said = lines(&report).join("\n");
    assert!(
        said.contains(
            "`a` is divided by `by`, which is 0 in 1 of the areas that the index `index` counts in 2024"
        ),
        "{said}"
    );
}

/// Pairs of more than 2,000 areas are not counted again for each part.
#[test]
fn where_many_pairs_are_counted_nothing_is_left_out() {
    let left_out = |count: usize| {
        let numbers: Vec<f64> = (0..count).map(|at| (at * 7 % 11) as f64).collect();
        let others: Vec<f64> = (0..count).map(|at| (at * 5 % 13) as f64).collect();
        let country = two(&known(&numbers), &known(&others));
        let copeland = (Weighing::Given, Aggregate::Copeland);
        country.told(&index(&country, Normalise::Z_SCORE, copeland)).index().left_out.is_some()
    };
    assert!(left_out(40) && !left_out(2001));
}
