use std::path::{Path, PathBuf};

use crate::missing::did_not_run;

/// Finds a program. Where it is missing, says so even though the test passes.
pub(crate) fn program(name: &str, package: &str) -> Option<PathBuf> {
    let folders = [
        "/usr/sbin",
        "/usr/bin",
        "/sbin",
        "/bin",
        "/usr/local/bin",
        "/opt/homebrew/bin",
    ];
    let found = folders
        .iter()
        .map(|folder| Path::new(folder).join(name))
        .find(|path| path.is_file());
    if found.is_none() {
        did_not_run(&format!("there is no `{name}` (package {package})"));
    }
    found
}
