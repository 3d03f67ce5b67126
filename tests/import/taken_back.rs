//! Consents that another column takes back.

use crate::desk::Desk;
use crate::headings::imported;
use crate::updates::{import, value};

/// Who agreed to news, with two cells below another heading, and what is kept of that.
fn beside(heading: &str, cells: [&str; 2]) -> Vec<String> {
    let [one, other] = cells;
    let text = format!(
        "Name,Email,Newsletter,\"{heading}\"\n\
         Ann Lee,ann@example.org,Yes,\"{one}\"\n\
         Bob Cole,bob@example.org,Yes,\"{other}\"\n\
         Cy Dunn,cy@example.org,Yes,\n"
    );
    imported(&text, &["updates", "status"])
}

fn each(headings: &str) -> impl Iterator<Item = &str> {
    headings.split('|').map(str::trim)
}

const TAKEN: [&str; 3] = ["no, confirmed", "yes, confirmed", "yes, confirmed"];
const STAYS: [&str; 3] = ["yes, confirmed"; 3];

#[test]
fn a_consent_that_another_column_takes_back_with_a_tick_or_a_day_is_none() {
    for headings in [
        "Consent withdrawn|Consent withdrawn (on)|Withdrew consent|Consent revoked|Date consent withdrawn",
        "Has unsubscribed|Opted out on|Unsub|UNSUB_TIME|Unsubscribe Time|Opt-out date|Removed from list",
        "Asked to be removed|Please do not email|No longer wants emails|Suppressed|Objected to marketing",
        "No Bulk Emails (User Opt Out)|Do Not Email|Unsubscribed from all email|Email Opt Out",
        "Newsletter cancelled on|Newsletter stopped|Left the mailing list on|Taken off mailing list",
        "Newsletter abgemeldet am|Einwilligung widerrufen am|Abbestellt am|Abmeldedatum Newsletter",
        "Désinscrit le|Date de désabonnement|Consentement retiré le|Ne plus contacter",
        "Fecha de baja|Dado de baja el|Fecha de baja del boletín|Consentimiento revocado",
        "Data rezygnacji z newslettera|Data wypisania|Wycofano zgodę",
        "Wedi dad-danysgrifio|Caniatâd wedi'i dynnu'n ôl|Unsubscribe kiya|Ijazat wapas li",
    ] {
        for heading in each(headings) {
            for cells in [
                ["x", ""],
                ["TRUE", "FALSE"],
                ["1", "0"],
                ["Yes, by phone", "no"],
                ["2024-03-01 10:11", "0000-00-00"],
            ] {
                assert_eq!(beside(heading, cells), TAKEN, "{heading}: {cells:?}");
            }
        }
    }
}

#[test]
fn what_is_taken_back_besides_a_consent_to_news_leaves_that_alone() {
    for headings in [
        "Opt out of photos|Photo consent withdrawn on|Opted out of lunch|Opted out of the workshop|No bulk bookings",
        "Do not email the receipt|Removed from waiting list|Cancellation list|Parental consent withdrawn",
        "Research consent withdrawn|SMS opt out|Do Not Phone|Do Not Mail|Emails left|Subscription ended on",
        "Band mailing list|Fecha de baja laboral|Opted out of WhatsApp group|Not unsubscribed|Email removed",
    ] {
        for heading in each(headings) {
            for cells in [["x", ""], ["2024-03-01", ""]] {
                assert_eq!(beside(heading, cells), STAYS, "{heading}: {cells:?}");
            }
        }
    }
    for heading in ["Unsubscribe link", "Unsubscribe"] {
        let links = ["https://example.org/u/1", "https://example.org/u/2"];
        assert_eq!(beside(heading, links), STAYS, "{heading}");
    }
    let gone = ["yes, cancelled", "yes, confirmed", "yes, confirmed"];
    assert_eq!(beside("Withdrawn on", ["2024-03-01", ""]), gone);
    // Who has signed off may have left either.
    let both = ["no, cancelled", "yes, confirmed", "yes, confirmed"];
    assert_eq!(beside("Abgemeldet am", ["2024-03-01", ""]), both);
}

