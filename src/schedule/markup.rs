/// Elements that begin on a line of their own, and those that leave one blank before and after.
const LINES: [&str; 6] = ["br", "div", "tr", "li", "dt", "dd"];
const BLOCKS: [&str; 15] = [
    "p",
    "ul",
    "ol",
    "dl",
    "table",
    "pre",
    "blockquote",
    "section",
    "article",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
];
const WORDS: [&str; 14] = [
    "a", "b", "i", "u", "em", "strong", "code", "span", "sub", "sup", "small", "td", "th", "img",
];

/// Returns a text as people read it: what was HTML without its tags, paragraphs parted by blank lines and items of
/// lists marked with a dash. A text without tags stays as it is, but for its line ends.
pub(super) fn plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    if !tags(&text).any(|(_, tag)| tag.known) {
        return text.trim().to_string();
    }
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    let mut hidden = false;
    for (at, tag) in tags(&text) {
        if !tag.known && !tag.comment {
            continue;
        }
        if !hidden {
            push(&mut out, &text[done..at]);
        }
        done = at + tag.length;
        hidden = matches!(tag.name.as_str(), "script" | "style") && !tag.closes;
        let name = tag.name.as_str();
        if BLOCKS.contains(&name) {
            lines(&mut out, 2);
        } else if LINES.contains(&name) {
            lines(&mut out, 1);
        }
        if name == "li" && !tag.closes {
            out.push_str("- ");
        }
    }
    if !hidden {
        push(&mut out, &text[done..]);
    }
    let lines: Vec<&str> = out.lines().map(str::trim_end).collect();
    lines.join("\n").trim().to_string()
}

/// Takes a piece of text between tags: white space of any kind is one space, entities are what they stand for.
fn push(out: &mut String, text: &str) {
    let text = entities(text);
    for (at, word) in text.split(char::is_whitespace).enumerate() {
        let begins = out.is_empty() || out.ends_with([' ', '\n']);
        if at > 0 && !begins {
            out.push(' ');
        }
        out.push_str(word);
    }
}

/// Makes the text end in at least so many line ends, unless it is blank.
fn lines(out: &mut String, count: usize) {
    out.truncate(out.trim_end_matches(' ').len());
    let there = out.len() - out.trim_end_matches('\n').len();
    if !out.is_empty() {
        out.extend(std::iter::repeat_n('\n', count.saturating_sub(there)));
    }
}

/// Returns a text with the entities that people meet replaced (HTML, section 13.5) and numbers for characters.
fn entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.find(';').filter(|end| *end <= 10);
        let known = end.and_then(|end| Some((end, entity(&rest[1..end])?)));
        let length = match known {
            Some((end, c)) => {
                out.push(c);
                end + 1
            }
            None => {
                out.push('&');
                1
            }
        };
        rest = &rest[length..];
    }
    out + rest
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        return char::from_u32(code.ok()?).filter(|c| !c.is_control() || *c == '\n');
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "lsquo" => '‘',
        "rsquo" => '’',
        "ldquo" => '“',
        "rdquo" => '”',
        "auml" => 'ä',
        "ouml" => 'ö',
        "uuml" => 'ü',
        "Auml" => 'Ä',
        "Ouml" => 'Ö',
        "Uuml" => 'Ü',
        "szlig" => 'ß',
        "eacute" => 'é',
        "egrave" => 'è',
        _ => return None,
    })
}

struct Tag {
    /// In lower case.
    name: String,
    closes: bool,
    /// Whether HTML has it; `x < y > z` is no tag.
    known: bool,
    comment: bool,
    /// How many bytes it takes up.
    length: usize,
}

/// Returns everything in a text that looks like a tag, with where it begins.
fn tags(text: &str) -> impl Iterator<Item = (usize, Tag)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + text[at..].find('<')?;
            let rest = &text[start..];
            if rest.starts_with("<!--") {
                let length = rest.find("-->").map_or(rest.len(), |end| end + 3);
                at = start + length;
                let tag = Tag {
                    name: String::new(),
                    closes: false,
                    known: false,
                    comment: true,
                    length,
                };
                return Some((start, tag));
            }
            at = start + 1;
            let Some(end) = rest.find('>') else { continue };
            let inner = &rest[1..end];
            let closes = inner.starts_with('/');
            let inner = inner.trim_start_matches('/');
            let name: String = inner
                .chars()
                .take_while(char::is_ascii_alphanumeric)
                .collect();
            let after = inner[name.len()..].chars().next();
            if name.is_empty() || after.is_some_and(|c| !c.is_whitespace() && c != '/') {
                continue;
            }
            let name = name.to_ascii_lowercase();
            let lists = [
                &BLOCKS[..],
                &LINES[..],
                &WORDS[..],
                &["script", "style", "hr"],
            ];
            at = start + end + 1;
            let tag = Tag {
                known: lists.iter().any(|list| list.contains(&name.as_str())),
                name,
                closes,
                comment: false,
                length: end + 1,
            };
            return Some((start, tag));
        }
    })
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn html_becomes_paragraphs_and_lists() {
        let html = "<p>Intro to <code>x &lt; y</code>,\r\n with <a href=\"https://example.org\">a link</a>.</p>\
                    <p>Second&nbsp;one&#8217;s</p><ul><li>one</li><li>two</li></ul><script>no()</script>End<br/>of it";
        let text = "Intro to x < y, with a link.\n\nSecond one’s\n\n- one\n- two\n\nEnd\nof it";
        assert_eq!(plain(html), text);
        assert_eq!(plain(text), text, "what is plain stays so");
    }

    #[test]
    fn what_is_no_html_stays_as_it_is() {
        for text in [
            "a < b and c > d",
            "Vec<String>, &amp; and <T>",
            "# Title\n\n* one\n* two <https://example.org>",
            "if (a<b) then",
            "5 < 6 <",
        ] {
            assert_eq!(plain(text), text);
        }
        assert_eq!(plain(" a\r\nb\rc "), "a\nb\nc");
    }
}
