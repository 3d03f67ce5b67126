use crate::error::Result;
use crate::mail::Standing;
use crate::model::Chronicle;
use crate::store::{Folder, Meanwhile, boot_id};

/// Begins to read where every mail stands, while the list is read: the journal is the longest of all files. The answer
/// waits for it.
pub(super) fn standing(
    folder: &Folder,
    server: String,
) -> impl FnOnce() -> Result<Standing> + use<> {
    let folder = folder.clone();
    begin(move || Ok(Standing::new(&folder.journal()?, &boot_id(), &server)))
}

/// Begins to read the history, in the same way.
pub(super) fn history(folder: &Folder) -> impl FnOnce() -> Result<Chronicle> + use<> {
    let folder = folder.clone();
    begin(move || folder.history())
}

fn begin<T: Send + 'static>(
    read: impl Fn() -> Result<T> + Clone + Send + 'static,
) -> impl FnOnce() -> Result<T> {
    let mut reading = Meanwhile::begin(read.clone());
    move || reading.wait().unwrap_or_else(read)
}