#[test]
fn whoever_refuses_where_it_is_asked_what_they_get_has_taken_a_yes_back() {
    for (heading, refused, other) in [
        ("Email preferences", "none", "all"),
        ("Contact preference", "post only", "Email"),
        ("Communication preferences", "No contact", "Email, post"),
        ("GDPR", "refused", "agreed"),
        ("Consent status", "Withdrawn", "Given"),
        ("Consent", "Withdrawn", "No"),
        ("Mailing list", "removed", "added"),
        ("Subscription status", "Opted-out", "Yes"),
        ("Still subscribed", "No", "Yes"),
        ("Email status", "Unsubscribed", "Bounced"),
        ("Unsubscribe reason", "Too many emails", "n/a"),
        ("Preferred contact method", "", "Post"),
    ] {
        let said = match refused {
            "" => STAYS,
            _ => TAKEN,
        };
        assert_eq!(beside(heading, [refused, other]), said, "{heading}");
    }
}

#[test]
fn a_consent_to_photos_is_taken_back_by_its_own_column_and_by_one_for_all() {
    for (heading, said) in [
        ("Photo consent withdrawn on", ["yes, no", "yes, yes"]),
        ("Opt out of photos", ["yes, no", "yes, yes"]),
        ("Consent withdrawn on", ["no, no", "yes, yes"]),
        ("Newsletter cancelled on", ["no, yes", "yes, yes"]),
    ] {
        let text = format!(
            "Name,Email,Newsletter,Photo consent,{heading}\n\
             Ann Lee,ann@example.org,Yes,Yes,2024-03-01\nBob Cole,bob@example.org,Yes,Yes,\n"
        );
        assert_eq!(imported(&text, &["updates", "photo"]), said, "{heading}");
    }
}

#[test]
fn no_day_below_a_consent_is_the_one_on_which_somebody_said_that_they_come() {
    for heading in [
        "GDPR",
        "GDPR consent",
        "Consent",
        "Subscribed",
        "Consent withdrawn on",
        "Newsletter cancelled on",
        "Unsubscribed on",
    ] {
        let text = format!(
            "Timestamp,Name,Email,Are you coming?,{heading}\n\
             2024-01-10 10:00,Ann Lee,ann@example.org,Yes,2024-03-01\n\
             2024-01-11 10:00,Bob Cole,bob@example.org,Yes,2024-03-01\n\
             2024-02-01 09:00,Ann Lee,ann@example.org,No,\n"
        );
        let said = imported(&text, &["name", "status", "registered"]);
        let expected = [
            "Ann Lee, cancelled, 2024-01-10 10:00",
            "Bob Cole, confirmed, 2024-01-11 10:00",
        ];
        assert_eq!(said, expected, "{heading}");
    }
}

#[test]
fn a_day_of_consent_makes_no_yes_later_than_the_no_that_was_said_since() {
    let form = "Timestamp,Name,Email,Newsletter\n2024-02-10 10:00,Ann Lee,ann@example.org,No\n";
    for heading in ["GDPR", "Consent", "Subscribed"] {
        for signups in [
            format!(
                "Timestamp,Name,Email,Newsletter,{heading}\n\
                 2024-01-10 10:00,Ann Lee,ann@example.org,Yes,2024-03-01\n"
            ),
            format!("Name,Email,Newsletter,{heading}\nAnn Lee,ann@example.org,Yes,2024-03-01\n"),
        ] {
            for files in [[form, signups.as_str()], [signups.as_str(), form]] {
                let mut desk = Desk::new();
                for file in files {
                    import(&mut desk, file);
                }
                assert_eq!(value(&desk, "Ann Lee", "updates"), "no", "{files:?}");
            }
        }
    }
}

