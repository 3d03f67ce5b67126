//! Answers of several lines and quotes within answers.

use crate::strangers::imported;
use plenary::import::read::{self, Wishes};

/// A whole reading of a text: its header, its rows, and what is rejected with the reason, by line.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Reading {
    pub(crate) header: Vec<String>,
    pub(crate) rows: Vec<String>,
    pub(crate) rejected: Vec<String>,
    pub(crate) repairs: Vec<String>,
}

pub(crate) fn reading(bytes: &[u8]) -> Reading {
    let tables = read::read("a.csv", bytes, &Wishes::default()).expect("it reads");
    let [(_, table)] = tables.as_slice() else {
        panic!("one table");
    };
    let rows = table.rows().filter(|row| row.fault.is_none());
    let rejected = table.rows().filter_map(|row| {
        let fault = row.fault?;
        Some(format!("{}: {fault}", row.line))
    });
    let repairs = table.repairs.iter();
    Reading {
        header: table.header.clone(),
        rows: rows
            .map(|row| row.cells().collect::<Vec<_>>().join("|"))
            .collect(),
        rejected: rejected.collect(),
        repairs: repairs
            .map(|one| format!("{}: {} {}", one.line, one.count, one.what))
            .collect(),
    }
}

pub(crate) fn expected(
    header: &[&str],
    rows: &[&str],
    rejected: &[&str],
    repairs: &[&str],
) -> Reading {
    let all = |some: &[&str]| some.iter().map(ToString::to_string).collect();
    Reading {
        header: all(header),
        rows: all(rows),
        rejected: all(rejected),
        repairs: all(repairs),
    }
}

#[test]
fn an_answer_of_several_lines_in_quotes_is_one_where_nobody_has_an_address() {
    let message = "I ask: who decides?\nAnd a second, if there is time.";
    let ann = format!("Ann Smith,07700 900101,\"{message}\"");
    let ends = [",", ""];
    for (head, end) in ends.iter().flat_map(|head| ends.map(|end| (head, end))) {
        let short = [
            format!("Bo Li,07700 900102,{end}"),
            "Bo Li,07700 900102".into(),
        ];
        for bo in short {
            let text = format!("Name,Phone,Message{head}\n{ann}{end}\n{bo}\nCy Poe,07700 900103\n");
            let rows = [
                &format!("Ann Smith|07700 900101|{message}"),
                "Bo Li|07700 900102|",
                "Cy Poe|07700 900103|",
            ];
            let expected = expected(&["Name", "Phone", "Message"], &rows, &[], &[]);
            assert_eq!(reading(text.as_bytes()), expected, "{text}");
        }
    }
    let text =
        format!("Name,Phone,Message,\n{ann},\nBo Li,07700 900102,,\nCy Poe,07700 900103,,\n");
    let people = ["Ann Smith", "Bo Li", "Cy Poe"].map(String::from).to_vec();
    assert_eq!(imported(&text, &["name"]), (people, 0));
}

#[test]
fn a_row_that_a_quote_swallowed_is_torn_out_of_it_also_where_nobody_has_an_address() {
    let text = "Name,Phone,Message\nAnn Smith,07700 900101,\"Hello\nBo Li,07700 900102,6\"\n\
                Cy Poe,07700 900103,\nDi Roe,07700 900104,yes\n";
    let people = ["Ann Smith", "Bo Li", "Cy Poe", "Di Roe"];
    let (found, rejected) = imported(text, &["name"]);
    assert_eq!((found, rejected), (people.map(String::from).to_vec(), 0));
}

#[test]
fn an_answer_of_several_lines_is_one_in_a_row_that_is_too_long_as_well() {
    let text = "Name,Email,Message,Status\n\
                Ann,ann@example.org,\"I ask: who decides?\nAnd a second, if there is time.\",Opened,extra,\n\
                Bo,bo@example.org,,Opened,,\nCy,cy@example.org,,Sent,,\nDi,di@example.org,,Sent,,\n";
    let header = ["Name", "Email", "Message", "Status"];
    // As if it stood in one line.
    let rows = [
        "Ann|ann@example.org|I ask: who decides?\nAnd a second, if there is time.|Opened,extra",
        "Bo|bo@example.org||Opened",
        "Cy|cy@example.org||Sent",
        "Di|di@example.org||Sent",
    ];
    let repairs = ["2: 1 cell with a delimiter but no quotes"];
    assert_eq!(
        reading(text.as_bytes()),
        expected(&header, &rows, &[], &repairs)
    );
    let line = text.replace("?\n", "? ");
    let rows = rows.map(|row| row.replace("?\n", "? "));
    let rows = rows.each_ref().map(String::as_str);
    assert_eq!(
        reading(line.as_bytes()),
        expected(&header, &rows, &[], &repairs)
    );
}

