//! What everyday questions hold a field's word and ask for something else; and what holds such words and asks for the
//! field all the same.

use crate::headings::imported;

const FIELDS: [&str; 5] = ["organisation", "area", "ticket", "access", "diet"];

/// What two answers to a question are taken for.
fn taken(question: &str) -> Vec<String> {
    let text =
        format!("Name,Email,\"{question}\"\nJo,jo@example.org,Foo\nAl,al@example.org,Bar baz\n");
    imported(&text, &FIELDS)
}

/// Questions in a row, split at bars.
fn each(questions: &str) -> impl Iterator<Item = &str> {
    questions.split('|').map(str::trim)
}

fn nobodys(questions: &str) {
    for question in each(questions) {
        assert_eq!(taken(question), [", , , , "; 2], "{question}");
    }
}

#[test]
fn where_somebody_heard_of_the_event_is_nothing_of_theirs() {
    nobodys(
        "How did you hear about our organisation?|Which organisation told you about us?|\
         How did you find out about this group?|How did you hear about our accessible event?|\
         Wie hast du von unserer Organisation erfahren?|Woher kennst du unsere Gruppe?|\
         Wie bist du auf unseren Verein aufmerksam geworden?|Comment avez-vous connu notre association ?|\
         Comment avez-vous entendu parler de notre organisation ?|¿Cómo conociste nuestra organización?|\
         ¿Cómo se enteró de la asociación?|Jak dowiedziałeś się o naszej organizacji?|Skąd o nas wiesz?|\
         Skąd dowiedziałaś się o wydarzeniu?|Skąd nas znasz?|Sut clywsoch chi am ein sefydliad?|\
         O ble glywsoch chi amdanom ni?|Aap ne hamari tanzeem ke baare mein kahan se suna?",
    );
}

#[test]
fn what_is_asked_of_an_organisation_beside_its_name_is_no_organisation() {
    nobodys(
        "Organisation type|Organisation size|Type of organisation|What type of organisation do you represent?|\
         Organisation sector|Organisation description|Tell us about your organisation|\
         Would you like to speak about your organisation?|What does your organisation do?|\
         Why did you join this organisation?|How long have you been with your organisation?|Company number|\
         Which age group are you in?|Which working group are you interested in?|Which group would you like to join?|\
         Which insurance company are you with?|Do you feel represented by your trade union?|\
         Art der Organisation|Größe der Organisation|Funktion in der Organisation|Was macht deine Organisation?|\
         Website des Vereins|Welche Gruppe interessiert dich?|Type d'organisme|Taille de l'organisation|\
         Rôle dans l'association|Nombre de membres de l'association|Tipo de organización|Cargo en la organización|\
         ¿Qué hace tu organización?|Rodzaj organizacji|Math o sefydliad|Maint y sefydliad|\
         Eich rôl yn y sefydliad|Tanzeem ki qism",
    );
}

#[test]
fn a_place_of_something_else_and_what_is_no_place_is_no_area() {
    nobodys(
        "Which area are you most interested in?|Which area would you like to help with?|Venue postcode|Event town|\
         Postcode of venue|Town of birth|Birth town|Emergency contact postcode|GP postcode|School postcode|\
         Which town should host the next conference?|What are the main issues in your area?|Plant based|\
         Who do you live with?|What type of housing do you live in?|How are you travelling from Leeds?|\
         Geburtsstadt|Stadt der Geburt|Stadt der Veranstaltung|Ville de naissance|Commune de naissance|\
         Ville de l'événement|Ville préférée pour la prochaine rencontre|Ciudad de nacimiento|Ciudad del evento|\
         Ciudad que te interesa|Miejscowość urodzenia|Kod pocztowy miejsca wydarzenia|Kod pocztowy firmy|Tref geni|\
         Paidaish ka shehar",
    );
}

#[test]
fn what_has_to_do_with_food_tickets_or_access_and_is_nobodys_need_fills_no_field() {
    nobodys(
        "Which dietary requirement talk would you like to attend?|Food hygiene certificate|Food stall|Meal price|\
         Lunch time|Who would you like to sit with at lunch?|Food allergy training|Catering company|\
         How was the food?|Vegan talk|Food poverty workshop|Which ticket price?|Ticket type price|Access code|\
         Accessibility feedback|How accessible was our last event?|Do you work in disability rights?|\
         Financial assistance|Can you offer assistance on the day?|Mobility workshop|Hotel accommodations|\
         Wheelchair basketball|Finanzielle Unterstützung|Unterstützung beim Aufbau|Essenszeit|Vegan-Workshop|\
         Prix du repas|Formation accessibilité|Banque alimentaire|Precio de la comida|Formación en accesibilidad|\
         Movilidad urbana|Cena posiłku|Szkolenie z dostępności|Pris y bwyd|Hyfforddiant hygyrchedd|Maali madad|\
         Kya aap madad kar sakte hain?",
    );
}

#[test]
fn whoever_is_asked_for_a_field_in_many_words_fills_it() {
    let [organisation, area, ticket, access, diet] = [0, 1, 2, 3, 4];
    for (field, questions) in [
        (
            organisation,
            "Which organisation or campaign are you representing today?|Organisation / Town|Organisation and role|\
             Who do you represent?|Are you part of a group? If so which?|Wie heißt deine Gruppe?|\
             Comment s'appelle votre association ?|¿Cómo se llama tu organización?|Nombre de la organización|\
             Jak nazywa się Twoja organizacja?|Beth yw enw eich sefydliad?|Tanzeem ka naam",
        ),
        (
            area,
            "Town you are travelling from to the conference|Postcode (so we can arrange transport)|\
             Postcode (for car sharing to the conference)|Which town or city do you live in?|\
             De quelle ville venez-vous ?|¿De qué ciudad vienes?|Skąd przyjeżdżasz?",
        ),
        (ticket, "Which ticket type do you want?|Type of ticket"),
        (
            access,
            "Access requirements for the workshop|How can we make it accessible for you?|\
             Do you need any support to take part?|Please tell us about any disability|Wheelchair space|\
             Avez-vous des besoins spécifiques d'accessibilité ?",
        ),
        (
            diet,
            "Do you have any dietary requirements for the workshop?|Dietary needs (all-day workshop)|Kind of food|\
             Any food allergies or intolerances we should know about?|Dietary requirements for lunch time|\
             Main course choice|Haben Sie Allergien oder Unverträglichkeiten?|Czy masz alergie pokarmowe?",
        ),
    ] {
        for question in each(questions) {
            let answered = |answer: &str| {
                let mut all = [""; FIELDS.len()];
                all[field] = answer;
                all.join(", ")
            };
            let expected = [answered("Foo"), answered("Bar baz")];
            assert_eq!(taken(question), expected, "{question}");
        }
    }
}

#[test]
fn a_name_that_somebody_had_before_is_not_theirs() {
    let text = "First name,Surname at birth,Surname,Email\nJo,Marsh,Lawson,jo@example.org\n";
    assert_eq!(imported(text, &["name"]), ["Jo Lawson"]);
}
