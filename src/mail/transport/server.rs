use std::fmt;
use std::path::{Path, PathBuf};

/// Where mail goes: the `server` of event.toml. Read with [`str::parse`], given back by `Display`; neither ever holds a
/// password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Server {
    /// A mail server.
    Smtp(SmtpServer),
    /// The `sendmail` program of this machine, at an absolute path.
    Sendmail(PathBuf),
    /// A folder in which each mail becomes a file, as typed: relative to the event folder, or absolute.
    Folder(PathBuf),
}

/// Where the program is on most systems (Filesystem Hierarchy Standard 3.0, section 4.10).
pub(super) const SENDMAIL: &str = "/usr/sbin/sendmail";

/// How the connection to a mail server is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Security {
    /// TLS from the first byte (`smtps://`, RFC 8314 section 3.3).
    Tls,
    /// Plain at first, then TLS by `STARTTLS`, without which nothing is sent (`starttls://`, RFC 3207).
    StartTls,
    /// Plain text, to this machine only (`smtp://`).
    Plain,
}

/// A mail server and the name under which we authenticate there. Plain text off this machine cannot be expressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SmtpServer {
    pub(super) security: Security,
    pub(super) user: Option<String>,
    pub(super) host: String,
    pub(super) port: u16,
}

impl Security {
    pub(super) fn scheme(self) -> &'static str {
        match self {
            Self::Tls => "smtps",
            Self::StartTls => "starttls",
            Self::Plain => "smtp",
        }
    }

    pub(super) fn default_port(self) -> u16 {
        match self {
            Self::Tls => 465,
            Self::StartTls => 587,
            Self::Plain => 25,
        }
    }
}

impl SmtpServer {
    /// Returns how the connection is protected.
    pub fn security(&self) -> Security {
        self.security
    }

    /// Returns the name to authenticate with; without one there is no `AUTH`, and no password is needed.
    pub fn user(&self) -> Option<&str> {
        self.user.as_deref()
    }

    /// Returns the host: a name in ASCII, or an IP address without brackets.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Returns the TCP port.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Returns `host:port`, an IPv6 address in brackets, as messages name the server.
    pub fn address(&self) -> String {
        if self.host.contains(':') {
            format!("[{}]:{}", self.host, self.port)
        } else {
            format!("{}:{}", self.host, self.port)
        }
    }
}

impl Server {
    /// Returns it as the journal names it: as `Display` does, but without the user, which is often somebody's address.
    pub fn without_user(&self) -> String {
        match self {
            Self::Smtp(server) => format!("{}://{}", server.security.scheme(), server.address()),
            Self::Folder(_) | Self::Sendmail(_) => self.to_string(),
        }
    }
}

impl fmt::Display for SmtpServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://", self.security.scheme())?;
        if let Some(user) = &self.user {
            for byte in user.bytes() {
                if byte.is_ascii_alphanumeric() || b"-._~+".contains(&byte) {
                    write!(f, "{}", char::from(byte))?;
                } else {
                    write!(f, "%{byte:02X}")?;
                }
            }
            f.write_str("@")?;
        }
        f.write_str(&self.address())
    }
}

impl fmt::Display for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Smtp(server) => server.fmt(f),
            Self::Sendmail(program) if program == Path::new(SENDMAIL) => f.write_str("sendmail:"),
            Self::Sendmail(program) => write!(f, "sendmail:{}", program.display()),
            Self::Folder(folder) => write!(f, "folder:{}", folder.display()),
        }
    }
}
