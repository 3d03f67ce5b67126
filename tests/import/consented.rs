//! What a yes is a yes to: being sent our news is one thing, and what is done with an address, a photo or a list is another.

use crate::headings::imported;

/// What a yes and a no below a question say of news and of photos.
fn both(question: &str) -> Vec<String> {
    let text = format!("Name,Email,\"{question}\"\nJo,jo@example.org,Yes\nAl,al@example.org,No\n");
    imported(&text, &["updates", "photo"])
}

/// What they say beside a yes to the newsletter.
fn beside_news(question: &str) -> Vec<String> {
    let text = format!(
        "Name,Email,Newsletter,\"{question}\"\nJo,jo@example.org,Yes,Yes\nAl,al@example.org,Yes,No\n"
    );
    imported(&text, &["updates", "photo"])
}

fn each(questions: &str) -> impl Iterator<Item = &str> {
    questions.split('|').map(str::trim)
}

#[test]
fn an_address_that_is_handed_to_others_or_stays_among_those_who_come_asks_for_no_news() {
    for questions in [
        "Can we share your details with the Leeds branch so that they can keep you updated?",
        "Can we pass your email to the co-organisers for their mailing list?|Can we list your name in the delegate mailing list?",
        "May we give your email address to our sister groups so they can send you their newsletter?",
        "Can we forward your details to other groups who may contact you about future events?",
        "Stay in touch with other attendees (share my email)?|Would you like to keep in touch with other participants?",
        "Include my email in the participants' mailing list|Would you like to stay connected with fellow delegates?",
        "May the other delegates contact you about future events?",
        "Do you agree to your details being circulated to other groups so they can keep in touch?",
        "Dürfen wir Ihre Daten an die Ortsgruppe weitergeben, damit sie Sie auf dem Laufenden hält?",
        "Pouvons-nous transmettre vos coordonnées à un groupe pour sa newsletter ?|Rester en contact avec les autres participants",
        "¿Podemos compartir sus datos con otros grupos para su boletín?|Mantener el contacto con otros asistentes",
        "Czy możemy udostępnić Twój adres na liście mailingowej uczestników?",
        "Gawn ni rannu eich manylion er mwyn iddynt anfon diweddariadau?",
    ] {
        for question in each(questions) {
            assert_eq!(both(question), [", ", ", "], "{question}");
            assert_eq!(beside_news(question), ["yes, ", "yes, "], "{question}");
        }
    }
    for question in [
        "Are you happy to share your email with us for our mailing list?",
        "May we share updates about future events with you?",
        "Would you like to receive our newsletter? We never pass your details on.",
        "Would you like to hear from us and our partners?",
        "I agree that the organisers may store my details and send me their newsletter",
    ] {
        assert_eq!(both(question), ["yes, ", "no, "], "{question}");
    }
}

#[test]
fn a_channel_a_magazine_or_the_list_of_a_choir_is_not_our_news() {
    for questions in [
        "Subscribe to our YouTube channel?|Subscribe to the live stream|Would you like to subscribe to the journal (£10)?",
        "Follow us on YouTube for updates|Subscribe to our podcast|YouTube-Kanal abonnieren und auf dem Laufenden bleiben?",
        "Would you like to be on the mailing list for the choir?|Would you like to join the committee's mailing list?",
        "Add me to the waiting list|Add me to the rota",
    ] {
        for question in each(questions) {
            assert_eq!(both(question), [", ", ", "], "{question}");
        }
    }
    for question in [
        "Subscribe to our newsletter and YouTube channel",
        "Subscribe to our emails",
        "Subscribe to our mailing list (you can unsubscribe at any time)",
        "Sign me up for the newsletter",
        "Sign me up!",
        "Add me to your list",
        "Souhaitez-vous vous abonner à notre newsletter ?",
        "Suscribirme al boletín",
        "Zapisz mnie do newslettera",
    ] {
        assert_eq!(both(question), ["yes, ", "no, "], "{question}");
    }
}

#[test]
fn news_of_ones_own_matter_for_somebody_else_or_by_post_are_not_ours_by_mail() {
    for questions in [
        "Would you like to receive updates about your application?|Would you like to receive news about your abstract?",
        "Möchten Sie über Ihre Bewerbung informiert werden?|Souhaitez-vous être informé de votre candidature ?",
        "¿Desea recibir noticias sobre su solicitud?|Czy chcesz otrzymywać informacje o swoim zgłoszeniu?",
        "I consent to updates being sent to my line manager|Permission to contact parent with updates",
        "Can we email your employer about future events?|Newsletter an meine Eltern senden|Envoyer la newsletter à mes parents",
        "Marketing consent (post)|Marketing consent (telephone)|Newsletter (post)",
        "Sent newsletter|Received newsletter",
        "May we publish your email address in our newsletter?|May your name appear in our newsletter?",
        "Would you like to contribute to the newsletter?|Can we interview you for the newsletter?|Newsletter delivered by hand",
    ] {
        for question in each(questions) {
            assert_eq!(both(question), [", ", ", "], "{question}");
            assert_eq!(beside_news(question), ["yes, ", "yes, "], "{question}");
        }
    }
    for question in [
        "Keep me informed about your events",
        "Would you like to receive updates about events in your area?",
        "Would you and your family like to hear about future events?",
        "Friends of the Park newsletter",
        "Send newsletter",
        "Marketing consent (email, post, phone)",
        "Can we use your email address for our newsletter?",
        "Ich möchte über Ihre Veranstaltungen informiert werden",
        "Quiero recibir información sobre sus actividades",
        "Je souhaite recevoir vos actualités",
    ] {
        assert_eq!(both(question), ["yes, ", "no, "], "{question}");
    }
}

