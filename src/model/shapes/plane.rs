//! Segments that meet in their ends only to the faces between them.
//!
//! In: noded segments. Out: for each side of each segment the face that lies there. Every segment is two
//! half-edges, `2 × segment` from its lower end and `2 × segment + 1` back; a half-edge belongs to the
//! face on its left. Face 0 is the outside. Knows no areas.

use super::node::Noded;
use super::spot::{Spot, by_angle, turn};

/// The face around everything.
pub const OUTSIDE: u32 = 0;

/// The faces of the plane between segments.
pub struct Plane {
    pub spots: Vec<Spot>,
    /// Positions in `spots`.
    ends: Vec<[u32; 2]>,
    next: Vec<u32>,
    face: Vec<u32>,
    /// The first half-edges of the closed walks around each face: its outline, if it is bounded, then what
    /// lies in it.
    walks: Vec<Vec<u32>>,
    /// Twice the area of each face; 0 for the outside.
    areas: Vec<i128>,
}

/// The same segment seen from its other side.
pub fn twin(half: u32) -> u32 {
    half ^ 1
}

impl Plane {
    pub fn of(noded: &Noded) -> Plane {
        let (spots, ends) = positions(&noded.segments);
        let next = successors(&spots, &ends);
        let mut plane = Plane { spots, ends, next, face: Vec::new(), walks: Vec::new(), areas: Vec::new() };
        plane.find_faces();
        plane
    }

    pub fn segment_count(&self) -> usize {
        self.ends.len()
    }

    pub fn face_count(&self) -> usize {
        self.walks.len()
    }

    pub fn start(&self, half: u32) -> Spot {
        self.spots[self.start_position(half) as usize]
    }

    pub fn end(&self, half: u32) -> Spot {
        self.start(twin(half))
    }

    /// Where the half-edge starts, as a position in `spots`.
    pub fn start_position(&self, half: u32) -> u32 {
        self.ends[half as usize / 2][half as usize % 2]
    }

    /// The face on the left.
    pub fn face(&self, half: u32) -> u32 {
        self.face[half as usize]
    }

    /// The closed walks around a face, which lies on their left.
    pub fn walks(&self, face: u32) -> impl Iterator<Item = impl Iterator<Item = u32> + '_> + '_ {
        self.walks[face as usize].iter().map(|first| walk(&self.next, *first))
    }

    /// All half-edges around a face.
    pub fn around(&self, face: u32) -> impl Iterator<Item = u32> + '_ {
        self.walks(face).flatten()
    }

    /// Twice the area of a face.
    pub fn twice_area(&self, face: u32) -> i128 {
        self.areas[face as usize]
    }

    fn find_faces(&mut self) {
        let walks = Walks::of(self);
        let bodies = Bodies::of(self, &walks);
        // each walk that is not the outside of a body is the outline of a face
        let mut face_of_walk = vec![OUTSIDE; walks.firsts.len()];
        self.walks = vec![Vec::new()];
        self.areas = vec![0];
        for (number, first) in walks.firsts.iter().enumerate() {
            if !bodies.is_outside[number] {
                face_of_walk[number] = self.walks.len() as u32;
                self.walks.push(vec![*first]);
                self.areas.push(walks.areas[number]);
            }
        }
        // a body lies in the face that is found left of its leftmost point; bodies further left come first
        let rows = (bodies.list.len() > 1).then(|| Rows::over(self));
        for body in &bodies.list {
            let hit = rows.as_ref().and_then(|rows| rows.left_of(self, body.leftmost));
            let face = hit.map_or(OUTSIDE, |half| face_of_walk[walks.of_half[half as usize] as usize]);
            face_of_walk[body.outside as usize] = face;
            self.walks[face as usize].push(walks.firsts[body.outside as usize]);
            if face != OUTSIDE {
                self.areas[face as usize] += walks.areas[body.outside as usize];
            }
        }
        self.face = walks.of_half.iter().map(|number| face_of_walk[*number as usize]).collect();
    }
}

