//! Files whose quotes all obey the rules: what they say stands, whatever else looks odd in them.

use crate::headings::imported;
use crate::parted::{expected, reading};
use crate::strangers;

const EVERYBODY: [&str; 4] = ["Ann Green", "Bob Brown", "Cat Black", "Dan White"];

/// The names of whom a file signs up, without a quote that was left behind one.
fn names(text: &str) -> Vec<String> {
    let names = imported(text, &["name"]).into_iter();
    names
        .map(|name| name.trim_end_matches('"').to_string())
        .collect()
}

#[test]
fn an_answer_of_several_lines_stands_where_no_quote_is_open_though_rows_are_short() {
    let friends = "Please also sign up:\nTom Baker, tom@example.com, 07700 900998\nSue Sim, sue@example.com, 07700 900999";
    let text = format!(
        "Name,Email,Phone,Comments\n\
         Ann Green,ann@example.org,07700 900101,\"{friends}\"\n\
         Bob Brown,bob@example.org,07700 900102\n\
         Cat Black,cat@example.org,07700 900103\n"
    );
    let rows = [
        &format!("Ann Green|ann@example.org|07700 900101|{friends}"),
        "Bob Brown|bob@example.org|07700 900102|",
        "Cat Black|cat@example.org|07700 900103|",
    ];
    let header = ["Name", "Email", "Phone", "Comments"];
    assert_eq!(reading(text.as_bytes()), expected(&header, &rows, &[], &[]));
}

#[test]
fn an_answer_of_several_lines_stands_where_no_quote_is_open_though_the_last_headings_are_blank() {
    let friends = "Bringing two friends:\nTom Baker,tom@example.com\nSue Sim, sue@example.com";
    let text = format!(
        "Name,Email,Phone,Anything else?,,\n\
         Ann Green,ann@example.org,07700 900101,\"{friends}\",,\n\
         Bob Brown,bob@example.org,07700 900102,,,\n\
         Cat Black,cat@example.org,07700 900103,Late,,\n"
    );
    let rows = [
        &format!("Ann Green|ann@example.org|07700 900101|{friends}"),
        "Bob Brown|bob@example.org|07700 900102|",
        "Cat Black|cat@example.org|07700 900103|Late",
    ];
    let header = ["Name", "Email", "Phone", "Anything else?"];
    assert_eq!(reading(text.as_bytes()), expected(&header, &rows, &[], &[]));
}

#[test]
fn nobody_is_torn_out_of_a_row_by_another_address_behind_an_answer_of_several_lines() {
    let text = "Name,Organisation,Email,Phone,Address,Town,Second email,Diet,Notes\n\
                Ann Green,TUC,ann@example.org,07700 900101,\"1 High Street\nHeadingley\",Leeds,ann.home@example.com,Vegan\n\
                Bob Brown,TUC,bob@example.org,07700 900102,\"2 High Street, Flat 3\nBurley\",Leeds,bob.home@example.com\n\
                Cat Black,TUC,cat@example.org,07700 900103,\"3 Low Road\nLeeds\",Leeds,,,Late\n";
    let people = [
        "Ann Green|ann@example.org|1 High Street\nHeadingley|Vegan",
        "Bob Brown|bob@example.org|2 High Street, Flat 3\nBurley|",
        "Cat Black|cat@example.org|3 Low Road\nLeeds|",
    ];
    let columns = ["name", "email", "Address", "diet"];
    assert_eq!(
        strangers::imported(text, &columns),
        (people.map(String::from).to_vec(), 0)
    );
}

#[test]
fn a_short_row_is_not_torn_at_the_quotes_within_its_answers() {
    let text = "Full name,Email address,Phone,Organisation,Diet,Access\n\
                Chloë Dubois,chloe@example.com,07700 900101,\"Association \"\"Les Amis\"\", Lyon\",\"a \"\"b\nc\"\" d\"\n\
                Jean de la Tour,jean@example.org,07700 900119,UNISON,ok,\"C:\\temp\\\"\"x\"\"\"\n\
                Li Xi,li.xi@example.org,07700 900120,Union,,\"Please ring\n07700 900555\"\n";
    let rows = [
        "Chloë Dubois|chloe@example.com|07700 900101|Association \"Les Amis\", Lyon|a \"b\nc\" d|",
        "Jean de la Tour|jean@example.org|07700 900119|UNISON|ok|C:\\temp\\\"x\"",
        "Li Xi|li.xi@example.org|07700 900120|Union||Please ring\n07700 900555",
    ];
    let header = [
        "Full name",
        "Email address",
        "Phone",
        "Organisation",
        "Diet",
        "Access",
    ];
    assert_eq!(reading(text.as_bytes()), expected(&header, &rows, &[], &[]));
}

