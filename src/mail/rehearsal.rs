use std::sync::Arc;

use chrono::DateTime;

use super::rules::RULES;
use super::{Example, Kind, Notice, Person, Setting, Standing, Stationery, Templates};
use crate::error::{Error, Finding, Place, Result, closest, did_you_mean};
use crate::model::{Columns, Discretion, Event, Id, Lapse, Told};

/// Writes every kind of mail to people who do not exist, once with all answers blank and once with all given, and returns
/// what is wrong with the templates: before the night on which they are needed.
pub fn rehearse(
    about: (&Event, &Discretion),
    templates: &Templates,
    columns: &Arc<Columns>,
) -> Vec<Finding> {
    let (event, _) = about;
    let mut findings = names(event, templates);
    for name in templates.kinds() {
        let Ok(kind) = Id::parse(name).map(|name| Kind::of(&name)) else {
            continue;
        };
        for finding in of_kind(&kind, about, templates, columns) {
            if !findings.contains(&finding) {
                findings.push(finding);
            }
        }
    }
    findings
}

/// Returns what is wrong with one kind.
fn of_kind(
    kind: &Kind,
    about: (&Event, &Discretion),
    templates: &Templates,
    columns: &Arc<Columns>,
) -> Vec<Finding> {
    let (event, _) = about;
    let to = |speaker: bool| {
        let mut findings = Vec::new();
        for answer in ["", "An answer"] {
            let written = Example::new(event, columns, answer).and_then(|example| {
                let person = if speaker {
                    example.speaker()
                } else {
                    example.registered()
                };
                write(kind, &person, about, templates)
            });
            findings.extend(written.err().into_iter().flat_map(|error| error.findings));
        }
        findings
    };
    if kind.is_of_changes() {
        // It goes to speakers, and to everybody only on request.
        let everybody = event.mail.tell_everybody;
        let mut findings = to(true);
        findings.extend(everybody.then(|| to(false)).into_iter().flatten());
        return findings;
    }
    match kind.is_for_speakers() {
        Some(speaker) => to(speaker),
        // To whom the organisers will send it, nobody knows yet.
        None => {
            let text = templates.source(&format!("{}.txt", kind.name()));
            let of_speakers =
                text.is_some_and(|text| text.contains("sessions") || text.contains("speaker"));
            let wrong = to(of_speakers);
            if wrong.is_empty() || to(!of_speakers).is_empty() {
                return Vec::new();
            }
            wrong
        }
    }
}

fn write(
    kind: &Kind,
    person: &Person<'_>,
    (event, discretion): (&Event, &Discretion),
    templates: &Templates,
) -> Result<()> {
    let setting = Setting {
        event,
        templates,
        standing: &Standing::default(),
        told: &Told::next(None, event, 0),
        discretion,
        now: DateTime::UNIX_EPOCH,
    };
    let stationery = Stationery::new(kind, &setting, Some(person))?;
    let composed = if kind.is_of_changes() {
        let notice = Notice {
            release: 1,
            changes: vec!["\"Opening\" begins at 10:30.".to_string()],
            ..Notice::default()
        };
        stationery.compose_notice(person, &notice)?
    } else {
        stationery.compose(person, 1)?
    };
    let file = format!("{}.txt", kind.template(templates));
    let place = templates.piece(&file).filter(|piece| piece.given);
    let whole = |(_, finding): (&str, Finding)| {
        let place = place.map(|piece| Place::file(piece.source.file()));
        Error::from_findings(vec![finding.maybe_at(place)])
    };
    composed.map(|_| ()).map_err(whole)
}

/// Returns a finding for the text of a reminder that no `[[reminder]]` sends: `reminder-3-days.txt` belongs to `before = "3
/// days"`.
fn unused_reminder(
    name: &str,
    lapse: &str,
    event: &Event,
    templates: &Templates,
) -> Option<Finding> {
    let word = |lapse: &Lapse| lapse.to_string().replace(' ', "-");
    let used: Vec<String> = event
        .reminders
        .iter()
        .map(|one| word(&one.before))
        .collect();
    if event.reminders.is_empty() || used.iter().any(|word| word == lapse) {
        return None;
    }
    let piece = templates.piece(&format!("{name}.txt"))?;
    let message = format!("no [[reminder]] of event.toml sends `{name}`");
    let before = lapse.replace('-', " ");
    let hint = match Lapse::parse(&before) {
        // Two words for one length: a week is seven days.
        Ok(lapse) if used.contains(&word(&lapse)) => {
            format!("name the file `reminder-{}.txt`", word(&lapse))
        }
        Ok(_) => format!(
            "write a [[reminder]] with before = \"{before}\", or send it yourself: `plenary mail send {name}`"
        ),
        Err(_) => {
            let meant = closest(lapse, used.iter().map(String::as_str))?;
            format!(
                "did you mean `reminder-{meant}.txt`? It is sent only by hand: `plenary mail send {name}`"
            )
        }
    };
    Some(
        Finding::warning("unused-template", message)
            .at(Place::file(piece.source.file()))
            .hint(hint),
    )
}

/// Returns names that are probably not meant, and subjects that are written twice.
fn names(event: &Event, templates: &Templates) -> Vec<Finding> {
    let mut findings = Vec::new();
    let own = RULES.iter().map(|rules| rules.name);
    for name in templates.own_kinds() {
        if let Some(lapse) = name.strip_prefix("reminder-") {
            findings.extend(unused_reminder(name, lapse, event, templates));
        }
        let familiar = RULES.iter().any(|rules| {
            let rest = name.strip_prefix(rules.name);
            rest.is_some_and(|rest| rest.starts_with('-'))
        });
        let Some(meant) = closest(name, own.clone()).filter(|_| !familiar) else {
            continue;
        };
        let place = templates.piece(&format!("{name}.txt"));
        let message =
            format!("`{name}` is a kind of mail of its own, to everybody who is confirmed");
        let finding = Finding::warning("similar-kind", message)
            .maybe_at(place.map(|piece| Place::file(piece.source.file())))
            .hint(format!(
                "name the file `{meant}.txt` if that is meant, or `{meant}-….txt` for one more with the same rules"
            ));
        findings.push(finding);
    }
    for subject in &event.mail.subjects {
        let Some(kind) = &subject.kind else { continue };
        if !templates.kinds().any(|known| known == kind) {
            let message = format!("there is no kind of mail `{kind}`");
            let finding = Finding::warning("unknown-kind", message)
                .at(subject.place.clone())
                .maybe_hint(did_you_mean(kind, templates.kinds()));
            findings.push(finding);
        } else if templates.begins_with_subject(kind) {
            let message = format!("templates/{kind}.txt has a subject too, which is not used");
            let finding = Finding::warning("two-subjects", message)
                .at(subject.place.clone())
                .hint("take one of them out");
            findings.push(finding);
        }
    }
    findings
}
