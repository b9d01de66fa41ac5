//! `brede` turns indicator data about areas, their boundaries and Markdown into a monitor that people read.
//!
//! The house, in the order in which data flow through it. A room imports only rooms that stand above it;
//! `tests/it/layers.rs` reads this list and holds every `crate::` path against it.
//!
//! ```text
//! diagnostic
//! input::settings
//! input::sources
//! model::atlas
//! model::shapes
//! index
//! telling::words
//! telling::look
//! telling::address
//! telling::figures
//! telling::prose
//! telling::profile
//! making::pages
//! making::documents
//! publishing::plan
//! publishing::store
//! publishing::output
//! cli
//! ```

pub mod diagnostic;
pub mod model {
    //! Checked numbers and shapes; knows no language and no file.
    pub mod atlas;
}
pub mod input {
    //! What a site's author wrote, read with places and checked; interprets no number.
    pub mod settings;
    pub mod sources;
}
pub mod telling {
    //! Words, figures, prose and profiles: what is told, in one language, for every maker alike.
    pub mod address;
}
pub mod publishing {
    //! Every artifact by name, what is stale, and the tree that readers get.
    pub mod output;
    pub mod store;
}
