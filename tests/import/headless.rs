use crate::strangers::imported;
use plenary::import::read::{self, Wishes};
use plenary::import::{Field, Held, Mapping};

fn all(lines: &[&str]) -> (Vec<String>, usize) {
    (lines.iter().map(ToString::to_string).collect(), 0)
}

/// The hint with which a file is refused, if it is.
fn refused(text: &str, wishes: &[(Field, String)]) -> Option<String> {
    let tables = read::read("list.csv", text.as_bytes(), &Wishes::default()).expect("it reads");
    let mapping = Mapping::find(
        &tables[0].1,
        wishes,
        &Held::in_zone(chrono_tz::Europe::London),
    );
    let error = mapping.refuse_strange("list.csv").err()?;
    error.findings[0].hint.clone()
}

#[test]
fn without_header_the_first_column_of_names_is_the_persons() {
    let text = "Ada Lovelace,ada@example.org,Mum Lovelace,01632 960001\n\
                Bob Hope,bob@example.org,Sis Hope,01632 960002\n\
                Cher,cher@example.org,Son Ny,01632 960003\n\
                Dan Dare,dan@example.org,Dig By,01632 960004\n";
    let people = ["Ada Lovelace", "Bob Hope", "Cher", "Dan Dare"];
    assert_eq!(imported(text, &["name"]), all(&people));
    let unaddressed = text.replace("@example.org", "");
    assert_eq!(imported(&unaddressed, &["name"]), all(&people));
    let halves = text.replace("Cher,", "Che Rilla,").replacen(' ', ",", 1);
    let halves = halves.replace("Bob ", "Bob,").replace("Che ", "Che,");
    let halves = halves.replace("Dan ", "Dan,");
    let people = ["Ada Lovelace", "Bob Hope", "Che Rilla", "Dan Dare"];
    assert_eq!(imported(&halves, &["name"]), all(&people));
}

#[test]
fn without_header_the_addresses_say_which_names_are_the_persons() {
    let text = "Mum Lovelace,Ada,ada@example.org\n\
                Sis Hope,Bob,bob@example.org\n\
                Dig By,Dan,dan@example.org\n";
    assert_eq!(imported(text, &["name"]), all(&["Ada", "Bob", "Dan"]));
}

#[test]
fn without_header_whole_postcodes_are_the_area() {
    let text = "Ada Lovelace,ada@example.org,BB1 1AA\nCher,cher@example.com,e81ab\n";
    let people = ["Ada Lovelace|BB1 1AA", "Cher|e81ab"];
    assert_eq!(imported(text, &["name", "area"]), all(&people));
    let seats = "Ada Lovelace,ada@example.org,A12\nCher,cher@example.com,B7\n";
    assert_eq!(imported(seats, &["area"]), all(&["", ""]));
}

#[test]
fn what_says_nowhere_that_it_is_about_people_is_no_list_of_them() {
    for (text, column) in [
        (
            "10:00,10:30,Opening,Ada Byron\n10:30,11:00,Homes,Bo Cai\n",
            "column 4",
        ),
        ("hello world\nthis is a letter\n", "column 1"),
    ] {
        let hint =
            format!("if it is one, say which column holds the names: --map name=\"{column}\"");
        assert_eq!(refused(text, &[]), Some(hint), "{text}");
        assert_eq!(imported(text, &["name"]).0, [""; 0], "{text}");
        let wishes = [(Field::Name, column.to_string())];
        assert_eq!(refused(text, &wishes), None, "{text}");
    }
    for agenda in [
        "start,end,title,speakers\n10:00,10:30,Opening,Ada Byron\n",
        "Time,Session,Speaker,Room\n10:00,Opening,Ada Byron,Hall\n10:30,Homes,Bo Cai,Hall\n",
    ] {
        assert_eq!(imported(agenda, &["name"]).0, [""; 0], "{agenda}");
    }
}

