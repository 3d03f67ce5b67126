//! What is said in whole sentences of a consent, and of paper beside mail.

use crate::headings::imported;

/// What a yes and a no below a question say of news and of photos.
fn both(question: &str) -> Vec<String> {
    let text = format!("Name,Email,\"{question}\"\nJo,jo@example.org,Yes\nAl,al@example.org,No\n");
    imported(&text, &["updates", "photo"])
}

fn each(questions: &str) -> impl Iterator<Item = &str> {
    questions.split('|').map(str::trim)
}

#[test]
fn a_sentence_that_agrees_is_a_yes_to_what_it_names_unless_anything_takes_it_back() {
    let answered = |heading: &str, answer: &str| {
        let text = format!("Name,Email,{heading}\nAnn Lee,ann@example.org,\"{answer}\"\n");
        imported(&text, &["updates", "photo"])
    };
    for answers in [
        "Oui, j'accepte|Oui, j'accepte de recevoir des informations sur les prochains événements|Je souhaite recevoir la newsletter",
        "Sí, acepto|Sí, deseo recibir información sobre futuros eventos|Sí, me gustaría recibir el boletín",
        "Tak, wyrażam zgodę|Tak, chcę otrzymywać informacje o kolejnych wydarzeniach|Wyrażam zgodę na otrzymywanie newslettera",
        "Ie, hoffwn|Ydw, hoffwn dderbyn y cylchlythyr|Rwy'n cytuno i dderbyn diweddariadau|Hoffwn, os gwelwch yn dda",
        "Ja, ich stimme zu|Einverstanden|Ja, ich möchte über künftige Veranstaltungen informiert werden",
        "Haan, zaroor|Haan, mujhe newsletter bhejein",
        "Accepted|Consent given|I accept|Consented: I would like to receive the newsletter",
        "Yes, I agree to receive emails about future events and campaigns",
    ] {
        for answer in each(answers) {
            assert_eq!(answered("Newsletter", answer), ["yes, "], "{answer}");
        }
    }
    for answers in [
        "Oui, mais ne m'écrivez pas|Oui, j'accepte de recevoir la newsletter si c'est rare|Oui, je veux quitter la liste de diffusion",
        "Oui, j'accepte la politique de confidentialité|J'accepte de recevoir la newsletter par courrier|Oui, j'accepte ?",
        "Sí, deseo no recibir el boletín|Sí, deseo darme de baja del boletín|Sí, acepto recibir el boletín siempre que sea breve",
        "Tak, chcę wypisać się z newslettera|Tak, wyrażam zgodę na przetwarzanie danych osobowych|Tak, chcę otrzymywać newsletter pocztą",
        "Ydw, hoffwn beidio â derbyn y cylchlythyr|Ydw, hoffwn dderbyn y cylchlythyr os yw'n fyr",
        "Ja, ich stimme dem Newsletter nicht zu|Ja, ich möchte aus dem Verteiler austreten|Ja, ich hätte gern weniger Newsletter",
        "Haan, mujhe newsletter na bhejein|Mujhe newsletter se nikal dein",
        "Not consented: I would like to receive the newsletter|Declined|Yes, I accept the privacy policy|I would like a paper copy",
        "Yes, I want to be removed from the mailing list|Oui, j'autorise la publication de photos de moi",
    ] {
        for answer in each(answers) {
            assert_eq!(answered("Newsletter", answer), ["no, "], "{answer}");
        }
    }
    for (answer, photo) in [
        ("Oui, j'autorise la publication de photos de moi", ", yes"),
        ("Tak, wyrażam zgodę na publikację mojego wizerunku", ", yes"),
        ("Oui, j'autorise les photos sauf en gros plan", ", no"),
        ("Oui, j'accepte de recevoir la newsletter", ", no"),
    ] {
        assert_eq!(answered("Photo consent", answer), [photo], "{answer}");
    }
}

