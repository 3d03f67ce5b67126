//! Which questions ask whether our news may come or photos be taken: the verb decides, and who does what to whom.

use crate::headings::imported;

/// What a yes and a no below a question say of news and of photos.
fn both(question: &str) -> Vec<String> {
    let text = format!("Name,Email,\"{question}\"\nJo,jo@example.org,Yes\nAl,al@example.org,No\n");
    imported(&text, &["updates", "photo"])
}

fn all_say(questions: &[&str], expected: [&str; 2]) {
    let said = |question: &&str| (question.to_string(), both(question));
    let expected = expected.map(str::to_string).to_vec();
    let mut other: Vec<(String, Vec<String>)> = questions.iter().map(said).collect();
    other.retain(|(_, said)| *said != expected);
    assert_eq!(other, [], "where all are {expected:?}");
}

#[test]
fn a_yes_to_an_end_or_a_refusal_of_the_news_is_a_no() {
    let questions = [
        "End my newsletter subscription",
        "Drop me from the mailing list",
        "Discontinue the newsletter",
        "Terminate my newsletter subscription",
        "Cease all marketing emails",
        "Suspend newsletter",
        "Strike me off the mailing list",
        "Newsletter kündigen",
        "Newsletter-Kündigung",
        "Newsletter beenden",
        "Ich bestelle den Newsletter ab",
        "Ich melde mich vom Newsletter ab",
        "Ich trage mich aus dem Verteiler aus",
        "Ich ziehe meine Einwilligung in den Newsletter zurück",
        "Je renonce à la newsletter",
        "Résilier mon abonnement à la newsletter",
        "Je me désinscris de la newsletter",
        "Mettre fin à la newsletter",
        "Ne plus recevoir la newsletter",
        "Je ne suis pas intéressé(e) par la newsletter",
        "Renuncio a recibir el boletín",
        "Dejar de recibir el boletín",
        "Deniego el consentimiento para el boletín",
        "Zrezygnuj z newslettera",
        "Proszę o niewysyłanie newslettera",
        "Cofam zgodę na newsletter",
        "Proszę zaprzestać wysyłania newslettera",
        "Dad-danysgrifio o'r cylchlythyr",
        "Hoffwn roi'r gorau i dderbyn y cylchlythyr",
        "Tynnu'n ôl o'r rhestr bostio",
        "Newsletter khatam karein",
        "Bitte nehmen Sie mich aus dem Verteiler",
        "Enlevez-moi de la liste de diffusion",
        "Borrarme de la lista de correo",
        "Sáquenme de la lista de correo",
        "Wykreślić mnie z listy mailingowej",
        "Tynnwch fi oddi ar y rhestr bostio",
        "Erase me from the mailing list",
        "Pause my newsletter",
    ];
    all_say(&questions, ["no, ", ", "]);
}

#[test]
fn a_yes_to_a_refusal_of_photos_is_a_no() {
    let questions = [
        "Photo ban",
        "I refuse (photos and videos)",
        "I withdraw from being in photos",
        "Je refuse d'être pris(e) en photo",
        "Je refuse d'être pris.e en photo",
        "Je souhaite ne pas être pris(e) en photo",
        "Je renonce à être photographié(e)",
        "Ich ziehe meine Einwilligung für Fotos zurück",
        "Ich nehme meine Einwilligung zu Fotos zurück",
        "Keinerlei Fotos",
        "Deniego el consentimiento para fotos",
        "Renuncio a salir en las fotos",
        "Cofam zgodę na zdjęcia",
        "Proszę o niepublikowanie mojego wizerunku",
        "Well gen i beidio â chael fy llun wedi ei dynnu",
        "Meri tasveer na li jaye",
        "Proszę o niepublikowanie zdjęć",
    ];
    all_say(&questions, [", no", ", "]);
}

