//! Headings of exports as they occur: who pays, who shares a row, what stands on a badge.

use crate::desk::Desk;
use crate::headings::{imported, notes};

#[test]
fn of_several_people_in_a_row_nobody_gets_the_address_of_another() {
    let text = "Team Name,Member 1 Name,Member 1 Email,Member 1 Phone,Member 2 Name,Member 2 Email,Member 2 Phone\n\
                Red,Jo Lawson,jo@example.org,01254 11,Al Marsh,al@example.org,01254 12\n\
                Blue,Bo Haslam,,01254 13,Cy Vance,cy@example.org,\n";
    let expected = [
        "Jo Lawson, jo@example.org, 01254 11, Al Marsh, al@example.org",
        "Bo Haslam, , 01254 13, Cy Vance, cy@example.org",
    ];
    let columns = ["name", "email", "phone", "Member 2 Name", "Member 2 Email"];
    assert_eq!(imported(text, &columns), expected);
    let expected =
        ["\"Member 2 Name\" names more people in 2 rows; they are kept there, but not signed up"];
    assert_eq!(notes(text), expected);
}

#[test]
fn who_has_a_name_without_a_number_is_not_the_first_guest() {
    let text = "Name,Email,Guest 1 Name,Guest 1 Email\n\
                Jo Lawson,,Al Marsh,al@example.org\n\
                Bo Haslam,bo@example.org,,\n";
    let expected = ["Jo Lawson, ", "Bo Haslam, bo@example.org"];
    assert_eq!(imported(text, &["name", "email"]), expected);
    let asked = text.replace("Name,Email,", "What is your full name?,Email,");
    assert_eq!(imported(&asked, &["name", "email"]), expected);
}

#[test]
fn companions_are_not_passed_over_in_silence() {
    let text = "Name,Email,Plus One,Plus One Name,Guests\n\
                Jo Lawson,jo@example.org,Yes,Al Marsh,Al Marsh\n\
                Bo Haslam,bo@example.org,No,n/a,0\n\
                Cy Vance,cy@example.org,Yes,Di Vance,2\n";
    let expected = [
        "\"Plus One Name\" names more people in 2 rows; they are kept there, but not signed up",
        "\"Guests\" names more people in 1 row; they are kept there, but not signed up",
        "\"Guests\" says that 1 row is for more than one person; only who is named was signed up",
    ];
    assert_eq!(notes(text), expected);
}

#[test]
fn the_contact_of_somebody_is_not_them() {
    let text = "Name,Parent Name,Contact Name,Contact Email,Contact Phone\n\
                Jo Lawson,Olive Marsh,Greta Vance,greta@example.org,01254 11\n\
                Bo Haslam,Otto Marsh,Rita Vance,rita@example.org,01254 12\n";
    let expected = ["Jo Lawson, , ", "Bo Haslam, , "];
    assert_eq!(imported(text, &["name", "email", "phone"]), expected);
}

#[test]
fn an_address_that_many_share_fills_no_gaps() {
    let text = "Name,Email,Pathfinder Email\n\
                Jo Lawson,jo@example.org,olive@example.org\n\
                Al Marsh,,olive@example.org\n\
                Bo Haslam,bo@example.org,olive@example.org\n\
                Cy Vance,cy@example.org,greta@example.org\n\
                Di Vance,di@example.org,greta@example.org\n";
    let expected = [
        "Jo Lawson, jo@example.org",
        "Al Marsh, ",
        "Bo Haslam, bo@example.org",
        "Cy Vance, cy@example.org",
        "Di Vance, di@example.org",
    ];
    assert_eq!(imported(text, &["name", "email"]), expected);
}

#[test]
fn who_holds_the_ticket_comes_and_not_who_bought_it() {
    let text = "Patron Email,Patron First Name,Patron Last Name,Ticket Holder,Ticket Number\n\
                olive@example.org,Olive,Marsh,Jo Lawson,71\n\
                olive@example.org,Olive,Marsh,Al Lawson,72\n";
    let expected = ["Jo Lawson, , 71", "Al Lawson, , 72"];
    assert_eq!(imported(text, &["name", "email", "source_id"]), expected);
}

