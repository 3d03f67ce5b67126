use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use super::words::{holds, is_any, without_choice};
use crate::import::word_list::{WordList, list};
use crate::model::EmailAddress;

/// How many characters of a heading count.
const LONGEST: usize = 1_000;

/// Returns a heading as words are compared: without HTML, line breaks, accents, case and punctuation, `#` as `no`, words
/// one space apart. `E-Mail:*` is `e mail`, `first_name` is `first name`, `Order #` is `order no`.
pub(in crate::import) fn heading(text: &str) -> String {
    // More is no heading, whatever it is.
    let end = text
        .char_indices()
        .nth(LONGEST)
        .map_or(text.len(), |(at, _)| at);
    let plain = without_tags(&text[..end]);
    let text = without_addresses(&plain);
    let mut heading = String::with_capacity(text.len());
    let gap = |heading: &mut String| {
        if !heading.is_empty() && !heading.ends_with(' ') {
            heading.push(' ');
        }
    };
    let mut lower = false;
    let mut all = text.nfkd().peekable();
    while let Some(c) = all.next() {
        match c {
            '\u{300}'..='\u{36f}' => {}
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
            '#' | '№' => {
                gap(&mut heading);
                heading.push_str("no ");
            }
            // `+1 name` is that of whoever comes along, and not the first.
            '+' if all.peek().is_some_and(char::is_ascii_digit) => {
                gap(&mut heading);
                heading.push_str("plus ");
            }
            'ß' => heading.push_str("ss"),
            'ł' | 'Ł' => heading.push('l'),
            _ if c.is_alphanumeric() => {
                // `FirstName` is two words, `ID` is one.
                if c.is_uppercase() && lower {
                    gap(&mut heading);
                }
                heading.extend(c.to_lowercase());
            }
            _ => gap(&mut heading),
        }
        lower = c.is_lowercase();
    }
    heading.truncate(heading.trim_end().len());
    heading
}

/// Leaves out addresses, as in `Email (we write from team@example.org)`: they are nobody's answer.
fn without_addresses(text: &str) -> Cow<'_, str> {
    if !text.contains('@') {
        return Cow::Borrowed(text);
    }
    let words = text.split_whitespace();
    let is_address = |word: &&str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        EmailAddress::is_one(word)
    };
    let words: Vec<&str> = words.filter(|word| !is_address(word)).collect();
    Cow::Owned(words.join(" "))
}

/// Returns a heading without the number that forms give to a question that stands twice, or that people give to all.
pub(super) fn unnumbered(heading: &str) -> &str {
    let digit = |c: char| c.is_ascii_digit();
    let behind = heading.trim_end_matches(digit).trim_end();
    let before = behind.trim_start_matches(digit);
    let before = before.strip_prefix(' ').unwrap_or(behind);
    if before.is_empty() { heading } else { before }
}

/// What forms put before a question besides its number, and behind it.
const BEFORE: &[&str] = &[
    "question", "frage", "pregunta", "pytanie", "page", "section", "attendee", "field", "input",
];
const BEHIND: &[&str] = &[
    "optional",
    "selected choice",
    "response",
    "answer",
    "required",
    "metadata",
    "utc",
];

/// Returns a heading without its number and whatever else forms write around a question: `Q3: Coming?`,
/// `Page 1: Coming?`, `Coming? - Selected Choice`, `Coming? #4`.
pub(super) fn undecorated(heading: &str) -> &str {
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let mut text = heading;
    loop {
        let (word, rest) = text.split_once(' ').unwrap_or((text, ""));
        let is_numbered = word.strip_prefix('q').is_some_and(is_number) || BEFORE.contains(&word);
        let behind = BEHIND
            .iter()
            .find_map(|word| text.strip_suffix(word)?.strip_suffix(' '));
        let behind = behind.or_else(|| {
            text.trim_end_matches(|c: char| c.is_ascii_digit())
                .strip_suffix(" no ")
        });
        let shorter = match (is_number(word) || is_numbered) && !rest.is_empty() {
            true => rest,
            false => behind.unwrap_or(text),
        };
        if shorter == text {
            return unnumbered(text);
        }
        text = shorter;
    }
}

