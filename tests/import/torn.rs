use crate::strangers::imported;

const COLUMNS: [&str; 5] = ["name", "area", "diet", "access", "updates"];

/// A short list whose rows end where nothing more was answered, and one row more.
fn short(row: &str) -> String {
    format!(
        "Timestamp,Email,Name,Town,Diet,Access needs,Newsletter,Emergency contact,Anything else\n\
         01.03.2024 10:31,jo@example.org,Jo Lawson,Blackburn,,,Yes,Mum 030 1234567\n\
         02.03.2024 11:31,al@example.org,Al Byron,\"Darwen, Lancs\",vegan,,No,Mum 030 1234567,\"late, sorry\"\n\
         03.03.2024 12:31,bo@example.org,Bo Okoro,Hull,,ramp,Yes,Mum 030 1234567\n\
         04.03.2024 13:31,ana@example.org,Ana Costa,York,vegan,,No,Mum 030 1234567\n\
         05.03.2024 14:31,zofia@example.org,Zofia Nowak,Leeds,vegan,,Yes,Mum 030 1234567\n\
         06.03.2024 15:31,sam@example.org,Sam Roe,Bolton,,,No,Mum 030 1234567\n\
         {row}\n"
    )
}

#[test]
fn a_quote_left_open_holds_its_cell_together_in_a_short_row_too() {
    let row =
        "07.03.2024 16:31,eva@example.org,Eva Roth,\"Bury, Lancs,vegan,ramp,Yes,Mum 030 1234567";
    let (people, rejected) = imported(&short(row), &COLUMNS);
    assert_eq!((people.len(), rejected), (7, 0));
    assert_eq!(
        people.last().map(String::as_str),
        Some("Eva Roth|Bury, Lancs|vegan|ramp|yes")
    );
}

#[test]
fn a_short_row_is_rejected_if_nobody_knows_where_the_cell_ends_whose_quote_was_left_open() {
    let row = "07.03.2024 16:31,eva@example.org,Eva Roth,\"Bury,Lancs,UK,vegan,Yes";
    let (people, rejected) = imported(&short(row), &COLUMNS);
    assert_eq!((people.len(), rejected), (6, 1));
}

#[test]
fn where_spaces_stand_around_many_cells_those_too_many_are_not_moved_into_the_next_columns() {
    let row = |n: usize, work: &str| {
        let day = format!("2024-03-{n:02} 10:00");
        format!(
            "{n}  ,  Person {n},p{n}@example.org  ,  {work},01254 5550{n:02}  ,  {day},free  ,  Yes,\n"
        )
    };
    let rows: String = (1..12).map(|n| row(n, &format!("Group {n}"))).collect();
    let head = "No,Name,Email,Organisation,Phone,Order date,Ticket,Newsletter,Remarks\n";
    let text = format!("{head}{rows}{}", row(12, "Unite, North West"));
    let (people, rejected) = imported(&text, &["name", "organisation", "phone", "updates"]);
    let of = |n: usize, work: &str| format!("Person {n}|{work}|01254 5550{n:02}|yes");
    let mut expected: Vec<String> = (1..12).map(|n| of(n, &format!("Group {n}"))).collect();
    expected.push(of(12, "Unite, North West"));
    assert_eq!((people, rejected), (expected, 0));
}

#[test]
fn a_row_is_rejected_where_its_address_stands_in_the_next_column_and_nothing_can_be_joined() {
    let row =
        |n: usize| format!("g{n},Person {n},Lawson,p{n}@example.org,01254 5550{n:02},no,free,\n");
    let rows: String = (1..12).map(row).collect();
    let head = "id,name,last name,email,phone,checked in,ticket,remarks\n";
    let text = format!("{head}{rows}g12,Person 12,Lawson,,p12@example.org,01254 555012,no,free,\n");
    let (people, rejected) = imported(&text, &["name"]);
    assert_eq!((people.len(), rejected), (11, 1));
}