#[test]
fn teachers_come_to_a_meeting_of_teachers() {
    let text = "School Name,Teacher Name,Email\nMill,Jo Lawson,l@example.org\nMill,Al Lawson,l@example.org\n";
    let expected = ["Jo Lawson, l@example.org", "Al Lawson, l@example.org"];
    assert_eq!(imported(text, &["name", "email"]), expected);
}

#[test]
fn buyers_and_parents_come_where_nobody_else_is_named() {
    let orders = "Order Number,Order Status,Billing First Name,Billing Last Name,Billing Email,Billing Phone\n\
                  1,completed,Jo,Lawson,l@example.org,01254 11\n\
                  2,cancelled,Al,Lawson,l@example.org,01254 12\n";
    let columns = ["name", "email", "phone", "status"];
    let expected = [
        "Jo Lawson, l@example.org, 01254 11, confirmed",
        "Al Lawson, l@example.org, 01254 12, cancelled",
    ];
    assert_eq!(imported(orders, &columns), expected);
    let expected = [
        "no other column says who comes: \"Billing First Name\", \"Billing Last Name\", \"Billing Email\", \"Billing Phone\" are taken for them",
    ];
    assert_eq!(notes(orders), expected);
    let parents = "Parent/Guardian Name,Email,Child's Name\nJo Lawson,l@example.org,Cy\nAl Lawson,l@example.org,Di\n";
    let expected = ["Jo Lawson, l@example.org", "Al Lawson, l@example.org"];
    assert_eq!(imported(parents, &["name", "email"]), expected);
}

#[test]
fn parents_do_not_come_where_somebody_else_is_named_in_words_that_are_not_known() {
    let text = "Camper Name,Email,Parent Name,Parent Email\n\
                Jo Lawson,l@example.org,Olive Lawson,olive@example.org\n\
                Al Lawson,l@example.org,Olive Lawson,olive@example.org\n\
                Bo Haslam,bo@example.org,Greta Haslam,greta@example.org\n";
    let expected = [
        "Jo Lawson, l@example.org",
        "Al Lawson, l@example.org",
        "Bo Haslam, bo@example.org",
    ];
    assert_eq!(imported(text, &["name", "email"]), expected);
    let text = "First Name,Last Name,Buyer Email\nJo,Lawson,olive@example.org\nAl,Marsh,olive@example.org\n";
    assert_eq!(
        imported(text, &["name", "email"]),
        ["Jo Lawson, ", "Al Marsh, "]
    );
}

#[test]
fn parents_of_a_few_are_not_who_comes() {
    let text = "Timestamp,Email,Parent's name (if you are under 16)\n\
                2024-03-01 10:00,jo@example.org,\n\
                2024-03-01 11:00,al@example.org,Olive Marsh\n\
                2024-03-01 12:00,bo@example.org,\n";
    let expected = [", jo@example.org", ", al@example.org", ", bo@example.org"];
    assert_eq!(imported(text, &["name", "email"]), expected);
}

#[test]
fn the_other_names_beside_a_surname_are_part_of_the_name() {
    let text = "Surname,Other Names,Email\nLawson,Jo,l@example.org\nLawson,Al Mary,l@example.org\n";
    assert_eq!(imported(text, &["name"]), ["Jo Lawson", "Al Mary Lawson"]);
}

#[test]
fn whoever_signs_with_a_whole_name_of_their_own_choice_is_called_by_it() {
    let rows = "Andrew Green,Anna Green,ann@example.org\nBo Haslam,Bo Haslam,bo@example.org\n";
    for (labels, rows) in [
        ("Legal name,Preferred full name,Email", rows.to_string()),
        (
            "First name,Last name,Preferred name,Email",
            rows.replace("Andrew Green", "Andrew,Green")
                .replace("Bo Haslam,Bo", "Bo,Haslam,Bo"),
        ),
    ] {
        let text = format!("{labels}\n{rows}");
        assert_eq!(
            imported(&text, &["name"]),
            ["Anna Green", "Bo Haslam"],
            "{labels}"
        );
    }
}

