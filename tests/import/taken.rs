//! Columns that were not taken, or for something else: of dates, pictures, tickets, places and events.

use crate::desk::Desk;
use crate::headings::{imported, notes};
use crate::later::people;
use crate::updates::{import, verdicts};

#[test]
fn when_somebody_signed_up_is_read_behind_codes_and_zones_and_beside_the_time() {
    let when = |head: &str, cells: &str| {
        let text = format!("Name,Email,{head}\nAnn Lee,ann@example.org,{cells}\n");
        imported(&text, &["registered"]).concat()
    };
    for (head, cells, expected) in [
        (
            "Event registration date",
            "3/15/2024 10:00",
            "2024-03-15 10:00",
        ),
        (
            "Date Booked,Time Booked",
            "15/03/2024,10:00 AM",
            "2024-03-15 10:00",
        ),
        (
            "Bestelldatum,Bestellzeit",
            "15.03.2024,10:00",
            "2024-03-15 10:00",
        ),
        ("Order Time", "2024-03-15 10:00", "2024-03-15 10:00"),
        ("Buchungsdatum", "15.03.2024 10:00", "2024-03-15 10:00"),
        (
            "Date de réservation",
            "15/03/2024 10:00",
            "2024-03-15 10:00",
        ),
        ("Fecha de reserva", "15/03/2024 10:00", "2024-03-15 10:00"),
        ("Data rezerwacji", "15.03.2024 10:00", "2024-03-15 10:00"),
        ("Dyddiad archebu", "15/03/2024 10:00", "2024-03-15 10:00"),
        // What the clocks of the event showed then.
        (
            "Date Booked (GMT+10:00),Time Booked",
            "15/03/2024,10:00 AM",
            "2024-03-15 00:00",
        ),
        ("Order date (UTC-5)", "2024-03-15 10:00", "2024-03-15 15:00"),
        ("Order date (CET)", "2024-03-15 10:00", "2024-03-15 09:00"),
        ("Order date (UTC)", "2024-03-15 10:00", "2024-03-15 10:00"),
        (
            "Order date (UTC-5)",
            "2024-03-15 10:00 GMT",
            "2024-03-15 10:00",
        ),
    ] {
        assert_eq!(when(head, cells), expected, "{head}");
    }
    // When somebody wants to come is another question.
    assert_eq!(when("Date,Time", "2024-03-15,10:00"), "2024-03-15 00:00");
    let coded = "Registration ID[REG_ID],Registration Date[REG_date],Registration Status[STS_ID],Transaction Status,\
                 Ticket Name[TKT_name],Attendee First Name[ATT_fname],Attendee Last Name[ATT_lname],Attendee Email Address[ATT_email]\n\
                 81,2024-03-01 10:00:00,Approved,Complete,General,Ann,Lee,ann@example.org\n\
                 82,2024-03-02 10:00:00,Wait List,Incomplete,General,Bo,Day,bo@example.org\n\
                 83,2024-03-03 10:00:00,Declined,Abandoned,Press,Cy,Fox,cy@example.org\n";
    let columns = ["name", "status", "registered", "ticket", "source_id"];
    let expected = [
        "Ann Lee, confirmed, 2024-03-01 10:00, General, 81",
        "Bo Day, waiting, 2024-03-02 10:00, General, 82",
        "Cy Fox, cancelled, 2024-03-03 10:00, Press, 83",
    ];
    assert_eq!(imported(coded, &columns), expected);
}

#[test]
fn a_picture_of_somebody_is_no_answer_about_photos() {
    let file = |one: &str, other: &str| {
        format!("Name,Email,Photo\nAnn Lee,ann@example.org,{one}\nBo Day,bo@example.org,{other}\n")
    };
    for picture in [
        "https://example.org/p.jpg",
        "http://example.org/?p=3",
        "me.PNG",
        "Ann Lee.jpeg",
    ] {
        let text = file(picture, "");
        let expected = [format!(", {picture}"), ", ".to_string()];
        assert_eq!(imported(&text, &["photo", "form: photo"]), expected);
    }
    assert_eq!(imported(&file("yes", "no"), &["photo"]), ["yes", "no"]);
}

