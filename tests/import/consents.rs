//! Which question asks for a consent, and which answer gives it.

use crate::headings::imported;

fn updates(question: &str) -> Vec<String> {
    let text = format!(
        "Name,Email,\"{question}\"\nJo,jo@example.org,Yes\nAl,al@example.org,No\nBo,bo@example.org,\n"
    );
    imported(&text, &["updates"])
}

#[test]
fn whether_somebody_may_be_written_to_is_asked_in_many_words() {
    for question in [
        "Can we email you?",
        "May we e-mail you?",
        "OK to email you?",
        "6. OK to email?",
        "Are you happy for us to email you?",
        "I agree to be contacted",
        "Contact consent",
        "Consent to contact",
        "Can we contact you again by email? (Y/N)",
        "Would you like to be told about our next events?",
        "Would you like to receive further information?",
        "Dürfen wir Ihnen weitere Informationen schicken?",
        "Dürfen wir dich kontaktieren?",
        "Peut-on vous recontacter ?",
        "¿Podemos contactarte?",
        "Czy możemy przesyłać Ci informacje?",
    ] {
        assert_eq!(updates(question), ["yes", "no", ""], "{question}");
    }
}

#[test]
fn who_may_be_written_to_about_the_day_has_not_asked_for_news() {
    for question in [
        "Can we email you about your booking?",
        "May we email you if plans change?",
        "Can we email you your ticket?",
        "Can we contact you by phone?",
        "Can someone contact you in an emergency?",
        "Would you like to receive further information about parking?",
        "Would you like to receive information about accommodation?",
        "Have you been contacted?",
        "Can you tell me about access?",
        "Can we tell you about changes to the programme?",
        "Do you want to receive further information before the event?",
        "Czy możemy wysyłać Ci informacje o noclegach?",
        "Can we tell you about events cancelled at short notice?",
        "Did somebody tell you about events?",
        "Would your organisation like more information?",
        "Could you send us information about your group?",
        "Will you send updates to your members?",
        "Können Sie uns Informationen schicken?",
        "Kannst du uns Infos senden?",
        "Pouvez-vous nous envoyer des informations ?",
        "Czy możesz przesłać nam informacje?",
        "Newsletter sent?",
        "Guest newsletter consent",
        "I want to be removed from the mailing list",
        "Please leave me off the mailing list",
        "Please take me off the mailing list after the event",
        "Tick to be excluded from our mailing list",
        "I'd rather you didn't email me about future events",
        "Désinscription newsletter",
        "Non voglio ricevere la newsletter",
        "Ex-subscriber of newsletter",
        "May our partners contact you about future events?",
        "Third party mailings",
        "Sponsor mailing list",
        "May selected third parties send you information?",
        "I agree to receive email about this booking",
        "Any updates since last time?",
        "Updates to your details",
        "Would you like to write for our newsletter?",
        "Can we add you to the WhatsApp group?",
    ] {
        let given = updates(question);
        assert!(
            given.iter().all(|one| one != "yes"),
            "{question}: {given:?}"
        );
    }
}

#[test]
fn a_yes_to_what_is_wrong_with_photos_or_to_photos_of_others_is_none() {
    for question in [
        "Do you have a problem with being photographed?",
        "Any concerns about being photographed?",
        "Would you mind being photographed?",
        "Is it a problem if photos are taken?",
        "Are there any reasons you cannot be photographed?",
        "Keep me out of photos",
        "Blur my face in photos",
        "I withhold my consent to photographs",
        "Are you happy for your children to be photographed?",
        "Would you like to join the group photo?",
        "Profile photo",
    ] {
        let text =
            format!("Name,Email,\"{question}\"\nJo,jo@example.org,Yes\nAl,al@example.org,No\n");
        let given = imported(&text, &["photo"]);
        assert!(
            given.iter().all(|photo| photo != "yes"),
            "{question}: {given:?}"
        );
    }
}