#[test]
fn what_stands_on_a_badge_is_not_the_whole_name() {
    let text = "First Name,Last Name,Email,Name on Badge\n\
                Jo,Lawson,l@example.org,Jo\nJo,Marsh,m@example.org,Jojo\nMary Ann,Vance,v@example.org,Mary Ann\n";
    let expected = [
        "Jo Lawson, Jo",
        "Jo Marsh, Jojo",
        "Mary Ann Vance, Mary Ann",
    ];
    assert_eq!(imported(text, &["name", "Name on Badge"]), expected);
}

#[test]
fn the_name_that_somebody_would_be_called_stands_in_for_no_real_one() {
    for (heads, own) in [
        (
            "Please enter your full name,Name on badge",
            ["Ann Green", "Bo Brown"],
        ),
        ("Legal name,Preferred name", ["Ann Green", "Bo Brown"]),
        ("Name,Name für das Namensschild", ["Ann Green", "Bo Brown"]),
        ("Nom et prénom,Nom sur le badge", ["Ann Green", "Bo Brown"]),
        (
            "Legal first name,Legal surname,Preferred name",
            ["Ann,Green", "Bo,Brown"],
        ),
        (
            "Legal first name,Legal surname,Name on badge",
            ["Ann,Green", "Bo,Brown"],
        ),
    ] {
        let shown = heads.rsplit(',').next().expect("a heading");
        let text = format!(
            "{heads},Email\n{},Annie,ann@example.org\n{},,bo@example.org\n",
            own[0], own[1]
        );
        let expected = ["Ann Green, Annie", "Bo Brown, "];
        assert_eq!(imported(&text, &["name", shown]), expected, "{heads}");
    }
    let blank =
        "Full name,Badge name,Email\nAnn Green,Annie,ann@example.org\n,Bobby,bo@example.org\n";
    assert_eq!(imported(blank, &["name"]), ["Ann Green", "Bobby"]);
    let alone = "Preferred name,Email\nAnnie,ann@example.org\n";
    assert_eq!(imported(alone, &["name"]), ["Annie"]);
}

#[test]
fn an_address_through_work_is_somebodys_own_if_they_give_no_other() {
    let text = "Student Name,University Email\nJo Lawson,jo@example.org\nAl Marsh,al@example.org\n";
    let expected = ["Jo Lawson, jo@example.org", "Al Marsh, al@example.org"];
    assert_eq!(imported(text, &["name", "email"]), expected);
}

#[test]
fn who_cancelled_does_not_come_whatever_the_others_are_called() {
    let text = "Name,Email,Order Status\nJo,jo@example.org,fulfilled\nAl,al@example.org,Cancelled\nBo,bo@example.org,fulfilled\n";
    let expected = ["Jo, confirmed", "Al, cancelled", "Bo, confirmed"];
    assert_eq!(imported(text, &["name", "status"]), expected);
    let text = "Imię,Nazwisko,E-mail,Status\nJan,Nowak,j@example.org,Potwierdzony\nEwa,Nowak,j@example.org,Anulowana\n";
    let expected = ["Jan Nowak, confirmed", "Ewa Nowak, cancelled"];
    assert_eq!(imported(text, &["name", "status"]), expected);
}