#[test]
fn the_name_of_a_ticket_says_more_than_its_type() {
    let text = "First Name,Last Name,Email,Ticket Name,Ticket Price,Ticket Type\nAnn,Lee,ann@example.org,General,0,free\n";
    assert_eq!(
        imported(text, &["name", "ticket", "Ticket Type"]),
        ["Ann Lee, General, free"]
    );
}

#[test]
fn which_region_somebody_is_from_is_asked_in_few_words() {
    for question in [
        "Which region?",
        "Which county are you in?",
        "Welche Stadt?",
        "Quelle ville ?",
        "¿Qué ciudad?",
        "Jakie miasto?",
    ] {
        let text = format!("Name,Email,{question}\nAnn Lee,ann@example.org,North\n");
        assert_eq!(imported(&text, &["area"]), ["North"], "{question}");
    }
    let day = "Name,Email,Which day?\nAnn Lee,ann@example.org,Monday\n";
    assert_eq!(imported(day, &["area", "Which day?"]), [", Monday"]);
}

#[test]
fn an_address_in_other_letters_is_the_one_that_stands_there() {
    let head = "Timestamp,Email Address,Full name\n2024/03/01 10:00:00,ann@example.org,Ann Lee\n";
    let mut desk = Desk::new();
    import(&mut desk, head);
    for again in ["ANN@Example.org", "Ann@example.ORG"] {
        let report = import(
            &mut desk,
            &format!("{head}2024/03/14 10:00:00,{again},Ann Lee\n"),
        );
        assert_eq!(verdicts(&report), ["unchanged", "repeated"]);
        assert_eq!(
            people(&desk, &["name", "email"]),
            ["Ann Lee, ann@example.org"]
        );
    }
    import(
        &mut desk,
        &format!("{head}2024/03/15 10:00:00,ann.lee@example.org,Ann Lee\n"),
    );
    assert_eq!(
        people(&desk, &["email"]),
        ["ann@example.org", "ann.lee@example.org"]
    );
}

