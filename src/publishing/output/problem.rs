//! What can go wrong between a finished file and the reader.

use std::io;
use std::path::PathBuf;

use crate::diagnostic::Diagnostic;
use crate::telling::address::SitePath;

#[derive(Debug)]
pub enum Problem {
    /// The system refused; its words name the path.
    System(io::Error),
    /// The root of a disk, or a name that ends in `..`.
    NoName {
        public: PathBuf,
    },
    NotAFolder {
        public: PathBuf,
    },
    /// Publishing would replace what the site is made from.
    HoldsTheSite {
        public: PathBuf,
        part: PathBuf,
    },
    /// A new site would lie among other files.
    NotEmpty {
        folder: PathBuf,
    },
    /// Another build holds the lock.
    Busy {
        public: PathBuf,
    },
    /// `public/` cannot be renamed, since it is a disk of its own.
    MountPoint {
        public: PathBuf,
    },
    /// What brede did not make stands where files are to come: with each of these the file that is to come.
    Foreign {
        in_the_way: Vec<(String, SitePath)>,
    },
    /// Two artifacts of which one would be a folder of the other.
    Inside {
        path: SitePath,
        folder: String,
    },
    /// A path that leads out of the tree, or that no system takes.
    NotPlain {
        path: SitePath,
    },
    /// Written, but not in the plan.
    NotPlanned {
        path: SitePath,
    },
    /// In the manifest, but neither written nor there before.
    NotMade {
        path: SitePath,
    },
    /// Files of brede's were edited since.
    Edited {
        paths: Vec<SitePath>,
    },
    /// The tree was made by brede, and its record is not to be found or damaged.
    RecordLost {
        public: PathBuf,
    },
    /// The record of an earlier build could not be removed.
    Leftover(io::Error),
}

impl From<io::Error> for Problem {
    fn from(error: io::Error) -> Problem {
        Problem::System(error)
    }
}

impl From<Problem> for Diagnostic {
    fn from(problem: Problem) -> Diagnostic {
        match problem {
            Problem::System(error) => {
                let hint = match error.kind() {
                    io::ErrorKind::StorageFull => "make room on the disk; what was published is as it was",
                    io::ErrorKind::PermissionDenied => {
                        "brede writes in the folder of the output and beside it; see who may write there"
                    }
                    _ => "what was published is as it was",
                };
                Diagnostic::error(error.to_string()).hint(hint)
            }
            Problem::NoName { public } => {
                Diagnostic::error(format!("`{}` cannot be the folder of the output", public.display()))
                    .hint("name a folder that may be replaced as a whole: `--out public`")
            }
            Problem::NotAFolder { public } => {
                Diagnostic::error(format!("`{}` is not a folder, and the output is one", public.display()))
                    .hint("move it away, or name another folder with `--out`")
            }
            Problem::HoldsTheSite { public, part } => Diagnostic::error(format!(
                "the output cannot go to `{}`: `{}` of the site is there",
                public.display(),
                part.display()
            ))
            .hint("the folder of the output is replaced as a whole; name another one with `--out`"),
            Problem::NotEmpty { folder } => {
                Diagnostic::error(format!("there is something in `{}` already", folder.display()))
                    .hint("name a folder that is not there yet")
            }
            Problem::Busy { public } => {
                Diagnostic::error(format!("another build is writing to `{}`", public.display()))
                    .hint("wait until it is done, or name another folder with `--out`")
            }
            Problem::MountPoint { public } => Diagnostic::error(format!(
                "`{}` cannot be exchanged with the new tree, since it is a disk of its own",
                public.display()
            ))
            .hint("name a folder on that disk with `--out`, and let the web server read that one"),
            Problem::Foreign { in_the_way } => {
                let names = in_the_way.iter().map(|(standing, path)| match path.as_str() == standing {
                    true => format!("`{path}`"),
                    false => format!("`{standing}` (where `{path}` is to come)"),
                });
                Diagnostic::error(format!(
                    "brede did not make {}, and would have to overwrite what stands there",
                    first_of(names)
                ))
                .hint(
                    "move what is yours; if nothing in the folder of the output is yours, delete that folder",
                )
            }
            Problem::Inside { path, folder } => {
                Diagnostic::error(format!("`{path}` cannot be written, since `{folder}` is a file as well"))
            }
            Problem::NotPlain { path } => {
                Diagnostic::error(format!("`{}` cannot be the path of a file", path.as_str().escape_debug()))
                    .hint("a path has no empty part, no `..`, no `\\` and no control character")
            }
            Problem::NotPlanned { path } => {
                Diagnostic::error(format!("`{path}` was made and is not in the plan")).hint(BUG)
            }
            Problem::NotMade { path } => {
                Diagnostic::error(format!("`{path}` is in the plan and was not made")).hint(BUG)
            }
            Problem::Edited { paths } => {
                let names = paths.iter().map(|path| format!("`{path}`"));
                Diagnostic::warning(format!("edited since it was made, and made again: {}", first_of(names)))
                    .hint("change the data, the texts or the templates instead")
            }
            Problem::RecordLost { public } => Diagnostic::warning(format!(
                "the record of how `{}` was made is lost or damaged; all of it is made again",
                public.display()
            ))
            .hint("files there that are no longer made stay; to be rid of them, delete the folder once"),
            Problem::Leftover(error) => Diagnostic::warning(error.to_string()),
        }
    }
}

const BUG: &str = "this is a fault in brede; what was published is as it was";

/// How many of a list are named.
const NAMED: usize = 3;

fn first_of(names: impl ExactSizeIterator<Item = String>) -> String {
    let more = names.len().saturating_sub(NAMED);
    let named: Vec<String> = names.take(NAMED).collect();
    match more {
        0 => named.join(", "),
        more => format!("{} and {more} more", named.join(", ")),
    }
}
