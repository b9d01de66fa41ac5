//! The program: [`brede::cli`] does the rest.

fn main() -> std::process::ExitCode {
    brede::cli::run()
}
