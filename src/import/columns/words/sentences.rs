//! The sentences of a question.

/// What ends one, besides a full stop.
const ENDS: [char; 4] = ['?', '!', '\n', ';'];

/// Returns the sentences of a question, and what stands in brackets as one of its own, of which it tells that. What is
/// joined to a word without a space is part of it: `pris(e)`, `pris.e`.
pub(super) fn sentences(text: &str) -> Vec<(String, bool)> {
    let mut sentences = vec![(String::new(), false)];
    let mut before = ' ';
    // How many brackets are open that belong to a word.
    let mut joined = 0_usize;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied().unwrap_or(' ');
        let is_end = match c {
            '(' | '[' if before.is_alphanumeric() && next.is_lowercase() => {
                joined += 1;
                false
            }
            ')' | ']' if joined > 0 => {
                joined -= 1;
                false
            }
            '.' => !(before.is_alphanumeric() && next.is_lowercase()),
            '(' | ')' | '[' | ']' => true,
            c => ENDS.contains(&c),
        };
        if is_end {
            sentences.push((String::new(), matches!(c, '(' | '[')));
        } else if let Some((sentence, _)) = sentences.last_mut() {
            sentence.push(c);
        }
        before = c;
    }
    sentences
}
