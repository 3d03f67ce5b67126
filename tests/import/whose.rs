//! Whose an answer is, and what was asked: what belongs to somebody else, and what asks for no consent, is kept under its
//! own heading and says nothing of whoever signed up.

use crate::headings::imported;

/// What a yes, a no and nothing say of news and of photos.
fn consents(question: &str) -> Vec<String> {
    let text = format!(
        "Name,Email,\"{question}\"\nJo,jo@example.org,Yes\nAl,al@example.org,No\nBo,bo@example.org,\n"
    );
    imported(&text, &["updates", "photo"])
}

/// Questions in a row, split at bars.
fn each(questions: &str) -> impl Iterator<Item = &str> {
    questions.split('|').map(str::trim)
}

#[test]
fn a_yes_to_a_refusal_of_news_is_a_no_and_a_no_to_it_says_nothing() {
    for questions in [
        "Newsletter declined|Cancel newsletter|Skip newsletter|Updates refused|Newsletter opt-out|Delete me from the newsletter",
        "Newsletter Widerspruch|Newsletter ablehnen|Newsletter unerwünscht|Ich verweigere den Newsletter|Newsletter abgewählt|Newsletter (nein)",
        "Refus de la newsletter|Je refuse la newsletter|Je m'oppose à la newsletter|Newsletter : non merci",
        "Rechazo el boletín|Me niego a recibir noticias|Me opongo a recibir noticias",
        "Odmawiam zgody na newsletter|Brak zgody na newsletter|Rezygnacja z newslettera",
        "Nid wyf am dderbyn diweddariadau|Rwy'n gwrthod diweddariadau|Canslo'r cylchlythyr",
        "Mujhe updates na bhejein|Updates band karein|Mujhe khabrein nahi chahiye",
    ] {
        for question in each(questions) {
            assert_eq!(consents(question), ["no, ", ", ", ", "], "{question}");
        }
    }
}

#[test]
fn a_yes_to_a_refusal_of_photos_is_a_no_and_a_no_to_it_says_nothing() {
    for questions in [
        "Photos forbidden|Photo consent withheld|Exempt from photos|Photo refusal|Unhappy with photos|Photo restrictions|Delete my photo|No photos of me",
        "Fotos unerwünscht|Foto verweigert|Fotografieren verboten (Fotos)|Ich lehne Fotos ab",
        "Refus photos|Photos interdites|Je refuse d'être en photo",
        "Rechazo fotos|Prohibido hacerme fotos|Me opongo a las fotos",
        "Odmawiam zgody na zdjęcia|Brak zgody na zdjęcia|Sprzeciw wobec zdjęć i zdjęcia zakazane",
        "Dim lluniau|Rwy'n gwrthod lluniau|Nid wyf am ymddangos mewn lluniau",
        "Meri tasveer na lein|Photo na lein|Tasveer mana hai",
    ] {
        for question in each(questions) {
            assert_eq!(consents(question), [", no", ", ", ", "], "{question}");
        }
    }
}

#[test]
fn whoever_is_bothered_does_not_consent_and_whoever_is_not_has_not_said_so() {
    for questions in [
        "Any issue with photographs?|Do photos bother you?|Are you uncomfortable with photos?|Any objections to photos?",
        "Stören Sie Fotos?|Sind Fotos ein Problem?|Bedenken gegen Fotos?",
        "Est-ce que les photos vous gênent ?|Les photos vous dérangent-elles ?",
        "¿Le molestan las fotos?|¿Le importa que hagamos fotos?|¿Algún inconveniente con las fotos?",
        "Czy zdjęcia Ci przeszkadzają?|Zastrzeżenia (zdjęcia)",
        "A yw lluniau yn eich poeni?|Oes ots gennych? (lluniau)",
        "Kya tasveer par aitraz hai?",
    ] {
        for question in each(questions) {
            assert_eq!(consents(question), [", no", ", ", ", "], "{question}");
        }
    }
    for question in [
        "I have no objection to photos",
        "Ich habe keine Bedenken gegen Fotos",
        "Mujhe photo se koi masla nahi",
    ] {
        assert_eq!(consents(question), [", "; 3], "{question}");
    }
    let question = "Would it bother you if we sent updates?";
    assert_eq!(consents(question), ["no, ", ", ", ", "]);
}

