//! What may be said of people on the programme, and to whom.

use super::*;
use crate::model::{EmailAddress, Event, Id};

fn speaker(name: &str, alias: &str) -> Speaker {
    let id = Id::from_words(name).expect("an id");
    Speaker {
        alias: alias.to_string(),
        email: EmailAddress::parse(&format!("{id}@example.net")).ok(),
        phone: "01254 555 0199".to_string(),
        ..Speaker::named(id, name)
    }
}

fn discretion(speakers: Vec<Speaker>) -> Discretion {
    Discretion::of(&Conference {
        event: Event::named("x", "X"),
        speakers,
        sessions: Vec::new(),
        waivers: Vec::new(),
    })
}

#[test]
fn a_hidden_name_is_found_however_it_is_written() {
    let hidden = discretion(vec![
        speaker("Zoë Hidden", "A councillor"),
        speaker("Siân O’Brien", "A worker"),
        speaker("Will Young", "Somebody"),
        speaker("Mark", "Somebody"),
        speaker("Łukasz", "Somebody"),
        speaker("Jo Lawson", "Councillor Jo Lawson"),
    ]);
    for text in [
        "Zoë Hidden",
        "with ZOE HIDDEN!",
        "Zoe-Hidden",
        "zoe_hidden",
        "@ZoeHidden",
        "Zoe\u{301}\u{308}  Hidden’s talk",
        "Zo\u{eb}\u{a0}Hid\u{ad}den",
        "Zoë\u{200b}Hidden",
        "Zoë B. Hidden",
        "Hidden, Zoë",
        "Sian O'Brien",
        "SIAN OBRIEN",
        "and Will Young.",
        "lukasz speaks",
    ] {
        assert!(hidden.is_named_in(text), "{text}");
    }
    for text in [
        "Zoë hides",
        "hidden Zoe",
        "Zoe and Hidden",
        "Zoeh idden things",
        "young will",
        "will the young come",
        "Mark my words",
        "Jo Lawson",
    ] {
        assert!(!hidden.is_named_in(text), "{text}");
    }
}

#[test]
fn the_public_learns_no_address_and_others_none_of_the_unnamed() {
    let mut open = speaker("Ada Example", "");
    open.phone = "+44 7700 900123".to_string();
    let discretion = discretion(vec![open, speaker("Xa Hidden", "A councillor")]);
    let name = "the name of somebody who does not want to be named";
    let (address, phone) = (
        "the address of a speaker",
        "the telephone number of a speaker",
    );
    let text = "Ada Example, ada-example@example.net, 07700 900123";
    assert_eq!(discretion.told_to_the_public(text), [address, phone]);
    assert_eq!(discretion.told_to_somebody(text, ""), [""; 0]);
    let text = "Xa-Hidden <XA-HIDDEN@example.net>, (01254) 5550199.";
    for told in [
        discretion.told_to_the_public(text),
        discretion.told_to_somebody(text, "Ada Example"),
    ] {
        assert_eq!(told, [name, address, phone]);
    }
    let known = "Xa Hidden xa-hidden@example.net +44 1254 555 0199";
    assert_eq!(discretion.told_to_somebody(text, known), [""; 0]);
}
