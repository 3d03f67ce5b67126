use crate::sheet::find;

/// Says whether a cell holds an e-mail address and nothing else, going by its shape alone.
///
/// `Name <a@b.org>`, `mailto:a@b.org` and several addresses in one cell are taken too: this finds the column, and is
/// no judgement of the address.
pub(super) fn is_address(cell: &str) -> bool {
    if find(b'@', cell.as_bytes()).is_none() {
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

/// Returns what stands before the first address in a cell that holds more than addresses: `jo@example.org (work)`, or
/// `jo at example.org`; none if there is none.
pub(super) fn before_one(cell: &str) -> Option<&str> {
    let apart = |c: char| c.is_whitespace() || ",;/|<>()[]".contains(c);
    let mut start = 0;
    for piece in cell.split_inclusive(apart) {
        if is_bare(piece.trim_end_matches(apart)) {
            return Some(&cell[..start]);
        }
        start += piece.len();
    }
    let is_domain = |word: &str| {
        let ends = |end: &str| end.len() > 1 && end.bytes().all(|byte| byte.is_ascii_alphabetic());
        let parts = word.trim_end_matches('.').rsplit_once('.');
        parts.is_some_and(|(name, end)| !name.is_empty() && ends(end))
    };
    // Some write it so that no machine finds it.
    let spelled = [" at ", "(at)", "[at]", " AT "].into_iter();
    let mut parted = spelled.filter_map(|sign| cell.split_once(sign));
    let (before, _) = parted.find(|(_, behind)| {
        let behind = behind.trim_start();
        is_domain(behind.split(apart).next().unwrap_or_default())
    })?;
    let before = before.trim_end();
    Some(&before[..before.rfind(apart).map_or(0, |at| at + 1)])
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
    let Some(at) = find(b'@', bytes) else {
        return false;
    };
    let domain = &bytes[at + 1..];
    at > 0
        && find(b'@', domain).is_none()
        && find(b'.', domain).is_some_and(|dot| dot > 0 && dot + 1 < domain.len())
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

    #[test]
    fn an_address_is_found_among_other_words() {
        for (cell, before) in [
            ("ada@example.org (work)", Some("")),
            ("ada@example.org\nwork", Some("")),
            ("ada at example.org", Some("")),
            ("E-mail (e.g. ada@example.org)", Some("E-mail (e.g. ")),
            ("write to ada (at) example.org", Some("write to ")),
            ("Meet at 10.30", None),
            ("Jo at home", None),
            ("@ada", None),
            ("", None),
        ] {
            assert_eq!(before_one(cell), before, "{cell}");
        }
    }
}
