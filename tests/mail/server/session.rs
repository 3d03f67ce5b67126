use std::io::{self, ErrorKind, Read, Write};
use std::net::TcpStream;

use super::script::{Act, At, Channel};
use super::{Message, Shared, State};

/// One connection, from the banner to its end.
pub(super) struct Session<'a> {
    shared: &'a Shared,
    tcp: TcpStream,
    channel: Box<dyn Channel>,
    is_encrypted: bool,
    unread: Vec<u8>,
    from: String,
    to: Vec<String>,
}

impl<'a> Session<'a> {
    pub(super) fn serve(shared: &'a Shared, tcp: TcpStream) -> io::Result<()> {
        tcp.set_nodelay(true)?;
        let mut session = Self {
            shared,
            channel: Box::new(tcp.try_clone()?),
            tcp,
            is_encrypted: false,
            unread: Vec::new(),
            from: String::new(),
            to: Vec::new(),
        };
        if shared.script.tls_first {
            session.encrypt()?;
        }
        session.answer(At::Banner, "220 scripted ESMTP")?;
        loop {
            let line = session.line()?;
            let line = String::from_utf8_lossy(&line).into_owned();
            let tls = if session.is_encrypted { "tls " } else { "" };
            shared.state().record.heard.push(format!("{tls}{line}"));
            session.obey(&line)?;
        }
    }

    fn obey(&mut self, line: &str) -> io::Result<()> {
        let upper = line.to_ascii_uppercase();
        if upper.starts_with("EHLO ") {
            self.reset();
            let mut offers = self.shared.script.offers.clone();
            if self.shared.script.tls.is_some() && !self.is_encrypted {
                offers.push("STARTTLS".into());
            }
            let mut lines = vec!["scripted".to_owned()];
            lines.extend(offers);
            let last = lines.len() - 1;
            let mark = |index| if index == last { ' ' } else { '-' };
            let lines: Vec<String> = lines
                .iter()
                .enumerate()
                .map(|(index, line)| format!("250{}{line}", mark(index)))
                .collect();
            self.answer(At::Hello, &lines.join("\r\n")).map(|_| ())
        } else if upper == "STARTTLS" {
            if self.answer(At::StartTls, "220 go ahead")? {
                self.encrypt()?;
            }
            Ok(())
        } else if upper.starts_with("AUTH LOGIN") {
            for question in ["334 VXNlcm5hbWU6", "334 UGFzc3dvcmQ6"] {
                self.write(question)?;
                let line = self.line()?;
                let line = format!("tls {}", String::from_utf8_lossy(&line));
                let plain = line.trim_start_matches("tls ").to_owned();
                let line = if self.is_encrypted { line } else { plain };
                self.shared.state().record.heard.push(line);
            }
            self.answer(At::Auth, "235 welcome").map(|_| ())
        } else if upper.starts_with("AUTH ") {
            self.answer(At::Auth, "235 welcome").map(|_| ())
        } else if upper.starts_with("MAIL FROM:") {
            if self.answer(At::Mail, "250 sender ok")? {
                self.from = between_angles(line);
            }
            Ok(())
        } else if upper.starts_with("RCPT TO:") && self.from.is_empty() {
            self.write("503 5.5.1 first the sender")
        } else if upper == "DATA" && self.to.is_empty() && !self.shared.script.lax {
            self.write("554 5.5.1 no valid recipients")
        } else if upper.starts_with("RCPT TO:") {
            if self.answer(At::Rcpt, "250 recipient ok")? {
                self.to.push(between_angles(line));
            }
            Ok(())
        } else if upper == "DATA" {
            if self.answer(At::Data, "354 go ahead")? {
                self.take_message()?;
            }
            Ok(())
        } else if upper == "RSET" {
            self.reset();
            self.answer(At::Reset, "250 forgotten").map(|_| ())
        } else if upper == "QUIT" {
            self.answer(At::Quit, "221 bye")?;
            Err(ErrorKind::ConnectionAborted.into())
        } else {
            self.write("500 what?")
        }
    }

