use crate::desk::Desk;
use plenary::import::Verdict;

const FILES: [&str; 3] = [
    "google-forms.csv",
    "eventbrite.csv",
    "anmeldungen-excel.csv",
];

fn bytes(file: &str) -> Vec<u8> {
    let folder = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/examples/blackburn-2024/signups/"
    );
    std::fs::read(format!("{folder}{file}")).expect(file)
}

#[test]
fn the_three_files_come_to_the_same_people_in_any_order() {
    let mut results = Vec::new();
    for order in [
        [0, 1, 2],
        [0, 2, 1],
        [1, 0, 2],
        [1, 2, 0],
        [2, 0, 1],
        [2, 1, 0],
    ] {
        let mut desk = Desk::with_capacity(Some(260));
        for at in order {
            desk.import(FILES[at], &bytes(FILES[at]));
        }
        assert_eq!(desk.list.len(), 200, "{order:?}");
        let before = desk.everything();
        for at in order {
            let reports = desk.import(FILES[at], &bytes(FILES[at]));
            assert!(reports.iter().all(|report| !report.changed), "{order:?}");
        }
        assert_eq!(desk.everything(), before);
        results.push(before);
    }
    assert!(results.windows(2).all(|pair| pair[0] == pair[1]));
}

#[test]
fn every_row_of_the_three_files_gets_the_verdict_it_should() {
    let mut desk = Desk::new();
    let mut counts = Vec::new();
    for file in FILES {
        for report in desk.import(file, &bytes(file)) {
            let count = |verdict| report.count(verdict);
            counts.push([
                count(Verdict::Added),
                count(Verdict::Updated),
                count(Verdict::Repeated),
                count(Verdict::Cancelled),
                report.rows.len(),
            ]);
        }
    }
    assert_eq!(
        counts,
        [[91, 0, 2, 0, 93], [66, 3, 0, 3, 72], [40, 2, 0, 0, 42]]
    );
}
