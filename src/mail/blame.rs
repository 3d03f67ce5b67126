use std::error::Error as _;
use std::ops::Range;

use minijinja::ErrorKind;

use super::templates::{Piece, Templates};
use crate::error::{Error, Finding, Place, closest};

/// Turns an error of the template language into one that points into the organisers' file. `names` are the known
/// variables, as far as they matter.
pub(super) fn template_error(
    error: &minijinja::Error,
    templates: &Templates,
    names: &[String],
) -> Error {
    // An error inside an included template is the cause of one in the template that includes it.
    let mut error = error;
    while let Some(cause) = error.source().and_then(|cause| cause.downcast_ref()) {
        error = cause;
    }
    let what = error
        .detail()
        .map_or_else(|| error.kind().to_string(), String::from);
    let piece = error.name().and_then(|name| templates.piece(name));
    let range = piece.map(|piece| (piece, range(piece, error)));
    let wrong = range
        .clone()
        .map(|(piece, range)| marked(&piece.source.place(range)));
    let place = range.map(|(piece, range)| piece.place(range));
    let hint = match error.kind() {
        ErrorKind::UndefinedError => wrong.map(|name| hint(&name, names)),
        ErrorKind::UnknownFilter => wrong.map(|name| match closest(&name, FILTERS) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("the filters are {}", FILTERS.join(", ")),
        }),
        ErrorKind::TemplateNotFound => {
            let wrong = what.split(['"', '\'']).nth(1).unwrap_or_default();
            closest(wrong, templates.names()).map(|meant| format!("did you mean \"{meant}\"?"))
        }
        _ => None,
    };
    let finding = Finding::error("template", format!("cannot render this template: {what}"))
        .maybe_at(place)
        .maybe_hint(hint);
    Error::from_findings(vec![finding])
}

/// The filters that help with words; the language has more.
const FILTERS: [&str; 17] = [
    "wrap",
    "upper",
    "lower",
    "title",
    "capitalize",
    "trim",
    "replace",
    "default",
    "join",
    "length",
    "first",
    "last",
    "sort",
    "unique",
    "reverse",
    "indent",
    "urlencode",
];

/// Returns a finding for a variable that does not exist.
pub(super) fn unknown_variable(name: &str, piece: &Piece, names: &[String]) -> Finding {
    let place = match position(name, piece) {
        Some(at) => piece.place(at..at + name.len()),
        None => Place::file(piece.source.file()),
    };
    Finding::error("unknown-variable", format!("there is no variable `{name}`"))
        .at(place)
        .hint(hint(name, names))
}

/// Names the variable that was probably meant, or all that could be. Within `event`, only what `event` has is compared:
/// the part that is the same would make everything look alike.
fn hint(name: &str, names: &[String]) -> String {
    // `registration['Which day?']`, as columns with odd names have to be written.
    let name = &name.replace(['[', ']', '"', '\''], ".").replace("..", ".");
    let name = name.trim_end_matches('.');
    let known = |group: &str| names.iter().any(|name| name == group);
    let (group, rest, of) = match name.rsplit_once('.') {
        Some((group, rest)) if known(group) => (format!("{group}."), rest, format!("{group}.")),
        // What a loop calls one of the list: there is one list.
        Some((one, rest)) if known("sessions") => {
            (format!("{one}."), rest, "sessions.".to_string())
        }
        _ => (String::new(), name, String::new()),
    };
    let members = || {
        let members = names.iter().filter_map(|name| name.strip_prefix(&of));
        members.filter(|member| !member.contains('.'))
    };
    match closest(rest, members()) {
        Some(meant) => format!("did you mean `{group}{meant}`?"),
        None => {
            let members: Vec<String> = members().map(|member| format!("{group}{member}")).collect();
            format!("the variables are {}", members.join(", "))
        }
    }
}

/// Returns where in the file of a piece an error is.
fn range(piece: &Piece, error: &minijinja::Error) -> Range<usize> {
    if let Some(range) = error.range() {
        return piece.offset + range.start..piece.offset + range.end;
    }
    let before = piece.source.text()[..piece.offset].matches('\n').count();
    let line = before + error.line().unwrap_or(1);
    let starts = piece.source.text().split_inclusive('\n').take(line - 1);
    let at = starts.map(str::len).sum();
    at..at
}

/// Returns the part of the line that a place underlines.
fn marked(place: &Place) -> String {
    let at = |characters: usize| {
        let mut indices = place.text.char_indices().map(|(at, _)| at);
        indices.nth(characters).unwrap_or(place.text.len())
    };
    place.text[at(place.column - 1)..at(place.column - 1 + place.width)].to_string()
}

/// Finds where a variable stands within the tags of a piece: the language tells its name, not its place.
fn position(name: &str, piece: &Piece) -> Option<usize> {
    let text = piece.source.text();
    let part_of_name = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
    let starts_at = |at: usize| {
        let (before, after) = (&text[..at], &text[at + name.len()..]);
        let opened = before.rfind("{{").max(before.rfind("{%"));
        let closed = before.rfind("}}").max(before.rfind("%}"));
        opened.is_some()
            && opened > closed
            && !before.ends_with(part_of_name)
            && !after.starts_with(part_of_name)
    };
    let found = text.match_indices(name).map(|(at, _)| at);
    found
        .filter(|at| *at >= piece.offset)
        .find(|at| starts_at(*at))
}
