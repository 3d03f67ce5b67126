use std::net::{SocketAddr, TcpStream, ToSocketAddrs};

use super::trouble::{Broken, away, reason};
use super::wire::Wire;
use super::{Security, SmtpServer, Timeouts};
use crate::error::{Error, Result};

/// Connects to the first address of the host that answers, and returns our own address too.
pub(super) fn connect(server: &SmtpServer, timeouts: &Timeouts) -> Result<(Wire, SocketAddr)> {
    let unreachable = |why: &str| {
        away(&format!(
            "cannot reach the mail server `{}`: {why}",
            server.address()
        ))
    };
    let addresses = (server.host(), server.port())
        .to_socket_addrs()
        .map_err(|error| {
            unreachable(&reason(&error)).hint(
                "check the host of `server` in event.toml and the connection to the Internet; nothing was sent",
            )
        })?;
    let mut failure = unreachable("its name has no address");
    for address in addresses {
        let attempt = TcpStream::connect_timeout(&address, timeouts.connect).and_then(|tcp| {
            let us = tcp.local_addr()?;
            Ok((Wire::new(tcp, timeouts.connect)?, us))
        });
        match attempt {
            Ok((wire, _)) if server.security() == Security::Plain && !wire.is_loopback() => {
                return Err(Error::new(format!(
                    "`smtp://{}` leads to another machine, and is plain text",
                    server.address()
                ))
                .hint("write `smtps://` or `starttls://` in `server` of event.toml"));
            }
            Ok(connected) => return Ok(connected),
            Err(error) => {
                failure = unreachable(&Broken::from_io(error, timeouts.connect).to_string());
            }
        }
    }
    Err(failure)
}

/// Returns the name to say hello with. A name without a dot is refused by many servers, and anything that is no host
/// name could carry a second command.
pub(super) fn own_name(hello: &str, us: SocketAddr) -> String {
    let is_name = hello.len() <= 253
        && hello.contains('.')
        && hello.split('.').all(|label| {
            !label.is_empty()
                && label
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        });
    match us {
        _ if is_name => hello.to_owned(),
        SocketAddr::V4(us) => format!("[{}]", us.ip()),
        SocketAddr::V6(us) => format!("[IPv6:{}]", us.ip()),
    }
}
