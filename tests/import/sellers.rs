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

#[test]
fn whoever_waits_at_one_seller_and_has_a_good_ticket_of_another_comes_in_either_order() {
    let good = &*other_ticket("Attending");
    for state in ["waitlist", "pending_approval"] {
        let waits = &*tickets(state, ",,");
        let mut desk = Desk::new();
        let said = course(&mut desk, &[waits, good]);
        assert_eq!(said[1], "updated: confirmed");
        assert_eq!(people(&desk, &["ticket"]), ["General"]);
        let mut desk = Desk::new();
        let said = course(&mut desk, &[good, waits, waits]);
        let expected = [
            "added: confirmed",
            "unchanged: confirmed, by another",
            "unchanged: confirmed",
        ];
        assert_eq!(said, expected);
        assert_eq!(people(&desk, &["ticket"]), ["General"]);
        // Without a good one they wait.
        let said = course(&mut Desk::new(), &[waits, &other_ticket("Refunded")]);
        assert!(!said[1].contains("by another"), "{said:?}");
    }
}

#[test]
fn whoever_waits_at_one_seller_and_comes_again_at_another_keeps_the_name_of_the_good_ticket() {
    let order = |state: &str| {
        format!(
            "Order code,Position ID,Status,Email,Order date,Product,Attendee name,Attendee email\n\
             A0001,1,{state},ada@example.org,2024-03-07T10:00:00+00:00,Door,Ada Byron,ada@example.org\n"
        )
    };
    let mut desk = Desk::new();
    let files = [order("Canceled"), tickets("waitlist", ",,"), order("Paid")];
    let said = course(&mut desk, &[&files[0], &files[1], &files[2]]);
    assert!(said[2].ends_with(": confirmed"), "{said:?}");
    assert_eq!(people(&desk, &["ticket"]), ["Door"]);
}

#[test]
fn what_was_sent_after_a_list_was_imported_is_not_what_that_list_says() {
    let paper = "Name,E-mail,Dietary requirements\nAda Byron,ada@example.org,nut allergy\n";
    let mut desk = Desk::new();
    import(&mut desk, paper);
    let ticket = tickets("approved", "vegetarian,,");
    import(&mut desk, &ticket.replace("03-05T10:00", "04-10T00:30"));
    assert_eq!(people(&desk, &["diet"]), ["vegetarian"]);
    for _ in 0..30 {
        import(&mut desk, paper);
    }
    let answers = form(&[("00:00", "nut allergy,,,")]).replace("04/10 00:00", "04/11 04:00");
    let report = import(&mut desk, &answers);
    assert_eq!(verdicts(&report), ["updated"]);
    assert_eq!(people(&desk, &["diet"]), ["nut allergy"]);
}

#[test]
fn an_answer_that_equals_an_older_one_which_was_changed_since_is_told_where_it_loses() {
    let mut desk = Desk::new();
    let earlier = |rows: &[(&str, &str)]| form(rows).replace("04/10 ", "04/08 ");
    import(&mut desk, &tickets("approved", "no pork,,"));
    let first = ("10:00", "no fish,,,");
    import(&mut desk, &earlier(&[first]));
    let paper = "Name,E-mail,Dietary requirements\nAda Byron,ada@example.org,halal\n";
    import(&mut desk, paper);
    assert_eq!(people(&desk, &["diet"]), ["halal"]);
    let report = import(&mut desk, &earlier(&[first, ("12:00", "no pork,,,")]));
    assert_eq!(
        details(&report),
        ["", "diet: halal here, no pork there", ""]
    );
}

#[test]
fn whom_the_form_of_each_ticket_names_comes_and_not_whoever_paid() {
    let begin =
        "Order ID,Email,Financial Status,Lineitem quantity,Lineitem name,Billing Name,Billing Zip";
    let text = format!(
        "{begin},Product Form: Attendee name,Product Form: Attendee email,Product Form: Emergency contact name\n\
         1,ann@example.org,PAID,1,Ticket,Ann Lee,LS1 1AA,Ann Lee,ann@example.org,Zoe Elm\n\
         1,ann@example.org,,1,Ticket,,,Tom Oak,tom@example.org,Zoe Elm\n\
         2,bob@example.org,PAID,1,Ticket,Bob Ray,LS1 1AB,Pam Fox,,Zoe Elm\n\
         3,cy@example.org,PAID,1,Ticket,Cy Fox,LS1 1AC,,,\n"
    );
    let expected = [
        "Ann Lee, ann@example.org",
        "Tom Oak, tom@example.org",
        "Pam Fox, ",
        "Cy Fox, cy@example.org",
    ];
    assert_eq!(
        crate::headings::imported(&text, &["name", "email"]),
        expected
    );
    // What became of an order is said once, and of all its tickets.
    let text = format!(
        "{begin},Product Form: Attendee name,Product Form: Attendee email\n\
         1,ann@example.org,REFUNDED,2,Ticket,Ann Lee,LS1 1AA,Ann Lee,ann@example.org\n\
         1,ann@example.org,,1,Ticket,,,Tom Oak,tom@example.org\n\
         2,cy@example.org,PAID,2,Ticket,Cy Fox,LS1 1AC,Cy Fox,cy@example.org\n\
         2,cy@example.org,,1,Ticket,,,Pam Elm,pam@example.org\n"
    );
    let expected = [
        "Ann Lee, cancelled",
        "Tom Oak, cancelled",
        "Cy Fox, confirmed",
        "Pam Elm, confirmed",
    ];
    assert_eq!(
        crate::headings::imported(&text, &["name", "status"]),
        expected
    );
    // Whom one brings along is asked beside whoever comes.
    for asked in ["Guest name", "Child's name", "Engraving", "T-shirt size"] {
        let text = format!(
            "{begin},Product Form: {asked}\n\
             1,ann@example.org,PAID,1,Ticket,Ann Lee,LS1 1AA,Tom Oak\n\
             2,bob@example.org,PAID,1,Ticket,Bob Ray,LS1 1AB,\n"
        );
        let expected = ["Ann Lee, ann@example.org", "Bob Ray, bob@example.org"];
        assert_eq!(
            crate::headings::imported(&text, &["name", "email"]),
            expected,
            "{asked}"
        );
    }
}
