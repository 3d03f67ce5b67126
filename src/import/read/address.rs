use memchr::{memchr, memchr_iter};

/// Says whether a cell holds an e-mail address and nothing else, going by its shape alone.
///
/// `Name <a@b.org>`, `mailto:a@b.org` and several addresses in one cell are taken too: this finds the column, and is
/// no judgement of the address.
pub(super) fn is_address(cell: &str) -> bool {
    if memchr(b'@', cell.as_bytes()).is_none() {
        return false;
    }
    if is_bare(cell) {
        return true;
    }
    if let Some((name, rest)) = cell.split_once('<') {
        return !name.contains(['@', ';', '|', '\t'])
            && rest.strip_suffix('>').is_some_and(is_bare);
    }
    let pieces = || cell.split([',', ';', '/', ' ', '\n', '|']);
    pieces().all(|piece| matches!(piece, "" | "and" | "or" | "&" | "und") || is_bare(piece))
}

fn is_bare(text: &str) -> bool {
    let edge = |c: char| matches!(c, '\'' | '"' | '=' | '.' | '(' | ')');
    let plain = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    let text = match text.as_bytes() {
        bytes if plain(bytes.first()) && plain(bytes.last()) => text,
        _ => text.trim_matches(edge),
    };
    let text = text.strip_prefix("mailto:").unwrap_or(text);
    let bytes = text.as_bytes();
    let mut ats = memchr_iter(b'@', bytes);
    let (Some(at), None) = (ats.next(), ats.next()) else {
        return false;
    };
    let domain = &bytes[at + 1..];
    at > 0
        && memchr(b'.', domain).is_some_and(|dot| dot > 0 && dot + 1 < domain.len())
        && !bytes.iter().any(|byte| STRAY[usize::from(*byte)])
}

/// Which bytes are in no address.
const STRAY: [bool; 256] = {
    let mut stray = [false; 256];
    let some = b" \t\n\x0c\r\"(),;<>[\\]|";
    let mut at = 0;
    while at < some.len() {
        stray[some[at] as usize] = true;
        at += 1;
    }
    stray
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_known_by_its_shape() {
        for yes in [
            "ada@example.org",
            "Ada L. <ada@example.org>",
            "mailto:ada@example.org",
            "'ada@example.org",
            "ada@example.org.",
            "a@example.org; b@example.org",
            "a@example.org and b@example.org",
            "müller@exämple.org",
        ] {
            assert!(is_address(yes), "{yes}");
        }
    }

    #[test]
    fn a_sentence_or_a_row_with_an_address_in_it_is_none() {
        for no in [
            "",
            "@",
            "Ada",
            "ada@example",
            "write to ada@example.org",
            "Ada;ada@example.org;x",
            "Ada\tada@example.org",
            "1,Ada,ada@example.org",
            "a@b@c.org",
            "anonymous",
        ] {
            assert!(!is_address(no), "{no}");
        }
    }
}
