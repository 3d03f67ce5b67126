//! What stands around the answers: the account of a form, lines of headings, columns of choices, and cells one too many
//! or one too few.

use crate::desk::Desk;
use crate::headings::imported;

#[test]
fn who_was_signed_in_does_not_come_for_whoever_a_form_was_filled_in_for() {
    for (questions, answers) in [
        (
            "Name of attendee,Email of attendee",
            ["Ana Ruiz,ana@example.org", "Bo Fox,bo@example.org"],
        ),
        (
            "Name2,Email2",
            ["Ana Ruiz,ana@example.org", "Bo Fox,bo@example.org"],
        ),
    ] {
        let row = |id, answers| {
            format!(
                "{id},3/14/24 10:00:00,3/14/24 10:0{id}:00,bea@example.com,Bea Boss,{answers}\n"
            )
        };
        let text = format!(
            "ID,Start time,Completion time,Email,Name,{questions}\n{}{}",
            row(1, answers[0]),
            row(2, answers[1])
        );
        assert_eq!(
            imported(&text, &["name", "email"]),
            ["Ana Ruiz, ana@example.org", "Bo Fox, bo@example.org"]
        );
    }
    for (head, answers) in [
        (
            "ID;Heure de début;Heure de fin;Adresse de messagerie;Nom;Votre prénom;Votre nom;Votre adresse e-mail",
            "anonymous;;Ana;Ruiz;ana@example.org",
        ),
        (
            "ID;Heure de début;Heure de fin;Adresse de messagerie;Nom;Prénom;Nom2",
            "ana@example.org;RUIZ Ana;Ana;Ruiz",
        ),
        (
            "ID;Startzeit;Fertigstellungszeit;E-Mail;Name;Ihr Vorname;Ihr Name",
            "ana@example.org;Bea Boss;Ana;Ruiz",
        ),
    ] {
        let text = format!("{head}\n1;14/03/2024 10:00;14/03/2024 10:05;{answers}\n");
        assert_eq!(
            imported(&text, &["name", "email"]),
            ["Ana Ruiz, ana@example.org"],
            "{head}"
        );
    }
}

#[test]
fn an_address_that_stands_in_all_rows_is_nobodys_own() {
    for head in [
        "Name,Invitee Email,User Email",
        "Name,From Email Address,To Email Address",
        "Name,Respondent email,Contact email",
    ] {
        let text = format!(
            "{head}\nAnn Lee,ann@example.org,team@example.net\nBo Fox,bo@example.org,team@example.net\n"
        );
        assert_eq!(
            imported(&text, &["email"]),
            ["ann@example.org", "bo@example.org"],
            "{head}"
        );
    }
}

#[test]
fn a_heading_may_name_an_address() {
    for label in [
        "Email (we write from team@example.org)",
        "Email address. Add team@example.org to your contacts",
    ] {
        let text = format!("Name,\"{label}\"\nAnn Lee,ann@example.org\n");
        assert_eq!(imported(&text, &["email"]), ["ann@example.org"], "{label}");
    }
}

#[test]
fn the_two_halves_of_a_name_may_be_asked_for_in_a_sentence() {
    for head in [
        "Prénom adhérent,Nom adhérent",
        "Quel est votre prénom ?,Quel est votre nom ?",
        "Vorname Teilnehmer/in,Name Teilnehmer/in",
        "Nombres,Apellidos",
        "¿Cuál es su nombre?,¿Cuáles son sus apellidos?",
    ] {
        let text = format!("{head},Email\nAna,Ruiz,ana@example.org\n");
        assert_eq!(imported(&text, &["name"]), ["Ana Ruiz"], "{head}");
    }
}

