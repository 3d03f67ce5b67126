use super::floor::Floor;
use super::run::Run;
use super::worker::work;
use super::{Carrier, Draft, Outgoing, Step, Summary, Waiting};
use crate::error::Result;

/// How many mails are reserved at once at first: one wait for the disk each. After a power cut, what is reserved and not
/// sent is in doubt: at most a batch and a half.
const BATCH: usize = 64;

/// How many at most. Batches grow where mails go faster than the disk can follow, so that a power cut costs no more than
/// what goes out while one waits for the disk.
const LARGEST: usize = 256;

/// A mail that is to be sent, as its draft is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// The mail.
    pub draft: Draft,
    /// Whether it is in doubt, and sent again all the same.
    pub is_doubtful: bool,
    /// What to say in the journal if it is put off once more: that is the end of trying. None if it may go on.
    pub(super) last_try: Option<String>,
}

/// Hears of each step before and after it happens, from any connection; see [`Step`] for what has to be safe when.
pub type Tell<'t> = dyn Fn(Step<'_>) -> Result<()> + Sync + 't;

/// What has become of a draft since it was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// Nothing.
    Same,
    /// Somebody has saved it anew.
    Changed,
    /// Somebody has deleted it.
    Gone,
}

/// Says what has become of a draft, just before it goes; asked from any connection.
pub type Still<'s> = dyn Fn(&Draft) -> Since + Sync + 's;

/// Sends mails, over as many connections as there are carriers. `open` returns the draft of a mail; none if it is gone
/// or cannot be sent as it is, of which `open` has taken note. `tell` writes the journal and may show progress;
/// `still` keeps a draft back that is not what was opened any more. Knows neither disk nor network, and never holds more
/// drafts than are about to be sent.
///
/// # Errors
/// When `open` or `tell` fails: without a journal nothing more may be sent, and the mails at hand are where the journal
/// says they are. All other trouble stands in the summary.
pub fn send(
    outgoing: &Outgoing,
    open: &mut dyn FnMut(&Waiting) -> Result<Option<Draft>>,
    carriers: &mut [&mut (dyn Carrier + Send)],
    (tell, still): (&Tell<'_>, &Still<'_>),
) -> Result<Summary> {
    let mut outbox = Outbox {
        mails: outgoing,
        next: 0,
        left: outgoing.count(),
        open,
    };
    let mut first = outbox.batch(BATCH)?;
    let Some((foremost, _)) = carriers.split_first_mut().filter(|_| !first.is_empty()) else {
        return Ok(Summary::default());
    };
    // Before anything is reserved: a server that is away leaves no trace in the journal, however often it is tried.
    if let Err(error) = foremost.ready() {
        let mut run = Run::default();
        run.summary.not_tried = first.len() + outbox.rest();
        run.stop(error);
        return Ok(run.summary);
    }
    tell(Step::Reserve(&first))?;
    let floor = Floor::new((tell, still), carriers.len());
    let fed = std::thread::scope(|scope| {
        for carrier in carriers.iter_mut() {
            let floor = &floor;
            scope.spawn(move || work(*carrier, floor));
        }
        let fed = feed(&floor, &mut first, &mut |size| outbox.batch(size));
        floor.close(fed.is_err());
        fed
    });
    let mut run = floor.finish()?;
    fed?;
    run.summary.not_tried += first.len() + outbox.rest();
    Ok(run.summary)
}

/// Reserves batch after batch and hands them to the workers, one ahead of what they send: so nobody waits for the disk.
/// `first` is reserved already; what is in it at the end is not.
fn feed(
    floor: &Floor<'_>,
    first: &mut Vec<Job>,
    next: &mut dyn FnMut(usize) -> Result<Vec<Job>>,
) -> Result<()> {
    let mut size = BATCH;
    loop {
        floor.offer(std::mem::take(first));
        *first = next(size)?;
        // What is not reserved needs no taking back when the run ends early.
        if first.is_empty() || !floor.wants_more(size / 2) {
            return Ok(());
        }
        (floor.tell)(Step::Reserve(first))?;
        if floor.is_idle() {
            size = LARGEST.min(size * 2);
        }
    }
}

/// What is still to be sent.
struct Outbox<'o> {
    mails: &'o Outgoing,
    /// The place of the next one.
    next: usize,
    /// How many may be sent yet.
    left: usize,
    open: &'o mut dyn FnMut(&Waiting) -> Result<Option<Draft>>,
}

impl Outbox<'_> {
    /// Reads the next batch.
    fn batch(&mut self, size: usize) -> Result<Vec<Job>> {
        let mut batch = Vec::with_capacity(size.min(self.left));
        while batch.len() < size && self.left > 0 {
            let Some(mail) = self.mails.get(self.next) else {
                break;
            };
            self.next += 1;
            if let Some(draft) = (self.open)(&mail)? {
                self.left -= 1;
                let since = mail
                    .last_try
                    .map(|since| since.format("%Y-%m-%d %H:%M UTC"));
                batch.push(Job {
                    draft,
                    is_doubtful: mail.is_doubtful,
                    last_try: since.map(|since| format!("given up, put off since {since}")),
                });
            }
        }
        Ok(batch)
    }

    /// Returns how many were not looked at.
    fn rest(&self) -> usize {
        self.left.min(self.mails.from(self.next))
    }
}

#[cfg(test)]
mod tests;
