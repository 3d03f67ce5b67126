use sha2::{Digest, Sha256};

use super::{Event, Id, hexadecimal};

/// Returns a UUID for a thing that has a name: the same name, the same UUID (RFC 9562, section 5.8, with SHA-256 as in
/// its appendix B.2). The parts of the name are told apart.
///
/// Whoever can guess the name can check the guess, so no part may be something that nobody shall know.
pub fn guid(name: &[&str]) -> String {
    let hash = digest(name);
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash[..16]);
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex = hexadecimal(&bytes);
    let parts = [
        &hex[..8],
        &hex[8..12],
        &hex[12..16],
        &hex[16..20],
        &hex[20..],
    ];
    parts.join("-")
}

/// Returns the UUID of a session, the same in every calendar, mail and programme however the session changes.
pub fn session_guid(event: &Event, session: &Id) -> String {
    guid(&session_name(event, session))
}

/// Returns the number of a session for programmes that cannot take a UUID.
pub fn session_number(event: &Event, session: &Id) -> u32 {
    guid_number(&session_name(event, session))
}

/// With the salt of the event, if it has one: an id may be the name of somebody, and names can be guessed.
fn session_name<'a>(event: &'a Event, session: &'a Id) -> Vec<&'a str> {
    let salt = Some(event.privacy.salt.as_str()).filter(|salt| !salt.is_empty());
    let name = [event.id.as_str(), "session", session.as_str()];
    name.into_iter().chain(salt).collect()
}

/// Returns a number from 1 to 2³¹ for programmes that cannot take a UUID.
pub fn guid_number(name: &[&str]) -> u32 {
    let hash = digest(name);
    let number = u32::from_be_bytes([hash[16], hash[17], hash[18], hash[19]]);
    (number & 0x7fff_ffff).max(1)
}

fn digest(name: &[&str]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for part in name {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    hash.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_one_uuid_and_its_parts_are_told_apart() {
        let one = guid(&["blackburn-2024", "session", "opening"]);
        assert_eq!(one, guid(&["blackburn-2024", "session", "opening"]));
        assert_eq!((one.len(), &one[14..15]), (36, "8"));
        assert!(matches!(&one[19..20], "8" | "9" | "a" | "b"), "{one}");
        assert_ne!(guid(&["ab", "c"]), guid(&["a", "bc"]));
        assert!(guid_number(&["a"]) > 0);
    }
}