/// Every spot once, in order, and the segments as positions among them.
fn positions(segments: &[(Spot, Spot)]) -> (Vec<Spot>, Vec<[u32; 2]>) {
    use rayon::prelude::*;
    let mut spots: Vec<Spot> = segments.iter().flat_map(|(from, to)| [*from, *to]).collect();
    spots.par_sort_unstable();
    spots.dedup();
    let position = |spot: &Spot| spots.partition_point(|other| other < spot) as u32;
    let ends = segments.par_iter().map(|(from, to)| [position(from), position(to)]).collect();
    (spots, ends)
}

/// For each half-edge the next one around the face on its left: at its end the first one clockwise from
/// the way back.
pub fn successors(spots: &[Spot], ends: &[[u32; 2]]) -> Vec<u32> {
    let directions = ends.iter().flat_map(|[from, to]| {
        let (a, b) = (spots[*from as usize], spots[*to as usize]);
        [(*from, a.to(b)), (*to, b.to(a))]
    });
    successors_by_direction(spots.len(), directions)
}

/// The same for half-edges that are given by where they start and their first direction; each one's twin
/// is its neighbour in the list.
pub fn successors_by_direction(
    spots: usize,
    directions: impl Iterator<Item = (u32, (i64, i64))>,
) -> Vec<u32> {
    let halves: Vec<(u32, (i64, i64))> = directions.collect();
    let mut starts = vec![0_u32; spots + 1];
    for (start, _) in &halves {
        starts[*start as usize + 1] += 1;
    }
    for at in 1..starts.len() {
        starts[at] += starts[at - 1];
    }
    let mut filled = starts.clone();
    let mut stars = vec![0_u32; halves.len()];
    for (half, (start, _)) in halves.iter().enumerate() {
        stars[filled[*start as usize] as usize] = half as u32;
        filled[*start as usize] += 1;
    }
    let mut next = vec![0; halves.len()];
    for range in starts.windows(2) {
        let star = &mut stars[range[0] as usize..range[1] as usize];
        star.sort_by(|a, b| by_angle(halves[*a as usize].1, halves[*b as usize].1).then_with(|| a.cmp(b)));
        for (at, half) in star.iter().enumerate() {
            next[twin(*half) as usize] = star[(at + star.len() - 1) % star.len()];
        }
    }
    next
}

/// From a half-edge around the face on its left, until it is met again.
pub fn walk(next: &[u32], first: u32) -> impl Iterator<Item = u32> + '_ {
    std::iter::successors(Some(first), move |half| Some(next[*half as usize]).filter(|half| *half != first))
}

/// The closed walks, each with its face on the left.
struct Walks {
    firsts: Vec<u32>,
    of_half: Vec<u32>,
    /// Twice the signed area within.
    areas: Vec<i128>,
}

impl Walks {
    fn of(plane: &Plane) -> Walks {
        let mut walks =
            Walks { firsts: Vec::new(), of_half: vec![u32::MAX; plane.next.len()], areas: Vec::new() };
        for first in 0..plane.next.len() as u32 {
            if walks.of_half[first as usize] != u32::MAX {
                continue;
            }
            let number = walks.firsts.len() as u32;
            let origin = plane.start(first);
            let mut area = 0_i128;
            for half in walk(&plane.next, first) {
                walks.of_half[half as usize] = number;
                area += i128::from(turn(origin, plane.start(half), plane.end(half)));
            }
            walks.firsts.push(first);
            walks.areas.push(area);
        }
        walks
    }
}

/// Segments that hang together.
struct Body {
    leftmost: u32,
    /// The walk around it.
    outside: u32,
}

struct Bodies {
    /// From left to right.
    list: Vec<Body>,
    is_outside: Vec<bool>,
}

