use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use minijinja::value::ValueKind;
use minijinja::{AutoEscape, Environment, Template, UndefinedBehavior, escape_formatter};

use super::built_in::{KINDS, PARTS};
use super::rules::RULES;
use super::wrap::wrapped;
use super::{blame, html};
use crate::error::{Place, Source};
use crate::model::{Id, Subject};

/// The templates of all mails: the built-in ones, and those of the organisers that replace them.
///
/// Mails are rendered from templates; what people typed into a sign-up form is a value in them and never a template.
#[derive(Debug)]
pub struct Templates {
    /// Renders texts.
    text: Environment<'static>,
    /// Renders HTML. One of its own, so that whatever a page includes is escaped as well, and no tag turns that off.
    html: Environment<'static>,
    pieces: Arc<BTreeMap<String, Piece>>,
}

/// A part of a template file that is rendered by itself.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// The whole file.
    pub(super) source: Source,
    /// Where in the file the piece begins, in bytes.
    pub(super) offset: usize,
    /// Whether the organisers wrote it.
    pub(super) given: bool,
    /// Where it stands, if that is within another file.
    within: Option<Place>,
}

impl Piece {
    /// Returns where a range of its file stands.
    pub(super) fn place(&self, range: Range<usize>) -> Place {
        let place = || self.source.place(range);
        self.within.clone().unwrap_or_else(place)
    }

    /// Tells whether a variable is used only where it exists, as in `{% if speaker is defined %}`: some mails go to people
    /// who signed up and to people on the programme.
    pub(super) fn asks_for(&self, name: &str) -> bool {
        let variable = name.split('.').next().unwrap_or_default();
        [" is defined", " is not undefined"]
            .iter()
            .any(|test| self.code().contains(&format!("{variable}{test}")))
    }

    fn code(&self) -> &str {
        // The subject ends with its line; the body goes to the end of the file.
        let code = &self.source.text()[self.offset..];
        if self.offset == SUBJECT.len() {
            code.split('\n').next().unwrap_or_default()
        } else {
            code
        }
    }
}

const SUBJECT: &str = "Subject:";

impl Templates {
    /// Takes the organisers' templates as pairs of file name and content, as in `("confirmation.txt", …)`. Those that
    /// no mail uses are not looked at.
    pub fn new(given: impl IntoIterator<Item = (String, String)>) -> Self {
        Self::with_subjects(given, &[])
    }

    /// Takes as well the subjects that stand in `event.toml`. One for a kind goes before any template; one for all
    /// mails only before the built-in ones.
    pub fn with_subjects(
        given: impl IntoIterator<Item = (String, String)>,
        subjects: &[Subject],
    ) -> Self {
        let mut pieces = BTreeMap::new();
        for (name, text) in KINDS.into_iter().chain(PARTS) {
            add(&mut pieces, name, text, false);
        }
        for (name, text) in given {
            let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
            add(&mut pieces, &name, &text, true);
        }
        set_subjects(&mut pieces, subjects);
        let pieces = Arc::new(pieces);
        Self {
            text: environment(Arc::clone(&pieces), AutoEscape::None),
            html: environment(Arc::clone(&pieces), AutoEscape::Html),
            pieces,
        }
    }

    /// Returns the kinds of mail for which the organisers have written a text, besides those of plenary.
    pub(super) fn own_kinds(&self) -> impl Iterator<Item = &str> {
        let texts = self.pieces.iter().filter(|(_, piece)| piece.given);
        let names = texts.filter_map(|(name, _)| name.strip_suffix(".txt"));
        names
            .filter(|name| Id::parse(name).is_ok() && RULES.iter().all(|rules| rules.name != *name))
    }

    /// Returns the names of all kinds: plenary's own, then the organisers'.
    pub fn kinds(&self) -> impl Iterator<Item = &str> {
        let built_in = RULES.iter().map(|rules| rules.name);
        built_in.chain(self.own_kinds())
    }

    /// Tells whether the organisers' text of a kind begins with a subject.
    pub(super) fn begins_with_subject(&self, kind: &str) -> bool {
        let piece = self.pieces.get(&format!("{kind}.txt"));
        piece.is_some_and(|piece| piece.given && piece.offset > 0)
    }

    /// Returns the names of all templates.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.pieces.keys().map(String::as_str)
    }

    /// Returns a template as it stands in its file, to be copied to `templates/` and edited: the organisers' own if
    /// there is one, or else the built-in one. None if there is neither.
    ///
    /// One without a word in it does not count: whoever copies with `> templates/confirmation.txt` has emptied that file
    /// before anything is read.
    pub fn source(&self, name: &str) -> Option<&str> {
        let found = self.pieces.get(name).map(|piece| piece.source.text());
        let built_in = || KINDS.iter().find(|(known, _)| *known == name);
        found
            .filter(|text| !text.trim().is_empty())
            .or_else(|| built_in().map(|(_, text)| *text))
            .or(found)
    }

    pub(super) fn piece(&self, name: &str) -> Option<&Piece> {
        self.pieces.get(name)
    }

    pub(super) fn template(&self, name: &str) -> crate::error::Result<Template<'_, '_>> {
        let of_text = name.ends_with(".txt");
        let environment = if of_text { &self.text } else { &self.html };
        let template = environment.get_template(name);
        template.map_err(|error| blame::template_error(&error, self, &[]))
    }

    /// Returns the names that every template may use besides its variables.
    pub(super) fn globals(&self) -> Vec<&str> {
        let of_the_language = ["self", "super", "caller", "loop", "varargs", "kwargs"];
        let globals = self.html.globals().map(|(name, _)| name);
        globals.chain(of_the_language).collect()
    }
}

