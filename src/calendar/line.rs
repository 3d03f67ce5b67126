/// The longest line in octets, without its line break (RFC 5545, section 3.1).
const LONGEST: usize = 75;

/// The content lines of an iCalendar text (RFC 5545, section 3.1): CRLF line ends, long lines folded.
#[derive(Debug, Default)]
pub(super) struct Lines {
    text: String,
}

impl Lines {
    /// Goes on after lines that are written already.
    pub(super) fn after(written: &str) -> Self {
        let mut text = String::with_capacity(written.len() + 1024);
        text.push_str(written);
        Self { text }
    }

    /// Adds a line whose value needs no escaping.
    pub(super) fn push(&mut self, line: &str) {
        // Nearly every line is short and plain.
        let is_plain = |line: &str| line.bytes().all(|byte| matches!(byte, b' '..=b'~'));
        if line.len() <= LONGEST && is_plain(line) {
            self.text.push_str(line);
            self.text.push_str("\r\n");
            return;
        }
        let mut octets = 0;
        for c in line.chars().filter(|c| !c.is_control()) {
            // A fold inside a character is allowed, but readers that unfold after decoding would break on it.
            if octets + c.len_utf8() > LONGEST {
                octets = 1 + self.fold(octets);
            }
            self.text.push(c);
            octets += c.len_utf8();
        }
        self.text.push_str("\r\n");
    }

    /// Begins the next line of one of which so many octets are written. Spaces at its end go over, since some servers take
    /// them away; returns how many.
    fn fold(&mut self, octets: usize) -> usize {
        let spaces = self.text.len() - self.text.trim_end_matches(' ').len();
        let spaces = if spaces + 1 < octets { spaces } else { 0 };
        self.text.truncate(self.text.len() - spaces);
        self.text.push_str("\r\n ");
        self.text.extend(std::iter::repeat_n(' ', spaces));
        spaces
    }

    /// Adds lines that are written already.
    pub(super) fn written(&mut self, lines: &str) {
        self.text.push_str(lines);
    }

    /// Adds a property of type TEXT (section 3.3.11), unless it is blank.
    pub(super) fn text(&mut self, name: &str, value: &str) {
        let value = value.trim();
        if !value.is_empty() {
            self.push(&format!("{name}:{}", escaped(value)));
        }
    }

    /// Adds a property of type URI (section 3.3.13), unless it is none.
    pub(super) fn uri(&mut self, name: &str, value: &str) {
        let value = value.trim();
        let odd = |c: char| c.is_whitespace() || c.is_control() || "<>\"\\".contains(c);
        if value.contains(':') && !value.contains(odd) {
            self.push(&format!("{name}:{value}"));
        }
    }

    /// Returns the whole text.
    pub(super) fn finish(self) -> String {
        self.text
    }
}

/// Escapes a TEXT value; every kind of line break becomes `\n`.
fn escaped(value: &str) -> String {
    let mut escaped = String::with_capacity(value.len());
    for c in value.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => escaped.push_str("\\n"),
            // Not allowed in any value; a tab is, but some programmes show it as a box.
            '\t' => escaped.push(' '),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(name: &str, value: &str) -> String {
        let mut lines = Lines::default();
        lines.text(name, value);
        lines.finish()
    }

    #[test]
    fn a_text_is_escaped_and_loses_its_control_characters() {
        assert_eq!(
            written("SUMMARY", " a; b, c\\d\r\ne\rf\n\u{1b}[1mg\0\th\u{9b} "),
            "SUMMARY:a\\; b\\, c\\\\d\\ne\\nf\\n[1mg h\r\n"
        );
        assert_eq!(written("SUMMARY", " \n"), "");
    }

    #[test]
    fn a_long_line_is_folded_between_characters() {
        let folded = written("SUMMARY", &"é".repeat(80));
        let first = format!("SUMMARY:{}", "é".repeat(33));
        let second = format!(" {}", "é".repeat(37));
        let third = format!(" {}", "é".repeat(10));
        assert_eq!(folded, format!("{first}\r\n{second}\r\n{third}\r\n"));
        assert_eq!((first.len(), second.len()), (74, 75));
    }

    #[test]
    fn no_folded_line_ends_in_space() {
        let folded = written("SUMMARY", &format!("{}  b", "a".repeat(65)));
        assert_eq!(folded, format!("SUMMARY:{}\r\n   b\r\n", "a".repeat(65)));
        let wide = written("SUMMARY", &format!("a{}b", " ".repeat(200)));
        assert_eq!(
            wide.replace("\r\n ", ""),
            format!("SUMMARY:a{}b\r\n", " ".repeat(200))
        );
    }

    #[test]
    fn a_line_of_75_octets_is_not_folded() {
        let line = "x".repeat(75);
        let mut lines = Lines::default();
        lines.push(&line);
        assert_eq!(lines.finish(), format!("{line}\r\n"));
    }

    #[test]
    fn only_a_uri_is_written_as_one() {
        let mut lines = Lines::default();
        for value in [
            "",
            "see the site",
            "https://a.example/x;y,z",
            "https://a.example/\r\nX:1",
        ] {
            lines.uri("URL", value);
        }
        assert_eq!(lines.finish(), "URL:https://a.example/x;y,z\r\n");
    }
}
