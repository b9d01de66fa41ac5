//! The tree that readers get: `public/` is the old one or the new one, whole, whenever it is looked at.
//!
//! ```text
//! site/public/                 what readers get; `.brede-build` in it names the record of how it was made
//! site/.public.brede/          beside it, so on the same disk, whatever `--out` is; git ignores it
//!     next/                    the hidden tree
//!     <name>.manifest          the record of a tree: its manifest and when each file was last changed
//!     lock                     held by the one build that is going on
//! ```
//!
//! [`Public::open`] compares `public/` with its record. [`Stage`] takes what is made, in the hidden tree.
//! [`Stage::finish`] links into it what stays the same, takes out what goes, and exchanges the two folders
//! in one step. Each tree names its own record, so that whichever one stands in `public/` is understood,
//! wherever a build was killed. The hidden tree is never believed: a file in it counts only if it is a link
//! to the same file in `public/`, so what a killed build left there does no harm.
//!
//! What is noticed by hand: a file of brede's that was edited or deleted (by size and time of change) is
//! made again. Files that brede did not make are carried over and never overwritten. What is not noticed:
//! a file that was changed and given back its old size and time.
//!
//! Nothing is forced to the disk (`fsync`): after a power failure a file may be empty, and the record may
//! be damaged; both are noticed at the next build by size and checksum, and made again.

mod apart;
mod edition;
mod exchange;
mod folders;
mod fresh;
mod hidden;
mod make;
mod manifest;
mod problem;
mod program;
mod public;
mod receipt;
mod reckoned;
mod record;
mod stage;
mod standing;
mod starter;
mod supplies;
#[cfg(test)]
mod tests;
mod tree;

pub use apart::apart;
pub use edition::{Edition, Parts};
pub use fresh::files;
pub use make::{Only, Progress, Tally, make};
pub use manifest::{Content, Made, Manifest, Receipt};
pub use program::program;
pub use public::Public;
pub use reckoned::{shapes, uncertainties};
pub use stage::{Stage, Written};
pub use standing::{Freshness, Standing, standing};
pub use starter::start;
pub use supplies::Supplies;