#[test]
fn two_quotes_that_make_up_for_each_other_swallow_nobody() {
    let ditto = "Name,Email,Town\n\
                 Ann Green,ann@example.org,Leeds\n\
                 Bob Brown,bob@example.org,\"\n\
                 Cat Black,cat@example.org,\"\n\
                 Dan White,dan@example.org,York\n";
    let inches = "Name,Email,Town\n\
                  Ann Green,ann@example.org,Leeds\n\
                  Bob Brown,bob@example.org,\"Hull\n\
                  Cat Black,cat@example.org,5\"\n\
                  Dan White,dan@example.org,York\n";
    for text in [ditto, inches] {
        assert_eq!(imported(text, &["name"]), EVERYBODY);
    }
}

#[test]
fn a_quote_left_open_before_a_name_or_an_address_swallows_nobody() {
    let first = "Name,Email,Notes\n\
                 \"Ann Green,ann@example.org,Late\n\
                 Bob Brown,bob@example.org,\n\
                 Cat Black,cat@example.org,Late\n\
                 Dan White,dan@example.org\",\n";
    let second = "Email,Name,Notes\n\
                  ann@example.org,\"Ann Green,Late\n\
                  bob@example.org,Bob Brown\"\n\
                  cat@example.org,Cat Black\n\
                  dan@example.org,Dan White,Late\n";
    let spaced = "Nom; Téléphone; Notes\n\
                  Ann Green; 07700 900101; \n\
                  \"Bob Brown; 07700 900102; Late\n\
                  Cat Black; 07700 900103\"; \n\
                  Dan White; 07700 900104; Late\n";
    let bare = "Ann Green\tann@example.org\tLate\n\
                \"Bob Brown\tbob@example.org\t\n\
                Cat Black\tcat@example.org\tScreen 24\"\n\
                Dan White\tdan@example.org\tLate\n";
    let silent = "Ann Green,TUC,Late\n\
                  \"Bob Brown,GMB,Late\n\
                  Cat Black,,\"\n\
                  Dan White,Unite,\n";
    for text in [first, second, spaced, bare, silent] {
        assert_eq!(names(text), EVERYBODY, "{text}");
    }
}

#[test]
fn an_answer_of_several_lines_that_makes_its_row_too_long_swallows_nobody() {
    let numbers = "Name,Phone,Notes\n\
                   Ann Green,07700 900101,Late\n\
                   Bob Brown,07700 900102,\"Late\n\
                   Cat Black\",07700 900103\n\
                   Dan White,07700 900104,Late\n";
    let bare = "Ann Green,ann@example.org,TUC,Vegan,Late\n\
                Bob Brown,bob@example.org,TUC,,\"Late\n\
                Cat Black,cat@example.org,,Vegan,\n\
                Dan White,dan@example.org,TUC,Vegan\",Late\n";
    for text in [numbers, bare] {
        assert_eq!(names(text), EVERYBODY, "{text}");
    }
}

#[test]
fn addresses_of_several_lines_are_no_people_though_their_column_is_called_one_of_mail() {
    let text = "Name,Mailing address,Phone,Notes\n\
                Ann Green,\"1 High Street\nLeeds\",07700 900101\n\
                Bob Brown,\"2 High Street, Flat 3\nBurley, Leeds\",07700 900102,Late\n\
                Cat Black,\"3 Low Road\nYork\",07700 900103\n";
    let rows = [
        "Ann Green|1 High Street\nLeeds|07700 900101|",
        "Bob Brown|2 High Street, Flat 3\nBurley, Leeds|07700 900102|Late",
        "Cat Black|3 Low Road\nYork|07700 900103|",
    ];
    let header = ["Name", "Mailing address", "Phone", "Notes"];
    let blank = "Name,Mailing address,Phone,Notes,,\n\
                 Ann Green,\"1 High Street\nLeeds\",07700 900101,,,\n\
                 Bob Brown,\"2 High Street, Flat 3\nBurley, Leeds\",07700 900102,Late,,\n\
                 Cat Black,\"3 Low Road\nYork\",07700 900103,,,\n";
    for text in [text, blank] {
        assert_eq!(reading(text.as_bytes()), expected(&header, &rows, &[], &[]));
    }
}
