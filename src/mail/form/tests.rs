use super::*;
use crate::mail::sample;

fn given(files: &[(&str, &str)]) -> Templates {
    let owned = |(name, text): &(&str, &str)| ((*name).to_string(), (*text).to_string());
    Templates::new(files.iter().map(owned))
}

fn words(files: &[(&str, &str)], values: &[(&str, &str)]) -> Result<Words> {
    let (kind, templates, event) = (Kind::confirmation()?, given(files), sample::event());
    let person = sample::person(values);
    let (variables, person) = (Variables::new(&event), Person::Registered(&person));
    let form = Form::new(&kind, &templates, &variables, Some(&person))?;
    form.fill(&variables.of(&person, true))
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
        .split_once("overflow-wrap:anywhere\">\n")
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
    let words = words(&files, &[("name", "<b>\"Bo\"</b>"), ("diet", "<script>")]).expect("good");
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
            "templates/confirmation.html:1:24+5: there is no variable `zebra` | the variables are name, calendar, event, venue, code, ticket, offer, status, registration, changes, release",
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
            "templates/confirmation.txt:4:11+4: cannot render this template: filter uper is unknown | did you mean `upper`?"
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
            "templates/confirmation.html:1:14+4: cannot render this template: filter safe is unknown | the filters are wrap, upper, lower, title, capitalize, trim, replace, default, join, length, first, last, sort, unique, reverse, indent, urlencode"
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
    let (kind, variables) = (
        Kind::confirmation().expect("a kind"),
        Variables::new(&sample::event()),
    );
    let templates = given(&[(
        "confirmation.txt",
        "Subject: Hi\n\n{{ registration.custom }}",
    )]);
    assert!(Form::new(&kind, &templates, &variables, None).is_ok());
}

#[test]
fn nothing_turns_the_escaping_of_html_off() {
    let files = [
        ("confirmation.txt", "Subject: Hi\n\nx"),
        (
            "confirmation.html",
            "{% autoescape false %}{{ name }}{% endautoescape %} {% include 'part.txt' %} {{ [name] }}",
        ),
        ("part.txt", "{{ name }}"),
    ];
    let words = words(&files, &[("name", "<b>")]).expect("good templates");
    assert_eq!(words.html, "&lt;b&gt; &lt;b&gt; [&#39;&lt;b&gt;&#39;]\n");
}

#[test]
fn a_slip_in_a_loop_or_an_include_is_answered_with_the_name_meant() {
    let include = "Subject: Hi\n\n{% include 'fot.html' %}";
    assert_eq!(
        wrong(&[("confirmation.txt", include), ("foot.html", "x")]),
        [
            "templates/confirmation.txt:3:4+18: cannot render this template: tried to include non-existing template 'fot.html' | did you mean \"foot.html\"?"
        ]
    );
    let filtered = "Subject: Hi\n\n{% for day in [event] %}{{ day.nme }}{% endfor %}";
    assert_eq!(
        wrong(&[("confirmation.txt", filtered)]),
        [
            "templates/confirmation.txt:3:28+7: cannot render this template: undefined value | the variables are name, calendar, event, venue, code, ticket, offer, status, registration, changes, release"
        ]
    );
}
