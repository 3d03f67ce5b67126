//! What a plain heading decides by itself: which column holds phone numbers, which question is about the whole event, and
//! for how many a row is.

use crate::desk::Desk;
use crate::headings::{imported, notes};

#[test]
fn a_column_headed_by_nothing_but_phone_is_the_phone_however_few_have_one() {
    for heading in [
        "Phone",
        "Mobile number",
        "Telefon",
        "Handynummer",
        "Téléphone",
        "Teléfono",
        "Numer telefonu",
        "Rhif ffôn",
        "Fon number",
    ] {
        let text = format!(
            "Name,Email,{heading}\nJo,jo@example.org,01632 960001 (after 6pm)\nAl,al@example.org,n/a\n\
             Bo,bo@example.org,as above\nCy,cy@example.org,TBC\nDi,di@example.org,ask Jo\n"
        );
        let kept = match heading {
            "Phone" => "form: phone",
            heading => heading,
        };
        let expected = [
            "Jo, 01632 960001 (after 6pm), ",
            "Al, , ",
            "Bo, , as above",
            "Cy, , ",
            "Di, , ask Jo",
        ];
        assert_eq!(
            imported(&text, &["name", "phone", kept]),
            expected,
            "{heading}"
        );
    }
    // What is answered with yes or no is another question.
    let text = "Name,Email,WhatsApp\nJo,jo@example.org,Yes\nAl,al@example.org,No\nBo,bo@example.org,01632 960001\n";
    assert_eq!(
        imported(text, &["phone", "WhatsApp"]),
        [", Yes", ", No", ", 01632 960001"]
    );
}

#[test]
fn whoever_has_a_number_among_few_is_the_same_when_more_have_given_theirs() {
    let mut desk = Desk::new();
    let few = "Name,Phone\nJo,01632 960001\nAl,n/a\nBo,n/a\nCy,none\nDi,n/a\n";
    desk.import("list.csv", few.as_bytes());
    let more = "Name,Phone\nJo,01632 960001\nAl,01632 960002\nBo,01632 960003\nCy,none\nDi,n/a\n";
    desk.import("list.csv", more.as_bytes());
    let jo = desk.list.iter().filter(|one| one.name() == "Jo");
    let phones: Vec<&str> = jo.map(|one| one.get("phone")).collect();
    assert_eq!(phones, ["01632 960001"]);
}

#[test]
fn who_leaves_out_a_part_of_the_event_comes_to_it() {
    for part in [
        "Attending the AGM?",
        "Will you attend the annual meeting?",
        "Are you coming to the assembly?",
        "Are you coming to the gathering?",
        "Are you coming to the launch?",
        "Are you coming to lunch?",
        "Will you attend the summit?",
    ] {
        let text = format!(
            "Name,Email,Are you coming to the conference?,{part}\nJo,jo@example.org,Yes,No\nAl,al@example.org,Yes,Yes\nBo,bo@example.org,No,No\n"
        );
        let expected = ["confirmed", "confirmed", "cancelled"];
        assert_eq!(imported(&text, &["status"]), expected, "{part}");
    }
    for (whole, part) in [
        ("Kommst du zur Konferenz?", "Kommst du zur Versammlung?"),
        (
            "Viendrez-vous à la conférence ?",
            "Viendrez-vous à la réunion ?",
        ),
        (
            "¿Vas a venir a la conferencia?",
            "¿Vas a venir a la asamblea?",
        ),
        (
            "Czy weźmiesz udział w konferencji?",
            "Czy weźmiesz udział w spotkaniu?",
        ),
        (
            "Fyddwch chi'n dod i'r gynhadledd?",
            "Fyddwch chi'n dod i'r cyfarfod?",
        ),
        ("RSVP", "Will you attend the gathering?"),
    ] {
        let text = format!(
            "Name,Email,{whole},{part}\nJo,jo@example.org,Yes,No\nAl,al@example.org,Yes,Yes\n"
        );
        assert_eq!(imported(&text, &["status"]), ["confirmed"; 2], "{part}");
    }
    // Alone it may be the whole, if it is called a meeting; of an annual one somebody must say so.
    let alone = |question: &str| {
        format!("Name,Email,{question}\nJo,jo@example.org,Yes\nAl,al@example.org,No\n")
    };
    let meeting = alone("Are you coming to the meeting?");
    assert_eq!(imported(&meeting, &["status"]), ["confirmed", "cancelled"]);
    let annual = alone("Will you attend the AGM?");
    assert_eq!(imported(&annual, &["status"]), ["confirmed"; 2]);
    let told = "1 row says no to \"Will you attend the AGM?\", which cancels nobody; if it asks whether they come at all, say --map status=\"Will you attend the AGM?\"";
    assert_eq!(notes(&annual), [told]);
}

