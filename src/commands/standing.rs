use crate::error::Result;
use crate::mail::Standing;
use crate::store::{Folder, Meanwhile, boot_id};

/// Begins to read where every mail stands, while the list is read: the journal is the longest of all files. The answer
/// waits for it.
pub(super) fn standing(
    folder: &Folder,
    server: String,
) -> impl FnOnce() -> Result<Standing> + use<> {
    let folder = folder.clone();
    let read = move || Ok(Standing::new(&folder.journal()?, &boot_id(), &server));
    let mut reading = Meanwhile::begin(read.clone());
    move || reading.wait().unwrap_or_else(read)
}
