use std::fmt;
use std::sync::Arc;

/// Somebody who asks for a place now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// Whence: the name of a file, or words.
    from: Arc<str>,
    /// Where in the file, from 1.
    line: Option<usize>,
    /// Whether they are new in the list, and not back from a cancellation.
    pub(super) new: bool,
}

impl Arrival {
    /// Somebody who is new in the list.
    pub fn new(from: &Arc<str>, line: Option<usize>) -> Self {
        Self {
            from: Arc::clone(from),
            line,
            new: true,
        }
    }

    /// Somebody who is in the list and comes after all.
    pub fn again(from: &Arc<str>, line: Option<usize>) -> Self {
        Self {
            new: false,
            ..Self::new(from, line)
        }
    }
}

impl fmt::Display for Arrival {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.from)?;
        self.line.map_or(Ok(()), |line| write!(f, ", line {line}"))
    }
}
