//! Columns of who comes that are called after the event or the answer, in the words of an answer, or ask how many come.

use crate::headings::{imported, notes};

/// What four people have answered below a heading, as the states that they get.
fn states(heading: &str, answers: [&str; 4]) -> Vec<String> {
    imported(&file(heading, answers), &["status"])
}

fn file(heading: &str, answers: [&str; 4]) -> String {
    let [jo, al, bo, di] = answers;
    format!(
        "Name,Email,{heading}\nJo,jo@example.org,{jo}\nAl,al@example.org,{al}\nBo,bo@example.org,{bo}\nDi,di@example.org,{di}\n"
    )
}

const OPEN: [&str; 4] = ["confirmed", "cancelled", "pending", "cancelled"];

#[test]
fn answers_that_can_only_be_ones_to_whether_somebody_comes_are_read_below_the_event_or_the_answer()
{
    let english = ["Coming", "Not coming", "Maybe", "Can't come"];
    for (headings, answers) in [
        (
            &[
                "Public meeting",
                "The conference",
                "Answer",
                "What they said",
                "13 April",
                "Sat 13th April",
                "13/04/2024",
            ][..],
            english,
        ),
        (
            &["Antwort", "Tagung"],
            [
                "Kommt",
                "Kommt nicht",
                "Vielleicht",
                "Kann leider nicht kommen",
            ],
        ),
        (
            &["Réunion publique"],
            ["Viendra", "Ne viendra pas", "Peut-être", "Absent"],
        ),
        (
            &["Evento"],
            ["Viene", "No viene", "Quizás", "No puede venir"],
        ),
        (
            &["Spotkanie"],
            ["Przyjdzie", "Nie przyjdzie", "Nie wiem", "Nie może przyjść"],
        ),
        (
            &["Cyfarfod", "Ateb"],
            ["Yn dod", "Ddim yn dod", "Efallai", "Methu dod"],
        ),
        (
            &["Jawab"],
            ["Aa rahe hain", "Nahi aa rahe", "Shayad", "Nahi aayenge"],
        ),
    ] {
        for heading in headings {
            assert_eq!(states(heading, answers), OPEN, "{heading}");
        }
    }
}

#[test]
fn the_same_answers_keep_nobody_away_below_something_else_and_are_told_where_nobody_knows_of_what_they_are()
 {
    let english = ["Coming", "Not coming", "Maybe", "Can't come"];
    for heading in [
        "Dinner",
        "Workshop A",
        "Last meeting",
        "Planning meeting",
        "Meeting 2",
        "Conference 2019",
        "12 April",
        "Friday",
        "AGM",
        "Choir practice",
        "Pub afterwards",
    ] {
        assert_eq!(states(heading, english), ["confirmed"; 4], "{heading}");
        assert_eq!(notes(&file(heading, english)), [""; 0], "{heading}");
    }
    for heading in ["Availability", "Q1", "Town Hall"] {
        assert_eq!(states(heading, english), ["confirmed"; 4], "{heading}");
        let told = format!(
            "\"{heading}\" says \"Not coming\", \"Can't come\" in 2 rows, which was not read and takes nobody's place away; if it tells whether they come, say --map status=\"{heading}\""
        );
        assert_eq!(notes(&file(heading, english)), [told], "{heading}");
    }
    // One of several days, and beside a column that says who comes.
    let days = "Name,Email,Friday,Saturday\nJo,jo@example.org,Coming,Not coming\nAl,al@example.org,Not coming,Coming\n";
    assert_eq!(imported(days, &["status"]), ["confirmed"; 2]);
    let beside = "Name,Email,Coming?,Answer\nJo,jo@example.org,Yes,Not coming\nAl,al@example.org,No,Coming\n";
    assert_eq!(imported(beside, &["status"]), ["confirmed", "cancelled"]);
    // A bare no may be one to anything.
    let bare = ["Yes", "No", "Maybe", "Yes"];
    assert_eq!(states("Public meeting", bare), ["confirmed"; 4]);
    assert_eq!(
        notes(&file("Public meeting", bare)),
        [
            "1 row says no to \"Public meeting\", which cancels nobody; if it asks whether they come at all, say --map status=\"Public meeting\""
        ]
    );
}

