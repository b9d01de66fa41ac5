//! Lines that cross, touch or lie upon each other to segments that meet in their ends only.
//!
//! In: segments, each on the border of a part of an area, or a cut of the gaps. Out: every segment once,
//! with the parts whose border it is. A crossing becomes a point of the grid; a point within a grid step
//! of a segment becomes a point of that segment. As rounding moves lines by less than a step and may make
//! new crossings, this is repeated until there are none (Hobby 1999 calls it snap rounding; the repetition
//! is that of Halperin and Packer 2002).

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::spot::{Spot, turn};

/// A part of an area: a polygon as given.
pub type Part = u32;

/// The mark of segments that bound no part.
pub const CUT: Part = u32::MAX;

/// A segment of the border of one part, with `from < to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Strand {
    pub from: Spot,
    pub to: Spot,
    pub part: Part,
    /// Whether it may still cross another one: what two old strands do to each other is known.
    pub fresh: bool,
}

impl Strand {
    /// None where both ends are the same.
    pub fn new(a: Spot, b: Spot, part: Part) -> Option<Strand> {
        (a != b).then(|| Strand { from: a.min(b), to: a.max(b), part, fresh: true })
    }
}

/// Segments that meet in their ends only, in order.
#[derive(Clone, Debug, Default)]
pub struct Noded {
    pub segments: Vec<(Spot, Spot)>,
    /// Of each segment, where its parts start in `parts`; one more at the end.
    starts: Vec<u32>,
    parts: Vec<Part>,
    fresh: Vec<bool>,
    /// Parts whose border crossed itself.
    pub crossed: BTreeSet<Part>,
}

impl Noded {
    /// The parts on one side of the segment and not on the other; none for a cut.
    pub fn parts(&self, segment: usize) -> &[Part] {
        &self.parts[self.starts[segment] as usize..self.starts[segment + 1] as usize]
    }

    /// The segments again, to be noded with more.
    pub fn strands(&self) -> Vec<Strand> {
        let mut strands = Vec::with_capacity(self.parts.len());
        for (segment, (from, to)) in self.segments.iter().enumerate() {
            let strand = |part| Strand { from: *from, to: *to, part, fresh: false };
            if self.parts(segment).is_empty() {
                strands.push(strand(CUT));
            }
            strands.extend(self.parts(segment).iter().map(|part| strand(*part)));
        }
        strands
    }

    /// Strands that lie upon each other to one segment. What a part has twice is no border of it: the
    /// inside is on both sides, or on none.
    fn merge(mut strands: Vec<Strand>) -> Noded {
        strands.par_sort_unstable();
        let mut noded = Noded { starts: vec![0], ..Noded::default() };
        for same in strands.chunk_by(|a, b| (a.from, a.to) == (b.from, b.to)) {
            let before = noded.parts.len();
            for of_part in same.chunk_by(|a, b| a.part == b.part) {
                if of_part[0].part != CUT && of_part.len() % 2 == 1 {
                    noded.parts.push(of_part[0].part);
                }
            }
            let is_cut = same.last().is_some_and(|last| last.part == CUT);
            if noded.parts.len() > before || is_cut {
                noded.segments.push((same[0].from, same[0].to));
                noded.starts.push(noded.parts.len() as u32);
                noded.fresh.push(same.iter().any(|strand| strand.fresh));
            }
        }
        noded
    }
}

/// Rounds of looking for crossings. Real data need three or four; the bound is for input made to harm.
const ROUNDS: usize = 40;

pub fn node(strands: Vec<Strand>) -> Noded {
    let mut noded = Noded::merge(strands);
    let mut crossed = BTreeSet::new();
    for _ in 0..ROUNDS {
        let found = meetings(&noded);
        for (a, b) in found.iter().filter_map(|meeting| meeting.crossing) {
            crossed
                .extend(noded.parts(a as usize).iter().filter(|part| noded.parts(b as usize).contains(part)));
        }
        let mut splits: Vec<(u32, Spot)> =
            found.into_iter().map(|meeting| (meeting.segment, meeting.at)).collect();
        if splits.is_empty() {
            break;
        }
        splits.par_sort_unstable();
        splits.dedup();
        noded = Noded::merge(split(&noded, &splits));
    }
    noded.crossed = crossed;
    noded
}

fn split(noded: &Noded, splits: &[(u32, Spot)]) -> Vec<Strand> {
    let mut strands = Vec::with_capacity(noded.parts.len() + splits.len() * 2);
    let mut splits = splits.chunk_by(|a, b| a.0 == b.0).peekable();
    let mut ends: Vec<Spot> = Vec::new();
    for (segment, (from, to)) in noded.segments.iter().enumerate() {
        let here = splits.next_if(|splits| splits[0].0 as usize == segment);
        let fresh = here.is_some();
        ends.clear();
        ends.push(*from);
        ends.extend(here.into_iter().flatten().map(|split| split.1));
        let (x, y) = from.to(*to);
        let along = |spot: &Spot| {
            let (dx, dy) = from.to(*spot);
            dx * x + dy * y
        };
        ends[1..].sort_by_key(|spot| (along(spot), *spot));
        ends.push(*to);
        let parts = noded.parts(segment);
        let parts = if parts.is_empty() { &[CUT] } else { parts };
        for pair in ends.windows(2) {
            strands.extend(
                parts
                    .iter()
                    .filter_map(|part| Strand::new(pair[0], pair[1], *part))
                    .map(|strand| Strand { fresh, ..strand }),
            );
        }
    }
    strands
}

/// A segment that another one meets between its ends.
struct Meeting {
    segment: u32,
    at: Spot,
    /// The two that truly cross.
    crossing: Option<(u32, u32)>,
}

