//! A server that cannot be reached.

use super::*;

/// A server that is not there.
struct Away;

impl Carrier for Away {
    fn ready(&mut self) -> Result<()> {
        Err(Error::new("connection refused").exit(Exit::TryLater))
    }

    fn carry(
        &mut self,
        _: &Draft,
        _: Option<&Draft>,
        _: &mut dyn FnMut() -> Result<()>,
    ) -> Result<Delivery> {
        panic!("nothing can be carried")
    }
}

#[test]
fn a_server_that_is_away_leaves_no_trace_in_the_journal() {
    let tell = |step: Step<'_>| panic!("{step:?}");
    let summary = send_by(&outgoing(100), &mut Away, &tell).expect("a journal");
    assert_eq!(counts(&summary), [0, 0, 0, 0, 100]);
    assert_eq!(reason(&summary), "connection refused");
    assert_eq!(summary.exit(), Exit::TryLater);
}
