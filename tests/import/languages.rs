//! What real forms call a field in seven languages, and as the keys of their products.

use crate::headings::imported;

/// Whether every heading fills a field.
fn fill(field: &str, answers: [&str; 2], headings: &str) {
    for heading in headings.split('|').map(str::trim) {
        let [one, other] = answers;
        let text = format!(
            "Name,Email,\"{heading}\"\nJo,jo@example.org,{one}\nAl,al@example.org,{other}\n"
        );
        assert_eq!(imported(&text, &[field]), answers, "{heading}");
    }
}

#[test]
fn what_people_eat_and_need_is_asked_in_compound_words() {
    fill(
        "diet",
        ["vegan", "no nuts"],
        "Ernährungsbedürfnisse|Ernährungsform|Essgewohnheiten|Lebensmittelunverträglichkeit|Menüwahl|Choix du menu|\
         Déjeuner|Nourriture|Preferencia alimentaria|Restricciones alimenticias|Tipo de menú|Nietolerancje|Alergeny|\
         Rodzaj posiłku|Cinio|Bwydlen|Llysieuol|Parhez|Ghizai zarooriyat|Menu choice|Allergens|Eating requirements|\
         Dietry requirements|your-diet|your-food|field_dietary",
    );
    fill(
        "access",
        ["ramp", "BSL"],
        "Barrieren|Zugangsbedürfnisse|Beeinträchtigungen|Spezielle Bedürfnisse|Besoins d'accès|Aménagements|\
         Necesidades de apoyo|Adaptaciones|Diversidad funcional|Potrzeby dostępu|Udogodnienia|Anghenion cymorth|\
         Anabledd|Addasiadau|Khususi zarooriyat|Khas zaroorat|Mazoori|Communication needs|Any special requirements?|\
         your-access|your-needs|field_access",
    );
}

#[test]
fn for_whom_and_from_where_people_come_is_asked_in_more_words() {
    fill(
        "organisation",
        ["Unite", "ACORN"],
        "Ortsgruppe|Vereinsname|Bündnis|Nom de la structure|Établissement|Section syndicale|Compañía|\
         Centro de trabajo|Miejsce pracy|Uczelnia|Cwmni|Enw'r cwmni|Cyflogwr|Idare ka naam|Anjuman|\
         Which union are you in?|Local branch|Business name|Organisation/Group|your-organisation|your-org|your-union",
    );
    fill(
        "area",
        ["York", "Leeds"],
        "Heimatstadt|Landkreis|Wo wohnst du?|Arrondissement|Où habitez-vous ?|¿De dónde eres?|¿Dónde vives?|\
         Procedencia|Gmina|Gdzie mieszkasz?|Pentref|Etholaeth|Gaon|Aap kahan rehte hain?|Nearest city|Council area|\
         your-town|your-location|field_town",
    );
}

#[test]
fn tickets_and_numbers_are_asked_for_in_more_words() {
    fill(
        "ticket",
        ["General", "Student"],
        "Boleto|Tipo de boleto|Tarifa|Kartentyp|Type de tarif|Wejściówka|Math y tocyn|Ticket option|Delegate type|\
         your-ticket",
    );
    fill(
        "phone",
        ["07700 900101", "07700 900102"],
        "Symudol|Rhif cyswllt|Mobilfunknummer|Handynr.|Votre numéro|Numer kontaktowy|Raabta|Ph no|Cell number|your-tel",
    );
    fill(
        "note",
        ["late", "early"],
        "Fragen|Précisions|Pytania|Cwestiynau|Aur kuch|Other info|your-comment",
    );
}

#[test]
fn a_list_headed_by_the_keys_of_contact_form_7_is_no_list_without_headings() {
    let text = "your-name,your-tel\nJo Lawson,07700 900101\nAl Byron,07700 900102\n";
    let expected = ["Jo Lawson, 07700 900101", "Al Byron, 07700 900102"];
    assert_eq!(imported(text, &["name", "phone"]), expected);
}

#[test]
fn an_address_through_a_club_fills_a_gap_where_it_is_not_that_of_the_club() {
    let of = |heading: &str, other: &str| {
        let text = format!(
            "Name,Email,{heading}\nAnn Lee,ann@example.org,ann@example.net\nBo Lee,,{other}@example.net\n"
        );
        imported(&text, &["email"])
    };
    for heading in [
        "Club email",
        "Society email",
        "Uni email",
        "Church email address",
    ] {
        let own = ["ann@example.org", "bo@example.net"];
        assert_eq!(of(heading, "bo"), own, "{heading}");
        for shared in ["secretary", "ann"] {
            assert_eq!(of(heading, shared), ["ann@example.org", ""], "{heading}");
        }
    }
}