#[test]
fn names_alone_are_a_list_of_people() {
    for text in [
        "Ada Lovelace\nCher\nBob Hope\n",
        "ada lovelace\nbob hope\ndan dare\n",
        "Ada Lovelace,vegan\nBob Hope,\nMaria de la Cruz,halal\n",
        "Ada,Lovelace\nBob,Hope\nDan,Dare\n",
        "Name\nada\nbob\ndan\n",
    ] {
        assert_eq!(refused(text, &[]), None, "{text}");
        let (people, rejected) = imported(text, &["name"]);
        assert_eq!((people.len(), rejected), (3, 0), "{text}");
    }
}

#[test]
fn short_names_in_the_addresses_tell_people_from_what_they_eat_and_belong_to() {
    let people = ["Ann Lee", "Bo Day", "Cy Fox"];
    for text in [
        "Ann,Lee,ann@example.org,GA,vegan\nBo,Day,bo@example.org,VIP,\nCy,Fox,cy@example.org,GA,nut allergy\n",
        "Leeds Tenants,Ann Lee,ann@example.org\nYork Renters,Bo Day,bo@example.org\nHull Coop,Cy Fox,cy@example.org\n",
    ] {
        assert_eq!(imported(text, &["name"]), all(&people), "{text}");
    }
}

#[test]
fn the_surname_may_stand_without_a_heading_behind_the_first_name() {
    let text = "First name,,Email,Diet\nAnn,Lee,ann@example.org,vegan\nBo,Day,bo@example.org,\n";
    assert_eq!(imported(text, &["name"]), all(&["Ann Lee", "Bo Day"]));
}

#[test]
fn without_header_surnames_of_two_words_stand_behind_the_first_names() {
    let text = "María,García López,p0@example.org,600 123 400\n\
                José Luis,Fernández Ruiz,p1@example.org,600 123 401\n\
                Siân,Wyn Jones,p2@example.org,600 123 402\n\
                Hoa,Trần Thị,p3@example.org,600 123 403\n\
                Fatima,El Amrani,p4@example.org,600 123 404\n\
                Lucía,Romero Díaz,p5@example.org,600 123 405\n\
                Inés,García López,p0@example.org,600 123 400\n";
    let people = [
        "María García López",
        "José Luis Fernández Ruiz",
        "Siân Wyn Jones",
        "Hoa Trần Thị",
        "Fatima El Amrani",
        "Lucía Romero Díaz",
        "Inés García López",
    ];
    assert_eq!(imported(text, &["name"]), all(&people));
    let mut unaddressed = text.to_string();
    for at in 0..6 {
        unaddressed = unaddressed.replace(&format!(",p{at}@example.org"), "");
    }
    assert_eq!(imported(&unaddressed, &["name"]), all(&people));
}

#[test]
fn without_header_a_town_a_nickname_or_a_group_is_no_half_of_a_name() {
    let text = "Leeds,Ann Lee,alee@example.org\n\
                York,Bo Day,bday@example.org\n\
                Hull,Cy Fox,fox@example.org\n\
                Bath,Di Ray,ray@example.org\n\
                Kent,Ed Moss,ed.moss@example.org\n";
    let people = ["Ann Lee", "Bo Day", "Cy Fox", "Di Ray", "Ed Moss"];
    assert_eq!(imported(text, &["name"]), all(&people));
    let nicknames = "Ann,Ann Lee,p1@example.org\nBo,Bo Day,p2@example.org\nCy,Cy Fox,p3@example.org\n\
                     Di,Di Ray,p4@example.org\nTed,Ed Moss,p5@example.org\n";
    assert_eq!(imported(nicknames, &["name"]), all(&people));
    let groups = "Ann,Leeds Tenants,ann@example.org\nBo,York Renters,bo@example.org\n\
                  Cy,Hull Forum,cy@example.org\nDi,Bath Union,di@example.org\nEd,Kent Coop,ed@example.org\n";
    assert_eq!(
        imported(groups, &["name"]),
        all(&["Ann", "Bo", "Cy", "Di", "Ed"])
    );
}