#[test]
fn a_quote_that_is_missing_where_all_cells_have_them_ends_its_cell_at_the_next_one() {
    let row = |n: usize| {
        format!(
            "\"{n}\",\"Person {n}\",\"p{n}@example.org\",\"Union\",\"New\",\"Leeds\",\"\",\"\"\n"
        )
    };
    let rows: String = (1..8).map(row).collect();
    let rows = rows.replace("\"Person 3\"", "\"Person 3");
    let head = "\"id\",\"name\",\"email\",\"organisation\",\"status\",\"town\",\"\",\"\"\n";
    let expected = |n: usize| format!("Person {n}|p{n}@example.org|Union|Leeds");
    let expected: Vec<String> = (1..8).map(expected).collect();
    let columns = ["name", "email", "organisation", "area"];
    assert_eq!(imported(&format!("{head}{rows}"), &columns), (expected, 0));
    let rows: String = (1..8).map(row).collect();
    let rows = rows.replacen("\"Union\",\"New\"", "\"Union,\"New\"", 1);
    let expected = |n: usize| format!("Person {n}|p{n}@example.org|Union|Leeds");
    let expected: Vec<String> = (1..8).map(expected).collect();
    assert_eq!(imported(&format!("{head}{rows}"), &columns), (expected, 0));
}

#[test]
fn a_quote_that_is_never_closed_joins_nothing_where_one_delimiter_is_too_many() {
    let rows: String = (0..12)
        .map(|n| {
            let more = if n % 3 == 0 { "," } else { "" };
            let ward = ["Darwen", "Bury", "Hull", "York", "Leeds"][n % 5];
            format!("Person {n},p{n}@example.org,07700 9001{n:02},{ward},,Yes{more}\n")
        })
        .collect();
    let text = format!(
        "Name,Email,Phone,Ward,Access needs,Updates by email\n{rows}\
         Jo Lawson,jo@example.org,\"07700900130,Chorley,,Yes,\n"
    );
    let (people, rejected) = imported(&text, &["name", "phone", "area", "access", "updates"]);
    assert_eq!(people[12], "Jo Lawson|07700900130|Chorley||yes");
    assert_eq!((people.len(), rejected), (13, 0));
}

#[test]
fn a_whole_row_in_quotes_is_one_also_without_an_address_in_its_place() {
    let rows: String = (0..8)
        .map(|n| {
            format!("\"Person {n},p{n}@example.org,07700 9001{n:02},Mum,mum{n}@example.org\"\n")
        })
        .collect();
    let text = format!(
        "Name,Email,Phone,Emergency contact,Their email\n{rows}\"Jo Lawson,,07700 900130,Dad,dad@example.org\"\n"
    );
    let (people, rejected) = imported(&text, &["name", "email", "phone"]);
    assert_eq!(people[8], "Jo Lawson||07700 900130");
    assert_eq!((people.len(), rejected), (9, 0));
}

#[test]
fn titles_that_part_a_list_are_nobody_also_where_its_header_is_repeated() {
    let header = "No.,Name,E-mail,Tel,Town";
    let mut text = format!("{header}\n");
    for n in 0..20 {
        if n % 5 == 0 {
            text += &format!(",Team {}\n", ["red", "green", "blue", "white"][n / 5]);
        }
        if n == 9 {
            text += &format!("{header}\n");
        }
        let more = if n % 3 == 0 { "," } else { "" };
        text += &format!("{n},Person {n},p{n}@example.org,07700 9001{n:02},Hull{more}\n");
    }
    let (people, rejected) = imported(&text, &["name"]);
    assert_eq!((people.len(), rejected), (20, 4));
}

/// A list whose last cell is a list of words in quotes, as Mailchimp writes tags.
fn tagged(row: &str) -> String {
    format!(
        "Email Address,First Name,Last Name,Phone,TAGS\r\n\
         ada@example.org,Ada,Lovelace,020 7946 0011,\"\"\"VIP\"\",\"\"Blog\"\"\"\r\n\
         {row}\r\n\
         cher@example.org,Cher,Jones,,\"\"\"VIP\"\",\"\"Blog\"\"\"\r\n"
    )
}