impl Bodies {
    fn of(plane: &Plane, walks: &Walks) -> Bodies {
        let mut bodies = Bodies { list: Vec::new(), is_outside: vec![false; walks.firsts.len()] };
        let mut seen = vec![false; walks.firsts.len()];
        let mut waiting = Vec::new();
        for number in 0..walks.firsts.len() {
            if std::mem::replace(&mut seen[number], true) {
                continue;
            }
            waiting.push(number);
            let mut body = Body { leftmost: u32::MAX, outside: number as u32 };
            while let Some(number) = waiting.pop() {
                if walks.areas[number] < walks.areas[body.outside as usize] {
                    body.outside = number as u32;
                }
                for half in walk(&plane.next, walks.firsts[number]) {
                    body.leftmost = body.leftmost.min(plane.start_position(half));
                    let beside = walks.of_half[twin(half) as usize] as usize;
                    if !std::mem::replace(&mut seen[beside], true) {
                        waiting.push(beside);
                    }
                }
            }
            bodies.is_outside[body.outside as usize] = true;
            bodies.list.push(body);
        }
        // spots are in order of x
        bodies.list.sort_by_key(|body| body.leftmost);
        bodies
    }
}

/// Segments by the strips of the plane that they cross, to find what lies left of a point.
struct Rows {
    bottom: i64,
    height: i64,
    rows: Vec<Vec<u32>>,
}

impl Rows {
    fn over(plane: &Plane) -> Rows {
        let bottom = plane.spots.iter().map(|spot| i64::from(spot.y)).min().unwrap_or(0);
        let top = plane.spots.iter().map(|spot| i64::from(spot.y)).max().unwrap_or(0);
        let count = plane.ends.len().isqrt() as i64 + 1;
        let height = (top - bottom) / count + 1;
        let mut rows = Rows { bottom, height, rows: vec![Vec::new(); count as usize] };
        for (segment, ends) in plane.ends.iter().enumerate() {
            let (a, b) = (plane.spots[ends[0] as usize].y, plane.spots[ends[1] as usize].y);
            for row in rows.row(a.min(b))..=rows.row(a.max(b)) {
                rows.rows[row].push(segment as u32);
            }
        }
        rows
    }

    fn row(&self, y: i32) -> usize {
        ((i64::from(y) - self.bottom) / self.height) as usize
    }

    /// The half-edge met first on the way west from just above a spot, with its left side towards it.
    fn left_of(&self, plane: &Plane, spot: u32) -> Option<u32> {
        let from = plane.spots[spot as usize];
        let mut nearest: Option<(Crossing, u32)> = None;
        for segment in &self.rows[self.row(from.y)] {
            let [a, b] = plane.ends[*segment as usize];
            // spots are in order of x
            if a >= spot {
                continue;
            }
            let (a, b) = (plane.spots[a as usize], plane.spots[b as usize]);
            let (low, high, down) = if a.y < b.y { (a, b, segment * 2 + 1) } else { (b, a, segment * 2) };
            if low.y > from.y || high.y <= from.y || turn(low, high, from) >= 0 {
                continue;
            }
            let crossing = Crossing::of(low, high, from.y);
            if nearest.as_ref().is_none_or(|(other, _)| crossing.is_right_of(other)) {
                nearest = Some((crossing, down));
            }
        }
        nearest.map(|(_, half)| half)
    }
}

/// Where a rising segment crosses a height: x as a fraction, and its slope there.
struct Crossing {
    x: i128,
    over: i128,
    slope: i128,
}

impl Crossing {
    fn of(low: Spot, high: Spot, y: i32) -> Crossing {
        let (dx, dy) = low.to(high);
        let (dx, dy) = (i128::from(dx), i128::from(dy));
        Crossing { x: i128::from(low.x) * dy + (i128::from(y) - i128::from(low.y)) * dx, over: dy, slope: dx }
    }

    fn is_right_of(&self, other: &Crossing) -> bool {
        let at = (self.x * other.over).cmp(&(other.x * self.over));
        at.then_with(|| (self.slope * other.over).cmp(&(other.slope * self.over))).is_gt()
    }
}
