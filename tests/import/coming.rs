//! Which question asks whether people come, and which only how, with whom or to what part.

use crate::headings::{imported, notes};

/// Who has said yes, no and nothing to a question, as the states that they get.
fn states(question: &str, yes: &str, no: &str) -> Vec<String> {
    let text = format!(
        "Name,Email,\"{question}\"\nJo,jo@example.org,{yes}\nAl,al@example.org,{no}\nBo,bo@example.org,\n"
    );
    imported(&text, &["status"])
}

#[test]
fn a_no_to_how_or_with_whom_or_to_what_part_somebody_comes_keeps_nobody_away() {
    for question in [
        "Are you coming by car?",
        "Are you coming on the coach?",
        "Will you be coming with children?",
        "Are you coming with someone?",
        "Are you coming for the first time?",
        "Will you be coming on your own?",
        "Are you coming to the march before?",
        "Are you attending the whole day?",
        "Can you come early to help set up?",
        "Are you coming to the planning meeting on Thursday?",
        "Will you attend on the Friday night?",
        "Are you coming from far away?",
        "RSVP for the dinner",
        "Are You Coming To The Planning Conference?",
        "Kommst du mit dem Auto?",
        "Kommst du allein?",
        "Venez-vous en voiture ?",
        "¿Vas a venir en tren?",
        "Czy będziesz z dziećmi?",
    ] {
        let people = states(question, "Yes", "No");
        assert_eq!(people, ["confirmed"; 3], "{question}");
    }
}

#[test]
fn a_plain_no_to_whether_somebody_comes_is_seen() {
    for question in [
        "Will you be coming?",
        "Are you attending the conference?",
        "Are you able to attend?",
        "Can you make it?",
        "Are you still coming?",
        "Coming (Y/N)",
        "Attending (Y/N)",
        "3. Will you be joining us?",
        "Please confirm your attendance",
        "Are you coming to the Blackburn conference on 13 April?",
        "Will you be able to attend this year's conference in Blackburn?",
        "Will you be attending the event? (please let us know by 1 March)",
        "Nimmst du an der Konferenz teil?",
        "Viendrez-vous à la conférence le 13 avril ?",
        "Venez-vous ?",
        "¿Vas a venir?",
        "Czy będziesz?",
        "Fyddwch chi'n dod?",
        "Kya aap aa rahe hain?",
    ] {
        let people = states(question, "Yes", "No");
        assert_eq!(
            people,
            ["confirmed", "cancelled", "confirmed"],
            "{question}"
        );
    }
    assert_eq!(
        states("Coming?", "✓", "✗"),
        ["confirmed", "cancelled", "confirmed"]
    );
    // Without ticks beside them crosses may be ticks.
    assert_eq!(states("Coming?", "✗", "✗"), ["confirmed"; 3]);
}

#[test]
fn whether_somebody_comes_is_asked_beside_how() {
    let text = "Name,Email,Are you coming by car?,Will you be coming?\n\
                Jo,jo@example.org,No,Yes\nAl,al@example.org,Yes,No\n";
    let expected = ["confirmed, No", "cancelled, Yes"];
    let columns = ["status", "Are you coming by car?"];
    assert_eq!(imported(text, &columns), expected);
    let again = "Name,Email,Are you coming?,Are you still coming?\nJo,jo@example.org,Yes,No\nAl,al@example.org,Yes,\n";
    assert_eq!(imported(again, &["status"]), ["cancelled", "confirmed"]);
    let days = "Name,Email,Are you coming on Friday 12 April?,Are you coming on Saturday 13 April?\n\
                Jo,jo@example.org,Yes,No\nAl,al@example.org,No,Yes\n";
    assert_eq!(imported(days, &["status"]), ["confirmed"; 2]);
}