#[test]
fn the_day_of_leaving_the_news_is_not_that_of_what_else_a_row_says() {
    for heading in [
        "Email opt-out date",
        "Newsletter consent withdrawn on",
        "Désinscrit le",
    ] {
        let list = format!(
            "Name,Email,Photos,{heading}\nAnn Lee,ann@example.org,Yes,2024-03-01\nBob Ray,bob@example.org,Yes,\n"
        );
        let form = "Timestamp,Name,Email,Photos\n2024-02-15 10:00,Ann Lee,ann@example.org,No\n";
        for files in [[list.as_str(), form], [form, list.as_str()]] {
            let mut desk = Desk::new();
            for file in files {
                desk.import("list.csv", file.as_bytes());
            }
            let ann = desk.list.iter().find(|one| one.name() == "Ann Lee");
            let said = ann.map(|one| [one.get("photo"), one.get("registered")]);
            assert_eq!(said, Some(["no", "2024-02-15 10:00"]), "{heading}");
        }
    }
}

#[test]
fn a_question_that_promises_that_one_may_leave_is_no_column_of_who_has() {
    for question in [
        "Newsletter (unsubscribe at any time)",
        "Receive our newsletter (opt out at any time)",
        "Email newsletter (opt out at any time)",
        "Email me updates (opt out any time)",
        "Newsletter (Abmeldung jederzeit)",
        "Newsletter (désinscription à tout moment)",
    ] {
        let text = format!(
            "Name,Email,{question}\nAnn Lee,ann@example.org,No\nBob Cole,bob@example.org,Yes\n"
        );
        assert_eq!(imported(&text, &["updates"]), ["no", "yes"], "{question}");
    }
}

#[test]
fn a_heading_that_names_consent_and_its_withdrawal_takes_none_back() {
    for heading in [
        "Date of consent / withdrawal",
        "Consent / withdrawal",
        "Consent or objection",
        "Einwilligung / Widerruf",
        "Autorisation / retrait",
        "Emails (subscription / opt out)",
    ] {
        for cells in [["2024-01-03", "2024-01-04"], ["x", ""]] {
            assert_eq!(beside(heading, cells), STAYS, "{heading}");
        }
    }
    for heading in [
        "Consent withdrawn/revoked",
        "Unsubscribed or opted out",
        "Emails/newsletter unsubscribed",
        "Opted out of newsletter or emails",
    ] {
        assert_eq!(beside(heading, ["x", ""]), TAKEN, "{heading}");
    }
}

#[test]
fn whoever_wants_no_calls_or_nothing_else_than_mail_leaves_a_yes_to_news_alone() {
    for (heading, cells) in [
        (
            "Contact preference",
            "No preference|No phone calls|Do not contact by phone|Don't contact me before 10am|No post",
        ),
        (
            "Communication preferences",
            "Opted out of SMS|Unsubscribed from texts|No marketing by phone|keine Angabe",
        ),
        ("Email preferences", "Text only|HTML|Plain text"),
        ("Consent", "Withdrawn for photos|Refused photos|No"),
        ("Unsub", "48213377|7"),
        ("Unsubscribe reason", "Subscribed|n/a"),
        ("Don't email", "Yes, email me|No"),
        ("Consent withdrawn", "Yes - photos only|No"),
    ] {
        for cell in each(cells) {
            assert_eq!(beside(heading, [cell, ""]), STAYS, "{heading}: {cell}");
        }
    }
    for (heading, cells) in [
        (
            "Contact preference",
            "No email|No contact|None|Do not contact|Do not email me please|No",
        ),
        (
            "Subscription status",
            "Unsubscribed 2024-03-01|Unsubscribed on 1 March 2024|Opted out of all emails",
        ),
        ("Unsub", "1709251200|1709251200000|45352|20240301"),
        ("Don't email", "Yes|Yes, don't email me|Yes, by phone"),
    ] {
        for cell in each(cells) {
            assert_eq!(beside(heading, [cell, ""]), TAKEN, "{heading}: {cell}");
        }
    }
}
