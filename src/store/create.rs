use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use chrono_tz::Tz;
use toml_edit::Value;

use super::Mode;
use super::disk::{self, Access};
use crate::error::{Error, Result};
use crate::model::{EmailAddress, Hours, Id};

/// What is known of an event when its folder is made.
#[derive(Clone, Debug)]
pub struct NewEvent {
    /// Its short name.
    pub id: Id,
    /// What people call it.
    pub name: String,
    /// Its days.
    pub dates: Vec<NaiveDate>,
    /// Its zone.
    pub zone: Tz,
    /// When its days open and close.
    pub hours: Option<Hours>,
    /// Whom people write to.
    pub contact: Option<EmailAddress>,
    /// The name of the place.
    pub venue: String,
    /// Its address.
    pub address: String,
    /// How many people can come.
    pub capacity: Option<u32>,
}

/// What must never get into git, since it is about people or only of this machine.
const IGNORED: &str = "\
# Who signed up and who was written to is nobody's business but the organisers'.
/*.csv
/*.tsv
/*.xls
/*.xlsx
/*.ods
/*.zip
/signups/
/outbox/
/delivered/
/imports/
/.plenary/
# What programs leave beside an open file.
.~lock.*#
~$*
.*.swp
*~
*.bak
*.orig
/exports/
.plenary-tmp-*
";

pub(super) const SPEAKERS: &str = "\
# One [[speaker]] each. Names are shown as written; email, phone and access are never published.
# Somebody who does not want to be named gets a public_name, or anonymous = true.
#
# [[speaker]]
# id = \"ada-example\"
# name = \"Ada Example\"
# role = \"Councillor\"
# area = \"Leeds\"
";

pub(super) const AGENDA: &str = "\
# One [[session]] each. Without a start it is unscheduled, which is fine. Times are those of the clock at the venue.
#
# [[session]]
# id = \"opening\"
# title = \"Opening\"
# start = \"10:00\"
# minutes = 30
# room = \"main\"
# speakers = [\"ada-example\"]
";

/// Makes an event folder and returns the names of the files it wrote. Files that are there already stay.
///
/// # Errors
/// When the folder holds an event, or cannot be written.
pub fn create(root: &Path, event: &NewEvent, mode: Mode) -> Result<Vec<String>> {
    let event_toml = event_toml(event);
    let files = [
        ("speakers.toml", SPEAKERS.as_bytes(), Access::Personal),
        ("agenda.toml", AGENDA.as_bytes(), Access::Shared),
        // Last, since a folder with an event.toml counts as made.
        ("event.toml", event_toml.as_bytes(), Access::Shared),
    ];
    make(root, &files, mode)
}

/// Makes an event folder of these files.
pub(super) fn make(
    root: &Path,
    files: &[(&str, &[u8], Access)],
    mode: Mode,
) -> Result<Vec<String>> {
    if root.join("event.toml").exists() {
        return Err(
            Error::new(format!("`{}` is an event folder already", root.display())).hint(format!(
                "edit {} instead",
                root.join("event.toml").display()
            )),
        );
    }
    let mut written = write_missing(root, files, mode)?;
    // A folder that is in git already has a .gitignore: what is private must get into it all the same.
    if keep_out_of_git(root, mode)? {
        written.push(".gitignore".to_string());
    }
    Ok(written)
}

/// Makes an event folder from the files of an example, by name within the folder.
///
/// # Errors
/// When the folder is there already, or cannot be written.
pub fn create_example(root: &Path, files: &[(&str, &[u8])], mode: Mode) -> Result<()> {
    if root.exists() {
        return Err(Error::new(format!("`{}` is there already", root.display()))
            .hint("remove it, or name another folder: plenary demo DIR"));
    }
    let files: Vec<_> = files
        .iter()
        .map(|(name, bytes)| (*name, *bytes, Access::Personal))
        .collect();
    write_missing(root, &files, mode)?;
    if mode == Mode::Real {
        keep_out_of_git(root, mode)?;
    }
    Ok(())
}

/// Adds the lines to `.gitignore` that it lacks; returns whether there were any.
fn keep_out_of_git(root: &Path, mode: Mode) -> Result<bool> {
    let path = root.join(".gitignore");
    let seen = disk::read(&path)?;
    let old = String::from_utf8_lossy(seen.as_deref().unwrap_or_default()).into_owned();
    let has = |line: &str| old.lines().any(|known| known.trim() == line);
    let missing: String = IGNORED
        .lines()
        .filter(|line| !has(line))
        .map(|line| format!("{line}\n"))
        .collect();
    if missing.is_empty() {
        return Ok(false);
    }
    let gap = if old.is_empty() || old.ends_with('\n') {
        ""
    } else {
        "\n"
    };
    if mode == Mode::Real {
        disk::replace(
            &path,
            seen.as_deref(),
            format!("{old}{gap}{missing}").as_bytes(),
            Access::Shared,
        )?;
    }
    Ok(true)
}

/// Writes files into a folder, which is made if it is not there; returns the names of those that were missing.
fn write_missing(root: &Path, files: &[(&str, &[u8], Access)], mode: Mode) -> Result<Vec<String>> {
    let missing: Vec<_> = files
        .iter()
        .filter(|(name, ..)| !root.join(name).exists())
        .collect();
    if mode == Mode::Real {
        fs::create_dir_all(root).map_err(|cause| Error::file("make the folder", root, &cause))?;
        for (name, bytes, access) in &missing {
            let path = root.join(name);
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)
                    .map_err(|cause| Error::file("make the folder", folder, &cause))?;
            }
            disk::replace(&path, None, bytes, *access)?;
        }
    }
    Ok(missing
        .iter()
        .map(|(name, ..)| (*name).to_string())
        .collect())
}

/// Writes pages into a folder, which is made if it is not there. Pages of the same name are replaced.
///
/// # Errors
/// When the folder cannot be written.
pub fn write_pages(folder: &Path, pages: &[(String, Vec<u8>)], mode: Mode) -> Result<()> {
    if mode == Mode::DryRun {
        return Ok(());
    }
    fs::create_dir_all(folder).map_err(|cause| Error::file("make the folder", folder, &cause))?;
    for (name, bytes) in pages {
        let path = folder.join(name);
        let seen = disk::read(&path)?;
        disk::replace(&path, seen.as_deref(), bytes, Access::Shared)?;
    }
    Ok(())
}

/// Writes a file about people where the person wants it, readable by its owner only.
///
/// # Errors
/// When it cannot be written.
pub fn write_personal(path: &Path, bytes: &[u8], mode: Mode) -> Result<()> {
    if mode == Mode::Real {
        let seen = disk::read(path)?;
        disk::replace(path, seen.as_deref(), bytes, Access::Personal)?;
    }
    Ok(())
}

/// Writes a file that tells nothing about anybody where the person wants it.
///
/// # Errors
/// When it cannot be written.
pub fn write_shared(path: &Path, bytes: &[u8], mode: Mode) -> Result<()> {
    if mode == Mode::Real {
        let seen = disk::read(path)?;
        disk::replace(path, seen.as_deref(), bytes, Access::Shared)?;
    }
    Ok(())
}

pub(super) fn event_toml(event: &NewEvent) -> String {
    let text = |text: &str| Value::from(text).to_string();
    let line = |key: &str, value: Option<String>, sample: &str| match value {
        Some(value) => format!("{key} = {value}\n"),
        None => format!("# {key} = {sample}\n"),
    };
    let filled = |value: &str| (!value.is_empty()).then(|| text(value));
    let dates: Vec<String> = event
        .dates
        .iter()
        .map(|date| format!("\"{date}\""))
        .collect();
    let contact = event.contact.as_ref().map(EmailAddress::as_str);
    let from = contact.map(|contact| {
        text(&format!(
            "{} <{contact}>",
            event.name.replace(['<', '>', '"'], "")
        ))
    });
    [
        "# The event. Edit freely: comments and order stay when plenary changes something.\n\n[event]\n".to_string(),
        format!("id = {}          # part of every mail: do not change it later\n", text(event.id.as_str())),
        format!("name = {}\n", text(&event.name)),
        format!("dates = [{}]\n", dates.join(", ")),
        line("hours", event.hours.map(|hours| text(&hours.to_string())), "\"09:30-17:00\""),
        format!("timezone = {}\n", text(event.zone.name())),
        line("contact", contact.map(text), "\"team@example.org\""),
        "\n[venue]\n".to_string(),
        line("name", filled(&event.venue), "\"Example Hall\""),
        line("address", filled(&event.address), "\"1 Example Street, Exampletown\""),
        "# directions = \"Ten minutes on foot from the station.\"\n# access = \"Step-free from the street.\"\n".to_string(),
        "\n# [[room]]\n# id = \"main\"\n# name = \"Main hall\"\n# capacity = 200\n# step_free = true\n".to_string(),
        "\n[registration]\n".to_string(),
        line("capacity", event.capacity.map(|capacity| capacity.to_string()), "200"),
        "\n[mail]\n".to_string(),
        line("from", from, "\"Example conference <team@example.org>\""),
        "# Mails land in the folder delivered/ until a real server stands here:\n".to_string(),
        "# smtps://user@host, starttls://user@host, sendmail: or smtp://127.0.0.1. The password comes from PLENARY_SMTP_PASSWORD.\n"
            .to_string(),
        "server = \"folder:delivered\"\n".to_string(),
        "\n[privacy]\nkeep_days = 90          # days after the event until registrations should be deleted\n".to_string(),
    ]
    .concat()
}