#[test]
fn a_column_of_who_has_cancelled_is_turned_round() {
    let text = "Name,Email,Status,Cancelled\n\
                Jo,jo@example.org,registered,\nAl,al@example.org,registered,yes\nBo,bo@example.org,registered,TRUE\n\
                Cy,cy@example.org,registered,cancelled 3 March\nDi,di@example.org,registered,no\n\
                Ed,ed@example.org,registered,2024-03-03\n";
    let expected = [
        "confirmed",
        "cancelled",
        "cancelled",
        "cancelled",
        "confirmed",
        "cancelled",
    ];
    assert_eq!(imported(text, &["status"]), expected);
    let alone = text.replace(",Status", "").replace(",registered", "");
    assert_eq!(imported(&alone, &["status"]), expected);
    // What nobody understands takes nobody's place away.
    let unclear = "Name,Email,Cancelled\nJo,jo@example.org,see note\nAl,al@example.org,lunch\n";
    assert_eq!(imported(unclear, &["status"]), ["confirmed"; 2]);
}

#[test]
fn a_place_or_what_kind_of_conference_it_is_may_stand_in_the_question() {
    for question in [
        "Are you coming to Blackburn?",
        "Are you coming to Blackburn on 13 April?",
        "Will you attend the launch conference?",
        "Will you be attending the Regional Conference on Saturday 13th April 2024 at the Town Hall?",
    ] {
        let text = format!("Name,Email,{question}\nJo,jo@example.org,Yes\nAl,al@example.org,No\n");
        let people = imported(&text, &["name", "status"]);
        assert_eq!(people, ["Jo, confirmed", "Al, cancelled"], "{question}");
    }
    for another in [
        "Are you attending a meeting on 12 May?",
        "Are you coming to the Social?",
        "Are you coming to the march before?",
    ] {
        let text = format!("Name,Email,{another}\nJo,jo@example.org,Yes\nAl,al@example.org,No\n");
        let people = imported(&text, &["name", "status"]);
        assert_eq!(people, ["Jo, confirmed", "Al, confirmed"], "{another}");
    }
}

#[test]
fn who_cannot_come_on_another_day_than_the_events_comes() {
    for question in [
        "Will you attend the 2025 conference?",
        "Will you attend the March meeting?",
        "Will you attend on 12 April?",
        "Will you attend day 2?",
    ] {
        assert_eq!(
            states(question, "Yes", "No"),
            ["confirmed"; 3],
            "{question}"
        );
    }
    let by = "Are you coming on 13 April? (please answer by 1 March)";
    let expected = ["confirmed", "cancelled", "confirmed"];
    assert_eq!(states(by, "Yes", "No"), expected);
}

#[test]
fn a_no_to_what_is_nearly_whether_somebody_comes_is_told() {
    let text = |question: &str| {
        format!("Name,Email,\"{question}\"\nJo,jo@example.org,Yes\nAl,al@example.org,No\n")
    };
    for question in [
        "Will you attend in person?",
        "Are you coming to the members' meeting?",
        "RSVP for Rochdale",
        "Will you attend on 12 April?",
    ] {
        let told = format!(
            "1 row says no to \"{question}\", which cancels nobody; if it asks whether they come at all, say --map status=\"{question}\""
        );
        assert_eq!(notes(&text(question)), [told]);
    }
    assert_eq!(notes(&text("Are you coming?")), [""; 0]);
    assert_eq!(notes(&text("Do you need a lift?")), [""; 0]);
    let nobody = text("Will you attend in person?").replace(",No", ",Yes");
    assert_eq!(notes(&nobody), [""; 0]);
}

#[test]
fn the_event_may_be_called_by_its_name() {
    let text = "Name,Email,RSVP for Test\nJo,jo@example.org,Yes\nAl,al@example.org,No\n";
    assert_eq!(imported(text, &["status"]), ["confirmed", "cancelled"]);
}

