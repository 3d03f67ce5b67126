use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::thread::{Builder, scope};

/// A file of so many bytes is read in two halves at once: most of the time goes into memory that is used for the first
/// time.
const LARGE: u64 = 8 << 20;

/// Reads a file whole, as it stands there now.
pub(super) fn read_whole(path: &Path) -> io::Result<Vec<u8>> {
    let mut file = File::open(path)?;
    let length = file.metadata()?.len();
    let halves = usize::try_from(length).ok().filter(|_| length >= LARGE);
    let mut bytes = Vec::new();
    if let Some(read) = halves.and_then(|length| in_halves(&file, length)) {
        bytes = read;
        // Somebody may have written behind it meanwhile.
        file.seek(SeekFrom::Start(length))?;
    }
    // From the file that was opened: of a pipe there is no other.
    file.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Reads so many bytes from the start; none if there are fewer, or if there is no second thread to be had.
fn in_halves(file: &File, length: usize) -> Option<Vec<u8>> {
    let mut bytes = vec![0; length];
    let middle = length / 2;
    let (one, other) = bytes.split_at_mut(middle);
    scope(|scope| {
        let read = move || file.read_exact_at(other, middle as u64);
        let reading = Builder::new().spawn_scoped(scope, read).ok()?;
        file.read_exact_at(one, 0).ok()?;
        reading.join().ok()?.ok()
    })?;
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_large_file_is_read_as_any_other() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("large");
        for length in [LARGE - 1, LARGE, LARGE + 1] {
            let bytes: Vec<u8> = (0..length).map(|at| (at % 251) as u8).collect();
            fs::write(&path, &bytes).expect("written");
            assert!(read_whole(&path).expect("read") == bytes, "{length}");
        }
        assert!(read_whole(folder.path()).is_err());
        assert!(read_whole(&folder.path().join("away")).is_err());
    }

    #[test]
    fn a_file_that_got_shorter_is_read_anew() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("short");
        fs::write(&path, "short").expect("written");
        let file = File::open(&path).expect("opened");
        assert_eq!(in_halves(&file, 6), None);
        assert_eq!(in_halves(&file, 5).as_deref(), Some(b"short".as_slice()));
    }
}
