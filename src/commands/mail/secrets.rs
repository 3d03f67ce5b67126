use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::error::{Error, Result};
use crate::mail::transport::{Password, SmtpServer};
use crate::store::{key_file, password_command, secret};

/// Finds the password of a mail server: in PLENARY_SMTP_PASSWORD, in the file that PLENARY_SMTP_PASSWORD_FILE or
/// systemd names, or from the command in the user's own configuration. Never in the event folder. None for a server
/// without a user.
pub(super) fn password(server: &SmtpServer) -> Result<Option<Password>> {
    if server.user().is_none() {
        return Ok(None);
    }
    if let Some(password) = set("PLENARY_SMTP_PASSWORD") {
        return Ok(Some(Password::new(password.to_string_lossy())));
    }
    if let Some(path) = set("PLENARY_SMTP_PASSWORD_FILE") {
        return Ok(Some(Password::new(secret(Path::new(&path))?)));
    }
    // systemd: LoadCredential=plenary-smtp-password:…
    if let Some(path) =
        set("CREDENTIALS_DIRECTORY").map(|folder| Path::new(&folder).join("plenary-smtp-password"))
        && path.exists()
    {
        return Ok(Some(Password::new(secret(&path)?)));
    }
    let Some(configuration) = configuration() else {
        return Ok(None);
    };
    match password_command(&configuration)? {
        Some(words) => run(&words).map(Some),
        None => Ok(None),
    }
}

/// Returns the file of the private key that signs mails: named by PLENARY_DKIM_KEY_FILE, given by systemd, or named in the
/// user's own configuration. None if nobody names one.
pub(super) fn dkim_key() -> Result<Option<PathBuf>> {
    if let Some(path) = set("PLENARY_DKIM_KEY_FILE") {
        return Ok(Some(path.into()));
    }
    // systemd: LoadCredential=plenary-dkim-key:…
    let given =
        set("CREDENTIALS_DIRECTORY").map(|folder| Path::new(&folder).join("plenary-dkim-key"));
    if let Some(path) = given.filter(|path| path.exists()) {
        return Ok(Some(path));
    }
    configuration().map_or(Ok(None), |configuration| key_file(&configuration))
}

fn set(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}

/// Returns the file of the user's own configuration.
fn configuration() -> Option<PathBuf> {
    let home = set("XDG_CONFIG_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(set("HOME")?).join(".config")))?;
    Some(home.join("plenary/config.toml"))
}

fn run(words: &[String]) -> Result<Password> {
    let [program, arguments @ ..] = words else {
        return Err(Error::new("`password_command` is blank"));
    };
    let failed = |why: String| {
        Error::new(format!("`password_command` gave no password: {why}"))
            .hint(format!("try it: {}", words.join(" ")))
    };
    let output = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|cause| failed(format!("{program}: {cause}")))?;
    if !output.status.success() {
        return Err(failed(format!("{program} ended with {}", output.status)));
    }
    let text = String::from_utf8_lossy(&output.stdout);
    match text.lines().next().filter(|line| !line.is_empty()) {
        Some(line) => Ok(Password::new(line)),
        None => Err(failed(format!("{program} printed nothing"))),
    }
}

/// Returns the name by which this machine greets a mail server.
pub(super) fn hello() -> String {
    rustix::system::uname()
        .nodename()
        .to_string_lossy()
        .into_owned()
}
