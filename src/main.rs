//! The binary `plenary`; everything it does is in the library.
fn main() -> std::process::ExitCode {
    plenary::commands::main(std::env::args_os())
}
