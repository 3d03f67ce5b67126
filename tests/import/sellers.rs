//! What two sellers of tickets say of one person, and what organisers have done about it by hand.

use crate::desk::Desk;
use crate::later::people;
use crate::sources::{course, details, form, other_ticket, tickets};
use crate::updates::{import, set, verdicts};

#[test]
fn whoever_was_cancelled_by_hand_and_is_let_in_by_a_seller_is_told_though_another_ticket_was_good()
{
    let [good, declined] = [other_ticket("Attending"), tickets("declined", ",,")];
    let mut desk = Desk::new();
    let said = course(&mut desk, &[&good, &declined]);
    assert_eq!(said[1], "unchanged: confirmed, by another");
    set(&mut desk, "Ada Byron", "status", "cancelled");
    for (off, answers) in [("declined", ",,"), ("waitlist", "vegan,,")] {
        import(&mut desk, &tickets(off, ",,"));
        let approved = tickets("approved", answers);
        let report = import(&mut desk, &approved);
        assert_eq!(verdicts(&report), ["conflict"]);
        let told = "status: cancelled here, coming there";
        assert_eq!(details(&report), [told, "", ""]);
        let report = import(&mut desk, &approved);
        assert_eq!(details(&report), [""; 3]);
        assert_eq!(people(&desk, &["status"]), ["cancelled"]);
    }
}

#[test]
fn whoever_was_brought_back_by_hand_and_is_declined_by_another_seller_is_told() {
    let mut desk = Desk::new();
    import(&mut desk, &other_ticket("Refunded"));
    set(&mut desk, "Ada Byron", "status", "confirmed");
    let declined = tickets("declined", ",,");
    let report = import(&mut desk, &declined);
    assert_eq!(verdicts(&report), ["conflict"]);
    let told = "status: confirmed here, cancelled there";
    assert_eq!(details(&report), [told, "", ""]);
    assert_eq!(people(&desk, &["status"]), ["confirmed"]);
    // What says nothing new of that is none.
    for same in [declined, tickets("declined", "vegan,,")] {
        assert_eq!(details(&import(&mut desk, &same)), [""; 3]);
    }
}
