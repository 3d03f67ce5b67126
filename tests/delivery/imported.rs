//! An import that is killed or that the disk fails: the next import of the same file ends where the first would have.

use crate::calls::WRITING;
use crate::event::{Event, crowd};
use crate::program::Seen;
use crate::strace::Strace;

const IMPORT: &str = "import new.csv";

/// An event with three people, and a file with a change to each of two of them, a refund, two who are new and a row that
/// is nobody.
fn scene() -> Event {
    let event = Event::of(&crowd(3));
    event.write(
        "new.csv",
        "Name,Email,Town,Status\n\
         Person 0,person0@example.org,York,Paid\n\
         Person 1,person1@example.org,,Refunded\n\
         Newcomer,new@example.org,Hull,Paid\n\
         Friend,new@example.org,,Paid\n\
         ,,Leeds,Paid\n",
    );
    event
}

/// The list without the codes, which are drawn; they must differ.
fn people(event: &Event) -> Vec<String> {
    let text = event.text("registrations.csv");
    let mut codes: Vec<&str> = text
        .lines()
        .filter_map(|line| line.split(',').next())
        .collect();
    codes.sort_unstable();
    let count = codes.len();
    codes.dedup();
    assert_eq!(codes.len(), count, "{text}");
    let rest = |line: &str| line.split_once(',').map(|(_, rest)| rest.to_owned());
    text.lines().filter_map(rest).collect()
}

/// What everybody is to be in the end.
fn whole() -> Vec<String> {
    let event = scene();
    assert_eq!(event.run(IMPORT).exit, Some(1));
    people(&event)
}

/// Imports the file again, and a third time.
fn check_again(event: &Event, whole: &[String], what: &str) {
    let again = event.run(IMPORT);
    assert_eq!(again.exit, Some(1), "{what}: {again:?}");
    assert_eq!(people(event), whole, "{what}");
    let third = event.run(IMPORT);
    let unchanged = "new.csv: 5 rows = 4 unchanged + 1 rejected";
    assert!(third.answer.starts_with(unchanged), "{what}: {third:?}");
    assert_eq!(people(event), whole, "{what}");
    // The history tells of everybody who is new, and of nobody twice.
    let history = event.text("history.csv");
    let text = event.text("registrations.csv");
    let new = text.lines().filter(|line| line.contains("new@example.org"));
    for code in new.filter_map(|line| line.split(',').next()) {
        let added = format!(",{code},added,");
        assert_eq!(history.matches(&added).count(), 1, "{what}: {history}");
    }
    // The other three stood in the list before there was a history.
    assert_eq!(history.matches(",added,").count(), 5, "{what}: {history}");
}

#[test]
fn killed_at_each_system_call_of_an_import_the_next_one_completes_it() {
    let Some(strace) = Strace::find() else { return };
    let whole = whole();
    let mut kills = 0;
    for call in WRITING {
        for nth in 1..100 {
            let event = scene();
            let inject = format!("inject=?{call}:signal=KILL:when={nth}");
            if strace.inject(&event, &inject, IMPORT).exit.is_some() {
                break;
            }
            kills += 1;
            check_again(&event, &whole, &format!("killed at {call} {nth}"));
        }
    }
    assert!(kills > 60, "{kills} kills");
}

#[test]
fn what_fails_on_the_disk_says_whether_people_are_saved() {
    let Some(strace) = Strace::find() else { return };
    let whole = whole();
    for (call, cause) in [("fsync", "EIO"), ("write", "ENOSPC"), ("rename", "EIO")] {
        for nth in 1..100 {
            let event = scene();
            let before = people(&event);
            let inject = format!("inject={call}:error={cause}:when={nth}");
            let Seen { remarks, exit, .. } = strace.inject(&event, &inject, IMPORT);
            let after = people(&event);
            let what = format!("{call} {nth}: {remarks}");
            if remarks.contains("nothing was changed") {
                assert_eq!((exit, &after), (Some(2), &before), "{what}");
            } else if remarks.contains("the change is in place") {
                // Which change that is, of those before and behind the list, is not said.
                assert!(after == before || after == whole, "{what}");
            } else {
                assert_eq!(after, whole, "{what}");
            }
            if exit == Some(1) && !remarks.contains("error") {
                break;
            }
            check_again(&event, &whole, &what);
        }
    }
}

#[test]
fn a_file_that_says_nothing_new_moves_up_who_waits_and_leaves_alone_what_was_changed_by_hand() {
    let event = Event::of(&crowd(0));
    let raise = |places: &str| {
        let text = event.text("event.toml");
        let before = text.split("\n[registration]").next().unwrap_or_default();
        let places = format!("{before}\n[registration]\ncapacity = {places}\n");
        event.write("event.toml", &places);
    };
    raise("1");
    event.write(
        "two.csv",
        "Name,Email\nAda,ada@example.org\nBo,bo@example.org\n",
    );
    assert_eq!(event.run("import two.csv").exit, Some(0));
    raise("2");
    let again = event.run("import two.csv");
    assert!(
        again.remarks.contains("moves up from the waiting list"),
        "{again:?}"
    );
    // Nobody waits now: nothing is read that is not needed, and nothing is written.
    let list = event.text("registrations.csv");
    let edited = list.replace("Ada", "Ada Byron");
    assert_ne!(list, edited);
    event.write("registrations.csv", &edited);
    let history = event.text("history.csv");
    let third = event.run("import two.csv");
    assert!(
        third.answer.starts_with("two.csv: 2 rows = 2 unchanged"),
        "{third:?}"
    );
    assert_eq!(event.text("registrations.csv"), edited);
    assert_eq!(event.text("history.csv"), history);
}

#[test]
fn an_export_of_the_list_is_no_news_for_it() {
    let event = Event::of(&crowd(3));
    assert_eq!(event.run("registration export -o own.csv").exit, Some(0));
    let before = event.read("registrations.csv");
    let expected = "error: `own.csv` is an export of this very list: 3 of its 3 codes stand in registrations.csv\n\
                    hint: to change people, edit registrations.csv or use `plenary registration edit`; to bring it in as new \
                    answers all the same, take its column `code` out\n";
    assert_eq!(event.run("import own.csv"), Seen::remarks(2, expected));
    assert_eq!(event.read("registrations.csv"), before);
    // The list of another event is one like any other.
    let other = event.text("own.csv").replace("krt-", "wkd-");
    event.write("other.csv", &other.replace("Person", "Somebody"));
    assert_eq!(event.run("import other.csv").exit, Some(0));
}
