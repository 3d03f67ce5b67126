/// Whether somebody knows of the place that they are offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// A server has taken the mail: the deadline counts.
    Told,
    /// The mail has not gone out yet and will: who hears of an offer late has longer to answer.
    Underway,
    /// Nobody knows whether it arrived, or it cannot be written or was refused: the offer stands until somebody decides.
    Stuck,
}
