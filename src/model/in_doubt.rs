use crate::error::{Error, Result};

/// What to do with a mail that may or may not have arrived (RFC 1047).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InDoubt {
    /// It waits until a person decides: nobody gets it twice.
    #[default]
    Hold,
    /// It is sent again, with the same bytes: nobody goes without.
    Resend,
}

impl InDoubt {
    /// Takes the word that event.toml uses.
    ///
    /// # Errors
    /// When it is neither `hold` nor `resend`.
    pub fn parse(word: &str) -> Result<Self> {
        match word {
            "hold" => Ok(Self::Hold),
            "resend" => Ok(Self::Resend),
            _ => Err(Error::new(format!("`{word}` is nothing to do with a mail in doubt")).hint(
                "write \"hold\", to decide with `plenary mail resolve`, or \"resend\", to send it once more",
            )),
        }
    }
}