#[test]
fn whoever_would_get_or_take_photos_or_come_to_a_walk_has_not_agreed_to_be_in_them() {
    let questions = [
        "Would you like to receive the photos?",
        "Would you like to see the photos of you?",
        "Send me the photos",
        "Would you like to join the photo walk?",
        "Would you like to attend the photography session?",
        "Are you happy to join the photo walk?",
        "Interested in photography?",
        "Photo submitted for badge",
        "Do you need a photo badge?",
        "Photo walk",
        "Photography exhibition",
        "Photo booth",
        "Möchten Sie die Fotos erhalten?",
        "Fotowettbewerb / Foto-Workshop",
        "Foto-Spaziergang",
        "Souhaitez-vous recevoir les photos ?",
        "Atelier photo",
        "Exposition de photos",
        "¿Desea recibir las fotos?",
        "Taller de fotos",
        "Czy chcesz otrzymać zdjęcia?",
        "Warsztaty: zdjęcia",
        "Hoffech chi dderbyn y lluniau?",
        "Gweithdy lluniau",
        "Kya aap tasveeren lena chahte hain?",
    ];
    all_say(&questions, [", ", ", "]);
}

#[test]
fn whoever_lets_photos_be_taken_or_shown_has_agreed() {
    let questions = [
        "Photos",
        "Photos?",
        "Photos OK?",
        "Photos (yes/no)",
        "GDPR: photos",
        "Photo permission given?",
        "Photo release",
        "Photography and filming",
        "Photos will be taken at the event. Do you agree?",
        "I am happy to be in photos",
        "May we take photos of you?",
        "Can we use photos of you on our website?",
        "I am happy to be photographed",
        "I agree to appear in photographs taken at the event",
        "Do you consent to photography?",
        "Do you consent to us taking photos of you?",
        "Fotos erlaubt?",
        "Ich bin mit Fotos einverstanden",
        "Dürfen wir Sie fotografieren?",
        "Dürfen Fotos von dir gemacht werden?",
        "Ich stimme der Veröffentlichung von Fotos zu",
        "Fotoerlaubnis",
        "Acceptez-vous d'être pris(e) en photo ?",
        "J'autorise la publication de photos",
        "Droit à l'image",
        "¿Acepta ser fotografiado?",
        "¿Podemos publicar fotos en las que aparezca?",
        "Autorizo el uso de mi imagen",
        "Zgoda na zdjęcia",
        "Czy zgadzasz się na zdjęcia?",
        "Wyrażam zgodę na publikację zdjęć",
        "Czy możemy zrobić Ci zdjęcie?",
        "Gawn ni dynnu eich llun?",
        "Ydych chi'n hapus i ni dynnu lluniau ohonoch?",
        "Kya hum aap ki tasveer le sakte hain?",
        "J'autorise\nla prise de photos",
        "J'autorise [la prise de photos]",
        "Ich bin einverstanden\nFotos",
    ];
    all_say(&questions, [", yes", ", no"]);
}

#[test]
fn whoever_is_asked_to_do_something_with_the_news_has_not_asked_for_them() {
    let questions = [
        "Could you promote the event in your newsletter?",
        "Would you like to advertise in our newsletter?",
        "Can you deliver newsletters in your area?",
        "Are you able to fold newsletters?",
        "I would like to edit the newsletter",
        "Are you interested in writing the newsletter?",
        "Would you be willing to post our newsletter on your noticeboard?",
        "Können Sie die Veranstaltung in Ihrem Newsletter bewerben?",
        "Möchten Sie unseren Newsletter verteilen?",
        "Pouvez-vous annoncer l'événement dans votre newsletter ?",
        "Souhaitez-vous distribuer notre newsletter ?",
        "¿Puede anunciar el evento en su boletín?",
        "¿Le gustaría repartir el boletín?",
        "Czy możesz ogłosić wydarzenie w newsletterze?",
        "Czy chcesz roznosić newsletter?",
        "Allech chi ddosbarthu'r cylchlythyr?",
        "Hoffech chi olygu'r cylchlythyr?",
    ];
    all_say(&questions, [", ", ", "]);
}

