use std::fs::File;
use std::io::{self, ErrorKind};
use std::os::unix::fs::FileExt;
use std::path::Path;

/// How many bytes are looked at, at a time.
const BLOCK: u64 = 4096;

/// How long a file of lines is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Length {
    /// As far as it consists of whole lines, in bytes.
    pub(super) whole: u64,
    /// With the torn one behind them.
    pub(super) all: u64,
}

/// Returns how long a file of lines is, of which only the end is read; nothing if it does not exist.
pub(super) fn length(path: &Path) -> io::Result<Length> {
    match File::open(path) {
        Ok(file) => measure(&file),
        Err(cause) if cause.kind() == ErrorKind::NotFound && path.symlink_metadata().is_err() => {
            Ok(Length::default())
        }
        Err(cause) => Err(cause),
    }
}

/// Returns the length of the part that consists of whole lines.
pub(super) fn whole_lines(bytes: &[u8]) -> usize {
    memchr::memrchr(b'\n', bytes).map_or(0, |at| at + 1)
}

fn measure(file: &File) -> io::Result<Length> {
    let all = file.metadata()?.len();
    let mut end = all;
    while end > 0 {
        let start = end.saturating_sub(BLOCK);
        let mut block = vec![0; usize::try_from(end - start).unwrap_or_default()];
        file.read_exact_at(&mut block, start)?;
        if let Some(at) = memchr::memrchr(b'\n', &block) {
            let whole = start + at as u64 + 1;
            return Ok(Length { whole, all });
        }
        end = start;
    }
    Ok(Length { whole: 0, all })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_torn_line_of_any_length_is_told_from_whole_ones() {
        let root = tempfile::tempdir().expect("a folder");
        let path = root.path().join("file");
        assert_eq!(length(&path).expect("none"), Length::default());
        for (whole, torn) in [
            (0, 0),
            (0, 9000),
            (1, 0),
            (4096, 4096),
            (5000, 4095),
            (9, 8192),
        ] {
            let mut text = "x".repeat(whole);
            if whole > 0 {
                text.replace_range(whole - 1.., "\n");
            }
            text.push_str(&"y".repeat(torn));
            std::fs::write(&path, &text).expect("written");
            let expected = Length {
                whole: whole as u64,
                all: text.len() as u64,
            };
            assert_eq!(length(&path).expect("read"), expected);
        }
    }
}