#[test]
fn whether_somebody_comes_is_answered_by_boxes_too() {
    for (yes, no) in [
        ("TRUE", "FALSE"),
        ("1", "0"),
        ("on", "off"),
        ("Checked", "Unchecked"),
        ("Ja", "Nee"),
    ] {
        for question in ["Will you attend?", "RSVP", "Going?"] {
            let expected = ["confirmed", "cancelled", "confirmed"];
            assert_eq!(states(question, yes, no), expected, "{question} {yes}");
        }
    }
    // Below `Status` they may be any two things.
    assert_eq!(states("Status", "1", "0"), ["confirmed"; 3]);
}

#[test]
fn what_forms_write_around_the_question_is_no_part_of_it() {
    for question in [
        "Q3: Will you attend?",
        "Q3. Will you attend?",
        "Question 3: Will you attend?",
        "4.1 Will you attend?",
        "Page 1: Will you attend?",
        "Will you attend? (optional)",
        "Will you attend? - Selected Choice",
        "Will you attend? [Response]",
        "Will you attend? #4",
        "Q3: RSVP",
    ] {
        let expected = ["confirmed", "cancelled", "confirmed"];
        assert_eq!(states(question, "Yes", "No"), expected, "{question}");
    }
}

#[test]
fn whether_somebody_comes_is_asked_in_more_words() {
    for question in [
        "Invitee Status",
        "Reply Status",
        "Registration Status[STS_ID]",
        "Response",
        "Would you like to attend?",
        "Do you accept the invitation?",
        "Will you take part?",
        "Can we expect you?",
        "Still coming?",
        "Can you make Saturday 13 April?",
        "Going?",
        "Confirmez-vous votre présence ?",
        "¿Confirmas tu asistencia?",
        "Anwesenheit",
        "Fyddwch chi yno?",
    ] {
        let expected = ["confirmed", "cancelled", "confirmed"];
        assert_eq!(states(question, "Yes", "No"), expected, "{question}");
    }
}

#[test]
fn a_word_that_nobody_knows_keeps_no_other_answer_from_being_read_and_is_told() {
    let text = "Name,Email,RSVP\nJo,jo@example.org,Yes\nAl,al@example.org,No\nBo,bo@example.org,Perchance\n";
    let expected = ["confirmed", "cancelled", "confirmed"];
    assert_eq!(imported(text, &["status"]), expected);
    let told = "\"RSVP\" says \"Perchance\" in 1 row, which is not understood and takes nobody's place away";
    assert_eq!(notes(text), [told]);
}

#[test]
fn more_words_say_that_somebody_does_not_come_or_waits() {
    for (word, status) in [
        ("Can't Go", "cancelled"),
        ("Decline", "cancelled"),
        ("Regrets", "cancelled"),
        ("Nope", "cancelled"),
        ("Ich komme nicht", "cancelled"),
        ("Je ne viens pas", "cancelled"),
        ("Pulled out", "cancelled"),
        ("Can no longer attend", "cancelled"),
        ("Apologies", "cancelled"),
        ("Not yet replied", "pending"),
        ("Not approved", "pending"),
        ("TBC", "pending"),
    ] {
        assert_eq!(states("RSVP", "Yes", word)[1], status, "{word}");
    }
}

#[test]
fn what_became_of_an_order_or_its_payment_counts_beside_the_answer() {
    for (columns, rows) in [
        ("Status,RSVP", ["Complete,Yes", "Complete,No"]),
        ("RSVP,Payment Status", ["Yes,Paid", "Yes,Refunded"]),
        (
            "Order Status,Attendee Status",
            ["Complete,Attending", "Refunded,Attending"],
        ),
        ("RSVP,Refunded", ["Yes,No", "Yes,Yes"]),
    ] {
        let text = format!(
            "Name,Email,{columns}\nJo,jo@example.org,{}\nAl,al@example.org,{}\n",
            rows[0], rows[1]
        );
        assert_eq!(
            imported(&text, &["status"]),
            ["confirmed", "cancelled"],
            "{columns}"
        );
    }
    // Who has not paid comes all the same, if they say so.
    let unpaid =
        "Name,Email,RSVP,Payment Status\nJo,jo@example.org,Yes,No\nAl,al@example.org,Yes,Unpaid\n";
    assert_eq!(imported(unpaid, &["status"]), ["confirmed"; 2]);
}

