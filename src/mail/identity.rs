use crate::model::{Id, MailKey};

/// Returns the Message-ID of a mail, with angle brackets: `<confirmation.krt-mwxb.1@DOMAIN>`.
///
/// The same key always has the same one, and no other key has it (RFC 5322, section 3.6.4): servers that drop what
/// they have seen before (RFC 7352) then drop a second copy. `person` must be [`fit`], `domain` a dot-atom.
pub(super) fn message_id(key: &MailKey, domain: &str) -> String {
    format!("<{}.{}.{}@{domain}>", key.kind, key.person, key.revision)
}

/// Returns the key of the mail that a Message-ID belongs to; none if plenary did not make it.
pub(super) fn key(message_id: &str) -> Option<MailKey> {
    let inside = message_id.strip_prefix('<')?.strip_suffix('>')?;
    let (left, domain) = inside.split_once('@')?;
    let domain_fits = domain
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || b"-._".contains(&b));
    let mut parts = left.split('.');
    let (kind, person, revision) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || domain.is_empty() || !domain_fits || !fit(person) {
        return None;
    }
    let canonical = revision.bytes().all(|b| b.is_ascii_digit()) && !revision.starts_with('0');
    Some(MailKey {
        kind: Id::parse(kind).ok()?,
        person: person.to_string(),
        revision: revision.parse().ok().filter(|_| canonical)?,
    })
}

/// Returns the name of the draft in `outbox/`.
pub(super) fn file_name(key: &MailKey) -> String {
    format!("{key}.eml")
}

/// Returns the key of the mail that a file in `outbox/` must be, by its name; none if no mail has such a file.
pub(super) fn key_of_file(name: &str) -> Option<MailKey> {
    let stem = name.strip_suffix(".eml")?;
    let (stem, revision) = match stem.split_once('+') {
        Some((stem, revision)) => (stem, revision.parse().ok()?),
        None => (stem, 1),
    };
    let (kind, person) = stem.split_once('.').or_else(|| stem.split_once('-'))?;
    let key = MailKey {
        kind: Id::parse(kind).ok()?,
        person: person.to_string(),
        revision,
    };
    (fit(person) && file_name(&key) == name).then_some(key)
}

/// Tells whether the code of a registration can be part of a Message-ID and of a file name on every system.
/// Every code that plenary drew is; one that was typed into the file by hand need not be.
pub(super) fn fit(person: &str) -> bool {
    let letters = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
    !person.is_empty() && person.len() <= 64 && person.bytes().all(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_back_from_its_message_id() {
        let first = MailKey {
            kind: Id::parse("late-news").expect("an id"),
            person: "krt-mwxb".to_string(),
            revision: 12,
        };
        let id = message_id(&first, "blackburn-2024.example.org");
        assert_eq!(id, "<late-news.krt-mwxb.12@blackburn-2024.example.org>");
        assert_eq!(key(&id), Some(first.clone()));
        assert_eq!(file_name(&first), "late-news.krt-mwxb+12.eml");
        assert_eq!(key_of_file("late-news.krt-mwxb+12.eml"), Some(first));
    }

    #[test]
    fn a_file_that_no_mail_has_is_nobodys() {
        for name in [
            "confirmation-krt-mwxb",
            "confirmation-krt-mwxb+1.eml",
            "confirmation-krt-mwxb+02.eml",
            "confirmation.krt-mwxb.eml",
            "confirmation-krt mwxb.eml",
            "confirmation.eml",
            ".eml",
        ] {
            assert_eq!(key_of_file(name), None, "{name}");
        }
    }

    #[test]
    fn a_foreign_message_id_has_no_key() {
        for id in [
            "",
            "confirmation.krt-mwxb.1@example.org",
            "<confirmation.krt-mwxb@example.org>",
            "<confirmation.krt-mwxb.1.1@example.org>",
            "<confirmation.krt-mwxb.0@example.org>",
            "<confirmation.krt-mwxb.+1@example.org>",
            "<confirmation.krt mwxb.1@example.org>",
            "<confirmation.krt-mwxb.1@>",
            "<confirmation.krt-mwxb.1@example.org> <a@example.org>",
            "<Confirmation.krt-mwxb.1@example.org>",
        ] {
            assert_eq!(key(id), None, "{id}");
        }
    }
}
