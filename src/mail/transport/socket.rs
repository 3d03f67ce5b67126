use std::io::{self, ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

/// A TCP stream on which reading ends at a deadline.
///
/// The time-out of the system is per call: a server that sends a byte now and then could hold us for ever. And where
/// the system says "would block", this says "timed out", which is what happened.
#[derive(Debug)]
pub(super) struct Socket {
    tcp: TcpStream,
    until: Instant,
    patience: Duration,
    /// What the system was told, for reading and for writing.
    told: [Option<Duration>; 2],
}

/// Where a time-out stands in `told`.
const READING: usize = 0;
const WRITING: usize = 1;

/// To be woken as often as this does no harm, and spares telling the system anew before each reply.
const OFTEN: Duration = Duration::from_secs(5);

impl Socket {
    pub(super) fn new(tcp: TcpStream, patience: Duration) -> io::Result<Self> {
        // Without this, a message that leaves in more than one segment waits 40 ms for the server's delayed ACK.
        tcp.set_nodelay(true)?;
        Ok(Self {
            tcp,
            until: Instant::now() + patience,
            patience,
            told: [None; 2],
        })
    }

    /// From now on reading may take `patience` altogether, and each write may take it anew, for a big message on a
    /// slow line is no reason to give up while it moves.
    pub(super) fn wait_at_most(&mut self, patience: Duration) {
        self.until = Instant::now() + patience;
        self.patience = patience;
    }

    /// Makes the system give up waiting after `left` or somewhat earlier: the loops below look at the clock.
    fn wake_within(&mut self, left: Duration, direction: usize) -> io::Result<()> {
        if self.told[direction].is_some_and(|told| told <= left && told >= OFTEN.min(left)) {
            return Ok(());
        }
        // A little less, so that the next reply, with as much time but a moment later, needs no telling.
        let told = if left > OFTEN * 2 { left - OFTEN } else { left };
        match direction {
            READING => self.tcp.set_read_timeout(Some(told))?,
            _ => self.tcp.set_write_timeout(Some(told))?,
        }
        self.told[direction] = Some(told);
        Ok(())
    }
}

impl Read for Socket {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let left = self.until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(ErrorKind::TimedOut.into());
            }
            self.wake_within(left, READING)?;
            match self.tcp.read(buffer) {
                // A signal, or a time-out a moment before ours: the clock above decides.
                Err(error)
                    if matches!(error.kind(), ErrorKind::Interrupted | ErrorKind::WouldBlock) => {}
                result => return result,
            }
        }
    }
}

impl Write for Socket {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let until = Instant::now() + self.patience;
        loop {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(ErrorKind::TimedOut.into());
            }
            self.wake_within(left, WRITING)?;
            match self.tcp.write(bytes) {
                Err(error)
                    if matches!(error.kind(), ErrorKind::Interrupted | ErrorKind::WouldBlock) => {}
                result => return result,
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.tcp.flush()
    }
}
