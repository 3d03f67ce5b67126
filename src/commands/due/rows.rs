use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::survey::Survey;
use crate::commands::context::Context;
use crate::due::{Mailing, reminders};
use crate::model::{Registration, Status};
use crate::output::{Format, List};

/// Returns what is due, and below it what will be.
pub(super) fn rows(survey: &Survey, context: &Context) -> List {
    let mut list = List::showing([
        ("when", true),
        ("due", false),
        ("what", true),
        ("count", true),
        ("why", true),
        ("codes", false),
    ]);
    let iso = context.screen.format() != Format::Table;
    let mut row = |when: Option<DateTime<Utc>>,
                   what: &str,
                   (count, why): (usize, &str),
                   codes: Vec<String>| {
        let zone = survey.event.zone;
        let text = match when {
            None if !iso => "now".to_string(),
            when => {
                let time = when.unwrap_or(survey.now).with_timezone(&zone);
                if iso {
                    time.to_rfc3339()
                } else {
                    time.format("%Y-%m-%d %H:%M").to_string()
                }
            }
        };
        list.push(vec![
            text.into(),
            when.is_none().into(),
            what.into(),
            count.into(),
            why.into(),
            codes.into(),
        ]);
    };
    let moves = &survey.moves;
    let all = [
        (&moves.noticed, "note", "were changed by hand"),
        (&moves.expired, "expire", "have let an offer run out"),
        (
            &moves.renewed,
            "renew",
            "were not told of their offer yet, and have longer to answer",
        ),
        (
            &moves.moved_up,
            "move up",
            "are first on the waiting list, and places are free",
        ),
        (
            &moves.offered,
            "offer",
            "are first on the waiting list, and places are free",
        ),
    ];
    for (codes, what, why) in all {
        if !codes.is_empty() {
            row(None, what, (codes.len(), why), codes.clone());
        }
    }
    for mailing in &survey.mailings {
        let codes = codes(mailing, survey);
        let what = format!("mail {}", mailing.kind.name());
        row(None, &what, (codes.len(), &mailing.why), codes);
    }
    for (when, keys) in &survey.retries {
        let codes: Vec<String> = keys.iter().map(|key| key.person.clone()).collect();
        let when = (*when > survey.now).then_some(*when);
        let why = "were put off by the mail server";
        row(when, "mail again", (codes.len(), why), codes);
    }
    for (why, people) in obstacles(survey) {
        row(None, "tell by hand", (people.len(), why), people);
    }
    if survey.without_code.0 > 0 {
        let why = "have no code, so no mail is written to them";
        row(
            None,
            "give a code",
            (survey.without_code.0, why),
            Vec::new(),
        );
    }
    for deletion in &survey.to_announce {
        let what = format!("announce {}", deletion.name());
        let count = survey
            .deletions
            .iter()
            .find(|(one, ..)| one == deletion)
            .map_or(0, |(_, count, _)| *count);
        row(None, &what, (count, "will be deleted then"), Vec::new());
    }
    later(survey, &mut row);
    list
}

/// Returns the same for a terminal that is too narrow for a table: a sentence each.
pub(super) fn sentences(rows: &List) -> String {
    let mut text = String::new();
    for row in rows.value().as_array().into_iter().flatten() {
        let cell = |key: &str| row[key].as_str().unwrap_or_default();
        text += &format!(
            "{}  {} ({}): {}\n",
            cell("when"),
            cell("what"),
            row["count"],
            cell("why")
        );
    }
    text
}

fn later(
    survey: &Survey,
    row: &mut impl FnMut(Option<DateTime<Utc>>, &str, (usize, &str), Vec<String>),
) {
    for reminder in reminders(&survey.event) {
        if reminder.at > survey.now {
            let why = format!("{} before the event", reminder.before);
            let coming = survey
                .list
                .iter()
                .filter(|one| one.status() == Some(Status::Confirmed) && one.address().is_some());
            row(
                Some(reminder.at),
                &format!("mail {}", reminder.kind),
                (coming.count(), &why),
                Vec::new(),
            );
        }
    }
    for (deletion, count, earliest) in &survey.deletions {
        let is_due = survey.to_delete.contains(deletion);
        if *count > 0 {
            let days = if deletion.days == 1 { "day" } else { "days" };
            let why = format!("{} {days} after the event", deletion.days);
            let when = (!is_due).then_some(*earliest);
            row(
                when,
                &format!("delete {}", deletion.extent),
                (*count, &why),
                Vec::new(),
            );
        }
    }
}

/// Returns whom mail cannot be written to, by what is in the way.
fn obstacles(survey: &Survey) -> BTreeMap<&'static str, Vec<String>> {
    let mut all: BTreeMap<_, Vec<String>> = BTreeMap::new();
    for one in &survey.unreachable {
        let code = survey.list.get(one.person).map_or("", Registration::code);
        all.entry(one.why).or_default().push(code.to_string());
    }
    all
}

fn codes(mailing: &Mailing, survey: &Survey) -> Vec<String> {
    let people = mailing.people.iter().filter_map(|at| survey.list.get(*at));
    people.map(Registration::code).map(str::to_string).collect()
}
