//! Who cancels and comes back, or has sent several rows: what counts is what the newest file says, whatever was imported
//! before.

use crate::desk::Desk;
use crate::later::people;
use crate::updates::import;

/// What becomes of the only person of a list, after these files.
fn after(files: &[&str], columns: &[&str]) -> Vec<String> {
    let mut desk = Desk::new();
    for file in files {
        import(&mut desk, file);
    }
    people(&desk, columns)
}

/// A header with rows below it, as they are and the other way round.
fn both_ways(head: &str, rows: [&str; 2]) -> [String; 2] {
    let [one, two] = rows;
    [
        format!("{head}\n{one}\n{two}\n"),
        format!("{head}\n{two}\n{one}\n"),
    ]
}

#[test]
fn one_good_order_is_enough_where_each_has_its_number() {
    let woo = "Order Number,Order Status,Order Date,First Name (Billing),Last Name (Billing),Email (Billing)";
    let eventbrite =
        "Order #,Order Date,First Name,Last Name,Email,Quantity,Ticket Type,Attendee Status";
    let tailor = "Order ID,Order date,Order cancelled,Transaction ID,Event name,Name,Email";
    let mobilize =
        "id,created date,status,first name,last name,email,timeslot start,event organization name";
    let german = "Bestellnummer,Bestelldatum,Name,E-Mail,Status";
    for (head, one, two) in [
        (
            woo,
            "3005,Completed,2024-03-01 12:00,Kim,Lo,kim@example.org",
            "3006,Cancelled,2024-03-01 12:05,Kim,Lo,kim@example.org",
        ),
        (
            eventbrite,
            "101,2024-03-01 10:00:00,Kim,Lo,kim@example.org,1,GA,Attending",
            "102,2024-03-02 10:00:00,Kim,Lo,kim@example.org,1,GA,Refunded",
        ),
        (
            tailor,
            "or_1,2024-03-01 10:00:00,1,pi_1,Spring,Kim Lo,kim@example.org",
            "or_2,2024-03-08 10:00:00,0,pi_2,Spring,Kim Lo,kim@example.org",
        ),
        (
            tailor,
            "or_1,2024-03-01 10:00:00,0,pi_1,Spring,Kim Lo,kim@example.org",
            "or_2,2024-03-08 10:00:00,1,pi_2,Spring,Kim Lo,kim@example.org",
        ),
        (
            mobilize,
            "9001,2024-03-01 10:00:00,CONFIRMED,Kim,Lo,kim@example.org,2024-04-13 10:00,Spring Org",
            "9004,2024-03-01 10:00:00,CANCELLED,Kim,Lo,kim@example.org,2024-04-13 13:00,Spring Org",
        ),
        (
            german,
            "77,01.03.2024 10:00,Kim Lo,kim@example.org,Bezahlt",
            "78,02.03.2024 10:00,Kim Lo,kim@example.org,Storniert",
        ),
    ] {
        let alone = format!("{head}\n{one}\n");
        for next in both_ways(head, [one, two]) {
            for files in [&[&*next] as &[&str], &[&*alone, &*next]] {
                let said = after(files, &["name", "status", "organisation"]);
                assert_eq!(said, ["Kim Lo, confirmed, "], "{files:?}");
            }
        }
    }
}