/// Returns a question without what forms write around it and without the answers to choose from.
pub(super) fn question(heading: &str) -> String {
    without_choice(undecorated(heading))
}

/// Returns what a question with a number before it asks: `ok to email` of `6 ok to email`.
pub(super) fn unnumbered_before(heading: &str) -> Option<&str> {
    let rest = heading.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = rest.strip_prefix(' ').filter(|rest| !rest.is_empty());
    rest.filter(|_| heading.starts_with(|c: char| c.is_ascii_digit()))
}

/// Tells whether all headings are counted, from the first to the last.
pub(super) fn are_counted(headings: &[String]) -> bool {
    let filled = || headings.iter().filter(|heading| !heading.is_empty());
    let number = |heading: &String| {
        let digits = heading.len() - unnumbered_before(heading)?.len();
        heading[..digits].trim().parse::<usize>().ok()
    };
    let numbers: Option<Vec<usize>> = filled().map(number).collect();
    let in_turn = |numbers: Vec<usize>| numbers.windows(2).all(|two| two[0] < two[1]);
    filled().count() > 2 && numbers.is_some_and(in_turn)
}

/// What the one who comes is called.
pub(super) const ROLES: WordList = list![
    "attendee",
    "attendees",
    "delegate",
    "delegates",
    "participant",
    "participants",
    "participante",
    "registrant",
    "volunteer",
    "volunteers",
    "applicant",
    "candidate",
    "athlete",
    "player",
    "student",
    "visitor",
    "teilnehmer",
    "teilnehmers",
    "teilnehmerin",
    "teilnehmenden",
    "teilnehmende",
    "teilnehmender",
    "besucher",
    "besuchers",
    "visiteur",
    "visitante",
    "uczestnik",
    "uczestnika",
    "uczestniczka",
    "uczestniczki",
    "asistente",
    "asistentes",
    "cyfranogwr",
    "mynychwr",
    "partecipante",
    "deelnemer",
];

/// The small words around it.
const JOINTS: &[&str] = &[
    "of", "the", "s", "du", "de", "la", "del", "des", "der", "van", "ka", "ki",
];

/// What the one who comes is called in several words.
const HOLDERS: WordList = list![
    "ticket data",
    "ticket holder",
    "ticketholder",
    "badge holder",
    "pass holder",
    "seat holder",
    "person who will attend",
    "person who is attending",
    "person who is coming",
    "person attending",
    "person coming",
    "ticketinhaber",
    "ticketinhabers",
    "ticketinhaberin",
    "inhaber des tickets",
    "teilnehmende person",
    "teilnehmenden person",
    "teilnehmer in",
    "titulaire du billet",
    "detenteur du billet",
    "porteur du billet",
    "personne participante",
    "titular de la entrada",
    "titular del billete",
    "persona asistente",
    "persona que asiste",
    "posiadacz biletu",
    "posiadacza biletu",
    "osoba uczestniczaca",
    "osoby uczestniczacej",
    "deiliad y tocyn",
    "deiliad tocyn",
    "shirkat karne wala",
    "shirkat karne wale",
];

/// What whoever looks after a child is called in several words.
const GUARDIANS: WordList = list![
    "responsible adult",
    "appropriate adult",
    "adult responsible",
    "erziehungsberechtigte person",
    "erziehungsberechtigten person",
    "sorgeberechtigte person",
    "sorgeberechtigten person",
    "adulte responsable",
    "responsable legal",
    "responsable legale",
    "adulto responsable",
    "adulta responsable",
    "dorosly opiekun",
    "doroslego opiekuna",
    "oedolyn cyfrifol",
];

/// Words of a sentence or a question, which says more than what is asked of them.
const SAYING: &str = "i|am|are|is|if|you|we|have|has|will|do|agree|consent|ich|bin|sind|ist|sie|\
    je|suis|est|soy|es|jestem|rwy";

/// Puts the one word for the one who comes, and for whoever looks after them, in the place of several: `attendee name` for
/// `ticket holder name`.
pub(super) fn in_one_word(heading: &mut String) {
    let mut guardians = GUARDIANS.iter().filter(|words| holds(heading, words));
    let says_more = || heading.split(' ').any(|word| is_any(word, SAYING));
    if let Some(words) = guardians.next().filter(|_| !says_more()) {
        *heading = heading.replacen(words, "guardian", 1);
        return;
    }
    let mut known = HOLDERS.iter().filter(|words| holds(heading, words));
    if let Some(words) = known.next() {
        *heading = heading.replacen(words, "attendee", 1);
    } else if let Some(rest) = heading.strip_prefix("holder ") {
        *heading = format!("attendee {rest}");
    }
}