#[test]
fn groups_of_columns_have_a_line_above_their_headings() {
    for groups in [
        "Buyer,,,Attendee,,",
        "Buyer,Buyer,Buyer,Attendee,Attendee,Attendee",
        "Emergency contact,,,Participant,,",
    ] {
        let text = format!(
            "{groups}\nName,Phone,Email,Name,Phone,Email\n\
             Bea Boss,07700 900100,bea@example.net,Ann Lee,07700 900101,ann@example.org\n\
             Bea Boss,07700 900100,bea@example.net,Bo Fox,07700 900102,bo@example.org\n"
        );
        let expected = [
            "Ann Lee, 07700 900101, ann@example.org",
            "Bo Fox, 07700 900102, bo@example.org",
        ];
        assert_eq!(
            imported(&text, &["name", "phone", "email"]),
            expected,
            "{groups}"
        );
    }
}

#[test]
fn a_line_that_explains_the_headings_is_nobody() {
    for line in [
        "Name,Email,Attendance",
        "(first and last),(we will not share it),(yes or no)",
    ] {
        let text = format!(
            "Name,E-Mail,Teilnahme\n{line}\nAnn Lee,ann@example.org,Ja\nBo Fox,bo@example.org,Nein\n"
        );
        assert_eq!(
            imported(&text, &["name", "status"]),
            ["Ann Lee, confirmed", "Bo Fox, cancelled"],
            "{line}"
        );
    }
    // Whoever has written their address wrong is somebody.
    let text = "Name,Email,Town\nAnn Lee,ann at home,York\nBo Fox,bo@example.org,Hull\n";
    assert_eq!(imported(text, &["name"]), ["Ann Lee", "Bo Fox"]);
}

#[test]
fn a_yes_and_a_no_may_have_a_column_each() {
    let text = "Respondent ID,Collector ID,Start Date,End Date,Your name,Your email,Would you like updates?,,Will you attend?,\n\
                ,,,,Open-Ended Response,Open-Ended Response,Yes,No,No,Yes\n\
                11,4,03/14/2024 10:00:00 AM,03/14/2024 10:05:00 AM,Ann Lee,ann@example.org,Yes,,,Yes\n\
                12,4,03/15/2024 10:00:00 AM,03/15/2024 10:05:00 AM,Bo Fox,bo@example.org,,No,No,\n\
                13,4,03/16/2024 10:00:00 AM,03/16/2024 10:05:00 AM,Cy Poe,cy@example.org,,,,\n";
    let expected = [
        "Ann Lee, confirmed, yes",
        "Bo Fox, cancelled, no",
        "Cy Poe, confirmed, ",
    ];
    assert_eq!(imported(text, &["name", "status", "updates"]), expected);
}

#[test]
fn a_question_and_its_answer_may_stand_there_in_two_languages() {
    let text = "Stamp amser / Timestamp,Enw / Name,Cyfeiriad e-bost / Email address,Fyddwch chi'n dod? / Will you attend?,Cylchlythyr / Newsletter\n\
                2024-03-01 10:00:00,Ann Rees,ann@example.org,Ydw / Yes,Hoffwn / Yes\n\
                2024-03-02 10:00:00,Bo Lloyd,bo@example.org,Nac ydw / No,Yes / No\n";
    let expected = [
        "Ann Rees, confirmed, yes, 2024-03-01 10:00",
        "Bo Lloyd, cancelled, no, 2024-03-02 10:00",
    ];
    assert_eq!(
        imported(text, &["name", "status", "updates", "registered"]),
        expected
    );
}

#[test]
fn whoever_ordered_a_ticket_in_their_own_name_is_reached_by_the_orders_address() {
    let text = "Order code,Position ID,Status,Email,Phone number,Product,Attendee name,Attendee email,Invoice address name\n\
                AAAAA,1,Paid,ann@example.org,07700 900101,Day,Ann Lee,,Ann Lee\n\
                BBBBB,1,Paid,bea@example.org,07700 900102,Day,Bo Fox,,Bea Boss\n";
    let expected = ["Ann Lee, ann@example.org, 07700 900101", "Bo Fox, , "];
    assert_eq!(imported(text, &["name", "email", "phone"]), expected);
}

