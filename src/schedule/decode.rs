use encoding_rs::{Encoding, UTF_8};

use crate::error::{Finding, Place};

/// Returns the text of a file: UTF-8, UTF-16 with its mark, or else what Windows programs of western Europe write.
pub(super) fn text(name: &str, bytes: &[u8], findings: &mut Vec<Finding>) -> String {
    let utf16 = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes
            .chunks_exact(2)
            .map(|two| unit([two[0], two[1]]))
            .collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => return utf8_or_windows(name, rest, findings),
        [0xff, 0xfe, rest @ ..] => return utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => return utf16(rest, u16::from_be_bytes),
        _ => {}
    }
    utf8_or_windows(name, bytes, findings)
}

fn utf8_or_windows(name: &str, bytes: &[u8], findings: &mut Vec<Finding>) -> String {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_string();
    }
    if let Some(encoding) = declared(bytes) {
        return encoding.decode_without_bom_handling(bytes).0.into_owned();
    }
    let message = format!("`{name}` is not in UTF-8 and was read as windows-1252");
    let finding = Finding::warning("encoding", message).at(Place::file(name));
    findings.push(finding.hint("look at names with accents, or export it as UTF-8"));
    bytes.iter().map(|byte| windows_1252(*byte)).collect()
}

/// Returns the encoding that an XML declaration names (XML 1.0, section 4.3.3), unless it is the one that it is not.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes[..bytes.len().min(200)]
        .split(|byte| *byte == b'>')
        .next()?;
    let head = std::str::from_utf8(head).ok()?;
    let (_, value) = head.strip_prefix("<?xml")?.split_once("encoding")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let label = value.strip_prefix(['"', '\''])?.split(['"', '\'']).next()?;
    Encoding::for_label(label.as_bytes()).filter(|encoding| *encoding != UTF_8)
}

fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}
