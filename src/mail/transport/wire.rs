use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use rustls::{ClientConnection, StreamOwned};

use super::reply::{Reply, ReplyLine, decoded, shown};
use super::socket::Socket;
use super::trouble::Broken;

/// The longest line of a reply that we read, in bytes; RFC 5321 section 4.5.3.1.5 allows 512.
const LINE: usize = 4096;
/// The longest reply, in bytes. A server that goes on talking shall not fill our memory.
const REPLY: usize = 64 * 1024;

/// Lines out, replies in, over TCP or TLS.
///
/// It is written here rather than taken from lettre 0.11, whose connection panics on a blank line in the answer to
/// `EHLO`, takes a reply in Latin-1 for a broken line, gives one error for banner and `EHLO` alike, and believes what
/// was sent in plain text behind the answer to `STARTTLS`.
#[derive(Debug)]
pub(super) struct Wire {
    stream: Stream,
    peer: SocketAddr,
    /// Bytes that have come in and belong to no reply yet.
    heard: Vec<u8>,
}

#[derive(Debug)]
enum Stream {
    Plain(Socket),
    Tls(Box<StreamOwned<ClientConnection, Socket>>),
}

impl Wire {
    pub(super) fn new(tcp: TcpStream, patience: Duration) -> io::Result<Self> {
        Ok(Self {
            peer: tcp.peer_addr()?,
            stream: Stream::Plain(Socket::new(tcp, patience)?),
            heard: Vec::new(),
        })
    }

    /// Shakes hands, and returns the wire with everything on it encrypted.
    ///
    /// What has come in before the handshake was not said by the server we are about to meet: it may have been put
    /// there by anybody on the way (CVE-2011-0411), so it is refused.
    pub(super) fn encrypted(
        self,
        mut tls: ClientConnection,
        patience: Duration,
    ) -> Result<Self, Broken> {
        if !self.heard.is_empty() {
            return Err(Broken::Injected);
        }
        let Stream::Plain(mut socket) = self.stream else {
            return Ok(self);
        };
        socket.wait_at_most(patience);
        while tls.is_handshaking() {
            let moved = tls
                .complete_io(&mut socket)
                .map_err(|error| Broken::from_io(error, patience))?;
            if moved == (0, 0) {
                return Err(Broken::Closed);
            }
        }
        Ok(Self {
            peer: self.peer,
            stream: Stream::Tls(Box::new(StreamOwned::new(tls, socket))),
            heard: Vec::new(),
        })
    }

    /// Returns the version of TLS that protects the wire, such as `TLSv1_3`; `None` while it is plain.
    pub(super) fn protocol(&self) -> Option<rustls::ProtocolVersion> {
        match &self.stream {
            Stream::Plain(_) => None,
            Stream::Tls(tls) => tls.conn.protocol_version(),
        }
    }

    /// Whether nobody but the server can listen: TLS, or both ends on this machine.
    pub(super) fn is_private(&self) -> bool {
        matches!(self.stream, Stream::Tls(_)) || self.is_loopback()
    }

    /// Whether the other end really is this machine, whatever name led to it.
    pub(super) fn is_loopback(&self) -> bool {
        self.peer.ip().to_canonical().is_loopback()
    }

    /// Returns the address at the other end.
    pub(super) fn peer(&self) -> SocketAddr {
        self.peer
    }

    /// Makes sure that nothing has come in that nobody asked for.
    pub(super) fn goodbye(&mut self, patience: Duration) -> Result<(), Broken> {
        if self.heard.is_empty() {
            return Ok(());
        }
        // Only a goodbye may come unasked (RFC 5321 section 3.8). Taking anything else for the reply to the next
        // command would shift every later reply by one, up to the one that says a mail was accepted.
        Err(match self.reply(patience)? {
            goodbye if goodbye.code == 421 => Broken::Goodbye(goodbye.to_string()),
            other => Broken::Unasked(other.to_string()),
        })
    }

    /// Sends a command line and returns the reply to it.
    pub(super) fn ask(&mut self, command: &str, patience: Duration) -> Result<Reply, Broken> {
        self.goodbye(patience)?;
        self.send(format!("{command}\r\n").as_bytes(), patience)?;
        self.reply(patience)
    }

    /// Returns what has come in that nobody asked for.
    pub(super) fn unasked(&self) -> Option<Broken> {
        (!self.heard.is_empty()).then(|| Broken::Unasked(shown(&decoded(clipped(&self.heard)))))
    }

    /// Hands all bytes over in one write. Each block that moves has `patience` anew.
    pub(super) fn send(&mut self, bytes: &[u8], patience: Duration) -> Result<(), Broken> {
        let done = match &mut self.stream {
            Stream::Plain(socket) => {
                socket.wait_at_most(patience);
                socket.write_all(bytes)
            }
            Stream::Tls(tls) => {
                tls.sock.wait_at_most(patience);
                // The write keeps errors of the socket to itself; the flush tells them.
                tls.write_all(bytes).and_then(|()| tls.flush())
            }
        };
        done.map_err(|error| Broken::from_io(error, patience))
    }

    /// Waits for one whole reply.
    pub(super) fn reply(&mut self, patience: Duration) -> Result<Reply, Broken> {
        match &mut self.stream {
            Stream::Plain(socket) => socket.wait_at_most(patience),
            Stream::Tls(tls) => tls.sock.wait_at_most(patience),
        }
        let mut lines = Vec::new();
        let mut size = 0;
        let mut first_code = None;
        loop {
            let line = self.line(patience)?;
            size += line.len();
            if size > REPLY {
                return Err(Broken::Endless);
            }
            let read =
                ReplyLine::parse(&line).ok_or_else(|| Broken::Garbage(decoded(clipped(&line))))?;
            if *first_code.get_or_insert(read.code) != read.code {
                return Err(Broken::Garbage(decoded(clipped(&line))));
            }
            lines.push(read.text);
            if read.is_last {
                return Ok(Reply {
                    code: read.code,
                    lines,
                });
            }
        }
    }

    fn line(&mut self, patience: Duration) -> Result<Vec<u8>, Broken> {
        let mut searched = 0;
        loop {
            if let Some(end) = self.heard[searched..].iter().position(|&b| b == b'\n') {
                let mut line: Vec<u8> = self.heard.drain(..=searched + end).collect();
                line.pop();
                if line.ends_with(b"\r") {
                    line.pop();
                }
                return Ok(line);
            }
            searched = self.heard.len();
            if searched > LINE {
                return Err(Broken::Garbage(decoded(clipped(&self.heard))));
            }
            let mut block = [0; LINE];
            let read = match &mut self.stream {
                Stream::Plain(socket) => socket.read(&mut block),
                Stream::Tls(tls) => tls.read(&mut block),
            };
            match read.map_err(|error| Broken::from_io(error, patience))? {
                0 => return Err(Broken::Closed),
                count => self.heard.extend_from_slice(&block[..count]),
            }
        }
    }
}

/// Enough of a line to recognise what it is.
fn clipped(line: &[u8]) -> &[u8] {
    &line[..line.len().min(60)]
}