#[test]
fn several_events_in_one_file_are_told() {
    let head = "Event Name,Order #,Order Date,First Name,Last Name,Email,Quantity,Ticket Type,Attendee #,Attendee Status\n";
    let row = |event: &str, at: usize| {
        format!(
            "{event},{at},2024-03-01 10:00:00+00:00,Person{at},Lee,p{at}@example.org,1,GA,5{at},Attending\n"
        )
    };
    let file = |events: &[&str]| {
        let rows = events.iter().enumerate();
        head.to_string() + &rows.map(|(at, event)| row(event, at)).collect::<String>()
    };
    let told = |what: &str| {
        format!(
            "\"Event Name\" names {what}; who signed up for any of them is taken, so leave the rows of the others out of the file where only one is meant"
        )
    };
    let text = file(&[
        "Spring conference",
        "Autumn social",
        "",
        "spring Conference",
        "Autumn social",
        "Autumn social",
    ]);
    let two = told("2 events: \"Spring conference\" in 2 rows, \"Autumn social\" in 3 rows");
    assert_eq!(notes(&text), [two]);
    assert_eq!(imported(&text, &["status"]), ["confirmed"; 6]);
    let many: Vec<String> = (0..9).map(|at| format!("Event {at}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    assert_eq!(notes(&file(&many)), [told("more than 6 events")]);
    assert_eq!(notes(&file(&["Spring", "Spring", ""])), [""; 0]);
}

/// Six people as a file of tickets has them, with what stands before and behind their names.
fn tickets(head: &str, line: impl Fn(&str, usize) -> String) -> String {
    let names = ["Ann Lee", "Bo Day", "Cy Fox", "Di Gay", "Ed Hay", "Flo Kay"];
    let lines = names.iter().enumerate();
    let lines = lines.map(|(at, name)| line(name, at));
    format!("{head}\n{}\n", lines.collect::<Vec<String>>().join("\n"))
}

#[test]
fn the_name_on_a_ticket_that_is_somebodys_own_is_no_ticket() {
    let kind = |at: usize| ["Adult", "Adult", "Child", "Adult", "Child", "Waiting list"][at];
    let expected = [
        "Ann Lee, Adult, confirmed",
        "Bo Day, Adult, confirmed",
        "Cy Fox, Child, confirmed",
        "Di Gay, Adult, confirmed",
        "Ed Hay, Child, confirmed",
        "Flo Kay, Waiting list, waiting",
    ];
    let alone = tickets("Order ID,Ticket name,Email,Ticket type", |name, at| {
        format!("{at},{name},p{at}@example.org,{}", kind(at))
    });
    let beside = tickets("Name,Email,Ticket name,Ticket type", |name, at| {
        format!("{name},p{at}@example.org,{name},{}", kind(at))
    });
    let in_two = tickets(
        "First name,Last name,Email,Ticket name,Ticket type",
        |name, at| {
            let halves = name.replace(' ', ",");
            format!("{halves},p{at}@example.org,{name},{}", kind(at))
        },
    );
    for text in [alone, beside, in_two] {
        assert_eq!(
            imported(&text, &["name", "ticket", "status"]),
            expected,
            "{text}"
        );
    }
}

#[test]
fn of_two_columns_of_tickets_the_one_that_tells_people_apart_is_read() {
    let kind = |at: usize| if at < 5 { "Adult" } else { "Waiting list" };
    let text = tickets("Name,Email,Ticket name,Ticket type", |name, at| {
        format!("{name},p{at}@example.org,Spring gathering,{}", kind(at))
    });
    let expected = [
        "Ann Lee, Adult, confirmed",
        "Bo Day, Adult, confirmed",
        "Cy Fox, Adult, confirmed",
        "Di Gay, Adult, confirmed",
        "Ed Hay, Adult, confirmed",
        "Flo Kay, Waiting list, waiting",
    ];
    assert_eq!(imported(&text, &["name", "ticket", "status"]), expected);
    // Whichever is read, who has a ticket of the waiting list waits.
    let text = tickets("Name,Email,Ticket name,Ticket type", |name, at| {
        let price = ["Early bird", "Standard"][at % 2];
        format!("{name},p{at}@example.org,{price},{}", kind(at))
    });
    let expected = [
        "Ann Lee, Early bird, confirmed",
        "Bo Day, Standard, confirmed",
        "Cy Fox, Early bird, confirmed",
        "Di Gay, Standard, confirmed",
        "Ed Hay, Early bird, confirmed",
        "Flo Kay, Standard, waiting",
    ];
    assert_eq!(imported(&text, &["name", "ticket", "status"]), expected);
}

#[test]
fn a_mark_for_a_church_is_no_organisation() {
    let text = "Name,Email,Rate these [Church],Rate these [Hall]\nAnn Lee,ann@example.org,4,5\nBo Day,bo@example.org,3/5,2\n";
    assert_eq!(imported(text, &["organisation"]), ["", ""]);
}

#[test]
fn where_an_event_that_humanitix_sells_takes_place_is_nobodys_area_however_few_have_booked() {
    let head = "Order id,First name,Last name,Email,Order date,Valid tickets,Location,Status,Long order id";
    for count in [1, 3, 10] {
        let rows = (0..count).map(|at| {
            format!("HX{at},Ann,Lee{at},p{at}@example.org,13/03/2024 07:05 pm,1,Blackburn,Complete,65f0a1{at}\n")
        });
        let text = format!("{head}\n{}", rows.collect::<String>());
        let expected = vec![", Blackburn"; count];
        assert_eq!(imported(&text, &["area", "Location"]), expected, "{count}");
    }
    // Elsewhere people say where they are from.
    let text = "Name,Email,Location\nAnn Lee,ann@example.org,Leeds\nBo Cane,bo@example.org,Leeds\n";
    assert_eq!(imported(text, &["area"]), ["Leeds", "Leeds"]);
}
