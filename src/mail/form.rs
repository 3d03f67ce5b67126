use minijinja::{Template, Value, context};

use super::built_in::LAYOUT;
use super::html::paragraphs;
use super::templates::{Templates, subject_of};
use super::variables::{Variables, names};
use super::{Kind, Person, blame, hostile};
use crate::error::{Error, Finding, Place, Result};
use crate::model::Registration;

/// The templates of one kind of mail, checked as far as they can be without a person to write to.
#[derive(Debug)]
pub(super) struct Form<'t> {
    templates: &'t Templates,
    subject: Template<'t, 't>,
    text: Template<'t, 't>,
    html: Html<'t>,
}

/// Where the HTML part of a mail comes from.
#[derive(Debug)]
enum Html<'t> {
    /// From a template that says the same as the text.
    Written(Template<'t, 't>),
    /// From the rendered text, put into the layout: the organisers wrote their own text and no HTML, and the built-in
    /// HTML would say something else.
    OfText(Template<'t, 't>),
}

/// A mail in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Words {
    pub(super) subject: String,
    pub(super) text: String,
    pub(super) html: String,
}

impl<'t> Form<'t> {
    /// Finds the templates of a kind. `somebody` is anyone it may go to; without anybody, what the templates say of
    /// columns is not checked.
    ///
    /// # Errors
    /// When there is no template, or a template has no subject line, a slip in its syntax or an unknown variable: all
    /// of these, each with its place.
    pub(super) fn new(
        kind: &Kind,
        templates: &'t Templates,
        variables: &Variables,
        somebody: Option<&Person<'_>>,
    ) -> Result<Self> {
        let name = kind.template(templates);
        let (txt, html) = (format!("{name}.txt"), format!("{name}.html"));
        let written = html_source(&txt, &html, templates)?;
        let html_name = if written { html.as_str() } else { LAYOUT };
        let subject_name = subject_of(&txt);
        let used = [subject_name.as_str(), txt.as_str(), html_name];

        let nobody = Registration::new(std::sync::Arc::default());
        let values = variables.of(somebody.unwrap_or(&Person::Registered(&nobody)), true);
        let known = names(&values);
        let mut findings = Vec::new();
        for name in used {
            match templates.template(name) {
                Ok(template) => {
                    let piece = templates.piece(name).filter(|piece| piece.given);
                    let mut unknown = unknown(&template, templates, &known);
                    unknown.retain(|name| somebody.is_some() || !name.starts_with("registration."));
                    unknown.retain(|name| !piece.is_some_and(|piece| piece.asks_for(name)));
                    findings.extend(piece.into_iter().flat_map(|piece| {
                        let finding = |name: &String| blame::unknown_variable(name, piece, &known);
                        unknown.iter().map(finding).collect::<Vec<_>>()
                    }));
                }
                Err(error) => findings.extend(error.findings),
            }
        }
        if !findings.is_empty() {
            return Err(Error::from_findings(findings));
        }
        let template = templates.template(html_name)?;
        Ok(Self {
            templates,
            subject: templates.template(&subject_name)?,
            text: templates.template(&txt)?,
            html: if written {
                Html::Written(template)
            } else {
                Html::OfText(template)
            },
        })
    }

    /// Fills in the variables of one person.
    ///
    /// # Errors
    /// When a template fails on them, with the place in the template.
    pub(super) fn fill(&self, values: &Value) -> Result<Words> {
        let render = |template: &Template<'_, '_>, values: Value| {
            let rendered = template.render(values.clone());
            rendered.map_err(|error| blame::template_error(&error, self.templates, &names(&values)))
        };
        let subject = render(&self.subject, values.clone())?;
        let text = hostile::tidy(&render(&self.text, values.clone())?);
        let html = match &self.html {
            Html::Written(template) => render(template, values.clone())?,
            Html::OfText(layout) => {
                let paragraphs = Value::from_safe_string(paragraphs(&text));
                render(layout, context! { paragraphs, ..values.clone() })?
            }
        };
        Ok(Words {
            subject: spaced(&subject),
            text,
            html: hostile::tidy(&html),
        })
    }
}

/// Returns a subject with one space between words: what stands between two encoded words is lost (RFC 2047, section 6.2).
fn spaced(subject: &str) -> String {
    let words = subject.trim().split(' ').filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// Tells whether the HTML part has a template of its own.
fn html_source(txt: &str, html: &str, templates: &Templates) -> Result<bool> {
    let Some(text) = templates.piece(txt) else {
        return Err(
            Error::new(format!("there is no template `{txt}`")).hint(format!(
                "write templates/{txt}; its first line is `Subject: …`"
            )),
        );
    };
    if templates.piece(&subject_of(txt)).is_none() {
        let finding = Finding::error("template", "this template has no subject")
            .at(text.source.place(0..0))
            .hint("begin it with a line `Subject: …` and a blank line after that");
        return Err(Error::from_findings(vec![finding]));
    }
    match templates.piece(html) {
        Some(piece) if piece.given && !text.given => {
            let finding = Finding::error(
                "template",
                format!("`{html}` has no text that goes with it"),
            )
            .at(Place::file(piece.source.file()))
            .hint(format!(
                "write templates/{txt} too: it has the subject, and many people read the text"
            ));
            Err(Error::from_findings(vec![finding]))
        }
        Some(piece) => Ok(piece.given == text.given),
        None => Ok(false),
    }
}

fn unknown(template: &Template<'_, '_>, templates: &Templates, names: &[String]) -> Vec<String> {
    let globals = templates.globals();
    let mut unknown: Vec<String> = template
        .undeclared_variables(true)
        .into_iter()
        .filter(|name| !names.contains(name))
        .filter(|name| !globals.contains(&name.split('.').next().unwrap_or_default()))
        .collect();
    unknown.sort();
    unknown
}

#[cfg(test)]
mod tests;
