//! Everything that is tested from outside.

mod index;
mod layers;
mod output;
mod shapes;
