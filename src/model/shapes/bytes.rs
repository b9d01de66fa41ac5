//! Shapes to bytes for the store, and back.
//!
//! Numbers are written in groups of seven bits, low ones first (LEB128), signed ones with the sign in the
//! lowest bit; points as steps from the one before. There is no checksum: the store has its own. Bytes of
//! another make, or cut short, give no shapes and no panic.

use super::arcs::{ALWAYS, Arc, Ring};
use super::spot::Spot;
use super::{Outline, Shapes};
use crate::model::atlas::AreaId;

/// The name and number of the format.
const HEAD: &[u8] = b"brede shapes 1\n";

impl Shapes {
    /// The same shapes give the same bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut writer = Writer { bytes: HEAD.to_vec() };
        writer.count(self.arcs.len());
        for arc in &self.arcs {
            writer.count(arc.spots.len());
            let mut before = Spot { x: 0, y: 0 };
            for (spot, detail) in arc.spots.iter().zip(&arc.details) {
                writer.step(before, *spot);
                before = *spot;
                // the largest number would be the longest
                writer.number(if *detail == ALWAYS { 0 } else { u64::from(*detail) + 1 });
            }
        }
        writer.count(self.outlines.len());
        for (number, outline) in self.outlines.iter().enumerate() {
            writer.count(outline.rings.len());
            for ring in &outline.rings {
                writer.number(
                    u64::from(ring.size) << 2 | u64::from(ring.is_outer) << 1 | u64::from(ring.is_vital),
                );
                writer.count(ring.arcs.len());
                let mut before = 0;
                for half in &ring.arcs {
                    writer.signed(i64::from(*half) - before);
                    before = i64::from(*half);
                }
            }
            match outline.anchor {
                Some(spot) => {
                    writer.count(1);
                    writer.step(Spot { x: 0, y: 0 }, spot);
                }
                None => writer.count(0),
            }
            writer.count(outline.neighbours.len());
            let mut before = number as i64;
            for neighbour in &outline.neighbours {
                writer.signed(i64::from(neighbour.0) - before);
                before = i64::from(neighbour.0);
            }
        }
        writer.bytes
    }

    /// None where the bytes are not of this format.
    pub fn from_bytes(bytes: &[u8]) -> Option<Shapes> {
        let mut reader = Reader { bytes: bytes.strip_prefix(HEAD)? };
        let mut shapes = Shapes::default();
        for _ in 0..reader.count()? {
            shapes.arcs.push(reader.arc()?);
        }
        let halves = u32::try_from(shapes.arcs.len()).ok()?.checked_mul(2)?;
        let count = reader.count()?;
        for number in 0..count {
            shapes.outlines.push(reader.outline(number, count, halves)?);
        }
        if !reader.bytes.is_empty() {
            return None;
        }
        shapes.measure();
        Some(shapes)
    }
}

struct Writer {
    bytes: Vec<u8>,
}

impl Writer {
    fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.bytes.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.bytes.push(number as u8);
    }

    fn count(&mut self, count: usize) {
        self.number(count as u64);
    }

    fn signed(&mut self, number: i64) {
        self.number((number << 1 ^ number >> 63) as u64);
    }

    fn step(&mut self, from: Spot, to: Spot) {
        let (x, y) = from.to(to);
        self.signed(x);
        self.signed(y);
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
}

impl Reader<'_> {
    fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let (byte, rest) = self.bytes.split_first()?;
            self.bytes = rest;
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    /// How many of something follow: each takes a byte or more, so a larger number is none of ours.
    fn count(&mut self) -> Option<usize> {
        let count = usize::try_from(self.number()?).ok()?;
        (count <= self.bytes.len()).then_some(count)
    }

    fn signed(&mut self) -> Option<i64> {
        let number = self.number()?;
        Some((number >> 1) as i64 ^ -((number & 1) as i64))
    }

    fn step(&mut self, from: Spot) -> Option<Spot> {
        let mut axis = |from: i32| i32::try_from(i64::from(from).checked_add(self.signed()?)?).ok();
        Some(Spot { x: axis(from.x)?, y: axis(from.y)? })
    }

    fn arc(&mut self) -> Option<Arc> {
        let count = self.count()?;
        let mut arc = Arc { spots: Vec::with_capacity(count), details: Vec::with_capacity(count) };
        let mut spot = Spot { x: 0, y: 0 };
        for _ in 0..count {
            spot = self.step(spot)?;
            arc.spots.push(spot);
            arc.details.push(match self.number()? {
                0 => ALWAYS,
                detail => u32::try_from(detail - 1).ok()?,
            });
        }
        Some(arc)
    }

    fn outline(&mut self, number: usize, areas: usize, halves: u32) -> Option<Outline> {
        let mut outline = Outline::default();
        for _ in 0..self.count()? {
            let head = self.number()?;
            let mut ring = Ring {
                arcs: Vec::new(),
                size: u32::try_from(head >> 2).ok()?,
                is_outer: head & 2 != 0,
                is_vital: head & 1 != 0,
            };
            let mut before = 0;
            for _ in 0..self.count()? {
                before = i64::checked_add(before, self.signed()?)?;
                ring.arcs.push(u32::try_from(before).ok().filter(|half| *half < halves)?);
            }
            outline.rings.push(ring);
        }
        if self.count()? > 0 {
            outline.anchor = Some(self.step(Spot { x: 0, y: 0 })?);
        }
        let mut before = number as i64;
        for _ in 0..self.count()? {
            before = before.checked_add(self.signed()?)?;
            let neighbour = usize::try_from(before).ok().filter(|neighbour| *neighbour < areas)?;
            outline.neighbours.push(AreaId(neighbour as u32));
        }
        Some(outline)
    }
}