#[test]
fn whether_somebody_comes_is_asked_and_answered_in_welsh_and_french() {
    for (question, yes, no) in [
        ("Fyddwch chi'n dod?", "Byddaf", "Na"),
        ("Fyddwch chi'n gallu dod?", "Byddaf", "Na fyddaf"),
        ("A fyddwch chi'n mynychu?", "Byddaf", "Na fydda"),
        ("Ydych chi'n dod?", "Ydw", "Nac ydw"),
        ("Présent(e) ?", "Oui", "Non"),
        ("Présente", "Oui", "Non"),
        ("Seras-tu présent·e ?", "Oui", "Non"),
    ] {
        let expected = ["confirmed", "cancelled", "confirmed"];
        assert_eq!(states(question, yes, no), expected, "{question}");
    }
}

#[test]
fn a_yes_to_being_unable_to_come_cancels() {
    for heading in [
        "I am unable to attend",
        "I'm unable to come",
        "I will not attend",
        "I won't be able to attend",
        "Ich kann nicht kommen",
        "Je ne peux pas venir",
        "No puedo asistir",
        "Nie mogę przyjść",
        "Ni allaf ddod",
    ] {
        assert_eq!(states(heading, "", "Yes")[1], "cancelled", "{heading}");
    }
}

#[test]
fn what_is_cancelled_beside_coming_or_asked_about_cancels_nobody_and_is_told() {
    for word in [
        "Coming (cancelled hotel)",
        "Confirmed, cancelled the dinner",
        "Cancelled?",
        "Kommt (Hotel storniert)",
        "Abgesagt?",
        "Annulé ?",
    ] {
        let text = format!(
            "Name,Email,Status\nJo,jo@example.org,Confirmed\nAl,al@example.org,\"{word}\"\nBo,bo@example.org,Cancelled\n"
        );
        let expected = ["confirmed", "confirmed", "cancelled"];
        assert_eq!(imported(&text, &["status"]), expected, "{word}");
        let told = format!(
            "\"Status\" says \"{word}\" in 1 row, which is not understood and takes nobody's place away"
        );
        assert_eq!(notes(&text), [told], "{word}");
    }
}

#[test]
fn whoever_has_cancelled_since_they_said_yes_does_not_come_and_what_is_unclear_of_it_is_told() {
    let states = |answers: [&str; 4]| {
        let [one, two, three, four] = answers;
        let text = format!(
            "Name,Email,Coming?\nJo,jo@example.org,{one}\nAl,al@example.org,{two}\nBo,bo@example.org,{three}\n\
             Cy,cy@example.org,{four}\n"
        );
        (imported(&text, &["status"]).join(" "), notes(&text))
    };
    let cancelled = "confirmed cancelled cancelled cancelled";
    for answers in [
        ["Yes", "Yes - cancelled 3/4", "Yes (now cancelled)", "No"],
        ["Yes", "Yes - pulled out", "Yes - now can't make it", "No"],
        ["ja", "ja - abgesagt 3.4.", "\"ja, dann abgesagt\"", "nein"],
        ["oui", "oui mais annulé", "oui - désistée", "non"],
    ] {
        assert_eq!(states(answers), (cancelled.to_string(), Vec::new()));
    }
    let other = [
        "Yes - cancelled my other meeting",
        "\"Yes, though my train was cancelled\"",
        "\"Yes, cancelled my hotel\"",
        "No",
    ];
    let comes = "confirmed confirmed confirmed cancelled".to_string();
    assert_eq!(states(other), (comes.clone(), Vec::new()));
    let unclear = ["Yes", "Yes - cancelled 2", "Yes but she cancelled", "No"];
    let told = "\"Coming?\" says \"Yes - cancelled 2\", \"Yes but she cancelled\" in 2 rows, which is not understood \
                and takes nobody's place away";
    assert_eq!(states(unclear), (comes, vec![told.to_string()]));
}
