use super::back::Target;
use crate::error::Result;
use crate::model::{Chronicle, Registrations};
use crate::store::history::{Pending, digest};
use crate::store::registrations::{FILE as LIST, people};
use crate::store::{Editor, Folder};

/// Says what the history tells of a list that takes the place of another, given both and what happened before.
pub type Telling<'t> = dyn FnMut(&Registrations, &Registrations, &Chronicle) -> Chronicle + 't;

impl Editor<'_> {
    /// Puts a file in its place; if it is the list, the history tells of it, and both are done or neither counts.
    pub(super) fn put_and_tell(&self, target: &Target, tell: &mut Telling<'_>) -> Result<()> {
        let entries = if target.file == LIST {
            entries(self.folder(), target, tell)?
        } else {
            Chronicle::default()
        };
        if entries.is_empty() {
            return self.put(target);
        }
        let pending = Pending::begin(self.folder(), &entries, digest(target.now.as_deref()))?;
        match self.put(target) {
            Ok(()) => pending.done(self.folder()),
            Err(error) => {
                pending.take_back(self.folder())?;
                Err(error)
            }
        }
    }
}

/// A list that cannot be understood is put in its place all the same: the next command says what is wrong with it.
fn entries(folder: &Folder, target: &Target, tell: &mut Telling<'_>) -> Result<Chronicle> {
    let list = |text: &Option<Vec<u8>>| {
        let text = String::from_utf8_lossy(text.as_deref().unwrap_or_default());
        people(text.into_owned())
    };
    let (Ok(now), Ok(then)) = (list(&target.now), list(&target.then)) else {
        return Ok(Chronicle::default());
    };
    Ok(tell(&now, &then, &folder.history()?))
}
