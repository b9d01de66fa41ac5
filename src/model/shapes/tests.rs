//! Small towns of squares in, exact shapes out. Coordinates are metres from a point in the Netherlands.

use std::sync::Arc;

use geo::{Coord, LineString, MultiPolygon, Polygon};
use proptest::prelude::*;

use super::cover::NOBODY;
use super::tree::Tree;
use super::{Ring, Shapes, draw_up_tree};
use crate::diagnostic::{Place, Report};
use crate::input::settings::Crs;
use crate::input::sources::{Feature, Layer};
use crate::model::atlas::AreaId;

/// The whole, and its parts.
const WHOLE: AreaId = AreaId(0);
const A: AreaId = AreaId(1);
const B: AreaId = AreaId(2);
const C: AreaId = AreaId(3);
const D: AreaId = AreaId(4);

type Line = Vec<(f64, f64)>;
type Corners<'a> = &'a [(f64, f64)];

fn tree() -> Tree<'static> {
    let codes = vec!["whole", "a", "b", "c", "d"];
    Tree { codes, parents: vec![NOBODY, 0, 0, 0, 0], levels: vec![0..1, 1..5], sets: Vec::new() }
}

fn ring(corners: Corners<'_>) -> LineString<f64> {
    let degrees = |(x, y): &(f64, f64)| Coord { x: 5.0 + x / 68_677.0, y: 52.0 + y / 111_267.0 };
    corners.iter().map(degrees).collect()
}

fn polygon(corners: Corners<'_>, holes: &[Corners<'_>]) -> Polygon<f64> {
    Polygon::new(ring(corners), holes.iter().map(|hole| ring(hole)).collect())
}

fn square(x: f64, y: f64, side: f64) -> Line {
    vec![(x, y), (x + side, y), (x + side, y + side), (x, y + side)]
}

fn layer(level: usize, features: Vec<(&str, Vec<Polygon<f64>>)>) -> Layer {
    let file: Arc<str> = "shapes.geojson".into();
    let feature = |(code, polygons): (&str, Vec<Polygon<f64>>)| Feature {
        code: code.to_owned(),
        place: Place::file(&file),
        geometry: MultiPolygon(polygons),
    };
    Layer {
        level,
        features: features.into_iter().map(feature).collect(),
        crs: Crs::degrees(),
        file: file.clone(),
    }
}

