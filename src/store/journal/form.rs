use std::ops::Range;

use memchr::memchr;

use crate::model::domain_of;
use crate::sheet::line_cells;

/// What a line of the journal has in common with the one before it, as nearly all have: they tell of mails of one run, which
/// differ in when, to whom and how it went.
#[derive(Debug)]
pub(super) struct Form {
    /// When the last one was written, and a comma.
    time: String,
    before_person: String,
    /// Between person and Message-ID, with what this begins with.
    between: String,
    /// Behind the person in the Message-ID.
    after: String,
}

/// What a line has of its own: time, state, person and reply.
pub(super) type Own<'t> = [&'t str; 4];

impl Form {
    /// Takes it from the cells of a line; none if its Message-ID is not made of the others, or one of them has to be quoted.
    pub(super) fn of(
        [time, _, kind, person, revision, message_id, server, boot, _]: [&str; 9],
    ) -> Option<Self> {
        let between = format!(",{revision},<{kind}.");
        let domain = domain_of(message_id, [kind, person, revision])?;
        let mut cells = [time, message_id, server, boot].into_iter();
        if cells.any(|cell| cell.contains([',', '"'])) {
            return None;
        }
        Some(Self {
            time: format!("{time},"),
            before_person: format!("{kind},"),
            between,
            after: format!(".{revision}@{domain}>,{server},{boot},"),
        })
    }

    /// Returns what a line has of its own that starts there in a text, if it has this form, and where it ends.
    pub(super) fn take<'t>(&mut self, text: &'t str, start: usize) -> Option<(Own<'t>, usize)> {
        let bytes = text.as_bytes();
        let to_comma = |from: usize| Some(from + memchr(b',', bytes.get(from..)?)?);
        let skip = |from: usize, what: &[u8]| {
            let there = bytes.get(from..)?.starts_with(what);
            there.then_some(from + what.len())
        };
        let known = skip(start, self.time.as_bytes());
        let time = match known {
            Some(end) => start..end - 1,
            None => start..to_comma(start)?,
        };
        let state = time.end + 1..to_comma(time.end + 1)?;
        let person = skip(state.end + 1, self.before_person.as_bytes())?;
        let person = person..to_comma(person)?;
        let again = skip(person.end, self.between.as_bytes())?;
        let again = skip(again, &bytes[person.clone()])?;
        let reply = skip(again, self.after.as_bytes())?;
        let ([own], end) = line_cells(text, reply)?;
        if own.range.end != end || text[own.range].contains('"') {
            return None;
        }
        // A quote or a line feed: the line is another than it seems.
        let is_odd = |cell: &Range<usize>| {
            let bytes = bytes[cell.clone()].iter();
            bytes.fold(false, |odd, byte| odd | (*byte <= b'"'))
        };
        if known.is_none() && is_odd(&time) || is_odd(&person) {
            return None;
        }
        let own = [time, state, person, reply..end].map(|cell| &text[cell]);
        if known.is_none() {
            self.time = format!("{},", own[0]);
        }
        Some((own, end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str =
        "10:00,sending,place,krt-mwxb,1,<place.krt-mwxb.1@example.org>,smtp://localhost,b00t,";

    fn form() -> Form {
        Form::of([
            "10:00",
            "sending",
            "place",
            "krt-mwxb",
            "1",
            "<place.krt-mwxb.1@example.org>",
            "smtp://localhost",
            "b00t",
            "",
        ])
        .expect("a Message-ID as plenary makes them")
    }

    #[test]
    fn a_line_of_the_same_form_differs_in_time_state_person_and_reply() {
        let other = LINE
            .replace("krt-mwxb", "bcd-fghj")
            .replace("sending", "accepted");
        let text = format!("{other}250 ok\n{LINE}");
        let own = ["10:00", "accepted", "bcd-fghj", "250 ok"];
        assert_eq!(
            form().take(&text, 0),
            Some((own, text.len() - LINE.len() - 1))
        );
        let own = ["10:00", "sending", "krt-mwxb", ""];
        assert_eq!(
            form().take(&text, text.len() - LINE.len()),
            Some((own, text.len()))
        );
    }

    #[test]
    fn a_line_that_differs_in_anything_else_has_another_form() {
        for (this, that) in [
            ("10:00", "\n10:00"),
            ("10:00", "\"10:00\""),
            ("sending,place", "sending,offer"),
            ("place.krt-mwxb", "place.bcd-fghj"),
            ("place.krt-mwxb", "offer.krt-mwxb"),
            ("krt-mwxb", "krt\nmwxb"),
            (",1,", ",2,"),
            (".1@", ".2@"),
            ("example.org", "example.net"),
            ("smtp:", "smtps:"),
            ("b00t", "b00ts"),
            ("b00t,", "b00t,a,"),
            ("b00t,", "b00t,\"a\""),
        ] {
            let other = LINE.replace(this, that);
            assert_ne!(other, LINE);
            assert_eq!(form().take(&other, 0), None, "{other}");
        }
    }
}
