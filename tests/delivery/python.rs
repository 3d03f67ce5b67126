//! Python, and what of it a machine may lack.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::installed::program;
use crate::missing::did_not_run;

/// Returns a Python that can do something, as in `import json`: the one that `PLENARY_PYTHON` names, or the system's. Where
/// there is none, says so even though the test passes.
pub(crate) fn python(ability: &str, package: &str) -> Option<PathBuf> {
    let python = match std::env::var_os("PLENARY_PYTHON") {
        Some(python) => PathBuf::from(python),
        None => program("python3", "python3")?,
    };
    let import = Command::new(&python)
        .args(["-c", ability])
        .stderr(Stdio::null())
        .status();
    if import.is_ok_and(|status| status.success()) {
        return Some(python);
    }
    did_not_run(&format!("Python has no {package} (`{ability}` fails)"));
    None
}

/// Returns the path of a script beside this file.
pub(crate) fn script(name: &str) -> &'static str {
    match name {
        "calendars.py" => concat!(env!("CARGO_MANIFEST_DIR"), "/tests/delivery/calendars.py"),
        "signed.py" => concat!(env!("CARGO_MANIFEST_DIR"), "/tests/delivery/signed.py"),
        _ => concat!(env!("CARGO_MANIFEST_DIR"), "/tests/delivery/parts.py"),
    }
}
