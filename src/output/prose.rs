use unicode_width::UnicodeWidthStr;

/// Breaks lines that are longer than a terminal between words; what goes on stands a little further in than the line
/// began. A word that is longer than a line stays whole, as does a line of nothing else.
pub(super) fn wrapped(text: &str, room: Option<usize>) -> String {
    let Some(room) = room else {
        return text.to_string();
    };
    let mut wrapped = String::with_capacity(text.len() + text.len() / 8);
    for line in text.split_inclusive('\n') {
        if line.trim_end().width() <= room {
            wrapped.push_str(line);
            continue;
        }
        let indent = line.len() - line.trim_start_matches(' ').len();
        let further = " ".repeat((indent + 2).min(room / 2));
        let mut column = indent;
        wrapped.push_str(&line[..indent]);
        for (at, word) in line[indent..].trim_end().split(' ').enumerate() {
            let width = word.width();
            if at > 0 && column + 1 + width > room && column > further.len() {
                wrapped.push('\n');
                wrapped.push_str(&further);
                column = further.len();
            } else if at > 0 {
                wrapped.push(' ');
                column += 1;
            }
            wrapped.push_str(word);
            column += width;
        }
        wrapped.push_str(&line[line.trim_end().len()..]);
    }
    wrapped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_broken_between_words_and_go_on_further_in() {
        let text = "short\n  one two three four five\nhttps://example.org/long\n";
        let expected =
            "short\n  one two\n    three\n    four\n    five\nhttps://example.org/long\n";
        assert_eq!(wrapped(text, Some(10)), expected);
        assert_eq!(wrapped(text, None), text);
    }
}