#[test]
fn news_of_others_or_of_something_else_are_not_ours() {
    let questions = [
        "Exhibitor newsletter",
        "Exhibitors' newsletter",
        "Newsletter der Sponsoren",
        "Newsletter der Aussteller",
        "Newsletter des partenaires",
        "Newsletter des exposants",
        "Boletín de los patrocinadores",
        "Boletín de los expositores",
        "Newsletter partnerów",
        "Newsletter wystawców",
        "Cylchlythyr ein noddwyr",
        "Mailing list for car sharing",
        "Verteiler für Mitfahrgelegenheiten",
        "Liste de diffusion pour le covoiturage",
        "Lista de correo para compartir coche",
        "Lista mailingowa: wspólne przejazdy",
        "Rhestr bostio rhannu ceir",
        "Can researchers contact you about a study?",
        "May a journalist contact you about future events?",
        "Can we contact you about speaking?",
        "Can we contact you about a study?",
        "Can we email you about your talk proposal?",
        "May we contact you about volunteering?",
        "Would you like updates about your access request?",
        "Möchten Sie Neuigkeiten über Ihren gestellten Antrag?",
    ];
    all_say(&questions, [", ", ", "]);
}

#[test]
fn a_clear_wish_for_our_news_is_one_in_whatever_words() {
    let questions = [
        "Can we email you news?",
        "May we email you our news and updates?",
        "Are you happy for us to email you news?",
        "Can we contact you about our campaigns?",
        "Can Leeds Choirs contact you about future events?",
        "May the organisers email you about future events?",
        "GDPR: can we contact you?",
        "Data protection - may we email you?",
        "Marketing permissions",
        "Marketing permission",
        "Do you consent to us contacting you about future events?",
        "Are you OK with us emailing you about future events?",
        "Accepts Marketing",
        "Accepts Email Marketing",
        "Accept Promotional Emails",
        "Promotional emails",
        "Keep me updated on more events and news from this event organizer.",
        "Would you like to sign up to our newsletter?",
        "Would you like to also receive our newsletter?",
        "Would you like to find out more by joining our mailing list?",
        "I would like to opt in to your newsletter",
        "Would you like our newsletter?",
        "Are you interested in receiving our newsletter?",
        "Are you interested in our newsletter?",
        "Can you add me to the mailing list?",
        "Newsletter for members",
        "Mailing list for future events",
        "Darf ich dich informieren?",
        "Dürfen wir Sie per E-Mail informieren?",
        "Dürfen wir dich in Zukunft per Mail anschreiben?",
        "Möchten Sie den Newsletter?",
        "Möchten Sie unseren Newsletter abonnieren?",
        "Wollen Sie in den Verteiler aufgenommen werden?",
        "Pouvons-nous vous informer par e-mail ?",
        "Voulez-vous notre newsletter ?",
        "Souhaitez-vous être tenu(e) informé(e) de nos actions ?",
        "Souhaitez-vous vous inscrire à la newsletter ?",
        "¿Podemos informarle por correo electrónico?",
        "¿Quiere suscribirse al boletín?",
        "¿Le gustaría recibir el boletín?",
        "Czy możemy Cię informować mailowo?",
        "Czy chcesz zapisać się do newslettera?",
        "Chcę otrzymywać newsletter",
        "Hoffech chi ymuno â'r rhestr bostio?",
        "Hoffech chi'r cylchlythyr?",
    ];
    all_say(&questions, ["yes, ", "no, "]);
}

#[test]
fn a_photo_that_goes_out_with_the_news_is_agreed_to_and_the_news_are_not() {
    let questions = [
        "Do you agree to your image being published in email newsletters and sent to our mailing list?",
        "I consent to your image being published in our newsletter and sent to our mailing list",
        "Do you consent to your image being used in our newsletter and added to our newsletter?",
        "Can we use images of you in our news and add it to our newsletter?",
        "Are you OK with your picture being taken and kept for future updates?",
        "Can we take your photo and add it to our newsletter?",
        "I am happy for you to take my photo and send it to our mailing list",
        "I agree to photos of me being taken and added to our newsletter",
        "Are you happy with photos of you being used in our newsletter and sent to our mailing list?",
        "I agree that photos of me are taken and sent out with the newsletter",
        "We would like to take photos for our newsletter. Do you consent?",
        "Dürfen wir Fotos von Ihnen machen und mit dem Newsletter verschicken?",
        "Pouvons-nous prendre votre photo et l'ajouter à notre newsletter ?",
        "¿Podemos publicar su imagen y enviarla con el boletín?",
    ];
    all_say(&questions, [", yes", ", no"]);
}

