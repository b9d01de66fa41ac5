//! The data of the demo are those that its generator makes.

use std::path::Path;

#[path = "../../examples/region/duinmark/mod.rs"]
mod duinmark;

#[test]
fn the_committed_data_are_those_of_the_generator() {
    let made = tempfile::tempdir().expect("a folder for the data");
    std::fs::create_dir(made.path().join("data")).expect("a folder inside it");
    duinmark::write(made.path()).expect("the generator writes where it may");
    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut files = 0;
    for entry in std::fs::read_dir(made.path().join("data")).expect("what was just made") {
        let path = entry.expect("what was just made").path();
        let name = path.file_name().expect("a file has a name");
        let same = std::fs::read(&path).expect("it was just written")
            == std::fs::read(committed.join(name)).unwrap_or_default();
        assert!(same, "{} differs: run `cargo run --release --example region`", name.display());
        files += 1;
    }
    assert!(files >= 8, "only {files} files were made");
}