#[test]
fn a_space_before_a_whole_answer_glues_no_cells_together() {
    let text = "Name,Email,Town,Attending?,Notes\n\
                Ann Lee,ann@example.org,York,Yes\n\
                Bo Fox,bo@example.org,Hull,No, I am away\n\
                Cy Poe,cy@example.org,Leeds,Yes\n\
                Di Ray,di@example.org,Leeds,No\n";
    let expected = [
        "York, confirmed, ",
        "Hull, cancelled, I am away",
        "Leeds, confirmed, ",
        "Leeds, cancelled, ",
    ];
    assert_eq!(imported(text, &["area", "status", "note"]), expected);
    let text = "Name,Email,Diet,Age,Notes\nAnn Lee,ann@example.org,no,60\nBo Fox,bo@example.org,yes,61\nCy Poe,cy@example.org,Yes, Saturday,68,\n";
    assert_eq!(imported(text, &["diet"])[2], "Yes, Saturday");
    let text = "Name,Email,Town,Updates,Photo\nAnn Lee,ann@example.org,York,Yes,Yes\nBo Fox,bo@example.org,Hull, No,Yes,\n";
    assert_eq!(
        imported(text, &["area", "updates", "photo"]),
        ["York, yes, yes", "Hull, no, yes"]
    );
}

/// What is said of rows that cannot be read, in a list of which one row is another.
fn rejected(head: &str, row: &str, odd: &str) -> Vec<String> {
    let rows = (0..8).map(|at| {
        format!(
            "Ann Lee {at},a{at}@example.org,{}\n",
            row.replace('#', &at.to_string())
        )
    });
    let text = format!("{head}\n{}{odd}\n", rows.collect::<String>());
    let reports = Desk::new().import("list.csv", text.as_bytes());
    let reasons = reports[0]
        .rows
        .iter()
        .filter_map(|row| row.detail.as_ref()?.reason.clone());
    reasons.collect()
}

#[test]
fn a_row_with_a_cell_too_few_or_too_many_in_the_middle_is_rejected() {
    assert_eq!(
        rejected(
            "Name,Email,Phone,Town,Attending?",
            "07700 90010#,York,Yes",
            "Bo Fox,bo@example.org,Hull,No"
        ),
        [
            "it has 4 cells, where the others have 5, and `Hull` stands where they have numbers: a cell may be missing"
        ]
    );
    assert_eq!(
        rejected(
            "Name,Email,Diet,Attending?,Updates,Comments",
            "vegan,Yes,No,",
            "Bo Fox,bo@example.org,no nuts,no fish,Yes,No,"
        ),
        ["a cell of it may contain a comma, in more than one way: put quotes around it"]
    );
    // Empty cells at the end may be left out, and an answer that nobody else gave is one.
    assert_eq!(
        rejected(
            "Name,Email,Phone,Town,Attending?",
            "07700 90010#,York,Yes",
            "Bo Fox,bo@example.org,07700 900109,Hull"
        ),
        Vec::<String>::new()
    );
    assert_eq!(
        rejected(
            "Name,Email,Diet,Attending?,Updates,Comments",
            "vegan,Yes,No,",
            "Bo Fox,bo@example.org,halal,Yes,No,,"
        ),
        Vec::<String>::new()
    );
}

#[test]
fn the_first_person_of_a_list_is_no_second_line_of_its_header() {
    for (head, first, second) in [
        ("Role,Interest", "ask Bob,Members,Newsletter", "Members,Tea"),
        ("Town", "(none),York", "York"),
        ("Town", "by phone,Members", "York"),
        ("Sat,,Sun,", ",Yes,No,Yes,No", "Yes,No,Yes,No"),
        (
            "Diet,Diet,Updates,Updates",
            ",Yes,No,Yes,No",
            "Yes,No,Yes,No",
        ),
    ] {
        let text = format!("Name,Email,{head}\nDi Ray,{first}\nAnn Lee,ann@example.org,{second}\n");
        assert_eq!(imported(&text, &["name"]), ["Di Ray", "Ann Lee"], "{head}");
    }
}

