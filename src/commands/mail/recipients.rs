use std::collections::HashSet;

use super::post::Post;
use crate::error::{Error, Result};
use crate::mail::{Kind, Person};
use crate::model::{Condition, Conference, Id, Registration, Speaker};

/// To whom a command is limited.
#[derive(clap::Args, Debug, Default)]
pub(super) struct Recipients {
    /// Only to this person; again for more. `speakers` is everybody on the programme
    #[arg(long, value_name = "CODE|speakers")]
    pub(super) to: Vec<String>,
    /// Only to those whose column has this value; column!=value for all others
    #[arg(long = "where", value_name = "COLUMN=VALUE")]
    pub(super) conditions: Vec<String>,
}

/// What `--to` says for everybody on the programme.
const SPEAKERS: &str = "speakers";

impl Recipients {
    /// Tells whether anybody was picked.
    pub(super) fn are_limited(&self) -> bool {
        !self.to.is_empty() || !self.conditions.is_empty()
    }

    /// Returns the kind that was asked for, knowing whether people were picked for it.
    pub(super) fn kind(&self, word: &str, post: &Post) -> Result<Kind> {
        let kind = Kind::named(word, &post.templates)?;
        Ok(if self.are_limited() {
            kind.for_chosen()
        } else {
            kind
        })
    }

    /// Returns those whom a mail may concern; without a kind, all who were picked.
    ///
    /// # Errors
    /// When somebody who was picked is not there, or is nobody that the kind is for.
    pub(super) fn people<'p>(
        &self,
        kind: Option<&Kind>,
        post: &'p Post,
    ) -> Result<Vec<Person<'p>>> {
        let for_speakers = kind.and_then(Kind::is_for_speakers);
        if for_speakers == Some(true) {
            return self.speakers(post.programme()?);
        }
        let all = self.to.iter().any(|typed| typed == SPEAKERS);
        if all && for_speakers == Some(false) {
            return Err(Error::new("this mail is for people who signed up")
                .hint("`plenary mail draft speaker` writes to speakers; a template of your own can go to either"));
        }
        let list = post.list(kind);
        let mut codes = HashSet::new();
        let mut people = Vec::new();
        for typed in self.to.iter().filter(|typed| *typed != SPEAKERS) {
            match list.find(typed) {
                Ok(found) => {
                    codes.insert(found.code());
                }
                Err(error) => {
                    let speaker = (for_speakers.is_none())
                        .then(|| speaker(post.programme().ok()?, typed).ok())
                        .flatten();
                    let programme = post.programme();
                    match (speaker, programme) {
                        (Some(speaker), Ok(programme)) => {
                            people.push(Person::Speaker(speaker, programme));
                        }
                        _ => return Err(error),
                    }
                }
            }
        }
        let conditions = Condition::parse_all(&self.conditions)?;
        let registered: Vec<&Registration> = Condition::select(&conditions, list)?
            .into_iter()
            .filter(|person| self.to.is_empty() || codes.contains(person.code()))
            .collect();
        if all {
            let programme = post.programme()?;
            let speakers = programme.speakers.iter();
            people.extend(speakers.map(|speaker| Person::Speaker(speaker, programme)));
        }
        apart(&people, post)?;
        people.extend(registered.into_iter().map(Person::Registered));
        Ok(people)
    }

    fn speakers<'p>(&self, programme: &'p Conference) -> Result<Vec<Person<'p>>> {
        if let Some(condition) = self.conditions.first() {
            return Err(Error::new(format!(
                "`--where {condition}` chooses among people who signed up, and this mail is for speakers"
            ))
            .hint("name them: --to ID"));
        }
        let mut speakers: Vec<&Speaker> = programme.speakers.iter().collect();
        if !self.to.is_empty() && !self.to.iter().any(|typed| typed == SPEAKERS) {
            let named = self.to.iter().map(|typed| speaker(programme, typed));
            let named = named.collect::<Result<Vec<_>>>()?;
            speakers.retain(|one| named.iter().any(|named| named.id == one.id));
        }
        let speakers = speakers.into_iter();
        Ok(speakers
            .map(|speaker| Person::Speaker(speaker, programme))
            .collect())
    }
}

fn speaker<'p>(programme: &'p Conference, typed: &str) -> Result<&'p Speaker> {
    let found = Id::parse(typed).ok().and_then(|id| programme.speaker(&id));
    found.ok_or_else(|| {
        let ids = programme.speakers.iter().map(|speaker| speaker.id.as_str());
        let near = crate::error::did_you_mean(typed, ids);
        Error::new(format!("there is no speaker `{typed}`"))
            .hint(near.unwrap_or_else(|| "`plenary speaker list` shows their ids".to_string()))
    })
}

/// Makes sure that a mail to a speaker is not taken for one to somebody else: mails are known by code or id alone.
fn apart(speakers: &[Person<'_>], post: &Post) -> Result<()> {
    for speaker in speakers {
        if post.is_code(speaker.id()) {
            let message = format!(
                "`{}` is the id of a speaker and the code of a registration",
                speaker.id()
            );
            return Err(Error::new(message).hint("give the registration another code"));
        }
    }
    Ok(())
}
