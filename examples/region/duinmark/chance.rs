//! Chance that is the same for ever: numbers drawn from BLAKE3's output for a label.
//!
//! Every label has a stream of its own, so that an indicator or an area more leaves all others as they were.

/// Numbers drawn for one label.
pub struct Stream(blake3::OutputReader);

impl Stream {
    pub fn of(label: &str) -> Stream {
        let mut hasher = blake3::Hasher::new();
        hasher.update(b"duinmark 1 ");
        hasher.update(label.as_bytes());
        Stream(hasher.finalize_xof())
    }

    /// At least 0 and under 1.
    pub fn uniform(&mut self) -> f64 {
        let mut bytes = [0; 4];
        self.0.fill(&mut bytes);
        f64::from(u32::from_le_bytes(bytes)) / 4_294_967_296.0
    }

    /// Mean 0 and standard deviation 1, never beyond ±6: the sum of twelve uniform draws.
    pub fn bell(&mut self) -> f64 {
        (0..12).map(|_| self.uniform()).sum::<f64>() - 6.0
    }
}

/// Lattice points along each side of a [`Field`].
const SIDE: usize = 128;

/// A smooth random landscape: values from −1 to 1 on a lattice, blended in between.
pub struct Field {
    lattice: Vec<f64>,
    /// Kilometres between two points of the lattice.
    spacing: f64,
}

impl Field {
    pub fn of(label: &str, spacing: f64) -> Field {
        let mut stream = Stream::of(label);
        Field { lattice: (0..SIDE * SIDE).map(|_| stream.uniform() * 2.0 - 1.0).collect(), spacing }
    }

    pub fn at(&self, [x, y]: [f64; 2]) -> f64 {
        let (column, across) = cell(x / self.spacing);
        let (row, up) = cell(y / self.spacing);
        let value = |row: usize, column: usize| self.lattice[row % SIDE * SIDE + column % SIDE];
        let below = blend(value(row, column), value(row, column + 1), across);
        let above = blend(value(row + 1, column), value(row + 1, column + 1), across);
        blend(below, above, up)
    }
}

/// The lattice cell of a coordinate and the place in it; the lattice starts 16 cells below zero.
fn cell(coordinate: f64) -> (usize, f64) {
    let shifted = (coordinate + 16.0).max(0.0);
    (shifted as usize, shifted - shifted.floor())
}

fn blend(from: f64, to: f64, at: f64) -> f64 {
    from + (to - from) * at * at * (3.0 - 2.0 * at)
}

/// eˣ from multiplications alone, good to five digits for the small x used here.
pub fn exp(x: f64) -> f64 {
    (0..16).fold(1.0 + x / 65_536.0, |power, _| power * power)
}
