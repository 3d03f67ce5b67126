use crate::desk::Desk;
use crate::strangers::imported;
use plenary::import::Report;

/// Imports a text and returns everybody as the values of some columns, with what was repaired.
fn repaired(text: &str, columns: &[&str]) -> (Vec<String>, Vec<(String, usize)>) {
    let (people, _) = imported(text, columns);
    let reports: Vec<Report> = Desk::new().import("list.csv", text.as_bytes());
    let repaired = reports.iter().flat_map(|report| &report.repaired);
    let repaired = repaired.map(|(what, count, _)| (what.clone(), *count));
    (people, repaired.collect())
}

const JOINED: &str = "cell with a delimiter but no quotes";

#[test]
fn where_rows_end_with_their_last_answer_a_comma_in_a_sentence_moves_no_answer() {
    let text = "Name,Branch,Branch secretary email,Email,Diet,Note\n\
                Jo Lawson,Unite,sec@example.org,jo@example.org,vegan,hello\n\
                Ruth Clarke,Mothers' Union, St Luke's,sec@example.org,ruth@example.org\n\
                Al Byron,,sec@example.org,al@example.org\n\
                Cy Quill,GMB,sec@example.org,cy@example.org,no nuts, no eggs\n\
                Bea Bell,GMB,sec@example.org,bea@example.org\n";
    let expected = [
        "Jo Lawson|jo@example.org|Unite|vegan|hello",
        "Ruth Clarke|ruth@example.org|Mothers' Union, St Luke's||",
        "Al Byron|al@example.org|||",
        "Cy Quill|cy@example.org|GMB|no nuts, no eggs|",
        "Bea Bell|bea@example.org|GMB||",
    ];
    let columns = ["name", "email", "organisation", "diet", "note"];
    let expected = expected.map(String::from).to_vec();
    let found = repaired(text, &columns);
    assert_eq!(found, (expected, vec![(JOINED.to_string(), 2)]));
}

#[test]
fn a_date_in_words_is_one_cell_though_its_comma_stands_in_every_row() {
    let mut text = "Email,Date,User,First name,Last name,Note\n".to_string();
    for (at, first) in ["Jo", "Al", "Cy", "Bea", "Ida"].iter().enumerate() {
        let note = if at == 2 { ",late" } else { "" };
        text += &format!("p{at}@example.org,March {at}3, 2024 9:05 am,0,{first},Lawson{note}\n");
    }
    let text = text
        .replace("March 03", "March 3")
        .replace("March 33", "March 30")
        .replace("March 43", "March 31");
    let expected = [
        "Jo Lawson|2024-03-03 09:05|",
        "Al Lawson|2024-03-13 09:05|",
        "Cy Lawson|2024-03-23 09:05|late",
        "Bea Lawson|2024-03-30 09:05|",
        "Ida Lawson|2024-03-31 09:05|",
    ];
    let columns = ["name", "registered", "note"];
    assert_eq!(imported(&text, &columns).0, expected);
    // Also where the addresses stand behind it.
    let behind = |line: &str| match line.split_once(',') {
        Some((address, rest)) => match rest.rsplit_once("Lawson") {
            Some((rest, note)) => format!("{rest}Lawson,{address}{note}\n"),
            None => rest.replace("Last name,", "Last name,Email,") + "\n",
        },
        None => String::new(),
    };
    let text: String = text.lines().map(behind).collect();
    assert_eq!(imported(&text, &columns).0, expected);
}

#[test]
fn where_a_row_says_that_it_is_whole_a_space_before_a_cell_joins_nothing() {
    let text = "Name,Email,Town,Diet,Note\n\
                Jo Lawson,jo@example.org,Hull,vegan,\n\
                Al Byron,al@example.org,York, vegan,\n\
                Cy Quill,cy@example.org,,,\n";
    let expected = ["Jo Lawson|Hull|vegan", "Al Byron|York|vegan", "Cy Quill||"];
    assert_eq!(imported(text, &["name", "area", "diet"]).0, expected);
}

#[test]
fn an_export_with_other_capitals_or_a_column_without_a_heading_elsewhere_changes_nothing() {
    let mut desk = Desk::new();
    desk.import(
        "a.csv",
        b",Name,Email,personID\n1,Jo,jo@example.org,7\n2,Al,al@example.org,8\n",
    );
    let before = desk.everything();
    desk.import(
        "b.csv",
        b"PERSONID,NAME,EMAIL,\n7,Jo,jo@example.org,1\n8,Al,al@example.org,2\n",
    );
    assert_eq!(desk.everything(), before);
}
