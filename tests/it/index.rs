//! Indices: published results reckoned again, what must always hold, and the traps at the end of METHODS.md.

mod always;
mod bottom;
mod change;
mod coherence;
mod comparison;
mod country;
mod extent;
mod filled;
mod left_out;
mod published;
mod sure;
mod traps;
mod warned;
