//! What two sellers of tickets say of one person, and what organisers have done about it by hand.

use crate::desk::Desk;
use crate::later::people;
use crate::sources::{course, details, form, other_ticket, tickets};
use crate::updates::{import, set, verdicts};

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
