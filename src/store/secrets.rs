use std::path::Path;

use toml_edit::{DocumentMut, Item};

use super::disk;
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

/// Reads `password_command = ["pass", "show", "mail"]` from the user's own configuration; none if there is none.
///
/// It never comes from the event folder: a folder that somebody sent must not run programs here.
///
/// # Errors
/// When the configuration cannot be understood.
pub fn password_command(configuration: &Path) -> Result<Option<Vec<String>>> {
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
    let Some(item) = document.get("password_command") else {
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
        None => Err(Error::new(format!("`password_command` in `{name}` is {}", kind(item)))
            .hint("write program and arguments as a list: password_command = [\"pass\", \"show\", \"mail\"]")),
    }
}

fn kind(item: &Item) -> &'static str {
    if item.is_array() {
        "no list of texts"
    } else {
        "no list"
    }
}
