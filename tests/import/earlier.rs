//! An earlier export that is imported again, be it as it was or with something new in it: it turns nothing back.

use crate::desk::Desk;
use crate::updates::{import, value, verdicts};
use plenary::import::{Change, Detail, Report};

const HEAD: &str = "Order #,Order Date,First Name,Surname,Email,Attendee #,Attendee Status,Cell Phone,Dietary requirements,Can we send you updates?\n";

/// What the source said first.
fn first() -> String {
    format!(
        "{HEAD}\
        8011,2024-02-03 12:11:10+00:00,Cara,Jones,cara@example.com,1401,Attending,07700 900113,vegetarian,Yes\n\
        8012,2024-02-03 12:12:10+00:00,Dev,Patel,dev@example.com,1402,Attending,07700 900114,,No\n\
        8013,2024-02-03 12:13:10+00:00,Tess,Example,tess@example.com,1403,Attending,,,\n"
    )
}

const ELIN: &str =
    "8014,2024-02-09 12:13:10+00:00,Elin,Evans,elin@example.com,1404,Attending,07700 900117,,\n";

/// What it said later.
fn second() -> String {
    first()
        .replace("900113,vegetarian,Yes", "900999,nut allergy,No")
        .replace("1402,Attending", "1402,Not Attending")
        + ELIN
}

/// A desk that knows both.
fn desk() -> Desk {
    let mut desk = Desk::new();
    import(&mut desk, &first());
    import(&mut desk, &second());
    desk
}

/// What stands in the list, a line for each person.
fn people(desk: &Desk) -> Vec<String> {
    let columns = ["name", "phone", "status", "updates", "diet"];
    let one = |one: &plenary::model::Registration| columns.map(|column| one.get(column)).join(",");
    desk.list.iter().map(one).collect()
}

const NEWEST: [&str; 4] = [
    "Cara Jones,07700 900999,confirmed,no,nut allergy",
    "Dev Patel,07700 900114,cancelled,no,",
    "Tess Example,,confirmed,,",
    "Elin Evans,07700 900117,confirmed,,",
];

/// What was set aside, a line for each row.
pub(crate) fn set_aside(report: &Report) -> Vec<String> {
    told(report, |detail| &detail.outdated)
}

/// Which yes was not taken, a line for each row.
fn refused(report: &Report) -> Vec<String> {
    told(report, |detail| &detail.refused)
}

fn told(report: &Report, of: impl Fn(&Detail) -> &Vec<Change>) -> Vec<String> {
    let rows = report.rows.iter().filter_map(|row| {
        let told = of(row.detail.as_ref()?).iter();
        let told = told.map(|one| format!("{}: {} {}", one.column, one.old, one.new));
        let told: Vec<String> = told.collect();
        (!told.is_empty()).then(|| format!("{} {}", row.line, told.join(", ")))
    });
    rows.collect()
}

const OLD_ANSWERS: [&str; 2] = [
    "2 phone: 07700 900999 07700 900113, diet: nut allergy vegetarian, updates: no yes",
    "3 status: cancelled coming",
];

#[test]
fn an_earlier_export_that_a_spreadsheet_has_saved_says_nothing_new() {
    let saved = first()
        .replace("2024-02-03 12:11:10+00:00", "03/02/2024 12:11")
        .replace("2024-02-03 12:12:10+00:00", "03/02/2024 12:12")
        .replace("2024-02-03 12:13:10+00:00", "03/02/2024 12:13")
        .replace("07700 900", "7700900");
    let mut desk = desk();
    let report = import(&mut desk, &saved);
    assert_eq!(verdicts(&report), ["unchanged", "unchanged", "unchanged"]);
    let old = OLD_ANSWERS.map(|line| line.replace("07700 900113", "7700900113"));
    assert_eq!(set_aside(&report), old);
    assert_eq!(people(&desk), NEWEST);
    assert!(!report.changed);
}

#[test]
fn a_newest_export_that_a_spreadsheet_has_saved_spoils_no_number() {
    let mut desk = desk();
    let saved = second().replace("07700 900", "7700900");
    let report = import(&mut desk, &saved);
    assert!(!report.changed);
    assert_eq!(people(&desk), NEWEST);
    let report = import(&mut desk, &second().replace("07700 900", "07700900"));
    assert!(!report.changed, "other marks between the digits");
}

