use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::kind::NO_TABLE;
use super::{Table, Wishes, file, kind, workbook};
use crate::error::{Error, Result};

/// More than any export, for all files of a zip together.
const MOST_BYTES: u64 = 1 << 30;
/// Text is packed to a tenth, repetitive text to a hundredth. What unpacks to more, and to more than a few megabytes, was
/// made to fill the memory.
const MOST_TIMES: u64 = 200;
const FEW_BYTES: u64 = 16 << 20;

/// Reads the file that was packed with gzip.
///
/// # Errors
/// When it cannot be unpacked, or holds no table.
pub(super) fn unpack(name: &str, bytes: &[u8], wishes: &Wishes) -> Result<Vec<(String, Table)>> {
    let broken = |cause: &dyn std::fmt::Display| {
        Error::new(format!(
            "`{name}` is packed with gzip and cannot be read: {cause}"
        ))
        .hint("unpack it, and import what was in it")
    };
    let usual = (bytes.len() as u64)
        .saturating_mul(MOST_TIMES)
        .max(FEW_BYTES);
    let most = usual.min(MOST_BYTES);
    let mut content = Vec::new();
    let mut unpacked = flate2::read::MultiGzDecoder::new(bytes).take(most + 1);
    unpacked
        .read_to_end(&mut content)
        .map_err(|cause| broken(&cause))?;
    if content.len() as u64 > most {
        return Err(broken(&format!("it unpacks to more than {most} bytes")));
    }
    file(name, content.into(), wishes)
}

/// Reads a zip: a workbook, or files of which those that hold a table are taken.
///
/// # Errors
/// When it holds no table, or one that cannot be read.
pub(super) fn read(name: &str, bytes: &[u8], wishes: &Wishes) -> Result<Vec<(String, Table)>> {
    let broken = |cause: &dyn std::fmt::Display| {
        Error::new(format!("`{name}` is a zip that cannot be read: {cause}"))
            .hint("export it again, or unpack it and import the files in it")
    };
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|cause| broken(&cause))?;
    let has = |zip: &ZipArchive<_>, path: &str| zip.index_for_name(path).is_some();
    if has(&zip, "xl/workbook.xml") || has(&zip, "xl/workbook.bin") {
        return workbook::read(name, bytes, wishes);
    }
    if has(&zip, "content.xml") && has(&zip, "META-INF/manifest.xml") {
        return workbook::read(name, bytes, wishes);
    }
    if has(&zip, "word/document.xml") {
        return Err(kind::no_table(
            name,
            "a Word document",
            "export the sign-ups as CSV or .xlsx",
        ));
    }
    if has(&zip, "Index/Document.iwa") {
        return Err(kind::no_table(
            name,
            "a Numbers document",
            "export it from Numbers as CSV",
        ));
    }

    let mut tables = Vec::new();
    let mut notes = Vec::new();
    let mut findings = Vec::new();
    let mut left = MOST_BYTES;
    for index in 0..zip.len() {
        let mut entry = zip.by_index(index).map_err(|cause| broken(&cause))?;
        let path = String::from_utf8_lossy(entry.name_raw()).into_owned();
        let last = path.rsplit('/').next().unwrap_or_default();
        if entry.is_dir() || path.starts_with("__MACOSX/") || last.starts_with('.') {
            continue;
        }
        let usual = entry
            .compressed_size()
            .saturating_mul(MOST_TIMES)
            .max(FEW_BYTES);
        let most = usual.min(left);
        let mut content = Vec::new();
        let unpacked = entry.by_ref().take(most + 1).read_to_end(&mut content);
        unpacked.map_err(|cause| broken(&cause))?;
        if content.len() as u64 > most {
            return Err(broken(&match most == usual {
                true => format!("`{path}` in it unpacks to more than {MOST_TIMES} times its size"),
                false => "what is in it has more than 1 GiB".to_string(),
            }));
        }
        left -= content.len() as u64;
        let shown = format!("{name}/{path}");
        match kind::of_bytes(&content) {
            kind::Kind::Zip if !workbook::is_one(&content) => {
                notes.push(format!("`{path}` is a zip in the zip and was not read"));
            }
            _ => match file(&shown, content.into(), wishes) {
                Ok(found) => tables.extend(found),
                Err(error) if error.findings.iter().all(|one| one.rule == NO_TABLE) => {
                    notes.extend(error.findings.into_iter().map(|one| one.message));
                }
                Err(error) => findings.extend(error.findings),
            },
        }
    }
    if !findings.is_empty() {
        return Err(Error::from_findings(findings));
    }
    // A note to whoever unpacks it is no list, as long as there is one.
    let is_list =
        |(_, table): &(String, Table)| !table.header.is_empty() || table.text.contains('@');
    if tables.iter().any(is_list) {
        let (lists, others): (Vec<_>, Vec<_>) = tables.into_iter().partition(is_list);
        let passed = |(name, _): (String, _)| format!("`{name}` holds no list and was not read");
        notes.extend(others.into_iter().map(passed));
        tables = lists;
    }
    match tables.first_mut() {
        Some((_, table)) => table.how.notes.extend(notes),
        None => {
            let hint = "export the sign-ups as CSV or .xlsx";
            return Err(kind::no_table(name, "a zip without one", hint));
        }
    }
    Ok(tables)
}