#[test]
fn a_heading_that_states_that_somebody_comes_asks_for_it() {
    for (headings, answers) in [
        (
            &[
                "Will be there",
                "Can come",
                "Able to attend?",
                "Is coming",
                "Will be there on the day?",
            ][..],
            ["Yes", "No", "Maybe", "No"],
        ),
        (
            &["Je participerai", "Sera présent(e)", "Viendra ?"],
            ["Oui", "Non", "Peut-être", "Non"],
        ),
        (
            &["Nehme teil", "Dabei?", "Kann kommen"],
            ["Ja", "Nein", "Vielleicht", "Nein"],
        ),
        (&["Vendrá", "Puedo asistir"], ["Sí", "No", "Quizás", "No"]),
        (
            &[
                "Przyjdzie?",
                "Czy weźmie Pan/Pani udział?",
                "Czy Pan(i) przyjdzie?",
            ],
            ["Tak", "Nie", "Nie wiem", "Nie"],
        ),
        (
            &["Dod?", "Yn dod i'r gynhadledd?"],
            ["Ydw", "Nac ydw", "Efallai", "Na"],
        ),
        (&["Aayenge?"], ["Haan", "Nahi", "Shayad", "Nahi"]),
    ] {
        for heading in headings {
            assert_eq!(states(heading, answers), OPEN, "{heading}");
        }
    }
    for heading in [
        "Will come to lunch",
        "Can come early",
        "Partner will attend",
        "Kinder dabei?",
        "Kommt mit dem Auto",
        "Viene con niños",
        "Będzie na obiedzie",
        "Can make cakes",
        "Will attend Friday",
    ] {
        assert_eq!(
            states(heading, ["Yes", "No", "Maybe", "No"]),
            ["confirmed"; 4],
            "{heading}"
        );
    }
}

#[test]
fn a_statement_that_somebody_comes_is_told_and_not_read_beside_anything_that_says_who_does() {
    for (first, yes, second) in [
        ("Status", "Confirmed", "Participating"),
        ("Attending?", "Yes", "Taking part?"),
        ("Kommen Sie?", "Ja", "Dabei"),
        ("RSVP", "Yes", "Will be there"),
        ("¿Vas a venir?", "Sí", "Participa"),
    ] {
        let text = format!(
            "Name,Email,{first},{second}\nJo,jo@example.org,{yes},Yes\nAl,al@example.org,{yes},No\n"
        );
        let told = format!(
            "1 row says no to \"{second}\", which cancels nobody; if it asks whether they come at all, say --map status=\"{second}\""
        );
        assert_eq!(imported(&text, &["status"]), ["confirmed"; 2], "{text}");
        assert_eq!(notes(&text), [told], "{text}");
    }
    // Several of them, columns to tick beside one, and a blank column that says nothing.
    for (text, expected) in [
        (
            "Name,Email,Will be there,Taking part\nJo,jo@example.org,Yes,No\nAl,al@example.org,No,No\n",
            ["confirmed", "confirmed"],
        ),
        (
            "Name,Email,Coming,Not coming,Dabei\nJo,jo@example.org,x,,No\nAl,al@example.org,,x,No\n",
            ["confirmed", "cancelled"],
        ),
        (
            "Name,Email,RSVP,Will be there\nJo,jo@example.org,,Yes\nAl,al@example.org,,No\n",
            ["confirmed", "cancelled"],
        ),
        (
            "Name,Email,Payment status,Will be there\nJo,jo@example.org,Paid,Yes\nAl,al@example.org,Paid,No\n",
            ["confirmed", "cancelled"],
        ),
    ] {
        assert_eq!(imported(text, &["status"]), expected, "{text}");
    }
}

#[test]
fn who_is_not_there_at_an_hour_may_come_at_another() {
    let answers = ["Yes", "No", "Maybe", "No"];
    for heading in [
        "Will be there at 9",
        "Can come at 8",
        "Will be there at 9am",
        "Je serai là à 9h",
        "Will be there on 13 April at 9",
    ] {
        let beside = format!(
            "Name,Email,Attending?,{heading}\nJo,jo@example.org,Yes,Yes\nAl,al@example.org,Yes,No\n"
        );
        assert_eq!(states(heading, answers), ["confirmed"; 4], "{heading}");
        assert_eq!(
            imported(&beside, &["status"]),
            ["confirmed"; 2],
            "{heading}"
        );
    }
    for heading in [
        "Will be there on 13 April",
        "Will attend the conference 2024",
    ] {
        assert_eq!(states(heading, answers), OPEN, "{heading}");
    }
}