#[test]
fn an_earlier_export_with_something_new_in_it_brings_in_that_and_turns_nothing_back() {
    let more = |line: &str| first() + line;
    let fay =
        "8020,2024-02-03 12:14:10+00:00,Fay,Fox,fay@example.com,1420,Attending,07700 900555,,\n";
    let table = |answer: &str| {
        let old = first();
        let rows = old.lines().zip(["Table", answer, "", ""]);
        rows.map(|(row, answer)| format!("{row},{answer}\n"))
            .collect::<String>()
    };
    let mut newest: Vec<String> = NEWEST.map(String::from).to_vec();
    newest.push("Fay Fox,07700 900555,confirmed,,".to_string());
    let (with_fay, as_before) = (newest.clone(), NEWEST.map(String::from).to_vec());
    let mended: Vec<String> = as_before
        .iter()
        .map(|one| one.replace("Tess Example", "Tess Exemplar"))
        .collect();
    for (file, told, expected) in [
        (
            more(fay),
            ["unchanged", "unchanged", "unchanged", "added"].as_slice(),
            &with_fay,
        ),
        (
            table("5"),
            &["updated", "unchanged", "unchanged"],
            &as_before,
        ),
        (
            first().replace("Tess,Example", "Tess,Exemplar"),
            &["unchanged", "unchanged", "updated"],
            &mended,
        ),
    ] {
        let mut desk = desk();
        let report = import(&mut desk, &file);
        assert_eq!(verdicts(&report), told, "{file}");
        assert_eq!(set_aside(&report), OLD_ANSWERS, "{file}");
        assert_eq!(&people(&desk), expected, "{file}");
        assert!(report.is_earlier, "{file}");
        let again = import(&mut desk, &file);
        assert!(!again.changed, "{file}");
        assert_eq!(set_aside(&again), OLD_ANSWERS, "{file}");
    }
}

#[test]
fn whoever_was_taken_out_of_the_list_and_comes_again_is_no_news() {
    let mut desk = desk();
    let tess = desk
        .list
        .iter()
        .position(|one| one.name() == "Tess Example");
    desk.list.remove(tess.expect("she is there"));
    let report = import(&mut desk, &first());
    assert_eq!(verdicts(&report), ["unchanged", "unchanged", "added"]);
    assert_eq!(set_aside(&report), OLD_ANSWERS);
    let mut all = NEWEST;
    all[2..].reverse();
    assert_eq!(people(&desk), all);
}

/// A list with ids and no times.
fn listed(rows: &[&str]) -> String {
    let head = "Attendee #,First Name,Surname,Email,Attendee Status,Cell Phone,Dietary requirements,Can we send you updates?\n";
    let rows = rows.iter().map(|row| format!("{row}\n"));
    std::iter::once(head.to_string()).chain(rows).collect()
}

const ADA: &str = "1,Ada,Byron,ada@example.org,Attending,,vegan,Yes";
const BO: &str = "2,Bo,Peep,bo@example.org,Attending,,,";
const CY: &str = "3,Cy,Poe,cy@example.org,Attending,,,";

#[test]
fn an_answer_that_was_changed_and_changed_back_comes_in_with_a_newer_export() {
    let other = ADA.replace("vegan", "halal");
    for (second, third) in [
        (listed(&[&other]), listed(&[ADA, BO])),
        (listed(&[&other, BO]), listed(&[ADA, BO, CY])),
    ] {
        let mut desk = Desk::new();
        import(&mut desk, &listed(&[ADA]));
        import(&mut desk, &second);
        assert_eq!(value(&desk, "Ada Byron", "diet"), "halal");
        let report = import(&mut desk, &third);
        assert_eq!(verdicts(&report)[0], "updated");
        assert_eq!(value(&desk, "Ada Byron", "diet"), "vegan");
        assert!(!report.is_earlier);
    }
}

#[test]
fn a_yes_to_which_somebody_has_said_no_since_never_comes_back_by_itself() {
    let mut desk = Desk::new();
    import(&mut desk, &listed(&[ADA]));
    import(
        &mut desk,
        &listed(&[&ADA.replace("Yes", "No").replace("vegan", "halal"), BO]),
    );
    let newer = listed(&[ADA, BO, CY]);
    let report = import(&mut desk, &newer);
    assert_eq!(refused(&report), ["2 updates: no yes"]);
    assert_eq!(value(&desk, "Ada Byron", "updates"), "no");
    assert_eq!(value(&desk, "Ada Byron", "diet"), "vegan");
    let again = import(&mut desk, &newer);
    assert!(!again.changed);
    assert_eq!(set_aside(&again), ["2 updates: no yes"]);
}