impl Default for Templates {
    /// Only the built-in ones.
    fn default() -> Self {
        Self::new([])
    }
}

/// Returns the name under which the subject line of a text template is rendered.
pub(super) fn subject_of(text_template: &str) -> String {
    format!("subject of {text_template}")
}

/// Adds a file; a text with a subject line becomes two pieces. They are parted before anything is filled in, so that
/// a line break in a value cannot move the border between them.
fn add(pieces: &mut BTreeMap<String, Piece>, name: &str, text: &str, given: bool) {
    let source = Source::new(&format!("templates/{name}"), text);
    let piece = |offset| Piece {
        source: source.clone(),
        offset,
        given,
        within: None,
    };
    pieces.remove(&subject_of(name));
    let body = text
        .strip_prefix(SUBJECT)
        .and_then(|rest| rest.find("\n\n"))
        .filter(|at| !text[SUBJECT.len()..SUBJECT.len() + at].contains('\n'))
        .map(|at| SUBJECT.len() + at + 2);
    if let Some(body) = body.filter(|_| name.ends_with(".txt")) {
        pieces.insert(subject_of(name), piece(SUBJECT.len()));
        pieces.insert(name.to_string(), piece(body));
    } else {
        pieces.insert(name.to_string(), piece(0));
    }
}

/// Puts the subjects of `event.toml` in the place of those that the texts begin with.
fn set_subjects(pieces: &mut BTreeMap<String, Piece>, subjects: &[Subject]) {
    let texts = pieces.keys().filter(|name| name.ends_with(".txt"));
    let texts: Vec<String> = texts.filter(|name| !name.contains(' ')).cloned().collect();
    for text in texts {
        let kind = text.trim_end_matches(".txt");
        let of = |kind: Option<&str>| {
            let mut subjects = subjects.iter();
            subjects.find(|subject| subject.kind.as_deref() == kind)
        };
        let own = pieces.get(&subject_of(&text));
        let own = own.is_some_and(|subject| subject.given);
        if let Some(subject) = of(Some(kind)).or_else(|| of(None).filter(|_| !own)) {
            let piece = Piece {
                source: Source::new(&subject.place.file, &subject.text),
                offset: 0,
                given: true,
                within: Some(subject.place.clone()),
            };
            pieces.insert(subject_of(&text), piece);
        }
    }
}

fn environment(pieces: Arc<BTreeMap<String, Piece>>, always: AutoEscape) -> Environment<'static> {
    let mut environment = Environment::new();
    let in_html = matches!(always, AutoEscape::Html);
    environment.set_loader(move |name| {
        let piece = pieces.get(name);
        Ok(piece.map(|piece| piece.code().to_string()))
    });
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(move |_| always.clone());
    if in_html {
        // Whatever `autoescape` says: every value may have been typed by a stranger. And minijinja escapes the slash as
        // well, and a link full of `&#x2f;` looks like a disguise to filters of mail.
        environment.set_formatter(|out, state, value| match value.kind() {
            ValueKind::Undefined | ValueKind::None | ValueKind::Bool | ValueKind::Number => {
                escape_formatter(out, state, value)
            }
            _ if value.is_safe() => Ok(out.write_str(&value.to_string())?),
            _ => Ok(out.write_str(&html::escaped(&value.to_string()))?),
        });
    }
    environment.add_filter("wrap", |text: &str| wrapped(text));
    // Switches the escaping off for a value.
    environment.remove_filter("safe");
    environment.set_debug(false);
    environment
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_template_is_parted_at_its_subject_line() {
        let text = "\u{feff}Subject: Hello {{ name }}\r\n\r\nBody\r\n";
        let templates = Templates::new([("confirmation.txt".to_string(), text.to_string())]);
        let code = |name: &str| templates.piece(name).map(Piece::code);
        assert_eq!(
            code(&subject_of("confirmation.txt")),
            Some(" Hello {{ name }}")
        );
        assert_eq!(code("confirmation.txt"), Some("Body\n"));
    }

    #[test]
    fn a_text_without_subject_stays_whole_and_displaces_the_built_in_subject() {
        for text in ["Hello", "Subject: a\nb\n\nc", "Subject: a"] {
            let templates = Templates::new([("confirmation.txt".to_string(), text.to_string())]);
            assert!(templates.piece(&subject_of("confirmation.txt")).is_none());
        }
    }
}
