use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, ErrorKind, Read};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

use twox_hash::XxHash3_128;

use super::beside::Beside;
use super::whole::read_whole;
use crate::error::{Error, Result, Source};
use crate::model::hexadecimal;

/// Who may read a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Access {
    /// Only its owner: mode 0600, whatever it was before.
    Personal,
    /// As it was before; 0644 for a new file.
    Shared,
}

/// What became of an attempt to replace a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Replaced {
    /// The new content is there and survives a power cut.
    Saved,
    /// Somebody saved the file since it was read; nothing was changed.
    ChangedMeanwhile,
}

/// Prefix of files being written. Loaders never look at them; leftovers of a crash are swept away.
pub(super) const TEMPORARY: &str = ".plenary-tmp-";

/// How many bytes are read or written at a time.
pub(super) const BUFFER: usize = 256 * 1024;

/// Reads a file; none if it does not exist. Only [`ErrorKind::NotFound`] means that: any other trouble taken for an
/// empty file would destroy a list at the next write.
pub(super) fn read(path: &Path) -> Result<Option<Vec<u8>>> {
    match read_whole(path) {
        Ok(bytes) => Ok(Some(bytes)),
        // A link to something that is away, such as a volume that is not mounted, is not nothing.
        Err(cause) if cause.kind() == ErrorKind::NotFound && path.symlink_metadata().is_err() => {
            Ok(None)
        }
        Err(cause) => Err(Error::file("read", path, &cause)),
    }
}

/// Hands over the name of everything in a folder, in no order; of nothing if the folder does not exist.
pub(super) fn each_name(folder: &Path, mut take: impl FnMut(&str)) -> Result<()> {
    let failed = |cause: io::Error| Error::file("read", folder, &cause);
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(cause) if cause.kind() == ErrorKind::NotFound => return Ok(()),
        Err(cause) => return Err(failed(cause)),
    };
    for entry in entries {
        take(&entry.map_err(failed)?.file_name().to_string_lossy());
    }
    Ok(())
}

/// Returns the names of what is in a folder, in order, without hidden files; nothing if the folder does not exist.
pub(super) fn file_names(folder: &Path) -> Result<Vec<String>> {
    let mut names = all_names(folder)?;
    names.retain(|name| !name.starts_with('.'));
    Ok(names)
}

/// As [`file_names`], with the hidden ones.
pub(super) fn all_names(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    each_name(folder, |name| names.push(name.to_string()))?;
    names.sort_unstable();
    Ok(names)
}

/// Reads a file that somebody named, wherever it is.
///
/// # Errors
/// When it does not exist or cannot be read.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>> {
    read_whole(path).map_err(|cause| Error::file("read", path, &cause))
}

/// Takes bytes as UTF-8.
pub(super) fn text(path: &Path, name: &str, bytes: Vec<u8>) -> Result<String> {
    String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
        let place = Source::new(name, &text).place(good..good + 1);
        Error::new(format!("`{}` is not in UTF-8", path.display()))
            .at(place)
            .hint("save it as UTF-8; spreadsheets ask for it as `character set` or `CSV UTF-8`")
    })
}

/// Replaces a file whole: temporary file beside it, fsync, comparison with what was `seen` when it was read, rename,
/// fsync of the folder.
pub(super) fn replace(
    path: &Path,
    seen: Option<&[u8]>,
    new: &[u8],
    access: Access,
) -> Result<Replaced> {
    let mut beside = Beside::begin(path)?;
    beside.write(new);
    beside.finish(access)?.put(seen)
}

