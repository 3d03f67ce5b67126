use std::ops::Range;

use crate::error::{Error, Result};

/// Returns `new` with every line that it shares with `old` at both ends taken from `old` byte for byte, line ends,
/// byte order mark and missing last line break included.
///
/// `toml_edit` writes `\n` everywhere; this is what keeps a file's own line ends. As a brake, old lines may only be
/// replaced inside `edited`.
///
/// # Errors
/// When a line would change that the edit does not concern.
pub(super) fn splice(old: &str, new: &str, edited: Range<usize>) -> Result<String> {
    let (bom, old_text) = match old.strip_prefix('\u{feff}') {
        Some(rest) => ("\u{feff}", rest),
        None => ("", old),
    };
    let old_lines: Vec<&str> = old_text.split_inclusive('\n').collect();
    let new_lines: Vec<&str> = new.split_inclusive('\n').collect();
    let same = |(old, new): (&&str, &&str)| bare(old) == bare(new);
    let head = old_lines
        .iter()
        .zip(&new_lines)
        .take_while(|pair| same((pair.0, pair.1)))
        .count();
    let tail_pairs = old_lines[head..]
        .iter()
        .rev()
        .zip(new_lines[head..].iter().rev());
    let tail = tail_pairs.take_while(|pair| same((pair.0, pair.1))).count();
    let replaced = head..old_lines.len() - tail;
    if !replaced.is_empty() && (replaced.start < edited.start || replaced.end > edited.end) {
        return Err(Error::new(
            "this edit would change lines that it does not concern, so it was not made",
        )
        .hint("edit the file by hand; `plenary check` tells whether it is sound"));
    }
    let line_end = if old_text.matches("\r\n").count() * 2 > old_text.matches('\n').count() {
        "\r\n"
    } else {
        "\n"
    };
    let mut text = String::from(bom);
    for line in &old_lines[..head] {
        text.push_str(line);
    }
    for line in &new_lines[head..new_lines.len() - tail] {
        if !text.is_empty() && text != bom && !text.ends_with('\n') {
            text.push_str(line_end);
        }
        text.push_str(bare(line));
        text.push_str(line_end);
    }
    for line in &old_lines[old_lines.len() - tail..] {
        text.push_str(line);
    }
    Ok(text)
}

/// Returns the line end that most lines have.
pub(super) fn line_end(text: &str) -> &'static str {
    if text.matches("\r\n").count() * 2 > text.matches('\n').count() {
        "\r\n"
    } else {
        "\n"
    }
}

fn bare(line: &str) -> &str {
    line.trim_end_matches('\n').trim_end_matches('\r')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mixed_line_ends_stay_as_they_are() {
        let old = "a\r\nb\nc\r\nd";
        assert_eq!(
            splice(old, "a\nB\nc\nd\n", 1..2).as_deref(),
            Ok("a\r\nB\r\nc\r\nd")
        );
    }

    #[test]
    fn a_change_elsewhere_is_refused() {
        assert!(splice("a\nb\nc\n", "a\nB\nC\n", 1..2).is_err());
        assert!(splice("a\nb\n", "A\nb\n", 1..2).is_err());
    }
}
