use std::collections::HashSet;

use super::answer::Answer;
use super::entries::{Entry, SpeakerFile};
use super::ladder;
use crate::import::{clean, name};
use crate::model::{Id, Speaker};

/// What an import of speakers does with one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpeakerVerdict {
    /// Somebody new.
    Added,
    /// Somebody known of whom the file says more or other things, which are taken.
    Updated,
    /// Somebody known of whom the file says more or other things; ours stay.
    Differs,
    /// Somebody known of whom the file says nothing else.
    Unchanged,
    /// Somebody who stands in the files before.
    Repeated,
    /// Nobody, and why.
    Rejected,
    /// Nothing.
    Blank,
}

impl SpeakerVerdict {
    /// All of them, in the order of a report.
    pub const ALL: [Self; 7] = [
        Self::Added,
        Self::Updated,
        Self::Differs,
        Self::Unchanged,
        Self::Repeated,
        Self::Rejected,
        Self::Blank,
    ];

    /// Returns the word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Updated => "updated",
            Self::Differs => "differs",
            Self::Unchanged => "unchanged",
            Self::Repeated => "repeated",
            Self::Rejected => "rejected",
            Self::Blank => "blank",
        }
    }
}

/// What became of one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpeakerOutcome {
    /// The line in which it begins; in JSON which entry it is. From 1.
    pub line: usize,
    /// What became of it.
    pub verdict: SpeakerVerdict,
    /// Whom it is about.
    pub id: Option<Id>,
    /// What the file calls them.
    pub name: String,
    /// What the file says otherwise, as keys of `speakers.toml`.
    pub fields: Vec<&'static str>,
    /// Speakers who may be the same person.
    pub maybe: Vec<Id>,
    /// Why it was rejected.
    pub reason: Option<String>,
}

/// What an import of several files would do.
#[derive(Clone, Debug, Default)]
pub struct SpeakerPlan {
    /// The speakers as they will be.
    pub speakers: Vec<Speaker>,
    /// Who is new: places in `speakers`.
    pub added: Vec<usize>,
    /// Who changes, and in which keys of `speakers.toml`.
    pub updated: Vec<(usize, Vec<&'static str>)>,
    /// A verdict for every row, a list a file.
    pub outcomes: Vec<Vec<SpeakerOutcome>>,
}

impl SpeakerPlan {
    /// Decides about every row of every file. What stands in `speakers` stays, unless `update` says that the files know
    /// better; what they do not say is never taken away.
    pub fn new(files: &[SpeakerFile], speakers: &[Speaker], update: bool) -> Self {
        let mut plan = Self {
            speakers: speakers.to_vec(),
            ..Self::default()
        };
        let mut seen = HashSet::new();
        for file in files {
            let entries = file.entries.iter();
            let outcomes = entries.map(|entry| plan.decide(entry, update, &mut seen));
            let outcomes = outcomes.collect();
            plan.outcomes.push(outcomes);
        }
        plan
    }