#[test]
fn what_is_to_be_sent_is_asked_for_too() {
    for question in [
        "I agree to be sent updates",
        "Please let us know if you would like to receive our newsletter",
        "Dürfen wir Ihnen von uns Informationen schicken?",
        "Czy pozwalasz nam wysyłać Ci informacje?",
    ] {
        assert_eq!(updates(question), ["yes", "no", ""], "{question}");
    }
}

#[test]
fn who_has_opted_out_beside_an_older_yes_gets_nothing() {
    let text =
        "Name,Email,Newsletter,Opt out\nJo,jo@example.org,yes,yes\nAl,al@example.org,yes,no\n";
    assert_eq!(imported(text, &["updates"]), ["no", "yes"]);
    for heading in [
        "I do not want to receive the newsletter",
        "No bulk emails",
        "Kein Newsletter",
        "Je ne souhaite pas recevoir la newsletter",
        "Please take me off the mailing list",
    ] {
        let text = format!("Name,Email,{heading}\nJo,jo@example.org,Yes\nAl,al@example.org,No\n");
        assert_eq!(imported(&text, &["updates"]), ["no", ""], "{heading}");
    }
}

#[test]
fn a_no_to_one_of_two_questions_for_a_consent_is_a_no() {
    let text = "Name,Email,Would you like our newsletter?,Can we contact you about future events?\n\
                Jo,jo@example.org,Yes,No\nAl,al@example.org,No,Yes\nBo,bo@example.org,Yes,Yes\nCy,cy@example.org,,Yes\n";
    assert_eq!(imported(text, &["updates"]), ["no", "no", "yes", "yes"]);
}

#[test]
fn a_tick_that_opts_out_is_no_yes() {
    for question in [
        "Would you like to receive updates? (tick to opt out)",
        "Can we add you to our mailing list? Tick if you'd rather not",
        "Newsletter (untick if you want none)",
    ] {
        let given = updates(question);
        assert!(
            given.iter().all(|one| one != "yes"),
            "{question}: {given:?}"
        );
    }
    assert_eq!(updates("Do not contact"), ["no", "", ""]);
    let any_time = "Newsletter (tick here; you can opt out at any time)";
    assert_eq!(updates(any_time), ["yes", "no", ""]);
}

#[test]
fn a_cross_beside_ticks_gives_no_consent() {
    let text = "Name,Email,OK to email?,Photos\n\
                Jo,jo@example.org,✓,x\nAl,al@example.org,x,\nBo,bo@example.org,,x\n";
    let expected = ["yes, yes", "no, ", ", yes"];
    assert_eq!(imported(text, &["updates", "photo"]), expected);
}

#[test]
fn a_box_consents_to_what_its_text_says() {
    let import = |name: &str, text: &str| {
        let text = format!(
            "Name,Email,{name} (Consent),{name} (Text),{name} (Description),Entry Id,Entry Date,Source Url\n\
             Jo,jo@example.org,Checked,\"{text}\",,7,2024-03-01 10:00:00,https://example.org/\n\
             Al,al@example.org,Not Checked,,,8,2024-03-01 11:00:00,https://example.org/\n\
             Bo,bo@example.org,,,,9,2024-03-01 12:00:00,https://example.org/\n"
        );
        imported(&text, &["updates", "photo"])
    };
    let news = ["yes, ", "no, ", ", "];
    let nothing = [", ", ", ", ", "];
    assert_eq!(
        import("Consent", "I agree to receive updates by email"),
        news
    );
    assert_eq!(
        import("Mailing list", "Tick here if you would like news from us"),
        news
    );
    assert_eq!(import("Mailing list", ""), news);
    assert_eq!(import("Consent", "I agree to the privacy policy"), nothing);
    assert_eq!(
        import("Mailing list", "I do not want news from you"),
        nothing
    );
    let photos = import("Consent", "I am happy to be in photos");
    assert_eq!(photos, [", yes", ", no", ", "]);
}

#[test]
fn a_box_by_which_one_leaves_a_list_gives_no_consent() {
    for text in [
        "Keep me off the mailing list",
        "Ich verzichte auf den Newsletter",
    ] {
        let list =
            format!("Name,Email,Consent (Consent),Consent (Text)\nJo,jo@example.org,1,{text}\n");
        assert_eq!(imported(&list, &["updates"]), [""], "{text}");
    }
}

