//! Everything that is tested from outside.

mod build;
mod contributions;
mod country;
mod crosswalks;
mod diagnostics;
mod documents;
mod downloads_page;
mod groupings;
mod groups;
mod index;
mod index_page;
mod layers;
mod margins;
mod method_page;
mod output;
mod periods;
mod problems;
mod region;
mod sets;
mod shapes;
mod stale;
mod steps;
mod suppression;
mod told;
mod town;
mod weights_page;
