use std::path::{Component, Path, PathBuf};
use std::str::FromStr;

use super::reply::shown;
use super::server::SENDMAIL;
use super::server_host::{host_name, is_this_machine, port_number, split_port};
use super::{Security, Server, SmtpServer};
use crate::error::{Error, Result, did_you_mean};

const FORMS: &str = "write `smtps://user@host`, `starttls://user@host:587`, `smtp://127.0.0.1:2525` for a server on \
                     this machine, `sendmail:` for the program of that name, or `folder:DIR`";
const SECRETS: &str = "passwords never stand in the event folder: set PLENARY_SMTP_PASSWORD, or \
                       PLENARY_SMTP_PASSWORD_FILE, or `password_command` in your own configuration";

impl FromStr for Server {
    type Err = Error;

    /// Reads `smtps://[user@]host[:port]`, `starttls://…`, `smtp://…` to this machine, `sendmail:[PATH]`, or
    /// `folder:DIR`.
    ///
    /// Errors do not repeat the text, for it may hold a password.
    fn from_str(text: &str) -> Result<Self> {
        let text = text.trim();
        let (scheme, rest) = text
            .split_once(':')
            .ok_or_else(|| Error::new("`server` has no scheme").hint(FORMS))?;
        let security = match scheme.to_ascii_lowercase().as_str() {
            "smtps" => Security::Tls,
            "starttls" => Security::StartTls,
            "smtp" => Security::Plain,
            "folder" => return folder(rest),
            "sendmail" => return sendmail(rest),
            other => return Err(unknown(other)),
        };
        let authority = rest
            .strip_prefix("//")
            .ok_or_else(|| Error::new(format!("`{scheme}:` lacks its `//`")).hint(FORMS))?;
        smtp(security, authority).map(Self::Smtp)
    }
}

fn unknown(scheme: &str) -> Error {
    let hint = did_you_mean(scheme, ["smtps", "starttls", "smtp", "sendmail", "folder"]);
    Error::new(format!(
        "`server` starts with `{}:`, which is no way to send mail",
        shown(scheme)
    ))
    .hint(hint.unwrap_or_else(|| FORMS.into()))
}

fn sendmail(path: &str) -> Result<Server> {
    let path = if path.is_empty() { SENDMAIL } else { path };
    let usable = Path::new(path).is_absolute() && !path.contains(char::is_control);
    usable
        .then(|| Server::Sendmail(PathBuf::from(path)))
        .ok_or_else(|| {
            Error::new("`sendmail:` needs the whole path of the program")
                .hint("write `sendmail:` for /usr/sbin/sendmail, or a path as in `sendmail:/usr/bin/msmtp`")
        })
}

fn folder(path: &str) -> Result<Server> {
    if path.is_empty() || path.starts_with("//") || path.contains(char::is_control) {
        return Err(Error::new("`folder:` names no folder")
            .hint("write `folder:delivered`, or an absolute path as in `folder:/var/mail/out`"));
    }
    let taken = [
        "outbox",
        ".plenary",
        "templates",
        "imports",
        "releases",
        "public",
    ];
    let mut parts = Path::new(path)
        .components()
        .filter(|part| *part != Component::CurDir);
    let first = parts
        .next()
        .map_or(".".into(), |part| part.as_os_str().to_string_lossy());
    if first == "." || taken.contains(&first.as_ref()) {
        return Err(Error::new(format!(
            "mails cannot be delivered into `{first}`, which has another purpose"
        ))
        .hint("write `folder:delivered`"));
    }
    Ok(Server::Folder(PathBuf::from(path)))
}

fn smtp(security: Security, authority: &str) -> Result<SmtpServer> {
    let (user, place) = match authority.rsplit_once('@') {
        Some((user, place)) => (Some(user), place),
        None => (None, authority),
    };
    // First of all, so that no later error can repeat a part of it.
    if user.is_some_and(|user| user.contains(':')) {
        return Err(Error::new("a password stands in `server`").hint(SECRETS));
    }
    let place = place.strip_suffix('/').unwrap_or(place);
    if let Some(c) = place.chars().find(|c| "/?#\\".contains(*c)) {
        return Err(
            Error::new(format!("`{c}` has no place behind the host of `server`")).hint(FORMS),
        );
    }
    let (host, port) = split_port(place)?;
    let server = SmtpServer {
        security,
        user: user.map(user_name).transpose()?,
        host: host_name(host)?,
        port: port.map_or(Ok(security.default_port()), port_number)?,
    };
    if security == Security::Plain && !is_this_machine(&server.host) {
        return Err(Error::new(format!(
            "`smtp://` is plain text, and `{}` is another machine",
            server.host
        ))
        .hint(format!(
            "names, addresses and answers would be readable on the way: write `smtps://{0}` (port 465) or \
             `starttls://{0}` (port 587)",
            server.host
        )));
    }
    Ok(server)
}

/// Undoes percent-encoding, which a user name such as `me@example.org` may have (RFC 3986 section 2.1).
fn user_name(encoded: &str) -> Result<String> {
    let bad = || {
        Error::new("the user name in `server` cannot be read")
            .hint("write `%40` for `@` and `%25` for `%`, as in `smtps://me%40example.org@mail.example.org`")
    };
    let mut bytes = Vec::with_capacity(encoded.len());
    let mut rest = encoded.as_bytes();
    while let Some((&byte, tail)) = rest.split_first() {
        if byte != b'%' {
            bytes.push(byte);
            rest = tail;
            continue;
        }
        let (digits, tail) = tail.split_at_checked(2).ok_or_else(bad)?;
        if !digits.iter().all(u8::is_ascii_hexdigit) {
            return Err(bad());
        }
        let digits = std::str::from_utf8(digits).map_err(|_| bad())?;
        bytes.push(u8::from_str_radix(digits, 16).map_err(|_| bad())?);
        rest = tail;
    }
    let user = String::from_utf8(bytes).map_err(|_| bad())?;
    // It stands in messages as it is, so it must be safe to show.
    if user.is_empty() || shown(&user) != user {
        return Err(bad());
    }
    Ok(user)
}