#[test]
fn a_list_of_who_was_at_a_meeting_says_nothing_of_the_event() {
    let there = ["Present", "Absent", "Present", "Apologies"];
    for heading in ["Meeting", "Public meeting", "The conference"] {
        let told = format!(
            "\"{heading}\" says \"Absent\", \"Apologies\" in 2 rows, which was not read and takes nobody's place away; if it tells whether they come, say --map status=\"{heading}\""
        );
        assert_eq!(states(heading, there), ["confirmed"; 4], "{heading}");
        assert_eq!(notes(&file(heading, there)), [told], "{heading}");
    }
    for heading in ["Answer", "13 April"] {
        assert_eq!(
            states(heading, there),
            ["confirmed", "cancelled", "confirmed", "cancelled"],
            "{heading}"
        );
    }
    let answered = "Name,Email,Meeting,Answer\nJo,jo@example.org,Absent,Coming\nAl,al@example.org,Present,Not coming\n";
    assert_eq!(imported(answered, &["status"]), ["confirmed", "cancelled"]);
    for answer in ["Absent", "Not coming"] {
        let beside = format!(
            "Name,Email,Meeting,Conference\nJo,jo@example.org,Coming,Yes\nAl,al@example.org,{answer},Yes\n"
        );
        assert_eq!(imported(&beside, &["status"]), ["confirmed"; 2], "{answer}");
    }
}

#[test]
fn a_statement_behind_somebody_else_or_beside_another_way_to_be_there_is_theirs() {
    for text in [
        "Name,Email,Partner,Is coming\nJo,jo@example.org,Max Lee,Yes\nAl,al@example.org,Sam Day,No\n",
        "Name,E-Mail,Kind,Dabei\nJo,jo@example.org,Max,Ja\nAl,al@example.org,Sam,Nein\n",
        "Name,Email,Guest's name,Answer\nJo,jo@example.org,Max Lee,Coming\nAl,al@example.org,Sam Day,Not coming\n",
        "Name,Email,Zoom,Can come\nJo,jo@example.org,No,Yes\nAl,al@example.org,Yes,No\n",
        "Name,Email,Online?,Will be there\nJo,jo@example.org,No,Yes\nAl,al@example.org,Yes,No\n",
        "Name,Email,Meeting,Zoom\nJo,jo@example.org,Coming,No\nAl,al@example.org,Can't come,Yes\n",
    ] {
        assert_eq!(imported(text, &["status"]), ["confirmed"; 2], "{text}");
        let told = notes(text);
        assert!(
            told.iter().any(|note| note.contains("say --map status=")),
            "{told:?}"
        );
    }
    // Whoever is called a guest is the one who comes, and a blank column names nobody.
    for text in [
        "Email,Guest,Is coming\njo@example.org,Jo Lee,Yes\nal@example.org,Al Day,No\n",
        "Name,Email,Kind of ticket,Dabei\nJo,jo@example.org,A,Ja\nAl,al@example.org,B,Nein\n",
        "Name,Email,Partner,Is coming\nJo,jo@example.org,,Yes\nAl,al@example.org,,No\n",
        "Name,Email,Organisation,Will be there\nJo,jo@example.org,Ox,Yes\nAl,al@example.org,Ox,No\n",
    ] {
        assert_eq!(
            imported(text, &["status"]),
            ["confirmed", "cancelled"],
            "{text}"
        );
    }
}

#[test]
fn nobody_who_comes_is_told_where_it_is_asked_how_many_do() {
    let answers = ["2", "0", "1", "1"];
    for heading in ["How many coming?", "How many are coming in total?"] {
        assert_eq!(states(heading, answers), ["confirmed"; 4], "{heading}");
        let told = format!(
            "1 row says no to \"{heading}\", which cancels nobody; if it asks whether they come at all, say --map status=\"{heading}\""
        );
        assert!(notes(&file(heading, answers)).contains(&told), "{heading}");
    }
    for heading in ["How many children coming?", "How many coming to dinner?"] {
        let told = notes(&file(heading, answers));
        assert!(
            !told.iter().any(|note| note.contains("says no")),
            "{heading}: {told:?}"
        );
    }
}
