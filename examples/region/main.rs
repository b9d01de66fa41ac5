//! Writes the generated files of the demo: `cargo run --release --example region -- [SITE]`.
//!
//! Without an argument the demo at the root of the project is written again, byte for byte.

mod duinmark;

use std::path::PathBuf;

fn main() -> std::io::Result<()> {
    let site =
        std::env::args_os().nth(1).map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    duinmark::write(&site)
}
