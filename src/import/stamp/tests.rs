use super::*;

fn read(text: &str, reading: &StampReading) -> Option<String> {
    let moment = reading.read(text)?;
    Some(moment.format("%Y-%m-%d %H:%M:%S").to_string())
}

fn of(cells: &[&str]) -> StampReading {
    StampReading::of_column(
        cells.iter().copied(),
        None,
        false,
        chrono_tz::Europe::London,
    )
}

#[test]
fn what_forms_write_is_read() {
    for (text, expected) in [
        ("2024/03/05 7:31:26 AM GMT", "2024-03-05 07:31:26"),
        ("2024/03/31 7:46:00 AM GMT+1", "2024-03-31 07:46:00"),
        ("2022/10/17 6:31:58 PM EST", "2022-10-18 00:31:58"),
        ("2025-08-08T00:16:45.813Z", "2025-08-08 01:16:45"),
        ("2024-10-05 02:39:31", "2024-10-05 02:39:31"),
        ("07.03.2024 11:01", "2024-03-07 11:01:00"),
        ("3/13/24 22:28", "2024-03-13 22:28:00"),
        ("30/08/2026 07:05 pm", "2026-08-30 19:05:00"),
        ("13 Mar 2024 at 12:00", "2024-03-13 12:00:00"),
        (
            "Wednesday, March 13th, 2024 12:05 AM",
            "2024-03-13 00:05:00",
        ),
        ("2024-03-13T12:00:00+02:00", "2024-03-13 10:00:00"),
        ("2024-03-13", "2024-03-13 00:00:00"),
        ("04/04/2024 10:00", "2024-04-04 10:00:00"),
    ] {
        assert_eq!(
            read(text, &of(&[text])).as_deref(),
            Some(expected),
            "{text}"
        );
    }
}

#[test]
fn what_is_doubtful_is_not_read() {
    for text in [
        "05/03/2024 07:31",
        "13/13/2024",
        "tomorrow",
        "",
        "12345678",
        "2024-02-30",
        "10:00",
        "07700 900997",
        "13/01/2024 13:00 PM",
        "3 4 2024",
    ] {
        assert_eq!(read(text, &of(&[text])), None, "{text}");
    }
}

#[test]
fn the_whole_column_decides_about_day_and_month() {
    let day_first = of(&["05/03/2024", "13/03/2024"]);
    assert_eq!(
        read("05/03/2024", &day_first).as_deref(),
        Some("2024-03-05 00:00:00")
    );
    let month_first = of(&["3/5/2024", "3/13/2024"]);
    assert_eq!(
        read("3/5/2024", &month_first).as_deref(),
        Some("2024-03-05 00:00:00")
    );
    let mixed = of(&["13/03/2024", "3/13/2024", "3/4/2024"]);
    assert_eq!(read("3/4/2024", &mixed), None);
}