/// Tells whether a file holds just these bytes, or does not exist where there are none. Takes no second copy.
pub(super) fn holds(path: &Path, seen: Option<&[u8]>) -> Result<bool> {
    let failed = |cause: io::Error| Error::file("read", path, &cause);
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(cause) if cause.kind() == ErrorKind::NotFound && path.symlink_metadata().is_err() => {
            return Ok(seen.is_none());
        }
        Err(cause) => return Err(failed(cause)),
    };
    let Some(mut left) = seen else {
        return Ok(false);
    };
    let mut buffer = vec![0; BUFFER];
    loop {
        match file.read(&mut buffer) {
            Ok(0) => return Ok(left.is_empty()),
            Ok(count) => match left.strip_prefix(&buffer[..count]) {
                Some(rest) => left = rest,
                None => return Ok(false),
            },
            Err(cause) if cause.kind() == ErrorKind::Interrupted => {}
            Err(cause) => return Err(failed(cause)),
        }
    }
}

/// What tells a file that is only ever replaced whole from any other that takes its place: where it lies on the disk, how
/// long it is, and when it was written.
pub(super) type Identity = (u64, u64, u64, i64, i64);

/// Returns what tells a file from any other; none if there is none.
pub(super) fn identity(path: &Path) -> Option<Identity> {
    let found = fs::metadata(path).ok()?;
    let (disk, place) = (found.dev(), found.ino());
    Some((disk, place, found.len(), found.mtime(), found.mtime_nsec()))
}

/// Makes a file of mode 0600 in a folder that vanishes unless it is given a name.
pub(super) fn temporary(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    tempfile::Builder::new()
        .prefix(TEMPORARY)
        .tempfile_in(folder)
}

/// Lets everybody on this machine read a file: what it says is public.
pub(super) fn readable_by_all(file: &File) -> io::Result<()> {
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

/// Follows a symbolic link, so that the rename replaces the file and not the link.
pub(super) fn resolve(path: &Path) -> Result<PathBuf> {
    match fs::canonicalize(path) {
        Ok(real) => Ok(real),
        Err(cause) if cause.kind() == ErrorKind::NotFound => Ok(path.to_path_buf()),
        Err(cause) => Err(Error::file("find", path, &cause)),
    }
}

/// Removes a file, if it is there.
pub(super) fn remove(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(cause) if cause.kind() != ErrorKind::NotFound => {
            Err(Error::file("remove", path, &cause))
        }
        _ => Ok(()),
    }
}

/// Returns the hash of what a file holds (XXH3 with 128 bits, in hexadecimal): it tells whether a file was changed, and
/// keeps nothing secret.
pub(super) fn digest(bytes: &[u8]) -> String {
    hexadecimal(&hash(bytes))
}

/// As [`digest`], as bytes.
pub(super) fn hash(bytes: &[u8]) -> [u8; 16] {
    XxHash3_128::oneshot(bytes).to_be_bytes()
}

/// Returns the first line of a file, without reading the rest; none if it cannot be read.
pub(super) fn first_line(path: &Path) -> Option<String> {
    let mut line = String::new();
    BufReader::new(File::open(path).ok()?)
        .read_line(&mut line)
        .ok()?;
    Some(line)
}

/// Makes a rename in a folder durable. File systems that cannot sync a folder say so with EINVAL or ENOTSUP.
pub(super) fn sync_folder(folder: &Path) -> Result<()> {
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    match File::open(folder).and_then(|opened| opened.sync_all()) {
        Err(cause)
            if !matches!(
                cause.kind(),
                ErrorKind::InvalidInput | ErrorKind::Unsupported
            ) =>
        {
            Err(Error::file("make durable", folder, &cause)
                .hint("the change is in place but may not survive a power cut: check the disk"))
        }
        _ => Ok(()),
    }
}

/// Makes files durable: one flush of the file system is far cheaper than one a file.
pub(super) fn sync_all(
    folder: &Path,
    written: &[(tempfile::NamedTempFile, PathBuf)],
) -> io::Result<()> {
    if cfg!(target_os = "linux") && written.len() > 4 {
        return Ok(rustix::fs::syncfs(File::open(folder)?)?);
    }
    written
        .iter()
        .try_for_each(|(temporary, _)| temporary.as_file().sync_all())
}

/// Makes a folder that only its owner can look into, if it is not there.
pub(super) fn private_folder(path: &Path) -> Result<()> {
    match fs::DirBuilder::new().mode(0o700).create(path) {
        Ok(()) => sync_folder(path.parent().unwrap_or(Path::new("."))),
        Err(cause) if cause.kind() == ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
        Err(cause) => Err(Error::file("make the folder", path, &cause)),
    }
}

