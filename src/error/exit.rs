/// What a run tells the shell, and through it cron.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// Done, also when there was nothing to do.
    #[default]
    Done,
    /// Done, with bad news: findings, rejected rows, mails refused or in doubt.
    BadNews,
    /// Could not run, as with a usage error or a broken file; nothing was changed.
    CouldNotRun,
    /// Try again later: locked, or the mail server is away (`EX_TEMPFAIL` of sysexits.h).
    TryLater,
}

impl Exit {
    /// Returns the number that the process ends with.
    pub fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::BadNews => 1,
            Self::CouldNotRun => 2,
            Self::TryLater => 75,
        }
    }
}