#[test]
fn a_photo_in_the_newsletter_is_a_photo_and_the_newsletter_with_photos_is_news() {
    for question in [
        "Are you happy for photos of you to appear in our newsletter?",
        "I am happy for my photo to be used on the website and newsletter",
        "Photos may be taken and used in our publicity and newsletter. Are you happy with this?",
        "Do you give permission to be filmed and the film to be put in our newsletter?",
        "May we publish photos of you in the newsletter that we send to members?",
        "Newsletter photo consent",
        "Can we share photos of you with our mailing list?",
        "Darf Ihr Foto im Newsletter erscheinen?",
        "Fotos im Newsletter erlaubt",
        "Autorisez-vous la publication de votre photo dans la newsletter ?",
        "¿Podemos usar su imagen en el boletín?",
        "Czy zgadzasz się na publikację zdjęć w newsletterze?",
        "A gawn ni ddefnyddio eich llun yn y cylchlythyr?",
    ] {
        assert_eq!(both(question), [", yes", ", no"], "{question}");
        assert_eq!(beside_news(question), ["yes, yes", "yes, no"], "{question}");
    }
    for question in [
        "Would you like to receive our newsletter with photos of the event?",
        "Would you like to receive photos and updates after the event?",
    ] {
        assert_eq!(both(question), ["yes, ", "no, "], "{question}");
    }
}

#[test]
fn whoever_wants_no_photo_in_the_newsletter_still_gets_it() {
    for question in [
        "No photos in the newsletter, please",
        "Please don't use my photo in the newsletter",
        "Keine Fotos im Newsletter",
        "Pas de photos dans la newsletter",
    ] {
        assert_eq!(beside_news(question), ["yes, no", "yes, "], "{question}");
    }
    for question in [
        "I don't want my details shared with the Leeds mailing list",
        "Do not send updates to my manager",
    ] {
        assert_eq!(beside_news(question), ["yes, ", "yes, "], "{question}");
    }
    for question in [
        "I don't want the newsletter",
        "I do not want updates and do not share my email",
        "Don't share my details and keep me off the mailing list",
    ] {
        assert_eq!(beside_news(question), ["no, ", "yes, "], "{question}");
    }
}

#[test]
fn of_several_consents_in_one_column_those_are_given_that_were_ticked() {
    for question in [
        "Permissions: newsletter and photos",
        "Photo and mailing list consent",
        "Updates and photos",
        "Newsletter & photo consent",
    ] {
        for (answer, given) in [
            ("I am happy to be photographed", "no, yes"),
            (
                "I am happy to be photographed, I would like to receive the newsletter",
                "yes, yes",
            ),
            (
                "I agree to be photographed and to receive the newsletter",
                "yes, yes",
            ),
            ("Newsletter", "yes, no"),
            ("Newsletter, Photos", "yes, yes"),
            ("Newsletter only", "yes, no"),
            ("Newsletter: yes; Photos: no", "yes, no"),
            ("No newsletter, photos ok", "no, yes"),
            ("Yes, photos only", "no, yes"),
            ("Photos but not newsletter", "no, no"),
            ("I do not want to be photographed", "no, no"),
            ("Ask me first about photos", "no, no"),
            ("Maybe", "no, no"),
            ("Yes", "yes, yes"),
            ("Both", "yes, yes"),
            ("No", "no, no"),
            ("", ", "),
        ] {
            let text = format!("Name,Email,{question}\nJo,jo@example.org,\"{answer}\"\n");
            let said = imported(&text, &["updates", "photo"]);
            assert_eq!(said, [given], "{question}: {answer}");
        }
    }
    for question in [
        "May we take your photo and send you updates?",
        "I agree to be photographed and to receive updates",
        "Newsletter/Fotos",
        "Photos et newsletter",
        "Newsletter i zdjęcia",
    ] {
        assert_eq!(both(question), ["yes, yes", "no, no"], "{question}");
    }
    let beside = "Name,Email,Newsletter,Newsletter and photos\n\
                  Jo,jo@example.org,Yes,Photos\nAl,al@example.org,Yes,Newsletter\n";
    assert_eq!(
        imported(beside, &["updates", "photo"]),
        ["no, yes", "yes, no"]
    );
}

