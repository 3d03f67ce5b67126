//! People whose names stand beside their addresses, in one column.

use crate::headings::{imported, notes};

const COLUMNS: [&str; 3] = ["name", "email", "status"];

#[test]
fn whoever_stands_below_name_with_an_address_is_called_what_stands_before_it() {
    let text = "Name,Attendance,Response\n\
                Ann Lee,Required Attendee,Accepted\n\
                bob@example.org,Optional Attendee,Declined\n\
                Dee Eve <dee@example.org>,Required Attendee,Accepted\n\
                Fay Gray <fay@example.org>,Required Attendee,Tentative\n";
    let expected = [
        "Ann Lee, , confirmed",
        ", bob@example.org, cancelled",
        "Dee Eve, dee@example.org, confirmed",
        "Fay Gray, fay@example.org, pending",
    ];
    assert_eq!(imported(text, &COLUMNS), expected);
    assert_eq!(notes(text), [""; 0]);
    let beside = "Name,Email\nAnn Lee <ann@example.org>,ann@example.org\nBob Cole <bob@example.org>,bob@example.org\n";
    let expected = [
        "Ann Lee, ann@example.org, confirmed",
        "Bob Cole, bob@example.org, confirmed",
    ];
    assert_eq!(imported(beside, &COLUMNS), expected);
    assert_eq!(notes(beside), [""; 0]);
}

#[test]
fn what_a_mail_is_about_is_nobodys_name() {
    for (from, subject) in [
        ("From", "Subject"),
        ("Von", "Betreff"),
        ("Expéditeur", "Objet"),
        ("Remitente", "Asunto"),
        ("Nadawca", "Temat"),
        ("Anfonwr", "Pwnc"),
    ] {
        let text = format!(
            "{from},{subject}\nGus Hall <gus@example.org>,Booking Conference\nivy@example.org,Place please\n"
        );
        let expected = [
            "Gus Hall, gus@example.org, confirmed",
            ", ivy@example.org, confirmed",
        ];
        assert_eq!(imported(&text, &COLUMNS), expected, "{text}");
        assert_eq!(notes(&text), [""; 0], "{text}");
        let bare = text.replace("Gus Hall <gus@example.org>", "gus@example.org");
        assert_eq!(
            notes(&bare),
            ["no column says what people are called"],
            "{bare}"
        );
    }
}

#[test]
fn nobody_is_told_to_look_for_names_that_stand_beside_addresses() {
    let text = "Email,Role\nKit Low <kit@example.org>,Branch Secretary\nMo Nye <mo@example.org>,Branch Secretary\n";
    let expected = [
        "Kit Low, kit@example.org, confirmed",
        "Mo Nye, mo@example.org, confirmed",
    ];
    assert_eq!(imported(text, &COLUMNS), expected);
    assert_eq!(notes(text), [""; 0]);
}

#[test]
fn names_in_a_column_of_their_own_go_before_those_beside_addresses() {
    for (text, note) in [
        (
            "Name,Delegate\nOffice North <north@example.org>,Ann Lee\nOffice South <south@example.org>,Bob Cole\n",
            "",
        ),
        (
            "Name,Email\nnorth@example.org,Ann Lee\nsouth@example.org,Bob Cole\n",
            "\"Email\" is taken for the name, since it looks like one",
        ),
        (
            "Kandidat,E-Mail\nAnn Lee,Sue Boss <north@example.org>\nBob Cole,Tim Chef <south@example.org>\n",
            "\"Kandidat\" is taken for the name, since it looks like one",
        ),
    ] {
        let expected = [
            "Ann Lee, north@example.org, confirmed",
            "Bob Cole, south@example.org, confirmed",
        ];
        assert_eq!(imported(text, &COLUMNS), expected, "{text}");
        let expected: Vec<&str> = [note].into_iter().filter(|note| !note.is_empty()).collect();
        assert_eq!(notes(text), expected, "{text}");
    }
}

#[test]
fn where_few_senders_have_a_name_beside_the_address_a_column_of_names_goes_before_theirs() {
    let subjects = "From,Subject,Received\n\
                    Ann Lee <ann.l@example.org>,Ann Lee,2024-03-01 10:00\n\
                    info@example.org,Bob Cole,2024-03-02 10:00\n\
                    The Dunns <dunn@example.org>,Cy Dunn,2024-03-02 11:00\n";
    let expected = [
        "Ann Lee, ann.l@example.org, confirmed",
        "Bob Cole, info@example.org, confirmed",
        "Cy Dunn, dunn@example.org, confirmed",
    ];
    assert_eq!(imported(subjects, &COLUMNS), expected);
    let note = ["\"Subject\" is taken for the name, since it looks like one"];
    assert_eq!(notes(subjects), note);
    let signed = "From,Signed,Message\n\
                  Office <a1@example.org>,Eve Fox,Please book me\n\
                  b2@example.org,Gus Hill,I am coming\n\
                  c3@example.org,Ivy Judd,me too\n";
    let expected = [
        "Eve Fox, a1@example.org, confirmed",
        "Gus Hill, b2@example.org, confirmed",
        "Ivy Judd, c3@example.org, confirmed",
    ];
    assert_eq!(imported(signed, &COLUMNS), expected);
    let note = ["\"Signed\" is taken for the name, since it looks like one"];
    assert_eq!(notes(signed), note);
    let offices = signed.replace("b2@example.org", "Desk <b2@example.org>");
    let expected = [
        "Office, a1@example.org, confirmed",
        "Desk, b2@example.org, confirmed",
        ", c3@example.org, confirmed",
    ];
    assert_eq!(imported(&offices, &COLUMNS), expected);
    let note = [
        "people are called what stands before their addresses in \"From\"; \
                 if \"Signed\" says it, say --map name=\"Signed\"",
    ];
    assert_eq!(notes(&offices), note);
}
