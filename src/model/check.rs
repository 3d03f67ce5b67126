use super::{Code, Columns, EmailAddress, Event, Registration, Status, parse_wall_time};
use crate::error::{Finding, did_you_mean};

/// Where in the rows of a list the answers stand that are looked at.
#[derive(Clone, Copy, Debug)]
pub struct Answers {
    offer: Option<usize>,
    updates: Option<usize>,
    photo: Option<usize>,
    ticket: Option<usize>,
}

impl Answers {
    /// Finds them, once for everybody.
    pub fn of(columns: &Columns) -> Self {
        Self {
            offer: columns.position("offer"),
            updates: columns.position("updates"),
            photo: columns.position("photo"),
            ticket: columns.position("ticket"),
        }
    }
}

/// Returns what is wrong with one registration, each with the column that is to blame.
pub fn registration_findings(
    registration: &Registration,
    answers: Answers,
    event: Option<&Event>,
) -> Vec<(&'static str, Finding)> {
    let answer = |at: Option<usize>| at.map_or("", |at| registration.at(at)).trim();
    let mut findings = Vec::new();
    let code = registration.code();
    if code.is_empty() {
        let finding = Finding::error("missing-code", "this person has no code");
        findings.push((
            "code",
            finding.hint(
                "without one they get no mail: write seven consonants that nobody else has, such as `krt-mwxb`",
            ),
        ));
    } else if !Code::is_one(code) {
        let finding = Finding::warning("odd-code", format!("`{code}` does not look like a code"));
        findings.push((
            "code",
            finding.hint("codes look like `krt-mwxb`; keep it if people were told it"),
        ));
    }
    let name = registration.name();
    if name.trim().is_empty() {
        findings.push((
            "name",
            Finding::warning("missing-name", "this person has no name"),
        ));
    }
    if name.chars().any(char::is_control) {
        let finding = Finding::error(
            "hostile-name",
            "the name has a line break or another control character in it",
        );
        findings.push((
            "name",
            finding.hint("type the name anew: no mail can go to it as it is"),
        ));
    }
    let offer = answer(answers.offer);
    findings.extend(contact(registration, !offer.is_empty()).map(|finding| ("email", finding)));
    if registration.status().is_none() {
        let word = registration.get("status");
        let words = Status::ALL.map(Status::word);
        let finding = Finding::error("status", format!("`{word}` is no status"));
        let hint = did_you_mean(word, words)
            .unwrap_or_else(|| format!("a status is {}", words.join(", ")));
        findings.push(("status", finding.hint(hint)));
    }
    if !offer.is_empty() && parse_wall_time(offer, &[]).is_err() {
        let finding = Finding::error(
            "offer",
            format!("`{offer}` is no time, so this offer of a place never runs out"),
        );
        let hint = "write year, month, day and time, as in `2024-04-10 18:00`; blank for no offer";
        findings.push(("offer", finding.hint(hint)));
    }
    for (column, at) in [("updates", answers.updates), ("photo", answers.photo)] {
        let answer = answer(at);
        let clear = ["", "yes", "no"].iter();
        if !clear
            .into_iter()
            .any(|word| answer.eq_ignore_ascii_case(word))
        {
            let finding = Finding::warning(
                "consent",
                format!("`{answer}` is no clear answer and counts as no"),
            );
            findings.push((column, finding.hint("write yes or no")));
        }
    }
    let ticket = answer(answers.ticket);
    if let Some(event) = event
        && !ticket.is_empty()
        && !event.tickets.is_empty()
        && !event
            .tickets
            .iter()
            .any(|kind| kind.id.as_str() == ticket || kind.name == ticket)
    {
        let finding = Finding::warning(
            "unknown-ticket",
            format!("there is no ticket `{ticket}` in event.toml"),
        );
        let kinds = event.tickets.iter().map(|kind| kind.id.as_str());
        findings.push(("ticket", finding.maybe_hint(did_you_mean(ticket, kinds))));
    }
    findings
}

fn contact(registration: &Registration, is_offered: bool) -> Option<Finding> {
    let email = registration.email().trim();
    let comes = matches!(
        registration.status(),
        Some(Status::Confirmed | Status::Waiting)
    );
    if email.is_empty() && is_offered && registration.status() == Some(Status::Waiting) {
        let code = registration.code();
        let finding = Finding::warning(
            "offer-untold",
            "this person is offered a place and has no address, so the place is kept until you decide",
        );
        return Some(finding.hint(format!(
            "ask them, then: plenary registration accept {code}; or cancel {code}"
        )));
    }
    if email.is_empty() {
        let finding = Finding::warning(
            "missing-email",
            "this person has no address and gets no mail",
        );
        return comes.then(|| finding.hint("tell them another way, or add the address"));
    }
    if EmailAddress::is_one(email) {
        return None;
    }
    let error = EmailAddress::parse(email).err()?;
    Some(Finding::error("email", error.to_string()).hint("correct it: no mail can go there"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(values: &[(&str, &str)]) -> Vec<(&'static str, &'static str)> {
        let mut one = Registration::new(std::sync::Arc::default());
        for (column, value) in values {
            one.set(column, value);
        }
        registration_findings(&one, Answers::of(&Columns::default()), None)
            .into_iter()
            .map(|(column, finding)| (column, finding.rule))
            .collect()
    }

    #[test]
    fn a_sound_registration_has_no_findings() {
        let sound = [
            ("code", "krt-mwxb"),
            ("name", "Ada"),
            ("email", "ada@example.org"),
            ("updates", "yes"),
        ];
        assert_eq!(rules(&sound), []);
    }

    #[test]
    fn an_offer_until_a_time_that_is_none_would_hold_a_place_for_ever() {
        let offers = |until: &str| {
            let columns = ["code", "name", "email", "offer"]
                .map(String::from)
                .to_vec();
            let columns = std::sync::Arc::new(Columns::new(columns));
            let mut one = Registration::new(std::sync::Arc::clone(&columns));
            for (column, value) in [("code", "krt-mwxb"), ("name", "Ada"), ("offer", until)] {
                one.set(column, value);
            }
            let found = registration_findings(&one, Answers::of(&columns), None);
            found
                .iter()
                .filter(|(column, _)| *column == "offer")
                .count()
        };
        assert_eq!(offers("2024-04-10 18:00"), 0);
        assert_eq!(offers(" "), 0);
        assert_eq!(offers("Tuesday"), 1);
    }

    #[test]
    fn each_fault_is_found_in_its_column() {
        let faulty = [
            ("code", "12"),
            ("email", "ada@"),
            ("status", "confirmd"),
            ("updates", "maybe"),
            ("photo", "No"),
        ];
        assert_eq!(
            rules(&faulty),
            [
                ("code", "odd-code"),
                ("name", "missing-name"),
                ("email", "email"),
                ("status", "status"),
                ("updates", "consent"),
            ]
        );
    }
}
