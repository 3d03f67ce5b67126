use std::collections::HashMap;

use super::post::{Past, Post};
use super::recipients::Recipients;
use crate::agenda::{Change, Programme, UNTITLED, concerning, differences};
use crate::calendar::{Entry, EntryStatus};
use crate::commands::context::Context;
use crate::error::{Error, Result};
use crate::mail::{Fate, Kind, Knowledge, Notice, Person};
use crate::model::{Condition, Conference, Id, MailKey, Release, Session, Status};
use crate::store::Mode;

/// Returns who has to be told of what: who takes part in a session that changed since the release they know, and where
/// the event wants it everybody who is confirmed.
pub(super) fn notices<'p>(
    kind: &Kind,
    recipients: &Recipients,
    (post, past): (&'p Post, &Past),
) -> Result<Vec<(Person<'p>, Notice)>> {
    let releases = post.folder.releases()?;
    let Some(latest) = releases.last() else {
        return Err(Error::new("there is no release, so nothing has changed")
            .hint("make one with `plenary agenda release -m \"First agenda\"`"));
    };
    let programme = post.programme()?;
    let conference = latest.conference(programme);
    let now = Programme::from(&conference);
    let discretion = post.discretion();
    let since = releases.iter().map(|release| {
        let before = Programme::from(release);
        let changes = differences(&before, &now).into_iter();
        let changes: Vec<Change> = changes.map(|change| change.told_with(discretion)).collect();
        (release.number, (release, before, changes))
    });
    let told = Told {
        knowledge: Knowledge::new(&past.standing, &releases, kind),
        since: since.collect(),
        latest,
        conference: &conference,
        now: now.clone(),
    };
    let mut known = told.knowledge.numbers();
    if let Some(lost) = known.find(|known| !told.since.contains_key(known)) {
        let message =
            format!("release {lost}, about which people were written to, is not in releases/");
        return Err(Error::new(message)
            .hint("take its file back from a copy or from git: without it nobody can say what has changed for them"));
    }
    let wanted = |id: &str| recipients.to.is_empty() || recipients.to.iter().any(|to| to == id);
    let mut list = Vec::new();
    let speakers = programme
        .speakers
        .iter()
        .filter(|one| wanted(one.id.as_str()));
    for speaker in speakers.filter(|_| recipients.conditions.is_empty()) {
        let person = Person::Speaker(speaker, programme);
        list.extend(
            told.notice(&person, Some(&speaker.id))
                .map(|notice| (person, notice)),
        );
    }
    if post.event.mail.tell_everybody {
        let conditions = Condition::parse_all(&recipients.conditions)?;
        let confirmed = Condition::select(&conditions, &post.registrations)?.into_iter();
        let confirmed = confirmed.filter(|one| one.status() == Some(Status::Confirmed));
        // Whoever speaks has signed up too, perhaps: one mail to the same name at the same address is enough.
        let mailbox = |person: &Person<'_>| {
            (
                person.name().trim().to_lowercase(),
                person.email().trim().to_lowercase(),
            )
        };
        let written: Vec<_> = list.iter().map(|(person, _)| mailbox(person)).collect();
        for one in confirmed.filter(|one| wanted(one.code())) {
            let person = Person::Registered(one);
            let notice = told.notice(&person, None);
            list.extend(
                notice
                    .filter(|_| !written.contains(&mailbox(&person)))
                    .map(|notice| (person, notice)),
            );
        }
    }
    Ok(list)
}

struct Told<'a> {
    knowledge: Knowledge,
    /// Each release with what has changed since.
    since: HashMap<u32, (&'a Release, Programme<'a>, Vec<Change>)>,
    latest: &'a Release,
    /// As it was released last, with people as they want to be named now.
    conference: &'a Conference,
    now: Programme<'a>,
}

impl Told<'_> {
    /// Returns what somebody has to be told; none if nothing changed for them. Without a speaker's id it is everything.
    fn notice(&self, person: &Person<'_>, speaker: Option<&Id>) -> Option<Notice> {
        let known = self.knowledge.release(person);
        let (release, before, all) = self.since.get(&known)?;
        let changes = match speaker {
            Some(id) => concerning(id, all, before, &self.now),
            None => all.clone(),
        };
        if changes.is_empty() {
            return None;
        }
        let entries = changes
            .iter()
            .filter_map(|change| self.entry(change, release, speaker));
        Some(Notice {
            release: self.latest.number,
            message: self.latest.message.clone(),
            changes: changes.iter().flat_map(Change::sentences).collect(),
            entries: entries.collect(),
            calendar: (self.conference.event.name.clone(), self.latest.zone),
        })
    }

    /// Returns what a calendar has to know of a change; none for a session that never had a time.
    fn entry(&self, change: &Change, known: &Release, speaker: Option<&Id>) -> Option<Entry> {
        let was = known.session(&change.session).map(|frozen| &frozen.session);
        let is = self.conference.session(&change.session);
        let part = |session: &Session| {
            speaker.is_none_or(|speaker| session.people().any(|id| id == speaker))
        };
        let on = is.filter(|session| session.start.is_some() && part(session));
        // Its number only has to be greater than any before, and each release has a greater one.
        let number = self.latest.number;
        match on {
            Some(session) => Entry::session(self.conference, session, number),
            None => {
                let off = Entry::session(self.conference, was.filter(|one| part(one))?, number)?;
                Some(Entry {
                    status: EntryStatus::Cancelled,
                    summary: if change.title == UNTITLED {
                        UNTITLED.to_string()
                    } else {
                        off.summary
                    },
                    ..off
                })
            }
        }
    }
}

/// Takes drafts about earlier releases out of the outbox: what is drafted now says all of it, or nothing changed after
/// all. What may have been sent stays.
pub(super) fn remove_outdated(
    kind: &Kind,
    (post, past): (&Post, &Past),
    context: &mut Context,
) -> Result<()> {
    let latest = post
        .folder
        .latest_release()?
        .map_or(0, |latest| latest.number);
    let outdated = |key: &MailKey| {
        let free = matches!(past.standing.fate(key), Fate::Free | Fate::Deferred);
        key.kind == *kind.name() && key.revision < latest && free
    };
    for key in post.waiting()?.0.iter().filter(outdated) {
        let name = format!("{key}.eml");
        if context.mode() == Mode::DryRun {
            continue;
        }
        post.folder.remove_draft(&name)?;
        context
            .screen
            .remark(&format!("{name} was out of date and is removed."));
    }
    Ok(())
}
