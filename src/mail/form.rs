use minijinja::{Template, Value, context};

use super::html::paragraphs;
use super::templates::{LAYOUT, Templates, subject_of};
use super::{Kind, blame, hostile, variables};
use crate::error::{Error, Finding, Place, Result};
use crate::model::{Event, Registration};

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
    /// Finds the templates of a kind. `somebody` may be blank, but has the columns that templates can use; without
    /// anybody, what they say of columns is not checked.
    ///
    /// # Errors
    /// When there is no template, or a template has no subject line, a slip in its syntax or an unknown variable: all
    /// of these, each with its place.
    pub(super) fn new(
        kind: &Kind,
        templates: &'t Templates,
        event: &Event,
        somebody: Option<&Registration>,
    ) -> Result<Self> {
        let (txt, html) = (
            format!("{}.txt", kind.name()),
            format!("{}.html", kind.name()),
        );
        let written = html_source(&txt, &html, templates)?;
        let html_name = if written { html.as_str() } else { LAYOUT };
        let subject_name = subject_of(&txt);
        let used = [subject_name.as_str(), txt.as_str(), html_name];

        let mut findings = Vec::new();
        for name in used {
            match templates.template(name) {
                Ok(template) => {
                    let piece = templates.piece(name).filter(|piece| piece.given);
                    let nobody = Registration::new(std::sync::Arc::default());
                    let values = variables::variables(event, somebody.unwrap_or(&nobody));
                    let names = variables::names(&values);
                    let mut unknown = unknown(&template, templates, &names);
                    unknown.retain(|name| somebody.is_some() || !name.starts_with("registration."));
                    findings.extend(piece.into_iter().flat_map(|piece| {
                        let finding = |name: &String| blame::unknown_variable(name, piece, &names);
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
            rendered.map_err(|error| {
                blame::template_error(&error, self.templates, &variables::names(&values))
            })
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
            subject: subject.trim().to_string(),
            text,
            html: hostile::tidy(&html),
        })
    }
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
mod tests {
    use super::*;
    use crate::mail::sample;

    fn given(files: &[(&str, &str)]) -> Templates {
        let owned = |(name, text): &(&str, &str)| ((*name).to_string(), (*text).to_string());
        Templates::new(files.iter().map(owned))
    }

    fn words(files: &[(&str, &str)], values: &[(&str, &str)]) -> Result<Words> {
        let (kind, templates, event) =
            (Kind::named("confirmation")?, given(files), sample::event());
        let person = sample::person(values);
        let form = Form::new(&kind, &templates, &event, Some(&person))?;
        form.fill(&variables::variables(&event, &person))
    }

    /// Returns rule, message, place and hint of everything that is wrong.
    fn wrong(files: &[(&str, &str)]) -> Vec<String> {
        let error = words(files, &[]).expect_err("a bad template");
        assert_eq!(error.exit, crate::error::Exit::CouldNotRun);
        let findings = error.findings.iter().map(|finding| {
            let place = &finding.places[0];
            let Place {
                file,
                line,
                column,
                width,
                ..
            } = place;
            let hint = finding.hint.as_deref().unwrap_or("-");
            format!(
                "{file}:{line}:{column}+{width}: {} | {hint}",
                finding.message
            )
        });
        findings.collect()
    }

    #[test]
    fn the_organisers_text_makes_the_html_too() {
        let text = "Subject: {{ name }}, hello\n\nCode <{{ code }}>,\n{{ registration.note }}\n\nhttps://a.example/x.\n";
        let words = words(
            &[("confirmation.txt", text)],
            &[("note", "{{ 7*7 }} <b>\r\n& 'q'")],
        )
        .expect("good templates");
        assert_eq!(words.subject, "Ada Example, hello");
        assert_eq!(
            words.text,
            "Code <krt-mwxb>,\n{{ 7*7 }} <b>\n& 'q'\n\nhttps://a.example/x.\n"
        );
        let (_, body) = words
            .html
            .split_once("line-height:1.5\">\n")
            .expect("a body");
        assert_eq!(
            body,
            "<p>Code &lt;krt-mwxb&gt;,<br>\n{{ 7*7 }} &lt;b&gt;<br>\n&amp; &#39;q&#39;</p>\n\
             <p><a href=\"https://a.example/x\">https://a.example/x</a>.</p>\n</body>\n</html>\n"
        );
    }

    #[test]
    fn the_organisers_html_is_escaped_and_may_include_their_files() {
        let files = [
            ("confirmation.txt", "Subject: Hi\n\nHi {{ name }}\n"),
            (
                "confirmation.html",
                "<p>{{ name }}</p>{% include \"foot.html\" %}\n",
            ),
            ("foot.html", "<i>{{ registration.diet }}</i>\n"),
            ("agenda.html", "{% this is never looked at"),
        ];
        let words =
            words(&files, &[("name", "<b>\"Bo\"</b>"), ("diet", "<script>")]).expect("good");
        assert_eq!(words.text, "Hi <b>\"Bo\"</b>\n");
        assert_eq!(
            words.html,
            "<p>&lt;b&gt;&quot;Bo&quot;&lt;/b&gt;</p><i>&lt;script&gt;</i>\n"
        );
    }

    #[test]
    fn an_unknown_variable_is_shown_where_it_stands_with_the_one_meant() {
        let files = [
            (
                "confirmation.txt",
                "Subject: To {{ nam }}\r\n\r\nevent.titel {{ event.titel }}\r\n{% if registration.diett %}x{% endif %}",
            ),
            ("confirmation.html", "é{{ venue.adress }} {{ zebra }}"),
        ];
        assert_eq!(
            wrong(&files),
            [
                "templates/confirmation.txt:1:16+3: there is no variable `nam` | did you mean `name`?",
                "templates/confirmation.txt:3:16+11: there is no variable `event.titel` | the variables are event.id, event.name, event.dates, event.hours, event.summary, event.url, event.contact, event.organiser",
                "templates/confirmation.txt:4:7+18: there is no variable `registration.diett` | did you mean `registration.diet`?",
                "templates/confirmation.html:1:5+12: there is no variable `venue.adress` | did you mean `venue.address`?",
                "templates/confirmation.html:1:24+5: there is no variable `zebra` | the variables are name, code, ticket, status, event, venue, registration",
            ]
        );
    }

    #[test]
    fn a_slip_in_the_syntax_is_shown_where_it_stands() {
        let syntax = "Subject: Hi\n\nHello\n{% if name %}\n{{ name | uper }}\n";
        assert_eq!(
            wrong(&[("confirmation.txt", syntax)]),
            [
                "templates/confirmation.txt:5:16+2: cannot render this template: unexpected end of input, expected end of block | -"
            ]
        );
        let filter = "Subject: Hi\n\nHello\n{{ name | uper }}\n";
        assert_eq!(
            wrong(&[("confirmation.txt", filter)]),
            [
                "templates/confirmation.txt:4:11+4: cannot render this template: filter uper is unknown | -"
            ]
        );
        let safe = "<p>{{ name | safe }}";
        let files = [
            ("confirmation.txt", "Subject: Hi\n\nx"),
            ("confirmation.html", safe),
        ];
        assert_eq!(
            wrong(&files),
            [
                "templates/confirmation.html:1:14+4: cannot render this template: filter safe is unknown | -"
            ]
        );
        let included = [
            ("confirmation.txt", "Subject: Hi\n\n{% include 'a.txt' %}"),
            ("a.txt", "\n{{ event.nme }}"),
        ];
        assert_eq!(
            wrong(&included),
            [
                "templates/a.txt:2:4+9: cannot render this template: undefined value | did you mean `event.name`?"
            ]
        );
        let column = "Subject: Hi\n\n{{ registration['diett'] }}";
        assert_eq!(
            wrong(&[("confirmation.txt", column)]),
            [
                "templates/confirmation.txt:3:4+21: cannot render this template: undefined value | did you mean `registration.diet`?"
            ]
        );
    }

    #[test]
    fn a_template_without_subject_or_text_is_refused() {
        assert_eq!(
            wrong(&[("confirmation.txt", "Hello")]),
            [
                "templates/confirmation.txt:1:1+1: this template has no subject | begin it with a line `Subject: …` and a blank line after that"
            ]
        );
        assert_eq!(
            wrong(&[("confirmation.html", "Hello")]),
            [
                "templates/confirmation.html:1:1+0: `confirmation.html` has no text that goes with it | write templates/confirmation.txt too: it has the subject, and many people read the text"
            ]
        );
    }

    #[test]
    fn without_anybody_columns_are_not_checked() {
        let (kind, event) = (
            Kind::named("confirmation").expect("a kind"),
            sample::event(),
        );
        let templates = given(&[(
            "confirmation.txt",
            "Subject: Hi\n\n{{ registration.custom }}",
        )]);
        assert!(Form::new(&kind, &templates, &event, None).is_ok());
    }
}
