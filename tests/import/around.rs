//! What stands above the people of a list, below them and between them.

use crate::strangers::imported;

fn all(lines: &[&str]) -> (Vec<String>, usize) {
    (lines.iter().map(ToString::to_string).collect(), 0)
}

#[test]
fn a_newer_list_pasted_below_without_the_organisers_own_columns_is_one_with_the_older() {
    let people = all(&["Ann Lee|Acme", "Bo Day|Acme", "Cy Fox|Acme"]);
    let columns = ["name", "organisation"];
    for text in [
        "Name,Email,Organisation,Paid?\nAnn Lee,ann@example.org,Acme,y\nBo Day,bo@example.org,Acme,y\n\
         Name,Email,Organisation\nCy Fox,cy@example.org,Acme\n",
        "Paid?,Name,Email,Organisation,Table\ny,Ann Lee,ann@example.org,Acme,2\ny,Bo Day,bo@example.org,Acme,3\n\n\
         ,Name,Email,Organisation,\n,Cy Fox,cy@example.org,Acme,\n",
        "Vorname,Nachname,E-Mail,Organisation,Bezahlt\nAnn,Lee,ann@example.org,Acme,x\nBo,Day,bo@example.org,Acme,x\n\
         vorname,nachname,e-mail,organisation,\nCy,Fox,cy@example.org,Acme,\n",
    ] {
        assert_eq!(imported(text, &columns), people, "{text}");
    }
}
