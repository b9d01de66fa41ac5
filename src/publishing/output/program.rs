//! The program itself as an input: another program may make other files of the same data.

use blake3::Hash;
use fs_err as fs;

/// The digest of the program that is running, with everything embedded in it; of its version where it
/// cannot be read.
pub fn program() -> Hash {
    let read = std::env::current_exe().and_then(fs::read);
    match read {
        Ok(bytes) => blake3::Hasher::new().update_rayon(&bytes).finalize(),
        Err(_) => blake3::hash(env!("CARGO_PKG_VERSION").as_bytes()),
    }
}
