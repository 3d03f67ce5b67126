/// Makes HTML paragraphs of a plain text: blank lines part them, line breaks stay, `https` addresses become links.
/// Nothing in the text is taken for markup.
pub(super) fn paragraphs(text: &str) -> String {
    let paragraphs = text.split("\n\n").map(str::trim_end);
    let paragraphs = paragraphs.filter(|paragraph| !paragraph.is_empty());
    let html: Vec<String> = paragraphs
        .map(|paragraph| {
            let lines: Vec<String> = paragraph.lines().map(line).collect();
            format!("<p>{}</p>", lines.join("<br>\n"))
        })
        .collect();
    html.join("\n")
}

/// Escapes one line and makes its `https` addresses links. No other scheme: a link is a promise about where it leads.
fn line(line: &str) -> String {
    let mut html = String::new();
    let mut rest = line;
    while let Some(at) = rest.find("https://") {
        let (before, from) = rest.split_at(at);
        let ends = |c: char| c.is_whitespace() || "<>\"'".contains(c);
        let end = from.find(ends).unwrap_or(from.len());
        // The dot behind an address ends the sentence.
        let address = from[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']']);
        let link = escaped(address);
        html.push_str(&escaped(before));
        if address.len() > "https://".len() {
            html.push_str(&format!("<a href=\"{link}\">{link}</a>"));
        } else {
            html.push_str(&link);
        }
        rest = &from[address.len()..];
    }
    html.push_str(&escaped(rest));
    html
}

/// Escapes what has a meaning in HTML text and in quoted attributes.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_becomes_paragraphs_without_any_markup_of_its_own() {
        assert_eq!(
            paragraphs("Hello <b>Zoë</b> & \"co\",\nsecond line\n\nbye\n"),
            "<p>Hello &lt;b&gt;Zoë&lt;/b&gt; &amp; &quot;co&quot;,<br>\nsecond line</p>\n<p>bye</p>"
        );
    }

    #[test]
    fn only_https_addresses_become_links() {
        let link = "<a href=\"https://a.example/?x=1&amp;y=2\">https://a.example/?x=1&amp;y=2</a>";
        for (text, html) in [
            (
                "(see https://a.example/?x=1&y=2).",
                format!("(see {link})."),
            ),
            ("<https://a.example/?x=1&y=2>", format!("&lt;{link}&gt;")),
            (
                "http://a.example javascript:x",
                "http://a.example javascript:x".to_string(),
            ),
            ("https://. https://", "https://. https://".to_string()),
        ] {
            assert_eq!(paragraphs(text), format!("<p>{html}</p>"));
        }
        let twice = paragraphs("https://a.example/?x=1&y=2 https://a.example/?x=1&y=2");
        assert_eq!(twice, format!("<p>{link} {link}</p>"));
    }
}