#[test]
fn what_only_records_a_fact_asks_for_no_consent() {
    for questions in [
        "Photo taken|Photo uploaded|Newsletter 2023|2023 newsletter|Newsletter signup last year|Do you have a newsletter?",
        "I understand photos will be taken at this event|Please note that photos will be taken. OK?|Mir ist bekannt, dass Fotos gemacht werden|Je comprends que des photos seront prises|Entiendo que se harán fotos|Rozumiem, że będą robione zdjęcia|Rwy'n deall y bydd lluniau",
        "Newsletter versendet|Foto gemacht|Newsletter im Vorjahr",
        "Newsletter envoyée|Photo prise|Newsletter l'an dernier",
        "Boletín enviado|Foto hecha|Boletín del año pasado|¿Tienes un boletín?",
        "Newsletter wysłany|Zdjęcia zrobione|Newsletter w zeszłym roku",
        "Wedi derbyn y cylchlythyr|Cylchlythyr llynedd",
        "Tasveer li gayi|Pichle saal ka newsletter",
    ] {
        for question in each(questions) {
            assert_eq!(consents(question), [", "; 3], "{question}");
        }
    }
}

#[test]
fn a_consent_is_read_as_before_where_leaving_and_time_are_only_mentioned() {
    for question in [
        "I would like the newsletter and can cancel at any time",
        "Newsletter erhalten, Widerruf jederzeit möglich",
        "Would you like updates about the campaign against evictions?",
        "Would you like updates on the 2023 campaign?",
        "May we store your address and send you updates?",
        "Receive exclusive updates",
        "Happy to receive updates (we will never call you)",
        "Newsletter 2024",
        "Chcę otrzymywać informacje o kolejnych wydarzeniach",
        "Allwn ni anfon diweddariadau?",
        "Rwy'n hapus i dderbyn diweddariadau",
    ] {
        assert_eq!(consents(question), ["yes, ", "no, ", ", "], "{question}");
    }
    for question in [
        "I agree to have my photo taken",
        "I understand and agree that photos may be taken",
        "Happy for photos to be used",
        "A gawn ni ddefnyddio lluniau?",
    ] {
        assert_eq!(consents(question), [", yes", ", no", ", "], "{question}");
    }
}

#[test]
fn news_by_another_way_than_mail_is_no_wish_for_mail() {
    for questions in [
        "Would you like updates by SMS?|Updates by post?|Newsletter (WhatsApp)|Phone updates|Keep me informed by phone|Updates via text message",
        "Rundbrief per Post|Infos per SMS erhalten|Newsletter per WhatsApp",
        "Recevoir nos actualités par SMS|Infolettre par courrier|Actualités : recevoir par téléphone",
        "Boletín por correo postal|Recibir noticias por SMS|¿Quiere recibir información por teléfono?",
        "Newsletter pocztą|Chcę otrzymywać informacje SMS-em|Zgoda na otrzymywanie informacji telefonicznie",
        "Cylchlythyr drwy'r post|Diweddariadau drwy neges destun",
        "Updates SMS par|Khabrein dak se",
    ] {
        for question in each(questions) {
            assert_eq!(consents(question), [", "; 3], "{question}");
        }
    }
    for question in [
        "Updates by email?",
        "Updates by email or SMS?",
        "News by post or email",
        "Newsletter? We never share your phone number.",
        "Newsletter pocztą elektroniczną",
        "Boletín por correo electrónico",
        "Infolettre par courrier électronique",
        "Keep me posted",
    ] {
        assert_eq!(consents(question), ["yes, ", "no, ", ", "], "{question}");
    }
    let text = "Name,Email,Updates by email?,Updates by SMS?,Updates by post?\n\
                Jo,jo@example.org,No,Yes,Yes\nAl,al@example.org,,Yes,Yes\nBo,bo@example.org,Yes,No,No\n";
    let expected = ["no, Yes, Yes", ", Yes, Yes", "yes, No, No"];
    let columns = ["updates", "Updates by SMS?", "Updates by post?"];
    assert_eq!(imported(text, &columns), expected);
}

#[test]
fn whether_photos_may_be_taken_of_somebody_is_asked_with_the_verb_too() {
    for questions in [
        "May we take photos of you?|Can we take pictures of you?|Are you happy for us to take photos of you?|Do you consent to us taking photos of you?|May we take photographs?|OK to use images of you?|May we film you?|I consent to photographs of me",
        "Dürfen wir Sie fotografieren?|Dürfen wir dich fotografieren?|Dürfen wir Bilder von Ihnen machen?|Ich lasse mich fotografieren|Dürfen wir Sie filmen?|Fotoerlaubnis erteilt",
        "Pouvons-nous vous photographier ?|Pouvons-nous vous prendre en photo ?|Acceptez-vous d'être filmé·e ?|J'autorise l'utilisation de mon image",
        "¿Acepta ser fotografiado?|¿Podemos fotografiarle?|¿Podemos hacerte fotos?|¿Autoriza el uso de su imagen?",
        "Czy możemy Cię fotografować?|Czy możemy robić Ci zdjęcia?|Zgoda na robienie zdjęć|Czy możemy zrobić Ci zdjęcie?",
        "A gawn ni dynnu eich llun?|Gawn ni dynnu lluniau ohonoch?|Gawn ni eich ffilmio?",
        "Kya hum aap ki tasveer le sakte hain?|Kya hum aap ki photo le sakte hain?|Kya hum aap ki tasweer le sakte hain?",
    ] {
        for question in each(questions) {
            assert_eq!(consents(question), [", yes", ", no", ", "], "{question}");
        }
    }
    for question in [
        "Will you take photos for us?",
        "Could you help us to take photos?",
        "Do you take photographs?",
        "Would you be willing to take pictures of attendees?",
        "Fotografieren Sie gern?",
    ] {
        assert_eq!(consents(question), [", "; 3], "{question}");
    }
}

