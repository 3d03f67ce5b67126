use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};
use anstyle::{AnsiColor, Style};
use serde_json::Value;

use super::list::{List, Record};
use super::visible::{visible, visible_lines};
use crate::error::{Error, Finding, Place, Severity};

/// Returns findings as people read them: what, where with the line and a caret, what to do.
pub(super) fn text(findings: &[Finding], look: &Look) -> String {
    let mut text = String::new();
    for finding in findings {
        text += &one(finding, Some(finding.rule), look);
    }
    text
}

/// Returns an error as people read it.
pub(super) fn error(error: &Error, look: &Look) -> String {
    error
        .findings
        .iter()
        .map(|finding| one(finding, None, look))
        .collect()
}

fn one(finding: &Finding, rule: Option<&str>, look: &Look) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let message = visible(&finding.message);
    let mut title = level.primary_title(message.as_ref());
    if let Some(rule) = rule {
        title = title.id(rule);
    }
    let mut group = Group::with_title(title);
    for (at, place) in finding.places.iter().enumerate() {
        group = group.element(snippet(place, at == 0));
    }
    let mut text = format!("{}\n", look.renderer.render(&[group]));
    if let Some(hint) = &finding.hint {
        let style = look.hint;
        text += &format!("{style}hint{style:#}: {}\n", visible_lines(hint));
    }
    text
}

fn snippet(place: &Place, primary: bool) -> Element<'_> {
    let file = visible(&place.file);
    if place.width == 0 {
        let origin = Origin::path(file);
        // A line that is not shown, because it is too long or a secret, can still be found.
        return Element::Origin(match (place.line, place.column) {
            (1, 1) => origin,
            (line, column) => origin.line(line).char_column(column),
        });
    }
    // The renderer replaces some of the characters that fool terminals, but not all. One for one, so that the column
    // it names stays that of the file.
    let line: String = place.text.chars().map(one_for_one).collect();
    // Only the line itself is at hand; the caret counts its characters, the renderer wants bytes.
    let starts = line.char_indices().map(|(at, _)| at);
    let bytes: Vec<usize> = starts.chain([line.len()]).collect();
    let byte = |column: usize| bytes.get(column).copied().unwrap_or(line.len());
    let start = byte(place.column.saturating_sub(1));
    let end = byte(place.column.saturating_sub(1) + place.width).max(start);
    let kind = if primary {
        AnnotationKind::Primary
    } else {
        AnnotationKind::Context
    };
    let snippet = Snippet::source(line)
        .line_start(place.line)
        .path(file)
        .annotation(kind.span(start..end));
    Element::Cause(snippet)
}

/// Returns a character as it may stand on a terminal, without changing how many there are.
fn one_for_one(c: char) -> char {
    if c == '\t' {
        return c;
    }
    let mut buffer = [0; 4];
    let shown = visible(c.encode_utf8(&mut buffer));
    let mut shown = shown.chars();
    match (shown.next(), shown.next()) {
        (Some(one), None) => one,
        _ => char::REPLACEMENT_CHARACTER,
    }
}

/// How findings look on a stream.
pub(super) struct Look {
    renderer: Renderer,
    hint: Style,
}

impl Look {
    /// For a stream so many columns wide, or without limit.
    pub(super) fn new(room: Option<usize>, in_colour: bool) -> Self {
        let renderer = if in_colour {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        let hint = if in_colour {
            AnsiColor::Cyan.on_default().bold()
        } else {
            Style::new()
        };
        Self {
            renderer: renderer
                .decor_style(DecorStyle::Ascii)
                .term_width(room.unwrap_or(100_000)),
            hint,
        }
    }
}

/// Returns findings as rows, for CSV and JSON.
pub(super) fn list(findings: &[Finding]) -> List {
    let mut list = List::new(&[
        "severity", "rule", "message", "file", "line", "column", "hint", "also",
    ]);
    for finding in findings {
        let place = finding.places.first();
        let also = finding.places.iter().skip(1);
        let also = also.map(|place| {
            Record::new()
                .with("file", place.file.as_str())
                .with("line", place.line)
                .with("column", place.column)
                .value()
        });
        list.push(vec![
            finding.severity.word().into(),
            finding.rule.into(),
            finding.message.as_str().into(),
            place.map(|place| place.file.as_str()).into(),
            place.map(|place| place.line).into(),
            place.map(|place| place.column).into(),
            finding.hint.as_deref().into(),
            Value::Array(also.collect()),
        ]);
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Source;

    #[test]
    fn a_finding_shows_its_line_with_a_caret_and_says_what_to_do() {
        let source = Source::new("agenda.toml", "a = 1\nrööm = \"mian\"\n");
        let start = source.text().find("\"mian\"").expect("it is there");
        let finding = Finding::error("unknown-id", "there is no room `mi\u{1b}an`")
            .at(source.place(start..start + 6))
            .hint("did you mean `main`?");
        let expected = "\
error[unknown-id]: there is no room `mi␛an`
 --> agenda.toml:2:8
  |
2 | rööm = \"mian\"
  |        ^^^^^^
hint: did you mean `main`?
";
        assert_eq!(text(&[finding], &Look::new(None, false)), expected);
    }

    #[test]
    fn a_line_that_could_fool_a_terminal_is_shown_with_the_caret_in_its_place() {
        let source = Source::new("list.csv", "x\u{9b}2J\u{2028}y,Eve\u{200e}\n");
        let start = source.text().find("Eve").expect("it is there");
        let finding = Finding::warning("name", "odd").at(source.place(start..start + 6));
        let expected = "\
warning[name]: odd
 --> list.csv:1:8
  |
1 | x�2J�y,Eve�
  |        ^^^^
";
        assert_eq!(text(&[finding], &Look::new(None, false)), expected);
    }

    #[test]
    fn an_error_without_a_place_is_two_lines() {
        let plain = Error::new("nobody has the code `krt-mwxb`").hint("look again");
        assert_eq!(
            error(&plain, &Look::new(None, false)),
            "error: nobody has the code `krt-mwxb`\nhint: look again\n"
        );
    }
}
