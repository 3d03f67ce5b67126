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
