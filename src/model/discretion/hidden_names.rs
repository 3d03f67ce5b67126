use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::model::Speaker;

/// Names of people who do not want to be named, ready to be found in a text however they are written there: in capitals,
/// without accents, with hyphens, in one word, with an initial, or with the surname first and a comma.
#[derive(Clone, Debug, Default)]
pub(super) struct HiddenNames {
    /// Sorted.
    straight: Vec<Name>,
    /// The same with the surname first.
    turned: Vec<Name>,
}

/// A name as it is looked for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Name {
    /// Its letters, without case and accents, run together.
    letters: String,
    /// After how many of them, in bytes, each of its words ends.
    ends: Vec<usize>,
}

/// A word of a text.
struct Word {
    /// Its letters, without case and accents.
    letters: String,
    /// Whether a comma comes between it and the next.
    comma: bool,
    /// Whether it can be somebody's middle initial: one capital letter.
    initial: bool,
}

/// Shorter names are not looked for when they are one word: `Mark` may be a mark.
const LONG: usize = 6;

impl HiddenNames {
    pub(super) fn of(speakers: &[Speaker]) -> Self {
        let mut names = Self::default();
        for speaker in speakers.iter().filter(|one| !one.is_named_in_public()) {
            let public = Name::of(&words(speaker.public_name())).letters;
            let mut words = words(&speaker.name);
            let name = Name::of(&words);
            let enough = words.len() > 1 || name.letters.chars().count() >= LONG;
            // Whoever is known as `Councillor Jo Lawson` is known as Jo Lawson.
            if !enough || name.letters.is_empty() || public.contains(&name.letters) {
                continue;
            }
            if words.len() > 1 {
                words.rotate_right(1);
                names.turned.push(Name::of(&words));
            }
            names.straight.push(name);
        }
        names.straight.sort();
        names.turned.sort();
        names
    }

    pub(super) fn is_empty(&self) -> bool {
        self.straight.is_empty()
    }

    pub(super) fn stands_in(&self, text: &str) -> bool {
        self.found_in(text).next().is_some()
    }

    /// Returns the letters of each name that stands in a text, in alphabetical order: two spellings of a name have the same.
    pub(super) fn found_in(&self, text: &str) -> impl Iterator<Item = String> {
        let words = if self.is_empty() {
            Vec::new()
        } else {
            words(text)
        };
        let starts = 0..words.len();
        starts
            .flat_map(move |at| {
                let words = &words[at..];
                let straight = beginning(&self.straight, &words[0].letters)
                    .filter(|name| spells(words, name, false));
                let turned = beginning(&self.turned, &words[0].letters)
                    .filter(|name| spells(words, name, true));
                straight.chain(turned).collect::<Vec<_>>()
            })
            .map(|name| {
                let mut letters: Vec<char> = name.letters.chars().collect();
                letters.sort_unstable();
                letters.into_iter().collect()
            })
    }
}

/// Returns those of sorted names that begin with these letters.
fn beginning<'n>(names: &'n [Name], letters: &str) -> impl Iterator<Item = &'n Name> {
    let from = names.partition_point(|name| name.letters.as_str() < letters);
    let letters = letters.to_string();
    names[from..]
        .iter()
        .take_while(move |name| name.letters.starts_with(&letters))
}

/// Tells whether a text begins with the words of a name, each by itself or run together. Between them may stand an initial;
/// a name that is turned round has a comma in it, or else every `young Will` would be Will Young.
fn spells(words: &[Word], name: &Name, turned: bool) -> bool {
    let mut done = 0;
    let mut comma = false;
    for (at, word) in words.iter().enumerate() {
        match name.letters[done..].strip_prefix(word.letters.as_str()) {
            Some("") => return comma || !turned,
            Some(_) if name.ends.contains(&(done + word.letters.len())) => {
                comma |= word.comma;
                done += word.letters.len();
            }
            Some(_) => return false,
            None if at > 0 && word.initial => {}
            None => return false,
        }
    }
    false
}

fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut letters = String::new();
    let mut capitals = 0;
    let end = |letters: &mut String, capitals: &mut usize, words: &mut Vec<Word>| {
        if !letters.is_empty() {
            words.push(Word {
                initial: letters.len() == 1 && *capitals == 1,
                letters: std::mem::take(letters),
                comma: false,
            });
        }
        *capitals = 0;
    };
    for c in text.chars() {
        if c.is_alphanumeric() {
            capitals += usize::from(c.is_uppercase());
            fold(c, &mut letters);
        } else if !is_combining_mark(c) && !is_invisible(c) {
            end(&mut letters, &mut capitals, &mut words);
            if let (',', Some(last)) = (c, words.last_mut()) {
                last.comma = true;
            }
        }
    }
    end(&mut letters, &mut capitals, &mut words);
    words
}

impl Name {
    fn of(words: &[Word]) -> Self {
        let mut name = Self {
            letters: String::new(),
            ends: Vec::new(),
        };
        for word in words {
            name.letters.push_str(&word.letters);
            name.ends.push(name.letters.len());
        }
        name
    }
}

/// Adds a letter without case and accents.
fn fold(c: char, to: &mut String) {
    if c.is_ascii() {
        to.push(c.to_ascii_lowercase());
        return;
    }
    let plain = std::iter::once(c).nfkd().filter(|c| !is_combining_mark(*c));
    for c in plain {
        match c {
            'ł' | 'Ł' => to.push('l'),
            'ø' | 'Ø' => to.push('o'),
            'đ' | 'Đ' => to.push('d'),
            'ı' => to.push('i'),
            'ß' | 'ẞ' => to.push_str("ss"),
            'æ' | 'Æ' => to.push_str("ae"),
            c => to.extend(c.to_lowercase()),
        }
    }
}

/// Tells whether a character takes no room: soft hyphens and the joiners within words.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
    )
}
