//! What real forms call a field in seven languages, and as the keys of their products.

use crate::headings::{imported, notes};

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

#[test]
fn tickets_of_pretix_in_spanish_are_known_as_such() {
    for (code, date) in [
        ("Código de orden", "Fecha de la orden,Hora de la orden"),
        ("Código de pedido", "Fecha del pedido,Hora del pedido"),
    ] {
        let text = format!(
            "URL semántica del evento,{code},ID de posición,Estado,Correo electrónico,{date},Producto,Nombre del participante,\
             Correo electrónico del participante,Empresa,Ciudad,Comentario,Empresa,Ciudad\n\
             paz24,ABC12,1,pagado,compras@example.org,2024-03-05,10:00:00,Día,Ana Ruiz,ana@example.org,Eco,Madrid,,Fact,Toledo\n\
             paz24,ABC12,2,pagado,compras@example.org,2024-03-05,10:00:00,Día,Luis Gil,,,,,Fact,Toledo\n\
             paz24,DEF34,1,pendiente,eva@example.org,2024-03-05,10:00:00,Día,Eva Mar,,,,,Fact,Toledo\n\
             paz24,GHI56,1,expirado,iker@example.org,2024-03-05,10:00:00,Día,Iker Sol,,,,,Fact,Toledo\n"
        );
        let columns = [
            "source",
            "source_id",
            "name",
            "email",
            "status",
            "organisation",
            "area",
            "ticket",
        ];
        let expected = [
            "pretix, ABC12-1, Ana Ruiz, ana@example.org, confirmed, Eco, Madrid, Día",
            "pretix, ABC12-2, Luis Gil, , confirmed, , , Día",
            "pretix, DEF34-1, Eva Mar, eva@example.org, pending, , , Día",
            "pretix, GHI56-1, Iker Sol, iker@example.org, cancelled, , , Día",
        ];
        assert_eq!(imported(&text, &columns), expected, "{code}");
    }
}

#[test]
fn states_of_orders_in_polish_are_those_of_people() {
    let text = "Kod zamówienia,Status,Email,Imię uczestnika\n\
                AB1,zapłacone,ala@example.org,Ala Lis\n\
                AB2,w toku,ola@example.org,Ola Kot\n\
                AB3,wygaśnięte,ewa@example.org,Ewa Dom\n\
                AB4,anulowane,iga@example.org,Iga Las\n";
    let expected = [
        "Ala Lis, confirmed",
        "Ola Kot, pending",
        "Ewa Dom, cancelled",
        "Iga Las, cancelled",
    ];
    assert_eq!(imported(text, &["name", "status"]), expected);
    assert_eq!(notes(text), [""; 0]);
}