#[test]
fn without_header_what_differs_before_whole_names_is_no_first_name() {
    let names = "Tess Reid,Jack Nash,Ned Webb,Mia Adams,Wen Quirk,Leo Irwin,Cleo Price,Hugh Khan";
    let places = [
        "Leeds,York,Hull,Bradford,Ripon,Selby,Whitby,Skipton",
        "Rovers,Albion,Athletic,Harriers,Wanderers,United,Rangers,Dynamos",
        "Köln,Bonn,Trier,Mainz,Worms,Essen,Hagen,Neuss",
    ];
    for (places, rows) in places.into_iter().flat_map(|one| [(one, 5), (one, 8)]) {
        let contacts = [
            |at: usize| format!(",07700 90010{at}"),
            |at: usize| format!(",sec{at}@example.org"),
            |_: usize| String::new(),
        ];
        for contact in contacts {
            let people = names.split(',').take(rows);
            let row = |(at, (place, name)): (usize, (&str, &str))| {
                format!("{place},{name}{}\n", contact(at))
            };
            let both = places.split(',').zip(people.clone());
            let text: String = both.enumerate().map(row).collect();
            let all: Vec<String> = people.map(String::from).collect();
            assert_eq!(imported(&text, &["name"]), (all, 0), "{text}");
        }
    }
    let long = |at: usize| {
        let place = "Leeds York Hull Bath Kent Ripon Selby Deal Hythe Ely Ryde Wells";
        let place = place.split(' ').nth(at * 5 % 12).unwrap_or_default();
        let family = char::from(b'a' + (at / 8) as u8);
        let name = names.split(',').nth(at % 8).unwrap_or_default();
        (place, format!("{name}{family}"))
    };
    let text: String = (0..90)
        .map(|at| format!("{},{},p{at}@example.org\n", long(at).0, long(at).1))
        .collect();
    let people: Vec<String> = (0..90).map(|at| long(at).1).collect();
    assert_eq!(imported(&text, &["name"]), (people, 0));
}

#[test]
fn without_header_a_doubtful_first_name_is_told() {
    let text = "Leeds,Tess Reid\nYork,Jack Nash\nHull,Ned Webb\nRipon,Mia Adams\nSelby,Wen Quirk\n";
    let tables = read::read("list.csv", text.as_bytes(), &Wishes::default()).expect("it reads");
    let notes = Mapping::find(&tables[0].1, &[], &crate::desk::Desk::new().held()).notes;
    let told = "column 2 is taken for the whole name; if the first name is column 1, say --map first=\"column 1\" --map last=\"column 2\"";
    assert!(notes.iter().any(|note| note == told), "{notes:?}");
}

#[test]
fn without_header_addresses_tell_surnames_of_two_words() {
    let names = "Siân,Wyn Lloyd;Bo,Day Fox;Cy,Moss Lee;Di,Ray Poe;Ed,Khan Rao;Flo,Berg Wei";
    let row = |name: &str| {
        let mailbox = name
            .replace([',', ' '], ".")
            .replace('â', "a")
            .to_lowercase();
        format!("{name},{mailbox}@example.org\n")
    };
    let text: String = names.split(';').map(row).collect();
    let people = names.split(';').map(|name| name.replace(',', " "));
    assert_eq!(imported(&text, &["name"]), (people.collect(), 0));
}

#[test]
fn without_header_first_names_that_many_share_are_still_half_of_a_name() {
    let given = "Ann Bo Cy Di Ed Flo Gus Hal Ida Jo Kit Lou Mo Ned";
    let families = "Lee Day Fox Ray Moss Khan Poe Rao Berg Wei Low Hope Byron Cai Dare Ox Ali";
    for ending in ["", " Gil", " Sanz"] {
        let (mut text, mut people) = (String::new(), Vec::new());
        for (at, family) in families.split(' ').cycle().take(90).enumerate() {
            let first = given.split(' ').nth(at * 5 / 17 % 14).unwrap_or_default();
            text += &format!("{first},{family}{ending},p{at}@example.org,Leeds\n");
            people.push(format!("{first} {family}{ending}"));
        }
        assert_eq!(imported(&text, &["name"]), (people, 0), "{ending}");
    }
}