    fn take_message(&mut self) -> io::Result<()> {
        let mut bytes = Vec::new();
        let mut is_first = true;
        loop {
            let line = self.line()?;
            self.shared.state().record.body_bytes += line.len() + 2;
            if is_first && self.interfere(At::Body)?.is_some() {
                return Err(ErrorKind::ConnectionAborted.into());
            }
            is_first = false;
            if line == b"." {
                break;
            }
            bytes.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
            bytes.extend_from_slice(b"\r\n");
        }
        let message = Message {
            from: std::mem::take(&mut self.from),
            to: std::mem::take(&mut self.to),
            bytes,
        };
        if message.to.is_empty() {
            return self.write("554 5.5.1 no valid recipients");
        }
        if self.interfere(At::Dot)? == Some(false) {
            return Ok(());
        }
        let mut state = self.shared.state();
        state.record.messages.push(message);
        let queued = format!("250 2.0.0 queued as {}", state.record.messages.len());
        drop(state);
        self.answer(At::Taken, &queued).map(|_| ())
    }

    /// Says the usual unless the script says something else; returns whether it was a yes.
    fn answer(&mut self, at: At, usual: &str) -> io::Result<bool> {
        match self.interfere(at)? {
            Some(yes) => Ok(yes),
            None => self.write(usual).map(|()| true),
        }
    }

    /// Does what the script wants at this moment. `Some` if it has said something, and whether that was a yes.
    fn interfere(&mut self, at: At) -> io::Result<Option<bool>> {
        let mut state = self.shared.state();
        state.met.push(at);
        let count = state.count(at);
        drop(state);
        self.shared.news.notify_all();
        let mut said = None;
        for (when, nth, act) in &self.shared.script.acts {
            if *when != at || ![0, count].contains(nth) {
                continue;
            }
            match act {
                Act::Drop => return Err(ErrorKind::ConnectionAborted.into()),
                Act::Stall(pause) => {
                    let waits = |state: &mut State| !state.hurried;
                    let state = self.shared.state();
                    drop(self.shared.news.wait_timeout_while(state, *pause, waits));
                }
                Act::Say(bytes) => {
                    self.channel.write_all(bytes)?;
                    self.channel.flush()?;
                    if bytes.starts_with(b"421") {
                        return Err(ErrorKind::ConnectionAborted.into());
                    }
                    said = Some(bytes.starts_with(b"2") || bytes.starts_with(b"3"));
                }
            }
        }
        Ok(said)
    }

    fn encrypt(&mut self) -> io::Result<()> {
        if let Some(upgrade) = &self.shared.script.tls {
            self.channel = upgrade(self.tcp.try_clone()?)?;
            self.is_encrypted = true;
            self.unread.clear();
        }
        Ok(())
    }

    fn reset(&mut self) {
        self.from.clear();
        self.to.clear();
    }

    fn write(&mut self, line: &str) -> io::Result<()> {
        self.channel.write_all(format!("{line}\r\n").as_bytes())?;
        self.channel.flush()
    }

    /// Returns the next line without its CRLF. A line feed alone ends no line: a client must not rely on that.
    fn line(&mut self) -> io::Result<Vec<u8>> {
        loop {
            if let Some(end) = self.unread.windows(2).position(|two| two == b"\r\n") {
                let mut line: Vec<u8> = self.unread.drain(..end + 2).collect();
                line.truncate(end);
                return Ok(line);
            }
            let mut block = [0; 4096];
            match self.channel.read(&mut block)? {
                0 => return Err(ErrorKind::UnexpectedEof.into()),
                count => self.unread.extend_from_slice(&block[..count]),
            }
        }
    }
}

fn between_angles(line: &str) -> String {
    let after = line.split_once('<').map_or("", |(_, after)| after);
    after.split('>').next().unwrap_or_default().to_owned()
}
