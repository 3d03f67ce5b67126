use std::net::{IpAddr, Ipv6Addr};

use super::reply::shown;
use crate::error::{Error, Result};

const HOST: &str = "a host is a name such as `mail.example.org`, or an IP address";
const IPV6: &str = "an IPv6 address, and nothing else, stands in brackets: `smtp://[::1]:2525`";

/// Splits `host[:port]`; an IPv6 address stands in brackets (RFC 3986 section 3.2.2), which are taken off.
pub(super) fn split_port(place: &str) -> Result<(&str, Option<&str>)> {
    let unclear = |why: &str| Error::new(format!("{why} in `server`")).hint(IPV6);
    let Some(rest) = place.strip_prefix('[') else {
        return match place.split_once(':') {
            Some((_, port)) if port.contains(':') => Err(unclear("more than one `:`")),
            Some((host, port)) => Ok((host, Some(port))),
            None => Ok((place, None)),
        };
    };
    let (host, behind) = rest
        .split_once(']')
        .ok_or_else(|| unclear("a `[` without `]`"))?;
    if host.parse::<Ipv6Addr>().is_err() {
        return Err(unclear("no IPv6 address between `[` and `]`"));
    }
    match behind.strip_prefix(':') {
        Some(port) => Ok((host, Some(port))),
        None if behind.is_empty() => Ok((host, None)),
        None => Err(unclear("something other than a port behind `]`")),
    }
}

pub(super) fn port_number(port: &str) -> Result<u16> {
    let digits = port.bytes().all(|byte| byte.is_ascii_digit());
    match port.parse() {
        Ok(number) if digits && number > 0 => Ok(number),
        _ => Err(
            Error::new(format!("`{}` in `server` is no port", shown(port)))
                .hint("a port is a number from 1 to 65535; mail servers use 465 (smtps) and 587 (starttls)"),
        ),
    }
}

/// Returns the host in ASCII (RFC 5890), an IP address as it is.
pub(super) fn host_name(host: &str) -> Result<String> {
    if host.is_empty() {
        return Err(Error::new("`server` names no host").hint(HOST));
    }
    if host.parse::<IpAddr>().is_ok() {
        return Ok(host.to_ascii_lowercase());
    }
    let bad = || Error::new(format!("`{}` in `server` is no host", shown(host))).hint(HOST);
    let ascii = idna::domain_to_ascii(host).map_err(|_| bad())?;
    let labels = ascii.strip_suffix('.').unwrap_or(&ascii);
    let is_name = labels.len() <= 253
        && labels.split('.').all(|label| {
            !label.is_empty()
                && label.len() <= 63
                && label
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
        });
    if is_name { Ok(ascii) } else { Err(bad()) }
}

/// Whether a host can only be this machine. Other names that lead here may lead elsewhere tomorrow.
pub(super) fn is_this_machine(host: &str) -> bool {
    host.eq_ignore_ascii_case("localhost")
        || host
            .parse::<IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}