/// The shapes of parts with one outline each.
fn draw(parts: &[(&str, Corners<'_>)], close_gaps: f64) -> (Shapes, Report) {
    let features = parts.iter().map(|(code, corners)| (*code, vec![polygon(corners, &[])])).collect();
    draw_up_tree(&tree(), &[layer(1, features)], close_gaps)
}

fn area_of(ring: &Ring) -> f64 {
    ring.windows(2).map(|pair| pair[0].x * pair[1].y - pair[1].x * pair[0].y).sum::<f64>() / 2.0
}

/// In hectares.
fn land(shapes: &Shapes, area: AreaId, tolerance: f64) -> f64 {
    shapes.outline(area, tolerance).iter().flatten().map(area_of).sum::<f64>() / 10_000.0
}

fn holes(shapes: &Shapes, area: AreaId) -> usize {
    shapes.outline(area, 0.0).iter().flatten().filter(|ring| area_of(ring) < 0.0).count()
}

#[track_caller]
fn is_about(found: f64, wanted: f64) {
    assert!((found - wanted).abs() <= wanted * 0.005, "{found} is not about {wanted}");
}

fn told(report: &Report) -> Vec<String> {
    report.iter().map(crate::diagnostic::Diagnostic::wording).collect()
}

#[test]
fn two_squares_share_their_border_and_the_whole_has_none() {
    let (shapes, report) =
        draw(&[("a", &square(0.0, 0.0, 1000.0)), ("b", &square(1000.0, 0.0, 1000.0))], 0.0);
    assert_eq!(told(&report), ["2 areas have no shape, and are on no map: `c`, `d`"]);
    // of the parts: around a, around b, between them; of the whole: one
    assert_eq!(shapes.arcs.len(), 4);
    assert_eq!((shapes.neighbours(A), shapes.neighbours(B)), (&[B][..], &[A][..]));
    let whole = shapes.outline(WHOLE, 0.0).unwrap();
    assert_eq!((whole.len(), whole[0].len()), (1, 5), "the ends of the old border are on straight lines");
    is_about(land(&shapes, WHOLE, 0.0), 200.0);
    is_about(land(&shapes, A, 0.0), 100.0);
    let bounds = shapes.bounds(A).unwrap();
    is_about(bounds.width(), 1000.0);
    is_about(bounds.height(), 1000.0);
    let anchor = shapes.anchor(A).unwrap();
    assert!((anchor.x - (bounds.low.x + bounds.high.x) / 2.0).abs() < 20.0);
    assert_eq!((shapes.outline(C, 0.0), shapes.bounds(C), shapes.anchor(C)), (None, None, None));
    assert!(shapes.neighbours(C).is_empty());
}

#[test]
fn a_point_of_one_border_upon_the_line_of_another_is_shared() {
    let long = [(0.0, 0.0), (2000.0, 0.0), (2000.0, 1000.0), (0.0, 1000.0)];
    let (shapes, _) = draw(
        &[("a", &long), ("b", &square(0.0, 1000.0, 1000.0)), ("c", &square(1000.0, 1000.0, 1000.0))],
        0.0,
    );
    assert_eq!(shapes.neighbours(A), [B, C]);
    assert_eq!(shapes.neighbours(B), [A, C]);
    is_about(land(&shapes, WHOLE, 0.0), 400.0);
    assert_eq!(holes(&shapes, WHOLE), 0);
}

#[test]
fn an_enclave_is_a_hole_in_its_surroundings_told_or_not() {
    let hole = square(400.0, 400.0, 200.0);
    for holes_told in [&[hole.as_slice()][..], &[]] {
        let a = polygon(&square(0.0, 0.0, 1000.0), holes_told);
        let features = vec![("a", vec![a]), ("b", vec![polygon(&hole, &[])])];
        let (shapes, report) = draw_up_tree(&tree(), &[layer(1, features)], 0.0);
        is_about(land(&shapes, A, 0.0), 96.0);
        is_about(land(&shapes, B, 0.0), 4.0);
        assert_eq!((holes(&shapes, A), holes(&shapes, WHOLE)), (1, 0));
        assert_eq!((shapes.neighbours(A), shapes.neighbours(B)), (&[B][..], &[A][..]));
        assert_eq!(told(&report).len(), 1, "only the missing c and d");
        // far too small to be seen, and still in both
        assert_eq!(shapes.outline(A, 900.0).unwrap().len(), 2);
        assert_eq!(shapes.outline(B, 900.0).unwrap()[0].len(), 4);
    }
}

#[test]
fn an_area_in_two_parts_keeps_its_island_until_it_is_too_small_to_see() {
    let parts = || vec![polygon(&square(0.0, 0.0, 1000.0), &[]), polygon(&square(3000.0, 0.0, 100.0), &[])];
    let apart = parts().into_iter().map(|part| ("a", vec![part])).collect();
    for features in [vec![("a", parts())], apart] {
        let (shapes, _) = draw_up_tree(&tree(), &[layer(1, features)], 0.0);
        assert_eq!(shapes.outline(A, 50.0).unwrap().len(), 2);
        assert_eq!(shapes.outline(A, 150.0).unwrap().len(), 1);
        is_about(shapes.bounds(A).unwrap().width(), 3100.0);
    }
}

#[test]
fn overlapping_parts_of_one_area_are_one() {
    let parts = vec![polygon(&square(0.0, 0.0, 1000.0), &[]), polygon(&square(500.0, 0.0, 1000.0), &[])];
    let (shapes, _) = draw_up_tree(&tree(), &[layer(1, vec![("a", parts)])], 0.0);
    is_about(land(&shapes, A, 0.0), 150.0);
    assert_eq!(shapes.outline(A, 0.0).unwrap().len(), 1);
}

#[test]
fn a_bowtie_keeps_both_halves() {
    let bowtie = [(0.0, 0.0), (1000.0, 1000.0), (1000.0, 0.0), (0.0, 1000.0)];
    let (shapes, report) = draw(&[("a", &bowtie)], 0.0);
    is_about(shapes.outline(A, 0.0).unwrap().iter().map(|ring| area_of(ring).abs()).sum::<f64>(), 500_000.0);
    assert_eq!(told(&report)[0], "1 shape crosses itself: `a`");
}

#[test]
fn spikes_doubled_points_and_rings_without_land_are_mended() {
    let spiked = [
        (0.0, 0.0),
        (0.0, 0.0),
        (1000.0, 0.0),
        (3000.0, 0.0),
        (1000.0, 0.0),
        (1000.0, 1000.0),
        (0.0, 1000.0),
    ];
    let flat = [(0.0, 5000.0), (1000.0, 5000.0)];
    let (shapes, report) = draw(&[("a", &spiked), ("b", &flat), ("c", &[])], 0.0);
    is_about(land(&shapes, A, 0.0), 100.0);
    is_about(shapes.bounds(A).unwrap().width(), 1000.0);
    assert_eq!(told(&report)[0], "2 shapes have rings without land; those rings are left out: `b`, `c`");
    assert_eq!(told(&report)[1], "3 areas have no shape, and are on no map: `b`, `c`, `d`");
}

#[test]
fn a_missing_part_leaves_a_hole_and_a_note() {
    // eight squares around nothing, as two halves
    let left =
        [(0.0, 0.0), (1500.0, 0.0), (1500.0, 1000.0), (1000.0, 1000.0), (1000.0, 2000.0), (1500.0, 2000.0)];
    let left: Line = left.into_iter().chain([(1500.0, 3000.0), (0.0, 3000.0)]).collect();
    let right: Line = left.iter().map(|(x, y)| (3000.0 - x, *y)).collect();
    let (shapes, report) = draw(&[("a", &left), ("b", &right)], 80.0);
    assert_eq!(holes(&shapes, WHOLE), 1);
    is_about(land(&shapes, WHOLE, 0.0), 800.0);
    assert_eq!(
        told(&report),
        [
            "1 hole remains in 1 area joined from their parts",
            "2 areas have no shape, and are on no map: `c`, `d`"
        ]
    );
}

/// Two areas with a gap between them that is closed at both ends.
fn with_gap(width: f64) -> (Line, Line) {
    let left = vec![(0.0, 0.0), (1000.0, 0.0), (1000.0, 2000.0), (0.0, 2000.0)];
    let edge = 1000.0 + width;
    let right = vec![
        (1000.0, 0.0),
        (2000.0, 0.0),
        (2000.0, 2000.0),
        (1000.0, 2000.0),
        (1000.0, 1900.0),
        (edge, 1800.0),
        (edge, 200.0),
        (1000.0, 100.0),
    ];
    (left, right)
}

#[test]
fn a_gap_is_closed_where_asked_and_a_wide_one_is_a_lake() {
    for (width, close_gaps, left) in [(50.0, 80.0, 0), (50.0, 0.0, 1), (300.0, 80.0, 1), (300.0, 400.0, 0)] {
        let (a, b) = with_gap(width);
        let (shapes, report) = draw(&[("a", &a), ("b", &b)], close_gaps);
        assert_eq!(holes(&shapes, WHOLE), left, "{width} m, closed up to {close_gaps} m");
        assert_eq!(told(&report).len(), left + 1);
        is_about(land(&shapes, WHOLE, 0.0), 400.0 - if left == 0 { 0.0 } else { width * 0.17 });
        if left == 0 {
            assert_eq!(shapes.neighbours(A), [B]);
            is_about(land(&shapes, A, 0.0) + land(&shapes, B, 0.0), 400.0);
        }
    }
}

#[test]
fn a_crack_that_opens_to_the_outside_is_closed() {
    let left = [(0.0, 0.0), (1000.0, 0.0), (1000.0, 2000.0), (0.0, 2000.0)];
    let right =
        [(1000.0, 0.0), (2000.0, 0.0), (2000.0, 2000.0), (1060.0, 2000.0), (1060.0, 300.0), (1000.0, 200.0)];
    for (close_gaps, corners) in [(80.0, 5), (0.0, 9)] {
        let (shapes, _) = draw(&[("a", &left), ("b", &right)], close_gaps);
        let whole = shapes.outline(WHOLE, 0.0).unwrap();
        assert_eq!((whole.len(), whole[0].len()), (1, corners), "closed up to {close_gaps} m");
    }
}

#[test]
fn a_gap_along_several_areas_is_shared_out() {
    // a lies below the gap, b and c above it: without cuts one of them would reach past another
    let below = [(0.0, 0.0), (2000.0, 0.0), (2000.0, 1000.0), (0.0, 1000.0)];
    let (b, c) = ([(0.0, 1060.0), (900.0, 1060.0), (900.0, 2000.0), (0.0, 2000.0)], {
        [(900.0, 1060.0), (2000.0, 1060.0), (2000.0, 2000.0), (900.0, 2000.0)]
    });
    let (shapes, _) = draw(&[("a", &below), ("b", &b), ("c", &c)], 80.0);
    assert_eq!(shapes.neighbours(A), [B, C]);
    assert_eq!(holes(&shapes, WHOLE), 0);
    is_about(land(&shapes, WHOLE, 0.0), 400.0);
    assert!((land(&shapes, B, 0.0) - 84.6 - 5.4).abs() < 6.0);
}

#[test]
fn a_narrow_inlet_of_one_area_stays() {
    let inlet = [
        (0.0, 0.0),
        (1000.0, 0.0),
        (1000.0, 480.0),
        (300.0, 480.0),
        (300.0, 520.0),
        (1000.0, 520.0),
        (1000.0, 1000.0),
    ];
    let inlet: Line = inlet.into_iter().chain([(0.0, 1000.0)]).collect();
    let (shapes, _) = draw(&[("a", &inlet)], 80.0);
    is_about(land(&shapes, A, 0.0), 97.2);
}

#[test]
fn where_areas_overlap_the_smaller_one_has_the_land() {
    let (shapes, report) = draw(&[("a", &square(0.0, 0.0, 1000.0)), ("b", &square(200.0, 0.0, 900.0))], 0.0);
    is_about(land(&shapes, A, 0.0), 100.0 - 72.0);
    is_about(land(&shapes, B, 0.0), 81.0);
    is_about(land(&shapes, WHOLE, 0.0), 109.0);
    assert_eq!(told(&report)[0], "1 shape lies for more than half under smaller ones: `a`");
    assert_eq!(shapes.neighbours(A), [B]);
}

#[test]
fn an_area_that_is_wholly_hidden_is_drawn_as_given() {
    let same = square(0.0, 0.0, 1000.0);
    let (shapes, report) = draw(&[("a", &same), ("b", &same)], 80.0);
    is_about(land(&shapes, A, 0.0), 100.0);
    is_about(land(&shapes, B, 0.0), 100.0);
    is_about(land(&shapes, WHOLE, 0.0), 100.0);
    assert_eq!(told(&report)[0], "1 shape lies wholly under smaller ones: `b`");
}

#[test]
fn simplified_neighbours_stay_identical() {
    // a border that wanders, known to both
    let border: Line = (0..=60)
        .map(|step| {
            let y = f64::from(step) * 50.0;
            (2000.0 + 300.0 * (y / 210.0).sin() + 90.0 * (y / 37.0).cos(), y)
        })
        .collect();
    let (first, last) = (border[0], border[60]);
    let left: Vec<_> =
        [(0.0, 0.0)].into_iter().chain(border.iter().copied()).chain([(0.0, last.1)]).collect();
    let right: Vec<_> = border.iter().copied().chain([(4000.0, last.1), (4000.0, first.1)]).collect();
    let (shapes, _) = draw(&[("a", &left), ("b", &right)], 0.0);
    let mut before = usize::MAX;
    for tolerance in [0.0, 30.0, 100.0, 200.0, 400.0, 800.0, 5000.0] {
        let rings = [A, B].map(|area| shapes.outline(area, tolerance).unwrap());
        let count = rings.iter().flatten().map(Vec::len).sum();
        assert!(count <= before);
        before = count;
        if tolerance < 1000.0 {
            is_about(land(&shapes, A, tolerance) + land(&shapes, B, tolerance), 1200.0);
        }
        let shared = rings[0][0].iter().filter(|point| rings[1][0].contains(point)).count();
        assert!(shared >= 2);
    }
    assert!(before <= 12, "{before} points at the coarsest");
}

#[test]
fn the_order_of_features_changes_no_byte() {
    let (a, b) = with_gap(50.0);
    let c = square(0.0, 2010.0, 1990.0);
    let d = square(1900.0, 500.0, 700.0);
    let parts: [(&str, Corners<'_>); 4] = [("a", &a), ("b", &b), ("c", &c), ("d", &d)];
    let bytes = |order: [usize; 4]| draw(&order.map(|at| parts[at]), 80.0).0.to_bytes();
    for order in [[3, 2, 1, 0], [1, 3, 0, 2], [2, 0, 3, 1]] {
        assert_eq!(bytes(order), bytes([0, 1, 2, 3]));
    }
}

#[test]
fn a_level_with_polygons_keeps_them_and_fills_up_from_below() {
    let tree = Tree {
        codes: vec!["whole", "m", "n", "m1", "n1", "n2"],
        parents: vec![NOBODY, 0, 0, 1, 2, 2],
        levels: vec![0..1, 1..3, 3..6],
        sets: Vec::new(),
    };
    let one = |code, corners: &[(f64, f64)]| (code, vec![polygon(corners, &[])]);
    let layers = [
        layer(1, vec![one("m", &square(0.0, 0.0, 1000.0))]),
        layer(
            2,
            vec![
                one("m1", &square(0.0, 0.0, 990.0)),
                one("n1", &square(1000.0, 0.0, 1000.0)),
                one("n2", &square(2000.0, 0.0, 1000.0)),
            ],
        ),
    ];
    let (shapes, report) = draw_up_tree(&tree, &layers, 0.0);
    assert!(report.is_empty(), "{:?}", told(&report));
    is_about(land(&shapes, AreaId(1), 0.0), 100.0);
    is_about(land(&shapes, AreaId(2), 0.0), 200.0);
    is_about(land(&shapes, AreaId(0), 0.0), 300.0);
    assert_eq!(shapes.neighbours(AreaId(1)), [AreaId(2)]);
    assert_eq!(shapes.neighbours(AreaId(4)), [AreaId(5)]);
}

#[test]
fn what_cannot_be_placed_is_told_and_left_out() {
    let far = vec![Polygon::new(LineString::from(vec![(5.0, 52.0), (5.1, 152.0), (5.1, 52.0)]), vec![])];
    let none = vec![Polygon::new(LineString::from(vec![(f64::NAN, 52.0), (5.1, 52.0), (5.1, 52.1)]), vec![])];
    let features = vec![
        ("a", vec![polygon(&square(0.0, 0.0, 1000.0), &[])]),
        ("b", far),
        ("c", none),
        ("A", vec![polygon(&square(0.0, 0.0, 1000.0), &[])]),
        ("whole", vec![polygon(&square(0.0, 0.0, 1000.0), &[])]),
    ];
    let (shapes, report) = draw_up_tree(&tree(), &[layer(1, features)], f64::NAN);
    assert_eq!(
        told(&report),
        [
            "2 shapes are of no area of this level: `A`, `whole`",
            "2 shapes are not on earth, and left out: `b`, `c`",
            "3 areas have no shape, and are on no map: `b`, `c`, `d`",
        ]
    );
    is_about(land(&shapes, A, 0.0), 100.0);
    let (shapes, report) = draw_up_tree(&tree(), &[], 0.0);
    assert!(report.is_empty());
    assert_eq!(shapes.outline(WHOLE, 0.0), None);
}

#[test]
fn land_on_both_sides_of_the_date_line_hangs_together() {
    let at = |west: f64, east: f64| {
        let corners = vec![(west, -18.0), (east, -18.0), (east, -17.0), (west, -17.0)];
        vec![Polygon::new(LineString::from(corners), vec![])]
    };
    let features = vec![("a", at(179.0, 180.0)), ("b", at(-180.0, -179.0))];
    let (shapes, _) = draw_up_tree(&tree(), &[layer(1, features)], 0.0);
    assert_eq!(shapes.neighbours(A), [B]);
    assert!(shapes.bounds(WHOLE).unwrap().width() < 220_000.0);
}

#[test]
fn a_border_runs_around_areas_together() {
    let (shapes, _) = draw(&[("a", &square(0.0, 0.0, 100.0)), ("b", &square(100.0, 0.0, 100.0))], 0.0);
    let long = |areas: &[AreaId]| -> f64 {
        let lines = shapes.border(areas, 0.0);
        let pieces = lines.iter().flat_map(|line| line.windows(2));
        pieces.map(|pair| (pair[0].x - pair[1].x).hypot(pair[0].y - pair[1].y)).sum()
    };
    // without the side of 100 metres between them
    let (one, other, both) = (long(&[A]), long(&[B]), long(&[A, B]));
    assert!((one - 400.0).abs() < 1.0 && (other - 400.0).abs() < 1.0, "{one} {other}");
    assert!((both - 600.0).abs() < 1.0, "{both}");
    assert!(shapes.border(&[], 0.0).is_empty());
}

#[test]
fn bytes_come_back_and_other_bytes_do_not() {
    let (a, b) = with_gap(50.0);
    let (shapes, _) = draw(&[("a", &a), ("b", &b), ("d", &square(1200.0, 500.0, 300.0))], 80.0);
    let bytes = shapes.to_bytes();
    assert_eq!(Shapes::from_bytes(&bytes).as_ref(), Some(&shapes));
    for end in 0..bytes.len() {
        assert_eq!(Shapes::from_bytes(&bytes[..end]), None);
    }
    for at in 0..bytes.len() {
        for flip in [1, 0x40, 0x80, 0xff] {
            let mut other = bytes.clone();
            other[at] ^= flip;
            // some of these are shapes, though not ours
            if let Some(other) = Shapes::from_bytes(&other) {
                let _ = other.outline(D, 10.0);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::default())]

    /// Corners on a coarse grid: lines that cross, touch and lie upon each other all the time.
    #[test]
    fn any_polygons_give_shapes(
        polygons in prop::collection::vec(prop::collection::vec((0..12_i32, 0..12_i32), 3..9), 4),
        close_gaps in prop::sample::select(vec![0.0, 40.0, 500.0]),
        skew in 0..3_i32,
    ) {
        let corners: Vec<Line> = polygons
            .iter()
            .map(|corners| {
                let place = |(x, y): &(i32, i32)| (f64::from(x * 100 + y * skew * 7), f64::from(y * 100 + x * skew * 3));
                corners.iter().map(place).collect()
            })
            .collect();
        let parts: Vec<(&str, Corners<'_>)> =
            ["a", "b", "c", "d"].into_iter().zip(corners.iter().map(Vec::as_slice)).collect();
        let (shapes, _) = draw(&parts, close_gaps);
        let mut sum = 0.0;
        for area in [A, B, C, D] {
            for tolerance in [0.0, 150.0, 1e9, f64::NAN, -1.0] {
                let outline = shapes.outline(area, tolerance);
                prop_assert_eq!(outline.is_some(), shapes.bounds(area).is_some());
                prop_assert!(outline.iter().flatten().all(|ring| ring.len() >= 4 && ring.first() == ring.last()));
            }
            for neighbour in shapes.neighbours(area) {
                prop_assert!(shapes.neighbours(*neighbour).contains(&area));
            }
            if !shapes.neighbours(area).is_empty() {
                sum += land(&shapes, area, 0.0);
            }
        }
        prop_assert!(sum <= land(&shapes, WHOLE, 0.0) + 0.5);
        let bytes = shapes.to_bytes();
        prop_assert_eq!(Shapes::from_bytes(&bytes), Some(shapes));
    }
}
