use super::against::is_against;
use super::facts::wishes;
use super::handling::{is_handled, is_how_heard};
use super::not_ours::{is_about_ones_own, is_not_ours};
use super::pictured::{asks_for_news, asks_for_photos, is_about_both};
use super::promises::without_promises;
use super::refusing::is_another_matter;
use super::scores;
use super::sentences::sentences as sentences_of;
use super::turning::turns_round;
use super::ways::is_another_way;
use super::within::is_within;
use super::writing::{is_about_a_change, is_about_the_day};
use crate::import::columns::heading::heading;
use crate::import::field::Field;
use crate::import::word_list::{WordList, list};

/// Words with which a sentence begins that is not answered with yes or no.
const OPEN: WordList = list![
    "how",
    "where",
    "which",
    "who",
    "what",
    "when",
    "why",
    "wie",
    "wo",
    "woher",
    "welche",
    "welchen",
    "was",
    "warum",
    "comment",
    "ou",
    "quel",
    "quelle",
    "quels",
    "quelles",
    "pourquoi",
    "como",
    "donde",
    "cual",
    "que",
    "jak",
    "skad",
    "gdzie",
    "sut",
    "ble",
    "pa",
    "beth",
    "kahan",
    "kaise",
    "kya cheez",
];

/// The event that somebody signs up for: to be told about it is no wish to hear of others.
const THIS_EVENT: WordList = list![
    "your booking",
    "this booking",
    "this order",
    "this registration",
    "your registration",
    "your order",
    "your ticket",
    "your place",
    "your attendance",
    "your visit",
    "your answers",
    "this event",
    "this conference",
    "this meeting",
    "the day",
    "the conference",
    "deine anmeldung",
    "ihre anmeldung",
    "votre inscription",
    "su inscripcion",
    "dein ticket",
];

/// Others than the event that somebody signs up for.
const OTHERS: WordList = list![
    "future",
    "other",
    "more events",
    "further",
    "later",
    "upcoming",
    "next",
    "campaign",
    "newsletter",
    "mailing list",
    "beyond",
    "similar",
    "movement",
    "and after",
    "our appeal",
    "our work",
    "impact",
    "weitere",
    "weiteren",
    "kunftige",
    "kunftigen",
    "futurs",
    "prochains",
    "futuros",
    "proximos",
];

/// What is of no day.
const MOVEMENT: WordList = list![
    "future",
    "upcoming",
    "events",
    "campaign",
    "campaigns",
    "newsletter",
    "mailing list",
    "movement",
    "kunftige",
    "futurs",
    "futuros",
];

/// The answers to choose from, as they stand at the end of a question.
const CHOICES: WordList = list![
    "y n",
    "yes no",
    "yes or no",
    "j n",
    "ja nein",
    "ja oder nein",
    "oui ou non",
    "si o no",
    "tak lub nie",
    "tak czy nie",
    "o n",
    "oui non",
    "s n",
    "si no",
    "t n",
    "tak nie",
];

/// Returns a question without the answers to choose from: their no is not that of the question.
pub(in crate::import::columns) fn without_choice(words: &str) -> String {
    let mut choices = CHOICES
        .iter()
        .filter_map(|choice| words.strip_suffix(choice));
    let question = choices.find(|rest| rest.is_empty() || rest.ends_with(' '));
    question.unwrap_or(words).trim_end().to_string()
}

