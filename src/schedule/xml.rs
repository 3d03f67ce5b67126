use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::error::{Error, Result, Source};

/// An element of an XML document, without the white space around its text.
#[derive(Clone, Debug, Default)]
pub(super) struct Element {
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    pub(super) text: String,
    pub(super) children: Vec<Self>,
    /// Where it begins, in bytes.
    pub(super) at: usize,
}

/// Deeper than this no schedule is; a hostile one must not use up the stack.
const DEEPEST: usize = 64;

impl Element {
    /// Returns an attribute; blank if absent.
    pub(super) fn attribute(&self, name: &str) -> &str {
        let found = self.attributes.iter().find(|(key, _)| key == name);
        found.map_or("", |(_, value)| value)
    }

    /// Returns the children of a name.
    pub(super) fn all<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Self> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// Returns the text of the first child of a name; blank if there is none.
    pub(super) fn of(&self, name: &str) -> &str {
        let found = self.children.iter().find(|child| child.name == name);
        found.map_or("", |child| child.text.trim())
    }
}

/// Reads a document (XML 1.0) and returns its root. Entities that a document defines itself are left out: nothing that
/// is written by a program has them, and they can be made to fill the memory.
///
/// # Errors
/// When the document is not well-formed, with the place.
pub(super) fn read(name: &str, text: &str) -> Result<Element> {
    let mut reader = Reader::from_str(text);
    let mut open: Vec<Element> = vec![Element::default()];
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(text.len());
        let fault = |cause: &dyn std::fmt::Display| {
            let place = Source::new(name, text).place(at..at + 1);
            Error::new(format!("`{name}` is no XML: {cause}")).at(place)
        };
        let event = reader.read_event().map_err(|cause| fault(&cause))?;
        let depth = open.len();
        let Some(parent) = open.last_mut() else { break };
        match event {
            Event::Start(start) => {
                if depth > DEEPEST {
                    return Err(fault(&"it is nested too deeply"));
                }
                open.push(element(&start, at));
            }
            Event::Empty(start) => parent.children.push(element(&start, at)),
            Event::End(_) => {
                let closed = open.pop().unwrap_or_default();
                if let Some(parent) = open.last_mut() {
                    parent.children.push(closed);
                }
            }
            Event::Text(part) => parent.text.push_str(&part),
            Event::CData(part) => parent.text.push_str(&part),
            Event::GeneralRef(reference) => {
                let known = format!("&{};", &*reference);
                if let Ok(text) = quick_xml::escape::unescape(&known) {
                    parent.text.push_str(&text);
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let mut roots = open.swap_remove(0).children;
    match (open.is_empty(), roots.pop()) {
        (true, Some(root)) => Ok(root),
        _ => Err(
            Error::new(format!("`{name}` is no XML: it ends in the middle"))
                .hint("export it again; perhaps it was cut off on the way"),
        ),
    }
}

fn element(start: &BytesStart<'_>, at: usize) -> Element {
    let mut attributes = start.attributes();
    let attributes = attributes.with_checks(false).flatten().map(|attribute| {
        let value = attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .unwrap_or_default()
            .trim()
            .to_string();
        (text_of(attribute.key.as_ref()), value)
    });
    Element {
        name: text_of(start.local_name().as_ref()),
        attributes: attributes.collect(),
        at,
        ..Element::default()
    }
}

fn text_of(name: impl AsRef<[u8]>) -> String {
    String::from_utf8_lossy(name.as_ref()).into_owned()
}
