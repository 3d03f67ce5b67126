use std::collections::HashSet;

use crate::model::{Conference, Id};

/// Returns the words of the names and ids of everybody who does not want to be named, in the spelling of ids, except
/// those that their public names have too.
pub fn unnamed_words(conference: &Conference) -> HashSet<String> {
    let unnamed = conference.speakers.iter();
    unnamed
        .filter(|speaker| !speaker.is_named_in_public())
        .flat_map(|speaker| {
            let known = words(speaker.public_name());
            let secret = words(&speaker.name)
                .into_iter()
                .chain(words(speaker.id.as_str()));
            secret
                .filter(|word| word.len() > 2 && !known.contains(word))
                .collect::<Vec<_>>()
        })
        .collect()
}

/// Tells whether an id is made of such words.
pub fn names_somebody(id: &Id, words: &HashSet<String>) -> bool {
    id.as_str().split('-').any(|word| words.contains(word))
}

fn words(text: &str) -> HashSet<String> {
    let id = Id::from_words(text).map_or_else(String::new, |id| id.to_string());
    id.split('-')
        .filter(|word| !word.is_empty())
        .map(String::from)
        .collect()
}
