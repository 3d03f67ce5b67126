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
