use unicode_width::UnicodeWidthStr;

/// The longest line of a plain text, in columns: with a mark or two in front of it, as in an answer, it fits into 80.
const LONGEST: usize = 72;

/// Breaks paragraphs anew into lines that can be read in a plain mail. How they were broken where they were typed, in a
/// TOML file as wide as somebody's screen, says nothing about that. Blank lines part paragraphs; a word that is longer
/// than a line, such as a link, stays whole.
pub(super) fn wrapped(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let paragraphs = text.split("\n\n").map(paragraph);
    let paragraphs: Vec<String> = paragraphs.filter(|text| !text.is_empty()).collect();
    paragraphs.join("\n\n")
}

fn paragraph(text: &str) -> String {
    let mut wrapped = String::with_capacity(text.len() + 8);
    let mut column = 0;
    for word in text.split_whitespace() {
        let width = word.width();
        if column > 0 && column + 1 + width > LONGEST {
            wrapped.push('\n');
            column = 0;
        } else if column > 0 {
            wrapped.push(' ');
            column += 1;
        }
        wrapped.push_str(word);
        column += width;
    }
    wrapped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_broken_anew_and_long_words_stay_whole() {
        let link = format!("https://example.org/{}", "x".repeat(80));
        let text = format!(
            "one\ntwo  three\r\n\r\n\r\n {} a bb {link} end",
            "w".repeat(68)
        );
        let expected = format!("one two three\n\n{} a\nbb\n{link}\nend", "w".repeat(68));
        assert_eq!(wrapped(&text), expected);
        assert_eq!(wrapped(" \n\n \n"), "");
    }
}
