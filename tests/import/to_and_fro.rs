//! An answer that goes to and fro from one export to the next.

use crate::desk::Desk;
use crate::earlier::set_aside;
use crate::updates::{import, value, verdicts};

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
