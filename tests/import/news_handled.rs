//! What is done with news besides asking for them: they are brought round, read, judged, and one hears of things by them.

use crate::headings::imported;

/// Those questions below which a yes and a no do not say of news what is expected.
fn all_say(questions: &[&str], expected: [&str; 2]) {
    let said = |question: &str| {
        let text =
            format!("Name,Email,\"{question}\"\nJo,jo@example.org,Yes\nAl,al@example.org,No\n");
        imported(&text, &["updates"])
    };
    let other = questions.iter().map(|question| (*question, said(question)));
    let other: Vec<_> = other.filter(|(_, said)| *said != expected).collect();
    assert_eq!(other, [], "where all are {expected:?}");
}

#[test]
fn whoever_brings_the_news_round_or_heard_by_them_or_reads_them_has_not_asked_for_them() {
    let questions = [
        "Deliver newsletters?",
        "Delivers newsletters",
        "Newsletter round",
        "Newsletter distributor",
        "Hand out newsletters",
        "Forward to your mailing list?",
        "Send to your mailing list",
        "Share our newsletter?",
        "Newsletter (how heard)",
        "Newsletter: how did you hear?",
        "Heard via newsletter",
        "Heard about us (newsletter)",
        "Hear about us via newsletter",
        "Found us through the newsletter",
        "Got the newsletter?",
        "Reads newsletter",
        "Is the newsletter useful?",
        "Newsletter verteilen?",
        "Verteilst du den Newsletter?",
        "Über Newsletter erfahren",
        "Gehört durch Newsletter",
        "Ist der Newsletter nützlich?",
        "Connu par la newsletter",
        "Distribue la newsletter",
        "La newsletter est utile ?",
        "Nos conoció por el boletín",
        "Reparte el boletín",
        "¿Le resulta útil el boletín?",
        "Roznosi newsletter",
        "Z newslettera",
        "Czyta newsletter",
        "Dosbarthu'r cylchlythyr",
        "Wedi clywed drwy'r cylchlythyr",
        "Newsletter taqseem",
        "Newsletter se suna",
    ];
    all_say(&questions, ["", ""]);
}

#[test]
fn news_are_asked_for_also_where_a_word_for_bringing_or_hearing_stands_with_them() {
    let questions = [
        "Get newsletter",
        "Send me the newsletter",
        "Please deliver the newsletter to my inbox",
        "Newsletter delivery by email",
        "Forward me the newsletter",
        "I look forward to your newsletter",
        "Can we share our newsletter with you?",
        "Receive the newsletter and share it with friends",
        "Newsletter distribution list",
        "Hear about future events via newsletter",
        "I want to receive the newsletter (I heard about it from a friend)",
        "I'd like to read your newsletter",
        "Newsletter: read all about our work",
        "Would a newsletter be useful?",
        "Newsletter with useful information",
        "Newsletter-Verteiler",
        "Neuigkeiten per Newsletter erfahren",
        "Mehr über Newsletter erfahren",
        "Dürfen wir den Newsletter an Sie weiterleiten?",
        "Être informé par la newsletter",
    ];
    all_say(&questions, ["yes", "no"]);
}

#[test]
fn how_the_news_should_come_what_one_thinks_of_them_and_does_for_them_is_no_wish_for_mail() {
    let questions = [
        "Newsletter by post instead of email?",
        "Would you prefer a paper newsletter?",
        "Would you prefer updates by text rather than email?",
        "Would you like a printed copy of our newsletter?",
        "Do you find our newsletter useful?",
        "Do you like our newsletter?",
        "Would you be willing to be interviewed for our newsletter?",
        "I have received your newsletter before",
        "I've received the newsletter",
        "Newsletter per Post statt per E-Mail?",
        "Möchten Sie den Newsletter in Papierform?",
        "Finden Sie unseren Newsletter nützlich?",
        "Dürfen wir Sie für unseren Newsletter interviewen?",
        "Ich habe den Newsletter schon erhalten",
        "La newsletter par courrier plutôt que par e-mail ?",
        "Préférez-vous une newsletter papier ?",
        "Trouvez-vous notre newsletter utile ?",
        "Accepteriez-vous d'être interviewé(e) pour notre newsletter ?",
        "J'ai déjà reçu la newsletter",
        "¿Boletín por correo postal en vez de correo electrónico?",
        "¿Prefiere el boletín en papel?",
        "¿Le parece útil nuestro boletín?",
        "¿Aceptaría una entrevista para nuestro boletín?",
        "He recibido el boletín antes",
        "Newsletter pocztą zamiast e-mailem?",
        "Czy wolisz papierowy newsletter?",
        "Czy newsletter jest przydatny?",
        "Czy zgadza się Pani na wywiad do newslettera?",
        "Otrzymałam już newsletter",
        "Cylchlythyr drwy'r post yn lle e-bost?",
        "Fyddai'n well gennych gylchlythyr papur?",
        "Ydy'r cylchlythyr yn ddefnyddiol?",
        "Newsletter dak se, email ki bajaye?",
        "Kya hamara newsletter mufeed hai?",
    ];
    all_say(&questions, ["", ""]);
}

#[test]
fn news_by_mail_are_asked_for_also_where_another_way_or_what_was_before_stands_with_them() {
    let questions = [
        "Newsletter by email or by post?",
        "Newsletter by email instead of post?",
        "Would you like our newsletter by email rather than on paper?",
        "Would you like the newsletter (we save paper: it comes by email)",
        "Updates on paper recycling",
        "I have received your newsletter before and would like to keep receiving it",
        "I would like to receive the newsletter and be interviewed for it",
        "Receive the newsletter with an interview in each issue",
        "Newsletter per E-Mail statt per Post",
        "Ich möchte den Newsletter erhalten",
        "Recevoir la newsletter au lieu des e-mails",
        "Quiero recibir el boletín",
        "Would you like a useful newsletter?",
        "Would you like to receive our newsletter instead of our emails?",
    ];
    all_say(&questions, ["yes", "no"]);
}

#[test]
fn who_wishes_or_consents_that_news_are_brought_to_them_has_asked_for_them() {
    let questions = [
        "I consent to newsletter distribution",
        "Newsletter distribution consent",
        "I agree to the distribution of the newsletter",
        "Would you like newsletter delivery?",
        "Opt in to newsletter delivery",
        "Subscribe to newsletter delivery",
        "Would you like to be on our mailing list distribution?",
        "Would you like us to share our newsletter?",
        "J'accepte la distribution de la newsletter",
    ];
    all_say(&questions, ["yes", "no"]);
    let questions = [
        "Would you like to deliver newsletters?",
        "I would like to help with newsletter delivery",
        "I can do newsletter delivery",
        "I agree to share your newsletter",
        "Help us to distribute the newsletter",
        "Newsletter delivery",
        "Newsletter distribution volunteer: would like to distribute newsletters",
        "Would you like to be on the newsletter distribution team?",
        "Newsletter delivery - sign up",
        "Sign up for newsletter delivery",
        "Would you like to join newsletter delivery?",
        "Would you like us to deliver newsletters for your street?",
        "Are you happy for us to share our newsletter with your branch?",
    ];
    all_say(&questions, ["", ""]);
}

#[test]
fn news_are_asked_for_beside_what_one_thinks_of_them_or_has_had() {
    let questions = [
        "Do you like our newsletter? May we send it to you?",
        "Do you enjoy our newsletter? Sign up!",
        "May we email you? I have received the newsletter",
    ];
    all_say(&questions, ["yes", "no"]);
}
