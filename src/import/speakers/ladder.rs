use super::answer::Answer;
use super::entries::Entry;
use crate::import::name;
use crate::model::{EmailAddress, Speaker};

/// Whom a row is about, and others it is near.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Found {
    /// The place of the speaker it is about; none for somebody new.
    pub(super) who: Option<usize>,
    /// The places of others who may be the same person.
    pub(super) maybe: Vec<usize>,
}

/// What somebody is recognised by.
struct Marks<'a> {
    id: &'a str,
    address: Option<String>,
    name: String,
}

impl<'a> Marks<'a> {
    fn of_speaker(speaker: &'a Speaker) -> Self {
        Self {
            id: &speaker.source_id,
            address: speaker.email.as_ref().map(EmailAddress::key),
            name: name::key(&speaker.name),
        }
    }

    fn of_entry(entry: &'a Entry, email: Option<&EmailAddress>) -> Self {
        Self {
            id: entry.get(Answer::SourceId),
            address: email.map(EmailAddress::key),
            name: name::key(entry.get(Answer::Name)),
        }
    }

    /// Two who have ids of one tool that differ are two.
    fn have_other_ids(&self, other: &Self) -> bool {
        !self.id.is_empty() && !other.id.is_empty() && self.id != other.id
    }
}

/// Finds whom a row is about, strictest rung first: the other tool's id; address and name; the name, where one side has
/// no address. Another name at the same address is another person; nearly the same name may be the same.
pub(super) fn find(entry: &Entry, email: Option<&EmailAddress>, speakers: &[Speaker]) -> Found {
    let marks = Marks::of_entry(entry, email);
    let known: Vec<Marks<'_>> = speakers.iter().map(Marks::of_speaker).collect();
    let places = |fits: &dyn Fn(&Marks<'_>) -> bool| -> Vec<usize> {
        let all = known.iter().enumerate();
        all.filter(|(_, one)| fits(one)).map(|(at, _)| at).collect()
    };
    let same_id = places(&|one| !marks.id.is_empty() && one.id == marks.id);
    if let [who, ..] = same_id.as_slice() {
        return Found::sure(*who);
    }
    let same_name = |one: &Marks<'_>| !marks.name.is_empty() && one.name == marks.name;
    let same_address = |one: &Marks<'_>| one.address.is_some() && one.address == marks.address;
    let both = places(&|one| {
        // A voice that nobody shall name is known by the address alone.
        same_address(one) && (same_name(one) || one.name.is_empty()) && !one.have_other_ids(&marks)
    });
    if let [who, ..] = both.as_slice() {
        return Found::sure(*who);
    }
    let namesakes = places(&|one| {
        let bare = one.address.is_none() || marks.address.is_none();
        same_name(one) && bare && !one.have_other_ids(&marks)
    });
    if let [who] = namesakes.as_slice() {
        return Found::sure(*who);
    }
    let near = |one: &Marks<'_>| {
        let says = !one.name.is_empty() && !marks.name.is_empty();
        says && (same_name(one) || name::nearly_the_same(&one.name, &marks.name))
    };
    Found {
        who: None,
        maybe: places(&near),
    }
}

impl Found {
    fn sure(who: usize) -> Self {
        Self {
            who: Some(who),
            maybe: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Id;

    fn speaker(name: &str, email: &str, source_id: &str) -> Speaker {
        Speaker {
            email: EmailAddress::parse(email).ok(),
            source_id: source_id.to_string(),
            ..Speaker::named(Id::parse("one").expect("an id"), name)
        }
    }

    fn found(name: &str, email: &str, id: &str) -> (Option<usize>, Vec<usize>) {
        let speakers = [
            speaker("Ada Byron", "ada@example.org", "ABCDEF"),
            speaker("Bo Example", "", ""),
            speaker("Cy Example", "family@example.net", ""),
            speaker("", "voice@example.org", ""),
        ];
        let said = [(Answer::Name, name), (Answer::SourceId, id)];
        let entry = Entry {
            answers: said
                .iter()
                .map(|(answer, text)| (*answer, text.to_string()))
                .collect(),
            ..Entry::default()
        };
        let found = find(&entry, EmailAddress::parse(email).ok().as_ref(), &speakers);
        (found.who, found.maybe)
    }

    #[test]
    fn the_strictest_rung_counts() {
        let sure = |who| (Some(who), vec![]);
        assert_eq!(found("A. King", "other@example.org", "ABCDEF"), sure(0));
        assert_eq!(found("BYRON, Ada", "Ada@Example.org", ""), sure(0));
        assert_eq!(found("Ada Byron", "", ""), sure(0));
        assert_eq!(found("Bo Example", "bo@example.org", ""), sure(1));
        assert_eq!(
            found("Cy Exampel", "family@example.net", ""),
            (None, vec![2])
        );
        assert_eq!(
            found("Dieter Muster", "family@example.net", ""),
            (None, vec![])
        );
        assert_eq!(found("Ada Byron", "ada@example.net", ""), (None, vec![0]));
        assert_eq!(
            found("Ada Byron", "ada@example.org", "XYZXYZ"),
            (None, vec![0])
        );
        assert_eq!(found("Ada Byrom", "", ""), (None, vec![0]));
        assert_eq!(found("Somebody Else", "voice@example.org", ""), sure(3));
    }
}
