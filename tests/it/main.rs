//! Everything that is tested from outside.

mod layers;
mod output;
