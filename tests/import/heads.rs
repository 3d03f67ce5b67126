//! What a plain heading decides by itself: which column holds phone numbers, which question is about the whole event, and
//! for how many a row is.

use crate::desk::Desk;
use crate::headings::imported;

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