/// Takes away what a crash left half written more than an hour ago: it may hold people's data.
pub(super) fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let old = || {
            let age = entry.metadata().ok()?.modified().ok()?.elapsed().ok()?;
            Some(age.as_secs() > 3600)
        };
        if entry.file_name().to_string_lossy().starts_with(TEMPORARY) && old() == Some(true) {
            // Whoever cannot remove it now will try again with the next change.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Returns the names of what runs that were killed left half written in a folder.
pub(super) fn left_behind(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .filter(|entry| entry.file_name().to_string_lossy().starts_with(TEMPORARY))
        .map(|entry| entry.path())
        .collect()
}

/// Tells whether others on this machine may read a file or look into a folder.
pub(super) fn open_to_others(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|found| found.permissions().mode() & 0o077 != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).expect("a file").permissions().mode() & 0o777
    }

    #[test]
    fn a_file_is_replaced_only_if_it_still_holds_what_was_seen() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("list.csv");
        assert_eq!(
            replace(&path, None, b"one", Access::Personal),
            Ok(Replaced::Saved)
        );
        assert_eq!(
            replace(&path, None, b"two", Access::Personal),
            Ok(Replaced::ChangedMeanwhile)
        );
        assert_eq!(
            replace(&path, Some(b"other"), b"two", Access::Personal),
            Ok(Replaced::ChangedMeanwhile)
        );
        assert_eq!(read(&path), Ok(Some(b"one".to_vec())));
        assert_eq!(
            replace(&path, Some(b"one"), b"two", Access::Personal),
            Ok(Replaced::Saved)
        );
        assert_eq!(file_names(folder.path()), Ok(vec!["list.csv".to_string()]));
    }

    #[test]
    fn personal_files_are_for_their_owner_and_others_keep_their_mode() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("list.csv");
        fs::write(&path, "one").expect("a file");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("a mode");
        replace(&path, Some(b"one"), b"two", Access::Shared).expect("saved");
        assert_eq!(mode(&path), 0o640);
        replace(&path, Some(b"two"), b"three", Access::Personal).expect("saved");
        assert_eq!(mode(&path), 0o600);
    }

    #[test]
    fn a_link_stays_a_link() {
        let folder = tempfile::tempdir().expect("a folder");
        let (real, link) = (
            folder.path().join("real.csv"),
            folder.path().join("link.csv"),
        );
        fs::write(&real, "one").expect("a file");
        std::os::unix::fs::symlink(&real, &link).expect("a link");
        replace(&link, Some(b"one"), b"two", Access::Personal).expect("saved");
        assert_eq!(read(&real), Ok(Some(b"two".to_vec())));
        assert!(fs::symlink_metadata(&link).expect("the link").is_symlink());
    }

    #[test]
    fn what_cannot_be_read_is_not_empty() {
        let folder = tempfile::tempdir().expect("a folder");
        let error = read(folder.path()).expect_err("a folder is no file");
        assert!(error.to_string().starts_with("cannot read `"), "{error}");
        assert_eq!(read(&folder.path().join("none")), Ok(None));
        let link = folder.path().join("link.csv");
        std::os::unix::fs::symlink(folder.path().join("away"), &link).expect("a link");
        assert!(read(&link).is_err());
        assert!(replace(&link, None, b"new", Access::Personal).is_err());
        assert!(fs::symlink_metadata(&link).expect("the link").is_symlink());
    }

    #[test]
    fn text_in_another_encoding_is_refused_with_the_place() {
        let error = text(
            Path::new("x/list.csv"),
            "list.csv",
            b"a\nJos\xe9,b\n".to_vec(),
        )
        .expect_err("Latin-1");
        assert_eq!(
            (
                error.findings[0].places[0].line,
                error.findings[0].places[0].column
            ),
            (2, 4)
        );
    }
}