#[test]
fn a_quote_left_open_before_a_list_of_quoted_words_swallows_no_cell() {
    let tags = "\"\"\"VIP\"\",\"\"Blog\"\"\"";
    for row in [
        "\"amina@example.org,Amina,Begum,07700 900018",
        "amina@example.org,\"Amina,Begum,07700 900018",
        "amina@example.org,Amina,\"Begum,07700 900018",
        "amina@example.org,Amina,Begum,\"07700 900018",
    ] {
        let text = tagged(&format!("{row},{tags}"));
        let (people, rejected) = imported(&text, &["name", "email", "phone"]);
        let expected = "Amina Begum|amina@example.org|07700 900018";
        assert_eq!((people.len(), rejected), (3, 0), "{row}");
        assert_eq!(people[1], expected, "{row}");
    }
}

#[test]
fn the_mark_by_which_dos_ends_a_file_is_no_row() {
    let text = "Name,Email\r\nAda Lovelace,ada@example.org\r\nCher,cher@example.org\r\n";
    let people = ["Ada Lovelace", "Cher"].map(String::from).to_vec();
    for end in ["\u{1a}", "\u{1a}\u{1a}\0\0", "\u{1a}\r\n"] {
        let (found, rejected) = imported(&format!("{text}{end}"), &["name"]);
        assert_eq!((found, rejected), (people.clone(), 0));
    }
    let cut = text.trim_end().to_string() + "\u{1a}";
    let emails = ["ada@example.org", "cher@example.org"].map(String::from);
    assert_eq!(imported(&cut, &["email"]), (emails.to_vec(), 0));
}

#[test]
fn a_nul_behind_a_quote_keeps_no_cell_open() {
    let text = "Name,Email,Notes\r\nAda Lovelace,ada@example.org,\"vegan, no nuts\"\0\r\n\
                \0\"Bo, Fox\",bo@example.org,\0\"two\r\nlines\"\0\0\r\nCher\0,cher@example.org,\0\r\n\0\r\n";
    let expected = [
        "Ada Lovelace|ada@example.org|vegan, no nuts",
        "Bo, Fox|bo@example.org|two\nlines",
        "Cher|cher@example.org|",
    ];
    let expected = (expected.map(String::from).to_vec(), 0);
    let columns = ["name", "email", "note"];
    assert_eq!(imported(text, &columns), expected);
    assert_eq!(imported(&text.replace('\0', ""), &columns), expected);
}

#[test]
fn an_empty_cell_too_many_glues_no_neighbours() {
    let text = "Name,Email,Phone,Organisation,Ticket,Diet,Access,Updates\n\
                Ann Lee,ann@example.org,07700900001,Foo,GA,vegan,ramp,Yes\n\
                Bo Day,bo@example.org,07700900002,,GA,,,No\n\
                Cy Fox,cy@example.org,07700900003,Bar,GA,vegetarian,hearing loop,,Yes\n\
                Di Gay,di@example.org,07700900004,Baz,GA,,BSL,No\n\
                Ed How,ed@example.org,,,GA,,,No\n";
    let expected = [
        "Ann Lee||vegan|ramp|yes",
        "Bo Day||||no",
        "Di Gay|||BSL|no",
        "Ed How||||no",
    ];
    assert_eq!(
        imported(text, &COLUMNS),
        (expected.map(String::from).to_vec(), 1)
    );
    let text = "ID,First name,Last name,Email,Phone,Organisation\n\
                1,Ann,Lee,ann@example.org,07700900001,Foo\n\
                2,,Bo,Day,bo@example.org,07700900002,\n\
                3,Cy,Fox,cy@example.org,,Bar\n\
                5,Ed,How,ed@example.org,,\n";
    let expected = ["Ann Lee|", "Cy Fox|", "Ed How|"];
    assert_eq!(
        imported(text, &["name", "area"]),
        (expected.map(String::from).to_vec(), 1)
    );
}