#[test]
fn an_earlier_list_without_times_and_ids_turns_nothing_back() {
    let list = |ada: &str, more: &str| {
        format!("Name,Email,Phone,Newsletter,Table\nAda Byron,ada@example.org,{ada}\n{more}")
    };
    let mut desk = Desk::new();
    import(&mut desk, &list("020 7946 0001,Yes,", ""));
    import(
        &mut desk,
        &list("020 7946 0002,No,", "Bo Peep,bo@example.org,,,\n"),
    );
    let again = list("020 7946 0001,Yes,5", "");
    let report = import(&mut desk, &again);
    assert_eq!(value(&desk, "Ada Byron", "phone"), "020 7946 0002");
    assert_eq!(value(&desk, "Ada Byron", "updates"), "no");
    assert_eq!(value(&desk, "Ada Byron", "Table"), "5");
    assert_eq!(
        set_aside(&report),
        ["2 phone: 020 7946 0002 020 7946 0001, updates: no yes"]
    );
    assert!(!import(&mut desk, &again).changed);
}

#[test]
fn a_yes_in_a_list_without_times_after_a_dated_no_is_told() {
    let mut desk = Desk::new();
    import(
        &mut desk,
        "Timestamp,Email Address,Your name,Can we send you updates?\n2024/02/13 9:15:22 AM GMT,ada@example.org,Ada Byron,No\n",
    );
    let report = import(
        &mut desk,
        "Name,E-mail,Can we send you updates?\nAda Byron,ada@example.org,Yes\n",
    );
    assert_eq!(refused(&report), ["2 updates: no yes"]);
    assert_eq!(value(&desk, "Ada Byron", "updates"), "no");
}

/// A list with neither times nor ids.
pub(crate) fn kept_by_hand(rows: &[&str]) -> String {
    let rows = rows.iter().map(|row| format!("{row}\n"));
    let head = "Name,Email,Phone,Status,Newsletter\n".to_string();
    std::iter::once(head).chain(rows).collect()
}

pub(crate) const JO: &str = "Jo Day,jo@example.org,07700900001,Confirmed,No";
pub(crate) const AL: &str = "Al Ray,al@example.org,07700900002,Confirmed,No";
pub(crate) const DEE: &str = "Dee Fox,dee@example.org,07700900004,Confirmed,No";

#[test]
fn whoever_cancelled_since_is_not_brought_back_by_an_earlier_list_nor_by_the_same_once_more() {
    let cancelled = JO.replace("Confirmed", "Cancelled");
    let (eli, moved) = (
        DEE.replace("Dee Fox,dee", "Eli Gee,eli"),
        JO.replace("0001", "0009"),
    );
    for (third, verdicts_then) in [
        ([JO, AL, &eli], ["unchanged", "unchanged", "added"]),
        ([&moved, AL, ""], ["updated", "unchanged", "blank"]),
    ] {
        let mut desk = Desk::new();
        import(&mut desk, &kept_by_hand(&[JO, AL]));
        import(&mut desk, &kept_by_hand(&[&cancelled, AL, DEE]));
        let third = kept_by_hand(&third);
        let report = import(&mut desk, &third);
        assert!(report.is_earlier);
        let then: Vec<&str> = verdicts_then.into_iter().take(report.rows.len()).collect();
        assert_eq!(verdicts(&report), then);
        assert_eq!(value(&desk, "Jo Day", "status"), "cancelled");
        assert_eq!(set_aside(&report), ["2 status: cancelled coming"]);
        assert!(!import(&mut desk, &third).changed);
        assert_eq!(value(&desk, "Jo Day", "status"), "cancelled");
    }
}

#[test]
fn a_no_comes_in_also_with_a_list_that_is_taken_for_an_earlier_one() {
    let mut desk = Desk::new();
    import(&mut desk, &kept_by_hand(&[JO, AL]));
    let yes = JO.replace(",No", ",Yes");
    import(&mut desk, &kept_by_hand(&[&yes, AL, DEE]));
    assert_eq!(value(&desk, "Jo Day", "updates"), "yes");
    let moved = AL.replace("0002", "0008");
    let report = import(&mut desk, &kept_by_hand(&[JO, &moved]));
    assert!(report.is_earlier);
    assert_eq!(value(&desk, "Jo Day", "updates"), "no");
}

#[test]
fn whoever_was_typed_into_an_export_with_ids_need_not_stand_in_the_next() {
    let mut desk = Desk::new();
    let off = ADA.replace("Attending", "Not Attending");
    import(&mut desk, &listed(&[ADA, BO]));
    import(&mut desk, &listed(&[&off, BO]));
    import(
        &mut desk,
        &listed(&[ADA, BO, ",Eli,Gee,eli@example.org,Attending,,,"]),
    );
    assert_eq!(value(&desk, "Ada Byron", "status"), "confirmed");
    let report = import(
        &mut desk,
        &listed(&[&off, &BO.replace("Attending,,", "Attending,,vegan")]),
    );
    assert!(!report.is_earlier);
    assert_eq!(value(&desk, "Ada Byron", "status"), "cancelled");
}
