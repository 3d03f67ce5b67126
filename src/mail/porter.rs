use super::courier::delivery;
use super::rate::Pace;
use super::transport::{Parcel, Sendmail};
use super::{Carrier, Delivery, Draft};
use crate::error::Result;

/// Hands mails to the `sendmail` program of this machine, one at a time.
pub struct Porter<'a> {
    program: &'a Sendmail,
    /// Shared by all porters of a run.
    pace: &'a Pace<'a>,
}

impl<'a> Porter<'a> {
    /// A porter who keeps to `pace`.
    pub fn new(program: &'a Sendmail, pace: &'a Pace<'a>) -> Self {
        Self { program, pace }
    }
}

impl Carrier for Porter<'_> {
    fn ready(&mut self) -> Result<()> {
        self.pace.has_room()
    }

    fn turn(&mut self) -> Result<()> {
        self.pace.wait()
    }

    fn carry(
        &mut self,
        draft: &Draft,
        _: Option<&Draft>,
        mark: &mut dyn FnMut() -> Result<()>,
    ) -> Result<Delivery> {
        let parcel = Parcel {
            from: &draft.from,
            to: &draft.to,
            bytes: &draft.bytes,
        };
        self.program.carry(&parcel, mark).map(delivery)
    }
}