#[test]
fn whoever_asks_for_no_more_mail_gets_none_whatever_they_said_before() {
    for heading in [
        "Unsubscribe me",
        "Please don't email me",
        "Do not contact me",
        "I don't want emails",
        "Take me off your list",
        "Marketing opt-out",
        "Unsubscribed from all email",
        "Ich möchte keine E-Mails erhalten",
        "Newsletter abbestellt",
        "Ne pas me contacter",
        "Pas d'e-mails",
        "Dado de baja",
        "Nie chcę otrzymywać e-maili",
        "Dim e-byst",
    ] {
        let updates = |text: &str| {
            let mut desk = crate::desk::Desk::new();
            let before = "Name,Email,Newsletter\nAda,ada@example.org,Yes\nBo,bo@example.org,Yes\n";
            desk.import("before.csv", before.as_bytes());
            desk.import("list.csv", text.as_bytes());
            let said = desk.list.iter().map(|one| one.get("updates").to_string());
            said.collect::<Vec<_>>()
        };
        let alone = format!("Name,Email,{heading}\nAda,ada@example.org,Yes\nBo,bo@example.org,\n");
        assert_eq!(updates(&alone), ["no", "yes"], "{heading}");
        let beside = format!(
            "Name,Email,Newsletter,{heading}\nAda,ada@example.org,Yes,Yes\nBo,bo@example.org,Yes,No\n"
        );
        assert_eq!(updates(&beside), ["no", "yes"], "{heading}");
    }
}

#[test]
fn what_may_stand_in_the_news_and_what_somebody_has_or_knows_is_no_wish_for_news() {
    for question in [
        "Can we quote you in our newsletter?",
        "May we mention you in the newsletter?",
        "Do you manage a mailing list?",
        "Do you run a mailing list?",
        "Are you on our mailing list?",
        "Dürfen wir Sie im Newsletter zitieren?",
        "Verwalten Sie einen Newsletter?",
        "Stehen Sie auf unserem Verteiler?",
        "Pouvons-nous vous citer dans la newsletter ?",
        "Êtes-vous abonné à notre newsletter ?",
        "¿Podemos citarle en el boletín?",
        "¿Gestiona usted una lista de correo?",
        "Czy możemy Cię zacytować w newsletterze?",
        "Czy prowadzisz newsletter?",
        "Ydych chi ar ein rhestr bostio?",
        "Kya aap newsletter chalate hain?",
    ] {
        assert_eq!(updates(question), ["", "", ""], "{question}");
    }
    for question in [
        "May we use your email address to send you our newsletter?",
        "Hoffech chi gael y newyddion diweddaraf?",
    ] {
        assert_eq!(updates(question), ["yes", "no", ""], "{question}");
    }
    for question in [
        "Leave mailing list",
        "Verteiler verlassen",
        "Quitter la liste de diffusion",
    ] {
        assert_eq!(updates(question), ["no", "", ""], "{question}");
    }
    let welsh = "Enw,E-bost,Hoffech chi gael y newyddion diweddaraf?\nJo,jo@example.org,Hoffwn\n";
    assert_eq!(imported(welsh, &["updates"]), ["yes"]);
}

#[test]
fn a_photo_in_the_news_is_a_photo_and_a_policy_that_was_read_is_neither() {
    let both = |question: &str| {
        let text = format!("Name,Email,\"{question}\"\nJo,jo@example.org,Yes\n");
        imported(&text, &["updates", "photo"])
    };
    assert_eq!(both("May we use your photo in our newsletter?"), [", yes"]);
    for question in [
        "I have read the photography policy",
        "Have you read our photo policy?",
        "Ich habe die Hinweise zu Fotos gelesen",
        "J'ai lu la politique photos",
        "He leído la política de fotos",
        "Przeczytałam zasady: zdjęcia",
    ] {
        assert_eq!(both(question), [", "], "{question}");
    }
    assert_eq!(
        both("I have read the photography policy and agree to being in photos"),
        [", yes"]
    );
}