/// All meetings of segments of which at least one is fresh.
fn meetings(noded: &Noded) -> Vec<Meeting> {
    let Some(grid) = Cells::over(&noded.segments) else { return Vec::new() };
    let mut wanted = vec![false; grid.count()];
    for (segment, ends) in noded.segments.iter().enumerate() {
        if noded.fresh[segment] {
            grid.visit(*ends, |cell| wanted[cell] = true);
        }
    }
    let mut entries: Vec<u64> = Vec::with_capacity(noded.segments.len() * 2);
    for (segment, ends) in noded.segments.iter().enumerate() {
        grid.visit(*ends, |cell| {
            if wanted[cell] {
                entries.push((cell as u64) << 32 | segment as u64);
            }
        });
    }
    entries.par_sort_unstable();
    let cells: Vec<&[u64]> = entries.chunk_by(|a, b| a >> 32 == b >> 32).collect();
    cells
        .par_chunks(256)
        .flat_map_iter(|cells| {
            let mut found = Vec::new();
            for cell in cells {
                for (at, first) in cell.iter().enumerate() {
                    for second in &cell[at + 1..] {
                        meet(noded, *first as u32, *second as u32, &mut found);
                    }
                }
            }
            found
        })
        .collect()
}

/// Cells of equal size over the plane.
struct Cells {
    origin: (i64, i64),
    size: i64,
    columns: i64,
    rows: i64,
}

impl Cells {
    /// About as many cells as segments, so that a cell holds few.
    fn over(segments: &[(Spot, Spot)]) -> Option<Cells> {
        let (first, _) = segments.first()?;
        let (mut low, mut high) = ((first.x, first.y), (first.x, first.y));
        let mut length = 0.0;
        for (from, to) in segments {
            for spot in [from, to] {
                low = (low.0.min(spot.x), low.1.min(spot.y));
                high = (high.0.max(spot.x), high.1.max(spot.y));
            }
            length += from.distance(*to);
        }
        let origin = (i64::from(low.0) - 2, i64::from(low.1) - 2);
        let (width, height) = (i64::from(high.0) + 3 - origin.0, i64::from(high.1) + 3 - origin.1);
        let count = segments.len() as f64;
        let size = (length / count * 1.5).max((width as f64 * height as f64 / (4.0 * count)).sqrt());
        let size = (size as i64).max(16);
        Some(Cells { origin, size, columns: width / size + 1, rows: height / size + 1 })
    }

    fn count(&self) -> usize {
        (self.columns * self.rows) as usize
    }

    /// Every cell within a grid step of the segment, row by row; `from` is left of `to`.
    fn visit(&self, (from, to): (Spot, Spot), mut visit: impl FnMut(usize)) {
        let row_of = |y: i64| (y - self.origin.1) / self.size;
        let column_of = |x: i64| (x - self.origin.0) / self.size;
        let (x, y) = from.to(to);
        let (low, high) = (from.y.min(to.y), from.y.max(to.y));
        for row in row_of(i64::from(low) - 1)..=row_of(i64::from(high) + 1) {
            let (mut left, mut right) = (i64::from(from.x), i64::from(to.x));
            if y != 0 {
                let bottom = self.origin.1 + row * self.size - 2;
                let x_at = |at: i64| {
                    let at = at.clamp(i64::from(low), i64::from(high));
                    i64::from(from.x) + (at - i64::from(from.y)) * x / y
                };
                let (a, b) = (x_at(bottom), x_at(bottom + self.size + 4));
                (left, right) = (left.max(a.min(b) - 1), right.min(a.max(b) + 1));
            }
            for column in column_of(left - 1)..=column_of(right + 1) {
                visit((row * self.columns + column) as usize);
            }
        }
    }
}

fn meet(noded: &Noded, first: u32, second: u32, found: &mut Vec<Meeting>) {
    if !(noded.fresh[first as usize] || noded.fresh[second as usize]) {
        return;
    }
    let (a, b) = noded.segments[first as usize];
    let (c, d) = noded.segments[second as usize];
    let apart =
        |low: i32, high: i32, other_low: i32, other_high: i32| low > other_high + 1 || other_low > high + 1;
    if apart(a.x, b.x, c.x, d.x) || apart(a.y.min(b.y), a.y.max(b.y), c.y.min(d.y), c.y.max(d.y)) {
        return;
    }
    let before = found.len();
    for end in [c, d] {
        if touches(a, b, end) {
            found.push(Meeting { segment: first, at: end, crossing: None });
        }
    }
    for end in [a, b] {
        if touches(c, d, end) {
            found.push(Meeting { segment: second, at: end, crossing: None });
        }
    }
    if found.len() > before {
        return;
    }
    let sides =
        (turn(a, b, c).signum() * turn(a, b, d).signum(), turn(c, d, a).signum() * turn(c, d, b).signum());
    if sides != (-1, -1) {
        return;
    }
    let (over, under) = (turn(c, d, a) as f64, turn(c, d, b) as f64);
    let along = over / (over - under);
    let (x, y) = a.to(b);
    let at = Spot::rounded(f64::from(a.x) + along * x as f64, f64::from(a.y) + along * y as f64);
    let crossing = Some((first, second));
    if at != a && at != b {
        found.push(Meeting { segment: first, at, crossing });
    }
    if at != c && at != d {
        found.push(Meeting { segment: second, at, crossing });
    }
}

/// Whether the point lies within a grid step of the segment, between its ends.
fn touches(a: Spot, b: Spot, p: Spot) -> bool {
    if p == a || p == b {
        return false;
    }
    let (x, y) = a.to(b);
    let (px, py) = a.to(p);
    let along = px * x + py * y;
    let length = x * x + y * y;
    if along <= 0 || along >= length {
        return false;
    }
    let off = (x * py - y * px) as f64;
    off * off <= length as f64
}