#[test]
fn a_quote_within_an_answer_does_not_end_it_at_the_end_of_its_line() {
    let text = "Name,Email,Message\n\
                \"Ann Smith\",\"ann@example.org\",\"I ask: \"who decides?\"\nAnd a second, if there is time.\"\n\
                \"Bo Li\",\"bo@example.org\",\"\"\n\"Cy Poe\",\"cy@example.org\",\"\"\n";
    let rows = [
        "Ann Smith|ann@example.org|I ask: \"who decides?\"\nAnd a second, if there is time.",
        "Bo Li|bo@example.org|",
        "Cy Poe|cy@example.org|",
    ];
    let header = ["Name", "Email", "Message"];
    let repairs = ["2: 1 quote inside a quoted cell"];
    assert_eq!(
        reading(text.as_bytes()),
        expected(&header, &rows, &[], &repairs)
    );
}

#[test]
fn an_answer_with_quotes_of_its_own_goes_on_over_lines_before_other_answers_as_well() {
    for message in [
        "\"I ask: \"who decides?\"\nAnd a second, if there is time.\"",
        "\"I ask:\nIs it \"free?\"\nAnd a second, if there is time.\"",
    ] {
        let text = format!(
            "Name,Email,Message,Access,Updates\nAnn Smith,ann@example.org,{message},ramp,Yes\n\
             Bo Li,bo@example.org,,,No\nCy Poe,cy@example.org,,,No\n"
        );
        let all = ["Ann Smith|ramp|yes", "Bo Li||no", "Cy Poe||no"];
        let people = imported(&text, &["name", "access", "updates"]);
        assert_eq!(people, (all.map(String::from).to_vec(), 0), "{text}");
    }
}

#[test]
fn a_row_behind_one_whose_quotes_are_broken_is_no_part_of_its_answer() {
    let text = "Name,Email,Message\n\
                \"Ann Smith\",\"ann@example.org\",\"I ask: \"who decides?\"\n\
                \"Bo Li\",\"\",\"5\" heels\"\n\"Cy Poe\",\"cy@example.org\",\"\"\n\
                \"Di Roe\",\"di@example.org\",\"\"\n\"Eva Roth\",\"eva@example.org\",\"\"\n";
    let people = ["Ann Smith", "Cy Poe", "Di Roe", "Eva Roth"];
    let (found, rejected) = imported(text, &["name"]);
    assert_eq!((found, rejected), (people.map(String::from).to_vec(), 1));
}

#[test]
fn whoever_stands_below_a_broken_quote_is_not_lost_without_an_address_or_a_capital_letter() {
    let text = "name,email,message\nann smith,ann@example.org,\"i ask: \"who decides?\"\nbo li,,5\"\n\
                cy poe,cy@example.org,\ndi roe,di@example.org,\neva roth,eva@example.org,\n";
    let (found, rejected) = imported(text, &["name"]);
    assert_eq!(found.len() + rejected, 5, "{found:?}");
}

#[test]
fn a_backslash_before_a_quote_says_that_it_belongs_to_the_answer() {
    let text = r#""Name","Email","Message"
"Robert \"Bob\" Smith","bob@example.org","I ask: \"who decides?\"
And \"a second\", if there is time.\""
"Bo Li","bo@example.org",""
"Cy Poe","cy@example.org","5\", no more"
"#;
    let rows = [
        "Robert \"Bob\" Smith|bob@example.org|I ask: \"who decides?\"\nAnd \"a second\", if there is time.\"",
        "Bo Li|bo@example.org|",
        "Cy Poe|cy@example.org|5\", no more",
    ];
    let header = ["Name", "Email", "Message"];
    let repairs = ["2: 2 quote with a backslash before it"];
    assert_eq!(
        reading(text.as_bytes()),
        expected(&header, &rows, &[], &repairs)
    );
    assert_eq!(
        imported(text, &["name"]).0,
        ["Robert \"Bob\" Smith", "Bo Li", "Cy Poe"]
    );
}

#[test]
fn a_backslash_at_the_end_of_an_answer_is_one() {
    let text = "\"Name\",\"Email\",\"Folder\"\n\"Ann\",\"ann@example.org\",\"C:\\\"\n\
                \"Bo \"\"B\"\" Li\",\"bo@example.org\",\"D:\\\\\"\n";
    let rows = [
        "Ann|ann@example.org|C:\\",
        "Bo \"B\" Li|bo@example.org|D:\\\\",
    ];
    let header = ["Name", "Email", "Folder"];
    assert_eq!(reading(text.as_bytes()), expected(&header, &rows, &[], &[]));
}
