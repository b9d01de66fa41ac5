//! How far a build is: a bar on a terminal, a few plain lines elsewhere.

use std::io::IsTerminal;
use std::sync::atomic::{AtomicUsize, Ordering};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::publishing::output::Progress;

/// Progress on standard error.
pub struct Bar {
    bar: ProgressBar,
    is_terminal: bool,
    all: AtomicUsize,
    made: AtomicUsize,
}

/// Below this many leaves a build without a terminal says nothing on its way.
const WORTH_TELLING: usize = 2_000;

impl Bar {
    pub fn new() -> Bar {
        let is_terminal = std::io::stderr().is_terminal();
        let target = if is_terminal { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(None, target);
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos} of {len} files, {eta} to go") {
            bar.set_style(style);
        }
        Bar { bar, is_terminal, all: AtomicUsize::new(0), made: AtomicUsize::new(0) }
    }

    pub fn end(&self) {
        self.bar.finish_and_clear();
    }
}

impl Progress for Bar {
    fn begin(&self, leaves: usize) {
        self.all.store(leaves, Ordering::Relaxed);
        self.bar.set_length(leaves as u64);
    }

    fn made(&self) {
        self.bar.inc(1);
        let made = self.made.fetch_add(1, Ordering::Relaxed) + 1;
        let all = self.all.load(Ordering::Relaxed);
        let tenth = (all / 10).max(1);
        if !self.is_terminal && all >= WORTH_TELLING && made.is_multiple_of(tenth) {
            eprintln!("{made} of {all} files");
        }
    }
}