#[test]
fn without_header_the_numbers_before_the_names_may_stand_in_any_order() {
    let names = ["Ann Lee", "Bo Day", "Cy de la Cruz", "Di Ray", "Ed Ray"];
    for numbers in [[1, 2, 3, 3, 4], [5, 4, 3, 2, 1], [3, 1, 2, 5, 4], [1; 5]] {
        let row = |(number, name): (usize, &str)| {
            let reach = name.replace("Ed", "Di").replace(' ', ".");
            format!("{number}. {name},07700 900123,{reach}@example.org\n")
        };
        let text: String = numbers.into_iter().zip(names).map(row).collect();
        assert_eq!(imported(&text, &["name"]), all(&names), "{text}");
    }
    let answers = "1) Yes\n2) No\n1) Yes\n2) No\n";
    assert_eq!(imported(answers, &["name"]).0, [""; 0]);
}

#[test]
fn without_header_the_first_row_is_somebody_whatever_stands_beside_the_address() {
    let rows =
        "Tom Carey,tom@example.org,ok\nDan Doyle,dan@example.org,\nAnn Bell,ann@example.org,ok\n";
    let people = ["Ned Frost", "Tom Carey", "Dan Doyle", "Ann Bell"];
    for cell in [
        "ned@example.org (work)",
        "ned@example.org (mobile)",
        "ned@example.org 07700 900555",
        "ned@example.org or 07700 900555",
        "ned at example.org",
        "ned (at) example.org",
        "write to ned@example.org",
        "\"ned@example.org\nat work\"",
    ] {
        let text = format!("Ned Frost,{cell},ok\n{rows}");
        assert_eq!(imported(&text, &["name"]), all(&people), "{text}");
    }
    // A label may have an address as an example.
    for label in [
        "Email (e.g. jo@example.org)",
        "Adresse (z. B. jo@example.org)",
        "Mail: jo at example.org",
    ] {
        for name in ["Name", "Wer"] {
            let text = format!("{name},{label},Fine\n{rows}");
            assert_eq!(imported(&text, &["name"]), all(&people[1..]), "{text}");
        }
    }
    // And so may anything among labels.
    for label in [
        "Please send to ned@example.org",
        "eg ned@example.org",
        "Where can we reach you? e.g. ned@example.org",
    ] {
        for (name, last) in [("Name", "Phone"), ("Nom", "Téléphone"), ("Name", "Fine")] {
            let text = format!("{name},{label},{last}\n{rows}");
            assert_eq!(imported(&text, &["name"]), all(&people[1..]), "{text}");
        }
    }
}

#[test]
fn nobody_comes_out_of_a_list_of_those_who_do_not_beside_names_with_guests() {
    for guests in [" and 2 kids", " x2", " - 2 places"] {
        for (yes, no) in [
            ("Coming", "Not coming"),
            ("Yes", "No"),
            ("Zusagen", "Absagen"),
            ("Coming", "Apologies"),
        ] {
            for remark in ["", " (ill)"] {
                let text = format!(
                    "{yes},{no}\nAnn Lee,Cy Poe{remark}\nBo May,Di Fox\nEd Ray{guests},Flo Gray\n"
                );
                assert!(refused(&text, &[]).is_some(), "{text}");
            }
        }
    }
    for text in [
        "Ann Lee,Cy Poe\nBo May,Di Fox\nEd Ray,Flo Gray\n",
        "Coming,Not coming\nAnn Lee,Cy Poe (ill)\nBo May,Di Fox\nEd Ray,Flo Gray\n",
    ] {
        assert_eq!(refused(text, &[]), None, "{text}");
    }
}
