use minijinja::value::Value;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, escape_formatter};

use crate::error::{Error, Place, Result, Source, closest};

/// The page, and its style.
pub(super) const PAGE: &str = "index.html";
pub(super) const STYLE: &str = "index.css";

const BUILT_IN: [(&str, &str); 2] = [
    (PAGE, include_str!("templates/index.html")),
    (STYLE, include_str!("templates/index.css")),
];

/// The templates of pages: the built-in ones, and those of the organisers that replace them.
#[derive(Debug)]
pub struct Templates {
    environment: Environment<'static>,
    texts: Vec<(String, String)>,
    own: bool,
}

impl Templates {
    /// Takes the organisers' templates as pairs of file name and content, as in `("index.html", …)`. Those that no
    /// page uses can be included by the others.
    ///
    /// # Errors
    /// When one of them is no template, with the place.
    pub fn new(given: impl IntoIterator<Item = (String, String)>) -> Result<Self> {
        let mut templates = Self {
            environment: environment(),
            texts: Vec::new(),
            own: false,
        };
        let built_in = BUILT_IN.map(|(name, text)| (name.to_string(), text.to_string()));
        // Mails have their own rules for what is in the same folder.
        let given = given
            .into_iter()
            .filter(|(name, _)| name == PAGE || name == STYLE);
        let given: Vec<_> = given.collect();
        templates.own = !given.is_empty();
        for (name, text) in built_in.into_iter().chain(given) {
            let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
            templates.texts.retain(|(known, _)| *known != name);
            templates.texts.push((name.clone(), text.clone()));
            let added = templates.environment.add_template_owned(name, text);
            added.map_err(|error| templates.blame(&error))?;
        }
        Ok(templates)
    }

    /// Returns the template that a file was probably meant to replace, if its name is nearly that of one.
    pub fn meant_by(name: &str) -> Option<&'static str> {
        let known = [PAGE, STYLE];
        closest(name, known).filter(|_| !known.contains(&name))
    }

    /// Tells whether the organisers wrote any of them.
    pub(super) fn are_own(&self) -> bool {
        self.own
    }

    pub(super) fn render(&self, name: &str, values: &Value) -> Result<String> {
        let template = self.environment.get_template(name);
        let rendered = template.and_then(|template| template.render(values));
        rendered.map_err(|error| self.blame(&error))
    }

    /// Returns what is wrong with a template, and where.
    fn blame(&self, error: &minijinja::Error) -> Error {
        let name = error.name().unwrap_or_default();
        let detail = error
            .detail()
            .map_or_else(|| error.kind().to_string(), ToString::to_string);
        let text = self.texts.iter().find(|(known, _)| known == name);
        let blamed = Error::new(format!("the template {name} cannot be used: {detail}"));
        let blamed = match (text, error.line()) {
            (Some((_, text)), Some(line)) => blamed.at(place(name, text, line)),
            _ => blamed,
        };
        blamed.hint(format!(
            "correct templates/{name}, or take it away to use the built-in one"
        ))
    }
}

fn place(name: &str, text: &str, line: usize) -> Place {
    let source = Source::new(&format!("templates/{name}"), text);
    let line = line.max(1) - 1;
    let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    let length = text[start..].lines().next().map_or(0, str::len);
    source.place(start..start + length)
}

fn environment() -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|name| {
        if name == STYLE {
            AutoEscape::None
        } else {
            AutoEscape::Html
        }
    });
    // Whatever the template says, values are escaped in a page: some were typed by strangers. `none` is blank.
    environment.set_formatter(|out, state, value| match value.as_str() {
        Some(text) if state.name() != STYLE && !value.is_safe() => Ok(escape(out, text)?),
        _ => escape_formatter(out, state, value),
    });
    environment.remove_filter("safe");
    environment
}

/// Escapes what has a meaning in HTML text and in quoted attributes; characters that no page may hold are left out.
fn escape(out: &mut minijinja::Output<'_>, text: &str) -> std::fmt::Result {
    let mut plain = 0;
    for (at, c) in text.char_indices() {
        let instead = match c {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' => "&quot;",
            '\'' => "&#39;",
            '\n' | '\t' => continue,
            c if c.is_control() || is_noncharacter(c) => "",
            _ => continue,
        };
        out.write_str(&text[plain..at])?;
        out.write_str(instead)?;
        plain = at + c.len_utf8();
    }
    out.write_str(&text[plain..])
}

/// Tells whether Unicode keeps a code point from ever being a character (HTML, section 13.2.3.5).
fn is_noncharacter(c: char) -> bool {
    let code = u32::from(c);
    code & 0xfffe == 0xfffe || (0xfdd0..=0xfdef).contains(&code)
}
