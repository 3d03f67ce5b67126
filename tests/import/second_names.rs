//! Names in the middle and second family names in columns of their own: they are part of the name, and whoever was known
//! without them is the same.

use crate::desk::Desk;
use crate::updates::{import, verdicts};

/// Everybody's name in the order of the list after the import of some files, each of which changes nothing when it comes in
/// once more.
fn names(files: &[&str]) -> Vec<String> {
    let mut desk = Desk::new();
    for file in files {
        import(&mut desk, file);
        let before = desk.everything();
        let again = import(&mut desk, file);
        assert!(!again.changed, "{file}");
        assert_eq!(desk.everything(), before, "{file}");
    }
    desk.list.iter().map(|one| one.name().to_string()).collect()
}

#[test]
fn a_name_is_all_that_stands_in_its_columns() {
    for header in [
        "Nombre,Primer apellido,Segundo apellido",
        "Nombre,Apellido paterno,Apellido materno",
        "Nombre,Apellido 1,Apellido 2",
        "Nombre,1er apellido,2º apellido",
        "Nombre,Apellido,Segundo apellido",
        "First name,First surname,Second surname",
        "Given name,Surname 1,Surname 2",
        "Your first name,Your first last name,Your second last name",
        "First name,Middle name,Last name",
        "First Name,Middle Names,Surname",
        "First name,Middle initial,Last name",
        "First name,Second name,Surname",
        "Prénom,Second prénom,Nom",
        "Prénom,Deuxième prénom,Nom de famille",
        "Vorname,Zweiter Vorname,Nachname",
        "Imię,Drugie imię,Nazwisko",
        "Primer nombre,Segundo nombre,Apellidos",
        "Enw cyntaf,Enw canol,Cyfenw",
        "Pehla naam,Darmiyani naam,Aakhri naam",
    ] {
        let list = format!(
            "{header},Email\nAna,Garcia,Lopez,fam@example.org\nAna,Garcia,Ruiz,fam@example.org\n\
             Bo,Cane,,bo@example.org\n"
        );
        let middle = format!(
            "{header},Email\nAna,Lopez,Garcia,fam@example.org\nAna,Ruiz,Garcia,fam@example.org\n\
             Bo,,Cane,bo@example.org\n"
        );
        let is_family = header.contains("pellido p")
            || header.contains("pellido,")
            || header.contains("pellido 1")
            || header.contains("surname,")
            || header.contains("Surname 1")
            || header.contains("first last name");
        let (list, expected) = match is_family {
            true => (list, ["Ana Garcia Lopez", "Ana Garcia Ruiz", "Bo Cane"]),
            false => (middle, ["Ana Lopez Garcia", "Ana Ruiz Garcia", "Bo Cane"]),
        };
        assert_eq!(names(&[&list]), expected, "{header}");
    }
    let turned = "Segundo apellido,Primer apellido,Segundo nombre,Nombre,Email\nLópez,García,Inés,Ana,a@example.org\n";
    assert_eq!(names(&[turned]), ["Ana Inés García López"]);
}

#[test]
fn what_is_no_such_name_or_stands_there_already_is_not_added() {
    let middle = "First name,Middle name,Last name,Email\nAnn,N/A,Lee,ann@example.org\nBo,None,Cane,bo@example.org\n\
                  Cy,-,Poe,cy@example.org\nDi A.,A.,Fox,di@example.org\nEd,Hay,Hay,ed@example.org\nFay,x,Orr,fay@example.org\n\
                  Gus,No,Ivo,gus@example.org\nHal Roy Kay,Roy,Kay,hal@example.org\nIda Moor,May,Moor,ida@example.org\n";
    let expected = [
        "Ann Lee",
        "Bo Cane",
        "Cy Poe",
        "Di A. Fox",
        "Ed Hay",
        "Fay Orr",
        "Gus Ivo",
        "Hal Roy Kay",
        "Ida May Moor",
    ];
    assert_eq!(names(&[middle]), expected);
    let second = "Nombre,Primer apellido,Segundo apellido,Email\nAna,García,García,ana@example.org\n\
                  Eva,Ruiz,Ruiz Gil,eva@example.org\nAnn,Lee,no tiene,ann@example.org\nBo,Cane,.,bo@example.org\n\
                  Ema,Gil Sanz,Sanz,ema@example.org\n";
    let expected = [
        "Ana García García",
        "Eva Ruiz Gil",
        "Ann Lee",
        "Bo Cane",
        "Ema Gil Sanz",
    ];
    assert_eq!(names(&[second]), expected);
}

