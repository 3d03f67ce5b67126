use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::error::{Error, Result};
use crate::mail::transport::{Password, SmtpServer};
use crate::store::{password_command, secret};

/// Finds the password of a mail server: in PLENARY_SMTP_PASSWORD, in the file that PLENARY_SMTP_PASSWORD_FILE or
/// systemd names, or from the command in the user's own configuration. Never in the event folder. None for a server
/// without a user.
pub(super) fn password(server: &SmtpServer) -> Result<Option<Password>> {
    if server.user().is_none() {
        return Ok(None);
    }
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
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
    let home = set("XDG_CONFIG_HOME")
        .or_else(|| Some(PathBuf::from(set("HOME")?).join(".config").into_os_string()));
    let Some(configuration) = home.map(|home| Path::new(&home).join("plenary/config.toml")) else {
        return Ok(None);
    };
    match password_command(&configuration)? {
        Some(words) => run(&words).map(Some),
        None => Ok(None),
    }
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
