use std::collections::HashMap;

/// The longest word that is looked at.
const LONGEST: usize = 48;

/// Collects the words around all bytes that are not ASCII, each with the byte before and behind it and how often it
/// occurs; they are few even in a long file.
pub(super) fn contexts(bytes: &[u8]) -> HashMap<&[u8], usize> {
    let mut found = HashMap::new();
    let mut at = 0;
    while let Some(n) = bytes[at..].iter().position(|byte| !byte.is_ascii()) {
        let in_word = |byte: &&u8| byte.is_ascii_alphabetic() || !byte.is_ascii();
        let hit = at + n;
        let before = bytes[at..hit]
            .iter()
            .rev()
            .take(LONGEST)
            .take_while(in_word)
            .count();
        let behind = bytes[hit..]
            .iter()
            .take(LONGEST)
            .take_while(in_word)
            .count();
        let end = hit + behind;
        let start = (hit - before).saturating_sub(1).max(at);
        *found
            .entry(&bytes[start..bytes.len().min(end + 1)])
            .or_default() += 1;
        at = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_with_foreign_bytes_are_collected_with_their_neighbours() {
        let found = contexts(b"Jo,Ren\xe9e,x\nAl,Ren\xe9e,\xa35");
        let expected: HashMap<&[u8], usize> =
            [(b",Ren\xe9e,".as_slice(), 2), (b",\xa35".as_slice(), 1)].into();
        assert_eq!(found, expected);
    }
}
