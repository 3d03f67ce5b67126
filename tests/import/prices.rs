use crate::strangers::imported;

const COLUMNS: [&str; 4] = ["name", "email", "organisation", "area"];

fn expected(people: &[&str]) -> (Vec<String>, usize) {
    (people.iter().copied().map(String::from).collect(), 0)
}

#[test]
fn where_the_comma_of_every_price_parts_its_cell_the_prices_are_whole_again() {
    let text = "Email,Produit,Prix,Nom du participant,E-mail du participant,Entreprise,Ville\n\
                pay@example.org,Plein tarif,0,00,Jo Lawson,jo@example.org,Unite,Leeds\n\
                pay@example.org,Plein tarif,12,50,Al Byron,al@example.org,,\n\
                pay@example.org,Solidaire,0,00,Bo Okoro,bo@example.org,Mill Road Tenants, Residents,Hull\n\
                pay@example.org,Plein, tard,0,00,Zofia Nowak,zofia@example.org,Unite,York\n\
                pay@example.org,Plein tarif,0,00,Ana Costa,ana@example.org\n\
                pay@example.org,Plein tarif,\"0,00\",Eva Roth,eva@example.org,,Bury\n";
    let people = [
        "Jo Lawson|jo@example.org|Unite|Leeds",
        "Al Byron|al@example.org||",
        "Bo Okoro|bo@example.org|Mill Road Tenants, Residents|Hull",
        "Zofia Nowak|zofia@example.org|Unite|York",
        "Ana Costa|ana@example.org||",
        "Eva Roth|eva@example.org||Bury",
    ];
    assert_eq!(imported(text, &COLUMNS), expected(&people));
    let quoted = |line: &str| format!("\"{}\"\n", line.replace('"', "\"\""));
    let whole: String = text.lines().map(quoted).collect();
    assert_eq!(imported(&whole, &COLUMNS), expected(&people));
    let trailing = text.replace('\n', ",,,\n");
    assert_eq!(imported(&trailing, &COLUMNS), expected(&people));
}

#[test]
fn several_prices_of_a_row_are_whole_again() {
    let text = "Name,Price,Tax rate,Tax value,Email,Town\n\
                Jo Lawson,12,50,7,00,0,82,jo@example.org,Leeds\n\
                Al Byron,0,00,7,00,0,00,al@example.org,York\n\
                Bo Okoro,12,50,7,00,0,82,bo@example.org,\n";
    let people = [
        "Jo Lawson|jo@example.org||Leeds",
        "Al Byron|al@example.org||York",
        "Bo Okoro|bo@example.org||",
    ];
    assert_eq!(imported(text, &COLUMNS), expected(&people));
}

#[test]
fn where_the_rows_begin_with_numbers_the_header_only_lacks_a_label_and_two_numbers_are_no_price() {
    let text = "Name,Email,Guests,Age\n\
                1,Jo Lawson,jo@example.org,2,34\n\
                2,Al Byron,al@example.org,0,51\n\
                3,Bo Okoro,bo@example.org,1,27\n";
    let people = [
        "Jo Lawson|jo@example.org||",
        "Al Byron|al@example.org||",
        "Bo Okoro|bo@example.org||",
    ];
    assert_eq!(imported(text, &COLUMNS), expected(&people));
}

#[test]
fn a_number_is_nobodys_name() {
    let text = "Name,Email,Phone\n\
                Jo Lawson,jo@example.org,01254 555001\n\
                00,al@example.org,01254 555002\n\
                07700 900003,,01254 555003\n";
    let (people, rejected) = imported(text, &["name", "email"]);
    assert_eq!(
        (people, rejected),
        (vec!["Jo Lawson|jo@example.org".to_string()], 2)
    );
}
