use crate::strangers::imported;

fn people(rows: &[&str]) -> (Vec<String>, usize) {
    (rows.iter().copied().map(String::from).collect(), 0)
}

#[test]
fn options_with_a_column_each_are_all_that_was_ticked() {
    let rows = "Jo,jo@example.org,Yes,No,x,\n\
                Al,al@example.org,Yes,Yes,,x\n\
                Bo,bo@example.org,No,,x,x\n\
                Eva,eva@example.org,,,,\n";
    let expected = [
        "Jo|Vegan|Ramp",
        "Al|Vegan, Halal|BSL interpreter",
        "Bo||Ramp, BSL interpreter",
        "Eva||",
    ];
    for head in [
        "Name,Email,Dietary needs – Vegan,Dietary needs – Halal,Access needs: Ramp,Access needs: BSL interpreter",
        "Name,Email,Dietary needs (Vegan),Dietary needs (Halal),Access needs [Ramp],Access needs [BSL interpreter]",
    ] {
        let text = format!("{head}\n{rows}");
        assert_eq!(
            imported(&text, &["name", "diet", "access"]),
            people(&expected),
            "{head}"
        );
    }
    let named = "Name,Email,Diet (Vegan),Diet (Halal),Diet (Other)\n\
                 Jo,jo@example.org,Vegan,Halal,no nuts\n\
                 Al,al@example.org,,Halal,\n";
    let expected = ["Jo|Vegan, Halal, no nuts", "Al|Halal"];
    assert_eq!(imported(named, &["name", "diet"]), people(&expected));
    let apart = "Name,Email,Vegetarian,Vegan,Gluten free\n\
                 Jo,jo@example.org,x,,x\n\
                 Al,al@example.org,,x,\n";
    let expected = ["Jo|Vegetarian, Gluten free", "Al|Vegan"];
    assert_eq!(imported(apart, &["name", "diet"]), people(&expected));
}

#[test]
fn a_yes_says_what_was_asked_and_a_no_says_nothing() {
    let text = "Name,Email,Vegetarian lunch?,Do you need step-free access?\n\
                Jo,jo@example.org,Yes,yes\n\
                Al,al@example.org,No,no\n\
                Bo,bo@example.org,,\n";
    let expected = ["Jo|Vegetarian|step-free", "Al||", "Bo||"];
    assert_eq!(
        imported(text, &["name", "diet", "access"]),
        people(&expected)
    );
    let open = "Name,Email,Any dietary requirements?\n\
                Jo,jo@example.org,yes\n\
                Al,al@example.org,no nuts\n\
                Bo,bo@example.org,No\n";
    let expected = ["Jo|yes", "Al|no nuts", "Bo|No"];
    assert_eq!(imported(open, &["name", "diet"]), people(&expected));
}

#[test]
fn other_questions_of_the_same_part_of_a_form_are_no_options() {
    let text = "Name,Email,Your details: Dietary requirements,Your details: T-shirt\n\
                Jo,jo@example.org,vegan,M\n\
                Al,al@example.org,,L\n";
    let expected = ["Jo|vegan|M", "Al||L"];
    let columns = ["name", "diet", "Your details: T-shirt"];
    assert_eq!(imported(text, &columns), people(&expected));
}

#[test]
fn a_mark_for_no_answer_is_none() {
    let text = "Name,Email,Phone,Organisation,Diet,Access needs,Town\n\
                Jo,jo@example.org,-,n/a,-,N/A,—\n\
                Al,al@example.org,01254 555002,Unite,none,--,York\n";
    let expected = ["Jo|||||", "Al|01254 555002|Unite|none||York"];
    let columns = ["name", "phone", "organisation", "diet", "access", "area"];
    assert_eq!(imported(text, &columns), people(&expected));
}

#[test]
fn the_phone_number_of_an_order_is_that_of_whoever_ordered() {
    let text = "Order code,Position ID,Status,Email,Phone number,Product,Attendee name,Attendee email\n\
                A1,1,paid,jo@example.org,01254 555001,Full,Jo Lawson,Jo@example.org\n\
                A1,2,paid,jo@example.org,01254 555001,Full,Al Byron,al@example.org\n\
                B2,1,paid,bo@example.org,01254 555002,Full,Bo Okoro,\n";
    let expected = [
        "Jo Lawson|01254 555001|01254 555001",
        "Al Byron||01254 555001",
        "Bo Okoro|01254 555002|01254 555002",
    ];
    let columns = ["name", "phone", "Phone number"];
    assert_eq!(imported(text, &columns), people(&expected));
}

#[test]
fn ticks_in_a_last_column_without_a_heading_are_no_part_of_the_answer_before_them() {
    let row =
        |(at, tick): (usize, &str)| format!("P{at} Lee,p{at}@example.org,,Not coming,{tick}\n");
    for ticks in [
        ["x", "", "", ""],
        ["x", "paid cash", "", ""],
        ["", "", "", "x"],
    ] {
        let rows: String = ticks.into_iter().enumerate().map(row).collect();
        let text = format!("Name,Email,Diet,RSVP,\n{rows}");
        let people: Vec<String> = ticks
            .iter()
            .enumerate()
            .map(|(at, tick)| format!("P{at} Lee|cancelled|{tick}"))
            .collect();
        assert_eq!(
            crate::strangers::imported(&text, &["name", "status", "column 5"]),
            (people, 0),
            "{text}"
        );
    }
}

#[test]
fn several_words_behind_a_last_comma_belong_to_the_last_answer() {
    for many in [1, 3, 8] {
        let row = |at: usize| match at < many {
            true => format!("P{at} Lee,p{at}@example.org,vegan, no nuts\n"),
            false => format!("P{at} Lee,p{at}@example.org,halal\n"),
        };
        let rows: String = (0..8).map(row).collect();
        let people = (0..8).map(|at| match at < many {
            true => format!("P{at} Lee|vegan, no nuts"),
            false => format!("P{at} Lee|halal"),
        });
        assert_eq!(
            crate::strangers::imported(&format!("Name,Email,Diet,\n{rows}"), &["name", "diet"]),
            (people.collect(), 0),
            "{many}"
        );
    }
}
