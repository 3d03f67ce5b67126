use twox_hash::xxhash3_128;

use super::delta::Delta;
use crate::model::hexadecimal;
use crate::store::disk;

/// Follows how a new text is written out of parts, most of them pieces of the old one and in its order, and so learns the
/// way back without a second copy of either.
pub(super) struct Way<'o> {
    old: &'o [u8],
    /// Up to where the old text is accounted for, and how long the new one is so far.
    at: usize,
    written: usize,
    back: Delta,
    hash: xxhash3_128::Hasher,
    lines: usize,
    /// Whether the new text so far is the beginning of the old one.
    alike: bool,
    /// Hash and lines of the whole old text, if the new one begins with it, as of a list that has only grown.
    whole: Option<(String, usize)>,
}

/// What such a way comes to.
pub(super) struct Gone {
    /// What makes the old text out of the new one.
    pub(super) back: Delta,
    /// The hashes of both.
    pub(super) before: String,
    pub(super) after: String,
    /// How many lines are new or different, and how many were replaced or taken out.
    pub(super) added: usize,
    pub(super) removed: usize,
}

impl<'o> Way<'o> {
    pub(super) fn from(old: &'o [u8]) -> Self {
        Self {
            old,
            at: 0,
            written: 0,
            back: Delta::default(),
            hash: xxhash3_128::Hasher::new(),
            lines: 0,
            alike: true,
            whole: None,
        }
    }

    /// Takes note of the next part of the new text.
    pub(super) fn part(&mut self, part: &[u8]) {
        self.hash.write(part);
        self.lines += memchr::memchr_iter(b'\n', part).count();
        let place = self.place(part);
        self.alike &= place == Some(self.written);
        if let Some(start) = place {
            self.back.put(&self.old[self.at..start]);
            self.back.copy(self.written, part.len());
            self.at = start + part.len();
        }
        self.written += part.len();
        if self.alike && self.written == self.old.len() {
            let hash = hexadecimal(&self.hash.finish_128().to_be_bytes());
            self.whole = Some((hash, self.lines));
        }
    }

    /// Returns where a part lies in the old text, if it is a piece of it that was not passed yet.
    fn place(&self, part: &[u8]) -> Option<usize> {
        let start = (part.as_ptr() as usize).checked_sub(self.old.as_ptr() as usize)?;
        (!part.is_empty() && start >= self.at && start + part.len() <= self.old.len())
            .then_some(start)
    }

    pub(super) fn end(mut self) -> Gone {
        self.back.put(&self.old[self.at..]);
        let removed = self.back.lines().count();
        let (before, lines) = self.whole.unwrap_or_else(|| {
            let lines = memchr::memchr_iter(b'\n', self.old).count();
            (disk::digest(self.old), lines)
        });
        Gone {
            before,
            after: hexadecimal(&self.hash.finish_128().to_be_bytes()),
            added: self.lines.saturating_sub(lines.saturating_sub(removed)),
            removed,
            back: self.back,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::Sheet;

    #[test]
    fn of_a_text_that_only_grows_the_hash_and_lines_are_those_of_all_of_it() {
        let old = "a\nb\nc";
        for cut in 0..old.len() {
            let mut way = Way::from(old.as_bytes());
            way.part(&old.as_bytes()[..cut]);
            way.part(&old.as_bytes()[cut..]);
            way.part(b"\nd\n");
            let gone = way.end();
            assert_eq!(gone.before, disk::digest(old.as_bytes()));
            assert_eq!(gone.after, disk::digest(b"a\nb\nc\nd\n"));
            assert_eq!((gone.added, gone.removed), (2, 0));
        }
    }

    #[test]
    fn what_a_sheet_has_become_leads_back_to_what_it_was() {
        let old = "\u{feff}a;b\r\n1;2\r\n\r\n3;4\r\n5;6";
        let mut sheet = Sheet::read(old, None).expect("it reads");
        sheet.replace(1, &[(1, "x")]).expect("it exists");
        sheet.append(&["7", "8"]).expect("it fits");
        sheet.remove(0).expect("it exists");
        let mut way = Way::from(sheet.text().as_bytes());
        let written = sheet.write_with(|_| Ok(()), &mut |part| way.part(part.as_bytes()));
        assert_eq!(written, Ok(()));
        let gone = way.end();
        let new = sheet.to_text();
        assert_eq!(
            gone.back.apply(new.as_bytes()),
            Some(old.as_bytes().to_vec())
        );
        assert_eq!(gone.after, disk::digest(new.as_bytes()));
        assert_eq!(gone.before, disk::digest(old.as_bytes()));
        assert!(gone.back.to_bytes().len() < 130);
    }
}