#[test]
fn other_columns_that_sound_like_it_are_no_part_of_the_name() {
    for (header, row) in [
        ("First name,Last name,Maiden name", "Ann,Lee,Fox"),
        ("First name,Last name,Second name", "Ann,Lee,Fox"),
        ("First name,Last name,Emergency middle name", "Ann,Lee,Fox"),
        ("First name,Last name,Town,Middle name", "Ann,Lee,Leeds,Fox"),
        ("First name,Last name,Second person", "Ann,Lee,Bo Fox"),
        (
            "First name,Last name,Second surname of your child",
            "Ann,Lee,Fox",
        ),
        ("First name,Last name,Middle", "Ann,Lee,12"),
        ("Name,Middle name", "Ann Lee,Fox"),
        ("First name,Surname,Second guest surname", "Ann,Lee,Fox"),
        ("Vorname,Nachname,Geburtsname", "Ann,Lee,Fox"),
    ] {
        let list = format!("{header},Email\n{row},ann@example.org\n");
        assert_eq!(names(&[&list]), ["Ann Lee"], "{header}");
    }
}

#[test]
fn whoever_was_known_by_the_shorter_name_is_the_same_whichever_list_comes_first() {
    for (short, long, expected) in [
        (
            "Nombre,Apellido,Email\nAna,García,fam@example.org\n",
            "Nombre,Primer apellido,Segundo apellido,Email\nAna,García,López,fam@example.org\n",
            "Ana García López",
        ),
        (
            "Name,Email\nJohn Smith,fam@example.org\n",
            "First name,Middle name,Last name,Email\nJohn,A.,Smith,fam@example.org\n",
            "John A. Smith",
        ),
        (
            "Nombre,Primer apellido,Segundo apellido,Email\nAna,García,,fam@example.org\n",
            "Nombre,Primer apellido,Segundo apellido,Email\nAna,García,García,fam@example.org\n",
            "Ana García García",
        ),
        (
            "Nombre,Primer apellido,Email\nEva,Ruiz,fam@example.org\n",
            "Nombre,Primer apellido,Segundo apellido,Email\nEva,Ruiz,Ruiz Gil,fam@example.org\n",
            "Eva Ruiz Gil",
        ),
    ] {
        assert_eq!(names(&[short, long]), [expected]);
        assert_eq!(names(&[long, short]), [expected]);
        assert_eq!(names(&[short, long, short, long]), [expected]);
    }
}

#[test]
fn where_several_may_be_whoever_was_known_by_the_shorter_name_all_stay_apart() {
    let short = "First name,Last name,Email\nJohn,Smith,fam@example.org\n";
    let long = "First name,Middle name,Last name,Email\nJohn,A.,Smith,fam@example.org\nJohn,B.,Smith,fam@example.org\n";
    let mut all = names(&[short, long]);
    all.sort();
    assert_eq!(all, ["John A. Smith", "John B. Smith", "John Smith"]);
    let mut turned = names(&[long, short]);
    turned.sort();
    assert_eq!(turned, all);
    let mut desk = Desk::new();
    import(&mut desk, short);
    let report = import(&mut desk, long);
    assert_eq!(verdicts(&report), ["added", "added"]);
    let maybe = |row: usize| {
        let detail = report.rows[row].detail.as_ref();
        detail.map_or(Vec::new(), |detail| detail.maybe.clone())
    };
    assert_eq!((maybe(0), maybe(1)), (vec![0], vec![0, 1]));
}

#[test]
fn who_has_a_row_of_their_own_or_another_such_name_is_nobody_elses() {
    let header = "First name,Middle name,Last name,Email";
    let father = format!("{header}\nJohn,,Smith,fam@example.org\n");
    let both = format!("{header}\nJohn,A.,Smith,fam@example.org\nJohn,,Smith,fam@example.org\n");
    assert_eq!(names(&[&father, &both]), ["John Smith", "John A. Smith"]);
    assert_eq!(names(&[&both]), ["John A. Smith", "John Smith"]);
    let first = format!("{header}\nJohn,A.,Smith,fam@example.org\n");
    assert_eq!(names(&[&first, &both]), ["John A. Smith", "John Smith"]);
    let other = format!("{header}\nJohn,B.,Smith,fam@example.org\n");
    let short = "Name,Email\nJohn Smith,fam@example.org\n";
    let expected = ["John A. Smith", "John B. Smith"];
    assert_eq!(names(&[&first, &other]), expected);
    assert_eq!(names(&[short, &first, &other]), expected);
    let elsewhere = format!("{header}\nJohn,A.,Smith,john@example.org\n");
    assert_eq!(names(&[short, &elsewhere]), ["John Smith", "John A. Smith"]);
    let lee = format!("{header}\nAnn,A.,Lee,fam@example.org\n");
    assert_eq!(names(&[short, &lee]), ["John Smith", "Ann A. Lee"]);
}