#[test]
fn an_account_stays_where_the_question_is_not_for_the_whole_name_or_was_left_open() {
    let row = |id, answers| format!("{id},3/14/24 10:00:00,3/14/24 10:0{id}:00,{answers}\n");
    for (question, answers) in [
        ("Your name", ["Ann Fox", ""]),
        ("Surname", ["Lee", "Fox"]),
        ("Preferred name", ["Annie", ""]),
    ] {
        let text = format!(
            "ID,Start time,Completion time,Email,Name,{question}\n{}{}",
            row(1, format!("ann@example.org,Ann Lee,{}", answers[0])),
            row(2, format!("bo@example.org,Bo Fox,{}", answers[1]))
        );
        let first = if question == "Your name" {
            "Ann Fox"
        } else {
            "Ann Lee"
        };
        assert_eq!(imported(&text, &["name"]), [first, "Bo Fox"], "{question}");
    }
}

#[test]
fn the_address_of_a_family_is_theirs_beside_a_second_one() {
    for head in ["Name,Email,Email 2", "Name,Email,Club email"] {
        let text = format!(
            "{head}\nAnn Lee,lees@example.org,a@example.net\nBo Lee,lees@example.org,b@example.net\n"
        );
        assert_eq!(
            imported(&text, &["email"]),
            ["lees@example.org"; 2],
            "{head}"
        );
    }
}

#[test]
fn no_number_given_is_no_cell_missing() {
    assert_eq!(
        rejected(
            "Name,Email,Phone,Attending?,Keep me updated",
            "07700 90010#,Yes,No",
            "Bo Fox,bo@example.org,N/A,Yes,"
        ),
        Vec::<String>::new()
    );
}

#[test]
fn what_a_heading_adds_in_brackets_or_beside_a_stroke_may_say_what_it_is_about() {
    for head in [
        "Attendance (last year)",
        "Status (vaccination)",
        "Bus / Attendance",
        "Membership / Status",
    ] {
        let text =
            format!("Name,Email,{head}\nAnn Lee,ann@example.org,No\nBo Fox,bo@example.org,Yes\n");
        assert_eq!(imported(&text, &["status"]), ["confirmed"; 2], "{head}");
    }
    let text = "Name,Email,Status (do not edit)\nAnn Lee,ann@example.org,Cancelled\nBo Fox,bo@example.org,Confirmed\n";
    assert_eq!(imported(text, &["status"]), ["cancelled", "confirmed"]);
    let text = "Name,Email,Cancellation date\nAnn Lee,ann@example.org,10/04/2024\nBo Fox,bo@example.org,10/04/2024\n";
    assert_eq!(
        imported(text, &["status"]),
        ["confirmed"; 2],
        "until when one can cancel"
    );
    let text = "Name,Email,Cancellation date\nAnn Lee,ann@example.org,01/04/2024\nBo Fox,bo@example.org,\n";
    assert_eq!(imported(text, &["status"]), ["cancelled", "confirmed"]);
}

#[test]
fn what_html_writes_for_a_letter_is_the_letter() {
    let mut desk = Desk::new();
    let text = "Name,Email,Company\nSe&aacute;n O&#039;Connor,s@example.org,Bell &amp; Co\n";
    desk.import("wordpress.csv", text.as_bytes());
    let clean = "Name,Email,Company\nSeán O'Connor,s@example.org,Bell & Co\n";
    let reports = desk.import("clean.csv", clean.as_bytes());
    assert!(!reports[0].changed, "it is one person");
    let people = [("Seán O'Connor".to_string(), "s@example.org".to_string())];
    assert_eq!(desk.people(), people.into());
}
