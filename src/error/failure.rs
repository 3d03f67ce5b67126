use std::fmt;
use std::path::Path;

use super::{Exit, Finding, Place};

/// The result of whatever can fail.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a command could not run: one or more findings, and the exit code they lead to.
///
/// A bad row or a conflict is no error but a [`Finding`] in a list; an error means that nothing was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// Everything that stood in the way, not only the first.
    pub findings: Vec<Finding>,
    /// What the process ends with.
    pub exit: Exit,
}

impl Error {
    /// An error that says what is wrong, in lower case, without a full stop.
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            findings: vec![Finding::error("could-not-run", message)],
            exit: Exit::CouldNotRun,
        }
    }

    /// An error made of findings, of which there is at least one.
    pub fn from_findings(findings: Vec<Finding>) -> Self {
        Self {
            findings,
            exit: Exit::CouldNotRun,
        }
    }

    /// An operation on a file that the system refused: "cannot read `x`: permission denied".
    pub fn file(verb: &str, path: &Path, cause: &std::io::Error) -> Self {
        Self::system(&format!("{verb} `{}`", path.display()), cause)
    }

    /// Something else that the system refused: "cannot write to standard output: no space left on device".
    pub fn system(deed: &str, cause: &std::io::Error) -> Self {
        Self::new(format!("cannot {deed}: {}", reason(cause)))
    }

    /// Says what to type next.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        if let Some(last) = self.findings.last_mut() {
            last.hint = Some(hint.into());
        }
        self
    }

    /// Points at the source that is to blame.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        if let Some(last) = self.findings.last_mut() {
            last.places.push(place);
        }
        self
    }

    /// Changes the exit code.
    #[must_use]
    pub fn exit(mut self, exit: Exit) -> Self {
        self.exit = exit;
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, finding) in self.findings.iter().enumerate() {
            let separator = if index == 0 { "" } else { "; " };
            write!(f, "{separator}{}", finding.message)?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}

/// Returns the system's reason without Rust's "(os error 13)", starting in lower case as all our sentences do.
fn reason(cause: &std::io::Error) -> String {
    let text = cause.to_string();
    let text = text.split(" (os error").next().unwrap_or_default();
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_lowercase().chain(chars).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refused_file_is_named_with_the_reason() {
        let cause = std::io::Error::from_raw_os_error(13);
        let error = Error::file("read", Path::new("agenda.toml"), &cause);
        assert_eq!(
            error.to_string(),
            "cannot read `agenda.toml`: permission denied"
        );
    }
}