#[test]
fn where_mail_is_to_be_posted_is_no_wish_for_news() {
    let text = "Name,Email,Mailing address,Mailing City,Mailing Postcode\n\
                Jo,jo@example.org,\"1 High Street, Leeds\",Leeds,LS1 1AA\n\
                Al,al@example.org,3 Low Road,Leeds,LS2 1AA\n";
    let columns = ["updates", "area", "Mailing address", "Mailing Postcode"];
    assert_eq!(
        imported(text, &columns),
        [
            ", Leeds, 1 High Street, Leeds, LS1 1AA",
            ", Leeds, 3 Low Road, LS2 1AA"
        ]
    );
    let beside = "Name,Email,Newsletter,Mailing street\nJo,jo@example.org,Yes,No Street\n";
    assert_eq!(imported(beside, &["updates"]), ["yes"]);
    assert_eq!(both("Mailing OK?"), ["yes, ", "no, "]);
}

#[test]
fn whoever_lets_somebody_else_write_or_wants_to_hear_of_changes_has_not_asked_for_news() {
    for (heading, updates) in [
        (
            "Is it ok to write to you about future events and campaigns?",
            "yes",
        ),
        ("Can the organisers write to you about our events?", "yes"),
        ("May we write to you about events near you?", "yes"),
        ("May we write to you about future events?", "yes"),
        ("May we write to you by email about our events?", "yes"),
        (
            "Are you happy for us to write to you about upcoming events?",
            "yes",
        ),
        ("You may write to me about future events", "yes"),
        (
            "I agree that you may write to me about future events",
            "yes",
        ),
        ("May we write to you in future?", "yes"),
        ("May the venue write to you about future events?", ""),
        ("May the council write to you about upcoming events?", ""),
        (
            "Can the hotel write to you about its future offers and events?",
            "",
        ),
        ("May a local charity write to you about their events?", ""),
        (
            "May we write to you if there are changes to the events?",
            "",
        ),
        (
            "May we write to you about future changes to the events?",
            "",
        ),
        (
            "Have we permission to write to you about the events in an emergency?",
            "",
        ),
        ("May we write to you about the events of the day?", ""),
        ("May our sponsors write to you about future events?", ""),
    ] {
        let text = format!("Name,Email,{heading}\nAnn Lee,ann@example.org,Yes\n");
        let expected = [format!("Ann Lee, {updates}")];
        assert_eq!(imported(&text, &["name", "updates"]), expected, "{heading}");
    }
}

#[test]
fn a_yes_in_a_whole_sentence_is_one_in_every_language_and_a_no_is_a_no() {
    for (heading, answer, updates) in [
        (
            "Newsletter",
            "Ja, ich möchte den Newsletter erhalten",
            "yes",
        ),
        ("Newsletter", "Ja, bitte Infos per E-Mail", "yes"),
        ("Boletín", "Sí, quiero recibir el boletín", "yes"),
        (
            "Newsletter",
            "Oui, je souhaite recevoir l'infolettre",
            "yes",
        ),
        ("Newsletter", "Tak, chcę otrzymywać newsletter", "yes"),
        ("Cylchlythyr", "Hoffwn dderbyn y cylchlythyr", "yes"),
        ("Newsletter", "Nein, ich möchte keinen Newsletter", "no"),
        ("Newsletter", "Ich möchte keinen Newsletter erhalten", "no"),
        ("Boletín", "No quiero recibir el boletín", "no"),
        ("Newsletter", "Ja, Newsletter per Post", "no"),
        (
            "Newsletter",
            "Ja, ich habe den Newsletter schon erhalten",
            "no",
        ),
        ("Boletín", "Sí, pero no el boletín", "no"),
    ] {
        let text = format!("Name,Email,\"{heading}\"\nAnn Lee,ann@example.org,\"{answer}\"\n");
        let expected = [format!("Ann Lee, {updates}")];
        assert_eq!(imported(&text, &["name", "updates"]), expected, "{answer}");
    }
}

#[test]
fn a_question_for_whoever_said_no_to_another_one_is_not_turned_round() {
    for (heading, answer, updates) in [
        ("If not can we keep you informed?", "Yes", "yes"),
        ("If not, can we keep you informed?", "No", "no"),
        (
            "If not, may we email you about future events?",
            "Yes",
            "yes",
        ),
        (
            "Falls nicht, dürfen wir Sie per Newsletter informieren?",
            "Ja",
            "yes",
        ),
        (
            "If not, would you like to unsubscribe from the newsletter?",
            "Yes",
            "no",
        ),
        ("Newsletter? If not, tick here", "Yes", "no"),
    ] {
        let text = format!("Name,Email,\"{heading}\"\nAnn Lee,ann@example.org,\"{answer}\"\n");
        let expected = [format!("Ann Lee, {updates}")];
        assert_eq!(imported(&text, &["name", "updates"]), expected, "{heading}");
    }
}
