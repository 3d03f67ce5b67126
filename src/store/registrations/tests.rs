use std::fs;

use super::*;
use crate::store::Mode;

const LIST: &str = "\u{feff}T-shirt;name;code;email;status\r\nL;\"Ada; B.\";krt-mwxb;ada@example.org;confirmed\r\n\r\n\"M\";'Bo';bcd-fghj;bo@example.org\r\n;Cy;xyz-wvts;;";

fn folder(list: &str) -> (tempfile::TempDir, Folder) {
    let root = tempfile::tempdir().expect("a folder");
    fs::write(root.path().join("event.toml"), "").expect("a file");
    fs::write(root.path().join(FILE), list).expect("a file");
    let folder = Folder::at(root.path()).expect("an event folder");
    (root, folder)
}

fn content(folder: &Folder) -> String {
    fs::read_to_string(folder.path(FILE)).expect("the list")
}

#[test]
fn only_the_cells_that_changed_differ() {
    let (_root, folder) = folder(LIST);
    let changed =
        folder
            .edit(Mode::Real)
            .expect("the lock")
            .registrations(History::WhenAsked, |list, _| {
                list.find_mut("BCD FGHJ")?.set("status", "cancelled");
                let mut new = list.blank();
                new.set("code", "new-mbrs");
                new.set("name", "Di; \"D\"");
                list.push(new);
                Ok(((), Chronicle::default()))
            });
    assert_eq!(changed, Ok(()));
    let expected = LIST.replace("bo@example.org", "bo@example.org;cancelled")
        + "\r\n;\"Di; \"\"D\"\"\";new-mbrs;;\r\n";
    assert_eq!(content(&folder), expected);
}

#[test]
fn a_column_is_added_when_it_gets_a_value() {
    let (_root, folder) = folder("code,name\nkrt-mwxb,Ada\nbcd-fghj,Bo\n");
    let add = |list: &mut Registrations, _: &Happened| {
        list.find_mut("krt-mwxb")?.set("diet", "vegan");
        Ok(((), Chronicle::default()))
    };
    folder
        .edit(Mode::Real)
        .expect("the lock")
        .registrations(History::WhenAsked, add)
        .expect("saved");
    assert_eq!(
        content(&folder),
        "code,name,diet\nkrt-mwxb,Ada,vegan\nbcd-fghj,Bo\n"
    );
}

#[test]
fn a_change_that_would_drop_people_is_refused() {
    let (_root, folder) = folder(LIST);
    let drop_all = |list: &mut Registrations, _: &Happened| {
        *list = Registrations::default();
        Ok(((), Chronicle::default()))
    };
    let error = folder
        .edit(Mode::Real)
        .expect("the lock")
        .registrations(History::WhenAsked, drop_all)
        .expect_err("refused");
    assert_eq!(
        error.to_string(),
        "this change would drop 3 of 3 people from registrations.csv, so it was not made"
    );
    assert_eq!(content(&folder), LIST);
}

#[test]
fn a_list_that_was_emptied_or_lost_is_no_empty_list() {
    let (_root, folder) = folder("\u{feff}\n");
    assert_eq!(
        folder.registrations().expect_err("blank").to_string(),
        "`registrations.csv` is there but blank"
    );
    fs::remove_file(folder.path(FILE)).expect("removed");
    assert_eq!(folder.registrations().map(|list| list.len()), Ok(0));
    let journal = "time,state,kind,person,revision,message_id,server,boot,reply\nx,accepted,confirmation,krt-mwxb,1,,,,\n";
    fs::write(folder.path("mail.csv"), journal).expect("a journal");
    let add = |list: &mut Registrations, _: &Happened| {
        list.push(list.blank());
        Ok(((), Chronicle::default()))
    };
    let error = folder
        .edit(Mode::Real)
        .expect("the lock")
        .registrations(History::WhenAsked, add)
        .expect_err("gone");
    assert_eq!(
        error.to_string(),
        "`registrations.csv` is gone, but `mail.csv` says that people were written to"
    );
}

#[test]
fn a_dry_run_writes_nothing() {
    let (root, folder) = folder(LIST);
    let turn = |list: &mut Registrations, _: &Happened| {
        list.find_mut("krt-mwxb")?.set("status", "waiting");
        Ok((list.len(), Chronicle::default()))
    };
    assert_eq!(
        folder
            .edit(Mode::DryRun)
            .expect("no lock")
            .registrations(History::WhenAsked, turn),
        Ok(3)
    );
    assert_eq!(content(&folder), LIST);
    assert!(!root.path().join(".plenary").exists());
}

#[test]
fn an_operation_is_applied_again_to_what_somebody_saved_meanwhile() {
    let (_root, folder) = folder("code,name\nkrt-mwxb,Ada\n");
    let path = folder.path(FILE);
    let mut first = true;
    let turn = |list: &mut Registrations, _: &Happened| {
        if std::mem::take(&mut first) {
            fs::write(&path, "code,name\nkrt-mwxb,Ada\nbcd-fghj,Bo\n").expect("a hand edit");
        }
        list.find_mut("krt-mwxb")?.set("name", "Ada B.");
        Ok(((), Chronicle::default()))
    };
    folder
        .edit(Mode::Real)
        .expect("the lock")
        .registrations(History::WhenAsked, turn)
        .expect("saved");
    assert_eq!(
        content(&folder),
        "code,name\nkrt-mwxb,Ada B.\nbcd-fghj,Bo\n"
    );
}

#[test]
fn a_quote_that_swallows_a_person_is_an_error() {
    let (_root, folder) = folder("code,name,note\nkrt-mwxb,Ada,\"oops\nbcd-fghj,Bo,b\"\n");
    let error = folder.registrations().expect_err("Bo is gone");
    assert_eq!(
        error.to_string(),
        "a quote in this row swallows line 3, which looks like another person"
    );
    let (_root, folder) = self::folder("code,name,note\nkrt-mwxb,Ada,\"two\nlines\"\n");
    assert_eq!(folder.registrations().map(|list| list.len()), Ok(1));
}
