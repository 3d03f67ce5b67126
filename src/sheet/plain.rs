use memchr::memchr;

/// Walks along a line in which nothing is quoted, from a place in a text on, and tells where each delimiter stands. Returns
/// where the line ends, which is a line feed or the end of the text; none if there is a quote in it.
///
/// It looks at eight bytes at a time: lists and journals have a hundred thousand lines with ten short cells each, and to
/// begin a search anew for each cell costs more than the search.
pub(super) fn walk(
    text: &[u8],
    from: usize,
    delimiter: u8,
    mut found: impl FnMut(usize),
) -> Option<usize> {
    let mut at = from;
    while let Some(word) = text.get(at..).and_then(<[u8]>::first_chunk) {
        let word = u64::from_le_bytes(*word);
        let (breaks, quotes) = (up_to_first(word, b'\n'), up_to_first(word, b'"'));
        let in_line = breaks.wrapping_sub(1) & !breaks;
        if quotes & in_line != 0 {
            return None;
        }
        let mut delimiters = marks(word, delimiter) & in_line;
        while delimiters != 0 {
            found(at + first(delimiters));
            delimiters &= delimiters - 1;
        }
        if breaks != 0 {
            return Some(at + first(breaks));
        }
        at += size_of::<u64>();
    }
    for (at, byte) in text.iter().enumerate().skip(at) {
        match byte {
            b'\n' => return Some(at),
            b'"' => return None,
            byte if *byte == delimiter => found(at),
            _ => {}
        }
    }
    Some(text.len())
}

/// A cell of more bytes is long.
const LONG: usize = 64;

/// How many bytes are looked at in one go.
const BLOCK: usize = 32;

/// Returns where a byte stands in a cell, which is below 128. Cells are short: to begin a search for long texts takes
/// longer than to look.
pub fn find(byte: u8, cell: &[u8]) -> Option<usize> {
    let in_word = |word: &[u8; 8]| {
        let found = up_to_first(u64::from_le_bytes(*word), byte);
        (found != 0).then(|| first(found))
    };
    let Some(end) = cell.last_chunk() else {
        return cell.iter().position(|one| *one == byte);
    };
    if cell.len() > LONG {
        return memchr(byte, cell);
    }
    let (words, _) = cell.as_chunks();
    let mut words = (0..).step_by(size_of::<u64>()).zip(words);
    let found = words.find_map(|(at, word)| in_word(word).map(|found| at + found));
    found.or_else(|| in_word(end).map(|found| cell.len() - end.len() + found))
}

/// Counts the delimiters of a record; none if it holds a quote, a line break or a NUL.
pub fn delimiters(record: &[u8], delimiter: u8) -> Option<usize> {
    let mut all = 0;
    let mut is_plain = |block: &[u8; BLOCK]| {
        // Each comparison by itself and without a branch, so that the processor takes many bytes at a time.
        let (mut count, mut others) = (0, 0);
        for byte in *block {
            count += u8::from(byte == delimiter);
            others |= u8::from(byte == b'"') | u8::from(byte == 0);
            others |= u8::from(byte == b'\n') | u8::from(byte == b'\r');
        }
        all += usize::from(count);
        others == 0
    };
    let (blocks, rest) = record.as_chunks();
    let mut last = [b' '; BLOCK];
    last[..rest.len()].copy_from_slice(rest);
    let plain = blocks.iter().all(&mut is_plain) && is_plain(&last);
    plain.then_some(all)
}

/// Returns where a cell without quotes ends that starts there: before a comma, a line feed, or the end of the text.
pub(super) fn end(text: &[u8], from: usize) -> usize {
    let mut at = from;
    while let Some(word) = text.get(at..).and_then(<[u8]>::first_chunk) {
        let word = u64::from_le_bytes(*word);
        // Of two wrong marks each stands behind a right one of its own kind.
        let ends = up_to_first(word, b',') | up_to_first(word, b'\n');
        if ends != 0 {
            return at + first(ends);
        }
        at += size_of::<u64>();
    }
    let rest = text.get(at..).unwrap_or_default();
    let end = rest.iter().position(|byte| matches!(byte, b',' | b'\n'));
    end.map_or(text.len(), |end| at + end)
}

/// The same as [`marks`] up to the first mark; bytes after it may be marked that are others. It takes less.
fn up_to_first(word: u64, byte: u8) -> u64 {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    const HIGHEST: u64 = u64::from_le_bytes([0x80; 8]);
    let differs = word ^ u64::from_le_bytes([byte; 8]);
    differs.wrapping_sub(ONES) & !differs & HIGHEST
}

/// Returns the number that has the highest bit of each byte set that is a certain one, which is below 128, and no others.
fn marks(word: u64, byte: u8) -> u64 {
    const LOW: u64 = u64::from_le_bytes([0x7f; 8]);
    let differs = word ^ u64::from_le_bytes([byte; 8]);
    !(((differs & LOW) + LOW) | differs | LOW)
}

/// Returns which byte has the first mark.
fn first(marks: u64) -> usize {
    marks.trailing_zeros() as usize / 8
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn slowly(text: &[u8], from: usize) -> Option<(Vec<usize>, usize)> {
        let line = text[from..].split(|byte| *byte == b'\n').next()?;
        let commas = line.iter().enumerate().filter(|(_, byte)| **byte == b',');
        let commas = commas.map(|(at, _)| from + at).collect();
        (!line.contains(&b'"')).then_some((commas, from + line.len()))
    }

    proptest! {
        #[test]
        fn a_line_is_walked_as_if_byte_by_byte(text in "[ö,\n\"]|[-#\u{b}\r ]", before in "[ö,a\u{b}#-]{0,40}", after in "[ö,a\n\"#-]{0,20}", from in 0usize..40) {
            // Among others bytes that differ in one bit only from those that are looked for.
            let text = format!("{before}{text}{after}");
            let text = text.as_bytes();
            let from = from.min(text.len());
            let mut commas = Vec::new();
            let end = walk(text, from, b',', |at| commas.push(at));
            prop_assert_eq!(end.map(|end| (commas, end)), slowly(text, from));
            let cell = text[from..].split(|byte| matches!(byte, b',' | b'\n')).next();
            let line = &text[from..];
            let plain = !line.iter().any(|byte| matches!(byte, b'"' | b'\n' | b'\r' | 0));
            let commas = line.iter().filter(|byte| **byte == b',').count();
            prop_assert_eq!(super::delimiters(line, b','), plain.then_some(commas));
            let first = text.iter().position(|byte| *byte == b',');
            prop_assert_eq!(super::find(b',', text), first);
            prop_assert_eq!(super::end(text, from), from + cell.map_or(0, <[u8]>::len));
        }
    }
}