#[test]
fn a_sentence_that_hides_somebody_or_takes_back_is_no_yes() {
    let answered = |heading: &str, answer: &str| {
        let text = format!("Name,Email,{heading}\nAnn Lee,ann@example.org,\"{answer}\"\n");
        imported(&text, &["updates", "photo"])
    };
    for answers in [
        "I wish to remain anonymous in photos|I give permission for photos with my face obscured|I am happy for photos of the crowd",
        "I give permission for photos of my back|I am happy for photos of the event|I would like to remain anonymous in photos",
        "Yes, I agree to photos from behind|I authorise group photos|I give permission for photos on your website",
        "Ich erlaube Fotos mit verpixeltem Gesicht|Ich will auf Fotos unerkannt bleiben|Ich erlaube Fotos von hinten",
        "J'autorise les photos de dos|J'autorise les photos de groupe|Je voudrais prendre des photos",
        "Autorizo fotos de espaldas|Autorizo fotos con la cara tapada|Deseo salir anónimo en las fotos",
        "Zgoda na zdjęcia od tyłu|Zgoda na zdjęcia grupowe|Rwy'n rhoi caniatâd i dynnu lluniau o'r dorf",
    ] {
        for answer in each(answers) {
            assert_eq!(answered("Photo consent", answer), [", no"], "{answer}");
        }
    }
    for answers in [
        "I wish to be forgotten by your newsletter|Please keep newsletters away from me|I want to keep newsletters off my desk",
        "I want to get rid of the newsletter|I wish to write the newsletter|Please keep newsletters short",
        "Ich wünsche den Newsletter abzubestellen|Ich möchte den Newsletter abbestellen|Ich will den Newsletter schreiben",
        "Je désire quitter la newsletter|J'aimerais écrire la newsletter|Deseo dejar de recibir el boletín",
        "Zgoda na newsletter odwołana|Proszę o usunięcie z newslettera|Chcę przestać otrzymywać newsletter",
        "Hoffwn ysgrifennu'r cylchlythyr|Hoffwn ddad-danysgrifio o'r cylchlythyr|Mujhe newsletter band karna hai",
    ] {
        for answer in each(answers) {
            assert_eq!(answered("Newsletter", answer), ["no, "], "{answer}");
        }
    }
    for answers in [
        "I give permission for photos of me|I am happy for photos to be taken at the event",
        "I give my permission for photographs and videos of me to be taken and published|Yes, I agree to being photographed",
        "Ich erlaube Fotos von mir|Ich bin damit einverstanden, dass Fotos von mir gemacht und veröffentlicht werden",
        "J'autorise la publication de mon image et de mes photos|Autorizo fotos|Autorizo la publicación de mis fotos",
        "Zgoda na zdjęcia|Wyrażam zgodę na wykorzystanie mojego wizerunku|Rwy'n rhoi caniatâd i dynnu lluniau ohonof",
    ] {
        for answer in each(answers) {
            assert_eq!(answered("Photo consent", answer), [", yes"], "{answer}");
        }
    }
    for answers in [
        "I wish to receive the newsletter|I want to be on the newsletter list|Please send me the newsletter",
        "Ich wünsche den Newsletter zu erhalten|Ich will den Newsletter abonnieren|Ich hätte gern Newsletter zugeschickt bekommen",
        "J'aimerais m'inscrire à la newsletter|Quiero suscribirme al boletín|Zgoda na newsletter|Proszę o zapisanie do newslettera",
        "Mujhe newsletter chahiye|Carwn dderbyn y cylchlythyr",
    ] {
        for answer in each(answers) {
            assert_eq!(answered("Newsletter", answer), ["yes, "], "{answer}");
        }
    }
}

#[test]
fn whether_news_should_come_in_the_place_of_paper_is_no_wish_for_them() {
    for questions in [
        "Should the newsletter replace our print edition?|Do you agree that the newsletter replaces our print edition?",
        "Would you like the newsletter to replace our print edition?|Should our e-mail newsletter replace the printed newsletter?",
        "Soll der Newsletter den gedruckten Rundbrief ersetzen?|Souhaitez-vous que l'infolettre remplace la version papier ?",
    ] {
        for question in each(questions) {
            assert_eq!(both(question), [", ", ", "], "{question}");
        }
    }
}

#[test]
fn news_that_come_in_the_place_of_paper_are_mail_and_paper_in_the_place_of_mail_is_none() {
    for questions in [
        "I would like the newsletter by e-mail; this replaces our print edition|Newsletter (replaces our printed newsletter)",
        "Would you like to receive our newsletter? It replaces the printed newsletter.|Newsletter by e-mail, replaces print",
        "Möchten Sie unseren Newsletter erhalten? Er ersetzt den gedruckten Rundbrief",
        "Souhaitez-vous recevoir la newsletter ? Elle remplace la version papier",
        "¿Desea recibir el boletín? Sustituye a la versión impresa",
        "Hoffech chi dderbyn y cylchlythyr? Mae'n disodli'r copi papur",
    ] {
        for question in each(questions) {
            assert_eq!(both(question), ["yes, ", "no, "], "{question}");
        }
    }
    for questions in [
        "Would you like a paper copy of our newsletter?|Would you like our newsletter in paper form? This replaces the e-mail",
        "Would you like our printed newsletter? It replaces the e-mail newsletter|May we print your e-mail in our newsletter?",
        "Would you like to receive our paper newsletter (this replaces the print edition)?",
    ] {
        for question in each(questions) {
            assert_eq!(both(question), [", ", ", "], "{question}");
        }
    }
}
