use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::said::said;
use crate::model::{Registration, order_by_key};

/// Somebody as the people at the door have to know them: no address, no phone number, and not which need it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// Their code.
    pub code: String,
    /// What they want to be called.
    pub name: String,
    /// Their ticket, blank if there is only one kind.
    pub ticket: String,
    /// Whether somebody should look after them.
    pub access: bool,
}

/// Returns those who come, ordered as people look for a name: by its last word, then by the rest, without case and
/// accents.
pub fn door<'a>(people: impl IntoIterator<Item = &'a Registration>) -> Vec<Arrival> {
    let mut arrivals: Vec<Arrival> = people
        .into_iter()
        .map(|person| Arrival {
            code: person.code().to_string(),
            name: person.name().to_string(),
            ticket: person.get("ticket").trim().to_string(),
            access: said(person.get("access")).is_some(),
        })
        .collect();
    order_by_key(&mut arrivals, |arrival| {
        let plain = plain(&arrival.name);
        let last = plain
            .split_whitespace()
            .next_back()
            .unwrap_or_default()
            .to_string();
        (last, plain, arrival.code.clone())
    });
    arrivals
}

fn plain(name: &str) -> String {
    let letters = name.nfkd().filter(|c| !is_combining_mark(*c));
    letters.collect::<String>().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Registrations;

    #[test]
    fn people_stand_by_their_last_names_and_only_a_mark_says_that_they_have_needs() {
        let mut list = Registrations::default();
        for (code, name, access) in [
            ("krt-mwxb", "Zoe Zimmer", "none"),
            ("bcd-fghj", "Bo Éxample", "wheelchair"),
            ("xyz-wvts", "Ada Example", ""),
        ] {
            let mut one = list.blank();
            one.set("code", code);
            one.set("name", name);
            one.set("access", access);
            list.push(one);
        }
        let seen: Vec<(String, bool)> = door(&list)
            .into_iter()
            .map(|arrival| (arrival.name, arrival.access))
            .collect();
        let expected = [
            ("Ada Example", false),
            ("Bo Éxample", true),
            ("Zoe Zimmer", false),
        ];
        assert_eq!(
            seen,
            expected.map(|(name, access)| (name.to_string(), access))
        );
    }
}