/// Tells whether a question is not answered with yes or no.
pub(super) fn is_open(words: &str) -> bool {
    let begins = |open: &str| {
        let rest = words.strip_prefix(open);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    OPEN.iter().any(begins)
}

/// Tells whether a heading that holds the words of a consent does ask for it, so that a yes below it gives it.
///
/// Only the sentences that hold the words count: that one can unsubscribe at any time may stand beside them.
pub(in crate::import::columns) fn asks_for(text: &str, field: Field) -> bool {
    let text = &without_promises(text);
    let about = |words: &str| scores(words).iter().any(|(found, _)| *found == field);
    let mut asides = Vec::new();
    let mut sentences = Vec::new();
    for (sentence, is_aside) in sentences_of(text) {
        let words = without_choice(&heading(&sentence));
        if is_aside {
            asides.push(words.clone());
        }
        sentences.push(words);
    }
    let mut asking: Vec<&String> = sentences.iter().filter(|words| about(words)).collect();
    let whole = without_choice(&heading(text));
    // `Refused (photos)` says in its first sentence what the word in brackets is about.
    let begins = sentences.iter().find(|words| !words.is_empty());
    let is_aside = |words: &&String| {
        (!words.contains(' ') || asides.contains(words)) && Some(*words) != begins
    };
    let ends_in_no = |words: &&String| matches!(words.as_str(), "no" | "nein" | "non" | "nie");
    if asking.iter().all(is_aside)
        || sentences
            .iter()
            .rfind(|words| !words.is_empty())
            .is_some_and(|last| ends_in_no(&last))
    {
        asking.push(&whole);
    }
    let any = |words: &str, list: WordList| list.stands_in(words);
    let this = any(&whole, THIS_EVENT) || is_about_ones_own(&whole);
    let this = this && !any(&whole, OTHERS);
    let day = is_about_the_day(&whole) && !any(&whole, MOVEMENT) || is_about_a_change(&whole);
    // That nobody will be called may stand beside the question.
    let said = sentences
        .iter()
        .filter(|words| !words.is_empty() && !is_against(words));
    let said: Vec<&str> = said.map(String::as_str).collect();
    let said = said.join(" ");
    let other_way = || asking.iter().any(|words| is_another_way(&said, words));
    let elsewhere = || asking.iter().any(|words| is_not_ours(words));
    let heard = || {
        let asks_how = sentences.iter().any(|words| is_how_heard(words));
        asks_how && !asking.iter().any(|words| wishes(words))
    };
    let handled = || asking.iter().any(|words| is_handled(words, &sentences)) || heard();
    let own = field == Field::Updates
        && (this || day || is_within(&whole) || other_way() || elsewhere() || handled());
    let other = || match field {
        Field::Photo => !asks_for_photos(text),
        _ => is_about_both(&whole) && !asks_for_news(text),
    };
    !own && !other()
        && !sentences.iter().any(|words| turns_round(words))
        && !asking
            .iter()
            .any(|words| is_another_matter(words) || is_open(words) || is_open(&whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asks(text: &str) -> Vec<Field> {
        let fields = [Field::Updates, Field::Photo].into_iter();
        fields
            .filter(|field| {
                let words = heading(text);
                scores(&words).iter().any(|(found, _)| found == field) && asks_for(text, *field)
            })
            .collect()
    }

    #[test]
    fn odd_wordings_of_a_consent_are_known() {
        for text in [
            "Would you like to receive updates about our campaign?",
            "May we email you about future events?",
            "Keep me in the loop",
            "I am happy to be added to the mailing list",
            "Can we contact you about our future activities?",
            "Subscribe to our newsletter (you can unsubscribe at any time)",
            "Tick here to hear from us again. We will never share your data.",
            "I consent to be contacted about future meetings",
            "Can we add you to our e-mail list?\nNo spam!",
            "Would you like to be kept informed about this and future events?",
            "Möchten Sie über weitere Veranstaltungen informiert werden?",
            "Dürfen wir Sie über Neuigkeiten informieren?",
            "Souhaitez-vous recevoir la newsletter ?",
            "¿Desea recibir información?",
            "Czy chcesz otrzymywać informacje?",
            "Hoffech chi dderbyn newyddion?",
            "Kya hum aap ko khabrein bhej sakte hain?",
            "Newsletter",
            "Newsletter Y/N",
            "Mailing list: yes/no",
            "Rundbrief ja/nein",
            "News by email?",
            "Zgoda na mailing",
            "Accord pour être recontacté",
            "OK to email about next steps",
            "email_opt_in",
        ] {
            assert_eq!(asks(text), [Field::Updates], "{text}");
        }
        for text in [
            "Are you happy to appear in photos?",
            "Photo consent",
            "Dürfen wir Fotos von dir veröffentlichen?",
        ] {
            assert_eq!(asks(text), [Field::Photo], "{text}");
        }
    }

    #[test]
    fn a_question_that_is_answered_with_yes_by_who_does_not_consent_gives_none() {
        for text in [
            "Unsubscribe from our newsletter",
            "I do NOT want to receive your newsletter",
            "Tick to opt out of the mailing list",
            "How did you hear about us? (newsletter, friend, other)",
            "Have you received our newsletter before?",
            "Are you already subscribed to our newsletter?",
            "May we contact you about your booking?",
            "Receive updates about this event by text message",
            "Do you work in marketing?",
            "Would you volunteer at future events?",
            "Which updates would you like to see?",
            "No newsletter please",
            "Ich möchte keinen Newsletter erhalten",
            "Je ne souhaite pas recevoir la newsletter",
            "No deseo recibir información",
            "Nie chcę otrzymywać informacji",
            "I would rather not be photographed",
            "Please tick if you don't want to appear in photos",
            "No newsletter Y/N",
            "No photos",
            "Keine Fotos",
            "Will you take photos for us?",
            "I agree to the privacy policy",
            "Consent",
        ] {
            assert_eq!(asks(text), [], "{text}");
        }
    }
}