#[test]
fn a_row_for_more_people_than_it_names_is_told_in_whatever_words_it_says_so() {
    for question in [
        "How many people are coming?",
        "How many of you will be coming?",
        "Wie viele Personen kommen?",
        "Combien de personnes viendront ?",
        "¿Cuántas personas vienen?",
        "Ile osób przyjdzie?",
        "Faint ohonoch chi sy'n dod?",
        "Kitne log aayenge?",
    ] {
        let text = format!("Name,Email,{question}\nJo,jo@example.org,3\nAl,al@example.org,1\n");
        let told = format!(
            "\"{question}\" says that 1 row is for more than one person; only who is named was signed up"
        );
        assert_eq!(notes(&text), [told]);
    }
    let partner = "Name,Partner,Phone\nJo,Bo Lawson,01632 960001\nAl,,01632 960002\n";
    let told = "\"Partner\" names more people in 1 row; they are kept there, but not signed up";
    assert_eq!(notes(partner), [told]);
}

#[test]
fn a_row_for_more_than_one_is_told_whatever_the_number_is_called() {
    for heading in [
        "Number attending",
        "No. of people",
        "Group size",
        "Headcount",
        "Tickets",
        "Anzahl der Personen",
        "Teilnehmerzahl",
        "Nombre de personnes",
        "Número de asistentes",
        "Liczba uczestników",
        "Nifer o bobl",
        "Kitne afraad",
    ] {
        let text = format!(
            "Name,Email,{heading}\nAnn,ann@example.org,2\nBo,bo@example.org,1\nCy,cy@example.org,4\n"
        );
        let expected = format!(
            "\"{heading}\" says that 2 rows are for more than one person; only who is named was signed up"
        );
        assert_eq!(notes(&text), [expected], "{heading}");
    }
}

#[test]
fn a_group_for_which_somebody_comes_is_an_organisation() {
    for heading in [
        "Group / organisation",
        "Organisation / Group",
        "Gruppe / Verein",
    ] {
        let text =
            format!("Name,Email,{heading}\nAnn,ann@example.org,Foo\nBo,bo@example.org,Foo\n");
        assert_eq!(
            imported(&text, &["organisation", "group"]),
            ["Foo, ", "Foo, "],
            "{heading}"
        );
    }
    for firm in ["Unternehmen", "Firma", "Verein"] {
        let text = format!(
            "Name,E-Mail,Gruppe,{firm}\nAnn,ann@example.org,,Foo\nBo,bo@example.org,Team Blau,Bar\n"
        );
        assert_eq!(
            imported(&text, &["organisation", "Gruppe"]),
            ["Foo, ", "Bar, Team Blau"],
            "{firm}"
        );
    }
}

#[test]
fn where_somebody_is_from_and_which_ticket_they_want_may_be_asked_in_a_sentence() {
    for question in ["Which area are you from?", "What area are you from?"] {
        let text = format!("Name,Email,{question},City\nAnn,ann@example.org,Harehills,Leeds\n");
        assert_eq!(
            imported(&text, &["area", "City"]),
            ["Harehills, Leeds"],
            "{question}"
        );
    }
    for question in [
        "Welches Ticket möchtest du?",
        "Which ticket would you like?",
        "Quel billet souhaitez-vous ?",
        "¿Qué entrada quieres?",
        "Jaki bilet wybierasz?",
    ] {
        let text = format!("Name,Email,{question}\nAnn,ann@example.org,Standard\n");
        assert_eq!(imported(&text, &["ticket"]), ["Standard"], "{question}");
    }
}

#[test]
fn a_city_says_more_than_its_region() {
    let text = "Name,Email,City,Region\nAda Lo,ada@example.org,Leeds,Yorkshire\n";
    assert_eq!(imported(text, &["area", "Region"]), ["Leeds, Yorkshire"]);
}

#[test]
fn the_questions_of_qualtrics_stand_between_its_names_for_them_and_their_ids() {
    let names = "StartDate,Status,Finished,RecordedDate,ResponseId,Q1_1,Q1_2,Q2,Q3\n";
    let questions = "Start Date,Response Type,Finished,Recorded Date,Response ID,Your details - Full name,Your details - Email,Will you attend?,May we send you our newsletter?\n";
    let id = |id: &str| format!("\"{{\"\"ImportId\"\":\"\"{id}\"\"}}\"");
    let ids = [
        "startDate",
        "status",
        "finished",
        "recordedDate",
        "_recordId",
        "QID1_1",
        "QID1_2",
        "QID2",
        "QID3",
    ];
    let ids = ids.map(id).join(",") + "\n";
    let day = "2024-03-02 09:00:00";
    let rows = format!(
        "{day},IP Address,True,{day},R_1,Ann Lee,ann@example.org,Yes,Yes\n{day},IP Address,True,{day},R_2,Bob Ray,bob@example.org,No,No\n{day},IP Address,False,{day},R_3,Cy Fox,cy@example.org,,\n"
    );
    let expected = [
        "Ann Lee, ann@example.org, confirmed, yes",
        "Bob Ray, bob@example.org, cancelled, no",
        "Cy Fox, cy@example.org, pending, ",
    ];
    let columns = ["name", "email", "status", "updates"];
    for above in [
        format!("{names}{questions}{ids}"),
        format!("{names}{questions}"),
        format!("{questions}{ids}"),
    ] {
        let text = format!("{above}{rows}");
        assert_eq!(imported(&text, &columns), expected, "{above}");
    }
}