#[test]
fn the_number_of_whoever_is_told_or_asked_is_nobodys_who_comes() {
    for questions in [
        "NOK phone|Contact person phone|Chaperone phone|Reserve contact phone|Phone of the person to notify|Line mgr phone|MP phone",
        "Ansprechpartner Telefon|Telefon der Angehörigen|Chef Telefon|Aufsichtsperson (Telefon)|Zu benachrichtigen (Telefon)",
        "Personne à prévenir (tél)|Téléphone de la personne à prévenir|Téléphone de la personne à contacter|Téléphone du directeur",
        "Teléfono de la persona a avisar|Teléfono del familiar|Teléfono de la jefa|Persona de contacto (teléfono)",
        "Telefon osoby do kontaktu|Numer telefonu krewnego|Telefon przełożonego",
        "Perthynas agosaf ffôn|Rhif ffôn y rheolwr|Ffôn person gyswllt",
        "Rishtedar ka phone number|Afsar ka phone number",
    ] {
        for question in each(questions) {
            let text = format!(
                "Name,Email,\"{question}\"\nJo,jo@example.org,01632 960001\nAl,al@example.org,01632 960002\nBo,bo@example.org,01632 960003\n"
            );
            let expected = [
                "Jo, , 01632 960001",
                "Al, , 01632 960002",
                "Bo, , 01632 960003",
            ];
            assert_eq!(imported(&text, &["name", "phone", question]), expected);
        }
    }
    // What is the person's own in as many words.
    for question in [
        "Phone (in case of delays)",
        "Contact phone",
        "Your phone, in case we need to reach you",
        "Téléphone de contact",
        "Telefon kontaktowy",
        "Other contact number",
    ] {
        let text = format!("Name,Email,\"{question}\"\nJo,jo@example.org,01632 960001\n");
        assert_eq!(imported(&text, &["phone"]), ["01632 960001"], "{question}");
    }
}

#[test]
fn in_a_list_of_organisations_who_is_to_be_asked_is_who_comes() {
    for header in [
        "Organisation,Contact person,Contact person phone",
        "Organisation,Ansprechpartner,Ansprechpartner Telefon",
    ] {
        let text = format!("{header}\nMill,Jo Lawson,01632 960001\nMine,Al Jones,01632 960002\n");
        let expected = ["Jo Lawson, 01632 960001", "Al Jones, 01632 960002"];
        assert_eq!(imported(&text, &["name", "phone"]), expected, "{header}");
    }
}

#[test]
fn the_address_of_a_bill_or_of_somebody_over_the_person_is_never_theirs() {
    for questions in [
        "Email for invoices|Person completing this form: e-mail|Invoice email|Line mgr email|NOK email|MP email|PayPal email|Your email for the invoice|Accounts payable email|Email of the person upstairs",
        "E-Mail des Vorgesetzten|E-Mail des Käufers|E-Mail der Notfallperson|E-Mail für Rechnungen|Ihre E-Mail für die Rechnung|E-Mail Chefin|E-Mail der Buchhaltung|E-Mail-Adresse der Abgeordneten",
        "Courriel pour la facture|Votre e-mail pour la facture|Courriel du supérieur|Adresse e-mail de la comptabilité",
        "Correo para la factura|Su correo para la factura|Correo de la jefa|Correo del diputado",
        "E-mail do faktury|Adres e-mail przełożonego|Twój e-mail do faktury|E-mail posła",
        "E-bost rheolwr|E-bost ar gyfer yr anfoneb|Eich e-bost ar gyfer yr anfoneb|E-bost perthynas agosaf",
        "Afsar ka email|Aap ka email invoice ke liye|Raseed ke liye email",
    ] {
        for question in each(questions) {
            let text = format!(
                "Name,Email,\"{question}\"\nJo,jo@example.org,one@example.com\nAl,,two@example.com\nBo,bo@example.org,three@example.com\nCy,,four@example.com\nDi,,five@example.com\n"
            );
            let expected = ["jo@example.org", "", "bo@example.org", "", ""];
            assert_eq!(imported(&text, &["email"]), expected, "{question}");
            let kept = imported(&text, &[question]);
            let all = ["one", "two", "three", "four", "five"];
            assert_eq!(
                kept,
                all.map(|one| format!("{one}@example.com")),
                "{question}"
            );
        }
    }
    for question in [
        "Company invoice email",
        "Manager's work email",
        "E-Mail für Rechnungen",
    ] {
        let text = format!("Name,\"{question}\"\nJo,one@example.com\nAl,two@example.com\n");
        assert_eq!(
            imported(&text, &["name", "email"]),
            ["Jo, ", "Al, "],
            "{question}"
        );
    }
}