#[test]
fn whoever_is_photographed_and_put_on_the_list_has_agreed_to_both() {
    let questions = [
        "I agree to be photographed and added to the mailing list",
        "May we take your photo and add you to our mailing list?",
        "Please confirm you are happy to receive emails from us and to appear in photographs",
    ];
    all_say(&questions, ["yes, yes", "no, no"]);
}

#[test]
fn whoever_would_see_photos_in_our_news_would_get_them() {
    let questions = [
        "Would you like to see photos of the event in our newsletter?",
        "Would you like to receive our newsletter with photos of the event?",
    ];
    all_say(&questions, ["yes, ", "no, "]);
}

#[test]
fn what_stands_in_the_news_or_goes_to_others_is_no_wish_for_them() {
    let questions = [
        "Can we share your story in our newsletter?",
        "Can we share your answers in our newsletter?",
        "Would you like to place an advert in our newsletter?",
        "Would you like to be listed in our newsletter?",
        "Would you like your event listed in our newsletter?",
        "Can we include details about your stall in our newsletter and updates?",
        "Would you like to submit photos for our newsletter?",
        "Shall we announce your talk in our newsletter?",
        "Are you happy for us to give your address to the local group for updates?",
        "Are you happy for your details to be added to the local group's mailing list?",
        "Would you like to join the mailing list of the organising committee?",
        "Can we send news to a friend?",
        "Dürfen wir Ihren Namen im Newsletter nennen?",
        "Dürfen wir Ihre Adresse an den Chor für dessen Verteiler geben?",
        "Souhaitez-vous écrire pour la newsletter ?",
        "Pouvons-nous partager votre témoignage dans la newsletter ?",
        "Souhaitez-vous rejoindre la liste de diffusion de la chorale ?",
        "A gawn ni rannu eich stori yn ein cylchlythyr?",
        "Can students email you about future projects?",
        "Can we use emails to share your details with others?",
        "Can we send updates about the conference to your manager?",
        "Can we email you updates about events and pass on your details to others?",
        "¿Podemos compartir su historia en nuestro boletín?",
    ];
    all_say(&questions, [", ", ", "]);
}

#[test]
fn what_the_news_are_about_and_what_is_done_with_them_then_takes_nothing_from_a_wish() {
    let questions = [
        "Can we send you news to share with your friends?",
        "Can we send you news to share with your colleagues?",
        "I would like to receive updates about future events and share details with my friends",
        "Would you like to receive emails about events we share?",
        "I would like to receive email updates shared by our members",
        "Would you like news about events for your family?",
        "Send me emails about events for my family and friends",
        "Would you like updates on how to support your friends?",
        "Would you like to keep your family informed through our newsletter?",
        "Can we send you updates about networking with others?",
        "May we email you updates about meetings with other groups?",
        "May we email you news about how to share your story?",
        "Receive news about our YouTube videos and future events",
        "Would you like to receive news about our YouTube channel?",
        "Are you happy to receive information about future events about the live stream?",
        "Please add me to the mailing list for volunteers and supporters news",
        "I am happy to be contacted by email about our work and how I can help",
        "Keep me updated on what I can do to help",
        "I want to receive the newsletter so that I can help",
        "Je souhaite recevoir la newsletter et savoir comment je peux aider",
        "Quiero recibir el boletín para saber cómo puedo ayudar",
        "Chcę otrzymywać newsletter i dowiedzieć się, jak mogę pomóc",
    ];
    all_say(&questions, ["yes, ", "no, "]);
}

#[test]
fn news_under_other_names_and_of_those_who_belong_to_us_are_ours() {
    let questions = [
        "Please send me news about volunteering",
        "Would you like to receive news and updates about volunteering?",
        "Möchten Sie in unseren Mailverteiler aufgenommen werden?",
        "I consent to receiving communications",
        "Yes, I would like to hear more from Peace Network and its partners",
        "Subscribe me to the events list",
        "Receive our journal by email",
        "Je souhaite être tenu(e) informé(e) des actualités. Mes données ne seront pas transmises à des tiers.",
        "Dürfen wir Sie in unseren Newsletter aufnehmen?",
    ];
    all_say(&questions, ["yes, ", "no, "]);
}
