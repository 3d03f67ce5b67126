use std::collections::HashMap;

/// What makes one text out of another: pieces to take from it, and lines of its own. Its size goes with what differs,
/// not with how long the texts are: a row that changed in a list of a million costs that row.
///
/// As bytes: `c`, offset and length of a piece, or `p`, length and the bytes themselves; numbers are 64 bits, little
/// end first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Delta {
    steps: Vec<Step>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Copy { at: usize, length: usize },
    Put(Vec<u8>),
}

impl Delta {
    /// Returns what makes `to` out of `from`.
    pub(super) fn between(from: &[u8], to: &[u8]) -> Self {
        let head = common_head(from, to);
        let tail = common_tail(&from[head..], &to[head..]);
        let mut delta = Self::default();
        delta.copy(0, head);
        delta.middle(
            head,
            &from[head..from.len() - tail],
            &to[head..to.len() - tail],
        );
        delta.copy(from.len() - tail, tail);
        delta
    }

    /// Takes over the lines that are somewhere in the old middle, which begins at `offset`, and puts the others.
    fn middle(&mut self, offset: usize, from: &[u8], to: &[u8]) {
        let mut places: HashMap<&[u8], usize> = HashMap::new();
        let mut at = offset;
        for line in lines(from) {
            places.entry(line).or_insert(at);
            at += line.len();
        }
        for line in lines(to) {
            // Going on where the last piece ended keeps lines that stand there more than once in one piece.
            let goes_on = match self.steps.last() {
                Some(Step::Copy { at, length }) => Some(at + length),
                _ => None,
            };
            let goes_on = goes_on.filter(|next| {
                let rest = next.checked_sub(offset).and_then(|next| from.get(next..));
                rest.is_some_and(|rest| rest.starts_with(line))
            });
            match goes_on.or_else(|| places.get(line).copied()) {
                Some(at) => self.copy(at, line.len()),
                None => self.put(line),
            }
        }
    }

    /// Takes over a piece.
    pub(super) fn copy(&mut self, from: usize, more: usize) {
        match self.steps.last_mut() {
            _ if more == 0 => {}
            Some(Step::Copy { at, length }) if *at + *length == from => *length += more,
            _ => self.steps.push(Step::Copy {
                at: from,
                length: more,
            }),
        }
    }

    /// Puts bytes of its own.
    pub(super) fn put(&mut self, bytes: &[u8]) {
        match self.steps.last_mut() {
            _ if bytes.is_empty() => {}
            Some(Step::Put(text)) => text.extend(bytes),
            _ => self.steps.push(Step::Put(bytes.to_vec())),
        }
    }

    /// Makes the new text; none if this was not made for the old one.
    pub(super) fn apply(&self, from: &[u8]) -> Option<Vec<u8>> {
        let mut to = Vec::new();
        for step in &self.steps {
            match step {
                Step::Copy { at, length } => to.extend(from.get(*at..at.checked_add(*length)?)?),
                Step::Put(bytes) => to.extend(bytes),
            }
        }
        Some(to)
    }

    /// Returns the lines that the new text has and the old one has not.
    pub(super) fn lines(&self) -> impl Iterator<Item = &[u8]> {
        self.steps.iter().flat_map(|step| match step {
            Step::Copy { .. } => lines(&[]),
            Step::Put(bytes) => lines(bytes),
        })
    }

    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for step in &self.steps {
            match step {
                Step::Copy { at, length } => {
                    bytes.push(b'c');
                    bytes.extend((*at as u64).to_le_bytes());
                    bytes.extend((*length as u64).to_le_bytes());
                }
                Step::Put(text) => {
                    bytes.push(b'p');
                    bytes.extend((text.len() as u64).to_le_bytes());
                    bytes.extend(text);
                }
            }
        }
        bytes
    }

    pub(super) fn from_bytes(mut bytes: &[u8]) -> Option<Self> {
        let mut steps = Vec::new();
        while let Some((kind, rest)) = bytes.split_first() {
            bytes = rest;
            steps.push(match kind {
                b'c' => Step::Copy {
                    at: number(&mut bytes)?,
                    length: number(&mut bytes)?,
                },
                b'p' => {
                    let (text, rest) = number(&mut bytes)
                        .filter(|length| *length <= bytes.len())
                        .map(|length| bytes.split_at(length))?;
                    bytes = rest;
                    Step::Put(text.to_vec())
                }
                _ => return None,
            });
        }
        Some(Self { steps })
    }
}

fn number(bytes: &mut &[u8]) -> Option<usize> {
    let (number, rest) = bytes.split_first_chunk::<8>()?;
    *bytes = rest;
    usize::try_from(u64::from_le_bytes(*number)).ok()
}

/// Returns lines with their ends; the last one may have none.
pub(super) fn lines(text: &[u8]) -> std::slice::SplitInclusive<'_, u8, fn(&u8) -> bool> {
    text.split_inclusive(|byte| *byte == b'\n')
}

/// Returns the length of the whole lines with which both texts begin.
fn common_head(one: &[u8], other: &[u8]) -> usize {
    let same = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    memchr::memrchr(b'\n', &one[..same]).map_or(0, |at| at + 1)
}

/// Returns the length of the whole lines with which both texts end.
fn common_tail(one: &[u8], other: &[u8]) -> usize {
    let pairs = one.iter().rev().zip(other.iter().rev());
    let same = pairs.take_while(|(a, b)| a == b).count();
    let tail = &one[one.len() - same..];
    // What begins in the middle of a line is no line, unless both begin there.
    let whole = |text: &[u8]| text.len() == same || text[text.len() - same - 1] == b'\n';
    if whole(one) && whole(other) {
        return same;
    }
    memchr::memchr(b'\n', tail).map_or(0, |at| same - at - 1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn one_row_of_a_long_list_costs_that_row() {
        let list = |changed: &str| {
            let row = |number| match number {
                5000 => format!("row {changed}\n"),
                number => format!("row {number}\n"),
            };
            (0..10_000).map(row).collect::<String>()
        };
        let (old, new) = (list("old"), list("new, and longer"));
        let back = Delta::between(new.as_bytes(), old.as_bytes());
        assert_eq!(back.lines().collect::<Vec<_>>(), [b"row old\n"]);
        assert!(back.to_bytes().len() < 100);
        assert_eq!(back.apply(new.as_bytes()), Some(old.into_bytes()));
    }

    #[test]
    fn scattered_rows_cost_only_themselves() {
        let old: String = (0..2000).map(|row| format!("row {row}\n")).collect();
        let new: String = (0..2000)
            .map(|row| format!("row {row}{}\n", if row % 100 == 7 { "!" } else { "" }))
            .collect();
        let back = Delta::between(new.as_bytes(), old.as_bytes());
        assert_eq!(back.lines().count(), 20);
        assert_eq!(back.apply(new.as_bytes()), Some(old.into_bytes()));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn whatever_two_texts_are_one_is_made_out_of_the_other(old in "[ab\n]{0,30}", new in "[ab\n]{0,30}") {
            let delta = Delta::between(old.as_bytes(), new.as_bytes());
            let again = Delta::from_bytes(&delta.to_bytes()).expect("its own bytes");
            prop_assert_eq!(&again, &delta);
            prop_assert_eq!(again.apply(old.as_bytes()), Some(new.into_bytes()));
        }

        #[test]
        fn bytes_that_are_no_delta_do_no_harm(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
            if let Some(delta) = Delta::from_bytes(&bytes) {
                let _ = delta.apply(b"some text\n");
            }
        }
    }
}
