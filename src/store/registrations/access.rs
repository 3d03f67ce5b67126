use super::FILE;
use crate::error::{Finding, Place};
use crate::store::Folder;
use crate::store::disk;

impl Folder {
    /// Returns which files about people can be read by others on this machine.
    pub fn access_findings(&self) -> Vec<Finding> {
        let files = [
            FILE,
            "mail.csv",
            "history.csv",
            "outbox",
            "imports",
            ".plenary",
        ];
        let open = files
            .iter()
            .filter(|name| disk::open_to_others(&self.path(name)));
        open.map(|name| {
            Finding::note(
                "open-to-others",
                format!("everybody on this machine can read `{name}`"),
            )
            .at(Place::file(*name))
            .hint(format!("keep it to yourself: chmod go-rwx {name}"))
        })
        .collect()
    }
}
