use memchr::memchr;

use super::scan::{Scan, Scanned, scan};
use super::{Delimiter, together};

/// A text of so many bytes is worth a second thread.
const LARGE: usize = 4 << 20;

/// Reads a text as [`scan`] does, a large one in two halves at once.
pub(super) fn scanned(text: &str, body: usize, delimiter: Delimiter) -> Scanned {
    let large = (LARGE..=u32::MAX as usize).contains(&text.len());
    let halves = large.then(|| in_halves(text, body, delimiter, text.len() / 2));
    halves
        .flatten()
        .unwrap_or_else(|| scan(text, body, delimiter))
}

/// Reads the rest of the text behind the line that a byte stands in while it reads what is before. None if no row begins
/// there after all, since the line is one within quotes, or if there is anything to find fault with: where that stands
/// depends on what is before.
fn in_halves(text: &str, body: usize, delimiter: Delimiter, middle: usize) -> Option<Scanned> {
    let bytes = text.as_bytes();
    // It calls for the closer look.
    memchr(0, bytes).is_none().then_some(())?;
    let mut first = Scan::new(text, body, delimiter);
    while first.width == 0 && first.start < bytes.len() {
        first.run_to(first.start + 1);
    }
    let middle = middle.max(first.start);
    let middle = middle + memchr(b'\n', bytes.get(middle..)?)? + 1;
    let width = first.width;
    let behind = || {
        let mut second = Scan {
            width,
            ..Scan::new(text, middle, delimiter)
        };
        second.run_to(bytes.len());
        second.finish()
    };
    let ((), second) = together(|| first.run_to(middle), behind);
    let (start, before) = (first.start, first.line - 1);
    let mut first = first.finish();
    let sound = |found: &Scanned| found.faults.is_empty() && found.doubts.is_empty();
    if start != middle || !sound(&first) || !sound(&second) {
        return None;
    }
    let rows = second.rows.into_iter();
    first.rows.extend(rows.map(|row| row.further(before)));
    first.tail = second.tail.map(|tail| tail.further(before));
    if second.lines > 0 {
        first.lines = before + second.lines;
    }
    Some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_halves_are_the_whole_wherever_it_is_cut() {
        let sound = [
            "a,b\n1,2\n3,4\n5,6\n",
            "\n\na,b\r\n1,\"x\r\ny\"\r\n\r\n3,4\r\n,\r\n5,6",
            "a,b\n\"1\n2\n3\n4\",x\n\"\"\"y\"\"\",z\n",
            "a\r1\r2\n3\n4\r",
        ];
        let mut cut = 0;
        for text in sound {
            let whole = scan(text, 0, Delimiter::Comma);
            for middle in 0..=text.len() {
                if let Some(halves) = in_halves(text, 0, Delimiter::Comma, middle) {
                    assert_eq!(halves, whole, "{text:?} at {middle}");
                    cut += 1;
                }
            }
        }
        assert!(cut > 20, "{cut} cuts");
    }

    #[test]
    fn whatever_has_a_fault_is_read_in_one() {
        let faulty = [
            "a,b\n1,2\n3,4,5\n6,7\n",
            "a,b\n1,\"2\n3,4\n5,6\n",
            "a,b\n1,2\n\"3\"x,4\n5,6\n",
            "a,b\n1,2\n3, \"4\"\n5,6\n",
            "a,b\n1,2\n3,\x004\n5,6\n",
        ];
        for text in faulty {
            for middle in 0..=text.len() {
                assert_eq!(
                    in_halves(text, 0, Delimiter::Comma, middle),
                    None,
                    "{text:?}"
                );
            }
        }
    }

    #[test]
    fn a_large_text_is_read_as_it_is_in_one() {
        let rows: String = (0..LARGE / 8)
            .map(|at| format!("{at},\"x\ny\"\n"))
            .collect();
        let text = format!("a,b\n{rows}");
        let (found, whole) = (
            scanned(&text, 0, Delimiter::Comma),
            scan(&text, 0, Delimiter::Comma),
        );
        assert!(found == whole && whole.rows.len() == LARGE / 8);
    }
}