#[test]
fn a_second_address_of_ones_own_still_fills_the_gaps() {
    for question in [
        "Alternative email",
        "Email (if different)",
        "Your work email address",
        "Email address for joining instructions",
        "Zweite E-Mail-Adresse",
        "Autre courriel",
        "Correo alternativo",
        "Dodatkowy adres e-mail",
        "E-bost personol",
    ] {
        let text = format!("Name,Email,\"{question}\"\nJo,jo@example.org,\nAl,,al@example.org\n");
        let expected = ["jo@example.org", "al@example.org"];
        assert_eq!(imported(&text, &["email"]), expected, "{question}");
    }
}

#[test]
fn what_somebody_else_needs_or_eats_is_not_what_the_person_does() {
    for questions in [
        "Allergies of your child|Any allergies your child has?|Dietary (guest)|Guest dietary requirements|Guest's dietary requirements|Does your child have any allergies?|Children's dietary requirements|Dietary requirements for your guest|Plus one dietary requirements|Access needs of your guest|Partner's access needs|PA's access needs|Carer access needs|Access needs of your carer",
        "Allergien Ihres Kindes|Ernährung der Begleitperson|Allergien des Gastes|Barrierefreiheit für Ihre Begleitung",
        "Allergies de votre enfant|Régime alimentaire de l'accompagnant|Accessibilité pour votre conjoint",
        "Alergias de su hijo|Dieta del acompañante|Accesibilidad para su pareja",
        "Dieta osoby towarzyszącej|Alergie dziecka|Dieta partnera",
        "Anghenion dietegol eich plentyn|Alergeddau eich gwestai",
        "Mehman ka khana|Bachay ki ghiza",
    ] {
        for question in each(questions) {
            let text =
                format!("Name,Email,\"{question}\"\nJo,jo@example.org,nuts\nAl,al@example.org,\n");
            let expected = ["Jo, , , nuts", "Al, , , "];
            let columns = ["name", "diet", "access", question];
            assert_eq!(imported(&text, &columns), expected, "{question}");
        }
    }
    for question in [
        "Dietary requirements",
        "Do you or your guest have any allergies?",
        "Do you need a sign language interpreter?",
        "Access needs (such as space for a carer)",
        "Special assistance or carer needed",
        "Brauchst du Assistenz oder eine Begleitperson?",
        "Dietary needs of attendee",
        "Alergie",
    ] {
        let text = format!("Name,Email,\"{question}\"\nJo,jo@example.org,nuts\n");
        let people = imported(&text, &["diet", "access"]);
        assert!(
            ["nuts, ", ", nuts"].contains(&people[0].as_str()),
            "{question}: {people:?}"
        );
    }
    let guests = "Guest name,Guest email,Guest dietary requirements\nJo,jo@example.org,nuts\n";
    assert_eq!(imported(guests, &["name", "diet"]), ["Jo, nuts"]);
}

#[test]
fn the_firm_and_the_place_of_whoever_pays_are_not_the_persons() {
    for (organisation, area) in [
        ("Purchaser company", "Buyer postcode"),
        ("Order Company Name", "Order postcode"),
        ("Invoice company", "Billing address postcode"),
        ("Firma des Käufers", "PLZ des Bestellers"),
        ("Entreprise de l'acheteur", "Ville de facturation"),
        ("Empresa del comprador", "Ciudad del comprador"),
        ("Organizacja kupującego", "Miejscowość kupującego"),
        ("Sefydliad y prynwr", "Cod post y prynwr"),
        ("Kharidar ka idara", "Kharidar ka shehar"),
    ] {
        let rows = "Jo,jo@example.org,Mill,BB1 1AA\nAl,al@example.org,Mill,BB1 1AA\n";
        let text = format!("Name,Email,{organisation},{area}\n{rows}");
        let columns = ["organisation", "area", organisation, area];
        assert_eq!(
            imported(&text, &columns),
            [", , Mill, BB1 1AA"; 2],
            "{organisation}"
        );
    }
    // Where nobody else is named, buyers come, from where they are.
    let text =
        "Buyer name,Buyer email,Buyer company,Buyer postcode\nJo,jo@example.org,Mill,BB1 1AA\n";
    let expected = ["Jo, jo@example.org, Mill, BB1 1AA"];
    assert_eq!(
        imported(text, &["name", "email", "organisation", "area"]),
        expected
    );
}