    fn decide(&mut self, entry: &Entry, update: bool, seen: &mut HashSet<usize>) -> SpeakerOutcome {
        let mut outcome = SpeakerOutcome {
            line: entry.line,
            verdict: SpeakerVerdict::Blank,
            id: None,
            name: entry.get(Answer::Name).to_string(),
            fields: Vec::new(),
            maybe: Vec::new(),
            reason: None,
        };
        if entry.answers.is_empty() && entry.fault.is_none() {
            return outcome;
        }
        let theirs = match speaker(entry) {
            Ok(theirs) => theirs,
            Err(reason) => return outcome.rejected(reason),
        };
        let found = ladder::find(entry, theirs.email.as_ref(), &self.speakers);
        let of = |at: &usize| self.speakers[*at].id.clone();
        outcome.maybe = found.maybe.iter().map(of).collect();
        if let Some(who) = found.who {
            outcome.id = Some(of(&who));
            let merged = merged(&self.speakers[who], &theirs);
            outcome.fields = differences(&self.speakers[who], &merged);
            outcome.verdict = match (outcome.fields.is_empty(), update) {
                (true, _) if seen.contains(&who) => SpeakerVerdict::Repeated,
                (true, _) => SpeakerVerdict::Unchanged,
                // Somebody who came in with this very import has said all of it themselves.
                (false, _) if self.added.contains(&who) => SpeakerVerdict::Repeated,
                (false, true) => SpeakerVerdict::Updated,
                (false, false) => SpeakerVerdict::Differs,
            };
            seen.insert(who);
            if outcome.verdict == SpeakerVerdict::Updated {
                self.updated.push((who, outcome.fields.clone()));
                self.speakers[who] = merged;
            } else if self.added.contains(&who) {
                self.speakers[who] = filled(&self.speakers[who], &theirs);
            }
            return outcome;
        }
        // Added beside them, they would be named in public under nearly the same name.
        let mut hidden = found.maybe.iter().map(|at| &self.speakers[*at]);
        if let Some(hidden) = hidden.find(|one| !one.is_named_in_public()) {
            let reason = format!(
                "may be `{}`, who is not to be named: if it is somebody else, plenary speaker add",
                hidden.id
            );
            return outcome.rejected(reason);
        }
        let Some(id) = self.id(&theirs) else {
            return outcome.rejected("no id can be made for this name".to_string());
        };
        outcome.id = Some(id.clone());
        outcome.verdict = SpeakerVerdict::Added;
        seen.insert(self.speakers.len());
        self.added.push(self.speakers.len());
        self.speakers.push(Speaker { id, ..theirs });
        outcome
    }

