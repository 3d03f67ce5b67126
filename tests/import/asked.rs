use crate::strangers::imported;

fn all(lines: &[&str]) -> (Vec<String>, usize) {
    (lines.iter().map(ToString::to_string).collect(), 0)
}

#[test]
fn a_name_that_is_asked_for_in_parts_keeps_sisters_apart() {
    let text = "Your Name (First) *,Your Name (Last) *,Email\n\
                Ruth,Clarke,clarkes@example.org\n\
                Mary,Clarke,clarkes@example.org\n";
    let expected = [
        "Ruth Clarke|clarkes@example.org",
        "Mary Clarke|clarkes@example.org",
    ];
    assert_eq!(imported(text, &["name", "email"]), all(&expected));
}

#[test]
fn a_blank_column_called_name_leaves_the_name_to_the_question() {
    let text = "ID;Startzeit;Fertigstellungszeit;E-Mail;Name;Wie dürfen wir dich ansprechen;Wohin dürfen wir dir schreiben\n\
                1;01.03.2024 10:00;01.03.2024 10:01;anonymous;;Ruth Clarke;clarkes@example.org\n\
                2;02.03.2024 10:00;02.03.2024 10:01;anonymous;;Sam Clarke;clarkes@example.org\n\
                3;03.03.2024 10:00;03.03.2024 10:01;anonymous;;Ann Bell;ann@example.org\n";
    let expected = [
        "Ruth Clarke|clarkes@example.org",
        "Sam Clarke|clarkes@example.org",
        "Ann Bell|ann@example.org",
    ];
    assert_eq!(imported(text, &["name", "email"]), all(&expected));
}

#[test]
fn a_no_to_a_part_or_a_day_keeps_nobody_away() {
    let text = "Name,Email,Will you attend the evening social?,Will you attend on Friday?,Will you attend on Saturday?\n\
                Jo,jo@example.org,No,No,Yes\n\
                Al,al@example.org,Yes,Yes,No\n";
    let expected = ["Jo|confirmed", "Al|confirmed"];
    assert_eq!(imported(text, &["name", "status"]), all(&expected));
    let text = "Name,Email,Main RSVP,Extra RSVP\n\
                Jo,jo@example.org,Yes,No\n\
                Al,al@example.org,No,Yes\n";
    let expected = ["Jo|confirmed", "Al|cancelled"];
    assert_eq!(imported(text, &["name", "status"]), all(&expected));
}

#[test]
fn who_says_in_their_own_words_that_they_stay_away_does_not_come() {
    let text = "Timestamp,Name,Email,Can you attend?\n\
                13/03/2024 10:00,Jo,jo@example.org,\"Yes, I'll be there\"\n\
                14/03/2024 10:00,Al,al@example.org,\"Sorry, can't make it\"\n\
                15/03/2024 10:00,Cy,cy@example.org,\"Maybe, if the trains run\"\n";
    let expected = [
        "Jo|confirmed|Yes, I'll be there",
        "Al|cancelled|Sorry, can't make it",
        "Cy|pending|Maybe, if the trains run",
    ];
    let columns = ["name", "status", "Can you attend?"];
    assert_eq!(imported(text, &columns), all(&expected));
}

#[test]
fn of_two_columns_of_states_the_one_that_says_the_least_for_coming_counts() {
    let text = "Order id,First name,Last name,Email,Order date,Financial status,Valid tickets,Status\n\
                H1,Jo,Lawson,jo@example.org,13/03/2024 10:00 am,refunded,0,complete\n\
                H2,Al,Byron,al@example.org,13/03/2024 10:00 am,paid,0,cancelled\n\
                H3,Cy,Quill,cy@example.org,13/03/2024 10:00 am,paid,1,complete\n";
    let expected = [
        "Jo Lawson|cancelled",
        "Al Byron|cancelled",
        "Cy Quill|confirmed",
    ];
    assert_eq!(imported(text, &["name", "status"]), all(&expected));
}

#[test]
fn a_box_whose_answer_repeats_its_question_is_ticked() {
    let question = "I'm happy for you to contact me about future events";
    let text = format!(
        "Name,Email,{question},Photos\n\
         Jo,jo@example.org,{question},Yes\n\
         Al,al@example.org,,I'm happy as I am\n\
         Cy,cy@example.org,\"Yes, but not by e-mail\",No\n"
    );
    let expected = ["Jo|yes|yes", "Al||no", "Cy|no|no"];
    assert_eq!(
        imported(&text, &["name", "updates", "photo"]),
        all(&expected)
    );
}

#[test]
fn details_that_are_asked_for_after_a_yes_are_the_answer() {
    let text = "Name,Email,Any dietary requirements?,\"If yes, please give details\"\n\
                Jo,jo@example.org,Yes,no nuts\n\
                Al,al@example.org,No,\n\
                Cy,cy@example.org,Yes,\n";
    let expected = ["Jo|no nuts", "Al|No", "Cy|Yes"];
    assert_eq!(imported(text, &["name", "diet"]), all(&expected));
}

#[test]
fn whoever_stands_above_a_repeated_header_in_a_list_of_names_is_somebody() {
    let text = "Name,Here?\nJo Lawson,\nAl Byron,\nName,Here?\nCy Quill,\nBea Bell,\n";
    let expected = ["Jo Lawson", "Al Byron", "Cy Quill", "Bea Bell"];
    assert_eq!(imported(text, &["name"]), all(&expected));
}

#[test]
fn a_delimiter_that_only_the_header_holds_needs_no_saying() {
    let text = "Name,Here?\nJo Lawson\nAl Byron\n";
    assert_eq!(imported(text, &["name"]), all(&["Jo Lawson", "Al Byron"]));
}

#[test]
fn while_days_and_months_are_open_the_order_of_the_rows_is_that_of_the_answers() {
    let text = "Timestamp,Name,Email,Diet\n\
                01/03/2024 10:00:00,Jo,jo@example.org,vegan\n\
                03/03/2024 10:00:00,Jo,jo@example.org,halal\n\
                04/03/2024 10:00:00,Al,al@example.org,\n";
    let expected = ["Jo|halal", "Al|"];
    assert_eq!(imported(text, &["name", "diet"]), all(&expected));
}

#[test]
fn what_a_spreadsheet_puts_before_a_time_or_an_id_of_two_columns_is_no_part_of_them() {
    let text = "Order code,Position ID,Order date,Order time,Attendee name,Attendee email\n\
                ABCDE,'01,2024-03-13,'09:07:00,Jo,jo@example.org\n\
                ABCDE,=\"02\",2024-03-13,=\"09:08:00\",Al,al@example.org\n";
    let expected = [
        "Jo|2024-03-13 09:07|ABCDE-01",
        "Al|2024-03-13 09:08|ABCDE-02",
    ];
    let people = imported(text, &["name", "registered", "source_id"]);
    assert_eq!(people, all(&expected));
}

#[test]
fn a_ticket_of_whom_nothing_was_asked_has_no_name() {
    let text = "Order #,Order Date,First Name,Last Name,Email,Ticket Type,Attendee #,Attendee Status\n\
                1,3/13/24 10:00,Info Requested,Info Requested,jo@example.org,GA,101,Attending\n";
    assert_eq!(
        imported(text, &["name", "email"]),
        all(&["|jo@example.org"])
    );
}

#[test]
fn one_word_above_a_column_of_addresses_is_nobody() {
    let text = "Subscribers\nJo Lawson <jo@example.org>\nal@example.org\n";
    let expected = ["Jo Lawson|jo@example.org", "|al@example.org"];
    assert_eq!(imported(text, &["name", "email"]), all(&expected));
}
