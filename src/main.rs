//! The program. Everything is in the library, so that tests can reach it.

use std::process::ExitCode;

/// glibc's gives memory back to the system and asks for it again with many a page.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    sparsam::cli::run()
}