    /// Makes an id that nobody has: of the name, or of what the other tool knows them by.
    fn id(&self, theirs: &Speaker) -> Option<Id> {
        let wanted = Id::from_words(&theirs.name)
            .or_else(|| Id::from_words(&format!("speaker {}", theirs.source_id)))?;
        let taken = |id: &Id| self.speakers.iter().any(|one| one.id == *id);
        let numbered = (1..10_000).filter_map(|number| {
            let end = match number {
                1 => String::new(),
                number => format!("-{number}"),
            };
            let head: String = wanted.as_str().chars().take(64 - end.len()).collect();
            Id::parse(&format!("{}{end}", head.trim_end_matches('-'))).ok()
        });
        let mut free = numbered.filter(|id| !taken(id));
        free.next()
    }
}

impl SpeakerOutcome {
    fn rejected(self, reason: String) -> Self {
        Self {
            verdict: SpeakerVerdict::Rejected,
            reason: Some(reason),
            ..self
        }
    }
}

/// Returns what a row says as a speaker whose id is none yet, or why it cannot be one.
fn speaker(entry: &Entry) -> Result<Speaker, String> {
    if let Some(fault) = &entry.fault {
        return Err(fault.clone());
    }
    let text = |answer| entry.get(answer).to_string();
    let called = text(Answer::Name);
    if called.is_empty() {
        return Err("it has no name".to_string());
    }
    let email = text(Answer::Email);
    let address = clean::addresses(&email).first;
    if address.is_none() && !email.is_empty() {
        return Err(format!("`{email}` is no e-mail address"));
    }
    let confirmed = match entry.get(Answer::Confirmed).to_lowercase().as_str() {
        "true" | "yes" | "1" | "ja" | "oui" | "tak" | "x" => Some(true),
        "false" | "no" | "0" | "nein" | "non" | "nie" => Some(false),
        _ => None,
    };
    // Whatever is no clear no: a name that was published cannot be taken back.
    let said = entry.get(Answer::Anonymous).to_lowercase();
    let named = ["", "false", "no", "0", "nein", "non", "nie", "-", "n/a"].contains(&said.as_str());
    let unset = Id::parse("unset").map_err(|error| error.to_string())?;
    Ok(Speaker {
        role: text(Answer::Role),
        affiliation: text(Answer::Affiliation),
        area: text(Answer::Area),
        bio: text(Answer::Bio),
        quote: text(Answer::Quote),
        email: address,
        phone: text(Answer::Phone),
        access: text(Answer::Access),
        alias: text(Answer::PublicName),
        anonymous: !named,
        source_id: text(Answer::SourceId),
        confirmed,
        ..Speaker::named(unset, &called)
    })
}

/// Returns ours with what the file says. Whoever shall not be named gets neither a name nor another one.
fn merged(ours: &Speaker, theirs: &Speaker) -> Speaker {
    let text = |ours: &str, theirs: &str| {
        let same = theirs.is_empty() || ours.trim() == theirs.trim();
        if same { ours } else { theirs }.to_string()
    };
    let hidden = !ours.is_named_in_public();
    let kept = |ours: &str, theirs: &str| {
        if hidden {
            ours.to_string()
        } else {
            text(ours, theirs)
        }
    };
    Speaker {
        // Of two spellings of one name, ours was perhaps corrected.
        name: if name::key(&ours.name) == name::key(&theirs.name) {
            ours.name.clone()
        } else {
            kept(&ours.name, &theirs.name)
        },
        alias: kept(&ours.alias, &theirs.alias),
        anonymous: ours.anonymous || theirs.anonymous,
        role: text(&ours.role, &theirs.role),
        affiliation: text(&ours.affiliation, &theirs.affiliation),
        area: text(&ours.area, &theirs.area),
        bio: text(&ours.bio, &theirs.bio),
        quote: text(&ours.quote, &theirs.quote),
        phone: text(&ours.phone, &theirs.phone),
        access: text(&ours.access, &theirs.access),
        source_id: text(&ours.source_id, &theirs.source_id),
        email: match (&ours.email, &theirs.email) {
            (Some(ours), Some(theirs)) if ours.key() == theirs.key() => Some(ours.clone()),
            (ours, theirs) => theirs.clone().or_else(|| ours.clone()),
        },
        confirmed: theirs.confirmed.or(ours.confirmed),
        ..ours.clone()
    }
}

/// Returns somebody who is new with what a later row of the same files says where an earlier one said nothing: the later
/// one gives way, as ours does to the file. Whoever says once that they do not want to be named is not named.
fn filled(first: &Speaker, later: &Speaker) -> Speaker {
    let alias = [&first.alias, &later.alias]
        .into_iter()
        .find(|alias| !alias.is_empty());
    Speaker {
        id: first.id.clone(),
        name: first.name.clone(),
        alias: alias.cloned().unwrap_or_default(),
        ..merged(later, first)
    }
}

/// Returns the keys of `speakers.toml` in which two differ.
fn differences(ours: &Speaker, theirs: &Speaker) -> Vec<&'static str> {
    let fields = [
        ("name", ours.name == theirs.name),
        ("role", ours.role == theirs.role),
        ("affiliation", ours.affiliation == theirs.affiliation),
        ("area", ours.area == theirs.area),
        ("bio", ours.bio == theirs.bio),
        ("quote", ours.quote == theirs.quote),
        ("email", ours.email == theirs.email),
        ("phone", ours.phone == theirs.phone),
        ("confirmed", ours.confirmed == theirs.confirmed),
        ("access", ours.access == theirs.access),
        ("public_name", ours.alias == theirs.alias),
        ("anonymous", ours.anonymous == theirs.anonymous),
        ("source_id", ours.source_id == theirs.source_id),
    ];
    let differ = fields.into_iter().filter(|(_, same)| !same);
    differ.map(|(field, _)| field).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::read::Wishes;

    #[test]
    fn a_later_row_fills_what_an_earlier_one_left_blank_and_hides_for_good() {
        let text = "name,email,role,bio,public_name,anonymous\n\
            Xa Hidden,xa@example.org,Nurse,,A councillor,\n\
            XA HIDDEN,xa@example.org,Doctor,A life,,yes\n\
            Yo Secret,yo@example.org,,,,no\n\
            Yo Secret,yo@example.org,,,A voter,\n";
        let files = SpeakerFile::read("a.csv", text.as_bytes(), &Wishes::default());
        let plan = SpeakerPlan::new(&files.expect("it reads"), &[], false);
        let told: Vec<_> = plan
            .speakers
            .iter()
            .map(|one| {
                (
                    one.name.as_str(),
                    one.role.as_str(),
                    one.bio.as_str(),
                    one.alias.as_str(),
                    one.anonymous,
                )
            })
            .collect();
        let expected = [
            ("Xa Hidden", "Nurse", "A life", "A councillor", true),
            ("Yo Secret", "", "", "A voter", false),
        ];
        assert_eq!(told, expected);
    }
}
