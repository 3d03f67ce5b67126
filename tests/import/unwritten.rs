//! Who does not want us to write.

use crate::headings::imported;

fn said(question: &str) -> Vec<String> {
    let text = format!(
        "Name,Email,\"{question}\"\nJo,jo@example.org,Yes\nAl,al@example.org,No\nEd,ed@example.org,\n"
    );
    imported(&text, &["updates"])
}

fn all_say(questions: &[&str], expected: [&str; 3]) {
    let other = questions.iter().map(|question| (*question, said(question)));
    let other: Vec<_> = other.filter(|(_, said)| *said != expected).collect();
    assert_eq!(other, [], "where all are {expected:?}");
}

#[test]
fn a_yes_to_being_left_in_peace_is_a_no() {
    let questions = [
        "Tick this box if you do not want us to write to you about future events",
        "Tick this box if you don't want us to contact you about our other events and campaigns.",
        "If you do not want us to write to you about future events, please tick this box",
        "If you'd rather we didn't write to you about future events, tick here",
        "Please don't write to me about future events",
        "I do not want you to write to me about future events",
        "I would prefer you not to write to me about your events",
        "I do not wish to be written to about future events",
        "Do not write to me about events",
        "Tick if we may not write to you about future events",
        "Do you mind if we write to you about upcoming events?",
        "Would you mind if we wrote to you about future events?",
        "Would you rather we did not write to you?",
        "No emails please",
    ];
    all_say(&questions, ["no", "", ""]);
}

#[test]
fn who_else_may_not_write_and_what_about_the_day_is_no_refusal_of_our_news() {
    let questions = [
        "Tick this box if you do not want the venue to write to you about future events",
        "Please don't write to me about changes to the events",
        "Do you mind if the council writes to you about events?",
        "Do not write to me about the event",
        "Do not write on the walls",
        "Do you mind if we write your name on a badge?",
        "Tick if you do not want our sponsors to write to you about future events",
        "We may not write to you about your booking",
        "Do you mind if we write to you about events of the day?",
        "Leave blank if you do not want us to write to you about future events",
        "If you do not want us to write to you about future events, untick this box",
        "Please don't write to me by post about events",
        "Would you not mind if we write to you about events?",
        "I do not want you to write to my employer about future events",
        "We may not write to you about future events",
    ];
    all_say(&questions, ["", "", ""]);
}
