use lettre::message::Mailbox;

use super::letterhead::mailbox;
use super::{Person, hostile, identity};
use crate::error::Finding;
use crate::model::EmailAddress;

/// Returns the mailbox of a person, or what is wrong with their code, name or address and in which column.
pub(super) fn recipient(
    person: &Person<'_>,
) -> std::result::Result<Mailbox, (&'static str, Finding)> {
    let (code, email) = (person.id(), person.email().trim());
    if !identity::fit(code) {
        let finding = Finding::error("odd-code", format!("`{code}` cannot be the name of a mail"));
        return Err((
            "code",
            finding.hint("a code for mail is letters, digits and dashes, such as `krt-mwxb`"),
        ));
    }
    if let Some(flaw) = hostile::flaw(person.name(), hostile::LONGEST_NAME) {
        let finding = Finding::error("hostile-name", format!("`{code}`: the name has {flaw}"));
        let noun = match person {
            Person::Registered(_) => "registration",
            Person::Speaker(..) => "speaker",
        };
        let hint = format!("type the name anew: `plenary {noun} edit {code} --name NAME`");
        return Err(("name", finding.hint(hint)));
    }
    if email.is_empty() {
        let finding = Finding::warning("missing-email", format!("`{code}` has no address"));
        return Err((
            "email",
            finding.hint("tell them another way, or add the address"),
        ));
    }
    let named = |finding: Finding| {
        let message = format!("`{code}`: {}", finding.message);
        ("email", Finding { message, ..finding })
    };
    let address = EmailAddress::parse(email).map_err(|error| {
        named(Finding::error("email", error.to_string()).hint("correct it: no mail can go there"))
    })?;
    mailbox(person.name(), &address).map_err(named)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::sample;

    #[test]
    fn whom_no_mail_can_reach_is_named_with_the_column_to_blame() {
        for (column, value, rule, message) in [
            ("email", "", "missing-email", "`krt-mwxb` has no address"),
            (
                "email",
                "ada@",
                "email",
                "`krt-mwxb`: `ada@` is not an e-mail address: the part after the `@` has no dot",
            ),
            (
                "code",
                "../x",
                "odd-code",
                "`../x` cannot be the name of a mail",
            ),
        ] {
            let one = sample::person(&[(column, value)]);
            let (at, finding) = recipient(&Person::Registered(&one)).expect_err(value);
            assert_eq!(
                (at, finding.rule, finding.message.as_str()),
                (column, rule, message)
            );
            assert!(finding.hint.is_some());
        }
    }

    #[test]
    fn an_address_goes_out_with_its_domain_in_ascii() {
        let one = sample::person(&[("email", "ada@exämple.org")]);
        let mailbox = recipient(&Person::Registered(&one)).expect("a mailbox");
        assert_eq!(mailbox.email.to_string(), "ada@xn--exmple-cua.org");
    }
}