#[test]
fn the_column_that_names_the_participant_is_the_participants() {
    let text = "Emetteur Nom;Emetteur Prenom;Emetteur email;Nom Participant;Prénom Participant\n\
                Marsh;Olive;olive@example.org;Barraud;Émile\nMarsh;Olive;olive@example.org;Cano;Lucía\n";
    let expected = ["Émile Barraud, ", "Lucía Cano, "];
    assert_eq!(imported(text, &["name", "email"]), expected);
    let text = "Référence commande;Date de la commande;Statut de la commande;Nom participant;Prénom participant;Nom payeur;Prénom payeur;Email payeur;Billet;Numéro de billet;Tarif\n\
                1;04/03/2024 14:25;Validé;Barraud;Émile;Marsh;Olive;olive@example.org;x;71;Solidaire\n\
                1;04/03/2024 14:25;Annulé;Cano;Lucía;Marsh;Olive;olive@example.org;y;72;Plein\n";
    let expected = [
        "Émile Barraud, , Solidaire, confirmed, helloasso, 71",
        "Lucía Cano, , Plein, cancelled, helloasso, 72",
    ];
    let columns = ["name", "email", "ticket", "status", "source", "source_id"];
    assert_eq!(imported(text, &columns), expected);
}

#[test]
fn the_day_that_all_rows_share_is_that_of_the_event() {
    let row = |n: usize| format!("P{n} Lawson,p{n}@example.org,2024-04-13\n");
    let text: String = (0..6).map(row).collect();
    let people = imported(&format!("Name,Email,Date\n{text}"), &["name", "Date"]);
    assert_eq!(people[0], "P0 Lawson, 2024-04-13");
}

#[test]
fn a_pretix_list_for_the_door_has_the_addresses_of_those_who_come() {
    let mut desk = Desk::new();
    let door = "Order code;Attendee name;Product;Checked in;Secret;E-mail;Phone number;Company;Order date;Order time;Country;State\n\
                ABC01;Ann Lee;Day;;s1;ann@example.org;;Foo;2024-03-01;10:00:00;GB;\n\
                ABC01;Bo Day;Day;;s2;bo@example.org;;;2024-03-01;10:00:00;US;CA\n\
                ABC02;;Day;;s3;buyer@example.org;;;2024-03-01;10:00:00;GB;\n";
    desk.import("list.csv", door.as_bytes());
    let positions = "Order code,Position ID,Status,Email,Order date,Order time,Product,Attendee name,Attendee email,Company\n\
                     ABC01,1,paid,ann@example.org,2024-03-01,10:00:00,Day,Ann Lee,ann@example.org,Foo\n\
                     ABC01,2,paid,ann@example.org,2024-03-01,10:00:00,Day,Bo Day,bo@example.org,\n";
    desk.import("list.csv", positions.as_bytes());
    let told = ["name", "email", "organisation", "source_id"];
    let listed = desk
        .list
        .iter()
        .map(|one| told.map(|column| one.get(column)));
    let expected = [
        ["Ann Lee", "ann@example.org", "Foo", "ABC01-1"],
        ["Bo Day", "bo@example.org", "", "ABC01-2"],
    ];
    assert_eq!(listed.collect::<Vec<_>>(), expected);
}

#[test]
fn a_column_without_a_heading_leaves_pretix_the_town_of_whoever_comes() {
    for gap in ["", ","] {
        let text = format!(
            "Order code,Position ID,Product,Attendee name,Attendee email,Company,ZIP code,{gap}City,Invoice address name,Company,City\n\
             A,1,GA,Ann Lee,ann@example.org,Foo,M1 1AA,{gap}Leeds,Buyer,Bar,Town\n"
        );
        assert_eq!(
            imported(&text, &["organisation", "area"]),
            ["Foo, Leeds"],
            "{gap}"
        );
    }
}

#[test]
fn a_paypal_file_tells_of_whoever_paid_and_a_refund_is_nobody_new() {
    let text = "Date,Time,TimeZone,Name,Type,Status,Gross,From Email Address,To Email Address,Transaction ID,Item Title\n\
                01/03/2024,10:00:00,GMT,Ann Lee,Website Payment,Completed,10.00,ann@example.org,conf@example.net,T1,Day\n\
                01/03/2024,11:00:00,GMT,Bo Day,Website Payment,Completed,10.00,bo@example.org,conf@example.net,T2,Day\n\
                02/03/2024,11:00:00,GMT,Bo Day,Payment Refund,Completed,-10.00,conf@example.net,bo@example.org,T3,Day\n";
    let expected = [
        "Ann Lee, ann@example.org, Day, confirmed",
        "Bo Day, bo@example.org, Day, confirmed",
    ];
    assert_eq!(
        imported(text, &["name", "email", "ticket", "status"]),
        expected
    );
    assert_eq!(
        notes(text),
        [
            "1 row gives money back, as \"Type\" says: left out as blank, and whoever paid it is not cancelled"
        ]
    );
}

