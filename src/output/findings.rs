use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};
use serde_json::Value;

use super::list::{List, Record};
use super::visible::visible;
use crate::error::{Error, Finding, Place, Severity};

/// Returns findings as people read them: what, where with the line and a caret, what to do.
pub(super) fn text(findings: &[Finding], renderer: &Renderer) -> String {
    let mut text = String::new();
    for finding in findings {
        text += &one(finding, Some(finding.rule), renderer);
    }
    text
}

/// Returns an error as people read it.
pub(super) fn error(error: &Error, renderer: &Renderer) -> String {
    error
        .findings
        .iter()
        .map(|finding| one(finding, None, renderer))
        .collect()
}

fn one(finding: &Finding, rule: Option<&str>, renderer: &Renderer) -> String {
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
    let hint = finding.hint.as_deref().map(visible);
    let mut report = vec![group];
    if let Some(hint) = &hint {
        report.push(Group::with_title(
            Level::HELP.with_name("hint").secondary_title(hint.as_ref()),
        ));
    }
    format!("{}\n", renderer.render(&report))
}

fn snippet(place: &Place, primary: bool) -> Element<'_> {
    if place.width == 0 {
        return Element::Origin(Origin::path(place.file.as_str()));
    }
    // Only the line itself is at hand; the caret counts its characters, the renderer wants bytes.
    let bytes: Vec<usize> = place
        .text
        .char_indices()
        .map(|(at, _)| at)
        .chain([place.text.len()])
        .collect();
    let byte = |column: usize| bytes.get(column).copied().unwrap_or(place.text.len());
    let start = byte(place.column.saturating_sub(1));
    let end = byte(place.column.saturating_sub(1) + place.width).max(start);
    let kind = if primary {
        AnnotationKind::Primary
    } else {
        AnnotationKind::Context
    };
    let snippet = Snippet::source(place.text.as_str())
        .line_start(place.line)
        .path(place.file.as_str())
        .annotation(kind.span(start..end));
    Element::Cause(snippet)
}

/// The renderer for a stream: how wide, and whether in colour.
pub(super) fn renderer(room: Option<usize>, colour: bool) -> Renderer {
    let renderer = if colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    renderer
        .decor_style(DecorStyle::Ascii)
        .term_width(room.unwrap_or(100_000))
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