/// Returns a heading without the word for the one who comes, if it has one: `nom` of `nom du participant`.
pub(super) fn without_role(heading: &str) -> Option<String> {
    let is_plain = |word: &&str| !ROLES.contains(word) && !JOINTS.contains(word);
    let plain: Vec<&str> = heading.split(' ').filter(is_plain).collect();
    let plain = plain.join(" ");
    (!plain.is_empty() && plain != heading).then_some(plain)
}

/// Tells whether a heading names the one who comes.
pub(super) fn names_role(heading: &str) -> bool {
    heading.split(' ').any(|word| ROLES.contains(word))
}

/// Returns what a heading of several parts says last: `City` of `Address (City)`, `Name` of `Contact details: Name`,
/// `City` of `Address 1 - City`.
pub(super) fn last_part(text: &str) -> Option<&str> {
    let text = text.trim_matches(|c: char| c.is_whitespace() || "*:".contains(c));
    let opened = |close, open| Some(text.strip_suffix(close)?.rsplit_once(open)?.1);
    let part = match text.chars().next_back() {
        Some(')') => opened(')', '(')?,
        // LimeSurvey puts each line of a question there.
        Some(']') => opened(']', '[')?,
        _ => text.rsplit_once(": ").or(text.rsplit_once(" - "))?.1,
    };
    Some(part).filter(|part| !part.trim().is_empty())
}

/// Takes tags such as `<b>` and entities such as `&nbsp;` out; a lone `<` stays.
fn without_tags(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let tag = rest[at..].find('>').filter(|end| {
            rest[at + 1..at + end].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/')
                && !rest[at..at + end].contains('@')
        });
        plain.push_str(&rest[..at]);
        match tag {
            Some(end) => {
                plain.push(' ');
                rest = &rest[at + end + 1..];
            }
            None => {
                plain.push('<');
                rest = &rest[at + 1..];
            }
        }
    }
    plain.push_str(rest);
    plain.replace("&nbsp;", " ").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_compared_by_their_words() {
        for (text, words) in [
            (" E-Mail :* ", "e mail"),
            ("first_name", "first name"),
            ("FirstName", "first name"),
            ("Order #", "order no"),
            ("<p>Your <b>name</b></p>", "your name"),
            ("Prénom\r\n(obligatoire)", "prenom obligatoire"),
            ("\"\"\"E-mail\"\"\"", "e mail"),
            ("Imię", "imie"),
            ("\u{feff}Name", "name"),
            ("EMAIL_BLACKLISTED", "email blacklisted"),
            ("a < b", "a b"),
        ] {
            assert_eq!(heading(text), words);
        }
    }

    #[test]
    fn a_heading_of_several_parts_says_most_in_the_last() {
        for (text, part) in [
            ("Address (City)", Some("City")),
            ("Contact details: Name", Some("Name")),
            ("Address (ZIP / Postal Code) ", Some("ZIP / Postal Code")),
            ("Address 1 - City", Some("City")),
            ("Your name (First) *", Some("First")),
            ("Name", None),
            ("Name:", None),
            ("Name -", None),
            ("Name ()", None),
        ] {
            assert_eq!(last_part(text), part, "{text}");
        }
    }

    #[test]
    fn the_word_for_the_one_who_comes_says_nothing_more() {
        for (heading, plain) in [
            ("nom du participant", Some("nom")),
            ("delegate e mail", Some("e mail")),
            ("participant", None),
            ("nom", None),
        ] {
            assert_eq!(without_role(heading).as_deref(), plain, "{heading}");
        }
    }

    #[test]
    fn a_number_before_or_behind_does_not_count() {
        assert_eq!(unnumbered("email address 2"), "email address");
        assert_eq!(unnumbered("email address2"), "email address");
        assert_eq!(unnumbered("3 your name"), "your name");
        assert_eq!(unnumbered("2"), "2");
    }
}