#[test]
fn what_meetup_knows_of_a_member_is_no_consent() {
    let text = "Name\tUser ID\tMember ID\tLocation\tIntro\tPhoto\tAssistant Organizer\tMailing List\tURL of Member Profile\n\
                Ann Lee\tuser 125\t125\tLondon\tYes\tYes\tYes\tYes\thttp://www.meetup.com/x/members/125/\n";
    assert_eq!(
        imported(text, &["name", "updates", "photo"]),
        ["Ann Lee, , "]
    );
}

#[test]
fn a_member_whom_a_product_lists_twice_under_one_id_is_one_person() {
    let text = "Name\tUser ID\tRSVP\tGuests\tRSVPed on\tURL of Member Profile\n\
                Ann Lee\tuser 1\tYes\t0\tMarch 2, 2024 10:00 AM\thttp://www.meetup.com/x/members/1\n\
                Bo Fox\tuser 2\tYes\t0\tMarch 2, 2024 10:05 AM\thttp://www.meetup.com/x/members/2\n\
                Ann Lee\tuser 1\tYes\t0\tMarch 2, 2024 10:00 AM\thttp://www.meetup.com/x/members/1\n\
                Ann Lee\tuser 3\tYes\t0\tMarch 2, 2024 10:09 AM\thttp://www.meetup.com/x/members/3\n";
    let expected = ["Ann Lee, user 1", "Bo Fox, user 2", "Ann Lee, user 3"];
    assert_eq!(imported(text, &["name", "source_id"]), expected);
}

#[test]
fn headings_of_consent_postcode_and_time_of_products_are_known() {
    for (text, columns, expected) in [
        (
            "Name,Email,Communication consent\nAnn Lee,ann@example.org,Yes\n",
            "updates",
            "yes",
        ),
        (
            "Name,Email,Contact Preferences: Email\nAnn Lee,ann@example.org,Yes\n",
            "updates",
            "yes",
        ),
        (
            "Name,Email,Opt In Email\nAnn Lee,ann@example.org,Yes\n",
            "updates",
            "yes",
        ),
        (
            "Name,Email,May we write to you about future events?\nAnn Lee,ann@example.org,Yes\n",
            "updates",
            "yes",
        ),
        (
            "signup first name,signup last name,signup email,signup zip\nAnn,Lee,ann@example.org,SE15 4TL\n",
            "area",
            "SE15 4TL",
        ),
        (
            "First Name,Last Name,Email,Date RSVPed\nAnn,Lee,ann@example.org,02/16/2024 11:42\n",
            "registered",
            "2024-02-16 11:42",
        ),
    ] {
        assert_eq!(
            imported(text, &["name", columns]),
            [format!("Ann Lee, {expected}")],
            "{text}"
        );
    }
}

#[test]
fn a_ticket_that_is_a_number_of_its_own_gives_way_to_what_was_paid_for() {
    let mut text = "Billet,Nom,Prénom,Email,Tarif\n".to_string();
    for (at, name) in ["Ann", "Bo", "Cy", "Di", "Ed"].iter().enumerate() {
        text.push_str(&format!(
            "90000{at},Lee,{name},{name}@example.org,Standard\n"
        ));
    }
    let expected = ["Ann", "Bo", "Cy", "Di", "Ed"].map(|name| format!("{name} Lee, Standard"));
    assert_eq!(imported(&text, &["name", "ticket"]), expected);
}
