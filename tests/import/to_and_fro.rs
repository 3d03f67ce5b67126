//! An answer that goes to and fro from one export to the next.

use crate::desk::Desk;
use crate::earlier::{AL, DEE, JO, kept_by_hand, set_aside};
use crate::updates::{import, value, verdicts};

const CY: &str = "Cy Moss,cy@example.org,07700900005,Confirmed,No";
const LEE: &str = "Ann Lee,ann@example.org,07700900001,Cancelled,No";

/// What became of somebody who declined, came with another number and a yes to mail, and declines again as at first.
fn declined_again(second: &[&str], third: &[&str]) -> (Vec<String>, Vec<String>, bool) {
    let mut desk = Desk::new();
    import(&mut desk, &kept_by_hand(&[LEE, AL]));
    import(&mut desk, &kept_by_hand(second));
    let third = kept_by_hand(third);
    let told = set_aside(&import(&mut desk, &third));
    let is_changed = import(&mut desk, &third).changed;
    let first = kept_by_hand(&[LEE, AL]);
    let is_changed = is_changed || import(&mut desk, &first).changed;
    let list = desk.list.iter();
    let list = list.map(|one| ["name", "status", "updates"].map(|column| one.get(column)));
    (list.map(|one| one.join(",")).collect(), told, is_changed)
}

#[test]
fn who_declines_again_is_cancelled_by_a_list_without_times_that_goes_on_and_told_by_any_other() {
    let comes = "Ann Lee,ann@example.org,07700900009,Confirmed,Yes";
    let other = "Ann Lee,ann@example.org,07700900007,Confirmed,No";
    let told = ["2 status: confirmed cancelled".to_string()];
    for (second, third, status, is_told) in [
        (
            [comes, AL, DEE].as_slice(),
            [LEE, AL, DEE, JO].as_slice(),
            "cancelled",
            false,
        ),
        // Nothing tells that this is the newer one, or it is another list.
        (&[comes, AL], &[LEE, AL, JO], "confirmed", true),
        (&[comes, AL, DEE], &[LEE, AL, JO], "confirmed", true),
        // An earlier one has nothing new.
        (&[comes, AL, DEE], &[LEE, AL], "confirmed", true),
        // Both rows are still there, or another one is.
        (
            &[comes, AL, DEE],
            &[LEE, comes, AL, DEE, JO],
            "confirmed",
            false,
        ),
        (
            &[comes, AL, DEE],
            &[LEE, other, AL, DEE, JO],
            "confirmed",
            false,
        ),
    ] {
        let (list, aside, is_changed) = declined_again(second, third);
        let [ann, ..] = list.as_slice() else {
            panic!("nobody is in the list");
        };
        assert!(
            ann.starts_with(&format!("Ann Lee,{status},")),
            "{ann} {third:?}"
        );
        let of_status: Vec<bool> = aside.iter().map(|one| one.starts_with(&told[0])).collect();
        assert_eq!(of_status.contains(&true), is_told, "{aside:?} {third:?}");
        assert!(!is_changed, "{third:?}");
    }
}

#[test]
fn what_got_its_id_only_with_a_later_export_is_not_turned_back_by_the_earlier_one() {
    let one = |head: &str, values: &str| {
        format!(
            "Created At,Name,Email,Newsletter,Postcode{head}\n2024-02-13 10:00:00,Ann Lee,ann@example.org,{values}\n"
        )
    };
    let first = one("", "No,BB1 1AA");
    let second = one("", "Yes,BB2 2BB");
    let third = one(",Submission ID", "No,BB3 3CC,3");
    let mut desk = Desk::new();
    let now = |desk: &Desk| ["updates", "area", "source_id"].map(|one| value(desk, "Ann Lee", one));
    for file in [&first, &second, &third] {
        import(&mut desk, file);
    }
    assert_eq!(now(&desk), ["no", "BB3 3CC", "3"]);
    for (file, told) in [
        (&second, "2 area: BB3 3CC BB2 2BB, updates: no yes"),
        (&first, "2 area: BB3 3CC BB1 1AA"),
    ] {
        let report = import(&mut desk, file);
        assert!(!report.changed);
        assert_eq!(set_aside(&report), [told]);
        assert_eq!(now(&desk), ["no", "BB3 3CC", "3"]);
    }
    let report = import(&mut desk, &third);
    assert!(!report.changed);
    assert_eq!(verdicts(&report), ["unchanged"]);
}

#[test]
fn of_two_things_sent_at_one_time_that_get_their_ids_only_with_a_later_export_the_last_counts() {
    let both = |head: &str, [first, second]: [&str; 2]| {
        let row = |values: &str| format!("2024-02-13 10:00,Ann Lee,ann@example.org,{values}\n");
        format!(
            "Created At,Name,Email,Status,Newsletter{head}\n{}{}",
            row(first),
            row(second)
        )
    };
    for (first, second, becomes) in [
        // Nothing is new but the ids.
        (
            ["Confirmed,Yes", "Confirmed,No"],
            ["Confirmed,Yes,1", "Confirmed,No,2"],
            ["confirmed", "no"],
        ),
        // The duplicate was cancelled.
        (
            ["Confirmed,No", "Confirmed,No"],
            ["Cancelled,No,1", "Confirmed,No,2"],
            ["confirmed", "no"],
        ),
        // One thing that an export tells twice is one.
        (
            ["Confirmed,No", "Confirmed,No"],
            ["Cancelled,No,1", "Cancelled,No,1"],
            ["cancelled", "no"],
        ),
    ] {
        let mut desk = Desk::new();
        import(&mut desk, &both("", first));
        let later = both(",Submission ID", second);
        import(&mut desk, &later);
        let now = ["status", "updates"].map(|column| value(&desk, "Ann Lee", column));
        assert_eq!(now, becomes, "{second:?}");
        assert!(!import(&mut desk, &later).changed, "{second:?}");
    }
}

#[test]
fn who_comes_again_after_declining_twice_in_lists_without_times_is_told() {
    let comes = "Ann Lee,ann@example.org,07700900009,Confirmed,Yes";
    let mut desk = Desk::new();
    let mut all = vec![LEE, AL];
    let mut told = Vec::new();
    for (ann, next) in [
        (LEE, None),
        (comes, Some(DEE)),
        (LEE, Some(JO)),
        (comes, Some(CY)),
    ] {
        all[0] = ann;
        all.extend(next);
        let report = import(&mut desk, &kept_by_hand(&all));
        let is_told = |row: &plenary::import::Outcome| {
            let detail = row.detail.as_ref();
            detail.is_some_and(|detail| detail.still_cancelled)
        };
        let lines = report.rows.iter().filter(|row| is_told(row));
        told.push(lines.map(|row| row.line).collect::<Vec<u32>>());
    }
    assert_eq!(told, [vec![], vec![], vec![], vec![2]]);
    assert_eq!(value(&desk, "Ann Lee", "status"), "cancelled");
}
