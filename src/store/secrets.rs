use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use toml_edit::{DocumentMut, Item};

use super::{Folder, disk};
use crate::error::{Error, Result};

/// Reads a secret from a file of its own: the first line, without its end.
///
/// # Errors
/// When the file cannot be read or is blank.
pub fn secret(path: &Path) -> Result<String> {
    let bytes = disk::read(path)?.ok_or_else(|| {
        Error::new(format!(
            "there is no file `{}` with the password",
            path.display()
        ))
    })?;
    let text = String::from_utf8_lossy(&bytes);
    match text
        .lines()
        .next()
        .map(str::trim_end)
        .filter(|line| !line.is_empty())
    {
        Some(line) => Ok(line.to_string()),
        None => Err(Error::new(format!(
            "the password file `{}` is blank",
            path.display()
        ))),
    }
}

/// Reads the private key that signs mails.
///
/// # Errors
/// When it cannot be read, lies in the event folder, which others get to see, or may be read by others.
pub fn private_key(path: &Path, folder: &Folder) -> Result<Vec<u8>> {
    let refused = |what: &str, hint: String| {
        Err(Error::new(format!("the key `{}` {what}", path.display())).hint(hint))
    };
    let Some(bytes) = disk::read(path)? else {
        return Err(Error::new(format!("there is no key `{}`", path.display())));
    };
    let real = |path: &Path| path.canonicalize().ok();
    if real(path)
        .zip(real(folder.root()))
        .is_some_and(|(key, folder)| key.starts_with(folder))
    {
        return refused(
            "lies in the event folder, which others get to see",
            "move it out of there, and make another key if the folder was ever shared".to_string(),
        );
    }
    if open_to_others(path) {
        return refused(
            "can be read by others on this machine",
            format!("chmod 600 {}", path.display()),
        );
    }
    Ok(bytes)
}

/// Tells whether others may read a key. One that belongs to somebody else, as systemd's credentials do, is given to us by
/// its group or an access list, which shows as a group that may read.
fn open_to_others(path: &Path) -> bool {
    path.metadata().is_ok_and(|key| {
        let ours = key.uid() == rustix::process::geteuid().as_raw();
        key.mode() & if ours { 0o077 } else { 0o007 } != 0
    })
}

/// Reads `password_command = ["pass", "show", "mail"]` from the user's own configuration; none if there is none.
///
/// It never comes from the event folder: a folder that somebody sent must not run programs here.
///
/// # Errors
/// When the configuration cannot be understood.
pub fn password_command(configuration: &Path) -> Result<Option<Vec<String>>> {
    let Some(item) = setting(configuration, "password_command")? else {
        return Ok(None);
    };
    let words = item.as_array().map(|array| {
        array
            .iter()
            .map(|word| word.as_str().map(String::from))
            .collect()
    });
    let words: Option<Vec<String>> = words
        .flatten()
        .filter(|words: &Vec<String>| !words.is_empty());
    match words {
        Some(words) => Ok(Some(words)),
        None => Err(Error::new(format!(
            "`password_command` in `{}` is {}",
            configuration.display(),
            kind(&item)
        ))
        .hint("write program and arguments as a list: password_command = [\"pass\", \"show\", \"mail\"]")),
    }
}

/// Reads `dkim_key = "/home/me/keys/plenary.pem"` from the user's own configuration; none if there is none.
///
/// # Errors
/// When the configuration cannot be understood.
pub fn key_file(configuration: &Path) -> Result<Option<PathBuf>> {
    let Some(item) = setting(configuration, "dkim_key")? else {
        return Ok(None);
    };
    match item.as_str().map(PathBuf::from) {
        Some(path) if path.is_absolute() => Ok(Some(path)),
        _ => Err(Error::new(format!(
            "`dkim_key` in `{}` is no absolute path",
            configuration.display()
        ))
        .hint("write it as in dkim_key = \"/home/me/keys/plenary.pem\"")),
    }
}

/// Returns what stands under a key of the user's own configuration.
fn setting(configuration: &Path, key: &str) -> Result<Option<Item>> {
    let Some(bytes) = disk::read(configuration)? else {
        return Ok(None);
    };
    let name = configuration.display().to_string();
    let text = disk::text(configuration, &name, bytes)?;
    let document: DocumentMut = text.parse().map_err(|error: toml_edit::TomlError| {
        Error::new(format!(
            "`{name}` is no TOML: {}",
            error.message().trim_end()
        ))
    })?;
    Ok(document.get(key).cloned())
}

fn kind(item: &Item) -> &'static str {
    if item.is_array() {
        "no list of texts"
    } else {
        "no list"
    }
}
